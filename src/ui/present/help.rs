//! All keys, over the page.

use super::keys::rows;
use crate::scene::{BLACKOUT, Role};
use crate::ui::Context;
use crate::ui::kit::buttons::{named, regular, semibold};
use egui::{Id, Rect, RichText, Sense, StrokeKind, Ui, UiBuilder, pos2, vec2};

/// Shows all keys over `window`. True when they have been read.
pub(crate) fn help_ui(ui: &mut Ui, cx: &Context<'_>, window: Rect) -> bool {
    let around = ui.interact(window, Id::unique("keys while presenting"), Sense::click());
    named(&around, &cx.words.dialog_close());
    ui.painter_at(window).rect_filled(window, 0, BLACKOUT.gamma_multiply(0.5));
    let rows = rows(cx.words);
    let most = window.shrink(16.0);
    // As large as the window allows, within reason.
    let unit = (most.height() / 1000.0).min(most.width() / 1000.0).clamp(0.45, 1.6);
    let line = 40.0 * unit;
    let size = vec2(900.0 * unit, (rows.len() as f32 * line + 130.0 * unit).min(most.height()));
    let rect = Rect::from_center_size(window.center(), size);
    let stroke = egui::Stroke::new(1.0, cx.theme.color(Role::Hairline));
    let fill = cx.theme.color(Role::Card);
    ui.painter().rect(rect, 18.0 * unit, fill, stroke, StrokeKind::Inside);
    let inner = rect.shrink2(vec2(44.0, 30.0) * unit);
    let mut ui = ui.new_child(UiBuilder::new().max_rect(inner));
    ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
    let ink = cx.theme.color(Role::Ink);
    ui.label(RichText::new(cx.words.present_help_title()).font(semibold(30.0 * unit)).color(ink));
    ui.add_space(14.0 * unit);
    let left = ui.cursor().min;
    for (index, (keys, label)) in rows.iter().enumerate() {
        let at = left + vec2(0.0, index as f32 * line);
        let half = |x: f32| {
            let from = pos2(inner.left() + x * inner.width(), at.y);
            UiBuilder::new().max_rect(Rect::from_min_size(from, vec2(inner.width() / 2.0, line)))
        };
        let keys = RichText::new(keys).font(semibold(19.0 * unit)).color(ink);
        ui.new_child(half(0.0)).label(keys);
        let muted = cx.theme.color(Role::Muted);
        let label = RichText::new(label).font(regular(19.0 * unit)).color(muted);
        ui.new_child(half(0.5)).label(label);
    }
    around.clicked()
}
