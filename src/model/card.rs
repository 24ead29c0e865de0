//! A card: the thing one drags. Its lane says what it means.

use super::kinds::{
    Better, BlockerKind, ChangeKind, Channel, ContentRole, Device, Evidence, Mark, Medium, Met,
    Ownership, Reach, Severity,
};
use super::{Extra, Id, is_default, tidy};
use serde::{Deserialize, Serialize};

/// One card of a lane, or of the parking place.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Card {
    /// Its name in the file.
    pub id: Id,
    /// The step it stands in; empty in the parking place.
    #[serde(skip_serializing_if = "Id::is_empty")]
    pub step: Id,
    /// The last step it spans; none where it stands in one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Id>,
    /// What it says; may hold line breaks.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// More about it; drawn muted below the text.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Whom it concerns; empty means everybody.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub personas: Vec<Id>,
    /// Through which channel.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// Digital or physical.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub medium: Option<Medium>,
    /// On which device.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device: Option<Device>,
    /// Whose words they are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ownership: Option<Ownership>,
    /// Hero, Help or Hub.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_role: Option<ContentRole>,
    /// Whether an activity of ours is for one or for many at a time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reach: Option<Reach>,
    /// Signs on it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
    /// The number of its colour, as phases have them; none: its lane's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<u8>,
    /// Free words on it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// How well founded it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Evidence>,
    /// What it is founded on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Id>,
    /// An address to follow.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub link: String,
    /// A picture on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<Id>,
    /// The opportunity it stands for or leads to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opportunity: Option<Id>,
    /// A figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metric: Option<Metric>,
    /// What stands in the way here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub blocker: Option<Blocker>,
    /// Whether it came about, of an expectation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub met: Option<Met>,
    /// An activity of ours that happens by itself, without anybody having to do it.
    #[serde(skip_serializing_if = "is_default")]
    pub automatic: bool,
    /// The sub-goal an activity of ours serves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subgoal: Option<Id>,
    /// The card that follows it in a chain of activities.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<Id>,
    /// Who sees to it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// New, changed or removed against the origin.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change: Option<ChangeKind>,
    /// The card it was made from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<Id>,
    /// Votes given in a workshop.
    #[serde(skip_serializing_if = "is_default")]
    pub votes: u32,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What stands in the way, and how bad it is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Blocker {
    /// What it lies in; none: not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<BlockerKind>,
    /// How bad it is; none: not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub severity: Option<Severity>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A figure with what it is measured in and where it should be.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Metric {
    /// The figure now.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "tidy::number")]
    pub value: Option<f64>,
    /// What it is measured in: `%`, `kr`, `NPS`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub unit: String,
    /// Where it should be.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "tidy::number")]
    pub target: Option<f64>,
    /// Whether more or less of it is good; none: not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub better: Option<Better>,
    /// Earlier figures, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "tidy::number")]
    pub trend: Vec<f64>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}
