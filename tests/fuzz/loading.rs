//! What is promised of any bytes that are opened as a map?

use kundresa::file::{self, Remedy};
use kundresa::model::Project;
use kundresa::words::{Lang, Words};
use serde_json::Value;

/// They open or are refused with a reason; what opened is saved and opens again as it is, and what no
/// version knows stays in the file.
pub(crate) fn promise(bytes: &[u8]) {
    if let Some((one, other)) = file::sides(bytes) {
        drop((file::read(&one), file::read(&other)));
    }
    let both = [Lang::Sv, Lang::En].map(Words::new);
    let loaded = match file::read(bytes) {
        Ok(loaded) => loaded,
        Err(error) => {
            for words in &both {
                assert!(!error.reason(words).is_empty() && !error.text(words).is_empty());
                let _ = error.done(words);
            }
            return;
        }
    };
    for problem in &loaded.problems {
        for words in &both {
            let said = [problem.what(words), problem.done(words), problem.place.to_string()];
            assert!(!said[0].is_empty() && !said[1].is_empty(), "{problem:?}");
        }
    }
    let again = file::read(bytes).unwrap();
    assert!(again.project == loaded.project, "read twice it is another");
    comes_back(&loaded.project);
    if let Ok(value) = serde_json::from_slice::<Value>(bytes) {
        unknown_stays(&value, &file::to_json(&loaded.project));
    }
}

/// The project is saved and opened as it is, without a new problem; pictures that nothing shows are
/// let go of, once.
pub(crate) fn comes_back(project: &Project) {
    let saved = file::to_json(project);
    let again = file::read(&saved).unwrap_or_else(|error| panic!("what was saved: {error:?}"));
    let found: Vec<_> = again.problems.iter().filter(|one| one.done != Remedy::Kept).collect();
    assert!(found.is_empty() && !again.mended, "opened again: {found:?}");
    let before = Project { images: again.project.images.clone(), ..project.clone() };
    let same = before == again.project;
    assert!(same, "another project comes back: {}", difference(&before, &again.project));
    let kept = |image| project.images.iter().any(|one| one == image);
    assert!(again.project.images.iter().all(kept), "another picture comes back");
    assert!(saved == file::to_json(&again.project), "other bytes are saved again");
}

/// The first lines in which two projects differ.
pub(crate) fn difference(one: &Project, other: &Project) -> String {
    let (one, other) = (format!("{one:#?}"), format!("{other:#?}"));
    let lines = one.lines().zip(other.lines());
    let differing: Vec<_> = lines.filter(|(a, b)| a != b).take(3).collect();
    format!("{differing:?}")
}

/// Every key that begins with `later` is in the file that is saved. Of pictures that nothing shows
/// none is kept.
fn unknown_stays(value: &Value, saved: &[u8]) {
    let Some(project) = value.get("project") else { return };
    let saved = String::from_utf8_lossy(saved);
    let mut keys = Vec::new();
    later_keys(project, &mut keys);
    for key in keys {
        assert!(saved.contains(key), "{key} is gone");
    }
}

fn later_keys<'a>(value: &'a Value, keys: &mut Vec<&'a str>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| later_keys(item, keys)),
        Value::Object(fields) => {
            for (key, value) in fields.iter().filter(|(key, _)| *key != "images") {
                if key.starts_with("later") {
                    keys.push(key);
                }
                later_keys(value, keys);
            }
        }
        _ => {}
    }
}
