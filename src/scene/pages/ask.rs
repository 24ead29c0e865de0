//! What is asked of those who decide: up to three things to say yes to, each with who sees to it and by
//! when, and below them what comes next. What is shortened here stands whole on the page after it.

use super::context::PageContext;
use super::kit::{heading, spills};
use super::lines::{baseline, few_lines, filled, one_line};
use super::plan::{Block, ColumnShape, Of, PageColumns};
use super::said::has_passed;
use super::sizes::{MARGIN, TextSize, style};
use super::{Page, Planned, SIZE, flow};
use crate::insight::{Ask, AskedKind, AskedThing, AskedWhat};
use crate::model::{PageKind, StoryPage, Task, TextOf, Thing, on_one_line};
use crate::scene::draw::pen::{Style, circle, text_at};
use crate::scene::map::quotes::shortened;
use crate::scene::{Face, Group, Item, Role, Tag, Text, phase_color};
use crate::words::{Named as _, titled};
use egui::{Pos2, Rect, pos2, vec2};
use jiff::civil::Date;
use std::sync::Arc;

/// How high a thing is with the line below it; the fewer there are, the higher and the larger.
const ROW: f32 = 148.0;
const ROW_MAX: f32 = 216.0;
/// Its texts are at most so much larger.
const LARGER_MAX: f32 = 1.3;
/// Where what comes next begins.
const NEXT: f32 = 746.0;
/// What is to be done next stands in so many columns.
const STEPS: usize = 3;
const UNDER: Style = style(Face::Regular, 32.0, 42.0);
const NAME: Style = style(Face::SemiBold, 50.0, 62.0);
const LOWER_NAME: Style = style(Face::SemiBold, 36.0, 46.0);
const NOTE: Style = style(Face::Regular, 32.0, 42.0);
const PHASE: Style = style(Face::SemiBold, 32.0, 42.0);
const DATE: Style = style(Face::SemiBold, 50.0, 62.0);
const STEP_DATE: Style = style(Face::SemiBold, 36.0, 46.0);
const OVER: Style = style(Face::SemiBold, 36.0, 46.0);
const SMALL: Style = style(Face::Regular, 28.0, 37.0);
/// What has begun.
const BEGUN: Style = style(Face::SemiBold, 36.0, 44.0);
/// From the left edge to the texts, and what stands at the right takes so much.
const LEFT: f32 = 38.0;
const RIGHT: f32 = 420.0;

/// What stands on one page.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum AskPage {
    /// What is asked, if anything is.
    Asked(Option<Arc<Ask>>),
    /// A heading that is too long to stand over it.
    Heading(PageColumns, ColumnShape),
}

/// The pages it takes.
pub(super) fn parts(desk: &mut PageContext<'_>, page: &StoryPage) -> Vec<AskPage> {
    let title = super::kit::heading_of(desk, page);
    let asked = desk.memo.told.asked(desk.project, desk.journey);
    let mut parts = vec![AskPage::Asked(asked)];
    if spills(&title) {
        let (_, top) = heading(desk, "-", &title, Role::IdeaText);
        let block: Block = Of::Text(title.as_str().into(), Some(TextOf::Heading)).into();
        let shape = ColumnShape::new(3, SIZE.x - 2.0 * MARGIN, TextSize::Medium);
        let pages = flow::pages(desk, vec![block].into(), shape, 990.0 - top);
        parts.extend(pages.into_iter().map(|columns| AskPage::Heading(columns, shape)));
    }
    parts
}

pub(super) fn draw(desk: &mut PageContext<'_>, planned: &Planned, part: &AskPage) -> Page {
    let title = planned.title.clone();
    let over = PageKind::Ask.name(desk.pen.words);
    let (head, top) = heading(desk, &over, &title, Role::IdeaText);
    let mut items = Vec::new();
    match part {
        AskPage::Heading(columns, shape) => {
            items.extend(head);
            items.extend(flow::draw(desk, columns, *shape, pos2(MARGIN, top)));
        }
        AskPage::Asked(None) => items.extend(head),
        AskPage::Asked(Some(asked)) => {
            // Behind all of it, so that the heading is read first.
            let under_way = asked.tasks.is_empty() && has_under_way(asked);
            let has_next = !asked.tasks.is_empty() || under_way;
            if has_next {
                let band = Rect::from_min_max(pos2(0.0, NEXT), SIZE.to_pos2());
                let fill = Some(Role::IdeaFill.into());
                items.push(Item::Rect {
                    rect: band,
                    radius: 0.0,
                    fill,
                    stroke: None,
                    shadow: false,
                });
            }
            items.extend(head);
            let bottom = if has_next { NEXT - 8.0 } else { 990.0 };
            let said = under(desk, asked, &planned.page);
            let mut y = top - 16.0;
            if !said.is_empty() {
                let said = desk.pen.text(&said, UNDER, Some(SIZE.x - 2.0 * MARGIN));
                let high = said.size.y;
                items.push(text_at(pos2(MARGIN, y), said, Role::Muted));
                y += high + 22.0;
            }
            let today = desk.today.unwrap_or_else(|| first_day(asked));
            let count = asked.things.len().max(1) as f32;
            let row = ((bottom - y) / count).min(ROW_MAX);
            // Few things stand in the middle of their room, a little above it; one alone in the middle.
            let above = if asked.things.len() == 1 { 0.5 } else { 0.3 };
            y += ((bottom - y - row * count) * above).max(0.0);
            for (place, thing) in asked.things.iter().enumerate() {
                let at = pos2(MARGIN, y + row * place as f32);
                let last = place + 1 == asked.things.len();
                items.push(one(desk, thing, at, row, !last, today));
            }
            match under_way {
                true => ongoing(desk, asked, &mut items),
                false if has_next => next(desk, asked, today, &mut items),
                false => {}
            }
        }
    }
    Page { title, items, map: None }
}

/// Has something begun beside what is asked for?
fn has_under_way(asked: &Ask) -> bool {
    !asked.ongoing.is_empty() && asked.kind != AskedKind::UnderWay
}

/// What stands under the heading: who decides and when, where somebody has said so; else how many
/// there are.
fn under(desk: &PageContext<'_>, asked: &Ask, page: &StoryPage) -> String {
    let words = desk.pen.words;
    let (who, when) = (page.decided_by.trim(), page.decided_on.trim());
    let day = |when: &str| match when.parse::<Date>() {
        Ok(day) => words.day_short(day, desk.today.unwrap_or(day)),
        Err(_) => when.to_owned(),
    };
    match (who, when) {
        ("", "") => {}
        (who, "") => return words.ask_decided_by(who),
        ("", when) => return words.ask_decided_on(day(when)),
        (who, when) => return words.ask_decided(who, day(when)),
    }
    let count = asked.count as f64;
    let (said, all) = (words.first_count_word(asked.count), words.count_word(asked.all));
    let first = match asked.kind {
        AskedKind::Planned => words.ask_planned_of(count, said, all),
        AskedKind::Ideas => words.ask_ideas_of(count, said, all),
        AskedKind::UnderWay | AskedKind::Pains => String::new(),
    };
    let ongoing = asked.ongoing.len();
    let second = match has_under_way(asked) {
        true => words.ask_ongoing_too(ongoing as f64, words.first_count_word(ongoing)),
        false => String::new(),
    };
    format!("{first} {second}").trim().to_owned()
}

/// The first day that is named: years are said of others only, where nobody knows which day it is.
fn first_day(asked: &Ask) -> Date {
    let ideas = asked.things.iter().map(|thing| match &thing.what {
        AskedWhat::Idea(idea) => idea.opportunity.due.as_str(),
        AskedWhat::Pain(..) => "",
    });
    let days = ideas.chain(asked.tasks.iter().map(|task| task.due.as_str()));
    days.filter_map(|due| due.trim().parse::<Date>().ok()).min().unwrap_or(Date::ZERO)
}

/// A thing that is asked for.
fn one(
    desk: &mut PageContext<'_>,
    thing: &AskedThing,
    at: Pos2,
    row: f32,
    has_line: bool,
    today: Date,
) -> Item {
    let words = desk.pen.words;
    let (right, left) = (SIZE.x - MARGIN, at.x + LEFT);
    let by = (row / ROW).clamp(1.0, LARGER_MAX);
    let larger = |style: Style| style_of(style, by);
    let phase = thing.phase.and_then(|place| Some((place, desk.journey.phases.get(place)?)));
    let color = phase.map(|(place, phase)| phase_color(place, phase));
    let mut items = Vec::new();
    let stripe = Rect::from_min_size(at + vec2(0.0, 8.0), vec2(8.0, (ROW - 42.0) * by));
    let role = color.map_or(Role::Muted, Role::PhaseText);
    items.push(filled(stripe, 4.0, role));
    let idea = match &thing.what {
        AskedWhat::Idea(idea) => Some(&idea.opportunity),
        AskedWhat::Pain(..) => None,
    };
    let due = idea.filter(|one| !one.due.trim().is_empty());
    let due = due.map(|one| by_when(desk, &one.due, today, by));
    // The name leaves room for what stands at the right.
    let taken = due.as_ref().map_or(0.0, |due| due.width + 40.0).max(RIGHT);
    let room = right - taken - left;
    let called = thing.what.name(words);
    let title = one_line(desk, &called, &[larger(NAME), larger(LOWER_NAME), LOWER_NAME], room);
    let base = title.size.y;
    items.push(text_at(pos2(left, at.y), title, Role::Ink));
    let (note, owner, thing_of) = match &thing.what {
        AskedWhat::Idea(idea) => {
            let one = &idea.opportunity;
            let place = idea.card.clone().map(Thing::Card);
            (one.note.clone(), Some(idea.owner.clone()), place)
        }
        AskedWhat::Pain(place, card) => (card.note.clone(), None, Some(Thing::Card(place.clone()))),
    };
    let mut x = left;
    let mut said = vec![called];
    let y = at.y + base.min(row - 48.0 * by);
    if let Some((_, phase)) = phase {
        let name = shortened(&titled(&phase.title, words), 30).into_owned();
        let text = desk.pen.text(&name, larger(PHASE), None);
        let wide = text.size.x;
        items.push(text_at(pos2(x, y), text, role));
        x += wide + 22.0;
        said.push(name);
    }
    let note = on_one_line(&note);
    if !note.is_empty() {
        let text = one_line(desk, &note, &[larger(NOTE), NOTE, SMALL], right - RIGHT - x);
        items.push(text_at(pos2(x, y), text, Role::Muted));
        said.push(note);
    }
    if let Some(due) = due {
        let corner = pos2(right - due.width, at.y);
        let texts = due.texts.into_iter();
        items.extend(texts.map(|(by, text, role)| text_at(corner + by.to_vec2(), text, role)));
        said.push(due.said);
    }
    if let Some(owner) = owner {
        let (text, role) = match owner.trim() {
            "" => (words.ask_no_owner(), Role::Bad),
            owner => (words.ask_owner(shortened(owner, 22).into_owned()), Role::Muted),
        };
        let laid = desk.pen.text(&text, larger(NOTE), None);
        items.push(text_at(pos2(right - laid.size.x, y), laid, role));
        said.push(text);
    }
    if has_line {
        let line =
            Rect::from_min_max(pos2(at.x, at.y + row - 18.0), pos2(right, at.y + row - 16.0));
        items.push(filled(line, 0.0, Role::Hairline));
    }
    let bounds = Rect::from_min_max(at, pos2(right, at.y + row));
    let title = said.join(". ");
    Item::Group(Group { tag: Tag::Card, thing: thing_of, title, bounds, items })
}

/// The same style, so much larger.
fn style_of(style: Style, by: f32) -> Style {
    Style { size: style.size * by, line_height: style.line_height * by, ..style }
}

/// By when a thing is asked for, in a line.
struct ByWhen {
    /// From its corner.
    texts: Vec<(Pos2, Arc<Text>, Role)>,
    width: f32,
    said: String,
}

/// By when: "by 12 May", and that the day has passed where it has.
fn by_when(desk: &mut PageContext<'_>, due: &str, today: Date, larger: f32) -> ByWhen {
    let words = desk.pen.words;
    let has_passed = has_passed(due, desk.today);
    let day = shortened(&words.due_short(due, today), 24).into_owned();
    let by = desk.pen.text(&words.ask_by(), style_of(NOTE, larger), None);
    let date = desk.pen.text(&day, style_of(DATE, larger), None);
    let drop = baseline(&date) - baseline(&by);
    let left = by.size.x + 18.0;
    let mut width = left + date.size.x;
    let mut said = vec![words.deck_due(day)];
    let ink = if has_passed { Role::Bad } else { Role::Ink };
    let mut texts = vec![(pos2(0.0, drop), by, Role::Muted), (pos2(left, 0.0), date, ink)];
    if has_passed {
        let passed = words.ask_passed();
        let text = desk.pen.text(&format!("· {passed}"), style_of(NOTE, larger), None);
        let at = pos2(width + 14.0, drop);
        width = at.x + text.size.x;
        texts.push((at, text, Role::Bad));
        said.push(passed);
    }
    ByWhen { texts, width, said: said.join(" · ") }
}

/// What has begun already, where no task is left: what it is, and who sees to it.
fn ongoing(desk: &mut PageContext<'_>, asked: &Ask, items: &mut Vec<Item>) {
    let words = desk.pen.words;
    let heading = desk.pen.text(&words.ask_under_way(), OVER, None);
    items.push(text_at(pos2(MARGIN, NEXT + 26.0), heading, Role::IdeaText));
    let right = SIZE.x - MARGIN;
    let more = asked.ongoing.len().saturating_sub(STEPS);
    if more > 0 {
        let text = desk.pen.text(&words.ask_more(words.number(more as f64)), SMALL, None);
        items.push(text_at(pos2(right - text.size.x, NEXT + 34.0), text, Role::Muted));
    }
    let wide = (right - MARGIN) / STEPS as f32;
    for (place, thing) in asked.ongoing.iter().take(STEPS).enumerate() {
        let at = pos2(MARGIN + wide * place as f32, NEXT + 96.0);
        let called = thing.what.name(words);
        let mut text = desk.pen.text(&called, BEGUN, Some(wide - 50.0));
        if text.lines.len() > 2 {
            text = desk.pen.text(&shortened(&called, 50), BEGUN, Some(wide - 50.0));
        }
        let mut high = text.size.y;
        let mut drawn = vec![text_at(at, text, Role::Ink)];
        let mut said = vec![called];
        let owner = match &thing.what {
            AskedWhat::Idea(idea) => idea.owner.trim(),
            AskedWhat::Pain(..) => "",
        };
        if !owner.is_empty() {
            let owner = words.ask_owner(owner);
            let text = one_line(desk, &owner, &[UNDER, SMALL], wide - 50.0);
            drawn.push(text_at(at + vec2(0.0, high + 4.0), text.clone(), Role::Muted));
            high += 4.0 + text.size.y;
            said.push(owner);
        }
        let bounds = Rect::from_min_size(at, vec2(wide - 50.0, high));
        let (tag, title) = (Tag::Figure, said.join(". "));
        items.push(Item::Group(Group { tag, thing: None, title, bounds, items: drawn }));
    }
}

/// What comes next: the first tasks on a line of time.
fn next(desk: &mut PageContext<'_>, asked: &Ask, today: Date, items: &mut Vec<Item>) {
    let words = desk.pen.words;
    let heading = desk.pen.text(&words.ask_next(), OVER, None);
    items.push(text_at(pos2(MARGIN, NEXT + 26.0), heading, Role::IdeaText));
    let right = SIZE.x - MARGIN;
    let more = asked.tasks.len().saturating_sub(STEPS);
    if more > 0 {
        let last = asked.tasks.iter().rev().find(|task| task.due.trim().parse::<Date>().is_ok());
        let last = last.map(|task| words.due_short(&task.due, today));
        let said = match last {
            Some(last) => words.ask_more_by(words.number(more as f64), last),
            None => words.ask_more(words.number(more as f64)),
        };
        let text = desk.pen.text(&said, SMALL, None);
        items.push(text_at(pos2(right - text.size.x, NEXT + 34.0), text, Role::Muted));
    }
    let y = NEXT + 102.0;
    let line = Rect::from_min_max(pos2(MARGIN, y - 1.5), pos2(right, y + 1.5));
    items.push(filled(line, 0.0, Role::IdeaText));
    let wide = (right - MARGIN) / STEPS as f32;
    for (place, task) in asked.tasks.iter().take(STEPS).enumerate() {
        let at = pos2(MARGIN + wide * place as f32, y);
        items.push(circle(at + vec2(9.0, 0.0), 9.0, Some(Role::IdeaText.into()), None));
        items.push(step(desk, task, at + vec2(0.0, 24.0), wide - 50.0, today));
    }
}

/// A task with its day and who does it.
fn step(desk: &mut PageContext<'_>, task: &Task, at: Pos2, width: f32, today: Date) -> Item {
    let words = desk.pen.words;
    let mut items = Vec::new();
    let mut said = Vec::new();
    let (mut x, mut below) = (at.x, 0.0);
    if !task.due.trim().is_empty() {
        let day = shortened(&words.due_short(&task.due, today), 20).into_owned();
        let text = desk.pen.text(&day, STEP_DATE, None);
        let wide = text.size.x;
        let has_passed = has_passed(&task.due, desk.today);
        let ink = if has_passed { Role::Bad } else { Role::Ink };
        items.push(text_at(at, text, ink));
        x += wide + 18.0;
        said.push(day);
        if has_passed {
            let late = words.ask_late();
            let text = desk.pen.text(&late, UNDER, None);
            let wide = text.size.x;
            items.push(text_at(pos2(x, at.y + 4.0), text, Role::Bad));
            x += wide + 18.0;
            said.push(late);
        }
    }
    if !task.owner.trim().is_empty() {
        let owner = on_one_line(&task.owner);
        let room = at.x + width - x;
        let mut text = desk.pen.text(&owner, UNDER, None);
        if text.size.x > room {
            text = desk.pen.text(&owner, SMALL, None);
        }
        // One whose name has no room beside the day stands below it.
        let mut corner = pos2(x, at.y + 4.0);
        if text.size.x > room && !said.is_empty() {
            text = one_line(desk, &owner, &[UNDER, SMALL], width);
            corner = at + vec2(0.0, 46.0);
            below = 42.0;
        } else if text.size.x > room {
            text = one_line(desk, &owner, &[UNDER, SMALL], width);
        }
        items.push(text_at(corner, text, Role::Muted));
        said.push(owner);
    }
    below += if said.is_empty() { 0.0 } else { 48.0 };
    let title = titled(&task.title, words);
    let most = [4, 3, 2][usize::from(!said.is_empty()) + usize::from(below > 48.0)];
    let (text, _) = few_lines(desk, &title, &[(SMALL, most)], width);
    let high = text.size.y;
    items.push(text_at(at + vec2(0.0, below), text, Role::Ink));
    said.push(title);
    let bounds = Rect::from_min_size(at, vec2(width, below + high));
    let title = said.join(". ");
    Item::Group(Group { tag: Tag::Figure, thing: None, title, bounds, items })
}
