//! The text field on the map. It breaks its lines by the engine that lays out the map, so nothing
//! jumps when typing is done. A caret in right-to-left text goes by egui's rules.

use super::super::Context;
use super::brush::one_line;
use super::typing::{Brushed, Typing};
use crate::model::Thing;
use crate::scene::{Role, Run, Scene, TextEngine, TextPlace};
use crate::ui::kit::caret::{counted, without_returns};
use crate::ui::state::document::canvas_text_id;
use crate::words::Named;
use egui::epaint::text::PlacedRow;
use egui::text::{CCursor, CCursorRange, CharIndex};
use egui::text_edit::TextEditState;
use egui::util::undoer::Undoer;
use egui::{
    EventFilter, Galley, Key, KeyboardShortcut, Modifiers, Rect, Sense, Vec2, WidgetInfo, vec2,
};
use std::sync::Arc;

/// Where what is typed would be smaller than this, in screen points, the map is too far away to be
/// read: the field lies over it, with letters of this size.
const SMALL: f32 = 7.0;
const READ: f32 = 13.0;
/// Around a field that lies over the map, in screen points.
const AROUND: f32 = 8.0;

/// Gives the keyboard to the field while there is no place to show it.
pub(super) fn reserve(ui: &egui::Ui, cx: &Context<'_>, typing: &Typing) {
    if !typing.shown {
        TextEditState::default().store(ui.ctx(), canvas_text_id());
    }
    let nowhere = Rect::from_min_size(ui.max_rect().min, Vec2::ZERO);
    let response = ui.interact(nowhere, canvas_text_id(), Sense::focusable_noninteractive());
    let name = cx.words.command_edit_text();
    response.widget_info(|| WidgetInfo::labeled(egui::Role::MultilineTextInput, true, &name));
    response.request_focus();
}

/// Shows the field at `place`.
#[expect(clippy::too_many_arguments, reason = "one caller, and each is a part of the field")]
pub(super) fn field_ui(
    ui: &mut egui::Ui,
    cx: &Context<'_>,
    engine: &mut TextEngine,
    scene: &Scene,
    typing: &mut Typing,
    place: &TextPlace,
    at: &Brushed,
    clip: Rect,
) -> egui::Response {
    let over = place.style.size * at.zoom < SMALL;
    let zoom = if over { READ / place.style.size } else { at.zoom };
    let mut rows: Option<(String, Arc<Galley>)> = None;
    let mut layouter = |ui: &egui::Ui, buffer: &dyn egui::TextBuffer, _width: f32| {
        let text = buffer.as_str();
        if let Some((_, galley)) = rows.as_ref().filter(|(of, _)| of == text) {
            return galley.clone();
        }
        let galley = Arc::new(broken(ui, engine, text, place, zoom));
        rows = Some((text.to_owned(), galley.clone()));
        galley
    };
    let size = place.rect.size() * zoom;
    let height = size.y.max(place.style.line_height * zoom);
    let rect = Rect::from_min_size(at.screen(place.rect.min), vec2(size.x + 2.0, height));
    let rect = if over { within(rect, at.canvas.shrink(AROUND + 4.0)) } else { rect };
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(rect));
    child.set_clip_rect(if over { at.canvas } else { clip });
    // Over the map it is a box of its own, whatever stands below it.
    let role = if over && place.role == Role::OnColor { Role::Ink } else { place.role };
    if over {
        let edge = egui::Stroke::new(2.0, cx.theme.color(Role::Accent));
        let (rect, fill) = (rect.expand(AROUND), cx.theme.color(Role::Card));
        child.painter().rect(rect, 8.0, fill, edge, egui::StrokeKind::Inside);
    }
    if !typing.shown {
        typing.shown = true;
        // The caret and the undo steps of what was typed before are no business of this text.
        let mut state = TextEditState::default();
        state.cursor.set_char_range(Some(first_selection(typing)));
        if let Some(text) = typing.typed_over() {
            // The first letter is one step of the field's: undo gives back what stood there.
            let end = CCursorRange::one(CCursor::new(CharIndex(text.chars().count())));
            let mut undoer = Undoer::default();
            undoer.add_undo(&(end, text));
            state.set_undoer(undoer);
        }
        state.store(ui.ctx(), canvas_text_id());
        ui.memory_mut(|memory| memory.request_focus(canvas_text_id()));
    }
    let mut filter = EventFilter::default();
    (filter.tab, filter.escape) = (true, true);
    (filter.horizontal_arrows, filter.vertical_arrows) = (true, true);
    let response = egui::TextEdit::multiline(&mut typing.text)
        .id(canvas_text_id())
        .frame(egui::Frame::NONE)
        .margin(egui::Margin::ZERO)
        .desired_width(rect.width())
        .desired_rows(1)
        .text_color(cx.theme.color(role))
        .return_key(KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter))
        .event_filter(filter)
        .layouter(&mut layouter)
        .show(&mut child)
        .response
        .response;
    if typing.text.is_empty()
        && let Some(hint) = hint(cx, scene, &typing.thing)
    {
        let galley = Arc::new(broken(ui, engine, &hint, place, zoom));
        let paint = if role == Role::OnColor { role } else { Role::Muted };
        child.painter().galley(rect.min, galley, cx.theme.color(paint.at(170)));
    }
    let name = cx.words.command_edit_text();
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
    response
}

/// Moved into `room` as far as it goes, its top left corner first.
fn within(rect: Rect, room: Rect) -> Rect {
    let min = rect.min.min(room.max - rect.size()).max(room.min);
    Rect::from_min_size(min, rect.size())
}

/// What stands where a title is empty; none for what is no title.
fn hint(cx: &Context<'_>, scene: &Scene, thing: &Thing) -> Option<String> {
    match thing {
        Thing::Lane(id) => scene.journey.lane(id).map(|(_, lane)| lane.kind.name(cx.words)),
        Thing::Phase(_) | Thing::Step(_) | Thing::Journey(_) | Thing::Persona(_) => {
            Some(cx.words.scene_untitled())
        }
        Thing::Card(_) | Thing::Point { .. } | Thing::Transition(_) => None,
    }
}

fn first_selection(typing: &Typing) -> CCursorRange {
    let end = CCursor::new(CharIndex(typing.text.chars().count()));
    if typing.select_all {
        CCursorRange::two(CCursor::default(), end)
    } else {
        CCursorRange::one(end)
    }
}

/// The text as one galley, with the line breaks of the map.
pub(super) fn broken(
    ui: &egui::Ui,
    engine: &mut TextEngine,
    text: &str,
    place: &TextPlace,
    zoom: f32,
) -> Galley {
    let laid_out = engine.layout(text, &place.style, Some(place.rect.width()));
    let size = place.style.size * zoom;
    let height = place.style.line_height * zoom;
    let job = Arc::new(one_line(&without_returns(text), place.style.face, size));
    let mut hard = Vec::with_capacity(laid_out.lines.len());
    let galleys: Vec<Arc<Galley>> = ui.fonts_mut(|fonts| {
        // Of a text too long to be laid out the rest is on the last line, for the caret.
        let begins = |index: usize| match laid_out.lines.get(index) {
            Some(line) => text.floor_char_boundary(line.range.start),
            None => text.len(),
        };
        let lines = (0..laid_out.lines.len()).map(|index| {
            let said = text.get(begins(index)..begins(index + 1)).unwrap_or("");
            let bare = said.strip_suffix('\n').unwrap_or(said);
            hard.push(bare.len() < said.len());
            let mut job = one_line(bare, place.style.face, size);
            for section in &mut job.sections {
                section.format.line_height = Some(height);
            }
            fonts.layout_job(job)
        });
        lines.collect()
    });
    let galleys: Vec<_> = galleys.into_iter().map(|line| counted(ui, line)).collect();
    let mut dash = one_line("-", place.style.face, size);
    dash.sections.iter_mut().for_each(|section| section.format.line_height = Some(height));
    let dash = ui.fonts_mut(|fonts| fonts.layout_job(dash));
    let mut galley = Galley::concat(job, &galleys, ui.pixels_per_point());
    for ((row, hard), line) in galley.rows.iter_mut().zip(hard).zip(&laid_out.lines) {
        row.ends_with_newline = hard;
        if line.runs.last().is_some_and(Run::is_hyphen) {
            add_hyphen(row, &dash);
        }
    }
    galley
}

/// Draws a hyphen at a row's end. It is no character: the caret never stands behind it.
fn add_hyphen(row: &mut PlacedRow, dash: &Galley) {
    let Some(drawn) = dash.rows.first() else { return };
    let row = Arc::make_mut(&mut row.row);
    let by = vec2(row.size.x, 0.0);
    let mut mesh = drawn.visuals.mesh.clone();
    mesh.translate(by);
    let visuals = &mut row.visuals;
    visuals.mesh.append(mesh);
    visuals.mesh_bounds |= drawn.visuals.mesh_bounds.translate(by);
    visuals.glyph_vertex_range.end = visuals.mesh.vertices.len();
}
