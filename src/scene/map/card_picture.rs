//! The picture at the top of a card, or a sign that it cannot be shown.

use crate::model::Id;
use crate::scene::draw::icon;
use crate::scene::draw::pen::{self, Pen, text_at};
use crate::scene::{Item, Role};
use egui::{Rect, Vec2, pos2, vec2};

/// From a card's edge to its picture.
pub(in crate::scene) const INSET: f32 = 6.0;
/// A picture is at most this high.
const HIGHEST: f32 = 200.0;
/// A small picture is drawn no larger than this many units for each of its dots.
const LARGEST: f32 = 3.0;
const RADIUS: f32 = 5.0;
/// Between the picture and the text below it.
const BELOW: f32 = 1.0;
/// How high the sign is that stands in the place of a damaged picture.
const SIGN: f32 = 56.0;

/// Draws the picture called `id` from `left` on, `width` wide, and says how far down it reaches.
pub(in crate::scene) fn on_card(
    pen: &mut Pen,
    id: &Id,
    left: f32,
    width: f32,
    items: &mut Vec<Item>,
) -> f32 {
    let width = width.max(1.0);
    let at = pos2(left, INSET);
    let Some(picture) = pen.pictures.picture(id).cloned() else {
        return sign(pen, Rect::from_min_size(at, vec2(width, pen.grown(SIGN))), items);
    };
    let (across, down) = picture.size();
    let own = vec2(across as f32, down as f32);
    let scale = (width / own.x).min(HIGHEST / own.y).min(LARGEST);
    let size = own * scale;
    let room = Rect::from_min_size(at, vec2(width, size.y.max(1.0)));
    // One that is not as wide as its card stands in a quiet field.
    if size.x < width - 0.5 {
        items.push(field(room));
    }
    let rect = Rect::from_center_size(room.center(), size.max(Vec2::splat(1.0)));
    let radius = RADIUS.min(rect.height() / 2.0).min(rect.width() / 2.0);
    items.push(Item::Image { rect, picture, radius });
    room.bottom() + BELOW
}

fn field(rect: Rect) -> Item {
    let fill = Some(Role::Chip.into());
    Item::Rect { rect, radius: RADIUS, fill, stroke: None, shadow: false }
}

fn sign(pen: &mut Pen, rect: Rect, items: &mut Vec<Item>) -> f32 {
    let said = pen.words.scene_no_picture();
    let text = pen.text(&said, pen::NOTE, Some(rect.width() - 16.0));
    let mark = pen.short(&icon::IMAGE.to_string(), pen::SIGN);
    let height = rect.height().max(text.size.y + mark.size.y + 20.0);
    let rect = Rect::from_min_size(rect.min, vec2(rect.width(), height));
    items.push(field(rect));
    let top = rect.center().y - (mark.size.y + 4.0 + text.size.y) / 2.0;
    let middle = rect.center().x;
    let below = top + mark.size.y + 4.0;
    items.push(text_at(pos2(middle - mark.size.x / 2.0, top), mark, Role::Muted));
    items.push(text_at(pos2(middle - text.size.x / 2.0, below), text, Role::Muted));
    rect.bottom() + BELOW
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Card, CardRef, Image, Persona, Project, Thing};
    use crate::scene::draw::picture::tests::png;
    use crate::scene::tests::{card, scene, small};
    use crate::scene::{Drawing, Layout, Scene};
    use crate::words::{Lang, Words};
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use std::sync::Arc;

    fn image(name: &str, bytes: &[u8]) -> Image {
        Image { id: Id::new(name), data: STANDARD.encode(bytes).into(), ..Image::default() }
    }

    /// The small map with cards that show these pictures, in the first lane.
    fn with_pictures(images: Vec<Image>) -> Project {
        let mut project = small();
        let map = project.journeys.edit(0).unwrap();
        let lane = map.lanes.edit(0).unwrap();
        for image in &images {
            let pictured = Card { image: Some(image.id.clone()), ..card(image.id.as_str(), "s1") };
            lane.cards.push(pictured.into());
        }
        project.images = images.into_iter().collect();
        project
    }

    fn drawing(scene: &Scene, name: &str) -> Arc<Drawing> {
        let card = CardRef { lane: Some(Id::new("doing")), card: Id::new(name) };
        scene.card_box(&card).unwrap().drawing.clone()
    }

    fn picture(drawing: &Drawing) -> Option<Rect> {
        drawing.items.iter().find_map(|item| match item {
            Item::Image { rect, .. } => Some(*rect),
            _ => None,
        })
    }

    #[test]
    fn a_picture_keeps_its_shape_and_a_damaged_one_has_a_sign() {
        let images = vec![
            image("wide", &png(400, 100)),
            image("high", &png(100, 400)),
            image("tiny", &png(4, 2)),
            image("broken", b"no picture"),
        ];
        let scene = scene(with_pictures(images));
        let plain = drawing(&scene, "first").size;
        for (name, expected) in [("wide", 4.0), ("high", 0.25), ("tiny", 2.0)] {
            let drawing = drawing(&scene, name);
            let rect = picture(&drawing).unwrap();
            assert!((rect.width() / rect.height() - expected).abs() < 0.01, "{name}: {rect}");
            assert!(rect.height() <= HIGHEST && rect.right() <= drawing.size.x - INSET + 0.1);
            assert!(drawing.size.y > rect.bottom() + 20.0, "{name}: the text stands below");
        }
        let broken = drawing(&scene, "broken");
        assert_eq!(picture(&broken), None);
        assert!(broken.size.y > plain.y);
    }

    #[test]
    fn a_new_picture_draws_only_the_cards_that_show_it_and_nothing_is_read_twice() {
        let mut project = with_pictures(vec![image("a", &png(40, 40)), image("b", &png(40, 20))]);
        let (mut layout, words) = (Layout::new(), Words::new(Lang::En));
        let lay_out = |layout: &mut Layout, project: &Project| {
            layout.scene(&Arc::new(project.clone()), &Id::new("j"), &words, 1.0).unwrap()
        };
        let first = lay_out(&mut layout, &project);
        project.images.edit(0).unwrap().title = "what it shows".into();
        let second = lay_out(&mut layout, &project);
        assert_eq!(layout.counts.cards, 0);
        assert!(Arc::ptr_eq(&drawing(&first, "a"), &drawing(&second, "a")));
        *project.images.edit(1).unwrap() = image("b", &png(20, 40));
        let third = lay_out(&mut layout, &project);
        assert_eq!(layout.counts.cards, 1);
        assert!(picture(&drawing(&third, "b")).unwrap().height() > 60.0);
        assert_eq!(*third, *lay_out(&mut Layout::new(), &project), "as laid out anew");
    }

    #[test]
    fn a_portrait_stands_round_in_its_ring_as_soon_as_there_is_one() {
        let mut project = with_pictures(vec![image("face", &png(90, 60))]);
        let (mut layout, words) = (Layout::new(), Words::new(Lang::En));
        let mut round = |project: &Project| {
            let scene =
                layout.scene(&Arc::new(project.clone()), &Id::new("j"), &words, 1.0).unwrap();
            let anna = Thing::Persona(Id::new("anna"));
            let placed = scene.head.iter().find(|placed| placed.thing == anna).unwrap();
            placed.drawing.items.iter().find_map(|item| match item {
                Item::Image { rect, radius, picture } => {
                    assert_eq!(picture.size(), (60, 60));
                    Some(rect.width() == rect.height() && *radius * 2.0 == rect.width())
                }
                _ => None,
            })
        };
        assert_eq!(round(&project), None);
        let anna: &mut Persona = project.personas.edit(0).unwrap();
        anna.image = Some(Id::new("face"));
        assert_eq!(round(&project), Some(true));
        project.images.clear();
        assert_eq!(round(&project), None);
    }
}
