//! How hard a phase is, drawn in its header: four bars that rise, as many of them full.

use crate::model::{FRICTION_MAX, Part, Phase};
use crate::scene::draw::pen::{self, Pen, text_at};
use crate::scene::{Drawing, Item, Role, Text};
use egui::{Pos2, Rect, pos2, vec2};
use std::sync::Arc;

/// How wide a bar is, and how far from the next.
const BAR: f32 = 4.5;
const APART: f32 = 2.5;
/// How high the lowest and the highest bar are.
const HEIGHTS: (f32, f32) = (4.0, 12.0);
/// Between the word and the bars.
const GAP: f32 = 6.0;

/// The friction of a phase before it has a place.
pub(in crate::scene) struct Friction {
    level: u8,
    word: Arc<Text>,
    /// How wide the bars are.
    bars: f32,
}

impl Friction {
    /// That of a phase; none where nobody has said, or where it is not shown.
    pub(in crate::scene) fn of(pen: &mut Pen, phase: &Phase) -> Option<Self> {
        let level = phase.friction?.min(FRICTION_MAX);
        if !pen.shows(&Part::Friction) {
            return None;
        }
        let count = f32::from(FRICTION_MAX);
        let bars = count * BAR + (count - 1.0) * APART;
        Some(Self { level, word: pen.short(&pen.words.friction(), pen::DURATION), bars })
    }

    /// How wide it is with its word where there is so much room, and else without; none where not
    /// even the bars have room.
    pub(in crate::scene) fn fits(&self, room: f32) -> Option<f32> {
        let with_word = self.word.size.x + GAP + self.bars;
        [with_word, self.bars].into_iter().find(|width| *width <= room)
    }

    /// How high it is.
    pub(in crate::scene) fn height(&self) -> f32 {
        self.word.size.y
    }

    /// It drawn, so wide, with its top left corner at `at`.
    pub(in crate::scene) fn draw(&self, at: Pos2, width: f32) -> Item {
        let mut items = Vec::new();
        if width > self.bars {
            items.push(text_at(Pos2::ZERO, self.word.clone(), Role::OnColor));
        }
        let bottom = self.word.size.y / 2.0 + HEIGHTS.1 / 2.0 - 1.0;
        let mut x = width - self.bars;
        for bar in 0..FRICTION_MAX {
            let share = f32::from(bar) / f32::from(FRICTION_MAX - 1);
            let high = HEIGHTS.0 + (HEIGHTS.1 - HEIGHTS.0) * share;
            let rect = Rect::from_min_size(pos2(x, bottom - high), vec2(BAR, high));
            let full = bar < self.level;
            let fill = if full { Role::OnColor.into() } else { Role::OnColor.at(80) };
            items.push(Item::Rect {
                rect,
                radius: 1.2,
                fill: Some(fill),
                stroke: None,
                shadow: false,
            });
            x += BAR + APART;
        }
        let size = vec2(width, self.height());
        Item::Drawn { at, drawing: Arc::new(Drawing { size, items, ..Drawing::default() }) }
    }
}
