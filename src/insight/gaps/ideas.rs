//! What hurts without an opportunity, and what do opportunities and touchpoints lack to become work:
//! an owner, a date?
//!
//! An opportunity is told of on one map: the one where it is a card, else where it names a card, else
//! where a card leads to it, else the first of the project.

use super::seen::{SeenCard, SeenMap};
use super::{Found, GapRule};
use crate::insight::{days_late, is_of_opportunities};
use crate::model::{Card, GapPlace, Id, Lane, LaneKind, Mark, Met, Opportunity, Status};
use jiff::civil::Date;
use std::collections::{HashMap, HashSet};

pub(super) fn find(map: &SeenMap, today: Date, found: &mut Found) {
    pain_points(map, found);
    needs(map, found);
    expectations(map, found);
    touchpoints(map, found);
    const RULES: [GapRule; 3] = [
        GapRule::OpportunityWithoutOwner,
        GapRule::OpportunityWithoutDate,
        GapRule::OpportunityOverdue,
    ];
    if RULES.iter().any(|rule| found.wants(*rule)) {
        opportunities(map, today, found);
    }
}

/// Cards that are pain points, by their lane or by their mark, and have no opportunity.
fn pain_points(map: &SeenMap, found: &mut Found) {
    let hurts = |one: &&SeenCard| {
        let kind = &one.lane.kind;
        *kind == LaneKind::PainPoints || one.card.marks.contains(&Mark::PainPoint)
    };
    // What is an opportunity itself is answered.
    let open =
        |one: &&SeenCard| !is_of_opportunities(one.lane) && map.opportunity(one.card).is_none();
    for one in map.cards.iter().filter(|one| !one.lane.hidden).filter(hurts).filter(open) {
        found.at_card(GapRule::PainWithoutOpportunity, one);
    }
}

/// Needs that no opportunity answers, on a map where others are answered.
fn needs(map: &SeenMap, found: &mut Found) {
    let answered = |one: &SeenCard| map.opportunity(one.card).is_some();
    if !map.shown(&LaneKind::Needs).any(answered) {
        return;
    }
    for one in map.shown(&LaneKind::Needs).filter(|one| !answered(one)) {
        found.at_card(GapRule::NeedWithoutOpportunity, one);
    }
}

/// Expectations that were not met and that no opportunity answers.
fn expectations(map: &SeenMap, found: &mut Found) {
    let is_open =
        |one: &&SeenCard| one.card.met == Some(Met::No) && map.opportunity(one.card).is_none();
    for one in map.shown(&LaneKind::Expectations).filter(is_open) {
        found.at_card(GapRule::ExpectationNotMet, one);
    }
}

/// Touchpoints nobody sees to, neither to them nor to the opportunity they lead to.
fn touchpoints(map: &SeenMap, found: &mut Found) {
    for one in map.shown(&LaneKind::Touchpoints) {
        let of = map.opportunity(one.card).map_or("", |idea| idea.owner.trim());
        if one.card.owner.trim().is_empty() && of.is_empty() {
            found.at_card(GapRule::TouchpointWithoutOwner, one);
        }
    }
}

/// How surely an opportunity belongs to a map: the least is the surest, then the first map.
type Home<'a> = ((u8, usize), Option<(&'a Lane, &'a Card)>);

/// Where each opportunity is told of, by the place of its map, and the card it is there.
fn homes<'a>(map: &SeenMap<'a>) -> HashMap<&'a Id, Home<'a>> {
    let mut listed: HashMap<&Id, Vec<&Id>> = HashMap::new();
    for one in &map.project.opportunities {
        one.cards.iter().for_each(|card| listed.entry(card).or_default().push(&one.id));
    }
    let mut homes: HashMap<&Id, Home> = HashMap::new();
    let mut may_be = |id: &'a Id, home: Home<'a>| {
        let known = homes.entry(id).or_insert(home);
        if home.0 < known.0 {
            *known = home;
        }
    };
    for (at, journey) in map.project.journeys.iter().enumerate() {
        for lane in &journey.lanes {
            for card in &lane.cards {
                let there = Some((&**lane, &**card));
                if let Some(id) = &card.opportunity {
                    let surely = if is_of_opportunities(lane) { 0 } else { 2 };
                    may_be(id, ((surely, at), there));
                }
                for id in listed.get(&card.id).into_iter().flatten() {
                    may_be(id, ((1, at), there));
                }
            }
        }
    }
    homes
}

fn opportunities(map: &SeenMap, today: Date, found: &mut Found) {
    if map.project.opportunities.is_empty() {
        return;
    }
    let here = map.project.journeys.index_where(|one| one.id == map.journey.id);
    let homes = homes(map);
    let steps: HashMap<&Id, usize> =
        map.steps.iter().enumerate().map(|(place, (_, step))| (&step.id, place)).collect();
    let is_over = |one: &Opportunity| matches!(one.status, Some(Status::Done | Status::Dropped));
    let left = || map.project.opportunities.iter().filter(|one| !is_over(one));
    let owner = |one: &Opportunity, card: Option<&Card>| {
        let cards = card.map_or("", |card| card.owner.trim());
        !one.owner.trim().is_empty() || !cards.is_empty()
    };
    let of = |one: &Opportunity| {
        let home = homes.get(&one.id);
        let card = home.and_then(|home| home.1).filter(|(lane, _)| is_of_opportunities(lane));
        (home, card.map(|(_, card)| card))
    };
    // An idea is asked for what other opportunities have once somebody has gone on with it: given it a
    // figure, a task, or the other of the two. What is planned is asked anyway.
    let tasked: HashSet<&Id> =
        map.project.tasks.iter().filter_map(|task| task.opportunity.as_ref()).collect();
    let is_at_work = |one: &Opportunity| {
        let figures = [one.customer_value, one.business_value, one.effort];
        figures.iter().any(Option::is_some) || tasked.contains(&one.id)
    };
    let has_owner = left().any(|one| owner(one, of(one).1));
    let has_date = left().any(|one| !one.due.trim().is_empty());
    for one in left() {
        let (home, card) = of(one);
        let journey = home.map_or(0, |home| home.0.1);
        if here.unwrap_or(0) != journey {
            continue;
        }
        let is_planned = matches!(one.status, Some(Status::Planned | Status::Ongoing));
        let mut put = |rule: GapRule, figure: usize| {
            let at = GapPlace { opportunity: Some(one.id.clone()), ..GapPlace::default() };
            let there = home.and_then(|home| home.1);
            let step = there.and_then(|(_, card)| steps.get(&card.step));
            let gap = match step {
                Some(step) => found.in_step(rule, *step, at),
                None => found.on_map(rule, at),
            };
            let Some(gap) = gap else { return };
            gap.figure = figure;
            if let Some((lane, card)) = there {
                let lane = Some(lane.id.clone());
                gap.lane.clone_from(&lane);
                gap.about.push(crate::model::CardRef { lane, card: card.id.clone() });
            }
        };
        let (is_owned, is_dated) = (owner(one, card), !one.due.trim().is_empty());
        let is_at_work = is_at_work(one);
        if !is_owned && (is_planned || has_owner && (is_at_work || is_dated)) {
            put(GapRule::OpportunityWithoutOwner, 0);
        }
        if !is_dated && (is_planned || has_date && (is_at_work || is_owned)) {
            put(GapRule::OpportunityWithoutDate, 0);
        }
        if let Some(days) = days_late(&one.due, today) {
            put(GapRule::OpportunityOverdue, days);
        }
    }
}
