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
