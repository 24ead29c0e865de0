//! Has each field in the file a control?

use super::*;
use crate::insight::{
    full_card, full_lane, full_persona, full_phase, full_point, full_step, left_out, left_out_of,
    map_with,
};

/// All that the inspector says of one thing of a map.
fn said_of(project: Project, thing: Thing) -> String {
    let mut panel = panel(Lang::En, 320.0, vec![card_thing("touch", "a")]);
    panel.state_mut().doc = Document::new(project, None, false);
    panel.state_mut().doc.selection = Selection::of(thing);
    panel.state_mut().inspector.more = true;
    panel.run();
    let nodes = panel.root().children_recursive();
    let told = nodes.map(|node| {
        let node = node.accesskit_node();
        (node.role(), node.label(), node.value(), node.toggled())
    });
    format!("{:?}", told.collect::<Vec<_>>())
}

#[test]
fn each_field_of_a_card_has_a_control() {
    let told = |card: &Card| {
        // A card without an id could not be selected.
        let card = Card { id: id("full"), ..card.clone() };
        said_of(map_with(card), card_thing("l", "full"))
    };
    // Ids are for programs.
    assert_eq!(left_out(told), ["id", "origin"]);
}

#[test]
fn each_field_of_a_phase_a_step_a_feeling_and_a_lane_has_a_control() {
    let map = |phase: Phase, lane: Lane| {
        let mut project = map_with(full_card());
        let bo = Persona { id: id("bo"), name: "Bo".into(), ..Persona::default() };
        project.personas =
            project.personas.iter().map(|one| Persona::clone(one)).chain([bo]).collect();
        let mut journey = Journey::clone(&project.journeys[0]);
        journey.phases = [phase].into_iter().collect();
        journey.lanes = [lane].into_iter().collect();
        project.journeys = [journey].into_iter().collect();
        project
    };
    let phase = |phase: &Phase| {
        let phase = Phase { id: id("p"), ..phase.clone() };
        said_of(map(phase, Lane::default()), Thing::Phase(id("p")))
    };
    assert_eq!(left_out_of(&full_phase(), phase), ["id", "origin", "steps"]);
    let step = |step: &Step| {
        let step = Step { id: id("s1"), ..step.clone() };
        let phase = Phase { steps: [step].into_iter().collect(), ..full_phase() };
        said_of(map(phase, Lane::default()), Thing::Step(id("s1")))
    };
    assert_eq!(left_out_of(&full_step(), step), ["id", "origin"]);
    let point = |point: &EmotionPoint| {
        let point = EmotionPoint { id: id("f"), ..point.clone() };
        let lane = Lane {
            points: [point].into_iter().collect(),
            hidden: false,
            collapsed: false,
            ..full_lane()
        };
        said_of(map(full_phase(), lane), Thing::Point { lane: id("l"), point: id("f") })
    };
    assert_eq!(left_out_of(&full_point(), point), ["id"]);
    let lane = |lane: &Lane| {
        let lane = Lane { id: id("l"), ..lane.clone() };
        said_of(map(full_phase(), lane), Thing::Lane(id("l")))
    };
    // Questions, cards and feelings have panels of their own, or stand in their cells.
    let held = ["id", "origin", "prompts", "cards", "points"];
    assert_eq!(left_out_of(&full_lane(), lane), held);
}

#[test]
fn each_field_of_a_persona_has_a_control() {
    let persona = |persona: &Persona| {
        let mut project = map_with(full_card());
        let persona = Persona { id: id("anna"), ..persona.clone() };
        project.personas = [persona].into_iter().collect();
        said_of(project, Thing::Persona(id("anna")))
    };
    assert_eq!(left_out_of(&full_persona(), persona), ["id"]);
}
