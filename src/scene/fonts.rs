//! The fonts: what is bundled, and what the system lends for characters ours lack.

/// A font by its place in what we know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Face {
    /// Inter 400.
    Regular,
    /// Inter 500.
    Medium,
    /// Inter 600.
    SemiBold,
    /// Inter 400, slanted.
    Italic,
    /// Twemoji.
    Emoji,
    /// Our subset of Lucide.
    Icons,
    /// A font of the system's, in the order they were needed.
    System(u16),
}
