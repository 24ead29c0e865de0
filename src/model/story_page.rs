//! A story: the pages that a map is presented with.

use super::kinds::PageKind;
use super::{Extra, Id, is_default};
use serde::{Deserialize, Serialize};

/// A page of a presentation. Most are made from the map and stand here only with what somebody has
/// chosen for them: their place, their notes, or that they are left out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct StoryPage {
    /// Its name in the file.
    pub id: Id,
    /// What it shows.
    pub kind: PageKind,
    /// What it is about: a phase, a persona, a view, or the journey that is compared
    /// with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<Id>,
    /// Its heading; empty: what the map says.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// What it says, on a page of text.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// A figure that is shown large above its text, on a page of text: "62 %".
    #[serde(skip_serializing_if = "String::is_empty")]
    pub figure: String,
    /// A picture beside its text, on a page of text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<Id>,
    /// What it shows, on a page of cards.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cards: Vec<Id>,
    /// Who decides, on a page that asks for a decision.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub decided_by: String,
    /// By when, in the user's words or as ISO 8601.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub decided_on: String,
    /// The named version since which it tells what has changed, on a page of what was learned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since_version: Option<Id>,
    /// It is passed over.
    #[serde(skip_serializing_if = "is_default")]
    pub hidden: bool,
    /// What only the presenter sees.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl StoryPage {
    /// Do both show the same? A page somebody added is only itself.
    pub fn same_place(&self, other: &Self) -> bool {
        match self.kind.is_added() {
            true => self.id == other.id,
            false => self.kind == other.kind && self.about == other.about,
        }
    }
}

impl PageKind {
    /// Is such a page there only because somebody added it?
    pub fn is_added(&self) -> bool {
        match self {
            Self::Matrix
            | Self::Board
            | Self::Coverage
            | Self::Saturation
            | Self::View
            | Self::Cards
            | Self::Text
            | Self::Other(_) => true,
            Self::Title
            | Self::Map
            | Self::Curve
            | Self::Persona
            | Self::Phase
            | Self::Agreement
            | Self::Movement
            | Self::Compare
            | Self::Learned
            | Self::Ask
            | Self::Next
            | Self::Details => false,
        }
    }
}
