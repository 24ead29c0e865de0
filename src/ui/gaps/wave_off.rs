//! Waving a gap off: the field for the reason below its sentence, and what was waved off.

use super::gap_row::{RowLook, TEXT_X, row_ui, rule_icon, small_button};
use super::{GapName, GapsPanel, SeenGaps};
use crate::edit::Change;
use crate::insight::Gap;
use crate::model::TEXT_MAX;
use crate::ui::kit::buttons::regular;
use crate::ui::kit::caret::layouter;
use crate::ui::kit::text_field::{Left, left};
use crate::ui::{Context, Message};
use egui::{TextEdit, Ui, WidgetInfo, vec2};

/// A gap that is being waved off.
pub(super) struct Waving {
    /// Why it is none, as it is typed.
    pub reason: String,
    /// The field has had the keyboard.
    pub opened: bool,
}

/// The change that waves a gap off for a reason, or takes that back.
pub(super) fn change(gap: &Gap, reason: Option<String>) -> Change {
    Change::WaveOff { rule: gap.rule.code().into(), place: gap.place.clone(), reason }
}

impl GapsPanel {
    /// Asks why the chosen gap is none.
    pub(super) fn begin_to_wave(&mut self) {
        self.waving = Some(Waving { reason: String::new(), opened: false });
    }

    /// The field in which it is said why the chosen gap is none. Enter stores it, and
    /// chooses `next`.
    pub(super) fn reason_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context,
        gap: &Gap,
        next: Option<GapName>,
        out: &mut Vec<Message>,
    ) {
        let Some(waving) = &mut self.waving else { return };
        let label = cx.words.gaps_why();
        let mut stores = false;
        let mut is_left = None;
        ui.horizontal(|ui| {
            ui.add_space(TEXT_X);
            ui.spacing_mut().item_spacing.x = 6.0;
            let button = 74.0;
            let mut layouter = layouter(regular(13.0), false);
            let field = TextEdit::singleline(&mut waving.reason)
                .layouter(&mut layouter)
                .id(egui::Id::unique("why it is no gap"))
                .char_limit(TEXT_MAX)
                .hint_text(&label)
                .font(regular(13.0))
                .margin(egui::Margin::symmetric(8, 5))
                .desired_width((ui.available_width() - button - 6.0).max(80.0));
            let response = ui.add(field);
            response.widget_info(|| WidgetInfo::labeled(egui::Role::TextInput, true, &label));
            if !std::mem::replace(&mut waving.opened, true) {
                response.request_focus();
            }
            is_left = left(ui, &response);
            stores = small_button(ui, cx, &cx.words.gaps_wave_off(), false).clicked();
        });
        ui.add_space(8.0);
        if is_left == Some(Left::ByEscape) {
            (self.waving, self.follow) = (None, true);
        } else if stores || is_left == Some(Left::ByEnter) {
            let reason = std::mem::take(&mut waving.reason);
            // With the pointer on the button the next one would open below it, to be clicked by mistake.
            let next = next.filter(|_| !stores);
            out.push(Message::Edit(change(gap, Some(reason))));
            (self.waving, self.follow) = (None, next.is_some());
            self.question = next.as_ref().and_then(|(_, place)| place.question.clone());
            self.chosen = next;
        }
    }

    /// A gap that is waved off, with the reason and the way back.
    pub(super) fn waved_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context,
        seen: &SeenGaps,
        at: usize,
        out: &mut Vec<Message>,
    ) {
        let Some(gap) = seen.gaps.get(at) else { return };
        let said = self.said.text(seen, at, cx);
        let reason = gap.waved_off.as_deref().unwrap_or_default();
        let place = match reason.is_empty() {
            true => said.1.clone(),
            false => format!("{} · {reason}", said.1),
        };
        let id = egui::Id::unique(("waved off", gap.rule, &gap.place));
        let icon = rule_icon(gap.rule);
        let look = RowLook { id, icon, text: &said.0, place: &place, muted: true, chosen: false };
        let row = row_ui(ui, cx, &look);
        if row.hovered() {
            self.lit = Some(super::name_of(gap));
        }
        if row.clicked() {
            out.extend(super::shown_by(seen, at));
        }
        ui.horizontal(|ui| {
            ui.add_space(TEXT_X);
            let undo = small_button(ui, cx, &cx.words.gaps_wave_on(), false);
            let name = format!("{}: {}", cx.words.gaps_wave_on(), said.0);
            undo.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
            if undo.clicked() {
                out.push(Message::Edit(change(gap, None)));
            }
        });
        ui.allocate_space(vec2(0.0, 6.0));
    }
}
