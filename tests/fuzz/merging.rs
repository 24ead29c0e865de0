//! What is promised of any three maps that are merged, though they may be damaged copies of one or
//! have nothing to do with each other? `src/merge/laws.rs` says what holds of sound copies.

use crate::loading::{comes_back, difference};
use crate::mutate::BETWEEN;
use kundresa::file::{self, Code, Problem, Remedy};
use kundresa::merge::{Copies, Keep, Merged, conflict_in_words, conflicts, merge, solve};
use kundresa::model::{List, Project, Side};
use kundresa::words::{Lang, Words};

/// What comes of them opens without a problem, whichever is called ours; each conflict can be shown and
/// solved.
pub(crate) fn promise(bytes: &[u8]) {
    let maps = bytes.split(|byte| *byte == BETWEEN).map(|part| file::read(part).ok());
    let maps: Option<Vec<Project>> = maps.map(|one| one.map(|loaded| loaded.project)).collect();
    let Some([base, ours, theirs]) = maps.as_deref() else { return };
    if [base, ours, theirs].into_iter().any(has_nearly_known_keys) {
        return;
    }
    let merged = checked(Some(base), ours, theirs);
    checked(None, ours, theirs);
    let words = Words::new(Lang::Sv);
    for contested in conflicts(&merged.project).iter().take(12) {
        assert!(!conflict_in_words(contested, &words).is_empty());
        for keep in [Keep::Mine, Keep::Theirs, Keep::Both] {
            let solved = solve(&merged.project, &contested.conflict, keep);
            assert!(solved.is_some() || !contested.keeps.contains(&keep), "{contested:?}");
            if let Some(solved) = solved {
                comes_back(&solved);
                assert!(!solved.conflicts.contains(&contested.conflict), "{contested:?}");
            }
        }
    }
    // What only one has changed is taken; a conflict about what is not there is let go of.
    for (one, other) in [(ours, base), (base, ours)] {
        let (merged, ours) = (plain(&merge(&copies(Some(base), one, other)).project), plain(ours));
        assert!(merged == ours, "one side: {}", difference(&merged, &ours));
    }
}

/// Has it an unknown key that is nearly called as a known one? It is taken for that one as soon as that
/// has gone, in a merge as in any file that somebody has written so.
fn has_nearly_known_keys(project: &Project) -> bool {
    if project.extra.is_empty() {
        return false;
    }
    let alone = Project { extra: project.extra.clone(), ..Project::default() };
    let read = file::read(&file::to_json(&alone));
    read.is_ok_and(|read| read.problems.iter().any(|one| one.code == Code::MisspeltKey))
}

/// Without its conflicts.
fn plain(project: &Project) -> Project {
    Project { conflicts: List::default(), ..project.clone() }
}

fn keeps_unread_points(project: &Project) -> bool {
    let mut lanes = project.journeys.iter().flat_map(|journey| journey.lanes.iter());
    lanes.any(|lane| !lane.points.unread.is_empty())
}

fn copies<'a>(base: Option<&'a Project>, ours: &'a Project, theirs: &'a Project) -> Copies<'a> {
    Copies { base, ours, theirs, ours_label: "våra", theirs_label: "deras" }
}

fn checked(base: Option<&Project>, ours: &Project, theirs: &Project) -> Merged {
    let merged = merge(&copies(base, ours, theirs));
    // A card that a copy has on two maps may be parked in the other: as a third it is called otherwise.
    let parked =
        |one: &Problem| one.code == Code::DoubledId && one.place.to_string().starts_with("parked[");
    // A point that a copy keeps unread, since its step was gone, may find the step that is near by name,
    // when what stood in that has gone too; and is read then, with what it names.
    let unread = [ours, theirs].iter().any(|copy| keeps_unread_points(copy));
    let near = unread && merged.problems.iter().any(|one| one.code == Code::MisspeltId);
    let follows =
        |one: &Problem| near && [Code::MisspeltId, Code::UnknownReference].contains(&one.code);
    let found = merged.problems.iter();
    let found: Vec<_> =
        found.filter(|one| one.done != Remedy::Kept && !parked(one) && !follows(one)).collect();
    assert!(found.is_empty(), "merged: {found:?}");
    comes_back(&merged.project);
    let other = merge(&copies(base, theirs, ours));
    let (one, two) = (plain(&merged.project), plain(&other.project));
    assert!(one == two, "called ours it differs: {}", difference(&one, &two));
    let mut mirrored = merged.conflicts.clone();
    for conflict in &mut mirrored {
        conflict.side = conflict.side.map(Side::other);
        conflict.label = match conflict.label.as_str() {
            "våra" => "deras".to_owned(),
            "deras" => "våra".to_owned(),
            other => other.to_owned(),
        };
    }
    assert!(mirrored == other.conflicts, "{mirrored:?}\n{:?}", other.conflicts);
    merged
}
