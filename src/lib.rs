//! Kundresa draws customer journey maps, shows them on a projector and keeps them as JSON files.
//! This page is the map of its code: the floors, the decisions behind them, and where to find what.
//!
//! # Floors
//!
//! ```text
//! main               starts the window, or the program without one
//! cli    ui          the program without a window · the window; they never import each other
//! export             a map as pictures, documents and tables: a project in, bytes out
//! exchange  merge  templates   what other programs hold, as a map · two copies made one · where a new map begins
//! edit  file  scene  how a map changes · how it is kept · where everything is, what is drawn there
//! insight            what a map tells: pure functions
//! words              what things are called, in Swedish and English
//! model              what a journey map is
//! ```
//!
//! Arrows only point down, and rooms on one floor do not import each other; `tests/house.rs` reads
//! the `use` lines and fails on an arrow that does not. So each floor can be read, tested and
//! replaced knowing only what is below it. `model`, `insight` and `edit` know no window, no disk,
//! no clock and no chance: new ids come from a source that is passed in. `scene` uses egui's points
//! and colours, but never a window. `file` alone touches the disk. `ui` holds no project of its
//! own: it reads one and hands back messages that say what to change.
//!
//! # Storeys of the window
//!
//! ```text
//! shell              what a frame does, what a command does: the only files that know the whole window
//! canvas inspector gaps research opportunities story present workshop view start history merging bars dialogs export palette: the rooms
//! state  kit         what rooms share: the open file, commands, messages · what they are built of
//! ```
//!
//! A room is given its own state and a context, and answers by [`ui::Message`]. The window itself is
//! four parts: environment, session, front and work. Where two files need
//! each other, what they share stands in a third below them: data below drawing, a plan below pages.
//! `tests/house.rs` follows each path that a file names to where the name is defined, and fails on a
//! circle of more than six files here and four elsewhere. A folder's `mod.rs` is its front: that it
//! knows what is inside does not count.
//!
//! # Storeys of a drawing
//!
//! ```text
//! pages        of a story
//! ideas        opportunities as a matrix and as a board
//! map          laid out: columns, lanes, cards, curves, arcs
//! draw  text   what drawings are made of
//! ```
//!
//! Beside them `scene::free_room` finds a place for what belongs to a face, on the map and on pages
//! by the same search, and `scene::hit` says what the pointer is on. `tests/house.rs` holds the order.
//!
//! # Decisions
//!
//! **Undo is the old pointer.** A project is made of shared pointers ([`model::List`]), an edit
//! clones the path it touches, and the history keeps the projects before it. Inverse operations
//! can be wrong; an old pointer cannot. "Modified" is a comparison with the saved pointer, and what
//! layout remembers is valid as long as the pointer it came from is the same.
//!
//! **At most one edit is in the making.** A drag, a text being typed, a hovered colour: the screen
//! shows the project with that edit applied. Letting go makes it one step of history, Esc drops it,
//! and nothing has to be rolled back. Positions come from where a gesture began and never from the
//! sum of its movements, so nothing drifts.
//!
//! **Edits are a closed enum over sets of things** ([`edit::Change`]). One function applies them,
//! so every way of changing a map, by mouse, key, menu or inspector, is tested and undone alike.
//!
//! **One drawing, many writers.** Layout turns a journey into boxes in document units, and drawing
//! turns boxes into a handful of item kinds ([`scene::Item`]). Whoever shows a map only matches on
//! those. There is no second drawing of anything that could come to differ from the first.
//!
//! **Text is laid out once, in document units** ([`scene::TextEngine`]). The same lines are then
//! drawn at every zoom, so a map never breaks its lines differently on another screen. Each run of
//! one font is placed where the layout put it, and the window never picks a font by itself. A word
//! too wide for a line is broken by the rules of the map's language; its hyphen is drawn everywhere
//! and is in no text but those of slides and of SVG, where nobody else would draw it.
//!
//! **Our own viewport.** Screen = origin + document × zoom ([`ui::Camera`]), painted in screen
//! points. egui's scaled layers would stretch text as a picture and copy it in each frame.
//!
//! **Work follows what changed and what is seen**, never the size of the map. Layout keeps what it
//! made and compares pointers: a drag lays out two cells of ten thousand. Only what is in view is
//! drawn, small text as grey lines, and nothing is painted while nothing changes. Tests count the
//! work ([`scene::LayoutCounts`]) where a clock would waver.
//!
//! **One shot, many windows.** What the audience sees is one small value ([`ui::present`]), made in
//! one place from the state of the presentation. The presenter's and the audience's window read it,
//! so they cannot disagree, and neither waits for the other.
//!
//! **One table of commands.** Menus, toolbar, palette, keys, help and the README's list of keys
//! read the same rows, so they cannot disagree. A row names who performs it, and each performer
//! matches its own enum whole ([`ui::state::command::Performer`]): a command that nobody does is no
//! program. `Command` itself stays flat, as menus and bars name single commands by the dozen.
//!
//! **Strings are typed functions** ([`words::Words`]), made from `assets/locales` by a build step:
//! a missing or misspelled string does not compile. Labels and problems stay typed values until
//! they are shown, so any floor may name a thing without knowing the language.
//!
//! **Ids are short and random** ([`model::Id`]). Two people can each add cards to a copy of a file,
//! and nothing clashes; tests seed the source and get the same ids each time.
//!
//! **The file is the model, field by field**, pretty-printed in the order of the structs, so that a
//! small change is a small diff. Fields, words and items this version does not know are kept where
//! they are and written back: an older program must not destroy what a newer one wrote.
//!
//! **Opening mends and reports.** One damaged card costs the sight of one card, and not even that
//! on disk: a damaged text is read by its indentation, line by line. What was found is a list of
//! problems with a place and what was done. Saving writes beside the old file, syncs and swaps, so
//! there is never half a file.
//!
//! **What comes from elsewhere is opened like a file** ([`exchange::import()`]). Whatever a source is read
//! as, the map that comes of it is one that could have been saved and opened: so it stands above `file`,
//! which says what that is, and no reader of a source has to know all limits of a map.
//!
//! **Copies merge by id, as JSON** ([`merge()`](merge::merge)). Three projects become tables of things
//! by id, whatever list these stand in, and are merged field by field as JSON: a field nobody thought
//! of is merged too. What cannot be decided is kept in the project: one value stands, chosen by what
//! it is, so that the result is the same whichever copy is called ours.
//!
//! **What two copies come from is shown, not told.** A file says nothing of what it was made from, as
//! a line that changes at each save would be a conflict in git at each merge. A kept version is the
//! base of a copy that shows what was new in it and lacks none of that ([`merge::comes_from`]); where
//! none is, there is no base, and all that differs is asked for. A base younger than the true one
//! would take back work in silence, an older one only asks more.
//!
//! **The past has two places.** Each save is kept on this machine, packed, pictures once, thinner the
//! older it is ([`file::history`]): that costs no thought and may be lost. What somebody gave a name
//! goes with the file ([`model::Version`]), shares its pointers with what is, and comes and goes by
//! edits like all else. Bringing back is one edit too, of all or of chosen things ([`edit::bring_back`]).
//!
//! **Colours are roles** ([`scene::Role`]) of a theme; only `scene/draw/theme` knows their values.
//! Colour is never the only sign of anything.
//!
//! # The way of a drag
//!
//! The pointer's place becomes a place on the map ([`ui::Camera::doc_from_canvas`]), and
//! [`scene::hit`] says which card is there. The canvas's tool goes from idle to pressed to dragging
//! and asks for a preview: [`edit::Change::MoveCards`], worked out from where the drag began. The
//! editor applies it to the project as it was; layout stacks the two cells whose pointers changed;
//! the canvas paints. Letting go sends one more message, the editor keeps one step of history.
//! Down once and up once, without callbacks, flags or a way back.
//!
//! # The way of an export
//!
//! [`export()`](export::export) leaves out what is not wanted, lays the journey out as the screen does,
//! and asks [`scene::sheet`] for all of it as one list of items in the order of reading. A writer goes
//! through the list ([`scene::Sheet::visit`]) and writes boxes, outlines and texts as its format has
//! them. The command line gives it a file that is swapped in when all is written.
//!
//! A presentation is written page by page: a writer is handed each page's items in page units, and
//! goes through them with the same walk ([`scene::walk`]). Slides are shapes and texts, not pictures,
//! so that they can be changed; `export/pptx` says what that asks of a file.
//!
//! # Eleven wishes, and the files they lead to
//!
//! What is marked * does not compile until it is there, what is marked + fails a test. Words stand in
//! `assets/locales` in both languages, and one that is missing does not compile.
//!
//! | wish | files |
//! |---|---|
//! | another colour of phase headers | `scene/draw/theme`, and the pictures of the export tests + |
//! | a kind of lane | `model/kinds.rs`, `words/kinds.rs` *, `scene/draw/icon.rs` *, `ui/inspector/card.rs` *, words * |
//! | a format of export | `export/mod.rs` *, `ui/export/options.rs` *, a file for its writer, words * |
//! | a kind of page | `model/kinds.rs`, `words/kinds.rs` *, `scene/pages/deck.rs` *, a file for the page, words * |
//! | a field on a card, a phase, a step, a feeling or a lane | `model`, `insight/facts` *, who tells facts: `export/html/details.rs` and `ui/present/facts.rs` *, `export/tables/list.rs` and `export/tables/markdown` +; its control in `ui/inspector` +, words * |
//! | a command with a key | its row in `ui/state/command`, the room that performs it *, words * |
//! | how a quote finds room | `scene/free_room` for what a place costs, `scene/map/quotes/search.rs` and `scene/pages/callouts.rs` for which are tried |
//! | a room of the map | `ui/state/rooms.rs` * with its key +, `ui/shell/rooms.rs` * for what is shown there, a folder for it in `ui`, words * |
//! | a subcommand | `cli/args.rs`, `cli/mod.rs` *, a file for it, words of `cli.ftl` * |
//! | a rule that finds gaps | `insight/gaps/rule.rs` *, a file beside it that finds them, `insight/gaps/said.rs` *, its mark in `scene/map/gap_marks.rs` *, its icon in `ui/gaps/gap_row.rs` *, words of `gaps.ftl` *, its sentences and cases in `edit/gaps_found` + |
//! | a check of files | `file/problem.rs` with what it is called *, where it is found (`file/fields.rs`, `file/references.rs`), words of `problems.ftl` * |
//! | a version of the file | `file/read.rs`: one constant, and what an older file becomes |
//!
//! # Where to find what
//!
//! | question | place |
//! |---|---|
//! | Which fields does a card have? Which words may stand in the file? | [`model`], `model/kinds.rs` |
//! | How are numbers, shares and durations written? | [`words`] |
//! | What can be changed, and how? | [`edit`] |
//! | What happens to a damaged file? How is one saved? | [`mod@file`]; on a thread by `ui/shell/saving.rs` |
//! | What is not lost when the program ends, however it does? | `ui/shell/unsaved.rs`, kept by `autosave.rs` and `emergency.rs`, in [`file::recovery`] |
//! | What if somebody else saves the open file? | `ui/shell/watching.rs`, and [`merge`] for what becomes of both |
//! | Who else has the file open? Which copies of it came into conflict? | `file/in_use.rs`, asked by `ui/shell/in_use.rs`; `file/conflicted.rs` |
//! | What of a map is shown? What is a view? | `model/view.rs`, and `scene/map/shown.rs` for what follows from it |
//! | Which versions of a file are kept, where, and how many? | [`file::history`], its bounds in `file/history/limits.rs` |
//! | What changed between two versions, in words? Which things of a map? What comes back, and where to? | [`insight::what_changed`]; [`insight::map_differences`]; [`edit::bring_back`] |
//! | How is the history looked at, and what is brought back, in the window? | `ui/history`; what follows from it: `ui/shell/history.rs` |
//! | How are two maps compared? | [`insight::compared`]: one map made of both, drawn and exported as any other |
//! | What comes of two copies of a map? What is a conflict, and how is one solved? | [`mod@merge`]: things by id, never list by list |
//! | How are two copies merged, and conflicts chosen, in the window? What do both come from? | `ui/merging`, `ui/merging/base.rs`; what follows from it: `ui/shell/merging.rs`; marks on the map: `ui/canvas/conflict_marks.rs` |
//! | Where does a new map begin? Where are the user's own templates? | [`templates`] |
//! | What do a map's figures tell: funnel, times, agreement, channels? | [`insight`], drawn by [`scene::Strip`] |
//! | What does a persona feel in a phase? Which moment is the worst? Who counts, where only some are shown? | [`insight::Feelings`] and [`insight::moments`]: of points, never of the curve |
//! | What does it cost to win a customer, beside what it costs to keep one? | [`insight::costs_compared`] |
//! | How does a journey begin and end? Where do personas agree, and where not? Who has a page, and what does it say? | [`insight::map_title`], [`insight::agreement()`], [`insight::presented_personas`], drawn by `scene/pages/whole`, `agreement.rs` and `persona.rs` |
//! | Why does a word on a card not read ten thousand others again? | [`insight::KeptInsights`] compares what an edit touched with what is told; `scene/pages/memo.rs` and `sorted.rs` keep the pages by the same rule |
//! | What has a map taught, with which proof? What is asked of those who decide? | [`insight::learned()`], [`insight::asked()`], drawn by `scene/pages/learned.rs` and `ask.rs` |
//! | What is the one thing to say of a phase, with which proof? Who speaks beside it? Where is all else that stands in it? | [`insight::phase_titles()`], drawn by `scene/pages/phase_head.rs` and `phase_sides.rs`; `scene/pages/details.rs`, and [`model::Journey::details_place`] for where |
//! | How many gaps of each kind, and what has changed since a version, does a page tell? Which words of a sentence name a phase? | [`insight::gap_tally`], [`insight::changed_since`]; [`insight::Sentence`], coloured by `scene/text/inked.rs` |
//! | How do phases lie on paper? When is it their map instead? How are slides made on several threads? | `export/pdf/phase_pages.rs`, `phase_map.rs`; `export/pptx/making.rs` |
//! | How do the charts of rooms become files and pages? Why is there none? | `export/chart_sheet.rs`, `scene/pages/chart_page.rs`; [`insight::NoChart`] |
//! | Where does a map have gaps? What is said of one? Which are waved off, and why? Which rules look? | [`insight::gaps()`], [`insight::Gap`]; [`model::WavedOff`]; [`insight::GapRule::chosen`] |
//! | Where do gaps stand on a map? When are they looked for? Who lists them? | `scene/map/gap_marks.rs`; `ui/state/found_gaps.rs`; `ui/gaps` |
//! | Which card is an activity of ours? Which leads to which? When is a chain broken? | [`insight::is_of_activities`], [`insight::chain_links`]; `insight/gaps/broken_chain.rs` |
//! | Where does a chain run on the map? Which is brought out? How is it said what follows? | [`scene::ChainLine`]; `ui/canvas/chain_paint.rs`; `ui/inspector/next_card.rs`, `ui/canvas/lead.rs` |
//! | What has been asked, of whom, and what is heard? When is a card researched? Whose role has a source? | [`insight::research_thread`], [`insight::coverage()`], [`insight::theme_tallies`]; [`insight::evidence_of_sources`], [`insight::persona_of_source`] |
//! | Where do words that were taken out of a source stand? What can become of them? | `model/passage.rs`; `edit/research.rs`, and `edit/research_refs.rs` for what goes with them |
//! | How is a transcript read, and which? | `file/transcript.rs` |
//! | How is research shown and done in the window? | `ui/research`, drawn by `scene/research`; what comes into it: `ui/shell/research_room.rs` |
//! | Which rooms does a map have? What stands beside the map in each? | `ui/state/rooms.rs`; `ui/shell/rooms.rs` |
//! | Where is there room for a quote? What does it cost to cover a curve? | `scene/free_room`; which places are tried: `scene/map/quotes`, `scene/pages/callouts.rs` |
//! | How large is a thing, and where does it stand? | [`scene::Layout`] |
//! | What does a thing look like? In which colour? | [`scene::Item`], [`scene::Theme`] |
//! | How does the curve run between its points? | [`scene::Curve`] |
//! | Which pages is a map presented with? How are they ordered, added, hidden? | [`insight::story`], [`edit::story`], and the list of them in `ui/story` |
//! | How does a room work on a map: votes, the time, cards by typing? | `ui/workshop`, and `ui/canvas/votes.rs` |
//! | Which part of a map is seen: at first, by wheel and keys, in the overview? | `ui/canvas/camera.rs`, `ui/canvas/overview` |
//! | What do mouse and keys do? | [`ui`] |
//! | What does a command do? Where does a room get what it shows? | `ui/shell/perform.rs` and `ui/canvas/perform.rs`; `ui/state` |
//! | What is a button, a field, the box of a dialog made of? | `ui/kit` |
//! | Where does Tab go on the map, and what has the keyboard? | `ui/canvas/cells.rs`, `ui/kit/window_keys.rs` |
//! | Which line breaks are there, and which signs are not shown? | [`model::plain_text()`] |
//! | What is known of a card, a phase, a lane, and in which order is it told? | `insight/facts` |
//! | Which words does only the screen show? What is kept from frame to frame? | `ui/canvas/screen_texts.rs`, `ui/canvas/galleys.rs`, `ui/canvas/layer_cache.rs` |
//! | What does a small sign say when one points at it? | [`scene::Sign`]; shown by `ui/canvas/tips.rs` |
//! | What can one do to a card at once? | `ui/canvas/bar.rs` |
//! | Which opportunity is worth doing first? Which tasks are left, whose are they, which are late? | [`insight::rank_ideas`], [`insight::open_tasks`] |
//! | What does an opportunity look like in the matrix and on the board, and where does it lie? | `scene/ideas` |
//! | How are opportunities looked at, rated and planned in the window? | `ui/opportunities`; the panel beside it: `ui/inspector/idea.rs` |
//! | How do tasks get into a calendar? What may a line of a task say? | [`export::export_tasks`]; [`words::read_task_line`] |
//! | When is a card an opportunity, and what is tied to it? | [`insight::is_of_opportunities`], `edit/opportunity.rs`, `edit/ideas.rs` |
//! | How is a map presented, in one window or two? | [`ui::present`] |
//! | How does a map become a picture or a document? How is a format added? | [`export`] |
//! | What does `kundresa check` print? | [`cli`] |
//! | What may anybody hand it: which bytes, maps, pictures, damaged files of its own? | `tests/fuzz.rs`, a target for each way in and out; what was found is tried in each run |
//! | Which cards does a map have in all, what do they lack, in which order and groups? | `insight/card_table.rs`, `insight/card_order.rs`; the room: `ui/table` |
//! | How fast is it? | `tests/bench`, by `cargo bench --bench canvas`, `--bench export`, `--bench present` and `--bench file` |

#![cfg_attr(test, allow(clippy::wildcard_enum_match_arm, reason = "a test asks for one case"))]

pub mod cli;
pub mod edit;
pub mod exchange;
pub mod export;
pub mod file;
pub mod insight;
pub mod merge;
pub mod model;
pub mod scene;
pub mod templates;
pub mod ui;
pub mod words;
