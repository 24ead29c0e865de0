//! One of those whose journey it is: what they feel, want, need and are bothered by, with their curve
//! from phase to phase. What is shortened here stands whole on the page after it.

use super::context::PageContext;
use super::kit::{face, heading, spills, texts, whose};
use super::lines::{End, few_lines, filled, on_base, one_line};
use super::persona_curve::OwnCurve;
use super::plan::{Block, ColumnShape, Of, PageColumns};
use super::sizes::{MARGIN, TITLE_MAX, TextSize, style};
use super::who::{People, portrait_of};
use super::{Page, Planned, SIZE, flow};
use crate::insight::{PersonaHeading, persona_heading};
use crate::model::{Id, Persona, StoryPage, TextOf, Thing, face_of};
use crate::scene::draw::pen::{Style, text_at};
use crate::scene::map::quotes::shortened;
use crate::scene::{Face, Group, Item, Paint, Role, Tag, Text, TextSpot};
use crate::words::{Named as _, Words, is_called, titled, within_sentence};
use egui::{Pos2, Rect, pos2, vec2};
use std::sync::Arc;

/// The portrait's middle and radius.
const PORTRAIT: (Pos2, f32) = (pos2(212.0, 232.0), 122.0);
/// Where the texts beside the portrait begin.
const LEFT: f32 = 400.0;
/// Bases of what stands over the heading, of the heading, and of what shows that it is true.
const BASES: [f32; 3] = [150.0, 238.0, 301.0];
/// Where the heading ends beside a quote, and where the line before the quote and the quote stand.
const HEAD_RIGHT: f32 = 1160.0;
const RULE: f32 = 1190.0;
const QUOTE_LEFT: f32 = 1240.0;
/// The base of what stands over a column, where its text begins, and where it ends over a curve.
const COLUMN: (f32, f32, f32) = (440.0, 454.0, 622.0);
/// Where columns end without a curve.
const BOTTOM: f32 = 970.0;
/// Between columns.
const BETWEEN: f32 = 60.0;
/// A role says this much beside a name.
const ROLE_MAX: usize = 60;

const NAME: Style = style(Face::SemiBold, 40.0, 50.0);
const ROLE: Style = style(Face::Regular, 32.0, 42.0);
const PROOF: Style = style(Face::Medium, 32.0, 42.0);
const LABEL: Style = style(Face::SemiBold, 32.0, 42.0);
const TITLES: [(Style, usize); 4] = [
    (style(Face::SemiBold, 76.0, 88.0), 1),
    (style(Face::SemiBold, 64.0, 71.0), 2),
    (style(Face::SemiBold, 44.0, 50.0), 2),
    (style(Face::SemiBold, 32.0, 38.0), 3),
];
const QUOTES: [(Style, usize); 3] = [
    (style(Face::Italic, 46.0, 57.0), 3),
    (style(Face::Italic, 38.0, 48.0), 4),
    (style(Face::Italic, 32.0, 41.0), 5),
];

/// What stands on one page.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum PersonaPage {
    /// The persona.
    Whole(Id),
    /// What is too long to stand there.
    Rest(PageColumns, ColumnShape),
}

/// The pages it takes.
pub(super) fn parts(desk: &mut PageContext<'_>, page: &StoryPage) -> Vec<PersonaPage> {
    let Some(id) = page.about.clone() else { return Vec::new() };
    let project = desk.project.clone();
    let Some((_, persona)) = project.persona(&id) else { return Vec::new() };
    let title = super::kit::heading_of(desk, page);
    let mut rest: Vec<Block> = Vec::new();
    let whole = |text: &str, of: TextOf| -> Block { Of::Text(text.into(), Some(of)).into() };
    if spills(&title) {
        rest.push(whole(&title, TextOf::Heading));
    }
    let head = Head::new(desk, page, &title, persona);
    if head.is_short {
        rest.push(whole(persona.quote.trim(), TextOf::Quote(id.clone())));
    }
    let has_curve = OwnCurve::of(desk, &id).is_some();
    for column in columns(desk, persona, has_curve) {
        if column.is_short {
            rest.push(Of::Name(column.label).into());
            rest.push(Of::Text(column.whole.as_str().into(), None).into());
        }
    }
    let mut parts = vec![PersonaPage::Whole(id)];
    if !rest.is_empty() {
        let (_, top) = heading(desk, "-", &title, Role::Accent);
        let shape = ColumnShape::new(2, SIZE.x - 2.0 * MARGIN, TextSize::Large);
        let pages = flow::pages(desk, rest.into(), shape, 990.0 - top);
        parts.extend(pages.into_iter().map(|columns| PersonaPage::Rest(columns, shape)));
    }
    parts
}

pub(super) fn draw(desk: &mut PageContext<'_>, planned: &Planned, part: &PersonaPage) -> Page {
    let title = planned.title.clone();
    let id = match part {
        PersonaPage::Whole(id) => id,
        PersonaPage::Rest(columns, shape) => {
            let over = super::kit::part_of(desk, planned);
            let (mut items, top) = heading(desk, &over, &title, Role::Accent);
            items.extend(flow::draw(desk, columns, *shape, pos2(MARGIN, top)));
            return Page { title, items, map: None };
        }
    };
    let project = desk.project.clone();
    let mut items = Vec::new();
    let Some((_, persona)) = project.persona(id) else {
        return Page { title, items, map: None };
    };
    let head = Head::new(desk, &planned.page, &title, persona);
    let people = People::of(desk, [id]);
    let role = people.role(id);
    let mut drawn = Vec::new();
    portrait_of(desk, &people, id, PORTRAIT.0, PORTRAIT.1, &mut drawn);
    let bounds = Rect::from_center_size(PORTRAIT.0, vec2(2.0, 2.0) * PORTRAIT.1);
    let (tag, thing) = (Tag::Persona, Some(Thing::Persona(id.clone())));
    let name = people.name(id);
    let group = Group { tag, thing, title: name, bounds, items: drawn };
    head.draw(role, id, &mut items);
    items.push(Item::Group(group));
    head.prove(desk, &mut items);
    head.quote(id, &mut items);
    let curve = OwnCurve::of(desk, id);
    let columns = columns(desk, persona, curve.is_some());
    let top = if columns.is_empty() { 400.0 } else { COLUMN.2 - 10.0 };
    for column in columns {
        items.push(column.item(id, role));
    }
    if let Some(curve) = curve {
        curve.draw(desk, top, &mut items);
    }
    Page { title: planned.called(desk.pen.words), items, map: None }
}

/// What stands beside the portrait.
struct Head {
    name: Arc<Text>,
    roles: Arc<Text>,
    title: Arc<Text>,
    said: String,
    /// Faces with what each stands for.
    proof: Vec<(f64, Arc<Text>)>,
    quote: Option<Arc<Text>>,
    /// The quote is not told whole.
    is_short: bool,
}

impl Head {
    fn new(desk: &mut PageContext<'_>, page: &StoryPage, title: &str, persona: &Persona) -> Self {
        let (project, journey) = (desk.project.clone(), desk.journey.clone());
        let words = desk.pen.words;
        let own = !page.title.trim().is_empty();
        let made = persona_heading(&project, &journey, &persona.id, words).filter(|_| !own);
        let says_quote = matches!(made, Some(PersonaHeading::Quote(_)));
        let quoted = super::said::quoted(&persona.quote, words).filter(|_| !says_quote);
        let said = shortened(title, TITLE_MAX).into_owned();
        // Beside a quote where there is room for both.
        let beside = HEAD_RIGHT - LEFT;
        let (text, cut) = few_lines(desk, &said, &TITLES, beside);
        let (room, text, quote, is_short) = match quoted {
            Some(quoted) if !cut => {
                let (quote, is_short) =
                    few_lines(desk, &quoted, &QUOTES, SIZE.x - MARGIN - QUOTE_LEFT);
                (beside, text, Some(quote), is_short)
            }
            quoted => {
                let room = SIZE.x - MARGIN - LEFT;
                (room, few_lines(desk, &said, &TITLES, room).0, None, quoted.is_some())
            }
        };
        let people = People::of(desk, [&persona.id]);
        let name = one_line(desk, &people.name(&persona.id), &[NAME], room);
        let roles = match made {
            Some(PersonaHeading::Role(_)) => String::new(),
            _ => roles(persona, words),
        };
        let roles = shortened(&roles, ROLE_MAX).into_owned();
        let roles = one_line(desk, &roles, &[ROLE], (room - name.size.x - 22.0).max(0.0));
        let proof = proof(desk, made.as_ref(), &persona.id);
        let proof = laid_proof(desk, &proof, room);
        Self { name, roles, title: text, said: title.to_owned(), proof, quote, is_short }
    }

    fn draw(&self, role: Role, id: &Id, items: &mut Vec<Item>) {
        let first = self.title.lines.first().map_or(0.0, |line| line.baseline);
        let last = self.title.lines.last().map_or(0.0, |line| line.baseline);
        let size = self.title.lines.iter().flat_map(|line| &line.runs).next();
        let size = size.map_or(76.0, |run| run.size);
        // Several lines end near where one does.
        let grown = last - first;
        let most = if self.proof.is_empty() { 56.0 } else { 8.0 };
        let base = BASES[1] + grown.min(most) - grown;
        let over = BASES[0].min(base - size * 0.76 - 24.0);
        let name = on_base(&self.name, End::Left, LEFT, over);
        let title = on_base(&self.title, End::Left, LEFT, base);
        let mut parts: Vec<(Pos2, Arc<Text>, Paint)> = vec![(name, self.name.clone(), role.into())];
        let mut spots =
            vec![TextSpot::new(name, &self.name, Some(TextOf::Thing(Thing::Persona(id.clone()))))];
        if self.roles.size.x > 0.0 {
            let left = LEFT + self.name.size.x + 22.0;
            let at = on_base(&self.roles, End::Left, left, over);
            parts.push((at, self.roles.clone(), Role::Muted.into()));
            spots.push(TextSpot::new(at, &self.roles, Some(TextOf::Role(id.clone()))));
        }
        parts.push((title, self.title.clone(), Role::Ink.into()));
        spots.push(TextSpot::new(title, &self.title, Some(TextOf::Heading)));
        items.push(whose(texts(Tag::Title, None, &self.said, parts), spots));
    }

    /// What shows that the heading is true.
    fn prove(&self, desk: &mut PageContext<'_>, items: &mut Vec<Item>) {
        let mut x = LEFT;
        for (value, text) in &self.proof {
            let (text, said) = (text.clone(), text.source.to_string());
            let middle = pos2(x + 19.0, BASES[2] - 11.0);
            let mut drawn = face(desk, face_of(*value), 38.0, 0.0, middle);
            let at = on_base(&text, End::Left, x + 50.0, BASES[2]);
            let bounds = Rect::from_min_size(at, text.size);
            let bounds = bounds.union(Rect::from_center_size(middle, vec2(38.0, 38.0)));
            x = bounds.right() + 44.0;
            drawn.push(text_at(at, text, Role::Muted));
            let (tag, title) = (Tag::Figure, said);
            items.push(Item::Group(Group { tag, thing: None, title, bounds, items: drawn }));
        }
    }

    fn quote(&self, id: &Id, items: &mut Vec<Item>) {
        let Some(quote) = &self.quote else { return };
        let rule = Rect::from_min_max(pos2(RULE - 1.0, 150.0), pos2(RULE + 1.0, 304.0));
        items.push(filled(rule, 0.0, Role::Hairline));
        let at = pos2(QUOTE_LEFT, 227.0 - quote.size.y / 2.0);
        let said = quote.source.to_string();
        let spot = TextSpot::new(at, quote, Some(TextOf::Quote(id.clone())));
        let group = texts(Tag::Quote, None, &said, vec![(at, quote.clone(), Role::Ink.into())]);
        items.push(whose(group, vec![spot]));
    }
}

/// What somebody does, and their role in the purchase where that is not the same.
fn roles(persona: &Persona, words: &Words) -> String {
    let buying = persona.buying_role.as_ref().filter(|role| !is_called(*role, &persona.role));
    let parts = [persona.role.clone(), buying.map_or_else(String::new, |role| role.name(words))];
    let own = persona.name.trim().is_empty();
    super::said::joined(parts.into_iter().filter(|_| !own).map(within_sentence))
}

/// What stands beside faces, each with its mean: with as much of the names as there is room for.
fn laid_proof(
    desk: &mut PageContext<'_>,
    proof: &[(String, f64)],
    room: f32,
) -> Vec<(f64, Arc<Text>)> {
    let words = desk.pen.words;
    let mut laid = Vec::new();
    for most in [24, 18, 12, 8, 5, 3, 2] {
        let said = |(name, mean): &(String, f64)| {
            let said = format!("{} {}", shortened(name, most), words.felt(*mean));
            (*mean, desk.pen.text(&said, PROOF, None))
        };
        laid = proof.iter().map(said).collect();
        let wide: f32 = laid.iter().map(|(_, text)| 50.0 + text.size.x + 44.0).sum();
        if wide - 44.0 <= room {
            return laid;
        }
    }
    // Never beyond it: a quote stands there.
    let mut x = 0.0;
    laid.retain(|(_, text): &(f64, Arc<Text>)| {
        x += 50.0 + text.size.x + 44.0;
        x - 44.0 <= room
    });
    laid
}

/// Whose or which means show it: of all where they are compared, else of the two phases.
fn proof(desk: &PageContext<'_>, made: Option<&PersonaHeading>, own: &Id) -> Vec<(String, f64)> {
    let words = desk.pen.words;
    match made {
        Some(PersonaHeading::Compared { means, .. }) => {
            let people = People::of(desk, means.iter().map(|(id, _)| id));
            let said = |(id, mean): &(Id, f64)| (people.name(id), *mean);
            if means.len() <= 3 {
                return means.iter().map(said).collect();
            }
            // The lowest and the highest, one of which is meant.
            let is_low = means.first().is_some_and(|(id, _)| id == own);
            let (first, last) = (means.first().map(said), means.last().map(said));
            let ends = if is_low { [first, last] } else { [last, first] };
            ends.into_iter().flatten().collect()
        }
        Some(PersonaHeading::Ends { worst, best }) => {
            let said = |(place, mean): &(usize, f64)| {
                let phase = desk.journey.phases.get(*place);
                (titled(phase.map_or("", |phase| &phase.title), words), *mean)
            };
            vec![said(worst), said(best)]
        }
        Some(PersonaHeading::Quote(_) | PersonaHeading::Role(_) | PersonaHeading::Name(_))
        | None => Vec::new(),
    }
}

/// What somebody wants, needs or is bothered by.
struct Column {
    label: String,
    whole: String,
    label_text: Arc<Text>,
    text: Arc<Text>,
    left: f32,
    /// It is not told whole.
    is_short: bool,
}

impl Column {
    fn item(self, id: &Id, role: Role) -> Item {
        let label = on_base(&self.label_text, End::Left, self.left, COLUMN.0);
        let parts = vec![
            (label, self.label_text, role.into()),
            (pos2(self.left, COLUMN.1), self.text, Role::Ink.into()),
        ];
        let title = format!("{}: {}", self.label, self.whole);
        texts(Tag::Figure, Some(Thing::Persona(id.clone())), &title, parts)
    }
}

/// The columns: what is not said is left out, and the others are wider.
fn columns(desk: &mut PageContext<'_>, persona: &Persona, has_curve: bool) -> Vec<Column> {
    let words = desk.pen.words;
    let all = [
        (words.persona_wants(), &persona.goals),
        (words.persona_needs(), &persona.needs),
        (words.persona_frustrated(), &persona.frustrations),
    ];
    let told: Vec<(String, &String)> =
        all.into_iter().filter(|(_, text)| !text.trim().is_empty()).collect();
    let count = told.len().max(1) as f32;
    let width = (SIZE.x - 2.0 * MARGIN - BETWEEN * (count - 1.0)) / count;
    let bottom = if has_curve { COLUMN.2 } else { BOTTOM };
    let size = |size: f32, line: f32| {
        let lines = ((bottom - COLUMN.1) / line) as usize;
        (style(Face::Medium, size, line), lines)
    };
    let styles = [size(36.0, 46.0), size(32.0, 41.0), size(28.0, 36.0)];
    let column = |(place, (label, whole)): (usize, (String, &String))| {
        let (text, is_short) = few_lines(desk, whole, &styles, width);
        let label_text = one_line(desk, &label, &[LABEL], width);
        let left = MARGIN + (width + BETWEEN) * place as f32;
        Column { label, whole: whole.trim().to_owned(), label_text, text, left, is_short }
    };
    told.into_iter().enumerate().map(column).collect()
}
