//! What chosen words can become, in a bar below them: the same as by drag or by key, for whoever knows
//! neither.

use super::picking::Picking;
use super::{ResearchRoom, text_id};
use crate::scene::{Role, icon};
use crate::ui::Context;
use crate::ui::kit::buttons::{focus_ring, medium};
use crate::ui::kit::tooltip::Tip as _;
use egui::{
    Area, CursorIcon, Frame, Id, Margin, Order, Pos2, Rect, Sense, Stroke, Ui, WidgetInfo, vec2,
};

/// From the last chosen line to the bar.
const BELOW: f32 = 6.0;

impl ResearchRoom {
    /// The bar below `last`, the last line of what is chosen, as far as that is seen within `seen`.
    pub(super) fn take_bar_ui(&mut self, ui: &Ui, cx: &Context<'_>, last: Rect, seen: Rect) {
        if self.is_dragged || self.picking.is_some() || !seen.intersects(last) {
            return;
        }
        let words = cx.words;
        let all = [
            (icon::QUOTE, words.research_take_quote(), "Q", Picking::Quote { step: 0 }),
            (
                icon::LINK,
                words.research_take_evidence(),
                "E",
                Picking::Evidence { step: 0, card: 0 },
            ),
            (icon::TAG, words.research_take_theme(), "T", Picking::Theme { theme: 0 }),
        ];
        let edge = Stroke::new(1.0, cx.theme.color(Role::Hairline));
        let at = Pos2::new(last.left().min(seen.right() - 300.0), last.bottom() + BELOW);
        let shown = Area::new(Id::unique("what chosen words become")).order(Order::Middle);
        let frame = Frame::new()
            .fill(cx.theme.color(Role::Card))
            .stroke(edge)
            .corner_radius(8)
            .inner_margin(Margin::same(4));
        shown.fixed_pos(at).constrain_to(seen).show(ui.ctx(), |ui| {
            frame.show(ui, |ui| {
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 2.0;
                    for (sign, name, key, picking) in all {
                        if take_button(ui, cx, sign, &name, key) {
                            self.picking = Some(picking);
                            // Arrows choose the place from here on.
                            ui.memory_mut(|memory| memory.request_focus(text_id()));
                        }
                    }
                });
            });
        });
    }
}

fn take_button(ui: &mut Ui, cx: &Context<'_>, sign: char, name: &str, key: &str) -> bool {
    let ink = cx.theme.color(Role::Ink);
    let galley = ui.painter().layout_no_wrap(format!("{sign}  {name}"), medium(12.5), ink);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(18.0, 10.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, name));
    if response.hovered() {
        ui.painter().rect_filled(rect, 6.0, cx.theme.color(Role::Accent.at(30)));
    }
    ui.painter().galley(rect.min + vec2(9.0, 5.0), galley, ink);
    focus_ring(ui, cx, &response, 6.0);
    let pressed = response.clicked();
    response.on_hover_cursor(CursorIcon::PointingHand).tip(|| key.to_owned());
    pressed
}
