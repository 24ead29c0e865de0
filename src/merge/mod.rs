//! Two copies of a map made one again, and the conflicts that are left.
//!
//! Merging goes through these steps: three projects → tables of things by id (`table`) → what is
//! there, field by field (`things`, `by_field`, `wording`) → what that needs (`needed`) → lists in
//! order (`arrange`, `order`) → a sound project, read as one from a file. It knows no disk, no
//! window and no clock, and gives the same whichever copy is called ours.
//!
//! What cannot be decided is kept in the project itself
//! ([`Project::conflicts`](crate::model::Project::conflicts)): one value stands, the other is kept
//! beside it. [`conflicts`] lists them, [`solve`] solves one. What two copies have in common is known by
//! a version that both come from ([`comes_from`]).

mod arrange;
mod body;
mod by_field;
mod counts;
mod descent;
mod in_words;
mod leaves;
mod needed;
mod order;
mod sharing;
mod solve;
mod table;
mod things;
mod value_in_words;
mod wording;

#[cfg(test)]
mod laws;

pub use counts::MergeCount;
pub use descent::comes_from;
pub use in_words::{conflict_in_words, counts_in_words, field_in_words, side_in_words};
pub use solve::{Contested, Keep, conflicts, earlier_texts, let_mine_stand, solve};
pub use wording::{WordChange, changed_words};

use crate::file::{Problem, read_object, shallow_conflict};
use crate::model::{Conflict, Id, Project, Side};
use std::sync::Arc;
use table::{Register, ThingKey, row};
use things::Three;

/// Copies of one project.
#[derive(Clone, Copy, Debug)]
pub struct Copies<'a> {
    /// What both copies were when they were one; none: it is not known.
    pub base: Option<&'a Project>,
    /// The copy that is worked in.
    pub ours: &'a Project,
    /// The copy that comes to it.
    pub theirs: &'a Project,
    /// What our copy is called, in conflicts: a file, a branch; may be empty.
    pub ours_label: &'a str,
    /// What their copy is called.
    pub theirs_label: &'a str,
}

/// Two copies made one.
#[derive(Clone, Debug)]
pub struct Merged {
    /// The project, with all conflicts in it: new ones, and those that either copy had before.
    pub project: Project,
    /// The new conflicts.
    pub conflicts: Vec<Conflict>,
    /// What our copy has changed since both were one.
    pub ours: Vec<MergeCount>,
    /// What their copy has changed.
    pub theirs: Vec<MergeCount>,
    /// What had to be mended in what came of it; of sound copies nothing.
    pub problems: Vec<Problem>,
}

/// Makes two copies of a project one again.
///
/// What one copy has changed is taken. Where both have changed the same field differently, one value
/// stands and the other is kept in a conflict. What one has deleted and the other left alone is gone;
/// what the other has changed or needs is kept, with a conflict. Without a base all that differs is
/// a conflict, and what only one copy has stays.
pub fn merge(copies: &Copies<'_>) -> Merged {
    merged_of(decided(copies), copies)
}

/// The copies as tables, and what has come of them.
fn decided(copies: &Copies<'_>) -> Three {
    let all: Vec<&Project> = copies.base.into_iter().chain([copies.ours, copies.theirs]).collect();
    let mut register = Register::of(&all);
    let base = copies.base.map(|base| register.rows(base));
    let (ours, theirs) = (register.rows(copies.ours), register.rows(copies.theirs));
    let mut three = Three {
        register,
        base,
        ours,
        theirs,
        merged: Vec::new(),
        clashes: Vec::new(),
        unchanged: Vec::new(),
    };
    three.decide();
    three.keep_needed();
    three.arrange();
    three.let_go();
    three
}

/// The project that has come of the copies, with the conflicts in it.
fn merged_of(three: Three, copies: &Copies<'_>) -> Merged {
    let conflicts = new_conflicts(&three, copies);
    let [ours, theirs] = [Side::Ours, Side::Theirs].map(|side| counts::counts(&three, side));
    // What has come of the copies shares what they hold, and is taken apart now.
    let Three { register, mut merged, .. } = three;
    let is_there: Vec<bool> = merged.iter().map(Option::is_some).collect();
    let (object, leaves) = arrange::project_of(&mut merged, &register);
    let (mut project, problems) = read_object(object, 0, |project| leaves.put_back(project));
    project.conflicts.retain(|old| {
        let key = ThingKey::new(&old.list, &old.within, old.thing.as_str());
        register.find(&key).is_some_and(|number| is_there.get(number) == Some(&true))
    });
    let before = project.conflicts.len();
    for conflict in &conflicts {
        if !project.conflicts.iter().take(before).any(|old| **old == *conflict) {
            project.conflicts.push(Arc::new(conflict.clone()));
        }
    }
    Merged { project, conflicts, ours, theirs, problems }
}

/// The clashes as conflicts, in an order that is the same whichever side is called ours.
fn new_conflicts(three: &Three, copies: &Copies<'_>) -> Vec<Conflict> {
    let there = three.clashes.iter().filter(|(number, _)| row(&three.merged, *number).is_some());
    let mut conflicts: Vec<Conflict> = there
        .map(|(number, clash)| {
            let key = three.register.key(*number);
            let label = match clash.side {
                Some(Side::Ours) => copies.ours_label,
                Some(Side::Theirs) => copies.theirs_label,
                None => "",
            };
            shallow_conflict(Conflict {
                list: key.list.clone(),
                within: key.within.clone(),
                thing: Id::new(&key.id),
                field: clash.field.clone(),
                standing: clash.standing.clone(),
                other: clash.other.clone(),
                side: clash.side,
                label: label.to_owned(),
                ..Conflict::default()
            })
        })
        .collect();
    conflicts.sort_by_cached_key(|it| {
        let thing = (it.list.clone(), it.within.clone(), it.thing.clone());
        (thing, it.field.clone(), it.other.to_string())
    });
    conflicts
}
