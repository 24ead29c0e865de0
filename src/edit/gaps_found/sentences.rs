//! What is said of gaps, and where they are.

use super::curves::{WAY, channels};
use super::*;

/// A rule, a map, what is said of the first gap and where it is, in Swedish and English.
type Sentence = (GapRule, &'static str, fn(&mut Project), [[&'static str; 2]; 2]);

#[test]
fn each_rule_has_a_sentence_in_both_languages() {
    const SALES: &str = "A: a b\ndo: x / y\nsell: s / t\nback: / k";
    const CHAIN: &str = "A: a b | B: c\nsell: s / t | u";
    const LOW: &str = "A: a\nmeet: m\n~E: p-1.25\nwho: p";
    let rows: &[Sentence] = &[
        (
            NoPersona,
            "A: a\ndo:",
            as_is,
            [
                ["Vem handlar kartan om? Lägg till en persona", "Hela kartan"],
                ["Who is the map about? Add a persona", "The whole map"],
            ],
        ),
        (
            NoPurpose,
            "A: a\ndo:",
            as_is,
            [
                ["Vad ska kartan leda till? Skriv ett syfte", "Hela kartan"],
                ["What should the map lead to? Write a purpose", "The whole map"],
            ],
        ),
        (
            NoCards,
            "A: a\ndo:",
            as_is,
            [
                ["Vad gör kunden först? Skriv ett kort", "Hela kartan"],
                ["What does the customer do first? Write a card", "The whole map"],
            ],
        ),
        (
            FewInterviews,
            "A: a\ndo: x",
            |it| interviews(it, 6),
            [
                ["6 av 10 intervjuer är gjorda", "Hela kartan"],
                ["6 of 10 interviews done", "The whole map"],
            ],
        ),
        (
            NothingOfOurs,
            "A: a b\ndo: x / y",
            as_is,
            [
                ["Kartan följer kunden, men säger inget om vad ni gör", "Hela kartan"],
                ["The map follows the customer and says nothing of what you do", "The whole map"],
            ],
        ),
        (
            NeedWithoutOpportunity,
            "A: a b\nneeds: x / y",
            |it| idea(it, "o", |o| o.cards.push(id("y"))),
            [
                ["Behov utan möjlighet: x", "Utan namn · steg 1 · Behov"],
                ["Need without an opportunity: x", "Untitled · step 1 · Needs"],
            ],
        ),
        (
            ExpectationNotMet,
            "A: a b\nhopes: x / y",
            |it| card(it, "y").met = Some(Met::No),
            [
                ["Förväntan som inte infrias: y", "Utan namn · steg 2 · Förväntningar"],
                ["Expectation not met: y", "Untitled · step 2 · Expectations"],
            ],
        ),
        (
            PersonaMissing,
            "A: a | B: b\ndo: x | y\nwho: p q",
            |it| {
                card(it, "x").personas = vec![id("p"), id("q")];
                card(it, "y").personas = vec![id("p")];
            },
            [
                ["Inget kort rör just q", "hela fasen"],
                ["No card is about q in particular", "the whole phase"],
            ],
        ),
        (
            QuestionNo,
            "A: a\ndo: x",
            |it| {
                question(it, "före", "");
                question(it, "Syns vi", "Nej");
            },
            [
                ["Nej på frågan: Syns vi?", "hjälpfråga 2 av 2"],
                ["No to the question: Syns vi?", "guiding question 2 of 2"],
            ],
        ),
        (
            QuestionUnknown,
            "A: a\ndo: x",
            |it| question(it, "Syns vi", "unknown"),
            [
                ["Vi vet inte: Syns vi?", "hjälpfråga 1 av 1"],
                ["We do not know: Syns vi?", "guiding question 1 of 1"],
            ],
        ),
        (
            FrictionWithoutActivity,
            "A: a | B: b\ndo: x | y\nsell: s |",
            |it| {
                phase(it, "B").friction = Some(9);
            },
            [
                ["Hög friktion, 4 av 4, och vi gör inget", "Sälj och marknad · hela fasen"],
                [
                    "High friction, 4 of 4, and we do nothing",
                    "Sales and marketing · the whole phase",
                ],
            ],
        ),
        (
            FrictionWithoutActivity,
            "A: a | B: b | C: c\ndo: x | y | z\nsell: s | |",
            |it| {
                for (name, enter, leave) in [("A", 10.0, 9.0), ("B", 9.0, 2.0)] {
                    let phase = phase(it, name);
                    (phase.customers_in, phase.customers_out) = (Some(enter), Some(leave));
                }
            },
            [
                [
                    "Störst tapp: 7\u{a0}av\u{a0}9, och vi gör inget",
                    "Sälj och marknad · hela fasen",
                ],
                [
                    "Largest loss: 7\u{a0}of\u{a0}9, and we do nothing",
                    "Sales and marketing · the whole phase",
                ],
            ],
        ),
        (
            NoActivity,
            SALES,
            |it| card(it, "t").change = Some(ChangeKind::Removed),
            [
                ["Vi gör bara något bakom kulisserna", "Utan namn · steg 2 · Sälj och marknad"],
                ["We only do something backstage", "Untitled · step 2 · Sales and marketing"],
            ],
        ),
        (
            NoActivity,
            "A: a b\ndo: x / y\nsell: s /",
            |it| {
                phase(it, "A").steps.edit(1).unwrap().title = "Söker".into();
            },
            [
                ["Vi gör inget här", "Söker · Sälj och marknad"],
                ["We do nothing here", "Söker · Sales and marketing"],
            ],
        ),
        (
            UnknownCustomer,
            "A: a b\ndo: x /",
            as_is,
            [
                ["Vi vet inte vad kunden gör", "Utan namn · steg 2 · Vad kunden gör"],
                ["We do not know what the customer does", "Untitled · step 2 · Customer actions"],
            ],
        ),
        (
            LowWithoutOpportunity,
            LOW,
            whose,
            [
                ["ps lågpunkt, −1,3, har ingen möjlighet", "Utan namn · Känslokurva"],
                ["p’s low point, −1.3, has no opportunity", "Untitled · Emotion curve"],
            ],
        ),
        (
            LowWithoutOpportunity,
            LOW,
            as_is,
            [
                ["En lågpunkt, −1,3, har ingen möjlighet", "Utan namn · Känslokurva"],
                ["A low point, −1.3, has no opportunity", "Untitled · Emotion curve"],
            ],
        ),
        (
            PainWithoutOpportunity,
            "A: a\nhurts: x",
            |it| {
                phase(it, "A").title = "Köp".into();
                card(it, "x").text = "Tre klick\ntill  numret".into();
            },
            [
                ["Smärtpunkt utan möjlighet: Tre klick till numret", "Köp · Smärtpunkter"],
                ["Pain point without an opportunity: Tre klick till numret", "Köp · Pain points"],
            ],
        ),
        (
            TouchpointWithoutOwner,
            LOW,
            as_is,
            [
                ["Beröringspunkt utan ansvarig: m", "Utan namn · Beröringspunkter"],
                ["Touchpoint without an owner: m", "Untitled · Touchpoints"],
            ],
        ),
        (
            TouchpointWithoutFeeling,
            "A: a | B: b\nmeet: m |\n~E: | p+1",
            as_is,
            [
                ["Ingen känsla vid beröringspunkten: m", "Utan namn · Beröringspunkter"],
                ["No feeling at the touchpoint: m", "Untitled · Touchpoints"],
            ],
        ),
        (
            TouchpointWithoutFeeling,
            "A: a | B: b\nmeet: m n |\n~E: | p+1",
            as_is,
            [
                ["Ingen känsla vid 2 beröringspunkter", "Utan namn · Beröringspunkter"],
                ["No feeling at 2 touchpoints", "Untitled · Touchpoints"],
            ],
        ),
        (
            DigitalSwitchAtLow,
            WAY,
            channels,
            [
                ["Byte från digitalt till fysiskt vid en lågpunkt", "w → s"],
                ["Switch from digital to physical at a low point", "w → s"],
            ],
        ),
        (
            DigitalSwitchAtLow,
            "A: a b c\nmeet: w / s / m\n~E: p1+1 / p2+1 / p3-1",
            channels,
            [
                ["Byte från fysiskt till digitalt vid en lågpunkt", "s → m"],
                ["Switch from physical to digital at a low point", "s → m"],
            ],
        ),
        (
            OnlyHypotheses,
            "A: a\ndo: x",
            |it| card(it, "x").evidence = Some(Evidence::Hypothesis),
            [
                ["Bara en hypotes: x", "Utan namn · Vad kunden gör"],
                ["A hypothesis only: x", "Untitled · Customer actions"],
            ],
        ),
        (
            OnlyHypotheses,
            "A: a\ndo: x\nmeet: m",
            |it| {
                card(it, "x").evidence = Some(Evidence::Hypothesis);
                card(it, "m").evidence = Some(Evidence::Hypothesis);
            },
            [
                ["2 kort är bara hypoteser", "Utan namn"],
                ["2 cards are hypotheses only", "Untitled"],
            ],
        ),
        (
            OnlyHypotheses,
            "A: a b\ndo: x /\n~E: p1+1 / p2+1\nwho: p",
            |it| {
                whose(it);
                card(it, "x").evidence = Some(Evidence::Researched);
            },
            [
                ["ps kurva är bara en hypotes: ingen punkt har en källa", "Hela kartan"],
                ["p’s curve is a hypothesis only: no point has a source", "The whole map"],
            ],
        ),
        (
            NoSubgoal,
            SALES,
            |it| {
                it.subgoals.push(Subgoal { id: id("g"), ..Subgoal::default() }.into());
                card(it, "s").subgoal = Some(id("g"));
            },
            [
                ["Inget delmål: t", "Utan namn · steg 2 · Sälj och marknad"],
                ["No sub-goal: t", "Untitled · step 2 · Sales and marketing"],
            ],
        ),
        (
            ChainBroken,
            CHAIN,
            |it| card(it, "s").next = Some(id("t")),
            [
                ["Kedjan bryts: inget följer på t", "Utan namn · steg 2 · Sälj och marknad"],
                [
                    "The chain breaks off: nothing follows t",
                    "Untitled · step 2 · Sales and marketing",
                ],
            ],
        ),
        (
            ChainBroken,
            "A: a b | B: c d\nsell: s / | u /",
            |it| {
                card(it, "u").next = Some(id("u2"));
                let mut last = Card::clone(card(it, "u"));
                (last.id, last.step, last.next) = (id("u2"), id("d"), None);
                lane(it, "sell").cards.push(last.into());
            },
            [
                ["Aktivitet som inte leder vidare: s", "Utan namn · steg 1 · Sälj och marknad"],
                ["Activity that leads nowhere: s", "Untitled · step 1 · Sales and marketing"],
            ],
        ),
        (
            ChainBroken,
            CHAIN,
            |it| {
                card(it, "u").next = Some(id("s"));
                card(it, "s").next = Some(id("t"));
                card(it, "t").next = Some(id("u"));
            },
            [
                ["Kedjan går bakåt: u leder till s", "Utan namn · Sälj och marknad"],
                ["The chain goes back: u leads to s", "Untitled · Sales and marketing"],
            ],
        ),
        (
            ChainBroken,
            CHAIN,
            |it| {
                card(it, "s").next = Some(id("t"));
                card(it, "t").next = Some(id("s"));
            },
            [
                [
                    "Kedjan går i cirkel: t leder tillbaka till s",
                    "Utan namn · steg 2 · Sälj och marknad",
                ],
                [
                    "The chain goes in a circle: t leads back to s",
                    "Untitled · step 2 · Sales and marketing",
                ],
            ],
        ),
        (
            OpportunityWithoutOwner,
            "A: a\ndo: x",
            |it| {
                idea(it, "Mall", |o| o.status = Some(Status::Planned));
            },
            [
                ["Möjlighet utan ansvarig: Mall", "i listan över möjligheter"],
                ["Opportunity without an owner: Mall", "in the list of opportunities"],
            ],
        ),
        (
            OpportunityWithoutDate,
            "A: a\nideas: x",
            |it| {
                idea(it, "Mall", |o| o.status = Some(Status::Planned));
                card(it, "x").opportunity = Some(id("Mall"));
            },
            [
                ["Möjlighet utan datum: Mall", "Utan namn · Möjligheter"],
                ["Opportunity without a date: Mall", "Untitled · Opportunities"],
            ],
        ),
        (
            OpportunityOverdue,
            "A: a\ndo: x",
            |it| idea(it, "Mall", |o| o.due = "2026-05-04".into()),
            [
                ["Möjlighet 1 dag försenad: Mall", "i listan över möjligheter"],
                ["Opportunity 1 day overdue: Mall", "in the list of opportunities"],
            ],
        ),
        (
            OpportunityOverdue,
            "A: a\ndo: x",
            |it| idea(it, "Mall", |o| o.due = "2026-04".into()),
            [
                ["Möjlighet 5 dagar försenad: Mall", "i listan över möjligheter"],
                ["Opportunity 5 days overdue: Mall", "in the list of opportunities"],
            ],
        ),
    ];
    for (rule, text, change, expected) in rows {
        let project = map(text, *change);
        let found = find(&project, &[*rule]);
        let first = found.first().unwrap_or_else(|| panic!("{rule:?} finds nothing in\n{text}"));
        for (lang, expected) in [Lang::Sv, Lang::En].into_iter().zip(expected) {
            let words = Words::new(lang);
            let journey = &project.journeys[0];
            let said = [
                first.text(&project, journey, &words),
                first.place_text(&project, journey, &words),
            ];
            assert_eq!(said, *expected, "{rule:?}");
            assert!(!rule.name(&words).is_empty());
        }
    }
    for rule in GapRule::ALL {
        assert!(rows.iter().any(|(one, ..)| one == rule), "{rule:?} has a sentence here");
    }
}
