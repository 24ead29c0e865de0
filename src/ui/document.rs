//! The open file: its project in the making, and what of it is on the screen.

use crate::edit::{Editor, Thing};
use crate::model::Id;
use crate::scene::{Layout, Scene};
use egui::{Pos2, Vec2};
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

/// The open file.
pub struct Document {
    /// The project, its history and what is in the making.
    pub editor: Editor,
    /// Where it is kept; none: it has not been saved yet.
    pub path: Option<PathBuf>,
    /// The file was mended while it was read: the first save keeps the original beside it.
    pub mended: bool,
    /// The journey whose tab is in front.
    pub journey: Id,
    /// Lays out maps and remembers.
    pub layout: Layout,
    /// The journey in front, laid out; made anew at the start of each frame in which it changed.
    pub scene: Option<Arc<Scene>>,
    /// Where each journey was last looked at.
    pub cameras: HashMap<Id, Camera>,
    /// What is selected.
    pub selection: Selection,
}

/// Which part of a map is on the screen: screen = origin + document × zoom, within the canvas.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// Where the map's top left corner is, in screen points from the canvas's top left corner.
    pub origin: Vec2,
    /// Screen points per document unit; 1 is 100 %.
    pub zoom: f32,
}

impl Camera {
    /// A place on the map from a place in the canvas (screen points from its top left corner).
    pub fn doc_from_canvas(&self, at: Pos2) -> Pos2 {
        ((at.to_vec2() - self.origin) / self.zoom).to_pos2()
    }

    /// A place in the canvas from a place on the map.
    pub fn canvas_from_doc(&self, at: Pos2) -> Pos2 {
        (self.origin + at.to_vec2() * self.zoom).to_pos2()
    }
}

/// What is selected, and where the keyboard is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Selection {
    /// In the order they were selected; the last one is where the keyboard is.
    pub things: Vec<Thing>,
    /// An empty cell the keyboard is in, when nothing is selected.
    pub cell: Option<CellRef>,
}

/// A cell of a lane.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CellRef {
    /// The lane.
    pub lane: Id,
    /// The step.
    pub step: Id,
}

impl Selection {
    /// Just this.
    pub fn of(thing: Thing) -> Self {
        Self { things: vec![thing], cell: None }
    }

    /// Is it selected?
    pub fn has(&self, thing: &Thing) -> bool {
        self.things.contains(thing)
    }

    /// Adds it, or takes it away if it is there.
    pub fn toggle(&mut self, thing: Thing) {
        self.cell = None;
        match self.things.iter().position(|other| *other == thing) {
            Some(index) => drop(self.things.remove(index)),
            None => self.things.push(thing),
        }
    }
}
