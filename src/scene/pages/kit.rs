//! What all pages share: the sizes of their texts, the heading, and the number at the foot.

use super::{Planned, SIZE};
use crate::edit::Thing;
use crate::model::{Journey, PageKind, Project, StoryPage};
use crate::scene::pen::{Pen, Style, text_at};
use crate::scene::{Drawing, Face, Group, Item, Layout, Paint, Role, Tag, Text, phase_name};
use crate::words::Named;
use egui::{Pos2, Rect, Vec2, pos2, vec2};
use std::sync::Arc;

const fn style(face: Face, size: f32, line_height: f32) -> Style {
    Style { face, size, line_height }
}

/// Left and right of what stands on a page, in page units.
pub(super) const MARGIN: f32 = 90.0;
/// Above the heading.
pub(super) const TOP: f32 = 72.0;
/// The middle of the line at the foot.
pub(super) const FOOT: f32 = 1044.0;

/// Above a heading: "Phase 3 of 6". No text on a page is smaller than [`SMALL`].
pub(super) const OVER: Style = style(Face::SemiBold, 27.0, 34.0);
/// A heading.
pub(super) const HEADING: Style = style(Face::SemiBold, 76.0, 88.0);
/// Beside or below a heading.
pub(super) const UNDER: Style = style(Face::Regular, 28.0, 38.0);
/// What is read out.
pub(super) const BODY: Style = style(Face::Regular, 36.0, 50.0);
/// What somebody says.
pub(super) const SAID: Style = style(Face::Italic, 48.0, 62.0);
/// A card's text.
pub(super) const CARD: Style = style(Face::SemiBold, 31.0, 40.0);
/// What else is known of something.
pub(super) const SMALL: Style = style(Face::Regular, 24.0, 32.0);

/// What it takes to plan and draw pages.
pub(super) struct Desk<'a> {
    /// Lays out text at the sizes above.
    pub pen: Pen<'a>,
    /// Lays out the map.
    pub layout: &'a mut Layout,
    /// Lays out maps that are made for a page, so that the map itself is still known.
    pub made: &'a mut Layout,
    pub project: &'a Arc<Project>,
    pub journey: &'a Arc<Journey>,
}

/// What a page is called: what somebody has written, or what the map says.
pub(super) fn heading_of(desk: &Desk<'_>, page: &StoryPage) -> String {
    if !page.title.trim().is_empty() {
        return page.title.clone();
    }
    let words = desk.pen.words;
    let journey = desk.journey;
    let about = page.about.as_ref();
    let found = match page.kind {
        PageKind::Title => Some(journey.title.clone()),
        PageKind::Phase => {
            let phase = journey.phases.iter().find(|phase| Some(&phase.id) == about);
            phase.map(|phase| phase_name(phase, words))
        }
        PageKind::View => {
            journey.views.iter().find(|view| Some(&view.id) == about).map(|view| view.title.clone())
        }
        _ => None,
    };
    found.filter(|title| !title.trim().is_empty()).unwrap_or_else(|| page.kind.name(words))
}

/// The heading of a page with what stands over it, and where what follows may begin.
pub(super) fn heading(
    desk: &mut Desk<'_>,
    over: &str,
    title: &str,
    color: Role,
) -> (Vec<Item>, f32) {
    let width = SIZE.x - 2.0 * MARGIN;
    let mut y = TOP;
    let mut parts = Vec::new();
    if !over.is_empty() {
        let over = desk.pen.text(over, OVER, Some(width));
        parts.push((pos2(MARGIN, y), over.clone(), color.into()));
        y += over.size.y;
    }
    let text = desk.pen.text(title, HEADING, Some(width));
    parts.push((pos2(MARGIN, y), text.clone(), Paint::from(Role::Ink)));
    y += text.size.y;
    (vec![texts(Tag::Title, None, title, parts)], y + 24.0)
}

/// Texts that mean one thing.
pub(super) fn texts(
    tag: Tag,
    thing: Option<Thing>,
    title: &str,
    texts: Vec<(Pos2, Arc<Text>, Paint)>,
) -> Item {
    let bounds = texts.iter().map(|(at, text, _)| Rect::from_min_size(*at, text.size));
    let bounds = bounds.reduce(Rect::union).unwrap_or(Rect::from_min_size(Pos2::ZERO, Vec2::ZERO));
    let items = texts.into_iter().map(|(at, text, paint)| text_at(at, text, paint)).collect();
    Item::Group(Group { tag, thing, title: title.to_owned(), bounds, items })
}

/// A drawing as one thing.
pub(super) fn group(
    tag: Tag,
    thing: Option<Thing>,
    title: &str,
    at: Pos2,
    drawing: Drawing,
) -> Item {
    let bounds = Rect::from_min_size(at, drawing.size).expand(4.0);
    let items = vec![Item::Drawn { at, drawing: Arc::new(drawing) }];
    Item::Group(Group { tag, thing, title: title.to_owned(), bounds, items })
}

/// What stands at the foot of every page: which page it is, of how many.
pub(super) fn footer(
    desk: &mut Desk<'_>,
    _planned: &Planned,
    number: Option<(usize, usize)>,
) -> Vec<Item> {
    let Some((place, of)) = number else { return Vec::new() };
    let number = format!("{:02} / {of:02}", place + 1);
    let text = desk.pen.text(&number, SMALL, None);
    let at = pos2(SIZE.x - MARGIN - text.size.x, FOOT - text.size.y / 2.0);
    vec![texts(Tag::Footer, None, &number, vec![(at, text, Role::Muted.into())])]
}

/// The room below a heading, in page units.
pub(super) fn room(y: f32) -> Rect {
    Rect::from_min_max(pos2(MARGIN, y), (SIZE - vec2(MARGIN, SIZE.y - FOOT + 40.0)).to_pos2())
}
