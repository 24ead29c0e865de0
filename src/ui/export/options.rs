//! The choices of an export, one section below another: only those that concern the format.

use super::ExportDialog;
use super::choices::Size;
use super::scope::ExportScope;
use crate::export::{Format, Paper, Separator, TableKind};
use crate::insight::funnel;
use crate::scene::{Role, ThemeKind};
use crate::ui::Context;
use crate::ui::inspector::{Lit, chip, menu, wrapped};
use crate::ui::kit::buttons::regular;
use crate::ui::kit::titles::title_of;
use crate::ui::kit::tooltip::Tip as _;
use crate::words::{Lang, Words};
use egui::{DragValue, RichText, Ui, WidgetInfo};

/// Between two sections, in points.
const GAP: f32 = 14.0;
/// Dots per inch that make sense, and pixels that can be written.
const DPI: std::ops::RangeInclusive<u32> = 24..=2400;
const WIDTH: std::ops::RangeInclusive<u32> = 16..=65_000;

impl ExportDialog {
    pub(super) fn choices_ui(&mut self, ui: &mut Ui, cx: &Context) {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
        let words = cx.words;
        self.story_ui(ui, cx);
        ui.push_id("format", |ui| self.format_ui(ui, cx));
        self.journey_ui(ui, cx);
        let (format, story) = (self.choices.format, self.choices.story);
        if !story {
            self.scope_ui(ui, cx);
        }
        match format {
            _ if story => self.pages_of_story_ui(ui, cx),
            Format::Pdf => self.pages_ui(ui, cx),
            Format::Png => self.size_ui(ui, cx),
            Format::Csv => self.table_ui(ui, cx),
            Format::Svg => section(ui, cx, "text", &words.export_dialog_text(), |ui| {
                toggle(ui, cx, &words.export_dialog_real_text(), &mut self.choices.real_text);
                remark(ui, cx, &words.export_dialog_real_text_hint());
            }),
            Format::Html | Format::Xlsx | Format::Markdown | Format::Pptx => {}
        }
        // Only where customers are counted.
        let journey = self.project.journey(&self.journey).map(|(_, journey)| journey);
        let counted = journey.is_some_and(|journey| funnel(journey).is_some());
        let (choices, logo) = (&mut self.choices, &mut self.logo);
        if format.is_drawn() {
            section(ui, cx, "theme", &words.menu_theme(), |ui| {
                let themes = [ThemeKind::Light, ThemeKind::Dark, ThemeKind::Projector];
                for theme in themes {
                    pick(ui, cx, &theme_name(theme, words), &mut choices.theme, theme);
                }
            });
        }
        if format.is_drawn() && !story {
            section(ui, cx, "with", &words.export_dialog_with(), |ui| {
                toggle(ui, cx, &words.export_dialog_title(), &mut choices.title);
                toggle(ui, cx, &words.export_dialog_legend(), &mut choices.legend);
                toggle(ui, cx, &words.export_dialog_prompts(), &mut choices.prompts);
                toggle(ui, cx, &words.command_gaps_on_map(), &mut choices.gaps);
                toggle(ui, cx, &words.command_chain(), &mut choices.chain);
                if counted {
                    let name = words.command_fold_customers();
                    toggle(ui, cx, &name, &mut choices.fold_customers);
                }
                if format != Format::Html {
                    let mut paper = !choices.transparent;
                    toggle(ui, cx, &words.export_dialog_paper(), &mut paper);
                    choices.transparent = !paper;
                }
            });
            section(ui, cx, "logo", &words.export_dialog_logo(), |ui| {
                self.choosing |= logo.logo_ui(ui, cx, &mut choices.logo);
            });
        }
        section(ui, cx, "language", &words.menu_language(), |ui| {
            pick(ui, cx, &words.export_dialog_swedish(), &mut choices.lang, Lang::Sv);
            pick(ui, cx, &words.export_dialog_english(), &mut choices.lang, Lang::En);
        });
        self.filter_ui(ui, cx);
    }

    fn format_ui(&mut self, ui: &mut Ui, cx: &Context) {
        wrapped(ui, |ui| {
            for format in Format::all() {
                if !self.choices.takes(format) {
                    continue;
                }
                let (name, about) = about(format, self.choices.story, cx.words);
                let on = self.choices.format == format;
                let response = chip(ui, cx.theme, &name, lit(on));
                let full = cx.words.export_dialog_format(&name, &about);
                let enabled = response.enabled();
                response.widget_info(|| {
                    WidgetInfo::selected(egui::Role::RadioButton, enabled, on, &full)
                });
                if response.tip(|| about).clicked() {
                    self.choices.format = format;
                }
            }
        });
        let (name, about) = about(self.choices.format, self.choices.story, cx.words);
        remark(ui, cx, &cx.words.export_dialog_format(name, about));
    }

    /// Which of several journeys.
    fn journey_ui(&mut self, ui: &mut Ui, cx: &Context) {
        let journeys = &self.project.journeys;
        let compared = self.scope == ExportScope::Compared && !self.choices.story;
        if journeys.len() < 2 || compared {
            return;
        }
        let (label, all) = (cx.words.thing_journey(), cx.words.export_dialog_all());
        let several = self.choices.format.holds_several() && !self.choices.story;
        let takes_all = self.takes_all();
        let front = journeys.iter().find(|journey| journey.id == self.journey);
        let shown = match front {
            Some(journey) if !takes_all => title_of(journey, cx),
            _ => all.clone(),
        };
        let name = cx.words.labelled(&label, &shown);
        section(ui, cx, "journey", &label, |ui| {
            let mut options = Vec::new();
            if several {
                options.push((all, takes_all));
            }
            options.extend(
                journeys.iter().map(|journey| {
                    (title_of(journey, cx), !takes_all && journey.id == self.journey)
                }),
            );
            let picked = menu(ui, cx.theme, &shown, &name, || options);
            match picked.map(|index| index.checked_sub(usize::from(several))) {
                None => {}
                Some(None) => self.choices.all = true,
                Some(Some(index)) => {
                    if let Some(journey) = journeys.get(index) {
                        self.journey = journey.id.clone();
                    }
                    if several {
                        self.choices.all = false;
                    }
                }
            }
        });
    }

    fn pages_ui(&mut self, ui: &mut Ui, cx: &Context) {
        let (words, choices) = (cx.words, &mut self.choices);
        section(ui, cx, "page", &words.export_dialog_page(), |ui| {
            for (name, paper) in Paper::all() {
                let name = match paper {
                    Paper::Fit => words.export_dialog_fit(),
                    Paper::A4 | Paper::A3 | Paper::A2 | Paper::A1 | Paper::A0 => {
                        name.to_uppercase()
                    }
                };
                pick(ui, cx, &name, &mut choices.page.paper, paper);
            }
        });
        if choices.page.paper == Paper::Fit && choices.tile.is_none() {
            remark(ui, cx, &words.export_dialog_fit_hint());
        }
        if choices.page.paper != Paper::Fit {
            section(ui, cx, "turn", &words.export_dialog_turn(), |ui| {
                let turns = [
                    (words.export_dialog_any_turn(), None),
                    (words.export_dialog_landscape(), Some(true)),
                    (words.export_dialog_portrait(), Some(false)),
                ];
                for (name, turn) in turns {
                    pick(ui, cx, &name, &mut choices.page.landscape, turn);
                }
            });
        }
        section(ui, cx, "tile", &words.export_dialog_tile(), |ui| {
            pick(ui, cx, &words.export_dialog_one_page(), &mut choices.tile, None);
            for (name, paper) in Paper::all().filter(|(_, paper)| *paper != Paper::Fit) {
                // Only a paper that is smaller than the page can be one of several.
                let page =
                    if choices.page.paper == Paper::Fit { Paper::A0 } else { choices.page.paper };
                if rank(paper) < rank(page) {
                    let name = words.export_dialog_on(name.to_uppercase());
                    pick(ui, cx, &name, &mut choices.tile, Some(paper));
                } else if choices.tile == Some(paper) {
                    choices.tile = None;
                }
            }
        });
        section(ui, cx, "phases", &words.export_dialog_more(), |ui| {
            toggle(ui, cx, &words.export_dialog_phases(), &mut choices.phases);
        });
    }

    pub(super) fn size_ui(&mut self, ui: &mut Ui, cx: &Context) {
        let (words, choices) = (cx.words, &mut self.choices);
        section(ui, cx, "size", &words.export_dialog_size(), |ui| {
            for scale in 1..=3 {
                pick(ui, cx, &format!("{scale}×"), &mut choices.size, Size::Scale(scale));
            }
            pick(ui, cx, &words.export_dialog_dpi(), &mut choices.size, Size::Dpi);
            pick(ui, cx, &words.export_dialog_width(), &mut choices.size, Size::Width);
            let (value, range, label) = match choices.size {
                Size::Scale(_) => return,
                Size::Dpi => (&mut choices.dpi, DPI, words.export_dialog_dpi()),
                Size::Width => (&mut choices.width, WIDTH, words.export_dialog_width()),
            };
            let field = ui.add(DragValue::new(value).range(range).update_while_editing(false));
            let value = f64::from(*value);
            field.widget_info(|| {
                let mut info = WidgetInfo::labeled(egui::Role::SpinButton, true, &label);
                info.value = Some(value);
                info
            });
        });
    }

    fn table_ui(&mut self, ui: &mut Ui, cx: &Context) {
        let (words, choices) = (cx.words, &mut self.choices);
        section(ui, cx, "table", &words.export_dialog_table(), |ui| {
            for kind in TableKind::ALL {
                pick(ui, cx, &table_name(kind, words), &mut choices.table, kind);
            }
        });
        section(ui, cx, "separator", &words.export_dialog_separator(), |ui| {
            let separators = [
                (words.export_dialog_as_excel(), None),
                (words.export_dialog_semicolon(), Some(Separator::Semicolon)),
                (words.export_dialog_comma(), Some(Separator::Comma)),
                (words.export_dialog_tab(), Some(Separator::Tab)),
            ];
            for (name, separator) in separators {
                pick(ui, cx, &name, &mut choices.separator, separator);
            }
        });
    }

    /// Which lanes and personas.
    fn filter_ui(&mut self, ui: &mut Ui, cx: &Context) {
        let lanes = self.lanes_by_name(cx.words);
        if lanes.len() > 1 && !self.choices.story {
            section(ui, cx, "lanes", &cx.words.export_dialog_lanes(), |ui| {
                let states = lanes.into_iter().map(|lane| (lane.name, lane.on)).collect();
                if let Some((name, on)) = checks_ui(ui, states) {
                    self.lanes.insert(name, on);
                }
            });
        }
        let personas = self.personas();
        if personas.len() > 1 {
            section(ui, cx, "personas", &cx.words.export_dialog_personas(), |ui| {
                for (id, name, mut on) in personas {
                    if !ui.checkbox(&mut on, name).changed() {
                        continue;
                    }
                    if on {
                        self.personas_off.remove(&id);
                    } else {
                        self.personas_off.insert(id);
                    }
                }
            });
        }
    }
}

/// A format's name, and what it is good for.
fn about(format: Format, story: bool, words: &Words) -> (String, String) {
    let about = match format {
        Format::Pdf if story => words.handouts_pdf(),
        Format::Png if story => words.handouts_png(),
        Format::Pdf => words.export_dialog_pdf(),
        Format::Png => words.export_dialog_png(),
        Format::Svg => words.export_dialog_svg(),
        Format::Pptx => words.handouts_pptx(),
        Format::Html => words.export_dialog_html(),
        Format::Xlsx => words.export_dialog_xlsx(),
        Format::Csv => words.export_dialog_csv(),
        Format::Markdown => words.export_dialog_markdown(),
    };
    (format.name().into(), about)
}

/// What a table lists, as the sheet of a workbook is called that does.
fn table_name(table: TableKind, words: &Words) -> String {
    match table {
        TableKind::List => words.export_dialog_list(),
        TableKind::Grid => words.export_dialog_grid(),
        TableKind::Phases => words.table_phases(),
        TableKind::Transitions => words.thing_transitions_of(),
        TableKind::Personas => words.field_personas_of(),
        TableKind::Opportunities => words.lane_kind_opportunities(),
        TableKind::Tasks => words.table_tasks(),
        TableKind::Sources => words.field_sources(),
        TableKind::Passages => words.learned_passages(),
        TableKind::Themes => words.table_themes(),
    }
}

fn theme_name(theme: ThemeKind, words: &Words) -> String {
    match theme {
        ThemeKind::Light => words.export_dialog_light(),
        ThemeKind::Dark => words.export_dialog_dark(),
        ThemeKind::Projector => words.export_dialog_projector(),
    }
}

/// From the smallest to the largest.
fn rank(paper: Paper) -> Option<usize> {
    Paper::all().position(|(_, other)| other == paper)
}

fn lit(on: bool) -> Lit {
    if on { Lit::On } else { Lit::Off }
}

/// A muted label with what belongs to it below. `salt` names the section whatever the language.
pub(super) fn section(
    ui: &mut Ui,
    cx: &Context,
    salt: &str,
    label: &str,
    content: impl FnOnce(&mut Ui),
) {
    ui.add_space(GAP - ui.spacing().item_spacing.y);
    let group = egui::UiBuilder::new()
        .id_salt(salt)
        .accessibility_role(egui::Role::Group)
        .accessibility_label(label);
    let column = egui::Layout::top_down(egui::Align::Min);
    ui.scope_builder(group.layout(column), |ui| {
        remark(ui, cx, label);
        wrapped(ui, content);
    });
}

pub(super) fn remark(ui: &mut Ui, cx: &Context, text: &str) {
    ui.label(RichText::new(text).font(regular(12.5)).color(cx.theme.color(Role::Muted)));
}

/// One of several, of which one is on.
pub(super) fn pick<T: PartialEq>(ui: &mut Ui, cx: &Context, label: &str, value: &mut T, this: T) {
    let on = *value == this;
    let response = chip(ui, cx.theme, label, lit(on));
    let enabled = response.enabled();
    response.widget_info(|| WidgetInfo::selected(egui::Role::RadioButton, enabled, on, label));
    if response.clicked() {
        *value = this;
    }
}

/// Something that is wanted or not.
pub(super) fn toggle(ui: &mut Ui, cx: &Context, label: &str, value: &mut bool) {
    if chip(ui, cx.theme, label, lit(*value)).clicked() {
        *value = !*value;
    }
}

/// Boxes to tick, in two columns; the one that was switched, and to what.
fn checks_ui(ui: &mut Ui, states: Vec<(String, bool)>) -> Option<(String, bool)> {
    let width = ((ui.available_width() - 8.0) / 2.0).max(40.0);
    let mut switched = None;
    let grid = egui::Grid::new("boxes").num_columns(2).spacing([8.0, 2.0]);
    grid.min_col_width(width).max_col_width(width).show(ui, |ui| {
        for (index, (name, mut on)) in states.into_iter().enumerate() {
            if ui.checkbox(&mut on, &name).changed() {
                switched = Some((name, on));
            }
            if index % 2 == 1 {
                ui.end_row();
            }
        }
    });
    switched
}
