//! What stands in the cells of a row.

use super::KnownTable;
use crate::insight::{CardRow, TableColumn, met_said};
use crate::model::{Evidence, Mark, Met};
use crate::scene::{Role, icon, lane_stripe, persona_role};
use crate::ui::Context;
use crate::ui::kit::buttons::{focus_ring, medium, regular, semibold};
use crate::ui::kit::dashed_frame::dashed_frame;
use crate::ui::kit::tooltip::Tip as _;
use crate::words::{Named as _, Words, initial, lane_name, persona_name, titled};
use egui::epaint::PathShape;
use egui::{
    Align2, Color32, CursorIcon, FontId, Pos2, Rect, Response, Sense, Shape, Stroke, Ui,
    WidgetInfo, pos2, vec2,
};

/// So many faces are shown; the others are counted.
const FACES: usize = 3;

/// What was pressed in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CellAsks {
    /// Somebody is to see to it.
    Owner,
    /// An opportunity is to answer it.
    Opportunity,
}

/// What a card says, on one line.
pub(super) fn card_said(row: &CardRow, words: &Words) -> String {
    one_line(&titled(&row.card.text, words))
}

fn one_line(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join(" ")
}

/// What a row says to whoever listens: the card, where it is, who sees to it and what is missing.
pub(super) fn row_said(known: &KnownTable, row: &CardRow, words: &Words) -> String {
    let table = &known.table;
    let mut said = vec![card_said(row, words)];
    said.extend(table.lane(row).map(|lane| lane_name(lane, words)));
    said.extend(table.step(row).map(|step| titled(&step.title, words)));
    said.extend(table.personas(row).map(|(_, persona)| persona_name(persona, words)));
    said.extend(row.card.channel.as_ref().map(|channel| channel.name(words)));
    said.extend(row.card.evidence.as_ref().map(|evidence| evidence.name(words)));
    said.extend(row.card.met.as_ref().map(|met| met_said(met, words)));
    said.extend(row.card.automatic.then(|| words.field_automatic()));
    said.extend(row.card.reach.as_ref().map(|reach| reach.name(words)));
    let missing = row.missing;
    match (row.owner.is_empty(), missing.owner) {
        (false, _) => said.push(row.owner.clone()),
        (true, true) => said.push(words.card_table_no_owner()),
        (true, false) => {}
    }
    match &row.opportunity {
        Some(one) => said.push(one_line(&titled(&one.title, words))),
        None if missing.opportunity => said.push(words.card_table_no_opportunity()),
        None => {}
    }
    said.join(", ")
}

/// Shows a cell of a row.
pub(super) fn cell_ui(
    ui: &Ui,
    cx: &Context<'_>,
    known: &KnownTable,
    row: &CardRow,
    column: TableColumn,
    rect: Rect,
) -> Option<CellAsks> {
    let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
    let pen = CellPen { ui, rect };
    match column {
        TableColumn::Text => text_ui(&pen, cx, row),
        TableColumn::Lane => {
            if let Some(lane) = known.table.lane(row) {
                let bar = Rect::from_center_size(pen.at(1.5), vec2(3.0, 14.0));
                ui.painter().rect_filled(bar, 1.5, cx.theme.color(lane_stripe(&lane.kind)));
                pen.say(12.0, &one_line(&lane_name(lane, cx.words)), regular(13.0), ink);
            }
        }
        TableColumn::Step => {
            if let Some(step) = known.table.step(row) {
                pen.say(0.0, &one_line(&titled(&step.title, cx.words)), regular(13.0), muted);
            }
        }
        TableColumn::Who => who_ui(&pen, cx, known, row),
        TableColumn::Channel => {
            let card = &row.card;
            let mut left = 0.0;
            if let Some(channel) = &card.channel {
                left = pen.say(left, &channel.name(cx.words), regular(13.0), ink) + 8.0;
            }
            if let Some(ownership) = &card.ownership {
                pen.say(left, &ownership.name(cx.words), regular(12.5), muted);
            }
        }
        TableColumn::Evidence => evidence_ui(&pen, cx, row),
        TableColumn::Met => {
            if let Some(met) = &row.card.met {
                let role = if *met == Met::No { Role::Bad } else { Role::Ink };
                pen.say(0.0, &met.name(cx.words), regular(13.0), cx.theme.color(role));
            }
        }
        TableColumn::Automatic => {
            if row.card.automatic {
                pen.say(0.0, &cx.words.answer_yes(), regular(13.0), ink);
            }
        }
        TableColumn::Reach => {
            if let Some(reach) = &row.card.reach {
                pen.say(0.0, &reach.name(cx.words), regular(13.0), ink);
            }
        }
        TableColumn::Owner if row.missing.owner => {
            let name = || cx.words.card_table_set_owner(card_said(row, cx.words));
            let round = Rect::from_center_size(pen.at(10.0), vec2(20.0, 20.0));
            let response = dashed_ui(&pen, cx, (round, "owner"), row, name);
            let bad = cx.theme.color(Role::Bad);
            ring(ui, cx, round.center(), &response);
            ui.painter().text(
                round.center(),
                Align2::CENTER_CENTER,
                icon::PLUS,
                regular(12.0),
                bad,
            );
            return response.clicked().then_some(CellAsks::Owner);
        }
        TableColumn::Owner if row.owner.is_empty() => {}
        TableColumn::Owner => {
            let at = pen.at(9.0);
            ui.painter().circle_filled(at, 9.0, cx.theme.color(Role::Ink.at(26)));
            let letter = initial(&row.owner);
            ui.painter().text(at, Align2::CENTER_CENTER, letter, semibold(9.5), ink);
            pen.say(26.0, &row.owner, regular(13.0), ink);
        }
        TableColumn::Opportunity if row.missing.opportunity => {
            let bad = cx.theme.color(Role::Bad);
            let said = cx.words.card_table_no_opportunity();
            let galley = ui.painter().layout_no_wrap(said, medium(12.5), bad);
            let wide = (galley.size().x + 34.0).min(rect.width() + 2.0);
            let pill = Rect::from_min_size(
                pos2(rect.left() - 2.0, rect.center().y - 11.5),
                vec2(wide, 23.0),
            );
            let name = || cx.words.card_table_make_opportunity(card_said(row, cx.words));
            let response = dashed_ui(&pen, cx, (pill, "opportunity"), row, name);
            ui.painter().rect_filled(pill, 11.5, cx.theme.color(Role::GapFill));
            dashed_pill(ui, pill, Stroke::new(if response.hovered() { 1.6 } else { 1.1 }, bad));
            let at = pos2(pill.left() + 13.0, pill.center().y);
            ui.painter().text(at, Align2::CENTER_CENTER, icon::PLUS, regular(12.0), bad);
            let at = pos2(pill.left() + 23.0, pill.center().y - galley.size().y / 2.0);
            ui.painter().with_clip_rect(pill.intersect(ui.clip_rect())).galley(at, galley, bad);
            return response.clicked().then_some(CellAsks::Opportunity);
        }
        TableColumn::Opportunity => {
            if let Some(one) = &row.opportunity {
                let bulb = cx.theme.color(Role::IdeaText);
                ui.painter().text(
                    pen.at(8.0),
                    Align2::CENTER_CENTER,
                    icon::LIGHTBULB,
                    regular(14.0),
                    bulb,
                );
                pen.say(22.0, &one_line(&titled(&one.title, cx.words)), regular(13.0), ink);
            }
        }
    }
    None
}

/// Writes in a cell.
struct CellPen<'a> {
    ui: &'a Ui,
    rect: Rect,
}

impl CellPen<'_> {
    /// A place in the middle of the line, `left` points from the cell's left edge.
    fn at(&self, left: f32) -> Pos2 {
        pos2(self.rect.left() + left, self.rect.center().y)
    }

    /// Writes a text from `left` on, as much of it as there is room for; answers where it ends. A text
    /// that is cut is whole in its tooltip.
    fn say(&self, left: f32, text: &str, font: FontId, color: Color32) -> f32 {
        let room = self.rect.width() - left;
        if room < 12.0 || text.is_empty() {
            return left;
        }
        let mut job = egui::text::LayoutJob::simple_singleline(text.to_owned(), font, color);
        job.wrap = egui::text::TextWrapping::truncate_at_width(room);
        let galley = self.ui.painter().layout_job(job);
        let size = galley.size();
        let at = self.at(left);
        if galley.elided {
            let place = Rect::from_min_size(at - vec2(0.0, 10.0), vec2(room, 20.0));
            let pointer = self.ui.input(|input| input.pointer.hover_pos());
            if pointer.is_some_and(|at| place.contains(at)) && self.ui.rect_contains_pointer(place)
            {
                let id = self.ui.scope_id().with(("whole", left.to_bits()));
                self.ui.interact(place, id, Sense::hover()).tip_at_pointer(|| text);
            }
        }
        self.ui.painter().galley(pos2(at.x, at.y - size.y / 2.0), galley, color);
        left + size.x
    }
}

fn text_ui(pen: &CellPen<'_>, cx: &Context<'_>, row: &CardRow) {
    let card = &*row.card;
    let blank = card.text.trim().is_empty();
    let ink = cx.theme.color(if blank { Role::Muted } else { Role::Ink });
    let mut left = pen.say(0.0, &card_said(row, cx.words), medium(13.5), ink);
    for mark in &card.marks {
        let (sign, role) = match mark {
            Mark::PainPoint => (icon::FLAG, Role::Bad),
            Mark::MomentOfTruth => (icon::STAR, Role::Idea),
            Mark::Competitor => (icon::USERS, Role::Muted),
            Mark::Other(_) => continue,
        };
        if left + 20.0 < pen.rect.width() {
            let color = cx.theme.color(role);
            let at = pen.at(left + 14.0);
            pen.ui.painter().text(at, Align2::CENTER_CENTER, sign, regular(14.0), color);
            left += 20.0;
        }
    }
    let muted = cx.theme.color(Role::Muted);
    pen.say(left + 12.0, &one_line(&card.note), regular(12.5), muted);
}

fn who_ui(pen: &CellPen<'_>, cx: &Context<'_>, known: &KnownTable, row: &CardRow) {
    let all: Vec<_> = known.table.personas(row).collect();
    let mut left = 11.0;
    for (place, persona) in all.iter().take(FACES) {
        let at = pen.at(left);
        let color = cx.theme.color(persona_role(*place, persona));
        pen.ui.painter().circle(at, 11.0, cx.theme.color(Role::Card), Stroke::new(1.8, color));
        let (face, font) = match persona.emoji.is_empty() {
            true => (initial(&persona_name(persona, cx.words)), semibold(10.5)),
            false => (persona.emoji.clone(), regular(12.5)),
        };
        pen.ui.painter().text(at, Align2::CENTER_CENTER, face, font, color);
        left += 19.0;
    }
    if all.len() > FACES {
        let muted = cx.theme.color(Role::Muted);
        let more = format!("+{}", cx.words.number((all.len() - FACES) as f64));
        pen.say(left - 4.0, &more, regular(12.0), muted);
    }
}

fn evidence_ui(pen: &CellPen<'_>, cx: &Context<'_>, row: &CardRow) {
    let Some(evidence) = &row.card.evidence else { return };
    let muted = cx.theme.color(Role::Muted);
    let painter = pen.ui.painter();
    let (middle, radius) = (pen.at(6.0), 4.5);
    match evidence {
        Evidence::Researched => {
            painter.circle_filled(middle, radius + 0.5, muted);
        }
        Evidence::Partly => {
            painter.circle_stroke(middle, radius, Stroke::new(1.3, muted));
            let half: Vec<Pos2> = (0..=10)
                .map(|step| {
                    let angle = (step as f32 / 10.0 - 0.5) * std::f32::consts::PI;
                    middle + vec2(angle.cos(), angle.sin()) * radius
                })
                .collect();
            painter.add(PathShape::convex_polygon(half, muted, Stroke::NONE));
        }
        Evidence::Hypothesis | Evidence::Other(_) => {
            painter.circle_stroke(middle, radius, Stroke::new(1.3, muted));
        }
    }
    let name = evidence.name(cx.words);
    let end = if row.missing.evidence {
        let bad = cx.theme.color(Role::Bad);
        let galley = painter.layout_no_wrap(name.clone(), medium(13.0), bad);
        let size = galley.size() + vec2(10.0, 2.0);
        let at = pen.at(14.0) - vec2(0.0, size.y / 2.0);
        painter.rect_filled(Rect::from_min_size(at, size), 5.0, cx.theme.color(Role::GapFill));
        pen.say(19.0, &name, medium(13.0), bad)
    } else {
        pen.say(18.0, &name, regular(13.0), cx.theme.color(Role::Ink))
    };
    if !row.card.sources.is_empty() {
        let count = row.card.sources.len();
        let said = cx.words.card_table_sources(count);
        let wide = painter.layout_no_wrap(said.clone(), regular(12.5), muted).size().x;
        // Without room for the word the figure stands alone.
        let said = match end + 8.0 + wide <= pen.rect.width() {
            true => said,
            false => cx.words.number(count as f64),
        };
        pen.say(end + 8.0, &said, regular(12.5), muted);
    }
}

/// What is missing is a button that gives it.
fn dashed_ui(
    pen: &CellPen<'_>,
    cx: &Context<'_>,
    (rect, what): (Rect, &str),
    row: &CardRow,
    name: impl Fn() -> String,
) -> Response {
    let id = super::row_id(&row.place.card).with(what);
    let response = pen.ui.interact(rect.expand(3.0), id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, name()));
    focus_ring(pen.ui, cx, &response, 12.0);
    response.tip(&name).on_hover_cursor(CursorIcon::PointingHand)
}

/// A dashed ring.
fn ring(ui: &Ui, cx: &Context<'_>, at: Pos2, response: &Response) {
    let wide = if response.hovered() { 1.6 } else { 1.2 };
    let stroke = Stroke::new(wide, cx.theme.color(Role::Bad));
    ui.painter().circle_filled(at, 9.5, cx.theme.color(Role::GapFill));
    let around = |step: u8| {
        let angle = f32::from(step) / 24.0 * std::f32::consts::TAU;
        at + vec2(angle.cos(), angle.sin()) * 9.5
    };
    let points: Vec<Pos2> = (0..=24).map(around).collect();
    ui.painter().extend(Shape::dashed_line(&points, stroke, 3.0, 2.5));
}

/// A dashed edge with round ends.
pub(super) fn dashed_pill(ui: &Ui, rect: Rect, stroke: Stroke) {
    let radius = rect.height() / 2.0;
    if rect.width() < rect.height() {
        return dashed_frame(ui.painter(), rect, stroke);
    }
    let half_turn = |middle: Pos2, from: f32| {
        (0..=10u8).map(move |step| {
            let angle = from + f32::from(step) / 10.0 * std::f32::consts::PI;
            middle + vec2(angle.cos(), angle.sin()) * radius
        })
    };
    let quarter = std::f32::consts::FRAC_PI_2;
    let (left, right) = (rect.left() + radius, rect.right() - radius);
    let middle = rect.center().y;
    let mut points: Vec<Pos2> = half_turn(pos2(right, middle), -quarter).collect();
    points.extend(half_turn(pos2(left, middle), quarter));
    points.extend(points.first().copied());
    ui.painter().extend(Shape::dashed_line(&points, stroke, 4.0, 3.0));
}
