//! What does a page look like with its map drawn in page units, for writers that know no scales?

use super::{MapOnPage, Page};
use crate::scene::sheet;
use crate::scene::{
    Drawing, Frame, Glyph, Group, Item, Line, Path, Run, Segment, Stroke, Summary, Text,
};
use crate::words::Words;
use egui::{Pos2, Rect, Vec2};
use std::sync::Arc;

impl Page {
    /// All that is drawn, in page units: the map, if there is one, and the page's items over it.
    /// `words` are those the page was drawn with.
    pub fn all_items(&self, words: &Words) -> Vec<Item> {
        let mut items = self.map.as_ref().map_or_else(Vec::new, |map| map.items(words));
        items.extend(self.items.iter().cloned());
        items
    }
}

impl MapOnPage {
    /// The map in page units, without what its signs mean; its title and personas only where its
    /// window shows them.
    pub fn items(&self, words: &Words) -> Vec<Item> {
        let title = self.at + self.scene.title_rect.center().to_vec2() * self.scale;
        let no_head = !self.window.contains(title);
        let frame = Frame { no_head, no_legend: true, ..Frame::default() };
        let sheet = sheet(&self.scene, words, &frame);
        scaled(&sheet.items, self.scale, self.at - sheet.map_at * self.scale)
    }
}

/// A copy of `items`, `scale` times as large, with what was at (0, 0) moved to `at`.
pub fn scaled(items: &[Item], scale: f32, at: Pos2) -> Vec<Item> {
    let to = To { scale, by: at.to_vec2() };
    items.iter().map(|item| to.item(item)).collect()
}

/// Where everything goes.
#[derive(Clone, Copy)]
struct To {
    scale: f32,
    by: Vec2,
}

impl To {
    fn at(self, at: Pos2) -> Pos2 {
        at * self.scale + self.by
    }

    fn rect(self, rect: Rect) -> Rect {
        Rect::from_min_max(self.at(rect.min), self.at(rect.max))
    }

    fn stroke(self, stroke: Option<Stroke>) -> Option<Stroke> {
        stroke.map(|stroke| Stroke {
            width: stroke.width * self.scale,
            dash: stroke.dash.map(|(dash, gap)| (dash * self.scale, gap * self.scale)),
            ..stroke
        })
    }

    fn path(self, path: &Path) -> Arc<Path> {
        let segment = |segment: &Segment| match *segment {
            Segment::Move(to) => Segment::Move(self.at(to)),
            Segment::Line(to) => Segment::Line(self.at(to)),
            Segment::Cubic(a, b, to) => Segment::Cubic(self.at(a), self.at(b), self.at(to)),
            Segment::Close => Segment::Close,
        };
        let segments = path.segments.iter().map(segment).collect();
        Arc::new(Path { segments, convex: path.convex })
    }

    fn item(self, item: &Item) -> Item {
        match item {
            Item::Rect { rect, radius, fill, stroke, shadow } => Item::Rect {
                rect: self.rect(*rect),
                radius: radius * self.scale,
                fill: *fill,
                stroke: self.stroke(*stroke),
                shadow: *shadow,
            },
            Item::Path { path, fill, stroke } => {
                Item::Path { path: self.path(path), fill: *fill, stroke: self.stroke(*stroke) }
            }
            Item::Band { points, base, fill } => Item::Band {
                points: Arc::new(points.iter().map(|at| self.at(*at)).collect()),
                base: base * self.scale + self.by.y,
                fill: *fill,
            },
            Item::Text { at, text, paint } => {
                let text = Arc::new(scaled_text(text, self.scale));
                Item::Text { at: self.at(*at), text, paint: *paint }
            }
            Item::Image { rect, picture, radius } => Item::Image {
                rect: self.rect(*rect),
                picture: picture.clone(),
                radius: radius * self.scale,
            },
            Item::Drawn { at, drawing } => {
                let drawing = Arc::new(scaled_drawing(drawing, self.scale));
                Item::Drawn { at: self.at(*at), drawing }
            }
            Item::Group(group) => Item::Group(Group {
                tag: group.tag,
                thing: group.thing.clone(),
                title: group.title.clone(),
                bounds: self.rect(group.bounds),
                items: group.items.iter().map(|item| self.item(item)).collect(),
            }),
        }
    }
}

pub(super) fn scaled_drawing(drawing: &Drawing, scale: f32) -> Drawing {
    let to = To { scale, by: Vec2::ZERO };
    let Summary { fill, stripe, lines, pictures } = &drawing.summary;
    let lines = lines.iter().map(|line| to.rect(*line)).collect();
    Drawing {
        size: drawing.size * scale,
        hangs: drawing.hangs * scale,
        items: drawing.items.iter().map(|item| to.item(item)).collect(),
        summary: Summary { fill: *fill, stripe: *stripe, lines, pictures: *pictures },
        ..Drawing::default()
    }
}

fn scaled_text(text: &Text, scale: f32) -> Text {
    let glyph = |glyph: &Glyph| Glyph {
        x: glyph.x * scale,
        y: glyph.y * scale,
        advance: glyph.advance * scale,
        ..*glyph
    };
    let run = |run: &Run| Run {
        size: run.size * scale,
        x: run.x * scale,
        width: run.width * scale,
        range: run.range.clone(),
        glyphs: run.glyphs.iter().map(glyph).collect(),
        ..*run
    };
    let line = |line: &Line| Line {
        top: line.top * scale,
        baseline: line.baseline * scale,
        width: line.width * scale,
        range: line.range.clone(),
        rtl: line.rtl,
        runs: line.runs.iter().map(run).collect(),
    };
    let lines = text.lines.iter().map(line).collect();
    let inks = text.inks.clone();
    Text { source: text.source.clone(), size: text.size * scale, lines, inks }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::pages::SIZE;
    use crate::scene::tests::{scene, small};
    use crate::words::Lang;
    use egui::{pos2, vec2};

    /// Bounds of all groups and texts, in order.
    fn boxes(items: &[Item], by: Vec2, found: &mut Vec<Rect>) {
        for item in items {
            match item {
                Item::Group(group) => {
                    found.push(group.bounds.translate(by));
                    boxes(&group.items, by, found);
                }
                Item::Drawn { at, drawing } => {
                    found.push(Rect::from_min_size(*at + by, drawing.size));
                    boxes(&drawing.items, by + at.to_vec2(), found);
                }
                Item::Text { at, text, .. } => {
                    found.push(Rect::from_min_size(*at + by, text.size));
                }
                Item::Rect { rect, .. } => found.push(rect.translate(by)),
                _ => {}
            }
        }
    }

    #[test]
    fn everything_is_scaled_and_moved_alike() {
        let words = Words::new(Lang::En);
        let map = sheet(&scene(small()), &words, &Frame::default());
        let (mut before, mut after) = (Vec::new(), Vec::new());
        boxes(&map.items, Vec2::ZERO, &mut before);
        let items = scaled(&map.items, 0.5, pos2(30.0, 40.0));
        boxes(&items, Vec2::ZERO, &mut after);
        assert!(before.len() > 100 && before.len() == after.len());
        for (before, after) in before.iter().zip(&after) {
            let expected = Rect::from_min_max(before.min * 0.5, before.max * 0.5);
            let expected = expected.translate(vec2(30.0, 40.0));
            let far = (after.min - expected.min).abs() + (after.max - expected.max).abs();
            assert!(far.max_elem() < 0.01, "{before:?} {after:?}");
        }
    }

    #[test]
    fn a_map_below_a_heading_has_no_title_of_its_own() {
        let words = Words::new(Lang::En);
        let scene = scene(small());
        let titles = |window: Rect, at: Pos2| {
            let map = MapOnPage { scene: scene.clone(), at, scale: 0.5, window };
            let page = Page { title: String::new(), items: Vec::new(), map: Some(map) };
            let items = page.all_items(&words);
            let is_title =
                |item: &&Item| matches!(item, Item::Group(group) if group.title == "A journey");
            items.iter().filter(is_title).count()
        };
        let page = Rect::from_min_size(Pos2::ZERO, SIZE);
        assert_eq!(titles(page, pos2(100.0, 100.0)), 1);
        let below = Rect::from_min_max(pos2(0.0, 200.0), page.max);
        assert_eq!(titles(below, pos2(100.0, 150.0)), 0);
    }
}
