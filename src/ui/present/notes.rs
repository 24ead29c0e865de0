//! The presenter's notes for each page, kept in the file.

use crate::edit::Change;
use crate::edit::story::{changed, kept};
use crate::insight::story;
use crate::model::{StoryPage, within_text_max};
use crate::scene::Role;
use crate::ui::kit::buttons::{focus_ring, named, regular, semibold};
use crate::ui::kit::caret::layouter;
use crate::ui::kit::keyboard::has_keyboard;
use crate::ui::kit::tooltip::Tip as _;
use crate::ui::{Context, Document, Message};
use egui::{Align, Button, Id, Layout, RichText, ScrollArea, TextEdit, Ui, WidgetInfo, vec2};
use std::sync::Arc;

/// The notes of the page that is shown, as they are being written.
#[derive(Default)]
pub(crate) struct Notes {
    page: Option<Arc<StoryPage>>,
    text: String,
    /// The field has the keyboard.
    pub focused: bool,
}

impl Notes {
    /// The notes of `page`, unless they are being written already.
    pub(crate) fn follow(&mut self, page: Option<&Arc<StoryPage>>) {
        let same = |old: &Arc<StoryPage>| {
            page.is_some_and(|page| old.same_place(page) && old.notes == page.notes)
        };
        if self.page.as_ref().is_some_and(same) {
            // All but the notes may have changed meanwhile.
            self.page = page.cloned();
            return;
        }
        self.page = page.cloned();
        self.text = page.map(|page| page.notes.clone()).unwrap_or_default();
    }

    /// Keeps what has been written, where that is not kept yet.
    pub(crate) fn leave(&mut self, doc: &Document, out: &mut Vec<Message>) {
        out.extend(self.change(doc).map(Message::Edit));
        self.page = None;
    }

    /// The change that keeps what has been written; none where it is kept.
    pub(crate) fn change(&self, doc: &Document) -> Option<Change> {
        let page = self.page.as_ref().filter(|page| page.notes != self.text)?;
        let notes = within_text_max(&self.text).0.to_owned();
        with_page(doc, page, |page| page.notes = notes)
    }

    /// What has been written.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }
}

/// The change that does this to `page` as it is now; none where nothing would change. All else that
/// is kept of it and of other pages stays.
pub(crate) fn with_page(
    doc: &Document,
    page: &StoryPage,
    set: impl FnOnce(&mut StoryPage),
) -> Option<Change> {
    let project = doc.editor.project();
    let (_, journey) = project.journey(&doc.journey)?;
    let pages = story(project, journey);
    let at = pages.iter().position(|one| one.same_place(page))?;
    let after = changed(&pages, at, set);
    if after[at] == pages[at] {
        return None;
    }
    let pages = after;
    Some(Change::PutStory(kept(project, journey, &pages)))
}

/// How large notes may be, in points, and by how much they grow at a time.
const SIZES: (u8, u8, u8) = (12, 44, 3);

/// Makes the notes smaller and larger: somebody reads them standing, at arm's length.
pub(crate) fn notes_size_ui(ui: &mut Ui, cx: &Context<'_>, size: &mut u8) {
    let (least, most, step) = SIZES;
    *size = (*size).clamp(least, most);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let larger = (size.saturating_add(step).min(most), "A+", cx.words.present_notes_larger());
        let smaller =
            (size.saturating_sub(step).max(least), "A−", cx.words.present_notes_smaller());
        for (to, sign, label) in [larger, smaller] {
            let text = RichText::new(sign).font(semibold(13.0));
            let button = Button::new(text.color(cx.theme.color(Role::Ink)))
                .fill(cx.theme.color(Role::Chip))
                .corner_radius(7)
                .min_size(vec2(38.0, 22.0));
            let response = ui.add_enabled(to != *size, button);
            named(&response, &label);
            focus_ring(ui, cx, &response, 8.0);
            if response.tip(|| &label).clicked() {
                *size = to;
            }
        }
    });
}

/// Shows the notes, `size` points large, and lets them be written; keeps them when the keyboard goes
/// elsewhere.
pub(crate) fn notes_ui(
    ui: &mut Ui,
    cx: &Context<'_>,
    doc: &Document,
    notes: &mut Notes,
    size: u8,
    out: &mut Vec<Message>,
) {
    let height = ui.available_height();
    let mut left = false;
    ScrollArea::vertical().id_salt("notes").max_height(height).show(ui, |ui| {
        let font = regular(f32::from(size));
        let hint = RichText::new(cx.words.present_notes_hint()).font(font.clone());
        let mut look = layouter(font, true);
        // Each page's notes have steps of their own to take back.
        let id = Id::unique(("presenter's notes", notes.page.as_ref().map(|page| &page.id)));
        let field = TextEdit::multiline(&mut notes.text)
            .id(id)
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
        notes.focused = has_keyboard(&field);
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
