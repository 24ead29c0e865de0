//! Which gaps of a map has somebody looked at and said to be none, and why?
//!
//! They stand in [`Journey::waved_off`] as JSON, since a gap of a later version is kept as it is:
//! `{"rule": "no_activity", "place": {"step": "…", "lane": "…"}, "reason": "…"}`.

use super::{Extra, Id, Journey};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use smol_str::SmolStr;

/// Where a gap is: what names it from one look at the map to the next, and no more. A card's gap
/// names the card alone, and is the same gap wherever the card goes. Nothing named: the whole map.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
// A place with a field this version does not know is another place than it takes it for.
#[serde(default, deny_unknown_fields)]
pub struct GapPlace {
    /// The phase.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phase: Option<Id>,
    /// The step.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step: Option<Id>,
    /// The lane.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lane: Option<Id>,
    /// The card; of two the second.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card: Option<Id>,
    /// The card that the customer comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Id>,
    /// The point of a curve.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub point: Option<Id>,
    /// The persona.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub persona: Option<Id>,
    /// The guiding question.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<Id>,
    /// The opportunity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opportunity: Option<Id>,
}

/// A gap that somebody has looked at and said to be none.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct WavedOff {
    /// The code of the rule that found it; may be one this version does not know.
    pub rule: SmolStr,
    /// Where it is.
    #[serde(default)]
    pub place: GapPlace,
    /// Why it is none; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl WavedOff {
    /// An entry of [`Journey::waved_off`]; none where this version cannot tell what it means.
    pub fn read(value: &Value) -> Option<Self> {
        Self::deserialize(value).ok()
    }

    fn is_of(&self, rule: &str, place: &GapPlace) -> bool {
        self.rule == rule && self.place == *place
    }
}

impl Journey {
    /// The gaps that are waved off, as far as this version can read them, in the order of the file.
    pub fn gaps_waved_off(&self) -> impl Iterator<Item = WavedOff> {
        self.waved_off.iter().filter_map(WavedOff::read)
    }

    /// Says of the gap that `rule` finds at `place` that it is none, and why. What was said of it
    /// before is replaced, by each of two people whose copies were merged; all other entries stay as
    /// they are.
    pub fn wave_off(&mut self, rule: &str, place: &GapPlace, reason: &str) {
        let mut seen = false;
        self.waved_off.retain(|value| {
            let meant = WavedOff::read(value).is_some_and(|said| said.is_of(rule, place));
            !(meant && std::mem::replace(&mut seen, true))
        });
        let known = self.waved_off.iter_mut().find_map(|value| {
            let said = WavedOff::read(value).filter(|said| said.is_of(rule, place))?;
            Some((value, said))
        });
        let said = WavedOff { rule: rule.into(), place: place.clone(), ..WavedOff::default() };
        match known {
            Some((value, said)) => put(value, WavedOff { reason: reason.to_owned(), ..said }),
            None => {
                let mut value = Value::Null;
                put(&mut value, WavedOff { reason: reason.to_owned(), ..said });
                self.waved_off.push(value);
            }
        }
    }

    /// Takes back that the gap which `rule` finds at `place` is none. All other entries stay.
    pub fn no_longer_waved_off(&mut self, rule: &str, place: &GapPlace) {
        let meant = |value: &Value| WavedOff::read(value).is_some_and(|it| it.is_of(rule, place));
        self.waved_off.retain(|value| !meant(value));
    }
}

/// Writes an entry. Nothing but texts and what was JSON is in it, so it always can be.
fn put(value: &mut Value, said: WavedOff) {
    if let Ok(written) = serde_json::to_value(said) {
        *value = written;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_unknown_stays_where_it_is() {
        let old = [
            json!({"cell": ["l", "a"]}),
            json!({"rule": "no_activity", "place": {"step": "a", "galaxy": "b"}}),
            json!({"rule": "later", "place": {"step": "a"}, "reason": "x", "who": "Lisa"}),
            json!(17),
        ];
        let mut map = Journey { waved_off: old.to_vec(), ..Journey::default() };
        let text = serde_json::to_string(&map).unwrap();
        assert_eq!(serde_json::from_str::<Journey>(&text).unwrap(), map);
        let rules: Vec<SmolStr> = map.gaps_waved_off().map(|said| said.rule).collect();
        assert_eq!(rules, ["later"]);

        let place = GapPlace { step: Some(Id::new("a")), ..GapPlace::default() };
        map.wave_off("no_activity", &place, "Hallen är stängd");
        assert_eq!(map.waved_off[..4], old);
        let written = json!({
            "rule": "no_activity", "place": {"step": "a"}, "reason": "Hallen är stängd"
        });
        assert_eq!(map.waved_off[4], written);
        // Said again, of the same gap; what a later version wrote beside it stays.
        map.wave_off("later", &place, "y");
        map.wave_off("no_activity", &place, "");
        assert_eq!(map.waved_off[2]["reason"], "y");
        assert_eq!(map.waved_off[2]["who"], "Lisa");
        assert_eq!(map.waved_off[4], json!({"rule": "no_activity", "place": {"step": "a"}}));
        assert_eq!(map.waved_off.len(), 5);

        // Two copies that say why, merged, hold both reasons until it is said again.
        let other = WavedOff { reason: "z".into(), ..WavedOff::read(&written).unwrap() };
        map.waved_off.push(serde_json::to_value(other).unwrap());
        map.wave_off("no_activity", &place, "q");
        assert_eq!(map.waved_off[4]["reason"], "q");
        assert_eq!(map.waved_off.len(), 5);

        map.no_longer_waved_off("no_purpose", &place);
        map.no_longer_waved_off("later", &GapPlace::default());
        assert_eq!(map.waved_off.len(), 5);
        map.no_longer_waved_off("no_activity", &place);
        assert_eq!(map.waved_off.len(), 4);
    }
}
