//! How a cell is changed: its words in a field over it, all else from a list below it. The lists are
//! those of the bar for what is chosen.

use super::card_changes::{CardsToChange, takes_cards};
use super::{KnownTable, TableRoom};
use crate::edit::Change;
use crate::insight::{CardRow, CardTable, TableColumn, leads_to};
use crate::model::{Card, Channel, Evidence, Met, Reach};
use crate::scene::{Role, icon};
use crate::ui::kit::buttons::{medium, regular};
use crate::ui::kit::text_field::{Left, left, select_all, take_key};
use crate::ui::{Context, Document, Message};
use crate::words::{Named as _, lane_name, persona_name, titled};
use egui::{
    FontSelection, Key, Margin, Modifiers, Popup, PopupCloseBehavior, Rect, RichText, ScrollArea,
    Sense, Stroke, StrokeKind, TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

/// A list higher than this is scrolled.
const LIST: f32 = 320.0;

/// The list of a cell.
fn cell_menu_id() -> egui::Id {
    egui::Id::unique("choices for a cell of the table")
}

/// What a list has answered.
#[derive(Default)]
pub(super) struct MenuAnswer {
    /// What is to be changed.
    pub change: Option<Change>,
    /// Nothing more is to be chosen.
    pub is_done: bool,
}

impl MenuAnswer {
    fn take(&mut self, change: Option<Change>) {
        (self.change, self.is_done) = (change, true);
    }
}

impl TableRoom {
    /// Shows the field or the list of a cell that is being changed; true where a field stands there.
    #[expect(clippy::too_many_arguments, reason = "a cell is a row and a column of a table")]
    pub(super) fn edit_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        doc: &mut Document,
        known: &KnownTable,
        row: &CardRow,
        (column, cell): (TableColumn, Rect),
        out: &mut Vec<Message>,
    ) -> bool {
        let card = &row.place.card;
        let is_it = |it: &super::CellEdit| it.card == *card && it.column == column;
        let Some(mut edit) = self.edit.take_if(|it| is_it(it)) else { return false };
        let cards = CardsToChange::of(&known.table, |id| id == card);
        if column == TableColumn::Text {
            match text_ui(ui, cx, cell, &mut edit) {
                None => self.edit = Some(super::CellEdit { unseen: 0, ..edit }),
                Some(Left::ByEscape) => {}
                Some(Left::ByEnter | Left::Otherwise) if edit.text == row.card.text => {}
                Some(Left::ByEnter | Left::Otherwise) => {
                    out.push(Message::Edit(cards.say(&edit.text)));
                }
            }
            return true;
        }
        let anchor = ui.interact(cell, super::row_id(card).with("choices"), Sense::hover());
        let is_new = std::mem::take(&mut edit.is_new);
        if is_new {
            Popup::open_id(ui.ctx(), cell_menu_id());
        }
        let popup = Popup::menu(&anchor)
            .id(cell_menu_id())
            .open_memory(None)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside);
        let shown = popup.show(|ui| {
            menu_ui(ui, cx, doc, (&known.table, &cards), column, &mut edit.text, is_new)
        });
        match shown.map(|shown| shown.inner) {
            None => {}
            Some(answer) => {
                out.extend(answer.change.map(Message::Edit));
                if answer.is_done {
                    Popup::close_id(ui.ctx(), cell_menu_id());
                } else {
                    self.edit = Some(super::CellEdit { unseen: 0, ..edit });
                }
            }
        }
        false
    }
}

/// The field for the words of a card; how it was left, where it has been.
fn text_ui(ui: &mut Ui, cx: &Context<'_>, cell: Rect, edit: &mut super::CellEdit) -> Option<Left> {
    let id = egui::Id::unique("words of a card in the table");
    let is_new = std::mem::take(&mut edit.is_new);
    if is_new {
        select_all(ui, id, &edit.text);
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let pressed = take_key(ui.ctx(), |key, modifiers| match (key, modifiers) {
        (Key::Enter, Modifiers::NONE) => Some(Left::ByEnter),
        (Key::Escape, _) => Some(Left::ByEscape),
        _ => None,
    });
    let pressed = pressed.filter(|_| !is_new);
    let font = medium(13.5);
    let color = cx.theme.color(Role::Ink);
    let wide = cell.width() - 6.0;
    let galley = ui.painter().layout(edit.text.clone(), font.clone(), color, wide);
    let high = galley.size().y.max(18.0) + 10.0;
    let rect = Rect::from_min_size(
        pos2(cell.left() - 8.0, cell.center().y - 14.0),
        vec2(cell.width() + 10.0, high),
    );
    let mut response = None;
    let builder = UiBuilder::new().max_rect(rect).id_salt("words of a card");
    ui.scope_builder(builder, |ui| {
        ui.painter().rect_filled(rect, 6.0, cx.theme.color(Role::Card));
        let edge = Stroke::new(2.0, cx.theme.color(Role::Accent));
        ui.painter().rect_stroke(rect, 6.0, edge, StrokeKind::Outside);
        let field = TextEdit::multiline(&mut edit.text)
            .id(id)
            .font(FontSelection::FontId(font))
            .desired_rows(1)
            .desired_width(rect.width())
            .margin(Margin::symmetric(8, 5))
            .frame(egui::Frame::NONE);
        let field = ui.put(rect, field);
        let name = cx.words.card_table_card();
        let text = edit.text.clone();
        field.widget_info(|| {
            let mut info = WidgetInfo::text_edit(true, &text, &text, "");
            info.label = Some(name.clone());
            info
        });
        response = Some(field);
    });
    if pressed.is_some() {
        ui.memory_mut(|memory| memory.surrender_focus(id));
        return pressed;
    }
    response.filter(|_| !is_new).and_then(|field| left(ui, &field))
}

/// What can be chosen in a column for these cards. `typed` is a name that is being typed, `is_new`
/// says that the list has just been opened.
pub(super) fn menu_ui(
    ui: &mut Ui,
    cx: &Context<'_>,
    doc: &mut Document,
    (table, cards): (&CardTable, &CardsToChange<'_>),
    column: TableColumn,
    typed: &mut String,
    is_new: bool,
) -> MenuAnswer {
    let words = cx.words;
    let mut answer = MenuAnswer::default();
    let mut menu = ChoiceList { wants_focus: is_new };
    ui.set_min_width(200.0);
    ui.set_max_width(340.0);
    match column {
        TableColumn::Text => {}
        TableColumn::Lane => list(ui, |ui| {
            for lane in table.journey.lanes.iter().filter(|lane| takes_cards(lane)) {
                if menu.choice_ui(ui, &lane_name(lane, words), ' ') {
                    answer.take(cards.to_lane(&lane.id));
                }
            }
        }),
        TableColumn::Step => list(ui, |ui| {
            ui.add_enabled_ui(!cards.are_parked(), |ui| {
                let mut last = None;
                for (phase, step) in table.steps() {
                    if last.replace(phase) != Some(phase) {
                        let title = table.journey.phases.get(*phase).map(|it| it.title.as_str());
                        let title = titled(title.unwrap_or_default(), words);
                        let muted = cx.theme.color(Role::Muted);
                        ui.label(RichText::new(title).font(medium(12.0)).color(muted));
                    }
                    let is_here = cards.all(|card| card.step == step.id);
                    let sign = if is_here { icon::CHECK } else { ' ' };
                    if menu.choice_ui(ui, &titled(&step.title, words), sign) {
                        answer.take(cards.to_step(&step.id));
                    }
                }
            });
        }),
        TableColumn::Who => list(ui, |ui| {
            let everybody = sign_of(cards, |card| card.personas.is_empty());
            if menu.choice_ui(ui, &words.thing_everybody(), everybody) {
                answer.take(Some(cards.concern_everybody()));
            }
            for persona in &table.project.personas {
                let sign = sign_of(cards, |card| card.personas.contains(&persona.id));
                // More than one may be meant: the list stays.
                if menu.choice_ui(ui, &persona_name(persona, words), sign) {
                    answer.change = Some(cards.toggle_persona(&persona.id));
                }
            }
        }),
        TableColumn::Channel => list(ui, |ui| {
            for channel in Channel::ALL {
                let sign = sign_of(cards, |card| card.channel.as_ref() == Some(channel));
                if menu.choice_ui(ui, &channel.name(words), sign) {
                    answer.take(Some(cards.channel(Some(channel))));
                }
            }
            if menu.choice_ui(ui, &words.card_table_none(), ' ') {
                answer.take(Some(cards.channel(None)));
            }
        }),
        TableColumn::Evidence => {
            for evidence in Evidence::ALL {
                let sign = sign_of(cards, |card| card.evidence.as_ref() == Some(evidence));
                if menu.choice_ui(ui, &evidence.name(words), sign) {
                    answer.take(Some(cards.found(Some(evidence))));
                }
            }
            if menu.choice_ui(ui, &words.card_table_none(), ' ') {
                answer.take(Some(cards.found(None)));
            }
        }
        TableColumn::Met => {
            ui.add_enabled_ui(cards.are_expected(), |ui| {
                for met in Met::ALL {
                    let sign = sign_of(cards, |card| card.met.as_ref() == Some(met));
                    if menu.choice_ui(ui, &met.name(words), sign) {
                        answer.take(Some(cards.meet(Some(met))));
                    }
                }
                if menu.choice_ui(ui, &words.card_table_none(), ' ') {
                    answer.take(Some(cards.meet(None)));
                }
            });
        }
        TableColumn::Automatic => {
            ui.add_enabled_ui(cards.are_ours(|card| card.automatic), |ui| {
                for (automatic, name) in [(true, words.answer_yes()), (false, words.answer_no())] {
                    let sign = sign_of(cards, |card| card.automatic == automatic);
                    if menu.choice_ui(ui, &name, sign) {
                        answer.take(Some(cards.automate(automatic)));
                    }
                }
            });
        }
        TableColumn::Reach => {
            let asks = cards.are_ours(|card| card.reach.is_some());
            ui.add_enabled_ui(asks, |ui| {
                for reach in Reach::ALL {
                    let sign = sign_of(cards, |card| card.reach.as_ref() == Some(reach));
                    if menu.choice_ui(ui, &reach.name(words), sign) {
                        answer.take(Some(cards.reach(Some(reach))));
                    }
                }
                if menu.choice_ui(ui, &words.card_table_none(), ' ') {
                    answer.take(Some(cards.reach(None)));
                }
            });
        }
        TableColumn::Owner => owner_ui(ui, cx, (table, cards), &mut menu, typed, &mut answer),
        TableColumn::Opportunity => {
            ui.add_enabled_ui(!cards.are_ideas(), |ui| {
                let new = words.bar_new_opportunity();
                if menu.choice_ui(ui, &new, icon::PLUS) {
                    answer.take(Some(cards.tie_to_new(doc.editor.ids.next_id())));
                }
                ui.separator();
                list(ui, |ui| {
                    for one in &table.project.opportunities {
                        let leads = |card: &Card| {
                            leads_to(&table.project, card).is_some_and(|it| it.id == one.id)
                        };
                        let title = titled(one.title.lines().next().unwrap_or_default(), words);
                        if menu.choice_ui(ui, &title, sign_of(cards, leads)) {
                            answer.take(Some(cards.tie(Some(one))));
                        }
                    }
                    if menu.choice_ui(ui, &words.card_table_none(), ' ') {
                        answer.take(Some(cards.tie(None)));
                    }
                });
            });
        }
    }
    answer
}

/// A field for a name, and the names there are.
fn owner_ui(
    ui: &mut Ui,
    cx: &Context<'_>,
    (table, cards): (&CardTable, &CardsToChange<'_>),
    menu: &mut ChoiceList,
    typed: &mut String,
    answer: &mut MenuAnswer,
) {
    let words = cx.words;
    let id = egui::Id::unique("owner in the table");
    let name = words.card_table_owner();
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    let enter = |key, _| (key == Key::Enter).then_some(());
    let pressed = has_focus.then(|| take_key(ui.ctx(), enter)).flatten();
    let field = TextEdit::singleline(typed)
        .id(id)
        .hint_text(words.inspector_owner_hint())
        .desired_width(220.0);
    let field = ui.add(field).accessible_name(&name);
    if std::mem::take(&mut menu.wants_focus) {
        select_all(ui, id, typed);
        field.request_focus();
    } else if pressed.is_some() {
        answer.take(Some(cards.own(typed)));
    }
    ui.add_space(4.0);
    list(ui, |ui| {
        for owner in table.owners() {
            let sign = sign_of(cards, |card| card.owner.trim() == owner);
            if menu.choice_ui(ui, &owner, sign) {
                answer.take(Some(cards.own(&owner)));
            }
        }
        if menu.choice_ui(ui, &words.tasks_nobody(), ' ') {
            answer.take(Some(cards.own("")));
        }
    });
}

fn list(ui: &mut Ui, inside: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical().max_height(LIST).show(ui, inside);
}

/// All, some or none of them?
fn sign_of(cards: &CardsToChange<'_>, test: impl Fn(&Card) -> bool) -> char {
    match cards.count(&test) {
        0 => ' ',
        _ if cards.all(&test) => icon::CHECK,
        _ => icon::MINUS,
    }
}

/// A list of choices; the first gets the keyboard when it is opened.
pub(super) struct ChoiceList {
    pub wants_focus: bool,
}

impl ChoiceList {
    /// A line of it; true when it was pressed.
    pub(super) fn choice_ui(&mut self, ui: &mut Ui, label: &str, sign: char) -> bool {
        let text = RichText::new(format!("{sign}  {label}")).font(regular(13.0));
        let response = ui.add(egui::Button::new(text).truncate());
        let is_on = sign == icon::CHECK;
        let enabled = response.enabled();
        response.widget_info(|| WidgetInfo::selected(egui::Role::MenuItem, enabled, is_on, label));
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
        }
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        response.clicked()
    }
}
