//! Opportunities beside the map: as a matrix of value and effort, and as a board by status. Both are
//! drawings like the map, so that the screen shows them, files hold them and slides present them.

mod board;
mod ground;
mod idea_card;
mod matrix;
mod spots;
#[cfg(test)]
mod tests;

pub use board::{BoardShape, board, board_columns, board_shaped};
pub use idea_card::{asks_for_date, asks_for_owner, status_icon, status_role};
pub use matrix::{Matrix, MatrixShape, matrix, matrix_shaped};
pub use spots::MatrixSpot;

use super::draw::framed::framed;
use super::{Drawing, Group, Item, Layout, Tag};
use crate::model::{CardRef, Id, Project, Thing};
use crate::words::Words;
use egui::{Rect, Vec2};
use std::sync::Arc;

/// A picture of opportunities, from its own top left corner, in document units.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IdeaPicture {
    /// How large it is.
    pub size: Vec2,
    /// What the cards lie on: axes, columns, words.
    pub ground: Vec<Item>,
    /// The cards, in the order of reading.
    pub cards: Vec<IdeaCard>,
}

/// An opportunity as a card in it.
#[derive(Clone, Debug, PartialEq)]
pub struct IdeaCard {
    /// The opportunity.
    pub id: Id,
    /// The card of the map that it is, where it is one.
    pub card: Option<CardRef>,
    /// What it is called, with its figures, for those who do not see it.
    pub title: String,
    /// Where it lies.
    pub rect: Rect,
    /// What is drawn.
    pub drawing: Arc<Drawing>,
}

impl IdeaPicture {
    /// All of it as items, as a file holds it.
    pub fn items(&self) -> Vec<Item> {
        let mut items = self.ground.clone();
        items.extend(self.cards.iter().map(IdeaCard::item));
        items
    }

    /// The card of this opportunity.
    pub fn card(&self, id: &Id) -> Option<&IdeaCard> {
        self.cards.iter().find(|card| card.id == *id)
    }
}

impl IdeaCard {
    fn item(&self) -> Item {
        let at = self.rect.min;
        Item::Group(Group {
            tag: Tag::Card,
            thing: self.card.clone().map(Thing::Card),
            title: self.title.clone(),
            // Edges and shadows reach a little beyond.
            bounds: self.rect.expand(4.0),
            items: vec![Item::Drawn { at, drawing: self.drawing.clone() }],
        })
    }
}

/// A picture of opportunities as a sheet: how large it is, and what is drawn on it. `title` is the map's,
/// left out where it is empty.
pub fn framed_ideas(
    layout: &mut Layout,
    project: &Project,
    picture: &IdeaPicture,
    title: &str,
    words: &Words,
    scale: f32,
) -> (Vec2, Vec<Item>) {
    let mut pen = layout.pen(project, words, scale);
    framed(&mut pen, (picture.size, picture.items()), title, &words.ideas_title())
}
