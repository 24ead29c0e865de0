### The inspector: the panel that shows and edits what is selected

## The panel

inspector-name = Inspector
inspector-mixed = Mixed
inspector-none = None
inspector-more = More
inspector-less = Less
# $name (String)
inspector-remove = Remove { $name }
inspector-bad-number = Write a number, such as 4.5
inspector-bad-numbers = Write numbers with spaces between them
# $low (String)
# $high (String)
inspector-out-of-range = Write a number from { $low } to { $high }
inspector-too-long = This text is too long to edit here. All of it is kept in the file.
inspector-shorten = Shorten it to 20,000 characters

## Cards, one

inspector-selected = Selected

## Fields of cards

inspector-text-hint = What happens here?
inspector-note-hint = Say more
inspector-all-channels = All channels
inspector-own-channel = Your own channel
inspector-quote-hint = What do they say?
inspector-pick-source = Pick a source
inspector-pick-theme = Choose a theme
inspector-new-source = New source
inspector-pick-opportunity = Pick an opportunity
inspector-new-opportunity = New opportunity from this card
inspector-new-tag = New tag
inspector-owner-hint = Who is responsible?
inspector-open-link = Open the link
inspector-find-activity = Find an activity
inspector-no-activity = No such activity
inspector-subgoals = Sub-goals
# $name (String)
inspector-subgoal-up = Move up { $name }
# $count (Number)
inspector-subgoal-served = { $count ->
    [0] no card of the map serves it
    [one] { $count } card of the map serves it
   *[other] { $count } cards of the map serve it
}
inspector-new-subgoal = New sub-goal
inspector-only-this-step = This step only

## Points

inspector-point = Emotion point
inspector-follows = Follows the value
inspector-own-face = Your own face
inspector-evenly = Evenly spread

## Phases and steps

inspector-color-by-order = By position
inspector-ongoing = Ongoing
inspector-circumstances-hint = Household, work, means
inspector-steps-take = Its steps take { $said } together
inspector-start-hint = A time or a term, such as 07:30
# $number (String)
inspector-friction-value = Friction { $number } of 4
inspector-conversion-hint = A purchase, a sign-up, a call
inspector-new-question = Add a question
inspector-new-transition = Add a transition
inspector-height-of-content = By its content

## Lanes

inspector-icon-of-kind = Default
inspector-show = Show
inspector-about = About

## Personas

inspector-role-hint = Production manager

## Transitions

inspector-transition-kind = Type
inspector-reason-hint = Why do they go there?

## The map

inspector-purpose-hint = What will the map be used for?
# $name (String)
inspector-persona-in = { $name } is on the map
# $name (String)
inspector-persona-up = Move { $name } up
# $name (String)
inspector-persona-show = Show { $name }
inspector-new-persona = Add a persona
inspector-project = Project
