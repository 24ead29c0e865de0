//! The row at the bottom: what to do next on the left, what the map holds on the right.

use crate::insight::{Counts, lane_counts};
use crate::model::{Journey, Lane, LaneKind, Thing};
use crate::scene::Role;
use crate::ui::canvas::feelings::has_to_choose;
use crate::ui::kit::buttons::{focus_ring, medium, regular};
use crate::ui::kit::local_time;
use crate::ui::kit::notice::HEIGHT;
use crate::ui::state::command::Command;
use crate::ui::state::document::OnlyRead;
use crate::ui::state::keys::shown_key;
use crate::ui::state::pen::{choose_first, persons, said_name};
use crate::ui::view::Hidden;
use crate::ui::{Context, Document, Message, Nth};
use crate::words::{Lang, Words, genitive};
use egui::{Align, Color32, CursorIcon, Frame, Layout, Margin, Panel, RichText, Sense, Ui, vec2};
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

/// Between the parts of a hint.
const BETWEEN: &str = " · ";

/// What the row tells beside what it reads from the open file.
pub(crate) struct Status<'a> {
    /// The gaps of the map are listed beside it.
    pub gaps: bool,
    /// What is being typed on the map, and whether Esc gives back what stood there.
    pub typing: Option<(&'a Thing, bool)>,
    /// A click where the pointer is sets no feeling until somebody is chosen.
    pub to_choose: bool,
    /// What the map holds, in words.
    pub counts: &'a str,
    /// It is being saved now.
    pub saving: bool,
    /// The file that a merging waits for which was left half done.
    pub merging: Option<&'a Path>,
    /// When the unsaved work was kept last.
    pub kept: Option<SystemTime>,
    /// It could not be kept the last time.
    pub no_copy: bool,
}

/// Shows the row.
pub(crate) fn statusbar_ui(
    ui: &mut Ui,
    cx: &Context,
    doc: &Document,
    status: &Status<'_>,
    out: &mut Vec<Message>,
) {
    let Status { typing, to_choose, counts, .. } = *status;
    let frame =
        Frame::new().fill(cx.theme.color(Role::Panel)).inner_margin(Margin::symmetric(16, 0));
    Panel::bottom("status").exact_size(HEIGHT).frame(frame).show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            let text = |text: String| {
                RichText::new(text).font(regular(12.5)).color(cx.theme.color(Role::Muted))
            };
            ui.spacing_mut().item_spacing.x = 0.0;
            // What it holds is always seen whole; the hint takes what is left.
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add(egui::Label::new(text(counts.to_owned())).truncate());
                hidden_ui(ui, cx, doc, out);
                let safety = safety(cx.words, doc, status);
                if !safety.is_empty() {
                    ui.add_space(24.0);
                    ui.label(text(safety));
                }
                only_read_ui(ui, cx, doc, out);
                conflicts_ui(ui, cx, doc, out);
                if let Some(path) = status.merging {
                    ui.add_space(24.0);
                    if link_ui(ui, cx, cx.words.status_merge_on()) {
                        out.push(Message::MergeWith(path.to_owned()));
                    }
                }
                ui.add_space(24.0);
                let left = Layout::left_to_right(Align::Center);
                ui.with_layout(left, |ui| {
                    pen_dot(ui, cx, doc);
                    let command = Command::Palette;
                    let key = shown_key(&command, cx.words).unwrap_or_default();
                    let palette = format!(" · {key} {}", cx.words.status_palette());
                    let font = regular(12.5);
                    let width = |text: &str| {
                        let galley = ui.painter().layout_no_wrap(
                            text.to_owned(),
                            font.clone(),
                            Color32::PLACEHOLDER,
                        );
                        galley.size().x
                    };
                    let hint = match status.gaps {
                        true => cx.words.status_gaps(),
                        false => hint(cx, doc, typing, to_choose),
                    };
                    let room = ui.available_width();
                    let (hint, palette) = fitted(&hint, &palette, room, width);
                    ui.add(egui::Label::new(text(hint)).truncate());
                    // Where there is no room for it there is nothing to be read aloud either.
                    if palette.is_empty() {
                        return;
                    }
                    let palette = egui::Label::new(text(palette)).sense(Sense::click());
                    let response = ui.add(palette.truncate());
                    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
                        out.push(Message::Do(command));
                    }
                });
            });
        });
    });
}

/// As many of the hint's parts as there is room for, the first ones first, and what comes after them.
/// No word is cut: what there is no room for is not there.
fn fitted(hint: &str, after: &str, room: f32, width: impl Fn(&str) -> f32) -> (String, String) {
    let parts: Vec<&str> = hint.split(BETWEEN).collect();
    let most = |room: f32| {
        let said = |count: &usize| parts.get(..*count).unwrap_or_default().join(BETWEEN);
        (1..=parts.len()).rev().map(|count| said(&count)).find(|said| width(said) <= room)
    };
    match (most(room - width(after)), most(room)) {
        (Some(said), _) => (said, after.to_owned()),
        (None, Some(said)) => (said, String::new()),
        (None, None) => Default::default(),
    }
}

/// How safe the work is: `Saved 14:02`, or since when a copy of what is unsaved is kept, if any can be.
fn safety(words: &Words, doc: &Document, status: &Status<'_>) -> String {
    let modified = doc.editor.is_modified();
    let saved = doc.stamp.and_then(|stamp| stamp.modified);
    match (status.saving, modified, status.kept) {
        (true, ..) => words.status_saving(),
        (false, true, _) if status.no_copy => {
            format!("{}{BETWEEN}{}", words.status_unsaved(), words.status_no_copy())
        }
        (false, true, None) => words.status_unsaved(),
        (false, true, Some(kept)) => {
            let copy = words.status_copy(local_time::clock(words, kept));
            format!("{}{BETWEEN}{copy}", words.status_unsaved())
        }
        (false, false, _) => {
            saved.map(|when| words.status_saved(local_time::short(words, when))).unwrap_or_default()
        }
    }
}

/// That the map is only looked at, and the way to change it.
fn only_read_ui(ui: &mut Ui, cx: &Context, doc: &Document, out: &mut Vec<Message>) {
    let (name, message) = match doc.only_read {
        None => return,
        Some(OnlyRead::InUse) => (cx.words.status_edit(), Message::EditAllTheSame),
        Some(OnlyRead::Newer) => (cx.words.status_save_as(), Message::Do(Command::SaveAs)),
    };
    ui.add_space(24.0);
    if link_ui(ui, cx, name) {
        out.push(message);
    }
    let ink = cx.theme.color(Role::Ink);
    ui.add_space(4.0);
    let said = format!("{} ·", cx.words.status_only_read());
    ui.label(RichText::new(said).font(medium(12.5)).color(ink));
}

/// How many conflicts are left in the map, and the way to them.
fn conflicts_ui(ui: &mut Ui, cx: &Context, doc: &Document, out: &mut Vec<Message>) {
    let count = doc.editor.project().conflicts.len();
    if count == 0 {
        return;
    }
    ui.add_space(24.0);
    if link_ui(ui, cx, cx.words.status_choose()) {
        out.push(Message::Do(Command::Conflicts));
    }
    let ink = cx.theme.color(Role::Ink);
    ui.add_space(4.0);
    let said = format!("{} ·", cx.words.status_conflicts(count));
    ui.label(RichText::new(said).font(medium(12.5)).color(ink));
}

/// Words that do something; true when they are pressed.
fn link_ui(ui: &mut Ui, cx: &Context, name: String) -> bool {
    let link = RichText::new(name).font(medium(12.5)).color(cx.theme.color(Role::Accent));
    let response = ui.add(egui::Label::new(link).sense(Sense::click()));
    focus_ring(ui, cx, &response, 4.0);
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}

/// What is left out of the map, and the way to see it again.
fn hidden_ui(ui: &mut Ui, cx: &Context, doc: &Document, out: &mut Vec<Message>) {
    let words = cx.words;
    let text = match doc.hidden() {
        Hidden { any: false, .. } => return,
        Hidden { cards: 0, lanes: 0, .. } => words.status_hidden_parts(),
        Hidden { cards: 0, lanes, .. } => words.status_hidden_lanes(lanes),
        Hidden { cards, .. } => words.status_hidden_cards(cards),
    };
    ui.add_space(24.0);
    if link_ui(ui, cx, words.status_show_all()) {
        out.push(Message::Do(Command::ShowAll));
    }
    let ink = cx.theme.color(Role::Ink);
    ui.add_space(4.0);
    ui.label(RichText::new(format!("{text} ·")).font(medium(12.5)).color(ink));
}

/// What can be done with what is typed, or selected.
fn hint(cx: &Context, doc: &Document, typing: Option<(&Thing, bool)>, to_choose: bool) -> String {
    let words = cx.words;
    match typing {
        None => {}
        Some((Thing::Card(_) | Thing::Point { .. }, false)) => return words.status_typing(),
        Some((Thing::Card(_) | Thing::Point { .. }, true)) => return words.status_typing_over(),
        Some(_) => return words.status_typing_name(),
    }
    if let Some(said) = pen_hint(cx, doc) {
        return said;
    }
    if let Some(scene) = doc.scene.as_deref().filter(|_| to_choose_in(doc, to_choose)) {
        return choose_first(scene, words);
    }
    match doc.selection.things.as_slice() {
        [] if doc.shown_journey().is_some_and(|journey| journey.lanes.is_empty()) => {
            words.status_no_lanes()
        }
        [] if doc.selection.cell.is_some() => match in_curve(doc) {
            true => words.status_cell_curve(),
            false => words.status_cell(),
        },
        [] => words.status_nothing(),
        [Thing::Card(_)] => words.status_card(),
        [Thing::Point { .. }] => words.status_point(),
        [Thing::Phase(_) | Thing::Step(_) | Thing::Lane(_)] => words.status_part(),
        [_] => words.status_other(),
        many => words.status_many(many.len() as u32),
    }
}

/// Has somebody to be chosen before a feeling is set, with the keyboard in a lane of curves or, where
/// nothing is selected, with the pointer there?
fn to_choose_in(doc: &Document, pointed: bool) -> bool {
    match (&doc.selection.cell, doc.scene.as_deref()) {
        (Some(cell), Some(scene)) => has_to_choose(doc, scene, &cell.lane),
        _ => pointed && doc.selection.things.is_empty(),
    }
}

/// Whose curve is drawn, and how; none where the pen is not in the hand.
fn pen_hint(cx: &Context, doc: &Document) -> Option<String> {
    let words = cx.words;
    let held = doc.pen.held()?;
    let scene = doc.scene.as_deref()?;
    let Some((_, persona)) = held.and_then(|id| scene.project.persona(id)) else {
        return Some(words.status_pen_nobody());
    };
    let whose = genitive(&said_name(persona, words), words.lang);
    let count = persons(scene).len().min(Nth::ALL.len());
    Some(match count {
        0 | 1 => words.status_pen_alone(whose),
        count => words.status_pen(whose, count.to_string()),
    })
}

/// A dot in the colour of the pen in the hand.
fn pen_dot(ui: &mut Ui, cx: &Context, doc: &Document) {
    let role = doc.scene.as_deref().zip(doc.pen.persona());
    if let Some(role) = role.map(|(scene, id)| scene.persona_role(id)) {
        let (rect, _) = ui.allocate_exact_size(vec2(18.0, 20.0), Sense::hover());
        let at = rect.left_center() + vec2(5.0, 0.0);
        ui.painter().circle_filled(at, 5.0, cx.theme.color(role));
    }
}

/// Is the selected cell one of an emotion lane?
fn in_curve(doc: &Document) -> bool {
    let cell = doc.selection.cell.as_ref();
    let lane = cell.and_then(|cell| doc.shown_journey()?.lane(&cell.lane));
    lane.is_some_and(|(_, lane)| lane.kind == LaneKind::Emotions)
}

/// What the map in front holds. Only lanes that are others than before are counted again.
#[derive(Default)]
pub(crate) struct Counted {
    /// The map, the language, and how many cards were parked.
    of: Option<(Arc<Journey>, Lang, usize)>,
    lanes: Vec<(Arc<Lane>, Counts)>,
    text: String,
}

impl Counted {
    /// `9 touchpoints · 2 pain points · 68 cards · 2 parked`
    pub(crate) fn text(&mut self, doc: &Document, words: &Words) -> &str {
        let Some(journey) = doc.shown_journey() else { return "" };
        let parked = doc.editor.project().parked.len();
        let same = self.of.as_ref().is_some_and(|(counted, lang, before)| {
            Arc::ptr_eq(counted, journey) && *lang == words.lang && *before == parked
        });
        if !same {
            let counts = self.count(journey);
            self.text = format!(
                "{} · {} · {}",
                words.count_touchpoints(counts.touchpoints),
                words.count_pain_points(counts.pain_points),
                words.count_cards(counts.cards),
            );
            // These are on no map, and the table of all cards counts them too.
            if parked > 0 {
                self.text = format!("{} · {}", self.text, words.count_parked(parked));
            }
            self.of = Some((Arc::clone(journey), words.lang, parked));
        }
        &self.text
    }

    fn count(&mut self, journey: &Journey) -> Counts {
        let before = std::mem::take(&mut self.lanes);
        let lanes = journey.lanes.iter().enumerate().map(|(index, lane)| {
            let same = before.get(index).filter(|(counted, _)| Arc::ptr_eq(counted, lane));
            (lane.clone(), same.map_or_else(|| lane_counts(lane), |(_, counts)| *counts))
        });
        self.lanes = lanes.collect();
        self.lanes.iter().map(|(_, counts)| *counts).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hint_that_has_no_room_loses_whole_parts() {
        let width = |text: &str| text.chars().count() as f32;
        let shown = |room: f32| {
            let (hint, after) = fitted("Drag · Enter edits · Tab", " · All", room, width);
            format!("{hint}{after}")
        };
        assert_eq!(shown(60.0), "Drag · Enter edits · Tab · All");
        assert_eq!(shown(29.0), "Drag · Enter edits · All");
        assert_eq!(shown(12.0), "Drag · All");
        assert_eq!(shown(9.0), "Drag");
        assert_eq!(shown(3.0), "");
    }
}
