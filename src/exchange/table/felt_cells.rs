//! What a cell says of a feeling, and whose a row of them is.

use super::roles::{FeelingScale, figure, figures};
use crate::exchange::faces::felt;
use crate::exchange::lane_names::lane_kind_of;
use crate::model::{LaneKind, face_of, on_one_line};

/// A feeling in a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct FeltInCell {
    /// −2 to 2.
    pub value: f64,
    /// A face that differs from the one that follows the value; empty: none.
    pub face: String,
    /// What is said beside it.
    pub quote: String,
}

/// The feelings in a cell: figures on this scale, or faces, and what is said beside them; none where it
/// says neither.
pub(super) fn felt_in(text: &str, scale: FeelingScale) -> Vec<FeltInCell> {
    if let Some(figures) = figures(text) {
        let one = |figure: f64| FeltInCell {
            value: scale.feeling(figure),
            face: String::new(),
            quote: String::new(),
        };
        return figures.into_iter().map(one).collect();
    }
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let each: Option<Vec<FeltInCell>> = lines.iter().map(|line| one(line, scale)).collect();
    // The first says how it is; what follows is what was said.
    each.unwrap_or_else(|| one(text, scale).into_iter().collect())
}

/// A feeling, and what is said behind it: `😟 Varför?`, `4: Bra svar`.
fn one(text: &str, scale: FeelingScale) -> Option<FeltInCell> {
    if let Some((value, shown, rest)) = felt(text) {
        let usual = face_of(value);
        let face = if shown == usual { String::new() } else { shown.to_owned() };
        return Some(FeltInCell {
            value,
            face,
            quote: rest.trim_start_matches([':', '–', '-']).trim().to_owned(),
        });
    }
    let (begin, rest) = text.trim().split_once([':', ' ', '(', '\n'])?;
    let value = scale.feeling(figure(begin)?);
    let quote = rest
        .trim()
        .trim_start_matches(['–', '-', ':', '('])
        .trim_end_matches(')')
        .trim()
        .to_owned();
    Some(FeltInCell { value, face: String::new(), quote })
}

/// Whose feelings a row of this name holds: what is left of it without the words for feelings and for the
/// scale; none where nothing is left.
pub(super) fn whose(name: &str) -> Option<String> {
    if lane_kind_of(name).is_none() && name.split_whitespace().count() <= 4 {
        let name = on_one_line(name);
        let named =
            name.chars().any(char::is_alphabetic) && !name.to_lowercase().starts_with("nöjd");
        return named.then_some(name);
    }
    let parts =
        name.split([':', '–', '-', '·', '(', ')', ',']).flat_map(|part| part.split_whitespace());
    let is_word = |word: &&str| {
        let letters: String = word.chars().filter(|c| c.is_alphanumeric()).collect();
        !letters.is_empty()
            && letters.parse::<f64>().is_err()
            && lane_kind_of(&letters) != Some(LaneKind::Emotions)
            && ![
                "satisfaction",
                "happiness",
                "hur",
                "how",
                "nps",
                "csat",
                "kurva",
                "curve",
                "skala",
                "scale",
                "score",
                "poäng",
                "betyg",
                "rating",
                "till",
                "to",
                "of",
                "for",
                "för",
                "procent",
            ]
            .contains(&letters.to_lowercase().as_str())
    };
    let left: Vec<&str> = parts.filter(is_word).collect();
    // Whose it is, as a genitive: "Annas känslor".
    (!left.is_empty() && left.len() <= 4).then(|| left.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_says_how_it_feels_and_what_was_said() {
        let felt = |value: f64, face: &str, quote: &str| FeltInCell {
            value,
            face: face.into(),
            quote: quote.into(),
        };
        let rows = [
            ("2", vec![felt(-1.0, "", "")]),
            ("1; 5", vec![felt(-2.0, "", ""), felt(2.0, "", "")]),
            ("😡", vec![felt(-2.0, "", "")]),
            ("😠 Aldrig mer", vec![felt(-1.5, "😠", "Aldrig mer")]),
            ("4: Bra svar", vec![felt(1.0, "", "Bra svar")]),
            ("5 (äntligen)", vec![felt(2.0, "", "äntligen")]),
            ("😟\n😀", vec![felt(-1.0, "", ""), felt(1.0, "", "")]),
            ("😟 Varför\nså länge?", vec![felt(-1.0, "", "Varför\nså länge?")]),
            ("Orolig", vec![]),
        ];
        for (text, expected) in rows {
            assert_eq!(felt_in(text, FeelingScale::Five), expected, "{text}");
        }
    }

    #[test]
    fn a_row_says_whose_feelings_it_holds() {
        let rows = [
            ("Känsla 1–5", None),
            ("Känslokurva", None),
            ("Anna", Some("Anna")),
            ("Känsla: Anna", Some("Anna")),
            ("Känslor (Karim B)", Some("Karim B")),
            ("Emotion score", None),
            ("", None),
        ];
        for (name, expected) in rows {
            assert_eq!(whose(name).as_deref(), expected, "{name}");
        }
    }
}
