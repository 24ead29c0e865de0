//! Where does a text stand in a project? On cards, faces, phases, steps, lanes, personas,
//! transitions and journeys, in the order one reads them.
//!
//! What is searched is kept in lower case for each lane as long as the lane is the same, so that
//! an edit costs its lane and typing a letter costs nothing but looking.

use crate::model::{Card, CardRef, Id, Journey, Lane, Persona, Project, Thing};
use crate::words::{Lang, Named, Words, fold};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Something that says what is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The journey it is in; none: it is in none or in all of them.
    pub journey: Option<Id>,
    /// What says it.
    pub thing: Thing,
    /// Which of its texts does, the first of them.
    pub part: FoundIn,
}

/// A text of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is what it is called")]
pub enum FoundIn {
    Text,
    Note,
    Tag,
    Owner,
    Title,
    Quote,
    Role,
    Reason,
    Purpose,
}

/// The texts of a thing, folded.
struct Texts {
    thing: Thing,
    /// The step it stands in, for the order of reading.
    step: Option<Id>,
    said: Vec<(FoundIn, Box<str>)>,
}

/// What is searched, kept between searches.
#[derive(Default)]
pub struct Finder {
    lanes: HashMap<Id, (Arc<Lane>, Arc<Vec<Texts>>)>,
    lang: Option<Lang>,
}

impl Finder {
    /// All things of `project` that say `query`, in the order of reading: journey by journey as
    /// their tabs stand, then what is parked. Nothing where nothing is looked for.
    pub fn find(&mut self, project: &Project, query: &str, words: &Words) -> Vec<Found> {
        let lang = words.lang;
        if self.lang.replace(lang) != Some(lang) {
            self.lanes.clear();
        }
        let query = fold(query, lang);
        let query = query.trim();
        if query.is_empty() {
            return Vec::new();
        }
        let mut search = Search { query, lang, found: Vec::new() };
        let mut seen: HashSet<&Id> = HashSet::new();
        for journey in &project.journeys {
            search.head(project, journey, &mut seen);
            self.lanes(journey, words, &mut search);
        }
        for persona in project.personas.iter().filter(|persona| !seen.contains(&persona.id)) {
            search.one(None, Thing::Persona(persona.id.clone()), of_persona(persona));
        }
        for card in &project.parked {
            let thing = Thing::Card(CardRef { lane: None, card: card.id.clone() });
            search.one(None, thing, of_card(card));
        }
        let there = |id: &Id| project.journeys.iter().any(|journey| journey.lane(id).is_some());
        // Lanes that are gone, seldom enough to be worth a look through all.
        let count: usize = project.journeys.iter().map(|journey| journey.lanes.len()).sum();
        if self.lanes.len() > 2 * count + 8 {
            self.lanes.retain(|id, _| there(id));
        }
        search.found
    }

    fn lanes(&mut self, journey: &Arc<Journey>, words: &Words, search: &mut Search<'_>) {
        let places: HashMap<&Id, usize> =
            journey.steps().enumerate().map(|(place, (_, step))| (&step.id, place)).collect();
        for lane in &journey.lanes {
            let title = match lane.title.trim().is_empty() {
                true => lane.kind.name(words),
                false => lane.title.clone(),
            };
            let lane_thing = Thing::Lane(lane.id.clone());
            search.one(Some(&journey.id), lane_thing, [(FoundIn::Title, title.as_str())]);
            let kept = self.lanes.get(&lane.id).filter(|(kept, _)| Arc::ptr_eq(kept, lane));
            let texts = match kept {
                Some((_, texts)) => texts.clone(),
                None => {
                    let texts = Arc::new(texts_of(lane, search.lang));
                    self.lanes.insert(lane.id.clone(), (lane.clone(), texts.clone()));
                    texts
                }
            };
            let mut here: Vec<(usize, Found)> = Vec::new();
            for texts in texts.iter() {
                let part = texts.said.iter().find(|(_, said)| said.contains(search.query));
                if let Some((part, _)) = part {
                    let place = texts.step.as_ref().and_then(|step| places.get(step));
                    let journey = Some(journey.id.clone());
                    let found = Found { journey, thing: texts.thing.clone(), part: *part };
                    here.push((place.copied().unwrap_or(usize::MAX), found));
                }
            }
            here.sort_by_key(|(place, _)| *place);
            search.found.extend(here.into_iter().map(|(_, found)| found));
        }
    }
}

/// A search going on.
struct Search<'a> {
    query: &'a str,
    lang: Lang,
    found: Vec<Found>,
}

impl Search<'_> {
    /// Looks through the texts of a thing.
    fn one<'t>(
        &mut self,
        journey: Option<&Id>,
        thing: Thing,
        texts: impl IntoIterator<Item = (FoundIn, &'t str)>,
    ) {
        let says = |text: &str| !text.is_empty() && fold(text, self.lang).contains(self.query);
        let part = texts.into_iter().find(|(_, text)| says(text)).map(|(part, _)| part);
        let journey = journey.cloned();
        self.found.extend(part.map(|part| Found { journey, thing, part }));
    }

    /// What stands above the lanes of a journey. A persona is found in the first that shows it.
    fn head<'p>(&mut self, project: &'p Project, journey: &'p Journey, seen: &mut HashSet<&'p Id>) {
        let id = Some(&journey.id);
        let own = [
            (FoundIn::Title, journey.title.as_str()),
            (FoundIn::Purpose, &journey.purpose),
            (FoundIn::Purpose, &journey.hypothesis),
            (FoundIn::Purpose, &journey.interview_guide),
            (FoundIn::Purpose, &journey.our_goal),
            (FoundIn::Purpose, &journey.for_whom),
        ];
        self.one(id, Thing::Journey(journey.id.clone()), own);
        for persona in journey.personas.iter().filter_map(|id| project.persona(id)) {
            if seen.insert(&persona.1.id) {
                self.one(id, Thing::Persona(persona.1.id.clone()), of_persona(persona.1));
            }
        }
        for transition in &journey.transitions {
            let reason = [(FoundIn::Reason, transition.reason.as_str())];
            self.one(id, Thing::Transition(transition.id.clone()), reason);
        }
        for phase in &journey.phases {
            let own = [(FoundIn::Title, phase.title.as_str()), (FoundIn::Note, &phase.goal)];
            self.one(id, Thing::Phase(phase.id.clone()), own);
            for step in &phase.steps {
                self.one(id, Thing::Step(step.id.clone()), [(FoundIn::Title, step.title.as_str())]);
            }
        }
    }
}

fn of_persona(persona: &Persona) -> impl Iterator<Item = (FoundIn, &str)> {
    let texts = [
        (FoundIn::Title, &persona.name),
        (FoundIn::Role, &persona.role),
        (FoundIn::Quote, &persona.quote),
        (FoundIn::Note, &persona.circumstances),
        (FoundIn::Note, &persona.goals),
        (FoundIn::Note, &persona.needs),
        (FoundIn::Note, &persona.frustrations),
        (FoundIn::Note, &persona.priority),
    ];
    texts.into_iter().map(|(part, text)| (part, text.as_str()))
}

fn of_card(card: &Card) -> impl Iterator<Item = (FoundIn, &str)> {
    let texts =
        [(FoundIn::Text, &card.text), (FoundIn::Note, &card.note), (FoundIn::Owner, &card.owner)];
    let tags = card.tags.iter().map(|tag| (FoundIn::Tag, tag.as_ref()));
    texts.into_iter().map(|(part, text)| (part, text.as_str())).chain(tags)
}

fn texts_of(lane: &Lane, lang: Lang) -> Vec<Texts> {
    let folded = |(part, text): (FoundIn, &str)| {
        (!text.is_empty()).then(|| (part, fold(text, lang).into_boxed_str()))
    };
    let cards = lane.cards.iter().map(|card| Texts {
        thing: Thing::Card(CardRef { lane: Some(lane.id.clone()), card: card.id.clone() }),
        step: Some(card.step.clone()),
        said: of_card(card).filter_map(folded).collect(),
    });
    let points = lane.points.iter().map(|point| Texts {
        thing: Thing::Point { lane: lane.id.clone(), point: point.id.clone() },
        step: Some(point.step.clone()),
        said: folded((FoundIn::Quote, &point.quote)).into_iter().collect(),
    });
    cards.chain(points).filter(|texts| !texts.said.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::notation::parse;
    use super::*;

    #[test]
    fn letters_are_folded_as_a_reader_of_the_language_takes_them() {
        let rows = [
            (Lang::Sv, "Fråga IDÉ på Åre", "fråga ide på åre"),
            (Lang::Sv, "a\u{30a} a\u{308} o\u{308} e\u{301}", "å ä ö e"),
            (Lang::En, "Fråga IDÉ", "fraga ide"),
            (Lang::En, "o\u{308}", "o"),
            (Lang::Sv, "“Ja”\u{a0}nej\nkan\u{ad}ske", "\"ja\" nej kanske"),
            (Lang::Sv, "Łódź 東京", "łodz 東京"),
        ];
        for (lang, text, expected) in rows {
            assert_eq!(fold(text, lang), expected, "{text}");
        }
    }

    /// What is found, by id.
    fn found(finder: &mut Finder, project: &Project, query: &str) -> String {
        let all = finder.find(project, query, &Words::new(Lang::Sv));
        let each = all.iter().map(|one| format!("{} {:?}", one.thing.id(), one.part));
        each.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn all_texts_are_searched_in_the_order_of_reading() {
        let (mut project, _) = parse(
            "A: a b | B: c\nL: x / | y\nM: z / w |\n~E: p+1 / |\n-> t: B A\nparked: k\nwho: pia",
        );
        let map = project.journeys.edit(0).unwrap();
        map.phases.edit(1).unwrap().title = "Rådgivning".into();
        map.phases.edit(0).unwrap().steps.edit(0).unwrap().title = "Söker råd".into();
        map.transitions.edit(0).unwrap().reason = "fick dåligt råd".into();
        map.lanes.edit(1).unwrap().hidden = true;
        map.lanes.edit(1).unwrap().title = "Råd i bakgrunden".into();
        let cards = &mut map.lanes.edit(1).unwrap().cards;
        cards.edit(0).unwrap().note = "Rådet var gott".into();
        cards.edit(1).unwrap().tags = vec!["råd".into()];
        cards.swap(0, 1);
        map.lanes.edit(2).unwrap().points.edit(0).unwrap().quote = "Vilket råd!".into();
        project.parked.edit(0).unwrap().text = "Förråd".into();
        project.personas.edit(0).unwrap().role = "rådgivare".into();
        let mut finder = Finder::default();
        let expected =
            "pia Role, t Reason, a Title, B Title, M Title, z Note, w Tag, p Quote, k Text";
        assert_eq!(found(&mut finder, &project, "RÅD"), expected);
        assert_eq!(found(&mut finder, &project, " "), "");
        assert_eq!(found(&mut finder, &project, "rad"), "", "å is a letter of its own");
        // What has changed since is found anew.
        let map = project.journeys.edit(0).unwrap();
        map.lanes.edit(0).unwrap().cards.edit(0).unwrap().text = "gott råd".into();
        assert_eq!(found(&mut finder, &project, "gott r"), "x Text");
        assert_eq!(found(&mut finder, &project, "gott"), "x Text, z Note");
    }

    #[test]
    fn ten_thousand_cards_are_folded_once() {
        let card = |n: usize| Card {
            id: Id::new(&format!("c{n}")),
            step: Id::new("a"),
            text: format!("Kort nummer {n} med några ord till"),
            ..Card::default()
        };
        let (mut project, _) = parse("A: a\nL:\nM:");
        let map = project.journeys.edit(0).unwrap();
        for lane in 0..2 {
            let cards = (0..5000).map(|n| card(lane * 5000 + n));
            map.lanes.edit(lane).unwrap().cards = cards.collect();
        }
        let (mut finder, words) = (Finder::default(), Words::new(Lang::Sv));
        assert_eq!(finder.find(&project, "nummer 9", &words).len(), 1111);
        let kept: Vec<_> = finder.lanes.values().map(|(_, texts)| Arc::as_ptr(texts)).collect();
        assert_eq!(finder.find(&project, "nummer 99", &words).len(), 111);
        let still: Vec<_> = finder.lanes.values().map(|(_, texts)| Arc::as_ptr(texts)).collect();
        assert_eq!(kept, still);
    }
}
