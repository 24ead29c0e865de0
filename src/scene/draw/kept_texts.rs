//! Texts that stand in many places, laid out once: names of lanes, chips, what is said of many cards.

use crate::scene::{Face, Text};
use crate::words::Lang;
use std::collections::HashMap;
use std::sync::Arc;

/// When so many texts are kept, those that nobody has asked for since as many were kept last are
/// forgotten. A map seldom has a hundred that stand in many places.
const KEPT_MAX: usize = 4096;

/// How a text is laid out.
#[derive(Clone, Copy, Hash, PartialEq, Eq)]
pub(in crate::scene) struct Look {
    pub face: Face,
    /// Of its letters and its lines, in document units, as bits.
    pub sizes: [u32; 2],
    /// Broken to this width, as bits; none: only where it breaks itself.
    pub width: Option<u32>,
    /// By whose rules words are broken.
    pub lang: Lang,
}

/// Texts by what they say and how they look.
#[derive(Default)]
pub(in crate::scene) struct KeptTexts {
    asked_for: Texts,
    /// Those that were kept before; who is asked for goes on.
    before: Texts,
}

#[derive(Default)]
struct Texts {
    by_look: HashMap<Look, HashMap<Box<str>, Arc<Text>>>,
    count: usize,
}

impl Texts {
    fn get(&self, look: &Look, text: &str) -> Option<&Arc<Text>> {
        self.by_look.get(look)?.get(text)
    }
}

impl KeptTexts {
    /// The text, where it has been kept.
    pub(crate) fn get(&mut self, look: &Look, text: &str) -> Option<Arc<Text>> {
        if let Some(kept) = self.asked_for.get(look, text) {
            return Some(Arc::clone(kept));
        }
        let kept = Arc::clone(self.before.get(look, text)?);
        self.keep(*look, text, Arc::clone(&kept));
        Some(kept)
    }

    /// Keeps what was laid out.
    pub(crate) fn keep(&mut self, look: Look, text: &str, laid_out: Arc<Text>) {
        if self.asked_for.count >= KEPT_MAX {
            self.before = std::mem::take(&mut self.asked_for);
        }
        self.asked_for.count += 1;
        self.asked_for.by_look.entry(look).or_default().insert(text.into(), laid_out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Align, TextEngine, TextStyle};

    #[test]
    fn what_is_asked_for_stays_however_many_others_come() {
        let look = Look {
            face: Face::Regular,
            sizes: [16.0_f32, 20.0].map(f32::to_bits),
            width: Some(100.0_f32.to_bits()),
            lang: Lang::Sv,
        };
        let style =
            TextStyle { face: look.face, size: 16.0, line_height: 20.0, align: Align::Start };
        let text = TextEngine::new().layout("Kanaler", &style, Some(100.0));
        let mut kept = KeptTexts::default();
        kept.keep(look, "Kanaler", Arc::clone(&text));
        for other in 0..KEPT_MAX * 3 {
            kept.keep(look, &other.to_string(), Arc::clone(&text));
            assert!(kept.get(&look, "Kanaler").is_some(), "{other}");
        }
        assert!(kept.get(&look, "0").is_none(), "what nobody asks for is forgotten");
        assert!(kept.get(&Look { lang: Lang::En, ..look }, "Kanaler").is_none());
        assert!(kept.get(&Look { width: None, ..look }, "Kanaler").is_none());
    }
}
