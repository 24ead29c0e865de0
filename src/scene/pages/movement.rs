//! The page of transitions and the funnel: ways back, ahead and out over the phases, how many
//! customers there are below them, and in words where most are lost and who goes back.

use super::context::PageContext;
use super::curve::ACROSS;
use super::kit::{heading, part_of, texts};
use super::sizes::{FOOT, SMALL};
use super::slices::{SliceNames, columns, slices};
use super::{Page, Planned, scaled};
use crate::insight::{Funnel, funnel, largest_loss_told, ways_title};
use crate::model::{Id, Journey, Phase, StoryPage, Thing, Transition, TransitionKind};
use crate::scene::draw::pen::{Style, text_at};
use crate::scene::map::arcs;
use crate::scene::map::columns::arrow;
use crate::scene::map::strips::funnel_of;
use crate::scene::{Columns, Face, Group, Item, Paint, Placed, Role, Tag, Text};
use crate::words::titled;
use egui::{Rect, Vec2, pos2, vec2};
use std::ops::Range;
use std::sync::Arc;

/// The picture is drawn as on a map, so much larger: with a funnel, and without as one of these.
const LARGER: f32 = 2.34;
const ALONE: [f32; 3] = [2.8, LARGER, 2.0];
/// A phase is at least this wide, in page units: with figures, and without.
const PHASE: f32 = 200.0;
const PHASE_ALONE: f32 = 150.0;
/// Phases are named in their headers.
const NAMES: SliceNames = SliceNames { style: NAME, beside: 54.0 };
const NAME: Style = Style { face: Face::SemiBold, size: 28.0, line_height: 36.0 };
/// How large that is on a map, at most.
const HEADER: f32 = 14.0;
/// What is told in words.
pub(super) const TOLD: Style = Style { face: Face::Medium, size: 32.0, line_height: 44.0 };
/// The arcs may be this high above a funnel, and this high without one.
const ARCS_TOGETHER: f32 = 215.0;
const ARCS_ALONE: f32 = 560.0;
/// With more transitions than this they are told in words alone: nobody could follow so many.
const MOST: usize = 40;
/// How high the band of the funnel is where there are most customers, at least and at most.
const BAND: (f32, f32) = (96.0, 300.0);
/// Where everything ends.
const BOTTOM: f32 = FOOT - 40.0;

/// What stands on one page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct MovementPage {
    /// The places of the steps that are shown.
    steps: Range<usize>,
    arcs: bool,
    funnel: bool,
    /// The funnel has figures of steps.
    figures: bool,
    /// How much larger than on a map it is drawn.
    larger: f32,
    /// The places of transitions that are told in words.
    told: Vec<usize>,
}

/// The pages it takes.
pub(super) fn parts(desk: &mut PageContext<'_>, _page: &StoryPage) -> Vec<MovementPage> {
    let journey = desk.journey.clone();
    let has_funnel = funnel(&journey).is_some();
    let many = journey.transitions.len() > MOST;
    let mut parts = Vec::new();
    let mut drawn: Vec<Id> = Vec::new();
    let words_alone = MovementPage {
        steps: 0..0,
        arcs: false,
        funnel: false,
        figures: false,
        larger: LARGER,
        told: Vec::new(),
    };
    let mut figures = true;
    for steps in slices(desk, &journey, &weights(&journey), NAMES, ACROSS.span()) {
        let part = MovementPage { steps, funnel: has_funnel, ..words_alone.clone() };
        let columns = small(desk, &journey, &part);
        figures &= have_room(&columns, &journey);
        // Together on a page where there is room, else each as large as it may be.
        let together = has_funnel.then(|| ways(desk, &journey, &columns));
        let together =
            together.filter(|(_, high, crowded)| !crowded && high * LARGER <= ARCS_TOGETHER);
        let alone = |desk: &mut PageContext<'_>| {
            // Rather small letters than one label on the arc of another.
            ALONE.into_iter().find_map(|larger| {
                let part = MovementPage { funnel: false, larger, ..part.clone() };
                let columns = small(desk, &journey, &part);
                let (ways, high, crowded) = ways(desk, &journey, &columns);
                let last = larger == ALONE[2];
                (high * larger <= ARCS_ALONE && (last || !crowded)).then_some((part, ways))
            })
        };
        let arcs = match together {
            Some((ways, ..)) => Some((part.clone(), ways)),
            None => alone(desk),
        };
        let arcs = arcs.filter(|(_, ways)| !many && !ways.is_empty());
        if has_funnel && arcs.as_ref().is_none_or(|(arcs, _)| !arcs.funnel) {
            parts.push(part);
        }
        if let Some((arcs, ways)) = arcs {
            drawn.extend(ways.into_iter().filter_map(|way| way.thing.transition().cloned()));
            parts.push(MovementPage { arcs: true, ..arcs });
        }
    }
    let known = journey.transitions.iter().enumerate().filter(|(_, one)| !drawn.contains(&one.id));
    let told: Vec<usize> =
        known.filter(|(_, one)| ends(&journey, one).is_some()).map(|(place, _)| place).collect();
    let room = BOTTOM - 250.0;
    let mut used = f32::INFINITY;
    for place in told {
        let Some(one) = journey.transitions.get(place) else { continue };
        let height = row(desk, &journey, one).size.y + 20.0;
        match parts.last_mut().filter(|_| used + height <= room) {
            Some(part) => {
                part.told.push(place);
                used += height;
            }
            None => {
                let told = vec![place];
                parts.push(MovementPage { told, ..words_alone.clone() });
                used = height;
            }
        }
    }
    if parts.is_empty() {
        parts.push(words_alone);
    }
    parts.iter_mut().for_each(|part| part.figures = figures);
    parts
}

/// What a page without a funnel is called, where nobody has written so: what its arcs show.
pub(super) fn title(
    desk: &PageContext<'_>,
    page: &StoryPage,
    part: &MovementPage,
) -> Option<String> {
    let made = page.title.trim().is_empty() && desk.whole.is_none();
    (made && part.arcs && !part.funnel).then(|| ways_title(desk.journey, desk.pen.words)).flatten()
}

/// Have all steps room for figures of their own?
fn have_room(columns: &Columns, journey: &Journey) -> bool {
    /// A narrower step has none.
    const NARROW: f32 = 92.0;
    columns.phases.iter().all(|column| {
        let phase = journey.phases.iter().find(|phase| phase.id == column.id);
        let whole = phase.is_some_and(|phase| phase.steps.len() == column.steps.len());
        whole && column.width / column.steps.len().max(1) as f32 >= NARROW
    })
}

/// Phases are alike wide, whatever steps they have.
fn weights(journey: &Journey) -> Vec<f32> {
    let phase = if funnel(journey).is_some() { PHASE } else { PHASE_ALONE };
    let of = |one: &Arc<Phase>| {
        let count = one.steps.len();
        std::iter::repeat_n(phase / count.max(1) as f32, count)
    };
    journey.phases.iter().flat_map(of).collect()
}

/// The columns of a page as they are before the picture is made larger.
fn small(desk: &mut PageContext<'_>, journey: &Journey, part: &MovementPage) -> Columns {
    let mut columns = columns(desk, journey, &part.steps, &weights(journey), NAMES, ACROSS);
    for phase in &mut columns.phases {
        (phase.x, phase.width) = (phase.x / part.larger, phase.width / part.larger);
    }
    for step in &mut columns.steps {
        (step.x, step.width) = (step.x / part.larger, step.width / part.larger);
    }
    columns
}

/// The arcs over these columns, with the headers' top as y = 0, and how high they reach.
///
/// And whether some labels found no place that is free.
fn ways(
    desk: &mut PageContext<'_>,
    journey: &Journey,
    columns: &Columns,
) -> (Vec<Placed>, f32, bool) {
    let (engine, words) = (&mut *desk.pen.engine, desk.pen.words);
    let others = arcs::from_beyond(journey, columns, words);
    let (mut ways, top, crowded) = arcs::arcs(engine, journey, columns, &others, words, 1.0);
    let (beyond, top) = arcs::beyond(engine, others, columns, 1.0, top);
    ways.extend(beyond);
    (ways, top, crowded)
}

pub(super) fn draw(desk: &mut PageContext<'_>, planned: &Planned, part: &MovementPage) -> Page {
    let journey = desk.journey.clone();
    let over = part_of(desk, planned);
    let (mut items, mut y) = heading(desk, &over, &planned.title, Role::Accent);
    if !part.told.is_empty() {
        for place in &part.told {
            let Some(one) = journey.transitions.get(*place) else { continue };
            let text = row(desk, &journey, one);
            let thing = Thing::Transition(one.id.clone());
            y = told(&mut items, text, Some(thing), Role::Accent, y) + 20.0;
        }
        return Page { title: planned.title.clone(), items, map: None };
    }
    let funnel = funnel(&journey);
    let lost = funnel.as_ref().filter(|_| part.funnel);
    let lost = lost.and_then(|all| loss(desk, &journey, all));
    // Where the heading is about the way back its reason stands beside its arc.
    let is_said = title(desk, &planned.page, part).is_some();
    let back = (part.arcs && !is_said).then(|| largest_loop(desk, &journey)).flatten();
    for (said, thing, role) in [lost, back].into_iter().flatten() {
        let text = desk.pen.text(&said, TOLD, Some(ACROSS.span() - 28.0));
        y = told(&mut items, text, Some(thing), role, y) + 14.0;
    }
    items.extend(picture(desk, &journey, part, funnel.as_ref(), y + 14.0));
    Page { title: planned.title.clone(), items, map: None }
}

/// A sentence beside a bar of colour; where it ends.
pub(super) fn told(
    items: &mut Vec<Item>,
    text: Arc<Text>,
    thing: Option<Thing>,
    role: Role,
    y: f32,
) -> f32 {
    let bottom = y + text.size.y;
    let rect = Rect::from_min_max(pos2(ACROSS.min, y + 5.0), pos2(ACROSS.min + 8.0, bottom - 5.0));
    let bar =
        Item::Rect { rect, radius: 4.0, fill: Some(role.into()), stroke: None, shadow: false };
    let title = text.source.to_string();
    let at = pos2(ACROSS.min + 28.0, y);
    items.push(bar);
    items.push(texts(Tag::Figure, thing, &title, vec![(at, text, Paint::from(Role::Ink))]));
    bottom
}

/// Arcs, headers and funnel, in the middle of the room below `top`.
fn picture(
    desk: &mut PageContext<'_>,
    journey: &Journey,
    part: &MovementPage,
    funnel: Option<&Funnel>,
    top: f32,
) -> Vec<Item> {
    let larger = part.larger;
    let columns = small(desk, journey, part);
    let (ways, above, _) = match part.arcs {
        true => ways(desk, journey, &columns),
        false => (Vec::new(), 0.0, false),
    };
    let phases: Vec<(usize, &Arc<Phase>)> = (columns.phases.iter())
        .filter_map(|column| {
            let place = journey.phases.index_where(|phase| phase.id == column.id)?;
            Some((place, journey.phases.get(place)?))
        })
        .collect();
    let mut items = Vec::new();
    for way in &ways {
        let rect = Rect::from_min_size(way.at, way.drawing.size);
        items.push(Item::Group(Group {
            tag: Tag::Transition,
            thing: Some(way.thing.clone()),
            title: way.title.clone(),
            bounds: rect.expand(2.0),
            items: vec![Item::Drawn { at: way.at, drawing: way.drawing.clone() }],
        }));
    }
    let header_height = headers(desk, &columns, &phases, larger, &mut items);
    let room = (BOTTOM - top) / larger - above - header_height;
    let mut height = above + header_height;
    if let Some(funnel) = funnel.filter(|_| part.funnel) {
        let all = (journey, funnel);
        let band = |more: f32| (BAND.0 / larger + more, part.figures);
        // What stands over and under the band is as high with any band.
        let least = funnel_of(&mut desk.pen, all, &phases, &columns, band(0.0));
        let more = (room - least.height - 12.0).clamp(0.0, (BAND.1 - BAND.0) / larger);
        let strip = funnel_of(&mut desk.pen, all, &phases, &columns, band(more));
        let y = header_height + 8.0;
        for piece in strip.pieces() {
            let at = piece.at + vec2(0.0, y);
            items.push(Item::Group(Group {
                tag: Tag::Figure,
                thing: Some(piece.thing.clone()),
                title: piece.title.clone(),
                bounds: Rect::from_min_size(at, piece.drawing.size),
                items: vec![Item::Drawn { at, drawing: piece.drawing.clone() }],
            }));
        }
        height += strip.height + 8.0;
    }
    let free = (BOTTOM - top - height * larger).max(0.0);
    let header_y = top + free * 0.42 + above * larger;
    scaled(&items, larger, pos2(0.0, header_y))
}

/// The headers of the phases from y = 0 on, and how high they are.
fn headers(
    desk: &mut PageContext<'_>,
    columns: &Columns,
    phases: &[(usize, &Arc<Phase>)],
    larger: f32,
    items: &mut Vec<Item>,
) -> f32 {
    // As much as is reckoned with beside a name.
    let (arrow_width, pad) = (18.0 / larger, 18.0 / larger);
    let room = |width: f32| (width - pad * 2.0 - arrow_width).max(20.0);
    let mut style = Style { size: HEADER, line_height: HEADER * 1.3, ..NAME };
    let least = NAME.size / larger;
    for (column, (_, phase)) in columns.phases.iter().zip(phases) {
        let title = desk.pen.titled(&phase.title, Role::OnColor).0.into_owned();
        for word in title.split_whitespace().take(20) {
            let word: String = word.chars().take(60).collect();
            let whole = Style { size: HEADER, ..style };
            let wide = desk.pen.short(&word, whole).size.x.ceil() + 1.0;
            style.size = style.size.min(HEADER * room(column.width) / wide).max(least);
        }
    }
    style.line_height = style.size * 1.3;
    let mut names: Vec<(Arc<Text>, String, Paint)> = Vec::new();
    for (column, (_, phase)) in columns.phases.iter().zip(phases) {
        let (title, ink) = desk.pen.titled(&phase.title, Role::OnColor);
        let title = crate::scene::map::quotes::shortened(&title, 160).into_owned();
        names.push((desk.pen.text(&title, style, Some(room(column.width))), title, ink));
    }
    let most = names.iter().fold(0.0f32, |most, (name, ..)| most.max(name.size.y));
    let height = most + 36.0 / larger;
    for (column, (name, title, ink)) in columns.phases.iter().zip(names) {
        let at = pos2(column.x, 0.0);
        let mut path = arrow(column.width, height, arrow_width, 7.0);
        path.shift(at.to_vec2());
        let back = Item::Path {
            path: Arc::new(path),
            fill: Some(Role::Phase(column.color).into()),
            stroke: None,
        };
        let text = text_at(at + vec2(pad, (height - name.size.y) / 2.0), name, ink);
        items.push(Item::Group(Group {
            tag: Tag::Phase,
            thing: Some(Thing::Phase(column.id.clone())),
            title,
            bounds: Rect::from_min_size(at, Vec2::new(column.width, height)),
            items: vec![back, text],
        }));
    }
    height
}

/// What is told of the phase that loses most.
fn loss(
    desk: &PageContext<'_>,
    journey: &Journey,
    funnel: &Funnel,
) -> Option<(String, Thing, Role)> {
    let words = desk.pen.words;
    let largest = funnel.largest?;
    let phase = journey.phases.get(largest)?;
    let next = titled(&journey.phases.get(largest + 1)?.title, words);
    let said = largest_loss_told(funnel, &titled(&phase.title, words), &next, words)?;
    Some((said, Thing::Phase(phase.id.clone()), Role::Bad))
}

/// What is told of the largest way back.
fn largest_loop(desk: &PageContext<'_>, journey: &Journey) -> Option<(String, Thing, Role)> {
    let words = desk.pen.words;
    let share = |one: &Transition| one.share.filter(|share| share.is_finite()).unwrap_or(-1.0);
    let loops = journey.transitions.iter().filter_map(|one| {
        let (from, to) = ends(journey, one)?;
        let to = to?;
        let back = match &one.kind {
            Some(kind) => *kind == TransitionKind::LoopBack,
            None => to.0 <= from.0,
        };
        back.then_some((one, from.1, to.1))
    });
    let mut loops: Vec<(&Arc<Transition>, String, String)> = loops.collect();
    loops.sort_by(|a, b| share(b.0).total_cmp(&share(a.0)));
    // It is the largest only where no other is as large.
    let tie = loops.get(1).is_some_and(|second| share(second.0) == share(loops[0].0));
    let (one, from, to) = loops.into_iter().next().filter(|_| !tie)?;
    let (from, to) = (titled(&from, words), titled(&to, words));
    let said = match share(one) {
        share if share >= 0.0 => {
            words.page_largest_loop(words.percent(share.clamp(0.0, 100.0)), from, to)
        }
        _ => words.page_loop(from, to),
    };
    let reason = one.reason.trim();
    let reason = crate::scene::map::quotes::shortened(reason, 200);
    let said = if reason.is_empty() { said } else { words.page_reason(said, reason) };
    Some((said, Thing::Transition(one.id.clone()), Role::Accent))
}

/// Where in the order of the map a phase or step is, and what it is called.
type End = ((usize, usize), String);

/// The ends of a transition; none where one of them is not there.
fn ends(journey: &Journey, one: &Transition) -> Option<(End, Option<End>)> {
    let find = |id: &Id| -> Option<End> {
        for (place, phase) in journey.phases.iter().enumerate() {
            if phase.id == *id {
                return Some(((place, 0), phase.title.clone()));
            }
            if let Some(step) = phase.steps.index_where(|step| step.id == *id) {
                let own = &phase.steps.get(step)?.title;
                let name = if own.trim().is_empty() { &phase.title } else { own };
                return Some(((place, step + 1), name.clone()));
            }
        }
        None
    };
    let leaves = one.kind == Some(TransitionKind::Leave);
    let to = match one.to.as_ref().filter(|id| !leaves && !id.is_empty()) {
        Some(id) => Some(find(id)?),
        None => None,
    };
    Some((find(&one.from)?, to))
}

/// A transition in words.
fn row(desk: &mut PageContext<'_>, journey: &Journey, one: &Transition) -> Arc<Text> {
    let words = desk.pen.words;
    let name = |end: &End| titled(&end.1, words);
    let said = match ends(journey, one) {
        Some((from, to)) => {
            let back = to.as_ref().is_some_and(|to| to.0 < from.0);
            let label = arcs::label(one, to.is_some(), back, words);
            match &to {
                Some(to) => words.arc_title(name(&from), name(to), label),
                None => words.arc_title_out(name(&from), label),
            }
        }
        None => String::new(),
    };
    let said = crate::scene::map::quotes::shortened(&said, 400).into_owned();
    desk.pen.text(
        &said,
        Style { size: 28.0, line_height: 38.0, ..SMALL },
        Some(ACROSS.span() - 28.0),
    )
}
