//! What came without conflict, in words; and where something stands on a map, in words.

use super::conflict_list::SIDE;
use super::made::{ConflictRow, MadeOne};
use super::{MergeRoom, letter_ui, side_name};
use crate::model::{Project, Side, Thing};
use crate::scene::Role;
use crate::ui::Context;
use crate::ui::kit::buttons::{focus_ring, medium, regular, semibold};
use crate::words::{lane_name, persona_name, titled};
use egui::{CursorIcon, Label, Margin, RichText, Sense, Stroke, Ui, WidgetInfo};
use std::sync::Arc;

impl MergeRoom {
    /// Shows what either copy has brought by itself.
    pub(super) fn told_ui(&mut self, ui: &mut Ui, cx: &Context<'_>, made: &MadeOne) {
        if made.base.is_none() {
            return;
        }
        let words = cx.words;
        let ink = cx.theme.color(Role::Ink);
        let frame = egui::Frame::new().inner_margin(Margin::symmetric(SIDE as i8, 0));
        frame.show(ui, |ui| {
            ui.label(RichText::new(words.merge_came()).font(semibold(16.0)).color(ink));
            ui.add_space(8.0);
            for (side, told) in [(Side::Theirs, &made.told[1]), (Side::Ours, &made.told[0])] {
                let there = made.alone.iter().any(|one| one.side == side);
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 8.0;
                    letter_ui(ui, cx, side);
                    let name = words.labelled(side_name(side, words), "");
                    ui.label(RichText::new(name.trim()).font(semibold(13.5)).color(ink));
                    let room = ui.available_width() - if there { 64.0 } else { 0.0 };
                    ui.allocate_ui(egui::vec2(room, 20.0), |ui| {
                        let text = RichText::new(told).font(regular(13.5)).color(ink);
                        ui.add(Label::new(text).wrap());
                    });
                    if there {
                        self.show_ui(ui, cx, made, side);
                    }
                });
                ui.add_space(6.0);
            }
            ui.add_space(8.0);
        });
        let line = Stroke::new(1.0, cx.theme.color(Role::Hairline));
        let x = ui.max_rect().x_range().shrink(SIDE);
        ui.painter().hline(x, ui.cursor().top(), line);
        ui.add_space(16.0);
    }

    /// The words that show on the map only what one copy has brought, or all again.
    fn show_ui(&mut self, ui: &mut Ui, cx: &Context<'_>, made: &MadeOne, side: Side) {
        let words = cx.words;
        let on = self.only == Some(side);
        let text = if on { words.merge_show_all() } else { words.merge_show() };
        let accent = cx.theme.color(Role::Accent);
        let link = RichText::new(&text).font(medium(13.0)).color(accent);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let response = ui.add(Label::new(link).sense(Sense::click()));
            let said = format!("{text}: {}", side_name(side, words));
            response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, on, &said));
            focus_ring(ui, cx, &response, 4.0);
            if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
                self.only = (!on).then_some(side);
                let first = made.alone.iter().filter(|one| one.side == side && !on);
                let here = first.clone().find(|one| one.journey == self.journey);
                if let Some(one) = here.or(first.clone().next()) {
                    self.journey = one.journey.clone();
                    self.view.show(one.thing.clone());
                    self.map_in_front = true;
                }
            }
        });
    }
}

/// What a conflict is about: the name of its thing; of a feeling whose it is and where.
pub(super) fn name_of(
    row: &ConflictRow,
    project: Option<&Arc<Project>>,
    cx: &Context<'_>,
) -> String {
    let contested = &row.contested;
    let name = contested.name.lines().next().unwrap_or_default().trim().to_owned();
    let of_point = || {
        let (Some(Thing::Point { lane, point }), Some(project)) = (&contested.thing, project)
        else {
            return None;
        };
        let (_, map) = project.journey(contested.journey.as_ref()?)?;
        let (_, lane) = map.lane(lane)?;
        let point = lane.points.iter().find(|one| one.id == *point)?;
        let whose = point.persona.as_ref().or(lane.persona.as_ref());
        let whose = whose.and_then(|id| project.persona(id));
        let whose = whose.map_or_else(
            || lane_name(lane, cx.words),
            |(_, persona)| persona_name(persona, cx.words),
        );
        let step = map.steps().find(|(_, step)| step.id == point.step)?.1.title.trim();
        Some(if step.is_empty() { whose } else { format!("{whose}, {step}") })
    };
    // A card is called what it says with all that has been chosen.
    if let (Some(Thing::Card(at)), Some(project)) = (&contested.thing, project)
        && let Some((_, map)) = contested.journey.as_ref().and_then(|id| project.journey(id))
        && let Some((_, card)) = project.card(map, at)
        && let Some(said) = card.text.lines().map(str::trim).find(|line| !line.is_empty())
    {
        return said.to_owned();
    }
    match name == contested.conflict.thing.as_str() {
        true => of_point().unwrap_or(name),
        false => name,
    }
}

/// Where a thing stands: `Decision · Touchpoints`; none where that says nothing.
pub(super) fn place_in_words(
    row: &ConflictRow,
    project: &Project,
    cx: &Context<'_>,
) -> Option<String> {
    let words = cx.words;
    let contested = &row.contested;
    let journey = contested.journey.as_ref().and_then(|id| project.journey(id));
    let (_, map) = match (&contested.thing, journey) {
        (Some(Thing::Card(card)), _) if card.lane.is_none() => return Some(words.thing_parking()),
        (_, journey) => journey?,
    };
    let phase_of = |step: &crate::model::Id| {
        let phase =
            map.phases.iter().find(|phase| phase.steps.iter().any(|one| one.id == *step))?;
        Some(titled(&phase.title, words))
    };
    let lane_of = |id: &crate::model::Id| map.lane(id).map(|(_, lane)| lane);
    let (phase, lane) = match contested.thing.as_ref()? {
        Thing::Card(at) => {
            let lane = at.lane.as_ref().and_then(lane_of);
            let (_, card) = project.card(map, at)?;
            (phase_of(&card.step), lane)
        }
        Thing::Point { lane, point } => {
            let lane = lane_of(lane)?;
            let point = lane.points.iter().find(|one| one.id == *point)?;
            (phase_of(&point.step), Some(lane))
        }
        Thing::Step(step) => (phase_of(step), None),
        Thing::Phase(_)
        | Thing::Lane(_)
        | Thing::Persona(_)
        | Thing::Transition(_)
        | Thing::Journey(_) => (Some(titled(&map.title, words)), None),
    };
    let parts = [phase, lane.map(|lane| lane_name(lane, words))];
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}
