//! How is the map looked at? The first picture, the wheel, the overview, names and words from far
//! away, and edges that are pulled.

use super::*;
use crate::model::Widths;
use crate::ui::Camera;
use crate::ui::state::command::Command;
use egui::epaint::TextShape;
use egui::{MouseWheelSource, MouseWheelUnit, Shape, TouchPhase};
use egui_kittest::kittest::{self, NodeT as _, Queryable as _};

/// A window on a map that is far larger: 12 phases, 14 lanes, each called by its id.
fn large_map() -> Window {
    let (mut project, _) = parse(&large());
    let map = project.journeys.edit(0).unwrap();
    for index in 0..map.phases.len() {
        let phase = map.phases.edit(index).unwrap();
        phase.title = phase.id.to_string();
    }
    for index in 0..map.lanes.len() {
        let lane = map.lanes.edit(index).unwrap();
        lane.title = lane.id.to_string();
    }
    window_on(project)
}

fn large() -> String {
    let phases: Vec<String> = (0..12).map(|number| format!("P{number}: s{number}")).collect();
    let cells = |lane: usize| {
        let cell = |step: usize| format!("Ringer{lane}x{step}");
        (0..12).map(cell).collect::<Vec<_>>().join(" | ")
    };
    let lanes: Vec<String> = (0..14).map(|lane| format!("L{lane}: {}", cells(lane))).collect();
    format!("{}\n{}", phases.join(" | "), lanes.join("\n"))
}

impl Window {
    pub(super) fn camera(&self) -> Camera {
        self.doc().cameras[&self.doc().journey]
    }

    fn look(&mut self, camera: Camera) {
        let doc = self.0.state_mut().work.doc.as_mut().unwrap();
        let journey = doc.journey.clone();
        doc.cameras.insert(journey, camera);
        self.0.run();
    }

    pub(super) fn wheel(&mut self, at: Pos2, notches: f32, modifiers: Modifiers) {
        self.move_to(at);
        self.hold(modifiers);
        self.0.event(Event::MouseWheel {
            unit: MouseWheelUnit::Line,
            delta: vec2(0.0, notches),
            phase: TouchPhase::Move,
            source: MouseWheelSource::Wheel,
            modifiers,
        });
        self.0.run();
        self.hold(NONE);
    }

    fn canvas(&self) -> Rect {
        self.0.state().work.canvas.rect.unwrap()
    }

    /// The texts of the last frame on the canvas, each with the size of its letters.
    fn texts(&self) -> Vec<(TextShape, f32)> {
        let canvas = self.canvas();
        let shapes = self.0.output().shapes.iter();
        let texts = shapes.filter_map(|clipped| match &clipped.shape {
            Shape::Text(text) if canvas.contains(text.pos) => {
                let size = text.galley.job.sections.first()?.format.font_id.size;
                Some((text.clone(), size))
            }
            _ => None,
        });
        texts.collect()
    }
}

#[test]
fn the_first_picture_can_be_read_and_follows_the_window_until_the_map_is_moved() {
    let mut window = large_map();
    let opened = window.camera();
    assert!((0.7..=0.75).contains(&opened.zoom), "{}", opened.zoom);
    assert_eq!(opened.origin, Vec2::ZERO);
    window.0.set_size(vec2(4200.0, 2000.0));
    window.0.run();
    let wide = window.camera();
    assert_eq!(wide.zoom, 1.0, "all columns are seen where there is room");
    window.0.set_size(vec2(1500.0, 900.0));
    window.0.run();
    assert_eq!(window.camera(), opened);
    // All of it follows as well, until somebody looks closer.
    window.key_with(CTRL, Key::Num1);
    let all = window.camera();
    window.0.set_size(vec2(1900.0, 1200.0));
    window.0.run();
    assert!(window.camera().zoom > all.zoom, "{:?}", window.camera());
    window.wheel(window.canvas().center(), 2.0, CTRL);
    let closer = window.camera();
    window.0.set_size(vec2(1700.0, 1100.0));
    window.0.run();
    assert_eq!(window.camera(), closer);
}

#[test]
fn a_notch_of_the_wheel_zooms_by_15_percent() {
    let mut window = large_map();
    let before = window.camera().zoom;
    window.wheel(window.canvas().center(), 1.0, CTRL);
    let factor = window.camera().zoom / before;
    assert!((factor - 1.15).abs() < 0.01, "{factor}");
}

#[test]
fn the_overview_says_what_is_in_view_and_goes_where_it_is_clicked() {
    let mut window = large_map();
    let label = |window: &Window| {
        let picture = window.0.query_by_label_contains("Overview: ");
        picture.map(|node| (node.accesskit_node().label().unwrap_or_default(), node.rect()))
    };
    let (said, picture) = label(&window).expect("not everything is in view");
    assert!(said.contains("Steps 1–") && said.contains("of 12"), "{said}");
    assert!(said.contains("Lanes 1–") && said.contains("of 14"), "{said}");
    // A click goes there, to the middle of what is seen then.
    window.click(picture.right_bottom() - vec2(3.0, 3.0));
    let camera = window.camera();
    let end = camera.canvas_from_doc(window.scene().size.to_pos2());
    let canvas = window.canvas().size();
    assert!(end.x <= canvas.x && end.y <= canvas.y, "the end of the map is seen: {end}");
    let (said, _) = label(&window).unwrap();
    assert!(said.contains("–12 of 12") && said.contains("–14 of 14"), "{said}");
    // The frame is dragged back by so much of the picture.
    let scale = window.scene().size.x / picture.width();
    let from = picture.right_bottom() - vec2(6.0, 6.0);
    window.drag(from, from - vec2(30.0, 0.0));
    let moved = (window.camera().origin.x - camera.origin.x) / camera.zoom;
    assert!((moved - 30.0 * scale).abs() < scale * 1.5, "{moved} for {}", 30.0 * scale);
    // The wheel zooms, and arrow keys move.
    window.wheel(picture.center(), 1.0, NONE);
    assert!((window.camera().zoom / camera.zoom - 1.15).abs() < 0.01);
    window.0.get_by_label_contains("Overview: ").focus();
    window.0.run();
    let before = window.camera();
    window.key(Key::ArrowLeft);
    assert!(window.camera().origin.x > before.origin.x);
    // It is gone where everything is in view.
    window.0.get_by_label("All").click_accesskit();
    window.0.run();
    assert!(label(&window).is_none());
}

#[test]
fn without_inspector_the_overview_stands_over_the_corner_of_the_map() {
    let mut window = large_map();
    window.key_with(CTRL, Key::I);
    let picture = window.0.get_by_label_contains("Overview: ").rect();
    let canvas = window.canvas();
    assert!(canvas.contains_rect(picture) && picture.width() <= 200.0, "{picture}");
    let before = window.camera();
    window.wheel(picture.center(), -1.0, NONE);
    let camera = window.camera();
    assert!(camera.zoom < before.zoom, "it zooms, and the map below it does not scroll");
    window.click(picture.right_bottom() - vec2(4.0, 4.0));
    assert!(window.camera().origin.x < camera.origin.x);
    assert_eq!(window.selected(), "", "a click on it is none on the map");
    window.0.state_mut().work.overview_open = false;
    window.0.run();
    assert!(window.0.query_by_label_contains("Overview: ").is_none());
}

#[test]
fn names_keep_11_points_from_far_away_and_cards_say_their_first_words() {
    let mut window = large_map();
    window.look(Camera { origin: vec2(10.0, 10.0), zoom: 0.28 });
    window.0.run_steps(20);
    let texts = window.texts();
    let size = |name: &str| {
        texts.iter().find(|(text, _)| text.galley.text() == name).map(|(_, size)| *size)
    };
    for name in ["P0", "P7", "L0", "L9"] {
        let size = size(name).unwrap_or_else(|| panic!("{name} is drawn"));
        assert!((size - 11.0).abs() < 0.05, "{name}: {size}");
    }
    let size = size("Ringer3x4").expect("the card says what it is about");
    assert!(size >= 8.0, "{size}");
    // They are kept: the next frame asks for no word again.
    window.move_to(window.canvas().center());
    let again = window.texts();
    for (text, _) in texts.iter().filter(|(text, _)| text.galley.text().starts_with("Ringer")) {
        let same = again.iter().find(|(other, _)| other.pos == text.pos).expect("it stands still");
        assert!(std::sync::Arc::ptr_eq(&same.0.galley, &text.galley));
    }
    // From farther away there is no room for words, and names stay.
    window.look(Camera { origin: vec2(10.0, 10.0), zoom: 0.14 });
    window.0.run_steps(20);
    let texts = window.texts();
    assert!(!texts.iter().any(|(text, _)| text.galley.text().starts_with("Ringer")));
    assert!(texts.iter().any(|(text, _)| text.galley.text() == "L0"));
}

#[test]
fn at_400_percent_titles_that_stay_in_view_leave_the_map_its_room() {
    let mut window = large_map();
    window.look(Camera { origin: vec2(-1800.0, -2400.0), zoom: 4.0 });
    window.0.run_steps(20);
    let canvas = window.canvas();
    let texts = window.texts();
    let titles = texts.iter().filter(|(text, _)| {
        let said = text.galley.text();
        said.starts_with('L') || said.starts_with('P')
    });
    let titles: Vec<_> = titles.collect();
    assert!(titles.len() >= 2, "names of lanes and phases stay in view");
    for (text, size) in titles {
        assert!(*size <= 18.01, "{}: {size}", text.galley.text());
    }
    // Right of a third of the canvas a click is on a card or a cell, and not on a title.
    window.click(canvas.min + canvas.size() * vec2(0.32, 0.5));
    assert!(!window.selected().starts_with("lane"), "{}", window.selected());
    window.click(canvas.min + vec2(20.0, canvas.height() * 0.5));
    assert!(window.selected().starts_with("lane"), "{}", window.selected());
    // What is typed there is seen as a whole.
    window.key(Key::F2);
    let is_field = |node: &kittest::AccessKitNode<'_>| {
        use egui::accesskit::Role;
        node.is_focused() && matches!(node.role(), Role::TextInput | Role::MultilineTextInput)
    };
    let field = window.0.get(kittest::By::new().predicate(is_field));
    assert!(canvas.contains_rect(field.rect()), "{}", field.rect());
}

#[test]
fn the_edge_of_a_column_is_pulled_in_every_width_mode() {
    for widths in [None, Some(Widths::Equal), Some(Widths::Scale), Some(Widths::Log)] {
        let (mut project, _) = parse("A: a b | B: c | C: d\nL: x / y | z | w");
        project.journeys.edit(0).unwrap().widths = widths.clone();
        let mut window = window_on(project);
        let before: Vec<f32> = window.scene().columns.steps.iter().map(|step| step.width).collect();
        // Between the signs that add a phase there and a step.
        let edge = window.rect(&Thing::Phase(id("A"))).right_center() - vec2(1.0, 0.0);
        let zoom = window.camera().zoom;
        window.drag(edge, edge + vec2(60.0 * zoom, 0.0));
        let after: Vec<f32> = window.scene().columns.steps.iter().map(|step| step.width).collect();
        for (index, (before, after)) in before.iter().zip(&after).enumerate() {
            let wider = if index == 1 { 60.0 } else { 0.0 };
            assert!((after - before - wider).abs() < 3.0, "{widths:?}: {before} {after}");
        }
        let free = widths.as_ref().map(|_| Widths::Free);
        assert_eq!(window.journey().widths, free);
        // One step of history, which brings the rule back.
        window.key_with(CTRL, Key::Z);
        assert_eq!(window.journey().widths, widths);
        assert!(window.journey().steps().all(|(_, step)| step.width.is_none()));
    }
}

#[test]
fn a_lane_is_pulled_by_its_edge_and_moved_by_its_title() {
    let mut window = window("A: a b\nL: x / y\nM: z / w\n~E: p+1 /");
    let lane = |window: &Window, lane: &str| {
        window.scene().lanes.iter().find(|shown| shown.id == id(lane)).unwrap().clone()
    };
    let edge = |window: &Window, name: &str| {
        let lane = lane(window, name);
        window.screen(egui::pos2(120.0, lane.y + lane.height))
    };
    let (before, zoom) = (lane(&window, "L").height, window.camera().zoom);
    let from = edge(&window, "L");
    window.drag(from, from + vec2(0.0, 80.0 * zoom));
    let after = lane(&window, "L").height;
    assert!((after - before - 80.0).abs() < 3.0, "{before} {after}");
    let height = |window: &Window| window.journey().lane(&id("L")).unwrap().1.height;
    assert_eq!(height(&window), Some(f64::from(after)));
    assert_eq!(window.steps_of_history(), 1);
    // Pulled above what it holds it is as high as that, and so it is by a double click.
    let from = edge(&window, "L");
    window.drag(from, from - vec2(0.0, 300.0 * zoom));
    assert_eq!((height(&window), lane(&window, "L").height), (None, before));
    window.key_with(CTRL, Key::Z);
    assert_eq!(height(&window), Some(f64::from(after)));
    window.double_click(edge(&window, "L"));
    assert_eq!(height(&window), None);
    assert!(!window.is_typing());
    // Its title moves it.
    let title = window.rect(&Thing::Lane(id("M"))).left_center() + vec2(80.0 * zoom, -12.0 * zoom);
    window.drag(title, title - vec2(0.0, 200.0 * zoom));
    assert!(window.map().starts_with("M: z / w\nL: x / y"), "{}", window.map());
}

#[test]
fn the_interface_has_a_size_of_its_own() {
    let mut window = window("A: a\nL: x");
    let size = |window: &Window| window.0.ctx.zoom_factor();
    assert_eq!(size(&window), 1.0);
    window.key_with(CTRL, Key::Period);
    window.key_with(CTRL, Key::Period);
    assert_eq!(size(&window), 1.25);
    window.key_with(CTRL, Key::Comma);
    assert_eq!(size(&window), 1.1);
    let state = window.0.state().state();
    let on = |command: &Command| command.is_on(&state) == Some(true);
    let said: Vec<_> = Command::all().into_iter().filter(on).collect();
    let said = said.iter().find_map(|command| match command {
        Command::InterfaceSize(size) => Some(size.percent()),
        _ => None,
    });
    assert_eq!(said, Some(110));
}
