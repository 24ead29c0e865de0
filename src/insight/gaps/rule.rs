//! Which rules find gaps, and what are they called in files, to programs and to people?

use crate::model::Project;
use crate::words::Words;
use serde_json::Value;

/// Where a file says which rules are on and off, among its settings: `{"no_activity": false}`.
const RULES_KEY: &str = "gap_rules";

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
    /// It tells what customers do, and nothing of what we do.
    NothingOfOurs,
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
    /// A need that no opportunity answers, where others are answered.
    NeedWithoutOpportunity,
    /// An expectation that was not met and that no opportunity answers.
    ExpectationNotMet,
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
    /// A chain of activities that breaks off, goes back or goes in a circle.
    ChainBroken,
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
        Self::NothingOfOurs,
        Self::PersonaMissing,
        Self::QuestionNo,
        Self::QuestionUnknown,
        Self::FrictionWithoutActivity,
        Self::NoActivity,
        Self::UnknownCustomer,
        Self::LowWithoutOpportunity,
        Self::PainWithoutOpportunity,
        Self::NeedWithoutOpportunity,
        Self::ExpectationNotMet,
        Self::TouchpointWithoutOwner,
        Self::TouchpointWithoutFeeling,
        Self::DigitalSwitchAtLow,
        Self::OnlyHypotheses,
        Self::NoSubgoal,
        Self::ChainBroken,
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

    /// The rules that are on for `project`, in their order: a team that keeps no owners says so once,
    /// for all who open the file and for programs that count its gaps.
    pub fn chosen(project: &Project) -> Vec<Self> {
        let said = project.settings.get(RULES_KEY);
        let is_on = |rule: &Self| {
            let said = said.and_then(|said| said.get(rule.code())).and_then(Value::as_bool);
            said.unwrap_or_else(|| rule.is_usual())
        };
        Self::ALL.iter().copied().filter(is_on).collect()
    }

    /// The setting that turns this rule on or off, and what it is then: as little as says so. What a
    /// later version has said of its own rules stays; null: all is as usual.
    pub fn switched(self, project: &Project, on: bool) -> (&'static str, Value) {
        let said = project.settings.get(RULES_KEY).and_then(Value::as_object);
        let mut said = said.cloned().unwrap_or_default();
        match on == self.is_usual() {
            true => drop(said.shift_remove(self.code())),
            false => drop(said.insert(self.code().to_owned(), on.into())),
        }
        (RULES_KEY, if said.is_empty() { Value::Null } else { said.into() })
    }

    /// What it is called in files and to programs. It stays the same for ever.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoPersona => "no_persona",
            Self::NoPurpose => "no_purpose",
            Self::NoCards => "no_cards",
            Self::FewInterviews => "few_interviews",
            Self::NothingOfOurs => "nothing_of_ours",
            Self::PersonaMissing => "persona_missing",
            Self::QuestionNo => "question_no",
            Self::QuestionUnknown => "question_unknown",
            Self::FrictionWithoutActivity => "friction_without_activity",
            Self::NoActivity => "no_activity",
            Self::UnknownCustomer => "unknown_customer",
            Self::LowWithoutOpportunity => "low_without_opportunity",
            Self::PainWithoutOpportunity => "pain_without_opportunity",
            Self::NeedWithoutOpportunity => "need_without_opportunity",
            Self::ExpectationNotMet => "expectation_not_met",
            Self::TouchpointWithoutOwner => "touchpoint_without_owner",
            Self::TouchpointWithoutFeeling => "touchpoint_without_feeling",
            Self::DigitalSwitchAtLow => "digital_switch_at_low",
            Self::OnlyHypotheses => "only_hypotheses",
            Self::NoSubgoal => "no_subgoal",
            Self::ChainBroken => "chain_broken",
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
            Self::NothingOfOurs => words.gap_rule_nothing_of_ours(),
            Self::PersonaMissing => words.gap_rule_persona_missing(),
            Self::QuestionNo => words.gap_rule_question_no(),
            Self::QuestionUnknown => words.gap_rule_question_unknown(),
            Self::FrictionWithoutActivity => words.gap_rule_friction_without_activity(),
            Self::NoActivity => words.gap_rule_no_activity(),
            Self::UnknownCustomer => words.gap_rule_unknown_customer(),
            Self::LowWithoutOpportunity => words.gap_rule_low_without_opportunity(),
            Self::PainWithoutOpportunity => words.gap_rule_pain_without_opportunity(),
            Self::NeedWithoutOpportunity => words.gap_rule_need_without_opportunity(),
            Self::ExpectationNotMet => words.gap_rule_expectation_not_met(),
            Self::TouchpointWithoutOwner => words.gap_rule_touchpoint_without_owner(),
            Self::TouchpointWithoutFeeling => words.gap_rule_touchpoint_without_feeling(),
            Self::DigitalSwitchAtLow => words.gap_rule_digital_switch_at_low(),
            Self::OnlyHypotheses => words.gap_rule_only_hypotheses(),
            Self::NoSubgoal => words.gap_rule_no_subgoal(),
            Self::ChainBroken => words.gap_rule_chain_broken(),
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
    }

    #[test]
    fn a_file_says_which_rules_are_on() {
        let mut project = Project::default();
        assert_eq!(GapRule::chosen(&project), GapRule::usual());
        let (key, value) = GapRule::NoActivity.switched(&project, false);
        project.settings.insert(key.into(), value);
        let (key, value) = GapRule::TouchpointWithoutOwner.switched(&project, true);
        project.settings.insert(key.into(), value);
        let chosen = GapRule::chosen(&project);
        assert!(!chosen.contains(&GapRule::NoActivity) && chosen.contains(&GapRule::NoPurpose));
        assert!(chosen.contains(&GapRule::TouchpointWithoutOwner));
        project.settings[key]["of_a_later_version"] = true.into();
        for (rule, on) in [(GapRule::NoActivity, true), (GapRule::TouchpointWithoutOwner, false)] {
            let (key, value) = rule.switched(&project, on);
            project.settings.insert(key.into(), value);
        }
        assert_eq!(GapRule::chosen(&project), GapRule::usual());
        assert_eq!(project.settings[key], serde_json::json!({"of_a_later_version": true}));
    }

    #[test]
    fn none_is_left_out_of_the_list() {
        assert!(GapRule::OpportunityOverdue as usize + 1 == GapRule::ALL.len(), "none is left out");
    }
}
