start-tagline = Rita, visa och följ upp kundresan
start-examples = Exempel
start-example = Exempel: { $title }
start-recent = Senaste
start-recent-none = Här visas kartor som du har öppnat eller sparat.
start-drop = Släpp en fil var som helst för att öppna den
start-missing = Filen finns inte kvar
start-reading = Läser…
start-forget = Ta bort från listan
start-unsaved = Osparat arbete, { $when }
start-recover = Återställ
start-never-saved = Kartan har aldrig sparats.
start-file-gone = Filen finns inte längre.
start-file-unreadable = Filen går inte att läsa.
start-as-file = Samma som filen från { $when }.
start-differs = Mot filen från { $when }: { $what }.
start-compare = Jämför
start-drop-work = Släng
ago-now = nyss
ago-minutes = { $count ->
    [one] för { $count } minut sedan
   *[other] för { $count } minuter sedan
}
ago-hours = { $count ->
    [one] för { $count } timme sedan
   *[other] för { $count } timmar sedan
}
ago-days = { $count ->
    [one] för { $count } dag sedan
   *[other] för { $count } dagar sedan
}
ago-weeks = { $count ->
    [one] för { $count } vecka sedan
   *[other] för { $count } veckor sedan
}
ago-months = { $count ->
    [one] för { $count } månad sedan
   *[other] för { $count } månader sedan
}
ago-years = { $count ->
    [one] för { $count } år sedan
   *[other] för { $count } år sedan
}
