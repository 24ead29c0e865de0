//! A map as one web page for people without the program: nothing is loaded from anywhere.
//!
//! The page holds each journey twice: drawn, and as an outline with every card and all its fields
//! ([`outline`]). So it can be read without scripts and by screen readers, and the
//! script needs no data of its own. No text of the map ever stands inside a script or a style, and
//! only this script and this style may run: the page names their hashes.

mod details;
mod outline;

use crate::export::escape::{digits, escape, number};
use crate::export::glyphs::Glyphs;
use crate::export::svg::{Inline, inline};
use crate::export::{ExportError, Job, Report, Watch};
use crate::scene::{Role, Sheet, Theme, ThemeKind};
use crate::words::Words;
use crate::words::titled;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use outline::{HtmlOutline, outline};
use std::io::Write;

/// How the page looks.
const STYLE: &str = include_str!("../../../assets/page/page.css");
const SCRIPT: &str = concat!(
    include_str!("../../../assets/page/letters.js"),
    include_str!("../../../assets/page/page.js"),
);
/// A map with more glyphs than this is drawn bit by bit by the script: browsers take minutes for
/// half a million.
const LETTERS_MAX: usize = 40_000;

/// Writes all journeys that are meant.
pub(super) fn write(
    job: &Job<'_>,
    out: &mut dyn Write,
    watch: &mut Watch<'_>,
) -> Result<Report, ExportError> {
    let sheets = job.sheets()?;
    let (mut glyphs, mut next) = (Glyphs::default(), 1);
    let mut maps = Vec::with_capacity(sheets.len());
    for (place, sheet) in sheets.iter().enumerate() {
        if !watch(0.3 + 0.6 * place as f32 / sheets.len() as f32) {
            return Err(ExportError::Stopped);
        }
        let told = outline(sheet, &job.words, place + 1, &mut next);
        let drawn = inline(sheet, place + 1, &job.theme, &mut glyphs, &told.numbers);
        maps.push(Map { sheet, told, drawn });
    }
    let mut page = Page { out: Vec::new(), words: &job.words };
    page.head(job);
    page.put("<svg class=\"glyphs\" width=\"0\" height=\"0\" aria-hidden=\"true\"><defs>\n");
    page.out.append(&mut glyphs.defs);
    page.put("</defs></svg>\n");
    page.bar(&maps);
    page.put("<main");
    // What people wrote may be in another language than what the program says.
    if let Some(language) = &job.project.language {
        page.attribute("lang", language);
    }
    page.put(">\n");
    for (place, map) in maps.iter().enumerate() {
        page.journey(map, place + 1);
    }
    page.put("</main>\n");
    page.panel();
    page.put("<script>");
    page.put(SCRIPT);
    page.put("</script>\n</body>\n</html>\n");
    out.write_all(&page.out)?;
    Ok(Report::default())
}

/// A journey in both its forms.
struct Map<'a> {
    sheet: &'a Sheet,
    told: HtmlOutline,
    drawn: Inline,
}

/// A page in the making.
struct Page<'a> {
    out: Vec<u8>,
    words: &'a Words,
}

impl Page<'_> {
    fn put(&mut self, text: &str) {
        self.out.extend(text.as_bytes());
    }

    fn text(&mut self, text: &str) {
        escape(text, &mut self.out);
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.put(" ");
        self.put(name);
        self.put("=\"");
        self.text(value);
        self.put("\"");
    }

    fn head(&mut self, job: &Job<'_>) {
        let style = format!("{}{STYLE}", colors(&job.theme));
        let (of_script, of_style) = (hash(SCRIPT), hash(&style));
        self.put("<!doctype html>\n<html");
        self.attribute("lang", self.words.lang.code());
        self.put(">\n<head>\n<meta charset=\"utf-8\">\n");
        self.put("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
        self.put(&format!(
            "script-src 'sha256-{of_script}'; style-src 'sha256-{of_style}'; img-src data:; "
        ));
        self.put("base-uri 'none'; form-action 'none'\">\n");
        self.put("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        self.put("<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
        let first = job.journeys().ok().and_then(|all| all.first().map(|one| one.title.clone()));
        let title = if job.project.title.trim().is_empty() { first } else { None };
        self.text(&title.unwrap_or_else(|| job.project.title.clone()));
        self.put("</title>\n<style>");
        self.put(&style);
        self.put("</style>\n</head>\n<body>\n");
    }

    /// Tabs, and the buttons that the script gives life to.
    fn bar(&mut self, maps: &[Map<'_>]) {
        let words = self.words;
        self.put("<header class=\"bar\">\n<nav class=\"tabs\"");
        self.attribute("aria-label", &words.page_journeys());
        self.put(">");
        for (place, map) in maps.iter().enumerate() {
            self.put(&format!("<a href=\"#j{}\" dir=\"auto\">", place + 1));
            self.text(&titled(&map.sheet.scene.journey.title, words));
            self.put("</a>");
        }
        self.put("</nav>\n<div class=\"tools zoom\">");
        self.button("out", "−", &words.command_zoom_out());
        self.button("whole", &words.page_whole_map(), "");
        self.button("in", "+", &words.command_zoom_in());
        self.put("</div>\n<div class=\"tools\" role=\"group\"");
        self.attribute("aria-label", &words.page_views());
        self.put(">");
        self.button("map", &words.page_map(), "");
        self.button("text", &words.page_outline(), "");
        self.put("</div>\n</header>\n");
    }

    /// A button that does `what`. A sign needs a name of its own.
    fn button(&mut self, what: &str, shown: &str, name: &str) {
        self.put("<button type=\"button\"");
        self.attribute("data-do", what);
        if !name.is_empty() {
            self.attribute("title", name);
            self.attribute("aria-label", name);
        }
        self.put(">");
        self.text(shown);
        self.put("</button>");
    }

    fn journey(&mut self, map: &Map<'_>, place: usize) {
        let words = self.words;
        let (scene, map_at) = (&map.sheet.scene, map.sheet.map_at);
        self.put(&format!("<article class=\"journey\" id=\"j{place}\" data-y=\""));
        number(scene.header_y + map_at.y, 0, &mut self.out);
        self.put("\">\n<div class=\"steps\">");
        self.button("previous", "←", &words.page_previous_phase());
        self.put("<nav class=\"phases\"");
        self.attribute("aria-label", &words.page_phases());
        self.put(">");
        let phases = scene.journey.phases.iter().zip(&scene.columns.phases).enumerate();
        for (index, (phase, column)) in phases {
            self.put(&format!("<a href=\"#j{place}p"));
            digits(index as u64 + 1, 1, &mut self.out);
            self.put("\" dir=\"auto\"");
            for (name, value) in [("x", column.x + map_at.x), ("w", column.width)] {
                self.put(&format!(" data-{name}=\""));
                number(value, 0, &mut self.out);
                self.put("\"");
            }
            self.put(">");
            self.text(&titled(&phase.title, words));
            self.put("</a>");
        }
        self.put("</nav>");
        self.button("next", "→", &words.page_next_phase());
        self.put("</div>\n<div class=\"map\">");
        let many = map.drawn.letters > LETTERS_MAX;
        self.put(if many { "<noscript>" } else { "" });
        self.out.extend(&map.drawn.svg);
        self.put(if many { "</noscript>" } else { "" });
        self.put("</div>\n");
        self.out.extend(&map.told.html);
        self.put("</article>\n");
    }

    fn panel(&mut self) {
        let words = self.words;
        self.put("<aside class=\"panel\" hidden");
        self.attribute("aria-label", &words.page_details());
        self.put("><header>");
        self.button("previous-card", "←", &words.page_previous_card());
        self.button("next-card", "→", &words.page_next_card());
        self.button("close", "✕", &words.page_close());
        self.put("</header><div class=\"about\" aria-live=\"polite\"></div></aside>\n");
        self.put("<footer class=\"keys\">");
        self.text(&words.page_keys());
        self.put("</footer>\n");
    }
}

/// The theme's colours by the names that the style uses.
fn colors(theme: &Theme) -> String {
    let named = [
        ("paper", Role::Paper),
        ("panel", Role::Panel),
        ("card", Role::Card),
        ("chip", Role::Chip),
        ("hairline", Role::Hairline),
        ("ink", Role::Ink),
        ("muted", Role::Muted),
        ("accent", Role::Accent),
        ("on-accent", Role::OnAccent),
        ("shadow", Role::Shadow),
    ];
    let dark = if theme.kind == ThemeKind::Dark { "dark" } else { "light" };
    let mut style = format!("\n:root {{ color-scheme: {dark};");
    for (name, role) in named {
        let [red, green, blue, alpha] = theme.rgba(role);
        style.push_str(&format!(" --{name}: #{red:02x}{green:02x}{blue:02x}{alpha:02x};"));
    }
    style.push_str(" }\n");
    style
}

/// What a page's policy knows a script or a style by.
fn hash(text: &str) -> String {
    STANDARD.encode(hmac_sha256::Hash::hash(text.as_bytes()))
}
