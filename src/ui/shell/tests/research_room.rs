//! Does the room of research take what was said to the map? In the whole window.

use crate::file::{Settings, ThemeChoice};
use crate::insight::ResearchStep;
use crate::model::{Card, Evidence, Id, LaneKind, Passage, Project, Source};
use crate::ui::research::ResearchPage;
use crate::ui::state::rooms::Room as MapRoom;
use crate::ui::{App, Document, WindowOptions};
use crate::words::Lang;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use jiff::civil::date;

struct Room {
    window: Harness<'static, App>,
}

/// The interview with a transcript, of the example.
const SAID: &str = "Jag stod på lastkajen och tänkte att någon hade kört fel.";

fn example() -> Project {
    let root = env!("CARGO_MANIFEST_DIR");
    let path = format!("{root}/assets/examples/forpackningsmaskin.kundresa");
    crate::file::load(path.as_ref()).unwrap().project
}

impl Room {
    /// The room of a map, in English, on 5 May 2026.
    fn of(project: Project) -> Self {
        let options = WindowOptions { lang: Some(Lang::En), ..WindowOptions::default() };
        let settings = Settings { theme: ThemeChoice::Light, ..Settings::default() };
        let mut window = Harness::builder()
            .with_size(Vec2::new(1680.0, 1000.0))
            .with_max_steps(400)
            .with_step_dt(1.0 / 20.0)
            .build_eframe(move |cc| App::new(&cc.egui_ctx, options, settings));
        window.state_mut().work.research.today = Some(date(2026, 5, 5));
        window.state_mut().show_document(Some(Document::new(project, None, false)));
        window.run();
        let mut room = Self { window };
        room.key(Modifiers::ALT, Key::Num3);
        assert_eq!(room.window.state().work.room, MapRoom::Research);
        room
    }

    /// The same with the transcript in front and these words of it chosen.
    fn with_words(words: &str) -> Self {
        let mut room = Self::of(example());
        room.open("Underhållstekniker, Skellefteå");
        room.choose(words);
        room
    }

    fn open(&mut self, name: &str) {
        let start = name.to_owned();
        let found = self.find(Role::ListBoxOption, &start);
        self.click(found.unwrap_or_else(|| panic!("{name}")).center());
    }

    fn choose(&mut self, words: &str) {
        let notes = self.interview().notes;
        let at = notes.find(words).unwrap();
        // The end of a long text is below what is seen.
        let research = &mut self.window.state_mut().work.research;
        research.chosen = Some(at..at + words.len());
        research.to_be_seen = Some(at..at + words.len());
        self.window.run();
    }

    /// Where something is whose name begins so.
    fn find(&self, role: Role, start: &str) -> Option<Rect> {
        let mut nodes = self.window.root().children_recursive();
        let is_it = |node: &egui_kittest::Node<'_>| {
            let node = node.accesskit_node();
            node.role() == role && node.label().is_some_and(|it| it.starts_with(start))
        };
        nodes.find(is_it).map(|node| node.rect())
    }

    fn key(&mut self, modifiers: Modifiers, key: Key) {
        self.window.key_press_modifiers(modifiers, key);
        self.window.run();
    }

    fn event(&mut self, event: Event) {
        self.window.event(event);
        self.window.run();
    }

    fn button(&mut self, at: Pos2, pressed: bool) {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        self.window.event(Event::PointerMoved(at));
        self.window.step();
        self.window.event(Event::PointerButton { pos: at, button, pressed, modifiers });
        self.window.step();
    }

    fn click(&mut self, at: Pos2) {
        self.button(at, true);
        self.button(at, false);
        self.window.run();
    }

    fn project(&self) -> Project {
        let doc = self.window.state().document().unwrap();
        Project::clone(doc.editor.project())
    }

    fn interview(&self) -> Source {
        let project = self.project();
        let found = project.sources.iter().find(|source| source.title.starts_with("Intervju 4"));
        Source::clone(found.unwrap())
    }

    /// The quotes of the first map, each with the title of its step.
    fn quotes(&self) -> Vec<(Card, String)> {
        let project = self.project();
        let map = &project.journeys[0];
        let lanes = map.lanes.iter().filter(|lane| lane.kind == LaneKind::Quotes);
        let cards = lanes.flat_map(|lane| lane.cards.iter());
        let step = |id: &Id| map.steps().find(|(_, step)| step.id == *id).unwrap().1.title.clone();
        cards.map(|card| (Card::clone(card), step(&card.step))).collect()
    }

    fn undo(&mut self) {
        self.key(Modifiers::COMMAND, Key::Z);
    }
}

#[test]
fn keys_put_words_as_a_quote_in_a_step() {
    let mut room = Room::with_words(SAID);
    let before = room.interview().passages.len();
    room.key(Modifiers::NONE, Key::Q);
    for key in [Key::ArrowRight, Key::ArrowRight, Key::ArrowLeft, Key::Enter] {
        room.key(Modifiers::NONE, key);
    }
    let quotes = room.quotes();
    let [(card, step)] = &quotes[..] else { panic!("{quotes:?}") };
    assert_eq!((card.text.as_str(), step.as_str()), (SAID, "Söker"));
    assert_eq!(card.evidence, Some(Evidence::Researched));
    let project = room.project();
    let who = project.persona(&card.personas[0]).unwrap().1;
    assert_eq!((who.name.as_str(), card.personas.len()), ("Elin", 1));
    assert_eq!(room.interview().passages.len(), before + 1);
    room.undo();
    assert_eq!((room.quotes().len(), room.interview().passages.len()), (0, before));
}

#[test]
fn keys_put_words_to_a_card_and_to_a_theme() {
    let mut room = Room::with_words(SAID);
    room.key(Modifiers::NONE, Key::E);
    room.key(Modifiers::NONE, Key::ArrowDown);
    room.key(Modifiers::NONE, Key::Enter);
    let passage = room.interview().passages.last().unwrap().clone();
    let project = room.project();
    let lanes = project.journeys[0].lanes.iter();
    let mut cards = lanes.flat_map(|lane| lane.cards.iter());
    let card = cards.find(|card| Some(&card.id) == passage.card.as_ref()).unwrap();
    assert!(card.sources.contains(&room.interview().id));
    room.undo();

    room.choose(SAID);
    room.key(Modifiers::NONE, Key::T);
    room.key(Modifiers::NONE, Key::Enter);
    let passage = room.interview().passages.last().unwrap().clone();
    assert_eq!((passage.text.as_str(), passage.themes.len()), (SAID, 1));
    // One past the last is a new one, to be named.
    room.choose("Jag läser inte tyska.");
    room.key(Modifiers::NONE, Key::T);
    let themes = room.project().themes.len();
    for _ in 0..themes {
        room.key(Modifiers::NONE, Key::ArrowDown);
    }
    room.key(Modifiers::NONE, Key::Enter);
    let project = room.project();
    assert_eq!(project.themes.len(), themes + 1);
    assert_eq!(project.themes.last().unwrap().title, "Jag läser inte tyska");
}

#[test]
fn a_bar_below_the_words_says_what_they_can_become() {
    let mut room = Room::with_words(SAID);
    let press = |room: &mut Room, role: Role, name: &str| {
        let found = room.find(role, name).unwrap_or_else(|| panic!("{name}"));
        room.click(found.center());
    };
    let take = |room: &mut Room, name: &str| {
        let found = room.window.get_by_role_and_label(Role::Button, name).rect();
        room.click(found.center());
    };
    take(&mut room, "Evidence");
    press(&mut room, Role::Button, "Söker: ");
    assert!(room.quotes().is_empty(), "its cards are asked for next");
    let card = "Touchpoints: Google-annons";
    press(&mut room, Role::ListBoxOption, card);
    let passage = room.interview().passages.last().unwrap().clone();
    assert_eq!(passage.text, SAID);
    assert!(passage.card.is_some());
    room.undo();
    room.choose(SAID);
    take(&mut room, "Quote");
    press(&mut room, Role::Button, "Söker: ");
    assert_eq!(room.quotes().len(), 1);
    // What is no longer marked becomes nothing.
    assert!(room.window.query_by_role_and_label(Role::Button, "Evidence").is_none());
}

#[test]
fn without_words_the_keys_say_what_is_missing_and_escape_lets_go() {
    let mut room = Room::with_words(SAID);
    room.key(Modifiers::NONE, Key::Q);
    room.key(Modifiers::NONE, Key::Escape);
    room.key(Modifiers::NONE, Key::Enter);
    assert!(room.quotes().is_empty());
    room.window.state_mut().work.research.chosen = None;
    let before = room.project();
    room.key(Modifiers::NONE, Key::E);
    room.key(Modifiers::NONE, Key::Enter);
    assert_eq!(room.project(), before);
    assert!(room.window.query_by_label_contains("First mark what was said").is_some());
}

#[test]
fn words_are_dragged_to_a_step_and_to_a_theme() {
    let mut room = Room::with_words("Säljaren. En rad i inbjudan hade räckt.");
    let words = room.chosen_place();
    let step = room.find(Role::Button, "Provkör: ").unwrap();
    room.button(words, true);
    for at in [words.lerp(step.center(), 0.4), step.center()] {
        room.window.event(Event::PointerMoved(at));
        room.window.step();
    }
    room.button(step.center(), false);
    room.window.run();
    let quotes = room.quotes();
    assert_eq!(quotes.iter().map(|(_, step)| step.as_str()).collect::<Vec<_>>(), ["Provkör"]);

    room.choose("Säljaren.");
    let words = room.chosen_place();
    let theme = room.find(Role::ListBoxOption, "Priset går inte att jämföra").unwrap();
    room.button(words, true);
    for at in [words.lerp(theme.center(), 0.4), theme.center()] {
        room.window.event(Event::PointerMoved(at));
        room.window.step();
    }
    room.button(theme.center(), false);
    room.window.run();
    let project = room.project();
    let theme = project.themes.iter().find(|one| one.title.starts_with("Priset")).unwrap();
    let passage = room.interview().passages.last().unwrap().clone();
    assert_eq!(passage.themes, std::slice::from_ref(&theme.id));
}

#[test]
fn what_is_pasted_is_what_somebody_said() {
    let mut room = Room::of(example());
    let before = room.project().sources.len();
    room.event(Event::Paste("När?\r\nI går.".into()));
    let sources = room.project().sources;
    assert_eq!(
        (sources.len(), sources.last().unwrap().notes.as_str()),
        (before + 1, "När?\nI går.")
    );
    assert_eq!(room.window.state().work.research.source, Some(sources.last().unwrap().id.clone()));
    // Its fields are open; undone, those of no other source are.
    let (role, who) = (Role::TextInput, "Who");
    assert!(room.find(role, who).is_some());
    room.undo();
    assert_eq!(room.project().sources.len(), before);
    assert!(room.find(role, who).is_none());
}

#[test]
fn a_file_that_was_read_is_a_source_of_its_own() {
    let mut room = Room::of(example());
    let of = room.project().journeys[0].id.clone();
    let before = room.project().sources.len();
    let app = room.window.state_mut();
    app.transcript_came_in(&of, "Intervju 7 – chef, Umeå", Ok("– Ja.".into()));
    app.transcript_came_in(&Id::new("of another file"), "x", Ok("– Nej.".into()));
    room.window.run();
    let sources = room.project().sources;
    assert_eq!(sources.len(), before + 1);
    assert_eq!(sources.last().unwrap().title, "Intervju 7 – chef, Umeå");
}

#[test]
fn an_empty_research_begins_with_what_one_wants_to_know() {
    let mut project = example();
    project.sources = Default::default();
    project.themes = Default::default();
    let map = project.journeys.edit(0).unwrap();
    map.purpose.clear();
    for at in 0..map.lanes.len() {
        let Some(lane) = map.lanes.edit(at) else { continue };
        (lane.cards, lane.points) = Default::default();
    }
    let mut room = Room::of(project);
    let page = room.window.state().work.research.page.clone();
    assert_eq!(page, ResearchPage::Step(ResearchStep::Purpose));
    let (role, name) = (Role::MultilineTextInput, "What do you want to know?");
    room.window.get_by_role_and_label(role, name).focus();
    room.window.run();
    room.event(Event::Text("Varför stannar affären?".into()));
    assert_eq!(room.project().journeys[0].purpose, "Varför stannar affären?");
}

#[test]
fn what_is_said_below_a_paragraph_has_room_however_much_that_is() {
    let mut project = example();
    let words = ["Först kom maskinen.", "Sedan stod den still.", "Till sist ringde jag Leif."];
    let passage = |(at, text): (usize, &&str)| Passage {
        id: Id::new(&format!("p{at}")),
        text: (*text).into(),
        themes: project.themes.iter().take(2).map(|theme| theme.id.clone()).collect(),
        ..Passage::default()
    };
    let source = Source {
        id: Id::new("long"),
        title: "Den långa".into(),
        notes: format!("{}\n\nNästa stycke.", words.join(" ")),
        passages: words.iter().enumerate().map(passage).collect(),
        ..Source::default()
    };
    project.sources.push(source.into());
    let titles: Vec<String> =
        project.themes.iter().take(2).map(|theme| theme.title.clone()).collect();
    let label = titles.join(", ");
    let mut room = Room::of(project);
    room.open("Den långa");
    let notes = room.window.get_all_by_role_and_label(Role::Button, &label);
    let notes: Vec<Rect> = notes.map(|note| note.rect()).collect();
    assert_eq!(notes.len(), 3);
    let paper = room.find(Role::MultilineTextInput, "").expect("the text");
    for (place, note) in notes.iter().enumerate() {
        assert!(note.right() <= paper.right() + 1.0, "{note} in {paper}");
        let others = notes.iter().skip(place + 1);
        assert!(others.into_iter().all(|other| !other.shrink(1.0).intersects(*note)), "{notes:?}");
    }
    assert!(notes.iter().any(|note| note.top() > notes[0].top()), "{notes:?}");
    assert!(notes.iter().all(|note| note.bottom() < paper.bottom()), "the text goes on below");
}

#[test]
fn a_theme_says_which_sources_its_cards_bring() {
    let mut room = Room::of(example());
    let theme = room.find(Role::ListBoxOption, "Den som ska laga kommer in sist").expect("a theme");
    room.click(theme.center());
    let project = room.project();
    let card = project.themes[0].cards[0].clone();
    let lanes = project.journeys[0].lanes.iter();
    let mut cards = lanes.flat_map(|lane| lane.cards.iter());
    let card = cards.find(|one| one.id == card).unwrap();
    assert!(!card.sources.is_empty());
    let said = room.find(Role::Link, &card.text).is_some();
    assert!(said);
    let label = format!("{} ", card.text);
    let mut nodes = room.window.root().children_recursive();
    let name =
        nodes.find_map(|node| node.accesskit_node().label().filter(|it| it.starts_with(&label)));
    let name = name.unwrap();
    assert!(name.contains(" · Intervju ") && !name.contains('–'), "{name}");
}

#[test]
fn words_are_found_in_what_was_said_and_in_that_of_other_sources() {
    let mut project = example();
    let word = "lastkajen";
    let two = |text: &str| Source {
        id: Id::new("two"),
        title: "Den andra".into(),
        notes: text.into(),
        ..Source::default()
    };
    project.sources.push(two("00:04 Först.\n\n[12:30] Vid lastkajen, ja Lastkajen.").into());
    let mut room = Room::of(project);
    room.open("Underhållstekniker, Skellefteå");
    let first = room.window.state().work.research.source.clone();
    room.key(Modifiers::COMMAND, Key::F);
    assert_eq!(room.window.state().work.room, MapRoom::Research);
    room.event(Event::Text(word.into()));
    let said = |room: &Room| room.window.state().work.research.source.clone();
    let count = |room: &Room, text: &str| room.window.query_by_label(text).is_some();
    let here = room.interview().notes.to_lowercase().matches(word).count();
    assert!(here > 0);
    assert!(count(&room, &format!("1 of {}", here + 2)));
    assert_eq!(said(&room), first);
    for _ in 0..here {
        room.key(Modifiers::NONE, Key::Enter);
    }
    assert!(count(&room, &format!("{} of {}", here + 1, here + 2)));
    assert_eq!(said(&room), Some(Id::new("two")));
    room.key(Modifiers::SHIFT, Key::Enter);
    assert_eq!(said(&room), first);
    room.key(Modifiers::NONE, Key::F3);
    room.key(Modifiers::NONE, Key::F3);
    assert!(count(&room, &format!("{0} of {0}", here + 2)));
    assert_eq!(room.window.state().work.room, MapRoom::Research);
    // Closed, the caret is where it was found: what is marked next begins there.
    room.key(Modifiers::NONE, Key::Escape);
    assert!(!count(&room, &format!("{0} of {0}", here + 2)));
    room.key(Modifiers::SHIFT, Key::Home);
    let chosen = room.window.state().work.research.chosen.clone().unwrap();
    let notes = room.project().sources.last().unwrap().notes.clone();
    assert!(notes[chosen.clone()].contains("Vid lastkajen, ja Lastkajen"), "{}", &notes[chosen]);
}

#[test]
fn what_is_found_in_another_source_comes_into_view() {
    let mut project = example();
    let line =
        "[00:01] Frågare: Hur länge stod linan still den gången?\nEn timme, och sedan en till.\n";
    let notes = format!("{}Då ringde jag pingviner.", line.repeat(300));
    project.sources.push(Source { id: Id::new("long"), notes, ..Source::default() }.into());
    let mut room = Room::of(project);
    room.open("Underhållstekniker, Skellefteå");
    room.key(Modifiers::COMMAND, Key::F);
    room.event(Event::Text("pingviner".into()));
    assert_eq!(room.window.state().work.research.source, Some(Id::new("long")));
    let text = room.find(Role::MultilineTextInput, "").unwrap();
    assert!(text.height() > 4000.0 && text.bottom() < 1000.0, "its last line is seen: {text}");
}

#[test]
fn what_is_said_of_a_source_leads_to_it_and_to_its_places_on_the_map() {
    let mut room = Room::of(example());
    let doc = |room: &Room| room.window.state().document().unwrap().selection.things.clone();
    // A row of the coverage leads to its source.
    let wanted = room.interview();
    assert_ne!(room.window.state().work.research.source, Some(wanted.id.clone()));
    let start = format!("{}: ", wanted.title);
    let row = room.find(Role::Button, &start).expect("a row of the coverage");
    room.click(row.center());
    assert_eq!(room.window.state().work.research.source, Some(wanted.id.clone()));
    // What is evidence there is selected on the map.
    let project = room.project();
    let told = crate::insight::told_by(&project, &project.journeys[0], &wanted.id);
    assert!(told.len() > 1);
    let chip = room.find(Role::Button, "Evidence ").expect("the chip of places");
    room.click(chip.center());
    assert_eq!(room.window.state().work.room, MapRoom::Map);
    assert_eq!(doc(&room), told);
    // So is where a passage went.
    room.key(Modifiers::ALT, Key::Num3);
    let passage = wanted.passages.iter().find(|one| one.card.is_some()).unwrap();
    let mut lanes = project.journeys[0].lanes.iter();
    let has = |lane: &&std::sync::Arc<crate::model::Lane>| {
        lane.cards.iter().any(|card| Some(&card.id) == passage.card.as_ref())
    };
    let words = crate::words::Words::new(Lang::En);
    let lane = crate::words::lane_name(lanes.find(has).unwrap(), &words);
    room.window.state_mut().work.research.to_be_seen = wanted.place_of(passage);
    room.window.run();
    let label = room.find(Role::Button, &format!("{lane}, ")).expect("where it went");
    room.click(label.center());
    assert_eq!(room.window.state().work.room, MapRoom::Map);
    assert_eq!(doc(&room).len(), 1);
    assert_eq!(doc(&room)[0].id(), passage.card.as_ref().unwrap());
}

#[test]
fn a_click_in_chosen_words_puts_the_caret_there() {
    let mut room = Room::with_words(SAID);
    let at = room.chosen_place();
    room.click(at);
    assert_eq!(room.window.state().work.research.chosen, None);
    room.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowRight);
    let chosen = room.window.state().work.research.chosen.clone();
    let words = room.interview().notes[chosen.expect("a word is marked")].to_owned();
    assert!(SAID.contains(&words) && !SAID.starts_with(&words), "{words}");
}

impl Room {
    /// Where the chosen words are on the screen.
    fn chosen_place(&self) -> Pos2 {
        let place = self.window.state().work.research.place_of_words;
        place.expect("they are in view").center()
    }
}
