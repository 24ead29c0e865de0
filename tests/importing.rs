//! Do files of other programs become the maps they show, and does nothing in them do harm?
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

use kundresa::exchange::{ImportError, ImportKind, Imported, RemarkKind, SourcePlace, import};
use kundresa::file;
use kundresa::model::{IdSource, LaneKind};
use rust_xlsxwriter::{Format, Workbook};
use std::io::{Cursor, Write};
use std::path::Path;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn read(bytes: &[u8]) -> Result<(ImportKind, Imported), ImportError> {
    import(bytes, "Karta", &mut IdSource::seeded(1))
}

fn sample(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples/tables");
    std::fs::read(folder.join(name)).unwrap()
}

/// A packed file of these parts.
fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The same table in Windows-1252 with semicolons, and as LibreOffice saved it in three formats.
const SAMPLES: [&str; 4] = ["workshop.csv", "workshop.xlsx", "workshop.ods", "workshop.xls"];

#[test]
fn a_table_becomes_the_same_map_whatever_it_is_saved_as() {
    for name in SAMPLES {
        let (kind, imported) = read(&sample(name)).unwrap();
        assert_eq!(kind == ImportKind::Workbook, name != SAMPLES[0], "{name}");
        let project = &imported.project;
        let journey = &project.journeys[0];
        assert_eq!((project.title.as_str(), project.journeys.len()), ("Köpresa", 1), "{name}");
        let phases: Vec<(&str, usize)> =
            journey.phases.iter().map(|one| (one.title.as_str(), one.steps.len())).collect();
        assert_eq!(phases, [("Upptäckt", 1), ("Övervägande", 2), ("Beslut", 1)], "{name}");
        let lanes: Vec<(&LaneKind, usize)> = journey
            .lanes
            .iter()
            .map(|one| (&one.kind, one.cards.len() + one.points.len()))
            .collect();
        let expected =
            [(&LaneKind::Actions, 4), (&LaneKind::Thoughts, 4), (&LaneKind::Emotions, 4)];
        assert_eq!(lanes, expected, "{name}");
        let owners: Vec<&str> =
            journey.lanes[1].cards.iter().map(|one| one.owner.as_str()).collect();
        assert_eq!(owners, ["Lisa", "Omar", "", "Omar"], "{name}");
        // Of five, as worked out by hand: 2, 2, 4 and 1.
        let felt: Vec<f64> = journey.lanes[2].points.iter().map(|one| one.value).collect();
        assert_eq!(felt, [-1.0, -1.0, 1.0, -2.0], "{name}");
        let [told] = &imported.remarks[..] else { panic!("{name}: {:?}", imported.remarks) };
        let cell = SourcePlace::Cell(String::new(), "D6".into());
        assert_eq!((&told.at, &told.kind, told.said.as_str()), (&cell, &RemarkKind::Parked, "?"));
    }
}

#[test]
fn merged_names_reach_over_their_steps_and_each_sheet_is_a_map() {
    let mut book = Workbook::new();
    let merged = Format::new();
    for (name, word) in [("Nu", "ringer"), ("Sen", "klickar")] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        sheet.merge_range(0, 1, 0, 2, "Före", &merged).unwrap();
        sheet.write(0, 3, "Efter").unwrap();
        sheet.write(1, 0, "Tankar").unwrap();
        sheet.merge_range(1, 1, 1, 3, &format!("Jag {word}"), &merged).unwrap();
        sheet.write(2, 0, "Anna, känsla").unwrap();
        for column in 1..4 {
            sheet.write(2, column, f64::from(column) - 2.0).unwrap();
        }
    }
    book.add_worksheet().set_name("Dold").unwrap().set_hidden(true).write(0, 0, "x").unwrap();
    let (_, imported) = read(&book.save_to_buffer().unwrap()).unwrap();
    let project = &imported.project;
    let titles: Vec<&str> = project.journeys.iter().map(|one| one.title.as_str()).collect();
    assert_eq!((titles, project.title.as_str()), (vec!["Nu", "Sen"], "Karta"));
    // Who is in both is one.
    assert_eq!(project.personas.len(), 1);
    for journey in &project.journeys {
        let steps: Vec<usize> = journey.phases.iter().map(|one| one.steps.len()).collect();
        assert_eq!(steps, [2, 1]);
        let card = &journey.lanes[0].cards[0];
        assert_eq!(card.until.as_ref(), Some(&journey.phases[1].steps[0].id));
        let persona = Some(&project.personas[0].id);
        assert!(journey.lanes[1].points.iter().all(|one| one.persona.as_ref() == persona));
    }
}

#[test]
fn what_claims_to_be_larger_than_any_memory_is_refused() {
    let zeros = vec![b' '; 210_000_000];
    let bomb = packed(&[("xl/workbook.xml", b"<workbook/>"), ("xl/a.xml", &zeros)]);
    assert!(bomb.len() < 1_000_000);
    assert_eq!(read(&bomb).err(), Some(ImportError::TooManyBytes(200_000_000)));
    let row = "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell \
        table:number-columns-repeated=\"16384\"><text:p>x</text:p></table:table-cell>\
        </table:table-row>";
    let repeated = packed(&[("META-INF/manifest.xml", b"<m/>"), ("content.xml", row.as_bytes())]);
    assert!(matches!(read(&repeated).err(), Some(ImportError::TooLarge(..))));
    let mut book = Workbook::new();
    book.add_worksheet().write(1_000_000, 16_000, "far").unwrap();
    let far = book.save_to_buffer().unwrap();
    assert_eq!(read(&far).err(), Some(ImportError::TooLarge(1_000_001, 20_000)));
}

#[test]
fn a_damaged_file_is_told_and_never_ends_the_program() {
    let mut seed = 9_u64;
    let mut next = |most: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (seed >> 33) as usize % most
    };
    let mut refused = 0;
    for name in SAMPLES {
        let whole = sample(name);
        for round in 0..150 {
            let mut bytes = whole.clone();
            match round % 2 {
                0 => bytes.truncate(next(whole.len())),
                _ => (0..=round / 20).for_each(|_| bytes[next(whole.len())] = next(256) as u8),
            }
            match read(&bytes) {
                // As soon as it is there it is sound: saving and opening it changes nothing.
                Ok((_, imported)) => {
                    assert_eq!(file::as_opened(&imported.project).unwrap(), imported.project);
                }
                Err(_) => refused += 1,
            }
        }
    }
    assert!(refused > 100, "only {refused} were seen to be damaged");
}
