//! From a project to the bytes of a file, and from bytes to a file that is never half written.

use super::error::{FileError, Why};
use super::images::without_unused;
use super::read::{BESIDE, FORMAT, VERSION};
use super::stamp::Stamp;
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
    for key in ["format", "version", "project"] {
        beside.shift_remove(key);
    }
    let mut project = project.clone();
    project.extra.shift_remove(BESIDE);
    pretty(&Whole { format: FORMAT, version: VERSION, project: &project, beside })
}

/// JSON with two spaces for each level and a line break at the end; empty if it cannot be written,
/// which plain data with texts for keys always can.
pub(super) fn pretty(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).unwrap_or_default();
    if !bytes.is_empty() {
        bytes.push(b'\n');
    }
    bytes
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
    if keep_original && path.exists() {
        copy_original(path).map_err(|error| FileError::of_system(&error, path, true))?;
    }
    write(path, &bytes)?;
    let modified = std::fs::metadata(path).and_then(|about| about.modified()).ok();
    Ok(Stamp { modified, ..Stamp::of(&bytes) })
}

/// Replaces a file by these bytes in one go, or makes it. A link stays a link; permissions stay.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let fails = |error: io::Error| FileError::of_system(&error, path, true);
    write_with(path, |file| file.write_all(bytes).map_err(fails))
}

/// Replaces a file in one go by what `fill` writes, or makes it. Where `fill` fails, nothing on disk
/// is changed. A link stays a link; permissions stay.
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
        Ok(_) => path.canonicalize(),
        Err(_) => Ok(path.to_owned()),
    };
    let target = target.map_err(system)?;
    let mut file = AtomicWriteFile::open(target).map_err(system)?;
    // Dropped before it is committed it leaves nothing.
    let filled = fill(&mut file)?;
    file.commit().map_err(system)?;
    Ok(filled)
}

/// Copies a file to `NAME.original` beside it, numbered where there is one.
fn copy_original(path: &Path) -> io::Result<PathBuf> {
    let path = path.canonicalize()?;
    for number in 1..10_000 {
        let mut name = OsString::from(path.as_os_str());
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
