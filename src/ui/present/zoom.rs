//! How much larger is a page seen when somebody zooms in, so that the back row reads all of it?

use crate::scene::pages::Page;
use crate::scene::{Body, CardBox, Cell, Face, Item, Tag, Text};
use std::sync::Arc;

/// What the back row reads, in page units: 24 points on a slide that is 13⅓ inches wide.
const READ: f32 = 48.0;
/// A page whose texts are large already is seen so much larger.
const LEAST: f32 = 2.0;
/// And none larger than so, or one would not know where one is.
const MOST: f32 = 8.0;
/// Of each lane of a map so many cards tell how small its texts are.
const CARDS: usize = 4;

/// How many times larger the page is to be seen.
pub(super) fn zoomed_to(page: &Page) -> f32 {
    let on_page = page.items.iter().map(smallest);
    let on_map = page.map.iter().flat_map(|map| {
        let cards = map.scene.lanes.iter().flat_map(|lane| cards(&lane.body));
        cards.map(|card| of_all(&card.drawing.items) * map.scale)
    });
    let smallest = on_page.chain(on_map).fold(f32::INFINITY, f32::min);
    (READ / smallest.max(0.1)).clamp(LEAST, MOST)
}

/// The first cards of a lane.
fn cards(body: &Body) -> impl Iterator<Item = &CardBox> {
    let cells: &[Arc<Cell>] = match body {
        Body::Cards(cards) => &cards.cells,
        Body::Collapsed | Body::Curve(_) => &[],
    };
    cells.iter().flat_map(|cell| &cell.cards).take(CARDS)
}

fn of_all(items: &[Item]) -> f32 {
    items.iter().map(smallest).fold(f32::INFINITY, f32::min)
}

/// The size of the smallest text that is read in it; without one nothing is as large.
fn smallest(item: &Item) -> f32 {
    match item {
        Item::Text { text, .. } => size(text),
        Item::Drawn { drawing, .. } => of_all(&drawing.items),
        Item::Group(group) if group.tag == Tag::Footer => f32::INFINITY,
        Item::Group(group) => of_all(&group.items),
        Item::Rect { .. } | Item::Path { .. } | Item::Band { .. } | Item::Image { .. } => {
            f32::INFINITY
        }
    }
}

/// Pictures are seen, not read.
fn size(text: &Text) -> f32 {
    let runs = text.lines.iter().flat_map(|line| &line.runs);
    let read = runs.filter(|run| !matches!(run.face, Face::Emoji | Face::Icons));
    read.map(|run| run.size).fold(f32::INFINITY, f32::min)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Project;
    use crate::scene::pages::Deck;
    use crate::words::{Lang, Words};

    #[test]
    fn all_that_is_on_a_page_can_be_read_from_the_back_row() {
        let bytes = include_bytes!("../../../assets/examples/forpackningsmaskin.kundresa");
        let project: Arc<Project> = Arc::new(crate::file::read(bytes).unwrap().project);
        let words = Words::new(Lang::Sv);
        let mut deck = Deck::new();
        deck.plan(&project, &project.journeys[0].id, &words);
        let count = deck.shown().len();
        for place in 0..count {
            let page = deck.page(place, &words).unwrap();
            let zoom = zoomed_to(&page);
            assert!((LEAST..=MOST).contains(&zoom), "{}: {zoom}", page.title);
            let on_page = of_all(&page.items) * zoom;
            assert!(on_page >= READ - 0.01 || zoom == MOST, "{}: {on_page}", page.title);
        }
        let empty = Page { title: String::new(), items: Vec::new(), map: None };
        assert_eq!(zoomed_to(&empty), LEAST);
    }
}
