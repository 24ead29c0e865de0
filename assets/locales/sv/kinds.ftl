## JourneyKind

journey-kind-current = Nuläge
journey-kind-future = Framtida läge
journey-kind-day-in-the-life = En dag i livet

## LaneKind

lane-kind-actions = Vad kunden gör
lane-kind-touchpoints = Beröringspunkter
lane-kind-channels = Kanaler
lane-kind-emotions = Känslokurva
lane-kind-thoughts = Tankar
lane-kind-questions = Frågor
lane-kind-needs = Behov
lane-kind-drivers = Drivkrafter
lane-kind-expectations = Förväntningar
lane-kind-problems = Problem
lane-kind-quotes = Citat
lane-kind-images = Bilder
lane-kind-pain-points = Smärtpunkter
lane-kind-insights = Insikter
lane-kind-opportunities = Möjligheter
lane-kind-sales-marketing = Sälj och marknad
lane-kind-backstage = Bakom kulisserna
lane-kind-systems = System och vanor
lane-kind-metrics = Mätvärden
lane-kind-notes = Anteckningar

## Channel

channel-web = Webbplats
channel-search = Sök
channel-social = Sociala medier
channel-email = E-post
channel-phone = Telefon
channel-chat = Chatt
channel-app = App
channel-shop = Butik
channel-meeting = Möte
channel-fair = Mässa
channel-word-of-mouth = Mun till mun
channel-print = Trycksak
channel-broadcast = TV och radio
channel-post = Post
channel-forum = Forum och omdömen

## Medium

medium-digital = Digital
medium-physical = Fysisk

## Device

device-phone = Mobil
device-tablet = Surfplatta
device-computer = Dator
device-tv = TV
device-kiosk = Kiosk
device-watch = Klocka

## Ownership

ownership-owned = Egen
ownership-paid = Köpt
ownership-earned = Förtjänad
ownership-user-generated = Användargenererad

## ContentRole

content-role-hero = Hero
content-role-help = Help
content-role-hub = Hub

## Reach

reach-one-to-one = En till en
reach-one-to-many = En till många

## Mark

mark-pain-point = Smärtpunkt
mark-moment-of-truth = Sanningens ögonblick
mark-competitor = Konkurrent

## Evidence

evidence-hypothesis = Hypotes
evidence-partly = Delvis
evidence-researched = Belagt

## ChangeKind

better-higher = Högre är bättre
better-lower = Lägre är bättre
change-kind-new = Nytt
change-kind-changed = Ändrat
change-kind-removed = Borttaget

## BuyingRole

buying-role-initiator = Initiativtagare
buying-role-user = Användare
buying-role-influencer = Påverkare
buying-role-decider = Beslutsfattare
buying-role-buyer = Inköpare
buying-role-gatekeeper = Grindvakt

## TransitionKind

transition-kind-loop-back = Gå tillbaka
transition-kind-skip = Hoppa över
transition-kind-leave = Lämna

## Line

line-interaction = Interaktionslinje
line-visibility = Synlighetslinje

## TimeUnit

time-unit-seconds = sekunder
time-unit-minutes = minuter
time-unit-hours = timmar
time-unit-days = dagar
time-unit-weeks = veckor
time-unit-months = månader
time-unit-years = år

## SourceKind

source-kind-interview = Intervju
source-kind-internal = Intern intervju
source-kind-survey = Enkät
source-kind-statistics = Statistik
source-kind-observation = Observation
source-kind-workshop = Workshop
source-kind-document = Dokument

## Status

remedy-kind-activity = Aktivitet
remedy-kind-habit = Vana
remedy-kind-system = System
remedy-kind-insight = Kunskap
status-idea = Idé
status-planned = Planerad
status-ongoing = Pågår
status-done = Klar
status-dropped = Avförd

aim-snapshot = En bild av hur det är
aim-change = En förflyttning vi vill göra
widths-equal = Lika breda
widths-free = Fri bredd
widths-scale = Efter varaktighet
widths-log = Efter varaktighet, logaritmiskt
part-transitions = Övergångar
part-funnel = Tratt
part-friction = Friktion
part-times = Tider
part-agreement = Enighet
part-channel-path = Vägen mellan kanaler
part-sales-phases = Säljfaser
part-quotes = Citat
part-chips = Chips på kort
part-prompts = Hjälpfrågor

## BlockerKind

blocker-kind-system = System
blocker-kind-data = Data
blocker-kind-process = Process
blocker-kind-capacity = Kapacitet

## Severity

severity-blocking = Stoppar
severity-annoying = Stör

## QuestionAnswer

answer-yes = Ja
answer-partly = Delvis
answer-no = Nej
answer-unknown = Vet inte
question-side-customer = kundens sida
question-side-ours = vår sida
