//! What was found out: themes, whether interviews still bring anything new, and what each source covers.

use super::ResearchRoom;
use super::known::KnownResearch;
use super::map_view::WordTarget;
use super::source_list::bars;
use crate::edit::Change;
use crate::insight::ThemeTally;
use crate::model::{TEXT_MAX, Theme};
use crate::scene::{Group, Item, ResearchPicture, Role, icon};
use crate::ui::kit::buttons::{focus_ring, medium, regular, semibold};
use crate::ui::kit::caret::layouter;
use crate::ui::kit::keyboard::has_keyboard;
use crate::ui::kit::text_field::{Left, left};
use crate::ui::{Context, Document, Message};
use crate::words::titled;
use egui::{
    Align2, CursorIcon, Margin, Rect, RichText, ScrollArea, Sense, Stroke, StrokeKind, TextEdit,
    Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

/// From the column's edges to what stands in it.
const PAD: f32 = 20.0;
/// How high a theme is around its title, and how wide the number beside it.
const THEME: f32 = 23.0;
const COUNT: f32 = 26.0;
/// Between the two columns of findings.
const BETWEEN: f32 = 32.0;

/// The rows of the chart of coverage, source by source.
fn rows_of(chart: &ResearchPicture) -> impl Iterator<Item = &Group> {
    chart.items.iter().filter_map(|item| match item {
        Item::Group(group) => Some(group),
        Item::Rect { .. }
        | Item::Path { .. }
        | Item::Text { .. }
        | Item::Image { .. }
        | Item::Band { .. }
        | Item::Drawn { .. } => None,
    })
}

impl ResearchRoom {
    pub(super) fn findings_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        doc: &mut Document,
        known: &KnownResearch,
        out: &mut Vec<Message>,
    ) {
        let room = ui.max_rect().shrink2(vec2(PAD, 16.0));
        self.targets.clear();
        let high = self.small_map_ui(ui, cx, doc, known, room, out);
        let top = room.top() + high + 18.0;
        let edge = Stroke::new(1.0, cx.theme.color(Role::Hairline));
        ui.painter().hline(room.x_range(), top, edge);
        let rest = Rect::from_min_max(pos2(room.left(), top + 1.0), room.max + vec2(0.0, 16.0));
        let rest = rest.expand2(vec2(8.0, 0.0));
        ui.scope_builder(UiBuilder::new().max_rect(rest).id_salt("found out"), |ui| {
            ScrollArea::vertical().id_salt("findings").auto_shrink(false).show(ui, |ui| {
                egui::Frame::new().inner_margin(Margin::symmetric(8, 14)).show(ui, |ui| {
                    ui.spacing_mut().item_spacing = vec2(6.0, 0.0);
                    match self.open_step() {
                        Some(step) => self.cards_ui(ui, cx, doc, (known, step), out),
                        None => self.found_ui(ui, cx, doc, known, out),
                    }
                });
            });
        });
    }

    fn found_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        doc: &mut Document,
        known: &KnownResearch,
        out: &mut Vec<Message>,
    ) {
        let area = ui.available_rect_before_wrap();
        let left = (area.width() * 0.36).min(known.saturation_chart.size.x + 4.0);
        // Charts show from the second source on.
        let has_charts = known.coverage.rows.len() > 1;
        let wide = if has_charts { left } else { area.width() };
        let height = 4000.0;
        let place = Rect::from_min_size(area.min, vec2(wide, height));
        let mut end = ui
            .scope_builder(UiBuilder::new().max_rect(place).id_salt("themes"), |ui| {
                ui.spacing_mut().item_spacing = vec2(6.0, 0.0);
                self.themes_ui(ui, cx, doc, known, out);
                if has_charts && known.thread.held > 1 {
                    ui.add_space(22.0);
                    self.saturation_ui(ui, cx, known);
                }
            })
            .response
            .rect
            .bottom();
        if has_charts {
            let from = pos2(area.left() + left + BETWEEN, area.top());
            let place = Rect::from_min_size(from, vec2(area.right() - from.x, height));
            let shown =
                ui.scope_builder(UiBuilder::new().max_rect(place).id_salt("coverage"), |ui| {
                    ui.spacing_mut().item_spacing = vec2(6.0, 0.0);
                    self.coverage_ui(ui, cx, known);
                });
            end = end.max(shown.response.rect.bottom());
        }
        ui.allocate_rect(Rect::from_min_max(area.min, pos2(area.right(), end)), Sense::hover());
    }

    fn themes_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        doc: &mut Document,
        known: &KnownResearch,
        out: &mut Vec<Message>,
    ) {
        head_ui(ui, cx, &cx.words.research_themes_title(), &cx.words.research_themes_how());
        for (place, tally) in known.themes.iter().enumerate() {
            self.theme_ui(ui, cx, doc, known, (place, tally), out);
        }
        self.new_theme_ui(ui, cx, doc, known, out);
        if !known.themes.is_empty() {
            let all = cx.words.number(known.coverage.rows.len() as f64);
            let text = RichText::new(cx.words.research_theme_bars(all)).font(regular(12.0));
            ui.label(text.color(cx.theme.color(Role::Muted)));
        }
    }

    fn theme_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        doc: &mut Document,
        known: &KnownResearch,
        (place, tally): (usize, &ThemeTally),
        out: &mut Vec<Message>,
    ) {
        let theme = &tally.theme;
        if self.naming.as_ref().is_some_and(|(id, _)| *id == theme.id) {
            return self.name_ui(ui, cx, theme, out);
        }
        let name = titled(&theme.title, cx.words);
        let (ink, wide) = (cx.theme.color(Role::Ink), ui.available_width());
        let title = ui.painter().layout(name.clone(), medium(13.0), ink, wide - COUNT);
        let high = title.size().y;
        let (rect, response) = ui.allocate_exact_size(vec2(wide, high + THEME), Sense::click());
        let is_lit = self.theme.as_ref() == Some(&theme.id);
        let told = format!("{name}: {}", cx.words.research_sources(tally.sources.len()));
        response
            .widget_info(|| WidgetInfo::selected(egui::Role::ListBoxOption, true, is_lit, &told));
        self.targets.push((WordTarget::Theme(theme.id.clone()), rect));
        let lit = rect.expand2(vec2(8.0, -1.0));
        let pointer = ui.input(|input| input.pointer.latest_pos()).filter(|_| self.is_dragged);
        let is_over = pointer.is_some_and(|at| rect.contains(at));
        if is_over || self.picked_theme() == Some(place) {
            let stroke = Stroke::new(2.0, cx.theme.color(Role::Accent));
            ui.painter().rect_filled(lit, 7.0, cx.theme.color(Role::Accent.at(30)));
            ui.painter().rect_stroke(lit, 7.0, stroke, StrokeKind::Inside);
        } else if is_lit {
            ui.painter().rect_filled(lit, 7.0, cx.theme.color(Role::Accent.at(28)));
        } else if response.hovered() {
            ui.painter().rect_filled(lit, 7.0, cx.theme.color(Role::Ink.at(10)));
        }
        ui.painter().galley(rect.left_top() + vec2(0.0, 5.0), title, ink);
        let count = cx.words.number(tally.sources.len() as f64);
        let at = pos2(rect.right(), rect.top() + 13.0);
        ui.painter().text(at, Align2::RIGHT_CENTER, count, semibold(13.0), ink);
        let all = known.coverage.rows.len();
        let bar = Rect::from_min_max(
            pos2(rect.left(), rect.top() + high + 9.0),
            pos2(rect.right() + 3.0, rect.top() + high + 13.0),
        );
        if all <= 30 {
            bars(ui, cx, bar, tally.sources.len(), all);
        }
        focus_ring(ui, cx, &response, 8.0);
        if response.double_clicked() {
            self.naming = Some((theme.id.clone(), theme.title.clone()));
        } else if response.clicked() {
            match self.chosen.is_some() {
                true => self.picked_by_click = Some(theme.id.clone()),
                false if is_lit => self.theme = None,
                false => {
                    self.theme = Some(theme.id.clone());
                    self.show_theme(known, &theme.id);
                }
            }
        }
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        if is_lit {
            self.theme_detail_ui(ui, cx, doc, theme, out);
            self.theme_passages_ui(ui, cx, known, &theme.id);
            self.theme_cards_ui(ui, cx, known, theme, out);
        }
        response.context_menu(|ui| {
            if ui.button(cx.words.research_rename_theme()).clicked() {
                self.naming = Some((theme.id.clone(), theme.title.clone()));
                ui.close();
            }
            if ui.button(cx.words.edit_remove_themes(1)).clicked() {
                out.push(Message::Edit(Change::RemoveThemes(vec![theme.id.clone()])));
                ui.close();
            }
        });
    }

    /// The field in which a theme is named.
    fn name_ui(&mut self, ui: &mut Ui, cx: &Context<'_>, theme: &Theme, out: &mut Vec<Message>) {
        let Some((_, text)) = &mut self.naming else { return };
        let mut look = layouter(medium(13.0), false);
        let id = egui::Id::unique(("theme", &theme.id));
        let field = TextEdit::singleline(text)
            .id(id)
            .char_limit(TEXT_MAX)
            .layouter(&mut look)
            .desired_width(f32::INFINITY);
        let response = ui.add(field);
        let label = cx.words.research_rename_theme();
        response.widget_info(|| WidgetInfo::labeled(egui::Role::TextInput, true, &label));
        let how = left(ui, &response);
        if how.is_none() && !has_keyboard(&response) {
            response.request_focus();
        }
        ui.add_space(10.0);
        match how {
            None => {}
            Some(Left::ByEscape) => self.naming = None,
            Some(Left::ByEnter | Left::Otherwise) => {
                let title = text.trim().to_owned();
                self.naming = None;
                if title != theme.title && !title.is_empty() {
                    let theme = Theme { title, ..theme.clone() };
                    out.push(Message::Edit(Change::PutThemes(vec![theme])));
                }
            }
        }
    }

    fn new_theme_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        doc: &mut Document,
        known: &KnownResearch,
        out: &mut Vec<Message>,
    ) {
        if let Some(id) = self.picked_by_click.take() {
            self.theme(doc, Some(&id), out);
        }
        let new = self.naming.as_ref().map(|(id, _)| id.clone());
        if let Some(id) = new.filter(|id| !known.themes.iter().any(|one| one.theme.id == *id)) {
            self.name_ui(ui, cx, &Theme { id, ..Theme::default() }, out);
        }
        let (rect, response) =
            ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::click());
        let name = cx.words.research_new_theme();
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
        self.targets.push((WordTarget::NewTheme, rect));
        let pointer = ui.input(|input| input.pointer.latest_pos()).filter(|_| self.is_dragged);
        let is_over = pointer.is_some_and(|at| rect.contains(at));
        let is_picked = self.picked_theme() == Some(known.themes.len());
        let accent = cx.theme.color(Role::Accent);
        if is_over || is_picked {
            let lit = rect.expand2(vec2(8.0, -1.0));
            ui.painter().rect_stroke(lit, 7.0, Stroke::new(2.0, accent), StrokeKind::Inside);
        }
        let text = format!("{}  {name}", icon::PLUS);
        let at = rect.left_center();
        ui.painter().text(at, Align2::LEFT_CENTER, text, medium(13.0), accent);
        focus_ring(ui, cx, &response, 7.0);
        if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
            if self.chosen.is_some() {
                return self.theme(doc, None, out);
            }
            // It is made when it is called something.
            self.naming = Some((doc.editor.ids.next_id(), String::new()));
        }
    }

    fn saturation_ui(&mut self, ui: &mut Ui, cx: &Context<'_>, known: &KnownResearch) {
        let saturation = &known.saturation;
        let said = match saturation.nothing_new {
            0 => String::new(),
            count => cx.words.research_nothing_new(count),
        };
        let title = cx.words.research_saturation();
        head_ui(ui, cx, &title, &said);
        let size = known.saturation_chart.size;
        let zoom = (ui.available_width() / size.x).min(1.0);
        let (rect, response) = ui.allocate_exact_size(size * zoom, Sense::hover());
        let now = cx.words.research_themes(saturation.so_far.last().copied().unwrap_or_default());
        let told = format!("{title}: {now}. {said}");
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &told));
        self.paint(ui, cx.theme, (rect.min, zoom), &known.saturation_chart);
        let text = match saturation.left() {
            0 => cx.words.research_goal_reached(),
            left => cx.words.research_left(left),
        };
        let text = RichText::new(text).font(regular(12.0)).color(cx.theme.color(Role::Muted));
        ui.label(text);
    }

    fn coverage_ui(&mut self, ui: &mut Ui, cx: &Context<'_>, known: &KnownResearch) {
        let (title, how) = (cx.words.research_coverage(), cx.words.research_coverage_how());
        head_ui(ui, cx, &title, &how);
        let size = known.coverage_chart.size;
        let zoom = (ui.available_width() / size.x).clamp(0.5, 1.0);
        let (rect, response) = ui.allocate_exact_size(size * zoom, Sense::hover());
        let told = format!("{title}: {how}");
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &told));
        self.paint(ui, cx.theme, (rect.min, zoom), &known.coverage_chart);
        // A row leads to what its source has said.
        for (row, item) in known.coverage.rows.iter().zip(rows_of(&known.coverage_chart)) {
            let place = Rect::from_min_max(
                rect.min + item.bounds.min.to_vec2() * zoom,
                rect.min + item.bounds.max.to_vec2() * zoom,
            );
            let id = ui.scope_id().with(("coverage of", &row.source.id));
            let response = ui.interact(place, id, Sense::click());
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &item.title));
            focus_ring(ui, cx, &response, 7.0);
            if response.hovered() {
                ui.painter().rect_filled(place, 7.0, cx.theme.color(Role::Ink.at(10)));
            }
            if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
                self.open_source(&row.source.id);
            }
        }
        let project = known.project();
        let Some((_, journey)) = project.journey(known.journey()) else { return };
        for hole in known.coverage.holes.iter().take(3) {
            let Some(phase) = journey.phases.get(hole.phase) else { continue };
            ui.add_space(12.0);
            let said =
                cx.words.research_hole(hole.role.to_lowercase(), titled(&phase.title, cx.words));
            ui.horizontal_top(|ui| {
                let bad = cx.theme.color(Role::Bad);
                let (sign, _) = ui.allocate_exact_size(vec2(18.0, 17.0), Sense::hover());
                let at = sign.center();
                let font = regular(15.0);
                ui.painter().text(at, Align2::CENTER_CENTER, icon::BOX_DASHED, font, bad);
                let text = RichText::new(said).font(medium(13.0)).color(bad);
                ui.add(egui::Label::new(text).wrap());
            });
        }
    }
}

/// The title of a part, and what it counts.
fn head_ui(ui: &mut Ui, cx: &Context<'_>, title: &str, how: &str) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(10.0, 2.0);
        ui.label(RichText::new(title).font(semibold(14.0)).color(cx.theme.color(Role::Ink)));
        if !how.is_empty() {
            let muted = cx.theme.color(Role::Muted);
            ui.label(RichText::new(how).font(regular(12.5)).color(muted));
        }
    });
    ui.add_space(10.0);
}
