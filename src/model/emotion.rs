//! A point of the emotion curve, and the face that follows its value.

use super::{Extra, Id, tidy};
use serde::{Deserialize, Serialize};

/// The worst feeling.
pub const FEELING_MIN: f64 = -2.0;
/// The best feeling.
pub const FEELING_MAX: f64 = 2.0;

/// How one persona feels at one moment.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct EmotionPoint {
    /// Its name in the file.
    pub id: Id,
    /// Whose feeling it is; none in a map without personas.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub persona: Option<Id>,
    /// The step it is in.
    pub step: Id,
    /// Where within the step, 0 to 1; left out, the points of a persona share the step evenly.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "tidy::number")]
    pub at: Option<f64>,
    /// The feeling, −2.0 to +2.0, to 0.01.
    #[serde(serialize_with = "tidy::number")]
    pub value: f64,
    /// An emoji of the user's choice; empty: it follows the value.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub face: String,
    /// What was said.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub quote: String,
    /// Who said so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Id>,
    /// The card it belongs to and moves with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub touchpoint: Option<Id>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A feeling within its range, to 0.01; what is no number is 0.
pub fn feeling(value: f64) -> f64 {
    if value.is_nan() {
        return 0.0;
    }
    // Adding zero turns −0 into 0.
    (value.clamp(FEELING_MIN, FEELING_MAX) * 100.0).round() / 100.0 + 0.0
}

/// A feeling, or what lies between two, as it is written: to a tenth. What ties, agrees or is above
/// zero is decided on this, so that no word contradicts the figure beside it.
pub fn as_written(value: f64) -> f64 {
    // Means are sums of hundredths; without their last bits −1.2 and 0.75 − 1.95 are the same.
    let exact = (value * 1e7).round() / 1e6;
    exact.round() / 10.0 + 0.0
}

/// The face for a feeling: nine of them, half a unit apart.
pub fn face_of(value: f64) -> &'static str {
    const FACES: [&str; 9] = ["😡", "😣", "😟", "🙁", "😐", "🙂", "😀", "😄", "😍"];
    let index = (feeling(value) * 2.0).round() as i32 + 4;
    FACES[index.clamp(0, 8) as usize]
}

impl EmotionPoint {
    /// The face to draw: the user's, or the one that follows the value.
    pub fn shown_face(&self) -> &str {
        if self.face.is_empty() { face_of(self.value) } else { &self.face }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feeling_keeps_to_its_range_and_its_hundredths() {
        let rows = [
            (0.004, 0.0),
            (-0.001, 0.0),
            (1.239, 1.24),
            (9.0, 2.0),
            (f64::NEG_INFINITY, -2.0),
            (f64::NAN, 0.0),
        ];
        for (given, expected) in rows {
            assert_eq!(feeling(given).to_bits(), f64::to_bits(expected), "{given}");
        }
    }

    #[test]
    fn the_face_follows_the_value() {
        let rows = [(-2.0, "😡"), (-1.6, "😣"), (0.0, "😐"), (0.3, "🙂"), (2.0, "😍")];
        for (value, face) in rows {
            assert_eq!(face_of(value), face, "{value}");
        }
    }
}
