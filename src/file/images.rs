//! Which pictures are written: those that something shows.
//!
//! An edit cannot know whether a picture that nothing shows any more will be brought back by an
//! undo, so the project keeps it; the file has no use for it.

use crate::model::{Id, Image, List, Project};
use std::collections::HashSet;

/// The project without the pictures that nothing shows; none where that is the project as it is.
/// What this version does not know may show one too: where its id stands anywhere, it stays.
pub(super) fn without_unused(project: &Project) -> Option<Project> {
    if project.images.is_empty() {
        return None;
    }
    let were = project.versions.iter().map(|version| &*version.project);
    let shown: HashSet<&Id> = std::iter::once(project).chain(were).flat_map(shown_in).collect();
    if project.images.iter().all(|image| shown.contains(&image.id)) {
        return None;
    }
    let mut rest = Project { images: List::default(), ..project.clone() };
    let said = serde_json::to_string(&rest).unwrap_or_default();
    let named = |image: &Image| said.contains(&format!("\"{}\"", image.id));
    let mut images = project.images.clone();
    // What could not be read stays among those it stood among.
    for unread in &mut images.unread {
        let before = project.images.iter().take(unread.before);
        unread.before = before.filter(|one| shown.contains(&one.id) || named(one)).count();
    }
    images.retain(|image| shown.contains(&image.id) || named(image));
    rest.images = images;
    Some(rest)
}

/// The pictures of its cards, personas and pages.
fn shown_in(project: &Project) -> impl Iterator<Item = &Id> {
    let lanes = project.journeys.iter().flat_map(|journey| journey.lanes.iter());
    let cards = lanes.flat_map(|lane| lane.cards.iter()).chain(project.parked.iter());
    let on_cards = cards.filter_map(|card| card.image.as_ref());
    let pages = project.journeys.iter().flat_map(|journey| journey.story.iter());
    let on_pages = pages.filter_map(|page| page.image.as_ref());
    let of_personas = project.personas.iter().filter_map(|persona| persona.image.as_ref());
    on_cards.chain(of_personas).chain(on_pages)
}

#[cfg(test)]
mod tests {
    use super::super::write::to_json;
    use super::*;
    use crate::model::{Card, Journey, List, Persona, StoryPage};
    use serde_json::{Value, json};

    #[test]
    fn only_pictures_that_something_shows_are_written() {
        let image = |id: &str| Image { id: Id::new(id), data: "AAAA".into(), ..Image::default() };
        let shows = |id: &str| Some(Id::new(id));
        let mut project = Project {
            images: ["card", "face", "page", "none", "later"].map(image).into_iter().collect(),
            parked: [Card { image: shows("card"), ..Card::default() }].into_iter().collect(),
            personas: [Persona { image: shows("face"), ..Persona::default() }]
                .into_iter()
                .collect(),
            ..Project::default()
        };
        let page = StoryPage { image: shows("page"), ..StoryPage::default() };
        let journey = Journey { story: [page].into_iter().collect(), ..Journey::default() };
        project.journeys = [journey].into_iter().collect();
        project.extra.insert("cover".into(), json!({ "image": "later" }));
        project.images.unread.push(crate::model::Unread { before: 4, value: json!(7) });
        let written = |project: &Project| {
            let file: Value = serde_json::from_slice(&to_json(project)).unwrap();
            let images = file["project"]["images"].as_array().cloned().unwrap_or_default();
            let name = |one: &Value| one["id"].as_str().map_or(one.to_string(), str::to_owned);
            images.iter().map(name).collect::<Vec<_>>()
        };
        assert_eq!(written(&project), ["card", "face", "page", "7", "later"]);
        project.parked = List::default();
        project.journeys = List::default();
        project.images.unread.clear();
        assert_eq!(written(&project), ["face", "later"]);
        assert_eq!(project.images.len(), 5, "the project keeps them for undo");
    }
}
