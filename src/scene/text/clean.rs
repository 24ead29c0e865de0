//! What of a text is laid out: what can be shown, no endless characters, not too much.

use super::TEXT_MAX;
use crate::model::plain_text;
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;

/// Parley counts the bytes of a run in 16 bits.
const BYTES_MAX: usize = 60_000;

/// How many code points may be one character to the eye. The longest emoji has 10; parley looks
/// at 32 and counts to 255.
const CLUSTER_MAX: usize = 32;

/// The text to lay out. Of a text that is [`plain_text`], as what is typed is, each byte stays in its
/// place: what is replaced is replaced by as many.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    let (text, cut) = cut(text);
    let printable = text.bytes().all(|byte| matches!(byte, b'\n' | b' '..=b'~'));
    let mut clean = Cow::Borrowed(text);
    if !printable {
        clean = plain_text(text);
        if clean.chars().any(is_replaced) {
            clean = clean.chars().map(replaced).collect::<String>().into();
        }
        if has_long_stretch(&clean) {
            clean = without_long_clusters(&clean).into();
        }
    }
    if cut {
        clean.to_mut().push('…');
    }
    clean
}

fn cut(text: &str) -> (&str, bool) {
    let end = match text.char_indices().nth(TEXT_MAX) {
        Some((end, _)) if text.len() > TEXT_MAX => end,
        _ => text.len(),
    };
    let end = text.floor_char_boundary(end.min(BYTES_MAX));
    (text.get(..end).unwrap_or_default(), end < text.len())
}

/// Is it drawn as a space, or not at all?
fn is_replaced(c: char) -> bool {
    // Orders to write from the other side: egui knows none, and they can make a text lie.
    matches!(c, '\t' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn replaced(c: char) -> char {
    match c {
        '\t' => ' ',
        c if is_replaced(c) => '\u{2060}',
        c => c,
    }
}

/// Could there be a character of very many code points? True for most texts of a hundred words in
/// a script without spaces; then it is worth a closer look.
fn has_long_stretch(text: &str) -> bool {
    let mut stretch = 0;
    text.chars().any(|c| {
        stretch = if c < '\u{300}' { 0 } else { stretch + 1 };
        stretch >= CLUSTER_MAX
    })
}

/// Breaks characters of very many code points by characters that are not drawn.
fn without_long_clusters(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    for cluster in text.graphemes(true) {
        for (index, c) in cluster.chars().enumerate() {
            let breaks = index > 0 && index % CLUSTER_MAX == 0;
            result.push(match (breaks, c.len_utf8()) {
                (false, _) => c,
                (true, 1) => ' ',
                (true, 2) => '\u{ad}',
                (true, 3) => '\u{200b}',
                (true, _) => '\u{e0001}',
            });
        }
    }
    result
}
