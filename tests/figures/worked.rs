//! The feelings of four maps, worked out by hand from the points in their files.

use kundresa::insight::MomentKind::{self, Best, Worst};

/// A phase: its title; of each persona its points and their mean to a tenth; from the lowest mean to
/// the highest; and the mean of all personas' means, where all have one.
type Phase = (&'static str, &'static [(&'static [f64], Option<f64>)], Option<f64>, Option<f64>);

/// What the first map of a file tells.
pub(crate) struct Worked {
    pub file: &'static str,
    pub personas: &'static [&'static str],
    pub phases: &'static [Phase],
    pub furthest: Option<&'static str>,
    /// The mean of all points of each persona.
    pub over_map: &'static [f64],
    pub moments: &'static [(MomentKind, &'static str, &'static str, f64)],
}

const fn some(mean: f64) -> Option<f64> {
    Some(mean)
}

pub(crate) const MAPS: [Worked; 4] = [
    Worked {
        file: "examples/forpackningsmaskin",
        personas: &["Anna", "Karim", "Elin"],
        phases: &[
            // 0.1 − −1.8 = 1.9; (−1.4 + 0.1 − 1.8) / 3 = −1.03
            (
                "Upptäckt",
                &[(&[-1.4], some(-1.4)), (&[0.1], some(0.1)), (&[-1.8], some(-1.8))],
                some(1.9),
                some(-1.0),
            ),
            // 1.7 / 3, −0.9 / 3, −2.9 / 3; 0.567 − −0.967 = 1.53; −0.7 / 3 = −0.23
            (
                "Övervägande",
                &[
                    (&[-0.4, 0.5, 1.6], some(0.6)),
                    (&[-0.2, -1.1, 0.4], some(-0.3)),
                    (&[-0.9, -0.5, -1.5], some(-1.0)),
                ],
                some(1.5),
                some(-0.2),
            ),
            // −0.6 − −1.2 = 0.6; −2.8 / 3 = −0.93
            (
                "Beslut",
                &[(&[-0.3, -1.7], some(-1.0)), (&[-1.2], some(-1.2)), (&[-0.6], some(-0.6))],
                some(0.6),
                some(-0.9),
            ),
            // −0.5 / 2 = −0.25, written −0.3; 1.2 − −1.9 = 3.1; −0.95 / 3 = −0.32
            (
                "Köp",
                &[(&[0.3, -0.8], some(-0.3)), (&[1.2], some(1.2)), (&[-1.9], some(-1.9))],
                some(3.1),
                some(-0.3),
            ),
            // 2.9 / 2, 1.2 / 2, 1.0 / 2; 1.45 − 0.5 = 0.95, written 1.0; 2.55 / 3 = 0.85
            (
                "Användning",
                &[(&[1.1, 1.8], some(1.5)), (&[0.5, 0.7], some(0.6)), (&[-0.3, 1.3], some(0.5))],
                some(1.0),
                some(0.9),
            ),
            // 1.7 − 0.4 = 1.3; 3.4 / 3 = 1.13
            (
                "Ambassadör",
                &[(&[1.3], some(1.3)), (&[0.4], some(0.4)), (&[1.7], some(1.7))],
                some(1.3),
                some(1.1),
            ),
        ],
        furthest: Some("Köp"),
        // 2.0 / 11 = 0.18, 0.8 / 9 = 0.09, −4.5 / 9 = −0.5
        over_map: &[0.2, 0.1, -0.5],
        moments: &[(Best, "Anna", "Användning", 1.8), (Worst, "Elin", "Köp", -1.9)],
    },
    Worked {
        file: "examples/shoes",
        personas: &["Maya", "Tom"],
        phases: &[
            // 1.2 − −0.8 = 2.0
            ("Spark", &[(&[1.2], some(1.2)), (&[-0.8], some(-0.8))], some(2.0), some(0.2)),
            // 0.1 / 3 = 0.03, −1.9 / 2 = −0.95; 0.98 apart; −0.46 together
            (
                "Research",
                &[(&[0.3, -0.9, 0.7], some(0.0)), (&[-1.3, -0.6], some(-1.0))],
                some(1.0),
                some(-0.5),
            ),
            // 1.5 / 2 = 0.75, −0.2 / 3 = −0.07; 0.82 apart; 0.34 together
            (
                "Try on",
                &[(&[1.4, 0.1], some(0.8)), (&[1.7, -0.5, -1.4], some(-0.1))],
                some(0.8),
                some(0.3),
            ),
            // −0.3 / 2 = −0.15
            ("Buy", &[(&[0.6], some(0.6)), (&[-0.9], some(-0.9))], some(1.5), some(-0.2)),
            // −2.5 / 2 = −1.25, 1.4 / 2 = 0.7; 1.95 apart, written 2.0 as in Spark: none is furthest
            (
                "Unbox and return",
                &[(&[-0.7, -1.8], some(-1.3)), (&[0.8, 0.6], some(0.7))],
                some(2.0),
                some(-0.3),
            ),
            ("Run and tell", &[(&[1.7], some(1.7)), (&[1.3], some(1.3))], some(0.4), some(1.5)),
        ],
        furthest: None,
        // 2.6 / 10, −1.1 / 10
        over_map: &[0.3, -0.1],
        // Both have a +1.7: nobody's is the best.
        moments: &[(Worst, "Maya", "Unbox and return", -1.8)],
    },
    Worked {
        file: "templates/sv/need-to-after-purchase",
        personas: &["Johanna", "Micke"],
        phases: &[
            ("Behov", &[(&[-1.2], some(-1.2)), (&[0.5], some(0.5))], some(1.7), some(-0.4)),
            ("Sökning", &[(&[-0.4], some(-0.4)), (&[0.2], some(0.2))], some(0.6), some(-0.1)),
            // 1.1 − 1.1 = 0
            (
                "Utvärdering",
                &[(&[1.1, -1.1], some(0.0)), (&[-0.9], some(-0.9))],
                some(0.9),
                some(-0.5),
            ),
            ("Köp", &[(&[0.6], some(0.6)), (&[-0.5], some(-0.5))], some(1.1), some(0.1)),
            // −1.3 / 2 = −0.65; 1.3 − −0.65 = 1.95, written 2.0; 0.65 / 2 = 0.325
            (
                "Efter köpet",
                &[(&[-1.7, 0.4], some(-0.7)), (&[1.3], some(1.3))],
                some(2.0),
                some(0.3),
            ),
        ],
        furthest: Some("Efter köpet"),
        // −2.3 / 7 = −0.33, 0.6 / 5 = 0.12
        over_map: &[-0.3, 0.1],
        moments: &[(Best, "Micke", "Efter köpet", 1.3), (Worst, "Johanna", "Efter köpet", -1.7)],
    },
    Worked {
        file: "templates/sv/b2b-buying-group",
        personas: &["Malin", "Yusuf", "Birgitta", "Henrik"],
        phases: &[
            // −0.7 / 2 = −0.35, −2.6 / 2 = −1.3; 0.5 − −1.3 = 1.8; −1.55 / 4 = −0.39
            (
                "Upptäckt",
                &[
                    (&[-0.9, 0.2], some(-0.4)),
                    (&[-1.6, -1.0], some(-1.3)),
                    (&[-0.4], some(-0.4)),
                    (&[0.5], some(0.5)),
                ],
                some(1.8),
                some(-0.4),
            ),
            // 0.8 / 3 = 0.27, 0.2 / 3 = 0.07; 0.4 − 0.07 = 0.33; 0.83 / 4 = 0.21
            (
                "Övervägande",
                &[
                    (&[0.9, 1.4, -1.5], some(0.3)),
                    (&[-0.3, 0.8, -0.3], some(0.1)),
                    (&[0.4, 0.4], some(0.4)),
                    (&[0.1], some(0.1)),
                ],
                some(0.3),
                some(0.2),
            ),
            // 1.8 / 2, 1.9 / 2 = 0.95, −1.1 / 2 = −0.55; 1.2 − −0.55 = 1.75, written 1.8 as in
            // Upptäckt: none is furthest; 2.5 / 4 = 0.625
            (
                "Beslut",
                &[
                    (&[0.1, 1.7], some(0.9)),
                    (&[0.9, 1.0], some(1.0)),
                    (&[1.2], some(1.2)),
                    (&[-1.5, 0.4], some(-0.6)),
                ],
                some(1.8),
                some(0.6),
            ),
        ],
        furthest: None,
        // 1.9 / 7, −0.5 / 7, 1.6 / 4, −0.5 / 4 = −0.125
        over_map: &[0.3, -0.1, 0.4, -0.1],
        moments: &[(Best, "Malin", "Beslut", 1.7), (Worst, "Yusuf", "Upptäckt", -1.6)],
    },
];
