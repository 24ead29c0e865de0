//! Each template with what raises it and what just does not, in both languages.

mod of_cards;
mod of_feelings;

use super::*;
use crate::model::{EmotionPoint, Lane, LaneKind, List, Persona, Phase, Step, WavedOff};
use crate::words::Lang;

/// No point there.
const NO: f64 = f64::NAN;

fn id(text: &str) -> Id {
    Id::new(text)
}

const PHASES: [&str; 6] = ["Upptäckt", "Övervägande", "Beslut", "Köp", "Användning", "Ambassadör"];

/// A map of so many phases of one step each (`s0`, `s1`, …), and what personas feel in each of them.
fn felt(phases: usize, felt: &[(&str, &[f64])]) -> Project {
    let phase = |place: usize| Phase {
        id: id(&format!("p{place}")),
        title: PHASES[place].into(),
        steps: [Step { id: id(&format!("s{place}")), ..Step::default() }].into_iter().collect(),
        ..Phase::default()
    };
    let mut points = Vec::new();
    for (who, values) in felt {
        for (place, value) in values.iter().enumerate().filter(|(_, value)| !value.is_nan()) {
            points.push(EmotionPoint {
                id: id(&format!("{who}{place}")),
                persona: (!who.is_empty()).then(|| id(who)),
                step: id(&format!("s{place}")),
                value: *value,
                ..EmotionPoint::default()
            });
        }
    }
    let lane = |kind: LaneKind| Lane { id: id(kind.as_str()), kind, ..Lane::default() };
    let curve = Lane { points: points.into_iter().collect(), ..lane(LaneKind::Emotions) };
    let named = felt.iter().filter(|(who, _)| !who.is_empty());
    let journey = Journey {
        id: id("j"),
        personas: named.clone().map(|(who, _)| id(who)).collect(),
        phases: (0..phases).map(phase).collect(),
        lanes: List::from_iter([
            curve,
            lane(LaneKind::Touchpoints),
            lane(LaneKind::PainPoints),
            lane(LaneKind::Metrics),
        ]),
        ..Journey::default()
    };
    let persona =
        |who: &&str| Persona { id: id(who), name: (*who).to_owned(), ..Persona::default() };
    Project {
        personas: named.map(|(who, _)| persona(who)).collect(),
        journeys: [journey].into_iter().collect(),
        ..Project::default()
    }
}

/// A map of so many phases in which nobody feels anything.
fn plain(phases: usize) -> Project {
    felt(phases, &[])
}

fn edit(project: &mut Project, edit: impl FnOnce(&mut Journey)) {
    edit(project.journeys.edit(0).unwrap());
}

fn phase(project: &mut Project, place: usize, change: impl FnOnce(&mut Phase)) {
    edit(project, |journey| change(journey.phases.edit(place).unwrap()));
}

/// A card in the lane of this kind.
fn put(project: &mut Project, kind: &LaneKind, card: Card) {
    edit(project, |journey| {
        let place = journey.lanes.index_where(|lane| lane.kind == *kind).unwrap();
        let lane = journey.lanes.edit(place).unwrap();
        lane.cards.push(Arc::new(card));
    });
}

fn card(place: usize, text: &str) -> Card {
    let step = id(&format!("s{place}"));
    Card { id: id(&format!("{text}{place}")), step, text: text.into(), ..Card::default() }
}

/// How many customers come into each phase, and how many go on from the last.
fn customers(project: &mut Project, counts: &[f64]) {
    for (place, both) in counts.windows(2).enumerate() {
        phase(project, place, |phase| {
            (phase.customers_in, phase.customers_out) = (Some(both[0]), Some(both[1]));
        });
    }
}

fn made(project: &Project, lang: Lang) -> Vec<PhaseTitle> {
    let words = Words::new(lang);
    phase_titles(project, &project.journeys[0], &words, &mut |_| true)
}

fn titles(project: &Project, lang: Lang) -> Vec<String> {
    made(project, lang).into_iter().map(|title| title.sentence.text).collect()
}

/// The title of the phase at `place` in both languages.
#[track_caller]
fn check(project: &Project, place: usize, sv: &str, en: &str) {
    assert_eq!(titles(project, Lang::Sv)[place], sv);
    assert_eq!(titles(project, Lang::En)[place], en);
}

/// The title of the phase at `place` is its name.
#[track_caller]
fn check_name(project: &Project, place: usize) {
    check(project, place, PHASES[place], PHASES[place]);
}

#[test]
fn a_title_that_does_not_fit_gives_way_to_the_next_and_is_spent() {
    let mut project = felt(3, &[("Anna", &[0.0, -1.5, 0.0])]);
    phase(&mut project, 1, |phase| phase.goal = "Våga skriva under.".into());
    let words = Words::new(Lang::Sv);
    let fits = |most: usize| {
        let mut fits = |title: &str| title.chars().count() <= most;
        phase_titles(&project, &project.journeys[0], &words, &mut fits)[1].sentence.text.clone()
    };
    assert_eq!(fits(60), "Den enda fasen där Anna är missnöjd");
    assert_eq!(fits(34), "Här har Anna resans sämsta stund");
    assert_eq!(fits(30), "Här faller känslan mest");
    // No full stop in a title.
    assert_eq!(fits(19), "Våga skriva under");
    assert_eq!(fits(2), PHASES[1], "a name stands wherever it must");
}

#[test]
fn what_only_a_hypothesis_says_is_marked_and_is_never_the_most() {
    let mut project = felt(3, &[("Anna", &[0.0, -1.5, 0.0]), ("Elin", &[0.0, 0.0, 0.0])]);
    check(
        &project,
        1,
        "Här har Anna resans sämsta stund",
        "Anna has the journey’s worst moment here",
    );
    let believed = Card { evidence: Some(crate::model::Evidence::Hypothesis), ..card(1, "x") };
    put(&mut project, &LaneKind::Touchpoints, believed);
    // Her own lowest is hers alone.
    check(&project, 1, "Här är Anna som minst nöjd", "Anna is least happy here");
    let all = made(&project, Lang::Sv);
    assert_eq!(all.iter().map(|one| one.is_hypothesis).collect::<Vec<_>>(), [false, true, false]);
    // One source, and it is more than believed.
    let known = Card { sources: vec![id("interview")], ..card(1, "y") };
    put(&mut project, &LaneKind::Touchpoints, known);
    check(
        &project,
        1,
        "Här har Anna resans sämsta stund",
        "Anna has the journey’s worst moment here",
    );
    assert!(!made(&project, Lang::Sv)[1].is_hypothesis);
}

#[test]
fn who_speaks_goes_by_what_the_title_says() {
    let quotes = |project: &mut Project, said: &[(&str, &str)]| {
        edit(project, |journey| {
            let lane = journey.lanes.edit(0).unwrap();
            for (point, quote) in said {
                let at = lane.points.index_where(|one| one.id == id(point)).unwrap();
                lane.points.edit(at).unwrap().quote = (*quote).to_owned();
            }
        });
    };
    let speaker = |project: &Project, place: usize| {
        let title = made(project, Lang::Sv).swap_remove(place);
        let speaker = title.speaker.unwrap();
        (speaker.point.persona.unwrap().to_string(), speaker.point.point.quote.clone())
    };
    // Bad: the lowest speaks, though another feels more.
    let mut project = felt(3, &[("Anna", &[0.0, -1.2, 0.0]), ("Elin", &[0.0, 1.2, 0.0])]);
    quotes(&mut project, &[("Anna1", "Nej"), ("Elin1", "Ja")]);
    assert_eq!(titles(&project, Lang::Sv)[1], "Här har Anna resans sämsta stund");
    assert_eq!(speaker(&project, 1), ("Anna".into(), "Nej".into()));
    // Good: the highest.
    let mut project = felt(3, &[("Anna", &[0.0, 0.3, 0.0]), ("Elin", &[0.0, 1.2, 0.0])]);
    quotes(&mut project, &[("Anna1", "Nja"), ("Elin1", "Ja")]);
    assert_eq!(speaker(&project, 1), ("Elin".into(), "Ja".into()));
    // Nobody feels anything.
    assert_eq!(made(&plain(2), Lang::Sv)[0].speaker, None);
}
