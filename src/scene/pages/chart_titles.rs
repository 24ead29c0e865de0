//! What a page of a chart is called where nobody has said so: what the chart shows, as a sentence.

use super::context::PageContext;
use crate::insight::{
    Coverage, NoChart, RankRule, RankedIdea, coverage, ideas_of, next_opportunities, next_tasks,
    rank_ideas, saturation,
};
use crate::model::{Card, Journey, LaneKind, Status};
use crate::words::titled;
use std::sync::Arc;

/// The map whose chart is shown: all of it, where only a part is presented.
pub(super) fn map_of(desk: &PageContext<'_>) -> Arc<Journey> {
    desk.whole.unwrap_or(desk.journey).clone()
}

/// The opportunities of the map, ranked as usual.
pub(super) fn ranked(desk: &PageContext<'_>) -> Vec<RankedIdea> {
    let mut ideas = ideas_of(desk.project, &map_of(desk));
    rank_ideas(&mut ideas, RankRule::default());
    ideas
}

/// "Seven opportunities by value and effort".
pub(super) fn matrix_title(desk: &PageContext<'_>) -> Option<String> {
    let ideas = ranked(desk);
    let shown = ideas.iter().filter(|idea| is_placed(idea)).count();
    let words = desk.pen.words;
    (shown > 0).then(|| words.page_matrix_title(shown as f64, words.first_count_word(shown)))
}

/// Has an opportunity a place in the matrix?
pub(super) fn is_placed(idea: &RankedIdea) -> bool {
    idea.opportunity.status != Some(Status::Dropped) && idea.figures().is_some()
}

/// "Seven opportunities, three under way".
pub(super) fn board_title(desk: &PageContext<'_>) -> Option<String> {
    let ideas = ranked(desk);
    let (all, words) = (ideas.len(), desk.pen.words);
    let of =
        |status: Status| move |idea: &&RankedIdea| idea.opportunity.status == Some(status.clone());
    let ongoing = ideas.iter().filter(of(Status::Ongoing)).count();
    let counted = words.page_board_count(all as f64, words.first_count_word(all));
    let said = match ongoing {
        0 => words.page_board_none(counted),
        _ => words.page_board_ongoing(counted, words.count_word(ongoing)),
    };
    (all > 0).then_some(said)
}

/// "Seven opportunities and six tasks left to do".
pub(super) fn next_title(desk: &PageContext<'_>) -> Option<String> {
    let words = desk.pen.words;
    let ideas = next_opportunities(desk.project).len() + unnamed_ideas(desk).len();
    let tasks = next_tasks(desk.project).len();
    let ideas_said = words.next_title_ideas(ideas as f64, words.first_count_word(ideas));
    match (ideas, tasks) {
        (0, 0) => None,
        (0, _) => {
            let said = words.next_title_tasks(tasks as f64, words.first_count_word(tasks));
            Some(words.next_title(said))
        }
        (_, 0) => Some(words.next_title(ideas_said)),
        (..) => {
            let said = words.next_title_tasks(tasks as f64, words.count_word(tasks));
            Some(words.next_title_both(ideas_said, said))
        }
    }
}

/// Cards that are opportunities without being named as one, with the places of their lanes.
pub(super) fn unnamed_ideas(desk: &PageContext<'_>) -> Vec<(usize, Arc<Card>)> {
    let lanes = desk.journey.lanes.iter().enumerate();
    let lanes = lanes.filter(|(_, lane)| {
        lane.kind == LaneKind::Opportunities && !lane.hidden && !lane.collapsed
    });
    let cards = lanes.flat_map(|(place, lane)| lane.cards.iter().map(move |card| (place, card)));
    let alone = cards.filter(|(_, card)| {
        let idea = card.opportunity.as_ref().and_then(|id| desk.memo.idea(id));
        idea.is_none() && !card.text.trim().is_empty()
    });
    alone.map(|(place, card)| (place, card.clone())).collect()
}

/// "Nobody in the role of technician has told of Decision", of the first phase it is true of.
pub(super) fn coverage_title(desk: &PageContext<'_>) -> Option<String> {
    let journey = map_of(desk);
    hole_said(desk, &journey, &coverage(desk.project, &journey), 0)
}

/// Which role has not told of which phase; none where there is no such hole, or no chart to show it.
pub(super) fn hole_said(
    desk: &PageContext<'_>,
    journey: &Journey,
    coverage: &Coverage,
    place: usize,
) -> Option<String> {
    let words = desk.pen.words;
    let hole = coverage.holes.get(place).filter(|_| NoChart::of_coverage(coverage).is_none())?;
    let phase = journey.phases.get(hole.phase)?;
    Some(words.research_hole(hole.role.to_lowercase(), titled(&phase.title, words)))
}

/// "No new themes in the last two interviews", or how many have taught how much.
pub(super) fn saturation_title(desk: &PageContext<'_>) -> Option<String> {
    let (saturation, words) = (saturation(desk.project), desk.pen.words);
    if NoChart::of_saturation(&saturation).is_some() {
        return None;
    }
    let (held, nothing_new) = (saturation.so_far.len(), saturation.nothing_new);
    let themes = saturation.so_far.last().copied().unwrap_or_default();
    Some(match nothing_new {
        0 => {
            let asked = words.learned_interviews(held as f64, words.first_count_word(held));
            words.page_saturation_so_far(asked, themes as f64, words.count_word(themes))
        }
        count => words.page_saturation_nothing(count as f64, words.count_word(count)),
    })
}
