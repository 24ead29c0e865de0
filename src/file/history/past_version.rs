//! All versions of one file in one row: those that were kept at saves, and those that somebody named.

use super::super::clock::rfc3339;
use super::super::error::FileError;
use super::super::read::read as read_project;
use super::super::write::to_json;
use super::{KeptVersion, Store};
use crate::insight::{WhatChanged, changed_card_texts, what_changed};
use crate::model::{Project, Version};
use std::sync::Arc;

/// A version of either kind.
#[derive(Clone, Debug, PartialEq)]
pub enum PastVersion {
    /// Kept when the file was saved or opened.
    Kept(KeptVersion),
    /// Named by somebody; it stands in the file.
    Named(Arc<Version>),
}

/// What a version held.
#[derive(Clone, Debug)]
pub struct ReadVersion {
    /// The project as it was; without its pictures where it was named.
    pub project: Arc<Project>,
    /// Somebody gave it a name.
    pub is_named: bool,
}

impl PastVersion {
    /// All versions, oldest first. A version is named before it is saved: of the same second the
    /// named one is the older.
    pub fn in_order<'a>(
        named: impl IntoIterator<Item = &'a Arc<Version>>,
        kept_newest_first: Vec<KeptVersion>,
    ) -> Vec<Self> {
        let kept = kept_newest_first.into_iter().rev().map(Self::Kept);
        let named = named.into_iter().map(|version| Self::Named(Arc::clone(version)));
        let mut all: Vec<Self> = named.chain(kept).collect();
        all.sort_by_cached_key(Self::when);
        all
    }

    /// When it was kept or named, RFC 3339 in UTC; empty where nobody has said.
    pub fn when(&self) -> String {
        match self {
            Self::Kept(kept) => rfc3339(kept.when),
            Self::Named(version) => version.when.as_deref().unwrap_or_default().to_owned(),
        }
    }

    /// What the project was. Reads the store, where it was kept: not for a frame to wait for.
    ///
    /// # Errors
    /// Says that it is gone or damaged, or why it cannot be read.
    pub fn read(&self, store: Option<&Store>) -> Result<ReadVersion, FileError> {
        Ok(match self {
            Self::Named(version) => {
                ReadVersion { project: Arc::clone(&version.project), is_named: true }
            }
            Self::Kept(_) => {
                let project = Arc::new(read_project(&self.bytes(store, None)?)?.project);
                ReadVersion { project, is_named: false }
            }
        })
    }

    /// The bytes of a file that holds it. A named one shows the pictures of the project as it is
    /// `now`.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    pub fn bytes(
        &self,
        store: Option<&Store>,
        now: Option<&Project>,
    ) -> Result<Vec<u8>, FileError> {
        match (self, store) {
            (Self::Named(version), _) => {
                let nothing = Project::default();
                Ok(to_json(&version.project.back_in(now.unwrap_or(&nothing))))
            }
            (Self::Kept(kept), Some(store)) => super::read(store, &kept.id),
            (Self::Kept(_), None) => Ok(Vec::new()),
        }
    }
}

impl ReadVersion {
    /// The project as it is now.
    pub fn now(project: &Arc<Project>) -> Self {
        Self { project: Arc::clone(project), is_named: false }
    }

    /// What changed from this one to a `later` one.
    pub fn changed_to(&self, later: &Self) -> WhatChanged {
        // Named versions hold no pictures of their own.
        match self.is_named || later.is_named {
            true => what_changed(&self.project.as_version(), &later.project.as_version()),
            false => what_changed(&self.project, &later.project),
        }
    }

    /// What the cards say and said that changed to a `later` one.
    pub fn card_texts_changed_to(&self, later: &Self) -> Vec<String> {
        changed_card_texts(&self.project, &later.project)
    }
}
