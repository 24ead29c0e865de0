## Andra ord som kommandon hittas med i paletten, med mellanslag mellan dem

search-scale = skala tidsskala tidsaxel proportionell
search-widths = bredd kolumner spalter
search-interface-size = storlek text större mindre förstora skala
search-room = rum gap saknas lucka brist karta möjligheter matris rangordning åtgärder tavla tabell alla kort lista
search-overview = minikarta bläddra rulla
search-chain = kedja kedjan flöde tråd aktiviteter leder till syfte pil
search-export = pdf png svg powerpoint excel html utskrift skriv
search-present = presentation projektor bildspel
search-find = leta hitta
search-delete = radera
search-theme = tema utseende färger
search-motion = animation animationer
search-point = känsla känslokurva kurva emotion
search-persona = person kund målgrupp
search-compare = skillnad skillnader jämförelse
search-future = målbild vision önskeläge
search-workshop = övning rösta röstning grupp
search-timer = klocka nedräkning
search-guide = guide handledning hur kom igång metod steg hjälp
search-keys = kortkommandon tangenter genvägar hjälp
search-views = filter filtrera göm dölj
search-template = mallar
search-fit = anpassa översikt
search-story = sidor bilder manus
search-picture = foto logotyp
search-pen = penna känsla kurva
