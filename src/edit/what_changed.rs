//! Are differences between two states counted as one would by hand, and said as one would? The tests
//! of [`what_changed`] stand here, where maps are written as text.

use super::notation::{id, parse};
use crate::insight::{
    ChangeTally, ChangedKind, HowDiffers, changed_beside, map_differences, what_changed,
};
use crate::model::{Journey, List, Thing, Version};
use crate::words::{Lang, Words};
use std::sync::Arc;

/// What is said of the change from one map to another, in Swedish.
fn said(before: &str, after: &str) -> String {
    let ((before, _), (after, _)) = (parse(before), parse(after));
    what_changed(&before, &after).text(&Words::new(Lang::Sv))
}

#[test]
fn maps_differ_by_what_was_done() {
    let map = "A: a b | B: c\nL: x y z / w | v\nM: / k |\n~E: p+1 / q-1 |\n-> t: c a\nwho: pia";
    let with = |from: &str, to: &str| {
        assert!(map.contains(from), "{from}");
        map.replace(from, to)
    };
    let rows = [
        (map.to_owned(), "inget ändrat"),
        (with("L: x y z", "L: x n y m z"), "2 kort nya"),
        (with("L: x y z", "L: x n y z"), "1 kort nytt"),
        (with("L: x y z", "L: x z"), "1 kort borta"),
        // One was dragged: past the others of its cell, to another cell, lane, or the parking place.
        (with("L: x y z", "L: y z x"), "1 kort flyttat"),
        (with("L: x y z / w", "L: x z / w y"), "1 kort flyttat"),
        (with("y z / w | v\nM: /", "z / w | v\nM: y /"), "1 kort flyttat"),
        (with("L: x y z", "L: x z") + "\nparked: y", "1 kort flyttat"),
        (with("L: x y z / w", "L: n z / y w"), "1 kort nytt, 1 flyttat, 1 borta"),
        // It reaches further: that is in the card.
        (with("/ w |", "/ w>c |"), "1 kort ändrat"),
        (with("p+1", "p+2"), "kurvan flyttad"),
        (with("p+1 / q-1", "p+2 / q-2"), "kurvan flyttad"),
        (with("p+1 /", "p+2 n-1 /"), "1 känslopunkt ny, kurvan flyttad"),
        // A phase that is new says that its steps are, but not that its cards are.
        (
            "N: n | A: a b | B: c\nL: m | x y z / w | v\nM: | / k |\n~E: | p+1 / q-1 |\n-> t: c a\nwho: pia".into(),
            "1 fas ny, 1 kort nytt",
        ),
        (
            "A: a n b | B: c\nL: x y z / / w | v\nM: / / k |\n~E: p+1 / / q-1 |\n-> t: c a\nwho: pia".into(),
            "1 steg nytt",
        ),
        (
            "B: c | A: a b\nL: v | x y z / w\nM: | / k\n~E: | p+1 / q-1\n-> t: c a\nwho: pia".into(),
            "1 fas flyttad",
        ),
        (
            "A: a b\nL: x y z / w\nM: / k\n~E: p+1 / q-1\nwho: pia".into(),
            "1 fas borta, 1 kort borta, 1 övergång borta",
        ),
        (with("\nM: / k |", "") + "\nN: k | |", "1 rad ny, 1 borta, 1 kort flyttat"),
        (with("who: pia", "who: pia ola"), "1 kundresekarta ändrad, 1 persona ny"),
    ];
    for (after, expected) in rows {
        assert_eq!(said(map, &after), expected, "{after}");
    }
}

#[test]
fn what_is_said_of_both_languages() {
    let (mut before, _) = parse("A: a b\nL: x y z /\n~E: p+1 / q-1\nparked: k");
    let (mut after, _) = parse("A: a b\nL: x y n /\n~E: p+2 / q-1\nM: m k /");
    let card = after.journeys.edit(0).unwrap().lanes.edit(0).unwrap().cards.edit(0).unwrap();
    card.note = "more".into();
    after.title = "Other".into();
    after.settings.insert("grid".into(), true.into());
    // What is of the file, or says only when, is no difference.
    before.extra.insert("$file".into(), 1.into());
    before.edited = Some("2026-11-30T10:00:00Z".into());
    after.versions = List::from_iter([Version::default()]);
    let changed = what_changed(&before, &after);
    let cards = ChangeTally { new: 2, changed: 1, moved: 1, removed: 1 };
    assert_eq!(changed.of(ChangedKind::Cards), cards);
    assert_eq!(changed.of(ChangedKind::Lanes), ChangeTally { new: 1, ..ChangeTally::default() });
    assert_eq!(changed.of(ChangedKind::Phases), ChangeTally::default());
    let said = |lang| changed.text(&Words::new(lang));
    let swedish = "1 rad ny, 2 kort nya, 1 ändrat, 1 flyttat, 1 borta, kurvan flyttad, \
                   titeln ändrad, annat ändrat";
    let english = "1 lane new, 2 cards new, 1 changed, 1 moved, 1 gone, curve moved, \
                   title changed, other things changed";
    assert_eq!((said(Lang::Sv).as_str(), said(Lang::En).as_str()), (swedish, english));
    assert!(what_changed(&after, &after).is_nothing());
}

#[test]
fn a_map_that_is_new_or_gone_counts_once() {
    let (one, _) = parse("A: a\nL: x y");
    let other = Journey { id: id("other"), ..Journey::clone(&one.journeys[0]) };
    let mut two = one.clone();
    two.journeys.push(Arc::new(other));
    let words = Words::new(Lang::En);
    assert_eq!(what_changed(&one, &two).text(&words), "1 journey map new");
    assert_eq!(what_changed(&two, &one).text(&words), "1 journey map gone");
    // Its cards have the ids of the first one's: each map's are its own.
    let mut changed = two.clone();
    changed.journeys.edit(1).unwrap().lanes.edit(0).unwrap().cards.remove(0);
    assert_eq!(what_changed(&two, &changed).text(&words), "1 card gone");
}

/// The things of the map that differ, each as what became of it and what it was and is.
fn listed(before: &str, after: &str) -> Vec<String> {
    let ((before, _), (after, _)) = (parse(before), parse(after));
    let name = |things: &[Thing]| {
        let names = things.iter().map(|thing| match thing {
            Thing::Card(card) => match &card.lane {
                Some(lane) => format!("{}/{}", lane, card.card),
                None => format!("parked/{}", card.card),
            },
            Thing::Point { point, .. } => point.to_string(),
            other => other.id().to_string(),
        });
        names.collect::<Vec<_>>().join("+")
    };
    let all = map_differences(&before, &after, &id("map"));
    let text = |how: HowDiffers| format!("{how:?}").to_lowercase();
    let line = |one: &crate::insight::MapDifference| {
        let curve = one.curve.as_ref().map(|curve| format!(" curve {}", curve.lane));
        let (was, is) = (name(&one.before), name(&one.after));
        format!("{}{} {was} > {is}", text(one.how), curve.unwrap_or_default())
    };
    all.iter().map(|one| line(one).trim().to_owned()).collect()
}

#[test]
fn each_thing_that_differs_is_listed_once_with_what_it_was_and_is() {
    let map = "A: a b | B: c\nL: x y z / w | v\nM: / k |\n~E: p+1 / q-1 |\nparked: s";
    let with = |from: &str, to: &str| {
        assert!(map.contains(from), "{from}");
        map.replace(from, to)
    };
    let rows: [(String, &[&str]); 9] = [
        (map.to_owned(), &[]),
        (with("x y z", "x n z"), &["new  > L/n", "removed L/y >"]),
        (with("x y z", "y z x"), &["moved L/x > L/x"]),
        (with("L: x y z", "L: x z") + " y", &["moved L/y > parked/y"]),
        (with("parked: s", "parked:"), &["removed parked/s >"]),
        (with("p+1", "p+2"), &["moved curve E p > p"]),
        (with("p+1 / q-1", "p+1 / n+2"), &["moved curve E q > n"]),
        (with("\n~E: p+1 / q-1 |", ""), &["removed E >", "removed curve E p+q >"]),
        (
            "A: a b c | N: n\nL: x y z / w / v |\nM: / k / |\n~E: p+1 / q-1 / |\nparked: s".into(),
            // Its card is still in its step.
            &["new  > N", "removed B >", "moved c > c"],
        ),
    ];
    for (after, expected) in rows {
        let found = listed(map, &after);
        let found: Vec<&str> = found.iter().map(String::as_str).collect();
        assert_eq!(found, expected, "{after}");
    }
}

#[test]
fn what_is_beside_the_map_is_told_apart() {
    let (before, _) = parse("A: a\nL: x\nwho: pia");
    let (mut after, _) = parse("A: a\nL: y\nwho: pia ola");
    after.title = "Other".into();
    let told = |after| changed_beside(&before, after, &id("map")).text(&Words::new(Lang::En));
    assert_eq!(told(&after), "1 journey map changed, 1 persona new, title changed");
    let (only_cards, _) = parse("A: a\nL: y z\nwho: pia");
    assert_eq!(told(&only_cards), "nothing changed");
}
