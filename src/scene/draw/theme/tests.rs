//! Is every colour of every theme seen on what it is drawn on?

use super::*;

const THEMES: [ThemeKind; 3] = [ThemeKind::Light, ThemeKind::Dark, ThemeKind::Projector];

/// WCAG 2.2, "contrast ratio".
fn contrast(a: Color32, b: Color32) -> f64 {
    let luminance = |color: Color32| {
        let linear = |byte: u8| {
            let value = f64::from(byte) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(color.r()) + 0.7152 * linear(color.g()) + 0.0722 * linear(color.b())
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn personas() -> Vec<Role> {
    (0..PERSONA_COLORS as u8).map(Role::Persona).collect()
}

fn six(role: impl Fn(u8) -> Role) -> Vec<Role> {
    (0..6).map(role).collect()
}

fn check(what: &str, front: &[Role], back: &[Role], least: fn(ThemeKind) -> f64) {
    for kind in THEMES {
        let theme = Theme::new(kind);
        for (front, back) in front.iter().flat_map(|f| back.iter().map(move |b| (*f, *b))) {
            let found = contrast(theme.color(front), theme.color(back));
            assert!(
                found >= least(kind),
                "{what}: {front:?} on {back:?} in {kind:?} has {found:.2}:1"
            );
        }
    }
}

/// Text has this contrast at least.
fn text(kind: ThemeKind) -> f64 {
    if kind == ThemeKind::Projector { 7.0 } else { 4.5 }
}

/// Lines and marks that mean something have this contrast at least.
fn graphic(kind: ThemeKind) -> f64 {
    if kind == ThemeKind::Projector { 4.5 } else { 3.0 }
}

/// All that a map is drawn on.
fn grounds() -> Vec<Role> {
    let plain = [Role::Paper, Role::Card, Role::Panel];
    [&plain[..], &six(Role::Tint), &six(Role::CardTint)].concat()
}

#[test]
fn everything_can_be_read() {
    let plain = [Role::Paper, Role::Card, Role::Panel];
    let inks = [Role::Ink, Role::Muted, Role::Good, Role::Bad, Role::IdeaText];
    check("text", &inks, &grounds(), text);
    let colors = [personas(), six(Role::PhaseText), vec![Role::Accent]].concat();
    check("text", &colors, &plain, text);
    check("text", &[Role::OnAccent], &[Role::Accent], text);
    check("text", &[Role::OnAccent], &personas(), text);
    check("text", &[Role::OnColor], &six(Role::Phase), text);
    // Cards of pain points hold notes and chips as others do.
    let fills = [Role::Chip, Role::GoodFill, Role::IdeaFill, Role::GapFill];
    check("text", &[Role::Ink, Role::Muted], &fills, text);
    check("text", &[Role::Good], &[Role::GoodFill], text);
    check("text", &[Role::IdeaText], &[Role::IdeaFill], text);
    check("text", &[Role::Bad], &[Role::GapFill], text);
}

#[test]
fn lines_and_marks_that_mean_something_are_seen() {
    let colors = [personas(), six(Role::PhaseText)].concat();
    let marks = [Role::Accent, Role::Good, Role::Bad, Role::Idea, Role::IdeaText, Role::Muted];
    check("curves and arcs", &colors, &grounds(), graphic);
    check("marks", &marks, &grounds(), graphic);
    let stripes = [
        Role::StripeTouchpoint,
        Role::StripeOpportunity,
        Role::StripeSales,
        Role::StripePain,
        Role::StripeOther,
    ];
    check("stripes", &stripes, &[Role::Card, Role::GapFill], graphic);
    check("headers", &six(Role::Phase), &[Role::Paper], |kind| match kind {
        // There the shape is told by the white of its text.
        ThemeKind::Dark => 2.5,
        kind => graphic(kind),
    });
}

#[test]
fn what_shines_through_leaves_text_its_contrast() {
    // What is painted over the tints, from below, and what is written on it.
    let fills = |number: u8| {
        let tint: Paint = Role::Tint(number).into();
        [
            (vec![tint, Role::StripeSales.at(34)], vec![Role::Ink]),
            (vec![tint, Role::Persona(number).at(26)], vec![Role::Ink]),
            (vec![tint, Role::Good.at(46), Role::Paper.at(225)], vec![Role::Good]),
            (vec![tint, Role::Bad.at(46), Role::Paper.at(225)], vec![Role::Bad]),
        ]
    };
    for kind in THEMES {
        let theme = Theme::new(kind);
        for (layers, texts) in (0..6).flat_map(fills) {
            let ground = layers.iter().fold([0.0; 3], |under, paint| {
                let [r, g, b, a] = theme.rgba(*paint).map(f64::from);
                let part = a / 255.0;
                let over = [r, g, b];
                std::array::from_fn(|one| under[one] * (1.0 - part) + over[one] * part)
            });
            let [r, g, b] = ground.map(|value| value.round() as u8);
            for role in texts {
                let found = contrast(theme.color(role), Color32::from_rgb(r, g, b));
                assert!(found >= text(kind), "{role:?} on {layers:?} in {kind:?}: {found:.2}:1");
            }
        }
    }
}

#[test]
fn on_a_projector_every_line_is_half_as_thick_again() {
    let line = Stroke { width: 2.0, paint: Role::Accent.into(), dash: Some((4.0, 6.0)) };
    let drawn = |kind| Theme::new(kind).stroke(&line);
    assert_eq!(drawn(ThemeKind::Dark), line);
    assert_eq!(drawn(ThemeKind::Projector), Stroke { width: 3.0, dash: Some((6.0, 9.0)), ..line });
}

#[test]
fn colours_repeat_after_six_and_those_of_personas_after_twelve() {
    let theme = Theme::new(ThemeKind::Dark);
    for (role, same) in [
        (Role::Phase(250), Role::Phase(4)),
        (Role::Tint(6), Role::Tint(0)),
        (Role::Persona(13), Role::Persona(1)),
        (Role::PhaseText(255), Role::PhaseText(3)),
    ] {
        assert_eq!(theme.color(role), theme.color(same), "{role:?}");
    }
    let light = Theme::new(ThemeKind::Light);
    for number in 0..6 {
        assert_eq!(light.color(Role::PhaseText(number)), light.color(Role::Phase(number)));
    }
}

#[test]
fn alpha_thins_the_colour() {
    let theme = Theme::new(ThemeKind::Light);
    let half = theme.color(Role::Accent.at(128));
    assert_eq!(half.a(), 128);
    assert!(half.r() < theme.color(Role::Accent).r(), "is premultiplied");
    assert_eq!(theme.rgba(Role::Accent.at(128)), [0x2F, 0x6F, 0x8F, 128]);
    assert_eq!(theme.color(Role::Ink.at(0)), Color32::TRANSPARENT);
    assert_eq!(theme.rgba(Role::Shadow)[3], 13);
    assert_eq!(theme.rgba(Role::Tint(0)), [0xF3, 0xF7, 0xF8, 255]);
}
