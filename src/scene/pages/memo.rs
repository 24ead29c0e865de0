//! What a deck remembers from one plan to the next: what stands in each phase, and how high each
//! thing is on a page.
//!
//! A thing is measured once. Its height is known as long as its pointer, and those of what else it
//! names, are the same; what the last plan did not ask for is forgotten.

use super::sorted::Sorted;
use super::strip::Road;
use super::tile::Size;
use crate::model::{Id, Journey, LaneKind, Opportunity, Persona, Project};
use crate::words::Lang;
use std::any::Any;
use std::collections::HashMap;
use std::sync::Arc;

/// What is known from before.
#[derive(Default)]
pub(super) struct Memo {
    lang: Option<Lang>,
    personas: Vec<Arc<Persona>>,
    whose: Vec<Id>,
    /// Opportunities by their ids.
    ideas: HashMap<Id, Arc<Opportunity>>,
    sorted: Option<Arc<Sorted>>,
    road: Option<Arc<Road>>,
    heights: HashMap<Key, Kept>,
    turn: u32,
    /// How many things have been measured, for tests.
    pub measured: usize,
}

/// Where a thing lies in memory, how wide it is drawn, and how large.
type Key = (usize, u32, Size);

struct Kept {
    /// Keeps its place in memory from being used by another.
    _alive: Arc<dyn Any + Send + Sync>,
    kind: Option<LaneKind>,
    idea: Option<Arc<Opportunity>>,
    height: f32,
    turn: u32,
}

/// What the height of a thing hangs on, but for the thing itself.
pub(super) struct Ask {
    pub thing: Arc<dyn Any + Send + Sync>,
    pub width: f32,
    pub size: Size,
    pub kind: Option<LaneKind>,
    pub idea: Option<Arc<Opportunity>>,
}

impl Ask {
    fn key(&self) -> Key {
        (Arc::as_ptr(&self.thing).cast::<()>() as usize, self.width.to_bits(), self.size)
    }
}

impl Memo {
    /// Before the pages of `journey` are planned.
    pub fn begin(&mut self, project: &Project, journey: &Arc<Journey>, lang: Lang) {
        let same_personas = self.personas.len() == project.personas.len()
            && self.personas.iter().zip(project.personas.iter()).all(|(a, b)| Arc::ptr_eq(a, b));
        if self.lang != Some(lang) || !same_personas || self.whose != journey.personas {
            self.heights.clear();
        }
        self.lang = Some(lang);
        self.personas = project.personas.to_vec();
        self.whose = journey.personas.clone();
        self.ideas =
            project.opportunities.iter().rev().map(|one| (one.id.clone(), one.clone())).collect();
        self.turn = self.turn.wrapping_add(1);
        self.measured = 0;
        if !self.sorted.as_ref().is_some_and(|sorted| Arc::ptr_eq(&sorted.of, journey)) {
            self.sorted = Some(Arc::new(Sorted::new(journey)));
        }
    }

    /// After they were planned.
    pub fn end(&mut self) {
        let turn = self.turn;
        self.heights.retain(|_, kept| kept.turn == turn);
    }

    /// What stands in each phase of `journey`.
    pub fn sorted(&mut self, journey: &Arc<Journey>) -> Arc<Sorted> {
        let known = self.sorted.clone().filter(|sorted| Arc::ptr_eq(&sorted.of, journey));
        let sorted = known.unwrap_or_else(|| Arc::new(Sorted::new(journey)));
        self.sorted = Some(sorted.clone());
        sorted
    }

    /// The main curve of `journey`.
    pub fn road(&mut self, project: &Arc<Project>, journey: &Arc<Journey>) -> Arc<Road> {
        let same =
            |road: &Arc<Road>| Arc::ptr_eq(&road.of.0, journey) && Arc::ptr_eq(&road.of.1, project);
        let known = self.road.clone().filter(same);
        let road = known.unwrap_or_else(|| Arc::new(Road::new(project, journey)));
        self.road = Some(road.clone());
        road
    }

    /// The opportunity called `id`.
    pub fn idea(&self, id: &Id) -> Option<&Arc<Opportunity>> {
        self.ideas.get(id)
    }

    /// The height of a thing, if it is known.
    pub fn height(&mut self, ask: &Ask) -> Option<f32> {
        let kept = self.heights.get_mut(&ask.key())?;
        let same_idea = match (&kept.idea, &ask.idea) {
            (Some(a), Some(b)) => Arc::ptr_eq(a, b),
            (None, None) => true,
            _ => false,
        };
        kept.turn = self.turn;
        (same_idea && kept.kind == ask.kind).then_some(kept.height)
    }

    /// Keeps the height of a thing.
    pub fn keep(&mut self, ask: Ask, height: f32) {
        self.measured += 1;
        let (key, turn) = (ask.key(), self.turn);
        let Ask { thing: _alive, kind, idea, .. } = ask;
        self.heights.insert(key, Kept { _alive, kind, idea, height, turn });
    }
}
