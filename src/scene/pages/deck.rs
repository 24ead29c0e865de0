//! The deck: all pages of a presentation in order, each drawn when it is asked for.

use super::context::PageContext;
use super::kit::footer;
use super::memo::Memo;
use super::plan::{DetailsPage, PhasePage, Planned};
use super::{
    Page, agreement, ask, board_page, cards, chart_page, compare, coverage_page, curve, details,
    learned, map, matrix_page, movement, next, persona, phase, phase_head, saturation_page, text,
    title, whole,
};
use crate::insight::story;
use crate::model::{Id, Journey, PageKind, Project, StoryPage, View};
use crate::scene::draw::pen::{Pen, Shorts};
use crate::scene::{Layout, LayoutCounts, Pictures, TextEngine};
use crate::words::{Lang, Named as _, Words};
use jiff::civil::Date;
use std::collections::HashMap;
use std::sync::Arc;

/// Pages drawn before are kept up to this many: the one shown, those beside it, and a few more.
const KEPT: usize = 12;

/// What one page of a kind holds.
#[derive(Clone, Debug, PartialEq)]
enum Content {
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
    shorts: Shorts,
    /// The map of which only a part is presented, as [`Layout::whole`]; to be set before pages are
    /// planned.
    pub whole: Option<Arc<Journey>>,
    /// The day that dates are compared with; none: nothing is overdue.
    pub today: Option<Date>,
    /// Lays out the map on its pages.
    layout: Layout,
    /// Lays out maps that are made for a page.
    made: Layout,
    pictures: Arc<Pictures>,
    pub(super) memo: Memo,
    of: Option<Of>,
    all: Vec<Planned>,
    /// What each of them holds.
    contents: Vec<Content>,
    /// The places in `all` of the pages that are shown.
    shown: Vec<usize>,
    drawn: Vec<(usize, Arc<Page>)>,
}

/// What the deck was made from.
struct Of {
    project: Arc<Project>,
    journey: Arc<Journey>,
    lang: Lang,
}

impl Deck {
    /// A deck without a page.
    #[expect(clippy::new_without_default, reason = "reads fonts: not a default")]
    pub fn new() -> Self {
        Self {
            engine: TextEngine::new(),
            shorts: Shorts::default(),
            whole: None,
            today: None,
            layout: Layout::new(),
            made: Layout::new(),
            pictures: Arc::default(),
            memo: Memo::default(),
            of: None,
            all: Vec::new(),
            contents: Vec::new(),
            shown: Vec::new(),
            drawn: Vec::new(),
        }
    }

    /// Plans the pages of `journey`, and says whether they may be others than before. Costs nothing
    /// while the project is the same.
    pub fn plan(&mut self, project: &Arc<Project>, journey: &Id, words: &Words) -> bool {
        let same = |of: &Of| {
            Arc::ptr_eq(&of.project, project) && of.journey.id == *journey && of.lang == words.lang
        };
        if self.of.as_ref().is_some_and(same) {
            return false;
        }
        (self.layout.counts, self.made.counts) = (LayoutCounts::default(), LayoutCounts::default());
        self.drawn.clear();
        self.all.clear();
        self.contents.clear();
        self.shown.clear();
        self.of = None;
        let Some((_, journey)) = project.journey(journey) else { return true };
        self.pictures = Arc::new(Pictures::new(&project.images, &self.pictures));
        self.memo.begin(project, journey, words.lang);
        self.of = Some(Of { project: project.clone(), journey: journey.clone(), lang: words.lang });
        self.with_desk(words, phase_head::make_titles);
        for page in story(project, journey) {
            let page = Arc::new(page);
            let Some(contents) = self.with_desk(words, |desk| contents(desk, &page)) else {
                continue;
            };
            let parts = contents.len();
            for (part, (name, title, content)) in contents.into_iter().enumerate() {
                if !page.hidden {
                    self.shown.push(self.all.len());
                }
                let page = page.clone();
                self.all.push(Planned { page, name, title, part, parts });
                self.contents.push(content);
            }
        }
        self.memo.end();
        true
    }

    /// The pages that are shown, in order.
    pub fn shown(&self) -> impl ExactSizeIterator<Item = &Planned> {
        self.shown.iter().map(|place| &self.all[*place])
    }

    /// All pages in order, hidden ones too.
    pub fn all(&self) -> &[Planned] {
        &self.all
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
        let index = *self.shown.get(place)?;
        self.drawn_at(index, Some((place, self.shown.len())), words)
    }

    /// The page at `index` of all, for lists of pages: without its number.
    pub fn any_page(&mut self, index: usize, words: &Words) -> Option<Arc<Page>> {
        match self.shown.iter().position(|place| *place == index) {
            Some(place) => self.page(place, words),
            None => self.drawn_at(index, None, words),
        }
    }

    fn drawn_at(
        &mut self,
        index: usize,
        number: Option<(usize, usize)>,
        words: &Words,
    ) -> Option<Arc<Page>> {
        (self.layout.counts, self.made.counts) = (LayoutCounts::default(), LayoutCounts::default());
        if let Some(at) = self.drawn.iter().position(|(kept, _)| *kept == index) {
            let kept = self.drawn.remove(at);
            self.drawn.push(kept.clone());
            return Some(kept.1);
        }
        let planned = self.all.get(index)?.clone();
        let content = self.contents.get(index)?.clone();
        let mut page = self.with_desk(words, |desk| draw(desk, &planned, &content))?;
        let items = self.with_desk(words, |desk| footer(desk, &planned, number))?;
        page.items.extend(items);
        let page = Arc::new(page);
        if self.drawn.len() >= KEPT {
            self.drawn.remove(0);
        }
        self.drawn.push((index, page.clone()));
        Some(page)
    }

    fn with_desk<T>(
        &mut self,
        words: &Words,
        make: impl FnOnce(&mut PageContext<'_>) -> T,
    ) -> Option<T> {
        let of = self.of.as_ref()?;
        let (held, view) = (HashMap::new(), View::default());
        self.engine.lang = words.lang;
        let pen = Pen {
            engine: &mut self.engine,
            shorts: &mut self.shorts,
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

/// What stands on each of the pages it takes to show all of `page`, with what that is about and its
/// heading in words.
fn contents(desk: &mut PageContext<'_>, page: &StoryPage) -> Vec<(String, String, Content)> {
    fn each<P>(parts: Vec<P>, content: fn(P) -> Content) -> Vec<Content> {
        parts.into_iter().map(content).collect()
    }
    let contents = match page.kind {
        PageKind::Title => each(title::parts(desk, page), Content::Title),
        PageKind::Map => each(whole::parts(desk, page), Content::Whole),
        PageKind::View => each(map::parts(desk, page), Content::Map),
        PageKind::Curve => each(curve::parts(desk, page), Content::Curve),
        PageKind::Persona => each(persona::parts(desk, page), Content::Persona),
        PageKind::Phase => each(phase::parts(desk, page), Content::Phase),
        PageKind::Agreement => each(agreement::parts(desk, page), Content::Agreement),
        PageKind::Movement => each(movement::parts(desk, page), Content::Movement),
        PageKind::Compare => each(compare::parts(desk, page), Content::Compare),
        PageKind::Learned => each(learned::parts(desk, page), Content::Learned),
        PageKind::Ask => each(ask::parts(desk, page), Content::Ask),
        PageKind::Next => each(next::parts(desk, page), Content::Next),
        PageKind::Details => each(details::parts(desk, page), Content::Details),
        PageKind::Matrix => each(chart_page::parts(desk, page), Content::Matrix),
        PageKind::Board => each(chart_page::parts(desk, page), Content::Board),
        PageKind::Coverage => each(chart_page::parts(desk, page), Content::Coverage),
        PageKind::Saturation => each(chart_page::parts(desk, page), Content::Saturation),
        PageKind::Cards => each(cards::parts(desk, page), Content::Cards),
        PageKind::Text | PageKind::Other(_) => each(text::parts(desk, page), Content::Text),
    };
    let heading = super::kit::heading_of(desk, page);
    let name = super::kit::name_of(desk, page, &heading);
    let titled = |content: Content| match &content {
        Content::Phase(PhasePage::Details(part)) | Content::Details(part) => {
            let name = PageKind::Details.name(desk.pen.words);
            match details::title(desk, part) {
                title if title.is_empty() => (String::new(), name, content),
                title => (name, title, content),
            }
        }
        Content::Title(_)
        | Content::Map(_)
        | Content::Whole(_)
        | Content::Persona(_)
        | Content::Agreement(_)
        | Content::Curve(_)
        | Content::Phase(PhasePage::Told(_))
        | Content::Movement(_)
        | Content::Compare(_)
        | Content::Learned(_)
        | Content::Ask(_)
        | Content::Next(_)
        | Content::Matrix(_)
        | Content::Board(_)
        | Content::Coverage(_)
        | Content::Saturation(_)
        | Content::Cards(_)
        | Content::Text(_) => (name.clone(), heading.clone(), content),
    };
    contents.into_iter().map(titled).collect()
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
