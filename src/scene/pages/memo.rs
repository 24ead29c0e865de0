//! What a deck remembers from one plan to the next: what stands in each phase, on which pages, and how
//! high each thing is there.
//!
//! A thing is measured once. Its height is known as long as its pointer, and those of what else it
//! names, are the same; and so are the pages of a phase while all that stands in it is.

use super::plan::{DetailsPage, FilledColumns, PageColumns};
use super::progress::{LaneSpeaker, ProgressCurve};
use super::sizes::TextSize;
use super::sorted::{InPhase, Sorted};
use crate::insight::{Funnel, KeptInsights, PhaseTitle, funnel, same_feelings};
use crate::model::{
    Id, Journey, Lane, LaneKind, Opportunity, Persona, Phase, Project, Source, same_things,
};
use crate::scene::Drawing;
use crate::words::Lang;
use std::any::Any;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// What is known from before.
#[derive(Default)]
pub(super) struct Memo {
    lang: Option<Lang>,
    personas: Vec<Arc<Persona>>,
    sources: Vec<Arc<Source>>,
    opportunities: Vec<Arc<Opportunity>>,
    /// What is told of the whole map.
    pub told: KeptInsights,
    /// The journey that was planned last.
    journey: Option<Arc<Journey>>,
    /// Its customers from phase to phase.
    pub funnel: Option<Funnel>,
    /// Opportunities by their ids.
    ideas: HashMap<Id, Arc<Opportunity>>,
    sorted: Option<Arc<Sorted>>,
    /// Curves for the strips of pages, of the journey and project they were made from.
    roads: Vec<Arc<ProgressCurve>>,
    heights: HashMap<Key, Kept>,
    /// What was drawn to be measured is kept until it stands on a page: twice as fast where every page is
    /// drawn once, as in files.
    pub keeps_drawings: bool,
    /// How many were in use when that was last looked at.
    kept: usize,
    phases: HashMap<Id, (OfPhase, Vec<FilledColumns>)>,
    /// Pages of details that several phases share, by where the pages of each alone lie in memory.
    joined: HashMap<Vec<usize>, Joined>,
    /// Which of them this plan has asked for.
    joined_now: HashSet<Vec<usize>>,
    /// What is said of each phase, as far as it is known.
    pub titles: Option<Vec<Arc<PhaseTitle>>>,
    /// The pages of details of this plan, once somebody asked.
    pub details: Option<Arc<Vec<DetailsPage>>>,
    /// How many things have been measured and how many phases planned, for tests.
    pub measured: usize,
    pub planned: usize,
}

/// What the pages of a phase hang on, but for what all hang on.
#[derive(Clone)]
pub(super) struct OfPhase {
    pub phase: Arc<Phase>,
    /// Its place, and how many there are.
    pub place: (usize, usize),
    /// The heading somebody has written for its page.
    pub heading: String,
    /// What is known of it in a line.
    pub facts: String,
    pub held: Arc<InPhase>,
}

impl OfPhase {
    fn same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.phase, &other.phase)
            && (self.place, &self.heading, &self.facts)
                == (other.place, &other.heading, &other.facts)
            && self.held.same(&other.held)
    }
}

/// The pages of several phases, each for itself, and together.
type Joined = (Vec<Arc<PageColumns>>, Vec<DetailsPage>);

/// Is of two lanes the same shown beside their cards?
fn same_look(a: &Lane, b: &Lane) -> bool {
    (&a.id, &a.kind, &a.title, &a.icon) == (&b.id, &b.kind, &b.title, &b.icon)
}

/// Where pages lie in memory.
fn addresses(of: &[Arc<PageColumns>]) -> Vec<usize> {
    of.iter().map(|page| Arc::as_ptr(page) as usize).collect()
}

/// Where a thing lies in memory, how wide it is drawn, and how large.
type Key = (usize, u32, TextSize);

struct Kept {
    /// Keeps its place in memory from being used by another.
    alive: Arc<dyn Any + Send + Sync>,
    kind: Option<LaneKind>,
    idea: Option<Arc<Opportunity>>,
    height: f32,
    drawing: Option<Drawing>,
}

/// What the height of a thing hangs on, but for the thing itself.
pub(super) struct HeightAsked {
    pub thing: Arc<dyn Any + Send + Sync>,
    pub width: f32,
    pub size: TextSize,
    pub kind: Option<LaneKind>,
    pub idea: Option<Arc<Opportunity>>,
}

impl HeightAsked {
    fn key(&self) -> Key {
        (Arc::as_ptr(&self.thing).cast::<()>() as usize, self.width.to_bits(), self.size)
    }
}

impl Memo {
    /// Before the pages of `journey` are planned.
    pub(super) fn begin(&mut self, project: &Project, journey: &Arc<Journey>, lang: Lang) {
        let lanes = self.journey.as_ref().is_some_and(|old| {
            let lanes = old.lanes.iter().zip(&journey.lanes);
            old.lanes.len() == journey.lanes.len()
                && lanes.into_iter().all(|(a, b)| same_look(a, b))
        });
        let whose = self.journey.as_ref().is_some_and(|old| old.personas == journey.personas);
        let personas = same_things(&self.personas, &project.personas) && whose;
        if self.lang != Some(lang) || !personas {
            self.heights.clear();
        }
        // What is said of each phase is made anew in the course of the plan, and holds as it was till then.
        let same_phases = self.journey.as_ref().is_some_and(|old| {
            let ids = |journey: &Journey| -> Vec<Id> {
                journey.phases.iter().map(|phase| phase.id.clone()).collect()
            };
            old.id == journey.id && ids(old) == ids(journey)
        });
        let others = same_things(&self.sources, &project.sources)
            && same_things(&self.opportunities, &project.opportunities);
        if self.lang != Some(lang) || !personas || !lanes || !others {
            self.phases.clear();
            self.joined.clear();
        }
        if self.lang != Some(lang) || !same_phases {
            self.titles = None;
        }
        self.lang = Some(lang);
        self.personas = project.personas.to_vec();
        self.sources = project.sources.to_vec();
        self.opportunities = project.opportunities.to_vec();
        // It hangs on phases with their steps, and on who skips some.
        let same = |old: &Arc<Journey>| {
            same_things(&old.phases, &journey.phases)
                && same_things(&old.transitions, &journey.transitions)
        };
        if !self.journey.as_ref().is_some_and(same) {
            self.funnel = funnel(journey);
        }
        self.journey = Some(journey.clone());
        self.ideas =
            project.opportunities.iter().rev().map(|one| (one.id.clone(), one.clone())).collect();
        self.details = None;
        self.joined_now.clear();
        (self.measured, self.planned) = (0, 0);
        if !self.sorted.as_ref().is_some_and(|sorted| Arc::ptr_eq(&sorted.of, journey)) {
            self.sorted = Some(Arc::new(Sorted::after(journey, self.sorted.as_deref())));
        }
    }

    /// After they were planned: forgets what is not in use any more.
    pub(super) fn end(&mut self) {
        let Self { joined, joined_now, .. } = self;
        joined.retain(|key, _| joined_now.contains(key));
        // Now and then: going through all of them costs more than most edits.
        if self.heights.len() > self.kept * 2 {
            self.heights.retain(|_, kept| Arc::strong_count(&kept.alive) > 1);
            self.kept = self.heights.len().max(500);
        }
        if let Some(journey) = &self.journey {
            let there: HashSet<&Id> = journey.phases.iter().map(|phase| &phase.id).collect();
            self.phases.retain(|id, _| there.contains(id));
        }
    }

    /// The pages of a phase, if nothing they hang on has changed.
    pub(super) fn parts(&self, of: &OfPhase) -> Option<Vec<FilledColumns>> {
        let (known, parts) = self.phases.get(&of.phase.id)?;
        known.same(of).then(|| parts.clone())
    }

    /// Keeps the pages of a phase.
    pub(super) fn keep_parts(&mut self, of: OfPhase, parts: &[FilledColumns]) {
        self.planned += 1;
        self.phases.insert(of.phase.id.clone(), (of, parts.to_vec()));
    }

    /// What stands in each phase of `journey`.
    pub(super) fn sorted(&mut self, journey: &Arc<Journey>) -> Arc<Sorted> {
        let known = self.sorted.clone().filter(|sorted| Arc::ptr_eq(&sorted.of, journey));
        let sorted = known.unwrap_or_else(|| Arc::new(Sorted::new(journey)));
        self.sorted = Some(sorted.clone());
        sorted
    }

    /// The pages that those of several phases become together, if they are known.
    pub(super) fn joined(&mut self, of: &[Arc<PageColumns>]) -> Option<Vec<DetailsPage>> {
        let key = addresses(of);
        let found = self.joined.get(&key).map(|(_, pages)| pages.clone());
        self.joined_now.insert(key);
        found
    }

    /// Keeps the pages that those of several phases become together.
    pub(super) fn keep_joined(&mut self, of: Vec<Arc<PageColumns>>, pages: &[DetailsPage]) {
        self.joined.insert(addresses(&of), (of, pages.to_vec()));
    }

    /// The curve of who speaks, over all phases; where nobody does, the main one.
    pub(super) fn road(
        &mut self,
        project: &Arc<Project>,
        journey: &Arc<Journey>,
        speaker: Option<LaneSpeaker>,
    ) -> Arc<ProgressCurve> {
        let of = |road: &Arc<ProgressCurve>| {
            same_feelings(&road.of.0, journey)
                && same_things(&road.of.1.personas, &project.personas)
        };
        self.roads.retain(of);
        if let Some(known) = self.roads.iter().find(|road| road.speaker == speaker) {
            return known.clone();
        }
        let road = Arc::new(ProgressCurve::new(project, journey, speaker));
        self.roads.push(road.clone());
        road
    }

    /// The opportunity called `id`.
    pub(super) fn idea(&self, id: &Id) -> Option<&Arc<Opportunity>> {
        self.ideas.get(id)
    }

    /// The height of a thing, if it is known.
    pub(super) fn height(&self, ask: &HeightAsked) -> Option<f32> {
        let kept = self.heights.get(&ask.key())?;
        let same_idea = match (&kept.idea, &ask.idea) {
            (Some(a), Some(b)) => Arc::ptr_eq(a, b),
            (None, None) => true,
            _ => false,
        };
        (same_idea && kept.kind == ask.kind).then_some(kept.height)
    }

    /// Keeps the height of a thing, which is drawn so.
    pub(super) fn keep(&mut self, ask: HeightAsked, drawing: Drawing) {
        self.measured += 1;
        let key = ask.key();
        let HeightAsked { thing: alive, kind, idea, .. } = ask;
        let height = drawing.size.y;
        let drawing = self.keeps_drawings.then_some(drawing);
        self.heights.insert(key, Kept { alive, kind, idea, height, drawing });
    }

    /// The thing as it was drawn, if that is kept; it is not any more.
    pub(super) fn take_drawing(&mut self, ask: &HeightAsked) -> Option<Drawing> {
        self.height(ask)?;
        self.heights.get_mut(&ask.key())?.drawing.take()
    }
}
