templates-and-more = { $count ->
    [one] { $first } Och { $count } sak till är fel.
   *[other] { $first } Och { $count } saker till är fel.
}
cli-about-templates = säger vad en ny karta kan börja med; --json för program
cli-about-new = gör en kartas fil av en mall
cli-new-options = Val för new:
cli-about-new-output = filen som ska göras; - för standardutmatningen
cli-about-template = vad den börjar med, enligt namnet i kundresa templates; annars { $name }
cli-about-example = med det ifyllda exemplet, inte tom
cli-about-title = vad kartan heter
cli-damaged-template = kan inte användas. { $why }
cli-no-template = det finns ingen mall ”{ $name }”: kundresa templates visar alla.
cli-no-new-file = new behöver en fil att skriva: -o FIL.
cli-no-file-here = ”{ $file }” har ingen plats här; filen som ska skrivas följer efter -o.

new-map-title = Ny kundresekarta
new-map-make = Skapa karta
new-map-aim = Vad ska kartan visa?
new-map-purpose = Vad ska den användas till?
new-map-purpose-hint = Till exempel: enas om vad vi gör först
new-map-for-whom = Vems resa är det?
new-map-for-whom-hint = Ett företag, en grupp, en person
new-map-from-hint = Ett behov väcks
new-map-to-hint = Målet är nått
new-map-name = Kartans namn
new-map-current = Resan som den är i dag.
new-map-current-when = Välj den när ni vill veta vad som fungerar och var det skaver.
new-map-future = Resan som den borde vara: börja i slutet och arbeta bakåt.
new-map-future-when = Välj den för något nytt, eller för något som ska göras om.
new-map-day = Faser med klockslag, lika breda som tiden de tar.
new-map-week = Faser med veckodagar, en dag per fas.
new-map-term = Faser med månader, en månad per fas.
new-map-project = Faser med projektets veckor, två veckor per fas.
new-map-day-when = Välj den när ni vill se vilken plats ni har i kundens vardag.
new-map-period = Över hur lång tid?
new-map-period-day = Dag
new-map-period-week = Vecka
new-map-period-term = Termin
new-map-period-project = Projekt
new-map-later-week = { $day }, vecka { $week }
new-map-project-week = Vecka { $week }
new-map-special = Särskild karta
new-map-special-about = En karta för en enda person, ett problem och ett erbjudande. Allt går att lämna tomt.
new-map-persona = Persona
new-map-persona-hint = Ett namn, till exempel Ines
new-map-problem-hint = Det som ska lösas
new-map-offer-hint = Det vi har att komma med
new-map-begin-with = Börja med
new-map-empty = Tom, med hjälpfrågor
new-map-filled = Ifyllt exempel

start-templates = Börja med en mall
templates-delete = Ta bort mallen
templates-deleted = Mallen ”{ $name }” togs bort
templates-restored = Mallen ”{ $name }” är tillbaka

command-mark-new = Markera kortet som nytt
hint-mark-new = Visar att de markerade korten är nya jämfört med kartan som den här bygger på; en gång till tar bort märket
command-mark-changed = Markera kortet som ändrat
hint-mark-changed = Visar att de markerade korten har ändrats jämfört med kartan som den här bygger på; en gång till tar bort märket
command-mark-removed = Markera kortet som borttaget
hint-mark-removed = Visar att de markerade korten inte ska finnas kvar från kartan som den här bygger på; en gång till tar bort märket
command-add-phase-first = Arbeta baklänges: fas före den första
hint-add-phase-first = Lägger till en fas före alla andra och låter dig namnge den

inspector-aim = Kartan är
inspector-for-whom = För vem

command-save-template = Spara som mall…
hint-save-template = Behåller kartan i fliken som en egen mall
template-dialog-text = Den erbjuds på startsidan och när du gör en ny karta.
template-dialog-name = Namn
template-dialog-about = När den ska användas
template-dialog-about-hint = Till exempel: när kunden jämför många likvärdiga alternativ
template-dialog-filled = Med allt som är ifyllt
template-dialog-empty = Bara faser, rader och frågor
template-dialog-taken = Det finns redan en mall som heter ”{ $name }”.
template-dialog-no-name = Mallen behöver ett namn.
templates-kept = Mallen ”{ $name }” sparades

cli-about-prompts = med frågorna i tomma celler: en affisch för en workshop
export-dialog-prompts = Frågor i tomma celler
