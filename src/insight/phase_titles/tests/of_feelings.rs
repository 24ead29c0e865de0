//! Templates by what personas feel.

use super::*;

#[test]
fn the_only_phase_where_all_are_unhappy() {
    let low = &[-0.25, 0.0, 0.0][..];
    let three = felt(3, &[("Anna", low), ("Karim", low), ("Elin", low)]);
    check(
        &three,
        0,
        "Den enda fasen där alla tre är missnöjda",
        "The only phase where all three are unhappy",
    );
    let two = felt(3, &[("Anna", low), ("Elin", low)]);
    check(&two, 0, "Den enda fasen där båda är missnöjda", "The only phase where both are unhappy");
    let one = felt(3, &[("Anna", low)]);
    check(&one, 0, "Den enda fasen där Anna är missnöjd", "The only phase where Anna is unhappy");
    // Neither happy nor unhappy; one has no point there; and they are so twice.
    check_name(&felt(3, &[("Anna", &[-0.24, 0.0, 0.0]), ("Elin", &[-0.24, 0.0, 0.0])]), 0);
    check_name(&felt(3, &[("Anna", &[-0.3, -0.3, 0.0]), ("Elin", &[NO, 0.0, 0.0])]), 0);
    let twice = &[-0.3, -0.3, 0.0][..];
    let twice = felt(3, &[("Anna", twice), ("Elin", twice)]);
    check(&twice, 0, "Här är båda missnöjda", "Both are unhappy here");
    // No two titles of a deck are the same.
    check_name(&twice, 1);
}

#[test]
fn the_worst_and_the_best_moment_of_the_journey() {
    let of = |value: f64, last: f64| {
        felt(3, &[("Elin", &[0.0, value, last]), ("Anna", &[0.0, 0.0, last])])
    };
    check(
        &of(-1.0, 0.0),
        1,
        "Här har Elin resans sämsta stund",
        "Elin has the journey’s worst moment here",
    );
    check(&of(-0.9, 0.0), 1, "Här är Elin som minst nöjd", "Elin is least happy here");
    check(
        &of(1.0, 0.0),
        1,
        "Här har Elin resans bästa stund",
        "Elin has the journey’s best moment here",
    );
    check(&of(0.9, 0.0), 1, "Här är Elin som mest nöjd", "Elin is happiest here");
    // Of a phase nothing is known.
    check(
        &of(-1.0, NO),
        1,
        "Här har Elin den sämsta kända stunden",
        "Elin has the worst known moment here",
    );
    check(
        &of(1.0, NO),
        1,
        "Här har Elin den bästa kända stunden",
        "Elin has the best known moment here",
    );
    // Two that are written alike.
    let tie = felt(3, &[("Elin", &[0.0, -1.51, 0.0]), ("Anna", &[0.0, 0.0, -1.49])]);
    check(&tie, 1, "Här är Elin som minst nöjd", "Elin is least happy here");
    // Nobody in particular.
    let nobodys = felt(3, &[("", &[0.0, -1.2, 1.2])]);
    check(&nobodys, 1, "Här är resans sämsta stund", "The journey’s worst moment is here");
    check(&nobodys, 2, "Här är resans bästa stund", "The journey’s best moment is here");
}

#[test]
fn furthest_apart() {
    let of = |happy: f64, unhappy: f64| {
        felt(
            3,
            &[
                ("Anna", &[0.0, 0.0, 0.0]),
                ("Karim", &[0.0, happy, 0.0]),
                ("Elin", &[0.0, unhappy, 0.0]),
            ],
        )
    };
    check(
        &of(0.3, -0.8),
        1,
        "Längst isär: Karim nöjd, Elin missnöjd",
        "Furthest apart: Karim happy, Elin unhappy",
    );
    // Not more than 1; and nobody is happy.
    check(&of(0.3, -0.7), 1, "Här är Elin som minst nöjd", "Elin is least happy here");
    check(&of(0.2, -0.9), 1, "Här är Elin som minst nöjd", "Elin is least happy here");
}

#[test]
fn apart_in_a_step() {
    let of = |happy: f64| {
        // The first phases have titles of their own.
        let mut project = felt(
            4,
            &[
                ("Anna", &[0.0, 1.9, happy, 0.0]),
                ("Karim", &[1.0, 0.0, 0.0, 0.0]),
                ("Elin", &[-1.9, 0.0, -1.0, 0.0]),
            ],
        );
        phase(&mut project, 2, |phase| {
            phase.steps.edit(0).unwrap().title = "Provkör".into();
        });
        project
    };
    check(
        &of(1.0),
        2,
        "I Provkör är Anna nöjd, Elin missnöjd",
        "In Provkör Anna is happy, Elin unhappy",
    );
    assert!(!titles(&of(0.99), Lang::Sv)[2].contains("Provkör"));
}

#[test]
fn the_feeling_falls_and_turns() {
    let falls = |from: f64| felt(3, &[("Anna", &[from, -0.1, -0.1])]);
    check(&falls(0.9), 1, "Här faller känslan mest", "Here the feeling falls most");
    check_name(&falls(0.89), 1);
    let twice = felt(4, &[("Anna", &[0.9, -0.1, 0.9, -0.1])]);
    check_name(&twice, 1);
    let turns = |to: f64| felt(3, &[("Anna", &[-0.25, to, 0.0]), ("Elin", &[-0.25, to, 0.0])]);
    check(&turns(0.25), 1, "Här vänder det uppåt", "Here it turns upwards");
    check_name(&turns(0.24), 1);
    let title = made(&turns(0.25), Lang::Sv).swap_remove(1);
    assert_eq!(title.kind, PhaseTitleKind::TurnsUp([-0.25, 0.25]));
}

#[test]
fn a_personas_own_highest_and_lowest() {
    // Of two phases nothing is the highest.
    check_name(&felt(2, &[("Anna", &[0.5, 0.0]), ("Elin", &[0.0, 0.0])]), 0);
    check(
        &felt(3, &[("Anna", &[0.25, 0.0, 0.0]), ("Elin", &[0.0, 0.0, 0.0])]),
        0,
        "Här är Anna som mest nöjd",
        "Anna is happiest here",
    );
    check_name(&felt(3, &[("Anna", &[0.24, 0.0, 0.0]), ("Elin", &[0.0, 0.0, 0.0])]), 0);
    // She is better off for a moment elsewhere.
    let mut moment = felt(3, &[("Anna", &[0.6, 0.0, 0.0]), ("Elin", &[0.0, 0.0, 0.0])]);
    check(&moment, 0, "Här är Anna som mest nöjd", "Anna is happiest here");
    let curve = moment.journeys.edit(0).unwrap().lanes.edit(0).unwrap();
    let anna = EmotionPoint::clone(&curve.points[1]);
    for value in [0.9, -0.9] {
        let id = id(&format!("moment{value}"));
        curve.points.push(EmotionPoint { id, value, ..anna.clone() }.into());
    }
    assert_ne!(titles(&moment, Lang::Sv)[0], "Här är Anna som mest nöjd");
    // The one that is further from her next phase; and as far as each other is neither.
    let further = felt(3, &[("Anna", &[0.6, 0.3, 0.0]), ("Elin", &[0.6, 0.0, 0.0])]);
    check(&further, 0, "Här är Elin som mest nöjd", "Elin is happiest here");
    let alike = felt(3, &[("Anna", &[0.6, 0.0, 0.0]), ("Elin", &[0.6, 0.0, 0.0])]);
    check(&alike, 0, "Här är båda nöjda", "Both are happy here");
    // Once a persona: her lowest is further from the others than her highest.
    let both = felt(4, &[("Anna", &[0.5, -0.9, 0.0, 0.0]), ("Elin", &[0.0, 0.0, 0.0, 0.0])]);
    check(&both, 1, "Här är Anna som minst nöjd", "Anna is least happy here");
    check_name(&both, 0);
}

#[test]
fn all_are_happy() {
    let high = &[0.25, 0.25, 0.0][..];
    let three = felt(3, &[("Anna", high), ("Karim", high), ("Elin", high)]);
    check(&three, 0, "Här är alla tre nöjda", "All three are happy here");
    check(&felt(2, &[("Anna", &[0.25, 0.25])]), 0, "Här är Anna nöjd", "Anna is happy here");
    check(
        &felt(2, &[("Anna", &[-0.25, -0.25])]),
        0,
        "Här är Anna missnöjd",
        "Anna is unhappy here",
    );
    let one_not = felt(3, &[("Anna", high), ("Elin", &[0.24, 0.24, 0.0])]);
    check_name(&one_not, 0);
}
