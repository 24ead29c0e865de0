//! Pictures from other programs: read once, never larger than any print needs.

use crate::model::limits::DOTS_MAX;
use crate::words::Words;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::metadata::Orientation;
use image::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, Limits,
    RgbaImage, imageops,
};
use std::io::Cursor;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// The longest side of a picture, in pixels: a larger one is scaled down.
pub const PICTURE_MAX: u32 = 1600;
/// How much memory reading may take beside the dots, in bytes: for profiles and other parts.
const MEMORY_MAX: u64 = 64 << 20;
/// Pictures of more dots than this are read one after another, so that several threads together
/// take no more memory than one.
const LARGE: u64 = 4_000_000;
static ONE_LARGE: Mutex<()> = Mutex::new(());
/// How true a photo stays that is written anew, 1 to 100.
const QUALITY: u8 = 88;
/// What is written anew as PNG and comes out larger than this is a photo, in bytes.
const PHOTO: usize = 600_000;

/// A picture. Cheap to share.
#[derive(Clone, Debug)]
pub struct Picture {
    pixels: Arc<RgbaImage>,
    /// As PNG, once somebody has asked for it.
    png: Arc<OnceLock<Vec<u8>>>,
    /// The JPEG it was read from, where that shows the same.
    jpeg: Option<Arc<[u8]>>,
}

/// A picture's file, as it is to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Encoded {
    /// `image/png`, `image/jpeg` or `image/webp`.
    pub media: &'static str,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Why a picture cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureError(pub PictureFault);

/// What is wrong with a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PictureFault {
    /// It is damaged, or of a kind that is not known: what the library says, in English.
    Damaged(String),
    /// It has more than [`DOTS_MAX`] dots: its width and height. Nothing of it was decoded.
    TooLarge(u32, u32),
}

impl PictureError {
    fn damaged(error: &dyn std::fmt::Display) -> Self {
        Self(PictureFault::Damaged(error.to_string()))
    }

    /// Why, in words that follow a colon: what the library says, or how large it is and may be.
    pub fn text(&self, words: &Words) -> String {
        match &self.0 {
            PictureFault::Damaged(why) => why.clone(),
            PictureFault::TooLarge(width, height) => {
                let [width, height] = [*width, *height].map(|side| words.number(f64::from(side)));
                words.picture_too_many_dots(width, height, millions_of_dots(words))
            }
        }
    }
}

/// How many millions of dots a picture may have.
fn millions_of_dots(words: &Words) -> String {
    words.number(DOTS_MAX as f64 / 1e6)
}

/// Refuses a picture of more dots than are read.
fn within_dots((width, height): (u32, u32)) -> Result<(), PictureError> {
    match u64::from(width) * u64::from(height) <= DOTS_MAX {
        true => Ok(()),
        false => Err(PictureError(PictureFault::TooLarge(width, height))),
    }
}

impl PartialEq for Picture {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.pixels, &other.pixels) || self.pixels == other.pixels
    }
}

/// What was found in a file.
struct Found {
    picture: Picture,
    format: ImageFormat,
    /// It shows the same as the file does, dot for dot.
    as_it_was: bool,
    /// It has no clear parts.
    opaque: bool,
}

impl Picture {
    /// Reads PNG, JPEG or WebP, upright as it was taken.
    ///
    /// # Errors
    /// Says why it is none of these, or too large.
    pub fn read(bytes: &[u8]) -> Result<Self, PictureError> {
        find(bytes).map(|found| found.picture)
    }

    /// Reads a picture, and makes what is to be kept of it: the file itself where that is small
    /// and tells nothing but the picture, else a new one without place and time.
    ///
    /// # Errors
    /// As for [`read`](Self::read).
    #[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours: another crate's")]
    pub fn keep(bytes: &[u8]) -> Result<Encoded, PictureError> {
        let found = find(bytes)?;
        let tells_more = bytes.windows(6).any(|part| part == b"Exif\0\0" || part == b"EXIF\0\0");
        let media = match found.format {
            ImageFormat::Jpeg => "image/jpeg",
            ImageFormat::WebP => "image/webp",
            _ => "image/png",
        };
        if found.as_it_was && !tells_more {
            return Ok(Encoded { media, bytes: bytes.to_vec() });
        }
        found.picture.encoded(found.opaque && found.format != ImageFormat::Png, found.opaque)
    }

    /// What is to be kept of a picture given as red, green, blue and alpha of each dot (not
    /// multiplied), `width` times `height` of them.
    ///
    /// # Errors
    /// Says that there are not so many dots, or too many.
    pub fn keep_pixels(width: u32, height: u32, rgba: Vec<u8>) -> Result<Encoded, PictureError> {
        within_dots((width, height))?;
        let wrong = || PictureError::damaged(&format!("no picture of {width} × {height} dots"));
        let read = RgbaImage::from_raw(width, height, rgba).ok_or_else(wrong)?;
        if width == 0 || height == 0 {
            return Err(wrong());
        }
        let opaque = read.pixels().all(|pixel| pixel.0[3] == u8::MAX);
        Self::of(small(read.into()).into_rgba8()).encoded(false, opaque)
    }

    fn of(pixels: RgbaImage) -> Self {
        Self { pixels: Arc::new(pixels), png: Arc::default(), jpeg: None }
    }

    fn encoded(&self, photo: bool, opaque: bool) -> Result<Encoded, PictureError> {
        let png = if photo { &[][..] } else { self.png() };
        if !photo && (png.len() <= PHOTO || !opaque) {
            return Ok(Encoded { media: "image/png", bytes: png.to_vec() });
        }
        let mut bytes = Vec::new();
        let pixels = DynamicImage::ImageRgba8((*self.pixels).clone()).into_rgb8();
        JpegEncoder::new_with_quality(&mut bytes, QUALITY)
            .write_image(&pixels, pixels.width(), pixels.height(), ExtendedColorType::Rgb8)
            .map_err(|error| PictureError::damaged(&error))?;
        Ok(Encoded { media: "image/jpeg", bytes })
    }

    /// Width and height in pixels; at least 1.
    pub fn size(&self) -> (u32, u32) {
        self.pixels.dimensions()
    }

    /// As PNG; made when it is first asked for.
    pub fn png(&self) -> &[u8] {
        self.png.get_or_init(|| {
            let mut png = Vec::new();
            let (width, height) = self.size();
            let encoder = PngEncoder::new_with_quality(
                &mut png,
                CompressionType::Default,
                FilterType::Adaptive,
            );
            // Into memory, and with as many dots as it says: it cannot fail.
            let _ = encoder.write_image(&self.pixels, width, height, ExtendedColorType::Rgba8);
            png
        })
    }

    /// The JPEG file it was read from; none where it was another, or is shown otherwise.
    pub fn jpeg(&self) -> Option<&[u8]> {
        self.jpeg.as_deref()
    }

    /// Red, green, blue and alpha of each pixel, not multiplied.
    pub fn rgba(&self) -> &[u8] {
        self.pixels.as_raw()
    }

    /// Tells it from all other pictures while it is kept.
    pub fn key(&self) -> usize {
        Arc::as_ptr(&self.pixels) as usize
    }

    /// The same, scaled to this many pixels: at least 1 and at most [`PICTURE_MAX`] a side.
    pub fn scaled(&self, width: u32, height: u32) -> Vec<u8> {
        let side = |pixels: u32| pixels.clamp(1, PICTURE_MAX);
        let (width, height) = (side(width), side(height));
        let (own_width, own_height) = self.size();
        if (width, height) == (own_width, own_height) {
            return self.rgba().to_vec();
        }
        // Much smaller ones by the mean of their dots: quick, and nothing flickers.
        if width * 2 <= own_width && height * 2 <= own_height {
            return imageops::thumbnail(&*self.pixels, width, height).into_raw();
        }
        imageops::resize(&*self.pixels, width, height, imageops::FilterType::CatmullRom).into_raw()
    }

    /// The largest square of its middle, at most `side` pixels wide: for a portrait.
    pub fn square(&self, side: u32) -> Self {
        let (width, height) = self.size();
        let edge = width.min(height);
        // Faces stand in the upper half of a picture that is higher than wide.
        let (x, y) = ((width - edge) / 2, (height - edge) / 4);
        let cut = imageops::crop_imm(&*self.pixels, x, y, edge, edge).to_image();
        match edge > side.max(1) {
            true => Self::of(imageops::thumbnail(&cut, side.max(1), side.max(1))),
            false => Self::of(cut),
        }
    }
}

/// A picture no larger than pictures are.
fn small(read: DynamicImage) -> DynamicImage {
    match read.width().max(read.height()) <= PICTURE_MAX {
        true => read,
        false => read.resize(PICTURE_MAX, PICTURE_MAX, imageops::FilterType::Lanczos3),
    }
}

fn find(bytes: &[u8]) -> Result<Found, PictureError> {
    let failed = |error: &dyn std::fmt::Display| PictureError::damaged(error);
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    let mut reader = reader.map_err(|error| failed(&error))?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY_MAX);
    reader.limits(limits);
    let format = reader.format().unwrap_or(ImageFormat::Png);
    let mut decoder = reader.into_decoder().map_err(|error| failed(&error))?;
    // Only the header is known yet. The decoder's own limits do not count what it is told to fill.
    let size = decoder.dimensions();
    within_dots(size)?;
    let large = u64::from(size.0) * u64::from(size.1) > LARGE;
    let alone = large.then(|| ONE_LARGE.lock().unwrap_or_else(PoisonError::into_inner));
    let turned = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut read = DynamicImage::from_decoder(decoder).map_err(|error| failed(&error))?;
    read.apply_orientation(turned);
    let fits = read.width().max(read.height()) <= PICTURE_MAX;
    let as_it_was = fits && turned == Orientation::NoTransforms;
    let has_alpha = read.color().has_alpha();
    let pixels = small(read).into_rgba8();
    drop(alone);
    let opaque = !has_alpha || pixels.pixels().all(|pixel| pixel.0[3] == u8::MAX);
    let mut picture = Picture::of(pixels);
    if as_it_was && format == ImageFormat::Jpeg {
        picture.jpeg = Some(bytes.into());
    }
    Ok(Found { picture, format, as_it_was, opaque })
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A PNG file.
    pub(crate) fn png(width: u32, height: u32) -> Vec<u8> {
        let image = RgbaImage::from_fn(width, height, |x, y| [x as u8, y as u8, 120, 255].into());
        Picture::of(image).png().to_vec()
    }

    fn jpeg(width: u32, height: u32) -> Vec<u8> {
        let image = RgbaImage::from_fn(width, height, |x, _| [x as u8, 80, 120, 255].into());
        Picture::of(image).encoded(true, true).unwrap().bytes
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
        let (side, square) = (24, Picture::read(&png(90, 40)).unwrap().square(24));
        assert_eq!(square.size(), (side, side));
    }

    #[test]
    fn what_is_no_picture_says_why() {
        let whole = png(40, 40);
        for bytes in [&b""[..], b"kundresa", &whole[..30], b"\xff\xd8\xff\xe0"] {
            let PictureError(fault) = Picture::read(bytes).unwrap_err();
            assert!(matches!(fault, PictureFault::Damaged(why) if !why.is_empty()));
            assert!(Picture::keep(bytes).is_err());
        }
    }

    #[test]
    fn a_small_file_is_kept_as_it_is_and_a_large_one_written_anew() {
        let (small, photo) = (png(30, 20), jpeg(30, 20));
        assert_eq!(Picture::keep(&small).unwrap(), Encoded { media: "image/png", bytes: small });
        let kept = Picture::keep(&photo).unwrap();
        assert_eq!((kept.media, kept.bytes == photo), ("image/jpeg", true));
        assert_eq!(Picture::read(&photo).unwrap().jpeg(), Some(&photo[..]));
        for (bytes, media) in [(png(2000, 8), "image/png"), (jpeg(2000, 8), "image/jpeg")] {
            let kept = Picture::keep(&bytes).unwrap();
            assert_eq!(kept.media, media);
            assert_eq!(Picture::read(&kept.bytes).unwrap().size(), (1600, 6));
        }
    }

    #[test]
    fn where_and_when_a_photo_was_taken_is_not_kept_and_it_stands_upright() {
        // A JPEG with an Exif part that says it is turned by a quarter.
        let photo = jpeg(30, 20);
        let exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
        let length = (exif.len() as u16 + 2).to_be_bytes();
        let bytes = [&photo[..2], &[0xff, 0xe1], &length, exif, &photo[2..]].concat();
        assert_eq!(Picture::read(&bytes).unwrap().size(), (20, 30));
        let kept = Picture::keep(&bytes).unwrap();
        assert!(!kept.bytes.windows(4).any(|part| part == b"Exif"));
        assert_eq!(Picture::read(&kept.bytes).unwrap().size(), (20, 30));
    }

    /// A real PNG of one colour, written row by row, as tiny as such are.
    fn bomb(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = ::png::Encoder::new(&mut bytes, width, height);
        encoder.set_depth(::png::BitDepth::One);
        encoder.set_compression(::png::Compression::Fast);
        let mut writer = encoder.write_header().unwrap();
        let mut stream = writer.stream_writer().unwrap();
        let row = vec![0; width.div_ceil(8) as usize];
        (0..height).for_each(|_| std::io::Write::write_all(&mut stream, &row).unwrap());
        stream.finish().unwrap();
        drop(writer);
        bytes
    }

    #[test]
    fn a_picture_of_too_many_dots_is_refused_by_its_header_alone() {
        let whole = bomb(30_000, 30_000);
        assert!(whole.len() < 2_000_000, "{}", whole.len());
        let too_large = Err(PictureError(PictureFault::TooLarge(30_000, 30_000)));
        assert_eq!(Picture::read(&whole).map(|_| ()), too_large);
        assert_eq!(Picture::keep(&whole).map(|_| ()), too_large);
        // Without its dots it is refused for the same reason: they were never asked for.
        let data = whole.windows(4).position(|four| four == b"IDAT").unwrap();
        assert_eq!(Picture::read(&whole[..data + 8]).map(|_| ()), too_large);
        // Exactly as many as may be are asked for, and one row more is not.
        let header = |height| bomb(64_000, height)[..80].to_vec();
        let fault = |bytes: &[u8]| Picture::read(bytes).unwrap_err().0;
        assert!(matches!(fault(&header(1000)), PictureFault::Damaged(_)));
        assert_eq!(fault(&header(1001)), PictureFault::TooLarge(64_000, 1001));
        let kept = Picture::keep_pixels(64_000, 1001, Vec::new()).unwrap_err();
        assert_eq!(kept.0, PictureFault::TooLarge(64_000, 1001));
    }

    #[test]
    fn a_jpeg_and_a_webp_of_too_many_dots_are_refused_by_their_headers() {
        let mut jpeg = jpeg(30, 20);
        let frame = jpeg.windows(2).position(|two| two == [0xff, 0xc0]).unwrap();
        jpeg[frame + 5..frame + 9].copy_from_slice(&[0xea, 0x60, 0xea, 0x60]);
        // Sides of 16,383 each, less one, in 14 bits each.
        let mut webp = b"RIFF\x1c\0\0\0WEBPVP8L\x10\0\0\0\x2f\xfe\xbf\xff\x0f".to_vec();
        webp.extend([0; 11]);
        let fault = |bytes: &[u8]| Picture::read(bytes).unwrap_err().0;
        assert_eq!(fault(&jpeg), PictureFault::TooLarge(60_000, 60_000));
        assert_eq!(fault(&webp), PictureFault::TooLarge(16_383, 16_383));
    }

    #[test]
    fn what_is_too_large_says_how_large_and_how_large_it_may_be() {
        use crate::words::Lang;
        let error = PictureError(PictureFault::TooLarge(30_000, 30_000));
        let rows = [
            (Lang::En, "it has 30,000 × 30,000 dots; at most 64 million are read."),
            (Lang::Sv, "den har 30 000 × 30 000 punkter; högst 64 miljoner läses."),
        ];
        for (lang, said) in rows {
            let text = error.text(&Words::new(lang)).replace('\u{a0}', " ");
            assert_eq!(text, said);
        }
        // The window refuses a picture that comes in by one message for all faults.
        let said = Words::new(Lang::En).picture_none("x");
        assert!(said.contains(&format!("{} million dots", DOTS_MAX / 1_000_000)), "{said}");
    }

    #[test]
    fn dots_are_kept_as_a_file() {
        let kept = Picture::keep_pixels(2, 1, vec![9, 8, 7, 255, 1, 2, 3, 40]).unwrap();
        assert_eq!(Picture::read(&kept.bytes).unwrap().rgba(), [9, 8, 7, 255, 1, 2, 3, 40]);
        assert!(Picture::keep_pixels(2, 2, vec![0; 3]).is_err());
        assert!(Picture::keep_pixels(0, 0, Vec::new()).is_err());
    }
}
