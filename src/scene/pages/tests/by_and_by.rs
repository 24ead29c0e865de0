//! A plan that is made by and by comes to the same as one that is made at once.

use super::*;
use crate::scene::pages::Planned;
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
            let is_new = |one: &Planned| !before.contains(one);
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
fn a_plan_goes_on_to_the_page_that_is_wanted() {
    let words = Words::new(Lang::Sv);
    let project = Arc::new(map(12, 30));
    let journey = &project.journeys[0].id;
    let about = Some(project.journeys[0].phases[5].id.clone());
    let here = |one: &Planned| one.page.about == about;
    let mut deck = Deck::new();
    deck.plan_for(&project, journey, &words, Duration::ZERO, here);
    assert!(deck.shown().any(here) && !deck.is_whole());
    // Nobody is thrown back to the beginning by what somebody changes meanwhile.
    let other = Arc::new(retitled(&project, "Ny"));
    deck.plan_for(&other, journey, &words, Duration::ZERO, here);
    assert!(deck.shown().any(here) && !deck.is_whole() && !deck.is_behind());
}

fn retitled(project: &Project, title: &str) -> Project {
    let mut other = project.clone();
    let map = other.journeys.edit(0).unwrap();
    map.title = title.into();
    let mut card = map.lanes[0].cards[0].as_ref().clone();
    card.text = title.into();
    map.lanes.edit(0).unwrap().cards[0] = Arc::new(card);
    other
}

#[test]
fn a_change_shows_at_once_where_one_looks_and_elsewhere_when_all_is_planned() {
    let words = Words::new(Lang::Sv);
    let project = Arc::new(map(12, 30));
    let journey = &project.journeys[0].id;
    let (mut deck, _) = both(&project, &words);
    let old = deck.all().to_vec();
    let title = |deck: &mut Deck| {
        let page = deck.page(0, &words).unwrap();
        lines(&page).iter().any(|(_, line)| line.contains("Ny resa"))
    };
    assert!(!title(&mut deck));
    let other = Arc::new(retitled(&project, "Ny resa"));
    let here = |one: &Planned| one.page.kind == PageKind::Title;
    assert!(deck.plan_for(&other, journey, &words, Duration::ZERO, here));
    assert!(deck.is_behind() && title(&mut deck));
    assert_eq!((deck.memo.measured, deck.all().len()), (0, old.len()));
    assert!(deck.finish() && !deck.is_behind() && title(&mut deck));
    let (mut whole, _) = both(&other, &words);
    assert_eq!(whole.all(), deck.all());
    let count = whole.shown().len();
    for place in 0..count {
        assert_eq!(whole.page(place, &words), deck.page(place, &words), "{place}");
    }
    // Another phase: there are other pages, and all are planned at once.
    let mut fewer = Project::clone(&other);
    fewer.journeys.edit(0).unwrap().phases.remove(11);
    deck.plan_for(&Arc::new(fewer), journey, &words, Duration::ZERO, here);
    assert!(deck.is_whole() && deck.shown().len() < count);
}
