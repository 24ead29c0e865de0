//! What stands beside phases: transitions, sources, opportunities, tasks, and what is parked.

use super::idea_items::{task, value};
use super::labels::{Beside, OfCard, OfIdea, WORDS};
use super::making::{Making, said};
use super::node::{Node, below, note_of};
use super::values::{is_date, leading_number};
use super::{card_items, phase_columns};
use crate::exchange::RemarkKind;
use crate::model::*;
use crate::words::is_called;
use std::collections::HashMap;
use std::sync::Arc;

/// Learns what is named elsewhere, before it is.
pub(super) fn known(making: &mut Making, what: Beside, node: &Node) {
    match what {
        Beside::Sources => node.children.iter().for_each(|one| source(making, one)),
        Beside::Opportunities => node.children.iter().for_each(|one| opportunity(making, one)),
        Beside::Personas
        | Beside::Transitions
        | Beside::Parking
        | Beside::Tasks
        | Beside::Reckoned => {}
    }
}

/// Puts what stands below a heading beside phases into the project.
pub(super) fn put(making: &mut Making, what: Beside, node: &Node) {
    match what {
        Beside::Tasks => {
            for one in &node.children {
                let task = task(making, &one.title());
                making.imported.project.tasks.push(Arc::new(task));
            }
        }
        Beside::Parking => {
            for one in &node.children {
                let card = card_items::card(making, &LaneKind::Notes, &Id::default(), one);
                making.imported.project.parked.push(Arc::new(card));
            }
            making.waiting.clear();
        }
        Beside::Reckoned => making.tell(node.line, RemarkKind::Reckoned, node.text.clone()),
        // They are known already.
        Beside::Sources | Beside::Opportunities => {}
        Beside::Personas | Beside::Transitions => making.park(node),
    }
}

/// `**Intervju 1, Leksand:** Intervju · vem · roll · 2026-02-10`, with what was said below.
fn source(making: &mut Making, node: &Node) {
    let title = if node.label.is_empty() { node.text.clone() } else { node.label.clone() };
    let mut source = Source { id: making.ids.next_id(), title, ..Source::default() };
    let about = if node.label.is_empty() { "" } else { node.text.as_str() };
    let mut parts: Vec<&str> =
        about.split(" · ").map(str::trim).filter(|part| !part.is_empty()).collect();
    let kind =
        parts.first().and_then(|first| SourceKind::ALL.iter().find(|kind| is_called(*kind, first)));
    source.kind = kind.cloned();
    if source.kind.is_some() {
        parts.remove(0);
    }
    if let Some(date) = parts.last().copied().filter(|last| is_date(last)) {
        source.date = date.to_owned();
        parts.pop();
    }
    let mut parts = parts.into_iter();
    // Who was asked and what they do are not told apart: one alone is what they do.
    match (parts.next(), parts.collect::<Vec<_>>()) {
        (Some(only), rest) if rest.is_empty() => source.role = only.to_owned(),
        (Some(who), rest) => (source.who, source.role) = (who.to_owned(), rest.join(" · ")),
        (None, _) => {}
    }
    let mut notes = node.more.clone();
    for child in &node.children {
        let is_link = OfCard::called(&child.label) == Some(OfCard::Link);
        match is_link && source.link.is_empty() {
            true => source.link = said(child),
            false => below(&[child], 0, &mut notes),
        }
    }
    source.notes = notes.join("\n\n");
    making.sources.entry(source.title.clone()).or_insert_with(|| source.id.clone());
    making.imported.project.sources.push(Arc::new(source));
}

fn opportunity(making: &mut Making, node: &Node) {
    let mut idea = making.idea(&node.title());
    let mut note = node.more.clone();
    for child in &node.children {
        let what = OfIdea::called(&child.label);
        if !what.is_some_and(|what| value(making, &mut idea, what, child)) {
            below(&[child], 0, &mut note);
        }
    }
    idea.note = note.join("\n\n");
    making.add_idea(idea);
}

/// `**Provkör → Upptäckt:** Gå tillbaka · 30 %`, with why below.
pub(super) fn transitions(making: &mut Making, node: &Node, journey: &mut Journey) {
    let mut places: HashMap<String, Id> = HashMap::new();
    for phase in &journey.phases {
        places.entry(phase.title.clone()).or_insert_with(|| phase.id.clone());
    }
    for (name, id) in phase_columns::step_names(journey) {
        places.entry(name).or_insert(id);
    }
    let leaves: Vec<String> = WORDS.iter().map(|words| words.thing_leaves()).collect();
    for one in &node.children {
        let way = if one.label.is_empty() { &one.text } else { &one.label };
        let ends = way.split_once('→').map(|(from, to)| (from.trim(), to.trim()));
        let from = ends.and_then(|(from, _)| places.get(from));
        let to = ends.map(|(_, to)| to).filter(|to| !leaves.iter().any(|leaves| leaves == to));
        let end = to.map(|to| places.get(to));
        let (Some(from), Some(_), false) = (from, ends, end.is_some_and(|end| end.is_none()))
        else {
            making.park(one);
            continue;
        };
        let mut way = Transition {
            id: making.ids.next_id(),
            from: from.clone(),
            to: end.flatten().cloned(),
            reason: note_of(one),
            ..Transition::default()
        };
        for part in one.text.split(" · ").filter(|_| !one.label.is_empty()) {
            let share =
                leading_number(part).filter(|(_, rest)| rest.trim() == "%").map(|(share, _)| share);
            way.share = way.share.or(share.filter(|share| (0.0..=100.0).contains(share)));
            let kind = TransitionKind::ALL.iter().find(|kind| is_called(*kind, part)).cloned();
            way.kind = way.kind.or(kind);
        }
        journey.transitions.push(Arc::new(way));
    }
}
