//! The pages of phases: what they say of the example, and that all of it is read from the back row.

use super::*;
use crate::scene::pages::Planned;

/// No text on the page of a phase or on its details is smaller, in page units.
const LEAST: f32 = 28.0;

fn example(lang: Lang) -> (Arc<Project>, Deck, Words) {
    let project = Arc::new(file::read(EXAMPLES[0]).unwrap().project);
    let (mut deck, words) = (Deck::new(), Words::new(lang));
    deck.plan(&project, &project.journeys[0].id, &words);
    (project, deck, words)
}

fn planned(deck: &Deck, kind: PageKind) -> Vec<Planned> {
    deck.all().iter().filter(|one| one.page.kind == kind).cloned().collect()
}

/// All that stands on the page at `at`.
fn page_says(deck: &mut Deck, words: &Words, at: usize) -> Vec<String> {
    let page = deck.any_page(at, words).unwrap();
    let mut all = Vec::new();
    walk(&page.items, Vec2::ZERO, &mut |_, text| all.push(text.source.to_string()));
    all
}

fn place(deck: &Deck, name: &str) -> usize {
    let is = |one: &Planned| one.page.kind == PageKind::Phase && one.name == name;
    deck.all().iter().position(is).unwrap()
}

#[test]
fn the_example_gets_the_titles_it_is_to_have() {
    let sv = [
        ("Upptäckt", "Resans största tapp: 260\u{a0}av\u{a0}420 går inte vidare till Övervägande"),
        ("Övervägande", "I Provkör är Anna nöjd, Elin missnöjd"),
        ("Beslut", "Den enda fasen där alla tre är missnöjda"),
        ("Köp", "Här har Elin resans sämsta stund"),
        ("Användning", "Här har Anna resans bästa stund"),
        ("Ambassadör", "Här är Elin som mest nöjd"),
    ];
    let en = [
        "The journey’s largest loss: 260\u{a0}of\u{a0}420 do not go on to Övervägande",
        "In Provkör Anna is happy, Elin unhappy",
        "The only phase where all three are unhappy",
        "Elin has the journey’s worst moment here",
        "Anna has the journey’s best moment here",
        "Elin is happiest here",
    ];
    let (_, deck, _) = example(Lang::Sv);
    let found: Vec<(String, String)> = planned(&deck, PageKind::Phase)
        .into_iter()
        .map(|one| (one.name.clone(), one.title.clone()))
        .collect();
    let expected = sv.map(|(name, title)| (name.to_owned(), title.to_owned()));
    assert_eq!(found, expected);
    let (_, deck, words) = example(Lang::En);
    let found = planned(&deck, PageKind::Phase);
    assert_eq!(found.iter().map(|one| one.title.as_str()).collect::<Vec<_>>(), en);
    assert_eq!(found[2].called(&words), "Beslut: The only phase where all three are unhappy");
}

#[test]
fn a_page_proves_its_sentence_and_leaves_the_rest_to_the_details() {
    let (_, mut deck, words) = example(Lang::Sv);
    let at = place(&deck, "Beslut");
    let said = page_says(&mut deck, &words, at);
    for wanted in [
        "Beslut",
        "fas 3 av 6\u{a0}· 2–6 veckor",
        "Anna −1,0",
        "Karim −1,2",
        "Elin −0,6",
        "”Elva sidor om er historia. Sen priset.”",
        "Anna, produktionschef",
        "Intervju 2 – produktionschef, Skövde",
        "36\u{a0}av\u{a0}62",
        "går inte vidare till Köp",
        "Nitton dagar till offert",
        "Prisindikation redan på demon",
        "Så känner Anna",
    ] {
        assert!(said.iter().any(|text| text == wanted), "{wanted} is not in {said:?}");
    }
    let all = said.join(" ");
    for unwanted in ["friktion", "röster", "E-post", "Säljaren ringer", "46 %"] {
        assert!(!all.contains(unwanted), "{unwanted} in {all}");
    }
}

#[test]
fn nothing_on_a_phase_or_its_details_is_too_small_for_the_back_row() {
    for bytes in EXAMPLES {
        let project = Arc::new(file::read(bytes).unwrap().project);
        let (mut deck, words) = (Deck::new(), Words::new(Lang::Sv));
        deck.plan(&project, &project.journeys[0].id, &words);
        for at in 0..deck.all().len() {
            if !matches!(deck.all()[at].page.kind, PageKind::Phase | PageKind::Details) {
                continue;
            }
            let page = deck.any_page(at, &words).unwrap();
            walk(&page.items, Vec2::ZERO, &mut |_, text| {
                for run in text.lines.iter().flat_map(|line| &line.runs) {
                    // Faces in portraits are pictures.
                    let letters = text.source.chars().any(char::is_alphanumeric);
                    assert!(!letters || run.size >= LEAST - 0.01, "{}: {}", run.size, text.source);
                }
            });
        }
    }
}

#[test]
fn a_title_somebody_has_written_stays_and_is_made_again_when_it_is_emptied() {
    let (project, mut deck, words) = example(Lang::Sv);
    let mut project = Project::clone(&project);
    let with = |project: &mut Project, title: &str| {
        let journey = project.journeys.edit(0).unwrap();
        let about = journey.phases[2].id.clone();
        journey.story = [StoryPage {
            id: id("own"),
            kind: PageKind::Phase,
            about: Some(about),
            title: title.into(),
            ..StoryPage::default()
        }]
        .into_iter()
        .collect();
        Arc::new(project.clone())
    };
    let written = with(&mut project, "Priset avgör.");
    deck.plan(&written, &written.journeys[0].id, &words);
    let at = place(&deck, "Beslut");
    assert_eq!(deck.all()[at].title, "Priset avgör.");
    assert!(page_says(&mut deck, &words, at).contains(&"Priset avgör.".to_owned()));
    let emptied = with(&mut project, "  ");
    deck.plan(&emptied, &emptied.journeys[0].id, &words);
    let at = place(&deck, "Beslut");
    assert_eq!(deck.all()[at].title, "Den enda fasen där alla tre är missnöjda");
}

#[test]
fn a_long_quote_goes_over_the_whole_width_without_a_figure() {
    let (project, mut deck, words) = example(Lang::Sv);
    let mut project = Project::clone(&project);
    let long = "Det här är en ganska lång mening om priset. ".repeat(9);
    let journey = project.journeys.edit(0).unwrap();
    let lane = journey.lanes.index_where(|lane| lane.kind == LaneKind::Emotions).unwrap();
    let lane = journey.lanes.edit(lane).unwrap();
    let said = lane.points.index_where(|point| point.quote.starts_with("Elva sidor")).unwrap();
    lane.points.edit(said).unwrap().quote = long.clone();
    let project = Arc::new(project);
    deck.plan(&project, &project.journeys[0].id, &words);
    check_pages("long quote", &mut deck, &words);
    let at = place(&deck, "Beslut");
    let said = page_says(&mut deck, &words, at).join("|");
    assert!(!said.contains("36\u{a0}av\u{a0}62"), "{said}");
    // Its first whole sentences, and all of it on the details.
    assert!(said.contains("om priset.”") && !said.contains(long.trim()), "{said}");
    let details = super::said(&mut deck, &words, |page| page.kind == PageKind::Details);
    assert!(details.contains(&tight(long.trim())));
}
