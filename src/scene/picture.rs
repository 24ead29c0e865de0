//! Pictures from other programs: read once, never larger than any print needs.

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{
    DynamicImage, ExtendedColorType, ImageEncoder, ImageReader, Limits, RgbaImage, imageops,
};
use std::io::Cursor;
use std::sync::Arc;

/// The longest side of a picture, in pixels: a larger one is scaled down.
pub const PICTURE_MAX: u32 = 1600;
/// The longest side that is read at all, in pixels.
const READ_MAX: u32 = 30_000;
/// How much memory reading may take, in bytes.
const MEMORY_MAX: u64 = 512 << 20;

/// A picture. Cheap to share.
#[derive(Clone, Debug)]
pub struct Picture {
    pixels: Arc<RgbaImage>,
    png: Arc<[u8]>,
}

/// Why a picture cannot be read: what the library says, in English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureError(pub String);

impl PartialEq for Picture {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.png, &other.png) || self.png == other.png
    }
}

impl Picture {
    /// Reads PNG, JPEG or WebP.
    ///
    /// # Errors
    /// Says why it is none of these, or too large.
    pub fn read(bytes: &[u8]) -> Result<Self, PictureError> {
        let failed = |error: &dyn std::fmt::Display| PictureError(error.to_string());
        let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
        let mut reader = reader.map_err(|error| failed(&error))?;
        let mut limits = Limits::default();
        limits.max_image_width = Some(READ_MAX);
        limits.max_image_height = Some(READ_MAX);
        limits.max_alloc = Some(MEMORY_MAX);
        reader.limits(limits);
        let read = reader.decode().map_err(|error| failed(&error))?;
        let small = read.width().max(read.height()) <= PICTURE_MAX;
        let read = match small {
            true => read,
            false => read.resize(PICTURE_MAX, PICTURE_MAX, imageops::FilterType::Lanczos3),
        };
        let pixels = DynamicImage::into_rgba8(read);
        let mut png = Vec::new();
        PngEncoder::new_with_quality(&mut png, CompressionType::Default, FilterType::Adaptive)
            .write_image(&pixels, pixels.width(), pixels.height(), ExtendedColorType::Rgba8)
            .map_err(|error| failed(&error))?;
        Ok(Self { pixels: Arc::new(pixels), png: png.into() })
    }

    /// Width and height in pixels; at least 1.
    pub fn size(&self) -> (u32, u32) {
        self.pixels.dimensions()
    }

    /// As PNG.
    pub fn png(&self) -> &[u8] {
        &self.png
    }

    /// Red, green, blue and alpha of each pixel, not multiplied.
    pub fn rgba(&self) -> &[u8] {
        self.pixels.as_raw()
    }

    /// The same, scaled to this many pixels: at least 1 and at most [`PICTURE_MAX`] a side.
    pub fn scaled(&self, width: u32, height: u32) -> Vec<u8> {
        let side = |pixels: u32| pixels.clamp(1, PICTURE_MAX);
        let (width, height) = (side(width), side(height));
        imageops::resize(&*self.pixels, width, height, imageops::FilterType::CatmullRom).into_raw()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        let image = RgbaImage::from_fn(width, height, |x, _| [x as u8, 80, 120, 255].into());
        let pixels = image.as_raw();
        PngEncoder::new(&mut bytes)
            .write_image(pixels, width, height, ExtendedColorType::Rgba8)
            .unwrap();
        bytes
    }

    #[test]
    fn a_picture_is_read_and_a_large_one_made_smaller() {
        for (width, height, expected) in
            [(3, 2, (3, 2)), (1600, 10, (1600, 10)), (3200, 100, (1600, 50))]
        {
            let picture = Picture::read(&png(width, height)).unwrap();
            assert_eq!(picture.size(), expected);
            assert_eq!(Picture::read(picture.png()).unwrap(), picture);
            assert_eq!(picture.scaled(7, 5).len(), 7 * 5 * 4);
        }
    }

    #[test]
    fn what_is_no_picture_says_why() {
        let whole = png(40, 40);
        for bytes in [&b""[..], b"kundresa", &whole[..30], b"\xff\xd8\xff\xe0"] {
            assert!(!Picture::read(bytes).unwrap_err().0.is_empty());
        }
    }
}
