//! The opportunities as a table that can be sorted.

use super::known::KnownIdeas;
use super::ranking_list::{disc, due_said, reckoned};
use super::{IdeasRoom, card_id};
use crate::insight::{RankRule, RankedIdea};
use crate::model::Status;
use crate::scene::{Role, icon, status_icon, status_role};
use crate::ui::Context;
use crate::ui::kit::buttons::{focus_ring, line, medium, regular, semibold};
use crate::words::{Named as _, Words, titled};
use egui::{
    Align2, CursorIcon, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};
use std::cmp::Ordering;

/// How high a row is, and the heads of the columns.
const ROW: f32 = 40.0;
const HEADS: f32 = 32.0;

/// A column that rows can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum IdeaColumn {
    Title,
    Status,
    Owner,
    Due,
    Customer,
    Business,
    Effort,
    Score,
    Votes,
}

/// By which column rows are sorted, and whether from its end; none: as they are ranked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sorting(Option<(IdeaColumn, bool)>);

impl IdeaColumn {
    /// Each with how wide it is; the first takes what is left.
    const ALL: [(Self, f32); 9] = [
        (Self::Title, 0.0),
        (Self::Status, 116.0),
        (Self::Owner, 150.0),
        (Self::Due, 116.0),
        (Self::Customer, 132.0),
        (Self::Business, 108.0),
        (Self::Effort, 72.0),
        (Self::Score, 76.0),
        (Self::Votes, 64.0),
    ];

    fn name(self, words: &Words) -> String {
        match self {
            Self::Title => words.ideas_column_title(),
            Self::Status => words.table_status(),
            Self::Owner => words.ideas_owner(),
            Self::Due => words.ideas_due(),
            Self::Customer => words.table_customer_value(),
            Self::Business => words.table_business_value(),
            Self::Effort => words.table_effort(),
            Self::Score => words.ideas_column_score(),
            Self::Votes => words.ideas_column_votes(),
        }
    }

    /// Figures stand to the right, and begin with the largest.
    fn is_figure(self) -> bool {
        match self {
            Self::Customer | Self::Business | Self::Effort | Self::Score | Self::Votes => true,
            Self::Title | Self::Status | Self::Owner | Self::Due => false,
        }
    }

    fn compare(self, a: &RankedIdea, b: &RankedIdea, rule: RankRule) -> Ordering {
        let figure = |value: Option<f64>| value.filter(|it| it.is_finite()).unwrap_or(-1.0);
        let score = |it: &RankedIdea| figure(it.figures().map(|it| it.score(rule)));
        let text = |text: &str| (text.trim().is_empty(), text.trim().to_lowercase());
        let (one, other) = (&a.opportunity, &b.opportunity);
        let stage = |status: Option<&Status>| {
            let at = Status::ALL.iter().position(|one| Some(one) == status);
            status.map_or(0, |_| at.unwrap_or(Status::ALL.len()))
        };
        match self {
            Self::Title => text(&one.title).cmp(&text(&other.title)),
            Self::Status => stage(one.status.as_ref()).cmp(&stage(other.status.as_ref())),
            Self::Owner => text(&a.owner).cmp(&text(&b.owner)),
            Self::Due => text(&one.due).cmp(&text(&other.due)),
            Self::Customer => figure(other.customer_value).total_cmp(&figure(one.customer_value)),
            Self::Business => figure(other.business_value).total_cmp(&figure(one.business_value)),
            Self::Effort => figure(one.effort).total_cmp(&figure(other.effort)),
            Self::Score => score(b).total_cmp(&score(a)),
            Self::Votes => b.votes.cmp(&a.votes),
        }
    }
}

/// The ranked ideas in the order of the table.
fn sorted(ideas: &[RankedIdea], sorting: Sorting, rule: RankRule) -> Vec<&RankedIdea> {
    let mut rows: Vec<&RankedIdea> = ideas.iter().collect();
    if let Some((column, from_end)) = sorting.0 {
        rows.sort_by(|a, b| {
            let order = column.compare(a, b, rule);
            if from_end { order.reverse() } else { order }
        });
    }
    rows
}

impl IdeasRoom {
    pub(super) fn list_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        known: &KnownIdeas,
        rect: Rect,
    ) {
        let rows = sorted(&known.ideas, self.sorting, self.rule);
        let fixed: f32 = IdeaColumn::ALL.iter().map(|(_, wide)| wide).sum();
        let title = (rect.width() - fixed).max(200.0);
        let columns = IdeaColumn::ALL
            .map(|(column, wide)| (column, if column == IdeaColumn::Title { title } else { wide }));
        ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt("idea list"), |ui| {
            ScrollArea::both().id_salt("idea list").auto_shrink(false).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                let wide = fixed + title;
                let (heads, _) = ui.allocate_exact_size(vec2(wide, HEADS), Sense::hover());
                let mut left = heads.left();
                for (column, wide) in columns {
                    let place = Rect::from_min_size(pos2(left, heads.top()), vec2(wide, HEADS));
                    self.head_of_column(ui, cx, column, place);
                    left += wide;
                }
                let has_dates = known.ideas.iter().any(|it| !it.opportunity.due.is_empty());
                for idea in rows {
                    let (row, _) = ui.allocate_exact_size(vec2(wide, ROW), Sense::hover());
                    if ui.is_rect_visible(row) || self.chosen.as_ref() == Some(&idea.opportunity.id)
                    {
                        self.row_of_list(ui, cx, idea, row, &columns, has_dates, known);
                    }
                }
            });
        });
    }

    fn head_of_column(&mut self, ui: &Ui, cx: &Context<'_>, column: IdeaColumn, rect: Rect) {
        let name = column.name(cx.words);
        let id = ui.scope_id().with(("head", &name));
        let response = ui.interact(rect, id, Sense::click());
        let label = cx.words.ideas_sort_by(&name);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &label));
        if response.clicked() {
            self.sorting = Sorting(match self.sorting.0 {
                Some((same, false)) if same == column => Some((column, true)),
                Some((same, true)) if same == column => None,
                _ => Some((column, false)),
            });
        }
        let on = self.sorting.0.filter(|(by, _)| *by == column);
        let role = if on.is_some() || response.hovered() { Role::Ink } else { Role::Muted };
        let color = cx.theme.color(role);
        let mark = match on {
            Some((_, false)) => format!("{name} {}", icon::CHEVRON_DOWN),
            Some((_, true)) => format!("{name} {}", icon::CHEVRON_UP),
            None => name,
        };
        let (at, align) = match column.is_figure() {
            true => (pos2(rect.right() - 12.0, rect.center().y), Align2::RIGHT_CENTER),
            false => (pos2(rect.left() + 8.0, rect.center().y), Align2::LEFT_CENTER),
        };
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        painter.text(at, align, mark, medium(12.0), color);
        focus_ring(ui, cx, &response, 4.0);
        response.on_hover_cursor(CursorIcon::PointingHand);
    }

    #[expect(clippy::too_many_arguments, reason = "a row needs its columns and what it is of")]
    fn row_of_list(
        &mut self,
        ui: &Ui,
        cx: &Context<'_>,
        idea: &RankedIdea,
        rect: Rect,
        columns: &[(IdeaColumn, f32)],
        has_dates: bool,
        known: &KnownIdeas,
    ) {
        let one = &idea.opportunity;
        let response = ui.interact(rect, card_id(&one.id), Sense::click());
        let is_chosen = self.chosen.as_ref() == Some(&one.id);
        let title = titled(&one.title, cx.words);
        response.widget_info(|| {
            WidgetInfo::selected(egui::Role::ListBoxOption, true, is_chosen, &title)
        });
        if response.clicked() {
            self.chosen = Some(one.id.clone());
            response.request_focus();
        }
        if is_chosen || response.hovered() {
            let role = if is_chosen { Role::Accent.at(28) } else { Role::Ink.at(10) };
            ui.painter().rect_filled(rect, 8.0, cx.theme.color(role));
        }
        let edge = Stroke::new(1.0, cx.theme.color(Role::Hairline));
        ui.painter().hline(rect.x_range(), rect.bottom(), edge);
        focus_ring(ui, cx, &response, 8.0);
        let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
        let middle = rect.center().y;
        let mut left = rect.left();
        for (column, wide) in columns {
            let at = pos2(left + 8.0, middle);
            let figure = |text: String, font| {
                let at = pos2(left + wide - 12.0, middle);
                ui.painter().text(at, Align2::RIGHT_CENTER, text, font, ink);
            };
            let number = |value: Option<f64>| value.map_or("–".into(), |it| cx.words.number(it));
            match column {
                IdeaColumn::Title => {
                    let ink = if idea.is_over() { muted } else { ink };
                    line(ui, at, &title, medium(13.5), ink, wide - 16.0);
                }
                IdeaColumn::Status => {
                    let color = cx.theme.color(status_role(one.status.as_ref()));
                    let sign = status_icon(one.status.as_ref());
                    ui.painter().text(at, Align2::LEFT_CENTER, sign, regular(13.0), color);
                    let name = one.status.as_ref().unwrap_or(&Status::Idea).name(cx.words);
                    line(ui, at + vec2(18.0, 0.0), &name, regular(13.0), color, wide - 30.0);
                }
                IdeaColumn::Owner if idea.owner.is_empty() => {}
                IdeaColumn::Owner => {
                    disc(ui, cx, at + vec2(8.5, 0.0), &idea.owner);
                    let at = at + vec2(24.0, 0.0);
                    line(ui, at, &idea.owner, regular(13.0), muted, wide - 36.0);
                }
                IdeaColumn::Due => {
                    let (due, is_bad) = due_said(idea, has_dates, cx.words, known.of.today);
                    let role = if is_bad { Role::Bad } else { Role::Muted };
                    line(ui, at, &due, regular(13.0), cx.theme.color(role), wide - 12.0);
                }
                IdeaColumn::Customer => figure(number(one.customer_value), regular(13.0)),
                IdeaColumn::Business => figure(number(one.business_value), regular(13.0)),
                IdeaColumn::Effort => figure(number(one.effort), regular(13.0)),
                IdeaColumn::Score => {
                    let sum = idea.figures().map(|it| reckoned(it, self.rule, cx.words).1);
                    figure(sum.unwrap_or_else(|| "–".into()), semibold(14.0));
                }
                IdeaColumn::Votes => {
                    figure(cx.words.number(f64::from(idea.votes)), regular(13.0));
                }
            }
            left += wide;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Id, Opportunity};
    use std::sync::Arc;

    #[test]
    fn a_column_sorts_and_what_is_missing_comes_last() {
        let idea = |name: &str, owner: &str, value: Option<f64>, votes| RankedIdea {
            opportunity: Arc::new(Opportunity {
                id: Id::new(name),
                title: name.into(),
                customer_value: value,
                ..Opportunity::default()
            }),
            card: None,
            owner: owner.into(),
            votes,
        };
        let ideas = [
            idea("b", "Omar", Some(2.0), 1),
            idea("A", "", None, 5),
            idea("c", "lisa", Some(4.0), 0),
        ];
        let order = |column, from_end| -> String {
            let rows = sorted(&ideas, Sorting(Some((column, from_end))), RankRule::Sum);
            rows.iter().map(|it| it.opportunity.title.as_str()).collect()
        };
        assert_eq!(order(IdeaColumn::Title, false), "Abc");
        assert_eq!(order(IdeaColumn::Title, true), "cbA");
        assert_eq!(order(IdeaColumn::Owner, false), "cbA");
        assert_eq!(order(IdeaColumn::Customer, false), "cbA");
        assert_eq!(order(IdeaColumn::Votes, false), "Abc");
        let rows = sorted(&ideas, Sorting::default(), RankRule::Sum);
        assert_eq!(rows[0].opportunity.title, "b");
    }
}
