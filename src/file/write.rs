//! From a project to the bytes of a file, and from bytes to a file that is never half written.

use super::error::{FileError, Why};
use super::images::without_unused;
use super::left_over::clear_left_over;
use super::pretty::pretty;
use super::read::{BESIDE, FORMAT, OWN, VERSION, read};
use super::stamp::{Stamp, hash};
use crate::model::{Extra, Project};
use atomic_write_file::AtomicWriteFile;
use serde::Serialize;
use serde_json::Value;
use std::ffi::OsString;
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A file of ours. What stood beside the project is written after it.
#[derive(Serialize)]
struct Whole<'a> {
    format: &'a str,
    version: u64,
    project: &'a Project,
    #[serde(flatten)]
    beside: Extra,
}

/// A project as it is once it has been saved and opened again: sound, and none that could not be.
///
/// # Errors
/// Its file could not be opened: it holds more than one may.
pub fn as_opened(project: &Project) -> Result<Project, FileError> {
    read(&to_json(project)).map(|loaded| loaded.project)
}

/// The bytes of a project's file: JSON, two spaces for each level, in the order of the model, so
/// that a small change is a small difference. Saved, opened and saved again it is the same.
/// Pictures that nothing shows are left out.
pub fn to_json(project: &Project) -> Vec<u8> {
    let used = without_unused(project);
    let project = used.as_ref().unwrap_or(project);
    let Some(Value::Object(beside)) = project.extra.get(BESIDE) else {
        return pretty(&Whole { format: FORMAT, version: VERSION, project, beside: Extra::new() });
    };
    let mut beside = beside.clone();
    // The project's own keys stand once.
    for key in OWN {
        beside.shift_remove(key);
    }
    let mut project = project.clone();
    project.extra.shift_remove(BESIDE);
    pretty(&Whole { format: FORMAT, version: VERSION, project: &project, beside })
}

/// Saves a project. The file is replaced in one go: whatever happens, it holds either all of the
/// old or all of the new. With `keep_original` the file that was there is copied beside itself
/// first (`NAME.original`, or `NAME.original-2` and so on: none of them is ever overwritten).
pub fn save(path: &Path, project: &Project, keep_original: bool) -> Result<Stamp, FileError> {
    let bytes = to_json(project);
    if bytes.is_empty() {
        let error = io::Error::other("the project cannot be written as JSON");
        return Err(FileError::of_system(&error, path, true));
    }
    // What is no file, as a pipe, is refused below.
    if keep_original && path.is_file() {
        copy_original(path).map_err(|error| FileError::of_system(&error, path, true))?;
    }
    write(path, &bytes)?;
    clear_left_over(&path.canonicalize().unwrap_or_else(|_| path.to_owned()));
    let about = std::fs::metadata(path).ok();
    Ok(about.map_or_else(|| Stamp::of(&bytes), |about| Stamp::of_file(&about, &bytes)))
}

/// Replaces a file by these bytes in one go, or makes it. A link stays a link; permissions stay.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let fails = |error: io::Error| FileError::of_system(&error, path, true);
    write_with(path, |file| file.write_all(bytes).map_err(fails))
}

/// Replaces a file in one go by what `fill` writes, or makes it. Where `fill` fails, nothing on disk
/// is changed. A link stays a link; permissions and extended attributes stay.
pub fn write_with<T, E: From<FileError>>(
    path: &Path,
    fill: impl FnOnce(&mut dyn Write) -> Result<T, E>,
) -> Result<T, E> {
    let system = |error: io::Error| FileError::of_system(&error, path, true);
    let fails = |why| FileError { saving: true, ..FileError::new(why).at(path) };
    let target = match std::fs::metadata(path) {
        Ok(about) if about.is_dir() => return Err(fails(Why::IsFolder).into()),
        Ok(about) if !about.is_file() => return Err(fails(Why::NotAFile).into()),
        // Replacing needs no right to the file itself, but its owner meant something by this.
        Ok(about) if about.permissions().readonly() => return Err(fails(Why::ReadOnly).into()),
        Ok(_) => may_write(path).and_then(|()| path.canonicalize()),
        Err(_) => Ok(end_of_links(path)),
    };
    let target = target.map_err(system)?;
    let aside = beside_a_long_name(&target);
    let mut file = AtomicWriteFile::open(aside.as_ref().unwrap_or(&target)).map_err(system)?;
    // Dropped before it is committed it leaves nothing.
    let filled = fill(&mut file)?;
    keep_attributes(&target, &file);
    file.commit().map_err(system)?;
    if let Some(aside) = aside {
        let moved = take_rights(&target, &aside).and_then(|()| std::fs::rename(&aside, &target));
        let moved = moved.and_then(|()| sync_folder(&target));
        moved.map_err(|error| {
            drop(std::fs::remove_file(&aside));
            system(error)
        })?;
    }
    Ok(filled)
}

/// Is it ours to write to? A folder that we may write to would let us replace it, and it would be
/// another's no more.
fn may_write(path: &Path) -> io::Result<()> {
    OpenOptions::new().write(true).open(path).map(drop)
}

/// What a link leads to that leads to nothing yet: that is made, and the link stays.
fn end_of_links(path: &Path) -> PathBuf {
    /// As many as Linux follows.
    const LINKS_MAX: usize = 40;
    let mut end = path.to_owned();
    for _ in 0..LINKS_MAX {
        let Ok(next) = std::fs::read_link(&end) else { return end };
        // One that is relative is so from where the link is.
        end = end.parent().map_or_else(|| next.clone(), |folder| folder.join(&next));
    }
    end
}

/// File systems hold names of 255 bytes, and what is written beside a file has some more.
const NAME_MAX: usize = 240;

/// Where a file is written first whose name is too long to have anything added to it.
fn beside_a_long_name(target: &Path) -> Option<PathBuf> {
    let name = target.file_name().filter(|name| name.len() > NAME_MAX)?;
    let short = format!(".{:016x}.kundresa", hash(name.as_encoded_bytes()));
    Some(target.with_file_name(short))
}

/// What has come to another name is there after a power cut too.
#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    // A name alone is in the folder that one works in.
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_path: &Path) -> io::Result<()> {
    Ok(())
}

/// Gives `to` the rights that `from` has, where that is there.
fn take_rights(from: &Path, to: &Path) -> io::Result<()> {
    match std::fs::metadata(from) {
        Ok(about) => std::fs::set_permissions(to, about.permissions()),
        Err(_) => Ok(()),
    }
}

/// Extended attributes go with the file, and with them its access list, where the system lets us.
#[cfg(unix)]
fn keep_attributes(from: &Path, to: &AtomicWriteFile) {
    use xattr::FileExt as _;
    for name in xattr::list(from).into_iter().flatten() {
        if let Ok(Some(value)) = xattr::get(from, &name) {
            // One that is the system's own is not ours to set.
            drop(to.as_file().set_xattr(&name, &value));
        }
    }
}

#[cfg(not(unix))]
fn keep_attributes(_from: &Path, _to: &AtomicWriteFile) {}

/// Copies a file to `NAME.original` beside it, numbered where there is one. Of a name that is too long
/// to have anything added to it the beginning stays.
fn copy_original(path: &Path) -> io::Result<PathBuf> {
    let path = path.canonicalize()?;
    let long = path.file_name().is_some_and(|name| name.len() > NAME_MAX);
    let short = path.file_name().filter(|_| long).map(|name| {
        let mut name = name.to_string_lossy().into_owned();
        name.truncate(name.floor_char_boundary(NAME_MAX));
        path.with_file_name(name)
    });
    let begins = short.as_ref().unwrap_or(&path);
    for number in 1..10_000 {
        let mut name = OsString::from(begins.as_os_str());
        name.push(".original");
        if number > 1 {
            name.push(format!("-{number}"));
        }
        let copy = PathBuf::from(name);
        match OpenOptions::new().write(true).create_new(true).open(&copy) {
            Ok(mut file) => {
                let copied = copy_into(&path, &mut file);
                if copied.is_err() {
                    // Half a copy is none.
                    drop(std::fs::remove_file(&copy));
                }
                return copied.map(|()| copy);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

fn copy_into(path: &Path, file: &mut File) -> io::Result<()> {
    io::copy(&mut File::open(path)?, file)?;
    file.sync_all()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};

    fn read(path: &Path) -> String {
        std::fs::read_to_string(path).unwrap_or_default()
    }

    #[test]
    fn a_name_may_be_as_long_as_the_disk_allows() {
        let folder = tempfile::tempdir().unwrap();
        for long in [239, 240, 241, 248, 255] {
            let path = folder.path().join(format!("{:-<1$}.kundresa", "å", long - 10));
            assert_eq!(path.file_name().unwrap().len(), long);
            write(&path, b"one").unwrap();
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
            write(&path, b"two").unwrap();
            assert_eq!(read(&path), "two");
            assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o640, "{long}");
        }
        let count = || std::fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(count(), 5, "nothing is left beside");
        // One that was mended keeps its original, twice.
        let long = folder.path().join(format!("{:-<1$}.kundresa", "å", 245));
        for (text, files) in [("mended", 6), ("again", 7)] {
            write(&long, text.as_bytes()).unwrap();
            save(&long, &Project::default(), true).unwrap();
            assert_eq!(count(), files);
            let entries = std::fs::read_dir(folder.path()).unwrap();
            assert!(entries.flatten().any(|entry| read(&entry.path()) == text));
        }
    }

    #[test]
    fn a_folder_is_synced_by_whatever_name() {
        let folder = tempfile::tempdir().unwrap();
        for path in [Path::new("map.kundresa"), &folder.path().join("map.kundresa")] {
            sync_folder(path).unwrap();
        }
        assert!(sync_folder(&folder.path().join("none/map.kundresa")).is_err());
    }

    #[test]
    fn a_link_to_what_is_not_there_stays_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        std::fs::create_dir(folder.join("maps")).unwrap();
        let (first, second) = (folder.join("first"), folder.join("second"));
        symlink("second", &first).unwrap();
        symlink("maps/map.kundresa", &second).unwrap();
        write(&first, b"new").unwrap();
        assert_eq!(read(&folder.join("maps/map.kundresa")), "new");
        for link in [&first, &second] {
            assert!(link.symlink_metadata().unwrap().is_symlink());
        }
        // In a circle they lead nowhere.
        let circle = folder.join("circle");
        symlink("circle", &circle).unwrap();
        assert!(write(&circle, b"x").is_err() || !circle.symlink_metadata().unwrap().is_symlink());
    }

    #[test]
    fn attributes_and_rights_stay_with_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("map.kundresa");
        write(&path, b"one").unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o604)).unwrap();
        // Some disks have none.
        let has = xattr::set(&path, "user.project", "Bäckström".as_bytes()).is_ok();
        let owner = path.metadata().unwrap().uid();
        write(&path, b"two").unwrap();
        let about = path.metadata().unwrap();
        assert_eq!((about.permissions().mode() & 0o777, about.uid()), (0o604, owner));
        if has {
            let kept = xattr::get(&path, "user.project").unwrap().unwrap();
            assert_eq!(kept, "Bäckström".as_bytes());
        }
    }
}
