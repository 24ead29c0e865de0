//! The page of the curve, with its high and low points: as large as the page, and on several pages
//! where faces and names would come too close.

use super::context::PageContext;
use super::feelings::{NAME, NamedMoment, PageCurves};
use super::kit::{head, heading, part_of, texts};
use super::legend::legend;
use super::sizes::{FOOT, HEADING, MARGIN};
use super::slices::{SliceNames, columns, slices};
use super::{Page, Planned, SIZE};
use crate::insight::{self, Feelings, MomentKind};
use crate::model::{EmotionPoint, Id, Journey, Lane, LaneKind, Project, StoryPage, View};
use crate::scene::map::strands::Strand;
use crate::scene::{Columns, Item, Role, Tag, moment_name};
use crate::words::{lane_name, titled};
use egui::{Rangef, Rect, pos2};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

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
pub(super) struct CurvePage {
    lane: Id,
    steps: Range<usize>,
}

/// The pages it takes.
pub(super) fn parts(desk: &mut PageContext<'_>, _page: &StoryPage) -> Vec<CurvePage> {
    let journey = desk.journey.clone();
    let felt = journey.lanes.iter().filter(|lane| has_curve(lane));
    // A hidden lane is shown only where there is no other.
    let (hidden, shown): (Vec<_>, Vec<_>) = felt.partition(|lane| lane.hidden);
    let mut parts = Vec::new();
    for lane in if shown.is_empty() { hidden } else { shown } {
        for steps in cut(desk, &journey, lane) {
            parts.push(CurvePage { lane: lane.id.clone(), steps });
        }
    }
    parts
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
fn moments(desk: &PageContext<'_>, lane: &Lane) -> Vec<NamedMoment> {
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
    let mut over = Vec::new();
    let lanes = journey.lanes.iter().filter(|lane| has_curve(lane) && !lane.hidden);
    let lane = journey.lanes.iter().find(|lane| lane.id == part.lane);
    if let Some(lane) = lane.filter(|_| lanes.count() > 1) {
        over.push(lane_name(lane, desk.pen.words));
    }
    if planned.parts > 1 {
        over.push(part_of(desk, planned));
    }
    let over = over.join(" · ");
    let Some(lane) = lane else {
        let (items, _) = heading(desk, &over, &planned.title, Role::Accent);
        return Page { title: planned.title.clone(), items, map: None };
    };
    let columns = place(desk, &journey, lane, &part.steps);
    let main = main_of(&project, &journey, lane);
    let moments = moments(desk, lane);
    let (project, journey) = (&*project, &*journey);
    let curves =
        PageCurves { project, journey, lane, columns: &columns, main, moments, quotes: true };
    let whose = Whose(project, &curves.strands());
    let (mut items, below) = headed(desk, &over, &planned.title, &whose);
    let room = Rect::from_min_max(pos2(ACROSS.min, below), pos2(ACROSS.max, BOTTOM));
    items.extend(curves.draw(desk, room, None));
    Page { title: planned.title.clone(), items, map: None }
}

/// The heading of a page with whose curves are on it, and where what follows may begin.
pub(super) fn headed(
    desk: &mut PageContext<'_>,
    over: &str,
    title: &str,
    whose: &Whose,
) -> (Vec<Item>, f32) {
    let head = head(desk, over, title, HEADING);
    let below = head.bottom + 24.0;
    let beside = head.title.lines.len() < 2;
    let free = if beside { head.beside().x } else { SIZE.x };
    let mut items = vec![texts(Tag::Title, None, title, head.parts(Role::Accent))];
    let middle = head.at.y + head.title.size.y / 2.0;
    let (legend, below) = legend(desk, whose.0, whose.1, free, middle, below);
    items.extend(legend);
    (items, below)
}

/// Whose curves: personas are looked up in the project.
pub(super) struct Whose<'a, 'b>(pub &'a Project, pub &'a [Strand<'b>]);
