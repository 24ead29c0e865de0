//! All cards of a map as rows of a table: what each is about, who sees to it, and what it lacks.
//!
//! What is missing of a card is what the rules of gaps say of one card: a touchpoint or an
//! opportunity nobody sees to, a pain point or an expectation not met that no opportunity answers, a
//! hypothesis that names no source.
//! As there, nothing is missing of what stands in a hidden lane, is taken away or says nothing, of what
//! a rule asks for that is off, and where somebody has said that it is no gap.

use super::gaps::GapRule;
use super::opportunities::is_of_opportunities;
use crate::model::{
    Card, CardRef, ChangeKind, Evidence, GapPlace, Id, Journey, JourneyKind, Lane, LaneKind, Mark,
    Met, Opportunity, Persona, Project, Status, Step,
};
use crate::words::{Named as _, Words, fold, lane_name, persona_name};
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, OnceLock};

/// What a card lacks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MissingOnCard {
    /// Somebody who sees to it.
    pub owner: bool,
    /// An opportunity that answers it.
    pub opportunity: bool,
    /// Anything it is founded on: it is a hypothesis.
    pub evidence: bool,
}

impl MissingOnCard {
    /// Does it lack anything?
    pub fn any(self) -> bool {
        self.owner || self.opportunity || self.evidence
    }
}

/// A card of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct CardRow {
    /// The card, as others name it.
    pub place: CardRef,
    /// It.
    pub card: Arc<Card>,
    /// The place of its lane among all; none: it is parked.
    pub lane: Option<usize>,
    /// The place of its step among all; none: it is parked.
    pub step: Option<usize>,
    /// The place of its phase; none: it is parked.
    pub phase: Option<usize>,
    /// The opportunity it leads to. A card that is one leads to none.
    pub opportunity: Option<Arc<Opportunity>>,
    /// Who sees to it: the card's word before that of the opportunity it is or leads to. Empty: nobody.
    pub owner: String,
    /// What it lacks.
    pub missing: MissingOnCard,
}

/// The cards of one map and those that are parked, in the order of reading: step by step, in each
/// from the first lane to the last.
pub struct CardTable {
    /// The project they were read from.
    pub project: Arc<Project>,
    /// The map.
    pub journey: Arc<Journey>,
    /// The rows.
    pub rows: Vec<CardRow>,
    /// The steps of the map in order, each with the place of its phase.
    steps: Vec<(usize, Step)>,
    /// What can be searched of each row, in lower case; made when somebody searches.
    texts: OnceLock<Vec<Box<str>>>,
}

impl CardTable {
    /// Reads the cards of the map `journey`. None: it is not there.
    pub fn of(project: &Arc<Project>, journey: &Id) -> Option<Self> {
        let (_, journey) = project.journey(journey)?;
        let steps: Vec<(usize, Step)> =
            journey.steps().map(|(phase, step)| (phase, step.clone())).collect();
        let places: HashMap<&Id, usize> =
            steps.iter().enumerate().map(|(place, (_, step))| (&step.id, place)).collect();
        let ideas = KnownIdeasOfCards::of(project);
        let asked = AskedOfCards::of(project, journey);
        let mut rows = Vec::new();
        for (lane_place, lane) in journey.lanes.iter().enumerate() {
            for card in &lane.cards {
                let step = places.get(&card.step).copied();
                let place = CardRef { lane: Some(lane.id.clone()), card: card.id.clone() };
                let (opportunity, owner) = ideas.of_card(lane, card);
                let missing = missing(&asked, lane, card, opportunity, &owner);
                let leads_to = opportunity.filter(|_| !is_of_opportunities(lane)).cloned();
                rows.push(CardRow {
                    place,
                    card: card.clone(),
                    lane: Some(lane_place),
                    step,
                    phase: step.map(|step| steps[step].0),
                    opportunity: leads_to,
                    owner,
                    missing,
                });
            }
        }
        // As lanes are gone through one by one the order within a step is that of the lanes.
        rows.sort_by_key(|row| row.step.unwrap_or(usize::MAX));
        rows.extend(project.parked.iter().map(|card| {
            let (opportunity, owner) = ideas.of_parked(card);
            CardRow {
                place: CardRef { lane: None, card: card.id.clone() },
                card: card.clone(),
                lane: None,
                step: None,
                phase: None,
                opportunity: opportunity.cloned(),
                owner,
                missing: MissingOnCard::default(),
            }
        }));
        let (project, journey) = (project.clone(), journey.clone());
        Some(Self { project, journey, rows, steps, texts: OnceLock::new() })
    }

    /// Are these the rows of this map as it is now?
    pub fn is_of(&self, project: &Arc<Project>, journey: &Id) -> bool {
        Arc::ptr_eq(&self.project, project) && self.journey.id == *journey
    }

    /// The step a row stands in.
    pub fn step(&self, row: &CardRow) -> Option<&Step> {
        row.step.and_then(|step| self.steps.get(step)).map(|(_, step)| step)
    }

    /// The steps of the map in order, each with the place of its phase.
    pub fn steps(&self) -> &[(usize, Step)] {
        &self.steps
    }

    /// The lane a row stands in.
    pub fn lane(&self, row: &CardRow) -> Option<&Lane> {
        row.lane.and_then(|lane| self.journey.lanes.get(lane)).map(|lane| &**lane)
    }

    /// The personas a row names, with their places in the project.
    pub fn personas<'a>(
        &'a self,
        row: &'a CardRow,
    ) -> impl Iterator<Item = (usize, &'a Persona)> + 'a {
        row.card.personas.iter().filter_map(|id| self.project.persona(id))
    }

    /// The place of the row of this card.
    pub fn row_of(&self, card: &Id) -> Option<usize> {
        self.rows.iter().position(|row| row.place.card == *card)
    }

    /// Who sees to anything in the project, in the order of their names.
    pub fn owners(&self) -> Vec<String> {
        let cards = self.rows.iter().map(|row| row.owner.as_str());
        let ideas = self.project.opportunities.iter().map(|one| one.owner.trim());
        let tasks = self.project.tasks.iter().map(|task| task.owner.trim());
        let all = cards.chain(ideas).chain(tasks).filter(|name| !name.is_empty());
        let mut owners: Vec<String> = all.map(str::to_owned).collect();
        owners.sort_by_cached_key(|name| name.to_lowercase());
        owners.dedup();
        owners
    }

    /// What can be searched of each row, in lower case.
    pub(super) fn texts(&self, words: &Words) -> &[Box<str>] {
        self.texts.get_or_init(|| self.rows.iter().map(|row| self.text_of(row, words)).collect())
    }

    fn text_of(&self, row: &CardRow, words: &Words) -> Box<str> {
        let card = &*row.card;
        let mut said = vec![card.text.clone(), card.note.clone(), row.owner.clone()];
        said.extend(card.tags.iter().cloned());
        said.extend(self.lane(row).map(|lane| lane_name(lane, words)));
        said.extend(self.step(row).map(|step| step.title.clone()));
        said.extend(self.personas(row).map(|(_, persona)| persona_name(persona, words)));
        said.extend(card.channel.as_ref().map(|channel| channel.name(words)));
        said.extend(row.opportunity.as_ref().map(|one| one.title.clone()));
        fold(&said.join("\n"), words.lang).into_boxed_str()
    }
}

/// Which opportunity a card is or leads to, looked up at once.
struct KnownIdeasOfCards<'a> {
    by_id: HashMap<&'a Id, &'a Arc<Opportunity>>,
    /// In older files only the opportunity may know of its cards.
    by_card: HashMap<&'a Id, &'a Arc<Opportunity>>,
}

impl<'a> KnownIdeasOfCards<'a> {
    fn of(project: &'a Project) -> Self {
        let (mut by_id, mut by_card) = (HashMap::new(), HashMap::new());
        for one in &project.opportunities {
            by_id.entry(&one.id).or_insert(one);
            one.cards.iter().for_each(|card| {
                by_card.entry(card).or_insert(one);
            });
        }
        Self { by_id, by_card }
    }

    /// The opportunity that a card of `lane` is or leads to, and who sees to the card.
    fn of_card(&self, lane: &Lane, card: &Card) -> (Option<&'a Arc<Opportunity>>, String) {
        if !is_of_opportunities(lane) {
            return self.of_parked(card);
        }
        // One that was let go of goes by its card's id still.
        let own = self.by_id.get(card.opportunity.as_ref().unwrap_or(&card.id)).copied();
        (own, owner_of(card, own))
    }

    fn of_parked(&self, card: &Card) -> (Option<&'a Arc<Opportunity>>, String) {
        let known = card.opportunity.as_ref().and_then(|id| self.by_id.get(id));
        let one = known.or_else(|| self.by_card.get(&card.id)).copied();
        (one, owner_of(card, one))
    }
}

fn owner_of(card: &Card, one: Option<&Arc<Opportunity>>) -> String {
    let own = card.owner.trim();
    if own.is_empty() { one.map_or("", |one| one.owner.trim()).into() } else { own.into() }
}

/// What the rules of gaps ask of the cards of a map.
struct AskedOfCards<'a> {
    journey: &'a Journey,
    /// The rules that are on.
    rules: HashSet<GapRule>,
    /// Gaps that somebody has said to be none.
    waved_off: HashSet<(String, GapPlace)>,
}

impl<'a> AskedOfCards<'a> {
    fn of(project: &Project, journey: &'a Journey) -> Self {
        let waved_off = journey.gaps_waved_off().map(|one| (one.rule.to_string(), one.place));
        let rules = GapRule::chosen(project).into_iter().collect();
        Self { journey, rules, waved_off: waved_off.collect() }
    }

    /// Does `rule` ask for anything at this place?
    fn asks(&self, rule: GapRule, place: impl FnOnce() -> GapPlace) -> bool {
        let is_waved_off = || {
            !self.waved_off.is_empty() && self.waved_off.contains(&(rule.code().into(), place()))
        };
        self.rules.contains(&rule) && !is_waved_off()
    }
}

fn missing(
    asked: &AskedOfCards,
    lane: &Lane,
    card: &Card,
    opportunity: Option<&Arc<Opportunity>>,
    owner: &str,
) -> MissingOnCard {
    let is_there = card.change != Some(ChangeKind::Removed) && !card.text.trim().is_empty();
    if lane.hidden || !is_there {
        return MissingOnCard::default();
    }
    let is_idea = is_of_opportunities(lane);
    let is_over =
        opportunity.is_some_and(|one| matches!(one.status, Some(Status::Done | Status::Dropped)));
    let at_card = || GapPlace { card: Some(card.id.clone()), ..GapPlace::default() };
    let at_step = || GapPlace { step: Some(card.step.clone()), ..GapPlace::default() };
    let at_idea = || {
        let id = opportunity.map(|one| &one.id).or(card.opportunity.as_ref()).unwrap_or(&card.id);
        GapPlace { opportunity: Some(id.clone()), ..GapPlace::default() }
    };
    let has_owner = match is_idea {
        true => !is_over && asked.asks(GapRule::OpportunityWithoutOwner, at_idea),
        false => {
            lane.kind == LaneKind::Touchpoints
                && asked.asks(GapRule::TouchpointWithoutOwner, at_card)
        }
    };
    let hurts = lane.kind == LaneKind::PainPoints || card.marks.contains(&Mark::PainPoint);
    let fails = lane.kind == LaneKind::Expectations && card.met == Some(Met::No);
    // A future state is wished for: there is nothing yet that could be known of it.
    let is_wish = asked.journey.kind == Some(JourneyKind::Future);
    let is_guess = card.evidence == Some(Evidence::Hypothesis) && card.sources.is_empty();
    MissingOnCard {
        owner: has_owner && owner.is_empty(),
        opportunity: !is_idea
            && opportunity.is_none()
            && (hurts && asked.asks(GapRule::PainWithoutOpportunity, at_card)
                || fails && asked.asks(GapRule::ExpectationNotMet, at_card)),
        evidence: is_guess && !is_wish && asked.asks(GapRule::OnlyHypotheses, at_step),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::model::{List, Phase};

    pub(in crate::insight) fn card(name: &str, step: &str) -> Card {
        Card { id: Id::new(name), text: name.into(), step: Id::new(step), ..Card::default() }
    }

    fn lane(name: &str, kind: LaneKind, cards: Vec<Card>) -> Lane {
        let cards = cards.into_iter().collect();
        Lane { id: Id::new(name), kind, cards, ..Lane::default() }
    }

    /// Two phases of two steps and one, called `a`, `b`, `c`.
    pub(in crate::insight) fn table(lanes: Vec<Lane>, change: impl Fn(&mut Project)) -> CardTable {
        let phase = |name: &str, steps: &[&str]| Phase {
            id: Id::new(name),
            title: name.into(),
            steps: steps
                .iter()
                .map(|name| Step { id: Id::new(name), title: (*name).into(), ..Step::default() })
                .collect(),
            ..Phase::default()
        };
        let phases = List::from_iter([phase("P", &["a", "b"]), phase("Q", &["c"])]);
        let lanes = lanes.into_iter().collect();
        let journey = Journey { id: Id::new("J"), phases, lanes, ..Journey::default() };
        let journeys = std::iter::once(journey).collect();
        let mut project = Project { journeys, ..Project::default() };
        // It is off unless somebody turns it on.
        let (key, value) = GapRule::TouchpointWithoutOwner.switched(&project, true);
        project.settings.insert(key.into(), value);
        change(&mut project);
        CardTable::of(&Arc::new(project), &Id::new("J")).unwrap()
    }

    pub(in crate::insight) fn two_lanes() -> Vec<Lane> {
        let felt = Card { marks: vec![Mark::PainPoint], ..card("felt", "a") };
        let seen = Card { owner: "Åsa".into(), automatic: true, ..card("seen", "c") };
        let hurt =
            Card { opportunity: Some(Id::new("o")), met: Some(Met::No), ..card("hurt", "b") };
        vec![
            lane("T", LaneKind::Touchpoints, vec![seen, felt]),
            lane("P", LaneKind::PainPoints, vec![hurt, card("sore", "a")]),
        ]
    }

    pub(in crate::insight) fn with_idea(project: &mut Project) {
        let one =
            Opportunity { id: Id::new("o"), owner: " Omar ".into(), ..Opportunity::default() };
        project.opportunities = std::iter::once(one).collect();
        project.parked = std::iter::once(card("kept", "")).collect();
    }

    #[test]
    fn cards_are_read_step_by_step_and_those_that_are_parked_come_last() {
        let table = table(two_lanes(), with_idea);
        let rows: Vec<_> =
            table.rows.iter().map(|row| (row.card.text.as_str(), row.lane, row.phase)).collect();
        let expected = [
            ("felt", Some(0), Some(0)),
            ("sore", Some(1), Some(0)),
            ("hurt", Some(1), Some(0)),
            ("seen", Some(0), Some(1)),
            ("kept", None, None),
        ];
        assert_eq!(rows, expected);
        let owners: Vec<&str> = table.rows.iter().map(|row| row.owner.as_str()).collect();
        assert_eq!(owners, ["", "", "Omar", "Åsa", ""]);
        assert_eq!(table.owners(), ["Omar", "Åsa"]);
    }

    #[test]
    fn what_is_missing_is_what_the_gaps_say_of_one_card() {
        let guess = |name: &str| Card { evidence: Some(Evidence::Hypothesis), ..card(name, "a") };
        let founded = Card { sources: vec![Id::new("s")], ..guess("founded") };
        let gone = Card { change: Some(ChangeKind::Removed), ..card("gone", "a") };
        let blank = Card { text: " ".into(), ..card("blank", "a") };
        let done = Card { opportunity: Some(Id::new("d")), ..card("done", "a") };
        let failed = Card { met: Some(Met::No), ..card("failed", "a") };
        let hidden = Lane { hidden: true, ..lane("H", LaneKind::PainPoints, vec![card("h", "a")]) };
        let lanes = vec![
            lane("T", LaneKind::Touchpoints, vec![card("seen", "a"), gone, blank]),
            lane("P", LaneKind::PainPoints, vec![card("sore", "a"), card("named", "a")]),
            lane("N", LaneKind::Needs, vec![guess("guess"), founded]),
            lane("O", LaneKind::Opportunities, vec![card("idea", "a"), done]),
            lane("X", LaneKind::Expectations, vec![card("hoped", "a"), failed.clone()]),
            lane("Y", LaneKind::Thoughts, vec![Card { id: Id::new("moved"), ..failed }]),
            hidden,
        ];
        let table = table(lanes, |project| {
            let over = Opportunity {
                id: Id::new("d"),
                status: Some(Status::Done),
                cards: vec![Id::new("named")],
                ..Opportunity::default()
            };
            project.opportunities = std::iter::once(over).collect();
        });
        let lacks = |owner, opportunity, evidence| MissingOnCard { owner, opportunity, evidence };
        let expected = [
            ("seen", lacks(true, false, false)),
            ("gone", lacks(false, false, false)),
            ("blank", lacks(false, false, false)),
            ("sore", lacks(false, true, false)),
            ("named", lacks(false, false, false)),
            ("guess", lacks(false, false, true)),
            ("founded", lacks(false, false, false)),
            ("idea", lacks(true, false, false)),
            ("done", lacks(false, false, false)),
            ("hoped", lacks(false, false, false)),
            ("failed", lacks(false, true, false)),
            ("moved", lacks(false, false, false)),
            ("h", lacks(false, false, false)),
        ];
        for (name, missing) in expected {
            let row = &table.rows[table.row_of(&Id::new(name)).unwrap()];
            assert_eq!(row.missing, missing, "{name}");
        }
    }

    #[test]
    fn what_a_rule_asks_for_is_not_missing_where_it_is_off_or_waved_off() {
        let lanes = || {
            let guess = Card { evidence: Some(Evidence::Hypothesis), ..card("guess", "a") };
            let failed = Card { met: Some(Met::No), ..card("failed", "a") };
            vec![
                lane("T", LaneKind::Touchpoints, vec![card("seen", "a")]),
                lane("P", LaneKind::PainPoints, vec![card("sore", "a")]),
                lane("N", LaneKind::Needs, vec![guess]),
                lane("O", LaneKind::Opportunities, vec![card("idea", "a")]),
                lane("X", LaneKind::Expectations, vec![failed]),
            ]
        };
        let names = ["seen", "sore", "guess", "idea", "failed"];
        let lacking = |table: &CardTable| {
            let lacks =
                |name: &&str| table.rows[table.row_of(&Id::new(name)).unwrap()].missing.any();
            names.into_iter().filter(lacks).collect::<Vec<_>>()
        };
        assert_eq!(lacking(&table(lanes(), |_| {})), names);
        let at_card = |name: &str| GapPlace { card: Some(Id::new(name)), ..GapPlace::default() };
        let step = GapPlace { step: Some(Id::new("a")), ..GapPlace::default() };
        let idea = GapPlace { opportunity: Some(Id::new("idea")), ..GapPlace::default() };
        let cases = [
            (GapRule::TouchpointWithoutOwner, at_card("seen"), "seen"),
            (GapRule::PainWithoutOpportunity, at_card("sore"), "sore"),
            (GapRule::OnlyHypotheses, step, "guess"),
            (GapRule::OpportunityWithoutOwner, idea, "idea"),
            (GapRule::ExpectationNotMet, at_card("failed"), "failed"),
        ];
        for (rule, place, name) in cases {
            let left: Vec<&str> = names.into_iter().filter(|one| *one != name).collect();
            let off = table(lanes(), |project| {
                let (key, value) = rule.switched(project, false);
                project.settings.insert(key.into(), value);
            });
            assert_eq!(lacking(&off), left, "{name}: off");
            let waved = table(lanes(), |project| {
                project.journeys.edit(0).unwrap().wave_off(rule.code(), &place, "");
            });
            assert_eq!(lacking(&waved), left, "{name}: waved off");
        }
    }
}
