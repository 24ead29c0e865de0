//! Temporary: pages as PNG.
#[allow(dead_code)]
#[path = "../../tests/bench/maps.rs"]
mod maps;
#[allow(dead_code)]
#[path = "../export/pixels.rs"]
mod pixels;
mod scene {
    pub use kundresa::scene::*;
}
use kundresa::scene::pages::{Deck, SIZE};
use kundresa::scene::{Theme, ThemeKind};
use kundresa::words::{Lang, Words};
use std::sync::Arc;
fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (file, out) = (&args[0], &args[1]);
    let lang = if std::env::var("EN").is_ok() { Lang::En } else { Lang::Sv };
    let only = std::env::var("ONLY").unwrap_or_default();
    let width: f32 = std::env::var("WIDTH").ok().and_then(|w| w.parse().ok()).unwrap_or(1920.0);
    let kind = match std::env::var("THEME").as_deref() {
        Ok("dark") => ThemeKind::Dark,
        Ok("projector") => ThemeKind::Projector,
        _ => ThemeKind::Light,
    };
    let words = Words::new(lang);
    let generated = file.strip_prefix("gen:").map(|n| Arc::new(maps::map(n.parse().unwrap())));
    let project = if let Some(g) = generated {
        g
    } else {
        match file.strip_prefix("template:") {
            Some(name) => kundresa::templates::ours(lang)
                .iter()
                .find(|t| t.name == name)
                .unwrap()
                .project
                .clone(),
            None => Arc::new(kundresa::file::read(&std::fs::read(file).unwrap()).unwrap().project),
        }
    };
    let number: usize = std::env::var("JOURNEY").ok().and_then(|w| w.parse().ok()).unwrap_or(0);
    let id = project.journeys[number].id.clone();
    let mut deck = Deck::new();
    let start = std::time::Instant::now();
    deck.plan(&project, &id, &words);
    eprintln!("plan {:?}", start.elapsed());
    let theme = Theme::new(kind);
    for index in 0..deck.all().len() {
        let planned = deck.all()[index].clone();
        let name = format!("{out}-{index:02}-{}-{}", planned.page.kind.as_str(), planned.part);
        if !only.is_empty() && !only.split(',').any(|o| o == planned.page.kind.as_str()) {
            continue;
        }
        let start = std::time::Instant::now();
        let page = deck.any_page(index, &words).unwrap();
        let took = start.elapsed();
        let items = page.all_items(&words);
        let scale = width / SIZE.x;
        let (w, h) = (width as u16, (SIZE.y * scale) as u16);
        let mut painter = pixels::Painter::new(&items, &theme, scale, true, w, h);
        let rgba = painter.band(0).to_vec();
        let f = std::fs::File::create(format!("{name}.png")).unwrap();
        let mut enc = png::Encoder::new(f, w.into(), h.into());
        enc.set_color(png::ColorType::Rgba);
        enc.set_depth(png::BitDepth::Eight);
        enc.write_header().unwrap().write_image_data(&rgba).unwrap();
        eprintln!("{name} {took:?} {}", page.title);
    }
}
