//! Stand-ins until the fonts and style of the window are merged.
use crate::scene::{Face, Role, Theme};
use egui::{FontData, FontDefinitions, FontFamily};
use std::sync::Arc;

pub fn install_fonts(ctx: &egui::Context) {
    let mut fonts = FontDefinitions::empty();
    for face in Face::bundled() {
        let bytes = face.bytes();
        let data = FontData::from_owned(bytes.data.data().to_vec());
        fonts.font_data.insert(face.family().to_string(), Arc::new(data));
    }
    for name in ["inter", "inter-500", "inter-600", "inter-italic"] {
        let list = vec![name.to_owned(), "icons".into(), "twemoji".into()];
        fonts.families.insert(FontFamily::Name(name.into()), list);
    }
    let list = vec!["inter".to_owned(), "icons".into(), "twemoji".into()];
    fonts.families.insert(FontFamily::Proportional, list.clone());
    fonts.families.insert(FontFamily::Monospace, list);
    ctx.set_fonts(fonts);
}

pub fn apply_style(ctx: &egui::Context, theme: &Theme) {
    let theme = *theme;
    ctx.all_styles_mut(|style| {
        style.visuals.panel_fill = theme.color(Role::Panel);
        style.visuals.override_text_color = Some(theme.color(Role::Ink));
    });
}
