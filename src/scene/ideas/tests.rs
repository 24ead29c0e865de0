//! What stands in the pictures, and where.

use super::*;
use crate::insight::{RankRule, RankedIdea, ideas_of, rank_ideas};
use crate::model::{Project, Status};
use crate::scene::{Layout, walk};
use crate::words::{Lang, Words};
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 5, 5);

fn example() -> (Project, Vec<RankedIdea>) {
    let root = env!("CARGO_MANIFEST_DIR");
    let path = format!("{root}/assets/examples/forpackningsmaskin.kundresa");
    let project = crate::file::load(path.as_ref()).unwrap().project;
    let mut ideas = ideas_of(&project, &project.journeys[0]);
    rank_ideas(&mut ideas, RankRule::Sum);
    (project, ideas)
}

fn words() -> Words {
    Words::new(Lang::Sv)
}

/// All that is written, in the order it is drawn.
fn written(picture: &IdeaPicture) -> Vec<String> {
    let mut texts = Vec::new();
    let all = walk::<()>(&picture.items(), None, &mut |visit| {
        if let crate::scene::Visit::Draw(Item::Text { text, .. }, _) = visit {
            texts.push(text.source.to_string());
        }
        Ok(())
    });
    assert!(all.is_ok());
    texts
}

#[test]
fn the_example_lies_where_its_figures_say() {
    let (project, ideas) = example();
    let matrix = matrix(&mut Layout::new(), &project, &ideas, TODAY, &words(), 1.0);
    assert_eq!((matrix.picture.cards.len(), matrix.in_tray), (ideas.len(), 0));
    for (idea, card) in ideas.iter().zip(&matrix.picture.cards) {
        assert_eq!(idea.opportunity.id, card.id);
        let at = matrix.middle(idea.figures().unwrap());
        assert!((card.rect.center().x - at.x).abs() < 0.1, "{}", card.title);
        assert!(matrix.plot.contains_rect(card.rect), "{}", card.title);
        // Nearer to its own value than to another, whoever else is there.
        let away = (card.rect.center().y - at.y).abs() / (matrix.plot.height() / 5.0);
        assert!(away < 0.5, "{}: {away}", card.title);
    }
    let first = &matrix.picture.cards[0];
    assert_eq!(first.title, "Bjud in teknikern till demon: insats 1, kund 5, vi 5");
    let texts = written(&matrix.picture);
    for text in ["Gör nu", "Planera", "När det passar", "Låt bli", "15 maj", "Inget datum"] {
        assert!(texts.iter().any(|one| one == text), "{text} in {texts:?}");
    }
}

#[test]
fn what_has_no_figures_lies_in_the_tray_and_what_was_dropped_nowhere() {
    let (project, mut ideas) = example();
    let change = |idea: &mut RankedIdea, change: &dyn Fn(&mut crate::model::Opportunity)| {
        let mut one = crate::model::Opportunity::clone(&idea.opportunity);
        change(&mut one);
        idea.opportunity = Arc::new(one);
    };
    change(&mut ideas[1], &|one| one.effort = None);
    change(&mut ideas[2], &|one| one.customer_value = None);
    change(&mut ideas[3], &|one| one.status = Some(Status::Dropped));
    rank_ideas(&mut ideas, RankRule::Sum);
    let matrix = matrix(&mut Layout::new(), &project, &ideas, TODAY, &words(), 1.0);
    assert_eq!((matrix.picture.cards.len(), matrix.in_tray), (ideas.len() - 1, 2));
    let (placed, tray) = matrix.picture.cards.split_at(ideas.len() - 3);
    assert!(placed.iter().all(|card| matrix.plot.contains_rect(card.rect)));
    assert!(tray.iter().all(|card| card.rect.bottom() < matrix.plot.top()));
    // On the board it has a column of its own, the fifth.
    let (board, columns) = board(&mut Layout::new(), &project, &ideas, TODAY, &words(), 1.0);
    assert_eq!((board.cards.len(), columns.len()), (ideas.len(), 5));
    assert_eq!(columns[4].0, Status::Dropped);
}

#[test]
fn a_board_has_each_card_in_the_column_of_its_status() {
    let (project, ideas) = example();
    let (board, columns) = board(&mut Layout::new(), &project, &ideas, TODAY, &words(), 1.0);
    let statuses: Vec<Status> = columns.iter().map(|(status, _)| status.clone()).collect();
    assert_eq!(statuses, [Status::Idea, Status::Planned, Status::Ongoing, Status::Done]);
    for idea in &ideas {
        let card = board.card(&idea.opportunity.id).unwrap();
        let column = columns.iter().find(|(_, rect)| rect.contains_rect(card.rect)).unwrap();
        assert_eq!(Some(&column.0), idea.opportunity.status.as_ref());
    }
    for (place, card) in board.cards.iter().enumerate() {
        let others = board.cards.iter().skip(place + 1);
        assert!(others.into_iter().all(|other| !other.rect.intersects(card.rect)));
    }
}

#[test]
fn a_ring_that_nobody_fills_is_said_in_words() {
    let (project, mut ideas) = example();
    ideas[1].owner.clear();
    let matrix = matrix(&mut Layout::new(), &project, &ideas, TODAY, &words(), 1.0);
    assert!(matrix.picture.cards[1].title.ends_with("vi 5. Ingen ansvarig"));
    // What was just thought of lacks nothing yet.
    let new = crate::model::Opportunity { title: "New".into(), ..Default::default() };
    let thought =
        RankedIdea { opportunity: Arc::new(new), owner: String::new(), ..ideas[1].clone() };
    assert!(!asks_for_owner(&thought, true) && !asks_for_date(&thought.opportunity, true));
    assert!(asks_for_owner(&ideas[1], true));
    // Where nobody has an owner, and nothing is planned, none is asked for.
    for idea in &mut ideas {
        idea.owner.clear();
        let status = Some(Status::Idea);
        let one = crate::model::Opportunity { status, ..(*idea.opportunity).clone() };
        idea.opportunity = Arc::new(one);
    }
    let matrix = super::matrix(&mut Layout::new(), &project, &ideas, TODAY, &words(), 1.0);
    assert!(matrix.picture.cards.iter().all(|card| !card.title.contains("Ingen ansvarig")));
}

#[test]
fn a_long_title_makes_a_card_grow_and_covers_nothing() {
    let (project, mut ideas) = example();
    for idea in &mut ideas {
        let title = "Underhållsplaneringssystemets åtgärdsförslag ".repeat(40);
        let one = crate::model::Opportunity { title, ..(*idea.opportunity).clone() };
        idea.opportunity = Arc::new(one);
    }
    let matrix = matrix(&mut Layout::new(), &project, &ideas, TODAY, &words(), 1.25);
    let cards = &matrix.picture.cards;
    for (place, card) in cards.iter().enumerate() {
        assert!(card.rect.height() > 100.0 && card.rect.height() < 400.0, "{}", card.rect);
        assert!(cards.iter().skip(place + 1).all(|other| !other.rect.intersects(card.rect)));
        assert!(card.rect.bottom() < matrix.picture.size.y);
    }
}
