//! How much of what pages say can be read from the back row, and how many of them end high up? Run with
//! `--nocapture` it prints the figures of each deck.

use super::{each_page, flat, is_letters};
use egui::Vec2;
use kundresa::model::PageKind;
use kundresa::scene::pages::{Page, SIZE};
use kundresa::scene::{Item, Tag};

/// 14 pt, where a page is 13.33 in wide: half a point is a page unit.
const READ: f32 = 28.0;
/// A page that ends above this part of its height has more air than words.
const FULL: f32 = 0.7;

/// Of a deck at most so many per cent are small: what stands at narrow ways, and roles beside names. And
/// of all pages this part may end high: those of few words, and the last one of a phase.
const SMALL_MAX: f32 = 3.5;
const SHORT_MAX: f32 = 0.09;

/// What a deck comes to.
#[derive(Default)]
struct DeckFigures {
    pages: usize,
    letters: usize,
    /// Letters smaller than [`READ`].
    small: usize,
    /// Which pages end above [`FULL`], with the part of their height where they do.
    short: Vec<String>,
    /// Where small letters are, by kind of page.
    kinds: Vec<(PageKind, usize)>,
}

impl DeckFigures {
    fn add(&mut self, kind: &PageKind, called: &str, page: &Page) {
        self.pages += 1;
        let (letters, small, bottom) = measured(page);
        self.letters += letters;
        self.small += small;
        if small > 0 {
            self.kinds.push((kind.clone(), small));
        }
        if bottom < FULL * SIZE.y {
            self.short.push(format!("{called} {:.0} %", bottom / SIZE.y * 100.0));
        }
    }
}

/// How many letters a page has, how many of them are small, and where it ends, in page units. Its number
/// counts as nothing it says.
fn measured(page: &Page) -> (usize, usize, f32) {
    let (mut letters, mut small, mut bottom) = (0, 0, 0.0f32);
    let own: Vec<Item> = (page.items.iter())
        .filter(|item| !matches!(item, Item::Group(group) if group.tag == Tag::Footer))
        .cloned()
        .collect();
    flat(&own, Vec2::ZERO, &mut |item, by| {
        let Item::Text { at, text, .. } = item else { return };
        for line in &text.lines {
            for run in line.runs.iter().filter(|run| is_letters(run.face) && run.width > 0.0) {
                let said = text.source.get(run.range.clone()).unwrap_or_default();
                let count = said.chars().filter(|c| !c.is_whitespace()).count();
                letters += count;
                small += if run.size < READ - 0.01 { count } else { 0 };
            }
            bottom = bottom.max(at.y + by.y + line.baseline);
        }
    });
    let map = page.map.as_ref().map_or(0.0, |map| map.window.bottom());
    (letters, small, bottom.max(map))
}

#[test]
fn pages_are_read_from_the_back_row_and_filled() {
    let mut decks: Vec<(String, DeckFigures)> = Vec::new();
    each_page(|called, planned, page, _| {
        let kind = &planned.page.kind;
        // A view is a map, with the texts a map has.
        if *kind == PageKind::View {
            return;
        }
        let (deck, place) = called.rsplit_once(", ").unwrap();
        if decks.last().is_none_or(|(last, _)| last != deck) {
            decks.push((deck.to_owned(), DeckFigures::default()));
        }
        decks.last_mut().unwrap().1.add(kind, place, page);
    });
    let mut all = DeckFigures::default();
    for (deck, found) in decks {
        let share = found.small as f32 / found.letters.max(1) as f32 * 100.0;
        println!("{deck}: {} pages, {share:.1} % small", found.pages);
        println!("    {} end high: {}", found.short.len(), found.short.join(", "));
        assert!(share <= SMALL_MAX, "{deck}: {share:.1} % of the letters are small");
        all.pages += found.pages;
        all.letters += found.letters;
        all.small += found.small;
        all.short.extend(found.short);
        all.kinds.extend(found.kinds);
    }
    all.kinds.sort_by_key(|(kind, _)| kind.as_str().to_owned());
    for kinds in all.kinds.chunk_by(|a, b| a.0 == b.0) {
        let small: usize = kinds.iter().map(|(_, small)| small).sum();
        println!("{}: {small} small letters on {} pages", kinds[0].0.as_str(), kinds.len());
    }
    let share = all.small as f32 / all.letters as f32 * 100.0;
    println!("All: {} pages, {share:.1} % small, {} end high", all.pages, all.short.len());
    let short = all.short.len() as f32 / all.pages as f32;
    assert!(short <= SHORT_MAX, "{} of {} pages end high", all.short.len(), all.pages);
}
