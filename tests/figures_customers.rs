//! Is every figure of customers and time that is said anywhere the one that the map's numbers come to:
//! on the map, on pages, in tables and documents, whatever the widths, the view and the theme?

#![allow(clippy::wildcard_enum_match_arm, reason = "a test asks for one case")]
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

use kundresa::export::{Format, Options, ViewChoice, export, one_phase};
use kundresa::file;
use kundresa::insight::{self, funnel, too_many};
use kundresa::model::{Id, Journey, Part, Project, Thing, View, Widths};
use kundresa::scene::pages::Deck;
use kundresa::scene::{Item, Layout, Scene, ThemeKind};
use kundresa::templates::ours;
use kundresa::words::{Lang, Words};
use std::collections::HashSet;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

fn example(name: &str) -> Arc<Project> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/examples");
    Arc::new(file::load(&folder.join(format!("{name}.kundresa"))).unwrap().project)
}

/// All examples and templates, each with the language it is in.
fn all() -> Vec<(String, Lang, Arc<Project>)> {
    let mut all: Vec<_> = [("forpackningsmaskin", Lang::Sv), ("shoes", Lang::En)]
        .into_iter()
        .chain([("dag-pa-akuten", Lang::Sv)])
        .map(|(name, lang)| (name.to_owned(), lang, example(name)))
        .collect();
    for lang in [Lang::Sv, Lang::En] {
        let templates = ours(lang).iter();
        all.extend(templates.map(|one| (one.name.clone(), lang, one.project.clone())));
    }
    assert!(all.len() > 15);
    all
}

fn template(name: &str, lang: Lang) -> Arc<Project> {
    ours(lang).iter().find(|one| one.name == name).unwrap().project.clone()
}

/// Without the spaces and commas between groups of digits.
fn plain(text: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    let digit = |at: usize| signs.get(at).is_some_and(char::is_ascii_digit);
    let mut out = String::new();
    for (at, sign) in signs.iter().enumerate() {
        let between = at > 0 && digit(at - 1) && (1..=3).all(|by| digit(at + by));
        match sign {
            '\u{a0}' | ',' | ' ' if between && !digit(at + 4) => {}
            '\u{a0}' => out.push(' '),
            sign => out.push(*sign),
        }
    }
    out
}

/// A page without the bytes of its pictures: any letters may follow each other in them.
fn without_pictures(html: &str) -> String {
    let mut pieces = html.split(";base64,");
    let first = pieces.next().unwrap_or_default().to_owned();
    let of_picture = |sign: char| sign.is_ascii_alphanumeric() || "+/=".contains(sign);
    pieces.fold(first, |all, piece| all + piece.trim_start_matches(of_picture))
}

/// The numbers of "260 av 420" before `end`, each time it says so.
fn pairs_before(text: &str, of: &str, end: &str) -> Vec<(f64, f64)> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices(end) {
        let mut words = text[..at].rsplit(' ');
        let (whole, between, part) = (words.next(), words.next(), words.next());
        let number = |word: Option<&str>| {
            let digits = |sign: char| !sign.is_ascii_digit();
            word?.rsplit(digits).next()?.parse::<f64>().ok()
        };
        if between == Some(of) {
            found.extend(number(part).zip(number(whole)));
        }
    }
    found
}

/// The numbers of "260 av 420" after `start`, each time it says so.
fn pairs_after(text: &str, of: &str, start: &str) -> Vec<(f64, f64)> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices(start) {
        let mut words = text[at + start.len()..].split(' ');
        let (part, between, whole) = (words.next(), words.next(), words.next());
        let number = |word: Option<&str>| {
            word?.split(|sign: char| !sign.is_ascii_digit()).next()?.parse::<f64>().ok()
        };
        if between == Some(of) {
            found.extend(number(part).zip(number(whole)));
        }
    }
    found
}

/// What may be said of the customers of a project's journeys.
#[derive(Default)]
struct May {
    lost: HashSet<(u64, u64)>,
    on: HashSet<(u64, u64)>,
    unknown: HashSet<(u64, u64)>,
    largest: HashSet<(u64, u64)>,
}

fn key((part, whole): (f64, f64)) -> (u64, u64) {
    (part as u64, whole as u64)
}

fn may(journeys: &[Arc<Journey>]) -> May {
    let mut may = May::default();
    for journey in journeys {
        let Some(funnel) = funnel(journey) else { continue };
        for stop in funnel.phases.iter().chain(funnel.steps.iter().flatten()) {
            may.lost.extend(stop.loss().map(|loss| key((loss.people, loss.of))));
            may.on.extend(stop.leave.zip(stop.enter).map(key));
        }
        for place in 0..funnel.phases.len() {
            let ways = insight::ways(journey, &funnel, place);
            may.unknown.extend(ways.map(|ways| key((ways.unknown, ways.enter))));
        }
        may.largest.extend(funnel.largest_loss().map(|(_, loss)| key((loss.people, loss.of))));
    }
    may
}

/// Fails where `text` says of customers what the figures do not; and says how often it says so.
fn check(what: &str, text: &str, lang: Lang, may: &May) -> usize {
    let text = plain(text);
    let (of, not, unknown, largest, known) = match lang {
        Lang::Sv => {
            ("av", " går inte vidare", " okänt vart", "Störst tapp: ", "Störst känt tapp: ")
        }
        Lang::En => {
            ("of", " do not go on", " unaccounted for", "Largest loss: ", "Largest known loss: ")
        }
    };
    let on = if lang == Lang::Sv { " går vidare" } else { " go on" };
    let rows = [
        (pairs_before(&text, of, not), &may.lost),
        (pairs_before(&text, of, unknown), &may.unknown),
        (pairs_before(&text, of, on), &may.on),
        (pairs_after(&text, of, largest), &may.largest),
        (pairs_after(&text, of, known), &may.largest),
    ];
    let mut count = 0;
    for (found, may) in rows {
        count += found.len();
        for pair in found {
            assert!(may.contains(&key(pair)), "{what}: {pair:?} is none of {may:?}");
        }
    }
    for wrong in ["NaN", "inf ", "−0 "] {
        assert!(!text.contains(wrong), "{what}: {wrong}");
    }
    count
}

fn texts(items: &[Item], out: &mut Vec<String>) {
    for item in items {
        match item {
            Item::Text { text, .. } => out.push(text.source.to_string()),
            Item::Drawn { drawing, .. } => texts(&drawing.items, out),
            Item::Group(group) => {
                out.push(group.title.clone());
                texts(&group.items, out);
            }
            _ => {}
        }
    }
}

/// What the row of customers says, seen and unseen, and the map's head.
fn map(
    project: &Arc<Project>,
    journey: &Id,
    lang: Lang,
    look: &Look,
) -> (Vec<String>, Vec<String>) {
    let mut layout = Layout::new();
    (layout.fold_figures, layout.view) = (look.folded, Arc::new(look.view.clone()));
    let scene = layout.scene(project, journey, &Words::new(lang), look.text).unwrap();
    let mut said = Vec::new();
    for strip in scene.strips.iter().filter(|strip| strip.kind == Part::Funnel) {
        for piece in strip.pieces() {
            said.push(piece.title.clone());
            texts(&piece.drawing.items, &mut said);
        }
    }
    let mut head = Vec::new();
    scene.head.iter().for_each(|placed| texts(&placed.drawing.items, &mut head));
    (said, head)
}

struct Look {
    folded: bool,
    text: f32,
    view: View,
}

fn written(project: &Arc<Project>, format: Format, options: &Options) -> Vec<u8> {
    let mut out = Vec::new();
    export(project, format, options, &mut out, &mut |_| true)
        .unwrap_or_else(|_| panic!("{format:?}"));
    out
}

/// The texts of the files of a zip archive whose names hold `part`.
fn unzipped(bytes: &[u8], part: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut all = String::new();
    for place in 0..archive.len() {
        let mut file = archive.by_index(place).unwrap();
        if file.name().unwrap().contains(part) {
            file.read_to_string(&mut all).unwrap();
        }
    }
    all.replace("&amp;", "&").replace("<a:t>", "\n").replace("<t>", "\n")
}

#[test]
fn figures_are_those_reckoned_by_hand() {
    /// Who comes in, who goes on, who is lost, and who is unaccounted for.
    type Row = (f64, f64, Option<f64>, Option<f64>);
    /// A map, what becomes of the customers of each phase, and where most are lost.
    type Worked<'a> = (Arc<Project>, &'a [Row], Option<(usize, f64)>);
    let rows: [Worked; 4] = [
        (
            example("forpackningsmaskin"),
            &[
                // 8 % of 420 skip ahead: 34.
                (420.0, 160.0, Some(260.0), Some(226.0)),
                // 30 % of the 89 in the last step go back: 27.
                (160.0, 62.0, Some(98.0), Some(71.0)),
                // 46 % and 12 % of 62: 29 and 7.
                (62.0, 26.0, Some(36.0), Some(0.0)),
                (26.0, 24.0, Some(2.0), Some(2.0)),
                (24.0, 22.0, Some(2.0), Some(2.0)),
                (22.0, 7.0, None, None),
            ],
            Some((0, 260.0)),
        ),
        (
            example("shoes"),
            &[
                (9400.0, 5200.0, Some(4200.0), Some(4200.0)),
                // 22 % of 5200 skip ahead: 1144.
                (5200.0, 2900.0, Some(2300.0), Some(1156.0)),
                // 19 % of 2900 leave: 551.
                (2900.0, 2100.0, Some(800.0), Some(249.0)),
                (2100.0, 1480.0, Some(620.0), Some(620.0)),
                // 14 % of 1480 go back: 207.
                (1480.0, 1180.0, Some(300.0), Some(93.0)),
                (1180.0, 390.0, None, None),
            ],
            Some((0, 4200.0)),
        ),
        (
            template("six-phases", Lang::Sv),
            &[
                // 9 % of 12 000 skip ahead: 1 080.
                (12000.0, 2400.0, Some(9600.0), Some(8520.0)),
                // 79 % of the 1 500 in the last step leave: 1 185.
                (2400.0, 310.0, Some(2090.0), Some(905.0)),
                (310.0, 190.0, Some(120.0), Some(120.0)),
                // 18 % of 190 go back: 34.
                (190.0, 74.0, Some(116.0), Some(82.0)),
                (74.0, 66.0, Some(8.0), Some(8.0)),
                (66.0, 15.0, None, None),
            ],
            Some((0, 9600.0)),
        ),
        (
            template("need-to-after-purchase", Lang::En),
            &[
                (12000.0, 5200.0, Some(6800.0), Some(6800.0)),
                (5200.0, 2600.0, Some(2600.0), Some(2600.0)),
                // 40 % of 2,600 put it off: 1,040; 24 % of the 1,900 at home go back: 456.
                (2600.0, 1100.0, Some(1500.0), Some(4.0)),
                (1100.0, 980.0, Some(120.0), Some(120.0)),
                (980.0, 840.0, None, None),
            ],
            Some((0, 6800.0)),
        ),
    ];
    for (project, expected, largest) in rows {
        let journey = &project.journeys[0];
        let funnel = funnel(journey).unwrap();
        assert_eq!(funnel.phases.len(), expected.len(), "{}", journey.title);
        for (place, (stop, row)) in funnel.phases.iter().zip(expected).enumerate() {
            let unknown = insight::ways(journey, &funnel, place).map(|ways| ways.unknown);
            let lost = stop.loss().map(|loss| loss.people);
            let found =
                (stop.enter.unwrap(), stop.leave.unwrap(), lost, unknown.filter(|_| !stop.ends));
            assert_eq!(found, *row, "{} {place}", journey.title);
        }
        let found = funnel.largest_loss().map(|(place, loss)| (place, loss.people));
        assert_eq!(found, largest, "{}", journey.title);
    }
}

#[test]
fn shares_of_one_place_add_up_in_our_maps() {
    for (name, _, project) in all() {
        for journey in &project.journeys {
            let funnel = funnel(journey);
            for one in &journey.transitions {
                let over = too_many(journey, funnel.as_ref(), &one.from);
                assert_eq!(over, None, "{name}: {} from {}", journey.title, one.from);
            }
            for place in 0..journey.phases.len() {
                let ways = funnel.as_ref().and_then(|all| insight::ways(journey, all, place));
                let over = ways.and_then(|ways| ways.over);
                assert_eq!(over, None, "{name}: {} {place}", journey.title);
            }
        }
    }
}

#[test]
fn what_is_said_of_customers_is_so_everywhere() {
    let mut counts = [0; 6];
    for (name, lang, project) in all() {
        let may = may(&project.journeys);
        let words = Words::new(lang);
        let options = Options { lang: Some(lang), ..Options::default() };
        for journey in &project.journeys {
            let look = Look { folded: false, text: 1.0, view: View::default() };
            let (said, head) = map(&project, &journey.id, lang, &look);
            counts[0] += check(&format!("{name}, map"), &said.join("\n"), lang, &may);
            if let Some(total) = insight::total(journey) {
                let total = plain(&insight::total_said(&total, &words));
                assert!(head.iter().any(|text| plain(text) == total), "{name}: {total}");
            }
            let mut deck = Deck::new();
            deck.plan(&project, &journey.id, &words);
            for index in 0..deck.all().len() {
                let page = deck.any_page(index, &words).unwrap();
                let mut said = Vec::new();
                texts(&page.items, &mut said);
                counts[1] += check(&format!("{name}, page"), &said.join("\n"), lang, &may);
            }
        }
        let markdown = String::from_utf8(written(&project, Format::Markdown, &options)).unwrap();
        counts[2] += check(&format!("{name}, Markdown"), &markdown, lang, &may);
        let html = String::from_utf8(written(&project, Format::Html, &options)).unwrap();
        counts[3] += check(&format!("{name}, HTML"), &without_pictures(&html), lang, &may);
        let book = unzipped(&written(&project, Format::Xlsx, &options), "sharedStrings");
        counts[4] += check(&format!("{name}, workbook"), &book, lang, &may);
        let story = Options { story: true, ..options };
        let slides = unzipped(&written(&project, Format::Pptx, &story), "slides/slide");
        counts[5] += check(&format!("{name}, slides"), &slides, lang, &may);
        // Each loss is told at least where all is told.
        let plainly = plain(&markdown);
        #[expect(clippy::iter_over_hash_type, reason = "each is checked by itself")]
        for (lost, of) in &may.lost {
            let said = match lang {
                Lang::Sv => format!("{lost} av {of} går inte vidare"),
                Lang::En => format!("{lost} of {of} do not go on"),
            };
            assert!(plainly.contains(&said) || *lost == 1, "{name}: {said}");
        }
    }
    assert!(counts.iter().all(|count| *count > 20), "{counts:?}");
}

#[test]
fn figures_are_the_same_whatever_the_widths_the_view_and_the_theme() {
    for name in ["forpackningsmaskin", "shoes"] {
        let project = example(name);
        let lang = Lang::from_code(project.language.as_deref().unwrap());
        let journey = project.journeys[0].id.clone();
        let titles = |project: &Arc<Project>, look: &Look| {
            let (said, head) = map(project, &journey, lang, look);
            let said: Vec<String> = said.into_iter().filter(|text| text.contains(": ")).collect();
            let total = insight::total(&project.journeys[0]).unwrap();
            let total = insight::total_said(&total, &Words::new(lang));
            assert!(head.contains(&total), "{name}");
            said.into_iter().filter(|text| text.contains(" in, ")).collect::<Vec<_>>()
        };
        let plainly = Look { folded: false, text: 1.0, view: View::default() };
        let usual = titles(&project, &plainly);
        assert_eq!(usual.len(), 6, "{name}: {usual:?}");
        for widths in [Widths::Equal, Widths::Scale, Widths::Free] {
            let mut other = Project::clone(&project);
            other.journeys.edit(0).unwrap().widths = Some(widths);
            assert_eq!(titles(&Arc::new(other), &plainly), usual, "{name}");
        }
        let persona = project.personas[0].id.clone();
        let lanes = project.journeys[0].lanes.iter().map(|lane| lane.id.clone()).collect();
        let views = [
            View { personas: vec![persona.clone()], ..View::default() },
            View { hidden: lanes, ..View::default() },
        ];
        for (folded, text, view) in [
            (true, 1.0, View::default()),
            (false, 1.25, View::default()),
            (false, 1.0, views[0].clone()),
            (true, 1.25, views[1].clone()),
        ] {
            assert_eq!(titles(&project, &Look { folded, text, view }), usual, "{name}");
        }
        // What is filtered for an export tells the same figures.
        let markdown = |options: Options| {
            let text = String::from_utf8(written(&project, Format::Markdown, &options)).unwrap();
            let lines = text.lines().filter(|line| line.contains(" in · ")).map(str::to_owned);
            lines.collect::<Vec<_>>()
        };
        let usual = markdown(Options::default());
        assert!(usual.len() > 6, "{name}: {usual:?}");
        let shown = Some(ViewChoice::Shown(journey.clone(), Box::new(views[0].clone())));
        assert_eq!(markdown(Options { view: shown, ..Options::default() }), usual, "{name}");
        let personas = vec![persona.to_string()];
        assert_eq!(markdown(Options { personas, ..Options::default() }), usual, "{name}");
        let theme = ThemeKind::Dark;
        assert_eq!(markdown(Options { theme, ..Options::default() }), usual, "{name}");
    }
}

#[test]
fn a_phase_alone_tells_the_figures_and_has_the_colour_of_the_whole() {
    for (name, lang, project) in all() {
        let words = Words::new(lang);
        for journey in &project.journeys {
            let mut layout = Layout::new();
            let whole = layout.scene(&project, &journey.id, &words, 1.0).unwrap();
            for (place, phase) in journey.phases.iter().enumerate() {
                let alone = one_phase(&project, &journey.id, &phase.id);
                let mut layout = Layout::new();
                layout.whole = Some(journey.clone());
                let part = layout.scene(&alone, &journey.id, &words, 1.0).unwrap();
                let what = format!("{name}: {}", phase.title);
                assert_eq!(
                    part.columns.phases[0].color, whole.columns.phases[place].color,
                    "{what}"
                );
                for kind in [Part::Funnel, Part::Times] {
                    let titles = |scene: &Scene| -> Vec<String> {
                        let strips = scene.strips.iter().filter(|strip| strip.kind == kind);
                        let about = |thing: &Thing| *thing == Thing::Phase(phase.id.clone());
                        let pieces = strips.flat_map(|strip| strip.pieces());
                        let pieces = pieces.filter(|piece| about(&piece.thing));
                        pieces.map(|piece| piece.title.clone()).collect()
                    };
                    assert_eq!(titles(&part), titles(&whole), "{what}");
                }
                if let Some(total) = insight::total(journey) {
                    let total = insight::total_said(&total, &words);
                    let mut head = Vec::new();
                    part.head.iter().for_each(|one| texts(&one.drawing.items, &mut head));
                    assert!(head.contains(&total), "{what}");
                }
            }
        }
    }
}
