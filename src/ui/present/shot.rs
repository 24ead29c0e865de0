//! What the audience sees, as one small value: the presenter's window makes it, every window that
//! shows the page reads it, and so they cannot disagree.

use super::facts::Facts;
use super::keys::PresentKey;
use super::stage::Stage;
use crate::model::{Id, TextOf, Thing};
use crate::scene::Theme;
use crate::scene::pages::Page;
use crate::words::Words;
use egui::{Pos2, mutex::Mutex};
use std::sync::Arc;

/// What covers the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Curtain {
    Black,
    White,
}

/// What follows the mouse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Light {
    /// A glowing dot.
    Dot,
    /// A spotlight: all else is darkened.
    Spot,
}

/// What the audience sees.
#[derive(Clone)]
pub(crate) struct Shot {
    /// The page; none where all are hidden.
    pub page: Option<Arc<Page>>,
    /// The phase it is about.
    pub phase: Option<Id>,
    /// Where it stands among those shown, from 0.
    pub place: usize,
    /// How many are shown.
    pub of: usize,
    /// Counts how often another page was gone to: then the camera moves.
    pub turn: u64,
    /// The colours.
    pub theme: Theme,
    /// The strings.
    pub words: Words,
    /// The camera does not move.
    pub still: bool,
    /// What covers the page.
    pub curtain: Option<Curtain>,
    /// What follows the mouse.
    pub light: Option<Light>,
    /// What is under the mouse is seen larger.
    pub zoomed: bool,
    /// How many times larger, so that all of the page is read from the back row.
    pub zoom: f32,
    /// Where the presenter points, in page units.
    pub points: Option<Pos2>,
    /// A card shown large.
    pub card: Option<Arc<Facts>>,
    /// What has been typed of a page's number.
    pub digits: String,
}

/// What a window that shows the page asks for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum AudienceAsks {
    /// A key was pressed.
    Pressed(PresentKey),
    /// On, or back.
    Turn(isize),
    /// The page of this phase.
    Phase(Id),
    /// This thing is to be shown large.
    Show(Thing),
    /// The card shown large goes away.
    Close,
    /// This text is to be edited; none: one asked to edit something that has none.
    Edit(Option<TextOf>),
    /// The mouse is here, in page units; none: it has left.
    Point(Option<Pos2>),
    /// The window was closed.
    Closed,
    /// The presentation is to end.
    End,
}

/// What the presenter's and the audience's window share.
#[derive(Default)]
pub(crate) struct Link {
    /// What is to be seen now.
    pub shot: Mutex<Option<Arc<Shot>>>,
    /// What the audience's window asks for, for the presenter's to take.
    pub asks: Mutex<Vec<AudienceAsks>>,
    /// What the audience's window keeps from frame to frame.
    pub stage: Mutex<Stage>,
}
