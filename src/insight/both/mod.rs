//! The one map on which two journeys are shown: made anew as a project of its own, so that whatever
//! shows a journey shows it.

use super::compare::{How, Pair};
use crate::model::{
    Card, ChangeKind, EmotionPoint, Id, Journey, Lane, LaneKind, Line, List, Persona, Phase,
    Project,
};
use crate::words::{Named, Words};
use std::collections::HashSet;
use std::sync::Arc;

pub use view::compared_view;

/// `project` with one journey, on which both `a` and `b` are shown; none where they are not two.
/// It is to be looked at and not to be kept.
pub fn compared(project: &Project, a: &Id, b: &Id, how: How, words: &Words) -> Option<Project> {
    let pair = Pair::of(project, a, b)?;
    let labels = Labels::of(&pair, words);
    let (earlier, later) = (titled(pair.earlier, words), titled(pair.later, words));
    let mut whole = project.clone();
    whole.parked = List::default();
    let mut journey = Journey {
        id: Id::new(&format!("{}~{}", pair.earlier.id, pair.later.id)),
        title: words.compare_title(later, earlier),
        kind: None,
        purpose: String::new(),
        origin: None,
        phases: pair.columns.phases.iter().map(|phase| told(&pair, phase, words)).collect(),
        lanes: List::default(),
        views: List::default(),
        ..Journey::clone(pair.later)
    };
    match how {
        How::Above => {
            journey.personas.clone_from(&pair.earlier.personas);
            let more = pair.later.personas.iter();
            let more: Vec<Id> = more.filter(|id| !journey.personas.contains(id)).cloned().collect();
            journey.personas.extend(more);
            journey.lanes = above(&pair, &labels, words);
        }
        How::Over => {
            let mut both =
                Both { pair: &pair, labels: &labels, whole: &mut whole, own: Vec::new() };
            journey.lanes = both.lanes();
            journey.personas = both.personas();
        }
    }
    whole.journeys = [journey].into_iter().collect();
    Some(whole)
}

/// What the two are called beside a name.
struct Labels {
    earlier: String,
    later: String,
}

impl Labels {
    fn of(pair: &Pair, words: &Words) -> Self {
        let kind = |journey: &Journey| journey.kind.as_ref().map(|kind| kind.name(words));
        match (kind(pair.earlier), kind(pair.later)) {
            (Some(earlier), Some(later)) if earlier != later => {
                Self { earlier: earlier.to_lowercase(), later: later.to_lowercase() }
            }
            _ => Self { earlier: titled(pair.earlier, words), later: titled(pair.later, words) },
        }
    }
}

fn titled(journey: &Journey, words: &Words) -> String {
    let title = journey.title.trim();
    if title.is_empty() { words.scene_untitled() } else { title.to_owned() }
}

/// A phase whose title says whether only one of the two has it.
fn told(pair: &Pair, phase: &Phase, words: &Words) -> Phase {
    let change = pair.columns.alone.iter().find(|(id, _)| *id == phase.id);
    let name = || match phase.title.trim() {
        "" => words.scene_untitled(),
        name => name.to_owned(),
    };
    let title = match change {
        Some((_, ChangeKind::New)) => words.compare_phase_new(name()),
        Some(_) => words.compare_phase_removed(name()),
        None => phase.title.clone(),
    };
    Phase { title, ..phase.clone() }
}

/// The earlier card where its step is now, marked as gone if it is.
fn moved(pair: &Pair, card: &Card) -> Card {
    let gone = pair.is_gone(card).then_some(ChangeKind::Removed);
    Card {
        step: pair.step(&card.step).clone(),
        until: card.until.as_ref().map(|until| pair.step(until).clone()),
        change: gone.or_else(|| card.change.clone()),
        ..card.clone()
    }
}

/// The later card, with what became of it.
fn marked(pair: &Pair, lane: &Lane, card: &Arc<Card>) -> Arc<Card> {
    let change = pair.change(lane, card);
    match change == card.change {
        true => card.clone(),
        false => Arc::new(Card { change, ..Card::clone(card) }),
    }
}

/// The lanes of the earlier journey, a line, and those of the later.
fn above(pair: &Pair, labels: &Labels, words: &Words) -> List<Lane> {
    let called = |lane: &Lane, label: &str| {
        let name = lane.title.trim();
        let name = if name.is_empty() { lane.kind.name(words) } else { name.to_owned() };
        words.compare_lane(name, label)
    };
    let mut lanes: Vec<Arc<Lane>> = Vec::new();
    for lane in &pair.earlier.lanes {
        let points = lane.points.iter().map(|point| EmotionPoint {
            step: pair.step(&point.step).clone(),
            ..EmotionPoint::clone(point)
        });
        lanes.push(Arc::new(Lane {
            title: called(lane, &labels.earlier),
            cards: lane.cards.iter().map(|card| moved(pair, card)).collect(),
            points: points.collect(),
            prompts: List::default(),
            ..Lane::clone(lane)
        }));
    }
    let last = lanes.iter_mut().rev().find(|lane| !lane.hidden);
    if let Some(last) = last {
        let name = titled(pair.later, words);
        Arc::make_mut(last).line = Some(Line::Other(name.as_str().into()));
    }
    for lane in &pair.later.lanes {
        lanes.push(Arc::new(Lane {
            title: called(lane, &labels.later),
            cards: List::new(lane.cards.iter().map(|card| marked(pair, lane, card)).collect()),
            prompts: List::default(),
            ..Lane::clone(lane)
        }));
    }
    List::new(lanes)
}

/// Who stands for a persona, or for nobody in particular, in one of two journeys laid over each
/// other.
fn side_id(persona: Option<&Id>, is_later: bool) -> Id {
    let name = persona.map_or("", Id::as_str);
    match is_later {
        true => Id::new(&format!("{name}~later")),
        false => Id::new(&format!("{name}~earlier")),
    }
}

/// The two laid over each other, in the making.
struct Both<'a> {
    pair: &'a Pair<'a>,
    labels: &'a Labels,
    whole: &'a mut Project,
    /// Personas that stand for one side each.
    own: Vec<Id>,
}

impl Both<'_> {
    fn lanes(&mut self) -> List<Lane> {
        let (earlier, later) = (&self.pair.earlier.lanes, &self.pair.later.lanes);
        let order = super::columns::merged(earlier.len(), &self.pair.lanes);
        let lanes = order.into_iter().filter_map(|(old, new)| {
            let old = old.and_then(|old| earlier.get(old)).map(AsRef::as_ref);
            let new = new.and_then(|new| later.get(new)).map(AsRef::as_ref);
            self.lane(old, new)
        });
        lanes.collect()
    }

    /// One lane of both: the later's cards and those that are gone, or all curves. None where the
    /// later has no such lane: its cards are neither gone nor the same.
    fn lane(&mut self, old: Option<&Lane>, new: Option<&Lane>) -> Option<Lane> {
        let pair = self.pair;
        if new.is_none() && old?.kind != LaneKind::Emotions {
            return None;
        }
        let mut lane = Lane { prompts: List::default(), ..new.or(old)?.clone() };
        let mut cards: Vec<Arc<Card>> = Vec::new();
        if let Some(new) = new {
            cards.extend(new.cards.iter().map(|card| marked(pair, new, card)));
        }
        let gone = old.into_iter().flat_map(|old| old.cards.iter());
        let gone = gone.filter(|card| pair.is_gone(card));
        cards.extend(gone.map(|card| Arc::new(moved(pair, card))));
        lane.cards = List::new(cards);
        if lane.kind == LaneKind::Emotions {
            self.curves(&mut lane, old, new);
        }
        Some(lane)
    }

    /// Each persona's curve of both, and the gap between those of the main one.
    fn curves(&mut self, lane: &mut Lane, old: Option<&Lane>, new: Option<&Lane>) {
        let mut points = Vec::new();
        let (mut off, mut sides) = (Vec::new(), [Vec::new(), Vec::new()]);
        for (source, is_later) in [(new, true), (old, false)] {
            let Some(source) = source else { continue };
            for point in &source.points {
                let persona = point.persona.as_ref().or(source.persona.as_ref());
                // A lane about one persona shows nobody else's.
                if source.persona.is_some() && persona != source.persona.as_ref() {
                    continue;
                }
                let own = self.side(persona, is_later);
                let side = &mut sides[usize::from(is_later)];
                if !side.contains(&persona) {
                    side.push(persona);
                }
                let step = match is_later {
                    true => point.step.clone(),
                    false => self.pair.step(&point.step).clone(),
                };
                let (persona, touchpoint) = (Some(own), None);
                points.push(EmotionPoint {
                    persona,
                    step,
                    touchpoint,
                    ..EmotionPoint::clone(point)
                });
            }
            off.extend(source.curves_off.iter().map(|id| self.side(Some(id), is_later)));
        }
        let main = self.pair.later.personas.iter().map(Some).chain([None]);
        let main =
            main.chain(sides[1].clone()).find(|one| sides.iter().all(|side| side.contains(one)));
        lane.gap_between = match main {
            Some(main) => vec![self.side(main, false), self.side(main, true)],
            None => Vec::new(),
        };
        (lane.persona, lane.curves_off) = (None, off);
        lane.points = points.into_iter().collect();
    }

    /// The persona that stands for `persona` in one of the two; it is made where it is not there.
    fn side(&mut self, persona: Option<&Id>, is_later: bool) -> Id {
        let id = side_id(persona, is_later);
        if self.whole.persona(&id).is_some() {
            return id;
        }
        // Each curve has a colour of its own.
        let color = Some((self.own.len() % 6) as u8);
        let label = if is_later { &self.labels.later } else { &self.labels.earlier };
        let known = persona.and_then(|persona| self.whole.persona(persona));
        let made = match known {
            Some((_, known)) => Persona {
                id: id.clone(),
                name: format!("{} · {label}", known.name),
                color,
                ..known.clone()
            },
            None => {
                let (id, name) = (id.clone(), label.clone());
                Persona { id, name, color, ..Persona::default() }
            }
        };
        self.whole.personas.push(Arc::new(made));
        self.own.push(id.clone());
        id
    }

    /// Whose map it is: the later's curves first, so that they are the main ones.
    fn personas(&self) -> Vec<Id> {
        let there: HashSet<&Id> = self.own.iter().collect();
        let sides = |end: &str| {
            let mut ids: Vec<Id> = Vec::new();
            let named = self.pair.later.personas.iter().chain(&self.pair.earlier.personas);
            let named = named.map(|id| Id::new(&format!("{id}{end}")));
            let own = self.own.iter().filter(|id| id.as_str().ends_with(end)).cloned();
            for id in named.filter(|id| there.contains(id)).chain(own) {
                if !ids.contains(&id) {
                    ids.push(id);
                }
            }
            ids
        };
        [sides("~later"), sides("~earlier")].concat()
    }
}

#[cfg(test)]
mod tests;
mod view;
