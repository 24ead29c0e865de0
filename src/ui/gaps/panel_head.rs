//! The head of the list: how many gaps there are, which rules look for them, in which order and of
//! which kind they are listed; and what is said where there are none.

use super::gap_groups::GapOrder;
use super::gap_row::rule_icon;
use super::{GapsPanel, SeenGaps};
use crate::edit::Change;
use crate::insight::GapRule;
use crate::scene::{Role, icon};
use crate::ui::inspector::{Lit, chip};
use crate::ui::kit::buttons::{focus_ring, icon_button, medium, regular, semibold};
use crate::ui::{Context, Message};
use egui::{
    Align, Checkbox, CursorIcon, Layout, Popup, PopupCloseBehavior, Rect, RichText, ScrollArea,
    Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

/// How high the switch between both orders is.
const SWITCH: f32 = 28.0;
/// How wide the list of rules is.
const RULES: f32 = 320.0;

impl GapsPanel {
    /// Shows the head.
    pub(super) fn head_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context,
        seen: &SeenGaps,
        out: &mut Vec<Message>,
    ) {
        let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
        let waved = seen.gaps.iter().filter(|gap| gap.waved_off.is_some()).count();
        let left = seen.gaps.len() - waved;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 10.0;
            ui.label(RichText::new(cx.words.room_gaps()).font(semibold(19.0)).color(ink));
            let mut said = cx.words.gaps_count(left);
            if waved > 0 {
                said += &format!(" · {}", cx.words.gaps_waved_off(waved));
            }
            ui.label(RichText::new(said).font(regular(12.5)).color(muted));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| rules_ui(ui, cx, seen, out));
        });
        ui.add_space(8.0);
        if left == 0 && waved == 0 && seen.waits {
            let looking = RichText::new(cx.words.gaps_looking()).font(regular(13.0));
            ui.label(looking.color(muted));
            return;
        }
        if left == 0 && waved == 0 {
            return none_ui(ui, cx, seen);
        }
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            self.switch_ui(ui, cx);
            self.kinds_ui(ui, cx, seen);
        });
        ui.add_space(10.0);
    }

    /// By phase, by kind or by weight.
    fn switch_ui(&mut self, ui: &mut Ui, cx: &Context) {
        let words = cx.words;
        let labels = GapOrder::ALL.map(|order| match order {
            GapOrder::Phase => (words.gaps_phase(), words.gaps_by_phase(), order),
            GapOrder::Kind => (words.gaps_kind(), words.gaps_by_kind(), order),
            GapOrder::Weight => (words.gaps_weight(), words.gaps_by_weight(), order),
        });
        let widths = labels.each_ref().map(|(label, ..)| {
            let ink = egui::Color32::PLACEHOLDER;
            ui.painter().layout_no_wrap(label.clone(), medium(12.5), ink).size().x + 24.0
        });
        let size = vec2(widths.iter().sum(), SWITCH);
        let (row, _) = ui.allocate_exact_size(size, Sense::hover());
        ui.painter().rect_filled(row, 7.0, cx.theme.color(Role::Chip));
        let mut left = row.left();
        for ((label, name, order), width) in labels.into_iter().zip(widths) {
            let rect = Rect::from_min_size(pos2(left, row.top()), vec2(width, SWITCH));
            left += width;
            let on = self.order == order;
            let id = ui.scope_id().with(("gaps by", order));
            let response = ui.interact(rect, id, Sense::click());
            response.widget_info(|| WidgetInfo::selected(egui::Role::RadioButton, true, on, &name));
            if on {
                let edge = Stroke::new(1.0, cx.theme.color(Role::Hairline));
                let card = cx.theme.color(Role::Card);
                ui.painter().rect(rect.shrink(2.0), 6.0, card, edge, StrokeKind::Inside);
            }
            let (font, role) = match on {
                true => (medium(12.5), Role::Ink),
                false => (regular(12.5), Role::Muted),
            };
            let ink = cx.theme.color(role);
            ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, &label, font, ink);
            focus_ring(ui, cx, &response, 7.0);
            if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
                self.order = order;
            }
        }
    }

    /// The chip that lists one kind only.
    fn kinds_ui(&mut self, ui: &mut Ui, cx: &Context, seen: &SeenGaps) {
        let there = |rule: &&GapRule| seen.gaps.iter().any(|gap| gap.rule == **rule);
        self.only = self.only.filter(|rule| there(&rule));
        let label = self.only.map_or_else(|| cx.words.gaps_all_kinds(), |rule| rule.name(cx.words));
        let lit = if self.only.is_some() { Lit::On } else { Lit::Off };
        let response = chip(ui, cx.theme, &label, lit);
        let popup = Popup::menu(&response).accessible_name(cx.words.gaps_by_kind());
        popup.show(|ui| {
            ui.set_min_width(240.0);
            if ui.selectable_label(self.only.is_none(), cx.words.gaps_all_kinds()).clicked() {
                self.only = None;
            }
            for rule in GapRule::ALL.iter().filter(there) {
                let of = |gap: &&crate::insight::Gap| gap.rule == *rule;
                let count = seen.gaps.iter().filter(|gap| gap.waved_off.is_none()).filter(of);
                let label = format!("{}  {}", rule.name(cx.words), count.count());
                if ui.selectable_label(self.only == Some(*rule), label).clicked() {
                    self.only = Some(*rule);
                }
            }
        });
    }
}

/// The button for the rules, and all of them with what is on.
fn rules_ui(ui: &mut Ui, cx: &Context, seen: &SeenGaps, out: &mut Vec<Message>) {
    let label = cx.words.gaps_rules();
    let response = icon_button(ui, icon::SLIDERS, &label, true, vec2(28.0, 28.0));
    focus_ring(ui, cx, &response, 7.0);
    let popup = Popup::from_toggle_button_response(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .width(RULES)
        .accessible_name(&label);
    popup.show(|ui| {
        ui.set_width(RULES);
        ui.label(RichText::new(&label).font(semibold(13.5)));
        let about = RichText::new(cx.words.gaps_rules_about()).font(regular(12.0));
        ui.label(about.color(cx.theme.color(Role::Muted)));
        ui.add_space(4.0);
        let most = (ui.ctx().content_rect().height() - 220.0).max(120.0);
        ScrollArea::vertical().max_height(most).min_scrolled_height(most).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            let chosen = GapRule::chosen(seen.project);
            for rule in GapRule::ALL {
                let mut on = chosen.contains(rule);
                let name = rule.name(cx.words);
                let text = format!("{}  {name}", rule_icon(*rule));
                let response =
                    ui.add(Checkbox::new(&mut on, RichText::new(text).font(regular(13.0))));
                response
                    .widget_info(|| WidgetInfo::selected(egui::Role::CheckBox, true, on, &name));
                if response.changed() {
                    let (key, value) = rule.switched(seen.project, on);
                    out.push(Message::Edit(Change::PutSetting(key.into(), value)));
                }
            }
        });
    });
}

/// That there are none, and how many rules have looked.
fn none_ui(ui: &mut Ui, cx: &Context, seen: &SeenGaps) {
    let tried = GapRule::chosen(seen.project).len();
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let sign = RichText::new(icon::CHECK_CIRCLE).font(regular(16.0));
        let sign = ui.label(sign.color(cx.theme.color(Role::Good)));
        sign.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, ""));
        let text = RichText::new(cx.words.gaps_none(tried)).font(medium(13.0));
        ui.label(text.color(cx.theme.color(Role::Ink)));
    });
    ui.add_space(12.0);
}
