//! What a thing holds by itself: as JSON, or as the model has it for as long as nobody asks for more.
//!
//! Nearly all things of a map are cards and feelings, and nearly all of them are in every copy the
//! same. Those stay pointers into the copies: they are compared as they are, go into what comes of the
//! copies as they are, and are never written as JSON. All else is.

use super::table::Object;
use crate::model::{Card, EmotionPoint, Id};
use serde_json::Value;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

/// A card or a feeling with nothing in it that this version does not know: nothing stands in it.
#[derive(Clone, Debug)]
pub(super) enum Leaf {
    Card(Arc<Card>),
    Point(Arc<EmotionPoint>),
}

/// The fields of a thing; of an item without an id all of it. Reads as JSON.
#[derive(Clone, Debug, Default)]
pub(super) struct ThingBody {
    leaf: Option<Leaf>,
    /// Made of the leaf when somebody asks for it.
    json: OnceLock<Arc<Value>>,
}

impl Leaf {
    /// The card, if it can stay as it is.
    pub(super) fn of_card(card: &Arc<Card>) -> Option<Self> {
        card.extra.is_empty().then(|| Self::Card(Arc::clone(card)))
    }

    /// The feeling, if it can stay as it is.
    pub(super) fn of_point(point: &Arc<EmotionPoint>) -> Option<Self> {
        point.extra.is_empty().then(|| Self::Point(Arc::clone(point)))
    }

    pub(super) fn id(&self) -> &Id {
        match self {
            Self::Card(card) => &card.id,
            Self::Point(point) => &point.id,
        }
    }

    pub(super) fn as_json(&self) -> Value {
        let value = match self {
            Self::Card(card) => serde_json::to_value(card),
            Self::Point(point) => serde_json::to_value(point),
        };
        value.unwrap_or_default()
    }

    pub(super) fn into_card(self) -> Option<Arc<Card>> {
        match self {
            Self::Card(card) => Some(card),
            Self::Point(_) => None,
        }
    }

    pub(super) fn into_point(self) -> Option<Arc<EmotionPoint>> {
        match self {
            Self::Point(point) => Some(point),
            Self::Card(_) => None,
        }
    }

    fn same(&self, other: &Self) -> Option<bool> {
        match (self, other) {
            (Self::Card(a), Self::Card(b)) => Some(Arc::ptr_eq(a, b) || a == b),
            (Self::Point(a), Self::Point(b)) => Some(Arc::ptr_eq(a, b) || a == b),
            (Self::Card(_), Self::Point(_)) | (Self::Point(_), Self::Card(_)) => None,
        }
    }

    /// The ids in a field, where it is one that is asked of every card; else none is said.
    fn ids(&self, field: &str) -> Option<Vec<&str>> {
        Some(match (self, field) {
            (Self::Card(card), "step") if card.step.is_empty() => Vec::new(),
            (Self::Card(card), "step") => vec![card.step.as_str()],
            (Self::Card(card), "until") => card.until.iter().map(Id::as_str).collect(),
            (Self::Card(card), "personas") => card.personas.iter().map(Id::as_str).collect(),
            (Self::Card(card), "sources") => card.sources.iter().map(Id::as_str).collect(),
            (Self::Card(card), "image") => card.image.iter().map(Id::as_str).collect(),
            (Self::Card(card), "opportunity") => card.opportunity.iter().map(Id::as_str).collect(),
            (Self::Card(card), "subgoal") => card.subgoal.iter().map(Id::as_str).collect(),
            (Self::Card(card), "next") => card.next.iter().map(Id::as_str).collect(),
            (Self::Point(point), "step") => vec![point.step.as_str()],
            (Self::Point(point), "persona") => point.persona.iter().map(Id::as_str).collect(),
            (Self::Point(point), "source") => point.source.iter().map(Id::as_str).collect(),
            (Self::Point(point), "touchpoint") => point.touchpoint.iter().map(Id::as_str).collect(),
            _ => return None,
        })
    }
}

impl ThingBody {
    /// What is a leaf stays one.
    pub(super) fn of_leaf(leaf: Leaf) -> Self {
        Self { leaf: Some(leaf), json: OnceLock::new() }
    }

    /// What is the same? As `==` of their JSON.
    pub(super) fn same(&self, other: &Self) -> bool {
        let as_leaves = self.leaf.as_ref().zip(other.leaf.as_ref());
        as_leaves.and_then(|(a, b)| a.same(b)).unwrap_or_else(|| {
            let (a, b) = (self.json(), other.json());
            Arc::ptr_eq(a, b) || same_value(a, b)
        })
    }

    /// Its fields, to be changed; none where it is no object.
    pub(super) fn fields_mut(&mut self) -> Option<&mut Object> {
        self.json();
        self.leaf = None;
        Arc::make_mut(self.json.get_mut()?).as_object_mut()
    }

    /// A field that is a text or an id.
    pub(super) fn text(&self, field: &str) -> Option<&str> {
        match (&self.leaf, field) {
            (Some(Leaf::Card(card)), "step") => {
                Some(card.step.as_str()).filter(|id| !id.is_empty())
            }
            (Some(Leaf::Card(card)), "until") => card.until.as_ref().map(Id::as_str),
            (Some(Leaf::Point(point)), "step") => Some(point.step.as_str()),
            (Some(Leaf::Point(point)), "touchpoint") => point.touchpoint.as_ref().map(Id::as_str),
            _ => self.get(field)?.as_str(),
        }
    }

    /// The ids in a field: one, or several.
    pub(super) fn ids(&self, field: &str) -> Vec<&str> {
        if let Some(ids) = self.leaf.as_ref().and_then(|leaf| leaf.ids(field)) {
            return ids;
        }
        let value = self.get(field);
        let one = value.and_then(Value::as_str);
        let several = value.and_then(Value::as_array).into_iter().flatten();
        one.into_iter().chain(several.filter_map(Value::as_str)).collect()
    }

    /// The card or feeling that it still is, or its JSON.
    pub(super) fn taken(self) -> Result<Leaf, Value> {
        match (self.leaf, self.json.into_inner()) {
            (Some(leaf), _) => Ok(leaf),
            (None, json) => Err(json.map(Arc::unwrap_or_clone).unwrap_or_default()),
        }
    }

    fn json(&self) -> &Arc<Value> {
        let made = || Arc::new(self.leaf.as_ref().map(Leaf::as_json).unwrap_or_default());
        self.json.get_or_init(made)
    }
}

impl Deref for ThingBody {
    type Target = Value;
    fn deref(&self) -> &Value {
        self.json()
    }
}

impl From<Value> for ThingBody {
    fn from(value: Value) -> Self {
        Self { leaf: None, json: OnceLock::from(Arc::new(value)) }
    }
}

/// Are both the same? As `==`, which looks each key up, but for objects whose keys stand in one order,
/// as those of two copies do.
fn same_value(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len()
                && (a.iter().zip(b).all(|((x, a), (y, b))| x == y && same_value(a, b)) || a == b)
        }
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same_value(a, b))
        }
        _ => one == other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_leaf_answers_as_its_json() {
        let fields = [
            "id",
            "step",
            "until",
            "personas",
            "sources",
            "image",
            "opportunity",
            "subgoal",
            "next",
            "persona",
            "source",
            "touchpoint",
            "text",
            "none",
        ];
        for given in [
            json!({"id": "c"}),
            json!({"id": "c", "step": "s", "until": "t", "personas": ["a", "b"], "sources": ["q"],
                "image": "i", "opportunity": "o", "subgoal": "g", "next": "n",
                "text": "Ring"}),
        ] {
            let card: Card = serde_json::from_value(given).unwrap();
            let leaf = Leaf::of_card(&Arc::new(card)).unwrap();
            let (body, plain) = (ThingBody::of_leaf(leaf.clone()), ThingBody::from(leaf.as_json()));
            for field in fields {
                assert_eq!(
                    (body.text(field), body.ids(field)),
                    (plain.text(field), plain.ids(field))
                );
            }
            assert!(body.same(&plain) && plain.same(&body));
        }
        for given in [
            json!({"id": "e", "step": "", "value": 0.0}),
            json!({"id": "e", "step": "s", "value": 1.5, "persona": "p", "source": "q",
                "touchpoint": "c", "quote": "Bra"}),
        ] {
            let point: EmotionPoint = serde_json::from_value(given).unwrap();
            let leaf = Leaf::of_point(&Arc::new(point)).unwrap();
            let (body, plain) = (ThingBody::of_leaf(leaf.clone()), ThingBody::from(leaf.as_json()));
            for field in fields {
                assert_eq!(
                    (body.text(field), body.ids(field)),
                    (plain.text(field), plain.ids(field))
                );
            }
        }
    }

    #[test]
    fn what_is_changed_is_no_leaf_any_more() {
        let card = Arc::new(Card { text: "Ring".into(), ..Card::default() });
        let mut body = ThingBody::of_leaf(Leaf::of_card(&card).unwrap());
        assert!(body.clone().taken().is_ok());
        body.fields_mut().unwrap().insert("text".into(), "Skriv".into());
        assert!(!body.same(&ThingBody::of_leaf(Leaf::Card(card))));
        assert_eq!(body.taken().unwrap_err()["text"], "Skriv");
    }
}
