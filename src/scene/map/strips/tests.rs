//! Strips: there where there is something to tell, kept while nothing changes, right in what they say.

use super::*;
use crate::model::*;
use crate::scene::sheet;
use crate::scene::tests::{card, scene, small};
use crate::scene::{Frame, Layout, Scene, Tag, Visit, hit};
use crate::words::{Lang, Words};
use std::convert::Infallible;

fn id(text: &str) -> Id {
    Id::new(text)
}

/// The small map with all that strips tell.
fn full() -> Project {
    let mut project = small();
    project.personas.push(Persona { id: id("bo"), name: "Bo".into(), ..Persona::default() }.into());
    let journey = project.journeys.edit(0).unwrap();
    journey.personas.push(id("bo"));
    let phases = &mut journey.phases;
    let early = phases.edit(0).unwrap();
    (early.customers_in, early.start) = (Some(1000.0), "06:30".into());
    early.sales_phase = "Establish contact".into();
    early.conversion = Some(Conversion { name: "ask for a quote".into(), ..Conversion::default() });
    let late = phases.edit(1).unwrap();
    (late.customers_in, late.customers_out) = (Some(300.0), Some(270.0));
    late.start = "kl 9".into();
    let touch = |text: &str, step: &str, channel, medium| Card {
        channel: Some(channel),
        medium,
        ..card(text, step)
    };
    let lanes = &mut journey.lanes;
    for (text, step, channel) in
        [("site", "s1", Channel::Web), ("call", "s2", Channel::Phone), ("own", "s3", Channel::Web)]
    {
        lanes.edit(1).unwrap().cards.push(touch(text, step, channel, None).into());
    }
    let point = |who: &str, step: &str, value: f64| EmotionPoint {
        id: Id::new(&format!("{who}{step}")),
        persona: Some(id(who)),
        step: id(step),
        value,
        ..EmotionPoint::default()
    };
    let feeling = lanes.edit(2).unwrap();
    feeling.points = [
        point("anna", "s1", 1.0),
        point("anna", "s3", 2.0),
        point("bo", "s1", 1.0),
        point("bo", "s3", -2.0),
    ]
    .into_iter()
    .collect();
    let ask =
        |step: &str| Prompt { step: id(step), text: "What then?".into(), ..Prompt::default() };
    lanes.edit(0).unwrap().prompts = ["s1", "s2", "s3"].map(ask).into_iter().collect();
    let ideas = lanes.iter().position(|lane| lane.kind == LaneKind::Opportunities).unwrap();
    lanes.edit(ideas).unwrap().prompts = ["s1", "s3", "gone", "s1"].map(ask).into_iter().collect();
    let lane = |name: &str, kind| Lane { id: id(name), kind, ..Lane::default() };
    lanes.push(lane("path", LaneKind::Channels).into());
    let mut sales = lane("sales", LaneKind::SalesMarketing);
    sales.cards.push(card("meets", "s1").into());
    lanes.push(sales.into());
    project
}

fn strip<'a>(scene: &'a Scene, kind: &Part) -> &'a Strip {
    scene.strips.iter().find(|strip| strip.kind == *kind).unwrap()
}

fn said(scene: &Scene, kind: &Part) -> Vec<String> {
    let pieces = strip(scene, kind).pieces();
    pieces.map(|piece| piece.title.clone()).filter(|title| !title.is_empty()).collect()
}

#[test]
fn a_map_without_figures_has_no_strips() {
    assert_eq!(scene(small()).strips, []);
}

#[test]
fn each_strip_says_what_it_tells() {
    let scene = scene(full());
    let rows: [(Part, &[&str]); 6] = [
        (Part::Times, &["early: 06:30–09:00", "late: 09:00"]),
        (
            Part::Funnel,
            &[
                "early: 1,000 in, 300 go on, 30% ask for a quote, 700\u{a0}of\u{a0}1,000 do not go on, \
                 700\u{a0}of\u{a0}1,000 unaccounted for",
                "late: 300 in, 270 go on, 90% go on",
            ],
        ),
        (
            Part::Agreement,
            &[
                "early: Agreed (Anna, Bo\u{a0}+1.0)",
                "late: Furthest apart: Anna\u{a0}+2.0 · Bo\u{a0}−2.0",
            ],
        ),
        (
            Part::ChannelPath,
            &[
                "Website, Digital: site",
                "Switch from digital to physical",
                "Phone, Physical: call",
                "Switch from physical to digital",
                "Website, Digital: own",
            ],
        ),
        (Part::SalesPhases, &["early: Establish contact"]),
        // Not in the cells that hold a card, nor twice in one.
        (Part::Prompts, &["What then?"]),
    ];
    for (kind, expected) in rows {
        let found = said(&scene, &kind);
        assert_eq!(found, expected, "{kind:?}");
    }
    let prompts = strip(&scene, &Part::Prompts);
    assert_eq!(prompts.lane, Some(id("ideas")));
    assert_eq!(prompts.pieces().next().unwrap().thing, Thing::Step(id("s1")));
}

#[test]
fn what_sales_call_a_phase_stands_in_their_lane_or_below_the_headers() {
    let without = |fold: bool| {
        let mut project = full();
        let lanes = &mut project.journeys.edit(0).unwrap().lanes;
        let place = lanes.index_where(|lane| lane.kind == LaneKind::SalesMarketing).unwrap();
        match fold {
            true => lanes.edit(place).unwrap().collapsed = true,
            false => drop(lanes.remove(place)),
        }
        project
    };
    let open = scene(full());
    assert_eq!(strip(&open, &Part::SalesPhases).lane, Some(id("sales")));
    for fold in [false, true] {
        let shut = scene(without(fold));
        let alone = strip(&shut, &Part::SalesPhases);
        assert_eq!((alone.lane.clone(), alone.is_inside()), (None, false));
        assert_eq!(said(&shut, &Part::SalesPhases), ["early: Establish contact"]);
        assert!(alone.y >= shut.header_y + shut.header_height);
    }
    // Whoever hides the lane hides what stands in it.
    let mut hidden = full();
    let lanes = &mut hidden.journeys.edit(0).unwrap().lanes;
    let place = lanes.index_where(|lane| lane.kind == LaneKind::SalesMarketing).unwrap();
    lanes.edit(place).unwrap().hidden = true;
    assert!(scene(hidden).strips.iter().all(|strip| strip.kind != Part::SalesPhases));
}

#[test]
fn strips_stand_free_of_lanes_and_cards_stand_below_those_within() {
    let scene = scene(full());
    let top = scene.header_y + scene.header_height;
    let mut rows: Vec<(f32, f32)> =
        scene.lanes.iter().map(|lane| (lane.y, lane.y + lane.height)).collect();
    let own = scene.strips.iter().filter(|strip| !strip.is_inside());
    rows.extend(own.map(|strip| (strip.y, strip.y + strip.height)));
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    assert!(rows[0].0 >= top && rows.windows(2).all(|pair| pair[0].1 <= pair[1].0), "{rows:?}");
    for strip in scene.strips.iter().filter(|strip| strip.is_inside()) {
        let lane = scene.lanes.iter().find(|lane| Some(&lane.id) == strip.lane.as_ref()).unwrap();
        assert!(strip.y == lane.y && strip.height <= lane.height, "{:?}", strip.kind);
        let Body::Cards(cards) = &lane.body else { panic!("no cards") };
        let cards = cards.cells.iter().flat_map(|cell| &cell.cards);
        for card in cards.filter(|_| strip.kind != Part::Prompts) {
            assert!(card.rect.top() >= strip.height, "{:?}", strip.kind);
        }
    }
    // Nothing reaches beyond its strip or over its neighbour.
    for strip in &scene.strips {
        for piece in strip.pieces() {
            let rect = strip.place(piece);
            assert!(rect.top() >= strip.y - 1.0, "{:?} {}", strip.kind, piece.title);
            assert!(
                rect.bottom() <= strip.y + strip.height + 1.0,
                "{:?} {}",
                strip.kind,
                piece.title
            );
        }
    }
}

#[test]
fn a_figure_is_hit_and_a_question_is_not() {
    let scene = scene(full());
    for kind in [Part::Funnel, Part::Times, Part::Agreement, Part::SalesPhases, Part::ChannelPath] {
        let strip = strip(&scene, &kind);
        let piece = strip.pieces().rfind(|piece| !piece.title.is_empty()).unwrap();
        let found = hit(&scene, strip.place(piece).center(), 4.0);
        assert_eq!(found, crate::scene::Hit::Head(piece.thing.clone()), "{kind:?}");
    }
    let prompts = strip(&scene, &Part::Prompts);
    let at = prompts.place(prompts.pieces().next().unwrap()).center();
    let found = hit(&scene, at, 4.0);
    assert!(matches!(found, crate::scene::Hit::Cell { .. }), "{found:?}");
    assert!(scene.prompt_rect(&id("ideas"), &id("s1")).is_some_and(|rect| rect.contains(at)));
    assert_eq!(scene.prompt_rect(&id("ideas"), &id("s3")), None);
}

#[test]
fn of_a_strip_only_what_is_near_is_gone_through() {
    let mut project = full();
    let journey = project.journeys.edit(0).unwrap();
    let touchpoints = 1;
    for number in 0..60 {
        let step = Step { id: id(&format!("more{number}")), ..Step::default() };
        // In each third step the customer meets us.
        if number % 3 == 0 {
            let met = card(&format!("met{number}"), step.id.as_str());
            let card = Card { channel: Some(Channel::Web), ..met };
            journey.lanes.edit(touchpoints).unwrap().cards.push(card.into());
        }
        let steps = [step].into_iter().collect();
        let name = format!("p{number}");
        let (id, title) = (id(&name), name);
        let customers_in = Some(100.0);
        journey.phases.push(Phase { id, title, steps, customers_in, ..Phase::default() }.into());
    }
    let scene = scene(project);
    for strip in &scene.strips {
        let all = strip.pieces().count();
        for from in (0..).map(|place| place as f32 * 170.0).take_while(|from| *from < scene.size.x)
        {
            let to = from + 300.0;
            let seen = |piece: &&Placed| {
                let rect = strip.place(piece);
                rect.right() >= from && rect.left() <= to
            };
            let near: Vec<&Placed> =
                strip.pieces_between(&scene.columns, from, to).filter(seen).collect();
            let right: Vec<&Placed> = strip.pieces().filter(seen).collect();
            assert!(near == right, "{:?} at {from}", strip.kind);
            let count = strip.pieces_between(&scene.columns, from, to).count();
            assert!(all < 40 || count < all / 2, "{:?} {count} of {all}", strip.kind);
        }
    }
}

#[test]
fn strips_are_kept_while_what_they_come_from_is_the_same() {
    let (words, mut layout) = (Words::new(Lang::En), Layout::new());
    let mut project = full();
    let mut scene = |project: &Project| {
        layout.scene(&Arc::new(project.clone()), &id("j"), &words, 1.0).unwrap()
    };
    let kept = |a: &Scene, b: &Scene| -> Vec<Part> {
        let both = a.strips.iter().zip(&b.strips);
        both.filter(|(a, b)| Arc::ptr_eq(&a.groups, &b.groups))
            .map(|(a, _)| a.kind.clone())
            .collect()
    };
    let first = scene(&project);
    project.journeys.edit(0).unwrap().lanes.edit(0).unwrap().cards.edit(0).unwrap().text =
        "another".into();
    let second = scene(&project);
    assert_eq!(kept(&first, &second).len(), first.strips.len());
    // A touchpoint changes the path alone; what stands far from it is used again.
    let lane = project.journeys.edit(0).unwrap().lanes.edit(1).unwrap();
    let last = lane.cards.len() - 1;
    lane.cards.edit(last).unwrap().medium = Some(Medium::Physical);
    let third = scene(&project);
    let kept = kept(&second, &third);
    assert!(!kept.contains(&Part::ChannelPath) && kept.len() == first.strips.len() - 1, "{kept:?}");
    let path =
        |scene: &Scene| strip(scene, &Part::ChannelPath).pieces().cloned().collect::<Vec<_>>();
    let same = path(&second)
        .iter()
        .filter(|old| path(&third).iter().any(|new| Arc::ptr_eq(&new.drawing, &old.drawing)))
        .count();
    assert!(same >= 4, "{same}");
    assert!(!said(&third, &Part::ChannelPath).contains(&"Switch from physical to digital".into()));
    // What is laid out anew is what was kept.
    let fresh = Layout::new().scene(&Arc::new(project), &id("j"), &words, 1.0).unwrap();
    assert_eq!(fresh.strips, third.strips);
}

#[test]
fn questions_are_gone_through_where_cells_were_filled_or_emptied() {
    let (words, mut layout) = (Words::new(Lang::En), Layout::new());
    let mut project = full();
    let mut questions = |project: &Project| {
        layout.scene(&Arc::new(project.clone()), &id("j"), &words, 1.0).unwrap();
        layout.counts.questions
    };
    // In one of the two lanes that ask all cells are filled.
    assert_eq!(questions(&project), 2);
    let cards = |project: &mut Project, edit: &dyn Fn(&mut List<Card>)| {
        edit(&mut project.journeys.edit(0).unwrap().lanes.edit(0).unwrap().cards);
    };
    cards(&mut project, &|cards| cards.edit(0).unwrap().text = "another".into());
    assert_eq!(questions(&project), 0);
    cards(&mut project, &|cards| cards.retain(|card| card.step != id("s1")));
    assert_eq!(questions(&project), 1);
}

#[test]
fn sheets_hold_strips_and_questions_only_when_asked() {
    let (scene, words) = (scene(full()), Words::new(Lang::En));
    let count = |prompts: bool, wanted: Tag| {
        let sheet = sheet(&scene, &words, &Frame { prompts, ..Frame::default() });
        let mut count = 0;
        let seen = sheet.visit(None, &mut |visit| -> Result<(), Infallible> {
            count += usize::from(matches!(visit, Visit::Begin(group, _) if group.tag == wanted));
            Ok(())
        });
        assert!(seen.is_ok());
        count
    };
    assert_eq!(count(false, Tag::StripTitle), 3);
    assert!(count(false, Tag::Figure) >= 11);
    assert_eq!((count(false, Tag::Prompt), count(true, Tag::Prompt)), (0, 1));
}

#[test]
fn the_funnel_is_not_filled_where_nothing_is_known() {
    let mut project = full();
    let phases = &mut project.journeys.edit(0).unwrap().phases;
    let first = phases.edit(0).unwrap();
    (first.customers_in, first.customers_out) = (None, None);
    for step in 0..first.steps.len() {
        let step = first.steps.edit(step).unwrap();
        (step.customers_in, step.customers_out) = (None, None);
    }
    let scene = scene(project);
    let is_filled = |piece: &Placed| {
        let [Item::Drawn { drawing, .. }] = &piece.drawing.items[..] else { panic!("one drawing") };
        drawing.items.iter().any(|item| matches!(item, Item::Band { .. }))
    };
    let filled: Vec<bool> = strip(&scene, &Part::Funnel).pieces().map(is_filled).collect();
    assert_eq!(filled, [false, true]);
}

#[test]
fn customers_fold_to_a_line_that_says_the_same_to_those_who_do_not_see_it() {
    let (project, words) = (Arc::new(full()), Words::new(Lang::En));
    let mut layout = Layout::new();
    let whole = layout.scene(&project, &id("j"), &words, 1.0).unwrap();
    layout.fold_figures = true;
    let folded = layout.scene(&project, &id("j"), &words, 1.0).unwrap();
    assert_eq!(said(&folded, &Part::Funnel), said(&whole, &Part::Funnel));
    assert_eq!(strip(&folded, &Part::Funnel).height, 32.0);
    assert!(strip(&whole, &Part::Funnel).height > 100.0);
    for scene in [&whole, &folded] {
        let at = pos2(30.0, strip(scene, &Part::Funnel).y + 16.0);
        assert_eq!(hit(scene, at, 4.0), crate::scene::Hit::Customers);
    }
    layout.fold_figures = false;
    let back = layout.scene(&project, &id("j"), &words, 1.0).unwrap();
    assert_eq!(back.strips, whole.strips);
}

#[test]
fn a_touchpoint_that_moves_to_another_lane_is_of_that_lane() {
    let (words, mut project, mut layout) = (Words::new(Lang::En), full(), Layout::new());
    let mut shown = |project: &Project| {
        layout.scene(&Arc::new(project.clone()), &id("j"), &words, 1.0).unwrap()
    };
    shown(&project);
    let lanes = &mut project.journeys.edit(0).unwrap().lanes;
    let last = lanes.index_where(|lane| lane.kind == LaneKind::Channels).unwrap();
    // The card itself is the same.
    let card = lanes.edit(1).unwrap().cards.pop().unwrap();
    lanes.edit(last).unwrap().cards.push(card);
    let moved = shown(&project);
    let anew = Layout::new().scene(&Arc::new(project), &id("j"), &words, 1.0).unwrap();
    let pieces =
        |scene: &Scene| strip(scene, &Part::ChannelPath).pieces().cloned().collect::<Vec<_>>();
    assert_eq!(pieces(&moved), pieces(&anew));
}
