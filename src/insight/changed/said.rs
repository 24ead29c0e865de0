//! What changed, in one sentence: “3 cards new, 1 changed, curve moved”.

use super::{ChangeTally, ChangedKind, WhatChanged};
use crate::words::Words;

impl ChangedKind {
    /// What programs call it; also the list it stands in in the file, but for points and pages.
    pub fn key(self) -> &'static str {
        match self {
            Self::Journeys => "journeys",
            Self::Phases => "phases",
            Self::Steps => "steps",
            Self::Lanes => "lanes",
            Self::Cards => "cards",
            Self::Points => "points",
            Self::Transitions => "transitions",
            Self::Personas => "personas",
            Self::Opportunities => "opportunities",
            Self::Tasks => "tasks",
            Self::Sources => "sources",
            Self::Subgoals => "subgoals",
            Self::Images => "images",
            Self::Views => "views",
            Self::Pages => "pages",
        }
    }

    fn counted(self, count: usize, words: &Words) -> String {
        match self {
            Self::Journeys => words.count_journeys(count),
            Self::Phases => words.count_phases(count),
            Self::Steps => words.count_steps(count),
            Self::Lanes => words.count_lanes(count),
            Self::Cards => words.count_cards(count),
            Self::Points => words.count_points(count),
            Self::Transitions => words.count_transitions(count),
            Self::Personas => words.count_personas(count),
            Self::Opportunities => words.count_opportunities(count),
            Self::Tasks => words.count_tasks(count),
            Self::Sources => words.count_sources(count),
            Self::Subgoals => words.count_subgoals(count),
            Self::Images => words.count_images(count),
            Self::Views => words.count_views(count),
            Self::Pages => words.count_pages(count),
        }
    }

    /// Is it “ett” in Swedish? What is said of it follows: “1 kort nytt”, “1 rad ny”.
    fn is_neuter(self) -> bool {
        matches!(self, Self::Steps | Self::Cards | Self::Subgoals)
    }
}

impl WhatChanged {
    /// What changed, in one sentence without a full stop. Each kind is named once; the numbers that
    /// follow are of the same.
    pub fn text(&self, words: &Words) -> String {
        let parts = self.parts(words);
        match parts.is_empty() {
            true => words.changed_nothing(),
            false => parts.join(", "),
        }
    }

    /// The parts of that sentence; none where all is as it was.
    pub(super) fn parts(&self, words: &Words) -> Vec<String> {
        let mut parts = Vec::new();
        for (kind, tally) in &self.tallies {
            of_kind(*kind, tally, words, &mut parts);
        }
        parts.extend(self.title.then(|| words.changed_title()));
        parts.extend(self.other.then(|| words.changed_other()));
        parts
    }
}

fn of_kind(kind: ChangedKind, tally: &ChangeTally, words: &Words, parts: &mut Vec<String>) {
    let neuter = kind.is_neuter();
    let new = |count| match neuter {
        true => words.changed_new_neuter(count),
        false => words.changed_new(count),
    };
    let changed = |count| match neuter {
        true => words.changed_changed_neuter(count),
        false => words.changed_changed(count),
    };
    let moved = |count| match neuter {
        true => words.changed_moved_neuter(count),
        false => words.changed_moved(count),
    };
    let is_curve = kind == ChangedKind::Points && tally.moved > 0;
    let said = [
        (tally.new, new(tally.new)),
        (tally.changed, changed(tally.changed)),
        (if is_curve { 0 } else { tally.moved }, moved(tally.moved)),
        (tally.removed, words.changed_removed()),
    ];
    let mut is_named = false;
    for (count, how) in said.into_iter().filter(|(count, _)| *count > 0) {
        let things = match is_named {
            true => words.number(count as f64),
            false => kind.counted(count, words),
        };
        parts.push(words.changed_how(things, how));
        is_named = true;
    }
    parts.extend(is_curve.then(|| words.changed_curve()));
}
