//! The fonts: what is bundled, and what the system lends for characters ours lack.

use super::lent::LentFonts;
use egui::FontFamily;
use egui::epaint::text::{FallbackRequest, FontProvider};
use parley::FontData;
use parley::fontique::Blob;
use skrifa::{FontRef, MetadataProvider};
use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};

/// A font by its place in what we know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Face {
    /// Inter 400.
    Regular,
    /// Inter 500.
    Medium,
    /// Inter 600.
    SemiBold,
    /// Inter 400, slanted.
    Italic,
    /// Twemoji.
    Emoji,
    /// Our subset of Lucide.
    Icons,
    /// A font of the system's, in the order they were needed.
    System(u16),
}

/// How high Inter's capitals are, in ems (its OS/2 table: 2048 of 2816).
pub const CAP_HEIGHT: f32 = 0.727;

/// The bundled fonts: face, name and file. A weight is a family of its own, so that neither
/// parley nor egui ever picks another file, or thickens or slants one itself.
const BUNDLED: [(Face, &str, &[u8]); 6] = [
    (Face::Regular, "inter", include_bytes!("../../../assets/fonts/Inter-Regular.otf")),
    (Face::Medium, "inter-500", include_bytes!("../../../assets/fonts/Inter-Medium.otf")),
    (Face::SemiBold, "inter-600", include_bytes!("../../../assets/fonts/Inter-SemiBold.otf")),
    (Face::Italic, "inter-italic", include_bytes!("../../../assets/fonts/Inter-Italic.otf")),
    (Face::Emoji, "twemoji", include_bytes!("../../../assets/fonts/Twemoji.ttf")),
    (Face::Icons, "icons", include_bytes!("../../../assets/fonts/Icons.ttf")),
];

/// Shared, so that all threads and caches know a font by the same id.
static FILES: LazyLock<[(Arc<str>, FontData); 6]> = LazyLock::new(|| {
    BUNDLED.map(|(_, name, bytes)| (name.into(), FontData::new(Blob::new(Arc::new(bytes)), 0)))
});

impl Face {
    /// The bundled ones.
    pub fn bundled() -> impl Iterator<Item = Self> {
        BUNDLED.iter().map(|(face, ..)| *face)
    }

    /// The name it has as a family of parley's and of egui's.
    pub fn family(self) -> Arc<str> {
        match (self.file(), self) {
            (Some((name, _)), _) => name.clone(),
            (None, Self::System(index)) => format!("system-{index}").into(),
            (None, _) => Arc::default(),
        }
    }

    /// Its file (`data`), and which of the fonts in that file it is (`index`).
    /// A system font that is not known has the file of [`Face::Regular`].
    pub fn bytes(self) -> FontData {
        let found = match self {
            Self::System(index) => {
                lock_system().fonts.get(usize::from(index)).map(|(_, font)| font.clone())
            }
            Self::Regular
            | Self::Medium
            | Self::SemiBold
            | Self::Italic
            | Self::Emoji
            | Self::Icons => self.file().map(|(_, font)| font.clone()),
        };
        found.unwrap_or_else(|| FILES[0].1.clone())
    }

    fn file(self) -> Option<&'static (Arc<str>, FontData)> {
        BUNDLED.iter().position(|(face, ..)| *face == self).and_then(|index| FILES.get(index))
    }
}

/// The system's fonts that were needed so far. One list for the whole program, so that a face
/// means the same font on every thread; it only grows.
#[derive(Default)]
struct SystemFonts {
    /// Lists the system's fonts when first asked, which takes a while.
    provider: Option<LentFonts>,
    /// A name that is the same for the same font of the same file, and the font.
    fonts: Vec<(String, FontData)>,
    by_char: HashMap<char, Option<Face>>,
}

static SYSTEM: LazyLock<Mutex<SystemFonts>> = LazyLock::new(Mutex::default);
static SYSTEM_COUNT: AtomicUsize = AtomicUsize::new(0);

fn lock_system() -> MutexGuard<'static, SystemFonts> {
    SYSTEM.lock().unwrap_or_else(PoisonError::into_inner)
}

/// How many answers are kept; a text of random characters should not fill the memory.
const KEPT_CHARS: usize = 20_000;

impl SystemFonts {
    fn add(&mut self, name: String, font: FontData) -> Option<Face> {
        let known = self.fonts.iter().position(|(other, _)| *other == name);
        let index = known.unwrap_or_else(|| {
            self.fonts.push((name, font));
            self.fonts.len() - 1
        });
        SYSTEM_COUNT.store(self.fonts.len(), Ordering::Release);
        u16::try_from(index).ok().map(Face::System)
    }
}

/// The system's font for a character that ours lack; none: it has none either.
pub fn system_face(c: char) -> Option<Face> {
    let mut system = lock_system();
    if let Some(face) = system.by_char.get(&c) {
        return *face;
    }
    let provider = system.provider.get_or_insert_with(LentFonts::new);
    let mut buffer = [0; 4];
    let request =
        FallbackRequest { cluster: c.encode_utf8(&mut buffer), family: &FontFamily::Proportional };
    let found = provider.font_for(&request);
    let face = found.and_then(|found| {
        let font = FontData::new(Blob::new(found.data.font), found.data.index);
        system.add(found.name, font)
    });
    if system.by_char.len() >= KEPT_CHARS {
        system.by_char.clear();
    }
    system.by_char.insert(c, face);
    face
}

/// The system's font for the first character of an emoji; it may have another picture for it than
/// for all of its characters, or none.
pub(in crate::scene) fn system_face_of(emoji: &str) -> Option<Face> {
    emoji.chars().next().and_then(system_face)
}

/// The number of the sign in [`Face::Emoji`] that stands for a picture that no font has.
pub(crate) fn missing_glyph() -> u16 {
    static GLYPH: LazyLock<u16> = LazyLock::new(|| {
        let data = Face::Emoji.bytes();
        let font = FontRef::from_index(data.data.data(), data.index).ok();
        let glyph = font.and_then(|font| font.charmap().map('\u{f8f0}'));
        glyph.and_then(|glyph| glyph.to_u32().try_into().ok()).unwrap_or_default()
    });
    *GLYPH
}

/// The face of a font that parley picked from a file of several fonts.
pub(in crate::scene) fn adopt_system_font(font: &FontData) -> Option<Face> {
    let name = format!("file {} font {}", font.data.id(), font.index);
    lock_system().add(name, font.clone())
}

/// How many of the system's fonts were needed so far. Cheap: ask each frame.
pub fn system_font_count() -> usize {
    SYSTEM_COUNT.load(Ordering::Acquire)
}

/// The system's fonts that were needed so far, by their number.
pub fn system_fonts() -> Vec<(Face, FontData)> {
    let system = lock_system();
    let numbered = (0..=u16::MAX).zip(&system.fonts);
    numbered.map(|(index, (_, font))| (Face::System(index), font.clone())).collect()
}
