//! The presentation of a map, page by page, for those who write it to files; and as pictures, one
//! file each.

use super::{ExportError, Job, Options, Report, Watch, png, with_job};
use crate::model::{DetailsPlace, Id, Journey, PageKind, Project, StoryPage, plain_text};
use crate::scene::Item;
use crate::scene::pages::{Deck, Page, Planned, SIZE};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Pixels for each page unit where nothing is asked for: a full HD projector's.
const USUAL_SCALE: f64 = 1.0;

/// The pages of a presentation that are shown, each drawn when it is asked for.
pub(super) struct Slides<'a> {
    job: &'a Job<'a>,
    deck: Deck,
    /// What is presented.
    pub journey: Arc<Journey>,
}

/// A page.
pub(super) struct Slide {
    /// What it shows.
    pub kind: PageKind,
    /// Its heading as it stands on it.
    pub heading: String,
    /// What it is called among all pages: one of several of the same heading says which.
    pub name: String,
    /// What the presenter is to say, where that was asked for; empty: nothing.
    pub notes: String,
    /// Does it go on with what the page before began?
    pub goes_on: bool,
    /// What is drawn, in the order of painting and of reading, in page units.
    pub items: Vec<Item>,
    /// How many of them, from the first, are the map on it.
    pub of_map: usize,
}

impl<'a> Slides<'a> {
    /// Plans the pages of the journey that was named, or of the first.
    pub(super) fn new(job: &'a Job<'a>) -> Result<Self, ExportError> {
        let journey = job.journeys()?.into_iter().next().ok_or(ExportError::NoJourneys)?;
        Ok(Self::planned(job, job.project, journey))
    }

    /// Plans a page for each phase of `journey` with its details behind it, whatever the presentation shows
    /// of them and where.
    pub(super) fn of_phases(job: &'a Job<'a>, journey: &Arc<Journey>) -> Self {
        let mut project = Project::clone(job.project);
        let place = project.journeys.iter().position(|one| one.id == journey.id);
        if let Some(one) = place.and_then(|place| project.journeys.edit(place)) {
            one.details = Some(DetailsPlace::AfterPhase);
            for phase in &journey.phases {
                let page = StoryPage {
                    kind: PageKind::Phase,
                    about: Some(phase.id.clone()),
                    ..StoryPage::default()
                };
                let known = one.story.iter().position(|other| other.same_place(&page));
                let place = known.unwrap_or_else(|| {
                    one.story.push(Arc::new(page));
                    one.story.len() - 1
                });
                // The details of one that is hidden share no page with those of others.
                one.story.edit(place).into_iter().for_each(|page| page.hidden = true);
            }
        }
        Self::planned(job, &Arc::new(project), journey.clone())
    }

    /// Plans the pages of `journey` as `project` tells it, which differs from the job's in its story alone.
    fn planned(job: &'a Job<'a>, project: &Arc<Project>, journey: Arc<Journey>) -> Self {
        let mut deck = Deck::new();
        deck.draw_once();
        deck.whole = job.whole_of(job.project, &journey.id);
        deck.today = job.options.today;
        deck.plan(project, &journey.id, &job.words);
        Self { job, deck, journey }
    }

    /// The pages of a phase, in order, of [`Self::of_phases`]: without a number, as they have none.
    pub(super) fn of_phase(&mut self, phase: &Id) -> Vec<Slide> {
        let is_it =
            |page: &StoryPage| page.kind == PageKind::Phase && page.about.as_ref() == Some(phase);
        let places = 0..self.deck.all().len();
        let places: Vec<usize> = places.filter(|at| is_it(&self.deck.all()[*at].page)).collect();
        let slide = |at: usize| {
            let planned = self.deck.all().get(at)?.clone();
            let page = self.deck.any_page(at, &self.job.words)?;
            Some(self.slide_of(planned, &page))
        };
        places.into_iter().filter_map(slide).collect()
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.deck.shown().len()
    }

    /// The one at `place`, from 0.
    pub(super) fn slide(&mut self, place: usize) -> Option<Slide> {
        let planned = self.deck.shown().nth(place)?.clone();
        let page = self.deck.page(place, &self.job.words)?;
        Some(self.slide_of(planned, &page))
    }

    fn slide_of(&self, planned: Planned, page: &Page) -> Slide {
        let items = page.all_items(&self.job.words);
        let of_map = items.len().saturating_sub(page.items.len());
        let name = match planned.parts {
            0 | 1 => planned.called(&self.job.words),
            parts => {
                let (part, parts) = ((planned.part + 1).to_string(), parts.to_string());
                self.job.words.handouts_part(planned.called(&self.job.words), part, parts)
            }
        };
        let notes = match self.job.options.notes {
            true => plain_text(&planned.page.notes).trim().to_owned(),
            false => String::new(),
        };
        let goes_on = planned.part > 0;
        let kind = planned.page.kind.clone();
        let heading = planned.title;
        Slide { kind, heading, name, notes, goes_on, items, of_map }
    }
}

/// Is given a picture of each page: its number from 1, how many there are, and its PNG file.
pub(super) type TakePicture<'a> = dyn FnMut(usize, usize, Vec<u8>) -> Result<(), ExportError> + 'a;

/// Draws all pages of the presentation of the journey that is meant, one after the other.
///
/// # Errors
/// What [`export`](super::export) may say, and what `take` does.
pub fn pictures(
    project: &Arc<Project>,
    options: &Options,
    take: &mut TakePicture<'_>,
    watch: &mut Watch<'_>,
) -> Result<Report, ExportError> {
    with_job(project, options, |job| {
        let mut slides = Slides::new(job)?;
        let count = slides.len();
        let mut report = Report { pages: Some(count), ..Report::default() };
        for place in 0..count {
            let Some(slide) = slides.slide(place) else { continue };
            let mut bytes = Vec::new();
            let share = |done: f32| (place as f32 + done) / count as f32;
            let one = picture(job, &slide.items, &mut bytes, &mut |done| watch(share(done)))?;
            report.pixels = one.pixels;
            take(place + 1, count, bytes)?;
        }
        Ok(report)
    })
}

/// The page of a presentation that has only one.
pub(super) fn write_picture(
    job: &Job<'_>,
    out: &mut dyn Write,
    watch: &mut Watch<'_>,
) -> Result<Report, ExportError> {
    let mut slides = Slides::new(job)?;
    match (slides.len(), slides.slide(0)) {
        (1, Some(slide)) => picture(job, &slide.items, out, watch),
        (count, _) => Err(ExportError::ManyPictures(count)),
    }
}

fn picture(
    job: &Job<'_>,
    items: &[Item],
    out: &mut dyn Write,
    watch: &mut Watch<'_>,
) -> Result<Report, ExportError> {
    png::picture(job, items, SIZE, USUAL_SCALE, out, watch)
}

/// The files that [`export_to`](super::export_to) writes pictures of the pages to when it is told
/// `path`: `talk-01.png`, `talk-02.png` for `talk.png`.
///
/// # Errors
/// As for [`pictures`].
pub fn page_files(
    path: &Path,
    project: &Arc<Project>,
    options: &Options,
) -> Result<Vec<PathBuf>, ExportError> {
    let count = page_count(project, options)?;
    Ok((1..=count).map(|number| page_file(path, number, count)).collect())
}

/// How many pages the presentation of the journey that is meant has.
///
/// # Errors
/// As for [`pictures`].
pub fn page_count(project: &Arc<Project>, options: &Options) -> Result<usize, ExportError> {
    with_job(project, options, |job| Ok(Slides::new(job)?.len()))
}

/// The file of the page of this number among `count`; they sort as the pages do.
pub fn page_file(path: &Path, number: usize, count: usize) -> PathBuf {
    let width = count.to_string().len().max(2);
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push(format!("-{number:0width$}"));
    if let Some(extension) = path.extension() {
        name.push(".");
        name.push(extension);
    }
    path.with_file_name(name)
}
