//! Is every text on a page edited where it stands, and nothing else with it?

use super::super::on_page::texts_on;
use super::*;
use crate::model::{About, Opportunity, StoryPage, Task, TextOf};
use crate::ui::present::still;
use egui::Rect;

/// The project with all that can be said of it.
fn told() -> Project {
    let mut project = super::project();
    let idea = |name: &str, owner: &str| Opportunity {
        id: id(name),
        title: format!("Idea {name}"),
        note: "Why not".into(),
        owner: owner.into(),
        due: "2027".into(),
        ..Opportunity::default()
    };
    project.opportunities = [idea("i", "Bo"), idea("j", "")].into_iter().collect();
    let task = Task { id: id("t"), title: "Call them".into(), ..Task::default() };
    project.tasks = List::from_iter([task]);
    let map = project.journeys.edit(0).unwrap();
    map.purpose = "to learn".into();
    map.from = "A wish".into();
    map.to = "A habit".into();
    map.problem = "No time".into();
    map.phases.edit(0).unwrap().goal = "A reason to look".into();
    let notes = Lane {
        id: id("ideas"),
        kind: LaneKind::Opportunities,
        cards: List::from_iter([Card {
            id: id("z"),
            step: id("a1"),
            text: "Card z".into(),
            note: "Its note".into(),
            ..Card::default()
        }]),
        ..Lane::default()
    };
    map.lanes.push(std::sync::Arc::new(notes));
    map.story = List::from_iter([StoryPage {
        id: id("mine"),
        kind: crate::model::PageKind::Text,
        title: "Mine".into(),
        text: "My words".into(),
        ..StoryPage::default()
    }]);
    project
}

fn presented() -> Window {
    let mut window = window_of(told());
    key(&mut window, Key::F5);
    window
}

fn go(window: &mut Window, heading: &str) {
    key(window, Key::Home);
    for _ in 0..count(window) {
        let called = page(window).1;
        if called.starts_with(heading) || called.ends_with(heading) {
            return;
        }
        key(window, Key::ArrowRight);
    }
    panic!("no page is called {heading}");
}

/// Whose text is being edited.
fn edited(window: &Window) -> Option<TextOf> {
    Some(window.state().presentation()?.editing.as_ref()?.of.clone())
}

/// Where this text stands on the page, in screen points.
fn spot(window: &Window, of: &TextOf) -> Rect {
    let seen = window.state().presentation().and_then(|present| present.seen());
    let texts = texts_on(&seen.expect("a page is shown"));
    let found = texts.iter().find(|one| one.of == *of).expect("it stands there");
    let screen = Rect::from_min_size(Pos2::ZERO, Vec2::new(1600.0, 900.0));
    still(screen).screen_rect(found.rect)
}

fn double_click(window: &mut Window, at: Pos2) {
    window.event(Event::PointerMoved(at));
    window.step();
    for pressed in [true, false, true, false] {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        window.event(Event::PointerButton { pos: at, button, pressed, modifiers });
        window.step();
    }
    window.run();
}

fn thing(of: crate::model::Thing) -> Option<TextOf> {
    Some(TextOf::Thing(of))
}

#[test]
fn what_is_done_next_is_edited_while_presenting() {
    let mut window = presented();
    go(&mut window, "left to do");
    let place = number(&window);
    key(&mut window, Key::E);
    assert_eq!(edited(&window), Some(TextOf::Idea(id("i"))));
    key_all(&mut window, "Idea k");
    let mut seen = vec![TextOf::Idea(id("i"))];
    for _ in 0..20 {
        key(&mut window, Key::Tab);
        let next = edited(&window).expect("there are more");
        if next == seen[0] {
            break;
        }
        seen.push(next);
    }
    for of in [
        TextOf::IdeaOwner(id("i")),
        TextOf::IdeaNote(id("j")),
        TextOf::Task(id("t")),
        TextOf::Heading,
    ] {
        assert!(seen.contains(&of), "{of:?} in {seen:?}");
    }
    assert!(!seen.contains(&TextOf::IdeaOwner(id("j"))), "nobody sees to it");
    key(&mut window, Key::Escape);
    let project = |window: &Window| doc(window).editor.project().clone();
    assert_eq!(project(&window).opportunities[0].title, "Idea k");
    let other = project(&window).opportunities[1].clone();
    assert_eq!(*other, *told().opportunities[1]);
    // One step of history each.
    double_click_on(&mut window, TextOf::Task(id("t")));
    key_all(&mut window, "Write to them");
    key(&mut window, Key::Enter);
    assert_eq!(project(&window).tasks[0].title, "Write to them");
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.run();
    assert_eq!(project(&window).tasks[0].title, "Call them");
    assert_eq!(project(&window).opportunities[0].title, "Idea k");
    assert_eq!(number(&window), place);
}

fn double_click_on(window: &mut Window, of: TextOf) {
    let at = spot(window, &of).left_top() + Vec2::new(6.0, 12.0);
    double_click(window, at);
    assert_eq!(edited(window), Some(of));
}

#[test]
fn all_that_the_title_page_says_is_edited() {
    let mut window = presented();
    key(&mut window, Key::E);
    let journey = crate::model::Thing::Journey(id("map"));
    assert_eq!(edited(&window), thing(journey.clone()));
    let about = [About::Purpose, About::From, About::To, About::Problem];
    for of in about.map(TextOf::About) {
        key(&mut window, Key::Tab);
        assert_eq!(edited(&window), Some(of));
    }
    key(&mut window, Key::Tab);
    assert_eq!(edited(&window), thing(crate::model::Thing::Persona(id("anna"))));
    key(&mut window, Key::Tab);
    assert_eq!(edited(&window), thing(journey.clone()), "and round again");
    key(&mut window, Key::Escape);
    double_click_on(&mut window, TextOf::About(About::Purpose));
    key_all(&mut window, "to decide");
    key(&mut window, Key::Enter);
    let map = doc(&window).editor.project().journeys[0].clone();
    assert_eq!((map.purpose.as_str(), map.title.as_str()), ("to decide", "The journey"));
    assert_eq!(number(&window), 1, "two clicks on a text turn no page");
}

#[test]
fn a_double_click_opens_the_text_it_is_on_or_none() {
    let mut window = presented();
    go(&mut window, "Phase a");
    // Which phase it is nobody has written.
    let name = TextOf::Thing(crate::model::Thing::Phase(id("a")));
    let beside = spot(&window, &name).right_center() + Vec2::new(40.0, 0.0);
    double_click(&mut window, beside);
    assert_eq!(edited(&window), None);
    window.get_by_label_contains("There is no text to edit here");
    go(&mut window, "Details");
    let place = number(&window);
    double_click_on(&mut window, TextOf::Goal(id("a")));
    // What is typed stands where the text stands.
    let goal = spot(&window, &TextOf::Goal(id("a")));
    let label = "Edit the text: The customer’s goal";
    let field = window.get_by_role_and_label(Role::MultilineTextInput, label).rect();
    let off = field.left_top() - goal.left_top();
    assert!(off.abs().max_elem() < 4.0, "{field} {goal}");
    key_all(&mut window, "A reason");
    key(&mut window, Key::Enter);
    let phase = doc(&window).editor.project().journeys[0].phases[0].clone();
    assert_eq!((phase.goal.as_str(), phase.title.as_str()), ("A reason", "Phase a"));
    // A card's text and more about it are two texts, also by way of the card shown large.
    let card = crate::model::CardRef { lane: Some(id("ideas")), card: id("z") };
    double_click_on(&mut window, TextOf::Note(card.clone()));
    key(&mut window, Key::Escape);
    double_click_on(&mut window, TextOf::Thing(crate::model::Thing::Card(card)));
    key(&mut window, Key::Escape);
    assert_eq!(number(&window), place);
}

#[test]
fn one_click_on_a_text_goes_on() {
    let mut window = presented();
    let purpose = spot(&window, &TextOf::About(About::Purpose)).left_center();
    click(&mut window, purpose + Vec2::new(9.0, 0.0), PointerButton::Primary);
    for _ in 0..20 {
        window.step();
    }
    assert_eq!((number(&window), edited(&window)), (2, None));
}

#[test]
fn the_heading_of_a_page_is_its_own_where_somebody_has_written_it() {
    let mut window = presented();
    go(&mut window, "Mine");
    key(&mut window, Key::E);
    assert_eq!(edited(&window), Some(TextOf::Page));
    key(&mut window, Key::Tab);
    assert_eq!(edited(&window), Some(TextOf::Heading));
    key_all(&mut window, "Ours");
    key(&mut window, Key::Enter);
    assert_eq!(page(&window).1, "Ours");
    go(&mut window, "Phase a");
    let heading = spot(&window, &TextOf::Heading).center();
    double_click(&mut window, heading);
    assert_eq!(edited(&window), Some(TextOf::Heading), "what is made may be written");
    key(&mut window, Key::Escape);
    double_click_on(&mut window, TextOf::Thing(crate::model::Thing::Phase(id("a"))));
}
