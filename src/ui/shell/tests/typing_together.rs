//! Somebody else saves the open file while a word is typed here: are the words of both kept, whatever
//! is typed next?

use crate::edit::notation::{id, parse};
use crate::file::{self, Settings};
use crate::merge::conflicts;
use crate::model::{CardRef, Project, Thing};
use crate::ui::{App, Selection, WindowOptions};
use crate::words::Lang;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use std::path::PathBuf;
use std::sync::Arc;

/// A map whose only card says this.
fn map(text: &str) -> Project {
    let (mut project, _) = parse("A: a\nL: x");
    let journey = Arc::make_mut(project.journeys.get_mut(0).unwrap());
    let lane = Arc::make_mut(journey.lanes.get_mut(0).unwrap());
    Arc::make_mut(lane.cards.get_mut(0).unwrap()).text = text.to_owned();
    project
}

struct Typist {
    window: Harness<'static, App>,
    folder: tempfile::TempDir,
}

impl Typist {
    /// Somebody who has begun to type on the card, which said `text`.
    fn new(text: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("map.kundresa");
        file::save(&path, &map(text), false).unwrap();
        let options = WindowOptions { lang: Some(Lang::En), ..WindowOptions::default() };
        let mut window = Harness::builder()
            .with_size(Vec2::new(1400.0, 900.0))
            .with_max_steps(200)
            .with_step_dt(1.0 / 20.0)
            .build_eframe(move |cc| App::new(&cc.egui_ctx, options, Settings::default()));
        window.state_mut().open(&path);
        window.run();
        let card = Thing::Card(CardRef { lane: Some(id("L")), card: id("x") });
        window.state_mut().work.doc.as_mut().unwrap().select(Selection::of(card));
        window.run();
        let mut typist = Self { window, folder };
        typist.press(Modifiers::NONE, Key::F2);
        typist
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.window.key_press_modifiers(modifiers, key);
        self.window.run();
    }

    fn types(&mut self, text: &str) {
        self.window.event(Event::Text(text.to_owned()));
        self.window.run();
    }

    /// Somebody else saves the file, in which the card says this.
    fn other_saves(&mut self, text: &str) {
        let path: PathBuf = self.folder.path().join("map.kundresa");
        file::save(&path, &map(text), false).unwrap();
        let loaded = file::load(&path).unwrap();
        self.window.state_mut().take_in(loaded);
        self.window.run();
    }

    fn project(&self) -> Project {
        Project::clone(self.window.state().document().unwrap().editor.project())
    }

    fn says(&self) -> String {
        self.project().journeys[0].lanes[0].cards[0].text.clone()
    }
}

#[test]
fn the_next_letter_keeps_what_somebody_else_has_written_on_the_card() {
    let mut typist = Typist::new("Calls us late");
    typist.types(" today");
    typist.other_saves("Soon: Calls us late");
    assert_eq!(typist.says(), "Soon: Calls us late today");
    typist.types("!");
    assert_eq!(typist.says(), "Soon: Calls us late today!", "the caret is where it was");
    typist.press(Modifiers::NONE, Key::Enter);
    assert_eq!(typist.says(), "Soon: Calls us late today!");
    assert!(typist.project().conflicts.is_empty());
}

#[test]
fn what_is_typed_over_stands_and_the_other_words_can_be_chosen() {
    let mut typist = Typist::new("Calls us late");
    typist.press(Modifiers::COMMAND, Key::A);
    typist.types("Mails");
    typist.other_saves("Chats while queueing");
    assert_eq!(typist.says(), "Mails", "what one is typing does not change under the hand");
    typist.types(" twice");
    typist.press(Modifiers::NONE, Key::Enter);
    assert_eq!(typist.says(), "Mails twice");
    let [left] = &conflicts(&typist.project())[..] else { panic!("one is left") };
    assert_eq!((&*left.mine_text, &*left.theirs_text), ("Mails twice", "Chats while queueing"));
}

#[test]
fn what_was_not_touched_becomes_theirs_and_esc_gives_that_back() {
    let mut typist = Typist::new("Calls us late");
    typist.other_saves("Calls us late, again");
    assert_eq!(typist.says(), "Calls us late, again");
    typist.types("!");
    assert!(typist.says().starts_with("Calls us late, again"), "{}", typist.says());
    typist.press(Modifiers::NONE, Key::Escape);
    assert_eq!(typist.says(), "Calls us late, again");
}

#[test]
fn what_came_while_nobody_looked_is_still_told_when_somebody_does() {
    let mut typist = Typist::new("Calls us late");
    typist.press(Modifiers::NONE, Key::Escape);
    let said = |typist: &Typist| {
        typist.window.query_by_label_contains("Somebody else has saved").is_some()
    };
    let look = |typist: &mut Typist, focused: bool, seconds: usize| {
        typist.window.input_mut().focused = focused;
        typist.window.run_steps(seconds * 20);
    };
    look(&mut typist, false, 0);
    typist.other_saves("Calls us late, again");
    look(&mut typist, false, 60);
    assert!(said(&typist), "it waits");
    look(&mut typist, true, 2);
    assert!(said(&typist), "it is read");
    look(&mut typist, true, 4);
    assert!(!said(&typist), "it has been read");
}

#[test]
fn whoever_looks_at_another_window_in_the_middle_of_a_word_types_on() {
    let mut typist = Typist::new("Calls us late");
    typist.types(" to");
    let look = |typist: &mut Typist, focused: bool| {
        typist.window.input_mut().focused = focused;
        typist.window.event(Event::WindowFocused(focused));
        typist.window.run();
    };
    look(&mut typist, false);
    typist.other_saves("Soon: Calls us late");
    look(&mut typist, true);
    typist.types("day");
    assert_eq!(typist.says(), "Soon: Calls us late today");
    typist.press(Modifiers::NONE, Key::Enter);
    // So it is in a field of the panel.
    let field = |typist: &Typist| {
        typist.window.get_by_role_and_label(Role::MultilineTextInput, "Description").rect()
    };
    let at = field(&typist).center();
    typist.window.event(Event::PointerMoved(at));
    for pressed in [true, false] {
        let modifiers = Modifiers::NONE;
        let button = egui::PointerButton::Primary;
        typist.window.event(Event::PointerButton { pos: at, button, pressed, modifiers });
    }
    typist.window.run();
    typist.types("Twice a");
    look(&mut typist, false);
    look(&mut typist, true);
    typist.types(" week");
    typist.press(Modifiers::NONE, Key::Enter);
    let note = typist.project().journeys[0].lanes[0].cards[0].note.clone();
    assert_eq!(note, "Twice a week");
}

#[test]
fn whoever_has_saved_what_is_in_conflict_now_is_told_so() {
    let mut typist = Typist::new("Calls us late");
    typist.press(Modifiers::NONE, Key::Escape);
    let path: PathBuf = typist.folder.path().join("map.kundresa");
    let mut theirs = map("Mails");
    let conflict = crate::model::Conflict {
        list: "cards".into(),
        thing: id("x"),
        field: "text".into(),
        standing: "Mails".into(),
        other: "Calls us late".into(),
        side: Some(crate::model::Side::Theirs),
        ..Default::default()
    };
    theirs.conflicts.push(Arc::new(conflict));
    let saves = |typist: &mut Typist, project: &Project| {
        file::save(&path, project, false).unwrap();
        let loaded = file::load(&path).unwrap();
        typist.window.state_mut().take_in(loaded);
        typist.window.run();
    };
    saves(&mut typist, &theirs);
    let says = |typist: &Typist, text: &str| typist.window.query_by_label_contains(text).is_some();
    assert!(says(&typist, "You have written different things in one place"));
    assert!(!says(&typist, "details of the project"));
    assert!(typist.window.query_by_role_and_label(Role::Button, "Choose…").is_some());
    // And when somebody has chosen.
    saves(&mut typist, &map("Mails"));
    assert!(says(&typist, "has chosen in what was in conflict"));
}
