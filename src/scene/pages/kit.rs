//! What all pages share: the sizes of their texts, the heading, faces, and the number at the foot.

use super::context::PageContext;
use super::fitted::on_base;
use super::sizes::{FOOT, HEADING, LOWER, LOWEST, MARGIN, NUMBER, OVER, OVER_GAP, TITLE_MAX, TOP};
use super::{Planned, SIZE, chart_titles, phase_title};
use crate::insight::{
    agreement_title, asked_title, curve_title, learned_title, map_title, movement_title,
    persona_title,
};
use crate::model::{
    PageKind, StoryPage, TextOf, Thing, face_of, on_one_line, plain_text, words_of,
};
use crate::scene::draw::pen::{Style, circle, emoji_at, text_at};
use crate::scene::map::quotes::shortened;
use crate::scene::{Drawing, Face, Group, Item, Paint, Role, Tag, Text, TextSpot};
use crate::words::{Named, persona_name, titled};
use egui::{Pos2, Rect, Vec2, pos2, vec2};
use std::sync::Arc;

/// What a page is about says this much.
const NAME_MAX: usize = 80;

/// What a page is called: what somebody has written, or what the map says.
pub(super) fn heading_of(desk: &mut PageContext<'_>, page: &StoryPage) -> String {
    if !page.title.trim().is_empty() {
        return page.title.clone();
    }
    let words = desk.pen.words;
    let journey = desk.journey;
    let about = page.about.as_ref();
    let found = match page.kind {
        PageKind::Title => Some(journey.title.clone()),
        PageKind::Phase => {
            let title = phase_title::place_of(desk, page)
                .and_then(|place| phase_title::title_of(desk, place));
            title.map(|title| title.sentence.text.clone())
        }
        PageKind::View => {
            journey.views.iter().find(|view| Some(&view.id) == about).map(|view| view.title.clone())
        }
        PageKind::Map => Some(map_title(desk.project, journey, words)),
        PageKind::Persona => about.and_then(|id| persona_title(desk.project, journey, id, words)),
        PageKind::Agreement => agreement_title(desk.whole.unwrap_or(journey), words),
        PageKind::Learned => learned_title(&desk.memo.told.learned(desk.project, journey), words),
        PageKind::Ask => {
            let asked = desk.memo.told.asked(desk.project, journey);
            asked.map(|asked| asked_title(&asked, words))
        }
        PageKind::Matrix => chart_titles::matrix_title(desk),
        PageKind::Board => chart_titles::board_title(desk),
        PageKind::Coverage => chart_titles::coverage_title(desk),
        PageKind::Saturation => chart_titles::saturation_title(desk),
        PageKind::Curve => curve_title(desk.journey, words),
        // Of a part nobody comes all the way.
        PageKind::Movement if desk.whole.is_some() => None,
        PageKind::Movement => movement_title(desk.journey, words),
        PageKind::Next => chart_titles::next_title(desk),
        PageKind::Compare
        | PageKind::Details
        | PageKind::Cards
        | PageKind::Text
        | PageKind::Other(_) => None,
    };
    found.filter(|title| !title.trim().is_empty()).unwrap_or_else(|| page.kind.name(words))
}

/// What a page is about, where its heading does not say so: the name of its phase or persona. Empty:
/// nothing.
pub(super) fn name_of(desk: &PageContext<'_>, page: &StoryPage, heading: &str) -> String {
    let words = desk.pen.words;
    let name = match page.kind {
        PageKind::Phase => {
            let place = phase_title::place_of(desk, page);
            let phase = place.and_then(|place| desk.journey.phases.get(place));
            phase.map(|phase| titled(&phase.title, words))
        }
        PageKind::Persona => {
            let persona = page.about.as_ref().and_then(|id| desk.project.persona(id));
            persona.map(|(_, persona)| persona_name(persona, words))
        }
        PageKind::Title
        | PageKind::Map
        | PageKind::View
        | PageKind::Curve
        | PageKind::Agreement
        | PageKind::Movement
        | PageKind::Compare
        | PageKind::Learned
        | PageKind::Next
        | PageKind::Ask
        | PageKind::Details
        | PageKind::Matrix
        | PageKind::Board
        | PageKind::Coverage
        | PageKind::Saturation
        | PageKind::Cards
        | PageKind::Text
        | PageKind::Other(_) => None,
    };
    let name = name.unwrap_or_default();
    if name.trim() == heading.trim() { String::new() } else { flat(&name, NAME_MAX) }
}

/// The heading of a page with what stands over it, and where what follows may begin.
pub(super) fn heading(
    desk: &mut PageContext<'_>,
    over: &str,
    title: &str,
    color: Role,
) -> (Vec<Item>, f32) {
    let head = head(desk, over, title, HEADING);
    let bottom = head.bottom + 24.0;
    (vec![whose(texts(Tag::Title, None, title, head.parts(color)), head.spots())], bottom)
}

/// A heading laid out.
pub(super) struct PageHeading {
    over: Option<Arc<Text>>,
    /// The heading itself, and where it stands.
    pub title: Arc<Text>,
    pub at: Pos2,
    /// Where it ends.
    pub bottom: f32,
}

impl PageHeading {
    /// Its texts in their places.
    pub(super) fn parts(&self, color: Role) -> Vec<(Pos2, Arc<Text>, Paint)> {
        let at = pos2(MARGIN, TOP - OVER_GAP);
        let over = self.over.clone().map(|over| (at, over, color.into()));
        over.into_iter().chain([(self.at, self.title.clone(), Role::Ink.into())]).collect()
    }

    /// Whose they are.
    pub(super) fn spots(&self) -> Vec<TextSpot> {
        let at = pos2(MARGIN, TOP - OVER_GAP);
        let over = self.over.iter().map(|over| TextSpot::new(at, over, None));
        let title = TextSpot::new(self.at, &self.title, Some(TextOf::Heading));
        over.chain([title]).collect()
    }

    /// Where what stands beside its last line may begin, on that line's base.
    pub(super) fn beside(&self) -> Pos2 {
        let last = self.title.lines.last();
        let (width, base) = last.map_or((0.0, 0.0), |line| (line.width, line.baseline));
        self.at + vec2(width, base)
    }
}

/// Lays out a heading with what stands over it: as large as `first` where it is not too long.
pub(super) fn head(
    desk: &mut PageContext<'_>,
    over: &str,
    title: &str,
    first: Style,
) -> PageHeading {
    let width = SIZE.x - 2.0 * MARGIN;
    let over = (!over.is_empty()).then(|| desk.pen.text(over, OVER, Some(width)));
    let said = shortened(title, TITLE_MAX);
    let mut text = desk.pen.text(&said, first, Some(width));
    for (style, most) in [(LOWER, 1), (LOWEST, 2)] {
        if text.lines.len() > most && style.size < first.size {
            text = desk.pen.text(&said, style, Some(width));
        }
    }
    // A word a line, or only line breaks.
    if text.lines.len() > 6 {
        let said = on_one_line(&said);
        text = desk.pen.text(&said, LOWEST, Some(width));
    }
    let at = pos2(MARGIN, TOP + over.as_ref().map_or(0.0, |over| over.size.y));
    let bottom = at.y + text.size.y;
    PageHeading { over, title: text, at, bottom }
}

/// What stands over the heading of one of several pages, "Part 2 of 3"; over a page alone nothing.
pub(super) fn part_of(desk: &PageContext<'_>, planned: &Planned) -> String {
    if planned.parts < 2 {
        return String::new();
    }
    desk.pen.words.page_part((planned.part + 1).to_string(), planned.parts.to_string())
}

/// A text in one line, as far as `most` characters.
pub(super) fn flat(text: &str, most: usize) -> String {
    let text = plain_text(text);
    let words = words_of(&text).take(most).collect::<Vec<_>>().join(" ");
    shortened(&words, most).into_owned()
}

/// Is a heading too long to stand over its page as a whole?
pub(super) fn spills(title: &str) -> bool {
    title.chars().nth(TITLE_MAX).is_some()
}

/// A face of `size` around `middle`, with a halo of paper of this radius. What is no emoji becomes
/// as small as it must be.
pub(super) fn face(
    desk: &mut PageContext<'_>,
    shown: &str,
    size: f32,
    halo: f32,
    middle: Pos2,
) -> Vec<Item> {
    let shown: String = shown.trim().chars().take(16).collect();
    let shown = if shown.is_empty() { face_of(0.0) } else { &shown };
    let style = |size| Style { face: Face::Emoji, size, line_height: size };
    let mut text = desk.pen.short(shown, style(size));
    let mut drawn = size;
    let room = size.max(halo) * 1.3;
    if text.size.x > room {
        drawn = size * room / text.size.x;
        text = desk.pen.short(shown, style(drawn));
    }
    let halo = (halo > 0.0).then(|| circle(middle, halo, Some(Role::Paper.into()), None));
    halo.into_iter().chain([emoji_at(middle, text, drawn)]).collect()
}

/// Texts that mean one thing.
pub(super) fn texts(
    tag: Tag,
    thing: Option<Thing>,
    title: &str,
    texts: Vec<(Pos2, Arc<Text>, Paint)>,
) -> Item {
    let bounds = texts.iter().map(|(at, text, _)| Rect::from_min_size(*at, text.size));
    let bounds = bounds.reduce(Rect::union).unwrap_or(Rect::from_min_size(Pos2::ZERO, Vec2::ZERO));
    let items = texts.into_iter().map(|(at, text, paint)| text_at(at, text, paint)).collect();
    Item::Group(Group { tag, thing, title: title.to_owned(), bounds, items })
}

/// The same group, with whose texts stand in it.
pub(super) fn whose(mut item: Item, texts: Vec<TextSpot>) -> Item {
    if let Item::Group(group) = &mut item {
        let drawing = Arc::new(Drawing { texts, ..Drawing::default() });
        group.items.push(Item::Drawn { at: Pos2::ZERO, drawing });
    }
    item
}

/// A drawing as one thing.
pub(super) fn group(
    tag: Tag,
    thing: Option<Thing>,
    title: &str,
    at: Pos2,
    drawing: Drawing,
) -> Item {
    let bounds = Rect::from_min_size(at, drawing.size).expand(4.0);
    let items = vec![Item::Drawn { at, drawing: Arc::new(drawing) }];
    Item::Group(Group { tag, thing, title: title.to_owned(), bounds, items })
}

/// What stands at the foot of every page: which page it is.
pub(super) fn footer(
    desk: &mut PageContext<'_>,
    planned: &Planned,
    place: Option<usize>,
) -> Vec<Item> {
    // The whole map reaches to the edge of its page.
    if planned.page.kind == PageKind::Map && planned.part == 0 {
        return Vec::new();
    }
    let Some(place) = place else { return Vec::new() };
    let number = (place + 1).to_string();
    let text = desk.pen.text(&number, NUMBER, None);
    let at = on_base(SIZE.x - MARGIN - text.size.x, FOOT, &text);
    vec![texts(Tag::Footer, None, &number, vec![(at, text, Role::Muted.into())])]
}
