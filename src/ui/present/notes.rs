//! The presenter's notes for each page, kept in the file.

use crate::edit::Change;
use crate::edit::story::{changed, kept};
use crate::insight::story;
use crate::model::{StoryPage, TEXT_MAX};
use crate::scene::Role;
use crate::ui::caret::layouter;
use crate::ui::widgets::regular;
use crate::ui::{Context, Document, Message};
use egui::{Id, RichText, ScrollArea, TextEdit, Ui, WidgetInfo, vec2};
use std::sync::Arc;

/// The notes of the page that is shown, as they are being written.
#[derive(Default)]
pub struct Notes {
    page: Option<Arc<StoryPage>>,
    text: String,
    /// The field has the keyboard.
    pub focused: bool,
}

impl Notes {
    /// The notes of `page`, unless they are being written already.
    pub fn follow(&mut self, page: Option<&Arc<StoryPage>>) {
        let same = |old: &Arc<StoryPage>| {
            page.is_some_and(|page| old.same_place(page) && old.notes == page.notes)
        };
        if self.page.as_ref().is_some_and(same) {
            return;
        }
        self.page = page.cloned();
        self.text = page.map(|page| page.notes.clone()).unwrap_or_default();
    }

    /// Keeps what has been written, where that is not kept yet.
    pub fn leave(&mut self, doc: &Document, out: &mut Vec<Message>) {
        let Some(page) = self.page.take() else { return };
        if page.notes != self.text {
            let notes: String = self.text.chars().take(TEXT_MAX).collect();
            let page = StoryPage { notes, ..StoryPage::clone(&page) };
            out.extend(with_page(doc, page).map(Message::Edit));
        }
    }
}

/// The change that keeps `page` as it is given, in its place among the others; none where nothing
/// would change. What is chosen for other pages stays, and so does their order.
pub fn with_page(doc: &Document, page: StoryPage) -> Option<Change> {
    let project = doc.editor.project();
    let (_, journey) = project.journey(&doc.journey)?;
    let pages = story(project, journey);
    let at = pages.iter().position(|one| one.same_place(&page))?;
    if pages[at] == page {
        return None;
    }
    let pages = changed(&pages, at, |one| *one = page);
    Some(Change::PutStory(kept(project, journey, &pages)))
}

/// Shows the notes and lets them be written; keeps them when the keyboard goes elsewhere.
pub fn notes_ui(
    ui: &mut Ui,
    cx: &Context<'_>,
    doc: &Document,
    notes: &mut Notes,
    out: &mut Vec<Message>,
) {
    let height = ui.available_height();
    let mut left = false;
    ScrollArea::vertical().id_salt("notes").max_height(height).show(ui, |ui| {
        let font = regular(17.0);
        let hint = RichText::new(cx.words.present_notes_hint()).font(font.clone());
        let mut look = layouter(font, true);
        let field = TextEdit::multiline(&mut notes.text)
            .id(Id::unique("presenter's notes"))
            .layouter(&mut look)
            .hint_text(hint.color(cx.theme.color(Role::Muted)))
            .margin(egui::Margin::same(12))
            .min_size(vec2(0.0, (height - 6.0).max(0.0)))
            .desired_width(f32::INFINITY);
        let enabled = notes.page.is_some();
        let field = ui.add_enabled(enabled, field);
        let label = cx.words.present_notes();
        field.widget_info(|| WidgetInfo::labeled(egui::Role::MultilineTextInput, enabled, &label));
        left = field.lost_focus();
        notes.focused = field.has_focus();
    });
    if left {
        let page = notes.page.clone();
        notes.leave(doc, out);
        // Until the change is made the field shows what was written.
        let text = std::mem::take(&mut notes.text);
        notes.page =
            page.map(|page| Arc::new(StoryPage { notes: text.clone(), ..StoryPage::clone(&page) }));
        notes.text = text;
    }
}
