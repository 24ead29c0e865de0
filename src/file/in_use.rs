//! Who has a file open? A window that has one open says so in a small file beside it, as a courtesy:
//! who, on which machine, since when. It protects nothing: network drives and folders that are kept in
//! step carry no locks, and what several people save is told apart by the file itself and merged.
//!
//! On this machine a window also holds a lock for as long as it is there, so that what one has left
//! behind that was ended is known, and one that is there can be asked to come to the front.

use super::clock::rfc3339;
use super::own_folder::data_folder;
use super::stamp::hash;
use serde::{Deserialize, Serialize};
use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};

/// What a window on another machine has not confirmed for so long is left behind.
const STALE: Duration = Duration::from_secs(15 * 60);
/// So often a window confirms that it has its file open.
const CONFIRMED: Duration = Duration::from_secs(5 * 60);
/// Longer notes are none of ours.
const NOTE_MAX: u64 = 4096;
/// More files in a folder than these nobody looks through.
const MOST: usize = 20_000;
/// So long a window has to answer that it comes to the front.
const ANSWERS: Duration = Duration::from_millis(1500);

/// Somebody who has a file open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct InUse {
    /// By the name of their account; empty where that is not known.
    pub who: String,
    /// On which machine; empty where that is not known.
    pub machine: String,
    /// Since when, RFC 3339 in UTC.
    pub since: String,
    /// The window, by its name on that machine.
    pub window: String,
    /// Where the program keeps its own things there, as a hash: windows that keep them elsewhere know
    /// nothing of each other. Empty in what an earlier version wrote.
    pub home: String,
}

impl InUse {
    /// Is it a window of the same account on this machine, with its own things in the same folder? Of
    /// others nothing more is known than of another machine's.
    pub fn is_here(&self) -> bool {
        data_folder().is_some_and(|folder| self.is_among(&folder.join("windows")))
    }

    /// Is it one of the windows that say here that they are there?
    fn is_among(&self, windows: &Path) -> bool {
        let home = self.home.is_empty() || self.home == home(windows);
        self.machine == machine() && self.who == who() && home
    }
}

/// The window of this program: held while it is there, and let go however it ends.
#[derive(Debug)]
pub struct OwnWindow {
    folder: PathBuf,
    name: String,
    _lock: File,
}

impl OwnWindow {
    /// Says on this machine that there is a window; none where nothing can be kept.
    pub fn open() -> Option<Self> {
        Self::open_in(&data_folder()?.join("windows"))
    }

    fn open_in(folder: &Path) -> Option<Self> {
        std::fs::create_dir_all(folder).ok()?;
        tidy(folder);
        let process = std::process::id();
        (0..100).find_map(|number| {
            let name = format!("{process}-{number}");
            match hold(&folder.join(&name)) {
                Lock::Ours(lock) => Some(Self { folder: folder.to_owned(), name, _lock: lock }),
                Lock::Others | Lock::Unknown => None,
            }
        })
    }

    /// Has it been asked to come to the front since this was asked last?
    pub fn is_wanted(&self) -> bool {
        std::fs::remove_file(front(&self.folder, &self.name)).is_ok()
    }

    /// Its name, by which others ask for it.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for OwnWindow {
    fn drop(&mut self) {
        drop(std::fs::remove_file(self.folder.join(&self.name)));
        drop(std::fs::remove_file(front(&self.folder, &self.name)));
    }
}

/// Asks a window on this machine to come to the front; true where it has heard.
pub fn bring_to_front(user: &InUse) -> bool {
    data_folder().is_some_and(|folder| bring_to_front_in(&folder.join("windows"), user))
}

fn bring_to_front_in(folder: &Path, user: &InUse) -> bool {
    if !user.is_among(folder) || !is_there(folder, &user.window) {
        return false;
    }
    let front = front(folder, &user.window);
    if std::fs::write(&front, []).is_err() {
        return false;
    }
    let until = Instant::now() + ANSWERS;
    while front.exists() && Instant::now() < until {
        std::thread::sleep(Duration::from_millis(20));
    }
    // Nobody has taken it: nobody shall later.
    std::fs::remove_file(front).is_err()
}

/// A window's word that it has a file open, while this is there.
#[derive(Debug)]
pub struct InUseMark {
    path: PathBuf,
}

/// The marks of this program, for whoever ends it from outside.
static MARKS: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Takes the marks of this program away: it ends now, and drops nothing.
pub fn take_marks_away() {
    for mark in std::mem::take(&mut *MARKS.lock().unwrap_or_else(PoisonError::into_inner)) {
        drop(std::fs::remove_file(mark));
    }
}

/// Says again, now and then, that a file is open.
#[derive(Debug)]
pub struct Confirmation {
    path: PathBuf,
    last: Instant,
}

impl Confirmation {
    /// Says so if it was long ago; nothing where the file is not open any more.
    pub fn keep_up(&mut self) {
        if self.last.elapsed() < CONFIRMED {
            return;
        }
        self.last = Instant::now();
        if let Ok(file) = OpenOptions::new().append(true).open(&self.path) {
            // Where it cannot be confirmed it is taken for left behind, which is no harm.
            drop(file.set_modified(SystemTime::now()));
        }
    }
}

impl InUseMark {
    /// Says beside the file at `path` that `window` has it open; none where nothing can be written
    /// there, which is no harm.
    pub fn put(path: &Path, window: &OwnWindow) -> Option<Self> {
        let path = path.canonicalize().ok()?;
        let user = InUse {
            who: who(),
            machine: machine(),
            since: rfc3339(SystemTime::now()),
            window: window.name.clone(),
            home: home(&window.folder),
        };
        let mark = mark(&path, &user)?;
        std::fs::write(&mark, serde_json::to_vec(&user).ok()?).ok()?;
        MARKS.lock().unwrap_or_else(PoisonError::into_inner).push(mark.clone());
        Some(Self { path: mark })
    }

    /// For a thread that confirms it.
    pub fn confirmation(&self) -> Confirmation {
        Confirmation { path: self.path.clone(), last: Instant::now() }
    }
}

impl Drop for InUseMark {
    fn drop(&mut self) {
        let mut marks = MARKS.lock().unwrap_or_else(PoisonError::into_inner);
        marks.retain(|mark| *mark != self.path);
        drop(std::fs::remove_file(&self.path));
    }
}

/// Who has the file at `path` open, but for the window `own`; who came first comes first. What was
/// left behind on this machine is taken away.
pub fn users(path: &Path, own: Option<&OwnWindow>) -> Vec<InUse> {
    let windows = data_folder().map(|folder| folder.join("windows"));
    users_in(windows.as_deref(), path, own)
}

fn users_in(windows: Option<&Path>, path: &Path, own: Option<&OwnWindow>) -> Vec<InUse> {
    let Ok(path) = path.canonicalize() else { return Vec::new() };
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { return Vec::new() };
    let begins = beginning(&name.to_string_lossy());
    let entries = std::fs::read_dir(folder).into_iter().flatten().take(MOST).flatten();
    let marks = entries.filter(|entry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let rest = name.strip_prefix(&begins).and_then(|rest| rest.strip_prefix('.'));
        // A file whose name begins with that of this one has its own.
        rest.and_then(|rest| rest.strip_suffix(END)).is_some_and(|rest| !rest.contains('.'))
    });
    let mut users: Vec<InUse> = marks
        .filter_map(|entry| {
            let found = entry.metadata().ok()?;
            // A pipe of that name would be waited for.
            if !found.is_file() || found.len() > NOTE_MAX {
                return None;
            }
            let user: InUse = serde_json::from_slice(&std::fs::read(entry.path()).ok()?).ok()?;
            let windows = windows.filter(|windows| user.is_among(windows));
            if own.is_some_and(|own| windows.is_some() && own.name == user.window) {
                return None;
            }
            if let Some(windows) = windows {
                let there = is_there(windows, &user.window);
                if !there {
                    drop(std::fs::remove_file(entry.path()));
                }
                return there.then_some(user);
            }
            let age = found.modified().ok()?.elapsed().unwrap_or_default();
            (age < STALE).then_some(user)
        })
        .collect();
    users.sort_by(|a, b| (&a.since, &a.window).cmp(&(&b.since, &b.window)));
    users
}

/// What ends the names of such files.
const END: &str = ".open";

/// What they begin with: hidden, and near the file's own name.
fn beginning(name: &str) -> String {
    // Leaves room for the rest of the name within what file systems allow.
    let short: String = name.chars().take(40).collect();
    match short == name {
        true => format!(".~{name}"),
        false => format!(".~{short}-{:08x}", hash(name.as_bytes()) >> 32),
    }
}

fn mark(path: &Path, user: &InUse) -> Option<PathBuf> {
    let plain = |c: char| if c.is_alphanumeric() { c } else { '-' };
    let [machine, window] = [&user.machine, &user.window]
        .map(|name| name.chars().take(40).map(plain).collect::<String>());
    let begins = beginning(&path.file_name()?.to_string_lossy());
    Some(path.with_file_name(format!("{begins}.{machine}-{window}{END}")))
}

fn machine() -> String {
    gethostname::gethostname().to_string_lossy().into_owned()
}

/// Where the program keeps its own things, as [`InUse::home`] says it.
fn home(windows: &Path) -> String {
    format!("{:016x}", hash(windows.as_os_str().as_encoded_bytes()))
}

/// Whose account it is.
pub(super) fn who() -> String {
    let name = |variable| std::env::var(variable).ok().filter(|name| !name.is_empty());
    name("USER").or_else(|| name("USERNAME")).unwrap_or_default()
}

fn front(folder: &Path, window: &str) -> PathBuf {
    folder.join(format!("{window}.front"))
}

/// Is the window of this name there?
fn is_there(folder: &Path, window: &str) -> bool {
    let is_name = window.chars().all(|c| c.is_ascii_digit() || c == '-');
    let path = folder.join(window);
    if !is_name || window.is_empty() || !path.exists() {
        return false;
    }
    match hold(&path) {
        Lock::Ours(lock) => {
            drop(lock);
            drop(std::fs::remove_file(path));
            false
        }
        Lock::Others => true,
        Lock::Unknown => false,
    }
}

/// Takes away what windows have left behind that were ended.
fn tidy(folder: &Path) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().take(MOST).flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if !is_there(folder, name.trim_end_matches(".front")) {
            drop(std::fs::remove_file(entry.path()));
        }
    }
}

/// Who holds a lock.
enum Lock {
    Ours(File),
    Others,
    /// It cannot be told: some disks know no locks.
    Unknown,
}

fn hold(path: &Path) -> Lock {
    let file = OpenOptions::new().write(true).create(true).truncate(false).open(path);
    match file.map(|file| (file.try_lock(), file)) {
        Ok((Ok(()), file)) => Lock::Ours(file),
        Ok((Err(TryLockError::WouldBlock), _)) => Lock::Others,
        Ok((Err(TryLockError::Error(_)), _)) | Err(_) => Lock::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder with a map in it, and one of windows.
    fn folders() -> (tempfile::TempDir, PathBuf, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let (map, windows) = (folder.path().join("map.kundresa"), folder.path().join("windows"));
        std::fs::write(&map, "{}").unwrap();
        (folder, map, windows)
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_window_says_that_it_has_a_file_open_until_it_has_not() {
        let (folder, map, windows) = folders();
        let (one, two) =
            (OwnWindow::open_in(&windows).unwrap(), OwnWindow::open_in(&windows).unwrap());
        assert_ne!(one.name(), two.name());
        let mark = InUseMark::put(&map, &one).unwrap();
        let users = |own| users_in(Some(&windows), &map, own);
        assert_eq!(users(Some(&one)), [], "not told to itself");
        let told = users(Some(&two));
        assert_eq!(told.len(), 1);
        assert_eq!((&*told[0].window, &told[0].machine), (one.name(), &machine()));
        let second = InUseMark::put(&map, &two).unwrap();
        assert_eq!((users(Some(&one)).len(), users(None).len()), (1, 2));
        // A map of nearly the same name is another.
        let other = folder.path().join("map.kundresa.kundresa");
        std::fs::write(&other, "{}").unwrap();
        assert_eq!(users_in(Some(&windows), &other, None), []);
        drop((mark, second));
        assert_eq!(users(None), []);
        assert_eq!(names(folder.path()), ["map.kundresa", "map.kundresa.kundresa", "windows"]);
        drop((one, two));
        assert_eq!(names(&windows), [""; 0]);
    }

    #[test]
    fn what_a_window_has_left_behind_is_known_and_taken_away() {
        let (folder, map, windows) = folders();
        let user = |machine: &str, window: &str| InUse {
            who: who(),
            machine: machine.into(),
            since: "2026-11-30T12:00:00Z".into(),
            window: window.into(),
            home: home(&windows),
        };
        let put = |user: &InUse| {
            let at = mark(&map, user).unwrap();
            std::fs::write(&at, serde_json::to_vec(user).unwrap()).unwrap();
            at
        };
        std::fs::create_dir_all(&windows).unwrap();
        // One that was ended has left its own file, but not its lock.
        std::fs::write(windows.join("77-0"), "").unwrap();
        let (here, away) = (put(&user(&machine(), "77-0")), put(&user("another", "3-0")));
        let strange = put(&user(&machine(), "../../map.kundresa"));
        assert_eq!(users_in(Some(&windows), &map, None), [user("another", "3-0")]);
        assert!(!here.exists() && !strange.exists() && away.exists() && map.exists());
        // Another account on this machine keeps its windows elsewhere.
        let other = InUse { who: "ellen".into(), ..user(&machine(), "77-0") };
        let kept = put(&other);
        assert!(users_in(Some(&windows), &map, None).contains(&other) && kept.exists());
        std::fs::remove_file(kept).unwrap();
        // So does a window of the same account that keeps its things in another folder.
        let other = InUse { home: "elsewhere".into(), ..user(&machine(), "78-0") };
        let kept = put(&other);
        assert!(users_in(Some(&windows), &map, None).contains(&other) && kept.exists());
        std::fs::remove_file(kept).unwrap();
        // Nobody has confirmed it for long.
        let old = SystemTime::now() - STALE - Duration::from_secs(5);
        OpenOptions::new().append(true).open(&away).unwrap().set_modified(old).unwrap();
        assert_eq!(users_in(Some(&windows), &map, None), []);
        // What others may have put there is no user and no harm.
        std::fs::write(folder.path().join(".~map.kundresa.x.open"), "[1, 2").unwrap();
        std::fs::write(folder.path().join(".~map.kundresa.y.open"), vec![b' '; 5000]).unwrap();
        assert_eq!(users_in(Some(&windows), &map, None), []);
    }

    #[test]
    fn a_window_that_is_there_comes_to_the_front_and_one_that_is_gone_does_not() {
        let (_folder, map, windows) = folders();
        let window = OwnWindow::open_in(&windows).unwrap();
        let _mark = InUseMark::put(&map, &window).unwrap();
        let user = users_in(Some(&windows), &map, None).remove(0);
        assert!(!window.is_wanted());
        let asked = {
            let (windows, user) = (windows.clone(), user.clone());
            std::thread::spawn(move || bring_to_front_in(&windows, &user))
        };
        while !window.is_wanted() && !asked.is_finished() {
            std::thread::yield_now();
        }
        assert!(asked.join().unwrap());
        assert!(!window.is_wanted(), "once");
        assert!(!bring_to_front_in(&windows, &InUse { machine: "another".into(), ..user.clone() }));
        drop(window);
        assert!(!bring_to_front_in(&windows, &user));
    }

    #[test]
    fn long_names_and_strange_machines_have_a_mark_too() {
        let (_folder, map, _) = folders();
        let long = map.with_file_name(format!("{}.kundresa", "å".repeat(118)));
        let user = InUse { machine: "a/b:c".repeat(40), window: "1-0".into(), ..InUse::default() };
        let name = mark(&long, &user).unwrap().file_name().unwrap().to_string_lossy().into_owned();
        assert!(name.len() < 255, "{}", name.len());
        assert!(!name.contains(['/', ':']), "{name}");
    }
}
