//! The opportunities by value and effort, as in their room. Where not all have room, it is those ranked
//! highest; what has no figures has no place, and is counted.

use super::chart_page::{ChartDrawn, ChartPage, LAST_ZOOM, draw as chart, largest, readable};
use super::chart_titles::{is_placed, ranked};
use super::context::PageContext;
use super::{Page, Planned};
use crate::insight::{NoChart, RankedIdea, last_edited};
use crate::model::Status;
use crate::scene::{Matrix, MatrixShape, matrix_shaped};
use crate::words::Words;
use egui::Vec2;

/// Cards keep this far from the words in the corners of the plot.
const INSET: f32 = 32.0;
/// More never have room: columns of five cards.
const MOST: usize = 25;

pub(super) fn draw(desk: &mut PageContext<'_>, planned: &Planned, part: &ChartPage) -> Page {
    let over = desk.pen.words.ideas_title();
    chart(desk, planned, part, &over, |desk, room| {
        let all = ranked(desk);
        if let Some(why) = NoChart::of_matrix(&all) {
            return Err(why);
        }
        let placed: Vec<RankedIdea> = all.iter().filter(|idea| is_placed(idea)).cloned().collect();
        if placed.is_empty() {
            return Err(NoChart::NoFigures);
        }
        let drawn = |desk: &mut PageContext<'_>, zoom: f32, count: usize| {
            let ideas = placed.get(..count)?;
            fitting(desk, ideas, room / zoom).map(|matrix| (matrix, zoom, count))
        };
        let whole = |desk: &mut PageContext<'_>, zoom| drawn(desk, zoom, placed.len());
        let found = if placed.len() <= MOST { largest(desk, whole) } else { None };
        let found = found.or_else(|| {
            readable(desk, LAST_ZOOM, |desk| {
                let fewer = (1..=placed.len().min(MOST)).rev();
                fewer.into_iter().find_map(|count| drawn(desk, LAST_ZOOM, count))
            })
        });
        let (matrix, zoom, count) = found.ok_or(NoChart::NoIdeas)?;
        let under = under(&all, (count, placed.len()), desk.pen.words);
        let size = matrix.picture.size;
        Ok(ChartDrawn { under, items: matrix.picture.items(), size, zoom, title: None })
    })
}

/// The matrix of these, where it is no larger than `room`.
fn fitting(desk: &mut PageContext<'_>, ideas: &[RankedIdea], room: Vec2) -> Option<Matrix> {
    let today = last_edited(desk.project);
    let shape = MatrixShape::within(room, INSET);
    let words = (desk.pen.words, 1.0);
    let matrix = matrix_shaped(desk.made, desk.project, ideas, today, words, shape);
    (matrix.picture.size.y <= room.y + 0.5).then_some(matrix)
}

/// Which are shown where not all are, how far they are, and how many have no place.
fn under(all: &[RankedIdea], (shown, placed): (usize, usize), words: &Words) -> String {
    let mut said = Vec::new();
    if shown < placed {
        let [shown, placed] = [shown, placed].map(|count| words.number(count as f64));
        said.push(words.page_matrix_cut(shown, placed));
    } else {
        said.extend(how_far(all, words));
    }
    let there = all.iter().filter(|idea| idea.opportunity.status != Some(Status::Dropped)).count();
    let loose = there.saturating_sub(placed);
    said.extend((loose > 0).then(|| words.page_matrix_loose(loose)));
    said.join(" · ")
}

/// How many of them are how far.
fn how_far(all: &[RankedIdea], words: &Words) -> Vec<String> {
    let of = |status: Option<Status>| {
        all.iter().filter(move |idea| idea.opportunity.status == status).count()
    };
    let ideas = of(Some(Status::Idea)) + of(None);
    let said = [
        (of(Some(Status::Ongoing)), words.ideas_count_ongoing(of(Some(Status::Ongoing)))),
        (of(Some(Status::Planned)), words.ideas_count_planned(of(Some(Status::Planned)))),
        (ideas, words.ideas_count_idea(ideas)),
        (of(Some(Status::Done)), words.ideas_count_done(of(Some(Status::Done)))),
    ];
    said.into_iter().filter(|(count, _)| *count > 0).map(|(_, said)| said).collect()
}
