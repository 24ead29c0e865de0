//! A version beside what is now: both laid out, and what differs between them, made on a thread.

use super::differing::{ShownDifference, shown_differences};
use super::past_rows::{PastRow, RowKey};
use crate::file::history::{PastVersion, Store};
use crate::insight::{changed_beside, map_differences};
use crate::model::{Id, Journey, Lane, Project};
use crate::scene::{Body, Layout, Scene};
use crate::words::{Lang, Words};
use egui::{Pos2, pos2};
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

/// A version, and what is now.
pub(crate) struct ComparedPair {
    /// What the project was, to be brought back.
    pub from: Arc<Project>,
    /// The same with the pictures it shows, as a file of its own.
    pub whole: Arc<Project>,
    /// The map as it was; none: it was not there, or what is now is looked at.
    pub was: Option<Arc<Scene>>,
    /// The map as it is.
    pub is: Option<Arc<Scene>>,
    /// What differs on the map, in the order one reads it.
    pub differences: Vec<ShownDifference>,
    /// Curves as they were, where they are drawn on the map as it is, in its document units.
    pub old_curves: Vec<Vec<Pos2>>,
    /// What differs beside the map, in words; empty where nothing does.
    pub beside: String,
    /// Nothing at all differs.
    pub is_same: bool,
    /// How many cards there were and are.
    pub cards: [usize; 2],
    /// How many of the phases differ, and how many there are.
    pub phases: [usize; 2],
}

/// What a pair is made of.
#[derive(Clone)]
pub(super) struct PairOf {
    pub key: RowKey,
    pub version: Option<PastVersion>,
    pub now: Arc<Project>,
    pub journey: Id,
    /// The language of the map, and how large its text is.
    pub lang: Lang,
    pub scale: f32,
}

impl PairOf {
    pub(super) fn new(
        row: &PastRow,
        now: &Arc<Project>,
        journey: &Id,
        lang: Lang,
        scale: f32,
    ) -> Self {
        Self {
            key: row.key.clone(),
            version: row.version.clone(),
            now: Arc::clone(now),
            journey: journey.clone(),
            lang,
            scale,
        }
    }

    fn is(&self, other: &Self) -> bool {
        self.key == other.key
            && Arc::ptr_eq(&self.now, &other.now)
            && self.journey == other.journey
            && (self.lang, self.scale) == (other.lang, other.scale)
    }
}

type Made = (PairOf, Result<ComparedPair, String>);

/// The pair that is looked at, and the one that is being made.
pub(super) struct Looking {
    made: Option<Made>,
    making: bool,
    news: (Sender<Made>, Receiver<Made>),
}

impl Default for Looking {
    fn default() -> Self {
        Self { made: None, making: false, news: channel() }
    }
}

impl Looking {
    /// Takes in what has been made, and begins to make what is wanted and not there. At most one is
    /// made at a time. True where another pair is there than before.
    pub(super) fn want(
        &mut self,
        wanted: &PairOf,
        store: Option<&Store>,
        words: &Words,
        ctx: &egui::Context,
    ) -> bool {
        let mut is_new = false;
        while let Ok(made) = self.news.1.try_recv() {
            self.making = false;
            if made.0.is(wanted) {
                self.made = Some(made);
                is_new = true;
            }
        }
        let is_made = self.made.as_ref().is_some_and(|(of, _)| of.is(wanted));
        if is_made || self.making {
            return is_new;
        }
        self.making = true;
        let (wanted, store, words) = (wanted.clone(), store.cloned(), words.clone());
        let (sender, ctx) = (self.news.0.clone(), ctx.clone());
        let work = move || {
            let pair = make(&wanted, store.as_ref(), &words);
            if sender.send((wanted, pair)).is_ok() {
                ctx.request_repaint();
            }
        };
        if std::thread::Builder::new().name("history map".into()).spawn(work).is_err() {
            self.making = false;
        }
        is_new
    }

    /// The pair of this row, or why it cannot be shown; none while it is being made.
    pub(super) fn of(&self, key: &RowKey) -> Option<&Result<ComparedPair, String>> {
        self.made.as_ref().filter(|(of, _)| of.key == *key).map(|(_, made)| made)
    }
}

fn make(of: &PairOf, store: Option<&Store>, words: &Words) -> Result<ComparedPair, String> {
    let map_words = if of.lang == words.lang { words.clone() } else { Words::new(of.lang) };
    let lay_out = |layout: &mut Layout, project: &Arc<Project>| {
        layout.scene(project, &of.journey, &map_words, of.scale)
    };
    let now = Arc::new(opened(&of.now, &of.journey));
    let Some(version) = &of.version else {
        let is = lay_out(&mut folding(), &now);
        let cards = cards_in(&of.now, &of.journey);
        return Ok(ComparedPair {
            from: Arc::clone(&of.now),
            whole: Arc::clone(&of.now),
            was: None,
            is,
            differences: Vec::new(),
            old_curves: Vec::new(),
            beside: String::new(),
            is_same: false,
            cards: [cards; 2],
            phases: [0; 2],
        });
    };
    let read = version.read(store).map_err(|error| error.reason(words))?;
    let from = read.project;
    let whole = match read.is_named {
        true => Arc::new(from.back_in(&of.now)),
        false => Arc::clone(&from),
    };
    let (mut before, mut after) = (folding(), folding());
    let then = Arc::new(opened(&whole, &of.journey));
    let (mut was, mut is) = (lay_out(&mut before, &then), lay_out(&mut after, &now));
    if let (Some(one), Some(other)) = (&was, &is) {
        // Rows that are in both are of one height, so that they stand beside each other.
        (before.held, after.held) = (heights(other), heights(one));
        (was, is) = (lay_out(&mut before, &then), lay_out(&mut after, &now));
    }
    let differences = map_differences(&from, &of.now, &of.journey);
    let rest = match read.is_named {
        true => changed_beside(&from.as_version(), &of.now.as_version(), &of.journey),
        false => changed_beside(&from, &of.now, &of.journey),
    };
    let is_same = differences.is_empty() && rest.is_nothing();
    let differences =
        shown_differences(differences, [&from, &of.now], &of.journey, [&was, &is], words);
    let phases = phases_that_differ(&differences, [&was, &is]);
    Ok(ComparedPair {
        old_curves: old_curves(&differences, was.as_deref(), is.as_deref()),
        beside: if rest.is_nothing() { String::new() } else { rest.text(words) },
        cards: [cards_in(&from, &of.journey), cards_in(&of.now, &of.journey)],
        from,
        whole,
        was,
        is,
        differences,
        is_same,
        phases,
    })
}

fn folding() -> Layout {
    let mut layout = Layout::new();
    layout.fold_figures = true;
    layout
}

/// The project with all lanes of the map shown: what differs in a folded one is to be seen.
fn opened(project: &Project, journey: &Id) -> Project {
    let mut project = project.clone();
    let Some((at, map)) = project.journey(journey) else { return project };
    if !map.lanes.iter().any(|lane| lane.hidden || lane.collapsed) {
        return project;
    }
    let mut lanes = map.lanes.clone();
    for lane in lanes.iter_mut().filter(|lane| lane.hidden || lane.collapsed) {
        *lane = Arc::new(Lane { hidden: false, collapsed: false, ..Lane::clone(lane) });
    }
    let map = Journey { lanes, ..Journey::clone(map) };
    if let Some(place) = project.journeys.get_mut(at) {
        *place = Arc::new(map);
    }
    project
}

fn heights(scene: &Scene) -> HashMap<Id, f32> {
    scene.lanes.iter().map(|lane| (lane.id.clone(), lane.height)).collect()
}

fn cards_in(project: &Project, journey: &Id) -> usize {
    let map = project.journey(journey).map(|(_, map)| map);
    map.map_or(0, |map| map.lanes.iter().map(|lane| lane.cards.len()).sum())
}

/// How many of the phases of both something differs in, and how many there are.
fn phases_that_differ(
    differences: &[ShownDifference],
    scenes: [&Option<Arc<Scene>>; 2],
) -> [usize; 2] {
    let mut all: Vec<&Id> = Vec::new();
    let mut differ: Vec<&Id> = Vec::new();
    for (side, scene) in scenes.iter().enumerate() {
        let Some(scene) = scene else { continue };
        let phases = scene.columns.phases.iter().map(|phase| &phase.id);
        for phase in phases {
            if !all.contains(&phase) {
                all.push(phase);
            }
        }
        for one in differences {
            for thing in one.things(side) {
                let phase = scene.thing_rect(thing).and_then(|rect| {
                    let step = scene.columns.steps.get(scene.step_at(rect.center().x)?)?;
                    scene.columns.phases.get(step.phase)
                });
                if let Some(phase) = phase.filter(|_| one.is_in_columns())
                    && !differ.contains(&&phase.id)
                {
                    differ.push(&phase.id);
                }
            }
        }
    }
    [differ.len(), all.len()]
}

/// The curves that differ, as they were, on the map as it is: each piece at the step it was in.
fn old_curves(
    differences: &[ShownDifference],
    was: Option<&Scene>,
    is: Option<&Scene>,
) -> Vec<Vec<Pos2>> {
    let (Some(was), Some(is)) = (was, is) else { return Vec::new() };
    let mut curves = Vec::new();
    for name in differences.iter().filter_map(|one| one.difference.curve.as_ref()) {
        let curve_of = |scene: &Scene| {
            let lane = scene.lanes.iter().find(|lane| lane.id == name.lane)?;
            match &lane.body {
                Body::Curve(curve) => Some((lane.y, Arc::clone(curve))),
                Body::Cards(_) | Body::Collapsed => None,
            }
        };
        let (Some((_, old)), Some((top, new))) = (curve_of(was), curve_of(is)) else { continue };
        let Some(line) = old.lines.iter().find(|line| line.persona == name.persona) else {
            continue;
        };
        let mut drawn = Vec::new();
        for at in line.pieces.iter().flat_map(|piece| piece.iter()) {
            let feeling = (old.zero_y - at.y) / old.unit.max(1.0);
            match moved_x(was, is, at.x) {
                Some(x) => drawn.push(pos2(x, top + new.zero_y - feeling * new.unit)),
                None if drawn.len() > 1 => curves.push(std::mem::take(&mut drawn)),
                None => drawn.clear(),
            }
        }
        if drawn.len() > 1 {
            curves.push(drawn);
        }
    }
    curves
}

/// Where a place across the map is now: as far into its step as it was.
fn moved_x(was: &Scene, is: &Scene, x: f32) -> Option<f32> {
    let old = was.columns.steps.get(was.step_at(x)?)?;
    let new = is.columns.steps.get(*is.columns.index.get(&old.id)?)?;
    Some(new.x + (x - old.x) / old.width.max(1.0) * new.width)
}
