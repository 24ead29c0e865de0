//! Which one thing is to be said of each phase, so that it is true of that phase and can be shown beside
//! it?
//!
//! The templates are tried in their order over all phases at once: each goes to the one phase it is true
//! of, if that has no title yet. A condition that picks a phase with a title is spent, and never passed
//! on to the second largest. Those that say what a phase is like, rather than that it is more so than
//! all others, go to each phase that is left. No proof, no title: then the next is tried, and at the end
//! stands the phase's name.

mod felt;
mod kind;
mod of_cards;
mod speaker;
#[cfg(test)]
mod tests;
mod title_words;

pub use kind::{PhaseTitleKind, TitleMean};
pub use speaker::PhaseSpeaker;

use super::feelings::Feelings;
use super::funnel::{Funnel, Loss, funnel};
use super::learned::sentence::{Sentence, unmarked};
use crate::model::{Card, Id, Journey, Opportunity, Project, View, on_one_line};
use crate::words::Words;
use of_cards::PhaseCards;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// What is said of a phase, with what shows that it is true.
#[derive(Clone, Debug, PartialEq)]
pub struct PhaseTitle {
    /// What it says, and its proof.
    pub kind: PhaseTitleKind,
    /// It in words, with where it names phases.
    pub sentence: Sentence,
    /// Nothing but a hypothesis says so.
    pub is_hypothesis: bool,
    /// Who speaks beside it; none: nobody feels anything in the phase.
    pub speaker: Option<PhaseSpeaker>,
    /// The one figure beside it.
    pub figure: Option<PhaseFigure>,
    /// The pain point beside it, with the place of its lane; none where the title is it.
    pub pain: Option<(usize, Arc<Card>)>,
    /// What heals that pain point.
    pub cure: Option<Arc<Opportunity>>,
}

/// A figure of a phase.
#[derive(Clone, Debug, PartialEq)]
pub enum PhaseFigure {
    /// Those who do not go on.
    Loss(Loss),
    /// A card with a metric.
    Metric(Arc<Card>),
}

/// What titles are made from, looked at once.
struct Asked<'a> {
    project: &'a Project,
    journey: &'a Journey,
    words: &'a Words,
    feelings: Feelings<'a>,
    funnel: Option<Funnel>,
    /// The places of phases by their steps.
    steps: HashMap<&'a Id, usize>,
    /// What stands in each phase.
    cards: PhaseCards<'a>,
}

impl Asked<'_> {
    /// The place of the phase that is called so, or that has the step that is.
    fn place(&self, id: &Id) -> Option<usize> {
        let phase = self.journey.phases.index_where(|phase| phase.id == *id);
        phase.or_else(|| self.steps.get(id).copied())
    }
}

/// The titles of all phases of `journey`, in their order. `fits` says of a title whether there is room
/// for it: one that does not fit gives way to the next. Goes once through the journey.
pub fn phase_titles(
    project: &Project,
    journey: &Journey,
    words: &Words,
    fits: &mut dyn FnMut(&str) -> bool,
) -> Vec<PhaseTitle> {
    let feelings = Feelings::of(journey, &View::default());
    let steps = journey.phases_by_step();
    let cards = PhaseCards::of(journey, &steps, &feelings);
    let funnel = funnel(journey);
    let asked = Asked { project, journey, words, feelings, funnel, steps, cards };
    let count = journey.phases.len();
    let mut made = Made { asked: &asked, fits, titles: vec![None; count], used: HashSet::new() };
    made.once(felt::only_unhappy(&asked));
    made.once(of_cards::largest_loss(&asked));
    made.once(felt::worst_moment(&asked));
    made.once(felt::best_moment(&asked));
    made.once(felt::furthest_apart(&asked));
    made.first_of(felt::steps_apart(&asked));
    made.once(felt::falls_most(&asked));
    made.once(felt::turns(&asked));
    made.ends(felt::own_ends(&asked));
    made.each(|phase| felt::all_alike(&asked, phase));
    made.each(|phase| of_cards::loss(&asked, phase));
    made.once(of_cards::largest_loop(&asked));
    made.once(of_cards::off_target(&asked));
    made.once(of_cards::longest(&asked));
    made.each(|phase| of_cards::most_votes(&asked, phase));
    made.each(|phase| of_cards::moment_of_truth(&asked, phase));
    made.each(|phase| of_cards::no_touchpoint(&asked, phase));
    let mut speakers: Vec<Option<PhaseSpeaker>> =
        (0..count).map(|phase| speaker::of(&asked, phase, made.is_good(phase))).collect();
    made.each(|phase| speakers.get(phase)?.as_ref().and_then(speaker::short_quote));
    made.each(|phase| of_cards::goal(&asked, phase));
    let titles = std::mem::take(&mut made.titles);
    let titles = titles.into_iter().enumerate().map(|(phase, title)| {
        let (kind, sentence) = title.unwrap_or_else(|| {
            let kind = PhaseTitleKind::Name;
            let sentence = title_words::sentence(&asked, phase, &kind);
            (kind, sentence)
        });
        let is_hypothesis = kind.is_hypothesis(asked.cards.is_hypothesis(phase));
        let speaker = speakers.get_mut(phase).and_then(Option::take);
        let figure = of_cards::figure(&asked, phase, &kind);
        let (pain, cure) = of_cards::pain(&asked, phase, &kind);
        PhaseTitle { kind, sentence, is_hypothesis, speaker, figure, pain, cure }
    });
    titles.collect()
}

/// The titles that have been given so far.
struct Made<'a, 'b> {
    asked: &'b Asked<'a>,
    fits: &'b mut dyn FnMut(&str) -> bool,
    titles: Vec<Option<(PhaseTitleKind, Sentence)>>,
    /// What they say: no two say the same.
    used: HashSet<String>,
}

/// What a template is true of: a phase by its place, with what is said of it.
type Found = Option<(usize, PhaseTitleKind)>;

impl Made<'_, '_> {
    fn is_free(&self, phase: usize) -> bool {
        self.titles.get(phase).is_some_and(Option::is_none)
    }

    /// Is what the title of a phase says good? None: neither, or there is none.
    fn is_good(&self, phase: usize) -> Option<bool> {
        self.titles.get(phase)?.as_ref()?.0.is_good()
    }

    /// Gives a phase its title, if it has none and this one may stand there.
    fn put(&mut self, phase: usize, kind: PhaseTitleKind) -> bool {
        // What is more so than anywhere else must be known, not believed.
        let unfounded = kind.is_superlative() && self.asked.cards.is_hypothesis(phase);
        if !self.is_free(phase) || unfounded {
            return false;
        }
        let sentence = title_words::sentence(self.asked, phase, &kind);
        if sentence.text.is_empty()
            || self.used.contains(&sentence.text)
            || !(self.fits)(&sentence.text)
        {
            return false;
        }
        self.used.insert(sentence.text.clone());
        if let Some(title) = self.titles.get_mut(phase) {
            *title = Some((kind, sentence));
        }
        true
    }

    /// A template that is used once: where its phase has a title it is spent.
    fn once(&mut self, found: Found) {
        if let Some((phase, kind)) = found {
            self.put(phase, kind);
        }
    }

    /// A template that is true of several phases and used for the first of them.
    fn first_of(&mut self, found: Vec<(usize, PhaseTitleKind)>) {
        for (phase, kind) in found {
            if self.put(phase, kind) {
                return;
            }
        }
    }

    /// A template that is used once for each persona.
    fn ends(&mut self, found: Vec<(usize, PhaseTitleKind)>) {
        let mut told = HashSet::new();
        for (phase, kind) in found {
            let Some(whose) = kind.persona().cloned() else { continue };
            if !told.contains(&whose) && self.put(phase, kind) {
                told.insert(whose);
            }
        }
    }

    /// A template that is used for each phase that is left.
    fn each(&mut self, find: impl Fn(usize) -> Option<PhaseTitleKind>) {
        for phase in 0..self.titles.len() {
            if self.is_free(phase)
                && let Some(kind) = find(phase)
            {
                self.put(phase, kind);
            }
        }
    }
}

/// A text on one line as a title has it: without the marks of sentences, and without a full stop.
fn as_title(text: &str) -> String {
    let line = on_one_line(&unmarked(text));
    match line.strip_suffix('.') {
        Some(start) if !start.ends_with('.') => start.trim_end().to_owned(),
        Some(_) | None => line,
    }
}
