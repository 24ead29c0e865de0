//! Lines of a chain: where they run, and that nothing is drawn or laid out anew for them.

use super::*;
use crate::model::{LaneKind, Mark, Project};
use crate::scene::tests::{card, small};
use crate::scene::{Frame, Layout, Tag, sheet};
use crate::words::{Lang, Words};

/// The small map, in which these lead to those, in two lanes of ours: `sell` has a, b, wide and
/// d, `back` has k, in these steps.
fn map(links: &[(&str, &str)]) -> Project {
    let mut project = small();
    let journey = project.journeys.edit(0).unwrap();
    let next = |name: &str| {
        let link = links.iter().find(|(from, _)| *from == name);
        link.map(|(_, to)| Id::new(to))
    };
    let of = |name: &str, step: &str| Card { next: next(name), ..card(name, step) };
    let lanes: [(&str, LaneKind, Vec<Card>); 3] = [
        (
            "sell",
            LaneKind::SalesMarketing,
            vec![of("a", "s1"), of("b", "s1"), of("c", "s2"), of("d", "s3")],
        ),
        ("back", LaneKind::Backstage, vec![of("k", "s1"), of("l", "s3")]),
        ("notes", LaneKind::Notes, vec![of("n", "s1")]),
    ];
    for (name, kind, cards) in lanes {
        let cards = cards.into_iter().collect();
        let lane = crate::model::Lane { id: Id::new(name), kind, cards, ..Default::default() };
        journey.lanes.push(lane.into());
    }
    project
}

fn laid_out(layout: &mut Layout, project: Project) -> Arc<Scene> {
    let words = Words::new(Lang::En);
    layout.scene(&Arc::new(project), &Id::new("j"), &words, 1.0).unwrap()
}

fn with_chain() -> Layout {
    let mut layout = Layout::new();
    layout.view = Arc::new(View { chain: true, ..View::default() });
    layout
}

fn said(scene: &Scene) -> Vec<String> {
    scene.chain.iter().map(|line| format!("{}>{}", line.ids().0, line.ids().1)).collect()
}

#[test]
fn lines_are_drawn_between_activities_that_are_shown() {
    let links = [("a", "c"), ("c", "l"), ("l", "n"), ("n", "d"), ("d", "d"), ("k", "gone")];
    let project = map(&links);
    let mut layout = Layout::new();
    assert!(laid_out(&mut layout, project.clone()).chain.is_empty(), "not asked for");
    let mut layout = with_chain();
    assert_eq!(said(&laid_out(&mut layout, project.clone())), ["a>c", "c>l"]);
    let hidden = View { chain: true, hidden: vec![Id::new("back")], ..View::default() };
    let marked = View { chain: true, marks: vec![Mark::PainPoint], ..View::default() };
    let folded = View { chain: true, collapsed: vec![Id::new("sell")], ..View::default() };
    for (view, expected) in [(hidden, &["a>c"][..]), (marked, &[]), (folded, &[])] {
        layout.view = Arc::new(view);
        assert_eq!(said(&laid_out(&mut layout, project.clone())), expected);
    }
}

#[test]
fn a_line_leaves_at_the_right_and_ends_at_the_left() {
    let links = [("a", "c"), ("b", "k"), ("c", "a"), ("d", "k"), ("k", "l"), ("l", "d")];
    let scene = laid_out(&mut with_chain(), map(&links));
    let ends = |line: &ChainLine| {
        let first = match line.line.segments.first() {
            Some(Segment::Move(at)) => *at,
            other => panic!("{other:?}"),
        };
        let tip = match line.head.segments.get(1) {
            Some(Segment::Line(at)) => *at,
            other => panic!("{other:?}"),
        };
        (first, tip)
    };
    for line in &scene.chain {
        let ([from, to], (first, tip)) = (line.places, ends(line));
        let name = format!("{:?}", line.ids());
        let rects = [from, to].map(|rect| rect.expand(0.01));
        assert!(rects[0].contains(first) && rects[1].contains(tip), "{name}");
        let bends = from.x_range().intersects(to.x_range());
        assert_eq!(line.back, to.right() <= from.left(), "{name}");
        assert_eq!(first.x == from.right(), !line.back, "{name}");
        assert_eq!(tip.x == to.left(), !line.back && !bends, "{name}");
        // A bend stays in the room between columns.
        assert!(!bends || line.bounds.right() < from.right().max(to.right()) + 2.0 * MARGIN_X);
        // What goes back says so without its colour.
        let [Item::Path { stroke: Some(stroke), .. }, _] = line.items(ChainWeight::Usual, 0.0)
        else {
            panic!("{name} has no line")
        };
        assert_eq!(stroke.dash.is_some(), line.back, "{name}");
    }
    let lane = |name: &str| scene.lanes.iter().find(|lane| lane.id == Id::new(name)).unwrap();
    let (sell, back) = (lane("sell"), lane("back"));
    // Past an empty cell it goes straight across, else along the edge of its lane.
    let of = |name: &str| scene.chain.iter().find(|line| *line.ids().0 == Id::new(name)).unwrap();
    let y = |line: &ChainLine| line.bounds.bottom() - WIDTH_LIT;
    assert!(y(of("k")) < back.y + back.height / 2.0 + 40.0);
    assert!((y(of("d")) - of("d").places[1].center().y).abs() < 20.0);
    assert!(of("d").bounds.top() < sell.y + sell.height);
}

#[test]
fn what_stays_is_not_drawn_anew_and_the_switch_lays_out_nothing() {
    let project = map(&[("a", "c"), ("k", "l")]);
    let mut layout = Layout::new();
    laid_out(&mut layout, project.clone());
    layout.view = Arc::new(View { chain: true, ..View::default() });
    let before = laid_out(&mut layout, project.clone());
    let counts = layout.counts;
    assert_eq!((counts.cards, counts.cells, counts.curves), (0, 0, 0), "only lines came");
    let mut changed = project.clone();
    let map = changed.journeys.edit(0).unwrap();
    let at = map.lanes.index_where(|lane| lane.id == Id::new("back")).unwrap();
    let lane = map.lanes.edit(at).unwrap();
    lane.cards.edit(1).unwrap().text = "another word".into();
    let after = laid_out(&mut layout, changed);
    assert_eq!(said(&after), ["a>c", "k>l"]);
    assert!(Arc::ptr_eq(&before.chain[0], &after.chain[0]));
    assert!(!Arc::ptr_eq(&before.chain[1], &after.chain[1]));
}

#[test]
fn a_sheet_has_the_lines_with_what_they_say_before_the_lanes() {
    let scene = laid_out(&mut with_chain(), map(&[("a", "c"), ("c", "l")]));
    let sheet = sheet(&scene, &Words::new(Lang::En), &Frame::default());
    let groups = sheet.items.iter().filter_map(|item| match item {
        Item::Group(group) => Some((group.tag, group.title.as_str())),
        _ => None,
    });
    let groups: Vec<_> = groups.collect();
    let chain = groups.iter().filter(|(tag, _)| *tag == Tag::Chain);
    assert_eq!(
        chain.map(|(_, title)| *title).collect::<Vec<_>>(),
        ["a leads to c", "c leads to l"]
    );
    let last = groups.iter().rposition(|(tag, _)| *tag == Tag::Chain);
    assert!(last < groups.iter().position(|(tag, _)| *tag == Tag::Lane));
}
