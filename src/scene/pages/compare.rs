//! The pages that show another journey beside this one: both curves of a persona with what lies
//! between them, and in words what is new, changed and gone.

use super::context::PageContext;
use super::curve::{ACROSS, FEW, Headed, Whose, cut, draw_names, headed, names, place, too_long};
use super::feelings::{NamedMoment, PageCurves};
use super::kit::{flat, heading, part_of};
use super::movement::{TOLD, told};
use super::plan::PageColumns;
use super::sizes::FOOT;
use super::{Page, Planned};
use crate::insight::{Differences, FeelingGap, How, compare_title, compared, differences};
use crate::model::{ChangeKind, Id, Journey, Lane, List, Project, StoryPage, Thing};
use crate::scene::Role;
use crate::words::titled;
use egui::{Rect, pos2};
use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

/// The name of a phase within a sentence is at most so long.
const PHASE_MAX: usize = 60;

/// What stands on one page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ComparePage {
    /// The lane of the map made of both; none: nobody feels anything.
    lane: Option<Id>,
    /// Whose curves: the earlier and the later one of a persona; none: all.
    pair: Option<[Id; 2]>,
    steps: Range<usize>,
    /// What is too long to stand over the curves, on a page of its own.
    names: Option<PageColumns>,
}

impl ComparePage {
    /// The id of the persona whose curves of both maps it shows; none: it shows more or none.
    fn persona(&self) -> Option<&str> {
        self.pair.as_ref().and_then(|[_, later]| later.as_str().strip_suffix("~later"))
    }
}

/// The pages it takes.
pub(super) fn parts(desk: &mut PageContext<'_>, page: &StoryPage) -> Vec<ComparePage> {
    let mut parts = Vec::new();
    if let Some((_, journey)) = both(desk, page) {
        let felt = |lane: &&Arc<Lane>| !lane.points.is_empty() && !lane.hidden;
        for lane in journey.lanes.iter().filter(felt) {
            let steps = cut(desk, &journey, lane);
            for pair in pairs(lane) {
                let part = |steps: &Range<usize>| ComparePage {
                    lane: Some(lane.id.clone()),
                    pair: pair.clone(),
                    steps: steps.clone(),
                    names: None,
                };
                parts.extend(steps.iter().map(part));
            }
        }
    }
    if parts.is_empty() {
        parts.push(ComparePage { lane: None, pair: None, steps: 0..0, names: None });
    }
    let title = super::kit::heading_of(desk, page);
    let project = desk.project.clone();
    let felt = parts.iter().filter(|part| part.lane.is_some()).count();
    let long = if felt > 0 { unnamed(&project) } else { Vec::new() };
    for names in names(desk, &title, &long) {
        parts.push(ComparePage { lane: None, pair: None, steps: 0..0, names: Some(names) });
    }
    parts
}

/// Whose names may have no room over the curves of two journeys.
fn unnamed(project: &Project) -> Vec<Id> {
    let lanes = project.journeys.iter().flat_map(|journey| journey.lanes.iter());
    let points = lanes.flat_map(|lane| lane.points.iter().map(move |point| (lane, point)));
    let whose: HashSet<&Id> = points
        .filter_map(|(lane, point)| point.persona.as_ref().or(lane.persona.as_ref()))
        .collect();
    if whose.len() > FEW {
        return whose.into_iter().cloned().collect();
    }
    too_long(project, &whose)
}

/// The map made of both journeys, without their cards: only what is felt is drawn of it.
fn both(desk: &PageContext<'_>, page: &StoryPage) -> Option<(Project, Arc<Journey>)> {
    let felt = |lane: &Arc<Lane>| Lane {
        id: lane.id.clone(),
        kind: lane.kind.clone(),
        title: lane.title.clone(),
        hidden: lane.hidden,
        persona: lane.persona.clone(),
        curves_off: lane.curves_off.clone(),
        origin: lane.origin.clone(),
        points: lane.points.clone(),
        ..Lane::default()
    };
    let bare = |id: &Id| -> Option<Journey> {
        let (_, journey) = desk.project.journey(id)?;
        let lanes = journey.lanes.iter().map(felt).collect();
        Some(Journey { lanes, ..Journey::clone(journey) })
    };
    let other = page.about.as_ref()?;
    let journeys = [bare(&desk.journey.id)?, bare(other)?];
    let project =
        Project { journeys: journeys.into_iter().collect(), ..Project::clone(desk.project) };
    let whole = compared(&project, &desk.journey.id, other, How::Over, desk.pen.words)?;
    let journey = whole.journeys.first()?.clone();
    Some((whole, journey))
}

/// The personas that both journeys know, each with its earlier and later self; where there is none,
/// all curves together.
fn pairs(lane: &Lane) -> Vec<Option<[Id; 2]>> {
    let mut found: Vec<Option<[Id; 2]>> = Vec::new();
    // The main one first.
    if let [earlier, later] = lane.gap_between.as_slice() {
        found.push(Some([earlier.clone(), later.clone()]));
    }
    let has = |id: &Id| lane.points.iter().any(|point| point.persona.as_ref() == Some(id));
    for later in lane.points.iter().filter_map(|point| point.persona.as_ref()) {
        let Some(name) = later.as_str().strip_suffix("~later") else { continue };
        let earlier = Id::new(&format!("{name}~earlier"));
        let pair = Some([earlier.clone(), later.clone()]);
        if has(&earlier) && !found.contains(&pair) {
            found.push(pair);
        }
    }
    // A curve that is switched off in one of the maps is not shown, nor told of.
    let off = |id: &Id| lane.curves_off.contains(id);
    found.retain(|pair| !pair.iter().flatten().any(off));
    if found.is_empty() { vec![None] } else { found }
}

/// What a page is called, where nobody has written so: what is true of the persona it shows.
pub(super) fn title(
    desk: &PageContext<'_>,
    page: &StoryPage,
    part: &ComparePage,
) -> Option<String> {
    let found = differences(desk.project, &desk.journey.id, page.about.as_ref()?)?;
    let written = !page.title.trim().is_empty();
    let persona = part.persona().filter(|_| !written)?;
    compare_title(desk.project, &found, &Id::new(persona), desk.pen.words)
}

pub(super) fn draw(desk: &mut PageContext<'_>, planned: &Planned, part: &ComparePage) -> Page {
    if let Some(names) = &part.names {
        return draw_names(desk, planned, names);
    }
    let page = planned.page.clone();
    let over = part_of(desk, planned);
    let title = planned.title.clone();
    let found = page.about.as_ref();
    let found = found.and_then(|other| differences(desk.project, &desk.journey.id, other));
    let told = found.as_ref().map(|found| Told::new(found, part, planned.part == 0));
    let both = both(desk, &page);
    let felt = both.as_ref().zip(part.lane.as_ref()).and_then(|((project, journey), id)| {
        let lane = journey.lanes.iter().find(|lane| lane.id == *id)?;
        Some((project, &**journey, of_pair(lane, part.pair.as_ref())))
    });
    let Some((project, journey, lane)) = felt else {
        let (mut items, y) = heading(desk, &over, &planned.title, Role::Accent);
        let journey = desk.journey.clone();
        said(desk, &journey, told.as_ref(), y + 20.0, &mut items);
        return Page { title, items, map: None };
    };
    let columns = place(desk, journey, &lane, &part.steps);
    let lift = told.as_ref().and_then(|told| told.lift);
    let moments = lift.and_then(|lift| moment(desk, journey, &lane, lift));
    let main = match &part.pair {
        Some([_, later]) => Some(later.clone()),
        None => super::curve::main_of(project, journey, &lane),
    };
    let (columns, lane, moments) = (&columns, &lane, moments.into_iter().collect());
    let curves = PageCurves { project, journey, lane, columns, main, moments, quotes: false };
    let whose = Whose(project, &curves.strands());
    let Headed { mut items, below, .. } = headed(desk, &over, &planned.title, &whose);
    let y = said(desk, journey, told.as_ref(), below, &mut items);
    let room = Rect::from_min_max(pos2(ACROSS.min, y + 10.0), pos2(ACROSS.max, FOOT - 34.0));
    items.extend(curves.draw(desk, room, part.pair.as_ref()));
    Page { title, items, map: None }
}

/// The lane with only the curves of a pair.
fn of_pair(lane: &Lane, pair: Option<&[Id; 2]>) -> Lane {
    let mut lane = lane.clone();
    if let Some(pair) = pair {
        let whose = |point: &crate::model::EmotionPoint| point.persona.clone();
        let points = lane.points.iter();
        let points = points.filter(|point| whose(point).is_some_and(|id| pair.contains(&id)));
        lane.points = List::new(points.cloned().collect());
        lane.curves_off.clear();
    }
    lane
}

/// What is said of the difference, from `y` on, and where it ends.
fn said(
    desk: &mut PageContext<'_>,
    journey: &Journey,
    of: Option<&Told<'_>>,
    mut y: f32,
    items: &mut Vec<crate::scene::Item>,
) -> f32 {
    let words = desk.pen.words;
    let Some(Told { found, cards, gap, lift }) = of else { return y };
    let count = |kind: ChangeKind, say: &dyn Fn(usize) -> String| {
        let count = found.count(&kind);
        (count > 0).then(|| say(count))
    };
    let parts = [
        count(ChangeKind::New, &|count| words.compare_new(count)),
        count(ChangeKind::Changed, &|count| words.compare_changed(count)),
        count(ChangeKind::Removed, &|count| words.compare_removed(count)),
    ];
    let changes: Vec<String> = parts.into_iter().flatten().collect();
    let changes = match changes.is_empty() {
        true => words.compare_same(),
        false => words.page_card_changes(changes.join(", ")),
    };
    let phases = [ChangeKind::New, ChangeKind::Removed].map(|change| found.phases(&change));
    let mut changes = vec![changes];
    changes.extend((phases[0] > 0).then(|| words.compare_new_phases(phases[0])));
    changes.extend((phases[1] > 0).then(|| words.compare_removed_phases(phases[1])));
    let changes = changes.join(" · ");
    let gap = gap.map(|gap| words.felt(gap));
    let row = match (cards, gap) {
        (true, Some(gap)) => Some(format!("{changes} · {}", words.compare_gap(gap))),
        (true, None) => Some(changes),
        (false, gap) => gap.map(|gap| words.page_curve_gap(gap)),
    };
    let thing = Thing::Journey(found.later.clone());
    let mut rows: Vec<(String, Thing, Role)> = Vec::new();
    rows.extend(row.map(|row| (row, thing, Role::Accent)));
    if *cards && !found.figures.is_empty() {
        let figures: Vec<String> = found.figures.iter().map(|one| one.text(words)).collect();
        let figures = words.compare_figures(figures.join(" · "));
        rows.push((figures, Thing::Journey(found.later.clone()), Role::Accent));
    }
    if let Some(lift) = lift {
        let name = phase_name(journey, &lift.phase, words);
        let [before, after] = [lift.before, lift.after].map(|mean| words.felt(mean));
        let text = words.page_largest_lift(name, before, after);
        rows.push((text, Thing::Phase(lift.phase.clone()), Role::Good));
    }
    for (row, thing, role) in rows {
        let text = desk.pen.text(&row, TOLD, Some(ACROSS.span() - 28.0));
        y = told(items, text, Some(thing), role, y) + 12.0;
    }
    y
}

/// What a page tells of the difference: what the persona feels whose curves it shows.
struct Told<'a> {
    found: &'a Differences,
    /// With what has become of the cards, which is told once.
    cards: bool,
    /// How much better it feels on average.
    gap: Option<f64>,
    /// Where it feels so much better than before.
    lift: Option<&'a FeelingGap>,
}

impl<'a> Told<'a> {
    fn new(found: &'a Differences, part: &ComparePage, cards: bool) -> Self {
        let mut personas = found.personas().into_iter();
        let own = personas.find(|id| Some(id.map_or("", Id::as_str)) == part.persona());
        let gap = own.and_then(|own| found.better(own));
        Self { found, cards, gap, lift: own.and_then(|own| found.lift(own)) }
    }
}

/// The later point that stands for the largest step up.
fn moment(
    desk: &PageContext<'_>,
    journey: &Journey,
    lane: &Lane,
    lift: &FeelingGap,
) -> Option<NamedMoment> {
    let later = Id::new(&format!("{}~later", lift.persona.as_ref().map_or("", Id::as_str)));
    let phase = journey.phases.iter().find(|phase| phase.id == lift.phase)?;
    let own = |point: &&Arc<crate::model::EmotionPoint>| {
        let here = || phase.steps.iter().any(|step| step.id == point.step);
        point.persona.as_ref() == Some(&later) && here()
    };
    let point = lane.points.iter().filter(own).max_by(|a, b| a.value.total_cmp(&b.value))?;
    let words = desk.pen.words;
    let at = titled(&phase.title, words);
    let (id, persona) = (point.id.clone(), point.persona.clone());
    Some(NamedMoment { point: id, persona, what: words.page_lift(), at, role: Role::Good })
}

/// What the phase called `id` is called.
fn phase_name(journey: &Journey, id: &Id, words: &crate::words::Words) -> String {
    let phase = journey.phases.iter().find(|phase| phase.id == *id);
    flat(&titled(phase.map_or("", |phase| &phase.title), words), PHASE_MAX)
}
