### What is said of a phase over its page, and what shows that it is so

phase-title-only-unhappy-one = The only phase where { $who } is unhappy
phase-title-only-unhappy-both = The only phase where both are unhappy
phase-title-only-unhappy-all = The only phase where all { $count } are unhappy
phase-title-largest-loss = The journey’s largest loss: { $loss } to { $next }
phase-title-largest-known-loss = The largest known loss: { $loss } to { $next }
phase-title-worst = { $who } has the journey’s worst moment here
phase-title-worst-known = { $who } has the worst known moment here
phase-title-worst-nobodys = The journey’s worst moment is here
phase-title-worst-known-nobodys = The worst known moment is here
phase-title-best = { $who } has the journey’s best moment here
phase-title-best-known = { $who } has the best known moment here
phase-title-best-nobodys = The journey’s best moment is here
phase-title-best-known-nobodys = The best known moment is here
phase-title-furthest-apart = Furthest apart: { $happy } happy, { $unhappy } unhappy
phase-title-step-apart = In { $step } { $happy } is happy, { $unhappy } unhappy
phase-title-falls-most = Here the feeling falls most
phase-title-turns-up = Here it turns upwards
phase-title-happiest = { $who } is happiest here
phase-title-least-happy = { $who } is least happy here
phase-title-happy-one = { $who } is happy here
phase-title-happy-both = Both are happy here
phase-title-happy-all = All { $count } are happy here
phase-title-unhappy-one = { $who } is unhappy here
phase-title-unhappy-both = Both are unhappy here
phase-title-unhappy-all = All { $count } are unhappy here
phase-title-loss = { $loss } to { $phase }
phase-title-loop = { $share } go back to { $phase }
phase-title-off-target-read-on = { $value } { $what }, the target is { $target }
phase-title-off-target = { $what }: { $value }, the target is { $target }
phase-title-longest = The phase that takes longest: { $time }
phase-title-truth = Moment of truth: { $card }
phase-title-no-touchpoint = We do not meet the customer here
phase-page-place = phase { $place } of { $of }
phase-page-place-alone = Phase { $place } of { $of }
phase-page-hypothesis = hypothesis
phase-page-goal = customer’s goal
# $number (Number)
# $phase (String)
phase-page-do-not-go-on = { $number ->
    [one] does not go on to { $phase }
   *[other] do not go on to { $phase }
}
phase-page-target = { $what }, the target is { $target }
phase-page-reason = Reason: { $reason }
phase-page-target-alone = the target is { $target }
phase-page-empty-lane = { $lane }: nothing in this phase
phase-page-mean = { $whose } average in the phase
phase-page-mean-nobodys = The average in the phase
phase-page-more = and { $count } more
page-kind-details = Details
phase-details-names = { $first } and { $last }
details-place-after-phase = After their phase
details-place-last = Last
details-place-hidden = Not shown
command-details = Details of phases in the presentation
hint-details = Shows all there is in a phase on pages right after it, last, or not at all
search-details = appendix details pages hide
story-details = Details of phases
