//! Is what a map has taught true of it, and is what is asked for what is planned?

use super::*;
use kundresa::insight::{
    AskedKind, AskedWhat, Finding, FindingKind, Founded, GapRule, Learned, asked, finding_said,
    gap_tally, gaps, learned, learned_title, map_rests_on, rests_said,
};
use serde_json::{Value, json};

fn kinds(found: &[Finding]) -> String {
    let kind = |one: &Finding| {
        let name = match one.what {
            FindingKind::LargestLoss(..) => "loss",
            FindingKind::OnlyUnhappy(_) => "unhappy",
            FindingKind::WorstMoment(_) => "worst",
            FindingKind::BestMoment(_) => "best",
            FindingKind::FurthestApart(_) => "apart",
            FindingKind::OffTarget(_) => "off",
            FindingKind::MostVotes(_) => "votes",
            FindingKind::LargestLoop(_) => "loop",
        };
        format!("{name} {}", one.phase)
    };
    found.iter().map(kind).collect::<Vec<_>>().join(", ")
}

#[test]
fn the_buying_group_teaches_three_things_and_asks_for_three() {
    let project = example("examples/forpackningsmaskin");
    let journey = &project.journeys[0];
    let found = learned(&project, journey);
    assert_eq!(kinds(&found), "loss 0, unhappy 2, worst 3");
    assert_eq!(map_rests_on(&project, journey), Founded { sources: 10, interviews: 6 });
    for (lang, title, said, rests_on) in [
        (
            Lang::Sv,
            "Tio källor, tre lärdomar",
            [
                "Resans största tapp är i Upptäckt: 62 % går inte vidare till nästa fas.",
                "Beslut är den enda fasen där alla tre är missnöjda.",
                "Resans sämsta stund är Elins, i Köp.",
            ],
            [
                "Antalen är kartans. Fasen vilar på 5 källor, varav 4 intervjuer",
                "Fasen vilar på 4 källor, varav 3 intervjuer",
                "Stunden vilar på 1 intervju: Underhållsledare, mejeri",
            ],
        ),
        (
            Lang::En,
            "Ten sources, three findings",
            [
                "The journey’s largest loss is in Upptäckt: 62% do not go on to the next phase.",
                "Beslut is the only phase where all three are unhappy.",
                "The journey’s worst moment is Elin’s, in Köp.",
            ],
            [
                "The counts are the map’s. The phase rests on 5 sources, of which 4 interviews",
                "The phase rests on 4 sources, of which 3 interviews",
                "The moment rests on 1 interview: Underhållsledare, mejeri",
            ],
        ),
    ] {
        let words = Words::new(lang);
        let plain = |text: String| text.replace('\u{a0}', " ");
        assert_eq!(learned_title(&Learned::of(&project, journey), &words).as_deref(), Some(title));
        let sentences = found.iter().map(|one| plain(finding_said(&project, journey, one, &words)));
        assert_eq!(sentences.collect::<Vec<_>>(), said);
        let rests = found.iter().map(|one| plain(rests_said(&project, one, &words)));
        assert_eq!(rests.collect::<Vec<_>>(), rests_on);
    }
    let asked = asked(&project, journey).unwrap();
    assert_eq!(
        (asked.kind, asked.count, asked.all, asked.ongoing.len()),
        (AskedKind::Planned, 3, 7, 3)
    );
    let titles = asked.things.iter().map(|one| match &one.what {
        AskedWhat::Idea(idea) => (&*idea.opportunity.title, &*idea.owner, one.phase),
        AskedWhat::Pain(_, card) => (&*card.text, "", one.phase),
    });
    assert_eq!(
        titles.collect::<Vec<_>>(),
        [
            ("Måttkontroll på plats före avtal", "Jonas", Some(3)),
            ("Prisindikation redan på demon", "Omar", Some(2)),
            ("Jämförelsemall i Excel", "Lisa", Some(1)),
        ]
    );
}

/// A map of three phases.
fn map(change: impl FnOnce(&mut Value)) -> Arc<Project> {
    let mut map = json!({"id": "j", "phases": [
            {"id": "a", "title": "A", "steps": [{"id": "s"}]},
            {"id": "b", "title": "B", "steps": [{"id": "t"}]},
            {"id": "c", "title": "C", "steps": [{"id": "u"}]}],
        "lanes": [{"id": "p", "kind": "pain_points", "cards": [
            {"id": "x", "step": "s", "text": "Kö"}, {"id": "y", "step": "t", "text": "Strul"}]},
            {"id": "o", "kind": "opportunities", "cards": []},
            {"id": "e", "kind": "emotions", "points": []}]});
    change(&mut map);
    let file = json!({"format": "kundresa", "version": 1, "project": {"journeys": [map]}});
    Arc::new(file::read(file.to_string().as_bytes()).unwrap().project)
}

#[test]
fn each_finding_has_an_edge() {
    let votes = |map: &mut Value, x: u32, y: u32| {
        map["lanes"][0]["cards"][0]["votes"] = x.into();
        map["lanes"][0]["cards"][1]["votes"] = y.into();
    };
    let lost = |map: &mut Value, people: f64| {
        map["phases"][0]["customers_in"] = 20.into();
        map["phases"][0]["customers_out"] = (20.0 - people).into();
        map["phases"][1]["customers_in"] = (20.0 - people).into();
        map["phases"][1]["customers_out"] = (20.0 - people).into();
    };
    let felt = |map: &mut Value, points: &[(&str, f64)]| {
        let points = points.iter().enumerate();
        let point = |(at, (step, value)): (usize, &(&str, f64))| json!({"id": format!("q{at}"), "step": step, "value": value});
        map["lanes"][2]["points"] = points.map(point).collect::<Vec<_>>().into();
    };
    let metric = |map: &mut Value, value: f64| {
        map["lanes"][1]["cards"] = json!([{"id": "m", "step": "s", "text": "Väntan",
            "metric": {"value": value, "target": 10.0, "better": "lower"}}]);
    };
    let back = |map: &mut Value, share: f64| {
        map["transitions"] = json!([{"id": "r", "from": "b", "to": "a", "share": share}]);
    };
    type Change<'a> = &'a dyn Fn(&mut Value);
    let rows: [(Change<'_>, &str); 15] = [
        (&|_| {}, ""),
        // One is none.
        (&|it| votes(it, 3, 0), ""),
        (
            &|it| {
                votes(it, 3, 2);
                lost(it, 5.0);
            },
            "loss 0, votes 0",
        ),
        (
            &|it| {
                votes(it, 2, 0);
                lost(it, 5.0);
            },
            "",
        ),
        (
            &|it| {
                votes(it, 3, 3);
                lost(it, 5.0);
            },
            "",
        ),
        (
            &|it| {
                votes(it, 0, 3);
                lost(it, 4.0);
            },
            "",
        ),
        (
            &|it| {
                votes(it, 0, 3);
                back(it, 10.0);
            },
            "votes 1, loop 1",
        ),
        (
            &|it| {
                votes(it, 0, 3);
                back(it, 9.9);
            },
            "",
        ),
        (
            &|it| {
                votes(it, 0, 3);
                metric(it, 12.0);
            },
            "off 0, votes 1",
        ),
        (
            &|it| {
                votes(it, 0, 3);
                metric(it, 11.9);
            },
            "",
        ),
        (
            &|it| {
                votes(it, 0, 3);
                metric(it, 8.0);
            },
            "",
        ),
        (
            &|it| {
                votes(it, 0, 3);
                felt(it, &[("s", 1.0), ("t", 0.0)]);
            },
            "best 0, votes 1",
        ),
        (
            &|it| {
                votes(it, 0, 3);
                felt(it, &[("s", 0.9), ("t", 0.0)]);
            },
            "",
        ),
        (&|it| felt(it, &[("s", -1.0), ("t", 1.0)]), "unhappy 0, worst 0, best 1"),
        // Three at most, each of another phase first.
        (
            &|it| {
                votes(it, 3, 0);
                lost(it, 5.0);
                felt(it, &[("s", -1.0), ("t", 1.0)]);
            },
            "loss 0, unhappy 0, best 1",
        ),
    ];
    for (row, (change, expected)) in rows.into_iter().enumerate() {
        let project = map(|it| change(it));
        assert_eq!(kinds(&learned(&project, &project.journeys[0])), expected, "{row}");
    }
}

#[test]
fn what_is_asked_for_follows_what_is_left() {
    let with = |status: &[(&str, Option<&str>)]| {
        let mut project = (*map(|it| {
            let card = |(id, _): &(&str, Option<&str>)| json!({"id": format!("c-{id}"), "step": "s", "text": id});
            it["lanes"][1]["cards"] = status.iter().map(card).collect::<Vec<_>>().into();
        }))
        .clone();
        let lane = project.journeys.edit(0).unwrap().lanes.edit(1).unwrap();
        let mut ideas = Vec::new();
        for (at, (id, status)) in status.iter().enumerate() {
            lane.cards.edit(at).unwrap().opportunity = Some(Id::new(id));
            let idea = json!({"id": id, "title": id, "status": status, "customer_value": at + 1});
            ideas.push(Arc::new(serde_json::from_value(idea).unwrap()));
        }
        project.opportunities = kundresa::model::List::new(ideas);
        project
    };
    let told = |project: &Project| {
        asked(project, &project.journeys[0]).map(|it| (it.kind, it.things.len(), it.count))
    };
    let rows = [
        (vec![("a", Some("planned")), ("b", None)], Some((AskedKind::Planned, 1, 1))),
        (vec![("a", Some("ongoing")), ("b", None)], Some((AskedKind::Ideas, 1, 1))),
        (vec![("a", Some("ongoing")), ("b", Some("done"))], Some((AskedKind::UnderWay, 1, 1))),
        (vec![("a", Some("dropped"))], Some((AskedKind::Pains, 2, 2))),
        (
            vec![
                ("a", Some("planned")),
                ("b", Some("planned")),
                ("c", Some("planned")),
                ("d", Some("planned")),
            ],
            Some((AskedKind::Planned, 3, 4)),
        ),
    ];
    for (status, expected) in rows {
        assert_eq!(told(&with(&status)), expected, "{status:?}");
    }
    // What gives most comes first.
    let project = with(&[("a", Some("planned")), ("b", Some("planned"))]);
    let first = asked(&project, &project.journeys[0]).unwrap().things.remove(0);
    assert!(matches!(first.what, AskedWhat::Idea(idea) if idea.opportunity.title == "b"));
    // Neither pains nor ideas.
    let empty = map(|it| it["lanes"] = json!([]));
    assert_eq!(told(&empty), None);
}

#[test]
fn gaps_are_counted_by_kind_without_those_that_depend_on_the_day() {
    let project = example("examples/forpackningsmaskin");
    let journey = &project.journeys[0];
    let tally = gap_tally(&project, journey);
    let late = jiff::civil::date(2031, 1, 1);
    let all = gaps(&project, journey, late, &GapRule::chosen(&project));
    let open = all.iter().filter(|gap| gap.waved_off.is_none());
    let timeless = open.filter(|gap| gap.rule != GapRule::OpportunityOverdue).count();
    assert!(all.iter().any(|gap| gap.rule == GapRule::OpportunityOverdue));
    assert_eq!((tally.all, tally.kinds.iter().map(|(_, count)| count).sum()), (timeless, timeless));
    assert!(tally.kinds.is_sorted_by(|(_, a), (_, b)| a >= b), "{:?}", tally.kinds);
    let pains = tally.kinds.iter().find(|(rule, _)| *rule == GapRule::PainWithoutOpportunity);
    assert_eq!(pains.map(|(_, count)| *count), Some(4));
    let words = Words::new(Lang::Sv);
    let whole = tally.said(tally.kinds.len(), &words);
    assert!(whole.contains("4 smärtpunkter utan möjlighet") && !whole.contains(" till"), "{whole}");
    let (_, first) = tally.kinds[0];
    let few = tally.said(1, &words);
    assert!(few.ends_with(&format!("och {} till", timeless - first)), "{few}");
    assert_eq!(tally.said(0, &words), format!("{timeless} gap utöver det försenade"));
    // Where nothing can be late nothing is said of it.
    let mut undated = Project::clone(&project);
    for at in 0..undated.opportunities.len() {
        undated.opportunities.edit(at).unwrap().due.clear();
    }
    assert!(!gap_tally(&undated, journey).has_dates);
    // Where a rule is off it counts nothing.
    let mut quiet = Project::clone(&project);
    let (key, value) = GapRule::PainWithoutOpportunity.switched(&quiet, false);
    quiet.settings.insert(key.into(), value);
    assert_eq!(gap_tally(&quiet, &quiet.journeys[0]).all, timeless - 4);
    let empty = gap_tally(&Project::default(), &Journey::default()).said(9, &words);
    assert!(empty.contains("ingen persona"), "{empty}");
}

#[test]
fn an_outline_has_all_that_the_page_of_what_was_learned_says() {
    let mut project = Project::clone(&example("examples/forpackningsmaskin"));
    let version = json!({"id": "board", "name": "Före ledningsmötet",
        "project": serde_json::to_value(project.as_version()).unwrap()});
    project.versions.push(Arc::new(serde_json::from_value(version).unwrap()));
    let page = json!({"id": "learned", "kind": "learned", "since_version": "board"});
    let page = serde_json::from_value(page).unwrap();
    project.journeys.edit(0).unwrap().story.push(Arc::new(page));
    let project = Arc::new(project);
    let journey = Some("1".into());
    let options = Options { lang: Some(Lang::Sv), journey, ..Options::default() };
    let mut out = Vec::new();
    export(&project, Format::Markdown, &options, &mut out, &mut |_| true).unwrap();
    let outline = String::from_utf8(out).unwrap().replace('\u{a0}', " ");
    let journey = &project.journeys[0];
    let words = Words::new(Lang::Sv);
    let found = learned(&project, journey);
    for one in &found {
        for said in
            [finding_said(&project, journey, one, &words), rests_said(&project, one, &words)]
        {
            let said = said.replace('\u{a0}', " ");
            assert!(outline.contains(&said), "{said} in\n{outline}");
        }
    }
    for (rule, count) in gap_tally(&project, journey).kinds {
        let row = format!("- **{}:** {count}", words_of(rule));
        assert!(outline.contains(&row), "{row} in\n{outline}");
    }
    assert!(outline.contains("## Vad som har ändrats"), "{outline}");
    assert!(outline.contains("- **Före ledningsmötet:** inget ändrat"), "{outline}");
}

fn words_of(rule: GapRule) -> String {
    rule.name(&Words::new(Lang::Sv))
}
