//! Which themes come back from source to source?

use crate::model::{Card, Id, Project, Theme};
use crate::words::{Words, titled};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// A theme of fewer sources does not come back.
const RECURS: usize = 2;

/// A theme, and where it is heard.
#[derive(Clone, Debug, PartialEq)]
pub struct ThemeTally {
    /// It.
    pub theme: Arc<Theme>,
    /// The sources it is heard in, in the order of the project: its own, those of its passages, and
    /// those that its cards rest on.
    pub sources: Vec<Id>,
    /// How many passages speak of it.
    pub passages: usize,
}

/// The themes of a project, the one that most sources tell of first; those of as many in the order of
/// the project.
pub fn theme_tallies(project: &Project) -> Vec<ThemeTally> {
    let wanted: HashSet<&Id> = project.themes.iter().flat_map(|theme| &theme.cards).collect();
    let lanes = project.journeys.iter().flat_map(|journey| &journey.lanes);
    let cards = lanes.flat_map(|lane| &lane.cards).chain(&project.parked);
    let cards = cards.filter(|card| !wanted.is_empty() && wanted.contains(&card.id));
    let cards: HashMap<&Id, &Card> = cards.map(|card| (&card.id, &**card)).collect();
    let tally = |theme: &Arc<Theme>| {
        let resting =
            theme.cards.iter().filter_map(|id| cards.get(id)).flat_map(|one| &one.sources);
        let named: HashSet<&Id> = theme.sources.iter().chain(resting).collect();
        let mut passages = 0;
        let mut sources = Vec::new();
        for source in &project.sources {
            let of = source.passages.iter().filter(|one| one.themes.contains(&theme.id)).count();
            passages += of;
            if of > 0 || named.contains(&source.id) {
                sources.push(source.id.clone());
            }
        }
        ThemeTally { theme: theme.clone(), sources, passages }
    };
    let mut tallies: Vec<ThemeTally> = project.themes.iter().map(tally).collect();
    tallies.sort_by_key(|one| std::cmp::Reverse(one.sources.len()));
    tallies
}

/// The themes that come back, the one that most sources tell of first.
pub fn recurring_themes(project: &Project) -> Vec<ThemeTally> {
    let mut tallies = theme_tallies(project);
    tallies.retain(|one| one.sources.len() >= RECURS);
    tallies
}

/// "Recurring themes: Waiting for an answer (4 sources), Worry about the price (3 sources) and 2 more",
/// with at most `most` of them named; empty without any.
pub fn themes_said(recurring: &[ThemeTally], most: usize, words: &Words) -> String {
    let named: Vec<String> = (recurring.iter().take(most))
        .map(|one| {
            let sources = words.research_sources(one.sources.len());
            format!("{} ({sources})", titled(&one.theme.title, words).trim())
        })
        .collect();
    if recurring.is_empty() {
        return String::new();
    }
    let more = recurring.len() - named.len();
    if named.is_empty() {
        return words.learned_themes_count(more);
    }
    let said = words.labelled(words.learned_themes(), named.join(", "));
    match more {
        0 => said,
        more => format!("{said} {}", words.ask_more(words.number(more as f64))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{List, Source};
    use crate::words::Lang;

    #[test]
    fn what_comes_back_is_named_and_the_rest_is_counted() {
        let id = |name: String| Id::new(&name);
        let sources = (0..5).map(|at| Source { id: id(format!("s{at}")), ..Source::default() });
        let theme = |name: &str, count: usize| Theme {
            id: id(name.to_owned()),
            title: name.to_owned(),
            sources: (0..count).map(|at| id(format!("s{at}"))).collect(),
            ..Theme::default()
        };
        let project = Project {
            sources: List::from_iter(sources),
            themes: List::from_iter([theme("Pris", 2), theme("Ensam", 1), theme("Väntan", 4)]),
            ..Project::default()
        };
        let recurring = recurring_themes(&project);
        let said = |most| themes_said(&recurring, most, &Words::new(Lang::Sv));
        let rows = [
            (9, "Återkommande teman: Väntan (4 källor), Pris (2 källor)"),
            (1, "Återkommande teman: Väntan (4 källor) och 1 till"),
            (0, "2 återkommande teman"),
        ];
        for (most, expected) in rows {
            assert_eq!(said(most), expected);
        }
        let english = themes_said(&recurring, 1, &Words::new(Lang::En));
        assert_eq!(english, "Recurring themes: Väntan (4 sources) and 1 more");
        assert_eq!(themes_said(&[], 3, &Words::new(Lang::Sv)), "");
    }
}
