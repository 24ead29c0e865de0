//! What things are called, in Swedish and English.
//!
//! The strings stand in `assets/locales`; a build step makes one typed function of each,
//! so that a missing one does not compile. Use them through [`Words`]: `words.command_undo()`.

mod due;
mod folded;
mod kinds;
mod names;
mod numbers;
#[expect(
    dead_code,
    unreachable_pub,
    clippy::uninlined_format_args,
    clippy::use_self,
    clippy::all,
    clippy::unwrap_used,
    reason = "generated from assets/locales"
)]
mod strings {
    include!(concat!(env!("OUT_DIR"), "/strings.rs"));
}
mod task_line;

pub use due::{read_due, read_past_day};
pub(crate) use folded::{find_places, fold, order_key};
pub use kinds::{Named, is_called};
pub use names::{
    card_name, initial, lane_name, persona_name, persona_roles, phase_name, source_short_name,
    titled, within_sentence,
};
pub use task_line::{TaskLine, read_task_line};

use std::ops::Deref;
use std::sync::Arc;

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Swedish.
    Sv,
    /// English.
    En,
}

impl Lang {
    /// The system's language: Swedish where it is Swedish, else English.
    pub fn of_system() -> Self {
        let locale = sys_locale::get_locale().unwrap_or_default();
        Self::from_code(&locale)
    }

    /// The language of a code such as `sv-SE`.
    pub fn from_code(code: &str) -> Self {
        if code.to_ascii_lowercase().starts_with("sv") { Self::Sv } else { Self::En }
    }

    /// `sv` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Sv => "sv",
            Self::En => "en",
        }
    }
}

/// All strings in one language. Cheap to clone.
#[derive(Clone)]
pub struct Words {
    /// The language they are in.
    pub lang: Lang,
    strings: Arc<strings::L10nLanguage>,
}

impl Words {
    /// The strings in `lang`.
    pub fn new(lang: Lang) -> Self {
        let strings = match lang {
            Lang::Sv => strings::L10n::Sv.load(),
            Lang::En => strings::L10n::En.load(),
        };
        Self { lang, strings: Arc::new(strings) }
    }
}

/// Whose something is, by a name: `Annas`, `Lars`; `Anna’s`, `James’s`.
pub fn genitive(name: &str, lang: Lang) -> String {
    let last = name.chars().last().map(|letter| letter.to_lowercase().to_string());
    match lang {
        // A name that ends in such a sound takes no more.
        Lang::Sv if matches!(last.as_deref(), None | Some("s" | "x" | "z")) => name.to_owned(),
        Lang::Sv => format!("{name}s"),
        Lang::En if name.is_empty() => String::new(),
        Lang::En => format!("{name}’s"),
    }
}

impl Deref for Words {
    type Target = strings::L10nLanguage;
    fn deref(&self) -> &Self::Target {
        &self.strings
    }
}
