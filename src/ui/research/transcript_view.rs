//! What was said, on paper: what is taken of it is tinted, and a line below says where it went. Words
//! that are chosen can be dragged to the map.

use super::known::KnownResearch;
use super::went::{LINE, Went, went_ui};
use super::{ResearchRoom, kind_name, text_id};
use crate::insight::told_by;
use crate::model::Source;
use crate::scene::{Paint, Role, icon};
use crate::ui::kit::buttons::{focus_ring, medium, regular, semibold};
use crate::ui::kit::keyboard::has_keyboard;
use crate::ui::kit::text_field::select;
use crate::ui::kit::tooltip::Tip as _;
use crate::ui::state::command::Command;
use crate::ui::state::rooms::Room;
use crate::ui::{Context, Document, Message, Selection};
use crate::words::{Words, titled};
use egui::text::{CCursor, LayoutJob, TextFormat};
use egui::{
    Align2, Color32, CursorIcon, Galley, Margin, OpenUrl, Pos2, Rect, RichText, ScrollArea, Sense,
    Stroke, TextEdit, Ui, WidgetInfo, pos2, vec2,
};
use std::ops::Range;
use std::sync::Arc;

/// From the edges of the paper to the words.
const PAD: f32 = 36.0;
/// Left of the words stand the times at which they were said.
const TIMES: f32 = 58.0;
/// How large its letters are.
const SIZE: f32 = 14.5;

impl ResearchRoom {
    pub(super) fn transcript_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        doc: &mut Document,
        known: &KnownResearch,
        out: &mut Vec<Message>,
    ) {
        let Some(source) = self.source(doc).cloned() else { return };
        if self.is_edited || source.notes.is_empty() {
            let is_typed = doc.editor.is_previewing();
            return self.source_form_ui(ui, cx, (&source, is_typed), out);
        }
        self.head_ui(ui, cx, &source, known, out);
        ScrollArea::vertical().id_salt(("said", &source.id)).auto_shrink(false).show(ui, |ui| {
            ui.add_space(14.0);
            self.said_ui(ui, cx, doc, &source, known, out);
            ui.add_space(40.0);
        });
    }

    fn head_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        source: &Source,
        known: &KnownResearch,
        out: &mut Vec<Message>,
    ) {
        let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
        egui::Frame::new()
            .inner_margin(Margin { left: PAD as i8, right: 24, top: 18, bottom: 12 })
            .show(ui, |ui| {
                ui.horizontal(|ui| {
                    let buttons = egui::Layout::right_to_left(egui::Align::Center);
                    ui.with_layout(buttons, |ui| {
                        if small_button(ui, cx, icon::PENCIL, &cx.words.research_edit_source()) {
                            self.is_edited = true;
                            self.let_go();
                        }
                        // Where it leads is shown before anybody goes there.
                        let link = source.link.trim();
                        if !link.is_empty() && small_button(ui, cx, icon::EXTERNAL_LINK, link) {
                            ui.open_url(OpenUrl::new_tab(link));
                        }
                        ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                            let title = RichText::new(titled(&source.title, cx.words));
                            let title = title.font(semibold(18.0)).color(ink);
                            ui.add(egui::Label::new(title).truncate());
                        });
                    });
                });
                ui.add_space(5.0);
                ui.label(
                    RichText::new(about(source, self, cx.words)).font(regular(12.5)).color(muted),
                );
                ui.add_space(10.0);
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
                    let rows = known.coverage.rows.iter();
                    let row = rows.into_iter().find(|row| row.source.id == source.id);
                    let places = row.map_or(0, |row| row.total());
                    let text = cx.words.research_places(places);
                    let leads = (places > 0).then(|| cx.words.research_places_show());
                    if chip(ui, cx, icon::LINK, &text, (Role::Accent, leads)) {
                        show_places(source, known, out);
                    }
                    let themes = known.themes.iter().filter(|one| one.sources.contains(&source.id));
                    for one in themes.take(3) {
                        let title = titled(&one.theme.title, cx.words);
                        let text = cx.words.research_theme_is(&title);
                        chip(ui, cx, icon::TAG, &text, (Role::Ink, None));
                    }
                });
            });
        let bottom = ui.cursor().top();
        let edge = Stroke::new(1.0, cx.theme.color(Role::Hairline));
        let x = ui.max_rect().left() + PAD..=ui.max_rect().right() - 24.0;
        ui.painter().hline(x, bottom, edge);
    }

    fn said_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        doc: &mut Document,
        source: &Source,
        known: &KnownResearch,
        out: &mut Vec<Message>,
    ) {
        if let Some(end) = self.unmark_at.take() {
            let at = source.notes.get(..end).map_or(0, |before| before.chars().count());
            select(ui, text_id(), at, at);
        }
        let margin = ui.max_rect().left() + PAD;
        let around = Margin { left: (PAD + TIMES) as i8, right: 24, top: 0, bottom: 0 };
        let room = ui.available_width() - PAD - TIMES - f32::from(around.right);
        let went = Went::of(ui, cx, known, room);
        let job = self.job(cx, source, known, &went);
        let mut layouter = |ui: &Ui, _: &dyn egui::TextBuffer, width: f32| -> Arc<Galley> {
            let mut job = job.clone();
            job.wrap.max_width = width;
            ui.fonts_mut(|fonts| fonts.layout_job(job))
        };
        let mut said = source.notes.as_str();
        let field = TextEdit::multiline(&mut said)
            .id(text_id())
            .frame(egui::Frame::NONE)
            .desired_width(f32::INFINITY)
            .layouter(&mut layouter);
        // A field without a frame has no margin of its own.
        let framed = egui::Frame::new().inner_margin(around);
        let shown = framed.show(ui, |ui| field.show(ui)).inner;
        let name = cx.words.research_said();
        shown.response.response.widget_info(|| {
            let mut info = WidgetInfo::labeled(egui::Role::MultilineTextInput, true, &name);
            info.current_text_value = Some(source.notes.clone());
            info
        });
        let (galley, origin) = (shown.galley, shown.galley_pos);
        if has_keyboard(&shown.response.response) && self.picking.is_none() && !self.is_dragged {
            let range = shown.cursor_range.filter(|range| !range.is_empty());
            self.chosen = range.and_then(|range| {
                let chars = range.as_sorted_char_range();
                let bytes = bytes_of(&source.notes, chars.start.0..chars.end.0)?;
                let is_blank = source.notes.get(bytes.clone())?.trim().is_empty();
                let bytes = known.without_question(source.whole_words(bytes));
                (!is_blank).then_some(bytes)
            });
        }
        if let Some(range) = self.to_be_seen.take() {
            let before = source.notes.get(..range.start).unwrap_or_default();
            let row = galley.pos_from_cursor(CCursor::new(before.chars().count()));
            // In the middle, wherever it is now: what is seen while it still scrolls to another place may
            // not be when it has.
            let place = row.translate(origin.to_vec2());
            ui.scroll_to_rect(place, Some(egui::Align::Center));
        }
        for line in &known.times {
            let at = origin + galley.pos_from_cursor(CCursor::new(line.chars)).min.to_vec2();
            let at = pos2(margin, at.y + LINE / 2.0 + 1.0);
            let muted = cx.theme.color(Role::Muted);
            ui.painter().text(at, Align2::LEFT_CENTER, &line.time, regular(12.0), muted);
        }
        for (mark, note) in went.notes(known) {
            went_ui(ui, cx, doc, source, (mark, note), (&galley, origin), out);
        }
        ui.add_space(went.below_all(source));
        let last = self.armed_ui(ui, doc, source, (&galley, origin), out);
        // Not while they are being marked.
        let is_marked = !shown.response.response.is_pointer_button_down_on();
        if let Some(last) = last.filter(|_| is_marked) {
            self.take_bar_ui(ui, cx, last, ui.clip_rect());
        }
    }

    /// What is chosen can be dragged from where it stands; gives back where its last line is.
    fn armed_ui(
        &mut self,
        ui: &Ui,
        doc: &mut Document,
        source: &Source,
        (galley, origin): (&Galley, Pos2),
        out: &mut Vec<Message>,
    ) -> Option<Rect> {
        self.place_of_words = None;
        let range = self.chosen.clone()?;
        let chars =
            |byte: usize| source.notes.get(..byte).map_or(0, |before| before.chars().count());
        let places = rows_of(galley, chars(range.start)..chars(range.end));
        let mut is_held = false;
        let last = places.last().map(|rect| rect.translate(origin.to_vec2()));
        for (place, rect) in places.into_iter().enumerate() {
            let rect = rect.translate(origin.to_vec2());
            self.place_of_words.get_or_insert(rect);
            let id = ui.scope_id().with(("chosen words", place));
            let response = ui.interact(rect, id, Sense::click_and_drag());
            is_held |= response.dragged();
            if response.drag_started() {
                self.is_dragged = true;
                self.picking = None;
                self.from = rect.right_center();
            }
            if response.clicked() {
                // As anywhere else in a text the caret comes to where it was clicked.
                let clicked = response.interact_pointer_pos();
                let at = clicked
                    .map_or(chars(range.start), |at| galley.cursor_from_pos(at - origin).index.0);
                self.let_go();
                select(ui, text_id(), at, at);
                ui.memory_mut(|memory| memory.request_focus(text_id()));
                return None;
            }
            response.on_hover_cursor(CursorIcon::Grab);
        }
        if !self.is_dragged {
            return last;
        }
        if ui.input(|input| input.key_pressed(egui::Key::Escape)) {
            self.is_dragged = false;
            self.held = None;
        } else if !is_held || ui.input(|input| input.pointer.any_released()) {
            self.is_dragged = false;
            self.held = None;
            let pointer = ui.input(|input| input.pointer.latest_pos());
            if let Some(at) = pointer {
                self.drop_at(doc, at, out);
            }
        }
        None
    }

    /// The words with their looks: questions muted, what was taken tinted, what is chosen lit.
    fn job(
        &self,
        cx: &Context<'_>,
        source: &Source,
        known: &KnownResearch,
        went: &Went,
    ) -> LayoutJob {
        let notes = source.notes.as_str();
        let mut cuts: Vec<usize> = vec![0, notes.len()];
        for line in &known.lines {
            cuts.extend([line.range.start, line.said, line.range.end]);
        }
        cuts.extend(known.marks.iter().flat_map(|mark| [mark.range.start, mark.range.end]));
        cuts.extend(self.chosen.iter().flat_map(|range| [range.start, range.end]));
        let found: Vec<(&Range<usize>, bool)> = self.search.places_in(&source.id).collect();
        cuts.extend(found.iter().flat_map(|(place, _)| [place.start, place.end]));
        cuts.extend(went.lines().flat_map(|at| [at, at + 1]).filter(|at| *at <= notes.len()));
        cuts.sort_unstable();
        cuts.dedup();
        let mut job = LayoutJob { break_on_newline: true, ..LayoutJob::default() };
        let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
        let mut lines = known.lines.iter().peekable();
        for (from, to) in cuts.iter().zip(cuts.iter().skip(1)) {
            let Some(text) = notes.get(*from..*to) else { continue };
            while lines.next_if(|line| line.range.end <= *from).is_some() {}
            let line = lines.peek().filter(|line| line.range.contains(from));
            let is_time = line.is_some_and(|line| *from < line.said);
            let is_question = line.is_some_and(|line| line.is_question);
            let (font, color) = match (is_time, is_question) {
                // It stands in the margin.
                (true, _) => (regular(1.0), Color32::TRANSPARENT),
                (false, true) => (medium(SIZE), muted),
                (false, false) => (regular(SIZE), ink),
            };
            let mut format = TextFormat::simple(font, color);
            // The empty line below a paragraph is as high as what is said there.
            format.line_height = Some(LINE * went.rows_at(*from) as f32);
            let mark = known.marks.iter().find(|mark| mark.range.contains(from));
            if let Some(mark) = mark.filter(|_| !is_time) {
                let role = mark.voice;
                let lit = self.theme.as_ref().is_some_and(|id| mark.passage.themes.contains(id));
                let tint: Paint = role.at(if lit { 90 } else { 38 });
                format.background = cx.theme.color(tint);
                format.underline = Stroke::new(1.5, cx.theme.color(role));
            }
            let next = found.partition_point(|(place, _)| place.end <= *from);
            let said = found.get(next).filter(|(place, _)| place.contains(from));
            if let Some((_, is_shown)) = said.filter(|_| !is_time) {
                let tint = if *is_shown { 150 } else { 60 };
                format.background = cx.theme.color(Role::StripeOpportunity.at(tint));
                let width = if *is_shown { 3.0 } else { 1.0 };
                format.underline = Stroke::new(width, cx.theme.color(Role::StripeOpportunity));
            }
            if self.chosen.as_ref().is_some_and(|range| range.contains(from)) && !is_time {
                format.background = cx.theme.color(Role::Accent.at(70));
            }
            job.append(text, 0.0, format);
        }
        job
    }
}

/// `Underhållstekniker, bageri · Användare · 26 februari 2026`.
fn about(source: &Source, room: &ResearchRoom, words: &Words) -> String {
    let date = words.due_short(&source.date, room.day());
    let kind = kind_name(source, words);
    let parts = [source.who.trim(), source.role.trim(), date.as_str()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { kind } else { parts.join(" · ") }
}

/// Goes to all on the map that names the source, selected.
fn show_places(source: &Source, known: &KnownResearch, out: &mut Vec<Message>) {
    let project = known.project();
    let Some((_, journey)) = project.journey(known.journey()) else { return };
    let things = told_by(project, journey, &source.id);
    out.push(Message::Do(Command::Room(Room::Map)));
    let only = if things.len() == 1 { things.first().cloned() } else { None };
    out.push(Message::Select(Selection { things, cell: None }));
    out.push(only.map_or(Message::Do(Command::ZoomSelection), Message::Show));
}

/// Says something of the source. True where it was clicked, which only what leads somewhere, as said
/// there, can be.
fn chip(
    ui: &mut Ui,
    cx: &Context<'_>,
    sign: char,
    text: &str,
    (role, leads): (Role, Option<String>),
) -> bool {
    let ink = cx.theme.color(role);
    let galley = ui.painter().layout_no_wrap(format!("{sign}  {text}"), medium(12.5), ink);
    let sense = if leads.is_some() { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(20.0, 9.0), sense);
    let kind = if leads.is_some() { egui::Role::Button } else { egui::Role::Label };
    response.widget_info(|| WidgetInfo::labeled(kind, true, text));
    let lit = if leads.is_some() && response.hovered() { 26 } else { 0 };
    let tint = lit + if role == Role::Accent { 30 } else { 14 };
    ui.painter().rect_filled(rect, rect.height() / 2.0, cx.theme.color(role.at(tint)));
    ui.painter().galley(rect.min + vec2(10.0, 4.5), galley, ink);
    let Some(leads) = leads else { return false };
    focus_ring(ui, cx, &response, rect.height() / 2.0);
    response.on_hover_cursor(CursorIcon::PointingHand).tip(|| leads).clicked()
}

/// A button that shows an icon, and says what it does; true where it was pressed.
fn small_button(ui: &mut Ui, cx: &Context<'_>, sign: char, name: &str) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(26.0, 24.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, name));
    let role = if response.hovered() { Role::Accent } else { Role::Muted };
    let ink = cx.theme.color(role);
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, sign, regular(15.0), ink);
    focus_ring(ui, cx, &response, 6.0);
    let was = response.clicked();
    response.tip(|| name.to_owned());
    was
}

/// Where characters stand in a text, in bytes.
fn bytes_of(text: &str, chars: Range<usize>) -> Option<Range<usize>> {
    let at = |count: usize| {
        let found = text.char_indices().nth(count).map(|(at, _)| at);
        found.or_else(|| (text.chars().count() == count).then_some(text.len()))
    };
    Some(at(chars.start)?..at(chars.end)?)
}

/// Where characters stand in a galley, row by row.
fn rows_of(galley: &Galley, chars: Range<usize>) -> Vec<Rect> {
    let from = galley.pos_from_cursor(CCursor::new(chars.start));
    let to = galley.pos_from_cursor(CCursor::new(chars.end));
    let within = |row: &Rect| row.max.y > from.center().y && row.min.y < to.center().y;
    let rows = galley.rows.iter().map(|row| row.rect()).filter(within);
    let cut = |row: Rect| {
        let is_first = row.y_range().contains(from.center().y);
        let is_last = row.y_range().contains(to.center().y);
        let left = if is_first { from.min.x } else { row.left() };
        let right = if is_last { to.max.x } else { row.right() };
        Rect::from_min_max(pos2(left, row.top()), pos2(right.max(left), row.bottom()))
    };
    rows.map(cut).filter(|row| row.width() > 0.5).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_found_in_bytes() {
        let rows = [(0..1, Some(0..2)), (1..3, Some(2..5)), (3..3, Some(5..5)), (0..4, None)];
        for (chars, bytes) in rows {
            assert_eq!(bytes_of("åaö", chars.clone()), bytes, "{chars:?}");
        }
    }
}
