//! What of the map stands where on a page?

use crate::model::{TextOf, Thing};
use crate::scene::pages::Page;
use crate::scene::{Group, Hit, Item, Tag, TextSpot, hit};
use egui::{Pos2, Rect, Vec2};

/// How near a face or an edge counts as on it, in page units.
const REACH: f32 = 8.0;

/// What is at a place of a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct At {
    /// The thing there.
    pub thing: Option<Thing>,
    /// The text that may be edited there.
    pub text: Option<TextOf>,
    /// Something is drawn there, which may be neither.
    pub something: bool,
}

/// A text on a page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct OnPage {
    /// Whose it is.
    pub of: TextOf,
    /// Where it stands, in page units.
    pub rect: Rect,
    /// How large it is written, in page units, where that is known.
    pub size: Option<f32>,
}

/// What is at a place of the page (page units), what is painted last first.
pub(super) fn at_place(page: &Page, at: Pos2) -> At {
    let on_map = || {
        let thing = in_map(page, at);
        At { text: thing.clone().map(TextOf::Thing), something: thing.is_some(), thing }
    };
    in_items(&page.items, at).unwrap_or_else(on_map)
}

fn in_items(items: &[Item], at: Pos2) -> Option<At> {
    items.iter().rev().find_map(|item| match item {
        // A curve goes over the whole page, a column down to its edge: nothing one points at.
        Item::Group(group) if matches!(group.tag, Tag::Curve | Tag::Column) => {
            in_items(&group.items, at)
        }
        Item::Group(group) if group.bounds.contains(at) => {
            let thing = group.thing.clone();
            Some(match in_items(&group.items, at) {
                Some(inner) => At { thing: inner.thing.or(thing), ..inner },
                None => At { thing, text: text_at(group, at), something: true },
            })
        }
        Item::Drawn { at: corner, drawing } => in_items(&drawing.items, at - corner.to_vec2()),
        Item::Rect { .. }
        | Item::Path { .. }
        | Item::Band { .. }
        | Item::Text { .. }
        | Item::Image { .. }
        | Item::Group(_) => None,
    })
}

/// The text of the group that may be edited at this place of it.
fn text_at(group: &Group, at: Pos2) -> Option<TextOf> {
    let spots = spots(group);
    match spots.iter().find(|(rect, _)| rect.contains(at)) {
        Some((_, spot)) => spot.of.clone(),
        // Between the texts of a heading there is nothing.
        None if group.tag == Tag::Title && !spots.is_empty() => None,
        None => spots.iter().find_map(|(_, spot)| spot.of.clone()).or_else(|| goes_by(group)),
    }
}

/// The texts that stand in the group itself, and where.
fn spots(group: &Group) -> Vec<(Rect, &TextSpot)> {
    let drawn = group.items.iter().filter_map(|item| match item {
        Item::Drawn { at, drawing } => Some((at.to_vec2(), drawing)),
        Item::Rect { .. }
        | Item::Path { .. }
        | Item::Band { .. }
        | Item::Text { .. }
        | Item::Image { .. }
        | Item::Group(_) => None,
    });
    let spots = drawn.flat_map(|(by, drawing)| {
        drawing.texts.iter().map(move |spot| (spot.rect.translate(by), spot))
    });
    spots.collect()
}

/// The text that a group without others goes by. A figure is a sentence about something.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "few differ here; what comes new is like the others"
)]
fn goes_by(group: &Group) -> Option<TextOf> {
    let thing = group.thing.clone().filter(|thing| match group.tag {
        Tag::Curve | Tag::Column => false,
        Tag::Figure => matches!(thing, Thing::Transition(_)),
        _ => true,
    });
    thing.map(TextOf::Thing)
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
        Hit::Lane(lane) | Hit::LaneEdge(lane) => Thing::Lane(lane),
        Hit::Head(thing) => thing,
        Hit::Customers
        | Hit::Cell { .. }
        | Hit::Curve { .. }
        | Hit::Parking { .. }
        | Hit::Outside => return None,
    })
}

/// The texts on the page that may be edited, in the order of reading; but for those of a map.
pub(super) fn texts_on(page: &Page) -> Vec<OnPage> {
    let mut found = Vec::new();
    groups(&page.items, Vec2::ZERO, &mut |group, rect| {
        let by = rect.min - group.bounds.min;
        let before = found.len();
        found.extend(spots(group).into_iter().filter_map(|(rect, spot)| {
            let (rect, size) = (rect.translate(by), Some(spot.size));
            Some(OnPage { of: spot.of.clone()?, rect, size })
        }));
        if found.len() == before {
            found.extend(goes_by(group).map(|of| OnPage { of, rect, size: None }));
        }
    });
    found
}

/// Where a thing of the map on the page stands, in page units.
pub(super) fn place_on_map(page: &Page, thing: &Thing) -> Option<Rect> {
    let Some(map) = page.map.as_ref() else {
        let mut found = None;
        groups(&page.items, Vec2::ZERO, &mut |group, rect| {
            if group.thing.as_ref() == Some(thing) {
                found = found.or(Some(rect));
            }
        });
        return found;
    };
    let rect = map.scene.thing_rect(thing)?;
    let corner = map.at + rect.min.to_vec2() * map.scale;
    Some(Rect::from_min_size(corner, rect.size() * map.scale))
}

/// Calls `each` with every group of the page that has a name, and where it stands.
pub(super) fn named_groups(page: &Page, each: &mut impl FnMut(&Group, Rect)) {
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
            Item::Rect { .. }
            | Item::Path { .. }
            | Item::Band { .. }
            | Item::Text { .. }
            | Item::Image { .. } => {}
        }
    }
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
        let named = |x, y| at_place(&page, pos2(x, y)).thing.map(|thing| thing.id().to_string());
        assert_eq!(named(115.0, 115.0).as_deref(), Some("inner"));
        assert_eq!(named(200.0, 200.0).as_deref(), Some("outer"));
        assert_eq!(named(400.0, 400.0), None);
        let inner = TextOf::Thing(Thing::Phase(Id::new("inner")));
        let found = texts_on(&page).into_iter().find(|one| one.of == inner);
        assert_eq!(found.map(|one| one.rect), Some(rect(110.0, 110.0, 20.0)));
    }

    #[test]
    fn what_nobody_can_edit_is_no_other_text() {
        let rect = |y: f32| Rect::from_min_size(pos2(0.0, y), vec2(100.0, 20.0));
        let spot = |y, of| TextSpot { rect: rect(y), size: 20.0, of };
        let goal = TextOf::Goal(Id::new("a"));
        let texts = vec![
            spot(0.0, Some(TextOf::Heading)),
            spot(30.0, None),
            spot(60.0, Some(goal.clone())),
        ];
        let drawing = Arc::new(Drawing { texts, ..Drawing::default() });
        let drawn = Item::Drawn { at: pos2(10.0, 10.0), drawing };
        let bounds = Rect::from_min_size(Pos2::ZERO, vec2(200.0, 200.0));
        let mut heading = group(Some("a"), bounds, vec![drawn]);
        let text = |heading: &Item, y| {
            let page = Page { title: String::new(), items: vec![heading.clone()], map: None };
            let at = at_place(&page, pos2(50.0, y));
            assert!(at.something && at.thing.is_some());
            at.text
        };
        assert_eq!(text(&heading, 20.0), Some(TextOf::Heading));
        assert_eq!(text(&heading, 50.0), None, "told by the program");
        assert_eq!(text(&heading, 80.0), Some(goal));
        // Beside the texts of a tile its first is meant, beside those of a heading none.
        assert_eq!(text(&heading, 150.0), Some(TextOf::Heading));
        if let Item::Group(heading) = &mut heading {
            heading.tag = Tag::Title;
        }
        assert_eq!(text(&heading, 150.0), None);
    }
}
