//! The path between channels: a row for each channel in use, a node for each touchpoint, and a sign
//! wherever the customer goes from a screen out into the world or back.

use super::super::lane::channel_icon;
use super::super::pen::{self, Pen, circle, emoji_at, solid, text_at};
use super::super::{Columns, Drawing, Item, Path, Placed, Role, Segment, StepColumn};
use super::{Made, Sketch, Strip};
use crate::edit::{CardRef, Thing};
use crate::insight::{has_path, is_digital};
use crate::model::{Card, Channel, Id, Journey, Lane, Medium, Part};
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

/// The touchpoints that a path goes through.
#[derive(Debug)]
pub struct Stops {
    lanes: Vec<Arc<Lane>>,
    /// How high the lane's title is.
    top: f32,
    columns: Arc<Columns>,
    /// The channels in use, from top to bottom, and the middle of each one's row.
    rows: Vec<(Channel, f32)>,
    /// For each step its touchpoints in order: the lane and the card.
    steps: Vec<Vec<(Id, Arc<Card>)>>,
    /// What is drawn for each step.
    drawn: Vec<Vec<Placed>>,
}

/// A node of the path.
struct Node<'a> {
    card: &'a Arc<Card>,
    at: Pos2,
    digital: Option<bool>,
}

/// The path; none where no touchpoint has a channel. `top` is how high the lane's title is.
pub(super) fn path(
    pen: &mut Pen,
    journey: &Journey,
    columns: &Arc<Columns>,
    top: f32,
    before: Option<&Strip>,
) -> Option<Strip> {
    let view = pen.view;
    let lanes =
        || journey.lanes.iter().filter(|lane| has_path(&lane.kind) && view.shows_lane(lane));
    let old = before.and_then(|before| match &before.made {
        Made::Path(stops) => Some((before, stops)),
        _ => None,
    });
    let old = old.filter(|(_, stops)| Arc::ptr_eq(&stops.columns, columns));
    let top = (top - 8.0).max(0.0);
    if let Some((before, stops)) = old {
        let is_same = stops.lanes.len() == lanes().count()
            && stops.lanes.iter().zip(lanes()).all(|(a, b)| Arc::ptr_eq(a, b));
        if is_same && stops.top == top {
            return Some(before.clone());
        }
    }
    let mut steps: Vec<Vec<(Id, Arc<Card>)>> = vec![Vec::new(); columns.steps.len()];
    let mut used: Vec<Channel> = Vec::new();
    for lane in lanes() {
        for card in lane.cards.iter().filter(|card| view.shows_card(card)) {
            let (Some(channel), Some(&step)) = (&card.channel, columns.index.get(&card.step))
            else {
                continue;
            };
            if !used.contains(channel) {
                used.push(channel.clone());
            }
            steps[step].push((lane.id.clone(), card.clone()));
        }
    }
    // Common ones in the order they are offered, own ones after them as they are met.
    let place = |channel: &Channel| Channel::ALL.iter().position(|one| one == channel);
    used.sort_by_key(|channel| place(channel).unwrap_or(usize::MAX));
    let (rows, title, height) = rows(pen, used, top)?;

    let old = old.map(|(_, stops)| stops).filter(|stops| stops.rows == rows);
    let mut drawn = Vec::with_capacity(steps.len());
    let mut last: Option<Node> = None;
    let mut last_old: Option<&Arc<Card>> = None;
    for (index, (stops, column)) in steps.iter().zip(&columns.steps).enumerate() {
        let nodes = nodes(stops, column, &rows);
        let was = old.and_then(|old| Some((old.steps.get(index)?, old.drawn.get(index)?)));
        let same = was.filter(|(was, _)| {
            let joined = match (&last, last_old) {
                (Some(last), Some(old)) => Arc::ptr_eq(last.card, old),
                (None, None) => true,
                _ => false,
            };
            let alike = was.iter().zip(stops).all(|((_, a), (_, b))| Arc::ptr_eq(a, b));
            joined && was.len() == stops.len() && alike
        });
        drawn.push(match same {
            Some((_, drawn)) => drawn.clone(),
            None => step(pen, stops, &nodes, last.as_ref(), column),
        });
        last_old = was.and_then(|(was, _)| was.last()).map(|(_, card)| card).or(last_old);
        last = nodes.into_iter().last().or(last);
    }
    let mut pieces = guides(columns, &rows);
    pieces.extend(drawn.iter().flatten().cloned());
    let lanes = lanes().cloned().collect();
    let stops = Stops { lanes, top, columns: columns.clone(), rows, steps, drawn };
    let made = Made::Path(Arc::new(stops));
    Some(Strip { title, made, ..Strip::new(pen, Part::ChannelPath, height, pieces) })
}

type Rows = Vec<(Channel, f32)>;

/// The rows with their labels left of the columns, and how high all of it is.
fn rows(pen: &mut Pen, used: Vec<Channel>, top: f32) -> Option<(Rows, Arc<Drawing>, f32)> {
    if used.is_empty() {
        return None;
    }
    let body_x = super::super::lane::body_x(pen.scale);
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
    let title = Arc::new(Drawing { size: vec2(body_x, y), items, summary });
    Some((rows, title, y + 4.0))
}

/// The nodes of a step, evenly over its width.
fn nodes<'a>(
    stops: &'a [(Id, Arc<Card>)],
    column: &StepColumn,
    rows: &[(Channel, f32)],
) -> Vec<Node<'a>> {
    let each = column.width / stops.len().max(1) as f32;
    let node = |(place, (_, card)): (usize, &'a (Id, Arc<Card>))| {
        let (_, y) = rows.iter().find(|(one, _)| Some(one) == card.channel.as_ref())?;
        let at = pos2(column.x + each * (place as f32 + 0.5), *y);
        Some(Node { card, at, digital: is_digital(card) })
    };
    stops.iter().enumerate().filter_map(node).collect()
}

/// A faint line along each row, in each phase.
fn guides(columns: &Columns, rows: &[(Channel, f32)]) -> Vec<Placed> {
    let guide = |phase: &super::super::PhaseColumn| {
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
fn step(
    pen: &Pen,
    stops: &[(Id, Arc<Card>)],
    nodes: &[Node],
    last: Option<&Node>,
    column: &StepColumn,
) -> Vec<Placed> {
    let thing = Thing::Step(column.id.clone());
    let mut links = Sketch::default();
    let (mut switches, mut dots) = (Vec::new(), Vec::new());
    let mut from = last;
    for (node, (lane, _)) in nodes.iter().zip(stops) {
        if let Some(from) = from {
            // From the edge of the node it leaves, which is drawn already.
            link(&mut links, from.at + vec2(RADIUS + 1.0, 0.0), node.at);
            if let (Some(was), Some(is)) = (from.digital, node.digital)
                && was != is
            {
                switches.extend(switch(pen, from, node, thing.clone()));
            }
        }
        dots.extend(dot(pen, node, lane));
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

fn dot(pen: &Pen, node: &Node, lane: &Id) -> Option<Placed> {
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
    let card = CardRef { lane: Some(lane.clone()), card: node.card.id.clone() };
    sketch.placed(Thing::Card(card), title)
}

fn medium(digital: bool) -> Medium {
    if digital { Medium::Digital } else { Medium::Physical }
}

/// The sign of a switch, in the middle of its line: two arrows that pass each other.
fn switch(pen: &Pen, from: &Node, to: &Node, thing: Thing) -> Option<Placed> {
    let mut sketch = Sketch::default();
    let at = from.at + (to.at - from.at) / 2.0;
    let bounds = Rect::from_center_size(at, vec2(SWITCH, SWITCH) * 2.0).expand(1.0);
    for item in switch_sign(at) {
        sketch.add(item, bounds);
    }
    let name = |node: &Node| medium(node.digital == Some(true)).name(pen.words).to_lowercase();
    sketch.placed(thing, pen.words.path_switch(name(from), name(to)))
}

/// Two arrows that pass each other, in a circle.
pub(in super::super) fn switch_sign(at: Pos2) -> [Item; 2] {
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
