//! How does a presentation begin, and at which page?

use crate::model::{Id, Journey, Thing};
use crate::scene::pages::{Deck, Planned};
use crate::ui::kit::local_time::today;
use crate::ui::present::act::page_of_phase;
use crate::ui::present::clock::Stopwatch;
use crate::ui::present::notes::Notes;
use crate::ui::present::screens::{Audience, Screens};
use crate::ui::present::shot::Link;
use crate::ui::present::stage::Stage;
use crate::ui::present::{BeforePresenting, PLANNING, PagePainter, Present};
use crate::ui::{App, Document};
use egui::vec2;
use std::sync::Arc;

impl App {
    /// Begins to present the journey in front: from its first page, or from here.
    pub(in crate::ui) fn present(&mut self, ctx: &egui::Context, from_here: bool) {
        if self.work.presenting.is_some() {
            return;
        }
        let Some(doc) = &mut self.work.doc else { return };
        // What is in the making is part of the story.
        doc.editor.commit();
        self.work.canvas.let_go();
        self.front.palette = None;
        let words = doc.words_of_map(&self.env.words);
        let mut deck = Deck::new();
        deck.today = Some(today());
        let area = self.work.canvas.area().map_or(vec2(1000.0, 700.0), |rect| rect.size());
        let phase = if from_here { start_place(doc, area.x) } else { None };
        // Where the list of pages is open, here is the page chosen there.
        let chosen = self.work.story.chosen_page().filter(|_| from_here).cloned();
        let page = chosen.or_else(|| phase.map(|phase| page_of_phase(&phase)));
        // The first page that is shown is planned at once, the others beside it.
        let first = |planned: &Planned| {
            page.as_ref().is_none_or(|page| planned.page.same_place(page)) && !planned.page.hidden
        };
        deck.plan_for(doc.editor.project(), &doc.journey, &words, PLANNING, first);
        let place = page.and_then(|page| deck.place_of(&page));
        let (now, maximized, fullscreen) = ctx.input(|input| {
            let window = input.viewport();
            let is = |state: Option<bool>| state.unwrap_or(false);
            (input.time, is(window.maximized), is(window.fullscreen))
        });
        let camera = doc.cameras.get(&doc.journey).copied();
        let mut present = Present {
            deck,
            journey: doc.journey.clone(),
            place: place.unwrap_or(0),
            at: None,
            turn: 0,
            curtain: None,
            light: None,
            zoomed: false,
            points: None,
            card: None,
            digits: String::new(),
            help: false,
            editing: None,
            notes: Notes::default(),
            watch: Stopwatch::started(now),
            presenter: false,
            audience: Audience::Here,
            screens: Screens::default(),
            looked: f64::NEG_INFINITY,
            unplugged: false,
            link: Arc::new(Link::default()),
            stage: Stage::default(),
            then: PagePainter::default(),
            listed: u64::MAX,
            before: BeforePresenting {
                camera,
                selection: doc.selection.clone(),
                maximized,
                fullscreen,
                fills: fullscreen,
            },
            ended: None,
            made: None,
        };
        present.remember_page();
        self.work.presenting = Some(Box::new(present));
        if let Some(focused) = ctx.memory(|memory| memory.focused()) {
            ctx.memory_mut(|memory| memory.surrender_focus(focused));
        }
    }
}

/// The phase that is selected, else the one in the middle of what is seen of the map, which is
/// `width` screen points wide.
fn start_place(doc: &Document, width: f32) -> Option<Id> {
    let journey = doc.shown_journey()?;
    let selected = doc.selection.things.iter().rev().find_map(|thing| phase_of(journey, thing));
    let in_cell = || {
        let cell = doc.selection.cell.as_ref()?;
        phase_of_step(journey, &cell.step)
    };
    let in_view = || {
        let (scene, camera) = (doc.scene.as_ref()?, doc.cameras.get(&doc.journey)?);
        let from = camera.doc_from_canvas(egui::Pos2::ZERO).x;
        let to = camera.doc_from_canvas(egui::pos2(width, 0.0)).x;
        let phases = &scene.columns.phases;
        // All of the map in view is no place in it.
        let first = phases.first()?;
        if from <= first.x && to >= phases.last().map_or(0.0, |last| last.x + last.width) {
            return None;
        }
        let middle = (from.max(first.x) + to) / 2.0;
        let found = phases.iter().rfind(|phase| phase.x <= middle)?;
        Some(found.id.clone())
    };
    selected.or_else(in_cell).or_else(in_view)
}

fn phase_of(journey: &Journey, thing: &Thing) -> Option<Id> {
    match thing {
        Thing::Phase(phase) => Some(phase.clone()),
        Thing::Step(step) => phase_of_step(journey, step),
        Thing::Card(card) => {
            let cards = journey.lanes.iter().filter_map(|lane| lane.card(&card.card));
            cards.map(|(_, card)| card).find_map(|card| phase_of_step(journey, &card.step))
        }
        Thing::Point { lane, point } => {
            let (_, lane) = journey.lane(lane)?;
            let point = lane.points.iter().find(|one| one.id == *point)?;
            phase_of_step(journey, &point.step)
        }
        Thing::Lane(_) | Thing::Persona(_) | Thing::Transition(_) | Thing::Journey(_) => None,
    }
}

fn phase_of_step(journey: &Journey, step: &Id) -> Option<Id> {
    let (index, _) = journey.steps().find(|(_, one)| one.id == *step)?;
    journey.phases.get(index).map(|phase| phase.id.clone())
}
