//! What does a thing need that is there: the lane it stands in, its step, its persona?
//!
//! One copy may have deleted a step while the other put a card into it. Then the step is kept, with
//! a conflict about it, as if it had been changed. What cannot be kept so is let go, with a conflict.

use super::by_field::Clash;
use super::table::{ROOT, Register, ThingKey, ThingRow, row};
use super::things::{Three, bare, whole};
use crate::model::Side;
use foldhash::HashMap;
use serde_json::Value;
use smol_str::SmolStr;

/// Fields that hold the id of another thing, or several: the list a thing stands in, its field, and
/// the lists the other may stand in.
const REFERENCES: [(&str, &str, &[&str]); 25] = [
    ("cards", "step", &["steps"]),
    ("cards", "until", &["steps"]),
    ("cards", "personas", &["personas"]),
    ("cards", "sources", &["sources"]),
    ("cards", "image", &["images"]),
    ("cards", "opportunity", &["opportunities"]),
    ("cards", "subgoal", &["subgoals"]),
    ("cards", "next", &["cards"]),
    ("points", "step", &["steps"]),
    ("points", "persona", &["personas"]),
    ("points", "source", &["sources"]),
    ("points", "touchpoint", &["cards"]),
    ("transitions", "from", &["phases", "steps"]),
    ("transitions", "to", &["phases", "steps"]),
    ("personas", "image", &["images"]),
    ("story", "image", &["images"]),
    ("tasks", "opportunity", &["opportunities"]),
    ("lanes", "persona", &["personas"]),
    ("lanes", "curves_off", &["personas"]),
    ("journeys", "personas", &["personas"]),
    ("opportunities", "cards", &["cards"]),
    ("themes", "cards", &["cards"]),
    ("themes", "sources", &["sources"]),
    ("passages", "themes", &["themes"]),
    ("passages", "card", &["cards"]),
];

impl Three {
    /// Keeps what is needed by something that stays.
    pub(super) fn keep_needed(&mut self) {
        let mut look: Vec<usize> = (0..self.merged.len()).collect();
        let mut unread = Vec::new();
        while !look.is_empty() {
            while let Some(number) = look.pop() {
                let Some(one) = row(&self.merged, number) else { continue };
                let is_unread = self.is_unread_point(number, one);
                unread.extend(is_unread.then_some(number));
                let missing = self.needed_by(number, one, is_unread).into_iter();
                let missing = missing.filter(|it| row(&self.merged, *it).is_none());
                for number in missing.collect::<Vec<_>>() {
                    if self.keep(number) {
                        look.push(number);
                    }
                }
            }
            // Its step has been kept since: it is read now, and so is what it names.
            let is_read = |number: &usize| {
                !row(&self.merged, *number).is_some_and(|one| self.is_unread_point(*number, one))
            };
            look.extend(unread.extract_if(.., |number| is_read(number)));
        }
    }

    /// What a thing that stays needs, whether it is there or not.
    fn needed_by(&self, number: usize, one: &ThingRow, is_unread: bool) -> Vec<usize> {
        let mut needed = if number == ROOT { Vec::new() } else { vec![one.parent] };
        let Some(list) = self.register.known_list(number) else { return needed };
        for (_, field, lists) in REFERENCES.iter().filter(|(of, ..)| of == list) {
            let is_place = list == "transitions" || ["step", "until"].contains(field);
            if is_unread && !is_place {
                continue;
            }
            for id in one.body.ids(field) {
                let needs = |list: &&'static str| {
                    let named = self.named(one, list, id);
                    let named = named.or_else(|| self.one_of_doubled(number, (list, field), id))?;
                    // The id of a card may be that of another one, on another map.
                    let may_lose = is_place || *list == "cards";
                    let lost = may_lose && self.led_nowhere(number, (list, field), id, named);
                    (!lost).then_some(named)
                };
                needed.extend(lists.iter().filter_map(needs));
            }
        }
        if list == "versions" {
            // What a project was shows the pictures of the project that it stands in.
            let mut pictures = Vec::new();
            named_images(&one.body, &mut pictures);
            // A copy that shows it in the version, and has no such picture, shows none there.
            let lost = |id: &str, picture: usize| {
                [Side::Ours, Side::Theirs].into_iter().any(|side| {
                    let mut shown = Vec::new();
                    let version = row(self.rows(side), number);
                    version.into_iter().for_each(|it| named_images(&it.body, &mut shown));
                    shown.contains(&id) && row(self.rows(side), picture).is_none()
                })
            };
            for id in pictures {
                needed.extend(self.named(one, "images", id).filter(|it| !lost(id, *it)));
            }
        }
        needed
    }

    /// What names a card from outside its map means any that is called so: one that a copy has which
    /// names it, unless another is there already.
    fn one_of_doubled(
        &self,
        number: usize,
        (list, field): (&str, &str),
        id: &str,
    ) -> Option<usize> {
        let cards = self.register.doubled_cards(id);
        // A feeling belongs to a card of its own map.
        let is_near = field == "touchpoint";
        if is_near || list != "cards" || cards.iter().any(|card| row(&self.merged, *card).is_some())
        {
            return None;
        }
        let names = |one: &ThingRow| one.body.ids(field).contains(&id);
        // Several copies may have one: the same is chosen whichever is called ours.
        let key = |card: &&usize| &self.register.key(**card).within;
        let has = |card: &&usize| {
            [Side::Ours, Side::Theirs].into_iter().any(|side| {
                let rows = self.rows(side);
                row(rows, number).is_some_and(names) && row(rows, **card).is_some()
            })
        };
        cards.iter().filter(has).min_by_key(key).copied()
    }

    /// Is it a point whose step is not there? It is kept unread, with all that it names.
    fn is_unread_point(&self, number: usize, one: &ThingRow) -> bool {
        self.register.known_list(number).is_some_and(|list| list == "points")
            && one
                .text("step")
                .and_then(|id| self.named(one, "steps", id))
                .is_none_or(|step| row(&self.merged, step).is_none())
    }

    /// Has a copy this thing with the id of another in it, but not the other? What is kept unread names
    /// what is not there, and does not need it. On another map the id is that of something else; so it
    /// is where a card's id stands on two maps, and what names it is on none.
    fn led_nowhere(
        &self,
        number: usize,
        (list, field): (&str, &str),
        id: &str,
        named: usize,
    ) -> bool {
        row(&self.merged, named).is_none()
            && [Side::Ours, Side::Theirs].into_iter().any(|side| {
                let one = row(self.rows(side), number);
                let names = |one: &ThingRow| {
                    one.body.ids(field).contains(&id) && self.named(one, list, id) == Some(named)
                };
                one.is_some_and(names) && row(self.rows(side), named).is_none()
            })
    }

    /// Keeps a thing that one copy has deleted; false where neither has it.
    fn keep(&mut self, number: usize) -> bool {
        // A thing may name another twice.
        if row(&self.merged, number).is_some() {
            return false;
        }
        let found = [Side::Ours, Side::Theirs]
            .into_iter()
            .find_map(|side| Some((side, row(self.rows(side), number)?)));
        let Some((side, one)) = found else { return false };
        let kept = bare(one);
        self.clashes.push((number, whole(side.other())));
        if let Some(place) = self.merged.get_mut(number) {
            *place = Some(kept);
        }
        true
    }

    /// The number of what `one` names.
    fn named(&self, one: &ThingRow, list: &str, id: &str) -> Option<usize> {
        find_named(&self.register, one, list, id)
    }

    /// Lets go what cannot be: a card that spans to a step before its own, a feeling that belongs to
    /// a card of another map or to nobody who is there. Lists must be in order by now.
    pub(super) fn let_go(&mut self) {
        let places = self.places_of_steps();
        let mut gone = Vec::new();
        for number in 0..self.merged.len() {
            let Some(one) = row(&self.merged, number) else { continue };
            let step = |field: &str| {
                let step = self.named(one, "steps", one.text(field)?)?;
                places.get(&step)
            };
            match self.register.known_list(number).map_or("", |list| list) {
                "cards" if one.text("until").is_some() && step("until") < step("step") => {
                    gone.push((number, "until"));
                }
                // One without a place is kept unread, as it is.
                "points" if step("step").is_some() => {
                    let named = |list: &str, field: &str| {
                        let named = self.named(one, list, one.text(field)?);
                        Some(named.and_then(|named| row(&self.merged, named)))
                    };
                    for (list, field) in [("personas", "persona"), ("sources", "source")] {
                        if named(list, field).is_some_and(|it| it.is_none()) {
                            gone.push((number, field));
                        }
                    }
                    let card = named("cards", "touchpoint");
                    if card.is_some_and(|card| card.is_none_or(|it| it.journey != one.journey)) {
                        gone.push((number, "touchpoint"));
                    }
                }
                _ => {}
            }
        }
        for (number, field) in gone {
            let taken = self.merged.get_mut(number).and_then(Option::as_mut);
            let taken = taken.and_then(|row| row.fields_mut()?.shift_remove(field));
            let Some(other) = taken else { continue };
            let has = |side| row(self.rows(side), number).and_then(|row| row.body.get(field));
            let side = match (has(Side::Ours), has(Side::Theirs)) {
                (Some(ours), theirs) if *ours == other && theirs != Some(ours) => Some(Side::Ours),
                (ours, Some(theirs)) if *theirs == other && ours != Some(theirs) => {
                    Some(Side::Theirs)
                }
                _ => None,
            };
            let clash = Clash { field: field.to_owned(), standing: Value::Null, other, side };
            let before =
                self.clashes.iter_mut().filter(|(of, it)| (*of, &*it.field) == (number, field));
            before.for_each(|(_, clash)| clash.standing = Value::Null);
            self.clashes.push((number, clash));
        }
    }

    /// The steps of all journeys with their places.
    fn places_of_steps(&self) -> HashMap<usize, usize> {
        let journeys = row(&self.merged, ROOT).map_or(&[][..], |root| root.list("journeys"));
        let within = |numbers: &[usize], list: &str| {
            let rows = numbers.iter().filter_map(|number| row(&self.merged, *number));
            rows.flat_map(|row| row.list(list)).copied().collect::<Vec<_>>()
        };
        let phases = within(journeys, "phases");
        within(&phases, "steps").into_iter().enumerate().map(|(at, step)| (step, at)).collect()
    }
}

/// The number of what `one` names by `id`, in a list of its map or of the project.
fn find_named(register: &Register, one: &ThingRow, list: &str, id: &str) -> Option<usize> {
    let journey = one.journey.map(|number| register.key(number).id.clone()).unwrap_or_default();
    let within = match list {
        "steps" | "phases" => journey,
        "cards" => register.within_of_card(id, &journey),
        _ => SmolStr::default(),
    };
    register.find(&ThingKey::new(list, &within, id))
}

/// The ids of all pictures that something within `value` shows.
fn named_images<'a>(value: &'a Value, out: &mut Vec<&'a str>) {
    match value {
        Value::Object(fields) => {
            out.extend(fields.get("image").and_then(Value::as_str));
            fields.values().for_each(|value| named_images(value, out));
        }
        Value::Array(items) => items.iter().for_each(|item| named_images(item, out)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use crate::file::read;
    use crate::merge::{Copies, merge};
    use crate::model::{Id, Project};
    use serde_json::{Value, json};

    fn opened(journey: Value) -> Project {
        let file = json!({"format": "kundresa", "version": 1, "project": {"journeys": [journey]}});
        read(file.to_string().as_bytes()).unwrap().project
    }

    #[test]
    fn what_is_kept_unread_brings_nothing_back() {
        let base = opened(
            json!({"id": "j", "phases": [{"id": "f", "steps": [{"id": "a"}, {"id": "b"}]}]}),
        );
        let ours = opened(json!({"id": "j", "phases": [{"id": "f", "steps": [{"id": "a"}]}],
            "transitions": [{"id": "t", "from": "b"}]}));
        for (ours, theirs) in [(&ours, &base), (&base, &ours)] {
            let copies =
                Copies { base: Some(&base), ours, theirs, ours_label: "", theirs_label: "" };
            let merged = merge(&copies);
            assert_eq!(merged.project.journeys[0].steps().count(), 1);
            assert_eq!(
                (merged.conflicts.len(), merged.project.journeys[0].transitions.unread.len()),
                (0, 1)
            );
        }
    }

    #[test]
    fn a_point_that_is_read_again_keeps_whom_it_names() {
        let file = |steps: Value, rest: Value| {
            let point = json!({"id": "q", "step": "a", "persona": "p", "touchpoint": "c"});
            let mut project = rest;
            project["journeys"] = json!([{"id": "j", "phases": [{"id": "f", "steps": steps}],
                "lanes": [{"id": "e", "kind": "emotions", "points": [point]}]}]);
            let file = json!({"format": "kundresa", "version": 1, "project": project});
            read(file.to_string().as_bytes()).unwrap().project
        };
        let persona = || json!({"personas": [{"id": "p"}]});
        let base = file(json!([{"id": "a"}, {"id": "b"}]), persona());
        // One takes the step and the persona away, and the other changes the step.
        let ours = file(json!([{"id": "b"}]), json!({}));
        assert_eq!(ours.journeys[0].lanes[0].points.unread.len(), 1);
        let theirs = file(json!([{"id": "a", "title": "changed"}, {"id": "b"}]), persona());
        for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
            let copies =
                Copies { base: Some(&base), ours, theirs, ours_label: "", theirs_label: "" };
            let merged = merge(&copies);
            assert_eq!((merged.problems, merged.project.personas.len()), (vec![], 1));
            let point = &merged.project.journeys[0].lanes[0].points[0];
            assert_eq!(point.persona.as_ref().map(Id::as_str), Some("p"));
            // The card it belonged to is nowhere.
            assert_eq!(point.touchpoint, None);
            let said: Vec<_> = merged.conflicts.iter().map(|it| (&*it.list, &*it.field)).collect();
            assert_eq!(said, [("personas", ""), ("points", "touchpoint"), ("steps", "")]);
        }
    }

    #[test]
    fn a_card_that_another_leads_to_is_kept() {
        let file = |cards: Value| {
            opened(json!({"id": "j", "phases": [{"id": "f", "steps": [{"id": "s"}]}],
                "lanes": [{"id": "l", "kind": "sales_marketing", "cards": cards}]}))
        };
        let card = |id: &str| json!({"id": id, "step": "s", "text": id});
        let leading =
            |id: &str, next: &str| json!({"id": id, "step": "s", "text": id, "next": next});
        let base = file(json!([card("a"), card("b"), card("c")]));
        // One has taken b and c away, the other leads to them.
        let ours = file(json!([card("a")]));
        let theirs = file(json!([leading("a", "b"), leading("b", "c"), card("c")]));
        for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
            let copies =
                Copies { base: Some(&base), ours, theirs, ours_label: "", theirs_label: "" };
            let merged = merge(&copies);
            let cards = &merged.project.journeys[0].lanes[0].cards;
            let all: Vec<_> = cards
                .iter()
                .map(|card| (card.id.as_str(), card.next.as_ref().map(Id::as_str)))
                .collect();
            assert_eq!(all, [("a", Some("b")), ("b", Some("c")), ("c", None)]);
            assert!(!merged.conflicts.is_empty() && merged.problems.is_empty());
        }
        // Both lead on to different cards: one stands, the other is a conflict.
        let ours = file(json!([leading("a", "b"), card("b"), card("c")]));
        let theirs = file(json!([leading("a", "c"), card("b"), card("c")]));
        let copies = Copies {
            base: Some(&base),
            ours: &ours,
            theirs: &theirs,
            ours_label: "",
            theirs_label: "",
        };
        let merged = merge(&copies);
        let said: Vec<_> = merged.conflicts.iter().map(|it| (&*it.list, &*it.field)).collect();
        assert_eq!(said, [("cards", "next")]);
    }

    #[test]
    fn a_card_of_two_maps_that_an_opportunity_names_is_kept() {
        let file = |named: bool, maps: &[&str]| {
            let map = |id: &&str| {
                json!({"id": id, "phases": [{"id": "f", "steps": [{"id": "s"}]}],
                    "lanes": [{"id": "l", "cards": [{"id": "c", "step": "s"}]}]})
            };
            let maps: Vec<Value> = maps.iter().map(map).collect();
            let cards = if named { json!(["c"]) } else { json!([]) };
            let project = json!({"journeys": maps, "opportunities": [{"id": "o", "cards": cards}]});
            let file = json!({"format": "kundresa", "version": 1, "project": project});
            read(file.to_string().as_bytes()).unwrap().project
        };
        let base = file(false, &["i", "j"]);
        let ours = file(false, &[]);
        let theirs = file(true, &["j"]);
        for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
            let copies =
                Copies { base: Some(&base), ours, theirs, ours_label: "", theirs_label: "" };
            let merged = merge(&copies);
            assert_eq!(merged.problems, []);
            let journeys: Vec<_> =
                merged.project.journeys.iter().map(|one| one.id.as_str()).collect();
            assert!(journeys.contains(&"j"), "{journeys:?}");
            assert_eq!(merged.project.opportunities[0].cards.len(), 1);
        }
    }

    #[test]
    fn a_version_keeps_the_pictures_it_shows() {
        let file = |project: Value| {
            let file = json!({"format": "kundresa", "version": 1, "project": project});
            read(file.to_string().as_bytes()).unwrap().project
        };
        let picture = json!([{"id": "i", "data": "AAAA"}]);
        let was = json!({"journeys": [{"id": "j"}], "parked": [{"id": "c", "image": "i"}]});
        let (base, ours) = (
            file(
                json!({"images": picture, "parked": [{"id": "c", "image": "i"}], "journeys": [{"id": "j"}]}),
            ),
            file(json!({"journeys": [{"id": "j"}]})),
        );
        let mut theirs = base.clone();
        let versions = file(json!({"images": picture, "versions": [{"id": "v", "project": was}]}));
        theirs.versions = versions.versions;
        for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
            let copies =
                Copies { base: Some(&base), ours, theirs, ours_label: "", theirs_label: "" };
            let merged = merge(&copies);
            assert_eq!(merged.problems, []);
            assert_eq!((merged.project.images.len(), merged.project.parked.len()), (1, 0));
            assert!(merged.project.versions[0].project.parked[0].image.is_some());
        }
    }
}
