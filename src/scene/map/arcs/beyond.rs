//! Arcs of a part of a map that come from, or go to, what is not on it: drawn to its edge, with the
//! name of the phase at the other end.
//!
//! They run above all other arcs, each on a level of its own. Those to the right rise at the left of
//! their headers and those to the left at the right, the nearest to the edge lowest. Their labels
//! stand where no higher one passes, narrower where there is less room.

use super::{LABEL_MAX, LOWEST, MOST, what};
use crate::model::{Id, Journey, Thing, Transition, TransitionKind};
use crate::scene::draw::pen::line_boxes;
use crate::scene::draw::pen::{solid, text_at};
use crate::scene::map::columns::phase_color;
use crate::scene::map::quotes::shortened;
use crate::scene::{
    Align, Columns, Drawing, Face, Item, Paint, Path, Placed, Role, Segment, Stroke, Summary, Text,
    TextEngine, TextStyle,
};
use crate::words::Words;
use crate::words::titled;
use egui::{Rangef, Rect, Vec2, pos2, vec2};
use std::sync::Arc;

/// From a header's edge to the first upright on it, and from one to the next.
const IN: f32 = 16.0;
const APART: f32 = 12.0;
/// How far beyond the columns they reach.
const OUT: f32 = 16.0;
/// From a label's edge to its text, on either side.
const PAD: Vec2 = vec2(16.0, 2.5);
/// Between labels, and between a label and uprights.
const BETWEEN: f32 = 6.0;
/// Of the corner where they turn.
const CORNER: f32 = 14.0;
/// Half the width, and the length, of an arrowhead.
const HEAD: Vec2 = vec2(5.0, 9.0);
/// How wide a label is at most, at text scale 1: the first that finds a free place.
const WIDEST: [f32; 4] = [280.0, 190.0, 130.0, 80.0];
/// How far a label is moved at a time.
const STRIDE: f32 = 6.0;
/// With more than this labels stand in the middle: nobody could follow so many.
const FOLLOWED: usize = 40;

/// One of them.
pub(in crate::scene) struct Beyond<'a> {
    transition: &'a Transition,
    /// It comes from beyond; else it goes there.
    arrives: bool,
    /// What is beyond stands right of the part.
    right: bool,
    role: Role,
    /// The header it joins, from its left to its right.
    header: Rangef,
    /// Where it rises.
    pub(super) x: f32,
    label: String,
    title: String,
}

/// The arcs between `columns`, which are of a part of `whole`, and what is beyond them, from the
/// lowest to the highest.
pub(in crate::scene) fn from_beyond<'a>(
    whole: &'a Journey,
    columns: &Columns,
    words: &Words,
) -> Vec<Beyond<'a>> {
    let known = whole.transitions.iter().take(MOST);
    let all: Vec<Beyond> =
        known.filter_map(|one| Beyond::new(one, whole, columns, words)).collect();
    let (mut right, mut left): (Vec<Beyond>, Vec<Beyond>) =
        all.into_iter().partition(|one| one.right);
    let stand = |arcs: &mut [Beyond], side: f32| {
        for place in 0..arcs.len() {
            let before =
                arcs[..place].iter().filter(|one| one.header == arcs[place].header).count();
            let header = arcs[place].header;
            let edge = if side > 0.0 { header.min } else { header.max };
            let inner = header.shrink(HEAD.x.min(header.span() / 2.0));
            arcs[place].x = inner.clamp(edge + side * (IN + APART * before as f32));
        }
    };
    stand(&mut right, 1.0);
    stand(&mut left, -1.0);
    right.sort_by(|a, b| b.x.total_cmp(&a.x));
    left.sort_by(|a, b| a.x.total_cmp(&b.x));
    right.extend(left);
    right
}

/// Draws them over `columns`, with the headers' top as y = 0; and how much room all arcs then need,
/// of which others take `top`.
pub(in crate::scene) fn beyond(
    engine: &mut TextEngine,
    all: Vec<Beyond>,
    columns: &Columns,
    scale: f32,
    top: f32,
) -> (Vec<Placed>, f32) {
    let ends = columns.phases.iter().fold(Rangef::NOTHING, |all, phase| {
        Rangef::new(all.min.min(phase.x), all.max.max(phase.x + phase.width))
    });
    let style = TextStyle {
        face: Face::Medium,
        size: 12.0 * scale,
        line_height: 16.0 * scale,
        align: Align::Start,
    };
    let (mut placed, mut used) = (Vec::new(), top);
    let uprights: Vec<f32> = all.iter().map(|one| one.x).collect();
    let followed = all.len() <= FOLLOWED;
    for (place, one) in all.into_iter().enumerate() {
        let run = match one.right {
            true => Rangef::new((one.x + CORNER).min(ends.max), ends.max),
            false => Rangef::new(ends.min, (one.x - CORNER).max(ends.min)),
        };
        let higher = if followed { uprights.get(place + 1..).unwrap_or_default() } else { &[] };
        let label = shortened(&one.label, LABEL_MAX);
        let mut text_at = |widest: f32| {
            let widest = (widest * scale).min(run.span() - 2.0 * PAD.x).max(80.0 * scale);
            engine.layout(&label, &style, Some(widest))
        };
        let mut text = text_at(WIDEST[0]);
        let mut left = free_place(run, text.size.x + PAD.x * 2.0, higher);
        for widest in WIDEST.into_iter().skip(1).filter(|_| followed) {
            if left.is_some() {
                break;
            }
            let narrower = text_at(widest);
            left = free_place(run, narrower.size.x + PAD.x * 2.0, higher);
            if left.is_some() {
                text = narrower;
            }
        }
        let pill = text.size + PAD * 2.0;
        let height = (LOWEST * scale).max(used + BETWEEN + pill.y / 2.0);
        used = height + pill.y / 2.0;
        let middle = run.center() - pill.x / 2.0;
        let pill_x = left.unwrap_or(middle).min(ends.max - pill.x).max(ends.min);
        let edge = if one.right { ends.max + OUT } else { ends.min - OUT };
        let pill = Rect::from_min_size(pos2(pill_x, -height - pill.y / 2.0), pill);
        placed.push(one.placed(edge, height, pill, text));
    }
    let top = if used > top { used + BETWEEN } else { top };
    (placed, top)
}

/// Where on its run a label so wide has no upright behind it, the nearest to the middle.
fn free_place(run: Rangef, width: f32, uprights: &[f32]) -> Option<f32> {
    let middle = run.center() - width / 2.0;
    let count = ((run.span() - width).max(0.0) / 2.0 / STRIDE) as usize;
    let lefts = (0..=count).flat_map(|n| [-1.0, 1.0].map(|way| middle + way * n as f32 * STRIDE));
    lefts.into_iter().find(|left| {
        let label = Rangef::new(left - BETWEEN, left + width + BETWEEN);
        let on_run = count == 0 || (*left >= run.min && left + width <= run.max);
        on_run && !uprights.iter().any(|x| label.contains(*x))
    })
}

/// The place of the phase that `id` is, or is a step of, and what that phase is called.
fn phase_of<'a>(whole: &'a Journey, id: &Id) -> Option<(usize, &'a str)> {
    let place = whole
        .phases
        .index_where(|phase| phase.id == *id || phase.steps.iter().any(|step| step.id == *id))?;
    Some((place, &whole.phases.get(place)?.title))
}

impl<'a> Beyond<'a> {
    /// None where both ends are among the columns, neither is, or both are of one phase.
    fn new(
        transition: &'a Transition,
        whole: &Journey,
        columns: &Columns,
        words: &Words,
    ) -> Option<Self> {
        let leaves = transition.kind == Some(TransitionKind::Leave);
        let to = transition.to.as_ref().filter(|id| !leaves && !id.is_empty())?;
        let header = |id: &Id| -> Option<(Rangef, u8)> {
            if let Some(phase) = columns.phases.iter().find(|phase| phase.id == *id) {
                return Some((Rangef::new(phase.x, phase.x + phase.width), phase.color));
            }
            let step = columns.steps.iter().find(|step| step.id == *id)?;
            let color = columns.phases.get(step.phase)?.color;
            Some((Rangef::new(step.x, step.x + step.width), color))
        };
        let (arrives, (header, own), other, here) = match (header(&transition.from), header(to)) {
            (Some(from), None) => (false, from, to, &transition.from),
            (None, Some(at)) => (true, at, &transition.from, to),
            _ => return None,
        };
        let ((there, name), (here, here_name)) = (phase_of(whole, other)?, phase_of(whole, here)?);
        if there == here {
            return None;
        }
        let (name, here_name) = (titled(name, words), titled(here_name, words));
        let back = if arrives { there > here } else { there < here };
        let what = what(transition, false, back, words);
        let (what, title) = match arrives {
            true => (words.arc_from(&what, &name), words.arc_title(&name, &here_name, &what)),
            false => (words.arc_to(&what, &name), words.arc_title(&here_name, &name, &what)),
        };
        let reason = transition.reason.trim();
        let with = |what: String| match reason {
            "" => what,
            reason => words.arc_reason(&what, reason),
        };
        let (label, title) = (with(what), with(title));
        // In the colour of the phase it comes from, as on the whole map.
        let color = match whole.phases.get(there).filter(|_| arrives) {
            Some(from) => phase_color(there, from),
            None => own,
        };
        let (right, role) = (there > here, Role::PhaseText(color));
        Some(Self { transition, arrives, right, role, header, x: 0.0, label, title })
    }

    fn placed(self, edge: f32, h: f32, pill: Rect, text: Arc<Text>) -> Placed {
        let x = self.x;
        let side = if self.right { 1.0 } else { -1.0 };
        let corner = CORNER.min((edge - x).abs()).min(h);
        let k = corner * (1.0 - 0.552_284_8);
        let line = vec![
            Segment::Move(pos2(x, 0.0)),
            Segment::Line(pos2(x, corner - h)),
            Segment::Cubic(pos2(x, k - h), pos2(x + side * k, -h), pos2(x + side * corner, -h)),
            Segment::Line(pos2(edge, -h)),
        ];
        // It points down to the header, or out over the edge.
        let (tip, wings) = match self.arrives {
            true => (pos2(x, -1.0), [vec2(-HEAD.x, -HEAD.y), vec2(HEAD.x, -HEAD.y)]),
            false => {
                (pos2(edge, -h), [vec2(-HEAD.y * side, -HEAD.x), vec2(-HEAD.y * side, HEAD.x)])
            }
        };
        let [one, other] = wings.map(|wing| tip + wing);
        let head = vec![Segment::Move(one), Segment::Line(tip), Segment::Line(other)];
        let points = [pos2(x, 0.0), tip, one, other, pos2(edge, -h)];
        let bounds = Rect::from_points(&points).union(pill);
        let moved = -bounds.min.to_vec2();
        let paint: Paint = self.role.into();
        let drawn = |segments: Vec<Segment>, dash| {
            let mut path = Path { segments, convex: false };
            path.shift(moved);
            let stroke = Some(Stroke { width: 1.8, paint, dash });
            Item::Path { path: Arc::new(path), fill: None, stroke }
        };
        let corner = pill.min + moved + PAD;
        let summary = Summary { lines: line_boxes(corner, &text), ..Summary::default() };
        let text_rect = Rect::from_min_size(corner, text.size);
        let items = vec![
            drawn(line, Some((5.0, 4.0))),
            drawn(head, None),
            Item::Rect {
                rect: pill.translate(moved),
                radius: (10.5f32).min(pill.height() / 2.0),
                fill: Some(Role::Paper.into()),
                stroke: Some(solid(1.0, paint)),
                shadow: false,
            },
            text_at(corner, text, Role::Ink),
        ];
        let drawing = Drawing { size: bounds.size(), items, summary, ..Drawing::default() };
        let thing = Thing::Transition(self.transition.id.clone());
        let drawing = Arc::new(drawing);
        Placed { thing, title: self.title, at: bounds.min, drawing, text_rect }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Phase, Project, Step};
    use crate::scene::{Layout, Scene};
    use crate::words::Lang;

    /// Three phases of two steps each, and ways between all of them and out.
    fn whole() -> Journey {
        let ways = [
            ("p1", Some("p0"), TransitionKind::LoopBack, "too late"),
            ("p0a", Some("p2"), TransitionKind::Skip, ""),
            ("p2b", Some("p1a"), TransitionKind::LoopBack, ""),
            ("p0", Some("p1b"), TransitionKind::Skip, ""),
            ("p1a", Some("p1b"), TransitionKind::Skip, ""),
            ("p1", None, TransitionKind::Leave, ""),
        ];
        let ways =
            ways.into_iter().enumerate().map(|(place, (from, to, kind, reason))| Transition {
                id: Id::new(&format!("t{place}")),
                from: Id::new(from),
                to: to.map(Id::new),
                kind: Some(kind),
                share: Some(10.0 + place as f64),
                reason: reason.into(),
                ..Transition::default()
            });
        let phases =
            ["First", "Second", "Third"].into_iter().enumerate().map(|(place, title)| Phase {
                id: Id::new(&format!("p{place}")),
                title: title.into(),
                steps: ["a", "b"]
                    .map(|name| Step { id: Id::new(&format!("p{place}{name}")), ..Step::default() })
                    .into_iter()
                    .collect(),
                ..Phase::default()
            });
        let (phases, transitions) = (phases.collect(), ways.collect());
        Journey { id: Id::new("j"), phases, transitions, ..Journey::default() }
    }

    /// The phase at `place` alone.
    fn alone(place: usize) -> Arc<Scene> {
        let whole = whole();
        let mut part = whole.clone();
        part.phases.retain(|phase| phase.id == whole.phases[place].id);
        let journeys = [part].into_iter().collect();
        let project = Arc::new(Project { journeys, ..Project::default() });
        let mut layout = Layout::new();
        layout.whole = Some(Arc::new(whole));
        layout.scene(&project, &Id::new("j"), &Words::new(Lang::En), 1.0).unwrap()
    }

    #[test]
    fn arcs_that_leave_a_part_say_where_they_go_and_reach_its_edge() {
        let rows: [&[&str]; 3] = [
            &[
                "Second → First: 10% go back: too late",
                "First → Third: 11% skip ahead",
                "First → Second: 13% skip ahead",
            ],
            &[
                "Second → First: 10% go back: too late",
                "Third → Second: 12% go back",
                "First → Second: 13% skip ahead",
            ],
            &["First → Third: 11% skip ahead", "Third → Second: 12% go back"],
        ];
        for (place, expected) in rows.iter().enumerate() {
            let scene = alone(place);
            let (left, right) = (scene.body_x, scene.columns.right(scene.body_x));
            let known = |placed: &&Placed| matches!(placed.thing, Thing::Transition(_));
            let ways: Vec<&Placed> = scene.head.iter().filter(known).collect();
            let rect = |one: &Placed| Rect::from_min_size(one.at, one.drawing.size);
            let mut beyond: Vec<(&str, Rect)> =
                ways.iter().map(|one| (one.title.as_str(), rect(one))).collect();
            beyond.retain(|(_, rect)| rect.left() < left - 1.0 || rect.right() > right + 1.0);
            let mut titles: Vec<&str> = beyond.iter().map(|(title, _)| *title).collect();
            titles.sort_by_key(|title| expected.iter().position(|one| one == title));
            assert_eq!(titles, *expected, "{place}");
            // Within the map, above the headers, and those to earlier phases to the left.
            for (title, rect) in beyond {
                assert!(rect.left() >= 0.0 && rect.right() <= scene.size.x, "{title}: {rect}");
                assert!(rect.top() > 0.0 && rect.bottom() <= scene.header_y + 1.0, "{title}");
                let other = title.split([':', '→']).map(str::trim).take(2);
                let names = ["First", "Second", "Third"];
                let other = other.filter_map(|name| names.iter().position(|one| *one == name));
                let goes_left = other.clone().any(|one| one < place);
                assert_eq!(rect.left() < left - 1.0, goes_left, "{title}");
            }
            assert_eq!(ways.len(), expected.len() + if place == 1 { 2 } else { 0 });
        }
    }

    #[test]
    fn a_whole_map_has_no_arcs_beyond() {
        let whole = whole();
        let journeys = [whole.clone()].into_iter().collect();
        let project = Arc::new(Project { journeys, ..Project::default() });
        let words = Words::new(Lang::En);
        let scene = Layout::new().scene(&project, &whole.id, &words, 1.0).unwrap();
        let engine = &mut TextEngine::new();
        let others = from_beyond(&whole, &scene.columns, &words);
        let (arcs, top) = beyond(engine, others, &scene.columns, 1.0, 7.0);
        assert_eq!((arcs.len(), top), (0, 7.0));
    }
}
