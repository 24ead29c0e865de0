//! What is done next: the tasks that are left, by date or by who does them.

use super::IdeasRoom;
use super::known::KnownIdeas;
use super::ranking_list::{disc, row_rect};
use crate::edit::Change;
use crate::insight::{OpenTask, tasks_by_person};
use crate::model::Task;
use crate::scene::{Role, icon};
use crate::ui::kit::buttons::{focus_ring, line, medium, regular, semibold};
use crate::ui::kit::tooltip::Tip as _;
use crate::ui::state::command::Command;
use crate::ui::{Context, Message};
use crate::words::titled;
use egui::{
    Align2, Button, CursorIcon, Label, Rect, RichText, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    pos2, vec2,
};
use jiff::civil::Date;

/// How high a row is.
const ROW: f32 = 33.0;
/// So many are shown at first.
const FIRST: usize = 4;
/// How large the box to tick is.
const BOX: f32 = 16.0;

impl IdeasRoom {
    pub(super) fn next_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        known: &KnownIdeas,
        out: &mut Vec<Message>,
    ) {
        let edge = Stroke::new(1.0, cx.theme.color(Role::Hairline));
        let top = ui.cursor().top();
        ui.painter().hline(ui.max_rect().x_range(), top, edge);
        ui.add_space(8.0);
        self.next_head(ui, cx, known, out);
        ui.add_space(6.0);
        if known.tasks.is_empty() {
            let muted = cx.theme.color(Role::Muted);
            let text = RichText::new(cx.words.ideas_no_tasks()).font(regular(13.0)).color(muted);
            ui.label(text);
            return;
        }
        let shown = match self.all_tasks || known.tasks.len() <= FIRST + 1 {
            true => known.tasks.len(),
            false => FIRST,
        };
        if self.by_person {
            for (person, tasks) in tasks_by_person(&known.tasks) {
                let name = if person.is_empty() { cx.words.ideas_nobody() } else { person };
                ui.add_space(8.0);
                ui.label(RichText::new(name).font(semibold(12.5)));
                tasks.iter().for_each(|task| self.next_row(ui, cx, task, known.of.today, out));
            }
            return;
        }
        for task in known.tasks.iter().take(shown) {
            self.next_row(ui, cx, task, known.of.today, out);
        }
        let rest = known.tasks.len() - shown;
        let label = match (rest, self.all_tasks) {
            (0, false) => return,
            (0, true) => cx.words.ideas_fewer_tasks(),
            _ => cx.words.ideas_more_tasks(rest),
        };
        let accent = cx.theme.color(Role::Accent);
        let text = RichText::new(label).font(medium(12.5)).color(accent);
        ui.horizontal(|ui| {
            ui.add_space(26.0);
            let more = ui.add(Button::new(text).frame(false));
            focus_ring(ui, cx, &more, 4.0);
            if more.clicked() {
                self.all_tasks = !self.all_tasks;
            }
        });
    }

    fn next_head(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        known: &KnownIdeas,
        out: &mut Vec<Message>,
    ) {
        let words = cx.words;
        let muted = cx.theme.color(Role::Muted);
        ui.horizontal(|ui| {
            ui.set_min_height(34.0);
            ui.label(RichText::new(words.ideas_next()).font(semibold(16.0)));
            ui.add_space(6.0);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                tasks_out_ui(ui, cx, !known.tasks.is_empty(), out);
                let other = match self.by_person {
                    true => words.ideas_by_date(),
                    false => words.ideas_by_person(),
                };
                let accent = cx.theme.color(Role::Accent);
                let text = RichText::new(other).font(medium(12.5)).color(accent);
                let order = ui.add(Button::new(text).frame(false));
                focus_ring(ui, cx, &order, 4.0);
                if order.clicked() {
                    self.by_person = !self.by_person;
                }
                ui.add_space(6.0);
                let [done, all] = [known.tally.done, known.tally.all];
                let [done, all] = [done, all].map(|it| words.number(it as f64));
                let text = RichText::new(words.ideas_tasks_done(done, all));
                // It takes what the buttons leave.
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    ui.add(Label::new(text.font(regular(12.5)).color(muted)).truncate());
                });
            });
        });
    }

    fn next_row(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        open: &OpenTask,
        today: Date,
        out: &mut Vec<Message>,
    ) {
        let (rect, row) = row_rect(ui, ROW);
        let title = titled(&open.task.title, cx.words);
        row.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &title));
        if row.hovered() {
            let lit = rect.expand2(vec2(12.0, 0.0));
            ui.painter().rect_filled(lit, 7.0, cx.theme.color(Role::Ink.at(10)));
        }
        focus_ring(ui, cx, &row, 7.0);
        if let Some(of) = open.opportunity.as_ref().filter(|_| row.clicked()) {
            self.chosen = Some(of.id.clone());
        }
        let tick =
            Rect::from_center_size(pos2(rect.left() + BOX / 2.0, rect.center().y), vec2(BOX, BOX));
        if tick_ui(ui, cx, tick, &open.task) {
            out.push(Message::Edit(ticked(&open.task)));
        }
        let muted = cx.theme.color(Role::Muted);
        let day = match open.day {
            Some(day) if open.task.due.trim().len() == 10 => cx.words.day_short(day, today),
            _ => cx.words.due_short(&open.task.due, today),
        };
        let (font, ink) = match open.late {
            Some(_) => (semibold(12.5), cx.theme.color(Role::Bad)),
            None => (regular(12.5), muted),
        };
        let at = pos2(rect.right(), rect.center().y);
        ui.painter().text(at, Align2::RIGHT_CENTER, day, font, ink);
        let middle = rect.right() - 76.0;
        if !open.task.owner.trim().is_empty() {
            disc(ui, cx, pos2(middle, rect.center().y), open.task.owner.trim());
        }
        let left = rect.left() + 26.0;
        let ink = cx.theme.color(Role::Ink);
        line(ui, pos2(left, rect.center().y), &title, regular(13.0), ink, middle - left - 18.0);
        if let Some(late) = open.late {
            row.tip(|| cx.words.tasks_late(late));
        }
    }
}

/// The same task, done or open again.
pub(super) fn ticked(task: &Task) -> Change {
    Change::PutTasks(vec![Task { done: !task.done, ..task.clone() }])
}

/// A box to tick at `rect`; true when it was.
fn tick_ui(ui: &Ui, cx: &Context<'_>, rect: Rect, task: &Task) -> bool {
    let id = ui.scope_id().with(("tick", &task.id));
    let response = ui.interact(rect.expand(5.0), id, Sense::click());
    let name = cx.words.ideas_tick(titled(&task.title, cx.words));
    response.widget_info(|| WidgetInfo::selected(egui::Role::CheckBox, true, task.done, &name));
    let (fill, edge) = match task.done {
        true => (Role::Good, Role::Good),
        false if response.hovered() => (Role::Card, Role::Accent),
        false => (Role::Card, Role::Muted),
    };
    let stroke = Stroke::new(1.3, cx.theme.color(edge));
    ui.painter().rect(rect, 4.0, cx.theme.color(fill), stroke, StrokeKind::Inside);
    if task.done {
        let on = cx.theme.color(Role::OnAccent);
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, icon::CHECK, regular(12.0), on);
    }
    focus_ring(ui, cx, &response, 5.0);
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}

/// How the tasks leave the program: a menu of what they can become.
fn tasks_out_ui(ui: &mut Ui, cx: &Context<'_>, enabled: bool, out: &mut Vec<Message>) {
    let words = cx.words;
    let label = format!("{}  {}", icon::DOWNLOAD, words.ideas_tasks_out());
    let ink = cx.theme.color(Role::Ink);
    let button = Button::new(RichText::new(label).font(medium(12.5)).color(ink))
        .fill(cx.theme.color(Role::Card))
        .stroke(Stroke::new(1.0, cx.theme.color(Role::Hairline)))
        .corner_radius(8)
        .min_size(vec2(90.0, 30.0));
    let name = words.ideas_tasks_out();
    ui.add_enabled_ui(enabled, |ui| {
        let menu = egui::containers::menu::MenuButton::from_button(button);
        let (button, _) = menu.ui(ui, |ui| {
            for command in [Command::TasksOut, Command::TasksTable, Command::TasksList] {
                let label = format!("{}  {}", command.row().icon, command.label(words));
                let item = ui.button(label);
                let name = command.label(words);
                item.widget_info(|| WidgetInfo::labeled(egui::Role::MenuItem, true, &name));
                if item.clicked() {
                    out.push(Message::Do(command));
                }
            }
        });
        button.widget_info(|| WidgetInfo::labeled(egui::Role::Button, enabled, &name));
        focus_ring(ui, cx, &button, 9.0);
    });
}
