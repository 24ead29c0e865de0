//! How large is the window's interface: menus, panels, dialogs, and the map at its zoom?

use serde::{Deserialize, Serialize};

/// A share of the usual size, in percent: one of [`InterfaceSize::ALL`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "f64", into = "u16")]
pub struct InterfaceSize(u16);

impl InterfaceSize {
    /// From the smallest to the largest.
    pub const ALL: [Self; 8] =
        [Self(80), Self(90), Self(100), Self(110), Self(125), Self(150), Self(175), Self(200)];

    /// In percent of the usual size.
    pub fn percent(self) -> u16 {
        self.0
    }

    /// How many times as large as usual.
    pub fn factor(self) -> f32 {
        f32::from(self.0) / 100.0
    }

    /// The next larger size; the largest itself.
    pub fn larger(self) -> Self {
        Self::ALL.into_iter().find(|size| size.0 > self.0).unwrap_or(self)
    }

    /// The next smaller size; the smallest itself.
    pub fn smaller(self) -> Self {
        Self::ALL.into_iter().rev().find(|size| size.0 < self.0).unwrap_or(self)
    }
}

impl Default for InterfaceSize {
    fn default() -> Self {
        Self(100)
    }
}

/// The size nearest to what a file says.
impl From<f64> for InterfaceSize {
    fn from(percent: f64) -> Self {
        let away = |size: &Self| (f64::from(size.0) - percent).abs();
        let nearest = Self::ALL.into_iter().min_by(|a, b| away(a).total_cmp(&away(b)));
        nearest.filter(|_| percent.is_finite()).unwrap_or_default()
    }
}

impl From<InterfaceSize> for u16 {
    fn from(size: InterfaceSize) -> Self {
        size.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_go_from_80_to_200_percent() {
        let mut size = InterfaceSize::default();
        assert_eq!((size.percent(), size.factor()), (100, 1.0));
        (0..20).for_each(|_| size = size.smaller());
        let mut all = vec![size];
        while size.larger() != size {
            size = size.larger();
            all.push(size);
        }
        assert_eq!(all, InterfaceSize::ALL);
        assert_eq!((all[0].percent(), size.percent()), (80, 200));
        for (said, meant) in [(1.0, 80), (103.0, 100), (9e9, 200), (f64::NAN, 100)] {
            assert_eq!(InterfaceSize::from(said).percent(), meant, "{said}");
        }
    }
}
