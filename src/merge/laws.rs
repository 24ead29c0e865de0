//! The laws of merging, each over ten thousand small projects that random edits have made of one.

use super::table::{ThingRow, row};
use super::*;
use crate::edit::notation::{id, parse};
use crate::edit::{Change, Dice, Edit, apply, random_change};
use crate::file::{read, to_json};
use crate::model::*;
use serde_json::json;

/// How many projects each law is tried on, in two halves that run side by side.
const CASES: u64 = 10_000;

/// Of so many projects one is tried without a base.
const BASELESS: u64 = 8;
/// So many pairs of copies are made of one base.
const COPIES: u64 = 8;

const START: &str = "A: a b | B: c
    L: x y>c / z | w
    M: / k |
    ~E: p+1@x / |
    -> t: A c
    parked: l
    who: pia";

const SIDES: [Side; 2] = [Side::Ours, Side::Theirs];

fn copies<'a>(base: Option<&'a Project>, ours: &'a Project, theirs: &'a Project) -> Copies<'a> {
    Copies { base, ours, theirs, ours_label: "", theirs_label: "" }
}

/// The project of the notation, with things that the notation does not know.
fn start() -> Project {
    let mut project = parse(START).0;
    project.edited = Some("2026-01-01T00:00:00Z".into());
    project.sources = [Source { id: id("s1"), ..Source::default() }].into_iter().collect();
    let opportunity = Opportunity { id: id("o1"), cards: vec![id("x")], ..Opportunity::default() };
    project.opportunities = [opportunity].into_iter().collect();
    let map = project.journeys.edit(0).unwrap();
    let view = View { id: id("v1"), tags: vec!["one".into()], ..View::default() };
    map.views = [view].into_iter().collect();
    map.extra.insert("later".into(), json!([{"id": "n1", "x": 1}, {"id": "n2"}]));
    let card = map.lanes.edit(0).unwrap().cards.edit(0).unwrap();
    card.text = "one two three four five six".into();
    card.tags = vec!["red".into(), "blue".into()];
    project
}

/// Changes a field that edits made at random do not.
fn tweak(project: &mut Project, dice: &mut Dice) {
    const WORDS: [&str; 6] = ["ett", "two three", "one two three 4 five six", "", "0 two", "x y z"];
    let word = WORDS[dice.roll(WORDS.len())].to_owned();
    let tag = WORDS[dice.0 as usize % 5].to_owned();
    let kind = (dice.0 >> 20) % 15;
    project.edited = Some(format!("2026-01-{:02}T00:00:00Z", dice.0 % 28 + 1).into());
    match kind {
        0 => project.title = word,
        1 => {
            let new = Source { id: id(&format!("source{}", dice.0 >> 16)), ..Source::default() };
            project.sources.push(Arc::new(new));
        }
        2 => drop(project.sources.pop()),
        3 => {
            project.settings.insert("a".into(), json!({ "b": word, "c": dice.0 % 3 }));
        }
        _ => {
            let Some(map) = project.journeys.edit(0) else { return };
            match kind {
                4 => map.purpose = word,
                5 => {
                    // Some without an id.
                    let name = if dice.roll(3) == 0 { "" } else { &format!("v{}", dice.0 >> 16) };
                    let view = View { id: id(name), title: tag, ..View::default() };
                    map.views.push(Arc::new(view));
                }
                6 => {
                    let later = json!([{"id": "n2", "y": word}, {"id": "n3"}, 7, "seven"]);
                    map.extra.insert("later".into(), later);
                }
                7 => drop(map.views.pop()),
                _ => {
                    // Few cards, so that two copies often change the same one.
                    let Some(lane) = map.lanes.edit(0) else { return };
                    let at = dice.roll(lane.cards.len().min(2));
                    let Some(card) = lane.cards.edit(at) else { return };
                    match kind {
                        8 | 12 => card.text = word,
                        9 => card.tags = vec![word, "red".into()],
                        10 | 13 => {
                            let value = Some(dice.roll(3) as f64);
                            card.metric = Some(Metric { value, unit: word, ..Metric::default() });
                        }
                        _ => card.extra = Extra::from_iter([("new".to_owned(), json!([word, 1]))]),
                    }
                }
            }
        }
    }
}

/// A copy after some edits; its new ids are its own.
fn edited(base: &Project, seed: u64) -> Project {
    let (mut dice, mut ids) =
        (Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15)), IdSource::seeded(seed));
    let mut project = base.clone();
    for _ in 0..3 {
        dice.roll(2);
    }
    for _ in 0..1 + dice.roll(4) {
        if dice.roll(2) == 0 {
            tweak(&mut project, &mut dice);
            continue;
        }
        let Some(journey) = project.journeys.first().map(|map| map.id.clone()) else { break };
        let change = random_change(&project, &journey, &mut dice, &mut ids);
        if let Ok(after) = apply(&project, &Edit { journey, change }) {
            project = after;
        }
    }
    project
}

/// As it would be after being saved and opened.
fn saved(project: &Project) -> Project {
    read(&to_json(project)).unwrap().project
}

fn mirrored(conflicts: &[Conflict]) -> Vec<Conflict> {
    let mirror = |one: &Conflict| Conflict { side: one.side.map(Side::other), ..one.clone() };
    conflicts.iter().map(mirror).collect()
}

fn without_conflicts(project: &Project) -> Project {
    Project { conflicts: List::default(), ..project.clone() }
}

fn bytes(project: &Project) -> String {
    String::from_utf8(to_json(&without_conflicts(project))).unwrap()
}

/// Nothing that one side has made is lost; nothing that one has deleted comes back; every changed
/// field stands, or is kept in a conflict.
fn check_things(seed: u64, tables: &Three, merged: &Merged) {
    for number in 0..tables.register.len() {
        let key = tables.register.key(number);
        // Items without ids that are alike cannot be told from each other.
        if key.is_raw {
            continue;
        }
        let told = || format!("seed {seed}: {key:?}");
        let base = tables.base_row(number);
        let sides = SIDES.map(|side| row(tables.rows(side), number));
        let there = row(&tables.merged, number);
        let about = |one: &&Conflict| {
            (&one.list, &one.within, one.thing.as_str()) == (&key.list, &key.within, &*key.id)
        };
        let said: Vec<&Conflict> = merged.conflicts.iter().filter(about).collect();
        for side in [0, 1] {
            let other = sides[1 - side];
            match (base, sides[side]) {
                (None, Some(_)) => assert!(there.is_some(), "{}", told()),
                (Some(base), None) => match other {
                    None => assert!(there.is_none(), "{}", told()),
                    Some(other) if base.same(other) && there.is_some() => {
                        assert!(said.iter().any(|one| one.field == WHOLE), "{}", told());
                        let needed = needs(tables, SIDES[1 - side], number);
                        assert!(needed, "{}: nobody needs it", told());
                    }
                    Some(other) if !base.same(other) => {
                        assert!(there.is_some() && !said.is_empty(), "{}", told());
                    }
                    Some(_) => {}
                },
                (Some(base), Some(one)) if there.is_some() => {
                    check_fields(base, one, there.unwrap(), &said, &told());
                }
                _ => {}
            }
        }
    }
}

/// Does something that this side has changed or made name the thing, or stand in it?
fn needs(tables: &Three, side: Side, number: usize) -> bool {
    let key = tables.register.key(number);
    let rows = tables.rows(side).iter().enumerate();
    let mut rows = rows.filter_map(|(at, one)| Some((at, one.as_ref()?)));
    rows.any(|(at, one)| {
        let changed = !tables.base_row(at).is_some_and(|base| base.same(one));
        // What is kept because it is needed needs things in turn.
        let gone = row(tables.rows(side.other()), at).is_none();
        let kept = gone && row(&tables.merged, at).is_some();
        let names = one.body.to_string().contains(&format!("\"{}\"", key.id));
        (changed || kept) && at != number && (one.parent == number || names)
    })
}

fn check_fields(base: &ThingRow, one: &ThingRow, there: &ThingRow, said: &[&Conflict], told: &str) {
    let (Some(fields), Some(before)) = (one.body.as_object(), base.body.as_object()) else {
        return;
    };
    for (name, value) in fields {
        // Texts, sets, parts and counts are put together; of times the later one stands.
        let whole = value.is_number() || ["step", "until", "channel", "kind"].contains(&&**name);
        if !whole || name == "votes" || before.get(name) == Some(value) {
            continue;
        }
        let kept = |one: &&&Conflict| {
            let values = [&one.standing, &one.other];
            let place = values.iter().any(|it| it.get(name) == Some(value));
            one.field == *name && values.contains(&value) || one.field == PLACE && place
        };
        let stands = there.body.get(name) == Some(value);
        assert!(stands || said.iter().any(|one| kept(&one)), "{told}: {name} {value}");
    }
}

/// What one side has left alone gives the other side.
fn check_unchanged(seed: u64, base: &Project, side: &Project) {
    let merged = match seed % 4 / 2 {
        0 => merge(&copies(Some(base), side, base)),
        _ => merge(&copies(Some(base), base, side)),
    };
    assert!(merged.project == *side, "seed {seed}: {} {}", bytes(&merged.project), bytes(side));
    assert_eq!(merged.conflicts, [], "seed {seed}");
}

/// Without a base all stays that either has.
fn check_without_base(seed: u64, ours: &Project, theirs: &Project) {
    let copies = [copies(None, ours, theirs), copies(None, theirs, ours)];
    let tables = decided(&copies[0]);
    for number in 0..tables.register.len() {
        let key = tables.register.key(number);
        assert!(row(&tables.merged, number).is_some(), "seed {seed}: {key:?}");
    }
    let merged = merged_of(tables, &copies[0]);
    check_mirrored(seed, &merged, &merge(&copies[1]));
    check_sound(seed, &merged);
}

/// Which side is called ours makes no difference.
fn check_mirrored(seed: u64, merged: &Merged, other: &Merged) {
    // Equal fields in another order are another file.
    let same = match seed.is_multiple_of(COPIES) {
        true => bytes(&merged.project) == bytes(&other.project),
        false => without_conflicts(&merged.project) == without_conflicts(&other.project),
    };
    assert!(same, "seed {seed}: {} {}", bytes(&merged.project), bytes(&other.project));
    assert_eq!(mirrored(&merged.conflicts), other.conflicts, "seed {seed}");
    assert_eq!((&merged.ours, &merged.theirs), (&other.theirs, &other.ours));
}

/// What came of it opens without a problem, and all its conflicts can be shown.
fn check_sound(seed: u64, merged: &Merged) {
    assert_eq!(merged.problems, [], "seed {seed}");
    let loaded = read(&to_json(&merged.project)).unwrap();
    assert_eq!(loaded.problems, [], "seed {seed}");
    assert!(loaded.project == merged.project, "seed {seed}");
    let left = super::conflicts(&merged.project);
    assert_eq!(left.len(), merged.conflicts.len(), "seed {seed}");
}

fn check_all(half: u64) {
    let (mut conflicts, mut whole) = (0, 0);
    let mut base = start();
    // Halves of whole bases.
    let seeds = (0..CASES).filter(|seed| seed / COPIES % 2 == half);
    for seed in seeds {
        if seed.is_multiple_of(COPIES) {
            base = saved(&edited(&start(), seed * 3));
        }
        let (ours, theirs) = (&edited(&base, seed * 3 + 1), &edited(&base, seed * 3 + 2));
        let these = copies(Some(&base), ours, theirs);
        let tables = decided(&these);
        let merged = merged_of(tables.clone(), &these);
        check_mirrored(seed, &merged, &merge(&copies(Some(&base), theirs, ours)));
        check_things(seed, &tables, &merged);
        check_sound(seed, &merged);
        check_unchanged(seed, &base, ours);
        if seed.is_multiple_of(BASELESS) {
            check_without_base(seed, ours, theirs);
        }
        conflicts += merged.conflicts.len();
        whole += merged.conflicts.iter().filter(|one| one.field == WHOLE).count();
    }
    // Else the laws would hold of nothing.
    assert!(conflicts > 300 && whole > 60, "{conflicts} conflicts, {whole} about the whole");
}

#[test]
fn the_laws_hold_for_whatever_two_copies_have_become() {
    check_all(0);
}

/// The other half, side by side with the first.
#[test]
fn the_laws_hold_for_whatever_two_other_copies_have_become() {
    check_all(1);
}

/// A field of something, set to something new.
type Set = fn(&mut Project, u64);

fn card<'a>(project: &'a mut Project, name: &str) -> &'a mut Card {
    let lanes = &mut project.journeys.edit(0).unwrap().lanes;
    let lane = lanes.index_where(|lane| lane.cards.iter().any(|card| card.id == id(name))).unwrap();
    let cards = &mut lanes.edit(lane).unwrap().cards;
    let at = cards.index_where(|card| card.id == id(name)).unwrap();
    cards.edit(at).unwrap()
}

fn map(project: &mut Project) -> &mut Journey {
    project.journeys.edit(0).unwrap()
}

const FIELDS: [Set; 20] = [
    |p, n| card(p, "x").text = format!("text {n}"),
    |p, n| card(p, "x").note = format!("note {n}"),
    |p, n| card(p, "x").votes = n as u32,
    |p, n| card(p, "x").tags.push(format!("tag {n}")),
    |p, n| card(p, "x").metric = Some(Metric { value: Some(n as f64), ..Metric::default() }),
    |p, _| card(p, "z").step = id("c"),
    |p, _| {
        let lanes = &mut map(p).lanes;
        let at = lanes[0].cards.index_where(|card| card.id == id("z")).unwrap();
        let card = lanes.edit(0).unwrap().cards.remove(at);
        lanes.edit(1).unwrap().cards.push(card);
    },
    |p, n| card(p, "w").text = format!("w {n}"),
    |p, n| card(p, "w").extra = Extra::from_iter([("new".to_owned(), json!(n))]),
    |p, n| map(p).title = format!("title {n}"),
    |p, n| map(p).lanes.edit(1).unwrap().title = format!("lane {n}"),
    |p, n| map(p).lanes.edit(1).unwrap().height = Some(60.0 + n as f64),
    |p, _| map(p).lanes[..2].reverse(),
    |p, n| map(p).phases.edit(0).unwrap().title = format!("phase {n}"),
    |p, n| map(p).phases.edit(1).unwrap().steps.edit(0).unwrap().title = format!("step {n}"),
    |p, n| p.personas.edit(0).unwrap().name = format!("name {n}"),
    |p, n| p.opportunities.edit(0).unwrap().title = format!("opportunity {n}"),
    |p, n| p.parked.push(Arc::new(Card { id: id(&format!("c{n}")), ..Card::default() })),
    |p, n| map(p).views.push(Arc::new(View { id: id(&format!("v{n}")), ..View::default() })),
    |p, n| p.settings = Extra::from_iter([(format!("key {n}"), json!(n))]),
];

#[test]
fn edits_of_different_fields_merge_without_a_conflict() {
    let base = saved(&start());
    for seed in 0..CASES {
        let mut dice = Dice(seed);
        let [mut ours, mut theirs, mut both] = [base.clone(), base.clone(), base.clone()];
        // Fields that move things come last where both are made one after the other.
        for (number, set) in FIELDS.iter().enumerate() {
            let n = (dice.roll(50) * FIELDS.len() + number) as u64;
            match dice.roll(4) {
                0 => set(&mut ours, n),
                1 => set(&mut theirs, n),
                _ => continue,
            }
            set(&mut both, n);
        }
        let merged = merge(&copies(Some(&base), &ours, &theirs));
        assert_eq!(merged.conflicts, [], "seed {seed}");
        assert!(merged.project == both, "seed {seed}: {} {}", bytes(&merged.project), bytes(&both));
    }
}

#[test]
fn gaps_that_two_people_wave_off_are_all_waved_off() {
    let base = start();
    let waved = |step: &str, reason: &str| {
        let place = GapPlace { step: Some(id(step)), ..GapPlace::default() };
        let (rule, reason) = ("no_activity".into(), Some(reason.into()));
        let change = Change::WaveOff { rule, place, reason };
        apply(&base, &Edit { journey: id("map"), change }).unwrap()
    };
    let reasons = |project: &Project| -> Vec<String> {
        project.journeys[0].gaps_waved_off().map(|one| one.reason).collect()
    };
    for (step, expected) in [("b", ["x", "y"]), ("a", ["x", "y"])] {
        let (ours, theirs) = (waved("a", "x"), waved(step, "y"));
        for merged in [
            merge(&copies(Some(&base), &ours, &theirs)),
            merge(&copies(Some(&base), &theirs, &ours)),
        ] {
            assert!(merged.conflicts.is_empty(), "{:?}", merged.conflicts);
            let mut found = reasons(&merged.project);
            found.sort();
            assert_eq!(found, expected);
        }
    }
    // What one has taken back is taken back.
    let before = waved("a", "x");
    let place = GapPlace { step: Some(id("a")), ..GapPlace::default() };
    let change = Change::WaveOff { rule: "no_activity".into(), place, reason: None };
    let ours = apply(&before, &Edit { journey: id("map"), change }).unwrap();
    let theirs =
        apply(&before, &Edit { journey: id("map"), change: Change::PutTitle("New".into()) })
            .unwrap();
    assert_eq!(
        reasons(&merge(&copies(Some(&before), &ours, &theirs)).project),
        Vec::<String>::new()
    );
}

#[test]
fn questions_about_the_map_as_a_whole_are_merged_one_by_one() {
    let asked = |answers: [(&str, &str); 3]| {
        let mut project = start();
        let question = |(at, (answer, note)): (usize, (&str, &str))| Question {
            id: id(&format!("q{at}")),
            question: format!("Question {at}?"),
            answer: answer.into(),
            note: note.into(),
            ..Question::default()
        };
        map(&mut project).checklist = answers.into_iter().enumerate().map(question).collect();
        project
    };
    let base = asked([("", ""); 3]);
    let ours = asked([("yes", ""), ("", ""), ("no", "")]);
    let theirs = asked([("", "Since May"), ("partly", ""), ("no", "")]);
    let both = asked([("yes", "Since May"), ("partly", ""), ("no", "")]);
    let merged = merge(&copies(Some(&base), &ours, &theirs));
    assert_eq!(merged.conflicts, []);
    assert!(merged.project == both, "{}", bytes(&merged.project));
}
