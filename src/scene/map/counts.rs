//! How much work a layout was.

/// How much work a layout was; tests hold it down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LayoutCounts {
    /// Texts broken into lines, without those of curves and transitions.
    pub texts: usize,
    /// Cards drawn anew.
    pub cards: usize,
    /// Cells stacked anew.
    pub cells: usize,
    /// Curves drawn anew.
    pub curves: usize,
    /// Lanes whose questions were gone through.
    pub questions: usize,
}
