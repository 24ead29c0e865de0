//! Is what is kept the same as what is found anew, and is little of it found anew?

use super::super::felt_map::felt_project;
use super::super::{asked, story};
use super::*;
use crate::model::{
    List, Mark, Metric, Opportunity, Source, SourceKind, Status, Task, Theme, Transition,
};

/// So many changes follow each other.
const CHANGES: usize = 6_000;

/// Numbers at random, the same each time (Knuth's constants).
struct Rolls(u64);

impl Rolls {
    fn roll(&mut self, below: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % below.max(1)
    }

    fn of(&mut self, ids: &[&str]) -> Id {
        Id::new(ids[self.roll(ids.len())])
    }
}

const STEPS: [&str; 4] = ["s0", "s1", "s2", "gone"];
const SOURCES: [&str; 3] = ["i0", "i1", "r0"];
const IDEAS: [&str; 3] = ["o0", "o1", "none"];
const CARDS: [&str; 12] =
    ["c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9", "c10", "c11"];
const KINDS: [LaneKind; 5] = [
    LaneKind::Touchpoints,
    LaneKind::PainPoints,
    LaneKind::Opportunities,
    LaneKind::Insights,
    LaneKind::Metrics,
];

/// Two maps with something of all that is told from.
fn start() -> Project {
    let mut project = felt_project(&[&[1.0, -1.0], &[-2.0, -1.0], &[2.0, 1.0]]);
    let card = |at: usize| Card {
        id: Id::new(CARDS[at]),
        step: Id::new(STEPS[at % 3]),
        text: format!("card {at}"),
        votes: at as u32,
        ..Card::default()
    };
    let lane = |(at, kind): (usize, &LaneKind)| Lane {
        id: Id::new(&format!("lane{at}")),
        kind: kind.clone(),
        cards: [at, at + 5].map(card).into_iter().collect(),
        ..Lane::default()
    };
    let map = project.journeys.edit(0).unwrap();
    map.lanes.extend(KINDS.iter().enumerate().map(lane).map(Arc::new));
    let mut second = map.clone();
    second.id = Id::new("second");
    project.journeys.push(second.into());
    let source = |id: &&str| Source {
        id: Id::new(id),
        kind: id.starts_with('i').then_some(SourceKind::Interview),
        ..Source::default()
    };
    project.sources = SOURCES.iter().map(source).collect();
    let idea = |id: &&str| Opportunity { id: Id::new(id), ..Opportunity::default() };
    project.opportunities = IDEAS[..2].iter().map(idea).collect();
    project.themes = List::from_iter([Theme { id: Id::new("t"), ..Theme::default() }]);
    project.tasks = List::from_iter([Task { id: Id::new("task"), ..Task::default() }]);
    project
}

fn toggle(ids: &mut Vec<Id>, id: Id) {
    match ids.iter().position(|one| *one == id) {
        Some(at) => drop(ids.remove(at)),
        None => ids.push(id),
    }
}

/// Changes one thing.
fn change(project: &mut Project, rolls: &mut Rolls) {
    match rolls.roll(10) {
        0 => return change_project(project, rolls),
        1 => return change_map(project, rolls),
        _ => {}
    }
    let map = project.journeys.edit(rolls.roll(2)).unwrap();
    let there: HashSet<Id> =
        map.lanes.iter().flat_map(|lane| &lane.cards).map(|card| card.id.clone()).collect();
    let at = rolls.roll(map.lanes.len());
    let Some(lane) = map.lanes.edit(at) else { return };
    let (card, point) = (rolls.roll(lane.cards.len()), rolls.roll(lane.points.len()));
    if let Some(point) = lane.points.edit(point) {
        match rolls.roll(3) {
            0 => point.value = rolls.roll(5) as f64 - 2.0,
            1 => point.source = Some(rolls.of(&SOURCES)),
            _ => point.quote = "Ja".into(),
        }
    }
    match rolls.roll(10) {
        0 if !lane.cards.is_empty() => drop(lane.cards.remove(card)),
        1 => {
            // No two cards of a map are called the same.
            let Some(id) = CARDS.iter().find(|id| !there.contains(&Id::new(id))) else { return };
            let id = Id::new(id);
            lane.cards.push(Card { id, step: rolls.of(&STEPS), ..Card::default() }.into());
        }
        2 => lane.cards.rotate_left(card),
        _ => {
            let Some(card) = lane.cards.edit(card) else { return };
            match rolls.roll(8) {
                0 => card.text = ["", "one", "two"][rolls.roll(3)].into(),
                1 => card.votes = rolls.roll(6) as u32,
                2 => toggle(&mut card.sources, rolls.of(&SOURCES)),
                3 => card.opportunity = Some(rolls.of(&IDEAS)),
                4 => card.opportunity = None,
                5 => card.step = rolls.of(&STEPS),
                6 => card.marks = vec![Mark::PainPoint][rolls.roll(2)..].to_vec(),
                _ => {
                    let value = Some(rolls.roll(9) as f64);
                    card.metric = Some(Metric { value, target: Some(8.0), ..Metric::default() });
                }
            }
        }
    }
}

fn change_map(project: &mut Project, rolls: &mut Rolls) {
    let map = project.journeys.edit(rolls.roll(2)).unwrap();
    let at = rolls.roll(map.lanes.len());
    match rolls.roll(8) {
        0 => map.lanes.edit(at).unwrap().hidden ^= true,
        1 => map.lanes.edit(at).unwrap().kind = KINDS[rolls.roll(5)].clone(),
        2 => map.lanes.rotate_left(at),
        3 => map.phases.edit(rolls.roll(3)).unwrap().customers_in = Some(rolls.roll(99) as f64),
        4 => {
            let (from, to) = (rolls.of(&["p0", "p1", "p2"]), Some(rolls.of(&["p0", "p1"])));
            let share = Some(20.0);
            let one = Transition { from, to, share, ..Transition::default() };
            map.transitions = List::from_iter([one]);
        }
        5 => map.transitions = List::default(),
        6 => map.personas.rotate_left(1),
        _ => toggle(&mut map.lanes.edit(0).unwrap().curves_off, Id::new("who0")),
    }
}

fn change_project(project: &mut Project, rolls: &mut Rolls) {
    match rolls.roll(6) {
        0 => {
            let status = [None, Some(Status::Planned), Some(Status::Done)][rolls.roll(3)].clone();
            project.opportunities.edit(rolls.roll(2)).unwrap().status = status;
        }
        1 => {
            let named = &mut project.opportunities.edit(rolls.roll(2)).unwrap().cards;
            toggle(named, rolls.of(&CARDS));
        }
        2 => project.sources.edit(rolls.roll(3)).unwrap().kind = Some(SourceKind::Interview),
        3 => toggle(&mut project.themes.edit(0).unwrap().cards, rolls.of(&CARDS)),
        4 => project.tasks.edit(0).unwrap().done ^= true,
        _ => project.personas.edit(0).unwrap().goals = ["", "more"][rolls.roll(2)].into(),
    }
}

#[test]
fn what_is_kept_is_what_would_be_found_anew() {
    let (mut project, mut kept, mut rolls) = (Arc::new(start()), KeptInsights::default(), Rolls(7));
    let (mut taught, mut asks, mut found) = (0, 0, 0);
    for number in 0..CHANGES {
        if rolls.roll(200) == 0 {
            project = Arc::new(start());
        }
        change(Arc::make_mut(&mut project), &mut rolls);
        let journey = project.journeys[usize::from(number % 50 == 0)].clone();
        let learned = kept.learned(&project, &journey);
        assert_eq!(*learned, Learned::of(&project, &journey), "change {number}");
        let ask = kept.asked(&project, &journey);
        assert_eq!(ask.as_deref(), asked(&project, &journey).as_ref(), "change {number}");
        assert_eq!(kept.story(&project, &journey), story(&project, &journey), "change {number}");
        taught += usize::from(!learned.findings.is_empty());
        asks += usize::from(ask.is_some());
        found += kept.found;
    }
    assert!(taught > CHANGES / 4 && asks > CHANGES / 4, "{taught} and {asks} of {CHANGES}");
    assert!(found < CHANGES * 2, "a change touches some of it: {found} of {CHANGES}");
}

#[test]
fn a_word_on_a_card_is_nothing_to_find_anew() {
    let mut project = Arc::new(start());
    let mut kept = KeptInsights::default();
    let mut after = |project: &Arc<Project>| {
        kept.story(project, &project.journeys[0]);
        kept.found
    };
    assert_eq!(after(&project), 3);
    let edit = |project: &mut Arc<Project>, lane: usize, change: fn(&mut Card)| {
        let map = Arc::make_mut(project).journeys.edit(0).unwrap();
        let cards = &mut map.lanes.edit(lane).unwrap().cards;
        change(cards.edit(1).unwrap());
    };
    type Row = (usize, fn(&mut Card), usize);
    let rows: [Row; 4] = [
        (1, |card| card.text = "a touchpoint".into(), 0),
        (1, |card| card.sources.push(Id::new("i0")), 1),
        (2, |card| card.votes += 1, 2),
        (3, |card| card.text = "an opportunity".into(), 1),
    ];
    for (lane, change, found) in rows {
        edit(&mut project, lane, change);
        assert_eq!(after(&project), found, "in lane {lane}");
    }
}
