//! What was in a file before: every save keeps a version of it, in the user's own data folder.
//!
//! Versions are found by the path of the file; where there are none, the file may have been moved or
//! copied, and those of a file that had the same bytes are taken. What is kept is bounded in number
//! and bytes (`limits`), and a file's pictures are kept once (`parts`). `record` says how it lies on
//! disk. Nothing here is needed to open a file: where it is damaged or gone, only the past is.
//!
//! Versions that somebody gave a name stand in the file itself:
//! [`Project::versions`](crate::model::Project::versions).

mod limits;
mod parts;
mod past_version;
mod record;
mod room;

pub use past_version::{PastVersion, ReadVersion};

use super::error::{FileError, Why};
use super::in_use::who;
use super::own_folder::data_folder;
use super::read::read_other;
use super::stamp::{Stamp, hash as stamp_hash};
use parts::{Part, get_whole, put_whole, sha256, take_over};
use record::{Record, folder_of, key_of, keys, names, record, records};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Where versions are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Store {
    folder: PathBuf,
}

/// Names a version that is kept.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct VersionId {
    /// The file's folder in the store.
    key: String,
    /// What the version is called there.
    name: String,
}

/// A version that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptVersion {
    /// Its name in the store.
    pub id: VersionId,
    /// When it was kept.
    pub when: SystemTime,
    /// The SHA-256 of the whole file, in hexadecimal.
    pub hash: String,
    /// How many bytes the whole file has.
    pub size: u64,
    /// Whether it was saved or read here.
    pub occasion: Occasion,
    /// Whose program kept it, by the name of their account; empty where that is not known.
    pub who: String,
    /// On which machine; empty where that is not known.
    pub machine: String,
}

/// Why a version was kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Occasion {
    /// It was saved here.
    #[default]
    Saved,
    /// It was opened here, and somebody else may have saved it.
    Read,
    /// It was about to be changed back to an earlier one, and had not been saved.
    Unsaved,
}

impl Store {
    /// The store in `folder`, which need not be there yet.
    pub fn at(folder: &Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    /// The user's; none where the system has no place for such.
    pub fn of_user() -> Option<Self> {
        Some(Self { folder: data_folder()?.join("history") })
    }
}

/// Keeps a version of the file at `path`, which holds `bytes`; gives back the version, which is the
/// newest there was if that holds the same. Call it after a save, and after a file was opened, so
/// that what others wrote is a version too. May take as long as the save did, but for a file that
/// grew little.
///
/// # Errors
/// Says why it cannot be kept. The file itself is not touched: the save has been made.
pub fn keep(
    store: &Store,
    path: &Path,
    bytes: &[u8],
    occasion: Occasion,
) -> Result<KeptVersion, FileError> {
    keep_at(store, path, bytes, occasion, SystemTime::now())
}

fn keep_at(
    store: &Store,
    path: &Path,
    bytes: &[u8],
    occasion: Occasion,
    now: SystemTime,
) -> Result<KeptVersion, FileError> {
    if bytes.len() > limits::VERSION_BYTES_MAX {
        return Err(FileError { saving: true, ..FileError::new(Why::TooLarge).at(path) });
    }
    let (key, hash) = (key_of(path), sha256(bytes));
    let folder = folder_of(store, &key);
    room::make_private(&folder.join("parts"))?;
    let lock = room::lock(&folder);
    let mut all = records(&folder)?;
    if all.is_empty()
        && let Some((from, name)) = find_elsewhere(store, &key, &hash)
    {
        adopt(&folder_of(store, &from), &folder, &name);
        all = records(&folder)?;
    }
    if let Some(newest) =
        all.last().filter(|newest| newest.hash == hash && is_whole(&folder, newest))
    {
        return Ok(newest.kept(&key));
    }
    let when = now.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_millis();
    let when = u64::try_from(when).unwrap_or(u64::MAX);
    let (text, pictures) = put_whole(&folder, bytes)?;
    let record = Record {
        // A clock that was set back does not make the newest an older one.
        when: all.last().map_or(when, |newest| when.max(newest.when.saturating_add(1))),
        hash,
        size: bytes.len() as u64,
        stamp: format!("{:016x}", stamp_hash(bytes)),
        occasion,
        who: who(),
        machine: gethostname::gethostname().to_string_lossy().into_owned(),
        text,
        pictures,
    };
    record::write(&folder, &record)?;
    if lock.is_none() && !is_whole(&folder, &record) {
        // Whoever holds the lock took a part of it away before it was written down.
        put_whole(&folder, bytes)?;
    }
    if let Some(lock) = lock {
        room::tidy(&folder, &path.to_string_lossy(), record.when)?;
        drop(lock);
        room::tidy_all(store, &key);
    }
    Ok(record.kept(&key))
}

/// Are all its parts there?
fn is_whole(folder: &Path, record: &Record) -> bool {
    get_whole(folder, &record.text, &record.pictures).is_ok_and(|it| sha256(&it) == record.hash)
}

/// The versions of a file, newest first; damaged ones are passed over. A file that is gone has the
/// versions it had.
///
/// # Errors
/// Says why the store cannot be read; one that is not there holds nothing.
pub fn list(store: &Store, path: &Path) -> Result<Vec<KeptVersion>, FileError> {
    let key = key_of(path);
    let mut all = records(&folder_of(store, &key))?;
    let mut key = key;
    if all.is_empty()
        && let Ok(bytes) = read_other(path)
        && let Some((from, name)) = find_elsewhere(store, &key, &sha256(&bytes))
    {
        all = records(&folder_of(store, &from))?;
        all.retain(|record| record.name() <= name);
        key = from;
    }
    Ok(all.iter().rev().map(|record| record.kept(&key)).collect())
}

/// Do both paths lead to the same file, or would they if it were there?
pub fn is_same_file(one: &Path, other: &Path) -> bool {
    key_of(one) == key_of(other)
}

/// The bytes of a version, the same as the file had.
///
/// # Errors
/// Says that it is gone or damaged, or why it cannot be read.
pub fn read(store: &Store, id: &VersionId) -> Result<Vec<u8>, FileError> {
    let folder = folder_of(store, &id.key);
    let gone = || FileError::new(Why::VersionGone).at(&folder.join(&id.name));
    let record = record(&folder, &id.name).ok_or_else(gone)?;
    let bytes = get_whole(&folder, &record.text, &record.pictures)?;
    match sha256(&bytes) == record.hash {
        true => Ok(bytes),
        false => Err(FileError::new(Why::VersionDamaged).at(&folder.join(&id.name))),
    }
}

/// The version to merge from, where a file on disk is not what `stamp` was taken of any more: the
/// one that was read or saved then. Where that is not kept: the last that was saved or read on this
/// machine, which both come from unless somebody put another file there. Look at
/// [`KeptVersion::hash`] where that matters.
///
/// # Errors
/// As [`list`].
pub fn base_for(
    store: &Store,
    path: &Path,
    stamp: &Stamp,
) -> Result<Option<KeptVersion>, FileError> {
    let key = key_of(path);
    let all = records(&folder_of(store, &key))?;
    let stamp = format!("{:016x}", stamp.hash);
    let exact = all.iter().rev().find(|record| record.stamp == stamp);
    let machine = gethostname::gethostname();
    // What was never saved is nothing that another copy comes from.
    let was_in_file = |record: &&Record| record.occasion != Occasion::Unsaved;
    let here = || all.iter().rev().filter(was_in_file).find(|record| machine == *record.machine);
    Ok(exact.or_else(here).map(|record| record.kept(&key)))
}

/// Where else a version with this hash is kept: the newest of all that have it.
fn find_elsewhere(store: &Store, but: &str, hash: &str) -> Option<(String, String)> {
    let end = format!("-{}", hash.get(..16)?);
    let mut found: Option<(String, String)> = None;
    for key in keys(store).into_iter().filter(|key| key != but) {
        let folder = folder_of(store, &key);
        let names = names(&folder).unwrap_or_default();
        let same = names.into_iter().rev().find(|name| name.ends_with(&end));
        let newer = same.filter(|name| found.as_ref().is_none_or(|(_, best)| best < name));
        let newer = newer.filter(|name| record(&folder, name).is_some_and(|it| it.hash == hash));
        if let Some(name) = newer {
            found = Some((key, name));
        }
    }
    found
}

/// Takes over the versions of another file up to the one called `last`. What cannot be taken over
/// stays where it is, and is missing here.
fn adopt(from: &Path, to: &Path, last: &str) {
    for record in records(from).unwrap_or_default() {
        if record.name().as_str() > last {
            break;
        }
        let parts: Vec<&Part> = record.parts().collect();
        if parts.into_iter().all(|part| take_over(from, to, part).is_ok()) {
            drop(record::write(to, &record));
        }
    }
}

#[cfg(test)]
mod tests;
