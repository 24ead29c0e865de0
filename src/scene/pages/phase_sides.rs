//! What stands under the head of the page of a phase: who speaks and what at the left, and at the right
//! one figure, one pain point and what heals it.

use super::SIZE;
use super::context::PageContext;
use super::fitted::{balanced, in_lines, on_base};
use super::kit::{face, flat, whose};
use super::said;
use super::sizes::{MARGIN, style};
use crate::insight::{PhaseFigure, PhaseSpeaker, PhaseTitle, PhaseTitleKind, standing};
use crate::model::{CardRef, Metric, TextOf, Thing, face_of};
use crate::scene::draw::pen::{Style, text_at};
use crate::scene::{Face, Group, Item, Role, Tag, TextSpot, lane_icon};
use crate::words::{genitive, persona_name, titled};
use egui::{Rect, pos2};

/// From where to where it stands under a head of one line.
const BAND: (f32, f32) = (346.0, 634.0);
/// No lower than this: the strip begins there.
const BOTTOM: f32 = 672.0;
/// The large face: how large, and where its middle is.
const FACE: f32 = 200.0;
const FACE_AT: (f32, f32) = (190.0, 450.0);
/// Where what is said begins, and how wide it is beside a figure.
const SAID: f32 = 330.0;
const SAID_WIDE: f32 = 740.0;
/// The line between both sides, and where the right one begins.
const RULE: f32 = 1106.0;
const RIGHT: f32 = 1164.0;
/// From a sign to its text.
const SIGN: f32 = 58.0;
/// A quote: as large as it may be with so many signs; smaller where there is no room.
const QUOTES: [(f32, usize); 4] = [(60.0, 70), (46.0, 300), (38.0, 300), (32.0, 300)];
/// Of more signs it goes over the whole width.
const QUOTE_WIDE: usize = 130;
/// Of more signs only its first sentences are said.
const QUOTE_MAX: usize = 300;
const WHO: Style = style(Face::Medium, 32.0, 42.0);
const SOURCE: Style = style(Face::Regular, 28.0, 37.0);
/// The figure, as large as there is room for.
const FIGURES: [f32; 4] = [112.0, 92.0, 76.0, 60.0];
const LABEL: Style = style(Face::Medium, 36.0, 46.0);
const PAIN: Style = style(Face::SemiBold, 34.0, 42.0);
/// From the base of what is said to that of who said it, and from that to the source.
const TO_WHO: f32 = 64.0;
const TO_SOURCE: f32 = 42.0;

/// Both sides, `down` lower than under a head of one line.
pub(super) fn draw(
    desk: &mut PageContext<'_>,
    title: &PhaseTitle,
    place: usize,
    down: f32,
) -> Vec<Item> {
    let band = (BAND.0 + down, (BAND.1 + down).min(BOTTOM));
    let has_quote = title.speaker.as_ref().is_some_and(|one| says(one, title));
    let is_long = title
        .speaker
        .as_ref()
        .is_some_and(|one| has_quote && one.quote().chars().nth(QUOTE_WIDE).is_some());
    let mut items = Vec::new();
    let figure = title.figure.as_ref().filter(|_| !is_long);
    let has_right = figure.is_some() || title.pain.is_some() || title.cure.is_some();
    match &title.speaker {
        Some(speaker) if figure.is_some() || !has_quote => {
            items.extend(speaks(desk, speaker, title, SAID_WIDE, band));
            if has_right {
                items.push(rule(band));
                items.extend(right(desk, title, place, figure, RIGHT, band));
            }
        }
        Some(speaker) => {
            // Over the whole width, with what hurts below it.
            let below = if has_right { 74.0 } else { 0.0 };
            let wide = SIZE.x - MARGIN - SAID;
            let above = (band.0, band.1 - below);
            items.extend(speaks(desk, speaker, title, wide, above));
            items.extend(beneath(desk, title, band.1 - 4.0));
        }
        None => items.extend(right(desk, title, place, figure, MARGIN, band)),
    }
    items
}

/// Does the speaker say something that the title does not?
fn says(speaker: &PhaseSpeaker, title: &PhaseTitle) -> bool {
    !speaker.quote().is_empty() && !matches!(title.kind, PhaseTitleKind::Quote(_))
}

fn rule(band: (f32, f32)) -> Item {
    let rect = Rect::from_min_max(pos2(RULE - 1.0, band.0), pos2(RULE + 1.0, band.1));
    let fill = Some(Role::Hairline.into());
    Item::Rect { rect, radius: 0.0, fill, stroke: None, shadow: false }
}

/// As many whole sentences of a long quote as there is room for.
fn first_sentences(quote: &str) -> String {
    let Some((end, _)) = quote.char_indices().nth(QUOTE_MAX) else { return quote.to_owned() };
    let begin = quote.get(..end).unwrap_or(quote);
    let stop = |(at, c): (usize, char)| ".!?".contains(c).then_some(at + c.len_utf8());
    let sentences = begin.char_indices().filter_map(stop).next_back();
    match sentences.and_then(|end| quote.get(..end)) {
        Some(sentences) => sentences.to_owned(),
        None => flat(quote, QUOTE_MAX),
    }
}

/// The face of who speaks with what she says, or what she feels where she says nothing.
fn speaks(
    desk: &mut PageContext<'_>,
    speaker: &PhaseSpeaker,
    title: &PhaseTitle,
    width: f32,
    band: (f32, f32),
) -> Vec<Item> {
    let words = desk.pen.words;
    let point = speaker.point.point.clone();
    let has_quote = says(speaker, title);
    let mut items: Vec<Item> = Vec::new();
    let mut spots = Vec::new();
    let shown = match has_quote {
        true => point.shown_face().to_owned(),
        false => face_of(speaker.mean).to_owned(),
    };
    let middle = pos2(FACE_AT.0, FACE_AT.1 + band.0 - BAND.0);
    items.extend(face(desk, &shown, FACE, 0.0, middle));
    let persona = speaker.point.persona.as_ref().and_then(|id| desk.project.persona(id));
    let name = persona.map(|(_, persona)| flat(&persona_name(persona, words), 40));
    let said_by = said::name_and_role(desk, speaker.point.lane, &point);
    let source = said::source_of(desk, &point);
    let mut base;
    if has_quote {
        let quote = first_sentences(speaker.quote());
        let quote = said::quoted(&quote, words).unwrap_or_default();
        let count = quote.chars().count();
        let below = [&said_by, &source].iter().filter(|text| !text.is_empty()).count() as f32;
        let mut laid = None;
        for (size, most) in QUOTES {
            let line = size * 1.22;
            let text = balanced(desk, &quote, style(Face::Italic, size, line), width);
            let high = text.size.y + below * TO_SOURCE + 12.0;
            let fits = count <= most + 2 && high <= band.1 - band.0 + 14.0;
            laid = Some((text, high));
            if fits {
                break;
            }
        }
        let Some((text, high)) = laid else { return items };
        let free = (band.1 - band.0 - high).max(0.0);
        let at = pos2(SAID, band.0 + (free / 2.0).min(14.0));
        spots.push(TextSpot::new(at, &text, Some(said::by(desk, speaker.point.lane, &point))));
        let last = text.lines.last().map_or(0.0, |line| line.baseline);
        base = at.y + last + TO_WHO;
        items.push(text_at(at, text, Role::Ink));
    } else {
        let figure = words.felt(speaker.mean);
        let figure = desk.pen.text(&figure, style(Face::SemiBold, FIGURES[0], FIGURES[0]), None);
        base = band.0 + 86.0;
        items.push(text_at(on_base(SAID, base, &figure), figure, Role::Ink));
        let label = match &name {
            Some(name) => words.phase_page_mean(genitive(name, words.lang)),
            None => words.phase_page_mean_nobodys(),
        };
        base += 58.0;
        let label = in_lines(desk, &label, LABEL, width, 1);
        items.push(text_at(on_base(SAID, base, &label), label, Role::Ink));
        base += TO_WHO - 8.0;
    }
    for (text, style, role) in [(said_by, WHO, Role::Ink), (source, SOURCE, Role::Muted)] {
        // The least important goes first.
        if !text.is_empty() && base <= BOTTOM + 2.0 {
            let text = in_lines(desk, &text, style, width, 1);
            let at = on_base(SAID, base, &text);
            spots.push(TextSpot::new(at, &text, None));
            items.push(text_at(at, text, role));
            base += TO_SOURCE;
        }
    }
    let lane = desk.journey.lanes.get(speaker.point.lane).map(|lane| lane.id.clone());
    let thing = Thing::Point { lane: lane.unwrap_or_default(), point: point.id.clone() };
    let bounds = Rect::from_min_max(pos2(MARGIN, band.0), pos2(SAID + width, base.max(band.1)));
    let quote = if has_quote { point.quote.clone() } else { words.felt(speaker.mean) };
    vec![one(Tag::Quote, Some(thing), quote, bounds, items, spots)]
}

/// The figure with what hurts and what heals it below, from `x` to the right.
fn right(
    desk: &mut PageContext<'_>,
    title: &PhaseTitle,
    place: usize,
    figure: Option<&PhaseFigure>,
    x: f32,
    band: (f32, f32),
) -> Vec<Item> {
    let mut items = Vec::new();
    let width = SIZE.x - MARGIN - x;
    let mut base = band.0 + 86.0;
    if let Some(figure) = figure {
        let (drawn, bottom) = draw_figure(desk, figure, place, x, width, base);
        items.push(drawn);
        let room = BOTTOM - bottom;
        // Closer where there is less room.
        base = bottom + (room / 2.2).min(88.0);
    }
    let mut rows = rows(desk, title);
    let lines = |room: f32| ((room / PAIN.line_height) as usize).max(1);
    let apart = (BOTTOM - base).clamp(48.0, 58.0);
    let count = rows.len();
    for (at, row) in rows.drain(..).enumerate() {
        let left = (count - at - 1) as f32 * apart;
        if base > BOTTOM + 2.0 {
            break;
        }
        let most = lines(BOTTOM + PAIN.line_height - base - left).min(2);
        let (item, bottom) = draw_row(desk, &row, x, width, base, most);
        items.push(item);
        base = bottom + apart;
    }
    items
}

/// What hurts and what heals it side by side, under what is said.
fn beneath(desk: &mut PageContext<'_>, title: &PhaseTitle, base: f32) -> Vec<Item> {
    let rows = rows(desk, title);
    let count = rows.len();
    let wide = (SIZE.x - MARGIN - SAID) / count.max(1) as f32;
    let mut items = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let x = SAID + wide * at as f32;
        items.push(draw_row(desk, row, x, wide - 40.0, base, 1).0);
    }
    items
}

/// What hurts or heals: a sign, what is said, and what it is.
struct PhaseRow {
    sign: String,
    text: String,
    thing: Option<Thing>,
    of: TextOf,
}

fn rows(desk: &PageContext<'_>, title: &PhaseTitle) -> Vec<PhaseRow> {
    let pain = title.pain.as_ref().map(|(lane, card)| {
        let lane = desk.journey.lanes.get(*lane).map(|lane| lane.id.clone());
        let found = CardRef { lane, card: card.id.clone() };
        let thing = Thing::Card(found);
        let of = TextOf::Thing(thing.clone());
        PhaseRow { sign: "🚩".into(), text: flat(&card.text, 200), thing: Some(thing), of }
    });
    let cure = title.cure.as_ref().map(|idea| PhaseRow {
        sign: lane_icon(&crate::model::LaneKind::Opportunities).into(),
        text: flat(&titled(&idea.title, desk.pen.words), 200),
        thing: None,
        of: TextOf::Idea(idea.id.clone()),
    });
    pain.into_iter().chain(cure).collect()
}

/// A row from `x` on `base`, and the base of its last line.
fn draw_row(
    desk: &mut PageContext<'_>,
    row: &PhaseRow,
    x: f32,
    width: f32,
    base: f32,
    most: usize,
) -> (Item, f32) {
    let text = in_lines(desk, &row.text, PAIN, width - SIGN, most);
    let mut items = face(desk, &row.sign, 34.0, 0.0, pos2(x + 21.0, base - 12.0));
    let at = on_base(x + SIGN, base, &text);
    let spots = vec![TextSpot::new(at, &text, Some(row.of.clone()))];
    let bottom = base + text.lines.len().saturating_sub(1) as f32 * PAIN.line_height;
    let bounds = Rect::from_min_max(pos2(x, at.y), at + text.size);
    items.push(text_at(at, text, Role::Ink));
    let tag = if row.thing.is_some() { Tag::Card } else { Tag::Figure };
    (one(tag, row.thing.clone(), row.text.clone(), bounds, items, spots), bottom)
}

/// Items that are one thing, in their places, with whose texts they are.
fn one(
    tag: Tag,
    thing: Option<Thing>,
    title: String,
    bounds: Rect,
    items: Vec<Item>,
    spots: Vec<TextSpot>,
) -> Item {
    let bounds = bounds.expand(8.0);
    whose(Item::Group(Group { tag, thing, title, bounds, items }), spots)
}

/// The figure on `base`, and where what it says below that ends.
fn draw_figure(
    desk: &mut PageContext<'_>,
    figure: &PhaseFigure,
    place: usize,
    x: f32,
    width: f32,
    base: f32,
) -> (Item, f32) {
    let words = desk.pen.words;
    let (large, label, role) = match figure {
        PhaseFigure::Loss(loss) => {
            let large = words.figure_of(words.number(loss.people), words.number(loss.of));
            let next = desk.journey.phases.get(place + 1);
            let next = next.map_or_else(String::new, |phase| titled(&phase.title, words));
            let label = words.phase_page_do_not_go_on(loss.people, flat(&next, 40));
            (large, label, Role::Bad)
        }
        PhaseFigure::Metric(card) => {
            let metric = card.metric.clone().unwrap_or_default();
            let is_bad = standing(&metric).and_then(|one| one.is_good()) == Some(false);
            let role = if is_bad { Role::Bad } else { Role::Ink };
            let target = Metric { value: metric.target, ..metric.clone() };
            let [large, target] =
                [metric, target].map(|metric| flat(&words.metric_value(&metric), 40));
            let what = flat(&card.text, 120);
            let label = match (what.is_empty(), target.is_empty()) {
                (true, true) => String::new(),
                (true, false) => words.phase_page_target_alone(target),
                (false, true) => what,
                (false, false) => words.phase_page_target(what, target),
            };
            (large, label, role)
        }
    };
    let mut text = desk.pen.text(&large, style(Face::SemiBold, FIGURES[0], FIGURES[0]), None);
    for size in &FIGURES[1..] {
        if text.size.x <= width {
            break;
        }
        text = desk.pen.text(&large, style(Face::SemiBold, *size, *size), None);
    }
    if text.size.x > width {
        text = in_lines(desk, &large, LABEL, width, 2);
    }
    let mut items = vec![text_at(on_base(x, base, &text), text, role)];
    let mut bottom = base;
    if !label.is_empty() {
        let said = in_lines(desk, &label, LABEL, width, 2);
        let more = said.lines.len().saturating_sub(1) as f32 * LABEL.line_height;
        bottom = base + 52.0 + more;
        items.push(text_at(on_base(x + 6.0, base + 52.0, &said), said, Role::Ink));
    }
    let bounds = Rect::from_min_max(pos2(x, base - 90.0), pos2(x + width, bottom + 12.0));
    let title = format!("{large} {label}").trim().to_owned();
    let group = Group { tag: Tag::Figure, thing: None, title, bounds, items };
    (Item::Group(group), bottom)
}
