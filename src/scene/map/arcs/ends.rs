//! Where arcs stand on the headers they join: each end has a place of its own.

use super::{Arch, HEAD, Header, OUT};
use egui::Rangef;
use std::collections::HashMap;

/// Two ends are at least this far apart, where their headers have room.
pub(super) const APART: f32 = 12.0;

/// How much of the right end of a header is its point.
const POINT: f32 = 20.0;

/// Gives each end of each arc a place of its own on its header.
pub(super) fn spread_ends(arcs: &mut [Arch], headers: &[Header]) {
    /// An end of an arc: what it is sorted by, which arc, is it the end with the arrow?
    type End = (bool, f32, usize, bool);
    let mut ends: HashMap<usize, Vec<End>> = HashMap::new();
    let middle = |at: usize| headers.get(at).map_or(0.0, |header| header.x.center());
    for (index, arc) in arcs.iter().enumerate() {
        let mut end = |header: usize, right: bool, other: f32, arrow: bool| {
            // Of several arcs between the same two, the one outside at one end is so at the other.
            ends.entry(header).or_default().push((right, other, index, arrow));
        };
        match arc.to {
            // Those who leave stand furthest to the right, as if they went to what is nearest.
            None => end(arc.from, true, f32::NEG_INFINITY, false),
            Some(to) if to == arc.from => {
                end(to, false, f32::NEG_INFINITY, true);
                end(to, true, f32::INFINITY, false);
            }
            Some(to) => {
                end(arc.from, !arc.back, middle(to), false);
                end(to, arc.back, middle(arc.from), true);
            }
        }
    }
    #[expect(clippy::iter_over_hash_type, reason = "each header is by itself")]
    for (header, mut ends) in ends {
        let Some(header) = headers.get(header) else { continue };
        // Arcs to the left stand left of those to the right. Among those to the left the nearest
        // stands left, among those to the right the furthest: so they nest.
        ends.sort_by(|a, b| {
            let twins = if a.0 { b.2.cmp(&a.2) } else { a.2.cmp(&b.2) };
            a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)).then(twins)
        });
        let apart = header.x.span() / (ends.len() + 1) as f32;
        for (place, (_, _, arc, arrow)) in ends.into_iter().enumerate() {
            let x = inner(header.x).clamp(header.x.min + apart * (place + 1) as f32);
            set(arcs, arc, arrow, x);
        }
    }
    part(arcs, headers);
    for arc in arcs.iter_mut().filter(|arc| arc.to.is_none()) {
        arc.ends.1 = arc.ends.0 + OUT;
    }
}

/// Moves ends apart that came to the same place on a phase and on one of its steps.
fn part(arcs: &mut [Arch], headers: &[Header]) {
    let mut ends: Vec<(f32, usize, usize, bool)> = Vec::new();
    for (index, arc) in arcs.iter().enumerate() {
        ends.push((arc.ends.0, arc.from, index, false));
        ends.extend(arc.to.map(|to| (arc.ends.1, to, index, true)));
    }
    ends.sort_by(|a, b| a.0.total_cmp(&b.0).then((a.2, a.3).cmp(&(b.2, b.3))));
    let mut before: Option<(f32, usize)> = None;
    for (x, header, index, arrow) in ends {
        let mut x = x;
        if let Some((left, other)) = before
            && other != header
            && x - left < APART
            && let Some(reach) = headers.get(header).map(|header| inner(header.x))
        {
            x = (left + APART).min(reach.max).max(x);
            set(arcs, index, arrow, x);
        }
        before = Some((x, header));
    }
}

/// Where on a header arcs may stand: not on the point it ends in.
pub(super) fn inner(header: Rangef) -> Rangef {
    let half = header.span() / 2.0;
    Rangef::new(header.min + HEAD.x.min(half), header.max - POINT.min(half))
}

/// Puts one end of an arc there: the one with the arrow, or the other.
pub(super) fn set(arcs: &mut [Arch], index: usize, arrow: bool, x: f32) {
    let Some(arc) = arcs.get_mut(index) else { return };
    if arrow {
        arc.ends.1 = x;
    } else {
        arc.ends.0 = x;
    }
}
