//! From raw JSON to the model, element by element: what cannot be read costs only itself.
//!
//! The lists of an object are taken out of it first and read one item at a time; then the object
//! itself is read. So a bad card costs one card, and a bad field one field. Nothing is dropped:
//! an item that is no object stays raw in its list, a field of the wrong type under `unread`.

use super::near;
use super::problem::{Code, Remedy};
use super::report::{RepairReport, shown};
use crate::model::{Extra, Journey, Lane, List, Phase, Project, Source, Unread, Version};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::sync::Arc;

/// The key under which fields that could not be read are kept, in the object they stood in.
pub(super) const UNREAD: &str = "unread";

type Object = Map<String, Value>;

pub(super) fn project(mut object: Object, report: &mut RepairReport) -> Project {
    let o = &mut object;
    let personas = list(o, "personas", report, plain);
    let sources = list(o, "sources", report, source);
    let themes = list(o, "themes", report, plain);
    let opportunities = list(o, "opportunities", report, plain);
    let tasks = list(o, "tasks", report, plain);
    let subgoals = list(o, "subgoals", report, plain);
    let tags = list(o, "tags", report, plain);
    let images = list(o, "images", report, plain);
    let journeys = list(o, "journeys", report, journey);
    let parked = list(o, "parked", report, plain);
    let conflicts = list(o, "conflicts", report, plain);
    let versions = list(o, "versions", report, version);
    let rest: Project = plain(object, report);
    Project {
        personas,
        sources,
        themes,
        opportunities,
        tasks,
        subgoals,
        tags,
        images,
        journeys,
        parked,
        conflicts,
        versions,
        ..rest
    }
}

/// What a project was is read as a project is.
fn version(mut object: Object, report: &mut RepairReport) -> Version {
    let was = match object.shift_remove("project") {
        Some(Value::Object(was)) => project(was, report),
        None | Some(Value::Null) => Project::default(),
        Some(other) => {
            let given = shown(&other);
            report.add(Code::UnreadField, "project", name_of(&object), &given, Remedy::SetAside);
            set_aside(&mut object, "project", other);
            Project::default()
        }
    };
    Version { project: Arc::new(was), ..plain(object, report) }
}

fn source(mut object: Object, report: &mut RepairReport) -> Source {
    let passages = list(&mut object, "passages", report, plain);
    Source { passages, ..plain(object, report) }
}

fn journey(mut object: Object, report: &mut RepairReport) -> Journey {
    let checklist = list(&mut object, "checklist", report, plain);
    let phases = list(&mut object, "phases", report, phase);
    let lanes = list(&mut object, "lanes", report, lane);
    let transitions = list(&mut object, "transitions", report, plain);
    let views = list(&mut object, "views", report, plain);
    let story = list(&mut object, "story", report, plain);
    Journey { checklist, phases, lanes, transitions, views, story, ..plain(object, report) }
}

fn phase(mut object: Object, report: &mut RepairReport) -> Phase {
    let checklist = list(&mut object, "checklist", report, plain);
    let steps = list(&mut object, "steps", report, plain);
    Phase { checklist, steps, ..plain(object, report) }
}

fn lane(mut object: Object, report: &mut RepairReport) -> Lane {
    let cards = list(&mut object, "cards", report, plain);
    let points = list(&mut object, "points", report, plain);
    let prompts = list(&mut object, "prompts", report, plain);
    Lane { cards, points, prompts, ..plain(object, report) }
}

/// Takes a list out of `object` and reads each of its items.
#[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours: JSON's values")]
fn list<T>(
    object: &mut Object,
    key: &'static str,
    report: &mut RepairReport,
    read: fn(Object, &mut RepairReport) -> T,
) -> List<T> {
    let mut list = List::default();
    near::right_key(object, key, is_list_of_things, report);
    let items = match object.shift_remove(key) {
        None | Some(Value::Null) => return list,
        Some(Value::Array(items)) => items,
        Some(other) => {
            let given = shown(&other);
            report.add(Code::UnreadField, key, name_of(object), &given, Remedy::SetAside);
            set_aside(object, key, other);
            return list;
        }
    };
    list.reserve_exact(items.len());
    for (index, item) in items.into_iter().enumerate() {
        report.enter(key, index);
        match item {
            Value::Object(mut item) => {
                near::right_key(&mut item, "id", Value::is_string, report);
                list.push(Arc::new(read(item, report)));
            }
            value => {
                report.add(Code::UnreadItem, "", "", &shown(&value), Remedy::Kept);
                list.unread.push(Unread { before: list.len(), value });
            }
        }
        report.leave();
    }
    list
}

fn is_list_of_things(value: &Value) -> bool {
    value.as_array().is_some_and(|items| items.iter().any(Value::is_object))
}

/// Reads an object without lists of its own. Fields of the wrong type are set aside.
pub(super) fn plain<T: DeserializeOwned + Default>(
    mut object: Object,
    report: &mut RepairReport,
) -> T {
    if let Ok(item) = T::deserialize(&object) {
        return item;
    }
    let name = name_of(&object).to_owned();
    let keys: Vec<String> = object.keys().cloned().collect();
    for key in keys {
        let reads = |value: &Value| {
            let alone = Object::from_iter([(key.clone(), value.clone())]);
            T::deserialize(&alone).is_ok()
        };
        if object.get(&key).is_none_or(reads) {
            continue;
        }
        let Some(raw) = object.get_mut(&key).map(Value::take) else { continue };
        let given = shown(&raw);
        let (good, bad) = sift(raw, &reads);
        let done = match (&good, &bad) {
            (Some(meant), None) => Some(Remedy::Set(shown(meant))),
            (_, Some(_)) => Some(Remedy::SetAside),
            (None, None) => None,
        };
        if let Some(done) = done {
            report.add(Code::UnreadField, &key, &name, &given, done);
        }
        match good {
            Some(good) => drop(object.insert(key.clone(), good)),
            None => drop(object.shift_remove(&key)),
        }
        if let Some(bad) = bad {
            set_aside(&mut object, &key, bad);
        }
    }
    // Each field reads on its own by now, and fields do not depend on each other.
    T::deserialize(&object).unwrap_or_default()
}

/// Parts a value that does not read into what does and what is to be kept aside. Null says nothing
/// and goes without a word. A number for a text and a text for a number are taken for what is
/// meant; a number beyond what the field can hold becomes the nearest it can.
#[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours: JSON's values")]
fn sift(raw: Value, reads: &dyn Fn(&Value) -> bool) -> (Option<Value>, Option<Value>) {
    if reads(&raw) {
        return (Some(raw), None);
    }
    match raw {
        Value::Null => (None, None),
        Value::Number(number) => {
            let value = number.as_f64().unwrap_or(0.0).round();
            // Whole numbers of the model are 8 or 32 bits and not negative.
            let wide = Value::from(value.clamp(0.0, f64::from(u32::MAX)) as u64);
            let narrow = Value::from(value.clamp(0.0, f64::from(u8::MAX)) as u64);
            let meant = [wide, narrow, Value::from(number.to_string())].into_iter().find(reads);
            let bad = if meant.is_none() { Some(Value::Number(number)) } else { None };
            (meant, bad)
        }
        Value::String(text) => match text.trim().parse::<f64>().map(Value::from) {
            // What is no number, or infinite, is null by now.
            Ok(number) if number.is_number() => match sift(number, reads) {
                (Some(number), _) => (Some(number), None),
                _ => (None, Some(Value::String(text))),
            },
            _ => (None, Some(Value::String(text))),
        },
        Value::Array(items) if reads(&Value::Array(Vec::new())) => {
            let reads = |item: &Value| reads(&Value::Array(vec![item.clone()]));
            let sifted = items.into_iter().map(|item| sift(item, &reads));
            let (good, bad): (Vec<_>, Vec<_>) = sifted.unzip();
            let bad: Vec<Value> = bad.into_iter().flatten().collect();
            let good = good.into_iter().flatten().collect();
            (Some(Value::Array(good)), if bad.is_empty() { None } else { Some(bad.into()) })
        }
        Value::Object(fields) if reads(&Value::Object(Object::new())) => {
            let (mut good, mut bad) = (Object::new(), Object::new());
            for (key, value) in fields {
                let reads = |value: &Value| {
                    reads(&Value::Object(Object::from_iter([(key.clone(), value.clone())])))
                };
                let (one, other) = sift(value, &reads);
                good.extend(one.map(|one| (key.clone(), one)));
                bad.extend(other.map(|other| (key.clone(), other)));
            }
            (Some(Value::Object(good)), if bad.is_empty() { None } else { Some(bad.into()) })
        }
        other => (None, Some(other)),
    }
}

/// Sets a field aside whose name is needed for something else.
pub(super) fn give_way(object: &mut Object, key: &str, report: &mut RepairReport) {
    if let Some(value) = object.shift_remove(key) {
        let given = shown(&value);
        report.add(Code::UnreadField, key, name_of(object), &given, Remedy::SetAside);
        set_aside(object, key, value);
    }
}

/// Keeps a value under `unread` in the object it stood in. What is there already stays.
fn set_aside(object: &mut Extra, key: &str, value: Value) {
    // Kept one level deeper it might become too deep to be read again: then as a text.
    let value = if deeper_than(&value, 60) { Value::String(value.to_string()) } else { value };
    let before = object.entry(UNREAD).or_insert_with(|| Value::Object(Object::new()));
    if !before.is_object() {
        *before = Value::Object(Object::from_iter([(UNREAD.to_owned(), before.take())]));
    }
    if let Value::Object(kept) = before {
        let mut name = key.to_owned();
        while kept.contains_key(&name) {
            name.push('+');
        }
        kept.insert(name, value);
    }
}

/// Does it nest deeper than `levels`?
#[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours: JSON's values")]
fn deeper_than(value: &Value, levels: usize) -> bool {
    match value {
        Value::Array(items) => levels == 0 || items.iter().any(|v| deeper_than(v, levels - 1)),
        Value::Object(map) => levels == 0 || map.values().any(|v| deeper_than(v, levels - 1)),
        _ => false,
    }
}

/// What the user calls the thing an object stands for.
fn name_of(object: &Object) -> &str {
    let texts = ["title", "text", "name", "question", "quote", "id"].map(|key| object.get(key));
    let mut texts = texts.into_iter().flatten().filter_map(Value::as_str);
    texts.find(|text| !text.is_empty()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Card;
    use serde_json::json;

    #[test]
    fn a_bad_field_costs_the_field_and_is_kept() {
        // What stands in the file, what is written back, and the fields that were told of.
        let rows = [
            (
                json!({"id": "a", "votes": "many"}),
                json!({"id": "a", "unread": {"votes": "many"}}),
                "votes",
            ),
            (json!({"id": "a", "votes": 3.6}), json!({"id": "a", "votes": 4}), "votes"),
            (
                json!({"id": 7, "step": 1, "votes": "3"}),
                json!({"id": "7", "step": "1", "votes": 3}),
                "id step votes",
            ),
            (
                json!({"id": "a", "personas": [1, "b"]}),
                json!({"id": "a", "personas": ["1", "b"]}),
                "personas",
            ),
            (json!({"id": "a", "votes": -1}), json!({"id": "a"}), "votes"),
            (json!({"id": "a", "text": null}), json!({"id": "a"}), ""),
            (
                json!({"id": "a", "tags": ["x", false], "link": []}),
                json!({"id": "a", "tags": ["x"], "unread": {"tags": [false], "link": []}}),
                "tags link",
            ),
            (
                json!({"id": "a", "metric": {"value": "high", "unit": "kr", "new": 1}}),
                json!({"id": "a", "metric": {"unit": "kr", "new": 1}, "unread": {"metric": {"value": "high"}}}),
                "metric",
            ),
            (
                json!({"id": [7], "unread": {"id": 6}}),
                json!({"id": "", "unread": {"id": 6, "id+": [7]}}),
                "id",
            ),
        ];
        for (given, expected, fields) in rows {
            let mut report = RepairReport::default();
            let Value::Object(object) = given else { panic!() };
            let card: Card = plain(object, &mut report);
            assert_eq!(serde_json::to_value(&card).unwrap(), expected);
            let told: Vec<_> = report.problems.iter().map(|p| p.place.to_string()).collect();
            assert_eq!(told.join(" "), fields);
        }
    }
}
