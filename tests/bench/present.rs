//! How fast is a presentation? `cargo bench --bench present` prints, for maps of 100, 1,000 and
//! 10,000 cards, how long planning and drawing pages takes and how long frames take, at rest and
//! while the camera moves, and whether they keep to their limits.
//!
//! A limit is a ratio of two times measured side by side, so that it means the same on every
//! machine, whatever else that machine is doing.

mod maps;

use egui::{Pos2, RawInput, Rect, Vec2, pos2, vec2};
use kundresa::edit::{Change, Edit, Editor};
use kundresa::model::{Card, CardRef, Id, IdSource, List, PageKind, Project, Transition};
use kundresa::scene::pages::{Deck, Page, Planned};
use kundresa::scene::{Theme, ThemeKind};
use kundresa::ui::present::{CameraWay, PagePainter, PageView, seen, still};
use kundresa::ui::{apply_style, install_fonts, register_system_fonts};
use kundresa::words::{Lang, Words};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How many cards the maps have.
const SIZES: [usize; 3] = [100, 1_000, 10_000];
/// The audience's screen.
const SCREEN: Vec2 = vec2(1920.0, 1080.0);
/// How often each frame is measured.
const ROUNDS: usize = 8;
/// A move takes this many frames.
const MOVE: usize = 25;
/// How many edits are measured.
const EDITS: usize = 60;
/// How much longer a frame of a move may take than one at rest.
const MOVE_MAX: f64 = 2.0;

/// How much longer an edit and what follows from it may take on the large map than on the small one.
const EDIT_MAX: f64 = 2.0;

/// How much longer it may take until the first page of the large map is there than of the small one.
const FIRST_MAX: f64 = 10.0;
/// So long pages are planned beside a frame.
const STEP: Duration = Duration::from_millis(5);

/// The moves that are measured: from which kind of page to which, and into a part of it or not.
const MOVES: [(PageKind, PageKind, bool); 5] = [
    (PageKind::Title, PageKind::Map, false),
    (PageKind::Map, PageKind::Phase, true),
    (PageKind::Phase, PageKind::Curve, false),
    (PageKind::Curve, PageKind::Movement, false),
    (PageKind::Movement, PageKind::Map, false),
];

fn main() {
    let words = Words::new(Lang::Sv);
    let mut limits = Vec::new();
    let (mut edits, mut firsts) = (Vec::new(), Vec::new());
    println!("times in ms, median and 95th percentile\n");
    for size in SIZES {
        let project = Arc::new(map(size));
        let journey = project.journeys[0].id.clone();
        let mut deck = Deck::new();
        let first = time(|| {
            deck.plan_for(&project, &journey, &words, Duration::ZERO, |_| true);
            deck.page(0, &words);
        });
        let (mut longest, mut planning) = (Duration::ZERO, first);
        while !deck.is_whole() {
            let took = time(|| _ = deck.plan_for(&project, &journey, &words, STEP, |_| true));
            longest = longest.max(took);
            planning += took;
        }
        let pages = deck.shown().len();
        println!("{size:>6} cards: planning {pages} pages takes {:.2}", ms(planning));
        let (first, longest) = (ms(first), ms(longest));
        println!(
            "{size:>6} cards: the first page is there after {first:.2}, and the longest step of the rest takes {longest:.2}"
        );
        firsts.push(first);
        let mut drawn = Vec::new();
        for kind in [
            PageKind::Title,
            PageKind::Phase,
            PageKind::Curve,
            PageKind::Movement,
            PageKind::Next,
            PageKind::Map,
        ] {
            let Some(place) = deck.shown().position(|one| one.page.kind == kind) else { continue };
            let mut page = None;
            let took = time(|| page = deck.page(place, &words));
            println!("{size:>6} cards: drawing a page, {:<10} {:>8.2}", kind.as_str(), ms(took));
            drawn.extend(page.map(|page| (kind, page)));
        }
        let mut stage = Stage::new();
        for (from, to, into) in MOVES {
            let page = |kind| drawn.iter().find(|one| one.0 == kind).map(|one| &one.1);
            let (Some(a), Some(b)) = (page(from.clone()), page(to.clone())) else { continue };
            let name = format!("{} to {}", from.as_str(), to.as_str());
            limits.push(stage.moves(size, &name, a, b, into));
        }
        edits.push(live_edits(&project, &journey, &words));
    }
    let [.., few, many] = edits[..] else { return };
    println!("\nan edit, planned and its page drawn again: {few:.1} at 1,000, {many:.1} at 10,000");
    limits.push(("an edit while presenting, 10,000 against 1,000".into(), many / few, EDIT_MAX));
    if let [.., few, many] = firsts[..] {
        limits.push(("the first page, 10,000 against 1,000".into(), many / few, FIRST_MAX));
    }
    println!();
    for (what, ratio, limit) in limits {
        let holds = if ratio <= limit { "holds" } else { "IS TOO HIGH" };
        println!("{what:<65} {ratio:>6.2}  at most {limit:<4} {holds}");
    }
}

/// A map with everything that pages show.
fn map(cards: usize) -> Project {
    let mut project = maps::map(cards);
    if let Some(journey) = project.journeys.edit(0) {
        let phases: Vec<Id> = journey.phases.iter().map(|phase| phase.id.clone()).collect();
        let transition = |(number, pair): (usize, &[Id])| Transition {
            id: Id::new(&format!("back{number}")),
            from: pair[1].clone(),
            to: Some(pair[0].clone()),
            share: Some(10.0 + number as f64),
            reason: "priset gick inte att jämföra".into(),
            ..Transition::default()
        };
        let loops = phases.windows(2).step_by(9).enumerate().map(transition);
        journey.transitions = List::from_iter(loops);
    }
    project
}

/// Changing a card, planning the pages anew and drawing the page of its phase: the median.
fn live_edits(project: &Arc<Project>, journey: &Id, words: &Words) -> f64 {
    let mut editor = Editor::new(Project::clone(project), IdSource::seeded(7));
    let mut deck = Deck::new();
    deck.plan(project, journey, words);
    let place = deck.shown().position(|one| one.page.kind == PageKind::Phase).unwrap_or_default();
    deck.page(place, words);
    let lanes = &project.journeys[0].lanes;
    let lane = lanes.iter().find(|lane| !lane.cards.is_empty()).expect("there are cards").clone();
    let card = lane.cards[0].clone();
    let page = deck.shown().nth(place).expect("it is there").page.clone();
    let here = |one: &Planned| one.page.same_place(&page);
    let mut rest = Duration::ZERO;
    let mut took: Vec<Duration> = (0..EDITS)
        .map(|number| {
            let card = Card { text: format!("{} och {number}", card.text), ..Card::clone(&card) };
            let one = CardRef { lane: Some(lane.id.clone()), card: card.id.clone() };
            let change = Change::PutCards(vec![(one, card)]);
            let edit = Edit { journey: journey.clone(), change };
            let took = time(|| {
                editor.edit(edit).expect("it can be done");
                deck.plan_for(editor.project(), journey, words, Duration::ZERO, here);
                deck.page(place, words);
            });
            // The other pages come beside the frames after it.
            rest = rest.max(time(|| _ = deck.finish()));
            took
        })
        .collect();
    took.sort();
    println!("    all other pages planned anew, at most {:.2}", ms(rest));
    ms(took[took.len() / 2])
}

fn time(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// The audience's window without a screen.
struct Stage {
    ctx: egui::Context,
    theme: Theme,
    painter: PagePainter,
    time: f64,
}

impl Stage {
    fn new() -> Self {
        let ctx = egui::Context::default();
        let theme = Theme::new(ThemeKind::Projector);
        install_fonts(&ctx);
        apply_style(&ctx, &theme);
        let mut stage = Self { ctx, theme, painter: PagePainter::default(), time: 0.0 };
        // The first frame of a context reads its fonts.
        let input = stage.input();
        stage.ctx.run_ui(input, |_| {}).drop_without_applying_deltas();
        stage
    }

    fn input(&mut self) -> RawInput {
        self.time += 1.0 / 60.0;
        RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SCREEN)),
            time: Some(self.time),
            max_texture_side: Some(4096),
            ..RawInput::default()
        }
    }

    /// Paints and tessellates one frame.
    fn frame(&mut self, pages: &[(&Page, PageView)]) -> Duration {
        let input = self.input();
        let (painter, theme) = (&mut self.painter, &self.theme);
        let start = Instant::now();
        let window = Rect::from_min_size(Pos2::ZERO, SCREEN);
        let mut output = self.ctx.run_ui(input, |ui| {
            register_system_fonts(ui.ctx());
            painter.paint(ui, theme, window, pages);
        });
        drop(self.ctx.tessellate(std::mem::take(&mut output.shapes), 1.0));
        let took = start.elapsed();
        output.drop_without_applying_deltas();
        took
    }

    /// Measures frames at rest on both pages and between them, in turn; the limit of them.
    fn moves(
        &mut self,
        size: usize,
        name: &str,
        from: &Page,
        to: &Page,
        into: bool,
    ) -> (String, f64, f64) {
        let window = Rect::from_min_size(Pos2::ZERO, SCREEN);
        let column = Rect::from_min_size(pos2(700.0, 200.0), vec2(200.0, 700.0));
        let way = if into { CameraWay::Into(column) } else { CameraWay::Beside(1.0) };
        let rest = still(window);
        let [mut at_from, mut at_to, mut moving]: [Vec<Duration>; 3] = Default::default();
        // Other programs are not to be measured: of a few frames alike the quickest counts. Frames
        // follow each other as they do on a screen, so that what one keeps serves the next.
        for round in 0..=ROUNDS {
            let moves = (0..MOVE).map(|frame| seen(way, frame as f32 / MOVE as f32, window));
            let plays = [
                moves.map(|[a, b]| self.frame(&[(from, a), (to, b)])).collect::<Vec<_>>(),
                (0..=MOVE).map(|_| self.frame(&[(to, rest)])).skip(1).collect(),
                (0..=MOVE).map(|_| self.frame(&[(from, rest)])).skip(1).collect(),
            ];
            // In the first round letters are drawn that are asked for the first time.
            if round == 0 {
                continue;
            }
            for (list, took) in [&mut moving, &mut at_to, &mut at_from].into_iter().zip(plays) {
                list.resize(MOVE, Duration::MAX);
                list.iter_mut().zip(took).for_each(|(best, took)| *best = took.min(*best));
            }
        }
        let [at_from, at_to, moving] = [at_from, at_to, moving].map(quantiles);
        println!(
            "{size:>6} cards, {name:<18} at rest {:.2} {:.2} and {:.2} {:.2}, moving {:.2} {:.2}",
            at_from[0], at_from[1], at_to[0], at_to[1], moving[0], moving[1]
        );
        let rest = at_from[1].max(at_to[1]);
        (format!("{size} cards, a move from {name}, 95th percentile"), moving[1] / rest, MOVE_MAX)
    }
}

/// Median and 95th percentile in milliseconds.
fn quantiles(mut took: Vec<Duration>) -> [f64; 2] {
    took.sort();
    [ms(took[took.len() / 2]), ms(took[took.len() * 95 / 100])]
}
