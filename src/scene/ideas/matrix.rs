//! Opportunities by what they give and what they take.

use super::idea_card::{self, CardLook};
use super::spots::{self, MatrixSpot};
use super::{IdeaCard, IdeaPicture, ground};
use crate::insight::{IdeaFigures, RankedIdea};
use crate::model::{Project, Status};
use crate::scene::Layout;
use crate::scene::Role;
use crate::scene::draw::pen::{self, text_at};
use crate::words::Words;
use egui::{Pos2, Rect, Vec2, pos2, vec2};
use jiff::civil::Date;
use std::sync::Arc;

/// How large the plot is.
const PLOT: Vec2 = vec2(772.0, 716.0);
/// Beside it for the axis, and below it.
const LEFT: f32 = 34.0;
const BELOW: f32 = 52.0;
/// Above it for what the axis tells.
const ABOVE: f32 = 26.0;
/// Between cards in the tray.
const APART: f32 = 8.0;
/// From the tray's title to its cards, and from these to the plot.
const TITLE: f32 = 26.0;
const UNDER_TRAY: f32 = 18.0;

/// The matrix.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    /// What is drawn.
    pub picture: IdeaPicture,
    /// Where the plot is in it.
    pub plot: Rect,
    /// How many cards lie in the tray above it, since they have no figures: the last ones.
    pub in_tray: usize,
}

impl Matrix {
    /// Where a card with these figures has its middle.
    pub fn middle(&self, figures: IdeaFigures) -> Pos2 {
        spots::middle(self.plot, figures.effort, figures.value())
    }

    /// The figures that are meant by `at`, where the middle of a card with the figures `from` is
    /// dragged to.
    pub fn figures_at(&self, from: Option<IdeaFigures>, at: Pos2, what: MatrixSpot) -> IdeaFigures {
        spots::figures_at(self.plot, from, at, what)
    }
}

/// How large a matrix is, and what its cards tell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MatrixShape {
    /// How large the plot is.
    pub plot: Vec2,
    /// Cards keep this far from the upper and the lower edge of the plot, where its words stand.
    pub inset: f32,
    /// Cards only say what they are called and how far they are.
    pub bare: bool,
    /// The plot begins at least this far down, as if the tray above it were still full.
    pub tray: f32,
}

impl MatrixShape {
    /// As in the room and in files.
    pub const ROOM: Self = Self { plot: PLOT, inset: 0.0, bare: false, tray: 0.0 };

    /// For a picture of this size, without a tray.
    pub fn within(size: Vec2, inset: f32) -> Self {
        Self { plot: size - vec2(LEFT + 1.0, ABOVE + BELOW), inset, bare: true, tray: 0.0 }
    }
}

/// The matrix of `ideas`, which are ranked. What was dropped is not in it; what lacks a figure lies in
/// a tray above the plot. `scale` is 1, or 1.25 for projectors.
pub fn matrix(
    layout: &mut Layout,
    project: &Project,
    ideas: &[RankedIdea],
    today: Date,
    words: &Words,
    scale: f32,
) -> Matrix {
    matrix_shaped(layout, project, ideas, today, (words, scale), MatrixShape::ROOM)
}

/// The same, of another size.
pub fn matrix_shaped(
    layout: &mut Layout,
    project: &Project,
    ideas: &[RankedIdea],
    today: Date,
    (words, scale): (&Words, f32),
    shape: MatrixShape,
) -> Matrix {
    let mut pen = layout.pen(project, words, scale);
    // What only says what it is called is as wide as a step, so that few words break.
    let step = shape.plot.x / 5.0 - APART;
    let width = if shape.bare { step.max(idea_card::LEAST.x) } else { idea_card::LEAST.x };
    let look = CardLook { bare: shape.bare, ..CardLook::of(ideas, width, today) };
    let shown = ideas.iter().filter(|idea| idea.opportunity.status != Some(Status::Dropped));
    let (placed, loose): (Vec<&RankedIdea>, Vec<&RankedIdea>) =
        shown.partition(|idea| idea.figures().is_some());
    let drawn = |pen: &mut pen::Pen<'_>, idea: &RankedIdea| idea_card::card(pen, idea, look);

    let mut items = Vec::new();
    let mut tray = Vec::new();
    let mut top = ABOVE;
    if !loose.is_empty() || shape.tray > ABOVE {
        let title = pen.short(&words.ideas_tray(), pen::NOTE);
        items.push(text_at(pos2(LEFT, 0.0), title, Role::Muted));
        let (mut at, mut deep) = (pos2(LEFT, TITLE), 0.0_f32);
        for idea in &loose {
            let drawing = drawn(&mut pen, idea);
            if at.x > LEFT && at.x + drawing.size.x > LEFT + shape.plot.x + 1.0 {
                at = pos2(LEFT, at.y + deep + APART);
                deep = 0.0;
            }
            deep = deep.max(drawing.size.y);
            tray.push(one(idea, Rect::from_min_size(at, drawing.size), drawing, look, words));
            at.x += idea_card::LEAST.x + APART;
        }
        top = at.y + deep + UNDER_TRAY + ABOVE;
    }
    let mut plot = Rect::from_min_size(pos2(LEFT, top.max(shape.tray)), shape.plot);
    let scaled = plot.shrink2(vec2(0.0, shape.inset));
    let drawings: Vec<_> = placed.iter().map(|idea| drawn(&mut pen, idea)).collect();
    let wanted: Vec<(Pos2, Vec2)> = placed
        .iter()
        .zip(&drawings)
        .filter_map(|(idea, drawing)| {
            let figures = idea.figures()?;
            Some((spots::middle(scaled, figures.effort, figures.value()), drawing.size))
        })
        .collect();
    let rects = spots::stacked(scaled, &wanted);
    // Where there are more than it has room for, the plot goes on below its scale.
    let low = rects.iter().map(Rect::bottom).fold(scaled.bottom() - 8.0, f32::max);
    plot.max.y = low + 8.0 + shape.inset;
    items.extend(ground::plot(&mut pen, plot));
    items.extend(ground::axes(&mut pen, plot, |step, across| {
        let at = spots::middle(scaled, step.into(), step.into());
        if across { at.x } else { at.y }
    }));
    let cards = placed.iter().zip(rects).zip(drawings);
    let mut cards: Vec<IdeaCard> =
        cards.map(|((idea, rect), drawing)| one(idea, rect, drawing, look, words)).collect();
    let in_tray = tray.len();
    cards.extend(tray);
    let size = vec2(LEFT + shape.plot.x + 1.0, plot.bottom() + BELOW);
    Matrix { picture: IdeaPicture { size, ground: items, cards }, plot: scaled, in_tray }
}

fn one(
    idea: &RankedIdea,
    rect: Rect,
    drawing: crate::scene::Drawing,
    look: CardLook,
    words: &Words,
) -> IdeaCard {
    IdeaCard {
        id: idea.opportunity.id.clone(),
        card: idea.card.clone(),
        title: idea_card::said(idea, look, words),
        rect,
        drawing: Arc::new(drawing),
    }
}
