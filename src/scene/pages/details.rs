//! Pages of details: all there is in a phase, in columns. They come right after the page of their phase
//! or behind all others, as the map says.
//!
//! One that would be less than half full is joined with that of the phase next to it.

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
/// A page with less than this part of it full is joined with the next.
const FULL_MIN: f32 = 0.5;
/// So many phases stand on one page at most.
const PHASES_MAX: usize = 3;
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

/// The pages of details of these phases, small ones joined.
fn sheets(desk: &mut PageContext<'_>, phases: &[usize]) -> Vec<DetailsPage> {
    let mut pages: Vec<DetailsPage> = Vec::new();
    for place in phases {
        for page in of_phase(desk, *place) {
            let before = pages.last().filter(|before| {
                let few = before.fill < FULL_MIN || page.fill < FULL_MIN;
                let room = before.fill + page.fill < 1.0 && before.phases.len() < PHASES_MAX;
                few && room && !before.phases.contains(place)
            });
            let joined = before.cloned().and_then(|before| joined(desk, &before, &page));
            match joined {
                Some(joined) => {
                    pages.pop();
                    pages.push(joined);
                }
                None => pages.push(page),
            }
        }
    }
    pages
}

/// Both on one page, each under the name of its phase; none where there is no room.
fn joined(
    desk: &mut PageContext<'_>,
    before: &DetailsPage,
    page: &DetailsPage,
) -> Option<DetailsPage> {
    let known = desk.memo.joined(&before.columns, &page.columns);
    let found = match known {
        Some(known) => known,
        None => {
            let named = |page: &DetailsPage, desk: &PageContext<'_>| {
                let mut blocks: Vec<Block> = Vec::new();
                if let [place] = page.phases.as_slice() {
                    blocks.push(Of::Name(name_of(desk, *place)).into());
                }
                blocks.extend(page.columns.iter().flatten().cloned());
                blocks
            };
            let mut blocks = named(before, desk);
            blocks.extend(named(page, desk));
            let found = flow::fit(desk, &blocks, shape(), BOTTOM - TOP).map(Arc::new);
            desk.memo.keep_joined(&before.columns, &page.columns, found.clone());
            found
        }
    };
    let columns = found?;
    let fill = fill(desk, &columns);
    let phases = before.phases.iter().chain(&page.phases).copied().collect();
    Some(DetailsPage { phases, columns, fill })
}

/// Which part of a page is full.
fn fill(desk: &mut PageContext<'_>, columns: &PageColumns) -> f32 {
    let highest =
        columns.iter().map(|column| flow::height(desk, column, shape())).fold(0.0, f32::max);
    highest / (BOTTOM - TOP)
}

fn name_of(desk: &PageContext<'_>, place: usize) -> String {
    let phase = desk.journey.phases.get(place);
    let name = phase.map_or_else(String::new, |phase| titled(&phase.title, desk.pen.words));
    flat(&name, NAME_MAX)
}

/// The pages of one phase, as many as it takes.
pub(super) fn of_phase(desk: &mut PageContext<'_>, place: usize) -> Vec<DetailsPage> {
    let journey = desk.journey.clone();
    let sorted = desk.memo.sorted(&journey);
    let (Some(phase), Some(held)) = (journey.phases.get(place), sorted.phases.get(place)) else {
        return Vec::new();
    };
    let own = |page: &&Arc<StoryPage>| {
        page.kind == PageKind::Phase && page.about.as_ref() == Some(&phase.id)
    };
    let heading = journey.story.iter().find(own).map_or("", |page| page.title.as_str()).to_owned();
    let of = OfPhase {
        place: (place, journey.phases.len()),
        heading,
        facts: said::facts(desk, place, phase),
        phase: phase.clone(),
        held: held.clone(),
    };
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
    let pages = flow::pages(desk, blocks.into(), shape(), BOTTOM - TOP);
    let filled = |columns: PageColumns| {
        let fill = fill(desk, &columns);
        (Arc::new(columns), fill)
    };
    pages.into_iter().map(filled).collect()
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
