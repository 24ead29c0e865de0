//! The head of a map: its title, kind and purpose, and whose journey it is.

use crate::insight::{total, total_said};
use crate::model::{Id, Journey, JourneyKind, Part, Persona, Project, Thing};
use crate::scene::draw::pen::line_boxes;
use crate::scene::draw::pen::{self, Pen, circle, emoji_at, solid, text_at, text_box};
use crate::scene::draw::theme::{PERSONA_COLORS, PERSONA_HUES};
use crate::scene::map::lane::MARGIN;
use crate::scene::map::name::persona_role;
use crate::scene::{Drawing, Item, Placed, Role, Scene, Summary};
use crate::words::Named;
use crate::words::{initial, persona_roles};
use egui::{Pos2, Rect, Vec2, pos2, vec2};
use std::sync::Arc;

/// Where the title begins.
const TOP: f32 = 20.0;
/// From the title to the chip that says what kind of journey it is.
const KIND_GAP: f32 = 28.0;
const KIND_PAD: f32 = 16.0;
const KIND_HEIGHT: f32 = 26.0;
/// A title narrower than this gets the personas below it instead of beside it.
const TITLE_MIN: f32 = 320.0;
/// Between title and personas.
const GAP: f32 = 48.0;
/// Between personas.
const PERSONA_GAP: f32 = 32.0;
/// How wide a persona's texts are at most.
const PERSONA_TEXT: f32 = 200.0;
/// The radius of the ring around a persona's face in the head, in document units.
pub const RING: f32 = 20.0;
/// From the left edge of the ring to the texts.
const PERSONA_TEXT_X: f32 = 52.0;

/// The head without its transitions.
pub(in crate::scene) struct Head {
    /// Title and personas.
    pub placed: Vec<Placed>,
    /// Where the title's text stands.
    pub title_rect: Rect,
    /// How far down it reaches.
    pub bottom: f32,
}

impl Scene {
    /// The colour of a persona; of one that is not there it is nobody's.
    pub fn persona_role(&self, id: &Id) -> Role {
        let known = self.project.persona(id);
        known.map_or(Role::Muted, |(place, persona)| persona_role(place, persona))
    }
}

/// How a persona's curve looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::scene) struct PersonaLook {
    pub role: Role,
    /// Of its line, where it is not the main one.
    pub pattern: u8,
}

impl PersonaLook {
    /// Of the persona at `place`, where nobody has chosen a colour.
    pub(crate) fn of_place(place: usize) -> Self {
        let role = Role::Persona((place % PERSONA_COLORS) as u8);
        Self { role, pattern: (place / PERSONA_HUES).min(usize::from(u8::MAX)) as u8 }
    }
}

/// How the curve of each persona of the project looks, in its order. Those that share a hue have
/// patterns of their own.
pub(in crate::scene) fn looks(project: &Project) -> Vec<PersonaLook> {
    let mut sharing = [0u8; PERSONA_HUES];
    let look = |(place, persona): (usize, &Arc<Persona>)| {
        let role = persona_role(place, persona);
        let Role::Persona(number) = role else { return PersonaLook { role, pattern: 0 } };
        let pattern = sharing[usize::from(number) % PERSONA_HUES];
        sharing[usize::from(number) % PERSONA_HUES] = pattern.saturating_add(1);
        PersonaLook { role, pattern }
    };
    project.personas.iter().enumerate().map(look).collect()
}

/// The head of `journey`, which may be a part of `whole`, `width` wide with its margins.
pub(in crate::scene) fn head(
    pen: &mut Pen,
    journey: &Journey,
    whole: &Journey,
    width: f32,
) -> Head {
    let project = pen.project;
    let view = pen.view;
    let shown = journey.personas.iter().filter(|id| view.shows_persona(Some(id)));
    let known = shown.filter_map(|id| project.persona(id));
    let personas: Vec<Placed> =
        known.map(|(place, persona)| draw_persona(pen, place, persona)).collect();
    let inner = width - MARGIN * 2.0;
    let all: f32 = personas.iter().map(|one| one.drawing.size.x + PERSONA_GAP).sum();
    let beside = (all - PERSONA_GAP).min(inner * 0.5).max(widest(&personas));
    let is_beside = personas.is_empty() || inner - beside - GAP >= TITLE_MIN;
    let title_width = match personas.is_empty() || !is_beside {
        true => inner,
        false => inner - beside - GAP,
    };

    let (drawing, title_rect) = draw_title(pen, journey, whole, title_width);
    let at = pos2(MARGIN, TOP);
    let mut bottom = at.y + drawing.size.y;
    let thing = Thing::Journey(journey.id.clone());
    let (title, _) = pen.titled(&journey.title, Role::Ink);
    let title = title.into_owned();
    let mut placed = vec![Placed { thing, title, at, drawing, text_rect: title_rect }];
    let personas = match is_beside {
        true => in_rows(personas, pos2(width - MARGIN, 25.0), beside, true),
        false => in_rows(personas, pos2(MARGIN, bottom + 14.0), inner, false),
    };
    for persona in &personas {
        bottom = bottom.max(persona.at.y + persona.drawing.size.y);
    }
    placed.extend(personas);
    Head { placed, title_rect: title_rect.translate(at.to_vec2()), bottom }
}

/// Title, kind and purpose from the title's top left corner, and where the title's text stands.
fn draw_title(
    pen: &mut Pen,
    journey: &Journey,
    whole: &Journey,
    width: f32,
) -> (Arc<Drawing>, Rect) {
    let kind =
        journey.kind.as_ref().map(|kind| (kind, pen.short(&kind.name(pen.words), pen::KIND)));
    let chip_room = kind.as_ref().map_or(0.0, |(_, text)| text.size.x + KIND_PAD * 2.0 + KIND_GAP);
    let title_width = (width - chip_room).max(120.0);
    let (title, ink) = pen.titled(&journey.title, Role::Ink);
    let title = pen.text(&title, pen::TITLE, Some(title_width));
    let line = pen.grown(pen::TITLE.line_height);
    let at = Pos2::ZERO;
    let rect = text_box(at, &title, title_width, line);
    let mut size = vec2(title.size.x.max(120.0), rect.height());
    let summary = Summary { lines: line_boxes(at, &title), ..Summary::default() };

    let mut items = Vec::new();
    if let Some((kind, text)) = kind {
        let (fill, says) = match kind {
            JourneyKind::Current => (Role::GoodFill, Role::Good),
            JourneyKind::Future => (Role::IdeaFill, Role::IdeaText),
            JourneyKind::DayInTheLife | JourneyKind::Other(_) => (Role::Chip, Role::Muted),
        };
        // Behind the last word of the title.
        let end = title.lines.last().map_or(0.0, |line| line.width);
        let left = end + KIND_GAP;
        let height = pen.grown(KIND_HEIGHT);
        let middle = rect.bottom() - line / 2.0;
        let chip = Rect::from_min_size(
            pos2(left, middle - height / 2.0),
            vec2(text.size.x + KIND_PAD * 2.0, height),
        );
        let radius = height / 2.0;
        let fill = Some(fill.into());
        items.push(Item::Rect { rect: chip, radius, fill, stroke: None, shadow: false });
        items.push(text_at(chip.center() - text.size / 2.0, text, says));
        size.x = size.x.max(chip.right());
    }
    items.insert(0, text_at(at, title, ink));
    if !journey.purpose.is_empty() {
        let purpose = pen.words.scene_purpose(&journey.purpose);
        let purpose = pen.text(&purpose, pen::PURPOSE, Some(width));
        let at = pos2(0.0, size.y + 6.0);
        size = vec2(size.x.max(purpose.size.x), at.y + purpose.size.y);
        items.push(text_at(at, purpose, Role::Muted));
    }
    for (text, style, gap) in more(pen, journey, whole) {
        let text = pen.text(&text, style, Some(width));
        let at = pos2(0.0, size.y + gap);
        size = vec2(size.x.max(text.size.x), at.y + text.size.y);
        items.push(text_at(at, text, Role::Muted));
    }
    (Arc::new(Drawing { size, items, summary, ..Drawing::default() }), rect)
}

/// Whom the map is for, from where to where it goes, and how long all of it takes.
fn more(pen: &Pen, journey: &Journey, whole: &Journey) -> Vec<(String, pen::Style, f32)> {
    let words = pen.words;
    let (whom, from, to) = (journey.for_whom.trim(), journey.from.trim(), journey.to.trim());
    let said = |text: &str, say: &dyn Fn(&str) -> String| {
        if text.is_empty() { String::new() } else { say(text) }
    };
    let way = match from.is_empty() {
        true => said(to, &|to| words.head_only_to(to)),
        false if to.is_empty() => words.head_from(from),
        false => words.head_way(from, to),
    };
    let parts = [said(whom, &|whom| words.head_for(whom)), way];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let mut lines = Vec::new();
    if !parts.is_empty() {
        lines.push((parts.join(" · "), pen::PURPOSE, 3.0));
    }
    if let Some(total) = total(whole).filter(|_| pen.shows(&Part::Times)) {
        lines.push((total_said(&total, words), pen::CHANGE, 7.0));
    }
    lines
}

/// A ringed face with name, role and buying role.
pub(in crate::scene) fn draw_persona(pen: &mut Pen, place: usize, persona: &Persona) -> Placed {
    let role = persona_role(place, persona);
    let text_width = Some(pen.grown(PERSONA_TEXT));
    let (called, ink) = pen.titled(&persona.name, Role::Ink);
    let name = pen.text(&called, pen::NAME, text_width);
    let does = persona_roles(persona, pen.words);
    let does_text = (!does.is_empty()).then(|| pen.text(&does, pen::PERSONA_ROLE, text_width));

    let texts = name.size.y + does_text.as_ref().map_or(0.0, |does| does.size.y);
    let texts_width = name.size.x.max(does_text.as_ref().map_or(0.0, |does| does.size.x));
    let size = vec2(PERSONA_TEXT_X + texts_width, texts.max(RING * 2.0 + 2.0));
    let middle = pos2(RING + 1.0, size.y / 2.0);
    let ring = circle(middle, RING, Some(role.at(36)), Some(solid(2.0, role)));
    let portrait = persona.image.as_ref().and_then(|id| pen.pictures.portrait(id)).cloned();
    let face = match (portrait, persona.face().is_empty()) {
        (Some(picture), _) => {
            let radius = RING - 2.5;
            let rect = Rect::from_center_size(middle, Vec2::splat(radius * 2.0));
            Item::Image { rect, picture, radius }
        }
        (None, false) => {
            let face = pen.short(persona.face(), pen::PERSONA_FACE);
            emoji_at(middle, face, pen::PERSONA_FACE.size)
        }
        (None, true) => {
            let face = pen.short(&initial(&persona.name), pen::NAME);
            text_at(middle - face.size / 2.0, face, Role::Ink)
        }
    };
    let mut at = pos2(PERSONA_TEXT_X, (size.y - texts) / 2.0);
    let mut items = vec![ring, face];
    let name_height = name.size.y;
    let line = pen.grown(pen::NAME.line_height);
    let text_rect = text_box(at, &name, pen.grown(PERSONA_TEXT), line);
    items.push(text_at(at, name, ink));
    at.y += name_height;
    items.extend(does_text.map(|does| text_at(at, does, Role::Muted)));

    let title = match does.is_empty() {
        true => called.into_owned(),
        false => format!("{called}, {does}"),
    };
    let summary = Summary { stripe: Some(role.into()), ..Summary::default() };
    let drawing = Arc::new(Drawing { size, items, summary, ..Drawing::default() });
    let thing = Thing::Persona(persona.id.clone());
    Placed { thing, title, at: Pos2::ZERO, drawing, text_rect }
}

fn widest(placed: &[Placed]) -> f32 {
    placed.iter().fold(0.0, |widest, one| widest.max(one.drawing.size.x))
}

/// Things side by side in rows at most `width` wide; `from` is the corner they start from, each
/// row ending there if `to_right_edge`.
fn in_rows(things: Vec<Placed>, from: Pos2, width: f32, to_right_edge: bool) -> Vec<Placed> {
    let mut rows: Vec<(f32, Vec<Placed>)> = Vec::new();
    for thing in things {
        let size = thing.drawing.size;
        match rows.last_mut() {
            Some((used, row)) if *used + PERSONA_GAP + size.x <= width + 0.5 => {
                *used += PERSONA_GAP + size.x;
                row.push(thing);
            }
            _ => rows.push((size.x, vec![thing])),
        }
    }
    let mut placed = Vec::new();
    let mut at = from;
    for (used, row) in rows {
        at.x = if to_right_edge { from.x - used } else { from.x };
        let height = row.iter().fold(0.0f32, |height, one| height.max(one.drawing.size.y));
        for mut thing in row {
            let size: Vec2 = thing.drawing.size;
            thing.at = pos2(at.x, at.y + (height - size.y) / 2.0);
            at.x += size.x + PERSONA_GAP;
            placed.push(thing);
        }
        at.y += height + 8.0;
    }
    placed
}
