//! Has somebody else changed the file since it was read?

use super::read::read_other;
use std::fs::Metadata;
use std::path::Path;
use std::time::SystemTime;

/// What a file was like when it was read or saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// When it was changed last; none where the system does not say.
    pub modified: Option<SystemTime>,
    /// Its length in bytes.
    pub length: u64,
    /// A hash of its bytes.
    pub hash: u64,
    /// Which file it is, and when anything about it changed last, where the system says: this can
    /// be set by nobody, as the time can.
    pub own: Option<[i128; 2]>,
}

impl Stamp {
    /// The stamp of these bytes, not yet in a file.
    pub fn of(bytes: &[u8]) -> Self {
        Self { modified: None, length: bytes.len() as u64, hash: hash(bytes), own: None }
    }

    /// The stamp of a file that holds these bytes.
    pub(super) fn of_file(about: &Metadata, bytes: &[u8]) -> Self {
        Self { modified: about.modified().ok(), own: own(about), ..Self::of(bytes) }
    }
}

/// Is something else in the file than what `stamp` was taken of? A file that is gone, or that
/// cannot be read, holds nothing that could be overwritten: false. Costs a look at times and length,
/// and reads the file only where a time is another and the length the same.
pub fn changed_since(path: &Path, stamp: &Stamp) -> bool {
    let Ok(about) = std::fs::metadata(path) else { return false };
    if about.len() != stamp.length {
        return true;
    }
    let same_time = stamp.modified.is_some() && about.modified().ok() == stamp.modified;
    if same_time && (stamp.own.is_none() || own(&about) == stamp.own) {
        return false;
    }
    read_other(path).is_ok_and(|bytes| hash(&bytes) != stamp.hash)
}

#[cfg(unix)]
fn own(about: &Metadata) -> Option<[i128; 2]> {
    use std::os::unix::fs::MetadataExt as _;
    let changed = i128::from(about.ctime()) * 1_000_000_000 + i128::from(about.ctime_nsec());
    Some([i128::from(about.dev()) << 64 | i128::from(about.ino()), changed])
}

#[cfg(not(unix))]
fn own(_about: &Metadata) -> Option<[i128; 2]> {
    None
}

/// A hash that is the same on every machine: FNV-1a (Fowler, Noll and Vo) over words of 8 bytes,
/// mixed so that the upper bits reach the lower ones.
pub(super) fn hash(bytes: &[u8]) -> u64 {
    const PRIME: u64 = 0x0100_0000_01b3;
    let mut hash = 0xcbf2_9ce4_8422_2325_u64 ^ bytes.len() as u64;
    let mut add = |word: u64| {
        hash = (hash ^ word).wrapping_mul(PRIME);
        hash ^= hash >> 29;
    };
    let mut words = bytes.chunks_exact(8);
    for word in &mut words {
        add(word.try_into().map_or(0, u64::from_le_bytes));
    }
    words.remainder().iter().for_each(|byte| add(u64::from(*byte)));
    hash
}
