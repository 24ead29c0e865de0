//! What the page is called on which two maps are compared: what is true of each of its parts, and shown
//! there by how much the curve differs on average.

use super::compare::differences;
use super::feelings::{as_written, is_happy, is_unhappy};
use super::learned::sentence::short;
use crate::model::{Id, Project};
use crate::words::{Words, persona_name, titled};

/// Whether those whose feelings both maps know feel better or worse on the later one; none where some do
/// and some do not, or nobody by much. A quarter of a unit is much, as it is where somebody is happy.
pub fn compare_title(project: &Project, a: &Id, b: &Id, words: &Words) -> Option<String> {
    let found = differences(project, a, b)?;
    let personas = found.personas();
    let gap = |id: &Option<&Id>| found.better(*id).map(as_written);
    let gaps: Vec<f64> = personas.iter().map(gap).collect::<Option<_>>()?;
    let better = gaps.iter().all(|gap| is_happy(*gap));
    if gaps.is_empty() || !better && !gaps.iter().all(|gap| is_unhappy(*gap)) {
        return None;
    }
    let (_, later) = project.journey(&found.later)?;
    let map = short(&titled(&later.title, words));
    let name = |id: &Id| {
        let persona = project.persona(id).map(|(_, persona)| persona_name(persona, words));
        short(&persona.unwrap_or_else(|| words.scene_untitled()))
    };
    Some(match (personas.as_slice(), better) {
        ([Some(one)], true) => words.compare_title_better_one(name(one), map),
        ([Some(one)], false) => words.compare_title_worse_one(name(one), map),
        ([None], true) => words.compare_title_better_nobodys(map),
        ([None], false) => words.compare_title_worse_nobodys(map),
        ([_, _], true) => words.compare_title_better_both(map),
        ([_, _], false) => words.compare_title_worse_both(map),
        (all, true) => words.compare_title_better_all(words.count_word(all.len()), map),
        (all, false) => words.compare_title_worse_all(words.count_word(all.len()), map),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::felt_map::felt_project;
    use crate::model::{JourneyKind, Phase};
    use crate::words::Lang;

    fn title(before: &[f64], after: &[f64], lang: Lang) -> Option<String> {
        let mut project = felt_project(&[before]);
        let mut later = felt_project(&[after]).journeys[0].as_ref().clone();
        later.id = Id::new("later");
        later.title = "Sen".into();
        later.origin = Some(Id::new("map"));
        later.kind = Some(JourneyKind::Future);
        // Made from the other, as a copy is.
        for at in 0..later.phases.len() {
            let phase = later.phases.edit(at).unwrap();
            *phase = Phase { origin: Some(phase.id.clone()), ..phase.clone() };
        }
        project.journeys.push(later.into());
        compare_title(&project, &Id::new("map"), &Id::new("later"), &Words::new(lang))
    }

    #[test]
    fn it_says_who_feels_better_where_all_do() {
        let rows: [(&[f64], &[f64], Option<&str>); 7] = [
            (&[-1.0], &[1.0], Some("Anna känner sig bättre i Sen")),
            (&[1.0], &[0.5], Some("Anna känner sig sämre i Sen")),
            (&[-1.0, 0.0], &[1.0, 0.5], Some("Båda känner sig bättre i Sen")),
            (&[-1.0, 0.0, 0.0], &[1.0, 0.5, 2.0], Some("Alla tre känner sig bättre i Sen")),
            (&[1.0, 0.0, 0.0], &[0.0, -0.5, -2.0], Some("Alla tre känner sig sämre i Sen")),
            (&[-1.0, 0.0], &[1.0, -0.5], None),
            (&[0.0], &[0.2], None),
        ];
        for (before, after, expected) in rows {
            assert_eq!(title(before, after, Lang::Sv).as_deref(), expected, "{before:?} {after:?}");
        }
        let english = title(&[-1.0, 0.0], &[1.0, 0.5], Lang::En);
        assert_eq!(english.as_deref(), Some("Both feel better in Sen"));
    }
}
