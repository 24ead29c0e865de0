//! How does an outline become a project?

use super::labels::{Beside, OfJourney};
use super::lane_rows::OutlineRows;
use super::making::{Making, Waiting, said};
use super::node::Node;
use super::plan::{OutlinePart, OutlinePlan};
use super::values::number;
use super::{beside, people, phase_columns};
use crate::exchange::{Imported, RemarkKind};
use crate::model::*;
use crate::words::is_called;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Makes a project of a plan.
pub(super) fn project(plan: &OutlinePlan, ids: &mut IdSource) -> Imported {
    let mut making = Making {
        imported: Imported::default(),
        ids,
        personas: HashMap::new(),
        sources: HashMap::new(),
        ideas: HashMap::new(),
        named_only: HashSet::new(),
        subgoals: HashMap::new(),
        waiting: Vec::new(),
    };
    // Sources are known before cards name them.
    let of_journeys = plan.journeys.iter().flat_map(|part| &part.beside);
    for (what, node) in plan.beside.iter().chain(of_journeys) {
        beside::known(&mut making, *what, node);
    }
    for part in &plan.journeys {
        making.journey(part);
    }
    for (what, node) in &plan.beside {
        beside::put(&mut making, *what, node);
    }
    for node in &plan.loose {
        making.park(node);
    }
    let mut imported = making.imported;
    let project = &mut imported.project;
    project.title.clone_from(&plan.title);
    if let Some(first) = project.journeys.first().filter(|_| project.title.is_empty()) {
        project.title.clone_from(&first.title);
    }
    imported
}

impl Making<'_> {
    fn journey(&mut self, part: &OutlinePart) {
        let mut journey =
            Journey { id: self.ids.next_id(), title: part.title.clone(), ..Journey::default() };
        self.waiting.clear();
        for (_, node) in part.beside.iter().filter(|(what, _)| *what == Beside::Personas) {
            people::personas(self, node, &mut journey);
        }
        for node in &part.about {
            self.about(node, &mut journey);
        }
        let mut rows = OutlineRows::default();
        for phase in &part.phases {
            let phase = phase_columns::phase(self, &mut rows, phase);
            journey.phases.push(Arc::new(phase));
        }
        if journey.phases.is_empty() {
            let step = Step { id: self.ids.next_id(), ..Step::default() };
            let steps = [step].into_iter().collect();
            let phase = Phase { id: self.ids.next_id(), steps, ..Phase::default() };
            journey.phases.push(Arc::new(phase));
        }
        journey.lanes = rows.finished();
        self.settle(&mut journey);
        for (what, node) in &part.beside {
            match what {
                Beside::Personas => {}
                Beside::Transitions => beside::transitions(self, node, &mut journey),
                Beside::Parking
                | Beside::Opportunities
                | Beside::Tasks
                | Beside::Sources
                | Beside::Reckoned => beside::put(self, *what, node),
            }
        }
        self.imported.project.journeys.push(Arc::new(journey));
    }

    /// Something that is said of a journey.
    fn about(&mut self, node: &Node, journey: &mut Journey) {
        let what = OfJourney::called(&node.label);
        let said = said(node);
        let text = match what {
            Some(OfJourney::Kind) => {
                let known = JourneyKind::ALL.iter().find(|kind| is_called(*kind, &said)).cloned();
                journey.kind = Some(known.unwrap_or_else(|| JourneyKind::from(said.as_str())));
                return;
            }
            Some(OfJourney::Checklist) => {
                journey.checklist = self.questions(node);
                return;
            }
            Some(OfJourney::Costs) if self.costs(&said, journey) => return,
            Some(OfJourney::Purpose) => &mut journey.purpose,
            Some(OfJourney::Hypothesis) => &mut journey.hypothesis,
            Some(OfJourney::InterviewGuide) => &mut journey.interview_guide,
            Some(OfJourney::OurGoal) => &mut journey.our_goal,
            Some(OfJourney::Problem) => &mut journey.problem,
            Some(OfJourney::Offer) => &mut journey.offer,
            Some(OfJourney::Begins) => &mut journey.from,
            Some(OfJourney::Ends) => &mut journey.to,
            // A text below the title is what the map is for.
            None if node.is_paragraph => &mut journey.purpose,
            Some(OfJourney::Costs) | None => return self.park(node),
        };
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&said);
    }

    /// `… 184 000 kr mot 46 000 kr`: what is said of costs has both at its end.
    fn costs(&mut self, said: &str, journey: &mut Journey) -> bool {
        let tail = said.rsplit(": ").next().unwrap_or_default().trim_end_matches('.');
        let parts = [" mot ", " against "].into_iter().find_map(|against| tail.split_once(against));
        let Some((win, keep)) = parts else { return false };
        let figure = |text: &str| {
            let unit: String =
                text.chars().filter(|c| !c.is_ascii_digit() && !c.is_whitespace()).collect();
            let unit = unit.trim_matches([',', '.']).to_owned();
            let value = number(&text.replace(unit.as_str(), ""))?;
            Some((value, unit))
        };
        let (Some((win, unit)), Some((keep, _))) = (figure(win), figure(keep)) else {
            return false;
        };
        journey.costs = Some(Costs { win: Some(win), keep: Some(keep), unit, ..Costs::default() });
        true
    }

    /// Leads what waits to the steps and cards it names.
    fn settle(&mut self, journey: &mut Journey) {
        let waiting = std::mem::take(&mut self.waiting);
        let steps: Vec<(String, Id)> = phase_columns::step_names(journey);
        let mut places: HashMap<&Id, usize> = HashMap::new();
        let mut named: HashMap<&str, Vec<usize>> = HashMap::new();
        for (place, (name, id)) in steps.iter().enumerate() {
            places.insert(id, place);
            named.entry(name).or_default().push(place);
        }
        let mut until: HashMap<&Id, (&str, &Id)> = HashMap::new();
        for waiting in &waiting {
            if let Waiting::Until { card, step, name, text } = waiting {
                let own = places.get(step).copied();
                let later = |place: &&usize| own.is_some_and(|own| **place > own);
                let last = named.get(name.as_str()).and_then(|all| all.iter().find(later));
                let last = last.and_then(|place| steps.get(*place));
                until.extend(last.map(|(_, id)| (card, (text.as_str(), id))));
            }
        }
        let mut cards: HashMap<String, Id> = HashMap::new();
        for card in journey.lanes.iter_mut().flat_map(|lane| Arc::make_mut(lane).cards.iter_mut()) {
            if let Some((text, step)) = until.get(&card.id) {
                let card = Arc::make_mut(card);
                card.text = (*text).to_owned();
                card.until = Some((*step).clone());
            }
            cards.entry(card.text.clone()).or_insert_with(|| card.id.clone());
        }
        let mut led: HashMap<&Id, &Id> = HashMap::new();
        for waiting in &waiting {
            let (from, text, line) = match waiting {
                Waiting::Until { .. } => continue,
                Waiting::Next(from, text, line) | Waiting::Touchpoint(from, text, line) => {
                    (from, text, line)
                }
            };
            match cards.get(text).filter(|id| *id != from) {
                Some(to) => drop(led.insert(from, to)),
                None => self.tell(*line, RemarkKind::NotFound, text.clone()),
            }
        }
        for lane in journey.lanes.iter_mut().map(Arc::make_mut) {
            for card in lane.cards.iter_mut().filter(|card| led.contains_key(&card.id)) {
                Arc::make_mut(card).next = led.get(&card.id).map(|to| (*to).clone());
            }
            for point in lane.points.iter_mut().filter(|point| led.contains_key(&point.id)) {
                Arc::make_mut(point).touchpoint = led.get(&point.id).map(|to| (*to).clone());
            }
        }
    }
}
