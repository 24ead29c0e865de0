//! Maps to measure with: any number of cards in 20 lanes, every text different, the same each time.

#![allow(dead_code, reason = "the benchmark and the tests each use a part")]

use kundresa::model::{
    Card, Channel, ContentRole, Conversion, Device, Duration, EmotionPoint, Evidence, Id, IdSource,
    Journey, JourneyKind, Lane, LaneKind, List, Mark, Medium, Metric, Ownership, Persona, Phase,
    Project, Prompt, Source, SourceKind, Step, TimeUnit,
};
use serde::Serialize;

/// How many lanes a generated map has: one of feelings, the others of cards.
pub(crate) const LANES: usize = 20;
/// How many steps a phase has.
pub(crate) const STEPS_IN_PHASE: usize = 5;

/// What the lanes hold.
const KINDS: [LaneKind; LANES] = [
    LaneKind::Actions,
    LaneKind::Touchpoints,
    LaneKind::Emotions,
    LaneKind::Channels,
    LaneKind::Thoughts,
    LaneKind::Questions,
    LaneKind::Needs,
    LaneKind::Drivers,
    LaneKind::Expectations,
    LaneKind::Problems,
    LaneKind::Quotes,
    LaneKind::PainPoints,
    LaneKind::Insights,
    LaneKind::Opportunities,
    LaneKind::SalesMarketing,
    LaneKind::Backstage,
    LaneKind::Backstage,
    LaneKind::Systems,
    LaneKind::Metrics,
    LaneKind::Notes,
];

const WHO: [&str; 24] = [
    "Kunden",
    "Inköparen",
    "Säljaren",
    "Chefen",
    "Grannen",
    "Kollegan",
    "Teknikern",
    "Mamma",
    "Receptionisten",
    "Läraren",
    "Chauffören",
    "Ekonomen",
    "Vikarien",
    "Konsulten",
    "Lagret",
    "Kundtjänst",
    "Butiken",
    "Appen",
    "Webbplatsen",
    "Fabriken",
    "Montören",
    "Ordföranden",
    "Hantverkaren",
    "Styrelsen",
];
const DOES: [&str; 24] = [
    "väntar på",
    "söker",
    "jämför",
    "ringer om",
    "betalar för",
    "frågar efter",
    "skickar tillbaka",
    "läser om",
    "glömmer",
    "hämtar",
    "beställer",
    "provar",
    "granskar",
    "förhandlar om",
    "missar",
    "skriver om",
    "visar upp",
    "lagar",
    "byter",
    "sparar",
    "delar",
    "bokar om",
    "öppnar",
    "berättar om",
];
const WHAT: [&str; 32] = [
    "offerten",
    "leveransen",
    "fakturan",
    "nyckeln",
    "paketet",
    "avtalet",
    "demon",
    "svaret",
    "kvittot",
    "reservdelen",
    "prislistan",
    "guiden",
    "manualen",
    "chatten",
    "garantin",
    "orderbekräftelsen",
    "driftsättningen",
    "underhållsplanen",
    "referensbesöket",
    "jämförelsetabellen",
    "stilleståndskalkylen",
    "betalningspåminnelsen",
    "reklamationen",
    "kundundersökningen",
    "monteringsanvisningen",
    "fraktsedeln",
    "provresultatet",
    "nyhetsbrevet",
    "parkeringstillståndet",
    "lösenordet",
    "bytesrätten",
    "serviceavtalet",
];
const WHEN: [&str; 16] = [
    "på måndag",
    "i kön",
    "på bussen",
    "efter lunch",
    "hemma",
    "i butiken",
    "på mässan",
    "mitt i natten",
    "före semestern",
    "i telefon",
    "vid disken",
    "från hytten",
    "på mobilen",
    "med hela gruppen",
    "utan att fråga",
    "en gång till",
];
const TAGS: [&str; 6] = ["säkerhet", "ekonomi", "snabbt gjort", "hög nytta", "teknik", "väntan"];

/// A map of `cards` cards: 20 lanes and one card in a cell, so that more cards come with more steps; two personas who feel something in each step.
pub(crate) fn map(cards: usize) -> Project {
    let mut maker = Maker { ids: IdSource::seeded(20), bits: 1, texts: 0 };
    let steps = steps_for(cards);
    let personas: List<Persona> = [("Anna", "Produktionschef", "👩‍🏭"), ("Karim", "Inköpare", "👨🏽‍💼")]
        .into_iter()
        .map(|(name, role, emoji)| Persona {
            id: maker.ids.next_id(),
            name: name.into(),
            role: role.into(),
            emoji: emoji.into(),
            ..Persona::default()
        })
        .collect();
    let sources: List<Source> = (1..=6)
        .map(|number| Source {
            id: maker.ids.next_id(),
            kind: Some(SourceKind::Interview),
            title: format!("Intervju {number}"),
            ..Source::default()
        })
        .collect();
    let phases: List<Phase> =
        (0..steps.div_ceil(STEPS_IN_PHASE)).map(|index| maker.phase(index, steps)).collect();
    let columns: Vec<Id> =
        phases.iter().flat_map(|phase| &phase.steps).map(|step| step.id.clone()).collect();
    let persona_ids: Vec<Id> = personas.iter().map(|persona| persona.id.clone()).collect();
    let source_ids: Vec<Id> = sources.iter().map(|source| source.id.clone()).collect();

    // Card number n stands in card lane n mod 19, and in the step that its share of the way gives.
    let card_lanes = LANES - 1;
    let mut filled: Vec<Vec<Card>> = vec![Vec::new(); card_lanes];
    for number in 0..cards {
        let lane = number % card_lanes;
        let step = &columns[number * columns.len() / cards];
        filled[lane].push(maker.card(step, &persona_ids, &source_ids));
    }
    let mut filled = filled.into_iter();
    let prompts: List<Prompt> = (columns.iter())
        .map(|step| Prompt {
            step: step.clone(),
            text: "Vad behöver kunden här?".into(),
            ..Prompt::default()
        })
        .collect();
    let lanes = KINDS
        .into_iter()
        .map(|kind| {
            let id = maker.ids.next_id();
            if kind == LaneKind::Emotions {
                let points = maker.points(&columns, &persona_ids);
                // The area between both curves is filled; where nothing is felt a question stands.
                let gap_between = persona_ids.clone();
                let prompts = prompts.clone();
                return Lane { id, kind, points, gap_between, prompts, ..Lane::default() };
            }
            let mut cards = filled.next().unwrap_or_default();
            if kind == LaneKind::Metrics {
                cards.iter_mut().for_each(|card| card.metric = Some(maker.metric()));
            }
            // In a few lanes each tenth cell is empty and asks.
            if matches!(kind, LaneKind::Needs | LaneKind::Drivers | LaneKind::Systems) {
                cards.iter_mut().for_each(|card| stand_aside(&columns, card));
                let (cards, prompts) = (cards.into_iter().collect(), prompts.clone());
                return Lane { id, kind, cards, prompts, ..Lane::default() };
            }
            Lane { id, kind, cards: cards.into_iter().collect(), ..Lane::default() }
        })
        .collect();
    let journey = Journey {
        id: maker.ids.next_id(),
        title: format!("Karta med {cards} kort"),
        kind: Some(JourneyKind::Current),
        purpose: "mäta hur fort det går".into(),
        for_whom: "den som bygger programmet".into(),
        from: "ett tryck på en tangent".into(),
        to: "en ny bild".into(),
        personas: persona_ids,
        phases,
        lanes,
        ..Journey::default()
    };
    Project {
        title: journey.title.clone(),
        language: Some("sv".into()),
        personas,
        sources,
        journeys: [journey].into_iter().collect(),
        ..Project::default()
    }
}

/// Moves a card out of every tenth step, to the step before it.
fn stand_aside(columns: &[Id], card: &mut Card) {
    let place = columns.iter().position(|column| *column == card.step);
    if let Some(place) = place.filter(|place| place % 10 == 7) {
        card.step = columns[place - 1].clone();
    }
}

/// The project as its file, pretty-printed and in the order of the fields.
pub(crate) fn json(project: &Project) -> String {
    #[derive(Serialize)]
    struct File<'a> {
        format: &'a str,
        version: u32,
        project: &'a Project,
    }
    let file = File { format: "kundresa", version: 1, project };
    serde_json::to_string_pretty(&file).expect("a project is plain data") + "\n"
}

/// One card in each cell: 20 steps for 380 cards, 527 for 10,000.
fn steps_for(cards: usize) -> usize {
    cards.div_ceil(LANES - 1).max(1)
}

struct Maker {
    ids: IdSource,
    bits: u64,
    texts: usize,
}

impl Maker {
    /// Random bits (xorshift64, Marsaglia 2003).
    fn bits(&mut self) -> usize {
        self.bits ^= self.bits << 13;
        self.bits ^= self.bits >> 7;
        self.bits ^= self.bits << 17;
        (self.bits >> 16) as usize
    }

    /// True once in `times`.
    fn once_in(&mut self, times: usize) -> bool {
        self.bits().is_multiple_of(times)
    }

    fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.bits() % of.len()].clone()
    }

    /// A text no other card has, 10 to 60 characters: words by chance, and a number that counts.
    fn text(&mut self) -> String {
        self.texts += 1;
        let number = self.texts;
        let (who, does, what) = (self.one(&WHO), self.one(&DOES), self.one(&WHAT));
        let when = self.one(&WHEN);
        let short = format!("{who}: {what} {number}");
        let text = match self.bits() % 4 {
            0 => return short,
            1 => format!("{does} {what} {when}, {number}"),
            2 => format!("{who} {does} {what} {number}"),
            _ => format!("{who} {does} {what} {number}, {when}"),
        };
        if text.chars().count() > 60 { short } else { text }
    }

    fn phase(&mut self, index: usize, steps: usize) -> Phase {
        let first = index * STEPS_IN_PHASE;
        let count = STEPS_IN_PHASE.min(steps - first);
        Phase {
            id: self.ids.next_id(),
            title: format!("Fas {}", index + 1),
            duration: Some(Duration {
                from: Some((index % 4 + 1) as f64),
                to: Some((index % 4 + 3) as f64),
                unit: Some(TimeUnit::Weeks),
                ..Duration::default()
            }),
            start: format!("{:02}:{:02}", (index * 30 / 60) % 24, index * 30 % 60),
            customers_in: Some(10_000.0 * 0.97_f64.powi(index as i32)),
            conversion: Some(Conversion { name: "går vidare".into(), ..Conversion::default() }),
            friction: Some((index % 5) as u8),
            sales_phase: format!("Säljfas {}", index + 1),
            steps: (first..first + count)
                .map(|step| Step {
                    id: self.ids.next_id(),
                    title: format!("Steg {}", step + 1),
                    ..Step::default()
                })
                .collect(),
            ..Phase::default()
        }
    }

    fn card(&mut self, step: &Id, personas: &[Id], sources: &[Id]) -> Card {
        let mut card = Card {
            id: self.ids.next_id(),
            step: step.clone(),
            text: self.text(),
            ..Card::default()
        };
        if self.once_in(5) {
            card.note = format!("{} {}", self.one(&WHO).to_lowercase(), self.one(&WHEN));
        }
        if self.once_in(2) {
            card.channel = Some(self.one(Channel::ALL));
            card.medium = Some(self.one(Medium::ALL));
        }
        if self.once_in(4) {
            card.ownership = Some(self.one(Ownership::ALL));
        }
        if self.once_in(8) {
            card.content_role = Some(self.one(ContentRole::ALL));
        }
        if self.once_in(10) {
            card.device = Some(self.one(Device::ALL));
        }
        if self.once_in(12) {
            card.marks = vec![self.one(Mark::ALL)];
        }
        if self.once_in(10) {
            card.tags = vec![self.one(&TAGS).into()];
        }
        if self.once_in(6) {
            card.personas = vec![self.one(personas)];
        }
        if !self.once_in(3) {
            card.evidence = Some(self.one(Evidence::ALL));
            card.sources = vec![self.one(sources)];
        }
        card
    }

    fn metric(&mut self) -> Metric {
        let value = (self.bits() % 200) as f64 / 2.0;
        Metric {
            value: Some(value),
            unit: "%".into(),
            target: Some(value + 5.0),
            trend: vec![value - 2.0, value - 1.0],
            ..Metric::default()
        }
    }

    /// One point of each persona in each step; one in five says something.
    fn points(&mut self, steps: &[Id], personas: &[Id]) -> List<EmotionPoint> {
        let mut points = Vec::new();
        for persona in personas {
            for step in steps {
                let quote = if self.once_in(5) { self.text() } else { String::new() };
                points.push(EmotionPoint {
                    id: self.ids.next_id(),
                    persona: Some(persona.clone()),
                    step: step.clone(),
                    value: (self.bits() % 401) as f64 / 100.0 - 2.0,
                    quote,
                    ..EmotionPoint::default()
                });
            }
        }
        points.into_iter().collect()
    }
}
