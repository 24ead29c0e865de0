//! The page of a phase: one sentence about it, what shows that the sentence is true, who says what, one
//! figure, and where on the way we are. All else that stands in it is on its pages of details.

use super::context::PageContext;
use super::details;
use super::plan::PhasePage;
use super::progress::LaneSpeaker;
use super::{Page, Planned, SIZE, phase_head, phase_sides};
use crate::insight::{PhaseTitle, phase_titles};
use crate::model::{DetailsPlace, StoryPage};
use crate::scene::{Item, Role, phase_color};
use egui::{Pos2, Rect, Vec2};
use std::sync::Arc;

/// Makes the titles of all phases, unless they are known.
pub(super) fn make_titles(desk: &mut PageContext<'_>) {
    if desk.memo.titles.is_some() {
        return;
    }
    let (project, journey, words) = (desk.project.clone(), desk.journey.clone(), desk.pen.words);
    let mut fits = |title: &str| phase_head::fits(desk, title);
    let titles = phase_titles(&project, &journey, words, &mut fits);
    desk.memo.titles = Some(titles.into_iter().map(Arc::new).collect());
}

/// The title of the phase at `place`.
pub(super) fn title_of(desk: &PageContext<'_>, place: usize) -> Option<Arc<PhaseTitle>> {
    desk.memo.titles.as_ref()?.get(place).cloned()
}

/// The place of the phase that a page is about.
pub(super) fn place_of(desk: &PageContext<'_>, page: &StoryPage) -> Option<usize> {
    let about = page.about.as_ref();
    desk.journey.phases.iter().position(|phase| Some(&phase.id) == about)
}

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

/// The bar at the left of all that is a phase's.
pub(super) fn bar(role: Role) -> Item {
    Item::Rect {
        rect: Rect::from_min_size(Pos2::ZERO, Vec2::new(18.0, SIZE.y)),
        radius: 0.0,
        fill: Some(role.into()),
        stroke: None,
        shadow: false,
    }
}
