//! Words that only the screen shows: hints, pens, what is about to happen. They are laid out once and
//! kept for as long as they are shown, as a frame that lays out even ten words anew costs twice as
//! much.

use crate::scene::{Align, Face, Text, TextEngine, TextStyle};
use std::collections::HashMap;
use std::sync::Arc;

/// What was not shown for this many frames is forgotten.
const FRAMES: u64 = 60;

/// The words shown last, and what lays out others.
#[derive(Default)]
pub(super) struct ScreenTexts {
    engine: Option<TextEngine>,
    /// By style and by what they say.
    kept: HashMap<StyleKey, HashMap<String, Kept>>,
    /// Counts frames.
    frame: u64,
}

/// Font, size, height of a line, and where lines stand.
type StyleKey = (Face, u32, u32, Align);

struct Kept {
    text: Arc<Text>,
    /// The frame it was shown in last.
    frame: u64,
}

impl ScreenTexts {
    /// A frame begins. Now and then what has not been shown for a while is forgotten.
    pub(super) fn begin(&mut self) {
        self.frame += 1;
        if self.frame.is_multiple_of(FRAMES) {
            self.kept.retain(|_, texts| {
                texts.retain(|_, kept| kept.frame + FRAMES > self.frame);
                !texts.is_empty()
            });
        }
    }

    /// What lays out texts that are not kept.
    pub(super) fn engine(&mut self) -> &mut TextEngine {
        self.engine.get_or_insert_with(TextEngine::new)
    }

    /// `said` in lines of its own only.
    pub(super) fn text(&mut self, said: &str, style: &TextStyle) -> Arc<Text> {
        let TextStyle { face, size, line_height, align } = *style;
        let key = (face, size.to_bits(), line_height.to_bits(), align);
        let texts = self.kept.entry(key).or_default();
        if let Some(kept) = texts.get_mut(said) {
            kept.frame = self.frame;
            return kept.text.clone();
        }
        let engine = self.engine.get_or_insert_with(TextEngine::new);
        let text = engine.layout(said, style, None);
        texts.insert(said.to_owned(), Kept { text: text.clone(), frame: self.frame });
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kept_while_they_are_shown() {
        let style = |size: f32| TextStyle {
            face: Face::Medium,
            size,
            line_height: 15.0,
            align: Align::Start,
        };
        let mut texts = ScreenTexts::default();
        texts.begin();
        let first = texts.text("+ lägg till", &style(12.0));
        texts.text("borta", &style(12.0));
        assert!(!Arc::ptr_eq(&first, &texts.text("+ lägg till", &style(13.0))));
        for _ in 0..3 * FRAMES {
            texts.begin();
            assert!(Arc::ptr_eq(&first, &texts.text("+ lägg till", &style(12.0))));
        }
        let kept: Vec<usize> = texts.kept.values().map(HashMap::len).collect();
        assert_eq!(kept, [1], "what is not shown is forgotten");
    }
}
