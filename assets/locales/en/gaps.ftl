### Gaps: places where we do nothing, or know nothing

## What the rules are called

gap-rule-no-persona = No persona
gap-rule-no-purpose = No purpose
gap-rule-no-cards = Nothing on the map
gap-rule-few-interviews = Few interviews
gap-rule-nothing-of-ours = Nothing of what we do
gap-rule-need-without-opportunity = Need without an opportunity
gap-rule-expectation-not-met = Expectation not met
gap-rule-persona-missing = Persona missing in a phase
gap-rule-question-no = Guiding question answered no
gap-rule-question-unknown = Guiding question nobody can answer
gap-rule-friction-without-activity = High friction or drop-off without an activity
gap-rule-no-activity = We do nothing
gap-rule-unknown-customer = We do not know what the customer does
gap-rule-low-without-opportunity = Low point without an opportunity
gap-rule-pain-without-opportunity = Pain point without an opportunity
gap-rule-touchpoint-without-owner = Touchpoint without an owner
gap-rule-touchpoint-without-feeling = Touchpoint without a feeling
gap-rule-digital-switch-at-low = Switch between digital and physical at a low point
gap-rule-only-hypotheses = Hypotheses only
gap-rule-no-subgoal = Activity without a sub-goal
gap-rule-chain-broken = Broken chain
gap-rule-opportunity-without-owner = Opportunity without an owner
gap-rule-opportunity-without-date = Opportunity without a date
gap-rule-opportunity-overdue = Opportunity overdue

## How many there are of each kind

gap-counted-no-persona = no persona
gap-counted-no-purpose = no purpose
gap-counted-no-cards = nothing on the map
gap-counted-few-interviews = few interviews
gap-counted-nothing-of-ours = nothing of what you do
gap-counted-need-without-opportunity = { $count ->
    [one] { $count } need without an opportunity
   *[other] { $count } needs without an opportunity
}
gap-counted-expectation-not-met = { $count ->
    [one] { $count } expectation not met
   *[other] { $count } expectations not met
}
gap-counted-chain-broken = { $count ->
    [one] { $count } break in the chain
   *[other] { $count } breaks in the chain
}
gap-counted-persona-missing = { $count ->
    [one] { $count } persona missing in a phase
   *[other] { $count } personas missing in phases
}
gap-counted-question-no = { $count ->
    [one] { $count } guiding question answered no
   *[other] { $count } guiding questions answered no
}
gap-counted-question-unknown = { $count ->
    [one] { $count } guiding question nobody can answer
   *[other] { $count } guiding questions nobody can answer
}
gap-counted-friction-without-activity = { $count ->
    [one] { $count } phase with high friction or drop-off without an activity
   *[other] { $count } phases with high friction or drop-off without an activity
}
gap-counted-no-activity = { $count ->
    [one] { $count } step where we do nothing
   *[other] { $count } steps where we do nothing
}
gap-counted-unknown-customer = { $count ->
    [one] { $count } step where we do not know what the customer does
   *[other] { $count } steps where we do not know what the customer does
}
gap-counted-low-without-opportunity = { $count ->
    [one] { $count } low point without an opportunity
   *[other] { $count } low points without an opportunity
}
gap-counted-pain-without-opportunity = { $count ->
    [one] { $count } pain point without an opportunity
   *[other] { $count } pain points without an opportunity
}
gap-counted-touchpoint-without-owner = { $count ->
    [one] { $count } touchpoint without an owner
   *[other] { $count } touchpoints without an owner
}
gap-counted-touchpoint-without-feeling = { $count ->
    [one] { $count } step with touchpoints without a feeling
   *[other] { $count } steps with touchpoints without a feeling
}
gap-counted-digital-switch-at-low = { $count ->
    [one] { $count } switch between digital and physical at a low point
   *[other] { $count } switches between digital and physical at a low point
}
gap-counted-only-hypotheses = { $count ->
    [one] { $count } place with hypotheses only
   *[other] { $count } places with hypotheses only
}
gap-counted-no-subgoal = { $count ->
    [one] { $count } activity without a sub-goal
   *[other] { $count } activities without a sub-goal
}
gap-counted-opportunity-without-owner = { $count ->
    [one] { $count } opportunity without an owner
   *[other] { $count } opportunities without an owner
}
gap-counted-opportunity-without-date = { $count ->
    [one] { $count } opportunity without a date
   *[other] { $count } opportunities without a date
}
gap-counted-opportunity-overdue = { $count ->
    [one] { $count } opportunity overdue
   *[other] { $count } opportunities overdue
}

## What is said of a gap

gap-no-persona = Who is the map about? Add a persona
gap-no-purpose = What should the map lead to? Write a purpose
gap-no-cards = What does the customer do first? Write a card
# $count (Number) - done
# $done (String)
# $wanted (String)
gap-few-interviews = { $count ->
   *[other] { $done } of { $wanted } interviews done
}
# $who (String)
gap-persona-missing = No card is about { $who } in particular
# $question (String)
gap-question-no = No to the question: { $question }
# $question (String)
gap-question-unknown = We do not know: { $question }
# $level (String) - 3
# $most (String) - 4
gap-friction = High friction, { $level } of { $most }, and we do nothing
# $loss (String) - "Largest loss: 260 of 420"
gap-drop-off = { $loss }, and we do nothing
gap-no-activity = We do nothing here
gap-no-activity-in-view = We only do something backstage
gap-unknown-customer = We do not know what the customer does
# $whose (String) - "Anna’s"
# $value (String) - "−1.7"
gap-low-whose = { $whose } low point, { $value }, has no opportunity
# $value (String)
gap-low = A low point, { $value }, has no opportunity
# $card (String)
gap-expectation = Expectation not met: { $card }
# $card (String)
gap-need = Need without an opportunity: { $card }
gap-nothing-of-ours = The map follows the customer and says nothing of what you do
# $card (String)
gap-pain = Pain point without an opportunity: { $card }
# $card (String)
gap-no-owner = Touchpoint without an owner: { $card }
# $count (Number) - touchpoints
# $card (String) - the first one
gap-no-feeling = { $count ->
    [one] No feeling at the touchpoint: { $card }
   *[other] No feeling at { $count } touchpoints
}
gap-switch-to-digital = Switch from physical to digital at a low point
gap-switch-to-physical = Switch from digital to physical at a low point
# $count (Number) - cards
# $card (String) - the first one
gap-hypotheses = { $count ->
    [one] A hypothesis only: { $card }
   *[other] { $count } cards are hypotheses only
}
# $whose (String)
gap-curve-hypothesis = { $whose } curve is a hypothesis only: no point has a source
# $card (String)
gap-no-subgoal = No sub-goal: { $card }
# $card (String)
gap-chain-ends = The chain breaks off: nothing follows { $card }
# $card (String)
gap-chain-alone = Activity that leads nowhere: { $card }
# $card (String)
# $next (String)
gap-chain-back = The chain goes back: { $card } leads to { $next }
# $card (String)
# $next (String)
gap-chain-circle = The chain goes in a circle: { $card } leads back to { $next }
# $title (String)
gap-opportunity-no-owner = Opportunity without an owner: { $title }
# $title (String)
gap-opportunity-no-date = Opportunity without a date: { $title }
# $count (Number) - days
# $title (String)
gap-opportunity-overdue = { $count ->
    [one] Opportunity { $count } day overdue: { $title }
   *[other] Opportunity { $count } days overdue: { $title }
}

## Where it is

gap-whole-map = The whole map
gap-whole-phase = the whole phase
# $number (String)
# $all (String)
gap-question-number = guiding question { $number } of { $all }
gap-in-the-list = in the list of opportunities

## The room

gaps-count = { $count ->
    [0] No gaps
    [one] 1 gap
   *[other] { $count } gaps
}

gaps-count-undated = { $count ->
    [one] { $count } gap beside what is overdue
   *[other] { $count } gaps beside what is overdue
}
gap-weight-high = Most important
gap-weight-middle = Important
gap-weight-low = When there is time
gaps-map-as-whole = The map as a whole
gaps-phase = Phase
gaps-kind = Kind
gaps-weight = Weight
gaps-by-weight = By weight
gaps-make-opportunity = Make an opportunity
gaps-by-phase = By phase
gaps-by-kind = By kind
gaps-all-kinds = All kinds
gaps-rules = Rules that look for gaps
gaps-rules-about = Kept in the file, for everyone who opens it
gaps-show = Show on the map
gaps-wave-off-asks = Wave off…
gaps-wave-off = Wave off
gaps-why = Why is it not a gap?
gaps-wave-on = Undo
gaps-waved-off = { $count ->
    [one] { $count } waved off
   *[other] { $count } waved off
}
gaps-more = Show more ({ $count })
gaps-none = No gaps just now. { $count ->
    [one] 1 rule tried
   *[other] { $count } rules tried
}.
gaps-write-purpose = Write a purpose
gaps-note = Note
status-gaps = G shows and hides gaps · J and K go between them · Enter shows on the map · Delete waves off
gaps-rules-off = { $count ->
    [one] { $count } rule off
   *[other] { $count } rules off
}
gaps-looking = Looking for gaps…
edit-wave-off = Wave off gap
edit-wave-on = Make it a gap again
edit-answer-question = Answer guiding question
edit-change-settings = Change setting

## On the map

gap-mark = Gap
gap-mark-nothing = We do nothing here today
gap-mark-unknown = What does the customer do?
gap-mark-persona = No card is about { $who }
gap-mark-lows = { $count ->
    [one] Low point without an opportunity
   *[other] { $count } low points without an opportunity
}
gap-mark-pains = { $count ->
    [one] Pain point without an opportunity
   *[other] { $count } pain points without an opportunity
}
gap-mark-no-owner = No owner
gap-mark-no-feeling = No feeling
gap-mark-switch = Switch at a low point
gap-mark-hypothesis = Only a hypothesis
gap-mark-no-subgoal = No sub-goal
gap-mark-chain-ends = Leads nowhere
gap-mark-chain-back = Goes back
gap-mark-chain-circle = Goes in a circle
gap-mark-no-date = No date
gap-mark-overdue = Overdue
gap-mark-no-opportunity = No opportunity
gap-ring = { $answered } of { $all }
gap-ring-title = Guiding questions: { $said } answered

## kundresa gaps

cli-about-gaps = says where a map has gaps; --json for programs
cli-gaps-options = Options of gaps:
cli-about-gaps-shown = the gaps on the map, with what is missing
cli-about-chain = which activity leads to which
cli-about-gaps-journey = which map, by its title, number or id; else all
cli-about-gaps-rules = only these rules, by their codes, apart by commas
cli-about-gaps-without = without these rules
cli-about-gaps-today = the day dates are compared with, as 2026-05-05; else today
# $rule (String)
# $known (String)
cli-no-rule = there is no rule “{ $rule }”. There are: { $known }.
# $count (Number)
cli-gap-count = { $count ->
    [0] no gaps
    [one] { $count } gap
   *[other] { $count } gaps
}
# $count (Number)
cli-gaps-waved-off = { $count ->
    [one] { $count } waved off
   *[other] { $count } waved off
}
# $text (String)
cli-gap-waved-off = Waved off: { $text }
# $answered (String)
# $all (String)
cli-questions-answered = { $answered } of { $all } guiding questions answered
# $count (Number)
cli-questions-partly = { $count ->
    [one] { $count } partly
   *[other] { $count } partly
}
