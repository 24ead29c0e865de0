//! How the window's own parts look: egui's style, made of our theme.

use crate::scene::{Face, Role, Theme, ThemeKind};
use egui::style::{ScrollStyle, Selection, TextCursorStyle, WidgetVisuals, Widgets};
use egui::{
    Color32, Context, CornerRadius, FontFamily, FontId, Margin, Shadow, Spacing, Stroke, Style,
    TextStyle, Visuals, vec2,
};

/// Of buttons, fields and menus, in screen points.
pub const RADIUS: u8 = 7;

/// The size of most text in the window, in screen points.
const TEXT_SIZE: f32 = 13.5;

/// Makes egui look like `theme`. Do it when the theme changes.
pub fn apply_style(ctx: &Context, theme: &Theme) {
    let dark = theme.kind == ThemeKind::Dark;
    ctx.set_theme(if dark { egui::Theme::Dark } else { egui::Theme::Light });
    ctx.all_styles_mut(|style| {
        style.visuals = visuals(theme);
        style.spacing = spacing();
        set_text_styles(style);
        style.interaction.selectable_labels = false;
        style.interaction.tooltip_delay = 0.4;
        style.animation_time = 0.12;
        // What is gone to is there at once: a list that still scrolls to the one before would miss it.
        style.scroll_animation = egui::style::ScrollAnimation::none();
        style.url_in_tooltip = true;
    });
}

fn set_text_styles(style: &mut Style) {
    let weight = |face: Face| FontFamily::Name(face.family());
    style.text_styles = [
        (TextStyle::Small, FontId::proportional(12.0)),
        (TextStyle::Body, FontId::proportional(TEXT_SIZE)),
        (TextStyle::Button, FontId::proportional(TEXT_SIZE)),
        (TextStyle::Heading, FontId::new(20.0, weight(Face::SemiBold))),
        (TextStyle::Monospace, FontId::monospace(13.0)),
    ]
    .into();
}

fn spacing() -> Spacing {
    Spacing {
        item_spacing: vec2(8.0, 6.0),
        button_padding: vec2(10.0, 5.0),
        window_margin: Margin::same(16),
        menu_margin: Margin::same(6),
        interact_size: vec2(28.0, 28.0),
        icon_width: 16.0,
        icon_width_inner: 9.0,
        icon_spacing: 6.0,
        combo_width: 120.0,
        combo_height: 320.0,
        tooltip_width: 320.0,
        scroll: ScrollStyle {
            bar_width: 8.0,
            floating_width: 4.0,
            bar_inner_margin: 2.0,
            bar_outer_margin: 2.0,
            foreground_color: true,
            dormant_handle_opacity: 0.15,
            active_handle_opacity: 0.4,
            interact_handle_opacity: 0.7,
            dormant_background_opacity: 0.0,
            active_background_opacity: 0.0,
            interact_background_opacity: 0.1,
            ..ScrollStyle::floating()
        },
        ..Spacing::default()
    }
}

fn visuals(theme: &Theme) -> Visuals {
    let color = |role: Role| theme.color(role);
    let line = |color: Color32, width: f32| Stroke::new(width * theme.line_scale(), color);
    let ink = color(Role::Ink);
    let accent = color(Role::Accent);
    let panel = color(Role::Panel);
    let chip = color(Role::Chip);
    // Ink laid thinly over it: how a button looks under the pointer, and pressed.
    let with_ink = |color: Color32, share: f32| color.lerp_to_gamma(ink, share);
    let edge = with_ink(panel, 0.18);
    let widget = |fill: Color32, stroke: Stroke| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: stroke,
        corner_radius: CornerRadius::same(RADIUS),
        fg_stroke: line(ink, 1.2),
        expansion: 0.0,
    };
    let base = if theme.kind == ThemeKind::Dark { Visuals::dark() } else { Visuals::light() };
    let shadow = |offset: i8, blur: u8| Shadow {
        offset: [0, offset],
        blur,
        spread: 0,
        color: color(Role::Shadow).gamma_multiply(2.0),
    };
    Visuals {
        weak_text_color: Some(color(Role::Muted)),
        widgets: Widgets {
            noninteractive: widget(panel, line(color(Role::Hairline), 1.0)),
            inactive: widget(chip, line(edge, 1.0)),
            hovered: widget(with_ink(chip, 0.06), line(with_ink(panel, 0.3), 1.0)),
            // Also what has the keyboard: its ring is the accent.
            active: widget(with_ink(chip, 0.12), line(accent, 2.0)),
            open: widget(with_ink(chip, 0.08), line(edge, 1.0)),
        },
        selection: Selection {
            bg_fill: panel.lerp_to_gamma(accent, 0.25),
            // Also the ring of a field being typed in. Darker than the accent, to be read on it.
            stroke: line(accent.lerp_to_gamma(ink, 0.35), 2.0),
        },
        hyperlink_color: accent,
        faint_bg_color: with_ink(panel, 0.03),
        extreme_bg_color: color(Role::Card),
        text_edit_bg_color: Some(color(Role::Card)),
        code_bg_color: chip,
        warn_fg_color: color(Role::IdeaText),
        error_fg_color: color(Role::Bad),
        window_corner_radius: CornerRadius::same(12),
        window_shadow: shadow(8, 32),
        window_fill: panel,
        window_stroke: line(color(Role::Hairline), 1.0),
        window_highlight_topmost: false,
        menu_corner_radius: CornerRadius::same(10),
        panel_fill: panel,
        popup_shadow: shadow(4, 16),
        text_cursor: TextCursorStyle { stroke: line(accent, 2.0), ..base.text_cursor.clone() },
        collapsing_header_frame: false,
        indent_has_left_vline: false,
        slider_trailing_fill: true,
        ..base
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_theme_is_applied_whole() {
        for kind in [ThemeKind::Light, ThemeKind::Dark, ThemeKind::Projector] {
            let ctx = Context::default();
            let theme = Theme::new(kind);
            apply_style(&ctx, &theme);
            let style = ctx.global_style();
            assert_eq!(style.visuals.panel_fill, theme.color(Role::Panel));
            assert_eq!(style.visuals.text_color(), theme.color(Role::Ink));
            assert_eq!(style.visuals.dark_mode, kind == ThemeKind::Dark);
            // Nothing of egui's own other theme is left.
            let (dark, light) = (ctx.style_of(egui::Theme::Dark), ctx.style_of(egui::Theme::Light));
            assert!(dark.visuals == light.visuals && dark.spacing == light.spacing);
            let (fill, ring) = (style.visuals.selection.bg_fill, style.visuals.selection.stroke);
            assert_ne!(fill, style.visuals.panel_fill);
            assert!(ring.width >= 2.0 && style.visuals.widgets.active.bg_stroke.width >= 2.0);
        }
    }
}
