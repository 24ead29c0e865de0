//! Two branches of a map in a real git repository, merged by the program.
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

use kundresa::edit::{Change, Edit, Spot, apply};
use kundresa::file;
use kundresa::merge::{Keep, conflicts, solve};
use kundresa::model::{Card, CardRef, Id, Project, Thing};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const PROGRAM: &str = env!("CARGO_BIN_EXE_kundresa");
const FILE: &str = "karta.kundresa";
const README: &str = include_str!("../README.md");
/// How many edits each branch makes.
const EDITS: usize = 20;

/// A repository with an example in it, set up as the README says.
struct Repository(tempfile::TempDir);

impl Repository {
    /// None where there is no git.
    fn new() -> Option<Self> {
        if Command::new("git").arg("--version").output().is_err() {
            println!("skipped: there is no git on this machine");
            return None;
        }
        let folder = tempfile::tempdir().unwrap();
        let here = Self(folder);
        here.git(&["init", "-q", "-b", "main"]);
        let config = &readme_between("```gitconfig\n", "```");
        let config = config.replace("kundresa merge", &format!("'{PROGRAM}' merge"));
        let config = config.replace("kundresa export", &format!("'{PROGRAM}' export"));
        assert_eq!(config.matches(PROGRAM).count(), 2, "{config}");
        let path = here.0.path().join(".git/config");
        let before = std::fs::read_to_string(&path).unwrap();
        let who = "[user]\n\tname = Test\n\temail = test@example.org\n";
        std::fs::write(&path, format!("{before}{who}{config}")).unwrap();
        let attributes = readme_between("```gitattributes\n", "```");
        std::fs::write(here.0.path().join(".gitattributes"), attributes).unwrap();
        let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/examples/shoes.kundresa");
        std::fs::copy(example, here.file()).unwrap();
        here.commit("start");
        Some(here)
    }

    fn file(&self) -> PathBuf {
        self.0.path().join(FILE)
    }

    fn run(&self, args: &[&str]) -> Output {
        let mut git = Command::new("git");
        git.current_dir(self.0.path()).env("GIT_CONFIG_NOSYSTEM", "1").args(args);
        git.env("GIT_CONFIG_GLOBAL", "/dev/null").output().unwrap()
    }

    fn git(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert!(output.status.success(), "{args:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    fn commit(&self, message: &str) {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "-m", message]);
    }

    fn load(&self) -> Project {
        let loaded = file::load(&self.file()).unwrap();
        assert_eq!(loaded.problems, []);
        loaded.project
    }

    /// Makes edits on a branch of their own, from the start; gives what the file is then.
    fn branch(&self, name: &str, edited: &str, edit: impl Fn(&mut Project)) -> Project {
        self.git(&["checkout", "-q", "-b", name, "main"]);
        let mut project = self.load();
        edit(&mut project);
        project.edited = Some(edited.into());
        file::save(&self.file(), &project, false).unwrap();
        self.commit(name);
        self.load()
    }

    /// Merges their branch into ours, and asks the program what it thinks of the result.
    fn merge(&self) -> (bool, Project) {
        self.git(&["checkout", "-q", "ours"]);
        let output = self.run(&["merge", "-q", "--no-edit", "theirs"]);
        let code = output.status.code();
        assert!(code == Some(0) || code == Some(1), "{output:?}");
        let text = std::fs::read_to_string(self.file()).unwrap();
        assert!(!text.contains("<<<<<<<") && !text.contains(">>>>>>>"), "marks of git");
        let mut check = Command::new(PROGRAM);
        let checked = check.args(["check", "--json"]).arg(self.file()).output().unwrap();
        let told: Value = serde_json::from_slice(&checked.stdout).unwrap();
        // It tells a hook whether all is chosen, as git was told.
        assert_eq!(told[0]["exit"], code.unwrap_or_default());
        assert_eq!(told[0]["problems"], Value::Array(vec![]));
        (code == Some(0), self.load())
    }
}

/// What stands in the README between these.
fn readme_between(start: &str, end: &str) -> String {
    let (_, rest) = README.split_once(start).expect("the README has such a block");
    rest.split_once(end).expect("the block ends").0.to_owned()
}

struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (self.0 >> 33) as usize % sides.max(1)
    }
}

/// All cards on the first map, with their lanes.
fn cards(project: &Project) -> Vec<(CardRef, Card)> {
    let of_lane = |lane: &kundresa::model::Lane| {
        let one = |card: &std::sync::Arc<Card>| {
            let place = CardRef { lane: Some(lane.id.clone()), card: card.id.clone() };
            (place, Card::clone(card))
        };
        lane.cards.iter().map(one).collect::<Vec<_>>()
    };
    project.journeys[0].lanes.iter().flat_map(|lane| of_lane(lane)).collect()
}

/// Edits of cards whose place in the file leaves this rest by two; none: of the first ten.
fn edits(project: &mut Project, seed: u64, rest: Option<usize>) {
    let mut dice = Dice(seed);
    let all = cards(project).into_iter().enumerate();
    let all = all.filter(|(at, _)| rest.map_or(*at < 10, |rest| at % 2 == rest));
    let all: Vec<Id> = all.map(|(_, (place, _))| place.card).collect();
    for number in 0..EDITS {
        let wanted = &all[dice.roll(all.len())];
        let now = cards(project);
        let found = now.iter().find(|(place, _)| place.card == *wanted);
        let Some((place, card)) = found else {
            continue;
        };
        let map = &project.journeys[0];
        let steps: Vec<Id> = map.steps().map(|(_, step)| step.id.clone()).collect();
        let step = steps[dice.roll(steps.len())].clone();
        let lane = place.lane.clone().unwrap();
        let change = match dice.roll(5) {
            0 | 1 => {
                let text = format!("{} – {seed}.{number}", card.text);
                Change::PutCards(vec![(place.clone(), Card { text, ..card.clone() })])
            }
            2 => Change::MoveCards(vec![(place.clone(), Spot::Cell { lane, step, index: 0 })]),
            3 => {
                let id = Id::new(&format!("new{seed}x{number}"));
                let card = Card { id, text: format!("ny {seed}.{number}"), ..Card::default() };
                Change::AddCards(vec![(Spot::Cell { lane, step, index: 9 }, card)])
            }
            _ => Change::Remove(vec![Thing::Card(place.clone())]),
        };
        let edit = Edit { journey: map.id.clone(), change };
        *project = apply(project, &edit).unwrap();
    }
}

/// The ids of cards that one has and the other has not.
fn only_in(one: &Project, other: &Project) -> Vec<Id> {
    let ids = |project: &Project| -> Vec<Id> {
        cards(project).into_iter().map(|(place, _)| place.card).collect()
    };
    let there = ids(other);
    ids(one).into_iter().filter(|id| !there.contains(id)).collect()
}

#[test]
fn branches_that_edit_different_cards_merge_by_themselves() {
    for seed in 1..4 {
        let Some(here) = Repository::new() else { return };
        let start = here.load();
        let (early, late) = ("2026-03-01T10:00:00Z", "2026-03-02T10:00:00Z");
        let ours = here.branch("ours", late, |it| edits(it, seed, Some(0)));
        let theirs = here.branch("theirs", early, |it| edits(it, seed + 50, Some(1)));
        let (clean, merged) = here.merge();
        assert_eq!(merged.conflicts.iter().count(), 0, "{:?}", merged.conflicts);
        assert!(clean, "git says it is merged");
        assert_eq!(merged.edited.as_deref(), Some(late));
        for side in [&ours, &theirs] {
            let (new, gone) = (only_in(side, &start), only_in(&start, side));
            assert!(new.len() + gone.len() > 2, "{new:?} {gone:?}");
            assert_eq!(
                new.iter().filter(|id| only_in(&merged, &start).contains(id)).count(),
                new.len()
            );
            assert!(gone.iter().all(|id| !cards(&merged).iter().any(|(it, _)| it.card == *id)));
            for (place, card) in cards(side) {
                let before = cards(&start).into_iter().find(|(it, _)| it.card == place.card);
                if before.is_none_or(|(_, before)| before.text != card.text) {
                    let all = cards(&merged);
                    let now = all.iter().find(|(it, _)| it.card == place.card).unwrap();
                    assert_eq!(now.1.text, card.text);
                }
            }
        }
    }
}

#[test]
fn branches_that_edit_the_same_cards_leave_conflicts_that_can_be_solved() {
    let mut left = 0;
    for seed in 1..4 {
        let Some(here) = Repository::new() else { return };
        let when = "2026-03-01T10:00:00Z";
        here.branch("ours", when, |it| edits(it, seed, None));
        here.branch("theirs", when, |it| edits(it, seed + 50, None));
        let (clean, mut merged) = here.merge();
        assert_eq!(clean, merged.conflicts.is_empty());
        left += merged.conflicts.len();
        while let Some(one) = conflicts(&merged).first() {
            let keep = one.keeps.last().copied().unwrap();
            merged = solve(&merged, &one.conflict, keep).expect("what is offered can be done");
        }
        assert!(merged.conflicts.is_empty());
        file::save(&here.file(), &merged, false).unwrap();
        assert_eq!(here.load(), merged);
    }
    assert!(left > 3, "only {left} conflicts");
}

#[test]
fn a_text_both_changed_is_kept_from_both() {
    let Some(here) = Repository::new() else { return };
    let reword = |text: &'static str| {
        move |project: &mut Project| {
            let map = project.journeys.edit(0).unwrap();
            let lane = map.lanes.index_where(|lane| !lane.cards.is_empty()).unwrap();
            map.lanes.edit(lane).unwrap().cards.edit(0).unwrap().text = text.into();
        }
    };
    here.branch("ours", "2026-03-01T10:00:00Z", reword("Vår"));
    here.branch("theirs", "2026-03-02T10:00:00Z", reword("Deras"));
    let (clean, merged) = here.merge();
    assert!(!clean, "git says that there is something left");
    let one = &conflicts(&merged)[0];
    assert_eq!((&*one.mine_text, &*one.theirs_text), ("Vår", "Deras"));
    assert_eq!(one.conflict.label, "HEAD", "as git calls our copy");
    let first = |project: &Project| cards(project)[0].1.text.clone();
    let solved = |keep| first(&solve(&merged, &one.conflict, keep).unwrap());
    assert_eq!(solved(Keep::Mine), "Vår");
    assert_eq!(solved(Keep::Theirs), "Deras");
    assert_eq!(solved(Keep::Both), "Vår\nDeras");
    assert_eq!(first(&merged), "Deras");
}

#[test]
fn a_difference_is_shown_as_text() {
    let Some(here) = Repository::new() else { return };
    here.branch("ours", "2026-03-01T10:00:00Z", |project| {
        let map = project.journeys.edit(0).unwrap();
        map.purpose = "Så att det syns i git".into();
    });
    let shown = here.git(&["diff", "main", "ours", "--", FILE]);
    assert!(shown.lines().any(|line| line.starts_with('+') && line.contains("Så att det syns")));
    assert!(!shown.contains('{'), "it is no JSON: {shown}");
    // Also where another program has left something out of order, which is mended as it is read.
    let text = std::fs::read_to_string(here.file()).unwrap();
    let damaged = text.replacen("\"kind\": \"touchpoints\",", "\"kind\": \"touchpoints\"", 1);
    assert_ne!(damaged, text);
    std::fs::write(here.file(), damaged).unwrap();
    here.commit("damaged");
    let shown = here.git(&["diff", "main", "ours", "--", FILE]);
    assert!(shown.contains("Så att det syns") && !shown.contains('{'), "{shown}");
}
