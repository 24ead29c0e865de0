//! A user without a plan: what they may do next, in the real window.

#[path = "checks.rs"]
mod checks;
#[path = "deeds.rs"]
mod deeds;
#[path = "merges.rs"]
mod merges;

use super::dice::Dice;
use super::texts;
use egui::{DroppedFile, Event, Id, Key, Modifiers, PointerButton, Pos2, Rect, Vec2, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use kundresa::file::{self, Settings};
use kundresa::model::Project;
use kundresa::scene::Body;
use kundresa::ui::{App, Document, WindowOptions, canvas_id};
use kundresa::words::Lang;
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
pub(crate) struct User {
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
    pub(crate) fn new(seed: u64, folder: &Path, files: Vec<PathBuf>) -> Self {
        let options =
            WindowOptions { lang: Some(Lang::En), keep: true, ..WindowOptions::default() };
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
    pub(crate) fn play(&mut self, count: usize) {
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
        if self.is_dialog("new map") {
            self.press(Key::Enter, Modifiers::NONE);
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
        // A slow disk is waited for on a thread.
        for _ in 0..1000 {
            let saving = self
                .doc()
                .is_some_and(|doc| doc.editor.is_modified() && !doc.editor.is_previewing());
            if !saving || self.modal().is_some() {
                break;
            }
            std::thread::sleep(Duration::from_millis(10));
            self.window.run_steps(1);
        }
        let now = std::fs::read(&path).ok();
        let Some(doc) = self.doc() else { return };
        if self.is_dialog("overwrite") || outside == 0 {
            assert_eq!(was, now, "what another program wrote is gone");
        } else if self.modal().is_none() {
            // Typing may have begun the next card already.
            let typing = doc.editor.is_previewing();
            assert!(typing || !doc.editor.is_modified(), "saved, and still modified");
            let loaded = file::load(&path).expect("what was saved can be opened");
            let edited = doc.editor.committed().edited.clone();
            let saved = Project { edited, ..loaded.project };
            assert!(saved == **doc.editor.committed(), "another project was saved");
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
}
