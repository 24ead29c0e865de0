//! What screen readers are told of the map: each card, face, phase, step, lane and head in view
//! has a name, a role and a place, and can be chosen; a feeling can be made better or worse.

use super::super::{Camera, Context, Document, Message, Selection};
use super::pinned_lanes::PinnedLane;
use super::{Canvas, pen_list};
use crate::edit::Change;
use crate::model::{CardRef, EmotionPoint, FEELING_MAX, FEELING_MIN, Thing, feeling};
use crate::scene::{Body, Cards, Curve, LaneBox, Scene, Strip};
use crate::ui::state::pen::said_name;
use crate::words::{Words, genitive};
use crate::words::{card_name, lane_name, phase_name, titled};
use egui::accesskit::Action;
use egui::{Pos2, Rect, Response, Role, Sense, Vec2, WidgetInfo, vec2};
use std::ops::Range;

/// How much better or worse a feeling gets at a time.
const FEELING_STEP: f64 = 0.5;

/// Tells of what is in view. Costs nothing where nobody listens.
#[expect(clippy::too_many_arguments, reason = "one frame's worth of what is known")]
pub(super) fn nodes(
    ui: &mut egui::Ui,
    cx: &Context<'_>,
    doc: &Document,
    canvas: &Canvas,
    scene: &Scene,
    response: &Response,
    rect: Rect,
    camera: Camera,
    pinned: Vec2,
    strips: &[PinnedLane],
    out: &mut Vec<Message>,
) {
    response.widget_info(|| {
        WidgetInfo::labeled(
            Role::Group,
            true,
            cx.words.canvas_map(titled(&scene.journey.title, cx.words)),
        )
    });
    let listens =
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_role(Role::Grid)).is_some();
    if !listens || canvas.typing.is_some() {
        return;
    }
    let words = cx.words;
    let mut nodes = Nodes { ui, words, doc, scene, response, rect, camera, pinned, out };
    nodes.heads();
    let visible = nodes.visible();
    for index in scene.visible_lanes(visible.top(), visible.bottom()) {
        if strips.iter().all(|strip| strip.lane != index) {
            nodes.lane(&scene.lanes[index], visible);
        }
    }
    for strip in &scene.strips {
        nodes.strip(strip, visible);
    }
    // What stays in view below the headers is told where it is seen.
    for strip in strips {
        let Some(lane) = scene.lanes.get(strip.lane) else { continue };
        nodes.camera.origin.y = camera.origin.y - strip.shift() * camera.zoom;
        nodes
            .lane(lane, Rect::from_x_y_ranges(visible.x_range(), strip.y..=strip.y + strip.height));
    }
    nodes.camera = camera;
    nodes.pens(strips, pen_list::taken(visible, pinned));
    for card in &scene.parking.cards {
        let bounds = card.rect.translate(scene.parking_rect.min.to_vec2());
        let thing = Thing::Card(CardRef { lane: None, card: card.card.id.clone() });
        let said = card_name(&card.card, &scene.project);
        let title = format!("{}: {said}", words.canvas_parking());
        nodes.add(&thing, Role::ListItem, bounds, &title);
    }
}

/// What is known while nodes are made.
struct Nodes<'a> {
    ui: &'a mut egui::Ui,
    words: &'a Words,
    doc: &'a Document,
    scene: &'a Scene,
    response: &'a Response,
    /// The canvas, in screen points.
    rect: Rect,
    camera: Camera,
    pinned: Vec2,
    out: &'a mut Vec<Message>,
}

impl Nodes<'_> {
    /// What is seen of the map, in document units.
    fn visible(&self) -> Rect {
        let from = |at: Pos2| self.camera.doc_from_canvas(at);
        Rect::from_min_max(from(Pos2::ZERO), from(self.rect.size().to_pos2()))
    }

    /// Tells of a thing, where it is in view.
    fn add(&mut self, thing: &Thing, role: Role, bounds: Rect, title: &str) -> Option<egui::Id> {
        self.add_as(self.response.id.with(thing), thing, role, bounds, title)
    }

    /// The same under this id: a thing may be told of in several places.
    fn add_as(
        &mut self,
        id: egui::Id,
        thing: &Thing,
        role: Role,
        bounds: Rect,
        title: &str,
    ) -> Option<egui::Id> {
        let screen = |at: Pos2| self.rect.min + self.camera.canvas_from_doc(at).to_vec2();
        let bounds = Rect::from_min_max(screen(bounds.min), screen(bounds.max));
        let bounds = bounds.intersect(self.rect);
        if !bounds.is_positive() {
            return None;
        }
        let selected = self.doc.selection.has(thing);
        let conflicts = &self.doc.editor.project().conflicts;
        let title = match conflicts.iter().any(|conflict| conflict.thing == *thing.id()) {
            true => &format!("{title}, {}", self.words.merge_conflict_left()),
            false => title,
        };
        let child = self.ui.interact(bounds, id, Sense::focusable_noninteractive());
        child.widget_info(|| WidgetInfo::selected(role, true, selected, title));
        self.ui.ctx().accesskit_node_builder(id, |node| node.add_action(Action::Click));
        if self.asked(id, Action::Click) {
            self.response.request_focus();
            self.out.push(Message::Select(Selection::of(thing.clone())));
        }
        Some(id)
    }

    fn asked(&self, id: egui::Id, action: Action) -> bool {
        self.ui.input(|input| input.has_accesskit_action_request(id, action))
    }

    /// What is above the lanes.
    fn heads(&mut self) {
        let scene = self.scene;
        for placed in scene.head.iter() {
            let bounds = Rect::from_min_size(placed.at, placed.drawing.size);
            self.add(&placed.thing, Role::Heading, bounds, &placed.title);
        }
        let top = scene.header_y + self.pinned.y;
        for (phase, column) in scene.journey.phases.iter().zip(&scene.columns.phases) {
            let size = vec2(column.width, column.header.size.y);
            let bounds = Rect::from_min_size(Pos2::new(column.x, top), size);
            let title = phase_name(phase, self.words);
            let thing = Thing::Phase(phase.id.clone());
            let Some(id) = self.add(&thing, Role::ColumnHeader, bounds, &title) else { continue };
            self.describe(id, scene.signs_of_phase(phase, column, self.words));
        }
        for (index, (_, step)) in scene.journey.steps().enumerate() {
            let bounds = scene.step_title_rect(index).filter(|_| !step.title.is_empty());
            if let Some(bounds) = bounds {
                let bounds = bounds.translate(vec2(0.0, self.pinned.y));
                self.add(&Thing::Step(step.id.clone()), Role::ColumnHeader, bounds, &step.title);
            }
        }
    }

    /// The list of pens below the title of a lane of curves.
    fn pens(&mut self, strips: &[PinnedLane], taken: f32) {
        let scene = self.scene;
        let rows = pen_list::seen(scene, self.pinned, taken, strips);
        for (place, (persona, _, bounds)) in rows.into_iter().enumerate() {
            let thing = Thing::Persona(persona.id.clone());
            let whose = genitive(&said_name(persona, self.words), self.words.lang);
            let number = self.words.number(place as f64 + 1.0);
            let title = self.words.pen_in_list(whose, number);
            let id = self.response.id.with(("pen", place, &persona.id));
            let held = self.doc.pen.persona() == Some(&persona.id);
            if self.add_as(id, &thing, Role::RadioButton, bounds, &title).is_some() {
                self.ui.ctx().accesskit_node_builder(id, |node| {
                    node.set_toggled(held.into());
                });
            }
        }
    }

    /// The figures of a strip.
    fn strip(&mut self, strip: &Strip, visible: Rect) {
        let seen = strip.y <= visible.bottom() && strip.y + strip.height >= visible.top();
        let said = strip.pieces().enumerate().filter(|(_, piece)| !piece.title.is_empty());
        for (place, piece) in said.filter(|_| seen) {
            let id = self.response.id.with((&strip.kind, &strip.lane, place));
            let title = match strip.is_inside() {
                true => piece.title.clone(),
                false => format!("{}: {}", strip.name, piece.title),
            };
            self.add_as(id, &piece.thing, Role::ListItem, strip.place(piece), &title);
        }
    }

    fn lane(&mut self, lane: &LaneBox, visible: Rect) {
        let model = &self.scene.journey.lanes[lane.index];
        let name = lane_name(model, self.words);
        let corner = Pos2::new(self.pinned.x, lane.y);
        let bounds = Rect::from_min_size(corner, vec2(self.scene.body_x, lane.height));
        self.add(&Thing::Lane(lane.id.clone()), Role::RowHeader, bounds, &name);
        match &lane.body {
            Body::Collapsed => {}
            Body::Cards(cards) => {
                let steps = self.scene.visible_steps(visible.left(), visible.right());
                self.cards(lane, cards, steps, &name);
            }
            Body::Curve(curve) => {
                self.points(lane, curve, visible);
                self.gaps(lane, curve, visible, &name);
            }
        }
    }

    fn cards(&mut self, lane: &LaneBox, cards: &Cards, steps: Range<usize>, name: &str) {
        // A card may begin left of what is seen and reach into it.
        let first = steps.start.saturating_sub(cards.reach).min(cards.cells.len());
        let cells = &cards.cells[first..steps.end.clamp(first, cards.cells.len())];
        for card in cells.iter().flat_map(|cell| &cell.cards) {
            let hint = Some(lane.id.clone());
            let thing = Thing::Card(CardRef { lane: hint, card: card.card.id.clone() });
            let mut title = format!("{name}: {}", card_name(&card.card, &self.scene.project));
            if card.card.votes > 0 {
                title += &format!(", {}", self.words.scene_votes(card.card.votes));
            }
            let bounds = card.rect.translate(vec2(0.0, lane.y));
            let Some(id) = self.add(&thing, Role::ListItem, bounds, &title) else { continue };
            let Thing::Card(at) = &thing else { continue };
            self.describe(id, self.scene.signs_of_card(at, self.words));
        }
    }

    /// Says more of what was told of: what its signs mean.
    fn describe(&self, id: egui::Id, said: String) {
        if !said.is_empty() {
            self.ui.ctx().accesskit_node_builder(id, |node| node.set_description(said));
        }
    }

    /// How far apart two curves are, phase by phase.
    fn gaps(&mut self, lane: &LaneBox, curve: &Curve, visible: Rect, name: &str) {
        let Some(gap) = &curve.gap else { return };
        for (phase, figure) in gap.figures.iter().enumerate() {
            let Some(figure) = figure else { continue };
            let id = self.response.id.with(("gap", &lane.id, phase));
            let at = figure.at + vec2(0.0, lane.y);
            let bounds = Rect::from_min_size(at, figure.drawing.size);
            if !bounds.intersects(visible) {
                continue;
            }
            let title = format!("{name}: {}", figure.title);
            self.add_as(id, &figure.thing, Role::ListItem, bounds, &title);
        }
    }

    fn points(&mut self, lane: &LaneBox, curve: &Curve, visible: Rect) {
        for point in &curve.points {
            let at = point.at + vec2(0.0, lane.y);
            if !visible.contains(at) {
                continue;
            }
            let bounds = Rect::from_center_size(at, Vec2::splat(point.radius * 2.0));
            let thing = Thing::Point { lane: lane.id.clone(), point: point.point.id.clone() };
            let Some(id) = self.add(&thing, Role::Slider, bounds, &point.title) else { continue };
            self.describe(id, self.scene.sign_of_point(point, self.words).line());
            let value = point.point.value;
            self.ui.ctx().accesskit_node_builder(id, |node| {
                node.set_numeric_value(value);
                node.set_min_numeric_value(FEELING_MIN);
                node.set_max_numeric_value(FEELING_MAX);
                node.set_numeric_value_step(FEELING_STEP);
                node.add_action(Action::Increment);
                node.add_action(Action::Decrement);
            });
            for (action, by) in
                [(Action::Increment, FEELING_STEP), (Action::Decrement, -FEELING_STEP)]
            {
                if self.asked(id, action) {
                    let value = feeling(value + by);
                    let new = EmotionPoint { value, ..EmotionPoint::clone(&point.point) };
                    self.out.push(Message::Edit(Change::PutPoints(vec![(lane.id.clone(), new)])));
                }
            }
        }
    }
}
