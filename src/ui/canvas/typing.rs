//! Typing on the map: the text of a card, a title or a quote is edited where it stands.

use super::super::document::canvas_id;
use super::super::{CellRef, Context, Document, Message, Selection};
use super::brush::Brush;
use super::stuck::{self, Stuck};
use super::titles::{text_of, with_text};
use super::{Canvas, clipboard, drag, field};
use crate::edit::{CardRef, Change, Spot, Thing, new_card};
use crate::model::{Card, EmotionPoint, Id, TEXT_MAX};
use crate::scene::{Body, CardBox, Role, Scene, Stroke, TextPlace};
use egui::{Event, ImeEvent, Key, Pos2, Rect, pos2};

/// So many frames a text may be missing from the map before it counts as gone.
const FRAMES: u8 = 3;

/// A text being typed.
pub struct Typing {
    /// What it belongs to.
    pub thing: Thing,
    /// The text as typed so far.
    pub(super) text: String,
    /// What is not in the project yet.
    fresh: Option<Fresh>,
    /// What stood there is written over, not mended.
    anew: bool,
    /// The field has been shown.
    pub(super) shown: bool,
    /// The field has had the keyboard.
    focused: bool,
    /// Select all of it at first, so that typing replaces it.
    pub(super) select_all: bool,
    /// What is shown as a preview by now.
    previewed: Option<String>,
    /// Keys pressed before the field was there.
    waiting: Vec<Event>,
    /// For how many frames the text has not been on the map, or the field without the keyboard.
    missing: u8,
    /// A character is being put together: its keys are not ours.
    composing: bool,
}

/// What is made of the text where there is nothing yet.
enum Fresh {
    /// A card at this place.
    Card(Spot, Box<Card>),
    /// A point of this lane, with the text as its quote.
    Point(Id, Box<EmotionPoint>),
}

/// How typing went on in a frame.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Next {
    /// The field is still open.
    Typing,
    /// The keyboard has gone elsewhere.
    Lost,
    /// Done; nothing more.
    Done,
    /// Done; a new card below in the same cell.
    Below,
    /// Done; on to the next step, or the one before.
    Across(isize),
    /// Given up.
    Cancelled,
    /// Lines were pasted where a card was to be typed: each becomes one.
    Pasted(String),
}

impl Typing {
    /// Edits the text of something that is there.
    pub fn of(thing: Thing, doc: &Document) -> Option<Self> {
        let text = text_of(doc, &thing)?;
        // A title is mostly given anew, a card's text mended.
        let select_all = !matches!(thing, Thing::Card(_) | Thing::Point { .. });
        Some(Self { select_all, ..Self::new(thing, text, None) })
    }

    /// Types a new card.
    pub fn fresh(spot: Spot, card: Card) -> Self {
        let lane = match &spot {
            Spot::Cell { lane, .. } => Some(lane.clone()),
            Spot::Parked { .. } => None,
        };
        let thing = Thing::Card(CardRef { lane, card: card.id.clone() });
        Self::new(thing, String::new(), Some(Fresh::Card(spot, Box::new(card))))
    }

    /// Types the quote of a new point.
    pub fn fresh_point(lane: Id, point: EmotionPoint) -> Self {
        let thing = Thing::Point { lane: lane.clone(), point: point.id.clone() };
        Self::new(thing, String::new(), Some(Fresh::Point(lane, Box::new(point))))
    }

    fn new(thing: Thing, text: String, fresh: Option<Fresh>) -> Self {
        Self {
            thing,
            text,
            anew: fresh.is_some(),
            fresh,
            shown: false,
            focused: false,
            select_all: false,
            previewed: None,
            waiting: Vec::new(),
            missing: 0,
            composing: false,
        }
    }

    /// These keys were pressed before the field is there; what they write replaces the text.
    pub fn replaced_by(self, waiting: Vec<Event>) -> Self {
        Self { text: String::new(), anew: true, waiting, ..self }
    }

    /// Has nothing been typed for a card that is not there yet?
    fn is_blank(&self) -> bool {
        matches!(self.fresh, Some(Fresh::Card(..))) && self.text.trim().is_empty()
    }

    /// The change that the text so far would make.
    fn change(&self, doc: &Document) -> Option<Change> {
        // Saving in between has put what is new into the project.
        match (&self.fresh, with_text(doc, &self.thing, &self.text)) {
            (Some(Fresh::Point(lane, point)), None) => {
                let point = EmotionPoint { quote: self.text.clone(), ..EmotionPoint::clone(point) };
                Some(Change::PutPoints(vec![(lane.clone(), point)]))
            }
            (Some(Fresh::Card(spot, card)), None) => {
                let card = Card { text: self.text.clone(), ..Card::clone(card) };
                Some(Change::AddCards(vec![(spot.clone(), card)]))
            }
            (_, change) => change,
        }
    }

    /// Has the field the keyboard still? A click beside the text but on its own card does not take
    /// it, and a dialog that has just been closed only gives it late.
    fn keeps_focus(
        &mut self,
        ui: &egui::Ui,
        field: &egui::Response,
        scene: &Scene,
        at: &Brushed,
    ) -> bool {
        if field.has_focus() {
            (self.focused, self.missing) = (true, 0);
            return true;
        }
        let rect = match self.thing {
            Thing::Card(_) => scene.thing_rect(&self.thing),
            _ => None,
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
    fn preview(&mut self, doc: &Document, out: &mut Vec<Message>) -> bool {
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
pub fn begin(canvas: &mut Canvas, typing: Option<Typing>, out: &mut Vec<Message>) {
    if canvas.typing.is_some() {
        out.push(Message::Commit);
    }
    canvas.typing = typing;
}

/// Shows the field over what is being typed, and asks for what it changes.
pub fn typing_ui(
    ui: &mut egui::Ui,
    cx: &Context<'_>,
    doc: &mut Document,
    canvas: &mut Canvas,
    at: &Brushed,
    out: &mut Vec<Message>,
) {
    let Some(mut typing) = canvas.typing.take() else { return };
    let Some(scene) = doc.scene.clone() else { return };
    if !typing.preview(doc, out) {
        return;
    }
    let place = scene.text_place(&typing.thing, at.pinned).map(|place| {
        let rect = place.rect.translate(at.pushed(&scene, &typing.thing));
        TextPlace { rect, ..place }
    });
    let Some(place) = place else {
        typing.missing += 1;
        if typing.missing > FRAMES {
            // It has gone from the map, or its lane was folded: nothing to type in.
            out.push(Message::Commit);
        } else {
            typing.waiting.extend(take_keys(ui));
            field::reserve(ui, cx, &typing);
            ui.ctx().request_repaint();
            canvas.typing = Some(typing);
        }
        return;
    };
    let waiting = std::mem::take(&mut typing.waiting);
    ui.input_mut(|input| drop(input.events.splice(0..0, waiting)));
    let next = ending(ui, &mut typing);
    if !typing.shown {
        canvas.show(typing.thing.clone());
    }
    let clip = clip(&scene, &typing.thing, at);
    let engine = canvas.engine();
    engine.lang = doc.lang_of_map(cx.words.lang);
    let field = field::field_ui(ui, cx, engine, &scene, &mut typing, &place, at, clip);
    if field.changed() {
        let whole = typing.text.chars().count();
        typing.text = tidied(&typing.text);
        if whole > TEXT_MAX && typing.text.chars().count() == TEXT_MAX {
            let most = cx.words.number(TEXT_MAX as f64);
            out.push(Message::Notice(cx.words.canvas_cut(most)));
        }
        canvas.show(typing.thing.clone());
    }
    let next = match next {
        Next::Typing if !typing.keeps_focus(ui, &field, &scene, at) => Next::Lost,
        next => next,
    };
    if typing.previewed.as_ref() != Some(&typing.text) {
        typing.preview(doc, out);
    }
    finish(ui, cx, doc, canvas, &scene, typing, next, out);
}

/// What is typed, without what a text of the map does not hold.
fn tidied(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
    text.chars().take(TEXT_MAX).collect()
}

/// Where the field may be drawn: what scrolls goes below headers and titles.
fn clip(scene: &Scene, thing: &Thing, at: &Brushed) -> Rect {
    let corner = pos2(scene.body_x, scene.header_y + scene.header_height) + at.pinned;
    let below = match stuck::of_thing(scene, at.strips, thing) {
        Some(_) => 0.0,
        None => at.strips.last().map_or(0.0, |strip| strip.top + strip.height - corner.y),
    };
    let corner = at.screen(corner + egui::vec2(0.0, below.max(0.0)));
    let mut clip = at.canvas;
    if matches!(thing, Thing::Card(_) | Thing::Point { .. } | Thing::Lane(_)) {
        clip.min.y = clip.min.y.max(corner.y);
    }
    if matches!(thing, Thing::Card(_) | Thing::Point { .. } | Thing::Phase(_) | Thing::Step(_)) {
        clip.min.x = clip.min.x.max(corner.x);
    }
    clip
}

/// Ends typing as `next` says, and begins again where it leads.
#[expect(clippy::too_many_arguments, reason = "one caller, split off for its length")]
fn finish(
    ui: &egui::Ui,
    cx: &Context<'_>,
    doc: &mut Document,
    canvas: &mut Canvas,
    scene: &Scene,
    typing: Typing,
    next: Next,
    out: &mut Vec<Message>,
) {
    match &next {
        Next::Typing => {
            canvas.typing = Some(typing);
            return;
        }
        Next::Cancelled | Next::Pasted(_) => out.push(Message::Cancel),
        // A card in which nothing was typed is none: the editor drops it.
        Next::Lost | Next::Done | Next::Below | Next::Across(_) => out.push(Message::Commit),
    }
    if let Next::Pasted(text) = &next
        && let Some(Fresh::Card(spot, _)) = &typing.fresh
    {
        clipboard::paste(text, spot, doc, cx.words, out);
    }
    if let Some(spot) = following(scene, &typing, &next) {
        let card = new_card("", &mut doc.editor.ids);
        let mut typing = Typing::fresh(spot, card);
        // Shown as soon as the one before is made, so that no key falls between them.
        typing.preview(doc, out);
        canvas.typing = Some(typing);
        return;
    }
    if next == Next::Lost {
        return;
    }
    ui.memory_mut(|memory| memory.request_focus(canvas_id()));
    let gone = typing.is_blank() || next == Next::Cancelled;
    let cell = match typing.fresh {
        Some(Fresh::Card(Spot::Cell { lane, step, .. }, _)) if gone => Some(CellRef { lane, step }),
        Some(Fresh::Point(lane, point)) if gone => Some(CellRef { lane, step: point.step }),
        // A curve is felt step by step: what is typed next must not replace what was just said.
        Some(Fresh::Point(lane, point)) => {
            let at = scene.columns.index.get(&point.step);
            let after = at.and_then(|at| scene.columns.steps.get(at + 1));
            after.map(|step| CellRef { lane, step: step.id.clone() })
        }
        _ => None,
    };
    if cell.is_some() {
        out.push(Message::Select(Selection { things: Vec::new(), cell }));
    }
}

/// Where the next card is typed, if there is to be one.
fn following(scene: &Scene, typing: &Typing, next: &Next) -> Option<Spot> {
    let Thing::Card(card) = &typing.thing else { return None };
    // Enter in an empty new card is enough cards, and in an old one it has been mended.
    let below = *next == Next::Below && typing.anew && !typing.text.trim().is_empty();
    let Some((lane, step, index)) = drag::place_of(scene, card) else {
        let parked = scene.parking.cards.iter().position(|other| other.card.id == card.card)?;
        return below.then_some(Spot::Parked { index: parked + 1 });
    };
    let spot = |step: usize, index: usize| {
        let (lane, step) = (scene.lanes.get(lane)?, scene.columns.steps.get(step)?);
        Some(Spot::Cell { lane: lane.id.clone(), step: step.id.clone(), index })
    };
    match next {
        Next::Below if below => spot(step, index + 1),
        Next::Across(by) => {
            let Body::Cards(cards) = &scene.lanes[lane].body else { return None };
            let beside = step.checked_add_signed(*by);
            match beside.and_then(|to| Some((to, cards.cells.get(to)?))) {
                Some((to, cell)) => spot(to, cell.cards.len()),
                // Beyond the last step what is typed next must not replace what was just typed.
                None if typing.is_blank() => None,
                None => spot(step, index + 1),
            }
        }
        _ => None,
    }
}

/// Takes the key that ends typing away from the field, if one was pressed.
fn ending(ui: &egui::Ui, typing: &mut Typing) -> Next {
    let is_card = matches!(typing.thing, Thing::Card(_));
    let is_blank = typing.is_blank();
    ui.input_mut(|input| {
        let mut next = Next::Typing;
        input.events.retain(|event| {
            let (key, modifiers) = match event {
                Event::Ime(ImeEvent::Preedit { text, .. }) => {
                    typing.composing = !text.is_empty();
                    return true;
                }
                Event::Ime(_) => {
                    typing.composing = false;
                    return true;
                }
                Event::Paste(text) if is_blank && text.trim_end().contains(['\n', '\r', '\t']) => {
                    next = Next::Pasted(text.clone());
                    return false;
                }
                Event::Key { key, pressed: true, modifiers, .. } if !typing.composing => {
                    (key, modifiers)
                }
                _ => return true,
            };
            if next != Next::Typing {
                return true;
            }
            next = match key {
                Key::Escape => Next::Cancelled,
                Key::Enter if modifiers.shift && is_card => return true,
                Key::Enter if is_card => Next::Below,
                Key::Enter => Next::Done,
                Key::Tab if is_card => Next::Across(if modifiers.shift { -1 } else { 1 }),
                Key::Tab => Next::Done,
                _ => return true,
            };
            false
        });
        next
    })
}

/// Takes what a text field would read out of this frame's events.
pub fn take_keys(ui: &egui::Ui) -> Vec<Event> {
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
pub struct Brushed<'a> {
    /// Where the map's top left corner is, in screen points.
    pub origin: Pos2,
    /// Screen points per document unit.
    pub zoom: f32,
    /// How far headers and titles are pushed to stay in view, in document units.
    pub pinned: egui::Vec2,
    /// The lanes that stay in view below the headers.
    pub strips: &'a [Stuck],
    /// The canvas, in screen points.
    pub canvas: Rect,
}

impl Brushed<'_> {
    /// How far down `thing` is shown from where it is on the map, in document units.
    fn pushed(&self, scene: &Scene, thing: &Thing) -> egui::Vec2 {
        let strip = stuck::of_thing(scene, self.strips, thing);
        egui::vec2(0.0, strip.map_or(0.0, |strip| -strip.shift()))
    }

    /// A place on the screen from a place on the map.
    pub fn screen(&self, at: Pos2) -> Pos2 {
        self.origin + at.to_vec2() * self.zoom
    }
}

/// The box of a card whose text is being typed: the field draws the text.
pub fn empty_card(brush: &mut Brush<'_, '_>, card: &CardBox, at: Pos2) {
    let rect = Rect::from_min_size(at, card.rect.size());
    let edge = Stroke { width: 2.0 / brush.zoom.max(0.01), paint: Role::Accent.into(), dash: None };
    brush.boxed(rect, 8.0, Some(Role::Card.into()), Some(edge));
    brush.pictures(&card.drawing, at);
}
