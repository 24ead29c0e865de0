//! A plan that is made by and by comes to the same as one that is made at once.

use super::*;
use std::time::Duration;

/// Planned at once, and the same in the shortest steps, as far as the first page.
fn both(project: &Arc<Project>, words: &Words) -> (Deck, Deck) {
    let journey = &project.journeys[0].id;
    let (mut whole, mut parts) = (Deck::new(), Deck::new());
    whole.plan(project, journey, words);
    assert!(parts.plan_for(project, journey, words, Duration::ZERO, |_| true));
    (whole, parts)
}

#[test]
fn the_first_page_is_there_at_once_and_the_rest_comes_behind_it() {
    let words = Words::new(Lang::Sv);
    for place in [DetailsPlace::Last, DetailsPlace::AfterPhase, DetailsPlace::Hidden] {
        let mut project = map(12, 30);
        project.journeys.edit(0).unwrap().details = Some(place);
        let project = Arc::new(project);
        let journey = &project.journeys[0].id;
        let (mut whole, mut parts) = both(&project, &words);
        assert!(!parts.is_whole() && parts.all().len() == 1);
        assert_eq!(parts.memo.measured, 0, "no details are measured for it");
        while !parts.is_whole() {
            let before = parts.all().to_vec();
            let is_new = |one: &super::super::Planned| !before.contains(one);
            parts.plan_for(&project, journey, &words, Duration::ZERO, is_new);
            assert_eq!(parts.all()[..before.len()], before, "what is planned keeps its place");
        }
        assert_eq!(whole.all(), parts.all());
        let count = whole.shown().len();
        for place in 0..count {
            assert_eq!(whole.page(place, &words), parts.page(place, &words), "{place}");
        }
        assert!(!parts.plan_for(&project, journey, &words, Duration::ZERO, |_| true));
    }
}

#[test]
fn a_page_does_not_say_of_how_many_it_is_before_that_is_known() {
    let words = Words::new(Lang::Sv);
    let project = Arc::new(map(12, 30));
    let (_, mut parts) = both(&project, &words);
    let footer = |deck: &mut Deck| {
        let page = deck.page(0, &words).unwrap();
        lines(&page).last().map(|(_, line)| line.clone()).unwrap()
    };
    assert_eq!(footer(&mut parts), "01");
    assert!(parts.finish());
    let of = format!("01 / {:02}", parts.shown().len());
    assert_eq!(footer(&mut parts), of);
}

#[test]
fn a_plan_goes_on_to_the_page_that_is_wanted_and_follows_changes_as_a_whole() {
    let words = Words::new(Lang::Sv);
    let project = Arc::new(map(12, 30));
    let journey = &project.journeys[0].id;
    let about = Some(project.journeys[0].phases[5].id.clone());
    let wanted = |one: &super::super::Planned| one.page.about == about;
    let mut deck = Deck::new();
    deck.plan_for(&project, journey, &words, Duration::ZERO, wanted);
    assert!(deck.shown().any(wanted) && !deck.is_whole());
    // Nobody is thrown back to the beginning by what somebody changes meanwhile.
    let mut other = Project::clone(&project);
    other.journeys.edit(0).unwrap().title = "Ny".into();
    let other = Arc::new(other);
    deck.plan_for(&other, journey, &words, Duration::ZERO, wanted);
    assert!(deck.shown().any(wanted) && !deck.is_whole());
    deck.finish();
    deck.plan_for(&project, journey, &words, Duration::ZERO, |_| true);
    assert!(deck.is_whole(), "a change costs what has changed");
}
