//! What a project was at a moment that somebody gave a name.

use super::{Extra, Id, List, Project};
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;
use std::sync::Arc;

/// The key under which a project holds what stands beside it in its file; that is of the file and of
/// no version.
const BESIDE: &str = "$file";

/// So many named versions a project holds at most; a file with more keeps them.
pub const VERSIONS_MAX: usize = 50;
/// So many bytes of a file named versions may take together when one is added: 32 MiB.
pub const VERSIONS_BYTES_MAX: usize = 32 << 20;

/// What a project was when somebody gave that a name: "Before the board".
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Version {
    /// Its name in the file.
    pub id: Id,
    /// What it is called.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// More about it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// When it was named, RFC 3339 in UTC.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<SmolStr>,
    /// What the project was, but for pictures and other versions: those stand in the file once.
    pub project: Arc<Project>,
    /// What this version of the program does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Project {
    /// This project, which was, in the file of `now`: with its pictures, its named versions and what
    /// stands beside it.
    pub fn back_in(&self, now: &Self) -> Self {
        let mut extra = self.extra.clone();
        extra.shift_remove(BESIDE);
        if let Some(beside) = now.extra.get(BESIDE) {
            extra.insert(BESIDE.into(), beside.clone());
        }
        let (mut images, versions) = (now.images.clone(), now.versions.clone());
        let own = self.images.iter().filter(|own| now.images.iter().all(|one| one.id != own.id));
        images.extend(own.cloned());
        Self { images, versions, extra, ..self.clone() }
    }

    /// The project as a version holds it: without its pictures and versions. All is shared with it.
    pub fn as_version(&self) -> Self {
        let mut extra = self.extra.clone();
        extra.shift_remove(BESIDE);
        Self { images: List::default(), versions: List::default(), extra, ..self.clone() }
    }

    /// The named version called `id`, with its place.
    pub fn version(&self, id: &Id) -> Option<(usize, &Version)> {
        let index = self.versions.index_where(|version| version.id == *id)?;
        Some((index, self.versions.get(index)?))
    }
}
