### What things are called

## The panel

# $label (String)
# $value (String)
labelled = { $label }: { $value }

## Cards, one

thing-card-actions = Customer action
thing-card-touchpoints = Touchpoint
thing-card-channels = Channel
thing-card-emotions = Emotion
thing-card-thoughts = Thought
thing-card-questions = Question
thing-card-needs = Need
thing-card-drivers = Driver
thing-card-expectations = Expectation
thing-card-problems = Problem
thing-card-quotes = Quote
thing-card-images = Image
thing-card-pain-points = Pain point
thing-card-insights = Insight
thing-card-opportunities = Opportunity
thing-card-sales-marketing = Sales and marketing
thing-card-backstage = Backstage
thing-card-systems = System or habit
thing-card-metrics = Metric
thing-card-notes = Note
thing-card-other = Card
thing-card-parked = Parked card

## Fields of cards

thing-feeling = Feeling
# $value (String)
thing-feeling-value = Feeling { $value }
thing-everybody = Everyone
thing-lane = Lane
thing-parking = Parking place
# $phase (String)
# $step (String)
thing-step-name = { $phase } · { $step }
# $number (String)
thing-step-number = step { $number }
thing-untitled = Untitled

## Phases and steps

thing-phase = Phase
# $number (String)
thing-color-number = Colour { $number }
thing-transitions-of = Transitions

## Lanes

thing-lane-kind = Content

## Transitions

thing-transition = Transition
thing-leaves = They leave
# $from (String)
# $to (String)
thing-transition-name = { $from } → { $to }

## The map

thing-journey = Journey map
