//! What is told of a whole map, kept while all that it is told from stays the same.
//!
//! An edit touches one lane. What of it is told anywhere is compared with what it was before: where that is
//! alike, what is told stands, and nothing else of the map is read again.

use super::asked::{Ask, asked};
use super::learned::{Learned, cited_by, off_by, pain_votes};
use super::opportunities::{is_of_opportunities, is_pain};
use super::research::cards_of_themes;
use super::story::{StoryFelt, StoryTold, story_told};
use crate::model::{Card, Id, Journey, Lane, LaneKind, Project, StoryPage, same_things};
use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

/// What is told of one map of one project after another.
#[derive(Default)]
pub struct KeptInsights {
    /// What it is told from.
    from: Option<(Arc<Project>, Arc<Journey>)>,
    felt: Option<Arc<StoryFelt>>,
    learned: Option<Arc<Learned>>,
    asked: Option<Option<Arc<Ask>>>,
    /// How many of the above were found anew since the last change, for tests.
    #[cfg(test)]
    found: usize,
}

impl KeptInsights {
    /// What the map of `journey` teaches.
    pub fn learned(&mut self, project: &Arc<Project>, journey: &Arc<Journey>) -> Arc<Learned> {
        self.follow(project, journey);
        let kept = self.learned.take();
        let kept = kept.unwrap_or_else(|| self.found(Learned::of(project, journey)));
        self.learned = Some(kept.clone());
        kept
    }

    /// What is asked of those who decide about `journey`: see [`asked`](super::asked()).
    pub fn asked(&mut self, project: &Arc<Project>, journey: &Arc<Journey>) -> Option<Arc<Ask>> {
        self.follow(project, journey);
        let kept = self.asked.take();
        let kept = kept.unwrap_or_else(|| asked(project, journey).map(|ask| self.found(ask)));
        self.asked = Some(kept.clone());
        kept
    }

    /// The pages that `journey` is presented with: see [`story`](super::story()).
    pub fn story(&mut self, project: &Arc<Project>, journey: &Arc<Journey>) -> Vec<StoryPage> {
        self.follow(project, journey);
        let felt = self.felt.take();
        let felt = felt.unwrap_or_else(|| self.found(StoryFelt::of(project, journey)));
        self.felt = Some(felt.clone());
        let has_learned = !self.learned(project, journey).findings.is_empty();
        let has_ask = self.asked(project, journey).is_some();
        story_told(project, journey, &StoryTold { felt: &felt, has_learned, has_ask })
    }

    fn found<T>(&mut self, found: T) -> Arc<T> {
        #[cfg(test)]
        {
            self.found += 1;
        }
        Arc::new(found)
    }

    /// Forgets what may be told otherwise now.
    fn follow(&mut self, project: &Arc<Project>, journey: &Arc<Journey>) {
        let old = self.from.replace((project.clone(), journey.clone()));
        let Some((old_project, old)) = old else { return };
        if Arc::ptr_eq(&old_project, project) && Arc::ptr_eq(&old, journey) {
            return;
        }
        #[cfg(test)]
        {
            self.found = 0;
        }
        let (before, after) = ((&*old_project, &old), (&**project, journey));
        let felt = !same_feelings(&old, journey);
        if felt || !same_things(&old_project.personas, &project.personas) {
            self.felt = None;
        }
        if felt || !same_taught(before, after) {
            self.learned = None;
        }
        if !same_asked(before, after) {
            self.asked = None;
        }
    }
}

/// Have both maps the same columns, the same lanes in the same places, and the same feelings? Then all
/// that is told of feelings is the same, but for what is said of the personas. Goes by pointers.
pub fn same_feelings(old: &Journey, new: &Journey) -> bool {
    let feels = |lane: &Lane| lane.kind == LaneKind::Emotions;
    let lanes = || old.lanes.iter().zip(&new.lanes);
    old.id == new.id
        && old.personas == new.personas
        && same_things(&old.phases, &new.phases)
        && old.lanes.len() == new.lanes.len()
        && lanes().all(|(a, b)| same_head(a, b))
        && lanes().all(|(a, b)| !feels(b) || same_things(&a.points, &b.points))
}

/// Is all the same in both lanes that decides what their cards and points tell?
fn same_head(a: &Arc<Lane>, b: &Arc<Lane>) -> bool {
    Arc::ptr_eq(a, b)
        || (&a.id, &a.kind, a.hidden, a.collapsed) == (&b.id, &b.kind, b.hidden, b.collapsed)
            && (&a.persona, &a.curves_off) == (&b.persona, &b.curves_off)
}

/// A project and one of its maps.
type MapOf<'a> = (&'a Project, &'a Arc<Journey>);

/// Are findings made of the same, but for what is felt?
fn same_taught((old_project, old): MapOf<'_>, (project, journey): MapOf<'_>) -> bool {
    let gathering = cards_of_themes(project);
    let told = |lane: &Lane, card: &Card| off_by(card).or_else(|| pain_votes(lane, card)).is_some();
    let cites = |part: &Part<'_>| -> BTreeSet<(Id, Id)> {
        let cited = cited_by(part.lane, part.cards, &gathering);
        cited.map(|(step, source)| (step.clone(), source.clone())).collect()
    };
    same_things(&old_project.sources, &project.sources)
        && same_things(&old_project.themes, &project.themes)
        && same_things(&old.transitions, &journey.transitions)
        && same_lanes(old, journey, |a, b| {
            same_things(&a.lane.points, &b.lane.points)
                && a.same_cards(b, told)
                && cites(a) == cites(b)
        })
}

/// Is what is asked for made of the same? It is told of the opportunities of all maps.
fn same_asked((old_project, old): MapOf<'_>, (project, journey): MapOf<'_>) -> bool {
    let named: HashSet<&Id> = project.opportunities.iter().flat_map(|one| &one.cards).collect();
    let told = |lane: &Lane, card: &Card| {
        is_of_opportunities(lane)
            || is_pain(lane, card)
            || card.opportunity.is_some()
            || named.contains(&card.id)
    };
    let alike = |old: &Arc<Journey>, new: &Arc<Journey>| {
        let mut heads = old.lanes.iter().zip(&new.lanes);
        Arc::ptr_eq(old, new)
            || old.id == new.id
                && heads.all(|(a, b)| same_head(a, b))
                && same_lanes(old, new, |a, b| a.same_cards(b, told))
    };
    let mut maps = old_project.journeys.iter().zip(&project.journeys);
    same_things(&old_project.opportunities, &project.opportunities)
        && same_things(&old_project.tasks, &project.tasks)
        && same_things(&old.phases, &journey.phases)
        && old_project.journeys.len() == project.journeys.len()
        && maps.all(|(a, b)| alike(a, b))
        && alike(old, journey)
}

/// Cards of a lane that stand side by side.
struct Part<'a> {
    lane: &'a Lane,
    cards: &'a [Arc<Card>],
}

impl Part<'_> {
    /// Are the cards the same in both of which something is `told`?
    fn same_cards(&self, other: &Self, told: impl Fn(&Lane, &Card) -> bool) -> bool {
        let mut a = self.cards.iter().filter(|card| told(self.lane, card));
        let mut b = other.cards.iter().filter(|card| told(other.lane, card));
        loop {
            match (a.next(), b.next()) {
                (None, None) => return true,
                (Some(a), Some(b)) if Arc::ptr_eq(a, b) || a == b => {}
                (Some(_), Some(_)) | (Some(_), None) | (None, Some(_)) => return false,
            }
        }
    }
}

/// Are as many lanes there, and is each as it was or `alike`? That is asked of the cards that differ,
/// with those between them.
fn same_lanes(old: &Journey, new: &Journey, alike: impl Fn(&Part<'_>, &Part<'_>) -> bool) -> bool {
    let mut lanes = old.lanes.iter().zip(&new.lanes);
    old.lanes.len() == new.lanes.len()
        && lanes.all(|(a, b)| {
            Arc::ptr_eq(a, b) || {
                let (before, after) = differing(&a.cards, &b.cards);
                alike(&Part { lane: a, cards: before }, &Part { lane: b, cards: after })
            }
        })
}

/// Both lists without what they have in common at their beginnings and at their ends.
fn differing<'a, T>(mut a: &'a [Arc<T>], mut b: &'a [Arc<T>]) -> (&'a [Arc<T>], &'a [Arc<T>]) {
    while let ([first, rest @ ..], [other, others @ ..]) = (a, b)
        && Arc::ptr_eq(first, other)
    {
        (a, b) = (rest, others);
    }
    while let ([rest @ .., last], [others @ .., other]) = (a, b)
        && Arc::ptr_eq(last, other)
    {
        (a, b) = (rest, others);
    }
    (a, b)
}

#[cfg(test)]
mod tests;
