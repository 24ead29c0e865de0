edit-change-images = { $count ->
    [one] Ändra bild
   *[other] Ändra { $count } bilder
}
command-insert-picture = Lägg in bild…
hint-insert-picture = Lägger en bild från en fil på det som är markerat
scene-no-picture = Bilden kan inte visas
picture = Bild
picture-choose = Välj bild…
picture-change = Byt bild…
picture-remove = Ta bort bilden
picture-title = Vad den visar
picture-title-hint = Beskriv bilden för den som inte ser den
picture-damaged = Bilden är skadad. Den ligger kvar i filen som den är.
picture-drop = Släpp bilden på ett kort, i en ruta eller på en persona
picture-none = ”{ $name }” är ingen bild som kan visas. PNG, JPEG och WebP går bra, med högst 64 miljoner punkter.
picture-too-large = ”{ $name }” är för stor: en bild får vara högst { $size } MB.
picture-unread = ”{ $name }” går inte att läsa: { $why }
picture-too-many-dots = den har { $width } × { $height } punkter; högst { $millions } miljoner läses.
picture-no-place = Markera först ett kort, en ruta eller en persona som bilden ska ligga på
picture-pasted = Inklistrad bild
problem-picture = Bilden ”{ $name }” är skadad.
problem-picture-too-large = Bilden ”{ $name }” är för stor: { $why }
problem-picture-kept = Den visas inte, och ligger kvar i filen som den är.
