//! The path between channels: a row for each channel in use, a node for each touchpoint, and a sign
//! wherever the customer goes from a screen out into the world or back, or to another device.

use super::Sketch;
use crate::insight::{Switch, has_path, is_digital, switch_between};
use crate::model::{Card, CardRef, Channel, Id, Journey, Lane, Medium, Part, Thing, View};
use crate::scene::draw::icon::channel_icon;
use crate::scene::draw::pen::{self, Pen, circle, emoji_at, solid, text_at};
use crate::scene::map::strip::{LaneStops, Rows, StopOrder, Stops};
use crate::scene::map::strip::{MadeFrom, Strip};
use crate::scene::{Columns, Drawing, Item, Path, Placed, Role, Segment, StepColumn};
use crate::words::Named;
use egui::{Pos2, Rect, pos2, vec2};
use std::sync::Arc;

/// A channel's row is at least this high, at text scale 1.
const ROW: f32 = 27.0;
const RADIUS: f32 = 6.5;
/// Of the sign where the customer changes between digital and physical.
const SWITCH: f32 = 9.0;
const ICON_X: f32 = 74.0;
const LABEL_X: f32 = 88.0;
const LABEL_GAP: f32 = 8.0;

impl LaneStops {
    fn of(lane: &Lane, columns: &Columns, view: &View) -> Self {
        let mut found = Self { stops: Vec::new(), channels: Vec::new() };
        let cards = lane.cards.iter().enumerate().filter(|(_, card)| view.shows_card(card));
        for (place, card) in cards {
            let (Some(channel), Some(&step)) = (&card.channel, columns.index.get(&card.step))
            else {
                continue;
            };
            if !found.channels.contains(channel) {
                found.channels.push(channel.clone());
            }
            found.stops.push((step, place));
        }
        found
    }
}

/// Has a lane the same touchpoints in the same channels and steps as it had?
fn same_stops(was: &Lane, lane: &Lane, view: &View) -> bool {
    let alike = |(a, b): (&Arc<Card>, &Arc<Card>)| {
        let shown = |card| view.shows_card(card);
        Arc::ptr_eq(a, b) || (&a.channel, &a.step) == (&b.channel, &b.step) && shown(a) == shown(b)
    };
    was.cards.len() == lane.cards.len() && was.cards.iter().zip(lane.cards.iter()).all(alike)
}

impl Stops {
    fn drawn(&self, step: usize) -> Option<&Arc<Vec<Placed>>> {
        self.groups.get(step + 1)
    }

    /// The touchpoints of a step.
    fn of(&self, step: usize) -> &[(usize, usize)] {
        let StopOrder { stops, starts } = &*self.order;
        let start = |step: usize| starts.get(step).copied().unwrap_or(stops.len());
        stops.get(start(step)..start(step + 1)).unwrap_or_default()
    }

    fn card(&self, (lane, place): (usize, usize)) -> Option<&Arc<Card>> {
        self.lanes.get(lane)?.cards.get(place)
    }

    /// Does a step have the very touchpoints it has in `other`, in the lanes they are in there?
    fn same(&self, other: &Self, step: usize) -> bool {
        let (own, others) = (self.of(step), other.of(step));
        let lane =
            |path: &Self, stop: &(usize, usize)| path.lanes.get(stop.0).map(|lane| lane.id.clone());
        let alike = |(a, b): (&(usize, usize), &(usize, usize))| {
            let both = self.card(*a).zip(other.card(*b));
            both.is_some_and(|(a, b)| Arc::ptr_eq(a, b)) && lane(self, a) == lane(other, b)
        };
        own.len() == others.len() && own.iter().zip(others).all(alike)
    }

    /// The nodes of a step, evenly over its width.
    fn nodes(&self, step: usize) -> Vec<Node<'_>> {
        let Some(column) = self.columns.steps.get(step) else { return Vec::new() };
        let stops = self.of(step);
        let each = column.width / stops.len().max(1) as f32;
        let node = |(place, stop): (usize, &(usize, usize))| {
            let (lane, card) = (&self.lanes.get(stop.0)?.id, self.card(*stop)?);
            let (_, y) = self.rows.iter().find(|(one, _)| Some(one) == card.channel.as_ref())?;
            let at = pos2(column.x + each * (place as f32 + 0.5), *y);
            Some(Node { lane, card, at, digital: is_digital(card) })
        };
        stops.iter().enumerate().filter_map(node).collect()
    }
}

/// A node of the path.
struct Node<'a> {
    lane: &'a Id,
    card: &'a Arc<Card>,
    at: Pos2,
    digital: Option<bool>,
}

/// The path; none where no touchpoint has a channel. `top` is how high the lane's title is.
pub(crate) fn path(
    pen: &mut Pen,
    journey: &Journey,
    columns: &Arc<Columns>,
    top: f32,
    before: Option<&Strip>,
) -> Option<Strip> {
    let view = pen.view;
    let lanes = journey.lanes.iter();
    let lanes = lanes.filter(|lane| has_path(&lane.kind) && view.shows_lane(lane));
    let lanes: Vec<Arc<Lane>> = lanes.cloned().collect();
    let old = before.and_then(|before| match &before.made {
        MadeFrom::Path(stops) => Some((before, stops)),
        MadeFrom::Columns | MadeFrom::Curve(_) => None,
    });
    let top = (top - 8.0).max(0.0);
    let old = old.filter(|(_, old)| Arc::ptr_eq(&old.columns, columns) && old.top == top);
    let at_once = |(_, old): &(&Strip, &Arc<Stops>)| {
        old.lanes.len() == lanes.len()
            && old.lanes.iter().zip(&lanes).all(|(a, b)| Arc::ptr_eq(a, b))
    };
    if let Some((before, _)) = old.filter(at_once) {
        return Some(before.clone());
    }
    let found = |lane: &Arc<Lane>| {
        let known = old.and_then(|(_, old)| {
            let place = old.lanes.iter().position(|one| one.id == lane.id)?;
            let as_found = |was: &Lane| same_stops(was, lane, view);
            let same = Arc::ptr_eq(&old.lanes[place], lane) || as_found(&old.lanes[place]);
            old.found.get(place).filter(|_| same).cloned()
        });
        known.unwrap_or_else(|| Arc::new(LaneStops::of(lane, columns, view)))
    };
    let found: Vec<Arc<LaneStops>> = lanes.iter().map(found).collect();
    let mut used: Vec<Channel> = Vec::new();
    for channel in found.iter().flat_map(|found| &found.channels) {
        if !used.contains(channel) {
            used.push(channel.clone());
        }
    }
    // Common ones in the order they are offered, own ones after them as they are met.
    let place = |channel: &Channel| Channel::ALL.iter().position(|one| one == channel);
    used.sort_by_key(|channel| place(channel).unwrap_or(usize::MAX));
    let old = old.filter(|(_, old)| old.rows.iter().map(|(channel, _)| channel).eq(&used));
    let (rows, title, height) = match old {
        Some((before, old)) => (old.rows.clone(), before.title.clone(), before.height),
        None => rows(pen, used, top)?,
    };
    let as_found = |(_, old): &(&Strip, &Arc<Stops>)| {
        old.found.len() == found.len()
            && old.found.iter().zip(&found).all(|(a, b)| Arc::ptr_eq(a, b))
    };
    let in_place = old.filter(as_found).map(|(_, old)| &**old);
    let order = match in_place {
        Some(old) => old.order.clone(),
        None => Arc::new(in_order(&found, columns.steps.len())),
    };
    let guides = match old.and_then(|(_, old)| old.groups.first()) {
        Some(guides) => guides.clone(),
        None => Arc::new(guides(columns, &rows)),
    };
    let (columns, groups) = (columns.clone(), Arc::default());
    let mut path = Stops { lanes, found, top, columns, rows, order, groups };
    let groups = match in_place {
        Some(old) => redrawn_steps(pen, &path, old),
        None => drawn_steps(pen, &path, guides, old.map(|(_, old)| &**old)),
    };
    path.groups = Arc::new(groups);
    let (groups, made) = (path.groups.clone(), MadeFrom::Path(Arc::new(path)));
    let reach = groups.first().map_or(0.0, |guides| super::widest(guides));
    let strip = Strip::new(pen, Part::ChannelPath, height, Vec::new());
    Some(Strip { title, made, groups, reach, ..strip })
}

/// What is drawn: the guides, and what each step has. What has the touchpoints it had and is joined to what it was joined
/// to is as it was.
fn drawn_steps(
    pen: &Pen,
    path: &Stops,
    guides: Arc<Vec<Placed>>,
    old: Option<&Stops>,
) -> Vec<Arc<Vec<Placed>>> {
    let nothing = Arc::new(Vec::new());
    let (mut joined, mut last) = (true, None);
    let mut drawn = Vec::with_capacity(path.columns.steps.len() + 1);
    drawn.push(guides);
    for (index, column) in path.columns.steps.iter().enumerate() {
        let same = old.is_some_and(|old| path.same(old, index));
        let kept = old.filter(|_| same && joined).and_then(|old| old.drawn(index));
        let is_empty = path.of(index).is_empty();
        drawn.push(match kept {
            Some(kept) => kept.clone(),
            None if is_empty => nothing.clone(),
            None => drawn_step(pen, path, index, column, last),
        });
        if !is_empty || old.is_some_and(|old| !old.of(index).is_empty()) {
            joined = same;
        }
        if !is_empty {
            last = Some(index);
        }
    }
    drawn
}

/// The same where cards have changed but are where they were: the steps they are in and those the
/// path goes to from there.
fn redrawn_steps(pen: &Pen, path: &Stops, old: &Stops) -> Vec<Arc<Vec<Placed>>> {
    let mut drawn = Vec::clone(&old.groups);
    let lanes = path.lanes.iter().zip(&old.lanes).zip(&path.found);
    for ((lane, was), found) in lanes.filter(|((lane, was), _)| !Arc::ptr_eq(lane, was)) {
        let changed = found.stops.iter().filter(|(_, place)| {
            let both = lane.cards.get(*place).zip(was.cards.get(*place));
            !both.is_some_and(|(a, b)| Arc::ptr_eq(a, b))
        });
        for (step, _) in changed {
            let is_full = |step: &usize| !path.of(*step).is_empty();
            let next = (step + 1..path.columns.steps.len()).find(is_full);
            for index in std::iter::once(*step).chain(next) {
                let last = (0..index).rev().find(is_full);
                if let (Some(place), Some(column)) =
                    (drawn.get_mut(index + 1), path.columns.steps.get(index))
                {
                    *place = drawn_step(pen, path, index, column, last);
                }
            }
        }
    }
    drawn
}

/// What is drawn for one step; `last` is the step the path comes from.
fn drawn_step(
    pen: &Pen,
    path: &Stops,
    index: usize,
    column: &StepColumn,
    last: Option<usize>,
) -> Arc<Vec<Placed>> {
    let mut before = last.map_or_else(Vec::new, |last| path.nodes(last));
    Arc::new(step(pen, &path.nodes(index), before.pop().as_ref(), column))
}

/// All touchpoints step by step.
fn in_order(found: &[Arc<LaneStops>], steps: usize) -> StopOrder {
    let mut starts = vec![0; steps + 1];
    for (step, _) in found.iter().flat_map(|found| &found.stops) {
        if let Some(count) = starts.get_mut(step + 1) {
            *count += 1;
        }
    }
    for step in 0..steps {
        starts[step + 1] += starts[step];
    }
    let mut next = starts.clone();
    let mut stops = vec![(0, 0); starts.last().copied().unwrap_or(0)];
    for (lane, found) in found.iter().enumerate() {
        for (step, place) in &found.stops {
            if let Some(at) = next.get_mut(*step)
                && let Some(stop) = stops.get_mut(*at)
            {
                *stop = (lane, *place);
                *at += 1;
            }
        }
    }
    StopOrder { stops, starts }
}

/// The rows with their labels left of the columns, and how high all of it is.
fn rows(pen: &mut Pen, used: Vec<Channel>, top: f32) -> Option<(Rows, Arc<Drawing>, f32)> {
    if used.is_empty() {
        return None;
    }
    let body_x = crate::scene::map::lane::body_x(pen.scale);
    let (mut rows, mut items, mut lines) = (Vec::new(), Vec::new(), Vec::new());
    let mut y = top;
    for channel in used {
        let name = channel.name(pen.words);
        let text = pen.text(&name, pen::CHIP, Some(body_x - LABEL_X - LABEL_GAP));
        let height = pen.grown(ROW).max(text.size.y + 8.0);
        let middle = y + height / 2.0;
        let icon = pen.short(channel_icon(&channel), pen::NOTE);
        items.push(emoji_at(pos2(ICON_X, middle), icon, pen.grown(pen::NOTE.size)));
        let at = pos2(LABEL_X, middle - text.size.y / 2.0);
        lines.extend(super::line_boxes(at, &text));
        items.push(text_at(at, text, Role::Muted));
        rows.push((channel, middle));
        y += height;
    }
    let summary = super::Summary { lines, ..super::Summary::default() };
    let title = Arc::new(Drawing { size: vec2(body_x, y), items, summary, ..Drawing::default() });
    Some((rows, title, y + 4.0))
}

/// A faint line along each row, in each phase.
fn guides(columns: &Columns, rows: &[(Channel, f32)]) -> Vec<Placed> {
    let guide = |phase: &crate::scene::PhaseColumn| {
        let mut sketch = Sketch::default();
        let mut segments = Vec::with_capacity(rows.len() * 2);
        for (_, y) in rows {
            segments.push(Segment::Move(pos2(phase.x, *y)));
            segments.push(Segment::Line(pos2(phase.x + phase.width, *y)));
        }
        let bounds = rows.iter().map(|(_, y)| pos2(phase.x, *y));
        let bounds = Rect::from_points(&bounds.collect::<Vec<_>>());
        let bounds = Rect::from_min_max(bounds.min, pos2(phase.x + phase.width, bounds.max.y));
        let path = Arc::new(Path { segments, convex: false });
        let stroke = Some(solid(1.0, Role::Hairline));
        sketch.add(Item::Path { path, fill: None, stroke }, bounds);
        sketch.placed(Thing::Phase(phase.id.clone()), String::new())
    };
    columns.phases.iter().filter_map(guide).collect()
}

/// What is drawn for a step: lines to its nodes, signs on them, and the nodes over them.
fn step(pen: &Pen, nodes: &[Node], last: Option<&Node>, column: &StepColumn) -> Vec<Placed> {
    let thing = Thing::Step(column.id.clone());
    let mut links = Sketch::default();
    let (mut switches, mut dots) = (Vec::new(), Vec::new());
    let mut from = last;
    for node in nodes {
        if let Some(from) = from {
            // From the edge of the node it leaves, which is drawn already.
            link(&mut links, from.at + vec2(RADIUS + 1.0, 0.0), node.at);
            if let Some(what) = switch_between(from.card, node.card) {
                switches.extend(switch(pen, (from, node), &what, thing.clone()));
            }
        }
        dots.extend(dot(pen, node));
        from = Some(node);
    }
    let mut pieces: Vec<Placed> = links.placed(thing, String::new()).into_iter().collect();
    pieces.append(&mut switches);
    pieces.append(&mut dots);
    pieces
}

/// A line from node to node, level at both.
fn link(sketch: &mut Sketch, from: Pos2, to: Pos2) {
    let bend = (to.x - from.x) * 0.5;
    let segments =
        vec![Segment::Move(from), Segment::Cubic(from + vec2(bend, 0.0), to - vec2(bend, 0.0), to)];
    let path = Arc::new(Path { segments, convex: false });
    let stroke = Some(solid(2.2, Role::Accent));
    sketch.add(Item::Path { path, fill: None, stroke }, Rect::from_two_pos(from, to).expand(2.0));
}

fn dot(pen: &Pen, node: &Node) -> Option<Placed> {
    let mut sketch = Sketch::default();
    let bounds = Rect::from_center_size(node.at, vec2(RADIUS, RADIUS) * 2.0).expand(2.0);
    let (fill, edge) = match node.digital {
        Some(true) => (Role::Accent.into(), solid(2.0, Role::Accent)),
        Some(false) => (Role::Paper.into(), solid(2.4, Role::Accent)),
        None => (Role::Paper.into(), solid(2.0, Role::Muted)),
    };
    sketch.add(circle(node.at, RADIUS, Some(fill), Some(edge)), bounds);
    let channel = node.card.channel.as_ref().map(|channel| channel.name(pen.words));
    let medium = node.digital.map(|digital| medium(digital).name(pen.words));
    let parts: Vec<String> = channel.into_iter().chain(medium).collect();
    let title = format!("{}: {}", parts.join(", "), node.card.text);
    let card = CardRef { lane: Some(node.lane.clone()), card: node.card.id.clone() };
    sketch.placed(Thing::Card(card), title)
}

fn medium(digital: bool) -> Medium {
    if digital { Medium::Digital } else { Medium::Physical }
}

/// The sign of a switch, in the middle of its line: two arrows that pass each other.
fn switch(pen: &Pen, (from, to): (&Node, &Node), what: &Switch, thing: Thing) -> Option<Placed> {
    let mut sketch = Sketch::default();
    let at = from.at + (to.at - from.at) / 2.0;
    let bounds = Rect::from_center_size(at, vec2(SWITCH, SWITCH) * 2.0).expand(1.0);
    for item in switch_sign(at) {
        sketch.add(item, bounds);
    }
    let [from, to] = what.ends(pen.words);
    sketch.placed(thing, pen.words.path_switch(from, to))
}

/// Two arrows that pass each other, in a circle.
pub(in crate::scene) fn switch_sign(at: Pos2) -> [Item; 2] {
    let edge = Some(solid(1.3, Role::IdeaText));
    let arrow = |y: f32, right: f32| {
        [
            Segment::Move(at + vec2(-4.0 * right, y)),
            Segment::Line(at + vec2(4.0 * right, y)),
            Segment::Move(at + vec2(1.6 * right, y - 2.2)),
            Segment::Line(at + vec2(4.0 * right, y)),
            Segment::Line(at + vec2(1.6 * right, y + 2.2)),
        ]
    };
    let segments = [arrow(-2.4, 1.0), arrow(2.4, -1.0)].concat();
    let path = Arc::new(Path { segments, convex: false });
    let arrows = Item::Path { path, fill: None, stroke: Some(solid(1.2, Role::IdeaText)) };
    [circle(at, SWITCH, Some(Role::IdeaFill.into()), edge), arrows]
}
