//! Lays out a map: where everything of it is, and what is drawn there.
//!
//! Layout keeps what it laid out before and compares pointers, so an edit costs the cells it
//! touched, whatever the size of the map.

use crate::insight::Gap;
use crate::model::{
    Card, Id, Image, Journey, Lane, LaneKind, List, Part, Project, STEP_WIDTH, View, same_things,
};
use crate::scene::draw::kept_texts::KeptTexts;
use crate::scene::draw::pen::Pen;
use crate::scene::draw::pictures::{shown_images, shows_one_of};
use crate::scene::map::card::DrawnCard;
use crate::scene::map::cards::{self, CardToDraw, Changed, GAP, LaneBefore, Plan, changed_images};
use crate::scene::map::chain_lines::chain_lines;
use crate::scene::map::counts::LayoutCounts;
use crate::scene::map::lane::{self, LINE_ROOM, MARGIN};
use crate::scene::map::rows::{LaneHead, blank, finish, lane_title};
use crate::scene::map::shown::ShownSteps;
use crate::scene::map::threads::draw;
use crate::scene::map::{arcs, columns, curve, gap, gap_marks, head, strips};
use crate::scene::{
    Body, CardBox, Cell, Columns, Curve, GapMarks, LaneBox, Pictures, Placed, Scene, Strip,
    TextEngine,
};
use crate::words::{Lang, Words};
use egui::{Rect, Vec2, pos2, vec2};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// From the head to the phase headers, or to the transitions above them.
const HEAD_GAP: f32 = 16.0;
/// The same where there are no transitions.
const HEADER_GAP: f32 = 28.0;
/// From the headers to the tints of the phases.
const BODY_GAP: f32 = 8.0;
/// From the tints' upper edge to the first lane.
const BODY_TOP: f32 = 6.0;
/// From the last lane to the tints' lower edge.
const BODY_BOTTOM: f32 = 16.0;
/// In the parking place, above the first card: its title stands there.
const PARKING_TOP: f32 = 44.0;
/// Lays out maps and remembers what it laid out.
pub struct Layout {
    /// What the last call did.
    pub counts: LayoutCounts,
    /// Lanes that are at least this high, in document units: while things are dragged out of a
    /// lane it keeps its height, so that nothing moves away under the pointer.
    pub held: HashMap<Id, f32>,
    /// What of the map is shown; at first all of it.
    pub view: Arc<View>,
    /// Cards that are shown although the view leaves them out, until it is another: those just made.
    pub also: HashSet<Id>,
    /// The map of which only a part is laid out: what is reckoned is told of all of it. None: the
    /// map that is laid out is whole.
    pub whole: Option<Arc<Journey>>,
    /// Customers stand on one line, not as a funnel.
    pub fold_figures: bool,
    /// No text of a chart beside the map is smaller than this, in document units; 0: as ever.
    pub least: f32,
    engine: TextEngine,
    kept_texts: KeptTexts,
    kept: HashMap<Id, Kept>,
    pictures: Arc<Pictures>,
    /// What the pictures were read from.
    images: List<Image>,
}

/// A map as it was last laid out.
#[derive(Clone)]
struct Kept {
    scene: Arc<Scene>,
    lang: Lang,
    scale: f32,
    held: HashMap<Id, f32>,
}

impl Layout {
    /// A layout that remembers nothing yet.
    #[expect(clippy::new_without_default, reason = "reads fonts: not a default")]
    pub fn new() -> Self {
        Self {
            counts: LayoutCounts::default(),
            held: HashMap::new(),
            view: Arc::default(),
            also: HashSet::new(),
            whole: None,
            fold_figures: false,
            least: 0.0,
            engine: TextEngine::new(),
            kept_texts: KeptTexts::default(),
            kept: HashMap::new(),
            pictures: Arc::default(),
            images: List::default(),
        }
    }

    /// A pen for what is drawn beside a map, with its fonts and the short texts laid out before.
    pub(in crate::scene) fn pen<'a>(
        &'a mut self,
        project: &'a Project,
        words: &'a Words,
        scale: f32,
    ) -> Pen<'a> {
        self.engine.lang = words.lang;
        let (engine, kept_texts) = (&mut self.engine, &mut self.kept_texts);
        let (held, view, pictures) = (&self.held, &*self.view, &*self.pictures);
        let least = self.least;
        Pen { engine, kept_texts, words, project, pictures, scale, held, view, least, texts: 0 }
    }

    /// Lays out `journey` of `project`; none where there is no such journey.
    /// `text_scale` is 1, or 1.25 for projectors.
    pub fn scene(
        &mut self,
        project: &Arc<Project>,
        journey: &Id,
        words: &Words,
        text_scale: f32,
    ) -> Option<Arc<Scene>> {
        self.counts = LayoutCounts::default();
        self.kept.retain(|id, _| project.journey(id).is_some());
        let (_, journey) = project.journey(journey)?;
        let scale = if text_scale.is_finite() { text_scale.clamp(0.5, 3.0) } else { 1.0 };
        let new_images = !same_things(&self.images, &project.images);
        if new_images {
            self.pictures = Arc::new(Pictures::new(&project.images, &self.pictures));
            self.images = project.images.clone();
        }
        let pictures = &*self.pictures;
        if !self.images.is_empty() && (new_images || !self.kept.contains_key(&journey.id)) {
            pictures.read_ahead(shown_images(project, journey));
        }
        self.engine.lang = words.lang;
        let (engine, kept_texts) = (&mut self.engine, &mut self.kept_texts);
        let (held, view) = (&self.held, &*self.view);
        let mut pen = Pen {
            engine,
            kept_texts,
            words,
            project,
            pictures,
            scale,
            held,
            view,
            least: 0.0,
            texts: 0,
        };
        let kept = self.kept.get(&journey.id).cloned();
        // Cards look different without their chips.
        let chips = |view: &View| view.shows(&Part::Chips);
        let before = kept.filter(|kept| {
            let same = kept.lang == words.lang && kept.scale == scale;
            same && chips(&kept.scene.view) == chips(view)
        });
        let before = before.map(|kept| kept.scene);
        let before = before.as_deref();
        if let Some(before) = before
            && Arc::ptr_eq(&before.project, project)
            && let Some(kept) = self.kept.get(&journey.id)
            && kept.held == self.held
            && kept.scene.view == self.view
            && kept.scene.folded == self.fold_figures
        {
            return Some(kept.scene.clone());
        }

        let whole = self.whole.as_deref();
        let folded = self.fold_figures;
        let shown = ShownSteps { view: &self.view, also: &self.also, whole, folded };
        let pictures = &self.pictures;
        let scene = lay_out(&mut pen, project, journey, pictures, &shown, before, &mut self.counts);
        self.counts.texts += pen.texts;
        let scene = Arc::new(scene);
        let held = self.held.clone();
        let kept = Kept { scene: scene.clone(), lang: words.lang, scale, held };
        self.kept.insert(journey.id.clone(), kept);
        Some(scene)
    }
}

impl Layout {
    /// The marks of gaps on a scene that it has laid out: what is waved off has none. Nothing moves
    /// for them.
    pub fn gap_marks(&mut self, scene: &Scene, gaps: &[Gap], words: &Words) -> GapMarks {
        self.engine.lang = words.lang;
        let (engine, kept_texts) = (&mut self.engine, &mut self.kept_texts);
        let (project, pictures) = (&*scene.project, &*scene.pictures);
        let (held, view, scale) = (&self.held, &*scene.view, scene.scale);
        let mut pen = Pen {
            engine,
            kept_texts,
            words,
            project,
            pictures,
            scale,
            held,
            view,
            least: 0.0,
            texts: 0,
        };
        gap_marks::gap_marks(&mut pen, scene, gaps)
    }
}

fn lay_out(
    pen: &mut Pen,
    project: &Arc<Project>,
    journey: &Arc<Journey>,
    pictures: &Arc<Pictures>,
    shown: &ShownSteps,
    before: Option<&Scene>,
    counts: &mut LayoutCounts,
) -> Scene {
    let body_x = lane::body_x(pen.scale);
    let whole = shown.whole.unwrap_or(journey);
    // Headers look different without the friction of their phases.
    let friction = |view: &View| view.shows(&Part::Friction);
    let headed = before.filter(|before| friction(&before.view) == friction(pen.view));
    let columns = match headed {
        Some(before)
            if same_things(&before.journey.phases, &journey.phases)
                && before.journey.widths == journey.widths =>
        {
            before.columns.clone()
        }
        _ => {
            let before = headed.map(|before| (&*before.journey, &*before.columns));
            Arc::new(columns::columns(pen, journey, body_x, before))
        }
    };
    let right = columns.right(body_x + STEP_WIDTH as f32 * f32::from(columns.phases.is_empty()));
    let width = right + MARGIN;
    let header_height = columns.header_height + columns.titles_height;
    let head = lay_out_head(pen, journey, whole, &columns, width, before);
    let body_y = head.header_y + header_height + BODY_GAP;

    let top = body_y + BODY_TOP;
    let (mut strips, top) =
        strips::under_headers(pen, journey, (whole, shown.folded), &columns, top, before);
    let (lanes, lane_strips, lanes_bottom) =
        lay_out_lanes(pen, project, journey, shown, &columns, top, width, before, counts);
    strips.extend(lane_strips);
    let body = Rect::from_min_max(pos2(body_x, body_y), pos2(right, lanes_bottom + BODY_BOTTOM));

    let chain = chain_lines(journey, shown.view, &lanes, before);

    let parking = lay_out_parking(pen, project, before, counts);
    let parking_at = pos2(right + MARGIN, head.header_y);
    let parking_bottom = (parking_at.y + parking.bottom + GAP).max(body.bottom());
    let parking_size = vec2(STEP_WIDTH as f32, parking_bottom - parking_at.y);
    Scene {
        project: project.clone(),
        view: shown.view.clone(),
        pictures: pictures.clone(),
        scale: pen.scale,
        journey: journey.clone(),
        size: Vec2::new(width, body.bottom() + MARGIN),
        body,
        body_x,
        header_y: head.header_y,
        header_height,
        head: head.placed,
        title_rect: head.title_rect,
        columns,
        lanes,
        strips,
        chain,
        folded: shown.folded,
        parking,
        parking_rect: Rect::from_min_size(parking_at, parking_size),
    }
}

/// The head with its transitions, and where the headers below it begin.
struct Head {
    placed: Arc<Vec<Placed>>,
    title_rect: Rect,
    header_y: f32,
}

fn lay_out_head(
    pen: &mut Pen,
    journey: &Journey,
    whole: &Journey,
    columns: &Arc<Columns>,
    width: f32,
    before: Option<&Scene>,
) -> Head {
    let same = before.filter(|before| {
        let old = &before.journey;
        Arc::ptr_eq(&before.columns, columns)
            && (&old.title, &old.kind, &old.purpose)
                == (&journey.title, &journey.kind, &journey.purpose)
            && (&old.for_whom, &old.from, &old.to)
                == (&journey.for_whom, &journey.from, &journey.to)
            && old.personas == journey.personas
            && before.view.same_layout(pen.view)
            && same_things(&old.transitions, &journey.transitions)
            && same_things(&before.project.personas, &pen.project.personas)
            && !shows_one_of(pen.project, journey, &changed_images(pen, Some(before)))
    });
    if let Some(same) = same {
        let (placed, title_rect) = (same.head.clone(), same.title_rect);
        return Head { placed, title_rect, header_y: same.header_y };
    }
    let head = head::head(pen, journey, whole, width);
    let (mut arcs, mut room) = (Vec::new(), 0.0);
    if pen.view.shows(&Part::Transitions) {
        let others = match std::ptr::eq(whole, journey) {
            true => Vec::new(),
            false => arcs::from_beyond(whole, columns, pen.words),
        };
        (arcs, room, _) = arcs::arcs(pen.engine, journey, columns, &others, pen.words, pen.scale);
        let more = arcs::beyond(pen.engine, others, columns, pen.scale, room);
        arcs.extend(more.0);
        room = more.1;
    }
    let header_y = (head.bottom + (room + HEAD_GAP).max(HEADER_GAP)).ceil();
    for arc in &mut arcs {
        arc.at.y += header_y;
    }
    let mut placed = head.placed;
    placed.append(&mut arcs);
    Head { placed: Arc::new(placed), title_rect: head.title_rect, header_y }
}

#[expect(
    clippy::too_many_arguments,
    reason = "one caller; a struct would only be taken apart again"
)]
fn lay_out_lanes(
    pen: &mut Pen,
    project: &Project,
    journey: &Journey,
    shown: &ShownSteps,
    columns: &Arc<Columns>,
    top: f32,
    width: f32,
    before: Option<&Scene>,
    counts: &mut LayoutCounts,
) -> (Vec<LaneBox>, Vec<Strip>, f32) {
    let images = changed_images(pen, before);
    let changed = before.map_or(Changed::default(), |before| Changed {
        personas: !same_things(&before.project.personas, &project.personas),
        opportunities: !same_things(&before.project.opportunities, &project.opportunities),
        images: &images,
    });
    let view = shown.view;
    let same_view = before.is_some_and(|before| before.view.same_layout(view));
    let same_places = before.is_some_and(|before| {
        Arc::ptr_eq(&before.columns, columns) || before.columns.same_places(columns)
    });
    let same_people = before.is_some_and(|before| {
        same_view
            && !changed.personas
            && before.journey.personas == journey.personas
            && !shows_one_of(project, journey, &images)
    });
    // Points are called by their steps' names, too.
    let same_columns = before.is_some_and(|before| Arc::ptr_eq(&before.columns, columns));
    let old: HashMap<&Id, (&Arc<Lane>, &LaneBox)> = before.map_or_else(HashMap::new, |before| {
        let lane = |shown| before.journey.lanes.get(shown);
        let old = before.lanes.iter().filter_map(|old| Some((lane(old.index)?, old)));
        old.map(|(lane, old)| (&old.id, (lane, old))).collect()
    });

    let lanes = journey.lanes.iter().enumerate();
    let lanes: Vec<_> = lanes.filter(|(_, lane)| view.shows_lane(lane)).collect();
    let heads: Vec<LaneHead> = lanes
        .iter()
        .map(|(_, lane)| {
            let (title, title_rect) = lane_title(pen, lane, old.get(&lane.id).copied());
            let strip = strips::on_top(pen, journey, columns, lane, title.size.y, before);
            LaneHead { title, title_rect, strip }
        })
        .collect();
    let mut jobs = Vec::new();
    let plans: Vec<Option<Plan>> = lanes
        .iter()
        .zip(&heads)
        .map(|((_, lane), head)| {
            if view.collapses(lane) || lane.kind == LaneKind::Emotions {
                return None;
            }
            let same_places = same_places && same_view;
            let before = old.get(&lane.id).and_then(|(lane, old)| match &old.body {
                Body::Cards(cards) => Some(LaneBefore { lane, cards, same_places }),
                Body::Collapsed | Body::Curve(_) => None,
            });
            let top = head.strip.as_ref().map_or(0.0, |strip| strip.height);
            Some(cards::plan(lane, columns, shown, top, before, changed, &mut jobs))
        })
        .collect();
    let drawn = draw(pen, &jobs);
    counts.cards += jobs.len();

    let mut y = top;
    let mut boxes = Vec::with_capacity(lanes.len());
    let mut strips = Vec::new();
    for (((index, lane), plan), head) in lanes.into_iter().zip(plans).zip(heads) {
        let old = old.get(&lane.id).copied();
        let (body, needs) = if view.collapses(lane) {
            (Body::Collapsed, 0.0)
        } else if let Some(plan) = plan {
            let cards = cards::stack(plan, lane, columns, &drawn, counts);
            let needs = match old.map(|(_, old)| (&old.body, old.needs)) {
                Some((Body::Cards(kept), needs)) if Arc::ptr_eq(kept, &cards) => needs,
                _ => cards::bottom(&cards) + cards::MARGIN_Y,
            };
            (Body::Cards(cards), needs)
        } else {
            let now = lane;
            let old_curve = old.and_then(|(lane, shown)| match &shown.body {
                Body::Curve(curve) if same_people && lane.height == now.height => {
                    Some((lane, shown, curve))
                }
                Body::Collapsed | Body::Cards(_) | Body::Curve(_) => None,
            });
            match old_curve {
                Some((old_lane, shown, curve)) if same_columns && Arc::ptr_eq(old_lane, lane) => {
                    (Body::Curve(curve.clone()), shown.needs)
                }
                _ => {
                    counts.curves += 1;
                    let old_curve: Option<&Curve> = old_curve.map(|(_, _, curve)| &**curve);
                    let (mut curve, height) = curve::curve(pen, lane, journey, columns, old_curve);
                    let of = shown.whole.unwrap_or(journey);
                    curve.gap = gap::gap(pen, lane, of, columns, &curve, old_curve);
                    (Body::Curve(Arc::new(curve)), height)
                }
            }
        };
        let old_box = old.map(|(lane, shown)| (&**lane, shown));
        let prompts = strips::prompts(pen, columns, lane, &body, old_box, before, counts);
        let (title, title_rect) = (head.title, head.title_rect);
        let mut lane_box = LaneBox { y, title, title_rect, body, needs, ..blank(index, lane) };
        let asked = prompts.as_ref().map_or(0.0, |strip| strip.height);
        finish(pen, lane, width, asked, old, &mut lane_box);
        let inside = head.strip.into_iter().chain(prompts);
        strips.extend(inside.map(|strip| Strip { y, ..strip }));
        y += lane_box.height + if lane_box.line.is_some() { LINE_ROOM } else { 0.0 };
        if let Body::Curve(curve) = &lane_box.body
            && let Some(strip) =
                strips::below(pen, journey, shown.whole, columns, lane, curve, before)
        {
            let strip = Strip { y, ..strip };
            y += strip.height;
            strips.push(strip);
        }
        boxes.push(lane_box);
    }
    (boxes, strips, y)
}

/// The cards without a place, one below the other.
fn lay_out_parking(
    pen: &mut Pen,
    project: &Project,
    before: Option<&Scene>,
    counts: &mut LayoutCounts,
) -> Arc<Cell> {
    let images = changed_images(pen, before);
    let changed = before.map_or(Changed::default(), |before| Changed {
        personas: !same_things(&before.project.personas, &project.personas),
        opportunities: !same_things(&before.project.opportunities, &project.opportunities),
        images: &images,
    });
    let mut old: HashMap<*const Card, &CardBox> = HashMap::new();
    if let Some(before) = before {
        let is_same = same_things(&before.project.parked, &project.parked);
        if is_same && !project.parked.iter().any(|card| changed.concerns(card)) {
            return before.parking.clone();
        }
        let kept = before.parking.cards.iter().filter(|kept| !changed.concerns(&kept.card));
        old.extend(kept.map(|kept| (Arc::as_ptr(&kept.card), kept)));
    }
    let width = STEP_WIDTH as f32 - cards::MARGIN_X * 2.0;
    let find = |card: &Arc<Card>| old.get(&Arc::as_ptr(card)).copied();
    let new = project.parked.iter().filter(|card| find(card).is_none());
    let jobs: Vec<CardToDraw> = new.map(|card| CardToDraw { card, kind: None, width }).collect();
    counts.cards += jobs.len();
    counts.cells += usize::from(!project.parked.is_empty());
    let mut drawn = draw(pen, &jobs).into_iter();
    let mut cell = Cell { cards: Vec::new(), bottom: PARKING_TOP };
    for card in &project.parked {
        let kept = find(card)
            .map(|kept| DrawnCard { drawing: kept.drawing.clone(), text_rect: kept.text_rect });
        let Some(drawn) = kept.or_else(|| drawn.next()) else { continue };
        let y = if cell.cards.is_empty() { PARKING_TOP } else { cell.bottom + GAP };
        let rect = Rect::from_min_size(pos2(cards::MARGIN_X, y), drawn.drawing.size);
        cell.bottom = rect.bottom();
        cell.cards.push(cards::card_box(card, rect, drawn));
    }
    Arc::new(cell)
}
