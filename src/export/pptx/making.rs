//! Slides, made on several threads and handed on in their order.
//!
//! Pages are drawn one at a time, by the deck that planned them. What each becomes, which takes longer,
//! shares nothing with other slides: its XML is written and packed beside that of others.

use super::fixed::{self, NAMES, TREE};
use super::layouts::SlideLayout;
use super::letters::Letters;
use super::media::SlideMedia;
use super::package::{HEAD, Packed};
use super::shapes::Shapes;
use super::{PICTURE_SCALE, SHAPES_MAX};
use crate::export::escape::escape;
use crate::export::story::{Slide, Slides};
use crate::export::{ExportError, Job, PngSize, png};
use crate::scene::pages::SIZE;
use crate::scene::{Item, Tag, Visit, walk};
use egui::{Pos2, Rect};
use std::convert::Infallible;
use std::io;
use std::sync::{Mutex, mpsc};
use std::thread;

/// More threads than this wait for the deck, which draws for one at a time.
const THREADS_MAX: usize = 4;
/// How many slides of each thread may wait until those before them are done: as much as keeps it
/// busy, so that memory does not grow with the map.
const WAITING: usize = 4;

/// A slide without what hangs on the slides before it.
pub(super) struct MadeSlide {
    pub layout: SlideLayout,
    pub xml: Packed,
    /// None: it has no notes.
    pub notes: Option<Packed>,
    pub media: SlideMedia,
}

/// What slides are made by, for one thread.
struct Maker<'a> {
    job: &'a Job<'a>,
    /// The language of what stands on them, `sv-SE`.
    lang: &'a str,
    letters: Letters,
}

/// Makes all slides and gives them to `take` in their order.
///
/// # Errors
/// What making one says, and what `take` does; no more are made then.
pub(super) fn make_slides(
    job: &Job<'_>,
    lang: &str,
    slides: &mut Slides<'_>,
    mut take: impl FnMut(MadeSlide) -> Result<(), ExportError>,
) -> Result<(), ExportError> {
    let count = slides.len();
    let cores = thread::available_parallelism().map_or(1, |cores| cores.get());
    let threads = cores.min(THREADS_MAX).min(count);
    let slides = Mutex::new(slides);
    thread::scope(|scope| {
        let workers: Vec<mpsc::Receiver<_>> = (0..threads)
            .map(|first| {
                let (send, receive) = mpsc::sync_channel(WAITING);
                let slides = &slides;
                scope.spawn(move || {
                    let mut maker = Maker { job, lang, letters: Letters::default() };
                    for place in (first..count).step_by(threads) {
                        // Another thread has failed: so does the whole.
                        let Ok(mut slides) = slides.lock() else { return };
                        let slide = slides.slide(place);
                        drop(slides);
                        let made = slide.map(|slide| maker.slide(&slide, place + 1)).transpose();
                        // Nobody waits for it any more.
                        if send.send(made).is_err() {
                            return;
                        }
                    }
                });
                receive
            })
            .collect();
        for receive in workers.iter().cycle().take(count) {
            let lost = || io::Error::other("a slide could not be made");
            if let Some(made) = receive.recv().map_err(|_| lost())?? {
                take(made)?;
            }
        }
        Ok(())
    })
}

impl Maker<'_> {
    /// The slide of this number, from 1.
    fn slide(&mut self, slide: &Slide, number: usize) -> Result<MadeSlide, ExportError> {
        let layout = SlideLayout::of(&slide.kind);
        let (map, page) = slide.items.split_at_checked(slide.of_map).unwrap_or((&[], &slide.items));
        // The last thing on a page is its number, which programs count themselves.
        let is_number = |item: &Item| matches!(item, Item::Group(one) if one.tag == Tag::Footer);
        let (page, foot) = match page.split_last() {
            Some((last, page)) if is_number(last) => (page, Some(last)),
            Some(_) | None => (page, None),
        };
        let picture = match shapes_in(map) > SHAPES_MAX {
            false => None,
            true => {
                let mut bytes = Vec::new();
                let size = Some(PngSize::Scale(PICTURE_SCALE));
                let clear = (&self.job.theme, false);
                png::drawn(map, SIZE, clear, (size, 1.0), &mut bytes, &mut |_| true)?;
                Some(bytes)
            }
        };
        let mut media = SlideMedia::default();
        let about = (&slide.items[..], &slide.heading[..], layout);
        let words = (&self.job.words, self.lang);
        let mut shapes = Shapes::new(&self.job.theme, words, &mut self.letters, &mut media, about);
        match picture {
            None => shapes.draw(map),
            Some(png) => {
                shapes.pass(map);
                shapes.picture(png, &slide.name, Rect::from_min_size(Pos2::ZERO, SIZE));
            }
        }
        shapes.draw(page);
        if let Some(foot) = foot {
            shapes.number(std::slice::from_ref(foot), number);
        }
        let mut xml = format!("{HEAD}<p:sld {NAMES}><p:cSld>{TREE}").into_bytes();
        xml.extend(shapes.finish());
        xml.extend(b"</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>");
        let notes = match slide.notes.is_empty() {
            true => None,
            false => Some(Packed::new(&self.notes(&slide.notes))?),
        };
        Ok(MadeSlide { layout, xml: Packed::new(&xml)?, notes, media })
    }

    fn notes(&self, notes: &str) -> Vec<u8> {
        let words = &self.job.words;
        let (noted, box_of_notes) = (fixed::noted(words), fixed::notes(words));
        let mut xml = format!("{HEAD}<p:notes {NAMES}><p:cSld>{TREE}{noted}<p:spPr/></p:sp>");
        xml += &box_of_notes;
        xml += "<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>";
        let mut xml = xml.into_bytes();
        for line in notes.lines() {
            xml.extend(b"<a:p>");
            if !line.trim().is_empty() {
                xml.extend(
                    format!("<a:r><a:rPr lang=\"{}\" dirty=\"0\"/><a:t>", self.lang).as_bytes(),
                );
                escape(line, &mut xml);
                xml.extend(b"</a:t></a:r>");
            }
            xml.extend(b"</a:p>");
        }
        xml.extend(
            b"</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/>\
            </p:clrMapOvr></p:notes>",
        );
        xml
    }
}

/// How many shapes and texts `items` draw.
fn shapes_in(items: &[Item]) -> usize {
    let mut count = 0;
    let Ok(()) = walk(items, None, &mut |visit| {
        count += usize::from(matches!(visit, Visit::Draw(..)));
        Ok::<(), Infallible>(())
    });
    count
}
