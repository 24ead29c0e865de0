//! The row at the bottom: what to do next on the left, what the map holds on the right.

use super::command::Command;
use super::keys::shown_key;
use super::widgets::regular;
use super::{Context, Document, Message};
use crate::edit::Thing;
use crate::model::{Journey, Lane, LaneKind, Mark};
use crate::scene::Role;
use crate::words::{Lang, Words};
use egui::{Align, Frame, Layout, Margin, Panel, RichText, Ui};
use std::sync::Arc;

/// Shows the row. `counts` is what the map holds, in words.
pub fn statusbar_ui(
    ui: &mut Ui,
    cx: &Context,
    doc: &Document,
    counts: &str,
    out: &mut Vec<Message>,
) {
    let frame =
        Frame::new().fill(cx.theme.color(Role::Panel)).inner_margin(Margin::symmetric(16, 0));
    Panel::bottom("status").exact_size(30.0).frame(frame).show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            let text = |text: String| {
                RichText::new(text).font(regular(12.5)).color(cx.theme.color(Role::Muted))
            };
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add(egui::Label::new(text(hint(cx, doc))).truncate());
            ui.label(text(" · ".into()));
            let command = Command::Palette;
            let key = shown_key(&command, cx.words).unwrap_or_default();
            let words = format!("{key} {}", cx.words.status_palette());
            if ui.add(egui::Label::new(text(words)).sense(egui::Sense::click())).clicked() {
                out.push(Message::Do(command));
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add(egui::Label::new(text(counts.to_owned())).truncate());
            });
        });
    });
}

/// What can be done with what is selected.
fn hint(cx: &Context, doc: &Document) -> String {
    let words = cx.words;
    match doc.selection.things.as_slice() {
        [] if doc.selection.cell.is_some() => words.status_cell(),
        [] => words.status_nothing(),
        [Thing::Card(_)] => words.status_card(),
        [Thing::Point { .. }] => words.status_point(),
        [Thing::Phase(_) | Thing::Step(_) | Thing::Lane(_)] => words.status_part(),
        [_] => words.status_other(),
        many => words.status_many(many.len() as u32),
    }
}

/// What the map in front holds. Only lanes that are others than before are counted again.
#[derive(Default)]
pub struct Counted {
    of: Option<(Arc<Journey>, Lang)>,
    lanes: Vec<(Arc<Lane>, [usize; 3])>,
    text: String,
}

impl Counted {
    /// `9 touchpoints · 2 pain points · 68 cards`
    pub fn text(&mut self, doc: &Document, words: &Words) -> &str {
        let Some(journey) = doc.shown_journey() else { return "" };
        let same = self
            .of
            .as_ref()
            .is_some_and(|(counted, lang)| Arc::ptr_eq(counted, journey) && *lang == words.lang);
        if !same {
            let [touchpoints, pain_points, cards] = self.count(journey).map(|n| n as u32);
            self.text = format!(
                "{} · {} · {}",
                words.status_touchpoints(touchpoints),
                words.status_pain_points(pain_points),
                words.status_cards(cards),
            );
            self.of = Some((Arc::clone(journey), words.lang));
        }
        &self.text
    }

    fn count(&mut self, journey: &Journey) -> [usize; 3] {
        let before = std::mem::take(&mut self.lanes);
        let lanes = journey.lanes.iter().enumerate().map(|(index, lane)| {
            let same = before.get(index).filter(|(counted, _)| Arc::ptr_eq(counted, lane));
            (lane.clone(), same.map_or_else(|| count(lane), |(_, counts)| *counts))
        });
        self.lanes = lanes.collect();
        let sum = |[a, b, c]: [usize; 3], [d, e, f]: [usize; 3]| [a + d, b + e, c + f];
        self.lanes.iter().map(|(_, counts)| *counts).fold([0; 3], sum)
    }
}

/// Touchpoints, pain points and cards. A card in a lane of pain points is one, marked or not.
fn count(lane: &Lane) -> [usize; 3] {
    let cards = lane.cards.len();
    let marked = || lane.cards.iter().filter(|card| card.marks.contains(&Mark::PainPoint)).count();
    match lane.kind {
        LaneKind::Touchpoints => [cards, marked(), cards],
        LaneKind::PainPoints => [0, cards, cards],
        _ => [0, marked(), cards],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Card;

    #[test]
    fn pain_points_are_counted_by_mark_and_by_lane() {
        let card = |marks: Vec<Mark>| Card { marks, ..Card::default() };
        let lane = |kind, cards: Vec<Card>| Lane {
            kind,
            cards: cards.into_iter().collect(),
            ..Lane::default()
        };
        let lanes = vec![
            lane(LaneKind::Touchpoints, vec![card(vec![]), card(vec![Mark::PainPoint])]),
            lane(LaneKind::PainPoints, vec![card(vec![]), card(vec![Mark::PainPoint])]),
        ];
        let mut journey = Journey { lanes: lanes.into_iter().collect(), ..Journey::default() };
        let mut counted = Counted::default();
        assert_eq!(counted.count(&journey), [2, 3, 4]);
        // Lanes that come, go or change are counted again.
        journey.lanes.edit(0).unwrap().cards.pop();
        assert_eq!(counted.count(&journey), [1, 2, 3]);
        journey.lanes.remove(0);
        assert_eq!(counted.count(&journey), [0, 2, 2]);
    }
}
