//! The layouts of slides: what a new slide may be made of, and which one each page has. A page draws its
//! own shapes; of its layout it has the title and the number, which stand where the page puts them.

use super::fixed::{BODY_PLACE, HolderPlace, NAMES, TREE, escaped, holder};
use super::package::HEAD;
use super::slide_number::number;
use crate::model::PageKind;
use crate::words::Words;

/// What a slide is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SlideLayout {
    /// A title and what it is about: the first slide.
    Title,
    /// A phase: which of them it is, its name, and what there is to say of it.
    Phase,
    /// A title and a text.
    Text,
    /// A title above a drawing.
    TitleOnly,
}

/// On the first slide: the title in the middle, and below it what it is about.
const FIRST: (HolderPlace, HolderPlace) =
    ((571_500, 2_159_000, 11_049_000, 1_397_000), (571_500, 3_683_000, 11_049_000, 1_270_000));
/// On a phase's: what stands above the title, and the title below it.
const OVER: (HolderPlace, HolderPlace) =
    ((571_500, 412_750, 11_049_000, 254_000), (571_500, 711_200, 11_049_000, 584_200));

impl SlideLayout {
    /// All of them, in the order that programs offer them in.
    pub(super) const ALL: [Self; 4] = [Self::Title, Self::Phase, Self::Text, Self::TitleOnly];

    /// The one of a page.
    pub(super) fn of(page: &PageKind) -> Self {
        match page {
            PageKind::Title => Self::Title,
            PageKind::Phase | PageKind::Details => Self::Phase,
            PageKind::Text | PageKind::Learned | PageKind::Ask | PageKind::Next => Self::Text,
            PageKind::Map
            | PageKind::Curve
            | PageKind::Persona
            | PageKind::Agreement
            | PageKind::Movement
            | PageKind::Compare
            | PageKind::Matrix
            | PageKind::Board
            | PageKind::Coverage
            | PageKind::Saturation
            | PageKind::View
            | PageKind::Cards
            | PageKind::Other(_) => Self::TitleOnly,
        }
    }

    /// Its number, from 1.
    pub(super) fn number(self) -> usize {
        Self::ALL.iter().position(|one| *one == self).unwrap_or_default() + 1
    }

    /// What a title is on it: `title`, or that of a first slide.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Title => "ctrTitle",
            Self::Phase | Self::Text | Self::TitleOnly => "title",
        }
    }

    fn name(self, words: &Words) -> String {
        match self {
            Self::Title => words.slides_title_slide(),
            Self::Phase => words.thing_phase(),
            Self::Text => words.slides_title_text(),
            Self::TitleOnly => words.slides_title_only(),
        }
    }

    /// What programs know it by; none: it is one of our own.
    fn kind(self) -> &'static str {
        match self {
            Self::Title => " type=\"title\"",
            Self::Phase => "",
            Self::Text => " type=\"obj\"",
            Self::TitleOnly => " type=\"titleOnly\"",
        }
    }

    /// The whole part.
    pub(super) fn xml(self, words: &Words, lang: &str) -> String {
        let size = |size: u32, color: &str| {
            format!(
                "<a:lvl1pPr><a:defRPr sz=\"{size}\"><a:solidFill><a:schemeClr val=\"{color}\"/>\
                 </a:solidFill></a:defRPr></a:lvl1pPr>"
            )
        };
        let (title, text) = (words.slides_title(), words.slides_text());
        let kind = format!("type=\"{}\"", self.title());
        let title = |place: Option<HolderPlace>, body: &str| {
            holder((2, &kind), (&title, lang), place, (body, ""))
        };
        let holders = match self {
            Self::Title => {
                let under = words.slides_under();
                let said = (under.as_str(), lang);
                let look = ("anchor=\"t\"", &*size(2000, "tx2"));
                let under = holder((3, "type=\"subTitle\" idx=\"1\""), said, Some(FIRST.1), look);
                title(Some(FIRST.0), "anchor=\"b\"") + &under
            }
            Self::Phase => {
                let over = words.thing_phase();
                let look = ("anchor=\"b\"", &*size(1350, "tx2"));
                let kind = "type=\"body\" sz=\"quarter\" idx=\"13\"";
                let over = holder((3, kind), (&over, lang), Some(OVER.0), look);
                let body = ("anchor=\"t\"", "");
                let kind = "type=\"body\" idx=\"1\"";
                let body = holder((4, kind), (&text, lang), Some(BODY_PLACE), body);
                title(Some(OVER.1), "anchor=\"t\"") + &over + &body
            }
            Self::Text => {
                let body = ("anchor=\"t\"", "");
                title(None, "anchor=\"t\"") + &holder((3, "idx=\"1\""), (&text, lang), None, body)
            }
            Self::TitleOnly => title(None, "anchor=\"t\""),
        };
        let (kind, name) = (self.kind(), escaped(&self.name(words)));
        let number = number(5, (words, lang), false);
        format!(
            "{HEAD}<p:sldLayout {NAMES}{kind} preserve=\"1\"><p:cSld name=\"{name}\">\
             {TREE}{holders}{number}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/>\
             </p:clrMapOvr></p:sldLayout>"
        )
    }
}
