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
new-map-aim = Vad ska kartan vara?
new-map-purpose = Vad ska den användas till?
new-map-for-whom = Vem gäller den?
new-map-for-whom-hint = Ett företag, en grupp, en person
new-map-from-hint = Det som sätter i gång resan
new-map-to-hint = Det som är uppnått
new-map-name = Kartans namn
new-map-current = Resan som den är i dag.
new-map-future = Resan som den borde vara: börja i slutet och lägg till faser bakåt.
new-map-day = Faser med klockslag, så breda som tiden de tar.
new-map-begin-with = Börja med
new-map-empty = Bara frågor
new-map-filled = Ifyllt exempel

start-templates = Börja från en mall
templates-delete = Ta bort mallen
templates-deleted = Mallen ”{ $name }” togs bort
templates-restored = Mallen ”{ $name }” är tillbaka
