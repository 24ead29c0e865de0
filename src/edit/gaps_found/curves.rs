//! Gaps in what is felt, and in what things rest on.

use super::*;

/// A way from a screen to a shop, and how somebody feels there.
pub(super) const WAY: &str = "A: a b c\nmeet: w / s / m\n~E: p1+1 / p2-1@s / p3+1\nwho: p q";

pub(super) fn channels(it: &mut Project) {
    card(it, "w").channel = Some(Channel::Web);
    card(it, "s").channel = Some(Channel::Shop);
    card(it, "m").channel = Some(Channel::Email);
    whose(it);
}

#[test]
fn the_way_changes_between_screen_and_world_at_a_low() {
    hold(&[
        (DigitalSwitchAtLow, WAY, channels, &["s w"]),
        (DigitalSwitchAtLow, WAY, as_is, &[]),
        // In her step there is only that touchpoint.
        (
            DigitalSwitchAtLow,
            "A: a b c\nmeet: w / s / m\n~E: p1+1 / p2-1 / p3+1",
            channels,
            &["s w"],
        ),
        // Which of the two it is at, nobody knows.
        (
            DigitalSwitchAtLow,
            "A: a b c\nmeet: w / s t / m\n~E: p1+1 / p2-1 / p3+1",
            |it| {
                channels(it);
                card(it, "t").channel = Some(Channel::Fair);
            },
            &[],
        ),
        // She does not come by the web.
        (
            DigitalSwitchAtLow,
            WAY,
            |it| {
                channels(it);
                card(it, "w").personas = vec![id("q")];
            },
            &[],
        ),
        (
            DigitalSwitchAtLow,
            WAY,
            |it| {
                channels(it);
                card(it, "s").medium = Some(Medium::Digital);
            },
            &[],
        ),
        // Two of them low at one change are one gap.
        (
            DigitalSwitchAtLow,
            "A: a b c\nmeet: w / s / m\n~E: p1+1 q1+1 / p2-1@s q2-2@s / p3+1\nwho: p q",
            channels,
            &["s w"],
        ),
    ]);
}

#[test]
fn touchpoints_have_owners_and_feelings() {
    const MAP: &str = "A: a b c d\nmeet: m / n o>d / / q\n~E: p+1 / / /";
    hold(&[
        (TouchpointWithoutFeeling, MAP, as_is, &["b"]),
        (TouchpointWithoutFeeling, "A: a b\nmeet: m / n\n~E: /", as_is, &[]),
        (TouchpointWithoutFeeling, "A: a b\nmeet: m>b /\n~E: / p+1", as_is, &[]),
        (TouchpointWithoutFeeling, MAP, |it| lane(it, "meet").hidden = true, &[]),
        // Where a lane of points is hidden, what is felt is known.
        (
            TouchpointWithoutFeeling,
            "A: a b\nmeet: m / n\n~E: p+1 / q+1",
            |it| lane(it, "E").hidden = true,
            &[],
        ),
        (TouchpointWithoutOwner, MAP, as_is, &["m", "n", "o", "q"]),
        (
            TouchpointWithoutOwner,
            MAP,
            |it| {
                card(it, "m").owner = "Lisa".into();
                idea(it, "i", |o| {
                    o.owner = "Omar".into();
                    o.cards = vec![id("n"), id("o")];
                });
            },
            &["q"],
        ),
    ]);
}

#[test]
fn what_rests_on_hypotheses_is_told_once_a_step() {
    const MAP: &str = "A: a b\ndo: x y / z\nmeet: / m";
    const CURVES: &str = "A: a b\nmeet: m /\n~E: p1+1 q1+1@m / p2+1 q2+1\nwho: p q";
    fn guess(it: &mut Project, names: &[&str]) {
        names.iter().for_each(|name| card(it, name).evidence = Some(Evidence::Hypothesis));
    }
    hold(&[
        (OnlyHypotheses, MAP, as_is, &[]),
        (OnlyHypotheses, MAP, |it| guess(it, &["x", "z", "m"]), &["a", "b"]),
        (OnlyHypotheses, MAP, |it| card(it, "x").evidence = Some(Evidence::Partly), &[]),
        (
            OnlyHypotheses,
            MAP,
            |it| {
                guess(it, &["x"]);
                card(it, "x").sources = vec![id("i")];
            },
            &[],
        ),
        (
            OnlyHypotheses,
            MAP,
            |it| {
                guess(it, &["x"]);
                journey(it).kind = Some(JourneyKind::Future);
            },
            &[],
        ),
        // Nothing on the map is founded: then a curve is not less so than others.
        (OnlyHypotheses, CURVES, whose, &[]),
        (
            OnlyHypotheses,
            CURVES,
            |it| {
                whose(it);
                points(it, "E", |name, point| point.source = (name == "p1").then(|| id("i")));
            },
            &["q"],
        ),
        (
            OnlyHypotheses,
            CURVES,
            |it| {
                whose(it);
                card(it, "m").evidence = Some(Evidence::Researched);
            },
            &["p"],
        ),
        (
            OnlyHypotheses,
            "A: a\nmeet: m\n~E: p1+1\nwho: p",
            |it| {
                whose(it);
                card(it, "m").evidence = Some(Evidence::Researched);
            },
            &[],
        ),
    ]);
}
