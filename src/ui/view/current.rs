//! What is shown of the journey in front, and what that leaves out.

use crate::edit::{Change, meant};
use crate::model::{Id, Journey, Project, View};
use crate::scene::{Body, Scene};
use crate::ui::{Document, Message};
use crate::words::Words;
use std::sync::Arc;

/// How much of a map is left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hidden {
    /// Cards, also those of hidden lanes.
    pub cards: usize,
    /// Lanes.
    pub lanes: usize,
    /// Something is left out, if only a curve or the chips.
    pub any: bool,
}

impl Document {
    /// What is shown of the journey in front. It has the id of the named view it began as, if any.
    pub fn view(&self) -> &View {
        static ALL: std::sync::LazyLock<View> = std::sync::LazyLock::new(View::default);
        self.views.get(&self.journey).map_or(&ALL, |view| &**view)
    }

    /// Shows this of the journey in front.
    pub fn show_view(&mut self, view: View) {
        if *self.view() != view {
            self.views.insert(self.journey.clone(), Arc::new(view));
            self.layout.also.clear();
        }
    }

    /// `change` as it is meant under what is shown: see [`meant`].
    pub fn meant(&mut self, change: Change, project: &Project) -> Change {
        let Some(view) = self.views.get(&self.journey).cloned() else { return change };
        match project.journey(&self.journey) {
            Some((_, journey)) => meant(change, journey, &view, &mut self.layout.also),
            None => change,
        }
    }

    /// What layout is to show. Of the view what is no longer there is forgotten: a filter by
    /// somebody who is gone would show nothing.
    pub(in crate::ui) fn laid_view(&mut self, project: &Project) -> Arc<View> {
        let Some(view) = self.views.get_mut(&self.journey) else { return Arc::default() };
        if let Some((_, journey)) = project.journey(&self.journey) {
            let there = |id: &Id| journey.lane(id).is_some() || project.persona(id).is_some();
            let lists = [&view.hidden, &view.collapsed, &view.pinned, &view.personas];
            if !lists.into_iter().flatten().all(there) {
                Arc::make_mut(view).keep(there);
            }
            if !view.id.is_empty() && named(journey, &view.id).is_none() {
                Arc::make_mut(view).id = Id::default();
            }
        }
        view.clone()
    }

    /// How much of the map in front is left out by what is chosen.
    pub fn hidden(&self) -> Hidden {
        match &self.scene {
            Some(scene) if scene.view.leaves_out() => hidden(scene),
            _ => Hidden::default(),
        }
    }

    /// What the view in front is called: its name, with a word where it is not as it was saved.
    pub fn view_name(&self, words: &Words) -> String {
        let view = self.view();
        let journey = self.shown_journey();
        match journey.and_then(|journey| named(journey, &view.id)) {
            Some(saved) if saved.same_choice(view) => title_of(saved, words),
            Some(saved) => words.view_changed(title_of(saved, words)),
            None if view.same_choice(&View::default()) => words.view_all(),
            None => words.view_own(),
        }
    }
}

/// The view of `journey` called `id`.
pub(crate) fn named<'a>(journey: &'a Journey, id: &Id) -> Option<&'a Arc<View>> {
    journey.views.iter().find(|view| view.id == *id && !id.is_empty())
}

/// A view's name to read.
pub(crate) fn title_of(view: &View, words: &Words) -> String {
    let title = view.title.trim();
    if title.is_empty() { words.view_untitled() } else { title.to_owned() }
}

fn hidden(scene: &Scene) -> Hidden {
    let mut hidden = Hidden { any: true, ..Hidden::default() };
    let mut shown = scene.lanes.iter().peekable();
    for (index, lane) in scene.journey.lanes.iter().enumerate() {
        let Some(seen) = shown.next_if(|seen| seen.index == index) else {
            if !lane.hidden {
                hidden.lanes += 1;
                hidden.cards += lane.cards.len();
            }
            continue;
        };
        if let Body::Cards(cards) = &seen.body {
            let seen: usize = cards.cells.iter().map(|cell| cell.cards.len()).sum();
            hidden.cards += lane.cards.len().saturating_sub(seen);
        }
    }
    hidden
}

/// Changes the saved view called `id`; none: takes it away.
pub(crate) fn put(
    doc: &Document,
    id: &Id,
    change: impl Fn(&View) -> Option<View>,
    out: &mut Vec<Message>,
) {
    let Some(journey) = doc.shown_journey() else { return };
    if named(journey, id).is_none() {
        return;
    }
    let views = journey.views.iter().filter_map(|view| match view.id == *id {
        true => change(view),
        false => Some(View::clone(view)),
    });
    out.push(Message::Edit(Change::PutViews(views.collect())));
}

/// Saves what is shown under a new name, and goes on with it.
pub(crate) fn save_new(doc: &Document, id: Id, title: &str, out: &mut Vec<Message>) {
    let Some(journey) = doc.shown_journey() else { return };
    let view = View { id, title: title.trim().to_owned(), ..doc.view().clone() };
    let mut views: Vec<View> = journey.views.iter().map(|view| View::clone(view)).collect();
    views.push(view.clone());
    out.push(Message::Edit(Change::PutViews(views)));
    out.push(Message::View(Box::new(view)));
}
