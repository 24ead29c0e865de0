//! How large is what the pointer aims at? More for a room that points at a screen than at a desk.

/// Sizes in screen points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PointerReach {
    /// How near an edge or a face counts as on it.
    pub reach: f32,
    /// Half the width of a plus sign.
    pub sign: f32,
    /// How near the pointer must be for a plus sign to show.
    pub near: f32,
}

impl PointerReach {
    /// A mouse on a desk.
    pub const MOUSE: Self = Self { reach: 5.0, sign: 12.0, near: 28.0 };
    /// A finger, or a pointer from across the room: nothing is smaller than 44 points.
    pub const FINGER: Self = Self { reach: 14.0, sign: 22.0, near: 48.0 };
}

impl Default for PointerReach {
    fn default() -> Self {
        Self::MOUSE
    }
}
