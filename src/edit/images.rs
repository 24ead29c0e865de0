//! Pictures of a project: each is kept once, whoever shows it.

use super::Change;
use crate::model::{Card, Id, IdSource, Image, Project};
use std::collections::HashMap;

/// The id that a picture with these fields has in `project`, and the change that adds it where it
/// is not there yet. The same bytes are the same picture. `image.id` is used where it is free.
pub fn add_image(project: &Project, image: &Image, ids: &mut IdSource) -> (Id, Option<Change>) {
    let same = project.images.iter().find(|one| one.data == image.data);
    if let Some(same) = same {
        return (same.id.clone(), None);
    }
    let taken = |id: &Id| id.is_empty() || project.images.iter().any(|one| one.id == *id);
    let id = if taken(&image.id) { ids.next_id() } else { image.id.clone() };
    let added = Image { id: id.clone(), ..image.clone() };
    (id, Some(Change::PutImages(vec![added])))
}

/// Gives cards that come from another file the pictures that came with them, and says what that
/// adds to the project. Those whose picture did not come lose it.
pub(super) fn take_images<'a>(
    cards: impl Iterator<Item = &'a mut Card>,
    images: &[Image],
    project: &Project,
    ids: &mut IdSource,
) -> Option<Change> {
    let mut known: HashMap<Id, Option<Id>> = HashMap::new();
    let mut added: Vec<Image> = Vec::new();
    for card in cards {
        let Some(old) = card.image.take() else { continue };
        let new = known.entry(old.clone()).or_insert_with(|| {
            let Some(came) = images.iter().find(|image| image.id == old) else {
                // Of this project, or of none.
                return project.images.iter().any(|one| one.id == old).then_some(old);
            };
            if let Some(same) = added.iter().find(|one| one.data == came.data) {
                return Some(same.id.clone());
            }
            let (id, change) = add_image(project, came, ids);
            if let Some(Change::PutImages(new)) = change {
                added.extend(new);
            }
            Some(id)
        });
        card.image.clone_from(new);
    }
    (!added.is_empty()).then_some(Change::PutImages(added))
}

#[cfg(test)]
mod tests {
    use super::super::notation::{id, parse};
    use super::super::{Clip, Edit, Spot, apply, paste};
    use super::*;

    fn image(name: &str, data: &str) -> Image {
        Image { id: id(name), data: data.into(), ..Image::default() }
    }

    fn with_images(text: &str, images: &[(&str, &str)]) -> (Project, Vec<crate::model::Thing>) {
        let (mut project, selected) = parse(text);
        project.images = images.iter().map(|(name, data)| image(name, data)).collect();
        (project, selected)
    }

    #[test]
    fn the_same_picture_is_kept_once() {
        let (project, _) = with_images("A: a\nL: x", &[("one", "AAAA")]);
        let mut ids = IdSource::seeded(1);
        assert_eq!(add_image(&project, &image("", "AAAA"), &mut ids), (id("one"), None));
        let (new, change) = add_image(&project, &image("one", "BBBB"), &mut ids);
        assert_ne!(new, id("one"));
        let edit = Edit { journey: id("map"), change: change.unwrap() };
        let after = apply(&project, &edit).unwrap();
        let kept: Vec<&str> = after.images.iter().map(|one| &*one.data).collect();
        assert_eq!(kept, ["AAAA", "BBBB"]);
    }

    #[test]
    fn cards_pasted_into_another_file_bring_their_pictures() {
        let (mut from, selected) =
            with_images("A: a\nL: [x] [y] [z]", &[("p", "AAAA"), ("q", "BBBB")]);
        let map = from.journeys.edit(0).unwrap();
        let cards = &mut map.lanes.edit(0).unwrap().cards;
        for (index, name) in ["p", "p", "q"].iter().enumerate() {
            cards.edit(index).unwrap().image = Some(id(name));
        }
        let clip = Clip::of(&from, &from.journeys[0], &selected);
        let clip = Clip::from_json(&clip.to_json()).unwrap();
        let at = Spot::Cell { lane: id("L"), step: id("a"), index: 0 };
        let rows = [
            // Into its own file, one that has none of them, one that has both under other names.
            (from.clone(), vec!["AAAA", "BBBB"]),
            (with_images("A: a\nL:", &[]).0, vec!["AAAA", "BBBB"]),
            (
                with_images("A: a\nL:", &[("p", "CCCC"), ("r", "AAAA")]).0,
                vec!["CCCC", "AAAA", "BBBB"],
            ),
        ];
        for (into, expected) in rows {
            let change = paste(&clip, &into, &into.journeys[0], &at, &mut IdSource::seeded(1));
            let after = apply(&into, &Edit { journey: id("map"), change }).unwrap();
            let kept: Vec<&str> = after.images.iter().map(|one| &*one.data).collect();
            assert_eq!(kept, expected);
            let shown = |card: &Card| {
                let image = card.image.as_ref().expect("it has a picture");
                after
                    .images
                    .iter()
                    .find(|one| one.id == *image)
                    .expect("it is there")
                    .data
                    .to_string()
            };
            let shown: Vec<String> =
                after.journeys[0].lanes[0].cards[..3].iter().map(|card| shown(card)).collect();
            assert_eq!(shown, ["AAAA", "AAAA", "BBBB"]);
        }
    }
}
