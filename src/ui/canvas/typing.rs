//! Typing on the map: the text of a card, a title or a quote is edited where it stands.
//!
//! The text is broken into lines by the same engine that lays out the map, so nothing jumps when
//! it is done. A caret in right-to-left text goes by egui's rules.

use super::super::caret::counted;
use super::super::document::canvas_id;
use super::super::{CellRef, Context, Document, Message, Selection};
use super::brush::{Brush, one_line};
use crate::edit::{CardRef, Change, Spot, Thing};
use crate::model::{Card, TEXT_MAX};
use crate::scene::{CardBox, Role, Scene, Stroke, TextEngine, TextPlace};
use egui::text::CCursorRange;
use egui::{Galley, Key, Modifiers, Pos2, Rect, vec2};
use std::sync::Arc;

/// A text being typed.
pub struct Typing {
    /// What it belongs to.
    pub thing: Thing,
    /// The text as typed so far.
    text: String,
    /// A card that is not in the project yet.
    fresh: Option<(Spot, Card)>,
    /// The text field has been given the keyboard.
    focused: bool,
    /// Select all of it at first, so that typing replaces it.
    select_all: bool,
    /// What is shown as a preview by now.
    previewed: Option<String>,
    lines: Option<Lines>,
}

/// The text laid out for the field, kept while neither text nor size change.
struct Lines {
    text: String,
    zoom: f32,
    width: f32,
    galley: Arc<Galley>,
}

/// How typing went on in a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Next {
    /// The field is still open.
    Typing,
    /// Done; nothing more.
    Done,
    /// Done; a new card below in the same cell.
    Below,
    /// Done; on to the next step, or the one before.
    Across(isize),
    /// Given up.
    Cancelled,
}

impl Typing {
    /// Edits the text of something that is there. `typed` replaces the text.
    pub fn of(thing: Thing, doc: &Document, typed: Option<String>) -> Option<Self> {
        let text = match typed {
            Some(text) => text,
            None => text_of(doc, &thing)?,
        };
        Some(Self::new(thing, text, None))
    }

    /// Types a new card.
    pub fn fresh(spot: Spot, card: Card, typed: Option<String>) -> Self {
        let lane = match &spot {
            Spot::Cell { lane, .. } => Some(lane.clone()),
            Spot::Parked { .. } => None,
        };
        let thing = Thing::Card(CardRef { lane, card: card.id.clone() });
        Self::new(thing, typed.unwrap_or_default(), Some((spot, card)))
    }

    fn new(thing: Thing, text: String, fresh: Option<(Spot, Card)>) -> Self {
        let select_all = false;
        Self { thing, text, fresh, focused: false, select_all, previewed: None, lines: None }
    }

    /// Selects all of the text at first.
    pub fn selecting_all(mut self) -> Self {
        self.select_all = true;
        self
    }

    /// The change that the text so far would make.
    pub fn change(&self, doc: &Document) -> Option<Change> {
        if let Some((spot, card)) = &self.fresh {
            let card = Card { text: self.text.clone(), ..card.clone() };
            return Some(Change::AddCards(vec![(spot.clone(), card)]));
        }
        with_text(doc, &self.thing, &self.text)
    }
}

/// The text of something, as it is in the project.
pub fn text_of(doc: &Document, thing: &Thing) -> Option<String> {
    let project = doc.editor.project();
    let (_, journey) = project.journey(&doc.journey)?;
    Some(match thing {
        Thing::Card(card) => super::find_card(project, journey, card)?.text.clone(),
        Thing::Point { lane, point } => {
            let (_, lane) = journey.lane(lane)?;
            lane.points.iter().find(|other| other.id == *point)?.quote.clone()
        }
        Thing::Phase(id) => journey.phases.iter().find(|phase| phase.id == *id)?.title.clone(),
        Thing::Step(id) => journey.steps().find(|(_, step)| step.id == *id)?.1.title.clone(),
        Thing::Lane(id) => journey.lane(id)?.1.title.clone(),
        Thing::Persona(id) => project.persona(id)?.1.name.clone(),
        Thing::Transition(id) => {
            journey.transitions.iter().find(|other| other.id == *id)?.reason.clone()
        }
        Thing::Journey(_) => journey.title.clone(),
    })
}

/// The change that gives something this text.
fn with_text(doc: &Document, thing: &Thing, text: &str) -> Option<Change> {
    let project = doc.editor.committed();
    let (_, journey) = project.journey(&doc.journey)?;
    let text = text.to_owned();
    Some(match thing {
        Thing::Card(card) => {
            let found = super::find_card(project, journey, card)?;
            Change::PutCards(vec![(card.clone(), Card { text, ..found.clone() })])
        }
        Thing::Point { lane, point } => {
            let (_, found) = journey.lane(lane)?;
            let mut point = (**found.points.iter().find(|other| other.id == *point)?).clone();
            point.quote = text;
            Change::PutPoints(vec![(lane.clone(), point)])
        }
        Thing::Phase(id) => {
            let mut phase = (**journey.phases.iter().find(|phase| phase.id == *id)?).clone();
            phase.title = text;
            Change::PutPhases(vec![phase])
        }
        Thing::Step(id) => {
            let mut step = journey.steps().find(|(_, step)| step.id == *id)?.1.clone();
            step.title = text;
            Change::PutSteps(vec![step])
        }
        Thing::Lane(id) => {
            let mut lane = journey.lane(id)?.1.clone();
            lane.title = text;
            Change::PutLanes(vec![lane])
        }
        Thing::Persona(id) => {
            let mut persona = project.persona(id)?.1.clone();
            persona.name = text;
            Change::PutPersonas(vec![persona])
        }
        Thing::Transition(id) => {
            let found = journey.transitions.iter().find(|other| other.id == *id)?;
            let mut transition = (**found).clone();
            transition.reason = text;
            Change::PutTransitions(vec![transition])
        }
        Thing::Journey(_) => {
            let mut journey = crate::model::Journey::clone(journey);
            journey.title = text;
            Change::PutJourney(Box::new(journey))
        }
    })
}

/// Shows the field over what is being typed, and asks for what it changes.
pub fn typing_ui(
    ui: &mut egui::Ui,
    cx: &Context<'_>,
    doc: &mut Document,
    canvas: &mut super::Canvas,
    at: &Brushed,
    out: &mut Vec<Message>,
) {
    let Some(mut typing) = canvas.typing.take() else { return };
    let Some(scene) = doc.scene.clone() else { return };
    if typing.previewed.as_ref() != Some(&typing.text) {
        // Before the first preview a new card is not on the map: the next frame shows it.
        let Some(change) = typing.change(doc) else { return };
        typing.previewed = Some(typing.text.clone());
        out.push(Message::Preview(change));
        if typing.fresh.is_some() && scene.text_place(&typing.thing, at.pinned).is_none() {
            ui.ctx().request_repaint();
            canvas.typing = Some(typing);
            return;
        }
    }
    let Some(place) = scene.text_place(&typing.thing, at.pinned) else {
        // It has gone from the map (undone, or its lane was folded): nothing to type in.
        out.push(Message::Commit);
        return;
    };
    let next = keys(ui, &typing);
    let field = field(ui, cx, canvas.engine(), &mut typing, &place, at);
    let lost = typing.focused && field.lost_focus();
    if !typing.focused {
        field.request_focus();
        typing.focused = true;
    }
    if field.changed() && typing.text.chars().count() > TEXT_MAX {
        typing.text = typing.text.chars().take(TEXT_MAX).collect();
    }
    if typing.previewed.as_ref() != Some(&typing.text)
        && let Some(change) = typing.change(doc)
    {
        typing.previewed = Some(typing.text.clone());
        out.push(Message::Preview(change));
    }
    let next = if next == Next::Typing && lost { Next::Done } else { next };
    finish(ui, doc, canvas, &scene, typing, next, out);
}

/// Ends typing as `next` says, and begins again where it leads.
fn finish(
    ui: &egui::Ui,
    doc: &mut Document,
    canvas: &mut super::Canvas,
    scene: &Scene,
    typing: Typing,
    next: Next,
    out: &mut Vec<Message>,
) {
    if next == Next::Typing {
        canvas.typing = Some(typing);
        return;
    }
    ui.ctx().memory_mut(|memory| memory.request_focus(canvas_id()));
    let empty = typing.fresh.is_some() && typing.text.trim().is_empty();
    let dropped = next == Next::Cancelled || empty;
    out.push(if dropped { Message::Cancel } else { Message::Commit });
    if !dropped && typing.fresh.is_some() {
        out.push(Message::Select(Selection::of(typing.thing.clone())));
    }
    let Thing::Card(card) = &typing.thing else { return };
    let (Some(lane), Some((lane_index, step, index))) =
        (&card.lane, super::drag::place_of(scene, card))
    else {
        return;
    };
    let spot = match next {
        // Enter in an empty new card is enough cards.
        Next::Below if !empty && typing.fresh.is_some() => {
            let step = scene.columns.steps[step].id.clone();
            Spot::Cell { lane: lane.clone(), step, index: index + 1 }
        }
        Next::Across(by) => {
            let Some(to) = step.checked_add_signed(by).filter(|to| *to < scene.columns.steps.len())
            else {
                return;
            };
            let index = match &scene.lanes[lane_index].body {
                crate::scene::Body::Cards(cards) => cards.cells[to].cards.len(),
                _ => 0,
            };
            Spot::Cell { lane: lane.clone(), step: scene.columns.steps[to].id.clone(), index }
        }
        _ if dropped => {
            if let Spot::Cell { lane, step, .. } =
                typing.fresh.map(|(spot, _)| spot).unwrap_or(Spot::Parked { index: 0 })
            {
                let cell = Some(CellRef { lane, step });
                out.push(Message::Select(Selection { things: Vec::new(), cell }));
            }
            return;
        }
        _ => return,
    };
    let card = Card { id: doc.editor.ids.next_id(), ..Card::default() };
    canvas.typing = Some(Typing::fresh(spot, card, None));
}

/// Takes the keys that end typing away from the field.
fn keys(ui: &egui::Ui, typing: &Typing) -> Next {
    let is_card = matches!(typing.thing, Thing::Card(_));
    ui.input_mut(|input| {
        let mut next = Next::Typing;
        input.events.retain(|event| {
            let egui::Event::Key { key, pressed: true, modifiers, .. } = event else { return true };
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

/// What the field needs to know of how the map is painted.
pub struct Brushed {
    /// Where the map's top left corner is, in screen points.
    pub origin: Pos2,
    /// Screen points per document unit.
    pub zoom: f32,
    /// How far headers and titles are pushed to stay in view, in document units.
    pub pinned: egui::Vec2,
    /// The canvas, in screen points.
    pub canvas: Rect,
}

fn field(
    ui: &mut egui::Ui,
    cx: &Context<'_>,
    engine: &mut TextEngine,
    typing: &mut Typing,
    place: &TextPlace,
    at: &Brushed,
) -> egui::Response {
    let min = at.origin + place.rect.min.to_vec2() * at.zoom;
    let size = place.rect.size() * at.zoom;
    let id = ui.scope_id().with("typing");
    let mut lines = typing.lines.take();
    let mut layouter = |ui: &egui::Ui, buffer: &dyn egui::TextBuffer, _width: f32| {
        let text = buffer.as_str();
        let fits = |lines: &&Lines| {
            lines.text == text && lines.zoom == at.zoom && lines.width == place.rect.width()
        };
        // The atlas may have been laid out anew since the last frame, so the rows are asked for
        // again; egui keeps them.
        if let Some(kept) = lines.as_ref().filter(fits)
            && kept.galley.pixels_per_point == ui.pixels_per_point()
        {
            return kept.galley.clone();
        }
        let galley = Arc::new(broken(ui, engine, text, place, at.zoom));
        lines = Some(Lines {
            text: text.into(),
            zoom: at.zoom,
            width: place.rect.width(),
            galley: galley.clone(),
        });
        galley
    };
    let rect =
        Rect::from_min_size(min, vec2(size.x + 2.0, size.y.max(place.style.line_height * at.zoom)));
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(rect));
    child.set_clip_rect(at.canvas);
    let mut filter = egui::EventFilter::default();
    (filter.tab, filter.escape) = (true, true);
    (filter.horizontal_arrows, filter.vertical_arrows) = (true, true);
    let mut output = egui::TextEdit::multiline(&mut typing.text)
        .id(id)
        .frame(egui::Frame::NONE)
        .margin(egui::Margin::ZERO)
        .desired_width(rect.width())
        .desired_rows(1)
        .text_color(cx.theme.color(place.role))
        .return_key(egui::KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter))
        .event_filter(filter)
        .layouter(&mut layouter)
        .show(&mut child);
    if !typing.focused {
        let end = egui::text::CCursor::new(egui::text::CharIndex(typing.text.chars().count()));
        let range = if typing.select_all {
            CCursorRange::two(egui::text::CCursor::default(), end)
        } else {
            CCursorRange::one(end)
        };
        output.state.cursor.set_char_range(Some(range));
        output.state.store(ui.ctx(), id);
    }
    typing.lines = None;
    output.response.response.accessible_name(cx.words.command_edit_text())
}

/// The text as one galley, with the line breaks of the map.
fn broken(
    ui: &egui::Ui,
    engine: &mut TextEngine,
    text: &str,
    place: &TextPlace,
    zoom: f32,
) -> Galley {
    let laid_out = engine.layout(text, &place.style, Some(place.rect.width()));
    let size = place.style.size * zoom;
    let height = place.style.line_height * zoom;
    let job = Arc::new(one_line(text, place.style.face, size));
    let mut hard = Vec::with_capacity(laid_out.lines.len());
    let galleys: Vec<Arc<Galley>> = ui.fonts_mut(|fonts| {
        // Of a text too long to be laid out the rest is on the last line, for the caret.
        let begins = |index: usize| match laid_out.lines.get(index) {
            Some(line) => text.floor_char_boundary(line.range.start),
            None => text.len(),
        };
        let lines = (0..laid_out.lines.len()).map(|index| {
            let said = text.get(begins(index)..begins(index + 1)).unwrap_or("");
            let bare = said.strip_suffix('\n').unwrap_or(said);
            hard.push(bare.len() < said.len());
            let mut job = one_line(bare, place.style.face, size);
            for section in &mut job.sections {
                section.format.line_height = Some(height);
            }
            fonts.layout_job(job)
        });
        lines.collect()
    });
    let galleys: Vec<_> = galleys.into_iter().map(|line| counted(ui, line)).collect();
    let mut galley = Galley::concat(job, &galleys, ui.pixels_per_point());
    for (row, hard) in galley.rows.iter_mut().zip(hard) {
        row.ends_with_newline = hard;
    }
    galley
}

/// The box of a card whose text is being typed: the field draws the text.
pub fn empty_card(brush: &mut Brush<'_, '_>, card: &CardBox, at: Pos2) {
    let rect = Rect::from_min_size(at, card.rect.size());
    let edge = Stroke { width: 2.0 / brush.zoom.max(0.01), paint: Role::Accent.into(), dash: None };
    brush.boxed(rect, 8.0, Some(Role::Card.into()), Some(edge));
}
