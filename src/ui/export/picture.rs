//! A map as a picture in memory: for the clipboard, and to be looked at before it is exported.

use crate::export::{ExportError, Format, Options, Watch, export};
use crate::model::Project;
use egui::ColorImage;
use std::io::Cursor;
use std::sync::Arc;

/// What a PNG file of it would show.
pub(crate) fn picture_of(
    project: &Arc<Project>,
    options: &Options,
    watch: &mut Watch<'_>,
) -> Result<ColorImage, ExportError> {
    let mut bytes = Vec::new();
    export(project, Format::Png, options, &mut bytes, watch)?;
    decoded(&bytes).map_err(|error| ExportError::Unexpected(error.to_string()))
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours: another crate's")]
pub(super) fn decoded(bytes: &[u8]) -> Result<ColorImage, png::DecodingError> {
    let mut reader = png::Decoder::new(Cursor::new(bytes)).read_info()?;
    let mut pixels = vec![0; reader.output_buffer_size().unwrap_or_default()];
    let frame = reader.next_frame(&mut pixels)?;
    let size = [frame.width as usize, frame.height as usize];
    Ok(match frame.color_type {
        png::ColorType::Rgba => ColorImage::from_rgba_unmultiplied(size, &pixels),
        _ => ColorImage::from_rgb(size, &pixels),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::PngSize;
    use crate::model::IdSource;
    use crate::templates::{make, ours};
    use crate::words::Lang;

    #[test]
    fn a_picture_has_the_size_that_was_asked_for() {
        let project = Arc::new(make(&ours(Lang::Sv)[0], false, &mut IdSource::seeded(1)));
        for transparent in [false, true] {
            let size = Some(PngSize::Within(300, 4000));
            let options = Options { size, transparent, ..Options::default() };
            let picture = picture_of(&project, &options, &mut |_| true).unwrap();
            assert_eq!(picture.size[0], 300);
            assert!(picture.size[1] > 50 && picture.size[1] < 300, "{:?}", picture.size);
            assert_eq!(picture.pixels[0].a() == 0, transparent);
        }
        let stopped = picture_of(&project, &Options::default(), &mut |_| false);
        assert!(matches!(stopped, Err(ExportError::Stopped)));
    }
}
