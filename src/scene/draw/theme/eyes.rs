//! Can the projector's colours be told apart by eyes that lack one kind of cone?
//!
//! What such eyes see is simulated as in Machado, Oliveira and Fernandes, "A Physiologically-based
//! Model for Simulation of Color Vision Deficiency", IEEE Transactions on Visualization and Computer
//! Graphics 15 (6), 2009: their matrices for severity 1 (a kind of cone is missing), which are
//! applied to linear RGB. How far apart two colours are is measured by CIEDE2000 (Sharma, Wu and
//! Dalal 2005).

use super::{PERSONA_COLORS, PERSONA_HUES, Theme, ThemeKind};
use crate::scene::draw::role::Role;

/// Two colours side by side are just told apart at about 1. Curves and headers are compared across
/// the map and from the back row, so they have to be ten times as far apart.
const APART: f64 = 10.0;

type Three = [f64; 3];

/// Who sees, and how linear RGB looks to them.
const EYES: [(&str, [Three; 3]); 4] = [
    ("all cones", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ],
    ),
];

fn applied(matrix: &[Three; 3], to: Three) -> Three {
    matrix.map(|row| row.iter().zip(to).map(|(factor, value)| factor * value).sum())
}

/// A colour of a theme as somebody sees it, in CIE L*a*b* under D65.
fn seen_in(kind: ThemeKind, role: Role, eyes: &[Three; 3]) -> Three {
    let [red, green, blue, _] = Theme::new(kind).rgba(role);
    let linear = [red, green, blue].map(|byte| {
        let value = f64::from(byte) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    });
    lab(applied(eyes, linear).map(|value| value.clamp(0.0, 1.0)))
}

fn seen(role: Role, eyes: &[Three; 3]) -> Three {
    seen_in(ThemeKind::Projector, role, eyes)
}

fn lab(linear: Three) -> Three {
    const XYZ: [Three; 3] = [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ];
    let [x, y, z] = applied(&XYZ, linear);
    let f = |t: f64| {
        if t > 216.0 / 24389.0 { t.cbrt() } else { (24389.0 / 27.0 * t + 16.0) / 116.0 }
    };
    let [x, y, z] = [f(x / 0.95047), f(y), f(z / 1.08883)];
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// CIEDE2000.
fn apart([l1, a1, b1]: Three, [l2, a2, b2]: Three) -> f64 {
    let seventh = |c: f64| (c.powi(7) / (c.powi(7) + 25f64.powi(7))).sqrt();
    let wider = 1.0 + 0.5 * (1.0 - seventh((a1.hypot(b1) + a2.hypot(b2)) / 2.0));
    let (a1, a2) = (a1 * wider, a2 * wider);
    let (c1, c2) = (a1.hypot(b1), a2.hypot(b2));
    let hue = |a: f64, b: f64| b.atan2(a).to_degrees().rem_euclid(360.0);
    let (h1, h2) = (hue(a1, b1), hue(a2, b2));
    let turn = (h2 - h1 + 180.0).rem_euclid(360.0) - 180.0;
    let (lightness, chroma) = (l2 - l1, c2 - c1);
    let hues = 2.0 * (c1 * c2).sqrt() * (turn / 2.0).to_radians().sin();
    let (l, c) = ((l1 + l2) / 2.0, (c1 + c2) / 2.0);
    let h = (h1 + turn / 2.0).rem_euclid(360.0);
    let cos = |degrees: f64| degrees.to_radians().cos();
    let t = 1.0 - 0.17 * cos(h - 30.0) + 0.24 * cos(2.0 * h) + 0.32 * cos(3.0 * h + 6.0)
        - 0.20 * cos(4.0 * h - 63.0);
    let near = (l - 50.0).powi(2);
    let by_lightness = lightness / (1.0 + 0.015 * near / (20.0 + near).sqrt());
    let by_chroma = chroma / (1.0 + 0.045 * c);
    let by_hue = hues / (1.0 + 0.015 * c * t);
    let blue = (60.0 * (-((h - 275.0) / 25.0).powi(2)).exp()).to_radians().sin();
    let turned = -2.0 * seventh(c) * blue;
    let squares = by_lightness.powi(2) + by_chroma.powi(2) + by_hue.powi(2);
    (squares + turned * by_chroma * by_hue).sqrt()
}

#[test]
fn the_measure_is_that_of_its_authors() {
    // Of the table by which Sharma, Wu and Dalal check programs.
    let rows = [
        ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
        ([50.0, 2.5, 0.0], [73.0, 25.0, -18.0], 27.1492),
        ([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644),
        ([2.0776, 0.0795, -1.1350], [0.9033, -0.0636, -0.5514], 0.9082),
    ];
    for (one, other, expected) in rows {
        assert!((apart(one, other) - expected).abs() < 1e-4, "{one:?} {other:?}");
    }
}

#[test]
fn neighbouring_phases_and_all_personas_can_be_told_apart() {
    let phases = (0..6u8).map(|one| (Role::Phase(one), Role::Phase((one + 1) % 6)));
    let pairs = (0..6u8).flat_map(|one| (0..one).map(move |other| (one, other)));
    let personas = pairs.map(|(one, other)| (Role::Persona(one), Role::Persona(other)));
    for (one, other) in phases.chain(personas) {
        for (who, eyes) in &EYES {
            let found = apart(seen(one, eyes), seen(other, eyes));
            assert!(found >= APART, "{one:?} and {other:?} with {who}: {found:.1}");
        }
    }
}

#[test]
fn the_seventh_persona_and_on_have_colours_of_their_own() {
    // Those that share a hue have patterns that differ as well.
    let all = || 0..PERSONA_COLORS as u8;
    let later = |number: u8| usize::from(number) >= PERSONA_HUES;
    let pairs = all()
        .flat_map(|one| all().take_while(move |other| *other < one).map(move |other| (one, other)));
    for kind in [ThemeKind::Light, ThemeKind::Dark, ThemeKind::Projector] {
        for (one, other) in pairs.clone().filter(|(one, _)| later(*one)) {
            // Among themselves for all eyes, as they may have the same pattern.
            let eyes = if later(other) { &EYES[..] } else { &EYES[..1] };
            for (who, eyes) in eyes {
                let [a, b] = [one, other].map(|number| seen_in(kind, Role::Persona(number), eyes));
                let found = apart(a, b);
                assert!(found >= APART, "{one} and {other} in {kind:?} with {who}: {found:.1}");
            }
        }
    }
}
