//! Which screens are there, and on which is the audience's window?

use crate::words::Words;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Screen {
    /// What the system calls it, no two alike.
    pub name: String,
    /// Its width and height in pixels.
    pub size: [u32; 2],
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Screens {
    /// In the system's order; none where it does not say.
    pub all: Vec<Screen>,
    /// The one the program is on.
    pub here: usize,
}

impl Screens {
    /// The screens there are now.
    pub(crate) fn of(frame: &eframe::Frame) -> Self {
        let Some(window) = frame.winit_window() else { return Self::default() };
        let current = window.current_monitor();
        let mut screens = Self::default();
        for (index, monitor) in window.available_monitors().enumerate() {
            if current.as_ref() == Some(&monitor) {
                screens.here = index;
            }
            let size = monitor.size();
            let mut name = monitor.name().unwrap_or_default();
            // Two of a kind may have one name.
            while name.is_empty() || screens.place(&name).is_some() {
                name.push('+');
            }
            screens.all.push(Screen { name, size: [size.width, size.height] });
        }
        screens
    }

    /// Where the screen called `name` is among them.
    pub(crate) fn place(&self, name: &str) -> Option<usize> {
        self.all.iter().position(|screen| screen.name == name)
    }

    /// The screen that was not there `before`, if the program is not on it; at first none is new.
    pub(crate) fn new_since(&self, before: &Self) -> Option<&Screen> {
        let is_new = |screen: &Screen| before.place(&screen.name).is_none();
        let others = self.all.iter().enumerate().filter(|(place, _)| *place != self.here);
        let mut new = others.map(|(_, screen)| screen).filter(|screen| is_new(screen));
        new.next().filter(|_| !before.all.is_empty())
    }

    /// What the audience may be shown the story in.
    pub(crate) fn choices(&self) -> Vec<Audience> {
        let screens = self.all.iter().map(|screen| Audience::Screen(screen.name.clone()));
        // A single screen is the one this window fills.
        let screens = screens.filter(|_| self.all.len() > 1);
        [Audience::Here].into_iter().chain(screens).chain([Audience::Own]).collect()
    }
}

/// Where the audience sees the story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Audience {
    /// In the program's own window, which fills its screen.
    Here,
    /// In a window that fills this screen.
    Screen(String),
    /// In a window like others.
    Own,
}

/// The setting's word for a window like others; no screen is called so.
const OWN: &str = "own window";
/// The setting's word for the program's own window.
const HERE: &str = "this window";

impl Audience {
    /// Where to begin: as was chosen the last time if that can be, else on the screen the program is
    /// not on.
    pub(crate) fn first(screens: &Screens, chosen: Option<&str>) -> Self {
        match chosen {
            // On a single screen it would lie over the presenter's view.
            Some(OWN) if screens.all.len() > 1 => return Self::Own,
            Some(HERE) => return Self::Here,
            Some(name) if screens.place(name).is_some_and(|place| place != screens.here) => {
                return Self::Screen(name.to_owned());
            }
            _ => {}
        }
        let other = screens.all.iter().enumerate().find(|(place, _)| *place != screens.here);
        other.map_or(Self::Here, |(_, screen)| Self::Screen(screen.name.clone()))
    }

    /// How the choice is remembered.
    pub(crate) fn kept(&self) -> &str {
        match self {
            Self::Here => HERE,
            Self::Own => OWN,
            Self::Screen(name) => name,
        }
    }

    /// Is its screen still there?
    pub(crate) fn is_there(&self, screens: &Screens) -> bool {
        match self {
            Self::Screen(name) => screens.place(name).is_some(),
            Self::Here | Self::Own => true,
        }
    }

    /// What it is called.
    pub(crate) fn label(&self, screens: &Screens, words: &Words) -> String {
        match self {
            Self::Here => words.present_audience_here(),
            Self::Own => words.present_audience_own(),
            Self::Screen(name) => {
                let place = screens.place(name).unwrap_or_default();
                let size = screens.all.get(place).map_or([0, 0], |screen| screen.size);
                let (number, size) =
                    ((place + 1).to_string(), format!("{} × {}", size[0], size[1]));
                match place == screens.here {
                    true => words.present_audience_screen_here(number, size),
                    false => words.present_audience_screen(number, size),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn screens(names: &[&str], here: usize) -> Screens {
        let screen = |name: &&str| Screen { name: (*name).to_owned(), size: [1920, 1080] };
        Screens { all: names.iter().map(screen).collect(), here }
    }

    #[test]
    fn the_audience_gets_the_screen_the_program_is_not_on() {
        let on = |name: &str| Audience::Screen(name.to_owned());
        let rows = [
            (screens(&[], 0), None, Audience::Here),
            (screens(&["a"], 0), None, Audience::Here),
            (screens(&["a", "b"], 0), None, on("b")),
            (screens(&["a", "b"], 1), None, on("a")),
            (screens(&["a", "b", "c"], 0), Some("c"), on("c")),
            // The one that was chosen is gone, or the program is on it now.
            (screens(&["a", "b"], 0), Some("c"), on("b")),
            (screens(&["a", "b"], 1), Some("b"), on("a")),
            (screens(&["a"], 0), Some("own window"), Audience::Here),
            (screens(&["a", "b"], 0), Some("own window"), Audience::Own),
            (screens(&["a", "b"], 0), Some("this window"), Audience::Here),
        ];
        for (screens, chosen, expected) in rows {
            assert_eq!(Audience::first(&screens, chosen), expected, "{screens:?} {chosen:?}");
        }
    }

    #[test]
    fn a_screen_that_is_plugged_in_is_seen() {
        let new = |now: Screens, before: Screens| now.new_since(&before).map(|it| it.name.clone());
        let one = || screens(&["a"], 0);
        assert_eq!(new(screens(&["a", "b"], 0), one()), Some("b".into()));
        assert_eq!(new(screens(&["b", "a"], 1), one()), Some("b".into()));
        assert_eq!(new(one(), one()), None);
        // Those that were there when it began are no news, nor is one the window was moved to.
        assert_eq!(new(screens(&["a", "b"], 0), screens(&[], 0)), None);
        assert_eq!(new(screens(&["a", "b"], 1), one()), None);
        assert_eq!(new(one(), screens(&["a", "b"], 0)), None);
    }

    #[test]
    fn a_screen_that_is_unplugged_is_missed() {
        let audience = Audience::Screen("b".into());
        assert!(audience.is_there(&screens(&["a", "b"], 0)));
        assert!(!audience.is_there(&screens(&["a"], 0)));
        assert!(Audience::Own.is_there(&screens(&[], 0)));
    }
}
