### Sidorna som säger vad kartan lärde oss och vad vi ber om

learned-title = { $sources }, { $findings }
learned-sources = { $count ->
    [one] En källa
   *[other] { $said } källor
}
learned-interviews = { $count ->
    [one] En intervju
   *[other] { $said } intervjuer
}
learned-gaps = Gap
learned-themes = Återkommande teman
learned-themes-count = { $count ->
    [one] { $count } återkommande tema
   *[other] { $count } återkommande teman
}
learned-theme = Tema
learned-passages = Uttag
learned-finding = Lärdom
learned-proof = Vad den vilar på
learned-findings = { $said } lärdomar
learned-assumptions = { $said } antaganden att pröva
learned-loss = Resans största tapp är i { $phase }: { $share } går inte vidare till nästa fas.
learned-known-loss = Det största kända tappet är i { $phase }: { $share } går inte vidare till nästa fas.
learned-unhappy-one = { $phase } är den enda fasen där { $who } är missnöjd.
learned-unhappy-both = { $phase } är den enda fasen där båda är missnöjda.
learned-unhappy-all = { $phase } är den enda fasen där alla { $count } är missnöjda.
learned-worst = Resans sämsta stund är { $whose }, i { $phase }.
learned-worst-nobodys = Resans sämsta stund är i { $phase }.
learned-best = Resans bästa stund är { $whose }, i { $phase }.
learned-best-nobodys = Resans bästa stund är i { $phase }.
learned-apart = Längst isär är de i { $phase }: { $happy } är nöjd, { $unhappy } missnöjd.
learned-off-read-on = { $phase }: { $value } { $what }. Målet är { $target }.
learned-off = { $what } är { $value } i { $phase }. Målet är { $target }.
learned-most-votes = Smärtpunkten med flest röster är i { $phase }.
learned-loop = { $share } går från { $from } tillbaka till { $to }.
learned-votes = { $count ->
    [one] röst
   *[other] röster
}
learned-of = av { $all }
learned-goes-back = går tillbaka
learned-phase-rests = Fasen vilar på { $on }
learned-moment-rests = Stunden vilar på { $on }
learned-rests-on = { $sources }, varav { $interviews }
learned-count-sources = { $count ->
    [one] 1 källa
   *[other] { $said } källor
}
learned-count-interviews = { $count ->
    [one] 1 intervju
   *[other] { $said } intervjuer
}
learned-counts-are-the-maps = Antalen är kartans.
learned-unfounded = Ännu utan källor: vår egen bild
learned-since = Sedan ”{ $name }”: { $changed }
learned-since-no-map = Kartan fanns inte i ”{ $name }”
learned-curve-in = kurvan i { $phase } { $felt }
learned-changed = Vad som har ändrats
learned-changed-since = Sedan
learned-changed-how = Ändrat
story-field-since = Jämfört med
story-since-none = Ingen version
story-since-no-versions = Namnge en version i historiken, så säger sidan vad som har ändrats sedan dess.

ask-title = Vi ber er säga ja till { $count } saker
ask-title-first = Vi ber er säga ja till { $count } saker först
ask-title-one = Säg ja till: { $title }
ask-under-way = Det här pågår redan
ask-pains = Det här behöver ett svar
ask-planned-of = { $count ->
    [one] { $said } av { $all } möjligheter är planerad men inte påbörjad.
   *[other] { $said } av { $all } möjligheter är planerade men inte påbörjade.
}
ask-ideas-of = { $count ->
    [one] { $said } av { $all } möjligheter är en idé som ingen har börjat på.
   *[other] { $said } av { $all } möjligheter är idéer som ingen har börjat på.
}
ask-ongoing-too = { $count ->
    [one] { $said } pågår redan.
   *[other] { $said } pågår redan.
}
ask-decided = Beslutas av { $who } senast { $when }
ask-decided-by = Beslutas av { $who }
ask-decided-on = Beslutas senast { $when }
ask-owner = { $who } ansvarar
ask-no-owner = utan ansvarig
ask-by = senast
ask-passed = passerat
ask-late = försenad
ask-next = Nästa steg
ask-more = och { $count } till
ask-more-by = och { $count } till, senast { $date }

number-one = en
number-two = två
number-three = tre
number-four = fyra
number-five = fem
number-six = sex
number-seven = sju
number-eight = åtta
number-nine = nio
number-ten = tio
number-eleven = elva
number-twelve = tolv
story-field-decided-by = Beslutas av
story-field-decided-on = Senast

## Vad en kund kostar

costs-usual-unit = kr
costs-times = { $times } gånger så mycket
costs-twice = dubbelt så mycket
costs-about = ungefär { $much }
costs-win-more = Att vinna en kund kostar { $much } som att behålla en: { $win } mot { $keep }.
costs-keep-more = Att behålla en kund kostar { $much } som att vinna en: { $keep } mot { $win }.
costs-alike = Att vinna en kund kostar lika mycket som att behålla en: { $both }.
costs-about-alike = Att vinna en kund kostar ungefär lika mycket som att behålla en: { $win } mot { $keep }.
costs-win-nothing = Att vinna en kund kostar ingenting, att behålla en kostar { $keep }.
costs-both = Att vinna en kund kostar { $win }, att behålla en kostar { $keep }.
costs-win-only = Att vinna en kund kostar { $win }.
costs-keep-only = Att behålla en kund kostar { $keep }.
