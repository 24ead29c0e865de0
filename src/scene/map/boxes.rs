//! What a laid-out map is made of: columns from its phases, rows from its lanes, boxes in its cells.

use crate::model::{Card, EmotionPoint, Id, Journey, LaneKind, Line, Project, Thing, View};
use crate::scene::{ChainLine, Drawing, Pictures, Role, Strip, Text};
use egui::{Pos2, Rect, Vec2};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::atomic::AtomicUsize;
use std::sync::{Arc, OnceLock};

/// A map laid out. All positions are document units from the map's top left corner.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// What was laid out.
    pub project: Arc<Project>,
    /// Its pictures, read.
    pub pictures: Arc<Pictures>,
    /// The journey of it that is drawn.
    pub journey: Arc<Journey>,
    /// What of it is shown.
    pub view: Arc<View>,
    /// How large its text is: 1, or more for projectors.
    pub scale: f32,
    /// The whole map with its margins, without the parking place.
    pub size: Vec2,
    /// Where the phases' tints stand: below the headers, right of the lane titles.
    pub body: Rect,
    /// Where the columns begin: lane titles stand left of it.
    pub body_x: f32,
    /// Where phase headers begin, from the top.
    pub header_y: f32,
    /// How high phase headers are, with the row of step titles if there is one.
    pub header_height: f32,
    /// Title, kind, purpose, personas and transitions, each a group.
    pub head: Arc<Vec<Placed>>,
    /// Where the journey's title stands, to edit it there.
    pub title_rect: Rect,
    /// Phases and steps.
    pub columns: Arc<Columns>,
    /// The lanes that are shown, from top to bottom.
    pub lanes: Vec<LaneBox>,
    /// What is computed: the funnel, times, agreement, the path between channels, questions.
    pub strips: Vec<Strip>,
    /// Which activity leads to which, behind the cards; empty where the view does not show it.
    pub chain: Vec<Arc<ChainLine>>,
    /// Customers stand on one line, not as a funnel.
    pub folded: bool,
    /// Cards without a place, right of the map.
    pub parking: Arc<Cell>,
    /// Where the parking place is; it is there even when nothing is parked.
    pub parking_rect: Rect,
}

/// A drawing somewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// What it is.
    pub thing: Thing,
    /// What it is called, for those who do not see it.
    pub title: String,
    /// Its top left corner.
    pub at: Pos2,
    /// What is drawn.
    pub drawing: Arc<Drawing>,
    /// Where its text stands in the drawing, to edit it there.
    pub text_rect: Rect,
}

/// The columns of a map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Columns {
    /// From left to right.
    pub phases: Vec<PhaseColumn>,
    /// From left to right.
    pub steps: Vec<StepColumn>,
    /// Where each step is, by its id.
    pub index: HashMap<Id, usize>,
    /// How high the arrow-shaped headers are.
    pub header_height: f32,
    /// How high the row of step titles below them is; 0 where no step has a title.
    pub titles_height: f32,
}

/// A phase as a group of columns.
#[derive(Clone, Debug, PartialEq)]
pub struct PhaseColumn {
    /// The phase.
    pub id: Id,
    /// Its left edge.
    pub x: f32,
    /// Its width.
    pub width: f32,
    /// Its colour's number.
    pub color: u8,
    /// Its steps.
    pub steps: Range<usize>,
    /// The arrow-shaped header, to be drawn at (`x`, `header_y`).
    pub header: Arc<Drawing>,
    /// Where the title stands within the header, to edit it there.
    pub title_rect: Rect,
    /// How much of the end of its header is taken by something beside its text.
    pub taken: f32,
    /// How high the header would be if it stood alone.
    pub(in crate::scene) needs: f32,
}

/// A step as a column. Cards stand within it with a margin.
#[derive(Clone, Debug, PartialEq)]
pub struct StepColumn {
    /// The step.
    pub id: Id,
    /// The phase it is in.
    pub phase: usize,
    /// Its left edge.
    pub x: f32,
    /// Its width.
    pub width: f32,
    /// Its title, to be drawn at (`x`, `header_y` + [`Columns::header_height`]); none where it has
    /// no title.
    pub title: Option<Arc<Drawing>>,
}

/// A lane as a row.
#[derive(Clone, Debug, PartialEq)]
pub struct LaneBox {
    /// The lane.
    pub id: Id,
    /// Its place in the journey.
    pub index: usize,
    /// What it holds.
    pub kind: LaneKind,
    /// Its top edge.
    pub y: f32,
    /// Its height.
    pub height: f32,
    /// It stays in view while the map is scrolled.
    pub pinned: bool,
    /// Icon and title, to be drawn at (0, `y`).
    pub title: Arc<Drawing>,
    /// Where the title's text stands within that drawing, to edit it there.
    pub title_rect: Rect,
    /// What it holds.
    pub body: Body,
    /// A named line below it, to be drawn at (0, `y` + `height`).
    pub line: Option<(Line, Arc<Drawing>)>,
    /// How high it is by what it holds: it may be higher, never lower.
    pub least: f32,
    /// How high what it holds needs it to be.
    pub(in crate::scene) needs: f32,
}

/// What a lane holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// Nothing is shown but the title.
    Collapsed,
    /// Cards in cells.
    Cards(Arc<Cards>),
    /// Emotion curves.
    Curve(Arc<Curve>),
}

/// The cells of a lane.
#[derive(Clone, Debug, Default)]
pub struct Cards {
    /// One for each step.
    pub cells: Vec<Arc<Cell>>,
    /// The most steps one card covers: how far left of a cell its cards can begin.
    pub reach: usize,
    /// How far below the lane's top its cells begin: what the lane is headed by stands above.
    pub top: f32,
    /// Which steps each card of the lane covers, in the lane's order; none: it is not shown,
    /// or its step is unknown.
    pub(in crate::scene) spans: Vec<Option<Span>>,
    /// How often somebody has asked where a card is.
    pub(in crate::scene) asked: Arc<AtomicUsize>,
    /// Where each card is: step and place in its cell. Made when asked for often.
    pub(in crate::scene) places: OnceLock<HashMap<Id, (usize, usize)>>,
}

impl PartialEq for Cards {
    fn eq(&self, other: &Self) -> bool {
        self.cells == other.cells && self.spans == other.spans && self.reach == other.reach
    }
}

/// The steps a card covers, from first to last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::scene) struct Span {
    /// The step it begins in.
    pub first: usize,
    /// The step it ends in.
    pub last: usize,
}

/// One cell: the cards that begin in a step.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// From top to bottom.
    pub cards: Vec<CardBox>,
    /// How far down cards reach in it from the lane's top, without margin, those included that
    /// span it; 0 where it is empty.
    pub bottom: f32,
}

/// A card where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct CardBox {
    /// The card.
    pub card: Arc<Card>,
    /// Where: x from the map's left, y from the lane's top (parked: from the parking place's top).
    pub rect: Rect,
    /// What is drawn, from the rectangle's top left corner.
    pub drawing: Arc<Drawing>,
    /// Where its text stands in the drawing, to edit it there.
    pub text_rect: Rect,
}

/// The curves of an emotion lane. Positions are x from the map's left, y from the lane's top.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Curve {
    /// Where the feeling 0 is.
    pub zero_y: f32,
    /// How far one unit of feeling is.
    pub unit: f32,
    /// Grid lines and their figures are drawn left of the columns: feeling and drawing.
    pub axis: Vec<(f64, Arc<Drawing>)>,
    /// One for each persona that has points and is switched on, the main one last.
    pub lines: Vec<CurveLine>,
    /// From left to right for each persona, the main one's last.
    pub points: Vec<PointBox>,
    /// The area between two of them; none where it is not asked for.
    pub gap: Option<Arc<CurveGap>>,
}

/// One persona's curve.
#[derive(Clone, Debug, PartialEq)]
pub struct CurveLine {
    /// Whose it is.
    pub persona: Option<Id>,
    /// Its colour.
    pub role: Role,
    /// The main curve is thick and filled, others are thin and dotted.
    pub main: bool,
    /// Which pattern its line has where it is not the main one; any: they repeat.
    pub pattern: u8,
    /// It steps back behind two others that are compared.
    pub faint: bool,
    /// Straight pieces of the curve, a piece of it for each pair of neighbouring points, so that
    /// what is out of view can be left out.
    pub pieces: Vec<Arc<Vec<Pos2>>>,
}

/// A face on a curve.
#[derive(Clone, Debug, PartialEq)]
pub struct PointBox {
    /// The point.
    pub point: Arc<EmotionPoint>,
    /// The middle of the face.
    pub at: Pos2,
    /// Of the halo.
    pub radius: f32,
    /// Halo and face, around (0, 0).
    pub drawing: Arc<Drawing>,
    /// Its quote in a bubble, or the sign of a folded one: where, and what is drawn from there.
    pub quote: Option<(Rect, Arc<Drawing>)>,
    /// The quote found no place: a small sign stands at the face, and its words are shown when the
    /// pointer is on it, or below a map that leaves the program.
    pub is_folded: bool,
    /// Its quote as it is laid out.
    pub(in crate::scene) said: Option<Arc<Text>>,
    /// On the main curve?
    pub main: bool,
    /// What it is called, for those who do not see it.
    pub title: String,
}

/// The area between two curves, step by step, and how far apart they are in each phase. Positions
/// are as in [`Curve`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CurveGap {
    /// From left to right.
    pub steps: Vec<Arc<StepGap>>,
    /// For each phase what is written of it, where there is something to tell and room to say so.
    pub figures: Vec<Option<Arc<Placed>>>,
    /// For each phase how much better the second feels, where both have points.
    pub(crate) means: Vec<Option<f64>>,
    /// Whose curves they are: from the first one's to the second one's.
    pub(crate) between: [Id; 2],
    pub(crate) columns: Arc<Columns>,
}

/// The gap within one step.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StepGap {
    /// Its parts: a new one begins where the curves cross.
    pub areas: Vec<Area>,
}

/// A part of the area between two curves.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// Is the second curve above the first?
    pub better: bool,
    /// Its upper edge, from left to right.
    pub upper: Vec<Pos2>,
    /// Its lower edge, at the same places.
    pub lower: Vec<Pos2>,
}
