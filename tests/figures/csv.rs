//! Are a map's means and customers in the one table that CSV has, as they are in a workbook?

use super::*;
use kundresa::export::TableKind;
use kundresa::insight::funnel;

/// The rows of a CSV file.
fn rows(project: &Arc<Project>, table: TableKind, personas: &[&str]) -> Vec<Vec<String>> {
    let personas = personas.iter().map(|name| (*name).to_owned()).collect();
    let lang = Some(Lang::Sv);
    let options = Options { table, personas, lang, ..Options::default() };
    let mut bytes = Vec::new();
    assert!(export(project, Format::Csv, &options, &mut bytes, &mut |_| true).is_ok());
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .delimiter(b';')
        .from_reader(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn number(value: Option<f64>) -> String {
    value.map_or(String::new(), |value| value.to_string().replace('.', ","))
}

#[test]
fn a_list_tells_the_figures_of_each_rows_phase_in_its_last_columns() {
    let words = Words::new(Lang::Sv);
    let project = example("examples/forpackningsmaskin");
    let journey = &project.journeys[0];
    let (feelings, funnel) = (Feelings::of(journey, &View::default()), funnel(journey).unwrap());
    let rows = rows(&project, TableKind::List, &[]);
    let at = |head: String| rows[0].iter().position(|one| *one == head).unwrap();
    let (phase, whom) = (at(words.thing_phase()), at(words.field_whom()));
    let felt = at(words.thing_feeling());
    let heads = [
        words.figures_phase_feeling(),
        words.figures_phase_apart(),
        words.figures_phase_in(),
        words.figures_phase_on(),
        words.figures_phase_not_on(),
    ];
    assert_eq!(rows[0][rows[0].len() - 5..], heads, "at the end");
    let (mut means, mut customers) = (0, 0);
    for row in &rows[1..] {
        let Some(place) = journey.phases.iter().position(|one| one.title == row[phase]) else {
            continue;
        };
        let who = (0..feelings.personas.len())
            .find(|who| name(&project, feelings.personas[*who]) == row[whom]);
        let is_point = !row[felt].is_empty();
        let who = who.filter(|_| is_point);
        let mean = who.and_then(|who| feelings.in_phase(who, place)).map(as_written);
        let apart = feelings.apart(place).filter(|_| is_point).map(|apart| as_written(apart.gap));
        let stop = &funnel.phases[place];
        let loss = stop.loss().map(|loss| loss.people);
        let told = [mean, apart, stop.enter, stop.leave, loss].map(number);
        assert_eq!(row[row.len() - 5..], told, "{row:?}");
        means += usize::from(mean.is_some());
        customers += usize::from(stop.enter.is_some());
    }
    assert!(means > 10 && customers > 50, "{means} {customers}");
}

#[test]
fn a_grid_tells_them_in_rows_below() {
    let project = example("examples/forpackningsmaskin");
    // Worked out by hand: Anna −1.4 in the first phase, +0.6 in the second.
    for personas in [&[][..], &["Anna"][..]] {
        let rows = rows(&project, TableKind::Grid, personas);
        let row = |head: &str| -> Vec<&str> {
            let row = rows.iter().find(|row| row[0] == head).unwrap_or_else(|| panic!("{head}"));
            row[1..].iter().map(String::as_str).filter(|said| !said.is_empty()).collect()
        };
        assert_eq!(row("Känsla i fasen · Anna")[..2], ["-1,4", "0,6"]);
        assert_eq!(row("Isär i fasen"), ["1,9", "1,5", "0,6", "3,1", "1", "1,3"]);
        assert_eq!(row("Kunder in i fasen")[0], "420");
        assert_eq!(row("Går inte vidare från fasen")[0], "260");
        assert!(rows.iter().all(|row| row.len() == rows[0].len()));
        let karim = rows.iter().any(|row| row[0] == "Känsla i fasen · Karim");
        assert_eq!(karim, personas.is_empty());
    }
}
