//! How is JSON changed by chance, so that it is JSON still: odd values, doubled and moved ones, names of
//! what is not there?

use crate::dice::Dice;
use crate::texts;
use serde_json::{Map, Number, Value};

/// Fields that something looks at, wherever they stand.
const KEYS: [&str; 25] = [
    "id",
    "step",
    "until",
    "persona",
    "personas",
    "image",
    "opportunity",
    "unread",
    "$file",
    "cards",
    "points",
    "steps",
    "project",
    "images",
    "versions",
    "conflicts",
    "origin",
    "title",
    "from",
    "to",
    "duration",
    "value",
    "",
    "later",
    "recovered_from",
];

/// Numbers that are too large, too small or nothing.
const NUMBERS: [&str; 30] = [
    "0",
    "-0",
    "-0.0",
    "1",
    "-1",
    "2",
    "4",
    "0.5",
    "-1.5",
    "1e308",
    "-1e308",
    "1e-308",
    "5e-324",
    "255",
    "256",
    "65536",
    "4294967295",
    "4294967296",
    "9007199254740993",
    "9223372036854775807",
    "9223372036854775808",
    "18446744073709551615",
    "-9223372036854775808",
    "1e19",
    "1e39",
    "3.5e38",
    "119.99999999999999",
    "1200.0000000000002",
    "1e6",
    "86400",
];

/// Days and times that are none, and some that are.
const DAYS: [&str; 12] = [
    "2026-02-30",
    "0000-00-00",
    "9999-12-31T23:59:60Z",
    "2026-1-1",
    "-2026-01-01",
    "+12026-01-01",
    "2026-01-01T00:00:00+99:99",
    "25:61",
    "08:30",
    "å026-01-01",
    "2026-01-0😀",
    "1e308",
];

/// The JSON with some of its values changed; none where the bytes are no JSON.
pub(crate) fn changed(input: &[u8], other: &[u8], dice: &mut Dice) -> Option<Vec<u8>> {
    let mut value: Value = serde_json::from_slice(input).ok()?;
    let other: Value = serde_json::from_slice(other).unwrap_or(Value::Null);
    for _ in 0..=dice.roll(5) {
        change(&mut value, &other, dice);
    }
    let pretty = dice.roll(4) > 0;
    let bytes = if pretty { serde_json::to_vec_pretty(&value) } else { serde_json::to_vec(&value) };
    bytes.ok()
}

/// How many values it has, itself among them.
fn count(value: &Value) -> usize {
    1 + children(value).map(count).sum::<usize>()
}

fn children(value: &Value) -> Box<dyn Iterator<Item = &Value> + '_> {
    match value {
        Value::Array(items) => Box::new(items.iter()),
        Value::Object(fields) => Box::new(fields.values()),
        _ => Box::new(std::iter::empty()),
    }
}

/// The value of this number, counted from the outside in.
fn nth<'a>(value: &'a mut Value, number: &mut usize) -> Option<&'a mut Value> {
    if *number == 0 {
        return Some(value);
    }
    *number -= 1;
    match value {
        Value::Array(items) => items.iter_mut().find_map(|item| nth(item, number)),
        Value::Object(fields) => fields.values_mut().find_map(|item| nth(item, number)),
        _ => None,
    }
}

/// One of the values, by chance.
fn any<'a>(value: &'a mut Value, dice: &mut Dice) -> Option<&'a mut Value> {
    let mut number = dice.roll(count(value));
    nth(value, &mut number)
}

/// The texts that things are called by.
fn ids(value: &Value, out: &mut Vec<String>) {
    if let Some(id) = value.get("id").and_then(Value::as_str) {
        out.push(id.to_owned());
    }
    children(value).for_each(|child| ids(child, out));
}

fn change(whole: &mut Value, other: &Value, dice: &mut Dice) {
    let taken = match dice.once_in(3) {
        true => any(&mut other.clone(), dice).cloned(),
        false => any(&mut whole.clone(), dice).cloned(),
    };
    let taken = taken.unwrap_or_default();
    let mut names = Vec::new();
    ids(whole, &mut names);
    let Some(value) = any(whole, dice) else { return };
    // A whole map put into each of its cards is large and shows nothing.
    let taken = if count(&taken) > 2_000 { Value::Null } else { taken };
    match value {
        Value::Object(fields) if dice.roll(4) > 0 => change_fields(fields, taken, &names, dice),
        Value::Array(items) if dice.roll(4) > 0 => change_items(items, taken, dice),
        Value::String(text) if dice.once_in(2) => change_text(text, &names, dice),
        _ => *value = odd(taken, &names, dice),
    }
}

fn change_fields(fields: &mut Map<String, Value>, taken: Value, names: &[String], dice: &mut Dice) {
    let keys: Vec<String> = fields.keys().cloned().collect();
    let key = if keys.is_empty() { String::new() } else { dice.one(&keys).clone() };
    match dice.roll(6) {
        0 => drop(fields.shift_remove(&key)),
        1 => drop(fields.insert(format!("later{}", dice.roll(1000)), taken)),
        2 => drop(fields.insert((*dice.one(&KEYS)).to_owned(), odd(taken, names, dice))),
        3 => {
            // The field of another name, or of one that is nearly this.
            if let Some(value) = fields.shift_remove(&key) {
                let mut near: Vec<char> = key.chars().collect();
                let at = dice.roll(near.len().max(1));
                if at < near.len() && dice.once_in(2) {
                    near[at] = 'x';
                } else {
                    near.truncate(at);
                }
                fields.insert(near.into_iter().collect(), value);
            }
        }
        4 => drop(fields.insert(key, odd(taken, names, dice))),
        _ => {
            // Two fields of an object change places.
            let second = if keys.is_empty() { String::new() } else { dice.one(&keys).clone() };
            if let (Some(a), Some(b)) = (fields.get(&key).cloned(), fields.get(&second).cloned()) {
                fields.insert(key, b);
                fields.insert(second, a);
            }
        }
    }
}

fn change_items(items: &mut Vec<Value>, taken: Value, dice: &mut Dice) {
    let at = dice.roll(items.len().max(1));
    if items.is_empty() {
        return items.push(taken);
    }
    match dice.roll(7) {
        0 => drop(items.remove(at)),
        1 => items.insert(at, taken),
        2 => {
            let copy = items[at].clone();
            let to = dice.roll(items.len() + 1);
            items.insert(to, copy);
        }
        3 => {
            let to = dice.roll(items.len());
            items.swap(at, to);
        }
        4 => items.reverse(),
        5 => {
            // Lists doubled, and now and then many times as long.
            let times = if dice.once_in(4) { 12 } else { 2 };
            let short = items.len().min(40);
            let part = items[..short].to_vec();
            (1..times).for_each(|_| items.extend(part.iter().cloned()));
        }
        _ => items.truncate(at),
    }
}

fn change_text(text: &mut String, names: &[String], dice: &mut Dice) {
    match dice.roll(5) {
        0 if !names.is_empty() => *text = dice.one(names).clone(),
        1 => text.push_str(&texts::typed(dice)),
        2 => {
            let at =
                text.char_indices().map(|(at, _)| at).nth(dice.roll(text.chars().count().max(1)));
            text.insert_str(at.unwrap_or(0), &texts::typed(dice));
        }
        3 => *text = text.repeat(dice.roll(40)),
        _ => *text = texts::typed(dice),
    }
    // Texts of texts grow beyond all that anybody writes.
    if text.len() > 20_000 {
        *text = text.chars().take(2_000).collect();
    }
}

/// A value that nobody would write.
fn odd(taken: Value, names: &[String], dice: &mut Dice) -> Value {
    let number =
        |text: &str| serde_json::from_str::<Number>(text).map_or(Value::Null, Value::Number);
    match dice.roll(14) {
        0 => Value::Null,
        1 => Value::Bool(dice.once_in(2)),
        2 | 3 => number(dice.one::<&str>(&NUMBERS)),
        4 => f64::from(dice.between(-3.0, 3.0)).into(),
        5 => (*dice.one(&["NaN", "Infinity", "-1", "1e999", "3,5", "", " ", "null"])).into(),
        6 => (*dice.one(&DAYS)).into(),
        7 if !names.is_empty() => dice.one(names).clone().into(),
        8 => texts::typed(dice).into(),
        9 => Value::Array(Vec::new()),
        10 => Value::Object(Map::new()),
        11 => {
            let mut deep = taken;
            for _ in 0..dice.roll(140) {
                deep = match dice.once_in(2) {
                    true => Value::Array(vec![deep]),
                    false => Value::Object(Map::from_iter([("later".to_owned(), deep)])),
                };
            }
            deep
        }
        12 => Value::Array(vec![taken]),
        _ => taken,
    }
}

/// The JSON without what is not needed for `fails` to hold; none where it is no JSON, or does not fail
/// once it is printed anew.
pub(crate) fn shrunk(input: &[u8], fails: &mut dyn FnMut(&[u8]) -> bool) -> Option<Vec<u8>> {
    let mut value: Value = serde_json::from_slice(input).ok()?;
    let print = |value: &Value| serde_json::to_vec(value).unwrap_or_default();
    if !fails(&print(&value)) {
        return None;
    }
    let mut number = 0;
    while number < count(&value) {
        for smaller in smaller(&value, number) {
            if fails(&print(&smaller)) {
                value = smaller;
            }
        }
        let children = nth(&mut value, &mut { number }).map_or(0, |one| children(one).count());
        for child in (0..children).rev() {
            let mut smaller = value.clone();
            match nth(&mut smaller, &mut { number }) {
                Some(Value::Array(items)) => drop(items.remove(child)),
                Some(Value::Object(fields)) => {
                    if let Some(key) = fields.keys().nth(child).cloned() {
                        fields.shift_remove(&key);
                    }
                }
                _ => {}
            }
            if fails(&print(&smaller)) {
                value = smaller;
            }
        }
        number += 1;
    }
    Some(print(&value))
}

/// The JSON with a shorter text for this value.
fn smaller(value: &Value, number: usize) -> Vec<Value> {
    let mut half = value.clone();
    match nth(&mut half, &mut { number }) {
        Some(Value::String(text)) if text.chars().count() > 8 => {
            *text = text.chars().take(text.chars().count() / 2).collect();
        }
        _ => return Vec::new(),
    }
    vec![half]
}
