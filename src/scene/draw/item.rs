//! What can be drawn: a handful of item kinds that screen, SVG, PNG and PDF each match on.

use crate::model::{TextOf, Thing};
use crate::scene::{Picture, Role, SignSpot, Text};
use egui::{Pos2, Rect, Vec2, vec2};
use std::sync::Arc;

/// A colour role with an opacity. The theme says which colour it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paint {
    /// What it means.
    pub role: Role,
    /// 0 is clear, 255 is solid.
    pub alpha: u8,
}

impl From<Role> for Paint {
    fn from(role: Role) -> Self {
        Self { role, alpha: 255 }
    }
}

impl Role {
    /// This colour, thinned.
    pub fn at(self, alpha: u8) -> Paint {
        Paint { role: self, alpha }
    }
}

/// How an edge is drawn, centred on it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// In document units.
    pub width: f32,
    /// Its colour.
    pub paint: Paint,
    /// Lengths of dash and gap in document units; none: solid. A dash of 0 is a round dot.
    pub dash: Option<(f32, f32)>,
}

/// A piece of an outline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Segment {
    /// Begins a new outline here.
    Move(Pos2),
    /// A straight line to here.
    Line(Pos2),
    /// A cubic Bézier by two control points to here.
    Cubic(Pos2, Pos2, Pos2),
    /// Back to where the outline began.
    Close,
}

/// An outline.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Path {
    /// Its pieces in order.
    pub segments: Vec<Segment>,
    /// True where every fill of it is convex, so that simple painters may fill it as it is.
    pub convex: bool,
}

impl Path {
    /// Moves it.
    pub(in crate::scene) fn shift(&mut self, by: Vec2) {
        for segment in &mut self.segments {
            match segment {
                Segment::Move(to) | Segment::Line(to) => *to += by,
                Segment::Cubic(a, b, to) => [a, b, to].into_iter().for_each(|at| *at += by),
                Segment::Close => {}
            }
        }
    }
}

/// One thing drawn. Positions are relative to the drawing it is in.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A box.
    Rect {
        /// Where.
        rect: Rect,
        /// Of its corners.
        radius: f32,
        /// Its inside.
        fill: Option<Paint>,
        /// Its edge.
        stroke: Option<Stroke>,
        /// Casts a faint shadow.
        shadow: bool,
    },
    /// An outline, filled or drawn.
    Path {
        /// The outline.
        path: Arc<Path>,
        /// Its inside, by the non-zero rule.
        fill: Option<Paint>,
        /// Its edge.
        stroke: Option<Stroke>,
    },
    /// Area between a curve and the line y = `base`; kept apart from `Path` as it is rarely convex.
    Band {
        /// The curve, from left to right, as straight pieces.
        points: Arc<Vec<Pos2>>,
        /// Where the straight side is.
        base: f32,
        /// Its colour.
        fill: Paint,
    },
    /// Laid-out text.
    Text {
        /// The top left corner of the text's box.
        at: Pos2,
        /// The lines.
        text: Arc<Text>,
        /// Its colour; colour glyphs keep theirs.
        paint: Paint,
    },
    /// A picture, stretched over its box.
    Image {
        /// Where.
        rect: Rect,
        /// What.
        picture: Picture,
        /// Of its corners; half its side makes it round.
        radius: f32,
    },
    /// What was drawn for one thing, moved here: shared, not copied.
    Drawn {
        /// Where its top left corner is.
        at: Pos2,
        /// What is drawn from there.
        drawing: Arc<Drawing>,
    },
    /// Things that belong together and mean something.
    Group(Group),
}

impl Item {
    /// It, moved.
    pub(in crate::scene) fn moved(self, by: Vec2) -> Self {
        match self {
            Self::Rect { rect, radius, fill, stroke, shadow } => {
                Self::Rect { rect: rect.translate(by), radius, fill, stroke, shadow }
            }
            Self::Path { path, fill, stroke } => {
                let mut path = Arc::unwrap_or_clone(path);
                path.shift(by);
                Self::Path { path: Arc::new(path), fill, stroke }
            }
            Self::Band { points, base, fill } => {
                let points = Arc::new(points.iter().map(|point| *point + by).collect());
                Self::Band { points, base: base + by.y, fill }
            }
            Self::Text { at, text, paint } => Self::Text { at: at + by, text, paint },
            Self::Image { rect, picture, radius } => {
                Self::Image { rect: rect.translate(by), picture, radius }
            }
            Self::Drawn { at, drawing } => Self::Drawn { at: at + by, drawing },
            Self::Group(group) => Self::Group(Group {
                bounds: group.bounds.translate(by),
                items: group.items.into_iter().map(|item| item.moved(by)).collect(),
                ..group
            }),
        }
    }
}

/// What a group is, for writers that can say so: headings and lists in PDF, classes in SVG.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tag {
    /// The journey's title with its kind and purpose.
    Title,
    /// A persona in the head.
    Persona,
    /// A transition's arc with its label.
    Transition,
    /// The arrow-shaped header of a phase.
    Phase,
    /// The column of a phase on the page of the whole map: what is seen there are its contents.
    Column,
    /// The title of a step.
    Step,
    /// A lane: its title and all that stands in it.
    Lane,
    /// Icon and title of a lane.
    LaneTitle,
    /// A card.
    Card,
    /// One persona's curve.
    Curve,
    /// A face on a curve.
    Point,
    /// What somebody says at a point.
    Quote,
    /// A named line between lanes.
    Line,
    /// The title of a strip.
    StripTitle,
    /// A figure of a strip: customers, time, agreement, the path between channels.
    Figure,
    /// That one activity leads to another.
    Chain,
    /// What is missing: in a cell, on a card, of a phase.
    Gap,
    /// A question that helps to fill a cell.
    Prompt,
    /// What stands below the map: what its signs mean, and its date.
    Footer,
}

/// Items that are one thing to the user: titles in SVG, tags in PDF.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What kind of thing it is.
    pub tag: Tag,
    /// Which thing it is; none where it is none of the model's.
    pub thing: Option<Thing>,
    /// What it is called, for those who do not see it.
    pub title: String,
    /// Its bounds, relative like its items.
    pub bounds: Rect,
    /// What is drawn.
    pub items: Vec<Item>,
}

/// What is drawn for one thing, from its own top left corner, so that moving it costs nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// How much room it takes.
    pub size: Vec2,
    /// How far it reaches below that: votes hang over the lower edge of a card. In document units.
    pub hangs: f32,
    /// In the order they are painted.
    pub items: Vec<Item>,
    /// What to draw instead when it is too small to read.
    pub summary: Summary,
    /// Whose texts stand where in it, where more than one does; on pages only.
    pub texts: Vec<TextSpot>,
    /// Where its small signs are, which mean something without words.
    pub signs: Vec<SignSpot>,
}

impl Drawing {
    /// Where it draws, with its corner at `at`: its room, and what hangs below it.
    pub fn bounds(&self, at: Pos2) -> Rect {
        Rect::from_min_size(at, self.size + vec2(0.0, self.hangs))
    }

    /// The text that begins at `at`, with its colour.
    pub fn text_at(&self, at: Pos2) -> Option<(&Arc<Text>, Paint)> {
        self.items.iter().find_map(|item| match item {
            Item::Text { at: there, text, paint } if begins_at(*there, at) => Some((text, *paint)),
            Item::Rect { .. }
            | Item::Path { .. }
            | Item::Band { .. }
            | Item::Text { .. }
            | Item::Image { .. }
            | Item::Drawn { .. }
            | Item::Group(_) => None,
        })
    }
}

/// Is it the same place? Asked of all texts in view in each frame: no root is drawn.
pub(crate) fn begins_at(text: Pos2, at: Pos2) -> bool {
    text.distance_sq(at) < 0.25
}

/// A text in a drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct TextSpot {
    /// Where it stands, relative to the drawing.
    pub rect: Rect,
    /// How large it is written, in document units.
    pub size: f32,
    /// Whose text it is; none where nobody can edit it: it is said by the program, or by figures.
    pub of: Option<TextOf>,
}

impl TextSpot {
    /// That `text`, drawn at `at`, is this one.
    pub(in crate::scene) fn new(at: Pos2, text: &Text, of: Option<TextOf>) -> Self {
        let run = text.lines.iter().find_map(|line| line.runs.first());
        let size = run.map_or(text.size.y, |run| run.size);
        Self { rect: Rect::from_min_size(at, text.size), size, of }
    }
}

/// A drawing when it is too small to read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// The box's inside; none: it has no box.
    pub fill: Option<Paint>,
    /// A stripe or a mark worth a colour even when small.
    pub stripe: Option<Paint>,
    /// Lines of text as boxes.
    pub lines: Vec<Rect>,
    /// There are pictures in it, which are shown however small.
    pub pictures: bool,
}
