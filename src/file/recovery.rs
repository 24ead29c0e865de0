//! Unsaved work, kept beside the settings in case the program ends before it is saved.

use super::error::FileError;
use super::own_folder::{config_folder, write_own};
use super::read::{BESIDE, Loaded, load, read_other};
use super::stamp::hash;
use super::write::to_json;
use crate::model::{Extra, Project};
use serde::Deserialize;
use serde_json::Value;
use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
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

/// A place for unsaved work that this program holds while it runs: no other window offers what is
/// kept there or takes it away. When the program ends, however it does, the system lets it go.
#[derive(Debug)]
pub struct KeptPlace {
    path: PathBuf,
    /// Held for as long as this is there; none where the disk knows no locks.
    _lock: Option<File>,
    /// Held while something is written here; true: nothing comes after what is here.
    ended: Mutex<bool>,
}

impl KeptPlace {
    /// A place for work on the file `from` that nothing is kept at yet.
    ///
    /// # Errors
    /// Says why nothing can be kept in `folder`.
    pub fn new(folder: &Path, from: Option<&Path>) -> Result<Self, FileError> {
        let system = |error| FileError::of_system(&error, folder, true);
        std::fs::create_dir_all(folder).map_err(system)?;
        let (name, key) = match from {
            Some(path) => (path.file_stem(), path.as_os_str().as_encoded_bytes()),
            None => (None, [].as_slice()),
        };
        let name = name.unwrap_or("untitled".as_ref()).to_string_lossy();
        // Leaves room for the rest of the name within what file systems allow.
        let name: String = name.chars().take(40).collect();
        let first = format!("{name}-{:08x}", hash(key) >> 32);
        let mut number = 1;
        loop {
            // What is kept already is of another window, or of a program that ended before its work
            // was saved, and nobody has said that it is not wanted.
            let path = match number {
                1 => folder.join(format!("{first}.kundresa")),
                _ => folder.join(format!("{first}-{number}.kundresa")),
            };
            match hold(&path) {
                Held::Here(lock) if !path.exists() => return Ok(Self::at(path, lock)),
                Held::Here(_) | Held::Elsewhere => number += 1,
                Held::Fails(error) => return Err(system(error)),
            }
        }
    }

    /// The place where this work was found; none: another window has it meanwhile.
    pub fn of(recovered: &Recovered) -> Option<Self> {
        match hold(&recovered.path) {
            Held::Here(lock) => Some(Self::at(recovered.path.clone(), lock)),
            Held::Elsewhere => None,
            // Nothing can be written beside it: nobody else holds it either.
            Held::Fails(_) => Some(Self::at(recovered.path.clone(), None)),
        }
    }

    fn at(path: PathBuf, lock: Option<File>) -> Self {
        Self { path, _lock: lock, ended: Mutex::new(false) }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Keeps unsaved work on the file `from` here, in place of what was kept before; nothing after
    /// [`Self::keep_last`] or [`Self::clear`], as a thread that was slow has older work.
    ///
    /// # Errors
    /// Says why it cannot be written; what was kept before is still there.
    pub fn keep(&self, from: Option<&Path>, project: &Project) -> Result<(), FileError> {
        let ended = self.ended.lock().unwrap_or_else(PoisonError::into_inner);
        if *ended { Ok(()) } else { self.put(from, project) }
    }

    /// Keeps the last there will be, as the program ends: what is being written now comes before it.
    ///
    /// # Errors
    /// As [`Self::keep`].
    pub fn keep_last(&self, from: Option<&Path>, project: &Project) -> Result<(), FileError> {
        let mut ended = self.ended.lock().unwrap_or_else(PoisonError::into_inner);
        *ended = true;
        self.put(from, project)
    }

    fn put(&self, from: Option<&Path>, project: &Project) -> Result<(), FileError> {
        let mut project = project.clone();
        let beside = project.extra.entry(BESIDE).or_insert_with(|| Value::Object(Extra::new()));
        if let (Value::Object(beside), Some(from)) = (beside, from) {
            beside.insert(FROM.into(), Value::String(from.to_string_lossy().into_owned()));
        }
        write_own(&self.path, &to_json(&project))
    }

    /// Takes the work away: it has been saved, or is not wanted.
    pub fn clear(&self) {
        // What is on its way is not waited for: a disk may take its time, and it is cleared again.
        if let Ok(mut ended) = self.ended.try_lock() {
            *ended = true;
        }
        // Gone already is as good.
        drop(std::fs::remove_file(&self.path));
        drop(std::fs::remove_file(beside(&self.path)));
    }
}

/// Who holds a place.
enum Held {
    /// This program, from now on, as long as the file is open.
    Here(Option<File>),
    /// Another window.
    Elsewhere,
    /// Nobody can.
    Fails(io::Error),
}

/// The work itself is swapped when it is kept anew, which would lose a lock: what is locked stands
/// beside it.
fn beside(path: &Path) -> PathBuf {
    path.with_extension("lock")
}

fn hold(path: &Path) -> Held {
    let file = OpenOptions::new().write(true).create(true).truncate(false).open(beside(path));
    match file.map(|file| (file.try_lock(), file)) {
        Ok((Ok(()), file)) => Held::Here(Some(file)),
        Ok((Err(TryLockError::WouldBlock), _)) => Held::Elsewhere,
        // Some network drives know no locks.
        Ok((Err(TryLockError::Error(_)), _)) => Held::Here(None),
        Err(error) => Held::Fails(error),
    }
}

/// Does a program that runs hold what is kept at `path`?
fn is_held(path: &Path) -> bool {
    beside(path).exists() && matches!(hold(path), Held::Elsewhere)
}

/// What is kept in `folder` and no running program holds, newest first.
pub fn list(folder: &Path) -> Vec<Recovered> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.flatten().map(|entry| entry.path());
    let ours = paths.filter(|path| path.extension().is_some_and(|ext| ext == "kundresa"));
    let ours = ours.filter(|path| !is_held(path));
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
    let bytes = read_other(path).ok()?;
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

/// Takes unsaved work away that is not wanted. False: another window has it meanwhile.
pub fn remove(recovered: &Recovered) -> bool {
    KeptPlace::of(recovered).map(|place| place.clear()).is_some()
}

/// Is it the same file, by whatever name or link?
pub fn is_of(recovered: &Recovered, path: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    recovered.from.as_ref().is_some_and(|from| from == path || real(from) == real(path))
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
        let first = KeptPlace::new(folder.path(), Some(from)).unwrap();
        first.keep(Some(from), &Project::default()).unwrap();
        first.keep(Some(from), &project).unwrap();
        let unsaved = KeptPlace::new(folder.path(), None).unwrap();
        unsaved.keep(None, &project).unwrap();
        assert_ne!(first.path(), unsaved.path());
        assert_eq!(list(folder.path()), [], "this program has them itself");
        let path = first.path().to_owned();
        // It ends.
        drop((first, unsaved));
        let found = list(folder.path());
        assert_eq!(found.len(), 2);
        for recovered in found {
            let expected = (recovered.path == path).then(|| from.to_owned());
            assert_eq!(recovered.from, expected);
            assert_eq!(open(&recovered).unwrap().project, project);
            assert!(remove(&recovered));
        }
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn work_kept_earlier_is_not_written_over() {
        let folder = tempfile::tempdir().unwrap();
        for from in [Some(Path::new("/maps/karta.kundresa")), None] {
            let titles = ["one", "two", "three"];
            let kept = titles.map(|title| {
                let project = Project { title: title.into(), ..Project::default() };
                let place = KeptPlace::new(folder.path(), from).unwrap();
                place.keep(from, &project).unwrap();
                place.path().to_owned()
            });
            for (path, title) in kept.into_iter().zip(titles) {
                let recovered = Recovered { path, from: None, kept: None };
                assert_eq!(open(&recovered).unwrap().project.title, title);
            }
        }
        assert_eq!(list(folder.path()).len(), 6);
    }

    #[test]
    fn a_running_window_keeps_its_work_to_itself() {
        let folder = tempfile::tempdir().unwrap();
        let place = KeptPlace::new(folder.path(), None).unwrap();
        place.keep(None, &Project::default()).unwrap();
        let seen = Recovered { path: place.path().to_owned(), from: None, kept: None };
        assert!(KeptPlace::of(&seen).is_none() && !remove(&seen));
        assert!(seen.path.exists());
        drop(place);
        // Whoever puts it back has it from then on.
        let [found] = &list(folder.path())[..] else { panic!("it is offered") };
        let adopted = KeptPlace::of(found).unwrap();
        assert_eq!(list(folder.path()), []);
        adopted.clear();
        assert!(!seen.path.exists());
    }

    #[test]
    fn what_comes_late_is_not_kept_over_what_is_newer() {
        let folder = tempfile::tempdir().unwrap();
        let titled = |title: &str| Project { title: title.into(), ..Project::default() };
        let place = KeptPlace::new(folder.path(), None).unwrap();
        let kept = || {
            let path = place.path().to_owned();
            open(&Recovered { path, from: None, kept: None }).map(|it| it.project.title)
        };
        place.keep(None, &titled("first")).unwrap();
        place.keep_last(None, &titled("last")).unwrap();
        place.keep(None, &titled("of a slow thread")).unwrap();
        assert_eq!(kept().unwrap(), "last");
        // Saved meanwhile: nothing is offered that is in the file.
        place.clear();
        place.keep(None, &titled("of a slow thread")).unwrap();
        assert!(kept().is_err());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[cfg(unix)]
    #[test]
    fn a_file_opened_by_another_name_finds_its_work() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("a.kundresa"), folder.path().join("b.kundresa"));
        std::fs::write(&file, "{}").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        let kept = Recovered { path: "kept".into(), from: Some(file.clone()), kept: None };
        assert!(is_of(&kept, &file) && is_of(&kept, &link));
        assert!(!is_of(&kept, &folder.path().join("c.kundresa")));
        assert!(!is_of(&Recovered { from: None, ..kept }, &file));
    }
}
