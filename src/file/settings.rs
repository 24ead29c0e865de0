//! What the program remembers of its user: language, theme, window, recent files.

use super::InterfaceSize;
use super::error::FileError;
use super::items::plain;
use super::own_folder::{config_folder, write_own};
use super::pretty::pretty;
use super::read::read_other;
use super::report::RepairReport;
use crate::model::Extra;
use crate::words::Lang;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// How many recent files are remembered.
pub const RECENT_MAX: usize = 12;

/// What the program remembers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The language; none: the system's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<Lang>,
    /// Light or dark.
    pub theme: ThemeChoice,
    /// How large the window's interface is.
    pub interface_size: InterfaceSize,
    /// Where the window was; none: wherever the system puts it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window: Option<WindowPlace>,
    /// Files opened or saved, newest first, at most [`RECENT_MAX`].
    pub recent: Vec<PathBuf>,
    /// The inspector is open.
    pub inspector: bool,
    /// The overview of the map is open.
    pub overview: bool,
    /// The camera of presentations stands still.
    pub less_motion: bool,
    /// The screen the audience sees a presentation on; none: it has not been chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<String>,
    /// How large the presenter's notes are, in points; `ui::present` knows what they may be.
    pub notes_size: u8,
    /// How long a talk is to take, in minutes; none: nobody has said. A matter of the room one talks
    /// in, not of the map.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub talk_minutes: Option<u16>,
    /// The folder exported to last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub export_folder: Option<PathBuf>,
    /// What was chosen for the last export, by `ui::export::choices`: formats are known above.
    #[serde(skip_serializing_if = "Extra::is_empty")]
    pub export: Extra,
    /// What a workshop is set to, by `ui::workshop::choices`, which knows what may be chosen.
    #[serde(skip_serializing_if = "Extra::is_empty")]
    pub workshop: Extra,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            lang: None,
            theme: ThemeChoice::default(),
            interface_size: InterfaceSize::default(),
            window: None,
            recent: Vec::new(),
            inspector: true,
            overview: true,
            less_motion: false,
            audience: None,
            notes_size: 17,
            talk_minutes: None,
            export_folder: None,
            export: Extra::new(),
            workshop: Extra::new(),
            extra: Extra::new(),
        }
    }
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ThemeChoice {
    /// As the system is.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// Light with larger text and stronger contrast.
    Projector,
}

/// Where the window was, in points of the usual interface size.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WindowPlace {
    /// From the left of the screen; none where the system does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub x: Option<f32>,
    /// From the top of the screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub y: Option<f32>,
    /// Its width inside.
    pub width: f32,
    /// Its height inside.
    pub height: f32,
    /// It filled the screen.
    pub maximized: bool,
}

impl Settings {
    /// The settings kept on this machine; what cannot be read is as in a new installation.
    pub fn load() -> Self {
        config_folder().map(|folder| Self::load_from(&folder)).unwrap_or_default()
    }

    /// Keeps on this machine what is not as it was `before`, when they were loaded or kept last. The rest
    /// stays as it is kept, since another window may have kept something else; what is kept then is
    /// given back.
    ///
    /// # Errors
    /// Says why the file cannot be written.
    pub fn save(&self, before: &Self) -> Result<Self, FileError> {
        config_folder().map_or_else(|| Ok(self.clone()), |folder| self.save_to(&folder, before))
    }

    /// The settings kept in `folder`.
    pub fn load_from(folder: &Path) -> Self {
        let bytes = read_other(&folder.join("settings.json")).unwrap_or_default();
        let Ok(Value::Object(object)) = serde_json::from_slice(&bytes) else {
            return Self::default();
        };
        let mut settings: Self = plain(object, &mut RepairReport::default());
        settings.recent.truncate(RECENT_MAX);
        // A window that is larger than any screen, or too small to hold anything, is an accident.
        let usual = 200.0..=16_384.0;
        let sane = |at: Option<f32>| at.is_none_or(|at| at.abs() <= 65_536.0);
        settings.window = settings.window.filter(|window| {
            usual.contains(&window.width)
                && usual.contains(&window.height)
                && sane(window.x)
                && sane(window.y)
        });
        settings
    }

    /// The same in `folder`.
    ///
    /// # Errors
    /// Says why the file cannot be written.
    pub fn save_to(&self, folder: &Path, before: &Self) -> Result<Self, FileError> {
        let kept = Self::load_from(folder);
        let all = if kept == *before { self.clone() } else { self.beside(before, kept) };
        write_own(&folder.join("settings.json"), &pretty(&all))?;
        Ok(all)
    }

    /// What is `kept`, with what is changed here since `before`.
    fn beside(&self, before: &Self, kept: Self) -> Self {
        // What was opened here is first, with what has come to the front by that.
        let opened = self.recent.iter().rposition(|path| !before.recent.contains(path));
        let again = (self.recent.first() != before.recent.first()).then_some(0);
        let opened = opened.max(again).map_or(0, |last| last + 1);
        let mut recent: Vec<PathBuf> = self.recent.iter().take(opened).cloned().collect();
        let forgotten =
            |path: &&PathBuf| before.recent.contains(path) && !self.recent.contains(path);
        let others: Vec<PathBuf> = kept
            .recent
            .iter()
            .filter(|path| !recent.contains(path) && !forgotten(path))
            .cloned()
            .collect();
        recent.extend(others);
        recent.truncate(RECENT_MAX);
        let fields = |of: &Self| match serde_json::to_value(of) {
            Ok(Value::Object(fields)) => fields,
            Ok(_) | Err(_) => serde_json::Map::new(),
        };
        let (own, before, mut all) = (fields(self), fields(before), fields(&kept));
        for key in before.keys().chain(own.keys()).filter(|key| own.get(*key) != before.get(*key)) {
            match own.get(key) {
                Some(value) => drop(all.insert(key.clone(), value.clone())),
                None => drop(all.shift_remove(key)),
            }
        }
        Self { recent, ..plain(all, &mut RepairReport::default()) }
    }

    /// Puts a file first among the recent ones. One whose name is no text cannot be remembered.
    pub fn add_recent(&mut self, path: &Path) {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        if path.to_str().is_none() {
            return;
        }
        self.forget_recent(&path);
        self.recent.insert(0, path);
        self.recent.truncate(RECENT_MAX);
    }

    /// Takes a file out of the recent ones: it is gone.
    pub fn forget_recent(&mut self, path: &Path) {
        self.recent.retain(|other| other != path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_survive_damage_key_by_key() {
        let folder = tempfile::tempdir().unwrap();
        let window = WindowPlace { width: 900.0, height: 700.0, ..WindowPlace::default() };
        let rows = [
            ("", Settings::default()),
            ("{\"theme\":", Settings::default()),
            ("[1]", Settings::default()),
            (
                r#"{"lang":"sv","theme":"purple"}"#,
                Settings { lang: Some(Lang::Sv), ..Settings::default() },
            ),
            (
                r#"{"lang":"xx","window":{"width":900,"height":700}}"#,
                Settings { window: Some(window), ..Settings::default() },
            ),
            (r#"{"window":{"width":1e30,"height":700}}"#, Settings::default()),
            (
                r#"{"interface_size":151}"#,
                Settings { interface_size: InterfaceSize::from(150.0), ..Settings::default() },
            ),
            (r#"{"interface_size":"huge"}"#, Settings::default()),
            (
                r#"{"inspector":false,"overview":[],"less_motion":true,"export":[1],"audience":null}"#,
                Settings { inspector: false, less_motion: true, ..Settings::default() },
            ),
        ];
        for (text, expected) in rows {
            std::fs::write(folder.path().join("settings.json"), text).unwrap();
            let mut settings = Settings::load_from(folder.path());
            settings.extra.clear();
            assert_eq!(settings, expected, "{text}");
        }
    }

    #[test]
    fn settings_come_back_as_they_were_saved_with_what_is_unknown() {
        let folder = tempfile::tempdir().unwrap();
        let mut settings = Settings { theme: ThemeChoice::Dark, ..Settings::default() };
        settings.extra.insert("later".into(), serde_json::json!([1, {"a": null}]));
        for number in 0..20 {
            settings.add_recent(Path::new(&format!("/maps/{number}.kundresa")));
        }
        settings.add_recent(Path::new("/maps/12.kundresa"));
        settings.save_to(folder.path(), &Settings::default()).unwrap();
        let again = Settings::load_from(folder.path());
        assert_eq!(again, settings);
        assert_eq!(again.recent.len(), RECENT_MAX);
        assert_eq!(again.recent[0], Path::new("/maps/12.kundresa"));
    }
    #[test]
    fn two_windows_keep_what_each_of_them_changes() {
        let folder = tempfile::tempdir().unwrap();
        let before = Settings {
            recent: vec!["/maps/a.kundresa".into(), "/maps/gone.kundresa".into()],
            audience: Some("left".into()),
            ..Settings::default()
        };
        before.save_to(folder.path(), &Settings::default()).unwrap();
        let (mut one, mut other) = (before.clone(), before.clone());
        one.add_recent(Path::new("/maps/one.kundresa"));
        one.theme = ThemeChoice::Dark;
        one.save_to(folder.path(), &before).unwrap();
        other.add_recent(Path::new("/maps/other.kundresa"));
        other.add_recent(Path::new("/maps/a.kundresa"));
        other.forget_recent(Path::new("/maps/gone.kundresa"));
        (other.inspector, other.audience) = (false, None);
        let kept = other.save_to(folder.path(), &before).unwrap();
        assert_eq!(kept, Settings::load_from(folder.path()));
        let recent: Vec<_> =
            kept.recent.iter().filter_map(|path| path.file_stem()?.to_str()).collect();
        assert_eq!(recent, ["a", "other", "one"]);
        let rest = (kept.theme, kept.inspector, kept.audience);
        assert_eq!(rest, (ThemeChoice::Dark, false, None));
    }
}
