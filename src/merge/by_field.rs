//! What becomes of the fields of a thing that both copies have?
//!
//! What one has changed is taken. What both have changed is put together where that is safe: texts
//! word by word, sets item by item, parts field by field, votes by counting. Else one value stands,
//! chosen by what it is and not by whose it is, and the other is kept as a conflict.

use super::order::ordered;
use super::table::Object;
use super::wording::merged_text;
use crate::model::{LANE, ORDER, PHASE, PLACE, Side, WHOLE};
use serde_json::Value;
use std::collections::{HashMap, HashSet};

/// A field both have changed differently.
#[derive(Clone)]
pub(super) struct Clash {
    /// The field; of a part `metric.value`.
    pub field: String,
    /// What stands; null: nothing.
    pub standing: Value,
    /// What does not; null: nothing.
    pub other: Value,
    /// Whose the other is; none: both have what stood, and it cannot stay.
    pub side: Option<Side>,
}

/// Lists of words or ids that mean something only as a whole.
const WHOLE_LISTS: [&str; 2] = ["gap_between", "trend"];

/// What a project was in a version of it. It was never so that parts of two stand in it.
const WAS: &str = "project";

/// The fields of both, but for those in `skip`. `base` none: it is not known.
pub(super) fn merged_fields(
    base: Option<&Object>,
    ours: &Object,
    theirs: &Object,
    skip: &[&str],
    clashes: &mut Vec<Clash>,
) -> Object {
    merged_object(base, ours, theirs, "", skip, clashes)
}

fn merged_object(
    base: Option<&Object>,
    ours: &Object,
    theirs: &Object,
    path: &str,
    skip: &[&str],
    clashes: &mut Vec<Clash>,
) -> Object {
    let mut merged = Object::new();
    for key in keys(base, ours, theirs) {
        if skip.contains(&key) {
            continue;
        }
        let field = if path.is_empty() { named(key) } else { format!("{path}.{key}") };
        let before = base.map(|base| base.get(key));
        let value = merged_value(before, ours.get(key), theirs.get(key), &field, clashes);
        merged.extend(value.map(|value| (key.to_owned(), value)));
    }
    merged
}

/// What a field is called in a conflict. One of a later version may be called as what a conflict tells
/// of the whole thing or of its place: it stands in quotation marks.
fn named(key: &str) -> String {
    match key {
        WHOLE | ORDER | PLACE | LANE | PHASE => format!("\"{key}\""),
        _ => key.to_owned(),
    }
}

/// The key in `body` of a field that is so called in a conflict.
pub(super) fn key_of<'a>(body: &Object, field: &'a str) -> &'a str {
    let quoted = field.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    quoted.filter(|key| !body.contains_key(field) && named(key) == field).unwrap_or(field)
}

/// All keys: those there were in their order, then those that are new by name, so that the order is
/// not that of one side.
fn keys<'a>(base: Option<&'a Object>, ours: &'a Object, theirs: &'a Object) -> Vec<&'a str> {
    let mut keys: Vec<&str> = base.into_iter().flat_map(Object::keys).map(String::as_str).collect();
    let is_new = |key: &&str| base.is_none_or(|base| !base.contains_key(*key));
    let ours_only = ours.keys().map(String::as_str).filter(is_new);
    let theirs_only = theirs.keys().map(String::as_str).filter(is_new);
    let theirs_only = theirs_only.filter(|key| !ours.contains_key(*key));
    let mut new: Vec<&str> = ours_only.chain(theirs_only).collect();
    new.sort_unstable();
    keys.extend(new);
    keys
}

/// What becomes of one field. `base` is none where it is not known, and none within where it is
/// known that there was no value.
fn merged_value(
    base: Option<Option<&Value>>,
    ours: Option<&Value>,
    theirs: Option<&Value>,
    field: &str,
    clashes: &mut Vec<Clash>,
) -> Option<Value> {
    if ours == theirs || base == Some(theirs) {
        return ours.cloned();
    }
    if base == Some(ours) {
        return theirs.cloned();
    }
    let text = |value: Option<&Value>| value.and_then(Value::as_str).map(str::to_owned);
    if field == "edited" && (text(ours).is_some() || text(theirs).is_some()) {
        // No copy is wrong about when it was edited: the later time is that of both.
        return text(ours).max(text(theirs)).map(Value::from);
    }
    if field == "votes"
        && let Some(votes) = base.and_then(|base| counted(base, ours, theirs))
    {
        return (votes > 0).then(|| votes.into());
    }
    if let (Some(Value::Object(ours)), Some(Value::Object(theirs))) = (ours, theirs)
        && field != WAS
    {
        let nothing = Object::new();
        let before = base.map(|base| base.and_then(Value::as_object).unwrap_or(&nothing));
        return Some(merged_object(before, ours, theirs, field, &[], clashes).into());
    }
    if let (Some(Some(Value::String(base))), Some(Value::String(a)), Some(Value::String(b))) =
        (base, ours, theirs)
        && let Some(text) = merged_text(base, a, b)
    {
        return Some(text.into());
    }
    if let Some(set) = merged_set(base, ours, theirs, field) {
        return (!set.is_empty()).then(|| set.into());
    }
    let as_ours = ours_stands(ours, theirs);
    let (standing, other) = if as_ours { (ours, theirs) } else { (theirs, ours) };
    clashes.push(Clash {
        field: field.to_owned(),
        standing: standing.cloned().unwrap_or_default(),
        other: other.cloned().unwrap_or_default(),
        side: Some(if as_ours { Side::Theirs } else { Side::Ours }),
    });
    standing.cloned()
}

/// Does ours stand, of two different values? Something stands before nothing, the longer before the
/// shorter, then what sorts last: the same whichever side is called ours.
pub(super) fn ours_stands(ours: Option<&Value>, theirs: Option<&Value>) -> bool {
    let rank = |value: Option<&Value>| {
        let said = value.filter(|value| !value.is_null()).map(ToString::to_string);
        // A null that somebody wrote is not the same as nothing.
        (said.map(|it| (it.len(), it)), value.is_some())
    };
    rank(ours) >= rank(theirs)
}

/// Votes given and taken back in both copies; none where these are no numbers.
fn counted(base: Option<&Value>, ours: Option<&Value>, theirs: Option<&Value>) -> Option<u64> {
    let count = |value: Option<&Value>| value.map_or(Some(0), Value::as_u64);
    let given = count(ours)?.saturating_add(count(theirs)?).saturating_sub(count(base)?);
    Some(given.min(u64::from(u32::MAX)))
}

/// The items of both lists, but for those that either has taken away; none where they are no sets.
fn merged_set(
    base: Option<Option<&Value>>,
    ours: Option<&Value>,
    theirs: Option<&Value>,
    field: &str,
) -> Option<Vec<Value>> {
    let last = field.rsplit('.').next().unwrap_or_default();
    if WHOLE_LISTS.contains(&last) {
        return None;
    }
    let mut pool = Pool::default();
    let before = match base {
        Some(base) => Some(pool.set(base)?),
        None => None,
    };
    let (ours, theirs) = (pool.set(ours)?, pool.set(theirs)?);
    let all = |list: &Vec<usize>| list.iter().copied().collect::<HashSet<usize>>();
    let (sets, known) = ([&ours, &theirs].map(all), before.as_ref().map(all));
    let stays = |item: &usize| {
        let there = sets.iter().filter(|set| set.contains(item)).count();
        // What only one has is new there, or was taken away by the other.
        there == 2 || !known.as_ref().is_some_and(|known| known.contains(item))
    };
    let staying = |list: &[usize]| list.iter().copied().filter(stays).collect::<Vec<_>>();
    let frame = before.as_deref().map(|before| {
        let stays = before.iter().filter(|item| sets.iter().all(|set| set.contains(item)));
        stays.copied().collect::<Vec<_>>()
    });
    let name = |item: usize| pool.texts.get(item).cloned();
    let order = ordered(frame.as_deref(), &staying(&ours), &staying(&theirs), name).items;
    Some(order.into_iter().filter_map(|item| pool.items.get(item).copied().cloned()).collect())
}

/// The items of several sets, each with a number.
#[derive(Default)]
struct Pool<'a> {
    items: Vec<&'a Value>,
    texts: Vec<String>,
    numbers: HashMap<String, usize>,
}

impl<'a> Pool<'a> {
    /// The numbers of a list's items; none where it is no set: where items stand twice in it, or are
    /// numbers, whose order and number mean something.
    fn set(&mut self, value: Option<&'a Value>) -> Option<Vec<usize>> {
        let Some(value) = value else { return Some(Vec::new()) };
        let mut numbers = Vec::new();
        let mut seen = HashSet::new();
        for item in value.as_array()? {
            if !(item.is_string() || item.is_object()) {
                return None;
            }
            let next = self.items.len();
            let number = *self.numbers.entry(item.to_string()).or_insert_with_key(|text| {
                self.items.push(item);
                self.texts.push(text.clone());
                next
            });
            if !seen.insert(number) {
                return None;
            }
            numbers.push(number);
        }
        Some(numbers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn object(value: Value) -> Object {
        let Value::Object(object) = value else { panic!("{value}") };
        object
    }

    fn merged(base: Option<Value>, ours: Value, theirs: Value) -> (Value, Vec<String>) {
        let base = base.map(object);
        let mut clashes = Vec::new();
        let fields =
            merged_fields(base.as_ref(), &object(ours), &object(theirs), &[], &mut clashes);
        let told = clashes.iter().map(|it| format!("{} {} {}", it.field, it.standing, it.other));
        (fields.into(), told.collect())
    }

    #[test]
    fn fields_are_taken_put_together_or_kept_beside() {
        // Base, one side, the other, what comes of it, and the conflicts: field, standing, other.
        let rows = [
            (
                json!({"a": 1, "b": 1}),
                json!({"a": 2, "b": 1}),
                json!({"a": 1, "b": 3}),
                json!({"a": 2, "b": 3}),
                "",
            ),
            (json!({"a": 1}), json!({}), json!({"a": 1}), json!({}), ""),
            (json!({"a": 1}), json!({"a": 2}), json!({"a": 3}), json!({"a": 3}), "a 3 2"),
            (json!({"a": 1}), json!({}), json!({"a": 3}), json!({"a": 3}), "a 3 null"),
            (
                json!({"text": "en två tre"}),
                json!({"text": "ett två tre"}),
                json!({"text": "en två fyra"}),
                json!({"text": "ett två fyra"}),
                "",
            ),
            (
                json!({"text": "en"}),
                json!({"text": "ett"}),
                json!({"text": "någon"}),
                json!({"text": "någon"}),
                r#"text "någon" "ett""#,
            ),
            // Sets: put in by either, taken away by either.
            (
                json!({"tags": ["a", "b"]}),
                json!({"tags": ["b", "c"]}),
                json!({"tags": ["a", "b", "d"]}),
                json!({"tags": ["b", "c", "d"]}),
                "",
            ),
            (json!({"tags": ["a"]}), json!({}), json!({"tags": ["a"]}), json!({}), ""),
            (
                json!({}),
                json!({"tags": ["x"]}),
                json!({"tags": ["y"]}),
                json!({"tags": ["x", "y"]}),
                "",
            ),
            (
                json!({}),
                json!({"trend": [1, 1]}),
                json!({"trend": [2]}),
                json!({"trend": [1, 1]}),
                "trend [1,1] [2]",
            ),
            (
                json!({"votes": 2}),
                json!({"votes": 5}),
                json!({"votes": 3}),
                json!({"votes": 6}),
                "",
            ),
            (json!({"votes": 2}), json!({}), json!({"votes": 1}), json!({}), ""),
            (
                json!({"metric": {"value": 1}}),
                json!({"metric": {"value": 2}}),
                json!({"metric": {"value": 1, "unit": "kr"}}),
                json!({"metric": {"value": 2, "unit": "kr"}}),
                "",
            ),
            (
                json!({}),
                json!({"metric": {"value": 2, "unit": "kr"}}),
                json!({"metric": {"value": 1}}),
                json!({"metric": {"unit": "kr", "value": 2}}),
                "metric.value 2 1",
            ),
            (
                json!({"edited": "2026-01-01T10:00:00Z"}),
                json!({"edited": "2026-02-01T10:00:00Z"}),
                json!({"edited": "2026-01-09T10:00:00Z"}),
                json!({"edited": "2026-02-01T10:00:00Z"}),
                "",
            ),
            // What a project was is whole, not put together of two.
            (
                json!({"project": {"journeys": [{"id": "a"}]}}),
                json!({"project": {"journeys": [{"id": "a", "x": 1}]}}),
                json!({"project": {"journeys": [{"id": "a"}], "t": 1}}),
                json!({"project": {"journeys": [{"id": "a"}], "t": 1}}),
                r#"project {"journeys":[{"id":"a"}],"t":1} {"journeys":[{"id":"a","x":1}]}"#,
            ),
            (
                json!({"new": 1}),
                json!({"new": null}),
                json!({}),
                json!({"new": null}),
                "new null null",
            ),
            // As what is told of a whole thing, or of its place.
            (
                json!({"order": 1}),
                json!({"": "a", "order": 2}),
                json!({"": [], "order": 3}),
                json!({"": "a", "order": 3}),
                r#""order" 3 2; "" "a" []"#,
            ),
            // What this version does not know.
            (
                json!({"new": {"x": [1]}}),
                json!({"new": {"x": [2]}}),
                json!({"new": {"x": [1], "y": 0}}),
                json!({"new": {"x": [2], "y": 0}}),
                "",
            ),
        ];
        for (base, ours, theirs, expected, conflicts) in rows {
            for (one, other) in [(&ours, &theirs), (&theirs, &ours)] {
                let found = merged(Some(base.clone()), one.clone(), other.clone());
                assert_eq!(found, (expected.clone(), found.1.clone()), "{one} {other}");
                assert_eq!(found.1.join("; "), conflicts, "{one} {other}");
            }
        }
    }

    #[test]
    fn without_a_base_all_that_differs_is_a_conflict_but_sets_are_joined() {
        let (ours, theirs) =
            (json!({"a": 1, "b": 1, "tags": ["x"]}), json!({"a": 2, "tags": ["y", "x"]}));
        let (fields, told) = merged(None, ours, theirs);
        assert_eq!(fields, json!({"a": 2, "b": 1, "tags": ["y", "x"]}));
        assert_eq!(told, ["a 2 1", "b 1 null"]);
    }
}
