//! Where the program keeps what is its own: settings, unsaved work, what was copied last.

use super::error::FileError;
use super::read::read_other;
use super::write::write;
use directories::ProjectDirs;
use std::path::{Path, PathBuf};

/// The environment variable that names another folder for all of it.
pub const FOLDER_VARIABLE: &str = "KUNDRESA_CONFIG_DIR";

/// The folder of the settings; none where the system has no place for such.
pub fn config_folder() -> Option<PathBuf> {
    own_folder().or_else(|| Some(system_folders()?.config_dir().to_owned()))
}

/// The folder of what is kept for the user, on this machine alone.
pub fn data_folder() -> Option<PathBuf> {
    let own = own_folder().map(|folder| folder.join("data"));
    own.or_else(|| Some(system_folders()?.data_local_dir().to_owned()))
}

/// The folder of what may be lost without harm.
pub fn cache_folder() -> Option<PathBuf> {
    let own = own_folder().map(|folder| folder.join("cache"));
    own.or_else(|| Some(system_folders()?.cache_dir().to_owned()))
}

#[cfg(test)]
fn own_folder() -> Option<PathBuf> {
    // Each test has a folder of its own, and what the user has stays as it is.
    thread_local!(static FOLDER: Option<tempfile::TempDir> = tempfile::tempdir().ok());
    FOLDER.with(|folder| folder.as_ref().map(|folder| folder.path().to_owned()))
}

#[cfg(not(test))]
fn own_folder() -> Option<PathBuf> {
    std::env::var_os(FOLDER_VARIABLE).filter(|folder| !folder.is_empty()).map(PathBuf::from)
}

fn system_folders() -> Option<ProjectDirs> {
    ProjectDirs::from("", "", "kundresa")
}

/// The folder of the user's own templates; none where the system has no place for such.
pub fn templates_folder() -> Option<PathBuf> {
    Some(config_folder()?.join("templates"))
}

/// Writes a file of the program's own, making its folder where there is none yet.
///
/// # Errors
/// Says why it cannot be written; what was there is as it was.
pub fn write_own(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    if let Some(folder) = path.parent() {
        let system = |error| FileError::of_system(&error, folder, true);
        std::fs::create_dir_all(folder).map_err(system)?;
    }
    write(path, bytes)
}

/// Takes a file of the program's own away; gives back what was in it, so that it can be put back.
///
/// # Errors
/// Says why it cannot be read or taken away; it is still there then.
pub fn take_own(path: &Path) -> Result<Vec<u8>, FileError> {
    let bytes = read_other(path)?;
    std::fs::remove_file(path).map_err(|error| FileError::of_system(&error, path, true))?;
    Ok(bytes)
}

/// Keeps what was copied, with all that plain text cannot hold. Where it cannot be kept, pasting
/// in another window gives the plain text.
pub fn keep_clip(clip: &str) {
    if let Some(folder) = cache_folder() {
        keep_clip_in(&folder, clip);
    }
}

/// What [`keep_clip`] kept last, in this window or another.
pub fn kept_clip() -> Option<String> {
    kept_clip_in(&cache_folder()?)
}

fn keep_clip_in(folder: &Path, clip: &str) {
    drop(write_own(&folder.join("clip.json"), clip.as_bytes()));
}

fn kept_clip_in(folder: &Path) -> Option<String> {
    String::from_utf8(read_other(&folder.join("clip.json")).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clip_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("not there yet");
        assert_eq!(kept_clip_in(&folder), None);
        keep_clip_in(&folder, "åäö");
        assert_eq!(kept_clip_in(&folder).as_deref(), Some("åäö"));
    }
}
