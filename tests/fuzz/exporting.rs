//! What is promised of any map as any format?

use crate::dice::Dice;
use crate::run::number_of;
use kundresa::export::{
    ExportError, Format, Options, PageSize, Paper, PngSize, Report, Separator, TableKind, export,
    page_count,
};
use kundresa::file;
use kundresa::model::Project;
use kundresa::scene::ThemeKind;
use kundresa::words::{Lang, Words};
use std::io::{Cursor, Read};
use std::sync::Arc;

/// It becomes a sound file, or is refused for a reason that a map can have.
pub(crate) fn promise(bytes: &[u8], format: Format) {
    let Ok(loaded) = file::read(bytes) else { return };
    let project = Arc::new(loaded.project);
    let options = options(&project, format, &mut Dice::new(number_of(bytes)));
    let mut written = Vec::new();
    let report = match export(&project, format, &options, &mut written, &mut |_| true) {
        Ok(report) => report,
        Err(error) => return refused(&error, &options),
    };
    match format {
        Format::Svg => svg(&written),
        Format::Pdf => pdf(&written, &report),
        Format::Png => png(&written, &report),
        Format::Pptx => pptx(&written, page_count(&project, &options).unwrap()),
        Format::Xlsx => drop(parts(&written)),
        Format::Html => html(&written),
        Format::Csv => csv(&written, &options),
        Format::Markdown => markdown(&written),
    }
}

/// What somebody may have chosen; so that it takes little time, no picture is wide.
fn options(project: &Project, format: Format, dice: &mut Dice) -> Options {
    let turned = |paper: Paper| {
        [None, Some(true), Some(false)].map(|landscape| PageSize { paper, landscape })
    };
    let papers: Vec<PageSize> = Paper::all().flat_map(|(_, paper)| turned(paper)).collect();
    let story = match format {
        Format::Pptx => true,
        Format::Pdf => dice.once_in(3),
        _ => false,
    };
    let mut options = Options {
        theme: *dice.one(&[ThemeKind::Light, ThemeKind::Dark, ThemeKind::Projector]),
        lang: *dice.one(&[None, Some(Lang::Sv), Some(Lang::En)]),
        no_title: dice.once_in(4),
        no_legend: dice.once_in(4),
        prompts: dice.once_in(2),
        fold_customers: dice.once_in(2),
        transparent: dice.once_in(4),
        table: *dice.one(&TableKind::ALL),
        separator: *dice.one(&[None, Some(Separator::Semicolon), Some(Separator::Tab)]),
        notes: story && dice.once_in(2),
        page: *dice.one(&papers),
        tile: dice.once_in(5).then(|| papers[3 + dice.roll(papers.len() - 3)]),
        phase_pages: dice.once_in(3),
        size: Some(PngSize::Width(1 + dice.roll(500) as u32)),
        real_text: dice.once_in(2),
        story,
        ..Options::default()
    };
    let journey = &project.journeys[dice.roll(project.journeys.len())];
    if dice.once_in(3) {
        options.journey = Some(journey.id.to_string());
    }
    if dice.once_in(4) {
        options.lanes.extend(journey.lanes.first().map(|lane| lane.id.to_string()));
        options.personas.extend(journey.personas.first().map(ToString::to_string));
    }
    options
}

/// A fault of a library is none that a map can have, nor is what nobody has asked for.
fn refused(error: &ExportError, options: &Options) {
    let words = Words::new(options.lang.unwrap_or(Lang::Sv));
    assert!(!error.text(&words).is_empty());
    match error {
        ExportError::TooLarge(..) | ExportError::TooSmall(..) | ExportError::TooManyPages(_) => {}
        ExportError::NoJourney(..) | ExportError::NoLane(..) | ExportError::NoPersona(..) => {
            // An id of nothing but spaces is no name.
            let mut names = options.lanes.iter().chain(&options.personas).chain(&options.journey);
            assert!(names.any(|name| name.trim() != name), "{error:?}");
        }
        other => panic!("refused: {other:?}"),
    }
}

fn text_of(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// Fails where a control character stands in a text that is no break of a line.
fn shown(text: &str) {
    let control = text.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'));
    assert!(control.is_none(), "{control:?} stands in it");
}

fn svg(bytes: &[u8]) {
    let text = text_of(bytes);
    shown(text);
    let document = roxmltree::Document::parse(text).unwrap();
    let root = document.root_element();
    for side in ["width", "height"] {
        let value: f64 = root.attribute(side).unwrap().trim_end_matches("px").parse().unwrap();
        assert!(value.is_finite() && value > 0.0, "{side} is {value}");
    }
    for node in document.descendants().filter(|node| node.is_element()) {
        assert!(!matches!(node.tag_name().name(), "script" | "foreignObject"), "{node:?}");
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            assert!(!name.starts_with("on"), "{name}");
            assert!(name == "id" || !(value.contains("NaN") && name == "d"), "{name}: {value}");
        }
    }
}

fn pdf(bytes: &[u8], report: &Report) {
    let document = lopdf::Document::load_mem(bytes).unwrap();
    let pages = document.get_pages();
    assert_eq!(Some(pages.len()), report.pages);
    for page in pages.into_values() {
        let content = document.get_page_content(page).unwrap();
        lopdf::content::Content::decode(&content).unwrap();
    }
}

fn png(bytes: &[u8], report: &Report) {
    let mut reader = png::Decoder::new(Cursor::new(bytes)).read_info().unwrap();
    let mut dots = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut dots).unwrap();
    reader.finish().unwrap();
    assert_eq!(report.pixels, Some((info.width, info.height)));
}

/// The parts of a zipped file by name, each sound XML.
fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let (name, mut content) = (part.name().unwrap().into_owned(), Vec::new());
        part.read_to_end(&mut content).unwrap();
        if name.ends_with(".xml") || name.ends_with(".rels") {
            let text = text_of(&content);
            shown(text);
            let document = roxmltree::Document::parse(text);
            assert!(document.is_ok(), "{name}: {document:?}");
        }
        assert!(parts.iter().all(|(other, _)| *other != name), "{name} is there twice");
        parts.push((name, content));
    }
    for (name, content) in parts.iter().filter(|(name, _)| name.ends_with(".rels")) {
        leads_somewhere(name, text_of(content), &parts);
    }
    parts
}

/// What one part of a file says of others is there.
fn leads_somewhere(name: &str, content: &str, parts: &[(String, Vec<u8>)]) {
    let document = roxmltree::Document::parse(content).unwrap();
    // `ppt/slides/_rels/slide1.xml.rels` speaks of what is beside `ppt/slides`.
    let folder: Vec<&str> = name.split('/').collect();
    let folder = &folder[..folder.len() - 2];
    for node in document.descendants().filter(|node| node.has_tag_name("Relationship")) {
        let target = node.attribute("Target").unwrap();
        if node.attribute("TargetMode") == Some("External") {
            continue;
        }
        let mut path: Vec<&str> =
            if target.starts_with('/') { Vec::new() } else { folder.to_vec() };
        for piece in target.split('/').filter(|piece| !piece.is_empty()) {
            match piece {
                ".." => drop(path.pop()),
                piece => path.push(piece),
            }
        }
        let path = path.join("/");
        assert!(parts.iter().any(|(part, _)| *part == path), "{name} names {path}");
    }
}

fn pptx(bytes: &[u8], pages: usize) {
    let parts = parts(bytes);
    let is_slide = |name: &str| name.starts_with("ppt/slides/slide") && name.ends_with(".xml");
    assert_eq!(parts.iter().filter(|(name, _)| is_slide(name)).count(), pages);
    for (name, content) in parts.iter().filter(|(name, _)| is_slide(name)) {
        let document = roxmltree::Document::parse(text_of(content)).unwrap();
        for node in document.descendants() {
            // Where things stand and how large they are, in whole units that PowerPoint takes.
            let sizes: &[&str] = match node.tag_name().name() {
                "ext" => &["cx", "cy"],
                "off" => &["x", "y"],
                _ => continue,
            };
            for number in sizes.iter().filter_map(|name| node.attribute(*name)) {
                let number: i64 = number.parse().unwrap();
                let least = if sizes[0] == "cx" { 0 } else { i64::from(i32::MIN) };
                assert!((least..=i64::from(i32::MAX)).contains(&number), "{name}: {number}");
            }
        }
    }
}

fn html(bytes: &[u8]) {
    let page = text_of(bytes);
    shown(page);
    for tag in ["<script", "</script", "<style", "</style"] {
        assert_eq!(page.matches(tag).count(), 1, "{tag}");
    }
    let (from, to) = (page.find("<main").unwrap(), page.rfind("</main>").unwrap());
    let inside = page[from..to].split_once('>').unwrap().1;
    let main = format!("<main xmlns:xlink=\"http://www.w3.org/1999/xlink\">{inside}</main>");
    let document = roxmltree::Document::parse(&main).unwrap();
    for node in document.descendants().filter(|node| node.is_element()) {
        let name = node.tag_name().name();
        assert!(!matches!(name, "script" | "iframe" | "img" | "object" | "style"), "<{name}>");
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            assert!(!name.starts_with("on") && name != "style", "{name}");
            let leads = value.starts_with('#')
                || value.starts_with("http")
                || value.starts_with("data:image/");
            assert!(name != "href" || leads, "{name}: {value}");
        }
    }
}

fn csv(bytes: &[u8], options: &Options) {
    let text = text_of(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap());
    shown(text);
    let separator = match options.separator {
        Some(Separator::Semicolon) => b';',
        Some(Separator::Tab) => b'\t',
        Some(Separator::Comma) => b',',
        // As the language has it, which may be the map's own: told by the first row.
        None => *text.as_bytes().iter().find(|byte| matches!(byte, b';' | b',')).unwrap_or(&b','),
    };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .from_reader(text.as_bytes());
    for row in reader.records() {
        for cell in &row.unwrap() {
            let formula = cell.starts_with(['=', '+', '@']) || cell.starts_with("-");
            let number = cell.replace(',', ".").parse::<f64>().is_ok();
            assert!(!formula || number, "a formula: {cell}");
        }
    }
}

fn markdown(bytes: &[u8]) {
    let text = text_of(bytes);
    shown(text);
    // What stands before a sign that begins an element or a link must say that it does not.
    for (at, _) in text.match_indices('<') {
        let before = text[..at].chars().rev().take_while(|c| *c == '\\').count();
        let address = text[at..].starts_with("<http");
        assert!(before % 2 == 1 || address, "{}", &text[at..].chars().take(60).collect::<String>());
    }
}
