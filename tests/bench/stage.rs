//! A window without a screen, which takes real input: the canvas alone, or all of it.

#![allow(dead_code, reason = "the benchmark and the tests each use a part")]

use eframe::App as _;
use egui::epaint::ClippedShape;
use egui::{
    Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, RawInput, Rect,
    Shape, TouchPhase, Vec2, vec2,
};
use kundresa::edit::Edit;
use kundresa::file::Settings;
use kundresa::model::CardRef;
use kundresa::scene::{Body, Theme, ThemeKind};
use kundresa::ui::canvas::{Canvas, canvas_ui, perform};
use kundresa::ui::state::command::CanvasCommand;
use kundresa::ui::{
    App, Context, Document, Message, WindowOptions, apply_style, canvas_id, install_fonts,
    register_system_fonts,
};
use kundresa::words::{Lang, Words};
use std::path::Path;
use std::time::{Duration, Instant};

/// The window, in screen points. A canvas alone is as large as it is within the window.
const WINDOW: Vec2 = vec2(1440.0, 900.0);
const CANVAS: Vec2 = vec2(1140.0, 780.0);
/// Between two frames, in seconds.
const TICK: f64 = 1.0 / 60.0;

/// How long a frame took.
#[derive(Clone, Copy, Default)]
pub(crate) struct Took {
    /// All of it: egui's own work, layout, painting, tessellation, and doing what was asked for.
    pub frame: Duration,
    /// `canvas_ui` and tessellation; zero for a window.
    pub canvas: Duration,
    /// Emitting and tessellating the same shapes again; zero for a window.
    pub again: Duration,
    /// How many shapes were painted.
    pub shapes: usize,
    /// When the next frame is wanted, if nothing happens; the maximum: never.
    pub next: Duration,
}

/// What is on the stage.
enum Play {
    Canvas(Box<(Document, Canvas)>),
    Window(Box<(App, eframe::Frame)>),
}

/// A window without a screen.
pub(crate) struct Stage {
    ctx: egui::Context,
    /// Where recorded shapes are emitted again, so that nothing of the first notices.
    echo: egui::Context,
    words: Words,
    theme: Theme,
    time: f64,
    size: Vec2,
    play: Play,
}

impl Stage {
    /// The canvas alone, with a document.
    pub(crate) fn canvas(doc: Document) -> Self {
        Self::new(CANVAS, |_| Play::Canvas(Box::new((doc, Canvas::default()))))
    }

    /// The whole window, with the file at `path` once it is read.
    pub(crate) fn window(path: &Path) -> Self {
        let options = WindowOptions {
            path: Some(path.to_owned()),
            lang: Some(Lang::Sv),
            ..WindowOptions::default()
        };
        let mut stage = Self::new(WINDOW, |ctx| {
            let app = App::new(ctx, options, Settings::default());
            Play::Window(Box::new((app, eframe::Frame::_new_kittest())))
        });
        for _ in 0..1000 {
            stage.frame(Vec::new());
            if stage.found().is_some_and(|doc| doc.scene.is_some()) {
                return stage;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        panic!("{} was not opened", path.display());
    }

    fn new(size: Vec2, play: impl FnOnce(&egui::Context) -> Play) -> Self {
        let (ctx, echo) = (egui::Context::default(), egui::Context::default());
        let theme = Theme::new(ThemeKind::Light);
        for ctx in [&ctx, &echo] {
            install_fonts(ctx);
            apply_style(ctx, &theme);
            ctx.options_mut(|egui| egui.zoom_with_keyboard = false);
        }
        let play = play(&ctx);
        let mut stage =
            Self { ctx, echo, words: Words::new(Lang::Sv), theme, time: 0.0, size, play };
        // The first frame of a context reads its fonts.
        let (first, second) = (stage.input(Vec::new()), stage.input(Vec::new()));
        stage.ctx.run_ui(first, |_| {}).drop_without_applying_deltas();
        stage.echo.run_ui(second, |_| {}).drop_without_applying_deltas();
        stage
    }

    fn input(&mut self, events: Vec<Event>) -> RawInput {
        self.time += TICK;
        RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, self.size)),
            time: Some(self.time),
            max_texture_side: Some(4096),
            events,
            ..RawInput::default()
        }
    }

    /// Time goes by.
    pub(crate) fn wait(&mut self, time: Duration) {
        self.time += time.as_secs_f64();
    }

    fn found(&self) -> Option<&Document> {
        match &self.play {
            Play::Canvas(canvas) => Some(&canvas.0),
            Play::Window(window) => window.0.document(),
        }
    }

    /// The document.
    pub(crate) fn doc(&self) -> &Document {
        self.found().expect("a document is open")
    }

    /// Cards and faces painted in the last frame of a canvas.
    pub(crate) fn painted(&self) -> usize {
        match &self.play {
            Play::Canvas(canvas) => canvas.1.painted,
            Play::Window(_) => 0,
        }
    }

    /// One frame.
    pub(crate) fn frame(&mut self, events: Vec<Event>) -> Took {
        let input = self.input(events);
        match &mut self.play {
            Play::Canvas(play) => {
                let (doc, canvas) = &mut **play;
                let cx = Context { words: &self.words, theme: &self.theme };
                let (mut out, mut painting) = (Vec::new(), Duration::ZERO);
                let start = Instant::now();
                let mut output = self.ctx.run_ui(input, |ui| {
                    doc.refresh(&self.words, &self.theme);
                    register_system_fonts(ui.ctx());
                    let start = Instant::now();
                    canvas_ui(ui, &cx, doc, canvas, &mut out);
                    painting = start.elapsed();
                    out.drain(..).for_each(|message| handle(doc, canvas, message));
                });
                let run = start.elapsed();
                let next = next_frame(&output);
                let shapes = output.shapes.clone();
                let start = Instant::now();
                drop(self.ctx.tessellate(std::mem::take(&mut output.shapes), 1.0));
                let tessellating = start.elapsed();
                output.drop_without_applying_deltas();
                let again = self.again(&shapes);
                Took {
                    frame: run + tessellating,
                    canvas: painting + tessellating,
                    again,
                    shapes: shapes.len(),
                    next,
                }
            }
            Play::Window(play) => {
                let (app, frame) = &mut **play;
                let start = Instant::now();
                let mut output = self.ctx.run_ui(input, |ui| {
                    app.logic(ui.ctx(), frame);
                    app.ui(ui, frame);
                });
                let (shapes, next) = (output.shapes.len(), next_frame(&output));
                drop(self.ctx.tessellate(std::mem::take(&mut output.shapes), 1.0));
                let took = start.elapsed();
                output.drop_without_applying_deltas();
                Took { frame: took, shapes, next, ..Took::default() }
            }
        }
    }

    /// How long it takes to emit and tessellate these shapes.
    fn again(&mut self, shapes: &[ClippedShape]) -> Duration {
        let parts: Vec<(Rect, Vec<Shape>)> = shapes
            .chunk_by(|a, b| a.clip_rect == b.clip_rect)
            .map(|part| (part[0].clip_rect, part.iter().map(|one| one.shape.clone()).collect()))
            .collect();
        let input = self.input(Vec::new());
        let mut emitting = Duration::ZERO;
        let mut output = self.echo.run_ui(input, |ui| {
            let start = Instant::now();
            for (clip, shapes) in &parts {
                ui.painter().with_clip_rect(*clip).extend(shapes.clone());
            }
            emitting = start.elapsed();
        });
        assert_eq!(output.shapes.len(), shapes.len());
        let start = Instant::now();
        // By the first context: the shapes' glyphs are in its atlas.
        drop(self.ctx.tessellate(std::mem::take(&mut output.shapes), 1.0));
        let took = emitting + start.elapsed();
        output.drop_without_applying_deltas();
        took
    }

    /// Shows about a hundred cards in the middle of the map.
    pub(crate) fn look_near(&mut self) {
        self.rest();
        let camera = self.doc().cameras[&self.doc().journey];
        let scene = self.doc().scene.clone().expect("it is laid out");
        let middle = (scene.size * camera.zoom - self.canvas_rect().size()) / 2.0;
        self.frame(vec![wheel(-middle - camera.origin, Modifiers::NONE)]);
        self.rest();
    }

    /// Shows all of the map.
    pub(crate) fn look_at_all(&mut self) {
        if let Play::Canvas(play) = &mut self.play {
            perform(CanvasCommand::Fit, &mut play.0, &mut play.1, &self.words, &mut Vec::new());
        }
        self.frame(vec![Event::Key {
            key: Key::Num1,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::CTRL | Modifiers::COMMAND,
        }]);
        self.rest();
    }

    /// Goes to the table of all cards, with the pointer over its rows.
    pub(crate) fn look_at_table(&mut self) {
        self.frame(vec![Event::Key {
            key: Key::Num5,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::ALT,
        }]);
        self.frame(vec![Event::PointerMoved((self.size / 2.0).to_pos2())]);
        for _ in 0..30 {
            self.frame(Vec::new());
        }
    }

    /// Lets what was begun come to an end, the pointer over the middle of the canvas.
    pub(crate) fn rest(&mut self) {
        self.frame(Vec::new());
        let middle = self.canvas_rect().center();
        self.frame(vec![Event::PointerMoved(middle)]);
        for _ in 0..30 {
            self.frame(Vec::new());
        }
    }

    /// Where the canvas is on the screen.
    pub(crate) fn canvas_rect(&self) -> Rect {
        self.ctx.read_response(canvas_id()).expect("the canvas is shown").rect
    }

    /// Presses a card near the middle of the canvas and pulls until it is dragged; where it was.
    pub(crate) fn grab(&mut self) -> Pos2 {
        // What was dragged last is selected: its small bar would lie over others.
        self.frame(vec![Event::Key {
            key: Key::Escape,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::NONE,
        }]);
        self.rest();
        let rect = self.canvas_rect();
        let doc = self.doc();
        let camera = doc.cameras[&doc.journey];
        let scene = doc.scene.as_ref().expect("it is laid out");
        let cards = scene.lanes.iter().filter_map(|lane| match &lane.body {
            Body::Cards(cards) => Some((lane.y, cards)),
            _ => None,
        });
        let places = cards.flat_map(|(y, cards)| {
            let cards = cards.cells.iter().flat_map(|cell| &cell.cards);
            cards.map(move |card| card.rect.center() + vec2(0.0, y))
        });
        let places = places.map(|at| rect.min + camera.canvas_from_doc(at).to_vec2());
        let away = |at: &Pos2| at.distance(rect.center());
        let at = places.min_by(|a, b| away(a).total_cmp(&away(b))).expect("there are cards");
        self.frame(vec![Event::PointerMoved(at)]);
        self.frame(vec![button(at, true)]);
        for step in 1..=10 {
            // As far as another step: a card that would come to where it is moves nothing.
            self.frame(vec![Event::PointerMoved(at + vec2(step as f32 * AWAY / 10.0, 0.0))]);
        }
        assert!(self.doc().editor.is_previewing(), "a card is dragged");
        at
    }

    /// Lets go of it.
    pub(crate) fn let_go(&mut self, at: Pos2) {
        assert!(self.doc().editor.is_previewing(), "a card is still dragged");
        self.frame(vec![button(at, false)]);
        self.rest();
    }
}

fn next_frame(output: &egui::FullOutput) -> Duration {
    output.viewport_output[&egui::ViewportId::ROOT].repaint_delay
}

/// What the window does with what the canvas asks for.
fn handle(doc: &mut Document, canvas: &mut Canvas, message: Message) {
    let edit = |change| Edit { journey: doc.journey.clone(), change };
    match message {
        Message::Preview(change) => {
            let edit = edit(change);
            doc.editor.preview(edit).expect("it can be done");
        }
        Message::Edit(change) => {
            let edit = edit(change);
            doc.editor.edit(edit).expect("it can be done");
        }
        Message::Commit => doc.editor.commit(),
        Message::Cancel => doc.editor.cancel(),
        Message::Select(selection) => doc.selection = selection,
        Message::Show(thing) => canvas.show(thing),
        other => panic!("the canvas should not ask for {other:?}"),
    }
}

/// The wheel, turned by `by` screen points.
pub(crate) fn wheel(by: Vec2, modifiers: Modifiers) -> Event {
    Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: by,
        phase: TouchPhase::Move,
        source: MouseWheelSource::Wheel,
        modifiers,
    }
}

fn button(at: Pos2, pressed: bool) -> Event {
    let button = PointerButton::Primary;
    Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE }
}

/// How far a card is pulled at least, in screen points: into another step.
const AWAY: f32 = 260.0;

/// Where the pointer is in a drag around `from`, at frame `number`.
pub(crate) fn around(from: Pos2, number: usize) -> Pos2 {
    let angle = number as f32 * std::f32::consts::TAU / 60.0;
    from + vec2(AWAY + 50.0 * (1.0 - angle.cos()), 100.0 * angle.sin())
}

/// A card of the document in front, by number.
pub(crate) fn card_at(doc: &Document, number: usize) -> Option<(CardRef, kundresa::model::Card)> {
    let journey = doc.shown_journey()?;
    let lanes: Vec<_> = journey.lanes.iter().filter(|lane| !lane.cards.is_empty()).collect();
    let lane = lanes.get(number % lanes.len())?;
    let card = lane.cards.get(number * 7919 % lane.cards.len())?;
    let one = CardRef { lane: Some(lane.id.clone()), card: card.id.clone() };
    Some((one, (**card).clone()))
}
