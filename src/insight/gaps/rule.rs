//! Which rules find gaps, and what are they called in files, to programs and to people?

use crate::words::Words;

/// A rule that finds gaps. Their order is that of a list of all rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum GapRule {
    /// Nobody's journey it is.
    NoPersona,
    /// Nobody has said what the map is for.
    NoPurpose,
    /// There is nothing on the map.
    NoCards,
    /// Fewer customers were asked than wanted.
    FewInterviews,
    /// A persona of the map that no card of a phase names.
    PersonaMissing,
    /// A guiding question that was answered by no.
    QuestionNo,
    /// A guiding question that nobody knows the answer to.
    QuestionUnknown,
    /// A phase with high friction, or where most customers are lost, in which we do nothing.
    FrictionWithoutActivity,
    /// A step in which customers do something and we do nothing.
    NoActivity,
    /// A step of which nobody knows what the customer does there.
    UnknownCustomer,
    /// A low point of a curve that no opportunity answers.
    LowWithoutOpportunity,
    /// A pain point that no opportunity answers.
    PainWithoutOpportunity,
    /// A touchpoint nobody sees to.
    TouchpointWithoutOwner,
    /// A touchpoint of which nobody knows what the customer feels there.
    TouchpointWithoutFeeling,
    /// A low point at a touchpoint to which the customer has to change between screen and world.
    DigitalSwitchAtLow,
    /// A step with cards, or a curve, founded on hypotheses only.
    OnlyHypotheses,
    /// An activity of ours that serves no sub-goal.
    NoSubgoal,
    /// An opportunity nobody sees to.
    OpportunityWithoutOwner,
    /// An opportunity without a date.
    OpportunityWithoutDate,
    /// An opportunity whose date has passed.
    OpportunityOverdue,
}

impl GapRule {
    /// All rules, in the order of the enum.
    pub const ALL: &'static [Self] = &[
        Self::NoPersona,
        Self::NoPurpose,
        Self::NoCards,
        Self::FewInterviews,
        Self::PersonaMissing,
        Self::QuestionNo,
        Self::QuestionUnknown,
        Self::FrictionWithoutActivity,
        Self::NoActivity,
        Self::UnknownCustomer,
        Self::LowWithoutOpportunity,
        Self::PainWithoutOpportunity,
        Self::TouchpointWithoutOwner,
        Self::TouchpointWithoutFeeling,
        Self::DigitalSwitchAtLow,
        Self::OnlyHypotheses,
        Self::NoSubgoal,
        Self::OpportunityWithoutOwner,
        Self::OpportunityWithoutDate,
        Self::OpportunityOverdue,
    ];

    /// The rules that are on unless somebody chooses.
    pub fn usual() -> Vec<Self> {
        Self::ALL.iter().copied().filter(|rule| rule.is_usual()).collect()
    }

    /// Is it on unless somebody turns it off? Few teams keep owners of touchpoints.
    pub fn is_usual(self) -> bool {
        self != Self::TouchpointWithoutOwner
    }

    /// What it is called in files and to programs. It stays the same for ever.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoPersona => "no_persona",
            Self::NoPurpose => "no_purpose",
            Self::NoCards => "no_cards",
            Self::FewInterviews => "few_interviews",
            Self::PersonaMissing => "persona_missing",
            Self::QuestionNo => "question_no",
            Self::QuestionUnknown => "question_unknown",
            Self::FrictionWithoutActivity => "friction_without_activity",
            Self::NoActivity => "no_activity",
            Self::UnknownCustomer => "unknown_customer",
            Self::LowWithoutOpportunity => "low_without_opportunity",
            Self::PainWithoutOpportunity => "pain_without_opportunity",
            Self::TouchpointWithoutOwner => "touchpoint_without_owner",
            Self::TouchpointWithoutFeeling => "touchpoint_without_feeling",
            Self::DigitalSwitchAtLow => "digital_switch_at_low",
            Self::OnlyHypotheses => "only_hypotheses",
            Self::NoSubgoal => "no_subgoal",
            Self::OpportunityWithoutOwner => "opportunity_without_owner",
            Self::OpportunityWithoutDate => "opportunity_without_date",
            Self::OpportunityOverdue => "opportunity_overdue",
        }
    }

    /// The rule with this code; none of that name: none.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.code() == code)
    }

    /// What it is called to people: "Pain point without an opportunity".
    pub fn name(self, words: &Words) -> String {
        match self {
            Self::NoPersona => words.gap_rule_no_persona(),
            Self::NoPurpose => words.gap_rule_no_purpose(),
            Self::NoCards => words.gap_rule_no_cards(),
            Self::FewInterviews => words.gap_rule_few_interviews(),
            Self::PersonaMissing => words.gap_rule_persona_missing(),
            Self::QuestionNo => words.gap_rule_question_no(),
            Self::QuestionUnknown => words.gap_rule_question_unknown(),
            Self::FrictionWithoutActivity => words.gap_rule_friction_without_activity(),
            Self::NoActivity => words.gap_rule_no_activity(),
            Self::UnknownCustomer => words.gap_rule_unknown_customer(),
            Self::LowWithoutOpportunity => words.gap_rule_low_without_opportunity(),
            Self::PainWithoutOpportunity => words.gap_rule_pain_without_opportunity(),
            Self::TouchpointWithoutOwner => words.gap_rule_touchpoint_without_owner(),
            Self::TouchpointWithoutFeeling => words.gap_rule_touchpoint_without_feeling(),
            Self::DigitalSwitchAtLow => words.gap_rule_digital_switch_at_low(),
            Self::OnlyHypotheses => words.gap_rule_only_hypotheses(),
            Self::NoSubgoal => words.gap_rule_no_subgoal(),
            Self::OpportunityWithoutOwner => words.gap_rule_opportunity_without_owner(),
            Self::OpportunityWithoutDate => words.gap_rule_opportunity_without_date(),
            Self::OpportunityOverdue => words.gap_rule_opportunity_overdue(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_rule_stands_in_the_list_once_and_is_found_by_its_code() {
        for (place, rule) in GapRule::ALL.iter().enumerate() {
            assert_eq!(*rule as usize, place, "{rule:?} stands where the enum has it");
            assert_eq!(GapRule::of_code(rule.code()), Some(*rule));
        }
        assert_eq!(GapRule::of_code("no_such"), None);
        assert!(GapRule::OpportunityOverdue as usize + 1 == GapRule::ALL.len(), "none is left out");
    }
}
