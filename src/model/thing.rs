//! What is it that someone points at: a card, a point, a phase, a step, a lane, a persona, a map?

use super::Id;

/// A card, and where to look for it first.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CardRef {
    /// The lane it was last seen in; none: the parking place. A hint that keeps look-ups short.
    pub lane: Option<Id>,
    /// The card.
    pub card: Id,
}

/// Something that can be selected, removed or shown.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Thing {
    /// A card.
    Card(CardRef),
    /// A point of the emotion curve.
    Point {
        /// Its lane.
        lane: Id,
        /// The point.
        point: Id,
    },
    /// A phase.
    Phase(Id),
    /// A step.
    Step(Id),
    /// A lane.
    Lane(Id),
    /// A persona.
    Persona(Id),
    /// A transition.
    Transition(Id),
    /// A journey; also stands for the map as a whole.
    Journey(Id),
}

impl Thing {
    /// What it is called in the file.
    pub fn id(&self) -> &Id {
        match self {
            Self::Card(card) => &card.card,
            Self::Point { point, .. } => point,
            Self::Phase(id)
            | Self::Step(id)
            | Self::Lane(id)
            | Self::Persona(id)
            | Self::Transition(id)
            | Self::Journey(id) => id,
        }
    }

    /// The card, where it is one.
    pub fn card(&self) -> Option<&CardRef> {
        if let Self::Card(one) = self { Some(one) } else { None }
    }

    /// The phase, where it is one.
    pub fn phase(&self) -> Option<&Id> {
        if let Self::Phase(one) = self { Some(one) } else { None }
    }

    /// The step, where it is one.
    pub fn step(&self) -> Option<&Id> {
        if let Self::Step(one) = self { Some(one) } else { None }
    }

    /// The lane, where it is one.
    pub fn lane(&self) -> Option<&Id> {
        if let Self::Lane(one) = self { Some(one) } else { None }
    }

    /// The persona, where it is one.
    pub fn persona(&self) -> Option<&Id> {
        if let Self::Persona(one) = self { Some(one) } else { None }
    }

    /// The transition, where it is one.
    pub fn transition(&self) -> Option<&Id> {
        if let Self::Transition(one) = self { Some(one) } else { None }
    }
}
