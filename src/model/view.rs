//! A view: a named choice of what of a map is shown.

use super::kinds::{ContentRole, Mark, Part, Reach};
use super::{Card, Extra, Id, Lane, is_default};
use serde::{Deserialize, Serialize};

/// What of a map is shown. Nothing chosen shows all of it, but for lanes that are hidden.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct View {
    /// Its name in the file; empty where a file gave none.
    #[serde(skip_serializing_if = "Id::is_empty")]
    pub id: Id,
    /// What it is called.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Lanes that are not shown.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hidden: Vec<Id>,
    /// Lanes of which only the title is shown.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub collapsed: Vec<Id>,
    /// Lanes that stay in view while the map is scrolled.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pinned: Vec<Id>,
    /// Only what concerns these; empty: everybody.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub personas: Vec<Id>,
    /// Only cards that have one of these; empty: all.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Only cards that have one of these; empty: all.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
    /// Only cards whose content is there for one of these; empty: all.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub content_roles: Vec<ContentRole>,
    /// Only cards that are for this many at a time; empty: all.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reaches: Vec<Reach>,
    /// Show where the map has gaps.
    #[serde(skip_serializing_if = "is_default")]
    pub gaps: bool,
    /// Show which activity leads to which.
    #[serde(skip_serializing_if = "is_default")]
    pub chain: bool,
    /// Parts that are left out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub off: Vec<Part>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl View {
    /// Is this card shown, in a lane that is?
    pub fn shows_card(&self, card: &Card) -> bool {
        let meets = |wanted: &[Id], has: &[Id]| {
            wanted.is_empty() || has.is_empty() || has.iter().any(|id| wanted.contains(id))
        };
        meets(&self.personas, &card.personas)
            && (self.tags.is_empty() || card.tags.iter().any(|tag| self.tags.contains(tag)))
            && (self.marks.is_empty() || card.marks.iter().any(|mark| self.marks.contains(mark)))
            && (self.content_roles.is_empty()
                || card.content_role.as_ref().is_some_and(|it| self.content_roles.contains(it)))
            && (self.reaches.is_empty()
                || card.reach.as_ref().is_some_and(|it| self.reaches.contains(it)))
    }

    /// Is what concerns this persona shown? What concerns nobody in particular always is.
    pub fn shows_persona(&self, persona: Option<&Id>) -> bool {
        self.personas.is_empty() || persona.is_none_or(|id| self.personas.contains(id))
    }

    /// Is this lane shown?
    pub fn shows_lane(&self, lane: &Lane) -> bool {
        !lane.hidden && !self.hidden.contains(&lane.id) && self.shows_persona(lane.persona.as_ref())
    }

    /// Is only the title of this lane shown?
    pub fn collapses(&self, lane: &Lane) -> bool {
        lane.collapsed || self.collapsed.contains(&lane.id)
    }

    /// Does this lane stay in view while the map is scrolled?
    pub fn pins(&self, lane: &Lane) -> bool {
        lane.pinned || self.pinned.contains(&lane.id)
    }

    /// Is this part shown?
    pub fn shows(&self, part: &Part) -> bool {
        !self.off.contains(part)
    }

    /// Is something left out, or only the title of a lane shown?
    pub fn leaves_out(&self) -> bool {
        let lanes = self.hidden.is_empty() && self.collapsed.is_empty();
        self.filters_cards() || !lanes || !self.off.is_empty()
    }

    /// The same choice, whatever it is called?
    pub fn same_choice(&self, other: &Self) -> bool {
        *self == Self { id: self.id.clone(), title: self.title.clone(), ..other.clone() }
    }

    /// Is the same laid out for both? What is only drawn over it or behind it does not count.
    pub fn same_layout(&self, other: &Self) -> bool {
        let Self { gaps, chain, .. } = self;
        *self == Self { gaps: *gaps, chain: *chain, ..other.clone() }
    }

    /// Takes lanes and personas out of it for which `keep` does not hold.
    pub fn keep(&mut self, keep: impl Fn(&Id) -> bool) {
        let lists = [&mut self.hidden, &mut self.collapsed, &mut self.pinned, &mut self.personas];
        lists.into_iter().for_each(|list| list.retain(&keep));
    }

    /// Are some cards left out, wherever they are?
    pub fn filters_cards(&self) -> bool {
        !(self.personas.is_empty()
            && self.tags.is_empty()
            && self.marks.is_empty()
            && self.content_roles.is_empty()
            && self.reaches.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_shows_what_concerns_those_it_names() {
        let id = Id::new;
        let view = View {
            personas: vec![id("anna")],
            marks: vec![Mark::PainPoint],
            hidden: vec![id("notes")],
            ..View::default()
        };
        let card = |personas: &[&str], marks: &[Mark]| Card {
            personas: personas.iter().map(|one| id(one)).collect(),
            marks: marks.to_vec(),
            ..Card::default()
        };
        let rows = [
            (card(&[], &[Mark::PainPoint]), true),
            (card(&["anna", "karim"], &[Mark::PainPoint]), true),
            (card(&["karim"], &[Mark::PainPoint]), false),
            (card(&["anna"], &[]), false),
        ];
        for (card, shown) in rows {
            assert_eq!(view.shows_card(&card), shown, "{card:?}");
        }
        assert!(View::default().shows_card(&card(&["karim"], &[])));
        let many = View { reaches: vec![Reach::OneToMany], ..View::default() };
        for (reach, shown) in
            [(None, false), (Some(Reach::OneToOne), false), (Some(Reach::OneToMany), true)]
        {
            assert_eq!(many.shows_card(&Card { reach, ..card(&[], &[]) }), shown);
        }
        assert!(many.filters_cards());
        let lane = |name: &str| Lane { id: id(name), ..Lane::default() };
        assert!(!view.shows_lane(&lane("notes")) && view.shows_lane(&lane("needs")));
        let his = Lane { persona: Some(id("karim")), ..lane("his") };
        assert!(!view.shows_lane(&his) && View::default().shows_lane(&his));
    }
}
