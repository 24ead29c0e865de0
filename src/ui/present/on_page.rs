//! What of the map stands where on a page?

use crate::edit::{CardRef, Thing};
use crate::scene::pages::Page;
use crate::scene::{Group, Hit, Item, Tag, hit};
use egui::{Pos2, Rect, Vec2};

/// How near a face or an edge counts as on it, in page units.
const REACH: f32 = 8.0;

/// The thing at a place of the page (page units), what is painted last first.
pub fn thing_at(page: &Page, at: Pos2) -> Option<Thing> {
    in_items(&page.items, at).or_else(|| in_map(page, at))
}

fn in_items(items: &[Item], at: Pos2) -> Option<Thing> {
    items.iter().rev().find_map(|item| match item {
        Item::Group(group) if group.bounds.contains(at) => {
            in_items(&group.items, at).or_else(|| thing_of(group))
        }
        Item::Drawn { at: corner, drawing } => in_items(&drawing.items, at - corner.to_vec2()),
        _ => None,
    })
}

/// What a group stands for. A curve goes over the whole page and is nothing one points at.
fn thing_of(group: &Group) -> Option<Thing> {
    group.thing.clone().filter(|_| group.tag != Tag::Curve)
}

fn in_map(page: &Page, at: Pos2) -> Option<Thing> {
    let map = page.map.as_ref().filter(|map| map.window.contains(at))?;
    let scale = map.scale.max(0.0001);
    let doc = ((at - map.at) / scale).to_pos2();
    Some(match hit(&map.scene, doc, REACH / scale) {
        Hit::Card { card, .. } => Thing::Card(card),
        Hit::Point { lane, point, .. } => Thing::Point { lane, point },
        Hit::Phase { phase, .. } => Thing::Phase(phase),
        Hit::Step { step, .. } => Thing::Step(step),
        Hit::Lane(lane) => Thing::Lane(lane),
        Hit::Head(thing) => thing,
        _ => return None,
    })
}

/// The things that stand on the page, in the order of reading, each once; but for those of a map.
pub fn things_on(page: &Page) -> Vec<(Thing, Rect)> {
    let mut found = Vec::new();
    groups(&page.items, Vec2::ZERO, &mut |group, rect| {
        if let Some(thing) = thing_of(group)
            && !found.iter().any(|(other, _)| *other == thing)
        {
            found.push((thing, rect));
        }
    });
    found
}

/// Calls `each` with every group of the page that has a name, and where it stands.
pub fn named_groups(page: &Page, each: &mut impl FnMut(&Group, Rect)) {
    groups(&page.items, Vec2::ZERO, &mut |group, rect| {
        if !group.title.trim().is_empty() {
            each(group, rect);
        }
    });
}

fn groups(items: &[Item], offset: Vec2, each: &mut impl FnMut(&Group, Rect)) {
    for item in items {
        match item {
            Item::Group(group) => {
                each(group, group.bounds.translate(offset));
                groups(&group.items, offset, each);
            }
            Item::Drawn { at, drawing } => groups(&drawing.items, offset + at.to_vec2(), each),
            _ => {}
        }
    }
}

/// Where a thing stands on the page, in page units.
pub fn place_of(page: &Page, thing: &Thing) -> Option<Rect> {
    let same = |one: &Thing| match (one, thing) {
        // The lane a card was last seen in is only a hint.
        (Thing::Card(CardRef { card: a, .. }), Thing::Card(CardRef { card: b, .. })) => a == b,
        _ => one == thing,
    };
    let found = things_on(page).into_iter().find(|(one, _)| same(one)).map(|(_, rect)| rect);
    found.or_else(|| {
        let map = page.map.as_ref()?;
        let rect = map.scene.thing_rect(thing)?;
        let corner = map.at + rect.min.to_vec2() * map.scale;
        Some(Rect::from_min_size(corner, rect.size() * map.scale))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Id;
    use crate::scene::Drawing;
    use egui::{pos2, vec2};
    use std::sync::Arc;

    fn group(thing: Option<&str>, bounds: Rect, items: Vec<Item>) -> Item {
        let thing = thing.map(|id| Thing::Phase(Id::new(id)));
        Item::Group(Group { tag: Tag::Phase, thing, title: String::new(), bounds, items })
    }

    #[test]
    fn the_innermost_thing_is_meant_wherever_its_drawing_was_moved() {
        let rect = |x: f32, y: f32, side: f32| Rect::from_min_size(pos2(x, y), vec2(side, side));
        let inner = group(Some("inner"), rect(10.0, 10.0, 20.0), Vec::new());
        let drawing = Arc::new(Drawing { items: vec![inner], ..Drawing::default() });
        let moved = Item::Drawn { at: pos2(100.0, 100.0), drawing };
        let outer = group(Some("outer"), rect(90.0, 90.0, 200.0), vec![moved]);
        let mut curve = group(Some("curve"), rect(0.0, 0.0, 400.0), Vec::new());
        if let Item::Group(curve) = &mut curve {
            curve.tag = Tag::Curve;
        }
        let items = vec![group(None, rect(0.0, 0.0, 500.0), vec![outer, curve])];
        let page = Page { title: String::new(), items, map: None };
        let named = |x, y| thing_at(&page, pos2(x, y)).map(|thing| thing.id().to_string());
        assert_eq!(named(115.0, 115.0).as_deref(), Some("inner"));
        assert_eq!(named(200.0, 200.0).as_deref(), Some("outer"));
        assert_eq!(named(400.0, 400.0), None);
        let inner = place_of(&page, &Thing::Phase(Id::new("inner")));
        assert_eq!(inner, Some(rect(110.0, 110.0, 20.0)));
    }
}
