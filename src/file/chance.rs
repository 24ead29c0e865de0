//! Ids that nobody else gives.

use crate::model::IdSource;
use std::hash::{BuildHasher, Hasher, RandomState};

/// A source that begins where nobody can guess, so that two people's ids do not clash.
pub fn random_ids() -> IdSource {
    IdSource::seeded(RandomState::new().build_hasher().finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_begin_alike() {
        assert_ne!(random_ids().next_id(), random_ids().next_id());
    }
}
