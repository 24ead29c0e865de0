//! Small pictures of the pages: drawn one in each frame once nothing has changed for a moment, so
//! that neither typing nor dragging waits for them. Until then the old ones are shown.

use crate::model::{Id, Project, StoryPage};
use crate::scene::pages::{Deck, Page};
use crate::ui::Document;
use crate::words::Words;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

/// Pages are drawn anew so long after the last change, in seconds.
const STILL: f64 = 0.3;

/// The pictures.
#[derive(Default)]
pub struct Pictures {
    deck: Option<Deck>,
    /// By the page's id.
    drawn: HashMap<Id, Drawn>,
    /// The project that was seen last, and when it became so.
    seen: Option<(Arc<Project>, Id, f64)>,
    /// Pages drawn in this frame.
    made: usize,
}

/// A page as it is shown.
#[derive(Clone)]
pub struct Drawn {
    /// Its first part.
    pub page: Arc<Page>,
    /// What it is called in words.
    pub title: String,
    /// How many pages it takes.
    pub parts: usize,
    /// It is drawn from the project as it is.
    fresh: bool,
}

impl Pictures {
    /// A frame begins.
    pub fn begin(&mut self, ctx: &egui::Context, doc: &Document, words: &Words) {
        self.made = 0;
        let project = doc.editor.project();
        let now = ctx.input(|input| input.time);
        let first = self.seen.is_none();
        let same = |(seen, journey, _): &(Arc<Project>, Id, f64)| {
            Arc::ptr_eq(seen, project) && *journey == doc.journey
        };
        if !self.seen.as_ref().is_some_and(same) {
            let since = if first { now - STILL } else { now };
            self.seen = Some((project.clone(), doc.journey.clone(), since));
        }
        let since = self.seen.as_ref().map_or(now, |(_, _, since)| *since);
        let wait = STILL - (now - since);
        if wait > 0.0 {
            return ctx.request_repaint_after(Duration::from_secs_f64(wait));
        }
        let deck = self.deck.get_or_insert_with(Deck::new);
        if deck.plan(project, &doc.journey, words) {
            let deck = &*deck;
            self.drawn.retain(|id, _| deck.all().iter().any(|planned| planned.page.id == *id));
            for planned in deck.all() {
                if let Some(drawn) = self.drawn.get_mut(&planned.page.id) {
                    drawn.fresh = false;
                    (drawn.title, drawn.parts) = (planned.title.clone(), planned.parts);
                }
            }
        }
    }

    /// What a page is called, and how many pages it takes, as far as it is known.
    pub fn known(&self, page: &StoryPage) -> Option<(&str, usize)> {
        let all = self.deck.as_ref()?.all();
        let planned = all.iter().find(|planned| planned.page.same_place(page))?;
        Some((&planned.title, planned.parts))
    }

    /// The picture of a page that is in view; none: not drawn yet.
    pub fn of(&mut self, ctx: &egui::Context, page: &StoryPage, words: &Words) -> Option<Drawn> {
        let kept = self.drawn.get(&page.id);
        if kept.is_some_and(|kept| kept.fresh) || self.deck.is_none() {
            return kept.cloned();
        }
        if self.made > 0 {
            ctx.request_repaint();
            return kept.cloned();
        }
        let deck = self.deck.as_mut()?;
        let at = deck.all().iter().position(|planned| planned.page.same_place(page));
        let Some(at) = at else { return kept.cloned() };
        let (title, parts) = deck.all().get(at).map(|one| (one.title.clone(), one.parts))?;
        self.made += 1;
        let drawn = Drawn { page: deck.any_page(at, words)?, title, parts, fresh: true };
        self.drawn.insert(page.id.clone(), drawn.clone());
        ctx.request_repaint();
        Some(drawn)
    }
}
