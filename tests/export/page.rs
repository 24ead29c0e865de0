//! Is a web page whole, and can no text of a map break out of it?

use super::{bytes, example, hard};
use kundresa::export::{Format, Options};
use kundresa::model::{Id, Project};
use kundresa::scene::ThemeKind;
use std::collections::HashSet;
use std::sync::Arc;

/// Texts that would do something in a page if they were not texts.
const HOSTILE: [&str; 12] = [
    "</script><script>alert(1)</script>",
    "</style><style>*{display:none}</style>",
    "</noscript></svg></title></summary></textarea>",
    "<!-- <script>",
    "--> ]]> <![CDATA[",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "\u{2028}alert(1)\u{2029}",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "&lt;b&gt; &amp; &#60;",
    "javascript:alert(1)",
    "<use href=\"https://example.org/#a\"/>",
];

/// The elements that a page may have.
const ELEMENTS: [&str; 37] = [
    "a", "article", "aside", "body", "button", "dd", "defs", "details", "div", "dl", "dt",
    "footer", "g", "h2", "h3", "h4", "head", "header", "html", "li", "main", "meta", "nav",
    "noscript", "path", "rect", "script", "section", "style", "summary", "svg", "title", "ul",
    "use", "!doctype", "p", "span",
];

pub(crate) fn page(project: &Arc<Project>, options: &Options) -> String {
    String::from_utf8(bytes(project, Format::Html, options).unwrap()).unwrap()
}

/// What stands in the page, without its script and its style.
fn without_code(page: &str) -> String {
    let mut rest = page.to_owned();
    for (begin, end) in [("<style>", "</style>"), ("<script>", "</script>")] {
        let (from, to) = (rest.find(begin).unwrap(), rest.find(end).unwrap());
        rest.replace_range(from + begin.len()..to, "");
    }
    rest
}

/// As a text stands in a page.
fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.replace('"', "&quot;").replace('\n', "&#10;")
}

/// The part with the maps, which is sound XML too.
fn maps(page: &str) -> String {
    let (from, to) = (page.find("<main").unwrap(), page.rfind("</main>").unwrap());
    let inside = page[from..to].split_once('>').unwrap().1;
    format!("<main xmlns:xlink=\"http://www.w3.org/1999/xlink\">{inside}</main>")
}

fn hostile() -> Project {
    let mut texts = HOSTILE.to_vec();
    texts.extend(hard::BUNDLED);
    let mut project = hard::map(&texts);
    project.title = HOSTILE[0].into();
    project.language = Some("\"><script>alert(1)</script>".into());
    let journey = Arc::make_mut(&mut project.journeys[0]);
    for lane in 0..journey.lanes.len() {
        let lane = Arc::make_mut(&mut journey.lanes[lane]);
        for (place, card) in lane.cards.iter_mut().enumerate() {
            let card = Arc::make_mut(card);
            let text = |more: usize| HOSTILE[(place + more) % HOSTILE.len()].to_owned();
            card.id = Id::new(&format!("{}{place}", text(0)));
            (card.note, card.owner, card.link) = (text(1), text(2), text(3));
            card.tags = vec![text(4)];
            card.sources = vec![Id::new(&text(5))];
            card.opportunity = Some(Id::new(&text(6)));
        }
    }
    project
}

#[test]
fn no_text_breaks_out_of_a_page() {
    let page = page(&Arc::new(hostile()), &Options::default());
    assert_eq!(page.matches("<script").count(), 1);
    assert_eq!(page.matches("</script").count(), 1);
    assert_eq!(page.matches("<style").count(), 1);
    let rest = without_code(&page);
    assert!(!rest.contains("<!--"));
    for tag in rest.split('<').skip(1) {
        let (inside, _) = tag.split_once('>').unwrap();
        let inside = inside.trim_start_matches('/');
        let name = inside.split([' ', '/']).next().unwrap();
        assert!(ELEMENTS.contains(&name), "<{inside}>");
        // What stands between quotes is text; between those, no handler of an event does.
        let outside: String = inside.split('"').step_by(2).collect();
        let handler = outside.split_whitespace().any(|name| name.starts_with("on"));
        assert!(!handler && !outside.contains("style="), "<{inside}>");
    }
    let maps = maps(&page);
    let document = roxmltree::Document::parse(&maps).unwrap();
    let links = document.descendants().filter_map(|node| node.attribute("href"));
    for link in links {
        assert!(link.starts_with('#') || link.starts_with("http"), "{link}");
    }
    for text in HOSTILE.iter().filter(|text| !text.contains('\u{2028}')) {
        assert!(maps.contains(&escaped(text)), "{text} is there to be read");
    }
}

#[test]
fn nothing_is_loaded_and_only_the_pages_own_code_may_run() {
    let page = page(&example("shoes"), &Options::default());
    // Pictures lie in the page, and are clipped by boxes that do.
    let rest = without_code(&page).replace("clip-path=\"url(#", "");
    for word in [" src=", "@import", "url(", "<link", "<base", "<img"] {
        assert!(!rest.contains(word), "{word}");
    }
    let mut pictures = rest.split("xlink:href=\"").skip(1);
    assert!(pictures.all(|at| at.starts_with("data:image/") || at.starts_with('#')));
    let policy = rest.split_once("Content-Security-Policy\" content=\"").unwrap().1;
    let policy = policy.split_once('"').unwrap().0;
    assert!(policy.starts_with("default-src 'none'; script-src 'sha256-"), "{policy}");
    assert!(!policy.contains("unsafe") && !policy.contains("http"), "{policy}");
}

#[test]
fn every_card_and_feeling_can_be_opened_and_says_all_it_holds() {
    for name in super::EXAMPLES {
        let project = example(name);
        let page = page(&project, &Options::default());
        let lanes = project.journeys.iter().flat_map(|journey| &journey.lanes);
        for lane in lanes.filter(|lane| !lane.hidden) {
            for card in &lane.cards {
                let tags = card.tags.join(" · ");
                for text in [&card.text, &card.note, &card.owner, &tags] {
                    assert!(page.contains(&escaped(text)), "{name}: {text}");
                }
            }
            for point in &lane.points {
                assert!(page.contains(&escaped(&point.quote)), "{name}: {}", point.quote);
            }
        }
        let used = |source: &Id| {
            let mut cards = project.journeys.iter().flat_map(|j| &j.lanes).flat_map(|l| &l.cards);
            cards.any(|card| card.sources.contains(source))
        };
        for source in project.sources.iter().filter(|source| used(&source.id)) {
            assert!(page.contains(&escaped(&source.title)), "{name}: {}", source.title);
        }
        let maps = maps(&page);
        let document = roxmltree::Document::parse(&maps).unwrap();
        let ids: HashSet<_> = document.descendants().filter_map(|n| n.attribute("id")).collect();
        let mut buttons = 0;
        for node in document.descendants().filter(|n| n.attribute("role") == Some("button")) {
            let id = node.attribute("id").unwrap();
            assert!(ids.contains(id.replacen('m', "d", 1).as_str()), "{name}: {id}");
            assert_eq!(node.attribute("tabindex"), Some("0"));
            buttons += 1;
        }
        let all = document
            .descendants()
            .filter(|n| matches!(n.attribute("class"), Some("card" | "point")));
        assert_eq!(all.count(), buttons, "{name}");
    }
}

#[test]
fn journeys_with_equal_ids_do_not_mix() {
    let mut project = Project::clone(&example("shoes"));
    let mut other = project.journeys[0].as_ref().clone();
    other.id = Id::new("another");
    other.title = "Another".into();
    project.journeys.push(Arc::new(other));
    let page = page(&Arc::new(project), &Options::default());
    let maps = maps(&page);
    let document = roxmltree::Document::parse(&maps).unwrap();
    let mut ids = HashSet::new();
    for id in document.descendants().filter_map(|node| node.attribute("id")) {
        assert!(ids.insert(id), "{id} stands twice");
    }
    let journeys = document.root_element().children().filter(|n| n.is_element());
    let [first, second] = [0, 1].map(|place| journeys.clone().nth(place).unwrap());
    let count = |node: roxmltree::Node| {
        node.descendants().filter(|n| n.attribute("role") == Some("button")).count()
    };
    assert!(count(first) > 80);
    assert_eq!(count(first), count(second));
    assert!(page.contains("<a href=\"#j2\" dir=\"auto\">Another</a>"));
}

#[test]
fn what_is_hidden_on_the_map_is_not_in_the_page() {
    let mut project = Project::clone(&example("shoes"));
    let journey = Arc::make_mut(&mut project.journeys[0]);
    let lane = Arc::make_mut(&mut journey.lanes[0]);
    lane.hidden = true;
    let secret = escaped(&lane.cards[0].text);
    assert!(page(&example("shoes"), &Options::default()).contains(&secret));
    assert!(!page(&Arc::new(project), &Options::default()).contains(&secret));
}

#[test]
fn a_page_is_in_the_language_and_the_colours_of_its_map() {
    let project = example("forpackningsmaskin");
    let light = page(&project, &Options::default());
    assert!(light.contains("<html lang=\"sv\">") && light.contains("Hela kartan"));
    assert!(light.contains("color-scheme: light") && light.contains("href=\"#j2\""));
    let options = Options {
        theme: ThemeKind::Dark,
        lang: Some(kundresa::words::Lang::En),
        journey: Some("2".into()),
        ..Options::default()
    };
    let dark = page(&project, &options);
    assert!(dark.contains("<html lang=\"en\">") && dark.contains("Whole map"));
    assert!(dark.contains("<main lang=\"sv\">"));
    assert!(dark.contains("color-scheme: dark") && !dark.contains("href=\"#j2\""));
}

#[test]
fn a_feeling_says_whose_it_is() {
    let project = example("forpackningsmaskin");
    let page = page(&project, &Options::default());
    let mut said = 0;
    let lanes = project.journeys.iter().flat_map(|journey| &journey.lanes);
    for lane in lanes.filter(|lane| !lane.hidden && !lane.collapsed) {
        for point in &lane.points {
            let whose = point.persona.as_ref().or(lane.persona.as_ref());
            let Some((_, whose)) = whose.and_then(|id| project.persona(id)) else { continue };
            let begins = format!("<summary dir=\"auto\">{} · ", escaped(&whose.name));
            let quote = format!(" · {}</summary>", escaped(&point.quote));
            let mut summaries = page.split(&begins).skip(1);
            assert!(point.quote.is_empty() || summaries.any(|one| one.contains(&quote)), "{quote}");
            said += 1;
        }
    }
    assert!(said > 10, "{said}");
}
