//! What a map's figures are, as tables: its customers, what is felt in each phase, how often it goes
//! through each channel, and what is done next; and of two journeys that are compared, what is
//! different between them.

use super::super::Job;
use super::super::filter::with_all_personas;
use super::super::shown::Compared;
use super::refs::Refs;
use super::table::{Table, Value};
use super::told::{changed, customers, gaps, learned, next, themes};
use crate::insight::{Feelings, as_written, channel_counts, moments};
use crate::model::{Id, Journey, Medium, Project, View};
use crate::scene::moment_name;
use crate::words::titled;
use crate::words::{Named, Words};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// A table that tells one thing in each row.
pub(super) struct Figures {
    pub table: Table,
    /// How many of its columns say what a row is about; the others say something of that.
    pub keys: usize,
}

/// The tables of figures; none where there is nothing to tell.
pub(super) fn figures(job: &Job<'_>, journeys: &[Arc<Journey>]) -> Vec<Figures> {
    match &job.compared {
        Some(compared) => differences(compared, job.project, &job.words),
        None => {
            let (project, words) = (job.project, &job.words);
            let whole = whole(job, journeys);
            let tables = [
                customers(&whole, project, words),
                feelings(job, journeys, project, words),
                channels(&whole, project, words),
                learned(journeys, project, words),
                themes(project, words),
                gaps(&whole, job.whole, words),
                changed(&whole, job.whole, words),
                next(project, words),
            ];
            tables.into_iter().flatten().collect()
        }
    }
}

/// These journeys with all that they hold: a part of a map tells the figures of the whole.
pub(super) fn whole(job: &Job<'_>, journeys: &[Arc<Journey>]) -> Vec<Arc<Journey>> {
    let all = |journey: &Arc<Journey>| {
        let whole = job.whole.journey(&journey.id);
        whole.map_or_else(|| journey.clone(), |(_, whole)| whole.clone())
    };
    journeys.iter().map(all).collect()
}

/// A feeling, as it is written on the map.
fn felt(value: f64) -> Value {
    Value::felt(Some(as_written(value)))
}

/// What each persona feels in each phase and over the map, how far apart they are, and the best and
/// the worst moment with whose it is: as written on the map.
fn feelings(
    job: &Job<'_>,
    journeys: &[Arc<Journey>],
    project: &Project,
    words: &Words,
) -> Option<Figures> {
    let refs = Refs::new(project, words);
    let several = journeys.len() > 1;
    let view = View::default();
    let mut rows = Vec::new();
    for journey in journeys {
        let feelings = Feelings::of(journey, &view);
        let mut row = |phase: &str, what: &str, figure: Value| {
            let journey = several.then(|| Value::text(&refs.journey(journey)));
            let said = [Value::text(phase), Value::text(what), figure];
            rows.push(journey.into_iter().chain(said).collect::<Vec<_>>());
        };
        let name = |persona: &Option<&Id>| match persona {
            Some(id) => refs.persona(id),
            None => words.figures_nobody(),
        };
        let (furthest, apart) = between(job, journey, |all| {
            let apart: Vec<_> = (0..journey.phases.len()).map(|place| all.apart(place)).collect();
            (all.furthest(), apart)
        });
        for (place, phase) in journey.phases.iter().enumerate() {
            let title = titled(&phase.title, words);
            for (who, persona) in feelings.personas.iter().enumerate() {
                if let Some(mean) = feelings.in_phase(who, place) {
                    row(&title, &name(persona), felt(mean));
                }
            }
            if let Some(apart) = apart.get(place).and_then(Option::as_ref) {
                let what = match furthest == Some(place) {
                    true => words.figures_furthest(),
                    false if apart.agrees() => words.figures_agreed(),
                    false => words.figures_apart(),
                };
                row(&title, &what, Value::apart(Some(as_written(apart.gap))));
            }
        }
        for (who, persona) in feelings.personas.iter().enumerate() {
            if let Some(mean) = feelings.over_map(who) {
                row(&words.figures_whole(), &name(persona), felt(mean));
            }
        }
        for moment in moments(&feelings) {
            let phase = journey.phases.get(moment.felt.phase).map_or("", |phase| &phase.title);
            let what = moment_name(moment.kind, moment.felt.persona, project, words);
            row(&titled(phase, words), &what, felt(moment.felt.value()));
        }
    }
    let heads = [words.thing_phase(), words.figures_whose(), words.thing_feeling()];
    let journey = several.then(|| words.thing_journey());
    let keys = 2 + usize::from(several);
    table(words.figures_felt(), journey.into_iter().chain(heads), rows, keys)
}

/// What `tell` says of the feelings of all personas in the lanes of `journey` that are asked for: those
/// who are left out count in how far apart they are.
pub(super) fn between<T>(
    job: &Job<'_>,
    journey: &Journey,
    tell: impl FnOnce(&Feelings<'_>) -> T,
) -> T {
    let everybody = with_all_personas(job.whole, job.options);
    let all = everybody.journey(&journey.id).map_or(journey, |(_, all)| all);
    let lanes = job.views.get(&journey.id).map(|view| View::clone(view)).unwrap_or_default();
    tell(&Feelings::of(all, &View { personas: Vec::new(), ..lanes }))
}

/// How many touchpoints each journey has in each channel, medium, device and kind of ownership, and how
/// many cards with each role of content and each reach.
fn channels(journeys: &[Arc<Journey>], project: &Project, words: &Words) -> Option<Figures> {
    let refs = Refs::new(project, words);
    let several = journeys.len() > 1;
    let mut rows = Vec::new();
    for journey in journeys {
        let counts = channel_counts(journey);
        let mut row = |what: String, name: String, count: usize| {
            let journey = several.then(|| Value::text(&refs.journey(journey)));
            let said = [Value::text(&what), Value::text(&name), Value::Number(count as f64)];
            rows.push(journey.into_iter().chain(said).collect::<Vec<_>>());
        };
        for (channel, count) in &counts.channels {
            row(words.thing_card_channels(), channel.name(words), *count);
        }
        let media = [(Medium::Digital, counts.digital), (Medium::Physical, counts.physical)];
        for (medium, count) in media.into_iter().filter(|(_, count)| *count > 0) {
            row(words.table_medium(), medium.name(words), count);
        }
        for (ownership, count) in &counts.ownerships {
            row(words.field_ownership(), ownership.name(words), *count);
        }
        for (device, count) in &counts.devices {
            row(words.field_device(), device.name(words), *count);
        }
        for (switch, count) in &counts.switches {
            row(words.inspector_switches(), switch.ends(words).join(" → "), *count);
        }
        for (role, count) in &counts.roles {
            row(words.field_content_role(), role.name(words), *count);
        }
        for (reach, count) in &counts.reaches {
            row(words.field_reach(), reach.name(words), *count);
        }
    }
    let heads = [words.figures_what(), words.figures_name(), words.figures_count()];
    let journey = several.then(|| words.thing_journey());
    table(
        words.inspector_channels(),
        journey.into_iter().chain(heads),
        rows,
        2 + usize::from(several),
    )
}

/// The cards that are new, changed or gone, and where feelings are others, as far as `shown` has
/// them.
fn differences(compared: &Compared, shown: &Project, words: &Words) -> Vec<Figures> {
    let Compared { project, found } = compared;
    let refs = Refs::new(project, words);
    let both = [&found.later, &found.earlier].map(|id| project.journey(id));
    let both: Vec<&Arc<Journey>> = both.into_iter().flatten().map(|(_, one)| one).collect();
    let lane = |id: &Id| {
        let lane = both.iter().find_map(|journey| journey.lane(id));
        lane.map_or_else(String::new, |(_, lane)| refs.lane(lane))
    };
    let lanes = || shown.journeys.iter().flat_map(|journey| journey.lanes.iter());
    let there: HashSet<&Id> =
        lanes().flat_map(|lane| lane.cards.iter()).map(|card| &card.id).collect();
    let cards = found.cards.iter().filter(|one| there.contains(&one.card)).map(|one| {
        let text = |text: &Option<String>| Value::text(text.as_deref().unwrap_or_default());
        let what = [Value::text(&one.change.name(words)), Value::text(&lane(&one.lane))];
        what.into_iter().chain([text(&one.before), text(&one.after)]).collect()
    });
    let heads =
        [words.field_change(), words.thing_lane(), words.figures_before(), words.figures_after()];
    let cards = table(words.figures_cards(), heads, cards.collect(), 2);

    // A phase is called as in the later journey, where it is there.
    let mut names: HashMap<&Id, String> = HashMap::new();
    for phase in both.iter().flat_map(|journey| &journey.phases) {
        names.entry(&phase.id).or_insert_with(|| titled(&phase.title, words));
    }
    // Curves of the two are told apart by whose they are.
    let those: HashSet<&str> = (lanes().flat_map(|lane| lane.points.iter()))
        .map(|point| point.persona.as_ref().map_or("", Id::as_str))
        .map(|id| id.split('~').next().unwrap_or_default())
        .collect();
    let gaps = found.gaps.iter().filter(|gap| {
        let there = those.contains(gap.persona.as_ref().map_or("", Id::as_str));
        there && as_written(gap.better()) != 0.0
    });
    let gaps = gaps.map(|gap| {
        let who = gap.persona.as_ref().map_or_else(String::new, |id| refs.persona(id));
        let phase = names.get(&gap.phase).map_or("", String::as_str);
        let what = [Value::text(&who), Value::text(phase)];
        what.into_iter().chain([gap.before, gap.after, gap.better()].map(felt)).collect()
    });
    let heads = [
        words.field_persona(),
        words.thing_phase(),
        words.figures_before(),
        words.figures_after(),
        words.figures_better(),
    ];
    let gaps = table(words.figures_feelings(), heads, gaps.collect(), 2);
    let figures = found.figures.iter().map(|one| {
        let said = one.values(words).map(|it| Value::text(&it));
        std::iter::once(Value::text(&one.figure.name(words))).chain(said).collect()
    });
    let heads = [words.figures_what(), words.figures_before(), words.figures_after()];
    let figures = table(words.figures_of_map(), heads, figures.collect(), 1);
    [figures, cards, gaps].into_iter().flatten().collect()
}

/// The table of these rows; none where there are none.
pub(super) fn table(
    title: String,
    heads: impl IntoIterator<Item = String>,
    rows: Vec<Vec<Value>>,
    keys: usize,
) -> Option<Figures> {
    if rows.is_empty() {
        return None;
    }
    let heads = heads.into_iter().map(Value::Text).collect();
    let rows = std::iter::once(heads).chain(rows).collect();
    Some(Figures { table: Table { title, rows, head_rows: 1, ..Table::default() }, keys })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::{Compare, Format, Options, export};
    use crate::insight::How;
    use crate::model::{Card, Channel, EmotionPoint, Lane, LaneKind, Ownership, Phase, Step};
    use crate::words::Lang;

    fn id(text: &str) -> Id {
        Id::new(text)
    }

    fn journey(name: &str, texts: &[&str], feeling: f64) -> Journey {
        let step = Step { id: id(&format!("{name}-s")), title: "Buy".into(), ..Step::default() };
        let at = step.id.clone();
        let phase = Phase {
            title: "Purchase".into(),
            steps: [step].into_iter().collect(),
            ..Phase::default()
        };
        let card = |text: &&str| Card {
            id: id(&format!("{name}-{text}")),
            step: at.clone(),
            text: (*text).into(),
            channel: Some(Channel::Web),
            ownership: Some(Ownership::Owned),
            ..Card::default()
        };
        let point = EmotionPoint {
            id: id(&format!("{name}-p")),
            step: at.clone(),
            value: feeling,
            ..EmotionPoint::default()
        };
        let lanes = [
            Lane {
                id: id(&format!("{name}-t")),
                kind: LaneKind::Touchpoints,
                title: "Meets".into(),
                cards: texts.iter().map(card).collect(),
                ..Lane::default()
            },
            Lane {
                id: id(&format!("{name}-e")),
                kind: LaneKind::Emotions,
                points: [point].into_iter().collect(),
                ..Lane::default()
            },
        ];
        Journey {
            id: id(name),
            title: format!("Map {name}"),
            phases: [phase].into_iter().collect(),
            lanes: lanes.into_iter().collect(),
            ..Journey::default()
        }
    }

    fn project() -> Arc<Project> {
        let journeys =
            [journey("one", &["shop", "call"], -1.0), journey("two", &["shop", "app"], 1.0)];
        Arc::new(Project { journeys: journeys.into_iter().collect(), ..Project::default() })
    }

    fn outline(options: &Options) -> String {
        let mut out = Vec::new();
        let done = export(&project(), Format::Markdown, options, &mut out, &mut |_| true);
        assert!(done.is_ok());
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn channels_are_counted_in_each_journey() {
        let (project, words) = (project(), Words::new(Lang::En));
        let found = channels(&project.journeys, &project, &words).unwrap();
        let rows: Vec<Vec<Value>> = found.table.rows[1..4].to_vec();
        let row = |what: &str, name: &str| {
            let text = |text: &str| Value::Text(text.into());
            vec![text("Map one"), text(what), text(name), Value::Number(2.0)]
        };
        let expected = [
            row("Channel", "Website"),
            row("Medium", "Digital"),
            row(&words.field_ownership(), "Owned"),
        ];
        assert_eq!((rows, found.table.rows.len(), found.keys), (expected.to_vec(), 7, 3));
        let one = outline(&Options { journey: Some("Map one".into()), ..Options::default() });
        assert!(one.contains("## Channels") && one.contains("- **Channel · Website:** 2"), "{one}");
        let nothing = [Arc::new(Journey::default())];
        assert!(channels(&nothing, &project, &words).is_none());
    }

    #[test]
    fn what_is_different_is_told_where_two_journeys_are_compared() {
        let compare = Compare { a: "1".into(), b: "2".into(), how: How::Over };
        let found = outline(&Options { compare: Some(compare), ..Options::default() });
        for part in [
            "## Cards that differ",
            "- **New · Meets**\n  - **After:** app",
            "- **Removed · Meets**\n  - **Before:** call",
            "## Feelings that differ",
            "- **Purchase**\n  - **Before:** −1.0\n  - **After:** +1.0\n  - **Better by:** +2.0",
        ] {
            assert!(found.contains(part), "{part} in\n{found}");
        }
        assert!(!outline(&Options::default()).contains("differ"));
    }
}
