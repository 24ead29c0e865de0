//! Which opportunities does a map have, and in which order are they worth doing?
//!
//! A map's opportunities are those that a card of it is, leads to, or is named by; one that belongs to
//! no map is told of on all. A card in a lane of opportunities is one even where the list does not
//! know of it yet. What is done or dropped comes last, whatever it was worth; what has no figures
//! comes after what has.

use super::opportunities::is_of_opportunities;
use crate::model::{Card, CardRef, Id, Journey, Opportunity, Project, Status};
use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// By which rule opportunities are ranked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum RankRule {
    /// Value for the customer and for us together, less the effort.
    #[default]
    Sum,
    /// Both values together, for each unit of effort.
    Ratio,
    /// What gives the customer most; then what gives us most; then what takes least.
    CustomerFirst,
    /// As they stand in the list.
    Own,
}

impl RankRule {
    /// All of them, in the order they are offered in.
    pub const ALL: [Self; 4] = [Self::Sum, Self::Ratio, Self::CustomerFirst, Self::Own];
}

/// The three figures of an opportunity, where all are known: 1 to 5 each.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct IdeaFigures {
    /// What it gives the customer.
    pub customer: f64,
    /// What it gives us.
    pub business: f64,
    /// What it takes.
    pub effort: f64,
}

impl IdeaFigures {
    /// Those of an opportunity; none where one of them is not known.
    pub fn of(one: &Opportunity) -> Option<Self> {
        let known = |value: Option<f64>| value.filter(|value| value.is_finite());
        Some(Self {
            customer: known(one.customer_value)?,
            business: known(one.business_value)?,
            effort: known(one.effort)?,
        })
    }

    /// The mean of what it gives: 1 to 5.
    pub fn value(self) -> f64 {
        f64::midpoint(self.customer, self.business)
    }

    /// What the rule makes of them, the more the better; with the own order nothing is made of them,
    /// and the sum is told.
    pub fn score(self, rule: RankRule) -> f64 {
        match rule {
            RankRule::Sum | RankRule::Own => self.customer + self.business - self.effort,
            // A file may say 0, which no control gives.
            RankRule::Ratio => (self.customer + self.business) / self.effort.max(0.1),
            RankRule::CustomerFirst => self.customer,
        }
    }
}

/// An opportunity as it is ranked.
#[derive(Clone, Debug, PartialEq)]
pub struct RankedIdea {
    /// It; one that the list does not know yet is as it would come there.
    pub opportunity: Arc<Opportunity>,
    /// The card of this map that it is; none: it has none here.
    pub card: Option<CardRef>,
    /// Who sees to it: the card's word before the list's. Empty: nobody.
    pub owner: String,
    /// How many votes the card has that it is, on whatever map.
    pub votes: u32,
}

impl RankedIdea {
    /// Is there nothing left to do?
    pub fn is_over(&self) -> bool {
        matches!(self.opportunity.status, Some(Status::Done | Status::Dropped))
    }

    /// Its figures; none where one is not known.
    pub fn figures(&self) -> Option<IdeaFigures> {
        IdeaFigures::of(&self.opportunity)
    }
}

/// The opportunities of `journey` in their own order: as they stand in the list, then the cards that
/// are some without it, as they stand on the map. Reads every card of the project: keep the result
/// while its pointer stays.
pub fn ideas_of(project: &Project, journey: &Journey) -> Vec<RankedIdea> {
    let mut here: HashSet<&Id> = HashSet::new();
    let mut led_to_here: HashSet<&Id> = HashSet::new();
    let mut elsewhere: HashSet<&Id> = HashSet::new();
    let mut led_to: HashSet<&Id> = HashSet::new();
    let mut own: HashMap<&Id, (CardRef, &Arc<Card>)> = HashMap::new();
    let mut votes: HashMap<&Id, u32> = HashMap::new();
    let known: HashSet<&Id> = project.opportunities.iter().map(|one| &one.id).collect();
    let named_by: HashSet<&Id> = project.opportunities.iter().flat_map(|one| &one.cards).collect();
    let mut alone = Vec::new();
    for map in &project.journeys {
        let is_here = map.id == journey.id;
        for lane in &map.lanes {
            for card in &lane.cards {
                if named_by.contains(&card.id) {
                    let cards = if is_here { &mut here } else { &mut elsewhere };
                    cards.insert(&card.id);
                }
                let idea = card.opportunity.as_ref();
                if let Some(id) = idea {
                    let led_to = if is_here { &mut led_to_here } else { &mut led_to };
                    led_to.insert(id);
                }
                if !is_of_opportunities(lane) {
                    continue;
                }
                // One that was let go of goes by its card's id still.
                let id = idea.unwrap_or(&card.id);
                votes.entry(id).or_insert(card.votes);
                if is_here && !own.contains_key(id) {
                    // What the card was voted for here counts before what it was elsewhere.
                    votes.insert(id, card.votes);
                    let place = CardRef { lane: Some(lane.id.clone()), card: card.id.clone() };
                    own.insert(id, (place, card));
                    if !known.contains(id) {
                        alone.push((id, card));
                    }
                }
            }
        }
    }
    let is_mine = |one: &Opportunity| {
        let named = |cards: &HashSet<&Id>| one.cards.iter().any(|card| cards.contains(card));
        let is_here = own.contains_key(&one.id) || led_to_here.contains(&one.id) || named(&here);
        is_here || !(led_to.contains(&one.id) || named(&elsewhere))
    };
    let idea = |opportunity: Arc<Opportunity>| {
        let own = own.get(&opportunity.id);
        let owner = own.map_or("", |(_, card)| card.owner.trim());
        let owner = if owner.is_empty() { opportunity.owner.trim() } else { owner };
        RankedIdea {
            card: own.map(|(place, _)| place.clone()),
            owner: owner.to_owned(),
            votes: votes.get(&opportunity.id).copied().unwrap_or(0),
            opportunity,
        }
    };
    let new = |(id, card): (&Id, &Arc<Card>)| {
        let id = id.clone();
        Arc::new(Opportunity { id, title: card.text.clone(), ..Opportunity::default() })
    };
    let listed = project.opportunities.iter().filter(|one| is_mine(one)).cloned();
    listed.chain(alone.into_iter().map(new)).map(idea).collect()
}

/// Puts them in the order of `rule`; what is equal by it stays as it stood, most votes first.
pub fn rank_ideas(ideas: &mut [RankedIdea], rule: RankRule) {
    if rule == RankRule::Own {
        return;
    }
    let by_figures = |a: IdeaFigures, b: IdeaFigures| {
        let first = b.score(rule).total_cmp(&a.score(rule));
        match rule {
            RankRule::CustomerFirst => {
                first.then(b.business.total_cmp(&a.business)).then(a.effort.total_cmp(&b.effort))
            }
            RankRule::Sum | RankRule::Ratio | RankRule::Own => first,
        }
    };
    ideas.sort_by(|a, b| {
        let figures = match (a.figures(), b.figures()) {
            (Some(a), Some(b)) => by_figures(a, b),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => Ordering::Equal,
        };
        a.is_over().cmp(&b.is_over()).then(figures).then(b.votes.cmp(&a.votes))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Lane, LaneKind, List};

    type Row = (&'static str, Option<(f64, f64, f64)>, u32, Option<Status>);

    /// A map whose cards are these opportunities.
    fn project(rows: &[Row]) -> Project {
        let opportunities = rows.iter().map(|(name, figures, _, status)| Opportunity {
            id: Id::new(name),
            customer_value: figures.map(|it| it.0),
            business_value: figures.map(|it| it.1),
            effort: figures.map(|it| it.2),
            status: status.clone(),
            ..Opportunity::default()
        });
        let cards = rows.iter().map(|(name, _, votes, _)| Card {
            id: Id::new(&format!("card of {name}")),
            opportunity: Some(Id::new(name)),
            votes: *votes,
            ..Card::default()
        });
        let kind = LaneKind::Opportunities;
        let lane = Lane { id: Id::new("O"), kind, cards: cards.collect(), ..Lane::default() };
        let lanes = List::from_iter([lane]);
        let map = Journey { id: Id::new("map"), lanes, ..Journey::default() };
        Project {
            opportunities: opportunities.collect(),
            journeys: List::from_iter([map]),
            ..Project::default()
        }
    }

    fn order(project: &Project, rule: RankRule) -> Vec<String> {
        let mut ideas = ideas_of(project, &project.journeys[0]);
        rank_ideas(&mut ideas, rule);
        ideas.iter().map(|one| one.opportunity.id.to_string()).collect()
    }

    #[test]
    fn each_rule_has_an_order_and_votes_decide_between_equals() {
        let project = project(&[
            ("unknown", None, 99, None),
            ("small", Some((3.0, 2.0, 1.0)), 1, None),
            ("large", Some((5.0, 4.0, 5.0)), 2, None),
            ("liked", Some((2.0, 3.0, 1.0)), 9, None),
            ("kind", Some((5.0, 1.0, 3.0)), 0, Some(Status::Ongoing)),
            ("done", Some((5.0, 5.0, 1.0)), 0, Some(Status::Done)),
            ("wanted", None, 100, None),
        ]);
        let rows: [(RankRule, [&str; 7]); 4] = [
            // 4, 4, 4 by votes; then 3.
            (RankRule::Sum, ["liked", "large", "small", "kind", "wanted", "unknown", "done"]),
            // 5, 5, 2, 1.8.
            (RankRule::Ratio, ["liked", "small", "kind", "large", "wanted", "unknown", "done"]),
            (
                RankRule::CustomerFirst,
                ["large", "kind", "small", "liked", "wanted", "unknown", "done"],
            ),
            (RankRule::Own, ["unknown", "small", "large", "liked", "kind", "done", "wanted"]),
        ];
        for (rule, expected) in rows {
            assert_eq!(order(&project, rule), expected, "{rule:?}");
        }
    }

    #[test]
    fn figures_make_a_sum_a_ratio_and_a_mean() {
        let figures = IdeaFigures { customer: 5.0, business: 4.0, effort: 2.0 };
        assert_eq!(figures.score(RankRule::Sum), 7.0);
        assert_eq!(figures.score(RankRule::Ratio), 4.5);
        assert_eq!(figures.score(RankRule::CustomerFirst), 5.0);
        assert_eq!(figures.value(), 4.5);
        let known = |effort| Opportunity {
            customer_value: Some(5.0),
            business_value: Some(4.0),
            effort,
            ..Opportunity::default()
        };
        assert_eq!(IdeaFigures::of(&known(Some(2.0))), Some(figures));
        assert_eq!(IdeaFigures::of(&known(None)), None);
        assert_eq!(IdeaFigures::of(&known(Some(f64::NAN))), None);
    }

    #[test]
    fn a_map_tells_of_its_own_and_of_those_that_belong_to_none() {
        let mut project = project(&[("a", None, 4, None)]);
        let lead = |name: &str, to: &str| Card {
            id: Id::new(name),
            opportunity: Some(Id::new(to)),
            ..Card::default()
        };
        let kind = LaneKind::Touchpoints;
        let cards = List::from_iter([lead("leads to a", "a"), lead("leads to b", "b")]);
        let touchpoints = Lane { id: Id::new("T"), kind, cards, ..Lane::default() };
        let lanes = List::from_iter([touchpoints]);
        project.journeys.push(Journey { id: Id::new("next"), lanes, ..Journey::default() }.into());
        let named = |id: &str, cards: &[&str]| Opportunity {
            id: Id::new(id),
            cards: cards.iter().map(|id| Id::new(id)).collect(),
            owner: "Bo".into(),
            ..Opportunity::default()
        };
        project.opportunities.push(named("b", &[]).into());
        project.opportunities.push(named("names", &["card of a"]).into());
        project.opportunities.push(named("nowhere", &["gone"]).into());
        let lane = project.journeys.edit(0).unwrap().lanes.edit(0).unwrap();
        lane.cards.edit(0).unwrap().owner = " Ann ".into();
        let new = Card { id: Id::new("new"), text: "Ring".into(), votes: 2, ..Card::default() };
        lane.cards.push(new.into());

        let told = |map: usize| -> Vec<(String, String, u32, bool)> {
            let ideas = ideas_of(&project, &project.journeys[map]);
            let one = |it: RankedIdea| {
                (it.opportunity.id.to_string(), it.owner, it.votes, it.card.is_some())
            };
            ideas.into_iter().map(one).collect()
        };
        let row =
            |id: &str, owner: &str, votes, has_card| (id.into(), owner.into(), votes, has_card);
        let first = [
            row("a", "Ann", 4, true),
            row("names", "Bo", 0, false),
            row("nowhere", "Bo", 0, false),
            row("new", "", 2, true),
        ];
        assert_eq!(told(0), first);
        // The votes are the card's, wherever it is; what else it says is told where it is.
        let second =
            [row("a", "", 4, false), row("b", "Bo", 0, false), row("nowhere", "Bo", 0, false)];
        assert_eq!(told(1), second);
        let ideas = ideas_of(&project, &project.journeys[0]);
        assert_eq!(ideas[3].opportunity.title, "Ring");
    }
}
