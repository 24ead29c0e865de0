//! How much work is a frame? Counted, where a clock would waver: nothing while nothing happens,
//! and no more on a large map than on a small one.

#![allow(clippy::wildcard_enum_match_arm, reason = "a test asks for one case")]

#[path = "bench/maps.rs"]
mod maps;
#[path = "bench/stage.rs"]
mod stage;

use egui::{Event, Modifiers, vec2};
use kundresa::ui::Document;
use stage::{Stage, around, wheel};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/examples/shoes.kundresa")
}

fn canvas(cards: usize) -> Stage {
    let mut stage = Stage::canvas(Document::new(maps::map(cards), None, false));
    stage.look_near();
    stage
}

/// Frames until none is wanted any more, on a clock that stands still between them.
fn frames_until_asleep(stage: &mut Stage, events: Vec<Event>) -> usize {
    let mut took = stage.frame(events);
    let mut frames = 1;
    while took.next < Duration::MAX {
        assert!(frames < 200, "the window does not come to rest: {:?}", took.next);
        stage.wait(took.next);
        took = stage.frame(Vec::new());
        frames += 1;
    }
    frames
}

#[test]
fn nothing_is_painted_while_nothing_happens() {
    let mut window = Stage::window(&example());
    frames_until_asleep(&mut window, Vec::new());
    let over = |window: &Stage| vec![Event::PointerMoved(window.canvas_rect().center())];
    // A step of the wheel glides to its end, a zoom is drawn sharp at the end; then it is still.
    let rows: [(&str, Vec<Event>, usize); 4] = [
        ("the pointer moves", over(&window), 40),
        ("a turn of the wheel", vec![wheel(vec2(0.0, -50.0), Modifiers::NONE)], 60),
        ("a zoom", vec![wheel(vec2(0.0, 20.0), Modifiers::CTRL | Modifiers::COMMAND)], 60),
        ("the pointer leaves", vec![Event::PointerGone], 40),
    ];
    for (what, events, most) in rows {
        let frames = frames_until_asleep(&mut window, events);
        assert!(frames <= most, "{what}: {frames} frames");
    }
    // A card that is selected is at rest, too.
    let at = window.grab();
    window.let_go(around(at, 0));
    let events = over(&window);
    let frames = frames_until_asleep(&mut window, events);
    assert!(frames <= 40, "after a drag: {frames} frames");
}

#[test]
fn a_frame_near_draws_no_more_on_a_large_map() {
    let (mut small, mut large) = (canvas(1_000), canvas(10_000));
    for turn in [vec2(0.0, 0.0), vec2(-400.0, 60.0), vec2(300.0, -200.0)] {
        let mut shapes = [0, 0];
        for (stage, shapes) in [&mut small, &mut large].into_iter().zip(&mut shapes) {
            let scene = stage.doc().scene.clone().unwrap();
            stage.frame(vec![wheel(turn, Modifiers::NONE)]);
            stage.rest();
            *shapes = stage.frame(Vec::new()).shapes;
            assert!((40..70).contains(&stage.painted()), "{} painted", stage.painted());
            // Looking around lays nothing out.
            assert!(Arc::ptr_eq(&scene, stage.doc().scene.as_ref().unwrap()));
        }
        let [small, large] = shapes.map(|shapes| shapes as f32);
        assert!(large < small * 1.2, "{large} shapes for {small}");
    }
}

#[test]
fn a_drag_lays_out_the_cells_it_touches() {
    let mut stage = canvas(10_000);
    let at = stage.grab();
    let mut cells = Vec::new();
    for number in 0..60 {
        let scene = stage.doc().scene.clone().unwrap();
        stage.frame(vec![Event::PointerMoved(around(at, number))]);
        stage.frame(Vec::new());
        if Arc::ptr_eq(&scene, stage.doc().scene.as_ref().unwrap()) {
            continue;
        }
        let counts = stage.doc().layout.counts;
        // Where it was, where it was shown, and where it is shown now; in another lane it may
        // look different, and is drawn anew.
        assert!(counts.cells <= 3 && counts.cards <= 1 && counts.curves == 0, "{counts:?}");
        cells.push(counts.cells);
    }
    assert!(cells.len() >= 5, "the card went from cell to cell: {cells:?}");
    stage.let_go(around(at, 59));
}
