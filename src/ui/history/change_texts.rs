//! What changed from each version to the next, in words: read and compared on a thread, newest first.

use super::past_rows::{PastRow, RowKey};
use crate::file::history::{PastVersion, ReadVersion, Store};
use crate::insight::WhatChanged;
use crate::model::Project;
use crate::ui::kit::local_time;
use crate::words::Words;
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

/// Two rows that follow one another: the later one, and the one before it.
type Pair = (RowKey, Option<RowKey>);

/// What has been found, and of which state of the project where that is one of the two.
type News = (Pair, Option<Arc<Project>>, RowChange);

/// What is known of a row.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum RowChange {
    /// What changed since the one before; none: it is the first, or that one is damaged.
    Since(Option<ChangedCards>),
    /// It is gone or damaged: why.
    Damaged(String),
}

/// What changed, with what the cards say and said of it, in small letters.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ChangedCards {
    pub changed: WhatChanged,
    pub texts: String,
}

impl ChangedCards {
    fn between(earlier: &ReadVersion, later: &ReadVersion) -> Self {
        let texts = earlier.card_texts_changed_to(later).join("\n").to_lowercase();
        Self { changed: earlier.changed_to(later), texts }
    }
}

/// What changed from row to row, as far as it is known.
pub(super) struct ChangeTexts {
    known: HashMap<Pair, RowChange>,
    /// What the rows are that are being compared, and the flag that stops that.
    work: Option<(Vec<Pair>, Arc<AtomicBool>)>,
    /// The project as it was when it was compared last.
    now: Option<Arc<Project>>,
    news: (Sender<News>, Receiver<News>),
}

impl Default for ChangeTexts {
    fn default() -> Self {
        Self { known: HashMap::new(), work: None, now: None, news: channel() }
    }
}

impl Drop for ChangeTexts {
    fn drop(&mut self) {
        self.stop();
    }
}

fn pair_at(rows: &[PastRow], at: usize) -> Option<Pair> {
    let row = rows.get(at)?;
    Some((row.key.clone(), rows.get(at + 1).map(|before| before.key.clone())))
}

impl ChangeTexts {
    fn stop(&mut self) {
        if let Some((_, stop)) = self.work.take() {
            stop.store(true, Ordering::Relaxed);
        }
    }

    /// Takes in what has been compared, and begins to compare what is not known.
    pub(super) fn want(
        &mut self,
        rows: &[PastRow],
        now: &Arc<Project>,
        store: Option<&Store>,
        words: &Words,
        ctx: &egui::Context,
    ) {
        if !self.now.as_ref().is_some_and(|known| Arc::ptr_eq(known, now)) {
            self.now = Some(Arc::clone(now));
            self.known.retain(|(later, _), _| *later != RowKey::Now);
            self.stop();
        }
        while let Ok((pair, of, changed)) = self.news.1.try_recv() {
            // What was compared with an earlier state is not of now.
            let is_now =
                |of: &Arc<Project>| self.now.as_ref().is_some_and(|now| Arc::ptr_eq(now, of));
            if of.as_ref().is_none_or(is_now) {
                self.known.insert(pair, changed);
            }
        }
        let pairs: Vec<Pair> = (0..rows.len()).filter_map(|at| pair_at(rows, at)).collect();
        let unknown: Vec<bool> = pairs.iter().map(|pair| !self.known.contains_key(pair)).collect();
        if !unknown.contains(&true) {
            return;
        }
        if self.work.as_ref().is_some_and(|(wanted, _)| *wanted == pairs) {
            return;
        }
        self.stop();
        let stop = Arc::new(AtomicBool::new(false));
        self.work = Some((pairs.clone(), Arc::clone(&stop)));
        let versions: Vec<Option<PastVersion>> =
            rows.iter().map(|row| row.version.clone()).collect();
        let (sender, ctx) = (self.news.0.clone(), ctx.clone());
        let (now, store, words) = (Arc::clone(now), store.cloned(), words.clone());
        let work = move || {
            let read = |at: usize| -> Option<Result<ReadVersion, String>> {
                Some(match versions.get(at)? {
                    None => Ok(ReadVersion::now(&now)),
                    Some(version) => {
                        version.read(store.as_ref()).map_err(|error| error.reason(&words))
                    }
                })
            };
            // Each version is read once: it is the earlier of one pair and the later of the next.
            let mut last: Option<(usize, Result<ReadVersion, String>)> = None;
            for (at, (pair, _)) in
                pairs.into_iter().zip(unknown).enumerate().filter(|(_, (_, is))| *is)
            {
                if stop.load(Ordering::Relaxed) {
                    return;
                }
                let kept = last.take().filter(|(of, _)| *of == at).map(|(_, read)| read);
                let Some(later) = kept.or_else(|| read(at)) else { return };
                let earlier = read(at + 1);
                let changed = match (&later, &earlier) {
                    (Err(why), _) => RowChange::Damaged(why.clone()),
                    (Ok(later), Some(Ok(earlier))) => {
                        RowChange::Since(Some(ChangedCards::between(earlier, later)))
                    }
                    (Ok(_), None | Some(Err(_))) => RowChange::Since(None),
                };
                last = earlier.map(|earlier| (at + 1, earlier));
                let of = (pair.0 == RowKey::Now).then(|| Arc::clone(&now));
                if sender.send((pair, of, changed)).is_err() {
                    return;
                }
                ctx.request_repaint();
            }
        };
        // Without a thread nothing is said of the rows, and all else works.
        drop(std::thread::Builder::new().name("history".into()).spawn(work));
    }

    /// What is known of the row at `at`.
    pub(super) fn known(&self, rows: &[PastRow], at: usize) -> Option<&RowChange> {
        self.known.get(&pair_at(rows, at)?)
    }

    /// Is the version at `at` gone or damaged?
    pub(super) fn is_damaged(&self, rows: &[PastRow], at: usize) -> bool {
        matches!(self.known(rows, at), Some(RowChange::Damaged(_)))
    }

    /// What the cards that changed at `at` say and said, in small letters; empty while it is not known.
    pub(super) fn card_texts(&self, rows: &[PastRow], at: usize) -> &str {
        match self.known(rows, at) {
            Some(RowChange::Since(Some(since))) => &since.texts,
            Some(RowChange::Since(None) | RowChange::Damaged(_)) | None => "",
        }
    }

    /// What is said of the row at `at`; none while it is not known.
    pub(super) fn of(&self, rows: &[PastRow], at: usize, words: &Words) -> Option<String> {
        let before = rows.get(at + 1);
        Some(match self.known(rows, at)? {
            RowChange::Damaged(why) => why.clone(),
            RowChange::Since(Some(since)) => {
                let text = since.changed.text(words);
                let since = before.filter(|_| at == 0).and_then(|before| before.when);
                match since {
                    Some(when) => words.history_since(text, local_time::day_and_clock(words, when)),
                    None => text,
                }
            }
            RowChange::Since(None) if before.is_none() && at > 0 => words.cli_history_first(),
            RowChange::Since(None) => String::new(),
        })
    }
}
