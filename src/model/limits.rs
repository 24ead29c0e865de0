//! How large may what is read be? Each limit stands here once; the README lists them.
//!
//! What is over a limit is refused with a message before it is read, and never cut.

/// A picture has at most so many dots, width times height, whatever way it comes in. Decoded it
/// takes up to eight bytes for each.
pub const DOTS_MAX: u64 = 64_000_000;
