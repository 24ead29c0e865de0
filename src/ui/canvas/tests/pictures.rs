//! Pictures are dropped, pasted and chosen.

use super::*;
use crate::scene::Picture;
use crate::ui::canvas::PictureTarget;
use std::path::PathBuf;
use std::time::Duration;

const MAP: &str = "A: a | B: b\nL: x | y\nM: |\nwho: pia";

/// Files to drop: two pictures and a text.
fn files() -> (tempfile::TempDir, [PathBuf; 3]) {
    let folder = tempfile::tempdir().expect("a folder");
    let dots = |shade: u8| Picture::keep_pixels(8, 4, vec![shade; 8 * 4 * 4]).expect("a picture");
    let all =
        [("one.png", dots(255).bytes), ("two.png", dots(90).bytes), ("text.png", b"text".into())];
    let paths = all.map(|(name, bytes)| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).expect("written");
        path
    });
    (folder, paths)
}

impl Window {
    fn take(&mut self, path: &std::path::Path, onto: PictureTarget) {
        self.0.state_mut().take_picture(path, onto);
        self.wait_for_picture();
    }

    fn wait_for_picture(&mut self) {
        let found = self.0.state().next_done(Duration::from_secs(20)).expect("it is read");
        let ctx = self.0.ctx.clone();
        self.0.state_mut().answer(&ctx, found);
        self.0.run();
    }

    /// Each card of the map that shows a picture, and which.
    fn shown(&self) -> String {
        let project = self.doc().editor.project();
        let place = |image: &Id| project.images.iter().position(|one| one.id == *image);
        let lanes = self.journey().lanes.iter();
        let cards = lanes.flat_map(|lane| {
            lane.cards.iter().map(|card| (format!("{}/{}/{}", lane.id, card.step, card.text), card))
        });
        let cards = cards
            .filter_map(|(name, card)| Some(format!("{name} {}", place(card.image.as_ref()?)?)));
        let personas = project.personas.iter();
        let personas =
            personas.filter_map(|one| Some(format!("{} {}", one.id, place(one.image.as_ref()?)?)));
        cards.chain(personas).collect::<Vec<_>>().join(", ")
    }
}

#[test]
fn a_picture_goes_to_what_it_is_dropped_on_and_is_kept_once() {
    let (_folder, [one, two, text]) = files();
    let mut window = window(MAP);
    window.take(&one, PictureTarget::At(window.card_at("x")));
    window.take(&one, PictureTarget::At(window.cell_at("M", "b")));
    let pia = window.rect(&Thing::Persona(id("pia"))).center();
    window.take(&two, PictureTarget::At(pia));
    assert_eq!(window.shown(), "L/a/x 0, M/b/ 0, pia 1");
    assert_eq!(window.doc().editor.project().images.len(), 2);
    assert_eq!(window.steps_of_history(), 3);
    window.select(vec![window.card("y")]);
    window.take(&two, PictureTarget::Selected);
    assert_eq!(window.shown(), "L/a/x 0, L/b/y 1, M/b/ 0, pia 1");
    window.take(&one, PictureTarget::Below);
    assert_eq!(window.shown(), "L/a/x 0, L/b/y 1, L/b/ 0, M/b/ 0, pia 1");
    window.take(&text, PictureTarget::Selected);
    assert_eq!(window.steps_of_history(), 5, "what is no picture changes nothing");
    for _ in 0..5 {
        window.key_with(CTRL, Key::Z);
    }
    assert_eq!(window.shown(), "");
}

#[test]
fn a_picture_is_pasted_onto_what_is_selected() {
    let mut window = window(MAP);
    window.select(vec![window.card("x"), window.card("y")]);
    let dots = egui::ColorImage::filled([6, 6], egui::Color32::RED);
    window.0.event(Event::PasteImage(std::sync::Arc::new(dots)));
    window.0.step();
    window.wait_for_picture();
    assert_eq!(window.shown(), "L/a/x 0, L/b/y 0");
    assert_eq!(window.steps_of_history(), 1);
}
