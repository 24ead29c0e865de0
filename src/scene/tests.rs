//! Maps laid out: where their boxes are, how little an edit costs, and that nothing stale is kept.

use super::*;
use crate::model::Line as LaneLine;
use crate::model::*;
use crate::words::{Lang, Words};
use std::fmt::Write;
use std::sync::Arc;

fn id(text: &str) -> Id {
    Id::new(text)
}

/// A card `text` in `step`; its id is its text.
pub(super) fn card(text: &str, step: &str) -> Card {
    Card { id: id(text), step: id(step), text: text.into(), ..Card::default() }
}

fn step(name: &str) -> Step {
    Step { id: id(name), ..Step::default() }
}

fn phase(name: &str, steps: &[&str]) -> Phase {
    let steps = steps.iter().map(|name| step(name)).collect();
    Phase { id: id(name), title: name.into(), steps, ..Phase::default() }
}

fn lane(name: &str, kind: LaneKind, cards: Vec<Card>) -> Lane {
    Lane { id: id(name), kind, cards: cards.into_iter().collect(), ..Lane::default() }
}

/// Two phases with three steps; a card that spans, one that is parked, a curve, a figure.
pub(super) fn small() -> Project {
    let wide = Card { until: Some(id("s3")), ..card("wide", "s2") };
    let marked = Card {
        note: "a note".into(),
        personas: vec![id("anna")],
        marks: vec![Mark::PainPoint, Mark::MomentOfTruth],
        medium: Some(Medium::Digital),
        ownership: Some(Ownership::Owned),
        evidence: Some(Evidence::Partly),
        link: "https://example.com".into(),
        votes: 3,
        change: Some(ChangeKind::New),
        ..card("marked", "s1")
    };
    let idea = Card { opportunity: Some(id("guide")), ..card("idea", "s3") };
    let figure =
        Metric { value: Some(38.0), trend: vec![41.0], unit: "%".into(), ..Metric::default() };
    let figure = Card { metric: Some(figure), ..card("found by search", "s2") };
    let point = EmotionPoint {
        id: id("p1"),
        step: id("s2"),
        persona: Some(id("anna")),
        value: 1.0,
        quote: "Somebody called".into(),
        ..EmotionPoint::default()
    };
    let lanes = vec![
        lane("doing", LaneKind::Actions, vec![card("first", "s1"), wide, card("under", "s3")]),
        lane("meeting", LaneKind::Touchpoints, vec![marked, card("lost", "no such step")]),
        Lane {
            points: [point].into_iter().collect(),
            ..lane("feeling", LaneKind::Emotions, vec![])
        },
        Lane { hidden: true, ..lane("hidden", LaneKind::Notes, vec![card("unseen", "s1")]) },
        Lane {
            collapsed: true,
            line: Some(LaneLine::Visibility),
            ..lane("folded", LaneKind::Notes, vec![card("folded away", "s1")])
        },
        lane("ideas", LaneKind::Opportunities, vec![idea]),
        lane("figures", LaneKind::Metrics, vec![figure]),
    ];
    let late = Phase {
        duration: Some(Duration { ongoing: true, ..Duration::default() }),
        ..phase("late", &["s2", "s3"])
    };
    let journey = Journey {
        id: id("j"),
        title: "A journey".into(),
        kind: Some(JourneyKind::Current),
        purpose: "to see where it hurts".into(),
        personas: vec![id("anna")],
        phases: [phase("early", &["s1"]), late].into_iter().collect(),
        lanes: lanes.into_iter().collect(),
        ..Journey::default()
    };
    let anna =
        Persona { id: id("anna"), name: "Anna".into(), emoji: "👩".into(), ..Persona::default() };
    let guide = Opportunity { id: id("guide"), owner: "Lisa".into(), ..Opportunity::default() };
    Project {
        personas: [anna].into_iter().collect(),
        opportunities: [guide].into_iter().collect(),
        journeys: [journey].into_iter().collect(),
        parked: [Card { step: Id::default(), ..card("parked", "") }].into_iter().collect(),
        ..Project::default()
    }
}

/// `lanes` × `steps` cards, every text different.
fn big(lanes: usize, steps: usize) -> Project {
    let names: Vec<String> = (0..steps).map(|step| format!("s{step}")).collect();
    let phases = names.chunks(5).enumerate().map(|(number, names)| {
        phase(&format!("p{number}"), &names.iter().map(String::as_str).collect::<Vec<_>>())
    });
    let lanes = (0..lanes).map(|number| {
        let text = |step: &String| format!("What happens in {step} of lane {number}");
        let cards = names.iter().map(|step| card(&text(step), step)).collect();
        lane(&format!("l{number}"), LaneKind::Touchpoints, cards)
    });
    let (phases, lanes) = (phases.collect(), lanes.collect());
    let journey = Journey { id: id("j"), phases, lanes, ..Journey::default() };
    Project { journeys: [journey].into_iter().collect(), ..Project::default() }
}

pub(super) fn scene(project: Project) -> Arc<Scene> {
    let words = Words::new(Lang::En);
    Layout::new().scene(&Arc::new(project), &id("j"), &words, 1.0).unwrap()
}

/// The boxes of a map as text, to whole units.
fn boxes(scene: &Scene) -> String {
    let mut out = String::new();
    let rect = |rect: egui::Rect| {
        let size = rect.size();
        format!("{:.0},{:.0} {:.0}×{:.0}", rect.min.x, rect.min.y, size.x, size.y)
    };
    let mut line = |name: &str, at: egui::Rect| writeln!(out, "{name}: {}", rect(at)).unwrap();
    line("map", egui::Rect::from_min_size(egui::Pos2::ZERO, scene.size));
    line("body", scene.body);
    for phase in &scene.columns.phases {
        line(
            phase.id.as_str(),
            scene.thing_rect(&crate::model::Thing::Phase(phase.id.clone())).unwrap(),
        );
    }
    for lane in &scene.lanes {
        line(
            lane.id.as_str(),
            egui::Rect::from_min_size(
                egui::pos2(0.0, lane.y),
                egui::vec2(scene.body.right(), lane.height),
            ),
        );
        let Body::Cards(cards) = &lane.body else { continue };
        for (step, cell) in cards.cells.iter().enumerate() {
            for card in &cell.cards {
                line(&format!("  {step} {}", card.card.text), card.rect);
            }
        }
    }
    line("parking", scene.parking_rect);
    for card in &scene.parking.cards {
        line(&format!("  {}", card.card.text), card.rect);
    }
    out
}

#[test]
fn a_small_map_has_its_boxes_where_they_belong() {
    let expected = "\
map: 0,0 976×949
body: 222,165 722×752
early: 222,105 238×52
late: 468,105 476×52
doing: 0,171 944×112
  0 first: 232,10 218×35
  1 wide: 478,10 456×35
  2 under: 716,57 218×35
meeting: 0,283 944×122
  0 marked: 232,10 218×102
feeling: 0,405 944×236
folded: 0,641 944×49
ideas: 0,710 944×112
  2 idea: 716,10 218×61
figures: 0,822 944×79
  1 found by search: 478,10 218×59
parking: 976,105 238×812
  parked: 10,44 218×35";
    let found = boxes(&scene(small()));
    assert_eq!(found.trim(), expected.trim(), "\n{found}");
}

#[test]
fn text_is_never_cut_cards_headers_and_lane_titles_grow() {
    let long = "Jämförelsewebbplatsinnehållsredaktör och ".repeat(12);
    let before = scene(small());
    let mut project = small();
    let journey = project.journeys.edit(0).unwrap();
    journey.phases.edit(0).unwrap().title = long.clone();
    let lane = journey.lanes.edit(0).unwrap();
    lane.title = long.clone();
    journey.lanes.edit(1).unwrap().cards.edit(0).unwrap().text = long;
    let after = scene(project);
    assert!(after.columns.header_height > before.columns.header_height + 60.0);
    assert!(after.lanes[0].height >= after.lanes[0].title.size.y);
    assert!(after.lanes[0].height > before.lanes[0].height + 60.0);
    assert!(after.lanes[1].height > before.lanes[1].height + 60.0);
    for phase in &after.columns.phases {
        assert_eq!(phase.header.size.y, after.columns.header_height, "all headers are as high");
    }
}

/// All texts of these drawings.
fn texts<'a>(drawings: impl IntoIterator<Item = &'a Arc<Drawing>>) -> Vec<String> {
    let items = drawings.into_iter().flat_map(|drawing| &drawing.items);
    let text = |item: &Item| match item {
        Item::Text { text, .. } => Some(text.source.to_string()),
        _ => None,
    };
    items.filter_map(text).collect()
}

#[test]
fn what_has_no_title_says_so_and_a_persona_says_its_role_once() {
    let mut project = small();
    let journey = project.journeys.edit(0).unwrap();
    journey.title = " ".into();
    journey.phases.edit(0).unwrap().title = String::new();
    let other = LaneKind::Other("".into());
    (0..2).for_each(|lane| journey.lanes.edit(lane).unwrap().title = String::new());
    journey.lanes.edit(1).unwrap().kind = other;
    let untitled = scene(project.clone());
    assert_eq!(untitled.head[0].title, "Untitled");
    assert_eq!(texts([&untitled.head[0].drawing])[0], "Untitled");
    assert_eq!(texts([&untitled.columns.phases[0].header]), ["Untitled"]);
    assert_eq!(texts([&untitled.lanes[0].title])[1], "Customer actions");
    assert_eq!(texts([&untitled.lanes[1].title])[1], "Untitled");
    let rows = [
        ("Buyer", Some(BuyingRole::Buyer), "Buyer"),
        ("inköpare ", Some(BuyingRole::Buyer), "inköpare "),
        ("Chef", Some(BuyingRole::Buyer), "Chef · Buyer"),
        ("", Some(BuyingRole::Buyer), "Buyer"),
        ("boss", Some(BuyingRole::Other("Boss".into())), "boss"),
        ("Chef", None, "Chef"),
    ];
    for (role, buying, said) in rows {
        let persona = project.personas.edit(0).unwrap();
        (persona.role, persona.buying_role) = (role.into(), buying);
        let persona = &scene(project.clone()).head[1];
        assert_eq!(texts([&persona.drawing]), ["👩", "Anna", said]);
        assert_eq!(persona.title, format!("Anna, {said}"));
    }
}

#[test]
fn strange_numbers_and_empty_maps_are_laid_out() {
    let mut project = small();
    let journey = project.journeys.edit(0).unwrap();
    journey.phases.edit(0).unwrap().steps.edit(0).unwrap().width = Some(f64::NAN);
    journey.phases.edit(1).unwrap().steps.edit(0).unwrap().width = Some(1e300);
    journey.phases.push(Arc::new(phase("without steps", &[])));
    let strange = scene(project);
    assert!(strange.size.x.is_finite() && strange.size.x < 3000.0);
    let mut empty = Project::default();
    empty.journeys.push(Arc::new(Journey { id: id("j"), ..Journey::default() }));
    let empty = scene(empty);
    assert!(empty.size.x > 400.0 && empty.size.y > 100.0);
    assert_eq!(hit(&empty, egui::pos2(300.0, 300.0), 4.0), Hit::Outside);
    let words = Words::new(Lang::Sv);
    assert!(Layout::new().scene(&Arc::new(small()), &id("none"), &words, 1.0).is_none());
}

#[test]
fn moving_one_of_ten_thousand_cards_stacks_two_cells_and_draws_one_card() {
    let words = Words::new(Lang::En);
    let mut layout = Layout::new();
    let first = Arc::new(big(20, 500));
    let laid_out = layout.scene(&first, &id("j"), &words, 1.0).unwrap();
    assert_eq!(layout.counts.cards, 10_000);
    for lane in &laid_out.lanes {
        let Body::Cards(cards) = &lane.body else { panic!("no cards") };
        for card in cards.cells.iter().flat_map(|cell| &cell.cards) {
            let says = |item: &Item| matches!(item, Item::Text { text, .. } if *text.source == *card.card.text);
            assert!(card.drawing.items.iter().any(says), "{} on another card", card.card.text);
        }
    }
    assert_eq!(layout.counts.cells, 10_000);
    // Nothing changed: nothing is done.
    layout.scene(&first, &id("j"), &words, 1.0).unwrap();
    assert_eq!(layout.counts, LayoutCounts::default());

    let rows = [(3, 3, "s400"), (3, 4, "s400"), (0, 19, "s0"), (7, 7, "s250")];
    let mut project = first.clone();
    for (from, to, step) in rows {
        let mut moved = (*project).clone();
        let lanes = &mut moved.journeys.edit(0).unwrap().lanes;
        let card = lanes.edit(from).unwrap().cards.remove(250);
        let card = Arc::new(Card { step: id(step), ..(*card).clone() });
        lanes.edit(to).unwrap().cards.insert(400, card);
        project = Arc::new(moved);
        layout.scene(&project, &id("j"), &words, 1.0).unwrap();
        let counts = layout.counts;
        assert!(counts.cells <= 2, "{counts:?}");
        assert!(counts.cards == 1 && counts.texts <= 1 && counts.curves == 0, "{counts:?}");
    }
}

#[test]
fn a_wider_step_moves_all_cards_and_draws_only_its_own() {
    let words = Words::new(Lang::En);
    let mut layout = Layout::new();
    let mut project = Arc::new(big(4, 50));
    layout.scene(&project, &id("j"), &words, 1.0).unwrap();
    let journey = Arc::make_mut(&mut project).journeys.edit(0).unwrap();
    journey.phases.edit(2).unwrap().steps.edit(1).unwrap().width = Some(300.0);
    layout.scene(&project, &id("j"), &words, 1.0).unwrap();
    assert_eq!(layout.counts.cards, 4);
}

/// A seeded stream of numbers (the constants are Knuth's MMIX).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end.max(1)
    }
}

/// Changes something at random, straight in the model.
fn change(project: &mut Project, dice: &mut Dice, number: usize) -> &'static str {
    let steps: Vec<Id> = project.journeys[0].steps().map(|(_, step)| step.id.clone()).collect();
    let some_step = steps[dice.below(steps.len())].clone();
    let other_step = steps[dice.below(steps.len())].clone();
    let journey = project.journeys.edit(0).unwrap();
    let (from, to) = (dice.below(journey.lanes.len()), dice.below(journey.lanes.len()));
    let phase = dice.below(journey.phases.len());
    let lane = journey.lanes.edit(from).unwrap();
    let count = lane.cards.len();
    let place = dice.below(count);
    match dice.below(20) {
        0..=4 if count > 0 => {
            let card = lane.cards.remove(place);
            let card = Arc::new(Card { step: some_step, ..(*card).clone() });
            let lane = journey.lanes.edit(to).unwrap();
            let at = dice.below(lane.cards.len() + 1);
            lane.cards.insert(at, card);
            "move"
        }
        5 if count > 0 => {
            lane.cards.swap(place, dice.below(count));
            "reorder"
        }
        6 if count > 0 => {
            lane.cards.edit(place).unwrap().text.push_str(" and more words for it");
            "text"
        }
        7 if count > 0 => {
            lane.cards.edit(place).unwrap().until = Some(other_step);
            "span"
        }
        8 if count > 1 => {
            lane.cards.remove(place);
            "remove"
        }
        9 if count > 0 => {
            lane.cards.edit(place).unwrap().personas = vec![id("anna")];
            "concern"
        }
        10 => {
            lane.kind =
                [LaneKind::Notes, LaneKind::Emotions, LaneKind::Quotes][dice.below(3)].clone();
            "kind"
        }
        11 => {
            lane.collapsed = !lane.collapsed;
            "collapse"
        }
        12 => {
            let lane = journey.lanes.remove(from);
            journey.lanes.insert(to, lane);
            "move lane"
        }
        13 => {
            let steps = &mut journey.phases.edit(phase).unwrap().steps;
            let at = dice.below(steps.len());
            steps.edit(at).unwrap().width = Some(150.0 + dice.below(200) as f64);
            "width"
        }
        14 => {
            let steps = &mut journey.phases.edit(phase).unwrap().steps;
            steps.push(Arc::new(step(&format!("n{number}"))));
            "add step"
        }
        15 => {
            journey.phases.edit(phase).unwrap().title.push_str(" longer title");
            "phase title"
        }
        16 => {
            project.personas.edit(0).unwrap().emoji = ["🦊", "🐻", ""][dice.below(3)].into();
            "persona"
        }
        17 => {
            project.opportunities.edit(0).unwrap().owner.push('a');
            "opportunity"
        }
        18 => {
            let card = card(&format!("parked {number}"), "");
            let at = dice.below(project.parked.len() + 1);
            project.parked.insert(at, Arc::new(card));
            "park"
        }
        _ => {
            let card = card(&format!("new {number}"), some_step.as_str());
            lane.cards.insert(dice.below(count + 1), Arc::new(card));
            "add"
        }
    }
}

/// A view that leaves something out, or nothing.
fn some_view(dice: &mut Dice) -> View {
    let mut view = View::default();
    match dice.below(6) {
        0 => view.hidden.push(id("doing")),
        1 => view.collapsed = vec![id("meeting"), id("feeling")],
        2 => view.marks.push(Mark::PainPoint),
        3 => view.personas.push(id("nobody")),
        4 => view.off = vec![Part::Chips, Part::Quotes],
        _ => {}
    }
    view
}

#[test]
fn what_is_kept_is_what_would_be_laid_out_afresh() {
    let words = Words::new(Lang::En);
    let mut dice = Dice(11);
    let mut layout = Layout::new();
    let mut history = vec![Arc::new(small())];
    for number in 0..400 {
        let mut project = match dice.below(12) {
            0 => history[dice.below(history.len())].clone(),
            _ => history[history.len() - 1].clone(),
        };
        let what = change(Arc::make_mut(&mut project), &mut dice, number);
        let scale = if dice.below(40) == 0 { 1.25 } else { 1.0 };
        if dice.below(6) == 0 {
            layout.view = Arc::new(some_view(&mut dice));
        }
        let kept = layout.scene(&project, &id("j"), &words, scale).unwrap();
        let mut afresh = Layout::new();
        afresh.view = layout.view.clone();
        let fresh = afresh.scene(&project, &id("j"), &words, scale).unwrap();
        assert!(kept.columns == fresh.columns, "columns after {number}: {what}");
        assert!(kept.head == fresh.head, "head after {number}: {what}");
        for (kept, fresh) in kept.lanes.iter().zip(&fresh.lanes) {
            assert!(kept == fresh, "lane {} after {number}: {what}", kept.id);
        }
        assert!(kept == fresh, "map after {number}: {what}");
        history.push(project);
    }
}

/// The end of a card's only line is where its flag is: what else it has stands below.
#[test]
fn a_flag_and_a_sign_never_share_a_place() {
    let mut project = crate::edit::notation::parse("A: a\nL: x").0;
    let journey = Arc::make_mut(project.journeys.get_mut(0).unwrap());
    let lane = Arc::make_mut(journey.lanes.get_mut(0).unwrap());
    let card = Arc::make_mut(lane.cards.get_mut(0).unwrap());
    card.marks = vec![Mark::PainPoint];
    card.evidence = Some(Evidence::Researched);
    let map = project.journeys[0].id.clone();
    let scene = Layout::new().scene(&Arc::new(project), &map, &Words::new(Lang::En), 1.0);
    let scene = scene.unwrap();
    let Body::Cards(cards) = &scene.lanes[0].body else { panic!("cards") };
    let spots = &cards.cells[0].cards[0].drawing.signs;
    assert_eq!(spots.len(), 2);
    assert!(!spots[0].rect.intersects(spots[1].rect), "{spots:?}");
}
