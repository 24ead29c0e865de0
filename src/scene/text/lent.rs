//! The system's fonts, where it has any. Where it has none at all, as in a small container, the
//! libraries that list them panic: here that is no font, and nothing is said of it.

use egui::epaint::text::{FallbackRequest, FontInsert, FontProvider};
use egui_system_font_provider::SystemFontProvider;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};

/// Lends the system's fonts; lists them on a thread when it is made.
pub struct LentFonts {
    provider: SystemFontProvider,
    /// The system has none.
    none: AtomicBool,
}

impl LentFonts {
    /// Begins to list them.
    pub fn new() -> Self {
        Self { provider: SystemFontProvider::new(), none: AtomicBool::new(false) }
    }
}

impl Default for LentFonts {
    fn default() -> Self {
        Self::new()
    }
}

impl FontProvider for LentFonts {
    fn font_for(&self, request: &FallbackRequest<'_>) -> Option<FontInsert> {
        if self.none.load(Ordering::Relaxed) {
            return None;
        }
        let asked = quietly(|| self.provider.font_for(request));
        self.none.store(asked.is_none(), Ordering::Relaxed);
        asked.flatten()
    }
}

/// The thread on which the library lists the fonts.
const LISTS: &str = "egui_system_font_provider";

thread_local!(static QUIET: Cell<bool> = const { Cell::new(false) });

/// None where `work` panics, and nobody is told: for libraries that panic where others say that they cannot.
pub fn quietly<T>(work: impl FnOnce() -> T) -> Option<T> {
    let before = QUIET.replace(true);
    let done = catch_unwind(AssertUnwindSafe(work)).ok();
    QUIET.set(before);
    done
}

/// Is a panic on this thread one that is waited for, and no fault? For hooks.
pub fn is_quiet_panic() -> bool {
    QUIET.get() || std::thread::current().name() == Some(LISTS)
}

/// From now on nothing is said of panics that are none: see [`is_quiet_panic`].
pub fn hush_quiet_panics() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        if !is_quiet_panic() {
            before(info);
        }
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_waited_for_is_quiet() {
        assert!(!is_quiet_panic());
        assert_eq!(quietly(is_quiet_panic), Some(true));
        assert_eq!(quietly(|| std::iter::empty::<u8>().next().expect("none")), None);
        assert!(!is_quiet_panic(), "what comes after is a fault");
        let on = |name: &str| {
            let thread = std::thread::Builder::new().name(name.into());
            thread.spawn(is_quiet_panic).unwrap().join().unwrap()
        };
        assert!(on(LISTS) && !on("files"));
    }
}
