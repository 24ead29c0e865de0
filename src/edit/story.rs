//! How do the pages of a presentation change, and what do they forget?
//!
//! The functions here take the pages as [`insight::story`](crate::insight::story) gives them and
//! give them back changed; [`kept`] says what of them [`Change::PutStory`](super::Change::PutStory)
//! is to keep.

use crate::insight::story;
use crate::model::{Id, Journey, Project, StoryPage};
use std::collections::HashSet;
use std::sync::Arc;

/// [`Change::PutStory`](super::Change::PutStory).
pub(super) fn put(journey: &mut Journey, puts: &[StoryPage]) {
    let old = &journey.story;
    let new = puts.iter().map(|put| {
        let same = old.iter().find(|page| ***page == *put);
        same.map_or_else(|| Arc::new(put.clone()), Arc::clone)
    });
    let new = new.collect();
    *journey.story = new;
}

/// What the file keeps, so that `pages` come back just so: as few as that takes. Where they stand
/// as the map has them, these are the ones something is chosen for, and a phase that is added later
/// finds its place by itself; in an order of their own they are kept all. What has been chosen for
/// pages that the map does not give now, such as the notes for a curve that is gone, stays.
pub fn kept(project: &Project, journey: &Journey, pages: &[StoryPage]) -> Vec<StoryPage> {
    // Whoever has a page that is hidden by itself may choose to show it.
    let given = story(project, &with_story(journey, &[]));
    let is_given = |page: &StoryPage| given.iter().find(|one| one.same_place(page));
    let chosen = pages.iter().filter(|page| match is_given(page) {
        Some(one) => **page != StoryPage { id: page.id.clone(), ..one.clone() },
        None => is_chosen(page),
    });
    let chosen: Vec<StoryPage> = chosen.cloned().collect();
    let again = story(project, &with_story(journey, &chosen));
    let same = |(a, b): (&StoryPage, &StoryPage)| {
        a.same_place(b) && *a == StoryPage { id: a.id.clone(), ..b.clone() }
    };
    let few = again.len() == pages.len() && again.iter().zip(pages).all(same);
    let mut kept = if few { chosen } else { pages.to_vec() };
    let seen = story(project, journey);
    let asleep = journey.story.iter().filter(|page| {
        !page.kind.is_added() && is_chosen(page) && !seen.iter().any(|one| one.same_place(page))
    });
    kept.extend(asleep.map(|page| StoryPage::clone(page)));
    kept
}

fn with_story(journey: &Journey, pages: &[StoryPage]) -> Journey {
    Journey { story: pages.iter().cloned().collect(), ..journey.clone() }
}

/// Has somebody chosen something for it?
fn is_chosen(page: &StoryPage) -> bool {
    let plain = StoryPage {
        id: page.id.clone(),
        kind: page.kind.clone(),
        about: page.about.clone(),
        ..StoryPage::default()
    };
    page.kind.is_added() || *page != plain
}

/// The page at `from` stands elsewhere; `to` counts the pages before it afterwards, and one too far
/// is the last place.
pub fn moved(pages: &[StoryPage], from: usize, to: usize) -> Vec<StoryPage> {
    let mut pages = pages.to_vec();
    if from < pages.len() {
        let page = pages.remove(from);
        pages.insert(to.min(pages.len()), page);
    }
    pages
}

/// The page at `at` has another title, other notes, is hidden or shown, as `change` does it.
pub fn changed(
    pages: &[StoryPage],
    at: usize,
    change: impl FnOnce(&mut StoryPage),
) -> Vec<StoryPage> {
    let mut pages = pages.to_vec();
    if let Some(page) = pages.get_mut(at) {
        change(page);
    }
    pages
}

/// One more page, with `at` pages before it.
pub fn added(pages: &[StoryPage], at: usize, page: StoryPage) -> Vec<StoryPage> {
    let mut pages = pages.to_vec();
    pages.insert(at.min(pages.len()), page);
    pages
}

/// Without the page at `at`, if somebody has added it: those the map gives can only be hidden.
pub fn removed(pages: &[StoryPage], at: usize) -> Vec<StoryPage> {
    let mut pages = pages.to_vec();
    if pages.get(at).is_some_and(|page| page.kind.is_added()) {
        pages.remove(at);
    }
    pages
}

/// The pages in the order of the map; each page that somebody has added stays behind the one it
/// stood behind. Titles, notes and what is hidden stay.
pub fn in_map_order(project: &Project, journey: &Journey, pages: &[StoryPage]) -> Vec<StoryPage> {
    let given = story(project, &with_story(journey, &[]));
    let is_given = |page: &StoryPage| given.iter().any(|one| one.same_place(page));
    // Added pages go with the last one before them that the map gives.
    let after = |page: Option<&StoryPage>| {
        let at = page.and_then(|page| pages.iter().position(|one| one.same_place(page)));
        let first = match (page, at) {
            (None, _) => 0,
            (Some(_), Some(at)) => at + 1,
            (Some(_), None) => pages.len(),
        };
        pages[first..].iter().take_while(|page| !is_given(page)).cloned()
    };
    let mut ordered: Vec<StoryPage> = after(None).collect();
    for page in &given {
        let chosen = pages.iter().find(|one| one.same_place(page)).unwrap_or(page);
        ordered.push(chosen.clone());
        ordered.extend(after(Some(page)));
    }
    ordered
}

/// Takes pages for which `gone` holds out of the story, and cards that are gone out of pages; a page
/// of cards goes with the last of them.
pub(super) fn forget(
    journey: &mut Journey,
    gone: impl Fn(&StoryPage) -> bool,
    cards: &HashSet<Id>,
) {
    let empty = |page: &StoryPage| {
        !page.cards.is_empty() && page.cards.iter().all(|card| cards.contains(card))
    };
    if journey.story.iter().any(|page| gone(page) || empty(page)) {
        journey.story.retain(|page| !gone(page) && !empty(page));
    }
    for index in 0..journey.story.len() {
        if journey.story[index].cards.iter().any(|card| cards.contains(card))
            && let Some(page) = journey.story.edit(index)
        {
            page.cards.retain(|card| !cards.contains(card));
        }
    }
}

/// Would [`forget`] change something?
pub(super) fn names(
    journey: &Journey,
    gone: impl Fn(&StoryPage) -> bool,
    cards: &HashSet<Id>,
) -> bool {
    journey
        .story
        .iter()
        .any(|page| gone(page) || page.cards.iter().any(|card| cards.contains(card)))
}

#[cfg(test)]
mod tests {
    use super::super::notation::{id, parse};
    use super::super::{Change, Edit, apply};
    use super::*;
    use crate::model::{CardRef, PageKind, Thing, View};

    /// Two phases; given: title, map, A, B.
    fn map() -> Project {
        let mut map = parse("A: a | B: b\nL: x | y").0;
        map.journeys.edit(0).unwrap().details = Some(crate::model::DetailsPlace::Hidden);
        map
    }

    fn pages(project: &Project) -> Vec<StoryPage> {
        story(project, &project.journeys[0])
    }

    fn names_of(pages: &[StoryPage]) -> String {
        let name = |page: &StoryPage| {
            let name = match (&page.kind, &page.about) {
                (kind, _) if kind.is_added() => page.id.to_string(),
                (_, Some(about)) => about.to_string(),
                (kind, None) => kind.as_str().to_owned(),
            };
            if page.hidden { format!("({name})") } else { name }
        };
        pages.iter().map(name).collect::<Vec<_>>().join(" ")
    }

    /// Makes it so in the project.
    fn put(project: &Project, pages: &[StoryPage]) -> Project {
        let kept = kept(project, &project.journeys[0], pages);
        made(project, Change::PutStory(kept))
    }

    fn made(project: &Project, change: Change) -> Project {
        apply(project, &Edit { journey: id("map"), change }).unwrap()
    }

    fn text(name: &str) -> StoryPage {
        StoryPage { id: id(name), kind: PageKind::Text, ..StoryPage::default() }
    }

    #[test]
    fn what_is_done_to_pages_comes_back_from_the_project() {
        let before = map();
        let all = pages(&before);
        assert_eq!(names_of(&all), "title map A B");
        let rows: [(Vec<StoryPage>, &str, usize); 8] = [
            (all.clone(), "title map A B", 0),
            (moved(&all, 3, 1), "title B map A", 4),
            (moved(&all, 0, 99), "map A B title", 4),
            (moved(&all, 99, 0), "title map A B", 0),
            (changed(&all, 2, |page| page.hidden = true), "title map (A) B", 1),
            (changed(&all, 1, |page| page.notes = "Say".into()), "title map A B", 1),
            (added(&all, 3, text("t")), "title map A t B", 5),
            (added(&all, 99, text("t")), "title map A B t", 1),
        ];
        for (wanted, expected, stored) in rows {
            let after = put(&before, &wanted);
            assert_eq!(names_of(&pages(&after)), expected);
            assert_eq!(pages(&after), wanted);
            assert_eq!(after.journeys[0].story.len(), stored, "{expected}");
        }
    }

    #[test]
    fn only_what_was_added_is_removed_and_the_order_is_put_back() {
        let before = map();
        let all = added(&pages(&before), 3, text("t"));
        assert_eq!(names_of(&removed(&all, 3)), "title map A B");
        assert_eq!(names_of(&removed(&all, 2)), "title map A t B");
        // `t` stands behind A, `first` before all, and both stay so.
        let mixed = moved(&all, 4, 0);
        let mixed = added(&changed(&mixed, 3, |page| page.hidden = true), 0, text("first"));
        assert_eq!(names_of(&mixed), "first B title map (A) t");
        let after = put(&before, &mixed);
        let journey = &after.journeys[0];
        let back = in_map_order(&after, journey, &pages(&after));
        assert_eq!(names_of(&back), "first title map (A) t B");
        assert_eq!(names_of(&pages(&put(&after, &back))), "first title map (A) t B");
    }

    #[test]
    fn a_new_phase_finds_its_place_and_notes_wait_for_their_page() {
        let before = map();
        let noted = changed(&pages(&before), 3, |page| page.notes = "Slowly".into());
        let after = put(&before, &noted);
        let phases = vec![crate::model::Phase { id: id("new"), ..Default::default() }];
        let after = made(&after, Change::AddPhases { at: 1, phases });
        assert_eq!(names_of(&pages(&after)), "title map A new B");
        // A page that is not given now keeps what was chosen for it.
        let mut asleep = Journey::clone(&after.journeys[0]);
        let curve = StoryPage { notes: "Up".into(), kind: PageKind::Curve, ..text("c") };
        asleep.story.push(curve.into());
        let kept = kept(&after, &asleep, &moved(&story(&after, &asleep), 0, 1));
        assert_eq!(names_of(&kept), "map title A new B curve");
    }

    #[test]
    fn a_page_that_is_hidden_by_itself_is_shown_where_somebody_chose_so() {
        let mut before = map();
        let who = |at: usize| id(&format!("w{at}"));
        let persona = |at: usize| crate::model::Persona {
            id: who(at),
            goals: "Much".into(),
            needs: "More".into(),
            ..Default::default()
        };
        before.personas = (0..5).map(persona).collect();
        before.journeys.edit(0).unwrap().personas = (0..5).map(who).collect();
        let all = pages(&before);
        assert_eq!(names_of(&all), "title map w0 w1 (w2) (w3) (w4) A B");
        assert_eq!(put(&before, &all).journeys[0].story.len(), 0, "nobody has chosen anything");
        let after = put(&before, &changed(&all, 4, |page| page.hidden = false));
        assert_eq!(names_of(&pages(&after)), "title map w0 w1 w2 (w3) (w4) A B");
        assert_eq!(after.journeys[0].story.len(), 1);
    }

    #[test]
    fn pages_forget_what_is_gone() {
        let mut before = map();
        let view = View { id: id("v"), title: "V".into(), ..View::default() };
        before = made(&before, Change::PutViews(vec![view]));
        let cards = |name: &str, cards: &[&str]| StoryPage {
            kind: PageKind::Cards,
            cards: cards.iter().map(|one| id(one)).collect(),
            ..text(name)
        };
        let of_view = StoryPage { kind: PageKind::View, about: Some(id("v")), ..text("the-view") };
        let mut all = changed(&pages(&before), 2, |page| page.notes = "Say".into());
        all.extend([cards("both", &["x", "y"]), cards("one", &["x"]), of_view]);
        let before = put(&before, &all);
        assert_eq!(names_of(&pages(&before)), "title map A B both one the-view");

        let x = Thing::Card(CardRef { lane: None, card: id("x") });
        let less = made(&before, Change::Remove(vec![x]));
        assert_eq!(names_of(&pages(&less)), "title map A B both the-view");
        let both = less.journeys[0].story.iter().find(|page| page.id == id("both"));
        assert_eq!(both.map(|page| page.cards.clone()), Some(vec![id("y")]));
        let less = made(&less, Change::Remove(vec![Thing::Lane(id("L"))]));
        assert_eq!(names_of(&pages(&less)), "title map A B the-view");
        let less = made(&less, Change::PutViews(Vec::new()));
        assert_eq!(names_of(&pages(&less)), "title map A B");
        let less = made(&less, Change::Remove(vec![Thing::Phase(id("A"))]));
        assert!(less.journeys[0].story.iter().all(|page| page.about != Some(id("A"))));
    }
}
