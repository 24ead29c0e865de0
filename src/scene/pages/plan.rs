//! What is planned of a page before it is drawn: what stands on it, and in which columns.

use super::sizes::TextSize;
use crate::model::{Card, EmotionPoint, Opportunity, Persona, StoryPage, Task, TextOf};
use crate::words::Words;
use std::sync::Arc;

/// A part of a tile that was taken apart.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Cut {
    /// Which of its texts, and what of it.
    pub(crate) says: Vec<(usize, String)>,
    /// It begins with what stands above the texts.
    pub(crate) first: bool,
}

/// A page of the deck before it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Planned {
    /// What it shows.
    pub page: Arc<StoryPage>,
    /// What it is about, where its heading does not say so: the name of a phase. Empty: nothing.
    pub name: String,
    /// Its heading in words.
    pub title: String,
    /// Which of the pages that show it together, from 0.
    pub part: usize,
    /// How many they are.
    pub parts: usize,
}

impl Planned {
    /// What it is called in lists and for those who do not see it: what it is about, and its heading.
    pub fn called(&self, words: &Words) -> String {
        match self.name.is_empty() {
            true => self.title.clone(),
            false => words.labelled(&self.name, &self.title),
        }
    }
}

/// What stands on one page of a phase.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum PhasePage {
    /// What is said of the phase at this place.
    Told(usize),
    /// All there is in it.
    Details(DetailsPage),
}

/// All there is in a phase, or a part of it; of small ones several.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct DetailsPage {
    /// The phases, by their places.
    pub(crate) phases: Vec<usize>,
    pub(crate) columns: Arc<PageColumns>,
    /// Which part of its columns together is full: 0 to 1.
    pub(crate) fill: f32,
}

/// What stands on a page, column by column.
pub(crate) type PageColumns = Vec<Vec<Block>>;

/// Columns with which part of their page is full.
pub(crate) type FilledColumns = (Arc<PageColumns>, f32);

/// The columns of a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct ColumnShape {
    pub columns: usize,
    /// Of a column, in page units.
    pub width: f32,
    pub size: TextSize,
}

impl ColumnShape {
    /// PageColumns that share `room`.
    pub(super) fn new(columns: usize, room: f32, size: TextSize) -> Self {
        let gaps = BETWEEN * columns.saturating_sub(1) as f32;
        Self { columns, width: (room - gaps) / columns.max(1) as f32, size }
    }
}

/// Between columns.
pub(crate) const BETWEEN: f32 = 28.0;

/// What a column holds.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Of {
    /// The title of the lane at this place of the journey; again, where its cards go on.
    Lane(usize, bool),
    /// The title of what is no lane.
    Name(String),
    /// A card of the lane at this place.
    Card(usize, Arc<Card>),
    /// The same with its lane and phase named.
    Chosen(usize, Option<usize>, Arc<Card>),
    /// What was said at a point of the lane at this place.
    Point(usize, Arc<EmotionPoint>),
    /// An opportunity, with its note or without.
    Idea(Arc<Opportunity>, bool),
    Task(Arc<Task>),
    Persona(usize, Arc<Persona>),
    /// What is read out, and whose text it is.
    Text(Arc<str>, Option<TextOf>),
}

/// Something in a column: all of it, or a part.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Block {
    pub of: Of,
    pub cut: Option<Arc<Cut>>,
}
