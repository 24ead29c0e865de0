//! What comes of two copies, made on a thread: the merged project, its conflicts in the order one
//! reads the map, and what either copy has changed by itself.

use super::base::{MergeBase, base_of};
use super::{CopyToMerge, WhatIsMerged, side_name};
use crate::file::history::Store;
use crate::insight::{HowDiffers, map_differences};
use crate::merge::{Contested, Copies, Keep, conflicts, counts_in_words, earlier_texts, merge};
use crate::model::{Conflict, Id, Project, Side, Thing};
use crate::words::Words;
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

/// A conflict, as it stands in the list.
pub(super) struct ConflictRow {
    pub contested: Contested,
    /// What stood there before both changed it; none: not known.
    pub earlier: Option<String>,
    /// The map has brought it with it: who had which value then is nobody's who looks at it now.
    pub is_kept: bool,
}

impl ConflictRow {
    /// Is it the value of this copy that stands?
    pub(super) fn stands(&self, side: Side) -> bool {
        let other = self.contested.conflict.side.unwrap_or(Side::Theirs);
        side != other
    }

    /// Both values in the order they are shown and in which the keys 1 and 2 choose them. Of a conflict
    /// that came with the map, what stands is first: whoever presses 1 throughout changes nothing.
    pub(super) fn in_order(&self) -> [(Side, Keep); 2] {
        let usual = [(Side::Ours, Keep::Mine), (Side::Theirs, Keep::Theirs)];
        let [mine, theirs] = usual;
        match self.is_kept && self.contested.conflict.changes(Keep::Mine) {
            true => [theirs, mine],
            false => usual,
        }
    }

    /// What a value is called: by whose copy it is from, or that it stands.
    pub(super) fn name_of_side(&self, side: Side, words: &Words) -> String {
        let label = &self.contested.conflict.label;
        match (self.is_kept, self.stands(side)) {
            (false, _) => side_name(side, words),
            (true, true) => words.merge_stands(),
            (true, false) if label.is_empty() => words.merge_beside(),
            (true, false) => words.labelled(words.merge_beside(), label),
        }
    }
}

/// Something that one copy has changed by itself, where it is on the merged map.
pub(super) struct ChangedAlone {
    pub side: Side,
    pub journey: Id,
    pub thing: Thing,
    /// Where a card stood, if it was moved.
    pub from: Option<Thing>,
}

/// What has come of two copies.
pub(super) struct MadeOne {
    /// The copy that is worked in, as it was merged.
    pub ours: Arc<Project>,
    /// What both come from.
    pub base: Option<MergeBase>,
    /// Both made one, with all that is in conflict.
    pub project: Arc<Project>,
    pub rows: Vec<ConflictRow>,
    pub alone: Vec<ChangedAlone>,
    /// What each copy has changed, in words; empty where nothing is known of it.
    pub told: [String; 2],
    /// The copies share nothing: two other maps.
    pub are_strangers: bool,
}

/// The copies that are being made one.
pub(super) struct Merging {
    pub made: Option<MadeOne>,
    making: bool,
    news: (Sender<MadeOne>, Receiver<MadeOne>),
}

impl Default for Merging {
    fn default() -> Self {
        Self { made: None, making: false, news: channel() }
    }
}

impl Merging {
    /// Takes in what was made, and begins to make what is not there. True where something new is.
    pub(super) fn want(
        &mut self,
        ours: &CopyToMerge,
        what: &WhatIsMerged,
        store: Option<&Store>,
        words: &Words,
        ctx: &egui::Context,
    ) -> bool {
        let is_of = |made: &MadeOne| Arc::ptr_eq(&made.ours, &ours.project);
        let mut is_new = false;
        while let Ok(made) = self.news.1.try_recv() {
            self.making = false;
            if is_of(&made) {
                self.made = Some(made);
                is_new = true;
            }
        }
        if self.making || self.made.as_ref().is_some_and(is_of) {
            return is_new;
        }
        self.making = true;
        let (ours, what, store) = (ours.clone(), what.clone(), store.cloned());
        let (sender, ctx, words) = (self.news.0.clone(), ctx.clone(), words.clone());
        let work = move || {
            if sender.send(made(&ours, &what, store.as_ref(), &words)).is_ok() {
                ctx.request_repaint();
            }
        };
        if std::thread::Builder::new().name("merge".into()).spawn(work).is_err() {
            self.making = false;
        }
        is_new
    }
}

fn made(ours: &CopyToMerge, what: &WhatIsMerged, store: Option<&Store>, words: &Words) -> MadeOne {
    let theirs = match what {
        WhatIsMerged::File(theirs) => theirs,
        WhatIsMerged::Kept => {
            return MadeOne {
                ours: Arc::clone(&ours.project),
                base: None,
                project: Arc::clone(&ours.project),
                rows: rows_of(&ours.project, None, &[], words),
                alone: Vec::new(),
                told: Default::default(),
                are_strangers: false,
            };
        }
    };
    let base = base_of(store, ours, theirs);
    let merged = merge(&Copies {
        base: base.as_ref().map(|base| &*base.project),
        ours: &ours.project,
        theirs: &theirs.project,
        ours_label: "",
        theirs_label: theirs.name.trim_end_matches(".kundresa"),
    });
    let alone = base.as_ref().map_or(Vec::new(), |base| {
        let sides = [(Side::Ours, &ours.project), (Side::Theirs, &theirs.project)];
        let of_side = |(side, copy): (Side, &Arc<Project>)| {
            changed_alone(&base.project, copy, &merged.project, side)
        };
        sides.into_iter().flat_map(of_side).collect()
    });
    let told = match &base {
        Some(_) => [&merged.ours, &merged.theirs].map(|counts| counts_in_words(counts, words)),
        None => Default::default(),
    };
    MadeOne {
        ours: Arc::clone(&ours.project),
        rows: rows_of(
            &merged.project,
            base.as_ref().map(|base| &*base.project),
            &merged.conflicts,
            words,
        ),
        project: Arc::new(merged.project),
        base,
        alone,
        told,
        are_strangers: !crate::file::is_copy_of(&theirs.project, &ours.project)
            && theirs.project != ours.project,
    }
}

/// The conflicts that are left, in the order one reads the map. `new`: those of this merging.
fn rows_of(
    project: &Project,
    base: Option<&Project>,
    new: &[Conflict],
    words: &Words,
) -> Vec<ConflictRow> {
    let mut all = conflicts(project);
    if !all.is_empty() {
        let places = reading_order(project);
        let place = |one: &Contested| {
            places.get(one.conflict.thing.as_str()).copied().unwrap_or(usize::MAX)
        };
        all.sort_by_key(place);
    }
    let earlier = base.map(|base| earlier_texts(base, &all, words));
    let mut earlier = earlier.into_iter().flatten();
    let row = |contested: Contested| {
        let is_kept = !new.contains(&contested.conflict);
        ConflictRow { contested, earlier: earlier.next().flatten(), is_kept }
    };
    all.into_iter().map(row).collect()
}

/// Where one comes to each thing when one reads the maps: the headers, then row by row from left to
/// right; then what is parked, and personas.
fn reading_order(project: &Project) -> HashMap<&str, usize> {
    let mut ids: Vec<&Id> = Vec::new();
    for journey in &project.journeys {
        ids.push(&journey.id);
        ids.extend(journey.phases.iter().map(|phase| &phase.id));
        ids.extend(journey.steps().map(|(_, step)| &step.id));
        let column: HashMap<&Id, usize> =
            journey.steps().enumerate().map(|(at, (_, step))| (&step.id, at)).collect();
        for lane in &journey.lanes {
            ids.push(&lane.id);
            let cards = lane.cards.iter().map(|card| (column.get(&card.step), &card.id));
            let points = lane.points.iter().map(|point| (column.get(&point.step), &point.id));
            let mut row: Vec<_> = cards.chain(points).collect();
            row.sort_by_key(|(column, _)| *column);
            ids.extend(row.into_iter().map(|(_, id)| id));
        }
        ids.extend(journey.transitions.iter().map(|one| &one.id));
    }
    ids.extend(project.parked.iter().map(|card| &card.id));
    ids.extend(project.personas.iter().map(|persona| &persona.id));
    ids.into_iter().enumerate().map(|(at, id)| (id.as_str(), at)).rev().collect()
}

/// What one copy has made, changed or moved, and what of it is on the merged map.
fn changed_alone(
    base: &Project,
    copy: &Project,
    merged: &Project,
    side: Side,
) -> Vec<ChangedAlone> {
    let mut alone = Vec::new();
    for journey in &copy.journeys {
        let differences = map_differences(base, copy, &journey.id);
        for one in differences {
            let moved = one.how == HowDiffers::Moved;
            let from = one.before.first().filter(|_| moved && one.curve.is_none()).cloned();
            let there = one.after.into_iter().filter(|_| one.how != HowDiffers::Removed);
            alone.extend(there.map(|thing| ChangedAlone {
                side,
                journey: journey.id.clone(),
                thing,
                from: from.clone(),
            }));
        }
    }
    // Both alike is nobody's alone; nor is what the other has moved or deleted since.
    let there = reading_order(merged);
    alone.retain(|one| there.contains_key(one.thing.id().as_str()));
    alone
}

/// What a conflict is known by, among all of a project.
pub(super) fn key_of(conflict: &Conflict) -> String {
    let Conflict { list, within, thing, field, other, .. } = conflict;
    format!("{list}/{within}/{thing}/{field}/{other}")
}
