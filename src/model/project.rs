//! A project: what one file holds.

use super::kinds::{RemedyKind, SourceKind, Status};
use super::{Card, Conflict, Extra, Id, Journey, List, Passage, Persona, Version, tidy};
use crate::model::CardRef;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use smol_str::SmolStr;
use std::sync::Arc;

/// What one file holds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Project {
    /// What it is called.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// What it is, in a sentence; a template says here when to use it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// The language it is written in: `sv` or `en`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<SmolStr>,
    /// When it was last edited, RFC 3339 in UTC.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edited: Option<SmolStr>,
    /// Whose journeys they are.
    #[serde(skip_serializing_if = "List::is_void")]
    pub personas: List<Persona>,
    /// What the maps are founded on.
    #[serde(skip_serializing_if = "List::is_void")]
    pub sources: List<Source>,
    /// What recurs over sources.
    #[serde(skip_serializing_if = "List::is_void")]
    pub themes: List<Theme>,
    /// What could be done.
    #[serde(skip_serializing_if = "List::is_void")]
    pub opportunities: List<Opportunity>,
    /// Who does what by when.
    #[serde(skip_serializing_if = "List::is_void")]
    pub tasks: List<Task>,
    /// What activities of ours serve.
    #[serde(skip_serializing_if = "List::is_void")]
    pub subgoals: List<Subgoal>,
    /// Words offered for cards.
    #[serde(skip_serializing_if = "List::is_void")]
    pub tags: List<Tag>,
    /// Pictures, each once.
    #[serde(skip_serializing_if = "List::is_void")]
    pub images: List<Image>,
    /// The maps, in the order of their tabs.
    #[serde(skip_serializing_if = "List::is_void")]
    pub journeys: List<Journey>,
    /// Cards that have no place yet.
    #[serde(skip_serializing_if = "List::is_void")]
    pub parked: List<Card>,
    /// A place for earlier states that no version of the program has used; what stands there is kept.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub snapshots: Vec<Value>,
    /// What it was at moments that somebody gave a name, oldest first.
    #[serde(skip_serializing_if = "List::is_void")]
    pub versions: List<Version>,
    /// Choices that go with the file.
    #[serde(skip_serializing_if = "Extra::is_empty")]
    pub settings: Extra,
    /// What copies of the file made differently, until somebody has chosen.
    #[serde(skip_serializing_if = "List::is_void")]
    pub conflicts: List<Conflict>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What a map is founded on: an interview, a survey.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Source {
    /// Its name in the file.
    pub id: Id,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<SourceKind>,
    /// What it is called.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Who was asked.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub who: String,
    /// What they do.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// When, as ISO 8601.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub date: String,
    /// An address to follow.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub link: String,
    /// What was said: notes, or a whole transcript.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// What of it was taken out, in the order it was.
    #[serde(skip_serializing_if = "List::is_void")]
    pub passages: List<Passage>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What could be done.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Opportunity {
    /// Its name in the file.
    pub id: Id,
    /// What it is called.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// More about it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The cards it comes from.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cards: Vec<Id>,
    /// What it gives the customer, 1 to 5.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "tidy::number")]
    pub customer_value: Option<f64>,
    /// What it gives us, 1 to 5.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "tidy::number")]
    pub business_value: Option<f64>,
    /// What it takes, 1 to 5.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "tidy::number")]
    pub effort: Option<f64>,
    /// What it calls for; none: not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remedy: Option<RemedyKind>,
    /// Who sees to it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// How far it has come.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// By when, as ISO 8601.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub due: String,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Who does what by when.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Task {
    /// Its name in the file.
    pub id: Id,
    /// What is to be done.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// The opportunity it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opportunity: Option<Id>,
    /// Who does it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// By when, as ISO 8601.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub due: String,
    /// It is done.
    #[serde(skip_serializing_if = "super::is_default")]
    pub done: bool,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Things that are an id and a title, some with more.
macro_rules! titled {
    ($(
        $(#[$doc:meta])*
        $name:ident { $($(#[$about:meta])* $field:ident: $holds:ty,)* }
    )*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        #[serde(default)]
        pub struct $name {
            /// Its name in the file.
            pub id: Id,
            /// What it is called.
            #[serde(skip_serializing_if = "String::is_empty")]
            pub title: String,
            $($(#[$about])* pub $field: $holds,)*
            /// What this version does not know.
            #[serde(flatten)]
            pub extra: Extra,
        }
    )*};
}

titled! {
    /// What recurs over sources.
    Theme {
        /// More about it.
        #[serde(skip_serializing_if = "String::is_empty")]
        note: String,
        /// The cards it is seen in.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        cards: Vec<Id>,
        /// The sources it is heard in, beside those its passages and cards come from.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        sources: Vec<Id>,
    }
    /// What an activity of ours serves.
    Subgoal {}
    /// A word offered for cards.
    Tag {}
}

/// A picture, kept in the file once.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Image {
    /// Its name in the file.
    pub id: Id,
    /// `image/png`, `image/jpeg` or `image/webp`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub media: String,
    /// What it shows, for those who do not see it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// The bytes in base 64.
    #[serde(skip_serializing_if = "no_text")]
    pub data: Arc<str>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

fn no_text(text: &Arc<str>) -> bool {
    text.is_empty()
}

impl Project {
    /// The journey called `id`, with its place.
    pub fn journey(&self, id: &Id) -> Option<(usize, &Arc<Journey>)> {
        let index = self.journeys.index_where(|journey| journey.id == *id)?;
        Some((index, &self.journeys[index]))
    }

    /// The persona called `id`, with its place.
    pub fn persona(&self, id: &Id) -> Option<(usize, &Persona)> {
        let index = self.personas.index_where(|persona| persona.id == *id)?;
        Some((index, &self.personas[index]))
    }

    /// A card of `journey` or parked, and where it is now: looked for where it was last seen, then
    /// everywhere.
    pub fn card<'a>(
        &'a self,
        journey: &'a Journey,
        wanted: &CardRef,
    ) -> Option<(CardRef, &'a Arc<Card>)> {
        let within = |cards: &'a List<Card>| cards.iter().find(|card| card.id == wanted.card);
        let hint = wanted.lane.as_ref().and_then(|lane| journey.lane(lane)).map(|(_, lane)| lane);
        if let Some(card) = hint.and_then(|lane| within(&lane.cards)) {
            return Some((wanted.clone(), card));
        }
        if let Some(card) = within(&self.parked) {
            return Some((CardRef { lane: None, card: wanted.card.clone() }, card));
        }
        journey.lanes.iter().find_map(|lane| {
            let card = within(&lane.cards)?;
            Some((CardRef { lane: Some(lane.id.clone()), card: wanted.card.clone() }, card))
        })
    }
}
