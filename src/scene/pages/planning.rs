//! How the pages of a deck are planned: all at once, or as many as there is time for.
//!
//! A plan is made in steps, from the first page on: what is planned keeps its place while the rest
//! comes. So the first page of a map of ten thousand cards can be shown at once.

use super::context::PageContext;
use super::deck::{Content, Of};
use super::plan::{PhasePage, Planned};
use super::{
    Deck, agreement, ask, cards, chart_page, compare, curve, details, learned, map, movement, next,
    persona, phase, phase_head, text, title, whole,
};
use crate::insight::story;
use crate::model::{Id, PageKind, Project, StoryPage};
use crate::scene::{LayoutCounts, Pictures};
use crate::words::{Named as _, Words};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// A part of a plan that is made in one go.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum PlanStep {
    /// What is said of each phase.
    Titles,
    /// The details of the phase at this place, measured before they are put on pages.
    Details(usize),
    /// The pages it takes to show this one.
    Page(Arc<StoryPage>),
}

impl Deck {
    /// Plans the pages of `journey`, and says whether they may be others than before. Costs nothing
    /// while the project is the same.
    pub fn plan(&mut self, project: &Arc<Project>, journey: &Id, words: &Words) -> bool {
        let is_new = self.begin(project, journey, words);
        self.finish() || is_new
    }

    /// The same for as long as there is `time`, but at least until a page for which `until` is true.
    /// What is left is planned when it is called again, or by [`finish`](Self::finish). A story that
    /// was planned as a whole follows a change of the map as a whole: that costs what has changed.
    pub fn plan_for(
        &mut self,
        project: &Arc<Project>,
        journey: &Id,
        words: &Words,
        time: Duration,
        until: impl Fn(&Planned) -> bool,
    ) -> bool {
        let was_whole = self.is_whole() && self.of.as_ref().is_some_and(|of| of.is(journey, words));
        let is_new = self.begin(project, journey, words);
        if was_whole && is_new {
            self.finish();
            return true;
        }
        let (before, start) = (self.all.len(), Instant::now());
        let mut found = self.all.iter().any(&until);
        while !self.is_whole() && (!found || start.elapsed() < time) {
            let known = self.all.len();
            self.step();
            found |= self.all.iter().skip(known).any(&until);
        }
        is_new || self.all.len() != before
    }

    /// Plans what is left; true if there was something.
    pub fn finish(&mut self) -> bool {
        let left = !self.is_whole();
        while !self.is_whole() {
            self.step();
        }
        left
    }

    /// Are all pages planned?
    pub fn is_whole(&self) -> bool {
        self.steps.is_empty()
    }

    /// Begins a plan where the map is another now; false: it is the same.
    fn begin(&mut self, project: &Arc<Project>, journey: &Id, words: &Words) -> bool {
        let same = |of: &Of| Arc::ptr_eq(&of.project, project) && of.is(journey, words);
        if self.of.as_ref().is_some_and(same) {
            return false;
        }
        (self.layout.counts, self.made.counts) = (LayoutCounts::default(), LayoutCounts::default());
        self.drawn.clear();
        self.all.clear();
        self.contents.clear();
        self.shown.clear();
        self.steps.clear();
        self.of = None;
        let Some((_, journey)) = project.journey(journey) else { return true };
        self.pictures = Arc::new(Pictures::new(&project.images, &self.pictures));
        self.memo.begin(project, journey, words.lang);
        let (project, journey, words) = (project.clone(), journey.clone(), words.clone());
        let pages = story(&project, &journey);
        let (mut titles, mut measured) = (false, false);
        for page in pages {
            // The title of a map names no phase.
            if page.kind != PageKind::Title && !std::mem::replace(&mut titles, true) {
                self.steps.push_back(PlanStep::Titles);
            }
            if details::come_with(&journey, &page) && !measured {
                measured = true;
                let places = details::places(&journey).into_iter();
                self.steps.extend(places.map(PlanStep::Details));
            }
            self.steps.push_back(PlanStep::Page(Arc::new(page)));
        }
        self.of = Some(Of { project, journey, words });
        true
    }

    /// Makes the next step of the plan.
    fn step(&mut self) {
        let (Some(step), Some(of)) = (self.steps.pop_front(), &self.of) else { return };
        let words = of.words.clone();
        match step {
            PlanStep::Titles => drop(self.with_desk(&words, phase_head::make_titles)),
            PlanStep::Details(place) => {
                drop(self.with_desk(&words, |desk| details::of_phase(desk, place)));
            }
            PlanStep::Page(page) => self.add_page(&page, &words),
        }
        if self.is_whole() {
            self.memo.end();
            // How many pages there are stands on them.
            self.drawn.clear();
        }
    }

    fn add_page(&mut self, page: &Arc<StoryPage>, words: &Words) {
        let contents = self.with_desk(words, |desk| contents(desk, page)).unwrap_or_default();
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
}

impl Of {
    fn is(&self, journey: &Id, words: &Words) -> bool {
        self.journey.id == *journey && self.words.lang == words.lang
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
