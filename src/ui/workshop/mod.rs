//! Workshop mode: the map alone on the whole screen, for a room that works on it together. What the
//! mouse aims at is larger, typing makes cards, a click can be a vote, and a bar below has the rest.

mod ballot;
pub(crate) mod bar;
mod button;
pub(crate) mod choices;
mod quick;
pub(crate) mod tally;
pub(crate) mod timer;

use super::{Camera, Document};
use crate::model::Id;
use choices::WorkshopChoices;
use egui::Vec2;
use quick::Quick;
use std::collections::HashMap;
use tally::Tally;
use timer::Timer;

/// The window becomes as large as the screen in so many seconds; until then the map is fitted anew.
const SETTLES: f64 = 1.0;

/// What workshop mode remembers.
#[derive(Default)]
pub(crate) struct Workshop {
    /// How the window was before; none: it is not on.
    pub(crate) before: Option<BeforeWorkshop>,
    pub(crate) choices: Option<WorkshopChoices>,
    pub(crate) timer: Option<Timer>,
    pub(crate) quick: Quick,
    pub(crate) tally: Tally,
    /// As many votes each map had before those that are counted against what people have.
    pub(crate) earlier: HashMap<Id, u32>,
}

/// How the window was before workshop mode.
pub(crate) struct BeforeWorkshop {
    pub(crate) fullscreen: bool,
    pub(crate) zoom: f32,
    pub(crate) cameras: HashMap<Id, Camera>,
    pub(crate) since: f64,
    /// How large the map was in the last frame, in points.
    pub(crate) size: Option<Vec2>,
}

impl Workshop {
    /// Is it on?
    pub(crate) fn is_on(&self) -> bool {
        self.before.is_some()
    }

    pub(crate) fn choices(&self) -> WorkshopChoices {
        self.choices.unwrap_or_default()
    }

    pub(crate) fn timer(&mut self) -> &mut Timer {
        let minutes = self.choices().minutes;
        self.timer.get_or_insert_with(|| Timer::new(minutes))
    }

    /// The interface has another size: so has that of the workshop.
    pub(crate) fn enlarge(&mut self, ctx: &egui::Context, factor: f32) {
        let size = self.choices().size as f32 / 100.0;
        if let Some(before) = &mut self.before {
            before.zoom = factor;
            ctx.set_zoom_factor(factor * size);
        }
    }

    /// How many votes may still be given; none: any number. Those of earlier rounds do not count,
    /// as far as they are still there.
    pub(crate) fn votes_left(&mut self, journey: &Id) -> Option<u32> {
        let total = self.tally.total;
        let earlier = self.earlier.entry(journey.clone()).or_insert(total);
        *earlier = total.min(*earlier);
        let given = total - *earlier;
        self.choices().votes().map(|all| all.saturating_sub(given))
    }

    /// While the window grows the map is seen as when it is first opened, until somebody moves it.
    pub(crate) fn settle(&mut self, now: f64, doc: &mut Document, canvas: Option<Vec2>) {
        let Some(before) = &mut self.before else { return };
        if now - before.since < SETTLES && canvas.is_some() && before.size != canvas {
            before.size = canvas;
            doc.cameras.clear();
        }
    }
}
