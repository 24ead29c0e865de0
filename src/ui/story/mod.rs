//! The pages of the presentation beside the map: in order, as small pictures, to be moved, hidden,
//! added, named and given notes.
//!
//! What stands there is [`insight::story`](crate::insight::story) of the project as it is shown; the
//! panel keeps no page of its own. Each change is one [`Change::PutStory`].

mod add;
mod details_place;
mod fields;
mod keys;
mod list;
mod page_pictures;
mod row;

use super::kit::buttons::{icon_button, semibold};
use super::state::command::Command;
use super::state::document::canvas_id;
use super::story::page_pictures::PagePictures;
use super::{Context, Document, Message};
use crate::edit::{Change, story};
use crate::insight;
use crate::model::{Id, Project, StoryPage};
use crate::scene::Role;
use crate::scene::icon;
use add::ChartOffer;
use egui::{Align, Frame, Layout, Margin, Panel, RichText, Ui, vec2};
use fields::PageDraft;
use std::sync::Arc;

/// How wide the panel is at first, in points.
const WIDTH: f32 = 372.0;

/// What the panel remembers.
#[derive(Default)]
pub(crate) struct StoryPanel {
    open: bool,
    /// The pages, and what they were made from.
    of: Option<(Arc<Project>, Id)>,
    pages: Arc<Vec<StoryPage>>,
    /// They stand otherwise than the map has them.
    reordered: bool,
    /// The charts that could be pages, each with why it has nothing to show; asked for once.
    charts: Option<Arc<[ChartOffer]>>,
    /// The page that is chosen.
    chosen: Id,
    /// The row of the chosen page, as it has the keyboard.
    row_id: Option<egui::Id>,
    /// How far down in the list it stands.
    row_y: Option<f32>,
    /// The chosen page is to get the keyboard.
    follow: bool,
    /// It is to get the keyboard unless something else has got it.
    back: bool,
    /// The field for its title is to get the keyboard.
    naming: bool,
    /// The page that is dragged.
    dragged: Option<usize>,
    /// What is typed and not yet made.
    draft: Option<PageDraft>,
    pictures: PagePictures,
}

impl StoryPanel {
    /// Is it shown?
    pub(crate) fn is_open(&self) -> bool {
        self.open
    }

    /// The page that is chosen while it is shown.
    pub(crate) fn chosen_page(&self) -> Option<&StoryPage> {
        self.pages.get(self.at()).filter(|_| self.open)
    }

    /// Shows it, with the keyboard in it, or hides it.
    pub(crate) fn toggle(&mut self, ctx: &egui::Context) {
        self.open = !self.open;
        self.follow = self.open;
        if !self.open {
            ctx.memory_mut(|memory| memory.request_focus(canvas_id()));
        }
    }

    /// Another file is shown.
    pub(crate) fn forget(&mut self) {
        *self = Self { open: self.open, ..Self::default() };
    }

    /// Where the chosen page is; the first one where it is gone.
    fn at(&self) -> usize {
        self.pages.iter().position(|page| page.id == self.chosen).unwrap_or(0)
    }

    /// Chooses the page at `at`, or the last one.
    fn choose(&mut self, at: usize) {
        if let Some(page) = self.pages.get(at.min(self.pages.len().saturating_sub(1))) {
            self.chosen = page.id.clone();
            self.follow = true;
        }
    }

    /// Looks the pages up anew where the project is another.
    fn refresh(&mut self, doc: &Document) {
        let project = doc.editor.project();
        let same = |(of, journey): &(Arc<Project>, Id)| {
            Arc::ptr_eq(of, project) && *journey == doc.journey
        };
        if self.of.as_ref().is_some_and(same) {
            return;
        }
        self.of = Some((project.clone(), doc.journey.clone()));
        self.charts = None;
        let journey = project.journey(&doc.journey);
        let pages = journey.map(|(_, one)| insight::story(project, one)).unwrap_or_default();
        self.pages = Arc::new(pages);
        if !self.pages.iter().any(|page| page.id == self.chosen) {
            self.chosen = self.pages.first().map(|page| page.id.clone()).unwrap_or_default();
        }
        self.reordered = self.ordered(doc) != *self.pages;
        self.dragged = self.dragged.filter(|at| *at < self.pages.len());
    }

    /// Shows the panel while it is open, left of the map.
    pub(crate) fn story_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context,
        doc: &mut Document,
        out: &mut Vec<Message>,
    ) {
        if !self.open {
            return;
        }
        self.refresh(doc);
        let frame = Frame::new().fill(cx.theme.color(Role::Panel));
        Panel::left("story").default_size(WIDTH).size_range(300.0..=560.0).frame(frame).show(
            ui,
            |ui| {
                let margin = Margin { left: 16, right: 12, top: 12, bottom: 8 };
                Panel::top("story head").frame(Frame::new().inner_margin(margin)).show(ui, |ui| {
                    self.head_ui(ui, cx, doc, out);
                });
                let margin = Margin { left: 16, right: 16, top: 10, bottom: 14 };
                let frame = Frame::new().inner_margin(margin);
                Panel::bottom("story fields").frame(frame).show(ui, |ui| {
                    self.fields_ui(ui, cx, doc, out);
                });
                egui::CentralPanel::no_frame().show(ui, |ui| self.list_ui(ui, cx, doc, out));
            },
        );
    }

    fn head_ui(&mut self, ui: &mut Ui, cx: &Context, doc: &mut Document, out: &mut Vec<Message>) {
        let words = cx.words;
        ui.horizontal(|ui| {
            let ink = cx.theme.color(Role::Ink);
            ui.label(RichText::new(words.story_title()).font(semibold(15.0)).color(ink));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let size = vec2(30.0, 30.0);
                if icon_button(ui, icon::X, &words.story_close(), true, size).clicked() {
                    self.toggle(ui.ctx());
                }
                let command = Command::PresentHere;
                let label = command.label(words);
                if icon_button(ui, icon::PLAY, &label, true, size).clicked() {
                    out.push(Message::Do(command));
                }
            });
        });
        ui.add_space(4.0);
        self.add_ui(ui, cx, doc, out);
        self.details_ui(ui, cx, doc, out);
    }

    /// Asks for these pages, as one step of history.
    fn put(&self, pages: &[StoryPage], doc: &Document, out: &mut Vec<Message>) {
        out.extend(self.wanted(pages, doc).map(Message::Edit));
    }

    /// The change that makes it these pages.
    fn wanted(&self, pages: &[StoryPage], doc: &Document) -> Option<Change> {
        let project = doc.editor.project();
        let (_, journey) = project.journey(&doc.journey)?;
        Some(Change::PutStory(story::kept(project, journey, pages)))
    }
}
