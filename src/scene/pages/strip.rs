//! The strip at the foot of a page: the curve of who speaks on it over all phases, and where we are.

use super::SIZE;
use super::context::PageContext;
use super::fitted::{in_lines, on_base};
use super::kit::{face, flat, texts};
use super::progress::{HERE, NAMES, ProgressCurve, ZERO};
use super::sign::portrait;
use super::sizes::{MARGIN, style};
use crate::model::{EmotionPoint, Id, Journey, Thing};
use crate::scene::draw::pen::{Style, circle, solid, text_at};
use crate::scene::{Face, Group, Item, Path, Role, Segment, Tag, phase_color};
use crate::words::{initial, phase_name, titled};
use egui::{Pos2, Rangef, Rect, Vec2, pos2};
use std::sync::Arc;

/// Faces but the one that is spoken of, with their halos.
const FACE: (f32, f32) = (38.0, 25.0);
/// From where to where the band of the phase reaches, over the number of the page: with a curve, and with
/// names only.
const BAND: (f32, f32) = (684.0, 1020.0);
const BAND_OF_NAMES: f32 = 944.0;
const LINE: f32 = 6.5;
/// Who it is: the middle of the portrait, over or under the curve, and from it to the name.
const WHO: (f32, [f32; 2]) = (118.0, [706.0, 926.0]);
const PORTRAIT: (f32, f32) = (27.0, 32.0);
const TO_NAME: f32 = 42.0;
/// From so many phases on only those beside this one are named, and have faces.
const NAMES_MAX: usize = 8;
const FACES_MAX: usize = 16;
const PHASE: Style = style(Face::Regular, 28.0, 37.0);
const FEELS: Style = style(Face::Medium, 28.0, 37.0);
/// A name may be so much wider than its phase.
const BESIDE: f32 = 2.0;
/// Around the name of where we are.
const NAME_PAD: f32 = 12.0;
/// The name of where we are, and in a long journey those beside it, take so much.
const HERE_WIDE: f32 = 560.0;
/// A name says this much; the page's heading says all.
const NAME_MAX: usize = 44;

struct Name {
    /// Of its phase.
    place: usize,
    rect: Rect,
    item: Item,
}

impl ProgressCurve {
    /// Draws it with the phase at `here` as where we are, and the point called `chosen` as the one that
    /// is spoken of.
    pub(super) fn draw(
        &self,
        desk: &mut PageContext<'_>,
        here: usize,
        chosen: Option<&Id>,
    ) -> Vec<Item> {
        let journey = self.of.0.clone();
        let color = journey.phases.get(here).map_or(0, |phase| phase_color(here, phase));
        let names = self.names(desk, &journey, here);
        let mut items = Vec::new();
        if let Some(x) = self.phases.get(here) {
            // Where phases are narrow it is wide enough for its own face.
            let wide = x.span().max(HERE.1 * 2.0 + 8.0);
            let mut x = Rangef::new(x.center() - wide / 2.0, x.center() + wide / 2.0);
            // And for its name.
            for name in names.iter().filter(|name| name.place == here) {
                let name = name.rect.x_range().expand(NAME_PAD);
                x = Rangef::new(x.min.min(name.min), x.max.max(name.max));
            }
            let x = Rangef::new(x.min.max(24.0), x.max.min(SIZE.x - 24.0));
            let top = if self.spots.is_empty() { BAND_OF_NAMES } else { BAND.0 };
            let rect = Rect::from_x_y_ranges(x, top..=BAND.1);
            let fill = Some(Role::PhaseText(color).at(26));
            items.push(Item::Rect { rect, radius: 18.0, fill, stroke: None, shadow: false });
        }
        if !self.spots.is_empty() {
            items.push(Item::Rect {
                rect: Rect::from_x_y_ranges(MARGIN..=SIZE.x - MARGIN, ZERO - 0.75..=ZERO + 0.75),
                radius: 0.0,
                fill: Some(Role::Muted.at(107)),
                stroke: None,
                shadow: false,
            });
            self.draw_curve(desk, here, chosen, &mut items);
        }
        for name in names {
            items.push(name.item);
        }
        items
    }

    fn draw_curve(
        &self,
        desk: &mut PageContext<'_>,
        here: usize,
        chosen: Option<&Id>,
        items: &mut Vec<Item>,
    ) {
        let mut segments = Vec::with_capacity(self.curve.pieces() + 1);
        segments.extend(self.curve.points.first().map(|at| Segment::Move(*at)));
        let cubics = (0..self.curve.pieces()).filter_map(|piece| self.curve.cubic(piece));
        segments.extend(cubics.map(|[_, a, b, to]| Segment::Cubic(a, b, to)));
        if segments.len() > 1 {
            let bounds = Rect::from_points(&self.curve.points).expand(4.0);
            let path = Arc::new(Path { segments, convex: false });
            let stroke = Some(solid(LINE, self.role));
            let line = vec![Item::Path { path, fill: None, stroke }];
            let title = self.name.clone();
            items.push(Item::Group(Group {
                tag: Tag::Curve,
                thing: self.whose.clone().map(Thing::Persona),
                title,
                bounds,
                items: line,
            }));
        }
        if !self.name.is_empty() {
            items.push(self.whose(desk));
        }
        for (at, lane, point, is_chosen) in self.faces(here, chosen) {
            let (size, halo) = if is_chosen { HERE } else { FACE };
            let drawn = face(desk, point.shown_face(), size, halo, at);
            let lane = self.of.0.lanes.get(lane).map(|lane| lane.id.clone()).unwrap_or_default();
            let thing = Some(Thing::Point { lane, point: point.id.clone() });
            let title = format!("{} {}", self.name, desk.pen.words.felt(point.value));
            let bounds = Rect::from_center_size(at, Vec2::splat(halo * 2.0));
            let (tag, title) = (Tag::Point, title.trim().to_owned());
            items.push(Item::Group(Group { tag, thing, title, bounds, items: drawn }));
        }
    }

    /// Says whose curve it is: over it at the left, or under it where it begins high.
    fn whose(&self, desk: &mut PageContext<'_>) -> Item {
        let said = desk.pen.words.page_feels(flat(&self.name, NAME_MAX));
        let text = in_lines(desk, &said, FEELS, SIZE.x / 2.0, 1);
        let right = WHO.0 + TO_NAME + text.size.x;
        let covers = |y: f32| {
            let room = Rect::from_x_y_ranges(MARGIN..=right, y - PORTRAIT.1..=y + PORTRAIT.1);
            let begun = self.curve.points.iter().filter(|at| at.x < right + FACE.1);
            begun.filter(|at| room.expand(FACE.1).contains(**at)).count()
        };
        let [over, under] = WHO.1;
        let y = if covers(over) <= covers(under) { over } else { under };
        let middle = pos2(WHO.0, y);
        let mut items = vec![circle(middle, PORTRAIT.1, Some(Role::Paper.into()), None)];
        let project = desk.project.clone();
        let persona = self.whose.as_ref().and_then(|id| project.persona(id)).map(|(_, one)| one);
        let shown = persona.map_or_else(String::new, |persona| match persona.face() {
            "" => initial(&persona.name),
            emoji => emoji.to_owned(),
        });
        let image = persona.and_then(|persona| persona.image.as_ref());
        portrait(desk, image, &shown, self.role, middle, PORTRAIT.0 + 2.0, &mut items);
        let at = on_base(WHO.0 + TO_NAME, y + 10.0, &text);
        let bounds = Rect::from_min_max(
            pos2(MARGIN, y - PORTRAIT.1),
            pos2(at.x + text.size.x, y + PORTRAIT.1),
        );
        items.push(text_at(at, text, Role::Muted));
        let thing = self.whose.clone().map(Thing::Persona);
        Item::Group(Group { tag: Tag::Persona, thing, title: said, bounds, items })
    }

    /// The faces there is room for: first the chosen one, then those of where we are, the strongest
    /// first, then the strongest elsewhere. They never cover each other. In a long journey only those
    /// of where we are.
    fn faces(
        &self,
        here: usize,
        chosen: Option<&Id>,
    ) -> Vec<(Pos2, usize, Arc<EmotionPoint>, bool)> {
        let reach = self.phases.get(here).copied().unwrap_or(Rangef::NOTHING);
        let within = |at: &Pos2| reach.contains(at.x);
        let is_long = self.phases.len() >= FACES_MAX;
        let mut order: Vec<usize> =
            (0..self.spots.len()).filter(|at| !is_long || within(&self.spots[*at].0)).collect();
        let is_chosen = |at: usize| chosen == Some(&self.spots[at].2.id);
        let strength = |at: usize| {
            let (middle, ..) = &self.spots[at];
            (is_chosen(at), within(middle), (middle.y - ZERO).abs())
        };
        order.sort_by(|a, b| {
            let (a, b) = (strength(*a), strength(*b));
            b.0.cmp(&a.0).then(b.1.cmp(&a.1)).then(b.2.total_cmp(&a.2))
        });
        let mut taken: Vec<(Pos2, f32)> = Vec::new();
        let mut kept: Vec<usize> = Vec::new();
        for at in order.into_iter().take(400) {
            let (middle, halo) = (self.spots[at].0, if is_chosen(at) { HERE.1 } else { FACE.1 });
            if taken.iter().all(|(other, own)| other.distance(middle) >= own + halo - 6.0) {
                taken.push((middle, halo));
                kept.push(at);
            }
        }
        kept.sort_unstable();
        let face = |at: usize| {
            let (middle, lane, point) = &self.spots[at];
            (*middle, *lane, point.clone(), is_chosen(at))
        };
        kept.into_iter().map(face).collect()
    }

    /// The names of phases there is room for: always that of where we are. In a long journey only those
    /// beside it, too.
    fn names(&self, desk: &mut PageContext<'_>, journey: &Journey, here: usize) -> Vec<Name> {
        let count = journey.phases.len();
        let near = |place: &usize| count < NAMES_MAX || place.abs_diff(here) <= 1;
        let others = (0..count).filter(|place| *place != here).filter(near);
        let order: Vec<usize> = (here < count).then_some(here).into_iter().chain(others).collect();
        let mut taken: Vec<Rangef> = Vec::new();
        let mut names: Vec<Name> = Vec::new();
        // Then those too wide for their phase, where there is room beside it.
        let tries = order.iter().map(|place| (*place, false));
        for (place, beside) in tries.chain(order.iter().map(|place| (*place, true))) {
            let (Some(phase), Some(x)) = (journey.phases.get(place), self.phases.get(place)) else {
                continue;
            };
            if names.iter().any(|name| name.place == place) {
                continue;
            }
            let is_here = place == here;
            let said = titled(&phase.title, desk.pen.words);
            let (style, color) = match is_here {
                // Its colour is behind it.
                true => (Style { face: Face::SemiBold, ..PHASE }, Role::Ink),
                false => (PHASE, Role::Muted),
            };
            let text = match is_here {
                true => in_lines(desk, &flat(&said, NAME_MAX), style, HERE_WIDE, 1),
                false => desk.pen.short(&flat(&said, NAME_MAX), style),
            };
            // Further out nobody sees whose name it is, but for those beside where we are.
            let own = x.span() - 16.0;
            let most = if count < NAMES_MAX { x.span() * BESIDE } else { HERE_WIDE };
            if !is_here && text.size.x > if beside { most } else { own } {
                continue;
            }
            let most = SIZE.x - MARGIN - text.size.x;
            let left = (x.center() - text.size.x / 2.0).min(most).max(MARGIN);
            let reach = Rangef::new(left - 10.0, left + text.size.x + 10.0);
            if taken.iter().any(|other| other.intersects(reach)) {
                continue;
            }
            taken.push(reach);
            let at = on_base(left, NAMES, &text);
            let rect = Rect::from_min_size(at, text.size);
            let thing = Some(Thing::Phase(phase.id.clone()));
            let title = phase_name(phase, desk.pen.words);
            let parts = vec![(at, text, color.into())];
            names.push(Name { place, rect, item: texts(Tag::Phase, thing, &title, parts) });
        }
        names
    }
}
