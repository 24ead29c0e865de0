//! What does a save that was killed leave beside its file, and when may that go?
//!
//! A file is written under a hidden name, `.NAME.` and six letters or figures, before it takes the
//! place of the old one (that is how `atomic-write-file` calls it). A program that ends in between
//! leaves it there. It goes at the next save of the same file, once it is so old that nobody can be
//! writing it any more.

use std::ffi::OsStr;
use std::path::Path;
use std::time::{Duration, SystemTime};

/// How many letters and figures such a name ends with.
const SUFFIX: usize = 6;
/// A save takes seconds; one to a slow drive some minutes.
const STALE: Duration = Duration::from_secs(60 * 60);
/// More files in a folder than these nobody looks through.
const MOST: usize = 20_000;

/// Takes away what saves of this file that were killed have left beside it. What cannot be taken away
/// stays: nothing depends on it.
pub(super) fn clear_left_over(path: &Path) {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { return };
    // A name alone is in the folder that one works in.
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let entries = std::fs::read_dir(folder).into_iter().flatten().take(MOST).flatten();
    for entry in entries.filter(|entry| is_left_over(&entry.file_name(), name)) {
        // A link is none of ours.
        let about = entry.metadata().ok().filter(std::fs::Metadata::is_file);
        let age = about.and_then(|about| about.modified().ok());
        let age = age.and_then(|when| SystemTime::now().duration_since(when).ok());
        if age.is_some_and(|age| age > STALE) {
            drop(std::fs::remove_file(entry.path()));
        }
    }
}

/// Is a file called so while the file called `of` is being written?
fn is_left_over(name: &OsStr, of: &OsStr) -> bool {
    let (name, of) = (name.as_encoded_bytes(), of.as_encoded_bytes());
    let rest = name.strip_prefix(b".").and_then(|rest| rest.strip_prefix(of));
    let suffix = rest.and_then(|rest| rest.strip_prefix(b"."));
    suffix.is_some_and(|it| it.len() == SUFFIX && it.iter().all(u8::is_ascii_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::super::save;
    use crate::model::Project;
    use std::fs::File;
    use std::time::{Duration, SystemTime};

    #[test]
    fn what_a_killed_save_has_left_goes_at_the_next_one() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let day_ago = SystemTime::now() - Duration::from_secs(24 * 60 * 60);
        let rows = [
            (".map.kundresa.a1B2c3", day_ago, false),
            // Somebody may be writing it.
            (".map.kundresa.a1B2c4", SystemTime::now(), true),
            // None of ours.
            (".map.kundresa.a1B2c", day_ago, true),
            (".map.kundresa.a1B-c3", day_ago, true),
            (".other.kundresa.a1B2c3", day_ago, true),
            (".~map.kundresa.LAPTOP-1-0.open", day_ago, true),
            ("map.kundresa.a1B2c3", day_ago, true),
        ];
        for (name, when, _) in rows {
            File::create(at(name)).unwrap().set_modified(when).unwrap();
        }
        save(&at("map.kundresa"), &Project::default(), false).unwrap();
        for (name, _, stays) in rows {
            assert_eq!(at(name).exists(), stays, "{name}");
        }
    }
}
