//! How the pages of a deck are planned: all at once, or as many as there is time for.
//!
//! A plan is made in steps, from the first page on: what is planned keeps its place while the rest
//! comes. So the first page of a map of ten thousand cards can be shown at once.

use super::context::PageContext;
use super::deck::{Content, DeckOf, DeckPlan};
use super::plan::{PhasePage, Planned};
use super::{
    Deck, agreement, ask, cards, chart_page, compare, curve, details, learned, map, movement, next,
    persona, phase, phase_head, text, title, whole,
};
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
        let is_new = !self.is_of(project, journey, words);
        if is_new {
            self.now = DeckPlan::default();
            self.begin(project, journey, words);
        }
        self.finish() || is_new
    }

    /// The same for as long as there is `time`, but at least until a page for which `here` is true.
    /// What is left is planned when it is called again, or by [`finish`](Self::finish).
    ///
    /// Where the map has changed, the pages for which `here` is true show it at once, and all others
    /// stay as they were until the whole story is planned anew.
    pub fn plan_for(
        &mut self,
        project: &Arc<Project>,
        journey: &Id,
        words: &Words,
        time: Duration,
        here: impl Fn(&Planned) -> bool,
    ) -> bool {
        let start = Instant::now();
        let is_new = !self.is_of(project, journey, words);
        if is_new {
            let is_counted = self.is_whole() || self.coming.is_some();
            let follows = is_counted && self.of.as_ref().is_some_and(|of| of.is(journey, words));
            let old = std::mem::take(&mut self.now);
            self.begin(project, journey, words);
            if follows {
                (self.now, self.coming) = (old, Some(DeckPlan::default()));
                if !self.renew(&here) {
                    self.finish();
                }
            }
        }
        let (before, was_coming) = (self.now.all.len(), self.coming.is_some());
        let mut found = self.now.all.iter().any(&here);
        while !self.is_whole() && (!found || start.elapsed() < time) {
            let known = self.now.all.len();
            self.step();
            found |= self.now.all.iter().skip(known).any(&here);
        }
        is_new || self.now.all.len() != before || was_coming != self.coming.is_some()
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

    /// Has the map changed, and are most pages as they were before?
    pub fn is_behind(&self) -> bool {
        self.coming.is_some()
    }

    fn is_of(&self, project: &Arc<Project>, journey: &Id, words: &Words) -> bool {
        let of = self.of.as_ref();
        of.is_some_and(|of| Arc::ptr_eq(&of.project, project) && of.is(journey, words))
    }

    /// Begins a plan.
    fn begin(&mut self, project: &Arc<Project>, journey: &Id, words: &Words) {
        (self.layout.counts, self.made.counts) = (LayoutCounts::default(), LayoutCounts::default());
        self.drawn.clear();
        self.steps.clear();
        (self.of, self.coming) = (None, None);
        let Some((_, journey)) = project.journey(journey) else { return };
        self.pictures = Arc::new(Pictures::new(&project.images, &self.pictures));
        self.memo.begin(project, journey, words.lang);
        let (project, journey, words) = (project.clone(), journey.clone(), words.clone());
        let (mut titles, mut measured) = (false, false);
        for page in self.memo.told.story(&project, &journey) {
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
        self.of = Some(DeckOf { project, journey, words });
    }

    /// Plans the pages anew for which `here` is true, where they stand; false where there are more or
    /// fewer of them now, or what is said of the phases is not known.
    fn renew(&mut self, here: &impl Fn(&Planned) -> bool) -> bool {
        let Some(words) = self.of.as_ref().map(|of| of.words.clone()) else { return false };
        let Some(first) = self.now.all.iter().position(here) else { return false };
        let old = &self.now.all[first];
        let (first, old) = (first - old.part.min(first), old.clone());
        let found = self.steps.iter().find_map(|step| match step {
            PlanStep::Page(page) => page.same_place(&old.page).then(|| page.clone()),
            PlanStep::Titles | PlanStep::Details(_) => None,
        });
        let Some(page) = found.filter(|page| page.hidden == old.page.hidden) else { return false };
        if self.memo.titles.is_none() {
            return false;
        }
        let made = self.pages_of(&page, &words);
        if made.len() != old.parts {
            return false;
        }
        for (at, (planned, content)) in made.into_iter().enumerate() {
            let all = self.now.all.get_mut(first + at);
            if let (Some(all), Some(place)) = (all, self.now.contents.get_mut(first + at)) {
                (*all, *place) = (planned, content);
            }
        }
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
            PlanStep::Page(page) => {
                let made = self.pages_of(&page, &words);
                let plan = self.coming.as_mut().unwrap_or(&mut self.now);
                for (planned, content) in made {
                    if !page.hidden {
                        plan.shown.push(plan.all.len());
                    }
                    plan.all.push(planned);
                    plan.contents.push(content);
                }
            }
        }
        if self.is_whole() {
            self.memo.end();
            if let Some(coming) = self.coming.take() {
                self.now = coming;
                self.drawn.clear();
            }
        }
    }

    /// The pages it takes to show `page`.
    fn pages_of(&mut self, page: &Arc<StoryPage>, words: &Words) -> Vec<(Planned, Content)> {
        let contents = self.with_desk(words, |desk| contents(desk, page)).unwrap_or_default();
        let parts = contents.len();
        let planned = contents.into_iter().enumerate().map(|(part, (name, title, content))| {
            (Planned { page: page.clone(), name, title, part, parts }, content)
        });
        planned.collect()
    }
}

impl DeckOf {
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
        Content::Compare(part) => {
            let title = compare::title(desk, page, part);
            (name.clone(), title.unwrap_or_else(|| heading.clone()), content)
        }
        Content::Movement(part) => {
            let title = movement::title(desk, page, part);
            (name.clone(), title.unwrap_or_else(|| heading.clone()), content)
        }
        Content::Title(_)
        | Content::Map(_)
        | Content::Whole(_)
        | Content::Persona(_)
        | Content::Agreement(_)
        | Content::Curve(_)
        | Content::Phase(PhasePage::Told(_))
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
