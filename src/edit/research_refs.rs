//! What themes and passages name goes, and sources and themes go: nothing names what is gone.

use super::research::follow;
use crate::model::{Card, EmotionPoint, Id, Journey, Lane, Passage, Project, Theme};
use std::collections::HashSet;
use std::sync::Arc;

/// Lets themes and passages go of cards, sources and themes that are not in the project any more.
pub fn forget_missing(project: &mut Project) {
    let passages = || project.sources.iter().flat_map(|source| &source.passages);
    if project.themes.is_empty() && passages().next().is_none() {
        return;
    }
    let names_cards = project.themes.iter().any(|theme| !theme.cards.is_empty())
        || passages().any(|passage| passage.card.is_some());
    let lanes = project.journeys.iter().flat_map(|journey| &journey.lanes);
    let cards = lanes.flat_map(|lane| &lane.cards).chain(&project.parked);
    let cards: HashSet<Id> = cards.filter(|_| names_cards).map(|card| card.id.clone()).collect();
    let sources: HashSet<Id> = project.sources.iter().map(|one| one.id.clone()).collect();
    let themes: HashSet<Id> = project.themes.iter().map(|one| one.id.clone()).collect();
    for index in 0..project.themes.len() {
        let is_loose = |theme: &Theme| {
            theme.cards.iter().any(|id| !cards.contains(id))
                || theme.sources.iter().any(|id| !sources.contains(id))
        };
        if is_loose(&project.themes[index])
            && let Some(theme) = project.themes.edit(index)
        {
            theme.cards.retain(|id| cards.contains(id));
            theme.sources.retain(|id| sources.contains(id));
        }
    }
    let is_loose = |passage: &Passage| {
        passage.card.as_ref().is_some_and(|id| !cards.contains(id))
            || passage.themes.iter().any(|id| !themes.contains(id))
    };
    for index in 0..project.sources.len() {
        if !project.sources[index].passages.iter().any(|passage| is_loose(passage)) {
            continue;
        }
        let Some(source) = project.sources.edit(index) else { continue };
        for passage in source.passages.iter_mut().filter(|passage| is_loose(passage)) {
            let passage = Arc::make_mut(passage);
            passage.themes.retain(|id| themes.contains(id));
            passage.card.take_if(|id| !cards.contains(id));
        }
    }
}

/// [`Change::RemoveThemes`](super::Change::RemoveThemes).
pub(super) fn remove_themes(project: &mut Project, gone: &[Id]) {
    project.themes.retain(|theme| !gone.contains(&theme.id));
    forget_missing(project);
}

/// [`Change::RemoveSources`](super::Change::RemoveSources).
pub(super) fn remove_sources(project: &mut Project, gone: &[Id]) {
    let before = project.clone();
    let without = |card: &Card| -> Option<Card> {
        card.sources.iter().any(|id| gone.contains(id)).then(|| {
            let left = card.sources.iter().filter(|id| !gone.contains(id)).cloned().collect();
            follow(&before, card, left)
        })
    };
    project.sources.retain(|source| !gone.contains(&source.id));
    for index in 0..project.journeys.len() {
        if project.journeys[index].lanes.iter().any(|lane| names_any(lane, gone))
            && let Some(journey) = project.journeys.edit(index)
        {
            forget_on_map(journey, gone, &without);
        }
    }
    for card in project.parked.iter_mut() {
        if let Some(left) = without(card) {
            *card = left.into();
        }
    }
    forget_missing(project);
}

fn is_said_by(point: &EmotionPoint, gone: &[Id]) -> bool {
    point.source.as_ref().is_some_and(|id| gone.contains(id))
}

fn names_any(lane: &Lane, gone: &[Id]) -> bool {
    let mut sources = lane.cards.iter().flat_map(|card| &card.sources);
    sources.any(|id| gone.contains(id)) || lane.points.iter().any(|one| is_said_by(one, gone))
}

fn forget_on_map(journey: &mut Journey, gone: &[Id], without: &dyn Fn(&Card) -> Option<Card>) {
    for index in 0..journey.lanes.len() {
        if !names_any(&journey.lanes[index], gone) {
            continue;
        }
        let Some(lane) = journey.lanes.edit(index) else { continue };
        for card in lane.cards.iter_mut() {
            if let Some(left) = without(card) {
                *card = left.into();
            }
        }
        for point in lane.points.iter_mut().filter(|point| is_said_by(point, gone)) {
            Arc::make_mut(point).source = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::notation::{faults, id, parse};
    use super::super::{Change, Edit, Label, apply};
    use super::*;
    use crate::model::{CardRef, Evidence, Source, SourceKind, Thing};

    /// `x` rests on both sources, `p` on `one`; the passage of `one` became `x`, the theme is seen in
    /// `x` and `k` and heard in `one`.
    fn project() -> Project {
        let (mut project, _) = parse("A: a b\nL: x y / z\n~E: p+1 / q-1\nparked: k");
        let kind = Some(SourceKind::Interview);
        let text = "Ja".into();
        let (themes, card) = (vec![id("t")], Some(id("x")));
        let passage = Passage { id: id("w"), text, themes, card, ..Passage::default() };
        let passages = std::iter::once(passage).collect();
        let one = Source { id: id("one"), kind: kind.clone(), passages, ..Source::default() };
        let two = Source { id: id("two"), kind, ..Source::default() };
        project.sources.extend([one.into(), two.into()]);
        let (cards, sources) = (vec![id("x"), id("k")], vec![id("one")]);
        project.themes.push(Theme { id: id("t"), cards, sources, ..Theme::default() }.into());
        let map = project.journeys.edit(0).unwrap();
        let card = map.lanes.edit(0).unwrap().cards.edit(0).unwrap();
        (card.sources, card.evidence) = (vec![id("one"), id("two")], Some(Evidence::Researched));
        map.lanes.edit(1).unwrap().points.edit(0).unwrap().source = Some(id("one"));
        project
    }

    fn made(project: &Project, change: Change) -> Project {
        apply(project, &Edit { journey: id("map"), change }).unwrap()
    }

    #[test]
    fn nothing_names_a_source_that_is_gone() {
        let before = project();
        let after = made(&before, Change::RemoveSources(vec![id("one")]));
        let (old, map) = (&before.journeys[0], &after.journeys[0]);
        assert_eq!((after.sources.len(), after.themes[0].sources.len()), (1, 0));
        let card = &map.lanes[0].cards[0];
        assert_eq!(
            (&card.sources[..], &card.evidence),
            (&[id("two")][..], &Some(Evidence::Researched))
        );
        assert_eq!(map.lanes[1].points[0].source, None);
        assert!(Arc::ptr_eq(&old.lanes[0].cards[1], &map.lanes[0].cards[1]));
        assert_eq!(faults(&after), Vec::<String>::new());
        // Of one that rested on it alone nothing is known any more.
        let none = made(&after, Change::RemoveSources(vec![id("two")]));
        let card = &none.journeys[0].lanes[0].cards[0];
        assert_eq!((card.sources.len(), &card.evidence), (0, &None));
        assert_eq!(made(&before, Change::RemoveSources(vec![id("gone")])), before);
    }

    #[test]
    fn passages_outlive_their_themes_and_cards() {
        let before = project();
        let after = made(&before, Change::RemoveThemes(vec![id("t")]));
        let passage = &after.sources[0].passages[0];
        assert_eq!((after.themes.len(), passage.themes.len()), (0, 0));
        assert_eq!(passage.card, Some(id("x")));
        let card = Thing::Card(CardRef { lane: Some(id("L")), card: id("x") });
        for gone in [card, Thing::Lane(id("L")), Thing::Step(id("a"))] {
            let after = made(&before, Change::Remove(vec![gone]));
            let passage = &after.sources[0].passages[0];
            assert_eq!((&passage.card, &passage.themes[..]), (&None, &[id("t")][..]));
            assert_eq!(after.themes[0].cards, [id("k")]);
        }
    }

    #[test]
    fn they_are_called_by_what_they_do() {
        let before = project();
        let source = |change: &dyn Fn(&mut Source)| {
            let mut source = Source::clone(&before.sources[0]);
            change(&mut source);
            Change::PutSources(vec![source])
        };
        let theme =
            |name: &str| Change::PutThemes(vec![Theme { id: id(name), ..Theme::default() }]);
        let rows = [
            (source(&|it| it.id = id("new")), Label::AddSource),
            (source(&|it| it.who = "Bo".into()), Label::ChangeSources(1)),
            (source(&|it| it.passages.push(Arc::default())), Label::TakePassage),
            (source(&|it| it.passages.clear()), Label::LetPassageGo),
            (theme("new"), Label::AddTheme),
            (theme("t"), Label::ChangeThemes(1)),
            (Change::RemoveThemes(vec![id("t")]), Label::RemoveThemes(1)),
            (Change::RemoveSources(vec![id("one")]), Label::RemoveSources(1)),
        ];
        for (change, expected) in rows {
            assert_eq!(Label::of(&before, &Edit { journey: id("map"), change }), expected);
        }
    }
}
