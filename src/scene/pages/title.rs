//! The first page: what the map is called and is for, and whose journey it is.

use super::context::PageContext;
use super::kit::{flat, heading, spills, texts, whose};
use super::plan::{Block, ColumnShape, Of, PageColumns};
use super::sizes::{BODY, FOOT, MARGIN, TextSize, UNDER, style};
use super::{Page, Planned, SIZE, flow};
use crate::insight::{total, total_said};
use crate::model::{About, JourneyKind, StoryPage, TextOf, Thing};
use crate::scene::draw::icon;
use crate::scene::draw::pen::{Style, text_at};
use crate::scene::{Face, Group, Item, Paint, Role, Tag, Text, TextSpot, phase_color};
use crate::words::Named;
use egui::{Pos2, Rect, pos2, vec2};
use std::collections::VecDeque;
use std::sync::Arc;

/// What stands on one page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TitlePage {
    first: bool,
    /// How many of the lines about the map.
    lines: usize,
    columns: PageColumns,
    shape: ColumnShape,
}

/// From where to where things stand on the first page.
const BAND: (f32, f32) = (90.0, 990.0);
/// How wide the left side is beside personas.
const LEFT: f32 = 900.0;
/// Between it and the personas.
const APART: f32 = 110.0;
const WIDE: f32 = SIZE.x - 2.0 * MARGIN;
/// The title, as large as it may be.
const STEPS: [(f32, f32, usize); 4] =
    [(96.0, 108.0, 2), (76.0, 88.0, 3), (58.0, 68.0, 4), (44.0, 54.0, 8)];
/// Which kind of map it is.
const KIND: Style = style(Face::SemiBold, 28.0, 35.0);
/// An icon before a line takes so much.
const INDENT: f32 = 52.0;

/// The pages it takes.
pub(super) fn parts(desk: &mut PageContext<'_>, page: &StoryPage) -> Vec<TitlePage> {
    let project = desk.project.clone();
    let known = desk.journey.personas.iter().filter_map(|id| {
        let place = project.personas.index_where(|persona| persona.id == *id)?;
        Some((place, project.personas.get(place)?.clone()))
    });
    let personas: Vec<Block> =
        known.map(|(place, persona)| Of::Persona(place, persona).into()).collect();
    let wide = if personas.is_empty() { WIDE } else { LEFT };
    let said = page_title(desk, page);
    let lines = lines(desk, &said, wide);
    let (mut count, mut high) = (0, 0.0);
    for line in &lines {
        high += line.above + line.text.size.y;
        if high > BAND.1 - BAND.0 {
            break;
        }
        count += 1;
    }
    let mut rest: VecDeque<Block> = VecDeque::new();
    let title = page_title(desk, page);
    let spilled = spills(&title).then(|| (title.as_str().into(), Some(TextOf::Heading)));
    let others = lines.iter().skip(count);
    let others = others.map(|line| (Arc::from(line.said.as_str()), line.of.first().cloned()));
    rest.extend(spilled.into_iter().chain(others).map(|(text, of)| Of::Text(text, of).into()));

    let room = WIDE - LEFT - APART;
    let shapes = [TextSize::Large, TextSize::Medium].map(|size| ColumnShape::new(1, room, size));
    let high = BAND.1 - BAND.0;
    let fitting = shapes
        .into_iter()
        .find_map(|shape| Some((flow::fit(desk, &personas, shape, high)?, shape)));
    let (columns, shape) = match fitting {
        Some(fitting) => fitting,
        None => {
            let mut personas: VecDeque<Block> = personas.into();
            let shape = shapes[1];
            let columns = flow::fill(desk, &mut personas, shape, high);
            rest.extend(personas);
            (columns, shape)
        }
    };
    let mut parts = vec![TitlePage { first: true, lines: count, columns, shape }];
    if !rest.is_empty() {
        let (_, top) = heading(desk, "", &title, Role::Accent);
        let pages =
            flow::pages(desk, rest, ColumnShape::new(3, WIDE, TextSize::Medium), FOOT - 50.0 - top);
        let shape = ColumnShape::new(3, WIDE, TextSize::Medium);
        let part = |columns| TitlePage { first: false, lines: 0, columns, shape };
        parts.extend(pages.into_iter().map(part));
    }
    parts
}

fn page_title(desk: &mut PageContext<'_>, page: &StoryPage) -> String {
    super::kit::heading_of(desk, page)
}

/// A line about the map.
struct Line {
    said: String,
    text: Arc<Text>,
    above: f32,
    paint: Paint,
    icon: Option<char>,
    pill: Option<Role>,
    /// Whose texts stand in it, from left to right.
    of: Vec<TextOf>,
}

/// What is said of the map, from top to bottom.
fn lines(desk: &mut PageContext<'_>, title: &str, width: f32) -> Vec<Line> {
    let journey = desk.journey.clone();
    let words = desk.pen.words;
    let mut lines = Vec::new();
    if let Some(kind) = &journey.kind {
        let (fill, ink) = match kind {
            JourneyKind::Current => (Role::GoodFill, Role::Good),
            JourneyKind::Future => (Role::IdeaFill, Role::IdeaText),
            JourneyKind::DayInTheLife | JourneyKind::Other(_) => (Role::Chip, Role::Muted),
        };
        let said = flat(&kind.name(words), 60);
        let text = desk.pen.text(&said, KIND, Some(width - 64.0));
        let pill = Some(fill);
        let (paint, of) = (ink.into(), Vec::new());
        lines.push(Line { said, text, above: 0.0, paint, icon: None, pill, of });
    }
    let said = flat(title, crate::scene::pages::sizes::TITLE_MAX);
    let mut text = None;
    for (size, line_height, most) in STEPS {
        let style = Style { face: Face::SemiBold, size, line_height };
        let laid = desk.pen.text(&said, style, Some(width));
        let fits = laid.lines.len() <= most;
        text = Some(laid);
        if fits {
            break;
        }
    }
    let above = if lines.is_empty() { 0.0 } else { 30.0 };
    if let Some(text) = text {
        let (paint, of) = (Role::Ink.into(), vec![TextOf::Heading]);
        lines.push(Line { said, text, above, paint, icon: None, pill: None, of });
    }
    let about = |one: &About| !one.of(&journey).trim().is_empty();
    let mut say = |said: String, style: Style, above: f32, icon: Option<char>, of: &[About]| {
        if said.trim().is_empty() {
            return;
        }
        let paint = if icon.is_some() { Role::Muted } else { Role::Ink };
        let of = of.iter().copied().filter(about).map(TextOf::About).collect();
        let room = if icon.is_some() { width - INDENT } else { width };
        let text = desk.pen.text(&said, style, Some(room));
        lines.push(Line { said, text, above, paint: paint.into(), icon, pill: None, of });
    };
    say(first_large(journey.purpose.trim()), BODY, 26.0, None, &[About::Purpose]);
    let labelled = |label: String, value: &str| match value.trim() {
        "" => String::new(),
        value => words.labelled(&label, value),
    };
    let way = match (journey.from.trim(), journey.to.trim()) {
        ("", "") => String::new(),
        ("", to) => words.head_only_to(to),
        (from, "") => words.head_from(from),
        (from, to) => words.head_way(from, to),
    };
    let whom = journey.for_whom.trim();
    let whom = if whom.is_empty() { String::new() } else { words.head_for(whom) };
    let time = total(&journey).map_or_else(String::new, |total| total_said(&total, words));
    let aim = journey.aim.as_ref().map_or_else(String::new, |aim| aim.name(words));
    let problem = labelled(words.field_problem(), &journey.problem);
    let offer = labelled(words.field_offer(), &journey.offer);
    let rows = [
        (whom, icon::USERS, &[About::Whom][..]),
        (way, icon::ROUTE, &[About::From, About::To]),
        (problem, icon::ALERT_CIRCLE, &[About::Problem]),
        (offer, icon::SPARKLES, &[About::Offer]),
        (aim, icon::TARGET, &[]),
        (time, icon::CLOCK, &[]),
    ];
    let rows = rows.into_iter().filter(|(said, ..)| !said.is_empty());
    for (place, (said, icon, of)) in rows.enumerate() {
        let above = if place == 0 { 40.0 } else { 14.0 };
        say(said, UNDER, above, Some(icon), of);
    }
    lines
}

/// A text whose first letter is a capital, as a text alone is written.
fn first_large(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

pub(super) fn draw(desk: &mut PageContext<'_>, planned: &Planned, part: &TitlePage) -> Page {
    let mut items = ribbon(desk);
    let title = planned.title.clone();
    if !part.first {
        let (head, top) = heading(desk, "", &title, Role::Accent);
        items.extend(head);
        items.extend(flow::draw(desk, &part.columns, part.shape, pos2(MARGIN, top)));
        return Page { title, items, map: None };
    }
    let alone = part.columns.iter().all(Vec::is_empty);
    let wide = if alone { WIDE } else { LEFT };
    let mut lines = lines(desk, &title, wide);
    lines.truncate(part.lines);
    let high: f32 = lines.iter().map(|line| line.above + line.text.size.y).sum();
    let mut at = pos2(MARGIN, middle(high));
    let mut said: Vec<(Pos2, Arc<Text>, Paint)> = Vec::new();
    let (mut under, mut spots) = (Vec::new(), Vec::new());
    for line in lines {
        at.y += line.above;
        let mut place = at;
        if let Some(fill) = line.pill {
            let size = line.text.size + vec2(52.0, 16.0);
            let rect = Rect::from_min_size(at - vec2(0.0, 8.0), size);
            let radius = rect.height().min(50.0) / 2.0;
            let fill = Some(fill.into());
            under.push(Item::Rect { rect, radius, fill, stroke: None, shadow: false });
            place.x += 26.0;
        }
        if let Some(icon) = line.icon {
            let style = Style { face: Face::Icons, ..UNDER };
            let icon = desk.pen.short(&icon.to_string(), style);
            under.push(text_at(place, icon, Role::Accent));
            place.x += INDENT;
        }
        at.y += line.text.size.y;
        spots.extend(line_spots(place, &line));
        said.push((place, line.text, line.paint));
    }
    let thing = Some(Thing::Journey(desk.journey.id.clone()));
    let mut group = texts(Tag::Title, thing, &title, said);
    if let Item::Group(Group { items, bounds, .. }) = &mut group {
        *bounds = bounds.expand2(vec2(40.0, 10.0));
        under.append(items);
        *items = under;
    }
    items.push(whose(group, spots));
    let high = part.columns.iter().map(|column| flow::height(desk, column, part.shape));
    let high = high.fold(0.0, f32::max);
    let corner = pos2(MARGIN + LEFT + APART, middle(high));
    items.extend(flow::draw(desk, &part.columns, part.shape, corner));
    Page { title, items, map: None }
}

/// Whose texts stand in a line: two of them share it side by side.
fn line_spots(at: Pos2, line: &Line) -> Vec<TextSpot> {
    let whole = TextSpot::new(at, &line.text, None);
    if line.of.is_empty() {
        return vec![whole];
    }
    let wide = whole.rect.width() / line.of.len() as f32;
    let spot = |(place, of): (usize, &TextOf)| {
        let left = whole.rect.left() + wide * place as f32;
        let across = egui::Rangef::new(left, left + wide);
        let rect = Rect::from_x_y_ranges(across, whole.rect.y_range());
        TextSpot { rect, of: Some(of.clone()), ..whole }
    };
    line.of.iter().enumerate().map(spot).collect()
}

/// Where something so high begins to stand in the middle of the page, a little above it.
fn middle(high: f32) -> f32 {
    BAND.0 + ((BAND.1 - BAND.0 - high) * 0.46).max(0.0)
}

/// The phases as a ribbon of their colours at the foot of the page.
fn ribbon(desk: &PageContext<'_>) -> Vec<Item> {
    let phases = &desk.journey.phases;
    let wide = SIZE.x / phases.len().max(1) as f32;
    let piece = |(place, phase): (usize, &Arc<crate::model::Phase>)| Item::Rect {
        rect: Rect::from_min_size(pos2(wide * place as f32, SIZE.y - 14.0), vec2(wide, 14.0)),
        radius: 0.0,
        fill: Some(Role::Phase(phase_color(place, phase)).into()),
        stroke: None,
        shadow: false,
    };
    phases.iter().enumerate().map(piece).collect()
}
