//! Pages of details: where they stand, which are joined, and what they are called.

use super::*;
use crate::scene::pages::Planned;

/// Planned with the details in this place; with each page its kind and what it is called.
fn plan(project: &Project, place: Option<DetailsPlace>) -> (Deck, Vec<(PageKind, String)>) {
    let mut project = project.clone();
    project.journeys.edit(0).unwrap().details = place;
    let project = Arc::new(project);
    let (mut deck, words) = (Deck::new(), Words::new(Lang::Sv));
    deck.plan(&project, &project.journeys[0].id, &words);
    let called = |one: &Planned| (one.page.kind.clone(), one.called(&words));
    let all = deck.all().iter().map(called).collect();
    (deck, all)
}

#[test]
fn they_stand_last_after_their_phase_or_nowhere() {
    let project = map(3, 6);
    let (_, last) = plan(&project, None);
    let kinds: Vec<&PageKind> = last.iter().map(|(kind, _)| kind).collect();
    use PageKind::{Details, Map, Phase, Title};
    assert_eq!(kinds[..5], [&Title, &Map, &Phase, &Phase, &Phase]);
    assert!(kinds.len() > 5 && kinds[5..].iter().all(|kind| **kind == Details), "{kinds:?}");
    assert_eq!(last, plan(&project, Some(DetailsPlace::Last)).1);
    // What a later version says is last, too.
    assert_eq!(last, plan(&project, Some(DetailsPlace::from("beside"))).1);

    let (_, hidden) = plan(&project, Some(DetailsPlace::Hidden));
    assert_eq!(hidden, last[..5]);

    let (_, after) = plan(&project, Some(DetailsPlace::AfterPhase));
    let called: Vec<&str> = after.iter().map(|(_, called)| called.as_str()).collect();
    assert!(after.iter().all(|(kind, _)| *kind != Details));
    let first = called.iter().position(|one| one.starts_with("Detaljer")).unwrap();
    let second = called.iter().position(|one| *one == "Fas nummer 2").unwrap();
    assert!(first < second, "{called:?}");
    assert_eq!(after.len(), last.len(), "as many pages wherever they stand");
}

#[test]
fn phases_of_little_share_pages_and_name_them() {
    let (mut deck, small) = plan(&map(4, 1), None);
    let details = |all: &[(PageKind, String)]| -> Vec<String> {
        let all = all.iter().filter(|(kind, _)| *kind == PageKind::Details);
        all.map(|(_, called)| called.clone()).collect()
    };
    assert_eq!(
        details(&small),
        [
            "Detaljer: Fas nummer 0, Fas nummer 1 och Fas nummer 2".to_owned(),
            "Detaljer: Fas nummer 3".to_owned()
        ]
    );
    let words = Words::new(Lang::Sv);
    let said = said(&mut deck, &words, |page| page.kind == PageKind::Details);
    // Over the page, and over its own part of it.
    assert_eq!(said.matches("Fasnummer1").count(), 2, "{said}");
    check("joined", &Arc::new(map(4, 1)));
    let (_, full) = plan(&map(2, 7), None);
    let full = details(&full);
    assert_eq!(full, ["Detaljer: Fas nummer 0", "Detaljer: Fas nummer 1"]);
}

#[test]
fn a_phase_that_is_hidden_has_no_details_among_the_last() {
    let mut project = map(2, 7);
    let journey = project.journeys.edit(0).unwrap();
    journey.story = [StoryPage {
        id: id("own"),
        kind: PageKind::Phase,
        about: Some(id("p0")),
        hidden: true,
        ..StoryPage::default()
    }]
    .into_iter()
    .collect();
    let (_, last) = plan(&project, None);
    let called: Vec<&str> = last.iter().map(|(_, called)| called.as_str()).collect();
    assert!(!called.contains(&"Detaljer: Fas nummer 0"), "{called:?}");
    assert!(called.contains(&"Detaljer: Fas nummer 1"), "{called:?}");
    // Right after it they are hidden with it.
    let (deck, _) = plan(&project, Some(DetailsPlace::AfterPhase));
    let shown: Vec<&Planned> = deck.shown().collect();
    assert!(shown.iter().all(|one| one.page.about != Some(id("p0"))));
    assert!(deck.all().len() > shown.len() + 1);
}
