//! The opportunities by status, as in their room. In each column those ranked highest come first; what
//! has no room is counted below them.

use super::chart_page::{ChartDrawn, ChartPage, LAST_ZOOM, draw as chart, largest, readable};
use super::chart_titles::ranked;
use super::context::PageContext;
use super::{Page, Planned};
use crate::insight::{NoChart, RankedIdea, last_edited};
use crate::model::Status;
use crate::scene::{BoardShape, IdeaPicture, board_columns, board_shaped};
use egui::Vec2;

/// More columns have no room beside each other.
const COLUMNS_MAX: usize = 5;

pub(super) fn draw(desk: &mut PageContext<'_>, planned: &Planned, part: &ChartPage) -> Page {
    let over = desk.pen.words.ideas_title();
    chart(desk, planned, part, &over, |desk, room| {
        let all = ranked(desk);
        if let Some(why) = NoChart::of_board(&all) {
            return Err(why);
        }
        let mut columns = board_columns(&all);
        columns.truncate(COLUMNS_MAX);
        let status = |idea: &RankedIdea| idea.opportunity.status.clone().unwrap_or(Status::Idea);
        let shown: Vec<RankedIdea> =
            all.iter().filter(|idea| columns.contains(&status(idea))).cloned().collect();
        let drawn = |desk: &mut PageContext<'_>, zoom: f32, must_all: bool| {
            let picture = within(desk, &shown, columns.len(), room / zoom);
            let has_all = picture.cards.len() == shown.len();
            (has_all || !must_all).then_some((picture, zoom))
        };
        let found = largest(desk, |desk, zoom| drawn(desk, zoom, true));
        let found =
            found.or_else(|| readable(desk, LAST_ZOOM, |desk| drawn(desk, LAST_ZOOM, false)));
        let (picture, zoom) = found.ok_or(NoChart::NoIdeas)?;
        let words = desk.pen.words;
        let mut under = Vec::new();
        if picture.cards.len() < shown.len() {
            under.push(words.page_board_cut());
        }
        let others = all.len().saturating_sub(shown.len());
        under.extend((others > 0).then(|| words.page_board_others(others)));
        if under.is_empty() {
            under.push(words.labelled(words.ideas_ranking(), words.ideas_rule_sum()));
        }
        let (items, size) = (picture.items(), picture.size);
        Ok(ChartDrawn { under: under.join(" · "), items, size, zoom, title: None })
    })
}

/// The board of these in `room`.
fn within(
    desk: &mut PageContext<'_>,
    ideas: &[RankedIdea],
    columns: usize,
    room: Vec2,
) -> IdeaPicture {
    let today = last_edited(desk.project);
    let (words, shape) = ((desk.pen.words, 1.0), BoardShape::within(room, columns));
    board_shaped(desk.made, desk.project, ideas, today, words, shape).0
}
