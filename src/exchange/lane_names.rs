//! What a row is, by what somebody called it: the names that lanes have here in either language, and the
//! words that the field uses for them elsewhere.

use crate::model::LaneKind;
use crate::words::is_called;

/// Words for rows besides our own names, in lower case. A name that begins with one, or has one as a whole
/// word, is such a row; the first that fits counts, so narrow words stand before wide ones.
const WORDS: &[(&str, LaneKind)] = &[
    ("pain point", LaneKind::PainPoints),
    ("pains", LaneKind::PainPoints),
    ("pain", LaneKind::PainPoints),
    ("smärt", LaneKind::PainPoints),
    ("friktion", LaneKind::PainPoints),
    ("hinder", LaneKind::PainPoints),
    ("frustration", LaneKind::PainPoints),
    ("problem", LaneKind::Problems),
    ("utmaning", LaneKind::Problems),
    ("möjlighet", LaneKind::Opportunities),
    ("opportunit", LaneKind::Opportunities),
    ("idé", LaneKind::Opportunities),
    ("idea", LaneKind::Opportunities),
    ("förbättring", LaneKind::Opportunities),
    ("improvement", LaneKind::Opportunities),
    ("lösning", LaneKind::Opportunities),
    ("åtgärd", LaneKind::Opportunities),
    ("känsl", LaneKind::Emotions),
    ("känn", LaneKind::Emotions),
    ("upplevelse", LaneKind::Emotions),
    ("emotion", LaneKind::Emotions),
    ("feeling", LaneKind::Emotions),
    ("mood", LaneKind::Emotions),
    ("sentiment", LaneKind::Emotions),
    ("humör", LaneKind::Emotions),
    ("tank", LaneKind::Thoughts),
    ("tänker", LaneKind::Thoughts),
    ("thought", LaneKind::Thoughts),
    ("thinking", LaneKind::Thoughts),
    ("fråg", LaneKind::Questions),
    ("question", LaneKind::Questions),
    ("behov", LaneKind::Needs),
    ("need", LaneKind::Needs),
    ("mål", LaneKind::Needs),
    ("goal", LaneKind::Needs),
    ("drivkraft", LaneKind::Drivers),
    ("motiv", LaneKind::Drivers),
    ("driver", LaneKind::Drivers),
    ("förvänt", LaneKind::Expectations),
    ("expectation", LaneKind::Expectations),
    ("citat", LaneKind::Quotes),
    ("quote", LaneKind::Quotes),
    ("röst", LaneKind::Quotes),
    ("bild", LaneKind::Images),
    ("picture", LaneKind::Images),
    ("image", LaneKind::Images),
    ("insikt", LaneKind::Insights),
    ("insight", LaneKind::Insights),
    ("lärdom", LaneKind::Insights),
    ("learning", LaneKind::Insights),
    ("kanal", LaneKind::Channels),
    ("channel", LaneKind::Channels),
    ("touchpoint", LaneKind::Touchpoints),
    ("touch point", LaneKind::Touchpoints),
    ("beröring", LaneKind::Touchpoints),
    ("kontakt", LaneKind::Touchpoints),
    ("contact", LaneKind::Touchpoints),
    ("möte", LaneKind::Touchpoints),
    ("frontstage", LaneKind::Touchpoints),
    ("sälj", LaneKind::SalesMarketing),
    ("marknad", LaneKind::SalesMarketing),
    ("sales", LaneKind::SalesMarketing),
    ("marketing", LaneKind::SalesMarketing),
    ("backstage", LaneKind::Backstage),
    ("bakom", LaneKind::Backstage),
    ("internt", LaneKind::Backstage),
    ("intern", LaneKind::Backstage),
    ("process", LaneKind::Backstage),
    ("system", LaneKind::Systems),
    ("it-stöd", LaneKind::Systems),
    ("support process", LaneKind::Systems),
    ("mätvärde", LaneKind::Metrics),
    ("mätetal", LaneKind::Metrics),
    ("nyckeltal", LaneKind::Metrics),
    ("metric", LaneKind::Metrics),
    ("kpi", LaneKind::Metrics),
    ("anteckning", LaneKind::Notes),
    ("kommentar", LaneKind::Notes),
    ("comment", LaneKind::Notes),
    ("note", LaneKind::Notes),
    ("övrigt", LaneKind::Notes),
    ("kunden gör", LaneKind::Actions),
    ("gör", LaneKind::Actions),
    ("aktivitet", LaneKind::Actions),
    ("handling", LaneKind::Actions),
    ("beteende", LaneKind::Actions),
    ("händer", LaneKind::Actions),
    ("action", LaneKind::Actions),
    ("activit", LaneKind::Actions),
    ("doing", LaneKind::Actions),
    ("behavio", LaneKind::Actions),
    ("task", LaneKind::Actions),
];

/// The kind of lane that somebody calls so; none: no word of it is known.
pub(super) fn lane_kind_of(name: &str) -> Option<LaneKind> {
    let name = name.trim().trim_end_matches([':', '.']).trim_end();
    if name.is_empty() {
        return None;
    }
    if let Some(kind) = LaneKind::ALL.iter().find(|kind| is_called(*kind, name)) {
        return Some(kind.clone());
    }
    let name = name.to_lowercase();
    let starts = |word: &str| {
        name.match_indices(word).any(|(at, _)| {
            let before = name.get(..at).and_then(|before| before.chars().next_back());
            before.is_none_or(|c| !c.is_alphanumeric())
        })
    };
    WORDS.iter().find(|(word, _)| starts(word)).map(|(_, kind)| kind.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_known_by_the_words_of_the_field() {
        let rows = [
            ("Vad kunden gör", Some(LaneKind::Actions)),
            ("Kontakt", Some(LaneKind::Touchpoints)),
            ("Tankar:", Some(LaneKind::Thoughts)),
            ("PAIN POINTS", Some(LaneKind::PainPoints)),
            ("Smärta", Some(LaneKind::PainPoints)),
            ("Känsla 1–5", Some(LaneKind::Emotions)),
            ("Vad tänker kunden?", Some(LaneKind::Thoughts)),
            ("Customer actions", Some(LaneKind::Actions)),
            ("Sälj & marknad", Some(LaneKind::SalesMarketing)),
            ("Våra system", Some(LaneKind::Systems)),
            ("Idéer", Some(LaneKind::Opportunities)),
            ("Upptäckt", None),
            // Not a word that begins so.
            ("Omtanke", None),
            ("", None),
        ];
        for (name, expected) in rows {
            assert_eq!(lane_kind_of(name), expected, "{name}");
        }
    }
}
