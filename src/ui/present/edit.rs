//! A text of the map is edited over the page while it is presented, as one step of history.

use super::texts::{change, has_lines, name, text};
use crate::edit::Change;
use crate::model::{StoryPage, TextOf, plain_text, within_text_max};
use crate::scene::Role;
use crate::ui::kit::buttons::{medium, regular};
use crate::ui::kit::caret::layouter;
use crate::ui::kit::text_field::{fresh_field, take_key};
use crate::ui::{Context, Document};
use egui::{
    Area, Frame, Id, Key, Label, Margin, Order, Rect, RichText, Stroke, TextEdit, Ui, WidgetInfo,
    vec2,
};
use std::sync::Arc;

/// The edge of the field, in screen points.
const EDGE: f32 = 2.0;

/// A text being edited.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Editing {
    /// Whose text it is.
    pub of: TextOf,
    /// The page it stands on.
    page: Arc<StoryPage>,
    text: String,
    before: String,
    /// The field has had the keyboard.
    focused: bool,
}

/// How editing went on in a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AfterPageText {
    /// The field is still open.
    Editing,
    /// Done.
    Done,
    /// Given up.
    Dropped,
    /// Done, and on to the next text, or back (−1).
    Beside(isize),
}

impl Editing {
    /// Edits this text on `page`, over which `heading` stands; none where it is gone.
    pub(crate) fn of(
        of: TextOf,
        page: Arc<StoryPage>,
        heading: &str,
        doc: &Document,
    ) -> Option<Self> {
        let text = text(&of, &page, heading, doc)?;
        let shown = plain_text(&text).into_owned();
        Some(Self { of, page, before: text, text: shown, focused: false })
    }

    /// What has been written so far.
    pub(crate) fn typed(&self) -> &str {
        &self.text
    }

    /// Has nobody written anything?
    pub(crate) fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The change it makes; none where the text is as it was.
    pub(crate) fn change(&self, doc: &Document) -> Option<Change> {
        let text = plain_text(&self.text).replace('\t', " ");
        let text = within_text_max(&text).0.to_owned();
        let text = if has_lines(&self.of) { text } else { text.replace('\n', " ") };
        if text == plain_text(&self.before) {
            return None;
        }
        change(&self.of, &self.page, text, doc)
    }

    /// Somebody else has changed the map: goes on from what both have made of the text.
    pub(crate) fn type_on(&mut self, doc: &Document) {
        // What nobody has written is not somebody else's.
        let now = text(&self.of, &self.page, "", doc).filter(|now| !now.is_empty());
        if let Some(now) = now {
            self.text = plain_text(&now).into_owned();
            self.before = now;
        }
    }

    /// The change so far; the field stays open.
    pub(crate) fn keep(&mut self, doc: &Document) -> Option<Change> {
        let change = self.change(doc)?;
        self.before.clone_from(&self.text);
        Some(change)
    }
}

/// Where a text is edited.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PageText {
    /// The page, in screen points.
    pub window: Rect,
    /// Screen points for each page unit.
    pub unit: f32,
    /// Where the text stands, and how large it is written where that is known, in screen points.
    pub over: Option<(Rect, Option<f32>)>,
    /// What the map says there while nobody has written anything.
    pub hint: String,
}

/// Shows the field where the text stands that it is about, or in the middle of the page.
pub(crate) fn editing_ui(
    ui: &Ui,
    cx: &Context<'_>,
    at: PageText,
    editing: &mut Editing,
) -> AfterPageText {
    let next = ending(ui, has_lines(&editing.of));
    let PageText { window, unit, over, hint } = at;
    let written = over.and_then(|(_, size)| size).unwrap_or(34.0 * unit);
    let size = written.clamp(28.0 * unit, 100.0 * unit).clamp(15.0, 200.0);
    let small = (25.0 * unit).clamp(12.0, 60.0);
    let pad = (20.0 * unit).clamp(10.0, 48.0).round();
    let gap = (8.0 * unit).max(4.0);
    // As wide as the text, which may become longer.
    let least = (window.width() * 0.46).max(300.0);
    let wide = over.map_or(0.0, |(rect, _)| rect.width() + size * 2.0).max(least);
    let wide = wide.min(window.width() - 2.0 * (pad + EDGE)).max(60.0);
    let over_field = ui.fonts_mut(|fonts| fonts.row_height(&medium(small))) + gap;
    let around = vec2(pad + EDGE, pad + EDGE + over_field);
    // What is typed stands where the text stands, where there is room.
    let text_at =
        over.map_or_else(|| window.center() - vec2(wide / 2.0, size * 2.0), |(rect, _)| rect.min);
    // Nothing of the text as it was is seen below it.
    let covers = over.filter(|(_, size)| size.is_some()).map_or(0.0, |(rect, _)| rect.height());
    let most = window.height() * 0.6;
    let id = Id::unique("text edited while presenting");
    let area = Area::new(id).order(Order::Foreground).fixed_pos(text_at - around);
    let name = cx.words.labelled(cx.words.present_edit_title(), name(&editing.of, cx.words));
    area.constrain_to(window).show(ui.ctx(), |ui| {
        let frame = Frame::new()
            .fill(cx.theme.color(Role::Card))
            .stroke(Stroke::new(EDGE, cx.theme.color(Role::Accent)))
            .shadow(ui.visuals().popup_shadow)
            .inner_margin(Margin::same(pad as i8))
            .corner_radius(12);
        frame.show(ui, |ui| {
            ui.set_width(wide);
            ui.spacing_mut().item_spacing.y = gap;
            let muted = cx.theme.color(Role::Muted);
            let title = RichText::new(&name).font(medium(small)).color(muted);
            ui.add(Label::new(title).truncate());
            let field_id = id.with("field");
            if !editing.focused {
                fresh_field(ui, field_id, &editing.text);
            }
            let scroll = egui::ScrollArea::vertical().max_height(most);
            let field = scroll.show(ui, |ui| {
                let mut look = layouter(regular(size), true);
                let field = TextEdit::multiline(&mut editing.text)
                    .id(field_id)
                    .layouter(&mut look)
                    .hint_text(RichText::new(hint).font(regular(size)).color(muted))
                    .frame(Frame::NONE)
                    .margin(Margin::ZERO)
                    .desired_rows(1)
                    .min_size(vec2(0.0, covers.min(most)))
                    .desired_width(f32::INFINITY)
                    .lock_focus(true);
                ui.add(field)
            });
            let field = field.inner;
            field.widget_info(|| WidgetInfo::labeled(egui::Role::MultilineTextInput, true, &name));
            if !editing.focused {
                field.request_focus();
                editing.focused = true;
                ui.ctx().request_repaint();
            }
            let keys = match has_lines(&editing.of) {
                true => cx.words.present_edit_hint(),
                false => cx.words.present_edit_hint_line(),
            };
            let keys = RichText::new(keys).font(regular(small)).color(muted);
            ui.add(Label::new(keys).wrap());
        });
    });
    next
}

/// Takes the key that ends editing away from the field, if one was pressed.
#[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours: egui's keys")]
fn ending(ui: &Ui, has_lines: bool) -> AfterPageText {
    let ended = take_key(ui.ctx(), |key, modifiers| match key {
        Key::Escape => Some(AfterPageText::Dropped),
        Key::Enter if !modifiers.shift || !has_lines => Some(AfterPageText::Done),
        Key::Tab if modifiers.shift => Some(AfterPageText::Beside(-1)),
        Key::Tab => Some(AfterPageText::Beside(1)),
        _ => None,
    });
    ended.unwrap_or(AfterPageText::Editing)
}
