//! What stands below a map that leaves the program: what its signs mean, and of when it is.

use crate::insight::AGREED;
use crate::model::{Card, Evidence, Id, LaneKind, Mark, Medium, Part};
use crate::scene::draw::kept_texts::KeptTexts;
use crate::scene::draw::pen::{self, Pen, circle, emoji_at, solid, text_at};
use crate::scene::map::chips::{dot, mark_emoji};
use crate::scene::map::lane::MARGIN;
use crate::scene::map::strips::{agreed_sign, switch_sign};
use crate::scene::map::{curve, quotes};
use crate::scene::{
    Body, CurveLine, Frame, Group, Item, Picture, PointBox, Role, Rule, Scene, Stroke, Tag,
};
use crate::scene::{Text, TextEngine};
use crate::words::{Named, Words, persona_name};
use egui::{Pos2, Rect, Vec2, pos2, vec2};
use std::collections::HashMap;
use std::sync::Arc;

/// Between the map and the footer; the map's own margin is above it.
const ABOVE: f32 = -14.0;
/// Below the footer.
const BELOW: f32 = 20.0;
/// From one row to the next, at text scale 1.
const ROW: f32 = 22.0;
/// Between a sign and what it means.
const SIGN_GAP: f32 = 8.0;
/// Between meanings.
const GAP: f32 = 24.0;
/// How wide a sign is.
const SIGN: f32 = 14.0;
/// How wide a piece of a curve is: enough to tell its pattern.
const CURVE: f32 = 44.0;
/// How wide and high a logo is at most.
const LOGO: Vec2 = vec2(180.0, 44.0);

/// The footer where it stands.
pub(in crate::scene) struct Footer {
    pub group: Group,
    /// Where the sheet ends.
    pub bottom: f32,
}

/// A sign of the map.
enum Sign {
    Mark(&'static str),
    Evidence(Evidence),
    Stripe(Role),
    /// A piece of somebody's curve.
    Curve(Stroke),
    /// A quote that found no place at its face, in its persona's colour.
    Quote(Role),
    /// A node of the path between channels: digital?
    Node(bool),
    Switch,
    Agreed,
}

impl Sign {
    fn width(&self) -> f32 {
        match self {
            Self::Curve(_) => CURVE,
            Self::Mark(_)
            | Self::Evidence(_)
            | Self::Stripe(_)
            | Self::Quote(_)
            | Self::Node(_)
            | Self::Switch
            | Self::Agreed => SIGN,
        }
    }
}

/// The footer below a sheet that is so large without it; none where it would be empty.
pub(in crate::scene) fn footer(
    scene: &Scene,
    words: &Words,
    frame: &Frame,
    size: Vec2,
) -> Option<Footer> {
    let signs = if frame.no_legend { Vec::new() } else { signs(scene, words) };
    let folded = folded(scene, words);
    if signs.is_empty() && folded.is_empty() && frame.date.is_empty() && frame.logo.is_none() {
        return None;
    }
    let (engine, kept_texts) = (&mut TextEngine::new(), &mut KeptTexts::default());
    let (project, held) = (&scene.project, &HashMap::new());
    let (scale, view, pictures) = (scene.scale, &*scene.view, &*scene.pictures);
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
        texts: 0,
    };
    let row = pen.grown(ROW);
    let edge = (size.x - MARGIN).max(MARGIN + 1.0);
    let logo =
        frame.logo.as_ref().map(|logo| (logo, logo_size(logo).min(vec2(edge - MARGIN, 1e6))));
    let right = logo.map_or(edge, |(_, size)| (edge - size.x - GAP).max(MARGIN + 1.0));
    let width = right - MARGIN;

    let date = (!frame.date.is_empty()).then(|| pen.text(&frame.date, pen::NOTE, Some(width)));
    let date_room = date.as_ref().map_or(0.0, |date| date.size.x + GAP);
    let mut items = Vec::new();
    let mut title: Vec<String> = Vec::new();
    let mut at = pos2(MARGIN, size.y + ABOVE);
    for (place, (sign, meaning)) in signs.into_iter().enumerate() {
        let left = sign.width() + SIGN_GAP;
        let text = pen.text(&meaning, pen::NOTE, Some((width - left).max(20.0)));
        let wide = left + text.size.x;
        // The date stands at the end of the first row.
        let end = if at.y == size.y + ABOVE { right - date_room } else { right };
        if at.x + wide > end && (place > 0 || date_room > 0.0) {
            at = pos2(MARGIN, at.y + row);
        }
        one(&mut pen, &sign, at, text, row, &mut items);
        title.push(meaning);
        at.x += wide + GAP;
    }
    if let Some(date) = date {
        let y = size.y + ABOVE + (row - date.size.y) / 2.0;
        items.push(text_at(pos2(right - date.size.x, y), date, Role::Muted));
        title.push(frame.date.clone());
    }
    let mut bottom = at.y + row;
    for (role, said) in folded {
        let text = pen.text(&said, pen::NOTE, Some((width - SIGN - SIGN_GAP).max(20.0)));
        let at = pos2(MARGIN, bottom);
        bottom += text.size.y.max(row - 4.0) + 4.0;
        one(&mut pen, &Sign::Quote(role), at, text, row, &mut items);
        title.push(said);
    }
    if let Some((logo, logo_size)) = logo {
        let rect = Rect::from_min_size(pos2(edge - logo_size.x, size.y + ABOVE), logo_size);
        items.push(Item::Image { rect, picture: logo.clone(), radius: 0.0 });
        bottom = bottom.max(rect.bottom());
    }
    let bounds = Rect::from_min_max(pos2(MARGIN, size.y + ABOVE), pos2(edge, bottom));
    let title = title.join(", ");
    let group = Group { tag: Tag::Footer, thing: None, title, bounds: bounds.expand(2.0), items };
    Some(Footer { group, bottom: bottom + BELOW })
}

/// How large a logo is drawn: as it is, or as much smaller as it has to be.
fn logo_size(logo: &Picture) -> Vec2 {
    let (width, height) = logo.size();
    let size = vec2(width as f32, height as f32);
    size * (LOGO / size).min_elem().min(1.0)
}

/// A sign and what it means, in a row whose top left corner is at `at`.
fn one(pen: &mut Pen, sign: &Sign, at: Pos2, text: Arc<Text>, row: f32, items: &mut Vec<Item>) {
    let middle = pos2(at.x + sign.width() / 2.0, at.y + row / 2.0);
    match sign {
        Sign::Mark(mark) => {
            let emoji = pen.short(mark, pen::MARK);
            items.push(emoji_at(middle, emoji, pen.grown(pen::MARK.size)));
        }
        Sign::Evidence(evidence) => dot(evidence, middle, items),
        Sign::Node(digital) => {
            let fill = if *digital { Role::Accent } else { Role::Paper };
            let edge = Some(solid(2.0, Role::Accent));
            items.push(circle(middle, 5.0, Some(fill.into()), edge));
        }
        Sign::Switch => items.extend(switch_sign(middle)),
        Sign::Curve(stroke) => {
            let ends = [pos2(at.x, middle.y), pos2(at.x + CURVE, middle.y)];
            items.push(Rule { ends, stroke: *stroke }.item(Vec2::ZERO));
        }
        Sign::Agreed => items.push(agreed_sign(middle)),
        Sign::Quote(role) => {
            let sign = quotes::sign(pen, *role);
            let at = middle - sign.size / 2.0;
            items.push(Item::Drawn { at, drawing: sign });
        }
        Sign::Stripe(role) => items.push(Item::Rect {
            rect: Rect::from_center_size(middle, vec2(3.0, row - 8.0)),
            radius: 1.5,
            fill: Some((*role).into()),
            stroke: None,
            shadow: false,
        }),
    }
    // The first of several lines stands beside its sign.
    let y = at.y + (row - text.size.y.min(pen.grown(pen::NOTE.line_height))) / 2.0;
    items.push(text_at(pos2(at.x + sign.width() + SIGN_GAP, y), text, Role::Muted));
}

/// The signs that stand on the map, and what each means.
fn signs(scene: &Scene, words: &Words) -> Vec<(Sign, String)> {
    let cards = || {
        let rows = scene.lanes.iter().filter_map(|lane| match &lane.body {
            Body::Cards(cards) => Some(cards),
            Body::Collapsed | Body::Curve(_) => None,
        });
        rows.flat_map(|cards| &cards.cells).flat_map(|cell| &cell.cards).map(|shown| &*shown.card)
    };
    let any = |test: &dyn Fn(&Card) -> bool| cards().any(test);
    let mut signs = Vec::new();
    for mark in Mark::ALL {
        if let Some(emoji) = mark_emoji(mark)
            && any(&|card| card.marks.contains(mark))
        {
            signs.push((Sign::Mark(emoji), mark.name(words)));
        }
    }
    for evidence in [Evidence::Hypothesis, Evidence::Partly, Evidence::Researched] {
        if any(&|card| card.evidence.as_ref() == Some(&evidence)) {
            let name = evidence.name(words);
            signs.push((Sign::Evidence(evidence), name));
        }
    }
    if scene.strips.iter().any(|strip| strip.kind == Part::ChannelPath) {
        signs.push((Sign::Node(true), Medium::Digital.name(words)));
        signs.push((Sign::Node(false), Medium::Physical.name(words)));
        signs.push((Sign::Switch, words.legend_switch()));
    }
    signs.extend(curves(scene, words));
    if scene.strips.iter().any(|strip| strip.kind == Part::Agreement) {
        signs.push((Sign::Agreed, words.legend_agreed(words.number(AGREED))));
    }
    // A colour for each kind of lane; several kinds may share one.
    let mut stripes: Vec<(Role, Vec<&LaneKind>)> = Vec::new();
    for lane in scene.lanes.iter().filter(|lane| is_filled(&lane.body)) {
        let Some(role) = crate::scene::map::card::stripe(&lane.kind) else { continue };
        match stripes.iter_mut().find(|(known, _)| *known == role) {
            Some((_, kinds)) if kinds.contains(&&lane.kind) => {}
            Some((_, kinds)) => kinds.push(&lane.kind),
            None => stripes.push((role, vec![&lane.kind])),
        }
    }
    for (role, kinds) in stripes {
        let names: Vec<String> = kinds.into_iter().map(|kind| kind.name(words)).collect();
        signs.push((Sign::Stripe(role), names.join(", ")));
    }
    signs
}

/// Whose each curve is, where there are several: the main one first.
fn curves(scene: &Scene, words: &Words) -> Vec<(Sign, String)> {
    let mut whose: Vec<(Option<&Id>, Stroke)> = Vec::new();
    for lane in &scene.lanes {
        let Body::Curve(curve) = &lane.body else { continue };
        for line in curve.lines.iter().rev().filter(|line| !line.pieces.is_empty()) {
            if whose.iter().all(|(known, _)| *known != line.persona.as_ref()) {
                whose.push((line.persona.as_ref(), line.stroke()));
            }
        }
    }
    if whose.len() < 2 {
        return Vec::new();
    }
    let named = whose.into_iter().map(|(who, stroke)| {
        let known = who.and_then(|id| scene.project.persona(id));
        let name = match known {
            Some((_, persona)) => persona_name(persona, words),
            None => words.curve_nobody(),
        };
        (Sign::Curve(stroke), name)
    });
    named.collect()
}

/// What is said at faces where there was no place for it, each with the colour of who says it: on
/// paper nobody can point at the sign that stands there. Her words are not what signs mean, so they
/// are here even where that is left out.
fn folded(scene: &Scene, words: &Words) -> Vec<(Role, String)> {
    let names = curve::step_names(&scene.journey);
    let marks = [words.curve_quote_open(), words.curve_quote_close()];
    let mut said = Vec::new();
    for lane in &scene.lanes {
        let Body::Curve(curve) = &lane.body else { continue };
        let mut points: Vec<(&CurveLine, &PointBox)> = Vec::new();
        let mut rest = &curve.points[..];
        for line in &curve.lines {
            let (own, others) = rest.split_at((line.pieces.len() + 1).min(rest.len()));
            points.extend(own.iter().filter(|point| point.is_folded).map(|point| (line, point)));
            rest = others;
        }
        points.sort_by(|(_, a), (_, b)| a.at.x.total_cmp(&b.at.x));
        for (line, point) in points {
            let persona = line.persona.as_ref().and_then(|id| scene.project.persona(id));
            let name = persona.map_or("", |(_, persona)| persona.name.as_str());
            let step = names.get(&point.point.step).copied().unwrap_or_default();
            said.push((line.role, curve::whole_title(name, step, &point.point, &marks, words)));
        }
    }
    said
}

fn is_filled(body: &Body) -> bool {
    match body {
        Body::Cards(cards) => cards.cells.iter().any(|cell| !cell.cards.is_empty()),
        Body::Collapsed | Body::Curve(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{EmotionPoint, Persona};
    use crate::scene::Layout;
    use crate::scene::sheet;
    use crate::scene::tests::small;
    use crate::words::Lang;

    #[test]
    fn the_legend_shows_the_lines_as_they_are_on_the_map() {
        let mut project = small();
        for at in 0..7 {
            let (id, name) = (Id::new(&format!("p{at}")), format!("Person {at}"));
            project.personas.push(Arc::new(Persona { id, name, ..Persona::default() }));
        }
        let map = project.journeys.edit(0).unwrap();
        let lane = map.lanes.index_where(|lane| lane.kind == LaneKind::Emotions).unwrap();
        for at in 0..14 {
            let persona = Id::new(&format!("p{}", at / 2));
            map.personas.push(persona.clone());
            let point = EmotionPoint {
                id: Id::new(&format!("new{at}")),
                persona: Some(persona),
                step: Id::new(["s1", "s2"][at % 2]),
                value: 0.1 * at as f64,
                ..EmotionPoint::default()
            };
            map.lanes.edit(lane).unwrap().points.push(Arc::new(point));
        }
        let words = Words::new(Lang::En);
        let scene = Layout::new().scene(&Arc::new(project), &Id::new("j"), &words, 1.0).unwrap();
        let sheet = sheet(&scene, &words, &Frame::default());
        let of = |tag: Tag| {
            let mut strokes = Vec::new();
            let mut inside = false;
            let seen = sheet.visit(None, &mut |visit| -> Result<(), ()> {
                match visit {
                    crate::scene::map::sheet::Visit::Begin(group, _) => inside |= group.tag == tag,
                    crate::scene::map::sheet::Visit::End(group) => inside &= group.tag != tag,
                    crate::scene::map::sheet::Visit::Draw(
                        Item::Path { stroke: Some(stroke), .. },
                        _,
                    ) if inside && matches!(stroke.paint.role, Role::Persona(_)) => {
                        strokes.push(*stroke);
                    }
                    _ => {}
                }
                Ok(())
            });
            seen.unwrap();
            strokes
        };
        let (curves, mut legend) = (of(Tag::Curve), of(Tag::Footer));
        assert!(curves.len() >= 7, "{curves:?}");
        legend.reverse();
        assert_eq!(curves, legend);
        let last = Id::new("p6");
        let line = scene.lanes.iter().find_map(|lane| match &lane.body {
            Body::Curve(curve) => {
                curve.lines.iter().find(|line| line.persona == Some(last.clone()))
            }
            _ => None,
        });
        assert_eq!(line.unwrap().pattern, 1);
    }
}
