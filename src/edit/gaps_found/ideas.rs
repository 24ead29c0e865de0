//! Gaps in what is to be done: low points, pain points and opportunities.

use super::*;

#[test]
fn lows_and_pain_points_are_answered_by_opportunities() {
    const CURVE: &str = "A: a b c d\nmeet: / m / /\n~E: p1-1 / p2-2@m / p3+1 / p4-0.2";
    hold(&[
        (LowWithoutOpportunity, CURVE, as_is, &["p2"]),
        (LowWithoutOpportunity, CURVE, |it| idea(it, "o", |o| o.cards.push(id("m"))), &[]),
        (
            LowWithoutOpportunity,
            CURVE,
            |it| {
                idea(it, "o", |_| {});
                card(it, "m").opportunity = Some(id("o"));
            },
            &[],
        ),
        // It leads to nothing that is there.
        (LowWithoutOpportunity, CURVE, |it| card(it, "m").opportunity = Some(id("gone")), &["p2"]),
        // In the step there is one.
        (LowWithoutOpportunity, "A: a b c\n~E: p1-1 / p2-2 / p3+1\nideas: o>b / /", as_is, &[]),
        // The end of a curve may be a low, and so may one point.
        (LowWithoutOpportunity, "A: a b\n~E: p1+1 / p2-0.3", as_is, &["p2"]),
        (LowWithoutOpportunity, "A: a b\n~E: / p2-0.3", as_is, &["p2"]),
        (LowWithoutOpportunity, "A: a b\n~E: p1+1 / p2-0.2", as_is, &[]),
        // Alike side by side are one, and where a curve goes on down there is none.
        (LowWithoutOpportunity, "A: a b c d\n~E: p1+1 / p2-1 / p3-1 / p4+0", as_is, &["p2"]),
        (LowWithoutOpportunity, "A: a b c d\n~E: p1+1 / p2-1 / p3-1 / p4-2", as_is, &["p4"]),
        // Each persona has a curve of its own.
        (
            LowWithoutOpportunity,
            "A: a b\n~E: p1-1 q1+2 / p2+1 q2-1\nwho: p q",
            whose,
            &["p1", "q2"],
        ),
        (LowWithoutOpportunity, CURVE, |it| lane(it, "E").hidden = true, &[]),
        // Where points of one step stand.
        (
            LowWithoutOpportunity,
            "A: a b\n~E: p1-1 p2-2 / p3+1",
            |it| points(it, "E", |name, point| point.at = (name == "p1").then_some(0.9)),
            &["p2"],
        ),
        (PainWithoutOpportunity, "A: a b\nhurts: x / y\nmeet: m /", as_is, &["x", "y"]),
        (NeedWithoutOpportunity, "A: a b\nneeds: x / y\nmeet: m /", as_is, &[]),
        (
            NeedWithoutOpportunity,
            "A: a b\nneeds: x / y z\nmeet: m /",
            |it| idea(it, "o", |o| o.cards.push(id("y"))),
            &["x", "z"],
        ),
        (
            NeedWithoutOpportunity,
            "A: a b\nneeds: x / y\nmeet: m /",
            |it| {
                idea(it, "o", |o| o.cards.push(id("y")));
                lane(it, "needs").hidden = true;
            },
            &[],
        ),
        (ExpectationNotMet, "A: a b\nhopes: x y / z\nmeet: m /", as_is, &[]),
        (
            ExpectationNotMet,
            "A: a b\nhopes: x y / z\nmeet: m /",
            |it| {
                card(it, "x").met = Some(Met::No);
                card(it, "y").met = Some(Met::Partly);
                card(it, "z").met = Some(Met::Yes);
                // It stood among the expectations once.
                card(it, "m").met = Some(Met::No);
            },
            &["x"],
        ),
        (
            ExpectationNotMet,
            "A: a b\nhopes: x y / z\nmeet: m /",
            |it| {
                for name in ["x", "y", "z"] {
                    card(it, name).met = Some(Met::No);
                }
                idea(it, "o", |o| o.cards.push(id("x")));
                card(it, "y").opportunity = Some(id("o"));
            },
            &["z"],
        ),
        (
            ExpectationNotMet,
            "A: a b\nhopes: x y / z\nmeet: m /",
            |it| {
                card(it, "x").met = Some(Met::No);
                card(it, "x").change = Some(ChangeKind::Removed);
                card(it, "z").met = Some(Met::No);
                lane(it, "hopes").hidden = true;
            },
            &[],
        ),
        (
            PainWithoutOpportunity,
            "A: a b\nhurts: x / y\nmeet: m n /",
            |it| {
                card(it, "m").marks = vec![Mark::PainPoint];
                card(it, "n").marks = vec![Mark::MomentOfTruth];
                idea(it, "o", |o| o.cards.push(id("y")));
            },
            &["x", "m"],
        ),
        (
            PainWithoutOpportunity,
            "A: a\nhurts: x",
            |it| {
                idea(it, "o", |_| {});
                card(it, "x").opportunity = Some(id("o"));
            },
            &[],
        ),
        (PainWithoutOpportunity, "A: a\nhurts: x", |it| lane(it, "hurts").hidden = true, &[]),
        (
            PainWithoutOpportunity,
            "A: a\nideas: x",
            |it| card(it, "x").marks = vec![Mark::PainPoint],
            &[],
        ),
    ]);
}

#[test]
fn opportunities_have_an_owner_and_a_day() {
    const MAP: &str = "A: a b\nideas: x / y";
    /// Two ideas, each with its card.
    fn ideas(it: &mut Project, change: impl Fn(&mut Opportunity, &mut Opportunity)) {
        let one = |name: &str| Opportunity { id: id(name), ..Opportunity::default() };
        let (mut o, mut p) = (one("o"), one("p"));
        change(&mut o, &mut p);
        [o, p].into_iter().for_each(|one| it.opportunities.push(one.into()));
        card(it, "x").opportunity = Some(id("o"));
        card(it, "y").opportunity = Some(id("p"));
    }
    hold(&[
        // A card alone is a thought.
        (OpportunityWithoutOwner, MAP, as_is, &[]),
        (OpportunityWithoutOwner, MAP, |it| ideas(it, |_, _| {}), &[]),
        // What was just thought of is asked for nothing, whatever the others have …
        (OpportunityWithoutOwner, MAP, |it| ideas(it, |o, _| o.owner = "Lisa".into()), &[]),
        // … but once somebody has gone on with it, it is.
        (
            OpportunityWithoutOwner,
            MAP,
            |it| {
                ideas(it, |o, p| {
                    o.owner = "Lisa".into();
                    p.effort = Some(2.0);
                });
            },
            &["p"],
        ),
        (
            OpportunityWithoutOwner,
            MAP,
            |it| {
                ideas(it, |o, p| {
                    o.owner = "Lisa".into();
                    p.due = "2026-09".into();
                });
            },
            &["p"],
        ),
        (
            OpportunityWithoutOwner,
            MAP,
            |it| {
                ideas(it, |o, _| o.owner = "Lisa".into());
                let task = Task { opportunity: Some(id("p")), ..Task::default() };
                it.tasks.push(task.into());
            },
            &["p"],
        ),
        (OpportunityWithoutOwner, MAP, |it| ideas(it, |_, p| p.effort = Some(2.0)), &[]),
        (
            OpportunityWithoutOwner,
            MAP,
            |it| ideas(it, |o, _| o.status = Some(Status::Planned)),
            &["o"],
        ),
        (
            OpportunityWithoutOwner,
            MAP,
            |it| {
                ideas(it, |o, _| o.owner = "Lisa".into());
                card(it, "y").owner = "Omar".into();
            },
            &[],
        ),
        (
            OpportunityWithoutOwner,
            MAP,
            |it| {
                ideas(it, |o, p| {
                    o.owner = "Lisa".into();
                    p.status = Some(Status::Dropped);
                });
            },
            &[],
        ),
        (OpportunityWithoutDate, MAP, |it| ideas(it, |_, _| {}), &[]),
        (OpportunityWithoutDate, MAP, |it| ideas(it, |o, _| o.due = "2026-09".into()), &[]),
        (
            OpportunityWithoutDate,
            MAP,
            |it| {
                ideas(it, |o, p| {
                    o.due = "2026-09".into();
                    p.owner = "Lisa".into();
                });
            },
            &["p"],
        ),
        (
            OpportunityWithoutDate,
            MAP,
            |it| {
                ideas(it, |o, p| {
                    o.due = "2026-09".into();
                    p.customer_value = Some(4.0);
                });
            },
            &["p"],
        ),
        (
            OpportunityWithoutDate,
            MAP,
            |it| ideas(it, |_, p| p.status = Some(Status::Ongoing)),
            &["p"],
        ),
        (OpportunityOverdue, MAP, |it| ideas(it, |o, _| o.due = "2026-05-05".into()), &[]),
        (OpportunityOverdue, MAP, |it| ideas(it, |_, p| p.due = "2026-05-04".into()), &["p"]),
        (OpportunityOverdue, MAP, |it| ideas(it, |o, _| o.due = "i höst".into()), &[]),
        (
            OpportunityOverdue,
            MAP,
            |it| {
                ideas(it, |o, _| {
                    o.due = "2026-05-04".into();
                    o.status = Some(Status::Done);
                });
            },
            &[],
        ),
    ]);
}

#[test]
fn an_opportunity_is_told_of_on_one_map() {
    let mut project = map("A: a\nmeet: x\nideas: y", |it| {
        for name in ["card", "listed", "leads", "nowhere"] {
            idea(it, name, |o| o.due = "2025-01-01".into());
        }
    });
    let (other, _) = parse("B: b\nN: u v");
    let mut other = Journey::clone(&other.journeys[0]);
    other.id = id("other");
    other.lanes.edit(0).unwrap().kind = LaneKind::Opportunities;
    project.journeys.push(other.into());
    // On the first map it is a touchpoint that leads there; on the second it is a card.
    card(&mut project, "x").opportunity = Some(id("card"));
    let on_other = |project: &mut Project, at: usize, of: &str| {
        let lane = project.journeys.edit(1).unwrap().lanes.edit(0).unwrap();
        lane.cards.edit(at).unwrap().opportunity = Some(id(of));
    };
    on_other(&mut project, 0, "card");
    on_other(&mut project, 1, "leads");
    project.opportunities.edit(1).unwrap().cards = vec![id("y")];
    let on = |at: usize| {
        let found = gaps(&project, &project.journeys[at], TODAY, &[OpportunityOverdue]);
        (names(&found), found.into_iter().map(|gap| gap.step).collect::<Vec<_>>())
    };
    // What is on no map is told of with the first one, as a whole.
    assert_eq!(on(0), (vec!["nowhere".into(), "listed".into()], vec![None, Some(id("a"))]));
    assert_eq!(on(1).0, ["card", "leads"]);
}
