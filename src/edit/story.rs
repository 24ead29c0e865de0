//! How do the pages of a presentation change?

use crate::model::{Journey, StoryPage};
use std::sync::Arc;

/// [`Change::PutStory`](super::Change::PutStory).
pub(super) fn put(journey: &mut Journey, puts: &[StoryPage]) {
    let old = &journey.story;
    let new = puts.iter().map(|put| {
        let same = old.iter().find(|page| ***page == *put);
        same.map_or_else(|| Arc::new(put.clone()), Arc::clone)
    });
    let new = new.collect();
    *journey.story = new;
}
