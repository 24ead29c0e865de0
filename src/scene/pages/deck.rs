//! The deck: all pages of a presentation in order, each drawn when it is asked for.

use super::context::PageContext;
use super::kit::footer;
use super::memo::Memo;
use super::plan::{DetailsPage, PhasePage, Planned};
use super::planning::PlanStep;
use super::{
    Page, agreement, ask, board_page, cards, chart_page, compare, coverage_page, curve, details,
    learned, map, matrix_page, movement, next, persona, phase, saturation_page, text, title, whole,
};
use crate::model::{Journey, Project, StoryPage, View};
use crate::scene::draw::kept_texts::KeptTexts;
use crate::scene::draw::pen::Pen;
use crate::scene::{Layout, LayoutCounts, Pictures, TextEngine};
use crate::words::Words;
use jiff::civil::Date;
use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

/// Pages drawn before are kept up to this many: the one shown, those beside it, and a few more.
const KEPT: usize = 12;

/// What one page of a kind holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Content {
    Title(title::TitlePage),
    Whole(whole::WholePage),
    Map(map::MapPage),
    Curve(curve::CurvePage),
    Persona(persona::PersonaPage),
    Phase(PhasePage),
    Agreement(agreement::AgreementPage),
    Movement(movement::MovementPage),
    Compare(compare::ComparePage),
    Learned(learned::LearnedPage),
    Ask(ask::AskPage),
    Next(next::NextPage),
    Details(DetailsPage),
    Matrix(chart_page::ChartPage),
    Board(chart_page::ChartPage),
    Coverage(chart_page::ChartPage),
    Saturation(chart_page::ChartPage),
    Cards(cards::CardsPage),
    Text(text::TextPage),
}

/// The pages of a journey. It remembers what it planned and drew while the project is the same.
pub struct Deck {
    engine: TextEngine,
    kept_texts: KeptTexts,
    /// The map of which only a part is presented, as [`Layout::whole`]; to be set before pages are
    /// planned.
    pub whole: Option<Arc<Journey>>,
    /// The day that dates are compared with; none: nothing is overdue.
    pub today: Option<Date>,
    /// Lays out the map on its pages.
    pub(super) layout: Layout,
    /// Lays out maps that are made for a page.
    pub(super) made: Layout,
    pub(super) pictures: Arc<Pictures>,
    pub(super) memo: Memo,
    pub(super) of: Option<DeckOf>,
    /// The pages that are shown and listed.
    pub(super) now: DeckPlan,
    /// Those that take their place once all are planned, where the map has changed.
    pub(super) coming: Option<DeckPlan>,
    /// What is still to be planned.
    pub(super) steps: VecDeque<PlanStep>,
    pub(super) drawn: Vec<(usize, Arc<Page>)>,
}

/// Pages, planned in order.
#[derive(Default)]
pub(super) struct DeckPlan {
    pub all: Vec<Planned>,
    /// What each of them holds.
    pub contents: Vec<Content>,
    /// The places in `all` of the pages that are shown.
    pub shown: Vec<usize>,
}

/// What the deck was made from.
pub(super) struct DeckOf {
    pub project: Arc<Project>,
    pub journey: Arc<Journey>,
    pub words: Words,
}

impl Deck {
    /// A deck without a page.
    #[expect(clippy::new_without_default, reason = "reads fonts: not a default")]
    pub fn new() -> Self {
        Self {
            engine: TextEngine::new(),
            kept_texts: KeptTexts::default(),
            whole: None,
            today: None,
            layout: Layout::new(),
            made: Layout::new(),
            pictures: Arc::default(),
            memo: Memo::default(),
            of: None,
            now: DeckPlan::default(),
            coming: None,
            steps: VecDeque::new(),
            drawn: Vec::new(),
        }
    }

    /// Pages are drawn once, as for files: what was drawn to be measured is kept until then.
    pub fn draw_once(&mut self) {
        self.memo.keeps_drawings = true;
    }

    /// The pages that are shown, in order.
    pub fn shown(&self) -> impl ExactSizeIterator<Item = &Planned> {
        self.now.shown.iter().map(|place| &self.now.all[*place])
    }

    /// All pages in order, hidden ones too.
    pub fn all(&self) -> &[Planned] {
        &self.now.all
    }

    /// How much of maps was laid out for the page that was asked for last: nothing if it was drawn
    /// before, or shows no map.
    pub fn counts(&self) -> LayoutCounts {
        let (a, b) = (self.layout.counts, self.made.counts);
        LayoutCounts {
            texts: a.texts + b.texts,
            cards: a.cards + b.cards,
            cells: a.cells + b.cells,
            curves: a.curves + b.curves,
            questions: a.questions + b.questions,
        }
    }

    /// Where the first page that shows `page` is among those that are shown.
    pub fn place_of(&self, page: &StoryPage) -> Option<usize> {
        self.shown().position(|one| one.page.same_place(page))
    }

    /// The page at `place` of those that are shown, drawn now unless it was before. `words` are
    /// those it was planned with.
    pub fn page(&mut self, place: usize, words: &Words) -> Option<Arc<Page>> {
        let index = *self.now.shown.get(place)?;
        self.drawn_at(index, Some(place), words)
    }

    /// The page at `index` of all, for lists of pages: without its number.
    pub fn any_page(&mut self, index: usize, words: &Words) -> Option<Arc<Page>> {
        match self.now.shown.iter().position(|place| *place == index) {
            Some(place) => self.page(place, words),
            None => self.drawn_at(index, None, words),
        }
    }

    fn drawn_at(&mut self, index: usize, place: Option<usize>, words: &Words) -> Option<Arc<Page>> {
        (self.layout.counts, self.made.counts) = (LayoutCounts::default(), LayoutCounts::default());
        if let Some(at) = self.drawn.iter().position(|(kept, _)| *kept == index) {
            let kept = self.drawn.remove(at);
            self.drawn.push(kept.clone());
            return Some(kept.1);
        }
        let planned = self.now.all.get(index)?.clone();
        let content = self.now.contents.get(index)?.clone();
        let mut page = self.with_desk(words, |desk| draw(desk, &planned, &content))?;
        let items = self.with_desk(words, |desk| footer(desk, &planned, place))?;
        page.items.extend(items);
        let page = Arc::new(page);
        if self.drawn.len() >= KEPT {
            self.drawn.remove(0);
        }
        self.drawn.push((index, page.clone()));
        Some(page)
    }

    pub(super) fn with_desk<T>(
        &mut self,
        words: &Words,
        make: impl FnOnce(&mut PageContext<'_>) -> T,
    ) -> Option<T> {
        let of = self.of.as_ref()?;
        let (held, view) = (HashMap::new(), View::default());
        self.engine.lang = words.lang;
        let pen = Pen {
            engine: &mut self.engine,
            kept_texts: &mut self.kept_texts,
            words,
            project: &of.project,
            pictures: &self.pictures,
            scale: 1.0,
            least: 0.0,
            held: &held,
            view: &view,
            texts: 0,
        };
        let (project, journey, whole) = (&of.project, &of.journey, self.whole.as_ref());
        let today = self.today;
        let (layout, made, memo) = (&mut self.layout, &mut self.made, &mut self.memo);
        Some(make(&mut PageContext { pen, layout, made, memo, project, journey, whole, today }))
    }
}

fn draw(desk: &mut PageContext<'_>, planned: &Planned, content: &Content) -> Page {
    match content {
        Content::Title(part) => title::draw(desk, planned, part),
        Content::Whole(part) => whole::draw(desk, planned, part),
        Content::Map(part) => map::draw(desk, planned, part),
        Content::Curve(part) => curve::draw(desk, planned, part),
        Content::Persona(part) => persona::draw(desk, planned, part),
        Content::Phase(part) => phase::draw(desk, planned, part),
        Content::Agreement(part) => agreement::draw(desk, planned, part),
        Content::Movement(part) => movement::draw(desk, planned, part),
        Content::Compare(part) => compare::draw(desk, planned, part),
        Content::Learned(part) => learned::draw(desk, planned, part),
        Content::Ask(part) => ask::draw(desk, planned, part),
        Content::Next(part) => next::draw(desk, planned, part),
        Content::Details(part) => details::draw(desk, planned, part),
        Content::Matrix(part) => matrix_page::draw(desk, planned, part),
        Content::Board(part) => board_page::draw(desk, planned, part),
        Content::Coverage(part) => coverage_page::draw(desk, planned, part),
        Content::Saturation(part) => saturation_page::draw(desk, planned, part),
        Content::Cards(part) => cards::draw(desk, planned, part),
        Content::Text(part) => text::draw(desk, planned, part),
    }
}
