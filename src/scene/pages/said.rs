//! What pages say of cards, feelings, phases and opportunities, in words.

use super::context::PageContext;
use super::kit::flat;
use crate::insight::{self, days_late};
use crate::model::unquoted;
use crate::model::{
    Card, EmotionPoint, FRICTION_MAX, LaneKind, Opportunity, Phase, TextOf, Thing, Transition,
};
use crate::scene::map::arcs;
use crate::scene::map::chips::mark_emoji;
use crate::words::{Named, Words, within_sentence};
use jiff::civil::Date;
use std::collections::HashSet;

/// At most so many transitions of a phase are told over it; another page tells all.
const WAYS: usize = 3;

/// Parts that say something, with a dot between, with which no line begins.
pub(super) fn joined(parts: impl IntoIterator<Item = String>) -> String {
    let parts = parts.into_iter().map(|part| part.trim().to_owned());
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\u{a0}· ")
}

/// What was said, in quotation marks; none where nothing was.
pub(super) fn quoted(quote: &str, words: &Words) -> Option<String> {
    let said = unquoted(quote);
    let [open, close] = [words.curve_quote_open(), words.curve_quote_close()];
    (!said.is_empty()).then(|| format!("{open}{said}{close}"))
}

/// What was said at a point.
pub(super) fn quote(desk: &PageContext<'_>, point: &EmotionPoint) -> Option<String> {
    quoted(&point.quote, desk.pen.words)
}

/// Whose text that is: the point's, of the lane at `place`.
pub(super) fn by(desk: &PageContext<'_>, place: usize, point: &EmotionPoint) -> TextOf {
    let lane = desk.journey.lanes.get(place).map(|lane| lane.id.clone()).unwrap_or_default();
    TextOf::Thing(Thing::Point { lane, point: point.id.clone() })
}

/// Who said it at a point of the lane at `place`, what they do, and where it was written down.
pub(super) fn who(desk: &PageContext<'_>, place: usize, point: &EmotionPoint) -> String {
    joined([name_and_role(desk, place, point), within_sentence(source_of(desk, point))])
}

/// Whose a point of the lane at `place` is, and what they do: "Anna, produktionschef".
pub(super) fn name_and_role(desk: &PageContext<'_>, place: usize, point: &EmotionPoint) -> String {
    let own = desk.journey.lanes.get(place).and_then(|lane| lane.persona.as_ref());
    let persona = point.persona.as_ref().or(own).and_then(|id| desk.project.persona(id));
    let (name, role) = persona.map_or((String::new(), String::new()), |(_, persona)| {
        (persona.name.trim().to_owned(), within_sentence(persona.role.trim().to_owned()))
    });
    let names = [name, role].into_iter().filter(|part| !part.is_empty());
    names.collect::<Vec<_>>().join(", ")
}

/// The title of the source that a point was written down from; empty: none.
pub(super) fn source_of(desk: &PageContext<'_>, point: &EmotionPoint) -> String {
    let source = point.source.as_ref();
    let source = source.and_then(|id| desk.project.sources.iter().find(|one| one.id == *id));
    source.map_or_else(String::new, |source| source.title.clone())
}

/// What else is known of a card, in one line: how and where, whose, for whom, how much it is worth.
pub(super) fn about(desk: &PageContext<'_>, card: &Card, kind: Option<&LaneKind>) -> String {
    let words = desk.pen.words;
    let mut parts: Vec<String> = Vec::new();
    let mut name = |choice: Option<&dyn Named>| {
        parts.extend(choice.map(|choice| choice.name(words)));
    };
    name(card.change.as_ref().map(|choice| choice as &dyn Named));
    name(card.medium.as_ref().map(|choice| choice as &dyn Named));
    name(card.channel.as_ref().map(|choice| choice as &dyn Named));
    name(card.ownership.as_ref().map(|choice| choice as &dyn Named));
    let role = card.content_role.as_ref().map(|choice| choice.name(words));
    name(card.device.as_ref().map(|choice| choice as &dyn Named));
    let mut parts: Vec<String> = match parts.split_first() {
        Some((first, rest)) => std::iter::once(first.clone())
            .chain(rest.iter().cloned().map(within_sentence))
            .collect(),
        None => Vec::new(),
    };
    parts.extend(role);
    parts.extend(card.reach.as_ref().map(|reach| reach.name(words)));
    let blocker = card.blocker.as_ref().map(|one| insight::blocker_said(one, words));
    parts.extend(blocker.filter(|what| !what.is_empty()).map(|what| words.sign_blocker(what)));
    parts.extend(card.met.as_ref().map(|met| insight::met_said(met, words)));
    parts.extend(card.automatic.then(|| words.sign_automatic()));
    let everybody = desk.journey.personas.iter().all(|id| card.personas.contains(id));
    if !everybody {
        let personas = card.personas.iter().filter_map(|id| desk.project.persona(id));
        parts.extend(personas.map(|(_, persona)| persona.name.clone()));
    }
    let idea = card.opportunity.as_ref().and_then(|id| desk.memo.idea(id));
    // Whose an opportunity is stands on its own card, not on what leads to it.
    let idea = idea.filter(|_| kind == Some(&LaneKind::Opportunities));
    let owner = if card.owner.trim().is_empty() {
        idea.map_or("", |idea| idea.owner.as_str())
    } else {
        &card.owner
    };
    parts.push(owner.to_owned());
    if let Some(idea) = idea {
        parts.extend(worth(idea, words));
        parts.extend(idea.status.as_ref().map(|status| within_sentence(status.name(words))));
    }
    parts.extend(card.tags.iter().cloned());
    let unknown = card.marks.iter().filter(|mark| mark_emoji(mark).is_none());
    parts.extend(unknown.map(|mark| mark.name(words)));
    if card.votes > 0 {
        parts.push(words.scene_votes(card.votes));
    }
    // The same word may come from several fields.
    let mut known = HashSet::new();
    parts.retain(|part| known.insert(part.trim().to_lowercase()));
    joined(parts)
}

/// How much an opportunity gives and what it takes: `hög nytta`, `liten insats`.
fn worth(idea: &Opportunity, words: &Words) -> impl Iterator<Item = String> {
    let value = value(idea).map(|value| match dots(value) {
        4.. => words.deck_value_high(),
        3 => words.deck_value_some(),
        _ => words.deck_value_low(),
    });
    let effort = idea.effort.filter(|effort| effort.is_finite()).map(|effort| match dots(effort) {
        4.. => words.deck_effort_large(),
        3 => words.deck_effort_some(),
        _ => words.deck_effort_small(),
    });
    [value, effort].into_iter().flatten()
}

/// How many of five dots stand for a value: what is said of it in words goes by them.
pub(super) fn dots(value: f64) -> u8 {
    value.clamp(0.0, 5.0).round() as u8
}

/// What an opportunity gives customers and us together, 1 to 5.
pub(super) fn value(idea: &Opportunity) -> Option<f64> {
    let given = [idea.customer_value, idea.business_value].into_iter().flatten();
    let given: Vec<f64> = given.filter(|value| value.is_finite()).collect();
    (!given.is_empty()).then(|| given.iter().sum::<f64>() / given.len() as f64)
}

/// By when, in words, and that the day has passed where it has by `today`; empty where nobody has said.
pub(super) fn due(date: &str, today: Option<Date>, words: &Words) -> String {
    let date = date.trim();
    if date.is_empty() {
        return String::new();
    }
    // With its year where nobody knows which day it is.
    let said = words.deck_due(words.due_short(date, today.unwrap_or(Date::ZERO)));
    match has_passed(date, today) {
        true => joined([said, words.ask_late()]),
        false => said,
    }
}

/// Has the last day of `date` passed by `today`? Of no day nothing has.
pub(super) fn has_passed(date: &str, today: Option<Date>) -> bool {
    today.is_some_and(|today| days_late(date, today).is_some())
}

/// What stands beside the name of a phase: when and how long, who goes elsewhere, how many go on,
/// how hard it is.
pub(super) fn facts(desk: &PageContext<'_>, place: usize, phase: &Phase) -> String {
    let words = desk.pen.words;
    let mut parts = vec![flat(&phase.start, 40)];
    parts.extend(phase.takes().map(|duration| words.duration(&duration)));
    match customers(desk, place) {
        Some(customers) => parts.extend(customers),
        None => parts.extend(ways(desk, place, phase)),
    }
    let level = phase.friction.map(|level| level.min(FRICTION_MAX).to_string());
    parts.extend(level.map(|level| words.friction_level(level)));
    flat(&joined(parts), crate::scene::pages::sizes::TITLE_MAX)
}

/// In, on and out of a phase in people of one count, and how many the map does not account for; none
/// where nobody has counted.
fn customers(desk: &PageContext<'_>, place: usize) -> Option<Vec<String>> {
    let words = desk.pen.words;
    let funnel = desk.memo.funnel.as_ref()?;
    let stop = funnel.phases.get(place)?;
    let (enter, leave) = stop.enter.zip(stop.leave)?;
    let mut parts = vec![words.funnel_on(leave, words.number(leave), words.number(enter))];
    if stop.ends {
        // From the last phase nobody goes on: they do what it is for.
        let named = desk.journey.phases.get(place).and_then(|phase| phase.conversion.as_ref());
        parts = vec![words.funnel_in(words.number(enter))];
        parts.extend(insight::conversion_said(stop, named, words));
    }
    parts.extend(insight::ways_said(desk.journey, funnel, place, words));
    Some(parts)
}

/// The transitions that leave a phase or one of its steps, the largest first.
fn ways(desk: &PageContext<'_>, place: usize, phase: &Phase) -> Vec<String> {
    let journey = desk.journey;
    let here = |one: &Transition| {
        one.from == phase.id || phase.steps.iter().any(|step| step.id == one.from)
    };
    let mut ways: Vec<&Transition> =
        journey.transitions.iter().map(AsRef::as_ref).filter(|one| here(one)).collect();
    ways.sort_by(|a, b| b.share.unwrap_or(0.0).total_cmp(&a.share.unwrap_or(0.0)));
    let to = |one: &Transition| {
        let to = one.to.as_ref()?;
        journey
            .phases
            .iter()
            .position(|phase| phase.id == *to || phase.steps.iter().any(|step| step.id == *to))
    };
    let back = |one: &Transition| match to(one) {
        Some(to) if to == place => {
            let step = |id: &crate::model::Id| phase.steps.iter().position(|step| step.id == *id);
            one.to.as_ref().and_then(step) <= step(&one.from)
        }
        Some(to) => to < place,
        None => false,
    };
    let ways = ways.into_iter().take(WAYS);
    let ways = ways.map(|one| arcs::what(one, one.to.is_none(), back(one), desk.pen.words));
    ways.map(within_sentence).collect()
}

/// An opportunity's values and effort, each of five, for a row of dots.
pub(super) fn ratings(idea: &Opportunity, words: &Words) -> Vec<(String, u8, crate::scene::Role)> {
    use crate::scene::Role;
    let rows = [
        (value(idea), words.deck_value(), Role::Good),
        (idea.effort, words.deck_effort(), Role::Muted),
    ];
    let known = rows.into_iter().filter_map(|(value, name, role)| {
        let value = value.filter(|value| value.is_finite())?;
        Some((name, dots(value), role))
    });
    known.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    #[test]
    fn what_is_said_of_an_opportunity_goes_by_its_dots() {
        let words = Words::new(Lang::Sv);
        for (value, dots, said) in [
            (3.5, 4, "hög nytta"),
            (3.4, 3, "viss nytta"),
            (2.5, 3, "viss nytta"),
            (2.4, 2, "låg nytta"),
        ] {
            let idea = Opportunity { customer_value: Some(value), ..Opportunity::default() };
            assert_eq!(ratings(&idea, &words)[0].1, dots);
            assert_eq!(worth(&idea, &words).collect::<Vec<_>>(), [said]);
            let idea = Opportunity { effort: Some(value), ..Opportunity::default() };
            assert_eq!(ratings(&idea, &words)[0].1, dots);
        }
    }

    #[test]
    fn words_within_a_line_begin_small() {
        let rows = [("E-post", "e-post"), ("Egen", "egen"), ("TV", "TV"), ("A", "A"), ("", "")];
        for (word, small) in rows {
            assert_eq!(within_sentence(word.into()), small);
        }
    }
}
