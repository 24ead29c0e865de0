## What is wrong in a file that could be opened

problem-cut-short = The file ends in the middle.
problem-damaged-text = The text is damaged here: it is not JSON.
problem-both-sides = Git could not choose between two versions of the file: both stand in it.
problem-bad-utf8 = There are characters here that are not UTF-8.
problem-no-format = The file does not say that it is a Kundresa map.
# $thing (String)
# $given (String)
problem-misspelt-key = { $thing }: the key “{ $given }” is misspelt.
# $thing (String)
# $given (String)
problem-misspelt-id = { $thing }: the id “{ $given }” is misspelt where it stands.
problem-no-version = The file does not say which version it is.
# $version (String)
problem-newer-version = A later version of the program wrote the file (format { $version }).
# $thing (String)
# $given (String)
problem-unread-item = { $thing }: it cannot be read ({ $given }).
# $thing (String)
# $field (String)
# $given (String)
problem-unread-field = { $thing }: the value of “{ $field }” is of the wrong kind ({ $given }).
# $thing (String)
problem-no-id = { $thing }: it has no id.
# $thing (String)
# $given (String)
problem-doubled-id = { $thing }: the id “{ $given }” is taken.
# $thing (String)
# $given (String)
problem-unknown-step = { $thing }: there is no step “{ $given }”.
# $thing (String)
# $given (String)
problem-bad-until = { $thing }: it cannot extend to the step “{ $given }”, which is missing or comes before.
# $thing (String)
# $field (String)
# $given (String)
problem-unknown-reference = { $thing }: “{ $field }” names “{ $given }”, which is not there.
# $thing (String)
problem-leads-to-itself = { $thing }: it leads to itself.
# $thing (String)
# $field (String)
# $given (String)
problem-out-of-range = { $thing }: the value of “{ $field }” is out of range ({ $given }).
# $thing (String)
problem-no-steps = { $thing }: it has no steps.
problem-no-journeys = There is no journey map in the file.

## What was done about it

problem-done-closed = Everything up to there was read.
problem-done-left-out = What makes no sense there was left out; the rest was read.
problem-done-replaced = They were replaced by �.
problem-done-first-side = The first was read. The other is not shown; when you save, the original with both is kept beside it.
problem-done-read-known = What this version knows was read; the rest is kept. Save as another file: this one is not overwritten.
problem-done-kept = It is not shown; it stays in the file as it is.
problem-done-set-aside = It is not used; it is kept in the file under “unread”.
# $id (String)
problem-done-new-id = It got the new id “{ $id }”.
problem-done-parked = The card is in the parking place.
problem-done-cleared = The reference was removed.
# $value (String)
problem-done-set = It was set to { $value }.
problem-done-added = An empty one was added.
problem-done-nothing = Nothing was changed.

## What it is about

problem-thing-project = The project
problem-thing-persona = Persona
problem-thing-source = Source
problem-thing-passage = Passage
problem-thing-theme = Theme
problem-thing-opportunity = Opportunity
problem-thing-task = Task
problem-thing-subgoal = Sub-goal
problem-thing-tag = Tag
problem-thing-image = Image
problem-thing-journey = Journey map
problem-thing-phase = Phase
problem-thing-step = Step
problem-thing-lane = Lane
problem-thing-card = Card
problem-thing-point = Emotion point
problem-thing-transition = Transition
problem-thing-question = Guiding question
problem-thing-version = Version
# $thing (String)
# $name (String)
problem-thing-named = { $thing } “{ $name }”
# $line (String)
# $column (String)
problem-place = line { $line }, column { $column }

## Why a file cannot be opened or saved

# $path (String)
problem-file-cannot-open = “{ $path }” cannot be opened.
# $path (String)
problem-file-cannot-save = “{ $path }” cannot be saved.
problem-file-cannot-read = The map cannot be read.
problem-file-not-found = There is no such file.
problem-file-no-folder = There is no such folder.
problem-file-not-allowed = You do not have permission.
problem-file-read-only = It is read-only.
problem-file-is-folder = It is a folder.
problem-file-not-a-file = It is not an ordinary file.
problem-file-disk-full = The disk is full.
# $millions (String)
problem-file-too-large = It is too large: at most { $millions } MB are read.
# $most (String)
problem-file-too-many-cards = It has too many cards: at most { $most } are read.
# $millions (String)
problem-file-too-many-values = It holds too much: at most { $millions } million values are read.
# $millions (String)
problem-file-text-too-long = A text in it is too long: at most { $millions } MB are read.
# $version (String)
problem-file-newer-version = A later version of the program wrote it (format { $version }), and only that can change it safely. Save as another file instead.
# $detail (String)
problem-file-system = The system says: { $detail }.
problem-file-empty = It is empty.
problem-file-no-transcript = It holds no text that can be read. Save it as .docx, .txt or .md.
problem-file-not-json = It is not a map: the text is not JSON.
# $most (String)
problem-file-too-deep = It is not a map: its JSON is nested more than { $most } levels deep.
problem-file-not-ours = It is not a Kundresa map.
problem-file-no-project = It says it is a map, but holds no project.
problem-version-gone = The version is not kept any more.
problem-version-damaged = What is kept of the version is damaged.
