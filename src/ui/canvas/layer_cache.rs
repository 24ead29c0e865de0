//! The map as it was painted last: while nothing of it changes it is not painted anew. Most frames
//! are of that kind, as each move of the pointer asks for one.

use super::map::Layers;
use crate::model::{Id, Thing};
use crate::scene::{Scene, Theme};
use egui::{Pos2, Rect};
use std::collections::HashSet;
use std::sync::Arc;

/// What the layers of a map are made from: the same again gives the same layers.
#[derive(Clone, Debug)]
pub(super) struct PaintedFrom {
    pub scene: Arc<Scene>,
    pub theme: Theme,
    /// Where the map's corner is, in screen points.
    pub origin: Pos2,
    /// Screen points per document unit.
    pub zoom: f32,
    pub text_zoom: f32,
    /// What is seen, in screen points.
    pub clip: Rect,
    /// Whose text is being typed.
    pub typed: Option<Thing>,
    /// Whose curve is drawn.
    pub pen: Option<Id>,
    /// The selected transitions: their lines are marked.
    pub arcs: Vec<Thing>,
    /// The cards whose chain is brought out.
    pub chain: HashSet<Id>,
    /// How often the fonts' picture was made anew, and how often pictures were given back.
    pub epochs: [u64; 2],
}

impl PaintedFrom {
    fn is_same(&self, other: &Self) -> bool {
        let Self { scene, theme, origin, zoom, text_zoom, clip, typed, pen, arcs, chain, epochs } =
            self;
        Arc::ptr_eq(scene, &other.scene)
            && *theme == other.theme
            && *origin == other.origin
            && [*zoom, *text_zoom] == [other.zoom, other.text_zoom]
            && *clip == other.clip
            && *typed == other.typed
            && *pen == other.pen
            && *arcs == other.arcs
            && *chain == other.chain
            && *epochs == other.epochs
    }
}

/// The layers painted last. They are kept from the second time on that the same is painted: a map
/// that moves is never the same twice.
#[derive(Default)]
pub(super) struct LayerCache {
    from: Option<PaintedFrom>,
    layers: Option<Layers>,
}

impl LayerCache {
    /// The layers made from this: those of the last frame in the lists of `room`, or as `paint`
    /// makes them. None for `from`: this frame is like no other.
    pub(super) fn layers(
        &mut self,
        from: Option<PaintedFrom>,
        mut room: Layers,
        paint: impl FnOnce(Layers) -> Layers,
    ) -> Layers {
        let same = from.as_ref().zip(self.from.as_ref()).is_some_and(|(a, b)| a.is_same(b));
        self.from = from;
        if !same {
            // Dropped before painting: its meshes are filled anew and not copied.
            self.layers = None;
            return paint(room);
        }
        match &self.layers {
            Some(kept) => {
                room.body.extend_from_slice(&kept.body);
                room.headers.extend_from_slice(&kept.headers);
                room.titles.extend_from_slice(&kept.titles);
                // Whatever a test does: what is shown is what would be painted.
                debug_assert_eq!(*kept, paint(Layers::default()));
                Layers { painted: kept.painted, ..room }
            }
            None => {
                let layers = paint(room);
                self.layers = Some(layers.clone());
                layers
            }
        }
    }

    /// The next frame is painted anew: something was missing in this one.
    pub(super) fn forget(&mut self) {
        *self = Self::default();
    }
}
