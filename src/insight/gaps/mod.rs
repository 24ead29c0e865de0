//! Where does a map have gaps: places where we do nothing, or know nothing?
//!
//! A rule asks only where something beside it is filled in, so that an empty map is asked the few
//! questions it begins with and not told of a hundred faults. Days are given: nothing here has a
//! clock. Each rule goes over the map once ([`seen`]).

mod activity;
mod broken_chain;
mod evidence;
mod feelings_gaps;
mod ideas;
mod phases;
mod rule;
mod said;
mod seen;
mod tally;
mod weight;
mod whole_map;

pub use phases::{QuestionTally, question_answer, question_tally};
pub use rule::GapRule;
pub use tally::{GapTally, gap_tally};
pub use weight::GapWeight;
pub use whole_map::{INTERVIEWS_WANTED, INTERVIEWS_WANTED_KEY, interviews_wanted};

use crate::model::{CardRef, GapPlace, Id, Journey, Project};
use jiff::civil::Date;
use seen::{SeenCard, SeenMap};
use std::collections::HashMap;

/// A place where we do nothing, or know nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The rule that found it.
    pub rule: GapRule,
    /// What names it: the same as long as it is the same gap.
    pub place: GapPlace,
    /// The phase it is told of in; none: the map as a whole.
    pub phase: Option<Id>,
    /// The step it is in; none: the phase or the map as a whole.
    pub step: Option<Id>,
    /// The lane whose cell it is, or that of its card or point; none: of no lane in particular.
    pub lane: Option<Id>,
    /// The cards it is about, in order: they are there.
    pub about: Vec<CardRef>,
    /// The figure of its sentence: interviews there are, days over date, how high the friction is,
    /// cards it is about, how a chain is broken; 0 where there is none.
    pub figure: usize,
    /// Why somebody said that it is no gap; none: nobody did. May be empty.
    pub waved_off: Option<String>,
}

/// The gaps of `journey` that `rules` find, also those that are waved off: of the whole map first,
/// then phase by phase and step by step, in each of them by rule. `today` is what dates are
/// compared with.
pub fn gaps(project: &Project, journey: &Journey, today: Date, rules: &[GapRule]) -> Vec<Gap> {
    let map = SeenMap::of(project, journey);
    let mut found = Found { map: &map, rules, gaps: Vec::new() };
    whole_map::find(&map, &mut found);
    phases::find(&map, &mut found);
    activity::find(&map, &mut found);
    broken_chain::find(&map, &mut found);
    feelings_gaps::find(&map, &mut found);
    evidence::find(&map, &mut found);
    ideas::find(&map, today, &mut found);
    found.in_order()
}

/// Where on the map a gap is found, by places: phase and step, none for all of them.
type Order = (Option<usize>, Option<usize>, GapRule);

/// What rules have found so far.
struct Found<'a> {
    map: &'a SeenMap<'a>,
    rules: &'a [GapRule],
    gaps: Vec<(Order, Gap)>,
}

impl Found<'_> {
    /// Is the rule wanted?
    fn wants(&self, rule: GapRule) -> bool {
        self.rules.contains(&rule)
    }

    /// A gap of the map as a whole.
    fn on_map(&mut self, rule: GapRule, place: GapPlace) -> Option<&mut Gap> {
        self.put(rule, place, None, None)
    }

    /// A gap of a phase as a whole, by its place.
    fn in_phase(&mut self, rule: GapRule, phase: usize, place: GapPlace) -> Option<&mut Gap> {
        let id = self.map.journey.phases.get(phase)?.id.clone();
        let place = GapPlace { phase: Some(id), ..place };
        self.put(rule, place, Some(phase), None)
    }

    /// A gap of a step, by its place among all.
    fn in_step(&mut self, rule: GapRule, step: usize, place: GapPlace) -> Option<&mut Gap> {
        let (phase, _) = *self.map.steps.get(step)?;
        self.put(rule, place, Some(phase), Some(step))
    }

    /// A gap that is a card's, wherever it goes.
    fn at_card(&mut self, rule: GapRule, one: &SeenCard) -> Option<&mut Gap> {
        let place = GapPlace { card: Some(one.card.id.clone()), ..GapPlace::default() };
        let gap = self.in_step(rule, one.step(), place)?;
        gap.lane = Some(one.lane.id.clone());
        gap.about.push(one.card_ref());
        Some(gap)
    }

    fn put(
        &mut self,
        rule: GapRule,
        place: GapPlace,
        phase: Option<usize>,
        step: Option<usize>,
    ) -> Option<&mut Gap> {
        if !self.wants(rule) {
            return None;
        }
        let journey = self.map.journey;
        let gap = Gap {
            rule,
            place,
            phase: phase.and_then(|phase| Some(journey.phases.get(phase)?.id.clone())),
            step: step.and_then(|step| Some(self.map.steps.get(step)?.1.id.clone())),
            lane: None,
            about: Vec::new(),
            figure: 0,
            waved_off: None,
        };
        self.gaps.push(((phase, step, rule), gap));
        self.gaps.last_mut().map(|(_, gap)| gap)
    }

    fn in_order(mut self) -> Vec<Gap> {
        // Those of one rule in one step stay in the order they were found, which is that of the map.
        // A gap is large: places are sorted, and each is moved once.
        self.gaps.sort_by_cached_key(|(order, _)| *order);
        let said: HashMap<(String, GapPlace), String> = (self.map.journey.gaps_waved_off())
            .map(|said| ((said.rule.to_string(), said.place), said.reason))
            .collect();
        let mut gaps: Vec<Gap> = self.gaps.into_iter().map(|(_, gap)| gap).collect();
        if !said.is_empty() {
            for gap in &mut gaps {
                let key = (gap.rule.code().to_owned(), gap.place.clone());
                gap.waved_off = said.get(&key).cloned();
            }
        }
        gaps
    }
}
