//! What a moment of a map is called, and the colour that stands for a persona.

use crate::insight::MomentKind;
use crate::model::{Id, Persona, Project};
use crate::scene::PERSONA_COLORS;
use crate::scene::Role;
use crate::words::{Words, persona_name};

/// What the lowest or the highest point of a map is called, with whose it is: `Sämsta stunden:
/// Elin`. A point of nobody's in particular is called by its word alone.
pub fn moment_name(
    kind: MomentKind,
    whose: Option<&Id>,
    project: &Project,
    words: &Words,
) -> String {
    let what = match kind {
        MomentKind::Best => words.page_best(),
        MomentKind::Highest => words.page_highest(),
        MomentKind::Lowest => words.page_lowest(),
        MomentKind::Worst => words.page_worst(),
    };
    match whose.and_then(|id| project.persona(id)) {
        Some((_, persona)) => words.page_moment_of(what, persona_name(persona, words)),
        None => what,
    }
}

/// The colour of a persona, by the one it was given or else by its `place` in the project.
pub(crate) fn persona_role(place: usize, persona: &Persona) -> Role {
    Role::Persona(persona.color.unwrap_or((place % PERSONA_COLORS) as u8))
}
