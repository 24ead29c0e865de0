//! Whether personas agree is a figure of the map: is it the same whoever of them is looked at, on the
//! map, on pages and in tables? And are moments those of whom one looks at?

use super::*;
use kundresa::export::{ViewChoice, filtered};
use kundresa::scene::Scene;

const FILE: &str = "examples/forpackningsmaskin";

/// What shows only some of the personas: by their names, and by a view.
fn choices(project: &Project) -> Vec<(Vec<&str>, [Options; 2])> {
    let id = |name: &str| project.personas.iter().find(|one| one.name == name).unwrap().id.clone();
    let names = [vec!["Karim"], vec!["Anna", "Elin"], vec!["Anna", "Karim", "Elin"]];
    let options = |names: Vec<&'static str>| {
        let personas = names.iter().map(|name| (*name).to_owned()).collect();
        let ids = names.iter().map(|name| id(name)).collect();
        let view = Box::new(View { personas: ids, ..View::default() });
        let view = Some(ViewChoice::Shown(project.journeys[0].id.clone(), view));
        let first = Options { journey: Some("1".into()), ..Options::default() };
        (names, [Options { personas, ..first.clone() }, Options { view, ..first }])
    };
    names.into_iter().map(options).collect()
}

fn text(project: &Arc<Project>, format: Format, options: &Options) -> Vec<u8> {
    let mut bytes = Vec::new();
    assert!(export(project, format, options, &mut bytes, &mut |_| true).is_ok(), "{format:?}");
    bytes
}

fn outline(project: &Arc<Project>, options: &Options) -> String {
    String::from_utf8(text(project, Format::Markdown, options)).unwrap().replace('\\', "")
}

#[test]
fn whether_they_agree_is_the_same_whoever_is_looked_at() {
    let project = example(FILE);
    let words = Words::new(Lang::Sv);
    let journey = &project.journeys[0];
    let expected = expected(&project, journey, &words);
    let title = insight::agreement_title(journey, &words).unwrap();
    assert_eq!(title, "Närmast varandra i Beslut, längst isär i Köp");
    assert!(expected.iter().any(|said| said.contains("Längst isär: Karim +1,2 · ")));
    // Of whom it is told stands beside it, whoever is on the map.
    assert!(
        expected.iter().all(|said| ["Anna", "Karim", "Elin"].iter().all(|one| said.contains(one)))
    );
    let tables = |outline: &str| -> Vec<String> {
        let whats = [words.figures_agreed(), words.figures_apart(), words.figures_furthest()];
        let is_it = |line: &&str| whats.iter().any(|what| line.contains(&format!("· {what}:**")));
        outline.lines().filter(is_it).map(str::to_owned).collect()
    };
    let first = Options { journey: Some("1".into()), ..Options::default() };
    let whole = tables(&outline(&project, &first));
    assert_eq!(whole.len(), expected.len());
    for (names, options) in choices(&project) {
        for options in options {
            if let Some(ViewChoice::Shown(_, view)) = &options.view {
                assert_eq!(strip(&project, journey, &words, view, 1.0), expected, "{names:?}");
            }
            let svg = String::from_utf8(text(&project, Format::Svg, &options)).unwrap();
            let svg = svg.replace('\u{a0}', " ").replace("&#160;", " ");
            expected.iter().for_each(|said| assert!(svg.contains(said), "{names:?}: {said}"));
            // Names of those who are not on the map are explained.
            let of_all = svg.contains(&words.strip_agreement_of_all(3));
            assert_eq!(of_all, names.len() < 3, "{names:?}");
            let pages = Options { story: true, ..options.clone() };
            let slides = slides(&text(&project, Format::Pptx, &pages)).replace('\u{a0}', " ");
            // One alone has nobody to agree with; of two it is told of all three.
            assert_eq!(slides.contains(&title), names.len() > 1, "{names:?}");
            let rows = workbook(&text(&project, Format::Xlsx, &options));
            let gap = [words.figures_furthest(), "3.1".to_owned()];
            assert!(rows.iter().any(|row| row.windows(2).any(|row| row == gap)), "{names:?}");
            assert_eq!(tables(&outline(&project, &options)), whole, "{names:?}");
        }
    }
}

#[test]
fn moments_are_of_those_who_are_looked_at() {
    let project = example(FILE);
    let words = Words::new(Lang::Sv);
    let worst = |who: &str| words.page_moment_of(words.page_worst(), who);
    for (names, options) in choices(&project) {
        for options in options {
            let outline = outline(&project, &options);
            let told: Vec<&&str> =
                names.iter().filter(|who| outline.contains(&worst(who))).collect();
            assert!(told.len() <= 1, "{told:?}");
            for who in ["Anna", "Karim", "Elin"] {
                let shown = names.contains(&who);
                assert_eq!(outline.contains(&format!("· {who}:**")), shown, "{names:?}: {who}");
                assert!(shown || !outline.contains(&worst(who)), "{names:?}: {who}");
            }
        }
    }
}

#[test]
fn colours_and_the_gap_of_two_are_the_same_whoever_is_looked_at() {
    let mut project = Project::clone(&example(FILE));
    let ids: Vec<Id> = project.personas.iter().map(|one| one.id.clone()).collect();
    let journey = project.journeys.edit(0).unwrap();
    let lane = journey.lanes.iter().position(|lane| lane.kind == LaneKind::Emotions).unwrap();
    journey.lanes.edit(lane).unwrap().gap_between = vec![ids[0].clone(), ids[2].clone()];
    let project = Arc::new(project);
    let scene = |project: &Arc<Project>| -> Arc<Scene> {
        let id = &project.journeys[0].id;
        Layout::new().scene(project, id, &Words::new(Lang::Sv), 1.0).unwrap()
    };
    let colors = |scene: &Scene| -> Vec<_> {
        scene.columns.phases.iter().map(|phase| phase.color).collect()
    };
    let gap = |scene: &Scene| -> Vec<Option<String>> {
        let curve = scene.lanes.iter().find_map(|lane| match &lane.body {
            Body::Curve(curve) => curve.gap.clone(),
            _ => None,
        });
        let figures = curve.iter().flat_map(|gap| &gap.figures);
        figures.map(|figure| figure.as_ref().map(|figure| figure.title.clone())).collect()
    };
    let whole = scene(&project);
    assert!(gap(&whole).iter().flatten().count() > 3);
    for (names, [options, _]) in choices(&project) {
        let part = filtered(&project, &options).unwrap_or_else(|_| panic!("{names:?}"));
        let part = scene(&part);
        assert_eq!(colors(&part), colors(&whole), "{names:?}");
        // Without one of the two there is no area between them.
        let both = names.contains(&"Anna") && names.contains(&"Elin");
        assert!(!both || gap(&part) == gap(&whole), "{names:?}");
        assert!(both || gap(&part).is_empty(), "{names:?}");
    }
}
