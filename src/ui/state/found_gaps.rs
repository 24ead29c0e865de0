//! Which gaps does the map in front have, and where are they on it? Worked out anew only when the map
//! is another: what is dragged or typed changes no gap until it is let go. On a large map that takes
//! longer than an edit may: a thread does it, and the gaps before stand until it is done.

use super::document::Document;
use crate::insight::{Gap, GapRule, gaps};
use crate::model::{Id, Project};
use crate::scene::{GapMarks, Scene};
use crate::ui::kit::own_thread::on_a_thread;
use crate::words::{Lang, Words};
use egui::Context;
use jiff::civil::Date;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};

/// Gaps of maps with more cards than these are worked out on a thread.
const AT_ONCE: usize = 2_000;

/// What gaps are found in.
#[derive(Clone)]
struct FoundIn {
    project: Arc<Project>,
    journey: Id,
    today: Date,
}

impl FoundIn {
    fn is_same(&self, other: &Self) -> bool {
        let same_map = Arc::ptr_eq(&self.project, &other.project) && self.journey == other.journey;
        same_map && self.today == other.today
    }

    fn gaps(&self) -> Vec<Gap> {
        let rules = GapRule::chosen(&self.project);
        let there = self.project.journey(&self.journey);
        let all = there.map(|(_, journey)| gaps(&self.project, journey, self.today, &rules));
        all.unwrap_or_default()
    }

    fn is_large(&self) -> bool {
        let there = self.project.journey(&self.journey);
        let cards = there.map(|(_, map)| map.lanes.iter().map(|lane| lane.cards.len()).sum());
        cards.is_some_and(|cards: usize| cards > AT_ONCE)
    }
}

/// The gaps of a map with their marks, and what they were found in.
#[derive(Default)]
pub(crate) struct FoundGaps {
    of: Option<FoundIn>,
    gaps: Arc<Vec<Gap>>,
    /// What a thread looks through, and where it tells what it has found.
    waited: Option<(FoundIn, Receiver<Vec<Gap>>)>,
    marked: Option<Marked>,
    /// How often gaps were asked for anew.
    pub times: usize,
}

/// Marks, and what they were made from.
struct Marked {
    scene: Arc<Scene>,
    gaps: Arc<Vec<Gap>>,
    lang: Lang,
    marks: Arc<GapMarks>,
}

impl FoundGaps {
    fn take(&mut self, found_in: FoundIn, gaps: Vec<Gap>) {
        (self.gaps, self.of) = (Arc::new(gaps), Some(found_in));
    }

    /// Takes in what a thread has found, of whatever was asked for last.
    fn take_found(&mut self) {
        let Some((found_in, found)) = self.waited.take() else { return };
        match found.try_recv() {
            Ok(gaps) => self.take(found_in, gaps),
            Err(TryRecvError::Empty) => self.waited = Some((found_in, found)),
            // It came to no end: it is asked for again.
            Err(TryRecvError::Disconnected) => {}
        }
    }
}

impl Document {
    /// The gaps of the journey in front, also those waved off, in the order of [`gaps`]. `ctx` is
    /// woken when a thread has found them.
    pub fn gaps(&mut self, ctx: &Context, today: Date) -> Arc<Vec<Gap>> {
        let (project, found) = (self.editor.committed(), &mut self.found_gaps);
        let journey = self.journey.clone();
        let wanted = FoundIn { project: Arc::clone(project), journey, today };
        found.take_found();
        if found.of.as_ref().is_some_and(|of| of.is_same(&wanted)) {
            return Arc::clone(&found.gaps);
        }
        // Gaps of another map are none of this one.
        if found.of.as_ref().is_some_and(|of| of.journey != wanted.journey) {
            (found.of, found.gaps) = (None, Arc::default());
        }
        if !wanted.is_large() {
            let gaps = wanted.gaps();
            found.times += 1;
            found.waited = None;
            found.take(wanted, gaps);
        } else if found.waited.is_none() {
            // One at a time: what has changed since is looked through after it.
            found.times += 1;
            let (sender, receiver) = channel();
            found.waited = Some((wanted.clone(), receiver));
            let ctx = ctx.clone();
            on_a_thread("gaps", move || {
                if sender.send(wanted.gaps()).is_ok() {
                    ctx.request_repaint();
                }
            });
        }
        Arc::clone(&found.gaps)
    }

    /// Is a thread still looking for gaps?
    pub fn waits_for_gaps(&self) -> bool {
        self.found_gaps.waited.is_some()
    }

    /// Their marks on the map as it is laid out; none where it is not.
    pub fn gap_marks(
        &mut self,
        ctx: &Context,
        of_window: &Words,
        today: Date,
    ) -> Option<Arc<GapMarks>> {
        let gaps = self.gaps(ctx, today);
        let scene = Arc::clone(self.scene.as_ref()?);
        let words = self.words_of_map(of_window);
        let same = |marked: &&Marked| {
            let same_map = Arc::ptr_eq(&marked.scene, &scene) && marked.lang == words.lang;
            same_map && Arc::ptr_eq(&marked.gaps, &gaps)
        };
        if let Some(marked) = self.found_gaps.marked.as_ref().filter(same) {
            return Some(Arc::clone(&marked.marks));
        }
        let marks = Arc::new(self.layout.gap_marks(&scene, &gaps, &words));
        let lang = words.lang;
        self.found_gaps.marked = Some(Marked { scene, gaps, lang, marks: Arc::clone(&marks) });
        Some(marks)
    }
}
