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
