//! What a journey is called where it has no title.

use crate::model::Journey;
use crate::ui::Context;

/// A title to read: the journey's, or a word for one that has none.
pub(crate) fn title_of(journey: &Journey, cx: &Context) -> String {
    let title = journey.title.trim();
    if title.is_empty() { cx.words.window_untitled_journey() } else { title.to_owned() }
}
