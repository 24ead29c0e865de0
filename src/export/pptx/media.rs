//! The pictures of a document, each kept once, and what a slide calls those it shows.

use super::package::{Package, Relation};
use crate::export::ExportError;
use crate::scene::Picture;
use std::collections::HashMap;

/// The pictures so far.
#[derive(Default)]
pub(super) struct Media {
    /// Each with how its file ends.
    files: Vec<(&'static str, Vec<u8>)>,
    /// Pictures of the map by their key. They are kept, so that no other can have it.
    shared: HashMap<usize, (Picture, usize)>,
    /// Those that the slide in the making shows, in the order of their relations.
    shown: Vec<usize>,
}

impl Media {
    /// The number of a picture of the map.
    pub(super) fn shared(&mut self, picture: &Picture) -> usize {
        if let Some((_, number)) = self.shared.get(&picture.key()) {
            return *number;
        }
        let number = match picture.jpeg() {
            Some(jpeg) => self.add("jpeg", jpeg.to_vec()),
            None => self.add("png", picture.png().to_vec()),
        };
        self.shared.insert(picture.key(), (picture.clone(), number));
        number
    }

    /// Adds a picture that only one slide shows; its number.
    pub(super) fn add(&mut self, extension: &'static str, bytes: Vec<u8>) -> usize {
        self.files.push((extension, bytes));
        self.files.len() - 1
    }

    /// What the slide in the making calls a picture.
    pub(super) fn relation(&mut self, number: usize) -> String {
        let place = self.shown.iter().position(|shown| *shown == number).unwrap_or_else(|| {
            self.shown.push(number);
            self.shown.len() - 1
        });
        format!("rIdImage{}", place + 1)
    }

    /// The relations of the slide that is done.
    pub(super) fn relations(&mut self) -> Vec<Relation> {
        let shown = std::mem::take(&mut self.shown);
        let relation = |(place, number): (usize, usize)| Relation {
            id: format!("rIdImage{}", place + 1),
            kind: "image",
            target: format!("../media/{}", self.name(number)),
        };
        shown.into_iter().enumerate().map(relation).collect()
    }

    /// Puts all of them into the document.
    pub(super) fn pack(&self, package: &mut Package) -> Result<(), ExportError> {
        for (number, (_, bytes)) in self.files.iter().enumerate() {
            package.picture(&format!("ppt/media/{}", self.name(number)), bytes)?;
        }
        Ok(())
    }

    fn name(&self, number: usize) -> String {
        let extension = self.files.get(number).map_or("png", |(extension, _)| extension);
        format!("image{}.{extension}", number + 1)
    }
}
