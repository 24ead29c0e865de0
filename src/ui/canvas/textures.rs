//! Pictures as the graphics card has them: in the size they are shown in, given back when they have
//! not been seen for a while.

use crate::scene::Picture;
use egui::epaint::TextureManager;
use egui::mutex::RwLock;
use egui::{ColorImage, ImageData, TextureHandle, TextureId, TextureOptions};
use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Beyond this many bytes, those not seen for the longest time are given back.
const BYTES_MAX: usize = 160 << 20;
/// How long pictures may be made in one frame; the others come in the next.
const PATIENCE: Duration = Duration::from_millis(14);
/// No copy is smaller than this, in pixels.
const SMALLEST: u32 = 24;

/// A picture in one of its sizes.
struct Kept {
    texture: TextureHandle,
    bytes: usize,
    /// The frame it was last seen in.
    seen: u64,
}

/// Pictures by which they are and how often they were halved.
#[derive(Default)]
pub(crate) struct Textures {
    manager: Option<Arc<RwLock<TextureManager>>>,
    kept: HashMap<(usize, u32), (Kept, Picture)>,
    frame: u64,
    bytes: usize,
    began: Option<Instant>,
    made: usize,
    /// How many have been given back.
    pub given_back: u64,
    /// Some could not be made in time: another frame is needed.
    pub waiting: bool,
    /// Screen pixels for each screen point.
    pixels: f32,
}

impl Textures {
    /// A frame begins.
    pub(crate) fn begin(&mut self, ctx: &egui::Context) {
        self.manager.get_or_insert_with(|| ctx.tex_manager());
        self.pixels = ctx.pixels_per_point();
        self.frame += 1;
        self.made = 0;
        self.waiting = false;
        self.began = Some(Instant::now());
    }

    /// A frame ends: what is too much is given back.
    pub(crate) fn end(&mut self) {
        if self.bytes <= BYTES_MAX {
            return;
        }
        let mut old: Vec<_> = self.kept.iter().map(|(key, (kept, _))| (kept.seen, *key)).collect();
        old.sort_unstable();
        for (seen, key) in old {
            if self.bytes <= BYTES_MAX / 2 || seen == self.frame {
                return;
            }
            if let Some((kept, _)) = self.kept.remove(&key) {
                self.bytes -= kept.bytes;
                self.given_back += 1;
            }
        }
    }

    /// `picture` as it is to be drawn `width` screen points wide; none where there is no time left
    /// to make it in this frame. A copy in another size is better than none.
    pub(crate) fn of(&mut self, picture: &Picture, width: f32) -> Option<TextureId> {
        let (own, _) = picture.size();
        let halved = halved(own, width * self.pixels);
        let key = (picture.key(), halved);
        if let Some((kept, _)) = self.kept.get_mut(&key) {
            kept.seen = self.frame;
            return Some(kept.texture.id());
        }
        let late = self.began.is_some_and(|began| began.elapsed() > PATIENCE);
        if late && self.made > 0 {
            self.waiting = true;
            return (0..16).find_map(|halved| {
                let (kept, _) = self.kept.get_mut(&(picture.key(), halved))?;
                kept.seen = self.frame;
                Some(kept.texture.id())
            });
        }
        let kept = self.make(picture, halved)?;
        let id = kept.texture.id();
        self.bytes += kept.bytes;
        self.made += 1;
        // The picture stays with it: its key is its own as long as it is there.
        self.kept.insert(key, (kept, picture.clone()));
        Some(id)
    }

    fn make(&self, picture: &Picture, halved: u32) -> Option<Kept> {
        let (width, height) = picture.size();
        let side = |side: u32| (side >> halved).max(1);
        let (width, height) = (side(width), side(height));
        let size = [width as usize, height as usize];
        let image = ColorImage::from_rgba_unmultiplied(size, &picture.scaled(width, height));
        let manager = self.manager.clone()?;
        let (name, image) = ("picture".to_owned(), ImageData::Color(Arc::new(image)));
        let id = manager.write().alloc(name, image, TextureOptions::LINEAR);
        let texture = TextureHandle::new(manager, id);
        Some(Kept { texture, bytes: size[0] * size[1] * 4, seen: self.frame })
    }
}

/// How often a picture `own` pixels wide is halved to be shown `shown` pixels wide: it stays at
/// least as wide as that.
fn halved(own: u32, shown: f32) -> u32 {
    let mut halved = 0;
    while halved < 8 && (own >> (halved + 1)) as f32 >= shown.max(SMALLEST as f32) {
        halved += 1;
    }
    halved
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_halved_as_long_as_it_has_dots_enough() {
        let rows =
            [(1600, 1600.0, 0), (1600, 801.0, 0), (1600, 800.0, 1), (1600, 90.0, 4), (10, 1.0, 0)];
        for (own, shown, expected) in rows {
            assert_eq!(halved(own, shown), expected, "{own} {shown}");
        }
        assert_eq!(halved(1600, f32::NAN), 6);
    }

    #[test]
    fn a_picture_is_made_once_in_each_size_and_given_back_when_there_are_too_many() {
        let ctx = egui::Context::default();
        let mut textures = Textures::default();
        let bytes =
            crate::scene::Picture::keep_pixels(64, 64, vec![255; 64 * 64 * 4]).unwrap().bytes;
        let picture = Picture::read(&bytes).unwrap();
        textures.begin(&ctx);
        let one = textures.of(&picture, 60.0).unwrap();
        assert_eq!(textures.of(&picture, 50.0), Some(one));
        textures.began = Some(Instant::now());
        assert_ne!(textures.of(&picture, 30.0), Some(one));
        assert_eq!(textures.bytes, (64 * 64 + 32 * 32) * 4);
        textures.bytes += BYTES_MAX;
        textures.end();
        assert_eq!(textures.kept.len(), 2, "what is seen stays");
        textures.begin(&ctx);
        textures.end();
        assert!(textures.kept.is_empty());
    }
}
