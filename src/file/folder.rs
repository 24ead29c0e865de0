//! What is in a folder, for the window's own choice of a file.

use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// More entries than these nobody looks through.
const MOST: usize = 5_000;

/// A folder or a file in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name without the folder.
    pub name: String,
    /// All of its path.
    pub path: PathBuf,
    /// It is a folder.
    pub folder: bool,
}

/// The folders in `folder`, then its files that end in one of `extensions`, each by name; hidden ones are
/// left out.
pub fn entries(folder: &Path, extensions: &[&str]) -> io::Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for entry in std::fs::read_dir(folder)?.take(MOST) {
        let Ok(entry) = entry else { continue };
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        let folder = path.is_dir();
        let end = path.extension().unwrap_or_default();
        let ours = extensions.iter().any(|one| end.eq_ignore_ascii_case(one));
        if !name.starts_with('.') && (folder || ours) {
            entries.push(Entry { name, path, folder });
        }
    }
    entries.sort_by_cached_key(|entry| (!entry.folder, entry.name.to_lowercase()));
    Ok(entries)
}

/// Is it a folder?
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Is there a file or a folder?
pub fn exists(path: &Path) -> bool {
    path.exists()
}

/// Are these two names of one file: through links, hard or soft, or spelled in another way? False
/// where one of them is not there.
pub fn is_same(one: &Path, other: &Path) -> bool {
    // To be compared they are opened, and a pipe is not open before somebody writes to it.
    let opens = |path: &Path| path.metadata().is_ok_and(|it| it.is_file() || it.is_dir());
    opens(one) && opens(other) && same_file::is_same_file(one, other).unwrap_or(false)
}

/// When the file was last written, and how many bytes it has.
pub fn written(path: &Path) -> Option<(SystemTime, u64)> {
    let found = std::fs::metadata(path).ok()?;
    Some((found.modified().ok()?, found.len()))
}

/// Where to begin when nothing is known: the user's documents, else their home, else here.
pub fn home() -> PathBuf {
    let dirs = directories::UserDirs::new();
    let documents = dirs.as_ref().and_then(|dirs| dirs.document_dir()).map(Path::to_path_buf);
    let home = dirs.as_ref().map(|dirs| dirs.home_dir().to_path_buf());
    let found = documents.filter(|path| path.is_dir()).or(home);
    found.or_else(|| std::env::current_dir().ok()).unwrap_or_else(|| PathBuf::from("."))
}
