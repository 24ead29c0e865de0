//! Do exports look as they should, come out the same each time, and survive whatever a map holds?
//!
//! The pictures in `tests/export` are compared point by point. Another processor may round an edge
//! the other way, so a few points may differ a little: see [`alike`]. Where a change of the drawing
//! is meant, `KUNDRESA_WRITE_EXPORTS=1 cargo test --test export` writes them anew; look at them.
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

#[path = "export/breaks.rs"]
mod breaks;
#[path = "export/browser.rs"]
mod browser;
#[path = "export/hard.rs"]
mod hard;
#[path = "bench/maps.rs"]
mod maps;
#[path = "export/page.rs"]
mod page;
#[path = "export/writing.rs"]
mod writing;

use kundresa::export::{ExportError, Format, Job, Options, PngSize, export};
use kundresa::file;
use kundresa::model::Project;
use kundresa::scene::{Face, Item, Picture, Theme, ThemeKind, Visit};
use kundresa::words::{Lang, Words};
use std::path::{Path, PathBuf};
use std::sync::Arc;

const EXAMPLES: [&str; 3] = ["dag-pa-akuten", "forpackningsmaskin", "shoes"];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/export")
}

fn example(name: &str) -> Arc<Project> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = root.join("assets/examples").join(name).with_extension("kundresa");
    Arc::new(file::load(&path).unwrap().project)
}

fn bytes(
    project: &Arc<Project>,
    format: Format,
    options: &Options,
) -> Result<Vec<u8>, ExportError> {
    let mut bytes = Vec::new();
    export(project, format, options, &mut bytes, &mut |_| true)?;
    Ok(bytes)
}

fn text(project: &Arc<Project>, options: &Options) -> String {
    String::from_utf8(bytes(project, Format::Svg, options).unwrap()).unwrap()
}

/// Width, height, channels and bytes of a picture.
fn pixels(png: &[u8]) -> (u32, u32, usize, Vec<u8>) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(png)).read_info().unwrap();
    let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut bytes).unwrap();
    (info.width, info.height, info.color_type.samples(), bytes)
}

/// Fails where the bytes are not those of the file, or writes the file.
fn is_kept(name: &str, found: &[u8], same: impl Fn(&[u8], &[u8]) -> Result<(), String>) {
    let path = folder().join(name);
    if std::env::var_os("KUNDRESA_WRITE_EXPORTS").is_some() {
        std::fs::write(&path, found).unwrap();
    }
    let kept = std::fs::read(&path).unwrap();
    if let Err(how) = same(&kept, found) {
        let other = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::write(&other, found).unwrap();
        panic!("{name} {how}; what came out is {}", other.display());
    }
}

/// Are two pictures the same to the eye? One channel in 500 may differ by more than 24 of 255, and
/// all of them by 0.4 on average.
fn alike(kept: &[u8], found: &[u8]) -> Result<(), String> {
    let (kept, found) = (pixels(kept), pixels(found));
    if (kept.0, kept.1, kept.2) != (found.0, found.1, found.2) {
        return Err(format!("is {} × {}, not {} × {}", found.0, found.1, kept.0, kept.1));
    }
    let apart = || kept.3.iter().zip(&found.3).map(|(a, b)| a.abs_diff(*b));
    let far = apart().filter(|apart| *apart > 24).count();
    let mean = apart().map(f64::from).sum::<f64>() / kept.3.len() as f64;
    match far * 500 > kept.3.len() || mean > 0.4 {
        true => Err(format!("differs: {far} channels are far off, {mean:.2} on average")),
        false => Ok(()),
    }
}

fn equal(kept: &[u8], found: &[u8]) -> Result<(), String> {
    if kept == found { Ok(()) } else { Err("differs".into()) }
}

fn small(theme: ThemeKind, width: u32) -> Options {
    Options { theme, size: Some(PngSize::Width(width)), ..Options::default() }
}

/// Fails where a text of the map is in a font that other machines may not have.
fn needs_only_bundled_fonts(project: &Arc<Project>) {
    let words = Words::new(Lang::En);
    let options = &Options::default();
    let views = Default::default();
    let (theme, compared) = (Theme::new(ThemeKind::Light), None);
    let whole = project;
    let job = Job { project, whole, options, views, compared, theme, words };
    let sheet = job.sheet().unwrap();
    let Ok(()) = sheet.visit(None, &mut |visit| {
        if let Visit::Draw(Item::Text { text, .. }, _) = visit {
            let mut runs = text.lines.iter().flat_map(|line| &line.runs);
            let lent = runs.any(|run| matches!(run.face, Face::System(_)));
            assert!(!lent, "{}", text.source);
        }
        Ok::<(), std::convert::Infallible>(())
    });
}

#[test]
fn the_examples_look_as_they_did() {
    for name in EXAMPLES {
        let project = example(name);
        needs_only_bundled_fonts(&project);
        let found = bytes(&project, Format::Png, &small(ThemeKind::Light, 700)).unwrap();
        is_kept(&format!("{name}.png"), &found, alike);
    }
}

#[test]
fn hard_texts_and_the_other_themes_look_as_they_did() {
    let project = Arc::new(hard::map(&hard::BUNDLED));
    needs_only_bundled_fonts(&project);
    for (name, theme) in [("dark", ThemeKind::Dark), ("projector", ThemeKind::Projector)] {
        let found = bytes(&project, Format::Png, &small(theme, 700)).unwrap();
        is_kept(&format!("hard-{name}.png"), &found, alike);
    }
}

#[test]
fn a_tiny_map_is_the_svg_it_was() {
    let project = Arc::new(hard::tiny());
    is_kept("tiny.svg", &bytes(&project, Format::Svg, &Options::default()).unwrap(), equal);
    let options = Options { real_text: true, transparent: true, ..Options::default() };
    is_kept("tiny-text.svg", &bytes(&project, Format::Svg, &options).unwrap(), equal);
}

#[test]
fn the_same_comes_out_twice() {
    let projects = [example("shoes"), Arc::new(hard::map(&hard::ANY))];
    for project in &projects {
        for format in Format::all() {
            let options = small(ThemeKind::Light, 1500);
            let [a, b] = [(), ()].map(|()| bytes(project, format, &options).unwrap());
            assert!(a == b, "{format:?}");
        }
    }
}

#[test]
fn nothing_a_map_can_hold_ends_the_program() {
    let long: String = "ordutanslut".chars().cycle().take(10_000).collect();
    let mut texts: Vec<&str> = hard::ANY.to_vec();
    texts.extend(hard::BUNDLED);
    texts.push(&long);
    let project = Arc::new(hard::map(&texts));
    for format in Format::all() {
        for theme in [ThemeKind::Light, ThemeKind::Projector] {
            for real_text in [false, true] {
                let options = Options { real_text, ..small(theme, 400) };
                let found = bytes(&project, format, &options).unwrap();
                assert!(found.len() > 1000, "{format:?}");
            }
        }
    }
}

#[test]
fn an_svg_is_sound_xml_and_no_name_stands_twice() {
    let mut texts = hard::ANY.to_vec();
    texts.extend(hard::BUNDLED);
    let mut project = hard::map(&texts);
    // Two journeys of one map may not name a thing alike, but files may hold what they will.
    let journey = Arc::make_mut(&mut project.journeys[0]);
    let twice = journey.lanes[0].cards[0].clone();
    Arc::make_mut(&mut journey.lanes[0]).cards.push(twice);
    let project = Arc::new(project);
    for real_text in [false, true] {
        let text = text(&project, &Options { real_text, ..Options::default() });
        let document = roxmltree::Document::parse(&text).unwrap();
        let mut names = std::collections::HashSet::new();
        for node in document.descendants().filter(|node| node.is_element()) {
            let id = node.attribute("id");
            assert!(id.is_none_or(|id| names.insert(id)), "{id:?} stands twice");
            let used = node.attribute(("http://www.w3.org/1999/xlink", "href"));
            let known = used.is_none_or(|used| names.contains(used.trim_start_matches('#')));
            assert!(known, "{used:?} is used before it is there");
        }
        assert!(names.len() > texts.len(), "each card has a name");
    }
}

#[test]
fn a_picture_has_the_size_that_was_asked_for_or_says_why_not() {
    let project = example("shoes");
    let size = |size| Options { size: Some(size), ..Options::default() };
    let of = |options: &Options| {
        let mut none = Vec::new();
        export(&project, Format::Png, options, &mut none, &mut |_| true)
            .map(|report| report.pixels.unwrap())
    };
    let (width, height) = of(&size(PngSize::Scale(1.0))).unwrap();
    assert_eq!(of(&size(PngSize::Dpi(48.0))).unwrap(), (width / 2, height.div_ceil(2)));
    assert_eq!(of(&size(PngSize::Width(777))).unwrap().0, 777);
    assert_eq!(of(&size(PngSize::Width(1))).unwrap().0, 1);
    let rows = [
        PngSize::Width(u32::MAX),
        PngSize::Width(65_001),
        PngSize::Scale(1e9),
        PngSize::Scale(f64::INFINITY),
        PngSize::Scale(f64::NAN),
        PngSize::Scale(0.0),
        PngSize::Scale(-1.0),
        PngSize::Dpi(1e-300),
    ];
    for row in rows {
        let error = of(&size(row)).unwrap_err();
        let refused = matches!(error, ExportError::TooLarge(..) | ExportError::TooSmall(..));
        assert!(refused, "{row:?}: {error:?}");
        assert!(error.text(&Words::new(Lang::Sv)).contains("bildpunkter"), "{row:?}");
    }
}

#[test]
fn a_picture_says_how_fine_it_is_and_has_paper_or_none() {
    let project = Arc::new(hard::tiny());
    for (dpi, transparent) in [(96.0, false), (300.0, true)] {
        let size = Some(PngSize::Dpi(dpi));
        let options = Options { size, transparent, ..Options::default() };
        let png = bytes(&project, Format::Png, &options).unwrap();
        let reader = png::Decoder::new(std::io::Cursor::new(&png)).read_info().unwrap();
        let dots = reader.info().pixel_dims.unwrap();
        assert_eq!((f64::from(dots.xppu) * 0.0254).round(), dpi);
        let (_, _, channels, bytes) = pixels(&png);
        assert_eq!(channels, if transparent { 4 } else { 3 });
        let alpha = |at: usize| if transparent { bytes[at * 4 + 3] } else { 255 };
        assert_eq!(alpha(0), if transparent { 0 } else { 255 });
    }
}

#[test]
fn an_export_can_be_stopped_and_a_writer_that_fails_is_told() {
    let project = example("shoes");
    for format in Format::all() {
        let mut none = Vec::new();
        let error = export(&project, format, &Options::default(), &mut none, &mut |_| false);
        assert!(matches!(error, Err(ExportError::Stopped)), "{format:?}");
        let mut full: &mut [u8] = &mut [0; 100];
        let error = export(&project, format, &Options::default(), &mut full, &mut |_| true);
        assert!(matches!(error, Err(ExportError::Write(_))), "{format:?}");
    }
}

#[test]
fn a_logo_stands_below_the_map() {
    let mut project = Project::clone(&example("dag-pa-akuten"));
    // Without its pictures the logo is the only one.
    project.images.clear();
    let project = Arc::new(project);
    // A red square of 64 pixels.
    let mut png = Vec::new();
    let mut writer = png::Encoder::new(&mut png, 64, 64);
    writer.set_color(png::ColorType::Rgb);
    let mut writer = writer.write_header().unwrap();
    writer.write_image_data(&[250, 10, 20].repeat(64 * 64)).unwrap();
    writer.finish().unwrap();
    let logo = Some(Picture::read(&png).unwrap());
    let with = Options { logo, size: Some(PngSize::Scale(1.0)), ..Options::default() };
    let without = Options { logo: None, ..with.clone() };
    assert!(text(&project, &with).contains("<image x="));
    assert!(!text(&project, &without).contains("<image"));
    let red = |options: &Options| {
        let (.., bytes) = pixels(&bytes(&project, Format::Png, options).unwrap());
        bytes.chunks(3).filter(|pixel| **pixel == [250, 10, 20]).count()
    };
    // It is 44 units high.
    assert!((42 * 42..=44 * 44).contains(&red(&with)), "{}", red(&with));
    assert_eq!(red(&without), 0);
    let images = |options: &Options| {
        let pdf = bytes(&project, Format::Pdf, options).unwrap();
        pdf.windows(14).filter(|bytes| *bytes == b"/Subtype/Image").count()
    };
    assert_eq!((images(&with), images(&without)), (1, 0));
}

#[test]
fn customers_stand_on_one_line_where_that_is_asked_for() {
    let project = example("forpackningsmaskin");
    let picture = |fold_customers: bool| {
        let options = Options { fold_customers, ..Options::default() };
        let report = export(&project, Format::Png, &options, &mut Vec::new(), &mut |_| true);
        let (_, height) = report.unwrap_or_else(|_| panic!("it is drawn")).pixels.unwrap();
        (height, text(&project, &options).matches("260\u{a0}av\u{a0}420").count())
    };
    let ((whole, told), (folded, also)) = (picture(false), picture(true));
    assert!(folded + 100 < whole, "{folded} {whole}");
    assert!(told > 0 && also > 0, "the figures are told in both");
}

#[test]
fn only_what_is_wanted_is_in_it() {
    let project = example("forpackningsmaskin");
    let all = text(&project, &Options::default());
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let rows: [(Options, &[&str], &[&str]); 6] = [
        (Options::default(), &["Köpa ny", "Anna", "Google-annons", "Senast ändrad"], &[]),
        (
            Options { no_title: true, date: Some("idag".into()), ..Options::default() },
            &["Google-annons", "idag"],
            &["class=\"title\"", "class=\"persona\"", "Senast ändrad"],
        ),
        (
            Options { lanes: names(&["beröringspunkter "]), ..Options::default() },
            &["Google-annons"],
            &["Etablera kontakt", "class=\"curve\""],
        ),
        (
            Options { personas: names(&["anna"]), ..Options::default() },
            &["Anna", "Google-annons"],
            // Who agrees is told of all of them; nothing else is.
            &["Karim, Inköpare", "Karim, Jämför", "Tre offerter", "Elin, "],
        ),
        (
            Options { journey: Some("2".into()), ..Options::default() },
            &["class=\"card\""],
            &["Google-annons"],
        ),
        (
            Options { lang: Some(Lang::En), no_legend: true, ..Options::default() },
            &["Last changed"],
            &["Senast ändrad", "Smärtpunkt, "],
        ),
    ];
    for (options, inside, outside) in rows {
        let text = text(&project, &options);
        for wanted in inside {
            assert!(text.contains(wanted), "{options:?}: {wanted}");
        }
        for unwanted in outside {
            assert!(!text.contains(unwanted), "{options:?}: {unwanted}");
            assert!(all.contains(unwanted), "{unwanted} is in none");
        }
    }
    let chain = text(&project, &Options { chain: true, ..Options::default() });
    assert_eq!(chain.matches("class=\"chain\"").count(), 4);
    assert!(chain.contains("<title>Följ upp offert leder till Stänga affär</title>"));
    assert!(!all.contains("class=\"chain\""));
    let rows = [
        Options { lanes: names(&["Ingen"]), ..Options::default() },
        Options { personas: names(&["Ingen"]), ..Options::default() },
        Options { journey: Some("Ingen".into()), ..Options::default() },
        Options { journey: Some("0".into()), ..Options::default() },
    ];
    for options in rows {
        let error = bytes(&project, Format::Svg, &options).unwrap_err();
        let said = error.text(&Words::new(Lang::En));
        assert!(said.contains("There are: "), "{said}");
    }
    let error = bytes(&Arc::default(), Format::Svg, &Options::default()).unwrap_err();
    assert!(matches!(error, ExportError::NoJourneys));
}
