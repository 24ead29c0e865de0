//! Does the room of opportunities rank, move, tick and write what is on the map? In the whole window.

use crate::export::{SheetKind, TaskFormat};
use crate::file::{Settings, ThemeChoice};
use crate::insight::{RankRule, ideas_of};
use crate::model::{Id, LaneKind, Opportunity, Project, RemedyKind, Status, Task};
use crate::ui::opportunities::IdeaView;
use crate::ui::state::command::Command;
use crate::ui::state::file_choice::{Choosing, Purpose};
use crate::ui::state::rooms::Room as MapRoom;
use crate::ui::{App, Document, Message, WindowOptions};
use crate::words::Lang;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, Vec2, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use jiff::civil::date;

struct Room {
    window: Harness<'static, App>,
}

fn example() -> Project {
    let root = env!("CARGO_MANIFEST_DIR");
    let path = format!("{root}/assets/examples/forpackningsmaskin.kundresa");
    crate::file::load(path.as_ref()).unwrap().project
}

impl Room {
    /// The room of a map, in English, on 5 May 2026.
    fn of(project: Project) -> Self {
        let options = WindowOptions { lang: Some(Lang::En), ..WindowOptions::default() };
        let settings = Settings { theme: ThemeChoice::Light, ..Settings::default() };
        let mut window = Harness::builder()
            .with_size(Vec2::new(1680.0, 1000.0))
            .with_max_steps(400)
            .with_step_dt(1.0 / 20.0)
            .build_eframe(move |cc| App::new(&cc.egui_ctx, options, settings));
        window.state_mut().work.ideas.today = Some(date(2026, 5, 5));
        window.state_mut().show_document(Some(Document::new(project, None, false)));
        window.run();
        let mut room = Self { window };
        room.key_with(Modifiers::ALT, Key::Num4);
        assert_eq!(room.window.state().work.room, MapRoom::Opportunities);
        room
    }

    fn key(&mut self, key: Key) {
        self.key_with(Modifiers::NONE, key);
    }

    fn key_with(&mut self, modifiers: Modifiers, key: Key) {
        self.window.key_press_modifiers(modifiers, key);
        self.window.run();
    }

    fn press(&mut self, role: Role, name: &str) {
        self.window.get_by_role_and_label(role, name).click();
        self.window.run();
    }

    fn write(&mut self, text: &str) {
        self.window.event(Event::Text(text.to_owned()));
        self.window.run();
    }

    fn project(&self) -> Project {
        let doc = self.window.state().document().unwrap();
        Project::clone(doc.editor.project())
    }

    fn idea(&self, title: &str) -> Opportunity {
        let project = self.project();
        let found = project.opportunities.iter().find(|one| one.title == title);
        Opportunity::clone(found.unwrap_or_else(|| panic!("{title}")))
    }

    fn figures(&self, title: &str) -> [f64; 3] {
        let one = self.idea(title);
        [one.effort, one.customer_value, one.business_value].map(|figure| figure.unwrap_or(0.0))
    }

    /// The names of what is ranked, in order: the rows of the ranking are told with their places.
    fn ranking(&self) -> Vec<String> {
        let rows = self.window.root().children_recursive();
        let names = rows.filter_map(|node| node.accesskit_node().label());
        let mut rows: Vec<(usize, String)> = names
            .filter_map(|name| {
                let (place, rest) = name.split_once(". ")?;
                let (title, _) = rest.rsplit_once(", ")?.0.rsplit_once(", ")?;
                Some((place.parse().ok()?, title.to_owned()))
            })
            .collect();
        rows.sort();
        rows.into_iter().map(|(_, title)| title).collect()
    }

    /// Where the card of an opportunity is seen: its name begins with its title.
    fn card(&self, title: &str) -> Rect {
        let mut nodes = self.window.root().children_recursive();
        let start = format!("{title}: ");
        let node = nodes.find(|node| {
            let node = node.accesskit_node();
            node.role() == Role::ListBoxOption
                && node.label().is_some_and(|it| it.starts_with(&start))
        });
        node.unwrap_or_else(|| panic!("{title}")).rect()
    }

    fn point(&mut self, at: Pos2) {
        self.window.event(Event::PointerMoved(at));
        self.window.step();
    }

    fn button(&mut self, at: Pos2, pressed: bool, modifiers: Modifiers) {
        let button = PointerButton::Primary;
        self.window.event(Event::PointerButton { pos: at, button, pressed, modifiers });
        self.window.step();
    }

    /// Presses on a card and moves it by so much, without letting go.
    fn lift(&mut self, title: &str, by: Vec2) -> Pos2 {
        let from = self.card(title).center();
        self.point(from);
        self.button(from, true, Modifiers::NONE);
        self.point(from + by * 0.3);
        self.point(from + by);
        self.window.step();
        from + by
    }

    fn undo(&mut self) {
        self.key_with(Modifiers::COMMAND, Key::Z);
    }

    /// How far a step of the matrix is on the screen, across and down.
    fn step(&self) -> Vec2 {
        let (a, b) = (self.card(FIRST), self.card("Referensbesök som betalar sig"));
        // Effort 1 and value 5, effort 3 and value 4.
        vec2((b.center().x - a.center().x) / 2.0, b.center().y - a.center().y)
    }
}

const FIRST: &str = "Bjud in teknikern till demon";

#[test]
fn the_first_arrow_goes_to_the_chosen_card_and_changes_nothing() {
    let mut room = Room::of(example());
    let before = room.project();
    room.key(Key::ArrowLeft);
    let chosen = room.window.state().work.ideas.chosen.clone().unwrap();
    let focused = room.window.ctx.memory(egui::Memory::focused);
    assert_eq!(focused, Some(egui::Id::unique(("opportunity", &chosen))));
    assert_eq!(room.project(), before);
    room.key(Key::ArrowRight);
    assert_ne!(room.project(), before, "the next moves it");
}

#[test]
fn the_ranking_goes_by_its_rule_and_the_first_is_shown() {
    let mut room = Room::of(example());
    let sums = room.ranking();
    let expected = [
        FIRST,
        "Måttkontroll på plats före avtal",
        "Prisindikation redan på demon",
        "Stilleståndskalkyl på webben",
        "Jämförelsemall i Excel",
        "Checklista för första veckan",
        "Referensbesök som betalar sig",
    ];
    assert_eq!(sums, expected);
    assert_eq!(room.window.state().work.ideas.chosen, Some(Id::new("cv7wef81")));
    // The panel tells of it.
    room.window.get_by_role_and_label(Role::Slider, "Value for the customer: 5 of 5");
    room.press(Role::Button, "Change");
    room.window.get_by_label("Customer first").click();
    room.window.run();
    assert_eq!(room.window.state().work.ideas.rule, RankRule::CustomerFirst);
    assert_eq!(room.ranking()[3], "Jämförelsemall i Excel");
}

#[test]
fn a_drag_rates_one_as_a_single_step_and_the_ranking_follows_on_the_way() {
    let mut room = Room::of(example());
    let step = room.step();
    let at = room.lift(FIRST, vec2(step.x * 3.0, step.y * 2.0));
    // Shown, and not made yet.
    assert_eq!(room.figures(FIRST), [4.0, 3.0, 3.0]);
    assert_eq!(room.ranking()[6], FIRST);
    assert!(room.window.state().document().unwrap().editor.is_previewing());
    room.button(at, false, Modifiers::NONE);
    room.window.run();
    assert_eq!(room.figures(FIRST), [4.0, 3.0, 3.0]);
    assert!(!room.window.state().document().unwrap().editor.is_previewing());
    room.undo();
    assert_eq!(room.figures(FIRST), [1.0, 5.0, 5.0]);
    assert_eq!(room.ranking()[0], FIRST);
    // Esc drops it, wherever it is.
    let at = room.lift(FIRST, vec2(step.x * 2.0, 0.0));
    assert_eq!(room.figures(FIRST)[0], 3.0);
    room.key(Key::Escape);
    room.button(at, false, Modifiers::NONE);
    room.window.run();
    assert_eq!(room.figures(FIRST), [1.0, 5.0, 5.0]);
}

#[test]
fn arrow_keys_do_the_same_and_shift_and_alt_mean_one_value() {
    let mut room = Room::of(example());
    let at = room.card(FIRST).center();
    room.point(at);
    room.button(at, true, Modifiers::NONE);
    room.button(at, false, Modifiers::NONE);
    room.window.run();
    let rows = [
        (Modifiers::NONE, Key::ArrowRight, [2.0, 5.0, 5.0]),
        (Modifiers::NONE, Key::ArrowDown, [2.0, 4.0, 4.0]),
        (Modifiers::SHIFT, Key::ArrowDown, [2.0, 3.0, 4.0]),
        (Modifiers::ALT, Key::ArrowUp, [2.0, 3.0, 5.0]),
        (Modifiers::NONE, Key::ArrowLeft, [1.0, 3.0, 5.0]),
    ];
    for (modifiers, key, expected) in rows {
        room.key_with(modifiers, key);
        assert_eq!(room.figures(FIRST), expected, "{key:?}");
    }
}

#[test]
fn what_is_not_rated_lies_in_the_tray_until_it_is_dragged_in() {
    let mut project = example();
    let at = project.opportunities.index_where(|one| one.title == FIRST).unwrap();
    project.opportunities.edit(at).unwrap().effort = None;
    let mut room = Room::of(project);
    assert_eq!(room.ranking()[6], FIRST);
    let tray = room.card(FIRST);
    let other = room.card("Referensbesök som betalar sig");
    let above = room.card("Måttkontroll på plats före avtal");
    assert!(tray.bottom() < above.top());
    let at = room.lift(FIRST, other.center() - tray.center());
    room.button(at, false, Modifiers::NONE);
    room.window.run();
    assert_eq!(room.figures(FIRST), [3.0, 4.0, 4.0]);
}

#[test]
fn nothing_moves_under_the_pointer_while_the_tray_becomes_empty() {
    let mut project = example();
    let at = project.opportunities.index_where(|one| one.title == FIRST).unwrap();
    project.opportunities.edit(at).unwrap().effort = None;
    let mut room = Room::of(project);
    let other = "Referensbesök som betalar sig";
    let before = room.card(other);
    let to = before.center() + vec2(before.width() * 1.5, 0.0);
    let by = to - room.card(FIRST).center();
    let at = room.lift(FIRST, by);
    assert!(room.figures(FIRST)[0] > 3.0, "it lies in the plot");
    assert_eq!(room.card(other), before);
    room.button(at, false, Modifiers::NONE);
    room.window.run();
    assert!(room.card(other).top() < before.top(), "the tray is gone when it is let go");
}

#[test]
fn a_card_that_lies_beside_its_place_keeps_its_value_in_a_drag_across() {
    let mut project = example();
    // Three that share a place: the first and the last lie half a step from it.
    let titles: Vec<String> =
        project.opportunities.iter().take(3).map(|one| one.title.clone()).collect();
    for at in 0..3 {
        let one = project.opportunities.edit(at).unwrap();
        (one.customer_value, one.business_value) = (Some(3.0), Some(4.0));
        one.effort = Some(2.0);
    }
    let mut room = Room::of(project);
    let middles: Vec<f32> = titles.iter().map(|title| room.card(title).center().y).collect();
    assert!(middles.iter().any(|y| (y - middles[0]).abs() > 60.0), "{middles:?}");
    for title in &titles {
        let at = room.lift(title, vec2(30.0, 1.0));
        assert_eq!(room.figures(title), [2.0, 3.0, 4.0], "{title}");
        room.button(at, false, Modifiers::NONE);
        room.window.run();
        assert_eq!(room.figures(title), [2.0, 3.0, 4.0], "{title}");
    }
}

#[test]
fn a_task_in_a_line_is_read_and_tasks_are_ticked() {
    let mut room = Room::of(example());
    let field = "New task: what, who, when";
    room.window.get_by_role_and_label(Role::MultilineTextInput, field).focus();
    room.window.run();
    room.write("Ring Leif, petra, 12 maj");
    // What was understood is said before it is made.
    room.window.get_by_label("Ring Leif · Petra · 12 May");
    room.key(Key::Enter);
    let project = room.project();
    let new = project.tasks.iter().find(|task| task.title == "Ring Leif").unwrap();
    assert_eq!((new.owner.as_str(), new.due.as_str()), ("Petra", "2026-05-12"));
    assert_eq!(new.opportunity, Some(Id::new("cv7wef81")));
    // Who and when are changed in a line of their own, where a day that is past stays in its year.
    room.press(Role::Button, "Who and when: Omar · 24 April");
    room.window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    room.write("lisa, 2026-04-25");
    room.key(Key::Enter);
    let project = room.project();
    let changed = project.tasks.iter().find(|task| task.id == Id::new("sm3pseep")).unwrap();
    assert_eq!((changed.owner.as_str(), changed.due.as_str()), ("Lisa", "2026-04-25"));
    // The one that is late stands first of what is next.
    let late = "Done: Köp sex skiftnycklar till demohallen";
    let boxes: Vec<_> = room.window.get_all_by_role_and_label(Role::CheckBox, late).collect();
    assert_eq!(boxes.len(), 2, "in the list and in the panel");
    boxes[0].click();
    room.window.run();
    let is_done = |room: &Room| {
        let project = room.project();
        project.tasks.iter().find(|task| task.id == Id::new("pgjq59ka")).unwrap().done
    };
    assert!(is_done(&room));
    room.undo();
    assert!(!is_done(&room));
}

#[test]
fn a_new_one_is_written_at_once_and_goes_with_its_card() {
    let mut room = Room::of(example());
    let before = room.project().opportunities.len();
    room.key(Key::N);
    room.write("Ring dagen efter");
    room.key(Key::Enter);
    assert_eq!(room.project().opportunities.len(), before + 1);
    let new = room.idea("Ring dagen efter");
    let project = room.project();
    let ideas = ideas_of(&project, &project.journeys[0]);
    assert!(ideas.iter().any(|idea| idea.opportunity.id == new.id && idea.card.is_some()));
    room.press(Role::Button, "Delete the opportunity");
    assert_eq!(room.project().opportunities.len(), before);
    let project = room.project();
    let mut cards = project.journeys[0].lanes.iter().flat_map(|lane| lane.cards.iter());
    assert!(cards.all(|card| card.text != "Ring dagen efter"));
}

#[test]
fn what_an_opportunity_calls_for_is_chosen_and_taken_back() {
    let mut room = Room::of(example());
    room.press(Role::Tab, "List");
    let title = "Referensbesök som betalar sig";
    room.press(Role::ListBoxOption, title);
    assert_eq!(room.idea(title).remedy, None);
    room.press(Role::Button, "Habit");
    assert_eq!(room.idea(title).remedy, Some(RemedyKind::Habit));
    room.press(Role::Button, "System");
    assert_eq!(room.idea(title).remedy, Some(RemedyKind::System));
    room.press(Role::Button, "System");
    assert_eq!(room.idea(title).remedy, None);
}

#[test]
fn on_the_board_a_card_goes_to_another_column() {
    let mut room = Room::of(example());
    room.press(Role::Tab, "Board");
    assert_eq!(room.window.state().work.ideas.view, IdeaView::Board);
    assert_eq!(room.window.state().work.ideas.sheet_kind(), SheetKind::Board);
    let title = "Referensbesök som betalar sig";
    let planned = room.card("Måttkontroll på plats före avtal");
    let from = room.card(title);
    let at = room.lift(title, pos2(planned.center().x, from.center().y) - from.center());
    room.button(at, false, Modifiers::NONE);
    room.window.run();
    assert_eq!(room.idea(title).status, Some(Status::Planned));
    room.key(Key::ArrowRight);
    assert_eq!(room.idea(title).status, Some(Status::Ongoing));
    room.press(Role::Tab, "List");
    room.press(Role::Button, "Sort by Effort");
    room.window.get_by_role_and_label(Role::ListBoxOption, title);
}

#[test]
fn without_any_the_room_begins_with_what_hurts() {
    let mut project = example();
    project.opportunities.retain(|_| false);
    project.tasks.retain(|_| false);
    for map in 0..project.journeys.len() {
        let map = project.journeys.edit(map).unwrap();
        map.lanes.retain(|lane| lane.kind != LaneKind::Opportunities);
        for lane in 0..map.lanes.len() {
            let lane = map.lanes.edit(lane).unwrap();
            for card in 0..lane.cards.len() {
                lane.cards.edit(card).unwrap().opportunity = None;
            }
        }
    }
    let mut room = Room::of(project);
    assert_eq!(room.ranking(), Vec::<String>::new());
    let pain = "Teknikern är inte inbjuden";
    room.press(Role::Button, &format!("Make an opportunity of: {pain}"));
    let new = room.idea(pain);
    assert_eq!(new.cards, [Id::new("hpcbq44k")]);
    assert_eq!(room.window.state().work.ideas.chosen, Some(new.id));
}

#[test]
fn the_panel_leads_to_the_map_and_tasks_are_written() {
    let mut room = Room::of(example());
    let task = |project: &Project| -> usize { project.tasks.iter().filter(|it| !it.done).count() };
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tasks.ics");
    let ctx = room.window.ctx.clone();
    room.window.state_mut().write_tasks(&ctx, &path, TaskFormat::Ics);
    let text = std::fs::read_to_string(&path).unwrap();
    assert_eq!(text.matches("BEGIN:VEVENT").count(), task(&room.project()));
    // A menu offers a table and a list as well.
    room.press(Role::Button, "Take out");
    room.press(Role::MenuItem, "Tasks as a table…");
    let choosing = Choosing::Asked(Purpose::Tasks(TaskFormat::Csv));
    let seen = &room.window.state().front.choosing;
    assert!(*seen == choosing || matches!(seen, Choosing::Open(_)), "{seen:?}");
    for format in [TaskFormat::Csv, TaskFormat::Markdown] {
        let path = folder.path().join("tasks").with_extension(format.extension());
        room.window.state_mut().write_tasks(&ctx, &path, format);
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.lines().count() > task(&room.project()), "{format:?}: {text}");
    }
    room.window.state_mut().front.choosing = Choosing::Nothing;
    room.window.state_mut().front.dialog = None;
    room.window.run();
    assert!(room.window.state().state().doc.is_some());
    assert!(Command::TasksOut.is_allowed(&room.window.state().state()));
    room.press(Role::Button, "Go to Teknikern är inte inbjuden");
    assert_eq!(room.window.state().work.room, MapRoom::Map);
    let doc = room.window.state().document().unwrap();
    assert_eq!(doc.selection.things.len(), 1);
}

#[test]
fn keys_of_the_map_do_nothing_to_it_here() {
    let mut room = Room::of(example());
    let before = room.project();
    for key in [Key::Delete, Key::Backspace, Key::F2, Key::Num1, Key::Plus] {
        room.window.state_mut().work.ideas.chosen = None;
        room.key(key);
    }
    assert_eq!(room.project(), before);
    let task = Task { title: "x".into(), ..Task::default() };
    assert!(!before.tasks.iter().any(|one| **one == task));
    let mut out = vec![Message::Do(Command::ZoomIn)];
    let ctx = room.window.ctx.clone();
    room.window.state_mut().handle_all(&ctx, &mut out);
    // What is about the map goes to the map.
    assert_eq!(room.window.state().work.room, MapRoom::Map);
}
