//! The row below the title: which cards are asked for, in which groups, with which columns.

use super::card_changes::takes_cards;
use super::cell_menus::ChoiceList;
use super::row_cells::dashed_pill;
use super::table_columns::column_name;
use super::{KnownTable, TableRoom};
use crate::insight::{CardGrouping, TableColumn};
use crate::model::Id;
use crate::scene::{Role, icon};
use crate::ui::Context;
use crate::ui::bars::menu::submenu_ui;
use crate::ui::kit::buttons::{focus_ring, medium, regular, semibold};
use crate::ui::kit::tooltip::Tip as _;
use crate::words::{Words, lane_name, persona_name};
use egui::{
    Align, Button, CursorIcon, Layout, Popup, PopupCloseBehavior, Rect, Response, RichText,
    ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

/// How high a chip is.
const CHIP: f32 = 31.0;
/// A list higher than this is scrolled.
pub(super) const LIST: f32 = 320.0;
/// The lanes that a chip names; the others are counted.
const NAMED: usize = 2;

impl TableRoom {
    pub(super) fn filters_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        known: &KnownTable,
        rect: Rect,
    ) {
        let left = UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center));
        ui.scope_builder(left.id_salt("chips"), |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            self.lanes_chip_ui(ui, cx, known);
            self.persona_chip_ui(ui, cx, known);
            self.more_chips_ui(ui, cx, known);
            self.automatic_chip_ui(ui, cx);
            self.missing_chip_ui(ui, cx, known);
            let button = quiet_ui(ui, cx, icon::PLUS, &cx.words.card_table_filter());
            staying(&button).show(|ui| {
                ui.set_min_width(200.0);
                submenu_ui(ui, icon::ROWS, &cx.words.card_table_lane(), |ui| {
                    self.lanes_ui(ui, cx, known);
                });
                submenu_ui(ui, icon::USERS, &cx.words.card_table_who(), |ui| {
                    self.personas_ui(ui, cx, known);
                });
                self.more_menus_ui(ui, cx, known);
                let mut list = ChoiceList { wants_focus: false };
                let sign = if self.asked.automatic { icon::CHECK } else { ' ' };
                if list.choice_ui(ui, &cx.words.field_automatic(), sign) {
                    self.asked.automatic = !self.asked.automatic;
                }
                let sign = if self.asked.missing { icon::CHECK } else { ' ' };
                if list.choice_ui(ui, &cx.words.card_table_missing(), sign) {
                    self.asked.missing = !self.asked.missing;
                }
            });
        });
        let right = UiBuilder::new().max_rect(rect).layout(Layout::right_to_left(Align::Center));
        ui.scope_builder(right.id_salt("groups"), |ui| {
            ui.spacing_mut().item_spacing.x = 16.0;
            let button = quiet_ui(ui, cx, icon::SLIDERS, &cx.words.card_table_columns());
            staying(&button).show(|ui| self.columns_menu_ui(ui, cx));
            let grouping = grouping_name(self.asked.grouping, cx.words);
            let button = quiet_ui(ui, cx, icon::LIST, &grouping);
            Popup::menu(&button).show(|ui| {
                let mut list = ChoiceList { wants_focus: button.clicked() };
                for one in CardGrouping::ALL {
                    let sign = if one == self.asked.grouping { icon::CHECK } else { ' ' };
                    if list.choice_ui(ui, &grouping_name(one, cx.words), sign) {
                        self.asked.grouping = one;
                        ui.close();
                    }
                }
            });
        });
    }

    fn lanes_ui(&mut self, ui: &mut Ui, cx: &Context<'_>, known: &KnownTable) {
        ScrollArea::vertical().max_height(LIST).show(ui, |ui| {
            let mut list = ChoiceList { wants_focus: false };
            for lane in known.table.journey.lanes.iter().filter(|lane| takes_cards(lane)) {
                let is_on = self.asked.lanes.contains(&lane.id);
                let sign = if is_on { icon::CHECK } else { ' ' };
                if list.choice_ui(ui, &lane_name(lane, cx.words), sign) {
                    toggle(&mut self.asked.lanes, &lane.id);
                }
            }
        });
    }

    fn personas_ui(&mut self, ui: &mut Ui, cx: &Context<'_>, known: &KnownTable) {
        ScrollArea::vertical().max_height(LIST).show(ui, |ui| {
            let mut list = ChoiceList { wants_focus: false };
            for persona in &known.table.project.personas {
                let is_on = self.asked.persona.as_ref() == Some(&persona.id);
                let sign = if is_on { icon::CHECK } else { ' ' };
                if list.choice_ui(ui, &persona_name(persona, cx.words), sign) {
                    self.asked.persona = (!is_on).then(|| persona.id.clone());
                }
            }
        });
    }

    /// Which columns are shown; the cards' words always are.
    fn columns_menu_ui(&mut self, ui: &mut Ui, cx: &Context<'_>) {
        let mut list = ChoiceList { wants_focus: false };
        ui.set_min_width(180.0);
        for column in TableColumn::ALL.into_iter().filter(|one| *one != TableColumn::Text) {
            let is_hidden = self.hidden.contains(&column);
            let sign = if is_hidden { ' ' } else { icon::CHECK };
            if list.choice_ui(ui, &column_name(column, cx.words), sign) {
                match is_hidden {
                    true => self.hidden.retain(|one| *one != column),
                    false => self.hidden.push(column),
                }
            }
        }
    }

    fn lanes_chip_ui(&mut self, ui: &mut Ui, cx: &Context<'_>, known: &KnownTable) {
        if self.asked.lanes.is_empty() {
            return;
        }
        let journey = &known.table.journey;
        let lanes = journey.lanes.iter().filter(|lane| self.asked.lanes.contains(&lane.id));
        let mut names: Vec<String> = lanes.map(|lane| lane_name(lane, cx.words)).collect();
        if names.len() > NAMED {
            let more = names.len() - NAMED;
            names.truncate(NAMED);
            names.push(format!("+{}", cx.words.number(more as f64)));
        }
        let about = cx.words.card_table_lane();
        let (chip, cleared) = chip_ui(ui, cx, &about, &names.join(", "));
        staying(&chip).show(|ui| self.lanes_ui(ui, cx, known));
        if cleared {
            self.asked.lanes.clear();
        }
    }

    fn persona_chip_ui(&mut self, ui: &mut Ui, cx: &Context<'_>, known: &KnownTable) {
        let asked = self.asked.persona.as_ref().and_then(|id| known.table.project.persona(id));
        let Some((_, persona)) = asked else { return };
        let name = persona_name(persona, cx.words);
        let (chip, cleared) = chip_ui(ui, cx, &cx.words.card_table_who(), &name);
        staying(&chip).show(|ui| self.personas_ui(ui, cx, known));
        if cleared {
            self.asked.persona = None;
        }
    }

    fn automatic_chip_ui(&mut self, ui: &mut Ui, cx: &Context<'_>) {
        if !self.asked.automatic {
            return;
        }
        let (about, yes) = (cx.words.field_automatic(), cx.words.answer_yes());
        let (_, cleared) = chip_ui(ui, cx, &about, &yes);
        self.asked.automatic = !cleared;
    }

    /// `Saknar något 18`: a click asks for those alone.
    fn missing_chip_ui(&mut self, ui: &mut Ui, cx: &Context<'_>, known: &KnownTable) {
        let count = known.arranged.missing;
        if count == 0 && !self.asked.missing {
            return;
        }
        let bad = cx.theme.color(Role::Bad);
        let said = cx.words.card_table_missing();
        let words = ui.painter().layout_no_wrap(said.clone(), medium(13.0), bad);
        let figure = cx.words.number(count as f64);
        let number = ui.painter().layout_no_wrap(figure, semibold(13.0), bad);
        let size = vec2(words.size().x + number.size().x + 52.0, CHIP);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let is_on = self.asked.missing;
        let name = format!("{said}: {}", cx.words.card_table_cards(count));
        response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, is_on, &name));
        if response.clicked() {
            self.asked.missing = !is_on;
        }
        ui.painter().rect_filled(rect, CHIP / 2.0, cx.theme.color(Role::GapFill));
        let stroke = Stroke::new(if is_on { 1.6 } else { 1.2 }, bad);
        if is_on {
            // What is asked for has a whole edge.
            ui.painter().rect_stroke(rect, CHIP / 2.0, stroke, StrokeKind::Inside);
        } else {
            dashed_pill(ui, rect.shrink(0.6), stroke);
        }
        let middle = rect.center().y;
        let at = pos2(rect.left() + 19.0, middle);
        let center = egui::Align2::CENTER_CENTER;
        ui.painter().text(at, center, icon::BOX_DASHED, regular(14.0), bad);
        let at = pos2(rect.left() + 31.0, middle - words.size().y / 2.0);
        let after = at.x + words.size().x + 7.0;
        ui.painter().galley(at, words, bad);
        let at = pos2(after, middle - number.size().y / 2.0);
        ui.painter().galley(at, number, bad);
        focus_ring(ui, cx, &response, CHIP / 2.0);
        let tip = cx.words.card_table_missing_tip();
        response.tip(|| tip).on_hover_cursor(CursorIcon::PointingHand);
    }
}

/// What is asked for: what it is about, and a cross that asks for it no longer.
pub(super) fn chip_ui(ui: &mut Ui, cx: &Context<'_>, about: &str, what: &str) -> (Response, bool) {
    let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
    let first = ui.painter().layout_no_wrap(about.to_owned(), regular(13.0), muted);
    let second = ui.painter().layout_no_wrap(what.to_owned(), medium(13.0), ink);
    let size = vec2(first.size().x + second.size().x + 72.0, CHIP);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let name = format!("{about}: {what}");
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
    let edge = if response.hovered() { Role::Accent } else { Role::Hairline };
    let stroke = Stroke::new(1.0, cx.theme.color(edge));
    ui.painter().rect(rect, CHIP / 2.0, cx.theme.color(Role::Card), stroke, StrokeKind::Inside);
    let middle = rect.center().y;
    let center = egui::Align2::CENTER_CENTER;
    ui.painter().text(pos2(rect.left() + 19.0, middle), center, icon::FILTER, regular(14.0), muted);
    let at = pos2(rect.left() + 32.0, middle - first.size().y / 2.0);
    let after = at.x + first.size().x + 6.0;
    ui.painter().galley(at, first, muted);
    ui.painter().galley(pos2(after, middle - second.size().y / 2.0), second, ink);
    focus_ring(ui, cx, &response, CHIP / 2.0);
    let cross = Rect::from_center_size(pos2(rect.right() - 17.0, middle), vec2(22.0, 22.0));
    let clear = ui.interact(cross, response.id.with("clear"), Sense::click());
    let name = cx.words.card_table_clear_one(name);
    clear.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
    let color = if clear.hovered() { ink } else { muted };
    ui.painter().text(cross.center(), center, icon::X, regular(12.0), color);
    focus_ring(ui, cx, &clear, 11.0);
    let cleared = clear.on_hover_cursor(CursorIcon::PointingHand).clicked();
    (response.on_hover_cursor(CursorIcon::PointingHand), cleared)
}

/// A button without a frame.
fn quiet_ui(ui: &mut Ui, cx: &Context<'_>, sign: char, name: &str) -> Response {
    let ink = cx.theme.color(Role::Ink);
    let text = RichText::new(format!("{sign}  {name}")).font(regular(13.0)).color(ink);
    let response = ui.add(Button::new(text).frame_when_inactive(false).corner_radius(8));
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, name));
    focus_ring(ui, cx, &response, 8.0);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// A list in which more than one may be meant.
pub(super) fn staying(button: &Response) -> Popup<'_> {
    Popup::menu(button).close_behavior(PopupCloseBehavior::CloseOnClickOutside)
}

pub(super) fn toggle(ids: &mut Vec<Id>, id: &Id) {
    match ids.iter().position(|one| one == id) {
        Some(at) => {
            ids.remove(at);
        }
        None => ids.push(id.clone()),
    }
}

fn grouping_name(grouping: CardGrouping, words: &Words) -> String {
    match grouping {
        CardGrouping::Phase => words.card_table_by_phase(),
        CardGrouping::Lane => words.card_table_by_lane(),
        CardGrouping::Nothing => words.card_table_by_nothing(),
    }
}
