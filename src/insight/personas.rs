//! Which personas of a map have a page of their own, and which sentence says what they feel?

use super::feelings::{Feelings, Felt, as_written};
use super::learned::sentence::short;
use crate::model::{BuyingRole, Id, Journey, Persona, Project, View, unquoted};

use crate::words::{Words, persona_name, persona_roles, titled};

/// More personas than this are not all shown.
const SHOWN_MAX: usize = 4;
/// A mean of fewer points is not compared.
const POINTS_MIN: usize = 3;
/// Who has no point needs so many of the texts that tell of somebody.
const TEXTS_MIN: usize = 2;
/// A longer quote is no title.
const QUOTE_MAX: usize = 70;

/// A persona with a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presented {
    /// Who it is.
    pub persona: Id,
    /// The page is shown unless somebody chooses otherwise.
    pub shown: bool,
}

/// What the page of a persona says, with what shows that it is true.
#[derive(Clone, Debug, PartialEq)]
pub enum PersonaHeading {
    /// The least or the most happy of all: each with the mean of all points, the lowest first.
    Compared {
        /// The happiest; else the least happy.
        most: bool,
        /// Who feels what.
        means: Vec<(Id, f64)>,
    },
    /// Worst in one phase and best in another: their places, with the means there.
    Ends {
        /// The worst phase.
        worst: (usize, f64),
        /// The best phase.
        best: (usize, f64),
    },
    /// What they say.
    Quote(String),
    /// What they do.
    Role(String),
    /// Nothing is known but the name.
    Name(String),
}

/// Those who have a page, in the map's order.
pub fn presented_personas(project: &Project, journey: &Journey) -> Vec<Presented> {
    let feelings = Feelings::of(journey, &View::default());
    let told = feelings.personas.iter().enumerate().filter_map(|(who, id)| {
        let (_, persona) = project.persona((*id)?)?;
        let texts = [&persona.goals, &persona.needs, &persona.frustrations, &persona.quote];
        let texts = texts.into_iter().filter(|text| !text.trim().is_empty()).count();
        (feelings.over_map(who).is_some() || texts >= TEXTS_MIN).then_some(persona)
    });
    let told: Vec<&Persona> = told.collect();
    let few = told.len() <= SHOWN_MAX;
    // Who decides and who uses it; where nobody is known to, the first two.
    let first =
        |role: BuyingRole| told.iter().position(|one| one.buying_role == Some(role.clone()));
    let mut chosen: Vec<usize> =
        [BuyingRole::Decider, BuyingRole::User].into_iter().filter_map(first).collect();
    if chosen.is_empty() {
        chosen = vec![0, 1];
    }
    let page = |(place, persona): (usize, &&Persona)| Presented {
        persona: persona.id.clone(),
        shown: few || chosen.contains(&place),
    };
    told.iter().enumerate().map(page).collect()
}

/// The lowest and the highest point of one persona.
#[derive(Clone, Copy, Debug, Default)]
pub struct PersonaEnds<'a> {
    /// The lowest; none where another phase has one as low, as written.
    pub worst: Option<Felt<'a>>,
    /// The highest, likewise.
    pub best: Option<Felt<'a>>,
}

/// The lowest and the highest point of one persona; none where all are alike.
pub fn persona_ends<'a>(feelings: &Feelings<'a>, persona: &Id) -> PersonaEnds<'a> {
    let own = || feelings.points.iter().filter(|felt| felt.persona == Some(persona));
    let value = |felt: &Felt<'_>| as_written(felt.value());
    let (Some(low), Some(high)) =
        (own().map(value).min_by(f64::total_cmp), own().map(value).max_by(f64::total_cmp))
    else {
        return PersonaEnds::default();
    };
    if low == high {
        return PersonaEnds::default();
    }
    let one = |end: f64| {
        let same = || own().filter(|felt| value(felt) == end);
        let first = *same().next()?;
        same().all(|felt| felt.phase == first.phase).then_some(first)
    };
    PersonaEnds { worst: one(low), best: one(high) }
}

/// What the page of a persona says: no two say the same.
pub fn persona_heading(
    project: &Project,
    journey: &Journey,
    persona: &Id,
    words: &Words,
) -> Option<PersonaHeading> {
    let feelings = Feelings::of(journey, &View::default());
    let mut taken: Vec<String> = Vec::new();
    for one in presented_personas(project, journey) {
        let (_, known) = project.persona(&one.persona)?;
        let mut headings = headings(journey, &feelings, known, words);
        let free = |heading: &PersonaHeading| !taken.contains(&heading.said(journey, words));
        let place = headings.iter().position(free);
        let found = match place {
            Some(place) => headings.swap_remove(place),
            None => PersonaHeading::Name(short(&persona_name(known, words))),
        };
        if one.persona == *persona {
            return Some(found);
        }
        taken.push(found.said(journey, words));
    }
    None
}

/// The same in words; none where that persona has no page.
pub fn persona_title(
    project: &Project,
    journey: &Journey,
    persona: &Id,
    words: &Words,
) -> Option<String> {
    Some(persona_heading(project, journey, persona, words)?.said(journey, words))
}

impl PersonaHeading {
    /// It in words.
    pub fn said(&self, journey: &Journey, words: &Words) -> String {
        let phase = |place: usize| {
            let phase = journey.phases.get(place);
            short(&phase.map_or_else(String::new, |phase| titled(&phase.title, words)))
        };
        match self {
            Self::Compared { most, means } => {
                let (count, said) = (means.len() as f64, words.count_word(means.len()));
                match most {
                    true => words.persona_most(count, said),
                    false => words.persona_least(count, said),
                }
            }
            Self::Ends { worst, best } => words.persona_worst_best(phase(worst.0), phase(best.0)),
            Self::Quote(said) => {
                format!("{}{said}{}", words.curve_quote_open(), words.curve_quote_close())
            }
            Self::Role(said) | Self::Name(said) => said.clone(),
        }
    }
}

/// What can be said of a persona, what says most first.
fn headings(
    journey: &Journey,
    feelings: &Feelings<'_>,
    persona: &Persona,
    words: &Words,
) -> Vec<PersonaHeading> {
    let quote = unquoted(&persona.quote);
    let is_short = !quote.is_empty() && quote.chars().nth(QUOTE_MAX).is_none();
    let quote = is_short.then(|| PersonaHeading::Quote(quote.to_owned()));
    let roles = persona_roles(persona, words);
    let role = (!roles.trim().is_empty()).then(|| PersonaHeading::Role(short(&roles)));
    let found =
        [compared(feelings, &persona.id), ends(journey, feelings, &persona.id), quote, role];
    let name = PersonaHeading::Name(short(&persona_name(persona, words)));
    found.into_iter().flatten().chain([name]).collect()
}

fn compared(feelings: &Feelings<'_>, persona: &Id) -> Option<PersonaHeading> {
    let named = feelings.personas.iter().enumerate();
    let named = named.filter_map(|(who, id)| Some((who, (*id)?)));
    let mut means: Vec<(Id, f64)> = Vec::new();
    for (who, id) in named {
        let points = feelings.points.iter().filter(|felt| felt.persona == Some(id)).count();
        if points < POINTS_MIN {
            return None;
        }
        means.push((id.clone(), feelings.over_map(who)?));
    }
    if means.len() < 2 {
        return None;
    }
    means.sort_by(|a, b| a.1.total_cmp(&b.1));
    let own = as_written(means.iter().find(|(id, _)| id == persona)?.1);
    let beside = || means.iter().filter(|(id, _)| id != persona).map(|(_, mean)| as_written(*mean));
    let most = beside().all(|mean| mean < own);
    let least = beside().all(|mean| mean > own);
    (most || least).then_some(PersonaHeading::Compared { most, means })
}

/// Where they are worst and best off, in phases where their lowest and highest points are too.
fn ends(journey: &Journey, feelings: &Feelings<'_>, persona: &Id) -> Option<PersonaHeading> {
    let who = feelings.place(Some(persona))?;
    let means = (0..journey.phases.len())
        .filter_map(|phase| Some((phase, feelings.in_phase(who, phase)?)))
        .collect::<Vec<(usize, f64)>>();
    let worst = *means.iter().min_by(|a, b| a.1.total_cmp(&b.1))?;
    let best = *means.iter().max_by(|a, b| a.1.total_cmp(&b.1))?;
    let alone = |end: (usize, f64)| {
        let alike = means.iter().filter(|(_, mean)| as_written(*mean) == as_written(end.1));
        alike.count() == 1
    };
    let points = persona_ends(feelings, persona);
    let same =
        |felt: Option<Felt<'_>>, end: (usize, f64)| felt.is_none_or(|felt| felt.phase == end.0);
    let is_true = worst.0 != best.0
        && alone(worst)
        && alone(best)
        && same(points.worst, worst)
        && same(points.best, best);
    is_true.then_some(PersonaHeading::Ends { worst, best })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::felt_map::{felt_project, whose};
    use crate::words::Lang;

    fn titles(project: &Project) -> Vec<String> {
        let (journey, words) = (&project.journeys[0], Words::new(Lang::Sv));
        let pages = presented_personas(project, journey).into_iter();
        let title = |one: Presented| persona_title(project, journey, &one.persona, &words);
        pages.map(|one| title(one).unwrap()).collect()
    }

    #[test]
    fn the_least_and_the_most_happy_are_called_so_where_all_have_told_enough() {
        let nan = f64::NAN;
        let project = felt_project(&[&[1.0, 0.0, -1.0], &[1.0, 0.5, -2.0], &[0.5, -0.5, 1.0]]);
        assert_eq!(
            titles(&project),
            ["Mest nöjd av de tre", "Sämst i P2, bäst i P1", "Minst nöjd av de tre"]
        );
        // One of them has told of two phases only, and two feel alike.
        let few = felt_project(&[&[1.0, 0.0], &[1.5, 0.5], &[0.5, nan]]);
        assert_eq!(titles(&few), ["Sämst i P2, bäst i P1", "Sämst i P0, bäst i P1"]);
        let alike = felt_project(&[&[1.0, 1.0], &[0.0, 0.0], &[0.5, 0.5]]);
        assert_eq!(titles(&alike), ["Sämst i P1, bäst i P0", "Karim"], "none twice");
        let words = Words::new(Lang::En);
        let two = felt_project(&[&[1.0, 0.0], &[1.0, 0.5], &[0.5, -0.5]]);
        let said = persona_title(&two, &two.journeys[0], &whose(0), &words);
        assert_eq!(said.as_deref(), Some("The happier of the two"));
    }

    #[test]
    fn who_has_told_nothing_is_called_by_what_they_say_or_do() {
        let mut project = felt_project(&[&[1.0], &[1.0]]);
        assert_eq!(titles(&project), ["Anna"]);
        project.personas.edit(0).unwrap().role = "Inköpare".into();
        assert_eq!(titles(&project), ["Inköpare"]);
        project.personas.edit(0).unwrap().quote = "“Nej.”".into();
        assert_eq!(titles(&project), ["”Nej.”"]);
        project.personas.edit(0).unwrap().quote = "Nej ".repeat(40);
        assert_eq!(titles(&project), ["Inköpare"], "too long for a title");
    }

    #[test]
    fn who_has_a_point_or_two_texts_has_a_page_and_of_many_two_are_shown() {
        let nan = f64::NAN;
        let shown = |project: &Project| -> String {
            let all = presented_personas(project, &project.journeys[0]);
            let name = |one: &Presented| match one.shown {
                true => one.persona.to_string(),
                false => format!("({})", one.persona),
            };
            all.iter().map(name).collect::<Vec<_>>().join(" ")
        };
        let mut project = felt_project(&[&[1.0, nan, 1.0]]);
        assert_eq!(shown(&project), "who0 who2");
        project.personas.edit(1).unwrap().goals = "Allt".into();
        assert_eq!(shown(&project), "who0 who2");
        project.personas.edit(1).unwrap().quote = "Mer".into();
        assert_eq!(shown(&project), "who0 who1 who2");
        let mut many = felt_project(&[&[1.0; 5]]);
        assert_eq!(shown(&many), "who0 who1 (who2) (who3) (who4)");
        many.personas.edit(3).unwrap().buying_role = Some(BuyingRole::Decider);
        many.personas.edit(4).unwrap().buying_role = Some(BuyingRole::User);
        assert_eq!(shown(&many), "(who0) (who1) (who2) who3 who4");
        assert_eq!(shown(&felt_project(&[&[1.0; 4]])), "who0 who1 who2 who3");
    }

    #[test]
    fn an_end_that_another_phase_equals_is_none() {
        let project = felt_project(&[&[1.0], &[-1.0], &[-1.0]]);
        let feelings = Feelings::of(&project.journeys[0], &View::default());
        let ends = persona_ends(&feelings, &whose(0));
        assert!(ends.worst.is_none() && ends.best.is_some_and(|felt| felt.phase == 0));
    }
}
