//! Does the table show, find, choose and change cards? In the whole window.

use crate::file::{Settings, ThemeChoice};
use crate::insight::{CardGrouping, CardOrder, TableColumn};
use crate::model::{Card, Evidence, Id, LaneKind, Met, Project, Reach};
use crate::ui::state::rooms::Room as MapRoom;
use crate::ui::{App, Document, WindowOptions};
use crate::words::Lang;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, Vec2, pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use std::sync::Arc;

struct Room {
    window: Harness<'static, App>,
}

fn example() -> Project {
    let root = env!("CARGO_MANIFEST_DIR");
    let path = format!("{root}/assets/examples/forpackningsmaskin.kundresa");
    crate::file::load(path.as_ref()).unwrap().project
}

const SEARCHED: &str = "Google-annons";
const PAIN: &str = "Tre klick till telefonnumret";

impl Room {
    /// The table of the first map, in English.
    fn of(project: Project) -> Self {
        let options = WindowOptions { lang: Some(Lang::En), ..WindowOptions::default() };
        let settings = Settings { theme: ThemeChoice::Light, ..Settings::default() };
        let mut window = Harness::builder()
            .with_size(Vec2::new(1680.0, 1000.0))
            .with_max_steps(400)
            .with_step_dt(1.0 / 20.0)
            .build_eframe(move |cc| App::new(&cc.egui_ctx, options, settings));
        window.state_mut().show_document(Some(Document::new(project, None, false)));
        window.run();
        let mut room = Self { window };
        room.enter();
        room
    }

    /// Goes to the table by its key, which is its place in the row of rooms.
    fn enter(&mut self) {
        let key = Key::from_name(&(MapRoom::Table.place() + 1).to_string()).unwrap();
        self.key_with(Modifiers::ALT, key);
        assert_eq!(self.window.state().work.room, MapRoom::Table);
    }

    /// Only touchpoints and pain points are asked for, and who sees to touchpoints is, too.
    fn of_two_lanes() -> Self {
        let mut project = example();
        let rules = serde_json::json!({"touchpoint_without_owner": true});
        project.settings.insert("gap_rules".into(), rules);
        let mut room = Self::of(project);
        let wanted = [LaneKind::Touchpoints, LaneKind::PainPoints];
        let project = room.project();
        let lanes = project.journeys[0].lanes.iter().filter(|lane| wanted.contains(&lane.kind));
        room.window.state_mut().work.table.asked.lanes =
            lanes.map(|lane| lane.id.clone()).collect();
        room.window.run();
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

    /// The card that says this, on the map in front.
    fn card(&self, text: &str) -> Card {
        let project = self.project();
        let mut cards = project.journeys[0].lanes.iter().flat_map(|lane| lane.cards.iter());
        let found = cards.find(|card| card.text == text);
        Card::clone(found.unwrap_or_else(|| panic!("{text}")))
    }

    /// The rows that are in view from the top down, by what their cards say.
    fn rows(&self) -> Vec<String> {
        let nodes = self.window.root().children_recursive();
        let mut rows: Vec<(i32, String)> = nodes
            .filter(|node| node.accesskit_node().role() == Role::Row)
            .filter_map(|node| {
                let label = node.accesskit_node().label()?;
                let said = label.split(", ").next()?.to_owned();
                Some((node.rect().top() as i32, said))
            })
            .collect();
        rows.sort();
        rows.into_iter().map(|(_, said)| said).collect()
    }

    fn row(&self, text: &str) -> Rect {
        let mut nodes = self.window.root().children_recursive();
        let start = format!("{text}, ");
        let node = nodes.find(|node| {
            let node = node.accesskit_node();
            node.role() == Role::Row && node.label().is_some_and(|it| it.starts_with(&start))
        });
        node.unwrap_or_else(|| panic!("{text}")).rect()
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

    fn click(&mut self, text: &str, modifiers: Modifiers) {
        let row = self.row(text);
        let at = pos2(row.left() + 90.0, row.center().y);
        self.window.event(Event::ModifiersChanged(modifiers));
        self.point(at);
        self.button(at, true, modifiers);
        self.button(at, false, modifiers);
        self.window.event(Event::ModifiersChanged(Modifiers::NONE));
        self.window.run();
    }

    fn chosen(&self) -> usize {
        self.window.state().work.table.chosen.len()
    }

    fn undo(&mut self) {
        self.key_with(Modifiers::COMMAND, Key::Z);
    }
}

#[test]
fn cards_stand_by_phases_and_what_they_lack_is_counted() {
    let mut room = Room::of_two_lanes();
    room.window.get_by_label("All cards: 27 of 102 cards");
    room.window.get_by_role_and_label(Role::Button, "Fold: Upptäckt, 3 cards, 3 lack something");
    let rows = room.rows();
    assert_eq!(
        rows[..4],
        [
            "Kollega på branschmässan",
            "Annons i facktidningen",
            "Stoppet syns inte i någon rapport",
            SEARCHED
        ]
    );
    room.press(Role::Button, "Lacks something: 18 cards");
    room.window.get_by_label("All cards: 18 of 102 cards");
    room.press(Role::Button, "Lacks something: 18 cards");
    room.press(Role::Button, "Fold: Upptäckt, 3 cards, 3 lack something");
    assert_eq!(room.rows()[0], SEARCHED);
    room.press(Role::Button, "Unfold: Upptäckt, 3 cards, 3 lack something");
    assert_eq!(room.rows()[3], SEARCHED);
    room.press(Role::Button, "Sort by Card");
    assert_eq!(room.rows()[0], "Annons i facktidningen");
    room.press(Role::Button, "Sort by Card");
    let order = CardOrder { column: TableColumn::Text, from_end: true };
    assert_eq!(room.window.state().work.table.asked.order, order);
    assert_eq!(room.rows()[0], "Stoppet syns inte i någon rapport");
}

#[test]
fn rows_are_chosen_by_keys_and_changed_as_one_step() {
    let mut room = Room::of_two_lanes();
    for _ in 0..4 {
        room.key(Key::ArrowDown);
    }
    room.key_with(Modifiers::SHIFT, Key::ArrowDown);
    room.key_with(Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!(room.chosen(), 3, "from the fourth to the sixth");
    room.key_with(Modifiers::SHIFT, Key::ArrowUp);
    assert_eq!(room.chosen(), 2);
    room.key(Key::Space);
    let table = &room.window.state().work.table;
    let only = std::iter::once(room.card(SEARCHED).id).collect();
    assert_eq!(table.chosen, only, "the one that the keyboard is at is chosen no longer");
    room.key(Key::Space);
    room.window.get_by_label("2 selected");
    room.press(Role::Button, "Owner");
    room.write("Ada");
    room.key(Key::Enter);
    let owners =
        |room: &Room| [SEARCHED, "Sidan Maskiner på vår webb"].map(|text| room.card(text).owner);
    assert_eq!(owners(&room), ["Ada", "Ada"]);
    assert_eq!(room.chosen(), 2, "they stay chosen");
    room.press(Role::Button, "Evidence");
    room.window.get_by_role_and_label(Role::MenuItem, "Hypothesis").click();
    room.window.run();
    assert_eq!(room.card(SEARCHED).evidence, Some(Evidence::Hypothesis));
    room.undo();
    room.undo();
    assert_ne!(owners(&room), ["Ada", "Ada"]);
    room.key(Key::Escape);
    assert_eq!(room.chosen(), 0);
}

#[test]
fn the_pointer_chooses_one_more_or_a_range() {
    let mut room = Room::of_two_lanes();
    room.click(SEARCHED, Modifiers::NONE);
    assert_eq!(room.chosen(), 1);
    room.click(PAIN, Modifiers::SHIFT);
    assert_eq!(room.chosen(), 3);
    room.click("Sidan Maskiner på vår webb", Modifiers::COMMAND);
    assert_eq!(room.chosen(), 2);
    room.press(Role::Button, "Delete 2 cards");
    let rows = room.rows();
    assert!(!rows.iter().any(|row| row == SEARCHED || row == PAIN), "{rows:?}");
    assert_eq!(room.chosen(), 0);
    room.undo();
    room.row(SEARCHED);
    room.row(PAIN);
    room.key_with(Modifiers::COMMAND, Key::A);
    assert_eq!(room.chosen(), 27);
    room.press(Role::Button, "Select nothing");
    assert_eq!(room.chosen(), 0);
}

#[test]
fn what_a_filter_leaves_out_is_not_chosen_any_more() {
    let mut room = Room::of_two_lanes();
    room.window.state_mut().work.table.choose_all();
    room.window.run();
    let all = room.chosen();
    room.press(Role::Button, "Lacks something: 18 cards");
    assert!(all > 18 && room.chosen() == 18, "{all}, {}", room.chosen());
    // A card that lacks nothing any more leaves the list, and is not among them either.
    room.press(Role::Button, "Lacks something: 18 cards");
    assert_eq!(room.chosen(), 18, "those that were out of sight do not come back");
}

#[test]
fn what_is_missing_is_a_button_that_gives_it() {
    let mut room = Room::of_two_lanes();
    room.press(Role::Button, &format!("Set the owner: {SEARCHED}"));
    room.write("Ada");
    room.key(Key::Enter);
    assert_eq!(room.card(SEARCHED).owner, "Ada");
    let before = room.project().opportunities.len();
    room.press(Role::Button, &format!("Make an opportunity of: {PAIN}"));
    let project = room.project();
    assert_eq!(project.opportunities.len(), before + 1);
    let new = project.opportunities.iter().find(|one| one.title == PAIN).unwrap();
    assert_eq!(new.cards, [room.card(PAIN).id]);
    room.window.get_by_label("All cards: 27 of 103 cards");
    room.window.get_by_label("Lacks something: 16 cards");
    room.undo();
    assert_eq!(room.project().opportunities.len(), before);
}

#[test]
fn a_cell_is_edited_in_its_row() {
    let mut room = Room::of_two_lanes();
    room.click(SEARCHED, Modifiers::NONE);
    room.key(Key::F2);
    room.write("Annons på nätet");
    room.key(Key::Escape);
    assert_eq!(room.rows()[3], SEARCHED);
    room.key(Key::F2);
    room.write("Annons på nätet");
    room.key(Key::Enter);
    assert_eq!(room.rows()[3], "Annons på nätet");
    room.card("Annons på nätet");
    // Two columns further is the step.
    room.key(Key::ArrowRight);
    room.key(Key::ArrowRight);
    room.key(Key::F2);
    let project = room.project();
    let (_, step) = project.journeys[0].steps().last().unwrap();
    // The last of the list is below what is seen of it.
    room.window.get_by_role_and_label(Role::MenuItem, &step.title).scroll_to_me();
    room.window.run();
    room.press(Role::MenuItem, &step.title);
    assert_eq!(room.card("Annons på nätet").step, step.id);
    room.undo();
    assert_ne!(room.card("Annons på nätet").step, step.id);
}

#[test]
fn cards_are_asked_for_by_evidence_and_owner_in_the_menu() {
    let mut room = Room::of_two_lanes();
    for (menu, choice) in [("Evidence", "Hypothesis"), ("Owner", "No owner")] {
        room.press(Role::Button, "Filter");
        room.press(Role::MenuItem, menu);
        room.press(Role::MenuItem, choice);
        room.key(Key::Escape);
        room.key(Key::Escape);
        room.window.get_by_role_and_label(Role::Button, &format!("{menu}: {choice}"));
    }
    let asked = room.window.state().work.table.asked.clone();
    assert_eq!(asked.evidence, Some(crate::model::Evidence::Hypothesis));
    assert_eq!(asked.owner.as_deref(), Some(""));
}

#[test]
fn what_few_cards_say_has_columns_that_are_shown_when_asked_for() {
    let mut project = example();
    let journey = project.journeys.edit(0).unwrap();
    for at in 0..journey.lanes.len() {
        let lane = journey.lanes.edit(at).unwrap();
        // The first becomes ours, the other is what customers counted on.
        if lane.kind == LaneKind::Touchpoints {
            lane.kind = LaneKind::SalesMarketing;
        } else if lane.kind == LaneKind::PainPoints {
            lane.kind = LaneKind::Expectations;
        }
    }
    let mut room = Room::of(project);
    let heads = |room: &Room| {
        let sorts = ["Sort by Expectation met", "Sort by Automatic", "Sort by Reach"];
        sorts.map(|head| room.window.query_by_role_and_label(Role::Button, head).is_some())
    };
    assert_eq!(heads(&room), [false; 3]);
    room.press(Role::Button, "Columns");
    room.press(Role::MenuItem, "Expectation met");
    room.press(Role::MenuItem, "Automatic");
    room.press(Role::MenuItem, "Reach");
    room.key(Key::Escape);
    assert_eq!(heads(&room), [true; 3]);
    let mut choose = |card: &str, column: usize, what: &str| {
        room.window.state_mut().work.table.asked.words = card.into();
        room.window.run();
        room.click(card, Modifiers::NONE);
        for _ in 0..20 {
            room.key(Key::ArrowLeft);
        }
        for _ in 0..column {
            room.key(Key::ArrowRight);
        }
        room.key(Key::F2);
        room.press(Role::MenuItem, what);
        room.card(card)
    };
    assert_eq!(choose(PAIN, 8, "No").met, Some(Met::No));
    assert!(choose(SEARCHED, 9, "Yes").automatic);
    assert_eq!(choose(SEARCHED, 10, "One to many").reach, Some(Reach::OneToMany));
    room.window.state_mut().work.table.asked.words.clear();
    room.window.run();
    room.press(Role::Button, "Filter");
    room.press(Role::MenuItem, "Happens automatically");
    room.key(Key::Escape);
    assert_eq!(room.rows(), [SEARCHED]);
    room.press(Role::Button, "Remove the filter Happens automatically: Yes");
    assert!(room.rows().len() > 1);
}

#[test]
fn enter_shows_the_card_on_the_map() {
    let mut room = Room::of_two_lanes();
    room.click(PAIN, Modifiers::NONE);
    room.key(Key::Enter);
    assert_eq!(room.window.state().work.room, MapRoom::Map);
    let things = &room.window.state().document().unwrap().selection.things;
    assert_eq!(things[0].id(), &room.card(PAIN).id);
    assert_eq!(things.len(), 1);
    room.enter();
    assert_eq!(room.chosen(), 0, "what was chosen is not when one comes back");
}

#[test]
fn words_find_cards_and_nothing_found_says_so() {
    let mut room = Room::of(example());
    room.key_with(Modifiers::COMMAND, Key::F);
    room.write("demon");
    room.key(Key::Enter);
    let rows = room.rows();
    assert!(rows.len() > 1 && rows.len() < 20, "{rows:?}");
    room.key_with(Modifiers::COMMAND, Key::F);
    room.write(" qqq");
    room.window.get_by_label("No cards match");
    room.press(Role::Button, "Clear filters");
    assert!(room.rows().len() >= 20);
    room.press(Role::Button, "Grouped by phase");
    room.press(Role::MenuItem, "Grouped by lane");
    assert_eq!(room.window.state().work.table.asked.grouping, CardGrouping::Lane);

    let mut project = example();
    let map = project.journeys.edit(0).unwrap();
    for lane in 0..map.lanes.len() {
        map.lanes.edit(lane).unwrap().cards.retain(|_| false);
    }
    project.parked.retain(|_| false);
    let mut room = Room::of(project);
    room.window.get_by_label("No cards yet");
    room.press(Role::Button, "To the map");
    assert_eq!(room.window.state().work.room, MapRoom::Map);
}

#[test]
fn a_row_is_dragged_to_another_step_with_what_is_chosen() {
    let mut room = Room::of_two_lanes();
    room.click(SEARCHED, Modifiers::NONE);
    let (from, to) = (room.row(SEARCHED), room.row("Annons i facktidningen"));
    let start = pos2(from.left() + 10.0, from.center().y);
    let end = pos2(start.x, to.center().y);
    let step = room.card("Annons i facktidningen").step;
    let drag = |room: &mut Room| {
        room.point(start);
        room.button(start, true, Modifiers::NONE);
        room.point(start.lerp(end, 0.5));
        room.point(end);
        room.window.step();
    };
    drag(&mut room);
    room.button(end, false, Modifiers::NONE);
    room.window.run();
    assert_eq!(room.card(SEARCHED).step, step);
    room.undo();
    assert_ne!(room.card(SEARCHED).step, step);
    drag(&mut room);
    room.key(Key::Escape);
    room.button(end, false, Modifiers::NONE);
    room.window.run();
    assert_ne!(room.card(SEARCHED).step, step, "Esc drops it where it was");
}

#[test]
fn only_what_is_in_view_is_drawn() {
    let mut project = example();
    let map = project.journeys.edit(0).unwrap();
    let step = map.steps().next().unwrap().1.id.clone();
    let lane = map.lanes.edit(0).unwrap();
    for number in 0..3_000 {
        let id = Id::new(&format!("many{number}"));
        let (step, text) = (step.clone(), format!("Kort {number}"));
        lane.cards.extend([Arc::new(Card { id, step, text, ..Card::default() })]);
    }
    let mut room = Room::of(project);
    let drawn = |room: &Room| room.window.state().work.table.drawn;
    assert!((15..40).contains(&drawn(&room)), "{}", drawn(&room));
    room.key(Key::ArrowDown);
    room.key(Key::End);
    assert!((1..40).contains(&drawn(&room)), "{}", drawn(&room));
    let last = room.rows().pop().unwrap();
    let current = room.window.state().work.table.current.clone().unwrap();
    let project = room.project();
    // What is parked comes last.
    let parked = project.parked.iter().find(|card| card.id == current).unwrap();
    assert_eq!(last, parked.text);
    assert_eq!(project.parked.last().unwrap().id, current);
}
