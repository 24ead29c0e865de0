//! What an opportunity looks like as a card: what it is called, whose it is, by when, how far it is.

use crate::insight::{RankedIdea, days_late};
use crate::model::{Opportunity, Status};
use crate::scene::draw::pen::{self, Pen, Style, circle, line_boxes, solid, text_at};
use crate::scene::{Drawing, Face, Item, Paint, Role, Stroke, Summary, Text, icon};
use crate::words::{Words, initial, titled};
use egui::{Pos2, Rect, pos2, vec2};
use jiff::civil::Date;
use std::sync::Arc;

/// A card without much to say.
pub(super) const LEAST: egui::Vec2 = vec2(140.0, 68.0);
const RADIUS: f32 = 8.0;
/// From the edges to the text.
const PAD: f32 = 12.0;
const PAD_Y: f32 = 8.0;
/// How high the row below the title is.
const ROW: f32 = 18.0;
/// The disc with the owner's initial.
const DISC: f32 = 8.5;
/// A longer title is cut: the list beside has all of it.
const TITLE_MAX: usize = 140;
/// On a card that only says what it is called: the page of what is next has all of it.
const BARE_MAX: usize = 70;

const DATE: Style = pen::NOTE;
const LATE: Style = Style { face: Face::SemiBold, ..pen::NOTE };
const INITIAL: Style = Style { face: Face::SemiBold, size: 9.0, line_height: 12.0 };
const ICON: Style = Style { face: Face::Icons, size: 14.0, line_height: 18.0 };

/// The icon of how far an opportunity has come.
pub fn status_icon(status: Option<&Status>) -> char {
    match status {
        None | Some(Status::Idea) => icon::LIGHTBULB,
        Some(Status::Planned) => icon::CALENDAR,
        Some(Status::Ongoing) => icon::PLAY,
        Some(Status::Done) => icon::CHECK,
        Some(Status::Dropped) => icon::X,
        Some(Status::Other(_)) => icon::CIRCLE,
    }
}

/// Its colour.
pub fn status_role(status: Option<&Status>) -> Role {
    match status {
        None | Some(Status::Idea) => Role::IdeaText,
        Some(Status::Ongoing) => Role::Accent,
        Some(Status::Done) => Role::Good,
        Some(Status::Planned | Status::Dropped | Status::Other(_)) => Role::Muted,
    }
}

/// Is something left to do about it, which a date is to be asked for? What is planned is asked for one;
/// an idea where others have one and somebody has gone on with it: as the list of gaps asks.
pub fn asks_for_date(one: &Opportunity, others_have: bool) -> bool {
    let is_over = matches!(one.status, Some(Status::Done | Status::Dropped));
    let is_planned = matches!(one.status, Some(Status::Planned | Status::Ongoing));
    let is_at_work = is_rated(one) || !one.owner.trim().is_empty();
    one.due.trim().is_empty() && !is_over && (is_planned || others_have && is_at_work)
}

/// The same of an owner.
pub fn asks_for_owner(idea: &RankedIdea, others_have: bool) -> bool {
    let one = &idea.opportunity;
    let is_planned = matches!(one.status, Some(Status::Planned | Status::Ongoing));
    let is_at_work = is_rated(one) || !one.due.trim().is_empty();
    idea.owner.is_empty() && !idea.is_over() && (is_planned || others_have && is_at_work)
}

/// Has somebody given it a figure?
fn is_rated(one: &Opportunity) -> bool {
    [one.customer_value, one.business_value, one.effort].iter().any(Option::is_some)
}

/// What all cards of a picture have in common.
#[derive(Clone, Copy, Debug)]
pub(super) struct CardLook {
    pub width: f32,
    /// Only what it is called, and how far it is: for who sits far away.
    pub bare: bool,
    pub today: Date,
    /// Some opportunity has a date, so that one without lacks it.
    pub has_dates: bool,
    /// The same of owners.
    pub has_owners: bool,
}

impl CardLook {
    pub(super) fn of(ideas: &[RankedIdea], width: f32, today: Date) -> Self {
        let left = || ideas.iter().filter(|idea| !idea.is_over());
        let has_dates = left().any(|idea| !idea.opportunity.due.trim().is_empty());
        let has_owners = left().any(|idea| !idea.owner.is_empty());
        Self { width, bare: false, today, has_dates, has_owners }
    }
}

/// What is said of when an opportunity is due, and whether that is bad: it has no date, or is late.
pub(super) fn due_said(one: &Opportunity, look: CardLook, words: &Words) -> (String, bool) {
    if asks_for_date(one, look.has_dates) {
        return (words.ideas_no_date(), true);
    }
    let is_over = matches!(one.status, Some(Status::Done | Status::Dropped));
    let late = !is_over && days_late(&one.due, look.today).is_some();
    (words.due_short(&one.due, look.today), late)
}

/// Its name with its figures, for those who do not see them; and that nobody sees to it, where that
/// is told by a dashed ring alone.
pub(super) fn said(idea: &RankedIdea, look: CardLook, words: &Words) -> String {
    let title = titled(&idea.opportunity.title, words);
    let said = match idea.figures() {
        None => words.labelled(title, words.ideas_without_figures()),
        Some(it) => {
            let figures = [it.effort, it.customer, it.business].map(|figure| words.number(figure));
            let [effort, customer, business] = figures;
            words.labelled(title, words.ideas_figures(effort, customer, business))
        }
    };
    match asks_for_owner(idea, look.has_owners) {
        true => format!("{said}. {}", words.ideas_nobody()),
        false => said,
    }
}

/// The card.
pub(super) fn card(pen: &mut Pen<'_>, idea: &RankedIdea, look: CardLook) -> Drawing {
    let width = look.width;
    let one = &idea.opportunity;
    let (title, ink) = pen.titled(&one.title, Role::Ink);
    let most = if look.bare { BARE_MAX } else { TITLE_MAX };
    let cut: String = match title.chars().count() > most {
        true => title.chars().take(most - 1).chain(['…']).collect(),
        false => title.into_owned(),
    };
    let sign = pen.short(&status_icon(one.status.as_ref()).to_string(), ICON);
    let beside = if look.bare { sign.size.x + 4.0 } else { 0.0 };
    let text = pen.text(&cut, pen::CARD, Some(width - 2.0 * PAD - beside));
    let ink = if idea.is_over() { Role::Muted.into() } else { ink };
    let least = pen.grown(34.0);
    let below = PAD_Y + text.size.y.max(least) + 2.0;
    let row = pen.grown(ROW);
    let height = match look.bare {
        true => text.size.y.max(sign.size.y) + 2.0 * PAD_Y - 4.0,
        false => (below + row + PAD_Y - 2.0).max(LEAST.y),
    };
    let size = vec2(width, height);

    let mut items = vec![Item::Rect {
        rect: Rect::from_min_size(Pos2::ZERO, size),
        radius: RADIUS,
        fill: Some(Role::Card.into()),
        stroke: Some(solid(1.0, Role::Hairline)),
        shadow: true,
    }];
    let stripe = Rect::from_min_size(pos2(2.0, 8.0), vec2(3.0, height - 16.0));
    items.push(Item::Rect {
        rect: stripe,
        radius: 1.5,
        fill: Some(Role::StripeOpportunity.into()),
        stroke: None,
        shadow: false,
    });
    let corner = match look.bare {
        true => pos2(PAD, (height - text.size.y) / 2.0),
        false => pos2(PAD, PAD_Y),
    };
    let lines = line_boxes(corner, &text);
    items.push(text_at(corner, text, ink));
    let middle = if look.bare { height / 2.0 } else { height - PAD_Y - row / 2.0 + 1.0 };
    if !look.bare {
        items.extend(who_and_when(pen, idea, look, middle));
    }
    let at = pos2(width - PAD - sign.size.x + 2.0, middle - sign.size.y / 2.0);
    items.push(text_at(at, sign, status_role(one.status.as_ref())));
    let stripe = Some(Paint::from(Role::StripeOpportunity));
    let summary = Summary { fill: Some(Role::Card.into()), stripe, lines, pictures: false };
    Drawing { size, items, summary, ..Drawing::default() }
}

/// Whose an opportunity is, and by when, on the line around `middle`.
fn who_and_when(pen: &mut Pen<'_>, idea: &RankedIdea, look: CardLook, middle: f32) -> Vec<Item> {
    let (one, width) = (&idea.opportunity, look.width);
    let (mut items, mut x) = (Vec::new(), PAD);
    if !idea.owner.is_empty() || asks_for_owner(idea, look.has_owners) {
        let radius = pen.grown(DISC);
        let at = pos2(x + radius, middle);
        items.extend(owner_disc(pen, &idea.owner, at, radius));
        x += radius * 2.0 + 6.0;
    }
    let (due, is_bad) = due_said(one, look, pen.words);
    if !due.is_empty() {
        let style = if is_bad && !one.due.trim().is_empty() { LATE } else { DATE };
        let due = pen.text(&due, style, Some((width - PAD - 20.0 - x).max(24.0)));
        let at = pos2(x, middle - due.size.y / 2.0);
        items.push(text_at(at, due, if is_bad { Role::Bad } else { Role::Muted }));
    }
    items
}

/// Whose it is, as initials in a grey disc; dashed and empty where it ought to be somebody's.
pub(super) fn owner_disc(pen: &mut Pen<'_>, owner: &str, at: Pos2, radius: f32) -> Vec<Item> {
    if owner.is_empty() {
        let dash = Stroke { dash: Some((2.5, 2.0)), ..solid(1.2, Role::Bad) };
        return vec![circle(at, radius - 0.6, Some(Role::GapFill.into()), Some(dash))];
    }
    let letter: Arc<Text> = pen.short(&initial(owner), INITIAL);
    let corner = at - letter.size / 2.0;
    vec![circle(at, radius, Some(Role::Chip.into()), None), text_at(corner, letter, Role::Ink)]
}
