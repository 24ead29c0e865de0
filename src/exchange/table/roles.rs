//! What the rows of a table are to a map.

use crate::model::{FEELING_MAX, FEELING_MIN, LaneKind, feeling};

/// How a table is read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableRoles {
    /// Phases stand below each other, and lanes side by side: rows are its columns.
    pub flipped: bool,
    /// The column that names the rows; none: they have no names.
    pub names: Option<usize>,
    /// The first column whose cells are a step.
    pub first: usize,
    /// What each row is.
    pub rows: Vec<RowRole>,
    /// What is done with cells that have no place, by row and column; all others are parked.
    pub left: Vec<((usize, usize), LeftCell)>,
}

/// What is done with a cell that has no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftCell {
    /// It becomes a card in the parking place.
    Park,
    /// The map is called so.
    Title,
    /// It is left out.
    Leave,
}

/// What a row is.
#[derive(Clone, Debug, PartialEq)]
pub enum RowRole {
    /// Its cells have no place of their own.
    Nothing,
    /// Its cells name phases, each up to the next that says something.
    Phases,
    /// Its cells name steps.
    Steps,
    /// A lane of this kind, with a card for each thing that a cell says.
    Cards(LaneKind),
    /// More of the lane above.
    More,
    /// Feelings by figures on a scale, or by faces.
    Feelings(FeelingScale),
    /// Who is concerned: their names stand on the cards of the lane above.
    Personas,
    /// Through which channel the cards of the lane above are.
    Channels,
    /// Who sees to the cards of the lane above.
    Owners,
}

/// A scale on which somebody gives figures to feelings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeelingScale {
    /// From −2 to 2, as here.
    Signed,
    /// From 1 to 5.
    Five,
    /// From 1 to 10.
    Ten,
    /// From 0 to 100 per cent.
    Percent,
}

impl FeelingScale {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Signed, Self::Five, Self::Ten, Self::Percent];

    /// The worst and the best figure on it.
    pub fn ends(self) -> (f64, f64) {
        match self {
            Self::Signed => (FEELING_MIN, FEELING_MAX),
            Self::Five => (1.0, 5.0),
            Self::Ten => (1.0, 10.0),
            Self::Percent => (0.0, 100.0),
        }
    }

    /// What a figure on it is as a feeling, −2 to 2; figures beyond its ends are its ends.
    pub fn feeling(self, figure: f64) -> f64 {
        let (worst, best) = self.ends();
        feeling(FEELING_MIN + (figure - worst) / (best - worst) * (FEELING_MAX - FEELING_MIN))
    }

    /// The scale that these figures seem to be on; `name` is what their row is called.
    pub fn of(name: &str, figures: &[f64]) -> Self {
        let name: String = name.chars().filter(|c| !c.is_whitespace()).collect();
        let says = |words: &[&str]| words.iter().any(|word| name.contains(word));
        if says(&["1–10", "1-10", "0-10", "0–10", "1..10", "/10"]) {
            return Self::Ten;
        }
        if says(&["-2", "−2", "–2", "+2", "±2"]) {
            return Self::Signed;
        }
        if says(&["1–5", "1-5", "1..5", "/5"]) {
            return Self::Five;
        }
        let least = figures.iter().copied().fold(f64::INFINITY, f64::min);
        let most = figures.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        match () {
            () if name.contains('%') || most > 10.0 => Self::Percent,
            () if most > 5.0 => Self::Ten,
            () if least < 1.0 && most <= FEELING_MAX => Self::Signed,
            () => Self::Five,
        }
    }
}

/// The figure that a text is, with the point or the comma of either language, any minus sign and a per
/// cent sign; none where it says anything else.
pub fn figure(text: &str) -> Option<f64> {
    let text = text.trim();
    let text = text.strip_suffix('%').unwrap_or(text).trim_end();
    let text = text.replace(['−', '–'], "-").replace(',', ".");
    let is_figure = text.chars().any(|c| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || "+-.".contains(c));
    if !is_figure {
        return None;
    }
    text.parse().ok().filter(|figure: &f64| figure.is_finite())
}

/// All figures that a cell holds, one after another, apart by `;` or spaces; none where it says anything
/// else.
pub fn figures(text: &str) -> Option<Vec<f64>> {
    if let Some(one) = figure(text) {
        return Some(vec![one]);
    }
    let parts = text.split(|c: char| c == ';' || c.is_whitespace() || c == '/');
    let found: Option<Vec<f64>> = parts.filter(|part| !part.is_empty()).map(figure).collect();
    found.filter(|found| !found.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_as_either_language_writes_them() {
        let rows: [(&str, Option<&[f64]>); 10] = [
            ("1,5", Some(&[1.5])),
            ("−2", Some(&[-2.0])),
            ("+1.25", Some(&[1.25])),
            ("40 %", Some(&[40.0])),
            ("1 ; −2,5", Some(&[1.0, -2.5])),
            ("1\n2", Some(&[1.0, 2.0])),
            ("ungefär 2", None),
            ("-", None),
            ("1,5,2", None),
            ("", None),
        ];
        for (text, expected) in rows {
            assert_eq!(figures(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn figures_become_feelings_by_their_scale() {
        let rows = [
            (FeelingScale::Five, 1.0, -2.0),
            (FeelingScale::Five, 4.0, 1.0),
            (FeelingScale::Ten, 10.0, 2.0),
            (FeelingScale::Ten, 5.5, 0.0),
            (FeelingScale::Percent, 25.0, -1.0),
            (FeelingScale::Signed, -1.5, -1.5),
            (FeelingScale::Signed, 7.0, 2.0),
        ];
        for (scale, figure, expected) in rows {
            assert_eq!(scale.feeling(figure), expected, "{scale:?} {figure}");
        }
        let scales: [(&str, &[f64], FeelingScale); 8] = [
            ("Känsla 1–5", &[1.0, 2.0], FeelingScale::Five),
            ("Känsla", &[-1.0, 2.0], FeelingScale::Signed),
            ("Känsla", &[0.0, 2.0], FeelingScale::Signed),
            ("Känsla", &[2.0, 4.0], FeelingScale::Five),
            ("NPS 0 - 10", &[3.0], FeelingScale::Ten),
            ("Känsla", &[3.0, 8.0], FeelingScale::Ten),
            ("Nöjda, %", &[1.0, 2.0], FeelingScale::Percent),
            ("Nöjda", &[80.0], FeelingScale::Percent),
        ];
        for (name, figures, expected) in scales {
            assert_eq!(FeelingScale::of(name, figures), expected, "{name} {figures:?}");
        }
    }
}
