//! How do the items of a step become lanes, cards and feelings?

use super::labels::WORDS;
use super::making::Making;
use super::node::Node;
use super::plan::lane;
use super::{card_items, said_feelings};
use crate::exchange::lane_names::lane_kind_of;
use crate::model::*;
use crate::words::{Named, is_called};
use std::collections::HashMap;
use std::sync::Arc;

/// So many lanes stand in the order of their first cells; more stand at the end.
const ORDERED_MAX: usize = 500;

/// The lanes of a map in the making.
#[derive(Default)]
pub(super) struct OutlineRows {
    lanes: Vec<Lane>,
    /// Their places from the top.
    order: Vec<usize>,
    by_name: HashMap<String, usize>,
    by_kind: HashMap<LaneKind, usize>,
}

impl OutlineRows {
    /// The lane that is called so. A new one comes before the one that stands after it in its step.
    fn named(
        &mut self,
        name: &str,
        kind: LaneKind,
        next: Option<usize>,
        ids: &mut IdSource,
    ) -> usize {
        let (title, key) = title_and_key(name, &kind);
        if let Some(known) = self.by_name.get(&key) {
            return *known;
        }
        let new = self.lanes.len();
        let next = next.filter(|_| new < ORDERED_MAX);
        let place = next.and_then(|next| self.order.iter().position(|at| *at == next));
        self.order.insert(place.unwrap_or(self.order.len()), new);
        self.by_kind.entry(kind.clone()).or_insert(new);
        self.by_name.insert(key, new);
        self.lanes.push(Lane { id: ids.next_id(), kind, title, ..Lane::default() });
        new
    }

    /// The lane that something in a step stands in, where there is one already.
    fn known(&self, node: &Node) -> Option<usize> {
        let name = if node.is_heading() {
            Some(node.text.clone())
        } else {
            lane(node).map(|(name, _)| name)
        };
        match name {
            Some(name) => {
                let kind = lane_kind_of(&name).unwrap_or(LaneKind::Notes);
                self.by_name.get(&title_and_key(&name, &kind).1).copied()
            }
            None if node.is_paragraph => self.by_kind.get(&LaneKind::Notes).copied(),
            None => self.by_kind.get(&LaneKind::Touchpoints).copied(),
        }
    }

    /// The first lane of a kind.
    fn of_kind(&mut self, kind: LaneKind, next: Option<usize>, ids: &mut IdSource) -> usize {
        match self.by_kind.get(&kind) {
            Some(known) => *known,
            None => {
                let name = WORDS.first().map(|words| kind.name(words));
                self.named(&name.unwrap_or_default(), kind, next, ids)
            }
        }
    }

    fn put(&mut self, lane: usize, card: Card) {
        if let Some(lane) = self.lanes.get_mut(lane) {
            lane.cards.push(Arc::new(card));
        }
    }

    /// The lanes from the top.
    pub(super) fn finished(mut self) -> List<Lane> {
        self.lanes.iter_mut().for_each(by_its_cards);
        let mut lanes: Vec<Option<Lane>> = self.lanes.into_iter().map(Some).collect();
        self.order.iter().filter_map(|at| lanes.get_mut(*at).and_then(Option::take)).collect()
    }
}

/// What a lane is called beside its kind, and by what it is known.
fn title_and_key(name: &str, kind: &LaneKind) -> (String, String) {
    let title = if is_called(kind, name) { String::new() } else { name.to_owned() };
    let key = format!("{}\n{}", title.to_lowercase(), kind.as_str());
    (title, key)
}

/// A lane with a name of its own whose cards all say through what customers are met is one of channels.
fn by_its_cards(lane: &mut Lane) {
    let met = |card: &Arc<Card>| card.channel.is_some() || card.medium.is_some();
    let is_known = lane.kind != LaneKind::Notes || lane_kind_of(&lane.title).is_some();
    if !is_known && !lane.title.is_empty() && !lane.cards.is_empty() && lane.cards.iter().all(met) {
        lane.kind = LaneKind::Channels;
    }
}

/// Puts all that stands in a step into its cells.
pub(super) fn column(making: &mut Making, rows: &mut OutlineRows, step: &Id, nodes: &[Node]) {
    let mut next = None;
    let mut following: Vec<Option<usize>> = nodes
        .iter()
        .rev()
        .map(|node| {
            let after = next;
            next = rows.known(node).or(next);
            after
        })
        .collect();
    for node in nodes {
        let next = following.pop().flatten();
        if node.is_heading() {
            // What stands below it, and headings in it as if they were items.
            let inner: Vec<&Node> = node.children.iter().collect();
            cell(making, rows, step, &node.text, &inner, next);
        } else if let Some((name, said)) = lane(node) {
            let own = Node {
                text: said.clone(),
                label: String::new(),
                children: Vec::new(),
                ..node.clone()
            };
            let mut inner: Vec<&Node> = Vec::new();
            inner.extend((!said.is_empty()).then_some(&own));
            inner.extend(&node.children);
            cell(making, rows, step, &name, &inner, next);
            if said.is_empty() && !node.more.is_empty() {
                let text = node.more.join("\n\n");
                paragraph(making, rows, step, text, next);
            }
        } else if node.is_paragraph {
            let text = std::iter::once(&node.text)
                .chain(&node.more)
                .cloned()
                .collect::<Vec<_>>()
                .join("\n\n");
            paragraph(making, rows, step, text, next);
        } else {
            let lane = rows.of_kind(LaneKind::Touchpoints, next, making.ids);
            let card = card_items::card(making, &LaneKind::Touchpoints, step, node);
            rows.put(lane, card);
        }
    }
}

/// A text that stands by itself is a note.
fn paragraph(
    making: &mut Making,
    rows: &mut OutlineRows,
    step: &Id,
    text: String,
    next: Option<usize>,
) {
    let lane = rows.of_kind(LaneKind::Notes, next, making.ids);
    rows.put(lane, Card { id: making.ids.next_id(), step: step.clone(), text, ..Card::default() });
}

/// Puts items into the cell of a step in the lane that is called so. In a lane of feelings what is no
/// feeling is a thought.
fn cell(
    making: &mut Making,
    rows: &mut OutlineRows,
    step: &Id,
    name: &str,
    items: &[&Node],
    next: Option<usize>,
) {
    let kind = lane_kind_of(name).unwrap_or(LaneKind::Notes);
    for item in items {
        let felt = (kind == LaneKind::Emotions).then(|| said_feelings::point(making, step, item));
        match felt {
            Some(Some(point)) => {
                let lane = rows.named(name, kind.clone(), next, making.ids);
                if let Some(lane) = rows.lanes.get_mut(lane) {
                    lane.points.push(Arc::new(point));
                }
            }
            Some(None) => {
                let lane = rows.named(name, LaneKind::Thoughts, next, making.ids);
                let card = card_items::card(making, &LaneKind::Thoughts, step, item);
                rows.put(lane, card);
            }
            None => {
                let lane = rows.named(name, kind.clone(), next, making.ids);
                let card = card_items::card(making, &kind, step, item);
                rows.put(lane, card);
            }
        }
    }
}
