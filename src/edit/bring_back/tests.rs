//! Does what comes back stand where it was, and does what is new since stay?

use super::super::notation::{faults, id, parse, print};
use super::super::{Change, Edit, Editor, Spot, apply};
use super::*;
use crate::model::{Card, CardRef, IdSource, Opportunity, Source};

fn card(name: &str) -> Thing {
    Thing::Card(CardRef { lane: None, card: id(name) })
}

fn edit(from: &Project, what: Returning) -> Edit {
    let change = Change::BringBack { from: Arc::new(from.clone()), what };
    Edit { journey: id("map"), change }
}

/// Brings `things` of the map `was` back into the map `now`.
fn check(was: &str, now: &str, things: &[Thing], after: &str) {
    let ((was, _), (now, _)) = (parse(was), parse(now));
    let made = apply(&now, &edit(&was, Returning::Things(things.to_vec())));
    if after == "error" {
        assert!(made.is_err(), "{things:?}");
        return;
    }
    let made = made.unwrap();
    assert_eq!(faults(&made), Vec::<String>::new());
    assert_eq!(print(&made, &[]), print(&parse(after).0, &[]), "{things:?}");
}

#[test]
fn a_card_comes_back_after_its_nearest_neighbour_that_is_there() {
    let was = "A: a b\nL: x y z / w\nM: /";
    let rows = [
        ("A: a b\nL: x z / w\nM: /", "A: a b\nL: x y z / w\nM: /"),
        // What is new since stays, and what has moved since is no neighbour any more.
        ("A: a b\nL: x n z / w\nM: /", "A: a b\nL: x y n z / w\nM: /"),
        ("A: a b\nL: n z / x w\nM: /", "A: a b\nL: n y z / x w\nM: /"),
        ("A: a b\nL: n / w\nM: /", "A: a b\nL: n y / w\nM: /"),
        // It is taken from wherever it is now.
        ("A: a b\nL: x z / w\nM: / y", "A: a b\nL: x y z / w\nM: /"),
        ("A: a b\nL: x z / y w\nM: /", "A: a b\nL: x y z / w\nM: /"),
        ("A: a b\nL: x z / w\nM: /\nparked: y k", "A: a b\nL: x y z / w\nM: /\nparked: k"),
        // Within its cell it stays where it is.
        ("A: a b\nL: x z y / w\nM: /", "A: a b\nL: x z y / w\nM: /"),
        // Its lane or step is gone: they come back with nothing else in them.
        ("A: a b\nM: n /", "A: a b\nL: y /\nM: n /"),
        ("A: b\nL: w\nM:", "A: a b\nL: y / w\nM: /"),
        ("N: n\nM: m", "N: n | A: a\nL: | y\nM: m |"),
    ];
    for (now, after) in rows {
        check(was, now, &[card("y")], after);
    }
    check(was, was, &[card("gone")], "error");
    check("A: a\nL:\nparked: k l", "A: a\nL: l", &[card("l")], "A: a\nL:\nparked: l");
    check(
        "A: a\nL:\nparked: k l",
        "A: a\nL:\nparked: k m",
        &[card("l")],
        "A: a\nL:\nparked: k l m",
    );
}

#[test]
fn a_phase_comes_back_with_all_that_was_in_it() {
    let was = "A: a | B: b c | C: d\nL: x | y>d / z | w\n~E: | p+1@y / q-1 |\n-> t: b A\n-> u: A C";
    let phase = |name: &str| Thing::Phase(id(name));
    let gone = "A: a | C: d\nL: x n | w\n~E: |\n-> u: A C";
    let back =
        "A: a | B: b c | C: d\nL: x n | y>d / z | w\n~E: | p+1@y / q-1 |\n-> u: A C\n-> t: b A";
    let order = |text: &str| text.replace("-> u: A C\n-> t: b A", "-> t: b A\n-> u: A C");
    check(was, gone, &[phase("B")], &order(back));
    // Only a step of it; the movement from it comes along.
    let step = "A: a | B: b | C: d\nL: x n | y>d | w\n~E: | p+1@y |\n-> t: b A\n-> u: A C";
    check(was, gone, &[Thing::Step(id("b"))], step);
    // A phase that is there keeps its place and what is new in it.
    check(
        "A: a b | B: c\nL: x / y |",
        "B: c | A: a n\nL: m | / k",
        &[phase("A")],
        "B: c | A: a b n\nL: m | x / y / k",
    );
    check(was, gone, &[phase("Z")], "error");
}

#[test]
fn lanes_points_and_transitions_come_back() {
    let was = "A: a b\nL: x / y\nM: z /\n~E: p+1@x / q-1\n-> t: b a";
    check(
        was,
        "A: a b\nM: z /\nN: /\n~E: n+1 /",
        &[Thing::Lane(id("L"))],
        "A: a b\nL: x / y\nM: z /\nN: /\n~E: n+1 /",
    );
    let point = |name: &str| Thing::Point { lane: id("E"), point: id(name) };
    // A point lets go of a card that is gone.
    check(
        was,
        "A: a b\nL: / y\nM: z /\n~E: n+2 / q-1",
        &[point("p")],
        "A: a b\nL: / y\nM: z /\n~E: n+2 p+1 / q-1",
    );
    check(was, was, &[point("none")], "error");
    let bare = "A: a b\nL: x / y\nM: z /\n~E: p+1@x / q-1";
    check(was, bare, &[Thing::Transition(id("t"))], was);
    check(was, "A: a\nL: x\nM: z\n~E: p+1@x", &[Thing::Transition(id("t"))], "error");
    // A card that goes back takes its points along.
    check(
        "A: a b\nL: x /\n~E: /",
        "A: a b\nL: / x\n~E: / n+1@x",
        &[card("x")],
        "A: a b\nL: x /\n~E: n+1@x /",
    );
}

#[test]
fn what_a_card_names_comes_back_with_it() {
    let (mut was, _) = parse("A: a\nL: x y\nwho: pia ola");
    let named = |name: &str| Opportunity {
        id: id(name),
        cards: vec![id("x"), id("y")],
        ..Opportunity::default()
    };
    was.opportunities = List::from_iter([named("o")]);
    was.sources = List::from_iter([Source { id: id("s"), ..Source::default() }]);
    let lane = was.journeys.edit(0).unwrap().lanes.edit(0).unwrap();
    let x = lane.cards.edit(0).unwrap();
    *x = Card {
        personas: vec![id("ola")],
        sources: vec![id("s"), id("nowhere")],
        opportunity: Some(id("o")),
        ..x.clone()
    };
    let (now, _) = parse("A: a\nL: y\nwho: pia");
    let made = apply(&now, &edit(&was, Returning::Things(vec![card("x")]))).unwrap();
    assert_eq!(faults(&made), Vec::<String>::new());
    let x = &made.journeys[0].lanes[0].cards[0];
    assert_eq!((x.personas.as_slice(), x.sources.as_slice()), (&[id("ola")][..], &[id("s")][..]));
    assert_eq!(made.persona(&id("ola")).unwrap().0, 1);
    assert_eq!(made.opportunities[0].cards, [id("x"), id("y")]);
    // One that is there names it again, but not what somebody has untied since.
    let loose = Opportunity { cards: Vec::new(), ..named("o") };
    let now = Project { opportunities: List::from_iter([loose]), ..now };
    let made = apply(&now, &edit(&was, Returning::Things(vec![card("x")]))).unwrap();
    assert_eq!(made.opportunities[0].cards, [id("x")]);
}

#[test]
fn whatever_named_a_card_before_it_was_removed_names_it_again() {
    use crate::model::{Passage, StoryPage, Theme};
    let (mut was, _) = parse("A: a b\nL: x y / z\n~E: p+1@x / q-1@z");
    let map = was.journeys.edit(0).unwrap();
    map.lanes.edit(0).unwrap().cards.edit(1).unwrap().next = Some(id("x"));
    let cards = vec![id("y"), id("x")];
    map.story.push(Arc::new(StoryPage { id: id("page"), cards, ..StoryPage::default() }));
    let passage = |name, card: &str| {
        Arc::new(Passage { id: id(name), card: Some(id(card)), ..Passage::default() })
    };
    let passages = List::new(vec![passage("u", "x"), passage("v", "y")]);
    was.sources = List::from_iter([Source { id: id("s"), passages, ..Source::default() }]);
    let theme = Theme { id: id("t"), cards: vec![id("x"), id("z")], ..Theme::default() };
    was.themes = List::from_iter([theme]);
    let gone = Edit { journey: id("map"), change: Change::Remove(vec![card("x")]) };
    let now = apply(&was, &gone).unwrap();
    assert_eq!(now.journeys[0].lanes[1].points[0].touchpoint, None);
    let back = |now: &Project| apply(now, &edit(&was, Returning::Things(vec![card("x")]))).unwrap();
    let made = back(&now);
    assert_eq!(faults(&made), Vec::<String>::new());
    let sorted = |mut project: Project| {
        project.themes.edit(0).unwrap().cards.sort();
        project
    };
    assert_eq!(sorted(made), sorted(was.clone()));
    // What names another card since goes on doing so; a card that never went stays loose.
    let mut other = now.clone();
    let map = other.journeys.edit(0).unwrap();
    map.lanes.edit(0).unwrap().cards.edit(0).unwrap().next = Some(id("z"));
    map.lanes.edit(1).unwrap().points.edit(0).unwrap().touchpoint = Some(id("y"));
    other.sources.edit(0).unwrap().passages.edit(0).unwrap().card = Some(id("z"));
    let made = back(&other);
    let lanes = &made.journeys[0].lanes;
    assert_eq!(lanes[0].card(&id("y")).unwrap().1.next, Some(id("z")));
    assert_eq!(lanes[1].points[0].touchpoint, Some(id("y")));
    assert_eq!(made.sources[0].passages[0].card, Some(id("z")));
    let mut loose = was.clone();
    let map = loose.journeys.edit(0).unwrap();
    map.lanes.edit(1).unwrap().points.edit(0).unwrap().touchpoint = None;
    assert_eq!(back(&loose).journeys[0].lanes[1].points[0].touchpoint, None);
    // On a parked card's step the point is its own again.
    let x = CardRef { lane: Some(id("L")), card: id("x") };
    let parked = Change::MoveCards(vec![(x, Spot::Parked { index: 0 })]);
    let now = apply(&was, &Edit { journey: id("map"), change: parked }).unwrap();
    assert_eq!(back(&now).journeys[0].lanes[1].points[0].touchpoint, Some(id("x")));
}

const MAP: &str = "A: a b | B: c | C: d e
    L: x y>c / z | w | v /
    M: / k>d | | / u
    ~E: p+1@x / | q-1@w | r+2 / s-1
    -> t: A c
    -> o: e a
    who: pia ola";

#[test]
fn all_of_it_is_what_it_was_with_the_versions_there_are_as_one_step() {
    let (was, _) = parse(MAP);
    let (now, _) = parse("N: n\nL: x\nparked: k");
    let mut editor = Editor::new(now.clone(), IdSource::seeded(1));
    let version = crate::model::Version { id: id("v"), ..Default::default() };
    let add = Change::AddVersion(Box::new(version));
    editor.edit(Edit { journey: id("map"), change: add }).unwrap();
    editor.edit(edit(&was, Returning::All)).unwrap();
    assert_eq!(print(editor.project(), &[]), print(&was, &[]));
    assert_eq!(editor.project().versions.len(), 1);
    editor.undo();
    assert_eq!(print(editor.project(), &[]), print(&now, &[]));
    let empty = apply(&now, &edit(&Project::default(), Returning::All));
    assert!(empty.is_err());
}

#[test]
fn whatever_was_removed_the_map_comes_back_as_it_was() {
    let (was, _) = parse(MAP);
    let cards = ["x", "y", "z", "w", "v", "k", "u"].map(card);
    let points = ["p", "q", "r", "s"].map(|one| Thing::Point { lane: id("E"), point: id(one) });
    let columns = ["a", "b", "c", "d", "e"].map(|one| Thing::Step(id(one)));
    let phases = ["A", "B", "C"].map(|one| Thing::Phase(id(one)));
    let lanes = ["L", "M", "E"].map(|one| Thing::Lane(id(one)));
    let rest = [Thing::Transition(id("t")), Thing::Persona(id("ola"))];
    let all: Vec<Thing> = cards
        .into_iter()
        .chain(points)
        .chain(columns)
        .chain(phases)
        .chain(lanes)
        .chain(rest)
        .collect();
    // Each by itself and each two of them.
    for (index, one) in all.iter().enumerate() {
        for other in &all[index..] {
            let mut things = vec![one.clone(), other.clone()];
            things.dedup();
            let remove = Change::Remove(things);
            let now = apply(&was, &Edit { journey: id("map"), change: remove.clone() }).unwrap();
            let back = Returning::Things(vec![Thing::Journey(id("map"))]);
            let made = apply(&now, &edit(&was, back)).unwrap();
            assert_eq!(faults(&made), Vec::<String>::new(), "{remove:?}");
            assert_eq!(print(&made, &[]), print(&was, &[]), "{remove:?}");
        }
    }
}

#[test]
fn a_journey_that_is_gone_comes_back_whole() {
    let (one, _) = parse(MAP);
    let other = Journey { id: id("other"), ..Journey::clone(&one.journeys[0]) };
    let was = Project { journeys: List::from_iter([(*one.journeys[0]).clone(), other]), ..one };
    let now = Project { journeys: List::new(vec![was.journeys[1].clone()]), ..was.clone() };
    let back = Returning::Things(vec![Thing::Journey(id("map"))]);
    let made = apply(&now, &edit(&was, back)).unwrap();
    assert_eq!(made, was);
}
