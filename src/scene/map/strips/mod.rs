//! Rows that are computed and are no lanes: what a map's figures tell, drawn where they belong.
//!
//! A strip stands below the phase headers, within a lane at its top, or below a lane. It is there
//! when there is something to tell, and kept from layout to layout while what it comes from is the
//! very same.

mod agreement;
mod folded;
mod funnel;
pub(crate) mod path;
mod prompts;
mod sales;
#[cfg(test)]
mod tests;
mod times;

pub(in crate::scene) use agreement::agreed_sign;
pub(in crate::scene) use funnel::strip_of as funnel_of;
pub(in crate::scene) use path::switch_sign;

use crate::model::{Id, Journey, Lane, LaneKind, Part, Thing, View};
use crate::scene::draw::pen::line_boxes;
use crate::scene::draw::pen::{self, Pen, emoji_at, text_at};
use crate::scene::map::strip::{MadeFrom, Strip};
use crate::scene::{
    Body, Cards, Cell, Columns, Curve, Drawing, Item, LaneBox, LayoutCounts, Placed, Role, Rule,
    Scene, Summary,
};
use crate::words::Named;
use egui::{Pos2, Rangef, Rect, Vec2, pos2, vec2};
use std::sync::Arc;

/// Where the text of a title begins.
const TITLE_X: f32 = 66.0;
const ICON_X: f32 = 46.0;
const TITLE_GAP: f32 = 12.0;

impl Strip {
    fn new(pen: &Pen, kind: Part, height: f32, pieces: Vec<Placed>) -> Self {
        let (name, title) = (kind.name(pen.words), Arc::default());
        let reach = widest(&pieces);
        let groups = Arc::new(vec![Arc::new(pieces)]);
        Self {
            kind,
            lane: None,
            y: 0.0,
            height,
            name,
            title,
            groups,
            reach,
            made: MadeFrom::Columns,
        }
    }

    /// Its pieces. What is drawn for order alone has no title and cannot be chosen.
    pub fn pieces(&self) -> impl DoubleEndedIterator<Item = &Placed> {
        self.groups.iter().flat_map(|group| group.iter())
    }

    /// Those of its pieces that may be between `left` and `right`, in the same order. Costs what is
    /// there, however long the strip is.
    pub fn pieces_between(
        &self,
        columns: &Columns,
        left: f32,
        right: f32,
    ) -> impl DoubleEndedIterator<Item = &Placed> {
        let groups = self.groups.split_first();
        let (first, rest) = groups.map_or((&[][..], &[][..]), |(first, rest)| (&first[..], rest));
        let from = first.partition_point(|piece| piece.at.x < left - self.reach);
        let to = first.partition_point(|piece| piece.at.x <= right).max(from);
        let steps = columns.steps_between(left, right);
        // What comes next is joined to what is here, or to what was before it.
        let beyond = rest.get(steps.end..).unwrap_or_default().iter();
        let next = beyond.take_while(|group| group.is_empty()).count() + 1;
        let end = (steps.end + next).min(rest.len());
        let rest = rest.get(steps.start.min(end)..end).unwrap_or_default();
        std::iter::once(&first[from..to]).chain(rest.iter().map(|group| &group[..])).flatten()
    }

    /// Does it stand within its lane, not below it?
    pub fn is_inside(&self) -> bool {
        self.lane.is_some()
            && matches!(self.kind, Part::SalesPhases | Part::ChannelPath | Part::Prompts)
    }

    /// Where a piece of it is on the map.
    pub fn place(&self, piece: &Placed) -> Rect {
        Rect::from_min_size(piece.at + vec2(0.0, self.y), piece.drawing.size)
    }
}

impl Scene {
    /// The line below a strip; none where it stands within a lane.
    pub fn strip_rule(&self, strip: &Strip) -> Option<Rule> {
        (!strip.is_inside()).then(|| self.rule(strip.y + strip.height))
    }

    /// From where to where the row of customers reaches, if there is one.
    pub fn customers(&self) -> Option<Rangef> {
        let strip = self.strips.iter().find(|strip| strip.kind == Part::Funnel)?;
        Some(Rangef::new(strip.y, strip.y + strip.height))
    }

    /// The figure at this place, if there is one that stands for something.
    pub fn piece_at(&self, point: Pos2) -> Option<&Placed> {
        self.figure_at(point).map(|(_, piece)| piece)
    }

    /// The same with its strip.
    pub fn figure_at(&self, point: Pos2) -> Option<(&Strip, &Placed)> {
        let strips = self.strips.iter().filter(|strip| strip.kind != Part::Prompts);
        let mut strips =
            strips.filter(|strip| (strip.y..strip.y + strip.height).contains(&point.y));
        strips.find_map(|strip| {
            let near = strip.pieces_between(&self.columns, point.x, point.x).rev();
            let mut said = near.filter(|piece| !piece.title.is_empty());
            said.find(|piece| strip.place(piece).contains(point)).map(|piece| (strip, piece))
        })
    }

    /// Where the question that stands in this cell is; none where there is none.
    pub fn prompt_rect(&self, lane: &Id, step: &Id) -> Option<Rect> {
        let mut strips = self.strips.iter();
        let is_it = |one: &&Strip| one.kind == Part::Prompts && one.lane.as_ref() == Some(lane);
        let strip = strips.find(is_it)?;
        let thing = Thing::Step(step.clone());
        let piece = strip.pieces().find(|piece| piece.thing == thing)?;
        Some(strip.place(piece))
    }
}

/// The strips below the phase headers, from `top` on, and where they end. What figures tell is of
/// the `whole`, of which `journey` may be a part; `folded`: customers stand on one line.
pub(in crate::scene) fn under_headers(
    pen: &mut Pen,
    journey: &Journey,
    (whole, folded): (&Journey, bool),
    columns: &Arc<Columns>,
    top: f32,
    before: Option<&Scene>,
) -> (Vec<Strip>, f32) {
    type Make = fn(&mut Pen, &Journey, &Journey, &Columns) -> Option<Strip>;
    let customers: Make = if folded { folded::line } else { funnel::strip };
    // Where sales have no lane, or one that is folded, what they call the phases stands here.
    let sales: Make = |pen, journey, whole, columns| match sales_lane(pen.view, whole) {
        true => None,
        false => sales::sales(pen, journey, columns),
    };
    let makes: [(Part, Make); 3] = [
        (Part::SalesPhases, sales),
        (Part::Times, times::times as Make),
        (Part::Funnel, customers),
    ];
    let before = before.filter(|before| before.folded == folded);
    let (mut strips, mut y) = (Vec::new(), top);
    for (kind, make) in makes {
        if !pen.shows(&kind) {
            continue;
        }
        let is_open = kind == Part::SalesPhases && sales_lane(pen.view, whole);
        let kept = kept(pen, before, &kind, None).filter(|(before, _)| same(before, columns));
        let kept = kept.filter(|_| !is_open);
        let kept = kept.map(|(_, strip)| strip.clone());
        if let Some(mut strip) = kept.or_else(|| make(pen, journey, whole, columns)) {
            strip.y = y;
            y += strip.height;
            strips.push(strip);
        }
    }
    (strips, y)
}

/// Has a map a lane of sales and marketing that is not folded? Whoever hides it hides what they call the
/// phases too.
fn sales_lane(view: &View, whole: &Journey) -> bool {
    let mut lanes = whole.lanes.iter();
    lanes.any(|lane| lane.kind == LaneKind::SalesMarketing && !view.collapses(lane))
}

/// The strip at the top of a lane, above its cards. `title` is how high the lane's title is.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "few differ here; what comes new is like the others"
)]
pub(in crate::scene) fn on_top(
    pen: &mut Pen,
    journey: &Journey,
    columns: &Arc<Columns>,
    lane: &Lane,
    title: f32,
    before: Option<&Scene>,
) -> Option<Strip> {
    if pen.view.collapses(lane) {
        return None;
    }
    let kind = match lane.kind {
        LaneKind::SalesMarketing => Part::SalesPhases,
        LaneKind::Channels => Part::ChannelPath,
        _ => return None,
    };
    if !pen.shows(&kind) {
        return None;
    }
    let kept = kept(pen, before, &kind, Some(&lane.id));
    let strip = match kind {
        Part::SalesPhases => match kept.filter(|(before, _)| same(before, columns)) {
            Some((_, strip)) => Some(strip.clone()),
            None => sales::sales(pen, journey, columns),
        },
        Part::Transitions
        | Part::Funnel
        | Part::Friction
        | Part::Times
        | Part::Agreement
        | Part::ChannelPath
        | Part::Quotes
        | Part::Chips
        | Part::Prompts
        | Part::Other(_) => path::path(pen, journey, columns, title, kept.map(|(_, strip)| strip)),
    };
    strip.map(|strip| Strip { lane: Some(lane.id.clone()), ..strip })
}

/// The questions of a lane whose cells are laid out, from its top. `old` is the lane as it was.
pub(in crate::scene) fn prompts(
    pen: &mut Pen,
    columns: &Arc<Columns>,
    lane: &Lane,
    body: &Body,
    old: Option<(&Lane, &LaneBox)>,
    before: Option<&Scene>,
    counts: &mut LayoutCounts,
) -> Option<Strip> {
    if lane.prompts.is_empty() || pen.view.collapses(lane) || !pen.shows(&Part::Prompts) {
        return None;
    }
    let same_body = old.is_some_and(|(old_lane, old)| {
        let questions = std::ptr::eq(old_lane, lane)
            || old_lane.prompts.len() == lane.prompts.len()
                && old_lane.prompts.iter().zip(&lane.prompts).all(|(a, b)| Arc::ptr_eq(a, b));
        questions && {
            match (&old.body, body) {
                (Body::Cards(a), Body::Cards(b)) => {
                    let shown_as_they_are = !pen.view.filters_cards();
                    Arc::ptr_eq(a, b) || shown_as_they_are && same_empty(a, b)
                }
                (Body::Curve(a), Body::Curve(b)) => Arc::ptr_eq(a, b),
                _ => false,
            }
        }
    });
    let before = before.filter(|before| before.view.same_layout(pen.view));
    let kept = before.and_then(|before| one_of(before, &Part::Prompts, Some(&lane.id)));
    // Where all is answered there was no strip, and there is none now.
    if same_body && before.is_some_and(|before| same(before, columns)) {
        return kept.cloned();
    }
    counts.questions += 1;
    let strip = prompts::prompts(pen, columns, lane, body, kept)?;
    Some(Strip { lane: Some(lane.id.clone()), ..strip })
}

/// Are the same cells empty in both?
fn same_empty(a: &Cards, b: &Cards) -> bool {
    let alike = |(a, b): (&Arc<Cell>, &Arc<Cell>)| {
        Arc::ptr_eq(a, b) || (a.bottom == 0.0) == (b.bottom == 0.0)
    };
    a.top == b.top && a.cells.len() == b.cells.len() && a.cells.iter().zip(&b.cells).all(alike)
}

/// The strip below an emotion lane that says where its personas agree; `whole` is the map that
/// `journey` is a part of, if it is.
pub(in crate::scene) fn below(
    pen: &mut Pen,
    journey: &Journey,
    whole: Option<&Journey>,
    columns: &Arc<Columns>,
    lane: &Lane,
    curve: &Arc<Curve>,
    before: Option<&Scene>,
) -> Option<Strip> {
    // Where one curve is compared with another, its gap says all.
    if !pen.shows(&Part::Agreement) || !lane.gap_between.is_empty() {
        return None;
    }
    let kept = kept(pen, before, &Part::Agreement, Some(&lane.id));
    let kept = kept.filter(|(before, _)| same(before, columns)).map(|(_, strip)| strip);
    let strip = agreement::agreement(pen, journey, whole, columns, lane, curve, kept)?;
    Some(Strip { lane: Some(lane.id.clone()), ..strip })
}

/// A strip as it was; none where something else of the map is shown.
fn kept<'a>(
    pen: &Pen,
    before: Option<&'a Scene>,
    kind: &Part,
    lane: Option<&Id>,
) -> Option<(&'a Scene, &'a Strip)> {
    let before = before.filter(|before| before.view.same_layout(pen.view))?;
    one_of(before, kind, lane).map(|strip| (before, strip))
}

/// The strip of this kind in or below a lane.
fn one_of<'a>(scene: &'a Scene, kind: &Part, lane: Option<&Id>) -> Option<&'a Strip> {
    let is_it = |strip: &&Strip| strip.kind == *kind && strip.lane.as_ref() == lane;
    scene.strips.iter().find(is_it)
}

/// Are the columns, and with them the phases, the very same?
fn same(before: &Scene, columns: &Arc<Columns>) -> bool {
    Arc::ptr_eq(&before.columns, columns)
}

/// How wide the widest of these is.
fn widest(pieces: &[Placed]) -> f32 {
    pieces.iter().map(|piece| piece.drawing.size.x).fold(0.0, f32::max)
}

/// The title of a strip that is `height` high: an icon and a few words in the middle of it.
fn title(pen: &mut Pen, icon: &str, text: &str, height: f32) -> Arc<Drawing> {
    let body_x = crate::scene::map::lane::body_x(pen.scale);
    let text = pen.text(text, pen::CHANGE, Some(body_x - TITLE_X - TITLE_GAP));
    let icon = pen.short(icon, pen::MARK);
    let middle = height / 2.0;
    let at = pos2(TITLE_X, (middle - text.size.y / 2.0).max(0.0));
    let summary = Summary { lines: line_boxes(at, &text), ..Summary::default() };
    let size = vec2(body_x, at.y + text.size.y);
    let icon = emoji_at(pos2(ICON_X, middle), icon, pen.grown(pen::MARK.size));
    let items = vec![icon, text_at(at, text, Role::Muted)];
    Arc::new(Drawing { size, items, summary, ..Drawing::default() })
}

/// Things to draw that know how far they reach, with their places from the map's left and the
/// strip's top.
#[derive(Default)]
struct Sketch {
    items: Vec<Item>,
    bounds: Option<Rect>,
    lines: Vec<Rect>,
}

impl Sketch {
    fn add(&mut self, item: Item, bounds: Rect) {
        self.bounds = Some(self.bounds.map_or(bounds, |all| all.union(bounds)));
        self.items.push(item);
    }

    fn text(
        &mut self,
        at: Pos2,
        text: Arc<crate::scene::Text>,
        paint: impl Into<crate::scene::Paint>,
    ) {
        let bounds = Rect::from_min_size(at, text.size);
        self.lines.extend(line_boxes(at, &text));
        self.add(text_at(at, text, paint), bounds);
    }

    /// All of it as one piece that stands for `thing`.
    fn placed(self, thing: Thing, title: String) -> Option<Placed> {
        let bounds = self.bounds?;
        let by = -bounds.min.to_vec2();
        let lines = self.lines.iter().map(|line| line.translate(by)).collect();
        let summary = Summary { lines, ..Summary::default() };
        let inner = Drawing { size: bounds.size(), items: self.items, ..Drawing::default() };
        let at = pos2(0.0, 0.0) + by;
        let items = vec![Item::Drawn { at, drawing: Arc::new(inner) }];
        let drawing =
            Arc::new(Drawing { size: bounds.size(), items, summary, ..Drawing::default() });
        Some(Placed { thing, title, at: bounds.min, drawing, text_rect: Rect::ZERO })
    }
}

/// A triangle that points down or up.
fn triangle(middle: Pos2, half: Vec2, up: bool) -> crate::scene::Path {
    use crate::scene::Segment::{Close, Line, Move};
    let y = if up { -half.y } else { half.y };
    let segments = vec![
        Move(middle + vec2(-half.x, -y)),
        Line(middle + vec2(half.x, -y)),
        Line(middle + vec2(0.0, y)),
        Close,
    ];
    crate::scene::Path { segments, convex: true }
}
