//! Is what a map says of feelings worked out from its points, and is it the same wherever it is said:
//! on the map, on pages, and in every format, whatever the columns' widths, the view and the theme?

#![allow(clippy::wildcard_enum_match_arm, reason = "a test asks for one case")]
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

#[path = "figures/everywhere.rs"]
mod everywhere;
#[path = "figures/csv.rs"]
mod in_csv;
#[path = "figures/learned.rs"]
mod in_learned;
#[path = "figures/read.rs"]
mod read;
#[path = "pdf/said.rs"]
mod said;
#[path = "figures/whoever.rs"]
mod whoever;
#[path = "figures/worked.rs"]
mod worked;

use kundresa::export::{Format, Options, export};
use kundresa::file;
use kundresa::insight::{self, Feelings, MomentKind, as_written, differences};
use kundresa::model::{Id, Journey, Lane, LaneKind, PageKind, Part, Project, View, Widths};
use kundresa::scene::pages::Deck;
use kundresa::scene::{Body, Layout, ThemeKind};
use kundresa::templates::ours;
use kundresa::words::{Lang, Words};
use read::{slides, texts_of, workbook, written};
use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;
use worked::{MAPS, Worked};

fn example(name: &str) -> Arc<Project> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    Arc::new(file::load(&folder.join(format!("{name}.kundresa"))).unwrap().project)
}

/// All examples and templates, each with its language.
fn all() -> Vec<(String, Lang, Arc<Project>)> {
    let examples = [
        ("examples/forpackningsmaskin", Lang::Sv),
        ("examples/shoes", Lang::En),
        ("examples/dag-pa-akuten", Lang::Sv),
    ];
    let mut all: Vec<(String, Lang, Arc<Project>)> =
        examples.map(|(name, lang)| (name.to_owned(), lang, example(name))).into();
    for lang in [Lang::Sv, Lang::En] {
        let templates = ours(lang).iter();
        all.extend(templates.map(|one| (one.name.clone(), lang, one.project.clone())));
    }
    all
}

/// What somebody is called.
fn name(project: &Project, persona: Option<&Id>) -> String {
    persona.and_then(|id| project.persona(id)).map_or(String::new(), |(_, one)| one.name.clone())
}

/// What the strip below the curve is to say of each phase, worked out from the points.
fn expected(project: &Project, journey: &Journey, words: &Words) -> Vec<String> {
    let feelings = Feelings::of(journey, &View::default());
    let furthest = feelings.furthest();
    let mut rows = Vec::new();
    for (place, phase) in journey.phases.iter().enumerate() {
        let Some(apart) = feelings.apart(place) else { continue };
        // Everybody who counts, from the best to the worst; those who feel the same together.
        let mut felt: Vec<(f64, Vec<String>)> = Vec::new();
        for (who, persona) in feelings.personas.iter().enumerate().filter(|(_, one)| one.is_some())
        {
            let Some(mean) = feelings.in_phase(who, place).map(as_written) else { continue };
            let name = name(project, *persona);
            match felt.iter_mut().find(|(other, _)| *other == mean) {
                Some((_, names)) => names.push(name),
                None => felt.push((mean, vec![name])),
            }
        }
        felt.sort_by(|a, b| b.0.total_cmp(&a.0));
        let said =
            felt.iter().map(|(mean, names)| format!("{} {}", names.join(", "), words.felt(*mean)));
        let all = said.collect::<Vec<_>>().join(" · ");
        let said = match (furthest == Some(place), apart.agrees()) {
            (true, _) => words.agreement_furthest(&all),
            (_, true) => format!("{} ({all})", words.agreement_agreed()),
            _ => {
                let gap = words.felt_apart(apart.gap);
                format!("{} ({all})", words.agreement_apart(gap))
            }
        };
        rows.push(format!("{}: {said}", phase.title));
    }
    rows
}

/// What the strip below the curve says.
fn strip(
    project: &Arc<Project>,
    journey: &Journey,
    words: &Words,
    view: &View,
    scale: f32,
) -> Vec<String> {
    let mut layout = Layout::new();
    layout.view = Arc::new(view.clone());
    let scene = layout.scene(project, &journey.id, words, scale).unwrap();
    let strips = scene.strips.iter().filter(|strip| strip.kind == Part::Agreement);
    let titles = strips.flat_map(|strip| strip.pieces()).map(|piece| &piece.title);
    titles.map(|title| title.replace('\u{a0}', " ")).collect()
}

/// The project with only the curves of its maps, and their columns of these widths.
fn only_curves(project: &Project, widths: Option<Widths>) -> Arc<Project> {
    let mut project = project.clone();
    for place in 0..project.journeys.len() {
        let journey = project.journeys.edit(place).unwrap();
        journey.lanes.retain(|lane| lane.kind == LaneKind::Emotions);
        journey.widths = widths.clone();
    }
    Arc::new(project)
}

#[test]
fn the_figures_of_four_maps_are_those_worked_out_by_hand() {
    for Worked { file, personas, phases, furthest, over_map, moments } in &MAPS {
        let project = example(file);
        let journey = &project.journeys[0];
        let feelings = Feelings::of(journey, &View::default());
        let names: Vec<String> = feelings.personas.iter().map(|id| name(&project, *id)).collect();
        assert_eq!(names, **personas, "{file}");
        for (place, (title, rows, gap, of_all)) in phases.iter().enumerate() {
            assert_eq!(journey.phases[place].title, *title, "{file}");
            for (who, (points, mean)) in rows.iter().enumerate() {
                let here = feelings
                    .points
                    .iter()
                    .filter(|felt| felt.persona == feelings.personas[who] && felt.phase == place);
                let here: Vec<f64> = here.map(|felt| felt.point.value).collect();
                assert_eq!(here, **points, "{file}, {title}, {}", names[who]);
                let told = feelings.in_phase(who, place).map(as_written);
                assert_eq!(told, *mean, "{file}, {title}, {}", names[who]);
            }
            let apart = feelings.apart(place).map(|apart| as_written(apart.gap));
            assert_eq!(apart, *gap, "{file}, {title}");
            assert_eq!(feelings.of_all(place).map(as_written), *of_all, "{file}, {title}");
        }
        let told = feelings.furthest().map(|place| journey.phases[place].title.clone());
        assert_eq!(told.as_deref(), *furthest, "{file}");
        let means: Vec<f64> =
            (0..personas.len()).map(|who| as_written(feelings.over_map(who).unwrap())).collect();
        assert_eq!(means, **over_map, "{file}");
        let told = insight::moments(&feelings).into_iter().map(|one| {
            let (who, phase) = (name(&project, one.felt.persona), one.felt.phase);
            (one.kind, who, journey.phases[phase].title.clone(), one.felt.value())
        });
        let told: Vec<_> = told.collect();
        let told: Vec<_> = told
            .iter()
            .map(|(kind, who, phase, value)| (*kind, &**who, &**phase, *value))
            .collect();
        assert_eq!(told, **moments, "{file}");
    }
}

#[test]
fn steps_are_told_by_their_own_points() {
    let project = example("examples/forpackningsmaskin");
    let journey = &project.journeys[0];
    let feelings = Feelings::of(journey, &View::default());
    let step = journey.steps().position(|(_, step)| step.title == "Provkör").unwrap();
    // Anna +1.6, Karim +0.4, Elin −1.5.
    let means = [0, 1, 2].map(|who| feelings.in_step(who, step));
    assert_eq!(means, [Some(1.6), Some(0.4), Some(-1.5)]);
    let apart = feelings.apart_in_step(step).unwrap();
    assert_eq!((apart.low, apart.high, as_written(apart.gap)), (vec![2], vec![0], 3.1));
}

#[test]
fn two_maps_are_compared_by_the_means_of_their_phases() {
    /// For each persona how much better it feels on average, and where most.
    type Told<'a> = &'a [(&'a str, f64, &'a str)];
    let rows: [(&str, Told); 2] = [
        // Anna: +0.6 +0.533 +2.1 +1.25 +0.35 +0.4 in six phases; Elin: +0.2 +1.467 +1.4 +3.3 +1.1
        // −0.2.
        ("examples/forpackningsmaskin", &[("Anna", 0.9, "Beslut"), ("Elin", 1.2, "Köp")]),
        // Johanna: +0.6 +1.1 +1.15 +0.6 +2.4 in five; Micke: −0.1 +0.1 +1.3 +1.2 +0.1.
        (
            "templates/sv/need-to-after-purchase",
            &[("Johanna", 1.2, "Efter köpet"), ("Micke", 0.5, "Utvärdering")],
        ),
    ];
    for (file, expected) in rows {
        let project = example(file);
        let [today, future] = &project.journeys[..] else { panic!("two maps") };
        let found = differences(&project, &today.id, &future.id).unwrap();
        let told: Vec<(String, f64, String)> = found
            .personas()
            .into_iter()
            .map(|persona| {
                let lift = &found.lift(persona).unwrap().phase;
                let lift = future.phases.iter().find(|phase| phase.id == *lift).unwrap();
                let better = as_written(found.better(persona).unwrap());
                (name(&project, persona), better, lift.title.clone())
            })
            .collect();
        let told: Vec<_> = told.iter().map(|(who, gap, at)| (&**who, *gap, &**at)).collect();
        assert_eq!(told, expected, "{file}");
    }
}

#[test]
fn the_map_says_what_its_points_say_whatever_the_widths_the_view_and_the_theme() {
    let mut told = 0;
    for (file, lang, project) in all() {
        let words = Words::new(lang);
        for journey in &project.journeys {
            let expected = expected(&project, journey, &words);
            told += expected.len();
            let marked = View {
                marks: vec![kundresa::model::Mark::PainPoint],
                off: vec![Part::Chips, Part::Quotes],
                ..View::default()
            };
            let modes = [None, Some(Widths::Free), Some(Widths::Scale), Some(Widths::Log)];
            for widths in modes {
                let project = only_curves(&project, widths.clone());
                for (view, scale) in [(View::default(), 1.0), (marked.clone(), 1.25)] {
                    let said = strip(&project, journey, &words, &view, scale);
                    assert_eq!(said, expected, "{file}, {widths:?}, {scale}");
                }
            }
        }
    }
    assert!(told > 60, "{told}");
}

/// What the pages say of moments and of whose curve they show, page by page.
#[test]
fn pages_say_whose_moments_are_best_and_worst_and_whose_curve_they_show() {
    let (mut moments, mut speakers) = (0, 0);
    for (file, lang, project) in all() {
        let words = Words::new(lang);
        for journey in &project.journeys {
            let feelings = Feelings::of(journey, &View::default());
            let found = insight::moments(&feelings);
            let called = |kind: MomentKind| match kind {
                MomentKind::Best => words.page_best(),
                MomentKind::Highest => words.page_highest(),
                MomentKind::Lowest => words.page_lowest(),
                MomentKind::Worst => words.page_worst(),
            };
            let titles = insight::phase_titles(&project, journey, &words, &mut |_| true);
            let (mut deck, mut seen) = (Deck::new(), Vec::new());
            deck.plan(&project, &journey.id, &words);
            for place in 0..deck.all().len() {
                let planned = deck.all()[place].clone();
                let page = deck.any_page(place, &words).unwrap();
                let texts = texts_of(&page.items);
                match planned.page.kind {
                    // Its title says it, too.
                    PageKind::Curve => {
                        seen.extend(texts.into_iter().filter(|text| *text != planned.title));
                    }
                    PageKind::Phase if planned.part == 0 => {
                        // Who speaks on a page is whose curve is at its foot.
                        let said = |who: &str| words.page_feels(who);
                        let curves: Vec<&String> =
                            texts.iter().filter(|text| is_feels(text, &project, &words)).collect();
                        let about = planned.page.about.as_ref().unwrap();
                        let here = |felt: &&insight::Felt| journey.phases[felt.phase].id == *about;
                        let points: Vec<_> = feelings.points.iter().filter(here).collect();
                        let phase = journey.phases.iter().position(|one| one.id == *about);
                        // Of what is bad she who feels worst, of what is good she who feels best.
                        let is_good = titles[phase.unwrap()].kind.is_good();
                        let strength = |one: &insight::Felt| match is_good {
                            Some(true) => (true, one.value()),
                            Some(false) => (true, -one.value()),
                            None => (!one.point.quote.is_empty(), one.value().abs()),
                        };
                        let most = points.iter().map(|one| strength(one));
                        let most = most.max_by(|a, b| a.partial_cmp(b).unwrap());
                        let leads = points.iter().filter(|one| Some(strength(one)) == most);
                        let leads: Vec<String> =
                            leads.map(|one| said(&name(&project, one.persona))).collect();
                        if let [curve] = curves[..] {
                            assert!(leads.is_empty() || leads.contains(curve), "{file}: {curve}");
                            speakers += usize::from(!leads.is_empty());
                        } else {
                            assert!(feelings.points.is_empty(), "{file}: {curves:?}");
                        }
                    }
                    _ => {}
                }
            }
            for kind in
                [MomentKind::Best, MomentKind::Highest, MomentKind::Lowest, MomentKind::Worst]
            {
                let expected: Vec<String> = found
                    .iter()
                    .filter(|one| one.kind == kind)
                    .map(|one| words.page_moment_of(called(kind), name(&project, one.felt.persona)))
                    .collect();
                let said: Vec<&String> =
                    seen.iter().filter(|text| text.starts_with(&called(kind))).collect();
                assert_eq!(said, expected.iter().collect::<Vec<_>>(), "{file}, {kind:?}");
                moments += said.len();
            }
        }
    }
    assert!(moments > 20 && speakers > 60, "{moments} {speakers}");
}

/// Does this text say whose curve a strip shows?
fn is_feels(text: &str, project: &Project, words: &Words) -> bool {
    project.personas.iter().any(|one| text == words.page_feels(&*one.name))
}

#[test]
fn every_format_says_the_same() {
    for file in ["examples/forpackningsmaskin", "examples/shoes", "templates/sv/b2b-buying-group"] {
        let project = example(file);
        let words = Words::new(Lang::from_code(project.language.as_deref().unwrap_or("en")));
        let journey = &project.journeys[0];
        let feelings = Feelings::of(journey, &View::default());
        let said = expected(&project, journey, &words);
        // The strip below the curve, in what draws the map.
        for theme in [ThemeKind::Light, ThemeKind::Dark, ThemeKind::Projector] {
            for format in [Format::Svg, Format::Html] {
                let out = String::from_utf8(written(&project, format, theme, false)).unwrap();
                let out = out.replace('\u{a0}', " ").replace("&#160;", " ");
                for title in &said {
                    assert!(out.contains(title), "{file}, {format:?}, {theme:?}: {title}");
                }
            }
        }
        // Means and gaps, in what lists them.
        let outline = written(&project, Format::Markdown, ThemeKind::Light, false);
        let outline = String::from_utf8(outline).unwrap().replace('\\', "");
        let rows = workbook(&written(&project, Format::Xlsx, ThemeKind::Light, false));
        let mut told = 0;
        let mut has = |phase: &str, who: &str, value: f64| {
            let value = as_written(value);
            // How far apart two are has no sign.
            let said = [words.felt(value), words.felt_apart(value)];
            let item = said.map(|said| format!("{phase} · {who}:** {said}"));
            assert!(item.iter().any(|item| outline.contains(item)), "{file}: {item:?}");
            let is_it = |row: &&Vec<String>| {
                row.windows(3).any(|row| row == [phase, who, &value.to_string()])
            };
            assert!(rows.iter().any(|row| is_it(&row)), "{file}: {phase}, {who}, {value}");
            told += 1;
        };
        for (place, phase) in journey.phases.iter().enumerate() {
            for (who, persona) in feelings.personas.iter().enumerate() {
                let mean = feelings.in_phase(who, place);
                mean.into_iter()
                    .for_each(|mean| has(&phase.title, &name(&project, *persona), mean));
            }
            let Some(apart) = feelings.apart(place) else { continue };
            let what = match (feelings.furthest() == Some(place), apart.agrees()) {
                (true, _) => words.figures_furthest(),
                (_, true) => words.figures_agreed(),
                _ => words.figures_apart(),
            };
            has(&phase.title, &what, apart.gap);
        }
        let found = insight::moments(&feelings);
        for one in &found {
            let what =
                if one.kind == MomentKind::Best { words.page_best() } else { words.page_worst() };
            let what = words.page_moment_of(what, name(&project, one.felt.persona));
            has(&journey.phases[one.felt.phase].title, &what, one.felt.value());
            // And on the slides of the presentation.
            let slides = slides(&written(&project, Format::Pptx, ThemeKind::Light, true));
            assert!(slides.contains(&what), "{file}: {what} is on no slide");
        }
        assert!(told > 10, "{file}: {told}");
    }
}

/// How often the pages of a PDF say something.
fn times(pdf: &str, what: &str) -> usize {
    pdf.matches(&said::letters(what)).count()
}

#[test]
fn a_part_of_a_map_tells_the_figures_of_the_whole() {
    let project = example("examples/forpackningsmaskin");
    let words = Words::new(Lang::Sv);
    // With its questions a phase is a map of its own.
    let journey = Some("1".into());
    let options = Options { journey, phase_pages: true, prompts: true, ..Options::default() };
    let mut bytes = Vec::new();
    let written = export(&project, Format::Pdf, &options, &mut bytes, &mut |_| true);
    assert!(written.is_ok());
    let pdf = said::said(&lopdf::Document::load_mem(&bytes).unwrap());
    // Once on the whole map, once on the page of the phase; on no other phase's page is one furthest.
    assert_eq!(times(&pdf, &words.agreement_furthest("Karim +1,2 · Elin −1,9")), 2);
    assert_eq!(times(&pdf, "Längst isär"), 2);
    for gap in ["1,9", "1,5", "0,6", "1,0", "1,3"] {
        assert!(times(&pdf, &words.agreement_apart(gap)) >= 2, "{gap}");
    }
}

#[test]
fn whose_feelings_are_told_is_whose_curves_are_drawn() {
    let project = example("examples/forpackningsmaskin");
    let ids: Vec<Id> = project.personas.iter().map(|one| one.id.clone()).collect();
    let changed = |edit: &dyn Fn(&mut Journey)| {
        let mut project = Project::clone(&project);
        edit(project.journeys.edit(0).unwrap());
        Arc::new(project)
    };
    let felt = |journey: &Journey| {
        journey.lanes.iter().position(|lane| lane.kind == LaneKind::Emotions).unwrap()
    };
    let of_lane = |edit: &dyn Fn(&mut Lane)| {
        changed(&|journey| edit(journey.lanes.edit(felt(journey)).unwrap()))
    };
    let only = |ids: &[Id]| View { personas: ids.to_vec(), ..View::default() };
    let rows = [
        (project.clone(), View::default(), 3),
        (project.clone(), only(&ids[1..2]), 1),
        (of_lane(&|lane| lane.curves_off = ids[..1].to_vec()), View::default(), 2),
        (of_lane(&|lane| lane.persona = Some(ids[2].clone())), View::default(), 1),
        (of_lane(&|lane| lane.kind = LaneKind::Notes), View::default(), 0),
        (of_lane(&|lane| lane.hidden = true), View::default(), 0),
        (changed(&|journey| journey.personas.truncate(1)), View::default(), 3),
        (changed(&|journey| journey.phases.retain(|_| false)), View::default(), 0),
    ];
    for (place, (project, view, count)) in rows.into_iter().enumerate() {
        let journey = &project.journeys[0];
        let mut layout = Layout::new();
        layout.view = Arc::new(view.clone());
        let scene = layout.scene(&project, &journey.id, &Words::new(Lang::Sv), 1.0).unwrap();
        let curves = scene.lanes.iter().filter_map(|lane| match &lane.body {
            Body::Curve(curve) => Some(curve),
            _ => None,
        });
        let drawn: HashSet<Option<Id>> =
            curves.flat_map(|curve| &curve.lines).map(|line| line.persona.clone()).collect();
        let feelings = Feelings::of(journey, &view);
        let told: HashSet<Option<Id>> =
            feelings.points.iter().map(|felt| felt.persona.cloned()).collect();
        assert_eq!((told.len(), &told), (count, &drawn), "row {place}");
    }
}
