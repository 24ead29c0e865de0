//! Which lanes stand on the page of the whole map, where, and what of their cards is seen there: a
//! shape for each, without its text.

use super::super::context::PageContext;
use super::super::kit::texts;
use super::super::lines::{filled, one_line};
use super::super::sizes::style;
use super::EDGE;
use crate::model::{Card, CardRef, Id, Journey, Lane, LaneKind, Mark, Thing, View};
use crate::scene::draw::pen::{Style, solid, text_at};
use crate::scene::{Columns, Face, Group, Item, Paint, Role, Tag, Text, lane_stripe};
use crate::words::{lane_name, titled};
use egui::{Rangef, Rect, pos2};
use std::collections::BTreeMap;
use std::sync::Arc;

/// So many lanes are shown at most.
const MOST: usize = 11;
/// A lane is at least and at most so high; without a curve it may be higher.
const PITCH: (f32, f32) = (30.0, 37.0);
const PITCH_ALONE: f32 = 68.0;
/// How high the shape of a card is.
const SHAPE: f32 = 24.0;
const SHAPE_ALONE: f32 = 34.0;
/// How high the band of the curve is at least.
const BAND: f32 = 490.0;
/// A shape that is narrower is none: all cards of that place make one together.
const NARROW: f32 = 16.0;
/// What stands within so much is one shape.
const TOGETHER: f32 = 34.0;
/// Names are at most so wide, and so far from the columns.
const NAME_MAX: f32 = 320.0;
const BESIDE: f32 = 22.0;
const NAME: Style = style(Face::Regular, 28.0, 30.0);
const FELT: Style = style(Face::SemiBold, 28.0, 36.0);

/// The lanes of the page.
pub(super) struct WholeRows {
    above: Vec<Row>,
    below: Vec<Row>,
    /// The name of the curve's lane; none: there is no curve.
    felt: Option<(Arc<Lane>, Arc<Text>)>,
    /// How many there is no room for, in words.
    more: Option<Arc<Text>>,
}

struct Row {
    lane: Arc<Lane>,
    name: Arc<Text>,
}

/// Where they stand: the tops of lanes above and below the curve, how high each is, and the curve.
pub(super) struct RowPlaces {
    tops: (f32, f32),
    pitch: f32,
    shape: f32,
    /// From where to where there is room for the curve.
    pub band: Rangef,
}

impl WholeRows {
    /// The lanes with the most cards, in the map's order; `felt` is the lane of the curve.
    pub(super) fn of(
        desk: &mut PageContext<'_>,
        journey: &Journey,
        felt: Option<&Arc<Lane>>,
    ) -> Self {
        let view = View::default();
        let is_shown = |lane: &Arc<Lane>| {
            view.shows_lane(lane)
                && !view.collapses(lane)
                && felt.is_none_or(|felt| felt.id != lane.id)
        };
        let all: Vec<(usize, &Arc<Lane>)> =
            journey.lanes.iter().enumerate().filter(|(_, lane)| is_shown(lane)).collect();
        let mut ranks: Vec<(usize, usize)> =
            all.iter().map(|(place, lane)| (lane.cards.len(), *place)).collect();
        ranks.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        ranks.truncate(MOST);
        let kept = |place: usize| ranks.iter().any(|(_, one)| *one == place);
        let left_out = all.len() - ranks.len();
        let at = felt.and_then(|felt| journey.lanes.index_where(|lane| lane.id == felt.id));
        let (mut above, mut below) = (Vec::new(), Vec::new());
        for (place, lane) in all.into_iter().filter(|(place, _)| kept(*place)) {
            let name = lane_name(lane, desk.pen.words);
            let name = one_line(desk, &name, &[NAME], NAME_MAX);
            let row = Row { lane: lane.clone(), name };
            if at.is_some_and(|at| place < at) { above.push(row) } else { below.push(row) }
        }
        let words = desk.pen.words;
        let said = words.whole_more_lanes(left_out as f64, words.count_word(left_out));
        let more = (left_out > 0).then(|| one_line(desk, &said, &[NAME], NAME_MAX));
        let felt = felt.map(|lane| {
            let name = match lane.title.trim() {
                "" => desk.pen.words.whole_feelings(),
                title => title.to_owned(),
            };
            (lane.clone(), one_line(desk, &name, &[FELT], NAME_MAX))
        });
        Self { above, below, felt, more }
    }

    /// Where the columns begin.
    pub(super) fn left(&self) -> f32 {
        let rows = self.above.iter().chain(&self.below).map(|row| row.name.size.x);
        let felt = self.felt.iter().map(|(_, name)| name.size.x);
        let more = self.more.iter().map(|text| text.size.x);
        let widest = rows.chain(felt).chain(more).fold(0.0f32, f32::max);
        EDGE + widest + BESIDE
    }

    /// Where they stand within `body`.
    pub(super) fn placed(&self, body: Rangef) -> RowPlaces {
        let count = self.above.len() + self.below.len() + usize::from(self.more.is_some());
        let rows = count as f32;
        let Some(_) = self.felt else {
            let pitch = (body.span() / rows.max(1.0)).min(PITCH_ALONE);
            let shape = (pitch - 8.0).clamp(SHAPE, SHAPE_ALONE);
            let tops = (body.min, body.min);
            return RowPlaces { tops, pitch, shape, band: Rangef::point(body.min) };
        };
        let pitch = ((body.span() - BAND) / rows.max(1.0)).clamp(PITCH.0, PITCH.1);
        let end = body.min + pitch * self.above.len() as f32;
        let below = rows - self.above.len() as f32;
        let begin = body.max - pitch * below;
        let band = Rangef::new(end + 2.0, begin - 2.0);
        RowPlaces { tops: (body.min, begin), pitch, shape: SHAPE, band }
    }

    pub(super) fn draw(
        &self,
        desk: &mut PageContext<'_>,
        journey: &Journey,
        columns: &Columns,
        placed: &RowPlaces,
        items: &mut Vec<Item>,
    ) {
        let words = desk.pen.words;
        let middle = |top: f32, place: usize| top + placed.pitch * (place as f32 + 0.5);
        for (place, row) in self.above.iter().enumerate() {
            row.draw(desk, columns, placed, middle(placed.tops.0, place), items);
        }
        if let Some((lane, name)) = &self.felt {
            let at = pos2(EDGE, placed.band.center() - name.size.y / 2.0);
            let said = lane_name(lane, words);
            let thing = Some(Thing::Lane(lane.id.clone()));
            items.push(texts(
                Tag::LaneTitle,
                thing,
                &said,
                vec![(at, name.clone(), Role::Ink.into())],
            ));
        }
        for (place, row) in self.below.iter().enumerate() {
            row.draw(desk, columns, placed, middle(placed.tops.1, place), items);
        }
        if let Some(more) = &self.more {
            let y = middle(placed.tops.1, self.below.len());
            let at = pos2(EDGE, y - more.size.y / 2.0);
            let said = more.source.to_string();
            let thing = Some(Thing::Journey(journey.id.clone()));
            let parts = vec![(at, more.clone(), Role::Muted.into())];
            items.push(texts(Tag::Figure, thing, &said, parts));
        }
    }
}

impl Row {
    fn draw(
        &self,
        desk: &mut PageContext<'_>,
        columns: &Columns,
        placed: &RowPlaces,
        y: f32,
        items: &mut Vec<Item>,
    ) {
        let words = desk.pen.words;
        let lane = &self.lane;
        let at = pos2(EDGE, y - self.name.size.y / 2.0);
        let thing = Some(Thing::Lane(lane.id.clone()));
        let count = words.count_cards(lane.cards.len() as f64);
        let said = words.labelled(lane_name(lane, words), count);
        items.push(Item::Group(Group {
            tag: Tag::LaneTitle,
            thing,
            title: said,
            bounds: Rect::from_min_size(at, self.name.size),
            items: vec![text_at(at, self.name.clone(), Role::Muted)],
        }));
        for (x, cards) in cells(lane, columns) {
            let gap = 8.0f32.min(x.span() * 0.05);
            let count = cards.len() as f32;
            let each = (x.span() - gap * (count - 1.0)) / count;
            let top = y - placed.shape / 2.0;
            let mut shape =
                |x: f32, width: f32, look: Look, thing: Option<Thing>, title: String| {
                    let rect = Rect::from_min_size(pos2(x, top), egui::vec2(width, placed.shape));
                    let items_of = look.items(rect);
                    let (tag, bounds) = (Tag::Figure, rect);
                    items.push(Item::Group(Group { tag, thing, title, bounds, items: items_of }));
                };
            if each < NARROW {
                let look = Look::of(&lane.kind, None);
                let title = match cards.as_slice() {
                    [one] => titled(&one.text, words),
                    all => words.count_cards(all.len() as f64),
                };
                let thing = match cards.as_slice() {
                    [one] => Some(card_thing(&lane.id, one)),
                    _ => None,
                };
                shape(x.min, x.span(), look, thing, title);
                continue;
            }
            for (place, card) in cards.iter().enumerate() {
                let left = x.min + (each + gap) * place as f32;
                let look = Look::of(&lane.kind, Some(card));
                let title = titled(&card.text, words);
                shape(left, each, look, Some(card_thing(&lane.id, card)), title);
            }
        }
    }
}

fn card_thing(lane: &Id, card: &Card) -> Thing {
    Thing::Card(CardRef { lane: Some(lane.clone()), card: card.id.clone() })
}

/// The cards of a lane, place by place from left to right. One that goes on over several steps reaches
/// up to the next that has others.
fn cells<'a>(lane: &'a Lane, columns: &Columns) -> Vec<(Rangef, Vec<&'a Arc<Card>>)> {
    let mut found: BTreeMap<usize, (usize, Vec<&Arc<Card>>)> = BTreeMap::new();
    for card in &lane.cards {
        let Some(&from) = columns.index.get(&card.step) else { continue };
        let until = card.until.as_ref().and_then(|id| columns.index.get(id)).copied();
        let cell = found.entry(from).or_insert_with(|| (from, Vec::new()));
        cell.0 = cell.0.max(until.unwrap_or(from));
        cell.1.push(card);
    }
    let starts: Vec<usize> = found.keys().copied().collect();
    let mut cells: Vec<(Rangef, Vec<&Arc<Card>>)> = Vec::with_capacity(found.len());
    for (at, (from, (until, cards))) in found.into_iter().enumerate() {
        let next = starts.get(at + 1).copied().unwrap_or(usize::MAX);
        let until = until.min(next - 1);
        let (Some(first), Some(last)) = (columns.steps.get(from), columns.steps.get(until)) else {
            continue;
        };
        let pad = 12.0f32.min(first.width * 0.08);
        let x = Rangef::new(first.x + pad, last.x + last.width - pad * 0.6);
        match cells.last_mut() {
            // Where steps are narrow several of them make one shape.
            Some((before, held)) if x.max - before.min < TOGETHER => {
                before.max = x.max;
                held.extend(cards);
            }
            _ => cells.push((x, cards)),
        }
    }
    cells
}

/// What the shape of a card looks like.
struct Look {
    fill: Paint,
    stripe: Paint,
}

impl Look {
    fn of(kind: &LaneKind, card: Option<&Arc<Card>>) -> Self {
        let own = lane_stripe(kind);
        let is_marked = card.is_some_and(|card| card.marks.contains(&Mark::PainPoint));
        let stripe = match (card.and_then(|card| card.color), own) {
            _ if is_marked => Role::StripePain.into(),
            (Some(color), _) => Role::PhaseText(color).into(),
            (None, Role::StripeOther) => Role::Muted.at(140),
            (None, own) => own.into(),
        };
        let fill = match (card.and_then(|card| card.color), own) {
            (Some(color), _) => Role::CardTint(color),
            (None, Role::StripePain) => Role::GapFill,
            (None, Role::StripeOpportunity) => Role::IdeaFill,
            (None, _) => Role::Card,
        };
        Self { fill: fill.into(), stripe }
    }

    fn items(&self, rect: Rect) -> Vec<Item> {
        let stroke = Some(solid(1.2, Role::Hairline));
        let (fill, radius) = (Some(self.fill), 6.0f32.min(rect.width() / 3.0));
        let back = Item::Rect { rect, radius, fill, stroke, shadow: false };
        let wide = 4.0f32.min(rect.width() / 3.0);
        let stripe = Rect::from_min_max(
            rect.min + egui::vec2(0.0, 4.0),
            pos2(rect.left() + wide, rect.bottom() - 4.0),
        );
        vec![back, filled(stripe, wide / 2.0, self.stripe)]
    }
}
