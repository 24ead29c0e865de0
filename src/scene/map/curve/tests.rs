//! Curves laid out: what is used again, what costs, and what a damaged file does.

use super::*;
use crate::model::{Persona, Phase, Project, Step, View};
use crate::scene::draw::kept_texts::KeptTexts;
use crate::scene::draw::spline::tests::random;
use crate::scene::{Pictures, StepColumn};
use crate::words::Lang;

/// A map of `count` steps with three personas, and a lane without points.
struct Map {
    engine: TextEngine,
    words: Words,
    project: Project,
    journey: Journey,
    columns: Columns,
    lane: Lane,
}

impl Map {
    fn new(count: usize) -> Self {
        let persona =
            |name: &str| Persona { id: Id::new(name), name: name.into(), ..Persona::default() };
        let personas = ["Anna", "Karim", "Lisa"];
        let project =
            Project { personas: personas.map(persona).into_iter().collect(), ..Project::default() };
        let step = |at| Step { id: Id::new(&format!("s{at}")), ..Step::default() };
        let phase = Phase {
            title: "Beslut".into(),
            steps: (0..count).map(step).collect(),
            ..Phase::default()
        };
        let journey = Journey {
            personas: personas.map(Id::new).to_vec(),
            phases: [phase].into_iter().collect(),
            ..Journey::default()
        };
        let mut columns = Columns::default();
        for (at, (_, step)) in journey.steps().enumerate() {
            columns.index.insert(step.id.clone(), at);
            let x = 199.0 + 238.0 * at as f32;
            columns.steps.push(StepColumn {
                id: step.id.clone(),
                phase: 0,
                x,
                width: 238.0,
                title: None,
            });
        }
        let (engine, words) = (TextEngine::new(), Words::new(Lang::Sv));
        Self { engine, words, project, journey, columns, lane: Lane::default() }
    }

    fn lay_out(&mut self, before: Option<&Curve>) -> (Curve, f32) {
        let (engine, kept_texts) = (&mut self.engine, &mut KeptTexts::default());
        let (project, words, view, held) =
            (&self.project, &self.words, &View::default(), &HashMap::new());
        let (pictures, scale, texts) = (&Pictures::default(), 1.0, 0);
        let mut pen = Pen {
            engine,
            kept_texts,
            words,
            project,
            pictures,
            scale,
            held,
            view,
            least: 0.0,
            texts,
        };
        curve(&mut pen, &self.lane, &self.journey, &self.columns, before)
    }

    fn add(&mut self, point: EmotionPoint) {
        self.lane.points.push(Arc::new(point));
    }
}

fn point(id: usize, persona: &str, step: usize, value: f64) -> EmotionPoint {
    EmotionPoint {
        id: Id::new(&format!("e{id}")),
        persona: (!persona.is_empty()).then(|| Id::new(persona)),
        step: Id::new(&format!("s{step}")),
        value,
        ..EmotionPoint::default()
    }
}

const QUOTES: [&str; 4] = [
    "",
    "Vi lagar mer än vi packar.",
    "Priset syntes först på sidan elva.",
    "Någon ringde innan jag hann undra.",
];

/// A random point with a quote now and then.
fn any(next: &mut impl FnMut() -> f32, id: usize, steps: usize) -> EmotionPoint {
    let persona = ["Anna", "Karim", "Lisa"][(next() * 2.9) as usize];
    let step = (next() * (steps as f32 - 0.1)) as usize;
    let at = (next() < 0.5).then(|| f64::from(next()));
    let quote = QUOTES[(next() * 3.9) as usize].to_owned();
    let value = f64::from(next() * 4.0 - 2.0);
    EmotionPoint { at, quote, ..point(id, persona, step, value) }
}

#[test]
fn what_is_used_again_is_what_would_be_laid_out_anew() {
    for seed in 0..6 {
        let mut next = random(seed);
        let mut map = Map::new(16);
        for id in 0..50 {
            map.add(any(&mut next, id, 16));
        }
        let (mut curve, _) = map.lay_out(None);
        for round in 0..40 {
            let at = (next() * (map.lane.points.len() as f32 - 0.1)) as usize;
            let changed = any(&mut next, 1000 + round, 16);
            match (next() * 8.0) as usize {
                0 => {
                    map.lane.points.remove(at);
                }
                1 => map.add(changed),
                2 => map.lane.points.edit(at).unwrap().quote = changed.quote,
                3 => map.lane.points.edit(at).unwrap().at = changed.at,
                4 => map.lane.points.edit(at).unwrap().step = changed.step,
                5 if map.lane.curves_off.is_empty() => {
                    map.lane.curves_off.push(changed.persona.unwrap());
                }
                5 => map.lane.curves_off.clear(),
                _ => map.lane.points.edit(at).unwrap().value = changed.value,
            }
            let (again, height) = map.lay_out(Some(&curve));
            let (anew, fresh_height) = map.lay_out(None);
            for (kept, fresh) in again.points.iter().zip(&anew.points) {
                let place = |one: &PointBox| one.quote.as_ref().map(|(rect, _)| *rect);
                assert_eq!(place(kept), place(fresh), "seed {seed}, round {round}, {}", kept.title);
            }
            assert!(again == anew, "seed {seed}, round {round}");
            assert_eq!(height, fresh_height);
            curve = again;
        }
        map.columns.steps.truncate(9);
        map.columns.index.retain(|_, at| *at < 9);
        let again = map.lay_out(Some(&curve)).0;
        assert_eq!(again, map.lay_out(None).0, "seed {seed}: columns are gone");
    }
}

#[test]
fn a_changed_feeling_costs_what_is_near_it() {
    let mut map = Map::new(250);
    for id in 0..500 {
        let value = (id * 7 % 9) as f64 * 0.4 - 1.6;
        let quote = QUOTES[id % 4].to_owned();
        map.add(EmotionPoint { quote, ..point(id, "Anna", id / 2, value) });
    }
    let (before, _) = map.lay_out(None);
    map.lane.points.edit(250).unwrap().value = 0.3;
    let (after, _) = map.lay_out(Some(&before));
    let pieces = before.lines[0].pieces.iter().zip(&after.lines[0].pieces);
    let bent = pieces.filter(|(old, new)| !Arc::ptr_eq(old, new)).count();
    assert!((1..=4).contains(&bent), "{bent} pieces drawn anew");
    let same =
        |old: &Option<(Rect, Arc<Drawing>)>, new: &Option<(Rect, Arc<Drawing>)>| match (old, new) {
            (Some(old), Some(new)) => Arc::ptr_eq(&old.1, &new.1),
            (old, new) => old.is_none() && new.is_none(),
        };
    let points = before.points.iter().zip(&after.points);
    let anew = points.filter(|(old, new)| !same(&old.quote, &new.quote)).count();
    assert!(anew <= 6, "{anew} quotes drawn anew");
}

#[test]
fn the_main_curve_is_the_first_that_is_shown() {
    type Setup = fn(&mut Map);
    let rows: [(Setup, &[&str]); 7] = [
        (|_| {}, &["Lisa", "Karim", "Anna"]),
        (|map| map.lane.curves_off.push(Id::new("Anna")), &["Lisa", "Karim"]),
        (|map| map.journey.personas.reverse(), &["Anna", "Karim", "Lisa"]),
        (|map| map.journey.personas.clear(), &["Lisa", "Karim", "Anna"]),
        (|map| map.add(point(9, "Nobody", 1, 1.0)), &["Nobody", "Lisa", "Karim", "Anna"]),
        (|map| map.add(point(9, "", 1, 1.0)), &["", "Lisa", "Karim", "Anna"]),
        (|map| map.lane.persona = Some(Id::new("Karim")), &["Karim"]),
    ];
    for (set_up, expected) in rows {
        let mut map = Map::new(4);
        for (id, name) in ["Karim", "Anna", "Lisa", "Anna"].into_iter().enumerate() {
            map.add(point(id, name, id, 0.5));
        }
        set_up(&mut map);
        let (curve, _) = map.lay_out(None);
        let name = |line: &CurveLine| line.persona.as_ref().map_or(String::new(), Id::to_string);
        assert_eq!(curve.lines.iter().map(name).collect::<Vec<_>>(), expected);
        assert!(curve.lines.iter().rev().enumerate().all(|(at, line)| line.main == (at == 0)));
        let points: usize = curve.lines.iter().map(|line| line.pieces.len() + 1).sum();
        assert_eq!(points, curve.points.len());
    }
}

#[test]
fn a_point_stands_by_its_step_and_its_feeling() {
    let mut map = Map::new(3);
    map.add(EmotionPoint { quote: "”Priset.”".into(), ..point(0, "Anna", 1, -1.6) });
    map.add(EmotionPoint { at: Some(0.25), ..point(1, "Anna", 0, 99.0) });
    map.add(EmotionPoint { at: Some(0.25), ..point(2, "Anna", 0, f64::NAN) });
    let (curve, height) = map.lay_out(None);
    assert_eq!((curve.zero_y, curve.unit, height), (118.0, 46.0, 236.0));
    let places: Vec<(f32, f32)> =
        curve.points.iter().map(|point| (point.at.x, point.at.y)).collect();
    assert_eq!(places, [(252.5, 26.0), (264.5, 118.0), (556.0, 118.0 + 1.6 * 46.0)]);
    assert_eq!(curve.points[2].title, "Anna, Beslut: −1,6, ”Priset.”");
    assert_eq!(curve.points[0].title, "Anna, Beslut: +2,0");
    assert_eq!(curve.axis.len(), 5);
    let (rect, _) = curve.points[2].quote.as_ref().unwrap();
    assert!(rect.distance_to_pos(curve.points[2].at) < 40.0, "{rect}");
}

#[test]
fn a_damaged_file_is_no_trouble() {
    let mut map = Map::new(2);
    for id in 0..3000 {
        let at = [None, Some(f64::INFINITY), Some(-7.0), Some(0.5)][id % 4];
        map.add(EmotionPoint { at, ..point(id % 2500, ["Anna", "", "X"][id % 3], 0, id as f64) });
    }
    map.add(EmotionPoint {
        quote: "å ".repeat(500_000),
        face: "w".repeat(99),
        ..point(1, "Anna", 1, 1.0)
    });
    let (curve, height) = map.lay_out(None);
    assert_eq!(curve.points.len(), 3001);
    assert!(height.is_finite() && curve.points.iter().all(|point| point.at.x.is_finite()));
    let (again, _) = map.lay_out(Some(&curve));
    assert_eq!(again, curve);
    map.columns = Columns::default();
    let (empty, height) = map.lay_out(Some(&curve));
    assert!(empty.points.is_empty() && empty.lines.is_empty());
    assert_eq!(height, 236.0);
}

#[test]
fn no_two_of_many_personas_have_the_same_line() {
    let mut map = Map::new(4);
    let names: Vec<String> = (0..14).map(|at| format!("P{at}")).collect();
    let persona = |name: &String| Persona { id: Id::new(name), ..Persona::default() };
    map.project.personas = names.iter().map(persona).collect();
    map.journey.personas = names.iter().map(|name| Id::new(name)).collect();
    for (at, name) in names.iter().enumerate() {
        map.add(point(at, name, at % 4, 0.5));
        map.add(point(100 + at, name, (at + 1) % 4, -0.5));
    }
    let (curve, _) = map.lay_out(None);
    // The main one comes last and is solid.
    let drawn: Vec<(Role, Option<(f32, f32)>)> =
        curve.lines.iter().rev().map(|line| (line.role, line.stroke().dash)).collect();
    for (at, one) in drawn.iter().enumerate() {
        assert!(drawn[..at].iter().all(|other| other != one), "{at}: {one:?} in {drawn:?}");
    }
    let dotted = drawn[1].1;
    assert!(drawn[1..6].iter().all(|(_, dash)| *dash == dotted));
    assert!(drawn[6..12].iter().all(|(_, dash)| *dash != dotted && dash.is_some()));
    // Where two have chosen the same colour the patterns differ.
    map.project.personas.edit(2).unwrap().color = Some(1);
    let looks = crate::scene::map::head::looks(&map.project);
    assert_eq!((looks[1].role, looks[1].pattern), (looks[2].role, 0));
    assert_eq!(looks[2].pattern, 1);
}
