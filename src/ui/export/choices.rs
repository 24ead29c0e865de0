//! What was chosen for an export: what of it is remembered, and what it asks of the writers.

use crate::export::{Format, Options, PageSize, Paper, PngSize, Separator, TableKind};
use crate::scene::ThemeKind;
use crate::words::Lang;
use serde_json::{Map, Value};

/// Where the settings keep them.
pub const KEY: &str = "export";

/// Everything that can be chosen, of all formats.
#[derive(Clone, Debug, PartialEq)]
pub struct Choices {
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
    pub lang: Lang,
    /// Title, purpose and personas.
    pub title: bool,
    /// What the signs mean.
    pub legend: bool,
    /// The questions that help to fill empty cells.
    pub prompts: bool,
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
    pub dpi: u32,
    /// Pixels from left to right.
    pub width: u32,
    /// No paper behind the map.
    pub transparent: bool,
    /// The file of a logo; empty: none.
    pub logo: String,
    /// Lanes below each other, not a row for each card.
    pub grid: bool,
    /// Between the fields of a table; none: as Excel expects.
    pub separator: Option<Separator>,
    /// Texts stay texts.
    pub real_text: bool,
}

/// How the size of a picture is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// So many times its size at 100 %.
    Scale(u8),
    /// By dots per inch.
    Dpi,
    /// By its width.
    Width,
}

/// Choices and the names they are remembered by.
type Names<T> = [(&'static str, T)];

const THEMES: &Names<ThemeKind> =
    &[("light", ThemeKind::Light), ("dark", ThemeKind::Dark), ("projector", ThemeKind::Projector)];
const SIZES: &Names<Size> = &[
    ("1", Size::Scale(1)),
    ("2", Size::Scale(2)),
    ("3", Size::Scale(3)),
    ("dpi", Size::Dpi),
    ("width", Size::Width),
];
const SEPARATORS: &Names<Option<Separator>> = &[
    ("excel", None),
    ("semicolon", Some(Separator::Semicolon)),
    ("comma", Some(Separator::Comma)),
    ("tab", Some(Separator::Tab)),
];

impl Choices {
    /// What is chosen before anything has been.
    pub fn new(lang: Lang) -> Self {
        Self {
            format: Format::Pdf,
            story: false,
            notes: false,
            all: true,
            theme: ThemeKind::Light,
            lang,
            title: true,
            legend: true,
            prompts: false,
            fold_customers: false,
            page: PageSize::default(),
            tile: None,
            phases: false,
            size: Size::Scale(2),
            dpi: 300,
            width: 1920,
            transparent: false,
            logo: String::new(),
            grid: false,
            separator: None,
            real_text: false,
        }
    }

    /// Those that were remembered; what is missing or cannot be read is as in [`new`](Self::new).
    pub fn remembered(kept: Option<&Value>, lang: Lang) -> Self {
        let new = Self::new(lang);
        let Some(kept) = kept.and_then(Value::as_object) else { return new };
        let text = |key: &str| kept.get(key).and_then(Value::as_str);
        let flag = |key: &str, usual: bool| kept.get(key).and_then(Value::as_bool).unwrap_or(usual);
        let number = |key: &str, usual: u32| {
            let kept = kept.get(key).and_then(Value::as_u64);
            kept.and_then(|kept| kept.try_into().ok()).filter(|kept| *kept > 0).unwrap_or(usual)
        };
        let mut read = Self {
            format: text("format").and_then(Format::of_extension).unwrap_or(new.format),
            story: flag("story", new.story),
            notes: flag("notes", new.notes),
            all: flag("all", new.all),
            theme: called(THEMES, text("theme")).unwrap_or(new.theme),
            lang,
            title: flag("title", new.title),
            legend: flag("legend", new.legend),
            prompts: flag("prompts", new.prompts),
            fold_customers: flag("fold_customers", new.fold_customers),
            page: text("page").and_then(PageSize::of_name).unwrap_or(new.page),
            tile: text("tile").and_then(PageSize::of_name).map(|page| page.paper),
            phases: flag("phases", new.phases),
            size: called(SIZES, text("size")).unwrap_or(new.size),
            dpi: number("dpi", new.dpi),
            width: number("width", new.width),
            transparent: flag("transparent", new.transparent),
            logo: text("logo").unwrap_or_default().to_owned(),
            grid: flag("grid", new.grid),
            separator: called(SEPARATORS, text("separator")).unwrap_or(new.separator),
            real_text: flag("real_text", new.real_text),
        };
        read.set_story(read.story);
        read
    }

    /// Chooses the presentation or the map, and a format it can become where the chosen one cannot.
    pub fn set_story(&mut self, story: bool) {
        self.story = story;
        if !self.takes(self.format) {
            self.format = Format::Pdf;
        }
    }

    /// Can what is chosen become this?
    pub fn takes(&self, format: Format) -> bool {
        if self.story { format.tells_stories() } else { format.shows_maps() }
    }

    /// What is to be remembered of them.
    pub fn to_remember(&self) -> Value {
        let page = |paper: Paper| PageSize { paper, landscape: None }.name();
        let mut kept = Map::new();
        let mut keep = |key: &str, value: Value| kept.insert(key.into(), value);
        keep("format", self.format.extension().into());
        keep("story", self.story.into());
        keep("notes", self.notes.into());
        keep("all", self.all.into());
        keep("theme", name(THEMES, &self.theme).into());
        keep("title", self.title.into());
        keep("legend", self.legend.into());
        keep("prompts", self.prompts.into());
        keep("fold_customers", self.fold_customers.into());
        keep("page", self.page.name().into());
        keep("tile", self.tile.map(page).into());
        keep("phases", self.phases.into());
        keep("size", name(SIZES, &self.size).into());
        keep("dpi", self.dpi.into());
        keep("width", self.width.into());
        keep("transparent", self.transparent.into());
        keep("logo", self.logo.as_str().into());
        keep("grid", self.grid.into());
        keep("separator", name(SEPARATORS, &self.separator).into());
        keep("real_text", self.real_text.into());
        Value::Object(kept)
    }

    /// What they ask of the writers; of journey, lanes and personas they know nothing.
    pub fn options(&self) -> Options {
        let tile = self.tile.filter(|paper| *paper != Paper::Fit);
        Options {
            theme: self.theme,
            lang: Some(self.lang),
            no_title: !self.title,
            no_legend: !self.legend,
            prompts: self.prompts,
            fold_customers: self.fold_customers,
            transparent: self.transparent,
            table: if self.grid { TableKind::Grid } else { TableKind::List },
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

/// Does a file of this format hold several journeys?
pub fn holds_several(format: Format) -> bool {
    !matches!(format, Format::Png | Format::Svg | Format::Csv)
}

/// Is it drawn, and not a table or a text?
pub fn is_drawn(format: Format) -> bool {
    use Format::{Html, Pdf, Png, Pptx, Svg};
    matches!(format, Pdf | Png | Svg | Html | Pptx)
}

fn called<T: Copy>(names: &Names<T>, wanted: Option<&str>) -> Option<T> {
    names.iter().find(|(name, _)| Some(*name) == wanted).map(|(_, value)| *value)
}

fn name<T: PartialEq>(names: &Names<T>, wanted: &T) -> &'static str {
    names.iter().find(|(_, value)| value == wanted).map_or("", |(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_come_back_as_they_were_but_for_the_language() {
        let chosen = Choices {
            format: Format::Pptx,
            story: true,
            notes: true,
            all: false,
            theme: ThemeKind::Projector,
            lang: Lang::Sv,
            title: false,
            legend: false,
            prompts: true,
            fold_customers: true,
            page: PageSize { paper: Paper::A0, landscape: Some(false) },
            tile: Some(Paper::A3),
            phases: true,
            size: Size::Width,
            dpi: 72,
            width: 30_000,
            transparent: true,
            logo: "/pictures/vår logotyp.png".into(),
            grid: true,
            separator: Some(Separator::Tab),
            real_text: true,
        };
        let again = Choices::remembered(Some(&chosen.to_remember()), Lang::En);
        assert_eq!(again, Choices { lang: Lang::En, ..chosen });
    }

    #[test]
    fn damage_costs_one_choice() {
        let rows = [
            serde_json::json!(null),
            serde_json::json!([1]),
            serde_json::json!({"format": "doc", "theme": 3, "page": "a9", "dpi": -1}),
            serde_json::json!({"format": "pptx", "story": false}),
            serde_json::json!({"width": 0, "size": "4", "tile": null, "all": "no"}),
        ];
        for kept in rows {
            let new = Choices::new(Lang::Sv);
            assert_eq!(Choices::remembered(Some(&kept), Lang::Sv), new, "{kept}");
        }
        let half = serde_json::json!({"format": "svg", "theme": "pink", "legend": false});
        let read = Choices::remembered(Some(&half), Lang::Sv);
        let expected = Choices { format: Format::Svg, legend: false, ..Choices::new(Lang::Sv) };
        assert_eq!(read, expected);
    }
}
