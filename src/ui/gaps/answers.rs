//! The guiding questions of a phase, or of the map as a whole: the one that is open, with its answers
//! and a note, and all of them as a list.

use super::answering_idea::opportunity_for;
use super::gap_groups::{GapGroup, GroupKey};
use super::gap_row::{RowLook, TEXT_X, row_ui, small_button};
use super::{GapsPanel, SeenGaps, listed};
use crate::edit::Change;
use crate::insight::{Gap, question_answer};
use crate::model::{Id, Journey, List, Phase, Question, QuestionAnswer, TEXT_MAX};
use crate::scene::{Role, icon};
use crate::ui::inspector::{Lit, chip, wrapped};
use crate::ui::kit::buttons::{focus_ring, medium, regular};
use crate::ui::kit::caret::layouter;
use crate::ui::kit::keyboard::has_keyboard;
use crate::ui::kit::text_field::{Left, left};
use crate::ui::{Context, Document, Message};
use crate::words::Named;
use egui::{Frame, Margin, RichText, Sense, Stroke, TextEdit, Ui, WidgetInfo};
use std::sync::Arc;

/// The note of a question, as it is typed.
pub(super) struct NoteDraft {
    question: Id,
    text: String,
}

fn is_asked(question: &Question) -> bool {
    !question.question.trim().is_empty()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What questions are asked of.
#[derive(Clone, Copy)]
pub(super) enum AskedOf<'a> {
    /// The map as a whole.
    Map(&'a Journey),
    /// One of its phases.
    Phase(&'a Phase),
}

impl<'a> AskedOf<'a> {
    /// What the gaps of that group are of; none where no questions are asked of it.
    pub(super) fn of(journey: &'a Journey, key: &GroupKey) -> Option<Self> {
        match key {
            GroupKey::Map => Some(Self::Map(journey)),
            GroupKey::Phase(id) => {
                journey.phases.iter().find(|one| one.id == *id).map(|phase| Self::Phase(phase))
            }
            GroupKey::Kind(_) | GroupKey::Weight(_) => None,
        }
    }

    /// Its questions, in order.
    pub(super) fn questions(self) -> &'a List<Question> {
        match self {
            Self::Map(journey) => &journey.checklist,
            Self::Phase(phase) => &phase.checklist,
        }
    }

    /// The change that makes one of its questions another.
    fn put(self, question: &Id, change: impl FnOnce(&mut Question)) -> Option<Change> {
        let mut questions = self.questions().clone();
        let at = questions.index_where(|one| one.id == *question)?;
        change(questions.edit(at)?);
        Some(match self {
            Self::Map(journey) => {
                let journey = Journey { checklist: questions, ..journey.clone() };
                Change::PutJourney(Box::new(journey))
            }
            Self::Phase(phase) => {
                Change::PutPhases(vec![Phase { checklist: questions, ..phase.clone() }])
            }
        })
    }
}

impl GapsPanel {
    /// Opens the first of these questions that has no answer, else the first.
    pub(super) fn open_first(&mut self, questions: &List<Question>) {
        let asked = || questions.iter().filter(|one| is_asked(one));
        let first = asked().find(|one| question_answer(one).is_none()).or(asked().next());
        self.question = first.map(|one| one.id.clone());
        self.follow = self.question.is_some();
    }

    /// Answers the question that is open; the answer it has already is taken back. The note that is
    /// being typed, if any, is kept with it.
    pub(super) fn answer(
        &mut self,
        cx: &Context,
        doc: &mut Document,
        seen: &SeenGaps,
        (answer, note): (&QuestionAnswer, Option<String>),
        out: &mut Vec<Message>,
    ) {
        let Some((of, question)) = self.open_one(seen) else { return };
        // As whoever reads the map would write it.
        let said = match question_answer(question).as_ref() == Some(answer) {
            true => String::new(),
            false => answer.name(&doc.words_of_map(cx.words)),
        };
        let change = of.put(&question.id, |question| {
            question.answer = said;
            if let Some(note) = note {
                question.note = note;
            }
        });
        out.extend(change.map(Message::Edit));
    }

    fn open_one<'a>(&self, seen: &SeenGaps<'a>) -> Option<(AskedOf<'a>, &'a Arc<Question>)> {
        let id = self.question.as_ref()?;
        let phases = seen.journey.phases.iter().map(|phase| AskedOf::Phase(phase));
        // Questions of the map may be called as some of a phase are.
        let map = AskedOf::Map(seen.journey);
        let of_map = match (&self.chosen, &self.asks) {
            (Some((_, place)), _) => place.phase.is_none(),
            (None, asks) => *asks == Some(GroupKey::Map),
        };
        let mut all: Vec<AskedOf<'a>> = phases.collect();
        all.insert(if of_map { 0 } else { all.len() }, map);
        all.into_iter().find_map(|of| {
            let mut asked = of.questions().iter();
            Some((of, asked.find(|one| one.id == *id)?))
        })
    }

    /// The group in which the open question stays that asks why it was answered so, although it is no
    /// gap any more: the place of that of its phase, or none where there is none. None in all: it is
    /// listed, or none is open.
    pub(super) fn stays_in(&self, seen: &SeenGaps, groups: &[GapGroup]) -> Option<Option<usize>> {
        let open = self.question.as_ref().filter(|it| self.asks_why.as_ref() == Some(it))?;
        let (of, _) = self.open_one(seen)?;
        let key = match of {
            AskedOf::Map(_) => GroupKey::Map,
            AskedOf::Phase(phase) => GroupKey::Phase(phase.id.clone()),
        };
        let is_it = |at: &usize| {
            seen.gaps.get(*at).is_some_and(|gap| gap.place.question.as_ref() == Some(open))
        };
        let shows = |group: &GapGroup| {
            let all_asked = self.asks.as_ref() == Some(&group.key) && group.key == key;
            group.is_open && (all_asked || listed(group, self).iter().any(is_it))
        };
        let here = |group: &GapGroup| group.is_open && group.key == key;
        (!groups.iter().any(shows)).then(|| groups.iter().position(here))
    }

    /// All questions of a phase, or of the map.
    pub(super) fn questions_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context,
        doc: &mut Document,
        seen: &SeenGaps,
        key: &GroupKey,
        out: &mut Vec<Message>,
    ) {
        let Some(of) = AskedOf::of(seen.journey, key) else { return };
        for question in of.questions().iter().filter(|one| is_asked(one)) {
            if self.question.as_ref() == Some(&question.id) {
                self.box_ui(ui, cx, doc, seen, out);
                continue;
            }
            let answer = question_answer(question);
            let place = match &answer {
                Some(answer) => {
                    format!("{} · {}", place(cx, of, question), answer.name(cx.words))
                }
                None => place(cx, of, question),
            };
            let icon = answer_icon(answer.as_ref());
            let missing = matches!(answer, Some(QuestionAnswer::No | QuestionAnswer::Unknown));
            let id = egui::Id::unique(("question", question.id.as_str()));
            let (text, chosen) = (one_line(&question.question), false);
            let look = RowLook { id, icon, text: &text, place: &place, muted: !missing, chosen };
            if row_ui(ui, cx, &look).clicked() {
                self.question = Some(question.id.clone());
                self.follow = true;
            }
        }
        ui.add_space(4.0);
    }

    /// A gap that is a question, open.
    pub(super) fn asked_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context,
        doc: &mut Document,
        seen: &SeenGaps,
        gap: &Gap,
        out: &mut Vec<Message>,
    ) {
        let chosen = self.is_chosen(gap);
        self.box_ui(ui, cx, doc, seen, out);
        if chosen && self.waving.is_some() {
            self.reason_ui(ui, cx, gap, None, out);
        }
    }

    /// The open question: its answers as chips, and a note.
    pub(super) fn box_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context,
        doc: &mut Document,
        seen: &SeenGaps,
        out: &mut Vec<Message>,
    ) {
        let Some((of, question)) = self.open_one(seen) else { return };
        let follows = self.follow;
        let answer = question_answer(question);
        let edge = Stroke::new(1.0, cx.theme.color(Role::Hairline));
        let frame = Frame::new()
            .fill(cx.theme.color(Role::Card))
            .stroke(edge)
            .corner_radius(8)
            .outer_margin(Margin { left: -12, right: -12, top: 4, bottom: 6 })
            .inner_margin(Margin { left: 12, right: 12, top: 10, bottom: 12 });
        let shown = frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            let text = one_line(&question.question);
            let below = place(cx, of, question);
            self.title_ui(ui, cx, question, &text, &below);
            ui.add_space(6.0);
            let (mut pressed, mut note) = (None, None);
            ui.horizontal(|ui| {
                ui.add_space(TEXT_X);
                ui.vertical(|ui| {
                    wrapped(ui, |ui| {
                        for (at, one) in QuestionAnswer::ALL.iter().enumerate() {
                            let lit = if answer.as_ref() == Some(one) { Lit::On } else { Lit::Off };
                            let name = one.name(cx.words);
                            let response = chip(ui, cx.theme, &name, lit);
                            let tip = (at + 1).to_string();
                            if response.on_hover_text(tip).clicked() {
                                pressed = Some(one);
                            }
                        }
                    });
                    ui.add_space(8.0);
                    note = self.note_ui(ui, cx, of, question, out);
                    let mut gaps = seen.gaps.iter().filter(|gap| gap.waved_off.is_none());
                    let gap = gaps.find(|gap| gap.place.question.as_ref() == Some(&question.id));
                    if let Some(gap) = gap.filter(|gap| gap.rule.asks_to_act()) {
                        ui.add_space(6.0);
                        let text = cx.words.gaps_make_opportunity();
                        if small_button(ui, cx, &text, false).clicked() {
                            opportunity_for(doc, cx, seen, gap, out);
                        }
                    }
                });
            });
            if let Some(one) = pressed {
                // A no asks why: what is typed next is meant for the note, not for the map.
                let asks_why = matches!(one, QuestionAnswer::No | QuestionAnswer::Partly)
                    && answer.as_ref() != Some(one);
                self.note_wanted = asks_why.then(|| question.id.clone());
                self.asks_why.clone_from(&self.note_wanted);
                self.answer(cx, doc, seen, (one, note), out);
            }
        });
        // With its answers, not the question alone.
        if follows {
            shown.response.scroll_to_me(None);
        }
    }

    /// The question itself, which has the keyboard while it is open.
    fn title_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context,
        question: &Question,
        text: &str,
        below: &str,
    ) {
        let response = ui
            .horizontal(|ui| {
                // As it is answered now, not as it was when it was opened.
                let answer = question_answer(question);
                let is_gap = matches!(answer, Some(QuestionAnswer::No | QuestionAnswer::Unknown));
                let role = if is_gap { Role::Bad } else { Role::Muted };
                let sign = RichText::new(answer_icon(answer.as_ref())).font(regular(16.0));
                let sign = ui.label(sign.color(cx.theme.color(role)));
                sign.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, ""));
                ui.add_space((TEXT_X - sign.rect.width() - ui.spacing().item_spacing.x).max(0.0));
                ui.vertical(|ui| {
                    let ink = cx.theme.color(Role::Ink);
                    ui.label(RichText::new(text).font(medium(13.5)).color(ink));
                    let muted = cx.theme.color(Role::Muted);
                    ui.label(RichText::new(below).font(regular(12.0)).color(muted));
                });
            })
            .response;
        let id = egui::Id::unique(("open question", question.id.as_str()));
        let response = ui.interact(response.rect, id, Sense::focusable_noninteractive());
        let name = format!("{text}. {below}");
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Group, true, &name));
        focus_ring(ui, cx, &response, 6.0);
        self.has_focus |= has_keyboard(&response);
        if std::mem::take(&mut self.follow) {
            response.request_focus();
        }
    }

    /// The note of the open question. It is shown on the map as it is typed, as all that is in the
    /// making, so that nothing else that happens can lose it. Answers what is typed and not taken back.
    fn note_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context,
        of: AskedOf,
        question: &Question,
        out: &mut Vec<Message>,
    ) -> Option<String> {
        self.note_shown = true;
        let (known, other) = match self.note.take() {
            Some(note) if note.question == question.id => (Some(note), None),
            other => (None, other),
        };
        if other.is_some() {
            out.push(Message::Commit);
        }
        let was_typed = known.is_some();
        let mut note = known.unwrap_or_else(|| NoteDraft {
            question: question.id.clone(),
            text: question.note.clone(),
        });
        let label = cx.words.gaps_note();
        let mut layouter = layouter(regular(13.0), false);
        let field = TextEdit::singleline(&mut note.text)
            .layouter(&mut layouter)
            .id(egui::Id::unique(("note of", question.id.as_str())))
            .char_limit(TEXT_MAX)
            .hint_text(&label)
            .font(regular(13.0))
            .margin(Margin::symmetric(8, 5))
            .desired_width(f32::INFINITY);
        let response = ui.add(field);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::TextInput, true, &label));
        if self.note_wanted.take().is_some_and(|wanted| wanted == question.id) {
            response.request_focus();
        }
        let how = left(ui, &response);
        if how == Some(Left::ByEscape) {
            if was_typed {
                out.push(Message::Cancel);
            }
            self.follow = true;
            return None;
        }
        if response.changed() {
            let text = note.text.clone();
            let change = of.put(&question.id, |question| question.note = text);
            out.extend(change.map(Message::Preview));
        }
        if has_keyboard(&response) {
            let text = note.text.clone();
            self.note = Some(note);
            return Some(text);
        }
        self.follow |= how == Some(Left::ByEnter);
        // What another window or an undo has written is seen at once.
        if !was_typed {
            return None;
        }
        out.push(Message::Commit);
        Some(note.text)
    }
}

/// What a question looks like as it is answered.
fn answer_icon(answer: Option<&QuestionAnswer>) -> char {
    match answer {
        Some(QuestionAnswer::Yes) => icon::CHECK_CIRCLE,
        Some(QuestionAnswer::No | QuestionAnswer::Unknown) => icon::HELP_CIRCLE,
        Some(QuestionAnswer::Partly | QuestionAnswer::Other(_)) => icon::CIRCLE_DOT,
        None => icon::CIRCLE,
    }
}

/// "Guiding question 3 of 4 · our side"
fn place(cx: &Context, of: AskedOf, question: &Question) -> String {
    let asked = || of.questions().iter().filter(|one| is_asked(one));
    let at = asked().position(|one| one.id == question.id).map_or(0, |at| at + 1);
    let number = cx.words.gap_question_number(at.to_string(), asked().count().to_string());
    match &question.side {
        Some(side) => format!("{number} · {}", side.name(cx.words)),
        None => number,
    }
}
