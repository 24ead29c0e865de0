//! The page of the map as a view shows it. A map so wide that nobody could read it is also shown in
//! parts, phase by phase.

use super::context::PageContext;
use super::cut::cut;
use super::kit::texts;
use super::scaled::scaled;
use super::sizes::{FOOT, MARGIN};
use super::slices::{SliceNames, slices};
use super::{MapOnPage, Page, Planned, SIZE};
use crate::insight::{GapRule, gaps};
use crate::model::{
    Journey, LaneKind, List, Part as Shown, Project, STEP_WIDTH, STEP_WIDTH_RANGE, StoryPage,
    Thing, View,
};
use crate::scene::draw::pen::{self, Style};
use crate::scene::map::sheet::gap_items;
use crate::scene::{Face, Item, Paint, Role, Scene, Tag};
use crate::words::titled;
use egui::{Rect, Vec2, pos2, vec2};
use jiff::civil::Date;
use std::ops::Range;
use std::sync::Arc;

/// The heading of a page that is all map.
const HEADING: Style = Style { face: Face::SemiBold, size: 44.0, line_height: 54.0 };
const BESIDE: Style = Style { face: Face::Regular, size: 28.0, line_height: 38.0 };
/// Around a map, in page units.
const EDGE: f32 = 36.0;
/// A map whose cards are at least so large on the page, in page units, is not shown in parts.
const LEGIBLE: f32 = 10.0;
/// Parts that are not at least so much larger, or still smaller than that, tell nothing.
const GAIN: f32 = 1.4;
const LEAST: f32 = 7.0;
/// No part is larger than this: the map's texts are as large as a page's.
const LARGEST: f32 = 1.9;
/// Texts are larger on a wide map, where there is room below.
const TEXTS: f32 = 1.25;

/// What of the map is shown.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct MapPage {
    view: Arc<View>,
    /// The places of the steps; none: all.
    steps: Option<Range<usize>>,
}

/// The pages it takes.
pub(super) fn parts(desk: &mut PageContext<'_>, page: &StoryPage) -> Vec<MapPage> {
    let journey = desk.journey.clone();
    let found = journey.views.iter().find(|view| Some(&view.id) == page.about.as_ref());
    let mut view = found.map(|view| View::clone(view)).unwrap_or_default();
    // What helps to fill a map in is not for an audience.
    view.off.push(Shown::Prompts);
    let whole = MapPage { view: Arc::new(view.clone()), steps: None };
    let mut parts = vec![whole];
    let (size, beside) = about(&journey, &view);
    let room = room(false).size();
    let all = (room / size).min_elem();
    let each = (room.y / (size.y - beside.y)).min(LARGEST);
    let text = pen::CARD.size;
    if text * all >= LEGIBLE || each < all * GAIN || text * each < LEAST {
        return parts;
    }
    let widths: Vec<f32> = journey.steps().map(|(_, step)| width(step.width)).collect();
    let names = SliceNames { style: pen::PHASE, beside: 44.0 };
    let steps = slices(desk, &journey, &widths, names, room.x / each - beside.x);
    if steps.len() > 1 {
        // What is counted over the whole map would be wrong of a part.
        view.off.extend([Shown::Funnel, Shown::Times]);
        let view = Arc::new(view);
        parts.extend(
            steps.into_iter().map(|steps| MapPage { view: view.clone(), steps: Some(steps) }),
        );
    }
    parts
}

/// About how large the map is, in document units, and how much of that is beside the columns and
/// above them. Only a layout knows it exactly, but that would lay out all of a large map before the
/// first page is shown.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "few differ here; what comes new is like the others"
)]
fn about(journey: &Journey, view: &View) -> (Vec2, Vec2) {
    /// Lane titles with margins; the head; a card with what is around it.
    const BESIDE: Vec2 = vec2(230.0, 100.0);
    const CARD: f32 = 84.0;
    let widths = journey.steps().map(|(_, step)| width(step.width)).sum::<f32>();
    let steps = journey.steps().count().max(1) as f32;
    let mut height = BESIDE.y + 110.0;
    for lane in journey.lanes.iter().filter(|lane| view.shows_lane(lane)) {
        let rows = (lane.cards.len() as f32 / steps * 1.4).ceil().max(1.0);
        height += match &lane.kind {
            _ if view.collapses(lane) => 40.0,
            LaneKind::Emotions => 250.0,
            _ => rows * CARD + 24.0,
        };
    }
    let phases = journey.phases.len() as f32;
    (vec2(BESIDE.x + widths.max(STEP_WIDTH as f32) + phases * 8.0, height), BESIDE)
}

fn width(width: Option<f64>) -> f32 {
    let width = width.filter(|width| width.is_finite()).unwrap_or(STEP_WIDTH);
    width.clamp(STEP_WIDTH_RANGE.0, STEP_WIDTH_RANGE.1) as f32
}

/// Where a map stands below its heading; a narrow one may stand beside the number of the page.
fn room(narrow: bool) -> Rect {
    let top = 112.0;
    let bottom = if narrow { SIZE.y - 24.0 } else { FOOT - 26.0 };
    Rect::from_min_max(pos2(EDGE, top), pos2(SIZE.x - EDGE, bottom))
}

pub(super) fn draw(desk: &mut PageContext<'_>, planned: &Planned, part: &MapPage) -> Page {
    let scene = match &part.steps {
        None => {
            desk.layout.view = part.view.clone();
            desk.layout.whole = desk.whole.cloned();
            desk.layout.scene(desk.project, &desk.journey.id, desk.pen.words, 1.0)
        }
        Some(steps) => {
            let cut = cut(desk.journey, steps);
            let journeys = List::from_iter([cut]);
            let made =
                Project { journeys, parked: List::default(), ..Project::clone(desk.project) };
            made_scene(desk, &Arc::new(made), part, 1.0)
        }
    };
    let Some(mut scene) = scene else {
        return Page { title: planned.title.clone(), items: Vec::new(), map: None };
    };
    let mut map = fitted(scene.clone());
    let spare = room(false).height() / (map.window.height().max(1.0));
    if spare > 1.15 && pen::CARD.size * map.scale * TEXTS >= LEAST {
        let project = scene.project.clone();
        if let Some(larger) = made_scene(desk, &project, part, TEXTS) {
            let with = fitted(larger.clone());
            if with.scale * TEXTS > map.scale {
                (scene, map) = (larger, with);
            }
        }
    }
    let mut items = head(desk, planned, part, &scene);
    if part.view.gaps {
        items.extend(gaps_on_page(desk, &scene, &map));
    }
    Page { title: planned.title.clone(), items, map: Some(map) }
}

/// Where the map has gaps, in page units. Whoever presents has no clock here: nothing is overdue.
fn gaps_on_page(desk: &mut PageContext<'_>, scene: &Scene, map: &MapOnPage) -> Vec<Item> {
    let whole = desk.whole.unwrap_or(desk.journey);
    let rules = GapRule::chosen(desk.project);
    let gaps = gaps(desk.project, whole, Date::MIN, &rules);
    let marks = desk.made.gap_marks(scene, &gaps, desk.pen.words);
    scaled(&gap_items(&marks), map.scale, map.at)
}

/// A map laid out beside the one that is edited, so that that one is still known.
fn made_scene(
    desk: &mut PageContext<'_>,
    project: &Arc<Project>,
    part: &MapPage,
    texts: f32,
) -> Option<Arc<Scene>> {
    desk.made.view = part.view.clone();
    // Of a part figures are told as of the whole.
    let is_part = part.steps.is_some();
    desk.made.whole = desk.whole.or(is_part.then_some(desk.journey)).cloned();
    desk.made.scene(project, &desk.journey.id, desk.pen.words, texts)
}

/// The map as large as there is room, without its head.
fn fitted(scene: Arc<Scene>) -> MapOnPage {
    let over = |thing: &Thing| matches!(thing, Thing::Transition(_));
    let ways = scene.head.iter().filter(|placed| over(&placed.thing)).map(|placed| placed.at.y);
    let top = ways.fold(scene.header_y, f32::min) - 8.0;
    let size = (scene.size - vec2(0.0, top)).max(Vec2::splat(1.0));
    let narrow = room(true);
    let scale = (narrow.size() / size).min_elem();
    let beside = size.x * scale < SIZE.x - 2.0 * (MARGIN + 180.0);
    let room = if beside { narrow } else { room(false) };
    let scale = (room.size() / size).min_elem();
    // It begins at once below the heading.
    let free = room.size() - size * scale;
    let corner = room.min + vec2(free.x / 2.0, free.y * 0.2);
    let window = Rect::from_min_size(corner, size * scale);
    let at = corner - vec2(0.0, top * scale);
    MapOnPage { scene, at, scale, window }
}

/// The heading: what the page shows, and of a part which phases.
fn head(desk: &mut PageContext<'_>, planned: &Planned, part: &MapPage, scene: &Scene) -> Vec<Item> {
    let words = desk.pen.words;
    let title = desk.pen.text(&planned.title, HEADING, Some(SIZE.x - MARGIN * 2.0));
    let at = pos2(EDGE + 24.0, 40.0);
    let end = at.x + title.size.x + 32.0;
    let mut parts = vec![(at, title, Paint::from(Role::Ink))];
    if part.steps.is_some() {
        let phases = &scene.journey.phases;
        let name = |phase: &Arc<crate::model::Phase>| titled(&phase.title, words);
        let (first, last) = (phases.first().map(name), phases.last().map(name));
        let said = match (first, last) {
            (Some(first), Some(last)) if phases.len() > 1 => words.page_map_part(first, last),
            (first, _) => first.unwrap_or_default(),
        };
        let room = SIZE.x - EDGE - 24.0 - end;
        if room > 200.0 {
            let said = desk.pen.text(&said, BESIDE, Some(room));
            if said.size.y <= BESIDE.line_height * 1.5 {
                parts.push((pos2(end, at.y + 12.0), said, Role::Muted.into()));
            }
        }
    }
    vec![texts(Tag::Title, None, &planned.title, parts)]
}
