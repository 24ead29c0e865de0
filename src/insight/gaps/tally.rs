//! How many gaps does a map have of each kind, and how is that said in one line?

use super::{GapRule, gaps};
use crate::model::{Journey, Opportunity, Project, Status};
use crate::words::Words;
use jiff::civil::Date;

/// How many gaps a map has that nobody has waved off.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GapTally {
    /// Of all kinds.
    pub all: usize,
    /// Of each kind that there is: the most first, as many in the order of the rules.
    pub kinds: Vec<(GapRule, usize)>,
    /// Opportunities may be overdue, which is not counted.
    pub has_dates: bool,
}

/// Counts the gaps of `journey` by the rules that are on, but for those that need to know which day
/// it is: what is counted for a page or a table is as true tomorrow.
pub fn gap_tally(project: &Project, journey: &Journey) -> GapTally {
    let mut rules = GapRule::chosen(project);
    rules.retain(|rule| !rule.needs_day());
    let mut kinds: Vec<(GapRule, usize)> = rules.iter().map(|rule| (*rule, 0)).collect();
    let mut all = 0;
    for gap in gaps(project, journey, Date::MIN, &rules) {
        let kind = kinds.iter_mut().find(|(rule, _)| *rule == gap.rule);
        if let Some((_, count)) = kind.filter(|_| gap.waved_off.is_none()) {
            *count += 1;
            all += 1;
        }
    }
    kinds.retain(|(_, count)| *count > 0);
    kinds.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let is_open = |one: &Opportunity| !matches!(one.status, Some(Status::Done | Status::Dropped));
    let overdue = GapRule::chosen(project).contains(&GapRule::OpportunityOverdue);
    let mut open = project.opportunities.iter().filter(|one| is_open(one));
    let has_dates = overdue && open.any(|one| !one.due.trim().is_empty());
    GapTally { all, kinds, has_dates }
}

impl GapTally {
    /// "9 gaps: 4 pain points without an opportunity, 3 steps where we do nothing and 2 more", with
    /// at most `kinds` kinds named; empty where there is no gap.
    pub fn said(&self, kinds: usize, words: &Words) -> String {
        if self.all == 0 {
            return String::new();
        }
        let named = self.kinds.iter().take(kinds);
        let mut told: usize = 0;
        let named: Vec<String> = named
            .map(|(rule, count)| {
                told += count;
                rule.counted(*count, words)
            })
            .collect();
        let count = match self.has_dates {
            true => words.gaps_count_undated(self.all),
            false => words.gaps_count(self.all),
        };
        if named.is_empty() {
            return count;
        }
        let said = words.labelled(&count, named.join(", "));
        match self.all.saturating_sub(told) {
            0 => said,
            more => format!("{said} {}", words.ask_more(words.number(more as f64))),
        }
    }
}

impl GapRule {
    /// Does what it finds depend on which day it is?
    pub fn needs_day(self) -> bool {
        self == Self::OpportunityOverdue
    }

    /// So many gaps of it, within a sentence: "4 pain points without an opportunity".
    pub fn counted(self, count: usize, words: &Words) -> String {
        match self {
            Self::NoPersona => words.gap_counted_no_persona(),
            Self::NoPurpose => words.gap_counted_no_purpose(),
            Self::NoCards => words.gap_counted_no_cards(),
            Self::FewInterviews => words.gap_counted_few_interviews(),
            Self::NothingOfOurs => words.gap_counted_nothing_of_ours(),
            Self::PersonaMissing => words.gap_counted_persona_missing(count),
            Self::QuestionNo => words.gap_counted_question_no(count),
            Self::QuestionUnknown => words.gap_counted_question_unknown(count),
            Self::FrictionWithoutActivity => words.gap_counted_friction_without_activity(count),
            Self::NoActivity => words.gap_counted_no_activity(count),
            Self::UnknownCustomer => words.gap_counted_unknown_customer(count),
            Self::LowWithoutOpportunity => words.gap_counted_low_without_opportunity(count),
            Self::PainWithoutOpportunity => words.gap_counted_pain_without_opportunity(count),
            Self::NeedWithoutOpportunity => words.gap_counted_need_without_opportunity(count),
            Self::ExpectationNotMet => words.gap_counted_expectation_not_met(count),
            Self::TouchpointWithoutOwner => words.gap_counted_touchpoint_without_owner(count),
            Self::TouchpointWithoutFeeling => words.gap_counted_touchpoint_without_feeling(count),
            Self::DigitalSwitchAtLow => words.gap_counted_digital_switch_at_low(count),
            Self::OnlyHypotheses => words.gap_counted_only_hypotheses(count),
            Self::NoSubgoal => words.gap_counted_no_subgoal(count),
            Self::ChainBroken => words.gap_counted_chain_broken(count),
            Self::OpportunityWithoutOwner => words.gap_counted_opportunity_without_owner(count),
            Self::OpportunityWithoutDate => words.gap_counted_opportunity_without_date(count),
            Self::OpportunityOverdue => words.gap_counted_opportunity_overdue(count),
        }
    }
}
