//! Tables as they are seen in the wild, and the maps they become.

use super::*;
use crate::model::{Id, IdSource, LaneKind, Project};

/// A table written down: a row a line, cells apart by `|`.
fn sheet(text: &str) -> TableSheet {
    let rows = text.lines().map(|line| line.split('|').map(SheetCell::of).collect());
    TableSheet::new("", rows.collect())
}

fn made(text: &str) -> (TableRoles, TableMap) {
    let sheet = sheet(text);
    let roles = guess(&sheet);
    let map = map_of(&sheet, &roles, &mut IdSource::seeded(1));
    (roles, map)
}

/// The map in words: phases with their steps, lanes with what stands where.
fn told(project: &Project) -> Vec<String> {
    let mut lines = Vec::new();
    let journey = &project.journeys[0];
    if !journey.title.is_empty() {
        lines.push(format!("# {}", journey.title));
    }
    for phase in &journey.phases {
        let steps: Vec<&str> = phase.steps.iter().map(|step| step.title.as_str()).collect();
        lines.push(format!("{}: {}", phase.title, steps.join(" / ")));
    }
    let steps: Vec<Id> = journey.steps().map(|(_, step)| step.id.clone()).collect();
    let place = |step: &Id| steps.iter().position(|one| one == step).unwrap();
    let name = |id: &Id| project.persona(id).unwrap().1.name.clone();
    for lane in &journey.lanes {
        let mut said: Vec<String> = Vec::new();
        for card in &lane.cards {
            let who: Vec<String> = card.personas.iter().map(name).collect();
            let mut text = format!("{} {}", place(&card.step), card.text.replace('\n', "⏎"));
            if let Some(until) = &card.until {
                text += &format!(" …{}", place(until));
            }
            if !who.is_empty() {
                text += &format!(" @{}", who.join("+"));
            }
            if !card.owner.is_empty() {
                text += &format!(" !{}", card.owner);
            }
            if let Some(channel) = &card.channel {
                text += &format!(" ~{}", channel.as_str());
            }
            said.push(text);
        }
        for point in &lane.points {
            let who = point.persona.as_ref().map_or(String::new(), name);
            said.push(format!(
                "{} {}{:+}{}{}",
                place(&point.step),
                who,
                point.value,
                point.face,
                point.quote
            ));
        }
        lines.push(format!("{} {}: {}", lane.kind.as_str(), lane.title, said.join(", ")));
    }
    lines.extend(project.parked.iter().map(|card| format!("parked {}", card.text)));
    lines
}

#[test]
fn a_sheet_from_a_workshop_becomes_the_map_it_shows() {
    let (roles, map) = made(
        "Köpresa – utkast\n\
         |Upptäckt|Övervägande||Beslut\n\
         |Stoppen|Söker|Jämför|Offert\n\
         Vad kunden gör|Skriver stopplista|Googlar|Gör egen tabell|Väntar\n\
         Kontakt|Kollega|Annons; Sidan|Artikel|PDF\n\
         Tankar|Hur många?|Varför inget pris?|Vad ser jag inte?|Vad kostar den?\n\
         Problem|Syns inte|Tre klick|Tre valutor|Nitton dagar\n\
         Ansvar|Lisa|Lisa|Omar|?\n\
         Känsla 1–5|2|2|4|1",
    );
    assert!(!roles.flipped);
    assert_eq!(
        told(&map.project),
        [
            "# Köpresa – utkast",
            "Upptäckt: Stoppen",
            "Övervägande: Söker / Jämför",
            "Beslut: Offert",
            "customer_actions : 0 Skriver stopplista, 1 Googlar, 2 Gör egen tabell, 3 Väntar",
            "touchpoints Kontakt: 0 Kollega, 1 Annons, 1 Sidan, 2 Artikel, 3 PDF",
            "thoughts : 0 Hur många?, 1 Varför inget pris?, 2 Vad ser jag inte?, 3 Vad kostar den?",
            "problems : 0 Syns inte !Lisa, 1 Tre klick !Lisa, 2 Tre valutor !Omar, 3 Nitton dagar",
            "emotions : 0 -1, 1 -1, 2 +1, 3 -2",
            "parked ?",
        ]
    );
    assert_eq!(
        map.left,
        [((0, 0), NoPlace::Heading, LeftCell::Title), ((7, 4), NoPlace::NoName, LeftCell::Park)]
    );
    assert!(map.placed.iter().any(|(at, _)| *at == (4, 2)));
}

#[test]
fn a_sheet_that_lies_the_other_way_is_turned() {
    let (roles, map) = made(
        "Fas|Vad kunden gör|Kanaler|Känslor\n\
         Före|Söker|Webb|-1\n\
         Under|Köper|Butik|2\n\
         Efter|Klagar|Telefon|−1,5",
    );
    assert!(roles.flipped);
    assert_eq!(
        told(&map.project),
        [
            "Före: ",
            "Under: ",
            "Efter: ",
            "customer_actions : 0 Söker, 1 Köper, 2 Klagar",
            "channels : 0 Webb, 1 Butik, 2 Telefon",
            "emotions : 0 -1, 1 +2, 2 -1.5",
        ]
    );
}

#[test]
fn faces_persons_and_rows_that_go_on_are_understood() {
    let (_, map) = made(
        "Phase|Aware|Buy\n\
         Actions|Looks\nfor us|Pays\n",
    );
    assert_eq!(told(&map.project)[2], "customer_actions Actions: 0 Looks");
    let (_, map) = made(
        "|Aware|Buy\n\
         Actions|Looks|Pays\n\
         |Asks a friend|\n\
         Persona|Anna, Karim|Karim\n\
         Anna|🙂 nice|😡\n\
         Karim|😐|😀\n\
         Lens: trust|Low|High",
    );
    assert_eq!(
        told(&map.project),
        [
            "Aware: ",
            "Buy: ",
            "customer_actions Actions: 0 Looks @Anna+Karim, 1 Pays @Karim, 0 Asks a friend @Anna+Karim",
            "emotions : 0 Anna+0.5nice, 1 Anna-2, 0 Karim+0, 1 Karim+1",
            "notes Lens: trust: 0 Low, 1 High",
        ]
    );
}

#[test]
fn nothing_that_a_sheet_says_is_lost() {
    // Sheets made at random of words, figures, faces and names of rows.
    let words = [
        "", "", "Tankar", "Känsla", "Fas", "Steg", "Ansvar", "Vem", "3", "−1", "😡", "Köper",
        "a; b", "Anna",
    ];
    let mut seed = 7_u64;
    let mut next = |most: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (seed >> 33) as usize % most
    };
    for round in 0..2000 {
        let (rows, columns) = (next(7), next(6));
        let text: Vec<String> = (0..rows)
            .map(|row| {
                (0..columns)
                    .map(|column| match words[next(words.len())] {
                        "Köper" => format!("Köper {row} {column}"),
                        word => word.to_owned(),
                    })
                    .collect::<Vec<_>>()
                    .join("|")
            })
            .collect();
        let sheet = sheet(&text.join("\n"));
        let roles = guess(&sheet);
        let map = map_of(&sheet, &roles, &mut IdSource::seeded(round));
        let json = serde_json::to_string(&map.project).unwrap();
        for row in 0..rows {
            for column in 0..columns {
                let said = format!("Köper {row} {column}");
                let there = sheet.rows.iter().flatten().any(|cell| cell.text == said);
                assert!(
                    !there || json.contains(&said),
                    "{said} of\n{}\n{roles:?}",
                    text.join("\n")
                );
            }
        }
        for lane in &map.project.journeys[0].lanes {
            let steps: Vec<Id> =
                map.project.journeys[0].steps().map(|(_, step)| step.id.clone()).collect();
            assert!(lane.cards.iter().all(|card| steps.contains(&card.step)));
            assert!(lane.points.iter().all(|point| steps.contains(&point.step)));
            assert!(lane.cards.is_empty() || lane.kind != LaneKind::Emotions);
        }
    }
}
