//! Where labels of arcs stand, so that the legs of other arcs pass beside them.

use super::{Arch, BETWEEN, rise};
use egui::Rangef;

/// With more arcs than this labels stay where they are: nobody could follow so many.
const MOST: usize = 60;
/// How far a label is moved at a time.
const STRIDE: f32 = 6.0;

/// Where the legs of an arc stand at this height, one or two of them; none where it does not rise
/// above it.
fn legs(arc: &Arch, height: f32) -> impl Iterator<Item = Rangef> {
    let (from, to) = arc.ends;
    // A leg bends towards the other end as a quarter of an ellipse does.
    let rise = (height / arc.height.max(1.0)).clamp(0.0, 1.0);
    let reach = arc.shoulder() * (1.0 - (1.0 - rise * rise).sqrt());
    let towards = (to - from).signum();
    let leg = |x: f32, side: f32| Rangef::new(x.min(x + reach * side), x.max(x + reach * side));
    let both = [Some(leg(from, towards)), arc.to.map(|_| leg(to, -towards))];
    both.into_iter().flatten().filter(move |_| arc.height > height)
}

/// How many of these legs pass through a label from `left` on.
fn crossed(legs: &[Rangef], left: f32, width: f32) -> usize {
    let label = Rangef::new(left - BETWEEN, left + width + BETWEEN);
    legs.iter().filter(|leg| leg.intersects(label)).count()
}

/// The label of those who leave stands before its arc where legs would pass through it after it.
pub(super) fn step_aside(arcs: &mut [Arch], all: Rangef) {
    if arcs.len() > MOST {
        return;
    }
    for index in 0..arcs.len() {
        if arcs[index].to.is_some() {
            continue;
        }
        let others =
            arcs.iter().enumerate().filter(|(other, arc)| *other != index && arc.to.is_some());
        let ends = others.flat_map(|(_, arc)| [arc.ends.0, arc.ends.1]);
        let legs: Vec<Rangef> = ends.map(Rangef::point).collect();
        let arc = &mut arcs[index];
        let before = arc.ends.0.min(arc.ends.1) - BETWEEN - arc.pill.x;
        let width = arc.pill.x;
        if before >= all.min && crossed(&legs, before, width) < crossed(&legs, arc.pill_x, width) {
            arc.stand_at(before);
        }
    }
}

/// Moves labels along their arcs to where the fewest legs of higher arcs pass through them; of
/// several such places the one nearest to the middle.
pub(super) fn slide(arcs: &mut [Arch]) {
    if arcs.len() > MOST {
        return;
    }
    for index in 0..arcs.len() {
        let arc = &arcs[index];
        if arc.to.is_none() {
            continue;
        }
        let (own, width, middle) = (arc.height, arc.pill.x, arc.pill_x);
        let others = arcs.iter().enumerate().filter(|(other, _)| *other != index);
        let top = own + arc.pill.y / 2.0;
        let legs: Vec<Rangef> = others.flat_map(|(_, other)| legs(other, top)).collect();
        let (from, to) = arc.ends;
        let low = from.min(to) + arc.shoulder() / 2.0;
        let high = from.max(to) - arc.shoulder() / 2.0 - width;
        let strides = ((high - low).max(0.0) / STRIDE) as usize + 1;
        let places =
            (0..strides).flat_map(|n| [middle - n as f32 * STRIDE, middle + n as f32 * STRIDE]);
        let places = places.filter(|left| *left == middle || (low..=high).contains(left));
        let best = places.min_by_key(|left| crossed(&legs, *left, width));
        if let Some(best) = best {
            arcs[index].pill_x = best;
        }
    }
}

/// How many legs pass through labels of arcs below them.
fn all_crossed(arcs: &[Arch]) -> usize {
    let one = |(index, arc): (usize, &Arch)| {
        let others = arcs.iter().enumerate().filter(|(other, _)| *other != index);
        let top = arc.height + arc.pill.y / 2.0;
        let legs: Vec<Rangef> = others.flat_map(|(_, other)| legs(other, top)).collect();
        crossed(&legs, arc.pill_x, arc.pill.x)
    };
    arcs.iter().enumerate().map(one).sum()
}

/// Puts the labels of those who leave to the other side of their arcs, one after the other, where
/// fewer legs pass through labels for it.
pub(super) fn turn(arcs: &mut Vec<Arch>, lowest: f32, all: Rangef) {
    if arcs.len() > MOST || !arcs.iter().any(|arc| arc.to.is_none()) {
        return;
    }
    let mut fewest = all_crossed(arcs);
    for index in 0..arcs.len() {
        let Some(arc) = arcs.get(index).filter(|arc| fewest > 0 && arc.to.is_none()) else {
            continue;
        };
        let (low, high) = (arc.ends.0.min(arc.ends.1), arc.ends.0.max(arc.ends.1));
        let is_after = arc.pill_x > low;
        let left = if is_after { low - BETWEEN - arc.pill.x } else { high + BETWEEN };
        if left < all.min || left + arc.pill.x > all.max {
            continue;
        }
        let mut turned = arcs.clone();
        turned[index].stand_at(left);
        rise(&mut turned, lowest);
        slide(&mut turned);
        let crossed = all_crossed(&turned);
        if crossed < fewest && turned.len() == arcs.len() {
            (*arcs, fewest) = (turned, crossed);
        }
    }
}
