//! Which gaps matter most? What hurts or loses customers comes first, what is only not written down
//! comes last.

use super::{Gap, GapRule};
use crate::insight::gaps::activity::HIGH_FRICTION;
use crate::model::Journey;
use crate::words::Words;

/// How much a gap matters. The heavier comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum GapWeight {
    /// It hurts or loses customers, or the map cannot be used as long as it is there.
    High,
    /// We do nothing there, or do not know.
    Middle,
    /// It is not written down.
    Low,
}

impl GapWeight {
    /// All, the heaviest first.
    pub const ALL: [Self; 3] = [Self::High, Self::Middle, Self::Low];

    /// What it is called to programs. It stays the same for ever.
    pub fn code(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Middle => "middle",
            Self::Low => "low",
        }
    }

    /// What it is called to people.
    pub fn name(self, words: &Words) -> String {
        match self {
            Self::High => words.gap_weight_high(),
            Self::Middle => words.gap_weight_middle(),
            Self::Low => words.gap_weight_low(),
        }
    }
}

impl GapRule {
    /// Is what it finds answered by doing something, so that an opportunity may answer it? Else
    /// something is to be found out, written down or decided.
    pub fn asks_to_act(self) -> bool {
        match self {
            Self::PersonaMissing
            | Self::QuestionNo
            | Self::FrictionWithoutActivity
            | Self::NoActivity
            | Self::LowWithoutOpportunity
            | Self::PainWithoutOpportunity
            | Self::NeedWithoutOpportunity
            | Self::ExpectationNotMet
            | Self::DigitalSwitchAtLow => true,
            Self::NoPersona
            | Self::NoPurpose
            | Self::NoCards
            | Self::FewInterviews
            | Self::NothingOfOurs
            | Self::QuestionUnknown
            | Self::UnknownCustomer
            | Self::TouchpointWithoutOwner
            | Self::TouchpointWithoutFeeling
            | Self::OnlyHypotheses
            | Self::NoSubgoal
            | Self::ChainBroken
            | Self::OpportunityWithoutOwner
            | Self::OpportunityWithoutDate
            | Self::OpportunityOverdue => false,
        }
    }

    /// How much what it finds matters, wherever it is.
    fn weight(self) -> GapWeight {
        match self {
            Self::NoPersona
            | Self::NoPurpose
            | Self::NoCards
            | Self::FrictionWithoutActivity
            | Self::LowWithoutOpportunity
            | Self::PainWithoutOpportunity
            | Self::ExpectationNotMet
            | Self::DigitalSwitchAtLow
            | Self::OpportunityOverdue => GapWeight::High,
            Self::FewInterviews
            | Self::NothingOfOurs
            | Self::NeedWithoutOpportunity
            | Self::PersonaMissing
            | Self::QuestionNo
            | Self::QuestionUnknown
            | Self::NoActivity
            | Self::UnknownCustomer
            | Self::OpportunityWithoutOwner
            | Self::OpportunityWithoutDate => GapWeight::Middle,
            Self::TouchpointWithoutOwner
            | Self::TouchpointWithoutFeeling
            | Self::OnlyHypotheses
            | Self::NoSubgoal
            | Self::ChainBroken => GapWeight::Low,
        }
    }
}

impl Gap {
    /// How much it matters in `journey`: what its rule says, and one more in a phase of high friction.
    pub fn weight(&self, journey: &Journey) -> GapWeight {
        let phase = journey.phases.iter().find(|phase| Some(&phase.id) == self.phase.as_ref());
        let is_hard =
            phase.and_then(|phase| phase.friction).is_some_and(|level| level >= HIGH_FRICTION);
        match (self.rule.weight(), is_hard) {
            (GapWeight::High, _) | (GapWeight::Middle, true) => GapWeight::High,
            (GapWeight::Middle, false) | (GapWeight::Low, true) => GapWeight::Middle,
            (GapWeight::Low, false) => GapWeight::Low,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{GapPlace, Id, Phase};

    #[test]
    fn a_gap_weighs_more_where_it_is_hard_to_go_on() {
        let phase = |id: &str, friction| Phase { id: Id::new(id), friction, ..Phase::default() };
        let phases = [phase("hard", Some(3)), phase("easy", Some(2)), phase("unsaid", None)];
        let journey = Journey { phases: phases.into_iter().collect(), ..Journey::default() };
        let rows = [
            (GapRule::PainWithoutOpportunity, "easy", GapWeight::High),
            (GapRule::PainWithoutOpportunity, "hard", GapWeight::High),
            (GapRule::NoActivity, "easy", GapWeight::Middle),
            (GapRule::NoActivity, "hard", GapWeight::High),
            (GapRule::NoSubgoal, "unsaid", GapWeight::Low),
            (GapRule::NoSubgoal, "hard", GapWeight::Middle),
            (GapRule::FewInterviews, "", GapWeight::Middle),
        ];
        for (rule, phase, expected) in rows {
            let gap = Gap {
                rule,
                place: GapPlace::default(),
                phase: Some(Id::new(phase)).filter(|id| !id.is_empty()),
                step: None,
                lane: None,
                about: Vec::new(),
                figure: 0,
                waved_off: None,
            };
            assert_eq!(gap.weight(&journey), expected, "{rule:?} in {phase}");
        }
    }
}
