### What a map's figures are called in workbooks and outlines

figures-what = What
figures-name = Name
figures-count = Count
figures-cards = Cards that differ
figures-of-map = The whole map
figures-feelings = Feelings that differ
figures-before = Before
figures-after = After
figures-better = Better by
figures-go-on = Go on
figures-share = Share
figures-not-on = Do not go on
figures-told = Where they go
figures-felt = Feelings
figures-whose = Who
figures-nobody = Nobody in particular
figures-whole = The whole map
figures-apart = Apart
figures-furthest = Furthest apart
figures-agreed = Agreed
figures-phase-feeling = Feeling in the phase
figures-phase-apart = Apart in the phase
figures-phase-in = Customers into the phase
figures-phase-on = Go on from the phase
figures-phase-not-on = Do not go on from the phase
