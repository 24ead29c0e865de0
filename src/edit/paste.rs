//! Clips and texts are put into a map, and copies beside their originals.

use super::chain::follow_copies;
use super::clip::card_refs;
use super::fresh::copy_of;
use super::images::take_images;
use super::opportunity::{add_with, own_copy};
use super::place;
use super::steps::StepOrder;
use super::{Change, Clip, EditError, Spot};
use crate::insight::{is_of_opportunities, opportunity_of, with_cards};
use crate::model::{Card, EmotionPoint, Id, IdSource, Journey, Lane, LaneKind, Project, Thing};
use std::collections::{BTreeMap, HashMap};

/// Copies of the cards among `things`, each right after its original.
///
/// # Errors
/// Says which card is missing.
pub(super) fn duplicate_cards(
    project: &Project,
    journey: &Journey,
    things: &[Thing],
    ids: &mut IdSource,
) -> Result<Change, EditError> {
    let mut places = place::locate(&project.parked, journey, card_refs(things))?;
    places.sort_by_key(|place| (place.lane, place.index));
    let (mut new, mut opportunities) = (Vec::new(), Vec::new());
    let mut names: HashMap<&Id, Id> = HashMap::new();
    let mut lane = None;
    // How many cards, old and new, of each cell stand before the next one.
    let mut counted: HashMap<&Id, usize> = HashMap::new();
    let mut next = 0;
    for place in places {
        if lane != Some(place.lane) {
            lane = Some(place.lane);
            counted.clear();
            next = 0;
        }
        let cards = match place.lane {
            Some(lane) => &journey.lanes[lane].cards,
            None => &project.parked,
        };
        for card in &cards[next..=place.index] {
            *counted.entry(&card.step).or_default() += 1;
        }
        next = place.index + 1;
        let card = &cards[place.index];
        let count = counted.entry(&card.step).or_default();
        let spot = match place.lane {
            Some(lane) => Spot::Cell {
                lane: journey.lanes[lane].id.clone(),
                step: card.step.clone(),
                index: *count,
            },
            None => Spot::Parked { index: *count },
        };
        *count += 1;
        let mut copy = copy_of(card, ids);
        let lane = place.lane.and_then(|lane| journey.lanes.get(lane));
        if lane.is_some_and(|lane| is_of_opportunities(lane)) {
            let of = opportunity_of(project, card).map(|one| &**one);
            opportunities.extend(own_copy(of, &mut copy));
        }
        names.insert(&card.id, copy.id.clone());
        new.push((spot, copy));
    }
    follow_copies(new.iter_mut().map(|(_, copy)| copy), &names);
    Ok(add_with(new, opportunities))
}

/// Puts a clip into `journey` with its first lane and step at `at`. What reaches beyond the map
/// comes to its last lane or step; what names a persona, source, picture, opportunity or sub-goal
/// that `project` does not have no longer does. In the parking place only cards can be put.
pub fn paste(
    clip: &Clip,
    project: &Project,
    journey: &Journey,
    at: &Spot,
    ids: &mut IdSource,
) -> Change {
    let order = StepOrder::of(journey);
    let target = Target::of(clip, journey, &order, at);
    let mut names: HashMap<&Id, Id> = HashMap::new();
    let mut counts: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    let mut cards = Vec::new();
    let mut opportunities = Vec::new();
    let mut with_card = with_cards(project.journeys.iter().map(|journey| &**journey));
    for one in &clip.cards {
        let mut card = copy_of(&one.card, ids);
        match &one.card.opportunity {
            // One that was cut and has left its opportunity behind comes back as it.
            Some(id) if one.kind == LaneKind::Opportunities && !with_card.contains(id) => {
                let known = project.opportunities.iter().any(|one| one.id == *id);
                let cut = clip.opportunities.iter().find(|one| one.id == *id);
                opportunities.extend(cut.filter(|_| !known).cloned());
                card.opportunity.take_if(|_| !known && cut.is_none());
                with_card.insert(id);
                forget_all_but_opportunity(&mut card, project);
            }
            Some(id) if one.kind == LaneKind::Opportunities => {
                let here = opportunity_of(project, &one.card).map(|one| &**one);
                let of = here.or_else(|| clip.opportunities.iter().find(|one| one.id == *id));
                opportunities.extend(own_copy(of, &mut card));
                forget_all_but_opportunity(&mut card, project);
            }
            _ => forget_unknown(&mut card, project),
        }
        names.insert(&one.card.id, card.id.clone());
        let spot = match target.cell(one.lane, &one.kind, one.step, |lane| !is_curve(lane)) {
            Some((lane, step)) => {
                let count = counts.entry((lane, step)).or_insert_with(|| target.index(lane, step));
                let index = *count;
                *count = count.saturating_add(1);
                card.step = order.at(step).cloned().unwrap_or_default();
                card.until = order.until(&card.step, one.reach);
                let lane = journey.lanes[lane].id.clone();
                Spot::Cell { lane, step: card.step.clone(), index }
            }
            None => Spot::Parked { index: target.parked_index().saturating_add(cards.len()) },
        };
        cards.push((spot, card));
    }
    follow_copies(cards.iter_mut().map(|(_, card)| card), &names);
    let mut points = Vec::new();
    for one in &clip.points {
        let cell = target.cell(one.lane, &LaneKind::Emotions, one.step, is_curve);
        let Some((lane, step)) = cell else { continue };
        let mut point = EmotionPoint { id: ids.next_id(), ..one.point.clone() };
        point.step = order.at(step).cloned().unwrap_or_default();
        point.source = point.source.filter(|id| project.sources.iter().any(|one| one.id == *id));
        // A curve of nobody could not be switched off: it joins the main one.
        let known = point.persona.filter(|id| project.persona(id).is_some());
        point.persona = known.or_else(|| journey.personas.first().cloned());
        point.touchpoint = point.touchpoint.and_then(|id| names.get(&id).cloned());
        points.push((journey.lanes[lane].id.clone(), point));
    }
    let pictures = take_images(cards.iter_mut().map(|(_, card)| card), &clip.images, project, ids);
    let points = (!points.is_empty()).then_some(Change::PutPoints(points));
    let cards = (!cards.is_empty() || points.is_none()).then_some(Change::AddCards(cards));
    let valued = (!opportunities.is_empty()).then_some(Change::PutOpportunities(opportunities));
    let changes = [cards, points, pictures, valued].into_iter().flatten();
    let mut changes: Vec<Change> = changes.collect();
    match changes.len() {
        1 => changes.remove(0),
        _ => Change::Together(changes),
    }
}

fn is_curve(lane: &Lane) -> bool {
    lane.kind == LaneKind::Emotions
}

/// Drops what names things the project does not have.
fn forget_unknown(card: &mut Card, project: &Project) {
    let opportunity = |id: &Id| project.opportunities.iter().any(|one| one.id == *id);
    card.opportunity = card.opportunity.take().filter(opportunity);
    forget_all_but_opportunity(card, project);
}

/// The same for a card that is an opportunity, which comes with it.
fn forget_all_but_opportunity(card: &mut Card, project: &Project) {
    card.personas.retain(|id| project.persona(id).is_some());
    card.sources.retain(|id| project.sources.iter().any(|one| one.id == *id));
    let subgoal = |id: &Id| project.subgoals.iter().any(|one| one.id == *id);
    card.subgoal = card.subgoal.take().filter(subgoal);
}

/// Where a clip is put.
struct Target<'a> {
    journey: &'a Journey,
    at: &'a Spot,
    /// Lane and step of the clip's first cell; none: parked.
    first: Option<(usize, usize)>,
    /// The last step of the map.
    last_step: usize,
    /// The first lane met one of its own kind, so the others look for theirs.
    by_kind: bool,
}

impl<'a> Target<'a> {
    fn of(clip: &Clip, journey: &'a Journey, order: &StepOrder, at: &'a Spot) -> Self {
        let first = match at {
            Spot::Cell { lane, step, .. } => {
                let lane = journey.lane(lane).map_or(0, |(at, _)| at);
                (!journey.lanes.is_empty()).then(|| (lane, order.index(step).unwrap_or(0)))
            }
            Spot::Parked { .. } => None,
        };
        let top = clip.cards.iter().find(|card| card.lane == 0).map(|card| &card.kind);
        let by_kind = first.is_some_and(|(lane, _)| top == Some(&journey.lanes[lane].kind));
        let last_step = journey.steps().count().saturating_sub(1);
        Self { journey, at, first, last_step, by_kind }
    }

    /// Lane and step for what stood `lane` lanes below and `step` steps after the first cell.
    fn cell(
        &self,
        lane: usize,
        kind: &LaneKind,
        step: usize,
        fits: impl Fn(&Lane) -> bool,
    ) -> Option<(usize, usize)> {
        let (first_lane, first_step) = self.first?;
        let lanes = &self.journey.lanes;
        let wanted = first_lane.saturating_add(lane).min(lanes.len().saturating_sub(1));
        let near = |test: &dyn Fn(&Lane) -> bool| {
            let fitting = (0..lanes.len()).filter(|at| test(&lanes[*at]));
            fitting.min_by_key(|at| at.abs_diff(wanted))
        };
        let same_kind = |one: &Lane| fits(one) && one.kind == *kind;
        let by_kind = (self.by_kind && lane > 0).then(|| near(&same_kind)).flatten();
        let lane = by_kind.or_else(|| near(&|one| fits(one)))?;
        Some((lane, first_step.saturating_add(step).min(self.last_step)))
    }

    /// How many cards stand before the first one that comes to a cell.
    fn index(&self, lane: usize, step: usize) -> usize {
        match self.at {
            Spot::Cell { index, .. } if self.first == Some((lane, step)) => *index,
            // Counted too far is the end.
            Spot::Cell { .. } | Spot::Parked { .. } => usize::MAX,
        }
    }

    fn parked_index(&self) -> usize {
        match self.at {
            Spot::Parked { index } => *index,
            Spot::Cell { .. } => usize::MAX,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::notation::{faults, id, parse, print};
    use super::super::{Edit, apply, paste_text};
    use super::*;

    /// Copies what is selected, brings it through JSON, pastes it, and shows where the texts stand.
    #[track_caller]
    fn check(from: &str, into: &str, at: (&str, &str, usize), after: &str) {
        let (project, mut selected) = parse(from);
        let points = project.journeys[0].lanes.iter().flat_map(|lane| lane.points.iter());
        let point = |id: &Id| Thing::Point { lane: Id::default(), point: id.clone() };
        selected.extend(points.map(|one| point(&one.id)));
        let clip = Clip::of(&project, &project.journeys[0], &selected);
        assert_eq!(Clip::from_json(&clip.to_json()).as_ref(), Some(&clip));
        let at = match at {
            ("parked", _, index) => Spot::Parked { index },
            (lane, step, index) => Spot::Cell { lane: id(lane), step: id(step), index },
        };
        let make = |project: &Project, ids: &mut IdSource| {
            paste(&clip, project, &project.journeys[0], &at, ids)
        };
        made(into, make, after);
    }

    /// Makes a change and shows each card by the name of its text.
    #[track_caller]
    fn made(into: &str, make: impl Fn(&Project, &mut IdSource) -> Change, after: &str) {
        let (into, _) = parse(into);
        let change = make(&into, &mut IdSource::seeded(3));
        let mut made = apply(&into, &Edit { journey: id("map"), change }).unwrap();
        assert_eq!(faults(&made), Vec::<String>::new());
        let map = made.journeys.edit(0).unwrap();
        let mut names = HashMap::new();
        for lane in 0..map.lanes.len() {
            let lane = map.lanes.edit(lane).unwrap();
            for card in 0..lane.cards.len() {
                let card = lane.cards.edit(card).unwrap();
                names.insert(card.id.clone(), id(&card.text));
                card.id = id(&card.text);
            }
        }
        for lane in 0..map.lanes.len() {
            let lane = map.lanes.edit(lane).unwrap();
            for point in 0..lane.points.len() {
                let point = lane.points.edit(point).unwrap();
                point.id = id("p");
                point.touchpoint = point.touchpoint.as_ref().and_then(|id| names.get(id).cloned());
            }
        }
        for card in 0..made.parked.len() {
            let card = made.parked.edit(card).unwrap();
            card.id = id(&card.text);
        }
        assert_eq!(print(&made, &[]), print(&parse(after).0, &[]));
    }

    #[test]
    fn a_clip_keeps_its_shape() {
        let from = "A: a b | B: c\nL: x [y] / [z>c] |\nM: / [w] |";
        check(
            from,
            "A: a b c\nK: k / /\nL: / /",
            ("K", "a", 0),
            "A: a b c\nK: y k / z>c /\nL: / w /",
        );
        check(
            from,
            "A: a b c\nK: k / /\nL: / /",
            ("K", "a", 9),
            "A: a b c\nK: k y / z>c /\nL: / w /",
        );
        // Beyond the map comes to its last lane and step, in order.
        check(from, "A: a b\nK: / k", ("K", "b", 0), "A: a b\nK: / y z w k");
        check(from, "A: a b\nK: / k", ("parked", "", 0), "A: a b\nK: / k\nparked: y z w");
        // Cards keep clear of a curve, points of cards.
        check(
            "A: a b\nL: [x] /\n~E: p+1@x / p2-1",
            "A: a b c\n~E: / /\nK: / /",
            ("E", "b", 0),
            "A: a b c\n~E: / p+1@x / p-1\nK: / x /",
        );
        check("A: a\nL: [x]", "A: a\n~E:", ("E", "a", 0), "A: a\n~E:\nparked: x");
        check("A: a b\nL: [x] /\nparked: [k]", "A: a b\nL: /", ("L", "b", 0), "A: a b\nL: / x k");
    }

    #[test]
    fn lanes_find_their_own_kind_where_the_first_one_does() {
        let with_kinds = |text: &str, kinds: &[LaneKind]| {
            let (mut project, selected) = parse(text);
            let map = project.journeys.edit(0).unwrap();
            for (lane, kind) in kinds.iter().enumerate() {
                map.lanes.edit(lane).unwrap().kind = kind.clone();
            }
            (project, selected)
        };
        let (from, selected) =
            with_kinds("A: a\nL: [x]\nM: [y]", &[LaneKind::Needs, LaneKind::Quotes]);
        let clip = Clip::of(&from, &from.journeys[0], &selected);
        let kinds = [LaneKind::Needs, LaneKind::Notes, LaneKind::Quotes];
        let (into, _) = with_kinds("A: a\nN:\nO:\nQ:", &kinds);
        let lanes = |lane: &str| {
            let at = Spot::Cell { lane: id(lane), step: id("a"), index: 0 };
            let change = paste(&clip, &into, &into.journeys[0], &at, &mut IdSource::seeded(1));
            let Change::AddCards(cards) = change else { return Vec::new() };
            let lane = |(spot, _): &(Spot, Card)| match spot {
                Spot::Cell { lane, .. } => lane.clone(),
                Spot::Parked { .. } => Id::default(),
            };
            cards.iter().map(lane).collect()
        };
        assert_eq!(lanes("N"), [id("N"), id("Q")]);
        assert_eq!(lanes("O"), [id("O"), id("Q")]);
        assert_eq!(lanes("Q"), [id("Q"), id("Q")]);
    }

    #[test]
    fn what_the_other_project_does_not_have_is_not_named() {
        let (mut project, selected) = parse("A: a\nL: [x]\nwho: pia ola");
        let map = project.journeys.edit(0).unwrap();
        let card = map.lanes.edit(0).unwrap().cards.edit(0).unwrap();
        card.personas = vec![id("pia"), id("ola")];
        card.sources = vec![id("interview")];
        card.image = Some(id("picture"));
        card.votes = 3;
        let clip = Clip::of(&project, &project.journeys[0], &selected);
        let (into, _) = parse("A: a\nL:\nwho: ola");
        let at = Spot::Cell { lane: id("L"), step: id("a"), index: 0 };
        let change = paste(&clip, &into, &into.journeys[0], &at, &mut IdSource::seeded(1));
        let Change::AddCards(cards) = change else { panic!("{change:?}") };
        let card = &cards[0].1;
        assert_eq!((card.personas.as_slice(), card.votes), ([id("ola")].as_slice(), 3));
        assert_eq!((card.sources.len(), card.image.clone()), (0, None));
        assert_ne!(card.id, id("x"));
    }

    #[test]
    fn text_becomes_cards_down_the_cell_and_across_the_steps() {
        let at =
            |lane: &str, step: &str, index| Spot::Cell { lane: id(lane), step: id(step), index };
        let paste = |spot: Spot, text: &'static str| {
            move |project: &Project, ids: &mut IdSource| {
                paste_text(text, &project.journeys[0], &spot, ids)
            }
        };
        let map = "A: a b\nL: x y / z";
        made(map, paste(at("L", "a", 1), "k\nl\n"), "A: a b\nL: x k l y / z");
        made(map, paste(at("L", "a", 0), "k\tl\nm\tn"), "A: a b\nL: k m x y / z l n");
        made(map, paste(at("L", "b", 0), "k\tl\tm"), "A: a b\nL: x y / k l m z");
        made(map, paste(Spot::Parked { index: 0 }, "k\tl\nm"), "A: a b\nL: x y / z\nparked: k l m");
        let end = Spot::Parked { index: usize::MAX };
        made(map, paste(end, "k\nl"), "A: a b\nL: x y / z\nparked: k l");
        made(map, paste(at("L", "a", 0), " \n\t\n"), map);
    }

    #[test]
    fn copies_stand_beside_their_originals() {
        let make = |map: &'static str| {
            move |project: &Project, ids: &mut IdSource| {
                let (_, selected) = parse(map);
                duplicate_cards(project, &project.journeys[0], &selected, ids).unwrap()
            }
        };
        let rows = [
            ("A: a b\nL: [x] y [z] / [w]", "A: a b\nL: x x y z z / w w"),
            ("A: a b\nL: y [x>b] /\nparked: k [l]", "A: a b\nL: y x>b x>b /\nparked: k l l"),
        ];
        for (map, after) in rows {
            made(map, make(map), after);
        }
    }
}
