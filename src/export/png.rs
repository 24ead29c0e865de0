//! A map as a PNG picture of any size, in the memory of a few bands of it.
//!
//! Bands of rows are drawn on all cores and written in order; nowhere is the whole picture.

use super::pixels::Painter;
use super::{ExportError, Job, PngSize, Report, Watch};
use crate::scene::{Item, Theme};
use egui::Vec2;
use png::{
    BitDepth, ColorType, Compression, DeflateCompression, Encoder, Filter, PixelDimensions, Unit,
};
use std::io::{self, Write};
use std::sync::mpsc;
use std::thread;

/// The longest side, in pixels.
const SIDE_MAX: f64 = 65_000.0;
/// The most pixels.
const PIXELS_MAX: f64 = 600e6;
/// A band has about this many pixels: few enough that some of them take little memory.
const BAND_PIXELS: usize = 4_000_000;
/// A band has at least this many rows: each letter at its edge is drawn twice.
const BAND_MIN: usize = 64;
/// And at most this many, so that there is something to do for all.
const BAND_MAX: usize = 512;
/// More threads than this take more memory than they save time.
const THREADS_MAX: usize = 4;
/// Up to this many pixels a picture is packed with more care: less than half as large, twice the
/// time.
const CAREFUL_MAX: usize = 30_000_000;
/// Scale where nothing is asked for: for screens that are finer than 96 dots per inch.
const USUAL_SCALE: f64 = 2.0;
/// Dots per inch at scale 1.
const INCH: f64 = 96.0;

/// Writes the named journey, or the first.
pub(super) fn write(
    job: &Job<'_>,
    out: &mut dyn Write,
    watch: &mut Watch<'_>,
) -> Result<Report, ExportError> {
    let sheet = job.sheet()?;
    picture(job, &sheet.items, sheet.size, USUAL_SCALE, out, watch)
}

/// Writes what `items` draw as a picture of `size`, in units of which `usual` pixels are one where no
/// size of the picture is asked for.
pub(super) fn picture(
    job: &Job<'_>,
    items: &[Item],
    size: Vec2,
    usual: f64,
    out: &mut dyn Write,
    watch: &mut Watch<'_>,
) -> Result<Report, ExportError> {
    let look = (&job.theme, !job.options.transparent);
    drawn(items, size, look, (job.options.size, usual), out, watch)
}

/// Writes the same in the colours of a theme, with paper or without, as large as is asked for.
pub(super) fn drawn(
    items: &[Item],
    size: Vec2,
    (theme, paper): (&Theme, bool),
    (wanted, usual): (Option<PngSize>, f64),
    out: &mut dyn Write,
    watch: &mut Watch<'_>,
) -> Result<Report, ExportError> {
    let picture = Picture::new(size, wanted, usual)?;
    picture.write(items, theme, paper, out, watch)?;
    Ok(Report { pixels: Some((picture.width.into(), picture.height.into())), ..Report::default() })
}

/// How large a picture is.
struct Picture {
    width: u16,
    height: u16,
    /// Pixels for each document unit.
    scale: f64,
}

impl Picture {
    fn new(sheet: Vec2, size: Option<PngSize>, usual: f64) -> Result<Self, ExportError> {
        let (width, height) = (f64::from(sheet.x), f64::from(sheet.y));
        let scale = match size {
            Some(PngSize::Scale(scale)) => scale,
            Some(PngSize::Dpi(dpi)) => dpi / INCH,
            Some(PngSize::Width(pixels)) => f64::from(pixels) / width,
            Some(PngSize::Within(most_width, most_height)) => {
                let fits = (f64::from(most_width) / width).min(f64::from(most_height) / height);
                usual.min(fits)
            }
            None => {
                let side = SIDE_MAX / width.max(height);
                // Rounding up may add a row and a column.
                let area = (PIXELS_MAX / (width * height)).sqrt() * 0.999;
                usual.min(side).min(area)
            }
        };
        // What is a hair more than a whole number of pixels is that number.
        let pixels = |units: f64| (units * scale - 1e-3).ceil();
        let (width, height) = (pixels(width), pixels(height));
        if !(width >= 1.0 && height >= 1.0 && scale > 0.0) {
            return Err(ExportError::TooSmall(width.max(0.0), height.max(0.0)));
        }
        if width > SIDE_MAX || height > SIDE_MAX || width * height > PIXELS_MAX {
            return Err(ExportError::TooLarge(width, height, PIXELS_MAX));
        }
        Ok(Self { width: width as u16, height: height as u16, scale })
    }

    fn write(
        &self,
        items: &[Item],
        theme: &Theme,
        paper: bool,
        out: &mut dyn Write,
        watch: &mut Watch<'_>,
    ) -> Result<(), ExportError> {
        let mut encoder = Encoder::new(out, self.width.into(), self.height.into());
        encoder.set_color(if paper { ColorType::Rgb } else { ColorType::Rgba });
        encoder.set_depth(BitDepth::Eight);
        let many = usize::from(self.width) * usize::from(self.height) > CAREFUL_MAX;
        if many {
            encoder.set_compression(Compression::Fast);
            encoder.set_filter(Filter::Up);
        } else {
            encoder.set_deflate_compression(DeflateCompression::Level(2));
            encoder.set_filter(Filter::NoFilter);
        }
        let per_metre = (self.scale * INCH / 0.0254).round() as u32;
        let dots = PixelDimensions { xppu: per_metre, yppu: per_metre, unit: Unit::Meter };
        encoder.set_pixel_dims(Some(dots));
        let mut file = encoder.write_header()?;
        let mut rows = file.stream_writer_with_size(1 << 18)?;
        self.bands(items, theme, paper, |bytes, done| {
            rows.write_all(bytes)?;
            if watch(done) { Ok(()) } else { Err(ExportError::Stopped) }
        })?;
        rows.finish()?;
        file.finish()?;
        Ok(())
    }

    /// Draws all bands and hands them on in order, as the file has them, each with how much is done.
    fn bands(
        &self,
        items: &[Item],
        theme: &Theme,
        paper: bool,
        mut take: impl FnMut(&[u8], f32) -> Result<(), ExportError>,
    ) -> Result<(), ExportError> {
        let (width, height) = (usize::from(self.width), usize::from(self.height));
        let rows = (BAND_PIXELS / width).clamp(BAND_MIN, BAND_MAX).min(height);
        let tops: Vec<usize> = (0..height).step_by(rows).collect();
        let cores = thread::available_parallelism().map_or(1, |cores| cores.get());
        let threads = cores.min(THREADS_MAX).min(tops.len());
        let one = |top: usize, painter: &mut Painter| {
            let bytes = painter.band(top as u32);
            let bytes = bytes.get(..(height - top).min(rows) * width * 4).unwrap_or(bytes);
            if paper { opaque(bytes) } else { unmultiplied(bytes) }
        };
        let painter =
            || Painter::new(items, theme, self.scale as f32, paper, self.width, rows as u16);
        thread::scope(|scope| {
            let workers: Vec<mpsc::Receiver<Vec<u8>>> = (0..threads)
                .map(|first| {
                    // One band waits while the next is drawn.
                    let (send, receive) = mpsc::sync_channel(1);
                    let tops = tops.iter().skip(first).step_by(threads);
                    let (one, painter) = (&one, &painter);
                    scope.spawn(move || {
                        let mut painter = painter();
                        for top in tops {
                            // Nobody waits for it any more.
                            if send.send(one(*top, &mut painter)).is_err() {
                                return;
                            }
                        }
                    });
                    receive
                })
                .collect();
            for (band, receive) in (0..tops.len()).zip(workers.iter().cycle()) {
                let lost = || io::Error::other("a part of the picture could not be drawn");
                let bytes = receive.recv().map_err(|_| lost())?;
                take(&bytes, (band + 1) as f32 / tops.len() as f32)?;
            }
            Ok(())
        })
    }
}

/// Red, green and blue of pixels that are all solid.
fn opaque(pixels: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(pixels.len() / 4 * 3);
    for pixel in pixels.chunks_exact(4) {
        bytes.extend_from_slice(&pixel[..3]);
    }
    bytes
}

/// Pixels whose colours are not multiplied by their alpha.
fn unmultiplied(pixels: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(pixels.len());
    for pixel in pixels.chunks_exact(4) {
        let alpha = u32::from(pixel[3]);
        let plain = |channel: u8| match alpha {
            0 => 0,
            255 => channel,
            _ => ((u32::from(channel) * 255 + alpha / 2) / alpha).min(255) as u8,
        };
        bytes.extend([plain(pixel[0]), plain(pixel[1]), plain(pixel[2]), pixel[3]]);
    }
    bytes
}

impl From<png::EncodingError> for ExportError {
    #[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours: another crate's")]
    fn from(error: png::EncodingError) -> Self {
        match error {
            png::EncodingError::IoError(error) => Self::Write(error),
            other => Self::Write(io::Error::other(other)),
        }
    }
}
