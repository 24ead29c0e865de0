//! What has been heard of what, and from whom: themes, coverage, and whether anything new is heard.

use super::interviews_held;
use super::themes::theme_tallies;
use crate::insight::interviews_wanted;
use crate::model::{
    Card, CardRef, Id, Journey, Lane, LaneKind, Project, Source, SourceKind, Thing,
};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// How many themes were heard by each interview, in the order of their dates.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saturation {
    /// Themes heard so far, interview by interview, of those in which a theme is marked.
    pub so_far: Vec<usize>,
    /// How many of the last interviews brought nothing new.
    pub nothing_new: usize,
    /// How many interviews were held, with those in which no theme is marked yet.
    pub held: usize,
    /// How many interviews are wanted.
    pub wanted: usize,
}

impl Saturation {
    /// How many interviews are still to be held.
    pub fn left(&self) -> usize {
        self.wanted.saturating_sub(self.held)
    }
}

/// Whether interviews still bring anything new. Those without a date come last, and those in which no
/// theme has been marked yet are not in the curve: what they bring is not known.
pub fn saturation(project: &Project) -> Saturation {
    let wanted = usize::try_from(interviews_wanted(project)).unwrap_or(usize::MAX);
    let count = interviews_held(project);
    let mut held: Vec<&Arc<Source>> = Vec::with_capacity(count);
    let tallies = theme_tallies(project);
    let told: HashSet<&Id> = tallies.iter().flat_map(|one| &one.sources).collect();
    let interviews = project.sources.iter().filter(|it| it.kind == Some(SourceKind::Interview));
    held.extend(interviews.filter(|it| told.contains(&it.id)));
    held.sort_by_key(|source| (source.date.is_empty(), source.date.as_str()));
    let mut heard: HashSet<&Id> = HashSet::new();
    let (mut so_far, mut nothing_new) = (Vec::new(), 0);
    for source in held {
        let before = heard.len();
        let told = tallies.iter().filter(|one| one.sources.contains(&source.id));
        heard.extend(told.map(|one| &one.theme.id));
        so_far.push(heard.len());
        nothing_new = if heard.len() == before { nothing_new + 1 } else { 0 };
    }
    Saturation { so_far, nothing_new, held: count, wanted }
}

/// What each source has told of each phase.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Coverage {
    /// The sources, in the order of the project.
    pub rows: Vec<CoverageRow>,
    /// Phases that nobody of a role has told of.
    pub holes: Vec<RoleHole>,
    /// The highest count.
    pub most: usize,
}

/// What a source has told of each phase.
#[derive(Clone, Debug, PartialEq)]
pub struct CoverageRow {
    /// The source.
    pub source: Arc<Source>,
    /// Cards and points that name it, phase by phase; one that spans several counts in its first.
    pub counts: Vec<usize>,
}

/// A phase that nobody of a role has told of, although they told of what comes before it and of what
/// comes after: they went through it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleHole {
    /// The role, as the first source of it has it.
    pub role: String,
    /// The place of the phase.
    pub phase: usize,
    /// The sources of that role, by their places in the rows.
    pub rows: Vec<usize>,
}

impl CoverageRow {
    /// How many cards and points name the source.
    pub fn total(&self) -> usize {
        self.counts.iter().sum()
    }
}

impl Coverage {
    /// Is the cell of this row and phase one that a role is missing in?
    pub fn is_hole(&self, row: usize, phase: usize) -> bool {
        self.holes.iter().any(|hole| hole.phase == phase && hole.rows.contains(&row))
    }
}

impl Coverage {
    /// The places of the rows that have told most, at most so many, in their order. Of rows that have
    /// told as much those that stand first.
    pub fn most_told_rows(&self, most: usize) -> Vec<usize> {
        let totals: Vec<usize> = self.rows.iter().map(CoverageRow::total).collect();
        highest(&totals, most)
    }

    /// The places of the phases that most is told of, likewise.
    pub fn most_told_phases(&self, most: usize) -> Vec<usize> {
        let phases = self.rows.first().map_or(0, |row| row.counts.len());
        let told = |phase: usize| self.rows.iter().filter_map(move |row| row.counts.get(phase));
        let totals: Vec<usize> = (0..phases).map(|phase| told(phase).sum()).collect();
        highest(&totals, most)
    }
}

/// The places of the highest, at most so many, in order.
fn highest(totals: &[usize], most: usize) -> Vec<usize> {
    let mut places: Vec<usize> = (0..totals.len()).collect();
    places.sort_by_key(|place| std::cmp::Reverse(totals.get(*place).copied()));
    places.truncate(most);
    places.sort_unstable();
    places
}

/// The cards that themes list.
pub(crate) fn cards_of_themes(project: &Project) -> HashSet<&Id> {
    project.themes.iter().flat_map(|theme| &theme.cards).collect()
}

/// Is the card an insight that gathers a theme? It says what several sources come to, and no source
/// tells of the phase it stands in by that. `of_themes`: see [`cards_of_themes`].
pub(crate) fn gathers(lane: &Lane, card: &Card, of_themes: &HashSet<&Id>) -> bool {
    lane.kind == LaneKind::Insights && of_themes.contains(&card.id)
}

/// What each source of the project has told of each phase of `journey`.
pub fn coverage(project: &Project, journey: &Journey) -> Coverage {
    let phases = journey.phases.len();
    let steps = journey.phases_by_step();
    let places: HashMap<&Id, usize> =
        project.sources.iter().enumerate().map(|(at, source)| (&source.id, at)).collect();
    let mut rows: Vec<CoverageRow> = project
        .sources
        .iter()
        .map(|source| CoverageRow { source: source.clone(), counts: vec![0; phases] })
        .collect();
    let mut count = |step: &Id, source: &Id| {
        let place = places.get(source).zip(steps.get(step));
        let cell = place.and_then(|(row, phase)| rows.get_mut(*row)?.counts.get_mut(*phase));
        cell.into_iter().for_each(|cell| *cell += 1);
    };
    let gathering = cards_of_themes(project);
    for lane in &journey.lanes {
        for card in lane.cards.iter().filter(|card| !gathers(lane, card, &gathering)) {
            for (at, source) in card.sources.iter().enumerate() {
                // Named twice it is one all the same.
                if !card.sources.iter().take(at).any(|one| one == source) {
                    count(&card.step, source);
                }
            }
        }
        for point in &lane.points {
            point.source.iter().for_each(|source| count(&point.step, source));
        }
    }
    let most = rows.iter().flat_map(|row| row.counts.iter().copied()).max().unwrap_or_default();
    let holes = holes(&rows, phases);
    Coverage { rows, holes, most }
}

/// The cards and points of `journey` that are counted of this source, lane by lane.
pub fn told_by(project: &Project, journey: &Journey, source: &Id) -> Vec<Thing> {
    let steps: HashSet<&Id> = journey.steps().map(|(_, step)| &step.id).collect();
    let gathering = cards_of_themes(project);
    let mut told = Vec::new();
    for lane in &journey.lanes {
        let names = |card: &&Arc<Card>| card.sources.contains(source) && steps.contains(&card.step);
        let cards = lane.cards.iter().filter(names);
        told.extend(cards.filter(|card| !gathers(lane, card, &gathering)).map(|card| {
            Thing::Card(CardRef { lane: Some(lane.id.clone()), card: card.id.clone() })
        }));
        let points = lane.points.iter();
        let points = points.filter(|point| point.source.as_ref() == Some(source));
        told.extend(
            points
                .filter(|point| steps.contains(&point.step))
                .map(|point| Thing::Point { lane: lane.id.clone(), point: point.id.clone() }),
        );
    }
    told
}

fn holes(rows: &[CoverageRow], phases: usize) -> Vec<RoleHole> {
    let mut roles: Vec<(String, &str, Vec<usize>)> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let role = row.source.role.trim();
        if role.is_empty() || row.source.kind != Some(SourceKind::Interview) {
            continue;
        }
        let folded = role.to_lowercase();
        match roles.iter_mut().find(|(known, ..)| *known == folded) {
            Some((.., of)) => of.push(at),
            None => roles.push((folded, role, vec![at])),
        }
    }
    let mut holes = Vec::new();
    for phase in 0..phases {
        for (_, role, of) in &roles {
            let told = |phase: usize| {
                let counts = of.iter().filter_map(|row| rows.get(*row)?.counts.get(phase));
                counts.into_iter().any(|count| *count > 0)
            };
            if !told(phase) && (0..phase).any(told) && (phase + 1..phases).any(told) {
                let (role, rows) = ((*role).to_owned(), of.clone());
                holes.push(RoleHole { role, phase, rows });
            }
        }
    }
    holes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Theme;
    use crate::model::{EmotionPoint, Lane, List, Passage, Phase, Step};

    /// The themes that each interview is heard in; themes so far, and how many brought nothing new.
    type HeardCase<'a> = (&'a [&'a [&'a str]], &'a [usize], usize);
    /// Who has told of which phases, and what is missing.
    type HoleCase<'a> = (&'a [(&'a str, &'a str)], &'a [(&'a str, usize)]);

    fn id(name: &str) -> Id {
        Id::new(name)
    }

    fn interview(name: &str, role: &str, date: &str) -> Source {
        let kind = Some(SourceKind::Interview);
        Source { id: id(name), kind, role: role.into(), date: date.into(), ..Source::default() }
    }

    /// Four phases of one step each, and a lane with a card in the step and on the sources of each row.
    fn journey(cards: &[(&str, &[&str])]) -> Journey {
        let phase = |name: &&str| {
            let steps = List::from_iter([Step { id: id(name), ..Step::default() }]);
            Phase { id: id(&name.to_uppercase()), steps, ..Phase::default() }
        };
        let card = |(at, (step, sources)): (usize, &(&str, &[&str]))| Card {
            id: id(&format!("c{at}")),
            step: id(step),
            sources: sources.iter().map(|name| id(name)).collect(),
            ..Card::default()
        };
        let cards = cards.iter().enumerate().map(card).collect();
        let lane = Lane { id: id("L"), cards, ..Lane::default() };
        let phases = ["a", "b", "c", "d"].iter().map(phase).collect();
        Journey { id: id("map"), phases, lanes: List::from_iter([lane]), ..Journey::default() }
    }

    #[test]
    fn a_theme_is_heard_where_its_passages_cards_and_sources_are() {
        let theme = |name: &str, cards: &[&str], sources: &[&str]| Theme {
            id: id(name),
            cards: cards.iter().map(|name| id(name)).collect(),
            sources: sources.iter().map(|name| id(name)).collect(),
            ..Theme::default()
        };
        let mut one = interview("one", "", "");
        let passage = |themes: &[&str]| Passage {
            themes: themes.iter().map(|name| id(name)).collect(),
            ..Passage::default()
        };
        one.passages = [passage(&["t"]), passage(&["t", "u"])].into_iter().collect();
        let project = Project {
            sources: [one, interview("two", "", ""), interview("three", "", "")]
                .into_iter()
                .collect(),
            themes: [
                theme("none", &["gone"], &[]),
                theme("u", &[], &[]),
                theme("t", &["c0"], &["one", "two"]),
            ]
            .into_iter()
            .collect(),
            journeys: List::from_iter([journey(&[("a", &["three", "one"])])]),
            ..Project::default()
        };
        let told: Vec<String> = theme_tallies(&project)
            .iter()
            .map(|one| {
                let sources: Vec<&str> = one.sources.iter().map(Id::as_str).collect();
                format!("{} {} {}", one.theme.id, one.passages, sources.join(","))
            })
            .collect();
        assert_eq!(told, ["t 2 one,two,three", "u 1 one", "none 0 "]);
    }

    #[test]
    fn interviews_that_bring_nothing_new_are_counted_from_the_last() {
        // The themes that each interview is heard in, by date; what comes of it.
        let rows: [HeardCase<'_>; 5] = [
            (&[], &[], 0),
            // One in which no theme is marked yet is not in the curve.
            (&[&[]], &[], 0),
            (&[&["t"], &["t", "u"], &["u"]], &[1, 2, 2], 1),
            (&[&["t"], &[], &["t"]], &[1, 1], 1),
            (&[&["t"], &["u"]], &[1, 2], 0),
        ];
        for (heard, so_far, nothing_new) in rows {
            let mut project = Project::default();
            for name in ["t", "u"] {
                let named = |(at, themes): (usize, &&[&str])| {
                    themes.contains(&name).then(|| id(&format!("s{at}")))
                };
                let sources = heard.iter().enumerate().filter_map(named).collect();
                project.themes.push(Theme { id: id(name), sources, ..Theme::default() }.into());
            }
            // In the file the last one stands first.
            for at in (0..heard.len()).rev() {
                let date = format!("2026-02-{:02}", at + 1);
                let mut source = interview(&format!("s{at}"), "", &date);
                source.passages.push(Passage::default().into());
                project.sources.push(source.into());
            }
            // One that nobody has read yet says nothing.
            project.sources.push(interview("unread", "", "2026-03-01").into());
            project.sources.push(Source { id: id("x"), ..Source::default() }.into());
            // To the goal it counts all the same, as in the thread.
            let held = heard.len() + 1;
            let expected = Saturation { so_far: so_far.to_vec(), nothing_new, held, wanted: 10 };
            assert_eq!(saturation(&project), expected, "{heard:?}");
            assert_eq!(expected.left(), 10 - interviews_held(&project));
        }
    }

    #[test]
    fn what_names_a_source_counts_once_in_its_phase() {
        let mut map = journey(&[
            ("a", &["one"]),
            ("a", &["one", "two"]),
            ("c", &["two", "two", "gone"]),
            ("gone", &["one"]),
        ]);
        let said = EmotionPoint { step: id("d"), source: Some(id("one")), ..Default::default() };
        map.lanes.edit(0).unwrap().points.push(said.into());
        let sources = ["one", "two", "silent"].map(|name| interview(name, "", ""));
        let project = Project { sources: sources.into_iter().collect(), ..Project::default() };
        let found = coverage(&project, &map);
        let counts: Vec<&[usize]> = found.rows.iter().map(|row| &row.counts[..]).collect();
        assert_eq!(counts, [&[2, 0, 0, 1], &[1, 0, 1, 0], &[0, 0, 0, 0]]);
        assert_eq!((found.most, found.rows[0].total(), found.holes.len()), (2, 3, 0));
        for row in &found.rows {
            let told = told_by(&project, &map, &row.source.id);
            assert_eq!(told.len(), row.total(), "{}", row.source.id);
        }
    }

    #[test]
    fn a_role_is_missing_between_phases_that_it_has_told_of() {
        // Who has told of the phases, and the holes by role, phase and rows.
        let rows: [HoleCase<'_>; 6] = [
            (&[("Tekniker", "ad")], &[("Tekniker", 1), ("Tekniker", 2)]),
            // What comes before the first and after the last of a role is not theirs to tell.
            (&[("Tekniker", "bc")], &[]),
            // Two of one role make up for each other.
            (&[("Tekniker", "ac"), ("tekniker", "b")], &[]),
            (&[("Tekniker", "a"), ("tekniker ", "c")], &[("Tekniker", 1)]),
            (&[("Tekniker", "ac"), ("Chef", "b")], &[("Tekniker", 1)]),
            (&[("", "ac")], &[]),
        ];
        for (told, expected) in rows {
            let names: Vec<String> = (0..told.len()).map(|at| format!("s{at}")).collect();
            let mut cards: Vec<(String, &str)> = Vec::new();
            for ((_, phases), name) in told.iter().zip(&names) {
                cards.extend(phases.chars().map(|phase| (phase.to_string(), name.as_str())));
            }
            let sources: Vec<[&str; 1]> = cards.iter().map(|(_, source)| [*source]).collect();
            let cards: Vec<(&str, &[&str])> = cards
                .iter()
                .zip(&sources)
                .map(|((step, _), sources)| (step.as_str(), &sources[..]))
                .collect();
            let of = told.iter().zip(&names);
            let sources = of.map(|((role, _), name)| interview(name, role, "")).collect();
            let project = Project { sources, ..Project::default() };
            let found = coverage(&project, &journey(&cards));
            let holes: Vec<(&str, usize)> =
                found.holes.iter().map(|hole| (hole.role.as_str(), hole.phase)).collect();
            assert_eq!(holes, expected, "{told:?}");
            for hole in &found.holes {
                assert!(hole.rows.iter().all(|row| found.is_hole(*row, hole.phase)));
            }
        }
        // An observation is nobody's role.
        let mut seen = interview("s", "Tekniker", "");
        seen.kind = Some(SourceKind::Observation);
        let project = Project { sources: List::from_iter([seen]), ..Project::default() };
        assert!(coverage(&project, &journey(&[("a", &["s"]), ("c", &["s"])])).holes.is_empty());
    }
}
