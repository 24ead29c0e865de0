//! A persona: one whose journey it is.

use super::{BuyingRole, Extra, Id};
use serde::{Deserialize, Serialize};
use unicode_segmentation::UnicodeSegmentation;

/// One whose journey it is, alone or in a buying group.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Persona {
    /// Its name in the file.
    pub id: Id,
    /// What they are called.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What they do: "Production manager".
    #[serde(skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// What they are to the purchase.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub buying_role: Option<BuyingRole>,
    /// A face as an emoji.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub emoji: String,
    /// A picture instead of the emoji.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<Id>,
    /// Which of the theme's persona colours, from 0; none: by order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<u8>,
    /// How they live and what they have to live by: household, trade, means.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub circumstances: String,
    /// What they want to reach.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub goals: String,
    /// What they must have.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub needs: String,
    /// What stands in their way.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub frustrations: String,
    /// What they say.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub quote: String,
    /// What matters most to them.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub priority: String,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Persona {
    /// The one sign that stands for them where there is no picture; empty where none is chosen. A
    /// file may hold a whole text here: a circle has room for its first sign.
    pub fn face(&self) -> &str {
        self.emoji.trim().graphemes(true).next().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_face_is_one_sign() {
        for (emoji, face) in [("", ""), (" ", ""), ("👩‍🚀", "👩‍🚀"), (" 👨‍👩‍👧 familj", "👨‍👩‍👧"), ("AB", "A")]
        {
            assert_eq!(Persona { emoji: emoji.into(), ..Persona::default() }.face(), face);
        }
    }
}
