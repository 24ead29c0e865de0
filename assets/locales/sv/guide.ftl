### Så gör man en kundresa

guide-about = En karta ritas för att något ska bli bättre. Gå stegen i ordning, eller börja där ni är.
guide-purpose = Bestäm vad ni vill veta
guide-purpose-how = Syftet avgör vad ni frågar och vad kartan ska leda till. Läs det ni redan har, fråga dem i huset som möter kunden och skriv vad ni tror.
guide-ask = Fråga dem det gäller
guide-ask-how = Ungefär tio samtal räcker för att se vad som återkommer. Lägg in utskrifterna och markera citat, belägg och teman.
guide-draw = Rita resan, fas för fas
guide-draw-how = Vad gör kunden, var möter de er, vad känner de, och vad gör ni? Det ni bara antar får heta hypotes.
guide-gaps = Hitta gapen
guide-gaps-how = Var gör ni inget, var vet ni inget, och var gör det ont? Svara på hjälpfrågorna och börja med det viktigaste.
guide-act = Gör möjligheter och åtgärder
guide-act-how = Väg värde mot insats, och bestäm vem som gör vad till när. Åtgärderna kan läggas i kalendern.
guide-show = Visa, besluta och kom tillbaka
guide-show-how = Visa kartan fas för fas och be om ett beslut. Öppna den igen när ni vet mer och jämför med förra versionen.
