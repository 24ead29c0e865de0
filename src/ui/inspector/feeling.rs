//! Faces to pick a feeling by, for emotion points and for the cards that points belong to.

use super::batch::{self, Batch, Lit};
use super::card::CardForm;
use super::fields::{FieldLook, FieldPlace};
use super::form::Form;
use super::picked::Picked;
use super::widgets::{face, level, sign};
use crate::edit::Change;
use crate::model::{
    Card, CardRef, EmotionPoint, Id, Journey, Lane, LaneKind, Project, Thing, face_of, feeling,
};
use crate::scene::Face;
use crate::scene::icon;
use crate::ui::font_id;
use egui::{RichText, Ui};
use std::collections::HashSet;
use std::sync::Arc;

/// Points of the emotion curve, being edited as one.
pub(super) type Points<'a> = Batch<'a, Id, EmotionPoint>;

/// The five feelings that have a face to press.
pub(in crate::ui) const FIVE: [f64; 5] = [-2.0, -1.0, 0.0, 1.0, 2.0];

/// Five big faces and what `tail` puts beside them in `room`
/// points; gives the feeling of the face pressed.
pub(super) fn faces_ui(
    ui: &mut Ui,
    form: &mut Form<'_>,
    points: Points<'_>,
    room: f32,
    tail: impl FnOnce(&mut Ui, &mut Form<'_>),
) -> Option<f64> {
    let words = form.cx.words;
    let mut pressed = None;
    let size = ((ui.available_width() - room) / 5.0 - 4.0).clamp(26.0, 42.0);
    level(ui, size, |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for value in FIVE {
            let lit = points.lit(|point| feeling(point.value).round() == value);
            let name = words.thing_feeling_value(words.felt(value));
            // The one that is lit is the face on the map, which may lie between two of these.
            let own = points.same(|point| point.shown_face()).filter(|_| lit == Lit::On);
            let shown = own.unwrap_or(face_of(value));
            if face(ui, form.cx.theme, shown, &name, lit, size).clicked() {
                pressed = Some(value);
            }
        }
        tail(ui, form);
    });
    pressed
}

/// The feelings that belong to the selected cards, and what was said. Pressing a face gives a
/// feeling to the cards that have none.
pub(super) fn card_feelings_ui(
    ui: &mut Ui,
    form: &mut Form<'_>,
    cards: CardForm<'_>,
    picked: &Picked,
) {
    // A parked card has no place on the curve.
    if cards.things.iter().any(|(place, card)| place.lane.is_none() || card.step.is_empty()) {
        return;
    }
    let words = form.cx.words;
    let points = batch::points(&picked.feelings);
    form.section(ui, "feeling", &words.thing_feeling(), |ui, form| {
        let pressed = faces_ui(ui, form, points, 68.0, |ui, form| {
            if let Some(value) = points.same_of(|point| point.value) {
                let font = font_id(Face::SemiBold, 13.5);
                ui.add_space(2.0);
                let text = RichText::new(words.felt(value)).font(font);
                ui.add(egui::Label::new(text).extend());
            }
            if points.things.is_empty() {
                return;
            }
            let name = words.inspector_remove(words.thing_feeling());
            if sign(ui, form.cx.theme, icon::X, &name).clicked() {
                form.edit(removal(points.things));
            }
        });
        if let Some(value) = pressed {
            let of = FeelingForm {
                project: &picked.project,
                journey: &picked.journey,
                cards: &picked.cards,
                points: &picked.feelings,
                pen: None,
            };
            let change = of.set_to(value, &mut || form.state.next_id());
            form.edit(change);
        }
    });
    if !points.things.is_empty() {
        quote_ui(ui, form, points);
    }
}

/// What was said at the points.
pub(super) fn quote_ui(ui: &mut Ui, form: &mut Form<'_>, points: Points<'_>) {
    let words = form.cx.words;
    form.text(
        ui,
        points,
        FieldPlace {
            salt: "quote",
            label: &words.field_quote(),
            hint: &words.inspector_quote_hint(),
            look: FieldLook::Quote,
        },
        |point| &point.quote,
        |point, text| point.quote = text,
    );
}

/// Takes these points away.
fn removal(points: &[(Id, Arc<EmotionPoint>)]) -> Change {
    let things = points
        .iter()
        .map(|(lane, point)| Thing::Point { lane: lane.clone(), point: point.id.clone() });
    Change::Remove(things.collect())
}

/// CardForm with the points of the curve that belong to them.
pub(in crate::ui) struct FeelingForm<'a> {
    pub project: &'a Project,
    pub journey: &'a Journey,
    /// The cards, each with its place.
    pub cards: &'a [(CardRef, Arc<Card>)],
    /// Their points, each with its lane.
    pub points: &'a [(Id, Arc<EmotionPoint>)],
    /// Whose new feelings are, whomever a card concerns.
    pub pen: Option<&'a Id>,
}

impl FeelingForm<'_> {
    /// Sets the points of the cards to `value`, and gives a point to each card that has none.
    pub(crate) fn set_to(&self, value: f64, next_id: &mut dyn FnMut() -> Id) -> Change {
        let mut points: Vec<(Id, EmotionPoint)> = Vec::new();
        for (lane, point) in self.points {
            points.push((lane.clone(), EmotionPoint { value, ..EmotionPoint::clone(point) }));
        }
        let has_point: HashSet<&Id> =
            self.points.iter().filter_map(|(_, point)| point.touchpoint.as_ref()).collect();
        let without = self.cards.iter().filter(|(_, card)| !has_point.contains(&card.id));
        let fresh: Vec<EmotionPoint> = without
            .map(|(_, card)| EmotionPoint {
                id: next_id(),
                persona: self.feeler(card),
                step: card.step.clone(),
                value,
                touchpoint: Some(card.id.clone()),
                ..EmotionPoint::default()
            })
            .collect();
        let emotions = |lane: &&Arc<Lane>| {
            lane.kind == LaneKind::Emotions
                && (self.pen.is_none()
                    || lane.persona.is_none()
                    || lane.persona.as_ref() == self.pen)
        };
        let lanes = || self.journey.lanes.iter().filter(emotions);
        match lanes().find(|lane| !lane.hidden).or_else(|| lanes().next()) {
            Some(lane) => {
                points.extend(fresh.into_iter().map(|point| (lane.id.clone(), point)));
                Change::PutPoints(points)
            }
            // A map without a curve gets one below the lane of the card.
            None if !fresh.is_empty() => {
                let below = self.cards.first().and_then(|(place, _)| place.lane.as_ref());
                let below = below.and_then(|lane| self.journey.lane(lane));
                let at = below.map_or(self.journey.lanes.len(), |(index, _)| index + 1);
                let lane = Lane {
                    id: next_id(),
                    kind: LaneKind::Emotions,
                    points: fresh.into_iter().collect(),
                    ..Lane::default()
                };
                Change::AddLanes { at, lanes: vec![lane] }
            }
            None => Change::PutPoints(points),
        }
    }

    /// Takes the points of the cards away.
    pub(crate) fn remove(&self) -> Change {
        removal(self.points)
    }

    /// Whose feeling a new point is: the pen's, else of the first one the card concerns, else the
    /// main persona's.
    fn feeler(&self, card: &Card) -> Option<Id> {
        if let Some(pen) = self.pen {
            return Some(pen.clone());
        }
        let there = |id: &&Id| self.project.persona(id).is_some();
        let own = card.personas.iter().find(|id| self.journey.personas.contains(id));
        own.or_else(|| self.journey.personas.iter().find(there)).cloned()
    }
}
