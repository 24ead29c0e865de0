//! What is written down of each version, and where?
//!
//! ```text
//! history/KEY/about.json      which file it is, and how much is kept of it; KEY is of its path
//!             WHEN-HASH.json  a version: when, how large, what it is put together of
//!             parts/HASH      a text or a picture, packed
//!             lock            held while versions come and go
//! ```
//!
//! Each version has a file of its own, so that two programs never write to one, and a damaged one
//! costs one version.

use super::super::error::FileError;
use super::super::own_folder::write_own;
use super::super::pretty::pretty;
use super::limits::Cost;
use super::parts::{Part, sha256};
use super::{KeptVersion, Occasion, Store, VersionId};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// A version as it is written down.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Record {
    /// Milliseconds since 1970.
    pub when: u64,
    /// The SHA-256 of the whole file.
    pub hash: String,
    /// How many bytes the whole file has.
    pub size: u64,
    /// The hash of its [`Stamp`](super::super::Stamp), in hexadecimal: JSON has no such numbers.
    pub stamp: String,
    pub occasion: Occasion,
    pub who: String,
    pub machine: String,
    /// The file without its pictures.
    pub text: Part,
    pub pictures: Vec<Part>,
}

/// What is written down of a file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct KeptFile {
    /// Its path, for people.
    pub path: String,
    /// How many bytes its versions take on disk.
    pub bytes: u64,
    /// When a version was kept last, in milliseconds since 1970.
    pub kept: u64,
}

impl Record {
    /// What its file is called: sorted by name they are sorted by time.
    pub(super) fn name(&self) -> String {
        format!("{:014}-{}", self.when, self.hash.get(..16).unwrap_or_default())
    }

    pub(super) fn parts(&self) -> impl Iterator<Item = &Part> {
        std::iter::once(&self.text).chain(&self.pictures)
    }

    pub(super) fn cost(&self) -> Cost<'_> {
        let parts = self.parts().map(|part| (part.hash.as_str(), part.packed)).collect();
        Cost { when: self.when, parts }
    }

    /// What others are told of it.
    pub(super) fn kept(&self, key: &str) -> KeptVersion {
        KeptVersion {
            id: VersionId { key: key.to_owned(), name: self.name() },
            // A moment that the system knows no time for was never.
            when: SystemTime::UNIX_EPOCH
                .checked_add(Duration::from_millis(self.when))
                .unwrap_or(SystemTime::UNIX_EPOCH),
            hash: self.hash.clone(),
            size: self.size,
            occasion: self.occasion,
            who: self.who.clone(),
            machine: self.machine.clone(),
        }
    }
}

/// How many bytes versions take on disk: what they share counts once.
pub(super) fn bytes_of(records: &[Record]) -> u64 {
    let mut seen = HashSet::new();
    let parts = records.iter().flat_map(Record::parts);
    let packed = parts.filter(|part| seen.insert(part.hash.as_str())).map(|part| part.packed);
    packed.fold(0, u64::saturating_add)
}

/// The versions in a file's folder, with the sizes that their parts have on disk: what is written down
/// may be damaged, and no version is taken away for that. Takes a look at each part.
pub(super) fn weighed(folder: &Path, mut records: Vec<Record>) -> Vec<Record> {
    for record in &mut records {
        for part in std::iter::once(&mut record.text).chain(&mut record.pictures) {
            part.packed = part.on_disk(folder);
        }
    }
    records
}

/// Which folder a file's versions are kept in. The path is made whole first: links and `..` lead to
/// the same file.
pub(super) fn key_of(path: &Path) -> String {
    let whole = path.canonicalize().or_else(|_| std::path::absolute(path));
    let whole = whole.unwrap_or_else(|_| path.to_owned());
    // A file that is gone has no true path, but its folder does.
    let folder = whole.parent().and_then(|folder| folder.canonicalize().ok());
    let whole = match (folder, whole.file_name()) {
        (Some(folder), Some(name)) => folder.join(name),
        _ => whole,
    };
    let hash = sha256(whole.as_os_str().as_encoded_bytes());
    hash.get(..32).unwrap_or_default().to_owned()
}

pub(super) fn folder_of(store: &Store, key: &str) -> PathBuf {
    store.folder.join(key)
}

/// The keys of all files that versions are kept of, in order.
pub(super) fn keys(store: &Store) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(&store.folder) else { return Vec::new() };
    let names = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
    let is_key =
        |name: &String| name.len() == 32 && name.bytes().all(|one| one.is_ascii_hexdigit());
    let mut keys: Vec<String> = names.filter(is_key).collect();
    keys.sort_unstable();
    keys
}

/// The names of the versions in a file's folder, oldest first.
pub(super) fn names(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder)?.flatten() {
        let Ok(name) = entry.file_name().into_string() else { continue };
        if let Some(name) = name.strip_suffix(".json").filter(|name| *name != "about") {
            names.push(name.to_owned());
        }
    }
    names.sort_unstable();
    Ok(names)
}

/// The versions in a file's folder, oldest first; damaged ones are passed over.
///
/// # Errors
/// Says why the folder cannot be read; one that is not there holds nothing.
pub(super) fn records(folder: &Path) -> Result<Vec<Record>, FileError> {
    match names(folder) {
        Ok(names) => Ok(names.iter().filter_map(|name| record(folder, name)).collect()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(FileError::of_system(&error, folder, false)),
    }
}

/// One version, unless what is written down of it is gone or damaged.
pub(super) fn record(folder: &Path, name: &str) -> Option<Record> {
    let bytes = std::fs::read(file(folder, name)).ok()?;
    let record: Record = serde_json::from_slice(&bytes).ok()?;
    (record.name() == name).then_some(record)
}

pub(super) fn write(folder: &Path, record: &Record) -> Result<(), FileError> {
    write_own(&file(folder, &record.name()), &pretty(record))
}

pub(super) fn remove(folder: &Path, record: &Record) {
    // One that cannot go now goes the next time.
    drop(std::fs::remove_file(file(folder, &record.name())));
}

pub(super) fn file(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}.json"))
}

/// What is written down of a file; nothing where that is gone or damaged.
pub(super) fn about(folder: &Path) -> KeptFile {
    let bytes = std::fs::read(folder.join("about.json")).unwrap_or_default();
    serde_json::from_slice(&bytes).unwrap_or_default()
}

pub(super) fn write_about(folder: &Path, about: &KeptFile) -> Result<(), FileError> {
    write_own(&folder.join("about.json"), &pretty(about))
}
