//! Reports of panics: a text in the program's own folder, told of once, and not too many of them.

use super::own_folder::{config_folder, write_own};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// So many are kept.
const REPORTS_MAX: usize = 20;
/// What the name of one begins with that nobody has been told of.
const NEW: &str = "new-";

/// Keeps the report of a panic; where, if it could be kept.
pub(crate) fn keep_report(text: &str) -> Option<PathBuf> {
    keep_in(&folder()?, text, SystemTime::now())
}

/// The last report that nobody has been told of; from now on one has.
pub(crate) fn unseen_report() -> Option<PathBuf> {
    seen_in(&folder()?)
}

fn folder() -> Option<PathBuf> {
    Some(config_folder()?.join("reports"))
}

fn keep_in(folder: &Path, text: &str, now: SystemTime) -> Option<PathBuf> {
    // By time, so that names in order are reports in order.
    let time = now.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
    let path = folder.join(format!("{NEW}{time:015}.txt"));
    write_own(&path, text.as_bytes()).ok()?;
    let mut all = reports(folder);
    let spare = all.len().saturating_sub(REPORTS_MAX);
    for old in all.drain(..spare) {
        drop(std::fs::remove_file(old));
    }
    Some(path)
}

fn seen_in(folder: &Path) -> Option<PathBuf> {
    let mut last = None;
    for path in reports(folder) {
        if let Some(rest) = name(&path).strip_prefix(NEW) {
            let seen = folder.join(rest);
            if std::fs::rename(&path, &seen).is_ok() {
                last = Some(seen);
            }
        }
    }
    last
}

/// All of them, the oldest first.
fn reports(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    let mut all: Vec<_> =
        paths.filter(|path| path.extension().is_some_and(|ext| ext == "txt")).collect();
    all.sort_by_key(|path| name(path).trim_start_matches(NEW).to_owned());
    all
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn a_report_is_told_of_once_and_the_oldest_go() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        assert_eq!(seen_in(folder), None);
        let at = |second: u64| UNIX_EPOCH + Duration::from_secs(second);
        let text = |path: &Path| std::fs::read_to_string(path).unwrap();
        keep_in(folder, "one", at(1)).unwrap();
        keep_in(folder, "two", at(2)).unwrap();
        assert_eq!(text(&seen_in(folder).unwrap()), "two");
        assert_eq!(seen_in(folder), None);
        for second in 3..=30 {
            keep_in(folder, "more", at(second)).unwrap();
        }
        let all = reports(folder);
        assert_eq!(all.len(), REPORTS_MAX);
        assert!(name(&all[0]).ends_with("11000.txt"), "{all:?}");
    }
}
