//! The tasks of one opportunity: ticked, changed, added in a line.

use super::fields::{FieldLook, FieldPlace};
use super::form::Form;
use super::idea::part_head;
use super::numbers::BadNumber;
use super::widgets::{level, sign};
use crate::edit::Change;
use crate::insight::{RankedIdea, days_late, task_tally};
use crate::model::{Project, Task};
use crate::scene::{Face, Role, icon};
use crate::ui::font_id;
use crate::ui::kit::keyboard::has_keyboard;
use crate::words::{TaskLine, read_task_line, titled};
use egui::{
    Align2, CursorIcon, Frame, Margin, Rect, RichText, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    vec2,
};
use jiff::civil::Date;
use std::sync::Arc;

/// How large the box to tick is.
const BOX: f32 = 16.0;

/// The tasks, and a field for one more.
pub(super) fn tasks_ui(ui: &mut Ui, form: &mut Form<'_>, idea: &RankedIdea, today: Date) {
    let project = form.picked.project.clone();
    let words = form.cx.words;
    let id = &idea.opportunity.id;
    let tally = task_tally(&project, |of| of == Some(id));
    let [done, all] = [tally.done, tally.all].map(|count| words.number(count as f64));
    let said = if tally.all > 0 { words.ideas_tasks_of(done, all) } else { String::new() };
    part_head(ui, form, &words.ideas_tasks(), &said);
    if tally.all > 0 {
        let (bar, _) = ui.allocate_exact_size(vec2(ui.available_width(), 4.0), Sense::hover());
        let (ground, good) = (Role::Ink.at(22), Role::Good);
        ui.painter().rect_filled(bar, 2.0, form.cx.theme.color(ground));
        let share = tally.done as f32 / tally.all as f32;
        let done = bar.with_max_x(bar.left() + bar.width() * share);
        ui.painter().rect_filled(done, 2.0, form.cx.theme.color(good));
    }
    ui.add_space(6.0);
    for task in project.tasks.iter().filter(|task| task.opportunity.as_ref() == Some(id)) {
        ui.push_id(&task.id, |ui| task_ui(ui, form, task, today));
    }
    let label = words.ideas_add_task();
    let field =
        FieldPlace { salt: "idea new task", label: &label, hint: &label, look: FieldLook::Line };
    let (line, response) = form.adder(ui, field);
    let typed = form.being_added(response.id).to_owned();
    if !typed.trim().is_empty() {
        let read = read_task_line(&typed, today, &people(&project));
        form.remark(ui, &heard(form, &read, today), Role::Muted);
    }
    if let Some(line) = line {
        let TaskLine { what, who, when } = read_task_line(&line, today, &people(&project));
        let (own, of) = (form.state.next_id(), Some(id.clone()));
        let new = Task {
            id: own,
            title: what,
            opportunity: of,
            owner: who,
            due: when,
            ..Task::default()
        };
        // An opportunity that only its card knows of comes into the list with its first task.
        let known = project.opportunities.iter().any(|one| one.id == *id);
        let put = Change::PutTasks(vec![new]);
        form.edit(match known {
            true => put,
            false => Change::Together(vec![put, super::idea::changed(form, idea, |_, _| {})]),
        });
    }
}

/// Who is named in the project, so that a name in small letters is known.
fn people(project: &Project) -> Vec<String> {
    let tasks = project.tasks.iter().map(|one| &one.owner);
    let ideas = project.opportunities.iter().map(|one| &one.owner);
    let lanes = project.journeys.iter().flat_map(|map| &map.lanes);
    let cards = lanes.flat_map(|lane| &lane.cards).map(|card| &card.owner);
    let mut people: Vec<String> = Vec::new();
    for name in tasks.chain(ideas).chain(cards) {
        if !name.trim().is_empty() && !people.contains(name) {
            people.push(name.clone());
        }
    }
    people
}

/// What was understood of a line while it is typed: `Ring Leif · Petra · 12 maj`.
fn heard(form: &Form<'_>, read: &TaskLine, today: Date) -> String {
    let when = form.cx.words.due_short(&read.when, today);
    let parts = [read.what.as_str(), read.who.as_str(), when.as_str()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

fn task_ui(ui: &mut Ui, form: &mut Form<'_>, task: &Arc<Task>, today: Date) {
    let words = form.cx.words;
    let late = days_late(&task.due, today).filter(|_| !task.done);
    let fill = if late.is_some() { Role::GapFill.at(255) } else { Role::Panel.at(0) };
    let frame = Frame::new()
        .fill(form.cx.theme.color(fill))
        .corner_radius(7)
        .inner_margin(Margin::symmetric(8, 6))
        .outer_margin(Margin { left: -8, right: -8, ..Margin::ZERO });
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.horizontal_top(|ui| {
            if tick_ui(ui, form, task) {
                form.edit(Change::PutTasks(vec![Task { done: !task.done, ..Task::clone(task) }]));
            }
            let label = words.ideas_task_name();
            let room = (ui.available_width() - 30.0).max(40.0);
            ui.scope(|ui| {
                ui.set_max_width(room);
                let look = FieldLook::Plain;
                let field = FieldPlace { salt: "task", label: &label, hint: &label, look };
                form.bare_text(ui, field, Some(&task.title), |title| {
                    Change::PutTasks(vec![Task { title, ..Task::clone(task) }])
                });
            });
            let name = words.ideas_remove_task(titled(&task.title, words));
            if sign(ui, form.cx.theme, icon::X, &name).clicked() {
                form.edit(Change::RemoveTasks(vec![task.id.clone()]));
            }
        });
        who_and_when(ui, form, task, late, today);
    });
}

/// Below what is to be done: who does it, and by when. Pressed, both are written in a line.
fn who_and_when(
    ui: &mut Ui,
    form: &mut Form<'_>,
    task: &Arc<Task>,
    late: Option<usize>,
    today: Date,
) {
    let words = form.cx.words;
    if let Some((_, is_new)) = form.state.open_task.take_if(|(id, _)| *id == task.id) {
        return who_and_when_field(ui, form, task, today, is_new);
    }
    let due = words.due_short(&task.due, today);
    let owner = task.owner.trim();
    let (text, role, face) = match (owner, due.as_str(), late) {
        ("", "", _) => (words.ideas_task_who_when(), Role::Muted, Face::Regular),
        ("", _, Some(days)) => (words.ideas_late(&due, days), Role::Bad, Face::SemiBold),
        ("", _, None) => (due, Role::Muted, Face::Regular),
        (_, "", _) => (owner.to_owned(), Role::Muted, Face::Regular),
        (_, _, Some(days)) => {
            let said = words.ideas_late(&due, days);
            (format!("{owner} · {said}"), Role::Bad, Face::SemiBold)
        }
        (_, _, None) => (format!("{owner} · {due}"), Role::Muted, Face::Regular),
    };
    level(ui, 20.0, |ui| {
        ui.add_space(BOX + 8.0);
        let rich = RichText::new(&text).font(font_id(face, 12.0));
        let rich = rich.color(form.cx.theme.color(role));
        let response = ui.add(egui::Label::new(rich).sense(Sense::click()));
        let name = words.labelled(words.ideas_task_who_when(), &text);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
        if has_keyboard(&response) {
            let stroke = Stroke::new(1.5, form.cx.theme.color(Role::Accent));
            let around = response.rect.expand(2.0);
            ui.painter().rect_stroke(around, 4.0, stroke, StrokeKind::Outside);
        }
        if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
            form.state.open_task = Some((task.id.clone(), true));
        }
    });
}

/// The field for who and when.
const WHO_AND_WHEN: &str = "idea who and when";

/// The field stays until the keyboard has left it; a new one is given the keyboard.
fn who_and_when_field(
    ui: &mut Ui,
    form: &mut Form<'_>,
    task: &Arc<Task>,
    today: Date,
    is_new: bool,
) {
    let words = form.cx.words;
    let (label, hint) = (words.ideas_task_who_when(), words.ideas_task_who_hint());
    let field =
        FieldPlace { salt: WHO_AND_WHEN, label: &label, hint: &hint, look: FieldLook::Line };
    let people = people(&form.picked.project);
    let parse = |text: &str| {
        // As the end of a line that says what is to be done.
        let read = read_task_line(&format!("x, {text}"), today, &people);
        let is_read = read.what == "x" || text.trim().is_empty();
        is_read.then_some((read.who, read.when)).ok_or(BadNumber::NotANumber)
    };
    // The day as the file has it: one that is past must not become that of next year.
    let format = |(who, when): &(String, String)| {
        let parts = [who.trim(), when.trim()].map(str::to_owned);
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(", ")
    };
    let complaint = |_| words.ideas_task_unread();
    let value = Some((task.owner.clone(), task.due.clone()));
    let id = ui.make_persistent_id(("text", WHO_AND_WHEN));
    if is_new {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    form.drafted(ui, field, value, (&parse, &format, &complaint), |(owner, due)| {
        Change::PutTasks(vec![Task { owner, due, ..Task::clone(task) }])
    });
    if ui.memory(|memory| memory.has_focus(id)) {
        form.state.open_task = Some((task.id.clone(), false));
    }
}

fn tick_ui(ui: &mut Ui, form: &Form<'_>, task: &Task) -> bool {
    let theme = form.cx.theme;
    let (place, response) = ui.allocate_exact_size(vec2(BOX, 22.0), Sense::click());
    let rect = Rect::from_center_size(place.center(), vec2(BOX, BOX));
    let name = form.cx.words.ideas_tick(titled(&task.title, form.cx.words));
    response.widget_info(|| WidgetInfo::selected(egui::Role::CheckBox, true, task.done, &name));
    let (fill, edge) = match task.done {
        true => (Role::Good, Role::Good),
        false if response.hovered() => (Role::Card, Role::Accent),
        false => (Role::Card, Role::Muted),
    };
    let stroke = Stroke::new(1.3, theme.color(edge));
    ui.painter().rect(rect, 4.0, theme.color(fill), stroke, StrokeKind::Inside);
    if task.done {
        let font = font_id(Face::Regular, 12.0);
        let on = theme.color(Role::OnAccent);
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, icon::CHECK, font, on);
    }
    if has_keyboard(&response) {
        let stroke = Stroke::new(1.5, theme.color(Role::Accent));
        ui.painter().rect_stroke(rect.expand(2.0), 5.0, stroke, StrokeKind::Outside);
    }
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}
