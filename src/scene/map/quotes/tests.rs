//! Places of quotes over random crowds: nothing covers anything, what is far stays where it is.

use super::search::{FAR, Obstacles, QuoteSpot, QuoteToPlace, growth, place, tail};
use super::*;
use crate::scene::draw::spline::Spline;
use crate::scene::draw::spline::tests::random;
use egui::{Rangef, pos2};

/// Three personas in `steps` steps, twenty points each, all with quotes.
fn crowd(seed: u64, steps: f32) -> Vec<QuoteToPlace> {
    let mut next = random(seed);
    let mut asks: Vec<QuoteToPlace> = (0..60)
        .map(|index| QuoteToPlace {
            at: pos2(next() * steps * 238.0, (next() * 4.0 - 2.0) * 46.0),
            radius: if index < 20 { 19.0 } else { 12.0 },
            size: vec2(60.0 + next() * 92.0, 26.0 + (next() * 4.0).floor() * 16.0).round(),
            rank: (index >= 20, (next() * 1e6) as u64),
            kept: None,
            folded: false,
        })
        .collect();
    asks.sort_by(|a, b| a.at.x.total_cmp(&b.at.x));
    asks
}

fn ground<'a>(asks: &[QuoteToPlace], curves: Vec<(&'a Spline, f32)>, width: f32) -> Obstacles<'a> {
    Obstacles {
        faces: asks.iter().map(|ask| (ask.at, ask.radius)).collect(),
        curves,
        x: Rangef::new(0.0, width),
        x_before: Rangef::NOTHING,
        reach: 112.0,
        changed: Vec::new(),
        scale: 1.0,
    }
}

#[test]
fn a_quote_covers_no_face_and_no_other_quote() {
    let mut sums = [0; 3];
    for (seed, steps) in (0..40).flat_map(|seed| [(seed, 20.0), (seed, 4.0), (seed, 1.0)]) {
        let asks = crowd(seed, steps);
        let main = asks.iter().filter(|ask| !ask.rank.0).map(|ask| ask.at).collect();
        let main = Spline::new(main);
        let width = steps * 238.0;
        let places = place(&ground(&asks, vec![(&main, 0.35)], width), &asks);
        assert_eq!(places, place(&ground(&asks, vec![(&main, 0.35)], width), &asks));
        let folded = places.iter().filter(|spot| spot.folded).count();
        // Of sixty: nearly all have room in twenty steps, half of them in four, a few in one.
        let (most, sum) = match steps {
            20.0 => (3, &mut sums[0]),
            4.0 => (37, &mut sums[1]),
            _ => (57, &mut sums[2]),
        };
        *sum += folded;
        assert!(folded <= most, "seed {seed}, {steps} steps: {folded} have found no place");
        let whole = places.iter().zip(&asks).filter(|(spot, _)| !spot.folded);
        for (spot, ask) in whole {
            let ends = tail(spot.rect, ask.at, ask.radius);
            for [from, to] in ends.into_iter() {
                let middle = from + (to - from) * 0.6;
                let own = Rect::from_center_size(ask.at, Vec2::splat(ask.radius * 2.0 + 4.0));
                let others = asks.iter().filter(|other| !std::ptr::eq(*other, ask));
                let mut faces = others
                    .map(|other| Rect::from_center_size(other.at, Vec2::splat(other.radius * 2.0)));
                let hidden = from.distance(to) > 14.0
                    && !own.contains(middle)
                    && faces.any(|face| face.shrink(6.0).contains(middle));
                assert!(!hidden, "seed {seed}: the line of {:?} goes behind a face", spot.rect);
            }
        }
        let places: Vec<Rect> =
            places.into_iter().filter(|spot| !spot.folded).map(|spot| spot.rect).collect();
        for (index, rect) in places.iter().enumerate() {
            assert!(rect.min.x >= 0.0 && rect.max.x <= width, "seed {seed}: {rect} is outside");
            for ask in &asks {
                let face = Rect::from_center_size(ask.at, Vec2::splat(ask.radius * 2.0));
                assert!(!rect.intersects(face), "seed {seed}: {rect} covers {face}");
            }
            for other in &places[index + 1..] {
                assert!(!rect.intersects(*other), "seed {seed}: {rect} covers {other}");
            }
        }
    }
    let [many, four, one] = sums.map(|sum| sum as f32 / 40.0);
    assert!(many < 1.1 && four < 34.0 && one < 55.0, "of 60 on average: {many} {four} {one}");
}

#[test]
fn quotes_stay_near_and_in_the_lane_where_there_is_room() {
    let (mut far, mut out, all) = (0, 0, 40 * 60);
    for seed in 0..40 {
        let mut asks = crowd(seed, 30.0);
        // As in a map: two points in the middle of each step.
        for (index, ask) in asks.iter_mut().enumerate() {
            ask.at.x = 119.0 + 238.0 * (index / 2) as f32;
        }
        let places = place(&ground(&asks, Vec::new(), 30.0 * 238.0), &asks);
        for (ask, rect) in asks.iter().zip(places.iter().map(|spot| spot.rect)) {
            far += usize::from(rect.distance_to_pos(ask.at) - ask.radius > 60.0);
            out += usize::from(growth(rect, 112.0) > 0.0);
        }
    }
    assert!(far <= 3 && out <= 100, "of {all}: {far} far away, {out} beyond the lane");
}

#[test]
fn a_moved_face_leaves_far_quotes_alone() {
    for seed in 0..40 {
        let mut asks = crowd(seed, 12.0);
        let width = 12.0 * 238.0;
        let before = place(&ground(&asks, Vec::new(), width), &asks);
        asks[30].at.y = -asks[30].at.y;
        let after = place(&ground(&asks, Vec::new(), width), &asks);
        let x = asks[30].at.x;
        for (index, ask) in asks.iter().enumerate() {
            if (ask.at.x - x).abs() > 900.0 {
                assert_eq!(before[index], after[index], "seed {seed}");
            }
        }
    }
}

#[test]
fn a_quote_beside_a_curve_leaves_it_in_sight() {
    // The curve rises to the right of a low point: below is free.
    let line = Spline::new(vec![pos2(0.0, 40.0), pos2(300.0, 46.0), pos2(600.0, -60.0)]);
    let ask = QuoteToPlace {
        at: pos2(300.0, 46.0),
        radius: 19.0,
        size: vec2(150.0, 42.0),
        rank: (false, 0),
        kept: None,
        folded: false,
    };
    let asks = [ask];
    let found = place(&ground(&asks, vec![(&line, 0.35)], 900.0), &asks)[0].rect;
    let xs = (0..=found.width() as usize).map(|along| found.min.x + along as f32);
    let hidden = xs.filter(|x| line.y_at(*x).is_some_and(|y| found.y_range().contains(y))).count();
    assert!(hidden < 60, "{found} hides {hidden} units");
    assert!(found.center().y > 46.0, "{found} is below a bad feeling");
}

#[test]
fn thousands_in_one_step_end_in_time() {
    let asks: Vec<QuoteToPlace> = (0..5000)
        .map(|index| QuoteToPlace {
            at: pos2(index as f32 * 238.0 / 5000.0, 10.0),
            radius: 12.0,
            size: vec2(152.0, 42.0),
            rank: (false, 0),
            kept: None,
            folded: false,
        })
        .collect();
    let places = place(&ground(&asks, Vec::new(), 238.0), &asks);
    let shown = places.iter().filter(|spot| !spot.folded).count();
    assert!((2..=6).contains(&shown), "{shown} are whole, the lane does not grow for ever");
    let near = |spot: &QuoteSpot, ask: &QuoteToPlace| {
        spot.rect.distance_to_pos(ask.at) < ask.radius + 10.0
    };
    let folded = places.iter().zip(&asks).filter(|(spot, _)| spot.folded);
    assert!(folded.clone().all(|(spot, ask)| near(spot, ask)), "signs stand at their faces");
    assert!(places.iter().all(|spot| spot.rect.min.y >= -FAR && spot.rect.max.y <= FAR));
}

#[test]
fn marks_around_a_quote_are_not_doubled() {
    let rows = [
        (" ”Vi packar.” ", "Vi packar."),
        ("\"", "\""),
        ("“”", ""),
        ("Han sa ”nej”", "Han sa ”nej”"),
        ("", ""),
    ];
    for (given, expected) in rows {
        assert_eq!(unquoted(given), expected, "{given}");
    }
    assert_eq!(shortened("åäö", 2), "åä…");
    assert_eq!(shortened("åäö", 3), "åäö");
}
