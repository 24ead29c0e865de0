//! The bar for what is chosen: it floats over the bottom of the table and changes all of it at once.

use super::card_changes::CardsToChange;
use super::cell_menus::menu_ui;
use super::{KnownTable, TableRoom, table_room_id};
use crate::insight::TableColumn;
use crate::scene::{Role, icon};
use crate::ui::bars::menu::submenu_ui;
use crate::ui::kit::buttons::{focus_ring, medium, regular, semibold};
use crate::ui::kit::tooltip::Tip as _;
use crate::ui::{Context, Document, Message};
use egui::{
    Align, Area, Button, Frame, Layout, Margin, Order, Popup, PopupCloseBehavior, Pos2, Rect,
    Response, RichText, Shadow, Stroke, Ui, WidgetInfo, pos2, vec2,
};

/// How high the bar is, in points.
const HEIGHT: f32 = 46.0;
/// Between the bar and the bottom of the room.
const BELOW: f32 = 10.0;

/// What the bar offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum BarMenu {
    Column(TableColumn),
    Move,
}

const MENUS: [BarMenu; 5] = [
    BarMenu::Column(TableColumn::Owner),
    BarMenu::Column(TableColumn::Opportunity),
    BarMenu::Column(TableColumn::Evidence),
    BarMenu::Column(TableColumn::Who),
    BarMenu::Move,
];

fn menu_id(place: usize) -> egui::Id {
    egui::Id::unique(("menu of the bar for chosen cards", place))
}

impl TableRoom {
    pub(super) fn bulk_bar_ui(
        &mut self,
        ui: &Ui,
        cx: &Context<'_>,
        doc: &mut Document,
        known: &KnownTable,
        area: Rect,
        out: &mut Vec<Message>,
    ) {
        if self.chosen.is_empty() {
            return;
        }
        let cards = CardsToChange::of(&known.table, |id| self.chosen.contains(id));
        let id = egui::Id::unique("bar for chosen cards");
        let wide = ui.data(|data| data.get_temp::<f32>(id)).unwrap_or(620.0);
        let corner = bar_corner(area, wide);
        let bar = Area::new(id).order(Order::Middle).fixed_pos(corner).show(ui.ctx(), |ui| {
            let shadow = Shadow {
                offset: [0, 6],
                blur: 22,
                spread: 0,
                color: cx.theme.color(Role::Ink.at(50)),
            };
            Frame::new()
                .fill(cx.theme.color(Role::Card))
                .stroke(Stroke::new(1.0, cx.theme.color(Role::Hairline)))
                .corner_radius(12)
                .shadow(shadow)
                .inner_margin(Margin::symmetric(14, 5))
                .show(ui, |ui| {
                    ui.set_height(HEIGHT - 10.0);
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        ui.spacing_mut().item_spacing.x = 4.0;
                        self.bar_parts_ui(ui, cx, doc, (known, &cards), out);
                    });
                });
        });
        let shown = bar.response.rect.width();
        if (shown - wide).abs() > 0.5 {
            ui.data_mut(|data| data.insert_temp(id, shown));
            ui.ctx().request_repaint();
        }
    }

    fn bar_parts_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        doc: &mut Document,
        (known, cards): (&KnownTable, &CardsToChange<'_>),
        out: &mut Vec<Message>,
    ) {
        let accent = cx.theme.color(Role::Accent);
        let (place, _) = ui.allocate_exact_size(vec2(22.0, 22.0), egui::Sense::hover());
        let box_of = Rect::from_center_size(place.center(), vec2(16.0, 16.0));
        ui.painter().rect_filled(box_of, 4.0, accent);
        let on = cx.theme.color(Role::OnAccent);
        let center = egui::Align2::CENTER_CENTER;
        ui.painter().text(place.center(), center, icon::CHECK, regular(12.0), on);
        let count = cx.words.card_table_chosen(self.chosen.len());
        ui.label(RichText::new(count).font(semibold(13.5)));
        divider_ui(ui, cx);
        for (place, menu) in MENUS.into_iter().enumerate() {
            let (sign, name) = menu_name(menu, cx);
            let offered = menu != BarMenu::Column(TableColumn::Opportunity) || !cards.are_ideas();
            let button = ui.add_enabled_ui(offered, |ui| bar_button_ui(ui, cx, sign, &name)).inner;
            let was_open = Popup::is_id_open(ui.ctx(), menu_id(place));
            let is_new = button.clicked() && !was_open;
            if is_new {
                self.owner.clear();
            }
            let popup = Popup::menu(&button)
                .id(menu_id(place))
                .close_behavior(PopupCloseBehavior::CloseOnClickOutside);
            let answer = popup.show(|ui| match menu {
                BarMenu::Column(column) => {
                    let of = (&known.table, cards);
                    menu_ui(ui, cx, doc, of, column, &mut self.owner, is_new)
                }
                BarMenu::Move => move_ui(ui, cx, doc, (known, cards), is_new),
            });
            if let Some(answer) = answer.map(|shown| shown.inner) {
                out.extend(answer.change.map(Message::Edit));
                if answer.is_done {
                    Popup::close_id(ui.ctx(), menu_id(place));
                    ui.memory_mut(|memory| memory.request_focus(table_room_id()));
                }
            }
        }
        divider_ui(ui, cx);
        let bad = Role::Bad;
        if sign_ui(ui, cx, icon::TRASH, &cx.words.card_table_remove(self.chosen.len()), bad)
            .clicked()
        {
            out.push(Message::Edit(cards.remove()));
        }
        if sign_ui(ui, cx, icon::X, &cx.words.card_table_choose_none(), Role::Muted).clicked() {
            self.chosen.clear();
        }
    }
}

/// Where the bar's corner is: in the middle of the room, at its bottom.
fn bar_corner(area: Rect, wide: f32) -> Pos2 {
    let left = (area.center().x - wide / 2.0).max(area.left() + 8.0);
    pos2(left.round(), (area.bottom() - BELOW - HEIGHT).round())
}

fn menu_name(menu: BarMenu, cx: &Context<'_>) -> (char, String) {
    match menu {
        BarMenu::Column(column) => {
            let sign = match column {
                TableColumn::Owner => icon::USER,
                TableColumn::Opportunity => icon::LIGHTBULB,
                TableColumn::Evidence => icon::CHECK,
                TableColumn::Who => icon::USERS,
                TableColumn::Text
                | TableColumn::Lane
                | TableColumn::Step
                | TableColumn::Channel
                | TableColumn::Met
                | TableColumn::Automatic
                | TableColumn::Reach => icon::PENCIL,
            };
            (sign, super::table_columns::column_name(column, cx.words))
        }
        BarMenu::Move => (icon::ARROW_RIGHT, cx.words.card_table_move()),
    }
}

/// Where chosen cards can be moved to.
fn move_ui(
    ui: &mut Ui,
    cx: &Context<'_>,
    doc: &mut Document,
    (known, cards): (&KnownTable, &CardsToChange<'_>),
    is_new: bool,
) -> super::cell_menus::MenuAnswer {
    let mut answer = super::cell_menus::MenuAnswer::default();
    let mut nothing = String::new();
    for (sign, name, column) in [
        (icon::ROWS, cx.words.card_table_to_lane(), TableColumn::Lane),
        (icon::COLUMNS, cx.words.card_table_to_step(), TableColumn::Step),
    ] {
        submenu_ui(ui, sign, &name, |ui| {
            let of = (&known.table, cards);
            let chosen = menu_ui(ui, cx, doc, of, column, &mut nothing, false);
            if chosen.is_done {
                answer = chosen;
            }
        });
    }
    let mut list = super::cell_menus::ChoiceList { wants_focus: is_new };
    ui.add_enabled_ui(!cards.are_parked(), |ui| {
        if list.choice_ui(ui, &cx.words.command_park(), icon::PARKING) {
            (answer.change, answer.is_done) = (cards.park(), true);
        }
    });
    answer
}

fn divider_ui(ui: &mut Ui, cx: &Context<'_>) {
    let (rect, _) = ui.allocate_exact_size(vec2(13.0, 24.0), egui::Sense::hover());
    let edge = Stroke::new(1.0, cx.theme.color(Role::Hairline));
    ui.painter().vline(rect.center().x, rect.y_range(), edge);
}

fn bar_button_ui(ui: &mut Ui, cx: &Context<'_>, sign: char, name: &str) -> Response {
    let text = RichText::new(format!("{sign}  {name}")).font(medium(13.0));
    let button = Button::new(text.color(cx.theme.color(Role::Ink)))
        .frame_when_inactive(false)
        .corner_radius(8)
        .min_size(vec2(0.0, 32.0));
    let response = ui.add(button);
    let enabled = response.enabled();
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, enabled, name));
    focus_ring(ui, cx, &response, 8.0);
    response
}

fn sign_ui(ui: &mut Ui, cx: &Context<'_>, sign: char, name: &str, role: Role) -> Response {
    let text = RichText::new(sign).font(regular(16.0)).color(cx.theme.color(role));
    let button = Button::new(text).frame_when_inactive(false).min_size(vec2(30.0, 30.0));
    let response = ui.add(button);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, name));
    focus_ring(ui, cx, &response, 8.0);
    response.tip(|| name)
}
