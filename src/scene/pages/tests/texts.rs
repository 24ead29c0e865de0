//! Pages that somebody writes: the less they say the larger, with points, a figure, a picture.

use super::*;

/// A PNG of one dot.
const DOT: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/// A deck of a page of text, and where that stands in it.
fn deck_of(page: StoryPage) -> (Deck, Words, Vec<usize>) {
    let page = StoryPage { id: id("page"), kind: PageKind::Text, ..page };
    let journey = Journey { id: id("map"), story: List::from_iter([page]), ..Journey::default() };
    let image =
        Image { id: id("dot"), data: DOT.into(), title: "A dot".into(), ..Image::default() };
    let project = Project {
        journeys: List::from_iter([journey]),
        images: List::from_iter([image]),
        ..Project::default()
    };
    let words = Words::new(Lang::En);
    let mut deck = Deck::new();
    let project = Arc::new(project);
    deck.plan(&project, &id("map"), &words);
    check_pages("a page of text", &mut deck, &words);
    let places = deck.all().iter().enumerate();
    let places = places.filter(|(_, one)| one.page.kind == PageKind::Text).map(|(at, _)| at);
    let places = places.collect();
    (deck, words, places)
}

/// How large what contains this is written on the first page of text.
fn size(page: StoryPage, said: &str) -> f32 {
    let (mut deck, words, places) = deck_of(page);
    let page = deck.any_page(places[0], &words).unwrap();
    let mut size = 0.0;
    walk(&page.items, Vec2::ZERO, &mut |_, text| {
        if text.source.contains(said) {
            size = text.lines[0].runs.iter().map(|run| run.size).fold(0.0, f32::max);
        }
    });
    size
}

#[test]
fn the_less_a_page_says_the_larger_it_says_it() {
    let text = |count: usize| StoryPage {
        title: "Why".into(),
        text: "They wait for an answer. ".repeat(count),
        ..StoryPage::default()
    };
    let sizes: Vec<f32> = [1, 14, 40, 200].map(|count| size(text(count), "They wait")).into();
    assert_eq!(sizes, [72.0, 48.0, 36.0, 36.0]);
    let (_, _, places) = deck_of(text(200));
    assert!(places.len() > 1, "all of it is there");
}

#[test]
fn lines_that_begin_with_a_dash_are_points() {
    let text = "We saw:\n- They wait\n– They ask again\n-1 is a number\n- ";
    let page = StoryPage { title: "Why".into(), text: text.into(), ..StoryPage::default() };
    let (mut deck, words, places) = deck_of(page);
    let page = deck.any_page(places[0], &words).unwrap();
    let mut said: Vec<(f32, String)> = Vec::new();
    walk(&page.items, Vec2::ZERO, &mut |at, text| said.push((at.x, text.source.to_string())));
    let at = |what: &str| said.iter().find(|(_, said)| said == what).map(|(x, _)| *x);
    let (first, second) = (at("They wait").unwrap(), at("They ask again").unwrap());
    assert_eq!(first, second);
    assert!(at("We saw:").unwrap() < first, "points are indented");
    let rest = at("-1 is a number\n- ").or(at("-1 is a number\n-"));
    assert!(rest.unwrap() < first, "neither a number nor an empty line is a point: {said:?}");
}

#[test]
fn a_figure_is_the_largest_on_its_page_and_a_picture_stands_beside_the_text() {
    let page = StoryPage {
        title: "Waiting".into(),
        text: "do not go on".into(),
        figure: "260 of 420".into(),
        image: Some(id("dot")),
        ..StoryPage::default()
    };
    let figure = size(page.clone(), "260 of 420");
    assert!(figure > size(page.clone(), "Waiting"), "{figure}");
    let (mut deck, words, places) = deck_of(page);
    let page = deck.any_page(places[0], &words).unwrap();
    let pictures: Vec<Rect> = page
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Group(group) if group.title == "A dot" => Some(group.bounds),
            _ => None,
        })
        .collect();
    let [picture] = pictures[..] else { panic!("one picture: {pictures:?}") };
    let letters = lines(&page).into_iter().filter(|(_, said)| said.contains("go on"));
    for (line, _) in letters {
        assert!(!line.intersects(picture), "{line} {picture}");
    }
    assert!(Rect::from_min_size(Pos2::ZERO, SIZE).contains_rect(picture));
    // A figure as long as a sentence is smaller, never cut.
    let long =
        StoryPage { figure: "a very long figure that is none".into(), ..StoryPage::default() };
    let long = StoryPage { title: "Waiting".into(), image: Some(id("gone")), ..long };
    assert!(size(long, "that is none") >= 76.0);
}
