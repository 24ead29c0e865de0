//! Opportunities by how far they have come: a column for each status.

use super::idea_card::{self, CardLook, status_icon, status_role};
use super::{IdeaCard, IdeaPicture};
use crate::insight::RankedIdea;
use crate::model::{Project, Status};
use crate::scene::draw::pen::{self, Style, text_at};
use crate::scene::{Face, Item, Layout, Role};
use crate::words::{Named as _, Words};
use egui::{Rect, pos2, vec2};
use jiff::civil::Date;
use std::sync::Arc;

/// A column, and the room between two.
const COLUMN: f32 = 232.0;
const BETWEEN: f32 = 16.0;
/// Within a column, to its cards.
const PAD: f32 = 12.0;
/// From its upper edge to the first card.
const HEAD: f32 = 48.0;
/// Between cards.
const APART: f32 = 8.0;
/// How high the line is that counts what has no room.
const MORE: f32 = 18.0;
/// A column without cards is as high.
const LEAST: f32 = 220.0;

const ICON: Style = Style { face: Face::Icons, size: 16.0, line_height: 20.0 };
const NAME: Style = Style { face: Face::SemiBold, size: 14.0, line_height: 18.0 };

/// The columns of the board of `ideas`, from the left: those that all boards have, then those that are
/// used.
pub fn board_columns(ideas: &[RankedIdea]) -> Vec<Status> {
    let mut columns = vec![Status::Idea, Status::Planned, Status::Ongoing, Status::Done];
    for idea in ideas {
        if let Some(status) = &idea.opportunity.status
            && !columns.contains(status)
        {
            columns.push(status.clone());
        }
    }
    columns
}

/// How large a board is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BoardShape {
    /// How wide a column is.
    pub column: f32,
    /// How high a column is at most; what is ranked lower than what has room is counted. None: as
    /// high as it takes.
    pub high: Option<f32>,
}

impl BoardShape {
    /// As in the room and in files.
    pub const ROOM: Self = Self { column: COLUMN, high: None };

    /// So many columns within this size.
    pub fn within(size: egui::Vec2, columns: usize) -> Self {
        let columns = columns.max(1) as f32;
        let column = (size.x - BETWEEN * (columns - 1.0)) / columns;
        Self { column, high: Some(size.y) }
    }
}

/// The board of `ideas`, which are ranked, and where its columns are. What has no status is an idea.
pub fn board(
    layout: &mut Layout,
    project: &Project,
    ideas: &[RankedIdea],
    today: Date,
    words: &Words,
    scale: f32,
) -> (IdeaPicture, Vec<(Status, Rect)>) {
    board_shaped(layout, project, ideas, today, (words, scale), BoardShape::ROOM)
}

/// The same, of another size.
pub fn board_shaped(
    layout: &mut Layout,
    project: &Project,
    ideas: &[RankedIdea],
    today: Date,
    (words, scale): (&Words, f32),
    shape: BoardShape,
) -> (IdeaPicture, Vec<(Status, Rect)>) {
    let mut pen = layout.pen(project, words, scale);
    let look = CardLook::of(ideas, shape.column - 2.0 * PAD, today);
    let columns = board_columns(ideas);
    let (mut ground, mut cards, mut heads) = (Vec::new(), Vec::new(), Vec::new());
    let mut counted = Vec::new();
    let mut bottom = LEAST;
    for (place, status) in (0_u16..).zip(&columns) {
        let x = f32::from(place) * (shape.column + BETWEEN);
        let mut y = HEAD;
        let (mut count, mut more) = (0, 0_u32);
        let mine = ideas
            .iter()
            .filter(|idea| idea.opportunity.status.as_ref().unwrap_or(&Status::Idea) == status);
        for idea in mine {
            count += 1;
            if more > 0 {
                more += 1;
                continue;
            }
            let drawing = idea_card::card(&mut pen, idea, look);
            let rect = Rect::from_min_size(pos2(x + PAD, y), drawing.size);
            // Room is kept for how many more there are.
            let room = shape.high.map(|high| high - PAD - MORE);
            if room.is_some_and(|room| rect.bottom() > room) {
                more = 1;
                continue;
            }
            y = rect.bottom() + APART;
            cards.push(IdeaCard {
                id: idea.opportunity.id.clone(),
                card: idea.card.clone(),
                title: idea_card::said(idea, look, words),
                rect,
                drawing: Arc::new(drawing),
            });
        }
        if more > 0 {
            let said = words.ask_more(words.number(f64::from(more)));
            counted.push(text_at(pos2(x + PAD + 2.0, y), pen.short(&said, pen::NOTE), Role::Muted));
            y += MORE + APART;
        }
        bottom = bottom.max(y + PAD - APART);
        heads.push((status, x, count));
    }
    let rects: Vec<(Status, Rect)> = heads
        .iter()
        .map(|(status, x, _)| {
            let rect = Rect::from_min_max(pos2(*x, 0.0), pos2(x + shape.column, bottom));
            (Status::clone(status), rect)
        })
        .collect();
    for ((status, x, count), (_, rect)) in heads.iter().zip(&rects) {
        ground.push(Item::Rect {
            rect: *rect,
            radius: 10.0,
            fill: Some(Role::Chip.into()),
            stroke: None,
            shadow: false,
        });
        let sign = pen.short(&status_icon(Some(status)).to_string(), ICON);
        let name = pen.short(&status.name(words), NAME);
        let number = pen.short(&words.number(f64::from(*count)), pen::NOTE);
        let level = |height: f32| HEAD / 2.0 - height / 2.0;
        let left = x + PAD + 2.0;
        ground.push(text_at(pos2(left, level(sign.size.y)), sign, status_role(Some(status))));
        let wide = name.size.x;
        ground.push(text_at(pos2(left + 26.0, level(name.size.y)), name, Role::Ink));
        let at = pos2(left + 26.0 + wide + 8.0, level(number.size.y));
        ground.push(text_at(at, number, Role::Muted));
    }
    ground.extend(counted);
    let wide = rects.last().map_or(0.0, |(_, rect)| rect.right());
    (IdeaPicture { size: vec2(wide, bottom), ground, cards }, rects)
}
