//! What was chosen for an export: what of it is remembered, and what it asks of the writers.

use crate::export::{Format, Options, PageSize, Paper, PngSize, Separator, TableKind};
use crate::model::Extra;
use crate::scene::ThemeKind;
use crate::ui::kit::local_time;
use crate::words::Lang;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::num::NonZeroU32;

/// Everything that can be chosen, of all formats. The settings remember it by these names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct ExportChoices {
    /// As what.
    pub format: Format,
    /// The presentation, not the map.
    pub story: bool,
    /// With what the presenter is to say.
    pub notes: bool,
    /// All journeys, where the format holds several.
    pub all: bool,
    /// The colours.
    pub theme: ThemeKind,
    /// The language; not remembered, as it is the map's.
    #[serde(skip)]
    pub lang: Lang,
    /// Title, purpose and personas.
    pub title: bool,
    /// What the signs mean.
    pub legend: bool,
    /// The questions that help to fill empty cells.
    pub prompts: bool,
    /// Where the map has gaps.
    pub gaps: bool,
    /// Which activity leads to which.
    pub chain: bool,
    /// Customers on one line.
    pub fold_customers: bool,
    /// The size of pages.
    pub page: PageSize,
    /// Cut into papers of this size.
    pub tile: Option<Paper>,
    /// Also a page for each phase.
    pub phases: bool,
    /// How the size of a picture is given.
    pub size: Size,
    /// Dots per inch.
    #[serde(deserialize_with = "above_zero")]
    pub dpi: u32,
    /// Pixels from left to right.
    #[serde(deserialize_with = "above_zero")]
    pub width: u32,
    /// No paper behind the map.
    pub transparent: bool,
    /// The file of a logo; empty: none.
    pub logo: String,
    /// What a table lists.
    pub table: TableKind,
    /// Between the fields of a table; none: as Excel expects (`"excel"` in older settings, which
    /// reads as what is not known).
    pub separator: Option<Separator>,
    /// Texts stay texts.
    pub real_text: bool,
}

/// How the size of a picture is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "&'static str")]
pub enum Size {
    /// So many times its size at 100 %.
    Scale(u8),
    /// By dots per inch.
    Dpi,
    Width,
}

/// Sizes of pictures, and the names they are remembered by.
const SIZES: [(&str, Size); 5] = [
    ("1", Size::Scale(1)),
    ("2", Size::Scale(2)),
    ("3", Size::Scale(3)),
    ("dpi", Size::Dpi),
    ("width", Size::Width),
];

impl TryFrom<String> for Size {
    type Error = String;

    fn try_from(wanted: String) -> Result<Self, String> {
        let size = SIZES.into_iter().find(|(name, _)| *name == wanted);
        size.map(|(_, size)| size).ok_or(wanted)
    }
}

impl From<Size> for &'static str {
    fn from(wanted: Size) -> Self {
        SIZES.into_iter().find(|(_, size)| *size == wanted).map_or("", |(name, _)| name)
    }
}

/// No picture has nothing of a dot.
fn above_zero<'de, D: Deserializer<'de>>(from: D) -> Result<u32, D::Error> {
    NonZeroU32::deserialize(from).map(NonZeroU32::get)
}

impl Default for ExportChoices {
    fn default() -> Self {
        Self {
            format: Format::Pdf,
            story: false,
            notes: false,
            all: true,
            theme: ThemeKind::Light,
            lang: Lang::En,
            title: true,
            legend: true,
            prompts: false,
            gaps: false,
            chain: false,
            fold_customers: false,
            page: PageSize::default(),
            tile: None,
            phases: false,
            size: Size::Scale(2),
            dpi: 300,
            width: 1920,
            transparent: false,
            logo: String::new(),
            table: TableKind::List,
            separator: None,
            real_text: false,
        }
    }
}

impl ExportChoices {
    /// Those that were remembered; what is missing or cannot be read is as before anything was
    /// chosen.
    pub(crate) fn remembered(kept: &Extra, lang: Lang) -> Self {
        let mut kept = kept.clone();
        // A damaged choice costs no other.
        kept.retain(|key, value| {
            let alone = Extra::from_iter([(key.clone(), value.clone())]);
            Self::deserialize(alone).is_ok()
        });
        let read = Self::deserialize(kept).unwrap_or_default();
        let mut read = Self { lang, ..read };
        read.set_story(read.story);
        read
    }

    /// Chooses the presentation or the map, and a format it can become where the chosen one cannot.
    pub(crate) fn set_story(&mut self, story: bool) {
        self.story = story;
        if !self.takes(self.format) {
            self.format = Format::Pdf;
        }
    }

    /// Can what is chosen become this?
    pub(crate) fn takes(&self, format: Format) -> bool {
        if self.story { format.tells_stories() } else { format.shows_maps() }
    }

    /// Remembers them in `kept`, where what another version knows besides stays.
    pub(crate) fn remember(&self, kept: &mut Extra) {
        if let Ok(Value::Object(choices)) = serde_json::to_value(self) {
            kept.extend(choices);
        }
    }

    /// What they ask of the writers; of journey, lanes and personas they know nothing.
    pub(crate) fn options(&self) -> Options {
        let tile = self.tile.filter(|paper| *paper != Paper::Fit);
        Options {
            theme: self.theme,
            lang: Some(self.lang),
            no_title: !self.title,
            no_legend: !self.legend,
            prompts: self.prompts,
            gaps: self.gaps,
            chain: self.chain,
            today: Some(local_time::today()),
            fold_customers: self.fold_customers,
            transparent: self.transparent,
            table: self.table,
            separator: self.separator,
            story: self.story,
            notes: self.story && self.notes,
            page: self.page,
            tile: tile.map(|paper| PageSize { paper, landscape: None }),
            phase_pages: self.phases,
            size: Some(match self.size {
                Size::Scale(scale) => PngSize::Scale(scale.into()),
                Size::Dpi => PngSize::Dpi(self.dpi.into()),
                Size::Width => PngSize::Width(self.width),
            }),
            real_text: self.real_text,
            ..Options::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_come_back_as_they_were_but_for_the_language() {
        let chosen = ExportChoices {
            format: Format::Pptx,
            story: true,
            notes: true,
            all: false,
            theme: ThemeKind::Projector,
            lang: Lang::Sv,
            title: false,
            legend: false,
            prompts: true,
            gaps: true,
            chain: true,
            fold_customers: true,
            page: PageSize { paper: Paper::A0, landscape: Some(false) },
            tile: Some(Paper::A3),
            phases: true,
            size: Size::Width,
            dpi: 72,
            width: 30_000,
            transparent: true,
            logo: "/pictures/vår logotyp.png".into(),
            table: TableKind::Phases,
            separator: Some(Separator::Tab),
            real_text: true,
        };
        let again = {
            let mut kept = Extra::from_iter([("later".into(), 1.into())]);
            chosen.remember(&mut kept);
            assert_eq!(kept["later"], 1);
            assert_eq!((&kept["format"], &kept["page"]), (&"pptx".into(), &"a0-portrait".into()));
            ExportChoices::remembered(&kept, Lang::En)
        };
        assert_eq!(again, ExportChoices { lang: Lang::En, ..chosen });
    }

    #[test]
    fn damage_costs_one_choice() {
        let rows = [
            serde_json::json!({}),
            serde_json::json!({"separator": "excel", "theme": "light", "size": "2"}),
            serde_json::json!({"format": "doc", "theme": 3, "page": "a9", "dpi": -1}),
            serde_json::json!({"format": "pptx", "story": false}),
            serde_json::json!({"width": 0, "size": "4", "tile": null, "all": "no"}),
        ];
        for kept in rows {
            let new = ExportChoices { lang: Lang::Sv, ..ExportChoices::default() };
            let object = kept.as_object().cloned().unwrap_or_default();
            assert_eq!(ExportChoices::remembered(&object, Lang::Sv), new, "{kept}");
        }
        let half = serde_json::json!({"format": "svg", "theme": "pink", "legend": false});
        let read = ExportChoices::remembered(half.as_object().unwrap(), Lang::Sv);
        let expected = ExportChoices {
            format: Format::Svg,
            legend: false,
            lang: Lang::Sv,
            ..ExportChoices::default()
        };
        assert_eq!(read, expected);
    }
}
