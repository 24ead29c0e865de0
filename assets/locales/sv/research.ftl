### Undersökning: från syfte till användning

## Tråden

research-step-purpose = Syfte och inläsning
research-step-interviews = Intervjuer
research-step-analysis = Analys
research-step-use = Använd
research-purpose-written = Syfte skrivet
research-purpose-missing = Inget syfte än
research-read = { $count ->
    [one] { $count } källa läst
   *[other] { $count } källor lästa
}
research-of = { $held } av { $wanted }
research-interviews-of = { $held } av { $wanted } intervjuer
research-sources = { $count ->
    [one] { $count } källa
   *[other] { $count } källor
}
research-themes = { $count ->
    [one] { $count } tema
   *[other] { $count } teman
}
research-tasks = { $count ->
    [one] { $count } åtgärd
   *[other] { $count } åtgärder
}
research-purpose-how = Det ni vill veta avgör vilka frågor ni ställer. Läs först det som redan finns: statistik, enkäter, tidigare samtal. Skriv sedan vad ni tror, så att intervjuerna kan visa om det stämmer.
research-what = Vad vill ni veta?
research-what-hint = Till exempel varför affärer stannar efter offerten
research-interviews-how = { $held } av { $wanted } intervjuer är gjorda. Några få räcker inte för att se vad som återkommer, och efter ett tag kommer inget nytt.
research-analysis-how = Markera det som återkommer i texterna och samla det i teman. Ett tema som flera källor berättar om väger tyngre än en enda röst.
research-use-how = Det ni har hört blir till nytta när någon gör något åt det. Gör möjligheter av smärtpunkterna och bestäm vem som gör vad.

## Källor

research-new-source = Ny källa
research-edit-source = Om källan
research-kind = Typ av källa
research-kind-none = Källa
research-title-hint = Intervju 7 – driftchef, Umeå
research-who = Vem som berättar
research-who-hint = Driftchef, bryggeri
research-role-hint = Användare, beslutsfattare, inköpare
research-date = När
research-date-hint = 2026-05-04
research-said = Vad som sades
research-said-hint = Klistra in eller skriv vad som sades
research-find = Sök i allt som sades
research-places-show = Visar och markerar dem på kartan
research-done = Klar
research-drop = Släpp en utskrift här, eller välj
research-drop-how = .txt, .md eller .docx, eller klistra in
transcript-file = Text av ett samtal
research-drop-how-long = Släpp en utskrift av ett samtal var som helst här (.txt, .md eller .docx), eller klistra in den.
research-places = { $count ->
    [0] Inte på kartan än
    [one] Underlag för { $count } ställe på kartan
   *[other] Underlag för { $count } ställen på kartan
}
research-theme-is = Tema: { $title }

## Uttag

research-hint = Markera text och dra till kartan · Q citat · E underlag · T tema
research-hint-quote = Citat: klicka på ett steg eller välj med piltangenterna · Enter lägger dit · Esc avbryter
research-hint-evidence = Underlag: klicka på steg och kort eller välj med piltangenterna · Enter lägger dit · Esc avbryter
research-hint-theme = Tema: klicka på ett tema eller välj med piltangenterna · Enter lägger dit · Esc avbryter
research-take-quote = Citat
research-take-evidence = Underlag
research-take-theme = Tema
research-choose-first = Markera först det som sades.
research-step = { $step }: { $count ->
    [one] { $count } citat
   *[other] { $count } citat
}
research-cards-of = Kort i { $step }

## Fynd

research-themes-title = Teman
research-themes-how = ur uttag och kort
research-theme-bars = antal källor av { $all }
research-new-theme = Nytt tema
research-theme-without-passage = källa utan markerat ställe
research-theme-note = Vad betyder det?
research-make-insight = Gör till insikt på kartan
research-is-insight = En insikt på kartan
research-wanted = Så många intervjuer vill vi göra
research-rename-theme = Byt namn på tema
research-saturation = Mättnad
research-nothing-new = { $count ->
    [one] inget nytt tema i den senaste intervjun
   *[other] inga nya teman i { $count } intervjuer
}
research-left = { $count ->
    [one] En intervju kvar till målet
   *[other] { $count } intervjuer kvar till målet
}
research-goal-reached = Målet för antalet intervjuer är nått
research-coverage = Täckning
research-coverage-how = kort och känslopunkter per källa och fas
research-hole = Ingen med rollen { $role } har berättat om { $phase }

## Undersökningen som bild

research-legend-deeper = fler kort och känslopunkter ju mörkare
research-legend-nothing = inget än
research-legend-hole = rollen har inte berättat om fasen
research-legend-themes = teman hittills
research-legend-goal = fram till målet
research-across = Intervju för intervju
no-chart-sources = Täckning visas från den andra källan, och det finns { $count ->
    [0] ingen
    [one] bara en
   *[other] { $count }
} än.
no-chart-phases = Täckning visas fas för fas, och kartan har inga faser.
no-chart-told = Ingen källa är underlag för något på kartan än, så det finns ingen täckning att visa.
no-chart-interviews = Mättnad visas från den andra intervjun, och { $count ->
    [0] ingen
    [one] bara en
   *[other] { $count }
} är gjord än.
no-chart-themes = Inget tema har hörts i någon intervju än, så det finns ingen mättnad att visa.
no-chart-ideas = Kartan har inga möjligheter att visa.
no-chart-figures = Ingen möjlighet har både värde och insats än.
