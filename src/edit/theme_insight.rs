//! A theme becomes an insight: a card of the map that rests on the sources the theme is heard in.

use super::research::follow;
use super::{Change, Spot, new_lane};
use crate::insight::theme_tallies;
use crate::model::{Card, Id, IdSource, Journey, Lane, LaneKind, Project, Theme};
use std::collections::HashSet;

/// The theme `theme` as a card of the lane of insights, which is made where the map has none, in the
/// step where most of what it gathers stands (`step_of_theme`); the theme lists the card. None: there
/// is no such theme, it has its insight on this map already, or the map has no steps.
pub fn insight_of_theme(
    project: &Project,
    journey: &Journey,
    theme: &Id,
    ids: &mut IdSource,
) -> Option<Change> {
    let tally = theme_tallies(project).into_iter().find(|one| one.theme.id == *theme)?;
    let theme = &tally.theme;
    if insight_card(journey, theme).is_some() {
        return None;
    }
    let step = step_of_theme(project, journey, theme, &tally.sources);
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

/// The insight of this map that the theme has become.
pub fn insight_card<'a>(journey: &'a Journey, theme: &Theme) -> Option<(&'a Lane, &'a Card)> {
    let lanes = journey.lanes.iter().filter(|lane| lane.kind == LaneKind::Insights);
    let mut cards = lanes.flat_map(|lane| lane.cards.iter().map(move |card| (&**lane, &**card)));
    cards.find(|(_, card)| theme.cards.contains(&card.id))
}

/// The place of the step where most of what a theme gathers stands: its cards, and those its passages
/// became; where there are none, the cards that rest on its sources. Of several the first; with nothing
/// to go by the first of all.
fn step_of_theme(project: &Project, journey: &Journey, theme: &Theme, sources: &[Id]) -> usize {
    let passages = project.sources.iter().flat_map(|source| &source.passages);
    let of_theme = passages.filter(|passage| passage.themes.contains(&theme.id));
    let mut gathered: HashSet<&Id> = of_theme.filter_map(|one| one.card.as_ref()).collect();
    gathered.extend(&theme.cards);
    let most = |is_of: &dyn Fn(&Card) -> bool| {
        let mut counts = vec![0_usize; journey.steps().count()];
        for card in journey.lanes.iter().flat_map(|lane| &lane.cards).filter(|card| is_of(card)) {
            let place = journey.steps().position(|(_, step)| step.id == card.step);
            place.and_then(|at| counts.get_mut(at)).into_iter().for_each(|count| *count += 1);
        }
        let most = counts.iter().copied().max().filter(|most| *most > 0)?;
        counts.iter().position(|count| *count == most)
    };
    let own = most(&|card| gathered.contains(&card.id));
    let resting = || most(&|card| card.sources.iter().any(|source| sources.contains(source)));
    own.or_else(resting).unwrap_or_default()
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
    fn an_insight_stands_where_most_of_its_theme_does() {
        let (mut project, _) = parse("A: a b c\nP: p / q r / s");
        let card = |project: &mut Project, name: &str| {
            let lanes = &mut project.journeys.edit(0).unwrap().lanes;
            let cards = &mut lanes.edit(0).unwrap().cards;
            let at = cards.index_where(|one| one.id == id(name)).unwrap();
            cards.edit(at).unwrap().sources = vec![id("s1")];
        };
        card(&mut project, "s");
        let theme = |cards: &[&str]| Theme {
            id: id("t"),
            cards: cards.iter().map(|name| id(name)).collect(),
            ..Theme::default()
        };
        let step = |project: &Project, cards: &[&str], sources: &[Id]| {
            step_of_theme(project, &project.journeys[0], &theme(cards), sources)
        };
        assert_eq!(step(&project, &["p", "q", "r"], &[]), 1);
        assert_eq!(step(&project, &["p", "s"], &[]), 0, "of as many the first");
        assert_eq!(step(&project, &[], &[id("s1")]), 2, "where its sources tell of");
        assert_eq!(step(&project, &[], &[id("s2")]), 0);
        let passage = crate::model::Passage {
            themes: vec![id("t")],
            card: Some(id("r")),
            ..Default::default()
        };
        let source = Source { passages: [passage].into_iter().collect(), ..Source::default() };
        project.sources.push(source.into());
        assert_eq!(step(&project, &[], &[id("s1")]), 1, "where its words became a card");
    }

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
        assert_eq!(insight_card(journey, &after.themes[0]).unwrap().1.id, card.id);
        assert_eq!(insight_of_theme(&after, journey, &id("t"), &mut ids), None);
        assert_eq!(insight_of_theme(&after, journey, &id("none"), &mut ids), None);
    }
}
