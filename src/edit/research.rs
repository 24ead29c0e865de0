//! What comes of what a source said: words become a quote on the map, evidence of a card, a passage of
//! a theme. All are one step of history.
//!
//! A card's evidence follows its sources until somebody says otherwise: it is researched when it rests
//! on what customers said or did.

use super::{Change, Spot, new_lane};
use crate::insight::{evidence_of_sources, persona_of_source};
use crate::model::{
    Card, CardRef, Evidence, Id, IdSource, Journey, LaneKind, Passage, Project, Source, Theme,
};
use std::ops::Range;
use std::sync::Arc;

/// The card with these sources, and with the evidence that follows from them where the evidence it has
/// is what followed from those it had.
pub(super) fn follow(project: &Project, card: &Card, sources: Vec<Id>) -> Card {
    let followed = match &card.evidence {
        None => true,
        Some(Evidence::Hypothesis) if card.sources.is_empty() => true,
        said => *said == evidence_of_sources(project, &card.sources),
    };
    let evidence = match followed {
        true if sources == card.sources => card.evidence.clone(),
        true => evidence_of_sources(project, &sources),
        false => card.evidence.clone(),
    };
    Card { sources, evidence, ..card.clone() }
}

/// Gives a card other sources; its evidence follows them as far as nobody has said otherwise.
pub fn set_sources(project: &Project, card: &mut Card, set: impl FnOnce(&mut Vec<Id>)) {
    let mut sources = card.sources.clone();
    set(&mut sources);
    *card = follow(project, card, sources);
}

/// The source with another text: passages know where their words stand now, those whose words are gone
/// where they stood last.
pub fn with_notes(source: &Source, notes: String) -> Source {
    let mut new = Source { notes, ..source.clone() };
    for index in 0..new.passages.len() {
        let Some(range) = new.place_of(&new.passages[index]) else { continue };
        let at = new.notes.get(..range.start).map_or(0, |before| before.chars().count());
        let Ok(at) = u32::try_from(at) else { continue };
        if new.passages[index].at != at
            && let Some(passage) = new.passages.edit(index)
        {
            passage.at = at;
        }
    }
    new
}

/// The words of source `source` at `range` of its notes, in bytes, become a quote in `step`: a card of
/// the lane of quotes, which is made where the map has none. None: there are no words, or no such
/// source or step.
pub fn take_quote(
    project: &Project,
    journey: &Journey,
    (source, range): (&Id, Range<usize>),
    step: &Id,
    ids: &mut IdSource,
) -> Option<Change> {
    journey.steps().find(|(_, one)| one.id == *step)?;
    let source = find(project, source)?;
    let mut passage = source.passage_at(range, ids.next_id())?;
    let who = persona_of_source(project, journey, source);
    let card = Card {
        id: ids.next_id(),
        text: passage.text.clone(),
        personas: who.iter().map(|persona| persona.id.clone()).collect(),
        ..Card::default()
    };
    let card = follow(project, &card, vec![source.id.clone()]);
    passage.card = Some(card.id.clone());
    let mut changes = vec![with_passage(source, passage)];
    let quotes = |hidden| {
        let mut lanes = journey.lanes.iter();
        lanes.find(|lane| lane.kind == LaneKind::Quotes && lane.hidden == hidden)
    };
    let lane = match quotes(false).or_else(|| quotes(true)) {
        Some(lane) => lane.id.clone(),
        None => {
            let lane = new_lane(LaneKind::Quotes, ids);
            let id = lane.id.clone();
            // Beside the feelings that quotes speak of.
            let at = journey.lanes.index_where(|lane| lane.kind == LaneKind::Emotions);
            let at = at.map_or(journey.lanes.len(), |at| at + 1);
            changes.push(Change::AddLanes { at, lanes: vec![lane] });
            id
        }
    };
    let spot = Spot::Cell { lane, step: step.clone(), index: usize::MAX };
    changes.push(Change::AddCards(vec![(spot, card)]));
    Some(Change::Together(changes))
}

/// The words become evidence of a card: it rests on the source from then on. None: there are no words,
/// or no such source or card.
pub fn add_evidence(
    project: &Project,
    journey: &Journey,
    (source, range): (&Id, Range<usize>),
    card: &CardRef,
    id: Id,
) -> Option<Change> {
    let source = find(project, source)?;
    let (place, card) = project.card(journey, card)?;
    let mut passage = source.passage_at(range, id)?;
    passage.card = Some(card.id.clone());
    let mut sources = card.sources.clone();
    if !sources.contains(&source.id) {
        sources.push(source.id.clone());
    }
    let card = follow(project, card, sources);
    Some(Change::Together(vec![
        with_passage(source, passage),
        Change::PutCards(vec![(place, card)]),
    ]))
}

/// The words become a passage of a theme; where they are a passage already, that one. None: there are
/// no words, no such source or theme, or they are of the theme already.
pub fn put_in_theme(
    project: &Project,
    (source, range): (&Id, Range<usize>),
    theme: &Id,
    id: Id,
) -> Option<Change> {
    project.themes.iter().find(|one| one.id == *theme)?;
    passage_of_theme(find(project, source)?, range, theme, id)
}

/// The same for a theme that is new.
pub fn take_theme(
    project: &Project,
    (source, range): (&Id, Range<usize>),
    theme: Theme,
    id: Id,
) -> Option<Change> {
    let passage = passage_of_theme(find(project, source)?, range, &theme.id, id)?;
    Some(Change::Together(vec![Change::PutThemes(vec![theme]), passage]))
}

fn passage_of_theme(source: &Source, range: Range<usize>, theme: &Id, id: Id) -> Option<Change> {
    let mut passage = source.passage_at(range, id)?;
    let known =
        source.passages.index_where(|one| (&one.text, one.at) == (&passage.text, passage.at));
    if let Some(at) = known {
        let mut source = source.clone();
        let passage = source.passages.edit(at).filter(|one| !one.themes.contains(theme))?;
        passage.themes.push(theme.clone());
        return Some(Change::PutSources(vec![source]));
    }
    passage.themes.push(theme.clone());
    Some(with_passage(source, passage))
}

/// Lets go of a passage: its words are words of the source again. The card they became stays. None:
/// there is no such passage.
pub fn let_passage_go(project: &Project, source: &Id, passage: &Id) -> Option<Change> {
    let mut source = Source::clone(find(project, source)?);
    let at = source.passages.index_where(|one| one.id == *passage)?;
    source.passages.remove(at);
    Some(Change::PutSources(vec![source]))
}

fn find<'a>(project: &'a Project, id: &Id) -> Option<&'a Arc<Source>> {
    project.sources.iter().find(|source| source.id == *id)
}

fn with_passage(source: &Source, passage: Passage) -> Change {
    let mut source = source.clone();
    source.passages.push(Arc::new(passage));
    Change::PutSources(vec![source])
}

#[cfg(test)]
mod tests {
    use super::super::notation::{faults, id, parse};
    use super::super::{Edit, Label, apply};
    use super::*;
    use crate::model::{BuyingRole, SourceKind};

    /// The sources a card had and its evidence; those it is given, and what comes of it.
    type EvidenceCase<'a> = (&'a [&'a str], Option<Evidence>, &'a [&'a str], Option<Evidence>);

    const SAID: &str = "När? Jag fick höra om det efteråt. Åh.";

    /// An interview with a user; Pia is one, Ola decides.
    fn project() -> Project {
        let (mut project, _) = parse("A: a b\nL: x y / z\n~E: p+1 / q-1\nN: n /\nwho: pia ola");
        project.personas.edit(0).unwrap().buying_role = Some(BuyingRole::User);
        project.personas.edit(1).unwrap().buying_role = Some(BuyingRole::Decider);
        let kind = Some(SourceKind::Interview);
        let (role, notes) = ("Användare".into(), SAID.into());
        project.sources.push(Source { id: id("i"), kind, role, notes, ..Source::default() }.into());
        let kind = Some(SourceKind::Workshop);
        project.sources.push(Source { id: id("w"), kind, ..Source::default() }.into());
        project.themes.push(Theme { id: id("t"), ..Theme::default() }.into());
        project
    }

    fn words(of: &str) -> Range<usize> {
        let at = SAID.find(of).unwrap();
        at..at + of.len()
    }

    fn made(project: &Project, change: Change) -> Project {
        let after = apply(project, &Edit { journey: id("map"), change }).unwrap();
        assert_eq!(faults(&after), Vec::<String>::new());
        after
    }

    #[test]
    fn words_become_a_quote_of_the_one_who_said_them() {
        let before = project();
        let mut ids = IdSource::seeded(1);
        let at = words("Jag fick höra om det efteråt.");
        let taken = |project: &Project, ids: &mut IdSource| {
            let source = id("i");
            take_quote(project, &project.journeys[0], (&source, at.clone()), &id("b"), ids)
        };
        let change = taken(&before, &mut ids).unwrap();
        let edit = Edit { journey: id("map"), change: change.clone() };
        assert_eq!(Label::of(&before, &edit), Label::TakePassage);
        let after = made(&before, change);
        // There was no lane of quotes: it stands below the feelings.
        let lane = &after.journeys[0].lanes[2];
        assert_eq!((&lane.kind, lane.cards.len()), (&LaneKind::Quotes, 1));
        let card = &lane.cards[0];
        assert_eq!((card.text.as_str(), &card.step), ("Jag fick höra om det efteråt.", &id("b")));
        assert_eq!((&card.personas[..], &card.sources[..]), (&[id("pia")][..], &[id("i")][..]));
        assert_eq!(card.evidence, Some(Evidence::Researched));
        let passage = &after.sources[0].passages[0];
        assert_eq!((&passage.card, passage.at), (&Some(card.id.clone()), 5));
        // Another goes to the same lane, also where it is hidden.
        let mut hidden = after.clone();
        hidden.journeys.edit(0).unwrap().lanes.edit(2).unwrap().hidden = true;
        for project in [after, hidden] {
            let two = made(&project, taken(&project, &mut ids).unwrap());
            assert_eq!((two.journeys[0].lanes.len(), two.journeys[0].lanes[2].cards.len()), (4, 2));
        }
        let nothing =
            take_quote(&before, &before.journeys[0], (&id("i"), 5..6), &id("b"), &mut ids);
        assert_eq!(nothing, None);
        let (i, gone) = (id("i"), id("gone"));
        assert!(take_quote(&before, &before.journeys[0], (&i, 0..4), &gone, &mut ids).is_none());
        assert!(
            take_quote(&before, &before.journeys[0], (&gone, 0..4), &id("b"), &mut ids).is_none()
        );
    }

    #[test]
    fn evidence_follows_the_sources_until_somebody_says_otherwise() {
        use Evidence::{Hypothesis, Partly, Researched};
        let project = project();
        let rows: [EvidenceCase<'_>; 8] = [
            (&[], None, &["i"], Some(Researched)),
            (&[], Some(Hypothesis), &["i"], Some(Researched)),
            (&[], Some(Hypothesis), &["w"], Some(Partly)),
            (&["w"], Some(Partly), &["w", "i"], Some(Researched)),
            (&["w", "i"], Some(Researched), &["w"], Some(Partly)),
            // Somebody has said so although there is an interview.
            (&["i"], Some(Hypothesis), &["i", "w"], Some(Hypothesis)),
            (&[], Some(Partly), &["i"], Some(Partly)),
            (&["i"], Some(Researched), &[], None),
        ];
        for (had, said, has, expected) in rows {
            let sources = had.iter().map(|name| id(name)).collect();
            let mut card = Card { sources, evidence: said.clone(), ..Card::default() };
            set_sources(&project, &mut card, |all| {
                *all = has.iter().map(|name| id(name)).collect();
            });
            assert_eq!(card.evidence, expected, "{had:?} {said:?} {has:?}");
        }
    }

    #[test]
    fn words_become_evidence_of_a_card() {
        let before = project();
        let card = CardRef { lane: None, card: id("x") };
        let from = |words: Range<usize>| {
            let source = id("i");
            add_evidence(&before, &before.journeys[0], (&source, words), &card, id("new"))
        };
        let after = made(&before, from(words("Åh.")).unwrap());
        let card = &after.journeys[0].lanes[0].cards[0];
        assert_eq!(
            (&card.sources[..], &card.evidence),
            (&[id("i")][..], &Some(Evidence::Researched))
        );
        let passage = &after.sources[0].passages[0];
        assert_eq!((passage.text.as_str(), &passage.card), ("Åh.", &Some(id("x"))));
        assert_eq!(from(5..6), None);
        // Once more: it rests on the source once.
        let again = CardRef { lane: None, card: id("x") };
        let change =
            add_evidence(&after, &after.journeys[0], (&id("i"), words("När?")), &again, id("m"));
        let twice = made(&after, change.unwrap());
        assert_eq!(twice.journeys[0].lanes[0].cards[0].sources.len(), 1);
        assert_eq!(twice.sources[0].passages.len(), 2);
    }

    #[test]
    fn words_are_one_passage_of_several_themes() {
        let before = project();
        let at = words("Åh.");
        let of = |project: &Project, theme: &str| {
            put_in_theme(project, (&id("i"), at.clone()), &id(theme), id("p"))
        };
        let one = made(&before, of(&before, "t").unwrap());
        assert_eq!(one.sources[0].passages[0].themes, [id("t")]);
        assert_eq!((of(&one, "t"), of(&one, "gone")), (None, None));
        let new = Theme { id: id("new"), title: "Sist".into(), ..Theme::default() };
        let change = take_theme(&one, (&id("i"), at.clone()), new, id("q")).unwrap();
        let edit = Edit { journey: id("map"), change: change.clone() };
        assert_eq!(Label::of(&one, &edit), Label::AddTheme);
        let two = made(&one, change);
        assert_eq!((two.themes.len(), two.sources[0].passages.len()), (2, 1));
        assert_eq!(two.sources[0].passages[0].themes, [id("t"), id("new")]);
        let none = made(&two, let_passage_go(&two, &id("i"), &id("p")).unwrap());
        assert!(none.sources[0].passages.is_empty());
        assert_eq!(let_passage_go(&none, &id("i"), &id("p")), None);
    }

    #[test]
    fn passages_keep_their_words_when_the_text_changes() {
        let before = project();
        let change = put_in_theme(&before, (&id("i"), words("Åh.")), &id("t"), id("p")).unwrap();
        let source = made(&before, change).sources[0].clone();
        let longer = with_notes(&source, format!("Början. {SAID}"));
        assert_eq!(longer.passages[0].at, source.passages[0].at + 8);
        // Gone from the text and back again.
        let gone = with_notes(&longer, "Annat".into());
        assert_eq!((gone.place_of(&gone.passages[0]), gone.passages.len()), (None, 1));
        assert_eq!(with_notes(&gone, format!("Början. {SAID}")), longer);
    }
}
