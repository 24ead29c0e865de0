//! Which opportunity comes first, by which rule, and why.

use super::IdeasRoom;
use super::known::KnownIdeas;
use crate::edit::Change;
use crate::insight::{IdeaFigures, RankRule, RankedIdea, days_late};
use crate::model::{Id, Project, Status};
use crate::scene::{Role, asks_for_date, asks_for_owner, status_icon, status_role};
use crate::ui::kit::buttons::{focus_ring, line, medium, regular, semibold};
use crate::ui::kit::keyboard::has_keyboard;
use crate::ui::{Context, Document, Message};
use crate::words::{Named as _, Words, initial, titled};
use egui::{
    Align2, CursorIcon, EventFilter, Key, Popup, Pos2, Rect, Response, RichText, Sense, Stroke, Ui,
    WidgetInfo, pos2, vec2,
};
use jiff::civil::Date;

/// How high a row is.
const ROW: f32 = 60.0;
/// From a row's left edge to its words.
const WORDS: f32 = 32.0;
/// From the right edge to where the figures end, before the sum.
const FIGURES: f32 = 44.0;
/// A name with less room than this is not begun: its initial stands there.
const SHORT_NAME: f32 = 24.0;

impl IdeasRoom {
    pub(super) fn ranking_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        doc: &Document,
        known: &KnownIdeas,
        out: &mut Vec<Message>,
    ) {
        self.rule_ui(ui, cx);
        ui.add_space(8.0);
        let has_dates =
            known.ideas.iter().any(|idea| !idea.is_over() && !idea.opportunity.due.is_empty());
        let has_owners = known.ideas.iter().any(|idea| !idea.is_over() && !idea.owner.is_empty());
        for (place, idea) in known.ideas.iter().enumerate() {
            let look = RowLook { place, rule: self.rule, has_dates, has_owners };
            let is_chosen = self.chosen.as_ref() == Some(&idea.opportunity.id);
            let response = row_ui(ui, cx, idea, look, is_chosen, known.of.today);
            if response.clicked() {
                self.chosen = Some(idea.opportunity.id.clone());
                response.request_focus();
            }
            if response.double_clicked() {
                out.push(Message::Field("idea title"));
            }
            if self.rule == RankRule::Own {
                own_order(ui, doc, known, place, &response, out);
            }
        }
    }

    /// The heading, the rule in words, and the choice of another.
    fn rule_ui(&mut self, ui: &mut Ui, cx: &Context<'_>) {
        let words = cx.words;
        ui.label(RichText::new(words.ideas_ranking()).font(semibold(16.0)));
        ui.add_space(3.0);
        ui.horizontal(|ui| {
            let muted = cx.theme.color(Role::Muted);
            let said = RichText::new(rule_said(self.rule, words)).font(regular(13.0)).color(muted);
            let room = (ui.available_width() - 60.0).max(60.0);
            ui.scope(|ui| {
                ui.set_max_width(room);
                ui.add(egui::Label::new(said).wrap());
            });
            let right = egui::Layout::right_to_left(egui::Align::Center);
            ui.with_layout(right, |ui| {
                let change = words.ideas_rule_change();
                let accent = cx.theme.color(Role::Accent);
                let text = RichText::new(&change).font(medium(13.0)).color(accent);
                let button = ui.add(egui::Button::new(text).frame(false));
                focus_ring(ui, cx, &button, 4.0);
                Popup::menu(&button).show(|ui| {
                    for rule in RankRule::ALL {
                        let name = rule_name(rule, words);
                        if ui.selectable_label(self.rule == rule, name).clicked() {
                            self.rule = rule;
                        }
                    }
                });
            });
        });
    }
}

/// The rule in a sentence.
fn rule_said(rule: RankRule, words: &Words) -> String {
    match rule {
        RankRule::Sum => words.ideas_rule_sum(),
        RankRule::Ratio => words.ideas_rule_ratio(),
        RankRule::CustomerFirst => words.ideas_rule_customer(),
        RankRule::Own => words.ideas_rule_own(),
    }
}

fn rule_name(rule: RankRule, words: &Words) -> String {
    match rule {
        RankRule::Sum => words.ideas_rule_name_sum(),
        RankRule::Ratio => words.ideas_rule_name_ratio(),
        RankRule::CustomerFirst => words.ideas_rule_name_customer(),
        RankRule::Own => words.ideas_rule_name_own(),
    }
}

/// What the rule makes of the figures, and how: `5 + 5 − 1` and `9`.
pub(super) fn reckoned(figures: IdeaFigures, rule: RankRule, words: &Words) -> (String, String) {
    let IdeaFigures { customer, business, effort } = figures;
    let [c, b, e] = [customer, business, effort].map(|figure| words.number(figure));
    let how = match rule {
        RankRule::Sum | RankRule::Own => format!("{c} + {b} − {e}"),
        RankRule::Ratio => format!("({c} + {b}) ÷ {e}"),
        RankRule::CustomerFirst => format!("{c} · {b} · {e}"),
    };
    let tenth = (figures.score(rule) * 10.0).round() / 10.0;
    (how, words.number(tenth))
}

/// What all rows have in common, and which this is.
#[derive(Clone, Copy)]
struct RowLook {
    place: usize,
    rule: RankRule,
    has_dates: bool,
    has_owners: bool,
}

fn row_ui(
    ui: &mut Ui,
    cx: &Context<'_>,
    idea: &RankedIdea,
    look: RowLook,
    is_chosen: bool,
    today: Date,
) -> Response {
    let words = cx.words;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let one = &idea.opportunity;
    let title = titled(&one.title, words);
    let status = one.status.as_ref().unwrap_or(&Status::Idea);
    let reckoned = idea.figures().map(|figures| reckoned(figures, look.rule, words));
    let score = reckoned.as_ref().map_or_else(|| words.ideas_unrated(), |(_, sum)| sum.clone());
    let number = words.number((look.place + 1) as f64);
    response.widget_info(|| {
        let said = words.ideas_row(&number, &title, status.name(words), &score);
        WidgetInfo::selected(egui::Role::ListBoxOption, true, is_chosen, said)
    });
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let painter = ui.painter();
    let lit = rect.expand2(vec2(12.0, 0.0));
    if is_chosen {
        painter.rect_filled(lit, 8.0, cx.theme.color(Role::Accent.at(28)));
    } else {
        if response.hovered() {
            painter.rect_filled(lit, 8.0, cx.theme.color(Role::Ink.at(10)));
        }
        let edge = Stroke::new(1.0, cx.theme.color(Role::Hairline));
        painter.hline(rect.left() + WORDS..=rect.right(), rect.bottom(), edge);
    }
    focus_ring(ui, cx, &response, 8.0);
    let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
    let first = rect.top() + 20.0;
    let second = rect.top() + 42.0;
    let place = if is_chosen { Role::Accent } else { Role::Muted };
    let at = pos2(rect.left() + 4.0, rect.center().y);
    painter.text(at, Align2::LEFT_CENTER, &number, semibold(15.0), cx.theme.color(place));

    let mut right = rect.right();
    if let Some((how, sum)) = &reckoned {
        let at = pos2(right, rect.center().y);
        painter.text(at, Align2::RIGHT_CENTER, sum, semibold(19.0), ink);
        let at = pos2(right - FIGURES, rect.center().y);
        let drawn = painter.text(at, Align2::RIGHT_CENTER, how, regular(13.0), muted);
        right = drawn.left();
    } else {
        let at = pos2(right, rect.center().y);
        let drawn = painter.text(at, Align2::RIGHT_CENTER, &score, regular(12.5), muted);
        right = drawn.left();
    }
    let left = rect.left() + WORDS;
    let title_ink = if idea.is_over() { muted } else { ink };
    let font = if is_chosen { semibold(14.0) } else { medium(14.0) };
    line(ui, pos2(left, first), &title, font, title_ink, right - left - 12.0);

    let role = status_role(one.status.as_ref());
    let color = cx.theme.color(role);
    let icon = status_icon(one.status.as_ref());
    painter.text(pos2(left, second), Align2::LEFT_CENTER, icon, regular(13.0), color);
    line(ui, pos2(left + 17.0, second), &status.name(words), regular(12.5), color, 74.0);
    let (due, is_bad) = due_said(idea, look.has_dates, words, today);
    let font = if is_bad && !one.due.is_empty() { semibold(12.5) } else { regular(12.5) };
    let ink = if is_bad { cx.theme.color(Role::Bad) } else { muted };
    let due = ui.painter().layout_no_wrap(due, font, ink);
    let x = left + 90.0;
    // The date is told whole; a name has what is left.
    let owner = match idea.owner.is_empty() {
        true => words.ideas_nobody(),
        false => idea.owner.clone(),
    };
    let owner = ui.painter().layout_no_wrap(owner, regular(12.5), ink);
    let after = (x + 22.0 + owner.size().x + 14.0).max(x + 94.0);
    let due_left = after.min(right - 8.0 - due.size().x).max(x + 22.0);
    let name_room = due_left - x - 26.0;
    if !idea.owner.is_empty() || asks_for_owner(idea, look.has_owners) {
        disc(ui, cx, pos2(x + 8.0, second), &idea.owner);
        let (name, ink) = match idea.owner.is_empty() {
            true => (words.ideas_nobody(), cx.theme.color(Role::Bad)),
            false => (idea.owner.clone(), muted),
        };
        if name_room > SHORT_NAME {
            line(ui, pos2(x + 22.0, second), &name, regular(12.5), ink, name_room);
        }
    }
    painter.galley(pos2(due_left, second - due.size().y / 2.0), due, ink);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// When it is due, and whether that is bad: it has no date, or is late.
pub(super) fn due_said(
    idea: &RankedIdea,
    has_dates: bool,
    words: &Words,
    today: Date,
) -> (String, bool) {
    let one = &idea.opportunity;
    if asks_for_date(one, has_dates) {
        return (words.ideas_no_date(), true);
    }
    let late = !idea.is_over() && days_late(&one.due, today).is_some();
    (words.due_short(&one.due, today), late)
}

/// Whose it is, as an initial in a grey disc; dashed where it ought to be somebody's.
pub(super) fn disc(ui: &Ui, cx: &Context<'_>, at: Pos2, owner: &str) {
    let painter = ui.painter();
    if owner.is_empty() {
        let stroke = Stroke::new(1.2, cx.theme.color(Role::Bad));
        painter.circle_filled(at, 8.0, cx.theme.color(Role::GapFill));
        let around = |step: u8| {
            let angle = f32::from(step) / 20.0 * std::f32::consts::TAU;
            at + vec2(angle.cos(), angle.sin()) * 8.0
        };
        let ring: Vec<Pos2> = (0..=20).map(around).collect();
        painter.extend(egui::Shape::dashed_line(&ring, stroke, 2.5, 2.5));
        return;
    }
    painter.circle_filled(at, 8.5, cx.theme.color(Role::Ink.at(26)));
    let ink = cx.theme.color(Role::Ink);
    painter.text(at, Align2::CENTER_CENTER, initial(owner), semibold(9.5), ink);
}

/// Alt with the arrow keys moves the row that has the keyboard, in an order of one's own.
fn own_order(
    ui: &Ui,
    doc: &Document,
    known: &KnownIdeas,
    place: usize,
    response: &Response,
    out: &mut Vec<Message>,
) {
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    if !has_keyboard(response) {
        return;
    }
    let (up, down) = ui.input(|input| {
        let alt = input.modifiers.alt;
        (alt && input.key_pressed(Key::ArrowUp), alt && input.key_pressed(Key::ArrowDown))
    });
    let beside = match (up, down) {
        (true, false) => place.checked_sub(1),
        (false, true) => Some(place + 1),
        (true, true) | (false, false) => None,
    };
    let other = beside.and_then(|at| known.ideas.get(at));
    let (Some(other), Some(this)) = (other, known.ideas.get(place)) else { return };
    let project = doc.editor.committed();
    let (this, other) = (&this.opportunity.id, &other.opportunity.id);
    out.extend(moved(project, this, other).map(Message::Edit));
}

/// The opportunity `this` in the place of `other` in the list. None: one of them is not in it, but only
/// a card.
fn moved(project: &Project, this: &Id, other: &Id) -> Option<Change> {
    let list = &project.opportunities;
    list.index_where(|one| one.id == *this)?;
    let to = list.index_where(|one| one.id == *other)?;
    Some(Change::MoveOpportunity { opportunity: this.clone(), to })
}

/// The place of a row in the panel, below the words.
pub(super) fn row_rect(ui: &mut Ui, height: f32) -> (Rect, Response) {
    ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    #[test]
    fn a_row_says_how_its_figure_came_about() {
        let words = Words::new(Lang::Sv);
        let figures = IdeaFigures { customer: 5.0, business: 4.0, effort: 3.0 };
        let rows = [
            (RankRule::Sum, ("5 + 4 − 3", "6")),
            (RankRule::Own, ("5 + 4 − 3", "6")),
            (RankRule::Ratio, ("(5 + 4) ÷ 3", "3")),
            (RankRule::CustomerFirst, ("5 · 4 · 3", "5")),
        ];
        for (rule, (how, sum)) in rows {
            assert_eq!(reckoned(figures, rule, &words), (how.into(), sum.into()));
        }
    }
}
