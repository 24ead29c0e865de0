//! Which cards of a map are shown: those the view shows, and those just made.

use crate::model::{Card, Id, Journey, View};
use std::collections::HashSet;
use std::sync::Arc;

/// Which cards are shown.
pub(in crate::scene) struct ShownSteps<'a> {
    /// What is shown.
    pub view: &'a Arc<View>,
    /// Cards that are shown although the view leaves them out.
    pub also: &'a HashSet<Id>,
    /// The map that this one is a part of; none: it is whole.
    pub whole: Option<&'a Journey>,
    /// Customers stand on one line, not as a funnel.
    pub folded: bool,
}

impl ShownSteps<'_> {
    /// Is this card shown, in a lane that is?
    pub(crate) fn card(&self, card: &Card) -> bool {
        self.view.shows_card(card) || self.also.contains(&card.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Mark, Part, Project, Thing};
    use crate::scene::tests::{card, small};
    use crate::scene::{Body, Layout, Scene};
    use crate::words::{Lang, Words};

    fn id(text: &str) -> Id {
        Id::new(text)
    }

    fn shown(layout: &mut Layout, project: &Arc<Project>) -> Arc<Scene> {
        layout.scene(project, &id("j"), &Words::new(Lang::En), 1.0).unwrap()
    }

    fn cards(scene: &Scene) -> Vec<&str> {
        let rows = scene.lanes.iter().filter_map(|lane| match &lane.body {
            Body::Cards(cards) => Some(cards),
            _ => None,
        });
        let cells = rows.flat_map(|cards| &cards.cells);
        cells.flat_map(|cell| &cell.cards).map(|shown| shown.card.id.as_str()).collect()
    }

    #[test]
    fn a_view_leaves_out_lanes_cards_curves_and_parts() {
        let project = Arc::new(small());
        let mut layout = Layout::new();
        let all = cards(&shown(&mut layout, &project)).len();
        layout.view = Arc::new(View { marks: vec![Mark::PainPoint], ..View::default() });
        let marked = shown(&mut layout, &project);
        assert_eq!(cards(&marked), ["marked"]);
        assert_eq!(layout.counts.cards, 0, "cards look as they did");

        let personas = vec![id("somebody else")];
        layout.view = Arc::new(View { personas, hidden: vec![id("doing")], ..View::default() });
        let others = shown(&mut layout, &project);
        assert!(!cards(&others).contains(&"marked") && !cards(&others).contains(&"first"));
        assert!(others.lanes.iter().all(|lane| lane.id != id("doing")));
        let curve = others.lanes.iter().find_map(|lane| match &lane.body {
            Body::Curve(curve) => Some(curve),
            _ => None,
        });
        assert!(curve.unwrap().points.is_empty());
        assert!(others.head.iter().all(|placed| placed.thing != Thing::Persona(id("anna"))));

        let (collapsed, pinned) = (vec![id("feeling")], vec![id("ideas")]);
        let off = vec![Part::Chips];
        layout.view = Arc::new(View { collapsed, pinned, off, ..View::default() });
        let folded = shown(&mut layout, &project);
        let lane = |name: &str| folded.lanes.iter().find(|lane| lane.id == id(name)).unwrap();
        assert_eq!(lane("feeling").body, Body::Collapsed);
        assert!(lane("ideas").pinned && !lane("doing").pinned);
        layout.view = Arc::default();
        assert_eq!(cards(&shown(&mut layout, &project)).len(), all);
    }

    #[test]
    fn a_part_that_is_left_out_goes_at_once_and_comes_back() {
        let mut project = small();
        let phases = &mut project.journeys.edit(0).unwrap().phases;
        let early = phases.edit(0).unwrap();
        (early.friction, early.customers_in, early.customers_out) = (Some(3), Some(9.0), Some(4.0));
        let project = Arc::new(project);
        let mut layout = Layout::new();
        let whole = shown(&mut layout, &project);
        for part in Part::ALL {
            let view = Arc::new(View { off: vec![part.clone()], ..View::default() });
            layout.view = view.clone();
            let mut afresh = Layout::new();
            afresh.view = view;
            let fresh = shown(&mut afresh, &project);
            assert!(shown(&mut layout, &project) == fresh, "{part:?}");
            if *part == Part::Friction {
                assert!(fresh.columns != whole.columns, "{part:?} is in the headers");
            }
            layout.view = Arc::default();
            assert!(shown(&mut layout, &project) == whole, "{part:?} again");
        }
    }

    #[test]
    fn an_edit_under_a_view_costs_the_cell_it_touches() {
        let mut project = Arc::new(small());
        let mut layout = Layout::new();
        layout.view = Arc::new(View { marks: vec![Mark::PainPoint], ..View::default() });
        shown(&mut layout, &project);
        let lane = Arc::make_mut(&mut project).journeys.edit(0).unwrap().lanes.edit(0).unwrap();
        let new = [Card { marks: vec![Mark::PainPoint], ..card("new", "s1") }, card("also", "s1")];
        lane.cards.extend(new.into_iter().map(Arc::new));
        layout.also.insert(id("also"));
        let scene = shown(&mut layout, &project);
        assert_eq!(cards(&scene), ["new", "also", "marked"]);
        assert_eq!((layout.counts.cards, layout.counts.cells), (2, 1));
    }
}
