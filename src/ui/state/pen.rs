//! The pen: whose curve the hand draws.
//!
//! Choosing a persona takes up their pen, and each feeling that is set is theirs until it is put
//! down: by Esc, by a click beside the curve, or by selecting something else.

use crate::model::{Id, Lane, LaneKind, Persona, Thing};
use crate::scene::{Body, Role, Scene};
use crate::ui::{Document, Selection};
use crate::words::{Words, persona_name, persona_roles};
use egui::Key;

/// The keys of the digits, each at its own place.
pub(crate) const DIGITS: [Key; 10] = [
    Key::Num0,
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
    Key::Num7,
    Key::Num8,
    Key::Num9,
];

/// A persona by the number of their pen: their place in the map's head, from 1 to 9.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Nth(u8);

impl Nth {
    /// Those that keys can take up.
    pub const ALL: [Self; 9] =
        [Self(1), Self(2), Self(3), Self(4), Self(5), Self(6), Self(7), Self(8), Self(9)];

    /// The number, from 1.
    pub fn number(self) -> usize {
        self.0.into()
    }

    /// The key that takes it up.
    pub fn key(self) -> Key {
        DIGITS.get(self.number()).copied().unwrap_or(Key::Num1)
    }

    /// The place in a list, from 0.
    pub fn place(self) -> usize {
        self.number().saturating_sub(1)
    }
}

/// Whose curve is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PersonaPen {
    /// In the hand; inside none: nobody's, on a map without personas.
    held: Option<Option<Id>>,
    /// Whose was in the hand until cards were selected: what is felt at those is theirs.
    aside: Option<Id>,
    /// The points set since it was taken up, each with its lane.
    set: Vec<(Id, Id)>,
}

impl PersonaPen {
    /// Whose is in the hand; inside none: nobody's.
    pub fn held(&self) -> Option<Option<&Id>> {
        self.held.as_ref().map(Option::as_ref)
    }

    /// The persona whose is in the hand.
    pub fn persona(&self) -> Option<&Id> {
        self.held.as_ref()?.as_ref()
    }

    /// Whose lies beside the selected cards: it was in the hand when they were selected.
    pub fn aside(&self) -> Option<&Id> {
        self.aside.as_ref()
    }

    /// Takes up somebody's pen.
    pub fn take_up(&mut self, whose: Option<Id>) {
        if self.held.as_ref() != Some(&whose) {
            self.set.clear();
            self.held = Some(whose);
        }
        self.aside = None;
    }

    /// Puts it down.
    pub fn put_down(&mut self) {
        *self = Self::default();
    }

    /// Lays it beside the cards that are selected now.
    fn lay_aside(&mut self) {
        let aside = self.aside.take().or(self.held.take().flatten());
        *self = Self { aside, ..Self::default() };
    }

    /// It has set this point of a lane.
    pub fn has_set(&mut self, lane: Id, point: Id) {
        self.set.push((lane, point));
    }

    /// The points it has set, the last one first, and forgets them one by one.
    pub fn take_last_set(&mut self) -> Option<(Id, Id)> {
        self.set.pop()
    }

    /// The point it has set last.
    pub fn last_set(&self) -> Option<&(Id, Id)> {
        self.set.last()
    }
}

impl Document {
    /// Puts the pen down of a persona who is not on the map in front any more.
    pub(crate) fn drop_pen(&mut self) {
        let Some(scene) = &self.scene else { return };
        let personas = &scene.journey.personas;
        let is_there = |id: &Id| {
            scene.project.persona(id).is_some()
                && (personas.is_empty() || personas.contains(id))
                && scene.view.shows_persona(Some(id))
        };
        let whose = self.pen.persona().or_else(|| self.pen.aside());
        if whose.is_some_and(|id| !is_there(id)) {
            self.pen.put_down();
        }
    }

    /// What is selected decides what becomes of the pen: a persona takes it up, a feeling leaves it
    /// where it is, cards have it beside them, all else puts it down.
    pub(crate) fn hand_pen(&mut self, selection: &Selection) {
        let in_curves = |lane: &Id| {
            let lane = self.shown_journey().and_then(|journey| journey.lane(lane));
            lane.is_some_and(|(_, lane)| lane.kind == LaneKind::Emotions)
        };
        match (selection.things.as_slice(), &selection.cell) {
            ([Thing::Persona(id)], _) => {
                let has_curve = self.shown_journey().is_some_and(|journey| {
                    journey.personas.contains(id)
                        && journey.lanes.iter().any(|lane| draws_in(lane, id))
                });
                match has_curve {
                    true => self.pen.take_up(Some(id.clone())),
                    false => self.pen.put_down(),
                }
            }
            ([], Some(cell)) if in_curves(&cell.lane) => {}
            ([_, ..], _)
                if selection.things.iter().all(|one| matches!(one, Thing::Point { .. })) => {}
            ([_, ..], _) if selection.things.iter().all(|one| matches!(one, Thing::Card(_))) => {
                self.pen.lay_aside();
            }
            _ => self.pen.put_down(),
        }
    }
}

/// Can this persona's curve be drawn in this lane?
fn draws_in(lane: &Lane, persona: &Id) -> bool {
    lane.kind == LaneKind::Emotions
        && !lane.hidden
        && lane.persona.as_ref().is_none_or(|own| own == persona)
}

/// Those whose curves can be drawn on a map, by their numbers from 1: with the colour of each.
pub(crate) fn persons(scene: &Scene) -> Vec<(&Persona, Role)> {
    let role = |id: &Id| scene.persona_role(id);
    let shown = scene.journey.personas.iter().filter(|id| scene.view.shows_persona(Some(id)));
    let known = shown.filter_map(|id| Some((scene.project.persona(id)?.1, role(id))));
    known.collect()
}

/// What a persona is called in a sentence.
pub(crate) fn said_name(persona: &Persona, words: &Words) -> String {
    match persona.name.lines().map(str::trim).find(|line| !line.is_empty()) {
        Some(name) => name.to_owned(),
        None if persona_roles(persona, words).trim().is_empty() => words.pen_nameless(),
        None => persona_name(persona, words),
    }
}

/// To whom a curve would be copied: the persona whose pen is in the hand, or who is selected.
pub(crate) fn copies_to(doc: &Document) -> Option<&Id> {
    let selected = doc.selection.things.last().and_then(Thing::persona);
    doc.pen.persona().or(selected)
}

/// Whose a feeling is that is set in this lane now: the lane's own persona's, of the pen in the
/// hand, or of the only persona there is; inside none: nobody's. None where there are several and
/// one has to be chosen first: what is drawn for the wrong one would be a false curve.
pub(crate) fn whose(doc: &Document, scene: &Scene, lane: &Lane) -> Option<Option<Id>> {
    if let Some(own) = &lane.persona {
        return Some(Some(own.clone()));
    }
    if let Some(held) = doc.pen.held() {
        return Some(held.cloned());
    }
    match persons(scene).as_slice() {
        [] => Some(main_persona(scene, lane).cloned()),
        [(only, _)] => Some(Some(only.id.clone())),
        _ => None,
    }
}

/// What to do first where somebody has to be chosen before a feeling can be set.
pub(crate) fn choose_first(scene: &Scene, words: &Words) -> String {
    words.pen_choose(persons(scene).len().min(Nth::ALL.len()).to_string())
}

/// Whose the main curve is, on a map that names no personas of its own.
fn main_persona<'a>(scene: &'a Scene, lane: &Lane) -> Option<&'a Id> {
    let shown = scene.lanes.iter().find(|shown| shown.id == lane.id)?;
    let Body::Curve(curve) = &shown.body else { return None };
    curve.lines.iter().find(|line| line.main)?.persona.as_ref()
}
