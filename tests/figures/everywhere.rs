//! Do all formats that tell of a phase say the same of it: how long it takes, how hard it is, who comes
//! into it, who goes on, and who does not?

use super::said::{letters, said};
use super::*;
use kundresa::export::TableKind;
use kundresa::insight::{funnel, share_said};

#[test]
fn the_figures_of_a_phase_are_the_same_in_every_format() {
    let words = Words::new(Lang::Sv);
    let project = example("examples/forpackningsmaskin");
    let journey = &project.journeys[0];
    let text = |format: Format, table: TableKind| {
        let (mut bytes, lang) = (Vec::new(), Some(Lang::Sv));
        let options =
            Options { table, lang, journey: Some(journey.id.to_string()), ..Options::default() };
        assert!(export(&project, format, &options, &mut bytes, &mut |_| true).is_ok());
        bytes
    };
    let table = TableKind::Phases;
    let read = |format: Format| String::from_utf8(text(format, table)).unwrap();
    let pdf = lopdf::Document::load_mem(&text(Format::Pdf, table)).unwrap();
    let rows = workbook(&text(Format::Xlsx, table));
    let (html, markdown, csv) = (read(Format::Html), read(Format::Markdown), read(Format::Csv));
    let documents = [("HTML", html), ("Markdown", markdown)];
    let pdf = said(&pdf);
    let funnel = funnel(journey).unwrap();
    let mut told = 0;
    for (phase, stop) in journey.phases.iter().zip(&funnel.phases) {
        let duration = phase.takes().map(|one| words.duration(&one)).unwrap_or_default();
        let friction = phase.friction.map(|one| words.table_of_four(one.to_string()));
        let share = stop.conversion().map(|share| share_said(share, &words));
        let counts = [stop.enter, stop.leave].into_iter().flatten().map(|one| words.number(one));
        let parts: Vec<String> = counts.chain(share).chain([duration.clone()]).collect();
        for part in parts.iter().filter(|part| !part.is_empty()) {
            for (name, document) in &documents {
                assert!(letters(document).contains(&letters(part)), "{name}: {part}");
            }
            assert!(pdf.contains(&letters(part)), "PDF: {part}");
            told += 1;
        }
        for (name, document) in &documents {
            assert!(friction.iter().all(|one| document.contains(one)), "{name}: {friction:?}");
        }
        // A workbook has the numbers themselves.
        let is_of =
            |row: &&Vec<String>| row.get(1) == Some(&phase.title) && row.contains(&phase.goal);
        let row = rows.iter().find(is_of);
        let row = row.unwrap_or_else(|| panic!("{}", phase.title));
        let figures = [phase.friction.map(f64::from), stop.enter, stop.leave, stop.conversion()];
        for figure in figures.into_iter().flatten() {
            assert!(row.contains(&figure.to_string()), "{figure} in {row:?}");
        }
        assert!(duration.is_empty() || row.contains(&duration), "{duration} in {row:?}");
        let line = csv.lines().find(|line| line.contains(&format!(";{};", phase.title))).unwrap();
        let of_csv = [stop.enter, stop.leave].into_iter().flatten();
        for figure in of_csv {
            assert!(line.split(';').any(|cell| cell == figure.to_string()), "{figure} in {line}");
        }
    }
    assert!(told > 15, "{told}");
}

#[test]
fn a_workbook_and_csv_hold_all_that_goes_with_the_maps() {
    let words = Words::new(Lang::Sv);
    let project = example("examples/forpackningsmaskin");
    let rows = workbook(&written(&project, Format::Xlsx, ThemeKind::Light, false));
    let is_there = |text: &str| rows.iter().flatten().any(|cell| cell == text);
    let mut names: Vec<&str> = Vec::new();
    names.extend(project.personas.iter().map(|one| one.name.as_str()));
    names.extend(project.opportunities.iter().map(|one| one.title.as_str()));
    names.extend(project.tasks.iter().map(|one| one.title.as_str()));
    names.extend(project.sources.iter().map(|one| one.title.as_str()));
    for journey in &project.journeys {
        names.extend(journey.phases.iter().map(|one| one.title.as_str()));
        names.extend(journey.transitions.iter().map(|one| one.reason.as_str()));
    }
    assert!(names.len() > 30, "{names:?}");
    for name in names.into_iter().filter(|name| !name.is_empty()) {
        assert!(is_there(name), "{name}");
    }
    for (table, head) in [
        (TableKind::Phases, words.table_friction()),
        (TableKind::Transitions, words.field_reason()),
        (TableKind::Personas, words.field_goals()),
        (TableKind::Opportunities, words.table_effort()),
        (TableKind::Tasks, words.tasks_what()),
        (TableKind::Sources, words.field_link()),
        (TableKind::Passages, words.learned_passages()),
        (TableKind::Themes, words.learned_theme()),
    ] {
        let (mut bytes, lang) = (Vec::new(), Some(Lang::Sv));
        let options = Options { table, lang, ..Options::default() };
        assert!(export(&project, Format::Csv, &options, &mut bytes, &mut |_| true).is_ok());
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.lines().next().unwrap().contains(&head), "{table:?}: {text}");
    }
}
