//! A journey as headings and lists: each phase with its cards lane by lane, each card with all it
//! holds.

use super::details::{self, DetailField, DetailValue};
use crate::export::escape::escape;
use crate::export::tables::refs::{Refs, Steps};
use crate::insight;
use crate::model::{Card, CardRef, EmotionPoint, Id, Journey, Lane, Thing};
use crate::scene::{Body, LaneBox, Sheet};
use crate::words::Words;
use crate::words::{phase_name, titled};
use std::collections::HashMap;

/// An outline, and the numbers of what can be opened in it: `<details id="d12">`.
pub(super) struct HtmlOutline {
    pub html: Vec<u8>,
    pub numbers: HashMap<Thing, usize>,
}

/// A card or a feeling of a lane.
#[derive(Clone, Copy)]
enum What<'a> {
    Card(&'a Card),
    Point(&'a EmotionPoint),
}

/// The outline of journey number `place` (from 1) of what is drawn: lanes that are hidden are left
/// out, and so are the curves that are switched off. Numbers are given from `next` on.
pub(super) fn outline(sheet: &Sheet, words: &Words, place: usize, next: &mut usize) -> HtmlOutline {
    let (scene, journey) = (&sheet.scene, &sheet.scene.journey);
    let refs = Refs::new(&scene.project, words);
    let steps = Steps::of(journey, words);
    let mut html = Html(Vec::new());
    html.put("<div class=\"outline\">\n<h2 dir=\"auto\">");
    html.text(&titled(&journey.title, words));
    html.put("</h2>\n");
    html.fields(&details::of_journey(journey, words));
    for id in &journey.personas {
        let Some((_, persona)) = scene.project.persona(id) else { continue };
        let name = details::joined(&[&persona.emoji, &persona.name], " ");
        html.details(None, &titled(&name, words), &details::of_persona(persona, words));
    }

    let lanes: Vec<(&Lane, Vec<Vec<What<'_>>>)> = scene
        .lanes
        .iter()
        .filter_map(|shown| {
            let lane = journey.lanes.get(shown.index)?;
            Some((lane.as_ref(), by_phase(shown, lane, journey, &steps)))
        })
        .collect();
    let cards: HashMap<&Id, &Card> = lanes
        .iter()
        .flat_map(|(lane, _)| lane.cards.iter().map(|card| (&card.id, card.as_ref())))
        .collect();
    let mut numbers = HashMap::new();
    let funnel = insight::funnel(journey);
    for (index, phase) in journey.phases.iter().enumerate() {
        html.put(&format!("<section><h3 id=\"j{place}p{}\" dir=\"auto\">", index + 1));
        html.text(&phase_name(phase, words));
        html.put("</h3>\n");
        let said = funnel.as_ref();
        let said = said.map(|all| insight::phase_said(journey, all, index, phase, words));
        let inner = funnel.as_ref().and_then(|all| all.steps.get(index));
        let inner = inner.map_or(&[][..], |inner| inner);
        html.fields(&details::of_phase(phase, &said.unwrap_or_default(), inner, words));
        for (lane, phases) in &lanes {
            let Some(things) = phases.get(index).filter(|things| !things.is_empty()) else {
                continue;
            };
            html.put("<h4 dir=\"auto\">");
            html.text(&refs.lane(lane));
            html.put("</h4>\n<ul>\n");
            for what in things {
                let number = *next;
                *next += 1;
                let (thing, name, fields) = told(*what, lane, &steps, &cards, &refs);
                numbers.entry(thing).or_insert(number);
                html.put("<li>");
                html.details(Some(number), &titled(&name, words), &fields);
                html.put("</li>\n");
            }
            html.put("</ul>\n");
        }
        html.put("</section>\n");
    }
    html.put("</div>\n");
    HtmlOutline { html: html.0, numbers }
}

/// What stands in each phase of a lane, from left to right.
fn by_phase<'a>(
    shown: &'a LaneBox,
    lane: &'a Lane,
    journey: &Journey,
    steps: &Steps<'_>,
) -> Vec<Vec<What<'a>>> {
    let mut things: Vec<(usize, What<'a>)> = Vec::new();
    let at = |id: &Id| steps.place(id);
    match &shown.body {
        Body::Cards(cards) => {
            let cells = cards.cells.iter().enumerate();
            things.extend(cells.flat_map(|(step, cell)| {
                cell.cards.iter().map(move |card| (step, What::Card(&card.card)))
            }));
        }
        Body::Curve(curve) => {
            let points = curve.points.iter().map(|point| point.point.as_ref());
            things.extend(points.filter_map(|point| Some((at(&point.step)?, What::Point(point)))));
        }
        Body::Collapsed => {
            let cards = lane.cards.iter();
            things.extend(cards.filter_map(|card| Some((at(&card.step)?, What::Card(card)))));
            let points = lane.points.iter();
            things.extend(points.filter_map(|point| Some((at(&point.step)?, What::Point(point)))));
        }
    }
    things.sort_by_key(|(step, _)| *step);
    let mut phases = vec![Vec::new(); journey.phases.len()];
    let of_step: Vec<usize> = journey.steps().map(|(phase, _)| phase).collect();
    for (step, what) in things {
        let phase = of_step.get(step).and_then(|phase| phases.get_mut(*phase));
        if let Some(phase) = phase {
            phase.push(what);
        }
    }
    phases
}

/// Which thing it is, what it says, and all it holds.
fn told(
    what: What<'_>,
    lane: &Lane,
    steps: &Steps<'_>,
    cards: &HashMap<&Id, &Card>,
    refs: &Refs<'_>,
) -> (Thing, String, Vec<DetailField>) {
    match what {
        What::Card(card) => {
            let thing = CardRef { lane: Some(lane.id.clone()), card: card.id.clone() };
            let fields = details::of_card(card, lane, steps, refs);
            (Thing::Card(thing), refs.card(card), fields)
        }
        What::Point(point) => {
            let thing = Thing::Point { lane: lane.id.clone(), point: point.id.clone() };
            let touchpoint = point.touchpoint.as_ref().and_then(|id| cards.get(id)).copied();
            let fields = details::of_point(point, lane, steps, touchpoint, refs);
            let value = refs.words.felt(crate::model::feeling(point.value));
            let face = details::joined(&[point.shown_face(), &value], " ");
            // Whose it is, in a lane of several as in one of their own.
            let whose = point.persona.as_ref().or(lane.persona.as_ref());
            let whose = whose.map(|id| refs.persona(id)).unwrap_or_default();
            (thing, details::joined(&[&whose, &face, &point.quote], " · "), fields)
        }
    }
}

/// An outline in the making.
struct Html(Vec<u8>);

impl Html {
    fn put(&mut self, text: &str) {
        self.0.extend(text.as_bytes());
    }

    fn text(&mut self, text: &str) {
        escape(text, &mut self.0);
    }

    fn details(&mut self, number: Option<usize>, name: &str, fields: &[DetailField]) {
        self.put("<details");
        if let Some(number) = number {
            self.put(&format!(" id=\"d{number}\""));
        }
        self.put("><summary dir=\"auto\">");
        self.text(name);
        self.put("</summary>");
        self.fields(fields);
        self.put("</details>");
    }

    fn fields(&mut self, fields: &[DetailField]) {
        if fields.is_empty() {
            return;
        }
        self.put("<dl>");
        for DetailField { label, value } in fields {
            self.put("<dt>");
            self.text(label);
            self.put("</dt><dd dir=\"auto\">");
            match value {
                DetailValue::Text(text) => self.text(text),
                DetailValue::Link(link) => {
                    self.put("<a rel=\"noopener noreferrer\" target=\"_blank\" href=\"");
                    self.text(link);
                    self.put("\">");
                    self.text(link);
                    self.put("</a>");
                }
                DetailValue::Lines(lines) => {
                    self.put("<ul>");
                    for line in lines {
                        self.put("<li dir=\"auto\">");
                        self.text(line);
                        self.put("</li>");
                    }
                    self.put("</ul>");
                }
            }
            self.put("</dd>");
        }
        self.put("</dl>\n");
    }
}
