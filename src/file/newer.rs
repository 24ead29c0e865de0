//! What a later version of the program wrote is never overwritten by this one.
//!
//! This version reads of it what it knows and keeps the rest, but what the rest means it cannot know:
//! written as this version's it could be wrong. So it is saved as another file, or not at all.

use super::error::{FileError, Why};
use super::pretty::pretty;
use super::read::{FORMAT, VERSION, read, read_bytes};
use super::stamp::Stamp;
use super::write;
use crate::model::Project;
use serde::Deserialize;
use serde_json::json;
use std::fs::File;
use std::io::Read as _;
use std::path::Path;

/// What is looked at of a file. All else is skipped without being kept.
#[derive(Deserialize)]
struct Head {
    version: u64,
}

/// Saves a project. The file is replaced in one go: whatever happens, it holds either all of the
/// old or all of the new. With `keep_original` the file that was there is copied beside itself
/// first (`NAME.original`, or `NAME.original-2` and so on: none of them is ever overwritten).
///
/// # Errors
/// Says why it cannot be written; a file of a later version than ours is not replaced.
pub fn save(path: &Path, project: &Project, keep_original: bool) -> Result<Stamp, FileError> {
    match newer_version(path) {
        None => write::save(path, project, keep_original),
        Some(version) => Err(FileError {
            detail: version.to_string(),
            saving: true,
            ..FileError::new(Why::NewerVersion).at(path)
        }),
    }
}

/// Does a file begin as we write ours? Then no more of it need be read.
fn is_of_this_version(path: &Path) -> bool {
    let ours = pretty(&json!({"format": FORMAT, "version": VERSION, "project": {}}));
    // Up to what stands in the project.
    let begins = ours.strip_suffix(b"{}\n}\n").unwrap_or(&ours);
    let mut found = Vec::with_capacity(begins.len());
    // A pipe would be waited for.
    if !path.is_file() {
        return false;
    }
    let Ok(file) = File::open(path) else { return false };
    file.take(begins.len() as u64).read_to_end(&mut found).is_ok() && found == begins
}

/// The version a file says it has, where that is later than ours.
fn newer_version(path: &Path) -> Option<u64> {
    if is_of_this_version(path) {
        return None;
    }
    let (bytes, _) = read_bytes(path).ok()?;
    let newer = match serde_json::from_slice::<Head>(&bytes) {
        Ok(head) => Some(head.version),
        // Damaged it may still say it.
        Err(_) => read(&bytes).ok()?.newer,
    };
    newer.filter(|version| *version > VERSION)
}
