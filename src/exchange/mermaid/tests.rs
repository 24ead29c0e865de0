//! Journeys of Mermaid in, out and in again.

use super::grammar::parse;
use super::{read, write};
use crate::exchange::{ImportError, Imported, Remark, RemarkKind, SourcePlace};
use crate::model::*;
use std::path::Path;
use std::sync::Arc;

fn import(text: &str) -> Imported {
    read(text, &mut IdSource::seeded(3)).unwrap()
}

/// The examples of the program, each journey with its project.
fn examples() -> Vec<(&'static str, Project, Journey)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/examples");
    let mut found = Vec::new();
    for name in ["dag-pa-akuten", "forpackningsmaskin", "shoes"] {
        let project = crate::file::load(&folder.join(format!("{name}.kundresa"))).unwrap().project;
        for journey in &project.journeys {
            found.push((name, project.clone(), Journey::clone(journey)));
        }
    }
    assert_eq!(found.len(), 4);
    found
}

/// A map as a text: title, purpose, then each phase with its steps and who feels what there.
fn said(project: &Project) -> String {
    let mut out = String::new();
    let name = |id: &Option<Id>| {
        id.as_ref().and_then(|id| project.persona(id)).map_or("-", |(_, one)| one.name.as_str())
    };
    for journey in &project.journeys {
        out.push_str(&format!("{}|{}\n", journey.title, journey.purpose));
        for phase in &journey.phases {
            out.push_str(&format!("{}:", phase.title));
            for step in &phase.steps {
                let points = journey.lanes.iter().flat_map(|lane| lane.points.iter());
                let points = points.filter(|point| point.step == step.id);
                let felt: Vec<String> = points
                    .map(|point| format!("{}{:+}", name(&point.persona), point.value))
                    .collect();
                out.push_str(&format!(" {}[{}]", step.title, felt.join(" ")));
            }
            out.push('\n');
        }
    }
    out
}

#[test]
fn a_journey_is_read() {
    // The sample of Mermaid's own documentation, with what is seen elsewhere.
    let text = "\u{feff}---\r\ntitle: Outer\r\n---\r\n%%{init: {'theme': 'forest'}}%%\r\njourney\r\n\
        \ttitle My working day\r\n\taccTitle: A day\r\n\taccDescr {\r\n  Two\r\n lines\r\n}\r\n\
        \tWake up: 2\r\n\tsection Go to work\r\n\t\t%% comment\r\n\t\tMake tea: 5: Me\r\n\t\tGo upstairs: 3,5: Me\r\n\
        \t\tDo work: 1: Me, Cat\r\n\t\tDo work: 4: Dog\r\n\tsection Go home\r\n\t\tSit down: 5: Me\r\n\t\tSit down: 4: Me\r\n";
    let found = import(text);
    let expected = "My working day|A day\nTwo\nlines\n: Wake up[--1]\n\
        Go to work: Make tea[Me+2] Go upstairs[Me+0.5] Do work[Me-2 Cat-2 Dog+1]\n\
        Go home: Sit down[Me+2] Sit down[Me+1]\n";
    assert_eq!(said(&found.project), expected);
    assert_eq!(found.remarks, []);
    let journey = &found.project.journeys[0];
    let names: Vec<&str> = found.project.personas.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Me", "Cat", "Dog"]);
    assert_eq!(journey.personas.len(), 3);
    assert_eq!(found.project.title, "My working day");
    assert!(journey.lanes.len() == 1 && journey.lanes[0].kind == LaneKind::Emotions);
}

#[test]
fn what_was_mended_is_told_with_its_line() {
    let text =
        "journey\ntitle Plan #1; två\ntitle Plan 2\nsection Dag: ett\nMöte 10:30: 9: Åsa,\nVila\n";
    let found = import(text);
    let expected = [
        (2, RemarkKind::SignsRead, "title Plan #1; två"),
        (3, RemarkKind::Replaced, "Plan #1; två"),
        (4, RemarkKind::SignsRead, "section Dag: ett"),
        (5, RemarkKind::SignsRead, "Möte 10:30"),
        (5, RemarkKind::ScoreClamped, "9"),
        (5, RemarkKind::ActorEmpty, "Åsa,"),
        (6, RemarkKind::ScoreMissing, "Vila"),
    ];
    let expected = expected.map(|(line, kind, said)| Remark {
        at: SourcePlace::Line(line),
        kind,
        said: said.into(),
    });
    assert_eq!(found.remarks, expected);
    assert_eq!(said(&found.project), "Plan 2|\nDag: ett: Möte 10:30[Åsa+2] Vila[]\n");
}

#[test]
fn each_diagram_of_a_markdown_is_a_journey_and_personas_are_of_all() {
    let text = "# Två resor\n\n## Den första\n```mermaid\njourney\n  A: 3: Me\n```\n\n## Den andra\n\
        ```mermaid\njourney\ntitle Egen\n B: 4: Cat, Me\n```\n```mermaid\npie\n```\n";
    let found = import(text);
    assert_eq!(said(&found.project), "Den första|\n: A[Me+0]\nEgen|\n: B[Cat+1 Me+1]\n");
    assert_eq!((found.project.title.as_str(), found.project.personas.len()), ("Två resor", 2));
    assert_eq!(
        found.remarks.iter().map(|one| &one.kind).collect::<Vec<_>>(),
        [&RemarkKind::DiagramSkipped]
    );
}

#[test]
fn an_empty_journey_has_a_step_and_too_large_ones_are_refused() {
    for text in ["journey", "journey\nsection A\nsection B\n"] {
        let found = import(text).project;
        assert!(found.journeys[0].phases.iter().all(|phase| phase.steps.len() == 1), "{text}");
        assert!(!found.journeys[0].phases.is_empty(), "{text}");
    }
    let text = format!("journey\n{}", "a: 3\nb: 3\n".repeat(30_000));
    let refused = read(&text, &mut IdSource::seeded(1)).unwrap_err();
    assert!(matches!(refused, ImportError::TooLarge(_, limits::CARDS_MAX)));
}

#[test]
fn what_is_written_is_taken_by_mermaid_and_comes_back_whole() {
    for (name, project, journey) in examples() {
        let text = write(&project, &journey, "Utan namn");
        let parsed = parse(&text).unwrap();
        assert_eq!(parsed.sections.len(), journey.phases.len(), "{name}");
        assert!(
            parsed
                .tasks
                .iter()
                .all(|(_, _, score, _)| ["1", "2", "3", "4", "5"].contains(&score.as_str()))
        );
        let alone = Project { journeys: List::new(vec![Arc::new(journey)]), ..project };
        // As it is, and within a Markdown.
        for text in [
            text.clone(),
            format!("# Karta\n\n```mermaid\n{text}```\n"),
            text.replace('\n', "\r\n"),
        ] {
            let found = import(&text);
            assert_eq!(found.remarks, [], "{name}");
            assert!(found.project == alone, "{name}");
        }
    }
}

#[test]
fn whatever_names_hold_mermaid_takes_them() {
    let names = [
        "",
        " ",
        "journey",
        "Title: x",
        "section",
        "accTitle",
        "accDescr {",
        "%% a",
        "%%{init: {}}%%",
        "% b",
        "#",
        "# a",
        ";",
        ":",
        "a:b#c;d",
        "Lifestyle:#x; y",
        "style: a:b;c#d",
        "a\nb\r\nc",
        "---",
        "C4Container",
        "<br/>",
        "&amp;",
        "#35;",
        "a：b，c、d",
        "}",
        "{",
        "a, b",
        "10:30",
        "5",
        ": 3: x",
        "\u{2028}",
        "😀",
        "a\u{0}b",
    ];
    let mut ids = IdSource::seeded(1);
    for name in names {
        let persona = Persona { id: ids.next_id(), name: name.into(), ..Persona::default() };
        let steps: Vec<Step> = (0..2).map(|_| super::build::step(name, &mut ids)).collect();
        let points = steps
            .iter()
            .map(|step| super::build::point(&step.id, Some(persona.id.clone()), 4.0, &mut ids));
        let lane = Lane {
            id: "e".into_id(),
            kind: LaneKind::Emotions,
            points: points.collect(),
            ..Lane::default()
        };
        let phase = Phase {
            id: "p".into_id(),
            title: name.into(),
            steps: steps.into_iter().collect(),
            ..Phase::default()
        };
        let journey = Journey {
            id: "j".into_id(),
            title: name.into(),
            purpose: name.into(),
            personas: vec![persona.id.clone()],
            phases: [phase].into_iter().collect(),
            lanes: [lane].into_iter().collect(),
            ..Journey::default()
        };
        let project = Project { personas: [persona].into_iter().collect(), ..Project::default() };
        let text = write(&project, &journey, "Utan namn");
        let parsed = parse(&text).unwrap_or_else(|why| panic!("{name:?}: {why}\n{text}"));
        assert_eq!((parsed.sections.len(), parsed.tasks.len()), (1, 2), "{name:?}");
        assert!(parsed.tasks.iter().all(|task| task.2 == "4" && task.3.len() == 1), "{name:?}");
        let found = import(&text);
        assert_eq!(found.remarks, [], "{name:?}");
        assert!(found.project == with(&project, &journey), "{name:?}");
        // Without what goes along the names are the same on one line.
        let bare: String = text
            .lines()
            .filter(|line| !line.starts_with("%%"))
            .map(|line| line.to_owned() + "\n")
            .collect();
        let found = import(&bare);
        assert_eq!(found.remarks, [], "{name:?}");
        let shown = match on_one_line(name) {
            shown if shown.is_empty() => "Utan namn".to_owned(),
            shown => shown,
        };
        let read = &found.project.journeys[0].phases[0];
        assert_eq!((&read.title, &read.steps[0].title), (&shown, &shown), "{name:?}");
        assert_eq!(found.project.personas[0].name, shown, "{name:?}");
    }
}

trait IntoId {
    fn into_id(self) -> Id;
}

impl IntoId for &str {
    fn into_id(self) -> Id {
        Id::new(self)
    }
}

fn with(project: &Project, journey: &Journey) -> Project {
    Project { journeys: List::new(vec![Arc::new(journey.clone())]), ..project.clone() }
}

/// A map of a text, with a card in each step that says what the step is called.
fn map(text: &str) -> (Project, Journey) {
    let project = import(text).project;
    let mut journey = Journey::clone(&project.journeys[0]);
    let card = |(at, (_, step)): (usize, (usize, &Step))| Card {
        id: Id::new(&format!("c{at}")),
        step: step.id.clone(),
        text: format!("kort {}", step.title),
        ..Card::default()
    };
    let cards = journey.steps().enumerate().map(card).collect();
    journey.lanes.push(Arc::new(Lane {
        id: "t".into_id(),
        kind: LaneKind::Thoughts,
        cards,
        ..Lane::default()
    }));
    (project, journey)
}

/// In which step each card stands, and what is parked.
fn cards(project: &Project) -> String {
    let journey = &project.journeys[0];
    let title = |id: &Id| {
        journey
            .steps()
            .find(|(_, step)| step.id == *id)
            .map_or("?", |(_, step)| step.title.as_str())
            .to_owned()
    };
    let placed = journey.lanes[1].cards.iter().map(|card| {
        let until = card.until.as_ref().map(|until| format!("–{}", title(until)));
        format!("{}@{}{}", card.text, title(&card.step), until.unwrap_or_default())
    });
    let parked = project.parked.iter().map(|card| format!("{} parked", card.text));
    placed.chain(parked).collect::<Vec<_>>().join(", ")
}

const SAMPLE: &str =
    "journey\n title T\n section P\n A: 3: Me\n B: 4: Me, Cat\n section Q\n C: 2: Cat\n D: 3\n";

#[test]
fn what_was_changed_in_the_text_is_changed_on_the_map() {
    let (project, journey) = map(SAMPLE);
    let text = write(&project, &journey, "Utan namn");
    let all = "kort A@A, kort B@B, kort C@C, kort D@D";
    /// What is replaced by what.
    type Edits = &'static [(&'static str, &'static str)];
    let rows: [(Edits, &str, &str); 12] = [
        (&[("title T", "title U")], "U|\nP: A[Me+0] B[Me+1 Cat+1]\nQ: C[Cat-1] D[-+0]\n", all),
        (&[("section P", "section R")], "T|\nR: A[Me+0] B[Me+1 Cat+1]\nQ: C[Cat-1] D[-+0]\n", all),
        (
            &[("A: 3: Me", "A: 4.5: Me")],
            "T|\nP: A[Me+1.5] B[Me+1 Cat+1]\nQ: C[Cat-1] D[-+0]\n",
            all,
        ),
        (
            &[("      A:", "      E:")],
            "T|\nP: E[Me+0] B[Me+1 Cat+1]\nQ: C[Cat-1] D[-+0]\n",
            "kort A@E, kort B@B, kort C@C, kort D@D",
        ),
        (
            &[("      A: 3: Me\n", "      A: 3: Me\n      N: 1: Bo\n")],
            "T|\nP: A[Me+0] N[Bo-2] B[Me+1 Cat+1]\nQ: C[Cat-1] D[-+0]\n",
            all,
        ),
        (
            &[("      B: 4: Me, Cat\n", "")],
            "T|\nP: A[Me+0]\nQ: C[Cat-1] D[-+0]\n",
            "kort A@A, kort C@C, kort D@D, kort B parked",
        ),
        (&[("Me, Cat", "Me")], "T|\nP: A[Me+0] B[Me+1]\nQ: C[Cat-1] D[-+0]\n", all),
        (&[("D: 3", "D: 1: Me")], "T|\nP: A[Me+0] B[Me+1 Cat+1]\nQ: C[Cat-1] D[Me-2]\n", all),
        (
            &[(": 2: Cat", ": 2: Katt"), ("Me, Cat", "Me, Katt")],
            "T|\nP: A[Me+0] B[Me+1 Katt+1]\nQ: C[Katt-1] D[-+0]\n",
            all,
        ),
        (
            &[("      A: 3: Me\n", ""), ("      D: 3\n", "      D: 3\n      A: 3: Me\n")],
            "T|\nP: B[Me+1 Cat+1]\nQ: C[Cat-1] D[-+0] A[Me+0]\n",
            all,
        ),
        (&[("    section Q\n", "")], "T|\nP: A[Me+0] B[Me+1 Cat+1] C[Cat-1] D[-+0]\n", all),
        (
            &[("    section P\n", "    section N\n      X: 5\n    section P\n")],
            "T|\nN: X[-+2]\nP: A[Me+0] B[Me+1 Cat+1]\nQ: C[Cat-1] D[-+0]\n",
            all,
        ),
    ];
    for (edits, expected, placed) in rows {
        let edited = edits.iter().fold(text.clone(), |text, (old, new)| {
            assert!(text.contains(old), "{old}");
            text.replacen(old, new, 1)
        });
        let found = import(&edited).project;
        assert_eq!(said(&found), expected, "{edits:?}");
        assert_eq!(cards(&found), placed, "{edits:?}");
        let ids = |project: &Project| -> Vec<Id> {
            project.personas.iter().map(|one| one.id.clone()).collect()
        };
        assert!(ids(&found).starts_with(&ids(&project)), "personas stay: {edits:?}");
    }
}

#[test]
fn cards_that_span_steps_that_are_gone_are_as_long_as_is_left() {
    let (project, mut journey) = map(SAMPLE);
    let ids: Vec<Id> = journey.steps().map(|(_, step)| step.id.clone()).collect();
    for (card, until) in [(0, 1), (1, 3)] {
        let lane = journey.lanes.edit(1).unwrap();
        lane.cards.edit(card).unwrap().until = Some(ids[until].clone());
    }
    let text = write(&project, &journey, "–");
    let rows = [
        ("      B: 4: Me, Cat\n", "kort A@A, kort B@C–D, kort C@C, kort D@D"),
        ("      A: 3: Me\n      B: 4: Me, Cat\n", "kort B@C–D, kort C@C, kort D@D, kort A parked"),
        ("      D: 3\n", "kort A@A–B, kort B@B–C, kort C@C, kort D parked"),
    ];
    for (gone, expected) in rows {
        assert_eq!(cards(&import(&text.replacen(gone, "", 1)).project), expected, "{gone}");
    }
}

#[test]
fn what_is_taken_off_the_map_is_told() {
    let (project, mut journey) = map(SAMPLE);
    let step = journey.phases[1].steps[0].id.clone();
    journey.lanes.edit(0).unwrap().points.edit(3).unwrap().quote = "Aj!".into();
    let to = Some(step.clone());
    let from = journey.phases[0].steps[0].id.clone();
    let way = Transition {
        id: "w".into_id(),
        from,
        to,
        reason: "Glömde".into(),
        ..Transition::default()
    };
    journey.transitions.push(Arc::new(way));
    let text = write(&project, &journey, "–");
    let found = import(&text.replacen("    section Q\n      C: 2: Cat\n      D: 3\n", "", 1));
    let told: Vec<(&RemarkKind, &str)> =
        found.remarks.iter().map(|one| (&one.kind, one.said.as_str())).collect();
    let expected = [
        (&RemarkKind::Removed, "Q"),
        (&RemarkKind::Removed, "Aj!"),
        (&RemarkKind::Parked, "kort C"),
        (&RemarkKind::Parked, "kort D"),
        (&RemarkKind::Removed, "Glömde"),
    ];
    assert_eq!(told, expected);
    assert_eq!(found.project.parked.len(), 2);
}

#[test]
fn several_points_of_a_step_move_together() {
    let (project, mut journey) = map("journey\n A: 3: Me\n");
    let lane = journey.lanes.edit(0).unwrap();
    lane.points.edit(0).unwrap().face = "🥱".into();
    let one = lane.points[0].clone();
    lane.points.push(Arc::new(EmotionPoint {
        id: "x".into_id(),
        value: 1.0,
        ..EmotionPoint::clone(&one)
    }));
    let text = write(&project, &journey, "–");
    assert!(text.contains("A: 4: Me"), "the mean of 0 and 1 is rounded up\n{text}");
    let found = import(&text.replacen("A: 4: Me", "A: 5: Me", 1)).project;
    assert_eq!(said(&found), "|\n: A[Me+1.5 Me+2]\n");
    let points = &found.journeys[0].lanes[0].points;
    assert!(
        points.iter().all(|point| point.face.is_empty()),
        "they were chosen for another feeling"
    );
}

#[test]
fn steps_that_are_called_alike_are_not_taken_for_one() {
    let (project, mut journey) = map("journey\n section P\n A: 3: Me\n B: 4: Cat\n C: 3\n");
    let phase = journey.phases.edit(0).unwrap();
    (0..3).for_each(|at| phase.steps.edit(at).unwrap().title.clear());
    let text = write(&project, &journey, "–");
    let visible: String = text.lines().take(5).map(|line| format!("{line}\n")).collect();
    let expected = "|\nP: P[Me+0] P (2)[Cat+1] P (3)[-+0]\n";
    assert_eq!(said(&import(&visible).project), expected, "{visible}");
    // The customer's first action tells them apart better.
    let lane = journey.lanes.edit(1).unwrap();
    lane.kind = LaneKind::Actions;
    let text = write(&project, &journey, "–");
    assert!(
        text.contains("      kort A: 3: Me\n      kort B: 4: Cat\n      kort C: 3\n"),
        "{text}"
    );
}

#[test]
fn damaged_comments_are_told_and_the_text_is_read() {
    let (project, journey) = map(SAMPLE);
    let text = write(&project, &journey, "–");
    let (line, _) =
        text.lines().enumerate().find(|(_, line)| line.starts_with("%% kundresa: 1")).unwrap();
    let cut: Vec<&str> = text.lines().take(line + 2).collect();
    let found = import(&cut.join("\n"));
    let at = SourcePlace::Line(line + 1);
    assert_eq!(found.remarks, [Remark { at, kind: RemarkKind::KeptDamaged, said: "T".into() }]);
    assert_eq!(said(&found.project), "T|\nP: A[Me+0] B[Me+1 Cat+1]\nQ: C[Cat-1] D[-+0]\n");
}

#[test]
fn a_project_that_is_not_sound_is_not_taken() {
    let (project, mut journey) = map(SAMPLE);
    journey.lanes.edit(1).unwrap().cards.edit(0).unwrap().step = "nowhere".into_id();
    let found = import(&write(&project, &journey, "–"));
    assert_eq!(found.remarks[0].kind, RemarkKind::KeptDamaged);
}

#[test]
fn journeys_of_one_project_come_together_again() {
    let examples = examples();
    let two: Vec<_> =
        examples.iter().filter(|(name, ..)| name.starts_with("forpackning")).collect();
    let texts = two.iter().map(|(_, project, journey)| write(project, journey, "–"));
    let text: String = texts.map(|text| format!("```mermaid\n{text}```\n")).collect();
    let found = import(&text).project;
    assert!(found == two[0].1, "both journeys, and each persona and source once");
    // A journey that is there twice is a copy, with cards of its own.
    let (_, project, journey) = two[0];
    let text = format!("```mermaid\n{}```\n", write(project, journey, "–")).repeat(2);
    let found = import(&text).project;
    let ids = |journey: &Journey| -> Vec<Id> {
        journey
            .lanes
            .iter()
            .flat_map(|lane| lane.cards.iter().map(|card| card.id.clone()))
            .collect()
    };
    let (first, second) = (ids(&found.journeys[0]), ids(&found.journeys[1]));
    assert!(first.len() == second.len() && first.iter().all(|id| !second.contains(id)));
    assert_ne!(found.journeys[0].id, found.journeys[1].id);
}
