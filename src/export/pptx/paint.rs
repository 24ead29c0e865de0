//! Colours and edges as slides have them: those that a theme of slides has a place for by its name,
//! so that they change with it, and all others by their value.

use super::geometry::emu;
use crate::export::escape::add;
use crate::scene::{Paint, Role, SHADOW, Stroke, Theme};

/// The colours a theme of slides has, in its order, with what they are of ours.
pub(super) const SCHEME: [(&str, Role); 12] = [
    ("dk1", Role::Ink),
    ("lt1", Role::Paper),
    ("dk2", Role::Muted),
    ("lt2", Role::Chip),
    ("accent1", Role::Phase(0)),
    ("accent2", Role::Phase(1)),
    ("accent3", Role::Phase(2)),
    ("accent4", Role::Phase(3)),
    ("accent5", Role::Phase(4)),
    ("accent6", Role::Phase(5)),
    ("hlink", Role::Accent),
    ("folHlink", Role::Muted),
];

/// Red, green and blue as `1E2433`.
pub(super) fn hex(theme: &Theme, role: Role) -> String {
    let [red, green, blue, _] = theme.rgba(role);
    format!("{red:02X}{green:02X}{blue:02X}")
}

/// The name that slides know a colour by; none: it has a value only.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "few differ here; what comes new is like the others"
)]
fn named(role: Role) -> Option<&'static str> {
    Some(match role {
        Role::Ink => "tx1",
        Role::Paper => "bg1",
        Role::Muted => "tx2",
        Role::Chip => "bg2",
        Role::Accent => "hlink",
        Role::Phase(number) => SCHEME.get(4 + usize::from(number % 6))?.0,
        _ => return None,
    })
}

/// Adds a colour to fill with.
pub(super) fn fill(theme: &Theme, paint: Option<Paint>, out: &mut Vec<u8>) {
    let Some(paint) = paint else { return out.extend(b"<a:noFill/>") };
    out.extend(b"<a:solidFill>");
    color(theme, paint, out);
    out.extend(b"</a:solidFill>");
}

fn color(theme: &Theme, paint: Paint, out: &mut Vec<u8>) {
    let alpha = theme.rgba(paint)[3];
    match named(paint.role) {
        Some(name) => tinted("schemeClr", name, f32::from(alpha) / 255.0, out),
        None => {
            let value = hex(theme, paint.role);
            tinted("srgbClr", &value, f32::from(alpha) / 255.0, out);
        }
    }
}

/// Adds a colour that is this solid, 0 to 1.
fn tinted(kind: &str, value: &str, opacity: f32, out: &mut Vec<u8>) {
    add!(out, "<a:{kind} val=\"{value}\"");
    match opacity < 0.999 {
        false => out.extend(b"/>"),
        true => {
            let alpha = (opacity.clamp(0.0, 1.0) * 100_000.0).round() as u32;
            add!(out, "><a:alpha val=\"{alpha}\"/></a:{kind}>");
        }
    }
}

/// Adds a colour of no theme to fill with: that of a layer of an emoji.
pub(super) fn own_fill([red, green, blue]: [u8; 3], opacity: f32, out: &mut Vec<u8>) {
    out.extend(b"<a:solidFill>");
    tinted("srgbClr", &format!("{red:02X}{green:02X}{blue:02X}"), opacity, out);
    out.extend(b"</a:solidFill>");
}

/// Adds an edge.
pub(super) fn edge(theme: &Theme, stroke: Option<&Stroke>, out: &mut Vec<u8>) {
    let stroke = stroke.map(|stroke| theme.stroke(stroke));
    let Some(stroke) = stroke.filter(|stroke| stroke.width > 0.0) else {
        return out.extend(b"<a:ln><a:noFill/></a:ln>");
    };
    let dots = stroke.dash.is_some_and(|(dash, _)| dash <= 0.0);
    let width = emu(stroke.width).clamp(1, 20_116_800);
    let cap = if dots { "rnd" } else { "flat" };
    add!(out, "<a:ln w=\"{width}\" cap=\"{cap}\">");
    fill(theme, Some(stroke.paint), out);
    if let Some((dash, gap)) = stroke.dash {
        // In thousandths of a per cent of the line's width. A dot is its two round ends.
        let share = |length: f32| (length / stroke.width * 100_000.0).round().max(1000.0) as i64;
        let (dash, gap) = (share(dash), share(gap));
        add!(out, "<a:custDash><a:ds d=\"{dash}\" sp=\"{gap}\"/></a:custDash>");
    }
    out.extend(b"<a:round/></a:ln>");
}

/// Adds the shadow of a card.
pub(super) fn shadow(theme: &Theme, out: &mut Vec<u8>) {
    let (soft, fall) = SHADOW;
    let (soft, fall) = (emu(soft * 2.0), emu(fall));
    add!(
        out,
        "<a:effectLst><a:outerShdw blurRad=\"{soft}\" dist=\"{fall}\" dir=\"5400000\" \
             algn=\"t\" rotWithShape=\"0\">"
    );
    color(theme, Role::Shadow.at(255), out);
    out.extend(b"</a:outerShdw></a:effectLst>");
}
