//! What is thought of the theme that is chosen, what was said of it, and the insight it becomes on the
//! map.

use super::ResearchRoom;
use super::known::{KnownCard, KnownResearch};
use crate::edit::{Change, insight_card, insight_of_theme};
use crate::model::{CardRef, Id, Source, TEXT_MAX, Theme, Thing};
use crate::scene::{Role, icon};
use crate::ui::kit::buttons::{focus_ring, medium, regular};
use crate::ui::kit::caret::layouter;
use crate::ui::kit::text_field::{Left, left};
use crate::ui::{Context, Document, Message, Selection};
use crate::words::{Words, source_short_name, titled};
use egui::text::LayoutJob;
use egui::{Button, CursorIcon, Label, Margin, RichText, Sense, TextEdit, Ui, WidgetInfo};
use std::sync::Arc;

/// So many lines of what was said are shown.
const SAID_LINES: usize = 3;

impl ResearchRoom {
    /// Shows it below the theme.
    pub(super) fn theme_detail_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        doc: &mut Document,
        theme: &Theme,
        out: &mut Vec<Message>,
    ) {
        let words = cx.words;
        let muted = cx.theme.color(Role::Muted);
        let label = words.research_theme_note();
        let mut text = theme.note.clone();
        let mut look = layouter(regular(13.0), true);
        let field = TextEdit::multiline(&mut text)
            .id(egui::Id::unique(("note of a theme", &theme.id)))
            .desired_rows(2)
            .char_limit(TEXT_MAX)
            .hint_text(RichText::new(&label).color(muted))
            .margin(Margin::symmetric(8, 5))
            .desired_width(f32::INFINITY)
            .layouter(&mut look);
        let response = ui.add(field);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::MultilineTextInput, true, &label));
        if response.changed() && text != theme.note {
            out.push(Message::Preview(Change::PutThemes(vec![Theme {
                note: text,
                ..theme.clone()
            }])));
        }
        match left(ui, &response) {
            None => {}
            Some(Left::ByEscape) => out.push(Message::Cancel),
            Some(Left::ByEnter | Left::Otherwise) => out.push(Message::Commit),
        }
        ui.add_space(6.0);
        let Some(journey) = doc.shown_journey().cloned() else { return };
        if let Some((lane, card)) = insight_card(&journey, theme) {
            let step = journey.steps().find(|(_, step)| step.id == card.step);
            let step = step.map_or_else(String::new, |(phase, step)| {
                let own = step.title.trim();
                let phase = journey.phases.get(phase).map_or("", |phase| phase.title.trim());
                titled(if own.is_empty() { phase } else { own }, words)
            });
            let name = words.labelled(words.research_is_insight(), step);
            let said = RichText::new(format!("{}  {name}", icon::CHECK)).font(regular(12.5));
            let button = ui.add(Button::new(said.color(muted)).frame(false));
            button.widget_info(|| WidgetInfo::labeled(egui::Role::Link, true, &name));
            focus_ring(ui, cx, &button, 5.0);
            if button.on_hover_cursor(CursorIcon::PointingHand).clicked() {
                let place = CardRef { lane: Some(lane.id.clone()), card: card.id.clone() };
                out.push(Message::Show(Thing::Card(place)));
            }
        } else {
            let name = words.research_make_insight();
            let accent = cx.theme.color(Role::Accent);
            let said = RichText::new(format!("{}  {name}", icon::PLUS)).font(medium(12.5));
            let button = ui.add(Button::new(said.color(accent)).frame(false));
            button.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
            focus_ring(ui, cx, &button, 5.0);
            if button.on_hover_cursor(CursorIcon::PointingHand).clicked() {
                // With what has just been typed above, which is made before this.
                let project = doc.editor.project().clone();
                let ids = &mut doc.editor.ids;
                let change = insight_of_theme(&project, &journey, &theme.id, ids);
                out.extend(change.map(Message::Edit));
            }
        }
        ui.add_space(10.0);
    }

    /// What was said of a theme: a click shows it where it was said.
    pub(super) fn theme_passages_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        known: &KnownResearch,
        theme: &Id,
    ) {
        let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
        for source in &known.project().sources {
            let of_theme = source.passages.iter().filter(|one| one.themes.contains(theme));
            for (place, passage) in of_theme.enumerate() {
                let said: String = passage.text.split_whitespace().collect::<Vec<_>>().join(" ");
                let (open, close) = (cx.words.curve_quote_open(), cx.words.curve_quote_close());
                let said = format!("{open}{said}{close}");
                let whose = titled(&source.title, cx.words);
                let mut text =
                    LayoutJob::simple(said.clone(), regular(12.5), ink, ui.available_width());
                text.wrap.max_rows = SAID_LINES;
                let name = format!("{said} {whose}");
                let response = ui.push_id(("said of a theme", &source.id, place), |ui| {
                    ui.add(Label::new(text).selectable(false).sense(Sense::click()))
                });
                let response = response.inner;
                response.widget_info(|| WidgetInfo::labeled(egui::Role::Link, true, &name));
                focus_ring(ui, cx, &response, 5.0);
                if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
                    self.open_source(&source.id);
                    self.to_be_seen = source.place_of(passage);
                }
                ui.label(RichText::new(whose).font(regular(12.0)).color(muted));
                ui.add_space(8.0);
            }
        }
    }

    /// The cards that are gathered under it, and the sources that are said to tell of it without a
    /// passage of theirs: a click shows each.
    pub(super) fn theme_cards_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        known: &KnownResearch,
        theme: &Theme,
        out: &mut Vec<Message>,
    ) {
        let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
        let line = |ui: &mut Ui, salt: (&str, usize), said: &str, under: &str| {
            let mut text = LayoutJob::simple(said.into(), regular(12.5), ink, ui.available_width());
            text.wrap.max_rows = SAID_LINES;
            let label =
                |ui: &mut Ui| ui.add(Label::new(text).selectable(false).sense(Sense::click()));
            let response = ui.push_id(salt, label).inner;
            let name = format!("{said} {under}");
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Link, true, &name));
            focus_ring(ui, cx, &response, 5.0);
            ui.label(RichText::new(under).font(regular(12.0)).color(muted));
            ui.add_space(8.0);
            response.on_hover_cursor(CursorIcon::PointingHand).clicked()
        };
        let of_theme = known.cards.iter().filter(|card| theme.cards.contains(&card.place.card));
        for (place, card) in of_theme.enumerate() {
            let under = card_under(known, card, cx.words);
            if line(ui, ("card of a theme", place), &titled(&card.text, cx.words), &under) {
                let thing = Thing::Card(card.place.clone());
                out.push(Message::Select(Selection::of(thing.clone())));
                out.push(Message::Show(thing));
            }
        }
        let silent = |source: &&Arc<Source>| {
            let speaks = source.passages.iter().any(|one| one.themes.contains(&theme.id));
            theme.sources.contains(&source.id) && !speaks
        };
        let sources = known.project().sources.clone();
        for (place, source) in sources.iter().filter(silent).enumerate() {
            let title = titled(&source.title, cx.words);
            let under = cx.words.research_theme_without_passage();
            if line(ui, ("source of a theme", place), &title, &under) {
                self.open_source(&source.id);
            }
        }
    }
}

/// Where a card of a theme stands, and which sources it brings: "Pain points · Interview 4".
fn card_under(known: &KnownResearch, card: &KnownCard, words: &Words) -> String {
    let project = known.project();
    let found = project.journey(known.journey());
    let found = found.and_then(|(_, journey)| project.card(journey, &card.place));
    let named = found.map_or(&[][..], |(_, card)| &card.sources);
    let sources = project.sources.iter().filter(|source| named.contains(&source.id));
    let sources: Vec<String> = sources.map(|source| source_short_name(source, words)).collect();
    match sources.is_empty() {
        true => card.lane.clone(),
        false => format!("{} · {}", card.lane, sources.join(", ")),
    }
}
