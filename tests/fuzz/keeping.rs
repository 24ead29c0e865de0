//! What is promised of what the program keeps for itself, where the disk has damaged it: settings, the
//! versions of a file, unsaved work, who has a file open?

use crate::dice::Dice;
use crate::loading::comes_back;
use crate::mutate;
use crate::run::number_of;
use crate::seeds;
use kundresa::file::history::{self, KeptVersion, Occasion, Store};
use kundresa::file::recovery::{self, KeptPlace, Recovered};
use kundresa::file::{self, RECENT_MAX, Settings, Stamp};
use kundresa::words::{Lang, Words};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// Settings are read in part or not at all; what was read is kept and read again as it is, with what
/// is not known.
pub(crate) fn settings(bytes: &[u8]) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.json");
    std::fs::write(&path, bytes).unwrap();
    let read = Settings::load_from(folder.path());
    assert!(read.recent.len() <= RECENT_MAX);
    let sizes = 50..=300;
    assert!(sizes.contains(&read.interface_size.percent()), "{:?}", read.interface_size);
    read.save_to(folder.path(), &Settings::default()).unwrap();
    let again = Settings::load_from(folder.path());
    assert!(again == read, "{read:?}\n{again:?}");
    let Ok(Value::Object(object)) = serde_json::from_slice(bytes) else { return };
    let saved: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    for key in object.keys().filter(|key| key.starts_with("later")) {
        assert_eq!(saved[key], object[key], "{key}");
    }
}

/// A store with three versions of a map and two of another, and what they hold.
struct Kept {
    folder: tempfile::TempDir,
    maps: [(PathBuf, Vec<Vec<u8>>); 2],
}

static KEPT: LazyLock<Kept> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::at(&folder.path().join("history"));
    // Long enough to be kept as a picture.
    let picture = "QUJD".repeat(1_000);
    let map = |name: &str, count: usize| {
        let path = folder.path().join(name);
        let version = |number: usize| format!("{{\"{name}\": {number}, \"data\": \"{picture}\"}}");
        let versions: Vec<Vec<u8>> =
            (0..count).map(|number| version(number).into_bytes()).collect();
        for version in &versions {
            history::keep(&store, &path, version, Occasion::Saved).unwrap();
        }
        std::fs::write(&path, &versions[count - 1]).unwrap();
        (path, versions)
    };
    let maps = [map("a.kundresa", 3), map("b.kundresa", 2)];
    Kept { folder, maps }
});

/// One damaged file of a store costs the versions that need it, and no other; versions are kept in it as
/// before.
pub(crate) fn history(bytes: &[u8]) {
    let mut dice = Dice::new(number_of(bytes));
    let copy = tempfile::tempdir().unwrap();
    let folder = copy.path().join("history");
    let files = copied(&KEPT.folder.path().join("history"), &folder);
    let store = Store::at(&folder);
    let paths = [&KEPT.maps[0].0, &KEPT.maps[1].0];
    let before = paths.map(|path| history::list(&store, path).unwrap());
    let damaged = dice.one(&files).clone();
    let mut content = std::fs::read(&damaged).unwrap();
    let other = std::fs::read(dice.one(&files)).unwrap();
    for _ in 0..=dice.roll(3) {
        content = match dice.once_in(2) {
            true => mutate::map(&content, &other, &mut dice),
            false => mutate::plain(&content, &other, &mut dice),
        };
    }
    match dice.roll(12) {
        0 => std::fs::remove_file(&damaged).unwrap(),
        1 => {
            std::fs::remove_file(&damaged).unwrap();
            std::fs::create_dir(&damaged).unwrap();
        }
        _ => std::fs::write(&damaged, &content).unwrap(),
    }
    let readable = [0, 1].map(|map| readable(&store, &before[map], &KEPT.maps[map].1));
    for path in paths {
        for version in history::list(&store, path).unwrap() {
            tell(&store, &version);
        }
        let stamp = Stamp::of(&std::fs::read(path).unwrap_or_default());
        drop(history::base_for(&store, path, &stamp).unwrap());
    }
    // One record is a version; a text is one too, and the picture is part of all of a map.
    let lost = before.iter().flatten().count() - readable.iter().flatten().count();
    assert!(lost <= 3, "{} costs {lost} versions", damaged.display());
    if damaged.extension().is_some() {
        assert!(lost <= 1, "{} costs {lost} versions", damaged.display());
    }
    let new = b"{\"new\": 1}".as_slice();
    match history::keep(&store, paths[0], new, Occasion::Saved) {
        Ok(kept) => {
            assert_eq!(history::read(&store, &kept.id).unwrap(), new);
            let newest = history::list(&store, paths[0]).unwrap();
            assert_eq!(newest.first().map(|one| &one.hash), Some(&kept.hash));
        }
        // A folder stands where a file would have to.
        Err(error) => assert!(damaged.is_dir(), "{error:?}"),
    }
    for version in readable.iter().flatten() {
        let left = history::read(&store, &version.id);
        assert!(left.is_ok(), "{} costs a version at the next save: {left:?}", damaged.display());
    }
}

/// Reads a version, or says in words why it cannot be read.
fn tell(store: &Store, version: &KeptVersion) {
    if let Err(error) = history::read(store, &version.id) {
        assert!(!error.text(&Words::new(Lang::En)).is_empty());
    }
}

/// The versions that can be read still; what is read is what was kept.
fn readable(store: &Store, all: &[KeptVersion], held: &[Vec<u8>]) -> Vec<KeptVersion> {
    let mut left = Vec::new();
    for (version, held) in all.iter().zip(held.iter().rev()) {
        if let Ok(bytes) = history::read(store, &version.id) {
            assert!(bytes == *held, "another version is read");
            left.push(version.clone());
        }
    }
    left
}

/// Copies a folder; gives back the files in the copy, but for locks.
fn copied(from: &Path, to: &Path) -> Vec<PathBuf> {
    std::fs::create_dir_all(to).unwrap();
    let mut files = Vec::new();
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(from).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        let there = to.join(path.file_name().unwrap());
        if path.is_dir() {
            files.extend(copied(&path, &there));
        } else if !path.ends_with("lock") {
            std::fs::copy(&path, &there).unwrap();
            files.push(there);
        }
    }
    files
}

/// Unsaved work that was damaged is offered, opens as far as it goes or says why not, and can be taken
/// away.
pub(crate) fn recovered(bytes: &[u8]) {
    let folder = tempfile::tempdir().unwrap();
    let (path, whole) = (folder.path().join("work.kundresa"), folder.path().join("other.kundresa"));
    std::fs::write(&path, bytes).unwrap();
    std::fs::write(&whole, seeds::full()).unwrap();
    let found = recovery::list(folder.path());
    assert_eq!(found.len(), 2, "both are offered");
    for one in &found {
        match recovery::open(one) {
            Ok(loaded) => {
                comes_back(&loaded.project);
                let place = KeptPlace::of(one).unwrap();
                place.keep(one.from.as_deref(), &loaded.project).unwrap();
                drop(place);
                let kept = recovery::open(one).unwrap();
                let pictures = kept.project.images.clone();
                let before = file::to_json(&loaded.project);
                assert!(pictures.len() <= loaded.project.images.len());
                assert!(before == file::to_json(&kept.project), "kept anew it is another");
            }
            Err(error) => {
                assert!(!error.text(&Words::new(Lang::Sv)).is_empty());
                assert!(one.path == path, "the whole one opens");
            }
        }
        let _ = recovery::is_of(one, Path::new("/maps/karta.kundresa"));
    }
    for Recovered { path, .. } in &found {
        let [one] = &recovery::list(path.parent().unwrap())
            .into_iter()
            .filter(|one| one.path == *path)
            .collect::<Vec<_>>()[..]
        else {
            panic!("it is not offered any more")
        };
        assert!(recovery::remove(one));
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

/// Whatever stands in the notes beside a file, others are told of or not; nothing else is touched.
pub(crate) fn in_use(bytes: &[u8]) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.kundresa");
    std::fs::write(&path, "{}").unwrap();
    let mark = folder.path().join(".~map.kundresa.LAPTOP-1-0.open");
    std::fs::write(&mark, bytes).unwrap();
    std::fs::write(folder.path().join(".~map.kundresa.LAPTOP-2-0.open"), &seeds::in_use()[0])
        .unwrap();
    let users = file::users(&path, None);
    let windows: Vec<&str> = users.iter().map(|user| user.window.as_str()).collect();
    assert!(windows.contains(&"123-0"), "a sound note is told of: {users:?}");
    assert!(users.len() <= 2 && users.iter().all(|user| !user.is_here()), "{users:?}");
    let left = std::fs::read_dir(folder.path()).unwrap().count();
    assert!(left == 3 || (left == 2 && !mark.exists()), "{left} files are left");
}
