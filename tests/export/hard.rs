//! Maps of texts that are hard to draw.

use kundresa::model::{
    Card, EmotionPoint, Evidence, Id, Journey, Lane, LaneKind, Line, List, Mark, Medium, Persona,
    Phase, Project, Step, Transition,
};

/// Texts for which the bundled fonts are enough.
pub(crate) const BUNDLED: [&str; 16] = [
    "",
    " ",
    "åäö ÅÄÖ é ß ẞ ł Ő",
    "e\u{301}a\u{30a}o\u{308} mit u\u{308}",
    "😀 text 🫠 text",
    "👩‍👩‍👧‍👦 familj",
    "🏳️‍🌈🇸🇪🇬🇧",
    "👍🏽👍🏿 👩🏾‍🚀",
    "1️⃣#️⃣",
    "❤️ ☀️ ⚙️",
    "\u{200b}\u{200c}\u{200d}\u{feff}",
    "\u{0}\u{1}\u{7}\u{8}\u{1b}[31m\u{7f}",
    "line\nline\r\nline\rline\u{2028}line\u{85}line",
    "a\tb\t\tc",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "<b>&amp; \"quoted\" 'it' ]]> {json: [1]} \\n 1\u{202f}240 4,2\u{a0}%",
];

/// Texts for which fonts of the system's are needed, or that no font has.
pub(crate) const ANY: [&str; 14] = [
    "مرحبا بالعالم",
    "שלום 123 עולם",
    "abc שלום (def) ghi",
    "\u{202e}baklänges\u{202c}",
    "\u{2067}שלום\u{2069} 😀",
    "Z\u{351}\u{36b}a\u{352}\u{357}l\u{300}\u{301}\u{302}\u{303}g\u{305}\u{306}o\u{489}",
    "\u{301}",
    "\u{fe0f}\u{fe0f}\u{20e3}",
    "\u{fffd}\u{ffff}\u{fffe}\u{10ffff}",
    "\u{e000}\u{f8ff}",
    "한국어 日本語 中文",
    "ภาษาไทย नमस्ते தமிழ்",
    "𝔉𝔯𝔞𝔨𝔱𝔲𝔯 𒀀 𓀀",
    "ﷺ",
];

fn id(kind: &str, number: usize) -> Id {
    Id::new(&format!("{kind}{number:04}"))
}

/// A map that says each of `texts` in each of its parts.
pub(crate) fn map(texts: &[&str]) -> Project {
    let text = |at: usize| texts[at % texts.len()].to_owned();
    let phases: List<Phase> = (0..4)
        .map(|at| Phase {
            id: id("phase", at),
            title: text(at * 5 + 2),
            start: text(at + 3),
            steps: (0..1 + at % 2)
                .map(|step| Step {
                    id: id("step", at * 2 + step),
                    title: text(at + 7),
                    ..Step::default()
                })
                .collect(),
            ..Phase::default()
        })
        .collect();
    let steps: Vec<Id> =
        phases.iter().flat_map(|phase| phase.steps.iter().map(|step| step.id.clone())).collect();
    let step = |at: usize| steps[at % steps.len()].clone();
    let kinds = [LaneKind::Touchpoints, LaneKind::Quotes, LaneKind::Metrics, LaneKind::PainPoints];
    let mut lanes: Vec<Lane> = kinds
        .into_iter()
        .enumerate()
        .map(|(lane, kind)| Lane {
            id: id("lane", lane),
            kind,
            title: text(lane * 3 + 4),
            icon: if lane == 2 { text(6) } else { String::new() },
            line: (lane == 1).then_some(Line::Visibility),
            cards: (texts.iter().enumerate().skip(lane).step_by(4))
                .map(|(at, said)| Card {
                    id: id("card", at),
                    step: step(at / 4),
                    text: (*said).to_owned(),
                    note: text(at + 1),
                    tags: vec![text(at + 2)],
                    marks: if at % 3 == 0 { vec![Mark::PainPoint] } else { Vec::new() },
                    evidence: (at % 4 == 1).then_some(Evidence::Partly),
                    personas: vec![id("persona", at % 3)],
                    ..Card::default()
                })
                .collect(),
            ..Lane::default()
        })
        .collect();
    lanes.push(Lane {
        id: id("lane", 9),
        kind: LaneKind::Emotions,
        points: (0..10)
            .map(|at| EmotionPoint {
                id: id("point", at),
                persona: Some(id("persona", at % 2)),
                step: step(at / 2),
                value: (at as f64 * 1.7).sin() * 2.0,
                quote: if at % 2 == 0 { text(at + 2) } else { String::new() },
                ..EmotionPoint::default()
            })
            .collect(),
        ..Lane::default()
    });
    let personas: List<Persona> = (0..3)
        .map(|at| Persona {
            id: id("persona", at),
            name: text(at + 2),
            role: text(at + 4),
            emoji: if at == 1 { text(5) } else { String::new() },
            ..Persona::default()
        })
        .collect();
    let transition = Transition {
        id: id("way", 0),
        from: id("phase", 2),
        to: Some(id("phase", 0)),
        reason: text(4),
        ..Transition::default()
    };
    let journey = Journey {
        id: Id::new("journey"),
        title: text(2),
        purpose: text(5),
        personas: personas.iter().map(|persona| persona.id.clone()).collect(),
        phases,
        lanes: lanes.into_iter().collect(),
        transitions: [transition].into_iter().collect(),
        ..Journey::default()
    };
    Project { journeys: [journey].into_iter().collect(), personas, ..Project::default() }
}

/// A map with one of each thing.
pub(crate) fn tiny() -> Project {
    let persona = Persona {
        id: Id::new("ann"),
        name: "Ann".into(),
        emoji: "🙂".into(),
        ..Persona::default()
    };
    let phase = |name: &str| Phase {
        id: Id::new(name),
        title: name.into(),
        steps: [Step { id: Id::new(&format!("{name}-1")), title: "one".into(), ..Step::default() }]
            .into_iter()
            .collect(),
        ..Phase::default()
    };
    let card = Card {
        id: Id::new("card"),
        step: Id::new("A-1"),
        text: "Hi & bye".into(),
        marks: vec![Mark::MomentOfTruth],
        medium: Some(Medium::Digital),
        evidence: Some(Evidence::Hypothesis),
        ..Card::default()
    };
    let point = |step: &str, value: f64, quote: &str| EmotionPoint {
        id: Id::new(&format!("at-{step}")),
        step: Id::new(step),
        value,
        quote: quote.into(),
        ..EmotionPoint::default()
    };
    let touchpoints = Lane {
        id: Id::new("doing"),
        kind: LaneKind::Touchpoints,
        line: Some(Line::Interaction),
        cards: [card].into_iter().collect(),
        ..Lane::default()
    };
    let emotions = Lane {
        id: Id::new("feeling"),
        kind: LaneKind::Emotions,
        points: [point("A-1", 1.0, "Fine"), point("B-1", -1.5, "")].into_iter().collect(),
        ..Lane::default()
    };
    let way = Transition {
        id: Id::new("back"),
        from: Id::new("B"),
        to: Some(Id::new("A")),
        share: Some(30.0),
        ..Transition::default()
    };
    let journey = Journey {
        id: Id::new("tiny"),
        title: "Tiny <map>".into(),
        personas: vec![Id::new("ann")],
        phases: [phase("A"), phase("B")].into_iter().collect(),
        lanes: [touchpoints, emotions].into_iter().collect(),
        transitions: [way].into_iter().collect(),
        ..Journey::default()
    };
    Project {
        edited: Some("2026-02-03T04:05:06Z".into()),
        personas: [persona].into_iter().collect(),
        journeys: [journey].into_iter().collect(),
        ..Project::default()
    }
}
