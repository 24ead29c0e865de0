//! Finding text: a bar over the map with a field, how many things say it, and the way from one to
//! the next.

use crate::edit::{Finder, Found, FoundIn};
use crate::model::{Project, Thing};
use crate::scene::Role;
use crate::scene::icon;
use crate::ui::canvas::Canvas;
use crate::ui::canvas::marked::Marked;
use crate::ui::kit::buttons::{icon_button, medium, regular};
use crate::ui::kit::caret::layouter;
use crate::ui::kit::text_field::select_all;
use crate::ui::kit::titles::title_of;
use crate::ui::{Context, Document};
use crate::words::{Lang, Named, Words};
use egui::{EventFilter, Margin, RichText, TextEdit, Ui, WidgetInfo, vec2};
use std::sync::Arc;

/// How wide the bar is, in points.
pub(crate) const WIDTH: f32 = 330.0;

/// The bar, and what was last looked for.
#[derive(Default)]
pub(crate) struct Find {
    pub(crate) open: bool,
    query: String,
    finder: Finder,
    pub(crate) found: Vec<Found>,
    /// Which of them is shown.
    pub(crate) at: usize,
    /// What was searched, for what, in which language.
    searched: Option<(Arc<Project>, String, Lang)>,
    /// The field is to have the keyboard, with all of its text selected.
    opened: bool,
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Go {
    /// To the first at or after what is in front.
    Near,
    Next,
    Previous,
}

pub(crate) fn query_id() -> egui::Id {
    egui::Id::unique("find query")
}

impl Find {
    /// Opens the bar.
    pub(crate) fn open(&mut self) {
        (self.open, self.opened) = (true, true);
    }

    /// Closes it.
    pub(crate) fn close(&mut self) {
        self.open = false;
    }

    /// Searches again where the project, the text or the language is another. True if so.
    pub(crate) fn refresh(&mut self, doc: &Document, words: &Words) -> bool {
        let project = doc.editor.project();
        let same = self.searched.as_ref().is_some_and(|(searched, query, lang)| {
            Arc::ptr_eq(searched, project) && *query == self.query && *lang == words.lang
        });
        if same {
            return false;
        }
        // The same thing stays the one that is shown, whatever is found before it now.
        let kept = self.found.get(self.at).map(|found| found.thing.clone());
        self.found = self.finder.find(project, &self.query, words);
        self.searched = Some((project.clone(), self.query.clone(), words.lang));
        let at = kept.and_then(|kept| self.found.iter().position(|found| found.thing == kept));
        self.at = at.unwrap_or(self.at).min(self.found.len().saturating_sub(1));
        true
    }

    /// Goes on to another thing that was found.
    pub(crate) fn step(&mut self, go: Go, doc: &Document) {
        let count = self.found.len();
        if count == 0 {
            return;
        }
        let in_front = |found: &Found| found.journey.as_ref().is_none_or(|id| *id == doc.journey);
        self.at = match go {
            Go::Next => (self.at + 1) % count,
            Go::Previous => (self.at + count - 1) % count,
            Go::Near => self.found.iter().position(in_front).unwrap_or(0),
        };
    }

    /// What the map is to mark.
    pub(crate) fn marked(&self, doc: &Document) -> Marked {
        let here = |found: &&Found| found.journey.as_ref().is_none_or(|id| *id == doc.journey);
        let ids = self.found.iter().filter(here).map(|found| found.thing.id().clone()).collect();
        let current = self.found.get(self.at).filter(here).map(|found| found.thing.clone());
        Marked { ids, current }
    }
}

/// What was asked for in the bar.
#[derive(Default)]
pub(crate) struct Asked {
    pub(crate) close: bool,
    pub(crate) go: Option<Go>,
}

pub(crate) fn bar_ui(
    ui: &mut Ui,
    cx: &Context,
    find: &mut Find,
    doc: &Document,
    canvas: &Canvas,
) -> Asked {
    let words = cx.words;
    let mut asked = Asked::default();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let count = count_text(find, words);
        let buttons = 3.0 * 32.0 + 12.0;
        let muted = cx.theme.color(Role::Muted);
        let shown = ui.painter().layout_no_wrap(count.clone(), regular(12.5), muted);
        let room = (ui.available_width() - buttons - shown.size().x - 10.0).max(60.0);
        let mut layouter = layouter(regular(14.0), false);
        let field = TextEdit::singleline(&mut find.query)
            .id(query_id())
            .layouter(&mut layouter)
            .hint_text(words.find_hint())
            // Esc is ours: it closes the bar, and the map gets the keyboard.
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
        field.widget_info(|| {
            WidgetInfo::labeled(egui::Role::SearchInput, true, words.command_find())
        });
        if std::mem::take(&mut find.opened) {
            field.request_focus();
            select_all(ui, query_id(), &find.query);
        }
        if field.changed() {
            find.refresh(doc, words);
            asked.go = Some(Go::Near);
        }
        let label = ui.label(RichText::new(count).font(regular(12.5)).color(muted));
        // Read aloud without moving the keyboard there.
        ui.ctx().accesskit_node_builder(label.id, |node| {
            node.set_live(egui::accesskit::Live::Polite);
        });
        let any = !find.found.is_empty();
        let size = vec2(32.0, 30.0);
        if icon_button(ui, icon::CHEVRON_UP, &words.command_find_previous(), any, size).clicked() {
            asked.go = Some(Go::Previous);
        }
        if icon_button(ui, icon::CHEVRON_DOWN, &words.command_find_next(), any, size).clicked() {
            asked.go = Some(Go::Next);
        }
        asked.close = icon_button(ui, icon::X, &words.find_close(), true, size).clicked();
    });
    if let Some(found) = find.found.get(find.at) {
        place_ui(ui, cx, found, doc, canvas);
    }
    asked
}

fn count_text(find: &Find, words: &Words) -> String {
    if find.query.trim().is_empty() {
        return String::new();
    }
    match find.found.len() {
        0 => words.find_none(),
        count => words.find_count(words.number((find.at + 1) as f64), words.number(count as f64)),
    }
}

/// Where the thing that is shown stands, and that it cannot be seen, where it cannot.
fn place_ui(ui: &mut Ui, cx: &Context, found: &Found, doc: &Document, canvas: &Canvas) {
    let words = cx.words;
    let mut parts = Vec::new();
    let project = doc.editor.project();
    let journey = found.journey.as_ref().and_then(|id| project.journey(id)).map(|(_, found)| found);
    let lane = match &found.thing {
        Thing::Card(card) => card.lane.as_ref(),
        Thing::Point { lane, .. } => Some(lane),
        Thing::Phase(_)
        | Thing::Step(_)
        | Thing::Lane(_)
        | Thing::Persona(_)
        | Thing::Transition(_)
        | Thing::Journey(_) => None,
    };
    let lane = journey.zip(lane).and_then(|(journey, lane)| journey.lane(lane));
    parts.push(match (&found.thing, lane) {
        (_, Some((_, lane))) if lane.title.trim().is_empty() => lane.kind.name(words),
        (_, Some((_, lane))) => lane.title.trim().to_owned(),
        (Thing::Card(_), None) => words.canvas_parking(),
        (Thing::Point { .. }, None) => words.find_quote(),
        (Thing::Phase(_), _) => words.palette_phase(),
        (Thing::Step(_), _) => words.find_step(),
        (Thing::Lane(_), _) => words.palette_lane(),
        (Thing::Persona(_), _) => words.field_persona(),
        (Thing::Transition(_), _) => words.thing_transition(),
        (Thing::Journey(_), _) => words.palette_journey(),
    });
    parts.extend(part_text(found.part, words));
    if project.journeys.len() > 1
        && let Some(journey) = journey
    {
        parts.push(title_of(journey, cx));
    }
    let muted = cx.theme.color(Role::Muted);
    ui.add_space(2.0);
    ui.label(RichText::new(parts.join(" · ")).font(regular(12.5)).color(muted));
    let here = found.journey.as_ref().is_none_or(|id| *id == doc.journey);
    let is_seen = doc.scene.as_ref().is_some_and(|scene| scene.thing_rect(&found.thing).is_some());
    if here && !is_seen && canvas.area().is_some() {
        let ink = cx.theme.color(Role::Ink);
        let text = format!("{}  {}", icon::EYE_OFF, words.find_hidden());
        ui.label(RichText::new(text).font(medium(12.5)).color(ink));
    }
}

/// Which text of a thing it is, where that is not the one seen first.
fn part_text(part: FoundIn, words: &Words) -> Option<String> {
    Some(match part {
        FoundIn::Text | FoundIn::Title | FoundIn::Quote => return None,
        FoundIn::Note => words.find_in_note(),
        FoundIn::Tag => words.find_in_tag(),
        FoundIn::Owner => words.find_in_owner(),
        FoundIn::Role => words.find_in_role(),
        FoundIn::Reason => words.find_in_reason(),
        FoundIn::Purpose => words.find_in_purpose(),
    })
}
