//! What has changed on a map since a version that somebody gave a name, for those who look at the map:
//! its cards, what is felt in its phases, and what goes with them. How it is shown is no change here.

use super::{ChangedKind, WhatChanged, what_changed};
use crate::insight::feelings::{Feelings, as_written};
use crate::model::{Id, Journey, Project, View};
use crate::words::{Words, titled};

/// What has changed on a map since a version.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChangedSince {
    /// What the version is called.
    pub name: String,
    /// The map was there then.
    pub was_there: bool,
    /// What is counted.
    pub counted: WhatChanged,
    /// How much better all feel in a phase, by its place: the largest difference first.
    pub felt: Vec<(usize, f64)>,
}

/// What has changed on `journey` since the named version `version`; none where there is no such version.
/// Costs as much as the map is large.
pub fn changed_since(project: &Project, journey: &Journey, version: &Id) -> Option<ChangedSince> {
    let (_, version) = project.version(version)?;
    let name = version.name.clone();
    let Some((_, before)) = version.project.journey(&journey.id) else {
        return Some(ChangedSince { name, ..ChangedSince::default() });
    };
    let only = |project: &Project| {
        let mut project = project.as_version();
        project.journeys.retain(|one| one.id == journey.id);
        project
    };
    let mut counted = what_changed(&only(&version.project), &only(project));
    counted.tallies.retain(|(kind, _)| is_told(*kind));
    (counted.title, counted.other) = (false, false);
    let felt = felt(before, journey);
    if !felt.is_empty() {
        // It is said where, and how much.
        for (_, tally) in
            counted.tallies.iter_mut().filter(|(kind, _)| *kind == ChangedKind::Points)
        {
            tally.moved = 0;
        }
    }
    Some(ChangedSince { name, was_there: true, counted, felt })
}

/// Is it a change to who looks at the map?
fn is_told(kind: ChangedKind) -> bool {
    match kind {
        ChangedKind::Phases
        | ChangedKind::Steps
        | ChangedKind::Cards
        | ChangedKind::Points
        | ChangedKind::Transitions
        | ChangedKind::Personas
        | ChangedKind::Opportunities
        | ChangedKind::Tasks
        | ChangedKind::Sources
        | ChangedKind::Subgoals => true,
        ChangedKind::Journeys
        | ChangedKind::Lanes
        | ChangedKind::Images
        | ChangedKind::Views
        | ChangedKind::Pages => false,
    }
}

/// How much better all feel in each phase that both maps have, where that can be seen.
fn felt(before: &Journey, after: &Journey) -> Vec<(usize, f64)> {
    let whole = View::default();
    let [was, is] = [before, after].map(|map| Feelings::of(map, &whole));
    let phases = after.phases.iter().enumerate();
    let difference = phases.filter_map(|(at, phase)| {
        let old = before.phases.index_where(|one| one.id == phase.id)?;
        let better = as_written(as_written(is.of_all(at)?) - as_written(was.of_all(old)?));
        (better != 0.0).then_some((at, better))
    });
    let mut found: Vec<(usize, f64)> = difference.collect();
    found.sort_by(|(_, a), (_, b)| b.abs().total_cmp(&a.abs()));
    found
}

impl ChangedSince {
    /// How many parts [`ChangedSince::said`] has to tell.
    pub fn parts(&self, journey: &Journey, words: &Words) -> Vec<String> {
        let (cards, others): (Vec<_>, Vec<_>) =
            self.counted.tallies.iter().copied().partition(|(kind, _)| *kind == ChangedKind::Cards);
        let of = |tallies| WhatChanged { tallies, ..WhatChanged::default() }.parts(words);
        let phase = |at: usize| {
            let phase = journey.phases.get(at);
            phase.map_or_else(String::new, |phase| titled(&phase.title, words))
        };
        let felt = self.felt.iter();
        let felt = felt.map(|(at, by)| words.learned_curve_in(phase(*at), words.felt(*by)));
        of(cards).into_iter().chain(felt).chain(of(others)).collect()
    }

    /// "Since “Before the board”: 3 cards new, the curve in Purchase +0.5", with at most `most` of its
    /// parts; the rest are counted.
    pub fn said(&self, parts: &[String], most: usize, words: &Words) -> String {
        let name = match self.name.trim() {
            "" => words.thing_untitled(),
            name => name.to_owned(),
        };
        if !self.was_there {
            return words.learned_since_no_map(name);
        }
        if parts.is_empty() {
            return words.learned_since(name, words.changed_nothing());
        }
        let shown = parts.iter().take(most).cloned().collect::<Vec<_>>().join(", ");
        let more = parts.len().saturating_sub(most);
        let more = (more > 0).then(|| words.ask_more(words.number(more as f64)));
        let said = [shown, more.unwrap_or_default()].join(" ");
        words.learned_since(name, said.trim())
    }
}
