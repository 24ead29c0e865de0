//! All keys, and what the program is made of.

use crate::scene::Role;
use crate::ui::Context;
use crate::ui::kit::buttons::{regular, semibold};
use crate::ui::kit::dialog_box::{FirstFocus, buttons_ui, framed, heading, width_in};
use crate::ui::state::command::{Command, Menu};
use crate::ui::state::keys::{key_name, with_keys};
use egui::{Align, Layout, RichText, ScrollArea, Ui, vec2};

/// All keys; true when they have been read.
pub(crate) fn keys_ui(ctx: &egui::Context, cx: &Context) -> bool {
    let mut read = false;
    let modal = framed(cx, "keys").show(ctx, |ui| {
        let screen = ctx.content_rect().size();
        let columns = (screen.x / 370.0).clamp(1.0, 3.0) as usize;
        ui.set_width(width_in(ctx, columns as f32 * 340.0));
        heading(ui, cx, &cx.words.command_keys());
        let scroll = ScrollArea::vertical().max_height((screen.y - 230.0).max(0.0));
        // As wide as its room, so that its bar stands beside the keys.
        scroll.auto_shrink([false, true]).show(ui, |ui| {
            let mut groups = groups(cx);
            groups.push((cx.words.keys_pointer(), pointer_rows(cx)));
            let sizes: Vec<usize> = groups.iter().map(|(_, rows)| rows.len() + 2).collect();
            let places = columns_of(&sizes, columns);
            ui.spacing_mut().item_spacing.x = 32.0;
            // The bar of a window too low for all of them has its place beside them.
            ui.set_max_width((ui.available_width() - 16.0).max(0.0));
            ui.columns(columns, |uis| {
                for ((title, rows), place) in groups.iter().zip(places) {
                    if let Some(ui) = uis.get_mut(place) {
                        group_ui(ui, cx, title, rows);
                    }
                }
            });
        });
        ui.add_space(12.0);
        read = buttons_ui(ui, cx, &[cx.words.dialog_close()], FirstFocus::Button).is_some();
    });
    read || modal.should_close()
}

/// A name and the keys for it.
type Row = (String, String);

/// The commands that have keys, by menu.
fn groups(cx: &Context) -> Vec<(String, Vec<Row>)> {
    let rows = |menu: Menu| {
        let commands = with_keys().into_iter();
        let with_keys = commands.filter(move |command| command.row().menu == menu);
        let row = |command: Command| {
            let keys = command.row().keys.iter().map(|key| key_name(key, cx.words));
            (command.label_of_all(cx.words), shortened(keys.collect()))
        };
        with_keys.map(row).collect::<Vec<_>>()
    };
    Menu::ALL.map(|menu| (menu.label(cx.words), rows(menu))).into()
}

/// Keys in a row; of many in order the first and the last.
fn shortened(keys: Vec<String>) -> String {
    match keys.as_slice() {
        [first, _, _, .., last] => format!("{first}–{last}"),
        keys => keys.join(", "),
    }
}

/// What the pointer and the keyboard do on the map itself.
fn pointer_rows(cx: &Context) -> Vec<Row> {
    let words = cx.words;
    vec![
        (words.keys_add(), words.keys_add_how()),
        (words.keys_pan(), words.keys_pan_how()),
        (words.keys_zoom(), words.keys_zoom_how()),
        (words.keys_move(), words.keys_move_how()),
        (words.keys_copy(), words.keys_copy_how()),
        (words.keys_several(), words.keys_several_how()),
        (words.keys_next(), words.keys_next_how()),
        (words.keys_before(), words.keys_before_how()),
        (words.keys_escape(), words.keys_escape_how()),
        (words.keys_escape_twice(), words.keys_escape_twice_how()),
        (words.keys_walk(), words.keys_walk_how()),
        (words.keys_pen(), words.keys_pen_how()),
    ]
}

/// Which column each group goes to, so that all are about as high; in order.
fn columns_of(sizes: &[usize], columns: usize) -> Vec<usize> {
    let mut heights = vec![0; columns.max(1)];
    sizes
        .iter()
        .map(|size| {
            let lowest = heights.iter().min().copied().unwrap_or_default();
            let place = heights.iter().position(|height| *height == lowest).unwrap_or_default();
            if let Some(height) = heights.get_mut(place) {
                *height += size;
            }
            place
        })
        .collect()
}

fn group_ui(ui: &mut Ui, cx: &Context, title: &str, rows: &[Row]) {
    let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
    ui.spacing_mut().item_spacing = vec2(8.0, 3.0);
    ui.spacing_mut().interact_size.y = 16.0;
    ui.label(RichText::new(title).font(semibold(14.0)).color(ink));
    for (name, keys) in rows {
        ui.horizontal(|ui| {
            ui.label(RichText::new(name).font(regular(13.0)).color(muted));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let keys = RichText::new(keys).font(regular(13.0)).color(ink);
                ui.add(egui::Label::new(keys).truncate());
            });
        });
    }
    ui.add_space(14.0);
}

/// Version, fonts and artwork; true when it has been read.
pub(crate) fn about_ui(ctx: &egui::Context, cx: &Context) -> bool {
    let words = cx.words;
    let mut read = false;
    let modal = framed(cx, "about").show(ctx, |ui| {
        ui.set_width(460.0);
        heading(ui, cx, &format!("Kundresa {}", env!("CARGO_PKG_VERSION")));
        let muted = cx.theme.color(Role::Muted);
        ui.label(RichText::new(words.start_tagline()).font(regular(14.0)).color(muted));
        ui.label(RichText::new(words.about_licence()).font(regular(14.0)).color(muted));
        ui.add_space(12.0);
        ui.label(RichText::new(words.about_parts()).font(semibold(14.0)));
        let parts = [
            ("Inter", "SIL Open Font License 1.1", "https://rsms.me/inter/"),
            ("Twemoji", "CC-BY 4.0", "https://github.com/twitter/twemoji"),
            ("Lucide", "ISC", "https://lucide.dev"),
        ];
        let notes = [words.about_inter(), words.about_twemoji(), words.about_lucide()];
        for ((name, licence, link), note) in parts.into_iter().zip(notes) {
            ui.horizontal_wrapped(|ui| {
                ui.hyperlink_to(name, link);
                ui.label(RichText::new(format!("{note} · {licence}")).color(muted));
            });
        }
        ui.add_space(16.0);
        read = buttons_ui(ui, cx, &[words.dialog_close()], FirstFocus::Button).is_some();
    });
    read || modal.should_close()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_filled_evenly() {
        assert_eq!(columns_of(&[5, 9, 8, 4, 4], 3), [0, 1, 2, 0, 2]);
        assert_eq!(columns_of(&[], 2), Vec::<usize>::new());
    }
}
