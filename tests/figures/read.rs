//! What stands in what was written: texts of pages and slides, rows of a workbook.

use kundresa::export::{Format, Options, export};
use kundresa::model::Project;
use kundresa::scene::{Item, ThemeKind};
use std::io::{Cursor, Read};
use std::sync::Arc;

/// A project in a format: its maps, or the presentation of the first.
pub(crate) fn written(
    project: &Arc<Project>,
    format: Format,
    theme: ThemeKind,
    story: bool,
) -> Vec<u8> {
    let mut bytes = Vec::new();
    let options = Options { theme, story, ..Options::default() };
    export(project, format, &options, &mut bytes, &mut |_| true)
        .unwrap_or_else(|_| panic!("{format:?} is written"));
    bytes
}

/// All texts of a page.
pub(crate) fn texts_of(items: &[Item]) -> Vec<String> {
    let mut texts = Vec::new();
    for item in items {
        match item {
            Item::Text { text, .. } => texts.push(text.source.to_string()),
            Item::Drawn { drawing, .. } => texts.extend(texts_of(&drawing.items)),
            Item::Group(group) => texts.extend(texts_of(&group.items)),
            _ => {}
        }
    }
    texts
}

/// The files of a zip archive whose names hold `part`, one after the other.
fn files(bytes: &[u8], part: &str) -> Vec<String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut found = Vec::new();
    for place in 0..archive.len() {
        let mut file = archive.by_index(place).unwrap();
        if file.name().unwrap().contains(part) {
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            found.push(text);
        }
    }
    found
}

/// What slides say.
pub(crate) fn slides(bytes: &[u8]) -> String {
    let slides = files(bytes, "ppt/slides/slide").concat();
    pieces(&slides, "<a:t>", "</a:t>").join("\n")
}

/// What stands between `from` and `to`, each time, with its signs as they are read.
fn pieces(text: &str, from: &str, to: &str) -> Vec<String> {
    let parts = text.split(from).skip(1).filter_map(|part| part.split(to).next());
    parts.map(|part| part.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")).collect()
}

/// The rows of all sheets of a workbook; numbers as Rust writes them.
pub(crate) fn workbook(bytes: &[u8]) -> Vec<Vec<String>> {
    let shared = files(bytes, "xl/sharedStrings.xml").concat();
    let shared: Vec<String> = (shared.split("<si>").skip(1))
        .map(|one| {
            let texts = one.split("<t").skip(1).filter_map(|part| part.split_once('>'));
            let texts = texts.filter_map(|(_, text)| text.split("</t>").next());
            texts.collect::<String>().replace("&amp;", "&")
        })
        .collect();
    let mut rows = Vec::new();
    for sheet in files(bytes, "xl/worksheets/sheet") {
        for row in sheet.split("<row ").skip(1) {
            let cells = row.split("<c ").skip(1).filter_map(|cell| {
                let value = cell.split("<v>").nth(1)?.split("</v>").next()?;
                let is_text = cell.split('>').next()?.contains("t=\"s\"");
                match is_text {
                    true => shared.get(value.parse::<usize>().ok()?).cloned(),
                    false => Some(value.parse::<f64>().ok()?.to_string()),
                }
            });
            rows.push(cells.collect());
        }
    }
    rows
}
