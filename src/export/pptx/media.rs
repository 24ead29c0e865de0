//! The pictures of a document, each kept once, and what a slide calls those it shows.
//!
//! A slide knows its own pictures by their places among them, so that it can be made while others are:
//! which file of the document each is, is settled once it takes its place among the slides.

use super::package::{Package, Relation};
use crate::export::ExportError;
use crate::scene::Picture;
use std::collections::HashMap;

/// A picture on a slide.
pub(super) enum SlidePicture {
    /// One of the map, which other slides may show too.
    Shared(Picture),
    /// A PNG file that is no other slide's.
    Own(Vec<u8>),
}

/// The pictures of a slide in the making, in the order of their relations.
#[derive(Default)]
pub(super) struct SlideMedia(Vec<SlidePicture>);

impl SlideMedia {
    /// Adds a picture of the map; what the slide calls it.
    pub(super) fn shared(&mut self, picture: &Picture) -> String {
        let same = |shown: &SlidePicture| match shown {
            SlidePicture::Shared(other) => other.key() == picture.key(),
            SlidePicture::Own(_) => false,
        };
        let place = self.0.iter().position(same).unwrap_or_else(|| {
            self.0.push(SlidePicture::Shared(picture.clone()));
            self.0.len() - 1
        });
        relation(place)
    }

    /// Adds a picture that only this slide shows, a PNG file; what it calls it.
    pub(super) fn own(&mut self, png: Vec<u8>) -> String {
        self.0.push(SlidePicture::Own(png));
        relation(self.0.len() - 1)
    }
}

/// What a slide calls the picture at this place among its own.
fn relation(place: usize) -> String {
    format!("rIdImage{}", place + 1)
}

/// The pictures so far.
#[derive(Default)]
pub(super) struct Media {
    /// Each with how its file ends.
    files: Vec<(&'static str, Vec<u8>)>,
    /// Pictures of the map by their key. They are kept, so that no other can have it.
    shared: HashMap<usize, (Picture, usize)>,
}

impl Media {
    /// Adds the pictures of the next slide; its relations to them.
    pub(super) fn relations(&mut self, SlideMedia(shown): SlideMedia) -> Vec<Relation> {
        let relation = |(place, shown): (usize, SlidePicture)| {
            let number = match shown {
                SlidePicture::Shared(picture) => self.shared(picture),
                SlidePicture::Own(png) => self.add("png", png),
            };
            let target = format!("../media/{}", self.name(number));
            Relation { id: relation(place), kind: "image", target }
        };
        shown.into_iter().enumerate().map(relation).collect()
    }

    /// The number of a picture of the map.
    fn shared(&mut self, picture: Picture) -> usize {
        if let Some((_, number)) = self.shared.get(&picture.key()) {
            return *number;
        }
        let number = match picture.jpeg() {
            Some(jpeg) => self.add("jpeg", jpeg.to_vec()),
            None => self.add("png", picture.png().to_vec()),
        };
        self.shared.insert(picture.key(), (picture, number));
        number
    }

    fn add(&mut self, extension: &'static str, bytes: Vec<u8>) -> usize {
        self.files.push((extension, bytes));
        self.files.len() - 1
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
