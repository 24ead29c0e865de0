//! The number of a slide: a field that programs count, on the master, on layouts and on slides.

use super::fixed::{HolderPlace, escaped};
use super::geometry::{emu, place};
use super::paint::fill;
use crate::export::escape::add;
use crate::scene::{Paint, Text, Theme};
use crate::words::Words;
use egui::Rect;

/// Where the number of a slide stands: at the foot, to the right.
const NUMBER_PLACE: HolderPlace = (10_350_500, 6_515_100, 1_270_000, 203_200);

/// What makes a placeholder that of the slide's number.
const NUMBER: &str = "type=\"sldNum\" sz=\"quarter\" idx=\"12\"";

/// The number of the slide as programs count it, which says `said` until they do. `style` is more of how
/// it looks.
fn counted(said: &str, lang: &str, style: &str) -> String {
    format!(
        "<a:fld id=\"{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}\" type=\"slidenum\">\
         <a:rPr lang=\"{lang}\" {style}<a:t>{said}</a:t></a:fld>"
    )
}

/// The box for the number of a slide, on a master or a layout.
pub(super) fn number(id: usize, (words, lang): (&Words, &str), is_placed: bool) -> String {
    let name = escaped(&words.slides_number());
    let style = "<a:lvl1pPr algn=\"r\"><a:defRPr sz=\"1200\"><a:solidFill>\
        <a:schemeClr val=\"tx2\"/></a:solidFill></a:defRPr></a:lvl1pPr>";
    let (x, y, width, height) = NUMBER_PLACE;
    let (place, style) = match is_placed {
        true => (
            format!(
                "<a:xfrm><a:off x=\"{x}\" y=\"{y}\"/><a:ext cx=\"{width}\" cy=\"{height}\"/>\
                 </a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>"
            ),
            style,
        ),
        false => (String::new(), ""),
    };
    let counted = counted("‹#›", lang, "dirty=\"0\"/>");
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{name} {number}\"/><p:cNvSpPr>\
         <a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph {NUMBER}/></p:nvPr></p:nvSpPr>\
         <p:spPr>{place}</p:spPr><p:txBody><a:bodyPr lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" \
         anchor=\"ctr\"/><a:lstStyle>{style}</a:lstStyle><a:p>{counted}</a:p></p:txBody></p:sp>",
        number = id - 1,
    )
}

/// Adds the number of a slide where its page has one, as it is written there. `id` is its own among the
/// shapes of the slide.
pub(super) fn on_slide(
    (id, number): (usize, usize),
    rect: Rect,
    (text, paint): (&Text, Paint),
    (theme, words, lang): (&Theme, &Words, &str),
    out: &mut Vec<u8>,
) {
    let size = text.lines.iter().flat_map(|line| &line.runs).map(|run| run.size);
    let size = emu(size.fold(0.0, f32::max)) / 127;
    let mut look = format!("sz=\"{size}\" dirty=\"0\">").into_bytes();
    fill(theme, Some(paint), &mut look);
    look.extend(b"<a:latin typeface=\"+mn-lt\"/></a:rPr>");
    let said = counted(&number.to_string(), lang, &String::from_utf8_lossy(&look));
    let name = escaped(&words.slides_number());
    add!(
        out,
        "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{name} {id}\"/><p:cNvSpPr>\
             <a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph {NUMBER}/></p:nvPr></p:nvSpPr>\
             <p:spPr><a:xfrm>"
    );
    place(rect, out);
    add!(
        out,
        "</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>\
             <p:txBody><a:bodyPr lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"ctr\"/>\
             <a:lstStyle/><a:p><a:pPr algn=\"r\"/>{said}</a:p></p:txBody></p:sp>"
    );
}
