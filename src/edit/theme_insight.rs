//! A theme becomes an insight: a card of the map that rests on the sources the theme is heard in.

use super::research::follow;
use super::{Change, Spot, new_lane};
use crate::insight::theme_tallies;
use crate::model::{Card, Id, IdSource, Journey, LaneKind, Project, Theme};

/// The theme `theme` as a card of the lane of insights, which is made where the map has none, in the
/// step of the first of its cards that stands on the map, or else in the first step; the theme lists
/// the card. None: there is no such theme, it has its insight on this map already, or the map has no
/// steps.
pub fn insight_of_theme(
    project: &Project,
    journey: &Journey,
    theme: &Id,
    ids: &mut IdSource,
) -> Option<Change> {
    let tally = theme_tallies(project).into_iter().find(|one| one.theme.id == *theme)?;
    let theme = &tally.theme;
    if has_insight(journey, theme) {
        return None;
    }
    let cards = journey.lanes.iter().flat_map(|lane| &lane.cards);
    let steps = cards.filter(|card| theme.cards.contains(&card.id)).map(|card| &card.step);
    let place = |id: &Id| journey.steps().position(|(_, step)| step.id == *id);
    let step = steps.filter_map(place).min().unwrap_or_default();
    let step = journey.steps().nth(step)?.1.id.clone();
    let card = Card {
        id: ids.next_id(),
        text: theme.title.clone(),
        note: theme.note.clone(),
        ..Card::default()
    };
    let card = follow(project, &card, tally.sources.clone());
    let mut known = Theme::clone(theme);
    known.cards.push(card.id.clone());
    let mut changes = Vec::new();
    let lane = match insights(journey, false).or_else(|| insights(journey, true)) {
        Some(lane) => lane,
        None => {
            let lane = new_lane(LaneKind::Insights, ids);
            let id = lane.id.clone();
            // What is to come of them stands below.
            let at = journey.lanes.index_where(|lane| lane.kind == LaneKind::Opportunities);
            changes.push(Change::AddLanes {
                at: at.unwrap_or(journey.lanes.len()),
                lanes: vec![lane],
            });
            id
        }
    };
    changes.push(Change::AddCards(vec![(Spot::Cell { lane, step, index: usize::MAX }, card)]));
    changes.push(Change::PutThemes(vec![known]));
    Some(Change::Together(changes))
}

/// Is one of the theme's cards an insight of this map?
pub fn has_insight(journey: &Journey, theme: &Theme) -> bool {
    let lanes = journey.lanes.iter().filter(|lane| lane.kind == LaneKind::Insights);
    lanes.flat_map(|lane| &lane.cards).any(|card| theme.cards.contains(&card.id))
}

fn insights(journey: &Journey, hidden: bool) -> Option<Id> {
    let mut lanes = journey.lanes.iter();
    let found = lanes.find(|lane| lane.kind == LaneKind::Insights && lane.hidden == hidden);
    found.map(|lane| lane.id.clone())
}

#[cfg(test)]
mod tests {
    use super::super::notation::{id, parse};
    use super::super::{Edit, apply};
    use super::*;
    use crate::model::{Evidence, Source, SourceKind};

    #[test]
    fn a_theme_becomes_one_insight_with_its_sources() {
        let (mut project, _) = parse("A: a b\nP: p / q");
        let kind = Some(SourceKind::Interview);
        project.sources.push(Source { id: id("s"), kind, ..Source::default() }.into());
        let theme = Theme {
            id: id("t"),
            title: "Väntan oroar".into(),
            note: "Mest på kvällen".into(),
            cards: vec![id("q")],
            sources: vec![id("s")],
            ..Theme::default()
        };
        project.themes.push(theme.into());
        let mut ids = IdSource::seeded(7);
        let journey = project.journeys[0].clone();
        let change = insight_of_theme(&project, &journey, &id("t"), &mut ids).unwrap();
        let edit = Edit { journey: journey.id.clone(), change };
        let after = apply(&project, &edit).unwrap();
        let journey = &after.journeys[0];
        let lane = journey.lanes.iter().find(|lane| lane.kind == LaneKind::Insights).unwrap();
        let card = &lane.cards[0];
        assert_eq!((card.text.as_str(), card.note.as_str()), ("Väntan oroar", "Mest på kvällen"));
        assert_eq!((card.step.as_str(), &card.evidence), ("b", &Some(Evidence::Researched)));
        assert_eq!(card.sources, [id("s")]);
        assert_eq!(after.themes[0].cards, [id("q"), card.id.clone()]);
        assert!(has_insight(journey, &after.themes[0]));
        assert_eq!(insight_of_theme(&after, journey, &id("t"), &mut ids), None);
        assert_eq!(insight_of_theme(&after, journey, &id("none"), &mut ids), None);
    }
}
