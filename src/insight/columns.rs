//! Which phases, steps and lanes of two journeys belong together, and in which order do they stand
//! side by side?
//!
//! What one was made from the other belongs together; else what is called alike; else, between
//! journeys that have nothing to do with each other, what stands at the same place.

use crate::model::{ChangeKind, Id, Journey, Lane, Phase, Step};
use std::collections::HashMap;
use std::sync::Arc;

/// What is paired: how it is called in the file, what it was made from, and what it is called.
pub(super) trait Paired {
    fn id(&self) -> &Id;
    fn origin(&self) -> Option<&Id>;
    fn title(&self) -> &str;
}

macro_rules! paired {
    ($($kind:ident)*) => {$(
        impl Paired for $kind {
            fn id(&self) -> &Id { &self.id }
            fn origin(&self) -> Option<&Id> { self.origin.as_ref() }
            fn title(&self) -> &str { &self.title }
        }
    )*};
}
paired! { Phase Step Lane }

/// Was one made from the other, or both from the same?
pub(super) fn related(a: (&Id, Option<&Id>), b: (&Id, Option<&Id>)) -> bool {
    a.1 == Some(b.0) || b.1 == Some(a.0) || (a.1.is_some() && a.1 == b.1)
}

fn same_title(a: &str, b: &str) -> bool {
    let (a, b) = (a.trim(), b.trim());
    !a.is_empty() && a.to_lowercase() == b.to_lowercase()
}

/// For each of `later` its place in `earlier`, by what it was made from and then by title.
pub(super) fn partners<T: Paired>(earlier: &[Arc<T>], later: &[Arc<T>]) -> Vec<Option<usize>> {
    let mut found = vec![None; later.len()];
    let mut taken = vec![false; earlier.len()];
    let mut pass = |test: &dyn Fn(&T, &T) -> bool| {
        for (place, one) in later.iter().enumerate() {
            if found[place].is_some() {
                continue;
            }
            let free = (0..earlier.len()).find(|at| !taken[*at] && test(&earlier[*at], one));
            if let Some(at) = free {
                (found[place], taken[at]) = (Some(at), true);
            }
        }
    };
    pass(&|a, b| related((a.id(), a.origin()), (b.id(), b.origin())));
    pass(&|a, b| same_title(a.title(), b.title()));
    found
}

/// Pairs what is left at the same places.
fn by_place<T>(found: &mut [Option<usize>], earlier: &[T]) {
    for place in 0..found.len().min(earlier.len()) {
        if found[place].is_none() && !found.contains(&Some(place)) {
            found[place] = Some(place);
        }
    }
}

/// All of two lists in one order: each with its place in the earlier and in the later list. The
/// later's order holds; what is only in the earlier stands behind what stood before it there.
pub(super) fn merged(
    earlier: usize,
    partners: &[Option<usize>],
) -> Vec<(Option<usize>, Option<usize>)> {
    let mut order: Vec<(Option<usize>, Option<usize>)> =
        partners.iter().enumerate().map(|(place, partner)| (*partner, Some(place))).collect();
    for place in 0..earlier {
        if partners.contains(&Some(place)) {
            continue;
        }
        let before = place.checked_sub(1);
        let at = order.iter().position(|(one, _)| before.is_some() && *one == before);
        order.insert(at.map_or(0, |at| at + 1), (Some(place), None));
    }
    order
}

/// The columns of two journeys side by side.
pub(super) struct ColumnsOfBoth {
    /// The phases with all their steps.
    pub phases: Vec<Phase>,
    /// Where the earlier journey's steps are now.
    pub steps: HashMap<Id, Id>,
    /// Where the earlier journey's phases are now.
    pub of_phase: HashMap<Id, Id>,
    /// The phases that only one of the two has: new ones, and those that are gone.
    pub alone: Vec<(Id, ChangeKind)>,
}

/// Puts the columns of two journeys side by side.
pub(super) fn columns(earlier: &Journey, later: &Journey, strangers: bool) -> ColumnsOfBoth {
    let mut phases = partners(&earlier.phases, &later.phases);
    if strangers {
        by_place(&mut phases, &earlier.phases);
    }
    let old_steps: Vec<(usize, &Step)> = earlier.steps().collect();
    let new_steps: Vec<(usize, &Step)> = later.steps().collect();
    // A step may have come to another phase.
    let mut steps: HashMap<&Id, &Id> = HashMap::new();
    for (_, new) in &new_steps {
        let same =
            |old: &&Step| related((&old.id, old.origin.as_ref()), (&new.id, new.origin.as_ref()));
        let old = old_steps.iter().map(|(_, old)| *old).filter(|old| !steps.contains_key(&old.id));
        if let Some(old) = old.clone().find(same) {
            steps.insert(&old.id, &new.id);
        }
    }
    let order = merged(earlier.phases.len(), &phases);
    let mut made = ColumnsOfBoth {
        phases: Vec::new(),
        steps: HashMap::new(),
        of_phase: HashMap::new(),
        alone: Vec::new(),
    };
    for (old, new) in order {
        let old = old.and_then(|old| earlier.phases.get(old));
        let new = new.and_then(|new| later.phases.get(new));
        let Some(shown) = new.or(old) else { continue };
        let mut phase = match new {
            Some(new) => Phase::clone(new),
            None => uncounted(shown),
        };
        match (old, new) {
            (None, _) => made.alone.push((phase.id.clone(), ChangeKind::New)),
            (_, None) => made.alone.push((phase.id.clone(), ChangeKind::Removed)),
            _ => {}
        }
        if let Some(old) = old {
            made.of_phase.insert(old.id.clone(), phase.id.clone());
        }
        let free = |step: &&Arc<Step>| !steps.contains_key(&step.id);
        let left: Vec<Arc<Step>> =
            old.map_or_else(Vec::new, |old| old.steps.iter().filter(free).cloned().collect());
        if let Some(new) = new {
            let open = |step: &&Arc<Step>| !steps.values().any(|id| **id == step.id);
            let open: Vec<Arc<Step>> = new.steps.iter().filter(open).cloned().collect();
            let mut found = partners(&left, &open);
            if strangers || new.steps.len() == 1 && left.len() == 1 {
                by_place(&mut found, &left);
            }
            for (step, at) in open.iter().zip(&found) {
                if let Some(old) = at.and_then(|at| left.get(at)) {
                    made.steps.insert(old.id.clone(), step.id.clone());
                }
            }
            let alone = left.iter().filter(|step| !made.steps.contains_key(&step.id));
            let alone: Vec<Arc<Step>> = alone.cloned().collect();
            insert_steps(&mut phase, &alone, old, &steps, &made.steps);
        }
        made.phases.push(phase);
    }
    made.steps.extend(steps.into_iter().map(|(old, new)| (old.clone(), new.clone())));
    for (_, old) in old_steps {
        made.steps.entry(old.id.clone()).or_insert_with(|| old.id.clone());
    }
    made
}

/// An earlier phase among later ones: its customers belong to another count.
fn uncounted(phase: &Phase) -> Phase {
    let steps = phase.steps.iter().map(|step| uncounted_step(step)).collect();
    Phase { customers_in: None, customers_out: None, steps, ..phase.clone() }
}

fn uncounted_step(step: &Step) -> Step {
    Step { customers_in: None, customers_out: None, ..step.clone() }
}

/// Puts steps that are only in the earlier phase behind what stood before them there.
fn insert_steps(
    phase: &mut Phase,
    alone: &[Arc<Step>],
    old: Option<&Arc<Phase>>,
    steps: &HashMap<&Id, &Id>,
    more: &HashMap<Id, Id>,
) {
    let Some(old) = old else { return };
    for step in alone {
        let place = old.steps.index_where(|one| one.id == step.id).unwrap_or(0);
        let before = place.checked_sub(1).and_then(|place| old.steps.get(place));
        let before = before.map(|before| {
            let now = steps.get(&before.id).copied().or_else(|| more.get(&before.id));
            now.unwrap_or(&before.id)
        });
        let at = before.and_then(|id| phase.steps.index_where(|one| one.id == *id));
        let at = at.map_or(0, |at| at + 1);
        phase.steps.insert(at, Arc::new(uncounted_step(step)));
    }
}

/// For each lane of `later` its place in `earlier`: as with phases, and then by kind.
pub(super) fn lanes(earlier: &Journey, later: &Journey) -> Vec<Option<usize>> {
    let mut found = partners(&earlier.lanes, &later.lanes);
    for (place, lane) in later.lanes.iter().enumerate() {
        if found[place].is_none() {
            let same = |at: &usize| {
                let one = &earlier.lanes[*at];
                one.kind == lane.kind && !found.contains(&Some(*at))
            };
            found[place] = (0..earlier.lanes.len()).find(same);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_only_earlier_stands_behind_what_stood_before_it() {
        /// How many later ones, the partner of each earlier one, and the columns expected.
        type Row = (usize, &'static [Option<usize>], &'static [(Option<usize>, Option<usize>)]);
        let rows: [Row; 4] = [
            (2, &[Some(0), Some(1)], &[(Some(0), Some(0)), (Some(1), Some(1))]),
            (2, &[Some(1)], &[(Some(0), None), (Some(1), Some(0))]),
            (
                3,
                &[Some(0), None],
                &[(Some(0), Some(0)), (Some(1), None), (Some(2), None), (None, Some(1))],
            ),
            (0, &[None], &[(None, Some(0))]),
        ];
        for (earlier, partners, expected) in rows {
            assert_eq!(merged(earlier, partners), expected, "{partners:?}");
        }
    }
}
