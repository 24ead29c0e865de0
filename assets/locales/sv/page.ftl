## En karta som webbsida

page-map = Karta
page-outline = Text
page-views = Visa som
page-journeys = Kundresekartor
page-phases = Faser
page-whole-map = Hela kartan
page-previous-phase = Föregående fas
page-next-phase = Nästa fas
page-previous-card = Föregående kort
page-next-card = Nästa kort
page-close = Stäng
page-details = Detaljer
page-marks = Markeringar
page-keys = Dra för att flytta, Ctrl och hjulet zoomar. ← → går fas för fas, 1–9 till en fas, + − zoomar, 0 visar hela kartan. Klicka på ett kort, eller tryck Enter på det, för att läsa allt; Esc stänger det.
