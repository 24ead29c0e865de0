//! What do the votes for a card look like? Like the dots that are stuck to a wall: a few can be
//! counted from the back of the room, many are a dot and a number.

use crate::scene::draw::pen::{Pen, Style, circle, solid, text_at};
use crate::scene::{Face, Item, Role};
use egui::{Pos2, Rect, Vec2, pos2, vec2};

/// As many dots can be told at a glance; more are a number.
const MOST: u32 = 6;
/// Of a dot, in document units.
const RADIUS: f32 = 7.5;
/// Between two dots.
const GAP: f32 = 4.0;
/// Around a number and its dot.
const PAD: f32 = 5.0;
/// How many they are.
const COUNT: Style = Style { face: Face::SemiBold, size: 15.0, line_height: 18.0 };

/// The dots for `votes` from (0, 0), at most `width` wide: how much room they take, and what is
/// drawn.
pub(in crate::scene) fn votes(pen: &mut Pen, votes: u32, width: f32) -> (Vec2, Vec<Item>) {
    let radius = pen.grown(RADIUS);
    let height = pen.grown(COUNT.line_height);
    let each = 2.0 * radius + pen.grown(GAP);
    let dot = |place: u32| {
        let middle = pos2(radius + place as f32 * each, height / 2.0);
        circle(middle, radius, Some(Role::Accent.into()), None)
    };
    if votes <= MOST && votes as f32 * each - pen.grown(GAP) <= width {
        let items: Vec<Item> = (0..votes).map(dot).collect();
        return (vec2(votes as f32 * each - pen.grown(GAP), height), items);
    }
    let count = pen.short(&format!("× {votes}"), COUNT);
    let first = circle(pos2(height / 2.0, height / 2.0), radius, Some(Role::Accent.into()), None);
    let at = pos2(each + pen.grown(2.5), (height - count.size.y) / 2.0);
    let size = vec2(at.x + count.size.x + pen.grown(PAD), height);
    // It stands on the edge of a card, which must not be seen through it.
    let back = Item::Rect {
        rect: Rect::from_min_size(Pos2::ZERO, size),
        radius: height / 2.0,
        fill: Some(Role::Card.into()),
        stroke: Some(solid(1.0, Role::Accent)),
        shadow: false,
    };
    (size, vec![back, first, text_at(at, count, Role::Ink)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Project;
    use crate::scene::tests::{scene, small};
    use crate::scene::{Body, Hit, Sign, SignSpot, hit};
    use std::sync::Arc;

    /// How many dots are drawn on a card with so many votes, and which words with them.
    fn drawn(votes: u32) -> (usize, Vec<String>) {
        let mut project: Project = small();
        let lane = project.journeys.edit(0).unwrap().lanes.edit(0).unwrap();
        let card = Arc::make_mut(&mut lane.cards[0]);
        card.votes = votes;
        let (id, said) = (card.id.clone(), card.text.clone());
        let scene = scene(project);
        let Body::Cards(cards) = &scene.lanes[0].body else { panic!("no cards") };
        let (mut dots, mut texts) = (0, Vec::new());
        for item in &cards.card(&id).unwrap().drawing.items {
            match item {
                Item::Rect { fill: Some(fill), .. } => {
                    dots += usize::from(fill.role == Role::Accent);
                }
                Item::Text { text, .. } if *text.source != *said => {
                    texts.push(text.source.to_string());
                }
                _ => {}
            }
        }
        (dots, texts)
    }

    #[test]
    fn few_votes_are_dots_and_many_a_number() {
        assert_eq!(drawn(0), (0, vec![]));
        assert_eq!(drawn(1), (1, vec![]));
        assert_eq!(drawn(6), (6, vec![]));
        assert_eq!(drawn(7), (1, vec!["× 7".to_owned()]));
        assert_eq!(drawn(u32::MAX), (1, vec![format!("× {}", u32::MAX)]));
    }
    #[test]
    fn no_card_moves_when_a_room_votes_and_dots_cover_no_text() {
        for votes in [0, 3, 12] {
            let mut project: Project = small();
            let before = scene(project.clone());
            let lane = project.journeys.edit(0).unwrap().lanes.edit(0).unwrap();
            for place in 0..lane.cards.len() {
                lane.cards.edit(place).unwrap().votes = votes;
            }
            let after = scene(project);
            assert_eq!(after.size, before.size);
            let (Body::Cards(was), Body::Cards(cards)) =
                (&before.lanes[0].body, &after.lanes[0].body)
            else {
                panic!("no cards")
            };
            let all = was.cells.iter().flat_map(|cell| &cell.cards);
            for card in all {
                let own = cards.card(&card.card.id).unwrap();
                assert_eq!(own.rect, card.rect);
                let sign = own.drawing.signs.iter().find(|spot| spot.sign == Sign::Votes(votes));
                assert_eq!(sign.is_some(), votes > 0);
                // They may touch.
                let below = |spot: &SignSpot| spot.rect.top() + 0.01 >= own.text_rect.bottom();
                assert!(sign.is_none_or(below));
                // What hangs over the card's edge is the card's, too.
                let Some(spot) = sign else { continue };
                let at = spot.rect.center_bottom() + own.rect.min.to_vec2() - vec2(0.0, 1.0);
                let found = hit(&after, pos2(at.x, at.y + after.lanes[0].y), 3.0);
                assert!(matches!(found, Hit::Card { card, .. } if card.card == own.card.id));
            }
        }
    }
}
