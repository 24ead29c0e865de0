//! What is asked of those who decide: which opportunities to say yes to, and what comes next?
//!
//! What is planned and not begun is asked for; where nothing is, ideas are. Where all that is left has
//! begun already that is shown, and where there is no opportunity at all, the pain points that need an
//! answer are.

use super::next::next_tasks;
use super::opportunities::open_pains;
use super::ranking::{RankedIdea, ideas_of};
use crate::model::{Card, CardRef, Id, Journey, Project, Status, Task};
use crate::words::{Words, titled};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// So many things are asked for at most.
pub const ASKED_MAX: usize = 3;

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    /// Which kind of things it is asked about.
    pub kind: AskedKind,
    /// What is asked for, the most valuable first: at most [`ASKED_MAX`].
    pub things: Vec<AskedThing>,
    /// How many there are of that kind, shown or not.
    pub count: usize,
    /// How many opportunities the map has in all, but for those that were dropped.
    pub all: usize,
    /// Those of them that have begun, the most valuable first.
    pub ongoing: Vec<AskedThing>,
    /// The tasks that are left, by date.
    pub tasks: Vec<Arc<Task>>,
}

/// Which kind of things it is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskedKind {
    /// Opportunities that are planned and not begun.
    Planned,
    /// Ideas: nothing is planned.
    Ideas,
    /// Opportunities that have begun: nothing else is left.
    UnderWay,
    /// Pain points that no opportunity answers: there is no opportunity.
    Pains,
}

/// One thing that is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct AskedThing {
    /// An opportunity, or a card with its place.
    pub what: AskedWhat,
    /// The phase of its first card on the map, by its place; none: it has none.
    pub phase: Option<usize>,
}

/// What it is.
#[derive(Clone, Debug, PartialEq)]
pub enum AskedWhat {
    /// An opportunity, with who sees to it.
    Idea(Box<RankedIdea>),
    /// A pain point.
    Pain(CardRef, Arc<Card>),
}

impl AskedWhat {
    /// What it is called.
    pub fn name(&self, words: &Words) -> String {
        match self {
            Self::Idea(idea) => titled(&idea.opportunity.title, words),
            Self::Pain(_, card) => titled(&card.text, words),
        }
    }
}

/// What the page that asks is called: "We ask you to say yes to three things".
pub fn asked_title(asked: &Ask, words: &Words) -> String {
    match asked.kind {
        AskedKind::Planned | AskedKind::Ideas => match asked.things.as_slice() {
            [one] if asked.count == 1 => words.ask_title_one(one.what.name(words)),
            all if asked.count > all.len() => words.ask_title_first(words.count_word(all.len())),
            all => words.ask_title(words.count_word(all.len())),
        },
        AskedKind::UnderWay => words.ask_under_way(),
        AskedKind::Pains => words.ask_pains(),
    }
}

/// What is asked of those who decide about `journey`; none where there is nothing to ask for. Reads the
/// whole map: [`KeptInsights`](super::KeptInsights) keeps it while it stays the same.
pub fn asked(project: &Project, journey: &Journey) -> Option<Ask> {
    let ideas = ideas_of(project, journey);
    let is = |one: &RankedIdea, status: Option<Status>| one.opportunity.status == status;
    let with = |statuses: &[Option<Status>]| -> Vec<RankedIdea> {
        let fits = |one: &&RankedIdea| statuses.iter().any(|status| is(one, status.clone()));
        ideas.iter().filter(fits).cloned().collect()
    };
    let ongoing = with(&[Some(Status::Ongoing)]);
    let (planned, open) = (with(&[Some(Status::Planned)]), with(&[Some(Status::Idea), None]));
    let places = Places::of(journey, &ideas);
    let (kind, things) = if !planned.is_empty() {
        (AskedKind::Planned, places.things(planned))
    } else if !open.is_empty() {
        (AskedKind::Ideas, places.things(open))
    } else if !ongoing.is_empty() {
        (AskedKind::UnderWay, places.things(ongoing.clone()))
    } else {
        let pains = open_pains(project, journey).into_iter().map(|(place, card)| {
            let phase = places.steps.get(&card.step).copied();
            AskedThing { what: AskedWhat::Pain(place, card), phase }
        });
        (AskedKind::Pains, pains.collect())
    };
    let count = things.len();
    let things: Vec<AskedThing> = things.into_iter().take(ASKED_MAX).collect();
    let all = ideas.iter().filter(|one| !is(one, Some(Status::Dropped))).count();
    let tasks = next_tasks(project);
    let ongoing = places.things(ongoing);
    (!things.is_empty()).then_some(Ask { kind, things, count, all, ongoing, tasks })
}

/// Where cards stand on a map.
struct Places<'a> {
    /// The places of phases, by their steps.
    steps: HashMap<&'a Id, usize>,
    /// The same by cards, of those that opportunities name or are.
    cards: HashMap<&'a Id, usize>,
}

impl<'a> Places<'a> {
    fn of(journey: &'a Journey, ideas: &[RankedIdea]) -> Self {
        let steps = journey.phases_by_step();
        let named = ideas.iter().flat_map(|one| &one.opportunity.cards);
        let own = ideas.iter().filter_map(|one| Some(&one.card.as_ref()?.card));
        let asked: HashSet<&Id> = named.chain(own).collect();
        let cards = journey.lanes.iter().flat_map(|lane| &lane.cards);
        let cards = cards.filter(|card| asked.contains(&card.id));
        let place = |card: &'a Arc<Card>| Some((&card.id, *steps.get(&card.step)?));
        let cards = cards.filter_map(place).collect();
        Self { steps, cards }
    }

    /// Opportunities by what they give, then by how little they take, then by date.
    fn things(&self, mut ideas: Vec<RankedIdea>) -> Vec<AskedThing> {
        let worth = |one: &RankedIdea| {
            let given = [one.opportunity.customer_value, one.opportunity.business_value];
            given.into_iter().flatten().filter(|value| value.is_finite()).sum::<f64>()
        };
        // What nobody has said is taken to be much, and to be late.
        let effort = |one: &RankedIdea| one.opportunity.effort.unwrap_or(f64::MAX);
        let date = |one: &RankedIdea| {
            let due = one.opportunity.due.trim();
            (due.is_empty(), due.to_owned())
        };
        ideas.sort_by(|a, b| {
            let first = worth(b).total_cmp(&worth(a)).then(effort(a).total_cmp(&effort(b)));
            first.then_with(|| date(a).cmp(&date(b)))
        });
        let thing = |one: RankedIdea| {
            let named = one.opportunity.cards.iter().find_map(|card| self.cards.get(card));
            let own = one.card.as_ref().and_then(|place| self.cards.get(&place.card));
            let phase = named.or(own).copied();
            AskedThing { what: AskedWhat::Idea(Box::new(one)), phase }
        };
        ideas.into_iter().map(thing).collect()
    }
}
