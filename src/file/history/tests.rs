//! Is every save kept, found again and given back as it was, whatever happens to the store?

use super::limits::ALL_BYTES_MAX;
use super::*;
use std::fs;
use std::time::Duration;

/// A store, and a file in a folder beside it.
struct Place {
    folder: tempfile::TempDir,
    store: Store,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::at(&folder.path().join("store"));
        Self { folder, store }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes `text` into the file and keeps it, `hours` after the beginning.
    fn save(&self, name: &str, text: &str, hours: u64) -> KeptVersion {
        let path = self.path(name);
        fs::write(&path, text).unwrap();
        keep_at(&self.store, &path, text.as_bytes(), Occasion::Saved, time(hours)).unwrap()
    }

    /// All versions of the file, newest first.
    fn texts(&self, name: &str) -> Vec<String> {
        let all = list(&self.store, &self.path(name)).unwrap();
        let text = |kept: &KeptVersion| match read(&self.store, &kept.id) {
            Ok(bytes) => String::from_utf8(bytes).unwrap(),
            Err(error) => error.why.as_str().to_owned(),
        };
        all.iter().map(text).collect()
    }

    fn key_folder(&self, name: &str) -> PathBuf {
        folder_of(&self.store, &key_of(&self.path(name)))
    }
}

fn time(hours: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_hours(24 * 20_000 + hours)
}

#[test]
fn each_save_is_a_version_and_is_given_back_to_the_byte() {
    let place = Place::new();
    assert_eq!(list(&place.store, &place.path("a")).unwrap(), []);
    let one = place.save("a", "one", 0);
    place.save("a", "two", 1);
    place.save("b", "else", 1);
    assert_eq!(place.texts("a"), ["two", "one"]);
    assert_eq!(place.texts("b"), ["else"]);
    let (hash, size) = (sha256(b"one"), 3);
    assert_eq!((one.hash, one.size, one.when), (hash, size, time(0)));
    // Saved again as it was it is no new version; saved as it once was it is one.
    place.save("a", "two", 2);
    assert_eq!(place.texts("a"), ["two", "one"]);
    place.save("a", "one", 3);
    assert_eq!(place.texts("a"), ["one", "two", "one"]);
    // The same file by another way.
    let round = place.folder.path().join("store/../a");
    assert_eq!(list(&place.store, &round).unwrap().len(), 3);
}

#[test]
fn a_clock_that_is_set_back_changes_no_order() {
    let place = Place::new();
    for (text, hours) in [("one", 9), ("two", 2), ("three", 1)] {
        place.save("a", text, hours);
    }
    assert_eq!(place.texts("a"), ["three", "two", "one"]);
}

#[test]
fn a_moved_file_is_found_by_what_is_in_it() {
    let place = Place::new();
    place.save("a", "one", 0);
    place.save("a", "two", 1);
    fs::copy(place.path("a"), place.path("copy")).unwrap();
    place.save("a", "three", 2);
    assert_eq!(place.texts("copy"), ["two", "one"]);
    // Looking writes nothing; keeping takes them over, and they stay when the first file's are gone.
    assert!(!place.key_folder("copy").exists());
    keep(&place.store, &place.path("copy"), b"two", Occasion::Read).unwrap();
    fs::remove_dir_all(place.key_folder("a")).unwrap();
    assert_eq!(place.texts("copy"), ["two", "one"]);
    place.save("copy", "four", 3);
    assert_eq!(place.texts("copy"), ["four", "two", "one"]);
    // A file that is gone has the versions it had.
    fs::remove_file(place.path("copy")).unwrap();
    assert_eq!(place.texts("copy"), ["four", "two", "one"]);
    assert_eq!(place.texts("never"), [] as [&str; 0]);
}

#[test]
fn the_base_is_what_was_read_or_saved_here() {
    let place = Place::new();
    let base = |stamp: &Stamp| base_for(&place.store, &place.path("a"), stamp).unwrap();
    assert_eq!(base(&Stamp::of(b"one")), None);
    let one = place.save("a", "one", 0);
    let two = place.save("a", "two", 1);
    assert_eq!(base(&Stamp::of(b"one")), Some(one));
    assert_eq!(base(&Stamp::of(b"two")), Some(two.clone()));
    assert_eq!(base(&Stamp::of(b"unknown")), Some(two));
}

#[test]
fn what_is_damaged_costs_no_more_than_itself() {
    let place = Place::new();
    for (text, hours) in [("one", 0), ("two", 1), ("three", 2), ("four", 3)] {
        place.save("a", text, hours);
    }
    let folder = place.key_folder("a");
    let names = names(&folder).unwrap();
    let file = |index: usize| folder.join(format!("{}.json", names[index]));
    fs::write(file(0), "{\"when\": tr").unwrap();
    fs::write(file(1), "[]").unwrap();
    fs::write(folder.join("about.json"), "\0").unwrap();
    fs::write(folder.join("parts").join(sha256(b"three")), "odd").unwrap();
    fs::create_dir(folder.join("later.json")).unwrap();
    assert_eq!(place.texts("a"), ["four", "version-damaged"]);
    fs::remove_file(folder.join("parts").join(sha256(b"four"))).unwrap();
    assert_eq!(place.texts("a"), ["version-gone", "version-damaged"]);
    // The same saved again is whole again.
    place.save("a", "four", 4);
    assert_eq!(place.texts("a")[0], "four");
    place.save("a", "five", 5);
    assert_eq!(place.texts("a")[0], "five");
}

#[test]
fn where_nothing_can_be_kept_the_error_says_so_and_the_file_is_as_it_was() {
    let place = Place::new();
    fs::write(place.path("store"), "in the way").unwrap();
    fs::write(place.path("a"), "one").unwrap();
    let error = keep(&place.store, &place.path("a"), b"one", Occasion::Saved).unwrap_err();
    assert!(error.saving);
    assert_eq!(fs::read(place.path("a")).unwrap(), b"one");
    assert!(list(&place.store, &place.path("a")).is_err());
}

#[test]
fn old_versions_thin_out_and_take_their_parts_with_them() {
    let place = Place::new();
    // Every quarter of an hour for a day, then nothing for two months.
    for quarter in 0..96 {
        let text = format!("version {quarter}");
        let when = time(0) + Duration::from_mins(quarter * 15);
        keep_at(&place.store, &place.path("a"), text.as_bytes(), Occasion::Saved, when).unwrap();
    }
    assert_eq!(list(&place.store, &place.path("a")).unwrap().len(), 96);
    let parts = || fs::read_dir(place.key_folder("a").join("parts")).unwrap();
    // What was written a moment ago may be of a version that is just being kept.
    place.save("a", "later", 24 * 30);
    assert_eq!(place.texts("a"), ["later", "version 95"], "one is left of the day: the last");
    assert_eq!(parts().count(), 97);
    for part in parts() {
        let file = fs::File::options().append(true).open(part.unwrap().path()).unwrap();
        file.set_modified(SystemTime::now() - Duration::from_hours(1)).unwrap();
    }
    place.save("a", "latest", 24 * 30 + 1);
    assert_eq!((place.texts("a").len(), parts().count()), (3, 3));
}

#[test]
fn of_all_files_the_oldest_versions_go_first() {
    let place = Place::new();
    // None of it packs, and each is a little more than a kilobyte.
    let text =
        |seed: u32| (seed..seed + 40).map(|one| sha256(&one.to_le_bytes())).collect::<String>();
    for (name, seed, hours) in [("a", 0, 0), ("a", 100, 1), ("b", 200, 2), ("b", 300, 3)] {
        place.save(name, &text(seed), hours);
    }
    let bytes = record::about(&place.key_folder("a")).bytes;
    let key = key_of(&place.path("b"));
    let left = || ["a", "b"].map(|name| list(&place.store, &place.path(name)).unwrap().len());
    room::tidy_all_to(&place.store, &key, 2 * bytes + 100);
    assert_eq!(left(), [2, 2]);
    room::tidy_all_to(&place.store, &key, 2 * bytes - 100);
    assert_eq!(left(), [1, 2]);
    room::tidy_all_to(&place.store, &key, bytes + 100);
    assert_eq!(left(), [1, 1]);
    room::tidy_all_to(&place.store, &key, 10);
    assert!(!place.key_folder("a").exists());
    assert_eq!(place.texts("b"), [text(300)]);
}

/// Puts `number` in place of each number that stands for `key` in a file of the store.
fn damage(path: &Path, key: &str, number: &str) {
    let text = fs::read_to_string(path).unwrap();
    let lines = text.lines().map(|line| match line.split_once(&format!("\"{key}\": ")) {
        Some((before, _)) => {
            let comma = if line.ends_with(',') { "," } else { "" };
            format!("{before}\"{key}\": {number}{comma}\n")
        }
        None => format!("{line}\n"),
    });
    let damaged: String = lines.collect();
    assert_ne!(damaged, text);
    fs::write(path, damaged).unwrap();
}

#[test]
fn a_damaged_number_takes_no_version_away() {
    let place = Place::new();
    for (hours, text) in ["one", "two", "three"].into_iter().enumerate() {
        place.save("a", text, hours as u64);
        place.save("b", text, hours as u64);
    }
    for (key, number) in [("bytes", u64::MAX), ("bytes", ALL_BYTES_MAX), ("packed", u64::MAX)] {
        for name in ["a", "b"] {
            let folder = place.key_folder(name);
            let files: Vec<PathBuf> = match key {
                "bytes" => vec![folder.join("about.json")],
                _ => record::names(&folder)
                    .unwrap()
                    .iter()
                    .map(|it| record::file(&folder, it))
                    .collect(),
            };
            files.iter().for_each(|path| damage(path, key, &number.to_string()));
        }
        let before = place.texts("a");
        let new = format!("{key} {number}");
        place.save("a", &new, 4);
        assert_eq!(place.texts("a"), [&[new], &before[..]].concat());
        assert_eq!(place.texts("b"), ["three", "two", "one"]);
    }
}

#[test]
fn several_at_once_lose_nothing() {
    let place = Place::new();
    let path = place.path("a");
    std::thread::scope(|scope| {
        for thread in 0..4 {
            let (store, path) = (&place.store, &path);
            scope.spawn(move || {
                for number in 0..10 {
                    let text = format!("{thread} {number}");
                    keep(store, path, text.as_bytes(), Occasion::Saved).unwrap();
                }
            });
        }
    });
    let mut texts = place.texts("a");
    texts.sort();
    let all = (0..4).flat_map(|thread| (0..10).map(move |number| format!("{thread} {number}")));
    assert_eq!(texts, all.collect::<Vec<_>>());
}

#[test]
fn where_another_holds_the_lock_a_version_is_kept_all_the_same() {
    let place = Place::new();
    place.save("a", "one", 0);
    let lock = room::lock(&place.key_folder("a"));
    assert!(lock.is_some() && room::lock(&place.key_folder("a")).is_none());
    place.save("a", "two", 1);
    // Who holds it sweeps: what was kept meanwhile stays.
    parts::sweep(&place.key_folder("a"), |_| false);
    assert_eq!(place.texts("a"), ["two", "one"]);
}

#[cfg(unix)]
#[test]
fn nobody_else_looks_into_the_store() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    place.save("a", "one", 0);
    let mode = fs::metadata(place.path("store")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
}
