//! Who is who on a page: names, roles, colours and portraits of personas.

use super::context::PageContext;
use super::sign::portrait;
use crate::model::{Id, Persona, on_one_line};
use crate::scene::draw::pen::circle;
use crate::scene::map::name::persona_role;
use crate::scene::{Item, Role};
use crate::words::{Words, initial, persona_name, within_sentence};
use egui::Pos2;
use std::collections::HashMap;
use std::sync::Arc;

/// Some personas.
pub(super) struct People {
    known: HashMap<Id, (Role, Arc<Persona>)>,
    words: Words,
}

impl People {
    /// Those with these ids; who is not known has no name.
    pub(super) fn of<'a>(desk: &PageContext<'_>, ids: impl IntoIterator<Item = &'a Id>) -> Self {
        let personas = &desk.project.personas;
        let known = ids.into_iter().filter_map(|id| {
            let place = personas.index_where(|persona| persona.id == *id)?;
            let persona = personas.get(place)?;
            Some((id.clone(), (persona_role(place, persona), persona.clone())))
        });
        Self { known: known.collect(), words: desk.pen.words.clone() }
    }

    /// What somebody is called, on one line.
    pub(super) fn name(&self, id: &Id) -> String {
        let known = self.known.get(id);
        let name = known.map(|(_, persona)| persona_name(persona, &self.words));
        let name = name.unwrap_or_else(|| self.words.scene_untitled());
        on_one_line(&name)
    }

    /// What somebody does, where that is not the name.
    pub(super) fn roles(&self, id: &Id) -> String {
        let Some((_, persona)) = self.known.get(id) else { return String::new() };
        let said = on_one_line(&persona.role);
        if persona.name.trim().is_empty() { String::new() } else { within_sentence(said) }
    }

    /// Their colour.
    pub(super) fn role(&self, id: &Id) -> Role {
        self.known.get(id).map_or(Role::Muted, |(role, _)| *role)
    }
}

/// Somebody's portrait in a ring of their colour, on a ring of paper.
pub(super) fn portrait_of(
    desk: &mut PageContext<'_>,
    people: &People,
    id: &Id,
    middle: Pos2,
    radius: f32,
    items: &mut Vec<Item>,
) {
    items.push(circle(middle, radius + 5.0, Some(Role::Paper.into()), None));
    let Some((role, persona)) = people.known.get(id) else {
        return items.push(circle(middle, radius, Some(Role::Muted.into()), None));
    };
    let shown = match persona.face() {
        "" => initial(&people.name(id)),
        face => face.to_owned(),
    };
    portrait(desk, persona.image.as_ref(), &shown, *role, middle, radius, items);
}
