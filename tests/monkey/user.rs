//! A user without a plan: what they may do next, in the real window.

use super::dice::Dice;
use super::{holds, texts};
use egui::accesskit::{Action, ActionData, ActionRequest};
use egui::{
    DroppedFile, Event, Id, ImeEvent, Key, Modifiers, MouseWheelSource, MouseWheelUnit,
    PointerButton, Pos2, Rect, TouchPhase, Vec2, ViewportId, pos2, vec2,
};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use kundresa::file::{self, Settings};
use kundresa::model::Project;
use kundresa::scene::Body;
use kundresa::ui::command::Command;
use kundresa::ui::{App, Document, Options, canvas_id};
use kundresa::words::{Lang, Words};
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// With nothing to do the window has come to rest after this many frames.
const FRAMES_TO_REST: usize = 300;
/// So many of the last deeds are told when something has gone wrong.
const TOLD: usize = 40;
const CTRL: Modifiers = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };

/// The user and the window.
pub struct User {
    window: Harness<'static, App>,
    dice: Dice,
    /// The only folder that is written in.
    folder: PathBuf,
    /// Files to open.
    files: Vec<PathBuf>,
    /// The project as it was opened, and what it was opened from.
    first: Option<Arc<Project>>,
    /// Deeds since then.
    deeds: usize,
    log: Log,
}

/// What was done last; told when the test ends in a panic.
struct Log {
    seed: u64,
    lines: VecDeque<String>,
    count: usize,
}

impl Drop for Log {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("seed {}, deed {}; the last ones:", self.seed, self.count);
            self.lines.iter().for_each(|line| eprintln!("  {line}"));
        }
    }
}

/// A file dropped on the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }
    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("it is read by its path".into())
    }
}

impl User {
    /// A user in front of the start page. Nothing but `folder` is written in.
    pub fn new(seed: u64, folder: &Path, files: Vec<PathBuf>) -> Self {
        let options = Options { lang: Some(Lang::En), keep: true, ..Options::default() };
        let window = Harness::builder()
            .with_size(vec2(1400.0, 900.0))
            .with_max_steps(FRAMES_TO_REST as u64)
            .with_step_dt(1.0 / 20.0)
            .allow_missing_glyphs()
            .build_eframe(move |cc| App::new(&cc.egui_ctx, options, Settings::default()));
        let log = Log { seed, lines: VecDeque::new(), count: 0 };
        let folder = folder.to_owned();
        Self { window, dice: Dice::new(seed), folder, files, first: None, deeds: 0, log }
    }

    /// Plays `count` deeds, and looks at what holds after each handful of them.
    pub fn play(&mut self, count: usize) {
        self.open();
        let mut done = 0;
        while done < count {
            let burst = 5 + self.dice.roll(40);
            for _ in 0..burst {
                let before = self.log.count;
                let started = Instant::now();
                self.deed();
                let took = started.elapsed();
                if took > Duration::from_secs(3)
                    && std::env::var_os("KUNDRESA_MONKEY_SLOW").is_some()
                {
                    eprintln!("slow: {took:?} {:?}", self.log.lines.back());
                }
                self.deeds += 1;
                done += 1;
                debug_assert!(before <= self.log.count);
            }
            self.check();
            if self.deeds > 250 || self.doc().is_none() {
                self.open();
            }
        }
    }

    fn tell(&mut self, what: impl Into<String>) {
        let mut what: String = what.into();
        if what.len() > 160 {
            what = what.chars().take(150).collect::<String>() + "…";
        }
        if std::env::var_os("KUNDRESA_MONKEY_LOUD").is_some() {
            eprintln!("{} {what}", self.log.count);
        }
        self.log.count += 1;
        self.log.lines.push_back(what);
        if self.log.lines.len() > TOLD {
            self.log.lines.pop_front();
        }
    }

    fn doc(&self) -> Option<&Document> {
        self.window.state().document()
    }

    /// Another document in front: its history begins here.
    fn watch_document(&mut self) {
        let Some(doc) = self.window.state().document() else {
            self.first = None;
            return;
        };
        let fresh = doc.editor.undo_label().is_none() && doc.editor.redo_label().is_none();
        if fresh || self.first.is_none() {
            self.first = Some(doc.editor.committed().clone());
            self.deeds = if fresh { 0 } else { self.deeds };
        }
    }

    // --- What reaches the window ------------------------------------------------------------

    fn frame(&mut self, events: Vec<Event>) {
        self.window.input_mut().events.extend(events);
        self.window.step();
        self.watch_document();
    }

    fn press(&mut self, key: Key, modifiers: Modifiers) {
        self.keys(key, modifiers, 1);
    }

    /// The same key `times` times in one frame.
    fn keys(&mut self, key: Key, modifiers: Modifiers, times: usize) {
        let event =
            |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        let mut events = vec![Event::ModifiersChanged(modifiers)];
        for _ in 0..times {
            events.extend([event(true), event(false)]);
        }
        events.push(Event::ModifiersChanged(Modifiers::NONE));
        self.frame(events);
    }

    fn button(&mut self, at: Pos2, button: PointerButton, pressed: bool, modifiers: Modifiers) {
        self.frame(vec![
            Event::ModifiersChanged(modifiers),
            Event::PointerButton { pos: at, button, pressed, modifiers },
        ]);
    }

    fn type_text(&mut self, text: &str) {
        self.frame(vec![Event::Text(text.into())]);
    }

    /// Something is in front of the window: a dialog or the palette.
    fn modal(&self) -> Option<Id> {
        self.window.ctx.memory(|memory| memory.top_modal_layer()).map(|layer| layer.id)
    }

    fn is_dialog(&self, name: &str) -> bool {
        self.modal() == Some(Id::unique(("dialog", name)))
    }

    // --- Where ------------------------------------------------------------------------------

    fn screen(&self) -> Rect {
        self.window.ctx.content_rect()
    }

    fn canvas(&self) -> Option<Rect> {
        self.doc()?;
        Some(self.window.ctx.read_response(canvas_id())?.rect)
    }

    /// A place on the screen: of something on the map, of a widget, or any.
    fn place(&mut self) -> Pos2 {
        let kind = self.dice.roll(10);
        let found = match kind {
            0..6 => self.place_on_map(),
            6..8 => self.place_of_widget(),
            _ => None,
        };
        found.unwrap_or_else(|| {
            let screen = self.screen();
            let x = self.dice.between(screen.left() - 5.0, screen.right() + 5.0);
            let y = self.dice.between(screen.top() - 5.0, screen.bottom() + 5.0);
            pos2(x, y)
        })
    }

    /// A card, a face, a phase's header, a lane's title, an edge of one of them, a head.
    fn place_on_map(&mut self) -> Option<Pos2> {
        let canvas = self.canvas()?;
        let doc = self.window.state().document()?;
        let scene = doc.scene.clone()?;
        let camera = *doc.cameras.get(&doc.journey)?;
        let dice = &mut self.dice;
        let mut rect = match dice.roll(8) {
            0..3 => {
                let lane = scene.lanes.get(dice.roll(scene.lanes.len()))?;
                match &lane.body {
                    Body::Cards(cards) => {
                        let cell = cards.cells.get(dice.roll(cards.cells.len()))?;
                        let card = cell.cards.get(dice.roll(cell.cards.len()))?;
                        card.rect.translate(vec2(0.0, lane.y))
                    }
                    Body::Curve(curve) => {
                        let point = curve.points.get(dice.roll(curve.points.len()))?;
                        let at = point.at + vec2(0.0, lane.y);
                        Rect::from_center_size(at, Vec2::splat(point.radius))
                    }
                    Body::Collapsed => {
                        Rect::from_min_size(pos2(0.0, lane.y), vec2(scene.body_x, lane.height))
                    }
                }
            }
            3 => {
                let phase = scene.columns.phases.get(dice.roll(scene.columns.phases.len()))?;
                let at = pos2(phase.x, scene.header_y);
                Rect::from_min_size(at, vec2(phase.width, scene.columns.header_height))
            }
            4 => scene.step_title_rect(dice.roll(scene.columns.steps.len()))?,
            5 => {
                let lane = scene.lanes.get(dice.roll(scene.lanes.len()))?;
                Rect::from_min_size(pos2(0.0, lane.y), vec2(scene.body_x, lane.height))
            }
            6 => {
                let placed = scene.head.get(dice.roll(scene.head.len()))?;
                Rect::from_min_size(placed.at, placed.drawing.size)
            }
            _ => {
                let (lane, step) =
                    (dice.roll(scene.lanes.len()), dice.roll(scene.columns.steps.len()));
                scene.cell_rect(lane, step)
            }
        };
        if dice.once_in(4) {
            rect = Rect::from_min_max(pos2(rect.right() - 2.0, rect.top()), rect.max);
        }
        let within =
            pos2(dice.between(rect.left(), rect.right()), dice.between(rect.top(), rect.bottom()));
        let at = canvas.min + camera.canvas_from_doc(within).to_vec2();
        at.is_finite().then_some(at)
    }

    /// Something that a screen reader would tell of, and may be clicked.
    fn place_of_widget(&mut self) -> Option<Pos2> {
        let screen = self.screen();
        let places: Vec<Pos2> = self
            .window
            .root()
            .children_recursive()
            .filter(|node| node.accesskit_node().bounding_box().is_some())
            .map(|node| node.rect().center())
            .filter(|at| screen.contains(*at))
            .collect();
        places.get(self.dice.roll(places.len())).copied()
    }

    fn modifiers(&mut self) -> Modifiers {
        match self.dice.roll(10) {
            0 => Modifiers::SHIFT,
            1 => CTRL,
            2 => Modifiers { shift: true, ..CTRL },
            3 => Modifiers::ALT,
            _ => Modifiers::NONE,
        }
    }

    // --- Deeds ------------------------------------------------------------------------------

    fn deed(&mut self) {
        if self.is_dialog("path") {
            return self.answer_path();
        }
        if self.modal().is_some() && !self.dice.once_in(4) {
            return self.answer();
        }
        if self.doc().is_none() && self.dice.once_in(2) {
            return self.open();
        }
        match self.dice.roll(100) {
            0..16 => self.click(),
            16..34 => self.drag(),
            34..41 => self.wheel(),
            41..51 => {
                let text = texts::typed(&mut self.dice);
                self.tell(format!("types {text:?}"));
                self.type_text(&text);
            }
            51..65 => self.any_key(),
            65..75 => self.command(),
            75..79 => self.paste(),
            79..82 => self.clipboard(),
            82..87 => self.storm(),
            87..89 => self.resize(),
            89..93 => self.widget(),
            93..95 => self.ime(),
            95..97 => self.save(),
            97 => self.chaos(),
            98 => {
                let frames = self.dice.roll(30);
                self.tell(format!("waits {frames} frames"));
                self.window.run_steps(frames);
            }
            _ if self.dice.once_in(4) => self.open(),
            _ => self.keep_on_typing(),
        }
    }

    fn click(&mut self) {
        let at = self.place();
        let modifiers = self.modifiers();
        let button = match self.dice.roll(8) {
            0 | 1 => PointerButton::Secondary,
            2 if self.dice.once_in(3) => PointerButton::Middle,
            _ => PointerButton::Primary,
        };
        let times = *self.dice.one(&[1, 1, 1, 2, 2, 3]);
        self.tell(format!("clicks {times} times at {at} with {button:?} {modifiers:?}"));
        if button == PointerButton::Middle {
            let text = texts::typed(&mut self.dice);
            self.frame(vec![Event::MiddleClickPaste { pos: at, text }]);
        }
        self.frame(vec![Event::PointerMoved(at)]);
        for _ in 0..times {
            self.button(at, button, true, modifiers);
            self.button(at, button, false, modifiers);
        }
        self.frame(vec![Event::ModifiersChanged(Modifiers::NONE)]);
    }

    fn drag(&mut self) {
        let (from, to) = (self.place(), self.place());
        let modifiers = self.modifiers();
        let button = match self.dice.roll(8) {
            0 => PointerButton::Middle,
            1 => PointerButton::Secondary,
            _ => PointerButton::Primary,
        };
        let moves = 1 + self.dice.roll(7);
        self.tell(format!("drags {from} to {to} by {moves} with {button:?} {modifiers:?}"));
        self.frame(vec![Event::PointerMoved(from)]);
        self.button(from, button, true, modifiers);
        for at in 1..=moves {
            let at = from.lerp(to, at as f32 / moves as f32);
            let mut events = vec![Event::PointerMoved(at)];
            if self.dice.once_in(8) {
                let modifiers = self.modifiers();
                events.push(Event::ModifiersChanged(modifiers));
            }
            self.frame(events);
            if self.dice.once_in(12) {
                self.interrupt();
            }
        }
        // Now and then the button is let go where nobody sees it.
        if self.dice.once_in(12) {
            self.tell("leaves the window while dragging");
            self.frame(vec![Event::PointerGone]);
            return;
        }
        self.button(to, button, false, modifiers);
        self.frame(vec![Event::ModifiersChanged(Modifiers::NONE)]);
    }

    /// Something that comes between while something is dragged.
    fn interrupt(&mut self) {
        match self.dice.roll(7) {
            0 => {
                self.tell("… Esc");
                self.press(Key::Escape, Modifiers::NONE);
            }
            1 => self.any_key(),
            2 => self.wheel(),
            3 => self.storm(),
            4 => self.paste(),
            5 => self.resize(),
            _ => {
                let focused = self.dice.once_in(2);
                self.tell(format!("… focused: {focused}"));
                self.frame(vec![Event::WindowFocused(focused)]);
            }
        }
    }

    fn wheel(&mut self) {
        let at = self.place();
        let modifiers = self.modifiers();
        let far = *self.dice.one(&[3.0, 60.0, 60.0, 400.0, 1e5, 1e9]);
        let delta = vec2(self.dice.between(-far, far), self.dice.between(-far, far));
        let unit =
            *self.dice.one(&[MouseWheelUnit::Point, MouseWheelUnit::Line, MouseWheelUnit::Page]);
        self.tell(format!("turns the wheel by {delta} {unit:?} at {at} {modifiers:?}"));
        let (phase, source) = (TouchPhase::Move, MouseWheelSource::Wheel);
        let zoom = *self.dice.one(&[0.01, 0.5, 0.9, 1.1, 2.0, 100.0]);
        let event = if self.dice.once_in(4) {
            Event::Zoom(zoom)
        } else {
            Event::MouseWheel { unit, delta, phase, source, modifiers }
        };
        self.frame(vec![Event::PointerMoved(at), Event::ModifiersChanged(modifiers), event]);
        let frames = self.dice.roll(4);
        self.window.run_steps(frames);
        self.frame(vec![Event::ModifiersChanged(Modifiers::NONE)]);
    }

    fn any_key(&mut self) {
        const KEYS: [Key; 24] = [
            Key::Enter,
            Key::Enter,
            Key::Tab,
            Key::Tab,
            Key::Escape,
            Key::Delete,
            Key::Backspace,
            Key::ArrowLeft,
            Key::ArrowRight,
            Key::ArrowUp,
            Key::ArrowDown,
            Key::ArrowDown,
            Key::Home,
            Key::End,
            Key::PageUp,
            Key::PageDown,
            Key::F2,
            Key::F1,
            Key::Space,
            Key::D,
            Key::A,
            Key::Num0,
            Key::Num1,
            Key::Num2,
        ];
        let key = *self.dice.one(&KEYS);
        let modifiers = self.modifiers();
        let times = *self.dice.one(&[1, 1, 1, 2, 7]);
        self.tell(format!("presses {key:?} {modifiers:?} {times} times"));
        self.keys(key, modifiers, times);
    }

    fn command(&mut self) {
        let commands = Command::all();
        let command = self.dice.one(&commands).clone();
        // The system's dialogs and the end are left out.
        if matches!(command, Command::Open | Command::Quit | Command::Save) {
            return;
        }
        self.choose(&command);
    }

    /// Chooses a command by its key, or in the palette.
    fn choose(&mut self, command: &Command) {
        self.tell(format!("chooses {command:?}"));
        if let Some(key) = command.row().keys.first()
            && self.dice.once_in(2)
        {
            let Modifiers { alt, shift, command, .. } = key.modifiers;
            let modifiers = Modifiers { alt, shift, ctrl: command, command, mac_cmd: false };
            return self.press(key.logical_key, modifiers);
        }
        self.press(Key::K, CTRL);
        let label = command.label(&Words::new(self.window.state().state().lang));
        self.type_text(&label);
        self.press(Key::Enter, Modifiers::NONE);
    }

    fn paste(&mut self) {
        let text = texts::pasted(&mut self.dice);
        self.tell(format!("pastes {text:?}"));
        self.frame(vec![Event::Paste(text)]);
    }

    /// Copies or cuts, and pastes somewhere.
    fn clipboard(&mut self) {
        let event = if self.dice.once_in(3) { Event::Cut } else { Event::Copy };
        self.tell(format!("{event:?} and paste"));
        self.frame(vec![event]);
        let commands = &self.window.output().platform_output.commands;
        let text = commands.iter().find_map(|command| match command {
            egui::OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        });
        if self.dice.once_in(3) {
            self.click();
        }
        if let Some(text) = text {
            self.frame(vec![Event::Paste(text)]);
        }
    }

    /// Undo and redo, many in a frame.
    fn storm(&mut self) {
        for _ in 0..1 + self.dice.roll(4) {
            let (times, undo) = (1 + self.dice.roll(12), self.dice.once_in(2));
            self.tell(format!("{} {times} times", if undo { "undoes" } else { "redoes" }));
            self.keys(if undo { Key::Z } else { Key::Y }, CTRL, times);
        }
    }

    fn resize(&mut self) {
        let size = match self.dice.roll(5) {
            0 => vec2(50.0, 50.0),
            1 => vec2(4000.0, 3000.0),
            2 => vec2(self.dice.between(1.0, 400.0), self.dice.between(1.0, 4000.0)),
            _ => vec2(self.dice.between(600.0, 1800.0), self.dice.between(400.0, 1100.0)),
        };
        let scale = *self.dice.one(&[1.0, 1.0, 1.0, 0.5, 1.25, 1.5, 2.0, 3.0, 4.0]);
        self.tell(format!("makes the window {size} at {scale}"));
        self.window.set_size(size);
        let root = self.window.input_mut().viewports.entry(ViewportId::ROOT).or_default();
        root.native_pixels_per_point = Some(scale);
        self.window.step();
        self.window.step();
    }

    /// Does something with a widget as a screen reader would.
    fn widget(&mut self) {
        let nodes: Vec<_> = self.window.root().children_recursive().collect();
        let Some(node) = nodes.get(self.dice.roll(nodes.len())) else { return };
        let (target_node, target_tree) = node.accesskit_node().locate();
        let what =
            format!("{:?} {:?}", node.accesskit_node().role(), node.accesskit_node().label());
        let text = texts::typed(&mut self.dice);
        let (action, data) = match self.dice.roll(7) {
            0 | 1 => (Action::Click, None),
            2 => (Action::Focus, None),
            3 => (Action::Increment, None),
            4 => (Action::Decrement, None),
            5 => {
                let value = *self.dice.one(&[0.0, -1e300, 1e300, 0.3, 55.0, f64::NAN]);
                (Action::SetValue, Some(ActionData::NumericValue(value)))
            }
            _ => (Action::SetValue, Some(ActionData::Value(text.into()))),
        };
        drop(nodes);
        self.tell(format!("{action:?} {data:?} on {what}"));
        let request = ActionRequest { target_node, target_tree, action, data };
        self.frame(vec![Event::AccessKitActionRequest(request)]);
        self.window.step();
    }

    fn ime(&mut self) {
        let text = texts::typed(&mut self.dice);
        self.tell(format!("composes {text:?}"));
        let active = text.chars().count().min(1);
        self.frame(vec![Event::Ime(ImeEvent::Preedit {
            text: text.clone(),
            active_range_chars: Some(0..active),
        })]);
        if self.dice.once_in(3) {
            self.any_key();
        }
        self.frame(vec![Event::Ime(ImeEvent::Commit(text))]);
    }

    /// Everything at once, in one frame.
    fn chaos(&mut self) {
        self.tell("does everything at once");
        let mut events = Vec::new();
        for _ in 0..12 {
            let (at, modifiers) = (self.place(), self.modifiers());
            let key = *self.dice.one(&[
                Key::Delete,
                Key::Enter,
                Key::Tab,
                Key::ArrowDown,
                Key::Z,
                Key::Y,
                Key::Escape,
                Key::F2,
                Key::D,
            ]);
            let text = texts::typed(&mut self.dice);
            let pressed = self.dice.once_in(2);
            let button = *self.dice.one(&[PointerButton::Primary, PointerButton::Secondary]);
            events.push(match self.dice.roll(8) {
                0 | 1 => {
                    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
                }
                2 => Event::Text(text),
                3 => Event::PointerMoved(at),
                4 | 5 => Event::PointerButton { pos: at, button, pressed, modifiers },
                6 => Event::Paste(text),
                _ => Event::ModifiersChanged(modifiers),
            });
        }
        self.frame(events);
    }

    /// Cards, one after the other, as in a workshop.
    fn keep_on_typing(&mut self) {
        for _ in 0..self.dice.roll(8) {
            let text = texts::typed(&mut self.dice);
            let key = *self.dice.one(&[Key::Enter, Key::Enter, Key::Tab, Key::Escape]);
            self.tell(format!("types {text:?} and {key:?}"));
            self.type_text(&text);
            self.press(key, Modifiers::NONE);
        }
    }

    // --- Files ------------------------------------------------------------------------------

    /// Drops a file on the window, or begins a new map; whatever it asks about is not saved.
    fn open(&mut self) {
        self.deeds = 0;
        let path = self.dice.one(&self.files).clone();
        self.tell(format!("opens {}", path.display()));
        for _ in 0..4 {
            if self.modal().is_some() {
                self.press(Key::Escape, Modifiers::NONE);
            }
        }
        self.let_go();
        if self.dice.once_in(5) {
            self.press(Key::N, CTRL);
        } else {
            self.window.input_mut().dropped_files.push(Arc::new(Dropped(path)));
            self.window.step();
        }
        self.window.run_steps(2);
        self.watch_document();
        if self.is_dialog("unsaved") {
            self.press_button(1);
        }
        // Large ones are read on a thread.
        self.window.run_steps(3);
        for _ in 0..100 {
            if self.doc().is_some_and(|doc| doc.scene.is_some()) || self.modal().is_some() {
                break;
            }
            std::thread::sleep(Duration::from_millis(10));
            self.frame(Vec::new());
        }
    }

    /// Saves; what another program has written meanwhile must not be lost.
    fn save(&mut self) {
        let Some(path) = self.doc().and_then(|doc| doc.path.clone()) else { return };
        if !path.starts_with(&self.folder) || self.modal().is_some() {
            return;
        }
        let outside = self.dice.roll(6);
        self.tell(format!("saves {} after {outside}", path.display()));
        match outside {
            0 => std::fs::write(&path, format!("{{\"other\": {}}}", self.dice.roll(9))).unwrap(),
            1 => drop(std::fs::remove_file(&path)),
            _ => {}
        }
        let was = std::fs::read(&path).ok();
        self.press(Key::S, CTRL);
        self.window.run_steps(2);
        let now = std::fs::read(&path).ok();
        let Some(doc) = self.doc() else { return };
        if self.is_dialog("overwrite") || outside == 0 {
            assert_eq!(was, now, "what another program wrote is gone");
        } else if self.modal().is_none() {
            assert!(!doc.editor.is_modified(), "saved, and still modified");
            let loaded = file::load(&path).expect("what was saved can be opened");
            let edited = doc.editor.project().edited.clone();
            let saved = Project { edited, ..loaded.project };
            assert!(saved == **doc.editor.project(), "another project was saved");
        }
    }

    fn answer(&mut self) {
        match self.dice.roll(4) {
            0 => {
                self.tell("answers Esc");
                self.press(Key::Escape, Modifiers::NONE);
            }
            1 => {
                self.tell("answers Enter");
                self.press(Key::Enter, Modifiers::NONE);
            }
            _ => {
                let number = self.dice.roll(3);
                self.tell(format!("answers {number}"));
                self.press_button(number);
            }
        }
    }

    /// Presses one of the dialog's buttons, counted from the one that is filled.
    fn press_button(&mut self, number: usize) {
        let mut places: Vec<Pos2> = self
            .window
            .root()
            .children_recursive()
            .filter(|node| node.accesskit_node().role() == egui::accesskit::Role::Button)
            .filter(|node| node.accesskit_node().bounding_box().is_some())
            .map(|node| node.rect().center())
            .collect();
        // The dialog comes last in the tree, its buttons from right to left.
        let modal = self.modal();
        let area = modal.and_then(|id| self.window.ctx.memory(|memory| memory.area_rect(id)));
        places.retain(|at| area.is_some_and(|area| area.contains(*at)));
        if let Some(&at) = places.get(number) {
            self.frame(vec![Event::PointerMoved(at)]);
            self.button(at, PointerButton::Primary, true, Modifiers::NONE);
            self.button(at, PointerButton::Primary, false, Modifiers::NONE);
        }
        self.window.run_steps(2);
    }

    /// Types a name where a file is to be chosen, but only in our own folder.
    fn answer_path(&mut self) {
        let here = self.folder.display().to_string();
        let said = |node: &egui_kittest::Node<'_>| {
            let node = node.accesskit_node();
            node.label().or(node.value()).is_some_and(|said| said == here)
        };
        let ours = self.window.root().children_recursive().any(|node| said(&node));
        if !ours || self.dice.once_in(3) {
            self.tell("chooses no file");
            self.press(Key::Escape, Modifiers::NONE);
            return;
        }
        let name = texts::typed(&mut self.dice);
        let name: String = name.chars().filter(|c| !['.', '\\', '/'].contains(c)).collect();
        self.tell(format!("chooses the file {name:?}"));
        self.press(Key::A, CTRL);
        self.type_text(&name);
        self.press(Key::Enter, Modifiers::NONE);
        self.window.run_steps(2);
    }

    // --- What must hold ---------------------------------------------------------------------

    /// Lets go of all buttons.
    fn let_go(&mut self) {
        let at = self.screen().center();
        for button in [PointerButton::Primary, PointerButton::Secondary, PointerButton::Middle] {
            self.button(at, button, false, Modifiers::NONE);
        }
        self.frame(vec![Event::PointerGone, Event::ModifiersChanged(Modifiers::NONE)]);
    }

    fn check(&mut self) {
        self.tell("looks at what is there");
        self.let_go();
        if let Err(error) = self.window.try_run() {
            panic!("the window does not come to rest: {error}");
        }
        self.holds();
        for _ in 0..6 {
            if self.modal().is_none() {
                break;
            }
            self.press(Key::Escape, Modifiers::NONE);
            self.window.run_steps(2);
        }
        assert!(self.modal().is_none(), "Esc does not close what is in front");
        self.back_and_forth();
        if self.dice.once_in(6) {
            self.many_lines();
        }
        // Small windows and large scales are left again.
        if self.dice.once_in(2) {
            self.window.set_size(vec2(1400.0, 900.0));
            let root = self.window.input_mut().viewports.entry(ViewportId::ROOT).or_default();
            root.native_pixels_per_point = Some(1.0);
            self.window.run_steps(2);
        }
        self.watch_document();
    }

    /// What holds at any time nothing is being dragged.
    fn holds(&mut self) {
        let canvas = self.canvas();
        let Some(doc) = self.doc() else { return };
        holds::comes_back(doc.editor.project());
        holds::selected_is_there(doc);
        if let Some(canvas) = canvas {
            holds::map_is_in_view(doc, canvas);
        }
        holds::scene_is_fresh(doc, &self.window.state().state());
    }

    /// The keyboard is on the canvas, as after a click on it.
    fn focus_canvas(&mut self) {
        self.window.ctx.memory_mut(|memory| memory.request_focus(canvas_id()));
        self.window.run_steps(2);
    }

    /// Undoing everything gives the first project, redoing everything the last.
    fn back_and_forth(&mut self) {
        if self.doc().is_none() {
            return;
        }
        self.focus_canvas();
        self.watch_document();
        let Some(first) = self.first.clone() else { return };
        let Some(doc) = self.doc() else { return };
        let last = doc.editor.project().clone();
        let undone = doc.editor.redo_label().is_some();
        self.keys(Key::Z, CTRL, 600);
        self.window.run_steps(3);
        let Some(doc) = self.doc() else { return };
        assert!(doc.editor.undo_label().is_none(), "all was undone: {:?}", doc.editor.undo_label());
        let back = doc.editor.project().clone();
        self.holds();
        if *back != *first {
            let (a, b) = (file::to_json(&first), file::to_json(&back));
            let (a, b) = (String::from_utf8_lossy(&a), String::from_utf8_lossy(&b));
            let differs: Vec<_> =
                a.lines().zip(b.lines()).filter(|(a, b)| a != b).take(3).collect();
            panic!("undoing everything gives another project: {differs:?}");
        }
        self.keys(Key::Y, CTRL, 600);
        self.window.run_steps(3);
        let Some(doc) = self.doc() else { return };
        assert!(doc.editor.redo_label().is_none(), "all was done again");
        assert!(
            undone || *last == **doc.editor.project(),
            "redoing everything gives another project"
        );
        self.holds();
    }

    /// Ten thousand lines are pasted, and taken back.
    fn many_lines(&mut self) {
        let Some(doc) = self.doc() else { return };
        let before = doc.editor.project().clone();
        self.tell("pastes 10,000 lines and takes them back");
        let lines: String = (0..10_000).map(|line| format!("Rad {line}\n")).collect();
        self.focus_canvas();
        self.frame(vec![Event::Paste(lines)]);
        self.window.run_steps(2);
        self.holds();
        self.focus_canvas();
        if self.doc().is_some_and(|doc| !Arc::ptr_eq(doc.editor.project(), &before)) {
            self.press(Key::Z, CTRL);
            self.window.run_steps(2);
        }
        let Some(doc) = self.doc() else { return };
        assert!(**doc.editor.project() == *before, "they are not taken back");
        self.holds();
    }
}
