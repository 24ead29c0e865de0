## JourneyKind

journey-kind-current = Current state
journey-kind-future = Future state
journey-kind-day-in-the-life = Day in the life

## LaneKind

lane-kind-actions = Customer actions
lane-kind-touchpoints = Touchpoints
lane-kind-channels = Channels
lane-kind-emotions = Emotion curve
lane-kind-thoughts = Thoughts
lane-kind-questions = Questions
lane-kind-needs = Needs
lane-kind-drivers = Drivers
lane-kind-expectations = Expectations
lane-kind-problems = Problems
lane-kind-quotes = Quotes
lane-kind-images = Images
lane-kind-pain-points = Pain points
lane-kind-insights = Insights
lane-kind-opportunities = Opportunities
lane-kind-sales-marketing = Sales and marketing
lane-kind-backstage = Backstage
lane-kind-systems = Systems and habits
lane-kind-metrics = Metrics
lane-kind-notes = Notes

## Channel

channel-web = Website
channel-search = Search
channel-social = Social media
channel-email = Email
channel-phone = Phone
channel-chat = Chat
channel-app = App
channel-shop = Shop
channel-meeting = Meeting
channel-fair = Trade fair
channel-word-of-mouth = Word of mouth
channel-print = Print
channel-broadcast = TV and radio
channel-post = Post
channel-forum = Forum and reviews

## Medium

medium-digital = Digital
medium-physical = Physical

## Device

device-phone = Phone
device-tablet = Tablet
device-computer = Computer
device-tv = TV
device-kiosk = Kiosk
device-watch = Watch

## Ownership

ownership-owned = Owned
ownership-paid = Paid
ownership-earned = Earned
ownership-user-generated = User-generated

## ContentRole

content-role-hero = Hero
content-role-help = Help
content-role-hub = Hub

## Reach

reach-one-to-one = One to one
reach-one-to-many = One to many

## Mark

mark-pain-point = Pain point
mark-moment-of-truth = Moment of truth
mark-competitor = Competitor

## Evidence

evidence-hypothesis = Hypothesis
evidence-partly = Partly
evidence-researched = Researched

## ChangeKind

better-higher = Higher is better
better-lower = Lower is better
change-kind-new = New
change-kind-changed = Changed
change-kind-removed = Removed

## BuyingRole

buying-role-initiator = Initiator
buying-role-user = User
buying-role-influencer = Influencer
buying-role-decider = Decider
buying-role-buyer = Buyer
buying-role-gatekeeper = Gatekeeper

## TransitionKind

transition-kind-loop-back = Loop back
transition-kind-skip = Skip
transition-kind-leave = Leave

## Line

line-interaction = Line of interaction
line-visibility = Line of visibility

## TimeUnit

time-unit-seconds = seconds
time-unit-minutes = minutes
time-unit-hours = hours
time-unit-days = days
time-unit-weeks = weeks
time-unit-months = months
time-unit-years = years

## SourceKind

source-kind-interview = Interview
source-kind-internal = Internal interview
source-kind-survey = Survey
source-kind-statistics = Statistics
source-kind-observation = Observation
source-kind-workshop = Workshop
source-kind-document = Document

## Status

remedy-kind-activity = Activity
remedy-kind-habit = Habit
remedy-kind-system = System
remedy-kind-insight = Insight
status-idea = Idea
status-planned = Planned
status-ongoing = Ongoing
status-done = Done
status-dropped = Dropped

aim-snapshot = A picture of how it is
aim-change = A change we want
widths-equal = Equal
widths-free = Free
widths-scale = By duration
widths-log = By duration, logarithmic
part-transitions = Transitions
part-funnel = Funnel
part-friction = Friction
part-times = Times
part-agreement = Agreement
part-channel-path = Path between channels
part-sales-phases = Sales phases
part-quotes = Quotes
part-chips = Chips on cards
part-prompts = Prompts

## BlockerKind

blocker-kind-system = System
blocker-kind-data = Data
blocker-kind-process = Process
blocker-kind-capacity = Capacity

## Severity

severity-blocking = Blocking
severity-annoying = Annoying

## QuestionAnswer

answer-yes = Yes
answer-partly = Partly
answer-no = No
answer-unknown = Don’t know
question-side-customer = the customer’s side
question-side-ours = our side
