//! Presents a map: page by page, on the full screen, to an audience.
//!
//! [`Present`] says what is to be seen; there is one of it, and all that is asked for, in whichever
//! window, changes it in one place (`act.rs`). From it a `Shot` is made, which every
//! window that shows the page reads (`stage.rs`): the program's own, or one for the audience beside
//! the presenter's view, which is drawn when it needs to be and waits for no other.

pub(crate) mod act;
pub(crate) mod audience;
mod card_shown;
pub(crate) mod clock;
pub(crate) mod edit;
mod facts;
mod gestures;
pub(crate) mod help;
pub mod keys;
mod lights;
pub(crate) mod notes;
mod on_page;
pub(crate) mod page_painter;
pub(crate) mod presenter;
pub(crate) mod screens;
pub(crate) mod shot;
pub(crate) mod stage;
mod talk;
#[cfg(test)]
mod tests;
pub(crate) mod texts;
pub(crate) mod way;
mod zoom;

pub use page_painter::{PagePainter, PageView};
pub use way::{CameraWay, LASTS, seen, still};

use super::{Camera, Document, Selection};
use crate::model::{Id, PageKind, StoryPage, TextOf, Thing};
use crate::scene::pages::{Deck, Page, Planned};
use crate::scene::{Theme, ThemeKind};
use crate::words::{Lang, Words};
use clock::Stopwatch;
use edit::Editing;
use egui::{Pos2, Rect};
use notes::Notes;
use on_page::OnPage;
use screens::{Audience, Screens};
use shot::{Curtain, Light, Link, Shot};
use stage::Stage;
use std::sync::Arc;
use std::time::Duration;

/// So long pages of a large map are planned in each frame, beside what moves there.
pub(crate) const PLANNING: Duration = Duration::from_millis(5);

/// A presentation: what is to be seen, and what the presenter's window keeps.
pub struct Present {
    pub(crate) deck: Deck,
    /// The journey that is presented.
    pub(crate) journey: Id,
    /// Where the page that is shown stands among those shown, from 0.
    pub(crate) place: usize,
    /// That page, and which of the pages that show the same together.
    pub(crate) at: Option<(Arc<StoryPage>, usize)>,
    /// Counts how often another page was gone to.
    pub(crate) turn: u64,
    pub(crate) curtain: Option<Curtain>,
    pub(crate) light: Option<Light>,
    pub(crate) zoomed: bool,
    /// Where the presenter points, in page units.
    pub(crate) points: Option<Pos2>,
    /// What is shown large.
    pub(crate) card: Option<Thing>,
    pub(crate) digits: String,
    pub(crate) help: bool,
    pub(crate) editing: Option<Editing>,
    pub(crate) notes: Notes,
    pub(crate) watch: Stopwatch,
    /// The presenter's view is wanted, also where the page could be shown instead.
    pub(crate) presenter: bool,
    pub(crate) audience: Audience,
    pub(crate) screens: Screens,
    /// When the screens were looked for last.
    pub(crate) looked: f64,
    /// The audience's screen is gone, and that has not been said yet.
    pub(crate) unplugged: bool,
    pub(crate) link: Arc<Link>,
    /// What shows the page in the program's own window.
    pub(crate) stage: Stage,
    /// What paints the next page in the presenter's view.
    pub(crate) then: page_painter::PagePainter,
    /// The turn at which the list of pages was scrolled last.
    pub(crate) listed: u64,
    pub(crate) before: BeforePresenting,
    /// When it was ended; the window is on its way back.
    pub(crate) ended: Option<f64>,
    /// What the shot was made from.
    pub(crate) made: Option<Made>,
}

/// The window as it was before.
pub(crate) struct BeforePresenting {
    pub(crate) camera: Option<Camera>,
    pub(crate) selection: Selection,
    pub(crate) maximized: bool,
    pub(crate) fullscreen: bool,
    /// It fills the screen now.
    pub(crate) fills: bool,
}

/// What of the window's a shot was made from.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Made {
    theme: ThemeKind,
    lang: Lang,
    still: bool,
}

impl Present {
    /// How far the story has come: the page's place from 0, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        (self.place, self.deck.shown().len())
    }

    /// What the audience sees.
    pub fn seen(&self) -> Option<Arc<Page>> {
        self.link.shot.lock().as_ref().and_then(|shot| shot.page.clone())
    }

    /// Is the presenter's view shown in the program's own window?
    pub fn shows_presenter(&self) -> bool {
        self.presenter || self.audience != Audience::Here
    }

    /// Plans the story where the map has changed, and stays on the page that is shown. Of a large map
    /// it plans some in each frame: false while there are pages to come.
    pub(crate) fn follow(&mut self, doc: &Document, words: &Words) -> bool {
        let project = doc.editor.project();
        let at = self.at.clone();
        let here = |planned: &Planned| match &at {
            Some((page, part)) => planned.page.same_place(page) && planned.part == *part,
            None => true,
        };
        if self.deck.plan_for(project, &self.journey, words, PLANNING, here) && self.find_page() {
            self.turn += 1;
        }
        let page = self.at.as_ref().map(|(page, _)| page);
        self.notes.follow(page);
        self.deck.is_whole()
    }

    /// Draws the page and makes the shot of it. Returns whether anything of it is new.
    pub(crate) fn make_shot(
        &mut self,
        doc: &Document,
        theme: Theme,
        words: &Words,
        still: bool,
    ) -> bool {
        let page = self.deck.page(self.place, words);
        let of = self.deck.shown().len();
        let at = self.at.as_ref().map(|(page, _)| page);
        let phase = at.filter(|page| page.kind == crate::model::PageKind::Phase);
        let phase = phase.and_then(|page| page.about.clone());
        let project = doc.editor.project();
        let card = self.card.as_ref().and_then(|thing| {
            let (_, journey) = project.journey(&self.journey)?;
            facts::facts(project, journey, thing, words)
        });
        let mut last = self.link.shot.lock();
        let card = card.map(|card| match last.as_ref().and_then(|last| last.card.as_ref()) {
            Some(same) if **same == card => same.clone(),
            _ => Arc::new(card),
        });
        let made = Some(Made { theme: theme.kind, lang: words.lang, still });
        let same = last.as_ref().is_some_and(|last| {
            self.made == made
                && same_page(last.page.as_ref(), page.as_ref())
                && same_page(last.card.as_ref(), card.as_ref())
                && (last.place, last.of, last.turn) == (self.place, of, self.turn)
                && (last.curtain, last.light, last.zoomed)
                    == (self.curtain, self.light, self.zoomed)
                && last.points == self.points
                && last.digits == self.digits
        });
        if same {
            return false;
        }
        self.made = made;
        let zoom = page.as_deref().map_or(1.0, zoom::zoomed_to);
        *last = Some(Arc::new(Shot {
            page,
            phase,
            place: self.place,
            of,
            turn: self.turn,
            theme,
            words: words.clone(),
            still,
            curtain: self.curtain,
            light: self.light,
            zoomed: self.zoomed,
            zoom,
            points: self.points,
            card,
            digits: self.digits.clone(),
        }));
        true
    }

    /// The texts on the page that is shown, as they are meant there, each once.
    fn texts(&mut self) -> Vec<OnPage> {
        let words = self.link.shot.lock().as_ref().map(|shot| shot.words.clone());
        let drawn = words.and_then(|words| self.deck.page(self.place, &words));
        let (Some((page, _)), Some(drawn)) = (&self.at, drawn) else { return Vec::new() };
        let mut texts: Vec<OnPage> = Vec::new();
        for one in on_page::texts_on(&drawn) {
            let of = texts::meant(one.of, page, &self.journey);
            if !texts.iter().any(|other| texts::same(&other.of, &of)) {
                texts.push(OnPage { of, ..one });
            }
        }
        texts
    }

    /// What can be edited on the page that is shown, in the order of reading; what nobody has
    /// written is passed over where there is anything else.
    pub(crate) fn editable(&mut self, doc: &Document) -> Vec<Editing> {
        let Some((page, _)) = self.at.clone() else { return Vec::new() };
        let text = matches!(page.kind, PageKind::Text).then_some(TextOf::Page);
        let mut texts: Vec<TextOf> = text.into_iter().collect();
        texts.extend(self.texts().into_iter().map(|one| one.of).filter(|of| *of != TextOf::Page));
        // The heading of a page that is not the map's is changed least.
        texts.sort_by_key(|of| *of == TextOf::Heading);
        let all = texts.into_iter().filter_map(|of| self.editing_of(of, doc));
        let all: Vec<Editing> = all.collect();
        let written = |one: &&Editing| one.of == TextOf::Page || !one.is_empty();
        let some: Vec<Editing> = all.iter().filter(written).cloned().collect();
        if some.is_empty() { all } else { some }
    }

    /// Edits this text of the page that is shown; none where it is gone.
    fn editing_of(&self, of: TextOf, doc: &Document) -> Option<Editing> {
        let (page, _) = self.at.clone()?;
        let of = texts::meant(of, &page, &self.journey);
        let planned = self.deck.shown().nth(self.place);
        let heading = planned.map_or("", |planned| planned.title.as_str());
        Editing::of(of, page, heading, doc)
    }

    /// Where on the page the text stands that is edited, in page units, and how large it is.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "few differ here; what comes new is like the others"
    )]
    pub(crate) fn edited_place(&mut self) -> Option<(Rect, Option<f32>)> {
        let of = self.editing.as_ref()?.of.clone();
        let found = self.texts().into_iter().find(|one| texts::same(&one.of, &of));
        let on_map = || match &of {
            TextOf::Thing(thing) => on_page::place_on_map(&*self.seen()?, thing),
            _ => None,
        };
        match found {
            Some(found) => Some((found.rect, found.size)),
            None => on_map().map(|rect| (rect, None)),
        }
    }

    /// The audience's window is no longer there: the program's own shows the page.
    fn audience_is_gone(&mut self) {
        self.unplugged = matches!(self.audience, Audience::Screen(_));
        self.audience = Audience::Here;
        self.presenter = false;
    }

    /// Notes which screens there are now.
    pub(crate) fn screens_are(&mut self, screens: Screens) {
        let plugged_in = screens.new_since(&self.screens).map(|screen| screen.name.clone());
        self.screens = screens;
        if !self.audience.is_there(&self.screens) {
            self.audience_is_gone();
        }
        // Whoever plugs in a projector wants the page on it, whatever was chosen for another day.
        if let Some(name) = plugged_in
            && !matches!(self.audience, Audience::Screen(_))
        {
            self.audience = Audience::Screen(name);
            self.unplugged = false;
        }
    }
}

fn same_page<T>(a: Option<&Arc<T>>, b: Option<&Arc<T>>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => Arc::ptr_eq(a, b),
        (None, None) => true,
        _ => false,
    }
}
