//! The page of the curve, with its high and low points: as large as the page, and on several pages
//! where faces and names would come too close. Names that are too long or too many to stand over the
//! curves follow on pages of their own.

use super::context::PageContext;
use super::feelings::{NAME, NamedMoment, PageCurves};
use super::kit::{flat, head, heading, part_of, spills, texts};
use super::legend::{self, legend};
use super::plan::{Block, ColumnShape, Of, PageColumns};
use super::sizes::{FOOT, HEADING, MARGIN, TextSize};
use super::slices::{SliceNames, columns, slices};
use super::{Page, Planned, SIZE, flow};
use crate::insight::{self, Feelings, MomentKind};
use crate::model::{EmotionPoint, Id, Journey, Lane, LaneKind, Project, StoryPage, TextOf, View};
use crate::scene::map::strands::Strand;
use crate::scene::{Columns, Item, Role, Tag, moment_name};
use crate::words::{lane_name, titled};
use egui::{Rangef, Rect, pos2};
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

/// A step is at least this wide for each of its points, in page units.
const STEP: f32 = 112.0;
/// SliceNames stand below their columns.
const NAMES: SliceNames = SliceNames { style: NAME, beside: 24.0 };
/// From where to where there are columns.
pub(super) const ACROSS: Rangef = Rangef { min: MARGIN, max: SIZE.x - MARGIN };
/// Where curves and names end.
const BOTTOM: f32 = FOOT - 34.0;

/// What stands on one page.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum CurvePage {
    /// The curves of a lane in some steps.
    Curves { lane: Id, steps: Range<usize> },
    /// What is too long to stand above them.
    Names(PageColumns),
}

/// The columns of a page of names.
const NAMES_SHAPE: (usize, TextSize) = (3, TextSize::Medium);
/// As many personas always have room above their curves.
pub(super) const FEW: usize = 6;

/// The pages it takes.
pub(super) fn parts(desk: &mut PageContext<'_>, page: &StoryPage) -> Vec<CurvePage> {
    let journey = desk.journey.clone();
    let (mut parts, mut left_out) = (Vec::new(), Vec::new());
    let title = super::kit::heading_of(desk, page);
    for lane in shown_lanes(&journey) {
        for steps in cut(desk, &journey, lane) {
            left_out.extend(unnamed(desk, &journey, lane, &steps, &title));
            parts.push(CurvePage::Curves { lane: lane.id.clone(), steps });
        }
    }
    if !parts.is_empty() {
        parts.extend(names(desk, &title, &left_out).into_iter().map(CurvePage::Names));
    }
    parts
}

/// Whose names have no room on a page of curves, or not all of it.
fn unnamed(
    desk: &mut PageContext<'_>,
    journey: &Journey,
    lane: &Lane,
    steps: &Range<usize>,
    title: &str,
) -> Vec<Id> {
    let project = desk.project.clone();
    let whose = lane.points.iter().filter_map(|one| one.persona.as_ref().or(lane.persona.as_ref()));
    let whose: HashSet<&Id> = whose.collect();
    let mut found = too_long(&project, &whose);
    if whose.len() > FEW {
        let columns = place(desk, journey, lane, steps);
        let main = main_of(&project, journey, lane);
        let (columns, moments, quotes) = (&columns, Vec::new(), false);
        let curves =
            PageCurves { project: &project, journey, lane, columns, main, moments, quotes };
        // Something stands over the heading, as there is another page.
        found.extend(headed(desk, "-", title, &Whose(&project, &curves.strands())).left_out);
    }
    found
}

/// Who of these has a name that is shortened over curves.
pub(super) fn too_long(project: &Project, whose: &HashSet<&Id>) -> Vec<Id> {
    let long = |name: &str| name.chars().nth(legend::NAME_MAX).is_some();
    let personas = project.personas.iter().map(AsRef::as_ref);
    let found = personas.filter(|one| whose.contains(&one.id) && long(&one.name));
    found.map(|one| one.id.clone()).collect()
}

/// The pages on which the names of these personas stand whole, and so does a heading that is too long.
pub(super) fn names(desk: &mut PageContext<'_>, title: &str, personas: &[Id]) -> Vec<PageColumns> {
    let mut blocks: Vec<Block> = Vec::new();
    if spills(title) {
        blocks.push(Of::Text(title.into(), Some(TextOf::Heading)).into());
    }
    for (place, persona) in desk.project.personas.iter().enumerate() {
        if personas.contains(&persona.id) {
            blocks.push(Of::Persona(place, persona.clone()).into());
        }
    }
    if blocks.is_empty() {
        return Vec::new();
    }
    let (_, top) = heading(desk, "-", title, Role::Accent);
    let (columns, size) = NAMES_SHAPE;
    let shape = ColumnShape::new(columns, ACROSS.span(), size);
    flow::pages(desk, blocks.into(), shape, FOOT - 50.0 - top)
}

/// A page of them.
pub(super) fn draw_names(
    desk: &mut PageContext<'_>,
    planned: &Planned,
    names: &PageColumns,
) -> Page {
    let over = part_of(desk, planned);
    let title = planned.title.clone();
    let (mut items, top) = heading(desk, &over, &title, Role::Accent);
    let (columns, size) = NAMES_SHAPE;
    let shape = ColumnShape::new(columns, ACROSS.span(), size);
    items.extend(flow::draw(desk, names, shape, pos2(ACROSS.min, top)));
    Page { title, items, map: None }
}

/// The lanes whose curves pages show.
pub(super) fn shown_lanes(journey: &Journey) -> Vec<&Arc<Lane>> {
    let felt = journey.lanes.iter().filter(|lane| has_curve(lane));
    // A hidden lane is shown only where there is no other.
    let (hidden, shown): (Vec<_>, Vec<_>) = felt.partition(|lane| lane.hidden);
    if shown.is_empty() { hidden } else { shown }
}

fn has_curve(lane: &Lane) -> bool {
    lane.kind == LaneKind::Emotions && !lane.points.is_empty()
}

/// The pages that the curves of a lane take.
pub(super) fn cut(desk: &mut PageContext<'_>, journey: &Journey, lane: &Lane) -> Vec<Range<usize>> {
    let weights = weights(journey, lane);
    slices(desk, journey, &weights, NAMES, ACROSS.span())
}

/// The columns of one of those pages.
pub(super) fn place(
    desk: &mut PageContext<'_>,
    journey: &Journey,
    lane: &Lane,
    steps: &Range<usize>,
) -> Columns {
    let weights = weights(journey, lane);
    columns(desk, journey, steps, &weights, NAMES, ACROSS)
}

/// How wide each step has to be, by the most points that one persona has in it.
fn weights(journey: &Journey, lane: &Lane) -> Vec<f32> {
    let mut counts: HashMap<(&Id, Option<&Id>), usize> = HashMap::new();
    for point in &lane.points {
        *counts.entry((&point.step, point.persona.as_ref())).or_default() += 1;
    }
    let mut most: HashMap<&Id, usize> = HashMap::new();
    #[expect(clippy::iter_over_hash_type, reason = "the most is the same in any order")]
    for ((step, _), count) in counts {
        let most = most.entry(step).or_default();
        *most = count.max(*most);
    }
    let weight = |step| STEP * most.get(step).copied().unwrap_or(1).max(1) as f32;
    journey.steps().map(|(_, step)| weight(&step.id)).collect()
}

/// Whose curve is the main one in a lane: the first that has points.
pub(super) fn main_of(project: &Project, journey: &Journey, lane: &Lane) -> Option<Id> {
    let whose = |point: &EmotionPoint| point.persona.clone().or_else(|| lane.persona.clone());
    let all: HashSet<Option<Id>> = lane.points.iter().map(|point| whose(point)).collect();
    let order = journey.personas.iter().chain(project.personas.iter().map(|one| &one.id));
    let shown = |id: &&Id| all.contains(&Some((*id).clone())) && !lane.curves_off.contains(id);
    // On a map without personas the points of nobody come first, on others after those who are known.
    if all.contains(&None) && journey.personas.is_empty() {
        return None;
    }
    let known = order.into_iter().find(shown).cloned();
    known.or_else(|| all.iter().flatten().min().filter(|_| !all.contains(&None)).cloned())
}

/// The best and the worst moment of the map, where they are in this lane.
pub(super) fn moments(desk: &PageContext<'_>, lane: &Lane) -> Vec<NamedMoment> {
    let (journey, words) = (desk.journey, desk.pen.words);
    let view = View::default();
    // A hidden lane is on a page only where there is no other.
    let feelings = match view.shows_lane(lane) {
        true => Feelings::of(journey, &view),
        false => Feelings::of_lane(journey, &lane.id),
    };
    let place = journey.lanes.index_where(|one| one.id == lane.id);
    let found = insight::moments(&feelings);
    let here = found.into_iter().filter(|one| Some(one.felt.lane) == place);
    let moment = |one: insight::Moment<'_>| {
        let phase = journey.phases.get(one.felt.phase).map_or("", |phase| &phase.title);
        let role = match one.kind {
            MomentKind::Best => Role::Good,
            MomentKind::Worst => Role::Bad,
            MomentKind::Highest | MomentKind::Lowest => Role::Muted,
        };
        NamedMoment {
            point: one.felt.point.id.clone(),
            persona: one.felt.point.persona.clone(),
            what: moment_name(one.kind, one.felt.persona, desk.project, words),
            at: titled(phase, words),
            role,
        }
    };
    here.map(moment).collect()
}

pub(super) fn draw(desk: &mut PageContext<'_>, planned: &Planned, part: &CurvePage) -> Page {
    let (journey, project) = (desk.journey.clone(), desk.project.clone());
    let (lane, steps) = match part {
        CurvePage::Curves { lane, steps } => (lane, steps),
        CurvePage::Names(names) => return draw_names(desk, planned, names),
    };
    let mut over = Vec::new();
    let lanes = journey.lanes.iter().filter(|lane| has_curve(lane) && !lane.hidden);
    let lane = journey.lanes.iter().find(|one| one.id == *lane);
    if let Some(lane) = lane.filter(|_| lanes.count() > 1) {
        over.push(flat(&lane_name(lane, desk.pen.words), OVER_MAX));
    }
    if planned.parts > 1 {
        over.push(part_of(desk, planned));
    }
    let over = over.join(" · ");
    let Some(lane) = lane else {
        let (items, _) = heading(desk, &over, &planned.title, Role::Accent);
        return Page { title: planned.title.clone(), items, map: None };
    };
    let columns = place(desk, &journey, lane, steps);
    let main = main_of(&project, &journey, lane);
    let moments = moments(desk, lane);
    let (project, journey) = (&*project, &*journey);
    let curves =
        PageCurves { project, journey, lane, columns: &columns, main, moments, quotes: true };
    let whose = Whose(project, &curves.strands());
    let Headed { mut items, below, .. } = headed(desk, &over, &planned.title, &whose);
    let room = Rect::from_min_max(pos2(ACROSS.min, below), pos2(ACROSS.max, BOTTOM));
    items.extend(curves.draw(desk, room, None));
    Page { title: planned.title.clone(), items, map: None }
}

/// The name of a lane over a heading is at most so long.
const OVER_MAX: usize = 50;

/// The heading of a page with whose curves are on it.
pub(super) struct Headed {
    pub items: Vec<Item>,
    /// Where what follows may begin.
    pub below: f32,
    /// Whose curves are on it too.
    pub left_out: Vec<Id>,
}

/// The heading of a page with whose curves are on it.
pub(super) fn headed(desk: &mut PageContext<'_>, over: &str, title: &str, whose: &Whose) -> Headed {
    let head = head(desk, over, title, HEADING);
    let below = head.bottom + 24.0;
    let beside = head.title.lines.len() < 2;
    let free = if beside { head.beside().x } else { SIZE.x };
    let mut items = vec![texts(Tag::Title, None, title, head.parts(Role::Accent))];
    let middle = head.at.y + head.title.size.y / 2.0;
    let legend = legend(desk, whose.0, whose.1, free, middle, below);
    items.extend(legend.items);
    Headed { items, below: legend.bottom, left_out: legend.left_out }
}

/// Whose curves: personas are looked up in the project.
pub(super) struct Whose<'a, 'b>(pub &'a Project, pub &'a [Strand<'b>]);
