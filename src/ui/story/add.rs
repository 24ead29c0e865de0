//! What can be added to the pages: a saved view, the selected cards, a page of text; and the order
//! of the map put back.

use super::StoryPanel;
use crate::edit::story::{added, in_map_order};
use crate::export::{SheetKind, charts_of};
use crate::insight::NoChart;
use crate::model::{Id, PageKind, StoryPage, Thing};
use crate::scene::Role;
use crate::scene::icon;
use crate::ui::kit::buttons::{focus_ring, medium};
use crate::ui::kit::tooltip::Tip as _;
use crate::ui::view::title_of;
use crate::ui::{Context, Document, Message};
use crate::words::Named as _;
use egui::{Button, Response, RichText, Ui, WidgetInfo, vec2};
use std::sync::Arc;

impl StoryPanel {
    pub(super) fn add_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context,
        doc: &mut Document,
        out: &mut Vec<Message>,
    ) {
        let words = cx.words;
        let mut chosen = None;
        ui.horizontal_wrapped(|ui| {
            let ink = cx.theme.color(Role::Ink);
            let text = format!("{}  {}", icon::PLUS, words.story_add());
            let button = Button::new(RichText::new(text).font(medium(13.0)).color(ink))
                .min_size(vec2(0.0, 32.0));
            let (response, _) =
                egui::containers::menu::MenuButton::from_button(button).ui(ui, |ui| {
                    ui.set_min_width(230.0);
                    let charts = self.charts(doc);
                    chosen = offers_ui(ui, cx, doc, &charts);
                });
            let name = words.story_add();
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
            focus_ring(ui, cx, &response, 8.0);
            let text = format!("{}  {}", icon::ROTATE_CCW, words.story_reset());
            let button =
                Button::new(RichText::new(text).font(medium(13.0))).min_size(vec2(0.0, 32.0));
            let response = ui.add_enabled(self.reordered, button);
            let (name, enabled) = (words.story_reset(), response.enabled());
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, enabled, &name));
            focus_ring(ui, cx, &response, 8.0);
            if response.tip(|| words.story_reset_hint()).clicked() {
                self.put(&self.ordered(doc), doc, out);
            }
        });
        if let Some(page) = chosen {
            let page = StoryPage { id: doc.editor.ids.next_id(), ..page };
            let at = if self.pages.is_empty() { 0 } else { self.at() + 1 };
            self.naming = page.kind == PageKind::Text;
            self.follow = !self.naming;
            self.chosen = page.id.clone();
            self.put(&added(&self.pages, at, page), doc, out);
        }
    }

    /// The charts that could be pages, worked out when somebody first asks.
    fn charts(&mut self, doc: &Document) -> Arc<[ChartOffer]> {
        let found = self.charts.take().unwrap_or_else(|| {
            let project = doc.editor.project();
            let journey = project.journey(&doc.journey);
            let found = journey.map(|(_, journey)| charts_of(project, journey));
            let page = |(kind, why)| Some((page_of(kind)?, why));
            found.into_iter().flatten().filter_map(page).collect()
        });
        self.charts = Some(found.clone());
        found
    }

    /// The pages in the order of the map.
    pub(super) fn ordered(&self, doc: &Document) -> Vec<StoryPage> {
        let project = doc.editor.project();
        let journey = project.journey(&doc.journey);
        journey.map_or_else(Vec::new, |(_, one)| in_map_order(project, one, &self.pages))
    }
}

/// A chart that can be a page, and why it has nothing to show; none: it has.
pub(super) type ChartOffer = (PageKind, Option<NoChart>);

/// The page that shows a chart; the map has one already.
fn page_of(chart: SheetKind) -> Option<PageKind> {
    match chart {
        SheetKind::Map => None,
        SheetKind::Matrix => Some(PageKind::Matrix),
        SheetKind::Board => Some(PageKind::Board),
        SheetKind::Coverage => Some(PageKind::Coverage),
        SheetKind::Saturation => Some(PageKind::Saturation),
    }
}

/// What can be added; the one that was chosen, without an id.
fn offers_ui(
    ui: &mut Ui,
    cx: &Context,
    doc: &Document,
    charts: &[ChartOffer],
) -> Option<StoryPage> {
    let words = cx.words;
    let mut chosen = None;
    if offer_ui(ui, icon::FILE_TEXT, &words.story_add_text(), true) {
        chosen = Some(StoryPage { kind: PageKind::Text, ..StoryPage::default() });
    }
    let cards = selected_cards(doc);
    let text = match cards.len() {
        0 => words.story_add_cards_none(),
        count => words.story_add_cards(count),
    };
    if offer_ui(ui, icon::LAYERS, &text, !cards.is_empty()) {
        chosen = Some(StoryPage { kind: PageKind::Cards, cards, ..StoryPage::default() });
    }
    for (kind, why) in charts {
        let text = kind.name(words);
        let response = offered_ui(ui, chart_icon(kind), &text, why.is_none());
        let response = match why {
            Some(why) => response.on_disabled_hover_text(why.text(words)),
            None => response,
        };
        if response.clicked() {
            chosen = Some(StoryPage { kind: kind.clone(), ..StoryPage::default() });
        }
    }
    let views = doc.shown_journey().map(|journey| &journey.views);
    let views: Vec<_> = views.into_iter().flatten().filter(|view| !view.id.is_empty()).collect();
    if views.is_empty() {
        offer_ui(ui, icon::FILTER, &words.story_add_view_none(), false);
    }
    for view in views {
        let text = words.story_add_view(title_of(view, words));
        if offer_ui(ui, icon::FILTER, &text, true) {
            let about = Some(view.id.clone());
            chosen = Some(StoryPage { kind: PageKind::View, about, ..StoryPage::default() });
        }
    }
    chosen
}

/// One of them; true when it is chosen.
fn offer_ui(ui: &mut Ui, symbol: char, text: &str, enabled: bool) -> bool {
    offered_ui(ui, symbol, text, enabled).clicked()
}

fn offered_ui(ui: &mut Ui, symbol: char, text: &str, enabled: bool) -> Response {
    let response = ui.add_enabled(enabled, Button::new(format!("{symbol}  {text}")));
    response.widget_info(|| WidgetInfo::labeled(egui::Role::MenuItem, enabled, text));
    response
}

/// The icon of the room that a chart comes from.
fn chart_icon(kind: &PageKind) -> char {
    if matches!(kind, PageKind::Matrix | PageKind::Board) { icon::LIGHTBULB } else { icon::QUOTE }
}

/// The selected cards as they are read on the map: lane by lane.
fn selected_cards(doc: &Document) -> Vec<Id> {
    let selected = |id: &Id| {
        doc.selection
            .things
            .iter()
            .any(|thing| matches!(thing, Thing::Card(card) if card.card == *id))
    };
    if !doc.selection.things.iter().any(|thing| matches!(thing, Thing::Card(_))) {
        return Vec::new();
    }
    let lanes = doc.shown_journey().map(|journey| &journey.lanes);
    let cards = lanes.into_iter().flatten().flat_map(|lane| lane.cards.iter());
    let parked = doc.editor.project().parked.iter();
    cards.chain(parked).filter(|card| selected(&card.id)).map(|card| card.id.clone()).collect()
}
