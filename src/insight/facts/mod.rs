//! What is there to know of a card, a feeling, a step, a phase, a lane, a persona or a journey?
//!
//! Lists of facts in one order, which documents, tables, the presentation and reports go through.
//! A thing is taken apart with all its fields named, so a new field does not compile until its fact
//! is here; and who writes facts matches them whole, so it does not compile there either.

mod column_facts;
mod field_name;
mod row_facts;
#[cfg(test)]
mod tests;

pub use column_facts::{PhaseFact, StepFact, phase_facts, step_facts};
pub use field_name::FieldName;
pub use row_facts::{LaneFact, PointFact, lane_facts, point_facts};
#[cfg(test)]
pub(crate) use tests::{
    cards_without_a_field, fields_of_places, full_card, full_lane, full_persona, full_phase,
    full_point, full_step, left_out, left_out_of, map_with,
};

use super::costs::costs_said;
use crate::model::*;
use crate::words::{Named, Words};

/// Something known of a card. Things it names are ids: whoever writes looks them up in its own way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CardFact<'a> {
    /// What it says.
    Text(&'a str),
    /// More about it.
    Note(&'a str),
    /// Where it stands; always told, and empty in the parking place.
    Step(&'a Id),
    /// The last step it spans.
    Until(&'a Id),
    /// Whom it concerns.
    Personas(&'a [Id]),
    /// A figure.
    Metric(&'a Metric),
    /// Through what it meets the customer; at least one is there.
    Channel(Option<&'a Medium>, Option<&'a Channel>),
    /// On which device.
    Device(&'a Device),
    /// Whose words they are.
    Ownership(&'a Ownership),
    /// What its content is for.
    ContentRole(&'a ContentRole),
    /// Whether it is for one or for many at a time.
    Reach(&'a Reach),
    /// Signs on it.
    Marks(&'a [Mark]),
    /// How well founded it is.
    Evidence(&'a Evidence),
    /// What it is founded on.
    Sources(&'a [Id]),
    /// The opportunity it stands for or leads to.
    Opportunity(&'a Id),
    /// What stands in the way.
    Blocker(&'a Blocker),
    /// Whether it came about.
    Met(&'a Met),
    /// It happens by itself.
    Automatic,
    /// The sub-goal it serves.
    Subgoal(&'a Id),
    /// The card that follows it.
    Next(&'a Id),
    /// Free words on it.
    Tags(&'a [String]),
    /// Who sees to it.
    Owner(&'a str),
    /// An address to follow.
    Link(&'a str),
    /// What became of it against the card it was made from.
    Change(&'a ChangeKind),
    /// Votes given in a workshop.
    Votes(u32),
    /// A picture on it.
    Image(&'a Id),
    /// The number of its colour, from 0.
    Color(u8),
    /// The card it was made from.
    Origin(&'a Id),
}

impl CardFact<'_> {
    /// What it is called; none for what only programs read.
    pub fn field(self) -> Option<FieldName> {
        Some(match self {
            Self::Text(_) => FieldName::Text,
            Self::Note(_) => FieldName::Note,
            Self::Step(_) => FieldName::Step,
            Self::Until(_) => FieldName::Until,
            Self::Personas(_) => FieldName::Whom,
            Self::Metric(_) => FieldName::Metric,
            Self::Channel(..) => FieldName::Channel,
            Self::Device(_) => FieldName::Device,
            Self::Ownership(_) => FieldName::Ownership,
            Self::ContentRole(_) => FieldName::ContentRole,
            Self::Reach(_) => FieldName::Reach,
            Self::Marks(_) => FieldName::Marks,
            Self::Evidence(_) => FieldName::Evidence,
            Self::Sources(_) => FieldName::Sources,
            Self::Opportunity(_) => FieldName::Opportunity,
            Self::Blocker(_) => FieldName::Blocker,
            Self::Met(_) => FieldName::Met,
            Self::Automatic => FieldName::Automatic,
            Self::Subgoal(_) => FieldName::Subgoal,
            Self::Next(_) => FieldName::Next,
            Self::Tags(_) => FieldName::Tags,
            Self::Owner(_) => FieldName::Owner,
            Self::Link(_) => FieldName::Link,
            Self::Change(_) => FieldName::Change,
            Self::Votes(_) => FieldName::Votes,
            Self::Image(_) => FieldName::Image,
            Self::Color(_) => FieldName::Color,
            Self::Origin(_) => return None,
        })
    }
}

/// All that is known of a card, in the order it is told; what is empty is left out.
pub fn card_facts(card: &Card) -> impl Iterator<Item = CardFact<'_>> {
    let Card {
        id: _,
        step,
        until,
        text,
        note,
        personas,
        channel,
        medium,
        device,
        ownership,
        content_role,
        reach,
        marks,
        color,
        tags,
        evidence,
        sources,
        link,
        image,
        opportunity,
        metric,
        blocker,
        met,
        automatic,
        subgoal,
        next,
        owner,
        change,
        origin,
        votes,
        extra: _,
    } = card;
    let is_met = medium.is_some() || channel.is_some();
    [
        said(text).map(CardFact::Text),
        said(note).map(CardFact::Note),
        Some(CardFact::Step(step)),
        until.as_ref().map(CardFact::Until),
        some(personas).map(CardFact::Personas),
        metric.as_ref().map(CardFact::Metric),
        is_met.then_some(CardFact::Channel(medium.as_ref(), channel.as_ref())),
        device.as_ref().map(CardFact::Device),
        ownership.as_ref().map(CardFact::Ownership),
        content_role.as_ref().map(CardFact::ContentRole),
        reach.as_ref().map(CardFact::Reach),
        some(marks).map(CardFact::Marks),
        evidence.as_ref().map(CardFact::Evidence),
        some(sources).map(CardFact::Sources),
        opportunity.as_ref().map(CardFact::Opportunity),
        blocker.as_ref().map(CardFact::Blocker),
        met.as_ref().map(CardFact::Met),
        automatic.then_some(CardFact::Automatic),
        subgoal.as_ref().map(CardFact::Subgoal),
        next.as_ref().map(CardFact::Next),
        some(tags).map(CardFact::Tags),
        said(owner).map(CardFact::Owner),
        said(link).map(CardFact::Link),
        change.as_ref().map(CardFact::Change),
        (*votes > 0).then_some(CardFact::Votes(*votes)),
        image.as_ref().map(CardFact::Image),
        color.map(CardFact::Color),
        origin.as_ref().map(CardFact::Origin),
    ]
    .into_iter()
    .flatten()
}

/// What stands in the way and how bad it is, in one line; empty where neither is said.
pub fn blocker_said(blocker: &Blocker, words: &Words) -> String {
    let kind = blocker.kind.as_ref().map(|kind| kind.name(words));
    let severity = blocker.severity.as_ref().map(|severity| severity.name(words));
    kind.into_iter().chain(severity).collect::<Vec<_>>().join(" · ")
}

/// Whether an expectation came about, without the word "expectation": "Not met".
pub fn met_said(met: &Met, words: &Words) -> String {
    match met {
        Met::Yes => words.sign_met(),
        Met::Partly => words.sign_met_partly(),
        Met::No => words.sign_met_not(),
        Met::Other(word) => words.labelled(words.field_met(), word.as_str()),
    }
}

/// What is known of a persona beside the name and the looks, each a text; what is empty is left out.
pub fn persona_facts(persona: &Persona, words: &Words) -> Vec<(FieldName, String)> {
    let Persona {
        id: _,
        name: _,
        role,
        buying_role,
        emoji: _,
        image: _,
        color: _,
        circumstances,
        goals,
        needs,
        frustrations,
        quote,
        priority,
        extra: _,
    } = persona;
    let buying_role = buying_role.as_ref().map(|role| role.name(words)).unwrap_or_default();
    told([
        (FieldName::Role, role),
        (FieldName::BuyingRole, &buying_role),
        (FieldName::Circumstances, circumstances),
        (FieldName::Goals, goals),
        (FieldName::Needs, needs),
        (FieldName::Frustrations, frustrations),
        (FieldName::Priority, priority),
        (FieldName::Quote, quote),
    ])
}

/// What a journey says of itself, each a text; what is empty is left out.
pub fn journey_facts(journey: &Journey, words: &Words) -> Vec<(FieldName, String)> {
    let kind = journey.kind.as_ref().map(|kind| kind.name(words)).unwrap_or_default();
    told([
        (FieldName::Kind, &kind),
        (FieldName::Purpose, &journey.purpose),
        (FieldName::Hypothesis, &journey.hypothesis),
        (FieldName::InterviewGuide, &journey.interview_guide),
        (FieldName::OurGoal, &journey.our_goal),
        (FieldName::Problem, &journey.problem),
        (FieldName::Offer, &journey.offer),
        (FieldName::Costs, &costs_said(journey, words)),
        (FieldName::Begins, &journey.from),
        (FieldName::Ends, &journey.to),
    ])
}

fn told<const N: usize>(facts: [(FieldName, &String); N]) -> Vec<(FieldName, String)> {
    let facts = facts.into_iter().filter(|(_, text)| !text.trim().is_empty());
    facts.map(|(field, text)| (field, text.clone())).collect()
}

fn said(text: &str) -> Option<&str> {
    (!text.trim().is_empty()).then_some(text)
}

fn some<T>(list: &[T]) -> Option<&[T]> {
    (!list.is_empty()).then_some(list)
}
