//! What things are called inside the file: short random ids.

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;
use std::fmt;

/// Names one thing in a project. Ours are 8 characters of base 32, random, so that two people can
/// each add cards to a copy of a file and nothing clashes; a file may hold any other text.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(SmolStr);

impl Id {
    /// The id written as `text`.
    pub fn new(text: &str) -> Self {
        Self(SmolStr::new(text))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// True where a file gave none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Where new ids come from: a seeded generator, so that tests get the same ones each time.
#[derive(Clone, Debug)]
pub struct IdSource(u64);

/// Lower-case base 32 without the letters that look like digits (Crockford's alphabet).
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

impl IdSource {
    /// A source that gives the same ids for the same seed.
    pub fn seeded(seed: u64) -> Self {
        Self(seed)
    }

    /// The next id: 40 random bits as 8 characters.
    pub fn next_id(&mut self) -> Id {
        let mut bits = self.next_bits();
        let mut text = [0u8; 8];
        for place in &mut text {
            *place = ALPHABET[(bits & 31) as usize];
            bits >>= 5;
        }
        Id::new(std::str::from_utf8(&text).unwrap_or("00000000"))
    }

    /// SplitMix64 (Steele, Lea and Flood 2014): short, and good enough for names.
    fn next_bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn ten_thousand_ids_are_all_different_and_eight_long() {
        let mut source = IdSource::seeded(7);
        let ids: HashSet<Id> = (0..10_000).map(|_| source.next_id()).collect();
        assert_eq!(ids.len(), 10_000);
        assert!(ids.iter().all(|id| id.as_str().len() == 8));
    }
}
