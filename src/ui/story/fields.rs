//! The fields of the chosen page: its title, its text, and what only the presenter sees.

use super::StoryPanel;
use crate::edit::story::changed;
use crate::model::{Id, PageKind, StoryPage, TEXT_MAX, Version};
use crate::scene::Role;
use crate::ui::inspector::{menu, plain_chip};
use crate::ui::kit::buttons::{medium, regular};
use crate::ui::kit::caret::layouter;
use crate::ui::kit::keyboard::has_keyboard;
use crate::ui::kit::local_time::today;
use crate::ui::kit::text_field::{Left, left, select_all};
use crate::ui::{Context, Document, Message};
use crate::words::read_due;
use egui::{Margin, RichText, ScrollArea, TextEdit, Ui, WidgetInfo};

/// What is typed, shown on the map as it is typed and made when the field is left.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PageDraft {
    page: Id,
    field: StoryField,
    text: String,
}

/// A field of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum StoryField {
    /// Its heading.
    Title,
    /// What it says.
    Text,
    /// A figure shown large.
    Figure,
    /// Who decides, on a page that asks for that.
    DecidedBy,
    /// By when.
    DecidedOn,
    /// What only the presenter sees.
    Notes,
}

impl StoryField {
    fn of(self, page: &mut StoryPage) -> &mut String {
        match self {
            Self::Title => &mut page.title,
            Self::Text => &mut page.text,
            Self::Figure => &mut page.figure,
            Self::DecidedBy => &mut page.decided_by,
            Self::DecidedOn => &mut page.decided_on,
            Self::Notes => &mut page.notes,
        }
    }

    /// Of its widget: one for each page, since it keeps what was typed to undo it.
    fn id(self, journey: &Id, page: &Id) -> egui::Id {
        egui::Id::unique(("story field", self, journey.as_str(), page.as_str()))
    }
}

impl StoryPanel {
    pub(super) fn fields_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context,
        doc: &Document,
        out: &mut Vec<Message>,
    ) {
        let words = cx.words;
        let Some(page) = self.pages.get(self.at()).cloned() else { return };
        let given = match page.title.is_empty() {
            true => self.pictures.known(&page).map(|(title, _)| title.to_owned()),
            false => None,
        };
        let hint = given.unwrap_or_default();
        self.field_ui(
            ui,
            cx,
            doc,
            &page,
            StoryField::Title,
            (&words.story_field_title(), &hint),
            out,
        );
        if page.kind == PageKind::Text {
            let label = words.story_field_text();
            let hint = words.story_text_hint();
            self.field_ui(ui, cx, doc, &page, StoryField::Text, (&label, &hint), out);
            let (label, hint) = (words.story_field_figure(), words.story_figure_hint());
            self.field_ui(ui, cx, doc, &page, StoryField::Figure, (&label, &hint), out);
            self.picture_ui(ui, cx, doc, &page, out);
        }
        if page.kind == PageKind::Ask {
            let label = words.story_field_decided_by();
            self.field_ui(ui, cx, doc, &page, StoryField::DecidedBy, (&label, ""), out);
            let (label, hint) = (words.story_field_decided_on(), words.inspector_due_hint());
            self.field_ui(ui, cx, doc, &page, StoryField::DecidedOn, (&label, &hint), out);
        }
        if page.kind == PageKind::Learned {
            self.since_ui(ui, cx, doc, &page, out);
        }
        let (label, hint) = (words.story_field_notes(), words.story_notes_hint());
        self.field_ui(ui, cx, doc, &page, StoryField::Notes, (&label, &hint), out);
    }

    /// The picture of a page: chosen, changed, taken away.
    fn picture_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context,
        doc: &Document,
        page: &StoryPage,
        out: &mut Vec<Message>,
    ) {
        let (words, muted) = (cx.words, cx.theme.color(Role::Muted));
        ui.label(RichText::new(words.picture()).font(medium(12.5)).color(muted));
        ui.horizontal_wrapped(|ui| {
            let choose = match page.image {
                Some(_) => words.picture_change(),
                None => words.picture_choose(),
            };
            if plain_chip(ui, cx.theme, &choose).clicked() {
                out.push(Message::PagePicture(page.id.clone()));
            }
            let has = page.image.is_some();
            if has && plain_chip(ui, cx.theme, &words.picture_remove()).clicked() {
                let pages = changed(&self.pages, self.at(), |page| page.image = None);
                self.put(&pages, doc, out);
            }
        });
        ui.add_space(6.0);
    }

    /// The named version that the page says what has changed since.
    fn since_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context,
        doc: &Document,
        page: &StoryPage,
        out: &mut Vec<Message>,
    ) {
        let (words, muted) = (cx.words, cx.theme.color(Role::Muted));
        let label = words.story_field_since();
        ui.label(RichText::new(&label).font(medium(12.5)).color(muted));
        let versions = &doc.editor.project().versions;
        if versions.is_empty() {
            let text = RichText::new(words.story_since_no_versions()).font(regular(12.5));
            ui.add(egui::Label::new(text.color(muted)).wrap());
            ui.add_space(6.0);
            return;
        }
        let called = |version: &Version| match version.name.trim() {
            "" => words.thing_untitled(),
            name => name.to_owned(),
        };
        let chosen = page.since_version.as_ref();
        let place = versions.index_where(|version| Some(&version.id) == chosen);
        let shown = place.and_then(|place| versions.get(place));
        let shown = shown.map_or_else(|| words.story_since_none(), |version| called(version));
        let name = words.labelled(&label, &shown);
        let picked = menu(ui, cx.theme, &shown, &name, || {
            let none = (words.story_since_none(), place.is_none());
            let each = versions.iter().enumerate();
            let each = each.map(|(at, version)| (called(version), Some(at) == place));
            std::iter::once(none).chain(each).collect()
        });
        ui.add_space(6.0);
        if let Some(index) = picked {
            let version = index.checked_sub(1).and_then(|at| versions.get(at));
            let id = version.map(|version| version.id.clone());
            let pages = changed(&self.pages, self.at(), |page| page.since_version.clone_from(&id));
            self.put(&pages, doc, out);
        }
    }

    #[expect(clippy::too_many_arguments, reason = "one caller; each is a part of the field")]
    fn field_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context,
        doc: &Document,
        page: &StoryPage,
        field: StoryField,
        (label, hint): (&str, &str),
        out: &mut Vec<Message>,
    ) {
        let muted = cx.theme.color(Role::Muted);
        ui.label(RichText::new(label).font(medium(12.5)).color(muted));
        let here = |draft: &&PageDraft| draft.page == page.id && draft.field == field;
        let draft = self.draft.as_ref().filter(here).map(|draft| draft.text.clone());
        let mut text = draft.unwrap_or_else(|| field.of(&mut page.clone()).clone());
        let one_line = matches!(
            field,
            StoryField::Title | StoryField::Figure | StoryField::DecidedBy | StoryField::DecidedOn
        );
        let (font, lines) = (regular(13.5), !one_line);
        let mut layouter = layouter(font.clone(), lines);
        let edit = match lines {
            true => TextEdit::multiline(&mut text).desired_rows(3),
            false => TextEdit::singleline(&mut text),
        };
        let id = field.id(&doc.journey, &page.id);
        let edit = edit
            .id(id)
            .layouter(&mut layouter)
            .font(font)
            .hint_text(hint)
            .char_limit(TEXT_MAX)
            .margin(Margin::symmetric(9, 7))
            .desired_width(f32::INFINITY);
        let response = match lines {
            true => {
                let scroll = ScrollArea::vertical().id_salt(field).max_height(96.0);
                scroll.show(ui, |ui| ui.add(edit)).inner
            }
            false => ui.add(edit),
        };
        let role = if lines { egui::Role::MultilineTextInput } else { egui::Role::TextInput };
        response.widget_info(|| WidgetInfo::labeled(role, true, label));
        ui.add_space(6.0);
        let chosen = field == StoryField::Title && page.id == self.chosen;
        if chosen && std::mem::take(&mut self.naming) {
            response.request_focus();
            select_all(ui, id, &text);
        }
        if response.changed() {
            let pages = changed(&self.pages, self.at(), |page| field.of(page).clone_from(&text));
            out.extend(self.wanted(&pages, doc).map(Message::Preview));
            self.draft = Some(PageDraft { page: page.id.clone(), field, text });
        }
        let is_drawn = self.draft.as_ref().is_some_and(|draft| draft.field == field);
        if is_drawn && !has_keyboard(&response) {
            self.draft = None;
            let escaped = left(ui, &response) == Some(Left::ByEscape);
            // A day is kept as all of them are in the file; what is none stays as it was written.
            let typed = field.of(&mut page.clone()).clone();
            let is_day = field == StoryField::DecidedOn && !escaped;
            let read = is_day.then(|| read_due(&typed, today())).flatten();
            if let Some(read) = read.filter(|read| *read != typed) {
                let pages = changed(&self.pages, self.at(), |one| field.of(one).clone_from(&read));
                out.extend(self.wanted(&pages, doc).map(Message::Preview));
            }
            out.push(if escaped { Message::Cancel } else { Message::Commit });
            self.back |= field == StoryField::Title;
        }
    }
}
