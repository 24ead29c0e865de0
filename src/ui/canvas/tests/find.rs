//! Text is looked for in a bar over the map, in all journeys.

use super::*;

const MAP: &str = "A: a b | B: c\nL: råd x / | y\nM: z / w | förråd\nparked: rådjur";

impl Window {
    /// The id of what is selected, and the journey in front.
    fn shown_thing(&self) -> String {
        let doc = self.doc();
        let ids: Vec<&str> = doc.selection.things.iter().map(|thing| thing.id().as_str()).collect();
        format!("{} in {}", ids.join(" "), doc.journey)
    }

    fn looks_for(&mut self, text: &str) {
        self.key_with(CTRL, Key::F);
        self.write(text);
    }
}

#[test]
fn the_next_and_the_one_before_are_shown_in_all_journeys() {
    let (mut project, _) = parse(MAP);
    let other =
        crate::edit::fresh_copy(&project.journeys[0], &mut crate::model::IdSource::seeded(1));
    let other = Journey { id: id("other"), ..other };
    let first = other.lanes[0].cards[0].id.clone();
    project.journeys.push(other.into());
    let mut window = window_on(project);
    window.looks_for("råd");
    assert_eq!(window.shown_thing(), "råd in map");
    assert!(window.painted("1 of 5") > 0, "two in each map and one that is parked");
    window.key(Key::Enter);
    assert_eq!(window.shown_thing(), "förråd in map");
    window.key(Key::Enter);
    assert_eq!(window.shown_thing(), format!("{first} in other"));
    window.key_with(SHIFT, Key::Enter);
    window.key_with(SHIFT, Key::F3);
    assert_eq!(window.shown_thing(), "råd in map");
    window.key_with(SHIFT, Key::Enter);
    assert_eq!(window.shown_thing(), "rådjur in map", "from the first to the last");
    window.write("x");
    assert!(window.painted("Nothing found") > 0);
    window.key(Key::Escape);
    assert_eq!(window.shown_thing(), "rådjur in map", "what was found stays selected");
    assert_eq!(window.painted("Nothing found"), 0);
    assert!(!window.is_typing());
    // The map has the keyboard again.
    window.key(Key::Delete);
    assert!(window.doc().editor.project().parked.is_empty());
    assert_eq!(window.steps_of_history(), 1);
}

#[test]
fn what_is_hidden_is_found_and_said_to_be_hidden() {
    let (mut project, _) = parse(MAP);
    project.journeys.edit(0).unwrap().lanes.edit(1).unwrap().hidden = true;
    let mut window = window_on(project);
    window.looks_for("FÖRRÅD");
    assert!(window.painted("1 of 1") > 0);
    let said = format!(
        "{}  Not shown on the map now: hidden, collapsed or filtered out",
        crate::scene::icon::EYE_OFF
    );
    assert!(window.painted(&said) > 0);
}

#[test]
fn the_map_moves_to_what_is_found_and_marks_all_that_is() {
    let steps: Vec<String> = (0..30).map(|n| format!("s{n}")).collect();
    let cards: Vec<String> = (0..30).map(|n| format!("k{n}")).collect();
    let mut window = window(&format!("A: {}\nL: {}", steps.join(" "), cards.join(" / ")));
    let before = window.doc().cameras[&window.doc().journey];
    window.looks_for("k2");
    let marked = window.0.state().work.canvas.found.ids.len();
    assert_eq!(marked, 11, "k2 and k20 to k29");
    for _ in 0..10 {
        window.key(Key::F3);
    }
    let after = window.doc().cameras[&window.doc().journey];
    assert!(after.origin.x < before.origin.x - 500.0, "{before:?} {after:?}");
    let canvas = window.0.state().work.canvas.rect.unwrap();
    assert!(canvas.contains_rect(window.rect(&window.card("k29"))));
}
