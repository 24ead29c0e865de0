//! A text of the map is edited over the page while it is presented, as one step of history.

use super::notes::with_page;
use crate::edit::{Change, Thing};
use crate::model::{PageKind, StoryPage, TEXT_MAX};
use crate::scene::Role;
use crate::ui::canvas::{text_of, with_text};
use crate::ui::caret::layouter;
use crate::ui::tabs::fresh_field;
use crate::ui::widgets::{medium, regular};
use crate::ui::{Context, Document};
use egui::{
    Area, Event, Frame, Id, Key, Margin, Order, Rect, RichText, Stroke, TextEdit, Ui, WidgetInfo,
    vec2,
};
use std::sync::Arc;

/// What is edited.
#[derive(Clone, Debug, PartialEq)]
pub enum Subject {
    /// Something of the map.
    Thing(Thing),
    /// What a page of text says.
    Page(Arc<StoryPage>),
}

/// A text being edited.
#[derive(Clone, Debug, PartialEq)]
pub struct Editing {
    /// What it belongs to.
    pub subject: Subject,
    text: String,
    before: String,
    /// The field has had the keyboard.
    focused: bool,
}

/// How editing went on in a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
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
    /// Edits this; none where it has no text, or is gone.
    pub fn of(subject: Subject, doc: &Document) -> Option<Self> {
        let text = match &subject {
            Subject::Thing(thing) => text_of(doc, thing)?,
            Subject::Page(page) => page.text.clone(),
        };
        Some(Self { subject, before: text.clone(), text, focused: false })
    }

    /// The change it makes; none where the text is as it was.
    pub fn change(&self, doc: &Document) -> Option<Change> {
        let text = self.text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
        let text: String = text.chars().take(TEXT_MAX).collect();
        let text = if self.has_lines() { text } else { text.replace('\n', " ") };
        if text == self.before {
            return None;
        }
        match &self.subject {
            Subject::Thing(thing) => with_text(doc, thing, &text),
            Subject::Page(page) => with_page(doc, page, |page| page.text = text),
        }
    }

    /// The change so far; the field stays open.
    pub fn keep(&mut self, doc: &Document) -> Option<Change> {
        let change = self.change(doc)?;
        self.before.clone_from(&self.text);
        Some(change)
    }

    /// May it have several lines?
    fn has_lines(&self) -> bool {
        matches!(
            self.subject,
            Subject::Page(_) | Subject::Thing(Thing::Card(_) | Thing::Point { .. })
        )
    }
}

/// What can be edited on a page of the story that shows these things.
pub fn subjects(page: &Arc<StoryPage>, things: Vec<Thing>) -> Vec<Subject> {
    let text = matches!(page.kind, PageKind::Text).then(|| Subject::Page(page.clone()));
    text.into_iter().chain(things.into_iter().map(Subject::Thing)).collect()
}

/// Shows the field in `window`, over what stands at `over` (screen points).
pub fn editing_ui(
    ui: &Ui,
    cx: &Context<'_>,
    window: Rect,
    over: Option<Rect>,
    editing: &mut Editing,
) -> Next {
    let next = ending(ui, editing.has_lines());
    let unit = window.height() / 1080.0;
    let width = (window.width() * 0.46).clamp(260.0_f32.min(window.width()), 900.0);
    let size = (34.0 * unit).clamp(15.0, 40.0);
    let middle = over.map_or(window.center(), |rect| rect.center());
    let high = window.height() * 0.6;
    let corner = middle - vec2(width / 2.0, size * 2.0);
    let id = Id::unique("text edited while presenting");
    let area = Area::new(id).order(Order::Foreground).fixed_pos(corner).constrain_to(window);
    area.show(ui.ctx(), |ui| {
        let frame = Frame::new()
            .fill(cx.theme.color(Role::Card))
            .stroke(Stroke::new(2.0, cx.theme.color(Role::Accent)))
            .shadow(ui.visuals().popup_shadow)
            .inner_margin(Margin::same(18))
            .corner_radius(12);
        frame.show(ui, |ui| {
            ui.set_width(width - 40.0);
            let title = RichText::new(cx.words.present_edit_title()).font(medium(13.0));
            ui.label(title.color(cx.theme.color(Role::Muted)));
            let scroll = egui::ScrollArea::vertical().max_height(high);
            let field_id = id.with("field");
            if !editing.focused {
                fresh_field(ui, field_id, &editing.text);
            }
            let field = scroll.show(ui, |ui| {
                let mut look = layouter(regular(size), true);
                let field = TextEdit::multiline(&mut editing.text)
                    .id(field_id)
                    .layouter(&mut look)
                    .desired_rows(1)
                    .desired_width(f32::INFINITY)
                    .lock_focus(true);
                ui.add(field)
            });
            let field = field.inner;
            let label = cx.words.present_edit_title();
            field.widget_info(|| WidgetInfo::labeled(egui::Role::MultilineTextInput, true, &label));
            if !editing.focused {
                field.request_focus();
                editing.focused = true;
                ui.ctx().request_repaint();
            }
            let hint = RichText::new(cx.words.present_edit_hint()).font(regular(12.5));
            ui.add(egui::Label::new(hint.color(cx.theme.color(Role::Muted))).wrap());
        });
    });
    next
}

/// Takes the key that ends editing away from the field, if one was pressed.
fn ending(ui: &Ui, has_lines: bool) -> Next {
    let mut next = Next::Editing;
    ui.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key { key, pressed: true, modifiers, .. } = event else { return true };
            next = match key {
                Key::Escape => Next::Dropped,
                Key::Enter if !modifiers.shift || !has_lines => Next::Done,
                Key::Tab if modifiers.shift => Next::Beside(-1),
                Key::Tab => Next::Beside(1),
                _ => return true,
            };
            false
        });
    });
    next
}
