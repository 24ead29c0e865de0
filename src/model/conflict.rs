//! A conflict: what two copies of a file made differently of one field, kept until somebody solves
//! it. The project stands as it would without it, so that every version of the program can use it.

use super::{Extra, Id};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use smol_str::SmolStr;

/// The field of a conflict that is about a thing as a whole: one copy has deleted it, while the
/// other has changed it or needs it.
pub const WHOLE: &str = "";
/// The field of a conflict about the order in a list. Its values are the id of what stands before
/// the thing; null: it stands first.
pub const ORDER: &str = "order";
/// The field of a conflict about where a card is, where one copy has parked it or moved it to
/// another map. Its values are `{journey, lane, step, until}`; `{}`: the parking place.
pub const PLACE: &str = "place";
/// The field of a conflict about the lane of a card or point. Its values are ids.
pub const LANE: &str = "lane";
/// The field of a conflict about the phase of a step. Its values are ids.
pub const PHASE: &str = "phase";

/// A copy of a file, as two are made one again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// The copy that is worked in.
    Ours,
    /// The copy that comes to it.
    Theirs,
}

impl Side {
    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::Ours => Self::Theirs,
            Self::Theirs => Self::Ours,
        }
    }
}

/// A field that two copies of a file changed differently: one value stands in the project, the
/// other is kept here.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Conflict {
    /// What kind of thing it is about, by the list such things stand in: `cards` (also parked
    /// ones), `steps`, `personas`; empty: the project itself.
    #[serde(skip_serializing_if = "SmolStr::is_empty")]
    pub list: SmolStr,
    /// Where its id is known, if not in all of the project: the journey's id, as a rule.
    #[serde(skip_serializing_if = "SmolStr::is_empty")]
    pub within: SmolStr,
    /// The thing's id; empty: the project itself.
    #[serde(skip_serializing_if = "Id::is_empty")]
    pub thing: Id,
    /// The field, `metric.value` where it is part of another; or [`WHOLE`], [`ORDER`], [`PLACE`],
    /// [`LANE`], [`PHASE`].
    #[serde(skip_serializing_if = "String::is_empty")]
    pub field: String,
    /// The value that stood when the copies were made one; null: none.
    #[serde(skip_serializing_if = "Value::is_null")]
    pub standing: Value,
    /// The value that did not come to stand; null: none.
    #[serde(skip_serializing_if = "Value::is_null")]
    pub other: Value,
    /// The copy that the other value is from; none: not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side: Option<Side>,
    /// What that copy was called: a file, a branch.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}
