//! What an opportunity gives and takes, on three scales of five steps.

use super::form::Form;
use super::idea::changed;
use super::widgets::level;
use crate::insight::RankedIdea;
use crate::model::Opportunity;
use crate::scene::{Face, Role};
use crate::ui::font_id;
use crate::ui::kit::keyboard::has_keyboard;
use egui::{
    Align2, CursorIcon, EventFilter, Key, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};

/// Steps of a scale.
const STEPS: u8 = 5;
/// How large a step is, and how far the next is from it.
const STEP: egui::Vec2 = vec2(20.0, 18.0);
const APART: f32 = 4.0;

/// A figure of an opportunity: how it is read and set.
type Figure = (fn(&Opportunity) -> Option<f64>, fn(&mut Opportunity, Option<f64>));

/// The three scales, one below the other.
pub(super) fn scales_ui(ui: &mut Ui, form: &mut Form<'_>, idea: &RankedIdea) {
    let words = form.cx.words;
    let scales: [(&str, String, Figure); 3] = [
        (
            "idea customer",
            words.table_customer_value(),
            (|one| one.customer_value, |one, figure| one.customer_value = figure),
        ),
        (
            "idea business",
            words.table_business_value(),
            (|one| one.business_value, |one, figure| one.business_value = figure),
        ),
        (
            "idea effort",
            words.table_effort(),
            (|one| one.effort, |one, figure| one.effort = figure),
        ),
    ];
    ui.add_space(12.0);
    for (salt, label, (get, set)) in scales {
        let now = get(&idea.opportunity);
        let wanted = ui.push_id(salt, |ui| scale_ui(ui, form, &label, now)).inner;
        if let Some(figure) = wanted {
            form.edit(changed(form, idea, |one, _| set(one, figure)));
        }
    }
}

/// One scale; what is wanted instead, where something is: none takes the figure away.
fn scale_ui(ui: &mut Ui, form: &Form<'_>, label: &str, now: Option<f64>) -> Option<Option<f64>> {
    let (theme, words) = (form.cx.theme, form.cx.words);
    level(ui, 26.0, |ui| {
        ui.label(egui::RichText::new(label).font(font_id(Face::Regular, 13.0)));
        let layout = egui::Layout::right_to_left(egui::Align::Center);
        ui.with_layout(layout, |ui| {
            let wide = (STEP.x + APART) * f32::from(STEPS) - APART;
            let (rect, response) = ui.allocate_exact_size(vec2(wide, STEP.y), Sense::click());
            let shown = now.map_or_else(|| "–".to_owned(), |figure| words.number(figure));
            let name = words.ideas_scale_of(label, &shown);
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Slider, true, &name));
            let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
            for step in 1..=STEPS {
                let left = rect.left() + (STEP.x + APART) * f32::from(step - 1);
                let place = Rect::from_min_size(pos2(left, rect.top()), STEP);
                let is_full = now.is_some_and(|figure| figure >= f64::from(step) - 0.25);
                let role = if is_full { Role::Accent.into() } else { Role::Ink.at(20) };
                ui.painter().rect_filled(place, 5.0, theme.color(role));
                let is_last = now.is_some_and(|figure| figure.round() == f64::from(step));
                if is_last {
                    let ink = theme.color(if is_full { Role::OnAccent } else { Role::Ink });
                    let font = font_id(Face::SemiBold, 11.5);
                    ui.painter().text(place.center(), Align2::CENTER_CENTER, &shown, font, ink);
                }
            }
            if has_keyboard(&response) {
                let stroke = Stroke::new(1.5, theme.color(Role::Accent));
                let around = rect.expand(3.0);
                ui.painter().rect_stroke(around, 7.0, stroke, StrokeKind::Outside);
            }
            let clicked = response.clicked().then(|| response.interact_pointer_pos()).flatten();
            let by_pointer = clicked.map(|at| {
                let step = ((at.x - rect.left()) / (STEP.x + APART)).floor() + 1.0;
                let figure = f64::from(step.clamp(1.0, f32::from(STEPS)));
                // Pressed again it is taken away.
                (now != Some(figure)).then_some(figure)
            });
            let by_key = has_keyboard(&response).then(|| {
                let (less, more) = ui.input(|input| {
                    (input.key_pressed(Key::ArrowLeft), input.key_pressed(Key::ArrowRight))
                });
                match (now, less, more) {
                    (Some(figure), true, false) => Some((figure - 1.0).max(1.0)),
                    (Some(figure), false, true) => Some((figure + 1.0).min(f64::from(STEPS))),
                    (None, false, true) => Some(1.0),
                    (None, true, false) => Some(f64::from(STEPS)),
                    (_, true, true) | (_, false, false) => None,
                }
            });
            response.on_hover_cursor(CursorIcon::PointingHand);
            let by_key = by_key.flatten().filter(|figure| now != Some(*figure)).map(Some);
            by_pointer.or(by_key)
        })
        .inner
    })
}
