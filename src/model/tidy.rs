//! Writes whole numbers without decimals: `3`, not `3.0`.

use serde::{Serialize, Serializer};

/// A number, or several, to be written as short as possible.
pub(super) trait Tidy {
    /// Writes it.
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;
}

/// Beyond 2^53 not every whole number is a float of its own.
const EXACT: f64 = 9_007_199_254_740_992.0;

impl Tidy for f64 {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.fract() == 0.0 && self.abs() < EXACT {
            serializer.serialize_i64(*self as i64)
        } else {
            serializer.serialize_f64(*self)
        }
    }
}

impl Tidy for Option<f64> {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Some(number) => number.write(serializer),
            None => serializer.serialize_none(),
        }
    }
}

impl Tidy for Vec<f64> {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct One(f64);
        impl Serialize for One {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.0.write(serializer)
            }
        }
        serializer.collect_seq(self.iter().map(|n| One(*n)))
    }
}

/// For `#[serde(serialize_with = "tidy::number")]`.
pub(super) fn number<T: Tidy, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    value.write(serializer)
}
