//! How deep may a value nest, so that what is saved can be opened again?
//!
//! What reads JSON refuses to go deeper than 127 levels. What is kept of a file stands deeper at times
//! than it did: in a conflict, in a version that got a name. So less is taken in than can be read, and
//! what nests deeper is kept as the text it is.

use super::items;
use super::problem::{Code, Remedy};
use super::report::{RepairReport, shown};
use crate::model::{Conflict, Project};
use serde_json::{Map, Value};

/// How deep a file nests at most.
pub(super) const LEVELS_MAX: usize = 100;
/// The level of a project's own fields.
const OF_PROJECT: usize = 3;
/// The level of what a conflict keeps.
const OF_CONFLICT: usize = 5;

/// Keeps as texts what nests too deep in a project; true if there was something.
pub(super) fn no_deeper(project: &mut Map<String, Value>, report: &mut RepairReport) -> bool {
    let before = report.problems.len();
    for (key, value) in project {
        let mut cut = Vec::new();
        shallow(value, LEVELS_MAX + 1 - OF_PROJECT, &mut cut);
        for (given, meant) in cut {
            report.add(Code::UnreadField, key, "", &given, Remedy::Set(meant));
        }
    }
    report.problems.len() > before
}

/// The project with what could not be read of it no deeper than all else: what is kept aside stands
/// deeper than it did.
pub(super) fn unread_no_deeper(project: Project, report: &mut RepairReport) -> Project {
    if !report.problems.iter().any(|problem| problem.code == Code::UnreadField) {
        return project;
    }
    let Ok(Value::Object(mut object)) = serde_json::to_value(&project) else { return project };
    match no_deeper(&mut object, report) {
        true => items::project(object, report),
        false => project,
    }
}

/// Keeps as texts what nests too deep in a conflict for a project that holds it.
pub(crate) fn shallow_conflict(mut conflict: Conflict) -> Conflict {
    for value in [&mut conflict.standing, &mut conflict.other] {
        shallow(value, LEVELS_MAX + 1 - OF_CONFLICT, &mut Vec::new());
    }
    conflict
}

/// Makes texts of lists and objects that nest deeper than `levels`, and notes what they were and are.
#[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours: JSON's values")]
fn shallow(value: &mut Value, levels: usize, cut: &mut Vec<(String, String)>) {
    match value {
        Value::Array(_) | Value::Object(_) if levels == 0 => {
            let text = Value::String(value.to_string());
            cut.push((shown(value), shown(&text)));
            *value = text;
        }
        Value::Array(items) => items.iter_mut().for_each(|item| shallow(item, levels - 1, cut)),
        Value::Object(fields) => {
            fields.values_mut().for_each(|field| shallow(field, levels - 1, cut));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use crate::file::{read, to_json};
    use serde_json::{Value, json};

    /// A file whose project nests so deep.
    fn nested(levels: usize) -> Vec<u8> {
        let (open, close) = ("[".repeat(levels - 2), "]".repeat(levels - 2));
        let project = format!(r#"{{"later": {open}{close}, "journeys": [{{"id": "j"}}]}}"#);
        format!(r#"{{"format": "kundresa", "version": 1, "project": {project}}}"#).into_bytes()
    }

    #[test]
    fn what_nests_too_deep_is_kept_as_a_text() {
        let levels = |bytes: &[u8]| {
            let (mut deep, mut most) = (0_usize, 0);
            for byte in bytes {
                match byte {
                    b'[' | b'{' => deep += 1,
                    b']' | b'}' => deep -= 1,
                    _ => {}
                }
                most = most.max(deep);
            }
            most
        };
        for (given, mended) in [(100, false), (101, true), (127, true)] {
            let loaded = read(&nested(given)).unwrap();
            assert_eq!((loaded.mended, loaded.problems.len()), (mended, usize::from(mended)));
            let saved = to_json(&loaded.project);
            // The brackets stand in the text.
            assert_eq!(levels(&saved), given, "{given}");
            let again = read(&saved).unwrap();
            assert_eq!((again.project, again.mended), (loaded.project, false));
        }
        assert!(read(&nested(128)).is_err());
    }

    #[test]
    fn what_could_not_be_read_nests_no_deeper_for_being_kept() {
        // All of it is just not too deep, but for the level it is put down to be kept aside.
        for levels in 85..=100 {
            let (open, close) = ("[".repeat(levels), "]".repeat(levels));
            let lane = format!(r#"{{"id": "l", "persona": [], "unread": {open}{close}}}"#);
            let file = format!(
                r#"{{"format": "kundresa", "version": 1, "project": {{"journeys": [
                    {{"id": "j", "lanes": [{lane}]}}]}}}}"#
            );
            let loaded = read(file.as_bytes()).unwrap();
            let again = read(&to_json(&loaded.project)).unwrap();
            assert!(!again.mended && again.project == loaded.project, "{levels}");
        }
    }

    #[test]
    fn a_field_called_as_what_stands_beside_a_project_is_kept_aside() {
        for (given, beside) in [(json!({}), None), (json!({"x": 1}), Some(2)), (json!(3), None)] {
            let mut file = json!({"format": "kundresa", "version": 1,
                "project": {"$file": given, "journeys": [{"id": "j"}]}});
            if let Some(beside) = beside {
                file["x"] = json!(beside);
            }
            let loaded = read(file.to_string().as_bytes()).unwrap();
            let saved: Value = serde_json::from_slice(&to_json(&loaded.project)).unwrap();
            assert_eq!(saved["project"]["unread"], json!({"$file": given}));
            assert_eq!(saved.get("x").and_then(Value::as_i64), beside);
            assert_eq!(read(&to_json(&loaded.project)).unwrap().project, loaded.project);
        }
    }
}
