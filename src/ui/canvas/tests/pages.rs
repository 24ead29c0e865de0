//! The pages of the presentation beside the map: by keys, by the mouse, and kept in the project.

use super::*;
use crate::insight::story;
use crate::model::{DetailsPlace, PageKind, View};
use crate::ui::Message;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use std::sync::Arc;

/// The pages but those of details: their kind or what they are about, hidden ones in brackets.
fn pages(window: &Window) -> String {
    let project = window.doc().editor.project();
    let name = |page: &crate::model::StoryPage| {
        let about = page.about.as_ref().map(ToString::to_string);
        let name = about.unwrap_or_else(|| page.kind.as_str().to_owned());
        if page.hidden { format!("({name})") } else { name }
    };
    let pages = story(project, window.journey());
    let pages = pages.iter().filter(|page| page.kind != PageKind::Details);
    pages.map(name).collect::<Vec<_>>().join(" ")
}

fn press(window: &mut Window, label: &str) {
    window.0.get_by_role_and_label(Role::Button, label).click();
    window.0.run();
}

fn add(window: &mut Window, offer: &str) {
    press(window, "Add");
    window.0.get_by_role_and_label(Role::MenuItem, offer).click();
    window.0.run();
}

/// Where the row of a page is.
#[track_caller]
fn row(window: &Window, number: usize) -> Rect {
    let start = format!("Page {number}: ");
    let rows = window.0.query_all_by_role(Role::ListItem);
    let mut rows = rows
        .filter(|row| row.accesskit_node().label().is_some_and(|label| label.starts_with(&start)));
    rows.next().expect("there is such a row").rect()
}

#[test]
fn pages_are_ordered_hidden_named_and_noted_by_keys() {
    let mut window = window("A: a | B: b\nL: x | y");
    window.key(Key::F7);
    assert_eq!(pages(&window), "title map A B");
    window.key(Key::ArrowDown);
    window.key_with(ALT, Key::ArrowDown);
    assert_eq!(pages(&window), "title A map B");
    // The page that was moved is still the one the keys are for.
    window.key(Key::H);
    assert_eq!(pages(&window), "title A (map) B");
    window.key(Key::Enter);
    window.write("All of it");
    window.key(Key::Enter);
    assert_eq!(window.journey().story[2].title, "All of it");
    window.key(Key::Home);
    window.0.get_by_role_and_label(Role::MultilineTextInput, "Notes").focus();
    window.0.run();
    window.write("Say hello");
    assert_eq!(window.doc().editor.committed().journeys[0].story[0].notes, "");
    window.key(Key::Tab);
    assert_eq!(window.doc().editor.committed().journeys[0].story[0].notes, "Say hello");
    assert_eq!(window.steps_of_history(), 4);
    window.key_with(CTRL, Key::Z);
    assert_eq!(window.journey().story[0].notes, "");
    press(&mut window, "Restore the order");
    assert_eq!(pages(&window), "title (map) A B");
    press(&mut window, "Close the panel");
    assert!(window.0.query_by_label("Pages of the presentation").is_none());
}

#[test]
fn details_are_put_after_their_phase_or_left_out_in_one_step() {
    let mut window = window("A: a | B: b\nL: x | y");
    window.key(Key::F7);
    let given = |window: &Window| {
        let pages = story(window.doc().editor.project(), window.journey());
        pages.iter().any(|page| page.kind == PageKind::Details)
    };
    assert!(given(&window));
    window.0.get_by_label("Details of phases: Last").click();
    window.0.run();
    window.0.get_by_label("After their phase").click();
    window.0.run();
    assert_eq!(window.journey().details, Some(DetailsPlace::AfterPhase));
    assert!(!given(&window), "they are pages of their phase");
    assert_eq!(window.steps_of_history(), 1);
    window.key_with(CTRL, Key::Z);
    assert_eq!(window.journey().details, None);
    window.0.get_by_label("Details of phases: Last");
}

#[test]
fn a_page_is_dragged_to_its_place() {
    let mut window = window("A: a | B: b\nL: x | y");
    window.key(Key::F7);
    let (from, to) = (row(&window, 4), row(&window, 2));
    window.drag(from.center(), to.center_top() + vec2(0.0, 4.0));
    assert_eq!(pages(&window), "title B map A");
    let (from, to) = (row(&window, 1), row(&window, 4));
    window.drag(from.center(), to.center_bottom() - vec2(0.0, 4.0));
    assert_eq!(pages(&window), "B map A title");
    assert_eq!(window.steps_of_history(), 2);
}

#[test]
fn pages_are_added_for_cards_views_and_text_and_taken_away() {
    let (mut project, _) = parse("A: a\nL: x y z");
    let view = View { id: id("v"), title: "Board".into(), ..View::default() };
    project.journeys.edit(0).unwrap().views.push(view.into());
    let mut window = window_on(project);
    window.select(vec![card_thing("L", "z"), card_thing("L", "x")]);
    window.key(Key::F7);
    for (offer, name, expected) in [
        ("The 2 selected cards", "cards", "title cards map A"),
        ("The view Board", "v", "title cards v map A"),
        ("A page of text", "", "title cards v text map A"),
    ] {
        add(&mut window, offer);
        assert_eq!(pages(&window), expected);
        // What was added has the keyboard; in that of a page of text one writes.
        if !name.is_empty() {
            window.key(Key::H);
            assert_eq!(pages(&window), expected.replace(name, &format!("({name})")));
            window.key(Key::H);
        }
    }
    // A page of text is to be named at once.
    window.write("Questions");
    window.key(Key::Enter);
    let story = &window.journey().story;
    assert_eq!(
        (story[1].cards.clone(), story[3].title.as_str()),
        (vec![id("x"), id("z")], "Questions")
    );
    window.key(Key::Delete);
    assert_eq!(pages(&window), "title cards v map A");
    // What the map gives is only hidden.
    window.key(Key::Home);
    window.key(Key::Delete);
    assert_eq!(pages(&window), "(title) cards v map A");
    window.key(Key::Escape);
    assert!(window.0.query_by_label("Pages of the presentation").is_none());
    window.select(vec![card_thing("L", "x"), card_thing("L", "z")]);
    window.key(Key::Delete);
    assert_eq!(pages(&window), "(title) v map A");
}

#[test]
fn tab_goes_from_the_title_of_a_page_to_its_text() {
    let mut window = window("A: a\nL: x");
    window.key(Key::F7);
    add(&mut window, "A page of text");
    window.write("Questions");
    window.key(Key::Tab);
    let text = window.0.get_by_role_and_label(Role::MultilineTextInput, "Text");
    assert!(text.is_focused());
    // What is typed there is no command for the list.
    window.key(Key::H);
    window.key(Key::Backspace);
    assert_eq!(pages(&window), "title text map A");
    assert_eq!(window.journey().story[1].title, "Questions");
}

#[test]
fn what_was_typed_for_one_page_is_not_undone_into_another() {
    let mut window = window("A: a\nL: x");
    window.key(Key::F7);
    let focus_notes = |window: &mut Window| {
        window.0.get_by_role_and_label(Role::MultilineTextInput, "Notes").focus();
        window.0.run();
    };
    focus_notes(&mut window);
    for word in ["Say ", "hello"] {
        window.write(word);
        // So long is a step of what is typed.
        window.0.run_steps(120);
    }
    let next = row(&window, 2).center();
    window.click(next);
    focus_notes(&mut window);
    window.key_with(CTRL, Key::Z);
    window.key_with(CTRL, Key::Z);
    let project = window.doc().editor.project();
    let notes: Vec<String> =
        story(project, window.journey()).into_iter().map(|page| page.notes).collect();
    assert_eq!(notes, ["Say hello", "", "", ""]);
}

#[test]
fn another_journey_is_shown_at_once_and_not_as_the_one_before() {
    let (mut project, _) = parse("A: a | B: b\nL: x | y");
    project.journeys.edit(0).unwrap().title = "Now".into();
    let mut then = project.journeys[0].as_ref().clone();
    (then.id, then.title) = (id("then"), "Then".into());
    project.journeys.push(then.into());
    let mut window = window_on(project);
    let title = |window: &Window| {
        let rows = window.0.query_all_by_role(Role::ListItem);
        let mut labels = rows.filter_map(|row| row.accesskit_node().label());
        labels.find(|label| label.starts_with("Page 1: "))
    };
    window.key(Key::F7);
    assert_eq!(title(&window).as_deref(), Some("Page 1: Now"));
    let doc = window.0.state_mut().work.doc.as_mut().unwrap();
    doc.journey = id("then");
    window.0.step();
    assert_eq!(title(&window).as_deref(), Some("Page 1: Then"));
}

/// The example of the packaging machine, with a named version of what it is.
fn example() -> Project {
    let path =
        format!("{}/assets/examples/forpackningsmaskin.kundresa", env!("CARGO_MANIFEST_DIR"));
    let mut project = crate::file::load(path.as_ref()).unwrap().project;
    let version = crate::model::Version {
        id: id("board"),
        name: "Before the board".into(),
        project: Arc::new(project.as_version()),
        ..crate::model::Version::default()
    };
    project.versions.push(version.into());
    project
}

#[test]
fn charts_are_added_as_pages_where_they_have_something_to_show() {
    let mut window = window_on(example());
    window.key(Key::F7);
    let before = pages(&window).split(' ').count();
    let offers = ["Opportunities: matrix", "Opportunities: board", "Coverage", "Saturation"];
    for offer in offers {
        add(&mut window, offer);
    }
    let names = pages(&window);
    for kind in ["matrix", "board", "coverage", "saturation"] {
        assert_eq!(names.split(' ').filter(|name| *name == kind).count(), 1, "{names}");
    }
    assert_eq!(names.split(' ').count(), before + 4);
    // What somebody has added goes by the key that takes away.
    window.key(Key::Delete);
    assert!(!pages(&window).contains("saturation"));

    let mut window = self::window("A: a\nL: x");
    window.key(Key::F7);
    press(&mut window, "Add");
    for offer in offers {
        let found = window.0.get_by_role_and_label(Role::MenuItem, offer);
        assert!(found.accesskit_node().is_disabled(), "{offer}");
    }
}

#[test]
fn the_page_of_what_was_learned_is_compared_with_a_version() {
    let mut window = window_on(example());
    window.key(Key::F7);
    let learned = pages(&window).split(' ').position(|name| name == "learned").unwrap();
    window.key(Key::Home);
    for _ in 0..learned {
        window.key(Key::ArrowDown);
    }
    window.0.get_by_role_and_label(Role::ComboBox, "Compared with: No version").click();
    window.0.run();
    window.0.get_by_role_and_label(Role::MenuItem, "Before the board").click();
    window.0.run();
    let since = |window: &Window| {
        let project = window.doc().editor.project();
        let pages = story(project, window.journey());
        pages.iter().find_map(|page| page.since_version.clone())
    };
    assert_eq!(since(&window), Some(id("board")));
    window.0.get_by_role_and_label(Role::ComboBox, "Compared with: Before the board");
    window.key_with(CTRL, Key::Z);
    assert_eq!(since(&window), None);
}

/// Where the row of the chosen page is.
fn chosen_row(window: &Window) -> Rect {
    let on = Some(egui::accesskit::Toggled::True);
    let mut rows = window.0.get_all_by_role(Role::ListItem);
    rows.find(|row| row.accesskit_node().toggled() == on).expect("one is chosen").rect()
}

#[test]
fn the_chosen_page_stays_in_view_wherever_it_comes_to_stand() {
    let phases: Vec<String> = (b'A'..=b'Z').map(|it| format!("{0}: {0}1", it as char)).collect();
    let mut window = window(&format!("{}\nL:{}", phases.join(" | "), " |".repeat(25)));
    window.key(Key::F7);
    window.key(Key::End);
    let last = chosen_row(&window);
    // It comes first by an edit from elsewhere, as undo is one.
    let project = window.doc().editor.project().clone();
    let mut pages = story(&project, &project.journeys[0]);
    pages.rotate_right(1);
    let kept = crate::edit::story::kept(&project, &project.journeys[0], &pages);
    let change = crate::edit::Change::PutStory(kept);
    let ctx = window.0.ctx.clone();
    window.0.state_mut().handle_all(&ctx, &mut vec![Message::Edit(change)]);
    window.0.run();
    let first = chosen_row(&window);
    let beside = row(&window, 2);
    assert!(first.bottom() <= beside.top() + 2.0, "it stands above the others");
    assert!(first.top() > 60.0 && first.bottom() <= last.bottom() + 2.0, "{first} {last}");
}
