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
/// A lane's list of paints is begun anew when it has so many.
const PAINTS_MAX: usize = 256;

/// What is kept from frame to frame.
#[derive(Default)]
pub(crate) struct Far {
    lanes: HashMap<Id, Lane>,
    /// FarNames that keep their size.
    pub names: FarNames,
    cards: Dots,
    faces: Dots,
}

/// A card that is small.
#[derive(Clone, Copy)]
struct Small {
    rect: Rect,
    /// Its inside: a number in the lane's paints.
    plain: u16,
    /// Its stripe, or its inside where it has none.
    stripe: u16,
}

/// The boxes of one lane.
struct Lane {
    /// What they were gathered from.
    cards: Arc<Cards>,
    /// What the boxes are painted with: a lane has a few colours.
    paints: Vec<Paint>,
    /// From the lane's top, step by step.
    boxes: Vec<Small>,
    /// Where each step's boxes begin, and where the last one's end.
    starts: Vec<usize>,
    /// How they stand in the mesh, if they were painted.
    painted: Option<Painted>,
}

/// How the boxes of a lane were painted: what is to be painted the same again stands in the mesh.
#[derive(PartialEq)]
struct Painted {
    /// In which mesh: [`Dots::number`].
    mesh: u64,
    /// How many boxes stand before it there.
    first: usize,
    steps: Range<usize>,
    origin: Vec2,
    zoom: f32,
    /// Those of the lane's paints.
    colors: Vec<Color32>,
}

impl Lane {
    /// The boxes of these cards. Those of cells that are as they were `before` are copied.
    fn of(cards: &Arc<Cards>, before: Option<&Self>) -> Self {
        let (mut boxes, mut starts) = (Vec::new(), vec![0]);
        let mut paints = before.map(|before| before.paints.clone()).unwrap_or_default();
        // A lane that is edited for long has colours that no card of it has any more.
        let before = before.filter(|_| paints.len() < PAINTS_MAX);
        if before.is_none() {
            paints.clear();
        }
        for (step, cell) in cards.cells.iter().enumerate() {
            let same = before.filter(|before| {
                before.cards.cells.get(step).is_some_and(|old| Arc::ptr_eq(old, cell))
            });
            match same {
                Some(before) => boxes.extend_from_slice(before.boxes(step..step + 1)),
                None => boxes.extend(cell.cards.iter().map(|card| {
                    let summary = &card.drawing.summary;
                    let plain = number(&mut paints, summary.fill.unwrap_or(Role::Muted.at(60)));
                    let stripe = summary.stripe.map_or(plain, |paint| number(&mut paints, paint));
                    Small { rect: card.rect, plain, stripe }
                })),
            }
            starts.push(boxes.len());
        }
        Self { cards: cards.clone(), paints, boxes, starts, painted: None }
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
        let Some(lane) = self.lanes.get_mut(id) else { return 0 };
        let origin = brush.screen(Pos2::new(0.0, y)).to_vec2();
        let (zoom, wide) = (brush.zoom, STRIPED / brush.zoom.max(f32::MIN_POSITIVE));
        let colors: Vec<Color32> = lane.paints.iter().map(|paint| brush.color(*paint)).collect();
        let (mesh, first) = (self.cards.number, self.cards.count);
        let painted = Painted { mesh, first, steps: steps.clone(), origin, zoom, colors };
        let before = lane.painted.take().map(|before| Painted { mesh: before.mesh + 1, ..before });
        let boxes = lane.boxes(steps);
        let is_striped = boxes.first().is_some_and(|first| first.rect.width() > wide);
        let striped = || boxes.iter().filter(|one| is_striped && one.stripe != one.plain);
        if before.as_ref() == Some(&painted) {
            self.cards.count += boxes.len() + striped().count();
        } else {
            let corner = |rect: &Rect| (rect.min.to_vec2() * zoom + origin).to_pos2();
            let colors = &painted.colors;
            let color = |number: u16| colors.get(usize::from(number)).copied().unwrap_or_default();
            self.cards.add(boxes.iter().map(|Small { rect, plain, stripe }| {
                let number = if rect.width() <= wide { stripe } else { plain };
                (corner(rect), rect.size() * zoom, color(*number))
            }));
            let stripes = striped().map(|one| {
                let size = vec2(STRIPE, one.rect.height() * zoom);
                (corner(&one.rect), size, color(one.stripe))
            });
            self.cards.add(stripes.collect::<Vec<_>>().into_iter());
        }
        let count = boxes.len();
        lane.painted = Some(painted);
        count
    }

    /// Adds faces with their middles at these places (screen points). Returns how many there are.
    pub(crate) fn faces(&mut self, at: impl Iterator<Item = Pos2>, color: Color32) -> usize {
        let size = Vec2::splat(1.5);
        let faces: Vec<_> = at.map(|at| (at - size / 2.0, size, color)).collect();
        let count = faces.len();
        self.faces.add(faces.into_iter());
        count
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
    /// How often it was painted. What was added between two times stands there until the next.
    number: u64,
}

impl Dots {
    /// Adds boxes by corner, size and colour, on whole screen points: at this size edges would
    /// only be a blur.
    fn add(&mut self, boxes: impl ExactSizeIterator<Item = (Pos2, Vec2, Color32)>) {
        // The last frame's mesh has been painted: nobody else holds it, so nothing is copied.
        let mesh = Arc::make_mut(&mut self.mesh);
        let first = self.count * 4;
        self.count += boxes.len();
        if mesh.vertices.len() < self.count * 4 {
            let known = mesh.indices.len() / 6;
            mesh.vertices.resize(self.count * 4, Vertex::default());
            let new = known as u32..self.count as u32;
            mesh.indices
                .extend(new.flat_map(|at| [0, 1, 2, 2, 1, 3].map(|corner| at * 4 + corner)));
        }
        let places = mesh.vertices.get_mut(first..).unwrap_or_default();
        let (places, _) = places.as_chunks_mut::<4>();
        for (place, (min, size, color)) in places.iter_mut().zip(boxes) {
            let (left, top) = (whole(min.x), whole(min.y));
            let right = left + whole(size.x).max(1.0);
            let bottom = top + whole(size.y).max(1.0);
            let corners = [(left, top), (right, top), (left, bottom), (right, bottom)];
            let corner = |(x, y)| Vertex { pos: Pos2::new(x, y), uv: WHITE_UV, color };
            *place = corners.map(corner);
        }
    }

    /// What has been added; none where nothing has.
    fn shape(&mut self) -> Option<Shape> {
        let count = std::mem::take(&mut self.count);
        self.number += 1;
        if count == 0 {
            return None;
        }
        let mesh = Arc::make_mut(&mut self.mesh);
        mesh.vertices.truncate(count * 4);
        mesh.indices.truncate(count * 6);
        Some(Shape::Mesh(self.mesh.clone()))
    }
}

/// The number of `paint` among `paints`, where it comes to stand if it is new.
fn number(paints: &mut Vec<Paint>, paint: Paint) -> u16 {
    let known = paints.iter().position(|same| *same == paint);
    let at = known.unwrap_or_else(|| {
        paints.push(paint);
        paints.len() - 1
    });
    u16::try_from(at).unwrap_or(0)
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
            lane.boxes(steps).iter().map(|one| one.rect.left()).collect()
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
    fn what_is_painted_the_same_again_stands_where_it_would_be_painted_anew() {
        let cell = |xs: &[f32]| {
            let card = |x: &f32| CardBox {
                card: Default::default(),
                rect: Rect::from_min_size(Pos2::new(*x, 0.0), vec2(*x + 3.0, 5.0)),
                drawing: Arc::new(Drawing::default()),
                text_rect: Rect::ZERO,
            };
            Arc::new(Cell { cards: xs.iter().map(card).collect(), bottom: 0.0 })
        };
        let cards = |cells: &[&[f32]]| {
            let mut cards = Cards::default();
            cards.cells.extend(cells.iter().map(|xs| cell(xs)));
            Arc::new(cards)
        };
        let lanes = [cards(&[&[1.0, 2.0], &[3.0]]), cards(&[&[4.0], &[]]), cards(&[&[5.0, 6.0]])];
        let other = cards(&[&[9.0, 8.0, 7.0], &[3.0]]);
        // By frame: which lanes are painted, where the map is, and how near.
        let all = || lanes.iter().cloned().enumerate().collect::<Vec<_>>();
        let frames = [
            (all(), 0.0, 1.0),
            (all(), 0.0, 1.0),
            (all()[1..].to_vec(), 0.0, 1.0),
            (all(), 0.0, 1.0),
            (all(), 7.0, 1.0),
            (all(), 7.0, 2.0),
            (vec![], 7.0, 2.0),
            (all(), 7.0, 2.0),
            (vec![(0, other), all()[1].clone(), all()[2].clone()], 7.0, 2.0),
            (all(), 7.0, 2.0),
        ];
        let ctx = egui::Context::default();
        crate::ui::install_fonts(&ctx);
        let theme = crate::scene::Theme::new(crate::scene::ThemeKind::Light);
        let mut galleys = crate::ui::canvas::Galleys::default();
        let mut far = Far::default();
        ctx.run_ui(egui::RawInput::default(), |ui| {
            ui.fonts_mut(|fonts| {
                for (number, (lanes, x, zoom)) in frames.iter().enumerate() {
                    let (origin, clip) = (Pos2::new(*x, 0.0), Rect::EVERYTHING);
                    let mut brush = Brush::new(fonts, &mut galleys, &theme, origin, *zoom, clip);
                    let mut painted = |far: &mut Far| {
                        for (lane, cards) in lanes {
                            let id = Id::new(&format!("lane {lane}"));
                            far.cards(&brush, &id, cards, *lane as f32 * 10.0, 0..9);
                        }
                        far.paint_cards(&mut brush);
                        std::mem::take(&mut brush.shapes)
                    };
                    let (kept, anew) = (painted(&mut far), painted(&mut Far::default()));
                    assert_eq!(kept, anew, "frame {number}");
                    assert_eq!(kept.len(), usize::from(!lanes.is_empty()));
                }
            });
        })
        .drop_without_applying_deltas();
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
