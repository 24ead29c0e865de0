//! Are the example maps sound, as large as promised, and written as the program writes them?

#![allow(clippy::wildcard_enum_match_arm, reason = "a test asks for one case")]

use kundresa::model::{
    BlockerKind, Card, ChangeKind, Channel, ContentRole, Device, Evidence, Extra, Id, JourneyKind,
    LaneKind, List, Mark, Medium, Met, Ownership, Persona, Project, Reach, Severity, SourceKind,
    Unread,
};
use kundresa::scene::{Layout, read_image};
use kundresa::words::{Lang, Words};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What an example must hold at least; phases, lanes, cards and points are those of its first map.
struct Promise {
    file: &'static str,
    language: &'static str,
    kind: JourneyKind,
    journeys: usize,
    personas: usize,
    interviews: usize,
    phases: usize,
    steps: usize,
    lanes: usize,
    cards: usize,
    transitions: usize,
}

const PROMISES: [Promise; 3] = [
    Promise {
        file: "forpackningsmaskin.kundresa",
        language: "sv",
        kind: JourneyKind::Current,
        journeys: 2,
        personas: 3,
        interviews: 6,
        phases: 6,
        steps: 8,
        lanes: 9,
        cards: 60,
        transitions: 2,
    },
    Promise {
        file: "shoes.kundresa",
        language: "en",
        kind: JourneyKind::Current,
        journeys: 1,
        personas: 2,
        interviews: 3,
        phases: 6,
        steps: 6,
        lanes: 8,
        cards: 45,
        transitions: 1,
    },
    Promise {
        file: "dag-pa-akuten.kundresa",
        language: "sv",
        kind: JourneyKind::DayInTheLife,
        journeys: 1,
        personas: 1,
        interviews: 1,
        phases: 7,
        steps: 7,
        lanes: 7,
        cards: 35,
        transitions: 0,
    },
];

/// A file as the program writes it.
#[derive(Serialize, Deserialize)]
struct File {
    format: String,
    version: u32,
    project: Project,
}

fn path(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/examples").join(file)
}

fn read(file: &str) -> (String, File) {
    let text =
        std::fs::read_to_string(path(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
    let parsed = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
    (text, parsed)
}

#[test]
fn every_example_is_promised_something() {
    let found: HashSet<String> = std::fs::read_dir(path(""))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(found, PROMISES.iter().map(|promise| promise.file.to_owned()).collect());
}

#[test]
fn examples_hold_what_they_promise() {
    for promise in PROMISES {
        let file = promise.file;
        let (_, File { format, version, project }) = read(file);
        assert_eq!((format.as_str(), version), ("kundresa", 1), "{file}");
        assert_eq!(project.language.as_deref(), Some(promise.language), "{file}");
        let journey = &project.journeys[0];
        assert_eq!(journey.kind.as_ref(), Some(&promise.kind), "{file}");
        let interviews =
            project.sources.iter().filter(|source| source.kind == Some(SourceKind::Interview));
        let rows = [
            ("journeys", project.journeys.len(), promise.journeys),
            ("personas", journey.personas.len(), promise.personas),
            ("interviews", interviews.count(), promise.interviews),
            ("phases", journey.phases.len(), promise.phases),
            ("steps", journey.steps().count(), promise.steps),
            ("lanes", journey.lanes.len(), promise.lanes),
            ("cards", journey.lanes.iter().map(|lane| lane.cards.len()).sum(), promise.cards),
            ("transitions", journey.transitions.len(), promise.transitions),
        ];
        for (what, held, promised) in rows {
            assert!(held >= promised, "{file} holds {held} {what}, {promised} were promised");
        }
        for id in &journey.personas {
            let points = journey.lanes.iter().flat_map(|lane| &lane.points);
            let felt: HashSet<&Id> = points
                .filter(|point| point.persona.as_ref() == Some(id))
                .map(|point| &point.step)
                .collect();
            let steps = journey.steps().count();
            assert_eq!(felt.len(), steps, "{file}: {id} has a feeling in each step");
        }
    }
}

#[test]
fn a_day_in_the_life_has_clock_times() {
    let (_, file) = read("dag-pa-akuten.kundresa");
    let starts: Vec<&str> =
        file.project.journeys[0].phases.iter().map(|phase| phase.start.as_str()).collect();
    let is_time = |text: &str| {
        text.split_once(':').is_some_and(|(hour, minute)| {
            hour.parse::<u8>().is_ok_and(|hour| hour < 24)
                && minute.parse::<u8>().is_ok_and(|minute| minute < 60)
        })
    };
    assert!(starts.iter().all(|start| is_time(start)), "{starts:?}");
    assert!(starts.is_sorted(), "{starts:?}");
}

#[test]
fn a_future_state_says_what_changed() {
    let (_, file) = read("forpackningsmaskin.kundresa");
    let now = &file.project.journeys[0];
    let future = file
        .project
        .journeys
        .iter()
        .find(|journey| journey.kind == Some(JourneyKind::Future))
        .expect("a future state");
    assert_eq!(future.origin.as_ref(), Some(&now.id));
    for kind in ChangeKind::ALL {
        let cards = future.lanes.iter().flat_map(|lane| &lane.cards);
        assert!(cards.filter(|card| card.change.as_ref() == Some(kind)).count() > 0, "{kind:?}");
    }
    assert!(future.lanes.iter().any(|lane| !lane.points.is_empty()), "it has a curve of its own");
}

#[test]
fn examples_are_written_back_byte_for_byte() {
    for promise in PROMISES {
        let (text, file) = read(promise.file);
        let written = serde_json::to_string_pretty(&file).unwrap() + "\n";
        let differs = text.lines().zip(written.lines()).position(|(read, wrote)| read != wrote);
        assert!(text == written, "{}: first differs in line {:?}", promise.file, differs);
    }
}

#[test]
fn nothing_in_an_example_is_unread_or_unknown() {
    for promise in PROMISES {
        let mut left = Left(Vec::new());
        left.project(&read(promise.file).1.project);
        assert_eq!(left.0, Vec::<String>::new(), "{}", promise.file);
    }
}

/// What reading left over: items and keys that were not understood.
struct Left(Vec<String>);

impl Left {
    fn unread<T>(&mut self, list: &List<T>) {
        self.0.extend(list.unread.iter().map(|Unread { value, .. }| value.to_string()));
    }

    fn extra(&mut self, extra: &Extra) {
        self.0.extend(extra.keys().cloned());
    }

    fn project(&mut self, project: &Project) {
        macro_rules! lists {
            ($($list:expr),*) => {$(
                self.unread(&$list);
                $list.iter().for_each(|item| self.extra(&item.extra));
            )*};
        }
        self.extra(&project.extra);
        lists!(project.personas, project.sources, project.themes, project.opportunities);
        lists!(project.tasks, project.subgoals, project.tags, project.images, project.journeys);
        lists!(project.parked);
        for source in &project.sources {
            lists!(source.passages);
        }
        for journey in &project.journeys {
            lists!(journey.checklist, journey.phases, journey.lanes, journey.transitions);
            journey.costs.iter().for_each(|costs| self.extra(&costs.extra));
            for phase in &journey.phases {
                lists!(phase.steps, phase.checklist);
                let steps = phase.steps.iter().flat_map(|step| &step.duration);
                steps.chain(&phase.duration).for_each(|duration| self.extra(&duration.extra));
                phase.conversion.iter().for_each(|conversion| self.extra(&conversion.extra));
            }
            for lane in &journey.lanes {
                lists!(lane.cards, lane.points);
                if matches!(lane.kind, LaneKind::Other(_)) {
                    self.0.push(format!("kind of lane {}", lane.kind.as_str()));
                }
                lane.cards.iter().for_each(|card| self.card(card));
            }
        }
    }

    fn card(&mut self, card: &Card) {
        macro_rules! known {
            ($($kind:ident: $words:expr),* $(,)?) => {$(
                self.0.extend($words.iter().filter_map(|word| match word {
                    $kind::Other(word) => Some(format!("{} {word}", stringify!($kind))),
                    _ => None,
                }));
            )*};
        }
        known!(
            Medium: card.medium,
            Device: card.device,
            Ownership: card.ownership,
            ContentRole: card.content_role,
            Reach: card.reach,
            Mark: card.marks,
            Evidence: card.evidence,
            Met: card.met,
            ChangeKind: card.change,
        );
        let blockers = || card.blocker.iter();
        known!(
            BlockerKind: blockers().flat_map(|one| &one.kind).collect::<Vec<_>>(),
            Severity: blockers().flat_map(|one| &one.severity).collect::<Vec<_>>(),
        );
        blockers().for_each(|blocker| self.extra(&blocker.extra));
        card.metric.iter().for_each(|metric| self.extra(&metric.extra));
        // A channel may be a word of the user's own; the other choices may not.
        let own_word = card.channel.as_ref().filter(|it| matches!(it, Channel::Other(_)));
        if let Some(word) = own_word {
            let looks_like_ours = word.as_str().chars().all(|c| c.is_ascii_lowercase() || c == '_');
            if looks_like_ours {
                self.0.push(format!("channel {}", word.as_str()));
            }
        }
    }
}

#[test]
fn ids_are_unique_and_refer_to_something() {
    for promise in PROMISES {
        let file = promise.file;
        let (text, parsed) = read(file);
        let value: Value = serde_json::from_str(&text).unwrap();
        let mut ids = Vec::new();
        let mut references = Vec::new();
        collect(&value["project"], "", &mut ids, &mut references);
        let unique: HashSet<&str> = ids.iter().copied().collect();
        assert_eq!(unique.len(), ids.len(), "{file}: an id is there twice");
        for id in &ids {
            assert!(id.len() == 8 && id.bytes().all(is_base32), "{file}: id {id}");
        }
        for (key, id) in references {
            assert!(unique.contains(id), "{file}: {key} refers to {id}, which is not there");
        }
        let nameless = |persona: &Persona| persona.name.is_empty() || persona.emoji.is_empty();
        assert!(!parsed.project.personas.iter().any(|persona| nameless(persona)), "{file}");
    }
}

fn is_base32(byte: u8) -> bool {
    b"0123456789abcdefghjkmnpqrstvwxyz".contains(&byte)
}

/// All ids of things, and all references with the key they stand under.
fn collect<'a>(
    value: &'a Value,
    under: &'a str,
    ids: &mut Vec<&'a str>,
    references: &mut Vec<(&'a str, &'a str)>,
) {
    const ONE: [&str; 12] = [
        "step",
        "until",
        "persona",
        "opportunity",
        "subgoal",
        "next",
        "origin",
        "source",
        "touchpoint",
        "card",
        "image",
        "to",
    ];
    const MANY: [&str; 4] = ["personas", "sources", "cards", "themes"];
    match value {
        Value::Object(fields) => {
            let is_transition = under == "transitions";
            for (key, field) in fields {
                match field.as_str() {
                    Some(id) if key == "id" => ids.push(id),
                    // `from` and `to` are words in a journey and references in a transition.
                    Some(id) if key == "from" && is_transition => references.push((key, id)),
                    Some(_) if key == "to" && !is_transition => {}
                    Some(id) if ONE.contains(&key.as_str()) => references.push((key, id)),
                    _ => collect(field, key, ids, references),
                }
            }
        }
        Value::Array(items) => {
            for item in items {
                match item.as_str() {
                    Some(id) if MANY.contains(&under) => references.push((under, id)),
                    _ => collect(item, under, ids, references),
                }
            }
        }
        _ => {}
    }
}

#[test]
fn pictures_are_sound_small_described_and_shown() {
    for promise in PROMISES {
        let (file, project) = (promise.file, read(promise.file).1.project);
        let cards = project.journeys.iter().flat_map(|journey| &journey.lanes);
        let on_cards = cards.flat_map(|lane| &lane.cards).filter_map(|card| card.image.as_ref());
        let portraits = project.personas.iter().filter_map(|persona| persona.image.as_ref());
        let shown: HashSet<&Id> = on_cards.chain(portraits).collect();
        assert!(!project.images.is_empty(), "{file}");
        for image in &project.images {
            let (id, title) = (&image.id, &image.title);
            let size = read_image(image).map(|picture| picture.size());
            assert!(matches!(size, Ok((640 | 400, 400))), "{file}: {id}: {size:?}");
            assert!(image.data.len() < 54_000, "{file}: {id} takes more than 40 kB");
            assert!(title.chars().count() > 20, "{file}: {id} is described as {title:?}");
            assert!(shown.contains(id), "{file}: {id} is shown nowhere");
        }
    }
}

#[test]
fn quotes_are_short_and_texts_fit_a_card() {
    for promise in PROMISES {
        let (_, file) = read(promise.file);
        for lane in file.project.journeys.iter().flat_map(|journey| &journey.lanes) {
            for point in &lane.points {
                let length = point.quote.chars().count();
                assert!(length <= 60, "{}: {length} characters: {}", promise.file, point.quote);
            }
            for card in &lane.cards {
                let length = card.text.chars().count();
                assert!((1..=60).contains(&length), "{}: {}", promise.file, card.text);
            }
        }
    }
}

#[test]
fn an_example_looks_the_same_after_a_visit_to_the_projector() {
    for promise in PROMISES {
        let project = Arc::new(kundresa::file::load(&path(promise.file)).unwrap().project);
        let words = Words::new(Lang::En);
        let mut layout = Layout::new();
        for journey in &project.journeys {
            for scale in [1.0, 1.25, 1.0] {
                let kept = layout.scene(&project, &journey.id, &words, scale);
                let fresh = Layout::new().scene(&project, &journey.id, &words, scale);
                assert!(kept == fresh, "{} at {scale}", promise.file);
            }
        }
    }
}
