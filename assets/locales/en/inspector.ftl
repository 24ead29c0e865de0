### The inspector: the panel that shows and edits what is selected

## The panel

inspector-name = Inspector
inspector-mixed = Mixed
inspector-none = None
inspector-more = More
inspector-less = Less
# $name (String)
inspector-remove = Remove { $name }
# $label (String)
# $value (String)
inspector-labelled = { $label }: { $value }
inspector-bad-number = Write a number, such as 4.5
inspector-bad-numbers = Write numbers with spaces between them
# $low (String)
# $high (String)
inspector-out-of-range = Write a number from { $low } to { $high }
inspector-too-long = This text is too long to edit here. All of it is kept in the file.
inspector-shorten = Shorten it to 20,000 characters

## Cards, one

inspector-card-actions = Customer action
inspector-card-touchpoints = Touchpoint
inspector-card-channels = Channel
inspector-card-emotions = Emotion
inspector-card-thoughts = Thought
inspector-card-questions = Question
inspector-card-needs = Need
inspector-card-drivers = Driver
inspector-card-expectations = Expectation
inspector-card-problems = Problem
inspector-card-quotes = Quote
inspector-card-images = Image
inspector-card-pain-points = Pain point
inspector-card-insights = Insight
inspector-card-opportunities = Opportunity
inspector-card-sales-marketing = Sales and marketing
inspector-card-backstage = Backstage
inspector-card-systems = System or habit
inspector-card-metrics = Metric
inspector-card-notes = Note
inspector-card-other = Card
inspector-card-parked = Parked card
inspector-selected = Selected

## Fields of cards

inspector-text = Text
inspector-text-hint = What happens here?
inspector-note = Description
inspector-note-hint = Say more
inspector-medium-channel = Medium and channel
inspector-all-channels = All channels
inspector-own-channel = Your own channel
inspector-ownership = Whose is it?
inspector-content-role = Content role
inspector-device = Device
inspector-marks = Mark as
inspector-feeling = Feeling
# $value (String)
inspector-feeling-value = Feeling { $value }
inspector-quote = Quote
inspector-quote-hint = What do they say?
inspector-evidence = Evidence
inspector-sources = Sources
inspector-source = Source
inspector-pick-source = Pick a source
inspector-new-source = New source
inspector-opportunity = Linked opportunity
inspector-pick-opportunity = Pick an opportunity
inspector-new-opportunity = New opportunity from this card
inspector-whom = Who it is about
inspector-everybody = Everyone
inspector-tags = Tags
inspector-new-tag = New tag
inspector-owner = Owner
inspector-owner-hint = Who is responsible?
inspector-metric = Metric
inspector-value = Value
inspector-unit = Unit
inspector-target = Target
inspector-better = Direction
inspector-trend = Earlier values, oldest first
inspector-link = Link
inspector-open-link = Open the link
field-blocker = Blocker
field-severity = How bad is it?
inspector-subgoal = Sub-goal
inspector-new-subgoal = New sub-goal
inspector-change = Compared with the original
inspector-votes = Votes
inspector-lane = Lane
inspector-step = Step
inspector-until = Extends to
inspector-only-this-step = This step only
inspector-parking = Parking place
inspector-image = Image
# $phase (String)
# $step (String)
inspector-step-name = { $phase } · { $step }
# $number (String)
inspector-step-number = step { $number }
inspector-untitled = Untitled

## Points

inspector-point = Emotion point
inspector-face = Face
inspector-follows = Follows the value
inspector-own-face = Your own face
inspector-persona = Persona
inspector-at = Where in the step
inspector-evenly = Evenly spread
inspector-touchpoint = Touchpoint

## Phases and steps

inspector-phase = Phase
inspector-title = Title
inspector-color = Colour
# $number (String)
inspector-color-number = Colour { $number }
inspector-color-by-order = By position
inspector-duration = Duration
inspector-from = From
inspector-to = To
inspector-ongoing = Ongoing
inspector-start = Starts
inspector-start-hint = A time or a term, such as 07:30
inspector-goal = The customer’s goal
inspector-friction = Friction
# $number (String)
inspector-friction-value = Friction { $number } of 4
inspector-conversion = Counts as success
inspector-conversion-hint = A purchase, a sign-up, a call
inspector-customers = Customers
inspector-customers-in = In
inspector-customers-out = Out
inspector-sales-phase = Sales phase
inspector-checklist = Guiding questions
inspector-question = Question
inspector-answer = Answer
inspector-new-question = Add a question
inspector-transitions-of = Transitions
inspector-new-transition = Add a transition
inspector-width = Width
inspector-height = Height
inspector-height-of-content = By its content

## Lanes

inspector-lane-kind = Content
inspector-icon = Icon
inspector-icon-of-kind = Default
inspector-show = Show
inspector-collapsed = Collapsed
inspector-hidden = Hidden
inspector-about = About
inspector-line-below = Line below
inspector-curves = Curves

## Personas

inspector-persona-name = Name
inspector-role = Role
inspector-role-hint = Production manager
inspector-buying-role = In the buying group
inspector-emoji = Face
inspector-goals = Goals
inspector-needs = Needs
inspector-frustrations = Frustrations
inspector-priority = What matters most

## Transitions

inspector-transition = Transition
inspector-transition-kind = Type
inspector-share = Share of the customers, %
inspector-reason = Reason
inspector-reason-hint = Why do they go there?
inspector-leaves = They leave
# $from (String)
# $to (String)
inspector-transition-name = { $from } → { $to }

## The map

inspector-journey = Journey map
inspector-journey-kind = Type
inspector-purpose = Purpose
inspector-purpose-hint = What will the map be used for?
inspector-problem = The customer’s problem
inspector-offer = What we offer
inspector-begins = Begins
inspector-ends = Ends
inspector-personas-of = Personas
# $name (String)
inspector-persona-in = { $name } is on the map
# $name (String)
inspector-persona-up = Move { $name } up
# $name (String)
inspector-persona-show = Show { $name }
inspector-new-persona = Add a persona
inspector-project = Project
inspector-language = Language of the map
