//! Draws many cards on all cores, few at once.

use crate::scene::TextEngine;
use crate::scene::draw::kept_texts::KeptTexts;
use crate::scene::draw::pen::Pen;
use crate::scene::map::card::{DrawnCard, card};
use crate::scene::map::cards::CardToDraw;
use std::thread;

/// With fewer cards to draw, a second thread costs more than it saves.
const THREADS_FROM: usize = 128;
/// More threads than this mostly make more copies of the fonts.
const THREADS_MAX: usize = 4;

/// Draws cards: a few at once, many on all cores.
pub(in crate::scene) fn draw(pen: &mut Pen, jobs: &[CardToDraw]) -> Vec<DrawnCard> {
    let one = |pen: &mut Pen, job: &CardToDraw| card(pen, job.card, job.kind, job.width);
    // Asking how many cores there are reads files: a single card is drawn in less time.
    let cores = || thread::available_parallelism().map_or(1, |cores| cores.get());
    let cores = if jobs.len() < THREADS_FROM { 1 } else { cores().min(THREADS_MAX) };
    if cores < 2 {
        return jobs.iter().map(|job| one(pen, job)).collect();
    }
    let mut parts = jobs.chunks(jobs.len().div_ceil(cores));
    let own = parts.next().unwrap_or_default();
    let (words, project, scale, held) = (pen.words, pen.project, pen.scale, pen.held);
    let (view, pictures) = (pen.view, pen.pictures);
    thread::scope(|scope| {
        let others: Vec<_> = parts
            .map(|part| {
                let words = words.clone();
                let thread = scope.spawn(move || {
                    let (mut engine, mut kept_texts) = (TextEngine::new(), KeptTexts::default());
                    let (engine, kept_texts, words) = (&mut engine, &mut kept_texts, &words);
                    let mut pen = Pen {
                        engine,
                        kept_texts,
                        words,
                        project,
                        pictures,
                        scale,
                        held,
                        view,
                        least: 0.0,
                        texts: 0,
                    };
                    let drawn: Vec<_> = part.iter().map(|job| one(&mut pen, job)).collect();
                    (drawn, pen.texts)
                });
                (part, thread)
            })
            .collect();
        let mut drawn: Vec<DrawnCard> = own.iter().map(|job| one(pen, job)).collect();
        for (part, thread) in others {
            match thread.join() {
                Ok((theirs, texts)) => {
                    drawn.extend(theirs);
                    pen.texts += texts;
                }
                // The thread is gone: its cards are drawn here.
                Err(_) => drawn.extend(part.iter().map(|job| one(pen, job))),
            }
        }
        drawn
    })
}
