//! On which level each arc runs, and where its label stands on it, so that nothing passes behind it.
//!
//! Arcs are laid from the outermost in: the longest first. What is laid later runs lower where the
//! two overlap, so a label has only to stand clear of the uprights of arcs laid before it. Where it
//! finds no such place, even with uprights moved within their headers, its arc is laid before all
//! others instead: above it nothing goes up but the arcs of a part that come from beyond it. Those
//! stand where they are, and labels stand clear of them.

use super::ends::{APART, inner, set};
use super::{Arch, BETWEEN, CORNER, HEAD, HIGHEST, Header, LEVEL, LOWEST, OUT};
use egui::Rangef;

/// With more arcs than this labels stand in the middle: nobody could follow so many.
const MOST: usize = 60;
/// So often an arc is laid before all others for its label's sake.
const TRIES: usize = 40;
/// How far a label is moved at a time.
const STRIDE: f32 = 6.0;
/// How far the arrow out is made longer at a time, and how often.
const LONGER: (f32, usize) = (12.0, 60);
/// What it costs to move an upright, in units of distance of a label from the middle of its run.
const MOVED: f32 = 30.0;
/// An arrowhead before a label is kept clear with it.
pub(super) const ARROW: f32 = HEAD.y + BETWEEN;
/// Below the lowest label there is room for arrowheads.
const FOOT: f32 = 18.0;

/// Where labels may stand.
#[derive(Clone, Copy)]
pub(super) struct LabelRoom<'a> {
    /// From where to where there are columns.
    pub all: Rangef,
    /// Where uprights pass that belong to none of these arcs.
    pub passed: &'a [f32],
}

/// Lays all arcs. Returns the places of those whose labels have uprights behind them.
pub(super) fn arrange(
    arcs: &mut Vec<Arch>,
    headers: &[Header],
    room: LabelRoom,
    scale: f32,
) -> Vec<usize> {
    let all = room.all;
    for arc in arcs.iter_mut() {
        let left = places(arc, all).next().map_or(all.min, |place| place.left);
        arc.stand_at(left);
    }
    // The longest first; of those that go as far the earlier.
    let mut order: Vec<usize> = (0..arcs.len()).collect();
    order.sort_by(|a, b| arcs[*b].x.span().total_cmp(&arcs[*a].x.span()).then(a.cmp(b)));
    let mut crowded = Vec::new();
    if arcs.len() <= MOST {
        let mut best: Option<(Vec<usize>, Vec<Arch>, Vec<usize>)> = None;
        for _ in 0..=TRIES.min(arcs.len() * 2) {
            let mut laid = arcs.clone();
            let failed = lay(&mut laid, &order, headers, room);
            let first = failed.first().copied();
            if best.as_ref().is_none_or(|(least, ..)| failed.len() < least.len()) {
                best = Some((failed, laid, order.clone()));
            }
            let Some(first) = first else { break };
            order.retain(|index| *index != first);
            order.insert(0, first);
        }
        if let Some((failed, laid, best)) = best {
            (*arcs, order, crowded) = (laid, best, failed);
        }
    }
    rise(arcs, &order, scale);
    crowded
}

/// A place for a label.
#[derive(Clone, Copy)]
struct Place {
    left: f32,
    /// Where the arrow of those who leave ends.
    tip: Option<f32>,
    /// How much worse it is than the first.
    cost: f32,
}

/// The places where the label of an arc may stand, the best first.
fn places(arc: &Arch, all: Rangef) -> impl Iterator<Item = Place> + use<> {
    let (width, run, from) = (arc.pill.x, arc.run(), arc.ends.0);
    let within = Rangef::new(all.min, (all.max - width).max(all.min));
    let mut found = Vec::new();
    if arc.to.is_some() {
        let middle = within.clamp(run.center() - width / 2.0);
        // A label wider than its run covers all of it.
        let (a, b) = (run.min, run.max - width);
        let strides = ((b - a).abs() / STRIDE / 2.0) as usize + 1;
        let lefts =
            (0..=strides).flat_map(|n| [-1.0, 1.0].map(|way| middle + way * n as f32 * STRIDE));
        let lefts = lefts.filter(|left| (a.min(b)..=a.max(b)).contains(left) || *left == middle);
        found.extend(lefts.filter(|left| within.contains(*left)).map(|left| {
            let cost = (left - middle).abs();
            Place { left, tip: None, cost }
        }));
    } else {
        let tips = (0..LONGER.1).map(|n| from + OUT + LONGER.0 * n as f32);
        let after = tips.map(|tip| (tip + BETWEEN, tip)).filter(|(left, _)| *left <= within.max);
        found.extend(after.filter(|(left, _)| *left + width <= all.max).map(|(left, tip)| Place {
            left,
            tip: Some(tip),
            cost: tip - from - OUT,
        }));
        // Before the arc where there is no room after it.
        let tip = (from + OUT).min(all.max).max(from + 1.0);
        let before = (0..LONGER.1).map(|n| from - CORNER - width - LONGER.0 * n as f32);
        let before = before.filter(|left| *left >= all.min);
        found.extend(before.map(|left| Place { left, tip: Some(tip), cost: 400.0 + from - left }));
        if found.is_empty() {
            found.push(Place { left: within.clamp(from - width), tip: Some(tip), cost: 0.0 });
        }
    }
    found.into_iter()
}

/// Gives each label in this order a place, and says which found none without uprights behind it.
fn lay(arcs: &mut Vec<Arch>, order: &[usize], headers: &[Header], room: LabelRoom) -> Vec<usize> {
    let mut failed = Vec::new();
    for (rank, index) in order.iter().copied().enumerate() {
        let outer = &order[..rank];
        let mut best: Option<(f32, Vec<Arch>)> = None;
        let mut fewest: Option<(usize, Place)> = None;
        for place in places(&arcs[index], room.all) {
            if best.as_ref().is_some_and(|(cost, _)| *cost <= place.cost) {
                continue;
            }
            let mut label = label_at(place.left, arcs[index].pill.x);
            if let Some(tip) = place.tip.filter(|tip| *tip < place.left) {
                label.min = tip - ARROW;
            }
            let behind: Vec<(usize, bool)> = behind(arcs, outer, label).collect();
            let passed = room.passed.iter().filter(|x| label.contains(**x)).count();
            if fewest.is_none_or(|(count, _)| behind.len() + passed < count) {
                fewest = Some((behind.len() + passed, place));
            }
            let cost = place.cost + MOVED * behind.len() as f32;
            if passed > 0
                || behind.len() > 3
                || best.as_ref().is_some_and(|(least, _)| *least <= cost)
            {
                continue;
            }
            let mut moved = arcs.clone();
            if behind.into_iter().all(|end| step_aside(&mut moved, end, outer, label, headers)) {
                stand(&mut moved[index], place);
                best = Some((cost, moved));
            }
        }
        match (best, fewest) {
            (Some((_, moved)), _) => *arcs = moved,
            (None, Some((_, place))) => {
                stand(&mut arcs[index], place);
                failed.push(index);
            }
            (None, None) => {}
        }
    }
    failed
}

fn stand(arc: &mut Arch, place: Place) {
    if let Some(tip) = place.tip {
        arc.ends.1 = tip;
    }
    arc.stand_at(place.left);
}

fn label_at(left: f32, width: f32) -> Rangef {
    Rangef::new(left - BETWEEN, left + width + BETWEEN)
}

/// The ends of arcs laid before whose uprights would pass behind a label: which arc, and is it the
/// end with the arrow?
fn behind<'a>(
    arcs: &'a [Arch],
    outer: &'a [usize],
    label: Rangef,
) -> impl Iterator<Item = (usize, bool)> + 'a {
    outer.iter().flat_map(move |index| {
        let uprights = arcs[*index].uprights().zip([false, true]);
        uprights.filter(move |(x, _)| label.contains(*x)).map(|(_, arrow)| (*index, arrow))
    })
}

/// Moves an upright out from behind a label, within its header and between its neighbours; false
/// where it cannot go.
fn step_aside(
    arcs: &mut [Arch],
    (index, arrow): (usize, bool),
    outer: &[usize],
    label: Rangef,
    headers: &[Header],
) -> bool {
    let arc = &arcs[index];
    let x = if arrow { arc.ends.1 } else { arc.ends.0 };
    let header = if arrow { arc.to } else { Some(arc.from) };
    let Some(header) = header.and_then(|header| headers.get(header)) else { return false };
    let mut room = inner(header.x);
    for (other, arc) in arcs.iter().enumerate() {
        for (at, end) in arc.uprights().zip([false, true]) {
            if (other, end) == (index, arrow) {
                continue;
            }
            match at <= x {
                true => room.min = room.min.max(at + APART),
                false => room.max = room.max.min(at - APART),
            }
        }
    }
    let free = |to: &f32| {
        let mut moved = arcs[index].clone();
        set(std::slice::from_mut(&mut moved), 0, arrow, *to);
        // Its own label must stay on its run, and those laid after it clear of it.
        let run = moved.run();
        let own = Rangef::new(moved.pill_x, moved.pill_x + moved.pill.x);
        let on_run = moved.to.is_none()
            || (run.min <= own.min && own.max <= run.max)
            || (own.min <= run.min && run.max <= own.max);
        let rank = outer.iter().position(|other| *other == index).unwrap_or(0);
        let later = outer.iter().skip(rank + 1);
        on_run
            && room.contains(*to)
            && later.clone().all(|other| !arcs[*other].label_x().contains(*to))
    };
    let mut sides = [label.min - 0.5, label.max + 0.5];
    sides.sort_by(|a, b| (a - x).abs().total_cmp(&(b - x).abs()));
    let Some(to) = sides.into_iter().find(free) else { return false };
    let leaves = arcs[index].to.is_none();
    set(arcs, index, arrow, to);
    if leaves {
        // Its arrow and label stay where they are as long as they are to its right.
        if arcs[index].ends.1 - to < OUT / 2.0 {
            return false;
        }
    }
    let left = arcs[index].pill_x;
    arcs[index].stand_at(left);
    true
}

/// Lets each arc rise above those laid after it that it overlaps.
fn rise(arcs: &mut [Arch], order: &[usize], scale: f32) {
    let mut done: Vec<usize> = Vec::with_capacity(order.len());
    for index in order.iter().rev().copied() {
        let (x, half) = (arcs[index].x, arcs[index].pill.y / 2.0);
        let mut height = (LOWEST * scale).max(half + FOOT);
        for other in &done {
            let below = &arcs[*other];
            if below.x.min < x.max + HEAD.x && x.min - HEAD.x < below.x.max {
                let apart = (LEVEL * scale).max(half + below.pill.y / 2.0 + BETWEEN);
                height = height.max(below.height + apart);
            }
        }
        arcs[index].height = height;
        if height <= HIGHEST {
            done.push(index);
        }
    }
}
