//! Keeps what is kept within its bounds: of one file, and of all.

use super::super::error::FileError;
use super::limits::{ALL_BYTES_MAX, FILE_BYTES_MAX, WAIT_MAX, too_many};
use super::record::{
    KeptFile, Record, about, bytes_of, folder_of, keys, records, remove, weighed, write_about,
};
use super::{Store, parts};
use std::collections::HashSet;
use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

/// Nobody else takes versions of a file away while this is held.
pub(super) struct Lock {
    /// The system lets go of it when the file is closed, also where the program is killed.
    _file: File,
}

/// Waits for whoever is keeping a version of the same file; none where that takes too long, or where
/// the disk knows no locks.
pub(super) fn lock(folder: &Path) -> Option<Lock> {
    let open =
        || File::options().create(true).truncate(false).write(true).open(folder.join("lock"));
    let file = open().ok()?;
    let start = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => return Some(Lock { _file: file }),
            Err(TryLockError::WouldBlock) if start.elapsed() < WAIT_MAX => {
                std::thread::sleep(Duration::from_millis(5));
            }
            Err(TryLockError::WouldBlock | TryLockError::Error(_)) => return None,
        }
    }
}

/// Makes a folder that only its owner can look into: a map may be none of others' business.
pub(super) fn make_private(folder: &Path) -> Result<(), FileError> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    let made: io::Result<()> = builder.create(folder);
    made.map_err(|error| FileError::of_system(&error, folder, true))
}

/// Takes away what is too much of one file, whose lock is held.
pub(super) fn tidy(folder: &Path, path: &str, now: u64) -> Result<(), FileError> {
    let mut all = records(folder)?;
    if bytes_of(&all) > FILE_BYTES_MAX {
        all = weighed(folder, all);
    }
    let costs: Vec<_> = all.iter().map(Record::cost).collect();
    let gone: HashSet<usize> = too_many(&costs, now).into_iter().collect();
    take_away(folder, path, all, |index, _| gone.contains(&index))
}

/// Takes versions away, and what only they needed; writes down how much is left.
fn take_away(
    folder: &Path,
    path: &str,
    all: Vec<Record>,
    is_gone: impl Fn(usize, &Record) -> bool,
) -> Result<(), FileError> {
    let mut left = Vec::new();
    for (index, record) in all.into_iter().enumerate() {
        match is_gone(index, &record) {
            true => remove(folder, &record),
            false => left.push(record),
        }
    }
    let needed: HashSet<&str> =
        left.iter().flat_map(Record::parts).map(|part| part.hash.as_str()).collect();
    parts::sweep(folder, |hash| needed.contains(hash));
    let kept = left.last().map_or(0, |newest| newest.when);
    write_about(folder, &KeptFile { path: path.to_owned(), bytes: bytes_of(&left), kept })
}

/// Takes away what is too much of all files. `current` has just been kept, and stays.
pub(super) fn tidy_all(store: &Store, current: &str) {
    tidy_all_to(store, current, ALL_BYTES_MAX);
}

/// The oldest versions go first, whichever file they are of, but for the newest of each; then whole
/// files, those first that nothing was kept of for the longest time.
pub(super) fn tidy_all_to(store: &Store, current: &str, bytes_max: u64) {
    let folder = |key: &str| folder_of(store, key);
    let mut files: Vec<(String, KeptFile)> =
        keys(store).into_iter().map(|key| (key.clone(), about(&folder(&key)))).collect();
    let total = |files: &[(String, KeptFile)]| {
        files.iter().fold(0_u64, |sum, (_, about)| sum.saturating_add(about.bytes))
    };
    if total(&files) <= bytes_max {
        return;
    }
    let mut all: Vec<(u64, String, u64)> = Vec::new();
    for (key, file) in &mut files {
        let folder = folder(key);
        let records = weighed(&folder, records(&folder).unwrap_or_default());
        let bytes = bytes_of(&records);
        if bytes != file.bytes {
            file.bytes = bytes;
            // What cannot be written down is counted anew the next time.
            drop(write_about(&folder, file));
        }
        let but_newest = records.len().saturating_sub(1);
        // Of what versions share only the text is surely free when one goes.
        let old = records.iter().take(but_newest);
        all.extend(old.map(|record| (record.when, key.clone(), record.text.packed)));
    }
    if total(&files) <= bytes_max {
        return;
    }
    all.sort_unstable();
    let mut over = total(&files).saturating_sub(bytes_max);
    let mut before = std::collections::BTreeMap::new();
    for (when, key, bytes) in all {
        if over == 0 {
            break;
        }
        over = over.saturating_sub(bytes);
        before.insert(key, when);
    }
    for (key, when) in before {
        let folder = folder(&key);
        let Some(_lock) = lock(&folder) else { continue };
        let path = about(&folder).path;
        let all = weighed(&folder, records(&folder).unwrap_or_default());
        let newest = all.len().saturating_sub(1);
        let gone = |index: usize, record: &Record| index < newest && record.when <= when;
        drop(take_away(&folder, &path, all, gone));
    }
    files.iter_mut().for_each(|(key, one)| *one = about(&folder(key)));
    files.sort_by_key(|(_, about)| about.kept);
    let mut left = total(&files);
    for (key, about) in files.iter().filter(|(key, _)| key != current) {
        if left <= bytes_max {
            break;
        }
        let folder = folder(key);
        let Some(lock) = lock(&folder) else { continue };
        if std::fs::remove_dir_all(&folder).is_ok() {
            left = left.saturating_sub(about.bytes);
        }
        drop(lock);
    }
}
