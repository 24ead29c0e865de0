## Vad som står under en karta som exporteras

sheet-edited = Senast ändrad { $date }

## Varför en karta inte kan exporteras

export-no-journeys = Det finns ingen kundresekarta i den.
export-no-journey = Det finns ingen kundresekarta ”{ $name }”. Det finns: { $known }.
export-no-lane = Det finns ingen rad ”{ $name }”. Det finns: { $known }.
export-no-persona = Det finns ingen persona ”{ $name }”. Det finns: { $known }.
export-too-large = Bilden skulle bli { $width } × { $height } bildpunkter. Högst { $most } miljoner bildpunkter går att skriva, och ingen sida längre än 65 000: välj mindre skala eller bredd.
export-too-small = Bilden skulle bli { $width } × { $height } bildpunkter: välj större skala eller bredd.
export-cannot-write = Det går inte att skriva: { $error }
export-stopped = Exporten avbröts.
export-too-many-pages = Det skulle bli fler än { $most } papper: välj ett större papper eller en mindre sida.
export-unexpected = Dokumentet kan inte göras: { $error }
export-shrunk = Nedskalad: ingen läsare tar en större sida
export-small-text = Den minsta texten skulle bli { $points } punkter, för liten att läsa på papper. Från { $paper } går den att läsa.
export-small-text-no-paper = Den minsta texten skulle bli { $points } punkter, för liten att läsa på papper, även på A0. Dela upp kartan i egen storlek på flera papper.

## Vad som står på sidor

export-tile = Papper { $number } av { $count } · rad { $row }, kolumn { $column }
export-phase-page = { $phase }, ensam
