//! Typing on the map: the text of a card, a title or a quote is edited where it stands.

use super::super::{Document, Message, Selection};
use super::brush::Brush;
use super::pinned_lanes::PinnedLane;
use super::titles::{text_of, with_text};
use super::{Canvas, pinned_lanes};
use crate::edit::{Change, Spot};
use crate::model::{Card, CardRef, EmotionPoint, Id, Thing, plain_text};
use crate::scene::{CardBox, Role, Scene, Stroke};
use crate::ui::kit::keyboard::has_keyboard;
use egui::{Event, Pos2, Rect};

/// So many frames a text may be missing from the map before it counts as gone.
pub(crate) const FRAMES: u8 = 3;

/// A text being typed.
pub(super) struct Typing {
    /// What it belongs to.
    pub thing: Thing,
    /// The text as typed so far.
    pub(super) text: String,
    /// What stands there in the project, where it is something.
    pub(super) before: String,
    /// What is not in the project yet.
    pub(super) fresh: Option<TypedThing>,
    /// What stood there is written over, not mended.
    pub(super) anew: bool,
    /// Something has been typed since.
    pub(super) touched: bool,
    /// The field has been shown.
    pub(super) shown: bool,
    /// The field has had the keyboard.
    focused: bool,
    /// Select all of it at first, so that typing replaces it.
    pub(super) select_all: bool,
    /// What is shown as a preview by now.
    pub(crate) previewed: Option<String>,
    /// Keys pressed before the field was there.
    pub(crate) waiting: Vec<Event>,
    /// For how many frames the text has not been on the map, or the field without the keyboard.
    pub(crate) missing: u8,
}

/// What is made of the text where there is nothing yet.
pub(super) enum TypedThing {
    /// A card at this place.
    Card(Spot, Box<Card>),
    /// A point of this lane, with the text as its quote.
    Point(Id, Box<EmotionPoint>),
}

impl Typing {
    /// Edits the text of something that is there.
    pub(super) fn of(thing: Thing, doc: &Document) -> Option<Self> {
        let text = text_of(doc, &thing)?;
        // A title is mostly given anew, a card's text mended.
        let select_all = !matches!(thing, Thing::Card(_) | Thing::Point { .. });
        let shown = plain_text(&text).into_owned();
        Some(Self { select_all, before: text, ..Self::new(thing, shown, None) })
    }

    /// Types a new card.
    pub(super) fn fresh(spot: Spot, card: Card) -> Self {
        let lane = match &spot {
            Spot::Cell { lane, .. } => Some(lane.clone()),
            Spot::Parked { .. } => None,
        };
        let thing = Thing::Card(CardRef { lane, card: card.id.clone() });
        Self::new(thing, String::new(), Some(TypedThing::Card(spot, Box::new(card))))
    }

    /// Types the quote of a new point.
    pub(super) fn fresh_point(lane: Id, point: EmotionPoint) -> Self {
        let thing = Thing::Point { lane: lane.clone(), point: point.id.clone() };
        Self::new(thing, String::new(), Some(TypedThing::Point(lane, Box::new(point))))
    }

    fn new(thing: Thing, text: String, fresh: Option<TypedThing>) -> Self {
        Self {
            thing,
            text,
            before: String::new(),
            anew: fresh.is_some(),
            fresh,
            touched: false,
            shown: false,
            focused: false,
            select_all: false,
            previewed: None,
            waiting: Vec::new(),
            missing: 0,
        }
    }

    /// These keys were pressed before the field is there; what they write replaces the text.
    pub(super) fn replaced_by(self, waiting: Vec<Event>) -> Self {
        Self { text: String::new(), anew: true, waiting, ..self }
    }

    /// What undo in the field gives back at last: what stood there before it was typed over.
    pub(super) fn typed_over(&self) -> Option<String> {
        let over = self.fresh.is_none() && self.anew;
        over.then(|| plain_text(&self.before).into_owned())
    }

    /// Is there more to lose by Esc than to get back? What stood there comes back; where nothing
    /// did, what has been typed is kept.
    pub(super) fn is_kept_by_escape(&self) -> bool {
        !self.gives_back() && !self.text.trim().is_empty()
    }

    /// Would Esc give back what stood there?
    pub(super) fn gives_back(&self) -> bool {
        !self.before.trim().is_empty()
    }

    /// Has nothing been typed for a card that is not there yet?
    pub(super) fn is_blank(&self) -> bool {
        matches!(self.fresh, Some(TypedThing::Card(..))) && self.text.trim().is_empty()
    }

    /// The change that the text so far would make.
    fn change(&self, doc: &Document) -> Option<Change> {
        // Opening and closing the field changes nothing, also where a file has other line breaks.
        let same = self.text == plain_text(&self.before);
        let text = if same { &self.before } else { &self.text };
        // Saving in between has put what is new into the project.
        match (&self.fresh, with_text(doc, &self.thing, text)) {
            (Some(TypedThing::Point(lane, point)), None) => {
                let point = EmotionPoint { quote: self.text.clone(), ..EmotionPoint::clone(point) };
                Some(Change::PutPoints(vec![(lane.clone(), point)]))
            }
            (Some(TypedThing::Card(spot, card)), None) => {
                let card = Card { text: self.text.clone(), ..Card::clone(card) };
                Some(Change::AddCards(vec![(spot.clone(), card)]))
            }
            (_, change) => change,
        }
    }

    /// Has the field the keyboard still? A click beside the text but on its own card does not take
    /// it, and a dialog that has just been closed only gives it late.
    pub(crate) fn keeps_focus(
        &mut self,
        ui: &egui::Ui,
        field: &egui::Response,
        scene: &Scene,
        at: &Brushed,
    ) -> bool {
        if has_keyboard(field) {
            (self.focused, self.missing) = (true, 0);
            return true;
        }
        let rect = match self.thing {
            Thing::Card(_) => scene.thing_rect(&self.thing),
            Thing::Point { .. }
            | Thing::Phase(_)
            | Thing::Step(_)
            | Thing::Lane(_)
            | Thing::Persona(_)
            | Thing::Transition(_)
            | Thing::Journey(_) => None,
        };
        let pushed = at.pushed(scene, &self.thing);
        let rect = rect.map(|rect| rect.translate(pushed));
        let rect = rect.map(|rect| Rect::from_min_max(at.screen(rect.min), at.screen(rect.max)));
        let on_it = ui.input(|input| {
            let at = input.pointer.interact_pos();
            input.pointer.any_click() && at.zip(rect).is_some_and(|(at, rect)| rect.contains(at))
        });
        self.missing += 1;
        let keeps = on_it || (!self.focused && self.missing <= FRAMES);
        if keeps {
            field.request_focus();
            ui.ctx().request_repaint();
        }
        keeps
    }

    /// Asks for what is typed to be shown, where it is not. False if there is nothing to type in.
    pub(super) fn preview(&mut self, doc: &Document, out: &mut Vec<Message>) -> bool {
        let dropped = self.fresh.is_some() && !doc.editor.is_previewing();
        if self.previewed.as_ref() == Some(&self.text) && !dropped {
            return true;
        }
        let Some(change) = self.change(doc) else { return false };
        if self.previewed.is_none() {
            // What something else has shown, as a text in the inspector, is made and not replaced.
            out.push(Message::Commit);
        }
        out.push(Message::Preview(change));
        if self.previewed.is_none() && self.fresh.is_some() {
            out.push(Message::Select(Selection::of(self.thing.clone())));
        }
        self.previewed = Some(self.text.clone());
        true
    }
}

/// Begins to type; what was being typed before is made.
pub(super) fn begin(canvas: &mut Canvas, typing: Option<Typing>, out: &mut Vec<Message>) {
    if canvas.typing.is_some() {
        out.push(Message::Commit);
    }
    canvas.typing = typing;
}

/// Takes what a text field would read out of this frame's events.
pub(super) fn take_keys(ui: &egui::Ui) -> Vec<Event> {
    ui.input_mut(|input| {
        let of_field = |event: &mut Event| {
            matches!(
                event,
                Event::Text(_)
                    | Event::Ime(_)
                    | Event::Paste(_)
                    | Event::Copy
                    | Event::Cut
                    | Event::Key { .. }
            )
        };
        input.events.extract_if(.., of_field).collect()
    })
}

/// What the field needs to know of how the map is painted.
pub(super) struct Brushed<'a> {
    /// Where the map's top left corner is, in screen points.
    pub origin: Pos2,
    /// Screen points per document unit.
    pub zoom: f32,
    /// How far headers and titles are pushed to stay in view, in document units.
    pub pinned: egui::Vec2,
    /// The lanes that stay in view below the headers.
    pub strips: &'a [PinnedLane],
    /// The canvas, in screen points.
    pub canvas: Rect,
}

impl Brushed<'_> {
    /// How far down `thing` is shown from where it is on the map, in document units.
    pub(crate) fn pushed(&self, scene: &Scene, thing: &Thing) -> egui::Vec2 {
        let strip = pinned_lanes::of_thing(scene, self.strips, thing);
        egui::vec2(0.0, strip.map_or(0.0, |strip| -strip.shift()))
    }

    /// A place on the screen from a place on the map.
    pub(super) fn screen(&self, at: Pos2) -> Pos2 {
        self.origin + at.to_vec2() * self.zoom
    }
}

/// The box of a card whose text is being typed: the field draws the text.
pub(super) fn empty_card(brush: &mut Brush<'_, '_>, card: &CardBox, at: Pos2) {
    let rect = Rect::from_min_size(at, card.rect.size());
    let edge = Stroke { width: 2.0 / brush.zoom.max(0.01), paint: Role::Accent.into(), dash: None };
    brush.boxed(rect, 8.0, Some(Role::Card.into()), Some(edge));
    brush.pictures(&card.drawing, at);
}
