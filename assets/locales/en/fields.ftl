### What the fields of things are called

## Fields of cards

field-text = Text
field-note = Description
field-medium-channel = Medium and channel
field-ownership = Whose is it?
field-content-role = Content role
field-reach = Reach
field-device = Device
field-marks = Mark as
field-quote = Quote
field-evidence = Evidence
field-sources = Sources
field-themes = Themes
field-source = Source
field-opportunity = Linked opportunity
field-whom = Who it is about
field-automatic = Happens automatically
field-met = Expectation met
field-remedy = What it calls for
field-tags = Tags
field-owner = Owner
field-metric = Metric
field-value = Value
field-unit = Unit
field-target = Target
field-better = Direction
field-trend = Earlier values, oldest first
field-link = Link
field-blocker = Blocker
field-severity = How bad is it?
field-subgoal = Sub-goal
field-next = Leads to
field-change = Compared with the original
field-votes = Votes
field-step = Step
field-until = Extends to
field-image = Image

## Points

field-face = Face
field-persona = Persona
field-at = Where in the step
field-touchpoint = Touchpoint

## Phases and steps

field-title = Title
field-color = Colour
field-steps = Steps
field-duration = Duration
field-from = From
field-to = To
field-start = Starts
field-goal = The customer’s goal
field-friction = Friction
field-conversion = Counts as success
field-customers = Customers
field-customers-in = In
field-customers-out = Out
field-sales-phase = Sales phase
field-checklist = Guiding questions
field-question = Question
field-answer = Answer
field-width = Width
field-height = Height

## Lanes

field-icon = Icon
field-collapsed = Collapsed
field-pinned = Kept at the top, for everyone
field-hidden = Hidden
field-line-below = Line below
field-curves = Curves

## Personas

field-persona-name = Name
field-role = Role
field-buying-role = In the buying group
field-emoji = Face
field-circumstances = Circumstances
field-goals = Goals
field-needs = Needs
field-frustrations = Frustrations
field-priority = What matters most

## Transitions

field-share = Share of the customers, %
field-reason = Reason

## The map

field-journey-kind = Type
field-purpose = Purpose
field-interview-guide = Questions for the interviews
field-interview-guide-hint = A question a line: How did it go when …?
field-our-goal = Our goal
field-our-goal-hint = Where is all that we do to lead?
field-hypothesis = What we believe
field-hypothesis-hint = What do we believe before we have asked anybody?
field-problem = The customer’s problem
field-offer = What we offer
field-costs = What a customer costs
field-costs-win = Winning a customer
field-costs-keep = Keeping a customer
field-begins = Begins
field-ends = Ends
field-personas-of = Personas
field-language = Language of the map
