//! The thread of research, the sources below it, and the place to drop what was said.

use super::known::KnownResearch;
use super::{ResearchPage, ResearchRoom, kind_icon, kind_name};
use crate::edit::Change;
use crate::insight::ResearchStep;
use crate::model::{Source, SourceKind};
use crate::scene::{Role, icon};
use crate::ui::kit::buttons::{focus_ring, line, medium, regular, semibold};
use crate::ui::state::command::Command;
use crate::ui::{Context, Document, Message};
use crate::words::{Words, titled};
use egui::{
    Align2, CursorIcon, Rect, Response, ScrollArea, Sense, Shape, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

/// From the column's edges to what stands in it.
const PAD: f32 = 24.0;
/// How high a step of the thread is, and a source.
const STEP: f32 = 52.0;
const SOURCE: f32 = 45.0;
/// How large a step's disc is.
const DISC: f32 = 11.0;
/// More interviews than these are told by a number alone.
const BARS: usize = 20;
/// How high the place to drop something is.
const DROP: f32 = 50.0;

impl ResearchRoom {
    pub(super) fn thread_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        doc: &mut Document,
        known: &KnownResearch,
        out: &mut Vec<Message>,
    ) {
        let area = ui.max_rect();
        let ink = cx.theme.color(Role::Ink);
        let at = area.min + vec2(PAD, 18.0);
        ui.painter().text(at, Align2::LEFT_TOP, cx.words.room_research(), semibold(19.0), ink);
        ui.add_space(54.0);
        ScrollArea::vertical().id_salt("thread and sources").auto_shrink(false).show(ui, |ui| {
            for step in ResearchStep::ALL {
                self.thread_step_ui(ui, cx, known, step);
            }
            ui.add_space(12.0);
            let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
            let edge = Stroke::new(1.0, cx.theme.color(Role::Hairline));
            let x = rect.left() + PAD..=rect.right() - PAD + 4.0;
            ui.painter().hline(x, rect.top(), edge);
            self.sources_head_ui(ui, cx, doc, known, out);
            for source in &known.project().sources {
                self.source_ui(ui, cx, source);
            }
            ui.add_space(12.0);
            drop_ui(ui, cx, out);
            ui.add_space(16.0);
        });
    }

    fn thread_step_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        known: &KnownResearch,
        step: ResearchStep,
    ) {
        let thread = &known.thread;
        let (is_done, is_now) = (thread.is_done(step), thread.present() == step);
        let (name, said) = said_of(step, known, cx.words);
        let (rect, response) = row(ui, STEP);
        let is_open = self.page == ResearchPage::Step(step);
        let told = format!("{name}: {said}");
        response.widget_info(|| WidgetInfo::selected(egui::Role::Tab, true, is_open, &told));
        let lit = rect.shrink2(vec2(8.0, 1.0));
        if is_now || is_open {
            ui.painter().rect_filled(lit, 8.0, cx.theme.color(Role::Accent.at(28)));
        } else if response.hovered() {
            ui.painter().rect_filled(lit, 8.0, cx.theme.color(Role::Ink.at(10)));
        }
        if is_open {
            let stroke = Stroke::new(1.0, cx.theme.color(Role::Accent));
            ui.painter().rect_stroke(lit, 8.0, stroke, StrokeKind::Inside);
        }
        let disc = pos2(rect.left() + 35.0, rect.top() + 22.0);
        if step != ResearchStep::Use {
            let role = if is_done { Role::Accent } else { Role::Hairline };
            let line = Stroke::new(2.0, cx.theme.color(role));
            ui.painter().vline(disc.x, disc.y + DISC..=disc.y + STEP - DISC, line);
        }
        let number = cx.words.number(step as u8 as f64 + 1.0);
        let on = cx.theme.color(Role::OnAccent);
        let painter = ui.painter();
        if is_done {
            painter.circle_filled(disc, DISC, cx.theme.color(Role::Accent));
            painter.text(disc, Align2::CENTER_CENTER, icon::CHECK, regular(14.0), on);
        } else {
            let role = if is_now { Role::Accent } else { Role::Muted };
            let ring = Stroke::new(1.6, cx.theme.color(role));
            painter.circle(disc, DISC - 0.8, cx.theme.color(Role::Card), ring);
            let ink = cx.theme.color(role);
            painter.text(disc, Align2::CENTER_CENTER, number, semibold(12.0), ink);
        }
        let left = rect.left() + 58.0;
        let width = rect.right() - 20.0 - left;
        line(
            ui,
            pos2(left, rect.top() + 16.0),
            &name,
            semibold(13.5),
            cx.theme.color(Role::Ink),
            width,
        );
        let muted = cx.theme.color(Role::Muted);
        line(ui, pos2(left, rect.top() + 35.0), &said, regular(12.0), muted, width);
        if step == ResearchStep::Interviews && (1..=BARS).contains(&thread.wanted) {
            let galley = ui.painter().layout_no_wrap(said, regular(12.0), muted);
            let from = left + galley.size().x + 10.0;
            bars(
                ui,
                cx,
                Rect::from_min_max(
                    pos2(from, rect.top() + 33.0),
                    pos2(rect.right() - 24.0, rect.top() + 37.0),
                ),
                thread.held,
                thread.wanted,
            );
        }
        focus_ring(ui, cx, &response, 9.0);
        if response.clicked() {
            self.page = ResearchPage::Step(step);
        }
    }

    fn sources_head_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        doc: &mut Document,
        known: &KnownResearch,
        out: &mut Vec<Message>,
    ) {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 40.0), Sense::hover());
        let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
        let at = pos2(rect.left() + PAD, rect.center().y);
        let title = cx.words.field_sources();
        let drawn = ui.painter().text(at, Align2::LEFT_CENTER, title, semibold(14.0), ink);
        let count = cx.words.number((known.thread.held + known.thread.read) as f64);
        let at = pos2(drawn.right() + 10.0, rect.center().y);
        ui.painter().text(at, Align2::LEFT_CENTER, count, regular(12.5), muted);
        let name = cx.words.research_new_source();
        let accent = cx.theme.color(Role::Accent);
        let label = format!("{}  {name}", icon::PLUS);
        let galley = ui.painter().layout_no_wrap(label, medium(13.0), accent);
        let size = galley.size() + vec2(12.0, 10.0);
        let right = pos2(rect.right() - 18.0, rect.center().y);
        let place = Rect::from_min_size(right - vec2(size.x, size.y / 2.0), size);
        let button = ui.interact(place, ui.scope_id().with("new source"), Sense::click());
        button.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
        if button.hovered() {
            ui.painter().rect_filled(place, 6.0, cx.theme.color(Role::Accent.at(22)));
        }
        ui.painter().galley(place.min + vec2(6.0, 5.0), galley, accent);
        focus_ring(ui, cx, &button, 6.0);
        if button.on_hover_cursor(CursorIcon::PointingHand).clicked() {
            let (id, title) = (doc.editor.ids.next_id(), name);
            self.coming = Some(id.clone());
            let kind = Some(SourceKind::Interview);
            let source = Source { id, kind, title, ..Source::default() };
            out.push(Message::Edit(Change::PutSources(vec![source])));
        }
    }

    fn source_ui(&mut self, ui: &mut Ui, cx: &Context<'_>, source: &Source) {
        let (rect, response) = row(ui, SOURCE);
        let is_open = self.page == ResearchPage::Source && self.source.as_ref() == Some(&source.id);
        let date = cx.words.due_short(&source.date, self.day());
        let (name, below) = two_lines(source, date, cx.words);
        let told = format!("{name}, {below}");
        response
            .widget_info(|| WidgetInfo::selected(egui::Role::ListBoxOption, true, is_open, &told));
        let lit = rect.shrink2(vec2(8.0, 0.5));
        if is_open {
            ui.painter().rect_filled(lit, 8.0, cx.theme.color(Role::Accent.at(28)));
        } else if response.hovered() {
            ui.painter().rect_filled(lit, 8.0, cx.theme.color(Role::Ink.at(10)));
        }
        let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
        let at = pos2(rect.left() + 33.0, rect.center().y);
        let sign = kind_icon(source.kind.as_ref());
        ui.painter().text(at, Align2::CENTER_CENTER, sign, regular(16.0), muted);
        let left = rect.left() + 58.0;
        let width = rect.right() - 20.0 - left;
        let font = if is_open { semibold(13.0) } else { medium(13.0) };
        line(ui, pos2(left, rect.top() + 14.0), &name, font, ink, width);
        line(ui, pos2(left, rect.top() + 32.0), &below, regular(12.0), muted, width);
        focus_ring(ui, cx, &response, 9.0);
        if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
            self.open_source(&source.id);
        }
    }
}

/// Who and where, and below it what it is and when: `Inköpare, Borås` and `Intervju 3 · 19 feb.`.
fn two_lines(source: &Source, date: String, words: &Words) -> (String, String) {
    let title = titled(&source.title, words);
    let parts = |first: String| match date.is_empty() {
        true => first,
        false => format!("{first} · {date}"),
    };
    let split = title.split_once(" – ").or_else(|| title.split_once(" — "));
    match split {
        Some((what, who)) => {
            let mut letters = who.chars();
            let first = letters.next().map(|it| it.to_uppercase().to_string()).unwrap_or_default();
            (format!("{first}{}", letters.as_str()), parts(what.to_owned()))
        }
        None => (title, parts(kind_name(source, words))),
    }
}

/// What a step of the thread is called, and what is done in it.
fn said_of(step: ResearchStep, known: &KnownResearch, words: &Words) -> (String, String) {
    let thread = &known.thread;
    let number = |count: usize| words.number(count as f64);
    match step {
        ResearchStep::Purpose => {
            let purpose = match thread.has_purpose {
                true => words.research_purpose_written(),
                false => words.research_purpose_missing(),
            };
            let said = format!("{purpose} · {}", words.research_read(thread.read));
            (words.research_step_purpose(), said)
        }
        ResearchStep::Interviews => {
            let said = words.research_of(number(thread.held), number(thread.wanted));
            (words.research_step_interviews(), said)
        }
        ResearchStep::Analysis => {
            (words.research_step_analysis(), words.research_themes(thread.themes))
        }
        ResearchStep::Use => {
            let ideas = words.ideas_count(thread.opportunities);
            let said = format!("{ideas} · {}", words.research_tasks(thread.tasks));
            (words.research_step_use(), said)
        }
    }
}

/// A row as wide as the column, to be clicked.
fn row(ui: &mut Ui, height: f32) -> (Rect, Response) {
    ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click())
}

/// So many small bars, the first `full` of them filled.
pub(super) fn bars(ui: &Ui, cx: &Context<'_>, rect: Rect, full: usize, all: usize) {
    let wide = rect.width() / all.max(1) as f32;
    for place in 0..all {
        let left = rect.left() + wide * place as f32;
        let bar = Rect::from_min_size(pos2(left, rect.top()), vec2(wide - 3.0, rect.height()));
        let role = if place < full { Role::Accent.into() } else { Role::Muted.at(60) };
        ui.painter().rect_filled(bar, rect.height() / 2.0, cx.theme.color(role));
    }
}

/// The place that says what can be dropped; a click chooses a file.
fn drop_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Vec<Message>) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), DROP), Sense::click());
    let (title, how) = (cx.words.research_drop(), cx.words.research_drop_how());
    let told = format!("{title}: {how}");
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &told));
    let rect = rect.shrink2(vec2(16.0, 0.0));
    focus_ring(ui, cx, &response, 9.0);
    let is_hovered = response.hovered();
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        out.push(Message::Do(Command::TranscriptIn));
    }
    let held = ui.input(|input| !input.raw.hovered_files.is_empty());
    let role = if held || is_hovered { Role::Accent } else { Role::Muted };
    if held {
        ui.painter().rect_filled(rect, 8.0, cx.theme.color(Role::Accent.at(28)));
    }
    let corners = [
        rect.left_top(),
        rect.right_top(),
        rect.right_bottom(),
        rect.left_bottom(),
        rect.left_top(),
    ];
    let stroke = Stroke::new(1.2, cx.theme.color(role));
    ui.painter().extend(Shape::dashed_line(&corners, stroke, 5.0, 4.0));
    let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
    let middle = rect.center();
    ui.painter().text(middle - vec2(0.0, 9.0), Align2::CENTER_CENTER, title, medium(13.0), ink);
    ui.painter().text(middle + vec2(0.0, 10.0), Align2::CENTER_CENTER, how, regular(12.0), muted);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    #[test]
    fn a_source_is_told_by_who_and_where() {
        let words = Words::new(Lang::Sv);
        let rows = [
            ("Intervju 3 – inköpare, Borås", "19 feb.", "Inköpare, Borås", "Intervju 3 · 19 feb."),
            ("Enkät efter 90 dagar", "", "Enkät efter 90 dagar", "Enkät"),
            ("Enkät efter 90 dagar", "mars", "Enkät efter 90 dagar", "Enkät · mars"),
        ];
        for (title, date, name, below) in rows {
            let (kind, title) = (Some(SourceKind::Survey), title.into());
            let source = Source { kind, title, ..Source::default() };
            let told = two_lines(&source, date.to_owned(), &words);
            assert_eq!(told, (name.to_owned(), below.to_owned()));
        }
    }
}
