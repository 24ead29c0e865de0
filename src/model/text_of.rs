//! Which text of the project is it that stands somewhere?

use super::{CardRef, Id, Journey, Thing};

/// A text of the project that is shown somewhere, and may be edited there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextOf {
    /// What a thing goes by: a title, a card's text, what is said at a point, a reason.
    Thing(Thing),
    /// More about a card.
    Note(CardRef),
    /// What the customer wants in a phase.
    Goal(Id),
    /// What a persona says.
    Quote(Id),
    /// What a persona does.
    Role(Id),
    /// What is said about the journey.
    About(About),
    /// What an opportunity is called.
    Idea(Id),
    /// More about an opportunity.
    IdeaNote(Id),
    /// Who sees to an opportunity.
    IdeaOwner(Id),
    /// What is to be done.
    Task(Id),
    /// Who does it.
    TaskOwner(Id),
    /// The heading of the page it stands on.
    Heading,
    /// What that page says, on one of text.
    Page,
}

/// What is said about a journey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// What the map is for.
    Purpose,
    /// Whom it is for.
    Whom,
    /// Where it begins.
    From,
    /// Where it ends.
    To,
    /// The problem the customer has.
    Problem,
    /// What we offer.
    Offer,
}

impl About {
    /// The text as it is in `journey`.
    pub fn of(self, journey: &Journey) -> &str {
        match self {
            Self::Purpose => &journey.purpose,
            Self::Whom => &journey.for_whom,
            Self::From => &journey.from,
            Self::To => &journey.to,
            Self::Problem => &journey.problem,
            Self::Offer => &journey.offer,
        }
    }

    /// The same, to be written.
    pub fn of_mut(self, journey: &mut Journey) -> &mut String {
        match self {
            Self::Purpose => &mut journey.purpose,
            Self::Whom => &mut journey.for_whom,
            Self::From => &mut journey.from,
            Self::To => &mut journey.to,
            Self::Problem => &mut journey.problem,
            Self::Offer => &mut journey.offer,
        }
    }
}
