//! A map as SVG that looks alike in browsers, Inkscape and PowerPoint.
//!
//! Letters are outlines: each glyph stands once, in its font's own units, and each line of text is a
//! group that moves and scales them, which is how plotting programs have long written SVG and what
//! all readers know. Nothing else is asked of a reader: no filters, styles, masks or fonts.
//! Each thing of the map is a group with an id and a title.

mod real_text;

use super::escape::{PartNames, digits, escape, number};
use super::glyphs::Glyphs;
use super::{ExportError, Job, Report, Watch};
use crate::model::Thing;
use crate::scene::{
    Face, Group, Item, Paint, Path, Role, Run, Segment, Sheet, Stroke, Tag, Text, Theme, Visit,
};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use egui::{Pos2, Rect, Vec2};
use std::collections::HashMap;
use std::convert::Infallible;
use std::io::Write;

/// Places have this many decimals.
const DECIMALS: u32 = 2;

/// Writes the named journey, or the first.
pub(super) fn write(
    job: &Job<'_>,
    out: &mut dyn Write,
    watch: &mut Watch<'_>,
) -> Result<Report, ExportError> {
    let sheet = job.sheet()?;
    if !watch(0.3) {
        return Err(ExportError::Stopped);
    }
    for part in svg(&sheet, &job.theme, job.options.transparent, job.options.real_text) {
        out.write_all(&part)?;
    }
    Ok(Report::default())
}

/// The sheet as a whole document, in two parts: what comes first is known last.
pub(super) fn svg(
    sheet: &Sheet,
    theme: &Theme,
    transparent: bool,
    real_text: bool,
) -> [Vec<u8>; 2] {
    let mut svg = Svg::new(theme, Ids::Names(PartNames::default()));
    svg.real_text = real_text;
    svg.sheet(sheet);
    svg.put("</svg>\n");
    let Svg { out: body, glyphs, .. } = svg;

    let mut svg = Svg::new(theme, Ids::Names(PartNames::default()));
    svg.out.reserve(glyphs.defs.len() + 1024);
    svg.put(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"",
    );
    svg.put(" xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
    let Vec2 { x: width, y: height } = sheet.size;
    svg.attributes(&[("width", width), ("height", height)]);
    svg.put(" viewBox=\"0 0 ");
    svg.number(width);
    svg.put(" ");
    svg.number(height);
    svg.put("\">\n<title>");
    escape(&sheet.scene.journey.title, &mut svg.out);
    svg.put("</title>\n");
    if !glyphs.defs.is_empty() {
        svg.put("<defs>\n");
        svg.out.extend(glyphs.defs);
        svg.put("</defs>\n");
    }
    if !transparent {
        svg.put("<rect");
        svg.attributes(&[("width", width), ("height", height)]);
        svg.fill(Some(Role::Paper.into()));
        svg.put("/>\n");
    }
    [svg.out, body]
}

/// A drawing for a page that holds several.
pub(super) struct Inline {
    /// The `svg` element. Each group begins on a line of its own and so does each run of letters,
    /// which alone begins with `<g fill`.
    pub svg: Vec<u8>,
    /// How many glyphs it uses.
    pub letters: usize,
}

/// The sheet as part of a page. Things that have a number become buttons with it as their id, `m12`,
/// where `numbers` says 12. The glyphs stand in the page by themselves; boxes to clip by are named
/// after `place`, that of the map in the page from 1, since a browser takes the first of one name and
/// none that is in a hidden map.
pub(super) fn inline(
    sheet: &Sheet,
    place: usize,
    theme: &Theme,
    glyphs: &mut Glyphs,
    numbers: &HashMap<Thing, usize>,
) -> Inline {
    let mut svg = Svg::new(theme, Ids::Numbers(numbers));
    svg.boxes = format!("r{place}_");
    std::mem::swap(&mut svg.glyphs, glyphs);
    let Vec2 { x: width, y: height } = sheet.size;
    svg.put("<svg class=\"sheet\" role=\"group\"");
    svg.attributes(&[("width", width), ("height", height)]);
    svg.put(" viewBox=\"0 0 ");
    svg.number(width);
    svg.put(" ");
    svg.number(height);
    svg.put("\" aria-label=\"");
    escape(&sheet.scene.journey.title, &mut svg.out);
    svg.put("\">\n");
    svg.sheet(sheet);
    svg.put("</svg>\n");
    std::mem::swap(&mut svg.glyphs, glyphs);
    Inline { svg: svg.out, letters: svg.letters }
}

/// How the groups of a document are told apart.
enum Ids<'a> {
    /// By what they are called in the file.
    Names(PartNames),
    /// By a number that a page gave them.
    Numbers(&'a HashMap<Thing, usize>),
}

/// A document in the making.
struct Svg<'a> {
    out: Vec<u8>,
    theme: &'a Theme,
    real_text: bool,
    glyphs: Glyphs,
    ids: Ids<'a>,
    /// How the names of boxes to clip by begin.
    boxes: String,
    letters: usize,
}

impl<'a> Svg<'a> {
    fn new(theme: &'a Theme, ids: Ids<'a>) -> Self {
        let (out, glyphs) = (Vec::new(), Glyphs::default());
        Self { out, theme, real_text: false, glyphs, ids, boxes: "r".into(), letters: 0 }
    }
}

impl Svg<'_> {
    fn sheet(&mut self, sheet: &Sheet) {
        let Ok(()) = sheet.visit(None, &mut |visit| {
            match visit {
                Visit::Begin(group, by) => self.begin(group, by),
                Visit::Draw(item, by) | Visit::Shadow(item, by) => self.item(item, by),
                Visit::End(_) => self.put("</g>\n"),
            }
            Ok::<(), Infallible>(())
        });
    }

    fn put(&mut self, text: &str) {
        self.out.extend(text.as_bytes());
    }

    fn number(&mut self, value: f32) {
        number(value, DECIMALS, &mut self.out);
    }

    fn attributes(&mut self, attributes: &[(&str, f32)]) {
        for (name, value) in attributes {
            self.put(" ");
            self.put(name);
            self.put("=\"");
            self.number(*value);
            self.put("\"");
        }
    }

    fn begin(&mut self, group: &Group, by: Vec2) {
        let kind = kind(group.tag);
        self.put("<g class=\"");
        self.put(kind);
        self.put("\"");
        match &mut self.ids {
            Ids::Names(names) => {
                if let Some(thing) = &group.thing {
                    let name = names.name(kind, thing.id());
                    self.put(" id=\"");
                    self.put(&name);
                    self.put("\"");
                }
            }
            Ids::Numbers(numbers) => {
                let thing = group.thing.as_ref();
                let number = thing.and_then(|thing| numbers.get(thing)).copied();
                self.button(group, by, number);
            }
        }
        self.put(">");
        // A lane's name is that of its title.
        if !group.title.is_empty() && group.tag != Tag::Lane {
            self.put("<title>");
            escape(&group.title, &mut self.out);
            self.put("</title>");
        }
        self.put("\n");
    }

    /// What a page needs to know of a group: where it is, and the number of its details.
    fn button(&mut self, group: &Group, by: Vec2, known: Option<usize>) {
        let bounds = group.bounds.translate(by);
        let (at, size) = (bounds.min, bounds.size());
        self.put(" data-b=\"");
        for (place, value) in [at.x, at.y, size.x, size.y].into_iter().enumerate() {
            if place > 0 {
                self.put(" ");
            }
            number(value, 0, &mut self.out);
        }
        self.put("\"");
        let Some(known) = known else { return };
        // A quote says again what its face says, a stop on the path between channels what its card
        // says: one of them is enough for the keyboard.
        if matches!(group.tag, Tag::Quote | Tag::Figure) {
            self.put(" data-of=\"");
        } else {
            self.put(" role=\"button\" tabindex=\"0\" id=\"m");
        }
        digits(known as u64, 1, &mut self.out);
        self.put("\"");
    }

    fn item(&mut self, item: &Item, by: Vec2) {
        match item {
            Item::Rect { rect, radius, fill, stroke, .. } => {
                let rect = rect.translate(by);
                let (width, height) = (rect.width().max(0.0), rect.height().max(0.0));
                self.put("<rect");
                self.attributes(&[
                    ("x", rect.left()),
                    ("y", rect.top()),
                    ("width", width),
                    ("height", height),
                ]);
                let radius = radius.min(width / 2.0).min(height / 2.0);
                if radius > 0.0 {
                    self.attributes(&[("rx", radius)]);
                }
                self.fill(*fill);
                self.stroke(stroke.as_ref());
                self.put("/>\n");
            }
            Item::Path { path, fill, stroke } => {
                self.put("<path");
                self.fill(*fill);
                self.stroke(stroke.as_ref());
                self.put(" d=\"");
                self.path(path, by);
                self.put("\"/>\n");
            }
            Item::Band { points, base, fill } => {
                let Some((first, last)) = points.first().zip(points.last()) else { return };
                self.put("<path");
                self.fill(Some(*fill));
                self.put(" d=\"");
                self.place(b'M', &[Pos2::new(first.x, *base) + by]);
                for at in points.iter() {
                    self.place(b'L', &[*at + by]);
                }
                self.place(b'L', &[Pos2::new(last.x, *base) + by]);
                self.put("Z\"/>\n");
            }
            Item::Text { at, text, paint } => self.text(text, *at + by, *paint),
            Item::Image { rect, picture, radius } => {
                let rect = rect.translate(by);
                let round = (*radius > 0.0).then(|| self.round(rect, *radius));
                self.put("<image");
                if let Some(name) = round {
                    self.put(&format!(" clip-path=\"url(#{name})\""));
                }
                self.attributes(&[
                    ("x", rect.left()),
                    ("y", rect.top()),
                    ("width", rect.width()),
                    ("height", rect.height()),
                ]);
                let (media, bytes) = match picture.jpeg() {
                    Some(jpeg) => ("jpeg", jpeg),
                    None => ("png", picture.png()),
                };
                self.put(" preserveAspectRatio=\"none\" xlink:href=\"data:image/");
                self.put(media);
                self.put(";base64,");
                self.out.extend(STANDARD.encode(bytes).as_bytes());
                self.put("\"/>\n");
            }
            // The sheet takes these apart.
            Item::Drawn { .. } | Item::Group(_) => {}
        }
    }

    /// A box with round corners to clip by, and its name. It is named by where it is: two of one
    /// name are the same.
    fn round(&mut self, rect: Rect, radius: f32) -> String {
        let sides = [rect.left(), rect.top(), rect.width(), rect.height()];
        let [x, y, width, height] = sides.map(|side| (side * 100.0).round() as i64);
        let name = format!("{}{x}_{y}_{width}_{height}", self.boxes);
        self.put(&format!("<clipPath id=\"{name}\"><rect"));
        self.attributes(&[
            ("x", rect.left()),
            ("y", rect.top()),
            ("width", rect.width()),
            ("height", rect.height()),
            ("rx", radius),
        ]);
        self.put("/></clipPath>\n");
        name
    }

    /// A command of a path with these points.
    fn place(&mut self, command: u8, points: &[Pos2]) {
        self.out.push(command);
        for (index, at) in points.iter().enumerate() {
            if index > 0 {
                self.put(" ");
            }
            self.number(at.x);
            self.put(" ");
            self.number(at.y);
        }
    }

    fn path(&mut self, path: &Path, by: Vec2) {
        for segment in &path.segments {
            match *segment {
                Segment::Move(to) => self.place(b'M', &[to + by]),
                Segment::Line(to) => self.place(b'L', &[to + by]),
                Segment::Cubic(a, b, to) => self.place(b'C', &[a + by, b + by, to + by]),
                Segment::Close => self.put("Z"),
            }
        }
    }

    fn fill(&mut self, fill: Option<Paint>) {
        self.paint("fill", fill);
    }

    fn stroke(&mut self, stroke: Option<&Stroke>) {
        let Some(stroke) = stroke.map(|stroke| self.theme.stroke(stroke)) else { return };
        self.paint("stroke", Some(stroke.paint));
        self.attributes(&[("stroke-width", stroke.width)]);
        if let Some((dash, gap)) = stroke.dash {
            self.put(" stroke-dasharray=\"");
            self.number(dash);
            self.put(" ");
            self.number(gap);
            self.put("\"");
            if dash <= 0.0 {
                self.put(" stroke-linecap=\"round\"");
            }
        }
    }

    fn paint(&mut self, what: &str, paint: Option<Paint>) {
        self.put(" ");
        self.put(what);
        let Some(paint) = paint else { return self.put("=\"none\"") };
        let [red, green, blue, alpha] = self.theme.rgba(paint);
        self.put("=\"#");
        for byte in [red, green, blue] {
            let digit = |value: u8| char::from_digit(value.into(), 16).unwrap_or('0') as u8;
            self.out.extend([digit(byte >> 4), digit(byte & 15)]);
        }
        self.put("\"");
        if alpha < 255 {
            self.put(" ");
            self.put(what);
            self.put("-opacity=\"");
            number(f32::from(alpha) / 255.0, 3, &mut self.out);
            self.put("\"");
        }
    }

    fn text(&mut self, text: &Text, at: Pos2, paint: Paint) {
        if self.real_text {
            return self.real_text(text, at, paint);
        }
        for line in &text.lines {
            for run in &line.runs {
                let at = Pos2::new(at.x + run.x, at.y + line.baseline);
                let paint = text.paint_of(run, paint);
                let drawn = self.run(run, at, paint);
                if !drawn && matches!(run.face, Face::System(_)) {
                    self.lent_run(text, run, at, paint);
                }
            }
        }
    }

    /// A run as outlines, from its place on the baseline; false where there are none.
    fn run(&mut self, run: &Run, at: Pos2, paint: Paint) -> bool {
        let (font, units_per_em) = self.glyphs.font(run.face);
        let scale = run.size / units_per_em;
        let mut begun = false;
        for glyph in &run.glyphs {
            if self.glyphs.define(font, glyph.id).is_none() {
                continue;
            }
            if !begun {
                self.put("<g");
                self.fill(Some(paint));
                self.put(" transform=\"translate(");
                self.number(at.x);
                self.put(" ");
                self.number(at.y);
                self.put(") scale(");
                number(scale, 6, &mut self.out);
                self.put(")\">");
                begun = true;
            }
            self.letters += 1;
            let Self { out, glyphs, .. } = self;
            out.extend(b"<use xlink:href=\"#");
            out.extend(glyphs.define(font, glyph.id).unwrap_or_default().as_bytes());
            digits(glyph.id.into(), 1, out);
            out.push(b'"');
            for (name, value) in [(b" x=\"", glyph.x), (b" y=\"", glyph.y)] {
                let value = (value / scale).round();
                if value != 0.0 {
                    out.extend(name);
                    number(value, 0, out);
                    out.push(b'"');
                }
            }
            out.extend(b"/>");
        }
        if begun {
            self.put("</g>\n");
        }
        begun
    }
}

/// What a group is called in the document.
fn kind(tag: Tag) -> &'static str {
    match tag {
        Tag::Title => "title",
        Tag::Persona => "persona",
        Tag::Transition => "transition",
        Tag::Phase => "phase",
        Tag::Column => "column",
        Tag::Step => "step",
        Tag::Lane => "lane",
        Tag::LaneTitle => "lane-title",
        Tag::Card => "card",
        Tag::Curve => "curve",
        Tag::Point => "point",
        Tag::Quote => "quote",
        Tag::Line => "line",
        Tag::StripTitle => "strip-title",
        Tag::Figure => "figure",
        Tag::Chain => "chain",
        Tag::Gap => "gap",
        Tag::Prompt => "prompt",
        Tag::Footer => "footer",
    }
}
