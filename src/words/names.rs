//! What anything on a map is called, with a word where it has no title.

use super::{Named, Words, is_called};
use crate::model::{Card, FRICTION_MAX, Lane, Persona, Phase, Project, Source, plain_text};
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;

/// A title, or the word that stands where there is none.
pub fn titled(title: &str, words: &Words) -> String {
    if title.trim().is_empty() { words.scene_untitled() } else { title.to_owned() }
}

/// A word that stands within a line: `egen` and `e-post`, but `Hero`, as it is a name, and `TV`.
pub fn within_sentence(text: String) -> String {
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second == '-' => {
            first.to_lowercase().chain([second]).chain(chars).collect()
        }
        _ => text,
    }
}

/// A persona's name on one line, or the role where it has none, or the word for that.
pub fn persona_name(persona: &Persona, words: &Words) -> String {
    let line = |text: &str| {
        let text = plain_text(text);
        let lines: Vec<&str> =
            text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        lines.join(" ")
    };
    let told = [&persona.name, &persona_roles(persona, words)].map(|text| line(text));
    told.into_iter().find(|one| !one.is_empty()).unwrap_or_else(|| words.scene_untitled())
}

/// A source by its short name: what comes after a dash or a comma says who and where, which the list
/// of sources tells. "Interview 3" of "Interview 3 – buyer, Borås".
pub fn source_short_name(source: &Source, words: &Words) -> String {
    let title = titled(&source.title, words);
    let short = title.split(" - ").next().unwrap_or(&title);
    let short = short.split([',', '–', '—']).next().unwrap_or(short).trim();
    if short.is_empty() { title.trim().to_owned() } else { short.to_owned() }
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
    let duration = phase.takes().map(|duration| words.duration(&duration));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_persona_without_a_name_is_called_by_the_role() {
        let words = Words::new(crate::words::Lang::En);
        let called = |name: &str, role: &str| {
            let persona = Persona { name: name.into(), role: role.into(), ..Persona::default() };
            persona_name(&persona, &words)
        };
        assert_eq!(called(" Anna\u{b}Lind", "Buyer"), "Anna Lind");
        assert_eq!(called(" \n", "Buyer"), "Buyer");
        assert_eq!(called("", ""), words.scene_untitled());
    }

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
