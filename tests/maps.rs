//! Are the maps that speed is measured with what they claim to be?

#[path = "bench/maps.rs"]
mod maps;

use kundresa::model::{Id, LaneKind, Project};
use std::collections::HashSet;

#[test]
fn a_generated_map_has_its_cards_its_lanes_and_no_text_twice() {
    // cards asked for, steps they give
    for (cards, steps) in [(0, 1), (1, 1), (19, 1), (100, 6), (1_000, 53), (10_000, 527)] {
        let project = maps::map(cards);
        let journey = &project.journeys[0];
        assert_eq!(journey.steps().count(), steps, "{cards}");
        assert_eq!(journey.lanes.len(), maps::LANES, "{cards}");
        let texts: Vec<&str> = journey
            .lanes
            .iter()
            .flat_map(|lane| &lane.cards)
            .map(|card| card.text.as_str())
            .collect();
        assert_eq!(texts.len(), cards);
        assert_eq!(texts.iter().collect::<HashSet<_>>().len(), cards, "every text is different");
        for text in texts {
            assert!((10..=60).contains(&text.chars().count()), "{text}");
        }
        let is_step = |id: &Id| journey.steps().any(|(_, step)| step.id == *id);
        let emotions = journey.lanes.iter().find(|lane| lane.kind == LaneKind::Emotions).unwrap();
        assert_eq!(emotions.points.len(), 2 * steps, "{cards}");
        assert!(emotions.points.iter().all(|point| is_step(&point.step)), "{cards}");
        let last = journey.lanes.iter().filter_map(|lane| lane.cards.last()).next_back();
        assert!(last.is_none_or(|card| is_step(&card.step)), "{cards}");
    }
}

#[test]
fn the_same_map_comes_each_time_and_can_be_read() {
    let text = maps::json(&maps::map(500));
    assert_eq!(text, maps::json(&maps::map(500)));
    let file: serde_json::Value = serde_json::from_str(&text).unwrap();
    let project: Project = serde_json::from_value(file["project"].clone()).unwrap();
    assert_eq!(project, maps::map(500));
}
