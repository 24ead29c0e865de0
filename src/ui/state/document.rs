//! The open file: its project in the making, and what of it is on the screen.

use super::comparison::Comparison;
use super::found_gaps::FoundGaps;
use super::pen::PersonaPen;
use crate::edit::Editor;
use crate::file::{Stamp, random_ids};
use crate::model::{Id, Journey, Project, Thing, TransitionKind, View};
use crate::scene::{Body, Layout, Scene, Theme};
use crate::words::{Lang, Words};
use egui::{Pos2, Vec2};
use smol_str::SmolStr;
use std::cell::OnceCell;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

/// Why an open file is only looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnlyRead {
    /// Somebody else has it open, and it was opened to be looked at.
    InUse,
    /// A later version of the program has written it, and this one does not know all of it.
    Newer,
}

/// The open file.
pub struct Document {
    /// The project, its history and what is in the making.
    pub editor: Editor,
    /// Where it is kept; none: it has not been saved yet.
    pub path: Option<PathBuf>,
    /// The file was mended while it was read: the first save keeps the original beside it.
    pub mended: bool,
    /// It is looked at and not changed: why.
    pub only_read: Option<OnlyRead>,
    /// The journey whose tab is in front.
    pub journey: Id,
    /// Lays out maps and remembers.
    pub layout: Layout,
    /// The journey in front, laid out; made anew at the start of each frame in which it changed.
    pub scene: Option<Arc<Scene>>,
    /// Where each journey was last looked at.
    pub cameras: HashMap<Id, Camera>,
    /// Journeys that are seen as the window chose, as long as their cameras are the same.
    pub(crate) unmoved: HashMap<Id, Unmoved>,
    /// What is shown of each journey; one that is not there is shown whole.
    pub views: HashMap<Id, Arc<View>>,
    /// Customers stand on one line instead of a funnel, so that the lanes come sooner. Of the
    /// window, not of the file.
    pub fold_figures: bool,
    /// Two journeys shown on one map instead of the one in front.
    pub comparison: Option<Box<Comparison>>,
    /// What is selected.
    pub selection: Selection,
    /// Whose curve the hand draws.
    pub pen: PersonaPen,
    /// Where the map in front has gaps, as far as somebody has asked.
    pub(crate) found_gaps: FoundGaps,
    /// What its file was like when it was read or saved.
    pub stamp: Option<Stamp>,
    /// The file is gone, or cannot be reached: what was in it.
    pub(crate) missing: Option<Arc<Project>>,
    /// When it was last edited before it was last saved, RFC 3339; none: as the project says.
    pub edited: Option<SmolStr>,
    /// The scene is to be laid out again although the project is the same.
    stale: bool,
    /// The strings in the map's language, where it is not the window's.
    map_words: Option<Words>,
    /// The language and text scale the scene was laid out with.
    laid: Option<(Lang, f32)>,
}

/// The widget that has the keyboard when the canvas has it: then bare keys are commands.
pub fn canvas_id() -> egui::Id {
    egui::Id::unique("canvas")
}

/// The widget that has the keyboard while something is typed on the map.
pub(crate) fn canvas_text_id() -> egui::Id {
    egui::Id::unique("canvas text")
}

impl Document {
    /// A project to work on, at its first journey.
    pub fn new(project: Project, path: Option<PathBuf>, mended: bool) -> Self {
        let journey = project.journeys.first().map(|journey| journey.id.clone());
        Self {
            editor: Editor::new(project, random_ids()),
            path,
            mended,
            journey: journey.unwrap_or_default(),
            layout: Layout::new(),
            scene: None,
            cameras: HashMap::new(),
            unmoved: HashMap::new(),
            views: HashMap::new(),
            fold_figures: true,
            only_read: None,
            comparison: None,
            selection: Selection::default(),
            pen: PersonaPen::default(),
            found_gaps: FoundGaps::default(),
            stamp: None,
            missing: None,
            edited: None,
            stale: false,
            map_words: None,
            laid: None,
        }
    }

    /// Selects these instead of what was selected, as far as they are there: what asks for it may
    /// have asked for a change before that could not be made.
    pub fn select(&mut self, selection: Selection) {
        self.hand_pen(&selection);
        self.selection = selection;
        if !self.editor.is_previewing() {
            let project = Arc::clone(self.editor.project());
            self.drop_missing(&project);
        }
    }

    /// From now on lanes keep at least the height they have, so that nothing moves away under the
    /// pointer while something is dragged; until [`let_lanes_go`](Self::let_lanes_go).
    pub fn hold_lanes(&mut self) {
        if let Some(scene) = &self.scene {
            let heights = scene.lanes.iter().map(|lane| (lane.id.clone(), lane.height));
            self.layout.held = heights.collect();
        }
    }

    /// Lanes are as high as what they hold again.
    pub fn let_lanes_go(&mut self) {
        if !self.layout.held.is_empty() {
            self.layout.held.clear();
            self.stale = true;
        }
    }

    /// Looks at the journey in front as the window chooses, until somebody moves the map.
    pub(crate) fn keep_unmoved(&mut self, unmoved: Unmoved) {
        self.cameras.insert(self.journey.clone(), unmoved.camera);
        self.unmoved.insert(self.journey.clone(), unmoved);
    }

    /// The journey in front.
    pub fn shown_journey(&self) -> Option<&Arc<Journey>> {
        self.editor.project().journey(&self.journey).map(|(_, journey)| journey)
    }

    /// What it is called: its file's name without the extension, else the project's title.
    pub fn name(&self, words: &Words) -> String {
        let stem = self.path.as_deref().and_then(|path| path.file_stem());
        match stem {
            Some(stem) => stem.to_string_lossy().into_owned(),
            None if self.editor.project().title.trim().is_empty() => words.window_untitled(),
            None => self.editor.project().title.trim().to_owned(),
        }
    }

    /// Lays the journey in front out if anything it depends on is another than last time, and
    /// lets go of what is selected and no longer there.
    pub fn refresh(&mut self, words: &Words, theme: &Theme) {
        let project = Arc::clone(self.editor.project());
        if project.journey(&self.journey).is_none() {
            // Its tab is gone: the one that took its place.
            let old = self.scene.as_ref().and_then(|scene| scene.project.journey(&self.journey));
            let at = old.map_or(0, |(index, _)| index).min(project.journeys.len().max(1) - 1);
            self.journey = project.journeys.get(at).map(|j| j.id.clone()).unwrap_or_default();
        }
        let words = &self.words_of_map(words);
        let laid = Some((words.lang, theme.text_scale()));
        let view = self.laid_view(&project);
        let same_project = |scene: &Arc<Scene>| Arc::ptr_eq(&scene.project, &project);
        let fresh = self.scene.as_ref().is_some_and(|scene| {
            same_project(scene)
                && scene.journey.id == self.journey
                && self.laid == laid
                && scene.view == view
                && scene.folded == self.fold_figures
                && !self.stale
        });
        if fresh {
            return;
        }
        let changed = !self.scene.as_ref().is_some_and(same_project);
        let other = self.scene.as_ref().is_some_and(|scene| scene.view != view);
        let drawn_at = self.zero_line_in_hand();
        self.layout.view = view;
        self.layout.fold_figures = self.fold_figures;
        self.scene = self.layout.scene(&project, &self.journey, words, theme.text_scale());
        self.laid = laid;
        self.stale = false;
        if let (Some(before), Some(now)) = (drawn_at, self.zero_line_in_hand()) {
            self.shift_camera(before - now);
        }
        self.drop_pen();
        if let (true, Some(cell), Some(scene)) = (changed, &self.selection.cell, &self.scene)
            && (scene.journey.lane(&cell.lane).is_none()
                || !scene.columns.index.contains_key(&cell.step))
        {
            self.selection.cell = None;
        }
        if other && let Some(scene) = &self.scene {
            // What is not seen must not be deleted.
            self.selection.things.retain(|thing| scene.thing_rect(thing).is_some());
            let seen = |cell: &CellRef| scene.lanes.iter().any(|lane| lane.id == cell.lane);
            self.selection.cell = self.selection.cell.take().filter(seen);
        }
        // While something is dragged all that is selected is still there.
        if changed && !self.editor.is_previewing() {
            self.drop_missing(&project);
        }
    }

    /// Where the zero line of the lane is that the pen in the hand has drawn in, in document units:
    /// quotes that want more room move it, and it is to stay under the pointer. None while something
    /// is dragged: that is reckoned from where it was pressed.
    fn zero_line_in_hand(&self) -> Option<f32> {
        let scene = self.scene.as_ref().filter(|scene| scene.journey.id == self.journey)?;
        self.pen.held().filter(|_| self.layout.held.is_empty())?;
        let (lane, _) = self.pen.last_set()?;
        let shown = scene.lanes.iter().find(|shown| shown.id == *lane)?;
        match &shown.body {
            Body::Curve(curve) => Some(shown.y + curve.zero_y),
            Body::Cards(_) | Body::Collapsed => None,
        }
    }

    /// Moves what is looked at by `by` (document units) downwards; nobody has moved the map by that.
    fn shift_camera(&mut self, by: f32) {
        let Some(camera) = self.cameras.get_mut(&self.journey) else { return };
        let unmoved = self.unmoved.get_mut(&self.journey).filter(|seen| seen.camera == *camera);
        camera.origin.y += by * camera.zoom;
        if let Some(unmoved) = unmoved {
            unmoved.camera = *camera;
        }
    }

    /// The language of what is drawn on the map: the project's, else the window's.
    pub(crate) fn lang_of_map(&self, of_window: Lang) -> Lang {
        let code = self.editor.project().language.as_deref();
        let known = code.filter(|code| ["sv", "en"].contains(code)).map(Lang::from_code);
        known.unwrap_or(of_window)
    }

    /// The strings for what is drawn on the map: in the project's language, whatever the window's.
    pub(crate) fn words_of_map(&mut self, of_window: &Words) -> Words {
        let lang = self.lang_of_map(of_window.lang);
        if lang == of_window.lang {
            return of_window.clone();
        }
        let kept = self.map_words.as_ref().filter(|words| words.lang == lang).cloned();
        let words = kept.unwrap_or_else(|| Words::new(lang));
        self.map_words = Some(words.clone());
        words
    }

    /// Takes what is no longer in the project out of the selection, and notes in which lane its
    /// cards and points are now. Only for what is not shown where it was, all is looked through.
    fn drop_missing(&mut self, project: &Project) {
        let (Some((_, journey)), Some(scene)) = (project.journey(&self.journey), &self.scene)
        else {
            self.selection = Selection::default();
            return;
        };
        let has_step = |id: &Id| journey.steps().any(|(_, step)| step.id == *id);
        let has_cell = |cell: &CellRef| journey.lane(&cell.lane).is_some() && has_step(&cell.step);
        self.selection.cell = self.selection.cell.take().filter(has_cell);
        let there = OnceCell::new();
        self.selection.things.retain_mut(|thing| {
            if is_where_it_was(scene, thing) {
                return true;
            }
            let there = there.get_or_init(|| lanes_of(project, journey));
            let Some(now) = there.get(thing.id()) else { return false };
            match (thing, now) {
                (Thing::Card(card), now) => card.lane = now.cloned(),
                (Thing::Point { lane, .. }, Some(now)) => lane.clone_from(now),
                _ => {}
            }
            true
        });
    }
}

/// Is it shown, and in the lane it says?
fn is_where_it_was(scene: &Scene, thing: &Thing) -> bool {
    let lane_is = |id: &Id| scene.lanes.iter().find(|lane| lane.id == *id).map(|lane| &lane.body);
    match thing {
        Thing::Card(card) => match card.lane.as_ref().and_then(lane_is) {
            Some(Body::Cards(cards)) => cards.card(&card.card).is_some(),
            _ => false,
        },
        Thing::Point { lane, .. } => lane_is(lane).is_some() && scene.thing_rect(thing).is_some(),
        Thing::Phase(_)
        | Thing::Step(_)
        | Thing::Lane(_)
        | Thing::Persona(_)
        | Thing::Transition(_)
        | Thing::Journey(_) => scene.thing_rect(thing).is_some(),
    }
}

/// All that can be selected while `journey` is in front, with the lane it is in, if it is in one.
fn lanes_of<'a>(project: &'a Project, journey: &'a Journey) -> HashMap<&'a Id, Option<&'a Id>> {
    let mut there: HashMap<&Id, Option<&Id>> = HashMap::new();
    let mut add = |id, lane| _ = there.insert(id, lane);
    project.journeys.iter().for_each(|journey| add(&journey.id, None));
    project.personas.iter().for_each(|persona| add(&persona.id, None));
    project.parked.iter().for_each(|card| add(&card.id, None));
    journey.phases.iter().for_each(|phase| add(&phase.id, None));
    journey.steps().for_each(|(_, step)| add(&step.id, None));
    journey.transitions.iter().for_each(|transition| add(&transition.id, None));
    for lane in &journey.lanes {
        add(&lane.id, None);
        lane.cards.iter().for_each(|card| add(&card.id, Some(&lane.id)));
        lane.points.iter().for_each(|point| add(&point.id, Some(&lane.id)));
    }
    there
}

/// Which part of a map is on the screen: screen = origin + document × zoom, within the canvas.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// Where the map's top left corner is, in screen points from the canvas's top left corner.
    pub origin: Vec2,
    /// Screen points per document unit; 1 is 100 %.
    pub zoom: f32,
}

/// What the window chose to show of a map: it follows the window's size until the map is moved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Unmoved {
    /// How it is seen.
    pub camera: Camera,
    /// The canvas it was chosen for, in screen points.
    pub canvas: Vec2,
    /// All of the map is shown, and not what can be read of it.
    pub whole: bool,
}

impl Camera {
    /// A place on the map from a place in the canvas (screen points from its top left corner).
    pub fn doc_from_canvas(&self, at: Pos2) -> Pos2 {
        ((at.to_vec2() - self.origin) / self.zoom).to_pos2()
    }

    /// A place in the canvas from a place on the map.
    pub fn canvas_from_doc(&self, at: Pos2) -> Pos2 {
        (self.origin + at.to_vec2() * self.zoom).to_pos2()
    }
}

/// What is selected, and where the keyboard is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Selection {
    /// In the order they were selected; the last one is where the keyboard is.
    pub things: Vec<Thing>,
    /// An empty cell the keyboard is in, when nothing is selected.
    pub cell: Option<CellRef>,
}

/// A cell of a lane.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CellRef {
    /// The lane.
    pub lane: Id,
    /// The step.
    pub step: Id,
}

impl Selection {
    /// Just this.
    pub fn of(thing: Thing) -> Self {
        Self { things: vec![thing], cell: None }
    }

    /// Is it selected?
    pub fn has(&self, thing: &Thing) -> bool {
        self.things.contains(thing)
    }

    /// Adds it, or takes it away if it is there.
    pub fn toggle(&mut self, thing: Thing) {
        self.cell = None;
        match self.things.iter().position(|other| *other == thing) {
            Some(index) => drop(self.things.remove(index)),
            None => self.things.push(thing),
        }
    }
}

/// Where a transition of this kind goes from what is selected, if it can: as from and to.
pub fn transition_from_selected(doc: &Document, kind: &TransitionKind) -> Option<(Id, Option<Id>)> {
    let journey = doc.shown_journey()?;
    let beside = |at: usize, ids: Vec<&Id>| {
        let to = match kind {
            TransitionKind::LoopBack => Some((*ids.get(at.checked_sub(1)?)?).clone()),
            TransitionKind::Skip => Some((*ids.get(at + 2)?).clone()),
            TransitionKind::Leave | TransitionKind::Other(_) => None,
        };
        Some(((*ids.get(at)?).clone(), to))
    };
    match doc.selection.things.last()? {
        Thing::Phase(id) => {
            let at = journey.phases.index_where(|phase| phase.id == *id)?;
            beside(at, journey.phases.iter().map(|phase| &phase.id).collect())
        }
        Thing::Step(id) => {
            let at = journey.steps().position(|(_, step)| step.id == *id)?;
            beside(at, journey.steps().map(|(_, step)| &step.id).collect())
        }
        Thing::Card(_)
        | Thing::Point { .. }
        | Thing::Lane(_)
        | Thing::Persona(_)
        | Thing::Transition(_)
        | Thing::Journey(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Card, CardRef};
    use crate::scene::ThemeKind;

    #[test]
    fn what_is_gone_is_no_longer_selected() {
        let card = |n: usize| Card { id: Id::new(&format!("c{n}")), ..Card::default() };
        let project = Project {
            journeys: [Journey { id: Id::new("j"), ..Journey::default() }].into_iter().collect(),
            parked: (0..3).map(card).collect(),
            ..Project::default()
        };
        let mut doc = Document::new(project, None, false);
        let thing = |n| Thing::Card(CardRef { lane: None, card: Id::new(&format!("c{n}")) });
        doc.selection.things = (0..5).map(thing).collect();
        doc.refresh(&Words::new(Lang::En), &Theme::new(ThemeKind::Light));
        assert_eq!(doc.selection.things, (0..3).map(thing).collect::<Vec<_>>());
    }
}
