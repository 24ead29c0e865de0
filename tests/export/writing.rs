//! Is a text the same in every format, wherever its words break and whichever fonts it needs?

use super::{bytes, text};
use kundresa::export::{Format, Job, Options};
use kundresa::file;
use kundresa::model::Project;
use kundresa::scene::{Item, Text, Theme, ThemeKind, Visit};
use kundresa::words::{Lang, Words};
use std::collections::HashMap;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

fn case(name: &str) -> Arc<Project> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    Arc::new(file::load(&folder.join(name).with_extension("kundresa")).unwrap().project)
}

/// The texts of a map as they are drawn, each as its lines, by what they say without soft hyphens.
fn drawn(project: &Arc<Project>) -> HashMap<String, Vec<String>> {
    let (options, words) = (Options::default(), Words::new(Lang::Sv));
    let (theme, compared) = (Theme::new(ThemeKind::Light), None);
    let (options, views) = (&options, Default::default());
    let whole = project;
    let job = Job { project, whole, options, views, compared, theme, words };
    let sheet = job.sheet().unwrap();
    let mut found = HashMap::new();
    let Ok(()) = sheet.visit(None, &mut |visit| {
        if let Visit::Draw(Item::Text { text, .. }, _) = visit {
            found.insert(text.source.replace('\u{ad}', ""), lines(text));
        }
        Ok::<(), std::convert::Infallible>(())
    });
    found
}

fn lines(text: &Text) -> Vec<String> {
    let said = text.lines.iter().map(|line| {
        line.runs.iter().map(|run| text.said(run)).collect::<String>().trim_end().to_owned()
    });
    said.collect()
}

/// The slides of a presentation, as XML.
fn slides(project: &Arc<Project>) -> String {
    let pack = bytes(project, Format::Pptx, &Options::default()).unwrap();
    let mut pack = zip::ZipArchive::new(std::io::Cursor::new(pack)).unwrap();
    let names: Vec<String> =
        pack.file_names().filter_map(|name| Some(name.ok()?.into_owned())).collect();
    let mut all = String::new();
    for name in names.iter().filter(|name| name.starts_with("ppt/slides/slide")) {
        pack.by_name(name).unwrap().read_to_string(&mut all).unwrap();
    }
    all
}

/// What the texts of an SVG say, each with the pieces it is written in.
fn real_texts(project: &Arc<Project>) -> Vec<(String, Vec<String>, bool)> {
    let svg = text(project, &Options { real_text: true, ..Options::default() });
    let document = roxmltree::Document::parse(&svg).unwrap();
    let texts = document.descendants().filter(|node| node.has_tag_name("text"));
    let said = texts.map(|node| {
        let pieces = node.descendants().filter_map(|node| node.text().filter(|_| node.is_text()));
        let pieces: Vec<String> = pieces.map(str::to_owned).collect();
        (pieces.concat(), pieces, node.attribute("direction") == Some("rtl"))
    });
    said.collect()
}

#[test]
fn words_break_with_a_hyphen_in_the_same_places_everywhere() {
    let project = case("avstavning");
    let map = drawn(&project);
    let whole = [
        "upphandlingsförberedelsearbete i kommunen",
        "kundtillfredsställelseundersökningsresultat",
        "Leverantörsutvärderingsunderlag",
    ];
    let texts = real_texts(&project);
    let mut hyphens = 0;
    for said in whole {
        let lines = &map[said];
        let broken = lines.iter().filter(|line| line.ends_with('-')).count();
        hyphens += broken;
        let joined = lines.iter().map(|line| line.trim_end_matches('-')).collect::<String>();
        assert_eq!(joined.replace(' ', ""), said.replace(' ', ""), "nothing is lost");
        // Real text in an SVG: a word is one element, whose pieces are the lines with their hyphens.
        let word = said.split(' ').next().unwrap();
        let is_it = |(all, ..): &&(String, _, _)| all.replace('-', "").starts_with(word);
        let (_, pieces, _) = texts.iter().find(is_it).unwrap();
        assert_eq!(pieces[..=broken], lines[..=broken], "{said}");
    }
    assert!(hyphens >= 2, "{map:?}");
    assert!(texts.iter().all(|(said, ..)| !said.contains('\u{ad}')), "{texts:?}");
    // On slides a word that is broken has its hyphen and a new line, since soft ones are not drawn.
    let slides = slides(&project);
    let runs = slides.split("<a:t>").skip(1).filter_map(|one| one.split_once("</a:t>"));
    let texts: String = runs
        .map(|(said, rest)| match (said.strip_suffix('-'), rest.contains("<a:br>")) {
            (Some(said), true) => said.to_owned(),
            (_, _) => format!("{said}\n"),
        })
        .collect();
    // The names of steps stand on none.
    for said in &whole[..2] {
        assert!(texts.contains(said), "{said}: {texts}");
    }
    assert!(!texts.contains('\u{ad}'), "{texts}");
    // In tables it is whole, without the writer's soft hyphens, which spreadsheets show.
    for format in [Format::Markdown, Format::Csv] {
        let table = bytes(&project, format, &Options::default()).unwrap();
        let table = String::from_utf8_lossy(&table).into_owned();
        for said in &whole[..2] {
            assert!(table.contains(said), "{format:?} {table}");
        }
    }
}

#[test]
fn an_emoji_that_is_new_is_one_picture() {
    let project = case("emoji-efter-2022");
    let (options, words) = (Options::default(), Words::new(Lang::Sv));
    let (theme, compared) = (Theme::new(ThemeKind::Light), None);
    let (options, views, project) = (&options, Default::default(), &project);
    let whole = project;
    let job = Job { project, whole, options, views, compared, theme, words };
    let sheet = job.sheet().unwrap();
    let mut pictures = 0;
    let Ok(()) = sheet.visit(None, &mut |visit| {
        if let Visit::Draw(Item::Text { text, .. }, _) = visit {
            for run in text.lines.iter().flat_map(|line| &line.runs) {
                if text.source[run.range.clone()].contains(|c| c > '\u{1f300}') {
                    assert_eq!(run.face, kundresa::scene::Face::Emoji, "{}", text.source);
                    assert!(run.glyphs.len() == 1 && run.glyphs[0].id != 0, "{}", text.source);
                    assert!(!run.is_missing(), "{}", text.source);
                    pictures += usize::from(text.source.starts_with("1"));
                }
            }
        }
        Ok::<(), std::convert::Infallible>(())
    });
    assert_eq!(pictures, 4);
}

#[test]
fn links_in_markdown_are_what_was_written() {
    let markdown = bytes(&case("lank-i-markdown"), Format::Markdown, &Options::default()).unwrap();
    let markdown = String::from_utf8(markdown).unwrap();
    for link in [
        "<https://www.exempel.se/host_26?utm_source=brev&x=1#a_b>",
        "<https://www.exempel.se/en_sida>",
    ] {
        assert!(markdown.contains(link), "{markdown}");
    }
}

#[test]
fn what_reads_from_right_to_left_says_so() {
    let project = case("rtl-slutar-med-siffra");
    let written = ["שלום עולם! (test) 123", "مرحبا بالعالم، 2640 ABC"];
    let texts = real_texts(&project);
    let slides = slides(&project);
    for said in written {
        let words: Vec<&str> = said.split(' ').collect();
        // In the order it is read, in as many lines as it takes.
        let lines: Vec<&str> = texts
            .iter()
            .filter(|(line, _, rtl)| *rtl && said.contains(line.trim()))
            .map(|(line, ..)| line.as_str())
            .collect();
        assert_eq!(lines.join(" ").split(' ').collect::<Vec<_>>(), words, "{texts:?}");
        let at = slides.find(&format!("<a:t>{said}")).expect(said);
        let paragraph = &slides[slides[..at].rfind("<a:pPr").unwrap()..at];
        assert!(paragraph.contains("algn=\"r\" rtl=\"1\""), "{paragraph}");
    }
}
