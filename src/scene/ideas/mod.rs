//! Opportunities beside the map: as a matrix of value and effort, and as a board by status. Both are
//! drawings like the map, so that the screen shows them, files hold them and slides present them.

mod board;
mod card;
mod framed;
mod ground;
mod matrix;
mod spots;
#[cfg(test)]
mod tests;

pub use board::board;
pub use card::{asks_for_date, asks_for_owner, status_icon, status_role};
pub use framed::framed_ideas;
pub use matrix::{Matrix, matrix};
pub use spots::MatrixSpot;

use super::{Drawing, Group, Item, Tag};
use crate::model::{CardRef, Id, Thing};
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
