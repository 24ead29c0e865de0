//! Pages of details: all there is in a phase, in columns. They come right after the page of their phase
//! or behind all others, as the map says.
//!
//! Phases share pages with those beside them where their own would be far from full.

use super::context::PageContext;
use super::fitted::{in_lines, on_base};
use super::kit::{flat, part_of, texts, whose};
use super::memo::OfPhase;
use super::phase_head::{WIDE, bar, is_shortened, kicker};
use super::plan::{Block, ColumnShape, DetailsPage, FilledColumns, Of, PageColumns};
use super::sizes::{MARGIN, TextSize, style};
use super::sorted::has_quote;
use super::{Page, Planned, flow, said};
use crate::model::{DetailsPlace, Journey, PageKind, StoryPage, TextOf, Thing};
use crate::scene::draw::pen::Style;
use crate::scene::{Face, Role, Tag, TextSpot, phase_color};
use crate::words::{Named as _, titled};
use egui::pos2;
use std::collections::HashSet;
use std::sync::Arc;

/// The names of the phases.
const TITLE: Style = style(Face::SemiBold, 64.0, 74.0);
const TITLE_BASE: f32 = 178.0;
/// From where to where things stand below them.
const TOP: f32 = 222.0;
const BOTTOM: f32 = 990.0;
const COLUMNS: usize = 3;
/// A page of which this part is full is full: what is less is missed, and what each phase that shares
/// pages with another costs. What stands in columns takes a little more than its height.
const FULL: f32 = 0.82;
const SHARED: f32 = 0.06;
const LOST: f32 = 1.12;
/// So many phases share pages at most, and so many pages.
const PHASES_MAX: usize = 3;
const PAGES_MAX: f32 = 7.5;
/// A name of a phase says this much over its details.
const NAME_MAX: usize = 60;

fn shape() -> ColumnShape {
    ColumnShape::new(COLUMNS, WIDE, TextSize::Detail)
}

/// The pages of details that come after the page of the phase at `place`: those that end with it.
pub(super) fn after(desk: &mut PageContext<'_>, place: usize, hidden: bool) -> Vec<DetailsPage> {
    if hidden {
        return sheets(desk, &[place]);
    }
    let all = all(desk);
    all.iter().filter(|page| page.phases.last() == Some(&place)).cloned().collect()
}

/// The pages of details of all phases whose page is not hidden; at least one.
pub(super) fn parts(desk: &mut PageContext<'_>, _page: &StoryPage) -> Vec<DetailsPage> {
    let all = all(desk);
    match all.is_empty() {
        true => vec![DetailsPage::default()],
        false => all.to_vec(),
    }
}

/// Do the details of all phases have to be known for this page?
pub(super) fn come_with(journey: &Journey, page: &StoryPage) -> bool {
    let after = journey.details_place() == DetailsPlace::AfterPhase && !page.hidden;
    page.kind == PageKind::Details || (after && page.kind == PageKind::Phase)
}

/// The places of the phases whose details are shown: those whose page is not hidden.
pub(super) fn places(journey: &Journey) -> Vec<usize> {
    let hidden = journey.story.iter().filter(|page| page.hidden && page.kind == PageKind::Phase);
    let hidden: HashSet<_> = hidden.filter_map(|page| page.about.as_ref()).collect();
    let phases = journey.phases.iter().enumerate();
    let shown = phases.filter(|(_, phase)| !hidden.contains(&phase.id));
    shown.map(|(place, _)| place).collect()
}

fn all(desk: &mut PageContext<'_>) -> Arc<Vec<DetailsPage>> {
    if let Some(known) = &desk.memo.details {
        return known.clone();
    }
    let phases = places(desk.journey);
    let made = Arc::new(sheets(desk, &phases));
    desk.memo.details = Some(made.clone());
    made
}

/// The pages of details of these phases: in each group one after the other, on pages that are full.
fn sheets(desk: &mut PageContext<'_>, phases: &[usize]) -> Vec<DetailsPage> {
    let own = |place: &usize| of_phase(desk, *place);
    let own: Vec<Vec<DetailsPage>> = phases.iter().map(own).collect();
    let own: Vec<Vec<DetailsPage>> = own.into_iter().filter(|pages| !pages.is_empty()).collect();
    let sizes: Vec<(f32, usize)> =
        (own.iter()).map(|pages| (pages.iter().map(|page| page.fill).sum(), pages.len())).collect();
    let mut own = own.into_iter();
    let mut sheets = Vec::new();
    for count in groups(&sizes) {
        let group: Vec<Vec<DetailsPage>> = own.by_ref().take(count).collect();
        match group.len() {
            0 | 1 => sheets.extend(group.into_iter().flatten()),
            _ => sheets.extend(together(desk, &group)),
        }
    }
    sheets
}

/// Into groups of how many phases these are best taken, whose content is so many pages large and takes so
/// many pages: so that least room is missed, and few share a page.
fn groups(sizes: &[(f32, usize)]) -> Vec<usize> {
    let missed = |group: &[(f32, usize)]| {
        let size: f32 = group.iter().map(|(size, _)| size).sum();
        let pages = match group {
            [(_, pages)] => *pages as f32,
            _ => (size * LOST).ceil(),
        };
        let pages = pages.max(1.0);
        let shared = group.len().saturating_sub(1) as f32 * SHARED;
        let fits = group.len() < 2 || pages <= PAGES_MAX;
        fits.then(|| pages * (FULL - size / pages).max(0.0) + shared)
    };
    // The least that the first so many phases can miss, with how many the last group of them has.
    let mut best: Vec<(f32, usize)> = vec![(0.0, 0)];
    for end in 1..=sizes.len() {
        let tries = (1..=PHASES_MAX.min(end)).filter_map(|count| {
            let before = best.get(end - count)?.0;
            Some((before + missed(sizes.get(end - count..end)?)?, count))
        });
        best.push(tries.min_by(|a, b| a.0.total_cmp(&b.0)).unwrap_or((f32::MAX, 1)));
    }
    let mut found = Vec::new();
    let mut end = sizes.len();
    while let Some((_, count)) = best.get(end).filter(|(_, count)| *count > 0) {
        found.push(*count);
        end = end.saturating_sub(*count);
    }
    found.reverse();
    found
}

/// The pages of several phases, each under its name where it does not begin a page alone.
fn together(desk: &mut PageContext<'_>, group: &[Vec<DetailsPage>]) -> Vec<DetailsPage> {
    let of: Vec<Arc<PageColumns>> =
        group.iter().flatten().map(|page| page.columns.clone()).collect();
    if let Some(known) = desk.memo.joined(&of) {
        return known;
    }
    let places: Vec<usize> =
        group.iter().filter_map(|pages| pages.first()?.phases.first()).copied().collect();
    let mut all: Vec<Block> = Vec::new();
    for place in &places {
        all.push(Of::Name(name_of(desk, *place)).into());
        if let Some(of) = asked_of(desk, *place) {
            all.extend(blocks(desk, &of));
        }
    }
    let mut next = places.into_iter();
    let mut here: Option<usize> = None;
    let mut pages = Vec::new();
    for mut columns in flow::pages(desk, all.into(), shape(), BOTTOM - TOP) {
        let is_name = |block: &Block| matches!(block.of, Of::Name(_));
        let begins = columns.iter().flatten().next().is_some_and(is_name);
        let mut phases: Vec<usize> = here.into_iter().filter(|_| !begins).collect();
        for _ in columns.iter().flatten().filter(|block| is_name(block)) {
            here = next.next();
            phases.extend(here);
        }
        // It stands over the page.
        if phases.len() == 1 && begins {
            columns.first_mut().map(|column| column.remove(0));
        }
        let fill = fill(desk, &columns);
        pages.push(DetailsPage { phases, columns: Arc::new(columns), fill });
    }
    desk.memo.keep_joined(of, &pages);
    pages
}

/// Which part of a page is full, of all its columns together.
fn fill(desk: &mut PageContext<'_>, columns: &PageColumns) -> f32 {
    let high: f32 = columns.iter().map(|column| flow::height(desk, column, shape())).sum();
    high / (COLUMNS as f32 * (BOTTOM - TOP))
}

fn name_of(desk: &PageContext<'_>, place: usize) -> String {
    let phase = desk.journey.phases.get(place);
    let name = phase.map_or_else(String::new, |phase| titled(&phase.title, desk.pen.words));
    flat(&name, NAME_MAX)
}

/// What the pages of the phase at `place` are made of.
fn asked_of(desk: &mut PageContext<'_>, place: usize) -> Option<OfPhase> {
    let journey = desk.journey.clone();
    let sorted = desk.memo.sorted(&journey);
    let (phase, held) = (journey.phases.get(place)?, sorted.phases.get(place)?);
    let own = |page: &&Arc<StoryPage>| {
        page.kind == PageKind::Phase && page.about.as_ref() == Some(&phase.id)
    };
    let heading = journey.story.iter().find(own).map_or("", |page| page.title.as_str()).to_owned();
    Some(OfPhase {
        place: (place, journey.phases.len()),
        heading,
        facts: said::facts(desk, place, phase),
        phase: phase.clone(),
        held: held.clone(),
    })
}

/// The pages of one phase, as many as it takes.
pub(super) fn of_phase(desk: &mut PageContext<'_>, place: usize) -> Vec<DetailsPage> {
    let Some(of) = asked_of(desk, place) else { return Vec::new() };
    let pages = desk.memo.parts(&of).unwrap_or_else(|| {
        let pages = planned(desk, &of);
        desk.memo.keep_parts(of, &pages);
        pages
    });
    let page = |(columns, fill)| DetailsPage { phases: vec![place], columns, fill };
    pages.into_iter().map(page).collect()
}

/// The pages of a phase, planned anew.
fn planned(desk: &mut PageContext<'_>, of: &OfPhase) -> Vec<FilledColumns> {
    let blocks = blocks(desk, of);
    let pages = flow::pages(desk, blocks.into(), shape(), BOTTOM - TOP);
    let filled = |columns: PageColumns| {
        let fill = fill(desk, &columns);
        (Arc::new(columns), fill)
    };
    pages.into_iter().map(filled).collect()
}

/// All that stands in a phase, in order.
fn blocks(desk: &mut PageContext<'_>, of: &OfPhase) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let text = |text: &str, of: TextOf| Block::from(Of::Text(text.into(), Some(of)));
    // What is shortened over a page stands here as a whole.
    if is_shortened(desk, &of.heading) {
        blocks.push(text(&of.heading, TextOf::Heading));
    }
    if is_shortened(desk, &of.phase.title) || of.phase.title.chars().nth(NAME_MAX).is_some() {
        blocks.push(text(&of.phase.title, TextOf::Thing(Thing::Phase(of.phase.id.clone()))));
    }
    let (mut facts, goal) = (Vec::new(), of.phase.goal.trim());
    if !of.facts.is_empty() {
        facts.push(Block::from(Of::Text(of.facts.as_str().into(), None)));
    }
    if !goal.is_empty() {
        let goal = desk.pen.words.deck_goal(goal);
        facts.insert(0, text(&goal, TextOf::Goal(of.phase.id.clone())));
    }
    let mut lanes: Vec<(usize, Block)> = Vec::new();
    let points = of.held.points.iter().filter(|(_, point)| has_quote(point));
    lanes.extend(points.map(|(lane, point)| (*lane, Of::Point(*lane, point.clone()).into())));
    let cards = of.held.cards.iter();
    lanes.extend(cards.map(|(lane, card)| (*lane, Of::Card(*lane, card.clone()).into())));
    if lanes.is_empty() && goal.is_empty() && blocks.is_empty() {
        // How long it takes stands on its page.
        return Vec::new();
    }
    blocks.extend(facts);
    lanes.sort_by_key(|(lane, _)| *lane);
    let mut named = None;
    for (lane, block) in lanes {
        if named.replace(lane) != Some(lane) {
            blocks.push(Of::Lane(lane, false).into());
        }
        blocks.push(block);
    }
    blocks
}

/// What a page of details is called: the names of its phases.
pub(super) fn title(desk: &PageContext<'_>, page: &DetailsPage) -> String {
    let words = desk.pen.words;
    let names: Vec<String> = page.phases.iter().map(|place| name_of(desk, *place)).collect();
    match names.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, others)) => words.phase_details_names(others.join(", "), last),
    }
}

pub(super) fn draw(desk: &mut PageContext<'_>, planned: &Planned, part: &DetailsPage) -> Page {
    let journey = desk.journey.clone();
    let first = part.phases.first().and_then(|place| Some((*place, journey.phases.get(*place)?)));
    let color = first.map_or(0, |(place, phase)| phase_color(place, phase));
    let mut items = vec![bar(Role::Phase(color))];
    let own = Some(&planned.page).filter(|page| page.kind == PageKind::Details);
    let own = own.map(|page| page.title.trim()).filter(|title| !title.is_empty());
    let name = PageKind::Details.name(desk.pen.words);
    let over = own.unwrap_or(&name).to_owned();
    let said = part_of(desk, planned);
    let mut parts = kicker(desk, &over, &said, Role::PhaseText(color));
    let heading = in_lines(desk, &planned.title, TITLE, WIDE, 1);
    let at = on_base(MARGIN, TITLE_BASE, &heading);
    let phase = first.filter(|_| part.phases.len() == 1).map(|(_, phase)| phase.id.clone());
    let thing = phase.map(Thing::Phase);
    let spots = vec![TextSpot::new(at, &heading, thing.clone().map(TextOf::Thing))];
    parts.push((at, heading, Role::Ink.into()));
    let called = planned.called(desk.pen.words);
    items.push(whose(texts(Tag::Title, thing, &called, parts), spots));
    items.extend(flow::draw(desk, &part.columns, shape(), pos2(MARGIN, TOP)));
    Page { title: called, items, map: None }
}
