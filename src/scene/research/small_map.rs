//! The map in small: its phases and steps, one curve and another, and how many quotes each step has.

use super::ResearchPicture;
use super::saturation_chart::smooth;
use crate::insight::Feelings;
use crate::model::{Id, Journey, LaneKind, Project, View, face_of};
use crate::scene::draw::pen::{Style, circle, emoji_at, solid, text_at};
use crate::scene::draw::spline::Spline;
use crate::scene::map::columns::{arrow, phase_color};
use crate::scene::map::name::persona_role;
use crate::scene::{Face, Item, Layout, Role, Segment, Stroke, icon};
use crate::words::{Words, titled};
use egui::{Pos2, Rect, pos2, vec2};
use std::collections::HashMap;
use std::sync::Arc;

/// How high the header of a phase is, and what lies below it.
const HEADER: f32 = 30.0;
const BELOW: f32 = 10.0;
/// How high a column is, where its curve begins and ends, and where quotes are counted.
const COLUMN: f32 = 288.0;
const CURVE: (f32, f32) = (44.0, 230.0);
const QUOTES: f32 = 270.0;
/// Between phases.
const BETWEEN: f32 = 6.0;
/// How wide a step is at least.
const STEP: f32 = 54.0;

const PHASE: Style = Style { face: Face::SemiBold, size: 11.5, line_height: 15.0 };
const NARROW: Style = Style { face: Face::SemiBold, size: 11.0, line_height: 13.0 };
const TITLE: Style = Style { face: Face::Regular, size: 11.0, line_height: 14.0 };
const COUNT: Style = Style { face: Face::Medium, size: 12.0, line_height: 15.0 };
const SIGN: Style = Style { face: Face::Icons, size: 12.0, line_height: 15.0 };
const FACE: Style = Style { face: Face::Regular, size: 17.0, line_height: 20.0 };

/// The map in small, and where its steps are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SmallMap {
    /// What is drawn.
    pub picture: ResearchPicture,
    /// The steps from left to right, each with how many quotes it has.
    pub steps: Vec<SmallStep>,
}

/// A step of the map in small.
#[derive(Clone, Debug, PartialEq)]
pub struct SmallStep {
    /// It.
    pub id: Id,
    /// What it is called, or its phase.
    pub name: String,
    /// Where it is.
    pub rect: Rect,
    /// How many cards of quotes and quotes of feelings it has.
    pub quotes: usize,
}

impl SmallMap {
    /// Where the quotes of a step are counted.
    pub fn count_of(step: &SmallStep) -> Pos2 {
        pos2(step.rect.center().x, step.rect.top() + QUOTES)
    }
}

/// The map in small in `width`, with the curve of `whose` in front. Steps without room beside each
/// other make it wider.
pub fn small_map(
    layout: &mut Layout,
    project: &Project,
    journey: &Journey,
    whose: Option<&Id>,
    (width, words, scale): (f32, &Words, f32),
) -> SmallMap {
    let mut pen = layout.pen(project, words, scale);
    let count = journey.steps().count().max(1) as f32;
    let gaps = BETWEEN * (journey.phases.len().max(1) - 1) as f32;
    let wide = ((width - gaps) / count).max(STEP * scale);
    let quotes = quotes_of(journey);
    let (mut items, mut steps, mut x) = (Vec::new(), Vec::new(), 0.0);
    let mut middles: HashMap<&Id, f32> = HashMap::new();
    for (place, phase) in journey.phases.iter().enumerate() {
        let color = phase_color(place, phase);
        let across = wide * phase.steps.len() as f32;
        let mut path = arrow(across, HEADER, 7.0, 6.0);
        path.shift(vec2(x, 0.0));
        let path = Arc::new(path);
        items.push(Item::Path { path, fill: Some(Role::Phase(color).into()), stroke: None });
        let title = titled(&phase.title, words);
        let mut text = pen.text(&title, PHASE, None);
        if text.size.x > across - 12.0 {
            text = pen.text(&title, NARROW, Some(across - 12.0));
        }
        // More than two lines reach beyond the header; its steps have their names below.
        if text.size.y <= HEADER {
            let at = pos2(x + 8.0, (HEADER - text.size.y) / 2.0);
            items.push(text_at(at, text, Role::OnColor));
        }
        let top = HEADER + BELOW;
        let column = Rect::from_min_size(pos2(x, top), vec2(across, COLUMN));
        items.push(Item::Rect {
            rect: column,
            radius: 8.0,
            fill: Some(Role::Tint(color).into()),
            stroke: None,
            shadow: false,
        });
        for step in &phase.steps {
            let rect = Rect::from_min_size(pos2(x, top), vec2(wide, COLUMN));
            let own = step.title.trim();
            let text = pen.text(own, TITLE, Some(wide - 12.0));
            items.push(text_at(rect.min + vec2(8.0, 7.0), text, Role::Muted));
            let name = if own.is_empty() { titled(&phase.title, words) } else { own.into() };
            let quotes = quotes.get(&step.id).copied().unwrap_or_default();
            let one = SmallStep { id: step.id.clone(), name, rect, quotes };
            let at = SmallMap::count_of(&one);
            if quotes > 0 {
                let sign = pen.short(&icon::QUOTE.to_string(), SIGN);
                let place = pos2(at.x - sign.size.x - 2.0, at.y - sign.size.y / 2.0);
                items.push(text_at(place, sign, Role::Muted));
                let text = pen.short(&words.number(quotes as f64), COUNT);
                let place = pos2(at.x + 3.0, at.y - text.size.y / 2.0);
                items.push(text_at(place, text, Role::Muted));
            }
            middles.insert(&step.id, x);
            steps.push(one);
            x += wide;
        }
        x += BETWEEN;
    }
    let right = (x - BETWEEN).max(0.0);
    let zero = HEADER + BELOW + (CURVE.0 + CURVE.1) / 2.0;
    let segments = vec![Segment::Move(pos2(0.0, zero)), Segment::Line(pos2(right, zero))];
    let path = Arc::new(crate::scene::Path { segments, convex: false });
    items.push(Item::Path { path, fill: None, stroke: Some(solid(1.0, Role::Muted.at(90))) });

    let whole = View::default();
    let feelings = Feelings::of(journey, &whole);
    let curves = curves(&feelings, &middles, wide, zero);
    let main = curves.iter().find(|(of, _)| of.is_some() && *of == whose);
    let main = main.or_else(|| curves.first());
    let other = curves.iter().find(|(of, _)| Some(of) != main.map(|(of, _)| of));
    let role = |of: Option<&Id>| {
        let found = of.and_then(|id| project.persona(id));
        found.map_or(Role::Accent, |(place, persona)| persona_role(place, persona))
    };
    if let Some((of, points)) = other {
        let dots = Stroke { dash: Some((2.0, 4.0)), ..solid(1.8, role(*of)) };
        items.push(smooth(&Spline::new(points.iter().map(|(at, _)| *at).collect()), dots));
    }
    if let Some((of, points)) = main {
        let line: Vec<Pos2> = points.iter().map(|(at, _)| *at).collect();
        items.push(smooth(&Spline::new(line), solid(3.0, role(*of))));
        for (at, face) in points {
            items.push(circle(*at, 12.0, Some(Role::Paper.into()), None));
            let emoji = pen.short(face, FACE);
            items.push(emoji_at(*at, emoji, FACE.size * pen.scale));
        }
    }
    let size = vec2(right, HEADER + BELOW + COLUMN);
    SmallMap { picture: ResearchPicture { size, items }, steps }
}

/// A curve by whose it is: where its points are, and their faces.
type SmallCurve<'a> = (Option<&'a Id>, Vec<(Pos2, String)>);

fn curves<'a>(
    feelings: &Feelings<'a>,
    lefts: &HashMap<&Id, f32>,
    wide: f32,
    zero: f32,
) -> Vec<SmallCurve<'a>> {
    let mut curves: Vec<SmallCurve<'a>> = Vec::new();
    for one in &feelings.points {
        let Some(left) = lefts.get(&one.point.step) else { continue };
        let at = one.point.at.unwrap_or(0.5).clamp(0.1, 0.9) as f32;
        let half = (CURVE.1 - CURVE.0) / 2.0;
        let place = pos2(left + wide * at, zero - half * (one.value() / 2.0) as f32);
        let face = match one.point.face.trim() {
            "" => face_of(one.value()).to_owned(),
            own => own.chars().take(8).collect(),
        };
        match curves.iter_mut().find(|(of, _)| *of == one.persona) {
            Some((_, points)) => points.push((place, face)),
            None => curves.push((one.persona, vec![(place, face)])),
        }
    }
    for (_, points) in &mut curves {
        points.sort_by(|(a, _), (b, _)| a.x.total_cmp(&b.x));
    }
    curves
}

/// How many quotes each step has: cards of lanes of quotes, and what is said at points.
fn quotes_of(journey: &Journey) -> HashMap<&Id, usize> {
    let mut quotes: HashMap<&Id, usize> = HashMap::new();
    for lane in &journey.lanes {
        let cards = lane.cards.iter().filter(|_| lane.kind == LaneKind::Quotes);
        let said = lane.points.iter().filter(|point| !point.quote.trim().is_empty());
        let steps = cards.map(|card| &card.step).chain(said.map(|point| &point.step));
        steps.for_each(|step| *quotes.entry(step).or_default() += 1);
    }
    quotes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    #[test]
    fn steps_stand_beside_each_other_with_their_quotes() {
        let path =
            format!("{}/assets/examples/forpackningsmaskin.kundresa", env!("CARGO_MANIFEST_DIR"));
        let project = crate::file::load(path.as_ref()).unwrap().project;
        let journey = &project.journeys[0];
        let words = Words::new(Lang::Sv);
        let whose = journey.personas.last();
        let map = small_map(&mut Layout::new(), &project, journey, whose, (760.0, &words, 1.0));
        assert_eq!(map.steps.len(), journey.steps().count());
        assert!(map.steps.windows(2).all(|two| two[0].rect.right() <= two[1].rect.left() + 0.01));
        assert!((map.picture.size.x - 760.0).abs() < 1.0, "{:?}", map.picture.size);
        let quotes: usize = map.steps.iter().map(|step| step.quotes).sum();
        assert!(quotes > 4, "{quotes}");
        // Where there is no room it is as wide as it must be.
        let map = small_map(&mut Layout::new(), &project, journey, None, (100.0, &words, 1.0));
        assert!(map.steps.iter().all(|step| step.rect.width() >= STEP - 0.01));
    }
}
