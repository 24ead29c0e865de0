## Sidor av kartor

page-part = Del { $part } av { $parts }
page-best = Bästa stunden
page-highest = Högsta punkten
page-lowest = Lägsta punkten
page-worst = Sämsta stunden
page-moment-of = { $moment }: { $who }
page-feels = Så känner { $who }
page-largest-loss = Resans största tapp är i { $place }: { $loss } till { $next }
page-largest-known-loss = Det största kända tappet är i { $place }: { $loss } till { $next }
page-largest-loop = Störst omtag: { $share } går från { $from } tillbaka till { $to }
page-loop = Från { $from } tillbaka till { $to }
page-reason = { $what } – { $reason }
page-curve-gap = Kurvan: { $gap } i snitt
page-card-changes = Kort: { $what }
page-lift = Största lyftet
page-largest-lift = Största lyftet: { $place }, från { $before } till { $after }
page-map-part = { $first } till { $last }
