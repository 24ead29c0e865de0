//! Do sheets hold all that stands beside the cards of a map, and can they be read and printed as they are?

use super::journey_rows::{phases, transitions};
use super::project_rows::{opportunities, passages, personas, sources, tasks, themes};
use super::table::{Table, TableScope, Value, list};
use super::tests::{theme, titled, words};
use super::xlsx::xlsx;
use crate::insight::{full_persona, full_phase, full_step, left_out_of};
use crate::model::*;
use crate::words::{Lang, Words};
use std::sync::Arc;

#[test]
fn each_field_of_what_stands_beside_the_cards_is_in_a_table() {
    let words = Words::new(Lang::En);
    let with = |phase: &Phase| {
        let journey =
            Journey { phases: [phase.clone()].into_iter().collect(), ..Journey::default() };
        let all = [Arc::new(journey)];
        phases(&all, false, &Project::default(), &words).rows
    };
    assert_eq!(left_out_of(&full_phase(), with), Vec::<String>::new());
    let of_step = |step: &Step| {
        let steps = [step.clone(), Step { id: Id::new("s9"), ..Step::default() }];
        with(&Phase { steps: steps.into_iter().collect(), ..full_phase() })
    };
    assert_eq!(left_out_of(&full_step(), of_step), Vec::<String>::new());
    let of_persona = |persona: &Persona| {
        let personas = [persona.clone()].into_iter().collect();
        super::project_rows::personas(&Project { personas, ..Project::default() }, &words).rows
    };
    assert_eq!(left_out_of(&full_persona(), of_persona), Vec::<String>::new());
    let transition = Transition {
        id: Id::new("t"),
        kind: Some(TransitionKind::LoopBack),
        from: Id::new("b"),
        to: Some(Id::new("a")),
        share: Some(12.5),
        reason: "Too dear".into(),
        extra: Extra::new(),
    };
    let of_transition = |one: &Transition| {
        let transitions = [one.clone()].into_iter().collect();
        let all = [Arc::new(Journey { transitions, ..Journey::default() })];
        super::journey_rows::transitions(&all, &Project::default(), &words).rows
    };
    assert_eq!(left_out_of(&transition, of_transition), Vec::<String>::new());
    let task = Task {
        id: Id::new("t"),
        title: "Call".into(),
        opportunity: Some(Id::new("o")),
        owner: "Bo".into(),
        due: "2026-05-08".into(),
        done: true,
        extra: Extra::new(),
    };
    let of_task = |one: &Task| {
        let all = [one.clone()].into_iter().collect();
        tasks(&Project { tasks: all, ..Project::default() }, &words).rows
    };
    assert_eq!(left_out_of(&task, of_task), Vec::<String>::new());
}

#[test]
fn sources_lead_to_what_was_taken_out_of_them() {
    let words = Words::new(Lang::En);
    let passage = Passage {
        id: Id::new("p"),
        text: "No answer".into(),
        themes: vec![Id::new("t")],
        card: Some(Id::new("parked")),
        ..Passage::default()
    };
    let source = Source {
        id: Id::new("s"),
        title: "Interview 1".into(),
        passages: [passage].into_iter().collect(),
        ..Source::default()
    };
    let theme = crate::model::Theme {
        id: Id::new("t"),
        title: "Waiting".into(),
        ..crate::model::Theme::default()
    };
    let card = Card { id: Id::new("parked"), text: "Waits".into(), ..Card::default() };
    let project = Project {
        sources: [source].into_iter().collect(),
        themes: [theme].into_iter().collect(),
        parked: [card].into_iter().collect(),
        ..Project::default()
    };
    let row = ["Interview 1", "No answer", "Waiting", "Waits", "p", "s", "parked"];
    assert_eq!(passages(&project, &words).rows[1], row.map(Value::text));
    assert_eq!(sources(&project, &words).rows.len(), 2);
    assert_eq!(themes(&project, &words).rows[1][0], Value::text("Waiting"));
}

#[test]
fn columns_of_ids_stand_last() {
    let words = Words::new(Lang::En);
    let project = titled("A: a1 a2 | B: b\nL: x / y |\n-> t: A b\nwho: pia");
    let all = [project.journeys[0].clone()];
    let tables = [
        list(&project, TableScope::Project, &words),
        phases(&all, false, &project, &words),
        transitions(&all, &project, &words),
        personas(&project, &words),
        opportunities(&project, &words),
        tasks(&project, &words),
        sources(&project, &words),
        passages(&project, &words),
        themes(&project, &words),
    ];
    for table in tables {
        for (at, head) in table.rows[0].iter().enumerate() {
            let Value::Text(head) = head else { panic!("{}: {head:?}", table.title) };
            let is_id = head == "Id" || head.starts_with("Id of");
            let last = at + table.ids >= table.rows[0].len();
            assert_eq!(is_id, last, "{}: {head}", table.title);
        }
    }
}

/// The sheets of a workbook as XML, and what says how they belong together.
fn sheets(project: &Project, lists: Vec<Table>) -> (Vec<String>, String) {
    use std::io::Read;
    let book = xlsx(project, TableScope::Project, lists, &words(), &theme()).unwrap();
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(book)).unwrap();
    let mut read = |name: &str| {
        let mut text = String::new();
        zip.by_name(name).ok()?.read_to_string(&mut text).ok()?;
        Some(text)
    };
    let sheets = (1..).map_while(|number| read(&format!("xl/worksheets/sheet{number}.xml")));
    let sheets = sheets.collect();
    (sheets, read("xl/workbook.xml").unwrap())
}

#[test]
fn sheets_print_on_a4_with_their_headings_on_each() {
    let project = titled("A: a1 a2 | B: b\nL: x y / z>b |\nwho: p");
    let all = [project.journeys[0].clone()];
    let lists = vec![phases(&all, false, &project, &words()), personas(&project, &words())];
    let (sheets, book) = sheets(&project, lists);
    assert_eq!(sheets.len(), 4);
    for sheet in &sheets {
        assert!(sheet.contains("<pageSetUpPr fitToPage=\"1\"/>"), "{sheet}");
        let setup = sheet.split("<pageSetup ").nth(1).unwrap().split("/>").next().unwrap();
        for part in ["paperSize=\"9\"", "fitToHeight=\"0\"", "orientation=\"landscape\""] {
            assert!(setup.contains(part), "{setup}");
        }
    }
    assert_eq!(book.matches("_xlnm.Print_Titles").count(), 4, "{book}");
    assert!(book.contains("$A:$A") && book.contains("$1:$2"), "a map repeats its lanes and steps");
}

#[test]
fn rows_are_as_high_as_their_texts_and_ids_are_hidden() {
    let mut project = titled("A: a1 a2 | B: b\nL: x y / z>b |\nwho: p");
    let journey = project.journeys.edit(0).unwrap();
    let lane = journey.lanes.edit(0).unwrap();
    lane.cards.edit(2).unwrap().text = "A long text that goes on and on. ".repeat(20);
    let all = [project.journeys[0].clone()];
    let (sheets, _) = sheets(&project, vec![phases(&all, false, &project, &words())]);
    let height = |sheet: &str, row: usize| {
        let row = sheet.split(&format!("<row r=\"{row}\"")).nth(1).unwrap();
        let row = row.split('>').next().unwrap();
        row.split(" ht=\"").nth(1).map_or(0.0, |ht| ht.split('"').next().unwrap().parse().unwrap())
    };
    // 660 letters in a column of 32: at least 20 lines of 15 points.
    assert!(height(&sheets[0], 3) > 300.0, "{}", height(&sheets[0], 3));
    assert_eq!(height(&sheets[0], 2), 0.0, "names of steps have one line");
    let hidden = |sheet: &str| {
        let columns = sheet.split("<cols>").nth(1).unwrap().split("</cols>").next().unwrap();
        let hidden = columns.split("<col ").filter(|one| one.contains("hidden=\"1\""));
        let span = |one: &str| {
            let number = |name: &str| {
                let after = one.split(&format!("{name}=\"")).nth(1).unwrap();
                after.split('"').next().unwrap().parse::<usize>().unwrap()
            };
            number("min")..=number("max")
        };
        hidden.flat_map(span).collect::<Vec<usize>>()
    };
    assert!(hidden(&sheets[0]).is_empty());
    let [cards, phases] = [&sheets[1], &sheets[2]].map(|sheet| hidden(sheet));
    let heads = list(&project, TableScope::Project, &words()).rows.remove(0);
    let text = heads.iter().position(|head| *head == Value::text(&words().field_text())).unwrap();
    assert!(cards.contains(&heads.len()) && !cards.contains(&(text + 1)), "{cards:?}");
    assert!(phases.ends_with(&[21, 22, 23, 24]) && !phases.contains(&2), "{phases:?}");
}
