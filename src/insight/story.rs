//! Which pages a map is presented with, and in which order.

use super::agreement::agreement;
use super::asked::asked;
use super::funnel;
use super::learned::learned;
use super::personas::{Presented, presented_personas};
use crate::model::{
    DetailsPlace, Id, Journey, JourneyKind, Lane, LaneKind, PageKind, Project, StoryPage, unquoted,
};
use std::sync::Arc;

/// The pages that `journey` is presented with, in order, hidden ones too: those its map gives, with
/// what its story has chosen for them, and those somebody has added. A page that the story does not
/// know, such as one for a new phase, comes after the one that stands before it in the map.
///
/// Reads the whole map: [`KeptInsights`](super::KeptInsights) keeps what it reads while that stays the same.
pub fn story(project: &Project, journey: &Journey) -> Vec<StoryPage> {
    let felt = StoryFelt::of(project, journey);
    let has_learned = !learned(project, journey).is_empty();
    let has_ask = asked(project, journey).is_some();
    story_told(project, journey, &StoryTold { felt: &felt, has_learned, has_ask })
}

/// What is felt on a map, as far as pages hang on it.
pub(super) struct StoryFelt {
    personas: Vec<Presented>,
    has_agreement: bool,
}

impl StoryFelt {
    pub(super) fn of(project: &Project, journey: &Journey) -> Self {
        let personas = presented_personas(project, journey);
        Self { personas, has_agreement: agreement(journey).is_some() }
    }
}

/// What must be known of a map before its pages are.
pub(super) struct StoryTold<'a> {
    pub felt: &'a StoryFelt,
    pub has_learned: bool,
    pub has_ask: bool,
}

/// The same where it is known what the map tells.
pub(super) fn story_told(
    project: &Project,
    journey: &Journey,
    told: &StoryTold<'_>,
) -> Vec<StoryPage> {
    let given = given(project, journey, told);
    let stored = journey.story.iter().map(Arc::as_ref);
    let there = |page: &&StoryPage| match page.kind {
        PageKind::View => page.about.as_ref().is_some_and(|view| has_view(journey, view)),
        PageKind::Title
        | PageKind::Map
        | PageKind::Curve
        | PageKind::Persona
        | PageKind::Phase
        | PageKind::Agreement
        | PageKind::Movement
        | PageKind::Compare
        | PageKind::Learned
        | PageKind::Ask
        | PageKind::Next
        | PageKind::Details
        | PageKind::Matrix
        | PageKind::Board
        | PageKind::Coverage
        | PageKind::Saturation
        | PageKind::Cards
        | PageKind::Text
        | PageKind::Other(_) => {
            page.kind.is_added() || given.iter().any(|one| one.same_place(page))
        }
    };
    let mut pages: Vec<StoryPage> = Vec::new();
    for page in stored.filter(there) {
        if !pages.iter().any(|one| one.same_place(page)) {
            pages.push(page.clone());
        }
    }
    let mut at = 0;
    for page in given {
        match pages.iter().position(|one| one.same_place(&page)) {
            Some(place) => at = place + 1,
            None => {
                pages.insert(at, page);
                at += 1;
            }
        }
    }
    pages
}

/// The pages the map gives by itself.
fn given(project: &Project, journey: &Journey, told: &StoryTold<'_>) -> Vec<StoryPage> {
    let page = |kind: PageKind, about: Option<&Id>| {
        // The same each time, so that a page keeps its name until somebody chooses something for it.
        let id = match about {
            Some(about) => Id::new(&format!("{}-{about}", kind.as_str())),
            None => Id::new(kind.as_str()),
        };
        StoryPage { id, kind, about: about.cloned(), ..StoryPage::default() }
    };
    let mut pages = vec![page(PageKind::Title, None), page(PageKind::Map, None)];
    let has_curve = |lane: &Arc<Lane>| lane.kind == LaneKind::Emotions && !lane.points.is_empty();
    if journey.lanes.iter().any(has_curve) {
        pages.push(page(PageKind::Curve, None));
    }
    for one in &told.felt.personas {
        let persona = page(PageKind::Persona, Some(&one.persona));
        pages.push(StoryPage { hidden: !one.shown, ..persona });
    }
    pages.extend(journey.phases.iter().map(|phase| page(PageKind::Phase, Some(&phase.id))));
    if told.felt.has_agreement {
        pages.push(page(PageKind::Agreement, None));
    }
    if !journey.transitions.is_empty() || funnel(journey).is_some() {
        pages.push(page(PageKind::Movement, None));
    }
    let others = project.journeys.iter().filter(|other| belongs(journey, other));
    pages.extend(others.map(|other| page(PageKind::Compare, Some(&other.id))));
    if told.has_learned {
        pages.push(page(PageKind::Learned, None));
    }
    if has_next(project, journey) {
        pages.push(page(PageKind::Next, None));
    }
    // What is decided on stands last: it is what those who leave the room remember.
    if told.has_ask {
        pages.push(page(PageKind::Ask, None));
    }
    // Behind it is only what somebody may ask for.
    if journey.details_place() == DetailsPlace::Last && has_details(journey) {
        pages.push(page(PageKind::Details, None));
    }
    pages
}

/// Does anything stand in a phase that its details would show?
fn has_details(journey: &Journey) -> bool {
    let shown = |lane: &&Arc<Lane>| !lane.hidden && !lane.collapsed;
    let says = |lane: &Arc<Lane>| {
        let is_curve = lane.kind == LaneKind::Emotions;
        is_curve && lane.points.iter().any(|point| !unquoted(&point.quote).is_empty())
            || !is_curve && !lane.cards.is_empty()
    };
    !journey.phases.is_empty()
        && (journey.lanes.iter().filter(shown).any(says)
            || journey.phases.iter().any(|phase| !phase.goal.trim().is_empty()))
}

/// Is `other` the future of `journey`, or what it is the future of?
fn belongs(journey: &Journey, other: &Journey) -> bool {
    let future = |a: &Journey, b: &Journey| {
        a.origin.as_ref() == Some(&b.id) && a.kind == Some(JourneyKind::Future)
    };
    journey.id != other.id && (future(journey, other) || future(other, journey))
}

fn has_view(journey: &Journey, view: &Id) -> bool {
    journey.views.iter().any(|one| one.id == *view)
}

/// Is there something to do?
fn has_next(project: &Project, journey: &Journey) -> bool {
    let ideas = journey.lanes.iter().filter(|lane| lane.kind == LaneKind::Opportunities);
    !project.tasks.is_empty()
        || !project.opportunities.is_empty()
        || ideas.flat_map(|lane| &lane.cards).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{EmotionPoint, List, Phase, Status, Transition, View};

    fn id(text: &str) -> Id {
        Id::new(text)
    }

    fn map() -> Journey {
        let phase = |name: &str| Phase { id: id(name), ..Phase::default() };
        Journey {
            id: id("map"),
            phases: ["a", "b"].map(phase).into_iter().collect(),
            ..Journey::default()
        }
    }

    fn names(project: &Project, journey: &Journey) -> String {
        let name = |page: &StoryPage| match &page.about {
            Some(about) => about.to_string(),
            None => page.kind.as_str().to_owned(),
        };
        story(project, journey).iter().map(name).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_map_gives_its_pages_in_order() {
        let (mut project, mut journey) = (Project::default(), map());
        assert_eq!(names(&project, &journey), "title map a b");
        let lane = Lane {
            kind: LaneKind::Emotions,
            points: [EmotionPoint::default()].into_iter().collect(),
            ..Lane::default()
        };
        journey.lanes = List::from_iter([lane]);
        journey.transitions =
            List::from_iter([Transition { id: id("t"), from: id("a"), ..Transition::default() }]);
        let future = Journey {
            id: id("future"),
            origin: Some(id("map")),
            kind: Some(JourneyKind::Future),
            ..Journey::default()
        };
        project.journeys = List::from_iter([journey.clone(), future.clone()]);
        project.tasks = List::from_iter([crate::model::Task::default()]);
        assert_eq!(names(&project, &journey), "title map curve a b movement future next");
        assert_eq!(names(&project, &future), "title map map next");
        let idea = crate::model::Opportunity {
            id: id("idea"),
            status: Some(Status::Planned),
            title: "Say how long it takes".into(),
            ..Default::default()
        };
        project.opportunities = List::from_iter([idea]);
        let all = names(&project, &journey);
        assert!(all.ends_with(" next ask"), "the decision is last: {all}");
    }

    #[test]
    fn personas_come_before_the_phases_and_how_far_they_agree_after_them() {
        let project = crate::insight::felt_map::felt_project(&[&[1.0, 0.0], &[0.5, -1.0]]);
        let mut journey = Journey::clone(&project.journeys[0]);
        let all = "title map curve who0 who1 p0 p1 agreement learned";
        assert_eq!(names(&project, &journey), all);
        // A story that was put in order before there were such pages keeps its order.
        let page = |kind: PageKind, about: Option<&str>| StoryPage {
            id: id(about.unwrap_or(kind.as_str())),
            kind,
            about: about.map(id),
            ..StoryPage::default()
        };
        journey.story = List::from_iter([
            page(PageKind::Curve, None),
            page(PageKind::Phase, Some("p1")),
            page(PageKind::Title, None),
            page(PageKind::Map, None),
            page(PageKind::Phase, Some("p0")),
        ]);
        let kept = "curve who0 who1 p1 agreement learned title map p0";
        assert_eq!(names(&project, &journey), kept);
    }

    #[test]
    fn the_story_orders_and_adds_and_what_is_new_finds_its_place() {
        let (project, mut journey) = (Project::default(), map());
        let page = |kind: PageKind, about: Option<&str>| StoryPage {
            id: id(about.unwrap_or(kind.as_str())),
            kind,
            about: about.map(id),
            ..StoryPage::default()
        };
        let notes = StoryPage { notes: "Say hello".into(), ..page(PageKind::Title, None) };
        journey.story = List::from_iter([
            page(PageKind::Phase, Some("b")),
            page(PageKind::Text, None),
            page(PageKind::Phase, Some("gone")),
            page(PageKind::View, Some("gone")),
            notes,
            page(PageKind::Map, None),
        ]);
        assert_eq!(names(&project, &journey), "b text title map a");
        assert_eq!(story(&project, &journey)[2].notes, "Say hello");
        journey.views = List::from_iter([View { id: id("gone"), ..View::default() }]);
        assert_eq!(names(&project, &journey), "b text gone title map a");
    }
}
