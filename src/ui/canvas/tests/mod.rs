//! Does the map do what hands do with it? By mouse and keyboard in the whole window, on maps in the
//! notation of `edit`; what is asked afterwards is the project.

mod bar;
mod chain;
mod clip;
mod comparing;
mod dragging;
mod drawn;
mod feelings;
mod find;
mod kept;
mod keyboard;
mod looking;
mod menus;
mod opportunities;
mod pages;
mod pen;
mod pictures;
mod selecting;
mod structure;
mod texts;
mod transitions;
mod views;
mod workshop;

use crate::edit::notation::{faults, id, parse};
use crate::file::{Settings, ThemeChoice};
use crate::model::{CardRef, Id, Journey, LaneKind, Project, Thing};
use crate::scene::Scene;
use crate::ui::{App, CellRef, Document, Selection, WindowOptions};
use crate::words::Lang;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, Vec2, vec2};
use egui_kittest::Harness;

const CTRL: Modifiers = Modifiers::COMMAND;
const SHIFT: Modifiers = Modifiers::SHIFT;
const ALT: Modifiers = Modifiers::ALT;
const NONE: Modifiers = Modifiers::NONE;

/// A window on a map, and the keys that are held.
struct Window(Harness<'static, App>, Modifiers);

/// A window on the map that `text` says, and what is selected in it.
fn window(text: &str) -> Window {
    let (project, things) = parse(text);
    let mut window = window_on(project);
    window.select(things);
    window
}

fn window_on(project: Project) -> Window {
    let options = WindowOptions { lang: Some(Lang::En), ..WindowOptions::default() };
    let settings = Settings { theme: ThemeChoice::Light, ..Settings::default() };
    let mut harness = Harness::builder()
        .with_size(Vec2::new(1500.0, 900.0))
        .with_max_steps(300)
        .with_step_dt(1.0 / 60.0)
        .build_eframe(move |cc| App::new(&cc.egui_ctx, options, settings));
    harness.state_mut().work.doc = Some(Document::new(project, None, false));
    harness.run();
    Window(harness, NONE)
}

impl Window {
    fn doc(&self) -> &Document {
        self.0.state().document().expect("a file is open")
    }

    fn scene(&self) -> &Scene {
        self.doc().scene.as_ref().expect("it is laid out")
    }

    fn journey(&self) -> &Journey {
        self.doc().shown_journey().expect("a journey is shown")
    }

    fn select(&mut self, things: Vec<Thing>) {
        let doc = self.0.state_mut().work.doc.as_mut().expect("a file is open");
        doc.selection = Selection { things, cell: None };
        self.0.run();
    }

    fn select_cell(&mut self, lane: &str, step: &str) {
        let cell = Some(CellRef { lane: id(lane), step: id(step) });
        let doc = self.0.state_mut().work.doc.as_mut().expect("a file is open");
        doc.selection = Selection { things: Vec::new(), cell };
        self.0.run();
    }

    /// The lanes with the texts of their cards, as in the notation, and what is parked.
    #[track_caller]
    fn map(&self) -> String {
        let project = self.doc().editor.project();
        assert_eq!(faults(project), Vec::<String>::new());
        let map = self.journey();
        let mut lines = Vec::new();
        for lane in &map.lanes {
            let mut cells = Vec::new();
            for (_, step) in map.steps() {
                let cards = lane.cards.iter().filter(|card| card.step == step.id);
                let cards = cards.map(|card| match &card.until {
                    Some(until) => format!("{}>{until}", card.text.replace('\n', "¶")),
                    None => card.text.replace('\n', "¶"),
                });
                let points = lane.points.iter().filter(|point| point.step == step.id);
                let points = points.map(|point| format!("{:+}", point.value));
                cells.push(cards.chain(points).collect::<Vec<_>>().join(" "));
            }
            lines.push(format!("{}: {}", lane.id, cells.join(" / ")).trim_end().to_owned());
        }
        if !project.parked.is_empty() {
            let parked: Vec<&str> = project.parked.iter().map(|card| card.text.as_str()).collect();
            lines.push(format!("parked: {}", parked.join(" ")));
        }
        lines.join("\n")
    }

    /// The steps by their phases.
    fn columns(&self) -> String {
        let phases = self.journey().phases.iter().map(|phase| {
            let steps: Vec<&str> = phase.steps.iter().map(|step| step.id.as_str()).collect();
            let name = if phase.title.is_empty() { phase.id.as_str() } else { &phase.title };
            format!("{name}: {}", steps.join(" "))
        });
        phases.collect::<Vec<_>>().join(" | ")
    }

    /// What is selected, cards by their text.
    fn selected(&self) -> String {
        let doc = self.doc();
        let project = doc.editor.project();
        let names = doc.selection.things.iter().map(|thing| match thing {
            Thing::Card(card) => {
                project.card(self.journey(), card).map_or("gone".to_owned(), |(_, found)| {
                    let parked = if card.lane.is_none() { "parked " } else { "" };
                    format!("{parked}{}", found.text)
                })
            }
            Thing::Point { point, .. } => format!("point {point}"),
            Thing::Phase(id) => format!("phase {id}"),
            Thing::Step(id) => format!("step {id}"),
            Thing::Lane(id) => format!("lane {id}"),
            other => format!("{other:?}"),
        });
        let cell =
            doc.selection.cell.as_ref().map(|cell| format!("cell {} {}", cell.lane, cell.step));
        names.chain(cell).collect::<Vec<_>>().join(", ")
    }

    /// How often exactly this text was painted in the last frame.
    fn painted(&self, text: &str) -> usize {
        fn count(shape: &egui::Shape, text: &str) -> usize {
            match shape {
                egui::Shape::Text(shape) => usize::from(shape.galley.text() == text),
                egui::Shape::Vec(shapes) => shapes.iter().map(|shape| count(shape, text)).sum(),
                _ => 0,
            }
        }
        self.0.output().shapes.iter().map(|clipped| count(&clipped.shape, text)).sum()
    }

    /// Are these words part of something painted?
    fn paints(&self, text: &str) -> bool {
        fn has(shape: &egui::Shape, text: &str) -> bool {
            match shape {
                egui::Shape::Text(shape) => shape.galley.text().contains(text),
                egui::Shape::Vec(shapes) => shapes.iter().any(|shape| has(shape, text)),
                _ => false,
            }
        }
        self.0.output().shapes.iter().any(|clipped| has(&clipped.shape, text))
    }

    fn is_typing(&self) -> bool {
        self.0.state().work.canvas.typing.is_some()
    }

    /// How many steps of history there are; all is as before afterwards.
    fn steps_of_history(&mut self) -> usize {
        let editor = &mut self.0.state_mut().work.doc.as_mut().expect("a file is open").editor;
        let count = std::iter::from_fn(|| editor.undo()).count();
        for _ in 0..count {
            editor.redo();
        }
        self.0.run();
        count
    }

    // Where things are, in screen points.

    fn screen(&self, at: Pos2) -> Pos2 {
        let canvas = self.0.state().work.canvas.rect.expect("the map is shown");
        let camera = self.doc().cameras[&self.doc().journey];
        canvas.min + camera.canvas_from_doc(at).to_vec2()
    }

    #[track_caller]
    fn rect(&self, thing: &Thing) -> Rect {
        let rect = self.scene().thing_rect(thing).expect("it is shown");
        Rect::from_min_max(self.screen(rect.min), self.screen(rect.max))
    }

    #[track_caller]
    fn card(&self, text: &str) -> Thing {
        let project = self.doc().editor.project();
        let parked = project.parked.iter().map(|card| (None, card));
        let lanes = self.journey().lanes.iter();
        let placed =
            lanes.flat_map(|lane| lane.cards.iter().map(move |card| (Some(lane.id.clone()), card)));
        let mut all = placed.chain(parked);
        let (lane, card) = all.find(|(_, card)| card.text == text).expect("there is such a card");
        Thing::Card(CardRef { lane, card: card.id.clone() })
    }

    #[track_caller]
    fn card_at(&self, text: &str) -> Pos2 {
        self.rect(&self.card(text)).center()
    }

    /// Below the cards of a cell, where the hint shows.
    #[track_caller]
    fn cell_at(&self, lane: &str, step: &str) -> Pos2 {
        let scene = self.scene();
        let lane = scene.lanes.iter().position(|one| one.id == id(lane)).expect("a lane");
        let step = scene.columns.index[&id(step)];
        let hint = super::marks::hint_rect(scene, lane, step);
        self.screen(hint.map_or(scene.cell_rect(lane, step).center(), |hint| hint.center()))
    }

    /// In an emotion lane: so far across the step, at this feeling.
    fn feeling_at(&self, step: &str, part: f32, value: f32) -> Pos2 {
        let scene = self.scene();
        let lane = scene.lanes.iter().find(|lane| lane.kind == LaneKind::Emotions).expect("one");
        let crate::scene::Body::Curve(curve) = &lane.body else { panic!("no curve") };
        let column = &scene.columns.steps[scene.columns.index[&id(step)]];
        let y = lane.y + curve.zero_y - value * curve.unit;
        self.screen(egui::pos2(column.x + column.width * part, y))
    }

    // What hands do.

    fn hold(&mut self, modifiers: Modifiers) {
        if self.1 != modifiers {
            self.1 = modifiers;
            self.0.event(Event::ModifiersChanged(modifiers));
            self.0.step();
        }
    }

    fn button(&mut self, at: Pos2, button: PointerButton, pressed: bool) {
        let modifiers = self.1;
        self.0.event(Event::PointerButton { pos: at, button, pressed, modifiers });
        self.0.step();
    }

    fn move_to(&mut self, at: Pos2) {
        self.0.event(Event::PointerMoved(at));
        self.0.step();
    }

    fn press_and_release(&mut self, at: Pos2) {
        self.move_to(at);
        self.button(at, PointerButton::Primary, true);
        self.button(at, PointerButton::Primary, false);
    }

    fn click_with(&mut self, at: Pos2, modifiers: Modifiers) {
        self.hold(modifiers);
        self.press_and_release(at);
        self.hold(NONE);
        self.0.run();
    }

    fn click(&mut self, at: Pos2) {
        // Far enough in time from the click before to be no double click.
        self.0.run_steps(30);
        self.click_with(at, NONE);
    }

    fn double_click(&mut self, at: Pos2) {
        self.0.run_steps(30);
        self.press_and_release(at);
        self.press_and_release(at);
        self.0.run();
    }

    fn right_click(&mut self, at: Pos2) {
        self.move_to(at);
        self.button(at, PointerButton::Secondary, true);
        self.button(at, PointerButton::Secondary, false);
        self.0.run();
    }

    /// Presses and moves; the button stays down.
    fn grab(&mut self, from: Pos2, to: Pos2) {
        self.0.run_steps(30);
        self.move_to(from);
        self.button(from, PointerButton::Primary, true);
        for part in [0.3, 0.6, 0.9, 1.0] {
            self.move_to(from + (to - from) * part);
        }
        self.0.step();
    }

    fn let_go(&mut self, at: Pos2) {
        self.button(at, PointerButton::Primary, false);
        self.hold(NONE);
        self.0.run();
    }

    fn drag(&mut self, from: Pos2, to: Pos2) {
        self.grab(from, to);
        self.let_go(to);
    }

    fn key(&mut self, key: Key) {
        self.key_with(NONE, key);
    }

    fn key_with(&mut self, modifiers: Modifiers, key: Key) {
        self.hold(modifiers);
        for pressed in [true, false] {
            let event = Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
            self.0.event(event);
            self.0.step();
        }
        self.hold(NONE);
        self.0.run();
    }

    fn write(&mut self, text: &str) {
        for part in unicode_segmentation::UnicodeSegmentation::graphemes(text, true) {
            self.0.event(Event::Text(part.to_owned()));
        }
        self.0.run();
    }

    fn paste(&mut self, text: &str) {
        self.0.event(Event::Paste(text.to_owned()));
        self.0.run();
    }
}

fn card_thing(lane: &str, card: &str) -> Thing {
    Thing::Card(CardRef { lane: Some(id(lane)), card: id(card) })
}

fn point_thing(point: &str) -> Thing {
    Thing::Point { lane: id("E"), point: Id::new(point) }
}

/// Below a card's middle, so that what is let go there comes after it.
fn below(at: Pos2) -> Pos2 {
    at + vec2(0.0, 25.0)
}
