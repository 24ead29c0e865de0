//! Are slides what programs for slides take, and is all of a map in them?

use crate::export::{ExportError, Format, Options, Report, export};
use crate::model::{
    Card, Id, Journey, Lane, LaneKind, PageKind, Phase, Project, Step, StoryPage, View,
};
use roxmltree::{Document, Node};
use std::collections::{BTreeMap, HashSet};
use std::io::{Cursor, Read};
use std::sync::Arc;

const EXAMPLES: [&[u8]; 3] = [
    include_bytes!("../../../assets/examples/forpackningsmaskin.kundresa"),
    include_bytes!("../../../assets/examples/dag-pa-akuten.kundresa"),
    include_bytes!("../../../assets/examples/shoes.kundresa"),
];

fn example(index: usize) -> Arc<Project> {
    Arc::new(crate::file::read(EXAMPLES[index]).unwrap().project)
}

fn slides(project: &Arc<Project>, options: &Options) -> Result<(Vec<u8>, Report), ExportError> {
    let mut out = Vec::new();
    let report = export(project, Format::Pptx, options, &mut out, &mut |_| true)?;
    Ok((out, report))
}

/// The files in the box.
fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let count = zip.len();
    let read = |index| {
        let mut file = zip.by_index(index).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        (file.name().unwrap().into_owned(), bytes)
    };
    (0..count).map(read).collect()
}

fn is_xml(name: &str) -> bool {
    name.ends_with(".xml") || name.ends_with(".rels")
}

fn xml<'a>(parts: &'a BTreeMap<String, Vec<u8>>, name: &str) -> Document<'a> {
    let text = std::str::from_utf8(&parts[name]).unwrap();
    Document::parse(text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn all<'a, 'i>(node: Node<'a, 'i>, name: &'static str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.descendants().filter(move |node| node.tag_name().name() == name)
}

/// What a slide says, words with one space between them.
fn said(document: &Document<'_>) -> String {
    let texts = all(document.root(), "t").filter_map(|node| node.text());
    let words = texts.flat_map(str::split_whitespace);
    words.collect::<Vec<_>>().join(" ")
}

#[test]
fn every_card_is_on_some_slide() {
    for index in 0..EXAMPLES.len() {
        let project = example(index);
        let (bytes, report) = slides(&project, &Options::default()).unwrap();
        let parts = parts(&bytes);
        let names: Vec<&String> =
            parts.keys().filter(|name| name.starts_with("ppt/slides/slide")).collect();
        assert_eq!(report.pages, Some(names.len()));
        let texts: Vec<String> = names.iter().map(|name| said(&xml(&parts, name))).collect();
        let shown = project.journeys[0].lanes.iter().filter(|lane| !lane.hidden);
        let mut cards = 0;
        for card in shown.filter(|lane| !lane.collapsed).flat_map(|lane| &lane.cards) {
            let text: Vec<&str> = card.text.split_whitespace().collect();
            let text = text.join(" ");
            assert!(texts.iter().any(|said| said.contains(&text)), "{text}");
            cards += 1;
        }
        assert!(cards > 20, "{cards}");
        let (again, _) = slides(&project, &Options::default()).unwrap();
        assert!(again == bytes, "the same map gives the same bytes");
    }
}

#[test]
fn the_parts_belong_together() {
    let (bytes, _) = slides(&example(0), &Options { notes: true, ..noted() }).unwrap();
    let parts = parts(&bytes);
    let kinds = xml(&parts, "[Content_Types].xml");
    let kinds: HashSet<&str> =
        all(kinds.root(), "Override").filter_map(|node| node.attribute("PartName")).collect();
    for name in parts.keys().filter(|name| is_xml(name)) {
        let document = xml(&parts, name);
        let known = name.ends_with(".rels") || name.starts_with('[');
        assert!(known || kinds.contains(&*format!("/{name}")), "{name} has no kind");
        if !name.ends_with(".rels") {
            continue;
        }
        let folder = name.split("_rels/").next().unwrap();
        let mut ids = HashSet::new();
        for relation in all(document.root(), "Relationship") {
            let target = relation.attribute("Target").unwrap();
            let mut path: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
            for part in target.split('/') {
                match part {
                    ".." => path.truncate(path.len().saturating_sub(1)),
                    part => path.push(part),
                }
            }
            assert!(parts.contains_key(&path.join("/")), "{name}: {target}");
            assert!(ids.insert(relation.attribute("Id").unwrap()), "{name}");
        }
        // Whatever a part refers to is among its relations.
        let part = name.replace("_rels/", "").replace(".rels", "");
        let Some(text) = parts.get(&part) else { continue };
        let text = std::str::from_utf8(text).unwrap();
        for used in text.split("r:embed=\"").skip(1).chain(text.split("r:id=\"").skip(1)) {
            let id = used.split('"').next().unwrap();
            assert!(ids.contains(id), "{part} refers to {id}");
        }
    }
    let missing = kinds.iter().find(|name| !parts.contains_key(name.trim_start_matches('/')));
    assert_eq!(missing, None);
}

/// Options of the example: the journey of this name.
fn noted() -> Options {
    Options { story: true, ..Options::default() }
}

#[test]
fn shapes_have_what_the_schema_asks_for_in_its_order() {
    let (bytes, _) = slides(&example(0), &noted()).unwrap();
    let parts = parts(&bytes);
    let children = |node: Node<'_, '_>| -> Vec<String> {
        let names = node.children().filter(Node::is_element);
        names.map(|child| child.tag_name().name().to_owned()).collect()
    };
    let place = |name: &str, order: &[&str]| {
        let place = order.iter().position(|known| known.split('|').any(|one| one == name));
        place.unwrap_or_else(|| panic!("{name} is none of {order:?}"))
    };
    let orders: [(&str, &[&str]); 9] = [
        ("sp", &["nvSpPr", "spPr", "txBody"]),
        ("cxnSp", &["nvCxnSpPr", "spPr"]),
        ("pic", &["nvPicPr", "blipFill", "spPr"]),
        ("spPr", &["xfrm", "custGeom|prstGeom", "noFill|solidFill", "ln", "effectLst"]),
        ("ln", &["noFill|solidFill", "custDash", "round"]),
        ("txBody", &["bodyPr", "lstStyle", "p"]),
        ("p", &["pPr", "r|fld|br", "endParaRPr"]),
        ("pPr", &["lnSpc", "spcBef", "spcAft", "buNone"]),
        ("rPr", &["solidFill", "latin"]),
    ];
    for name in parts.keys().filter(|name| name.starts_with("ppt/slides/slide")) {
        let document = xml(&parts, name);
        let mut ids = HashSet::new();
        for node in all(document.root(), "cNvPr") {
            assert!(ids.insert(node.attribute("id").unwrap()), "{name}");
        }
        for (parent, order) in orders {
            for node in all(document.root(), parent) {
                let places: Vec<_> = children(node).iter().map(|one| place(one, order)).collect();
                assert!(places.is_sorted(), "{name}: {parent} {:?}", children(node));
            }
        }
        let titles: Vec<_> = all(document.root(), "ph")
            .filter(|node| matches!(node.attribute("type"), Some("title" | "ctrTitle")))
            .collect();
        assert_eq!(titles.len(), 1, "{name}");
        // Programs mend a slide whose title stands in a group.
        let within = titles[0].ancestors().any(|node| node.tag_name().name() == "grpSp");
        assert!(!within, "{name}");
    }
}

#[test]
fn notes_are_there_where_they_are_wanted_and_nowhere_else() {
    let mut project = Project::clone(&example(1));
    let page = StoryPage {
        id: Id::new("title"),
        kind: PageKind::Title,
        notes: "Hälsa <alla>\n\nvälkomna".into(),
        ..StoryPage::default()
    };
    project.journeys.edit(0).unwrap().story = [page].into_iter().collect();
    let project = Arc::new(project);
    for notes in [false, true] {
        let options = Options { notes, ..noted() };
        let parts = parts(&slides(&project, &options).unwrap().0);
        let found = parts.keys().filter(|name| name.starts_with("ppt/notesSlides/notes")).count();
        assert_eq!(found, usize::from(notes));
        assert_eq!(parts.contains_key("ppt/notesMasters/notesMaster1.xml"), notes);
        if notes {
            let document = xml(&parts, "ppt/notesSlides/notesSlide1.xml");
            assert_eq!(said(&document), "Hälsa <alla> välkomna");
            assert_eq!(all(document.root(), "p").count(), 3);
        }
    }
}

#[test]
fn what_slides_are_made_of_is_named_in_their_language() {
    let mut project = Project::clone(&example(1));
    project.language = Some("sv".into());
    let page = StoryPage {
        id: Id::new("title"),
        kind: PageKind::Title,
        notes: "Hälsa".into(),
        ..StoryPage::default()
    };
    project.journeys.edit(0).unwrap().story = [page].into_iter().collect();
    let options = Options { notes: true, ..noted() };
    let parts = parts(&slides(&Arc::new(project), &options).unwrap().0);
    let english = ["Title", "Slide", "Notes", "Box", "Line", "Shape", "Group", "Picture", "Card"];
    let mut named = HashSet::new();
    for name in parts.keys().filter(|name| name.ends_with(".xml") && name.starts_with("ppt/")) {
        let document = xml(&parts, name);
        for node in all(document.root(), "rPr") {
            assert_eq!(node.attribute("lang"), Some("sv-SE"), "{name}");
        }
        let nodes = all(document.root(), "cNvPr").chain(all(document.root(), "cSld"));
        for called in nodes.filter_map(|node| node.attribute("name")) {
            let kind = called.split(' ').next().unwrap();
            assert!(!english.contains(&kind), "{name}: {called}");
            named.insert(called.trim_end_matches(char::is_numeric).trim().to_owned());
        }
    }
    for name in ["Rubrik", "Endast rubrik", "Bild", "Anteckningar", "Ruta", "Linje", "Form"] {
        assert!(named.contains(name), "{name}: {named:?}");
    }
    let layout = xml(&parts, "ppt/slideLayouts/slideLayout1.xml");
    assert_eq!(said(&layout), "Rubrik Underrubrik ‹#›");
}

#[test]
fn slides_have_the_layout_of_their_page_and_a_number_that_is_counted() {
    let parts = parts(&slides(&example(0), &noted()).unwrap().0);
    let (mut layouts, mut count) = (HashSet::new(), 0);
    for name in parts.keys().filter(|name| name.starts_with("ppt/slides/slide")) {
        count += 1;
        let document = xml(&parts, name);
        let number = name.trim_start_matches("ppt/slides/slide").trim_end_matches(".xml");
        let fields: Vec<_> = all(document.root(), "fld").collect();
        // The map fills all of its page.
        if fields.is_empty() && number == "2" {
            continue;
        }
        assert_eq!(fields.len(), 1, "{name}");
        assert_eq!(fields[0].attribute("type"), Some("slidenum"));
        assert_eq!(all(fields[0], "t").next().and_then(|node| node.text()), Some(number));
        // Nothing else on the slide says the same.
        assert!(!said(&document).contains(" / "), "{name}: {}", said(&document));
        let relations = xml(&parts, &format!("ppt/slides/_rels/slide{number}.xml.rels"));
        let targets = all(relations.root(), "Relationship").filter_map(|r| r.attribute("Target"));
        let layout = targets.into_iter().find(|target| target.contains("slideLayout")).unwrap();
        let layout = layout.replace("..", "ppt");
        // What stands in a placeholder has one in the layout.
        let known: Vec<_> = all(xml(&parts, &layout).root(), "ph")
            .map(|node| node.attribute("type").unwrap_or("obj").to_owned())
            .collect();
        for ph in all(document.root(), "ph") {
            let kind = ph.attribute("type").unwrap();
            assert!(known.iter().any(|one| one == kind), "{name}: {kind} in {known:?}");
        }
        layouts.insert(layout);
    }
    assert!(count > 8 && layouts.len() == 4, "{layouts:?}");
    let master = xml(&parts, "ppt/slideMasters/slideMaster1.xml");
    assert_eq!(all(master.root(), "sldLayoutId").count(), 4);
}

#[test]
fn a_large_map_is_a_picture_with_its_heading_as_text() {
    let page = StoryPage {
        id: Id::new("of-v"),
        kind: PageKind::View,
        about: Some(Id::new("v")),
        ..StoryPage::default()
    };
    let step = Step { id: Id::new("s"), ..Step::default() };
    let phase = Phase { id: Id::new("p"), steps: [step].into_iter().collect(), ..Phase::default() };
    let card = |number: usize| Card {
        id: Id::new(&format!("c{number}")),
        step: Id::new("s"),
        text: format!("Card {number}"),
        ..Card::default()
    };
    let lane = Lane {
        id: Id::new("l"),
        kind: LaneKind::Actions,
        cards: (0..2000).map(card).collect(),
        ..Lane::default()
    };
    let journey = Journey {
        id: Id::new("j"),
        title: "Large".into(),
        phases: [phase].into_iter().collect(),
        lanes: [lane].into_iter().collect(),
        views: [View { id: Id::new("v"), title: "Large".into(), ..View::default() }]
            .into_iter()
            .collect(),
        story: [page].into_iter().collect(),
        ..Journey::default()
    };
    let project =
        Arc::new(Project { journeys: [journey].into_iter().collect(), ..Project::default() });
    let parts = parts(&slides(&project, &Options::default()).unwrap().0);
    assert!(parts["ppt/media/image1.png"].starts_with(b"\x89PNG"));
    let names = parts.keys().filter(|name| name.starts_with("ppt/slides/slide"));
    let with_picture = |name: &&String| all(xml(&parts, name).root(), "pic").count() == 1;
    let pictures: Vec<&String> = names.filter(with_picture).collect();
    assert_eq!(pictures.len(), 1, "{pictures:?}");
    let slide = xml(&parts, pictures[0]);
    let shapes = all(slide.root(), "sp").count();
    assert!(shapes > 0 && shapes < 50, "{shapes}");
}

#[test]
fn what_cannot_tell_a_story_says_what_can() {
    let tables = export(&example(0), Format::Csv, &noted(), &mut Vec::new(), &mut |_| true);
    assert!(matches!(tables, Err(ExportError::NoStory(known)) if known == ["pdf", "png", "pptx"]));
    let one = export(&example(0), Format::Png, &noted(), &mut Vec::new(), &mut |_| true);
    assert!(matches!(one, Err(ExportError::ManyPictures(count)) if count > 5));
}

/// The second example with a story of so many pages of text, all but every third with notes.
fn long(count: usize) -> Arc<Project> {
    let mut project = Project::clone(&example(1));
    let page = |number: usize| StoryPage {
        id: Id::new(&format!("page{number}")),
        kind: PageKind::Text,
        title: format!("Sida nummer {number}."),
        notes: if number.is_multiple_of(3) { String::new() } else { format!("Sagt {number}.") },
        ..StoryPage::default()
    };
    project.journeys.edit(0).unwrap().story = (1..=count).map(page).collect();
    Arc::new(project)
}

#[test]
fn slides_that_are_made_beside_each_other_come_in_their_order() {
    // More than may wait.
    let (project, options) = (long(60), Options { notes: true, ..noted() });
    let (bytes, report) = slides(&project, &options).unwrap();
    let parts = parts(&bytes);
    let shown = report.pages.unwrap();
    // What the story does not name comes after it.
    assert!(shown >= 60, "{shown}");
    let (mut noted, mut before) = (0, 0);
    for number in 1..=shown {
        let slide = xml(&parts, &format!("ppt/slides/slide{number}.xml"));
        let text = said(&slide);
        let Some(place) = text.split("Sida nummer ").nth(1) else { continue };
        let place: usize = place.split('.').next().unwrap().parse().unwrap();
        assert_eq!(place, before + 1, "{text}");
        before = place;
        let relations = xml(&parts, &format!("ppt/slides/_rels/slide{number}.xml.rels"));
        let targets = all(relations.root(), "Relationship").filter_map(|r| r.attribute("Target"));
        let notes = targets.into_iter().find(|target| target.contains("notesSlide"));
        assert_eq!(notes.is_none(), place.is_multiple_of(3), "{text}");
        let Some(notes) = notes else { continue };
        noted += 1;
        assert_eq!(notes, format!("../notesSlides/notesSlide{noted}.xml"));
        let notes = xml(&parts, &notes.replace("..", "ppt"));
        assert_eq!(said(&notes), format!("Sagt {place}."));
    }
    assert_eq!((before, noted), (60, 40));
    for _ in 0..3 {
        assert!(slides(&project, &options).unwrap().0 == bytes, "the same bytes each time");
    }
}

#[test]
fn who_watches_hears_of_every_slide_and_can_end_it_at_each() {
    let project = long(30);
    let run = |most: usize| {
        let mut heard: Vec<f32> = Vec::new();
        let mut watch = |done: f32| {
            heard.push(done);
            heard.len() < most
        };
        let made = export(&project, Format::Pptx, &noted(), &mut Vec::new(), &mut watch);
        (made, heard)
    };
    let (made, heard) = run(usize::MAX);
    let count = made.unwrap().pages.unwrap();
    assert!(heard.len() > count && heard.is_sorted(), "{count} slides: {heard:?}");
    for most in [1, 2, count / 2, count] {
        let (made, heard) = run(most);
        assert!(matches!(made, Err(ExportError::Stopped)), "after {most}");
        assert_eq!(heard.len(), most);
    }
}
