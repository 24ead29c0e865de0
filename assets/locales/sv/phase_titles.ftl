### Vad som sägs om en fas över dess sida, och vad som visar att det är så

phase-title-only-unhappy-one = Den enda fasen där { $who } är missnöjd
phase-title-only-unhappy-both = Den enda fasen där båda är missnöjda
phase-title-only-unhappy-all = Den enda fasen där alla { $count } är missnöjda
phase-title-largest-loss = Resans största tapp: { $loss } till { $next }
phase-title-largest-known-loss = Det största kända tappet: { $loss } till { $next }
phase-title-worst = Här har { $who } resans sämsta stund
phase-title-worst-known = Här har { $who } den sämsta kända stunden
phase-title-worst-nobodys = Här är resans sämsta stund
phase-title-worst-known-nobodys = Här är den sämsta kända stunden
phase-title-best = Här har { $who } resans bästa stund
phase-title-best-known = Här har { $who } den bästa kända stunden
phase-title-best-nobodys = Här är resans bästa stund
phase-title-best-known-nobodys = Här är den bästa kända stunden
phase-title-furthest-apart = Längst isär: { $happy } nöjd, { $unhappy } missnöjd
phase-title-step-apart = I { $step } är { $happy } nöjd, { $unhappy } missnöjd
phase-title-falls-most = Här faller känslan mest
phase-title-turns-up = Här vänder det uppåt
phase-title-happiest = Här är { $who } som mest nöjd
phase-title-least-happy = Här är { $who } som minst nöjd
phase-title-happy-one = Här är { $who } nöjd
phase-title-happy-both = Här är båda nöjda
phase-title-happy-all = Här är alla { $count } nöjda
phase-title-unhappy-one = Här är { $who } missnöjd
phase-title-unhappy-both = Här är båda missnöjda
phase-title-unhappy-all = Här är alla { $count } missnöjda
phase-title-loss = { $loss } till { $phase }
phase-title-loop = { $share } går tillbaka till { $phase }
phase-title-off-target-read-on = { $value } { $what }, målet är { $target }
phase-title-off-target = { $what }: { $value }, målet är { $target }
phase-title-longest = Den fas som tar längst tid: { $time }
phase-title-truth = Sanningens ögonblick: { $card }
phase-title-no-touchpoint = Här möter vi inte kunden
phase-page-place = fas { $place } av { $of }
phase-page-place-alone = Fas { $place } av { $of }
phase-page-hypothesis = hypotes
phase-page-goal = kundens mål
phase-page-do-not-go-on = { $number ->
    [one] går inte vidare till { $phase }
   *[other] går inte vidare till { $phase }
}
phase-page-target = { $what }, målet är { $target }
phase-page-reason = Orsak: { $reason }
phase-page-target-alone = målet är { $target }
phase-page-empty-lane = { $lane }: inget i fasen
phase-page-mean = { $whose } snitt i fasen
phase-page-mean-nobodys = Snittet i fasen
phase-page-more = och { $count } till
page-kind-details = Detaljer
phase-details-names = { $first } och { $last }
details-place-after-phase = Efter sin fas
details-place-last = Sist
details-place-hidden = Visas inte
command-details = Fasernas detaljer i presentationen
hint-details = Visar allt som står i en fas på sidor direkt efter den, sist, eller inte alls
search-details = bilaga detaljsidor appendix detaljer dölj
story-details = Fasernas detaljer
