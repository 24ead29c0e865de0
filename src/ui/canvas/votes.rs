//! Votes on the map: a click on a card gives it one, Shift or the other button takes one back.

use super::super::{Context, Document, Message, Selection};
use super::Canvas;
use crate::edit::Change;
use crate::model::{Card, CardRef, Thing};
use crate::scene::{Hit, Scene};
use crate::words::Words;
use egui::{PointerButton, Popup, Response};

/// How clicks give votes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ballot {
    /// A click on a card gives it a vote.
    pub open: bool,
    /// How many votes may still be given; none: any number.
    pub left: Option<u32>,
    /// The card on which the button went down and has been moved since: a hand that shakes votes, and
    /// no card moves while a room votes.
    pub pressed: Option<CardRef>,
}

/// Takes a click on a card as a vote. True if it was one.
pub(super) fn click(
    cx: &Context<'_>,
    doc: &Document,
    canvas: &mut Canvas,
    response: &Response,
    hit: &Hit,
    out: &mut Vec<Message>,
) -> bool {
    let on = match hit {
        Hit::Card { card, .. } => Some(card),
        Hit::Point { .. }
        | Hit::Phase { .. }
        | Hit::Step { .. }
        | Hit::Lane(_)
        | Hit::Customers
        | Hit::LaneEdge(_)
        | Hit::Head(_)
        | Hit::Cell { .. }
        | Hit::Curve { .. }
        | Hit::Parking { .. }
        | Hit::Outside => None,
    };
    if canvas.ballot.open && response.drag_started_by(PointerButton::Primary) {
        canvas.ballot.pressed = on.cloned();
    }
    let let_go = response.drag_stopped() && canvas.ballot.pressed.is_some();
    if canvas.ballot.pressed.is_some() && !let_go {
        return true;
    }
    if let_go && canvas.ballot.pressed.take().as_ref() != on {
        return true;
    }
    let Some(card) = on else { return false };
    let more = let_go || response.clicked_by(PointerButton::Primary);
    let less = response.secondary_clicked();
    if !canvas.ballot.open || !(more || less) || Popup::is_any_open(&response.ctx) {
        return false;
    }
    response.request_focus();
    let shift = response.ctx.input(|input| input.modifiers.shift);
    let thing = Thing::Card(card.clone());
    if !doc.selection.has(&thing) || doc.selection.things.len() > 1 {
        out.push(Message::Select(Selection::of(thing)));
    }
    give(doc, canvas, std::slice::from_ref(card), more && !shift, cx.words, out);
    true
}

/// Gives each of `cards` a vote, or takes one from it.
pub(super) fn give(
    doc: &Document,
    canvas: &Canvas,
    cards: &[CardRef],
    more: bool,
    words: &Words,
    out: &mut Vec<Message>,
) {
    let project = doc.editor.project();
    let Some((_, journey)) = project.journey(&doc.journey) else { return };
    if more && canvas.ballot.left.is_some_and(|left| (left as usize) < cards.len()) {
        return out.push(Message::Notice(words.workshop_all_used()));
    }
    let voted = cards.iter().filter_map(|card| {
        let (_, old) = project.card(journey, card)?;
        let votes = match more {
            true => old.votes.saturating_add(1),
            false => old.votes.saturating_sub(1),
        };
        (votes != old.votes).then(|| (card.clone(), Card { votes, ..Card::clone(old) }))
    });
    let voted: Vec<(CardRef, Card)> = voted.collect();
    if !voted.is_empty() {
        out.push(Message::Edit(Change::PutCards(voted)));
    }
}

/// Takes all votes off the map in front and the parking place.
pub(super) fn clear(scene: &Scene, out: &mut Vec<Message>) {
    let placed = scene
        .journey
        .lanes
        .iter()
        .flat_map(|lane| lane.cards.iter().map(|card| (Some(lane.id.clone()), card)));
    let parked = scene.project.parked.iter().map(|card| (None, card));
    let voted = placed.chain(parked).filter(|(_, card)| card.votes > 0);
    let none = voted.map(|(lane, card)| {
        let at = CardRef { lane, card: card.id.clone() };
        (at, Card { votes: 0, ..Card::clone(card) })
    });
    let none: Vec<(CardRef, Card)> = none.collect();
    if !none.is_empty() {
        out.push(Message::Edit(Change::PutCards(none)));
    }
}
