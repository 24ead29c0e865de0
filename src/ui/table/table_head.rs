//! The room's title, how much of it is shown, the field of words, and the room without any rows.

use super::{KnownTable, TableRoom, counted, table_room_id};
use crate::scene::{Role, icon};
use crate::ui::kit::buttons::{regular, semibold, text_button};
use crate::ui::kit::text_field::{set_caret_to_end, take_key};
use crate::ui::state::command::Command;
use crate::ui::state::keys::shown_key;
use crate::ui::state::rooms::Room;
use crate::ui::{Context, Message};
use egui::{
    Align2, FontSelection, Key, Layout, Margin, Rect, RichText, Sense, Stroke, StrokeKind,
    TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

/// How wide and high the field of words is.
const FIELD: egui::Vec2 = vec2(242.0, 36.0);

/// The field of words.
pub(crate) fn table_search_id() -> egui::Id {
    egui::Id::unique("words that cards of the table say")
}

impl TableRoom {
    pub(super) fn head_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        known: &KnownTable,
        rect: Rect,
    ) {
        let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
        let title = cx.words.card_table_title();
        let at = rect.min + vec2(0.0, 38.0);
        let shown = ui.painter().text(at, Align2::LEFT_CENTER, &title, semibold(26.0), ink);
        let count = counted(known, cx);
        let at = pos2(shown.right() + 14.0, at.y + 4.0);
        ui.painter().text(at, Align2::LEFT_CENTER, &count, regular(13.5), muted);
        let place = Rect::from_min_size(rect.min, vec2(rect.width() / 2.0, 60.0));
        let label = ui.interact(place, ui.scope_id().with("table head"), Sense::hover());
        let said = format!("{title}: {count}");
        label.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &said));
        let corner = pos2(rect.right() - FIELD.x, rect.top() + 20.0);
        self.search_ui(ui, cx, Rect::from_min_size(corner, FIELD));
        let chips = Rect::from_min_size(rect.min + vec2(0.0, 68.0), vec2(rect.width(), 40.0));
        self.filters_ui(ui, cx, known, chips);
    }

    fn search_ui(&mut self, ui: &mut Ui, cx: &Context<'_>, rect: Rect) {
        let id = table_search_id();
        let has_focus = ui.memory(|memory| memory.has_focus(id));
        let muted = cx.theme.color(Role::Muted);
        let edge = if has_focus { Role::Accent } else { Role::Hairline };
        let stroke = Stroke::new(if has_focus { 2.0 } else { 1.0 }, cx.theme.color(edge));
        ui.painter().rect(rect, 8.0, cx.theme.color(Role::Card), stroke, StrokeKind::Inside);
        let at = pos2(rect.left() + 18.0, rect.center().y);
        ui.painter().text(at, Align2::CENTER_CENTER, icon::SEARCH, regular(15.0), muted);
        if let Some(key) = shown_key(&Command::Find, cx.words)
            && !has_focus
            && self.asked.words.is_empty()
        {
            let at = pos2(rect.right() - 12.0, rect.center().y);
            ui.painter().text(at, Align2::RIGHT_CENTER, key, regular(11.5), muted);
        }
        if has_focus {
            // Esc takes the words away first, and goes back to the rows then.
            let leave =
                |key, _| matches!(key, Key::Escape | Key::Enter | Key::ArrowDown).then_some(key);
            match take_key(ui.ctx(), leave) {
                Some(Key::Escape) if !self.asked.words.is_empty() => self.asked.words.clear(),
                Some(_) => ui.memory_mut(|memory| memory.request_focus(table_room_id())),
                None => {}
            }
        }
        let name = cx.words.card_table_search();
        let inner = rect.with_min_x(rect.left() + 32.0).with_max_x(rect.right() - 8.0);
        let field = TextEdit::singleline(&mut self.asked.words)
            .id(id)
            .font(FontSelection::FontId(regular(13.0)))
            .hint_text(RichText::new(&name).font(regular(13.0)).color(muted))
            .margin(Margin::ZERO)
            .desired_width(inner.width())
            .align(Align2::LEFT_CENTER)
            .frame(egui::Frame::NONE);
        let field = ui.put(inner, field).accessible_name(&name);
        if std::mem::take(&mut self.wants_search) {
            set_caret_to_end(ui, id, &self.asked.words);
            field.request_focus();
        }
    }

    /// The room where no row is shown: there are no cards, or none that is asked for.
    pub(super) fn empty_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        known: &KnownTable,
        rect: Rect,
        out: &mut Vec<Message>,
    ) {
        let is_empty = known.table.rows.is_empty();
        let (said, how, label) = match is_empty {
            true => (
                cx.words.card_table_empty(),
                cx.words.card_table_empty_how(),
                cx.words.card_table_to_map(),
            ),
            false => (
                cx.words.card_table_no_match(),
                cx.words.card_table_no_match_how(),
                cx.words.card_table_clear(),
            ),
        };
        let middle = Rect::from_center_size(rect.center() - vec2(0.0, 60.0), vec2(420.0, 130.0));
        let builder = UiBuilder::new().max_rect(middle).id_salt("no rows");
        ui.scope_builder(builder.layout(Layout::top_down(egui::Align::Center)), |ui| {
            let muted = cx.theme.color(Role::Muted);
            ui.label(RichText::new(said).font(semibold(16.0)));
            ui.add_space(2.0);
            ui.label(RichText::new(how).font(regular(13.0)).color(muted));
            ui.add_space(12.0);
            if text_button(ui, cx, &label, is_empty, vec2(120.0, 34.0)).clicked() {
                match is_empty {
                    true => out.push(Message::Do(Command::Room(Room::Map))),
                    false => self.asked.clear(),
                }
            }
        });
    }
}
