//! The rows of the list: what is now, and all versions of the file, newest first.

use super::change_texts::ChangeTexts;
use crate::file::history::{KeptVersion, PastVersion, VersionId};
use crate::model::{Id, Project, Version};
use crate::ui::kit::local_time;
use crate::words::Words;
use std::sync::Arc;
use std::time::SystemTime;

/// Names a row.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum RowKey {
    /// The map as it is now.
    Now,
    /// A version somebody named.
    Named(Id),
    /// One kept at a save.
    Kept(VersionId),
}

/// A row of the list.
#[derive(Clone, Debug)]
pub(crate) struct PastRow {
    /// Which it is.
    pub key: RowKey,
    /// The version; none: what is now.
    pub version: Option<PastVersion>,
    /// When it was; none where nobody has said.
    pub when: Option<SystemTime>,
    /// A version beside it is of the same minute: its seconds tell it apart.
    by_second: bool,
}

impl PastRow {
    /// The rows of a project: what is now first, then its versions, newest first.
    pub(super) fn all(now: &Project, kept: &[KeptVersion]) -> Vec<Self> {
        let versions = PastVersion::in_order(now.versions.iter(), kept.to_vec());
        let when = Some(SystemTime::now());
        let now = Self { key: RowKey::Now, version: None, when, by_second: false };
        let mut rows: Vec<Self> =
            std::iter::once(now).chain(versions.into_iter().rev().map(Self::of)).collect();
        for at in 2..rows.len() {
            let Some([before, row]) = rows.get_mut(at - 1..=at) else { continue };
            let pair = before.when.zip(row.when);
            if pair.is_some_and(|(one, other)| local_time::same_minute(one, other)) {
                before.by_second = !before.has_name();
                row.by_second = !row.has_name();
            }
        }
        rows
    }

    fn of(version: PastVersion) -> Self {
        let (key, when) = match &version {
            PastVersion::Kept(kept) => (RowKey::Kept(kept.id.clone()), Some(kept.when)),
            PastVersion::Named(named) => {
                let when = named.when.as_deref().and_then(local_time::read);
                (RowKey::Named(named.id.clone()), when)
            }
        };
        Self { key, version: Some(version), when, by_second: false }
    }

    /// The version somebody named, if it is one.
    pub(super) fn named(&self) -> Option<&Arc<Version>> {
        match self.version.as_ref()? {
            PastVersion::Named(named) => Some(named),
            PastVersion::Kept(_) => None,
        }
    }

    fn has_name(&self) -> bool {
        self.named().is_some_and(|named| !named.name.trim().is_empty())
    }

    /// Who kept it; empty where that is not known.
    pub(super) fn who(&self) -> &str {
        match &self.version {
            Some(PastVersion::Kept(kept)) => &kept.who,
            Some(PastVersion::Named(_)) | None => "",
        }
    }

    /// What it is called: its name, else when it was.
    pub(super) fn title(&self, words: &Words) -> String {
        match (&self.version, self.named()) {
            (None, _) => words.history_now(),
            (_, Some(named)) => match named.name.trim() {
                "" => words.scene_untitled(),
                name => name.to_owned(),
            },
            (Some(_), None) => self.clock(words),
        }
    }

    /// When it was on its day.
    pub(super) fn clock(&self, words: &Words) -> String {
        let clock = if self.by_second { local_time::to_second } else { local_time::clock };
        self.when.map(|when| clock(words, when)).unwrap_or_default()
    }

    /// The day it stands under.
    pub(super) fn day(&self, words: &Words) -> String {
        match self.when {
            Some(when) => local_time::day(words, when),
            None => words.history_no_day(),
        }
    }

    /// When it was, with the day.
    pub(super) fn day_and_clock(&self, words: &Words) -> String {
        match self.when {
            Some(when) if self.by_second => local_time::day_to_second(words, when),
            Some(when) => local_time::day_and_clock(words, when),
            None => words.history_no_day(),
        }
    }

    /// Is what is searched for in its name, its note, who kept it, what changed, or in the `cards` that
    /// changed, which say it in small letters?
    fn matches(&self, query: &str, changed: Option<&str>, cards: &str, words: &Words) -> bool {
        let query = query.trim().to_lowercase();
        let note = self.named().map(|named| named.note.as_str()).unwrap_or_default();
        let title = self.title(words);
        let day = self.day(words);
        let texts = [title.as_str(), note, self.who(), changed.unwrap_or_default(), &day];
        query.split_whitespace().all(|word| {
            cards.contains(word) || texts.iter().any(|text| text.to_lowercase().contains(word))
        })
    }
}

/// The rows that are shown, by their places, for what is searched for. What is now is always there.
pub(super) fn shown(
    rows: &[PastRow],
    query: &str,
    texts: &ChangeTexts,
    words: &Words,
) -> Vec<usize> {
    let all = rows.iter().enumerate();
    let matching = all.filter(|(at, row)| {
        row.key == RowKey::Now || query.trim().is_empty() || {
            let changed = texts.of(rows, *at, words);
            row.matches(query, changed.as_deref(), texts.card_texts(rows, *at), words)
        }
    });
    matching.map(|(at, _)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::List;
    use crate::words::Lang;

    #[test]
    fn versions_of_one_minute_are_told_apart_by_seconds() {
        let words = Words::new(Lang::En);
        let version = |when: &str| Version { when: Some(when.into()), ..Version::default() };
        let times = ["2026-03-02T12:00:05Z", "2026-03-02T12:01:00Z", "2026-03-02T12:01:30Z"];
        let now = Project { versions: List::from_iter(times.map(version)), ..Project::default() };
        let rows = PastRow::all(&now, &[]);
        let clocks: Vec<String> = rows.iter().skip(1).map(|row| row.clock(&words)).collect();
        let tails: Vec<&str> = clocks.iter().filter_map(|clock| clock.get(3..)).collect();
        assert_eq!(tails, ["01:30", "01:00", "00"]);
        assert!(rows[1].day_and_clock(&words).ends_with(&clocks[0]));
    }
}
