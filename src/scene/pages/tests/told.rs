//! What pages say of a map is what the map says, alike on all of them, and can be read.

use super::*;
use crate::scene::pages::Planned;

/// A page with its texts.
struct Read {
    planned: Planned,
    texts: Vec<Arc<Text>>,
}

impl Read {
    fn says(&self, what: &str) -> bool {
        self.texts.iter().any(|text| tight(&text.source).contains(&tight(what)))
    }
}

/// The pages of the first journey of a file.
fn read(path: &str, lang: Lang) -> (Arc<Project>, Vec<Read>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets").join(path);
    let project = Arc::new(file::load(&path).unwrap().project);
    let (mut deck, words) = (Deck::new(), Words::new(lang));
    deck.plan(&project, &project.journeys[0].id, &words);
    let pages = (0..deck.all().len()).map(|at| {
        let (planned, page) = (deck.all()[at].clone(), deck.any_page(at, &words).unwrap());
        let mut texts = Vec::new();
        walk(&page.items, Vec2::ZERO, &mut |_, text| texts.push(text.clone()));
        Read { planned, texts }
    });
    let pages = pages.collect();
    (project, pages)
}

fn template(name: &str, lang: Lang) -> (Arc<Project>, Vec<Read>) {
    let folder = if lang == Lang::Sv { "sv" } else { "en" };
    read(&format!("templates/{folder}/{name}.kundresa"), lang)
}

fn of(pages: &[Read], kind: PageKind) -> Vec<&Read> {
    pages.iter().filter(|one| one.planned.page.kind == kind).collect()
}

const TEMPLATES: [&str; 5] = [
    "six-phases",
    "sales-process",
    "need-to-after-purchase",
    "before-during-after",
    "day-in-the-life",
];

#[test]
fn the_largest_loss_is_that_of_the_map() {
    // Counted by hand: who came into the phase, less who went on.
    let rows = [
        ("six-phases", 0, "9 600 av 12 000", "9,600 of 12,000"),
        ("sales-process", 0, "4 380 av 5 000", "4,380 of 5,000"),
        ("need-to-after-purchase", 0, "6 800 av 12 000", "6,800 of 12,000"),
        ("before-during-after", 0, "34 800 av 40 000", "34,800 of 40,000"),
    ];
    for (name, place, swedish, english) in rows {
        for (lang, loss) in [(Lang::Sv, swedish), (Lang::En, english)] {
            let (project, pages) = template(name, lang);
            let phase = &project.journeys[0].phases[place].title;
            let page = of(&pages, PageKind::Movement)[0];
            let said = match lang {
                Lang::Sv => format!("Resans största tapp är i {phase}: {loss} går inte vidare"),
                Lang::En => format!("largest loss is in {phase}: {loss} do not go on"),
            };
            assert!(page.says(&said), "{name}: {said}");
            let pill = if lang == Lang::Sv { "Störst tapp: " } else { "Largest loss: " };
            // In a narrow column the figure stands alone.
            let stands = [format!("{pill}{loss}"), loss.to_owned()].map(|text| tight(&text));
            let pills = page.texts.iter().filter(|text| stands.contains(&tight(&text.source)));
            assert_eq!(pills.count(), 1, "{name}: no pill with {loss}");
            let tower = page
                .texts
                .iter()
                .find(|text| text.source.starts_with(pill) && text.lines.len() > 2);
            assert!(tower.is_none(), "{name}: {tower:?}");
        }
    }
}

#[test]
fn the_head_of_a_phase_adds_up() {
    let (_, pages) = read("examples/forpackningsmaskin.kundresa", Lang::Sv);
    let heads = [
        "160 av 420 går vidare · 34 hoppar framåt · 226 av 420 okänt vart",
        "62 av 160 går vidare · 27 går tillbaka · 71 av 160 okänt vart",
        "26 av 62 går vidare · 7 går tillbaka · 29 lämnar",
        "24 av 26 går vidare · 2 av 26 okänt vart",
        "22 av 24 går vidare · 2 av 24 okänt vart",
        "22 in · 32 % Ställer upp som referens",
    ];
    let details = of(&pages, PageKind::Details);
    for head in heads {
        assert!(details.iter().any(|page| page.says(head)), "{head}");
    }
}

#[test]
fn a_page_of_one_persona_tells_that_ones_average_and_cards_are_told_once() {
    let (_, pages) = template("need-to-after-purchase", Lang::Sv);
    let pages = of(&pages, PageKind::Compare);
    assert_eq!(pages.len(), 2);
    assert!(pages[0].says("Kort:") && pages[0].says("kurvan +1,2"));
    assert!(!pages[1].says("Kort:") && pages[1].says("Kurvan: +0,5"));
}

#[test]
fn a_long_word_is_smaller_rather_than_broken() {
    let (_, pages) = read("examples/forpackningsmaskin.kundresa", Lang::Sv);
    let pages = of(&pages, PageKind::Details);
    let word = "Underhållsplaneringssystemet";
    let text = pages.iter().flat_map(|page| &page.texts).find(|text| text.source.contains(word));
    let text = text.unwrap();
    let line = &text.lines[0];
    assert!(text.source[line.range.clone()].contains(word), "{line:?}");
}

#[test]
fn the_best_moment_is_told_with_what_was_said() {
    let (_, pages) = read("examples/forpackningsmaskin.kundresa", Lang::Sv);
    let page = of(&pages, PageKind::Curve)[0];
    // Anna's +1.8 and Elin's −1.9; Anna's own worst is −1.7.
    let moments = ["Bästa stunden: Anna", "Jag åt lunch sittande", "Sämsta stunden: Elin"];
    for said in moments.into_iter().chain(["Porten är 2,40"]) {
        assert!(page.says(said), "{said}");
    }
}

#[test]
fn a_strip_names_a_phase_that_is_narrower_than_its_name() {
    let (_, pages) = template("six-phases", Lang::Sv);
    for page in of(&pages, PageKind::Phase).iter().filter(|page| page.planned.part == 0) {
        assert!(page.says("Uppmärksamhet"), "{}", page.planned.title);
    }
}

#[test]
fn pages_that_go_on_say_which_they_are_in_the_same_words() {
    let mut several = 0;
    for name in TEMPLATES {
        let (_, pages) = template(name, Lang::Sv);
        for page in pages {
            let Planned { part, parts, page: of, .. } = &page.planned;
            let of_map = matches!(of.kind, PageKind::Map | PageKind::View | PageKind::Title);
            if *parts > 1 && !of_map {
                let said = format!("Del {} av {parts}", part + 1);
                assert!(page.says(&said), "{name}, {:?}: {said}", of.kind);
                several += 1;
            }
        }
    }
    assert!(several > 10, "{several}");
}

#[test]
fn a_loss_is_told_with_its_whole() {
    for name in TEMPLATES {
        let (_, pages) = template(name, Lang::Sv);
        for page in of(&pages, PageKind::Movement) {
            for text in &page.texts {
                assert!(!text.source.starts_with('−'), "{name}: {}", text.source);
            }
        }
    }
}

#[test]
fn a_day_that_has_passed_is_said_to_have() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/examples");
    let mut project = file::load(&path.join("forpackningsmaskin.kundresa")).unwrap().project;
    for at in 0..project.opportunities.len() {
        let one = project.opportunities.edit(at).unwrap();
        let planned = one.status == Some(crate::model::Status::Planned);
        one.due = if planned { "2026-05-29" } else { "" }.into();
    }
    for at in 0..project.tasks.len() {
        project.tasks.edit(at).unwrap().due = "2026-06-12".into();
    }
    let (project, words) = (Arc::new(project), Words::new(Lang::Sv));
    let rows = [
        (None, "29 maj", false),
        (Some("2026-05-29"), "29 maj", false),
        (Some("2026-11-30"), "29 maj", true),
        (Some("2027-01-02"), "29 maj 2026", true),
        (Some("2025-12-01"), "29 maj 2026", false),
    ];
    for (today, day, has_passed) in rows {
        let mut deck = Deck::new();
        deck.today = today.map(|today| today.parse().unwrap());
        deck.plan(&project, &project.journeys[0].id, &words);
        let ask = |one: &Planned| one.page.kind == PageKind::Ask;
        let at = deck.all().iter().position(ask).unwrap();
        let page = deck.any_page(at, &words).unwrap();
        let mut said = Vec::new();
        walk(&page.items, Vec2::ZERO, &mut |_, text| said.push(text.source.to_string()));
        assert!(said.iter().any(|one| one == day), "{today:?}: {said:?}");
        for word in ["· passerat", "försenad"] {
            assert_eq!(said.iter().any(|one| one == word), has_passed, "{today:?}: {said:?}");
        }
        // What stands at the right reaches no title.
        for item in &page.items {
            let Item::Group(group) = item else { continue };
            let mut texts: Vec<Rect> = Vec::new();
            walk(&group.items, Vec2::ZERO, &mut |at, text| {
                texts.push(Rect::from_min_size(at, text.size));
            });
            for (place, rect) in texts.iter().enumerate() {
                let mut others = texts.iter().skip(place + 1);
                assert!(others.all(|other| !rect.shrink(2.0).intersects(other.shrink(2.0))));
            }
        }
    }
}

#[test]
fn a_phase_that_a_title_names_has_its_colour_and_no_letter_beside_it() {
    // The figure has spaces of more than one byte.
    for (name, at) in [("hybrid", 1), ("six-phases", 1), ("shoes", 0)] {
        let (project, pages) = match name {
            "shoes" => read("examples/shoes.kundresa", Lang::Sv),
            template => self::template(template, Lang::Sv),
        };
        let named = &project.journeys[0].phases[at + 1].title;
        let page = of(&pages, PageKind::Phase)[at];
        let title = page.texts.iter().find(|text| *text.source == *page.planned.title).unwrap();
        let inked = |(at, c): (usize, char)| title.own_paint(at).map(|_| c);
        let inked: String = title.source.char_indices().filter_map(inked).collect();
        assert_eq!(inked, *named, "{name}: {}", title.source);
    }
}

#[test]
fn a_title_without_a_line_of_proof_takes_the_room_of_that_line() {
    let words = Words::new(Lang::Sv);
    let path = "assets/templates/sv/six-phases.kundresa";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let project = Arc::new(file::load(&path).unwrap().project);
    let mut deck = Deck::new();
    deck.plan(&project, &project.journeys[0].id, &words);
    let phases: Vec<usize> =
        (0..deck.all().len()).filter(|at| deck.all()[*at].page.kind == PageKind::Phase).collect();
    // How many lines the title has, and the base of the figure.
    let mut of = |figure: &str, at: usize| {
        let (title, page) = (deck.all()[at].title.clone(), deck.any_page(at, &words).unwrap());
        let (mut lines, mut base) = (0, 0.0);
        walk(&page.items, Vec2::ZERO, &mut |at, text| {
            if *text.source == *title {
                lines = text.lines.len();
            } else if tight(&text.source) == tight(figure) {
                base = at.y + text.lines[0].baseline;
            }
        });
        (lines, base)
    };
    assert_eq!(of("9 600 av 12 000", phases[0]), (2, 432.0));
    assert_eq!(of("2 090 av 2 400", phases[1]), (1, 432.0));
}
