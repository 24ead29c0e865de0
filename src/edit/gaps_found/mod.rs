//! Does each rule find the gaps it should, and no others? The tests of [`gaps`] stand here, where maps
//! are written as text.

mod activities;
mod curves;
mod ideas;
mod sentences;

use super::notation::{id, parse};
use crate::insight::{Gap, GapRule, gaps};
use crate::model::*;
use crate::words::{Lang, Words};
use GapRule::*;
use jiff::civil::{Date, date};

/// The day it is in all of these.
const TODAY: Date = date(2026, 5, 5);

/// A rule, a map with what is changed in it, and what it finds there: what names each gap.
type Case = (GapRule, &'static str, fn(&mut Project), &'static [&'static str]);

/// A map of which lanes are told by their names.
fn map(text: &str, change: fn(&mut Project)) -> Project {
    let (mut project, _) = parse(text);
    let journey = journey(&mut project);
    for at in 0..journey.lanes.len() {
        let Some(lane) = journey.lanes.edit(at) else { continue };
        lane.kind = match lane.id.as_str() {
            "do" => LaneKind::Actions,
            "meet" => LaneKind::Touchpoints,
            "sell" => LaneKind::SalesMarketing,
            "back" => LaneKind::Backstage,
            "hurts" => LaneKind::PainPoints,
            "needs" => LaneKind::Needs,
            "hopes" => LaneKind::Expectations,
            "ideas" => LaneKind::Opportunities,
            _ => continue,
        };
    }
    for at in 0..project.personas.len() {
        let Some(persona) = project.personas.edit(at) else { continue };
        persona.name = persona.id.to_string();
    }
    change(&mut project);
    project
}

fn journey(project: &mut Project) -> &mut Journey {
    project.journeys.edit(0).unwrap()
}

fn phase<'a>(project: &'a mut Project, name: &str) -> &'a mut Phase {
    let phases = &mut journey(project).phases;
    let at = phases.index_where(|one| one.id == id(name)).unwrap();
    phases.edit(at).unwrap()
}

fn lane<'a>(project: &'a mut Project, name: &str) -> &'a mut Lane {
    let lanes = &mut journey(project).lanes;
    let at = lanes.index_where(|one| one.id == id(name)).unwrap();
    lanes.edit(at).unwrap()
}

fn card<'a>(project: &'a mut Project, name: &str) -> &'a mut Card {
    let lanes = &mut journey(project).lanes;
    let at = lanes.index_where(|lane| lane.card(&id(name)).is_some()).unwrap();
    let lane = lanes.edit(at).unwrap();
    let at = lane.card(&id(name)).unwrap().0;
    lane.cards.edit(at).unwrap()
}

/// Changes all points of a lane, each by its name.
fn points(project: &mut Project, name: &str, change: impl Fn(&str, &mut EmotionPoint)) {
    let lane = lane(project, name);
    for at in 0..lane.points.len() {
        let point = lane.points.edit(at).unwrap();
        let name = point.id.to_string();
        change(&name, point);
    }
}

/// Points belong to whom their names begin with.
fn whose(project: &mut Project) {
    points(project, "E", |name, point| point.persona = Some(id(&name[..1])));
}

fn idea(project: &mut Project, name: &str, change: impl FnOnce(&mut Opportunity)) {
    let mut one = Opportunity { id: id(name), title: name.into(), ..Opportunity::default() };
    change(&mut one);
    project.opportunities.push(one.into());
}

fn question(project: &mut Project, name: &str, answer: &str) {
    let phase = phase(project, "A");
    let question = Question {
        id: id(name),
        question: format!("{name}?"),
        answer: answer.into(),
        ..Question::default()
    };
    phase.checklist.push(question.into());
}

fn interviews(project: &mut Project, count: usize) {
    for at in 0..count {
        let (id, kind) = (id(&format!("i{at}")), Some(SourceKind::Interview));
        project.sources.push(Source { id, kind, ..Source::default() }.into());
    }
}

/// What is found, each by what names it.
fn names(found: &[Gap]) -> Vec<String> {
    let name = |gap: &Gap| {
        let place = serde_json::to_value(&gap.place).unwrap();
        let names = place.as_object().unwrap().values().map(|id| id.as_str().unwrap().to_owned());
        names.collect::<Vec<_>>().join(" ")
    };
    found.iter().map(name).collect()
}

fn find(project: &Project, rules: &[GapRule]) -> Vec<Gap> {
    gaps(project, &project.journeys[0], TODAY, rules)
}

fn hold(cases: &[Case]) {
    for (place, (rule, text, change, expected)) in cases.iter().enumerate() {
        let found = find(&map(text, *change), &[*rule]);
        assert_eq!(names(&found), *expected, "{place}: {rule:?} of\n{text}");
        assert!(found.iter().all(|gap| gap.rule == *rule), "{place}");
    }
}

/// Nothing is changed.
fn as_is(_: &mut Project) {}

#[test]
fn the_map_as_a_whole() {
    const MAP: &str = "A: a b\ndo: x /";
    hold(&[
        (NoPersona, MAP, as_is, &[""]),
        (NoPersona, "A: a\ndo:\nwho: p", as_is, &[]),
        (NoPurpose, MAP, as_is, &[""]),
        (NoPurpose, MAP, |it| journey(it).purpose = " \n".into(), &[""]),
        (NoPurpose, MAP, |it| journey(it).purpose = "x".into(), &[]),
        (NoCards, "A: a b\ndo: /", as_is, &[""]),
        (NoCards, MAP, as_is, &[]),
        (NoCards, "A: a\n~E: p+1", as_is, &[]),
        // What a future state takes away is not there.
        (NoCards, MAP, |it| card(it, "x").change = Some(ChangeKind::Removed), &[""]),
        (FewInterviews, MAP, as_is, &[""]),
        (FewInterviews, "A: a\ndo:", as_is, &[]),
        (FewInterviews, MAP, |it| interviews(it, 9), &[""]),
        (FewInterviews, MAP, |it| interviews(it, 10), &[]),
        (
            FewInterviews,
            MAP,
            |it| {
                interviews(it, 10);
                it.sources.edit(0).unwrap().kind = Some(SourceKind::Survey);
            },
            &[""],
        ),
        (
            FewInterviews,
            MAP,
            |it| drop(it.settings.insert("interviews_wanted".into(), 0.into())),
            &[],
        ),
        (
            FewInterviews,
            MAP,
            |it| drop(it.settings.insert("interviews_wanted".into(), "many".into())),
            &[""],
        ),
        (FewInterviews, MAP, |it| journey(it).kind = Some(JourneyKind::Future), &[]),
        // One step is a beginning; from two on the customer is followed.
        (NothingOfOurs, MAP, as_is, &[]),
        (NothingOfOurs, "A: a b\ndo: x / y", as_is, &[""]),
        (NothingOfOurs, "A: a b\nmeet: x /\ndo: / y\nsell: /", as_is, &[""]),
        (NothingOfOurs, "A: a b\nhurts: x / y", as_is, &[]),
        (NothingOfOurs, "A: a b\ndo: x / y\nsell: s /", as_is, &[]),
        (NothingOfOurs, "A: a b\ndo: x / y\nback: / k", as_is, &[]),
        (NothingOfOurs, "A: a b\ndo: x / y\nsell: s /", |it| lane(it, "sell").hidden = true, &[]),
        (
            NothingOfOurs,
            "A: a b\ndo: x / y",
            |it| journey(it).kind = Some(JourneyKind::DayInTheLife),
            &[],
        ),
    ]);
}

#[test]
fn a_persona_is_missing_where_cards_name_others() {
    const MAP: &str = "A: a | B: b | C: c\ndo: x | y | z\nwho: p q";
    hold(&[
        // What concerns everybody says nothing of one.
        (PersonaMissing, MAP, as_is, &[]),
        (
            PersonaMissing,
            MAP,
            |it| {
                card(it, "x").personas = vec![id("p"), id("q")];
                card(it, "y").personas = vec![id("p")];
            },
            &["B q"],
        ),
        // On no card at all: once.
        (PersonaMissing, MAP, |it| card(it, "y").personas = vec![id("p")], &["q"]),
        (
            PersonaMissing,
            MAP,
            |it| {
                card(it, "x").personas = vec![id("q")];
                card(it, "y").personas = vec![id("p")];
                lane(it, "do").persona = Some(id("q"));
            },
            &["A p", "C p"],
        ),
        // A card that spans phases is in all of them.
        (
            PersonaMissing,
            "A: a | B: b | C: c\ndo: x>b | y | z\nwho: p q",
            |it| {
                card(it, "x").personas = vec![id("q")];
                ["y", "z"].iter().for_each(|name| card(it, name).personas = vec![id("p")]);
            },
            &["A p", "C q"],
        ),
        (
            PersonaMissing,
            "A: a | B: b\ndo: x | y\nwho: p",
            |it| card(it, "y").personas = vec![id("p")],
            &[],
        ),
    ]);
}

#[test]
fn questions_are_gaps_by_their_answers() {
    const MAP: &str = "A: a\ndo: x";
    let answers = [
        ("Nej", Some(QuestionNo)),
        ("no", Some(QuestionNo)),
        (" NO. ", Some(QuestionNo)),
        ("Vet inte", Some(QuestionUnknown)),
        ("Don't know", Some(QuestionUnknown)),
        ("Don’t know", Some(QuestionUnknown)),
        ("unknown", Some(QuestionUnknown)),
        ("Delvis", None),
        ("partly", None),
        ("Ja", None),
        ("yes", None),
        ("", None),
        ("Nja, på mässan", None),
    ];
    for (answer, rule) in answers {
        let mut project = map(MAP, as_is);
        question(&mut project, "k", answer);
        let found = find(&project, &[QuestionNo, QuestionUnknown]);
        let rules: Vec<GapRule> = found.iter().map(|gap| gap.rule).collect();
        assert_eq!(rules, rule.into_iter().collect::<Vec<_>>(), "{answer}");
        assert_eq!(names(&found).len(), rule.map_or(0, |_| 1));
        assert!(names(&found).iter().all(|name| name == "A k"), "{answer}");
    }
    let mut project = map(MAP, as_is);
    for (name, answer) in [("k", "Nej"), ("l", ""), ("m", "delvis"), ("n", "nja")] {
        question(&mut project, name, answer);
    }
    let tally = crate::insight::question_tally(&project.journeys[0].phases[0].checklist);
    assert_eq!((tally.all, tally.answered, tally.partly), (4, 3, 1));
}

#[test]
fn questions_about_the_map_as_a_whole_are_found_by_the_same_rules() {
    let asked = |answers: &[&str]| {
        let mut project = map("A: a\ndo: x", as_is);
        for (at, answer) in answers.iter().enumerate() {
            // A phase may have a question of the same name.
            question(&mut project, &format!("k{at}"), "ja");
            let of_phase = &phase(&mut project, "A").checklist;
            let one = Question {
                answer: (*answer).into(),
                question: format!("Owner {at}?"),
                ..Question::clone(&of_phase[at])
            };
            journey(&mut project).checklist.push(one.into());
        }
        project
    };
    let project = asked(&["Nej", "vet inte", "ja", "delvis", ""]);
    let found = find(&project, &[QuestionNo, QuestionUnknown]);
    let rules: Vec<GapRule> = found.iter().map(|gap| gap.rule).collect();
    assert_eq!(rules, [QuestionNo, QuestionUnknown]);
    assert!(found.iter().all(|gap| gap.phase.is_none() && gap.place.phase.is_none()));
    let words = Words::new(Lang::En);
    let said: Vec<_> = found
        .iter()
        .map(|gap| {
            let at = &project.journeys[0];
            (gap.text(&project, at, &words), gap.place_text(&project, at, &words))
        })
        .collect();
    let expected = [
        ("No to the question: Owner 0?", "The whole map · guiding question 1 of 5"),
        ("We do not know: Owner 1?", "The whole map · guiding question 2 of 5"),
    ];
    assert_eq!(said, expected.map(|(text, place)| (text.to_owned(), place.to_owned())));
    assert!(find(&asked(&["ja", "", "delvis"]), &[QuestionNo, QuestionUnknown]).is_empty());
}

#[test]
fn gaps_come_in_the_order_of_reading_and_are_waved_off_by_name() {
    const MAP: &str = "A: a b | B: c\ndo: x / | z\nhurts: k / l | m\nwho: p";
    let mut project = map(MAP, |it| {
        question(it, "k1", "nej");
        journey(it).waved_off.push(serde_json::json!({"cell": ["hurts", "a"]}));
    });
    let all = |project: &Project| find(project, &GapRule::usual());
    let found = all(&project);
    let told: Vec<String> = found
        .iter()
        .zip(names(&found))
        .map(|(gap, name)| format!("{} {name}", gap.rule.code()))
        .collect();
    let expected = [
        "no_purpose ",
        "few_interviews ",
        "nothing_of_ours ",
        "question_no A k1",
        "pain_without_opportunity k",
        "unknown_customer b do",
        "pain_without_opportunity l",
        "pain_without_opportunity m",
    ];
    assert_eq!(told, expected);
    assert!(found.iter().all(|gap| gap.waved_off.is_none()));

    for gap in [&found[1], &found[5], &found[7]] {
        journey(&mut project).wave_off(gap.rule.code(), &gap.place, "därför");
    }
    let waved = |project: &Project| -> Vec<usize> {
        let found = all(project);
        let off = found.iter().enumerate().filter(|(_, gap)| gap.waved_off.is_some());
        off.map(|(place, _)| place).collect()
    };
    assert_eq!(waved(&project), [1, 5, 7]);
    assert_eq!(all(&project)[5].waved_off.as_deref(), Some("därför"));
    // A card takes it along, and a copy of the map does with its own cards.
    card(&mut project, "m").step = id("a");
    assert_eq!(waved(&project).len(), 3);
    let copy = super::fresh_copy(&project.journeys[0], &mut IdSource::seeded(1));
    project.journeys.push(copy.into());
    let found = gaps(&project, &project.journeys[1], TODAY, &GapRule::usual());
    assert_eq!(found.iter().filter(|gap| gap.waved_off.is_some()).count(), 3);
    let gap = all(&project).swap_remove(5);
    journey(&mut project).no_longer_waved_off(gap.rule.code(), &gap.place);
    assert_eq!(waved(&project).len(), 2);
}
