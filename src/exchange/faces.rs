//! Faces that stand for feelings in other programs, and what they are worth here.

use crate::model::{face_of, feeling};

/// Faces that are common elsewhere, from −2 to 2; our own nine follow their values ([`face_of`]).
const FACES: &[(&str, f64)] = &[
    ("🤬", -2.0),
    ("😱", -2.0),
    ("😭", -2.0),
    ("💔", -2.0),
    ("😠", -1.5),
    ("😤", -1.5),
    ("😩", -1.5),
    ("😫", -1.5),
    ("😖", -1.5),
    ("😰", -1.5),
    ("😨", -1.5),
    ("😢", -1.5),
    ("😿", -1.5),
    ("😞", -1.0),
    ("😒", -1.0),
    ("🙄", -1.0),
    ("😔", -1.0),
    ("😥", -1.0),
    ("😓", -1.0),
    ("😦", -1.0),
    ("😧", -1.0),
    ("👎", -1.0),
    ("😬", -1.0),
    ("☹", -0.5),
    ("😕", -0.5),
    ("🫤", -0.5),
    ("😑", -0.5),
    ("😶", 0.0),
    ("🤔", 0.0),
    ("🤷", 0.0),
    ("😮", 0.0),
    ("😯", 0.0),
    ("😲", 0.0),
    ("😌", 0.5),
    ("😅", 0.5),
    ("🙃", 0.5),
    ("☺", 0.5),
    ("😊", 1.0),
    ("😃", 1.0),
    ("👍", 1.0),
    ("😋", 1.0),
    ("😉", 1.0),
    ("😸", 1.0),
    ("😺", 1.0),
    ("😁", 1.5),
    ("😆", 1.5),
    ("😎", 1.5),
    ("🤗", 1.5),
    ("😂", 1.5),
    ("🤣", 1.5),
    ("🤩", 2.0),
    ("🥰", 2.0),
    ("🥳", 2.0),
    ("😇", 2.0),
    ("🎉", 2.0),
    ("❤", 2.0),
    ("😻", 2.0),
    ("💖", 2.0),
];

/// The feeling that a text begins with a face of, the face, and what else it says; none where it begins
/// with none.
pub(super) fn felt(text: &str) -> Option<(f64, &str, &str)> {
    let text = text.trim();
    let ours = (-4..=4).map(|half| f64::from(half) / 2.0).map(|value| (face_of(value), value));
    let all = ours.chain(FACES.iter().copied());
    let (face, value) = all.into_iter().find(|(face, _)| text.starts_with(face))?;
    let rest = text.get(face.len()..)?;
    // Marks of how it is to be drawn, and of the colour of its skin, belong to it.
    let rest = rest.trim_start_matches(['\u{fe0f}', '\u{fe0e}', '🏻', '🏼', '🏽', '🏾', '🏿']);
    let shown = text.get(..text.len() - rest.len())?;
    Some((feeling(value), shown, rest.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faces_are_feelings() {
        let rows = [
            ("😡", Some((-2.0, "😡", ""))),
            (" 🙂 Skönt", Some((0.5, "🙂", "Skönt"))),
            ("☹️ nej", Some((-0.5, "☹️", "nej"))),
            ("👍🏽", Some((1.0, "👍🏽", ""))),
            ("🤩!", Some((2.0, "🤩", "!"))),
            ("Nöjd 🙂", None),
            ("🚗", None),
            ("", None),
        ];
        for (text, expected) in rows {
            assert_eq!(felt(text), expected, "{text}");
        }
    }
}
