### Gap: där vi inte gör något, eller inte vet något

## Vad reglerna heter

gap-rule-no-persona = Ingen persona
gap-rule-no-purpose = Inget syfte
gap-rule-no-cards = Inget på kartan
gap-rule-few-interviews = Få intervjuer
gap-rule-nothing-of-ours = Inget av det vi gör
gap-rule-need-without-opportunity = Behov utan möjlighet
gap-rule-expectation-not-met = Förväntan som inte infrias
gap-rule-persona-missing = Persona saknas i en fas
gap-rule-question-no = Hjälpfråga med svaret nej
gap-rule-question-unknown = Hjälpfråga som ingen kan svara på
gap-rule-friction-without-activity = Hög friktion eller stort avhopp utan aktivitet
gap-rule-no-activity = Vi gör inget
gap-rule-unknown-customer = Vi vet inte vad kunden gör
gap-rule-low-without-opportunity = Lågpunkt utan möjlighet
gap-rule-pain-without-opportunity = Smärtpunkt utan möjlighet
gap-rule-touchpoint-without-owner = Beröringspunkt utan ansvarig
gap-rule-touchpoint-without-feeling = Beröringspunkt utan känsla
gap-rule-digital-switch-at-low = Byte mellan digitalt och fysiskt vid en lågpunkt
gap-rule-only-hypotheses = Bara hypoteser
gap-rule-no-subgoal = Aktivitet utan delmål
gap-rule-chain-broken = Kedja som bryts
gap-rule-opportunity-without-owner = Möjlighet utan ansvarig
gap-rule-opportunity-without-date = Möjlighet utan datum
gap-rule-opportunity-overdue = Försenad möjlighet

## Hur många det finns av varje slag

gap-counted-no-persona = ingen persona
gap-counted-no-purpose = inget syfte
gap-counted-no-cards = inget på kartan
gap-counted-few-interviews = få intervjuer
gap-counted-nothing-of-ours = inget av det ni gör
gap-counted-need-without-opportunity = { $count ->
    [one] { $count } behov utan möjlighet
   *[other] { $count } behov utan möjlighet
}
gap-counted-expectation-not-met = { $count ->
    [one] { $count } förväntan som inte infrias
   *[other] { $count } förväntningar som inte infrias
}
gap-counted-chain-broken = { $count ->
    [one] { $count } brott i kedjan
   *[other] { $count } brott i kedjan
}
gap-counted-persona-missing = { $count ->
    [one] { $count } saknad persona i en fas
   *[other] { $count } saknade personor i faser
}
gap-counted-question-no = { $count ->
    [one] { $count } hjälpfråga med svaret nej
   *[other] { $count } hjälpfrågor med svaret nej
}
gap-counted-question-unknown = { $count ->
    [one] { $count } hjälpfråga som ingen kan svara på
   *[other] { $count } hjälpfrågor som ingen kan svara på
}
gap-counted-friction-without-activity = { $count ->
    [one] { $count } fas med hög friktion eller stort avhopp utan aktivitet
   *[other] { $count } faser med hög friktion eller stort avhopp utan aktivitet
}
gap-counted-no-activity = { $count ->
    [one] { $count } steg där vi inte gör något
   *[other] { $count } steg där vi inte gör något
}
gap-counted-unknown-customer = { $count ->
    [one] { $count } steg där vi inte vet vad kunden gör
   *[other] { $count } steg där vi inte vet vad kunden gör
}
gap-counted-low-without-opportunity = { $count ->
    [one] { $count } lågpunkt utan möjlighet
   *[other] { $count } lågpunkter utan möjlighet
}
gap-counted-pain-without-opportunity = { $count ->
    [one] { $count } smärtpunkt utan möjlighet
   *[other] { $count } smärtpunkter utan möjlighet
}
gap-counted-touchpoint-without-owner = { $count ->
    [one] { $count } beröringspunkt utan ansvarig
   *[other] { $count } beröringspunkter utan ansvarig
}
gap-counted-touchpoint-without-feeling = { $count ->
    [one] { $count } steg med beröringspunkter utan känsla
   *[other] { $count } steg med beröringspunkter utan känsla
}
gap-counted-digital-switch-at-low = { $count ->
    [one] { $count } byte mellan digitalt och fysiskt vid en lågpunkt
   *[other] { $count } byten mellan digitalt och fysiskt vid en lågpunkt
}
gap-counted-only-hypotheses = { $count ->
    [one] { $count } ställe med bara hypoteser
   *[other] { $count } ställen med bara hypoteser
}
gap-counted-no-subgoal = { $count ->
    [one] { $count } aktivitet utan delmål
   *[other] { $count } aktiviteter utan delmål
}
gap-counted-opportunity-without-owner = { $count ->
    [one] { $count } möjlighet utan ansvarig
   *[other] { $count } möjligheter utan ansvarig
}
gap-counted-opportunity-without-date = { $count ->
    [one] { $count } möjlighet utan datum
   *[other] { $count } möjligheter utan datum
}
gap-counted-opportunity-overdue = { $count ->
    [one] { $count } försenad möjlighet
   *[other] { $count } försenade möjligheter
}

## Vad som sägs om ett gap

gap-no-persona = Vem handlar kartan om? Lägg till en persona
gap-no-purpose = Vad ska kartan leda till? Skriv ett syfte
gap-no-cards = Vad gör kunden först? Skriv ett kort
gap-few-interviews = { $count ->
    [one] { $done } av { $wanted } intervjuer är gjord
   *[other] { $done } av { $wanted } intervjuer är gjorda
}
gap-persona-missing = Inget kort rör just { $who }
gap-question-no = Nej på frågan: { $question }
gap-question-unknown = Vi vet inte: { $question }
gap-friction = Hög friktion, { $level } av { $most }, och vi gör inget
gap-drop-off = { $loss }, och vi gör inget
gap-no-activity = Vi gör inget här
gap-no-activity-in-view = Vi gör bara något bakom kulisserna
gap-unknown-customer = Vi vet inte vad kunden gör
gap-low-whose = { $whose } lågpunkt, { $value }, har ingen möjlighet
gap-low = En lågpunkt, { $value }, har ingen möjlighet
gap-expectation = Förväntan som inte infrias: { $card }
gap-need = Behov utan möjlighet: { $card }
gap-nothing-of-ours = Kartan följer kunden, men säger inget om vad ni gör
gap-pain = Smärtpunkt utan möjlighet: { $card }
gap-no-owner = Beröringspunkt utan ansvarig: { $card }
gap-no-feeling = { $count ->
    [one] Ingen känsla vid beröringspunkten: { $card }
   *[other] Ingen känsla vid { $count } beröringspunkter
}
gap-switch-to-digital = Byte från fysiskt till digitalt vid en lågpunkt
gap-switch-to-physical = Byte från digitalt till fysiskt vid en lågpunkt
gap-hypotheses = { $count ->
    [one] Bara en hypotes: { $card }
   *[other] { $count } kort är bara hypoteser
}
gap-curve-hypothesis = { $whose } kurva är bara en hypotes: ingen punkt har en källa
gap-no-subgoal = Inget delmål: { $card }
gap-chain-ends = Kedjan bryts: inget följer på { $card }
gap-chain-alone = Aktivitet som inte leder vidare: { $card }
gap-chain-back = Kedjan går bakåt: { $card } leder till { $next }
gap-chain-circle = Kedjan går i cirkel: { $card } leder tillbaka till { $next }
gap-opportunity-no-owner = Möjlighet utan ansvarig: { $title }
gap-opportunity-no-date = Möjlighet utan datum: { $title }
gap-opportunity-overdue = { $count ->
    [one] Möjlighet { $count } dag försenad: { $title }
   *[other] Möjlighet { $count } dagar försenad: { $title }
}

## Var det är

gap-whole-map = Hela kartan
gap-whole-phase = hela fasen
gap-question-number = hjälpfråga { $number } av { $all }
gap-in-the-list = i listan över möjligheter

## Rummet

gaps-count = { $count ->
    [0] Inga gap
    [one] 1 gap
   *[other] { $count } gap
}

gaps-count-undated = { $count ->
    [one] { $count } gap utöver det försenade
   *[other] { $count } gap utöver det försenade
}
gap-weight-high = Viktigast
gap-weight-middle = Viktigt
gap-weight-low = När det finns tid
gaps-map-as-whole = Kartan som helhet
gaps-phase = Fas
gaps-kind = Slag
gaps-weight = Vikt
gaps-by-weight = Efter vikt
gaps-make-opportunity = Gör en möjlighet
gaps-by-phase = Efter fas
gaps-by-kind = Efter slag
gaps-all-kinds = Alla slag
gaps-rules = Regler som letar efter gap
gaps-rules-about = Sparas i filen och gäller alla som öppnar den
gaps-show = Visa på kartan
gaps-wave-off-asks = Avfärda …
gaps-wave-off = Avfärda
gaps-why = Varför är det inget gap?
gaps-wave-on = Ångra
gaps-waved-off = { $count ->
    [one] { $count } avfärdat
   *[other] { $count } avfärdade
}
gaps-more = Visa fler ({ $count })
gaps-none = Inga gap just nu. { $count ->
    [one] 1 regel prövad
   *[other] { $count } regler prövade
}.
gaps-write-purpose = Skriv ett syfte
gaps-note = Anteckning
status-gaps = G visar och döljer gap · J och K går mellan dem · Enter visar på kartan · Delete avfärdar
gaps-rules-off = { $count ->
    [one] { $count } regel avstängd
   *[other] { $count } regler avstängda
}
gaps-looking = Letar efter gap …
edit-wave-off = Avfärda gap
edit-wave-on = Låt gapet gälla igen
edit-answer-question = Svara på hjälpfråga
edit-change-settings = Ändra inställning

## På kartan

gap-mark = Gap
gap-mark-nothing = Vi gör inget här i dag
gap-mark-unknown = Vad gör kunden här?
gap-mark-persona = Inget kort rör { $who } här
gap-mark-lows = { $count ->
    [one] Lågpunkt utan möjlighet
   *[other] { $count } lågpunkter utan möjlighet
}
gap-mark-pains = { $count ->
    [one] Smärtpunkt utan möjlighet
   *[other] { $count } smärtpunkter utan möjlighet
}
gap-mark-no-owner = Ingen ansvarig
gap-mark-no-feeling = Ingen känsla
gap-mark-switch = Byte vid lågpunkt
gap-mark-hypothesis = Bara hypotes
gap-mark-no-subgoal = Inget delmål
gap-mark-chain-ends = Leder inte vidare
gap-mark-chain-back = Går bakåt
gap-mark-chain-circle = Går i cirkel
gap-mark-no-date = Inget datum
gap-mark-overdue = Försenad
gap-mark-no-opportunity = Ingen möjlighet
gap-ring = { $answered } av { $all }
gap-ring-title = Hjälpfrågor: { $said } besvarade

## kundresa gaps

cli-about-gaps = talar om var en karta har gap; --json för program
cli-gaps-options = Flaggor för gaps:
cli-about-gaps-shown = gapen på kartan, med vad som saknas
cli-about-chain = vilken aktivitet som leder till vilken
cli-about-gaps-journey = vilken karta, med titel, nummer eller id; annars alla
cli-about-gaps-rules = bara de här reglerna, med sina koder och komma emellan
cli-about-gaps-without = utan de här reglerna
cli-about-gaps-today = dagen som datum jämförs med, som 2026-05-05; annars i dag
cli-no-rule = regeln ”{ $rule }” finns inte. De som finns: { $known }.
cli-gap-count = { $count ->
    [0] inga gap
   *[other] { $count } gap
}
cli-gaps-waved-off = { $count ->
    [one] { $count } avfärdat
   *[other] { $count } avfärdade
}
cli-gap-waved-off = Avfärdat: { $text }
cli-questions-answered = { $answered } av { $all } hjälpfrågor besvarade
cli-questions-partly = { $count ->
   *[other] { $count } delvis
}
