//! What must hold whatever has been done: the file, history, what is selected, the view.

use egui::{Pos2, Rect, pos2, vec2};
use kundresa::file::{self, Remedy, ThemeChoice};
use kundresa::model::{CardRef, Id, Journey, Project, Thing};
use kundresa::scene::{Layout, Scene, Theme, ThemeKind};
use kundresa::ui::Document;
use kundresa::ui::state::command::State;
use kundresa::words::{Lang, Words};

/// The project comes back from its file as it is, and nothing in it leads nowhere.
pub(crate) fn comes_back(project: &Project) {
    let bytes = file::to_json(project);
    let loaded = file::read(&bytes).expect("what is written can be read");
    // What an older program left unread is told each time.
    let found: Vec<_> = loaded.problems.iter().filter(|one| one.done != Remedy::Kept).collect();
    assert!(found.is_empty() && !loaded.mended, "read again: {found:?}");
    if loaded.project != *project {
        let again = file::to_json(&loaded.project);
        let (before, after) = (String::from_utf8_lossy(&bytes), String::from_utf8_lossy(&again));
        let differs = before.lines().zip(after.lines()).find(|(a, b)| a != b);
        let (a, b) = (format!("{project:#?}"), format!("{:#?}", loaded.project));
        let inside = a.lines().zip(b.lines()).find(|(a, b)| a != b);
        panic!("another project comes back: {differs:?} {inside:?}");
    }
}

/// What is selected is there.
pub(crate) fn selected_is_there(doc: &Document) {
    let project = doc.editor.project();
    let Some((_, journey)) = project.journey(&doc.journey) else {
        assert!(project.journeys.is_empty(), "no journey is in front");
        return;
    };
    let selection = &doc.selection;
    for thing in &selection.things {
        assert!(is_there(project, journey, thing), "selected but not there: {thing:?}");
    }
    if let Some(cell) = &selection.cell {
        let there = journey.lane(&cell.lane).is_some()
            && journey.steps().any(|(_, step)| step.id == cell.step);
        assert!(there, "the keyboard is in a cell that is not there: {cell:?}");
    }
}

fn is_there(project: &Project, journey: &Journey, thing: &Thing) -> bool {
    let parked = |id: &Id| project.parked.iter().any(|one| one.id == *id);
    match thing {
        Thing::Card(CardRef { card, .. }) => {
            parked(card) || journey.lanes.iter().any(|lane| lane.card(card).is_some())
        }
        Thing::Point { point, .. } => {
            let mut points = journey.lanes.iter().flat_map(|lane| &lane.points);
            points.any(|one| one.id == *point)
        }
        Thing::Phase(id) => journey.phases.iter().any(|one| one.id == *id),
        Thing::Step(id) => journey.steps().any(|(_, one)| one.id == *id),
        Thing::Lane(id) => journey.lane(id).is_some(),
        Thing::Persona(id) => project.persona(id).is_some(),
        Thing::Transition(id) => journey.transitions.iter().any(|one| one.id == *id),
        Thing::Journey(id) => project.journey(id).is_some(),
    }
}

/// The map is on the screen, at a zoom there is. `canvas`: where it is, in screen points.
pub(crate) fn map_is_in_view(doc: &Document, canvas: Rect) {
    let Some(camera) = doc.cameras.get(&doc.journey) else { return };
    let Some(scene) = &doc.scene else { return };
    let finite = camera.zoom.is_finite() && camera.origin.is_finite();
    assert!(finite && camera.zoom > 0.0 && camera.zoom <= 4.0, "{camera:?}");
    let size = scene.size;
    assert!(size.is_finite() && size.min_elem() > 0.0, "the map is {size} large");
    // The map without the paper around it, and what is parked beside it.
    let mut drawn = Rect::from_min_max(pos2(32.0, 32.0), scene.body.max);
    if !scene.parking.cards.is_empty() {
        drawn = drawn.union(scene.parking_rect);
    }
    let (min, max) = (camera.canvas_from_doc(drawn.min), camera.canvas_from_doc(drawn.max));
    let drawn = Rect::from_min_max(min, max);
    let seen = drawn.intersect(Rect::from_min_size(Pos2::ZERO, canvas.size()));
    let least = drawn.size().min(vec2(4.0, 4.0)) * 0.9;
    // Of a canvas that is hardly there nothing can be asked.
    let tiny = canvas.size().min_elem() < 20.0 + 128.0 * camera.zoom;
    let enough = tiny || (seen.width() >= least.x && seen.height() >= least.y);
    assert!(enough, "the map is lost: {drawn} in a canvas of {}, {camera:?}", canvas.size());
}

/// What is on the screen is what laying out from nothing gives.
pub(crate) fn scene_is_fresh(doc: &Document, state: &State<'_>) {
    let project = doc.editor.project();
    let code = project.language.as_deref().filter(|code| ["sv", "en"].contains(code));
    let words = Words::new(code.map_or(state.lang, Lang::from_code));
    let kind = match state.theme {
        ThemeChoice::Projector => ThemeKind::Projector,
        _ => ThemeKind::Light,
    };
    let scale = Theme::new(kind).text_scale();
    let mut layout = Layout::new();
    layout.view = doc.layout.view.clone();
    layout.also = doc.layout.also.clone();
    layout.fold_figures = doc.layout.fold_figures;
    let fresh = layout.scene(project, &doc.journey, &words, scale);
    match (&fresh, &doc.scene) {
        (None, None) => {}
        (Some(fresh), Some(shown)) => same_scene(fresh, shown),
        (fresh, shown) => {
            panic!("laid out: {}, shown: {}", fresh.is_some(), shown.is_some());
        }
    }
}

/// What is looked up by name is written in another order each time, and how often somebody has asked
/// for a place does not make a map another: both are left out.
fn without_indices(text: &str) -> String {
    let (mut kept, mut until) = (String::new(), None);
    for line in text.lines() {
        let indent = line.len() - line.trim_start().len();
        match until {
            Some(end) if indent > end => {}
            Some(_) => until = None,
            None if ["index: {", "places: OnceLock("].contains(&line.trim()) => {
                until = Some(indent);
            }
            None if line.trim().starts_with("asked: ") => {}
            None => {
                kept.push_str(line);
                kept.push('\n');
            }
        }
    }
    kept
}

fn same_scene(fresh: &Scene, shown: &Scene) {
    if fresh == shown {
        return;
    }
    let lines = |scene: &Scene| {
        let lanes = scene.lanes.iter().map(|lane| format!("{lane:#?}")).collect::<String>();
        let rest = Scene { lanes: Vec::new(), ..scene.clone() };
        without_indices(&format!("{rest:#?}\n{lanes}"))
    };
    let (fresh, shown) = (lines(fresh), lines(shown));
    let mut differ = fresh.lines().zip(shown.lines()).enumerate().filter(|(_, (a, b))| a != b);
    let first = differ.next();
    let around = first.map(|(at, _)| {
        let from = at.saturating_sub(25);
        fresh.lines().skip(from).take(30).collect::<Vec<_>>().join("\n")
    });
    panic!("laid out anew it differs: {first:?}\n{}", around.unwrap_or_default());
}
