//! The lines of a chain on the canvas: behind the cards, and the whole chain brought out of the card
//! that is pointed at or selected.

use super::brush::Brush;
use super::detail::{Detail, Except};
use crate::insight::whole_chains;
use crate::model::{Id, Thing};
use crate::scene::{ChainWeight, Hit, Role, Scene, Stroke};
use egui::Rect;
use std::collections::HashSet;

/// No line is thinner than this, in screen points.
const THINNEST: f32 = 1.0;
/// The ring around a card whose chain is brought out: how far from it, and how wide, in screen points.
const RING: (f32, f32) = (0.5, 1.6);

/// The cards whose chain is brought out: that of the one pointed at, or else of those selected.
/// Empty where the chain is not shown.
pub(super) fn lit(scene: &Scene, hit: Option<&Hit>, selected: &[Thing]) -> HashSet<Id> {
    if scene.chain.is_empty() {
        return HashSet::new();
    }
    let links = scene.chain.iter().map(|line| line.ids());
    if let Some(Hit::Card { card, .. }) = hit {
        let pointed = whole_chains(links.clone(), std::iter::once(&card.card));
        if !pointed.is_empty() {
            return pointed;
        }
    }
    let selected = selected.iter().filter_map(|thing| match thing {
        Thing::Card(card) => Some(&card.card),
        Thing::Point { .. }
        | Thing::Phase(_)
        | Thing::Step(_)
        | Thing::Lane(_)
        | Thing::Persona(_)
        | Thing::Transition(_)
        | Thing::Journey(_) => None,
    });
    whole_chains(links, selected)
}

/// Paints the lines in view, those that are brought out last; with `lane`, only those within that
/// lane, by its place in [`Scene::lanes`].
pub(super) fn lines(
    brush: &mut Brush<'_, '_>,
    scene: &Scene,
    visible: Rect,
    except: &Except<'_>,
    lane: Option<usize>,
) {
    let thinnest = THINNEST / brush.zoom.max(0.001);
    let lit = except.chain.filter(|chain| !chain.is_empty());
    let is_lit = |id: &Id| lit.is_some_and(|chain| chain.contains(id));
    let seen = scene.chain.iter().filter(|line| {
        line.bounds.expand(thinnest).intersects(visible)
            && lane.is_none_or(|lane| line.lanes == [lane; 2])
    });
    let (front, back): (Vec<_>, Vec<_>) = seen.partition(|line| {
        let (from, to) = line.ids();
        is_lit(from) && is_lit(to)
    });
    let weight = if lit.is_some() { ChainWeight::Faint } else { ChainWeight::Usual };
    let all = back.into_iter().map(|line| (line, weight));
    for (line, weight) in all.chain(front.into_iter().map(|line| (line, ChainWeight::Lit))) {
        let [path, head] = line.items(weight, thinnest);
        brush.item(&path);
        if Detail::at(brush.text_zoom) != Detail::Fill {
            brush.item(&head);
        }
    }
}

/// Rings around the cards in view whose chain is brought out.
pub(super) fn rings(brush: &mut Brush<'_, '_>, scene: &Scene, chain: &HashSet<Id>) {
    if chain.is_empty() {
        return;
    }
    let visible = brush.visible();
    let zoom = brush.zoom.max(0.001);
    let (air, width) = (RING.0 / zoom, RING.1 / zoom);
    let mut ringed: HashSet<&Id> = HashSet::new();
    let cards = scene.chain.iter().flat_map(|line| line.cards.iter().zip(line.places));
    for (card, rect) in cards {
        if chain.contains(&card.id) && rect.intersects(visible) && ringed.insert(&card.id) {
            let stroke = Stroke { width, paint: Role::StripeSales.into(), dash: None };
            brush.boxed(rect.expand(air), 8.0 + air, None, Some(stroke));
        }
    }
}
