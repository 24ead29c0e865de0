//! From the bytes of a file to a sound project, with a report of what was wrong in it.

use super::depth;
use super::error::{FileError, Why};
use super::indented;
use super::items;
use super::lenient;
use super::near;
use super::place::Place;
use super::problem::{Code, Problem, Remedy};
use super::references;
use super::repair;
use super::report::RepairReport;
use super::sides::{first_mark, sides};
use super::size;
use super::stamp::Stamp;
use super::strict;
use crate::model::limits::FILE_BYTES_MAX;
use crate::model::{Extra, IdSource, Project};
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::io::Read;
use std::path::Path;

/// What the key `format` says in a file of ours.
pub const FORMAT: &str = "kundresa";
/// The version of the file format that this program writes.
pub const VERSION: u64 = 1;
/// The keys that a file of ours has.
pub(super) const OWN: [&str; 3] = ["format", "version", "project"];
/// The key in [`Project::extra`] under which unknown keys beside `project` are kept.
pub const BESIDE: &str = "$file";

/// A file that was opened.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The project, sound: every id there once, every reference to something that is there.
    pub project: Project,
    /// What was wrong, in the order it was found.
    pub problems: Vec<Problem>,
    /// Saving would leave out or change something of what stands in the file: the first save
    /// must keep the original.
    pub mended: bool,
    /// A later version of the program wrote it, of this format: it cannot be saved over, only as
    /// another file.
    pub newer: Option<u64>,
    /// What the file was like when it was read.
    pub stamp: Stamp,
}

/// Opens a file. Nothing on disk is touched.
pub fn load(path: &Path) -> Result<Loaded, FileError> {
    let (bytes, stamp) = read_bytes(path)?;
    read_stamped(&bytes, stamp).map_err(|error| error.at(path))
}

/// All of a file that is no map, as a picture.
///
/// # Errors
/// Says why it cannot be read.
pub fn read_other(path: &Path) -> Result<Vec<u8>, FileError> {
    read_bytes(path).map(|(bytes, _)| bytes)
}

/// All of a file, and what it is like.
pub(super) fn read_bytes(path: &Path) -> Result<(Vec<u8>, Stamp), FileError> {
    let system = |error| FileError::of_system(&error, path, false);
    let about = std::fs::metadata(path).map_err(system)?;
    if about.is_dir() {
        return Err(FileError::new(Why::IsFolder).at(path));
    }
    if !about.is_file() {
        return Err(FileError::new(Why::NotAFile).at(path));
    }
    let too_large = || FileError::new(Why::TooLarge).at(path);
    if about.len() > FILE_BYTES_MAX {
        return Err(too_large());
    }
    let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or_default());
    // It may grow meanwhile.
    let file = std::fs::File::open(path).map_err(system)?;
    file.take(FILE_BYTES_MAX + 1).read_to_end(&mut bytes).map_err(system)?;
    if bytes.len() as u64 > FILE_BYTES_MAX {
        return Err(too_large());
    }
    let stamp = Stamp::of_file(&about, &bytes);
    Ok((bytes, stamp))
}

/// Reads a project from the bytes of a file.
pub fn read(bytes: &[u8]) -> Result<Loaded, FileError> {
    read_stamped(bytes, Stamp::of(bytes))
}

fn read_stamped(bytes: &[u8], stamp: Stamp) -> Result<Loaded, FileError> {
    let mut report = RepairReport::default();
    let text = text_of(bytes, &mut report);
    let levels = size::within_limits(&text).map_err(FileError::new)?;
    let as_written = if levels <= depth::LEVELS_MAX { strict::read(&text) } else { None };
    let (project, beside, newer) = match as_written {
        Some((project, beside)) => (project, beside, None),
        None => carefully(&text, &mut report)?,
    };
    if !size::has_few_cards(&project) {
        return Err(FileError::new(Why::TooManyCards));
    }
    // Seeded by what stands in the file, so that it is repaired alike each time.
    let mut project = sound(project, stamp.hash, &mut report);
    if !beside.is_empty() {
        let mut beside = Map::from_iter([(BESIDE.to_owned(), Value::Object(beside))]);
        depth::no_deeper(&mut beside, &mut report);
        project.extra.extend(beside);
    }
    let mended = report.problems.iter().any(|problem| problem.done != Remedy::Kept);
    Ok(Loaded { project, problems: report.problems, mended, newer, stamp })
}

/// Reads all that can be read of a text, whatever is wrong in it: the project as it stands there, what
/// stands beside it, and a version later than ours.
fn carefully(
    text: &str,
    report: &mut RepairReport,
) -> Result<(Project, Extra, Option<u64>), FileError> {
    let mut top = object_of(text, report)?;
    if !is_ours(&mut top, report) {
        return Err(FileError::new(Why::NotOurs));
    }
    near::right_key(&mut top, "project", Value::is_object, report);
    let Some(Value::Object(mut object)) = top.shift_remove("project") else {
        return Err(FileError::new(Why::NoProject));
    };
    items::give_way(&mut object, BESIDE, report);
    depth::no_deeper(&mut object, report);
    top.shift_remove("format");
    let newer = version(top.shift_remove("version"), report);
    let project = items::project(object, report);
    Ok((depth::unread_no_deeper(project, report), top, newer))
}

/// A sound project of the object that stands under `project` in a file, and what was wrong in it.
/// New ids come from `seed`; `fill` puts in what need not be read, before all is made sound.
pub(crate) fn read_object(
    mut object: Map<String, Value>,
    seed: u64,
    fill: impl FnOnce(&mut Project),
) -> (Project, Vec<Problem>) {
    let mut report = RepairReport::default();
    let beside = object.get_mut(BESIDE).and_then(Value::as_object_mut);
    let is_beside = beside.is_some_and(|beside| {
        // What the file says of itself stands there once.
        OWN.iter().for_each(|key| drop(beside.shift_remove(*key)));
        !beside.is_empty()
    });
    if !is_beside {
        object.shift_remove(BESIDE);
    }
    depth::no_deeper(&mut object, &mut report);
    let project = items::project(object, &mut report);
    let mut project = depth::unread_no_deeper(project, &mut report);
    fill(&mut project);
    (sound(project, seed, &mut report), report.problems)
}

fn sound(mut project: Project, seed: u64, report: &mut RepairReport) -> Project {
    let mut ids = IdSource::seeded(seed);
    repair::repair(&mut project, &mut ids, report);
    near::right_ids(&mut project, report);
    references::repair(&mut project, &mut ids, report);
    project
}

/// The text of a file, without the mark some editors put before it.
fn text_of<'a>(bytes: &'a [u8], report: &mut RepairReport) -> Cow<'a, str> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return Cow::Borrowed(text),
        Err(error) => error,
    };
    let (good, rest) = bytes.split_at(error.valid_up_to());
    if error.error_len().is_none() {
        // Cut within the last character: what is before it tells of the cut.
        return String::from_utf8_lossy(good);
    }
    report.add_text(Code::BadUtf8, Place::of_offset(bytes, good.len()), Remedy::Replaced);
    Cow::Owned([String::from_utf8_lossy(good), String::from_utf8_lossy(rest)].concat())
}

/// The object a file consists of, as much of it as can be read.
fn object_of(text: &str, report: &mut RepairReport) -> Result<Map<String, Value>, FileError> {
    let error = match serde_json::from_str(text) {
        Ok(Value::Object(object)) => return Ok(object),
        Ok(_) => return Err(FileError::new(Why::NotOurs)),
        Err(error) => error,
    };
    if let Some((ours, _)) = sides(text.as_bytes()) {
        let mark = first_mark(text.as_bytes()).unwrap_or_default();
        report.add_text(
            Code::BothSides,
            Place::of_offset(text.as_bytes(), mark),
            Remedy::FirstSide,
        );
        // Without its marks: this goes round once.
        return object_of(&String::from_utf8_lossy(&ours), report);
    }
    let detail = error.to_string();
    let place = Place::Text { line: error.line(), column: error.column() };
    let fails = |why| FileError {
        place: Some(place.clone()),
        detail: detail.clone(),
        ..FileError::new(why)
    };
    if text.trim().is_empty() {
        return Err(FileError::new(Why::Empty));
    }
    if detail.starts_with("recursion limit exceeded") {
        return Err(fails(Why::TooDeep));
    }
    let begins = text.trim_start().starts_with('{');
    let found = match indented::read(text) {
        Some(found) => found,
        None if begins => lenient::read(text),
        None => return Err(fails(Why::NotJson)),
    };
    if found.too_deep {
        return Err(fails(Why::TooDeep));
    }
    let Some(Value::Object(object)) = found.value else { return Err(fails(Why::NotJson)) };
    if near::key_of(&object, "format").is_none() && near::key_of(&object, "project").is_none() {
        return Err(fails(Why::NotJson));
    }
    for offset in &found.damage {
        let place = Place::of_offset(text.as_bytes(), *offset);
        report.add_text(Code::DamagedText, place, Remedy::LeftOut);
    }
    if found.cut {
        let place = Place::of_offset(text.as_bytes(), text.len());
        report.add_text(Code::CutShort, place, Remedy::Closed);
    } else if found.damage.is_empty() {
        report.add_text(Code::DamagedText, place, Remedy::LeftOut);
    }
    Ok(object)
}

/// Takes out what says that the file is ours. One sign of it may be damaged, and where it is gone
/// a project with maps in it says it too.
fn is_ours(top: &mut Map<String, Value>, report: &mut RepairReport) -> bool {
    let given = near::key_of(top, "format").and_then(|key| top.shift_remove(&key));
    let name = given.as_ref().and_then(Value::as_str);
    if name == Some(FORMAT) {
        return true;
    }
    let project = near::key_of(top, "project").and_then(|key| top.get(&key));
    let maps = project.and_then(Value::as_object).is_some_and(|project| {
        near::key_of(project, "journeys").is_some_and(|key| project.get(&key).is_some())
    });
    let ours = match name {
        Some(name) => near::is_near(name, FORMAT),
        None => maps,
    };
    if ours {
        let given = given.as_ref().map(super::report::shown).unwrap_or_default();
        report.add(Code::NoFormat, "format", "", &given, Remedy::Set(FORMAT.to_owned()));
    }
    ours
}

/// Looks at what the file says of its version; gives one that is later than ours.
fn version(value: Option<Value>, report: &mut RepairReport) -> Option<u64> {
    match value.as_ref().and_then(Value::as_u64) {
        Some(VERSION) => None,
        Some(newer) if newer > VERSION => {
            report.add(Code::NewerVersion, "version", "", &newer.to_string(), Remedy::ReadKnown);
            Some(newer)
        }
        _ => {
            let given = value.as_ref().map(super::report::shown).unwrap_or_default();
            report.add(Code::NoVersion, "version", "", &given, Remedy::Set(VERSION.to_string()));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What both ways make of a text; the strict one may make nothing of it.
    fn is_alike(text: &str) -> bool {
        let Some(strict) = strict::read(text) else { return false };
        let mut report = RepairReport::default();
        let (project, beside, newer) = carefully(text, &mut report).unwrap();
        assert_eq!(strict, (project, beside), "{text}");
        assert!(report.problems.is_empty() && newer.is_none(), "{:?}", report.problems);
        true
    }

    #[test]
    fn what_is_read_strictly_is_what_is_read_carefully() {
        let journey = r#"{"id": "j", "checklist": [{"id": "w", "note": "n"}], "phases": [{"id": "p", "checklist": [{"id": "q"}],
            "steps": [{"id": "s", "customers_in": 3, "new": [1, {"x": null}]}]}],
            "lanes": [{"id": "l", "kind": "notes", "height": 70, "cards": [{"id": "c",
            "text": "Ring \u00e5", "votes": 2, "metric": {"value": 1.5, "trend": [1, -2e3]},
            "kept": {"a": 1}}], "points": [{"id": "e", "step": "s", "value": -1}]}]}"#;
        let text = format!(
            r#"{{"format": "kundresa", "version": 1, "project": {{"tags": [{{"id": "t"}}],
            "journeys": [{journey}], "versions": [{{"id": "v", "project": {{"parked":
            [{{"id": "d"}}]}}}}]}}, "tool": {{"zoom": 1}}}}"#
        );
        assert!(is_alike(&text));
        // One byte is another, or missing, or there twice.
        let mut read = 0;
        for at in 0..text.len() {
            let (Some(before), Some(after)) = (text.get(..at), text.get(at + 1..)) else {
                continue;
            };
            let cut = [String::new(), " ".into(), "0".into(), "x".into(), text[at..=at].repeat(2)];
            read += cut.iter().filter(|one| is_alike(&format!("{before}{one}{after}"))).count();
        }
        assert!(read > 100, "{read} were read");
    }

    #[test]
    fn what_the_careful_way_would_mend_is_not_read_strictly() {
        let whole = |project: &str| {
            format!(r#"{{"format": "kundresa", "version": 1, "project": {project}}}"#)
        };
        assert!(strict::read(&whole(r#"{"journeys": [{"id": "j"}]}"#)).is_some());
        for project in [
            "[]",
            r#"{"journeys": null}"#,
            r#"{"journeys": [7]}"#,
            r#"{"journeys": {}}"#,
            r#"{"journey": [{"id": "j"}]}"#,
            r#"{"journeys": [{"id": "j", "lane": [{"id": "l"}]}]}"#,
            r#"{"journeys": [{"id": "j", "lanes": [{"id": "l", "kind": "notes", "card": []}]}]}"#,
            r#"{"journeys": [{"id": "j", "phases": [{"id": "p", "step": []}]}]}"#,
            r#"{"journeys": [{"id": "j", "checklist": [{"idx": "w"}]}]}"#,
            r#"{"journeys": [{"id": "j", "checklist": 1}]}"#,
            r#"{"journeys": [{"idx": "j"}]}"#,
            r#"{"parked": [{"id": "c", "votes": "3"}]}"#,
            r#"{"parked": [{"id": "c", "text": null}]}"#,
            r#"{"parked": [{"id": "c", "id": "d"}]}"#,
            r#"{"versions": [{"id": "v", "project": {"tag": []}}]}"#,
            r#"{"versions": [{"id": "v", "project": 1}]}"#,
        ] {
            assert!(strict::read(&whole(project)).is_none(), "{project}");
        }
        let whole = whole("{}");
        for (given, other) in
            [("kundresa", "kundres"), ("1,", "2,"), ("1,", "\"1\","), ("{}}", "{}} x")]
        {
            assert!(strict::read(&whole.replace(given, other)).is_none(), "{other}");
        }
    }

    #[test]
    fn questions_about_the_map_as_a_whole_are_mended_and_kept() {
        let text = r#"{"format": "kundresa", "version": 1, "project": {"journeys": [{"id": "j",
            "checklist": [{"question": "Who owns it?", "answer": "No", "later": 1}, 7,
                {"id": "q", "question": [], "note": "n"}, {"id": "q"}],
            "phases": [{"id": "p", "steps": [{"id": "s"}]}]}]}}"#;
        let loaded = super::read(text.as_bytes()).unwrap();
        let questions = &loaded.project.journeys[0].checklist;
        assert_eq!((questions.len(), questions.unread.len()), (3, 1));
        let (first, second) = (&questions[0], &questions[1]);
        assert!(!first.id.is_empty() && first.answer == "No" && first.extra["later"] == 1);
        assert!(second.note == "n" && second.question.is_empty() && second.id != questions[2].id);
        assert_eq!(loaded.problems.len(), 4, "{:?}", loaded.problems);
    }
}
