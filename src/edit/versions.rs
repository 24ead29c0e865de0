//! Named versions come, are called something else, and go.

use super::EditError;
use super::structure::put_item;
use crate::model::{Id, Project, VERSIONS_BYTES_MAX, VERSIONS_MAX, Version};
use std::io;
use std::sync::Arc;

/// [`Change::AddVersion`](super::Change::AddVersion).
pub(super) fn add(project: &mut Project, new: &Version) -> Result<(), EditError> {
    let version = Version { project: Arc::new(project.as_version()), ..new.clone() };
    let others = project.versions.iter().filter(|one| one.id != version.id);
    let (mut count, mut bytes) = (1, written(&version));
    for other in others {
        count += 1;
        bytes += written(other);
    }
    if count > VERSIONS_MAX || bytes > VERSIONS_BYTES_MAX {
        return Err(EditError::TooManyVersions);
    }
    put_item(&mut project.versions, version, |one| &one.id);
    Ok(())
}

/// [`Change::PutVersions`](super::Change::PutVersions).
pub(super) fn put(project: &mut Project, puts: &[Version]) -> Result<(), EditError> {
    for put in puts {
        let (_, old) = find(project, &put.id)?;
        let new = Version { project: Arc::clone(&old.project), ..put.clone() };
        put_item(&mut project.versions, new, |one| &one.id);
    }
    Ok(())
}

/// [`Change::RemoveVersions`](super::Change::RemoveVersions).
pub(super) fn remove(project: &mut Project, gone: &[Id]) -> Result<(), EditError> {
    for id in gone {
        let (at, _) = find(project, id)?;
        project.versions.remove(at);
    }
    Ok(())
}

fn find<'a>(project: &'a Project, id: &Id) -> Result<(usize, &'a Version), EditError> {
    project.version(id).ok_or_else(|| EditError::NoSuchVersion(id.clone()))
}

/// How many bytes of the file it takes, without the spaces before its lines.
fn written(version: &Version) -> usize {
    struct Counter(usize);
    impl io::Write for Counter {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0 += bytes.len();
            Ok(bytes.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let mut counter = Counter(0);
    // What cannot be written takes no room.
    drop(serde_json::to_writer(&mut counter, version));
    counter.0
}

#[cfg(test)]
mod tests {
    use super::super::notation::{id, parse};
    use super::super::{Change, Edit, Editor, apply};
    use super::*;
    use crate::model::{IdSource, Image, List};

    fn edit(change: Change) -> Edit {
        Edit { journey: id("map"), change }
    }

    fn named(name: &str) -> Version {
        Version { id: id(name), name: name.into(), note: "why".into(), ..Version::default() }
    }

    #[test]
    fn versions_come_are_renamed_and_go_each_as_one_step() {
        let (mut project, _) = parse("A: a\nL: x");
        project.images = List::from_iter([Image { id: id("i"), ..Image::default() }]);
        let was = project.as_version();
        assert!(was.images.is_empty());
        let mut editor = Editor::new(project, IdSource::seeded(1));
        let make = |editor: &mut Editor, change| editor.edit(edit(change)).unwrap();
        make(&mut editor, Change::AddVersion(Box::new(named("one"))));
        make(&mut editor, Change::PutTitle("Later".into()));
        make(&mut editor, Change::AddVersion(Box::new(named("two"))));
        let names = |editor: &Editor| {
            let all = editor.project().versions.iter().map(|one| one.name.clone());
            all.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(names(&editor), "one two");
        let (_, one) = editor.project().version(&id("one")).unwrap();
        assert_eq!(*one.project, was);
        let (_, two) = editor.project().version(&id("two")).unwrap();
        assert_eq!((two.project.title.as_str(), two.project.versions.len()), ("Later", 0));
        // What a version was does not change with its name.
        let other = Version { id: id("one"), ..named("Before the board") };
        make(&mut editor, Change::PutVersions(vec![other]));
        assert_eq!(names(&editor), "Before the board two");
        let (_, one) = editor.project().version(&id("one")).unwrap();
        assert_eq!(*one.project, was);
        make(&mut editor, Change::RemoveVersions(vec![id("one"), id("two")]));
        assert_eq!(names(&editor), "");
        for (undone, label) in
            [("Before the board two", "RemoveVersions(2)"), ("one two", "ChangeVersion")]
        {
            assert_eq!(format!("{:?}", editor.undo_label().unwrap()), label);
            editor.undo();
            assert_eq!(names(&editor), undone);
        }
    }

    #[test]
    fn there_is_an_end_to_them_and_what_is_not_there_is_an_error() {
        let (mut project, _) = parse("A: a\nL: x");
        for number in 0..VERSIONS_MAX {
            let add = Change::AddVersion(Box::new(named(&number.to_string())));
            project = apply(&project, &edit(add)).unwrap();
        }
        let fails = |change| apply(&project, &edit(change)).unwrap_err();
        let more = Change::AddVersion(Box::new(named("more")));
        assert_eq!(fails(more), EditError::TooManyVersions);
        // The one of the same id is replaced: they are no more than before.
        let again = Change::AddVersion(Box::new(named("7")));
        assert_eq!(apply(&project, &edit(again)).unwrap().versions.len(), VERSIONS_MAX);
        let gone = || EditError::NoSuchVersion(id("gone"));
        assert_eq!(fails(Change::RemoveVersions(vec![id("gone")])), gone());
        assert_eq!(fails(Change::PutVersions(vec![named("gone")])), gone());
    }

    #[test]
    fn they_take_no_more_room_than_is_allowed() {
        let (mut project, _) = parse("A: a\nL: x");
        project.about = "x".repeat(VERSIONS_BYTES_MAX / 2 - 2_000);
        let add = |project: &Project, name| {
            apply(project, &edit(Change::AddVersion(Box::new(named(name)))))
        };
        let two = add(&add(&project, "one").unwrap(), "two").unwrap();
        assert_eq!(add(&two, "three").unwrap_err(), EditError::TooManyVersions);
    }
}
