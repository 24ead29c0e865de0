//! The pictures of a project, each taken out of its base 64 and read once.

use crate::model::{Id, Image, Journey, List, Project};
use crate::scene::{Picture, PictureError, PictureFault};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

/// The side of a portrait, in pixels: sharp at four times its size.
const PORTRAIT: u32 = 256;

/// The pictures of a project. What has been read is kept while the file's data is the same.
#[derive(Clone, Debug, Default)]
pub struct Pictures {
    slots: HashMap<Id, Arc<Slot>>,
}

/// A picture, read when somebody asks for it.
#[derive(Debug)]
struct Slot {
    data: Arc<str>,
    picture: OnceLock<Result<Picture, PictureError>>,
    portrait: OnceLock<Option<Picture>>,
}

impl PartialEq for Pictures {
    fn eq(&self, other: &Self) -> bool {
        let same = |id, slot: &Slot| other.slots.get(id).is_some_and(|one| one.data == slot.data);
        self.slots.len() == other.slots.len() && self.slots.iter().all(|(id, slot)| same(id, slot))
    }
}

/// A picture as the file keeps it.
///
/// # Errors
/// Says that it is damaged, or too large.
pub fn read_image(image: &Image) -> Result<Picture, PictureError> {
    read(&image.data)
}

fn read(data: &str) -> Result<Picture, PictureError> {
    // Written by hand it may be broken into lines.
    let clean: String;
    let data = match data.contains(char::is_whitespace) {
        true => {
            clean = data.split_whitespace().collect();
            &clean
        }
        false => data,
    };
    let bytes = STANDARD.decode(data);
    let bytes = bytes.map_err(|error| PictureError(PictureFault::Damaged(error.to_string())))?;
    Picture::read(&bytes)
}

impl Pictures {
    /// The pictures of `images`; those that were read `before` are not read again.
    pub(in crate::scene) fn new(images: &List<Image>, before: &Self) -> Self {
        let slot = |image: &Arc<Image>| {
            let old = before.slots.get(&image.id).filter(|old| old.data == image.data);
            let (data, picture, portrait) = (image.data.clone(), OnceLock::new(), OnceLock::new());
            old.cloned().unwrap_or_else(|| Arc::new(Slot { data, picture, portrait }))
        };
        // Of two with one id the first counts, as everywhere.
        let slots = images.iter().rev().map(|image| (image.id.clone(), slot(image))).collect();
        Self { slots }
    }

    /// The picture called `id`; none where it is not there, damaged or too large.
    pub fn picture(&self, id: &Id) -> Option<&Picture> {
        let slot = self.slots.get(id)?;
        slot.picture.get_or_init(|| read(&slot.data)).as_ref().ok()
    }

    /// Why the picture called `id` is not shown; none where it is, or is not there.
    pub fn fault(&self, id: &Id) -> Option<&PictureError> {
        let slot = self.slots.get(id)?;
        slot.picture.get_or_init(|| read(&slot.data)).as_ref().err()
    }

    /// The middle of the picture called `id`, square and small.
    pub fn portrait(&self, id: &Id) -> Option<&Picture> {
        let slot = self.slots.get(id)?;
        let made = || self.picture(id).map(|picture| picture.square(PORTRAIT));
        slot.portrait.get_or_init(made).as_ref()
    }

    /// Those that are not as they were `before`, or not there any more.
    pub(in crate::scene) fn changed(&self, before: &Self) -> Vec<Id> {
        let differs = |one: &Self, other: &Self| {
            let slots = one.slots.iter().filter(|(id, slot)| {
                !other.slots.get(*id).is_some_and(|other| Arc::ptr_eq(other, slot))
            });
            slots.map(|(id, _)| id.clone()).collect::<Vec<_>>()
        };
        let mut changed = differs(self, before);
        changed.extend(differs(before, self));
        changed
    }

    /// Reads those of `ids` that have not been read, several at once.
    pub(in crate::scene) fn read_ahead<'a>(&self, ids: impl Iterator<Item = &'a Id>) {
        let mut waiting: Vec<&Arc<Slot>> = ids.filter_map(|id| self.slots.get(id)).collect();
        waiting.retain(|slot| slot.picture.get().is_none());
        waiting.sort_by_key(|slot| Arc::as_ptr(slot));
        waiting.dedup_by_key(|slot| Arc::as_ptr(slot));
        let cores = std::thread::available_parallelism().map_or(1, |cores| cores.get()).min(8);
        if waiting.len() < 2 || cores < 2 {
            return;
        }
        std::thread::scope(|scope| {
            for part in waiting.chunks(waiting.len().div_ceil(cores)) {
                scope.spawn(move || {
                    for slot in part {
                        slot.picture.get_or_init(|| read(&slot.data));
                    }
                });
            }
        });
    }
}

/// Is one of `images` a persona's portrait?
pub(in crate::scene) fn shows_one_of(project: &Project, journey: &Journey, images: &[Id]) -> bool {
    !images.is_empty()
        && journey.personas.iter().any(|id| {
            let image = project.persona(id).and_then(|(_, persona)| persona.image.as_ref());
            image.is_some_and(|image| images.contains(image))
        })
}

/// The pictures that a map shows.
pub(in crate::scene) fn shown_images<'a>(
    project: &'a Project,
    journey: &'a Journey,
) -> impl Iterator<Item = &'a Id> {
    let shown = journey.lanes.iter().filter(|lane| !lane.hidden && !lane.collapsed);
    let cards = shown.flat_map(|lane| lane.cards.iter()).chain(project.parked.iter());
    let personas = project.personas.iter().filter_map(|persona| persona.image.as_ref());
    cards.filter_map(|card| card.image.as_ref()).chain(personas)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::draw::picture::tests::png;

    fn image(name: &str, data: &str) -> Image {
        Image { id: Id::new(name), data: data.into(), ..Image::default() }
    }

    #[test]
    fn a_picture_is_read_once_and_again_only_when_its_data_is_another() {
        let (one, other) = (STANDARD.encode(png(4, 4)), STANDARD.encode(png(8, 4)));
        let broken = format!("{}\n  {}", &one[..20], &one[20..]);
        let list =
            |images: [(&str, &str); 3]| images.map(|(a, b)| image(a, b)).into_iter().collect();
        let none = Pictures::default();
        let first = Pictures::new(&list([("a", &one), ("b", &broken), ("c", "no picture")]), &none);
        let (a, b) = (Id::new("a"), Id::new("b"));
        assert_eq!(first.picture(&a), first.picture(&b));
        assert_eq!(first.picture(&Id::new("c")), None);
        assert!(first.fault(&Id::new("c")).is_some() && first.fault(&a).is_none());
        assert_eq!(first.portrait(&a).unwrap().size(), (4, 4));
        let second = Pictures::new(&list([("a", &one), ("b", &other), ("d", &one)]), &first);
        let key = |pictures: &Pictures, id: &Id| pictures.picture(id).unwrap().key();
        assert_eq!(key(&second, &a), key(&first, &a));
        assert_eq!(second.picture(&b).unwrap().size(), (8, 4));
        let mut changed = second.changed(&first);
        changed.sort();
        changed.dedup();
        assert_eq!(changed, ["b", "c", "d"].map(Id::new));
    }
}
