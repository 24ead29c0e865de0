//! The pages of the whole map, of personas and of how far they agree: what they are called on a map that
//! was worked out by hand, and what becomes of them on odd maps.

use super::*;
use crate::model::{Phase, Step};
use crate::scene::{Group, Tag};

/// The titles of all pages of the machine's map of one kind, with what each says.
fn titles(kind: &PageKind) -> Vec<(String, String)> {
    let project = Arc::new(file::read(EXAMPLES[0]).unwrap().project);
    let (mut deck, words) = (Deck::new(), Words::new(Lang::Sv));
    deck.plan(&project, &project.journeys[0].id, &words);
    let mut found = Vec::new();
    for at in 0..deck.all().len() {
        let planned = deck.all()[at].clone();
        if planned.page.kind == *kind {
            let page = deck.any_page(at, &words).unwrap();
            let mut said = Vec::new();
            walk(&page.items, Vec2::ZERO, &mut |_, text| said.push(text.source.to_string()));
            found.push((planned.title, said.join("|")));
        }
    }
    found
}

#[test]
fn the_titles_of_the_machine_are_those_worked_out_by_hand() {
    let map = titles(&PageKind::Map);
    assert_eq!(map.len(), 1);
    assert_eq!(map[0].0, "Resan börjar lågt och slutar högt");
    for said in ["Bästa stunden: Anna", "”Jag åt lunch sittande. Tre dagar i rad.”"] {
        assert!(map[0].1.contains(said), "{said}: {}", map[0].1);
    }
    for said in ["Sämsta stunden: Elin", "”Porten är 2,40. Maskinen är 2,52.”"] {
        assert!(map[0].1.contains(said), "{said}: {}", map[0].1);
    }
    let agreement = titles(&PageKind::Agreement);
    assert_eq!(agreement.len(), 1);
    assert_eq!(agreement[0].0, "Närmast varandra i Beslut, längst isär i Köp");
    for gap in ["1,9", "1,5", "0,6", "3,1", "1,0", "1,3", "närmast", "längst isär", "Inköpsgruppen"]
    {
        assert!(agreement[0].1.split('|').any(|said| said == gap), "{gap}: {}", agreement[0].1);
    }
    let personas = titles(&PageKind::Persona);
    let called: Vec<&str> = personas.iter().map(|(title, _)| title.as_str()).collect();
    assert_eq!(
        called,
        ["Mest nöjd av de tre", "Sämst i Beslut, bäst i Köp", "Minst nöjd av de tre"]
    );
    let elin = &personas[2].1;
    for said in ["Elin", "Elin −0,5", "Karim +0,1", "Anna +0,2", "sämst −1,9", "bäst +1,7"] {
        assert!(elin.split('|').any(|one| one == said), "{said}: {elin}");
    }
}

#[test]
fn a_page_of_a_persona_is_called_by_its_name_in_lists() {
    let project = Arc::new(file::read(EXAMPLES[0]).unwrap().project);
    let (mut deck, words) = (Deck::new(), Words::new(Lang::Sv));
    deck.plan(&project, &project.journeys[0].id, &words);
    let all = deck.all().iter().filter(|one| one.page.kind == PageKind::Persona);
    let called: Vec<String> = all.map(|one| one.called(&words)).collect();
    assert_eq!(
        called,
        [
            "Anna: Mest nöjd av de tre",
            "Karim: Sämst i Beslut, bäst i Köp",
            "Elin: Minst nöjd av de tre"
        ]
    );
}

#[test]
fn the_proof_of_a_persona_is_whole_beside_a_quote_whatever_names_there_are() {
    let mut checked = 0;
    for name in ["", "alldeles för lång", "Realisationsvinstbeskattning"] {
        let project = Arc::new(odd(6, 2, 3, 2, name));
        let (mut deck, words) = (Deck::new(), Words::new(Lang::Sv));
        deck.plan(&project, &id("j"), &words);
        for at in 0..deck.all().len() {
            let planned = deck.all()[at].clone();
            if planned.page.kind != PageKind::Persona || planned.part > 0 {
                continue;
            }
            let page = deck.any_page(at, &words).unwrap();
            let mut all = Vec::new();
            groups(&page.items, &mut all);
            let proof = |group: &&&Group| {
                group.tag == Tag::Figure && (270.0..320.0).contains(&group.bounds.center().y)
            };
            let proof: Vec<&&Group> = all.iter().filter(proof).collect();
            // One that is called by what they say has its proof in its title.
            let quote = all.iter().find(|group| group.tag == Tag::Quote);
            let Some(left) = quote.map(|quote| quote.bounds.left()) else { continue };
            assert!(proof.len() >= 2, "{name}: {} has {}", planned.title, proof.len());
            checked += 1;
            let is_free = |group: &&&Group| group.bounds.right() < left;
            assert!(proof.iter().all(is_free), "{name}: {}", planned.title);
        }
    }
    assert!(checked >= 3, "{checked}");
}

#[test]
fn a_story_goes_from_the_whole_to_whom_it_is_about_and_what_they_feel() {
    let project = Arc::new(file::read(EXAMPLES[0]).unwrap().project);
    let (mut deck, words) = (Deck::new(), Words::new(Lang::En));
    deck.plan(&project, &project.journeys[0].id, &words);
    let mut kinds: Vec<&str> = deck.all().iter().map(|one| one.page.kind.as_str()).collect();
    kinds.dedup();
    let all = "title map curve persona phase agreement movement compare learned next ask details";
    assert_eq!(kinds.join(" "), all);
}

/// A map of so many phases, personas who all feel something in each, and lanes of cards.
fn odd(phases: usize, steps: usize, personas: usize, lanes: usize, name: &str) -> Project {
    let called = |what: &str, at: usize| format!("{what}{at} {name}");
    let step = |at: usize| Step { id: id(&format!("s{at}")), ..Step::default() };
    let phase = |at: usize| Phase {
        id: id(&format!("p{at}")),
        title: called("Fas", at),
        steps: (at * steps..(at + 1) * steps).map(step).collect(),
        ..Phase::default()
    };
    let persona = |at: usize| Persona {
        id: id(&format!("w{at}")),
        name: called("Namn", at),
        role: called("roll", at),
        goals: called("Vill", at).repeat(at % 4 * 3),
        needs: called("Behov ", at),
        quote: called("Sagt ", at),
        ..Persona::default()
    };
    let all = phases * steps;
    let lane = |at: usize| {
        let card = |step: usize| Card {
            id: id(&format!("c{at}-{step}")),
            step: id(&format!("s{}", step % all.max(1))),
            until: step
                .is_multiple_of(3)
                .then(|| id(&format!("s{}", (step + 2).min(all.max(1) - 1)))),
            text: called("Kort", step),
            marks: if step.is_multiple_of(4) { vec![Mark::PainPoint] } else { Vec::new() },
            ..Card::default()
        };
        let kinds = [LaneKind::Actions, LaneKind::PainPoints, LaneKind::Opportunities];
        Lane {
            id: id(&format!("l{at}")),
            title: called("Rad", at),
            kind: kinds[at % 3].clone(),
            cards: (0..all / 2 + at).filter(|_| all > 0).map(card).collect(),
            ..Lane::default()
        }
    };
    let mut points = Vec::new();
    for who in 0..personas {
        for step in 0..all {
            points.push(EmotionPoint {
                id: id(&format!("e{who}-{step}")),
                persona: Some(id(&format!("w{who}"))),
                step: id(&format!("s{step}")),
                value: ((who * 7 + step * 5) % 41) as f64 / 10.0 - 2.0,
                quote: if step % 2 == 0 { called("Jag sa ", step) } else { String::new() },
                ..EmotionPoint::default()
            });
        }
    }
    let felt = Lane {
        id: id("felt"),
        kind: LaneKind::Emotions,
        points: points.into_iter().collect(),
        ..Lane::default()
    };
    let mut rows: Vec<Lane> = (0..lanes).map(lane).collect();
    rows.insert(lanes.min(2), felt);
    let journey = Journey {
        id: id("j"),
        title: called("Karta", 0),
        personas: (0..personas).map(|at| id(&format!("w{at}"))).collect(),
        phases: (0..phases).map(phase).collect(),
        lanes: rows.into_iter().collect(),
        ..Journey::default()
    };
    Project {
        personas: (0..personas).map(persona).collect(),
        journeys: [journey].into_iter().collect(),
        ..Project::default()
    }
}

/// All groups with one of these tags, where they stand.
fn groups<'a>(items: &'a [Item], found: &mut Vec<&'a Group>) {
    for item in items {
        if let Item::Group(group) = item {
            found.push(group);
            groups(&group.items, found);
        }
    }
}

/// The three kinds of pages of a project keep within the page; nothing covers a text or a face.
fn check_odd(what: &str, project: Project, langs: &[Lang]) {
    let project = Arc::new(project);
    for lang in langs {
        let (mut deck, words) = (Deck::new(), Words::new(*lang));
        deck.plan(&project, &id("j"), &words);
        let room = Rect::from_min_size(Pos2::ZERO, SIZE);
        for at in 0..deck.all().len() {
            let planned = deck.all()[at].clone();
            let kind = &planned.page.kind;
            if !matches!(kind, PageKind::Map | PageKind::Persona | PageKind::Agreement) {
                continue;
            }
            let page = deck.any_page(at, &words).unwrap();
            check_page(&format!("{what} {kind:?} {}", planned.part), &page);
            assert!(page.items.len() < 2_500, "{what}: {} items", page.items.len());
            let mut all = Vec::new();
            groups(&page.items, &mut all);
            for group in &all {
                let (said, bounds) = (&group.title, group.bounds);
                assert!(room.expand(1.0).contains_rect(bounds), "{what} {kind:?}: {said} {bounds}");
            }
            let of = |tag: Tag| all.iter().filter(move |group| group.tag == tag);
            if *kind != PageKind::Map {
                continue;
            }
            let callouts: Vec<Rect> = of(Tag::Quote)
                .map(|group| {
                    let drawn = group.items.iter().find_map(|item| match item {
                        Item::Drawn { at, drawing } => Some(Rect::from_min_size(*at, drawing.size)),
                        _ => None,
                    });
                    drawn.unwrap()
                })
                .collect();
            for (place, callout) in callouts.iter().enumerate() {
                for face in of(Tag::Point) {
                    assert!(!callout.intersects(face.bounds), "{what}: {}", face.title);
                }
                assert!(
                    callouts[..place].iter().all(|other| !other.intersects(*callout)),
                    "{what}"
                );
            }
        }
    }
}

#[test]
fn odd_maps_have_pages_on_which_nothing_is_cut_or_covered() {
    let long = "som heter någonting alldeles förskräckligt långt och omständligt";
    let word = "Realisationsvinstbeskattningsförfarandegranskningsnämndsordförandeval";
    // Phases, steps in each, personas, lanes.
    let rows = [
        (0, 0, 0, 0, ""),
        (0, 0, 2, 3, ""),
        (1, 1, 1, 1, ""),
        (6, 2, 1, 4, ""),
        (6, 0, 3, 4, ""),
        (2, 1, 2, 0, long),
        (4, 2, 3, 20, long),
        (9, 1, 6, 12, word),
        (11, 2, 4, 11, long),
        (25, 1, 12, 20, long),
        (25, 1, 2, 3, word),
        (60, 1, 3, 14, ""),
    ];
    for (phases, steps, personas, lanes, name) in rows {
        let what = format!("{phases} {steps} {personas} {lanes} {name:.5}");
        let langs: &[Lang] = if phases < 10 { &[Lang::Sv, Lang::En] } else { &[Lang::En] };
        check_odd(&what, odd(phases, steps, personas, lanes, name), langs);
        if phases > 9 {
            continue;
        }
        // Without a point there is no curve, and nobody to agree.
        let mut silent = odd(phases, steps, personas, lanes, name);
        let journey = silent.journeys.edit(0).unwrap();
        let felt = journey.lanes.iter().position(|lane| lane.id == id("felt")).unwrap();
        journey.lanes.edit(felt).unwrap().points = List::default();
        check_odd(&format!("silent {what}"), silent, &[Lang::Sv]);
    }
}

#[test]
fn lanes_without_room_are_counted_and_those_with_fewest_cards_go() {
    let project = Arc::new(odd(4, 1, 2, 14, ""));
    let (mut deck, words) = (Deck::new(), Words::new(Lang::Sv));
    deck.plan(&project, &id("j"), &words);
    let all = said(&mut deck, &words, |page| page.kind == PageKind::Map);
    assert!(all.contains("ochtreradertill"), "{all}");
    for (lane, is_there) in [(0, false), (2, false), (3, true), (13, true)] {
        assert_eq!(
            all.split(' ').any(|one| one == format!("Rad{lane}")),
            is_there,
            "{lane} in {all}"
        );
    }
}

#[test]
fn a_text_of_a_persona_without_room_stands_whole_on_a_further_page() {
    let mut project = odd(3, 1, 1, 1, "");
    project.personas.edit(0).unwrap().goals = long(0, 120);
    let (mut deck, words) = (Deck::new(), Words::new(Lang::Sv));
    deck.plan(&Arc::new(project), &id("j"), &words);
    let all = said(&mut deck, &words, |page| page.kind == PageKind::Persona);
    for at in 0..120 {
        assert!(all.contains(&format!("ord{at:05}")), "{at} is lost");
    }
}
