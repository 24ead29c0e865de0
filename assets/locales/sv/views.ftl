## Vyer: vad som visas av en karta

view-all = Allt
view-own = Egen vy
view-changed = { $name } · ändrad
view-button = Vy: { $name }
view-lanes = Rader
view-personas = Personor
view-tags = Etiketter
view-marks = Märken
view-parts = Delar
view-show-lane = Visa { $lane }
view-fold-lane = Bara rubriken för { $lane }
view-pin-lane = Håll kvar { $lane } överst
view-name = Vyns namn
view-name-hint = Ledningen, Workshop …
view-save = Spara
view-save-as = Spara som vy…
view-update = Spara ändringarna i { $name }
view-rename = Byt namn på { $name }
view-delete = Ta bort { $name }
view-untitled = Vy utan namn
view-close = Stäng
view-help = Filtren visar det som gäller dem du väljer. Väljer du ingen visas alla.

status-hidden-cards = { $count ->
    [one] 1 kort dolt
   *[other] { $count } kort dolda
}
status-hidden-lanes = { $count ->
    [one] 1 rad dold
   *[other] { $count } rader dolda
}
status-hidden-parts = Allt visas inte
status-show-all = Visa allt

command-views = Vyer…
hint-views = Väljer vilka rader, personor, etiketter och märken som visas
command-show-all = Visa allt
hint-show-all = Tar bort filtren så att hela kartan visas
command-save-view = Spara vyn…
hint-save-view = Sparar det som visas som en vy med namn i filen
command-only-persona = Visa bara den markerade personan
hint-only-persona = Visar bara det som gäller personan, eller alla igen
command-next-view = Nästa vy
hint-next-view = Visar nästa sparade vy, och efter den sista hela kartan

edit-change-views = Ändra vyer

export-no-view = Ingen vy heter ”{ $name }”. Det finns: { $known }
export-no-views = Ingen vy heter ”{ $name }”: kartan har inga sparade vyer
export-same-journey = En karta kan inte jämföras med sig själv
export-view = Vy
export-view-shown = Som på skärmen
export-compare = Jämförelse
export-compare-none = Ingen

cli-about-view = bara det som vyn med det här namnet visar
cli-about-compare = två kartor på en, var och en med id, titel eller nummer
cli-about-over = jämför: ovanpå varandra, med skillnaden mellan kurvorna
cli-about-above = jämför: under varandra
