//! Do the tables hold all of a map, whatever its texts are?

use super::csv::{Separator, csv, is_guarded};
use super::markdown::markdown;
use super::project_rows::opportunities;
use super::table::{Table, TableError, TableScope, Value, grid, list};
use super::xlsx::xlsx;
use crate::edit::notation::parse;
use crate::insight;
use crate::insight::{
    full_card, full_phase, full_point, full_step, left_out, left_out_of, map_with,
};
use crate::model::*;
use crate::scene::{Theme, ThemeKind};
use crate::words::{Lang, Words};
use std::sync::Arc;

const HARD: [&str; 14] = [
    "semi;colon, comma\tand tab",
    "\"said\" \"\"twice\"\"",
    "two\nlines\r\n\nand one apart",
    "=HYPERLINK(\"http://example.com\")",
    "-2+3",
    "@SUM(1)",
    "שלום עולם, مرحبا",
    "👩🏾‍⚕️ 🇸🇪 e\u{301}\u{200d}",
    "\u{0}\u{1}\u{8}\u{1b}[0m\u{b}\u{ffff}",
    "# heading\n* item | cell <b>",
    "_x000D_ &amp; ]]>",
    "'quoted'",
    "",
    "   ",
];

pub(super) fn words() -> Words {
    Words::new(Lang::Sv)
}

pub(super) fn theme() -> Theme {
    Theme::new(ThemeKind::Light)
}

/// A map from the notation, everything called by its id.
pub(super) fn titled(map: &str) -> Project {
    let (mut project, _) = parse(map);
    let mut journey = (*project.journeys[0]).clone();
    for at in 0..journey.phases.len() {
        let phase = journey.phases.edit(at).unwrap();
        phase.title = phase.id.to_string();
        for at in 0..phase.steps.len() {
            let step = phase.steps.edit(at).unwrap();
            step.title = step.id.to_string();
        }
    }
    for at in 0..journey.lanes.len() {
        let lane = journey.lanes.edit(at).unwrap();
        lane.title = lane.id.to_string();
    }
    project.journeys = List::from_iter([journey]);
    project
}

/// A project with these texts as cards, notes and quotes, one journey twice.
fn hard() -> Project {
    let (mut project, _) = parse("A: a1 a2 | B: b\nL: x / |\n~E: p+1.5 / |\nwho: pia");
    let mut journey = (*project.journeys[0]).clone();
    journey.title = "Same = name".into();
    let (cards, points): (Vec<Card>, Vec<EmotionPoint>) = HARD
        .iter()
        .map(|text| (*text).to_owned())
        .chain([long()])
        .map(|text| {
            let step = Id::new("a1");
            let quote = text.clone();
            let card = Card { step: step.clone(), text, note: quote.clone(), ..Card::default() };
            (card, EmotionPoint { step, quote, ..EmotionPoint::default() })
        })
        .unzip();
    journey.lanes.edit(0).unwrap().cards = cards.into_iter().collect();
    journey.lanes.edit(1).unwrap().points = points.into_iter().collect();
    project.journeys = List::from_iter([journey.clone(), journey, Journey::default()]);
    project.edited = Some("2026-05-08T09:05:00Z".into());
    project
}

/// Longer than a cell of Excel.
fn long() -> String {
    "lång text 😀 ".repeat(4000)
}

fn examples() -> Vec<Project> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/examples");
    let names = ["dag-pa-akuten", "forpackningsmaskin", "shoes"];
    let read = |name| std::fs::read(folder.join(format!("{name}.kundresa"))).unwrap();
    let parse = |bytes: Vec<u8>| {
        let value: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        serde_json::from_value(value["project"].clone()).unwrap()
    };
    names.map(read).map(parse).into()
}

#[test]
fn the_list_has_every_card_and_every_feeling_once() {
    let words = words();
    for project in examples().into_iter().chain([hard()]) {
        let mut all = project.parked.len();
        for journey in &project.journeys {
            let counts = insight::counts(journey);
            let found = list(&project, TableScope::Journey(journey), &words);
            assert_eq!(found.rows.len(), 1 + counts.cards + counts.points, "{}", journey.title);
            all += counts.cards + counts.points;
            let ids = journey.lanes.iter().flat_map(|lane| lane.cards.iter().map(|card| &card.id));
            let column = column(&found, &words.table_id());
            for id in ids.filter(|id| !id.is_empty()) {
                let times = column.iter().filter(|value| **value == Value::text(id.as_str()));
                assert_eq!(times.count(), 1, "{id}");
            }
        }
        let found = list(&project, TableScope::Project, &words);
        assert_eq!(found.rows.len(), 1 + all, "{}", project.title);
        assert!(found.rows.iter().all(|row| row.len() == found.rows[0].len()));
    }
}

/// What stands below a heading.
fn column(table: &Table, head: &str) -> Vec<Value> {
    let at = table.rows[0].iter().position(|value| *value == Value::text(head)).unwrap();
    table.rows[1..].iter().map(|row| row[at].clone()).collect()
}

#[test]
fn every_heading_stands_once_and_every_field_has_one() {
    for lang in [Lang::Sv, Lang::En] {
        let words = Words::new(lang);
        let heads = list(&Project::default(), TableScope::Project, &words).rows.remove(0);
        for (at, head) in heads.iter().enumerate() {
            assert!(!heads[..at].contains(head) && *head != Value::Empty, "{head:?}");
        }
    }
    let mut project = titled("A: a b\nL: x>b /\nwho: pia");
    let opportunity = Opportunity {
        id: Id::new("o"),
        title: "Chance".into(),
        effort: Some(3.0),
        due: "2026-05-08".into(),
        status: Some(Status::Planned),
        ..Opportunity::default()
    };
    project.opportunities = List::from_iter([opportunity]);
    let task = Task {
        title: "Call".into(),
        opportunity: Some(Id::new("o")),
        done: true,
        ..Task::default()
    };
    project.tasks = List::from_iter([task]);
    let mut journey = (*project.journeys[0]).clone();
    let lane = journey.lanes.edit(0).unwrap();
    let card = lane.cards.edit(0).unwrap();
    card.personas = vec![Id::new("pia"), Id::new("unknown")];
    card.opportunity = Some(Id::new("o"));
    card.marks = vec![Mark::PainPoint, Mark::Other("odd".into())];
    card.metric = Some(Metric {
        value: Some(1240.125),
        unit: "kr".into(),
        trend: vec![1.5, 2.0],
        ..Metric::default()
    });
    card.votes = 4;
    project.journeys = List::from_iter([journey]);
    let words = words();
    let found = list(&project, TableScope::Project, &words);
    let day = super::table::Date { year: 2026, month: 5, day: 8 };
    let rows = [
        (words.field_until(), Value::text("b")),
        (words.field_metric(), Value::Number(1240.125)),
        (words.field_trend(), Value::text("1,5; 2")),
        (words.field_marks(), Value::text("Smärtpunkt; odd")),
        (words.field_whom(), Value::text("unknown")),
        (words.field_opportunity(), Value::text("Chance")),
        (words.table_effort(), Value::Number(3.0)),
        (words.table_due(), Value::Date(day)),
        (words.table_status(), Value::text("Planerad")),
        (words.table_tasks(), Value::text("Call (klar)")),
        (words.field_votes(), Value::Number(4.0)),
    ];
    for (head, expected) in rows {
        assert_eq!(column(&found, &head), [expected], "{head}");
    }
}

#[test]
fn a_grid_is_the_map() {
    let project =
        titled("A: a1 a2 | B: b\nL: x y / z>b |\n~E: p+1 q-0.5@x / r+2 |\n-> t: A b\nwho: p");
    let found = grid(&project, &project.journeys[0], &words());
    let text = Value::text;
    let rows = vec![
        vec![text("Fas"), text("A"), text("A"), text("B")],
        vec![text("Steg"), text("a1"), text("a2"), text("b")],
        vec![text("L"), text("• x\n• y"), text("z (till b)"), Value::Empty],
        vec![text("E"), Value::Felt(1.0), Value::Felt(2.0), Value::Empty],
        vec![text("E · Citat"), Value::Empty, Value::Empty, Value::Empty],
        vec![text("E · 2"), Value::Felt(-0.5), Value::Empty, Value::Empty],
        vec![text("E · 2 · Citat"), Value::Empty, Value::Empty, Value::Empty],
    ];
    let shown =
        |rows: &[Vec<Value>]| rows.iter().map(|row| format!("{row:?}\n")).collect::<String>();
    assert_eq!(shown(&found.rows), shown(&rows));
    assert_eq!(found.bands.iter().map(|band| band.width).collect::<Vec<_>>(), [2, 1]);
}

#[test]
fn hard_texts_come_back_from_csv() {
    let project = hard();
    let table = list(&project, TableScope::Project, &words());
    for separator in [Separator::Semicolon, Separator::Comma, Separator::Tab] {
        let file = csv(&table, separator, Lang::Sv).unwrap();
        assert_eq!(file, csv(&table, separator, Lang::Sv).unwrap());
        let delimiter = match separator {
            Separator::Semicolon => b';',
            Separator::Comma => b',',
            Separator::Tab => b'\t',
        };
        let mut reader = ::csv::ReaderBuilder::new();
        let mut reader = reader.has_headers(false).delimiter(delimiter).from_reader(&file[3..]);
        let mut count = 0;
        for (row, expected) in reader.records().zip(&table.rows) {
            for (field, expected) in row.unwrap().iter().zip(expected) {
                if let Value::Text(text) = expected {
                    let field = if is_guarded(field) { &field[1..] } else { field };
                    assert_eq!(field, text);
                }
                assert!(!field.starts_with(['=', '@', '+']), "{field}");
            }
            count += 1;
        }
        assert_eq!(count, table.rows.len());
    }
}

#[test]
fn a_workbook_is_the_same_each_time_and_takes_any_text() {
    for project in examples().into_iter().chain([hard(), Project::default()]) {
        let make = || xlsx(&project, TableScope::Project, Vec::new(), &words(), &theme()).unwrap();
        let book = make();
        assert!(book.starts_with(b"PK"), "{}", project.title);
        assert!(book == make(), "{}", project.title);
    }
    let mut later = hard();
    let before = xlsx(&later, TableScope::Project, Vec::new(), &words(), &theme()).unwrap();
    later.edited = Some("2026-05-08T09:06:00Z".into());
    assert!(before != xlsx(&later, TableScope::Project, Vec::new(), &words(), &theme()).unwrap());
    for odd in ["", "yesterday", "2026-05-08", "2026-05-08T99:00:00Z", "ååååååååååååååååååååå"]
    {
        later.edited = Some(odd.into());
        assert!(xlsx(&later, TableScope::Project, Vec::new(), &words(), &theme()).is_ok(), "{odd}");
    }
}

#[test]
fn a_map_wider_than_a_sheet_is_refused() {
    let step = |number: usize| Step { id: Id::new(&number.to_string()), ..Step::default() };
    let phase = Phase { steps: (0..16_384).map(step).collect(), ..Phase::default() };
    let journey =
        Journey { title: "Wide".into(), phases: List::from_iter([phase]), ..Journey::default() };
    let project = Project { journeys: List::from_iter([journey]), ..Project::default() };
    let found = xlsx(&project, TableScope::Project, Vec::new(), &words(), &theme());
    let expected = TableError::TooWide { title: "Wide".into(), most: 16_384 };
    assert_eq!(found, Err(expected));
}

#[test]
fn an_outline_has_every_card_under_its_step() {
    let mut project = titled("A: a1 a2 | B: b\nL: x / y |\n~E: p+1.5 / |\nparked: k");
    project.title = "My # project".into();
    let mut journey = (*project.journeys[0]).clone();
    journey.title = "Map".into();
    journey.purpose = "Why\nnot".into();
    let lane = journey.lanes.edit(0).unwrap();
    let card = lane.cards.edit(0).unwrap();
    card.note = "- a note".into();
    card.marks = vec![Mark::PainPoint];
    card.tags = vec!["price".into()];
    journey.lanes.edit(1).unwrap().points.edit(0).unwrap().quote = "\"At last\"".into();
    project.journeys = List::from_iter([journey]);
    let found = markdown(&project, TableScope::Project, &[], &Words::new(Lang::En));
    let parts = [
        "# My \\# project\n\n",
        "## Map\n\n- **Purpose:** Why\\\n  not\n",
        "- **L**\n  - x\n\n    \\- a note\n    - Pain point · \\#price\n",
        "  - 😄 +1.5: “At last”\n",
        "- **L**\n  - y\n",
        "## Parking place\n\n- k\n",
    ];
    let mut rest = found.as_str();
    for part in parts {
        let (_, after) = rest.split_once(part).unwrap_or_else(|| panic!("{part} in {found}"));
        rest = after;
    }
}

#[test]
fn an_outline_is_called_by_its_one_journey_where_nothing_else_is_named() {
    let words = Words::new(Lang::En);
    let mut project = titled("A: a1 | B: b\nL: x |");
    let mut journey = (*project.journeys[0]).clone();
    journey.title = "Map".into();
    journey.phases.edit(0).unwrap().friction = Some(3);
    project.title = String::new();
    project.journeys = List::from_iter([journey.clone()]);
    let found = markdown(&project, TableScope::Project, &[], &words);
    assert!(found.starts_with("# Map\n\n") && !found.contains("# Map\n\n## Map"), "{found}");
    assert!(found.contains("\n## A\n\n- **Friction:** 3 of 4\n"), "{found}");
    // Of several the first names all, and each has a heading of its own.
    let other = Journey { id: Id::new("other"), title: "Other".into(), ..journey.clone() };
    project.journeys = List::from_iter([journey, other]);
    let found = markdown(&project, TableScope::Project, &[], &words);
    assert!(found.starts_with("# Map\n\n## Map\n\n"), "{found}");
    assert!(found.contains("\n## Other\n\n"), "{found}");
}

#[test]
fn hard_texts_stay_items_of_the_outline() {
    let project = hard();
    let found = markdown(&project, TableScope::Project, &[], &words());
    assert_eq!(found, markdown(&project, TableScope::Project, &[], &words()));
    // Only what the outline itself writes begins a line with a sign of Markdown.
    for line in found.lines().filter(|line| !line.is_empty()) {
        let start = line.trim_start();
        let ours = start.starts_with("- ") || line.starts_with("# ") || line.starts_with("##");
        assert!(ours || !start.starts_with(['#', '*', '+', '-', '|', '<', '>', '=']), "{line}");
    }
    assert!(!found.contains('\u{1b}') && found.contains("\\# heading\\\n"));
    let cards = project.journeys.iter().flat_map(|journey| journey.lanes.iter());
    let cards: usize = cards.map(|lane| lane.cards.len() + lane.points.len()).sum();
    let items = found.lines().filter(|line| line.starts_with("  - ")).count();
    assert_eq!(items, cards);
}

#[test]
fn ten_thousand_cards_all_come_through() {
    let step = |number: usize| Step { id: Id::new(&format!("s{number}")), ..Step::default() };
    let card = |number: usize| Card {
        id: Id::new(&format!("c{number}")),
        step: Id::new(&format!("s{}", number % 1000)),
        text: format!("card {number}"),
        ..Card::default()
    };
    let lane = |lane: usize| Lane {
        id: Id::new(&format!("l{lane}")),
        cards: (0..1000).map(|number| card(lane * 1000 + number)).collect(),
        ..Lane::default()
    };
    let phase = Phase { steps: (0..1000).map(step).collect(), ..Phase::default() };
    let journey = Journey {
        phases: List::from_iter([phase]),
        lanes: (0..10).map(lane).collect(),
        ..Journey::default()
    };
    let project = Project { journeys: List::new(vec![Arc::new(journey)]), ..Project::default() };
    let table = list(&project, TableScope::Project, &words());
    assert_eq!(table.rows.len(), 10_001);
    let cells = grid(&project, &project.journeys[0], &words()).rows;
    let full = cells[2..].iter().flatten().filter(|value| **value != Value::Empty).count();
    assert_eq!(full, 10_010);
    let outline = markdown(&project, TableScope::Project, &[], &words());
    assert_eq!(outline.lines().filter(|line| line.contains("card ")).count(), 10_000);
}

#[test]
fn each_field_of_a_card_is_in_the_table_and_in_the_outline() {
    let words = Words::new(Lang::En);
    let table = |card: &Card| list(&map_with(card.clone()), TableScope::Project, &words).rows;
    assert_eq!(left_out(table), Vec::<String>::new());
    let outline = |card: &Card| markdown(&map_with(card.clone()), TableScope::Project, &[], &words);
    // A colour is seen; ids are for programs.
    assert_eq!(left_out(outline), ["id", "color", "origin"]);
}

#[test]
fn each_field_of_a_phase_a_step_and_a_feeling_is_in_the_outline() {
    let words = Words::new(Lang::En);
    let outline = |project: &Project| markdown(project, TableScope::Project, &[], &words);
    let map = |phase: Phase, point: EmotionPoint| {
        let mut project = map_with(full_card());
        let mut journey = Journey::clone(&project.journeys[0]);
        journey.phases = [phase].into_iter().collect();
        let mut lane = Lane::clone(&journey.lanes[0]);
        lane.points = [point].into_iter().collect();
        journey.lanes = [lane].into_iter().collect();
        project.journeys = [journey].into_iter().collect();
        project
    };
    let of_phase = |phase: &Phase| outline(&map(phase.clone(), full_point()));
    assert_eq!(left_out_of(&full_phase(), of_phase), ["id", "color", "origin"]);
    let of_step = |step: &Step| {
        let steps = [step.clone(), Step { id: Id::new("s9"), ..Step::default() }];
        outline(&map(Phase { steps: steps.into_iter().collect(), ..full_phase() }, full_point()))
    };
    assert_eq!(left_out_of(&full_step(), of_step), ["width", "origin"]);
    let of_point = |point: &EmotionPoint| outline(&map(full_phase(), point.clone()));
    assert_eq!(left_out_of(&full_point(), of_point), ["id", "at"]);
    let rows = |point: &EmotionPoint| {
        list(&map(full_phase(), point.clone()), TableScope::Project, &words).rows
    };
    assert_eq!(left_out_of(&full_point(), rows), Vec::<String>::new());
}

#[test]
fn each_field_of_an_opportunity_is_in_the_tables_and_documents() {
    let full = Opportunity {
        id: Id::new("o"),
        title: "Chance".into(),
        note: "Soon".into(),
        cards: vec![Id::new("x")],
        customer_value: Some(4.0),
        business_value: Some(2.0),
        effort: Some(3.0),
        remedy: Some(RemedyKind::Habit),
        owner: "Bo".into(),
        status: Some(Status::Planned),
        due: "2026-05-08".into(),
        extra: Extra::new(),
    };
    let words = words();
    let with = |one: &Opportunity| {
        let mut project = titled("A: a b\nL: x>b /");
        let one = Opportunity { id: Id::new("o"), ..one.clone() };
        project.opportunities = List::from_iter([one]);
        let journey = project.journeys.edit(0).unwrap();
        let card = journey.lanes.edit(0).unwrap().cards.edit(0).unwrap();
        card.opportunity = Some(Id::new("o"));
        project
    };
    let unsaid = ["id", "cards"];
    let table = |one: &Opportunity| opportunities(&with(one), &words).rows;
    assert_eq!(left_out_of(&full, table), unsaid);
    let cards = |one: &Opportunity| list(&with(one), TableScope::Project, &words).rows;
    assert_eq!(left_out_of(&full, cards), unsaid);
    let outline = |one: &Opportunity| markdown(&with(one), TableScope::Project, &[], &words);
    assert_eq!(left_out_of(&full, outline), unsaid);
}
