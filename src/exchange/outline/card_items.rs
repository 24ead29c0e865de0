//! What is known of a card, out of what stands below it?

use super::idea_items::{set, set_text, value};
use super::labels::{OfCard, OfIdea};
use super::making::{Making, Waiting, said};
use super::node::{Node, below};
use super::signs;
use super::values::{leading_number, number};
use crate::model::*;
use crate::words::is_called;

/// A card of a lane of that kind, in a step; in none, where it is parked.
pub(super) fn card(making: &mut Making, kind: &LaneKind, step: &Id, node: &Node) -> Card {
    let mut card = Card {
        id: making.ids.next_id(),
        step: step.clone(),
        text: node.title(),
        ..Card::default()
    };
    making.waiting.extend(spans(&card));
    let mut idea: Option<Opportunity> = None;
    let mut metric = Metric::default();
    let mut note: Vec<String> = Vec::new();
    for child in &node.children {
        let is_bare = child.label.is_empty() && child.children.is_empty() && child.more.is_empty();
        if is_bare && signs::put(&child.text, &mut card) {
            continue;
        }
        let has_idea = idea.as_ref().is_some_and(|idea| idea.owner.is_empty());
        let taken = match (OfCard::called(&child.label), OfIdea::called(&child.label)) {
            // Who sees to an opportunity stands among what else is known of it.
            (of_card, Some(of_idea)) if of_card.is_none() || has_idea => {
                let idea = idea.get_or_insert_with(|| making.idea(&card.text));
                value(making, idea, of_idea, child)
            }
            (Some(of_card), _) => of(making, &mut card, &mut metric, of_card, child),
            (None, _) => false,
        };
        if !taken {
            below(&[child], 0, &mut note);
        }
    }
    let parts = [node.more.join("\n\n"), note.join("\n")];
    card.note = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n");
    if *kind == LaneKind::Metrics || metric != Metric::default() {
        figure(&mut card, metric);
    }
    if let Some(mut idea) = idea {
        idea.note = std::mem::take(&mut card.note);
        card.opportunity = Some(idea.id.clone());
        making.add_idea(idea);
    }
    card
}

/// Takes a field of a card. Says whether it could be read.
fn of(
    making: &mut Making,
    card: &mut Card,
    metric: &mut Metric,
    field: OfCard,
    child: &Node,
) -> bool {
    let text = said(child);
    match field {
        OfCard::Target => set(&mut metric.target, number(&text)),
        OfCard::Better => {
            set(&mut metric.better, Better::ALL.iter().find(|one| is_called(*one, &text)).cloned())
        }
        OfCard::Trend => {
            metric.trend = text.split(';').filter_map(number).collect();
            !metric.trend.is_empty()
        }
        OfCard::Whom => making.whom(card, &text),
        OfCard::Sources => {
            card.sources = text.split("; ").map(|title| making.source(title)).collect();
            true
        }
        OfCard::Opportunity => set(&mut card.opportunity, Some(making.idea_of(&text, &card.id))),
        OfCard::Blocker => blocker(card, &text),
        OfCard::Subgoal => set(&mut card.subgoal, Some(making.subgoal(&text))),
        OfCard::Next => {
            making.waiting.push(Waiting::Next(card.id.clone(), text, child.line));
            true
        }
        OfCard::Owner => set_text(&mut card.owner, text),
        OfCard::Link => set_text(&mut card.link, text),
        // There is no picture by that name yet: what it shows is told in the note.
        OfCard::Image => false,
    }
}

fn blocker(card: &mut Card, text: &str) -> bool {
    let mut read = Blocker::default();
    for part in text.split(" · ") {
        let kind = BlockerKind::ALL.iter().find(|one| is_called(*one, part));
        let severity = Severity::ALL.iter().find(|one| is_called(*one, part));
        match (kind, severity) {
            (Some(kind), _) if read.kind.is_none() => read.kind = Some(kind.clone()),
            (_, Some(severity)) => read.severity = Some(severity.clone()),
            _ => return false,
        }
    }
    card.blocker = Some(read);
    true
}

/// Takes the figure from the end of a card's text: `visar filmen: 24 %`, `NPS 41`.
fn figure(card: &mut Card, metric: Metric) {
    let (text, said) = match card.text.rsplit_once(": ") {
        Some((text, said)) => (text.to_owned(), said.to_owned()),
        None => (String::new(), card.text.clone()),
    };
    let before: String =
        said.chars().take_while(|c| !c.is_ascii_digit() && !"−-+".contains(*c)).collect();
    let rest = said.get(before.len()..).unwrap_or_default();
    let read = leading_number(rest).map(|(value, unit)| (value, unit.trim()));
    let is_short =
        |unit: &str| unit.chars().count() <= 12 && !unit.contains(['.', ',', ';', '!', '?']);
    match read {
        Some((value, after)) if before.is_empty() && is_short(after) => {
            card.text = text;
            card.metric = Some(Metric { value: Some(value), unit: after.to_owned(), ..metric });
        }
        Some((value, "")) if is_short(&before) => {
            card.text = text;
            card.metric =
                Some(Metric { value: Some(value), unit: before.trim().to_owned(), ..metric });
        }
        _ if metric != Metric::default() => card.metric = Some(metric),
        _ => {}
    }
}

/// A card that names the step it spans to, at the end of its text: `… (till Betala)`.
fn spans(card: &Card) -> Option<Waiting> {
    let text = card.text.strip_suffix(')')?;
    let (text, name) = [" (till ", " (to "].into_iter().find_map(|mark| text.rsplit_once(mark))?;
    let (name, text) = (name.to_owned(), text.to_owned());
    Some(Waiting::Until { card: card.id.clone(), step: card.step.clone(), name, text })
}
