//! A map from far away: thousands of cards that are a few pixels each, painted as one mesh.
//!
//! A box of its own for each would cost egui more than all the rest of the frame. The boxes are
//! gathered once for each lane and gone through in order; the mesh of the last frame is filled
//! anew, so a frame allocates nothing.

use super::brush::Brush;
use super::names::FarNames;
use crate::model::Id;
use crate::scene::{Cards, Paint, Role};
use egui::epaint::{Mesh, Vertex, WHITE_UV};
use egui::{Color32, Pos2, Rect, Shape, Vec2, vec2};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// A box wider than this on the screen has its stripe, in screen points; a narrower one has the
/// stripe's colour.
const STRIPED: f32 = 8.0;
/// How wide that stripe is, in screen points.
const STRIPE: f32 = 1.5;

/// So many colours of a lane are looked up once.
const KNOWN: usize = 8;

/// What is kept from frame to frame.
#[derive(Default)]
pub(crate) struct Far {
    lanes: HashMap<Id, Lane>,
    /// FarNames that keep their size.
    pub names: FarNames,
    cards: Dots,
    faces: Dots,
}

/// A card that is small: its box, its inside, and its stripe if it has one.
type Small = (Rect, Paint, Option<Paint>);

/// The boxes of one lane.
struct Lane {
    /// What they were gathered from.
    cards: Arc<Cards>,
    /// From the lane's top, step by step.
    boxes: Vec<Small>,
    /// Where each step's boxes begin, and where the last one's end.
    starts: Vec<usize>,
}

impl Lane {
    /// The boxes of these cards. Those of cells that are as they were `before` are copied.
    fn of(cards: &Arc<Cards>, before: Option<&Self>) -> Self {
        let (mut boxes, mut starts) = (Vec::new(), vec![0]);
        for (step, cell) in cards.cells.iter().enumerate() {
            let same = before.filter(|before| {
                before.cards.cells.get(step).is_some_and(|old| Arc::ptr_eq(old, cell))
            });
            match same {
                Some(before) => boxes.extend_from_slice(before.boxes(step..step + 1)),
                None => boxes.extend(cell.cards.iter().map(|card| {
                    let summary = &card.drawing.summary;
                    (card.rect, summary.fill.unwrap_or(Role::Muted.at(60)), summary.stripe)
                })),
            }
            starts.push(boxes.len());
        }
        Self { cards: cards.clone(), boxes, starts }
    }

    /// The boxes that begin in these steps.
    fn boxes(&self, steps: Range<usize>) -> &[Small] {
        let start = |step: usize| self.starts.get(step).copied().unwrap_or(self.boxes.len());
        self.boxes.get(start(steps.start)..start(steps.end)).unwrap_or_default()
    }
}

impl Far {
    /// Adds the cards of the lane `id`, whose top is at `y`, that begin in these steps. Returns how
    /// many there are.
    pub(crate) fn cards(
        &mut self,
        brush: &Brush<'_, '_>,
        id: &Id,
        cards: &Arc<Cards>,
        y: f32,
        steps: Range<usize>,
    ) -> usize {
        let before = self.lanes.get(id);
        if !before.is_some_and(|lane| Arc::ptr_eq(&lane.cards, cards)) {
            let lane = Lane::of(cards, before);
            self.lanes.insert(id.clone(), lane);
        }
        let Some(lane) = self.lanes.get(id) else { return 0 };
        let boxes = lane.boxes(steps);
        let origin = brush.screen(Pos2::new(0.0, y)).to_vec2();
        let (zoom, wide) = (brush.zoom, STRIPED / brush.zoom.max(f32::MIN_POSITIVE));
        let corner = |rect: &Rect| (rect.min.to_vec2() * zoom + origin).to_pos2();
        // The cards of a lane have a few colours.
        let mut known: Vec<(Paint, Color32)> = Vec::with_capacity(KNOWN);
        self.cards.add(boxes.iter().map(|(rect, plain, stripe)| {
            let paint = stripe.filter(|_| rect.width() <= wide).unwrap_or(*plain);
            let color = match known.iter().find(|(same, _)| *same == paint) {
                Some((_, color)) => *color,
                None => {
                    let color = brush.color(paint);
                    if known.len() < KNOWN {
                        known.push((paint, color));
                    }
                    color
                }
            };
            (corner(rect), rect.size() * zoom, color)
        }));
        if boxes.first().is_some_and(|(rect, ..)| rect.width() > wide) {
            let striped = boxes.iter().filter_map(|(rect, _, stripe)| Some((rect, (*stripe)?)));
            self.cards.add(striped.map(|(rect, stripe)| {
                (corner(rect), vec2(STRIPE, rect.height() * zoom), brush.color(stripe))
            }));
        }
        boxes.len()
    }

    /// Adds faces with their middles at these places (screen points). Returns how many there are.
    pub(crate) fn faces(&mut self, at: impl Iterator<Item = Pos2>, color: Color32) -> usize {
        let (size, before) = (Vec2::splat(1.5), self.faces.count);
        self.faces.add(at.map(|at| (at - size / 2.0, size, color)));
        self.faces.count - before
    }

    /// Paints the cards that were added.
    pub(crate) fn paint_cards(&mut self, brush: &mut Brush<'_, '_>) {
        brush.shapes.extend(self.cards.shape());
    }

    /// Paints the faces that were added.
    pub(crate) fn paint_faces(&mut self, brush: &mut Brush<'_, '_>) {
        brush.shapes.extend(self.faces.shape());
    }
}

/// Small boxes in one mesh.
#[derive(Default)]
struct Dots {
    mesh: Arc<Mesh>,
    /// How many boxes have been added since it was painted last.
    count: usize,
}

impl Dots {
    /// Adds boxes by corner, size and colour, on whole screen points: at this size edges would
    /// only be a blur.
    fn add(&mut self, boxes: impl Iterator<Item = (Pos2, Vec2, Color32)>) {
        // The last frame's mesh has been painted: nobody else holds it, so nothing is copied.
        let mesh = Arc::make_mut(&mut self.mesh);
        for (min, size, color) in boxes {
            let (left, top) = (whole(min.x), whole(min.y));
            let right = left + whole(size.x).max(1.0);
            let bottom = top + whole(size.y).max(1.0);
            let corners = [(left, top), (right, top), (left, bottom), (right, bottom)];
            let corner = |(x, y)| Vertex { pos: Pos2::new(x, y), uv: WHITE_UV, color };
            let vertices = corners.map(corner);
            let first = self.count * 4;
            self.count += 1;
            if let Some(place) = mesh.vertices.get_mut(first..first + 4) {
                place.copy_from_slice(&vertices);
            } else {
                mesh.vertices.extend(vertices);
                let first = first as u32;
                mesh.indices.extend([0, 1, 2, 2, 1, 3].map(|corner| first + corner));
            }
        }
    }

    /// What has been added; none where nothing has.
    fn shape(&mut self) -> Option<Shape> {
        let count = std::mem::take(&mut self.count);
        if count == 0 {
            return None;
        }
        let mesh = Arc::make_mut(&mut self.mesh);
        mesh.vertices.truncate(count * 4);
        mesh.indices.truncate(count * 6);
        Some(Shape::Mesh(self.mesh.clone()))
    }
}

/// The nearest whole number; quicker than `round`, which is a call where the processor may be old.
/// Adding this leaves no room for what is behind the point.
fn whole(value: f32) -> f32 {
    const ROOM: f32 = (3 << 22) as f32;
    (value + ROOM) - ROOM
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{CardBox, Cell, Drawing};

    #[test]
    fn boxes_follow_the_cells_that_changed() {
        let cell = |xs: &[f32]| {
            let card = |x: &f32| CardBox {
                card: Default::default(),
                rect: Rect::from_min_size(Pos2::new(*x, 0.0), vec2(5.0, 5.0)),
                drawing: Arc::new(Drawing::default()),
                text_rect: Rect::ZERO,
            };
            Arc::new(Cell { cards: xs.iter().map(card).collect(), bottom: 0.0 })
        };
        let cards = |cells: Vec<Arc<Cell>>| {
            let mut cards = Cards::default();
            cards.cells.extend(cells);
            Arc::new(cards)
        };
        let lefts = |lane: &Lane, steps| -> Vec<f32> {
            lane.boxes(steps).iter().map(|(rect, ..)| rect.left()).collect()
        };
        let (a, b, c) = (cell(&[1.0, 2.0]), cell(&[]), cell(&[4.0]));
        let old = Lane::of(&cards(vec![a.clone(), b, c.clone()]), None);
        assert_eq!(lefts(&old, 0..3), [1.0, 2.0, 4.0]);
        assert_eq!(lefts(&old, 1..9), [4.0]);
        let new = Lane::of(&cards(vec![a, cell(&[3.0]), c]), Some(&old));
        assert_eq!(lefts(&new, 0..3), [1.0, 2.0, 3.0, 4.0]);
        assert_eq!(lefts(&new, 5..9), [0.0; 0]);
    }

    #[test]
    fn whole_numbers_are_the_nearest() {
        for value in [-1000.4, -0.6, -0.2, 0.0, 0.3, 0.7, 12.4, 4095.6] {
            assert_eq!(whole(value), value.round(), "{value}");
        }
    }

    #[test]
    fn a_mesh_holds_what_was_added_since_the_last() {
        let mut dots = Dots::default();
        assert!(dots.shape().is_none());
        for count in [3_u8, 5, 1] {
            dots.add((0..count).map(|number| {
                let at = Pos2::new(f32::from(number) * 10.0 + 0.2, 7.0);
                (at, vec2(0.1, 3.4), Color32::PLACEHOLDER)
            }));
            let Some(Shape::Mesh(mesh)) = dots.shape() else { panic!("a mesh") };
            assert!(mesh.is_valid());
            assert_eq!(
                (mesh.vertices.len(), mesh.indices.len()),
                (usize::from(count) * 4, usize::from(count) * 6)
            );
            // No box is too small to be seen.
            assert_eq!(
                mesh.calc_bounds(),
                Rect::from_min_max(
                    Pos2::new(0.0, 7.0),
                    Pos2::new((count - 1) as f32 * 10.0 + 1.0, 10.0),
                )
            );
        }
    }
}
