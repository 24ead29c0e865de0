//! Transitions are pulled from a phase or step, or added by keyboard.

use super::*;
use crate::model::TransitionKind;

const MAP: &str = "A: a | B: b c | C: d | D: e\nL: x | y / z | w |";

fn handle(window: &Window, thing: &Thing) -> Pos2 {
    let at = window.rect(thing);
    window.move_over(at.left_center() + vec2(20.0, 0.0))
}

impl Window {
    /// Where the handle is that shows while the pointer is here.
    fn move_over(&self, at: Pos2) -> Pos2 {
        let camera = self.doc().cameras[&self.doc().journey];
        let canvas = self.0.state().work.canvas.rect.expect("the map is shown");
        let doc = camera.doc_from_canvas(at - canvas.min.to_vec2());
        let handle =
            crate::ui::canvas::transitions::near(self.scene(), doc, Vec2::ZERO, camera.zoom);
        self.screen(handle.expect("there is a handle").place())
    }

    fn transitions(&self) -> String {
        let each = self.journey().transitions.iter().map(|one| {
            let to = one.to.as_ref().map_or("out".to_owned(), ToString::to_string);
            format!("{:?} {}>{to}", one.kind.as_ref().expect("a kind"), one.from)
        });
        each.collect::<Vec<_>>().join(", ")
    }
}

#[test]
fn a_transition_is_pulled_to_a_phase_or_out_and_its_share_is_written_at_once() {
    let mut window = window(MAP);
    let phase = |name: &str| Thing::Phase(id(name));
    let (from, to) = (handle(&window, &phase("C")), window.rect(&phase("A")).center());
    window.drag(from, to);
    assert_eq!(window.transitions(), "LoopBack C>A");
    let share = |window: &Window| window.journey().transitions[0].share;
    window.write("30");
    window.key(Key::Tab);
    window.write("nytt behov");
    window.key(Key::Enter);
    assert_eq!(share(&window), Some(30.0));
    assert_eq!(window.journey().transitions[0].reason, "nytt behov");
    assert!(window.selected().starts_with("Transition"), "{}", window.selected());
    assert_eq!(window.steps_of_history(), 3);

    let (from, to) = (handle(&window, &phase("A")), window.rect(&phase("C")).center());
    window.drag(from, to);
    let (from, up) = (handle(&window, &phase("B")), vec2(60.0, -70.0));
    window.drag(from, from + up);
    assert_eq!(window.transitions(), "LoopBack C>A, Skip A>C, Leave B>out");
}

#[test]
fn a_pull_that_comes_to_nothing_changes_nothing() {
    let mut window = window(MAP);
    let phase = |name: &str| Thing::Phase(id(name));
    let from = handle(&window, &phase("B"));
    let rows = [
        // Itself, what comes next anyway, the middle of the map.
        window.rect(&phase("B")).center(),
        window.rect(&phase("C")).center(),
        window.card_at("x"),
    ];
    for to in rows {
        window.drag(from, to);
        assert_eq!(window.transitions(), "");
    }
    window.grab(from, window.rect(&phase("A")).center());
    window.key(Key::Escape);
    window.let_go(window.rect(&phase("A")).center());
    assert_eq!((window.transitions().as_str(), window.steps_of_history()), ("", 0));
    assert_eq!(window.columns(), "A: a | B: b c | C: d | D: e");
}

#[test]
fn by_keyboard_transitions_go_to_what_is_before_past_what_is_next_or_out() {
    let rows = [
        ("C", "loop back", "LoopBack C>B"),
        ("B", "transition skip", "Skip B>D"),
        ("A", "transition leave", "Leave A>out"),
        // From the first phase there is no way back, from the last but one none past the next.
        ("A", "loop back", ""),
        ("C", "transition skip", ""),
    ];
    for (from, query, expected) in rows {
        let mut window = window(MAP);
        window.select(vec![Thing::Phase(id(from))]);
        window.key_with(CTRL, Key::K);
        window.write(query);
        window.key(Key::Enter);
        assert_eq!(window.transitions(), expected, "{from} {query}");
    }
    let mut window = window("A: a | B: b c\nL: x | y / z");
    window.select(vec![Thing::Step(id("c"))]);
    let doc = window.doc();
    let to = crate::ui::canvas::transition_from_selected(doc, &TransitionKind::LoopBack);
    assert_eq!(to, Some((id("c"), Some(id("b")))));
}
