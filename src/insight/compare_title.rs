//! What a page is called on which two maps are compared: what is true of the persona whose curves it shows,
//! by how much they differ on average, as it says below.

use super::compare::Differences;
use super::feelings::{as_written, is_happy, is_unhappy};
use super::learned::sentence::short;
use crate::model::{Id, Project};
use crate::words::{Words, persona_name, titled};

/// Whether a persona feels better or worse on the later map; none where not by much, or nothing is known. A
/// quarter of a unit is much, as it is where somebody is happy.
pub fn compare_title(
    project: &Project,
    found: &Differences,
    persona: &Id,
    words: &Words,
) -> Option<String> {
    let gap = as_written(found.better(Some(persona))?);
    let (_, later) = project.journey(&found.later)?;
    let (_, persona) = project.persona(persona)?;
    let (who, map) = (short(&persona_name(persona, words)), short(&titled(&later.title, words)));
    match (is_happy(gap), is_unhappy(gap)) {
        (true, _) => Some(words.compare_title_better(who, map)),
        (_, true) => Some(words.compare_title_worse(who, map)),
        (false, false) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::compare::differences;
    use crate::insight::felt_map::felt_project;
    use crate::model::{JourneyKind, Phase};
    use crate::words::Lang;

    fn title(before: &[f64], after: &[f64], lang: Lang) -> Vec<Option<String>> {
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
        let personas = later.personas.clone();
        project.journeys.push(later.into());
        let found = differences(&project, &Id::new("map"), &Id::new("later")).unwrap();
        let words = Words::new(lang);
        let title = |persona: &Id| compare_title(&project, &found, persona, &words);
        personas.iter().map(title).collect()
    }

    #[test]
    fn it_says_who_feels_better_and_who_worse() {
        let (before, after) = ([-1.0, 1.0, 0.0, 0.0, 0.0], [1.0, 0.5, 0.2, 0.25, f64::NAN]);
        let swedish = [
            Some("Anna känner sig bättre i Sen"),
            Some("Karim känner sig sämre i Sen"),
            None,
            // As it is written: +0.3.
            Some("Max känner sig bättre i Sen"),
            None,
        ];
        let found = title(&before, &after, Lang::Sv);
        assert_eq!(found.iter().map(Option::as_deref).collect::<Vec<_>>(), swedish);
        let english = title(&before, &after, Lang::En);
        assert_eq!(english[0].as_deref(), Some("Anna feels better in Sen"));
        assert_eq!(english[1].as_deref(), Some("Karim feels worse in Sen"));
    }
}
