### What a map's figures are called in workbooks and outlines

figures-what = What
figures-name = Name
figures-count = Touchpoints
figures-cards = Cards that differ
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
