//! What has been asked, of whom, and what is known by now?
//!
//! The thread goes from what one wants to know to what comes of it. What a source tells is counted by
//! what on the map names it: cards, and points of the curves.

mod heard;
mod themes;
mod thread;

pub use heard::{Coverage, CoverageRow, RoleHole, Saturation, coverage, saturation, told_by};
pub(super) use heard::{cards_of_themes, gathers};
pub use themes::{ThemeTally, recurring_themes, theme_tallies, themes_said};
pub use thread::{ResearchStep, ResearchThread, interviews_held, research_thread};

use crate::model::{BuyingRole, Evidence, Id, Journey, Persona, Project, Source, SourceKind};
use crate::words::{Lang, Named, Words};
use std::sync::Arc;

/// How well founded something is that rests on these sources: researched where one of them is what
/// customers said, did or counted, partly where there are others only; none without sources that are
/// there.
pub fn evidence_of_sources(project: &Project, sources: &[Id]) -> Option<Evidence> {
    let named = project.sources.iter().filter(|source| sources.contains(&source.id));
    let is_first_hand = |source: &Arc<Source>| match &source.kind {
        Some(
            SourceKind::Interview
            | SourceKind::Survey
            | SourceKind::Statistics
            | SourceKind::Observation,
        ) => true,
        Some(
            SourceKind::Internal
            | SourceKind::Workshop
            | SourceKind::Document
            | SourceKind::Other(_),
        )
        | None => false,
    };
    let firsts: Vec<bool> = named.map(is_first_hand).collect();
    match firsts.contains(&true) {
        true => Some(Evidence::Researched),
        false => (!firsts.is_empty()).then_some(Evidence::Partly),
    }
}

/// The persona of `journey` whose role the source has: what they are to the purchase, in either
/// language, or what they do. None: nobody's, or that of several.
pub fn persona_of_source<'a>(
    project: &'a Project,
    journey: &Journey,
    source: &Source,
) -> Option<&'a Persona> {
    let personas = || journey.personas.iter().filter_map(|id| Some(project.persona(id)?.1));
    let folded = |text: &str| text.trim().to_lowercase();
    let (role, who) = (folded(&source.role), folded(&source.who));
    let langs = [Lang::Sv, Lang::En].map(Words::new);
    let is_called = |buying: &BuyingRole| {
        let names = langs.iter().map(|words| folded(&buying.name(words)));
        !role.is_empty() && names.into_iter().any(|name| name == role)
    };
    let does = |persona: &Persona| {
        let work = folded(&persona.role);
        let said = |text: &str| {
            let rest = text.strip_prefix(&work);
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        !work.is_empty() && (said(&role) || said(&who))
    };
    let only = |fits: &dyn Fn(&Persona) -> bool| {
        let mut those = personas().filter(|persona| fits(persona));
        those.next().filter(|_| those.next().is_none())
    };
    only(&does).or_else(|| only(&|persona| persona.buying_role.as_ref().is_some_and(is_called)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_speaks_for_the_one_whose_role_it_has() {
        let persona = |name: &str, role: &str, buying: Option<BuyingRole>| Persona {
            id: Id::new(name),
            role: role.into(),
            buying_role: buying,
            ..Persona::default()
        };
        let personas = [
            persona("anna", "Produktionschef", Some(BuyingRole::Decider)),
            persona("elin", "Underhållstekniker", Some(BuyingRole::User)),
            persona("bo", "", Some(BuyingRole::Influencer)),
            persona("eva", "", Some(BuyingRole::Influencer)),
            persona("away", "Städare", None),
        ];
        let journey = Journey {
            personas: personas[..4].iter().map(|one| one.id.clone()).collect(),
            ..Journey::default()
        };
        let project = Project { personas: personas.into_iter().collect(), ..Project::default() };
        let rows = [
            ("Användare", "", Some("elin")),
            ("user", "", Some("elin")),
            ("Beslutsfattare", "Någon", Some("anna")),
            ("", "Produktionschef, knäckebrödsbageri", Some("anna")),
            // Another work that only begins alike.
            ("", "Produktionschefens vikarie", None),
            // What they do says more than what they are to the purchase.
            ("Användare", "produktionschef", Some("anna")),
            ("Påverkare", "", None),
            ("Städare", "", None),
            ("", "", None),
        ];
        for (role, who, expected) in rows {
            let source = Source { role: role.into(), who: who.into(), ..Source::default() };
            let found = persona_of_source(&project, &journey, &source);
            assert_eq!(found.map(|one| one.id.as_str()), expected, "{role} {who}");
        }
    }

    #[test]
    fn what_customers_said_or_did_is_researched() {
        use SourceKind::{
            Document, Internal, Interview, Observation, Other, Statistics, Survey, Workshop,
        };
        let researched = Some(Evidence::Researched);
        let rows = [
            (vec![], None),
            (vec![Some(Interview)], researched.clone()),
            (vec![Some(Survey)], researched.clone()),
            (vec![Some(Statistics)], researched.clone()),
            (vec![Some(Workshop), Some(Observation)], researched),
            (vec![Some(Internal)], Some(Evidence::Partly)),
            (vec![Some(Workshop)], Some(Evidence::Partly)),
            (vec![Some(Document)], Some(Evidence::Partly)),
            (vec![Some(Other("rykte".into()))], Some(Evidence::Partly)),
            (vec![None], Some(Evidence::Partly)),
        ];
        for (kinds, expected) in rows {
            let mut project = Project::default();
            let mut named = vec![Id::new("gone")];
            for (at, kind) in kinds.iter().enumerate() {
                let id = Id::new(&format!("s{at}"));
                named.push(id.clone());
                project.sources.push(Source { id, kind: kind.clone(), ..Source::default() }.into());
            }
            assert_eq!(evidence_of_sources(&project, &named), expected, "{kinds:?}");
        }
    }
}
