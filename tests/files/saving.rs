//! A save is whole or not at all, whatever happens meanwhile.

use super::project_of;
use kundresa::file::recovery::{self, KeptPlace};
use kundresa::file::{self, Stamp, Why};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

#[test]
fn what_is_saved_comes_back_and_outside_changes_are_seen() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("å karta.kundresa");
    let project = project_of(3);
    let stamp = file::save(&path, &project, false).unwrap();
    let loaded = file::load(&path).unwrap();
    assert_eq!(loaded.project, project);
    assert_eq!(loaded.stamp, stamp);
    assert!(loaded.problems.is_empty() && !loaded.mended);
    let bytes = std::fs::read(&path).unwrap();
    file::save(&path, &loaded.project, false).unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
    // Written anew with the same in it: not changed.
    assert!(!file::changed_since(&path, &stamp));
    let other = String::from_utf8(bytes).unwrap().replace("Kort 1", "Kort 9");
    std::fs::write(&path, other).unwrap();
    let elsewhen = Stamp { modified: None, ..stamp };
    assert!(file::changed_since(&path, &elsewhen), "same length, other bytes");
    std::fs::write(&path, "x").unwrap();
    assert!(file::changed_since(&path, &stamp));
    std::fs::remove_file(&path).unwrap();
    assert!(!file::changed_since(&path, &stamp));
}

#[test]
fn the_original_of_a_mended_file_is_kept_and_never_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.kundresa");
    for (text, name) in [("one", "a.kundresa.original"), ("two", "a.kundresa.original-2")] {
        std::fs::write(&path, text).unwrap();
        file::save(&path, &project_of(1), true).unwrap();
        assert_eq!(std::fs::read_to_string(folder.path().join(name)).unwrap(), text);
    }
    assert_eq!(std::fs::read_to_string(folder.path().join("a.kundresa.original")).unwrap(), "one");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 3);
}

#[test]
fn where_saving_is_not_possible_the_old_file_stays_and_the_error_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.kundresa");
    file::save(&path, &project_of(1), false).unwrap();
    let old = std::fs::read(&path).unwrap();
    let project = project_of(2);
    let why = |path: &Path| file::save(path, &project, true).unwrap_err();
    assert_eq!(why(&folder.path().join("no/a.kundresa")).why, Why::NoFolder);
    assert_eq!(why(folder.path()).why, Why::IsFolder);
    let mut rights = std::fs::metadata(&path).unwrap().permissions();
    rights.set_readonly(true);
    std::fs::set_permissions(&path, rights).unwrap();
    assert_eq!(file::save(&path, &project, false).unwrap_err().why, Why::ReadOnly);
    assert_eq!(std::fs::read(&path).unwrap(), old);
    if cfg!(target_os = "linux") {
        // A folder in which nobody, not even root, makes files.
        let error = why(Path::new("/proc/a.kundresa"));
        assert!(error.saving && error.path.is_some(), "{error:?}");
    }
}

#[cfg(unix)]
#[test]
fn links_and_permissions_survive_a_save() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = tempfile::tempdir().unwrap();
    let (path, link) = (folder.path().join("a.kundresa"), folder.path().join("link.kundresa"));
    std::fs::write(&path, "x").unwrap();
    std::fs::set_permissions(&path, PermissionsExt::from_mode(0o640)).unwrap();
    symlink(&path, &link).unwrap();
    let hard = folder.path().join("hard.kundresa");
    std::fs::hard_link(&path, &hard).unwrap();
    file::save(&link, &project_of(1), false).unwrap();
    assert!(link.is_symlink());
    assert_eq!(file::load(&path).unwrap().project, project_of(1));
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    // Writing into the old file would keep it together, and could leave half a map in both.
    assert_eq!(std::fs::read_to_string(&hard).unwrap(), "x");
}

#[cfg(unix)]
#[test]
fn in_a_read_only_folder_the_old_file_stays() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.kundresa");
    file::save(&path, &project_of(1), false).unwrap();
    std::fs::set_permissions(folder.path(), PermissionsExt::from_mode(0o555)).unwrap();
    let may_anything = std::fs::write(folder.path().join("probe"), "").is_ok();
    let saved = file::save(&path, &project_of(2), false);
    std::fs::set_permissions(folder.path(), PermissionsExt::from_mode(0o755)).unwrap();
    // Root may write anywhere; then the save goes through, and is whole.
    let (expected, cards) = if may_anything { (None, 2) } else { (Some(Why::NotAllowed), 1) };
    assert_eq!(saved.err().map(|error| error.why), expected);
    assert_eq!(file::load(&path).unwrap().project, project_of(cards));
}

/// Not a test of its own: saves over and over where the variable says, for those below.
#[test]
fn saves_in_a_loop_for_another_test() {
    let Some(path) = std::env::var_os("KUNDRESA_TEST_SAVE") else { return };
    for round in 0.. {
        let saved = file::save(Path::new(&path), &project_of(500 + round % 500), false);
        if let Err(error) = saved {
            println!("{}", error.why.as_str());
            #[expect(clippy::exit, reason = "this is a process of its own, which is to be killed")]
            std::process::exit(3);
        }
    }
}

/// The command that saves to `path` until it is ended.
fn saver(program: &mut Command, path: &Path) -> std::process::Child {
    let command = program.env("KUNDRESA_TEST_SAVE", path).stdout(Stdio::null());
    command.stderr(Stdio::null()).spawn().unwrap()
}

#[test]
fn a_file_is_whole_when_the_program_is_killed_while_saving() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.kundresa");
    for round in 0..12 {
        let mut program = Command::new(std::env::current_exe().unwrap());
        program.args(["--exact", "saving::saves_in_a_loop_for_another_test", "--nocapture"]);
        let mut child = saver(&mut program, &path);
        let started = Instant::now();
        while !path.exists() && started.elapsed() < Duration::from_secs(20) {
            std::thread::sleep(Duration::from_millis(5));
        }
        std::thread::sleep(Duration::from_millis(7 * round));
        child.kill().unwrap();
        child.wait().unwrap();
        let loaded = file::load(&path).unwrap();
        assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    }
}

/// Not a test of its own: keeps unsaved work over and over where the variable says.
#[test]
fn keeps_in_a_loop_for_another_test() {
    let Some(folder) = std::env::var_os("KUNDRESA_TEST_KEEP") else { return };
    let from = Path::new("/maps/map.kundresa");
    let place = KeptPlace::new(Path::new(&folder), Some(from)).unwrap();
    for round in 0.. {
        place.keep(Some(from), &project_of(500 + round % 500)).unwrap();
    }
}

#[test]
fn what_is_kept_is_whole_when_the_program_is_killed_while_keeping() {
    let folder = tempfile::tempdir().unwrap();
    for round in 0..12 {
        let mut program = Command::new(std::env::current_exe().unwrap());
        program.args(["--exact", "saving::keeps_in_a_loop_for_another_test"]);
        program.env("KUNDRESA_TEST_KEEP", folder.path());
        let mut child = program.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let started = Instant::now();
        // What another process holds is in the folder, but in no list.
        let kept = || {
            let entries = std::fs::read_dir(folder.path()).unwrap().flatten();
            let ours = |path: &Path| path.extension().is_some_and(|end| end == "kundresa");
            entries.filter(|entry| ours(&entry.path())).count()
        };
        while kept() == round && started.elapsed() < Duration::from_secs(20) {
            std::thread::sleep(Duration::from_millis(5));
        }
        std::thread::sleep(Duration::from_millis(7 * round as u64));
        child.kill().unwrap();
        child.wait().unwrap();
        // Each has kept its own, and nobody holds it any more.
        let found = recovery::list(folder.path());
        assert_eq!(found.len(), round + 1);
        for one in &found {
            assert_eq!(one.from.as_deref(), Some(Path::new("/maps/map.kundresa")));
            let loaded = recovery::open(one).unwrap();
            assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_is_whole_when_there_is_no_room_for_the_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.kundresa");
    file::save(&path, &project_of(3), false).unwrap();
    let test = std::env::current_exe().unwrap();
    // At most 8 KiB a file, and an error instead of a signal: as on a full disk.
    let script =
        "trap '' XFSZ; ulimit -f 8; exec \"$0\" --exact saving::saves_in_a_loop_for_another_test";
    let mut child = saver(Command::new("bash").args(["-c", script]).arg(test), &path);
    assert_eq!(child.wait().unwrap().code(), Some(3));
    assert_eq!(file::load(&path).unwrap().project, project_of(3));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left behind");
}
