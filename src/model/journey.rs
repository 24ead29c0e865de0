//! A journey: its phases as columns, its lanes as rows, its cards and feelings in them.

use super::kinds::{
    Aim, DetailsPlace, JourneyKind, LaneKind, Line, QuestionSide, TransitionKind, Widths,
};
use super::{
    Card, Costs, Duration, EmotionPoint, Extra, Id, List, StoryPage, View, is_default, tidy,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::HashMap;

/// How wide a step is unless it says otherwise, in document units.
pub const STEP_WIDTH: f64 = 238.0;
/// How narrow and how wide a step may be, in document units.
pub const STEP_WIDTH_RANGE: (f64, f64) = (120.0, 1200.0);
/// How high a lane may be said to be, in document units.
pub const LANE_HEIGHT_RANGE: (f64, f64) = (60.0, 2000.0);
/// The worst friction.
pub const FRICTION_MAX: u8 = 4;

/// One path seen from the customer's side.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Journey {
    /// Its name in the file.
    pub id: Id,
    /// What it is called.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Today, the ideal, or a day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<JourneyKind>,
    /// How wide its columns are; none: as free.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub widths: Option<Widths>,
    /// A picture of how it is, or a change we want.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aim: Option<Aim>,
    /// What the map is for.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub purpose: String,
    /// What we believe before we have asked anybody.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub hypothesis: String,
    /// What is asked in the interviews: a question a line.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub interview_guide: String,
    /// What all that we do on it is to lead to; sub-goals are steps on the way there.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub our_goal: String,
    /// Whom it is for: "The buying group of a mid-sized bakery".
    #[serde(skip_serializing_if = "String::is_empty")]
    pub for_whom: String,
    /// The problem the customer has.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub problem: String,
    /// What we offer.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub offer: String,
    /// What it costs to win a customer, and what it costs to keep one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub costs: Option<Costs>,
    /// Where it begins.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub from: String,
    /// Where it ends.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub to: String,
    /// Whose journey it is, in order: the first one's curve is the main one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub personas: Vec<Id>,
    /// The journey it was made from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<Id>,
    /// Questions about the map as a whole: who owns it, how it is worked with.
    #[serde(skip_serializing_if = "List::is_void")]
    pub checklist: List<Question>,
    /// The columns, in groups.
    #[serde(skip_serializing_if = "List::is_void")]
    pub phases: List<Phase>,
    /// The rows.
    #[serde(skip_serializing_if = "List::is_void")]
    pub lanes: List<Lane>,
    /// Movement that is not to what comes next.
    #[serde(skip_serializing_if = "List::is_void")]
    pub transitions: List<Transition>,
    /// Named choices of what is shown.
    #[serde(skip_serializing_if = "List::is_void")]
    pub views: List<View>,
    /// Pages of the presentation that somebody has chosen something for; the rest follows from the
    /// map.
    #[serde(skip_serializing_if = "List::is_void")]
    pub story: List<StoryPage>,
    /// Where the presentation shows all there is in a phase; none: last ([`Journey::details_place`]).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub details: Option<DetailsPlace>,
    /// Gaps somebody has looked at and accepted, read by [`Journey::gaps_waved_off`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub waved_off: Vec<Value>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A group of columns.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Phase {
    /// Its name in the file.
    pub id: Id,
    /// What it is called.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Which of the theme's phase colours, from 0; none: by order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<u8>,
    /// How long it takes; none: as its steps say ([`Phase::takes`]).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration: Option<Duration>,
    /// When it begins: a clock time or a term.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub start: String,
    /// What the customer wants to reach in it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub goal: String,
    /// What counts as success in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversion: Option<Conversion>,
    /// How many customers enter it.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "tidy::number")]
    pub customers_in: Option<f64>,
    /// How many customers go on from it.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "tidy::number")]
    pub customers_out: Option<f64>,
    /// How hard it is, 0 to 4.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub friction: Option<u8>,
    /// What sales and marketing call their part of it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub sales_phase: String,
    /// Questions that help to fill it in.
    #[serde(skip_serializing_if = "List::is_void")]
    pub checklist: List<Question>,
    /// The phase it was made from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<Id>,
    /// Its columns; a sound phase has at least one.
    #[serde(skip_serializing_if = "List::is_void")]
    pub steps: List<Step>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One column.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Step {
    /// Its name in the file.
    pub id: Id,
    /// What it is called; often empty, the phase's name says it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Its width in document units; none: [`STEP_WIDTH`].
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "tidy::number")]
    pub width: Option<f64>,
    /// How many customers enter it.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "tidy::number")]
    pub customers_in: Option<f64>,
    /// How many customers go on from it.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "tidy::number")]
    pub customers_out: Option<f64>,
    /// How long it takes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration: Option<Duration>,
    /// The step it was made from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<Id>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What a phase counts as success.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Conversion {
    /// A purchase, a sign-up, a call.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A question that helps to fill in a phase.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Question {
    /// Its name in the file.
    pub id: Id,
    /// The question.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub question: String,
    /// Yes, partly, no, in the user's words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub answer: String,
    /// Why.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Whose side it is asked from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side: Option<QuestionSide>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Lane {
    /// Its name in the file.
    pub id: Id,
    /// What it holds.
    pub kind: LaneKind,
    /// What it is called; empty: the kind's name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// An emoji before the title; empty: the kind's.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub icon: String,
    /// Only its title is shown.
    #[serde(skip_serializing_if = "is_default")]
    pub collapsed: bool,
    /// It is not shown at all.
    #[serde(skip_serializing_if = "is_default")]
    pub hidden: bool,
    /// It stays in view while the map is scrolled.
    #[serde(skip_serializing_if = "is_default")]
    pub pinned: bool,
    /// How high it is at least, in document units; none: as high as what it holds. In higher lanes of
    /// emotions the curves are higher too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub height: Option<f64>,
    /// Whom it is about; none: everybody.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub persona: Option<Id>,
    /// A line below it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<Line>,
    /// Personas whose curves are switched off in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub curves_off: Vec<Id>,
    /// Two personas: the area between their curves is filled, with how far apart they are.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub gap_between: Vec<Id>,
    /// The lane it was made from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<Id>,
    /// Questions that help to fill its cells, at most one for each step.
    #[serde(skip_serializing_if = "List::is_void")]
    pub prompts: List<Prompt>,
    /// Its cards; the order is the order within each cell.
    #[serde(skip_serializing_if = "List::is_void")]
    pub cards: List<Card>,
    /// Its feelings, in a lane of emotions.
    #[serde(skip_serializing_if = "List::is_void")]
    pub points: List<EmotionPoint>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A question that helps to fill a cell; it is shown until the cell holds something.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Prompt {
    /// The step whose cell it is for.
    pub step: Id,
    /// The question.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Movement that is not to what comes next.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Transition {
    /// Its name in the file.
    pub id: Id,
    /// Back, ahead or out; none: by where it goes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<TransitionKind>,
    /// The phase or step it leaves.
    pub from: Id,
    /// The phase or step it comes to; none where the customer leaves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Id>,
    /// How many of the customers, 0 to 100 per cent.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "tidy::number")]
    pub share: Option<f64>,
    /// Why.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Journey {
    /// All steps in order, each with the index of its phase.
    pub fn steps(&self) -> impl Iterator<Item = (usize, &Step)> {
        let phases = self.phases.iter().enumerate();
        phases.flat_map(|(index, phase)| phase.steps.iter().map(move |step| (index, step.as_ref())))
    }

    /// The places of phases by their steps.
    pub fn phases_by_step(&self) -> HashMap<&Id, usize> {
        self.steps().map(|(phase, step)| (&step.id, phase)).collect()
    }

    /// Where the presentation shows all there is in a phase: last, where nothing else is said that this
    /// version knows.
    pub fn details_place(&self) -> DetailsPlace {
        match &self.details {
            Some(DetailsPlace::AfterPhase) => DetailsPlace::AfterPhase,
            Some(DetailsPlace::Hidden) => DetailsPlace::Hidden,
            Some(DetailsPlace::Last | DetailsPlace::Other(_)) | None => DetailsPlace::Last,
        }
    }

    /// The lane called `id`, with its place.
    pub fn lane(&self, id: &Id) -> Option<(usize, &Lane)> {
        let index = self.lanes.index_where(|lane| lane.id == *id)?;
        Some((index, &self.lanes[index]))
    }
}

impl Lane {
    /// The card called `id`, with its place.
    pub fn card(&self, id: &Id) -> Option<(usize, &Card)> {
        let index = self.cards.index_where(|card| card.id == *id)?;
        Some((index, &self.cards[index]))
    }
}
