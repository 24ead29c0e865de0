//! The parts of a document that are the same whatever it shows: the master of its slides, that of its
//! notes, and their theme. Only colours and fonts are ours.

use super::package::HEAD;
use super::paint::{SCHEME, hex};
use super::slide_number::number;
use crate::export::escape::escape;
use crate::scene::Theme;
use crate::words::Words;

/// What begins a part of slides: its element, with the names of all that may stand in it.
pub(crate) const NAMES: &str = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";

/// What begins a tree of shapes.
pub(crate) const TREE: &str = "<p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/>\
    </p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/>\
    <a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>";

/// The colours of a master, by what the theme calls them.
const MAP: &str = "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" \
    accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" \
    accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/>";

/// What is behind all slides.
const GROUND: &str = "<p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill>\
    <a:effectLst/></p:bgPr></p:bg>";

/// Where a slide's text stands until the slide says otherwise.
pub(super) const BODY_PLACE: HolderPlace = (571_500, 1_397_000, 11_049_000, 4_826_000);

/// The theme of slides, or that of notes.
pub(crate) fn theme(theme: &Theme) -> String {
    let colors: String = SCHEME
        .iter()
        .map(|(name, role)| {
            format!("<a:{name}><a:srgbClr val=\"{}\"/></a:{name}>", hex(theme, *role))
        })
        .collect();
    let fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
    let line = |width: u32| {
        format!("<a:ln w=\"{width}\" cap=\"flat\">{fill}<a:prstDash val=\"solid\"/></a:ln>")
    };
    let (lines, fills) = ([6350, 12700, 19050].map(line).concat(), fill.repeat(3));
    let effects = "<a:effectStyle><a:effectLst/></a:effectStyle>".repeat(3);
    let font = "<a:latin typeface=\"Inter\" pitchFamily=\"34\" charset=\"0\"/>\
        <a:ea typeface=\"\"/><a:cs typeface=\"\"/>";
    format!(
        "{HEAD}<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
         name=\"Kundresa\"><a:themeElements><a:clrScheme name=\"Kundresa\">{colors}</a:clrScheme>\
         <a:fontScheme name=\"Kundresa\"><a:majorFont>{font}</a:majorFont>\
         <a:minorFont>{font}</a:minorFont></a:fontScheme><a:fmtScheme name=\"Kundresa\">\
         <a:fillStyleLst>{fills}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>\
         <a:effectStyleLst>{effects}</a:effectStyleLst><a:bgFillStyleLst>{fills}</a:bgFillStyleLst>\
         </a:fmtScheme></a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )
}

/// How texts look that say nothing of it themselves: nine levels, each `size` hundredths of a point.
fn levels(size: u32) -> String {
    let level = |number: u32| {
        format!(
            "<a:lvl{number}pPr marL=\"0\" algn=\"l\" defTabSz=\"914400\" rtl=\"0\" eaLnBrk=\"1\" \
             latinLnBrk=\"0\" hangingPunct=\"1\"><a:buNone/><a:defRPr sz=\"{size}\" kern=\"1200\">\
             <a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill>\
             <a:latin typeface=\"+mn-lt\"/><a:ea typeface=\"+mn-ea\"/><a:cs typeface=\"+mn-cs\"/>\
             </a:defRPr></a:lvl{number}pPr>"
        )
    };
    (1..=9).map(level).collect()
}

/// A word as it stands in XML.
pub(super) fn escaped(word: &str) -> String {
    let mut out = Vec::new();
    escape(word, &mut out);
    String::from_utf8_lossy(&out).into_owned()
}

/// Where a placeholder stands, in EMU: from the left, from above, width and height.
pub(super) type HolderPlace = (u32, u32, u32, u32);

/// Where a slide's title stands until the slide says otherwise.
const TITLE_PLACE: HolderPlace = (571_500, 457_200, 11_049_000, 698_500);

/// A box that a slide's texts go into: what it is (`type="title"`), what it is called and says, where
/// it stands, and more of how its text looks. Its number among the shapes is `id`.
pub(super) fn holder(
    (id, kind): (usize, &str),
    (said, lang): (&str, &str),
    place: Option<HolderPlace>,
    (body, style): (&str, &str),
) -> String {
    let said = escaped(said);
    let place = place.map_or_else(String::new, |(x, y, width, height)| {
        format!(
            "<a:xfrm><a:off x=\"{x}\" y=\"{y}\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm>\
             <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>"
        )
    });
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{said} {number}\"/>\
         <p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr>\
         </p:nvSpPr><p:spPr>{place}</p:spPr><p:txBody><a:bodyPr lIns=\"0\" tIns=\"0\" rIns=\"0\" \
         bIns=\"0\" {body}><a:normAutofit/></a:bodyPr><a:lstStyle>{style}</a:lstStyle><a:p><a:r>\
         <a:rPr lang=\"{lang}\"/><a:t>{said}</a:t></a:r></a:p></p:txBody></p:sp>",
        number = id - 1,
    )
}

/// The master of all slides, with so many layouts.
pub(crate) fn master(words: &Words, lang: &str, layouts: usize) -> String {
    let (title_style, levels) = (levels(3800), levels(1800));
    let title = words.slides_title();
    let title =
        holder((2, "type=\"title\""), (&title, lang), Some(TITLE_PLACE), ("anchor=\"t\"", ""));
    let body = holder(
        (3, "type=\"body\" idx=\"1\""),
        (&words.slides_text(), lang),
        Some(BODY_PLACE),
        ("anchor=\"t\"", ""),
    );
    let number = number(4, (words, lang), true);
    let ids: String = (0..layouts)
        .map(|at| format!("<p:sldLayoutId id=\"{}\" r:id=\"rId{}\"/>", 2_147_483_649 + at, at + 1))
        .collect();
    format!(
        "{HEAD}<p:sldMaster {NAMES}><p:cSld>{GROUND}{TREE}{title}{body}{number}</p:spTree></p:cSld>{MAP}\
         <p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>\
         <p:txStyles><p:titleStyle>{title_style}</p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle>\
         <p:otherStyle>{levels}</p:otherStyle></p:txStyles></p:sldMaster>"
    )
}

/// The picture of the slide on a page of notes.
pub(crate) fn noted(words: &Words) -> String {
    let name = escaped(&words.slides_slide());
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"{name} 1\"/><p:cNvSpPr>\
         <a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr>\
         <p:nvPr><p:ph type=\"sldImg\"/></p:nvPr></p:nvSpPr>"
    )
}

/// What begins the box of notes.
pub(crate) fn notes(words: &Words) -> String {
    let name = escaped(&words.handouts_notes());
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"{name} 2\"/>\
         <p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr>\
         <p:ph type=\"body\" idx=\"1\"/></p:nvPr></p:nvSpPr>"
    )
}

/// The master of all pages of notes.
pub(crate) fn notes_master(words: &Words, lang: &str) -> String {
    let (levels, said) = (levels(1200), escaped(&words.handouts_notes()));
    let (noted, box_of_notes) = (noted(words), notes(words));
    let place = |y: u32, width: u32, height: u32| {
        let x = (6_858_000 - width) / 2;
        format!(
            "<p:spPr><a:xfrm><a:off x=\"{x}\" y=\"{y}\"/><a:ext cx=\"{width}\" cy=\"{height}\"/>\
             </a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>"
        )
    };
    let (slide, notes) =
        (place(685_800, 5_486_400, 3_086_100), place(4_000_500, 5_486_400, 4_457_700));
    format!(
        "{HEAD}<p:notesMaster {NAMES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/>\
         </a:solidFill><a:effectLst/></p:bgPr></p:bg>{TREE}{noted}{slide}<a:noFill/>\
         <a:ln w=\"12700\"><a:solidFill><a:schemeClr val=\"tx2\"/></a:solidFill></a:ln></p:spPr>\
         </p:sp>{box_of_notes}{notes}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r>\
         <a:rPr lang=\"{lang}\"/><a:t>{said}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld>\
         {MAP}<p:notesStyle>{levels}</p:notesStyle></p:notesMaster>"
    )
}

/// How the document is shown.
pub(crate) fn properties() -> String {
    format!("{HEAD}<p:presentationPr {NAMES}/>")
}

/// How it was looked at last: nothing is known of it.
pub(crate) fn view() -> String {
    format!("{HEAD}<p:viewPr {NAMES}/>")
}

/// The styles of tables: there are none, but for the name of the usual one.
pub(crate) fn table_styles() -> String {
    format!(
        "{HEAD}<a:tblStyleLst xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
         def=\"{{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}}\"/>"
    )
}

/// Which texts of a document look how, where neither the slide nor its master says it.
pub(crate) fn default_text() -> String {
    format!("<p:defaultTextStyle>{}</p:defaultTextStyle>", levels(1800))
}
