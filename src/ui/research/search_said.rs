//! Finding words in what was said: a bar above the text, all places tinted, and the way from one to the
//! next, on through the transcripts of all sources.

use super::known::lines_of;
use super::{ResearchPage, ResearchRoom, research_room_id, text_id};
use crate::model::{Id, Project};
use crate::scene::{Role, icon};
use crate::ui::kit::buttons::{icon_button, regular};
use crate::ui::kit::caret::layouter;
use crate::ui::kit::text_field::{select_all, take_key};
use crate::ui::{Context, Document};
use crate::words::{Lang, Words, find_places};
use egui::{EventFilter, Frame, Key, Margin, RichText, TextEdit, Ui, WidgetInfo, vec2};
use std::ops::Range;
use std::sync::Arc;

/// What is looked for, and where it was found.
#[derive(Default)]
pub(super) struct SearchOfSaid {
    is_open: bool,
    /// The field is to have the keyboard, with all of its text selected.
    opened: bool,
    query: String,
    /// The source, and where in its text in bytes; source by source as they stand in the project.
    places: Vec<(Id, Range<usize>)>,
    /// Which of them is shown.
    at: usize,
    /// What was searched, for what, in which language.
    searched: Option<(Arc<Project>, String, Lang)>,
}

/// Where to go among the places.
#[derive(Clone, Copy, PartialEq)]
enum GoInSaid {
    /// To the first in the source that is shown, else to the first of all.
    Near,
    Next,
    Previous,
}

/// The field.
fn query_id() -> egui::Id {
    egui::Id::unique("words that were said")
}

impl SearchOfSaid {
    /// Searches again where the project, the text or the language is another.
    fn refresh(&mut self, project: &Arc<Project>, words: &Words) {
        let lang = words.lang;
        let same = self.searched.as_ref().is_some_and(|(searched, query, said)| {
            Arc::ptr_eq(searched, project) && *query == self.query && *said == lang
        });
        if same {
            return;
        }
        let kept = self.places.get(self.at).cloned();
        let query = self.query.as_str();
        let of_source = |source: &Arc<crate::model::Source>| {
            let id = source.id.clone();
            let mut found = find_places(&source.notes, query, lang);
            if !found.is_empty() {
                // The times before the lines stand in the margin: nobody has said them.
                let (lines, _) = lines_of(&source.notes);
                let line = |at: usize| lines.partition_point(|line| line.range.end <= at);
                found.retain(|place| {
                    lines.get(line(place.start)).is_none_or(|line| place.start >= line.said)
                });
            }
            found.into_iter().map(move |place| (id.clone(), place)).collect::<Vec<_>>()
        };
        self.places = project.sources.iter().flat_map(of_source).collect();
        let at = kept.and_then(|kept| self.places.iter().position(|place| *place == kept));
        self.at = at.unwrap_or(self.at).min(self.places.len().saturating_sub(1));
        self.searched = Some((project.clone(), self.query.clone(), lang));
    }

    /// The places in the text of this source, each with whether it is the one that is shown; none where
    /// nothing is looked for.
    pub(super) fn places_in(&self, source: &Id) -> impl Iterator<Item = (&Range<usize>, bool)> {
        let places = self.places.iter().enumerate().filter(|_| self.is_open);
        places
            .filter(move |(_, (id, _))| id == source)
            .map(|(at, (_, place))| (place, at == self.at))
    }

    fn count(&self, words: &Words) -> String {
        let number = |count: usize| words.number(count as f64);
        match (self.query.trim().is_empty(), self.places.len()) {
            (true, _) => String::new(),
            (false, 0) => words.find_none(),
            (false, count) => words.find_count(number(self.at + 1), number(count)),
        }
    }
}

impl ResearchRoom {
    /// Opens the bar.
    pub(crate) fn search(&mut self) {
        (self.search.is_open, self.search.opened) = (true, true);
    }

    /// Goes on to the next place, or back to the one before; opens the bar.
    pub(crate) fn search_on(&mut self, forward: bool, doc: &Document, words: &Words) {
        if !self.search.is_open {
            self.search();
        }
        self.go_in_said(if forward { GoInSaid::Next } else { GoInSaid::Previous }, doc, words);
    }

    fn go_in_said(&mut self, go: GoInSaid, doc: &Document, words: &Words) {
        self.search.refresh(doc.editor.project(), words);
        let search = &mut self.search;
        let count = search.places.len();
        if count == 0 {
            return;
        }
        let here = |(id, _): &(Id, Range<usize>)| self.source.as_ref() == Some(id);
        search.at = match go {
            GoInSaid::Next => (search.at + 1) % count,
            GoInSaid::Previous => (search.at + count - 1) % count,
            GoInSaid::Near => search.places.iter().position(here).unwrap_or(0),
        };
        let Some((source, place)) = search.places.get(search.at).cloned() else { return };
        self.let_go();
        self.open_source(&source);
        self.is_edited = false;
        self.to_be_seen = Some(place);
    }

    /// The bar, while it is open.
    #[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours: egui's keys")]
    pub(super) fn search_ui(&mut self, ui: &mut Ui, cx: &Context<'_>, doc: &Document) {
        if !self.search.is_open {
            return;
        }
        let words = cx.words;
        self.search.refresh(doc.editor.project(), words);
        let (mut close, mut go) = (false, None);
        if ui.memory(|memory| memory.focused()) == Some(query_id()) {
            let key = take_key(ui.ctx(), |key, modifiers| match key {
                Key::Escape if modifiers.is_none() => Some(None),
                Key::Enter if modifiers.is_none() => Some(Some(GoInSaid::Next)),
                Key::Enter if modifiers.shift_only() => Some(Some(GoInSaid::Previous)),
                _ => None,
            });
            (close, go) = (key == Some(None), key.flatten());
        }
        let frame = Frame::new().fill(cx.theme.color(Role::Panel)).inner_margin(Margin {
            left: 36,
            right: 16,
            top: 8,
            bottom: 8,
        });
        frame.show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                let muted = cx.theme.color(Role::Muted);
                let count = self.search.count(words);
                let shown = ui.painter().layout_no_wrap(count.clone(), regular(12.5), muted);
                let buttons = 3.0 * 32.0 + 12.0;
                let room = (ui.available_width() - buttons - shown.size().x - 10.0).max(60.0);
                let mut layouter = layouter(regular(14.0), false);
                let name = words.research_find();
                let field = TextEdit::singleline(&mut self.search.query)
                    .id(query_id())
                    .layouter(&mut layouter)
                    .hint_text(&name)
                    // Esc is ours: it closes the bar, and the text gets the keyboard.
                    .event_filter(EventFilter {
                        escape: true,
                        horizontal_arrows: true,
                        vertical_arrows: true,
                        ..EventFilter::default()
                    })
                    .font(regular(14.0))
                    .margin(Margin::symmetric(8, 6))
                    .desired_width(room - 16.0);
                let field = ui.add(field);
                field.widget_info(|| WidgetInfo::labeled(egui::Role::SearchInput, true, &name));
                if std::mem::take(&mut self.search.opened) {
                    field.request_focus();
                    select_all(ui, query_id(), &self.search.query);
                }
                if field.changed() {
                    go = Some(GoInSaid::Near);
                }
                let label = ui.label(RichText::new(count).font(regular(12.5)).color(muted));
                // Read aloud without moving the keyboard there.
                ui.ctx().accesskit_node_builder(label.id, |node| {
                    node.set_live(egui::accesskit::Live::Polite);
                });
                let (any, size) = (!self.search.places.is_empty(), vec2(32.0, 30.0));
                let mut button =
                    |sign, name: &str, on| icon_button(ui, sign, name, on, size).clicked();
                if button(icon::CHEVRON_UP, &words.command_find_previous(), any) {
                    go = Some(GoInSaid::Previous);
                }
                if button(icon::CHEVRON_DOWN, &words.command_find_next(), any) {
                    go = Some(GoInSaid::Next);
                }
                close |= button(icon::X, &words.find_close(), true);
            });
        });
        if close {
            self.search.is_open = false;
            let is_text = self.page == ResearchPage::Source && !self.is_edited;
            // What is marked next begins where it was found.
            let found = self.search.places.get(self.search.at).filter(|_| is_text);
            self.unmark_at = found
                .filter(|(id, _)| self.source.as_ref() == Some(id))
                .map(|(_, place)| place.end);
            let to = if self.unmark_at.is_some() { text_id() } else { research_room_id() };
            ui.memory_mut(|memory| memory.request_focus(to));
            ui.ctx().request_repaint();
        } else if let Some(go) = go {
            self.go_in_said(go, doc, words);
            ui.ctx().request_repaint();
        }
    }
}
