//! The picture of cards and personas: shown small, chosen, described, taken away.

use super::batch::Batch;
use super::fields::{FieldLook, FieldPlace};
use super::form::Form;
use super::widgets::{plain_chip, wrapped};
use crate::edit::Change;
use crate::model::{Id, Image};
use crate::scene::{Picture, PictureError, PictureFault, Role, UNTINTED};
use crate::ui::Message;
use crate::ui::state::command::Command;
use egui::epaint::RectShape;
use egui::{
    ColorImage, Rect, Sense, TextureHandle, TextureOptions, Ui, Vec2, WidgetInfo, pos2, vec2,
};

/// A picture is shown at most this high, in points.
const HIGHEST: f32 = 150.0;
/// How wide the copy on the graphics card is at most, in pixels: twice as wide as it is shown.
const WIDEST: f32 = 800.0;
const RADIUS: f32 = 7.0;

/// The picture that is shown now.
pub(super) struct Thumb {
    key: usize,
    texture: TextureHandle,
}

/// Shows and changes the picture of all things of a batch.
pub(super) fn image_ui<P: Clone, T: Clone>(
    ui: &mut Ui,
    form: &mut Form<'_>,
    batch: Batch<'_, P, T>,
    get: impl Fn(&T) -> &Option<Id>,
    set: impl Fn(&mut T, Option<Id>),
) {
    let words = form.cx.words;
    form.section(ui, "image", &words.picture(), |ui, form| {
        let same = batch.same(&get);
        if let Some(Some(id)) = same {
            let project = form.picked.project.clone();
            if let Some(image) = project.images.iter().find(|image| image.id == *id) {
                shown_ui(ui, form, image);
            }
        }
        wrapped(ui, |ui| {
            let has = same != Some(&None);
            let choose = if has { words.picture_change() } else { words.picture_choose() };
            if plain_chip(ui, form.cx.theme, &choose).clicked() {
                form.out.push(Message::Do(Command::InsertPicture));
            }
            if has && plain_chip(ui, form.cx.theme, &words.picture_remove()).clicked() {
                form.edit(batch.change(|thing| set(thing, None)));
            }
        });
    });
}

fn shown_ui(ui: &mut Ui, form: &mut Form<'_>, image: &Image) {
    let words = form.cx.words;
    let picture = form.picked.pictures.as_ref().and_then(|all| all.picture(&image.id));
    match picture {
        Some(picture) => thumb_ui(ui, form, picture, &image.title),
        None => {
            let fault = form.picked.pictures.as_ref().and_then(|all| all.fault(&image.id));
            let said = match fault {
                Some(error @ PictureError(PictureFault::TooLarge(..))) => {
                    let name =
                        if image.title.is_empty() { image.id.as_str() } else { &image.title };
                    let what = words.problem_picture_too_large(name, error.text(words));
                    format!("{what} {}", words.problem_picture_kept())
                }
                Some(PictureError(PictureFault::Damaged(_))) | None => words.picture_damaged(),
            };
            form.remark(ui, &said, Role::Bad);
        }
    }
    let (label, hint) = (words.picture_title(), words.picture_title_hint());
    form.caption(ui, &label);
    let field =
        FieldPlace { salt: "image title", label: &label, hint: &hint, look: FieldLook::Line };
    form.bare_text(ui, field, Some(&image.title), |title| {
        Change::PutImages(vec![Image { title, ..image.clone() }])
    });
}

/// The picture in a quiet field, as large as there is room.
fn thumb_ui(ui: &mut Ui, form: &mut Form<'_>, picture: &Picture, title: &str) {
    let (width, height) = picture.size();
    let own = vec2(width as f32, height as f32);
    let room = vec2(ui.available_width().max(1.0), HIGHEST);
    let size = own * (room / own).min_elem().min(2.0);
    let (rect, response) = ui.allocate_exact_size(vec2(room.x, size.y), Sense::hover());
    let name = if title.is_empty() { form.cx.words.picture() } else { title.to_owned() };
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, &name));
    if !ui.is_rect_visible(rect) {
        return;
    }
    let kept = form.state.thumb.as_ref().filter(|thumb| thumb.key == picture.key());
    let texture = match kept {
        Some(thumb) => thumb.texture.id(),
        None => {
            let scale = (WIDEST / own.max_elem()).min(1.0);
            let small: Vec2 = (own * scale).round().max(Vec2::splat(1.0));
            let rgba = picture.scaled(small.x as u32, small.y as u32);
            let size = [small.x as usize, small.y as usize];
            let pixels = ColorImage::from_rgba_unmultiplied(size, &rgba);
            let texture = ui.ctx().load_texture("picture", pixels, TextureOptions::LINEAR);
            let id = texture.id();
            form.state.thumb = Some(Thumb { key: picture.key(), texture });
            id
        }
    };
    ui.painter().rect_filled(rect, RADIUS, form.cx.theme.color(Role::Chip));
    let shown = Rect::from_center_size(rect.center(), size);
    let uv = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    let shape = RectShape::filled(shown, RADIUS, UNTINTED).with_texture(texture, uv);
    ui.painter().add(shape);
}
