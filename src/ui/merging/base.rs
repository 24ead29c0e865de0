//! What were two copies when they were one? Looked for among the versions that are kept on this
//! machine and those that have a name in the files.

use super::CopyToMerge;
use crate::file::history::{self, KeptVersion, Occasion, Store};
use crate::file::read;
use crate::merge::comes_from;
use crate::model::Project;
use crate::ui::kit::local_time;
use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

/// So many versions back it is looked.
const LOOKED_AT: usize = 30;

/// What both copies come from.
#[derive(Clone, Debug)]
pub(super) struct MergeBase {
    pub project: Arc<Project>,
    /// When it was saved or named; none: nobody has said.
    pub when: Option<SystemTime>,
    /// Its name, if somebody gave it one.
    pub name: String,
}

/// The newest version that both copies come from; none: that is not known, and must not be guessed.
/// What is younger than the true one would take back what the copy that is worked in has got since.
pub(super) fn base_of(
    store: Option<&Store>,
    ours: &CopyToMerge,
    theirs: &CopyToMerge,
) -> Option<MergeBase> {
    let kept = store.and_then(|store| {
        let paths = [ours, theirs].map(|copy| copy.path.as_deref());
        let listed = paths.map(|path| path.map_or(Vec::new(), |path| versions(store, path)));
        let [of_ours, of_theirs] = &listed;
        let found = kept_base(store, of_ours, of_theirs, [ours, theirs])
            .or_else(|| kept_base(store, of_theirs, of_ours, [ours, theirs]))?;
        Some(found)
    });
    let named = named_base(&ours.project, &theirs.project);
    match (kept, named) {
        (Some(kept), Some(named)) if named.when > kept.when => Some(named),
        (Some(kept), _) => Some(kept),
        (None, named) => named,
    }
}

/// What was in a file, newest first.
fn versions(store: &Store, path: &Path) -> Vec<KeptVersion> {
    let mut all = history::list(store, path).unwrap_or_default();
    all.retain(|version| version.occasion != Occasion::Unsaved);
    all.truncate(LOOKED_AT);
    all
}

/// The newest of the versions of one file that both copies come from. Each is known by what had
/// changed in it; the oldest only where the other file began with the very same.
fn kept_base(
    store: &Store,
    versions: &[KeptVersion],
    of_other: &[KeptVersion],
    copies: [&CopyToMerge; 2],
) -> Option<MergeBase> {
    let mut later: Option<&KeptVersion> = None;
    let mut project = versions.first().and_then(|version| project_of(store, version));
    for (at, version) in versions.iter().enumerate() {
        let before = versions.get(at + 1);
        let old = before.and_then(|before| project_of(store, before));
        let is_base = match (&project, &old) {
            (Some(one), Some(old)) => copies.iter().all(|copy| comes_from(&copy.project, one, old)),
            (Some(_), None) if before.is_none() => began_with(version, later, of_other),
            _ => false,
        };
        if is_base {
            let when = Some(version.when);
            return Some(MergeBase { project: project?, when, name: String::new() });
        }
        later = Some(version);
        project = old;
    }
    None
}

/// Did another file hold this version too, and were both saved here after it? A file that somebody
/// else has put in its place may not come from it.
fn began_with(
    version: &KeptVersion,
    later: Option<&KeptVersion>,
    of_other: &[KeptVersion],
) -> bool {
    let saved =
        |later: Option<&KeptVersion>| later.is_none_or(|later| later.occasion == Occasion::Saved);
    let there = of_other.iter().position(|other| other.hash == version.hash);
    there.is_some_and(|at| {
        let later_there = at.checked_sub(1).and_then(|at| of_other.get(at));
        saved(later) && saved(later_there)
    })
}

fn project_of(store: &Store, version: &KeptVersion) -> Option<Arc<Project>> {
    let bytes = history::read(store, &version.id).ok()?;
    Some(Arc::new(read(&bytes).ok()?.project))
}

/// The newest named version that both copies hold.
fn named_base(ours: &Project, theirs: &Project) -> Option<MergeBase> {
    let there: HashSet<_> = theirs.versions.iter().map(|version| &version.id).collect();
    let both = ours.versions.iter().filter(|version| there.contains(&version.id));
    let same = both.filter(|version| {
        theirs.version(&version.id).is_some_and(|(_, other)| other.project == version.project)
    });
    let when = |text: Option<&str>| text.and_then(local_time::read);
    let newest = same.max_by_key(|version| when(version.when.as_deref()))?;
    Some(MergeBase {
        project: Arc::new(newest.project.back_in(ours)),
        when: when(newest.when.as_deref()),
        name: newest.name.clone(),
    })
}
