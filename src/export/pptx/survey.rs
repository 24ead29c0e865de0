//! What stands where on a page, before its slide is made: which of its texts is the slide's title,
//! and how far a text may reach until it meets something else.

use crate::model::plain_text;
use crate::scene::{Item, Tag, Visit, walk};
use egui::{Rect, Vec2};
use std::convert::Infallible;

/// How much of a text's height nothing else may share, from its top and from its bottom: lines stand
/// apart by air.
const AIR: f32 = 0.25;

/// What is known of a page.
#[derive(Default)]
pub(super) struct Survey {
    /// The text that is the slide's title, by its number among its texts.
    pub title: Option<usize>,
    /// Boxes, texts and pictures.
    things: Vec<Rect>,
}

impl Survey {
    /// Of a page that draws `items` and is called `heading`. The title is the largest text that says
    /// the heading, or the largest of those that are a title.
    pub(super) fn new(items: &[Item], heading: &str) -> Self {
        let heading = plain_text(heading);
        let heading = heading.trim();
        let mut within: Vec<bool> = Vec::new();
        let mut found: Vec<((bool, bool, u32), usize)> = Vec::new();
        let mut things = Vec::new();
        let mut number = 0;
        let Ok(()) = walk(items, None, &mut |visit| {
            match visit {
                Visit::Begin(group, _) => within.push(group.tag == Tag::Title),
                Visit::End(_) => within.truncate(within.len().saturating_sub(1)),
                Visit::Draw(Item::Text { at, text, .. }, by) => {
                    let size = text.lines.iter().flat_map(|line| &line.runs).map(|run| run.size);
                    let size = size.fold(0.0, f32::max);
                    let says = !heading.is_empty() && text.source.trim() == heading;
                    let titled = within.contains(&true);
                    if size > 0.0 && (says || titled) {
                        found.push(((says && titled, says, (size * 100.0) as u32), number));
                    }
                    number += 1;
                    if size > 0.0 {
                        things.push(Rect::from_min_size(*at + by, text.size));
                    }
                }
                Visit::Draw(Item::Rect { rect, .. } | Item::Image { rect, .. }, by) => {
                    things.push(rect.translate(by));
                }
                Visit::Draw(..) | Visit::Shadow(..) => {}
            }
            Ok::<(), Infallible>(())
        });
        // The first of equals.
        let title = found.into_iter().rev().max_by_key(|(rank, _)| *rank);
        Self { title: title.map(|(_, number)| number), things }
    }

    /// Where the next thing begins to the right of a text; endless where there is none.
    pub(super) fn room(&self, text: Rect) -> f32 {
        let inner = text.shrink2(Vec2::new(0.0, text.height() * AIR));
        let beside = self.things.iter().filter(|thing| {
            let least = thing.height() * AIR;
            thing.left() >= text.right() - text.height() * 0.1
                && thing.top() + least < inner.bottom()
                && thing.bottom() - least > inner.top()
        });
        beside.map(|thing| thing.left()).fold(f32::INFINITY, f32::min)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Align, Face, Role, TextEngine, TextStyle};
    use egui::pos2;

    #[test]
    fn the_title_is_what_says_so_and_a_text_ends_before_the_next() {
        let mut engine = TextEngine::new();
        let mut text = |said: &str, size: f32, x: f32| {
            let style = TextStyle {
                face: Face::Regular,
                size,
                line_height: size * 1.3,
                align: Align::Start,
            };
            let text = engine.layout(said, &style, None);
            Item::Text { at: pos2(x, 100.0), text, paint: Role::Ink.into() }
        };
        let items =
            [text("Aside", 20.0, 600.0), text("Head", 60.0, 100.0), text("Head", 20.0, 900.0)];
        let survey = Survey::new(&items, "Head");
        assert_eq!(survey.title, Some(1));
        assert_eq!(Survey::new(&items, "").title, None);
        let head = Rect::from_min_max(pos2(100.0, 100.0), pos2(260.0, 130.0));
        assert_eq!(survey.room(head), 600.0);
        let below = head.translate(Vec2::new(0.0, 100.0));
        assert_eq!(survey.room(below), f32::INFINITY);
    }
}
