//! What the parts of a map are called, for those who do not see it.

use crate::insight::MomentKind;
use crate::model::{Card, FRICTION_MAX, Id, Lane, Persona, Phase, Project};
use crate::scene::PERSONA_COLORS;
use crate::scene::Role;
use crate::words::{Named, Words, is_called};
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;

/// A title, or the word that stands where there is none.
pub fn titled(title: &str, words: &Words) -> String {
    if title.trim().is_empty() { words.scene_untitled() } else { title.to_owned() }
}

/// A lane's title, or the name of its kind where it has none.
pub fn lane_name(lane: &Lane, words: &Words) -> String {
    if lane.title.trim().is_empty() { lane.kind.name(words) } else { lane.title.clone() }
}

/// What a card says, and what its picture shows.
pub fn card_name<'a>(card: &'a Card, project: &Project) -> Cow<'a, str> {
    let shown = card.image.as_ref().and_then(|id| project.images.iter().find(|one| one.id == *id));
    match shown.map(|image| image.title.trim()).filter(|title| !title.is_empty()) {
        None => card.text.as_str().into(),
        Some(title) if card.text.trim().is_empty() => title.to_owned().into(),
        Some(title) => format!("{}, {title}", card.text).into(),
    }
}

/// A phase's title, or the word that stands where there is none, how long it takes, and how hard it
/// is.
pub fn phase_name(phase: &Phase, words: &Words) -> String {
    let title = titled(&phase.title, words);
    let duration = phase.duration.as_ref().map(|duration| words.duration(duration));
    let friction =
        phase.friction.map(|level| words.friction_level(level.min(FRICTION_MAX).to_string()));
    let parts = [Some(title), duration, friction].into_iter().flatten();
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}

/// The letter that stands for somebody without a picture: the first of their name, whatever stands
/// before it (quotation marks, spaces, brackets); empty where the name says nothing.
pub fn initial(name: &str) -> String {
    let mut signs = name.trim().graphemes(true);
    let says = |sign: &&str| sign.chars().any(char::is_alphanumeric);
    let first = signs.clone().find(says).or_else(|| signs.next());
    first.unwrap_or_default().to_uppercase()
}

/// What a persona does, and its role in the purchase where that is not the same; may be empty.
pub fn persona_roles(persona: &Persona, words: &Words) -> String {
    let buying = persona.buying_role.as_ref();
    let buying = buying.filter(|buying| !is_called(*buying, &persona.role));
    let parts = [persona.role.clone(), buying.map_or_else(String::new, |role| role.name(words))];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

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
        Some((_, persona)) => words.page_moment_of(what, titled(&persona.name, words)),
        None => what,
    }
}

/// The colour of a persona, by the one it was given or else by its `place` in the project.
pub(crate) fn persona_role(place: usize, persona: &Persona) -> Role {
    Role::Persona(persona.color.unwrap_or((place % PERSONA_COLORS) as u8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letter_is_the_first_of_the_name() {
        let rows = [
            ("Anna", "A"),
            ("”Anna”", "A"),
            ("  \u{a0}åsa", "Å"),
            ("(fd) Bo", "F"),
            (" 3:e part", "3"),
            ("e\u{301}va", "E\u{301}"),
            ("– «Ωmega»", "Ω"),
            ("???", "?"),
            ("👩‍🦰", "👩‍🦰"),
            ("  ", ""),
        ];
        for (name, letter) in rows {
            assert_eq!(initial(name), letter, "{name}");
        }
    }
}
