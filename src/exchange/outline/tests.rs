//! Outlines as people and programs write them, in.

use super::*;
use crate::exchange::{ImportError, Imported, RemarkKind, SeemsToBe};
use crate::model::*;

fn import(text: &str) -> Imported {
    read_markdown(text, &mut IdSource::seeded(5)).unwrap()
}

/// A project as a text: phases with their steps, then lanes with what stands in each step.
fn said(project: &Project) -> String {
    let mut out = String::new();
    for journey in &project.journeys {
        out.push_str(&format!("{}\n", journey.title));
        let steps = |phase: &Phase| -> Vec<String> {
            phase.steps.iter().map(|step| step.title.clone()).collect()
        };
        let phases = journey
            .phases
            .iter()
            .map(|phase| format!("{}({})", phase.title, steps(phase).join(" / ")));
        out.push_str(&format!("{}\n", phases.collect::<Vec<_>>().join(" | ")));
        for lane in &journey.lanes {
            let cells = journey.steps().map(|(_, step)| {
                let cards = lane.cards.iter().filter(|card| card.step == step.id).map(|card| {
                    let note = if card.note.is_empty() {
                        String::new()
                    } else {
                        format!("[{}]", card.note)
                    };
                    format!("{}{note}", card.text)
                });
                let points = lane.points.iter().filter(|point| point.step == step.id);
                let points = points.map(|point| format!("{:+}{}", point.value, point.quote));
                cards.chain(points).collect::<Vec<_>>().join(", ")
            });
            let name = format!("{}:{}", lane.kind.as_str(), lane.title);
            out.push_str(&format!("{name} = {}\n", cells.collect::<Vec<_>>().join(" | ")));
        }
    }
    out
}

#[test]
fn outlines_become_maps() {
    let rows = [
        // Headings, lanes in bold and with a colon, cards with notes.
        (
            "# Resa\n## Köp\n- Butiken\n  - stängd\n    - och ljus\n- **Tankar**\n  - Dyrt?\n- Behov:\n  * Hjälp\n\n## Bruk\n### Start\n- Manual\n### Sen\n- Tankar: Äntligen\n",
            "Resa\nKöp() | Bruk(Start / Sen)\ntouchpoints: = Butiken[stängd\n– och ljus] | Manual | \n\
             thoughts: = Dyrt? |  | Äntligen\nneeds: = Hjälp |  | \n",
        ),
        // Headings that are called as lanes are lanes, with words for feelings among them.
        (
            "# Map\n## Stage 1: Awareness\n### Customer Actions\n- Sees an ad\n### Emotions\n- 😀 Curious\n- Unsure\n## Stage 2: Buy\n### Touchpoints\n1. Shop\n",
            "Map\nStage 1: Awareness() | Stage 2: Buy()\nactions: = Sees an ad | \nemotions:Emotions = +1Curious | \n\
             thoughts:Emotions = Unsure | \ntouchpoints: =  | Shop\n",
        ),
        // Lists alone: phases, then lanes or cards.
        (
            "- Köp\n  - Tankar:\n    - Dyrt?\n  - Butik\n    - stängd\n- Bruk\n",
            "\nKöp() | Bruk()\nthoughts: = Dyrt? | \ntouchpoints: = Butik[stängd] | \n",
        ),
        // Lists with steps, below one title.
        (
            "1. Resa\n   1. Köp\n      - Välja\n        - Tankar:\n          - Dyrt?\n      - Betala\n   2. Bruk\n",
            "Resa\nKöp(Välja / Betala) | Bruk()\nthoughts: = Dyrt? |  | \n",
        ),
        // Phases on the first level; paragraphs are notes.
        (
            "# Köp\nText om köp.\n\n- [x] Butik\n- [ ] Kassa\n# Bruk\n",
            "\nKöp() | Bruk()\nnotes: = Text om köp. | \ntouchpoints: = ☑ Butik, Kassa | \n",
        ),
        // Lanes stand in the order of all steps together.
        (
            "# R\n## P\n- **A**\n  - a\n- **C**\n  - c\n## Q\n- **B**\n  - b\n- **C**\n  - d\n",
            "R\nP() | Q()\nnotes:A = a | \nnotes:B =  | b\nnotes:C = c | d\n",
        ),
        // Several journeys.
        ("# A\n## P\n### S\n# B\n## Q\n### T\n", "A\nP(S)\nB\nQ(T)\n"),
        ("---\ntitle: Karta\n---\n- A\n- B\n", "Karta\nA() | B()\n"),
        ("# Bara en titel\n", "Bara en titel\n()\n"),
        (
            "# R\n## P\n- **Actions:** Searches\n- **Känsla:** +1 ok\n- **Pris:** 10 kr\n",
            "R\nP()\nactions:Actions = Searches\nemotions:Känsla = +1ok\ntouchpoints: = Pris: 10 kr\n",
        ),
    ];
    for (text, expected) in rows {
        let found = import(text);
        let expected = expected.replace("actions:", "customer_actions:");
        assert_eq!(said(&found.project), expected, "{text}");
        assert_eq!(found.remarks, [], "{text}");
        for journey in &found.project.journeys {
            assert!(journey.phases.iter().all(|phase| !phase.steps.is_empty()), "{text}");
        }
    }
}

#[test]
fn what_has_no_place_is_parked_and_told() {
    let found = import("före\n\n# R\n- lös\n  - mer\n## P\n- a\n");
    let parked: Vec<(&str, &str)> =
        found.project.parked.iter().map(|card| (card.text.as_str(), card.note.as_str())).collect();
    assert_eq!(parked, [("lös", "mer"), ("före", "")]);
    let told: Vec<_> = found.remarks.iter().map(|one| (&one.kind, one.said.as_str())).collect();
    assert_eq!(told, [(&RemarkKind::Parked, "lös"), (&RemarkKind::Parked, "före")]);
    assert_eq!(found.project.journeys[0].purpose, "");
    let found = import("# R\nDetta är syftet.\n\n## P\n- a\n");
    assert_eq!(found.project.journeys[0].purpose, "Detta är syftet.");
}

/// As our own export writes a map, in Swedish.
const OURS: &str = "# Skor

- **Typ:** Nuläge
- **Syfte:** se var det skaver\\
  på riktigt
- **Vad en kund kostar:** Att vinna en kund kostar mer: 1 840 kr mot 460 kr.
- **Börjar:** Något händer

## Personor

- **👩🏾‍⚕️ Maya:** Sjuksköterska · Beslutsfattare
  - **Mål:** Komma i mål
  - **Citat:** ”Jag vet mindre.”
- **Tom:** Inköpare

## Gnista

- **Varaktighet:** 1–14 dagar
- **Kundens mål:** Ett skäl
- **Friktion:** 3 av 4
- **Räknas som konvertering:** Letar
- **Kunder:** 9 400 in · 5 200 går vidare · 55 % Letar · 4 200 av 9 400 går inte vidare
- **Säljfas:** Hero
- **Hjälpfrågor**
  - **Syns vi?:** Delvis

    Bara på webben

### Söka

- **Varaktighet:** 2 timmar
- **Vad kunden gör**
  - Söker på bussen (till Gnista · steg 2)

    ”bästa \\#skorna”
    - Smärtpunkt · Sök · Digital · Mobil · Köpt · Delvis · 5 röster · \\#pris
    - **Vem det gäller:** Maya, Tom
    - **Källor:** Intervju 1, Leeds; Enkät
    - **Kopplad möjlighet:** En profil
    - **Leder till:** Ringer
    - **Länk:** <https://a.se/x_y>
- **Känslokurva**
  - 🤨 +0,1 Maya: ”Tolv: veckor”
    - **Beröringspunkt:** Ringer
    - **Källa:** Enkät
  - 😟 −0,8 Tom

### Gnista · steg 2

- **Vad kunden gör**
  - Ringer
- **Egen rad**
  - Sin egen
- **Möjligheter**
  - En profil
    - 12 röster

    Mäts en gång.
    - **Värde för kunden:** 5
    - **Insats:** 4
    - **Ansvarig:** Priya
    - **Status:** Planerad
    - **Åtgärder**
      - Läs in, Priya, 2026-08-14 (klar)
- **Mätvärden**
  - sparar ett par: 2 900
    - **Mål:** 3500
    - **Riktning:** Högre är bättre
    - **Tidigare värden, äldst först:** 2450; 2700
  - NPS 41

## Köp

- **Känslokurva**
  - 😍 +2,0 Maya

## Övergångar

- **Köp → Gnista:** Gå tillbaka · 30 %

  nytt behov
- **Söka → De lämnar:** Lämna · 12,5 %

## Parkeringen

- Hyra?
  - \\#idé

## Åtgärder

- Ring Leif, Petra, 2026-05-12

## Källor

- **Intervju 1, Leeds:** Intervju · Bo · löpare · klubb · 2026-02-10

  Första stycket.

  Andra stycket.

## Kunder

- **Gnista**
  - **In:** 9 400
";

#[test]
fn what_our_export_writes_comes_back() {
    let found = import(OURS);
    let told: Vec<_> = found.remarks.iter().map(|one| (&one.kind, one.said.as_str())).collect();
    assert_eq!(told, [(&RemarkKind::Reckoned, "Kunder")]);
    let project = &found.project;
    let journey = &project.journeys[0];
    let expected = "Skor\nGnista(Söka / ) | Köp()\n\
        customer_actions: = Söker på bussen[”bästa #skorna”] | Ringer | \n\
        emotions: = +0.1Tolv: veckor, -0.8 |  | +2\n\
        notes:Egen rad =  | Sin egen | \nopportunities: =  | En profil | \nmetrics: =  | sparar ett par,  | \n";
    assert_eq!(said(project), expected);
    assert_eq!(
        (journey.kind.as_ref(), journey.from.as_str()),
        (Some(&JourneyKind::Current), "Något händer")
    );
    assert_eq!(journey.purpose, "se var det skaver\npå riktigt");
    let costs = journey.costs.as_ref().unwrap();
    assert_eq!((costs.win, costs.keep, costs.unit.as_str()), (Some(1840.0), Some(460.0), "kr"));

    let [maya, tom] = project.personas.as_slice() else { panic!("two personas") };
    assert_eq!((maya.name.as_str(), maya.emoji.as_str()), ("Maya", "👩🏾‍⚕️"));
    assert_eq!(
        (maya.role.as_str(), &maya.buying_role),
        ("Sjuksköterska", &Some(BuyingRole::Decider))
    );
    assert_eq!((maya.goals.as_str(), maya.quote.as_str()), ("Komma i mål", "Jag vet mindre."));
    assert_eq!((tom.role.as_str(), &tom.buying_role), ("Inköpare", &Some(BuyingRole::Buyer)));

    let phase = &journey.phases[0];
    assert_eq!(
        (phase.customers_in, phase.customers_out, phase.friction),
        (Some(9400.0), Some(5200.0), Some(3))
    );
    assert_eq!((phase.goal.as_str(), phase.sales_phase.as_str()), ("Ett skäl", "Hero"));
    assert_eq!(phase.conversion.as_ref().unwrap().name, "Letar");
    let question = &phase.checklist[0];
    assert_eq!((question.answer.as_str(), question.note.as_str()), ("Delvis", "Bara på webben"));
    assert_eq!(phase.duration.as_ref().unwrap().unit, Some(TimeUnit::Days));
    assert_eq!(phase.steps[0].duration.as_ref().unwrap().unit, Some(TimeUnit::Hours));

    let actions = &journey.lanes[0].cards;
    let (card, called) = (&actions[0], &actions[1]);
    assert_eq!(card.until.as_ref(), Some(&phase.steps[1].id));
    assert_eq!(
        (card.channel.as_ref(), card.device.as_ref()),
        (Some(&Channel::Search), Some(&Device::Phone))
    );
    assert_eq!((card.votes, card.tags.as_slice()), (5, &["pris".to_owned()][..]));
    assert_eq!(card.personas, [maya.id.clone(), tom.id.clone()]);
    assert_eq!((card.next.as_ref(), card.link.as_str()), (Some(&called.id), "https://a.se/x_y"));
    let sources: Vec<&str> = project.sources.iter().map(|one| one.title.as_str()).collect();
    assert_eq!((sources, card.sources.len()), (vec!["Intervju 1, Leeds", "Enkät"], 2));
    let source = &project.sources[0];
    assert_eq!(
        (source.who.as_str(), source.role.as_str(), source.date.as_str()),
        ("Bo", "löpare · klubb", "2026-02-10")
    );
    assert_eq!(source.notes, "Första stycket.\n\nAndra stycket.");

    let point = &journey.lanes[1].points[0];
    assert_eq!((point.face.as_str(), point.persona.as_ref()), ("🤨", Some(&maya.id)));
    assert_eq!(
        (point.touchpoint.as_ref(), point.source.as_ref()),
        (Some(&called.id), Some(&project.sources[1].id))
    );
    let [idea] = project.opportunities.as_slice() else { panic!("one opportunity") };
    assert_eq!(
        (idea.note.as_str(), idea.customer_value, idea.owner.as_str()),
        ("Mäts en gång.", Some(5.0), "Priya")
    );
    assert_eq!(
        (idea.status.as_ref(), idea.cards.as_slice()),
        (Some(&Status::Planned), &[card.id.clone()][..])
    );
    assert_eq!(
        (&card.opportunity, &journey.lanes[3].cards[0].opportunity),
        (&Some(idea.id.clone()), &Some(idea.id.clone()))
    );
    let [done, open] = project.tasks.as_slice() else { panic!("two tasks") };
    assert_eq!((done.title.as_str(), done.owner.as_str(), done.done), ("Läs in", "Priya", true));
    assert_eq!((done.opportunity.as_ref(), open.due.as_str()), (Some(&idea.id), "2026-05-12"));
    let metrics: Vec<&Metric> =
        journey.lanes[4].cards.iter().map(|card| card.metric.as_ref().unwrap()).collect();
    assert_eq!(
        (metrics[0].value, metrics[0].target, metrics[0].trend.len()),
        (Some(2900.0), Some(3500.0), 2)
    );
    assert_eq!((metrics[1].value, metrics[1].unit.as_str()), (Some(41.0), "NPS"));
    let [back, away] = journey.transitions.as_slice() else { panic!("two transitions") };
    assert_eq!(
        (&back.from, back.to.as_ref(), back.share),
        (&journey.phases[1].id, Some(&phase.id), Some(30.0))
    );
    assert_eq!(
        (&away.from, away.to.as_ref(), away.reason.as_str()),
        (&phase.steps[0].id, None, "")
    );
    assert_eq!(back.reason, "nytt behov");
    assert_eq!((project.parked[0].text.as_str(), project.parked[0].tags.len()), ("Hyra?", 1));
}

#[test]
fn what_our_export_writes_of_several_maps_comes_back_in_english() {
    let text = "# Two\n\n## One\n\n- **Type:** Future state\n\n### Personas\n\n- **Anna:** Decider\n\n### Go\n\n\
        - **Duration:** ongoing\n- **Emotion curve**\n  - 🙂 +0.5 Anna: “Hm”\n\n## Other\n\n### Go\n\n\
        - **Customers:** In: 420 · Out: 160\n- **Touchpoints**\n  - Call\n    - Phone · Physical · Phone\n\n\
        ## Feelings\n\n- **Go · Anna:** +0.5\n";
    let found = import(text);
    assert_eq!(
        said(&found.project),
        "One\nGo()\nemotions: = +0.5Hm\nOther\nGo()\ntouchpoints: = Call\n"
    );
    assert_eq!((found.project.title.as_str(), found.remarks.len()), ("Two", 1));
    let [one, other] = found.project.journeys.as_slice() else { panic!("two maps") };
    assert!(one.phases[0].duration.as_ref().unwrap().ongoing);
    assert_eq!(other.phases[0].customers_in, Some(420.0));
    assert_eq!(other.lanes[0].cards[0].device, Some(Device::Phone));
    assert_eq!(one.lanes[0].points[0].persona, Some(found.project.personas[0].id.clone()));
}

#[test]
fn personas_of_any_outline_are_read() {
    let text = "# R\n## Persona: Sara\n## Personas\n### Anna\n- Mål: Hinna hem\n- 35 år\n### Bo\n## P\n- a\n";
    let found = import(text);
    let anna = &found.project.personas[0];
    assert_eq!(
        (anna.name.as_str(), anna.goals.as_str(), anna.circumstances.as_str()),
        ("Anna", "Hinna hem", "35 år")
    );
    assert_eq!(found.project.journeys[0].personas.len(), 2);
}

#[test]
fn opml_is_read_as_lists_are() {
    let text = "<opml version=\"2.0\"><head><title>Resa</title></head><body>\
        <outline text=\"Köp\" _note=\"om köp\"><outline text=\"Tankar:\"><outline text=\"Dyrt?\" _note=\"ja\"/></outline>\
        <outline text=\"Butik\"/></outline><outline text=\"Bruk\"/></body></opml>";
    let found = read_opml(text, &mut IdSource::seeded(1)).unwrap().project;
    let expected = "Resa\nKöp() | Bruk()\nnotes: = om köp | \nthoughts: = Dyrt?[ja] | \ntouchpoints: = Butik | \n";
    assert_eq!(said(&found), expected);
    let refused = |text: &str| read_opml(text, &mut IdSource::seeded(1)).unwrap_err();
    assert_eq!(refused(" "), ImportError::Empty);
    assert_eq!(refused("<opml><body/></opml>"), ImportError::Empty);
    assert_eq!(refused("<html/>"), ImportError::Other(SeemsToBe::Unknown));
}

#[test]
fn what_is_no_outline_is_refused() {
    let refused = |text: &str| read_markdown(text, &mut IdSource::seeded(1)).unwrap_err();
    assert_eq!(refused("\u{feff} \n\n"), ImportError::Empty);
    assert_eq!(refused("Bara text.\n\nOch mer."), ImportError::Other(SeemsToBe::Unknown));
    let many = "- a\n".repeat(limits::CARDS_MAX + 1);
    assert!(matches!(refused(&many), ImportError::TooLarge(..)));
}

#[test]
fn hostile_outlines_take_no_time() {
    let names: String = (0..3_000).map(|at| format!("- **lane {at}**\n  - a (till x)\n")).collect();
    let deep: String =
        (0..20_000).map(|at| format!("{}- **a**\n", "  ".repeat(at % 3000))).collect();
    for text in [
        format!("# R\n## P\n{names}"),
        deep,
        "# a\n## b\n### c\n".repeat(10_000),
        "> ".repeat(100_000) + "# a",
    ] {
        if let Ok(found) = read_markdown(&text, &mut IdSource::seeded(1)) {
            assert!(!found.project.journeys.is_empty());
        }
    }
}
