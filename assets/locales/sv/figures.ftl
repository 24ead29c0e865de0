### Vad en kartas siffror heter i arbetsböcker och dispositioner

figures-what = Vad
figures-name = Namn
figures-count = Antal
figures-cards = Kort som skiljer sig
figures-of-map = Hela kartan
figures-feelings = Känslor som skiljer sig
figures-before = Före
figures-after = Efter
figures-better = Bättre med
figures-go-on = Går vidare
figures-share = Andel
figures-not-on = Går inte vidare
figures-told = Vart de tar vägen
figures-felt = Känslor
figures-whose = Vem
figures-nobody = Ingen särskild
figures-whole = Hela kartan
figures-apart = Isär
figures-furthest = Längst isär
figures-agreed = Eniga
figures-phase-feeling = Känsla i fasen
figures-phase-apart = Isär i fasen
figures-phase-in = Kunder in i fasen
figures-phase-on = Går vidare från fasen
figures-phase-not-on = Går inte vidare från fasen
