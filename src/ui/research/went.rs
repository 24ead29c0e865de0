//! Where do passages of a text go? Said below their paragraph, beside each other, in as many rows as
//! that takes.

use super::known::{KnownResearch, PassageMark};
use crate::edit::let_passage_go;
use crate::model::{Source, Thing};
use crate::ui::kit::buttons::{focus_ring, regular};
use crate::ui::kit::tooltip::Tip as _;
use crate::ui::{Context, Document, Message, Selection};
use egui::text::{CCursor, LayoutJob, TextWrapping};
use egui::{CursorIcon, Galley, Pos2, Rect, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};
use std::collections::HashMap;
use std::sync::Arc;

/// How high a line of the text is, and a row of these.
pub(super) const LINE: f32 = 23.0;
/// Between two in a row.
const APART: f32 = 18.0;

/// What is said of a passage, and where.
pub(super) struct WentNote {
    said: Arc<Galley>,
    /// From the upper left corner of the line below the paragraph.
    at: Vec2,
    /// The line, by characters.
    below: usize,
}

/// What is said below the paragraphs of a text.
pub(super) struct Went {
    notes: Vec<Option<WentNote>>,
    /// The lines that it stands in, by bytes, with how many rows each has.
    rows: HashMap<usize, usize>,
}

impl Went {
    /// Places the notes of all passages in rows no wider than `room`; a note that is wider by itself
    /// is shortened.
    pub(super) fn of(ui: &Ui, cx: &Context<'_>, known: &KnownResearch, room: f32) -> Self {
        let mut ends: HashMap<usize, (usize, f32)> = HashMap::new();
        let mut rows: HashMap<usize, usize> = HashMap::new();
        let mut place = |mark: &PassageMark| {
            let (below, line) = mark.below?;
            let text = format!("{}  {}", mark.icon(), mark.label);
            let color = cx.theme.color(mark.voice);
            let mut job = LayoutJob::simple_singleline(text, regular(12.5), color);
            job.wrap = TextWrapping::truncate_at_width(room.max(60.0));
            let said = ui.painter().layout_job(job);
            let (row, right) = ends.entry(below).or_insert((0, 0.0));
            (*row, *right) = next_place((*row, *right), said.size().x, room);
            let at = vec2(*right, *row as f32 * LINE);
            *right += said.size().x + APART;
            rows.insert(line, *row + 1);
            Some(WentNote { said, at, below })
        };
        let notes = known.marks.iter().map(&mut place).collect();
        Self { notes, rows }
    }

    /// The passages of which something is said.
    pub(super) fn notes<'a>(
        &'a self,
        known: &'a KnownResearch,
    ) -> impl Iterator<Item = (&'a PassageMark, &'a WentNote)> {
        known.marks.iter().zip(&self.notes).filter_map(|(mark, note)| Some((mark, note.as_ref()?)))
    }

    /// The empty lines that are higher than others, by bytes.
    pub(super) fn lines(&self) -> impl Iterator<Item = usize> {
        self.rows.iter().filter(|(_, rows)| **rows > 1).map(|(line, _)| *line)
    }

    /// How many rows the line that begins at this byte has.
    pub(super) fn rows_at(&self, line: usize) -> usize {
        self.rows.get(&line).copied().unwrap_or(1)
    }

    /// How much more room the last line of the text takes than it has itself.
    pub(super) fn below_all(&self, source: &Source) -> f32 {
        (self.rows_at(source.notes.len()) - 1) as f32 * LINE
    }
}

/// Where the next of a row stands that has come to `right`, or in the row after it.
fn next_place((row, right): (usize, f32), wide: f32, room: f32) -> (usize, f32) {
    if right > 0.0 && right + wide > room { (row + 1, 0.0) } else { (row, right) }
}

/// Says below the paragraph where a passage went; a click goes there.
pub(super) fn went_ui(
    ui: &Ui,
    cx: &Context<'_>,
    doc: &Document,
    source: &Source,
    (mark, note): (&PassageMark, &WentNote),
    (galley, origin): (&Galley, Pos2),
    out: &mut Vec<Message>,
) {
    let line = galley.pos_from_cursor(CCursor::new(note.below));
    let corner = pos2(origin.x, origin.y + line.min.y) + note.at;
    let rect = Rect::from_min_size(corner, vec2(note.said.size().x, LINE));
    let id = ui.scope_id().with(("went", &mark.passage.id));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &mark.label));
    let at = pos2(rect.left(), rect.center().y - note.said.size().y / 2.0 - 1.0);
    ui.painter().galley(at, note.said.clone(), cx.theme.color(mark.voice));
    focus_ring(ui, cx, &response, 4.0);
    if response.clicked()
        && let Some(card) = mark.card.clone()
    {
        let thing = Thing::Card(card);
        out.push(Message::Show(thing.clone()));
        out.push(Message::Select(Selection::of(thing)));
    }
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    let response = match note.said.elided {
        true => response.tip(|| mark.label.clone()),
        false => response,
    };
    response.context_menu(|ui| {
        if ui.button(cx.words.edit_let_passage_go()).clicked() {
            let project = doc.editor.committed();
            let change = let_passage_go(project, &source.id, &mark.passage.id);
            out.extend(change.map(Message::Edit));
            ui.close();
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_room_in_a_row_begins_the_next() {
        let rows = [
            // The first of a row stands there however wide it is.
            ((0, 0.0), 500.0, (0, 0.0)),
            ((0, 118.0), 100.0, (0, 118.0)),
            ((0, 218.0), 100.0, (1, 0.0)),
            ((2, 118.0), 182.5, (3, 0.0)),
        ];
        for (from, wide, expected) in rows {
            assert_eq!(next_place(from, wide, 300.0), expected, "{from:?} {wide}");
        }
    }
}
