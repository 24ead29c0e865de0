//! The list of problems in the making.

use super::place::Place;
use super::problem::{Code, Problem, Remedy};
use serde_json::Value;

/// The problems found so far, and where the reader is.
#[derive(Default)]
pub(super) struct RepairReport {
    /// What was found.
    pub problems: Vec<Problem>,
    /// The way to the thing being looked at: each list with the index in it.
    way: Vec<(&'static str, usize)>,
}

impl RepairReport {
    /// Goes to an item of a list; [`RepairReport::leave`] goes back.
    pub(super) fn enter(&mut self, list: &'static str, index: usize) {
        self.way.push((list, index));
    }

    /// Goes back to what the list belongs to.
    pub(super) fn leave(&mut self) {
        self.way.pop();
    }

    /// Notes a problem with the thing the reader is at, called `name`; with one of its fields
    /// unless `field` is empty.
    pub(super) fn add(&mut self, code: Code, field: &str, name: &str, given: &str, done: Remedy) {
        let mut path = String::new();
        for (list, index) in &self.way {
            path.push_str(if path.is_empty() { "" } else { "." });
            path.push_str(&format!("{list}[{index}]"));
        }
        if !path.is_empty() && !field.is_empty() {
            path.push('.');
        }
        path.push_str(field);
        let place = Place::Item { path, name: short(name) };
        self.problems.push(Problem { code, place, given: short(given), done });
    }

    /// Notes a problem at a place in the text.
    pub(super) fn add_text(&mut self, code: Code, place: Place, done: Remedy) {
        self.problems.push(Problem { code, place, given: String::new(), done });
    }
}

/// The first line of a text, at most 40 characters.
fn short(text: &str) -> String {
    let line = text.trim_start().lines().next().unwrap_or_default();
    match line.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line.to_owned(),
    }
}

/// A raw value as it is shown in a report: a text without its quotes, a long one only in part.
#[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours: JSON's values")]
pub(super) fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => short(text),
        Value::Array(_) => "[…]".into(),
        Value::Object(_) => "{…}".into(),
        other => other.to_string(),
    }
}
