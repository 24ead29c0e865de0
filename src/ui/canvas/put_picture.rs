//! Where a picture that comes in ends up: on the cards or personas it was meant for, or on a new
//! card of the cell.

use super::spots::{current_spot, for_cards};
use super::{Canvas, clipboard, pinned_hit, pinned_lanes, stays};
use crate::edit::story::{changed, kept};
use crate::edit::{Change, Spot, add_image, new_card};
use crate::insight::story;
use crate::model::{Card, CardRef, Id, Image, Persona, Thing};
use crate::scene::{Encoded, Hit, Scene};
use crate::ui::{Document, Message};
use crate::words::Words;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use egui::{Pos2, Rect};

/// What a picture is meant for.
#[derive(Clone, Debug, PartialEq)]
pub enum PictureTarget {
    /// What is selected.
    Selected,
    /// What is at this place of the window, in screen points.
    At(Pos2),
    /// A new card after what is selected.
    Below,
    /// This page of the story.
    Page(Id),
}

/// What gets it.
enum Target {
    Cards(Vec<CardRef>),
    Personas(Vec<Id>),
    New(Spot),
}

/// Puts a picture in, and selects what got it.
pub fn put_picture(
    doc: &mut Document,
    canvas: &mut Canvas,
    onto: PictureTarget,
    picture: &Encoded,
    words: &Words,
    out: &mut Vec<Message>,
) {
    let Some(scene) = doc.scene.clone() else { return };
    canvas.let_go();
    let at = match onto {
        PictureTarget::At(at) => at_place(doc, canvas, &scene, at),
        PictureTarget::Page(page) => return on_page(doc, &page, picture, words, out),
        PictureTarget::Selected => None,
        PictureTarget::Below => {
            current_spot(doc, &scene).map(|spot| Target::New(for_cards(&scene, spot)))
        }
    };
    let Some(target) = at.or_else(|| selected(doc, &scene)) else {
        out.push(Message::Notice(words.picture_no_place()));
        return;
    };
    let project = doc.editor.project().clone();
    let (id, added) = image_of(doc, picture);
    let together = |change: Change| together(change, added.clone());
    match target {
        Target::Cards(cards) => {
            let Some((_, journey)) = project.journey(&doc.journey) else { return };
            let puts = cards.iter().filter_map(|card| {
                let (_, found) = project.card(journey, card)?;
                Some((card.clone(), Card { image: Some(id.clone()), ..Card::clone(found) }))
            });
            let puts: Vec<_> = puts.collect();
            out.push(Message::Edit(together(Change::PutCards(puts))));
            let things = cards.into_iter().map(Thing::Card).collect();
            out.push(Message::Select(crate::ui::Selection { things, cell: None }));
        }
        Target::Personas(ids) => {
            let known = ids.iter().filter_map(|id| project.persona(id));
            let put = |(_, persona): (usize, &Persona)| Persona {
                image: Some(id.clone()),
                ..persona.clone()
            };
            out.push(Message::Edit(together(Change::PutPersonas(known.map(put).collect()))));
            let things = ids.into_iter().map(Thing::Persona).collect();
            out.push(Message::Select(crate::ui::Selection { things, cell: None }));
        }
        Target::New(spot) => {
            let mut card = new_card("", &mut doc.editor.ids);
            card.image = Some(id.clone());
            clipboard::add(together(Change::AddCards(vec![(spot, card)])), out);
        }
    }
}

/// The picture among those of the project, and the change that puts it there if it is new.
fn image_of(doc: &mut Document, picture: &Encoded) -> (Id, Option<Change>) {
    let data = STANDARD.encode(&picture.bytes).into();
    let image = Image { media: picture.media.to_owned(), data, ..Image::default() };
    let project = doc.editor.project().clone();
    add_image(&project, &image, &mut doc.editor.ids)
}

fn together(change: Change, added: Option<Change>) -> Change {
    match added {
        Some(added) => Change::Together(vec![change, added]),
        None => change,
    }
}

/// Puts a picture on a page of the story.
fn on_page(
    doc: &mut Document,
    page: &Id,
    picture: &Encoded,
    words: &Words,
    out: &mut Vec<Message>,
) {
    let (id, added) = image_of(doc, picture);
    let project = doc.editor.project();
    let change = project.journey(&doc.journey).and_then(|(_, journey)| {
        let pages = story(project, journey);
        let at = pages.iter().position(|one| one.id == *page)?;
        let pages = changed(&pages, at, |page| page.image = Some(id));
        Some(Change::PutStory(kept(project, journey, &pages)))
    });
    match change {
        Some(change) => out.push(Message::Edit(together(change, added))),
        None => out.push(Message::Notice(words.picture_no_place())),
    }
}

/// What is at a place of the window.
fn at_place(doc: &Document, canvas: &Canvas, scene: &Scene, at: Pos2) -> Option<Target> {
    let rect = canvas.rect.filter(|rect| rect.contains(at))?;
    let camera = doc.cameras.get(&doc.journey)?;
    let corner = |at: Pos2| camera.doc_from_canvas(at);
    let visible = Rect::from_min_max(corner(Pos2::ZERO), corner(rect.size().to_pos2()));
    let at = corner(at - rect.min.to_vec2());
    let pinned = stays::pinned(scene, visible, None);
    let strips = pinned_lanes::strips(scene, pinned, visible.height());
    match pinned_hit(scene, at, pinned, &strips, canvas.hand.reach / camera.zoom) {
        Hit::Card { card, .. } => Some(Target::Cards(vec![card])),
        Hit::Head(Thing::Persona(id)) => Some(Target::Personas(vec![id])),
        Hit::Cell { lane, step, index } => Some(Target::New(Spot::Cell { lane, step, index })),
        Hit::Parking { index } => Some(Target::New(Spot::Parked { index })),
        Hit::Point { .. }
        | Hit::Phase { .. }
        | Hit::Step { .. }
        | Hit::Lane(_)
        | Hit::Customers
        | Hit::LaneEdge(_)
        | Hit::Head(_)
        | Hit::Curve { .. }
        | Hit::Outside => None,
    }
}

/// All cards or personas that are selected, else a new card where the keyboard is.
fn selected(doc: &Document, scene: &Scene) -> Option<Target> {
    let things = &doc.selection.things;
    let cards = things.iter().filter_map(|thing| match thing {
        Thing::Card(card) => Some(card.clone()),
        Thing::Point { .. }
        | Thing::Phase(_)
        | Thing::Step(_)
        | Thing::Lane(_)
        | Thing::Persona(_)
        | Thing::Transition(_)
        | Thing::Journey(_) => None,
    });
    let cards: Vec<_> = cards.collect();
    if !cards.is_empty() {
        return Some(Target::Cards(cards));
    }
    let personas = things.iter().filter_map(|thing| match thing {
        Thing::Persona(id) => Some(id.clone()),
        Thing::Card(_)
        | Thing::Point { .. }
        | Thing::Phase(_)
        | Thing::Step(_)
        | Thing::Lane(_)
        | Thing::Transition(_)
        | Thing::Journey(_) => None,
    });
    let personas: Vec<_> = personas.collect();
    if !personas.is_empty() {
        return Some(Target::Personas(personas));
    }
    match current_spot(doc, scene) {
        Some(spot) => Some(Target::New(for_cards(scene, spot))),
        None if scene.journey.lanes.is_empty() => {
            Some(Target::New(Spot::Parked { index: usize::MAX }))
        }
        None => None,
    }
}
