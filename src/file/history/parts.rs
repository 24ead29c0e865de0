//! How are the bytes of a version kept small: packed, and each picture once?
//!
//! Pictures stand in a file as long texts of base 64. Each is cut out and kept by its hash; what is
//! left is the text of the map, which packs well. Put together again it is the same to the byte,
//! and the hash of the whole says whether it is.

use super::super::error::{FileError, Why};
use super::super::own_folder::write_own;
use super::limits::{PICTURE_MIN, SWEPT_AFTER};
use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use serde::{Deserialize, Serialize};
use std::io::{self, Read, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};

/// Something kept by its hash.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Part {
    /// The SHA-256 of it as it is in the file.
    pub hash: String,
    /// How many bytes it is in the file.
    pub size: u64,
    /// How many bytes it takes on disk.
    pub packed: u64,
    /// Of a picture: how many bytes of the text stand before it.
    pub at: u64,
}

impl Part {
    /// How many bytes it takes in a file's folder; 0 where it is not there.
    pub(super) fn on_disk(&self, folder: &Path) -> u64 {
        let path = is_hash(&self.hash).then(|| place(folder, &self.hash));
        path.and_then(|path| path.metadata().ok()).map_or(0, |about| about.len())
    }
}

/// SHA-256 as it is written: 64 small hexadecimal digits.
pub(super) fn sha256(bytes: &[u8]) -> String {
    hmac_sha256::Hash::hash(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Is it a hash? What a damaged record names must not lead out of the folder.
fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|one| one.is_ascii_digit() || (b'a'..=b'f').contains(&one))
}

fn place(folder: &Path, hash: &str) -> PathBuf {
    folder.join("parts").join(hash)
}

/// Keeps `bytes` in a file's folder: gives back the text and the pictures cut out of it.
pub(super) fn put_whole(folder: &Path, bytes: &[u8]) -> Result<(Part, Vec<Part>), FileError> {
    let (mut text, mut pictures) = (Vec::with_capacity(bytes.len()), Vec::new());
    let mut end = 0;
    for range in long_base64(bytes) {
        text.extend_from_slice(bytes.get(end..range.start).unwrap_or_default());
        let picture = bytes.get(range.clone()).unwrap_or_default();
        // Base 64 hardly packs: what is won is the fourth that it is longer, which is quickly had.
        let part = put(folder, picture, Compression::fast())?;
        pictures.push(Part { at: text.len() as u64, ..part });
        end = range.end;
    }
    text.extend_from_slice(bytes.get(end..).unwrap_or_default());
    Ok((put(folder, &text, Compression::default())?, pictures))
}

fn put(folder: &Path, bytes: &[u8], how: Compression) -> Result<Part, FileError> {
    let (hash, size) = (sha256(bytes), bytes.len() as u64);
    let path = place(folder, &hash);
    // What is there may have been cut short by a full disk or a lost connection.
    if let Ok(there) = std::fs::read(&path)
        && unpacked(&there, size).is_ok_and(|same| same == bytes)
    {
        // Whoever sweeps sees that it is needed again.
        let now = std::time::SystemTime::now();
        let file = std::fs::File::options().append(true).open(&path);
        drop(file.and_then(|file| file.set_modified(now)));
        return Ok(Part { hash, size, packed: there.len() as u64, at: 0 });
    }
    let system = |error: io::Error| FileError::of_system(&error, &path, true);
    let mut packer = ZlibEncoder::new(Vec::new(), how);
    packer.write_all(bytes).map_err(system)?;
    let packed = packer.finish().map_err(system)?;
    write_own(&path, &packed)?;
    Ok(Part { hash, size, packed: packed.len() as u64, at: 0 })
}

/// What was kept, whole.
pub(super) fn get_whole(
    folder: &Path,
    text: &Part,
    pictures: &[Part],
) -> Result<Vec<u8>, FileError> {
    let damaged = || FileError::new(Why::VersionDamaged).at(folder);
    let text = get(folder, text)?;
    let (mut whole, mut end) = (Vec::with_capacity(text.len()), 0);
    for picture in pictures {
        let at = usize::try_from(picture.at).map_err(|_| damaged())?;
        whole.extend_from_slice(text.get(end..at).ok_or_else(damaged)?);
        whole.extend_from_slice(&get(folder, picture)?);
        end = at;
    }
    whole.extend_from_slice(text.get(end..).ok_or_else(damaged)?);
    Ok(whole)
}

fn get(folder: &Path, part: &Part) -> Result<Vec<u8>, FileError> {
    if !is_hash(&part.hash) {
        return Err(FileError::new(Why::VersionDamaged).at(folder));
    }
    let path = place(folder, &part.hash);
    let packed =
        std::fs::read(&path).map_err(|error| match error.kind() == io::ErrorKind::NotFound {
            true => FileError::new(Why::VersionGone).at(&path),
            false => FileError::of_system(&error, &path, false),
        })?;
    unpacked(&packed, part.size).map_err(|_| FileError::new(Why::VersionDamaged).at(&path))
}

/// What was packed, if it has `size` bytes; a damaged one cannot fill the memory.
fn unpacked(packed: &[u8], size: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    ZlibDecoder::new(packed).take(size.saturating_add(1)).read_to_end(&mut bytes)?;
    match bytes.len() as u64 == size {
        true => Ok(bytes),
        false => Err(io::ErrorKind::InvalidData.into()),
    }
}

/// Takes a part over from another file's folder, by a link where the system has them.
pub(super) fn take_over(from: &Path, to: &Path, part: &Part) -> io::Result<()> {
    if !is_hash(&part.hash) {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let (from, to) = (place(from, &part.hash), place(to, &part.hash));
    if to.exists() {
        return Ok(());
    }
    std::fs::hard_link(&from, &to).or_else(|_| std::fs::copy(&from, &to).map(drop))
}

/// Takes away the parts in a file's folder that no version needs any more, nor has for a while.
pub(super) fn sweep(folder: &Path, is_needed: impl Fn(&str) -> bool) {
    let Ok(entries) = std::fs::read_dir(folder.join("parts")) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        // What has another name is being written by somebody.
        if name.to_str().is_some_and(|name| is_hash(name) && !is_needed(name)) && is_old(&entry) {
            // One that cannot go now goes the next time.
            drop(std::fs::remove_file(entry.path()));
        }
    }
}

/// Was it written, or needed again, so long ago that nobody can be about to need it? One whose time is
/// not known, or lies ahead, counts as old: else it would stay for ever.
fn is_old(entry: &std::fs::DirEntry) -> bool {
    let written = entry.metadata().and_then(|about| about.modified());
    written.ok().and_then(|time| time.elapsed().ok()).is_none_or(|age| age >= SWEPT_AFTER)
}

/// Where texts of base 64 stand in quotes that are as long as those of pictures.
fn long_base64(bytes: &[u8]) -> Vec<Range<usize>> {
    let (mut found, mut start) = (Vec::new(), None);
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'"' => {
                let long = start.filter(|start| at - start >= PICTURE_MIN);
                found.extend(long.map(|start| start..at));
                start = Some(at + 1);
            }
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'+' | b'/' | b'=' => {}
            _ => start = None,
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_together_is_the_same_to_the_byte() {
        let picture = "iVBORw0K".repeat(500);
        let other = "AAAA".repeat(600);
        let nearly = "A-AA".repeat(600);
        let rows = [
            String::new(),
            "{}".into(),
            format!(r#"{{"a": "{picture}", "b": "å", "c":"{other}"}}"#),
            format!(r#"["{picture}","{picture}"]"#),
            format!(r#"["{nearly}"]"#),
            format!(r#"["{picture}"#),
            format!(r#""{picture}""#),
        ];
        let pictures = [0, 0, 2, 2, 0, 0, 1];
        for (text, count) in rows.iter().zip(pictures) {
            let folder = tempfile::tempdir().unwrap();
            let (rest, cut) = put_whole(folder.path(), text.as_bytes()).unwrap();
            assert_eq!(cut.len(), count);
            assert_eq!(get_whole(folder.path(), &rest, &cut).unwrap(), text.as_bytes());
        }
    }

    #[test]
    fn a_picture_is_kept_once() {
        let folder = tempfile::tempdir().unwrap();
        let picture = "iVBORw0K".repeat(500);
        for text in ["one", "two", "three"] {
            put_whole(folder.path(), format!(r#"["{text}","{picture}"]"#).as_bytes()).unwrap();
        }
        let parts = std::fs::read_dir(folder.path().join("parts")).unwrap();
        assert_eq!(parts.count(), 4, "three texts and a picture");
    }

    #[test]
    fn what_is_damaged_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let (text, _) = put_whole(folder.path(), b"{\"a\": 1}").unwrap();
        let get = |part: &Part| get_whole(folder.path(), part, &[]).map_err(|error| error.why);
        let odd = Part { hash: "../../secret".into(), ..text.clone() };
        assert_eq!(get(&odd), Err(Why::VersionDamaged));
        let short = Part { size: 3, ..text.clone() };
        assert_eq!(get(&short), Err(Why::VersionDamaged));
        let far = Part { at: 99, ..text.clone() };
        assert!(get_whole(folder.path(), &text, &[far]).is_err());
        let path = place(folder.path(), &text.hash);
        let packed = std::fs::read(&path).unwrap();
        std::fs::write(&path, &packed[..packed.len() / 2]).unwrap();
        assert_eq!(get(&text), Err(Why::VersionDamaged));
        // Put again it is whole again.
        put_whole(folder.path(), b"{\"a\": 1}").unwrap();
        assert_eq!(get(&text).unwrap(), b"{\"a\": 1}");
        std::fs::remove_file(&path).unwrap();
        assert_eq!(get(&text), Err(Why::VersionGone));
    }
}
