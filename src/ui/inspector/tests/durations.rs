//! How long a step takes, and what its phase is told to take then.

use super::*;

#[test]
fn steps_say_how_long_they_take_and_their_phase_tells_it() {
    let mut panel = panel(Lang::En, 320.0, vec![Thing::Step(id("s2")), Thing::Step(id("s3"))]);
    enter(&mut panel, "From", "5");
    click(&mut panel, "minutes");
    let phase = |panel: &Harness<'_, Panel>| {
        Phase::clone(&panel.state().doc.editor.project().journeys[0].phases[1])
    };
    let minutes = |from: f64| Duration {
        from: Some(from),
        unit: Some(TimeUnit::Minutes),
        ..Duration::default()
    };
    for step in &phase(&panel).steps {
        assert_eq!(step.duration, Some(minutes(5.0)));
    }
    panel.state_mut().doc.selection = Selection::of(Thing::Phase(id("Decide")));
    panel.run();
    assert!(panel.query_by_label_contains("take 10 minutes together").is_some());
    // Its own word comes first.
    enter(&mut panel, "From", "7");
    assert!(panel.query_by_label_contains("together").is_none());
    assert_eq!(phase(&panel).duration.and_then(|one| one.from), Some(7.0));
}

fn enter(panel: &mut Harness<'_, Panel>, name: &str, text: &str) {
    field(panel, name).click();
    panel.run();
    field(panel, name).type_text(text);
    panel.run();
    panel.key_press(Key::Enter);
    panel.run();
}
