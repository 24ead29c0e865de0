### Vad en ändring heter (efter ”Ångra:”), och varför en inte går att göra.

edit-add-cards = { $count ->
    [one] Lägg till kort
   *[other] Lägg till { $count } kort
}
edit-move-cards = { $count ->
    [one] Flytta kort
   *[other] Flytta { $count } kort
}
edit-tie-cards = { $count ->
    [one] Koppla kort till möjlighet
   *[other] Koppla { $count } kort till möjlighet
}
edit-change-cards = { $count ->
    [one] Ändra kort
   *[other] Ändra { $count } kort
}
edit-text = Redigera text
edit-add-phases = { $count ->
    [one] Lägg till fas
   *[other] Lägg till { $count } faser
}
edit-add-steps = { $count ->
    [one] Lägg till steg
   *[other] Lägg till { $count } steg
}
edit-add-lanes = { $count ->
    [one] Lägg till rad
   *[other] Lägg till { $count } rader
}
edit-move-phase = Flytta fas
edit-move-step = Flytta steg
edit-move-lane = Flytta rad
edit-change-phases = { $count ->
    [one] Ändra fas
   *[other] Ändra { $count } faser
}
edit-change-steps = { $count ->
    [one] Ändra steg
   *[other] Ändra { $count } steg
}
edit-change-lanes = { $count ->
    [one] Ändra rad
   *[other] Ändra { $count } rader
}
edit-add-point = Lägg till känslopunkt
edit-move-points = { $count ->
    [one] Flytta känslopunkt
   *[other] Flytta { $count } känslopunkter
}
edit-change-points = { $count ->
    [one] Ändra känslopunkt
   *[other] Ändra { $count } känslopunkter
}
edit-change-transitions = { $count ->
    [one] Ändra övergång
   *[other] Ändra { $count } övergångar
}
edit-add-persona = Lägg till persona
edit-change-personas = { $count ->
    [one] Ändra persona
   *[other] Ändra { $count } personor
}
edit-change-opportunities = { $count ->
    [one] Ändra möjlighet
   *[other] Ändra { $count } möjligheter
}
edit-change-tasks = { $count ->
    [one] Ändra åtgärd
   *[other] Ändra { $count } åtgärder
}
edit-add-source = Lägg till källa
edit-take-passage = Ta uttag
edit-let-passage-go = Släpp uttag
edit-add-theme = Lägg till tema
edit-change-sources = { $count ->
    [one] Ändra källa
   *[other] Ändra { $count } källor
}
edit-change-subgoals = { $count ->
    [one] Ändra delmål
   *[other] Ändra { $count } delmål
}
edit-change-journey = Ändra kundresekarta
edit-add-journey = Lägg till kundresekarta
edit-move-journey = Flytta kundresekarta
edit-change-language = Byt kartans språk
edit-change-title = Byt namn på projektet
edit-take-in = Ta in andras ändringar
edit-merge = Slå ihop
edit-solve = Lös en konflikt
edit-add-version = Namnge version
edit-change-version = Ändra version
edit-add-opportunity = Lägg till möjlighet
edit-move-opportunity = Flytta möjlighet
edit-remove-opportunities = { $count ->
    [one] Ta bort möjlighet
   *[other] Ta bort { $count } möjligheter
}
edit-add-task = Lägg till åtgärd
edit-tick-task = Bocka av åtgärd
edit-untick-task = Öppna åtgärd igen
edit-remove-tasks = { $count ->
    [one] Ta bort åtgärd
   *[other] Ta bort { $count } åtgärder
}
edit-remove-sources = { $count ->
    [one] Ta bort källa
   *[other] Ta bort { $count } källor
}
edit-change-themes = { $count ->
    [one] Ändra tema
   *[other] Ändra { $count } teman
}
edit-remove-themes = { $count ->
    [one] Ta bort tema
   *[other] Ta bort { $count } teman
}
edit-remove-versions = { $count ->
    [one] Ta bort version
   *[other] Ta bort { $count } versioner
}
edit-bring-back = { $count ->
    [one] Hämta tillbaka
   *[other] Hämta tillbaka { $count } saker
}
edit-bring-back-all = Gå tillbaka till version
edit-missing-version = Versionen finns inte längre.
edit-too-many-versions = Filen rymmer inte fler namngivna versioner. Ta bort någon som inte behövs längre.
edit-remove-cards = { $count ->
    [one] Ta bort kort
   *[other] Ta bort { $count } kort
}
edit-remove-points = { $count ->
    [one] Ta bort känslopunkt
   *[other] Ta bort { $count } känslopunkter
}
edit-remove-phases = { $count ->
    [one] Ta bort fas
   *[other] Ta bort { $count } faser
}
edit-remove-steps = { $count ->
    [one] Ta bort steg
   *[other] Ta bort { $count } steg
}
edit-remove-lanes = { $count ->
    [one] Ta bort rad
   *[other] Ta bort { $count } rader
}
edit-remove-personas = { $count ->
    [one] Ta bort persona
   *[other] Ta bort { $count } personor
}
edit-remove-transitions = { $count ->
    [one] Ta bort övergång
   *[other] Ta bort { $count } övergångar
}
edit-remove-journeys = { $count ->
    [one] Ta bort kundresekarta
   *[other] Ta bort { $count } kundresekartor
}
edit-remove = { $count ->
    [one] Ta bort
   *[other] Ta bort { $count } saker
}

edit-missing-card = Kortet finns inte kvar.
edit-missing-point = Känslopunkten finns inte kvar.
edit-missing-phase = Fasen finns inte kvar.
edit-missing-step = Steget finns inte kvar.
edit-missing-lane = Raden finns inte kvar.
edit-missing-persona = Personan finns inte kvar.
edit-missing-transition = Övergången finns inte kvar.
edit-missing-journey = Kundresekartan finns inte kvar.
edit-no-such-spot = Det går inte att lägga det där.
