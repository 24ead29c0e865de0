//! The page of a phase: one sentence about it, what shows that the sentence is true, who says what, one
//! figure, and where on the way we are. All else that stands in it is on its pages of details.

use super::context::PageContext;
use super::details;
use super::phase_head::bar;
use super::phase_title::{place_of, title_of};
use super::plan::PhasePage;
use super::progress::LaneSpeaker;
use super::{Page, Planned, phase_head, phase_sides};
use crate::model::{DetailsPlace, StoryPage};
use crate::scene::{Role, phase_color};

/// The pages it takes.
pub(super) fn parts(desk: &mut PageContext<'_>, page: &StoryPage) -> Vec<PhasePage> {
    let Some(place) = place_of(desk, page) else { return Vec::new() };
    let mut parts = vec![PhasePage::Told(place)];
    if desk.journey.details_place() == DetailsPlace::AfterPhase {
        let after = details::after(desk, place, page.hidden);
        parts.extend(after.into_iter().map(PhasePage::Details));
    }
    parts
}

pub(super) fn draw(desk: &mut PageContext<'_>, planned: &Planned, part: &PhasePage) -> Page {
    let place = match part {
        PhasePage::Told(place) => *place,
        PhasePage::Details(part) => return details::draw(desk, planned, part),
    };
    let journey = desk.journey.clone();
    let empty = || Page { title: planned.title.clone(), items: Vec::new(), map: None };
    let (Some(phase), Some(title)) = (journey.phases.get(place), title_of(desk, place)) else {
        return empty();
    };
    let mut items = vec![bar(Role::Phase(phase_color(place, phase)))];
    let (head, down) = phase_head::head(desk, planned, place, &title);
    items.extend(head);
    items.extend(phase_sides::draw(desk, &title, place, down));
    let speaker: Option<LaneSpeaker> =
        title.speaker.as_ref().map(|one| (one.point.lane, one.point.persona.clone()));
    let chosen = title.speaker.as_ref().map(|one| one.point.point.id.clone());
    let project = desk.project.clone();
    let road = desk.memo.road(&project, &journey, speaker);
    items.extend(road.draw(desk, place, chosen.as_ref()));
    Page { title: planned.called(desk.pen.words), items, map: None }
}
