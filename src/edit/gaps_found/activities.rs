//! Gaps in what is done: by us, by the customer, for a goal.

use super::*;

#[test]
fn we_do_nothing_where_the_customer_is() {
    const MAP: &str = "A: a b | B: c\ndo: x / y | z\nsell: s / |\nback: / k |";
    hold(&[
        (NoActivity, MAP, as_is, &["b sell", "c sell"]),
        // Nobody has begun to say what we do.
        (NoActivity, "A: a b\ndo: x / y\nsell: /", as_is, &[]),
        (NoActivity, "A: a b\ndo: x / y", as_is, &[]),
        // Nobody knows that the customer is there.
        (NoActivity, "A: a b\ndo: x /\nsell: s /", as_is, &[]),
        (NoActivity, "A: a b\n~E: p+1 / q-1\nsell: s /", as_is, &["b sell"]),
        (NoActivity, "A: a b\nmeet: x / y\nsell: s /", as_is, &["b sell"]),
        (NoActivity, "A: a b\ndo: x / y\nsell: s>b /", as_is, &[]),
        // A blueprint has only what is behind the scenes.
        (NoActivity, "A: a b\ndo: x / y\nback: k /", as_is, &["b back"]),
        // A phase without anything of ours is one gap.
        (NoActivity, "A: a | B: b c\ndo: x | y / z\nsell: s | /", as_is, &["B sell"]),
        (NoActivity, MAP, |it| lane(it, "sell").hidden = true, &[]),
        (
            NoActivity,
            "A: a b\ndo: x / y\nsell: s / t",
            |it| card(it, "t").change = Some(ChangeKind::Removed),
            &["b sell"],
        ),
        // What the phase is told of, its steps are not, if both are asked for.
        (NoActivity, MAP, |it| phase(it, "B").friction = Some(4), &["b sell", "c sell"]),
        (FrictionWithoutActivity, MAP, |it| phase(it, "B").friction = Some(3), &["B"]),
        (FrictionWithoutActivity, MAP, |it| phase(it, "B").friction = Some(2), &[]),
        (FrictionWithoutActivity, MAP, |it| phase(it, "A").friction = Some(4), &[]),
        (
            FrictionWithoutActivity,
            "A: a | B: b | C: c\ndo: x | y | z\nback: k | |",
            |it| {
                for (name, enter, leave) in [("A", 10.0, 9.0), ("B", 9.0, 2.0)] {
                    let phase = phase(it, name);
                    (phase.customers_in, phase.customers_out) = (Some(enter), Some(leave));
                }
            },
            &["B"],
        ),
    ]);
    let hard = map(MAP, |it| phase(it, "B").friction = Some(4));
    let both = find(&hard, &[NoActivity, FrictionWithoutActivity]);
    assert_eq!(names(&both), ["b sell", "B"]);
}

#[test]
fn the_customer_is_unknown_beside_what_is_known() {
    hold(&[
        (UnknownCustomer, "A: a b c\ndo: x / /", as_is, &["b do"]),
        (UnknownCustomer, "A: a b c\ndo: x / / y", as_is, &["b do"]),
        (UnknownCustomer, "A: a b c\ndo: x / / z\nmeet: / k /", as_is, &["b do"]),
        (UnknownCustomer, "A: a b c d\ndo: x / / /\nsell: / / / k", as_is, &["b do", "d do"]),
        (UnknownCustomer, "A: a b c\ndo: / /\nmeet: k / k2 /", as_is, &[]),
        (UnknownCustomer, "A: a b c\ndo: x>c / /", as_is, &[]),
        (UnknownCustomer, "A: a b\nmeet: x /", as_is, &[]),
        (UnknownCustomer, "A: a | B: b c\ndo: x | /\nmeet: | k / l", as_is, &["B do"]),
        (UnknownCustomer, "A: a b\ndo: x /", |it| lane(it, "do").hidden = true, &[]),
    ]);
}

#[test]
fn an_activity_serves_a_sub_goal_where_others_do() {
    const MAP: &str = "A: a b\nsell: s / t\nback: k /";
    fn goals(it: &mut Project) {
        it.subgoals.push(Subgoal { id: id("g"), ..Subgoal::default() }.into());
    }
    hold(&[
        (NoSubgoal, MAP, as_is, &[]),
        (NoSubgoal, MAP, goals, &[]),
        (
            NoSubgoal,
            MAP,
            |it| {
                goals(it);
                card(it, "s").subgoal = Some(id("g"));
            },
            &["t"],
        ),
        (
            NoSubgoal,
            MAP,
            |it| {
                goals(it);
                card(it, "s").subgoal = Some(id("g"));
                card(it, "t").subgoal = Some(id("gone"));
            },
            &["t"],
        ),
        // The project has no sub-goals: there are none to serve.
        (NoSubgoal, MAP, |it| card(it, "s").subgoal = Some(id("g")), &[]),
    ]);
}

/// Each of these leads to the next.
fn lead(it: &mut Project, links: &[(&str, &str)]) {
    for (from, to) in links {
        card(it, from).next = Some(id(to));
    }
}

fn serves(it: &mut Project, name: &str) {
    if it.subgoals.is_empty() {
        it.subgoals.push(Subgoal { id: id("g"), ..Subgoal::default() }.into());
    }
    card(it, name).subgoal = Some(id("g"));
}

#[test]
fn a_chain_leads_on_to_a_goal() {
    const MAP: &str = "A: a b | B: c | C: d\nsell: s t / u | v | w\nback: k / | m |";
    hold(&[
        // Nobody has begun to say what leads where.
        (ChainBroken, MAP, as_is, &[]),
        // All of it leads to the last phase with activities.
        (ChainBroken, MAP, |it| lead(it, &[("s", "t"), ("t", "u"), ("u", "v"), ("v", "w")]), &[]),
        // It breaks off, and one stands alone; behind the scenes nobody is asked.
        (ChainBroken, MAP, |it| lead(it, &[("s", "t"), ("t", "u")]), &["u", "v"]),
        // One that serves a sub-goal may be the last.
        (
            ChainBroken,
            MAP,
            |it| {
                lead(it, &[("s", "t"), ("t", "u")]);
                serves(it, "u");
            },
            &["v"],
        ),
        (
            ChainBroken,
            MAP,
            |it| {
                lead(it, &[("s", "t"), ("t", "u"), ("v", "w")]);
                card(it, "u").subgoal = Some(id("gone"));
            },
            &["u"],
        ),
        // Through what is behind the scenes, which is asked as soon as it is part of a chain.
        (
            ChainBroken,
            MAP,
            |it| lead(it, &[("s", "t"), ("t", "u"), ("u", "m"), ("m", "v"), ("v", "w")]),
            &[],
        ),
        (
            ChainBroken,
            MAP,
            |it| lead(it, &[("s", "t"), ("t", "u"), ("u", "m"), ("v", "w")]),
            &["m"],
        ),
        // A blueprint has only what is behind the scenes.
        (ChainBroken, "A: a | B: b\nback: k l | m", |it| lead(it, &[("k", "m")]), &["l"]),
        // What is parked, elsewhere, taken away or no activity does not follow.
        (
            ChainBroken,
            "A: a | B: b\nsell: s t u | x\ndo: n |\nparked: p",
            |it| lead(it, &[("s", "x"), ("t", "p"), ("u", "n")]),
            &["t", "u"],
        ),
        (ChainBroken, "A: a | B: b\nsell: s | x\nparked: p", |it| lead(it, &[("s", "p")]), &[]),
        (
            ChainBroken,
            "A: a | B: b\nsell: s t | x y",
            |it| {
                lead(it, &[("s", "x"), ("t", "y")]);
                card(it, "x").change = Some(ChangeKind::Removed);
            },
            &["s"],
        ),
        // Who stands in several phases is where it ends; going back is to what has ended before.
        (ChainBroken, "A: a | B: b\nsell: s>b t | x", |it| lead(it, &[("t", "x")]), &[]),
        (ChainBroken, "A: a | B: b\nsell: s>b | x", |it| lead(it, &[("x", "s")]), &[]),
        (
            ChainBroken,
            MAP,
            |it| lead(it, &[("s", "t"), ("t", "u"), ("u", "v"), ("v", "s"), ("w", "u")]),
            &["v", "w"],
        ),
        // A circle is told of once: where it closes. One that goes back is told of there.
        (
            ChainBroken,
            "A: a b | B: c\nsell: s t / u | v",
            |it| lead(it, &[("u", "s"), ("s", "t"), ("t", "u"), ("v", "v")]),
            &["u"],
        ),
        (
            ChainBroken,
            "A: a b | B: c\nsell: r s / t u | v",
            |it| lead(it, &[("r", "s"), ("s", "r"), ("t", "u"), ("u", "t")]),
            &["s", "u"],
        ),
        (
            ChainBroken,
            "A: a | B: b\nsell: s t | u",
            |it| lead(it, &[("s", "t"), ("t", "s"), ("u", "t")]),
            &["t", "u"],
        ),
        // What is hidden is there, but no fault is found with it.
        (
            ChainBroken,
            MAP,
            |it| {
                lead(it, &[("s", "t"), ("t", "u"), ("u", "m"), ("v", "w")]);
                lane(it, "back").hidden = true;
            },
            &[],
        ),
        (
            ChainBroken,
            MAP,
            |it| {
                lead(it, &[("s", "t")]);
                lane(it, "sell").hidden = true;
            },
            &[],
        ),
    ]);
}
