//! How large may what is read be? Each limit stands here once; the README lists them.
//!
//! What is over a limit is refused with a message before more of it is read, and never cut.

/// A file has at most so many bytes: 512 MB.
pub const FILE_BYTES_MAX: u64 = 512_000_000;

/// A file has at most so many cards, on all its maps and parked: ten times more than anybody can
/// oversee.
pub const CARDS_MAX: usize = 100_000;

/// A file holds at most so many values: texts, numbers, lists and objects of its JSON. In memory
/// each takes some hundred bytes.
pub const VALUES_MAX: usize = 5_000_000;

/// A text in a file has at most so many bytes. Those of pictures are as large as the file may be.
pub const TEXT_BYTES_MAX: usize = 2_000_000;

/// A transcript has at most so many bytes, packed and unpacked: 50 MB. Of these at most
/// [`TEXT_BYTES_MAX`] are words.
pub const TRANSCRIPT_BYTES_MAX: u64 = 50_000_000;

/// A file nests at most so deep.
pub const DEPTH_MAX: usize = 127;

/// A picture has at most so many dots, width times height, whatever way it comes in. Decoded it
/// takes up to eight bytes for each.
pub const DOTS_MAX: u64 = 64_000_000;
