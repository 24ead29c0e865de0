//! The beginning of a map in small, drawn as a PNG file of it would be: for lists of maps.

use super::pixels::Painter;
use crate::scene::sheet;
use crate::scene::{Frame, Scene, Theme};
use crate::words::Words;
use std::sync::Arc;

/// The upper left corner of a map, `width` by `height` pixels, with `scale` pixels for each document
/// unit: red, green, blue and alpha of each pixel, row by row, on the theme's paper. `words` are those
/// the scene was laid out with.
pub fn corner(
    scene: &Arc<Scene>,
    words: &Words,
    theme: &Theme,
    scale: f32,
    (width, height): (u16, u16),
) -> Vec<u8> {
    let sheet = sheet(scene, words, &Frame { no_legend: true, ..Frame::default() });
    let (width, height) = (width.max(1), height.max(1));
    Painter::new(&sheet.items, theme, scale, true, width, height).band(0).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Id, IdSource};
    use crate::scene::{Layout, ThemeKind};
    use crate::templates::{make, ours};
    use crate::words::Lang;
    use std::collections::HashSet;

    #[test]
    fn a_small_picture_is_smooth_and_fills_its_place() {
        let project = Arc::new(make(&ours(Lang::Sv)[0], true, &mut IdSource::seeded(1)));
        let journey: Id = project.journeys[0].id.clone();
        let words = Words::new(Lang::Sv);
        let scene = Layout::new().scene(&project, &journey, &words, 1.0).unwrap();
        let theme = Theme::new(ThemeKind::Light);
        let pixels = corner(&scene, &words, &theme, 0.2, (300, 170));
        assert_eq!(pixels.len(), 300 * 170 * 4);
        assert!(pixels.chunks_exact(4).all(|pixel| pixel[3] >= 250), "it stands on paper");
        // Edges between two colours have colours between them: jagged ones have a few dozen.
        let colors: HashSet<&[u8]> = pixels.chunks_exact(4).collect();
        assert!(colors.len() > 300, "{} colours", colors.len());
    }
}
