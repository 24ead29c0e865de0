//! Gaps of whole maps: what the examples and templates have, and what the program says of them.
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

use jiff::civil::{Date, date};
use kundresa::file;
use kundresa::insight::{Gap, GapRule, gaps};
use kundresa::model::{GapPlace, Id, IdSource, Journey, Project};
use kundresa::templates;
use kundresa::words::{Lang, Words};
use serde_json::Value;
use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const TODAY: Date = date(2026, 5, 5);

fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("assets/examples/{name}.kundresa"))
}

/// The examples, and what templates of both languages make, filled in and empty.
fn projects() -> Vec<(String, Project)> {
    let names = ["forpackningsmaskin", "shoes", "dag-pa-akuten"];
    let mut all: Vec<(String, Project)> = names
        .iter()
        .map(|name| ((*name).into(), file::load(&example(name)).unwrap().project))
        .collect();
    let mut ids = IdSource::seeded(1);
    for lang in [Lang::Sv, Lang::En] {
        for template in templates::ours(lang) {
            for filled in [true, false] {
                let name = format!("{} {} {filled}", template.name, lang.code());
                all.push((name, templates::make(template, filled, &mut ids)));
            }
        }
    }
    all
}

/// All ids of a project's things and of a map's, by what they are of.
struct Known<'a> {
    phases: HashSet<&'a Id>,
    steps: HashSet<&'a Id>,
    lanes: HashSet<&'a Id>,
    cards: HashSet<&'a Id>,
    points: HashSet<&'a Id>,
    questions: HashSet<&'a Id>,
    personas: HashSet<&'a Id>,
    opportunities: HashSet<&'a Id>,
}

impl<'a> Known<'a> {
    fn of(project: &'a Project, journey: &'a Journey) -> Self {
        let phases = || journey.phases.iter();
        let lanes = || journey.lanes.iter();
        Self {
            phases: phases().map(|one| &one.id).collect(),
            steps: journey.steps().map(|(_, one)| &one.id).collect(),
            lanes: lanes().map(|one| &one.id).collect(),
            cards: lanes().flat_map(|lane| &lane.cards).map(|one| &one.id).collect(),
            points: lanes().flat_map(|lane| &lane.points).map(|one| &one.id).collect(),
            questions: (phases().flat_map(|phase| &phase.checklist))
                .chain(&journey.checklist)
                .map(|one| &one.id)
                .collect(),
            personas: project.personas.iter().map(|one| &one.id).collect(),
            opportunities: project.opportunities.iter().map(|one| &one.id).collect(),
        }
    }

    /// Is all there that a gap names?
    fn has(&self, gap: &Gap) -> bool {
        let GapPlace { phase, step, lane, card, from, point, persona, question, opportunity } =
            &gap.place;
        let named = [
            (phase, &self.phases),
            (&gap.phase, &self.phases),
            (step, &self.steps),
            (&gap.step, &self.steps),
            (lane, &self.lanes),
            (&gap.lane, &self.lanes),
            (card, &self.cards),
            (from, &self.cards),
            (point, &self.points),
            (persona, &self.personas),
            (question, &self.questions),
            (opportunity, &self.opportunities),
        ];
        let there = |(id, all): &(&Option<Id>, &HashSet<&Id>)| {
            id.as_ref().is_none_or(|id| all.contains(id))
        };
        let card = |one: &kundresa::model::CardRef| {
            self.cards.contains(&one.card) && self.lanes.contains(one.lane.as_ref().unwrap())
        };
        named.iter().all(there) && gap.about.iter().all(card)
    }
}

#[test]
fn no_gap_names_what_is_not_there_and_each_is_told_once() {
    let mut rules = HashSet::new();
    for (name, project) in projects() {
        for journey in &project.journeys {
            let known = Known::of(&project, journey);
            let found = gaps(&project, journey, TODAY, GapRule::ALL);
            let mut told = HashSet::new();
            for gap in &found {
                rules.insert(gap.rule);
                assert!(known.has(gap), "{name}: {gap:?}");
                let thing = gap.thing().map(|thing| thing.id().clone());
                let shown = [&known.cards, &known.points, &known.steps, &known.phases];
                let is_shown = |id: &Id| {
                    known.personas.contains(id) || shown.iter().any(|all| all.contains(id))
                };
                let whole = gap.phase.is_none();
                assert!(thing.as_ref().map_or(whole, is_shown), "{name}: {thing:?} of {gap:?}");
                let is_cell = |(lane, step): (&Id, &Id)| {
                    known.lanes.contains(lane) && known.steps.contains(step)
                };
                assert!(gap.cell().is_none_or(is_cell), "{name}: {gap:?}");
                assert!(told.insert((gap.rule, &gap.place)), "{name}: twice: {gap:?}");
                for lang in [Lang::Sv, Lang::En] {
                    let words = Words::new(lang);
                    let text = gap.text(&project, journey, &words);
                    let place = gap.place_text(&project, journey, &words);
                    for said in [&text, &place] {
                        let is_line = !said.contains(['\n', '\r', '\t']) && said.trim() == said;
                        assert!(is_line && !said.is_empty(), "{name}: {said:?}");
                    }
                    // Everything here has a title.
                    assert!(!text.contains(&words.thing_untitled()), "{name}: {text}");
                }
            }
            // They come phase by phase, and step by step.
            let phase = |gap: &Gap| {
                let id = gap.phase.as_ref();
                journey.phases.iter().position(|one| Some(&one.id) == id)
            };
            let step =
                |gap: &Gap| journey.steps().position(|(_, one)| Some(&one.id) == gap.step.as_ref());
            assert!(found.is_sorted_by_key(|gap| (phase(gap), step(gap))), "{name}");
            // Rules do not lean on each other; steps only are not told of where their phase is.
            for rule in GapRule::ALL {
                let alone = gaps(&project, journey, TODAY, &[*rule]);
                let all = found.iter().filter(|gap| gap.rule == *rule).count();
                let same = *rule == GapRule::NoActivity || alone.len() == all;
                assert!(same, "{name}: {rule:?} alone finds as many");
            }
        }
    }
    assert!(rules.len() >= 14, "the examples have most kinds of gaps: {rules:?}");
}

#[test]
fn a_map_that_is_begun_is_asked_three_questions_at_most() {
    for (name, project) in projects().into_iter().filter(|(name, _)| name.ends_with("false")) {
        let found = gaps(&project, &project.journeys[0], TODAY, &GapRule::usual());
        let rules: Vec<&str> = found.iter().map(|gap| gap.rule.code()).collect();
        match name.starts_with("b2b") {
            // It comes with the roles of a buying group.
            true => assert_eq!(rules, ["no_purpose", "no_cards"], "{name}"),
            false => assert_eq!(rules, ["no_persona", "no_purpose", "no_cards"], "{name}"),
        }
    }
    let nothing = Journey::default();
    assert!(gaps(&Project::default(), &nothing, TODAY, &GapRule::usual()).len() <= 3);
}

/// What a strategist finds on the example by hand.
#[test]
fn the_gaps_of_the_example_are_those_one_finds_by_hand() {
    let project = file::load(&example("forpackningsmaskin")).unwrap().project;
    let journey = &project.journeys[0];
    let mut told: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for gap in gaps(&project, journey, TODAY, &GapRule::usual()) {
        let phase = journey.phases.iter().find(|one| Some(&one.id) == gap.phase.as_ref());
        let phase = phase.map_or("", |phase| &phase.title).to_owned();
        let who = gap.place.persona.as_ref().and_then(|id| project.persona(id));
        let who = who.map(|(_, one)| format!(" {}", one.name)).unwrap_or_default();
        told.entry(phase).or_default().push(format!("{}{who}", gap.rule.code()));
    }
    let expected: [(&str, &[&str]); 7] = [
        ("", &["few_interviews"]),
        (
            "Ambassadör",
            &[
                "persona_missing Karim",
                "persona_missing Elin",
                "question_no",
                "no_activity",
                "only_hypotheses",
                "opportunity_without_date",
            ],
        ),
        ("Användning", &["persona_missing Karim", "no_activity", "pain_without_opportunity"]),
        (
            "Beslut",
            &["persona_missing Elin", "question_no", "question_no", "digital_switch_at_low"],
        ),
        ("Köp", &["pain_without_opportunity", "no_subgoal", "chain_broken"]),
        (
            "Upptäckt",
            &[
                "persona_missing Karim",
                "question_no",
                "pain_without_opportunity",
                "only_hypotheses",
            ],
        ),
        ("Övervägande", &["question_no", "no_activity", "pain_without_opportunity"]),
    ];
    let expected = expected
        .map(|(phase, all)| (phase.to_owned(), all.iter().map(|one| (*one).into()).collect()));
    assert_eq!(told, BTreeMap::from(expected));
}

/// Ids that name nothing, in every field that names something.
#[test]
fn a_map_that_names_what_is_gone_is_read_all_the_same() {
    let mut project = file::load(&example("forpackningsmaskin")).unwrap().project;
    let gone = Id::new("gone");
    let map = project.journeys.edit(0).unwrap();
    map.personas.push(gone.clone());
    for at in 0..map.lanes.len() {
        let lane = map.lanes.edit(at).unwrap();
        for at in 0..lane.cards.len() {
            let card = lane.cards.edit(at).unwrap();
            card.until = Some(gone.clone());
            card.opportunity = Some(gone.clone());
            card.subgoal = Some(gone.clone());
            card.next = Some(gone.clone());
            card.personas.push(gone.clone());
            if at % 3 == 0 {
                card.step = gone.clone();
            }
        }
        for at in 0..lane.points.len() {
            let point = lane.points.edit(at).unwrap();
            point.touchpoint = Some(gone.clone());
            point.value = if at % 2 == 0 { f64::NAN } else { point.value };
            point.at = Some(f64::INFINITY);
        }
    }
    for at in 0..project.opportunities.len() {
        project.opportunities.edit(at).unwrap().cards = vec![gone.clone()];
    }
    let map = &project.journeys[0];
    let known = Known::of(&project, map);
    let found = gaps(&project, map, TODAY, GapRule::ALL);
    assert!(found.len() > 20 && found.iter().all(|gap| known.has(gap)));
}

fn kundresa(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kundresa")).args(args).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn the_program_prints_gaps_by_phase() {
    let file = example("forpackningsmaskin").to_string_lossy().into_owned();
    let today = ["--today", "2026-05-05"];
    let output = kundresa(&["--lang", "sv", "gaps", &file, "--journey", "1", today[0], today[1]]);
    assert_eq!((output.status.code(), text(&output.stderr).as_str()), (Some(1), ""));
    let said = text(&output.stdout);
    let rows = [
        "Köpa ny förpackningsmaskin: 24 gap\n",
        "\nHela kartan\n  few_interviews            6 av 10 intervjuer är gjorda  (Hela kartan)\n",
        "\nUpptäckt: 3 av 4 hjälpfrågor besvarade, 1 delvis\n  persona_missing ",
        "\n  no_activity               Vi gör inget här  (Söker · Sälj och marknad)\n",
    ];
    rows.iter().for_each(|row| assert!(said.contains(row), "{row}\n{said}"));
    assert!(!said.contains("Framtida läge"));

    let rows: [(&[&str], i32, &str); 8] = [
        (&["--rules", "no_purpose", "--journey", "1"], 0, "Köpa ny förpackningsmaskin: no gaps\n"),
        (&["--rules", "no_purpose"], 0, "\nFramtida läge: no gaps\n"),
        (&["--rules=no_subgoal", "--without=no_subgoal"], 0, "no gaps"),
        (&["--rules", "touchpoint_without_owner", "--journey", "Framtida läge"], 1, "2 gaps"),
        (&["--rules", "no_goal"], 2, "no rule “no_goal”. There are: no_persona, no_purpose"),
        (&["--journey", "9"], 2, "no journey map “9”"),
        (&["--today", "soon"], 2, "--today cannot be “soon”"),
        (&["another"], 2, "another"),
    ];
    for (more, code, expected) in rows {
        let mut args = vec!["--lang", "en", "gaps", file.as_str()];
        args.extend(more);
        let output = kundresa(&args);
        assert_eq!(output.status.code(), Some(code), "{args:?}");
        let said = if code == 2 { &output.stderr } else { &output.stdout };
        assert!(text(said).contains(expected), "{args:?}: {}", text(said));
    }
    let output = kundresa(&["gaps", "no such file"]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    // The day it is: all these dates have been, whenever this runs.
    let output = kundresa(&["gaps", &file, "--rules", "opportunity_overdue", "--json"]);
    let late: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(late.len(), 6);
}

#[test]
fn a_gap_that_is_waved_off_is_printed_with_its_reason_and_does_not_count() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.kundresa");
    let mut project = file::load(&example("forpackningsmaskin")).unwrap().project;
    let found = gaps(&project, &project.journeys[0], TODAY, &[GapRule::NoSubgoal]);
    let [gap] = found.as_slice() else { panic!("{found:?}") };
    let map = project.journeys.edit(0).unwrap();
    map.wave_off(gap.rule.code(), &gap.place, "Säljarens\nsak");
    std::fs::write(&path, file::to_json(&project)).unwrap();
    let path = path.to_string_lossy();
    let args = ["--lang", "sv", "gaps", &path, "--journey", "1", "--rules", "no_subgoal"];
    let output = kundresa(&args);
    assert_eq!(output.status.code(), Some(0));
    let said = text(&output.stdout);
    assert!(said.starts_with("Köpa ny förpackningsmaskin: inga gap, 1 avfärdat\n"), "{said}");
    assert!(said.contains("\n  no_subgoal  Inget delmål: Stänga affär  ("), "{said}");
    assert!(said.ends_with("\n              Avfärdat: Säljarens sak\n"), "{said}");

    let json: Value =
        serde_json::from_slice(&kundresa(&[&args[..], &["--json"]].concat()).stdout).unwrap();
    let keys: Vec<&String> = json[0].as_object().unwrap().keys().collect();
    let all = "rule weight text place journey phase step lane cards key waved_off";
    assert_eq!(keys.into_iter().map(String::as_str).collect::<Vec<_>>().join(" "), all);
    assert_eq!(json[0]["waved_off"], "Säljarens\nsak");
    assert_eq!(json[0]["key"]["card"], json[0]["cards"][0]);
    // The file opens and is saved as it was.
    let again = file::load(Path::new(&*path)).unwrap();
    assert_eq!((again.problems.len(), again.project), (0, project));
}
