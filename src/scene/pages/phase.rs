//! The page of a phase: faces and quotes, touchpoints, pains and opportunities, and where we are.
//!
//! The first page holds what a phase is told by; what else stands in it comes beside that where
//! there is room, or else on pages of its own, lane by lane.

use super::context::PageContext;
use super::kit::{PageHeading, head, part_of, spills, texts, whose};
use super::memo::OfPhase;
use super::plan::{Block, ColumnShape, Of, PageColumns, PhasePage};
use super::sizes::{FOOT, HEADING, LOWER, MARGIN, TextSize, UNDER};
use super::voices::voices;
use super::{Page, Planned, SIZE, flow, said, strip};
use crate::model::{LaneKind, StoryPage, TextOf, Thing, plain_text};
use crate::scene::{Item, Paint, Role, Tag, Text, TextSpot, phase_color};
use egui::{Pos2, Rect, Vec2, pos2, vec2};
use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::Arc;

/// Between who speaks and the cards.
const APART: f32 = 70.0;
/// What a phase is for stands in at most so many lines of its own under its heading.
const GOAL_LINES: usize = 4;
/// How wide a page is between its margins.
const WIDE: f32 = SIZE.x - 2.0 * MARGIN;

/// The pages it takes.
pub(super) fn parts(desk: &mut PageContext<'_>, page: &StoryPage) -> Vec<PhasePage> {
    let journey = desk.journey.clone();
    let about = page.about.as_ref();
    let Some(place) = journey.phases.iter().position(|phase| Some(&phase.id) == about) else {
        return Vec::new();
    };
    let sorted = desk.memo.sorted(&journey);
    let Some(held) = sorted.phases.get(place).cloned() else { return Vec::new() };
    let Some(phase) = journey.phases.get(place).cloned() else { return Vec::new() };
    let project = desk.project.clone();
    let of = OfPhase {
        place: (place, journey.phases.len()),
        title: super::kit::heading_of(desk, page),
        facts: said::facts(desk, place, &phase),
        strip: desk.memo.road(&project, &journey, place).top(),
        phase,
        held,
    };
    if let Some(known) = desk.memo.parts(&of) {
        return known;
    }
    let parts = planned(desk, &of);
    desk.memo.keep_parts(of, &parts);
    parts
}

/// The pages it takes, planned anew.
fn planned(desk: &mut PageContext<'_>, of: &OfPhase) -> Vec<PhasePage> {
    let journey = desk.journey.clone();
    let OfPhase { place: (place, _), title, held, strip, .. } = of;
    let place = *place;
    let (mut main, mut others): (Vec<Block>, Vec<Block>) = (Vec::new(), Vec::new());
    let mut named = None;
    for (lane, card) in &held.cards {
        let block = Of::Card(*lane, card.clone()).into();
        match journey.lanes.get(*lane).map(|lane| &lane.kind) {
            Some(LaneKind::Touchpoints | LaneKind::PainPoints | LaneKind::Opportunities) => {
                main.push(block);
            }
            _ => {
                if named.replace(*lane) != Some(*lane) {
                    others.push(Of::Lane(*lane, false).into());
                }
                others.push(block);
            }
        }
    }
    // Pains and ideas after what they are about, wherever their lanes stand.
    main.sort_by_key(|block| match &block.of {
        Of::Card(lane, _) => match journey.lanes.get(*lane).map(|lane| &lane.kind) {
            Some(LaneKind::Touchpoints) => 0,
            Some(LaneKind::PainPoints) => 1,
            _ => 2,
        },
        Of::Lane(..)
        | Of::Name(_)
        | Of::Chosen(..)
        | Of::Point(..)
        | Of::Idea(..)
        | Of::Task(_)
        | Of::Persona(..)
        | Of::Text(..) => 3,
    });
    let goal = of.phase.goal.trim();
    if goal_spills(goal) {
        let text: String = desk.pen.words.deck_goal(goal);
        let whose = Some(TextOf::Goal(of.phase.id.clone()));
        others.insert(0, Of::Text(text.into(), whose).into());
    }
    if spills(title) {
        others.insert(0, Of::Text(title.as_str().into(), Some(TextOf::Heading)).into());
    }

    let over = top(desk, place, title, (0, String::new()));
    let room =
        Rect::from_min_max(pos2(MARGIN, over.bottom + 34.0), pos2(SIZE.x - MARGIN, strip - 26.0));
    let (mut first, rest) = first(desk, place, &held.points, main, others, room);
    first.top = room.top();
    let mut parts = vec![first];
    if !rest.is_empty() {
        let mut rest: VecDeque<Block> = rest.into();
        flow::go_on(&mut rest);
        let over = top(desk, place, title, (1, String::new()));
        let height = FOOT - 50.0 - over.bottom - 34.0;
        let shape = ColumnShape::new(3, WIDE, TextSize::Medium);
        let room = over.bottom + 34.0;
        // Few things are shown large.
        let large = [
            ColumnShape::new(2, WIDE, TextSize::Large),
            ColumnShape::new(3, WIDE, TextSize::Large),
        ];
        let whole = large.into_iter().find_map(|shape| {
            let columns = flow::fit(desk, rest.make_contiguous(), shape, height * 0.92)?;
            Some((shape, columns))
        });
        let pages = match whole {
            Some((shape, columns)) => vec![(shape, columns)],
            None => {
                let few = rest.len() <= flow::MANY * 3;
                let larger =
                    few.then(|| (rest.clone(), ColumnShape::new(3, WIDE, TextSize::Large)));
                let mut pages = flow::pages(desk, rest, shape, height);
                let mut used = shape;
                // As large as they may be on as many pages.
                if let Some((rest, large)) = larger {
                    let others = flow::pages(desk, rest, large, height);
                    if others.len() <= pages.len() {
                        (pages, used) = (others, large);
                    }
                }
                pages.into_iter().map(|columns| (used, columns)).collect()
            }
        };
        parts.extend(pages.into_iter().map(|(shape, columns)| PhasePage {
            place,
            voices: None,
            columns: Arc::new(columns),
            shape,
            left: MARGIN,
            top: room,
            first: false,
        }));
    }
    parts
}

/// The first page within `room`, and what does not stand there.
fn first(
    desk: &mut PageContext<'_>,
    place: usize,
    points: &[(usize, Arc<crate::model::EmotionPoint>)],
    main: Vec<Block>,
    mut others: Vec<Block>,
    room: Rect,
) -> (PhasePage, Vec<Block>) {
    let part = |voices, columns: PageColumns, shape: ColumnShape, left| PhasePage {
        place,
        voices,
        columns: Arc::new(columns),
        shape,
        left,
        top: room.top(),
        first: true,
    };
    let high = room.height();
    let all: Vec<Block> = main.iter().chain(&others).cloned().collect();
    // Who speaks has less room the more there is beside it.
    let speaks = points.iter().any(|(_, point)| !crate::scene::unquoted(&point.quote).is_empty());
    let shapes: Vec<(f32, ColumnShape)> = match (speaks, all.is_empty()) {
        (true, true) => vec![(WIDE, ColumnShape::new(1, WIDE, TextSize::Large))],
        (true, false) => {
            let beside = |voice: f32, columns, size| {
                (voice, ColumnShape::new(columns, WIDE - voice - APART, size))
            };
            vec![
                beside(920.0, 1, TextSize::Large),
                beside(920.0, 1, TextSize::Medium),
                beside(680.0, 2, TextSize::Large),
                beside(680.0, 2, TextSize::Medium),
            ]
        }
        (false, _) => vec![
            (0.0, ColumnShape::new(2, WIDE, TextSize::Huge)),
            (0.0, ColumnShape::new(2, WIDE, TextSize::Large)),
            (0.0, ColumnShape::new(3, WIDE, TextSize::Large)),
            (0.0, ColumnShape::new(3, WIDE, TextSize::Medium)),
        ],
    };
    let spoken = |desk: &mut PageContext<'_>, width: f32| match speaks {
        true => voices(desk, points, vec2(width, high)),
        false => (None, Vec::new()),
    };
    let left = |voice: f32| if voice > 0.0 { MARGIN + voice + APART } else { MARGIN };
    for blocks in [&all, &main] {
        for (width, shape) in &shapes {
            if blocks.is_empty() && !all.is_empty() {
                continue;
            }
            let Some(columns) = flow::fit(desk, blocks, *shape, high) else { continue };
            let (voices, unheard) = spoken(desk, *width);
            let is_all = blocks.len() == all.len();
            if is_all && !unheard.is_empty() && !others.is_empty() {
                // There will be another page anyway.
                continue;
            }
            let mut rest = unheard;
            if let Some(Of::Point(lane, _)) = rest.first().map(|block| block.of.clone()) {
                rest.insert(0, Of::Lane(lane, voices.is_some()).into());
            }
            if !is_all {
                rest.extend(others.iter().cloned());
            }
            let voices = voices.map(|voices| (voices, *width));
            return (part(voices, columns, *shape, left(*width)), rest);
        }
    }
    let Some((width, shape)) = shapes.last().copied() else {
        return (
            part(None, PageColumns::new(), ColumnShape::new(1, WIDE, TextSize::Medium), MARGIN),
            all,
        );
    };
    let (voices, unheard) = spoken(desk, width);
    let mut rest: Vec<Block> = Vec::new();
    let columns = match main.is_empty() {
        true => {
            let mut queue: VecDeque<Block> = std::mem::take(&mut others).into();
            let columns = flow::fill(desk, &mut queue, shape, high);
            flow::go_on(&mut queue);
            rest.extend(queue);
            columns
        }
        false => {
            let (columns, left_out) = foremost(desk, main, shape, high);
            rest.extend(left_out);
            columns
        }
    };
    if let Some(Of::Point(lane, _)) = unheard.first().map(|block| block.of.clone()) {
        rest.push(Of::Lane(lane, voices.is_some()).into());
        rest.extend(unheard);
    }
    rest.extend(others);
    let voices = voices.map(|voices| (voices, width));
    (part(voices, columns, shape, left(width)), rest)
}

/// As many of `main` as there is room for, some of each kind and what is marked first, in their
/// order; and what is left, with the names of the lanes it is of.
fn foremost(
    desk: &mut PageContext<'_>,
    main: Vec<Block>,
    shape: ColumnShape,
    high: f32,
) -> (PageColumns, Vec<Block>) {
    let journey = desk.journey.clone();
    let mut seen: HashMap<usize, f32> = HashMap::new();
    let mut ranks: Vec<(f32, usize)> = Vec::new();
    for (place, block) in main.iter().enumerate() {
        let Of::Card(lane, card) = &block.of else { continue };
        let at = seen.entry(*lane).or_insert(0.0);
        let touch = journey.lanes.get(*lane).map(|lane| &lane.kind) == Some(&LaneKind::Touchpoints);
        // Two touchpoints for each pain and each idea.
        let step = if touch { 1.0 } else { 2.0 };
        let marked = if card.marks.is_empty() { 0.0 } else { 3.0 };
        ranks.push((*at * step - marked, place));
        *at += 1.0;
    }
    ranks.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let chosen = |count: usize| {
        let mut places: Vec<usize> = ranks.iter().take(count).map(|(_, place)| *place).collect();
        places.sort_unstable();
        places
    };
    let blocks = |places: &[usize]| -> Vec<Block> {
        places.iter().filter_map(|place| main.get(*place).cloned()).collect()
    };
    let mut best: Option<(Vec<usize>, PageColumns)> = None;
    let (mut low, mut top) = (0, ranks.len().min(flow::MANY));
    while low < top {
        let count = (low + top).div_ceil(2);
        let places = chosen(count);
        match flow::fit(desk, &blocks(&places), shape, high) {
            Some(columns) => (best, low) = (Some((places, columns)), count),
            None => top = count - 1,
        }
    }
    let Some((places, columns)) = best else {
        // Not even one is low enough.
        let mut queue: VecDeque<Block> = main.into();
        let columns = flow::fill(desk, &mut queue, shape, high);
        flow::go_on(&mut queue);
        return (columns, queue.into());
    };
    let mut rest: Vec<Block> = Vec::new();
    let mut named = None;
    let lane_of = |block: &Block| match &block.of {
        Of::Card(lane, _) => Some(*lane),
        Of::Lane(..)
        | Of::Name(_)
        | Of::Chosen(..)
        | Of::Point(..)
        | Of::Idea(..)
        | Of::Task(_)
        | Of::Persona(..)
        | Of::Text(..) => None,
    };
    let begun: HashSet<usize> =
        places.iter().filter_map(|place| lane_of(main.get(*place)?)).collect();
    for (_, block) in main.iter().enumerate().filter(|(at, _)| places.binary_search(at).is_err()) {
        if let Some(lane) = lane_of(block)
            && named.replace(lane) != Some(lane)
        {
            rest.push(Of::Lane(lane, begun.contains(&lane)).into());
        }
        rest.push(block.clone());
    }
    (columns, rest)
}

/// Is what a phase is for too long to stand under its heading as a whole, or in too many lines?
fn goal_spills(goal: &str) -> bool {
    spills(goal) || plain_text(goal).lines().count() > GOAL_LINES
}

/// The heading of a phase with what stands beside and below it.
struct Over {
    head: PageHeading,
    more: Vec<(Pos2, Arc<Text>, Paint)>,
    spots: Vec<TextSpot>,
    bottom: f32,
}

/// Of the part with this number, which is said in these words.
fn top(
    desk: &mut PageContext<'_>,
    place: usize,
    title: &str,
    (part, part_of): (usize, String),
) -> Over {
    let journey = desk.journey.clone();
    let words = desk.pen.words;
    let over = words.deck_phase((place + 1).to_string(), journey.phases.len().to_string());
    let over = said::joined([over, part_of]);
    let head = head(desk, &over, title, if part > 0 { LOWER } else { HEADING });
    let (mut more, mut bottom) = (Vec::new(), head.bottom);
    let mut spots = head.spots();
    let Some(phase) = journey.phases.get(place) else {
        return Over { head, more, spots, bottom };
    };
    let facts = said::facts(desk, place, phase);
    let beside = head.beside() + vec2(if part > 0 { 36.0 } else { 50.0 }, 0.0);
    if !facts.is_empty() {
        let text = desk.pen.text(&facts, UNDER, None);
        if beside.x + text.size.x <= SIZE.x - MARGIN {
            let base = text.lines.first().map_or(0.0, |line| line.baseline);
            more.push((beside - vec2(0.0, base), text, Role::Muted.into()));
        } else {
            let text = desk.pen.text(&facts, UNDER, Some(WIDE));
            more.push((pos2(MARGIN, bottom + 4.0), text.clone(), Role::Muted.into()));
            bottom += 4.0 + text.size.y;
        }
        spots.extend(more.iter().map(|(at, text, _)| TextSpot::new(*at, text, None)));
    }
    let goal = phase.goal.trim();
    if !goal.is_empty() && part == 0 && !goal_spills(goal) {
        let text = desk.pen.text(&desk.pen.words.deck_goal(goal), UNDER, Some(WIDE));
        let at = pos2(MARGIN, bottom + 6.0);
        spots.push(TextSpot::new(at, &text, Some(TextOf::Goal(phase.id.clone()))));
        bottom += 6.0 + text.size.y;
        more.push((at, text, Role::Ink.into()));
    }
    Over { head, more, spots, bottom }
}

pub(super) fn draw(desk: &mut PageContext<'_>, planned: &Planned, part: &PhasePage) -> Page {
    let journey = desk.journey.clone();
    let Some(phase) = journey.phases.get(part.place) else {
        return Page { title: planned.title.clone(), items: Vec::new(), map: None };
    };
    let color = phase_color(part.place, phase);
    let mut items = vec![Item::Rect {
        rect: Rect::from_min_size(Pos2::ZERO, Vec2::new(18.0, SIZE.y)),
        radius: 0.0,
        fill: Some(Role::Phase(color).into()),
        stroke: None,
        shadow: false,
    }];
    let parts = (planned.part, part_of(desk, planned));
    let over = top(desk, part.place, &planned.title, parts);
    let mut said = over.head.parts(Role::PhaseText(color));
    said.extend(over.more);
    let thing = Some(Thing::Phase(phase.id.clone()));
    items.push(whose(texts(Tag::Title, thing, &planned.title, said), over.spots));
    if let Some((voices, width)) = &part.voices {
        let project = desk.project.clone();
        let bottom = desk.memo.road(&project, &journey, part.place).top() - 26.0;
        let room = Rect::from_min_max(pos2(MARGIN, part.top), pos2(MARGIN + width, bottom));
        items.extend(voices.draw(desk, room));
    }
    items.extend(flow::draw(desk, &part.columns, part.shape, pos2(part.left, part.top)));
    if part.first {
        let project = desk.project.clone();
        let road = desk.memo.road(&project, &journey, part.place);
        items.extend(road.draw(desk, part.place));
    }
    items.extend(strip::dots(&journey, part.place));
    Page { title: planned.title.clone(), items, map: None }
}
