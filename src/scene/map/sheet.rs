//! The sheet: a whole map as one list of items in the order of reading, for files and print.
//!
//! It is made of the very drawings that the screen paints, without handles, hints and the parking
//! place, and with a footer. What means something is in a [`Group`]; the rest (tints, hairlines, the
//! curve's grid) is decoration.
//!
//! The order is the head, the phase headers with their steps, what leads to what where that is shown
//! (it lies behind the cards of all lanes), then lane by lane its title and its
//! cells from left to right, then the footer. Lane by lane and not phase by phase, since that is how
//! a lane is meant: read along, it tells one thing from beginning to end, and its title is said
//! once, not once for each phase. It is also the order in which the screen paints, so what
//! overlaps does so alike.

use crate::model::{CardRef, Part, Thing};
use crate::scene::map::ground::shadow;
use crate::scene::map::legend::{Footer, footer};
use crate::scene::{
    Body, Cards, ChainLine, ChainWeight, Curve, GapMark, GapMarks, Group, Item, LaneBox, Path,
    Picture, QuestionRing, Scene, Segment, Strip, Tag,
};
use crate::words::Words;
use crate::words::{card_name, lane_name, phase_name, titled};
use egui::{Pos2, Rect, Vec2, pos2, vec2};
use std::sync::Arc;

/// Above what comes first where there is no title.
const TOP: f32 = 24.0;

/// A map as it is written to files.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// What it was made from: columns and lanes, for writers that cut it into pages.
    pub scene: Arc<Scene>,
    /// Where the scene's top left corner is on the sheet: (0, 0), or higher without the head.
    pub map_at: Vec2,
    /// How large it is, in document units (1/96 inch).
    pub size: Vec2,
    /// What is drawn, in the order of painting and of reading.
    pub items: Vec<Item>,
}

/// What stands around the map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Frame {
    /// Leave out title, kind, purpose and personas.
    pub no_head: bool,
    /// Show the questions that help to fill empty cells.
    pub prompts: bool,
    /// Where the map has gaps; none: they are not shown.
    pub gaps: Option<Arc<GapMarks>>,
    /// Leave out what the signs mean.
    pub no_legend: bool,
    /// The date as it is to stand there; empty: none.
    pub date: String,
    /// Whose it is, at the right below the map; none: nobody's.
    pub logo: Option<Picture>,
}

/// The sheet of `scene`. `words` are those the scene was laid out with.
pub fn sheet(scene: &Arc<Scene>, words: &Words, frame: &Frame) -> Sheet {
    let is_head = |thing: &Thing| matches!(thing, Thing::Journey(_) | Thing::Persona(_));
    let head = scene.head.iter().filter(|placed| !(frame.no_head && is_head(&placed.thing)));
    let top = head.clone().map(|placed| placed.at.y).fold(scene.header_y, f32::min);
    let map_at = vec2(0.0, if frame.no_head { TOP - top } else { 0.0 });

    let mut items: Vec<Item> = Vec::new();
    items.extend(scene.columns.phases.iter().map(|phase| scene.tint(phase).moved(map_at)));
    for placed in head {
        let tag = match placed.thing {
            Thing::Persona(_) => Tag::Persona,
            Thing::Transition(_) => Tag::Transition,
            Thing::Card(_)
            | Thing::Point { .. }
            | Thing::Phase(_)
            | Thing::Step(_)
            | Thing::Lane(_)
            | Thing::Journey(_) => Tag::Title,
        };
        let at = placed.at + map_at;
        items.push(drawn(tag, Some(&placed.thing), &placed.title, at, &placed.drawing));
    }
    headers(scene, words, map_at, &mut items);
    let rings = frame.gaps.iter().flat_map(|marks| &marks.rings);
    items.extend(rings.map(|ring| ring_item(ring).moved(map_at)));
    for strip in scene.strips.iter().filter(|strip| strip.lane.is_none()) {
        one_strip(scene, strip, frame, map_at, &mut items);
    }
    items.extend(scene.chain.iter().map(|line| chain_item(scene, line, words).moved(map_at)));
    for lane in &scene.lanes {
        items.push(Item::Group(one_lane(scene, lane, words, frame, map_at)));
    }
    let mut size = scene.size + map_at;
    if let Some(Footer { group, bottom }) = footer(scene, words, frame, size) {
        size.y = bottom;
        items.push(Item::Group(group));
    }
    Sheet { scene: scene.clone(), map_at, size, items }
}

/// Phase headers and step titles, from left to right.
fn headers(scene: &Scene, words: &Words, map_at: Vec2, items: &mut Vec<Item>) {
    let y = scene.header_y + map_at.y;
    let titles_y = y + scene.columns.header_height;
    let steps: Vec<_> = scene.journey.steps().map(|(_, step)| step).collect();
    for (phase, column) in scene.journey.phases.iter().zip(&scene.columns.phases) {
        let (thing, title) = (Thing::Phase(phase.id.clone()), phase_name(phase, words));
        let at = pos2(column.x, y);
        items.push(drawn(Tag::Phase, Some(&thing), &title, at, &column.header));
        for index in column.steps.clone() {
            let shown = scene.columns.steps.get(index);
            let Some((shown, step)) = shown.zip(steps.get(index)) else { continue };
            let Some(drawing) = &shown.title else { continue };
            let thing = Thing::Step(step.id.clone());
            let at = pos2(shown.x, titles_y);
            items.push(drawn(Tag::Step, Some(&thing), &step.title, at, drawing));
        }
    }
}

/// A lane with all that stands in it.
fn one_lane(scene: &Scene, lane: &LaneBox, words: &Words, frame: &Frame, map_at: Vec2) -> Group {
    let name = scene
        .journey
        .lanes
        .get(lane.index)
        .map_or_else(String::new, |model| lane_name(model, words));
    let thing = Thing::Lane(lane.id.clone());
    let corner = pos2(0.0, lane.y) + map_at;
    let mut items = Vec::new();
    if lane.line.is_none() {
        items.push(scene.hairline(lane).item(map_at));
    }
    items.push(drawn(Tag::LaneTitle, Some(&thing), &name, corner, &lane.title));
    if let Body::Curve(curve) = &lane.body {
        // Behind the questions, so that no line goes through their words.
        items.extend(scene.grid(lane, curve).map(|(_, rule)| rule.item(map_at)));
    }
    let strips = || scene.strips.iter().filter(|strip| strip.lane.as_ref() == Some(&lane.id));
    for strip in strips().filter(|strip| strip.is_inside()) {
        one_strip(scene, strip, frame, map_at, &mut items);
    }
    match &lane.body {
        Body::Collapsed => {}
        Body::Cards(cards) => one_row(scene, lane, cards, &name, corner, &mut items),
        Body::Curve(curve) => curves(scene, lane, curve, map_at, &mut items),
    }
    let marks = frame.gaps.iter().flat_map(|marks| &marks.marks);
    let own = marks.filter(|mark| mark.lane == lane.id);
    items.extend(own.map(|mark| mark_item(mark).moved(map_at)));
    let mut bottom = lane.height;
    if let Some((line, drawing)) = &lane.line {
        let at = corner + vec2(0.0, lane.height);
        bottom += drawing.size.y;
        let title = crate::words::Named::name(line, words);
        items.push(drawn(Tag::Line, None, &title, at, drawing));
    }
    for strip in strips().filter(|strip| !strip.is_inside()) {
        one_strip(scene, strip, frame, map_at, &mut items);
        bottom = bottom.max(strip.y + strip.height - lane.y);
    }
    // What is drawn at its edges reaches a little beyond it.
    let bounds = Rect::from_min_size(corner, vec2(scene.size.x, bottom)).expand(2.0);
    Group { tag: Tag::Lane, thing: Some(thing), title: name, bounds, items }
}

/// A strip: its title, and its figures from left to right.
fn one_strip(scene: &Scene, strip: &Strip, frame: &Frame, map_at: Vec2, items: &mut Vec<Item>) {
    let is_prompts = strip.kind == Part::Prompts;
    if is_prompts && !frame.prompts {
        return;
    }
    if let Some(rule) = scene.strip_rule(strip) {
        items.push(rule.item(map_at));
    }
    let down = vec2(0.0, strip.y) + map_at;
    let at = pos2(0.0, 0.0) + down;
    match strip.lane.is_none() || !strip.is_inside() {
        true => items.push(drawn(Tag::StripTitle, None, &strip.name, at, &strip.title)),
        false => items.push(Item::Drawn { at, drawing: strip.title.clone() }),
    }
    let tag = if is_prompts { Tag::Prompt } else { Tag::Figure };
    for piece in strip.pieces() {
        let at = piece.at + down;
        items.push(match piece.title.is_empty() {
            true => Item::Drawn { at, drawing: piece.drawing.clone() },
            false => drawn(tag, Some(&piece.thing), &piece.title, at, &piece.drawing),
        });
    }
}

fn one_row(
    scene: &Scene,
    lane: &LaneBox,
    cards: &Cards,
    name: &str,
    corner: Pos2,
    items: &mut Vec<Item>,
) {
    for card in cards.cells.iter().flat_map(|cell| &cell.cards) {
        let found = CardRef { lane: Some(lane.id.clone()), card: card.card.id.clone() };
        let title = format!("{name}: {}", card_name(&card.card, &scene.project));
        let at = corner + card.rect.min.to_vec2();
        items.push(drawn(Tag::Card, Some(&Thing::Card(found)), &title, at, &card.drawing));
    }
}

/// Curves, faces, and the quotes over them.
fn curves(scene: &Scene, lane: &LaneBox, curve: &Curve, map_at: Vec2, items: &mut Vec<Item>) {
    let down = vec2(0.0, lane.y) + map_at;
    let figures = scene.figures(lane, curve);
    items.extend(
        figures.map(|(at, figure)| Item::Drawn { at: at + map_at, drawing: figure.clone() }),
    );
    for step in curve.gap.iter().flat_map(|gap| &gap.steps) {
        items.extend(step.areas.iter().map(|area| area.item(down)));
    }
    for line in &curve.lines {
        let points = line.points(down);
        if points.len() < 2 {
            continue;
        }
        let stroke = line.stroke();
        let bounds = Rect::from_points(&points).expand(stroke.width);
        let mut parts = Vec::new();
        let mut segments = Vec::with_capacity(points.len());
        segments.extend(points.first().map(|at| Segment::Move(*at)));
        segments.extend(points.iter().skip(1).map(|at| Segment::Line(*at)));
        let base = curve.zero_y + down.y;
        let points = Arc::new(points);
        parts.extend(line.band().filter(|_| curve.gap.is_none()).map(|fill| Item::Band {
            points,
            base,
            fill,
        }));
        let path = Arc::new(Path { segments, convex: false });
        parts.push(Item::Path { path, fill: None, stroke: Some(stroke) });
        let persona = line.persona.as_ref();
        let thing = persona.map(|id| Thing::Persona(id.clone()));
        let known = persona.and_then(|id| scene.project.persona(id));
        let title = known.map(|(_, persona)| persona.name.clone()).unwrap_or_default();
        let bounds = bounds.union(Rect::from_x_y_ranges(bounds.x_range(), base..=base));
        items.push(Item::Group(Group { tag: Tag::Curve, thing, title, bounds, items: parts }));
    }
    let thing = |point: &crate::scene::PointBox| Thing::Point {
        lane: lane.id.clone(),
        point: point.point.id.clone(),
    };
    for point in &curve.points {
        let at = point.at + down;
        let bounds = Rect::from_center_size(at, Vec2::splat(point.radius * 2.0)).expand(2.0);
        let (thing, title) = (Some(thing(point)), point.title.clone());
        let items_of = vec![Item::Drawn { at, drawing: point.drawing.clone() }];
        items.push(Item::Group(Group { tag: Tag::Point, thing, title, bounds, items: items_of }));
    }
    for figure in curve.gap.iter().flat_map(|gap| gap.figures.iter().flatten()) {
        let at = figure.at + down;
        items.push(drawn(Tag::Figure, Some(&figure.thing), &figure.title, at, &figure.drawing));
    }
    for point in &curve.points {
        let Some((rect, drawing)) = &point.quote else { continue };
        let at = rect.min + down;
        // It may hold a line to its face.
        let face = Rect::from_center_size(point.at + down, Vec2::splat(point.radius * 2.0));
        let bounds = rect.translate(down).union(face).expand(2.0);
        let items_of = vec![Item::Drawn { at, drawing: drawing.clone() }];
        let (thing, title) = (Some(thing(point)), point.point.quote.clone());
        items.push(Item::Group(Group { tag: Tag::Quote, thing, title, bounds, items: items_of }));
    }
}

/// Which activity leads to which: a line behind the cards of all lanes.
fn chain_item(scene: &Scene, line: &ChainLine, words: &Words) -> Item {
    let [from, to] =
        line.cards.each_ref().map(|card| titled(&card_name(card, &scene.project), words));
    let (tag, thing, title) = (Tag::Chain, None, words.chain_said(from, to));
    let items = line.items(ChainWeight::Usual, 0.0).into();
    Item::Group(Group { tag, thing, title, bounds: line.bounds, items })
}

/// All marks of gaps, as items.
pub(in crate::scene) fn gap_items(marks: &GapMarks) -> Vec<Item> {
    marks.rings.iter().map(ring_item).chain(marks.marks.iter().map(mark_item)).collect()
}

fn ring_item(ring: &QuestionRing) -> Item {
    let thing = Thing::Phase(ring.phase.clone());
    drawn(Tag::Gap, Some(&thing), &ring.title, ring.at, &ring.drawing)
}

fn mark_item(mark: &GapMark) -> Item {
    let thing = mark.around.clone().or_else(|| mark.step.clone().map(Thing::Step));
    drawn(Tag::Gap, thing.as_ref(), &mark.title, mark.at, &mark.drawing)
}

/// A drawing as a group of its own.
fn drawn(
    tag: Tag,
    thing: Option<&Thing>,
    title: &str,
    at: Pos2,
    drawing: &Arc<crate::scene::Drawing>,
) -> Item {
    // Edges and shadows reach a little beyond.
    let bounds = drawing.bounds(at).expand(4.0);
    let items = vec![Item::Drawn { at, drawing: drawing.clone() }];
    Item::Group(Group { tag, thing: thing.cloned(), title: title.to_owned(), bounds, items })
}

/// What a writer is told, one after the other.
#[derive(Clone, Copy, Debug)]
pub enum Visit<'a> {
    /// A group begins; its bounds are to be moved by the offset.
    Begin(&'a Group, Vec2),
    /// A box, outline, band or text to draw, moved by the offset: never a group or a drawing.
    Draw(&'a Item, Vec2),
    /// A part of the shadow of the box that is drawn next, a box itself, moved by the offset.
    Shadow(&'a Item, Vec2),
    /// The group that began last ends.
    End(&'a Group),
}

impl Sheet {
    /// Tells `see` of all that is drawn, in order. With `part`, groups that are wholly outside of it
    /// are left out. Ends with the first error.
    pub fn visit<E>(
        &self,
        part: Option<Rect>,
        see: &mut dyn FnMut(Visit<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        walk(&self.items, part, see)
    }
}

/// Tells `see` of all that `items` draw, as [`Sheet::visit`] does of a sheet's.
pub fn walk<E>(
    items: &[Item],
    part: Option<Rect>,
    see: &mut dyn FnMut(Visit<'_>) -> Result<(), E>,
) -> Result<(), E> {
    visit(items, Vec2::ZERO, part, see)
}

fn visit<E>(
    items: &[Item],
    by: Vec2,
    part: Option<Rect>,
    see: &mut dyn FnMut(Visit<'_>) -> Result<(), E>,
) -> Result<(), E> {
    for item in items {
        match item {
            Item::Group(group) => {
                if part.is_some_and(|part| !part.intersects(group.bounds.translate(by))) {
                    continue;
                }
                see(Visit::Begin(group, by))?;
                visit(&group.items, by, part, see)?;
                see(Visit::End(group))?;
            }
            Item::Drawn { at, drawing } => {
                visit(&drawing.items, by + at.to_vec2(), part, see)?;
            }
            Item::Rect { rect, radius, shadow: true, .. } => {
                for soft in &shadow(*rect, *radius) {
                    see(Visit::Shadow(soft, by))?;
                }
                see(Visit::Draw(item, by))?;
            }
            Item::Rect { .. }
            | Item::Path { .. }
            | Item::Band { .. }
            | Item::Text { .. }
            | Item::Image { .. } => {
                see(Visit::Draw(item, by))?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Layout;
    use crate::words::Lang;

    /// Where an item draws.
    fn extent(item: &Item) -> Rect {
        match item {
            Item::Rect { rect, .. } | Item::Image { rect, .. } => *rect,
            Item::Text { at, text, .. } => Rect::from_min_size(*at, text.size),
            Item::Path { path, .. } => {
                let points = path.segments.iter().flat_map(|segment| match segment {
                    Segment::Move(at) | Segment::Line(at) => vec![*at],
                    Segment::Cubic(_, _, to) => vec![*to],
                    Segment::Close => Vec::new(),
                });
                Rect::from_points(&points.collect::<Vec<_>>())
            }
            Item::Band { points, .. } => Rect::from_points(points),
            Item::Drawn { .. } | Item::Group(_) => Rect::NOTHING,
        }
    }

    /// A writer that draws a part of a map leaves out groups beside it: nothing of them is there.
    #[test]
    fn what_is_drawn_of_a_group_is_within_its_bounds() {
        let words = Words::new(Lang::Sv);
        for name in ["shoes", "dag-pa-akuten", "forpackningsmaskin"] {
            let root = env!("CARGO_MANIFEST_DIR");
            let path = format!("{root}/assets/examples/{name}.kundresa");
            let project = Arc::new(crate::file::load(path.as_ref()).unwrap().project);
            let journey = project.journeys[0].id.clone();
            let scene = Layout::new().scene(&project, &journey, &words, 1.0).unwrap();
            let sheet = sheet(&scene, &words, &Frame::default());
            let (mut open, mut seen) = (Vec::new(), 0);
            let all = sheet.visit::<()>(None, &mut |visit| {
                match visit {
                    Visit::Begin(group, by) => {
                        open.push((group.title.clone(), group.bounds.translate(by)));
                    }
                    Visit::Draw(item, by) => {
                        let drawn = extent(item).translate(by);
                        for (title, bounds) in &open {
                            let holds = bounds.expand(0.5).contains_rect(drawn);
                            assert!(holds, "{name}, {title}: {drawn} in {bounds}: {item:?}");
                        }
                        seen += 1;
                    }
                    Visit::Shadow(..) => {}
                    Visit::End(_) => drop(open.pop()),
                }
                Ok(())
            });
            assert!(all.is_ok() && seen > 300, "{seen}");
        }
    }
}
