//! The sub-goals of a project as a whole: what they are called, and in which order.

use crate::model::{Card, Id, Project, Subgoal};

/// [`Change::SetSubgoals`](super::Change::SetSubgoals). A card that serves one that is gone serves none.
pub(super) fn set(project: &mut Project, subgoals: &[Subgoal]) {
    project.subgoals = subgoals.iter().cloned().collect();
    let gone = |card: &Card| {
        let is_there = |id: &Id| subgoals.iter().any(|one| one.id == *id);
        card.subgoal.as_ref().is_some_and(|id| !is_there(id))
    };
    for map in 0..project.journeys.len() {
        let lanes = project.journeys.get(map).map_or(0, |map| map.lanes.len());
        for place in 0..lanes {
            let lane = |project: &Project| -> Vec<usize> {
                let lane = project.journeys.get(map).and_then(|map| map.lanes.get(place));
                let cards = lane.into_iter().flat_map(|lane| lane.cards.iter().enumerate());
                cards.filter(|(_, card)| gone(card)).map(|(index, _)| index).collect()
            };
            let found = lane(project);
            if found.is_empty() {
                continue;
            }
            let map = project.journeys.edit(map);
            let Some(lane) = map.and_then(|map| map.lanes.edit(place)) else { continue };
            for index in found {
                lane.cards.edit(index).into_iter().for_each(|card| card.subgoal = None);
            }
        }
    }
    let parked: Vec<usize> = (project.parked.iter().enumerate())
        .filter(|(_, card)| gone(card))
        .map(|(at, _)| at)
        .collect();
    for index in parked {
        project.parked.edit(index).into_iter().for_each(|card| card.subgoal = None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::notation::{id, parse};
    use crate::edit::{Change, Edit, Editor, Label};
    use crate::model::IdSource;

    #[test]
    fn a_card_that_serves_what_is_gone_serves_none() {
        let (mut project, _) = parse("A: a b\nL: x y /");
        let subgoal =
            |name: &str| Subgoal { id: id(name), title: name.into(), ..Subgoal::default() };
        project.subgoals = [subgoal("one"), subgoal("two")].into_iter().collect();
        let cards = &mut project.journeys.edit(0).unwrap().lanes.edit(0).unwrap().cards;
        for (place, serves) in ["one", "two"].into_iter().enumerate() {
            cards.edit(place).unwrap().subgoal = Some(id(serves));
        }
        let parked = Card { id: id("p"), subgoal: Some(id("one")), ..Card::default() };
        project.parked.push(parked.into());
        let journey = project.journeys[0].id.clone();
        let mut editor = Editor::new(project, IdSource::seeded(1));
        let change = Change::SetSubgoals(vec![subgoal("three"), subgoal("two")]);
        let edit = Edit { journey, change };
        assert_eq!(Label::of(editor.project(), &edit), Label::ChangeSubgoals(2));
        editor.edit(edit).unwrap();
        let now = editor.project();
        let names: Vec<_> = now.subgoals.iter().map(|one| one.title.as_str()).collect();
        assert_eq!(names, ["three", "two"]);
        let cards = &now.journeys[0].lanes[0].cards;
        assert_eq!((&cards[0].subgoal, &cards[1].subgoal), (&None, &Some(id("two"))));
        assert_eq!(now.parked[0].subgoal, None);
    }
}
