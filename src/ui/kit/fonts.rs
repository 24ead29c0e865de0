//! The fonts in egui: the same files that text is laid out with, under the names of their faces.
//!
//! On the canvas each piece of text is drawn in the family of its own face. The window's own text
//! is in [`FontFamily::Proportional`], which is Inter, then Twemoji, then our icons.

use crate::scene::{self, Face, system_font_count, system_fonts};
use egui::epaint::text::{FontData, FontInsert, FontPriority, FontTweak, InsertFontFamily};
use egui::{Context, FontDefinitions, FontFamily, FontId, Id};
use std::sync::Arc;

/// The font to draw a run of `face` in at `size`, in screen points. Its family has to be known:
/// see [`install_fonts`] and [`register_system_fonts`].
pub fn font_id(face: Face, size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(face.family()))
}

/// Makes the bundled fonts egui's fonts. Do it once, before the first frame.
pub fn install_fonts(ctx: &Context) {
    let mut fonts = FontDefinitions::empty();
    let names = |faces: &[Face]| faces.iter().map(|face| face.family().to_string()).collect();
    for face in Face::bundled() {
        let data = data(face, face.bytes());
        fonts.font_data.insert(face.family().to_string(), Arc::new(data));
        let others = [Face::Emoji, Face::Icons, Face::Regular].into_iter();
        let faces: Vec<Face> = [face].into_iter().chain(others.filter(|it| *it != face)).collect();
        fonts.families.insert(FontFamily::Name(face.family()), names(&faces));
    }
    let window = names(&[Face::Regular, Face::Emoji, Face::Icons]);
    fonts.families.insert(FontFamily::Monospace, Vec::clone(&window));
    fonts.families.insert(FontFamily::Proportional, window);
    ctx.set_fonts(fonts);
}

/// Makes those of the system's fonts known to egui that text was laid out with since the last call.
/// Do it each frame after layout and before anything is drawn; it costs nothing while there are none.
pub fn register_system_fonts(ctx: &Context) {
    let key = Id::unique("system fonts known");
    let known = ctx.data(|data| data.get_temp::<usize>(key)).unwrap_or(0);
    if known == system_font_count() {
        return;
    }
    let fonts = system_fonts();
    ctx.data_mut(|memory| memory.insert_temp(key, fonts.len()));
    for (face, font) in fonts.into_iter().skip(known) {
        let into = |family, priority| InsertFontFamily { family, priority };
        ctx.add_font(FontInsert {
            name: face.family().to_string(),
            data: data(face, font),
            families: vec![
                into(FontFamily::Name(face.family()), FontPriority::Highest),
                into(FontFamily::Proportional, FontPriority::Lowest),
            ],
        });
    }
    ctx.request_repaint();
}

fn data(face: Face, font: scene::FontData) -> FontData {
    let (bytes, _) = font.data.into_raw_parts();
    FontData::from_blob(bytes, font.index).tweak(FontTweak {
        // Exports draw no hints, and on the screen they would move letters as one zooms.
        hinting: Some(false),
        thin_space_width: thin_space(face),
        ..FontTweak::default()
    })
}

/// How wide a narrow no-break space is against a space: egui makes one of the other, and so would
/// break `1 240` elsewhere than layout does. From the fonts' `hmtx` tables.
fn thin_space(face: Face) -> f32 {
    match face {
        Face::Regular | Face::Italic => 512.0 / 792.0,
        Face::Medium => 486.0 / 746.0,
        Face::SemiBold => 461.0 / 699.0,
        Face::Emoji | Face::Icons | Face::System(_) => FontTweak::default().thin_space_width,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::icon;
    use crate::scene::{Align, TextEngine, TextStyle};
    use egui::epaint::text::MissingGlyphPolicy;
    use egui::{Color32, RawInput};

    fn with_fonts(draw: impl FnMut(&mut egui::Ui)) {
        let ctx = Context::default();
        install_fonts(&ctx);
        ctx.set_missing_glyph_policy(MissingGlyphPolicy::Panic);
        ctx.run_ui(RawInput::default(), draw).drop_without_applying_deltas();
    }

    #[test]
    fn the_window_has_a_glyph_for_what_it_says() {
        let icons: String = icon::all().collect();
        for text in ["Vad kunden gör – 4,2 % “Å” ÄÖ é … → ⌘ ⇧ ⏎", "😡 🇸🇪 👨‍👩‍👧‍👦 ❤️ ☝🏽 1️⃣", "⏵⏷", &icons]
        {
            for family in [FontFamily::Proportional, FontFamily::Monospace] {
                with_fonts(|ui| {
                    let font = FontId::new(14.0, family.clone());
                    let galley = ui.painter().layout_no_wrap(text.into(), font, Color32::BLACK);
                    assert!(galley.size().x > 10.0, "{text}");
                });
            }
        }
    }

    /// The screen draws what was laid out: each run is as wide in egui, at any zoom.
    #[test]
    fn runs_are_as_wide_as_laid_out() {
        let mut engine = TextEngine::new();
        for face in [Face::Regular, Face::Medium, Face::SemiBold, Face::Italic] {
            let style = TextStyle { face, size: 13.0, line_height: 17.0, align: Align::Start };
            let text = "AVATAR fi -> 1\u{202f}240 förpackningsmaskin, 30\u{a0}% 👩‍🚀 “Hej”!";
            let text = engine.layout(text, &style, None);
            for run in text.lines.iter().flat_map(|line| &line.runs) {
                for zoom in [0.5, 1.0, 1.37, 4.0] {
                    with_fonts(|ui| {
                        let said = text.source[run.range.clone()].to_owned();
                        let font = font_id(run.face, run.size * zoom);
                        let galley =
                            ui.painter().layout_no_wrap(said.clone(), font, Color32::BLACK);
                        let (found, wanted) = (galley.size().x, run.width * zoom);
                        assert!((found - wanted).abs() < 1.0, "{said:?}: {found} for {wanted}");
                    });
                }
            }
        }
    }

    #[test]
    fn system_fonts_are_registered_once_they_are_needed() {
        let mut engine = TextEngine::new();
        let style =
            TextStyle { face: Face::Regular, size: 13.0, line_height: 17.0, align: Align::Start };
        let text = engine.layout("שלום", &style, None);
        with_fonts(|ui| {
            register_system_fonts(ui);
            for run in &text.lines[0].runs {
                // A machine without a Hebrew font draws boxes.
                if let Face::System(_) = run.face {
                    let said = text.source[run.range.clone()].to_owned();
                    let font = font_id(run.face, 13.0);
                    let galley = ui.painter().layout_no_wrap(said, font, Color32::BLACK);
                    assert!(galley.size().x > 0.0);
                }
            }
        });
    }
}
