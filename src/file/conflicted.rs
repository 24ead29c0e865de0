//! Which copies has a folder that is kept in step put beside a file, because two people changed it?
//!
//! They are told by their names, as the services that make them say: Dropbox and Nextcloud write
//! `map (Ellen's conflicted copy 2026-11-30).kundresa`, ownCloud `map_conflict-20261130-120000.kundresa`,
//! Syncthing `map.sync-conflict-20261130-120000-ABCDEFG.kundresa`, OneDrive `map-LAPTOP.kundresa`.

use super::folder;
use crate::model::Project;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// More files in a folder than these nobody looks through.
const MOST: usize = 20_000;
/// Between a word for a conflict in brackets and the file's name.
const IN_BRACKETS: [&str; 4] = ["conflict", "konflikt", "motstridig", "krock"];

/// The files beside `path` whose names say that they are copies of it that came into conflict, by
/// name. Whether they hold the same map only reading tells: see [`is_copy_of`].
pub fn conflicted_copies(path: &Path) -> Vec<PathBuf> {
    let (Some(beside), Some(stem)) = (path.parent(), path.file_stem()) else { return Vec::new() };
    let (stem, end) = (stem.to_string_lossy(), path.extension().unwrap_or_default());
    let entries = std::fs::read_dir(beside).into_iter().flatten().take(MOST).flatten();
    let mut copies: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|other| other.extension().is_some_and(|other| other.eq_ignore_ascii_case(end)))
        .filter(|other| {
            let name = other.file_stem().map(|name| name.to_string_lossy());
            name.is_some_and(|name| is_conflicted(&name, &stem)) && !folder::is_same(other, path)
        })
        .collect();
    copies.sort();
    copies
}

/// Does the name of a file without its end say that it is a copy of that of the name `stem`?
fn is_conflicted(name: &str, stem: &str) -> bool {
    let Some(rest) = name.strip_prefix(stem) else { return false };
    let said = rest.to_lowercase();
    let in_brackets = said.trim().strip_prefix('(').and_then(|said| said.strip_suffix(')'));
    in_brackets.is_some_and(|said| IN_BRACKETS.iter().any(|word| said.contains(word)))
        || said.starts_with(".sync-conflict-")
        || said.starts_with("_conflict-")
        || rest.strip_prefix('-').is_some_and(is_machine)
}

/// Does a machine have such a name? Those of Windows are written in capitals, up to 15 signs.
fn is_machine(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-';
    let letters = name.chars().filter(char::is_ascii_uppercase).count();
    letters >= 3 && name.len() <= 15 && name.chars().all(plain)
}

/// Are both of one map: do they share a journey or a phase by its id, and is one another than the
/// other?
pub fn is_copy_of(copy: &Project, project: &Project) -> bool {
    let ids = |project: &Project| -> HashSet<_> {
        let journeys = project.journeys.iter();
        let all = journeys.flat_map(|journey| {
            let phases = journey.phases.iter().map(|phase| phase.id.clone());
            phases.chain([journey.id.clone()])
        });
        all.collect()
    };
    copy != project && !ids(copy).is_disjoint(&ids(project))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Id, Journey};
    use std::sync::Arc;

    #[test]
    fn copies_in_conflict_are_told_by_their_names() {
        let rows = [
            ("karta (conflicted copy 2026-11-30)", true),
            ("karta (Ellens dators motstridiga kopia 2026-11-30)", true),
            ("karta (Ellen's conflicted copy 2026-11-30 141200)", true),
            ("karta.sync-conflict-20261130-120000-ABCDEFG", true),
            ("karta_conflict-20261130-120000", true),
            ("karta-ELLENS-LAPTOP", true),
            ("karta-DESKTOP-7Q3", true),
            // What people call their own files.
            ("karta", false),
            ("karta (1)", false),
            ("karta-V2", false),
            ("karta-klar", false),
            ("karta-2026", false),
            ("karta konflikthantering", false),
            ("kartan (conflicted copy)", false),
            ("en karta (conflicted copy)", false),
        ];
        for (name, expected) in rows {
            assert_eq!(is_conflicted(name, "karta"), expected, "{name}");
        }
    }

    #[test]
    fn copies_are_looked_for_beside_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let names = [
            "a.kundresa",
            "a (conflicted copy).kundresa",
            "a-LAPTOP.kundresa",
            "a (conflicted copy).pdf",
            "b (conflicted copy).kundresa",
        ];
        for name in names {
            std::fs::write(at(name), "").unwrap();
        }
        let copies = [at("a (conflicted copy).kundresa"), at("a-LAPTOP.kundresa")];
        assert_eq!(conflicted_copies(&at("a.kundresa")), copies);
        assert_eq!(conflicted_copies(&at("gone/a.kundresa")), [""; 0].map(PathBuf::from));
    }

    #[test]
    fn a_copy_is_of_the_same_map_and_another() {
        let project = |id: &str, title: &str| {
            let mut project = Project::default();
            let journey = Journey { id: Id::new(id), title: title.into(), ..Journey::default() };
            project.journeys.push(Arc::new(journey));
            project
        };
        let (map, changed) = (project("a", "Now"), project("a", "Today"));
        let another = project("b", "Now");
        assert!(is_copy_of(&changed, &map));
        assert!(!is_copy_of(&map, &map));
        assert!(!is_copy_of(&another, &map));
    }
}
