//! Is a whole story presented by keys alone, and is the map as it was afterwards?

mod edits;

use super::screens::{Audience, Screen, Screens};
use super::shot::{Curtain, Light};
use crate::edit::{Change, Edit};
use crate::file::{Settings, ThemeChoice};
use crate::model::{
    Card, EmotionPoint, Id, Journey, Lane, LaneKind, List, PageKind, Persona, Phase, Project, Step,
    StoryPage,
};
use crate::ui::{App, Document, WindowOptions};
use crate::words::Lang;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, Vec2, pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

type Window = Harness<'static, App>;

fn id(name: &str) -> Id {
    Id::new(name)
}

/// Two phases with a card and a face each: title, map, curve, Anna, two phases.
fn project() -> Project {
    let phase = |name: &str| Phase {
        id: id(name),
        title: format!("Phase {name}"),
        steps: [Step { id: id(&format!("{name}1")), ..Step::default() }].into_iter().collect(),
        ..Phase::default()
    };
    let card = |name: &str, step: &str| Card {
        id: id(name),
        step: id(step),
        text: format!("Card {name}"),
        note: "More about it".into(),
        ..Card::default()
    };
    let point = |step: &str| EmotionPoint {
        id: id(&format!("p{step}")),
        persona: Some(id("anna")),
        step: id(step),
        value: 1.0,
        quote: "So easy".into(),
        ..EmotionPoint::default()
    };
    let touch = Lane {
        id: id("touch"),
        kind: LaneKind::Touchpoints,
        cards: [card("x", "a1"), card("y", "b1")].into_iter().collect(),
        ..Lane::default()
    };
    let feel = Lane {
        id: id("feel"),
        kind: LaneKind::Emotions,
        points: [point("a1"), point("b1")].into_iter().collect(),
        ..Lane::default()
    };
    let journey = Journey {
        id: id("map"),
        title: "The journey".into(),
        personas: vec![id("anna")],
        phases: [phase("a"), phase("b")].into_iter().collect(),
        lanes: [touch, feel].into_iter().collect(),
        ..Journey::default()
    };
    let anna = Persona { id: id("anna"), name: "Anna".into(), ..Persona::default() };
    Project {
        journeys: List::from_iter([journey]),
        personas: List::from_iter([anna]),
        ..Project::default()
    }
}

fn window() -> Window {
    window_of(project())
}

fn window_of(project: Project) -> Window {
    let options = WindowOptions { lang: Some(Lang::En), ..WindowOptions::default() };
    let settings = Settings { theme: ThemeChoice::Light, ..Settings::default() };
    let mut window = Harness::builder()
        .with_size(Vec2::new(1600.0, 900.0))
        .with_max_steps(400)
        .with_step_dt(1.0 / 20.0)
        .build_eframe(move |cc| {
            let mut app = App::new(&cc.egui_ctx, options, settings);
            app.work.doc = Some(Document::new(project, None, false));
            app
        });
    window.run();
    window
}

fn key(window: &mut Window, key: Key) {
    window.key_press(key);
    window.run();
}

fn shift(window: &mut Window, key: Key) {
    window.key_press_modifiers(Modifiers::SHIFT, key);
    window.run();
}

/// The page's place from 1, and its heading.
fn page(window: &Window) -> (usize, String) {
    let present = window.state().presentation().expect("it is being presented");
    (present.progress().0 + 1, present.seen().map_or_else(String::new, |page| page.title.clone()))
}

fn number(window: &Window) -> usize {
    page(window).0
}

fn count(window: &Window) -> usize {
    window.state().presentation().map_or(0, |present| present.progress().1)
}

fn click(window: &mut Window, at: Pos2, button: PointerButton) {
    window.event(Event::PointerMoved(at));
    window.run();
    for pressed in [true, false] {
        let modifiers = Modifiers::NONE;
        window.event(Event::PointerButton { pos: at, button, pressed, modifiers });
    }
    window.run();
}

fn doc(window: &Window) -> &Document {
    window.state().document().expect("a file is open")
}

#[test]
fn a_whole_story_by_keys_alone_and_the_map_is_where_it_was() {
    let mut window = window();
    let camera = doc(&window).cameras.get(&id("map")).copied();
    let before = doc(&window).editor.project().clone();
    key(&mut window, Key::F5);
    assert_eq!(page(&window), (1, "The journey".into()));
    let all = count(&window);
    assert!(all >= 5, "{all}");
    let on = [Key::ArrowRight, Key::Space, Key::PageDown, Key::Enter, Key::ArrowDown];
    for place in 1..all {
        key(&mut window, on[place % on.len()]);
        assert_eq!(number(&window), place + 1);
    }
    key(&mut window, Key::ArrowRight);
    assert_eq!(number(&window), all, "the last page is the last");
    let back = [Key::ArrowLeft, Key::PageUp, Key::Backspace, Key::ArrowUp];
    for place in (1..all).rev() {
        key(&mut window, back[place % back.len()]);
        assert_eq!(number(&window), place);
    }
    key(&mut window, Key::End);
    assert_eq!(number(&window), all);
    key(&mut window, Key::Num2);
    assert_eq!(number(&window), all, "a number waits for Enter");
    key(&mut window, Key::Enter);
    assert_eq!(number(&window), 2);
    key(&mut window, Key::Home);
    assert_eq!(number(&window), 1);
    key(&mut window, Key::Escape);
    assert!(window.state().presentation().is_none());
    assert_eq!(doc(&window).cameras.get(&id("map")).copied(), camera);
    assert!(std::sync::Arc::ptr_eq(doc(&window).editor.project(), &before));
}

#[test]
fn what_is_in_front_goes_before_the_presentation_ends() {
    let mut window = window();
    key(&mut window, Key::F5);
    let present = |window: &Window| {
        let present = window.state().presentation().expect("it is being presented");
        (present.curtain, present.light, present.zoomed, present.help)
    };
    key(&mut window, Key::Period);
    assert_eq!(present(&window).0, Some(Curtain::Black));
    key(&mut window, Key::W);
    assert_eq!(present(&window).0, Some(Curtain::White));
    key(&mut window, Key::W);
    assert_eq!(present(&window).0, None);
    key(&mut window, Key::B);
    key(&mut window, Key::S);
    key(&mut window, Key::Z);
    key(&mut window, Key::H);
    assert_eq!(present(&window), (Some(Curtain::Black), Some(Light::Spot), true, true));
    key(&mut window, Key::Escape);
    assert_eq!(present(&window), (Some(Curtain::Black), Some(Light::Spot), true, false));
    key(&mut window, Key::Escape);
    assert_eq!(present(&window), (None, Some(Light::Spot), true, false));
    key(&mut window, Key::Escape);
    key(&mut window, Key::Escape);
    assert_eq!(present(&window), (None, None, false, false));
    // A page turned lifts the curtain.
    key(&mut window, Key::B);
    key(&mut window, Key::ArrowRight);
    assert_eq!((present(&window).0, number(&window)), (None, 2));
    key(&mut window, Key::Escape);
    assert!(window.state().presentation().is_none());
}

#[test]
fn shift_f5_begins_at_the_phase_that_is_selected() {
    let mut window = window();
    let card = crate::model::CardRef { lane: Some(id("touch")), card: id("y") };
    let thing = crate::model::Thing::Card(card);
    if let Some(doc) = &mut window.state_mut().work.doc {
        doc.select(crate::ui::Selection::of(thing.clone()));
    }
    window.run();
    shift(&mut window, Key::F5);
    assert!(page(&window).1.starts_with("Phase b"), "{:?}", page(&window));
    key(&mut window, Key::Escape);
    assert!(doc(&window).selection.has(&thing));
}

#[test]
fn a_text_is_edited_mid_presentation_and_the_place_is_kept() {
    let mut window = window();
    key(&mut window, Key::F5);
    key(&mut window, Key::Num5);
    key(&mut window, Key::Enter);
    let place = page(&window);
    assert!(place.1.starts_with("Phase a"), "{place:?}");
    key(&mut window, Key::E);
    key_all(&mut window, "Found");
    key(&mut window, Key::Escape);
    let title = |window: &Window| doc(window).editor.project().journeys[0].phases[0].title.clone();
    assert_eq!(title(&window), "Phase a", "Esc drops it");
    assert_eq!(page(&window), place);
    key(&mut window, Key::E);
    key_all(&mut window, "Found");
    key(&mut window, Key::Enter);
    assert_eq!(title(&window), "Found");
    let (number, heading) = page(&window);
    assert!(number == place.0 && heading.starts_with("Found"), "{number} {heading}");
    // One step of history, undone without leaving.
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.run();
    assert_eq!(title(&window), "Phase a");
    assert_eq!(page(&window), place);
}

/// Types instead of what is there.
fn key_all(window: &mut Window, text: &str) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.event(Event::Text(text.into()));
    window.run();
}

#[test]
fn a_click_goes_on_and_on_a_card_it_shows_it_large() {
    let mut window = window();
    key(&mut window, Key::F5);
    let empty = pos2(800.0, 890.0);
    click(&mut window, empty, PointerButton::Primary);
    assert_eq!(number(&window), 2);
    click(&mut window, empty, PointerButton::Secondary);
    assert_eq!(number(&window), 1);
    let present = window.state_mut().work.presenting.as_mut().expect("it is being presented");
    let card = crate::model::CardRef { lane: Some(id("touch")), card: id("x") };
    present.card = Some(crate::model::Thing::Card(card));
    window.run();
    window.get_by_label("Card x");
    window.get_by_label("More about it");
    key(&mut window, Key::Escape);
    assert!(window.query_by_label("More about it").is_none());
    assert_eq!(number(&window), 1);
}

#[test]
fn two_quick_clicks_beside_everything_are_two_pages() {
    let mut window = window();
    key(&mut window, Key::F5);
    // Nothing stands here on the first page, and a card of the map on the next one.
    let card = crate::model::CardRef { lane: Some(id("touch")), card: id("y") };
    let words = crate::words::Words::new(Lang::En);
    let present = window.state_mut().work.presenting.as_mut().expect("it is being presented");
    let map = present.deck.page(1, &words).expect("the page of the map");
    let place = super::on_page::place_on_map(&map, &crate::model::Thing::Card(card));
    let at = place.expect("a card on the map").center() * (1600.0 / 1920.0);
    window.event(Event::PointerMoved(at));
    for pressed in [true, false, true, false] {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        window.event(Event::PointerButton { pos: at, button, pressed, modifiers });
        window.step();
    }
    window.run();
    assert_eq!(number(&window), 3);
    let present = window.state().presentation().expect("it is being presented");
    assert!(present.editing.is_none());
}

#[test]
fn notes_are_kept_with_their_page_in_the_presenters_view() {
    let mut window = window();
    key(&mut window, Key::F5);
    key(&mut window, Key::P);
    let notes = |window: &mut Window, text: &str| {
        window.get_by_role_and_label(Role::MultilineTextInput, "Notes").focus();
        window.run();
        window.event(Event::Text(text.into()));
        window.run();
    };
    notes(&mut window, "Welcome");
    assert_eq!(number(&window), 1, "what is typed turns no page");
    window.get_by_role_and_label(Role::Button, "Next page").click();
    window.run();
    notes(&mut window, "The map b");
    key(&mut window, Key::Escape);
    assert!(window.state().presentation().is_some(), "Esc leaves the field only");
    let story = doc(&window).editor.project().journeys[0].story.clone();
    let stored: Vec<String> = story.iter().map(|page| page.notes.clone()).collect();
    assert_eq!(stored, ["Welcome", "The map b"]);
    key(&mut window, Key::ArrowLeft);
    assert_eq!(number(&window), 1);
}

#[test]
fn notes_and_text_of_a_page_do_not_take_each_other_back() {
    let mut window = window();
    let page_of_text = StoryPage {
        id: id("t"),
        kind: PageKind::Text,
        title: "Ours".into(),
        text: "old".into(),
        ..StoryPage::default()
    };
    let edit = Edit { journey: id("map"), change: Change::PutStory(vec![page_of_text]) };
    window.state_mut().work.doc.as_mut().unwrap().editor.edit(edit).unwrap();
    key(&mut window, Key::F5);
    key(&mut window, Key::P);
    while page(&window).1 != "Ours" {
        key(&mut window, Key::ArrowRight);
    }
    key(&mut window, Key::E);
    key_all(&mut window, "new");
    key(&mut window, Key::Enter);
    window.get_by_role_and_label(Role::MultilineTextInput, "Notes").focus();
    window.run();
    window.event(Event::Text("Say it".into()));
    window.run();
    window.get_by_role_and_label(Role::Button, "Previous page").click();
    window.run();
    let kept = |window: &Window| {
        let story = doc(window).editor.project().journeys[0].story.clone();
        let page = story.iter().find(|page| page.kind == PageKind::Text).cloned().unwrap();
        (page.text.clone(), page.notes.clone())
    };
    assert_eq!(kept(&window), ("new".into(), "Say it".into()));
    // Of another page's notes nothing can be taken back here.
    window.get_by_role_and_label(Role::MultilineTextInput, "Notes").focus();
    window.run();
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    key(&mut window, Key::Escape);
    assert_eq!(kept(&window), ("new".into(), "Say it".into()));
}

#[test]
fn what_is_being_written_when_it_ends_is_kept() {
    let title = |window: &Window| doc(window).editor.project().journeys[0].phases[0].title.clone();
    let editing = |to: &str| {
        let mut window = window();
        key(&mut window, Key::F5);
        key(&mut window, Key::Num5);
        key(&mut window, Key::Enter);
        key(&mut window, Key::E);
        key_all(&mut window, to);
        window
    };
    let mut window = editing("Found");
    let present = window.state().presentation().expect("it is being presented");
    present.link.asks.lock().push(super::shot::AudienceAsks::End);
    window.run();
    assert!(window.state().presentation().is_none());
    assert_eq!(title(&window), "Found");
    // Whoever ends the program is asked about it.
    let mut window = editing("Found");
    window.key_press_modifiers(Modifiers::COMMAND, Key::Q);
    window.run();
    window.get_by_role_and_label(Role::Button, "Don’t save");
    assert_eq!(title(&window), "Found");
}

#[test]
fn two_windows_show_the_same_page_and_a_lost_one_loses_nothing() {
    let mut window = window();
    key(&mut window, Key::F5);
    key(&mut window, Key::P);
    let present = window.state_mut().work.presenting.as_mut().expect("it is being presented");
    present.audience = Audience::Own;
    window.run();
    let shown = |window: &Window, place: usize, title: &str| {
        let label = format!("Page {place} of {}: {title}", count(window));
        let nodes = window.query_all_by_role_and_label(Role::Image, &label).count();
        assert_eq!(nodes, 2, "{label}");
    };
    shown(&window, 1, "The journey");
    key(&mut window, Key::ArrowRight);
    let title = page(&window).1;
    shown(&window, 2, &title);
    // What is asked in the audience's window is done by the presenter's.
    let present = window.state().presentation().expect("it is being presented");
    present.link.asks.lock().push(super::shot::AudienceAsks::Turn(1));
    window.run();
    let title = page(&window).1;
    shown(&window, 3, &title);

    let screen = |name: &str| Screen { name: name.into(), size: [1920, 1080] };
    let both = Screens { all: vec![screen("laptop"), screen("projector")], here: 0 };
    let one = Screens { all: vec![screen("laptop")], here: 0 };
    let present = window.state_mut().work.presenting.as_mut().expect("it is being presented");
    present.screens_are(both.clone());
    present.audience = Audience::Screen("projector".into());
    present.screens_are(one);
    assert_eq!(present.audience, Audience::Here);
    window.run();
    assert_eq!(number(&window), 3, "the story goes on in the window that is left");
    assert!(!window.state().presentation().expect("still").shows_presenter());
    // Plugged in later, a projector takes the page, and the presenter's view comes here.
    let present = window.state_mut().work.presenting.as_mut().expect("it is being presented");
    present.screens_are(both);
    assert_eq!(present.audience, Audience::Screen("projector".into()));
    assert!(present.shows_presenter() && !present.unplugged);
}

#[test]
fn the_presenter_reads_larger_notes_and_sees_how_the_time_goes() {
    let mut window = window();
    key(&mut window, Key::F5);
    key(&mut window, Key::P);
    window.get_by_label("Larger notes").click();
    window.run();
    assert_eq!(window.state().env.settings.notes_size, 20);
    assert!(window.query_by_label_contains("Time of this page").is_none());
    window.state_mut().env.settings.talk_minutes = Some(10);
    window.run();
    let share = 600 / count(&window);
    let label = format!("Time of this page: {}:{:02}", share / 60, share % 60);
    assert!(window.query_by_label_contains(&label).is_some(), "{label}");
}

#[test]
fn less_motion_turns_pages_at_once() {
    let mut window = window();
    key(&mut window, Key::F5);
    let steps = |window: &mut Window| {
        window.key_press(Key::ArrowRight);
        window.run()
    };
    let moving = steps(&mut window);
    window.state_mut().env.settings.less_motion = true;
    window.run();
    let still = steps(&mut window);
    assert!(moving >= still + 5, "{moving} {still}");
    assert_eq!(number(&window), 3);
    // At rest nothing is painted.
    let present = window.state().presentation().expect("it is being presented");
    assert!(!present.stage.is_moving());
}

#[test]
fn a_light_is_seen_elsewhere_where_the_mouse_rests() {
    let mut window = window();
    key(&mut window, Key::F5);
    window.event(Event::PointerMoved(pos2(800.0, 450.0)));
    window.run();
    let points = |window: &Window| window.state().presentation().and_then(|one| one.points);
    assert_eq!(points(&window), None);
    key(&mut window, Key::S);
    let at = points(&window).expect("the mouse is told of");
    assert!(at.distance(pos2(960.0, 540.0)) < 2.0, "{at:?}");
}
