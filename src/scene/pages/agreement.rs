//! How far apart the personas feel, phase by phase: each where its mean is, with a bar from the lowest
//! to the highest; where they are closest and where furthest apart stands out.

use super::context::PageContext;
use super::kit::{face, heading, spills};
use super::lines::{End, few_lines, filled, on_base, one_line};
use super::plan::{Block, ColumnShape, Of, PageColumns};
use super::sizes::{MARGIN, TextSize, style};
use super::who::{People, portrait_of};
use super::{Page, Planned, SIZE, flow, said};
use crate::insight::{Agreement, AgreementRow, agreement};
use crate::model::{Id, Journey, StoryPage, TextOf, Thing, face_of};
use crate::scene::draw::pen::{Style, circle, text_at};
use crate::scene::map::quotes::shortened;
use crate::scene::{Face, Group, Item, Role, Tag, Text, phase_color};
use crate::words::{Words, titled};
use egui::{Rangef, Rect, pos2, vec2};
use std::sync::Arc;

/// Where the rows begin and end; they begin lower below a heading of several lines.
const ROWS: (f32, f32) = (320.0, 980.0);
/// A row is at most so high, where there are few of them, and where there are more.
const FEW: (usize, f32) = (4, 160.0);
const HIGH: f32 = 107.0;
/// In a lower row portraits are smaller, and word and number stand side by side.
const LOW: f32 = 80.0;
/// Of more phases some are shown.
const MOST: usize = 9;
/// More personas do not all stand in a row as portraits.
const PORTRAITS: usize = 5;
/// Of a portrait in a row of usual height, and closer than what two of them stand above each other.
const RADIUS: f32 = 31.0;
const NEAR: f32 = 40.0;
const ABOVE: f32 = 24.0;
/// Of the ring that stands for who is between the ends.
const RING: f32 = 11.0;
/// Where +2 is; nearer in where a word stands beside the number.
const RIGHT: (f32, f32) = (1486.0, 1420.0);
/// From the widest name to where −2 is; and where that is at least and at most.
const BESIDE_NAME: f32 = 130.0;
const LEFT: (f32, f32) = (470.0, 620.0);
/// How high the bar is.
const BAR: f32 = 14.0;

const NAME: Style = style(Face::SemiBold, 38.0, 46.0);
const LOWER_NAME: Style = style(Face::SemiBold, 30.0, 36.0);
const GAP: Style = style(Face::Medium, 38.0, 46.0);
const MARKED_GAP: Style = style(Face::SemiBold, 44.0, 54.0);
const WORD: Style = style(Face::Medium, 28.0, 36.0);
const VALUE: Style = style(Face::SemiBold, 28.0, 36.0);
const LABEL: Style = style(Face::Regular, 28.0, 36.0);

/// What stands on one page.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum AgreementPage {
    /// The rows.
    Rows,
    /// A heading that is too long to stand over them.
    Heading(PageColumns, ColumnShape),
}

/// The pages it takes.
pub(super) fn parts(desk: &mut PageContext<'_>, page: &StoryPage) -> Vec<AgreementPage> {
    let title = super::kit::heading_of(desk, page);
    let mut parts = vec![AgreementPage::Rows];
    if spills(&title) {
        let (_, top) = heading(desk, "-", &title, Role::Accent);
        let block: Block = Of::Text(title.as_str().into(), Some(TextOf::Heading)).into();
        let shape = ColumnShape::new(3, SIZE.x - 2.0 * MARGIN, TextSize::Medium);
        let pages = flow::pages(desk, vec![block].into(), shape, 990.0 - top);
        parts.extend(pages.into_iter().map(|columns| AgreementPage::Heading(columns, shape)));
    }
    parts
}

pub(super) fn draw(desk: &mut PageContext<'_>, planned: &Planned, part: &AgreementPage) -> Page {
    let title = planned.title.clone();
    let journey = whole_map(desk);
    let words = desk.pen.words;
    let found = agreement(&journey);
    let shown = found.as_ref().map_or_else(Vec::new, |found| found.shown(MOST));
    let project = desk.project.clone();
    let buys = found
        .iter()
        .flat_map(|found| &found.personas)
        .any(|id| project.persona(id).is_some_and(|(_, persona)| persona.buying_role.is_some()));
    let who = if buys { words.page_agreement_group() } else { words.page_agreement_personas() };
    let all = journey.phases.len();
    let of = match shown.len() < all {
        true => words.page_agreement_of_phases(shown.len().to_string(), all.to_string()),
        false => String::new(),
    };
    let (mut items, top) = heading(desk, &said::joined([who, of]), &title, Role::Accent);
    match (part, found) {
        (AgreementPage::Heading(columns, shape), _) => {
            items.extend(flow::draw(desk, columns, *shape, pos2(MARGIN, top)));
        }
        (AgreementPage::Rows, None) => {}
        (AgreementPage::Rows, Some(found)) => {
            let chart = AgreementChart::new(desk, &journey, &found, &shown, top);
            chart.draw(desk, &shown, &mut items);
        }
    }
    Page { title, items, map: None }
}

/// The map that agreement is told of: all of it, whatever of it is presented.
fn whole_map(desk: &PageContext<'_>) -> Arc<Journey> {
    desk.whole.unwrap_or(desk.journey).clone()
}

/// Where things stand in the rows.
struct AgreementChart<'a, 'b> {
    journey: &'b Journey,
    found: &'b Agreement<'a>,
    people: People,
    /// Where the first row begins, and how high each is.
    top: f32,
    row: f32,
    /// Where −2 and +2 are.
    x: Rangef,
    radius: f32,
    /// How wide a name may be.
    name: f32,
}

/// One portrait or ring of a row.
struct AgreementSpot {
    who: usize,
    x: f32,
    /// From the middle of the row.
    dy: f32,
    is_ring: bool,
}

impl<'a, 'b> AgreementChart<'a, 'b> {
    fn new(
        desk: &mut PageContext<'_>,
        journey: &'b Journey,
        found: &'b Agreement<'a>,
        shown: &[usize],
        below: f32,
    ) -> Self {
        let top = ROWS.0.max(below + 100.0);
        let count = shown.len().max(1);
        let most = if count <= FEW.0 { FEW.1 } else { HIGH };
        let row = ((ROWS.1 - top) / count as f32).min(most);
        let radius =
            if row < LOW { row * 0.37 } else { RADIUS * (row / HIGH).clamp(1.0, 84.0 / 62.0) };
        let mut widest = 0.0f32;
        for place in shown {
            let name = name_of(journey, *place, desk.pen.words);
            widest = widest.max(desk.pen.text(&shortened(&name, 80), NAME, None).size.x);
        }
        let left = (MARGIN + widest + BESIDE_NAME).clamp(LEFT.0, LEFT.1);
        let right = if row < LOW { RIGHT.1 } else { RIGHT.0 };
        let people = People::of(desk, found.personas.iter().copied());
        let name = left - BESIDE_NAME - MARGIN;
        Self { journey, found, people, top, row, x: Rangef::new(left, right), radius, name }
    }

    fn at(&self, mean: f64) -> f32 {
        self.x.min + (mean as f32 + 2.0) / 4.0 * self.x.span()
    }

    fn draw(&self, desk: &mut PageContext<'_>, shown: &[usize], items: &mut Vec<Item>) {
        let words = desk.pen.words;
        let bottom = self.top + self.row * shown.len() as f32;
        for place in shown.iter().enumerate() {
            items.extend(self.tint(place));
        }
        for value in [-2.0, -1.0, 0.0, 1.0, 2.0] {
            let (x, half) = (self.at(value), if value == 0.0 { 1.0 } else { 0.75 });
            let line =
                Rect::from_min_max(pos2(x - half, self.top - 6.0), pos2(x + half, bottom - 12.0));
            let paint = if value == 0.0 { Role::Muted.at(128) } else { Role::Hairline.into() };
            items.push(filled(line, 0.0, paint));
        }
        for value in [-2.0, 0.0, 2.0] {
            let middle = pos2(self.at(value), self.top - 44.0);
            let drawn = face(desk, face_of(value), 50.0, 0.0, middle);
            let bounds = Rect::from_center_size(middle, vec2(56.0, 56.0));
            let (tag, title) = (Tag::Figure, words.felt(value));
            items.push(Item::Group(Group { tag, thing: None, title, bounds, items: drawn }));
        }
        let label = desk.pen.text(&words.page_agreement_distance(), LABEL, None);
        let at = on_base(&label, End::Right, SIZE.x - MARGIN, self.top - 38.0);
        items.push(text_at(at, label, Role::Muted));
        for (at, place) in shown.iter().enumerate() {
            let middle = self.top + self.row * (at as f32 + 0.5);
            items.extend(self.row(desk, *place, middle));
        }
        self.legend(desk, items);
    }

    /// What stands out about a row: its word and colour.
    fn mark(&self, place: usize) -> Option<Role> {
        if self.found.furthest == Some(place) {
            return Some(Role::Bad);
        }
        (self.found.closest == Some(place)).then_some(Role::Good)
    }

    fn tint(&self, (at, place): (usize, &usize)) -> Option<Item> {
        let role = self.mark(*place)?;
        let top = self.top + self.row * at as f32;
        let min = pos2(60.0, top + 3.0);
        let max = pos2(SIZE.x - 60.0, top + self.row - 3.0);
        Some(filled(Rect::from_min_max(min, max), 18.0, role.at(15)))
    }

    fn row(&self, desk: &mut PageContext<'_>, place: usize, middle: f32) -> Option<Item> {
        let row = self.found.rows.get(place)?;
        let phase = self.journey.phases.get(place)?.clone();
        let words = desk.pen.words;
        let mark = self.mark(place);
        let mut items = Vec::new();
        let name = name_of(self.journey, place, words);
        let lines = [(NAME, 1), (LOWER_NAME, 2)];
        let (text, _) = few_lines(desk, &name, &lines, self.name);
        let at = pos2(MARGIN, middle - text.size.y / 2.0);
        // On a tint a phase's colour could not be read on every projector.
        let color = Role::PhaseText(phase_color(place, &phase));
        items.push(text_at(at, text, mark.map_or(color, |_| Role::Ink)));
        let spots = self.spots(row);
        let (left, right) = (row.means.first(), row.means.last());
        if let (Some((_, low)), Some((_, high)), Some(_)) = (left, right, row.gap) {
            let bar = Rect::from_x_y_ranges(
                self.at(*low)..=self.at(*high),
                middle - BAR / 2.0..=middle + BAR / 2.0,
            );
            let paint = mark.map_or(Role::Muted.at(87), Into::into);
            items.push(filled(bar.expand2(vec2(BAR / 2.0, 0.0)), BAR / 2.0, paint));
        }
        let small = self.stacked_radius(&spots);
        // What is small is in front: it would be hidden behind what is large.
        let (rings, portraits): (Vec<&AgreementSpot>, Vec<_>) =
            spots.iter().rev().partition(|spot| spot.is_ring);
        for spot in portraits.into_iter().chain(rings) {
            let at = pos2(spot.x, middle + spot.dy);
            let Some(id) = self.found.personas.get(spot.who) else { continue };
            if spot.is_ring {
                let role = self.people.role(id);
                items.push(circle(at, RING + 4.0, Some(Role::Paper.into()), None));
                items.push(circle(at, RING, Some(role.into()), None));
            } else {
                portrait_of(desk, &self.people, id, at, small, &mut items);
            }
        }
        let mut told = vec![titled(&phase.title, words)];
        told.extend(self.gap(desk, row, mark, middle, &mut items));
        if let (Some(role), Some((_, low)), Some((_, high))) = (mark, left, right) {
            for (mean, end) in [(*low, End::Right), (*high, End::Left)] {
                let text = desk.pen.text(&words.felt(mean), VALUE, None);
                let away = small + 17.0;
                let x = self.at(mean) + if end == End::Right { -away } else { away };
                items.push(text_at(on_base(&text, end, x, middle + 10.0), text, role));
            }
        }
        for (who, mean) in &row.means {
            let name = self.found.personas.get(*who).map(|id| self.people.name(id));
            told.push(format!("{} {}", name.unwrap_or_default(), words.felt(*mean)));
        }
        let bounds = Rect::from_x_y_ranges(
            60.0..=SIZE.x - 60.0,
            middle - self.row / 2.0..=middle + self.row / 2.0,
        );
        let (thing, title) = (Some(Thing::Phase(phase.id.clone())), told.join(", "));
        Some(Item::Group(Group { tag: Tag::Figure, thing, title, bounds, items }))
    }

    /// How far apart they are, at the right; and the same in words.
    fn gap(
        &self,
        desk: &mut PageContext<'_>,
        row: &AgreementRow,
        mark: Option<Role>,
        middle: f32,
        items: &mut Vec<Item>,
    ) -> Vec<String> {
        let words = desk.pen.words;
        let right = SIZE.x - MARGIN;
        let said = row.gap.map_or_else(|| "–".to_owned(), |gap| words.felt_apart(gap));
        let Some(role) = mark else {
            let text = desk.pen.text(&said, GAP, None);
            items.push(text_at(
                on_base(&text, End::Right, right, middle + 14.0),
                text,
                Role::Muted,
            ));
            return row.gap.map(|_| said).into_iter().collect();
        };
        let word = match role == Role::Bad {
            true => words.page_agreement_furthest(),
            false => words.page_agreement_nearest(),
        };
        let below = desk.pen.text(&word, WORD, None);
        if self.row < LOW {
            let text = desk.pen.text(&said, GAP, None);
            let at = on_base(&text, End::Right, right, middle + 14.0);
            let beside = on_base(&below, End::Right, at.x - 14.0, middle + 14.0);
            items.push(text_at(beside, below, role));
            items.push(text_at(at, text, role));
        } else {
            let text = desk.pen.text(&said, MARKED_GAP, None);
            items.push(text_at(on_base(&text, End::Right, right, middle + 2.0), text, role));
            items.push(text_at(on_base(&below, End::Right, right, middle + 40.0), below, role));
        }
        vec![said, word]
    }

    /// Who stands where in a row, the lowest first.
    fn spots(&self, row: &AgreementRow) -> Vec<AgreementSpot> {
        let near = NEAR * self.radius / RADIUS;
        let above = ABOVE * (self.row / HIGH).min(self.radius / RADIUS);
        let spot = |(who, mean): &(usize, f64)| AgreementSpot {
            who: *who,
            x: self.at(*mean),
            dy: 0.0,
            is_ring: false,
        };
        let mut spots: Vec<AgreementSpot> = row.means.iter().map(spot).collect();
        let crowd = spots.windows(3).any(|three| three[2].x - three[0].x < near);
        let last = spots.len().saturating_sub(1);
        if crowd || self.found.personas.len() > PORTRAITS {
            let ends = [spots.first().map(|one| one.x), spots.last().map(|one| one.x)];
            let (mut before, mut down) = (f32::MIN, true);
            for spot in spots.iter_mut().take(last).skip(1) {
                spot.is_ring = true;
                let hides = |x: f32| (x - spot.x).abs() < self.radius + RING;
                if ends.into_iter().flatten().any(hides) || spot.x - before < RING * 2.0 {
                    spot.dy = (self.row / 2.0 - RING - 1.0) * if down { 1.0 } else { -1.0 };
                    down = !down;
                }
                before = spot.x;
            }
            if let [first, .., last] = spots.as_mut_slice()
                && last.x - first.x < near
            {
                (first.dy, last.dy) = (above, -above);
            }
            return spots;
        }
        for at in 1..spots.len() {
            if spots[at].x - spots[at - 1].x < near {
                if spots[at - 1].dy == 0.0 {
                    spots[at - 1].dy = above;
                }
                spots[at].dy = -spots[at - 1].dy;
            }
        }
        spots
    }

    /// Portraits that stand above each other keep within their row.
    fn stacked_radius(&self, spots: &[AgreementSpot]) -> f32 {
        let off = spots.iter().filter(|spot| !spot.is_ring).map(|spot| spot.dy.abs());
        let off = off.fold(0.0f32, f32::max);
        // And their faces above and below rings.
        let rings = spots.iter().filter(|spot| spot.is_ring && spot.dy != 0.0);
        let beside = rings.map(|spot| spot.dy.abs() - RING + 8.0).fold(self.radius, f32::min);
        self.radius.min(self.row / 2.0 + 2.0 - off).min(beside)
    }

    /// Who is who, at the foot: with what they do where there is room, else in two lines.
    fn legend(&self, desk: &mut PageContext<'_>, items: &mut Vec<Item>) {
        let room = SIZE.x - MARGIN * 2.0 - 190.0;
        let many = self.found.personas.len() > PORTRAITS;
        let tries = [(true, 400, 1), (false, 400, 1), (false, 400, 2), (false, 14, 2)];
        let fits = tries.into_iter().find_map(|(with_role, most, lines)| {
            if many && lines == 1 {
                return None;
            }
            let all = self.entries(desk, with_role, most, lines);
            let placed = place(&all, room, lines);
            (placed.len() == all.len()).then_some((all, placed, lines))
        });
        let (all, placed, lines) = fits.unwrap_or_else(|| {
            let all = self.entries(desk, false, 14, 2);
            let placed = place(&all, room - 160.0, 2);
            (all, placed, 2)
        });
        let more = all.len() - placed.len();
        let y = |line: usize| match lines {
            1 => 1039.0,
            _ => 1010.0 + 42.0 * line as f32,
        };
        let radius = if lines == 1 { 25.0 } else { 17.0 };
        let mut end = (MARGIN, 0);
        for (entry, (x, line)) in all.into_iter().zip(placed) {
            let (at, base) = (pos2(MARGIN + x, y(line)), y(line) + 10.0);
            end = (at.x + entry.wide + ENTRY_GAP, line);
            let mut drawn = Vec::new();
            portrait_of(desk, &self.people, &entry.id, at + vec2(radius, 0.0), radius, &mut drawn);
            let left = at.x + radius * 2.0 + 14.0;
            let place = on_base(&entry.name, End::Left, left, base);
            let mut bounds = Rect::from_min_size(place, entry.name.size);
            let wide = entry.name.size.x;
            drawn.push(text_at(place, entry.name, Role::Ink));
            if let Some(role) = entry.role {
                let place = on_base(&role, End::Left, left + wide + 14.0, base);
                bounds = bounds.union(Rect::from_min_size(place, role.size));
                drawn.push(text_at(place, role, Role::Muted));
            }
            let own = Rect::from_center_size(at + vec2(radius, 0.0), vec2(radius, radius) * 2.0);
            let bounds = bounds.union(own);
            let (tag, thing) = (Tag::Persona, Some(Thing::Persona(entry.id.clone())));
            let title = self.people.name(&entry.id);
            items.push(Item::Group(Group { tag, thing, title, bounds, items: drawn }));
        }
        if more > 0 {
            let said = desk.pen.words.ask_more(more.to_string());
            let text = desk.pen.text(&said, LABEL, None);
            let at = on_base(&text, End::Left, end.0, y(end.1) + 10.0);
            items.push(text_at(at, text, Role::Muted));
        }
    }

    fn entries(
        &self,
        desk: &mut PageContext<'_>,
        with_role: bool,
        most: usize,
        lines: usize,
    ) -> Vec<Entry> {
        let radius = if lines == 1 { 25.0 } else { 17.0 };
        let entry = |id: &&Id| {
            let name = shortened(&self.people.name(id), most).into_owned();
            let name = one_line(desk, &name, &[WORD], SIZE.x);
            let role = Some(self.people.roles(id)).filter(|role| with_role && !role.is_empty());
            let role = role.map(|role| one_line(desk, &role, &[LABEL], SIZE.x * 2.0));
            let beside = role.as_ref().map_or(0.0, |role| role.size.x + 14.0);
            let wide = radius * 2.0 + 14.0 + name.size.x + beside;
            Entry { id: (*id).clone(), name, role, wide }
        };
        self.found.personas.iter().map(entry).collect()
    }
}

/// Somebody in the legend.
struct Entry {
    id: Id,
    name: Arc<Text>,
    role: Option<Arc<Text>>,
    wide: f32,
}

/// Between two of them.
const ENTRY_GAP: f32 = 48.0;

/// Where they stand, as far as there is room: from the left, and in which line.
fn place(all: &[Entry], room: f32, lines: usize) -> Vec<(f32, usize)> {
    let (mut x, mut line, mut placed) = (0.0, 0, Vec::new());
    for one in all {
        if x > 0.0 && x + one.wide > room {
            (x, line) = (0.0, line + 1);
        }
        if line >= lines || x + one.wide > room {
            break;
        }
        placed.push((x, line));
        x += one.wide + ENTRY_GAP;
    }
    placed
}

fn name_of(journey: &Journey, place: usize, words: &Words) -> String {
    let phase = journey.phases.get(place);
    titled(phase.map_or("", |phase| &phase.title), words)
}
