//! Small pictures of the pages: drawn one in each frame once nothing has changed for a moment, so
//! that neither typing nor dragging waits for them. Until then the old ones are shown.

use crate::model::{Id, PageKind, Project, StoryPage};
use crate::scene::Theme;
use crate::scene::pages::{Deck, Page, Planned, SIZE};
use crate::ui::Document;
use crate::ui::kit::local_time::today;
use crate::ui::present::{PLANNING, PagePainter, PageView};
use crate::words::{Named as _, Words};
use egui::{Rect, Ui};
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

/// Pages are drawn anew so long after the last change, in seconds.
const STILL: f64 = 0.3;

#[derive(Default)]
pub(super) struct PagePictures {
    deck: Option<Deck>,
    /// What the deck says of each page, by its id.
    known: HashMap<Id, Known>,
    /// By the page's id.
    drawn: HashMap<Id, Drawn>,
    /// The project that was seen last, and when it became so.
    seen: Option<(Arc<Project>, Id, f64)>,
    /// Pages drawn in this frame.
    made: usize,
}

/// What is known of a page before it is drawn.
struct Known {
    /// Its heading.
    title: String,
    /// What it is about, where its heading does not say so.
    name: String,
    /// What it is called where it is not seen.
    called: String,
    /// How many pages it takes.
    parts: usize,
    /// Where the first of them is in the deck.
    at: usize,
}

impl Known {
    fn of(planned: &Planned, at: usize, words: &Words) -> Self {
        // Each of the pages of details is called by its phases: together they are details.
        let (title, called) = match planned.page.kind == PageKind::Details {
            true => {
                let own = planned.page.title.trim();
                let name = PageKind::Details.name(words);
                let title = if own.is_empty() { name } else { own.to_owned() };
                (title.clone(), title)
            }
            false => (planned.title.clone(), planned.called(words)),
        };
        let name = match planned.page.kind == PageKind::Details {
            true => String::new(),
            false => planned.name.clone(),
        };
        Self { title, name, called, parts: planned.parts, at }
    }
}

/// A page as it is shown.
struct Drawn {
    /// Its first part.
    page: Arc<Page>,
    /// It is drawn from the project as it is.
    fresh: bool,
    /// Keeps what it takes to paint it.
    painter: PagePainter,
}

impl PagePictures {
    /// A frame begins.
    pub(super) fn begin(&mut self, ctx: &egui::Context, doc: &Document, words: &Words) {
        self.made = 0;
        let project = doc.editor.project();
        let now = ctx.input(|input| input.time);
        let here = |(_, journey, _): &(Arc<Project>, Id, f64)| *journey == doc.journey;
        if !self.seen.as_ref().is_some_and(here) {
            // Pages of another map may have the same ids.
            self.known.clear();
            self.drawn.clear();
            self.seen = Some((project.clone(), doc.journey.clone(), f64::NEG_INFINITY));
        }
        if let Some((seen, _, since)) = &mut self.seen
            && !Arc::ptr_eq(seen, project)
        {
            (*seen, *since) = (project.clone(), now);
        }
        let since = self.seen.as_ref().map_or(now, |(_, _, since)| *since);
        let wait = STILL - (now - since);
        if wait > 0.0 {
            return ctx.request_repaint_after(Duration::from_secs_f64(wait));
        }
        let deck = self.deck.get_or_insert_with(Deck::new);
        deck.today = Some(today());
        // Of a large map some in each frame, from the first on.
        let went_on = !deck.all().is_empty() && !deck.is_whole();
        let is_other = deck.plan_for(project, &doc.journey, words, PLANNING, |_| true);
        if !deck.is_whole() {
            ctx.request_repaint();
        }
        // Where the map has changed, all pages show it together.
        if is_other && !deck.is_behind() {
            self.known.clear();
            for (at, planned) in deck.all().iter().enumerate() {
                let known = || Known::of(planned, at, words);
                self.known.entry(planned.page.id.clone()).or_insert_with(known);
            }
            self.drawn.retain(|id, _| self.known.contains_key(id));
            // Of a plan that goes on, what is planned stays as it is.
            if !went_on || deck.is_whole() {
                self.drawn.values_mut().for_each(|drawn| drawn.fresh = false);
            }
        }
    }

    /// What a page is called where it is not seen, as far as it is known.
    pub(super) fn called(&self, page: &StoryPage) -> Option<&str> {
        self.known.get(&page.id).map(|known| known.called.as_str())
    }

    /// What a page is about, where its heading does not say so: the name of its phase or persona.
    pub(super) fn name(&self, page: &StoryPage) -> &str {
        self.known.get(&page.id).map_or("", |known| &known.name)
    }

    /// The heading of a page, and how many pages it takes, as far as it is known.
    pub(super) fn known(&self, page: &StoryPage) -> Option<(&str, usize)> {
        self.known.get(&page.id).map(|known| (known.title.as_str(), known.parts))
    }

    /// Paints the picture of a page that is in view into `place` (screen points), as far as it is
    /// drawn. `opacity`: 1 is solid. `words` are those of the map.
    pub(super) fn paint(
        &mut self,
        ui: &Ui,
        theme: &Theme,
        page: &StoryPage,
        (place, opacity): (Rect, f32),
        words: &Words,
    ) {
        self.draw(ui.ctx(), page, words);
        let Some(drawn) = self.drawn.get_mut(&page.id) else { return };
        let zoom = place.width() / SIZE.x;
        let view = PageView { origin: place.min, zoom, text_zoom: zoom, opacity, moving: true };
        drawn.painter.paint(ui, theme, place, &[(&drawn.page, view)]);
    }

    /// Draws a page anew where it is another now, one in each frame.
    fn draw(&mut self, ctx: &egui::Context, page: &StoryPage, words: &Words) {
        let fresh = self.drawn.get(&page.id).is_some_and(|kept| kept.fresh);
        let Some(deck) = self.deck.as_mut().filter(|_| !fresh) else { return };
        let Some(at) = self.known.get(&page.id).map(|known| known.at) else { return };
        ctx.request_repaint();
        if self.made > 0 {
            return;
        }
        self.made += 1;
        let Some(made) = deck.any_page(at, words) else { return };
        let kept = self.drawn.remove(&page.id);
        let painter = kept.map(|kept| kept.painter).unwrap_or_default();
        self.drawn.insert(page.id.clone(), Drawn { page: made, fresh: true, painter });
    }
}
