//! Whose journey it is, out of a list of personas.

use super::labels::OfPersona;
use super::making::{Making, said};
use super::node::{Node, below};
use crate::model::{BuyingRole, Id, Journey, Persona};
use crate::words::is_called;
use std::sync::Arc;

/// Adds the personas of a heading: its items, or the headings in it.
pub(super) fn personas(making: &mut Making, node: &Node, journey: &mut Journey) {
    for one in &node.children {
        if one.is_paragraph {
            making.park(one);
            continue;
        }
        let id = persona(making, one);
        if !journey.personas.contains(&id) {
            journey.personas.push(id);
        }
    }
}

/// `**👩 Maya:** Sjuksköterska · Beslutsfattare`, with what is known of her below.
fn persona(making: &mut Making, node: &Node) -> Id {
    let called = if node.label.is_empty() { &node.text } else { &node.label };
    let (emoji, name) = face_before(called);
    if let Some(known) = making.personas.get(name) {
        return known.clone();
    }
    let mut persona = Persona {
        id: making.ids.next_id(),
        name: name.into(),
        emoji: emoji.into(),
        ..Persona::default()
    };
    if !node.label.is_empty() {
        roles(&mut persona, &node.text);
    }
    let mut other: Vec<String> = node.more.clone();
    for child in &node.children {
        let own = child.label.is_empty().then(|| child.text.split_once(": ")).flatten();
        let (label, text) = match own {
            Some((label, text)) => (label, text.to_owned()),
            None if child.label.is_empty() => (child.text.as_str(), super::node::note_of(child)),
            None => (child.label.as_str(), said(child)),
        };
        let place = match OfPersona::called(label).filter(|_| !text.is_empty()) {
            Some(OfPersona::Goals) => &mut persona.goals,
            Some(OfPersona::Needs) => &mut persona.needs,
            Some(OfPersona::Frustrations) => &mut persona.frustrations,
            Some(OfPersona::Priority) => &mut persona.priority,
            Some(OfPersona::Quote) => &mut persona.quote,
            Some(OfPersona::Circumstances) => &mut persona.circumstances,
            None => {
                below(&[child], 0, &mut other);
                continue;
            }
        };
        if !place.is_empty() {
            place.push('\n');
        }
        place.push_str(crate::model::unquoted(&text));
    }
    if !other.is_empty() {
        let before =
            Some(std::mem::take(&mut persona.circumstances)).filter(|text| !text.is_empty());
        persona.circumstances = before.into_iter().chain(other).collect::<Vec<_>>().join("\n");
    }
    let id = persona.id.clone();
    making.personas.insert(persona.name.clone(), id.clone());
    making.imported.project.personas.push(Arc::new(persona));
    id
}

/// A sign that is no word, before a name.
fn face_before(called: &str) -> (&str, &str) {
    match called.split_once(' ') {
        Some((face, name))
            if !face.is_empty() && !face.chars().any(|c| c.is_alphanumeric() || c.is_ascii()) =>
        {
            (face, name.trim())
        }
        _ => ("", called.trim()),
    }
}

fn roles(persona: &mut Persona, said: &str) {
    let buying = |text: &str| BuyingRole::ALL.iter().find(|role| is_called(*role, text)).cloned();
    let (role, last) = said.rsplit_once(" · ").unwrap_or(("", said));
    match buying(last) {
        Some(buying) => {
            persona.buying_role = Some(buying);
            // One that is called as its role in the purchase is told once.
            persona.role = if role.is_empty() { last.to_owned() } else { role.to_owned() };
        }
        None => persona.role = said.to_owned(),
    }
}
