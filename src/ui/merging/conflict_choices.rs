//! What has been chosen in the conflicts, and what the project is by it.

use super::made::{MadeOne, key_of};
use crate::merge::{Keep, conflicts, solve};
use crate::model::Project;
use std::collections::HashSet;
use std::sync::Arc;

/// How far a conflict has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ConflictState {
    /// It is left.
    Left,
    /// It was chosen in.
    Chosen(Keep),
    /// It went with what was chosen in another.
    Gone,
}

/// The choices, and what has come of them.
#[derive(Default)]
pub(super) struct Choices {
    /// What each conflict is known by, row by row.
    keys: Vec<String>,
    states: Vec<ConflictState>,
    /// In the order they were made, by what the conflicts are known by.
    made: Vec<(String, Keep)>,
    project: Option<Arc<Project>>,
}

impl Choices {
    /// Begins with what has come of the copies; what was chosen before is chosen again.
    pub(super) fn begin(&mut self, made: &MadeOne) {
        self.keys = made.rows.iter().map(|row| key_of(&row.contested.conflict)).collect();
        self.again(made);
    }

    /// The project with all that was chosen; none: it is not there yet.
    pub(super) fn project(&self) -> Option<&Arc<Project>> {
        self.project.as_ref()
    }

    pub(super) fn state(&self, at: usize) -> ConflictState {
        self.states.get(at).copied().unwrap_or(ConflictState::Gone)
    }

    pub(super) fn is_left(&self, at: usize) -> bool {
        self.state(at) == ConflictState::Left
    }

    /// How many are left.
    pub(super) fn left(&self) -> usize {
        self.states.iter().filter(|state| **state == ConflictState::Left).count()
    }

    /// How many there are, without those that went with others.
    pub(super) fn all(&self) -> usize {
        self.states.iter().filter(|state| **state != ConflictState::Gone).count()
    }

    /// The next that is left, after or before `from`, round about.
    pub(super) fn next_left(&self, from: Option<usize>, forwards: bool) -> Option<usize> {
        let count = self.states.len();
        let start = match (from, forwards) {
            (Some(from), true) => from + 1,
            (Some(from), false) => from + count.max(1) - 1,
            (None, true) => 0,
            (None, false) => count.max(1) - 1,
        };
        let step = |by: usize| match forwards {
            true => (start + by) % count,
            false => (start + count - by) % count,
        };
        (0..count).map(step).find(|at| self.is_left(*at))
    }

    /// The last one that was chosen in.
    pub(super) fn last_chosen(&self) -> Option<usize> {
        let (key, _) = self.made.iter().rev().find(|(key, _)| self.keys.contains(key))?;
        self.keys.iter().position(|one| one == key)
    }

    /// What the project would be, were this kept; none where it cannot be.
    pub(super) fn would_be(&self, made: &MadeOne, at: usize, keep: Keep) -> Option<Arc<Project>> {
        let conflict = &made.rows.get(at)?.contested.conflict;
        solve(self.project.as_ref()?, conflict, keep).map(Arc::new)
    }

    /// Chooses; false where that cannot be.
    pub(super) fn choose(&mut self, made: &MadeOne, at: usize, keep: Keep) -> bool {
        let Some(project) = self.would_be(made, at, keep) else { return false };
        let Some(key) = self.keys.get(at).cloned() else { return false };
        self.made.push((key, keep));
        if let Some(state) = self.states.get_mut(at) {
            *state = ConflictState::Chosen(keep);
        }
        self.project = Some(project);
        // Only what is deleted or moved takes other conflicts with it: all of a map is looked through.
        if made.rows.get(at).is_some_and(|row| row.contested.conflict.is_of_place()) {
            self.let_gone_go();
        }
        true
    }

    /// Takes a choice back; false where none was made. The others are made again, in their order.
    pub(super) fn take_back(&mut self, made: &MadeOne, at: usize) -> bool {
        let Some(key) = self.keys.get(at) else { return false };
        let before = self.made.len();
        self.made.retain(|(one, _)| one != key);
        let is_less = self.made.len() < before;
        if is_less {
            self.again(made);
        }
        is_less
    }

    /// Makes all choices again.
    fn again(&mut self, made: &MadeOne) {
        self.states = vec![ConflictState::Left; self.keys.len()];
        let mut project = Arc::clone(&made.project);
        for (key, keep) in &self.made {
            let Some(at) = self.keys.iter().position(|one| one == key) else { continue };
            let conflict = made.rows.get(at).map(|row| &row.contested.conflict);
            if let Some(solved) = conflict.and_then(|conflict| solve(&project, conflict, *keep)) {
                project = Arc::new(solved);
                if let Some(state) = self.states.get_mut(at) {
                    *state = ConflictState::Chosen(*keep);
                }
            }
        }
        self.project = Some(project);
        let is_of_place = |(key, _): &(String, Keep)| {
            let at = self.keys.iter().position(|one| one == key);
            let row = at.and_then(|at| made.rows.get(at));
            row.is_some_and(|row| row.contested.conflict.is_of_place())
        };
        if self.made.iter().any(is_of_place) {
            self.let_gone_go();
        }
    }

    /// Those that are not in the project any more have gone with others.
    fn let_gone_go(&mut self) {
        let Some(project) = &self.project else { return };
        let there: HashSet<String> =
            conflicts(project).iter().map(|one| key_of(&one.conflict)).collect();
        for (state, key) in self.states.iter_mut().zip(&self.keys) {
            match state {
                ConflictState::Left if !there.contains(key) => *state = ConflictState::Gone,
                ConflictState::Left | ConflictState::Chosen(_) | ConflictState::Gone => {}
            }
        }
    }
}
