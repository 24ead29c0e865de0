//! The strip at the foot of a page: the curve of who speaks on it over all phases, and where we are.

use super::SIZE;
use super::context::PageContext;
use super::kit::{face, flat, texts};
use super::progress::{HERE, NAMES, ProgressCurve, ZERO};
use super::sizes::{FOOT, MARGIN, SMALL};
use crate::model::{EmotionPoint, Journey, Thing};
use crate::scene::draw::pen::{Style, circle, solid, text_at};
use crate::scene::{Face, Group, Item, Path, Role, Segment, Tag, phase_color};
use crate::words::{phase_name, titled};
use egui::{Pos2, Rangef, Rect, Vec2, pos2, vec2};
use std::sync::Arc;

/// How long the piece of curve is beside the line that says whose it is.
const LINE: f32 = 44.0;
/// Faces elsewhere than where we are, with their halos.
const FACE: (f32, f32) = (38.0, 23.0);
/// A name may be so much wider than its phase.
const BESIDE: f32 = 2.0;
/// Around the name of where we are.
const NAME_PAD: f32 = 12.0;
/// A name says this much; the page's heading says all.
const NAME_MAX: usize = 44;

struct Name {
    /// Of its phase.
    place: usize,
    rect: Rect,
    item: Item,
}

impl ProgressCurve {
    /// Draws it with the phase at `here` as where we are.
    pub(super) fn draw(&self, desk: &mut PageContext<'_>, here: usize) -> Vec<Item> {
        let journey = self.of.0.clone();
        let color = journey.phases.get(here).map_or(0, |phase| phase_color(here, phase));
        let names = self.names(desk, &journey, here);
        let bottom = names.iter().map(|name| name.rect.bottom()).fold(NAMES + 32.0, f32::max);
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
            let rect = Rect::from_x_y_ranges(x, self.top_of_curve()..=(bottom + 10.0).min(1012.0));
            let fill = Some(Role::PhaseText(color).at(28));
            items.push(Item::Rect { rect, radius: 16.0, fill, stroke: None, shadow: false });
        }
        let zero = if self.spots.is_empty() { NAMES - 32.0 } else { ZERO };
        items.push(Item::Rect {
            rect: Rect::from_x_y_ranges(MARGIN..=SIZE.x - MARGIN, zero - 0.75..=zero + 0.75),
            radius: 0.0,
            fill: Some(Role::Hairline.into()),
            stroke: None,
            shadow: false,
        });
        match self.spots.is_empty() {
            true => self.dots(here, zero, color, &mut items),
            false => self.draw_curve(desk, here, &mut items),
        }
        for name in names {
            items.push(name.item);
        }
        items
    }

    /// Phases without a curve: a dot each.
    fn dots(&self, here: usize, y: f32, color: u8, items: &mut Vec<Item>) {
        for (place, x) in self.phases.iter().enumerate() {
            let (radius, fill) = match place == here {
                true => (13.0, Role::PhaseText(color).into()),
                false => ((x.span() / 5.0).clamp(2.0, 8.0), Role::Muted.at(150)),
            };
            let ring = Some(Role::Paper.into());
            items.push(circle(pos2(x.center(), y), radius + 5.0, ring, None));
            items.push(circle(pos2(x.center(), y), radius, Some(fill), None));
        }
    }

    fn draw_curve(&self, desk: &mut PageContext<'_>, here: usize, items: &mut Vec<Item>) {
        let mut segments = Vec::with_capacity(self.curve.pieces() + 1);
        segments.extend(self.curve.points.first().map(|at| Segment::Move(*at)));
        let cubics = (0..self.curve.pieces()).filter_map(|piece| self.curve.cubic(piece));
        segments.extend(cubics.map(|[_, a, b, to]| Segment::Cubic(a, b, to)));
        if segments.len() > 1 {
            let bounds = Rect::from_points(&self.curve.points).expand(4.0);
            let path = Arc::new(Path { segments, convex: false });
            let stroke = Some(solid(5.0, self.role));
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
        for (at, lane, point, is_here) in self.faces(here) {
            let (size, halo) = if is_here { HERE } else { FACE };
            let drawn = face(desk, point.shown_face(), size, halo, at);
            let lane = self.of.0.lanes.get(lane).map(|lane| lane.id.clone()).unwrap_or_default();
            let thing = Some(Thing::Point { lane, point: point.id.clone() });
            let title = format!("{} {}", self.name, desk.pen.words.felt(point.value));
            let bounds = Rect::from_center_size(at, Vec2::splat(halo * 2.0));
            let (tag, title) = (Tag::Point, title.trim().to_owned());
            items.push(Item::Group(Group { tag, thing, title, bounds, items: drawn }));
        }
    }

    /// Says whose curve it is, beside a piece of its line.
    fn whose(&self, desk: &mut PageContext<'_>) -> Item {
        let said = desk.pen.words.page_feels(flat(&self.name, NAME_MAX));
        let text = desk.pen.short(&said, SMALL);
        let at = pos2(MARGIN, self.top());
        let y = at.y + text.size.y / 2.0;
        let segments = vec![Segment::Move(pos2(at.x, y)), Segment::Line(pos2(at.x + LINE, y))];
        let path = Arc::new(Path { segments, convex: false });
        let line = Item::Path { path, fill: None, stroke: Some(solid(5.0, self.role)) };
        let left = at + vec2(LINE + 14.0, 0.0);
        let bounds = Rect::from_min_size(at, text.size + vec2(LINE + 14.0, 0.0)).expand(3.0);
        let items = vec![line, text_at(left, text, Role::Ink)];
        let thing = self.whose.clone().map(Thing::Persona);
        Item::Group(Group { tag: Tag::Persona, thing, title: said, bounds, items })
    }

    /// The faces there is room for: first those of where we are, the strongest first, then the
    /// strongest elsewhere. They never cover each other.
    fn faces(&self, here: usize) -> Vec<(Pos2, usize, Arc<EmotionPoint>, bool)> {
        let reach = self.phases.get(here).copied().unwrap_or(Rangef::NOTHING);
        let within = |at: &Pos2| reach.contains(at.x);
        let mut order: Vec<usize> = (0..self.spots.len()).collect();
        let strength = |at: usize| (within(&self.spots[at].0), (self.spots[at].0.y - ZERO).abs());
        order.sort_by(|a, b| {
            let (a, b) = (strength(*a), strength(*b));
            b.0.cmp(&a.0).then(b.1.total_cmp(&a.1))
        });
        let mut taken: Vec<(Pos2, f32)> = Vec::new();
        let mut kept: Vec<usize> = Vec::new();
        for at in order.into_iter().take(400) {
            let (middle, halo) = (self.spots[at].0, if strength(at).0 { HERE.1 } else { FACE.1 });
            if taken.iter().all(|(other, own)| other.distance(middle) >= own + halo - 6.0) {
                taken.push((middle, halo));
                kept.push(at);
            }
        }
        kept.sort_unstable();
        let face = |at: usize| {
            let (middle, lane, point) = &self.spots[at];
            (*middle, *lane, point.clone(), within(middle))
        };
        kept.into_iter().map(face).collect()
    }

    /// The names of phases there is room for: always that of where we are.
    fn names(&self, desk: &mut PageContext<'_>, journey: &Journey, here: usize) -> Vec<Name> {
        let count = journey.phases.len();
        let others = (0..count).filter(|place| *place != here);
        let order: Vec<usize> = (here < count).then_some(here).into_iter().chain(others).collect();
        let mut taken: Vec<Rangef> = Vec::new();
        let mut names: Vec<Name> = Vec::new();
        // Then those too wide for their phase, where there is room beside it.
        let tries = order.iter().map(|place| (*place, false));
        for (place, beside) in tries.chain(order.iter().map(|place| (*place, true))) {
            let (Some(phase), Some(x)) = (journey.phases.get(place), self.phases.get(place)) else {
                continue;
            };
            if beside && names.iter().any(|name| name.place == place) {
                continue;
            }
            let is_here = place == here;
            let said = titled(&phase.title, desk.pen.words);
            let said = flat(&said, NAME_MAX);
            let own = x.span() - 16.0;
            let style = match is_here {
                true => Style { face: Face::SemiBold, ..SMALL },
                false => SMALL,
            };
            let mut text = desk.pen.short(&said, style);
            // Further out nobody sees whose name it is.
            if beside && text.size.x > x.span() * BESIDE {
                continue;
            }
            if text.size.x > own && !beside {
                let room = if is_here { own.max(440.0) } else { own };
                // Words that would be broken are left out.
                let longest =
                    said.split_whitespace().map(|word| desk.pen.short(word, style).size.x);
                let longest = longest.fold(0.0, f32::max);
                if !is_here && (longest > room || room < 60.0) {
                    continue;
                }
                text = desk.pen.text(&said, style, Some(room));
                if !is_here && text.lines.len() > 2 {
                    continue;
                }
            }
            let most = SIZE.x - MARGIN - text.size.x;
            let left = (x.center() - text.size.x / 2.0).min(most).max(MARGIN);
            let reach = Rangef::new(left - 10.0, left + text.size.x + 10.0);
            if taken.iter().any(|other| other.intersects(reach)) {
                continue;
            }
            taken.push(reach);
            let lines = text.lines.len().max(1);
            let mut parts = Vec::new();
            let role = match is_here {
                // Its colour is behind it.
                true => Role::Ink,
                false => Role::Muted,
            };
            // Lines stand in the middle of their phase.
            let rect = Rect::from_min_size(pos2(left, NAMES), text.size);
            if lines == 1 {
                parts.push((rect.min, text, role.into()));
            } else {
                for (at, line) in text.lines.iter().enumerate().take(2) {
                    let words = text.source.get(line.range.clone()).unwrap_or_default().trim();
                    let piece = desk.pen.short(words, style);
                    let x = rect.center().x - piece.size.x / 2.0;
                    let y = NAMES + at as f32 * style.line_height;
                    parts.push((pos2(x, y), piece, role.into()));
                }
            }
            let thing = Some(Thing::Phase(phase.id.clone()));
            let title = phase_name(phase, desk.pen.words);
            names.push(Name { place, rect, item: texts(Tag::Phase, thing, &title, parts) });
        }
        names
    }
}

/// A dot for each phase at the foot of a page, with where we are.
pub(super) fn dots(journey: &Journey, here: usize) -> Vec<Item> {
    let count = journey.phases.len();
    if count < 2 {
        return Vec::new();
    }
    let apart = (720.0 / (count - 1) as f32).min(30.0);
    let left = SIZE.x / 2.0 - apart * (count - 1) as f32 / 2.0;
    let color = journey.phases.get(here).map_or(0, |phase| phase_color(here, phase));
    let mut order: Vec<usize> = (0..count).filter(|place| *place != here).collect();
    order.push(here);
    let dot = |place: usize| {
        let middle = pos2(left + apart * place as f32, FOOT);
        match place == here {
            true => circle(middle, 8.0, Some(Role::PhaseText(color).into()), None),
            false => circle(middle, (apart / 5.0).clamp(1.5, 5.5), Some(Role::Muted.at(90)), None),
        }
    };
    order.into_iter().map(dot).collect()
}
