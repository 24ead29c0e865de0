//! What a workshop is set to: its people, their dots, the time, and how large things are. Kept with
//! the settings of the program.

use crate::model::Extra;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The times to choose from, in minutes.
pub(crate) const MINUTES: [u32; 4] = [1, 3, 5, 10];
/// How large text and buttons can be, in percent of the usual.
pub(crate) const SIZES: [u32; 4] = [100, 125, 150, 175];
/// More people or dots than this nobody counts.
pub(crate) const MOST: u32 = 99;

/// What a workshop is set to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct WorkshopChoices {
    /// How many vote; 0: votes are not counted.
    pub people: u32,
    /// How many votes each of them has.
    pub dots: u32,
    /// How long an exercise takes, in minutes.
    pub minutes: u32,
    /// How large text and buttons are, in percent.
    pub size: u32,
}

impl Default for WorkshopChoices {
    fn default() -> Self {
        Self { people: 0, dots: 3, minutes: 5, size: 125 }
    }
}

impl WorkshopChoices {
    /// As the settings have them; what is out of range is as usual.
    pub(crate) fn of(settings: &Extra) -> Self {
        let usual = Self::default();
        let read = Self::deserialize(settings).unwrap_or(usual);
        Self {
            people: read.people.min(MOST),
            dots: read.dots.clamp(1, MOST),
            minutes: if MINUTES.contains(&read.minutes) { read.minutes } else { usual.minutes },
            size: if SIZES.contains(&read.size) { read.size } else { usual.size },
        }
    }

    /// Puts them among the settings, where what another version knows besides stays.
    pub(crate) fn keep(&self, settings: &mut Extra) {
        if let Ok(Value::Object(choices)) = serde_json::to_value(self) {
            settings.extend(choices);
        }
    }

    /// How many votes there are in all; none: any number.
    pub(crate) fn votes(&self) -> Option<u32> {
        (self.people > 0).then(|| self.people * self.dots)
    }

    /// The next size; after the largest the smallest.
    pub(crate) fn next_size(&self) -> u32 {
        SIZES.into_iter().find(|size| *size > self.size).unwrap_or(SIZES[0])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn choices_are_kept_and_what_is_strange_is_as_usual() {
        let mut settings = Extra::new();
        assert_eq!(WorkshopChoices::of(&settings), WorkshopChoices::default());
        let mine = WorkshopChoices { people: 6, dots: 2, minutes: 10, size: 150 };
        mine.keep(&mut settings);
        assert_eq!(WorkshopChoices::of(&settings), mine);
        assert_eq!((mine.votes(), WorkshopChoices::default().votes()), (Some(12), None));
        let strange = json!({"people": 5000, "dots": 0, "minutes": 7, "size": 1000});
        let read = WorkshopChoices::of(strange.as_object().unwrap());
        assert_eq!((read.people, read.dots, read.minutes, read.size), (MOST, 1, 5, 125));
        settings.insert("dots".into(), json!("no"));
        assert_eq!(WorkshopChoices::of(&settings), WorkshopChoices::default());
        assert_eq!(
            (read.next_size(), WorkshopChoices { size: 175, ..read }.next_size()),
            (150, 100)
        );
    }
}
