//! The page of the whole map, and of the map as a view shows it.

use super::kit::{Desk, heading, room};
use super::{MapOnPage, Page, Planned};
use crate::model::{StoryPage, View};
use crate::scene::Role;
use std::sync::Arc;

/// What of the map is shown.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Part {
    view: Arc<View>,
}

/// The pages it takes.
pub(super) fn parts(desk: &mut Desk<'_>, page: &StoryPage) -> Vec<Part> {
    let views = &desk.journey.views;
    let view = views.iter().find(|view| Some(&view.id) == page.about.as_ref());
    vec![Part { view: view.cloned().unwrap_or_default() }]
}

pub(super) fn draw(desk: &mut Desk<'_>, planned: &Planned, part: &Part) -> Page {
    let (items, y) = heading(desk, "", &planned.title, Role::Accent);
    desk.layout.view = part.view.clone();
    let scene = desk.layout.scene(desk.project, &desk.journey.id, desk.pen.words, 1.0);
    let window = room(y);
    let map = scene.map(|scene| {
        let scale = (window.size() / scene.size.max(egui::Vec2::splat(1.0))).min_elem();
        let at = window.center() - scene.size * scale / 2.0;
        MapOnPage { scene, at, scale, window }
    });
    Page { title: planned.title.clone(), items, map }
}
