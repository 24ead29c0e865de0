//! Measures the cards of a large map before its details are planned, on several threads: laying out their
//! texts is most of what a plan takes.

use super::Deck;
use super::deck::DeckOf;
use super::details;
use super::memo::Memo;
use super::plan::{Block, Of};
use super::planning::PlanStep;
use std::thread;

/// Fewer cards than this are measured sooner than threads begin.
const CARDS_MIN: usize = 500;
/// More threads than this take more memory than they save time.
const THREADS_MAX: usize = 8;

impl Deck {
    /// Measures the cards of all phases whose details are still to be planned, but for those whose height
    /// is known. What is planned then is the same as without.
    pub(super) fn measure_ahead(&mut self) {
        let Some(of) = &self.of else { return };
        let sorted = self.memo.sorted(&of.journey);
        let places = self.steps.iter().filter_map(|step| match step {
            PlanStep::Details(place) => Some(*place),
            PlanStep::Titles | PlanStep::Page(_) => None,
        });
        let phases = places.filter_map(|place| sorted.phases.get(place));
        let cards = phases.flat_map(|phase| &phase.cards);
        let blocks: Vec<Block> =
            cards.map(|(lane, card)| Of::Card(*lane, card.clone()).into()).collect();
        let (width, size) = details::measure();
        let words = of.words.clone();
        let unknown = self.with_desk(&words, |desk| {
            let unknown = blocks.into_iter().filter(|block| !block.is_known(desk, width, size));
            unknown.collect()
        });
        let blocks: Vec<Block> = unknown.unwrap_or_default();
        let cores = thread::available_parallelism().map_or(1, |cores| cores.get());
        let threads = cores.min(THREADS_MAX);
        if blocks.len() < CARDS_MIN || threads < 2 {
            return;
        }
        let found: Vec<Memo> = thread::scope(|scope| {
            let share = blocks.len().div_ceil(threads);
            let workers: Vec<_> = (blocks.chunks(share))
                .map(|blocks| {
                    let (of, memo) = (self.of.as_ref().map(DeckOf::again), self.memo.to_measure());
                    let (pictures, whole, today) =
                        (self.pictures.clone(), self.whole.clone(), self.today);
                    let words = &words;
                    scope.spawn(move || {
                        let mut deck = Self::new();
                        (deck.of, deck.memo, deck.pictures) = (of, memo, pictures);
                        (deck.whole, deck.today) = (whole, today);
                        for block in blocks {
                            deck.with_desk(words, |desk| block.height(desk, width, size));
                        }
                        deck.memo
                    })
                })
                .collect();
            // What a thread did not come to is measured when its phase is planned.
            workers.into_iter().filter_map(|worker| worker.join().ok()).collect()
        });
        for memo in found {
            self.memo.learn(memo);
        }
    }
}
