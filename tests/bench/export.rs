//! How fast are exports? `cargo bench --bench export` prints, for the example of 100 cards and for
//! generated maps of 1,000 and 10,000, how long each format takes, and whether time grows with what
//! there is to write and no faster. `cargo bench --bench export -- svg` measures only that format, and
//! `-- pptx html` also how the two compare.
//!
//! A limit is a ratio of two times measured one after the other, so that it means much the same on
//! every machine.

mod maps;

use kundresa::export::{Format, Options, PngSize, export};
use kundresa::file;
use kundresa::model::Project;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

/// How often each export is measured; the median counts.
const TIMES: usize = 7;
/// How much longer a card may take on the large map than on the small one.
const CARD_MAX: f64 = 1.3;
/// How much longer a pixel may take on the large map than on the small one.
const PIXEL_MAX: f64 = 1.3;
/// How much longer slides may take than a web page of the same large map. A web page shows the map and
/// lists what is in it. Slides are planned, with each card measured, before the first is made, and
/// are some thousand parts of XML, three times as many bytes as the web page, every one of which is
/// packed. Two cores share in that.
const SLIDES_MAX: f64 = 3.0;
/// Pixels for each document unit at which pixels are compared: the large map fits.
const SCALE: f64 = 0.5;

/// Counts bytes and keeps none.
#[derive(Default)]
struct Count(usize);

impl Write for Count {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// What one export took.
#[derive(Clone, Copy)]
struct Took {
    /// Median, in milliseconds.
    time: f64,
    /// Millions.
    pixels: f64,
}

fn main() {
    let wanted: Vec<String> =
        std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/examples");
    let example = match file::load(&path.join("forpackningsmaskin.kundresa")) {
        Ok(loaded) => loaded.project,
        Err(error) => return eprintln!("the example cannot be read: {error:?}"),
    };
    let example = Arc::new(example);
    let [small, large] = [1_000, 10_000].map(|cards| Arc::new(maps::map(cards)));
    let mut fails = 0;
    let (mut slides, mut web) = (None, None);
    println!("{:<22} {:>9} {:>11} {:>10} {:>10}", "", "ms", "µs per card", "MB", "megapixels");
    for format in Format::all() {
        let name = format.extension();
        if !wanted.is_empty() && !wanted.iter().any(|word| word == name) {
            continue;
        }
        let size = Some(PngSize::Scale(SCALE));
        let [usual, scaled] = [None, size].map(|size| Options { size, ..Options::default() });
        let took = measure(&example, format, &usual, &format!("{name} example"));
        let a = measure(&small, format, &scaled, &format!("{name} 1,000 cards"));
        let b = measure(&large, format, &scaled, &format!("{name} 10,000 cards"));
        let (Some(_), Some(a), Some(b)) = (took, a, b) else {
            fails += 1;
            continue;
        };
        match format {
            Format::Pptx => slides = Some(b.time),
            Format::Html => web = Some(b.time),
            Format::Pdf
            | Format::Png
            | Format::Svg
            | Format::Xlsx
            | Format::Csv
            | Format::Markdown => {}
        }
        if a.pixels > 0.0 {
            let (small, large) = (a.time / a.pixels, b.time / b.pixels);
            fails += limit(
                &format!("{name}: a pixel of 10,000 against 1,000"),
                large / small,
                PIXEL_MAX,
            );
        } else {
            let ratio = b.time / a.time / 10.0;
            fails += limit(&format!("{name}: a card of 10,000 against 1,000"), ratio, CARD_MAX);
        }
    }
    if let Some((slides, web)) = slides.zip(web) {
        fails += limit("pptx against html, 10,000 cards", slides / web, SLIDES_MAX);
    }
    if wanted.is_empty() || wanted.iter().any(|word| word == "png") {
        let size = Some(PngSize::Width(17_000));
        let options = Options { size, ..Options::default() };
        measure(&small, Format::Png, &options, "png 17,000 wide");
    }
    if fails > 0 {
        std::process::exit(1);
    }
}

/// Measures an export and prints what it took; none where it fails.
fn measure(project: &Arc<Project>, format: Format, options: &Options, name: &str) -> Option<Took> {
    let mut times = Vec::new();
    let (mut bytes, mut pixels) = (0, 0.0);
    for _ in 0..TIMES {
        let mut count = Count::default();
        let start = Instant::now();
        match export(project, format, options, &mut count, &mut |_| true) {
            Ok(report) => {
                let area = |(width, height)| f64::from(width) * f64::from(height) / 1e6;
                pixels = report.pixels.map_or(0.0, area);
            }
            Err(error) => {
                println!("{name}: {error:?}");
                return None;
            }
        }
        times.push(start.elapsed().as_secs_f64() * 1e3);
        bytes = count.0;
    }
    times.sort_by(f64::total_cmp);
    let time = times[times.len() / 2];
    let cards: usize = project
        .journeys
        .first()
        .map_or(0, |journey| journey.lanes.iter().map(|lane| lane.cards.len()).sum());
    let each = time * 1e3 / cards.max(1) as f64;
    println!("{name:<22} {time:>9.1} {each:>11.1} {:>10.1} {pixels:>10.1}", bytes as f64 / 1e6);
    Some(Took { time, pixels })
}

/// Prints a ratio and whether it keeps to its limit; 1 if not.
fn limit(what: &str, ratio: f64, most: f64) -> usize {
    let kept = ratio <= most;
    println!("  {what}: {ratio:.2}, at most {most} {}", if kept { "✓" } else { "✗" });
    usize::from(!kept)
}
