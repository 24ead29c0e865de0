//! A presentation as slides (PPTX, ECMA-376) that can be changed in PowerPoint, Keynote and Impress:
//! texts are texts, drawings are shapes, what means one thing is a group with its name, and a page's
//! heading is the slide's title, so that outlines and screen readers know it.
//!
//! A slide is a page, unit for unit. A map on it is made of shapes too, up to [`SHAPES_MAX`] of them:
//! a map of more is a picture, since programs take minutes to open such a slide, and nobody edits it.
//!
//! Fonts are only named, as no program but one reads those in a file. Where Inter is not installed
//! another stands in, so each text has a box with the height of its lines fixed: lines of another
//! font stand where ours do, and short ones never break.

pub(crate) mod fixed;
mod geometry;
mod layouts;
mod letters;
mod making;
mod media;
mod package;
mod paint;
mod shapes;
mod slide_number;
mod survey;
#[cfg(test)]
mod tests;
mod text;

use super::escape::escape;
use super::story::Slides;
use super::{ExportError, Job, Report, Watch};
use crate::words::Lang;
use crate::words::titled;
use fixed::NAMES;
use layouts::SlideLayout;
use making::MadeSlide;
use media::Media;
use package::{HEAD, Package, Relation};
use std::io::Write;

/// A map of more shapes than this is a picture on its slide.
const SHAPES_MAX: usize = 4000;
/// Pixels for each page unit of such a picture.
const PICTURE_SCALE: f64 = 2.0;

/// What the parts are, after their common beginning.
macro_rules! kind {
    ($name:literal) => {
        concat!("application/vnd.openxmlformats-officedocument.presentationml.", $name, "+xml")
    };
}
const THEME: &str = "application/vnd.openxmlformats-officedocument.theme+xml";
const CORE: &str = "application/vnd.openxmlformats-package.core-properties+xml";
const APP: &str = "application/vnd.openxmlformats-officedocument.extended-properties+xml";

/// Writes the pages of the journey that is meant.
pub(super) fn write(
    job: &Job<'_>,
    out: &mut dyn Write,
    watch: &mut Watch<'_>,
) -> Result<Report, ExportError> {
    let mut slides = Slides::new(job)?;
    let count = slides.len();
    let mut book = Book::new(job);
    let lang = book.lang;
    let stop = |book: &Book<'_>, watch: &mut Watch<'_>| match watch(
        0.95 * book.slides as f32 / count.max(1) as f32,
    ) {
        true => Ok(()),
        false => Err(ExportError::Stopped),
    };
    stop(&book, watch)?;
    making::make_slides(job, lang, &mut slides, |made| {
        book.slide(made)?;
        stop(&book, watch)
    })?;
    let report = Report { pages: Some(book.slides), ..Report::default() };
    out.write_all(&book.finish(&slides)?)?;
    Ok(report)
}

/// A document in the making.
struct Book<'a> {
    job: &'a Job<'a>,
    package: Package,
    media: Media,
    /// The language of what stands on the slides.
    lang: &'static str,
    slides: usize,
    /// How many slides have notes.
    notes: usize,
}

impl<'a> Book<'a> {
    fn new(job: &'a Job<'a>) -> Self {
        let lang = job.project.language.as_deref().map_or(job.words.lang, Lang::from_code);
        let lang = match lang {
            Lang::Sv => "sv-SE",
            Lang::En => "en-GB",
        };
        let media = Media::default();
        Self { job, package: Package::new(), media, lang, slides: 0, notes: 0 }
    }

    /// Adds the next slide.
    fn slide(&mut self, made: MadeSlide) -> Result<(), ExportError> {
        self.slides += 1;
        let target = format!("../slideLayouts/slideLayout{}.xml", made.layout.number());
        let mut relations = vec![Relation::new(1, "slideLayout", target)];
        if made.notes.is_some() {
            self.notes += 1;
            let target = format!("../notesSlides/notesSlide{}.xml", self.notes);
            relations.push(Relation::new(2, "notesSlide", target));
        }
        relations.extend(self.media.relations(made.media));
        let name = format!("ppt/slides/slide{}.xml", self.slides);
        self.package.packed(&name, kind!("slide"), made.xml, &relations)?;
        let Some(notes) = made.notes else { return Ok(()) };
        let relations = [
            Relation::new(1, "notesMaster", "../notesMasters/notesMaster1.xml"),
            Relation::new(2, "slide", format!("../slides/slide{}.xml", self.slides)),
        ];
        let name = format!("ppt/notesSlides/notesSlide{}.xml", self.notes);
        self.package.packed(&name, kind!("notesSlide"), notes, &relations)
    }

    /// Adds what all slides share, and gives the whole file.
    fn finish(mut self, slides: &Slides<'_>) -> Result<Vec<u8>, ExportError> {
        let package = &mut self.package;
        let theme = fixed::theme(&self.job.theme);
        let (words, lang) = (&self.job.words, self.lang);
        self.media.pack(package)?;
        let xml = |package: &mut Package, name: &str, kind, xml: String, relations: &[Relation]| {
            package.part(name, kind, xml.as_bytes(), relations)
        };
        xml(package, "ppt/theme/theme1.xml", THEME, theme.clone(), &[])?;
        let layouts = SlideLayout::ALL;
        let mut relations: Vec<Relation> = layouts
            .map(|one| {
                let target = format!("../slideLayouts/slideLayout{}.xml", one.number());
                Relation::new(one.number(), "slideLayout", target)
            })
            .into();
        relations.push(Relation::new(layouts.len() + 1, "theme", "../theme/theme1.xml"));
        let name = "ppt/slideMasters/slideMaster1.xml";
        let master = fixed::master(words, lang, layouts.len());
        xml(package, name, kind!("slideMaster"), master, &relations)?;
        let relations = [Relation::new(1, "slideMaster", "../slideMasters/slideMaster1.xml")];
        for layout in layouts {
            let name = format!("ppt/slideLayouts/slideLayout{}.xml", layout.number());
            xml(package, &name, kind!("slideLayout"), layout.xml(words, lang), &relations)?;
        }
        if self.notes > 0 {
            xml(package, "ppt/theme/theme2.xml", THEME, theme, &[])?;
            let relations = [Relation::new(1, "theme", "../theme/theme2.xml")];
            let name = "ppt/notesMasters/notesMaster1.xml";
            xml(package, name, kind!("notesMaster"), fixed::notes_master(words, lang), &relations)?;
        }
        xml(package, "ppt/presProps.xml", kind!("presProps"), fixed::properties(), &[])?;
        xml(package, "ppt/viewProps.xml", kind!("viewProps"), fixed::view(), &[])?;
        xml(package, "ppt/tableStyles.xml", kind!("tableStyles"), fixed::table_styles(), &[])?;
        let (whole, relations) = presentation(self.slides, self.notes > 0);
        xml(package, "ppt/presentation.xml", kind!("presentation.main"), whole, &relations)?;
        xml(package, "docProps/core.xml", CORE, core(self.job, slides, lang), &[])?;
        xml(package, "docProps/app.xml", APP, app(self.slides, self.notes), &[])?;
        self.package.finish(&[
            Relation::new(1, "officeDocument", "ppt/presentation.xml"),
            Relation::new(2, "core-properties", "docProps/core.xml"),
            Relation::new(3, "extended-properties", "docProps/app.xml"),
        ])
    }
}

/// The part that says which slides there are, and in which order.
fn presentation(slides: usize, notes: bool) -> (String, Vec<Relation>) {
    let mut relations = vec![
        Relation::new(1, "slideMaster", "slideMasters/slideMaster1.xml"),
        Relation::new(2, "theme", "theme/theme1.xml"),
        Relation::new(3, "presProps", "presProps.xml"),
        Relation::new(4, "viewProps", "viewProps.xml"),
        Relation::new(5, "tableStyles", "tableStyles.xml"),
    ];
    let mut xml = format!(
        "{HEAD}<p:presentation {NAMES} saveSubsetFonts=\"1\"><p:sldMasterIdLst>\
         <p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/></p:sldMasterIdLst>"
    );
    if notes {
        relations.push(Relation::new(6, "notesMaster", "notesMasters/notesMaster1.xml"));
        xml += "<p:notesMasterIdLst><p:notesMasterId r:id=\"rId6\"/></p:notesMasterIdLst>";
    }
    xml += "<p:sldIdLst>";
    for number in 1..=slides {
        let (id, relation) = (255 + number, 10 + number);
        xml += &format!("<p:sldId id=\"{id}\" r:id=\"rId{relation}\"/>");
        relations.push(Relation::new(relation, "slide", format!("slides/slide{number}.xml")));
    }
    xml += "</p:sldIdLst><p:sldSz cx=\"12192000\" cy=\"6858000\"/>\
        <p:notesSz cx=\"6858000\" cy=\"9144000\"/>";
    xml += &fixed::default_text();
    xml += "</p:presentation>";
    (xml, relations)
}

/// What the document says of itself; its time is that of the last edit, never now.
fn core(job: &Job<'_>, slides: &Slides<'_>, lang: &str) -> String {
    let mut out = format!(
        "{HEAD}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>"
    )
    .into_bytes();
    escape(&titled(&slides.journey.title, &job.words), &mut out);
    out.extend(b"</dc:title>");
    if !slides.journey.purpose.trim().is_empty() {
        out.extend(b"<dc:description>");
        escape(slides.journey.purpose.trim(), &mut out);
        out.extend(b"</dc:description>");
    }
    out.extend(format!("<dc:language>{lang}</dc:language>").as_bytes());
    // Only what has the form that readers insist on.
    let edited = job.project.edited.as_deref().filter(|edited| {
        let form = edited.bytes().map(|byte| if byte.is_ascii_digit() { b'0' } else { byte });
        form.eq(*b"0000-00-00T00:00:00Z")
    });
    if let Some(edited) = edited {
        for name in ["created", "modified"] {
            let text =
                format!("<dcterms:{name} xsi:type=\"dcterms:W3CDTF\">{edited}</dcterms:{name}>");
            out.extend(text.as_bytes());
        }
    }
    out.extend(b"</cp:coreProperties>");
    String::from_utf8_lossy(&out).into_owned()
}

fn app(slides: usize, notes: usize) -> String {
    format!(
        "{HEAD}<Properties \
         xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <PresentationFormat>Widescreen</PresentationFormat><Slides>{slides}</Slides>\
         <Notes>{notes}</Notes><Application>Kundresa</Application></Properties>"
    )
}
