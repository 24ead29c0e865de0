//! Unsaved work, kept beside the settings in case the program ends before it is saved.

use super::error::FileError;
use super::own_folder::{config_folder, write_own};
use super::read::{BESIDE, Loaded, load};
use super::stamp::hash;
use super::write::to_json;
use crate::model::{Extra, Project};
use serde::Deserialize;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The key that says which file the work belongs to.
const FROM: &str = "recovered_from";

/// Unsaved work that was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovered {
    /// Where it is kept.
    pub path: PathBuf,
    /// The file it belongs to; none: it was never saved.
    pub from: Option<PathBuf>,
    /// When it was kept.
    pub kept: Option<SystemTime>,
}

/// The folder of unsaved work.
pub fn folder() -> Option<PathBuf> {
    Some(config_folder()?.join("recovery"))
}

/// Keeps unsaved work on the file `from`; gives back where. That is `own`, where this work was kept
/// before; if it was not, a new place: what is kept already is of another window, or of a program
/// that ended before its work was saved, and nobody has said that it is not wanted.
pub fn keep(
    folder: &Path,
    from: Option<&Path>,
    own: Option<&Path>,
    project: &Project,
) -> Result<PathBuf, FileError> {
    let path = own.map_or_else(|| free_place(folder, from), Path::to_owned);
    let mut project = project.clone();
    let beside = project.extra.entry(BESIDE).or_insert_with(|| Value::Object(Extra::new()));
    if let (Value::Object(beside), Some(from)) = (beside, from) {
        beside.insert(FROM.into(), Value::String(from.to_string_lossy().into_owned()));
    }
    write_own(&path, &to_json(&project))?;
    Ok(path)
}

/// `NAME-HASH.kundresa`, or `NAME-HASH-2.kundresa` and on where those are taken.
fn free_place(folder: &Path, from: Option<&Path>) -> PathBuf {
    let (name, key) = match from {
        Some(path) => (path.file_stem(), path.as_os_str().as_encoded_bytes()),
        None => (None, [].as_slice()),
    };
    let name = name.unwrap_or("untitled".as_ref()).to_string_lossy();
    // Leaves room for the rest of the name within what file systems allow.
    let name: String = name.chars().take(40).collect();
    let first = format!("{name}-{:08x}", hash(key) >> 32);
    let mut path = folder.join(format!("{first}.kundresa"));
    let mut number = 2;
    while path.exists() {
        path = folder.join(format!("{first}-{number}.kundresa"));
        number += 1;
    }
    path
}

/// What is kept in `folder`, newest first.
pub fn list(folder: &Path) -> Vec<Recovered> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.flatten().map(|entry| entry.path());
    let ours = paths.filter(|path| path.extension().is_some_and(|ext| ext == "kundresa"));
    let mut found: Vec<_> = ours
        .map(|path| {
            let from = where_from(&path);
            let kept = std::fs::metadata(&path).and_then(|about| about.modified()).ok();
            Recovered { path, from, kept }
        })
        .collect();
    found.sort_by(|one, other| other.kept.cmp(&one.kept).then(one.path.cmp(&other.path)));
    found
}

/// The file that work kept at `path` belongs to.
fn where_from(path: &Path) -> Option<PathBuf> {
    #[derive(Deserialize)]
    struct Head {
        recovered_from: Option<PathBuf>,
    }
    let bytes = std::fs::read(path).ok()?;
    serde_json::from_slice::<Head>(&bytes).ok()?.recovered_from
}

/// Opens unsaved work; the project is as it was, without the note where it came from.
pub fn open(recovered: &Recovered) -> Result<Loaded, FileError> {
    let mut loaded = load(&recovered.path)?;
    if let Some(Value::Object(beside)) = loaded.project.extra.get_mut(BESIDE) {
        beside.shift_remove(FROM);
        if beside.is_empty() {
            loaded.project.extra.shift_remove(BESIDE);
        }
    }
    Ok(loaded)
}

/// Takes unsaved work away: it has been saved, or is not wanted.
pub fn remove(path: &Path) {
    // Gone already is as good.
    drop(std::fs::remove_file(path));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Id, Journey, List};

    #[test]
    fn unsaved_work_is_kept_listed_opened_and_removed() {
        let folder = tempfile::tempdir().unwrap();
        let journey = Journey { id: Id::new("j"), ..Journey::default() };
        let journeys = List::from_iter([journey]);
        let project = Project { title: "Åäö".into(), journeys, ..Project::default() };
        assert_eq!(list(folder.path()), []);
        let from = Path::new("/maps/karta.kundresa");
        let first = keep(folder.path(), Some(from), None, &project).unwrap();
        let again = keep(folder.path(), Some(from), Some(&first), &project).unwrap();
        let unsaved = keep(folder.path(), None, None, &project).unwrap();
        assert_eq!(first, again);
        assert_ne!(first, unsaved);
        let found = list(folder.path());
        assert_eq!(found.len(), 2);
        for recovered in found {
            let expected = (recovered.path == first).then(|| from.to_owned());
            assert_eq!(recovered.from, expected);
            assert_eq!(open(&recovered).unwrap().project, project);
            remove(&recovered.path);
        }
        assert_eq!(list(folder.path()), []);
    }

    #[test]
    fn work_kept_earlier_is_not_written_over() {
        let folder = tempfile::tempdir().unwrap();
        for from in [Some(Path::new("/maps/karta.kundresa")), None] {
            let titles = ["one", "two", "three"];
            let kept: Vec<_> = titles
                .into_iter()
                .map(|title| {
                    let project = Project { title: title.into(), ..Project::default() };
                    keep(folder.path(), from, None, &project).unwrap()
                })
                .collect();
            for (path, title) in kept.into_iter().zip(titles) {
                let recovered = Recovered { path, from: None, kept: None };
                assert_eq!(open(&recovered).unwrap().project.title, title);
            }
        }
        assert_eq!(list(folder.path()).len(), 6);
    }
}
