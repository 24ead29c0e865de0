//! Where chosen words go without a mouse: arrows choose, Enter puts them there, Esc lets them be.

use super::ResearchRoom;
use super::known::KnownResearch;
use crate::edit::{Change, add_evidence, put_in_theme, take_quote, take_theme};
use crate::model::{CardRef, Id, Theme};
use crate::ui::{Document, Message};
use std::ops::Range;

/// What chosen words are to become, and what the arrows have come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Picking {
    /// A quote in the step of this place.
    Quote {
        /// Its place among all steps.
        step: usize,
    },
    /// Evidence of the card of this place in the step of that.
    Evidence {
        /// The step's place among all.
        step: usize,
        /// The card's place in the step.
        card: usize,
    },
    /// A passage of the theme of this place; one past the last: of a new one.
    Theme {
        /// Its place in the list.
        theme: usize,
    },
}

/// How many characters of the words a new theme is called by.
const TITLE: usize = 60;

impl ResearchRoom {
    /// The step that words are about to go to by keys.
    pub(super) fn picked_step(&self) -> Option<usize> {
        match self.picking {
            Some(Picking::Quote { step } | Picking::Evidence { step, .. }) => Some(step),
            Some(Picking::Theme { .. }) | None => None,
        }
    }

    /// The theme that words are about to go to by keys; one past the last: a new one.
    pub(super) fn picked_theme(&self) -> Option<usize> {
        match self.picking {
            Some(Picking::Theme { theme }) => Some(theme),
            Some(Picking::Quote { .. } | Picking::Evidence { .. }) | None => None,
        }
    }

    /// Goes so far across and down.
    pub(super) fn move_picking(&mut self, known: &KnownResearch, across: i32, down: i32) {
        let stepped = |at: usize, by: i32, count: usize| {
            let last = count.saturating_sub(1);
            at.saturating_add_signed(by as isize).min(last)
        };
        let steps = known.map.steps.len();
        match &mut self.picking {
            Some(Picking::Quote { step }) => *step = stepped(*step, across, steps),
            Some(Picking::Evidence { step, card }) => {
                let before = *step;
                *step = stepped(*step, across, steps);
                let cards = cards_of(known, *step).count();
                *card = if *step == before { stepped(*card, down, cards) } else { 0 };
            }
            Some(Picking::Theme { theme }) => {
                *theme = stepped(*theme, across + down, known.themes.len() + 1);
            }
            None => {}
        }
    }

    /// Puts the words where the arrows have come to.
    pub(super) fn put_picked(
        &mut self,
        doc: &mut Document,
        known: &KnownResearch,
        out: &mut Vec<Message>,
    ) {
        match self.picking.clone() {
            Some(Picking::Quote { step }) => {
                if let Some(step) = known.map.steps.get(step) {
                    self.quote(doc, &step.id.clone(), out);
                }
            }
            Some(Picking::Evidence { step, card }) => {
                let card = cards_of(known, step).nth(card).map(|card| card.place.clone());
                if let Some(card) = card {
                    self.evidence(doc, &card, out);
                }
            }
            Some(Picking::Theme { theme }) => {
                let id = known.themes.get(theme).map(|one| one.theme.id.clone());
                self.theme(doc, id.as_ref(), out);
            }
            None => {}
        }
    }

    /// The chosen words: of which source, and where.
    pub(super) fn words(&self) -> Option<(Id, Range<usize>)> {
        Some((self.source.clone()?, self.chosen.clone()?))
    }

    /// The words become a quote in this step.
    pub(super) fn quote(&mut self, doc: &mut Document, step: &Id, out: &mut Vec<Message>) {
        let Some((source, range)) = self.words() else { return };
        let Some(journey) = doc.shown_journey().cloned() else { return };
        let project = doc.editor.committed().clone();
        let change = take_quote(&project, &journey, (&source, range), step, &mut doc.editor.ids);
        self.taken(change, out);
    }

    /// The words become evidence of this card.
    pub(super) fn evidence(&mut self, doc: &mut Document, card: &CardRef, out: &mut Vec<Message>) {
        let Some((source, range)) = self.words() else { return };
        let Some(journey) = doc.shown_journey().cloned() else { return };
        let (id, project) = (doc.editor.ids.next_id(), doc.editor.committed().clone());
        let change = add_evidence(&project, &journey, (&source, range), card, id);
        self.taken(change, out);
    }

    /// The words become a passage of this theme, or of a new one that is called as they are.
    pub(super) fn theme(&mut self, doc: &mut Document, of: Option<&Id>, out: &mut Vec<Message>) {
        let Some((source, range)) = self.words() else { return };
        let project = doc.editor.committed().clone();
        let id = doc.editor.ids.next_id();
        let change = match of {
            Some(theme) => put_in_theme(&project, (&source, range), theme, id),
            None => {
                let notes = project.sources.iter().find(|one| one.id == source);
                let said = notes.and_then(|one| one.notes.get(range.clone())).unwrap_or_default();
                let said: String = said.split_whitespace().collect::<Vec<_>>().join(" ");
                let title: String = said.trim_end_matches('.').chars().take(TITLE).collect();
                let new = doc.editor.ids.next_id();
                self.naming = Some((new.clone(), title.clone()));
                let theme = Theme { id: new, title, ..Theme::default() };
                take_theme(&project, (&source, range), theme, id)
            }
        };
        self.taken(change, out);
    }

    fn taken(&mut self, change: Option<Change>, out: &mut Vec<Message>) {
        out.extend(change.map(Message::Edit));
        // The field would choose its words again.
        self.unmark_at = self.chosen.take().map(|range| range.end);
        self.let_go();
    }
}

/// The cards of a step that words can be evidence of, by its place among all.
pub(super) fn cards_of(
    known: &KnownResearch,
    step: usize,
) -> impl Iterator<Item = &super::known::KnownCard> {
    let step = known.map.steps.get(step).map(|step| &step.id);
    known.cards.iter().filter(move |card| Some(&card.step) == step && !card.text.trim().is_empty())
}
