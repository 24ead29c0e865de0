//! The page of what is done next.

use super::kit::{BODY, Desk, heading, room, texts};
use super::{Page, Planned};
use crate::model::StoryPage;
use crate::scene::{Role, Tag};

/// What stands on one page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Part;

/// The pages it takes.
pub(super) fn parts(_desk: &mut Desk<'_>, _page: &StoryPage) -> Vec<Part> {
    vec![Part]
}

pub(super) fn draw(desk: &mut Desk<'_>, planned: &Planned, _part: &Part) -> Page {
    let (mut items, y) = heading(desk, "", &planned.title, Role::Accent);
    let room = room(y);
    let body = desk.pen.text(&planned.page.text, BODY, Some(room.width()));
    items.push(texts(Tag::Title, None, "", vec![(room.min, body, Role::Ink.into())]));
    Page { title: planned.title.clone(), items, map: None }
}
