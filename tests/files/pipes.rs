//! A pipe where a file is expected: nobody may ever write to it, so nothing may wait for it.

use kundresa::file::history::{self, Store};
use kundresa::file::recovery;
use kundresa::file::{self, Settings, Stamp, Why, folder, users};
use std::path::Path;
use std::process::Command;
use std::sync::mpsc::channel;
use std::time::Duration;

/// Makes a pipe; it is not open before somebody writes to it.
fn pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

#[test]
fn a_pipe_is_never_waited_for() {
    let (done, ended) = channel();
    std::thread::spawn(move || {
        let made = tempfile::tempdir().unwrap();
        let at = |name: &str| made.path().join(name);
        let (map, other) = (at("map.kundresa"), at("pipe.kundresa"));
        file::save(&map, &super::project_of(1), false).unwrap();
        for name in ["pipe.kundresa", ".~map.kundresa.desk-1-0.open", "settings.json"] {
            pipe(&at(name));
        }
        // As what is opened, saved to and looked at.
        assert_eq!(file::load(&other).unwrap_err().why, Why::NotAFile);
        let saved = file::save(&other, &super::project_of(1), true);
        assert_eq!(saved.unwrap_err().why, Why::NotAFile);
        assert!(!folder::is_same(&other, &map) && !folder::is_same(&map, &other));
        assert!(folder::is_same(&map, &map) && folder::is_same(made.path(), made.path()));
        assert!(!file::changed_since(&other, &Stamp::of(&[])));
        let store = Store::at(&at("history"));
        assert_eq!(history::list(&store, &other).unwrap(), []);
        // As what stands beside a map, and among what is the program's own.
        assert_eq!(users(&map, None), []);
        assert_eq!(Settings::load_from(made.path()), Settings::default());
        let kept = recovery::list(made.path());
        assert_eq!(kept.len(), 2);
        assert!(kept.iter().all(|kept| kept.from.is_none()));
        done.send(()).unwrap();
    });
    assert!(ended.recv_timeout(Duration::from_secs(60)).is_ok(), "it waits, or has failed");
}
