//! The cells of a lane: which of them an edit touched, and how their cards are stacked.

use crate::model::{Card, Id, Lane, LaneKind};
use crate::scene::Scene;
use crate::scene::draw::pen::Pen;
use crate::scene::map::card::DrawnCard;
use crate::scene::map::shown::ShownSteps;
use crate::scene::{CardBox, Cards, Cell, Columns, LayoutCounts, Span};
use egui::{Rect, pos2};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// From a step's edge to its cards.
pub(in crate::scene) const MARGIN_X: f32 = 10.0;
/// From a lane's edge to its cards.
pub(in crate::scene) const MARGIN_Y: f32 = 10.0;
/// Between cards.
pub(in crate::scene) const GAP: f32 = 12.0;

/// A card to be drawn.
pub(in crate::scene) struct CardToDraw<'a> {
    pub card: &'a Arc<Card>,
    pub kind: Option<&'a LaneKind>,
    pub width: f32,
}

/// A lane as it was laid out before.
#[derive(Clone, Copy)]
pub(in crate::scene) struct LaneBefore<'a> {
    pub lane: &'a Arc<Lane>,
    pub cards: &'a Arc<Cards>,
    /// The steps are where they were.
    pub same_places: bool,
}

/// Which things cards refer to have changed since.
#[derive(Clone, Copy, Default)]
pub(in crate::scene) struct Changed<'a> {
    pub personas: bool,
    pub opportunities: bool,
    /// Pictures by their ids.
    pub images: &'a [Id],
}

impl Changed<'_> {
    /// Does this card look different for it?
    pub(in crate::scene) fn concerns(self, card: &Card) -> bool {
        self.personas && !card.personas.is_empty()
            || self.opportunities && card.opportunity.is_some()
            || card.image.as_ref().is_some_and(|image| self.images.contains(image))
    }

    fn anything(self) -> bool {
        self.personas || self.opportunities || !self.images.is_empty()
    }
}

/// What has to be done for a lane.
pub(in crate::scene) enum Plan<'a> {
    /// Nothing: it is as it was.
    Keep(&'a Arc<Cards>),
    /// Some of its cells are stacked anew.
    Stack {
        /// Where its cells begin.
        top: f32,
        /// The cells of the others; none: all are stacked.
        keep: Option<&'a Cards>,
        spans: Vec<Option<Span>>,
        touched: Vec<bool>,
        /// The cards of the touched cells: place in the lane, and the drawing.
        picks: Vec<(usize, Pick)>,
    },
}

/// Where a card's drawing comes from.
pub(in crate::scene) enum Pick {
    /// It is as it was.
    Kept(DrawnCard),
    /// The job of this number draws it.
    Job(usize),
}

/// Finds out what has to be done for `lane`, and adds the cards to draw to `jobs`.
pub(in crate::scene) fn plan<'a>(
    lane: &'a Arc<Lane>,
    columns: &Columns,
    shown: &ShownSteps,
    top: f32,
    before: Option<LaneBefore<'a>>,
    changed: Changed<'_>,
    jobs: &mut Vec<CardToDraw<'a>>,
) -> Plan<'a> {
    // Cards of another kind of lane look different.
    let before = before.filter(|before| before.lane.kind == lane.kind);
    let keep = before.filter(|before| before.same_places && before.cards.top == top);
    if let Some(before) = keep
        && Arc::ptr_eq(before.lane, lane)
        && !changed.anything()
    {
        return Plan::Keep(before.cards);
    }
    let spans: Vec<Option<Span>>;
    let mut touched;
    match keep {
        Some(before) => {
            let same = Common::of(&before.lane.cards, &lane.cards);
            spans = same.spans(&lane.cards, &before.cards.spans, columns, shown);
            touched = vec![false; columns.steps.len()];
            same.touch(before, &lane.cards, &spans, &mut touched);
            for (card, span) in lane.cards.iter().zip(&spans) {
                if changed.concerns(card) {
                    touch(&mut touched, *span);
                }
            }
            close(&mut touched, &before.cards.spans, &spans);
            if same.is_all(&before.lane.cards, &lane.cards) && !touched.contains(&true) {
                return Plan::Keep(before.cards);
            }
        }
        None => {
            spans = lane.cards.iter().map(|card| span(card, columns, shown)).collect();
            touched = vec![true; columns.steps.len()];
        }
    }

    let mut kept: HashMap<*const Card, &CardBox> = HashMap::new();
    if let Some(before) = before {
        let cells = before.cards.cells.iter().enumerate();
        let cells = cells.filter(|(step, _)| keep.is_none() || touched.get(*step) == Some(&true));
        let boxes = cells.flat_map(|(_, cell)| &cell.cards);
        let boxes = boxes.filter(|kept| !changed.concerns(&kept.card));
        kept.extend(boxes.map(|kept| (Arc::as_ptr(&kept.card), kept)));
    }
    let mut picks = Vec::new();
    for (place, (card, span)) in lane.cards.iter().zip(&spans).enumerate() {
        let Some(span) = span.filter(|span| touched[span.first]) else { continue };
        let width = width(span, columns);
        let kept = kept.get(&Arc::as_ptr(card)).filter(|kept| kept.drawing.size.x == width);
        let pick = match kept {
            Some(kept) => {
                Pick::Kept(DrawnCard { drawing: kept.drawing.clone(), text_rect: kept.text_rect })
            }
            None => {
                jobs.push(CardToDraw { card, kind: Some(&lane.kind), width });
                Pick::Job(jobs.len() - 1)
            }
        };
        picks.push((place, pick));
    }
    Plan::Stack { top, keep: keep.map(|before| &**before.cards), spans, touched, picks }
}

/// Carries out a plan, with what the jobs drew.
pub(in crate::scene) fn stack(
    plan: Plan,
    lane: &Lane,
    columns: &Columns,
    drawn: &[DrawnCard],
    counts: &mut LayoutCounts,
) -> Arc<Cards> {
    let (top, keep, spans, touched, picks) = match plan {
        Plan::Keep(cards) => return cards.clone(),
        Plan::Stack { top, keep, spans, touched, picks } => (top, keep, spans, touched, picks),
    };
    let mut fresh: Vec<Cell> = touched.iter().map(|_| Cell::default()).collect();
    for (place, pick) in picks {
        let (Some(card), Some(Some(span))) = (lane.cards.get(place), spans.get(place)) else {
            continue;
        };
        let drawn = match pick {
            Pick::Kept(drawn) => drawn,
            Pick::Job(number) => match drawn.get(number) {
                Some(drawn) => drawn.clone(),
                None => continue,
            },
        };
        let covered = &mut fresh[span.first..=span.last];
        let above = covered.iter().fold(0.0f32, |above, cell| above.max(cell.bottom));
        let y = if above > 0.0 { above + GAP } else { top + MARGIN_Y };
        let at = pos2(columns.steps[span.first].x + MARGIN_X, y);
        let rect = Rect::from_min_size(at, drawn.drawing.size);
        for cell in covered.iter_mut() {
            cell.bottom = rect.bottom();
        }
        covered[0].cards.push(card_box(card, rect, drawn));
    }
    counts.cells += touched.iter().filter(|touched| **touched).count();
    let cells = fresh.into_iter().enumerate().map(|(step, cell)| {
        let kept = keep.filter(|_| !touched[step]).and_then(|keep| keep.cells.get(step));
        kept.cloned().unwrap_or_else(|| Arc::new(cell))
    });
    let cells = cells.collect();
    let reach = spans.iter().flatten().map(|span| span.last - span.first + 1).max().unwrap_or(1);
    Arc::new(Cards { cells, reach, top, spans, ..Cards::default() })
}

/// How far down the cards of a lane reach, from its top.
pub(in crate::scene) fn bottom(cards: &Cards) -> f32 {
    cards.cells.iter().fold(cards.top, |bottom, cell| bottom.max(cell.bottom))
}

/// A card with its drawing at a place.
pub(in crate::scene) fn card_box(card: &Arc<Card>, rect: Rect, drawn: DrawnCard) -> CardBox {
    CardBox { card: card.clone(), rect, drawing: drawn.drawing, text_rect: drawn.text_rect }
}

/// The steps a card covers; none where its step is unknown or the card is not shown.
fn span(card: &Card, columns: &Columns, shown: &ShownSteps) -> Option<Span> {
    if !shown.card(card) {
        return None;
    }
    let step = |id: &Id| columns.index.get(id).copied();
    let first = step(&card.step)?;
    let last = card.until.as_ref().and_then(step).unwrap_or(first).max(first);
    Some(Span { first, last })
}

fn width(span: Span, columns: &Columns) -> f32 {
    let (first, last) = (&columns.steps[span.first], &columns.steps[span.last]);
    if span.first == span.last {
        // Not by way of x, which would round differently from step to step.
        return first.width - MARGIN_X * 2.0;
    }
    last.x + last.width - first.x - MARGIN_X * 2.0
}

fn touch(touched: &mut [bool], span: Option<Span>) {
    if let Some(span) = span
        && let Some(steps) = touched.get_mut(span.first..=span.last)
    {
        steps.fill(true);
    }
}

/// A card that spans a touched step touches all its steps, and so on.
fn close(touched: &mut [bool], before: &[Option<Span>], now: &[Option<Span>]) {
    let wide = |spans: &[Option<Span>]| -> Vec<Span> {
        spans.iter().flatten().copied().filter(|span| span.last > span.first).collect()
    };
    let mut wide = [wide(before), wide(now)].concat();
    loop {
        let count = wide.len();
        wide.retain(|span| {
            let hit =
                touched.get(span.first..=span.last).is_some_and(|steps| steps.contains(&true));
            if hit {
                touch(touched, Some(*span));
            }
            !hit
        });
        if wide.len() == count {
            return;
        }
    }
}

/// How many cards two versions of a lane share at its beginning and at its end.
struct Common {
    start: usize,
    end: usize,
}

impl Common {
    fn of(before: &[Arc<Card>], now: &[Arc<Card>]) -> Self {
        let same = |(a, b): &(&Arc<Card>, &Arc<Card>)| Arc::ptr_eq(a, b);
        let start = before.iter().zip(now).take_while(same).count();
        let rest = before.len().min(now.len()) - start;
        let end = before.iter().rev().zip(now.iter().rev()).take(rest).take_while(same).count();
        Self { start, end }
    }

    /// Are the two versions the same?
    fn is_all(&self, before: &[Arc<Card>], now: &[Arc<Card>]) -> bool {
        before.len() == now.len() && self.start + self.end == now.len()
    }

    /// The spans of the cards as they are `now`; those of shared ones are known.
    fn spans(
        &self,
        now: &[Arc<Card>],
        before: &[Option<Span>],
        columns: &Columns,
        shown: &ShownSteps,
    ) -> Vec<Option<Span>> {
        let mut spans = Vec::with_capacity(now.len());
        spans.extend_from_slice(&before[..self.start]);
        let middle = &now[self.start..now.len() - self.end];
        spans.extend(middle.iter().map(|card| span(card, columns, shown)));
        spans.extend_from_slice(&before[before.len() - self.end..]);
        spans
    }

    /// Marks the steps of cards that came, went, or changed their order within a step.
    fn touch(
        &self,
        before: LaneBefore,
        now: &[Arc<Card>],
        now_spans: &[Option<Span>],
        touched: &mut [bool],
    ) {
        let old = &before.lane.cards[self.start..before.lane.cards.len() - self.end];
        let old_spans = &before.cards.spans[self.start..];
        let new = &now[self.start..now.len() - self.end];
        let new_spans = &now_spans[self.start..];
        let new_pointers: HashSet<*const Card> = new.iter().map(Arc::as_ptr).collect();
        let mut ranks = HashMap::new();
        for (rank, (card, span)) in old.iter().zip(old_spans).enumerate() {
            ranks.insert(Arc::as_ptr(card), rank);
            if !new_pointers.contains(&Arc::as_ptr(card)) {
                touch(touched, *span);
            }
        }
        let mut last_rank: HashMap<usize, usize> = HashMap::new();
        for (card, span) in new.iter().zip(new_spans) {
            let Some(span) = *span else { continue };
            let Some(&rank) = ranks.get(&Arc::as_ptr(card)) else {
                touch(touched, Some(span));
                continue;
            };
            for step in span.first..=span.last {
                let last = last_rank.entry(step).or_insert(rank);
                if rank < *last {
                    touch(touched, Some(span));
                }
                *last = rank;
            }
        }
    }
}

/// The pictures that are not as they were.
pub(crate) fn changed_images(pen: &Pen, before: Option<&Scene>) -> Vec<Id> {
    match before {
        Some(before) if !std::ptr::eq(&*before.pictures, pen.pictures) => {
            pen.pictures.changed(&before.pictures)
        }
        _ => Vec::new(),
    }
}
