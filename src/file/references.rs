//! Makes references sound: what a card, a point or a transition names is there.
//!
//! `origin` is left alone: it says what something was made from, which may be gone since.

use super::lists::{Identified, Ids, each, fresh, place_in_file};
use super::problem::{Code, Remedy};
use super::report::RepairReport;
use crate::model::*;
use foldhash::HashMap;
use std::sync::Arc;

/// What a project offers to refer to.
struct Known {
    personas: Ids,
    sources: Ids,
    opportunities: Ids,
    subgoals: Ids,
    images: Ids,
}

/// Does a card lead to another?
fn leads_on(project: &Project) -> bool {
    let lanes = project.journeys.iter().flat_map(|journey| &journey.lanes);
    let mut cards = lanes.flat_map(|lane| &lane.cards).chain(&project.parked);
    cards.any(|card| card.next.is_some())
}

/// What cards lead to: another card, on any map or parked.
fn repair_chain(project: &mut Project, report: &mut RepairReport) {
    let cards = card_ids(project);
    let repair = |card: &mut Arc<Card>, report: &mut RepairReport| {
        if card.next.is_none() {
            return;
        }
        let card = Arc::make_mut(card);
        let own = card.id.clone();
        if let Some(next) = card.next.take_if(|next| *next == own) {
            report.add(Code::LeadsToItself, "next", &card.text, next.as_str(), Remedy::Cleared);
        }
        drop_one(card, |c| &mut c.next, &cards, "next", report);
    };
    each(&mut project.journeys, "journeys", report, |journey, report| {
        each(&mut Arc::make_mut(journey).lanes, "lanes", report, |lane, report| {
            if lane.cards.iter().any(|card| card.next.is_some()) {
                each(&mut Arc::make_mut(lane).cards, "cards", report, repair);
            }
        });
    });
    each(&mut project.parked, "parked", report, repair);
}

/// Makes all references of a project sound. New ids come from `new_ids`.
pub(super) fn repair(project: &mut Project, new_ids: &mut IdSource, report: &mut RepairReport) {
    let known = Known {
        personas: ids(&project.personas),
        sources: ids(&project.sources),
        opportunities: ids(&project.opportunities),
        subgoals: ids(&project.subgoals),
        images: ids(&project.images),
    };
    each(&mut project.personas, "personas", report, |persona, report| {
        drop_one(Arc::make_mut(persona), |p| &mut p.image, &known.images, "image", report);
    });
    each(&mut project.tasks, "tasks", report, |task, report| {
        drop_one(
            Arc::make_mut(task),
            |t| &mut t.opportunity,
            &known.opportunities,
            "opportunity",
            report,
        );
    });
    let mut parked = Vec::new();
    each(&mut project.journeys, "journeys", report, |journey, report| {
        parked.extend(repair_journey(journey, &known, report));
    });
    each(&mut project.parked, "parked", report, |card, report| {
        repair_card(Arc::make_mut(card), &known, report);
    });
    park(project, parked, new_ids);
    if leads_on(project) {
        repair_chain(project, report);
    }
    let in_research = names_cards(project);
    if in_research || project.opportunities.iter().any(|one| !one.cards.is_empty()) {
        let cards = card_ids(project);
        each(&mut project.opportunities, "opportunities", report, |opportunity, report| {
            drop_some(Arc::make_mut(opportunity), |o| &mut o.cards, &cards, "cards", report);
        });
        if in_research {
            repair_research(project, &known, &cards, report);
        }
    } else {
        repair_research(project, &known, &Ids::default(), report);
    }
}

/// Does a theme or a passage name a card?
fn names_cards(project: &Project) -> bool {
    let mut passages = project.sources.iter().flat_map(|source| &source.passages);
    project.themes.iter().any(|theme| !theme.cards.is_empty())
        || passages.any(|passage| passage.card.is_some())
}

/// What themes and passages name.
fn repair_research(project: &mut Project, known: &Known, cards: &Ids, report: &mut RepairReport) {
    let themes = ids(&project.themes);
    each(&mut project.themes, "themes", report, |theme, report| {
        let theme = Arc::make_mut(theme);
        drop_some(theme, |t| &mut t.cards, cards, "cards", report);
        drop_some(theme, |t| &mut t.sources, &known.sources, "sources", report);
    });
    each(&mut project.sources, "sources", report, |source, report| {
        if source.passages.is_empty() {
            return;
        }
        each(&mut Arc::make_mut(source).passages, "passages", report, |passage, report| {
            let passage = Arc::make_mut(passage);
            drop_some(passage, |p| &mut p.themes, &themes, "themes", report);
            drop_one(passage, |p| &mut p.card, cards, "card", report);
        });
    });
}

fn ids<T: Identified>(list: &List<T>) -> Ids {
    list.iter().map(|item| item.look().clone()).collect()
}

/// The ids of all cards, on any map or parked.
fn card_ids(project: &Project) -> Ids {
    let mut cards = ids(&project.parked);
    for journey in &project.journeys {
        journey.lanes.iter().for_each(|lane| cards.extend(ids(&lane.cards)));
    }
    cards
}

/// Parks cards that have no place. Those of a journey that was copied by hand have the ids of their
/// originals: one whose id is taken gets its own, as a parked card may come to stand in any journey.
fn park(project: &mut Project, cards: Vec<Arc<Card>>, new_ids: &mut IdSource) {
    if cards.is_empty() {
        return;
    }
    let mut taken = card_ids(project);
    for mut card in cards {
        if !taken.insert(card.id.clone()) {
            Arc::make_mut(&mut card).id = fresh(&mut taken, new_ids);
        }
        project.parked.push(card);
    }
}

/// Makes a journey's references sound; gives back the cards that have no place in it.
fn repair_journey(
    journey: &mut Arc<Journey>,
    known: &Known,
    report: &mut RepairReport,
) -> Vec<Arc<Card>> {
    // Just read, so shared with nobody: nothing is cloned.
    let journey = Arc::make_mut(journey);
    drop_some(journey, |j| &mut j.personas, &known.personas, "personas", report);
    each(&mut journey.story, "story", report, |page, report| {
        if page.image.is_some() {
            let page = Arc::make_mut(page);
            drop_one(page, |p| &mut p.image, &known.images, "image", report);
        }
    });
    let order: HashMap<Id, usize> =
        journey.steps().enumerate().map(|(index, (_, step))| (step.id.clone(), index)).collect();
    let phases = ids(&journey.phases);
    let mut parked = Vec::new();
    each(&mut journey.lanes, "lanes", report, |lane, report| {
        let lane = Arc::make_mut(lane);
        drop_one(lane, |l| &mut l.persona, &known.personas, "persona", report);
        drop_some(lane, |l| &mut l.curves_off, &known.personas, "curves_off", report);
        each(&mut lane.cards, "cards", report, |card, report| {
            let card = Arc::make_mut(card);
            repair_card(card, known, report);
            repair_until(card, &order, report);
        });
        let off = |card: &Card| !order.contains_key(&card.step);
        for (place, card) in take_out(&mut lane.cards, off, false) {
            report.enter("cards", place);
            report.add(Code::UnknownStep, "step", &card.text, card.step.as_str(), Remedy::Parked);
            report.leave();
            let card = Arc::unwrap_or_clone(card);
            parked.push(Arc::new(Card { step: Id::default(), until: None, ..card }));
        }
    });
    let cards: Ids = if journey.lanes.iter().any(|lane| !lane.points.is_empty()) {
        journey.lanes.iter().flat_map(|lane| ids(&lane.cards)).collect()
    } else {
        Ids::default()
    };
    each(&mut journey.lanes, "lanes", report, |lane, report| {
        if lane.points.is_empty() {
            return;
        }
        let lane = Arc::make_mut(lane);
        // What has no place stays in the file as it is, also what it names: it is found again each time.
        let off = |point: &EmotionPoint| !order.contains_key(&point.step);
        for (place, point) in take_out(&mut lane.points, off, true) {
            report.enter("points", place);
            report.add(Code::UnknownStep, "step", &point.quote, point.step.as_str(), Remedy::Kept);
            report.leave();
        }
        each(&mut lane.points, "points", report, |point, report| {
            let point = Arc::make_mut(point);
            drop_one(point, |p| &mut p.persona, &known.personas, "persona", report);
            drop_one(point, |p| &mut p.source, &known.sources, "source", report);
            drop_one(point, |p| &mut p.touchpoint, &cards, "touchpoint", report);
        });
    });
    let there = |id: &Id| phases.contains(id) || order.contains_key(id);
    let off =
        |item: &Transition| !there(&item.from) || item.to.as_ref().is_some_and(|to| !there(to));
    for (place, item) in take_out(&mut journey.transitions, off, true) {
        let field = if there(&item.from) { "to" } else { "from" };
        let given = if field == "from" { Some(&item.from) } else { item.to.as_ref() };
        let given = given.map(Id::as_str).unwrap_or_default();
        report.enter("transitions", place);
        report.add(Code::UnknownReference, field, &item.reason, given, Remedy::Kept);
        report.leave();
    }
    parked
}

/// What a card refers to outside its journey.
fn repair_card(card: &mut Card, known: &Known, report: &mut RepairReport) {
    drop_some(card, |c| &mut c.personas, &known.personas, "personas", report);
    drop_some(card, |c| &mut c.sources, &known.sources, "sources", report);
    drop_one(card, |c| &mut c.image, &known.images, "image", report);
    drop_one(card, |c| &mut c.opportunity, &known.opportunities, "opportunity", report);
    drop_one(card, |c| &mut c.subgoal, &known.subgoals, "subgoal", report);
}

/// A card spans to a step that is there and not before its own.
fn repair_until(card: &mut Card, order: &HashMap<Id, usize>, report: &mut RepairReport) {
    let (Some(until), Some(start)) = (&card.until, order.get(&card.step)) else { return };
    if order.get(until).is_some_and(|end| end >= start) {
        return;
    }
    report.add(Code::BadUntil, "until", &card.text, until.as_str(), Remedy::Cleared);
    card.until = None;
}

/// Takes a reference away that names nothing known.
fn drop_one<T: Identified>(
    item: &mut T,
    field: fn(&mut T) -> &mut Option<Id>,
    known: &Ids,
    key: &str,
    report: &mut RepairReport,
) {
    if let Some(id) = field(item).take_if(|id| !known.contains(id)) {
        report.add(Code::UnknownReference, key, item.name(), id.as_str(), Remedy::Cleared);
    }
}

/// Takes references away that name nothing known.
fn drop_some<T: Identified>(
    item: &mut T,
    field: fn(&mut T) -> &mut Vec<Id>,
    known: &Ids,
    key: &str,
    report: &mut RepairReport,
) {
    let gone: Vec<Id> = field(item).extract_if(.., |id| !known.contains(id)).collect();
    for id in gone {
        report.add(Code::UnknownReference, key, item.name(), id.as_str(), Remedy::Cleared);
    }
}

/// Takes the items out for which `off` holds, each with its place in the file; with `keep_raw` they
/// stay in the list as unread ones. Those that were unread keep their places.
fn take_out<T: serde::Serialize>(
    list: &mut List<T>,
    off: impl Fn(&T) -> bool,
    keep_raw: bool,
) -> Vec<(usize, Arc<T>)> {
    let mut out = Vec::new();
    if !list.iter().any(|item| off(item)) {
        return out;
    }
    let places: Vec<usize> = (0..list.len()).map(|index| place_in_file(list, index)).collect();
    let old = std::mem::take(&mut **list);
    let mut raw = std::mem::take(&mut list.unread).into_iter().peekable();
    for (index, (item, place)) in old.into_iter().zip(places).enumerate() {
        while let Some(raw) = raw.next_if(|raw| raw.before <= index) {
            list.unread.push(Unread { before: list.len(), ..raw });
        }
        if !off(&item) {
            list.push(item);
            continue;
        }
        if keep_raw && let Ok(value) = serde_json::to_value(&item) {
            list.unread.push(Unread { before: list.len(), value });
        }
        out.push((place, item));
    }
    for raw in raw {
        list.unread.push(Unread { before: list.len(), ..raw });
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::file::{read, to_json};
    use crate::model::{Card, Id};
    use crate::words::{Lang, Words};
    use serde_json::{Value, json};

    #[test]
    fn a_point_without_a_place_keeps_what_it_names() {
        let point = json!({"id": "q", "persona": "gone", "step": "nowhere", "value": 1,
            "source": "gone", "touchpoint": "gone"});
        let map = json!({"format": "kundresa", "version": 1, "project": {"journeys": [{"id": "j",
            "phases": [{"id": "f", "steps": [{"id": "s"}]}],
            "lanes": [{"id": "e", "kind": "emotions", "points": [point]}]}]}});
        let first = read(map.to_string().as_bytes()).unwrap();
        let codes: Vec<_> = first.problems.iter().map(|one| one.code.as_str()).collect();
        assert_eq!((codes, first.mended), (vec!["unknown-step"], false));
        let saved: Value = serde_json::from_slice(&to_json(&first.project)).unwrap();
        assert_eq!(saved["project"]["journeys"][0]["lanes"][0]["points"], json!([point]));
    }

    #[test]
    fn a_card_leads_to_one_on_any_map_or_parked_but_not_to_itself() {
        let card = |id: &str, next: &str| json!({"id": id, "step": "s", "text": id, "next": next});
        let map = |id: &str, cards: Value| {
            json!({"id": id, "phases": [{"id": "f", "steps": [{"id": "s"}]}],
                "lanes": [{"id": "l", "kind": "sales_marketing", "cards": cards}]})
        };
        let first =
            map("j", json!([card("a", "b"), card("b", "p"), card("c", "c"), card("d", "no")]));
        let parked = json!([{"id": "p", "text": "p", "next": "a"}, {"id": "q", "next": "q"}]);
        let file = json!({"format": "kundresa", "version": 1,
            "project": {"journeys": [first], "parked": parked}});
        let read = read(file.to_string().as_bytes()).unwrap();
        let lane = &read.project.journeys[0].lanes[0];
        let next = |card: &Card| card.next.as_ref().map(Id::to_string);
        let all: Vec<_> =
            lane.cards.iter().chain(&read.project.parked).map(|one| next(one)).collect();
        let to = |id: &str| Some(id.to_owned());
        assert_eq!(all, [to("b"), to("p"), None, None, to("a"), None]);
        let said = |lang| {
            let words = Words::new(lang);
            let said = read.problems.iter().map(|one| one.what(&words));
            said.collect::<Vec<_>>()
        };
        let sv = [
            "Kort ”c”: leder till sig självt.",
            "Kort ”d”: ”Leder till” pekar på ”no”, som inte finns.",
            "Kort: leder till sig självt.",
        ];
        let en = [
            "Card “c”: it leads to itself.",
            "Card “d”: “Leads to” names “no”, which is not there.",
            "Card: it leads to itself.",
        ];
        assert_eq!(
            (said(Lang::Sv), said(Lang::En)),
            (sv.map(str::to_owned).into(), en.map(str::to_owned).into())
        );
        // What is sound is written and read as it is.
        let again = crate::file::read(&to_json(&read.project)).unwrap();
        assert_eq!((again.problems.len(), again.project), (0, read.project));
    }
}
