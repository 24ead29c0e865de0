//! What is written of what a customer costs, in the panel of the map.

use super::*;

#[test]
fn amounts_are_typed_as_the_language_has_them_and_are_set_side_by_side() {
    let mut panel = panel(Lang::Sv, 320.0, Vec::new());
    panel.run();
    let costs =
        |panel: &Harness<'_, Panel>| panel.state().doc.editor.project().journeys[0].costs.clone();
    let write = |panel: &mut Harness<'_, Panel>, name: &str, text: &str| {
        field(panel, name).click();
        panel.run();
        panel.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
        match text {
            "" => panel.key_press(Key::Backspace),
            text => field(panel, name).type_text(text),
        }
        panel.run();
        panel.key_press(Key::Enter);
        panel.run();
    };
    write(&mut panel, "Att vinna en kund", "2 400,50");
    // The unit comes with the first amount.
    let first = costs(&panel).unwrap();
    assert_eq!((first.win, first.keep, first.unit.as_str()), (Some(2400.5), None, "kr"));
    assert!(panel.query_by_label_contains("gånger så mycket").is_none());
    write(&mut panel, "Att vinna en kund", "2 400");
    write(&mut panel, "Att behålla en kund", "600");
    let said = "Att vinna en kund kostar fyra gånger så mycket som att behålla en: 2\u{a0}400\u{a0}kr mot 600\u{a0}kr.";
    assert!(panel.query_by_label(said).is_some());
    // Less than nothing is not taken.
    write(&mut panel, "Att behålla en kund", "-5");
    assert_eq!(costs(&panel).unwrap().keep, Some(600.0));
    write(&mut panel, "Att behålla en kund", "");
    write(&mut panel, "Att vinna en kund", "");
    assert_eq!(costs(&panel), None, "a unit alone says nothing");
}
