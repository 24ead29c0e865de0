//! New cards by typing: whatever is typed over the map becomes a card in the cell the pointer is
//! over, or the one that is selected, else the one used last. Enter makes it, and the next one comes
//! to the same cell.

use crate::edit::{Change, Spot, new_card};
use crate::model::IdSource;
use crate::model::{CardRef, Thing, within_text_max};
use crate::scene::icon;
use crate::scene::{Body, Role, Scene};
use crate::ui::canvas::Canvas;
use crate::ui::kit::buttons::{icon_button, medium, regular, semibold};
use crate::ui::kit::caret::layouter;
use crate::ui::kit::text_field::{fresh_field, set_caret_to_end, take_key};
use crate::ui::state::command::Command;
use crate::ui::state::document::canvas_id;
use crate::ui::state::keys::shortcut_of;
use crate::ui::{CellRef, Context, Document, Message, Selection};
use crate::words::{lane_name, titled};
use egui::{
    Align, Event, EventFilter, Frame, Key, Layout, Margin, Panel, RichText, TextEdit, Ui,
    WidgetInfo, vec2,
};

/// How large what is typed is shown, in points.
const SIZE: f32 = 24.0;

/// Cards being typed.
#[derive(Default)]
pub(crate) struct Quick {
    /// Where the next card goes; none: it is closed.
    at: Option<CellRef>,
    text: String,
    /// Where the last card went.
    last: Option<CellRef>,
    /// The field is to get the keyboard.
    wants: bool,
    /// It is another card than before: of that nothing can be taken back in the field.
    fresh: bool,
    /// The pointer was moved after the arrow keys were used: where it is counts.
    by_pointer: bool,
}

/// What a key asks for while a card is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Add,
    Close,
    Step(isize),
    Lane(isize),
}

impl Quick {
    /// Is a card being typed?
    pub(crate) fn is_open(&self) -> bool {
        self.at.is_some()
    }

    /// No card is being typed any more.
    pub(crate) fn close(&mut self) {
        (self.at, self.text, self.fresh) = (None, String::new(), true);
    }

    /// The change that makes the card as it has been typed so far, in a field that is closed; none
    /// where nothing has been typed.
    pub(crate) fn made(&mut self, doc: &mut Document) -> Option<Change> {
        let (at, text) = (self.at.clone()?, std::mem::take(&mut self.text));
        self.close();
        let place = doc.scene.as_ref().and_then(|scene| place_of(scene, &at));
        (place.is_some() && !text.trim().is_empty())
            .then(|| card_of(&text, &at, &mut doc.editor.ids).1)
    }

    /// What has been typed so far.
    pub(crate) fn typed(&self) -> &str {
        &self.text
    }

    /// The change that would make a card of it; it stays in its field.
    pub(crate) fn typed_change(&self, doc: &Document) -> Option<Change> {
        let at = self.at.as_ref().filter(|_| !self.text.trim().is_empty())?;
        Some(card_of(&self.text, at, &mut doc.editor.ids.clone()).1)
    }

    /// Begins to type where a card would go now.
    pub(crate) fn open(&mut self, doc: &mut Document, canvas: &Canvas) {
        let Some(scene) = doc.scene.clone() else { return };
        let pointed = canvas.over.clone().filter(|_| self.by_pointer);
        let places = [pointed, selected(doc, &scene), self.last.clone(), first(&scene)];
        let holds = |cell: &CellRef| place_of(&scene, cell).is_some();
        if let Some(cell) = places.into_iter().flatten().find(holds) {
            self.go_to(cell, doc);
        }
    }

    fn go_to(&mut self, cell: CellRef, doc: &mut Document) {
        doc.selection = Selection { things: Vec::new(), cell: Some(cell.clone()) };
        (self.at, self.wants) = (Some(cell), true);
    }

    /// Takes what is typed over the map; it opens with that.
    #[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours: egui's events")]
    pub(crate) fn take_typed(&mut self, ui: &Ui, doc: &mut Document, canvas: &Canvas) {
        ui.input(|input| {
            for event in &input.events {
                match event {
                    Event::PointerMoved(_) | Event::PointerButton { .. } => self.by_pointer = true,
                    Event::Key { key, pressed: true, .. } if is_arrow(*key) => {
                        self.by_pointer = false;
                    }
                    _ => {}
                }
            }
        });
        let focused = ui.memory(|memory| memory.focused());
        if focused.is_some_and(|id| id != canvas_id()) {
            return;
        }
        if self.is_open() && doc.selection.cell.is_some() && doc.selection.cell != self.at {
            // Another cell was clicked: there the card goes.
            self.at = doc.selection.cell.clone();
            self.wants = true;
        }
        let on_card = doc.selection.things.iter().any(|thing| matches!(thing, Thing::Card(_)));
        let open = self.is_open();
        let mut typed = String::new();
        ui.input_mut(|input| {
            input.events.retain(|event| {
                let Event::Text(text) = event else { return true };
                // They are votes for the card, and have been given.
                let is_vote = on_card && !open && ["+", "-", "−"].contains(&text.as_str());
                let blank = typed.is_empty() && !open && text.trim().is_empty();
                if is_vote || blank || text.chars().any(char::is_control) {
                    return !is_vote;
                }
                typed.push_str(text);
                false
            });
        });
        if typed.is_empty() {
            return;
        }
        if !open {
            self.open(doc, canvas);
        }
        if self.is_open() {
            self.text.push_str(&typed);
            self.wants = true;
        }
    }

    /// Shows the field while it is open, and does what is asked for in it.
    pub(crate) fn quick_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context,
        doc: &mut Document,
        canvas: &mut Canvas,
        out: &mut Vec<Message>,
    ) {
        let (Some(at), Some(scene)) = (self.at.clone(), doc.scene.clone()) else { return };
        let Some(place) = said(&scene, &at, cx) else { return self.close() };
        let steps = if self.text.is_empty() { self.history(ui) } else { Vec::new() };
        out.extend(steps.into_iter().map(Message::Do));
        let asked = self.asked(ui);
        let mut asked = asked.filter(|_| ui.memory(|memory| memory.focused()) == Some(field_id()));
        let frame = Frame::new()
            .fill(cx.theme.color(Role::Panel))
            .stroke(egui::Stroke::new(1.0, cx.theme.color(Role::Hairline)))
            .inner_margin(Margin::symmetric(20, 12));
        Panel::bottom("quick").frame(frame).show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.set_min_height(44.0);
                let accent = cx.theme.color(Role::Accent);
                let text = RichText::new(format!("{}  {place}", icon::PLUS));
                ui.label(text.font(semibold(16.0)).color(accent));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let close = cx.words.find_close();
                    if icon_button(ui, icon::X, &close, true, vec2(44.0, 44.0)).clicked() {
                        asked = Some(Asked::Close);
                    }
                    let muted = cx.theme.color(Role::Muted);
                    let help = RichText::new(cx.words.workshop_quick_help());
                    ui.add(egui::Label::new(help.font(regular(14.0)).color(muted)).truncate());
                });
            });
            self.field_ui(ui, cx, &place);
        });
        match asked {
            None => {}
            Some(Asked::Close) => {
                // As in the editor: what has been typed is kept, and undo takes it away.
                if !self.text.trim().is_empty() {
                    self.add(at, doc, canvas, out);
                }
                self.leave(ui);
            }
            Some(Asked::Add) if self.text.trim().is_empty() => self.leave(ui),
            Some(Asked::Add) => self.add(at, doc, canvas, out),
            Some(Asked::Step(by)) => {
                // As in the editor: what has been typed stays in its step.
                if !self.text.trim().is_empty() {
                    self.add(at.clone(), doc, canvas, out);
                }
                self.move_by(&scene, &at, (0, by), doc, canvas);
            }
            Some(Asked::Lane(by)) => self.move_by(&scene, &at, (by, 0), doc, canvas),
        }
    }

    fn field_ui(&mut self, ui: &mut Ui, cx: &Context, place: &str) {
        let mut layouter = layouter(medium(SIZE), true);
        let field = TextEdit::multiline(&mut self.text)
            .id(field_id())
            .layouter(&mut layouter)
            .hint_text(RichText::new(cx.words.workshop_quick_hint()).font(regular(SIZE)))
            .event_filter(EventFilter {
                tab: true,
                escape: true,
                horizontal_arrows: true,
                vertical_arrows: true,
            })
            .font(medium(SIZE))
            .desired_rows(1)
            .margin(Margin::symmetric(14, 10))
            .desired_width(ui.available_width());
        let field = ui.add(field);
        let name = cx.words.workshop_quick_field(place);
        field.widget_info(|| WidgetInfo::labeled(egui::Role::TextInput, true, &name));
        if std::mem::take(&mut self.wants) {
            field.request_focus();
            if std::mem::take(&mut self.fresh) {
                fresh_field(ui, field_id(), &self.text);
            } else {
                set_caret_to_end(ui, field_id(), &self.text);
            }
            ui.ctx().request_repaint();
        }
        if let (text, true) = within_text_max(&self.text) {
            self.text = text.to_owned();
        }
    }

    /// Takes the keys that are ours away from the field.
    #[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours: egui's keys")]
    fn asked(&self, ui: &Ui) -> Option<Asked> {
        if ui.memory(|memory| memory.focused()) != Some(field_id()) {
            return None;
        }
        let one_line = !self.text.contains('\n');
        take_key(ui.ctx(), |key, modifiers| {
            if modifiers.command || modifiers.alt {
                return None;
            }
            let shift = modifiers.shift;
            match key {
                Key::Enter if !shift => Some(Asked::Add),
                Key::Escape => Some(Asked::Close),
                Key::Tab => Some(Asked::Step(if shift { -1 } else { 1 })),
                Key::ArrowUp if one_line && !shift => Some(Asked::Lane(-1)),
                Key::ArrowDown if one_line && !shift => Some(Asked::Lane(1)),
                _ => None,
            }
        })
    }

    /// In an empty field there is nothing to take back: what was done on the map is.
    fn history(&self, ui: &Ui) -> Vec<Command> {
        if ui.memory(|memory| memory.focused()) != Some(field_id()) {
            return Vec::new();
        }
        let commands = [Command::Undo, Command::Redo];
        let mut asked = Vec::new();
        ui.input_mut(|input| {
            input.events.retain(|event| {
                let pressed = shortcut_of(event);
                let keys = |command: &&Command| {
                    pressed.is_some_and(|pressed| command.row().keys.contains(&pressed))
                };
                let command = commands.iter().find(keys);
                asked.extend(command.cloned());
                command.is_none()
            });
        });
        asked
    }

    /// Makes the card, and is ready for the next one in the same cell.
    fn add(
        &mut self,
        at: CellRef,
        doc: &mut Document,
        canvas: &mut Canvas,
        out: &mut Vec<Message>,
    ) {
        let (card, change) = card_of(&self.text, &at, &mut doc.editor.ids);
        out.push(Message::Edit(change));
        canvas.show(Thing::Card(card));
        self.last = Some(at);
        self.text.clear();
        (self.wants, self.fresh) = (true, true);
    }

    /// So many lanes down and steps on, as far as there are any.
    fn move_by(
        &mut self,
        scene: &Scene,
        at: &CellRef,
        (down, on): (isize, isize),
        doc: &mut Document,
        canvas: &mut Canvas,
    ) {
        let Some((mut lane, step)) = place_of(scene, at) else { return };
        let Some(step) = scene.columns.steps.get(step.saturating_add_signed(on)) else { return };
        while let Some(next) = lane.checked_add_signed(down).filter(|_| down != 0) {
            lane = next;
            match scene.lanes.get(lane).map(|lane| &lane.body) {
                None => return,
                Some(Body::Cards(_)) => break,
                Some(_) => {}
            }
        }
        if let Some(lane) = scene.lanes.get(lane) {
            let cell = CellRef { lane: lane.id.clone(), step: step.id.clone() };
            canvas.show_cell(cell.clone());
            self.go_to(cell, doc);
        }
    }

    fn leave(&mut self, ui: &Ui) {
        self.close();
        ui.memory_mut(|memory| memory.request_focus(canvas_id()));
    }
}

/// A card with this text at the end of a cell, and the change that makes it.
fn card_of(text: &str, at: &CellRef, ids: &mut IdSource) -> (CardRef, Change) {
    let card = new_card(text.trim(), ids);
    let made = CardRef { lane: Some(at.lane.clone()), card: card.id.clone() };
    let spot = Spot::Cell { lane: at.lane.clone(), step: at.step.clone(), index: usize::MAX };
    (made, Change::AddCards(vec![(spot, card)]))
}

fn is_arrow(key: Key) -> bool {
    matches!(key, Key::ArrowLeft | Key::ArrowRight | Key::ArrowUp | Key::ArrowDown)
}

fn field_id() -> egui::Id {
    egui::Id::unique("quick card")
}

/// Lane and step of a cell for cards, counted among those that are shown.
fn place_of(scene: &Scene, cell: &CellRef) -> Option<(usize, usize)> {
    let lane = scene.lanes.iter().position(|lane| lane.id == cell.lane)?;
    matches!(scene.lanes[lane].body, Body::Cards(_)).then_some(())?;
    Some((lane, *scene.columns.index.get(&cell.step)?))
}

/// The cell that is selected, or the one the selected card is in.
fn selected(doc: &Document, scene: &Scene) -> Option<CellRef> {
    let of_card = || match doc.selection.things.last()? {
        Thing::Card(card) => {
            let step = scene.card_box(card)?.card.step.clone();
            Some(CellRef { lane: card.lane.clone()?, step })
        }
        Thing::Point { .. }
        | Thing::Phase(_)
        | Thing::Step(_)
        | Thing::Lane(_)
        | Thing::Persona(_)
        | Thing::Transition(_)
        | Thing::Journey(_) => None,
    };
    doc.selection.cell.clone().or_else(of_card)
}

/// The first cell for cards.
fn first(scene: &Scene) -> Option<CellRef> {
    let lane = scene.lanes.iter().find(|lane| matches!(lane.body, Body::Cards(_)))?;
    let step = scene.columns.steps.first()?;
    Some(CellRef { lane: lane.id.clone(), step: step.id.clone() })
}

/// Where a cell is, in words: `Touchpoints · Decision, Demo`; none: there is no such cell.
fn said(scene: &Scene, cell: &CellRef, cx: &Context) -> Option<String> {
    let (lane, _) = place_of(scene, cell)?;
    let lane = &scene.journey.lanes[scene.lanes[lane].index];
    let (phase, step) = scene.journey.steps().find(|(_, step)| step.id == cell.step)?;
    let phase = titled(&scene.journey.phases.get(phase)?.title, cx.words);
    let column = match step.title.trim() {
        "" => phase.clone(),
        title => format!("{phase}, {title}"),
    };
    Some(cx.words.workshop_quick_where(lane_name(lane, cx.words), column))
}
