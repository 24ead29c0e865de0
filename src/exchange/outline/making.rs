//! What is made of an outline, and what is known on the way: who and what goes by which name.

use super::node::{Node, note_of};
use crate::exchange::{Imported, Remark, RemarkKind, SourcePlace};
use crate::model::*;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// What is made, and what is known on the way.
pub(super) struct Making<'a> {
    pub imported: Imported,
    pub ids: &'a mut IdSource,
    /// Personas, sources and sub-goals by what they are called.
    pub personas: HashMap<String, Id>,
    pub sources: HashMap<String, Id>,
    pub subgoals: HashMap<String, Id>,
    /// The places of opportunities by what they are called.
    pub ideas: HashMap<String, usize>,
    /// Those of them of which nothing else is known yet.
    pub named_only: HashSet<Id>,
    /// What names a step or a card that may come later in the text.
    pub waiting: Vec<Waiting>,
}

/// A reference by what is said of what it leads to.
pub(super) enum Waiting {
    /// A card in this step spans to the step that is called so, where there is one; then its text is
    /// without that.
    Until { card: Id, step: Id, name: String, text: String },
    /// A card leads to the card that says so, in this line.
    Next(Id, String, usize),
    /// A feeling belongs to the card that says so, in this line.
    Touchpoint(Id, String, usize),
}

impl Making<'_> {
    /// Tells of something in a line.
    pub(super) fn tell(&mut self, line: usize, kind: RemarkKind, said: String) {
        self.imported.remarks.push(Remark { at: SourcePlace::Line(line), kind, said });
    }

    /// Parks what has no place, with all that stands in it, and tells so.
    pub(super) fn park(&mut self, node: &Node) {
        let note = note_of(node);
        let card = Card { id: self.ids.next_id(), text: node.title(), note, ..Card::default() };
        self.tell(node.line, RemarkKind::Parked, node.title());
        self.imported.project.parked.push(Arc::new(card));
    }

    /// Guiding questions with what was answered.
    pub(super) fn questions(&mut self, node: &Node) -> List<Question> {
        let question = |one: &Node| {
            let (question, answer) = match one.label.is_empty() {
                true => (one.text.clone(), String::new()),
                false => (one.label.clone(), one.text.clone()),
            };
            let note = note_of(one);
            Question { id: self.ids.next_id(), question, answer, note, ..Question::default() }
        };
        node.children.iter().map(question).collect()
    }

    /// Those whom a card concerns: names between commas, each of which is known. Else nobody.
    pub(super) fn whom(&mut self, card: &mut Card, text: &str) -> bool {
        let one = self.personas.get(text).cloned().map(|id| vec![id]);
        let all = || text.split(", ").map(|name| self.personas.get(name.trim()).cloned()).collect();
        let Some(found) = one.or_else(all) else { return false };
        card.personas = found;
        true
    }

    /// The source that is called so; a new one, where none is.
    pub(super) fn source(&mut self, title: &str) -> Id {
        if let Some(known) = self.sources.get(title) {
            return known.clone();
        }
        let source = Source { id: self.ids.next_id(), title: title.into(), ..Source::default() };
        let id = source.id.clone();
        self.sources.insert(title.to_owned(), id.clone());
        self.imported.project.sources.push(Arc::new(source));
        id
    }

    /// The sub-goal that is called so; a new one, where none is.
    pub(super) fn subgoal(&mut self, title: &str) -> Id {
        if let Some(known) = self.subgoals.get(title) {
            return known.clone();
        }
        let subgoal = Subgoal { id: self.ids.next_id(), title: title.into(), ..Subgoal::default() };
        let id = subgoal.id.clone();
        self.subgoals.insert(title.to_owned(), id.clone());
        self.imported.project.subgoals.push(Arc::new(subgoal));
        id
    }

    /// An opportunity that is called so, to be filled in and added: the one that is known by its name
    /// alone, or a new one.
    pub(super) fn idea(&mut self, title: &str) -> Opportunity {
        let known =
            self.ideas.get(title).and_then(|place| self.imported.project.opportunities.get(*place));
        match known.filter(|known| self.named_only.contains(&known.id)) {
            Some(known) => Opportunity::clone(known),
            None => Opportunity {
                id: self.ids.next_id(),
                title: title.to_owned(),
                ..Opportunity::default()
            },
        }
    }

    /// Adds an opportunity with what is known of it.
    pub(super) fn add_idea(&mut self, idea: Opportunity) {
        let ideas = &mut self.imported.project.opportunities;
        let place = self.ideas.get(&idea.title).copied();
        match place.and_then(|place| ideas.edit(place)).filter(|known| known.id == idea.id) {
            Some(known) => {
                self.named_only.remove(&idea.id);
                *known = idea;
            }
            None => {
                self.ideas.entry(idea.title.clone()).or_insert(ideas.len());
                ideas.push(Arc::new(idea));
            }
        }
    }

    /// The opportunity that is called so, which comes from a card; a new one, where none is.
    pub(super) fn idea_of(&mut self, title: &str, card: &Id) -> Id {
        if !self.ideas.contains_key(title) {
            let idea = self.idea(title);
            self.named_only.insert(idea.id.clone());
            self.add_idea(idea);
        }
        let place = self.ideas.get(title).copied();
        let known = place.and_then(|place| self.imported.project.opportunities.edit(place));
        known.map_or_else(Id::default, |known| {
            known.cards.push(card.clone());
            known.id.clone()
        })
    }
}

/// What a field says, with what stands below it.
pub(super) fn said(node: &Node) -> String {
    let parts = [node.text.clone(), note_of(node)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}
