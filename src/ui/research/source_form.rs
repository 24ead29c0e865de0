//! Forms in the middle of the room: what a source is, and what a step of the thread is about.

use super::known::KnownResearch;
use super::{ResearchRoom, kind_name};
use crate::edit::{Change, with_notes};
use crate::insight::{INTERVIEWS_WANTED_KEY, ResearchStep};
use crate::model::limits::TEXT_BYTES_MAX;
use crate::model::{Journey, Source, SourceKind, TEXT_MAX};
use crate::scene::{Role, icon};
use crate::ui::kit::buttons::{focus_ring, medium, regular, semibold, text_button};
use crate::ui::kit::caret::layouter;
use crate::ui::kit::text_field::{Left, left};
use crate::ui::state::command::Command;
use crate::ui::state::rooms::Room;
use crate::ui::{Context, Document, Message};
use crate::words::{Named as _, read_past_day};
use egui::{Frame, Margin, RichText, ScrollArea, TextEdit, Ui, WidgetInfo, vec2};
use jiff::civil::Date;

/// More interviews than these nobody wants.
const INTERVIEWS_MOST: usize = 999;

/// A field of a form.
struct ResearchField<'a> {
    /// What tells it from others.
    salt: &'static str,
    label: &'a str,
    hint: &'a str,
    /// How many lines it has at least; 1: it has one.
    lines: usize,
    /// How many characters it takes.
    most: usize,
    /// It takes a day, as somebody writes it on this one.
    day: Option<Date>,
}

impl ResearchRoom {
    /// What a source is, and its text to be written. `is_typed`: a text is in the making.
    pub(super) fn source_form_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        (source, is_typed): (&Source, bool),
        out: &mut Vec<Message>,
    ) {
        let words = cx.words;
        let day = is_typed.then(|| self.day());
        scrolled(ui, "source", |ui| {
            heading(ui, cx, &words.research_edit_source());
            let put = |set: &dyn Fn(&mut Source)| {
                let mut source = source.clone();
                set(&mut source);
                Change::PutSources(vec![source])
            };
            let (title, hint) = (words.field_title(), words.research_title_hint());
            field_ui(
                ui,
                cx,
                source.id.as_str(),
                line("title", &title, &hint),
                &source.title,
                out,
                |text| put(&|it| it.title.clone_from(&text)),
            );
            kind_ui(ui, cx, source, out);
            let (who, hint) = (words.research_who(), words.research_who_hint());
            field_ui(
                ui,
                cx,
                source.id.as_str(),
                line("who", &who, &hint),
                &source.who,
                out,
                |text| put(&|it| it.who.clone_from(&text)),
            );
            let (role, hint) = (words.field_role(), words.research_role_hint());
            field_ui(
                ui,
                cx,
                source.id.as_str(),
                line("role", &role, &hint),
                &source.role,
                out,
                |text| put(&|it| it.role.clone_from(&text)),
            );
            let (date, hint) = (words.research_date(), words.research_date_hint());
            field_ui(
                ui,
                cx,
                source.id.as_str(),
                ResearchField { day, ..line("date", &date, &hint) },
                &source.date,
                out,
                |text| put(&|it| it.date = text.trim().to_owned()),
            );
            let link = words.field_link();
            field_ui(
                ui,
                cx,
                source.id.as_str(),
                line("link", &link, ""),
                &source.link,
                out,
                |text| put(&|it| it.link = text.trim().to_owned()),
            );
            // Above the text, which may be twenty pages long.
            ui.add_space(8.0);
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 10.0;
                let ready = !source.notes.is_empty();
                if ready
                    && text_button(ui, cx, &words.research_done(), true, vec2(96.0, 34.0)).clicked()
                {
                    self.is_edited = false;
                }
                let remove = words.edit_remove_sources(1);
                if text_button(ui, cx, &remove, false, vec2(120.0, 34.0)).clicked() {
                    self.is_edited = false;
                    out.push(Message::Edit(Change::RemoveSources(vec![source.id.clone()])));
                }
            });
            let (said, hint) = (words.research_said(), words.research_said_hint());
            let most = TEXT_BYTES_MAX / 4;
            let field = ResearchField {
                salt: "said",
                label: &said,
                hint: &hint,
                lines: 12,
                most,
                day: None,
            };
            field_ui(ui, cx, source.id.as_str(), field, &source.notes, out, |text| {
                Change::PutSources(vec![with_notes(source, text)])
            });
        });
    }

    /// What a step of the thread is about.
    pub(super) fn step_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        doc: &mut Document,
        known: &KnownResearch,
        step: ResearchStep,
        out: &mut Vec<Message>,
    ) {
        let words = cx.words;
        let Some(journey) = doc.shown_journey().cloned() else { return };
        scrolled(ui, "step", |ui| match step {
            ResearchStep::Purpose => {
                heading(ui, cx, &words.research_step_purpose());
                sentence(ui, cx, &words.research_purpose_how());
                let put = |set: &dyn Fn(&mut Journey)| {
                    let mut journey = Journey::clone(&journey);
                    set(&mut journey);
                    Change::PutJourney(Box::new(journey))
                };
                let (want, hint) = (words.research_what(), words.research_what_hint());
                let field = ResearchField {
                    salt: "purpose",
                    label: &want,
                    hint: &hint,
                    lines: 3,
                    most: TEXT_MAX,
                    day: None,
                };
                field_ui(ui, cx, journey.id.as_str(), field, &journey.purpose, out, |text| {
                    put(&|it| it.purpose.clone_from(&text))
                });
                let (believe, hint) = (words.field_hypothesis(), words.field_hypothesis_hint());
                let field = ResearchField {
                    salt: "hypothesis",
                    label: &believe,
                    hint: &hint,
                    lines: 3,
                    most: TEXT_MAX,
                    day: None,
                };
                field_ui(ui, cx, journey.id.as_str(), field, &journey.hypothesis, out, |text| {
                    put(&|it| it.hypothesis.clone_from(&text))
                });
                if known.coverage.rows.is_empty() {
                    ui.add_space(10.0);
                    sentence(ui, cx, &words.research_drop_how_long());
                }
            }
            ResearchStep::Interviews => {
                heading(ui, cx, &words.research_step_interviews());
                let [held, wanted] =
                    [known.thread.held, known.thread.wanted].map(|it| words.number(it as f64));
                sentence(ui, cx, &words.research_interviews_how(held, wanted));
                wanted_ui(ui, cx, known.thread.wanted, out);
                let put = |text: &String| {
                    let journey =
                        Journey { interview_guide: text.clone(), ..Journey::clone(&journey) };
                    Change::PutJourney(Box::new(journey))
                };
                let (guide, hint) =
                    (words.field_interview_guide(), words.field_interview_guide_hint());
                let field = ResearchField {
                    salt: "interview guide",
                    label: &guide,
                    hint: &hint,
                    lines: 6,
                    most: TEXT_MAX,
                    day: None,
                };
                field_ui(
                    ui,
                    cx,
                    journey.id.as_str(),
                    field,
                    &journey.interview_guide,
                    out,
                    |text| put(&text),
                );
                ui.add_space(10.0);
                sentence(ui, cx, &words.research_drop_how_long());
            }
            ResearchStep::Analysis => {
                heading(ui, cx, &words.research_step_analysis());
                sentence(ui, cx, &words.research_analysis_how());
            }
            ResearchStep::Use => {
                heading(ui, cx, &words.research_step_use());
                sentence(ui, cx, &words.research_use_how());
                ui.add_space(6.0);
                let name = words.room_opportunities();
                if text_button(ui, cx, &name, true, vec2(140.0, 34.0)).clicked() {
                    out.push(Message::Do(Command::Room(Room::Opportunities)));
                }
            }
        });
    }
}

/// A field of one line.
fn line<'a>(salt: &'static str, label: &'a str, hint: &'a str) -> ResearchField<'a> {
    ResearchField { salt, label, hint, lines: 1, most: TEXT_MAX, day: None }
}

fn scrolled(ui: &mut Ui, salt: &str, contents: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical().id_salt(salt).auto_shrink(false).show(ui, |ui| {
        Frame::new().inner_margin(Margin { left: 36, right: 36, top: 18, bottom: 32 }).show(
            ui,
            |ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
                contents(ui);
            },
        );
    });
}

fn heading(ui: &mut Ui, cx: &Context<'_>, text: &str) {
    let ink = cx.theme.color(Role::Ink);
    ui.add(egui::Label::new(RichText::new(text).font(semibold(19.0)).color(ink)).wrap());
    ui.add_space(6.0);
}

fn sentence(ui: &mut Ui, cx: &Context<'_>, text: &str) {
    let muted = cx.theme.color(Role::Muted);
    ui.add(egui::Label::new(RichText::new(text).font(regular(13.5)).color(muted)).wrap());
    ui.add_space(6.0);
}

/// A field with its label above. What is typed is shown at once, and made when the field is left.
fn field_ui(
    ui: &mut Ui,
    cx: &Context<'_>,
    of: &str,
    field: ResearchField<'_>,
    value: &str,
    out: &mut Vec<Message>,
    make: impl Fn(String) -> Change,
) {
    let muted = cx.theme.color(Role::Muted);
    ui.add_space(4.0);
    ui.label(RichText::new(field.label).font(medium(12.5)).color(muted));
    let (mut text, is_long) = (value.to_owned(), field.lines > 1);
    let mut look = layouter(regular(14.0), is_long);
    let edit = match is_long {
        true => TextEdit::multiline(&mut text).desired_rows(field.lines),
        false => TextEdit::singleline(&mut text),
    };
    let edit = edit
        .id(egui::Id::unique(("research", field.salt, of)))
        .char_limit(field.most.max(value.chars().count()))
        .hint_text(RichText::new(field.hint).color(muted))
        .margin(Margin::symmetric(10, 8))
        .desired_width(f32::INFINITY)
        .layouter(&mut look);
    let response = ui.add(edit);
    let (lines, label) = (field.lines, field.label.to_owned());
    response.widget_info(|| {
        let role = if lines > 1 { egui::Role::MultilineTextInput } else { egui::Role::TextInput };
        WidgetInfo::labeled(role, true, &label)
    });
    let shown = text.clone();
    if response.changed() && text != value {
        out.push(Message::Preview(make(text)));
    }
    match left(ui, &response) {
        None => {}
        Some(Left::ByEscape) => out.push(Message::Cancel),
        Some(Left::ByEnter | Left::Otherwise) => {
            // A day is kept as all of them are in the file; what is none stays as it was written.
            let read = field.day.and_then(|day| read_past_day(&shown, day));
            if let Some(read) = read.filter(|read| *read != shown) {
                out.push(Message::Preview(make(read)));
            }
            out.push(Message::Commit);
        }
    }
}

/// How many interviews are wanted: a number that the file keeps.
fn wanted_ui(ui: &mut Ui, cx: &Context<'_>, wanted: usize, out: &mut Vec<Message>) {
    let label = cx.words.research_wanted();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        let muted = cx.theme.color(Role::Muted);
        let name = ui.label(RichText::new(&label).font(medium(12.5)).color(muted));
        let mut number = wanted;
        let field = egui::DragValue::new(&mut number).range(0..=INTERVIEWS_MOST).speed(0.1);
        let response = ui.add(field.update_while_editing(false)).labelled_by(name.id);
        focus_ring(ui, cx, &response, 6.0);
        if response.changed() && number != wanted {
            let change = Change::PutSetting(INTERVIEWS_WANTED_KEY.into(), number.into());
            // A pull at the number is one step of history.
            out.push(Message::Preview(change));
        }
        if response.drag_stopped() || response.lost_focus() {
            out.push(Message::Commit);
        }
    });
}

/// What kind of source it is.
fn kind_ui(ui: &mut Ui, cx: &Context<'_>, source: &Source, out: &mut Vec<Message>) {
    let muted = cx.theme.color(Role::Muted);
    let label = cx.words.research_kind();
    ui.add_space(4.0);
    ui.label(RichText::new(&label).font(medium(12.5)).color(muted));
    let shown = format!("{}  {}", kind_name(source, cx.words), icon::CHEVRON_DOWN);
    let button = egui::Button::new(RichText::new(shown).font(regular(14.0)))
        .min_size(vec2(160.0, 34.0))
        .corner_radius(8);
    let response = ui.add(button);
    let told = format!("{label}: {}", kind_name(source, cx.words));
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &told));
    focus_ring(ui, cx, &response, 9.0);
    egui::Popup::menu(&response).show(|ui| {
        for kind in SourceKind::ALL {
            let is_on = source.kind.as_ref() == Some(kind);
            if ui.selectable_label(is_on, kind.name(cx.words)).clicked() {
                let source = Source { kind: Some(kind.clone()), ..source.clone() };
                out.push(Message::Edit(Change::PutSources(vec![source])));
                ui.close();
            }
        }
    });
}
