### In från andra program

## Vad som sägs om en källa

import-at-line = Rad { $line }: { $told }
import-at-thing = { $thing }: { $told }
import-at-cell = Cell { $cell }: { $told }
import-at-sheet = { $sheet }, cell { $cell }: { $told }
import-parked = ”{ $said }” fick ingen plats och ligger i parkeringen.
import-score-missing = ”{ $said }” saknar betyg, så där känner ingen något.
import-score-unclear = betyget i ”{ $said }” är inget tal, så där känner ingen något.
import-score-clamped = betyget i ”{ $said }” ligger utanför 1 till 5 och blev det närmaste av dem.
import-actor-empty = ”{ $said }” har ett tomt namn bland dem som är med; det är utelämnat.
import-signs-read = ”{ $said }” har tecken som Mermaid självt skulle läsa fel; de är lästa som text.
import-replaced = ”{ $said }” säger något en gång till, och annorlunda; det senare gäller.
import-diagram-skipped = ”{ $said }” är ett diagram av annat slag och är utelämnat.
import-kept-damaged = kartan som Kundresa lade i kommentarerna är skadad; bara texten som syns är läst.
import-reckoned = ”{ $said }” innehåller tal som följer av kartan; de räknas om.
import-not-found = det som ”{ $said }” leder till finns inte; det är utelämnat.
import-removed = ”{ $said }” finns inte längre i texten och togs bort från kartan.

## Varför det inte finns något att ta in

import-empty = Där finns inget att göra en karta av.
import-other-diagram = Det är ett Mermaid-diagram av annat slag ({ $kind }). Bara ”journey” kan bli en karta.
import-other-file = Det är en fil av typen { $kind }, som inte kan bli en karta. En tabell (Excel, CSV), en disposition (Markdown, OPML) och en Mermaid-journey kan det.
import-unknown = Inget i den kändes igen. En tabell (Excel, CSV), en disposition (Markdown, OPML) och en Mermaid-journey kan bli en karta.
import-broken = Den är skadad och går inte att läsa.
import-damaged-at = Den går inte att läsa från rad { $line }: { $why }
import-damaged = Den går inte att läsa: { $why }
import-too-large = Den är större än en karta kan vara: { $many }, som mest { $most }.
import-locked = Den är skyddad med lösenord. Spara den utan och försök igen.
import-too-many-bytes = Den är för stor: som mest { $most } MB, uppackad.
import-more = { $count ->
    [one] och en sak till
   *[other] och { $count } saker till
}
import-done = ”{ $file }” blev en ny karta.
import-told = Det här gick inte att ta över som det var.

## På kommandoraden

cli-about-import = gör en karta av en tabell (Excel, CSV), en disposition (Markdown, OPML) eller en Mermaid-journey
cli-import-options = Flaggor för import:
cli-about-import-output = kartans fil; ”-” för standardutmatningen
