//! Is there no command for which nothing happens? Each is done in each mode that allows it, and what
//! the window holds and says afterwards is another than before.

mod gaps_room;
mod history_room;
mod merge_room;
mod new_map;
mod opportunities_room;
mod questions;
mod recovered;
mod research_room;
mod table_room;
mod typing_together;

use super::dialog::Dialog;
use crate::edit::notation::{id, parse};
use crate::edit::{Change, Edit};
use crate::file::{Settings, ThemeChoice};
use crate::model::{
    CardRef, Conflict, EmotionPoint, Id, Journey, LaneKind, Project, Task, Thing, View,
};
use crate::ui::state::command::{Command, Mode, Performer};
use crate::ui::state::file_choice::Choosing;
use crate::ui::state::rooms::Room as MapRoom;
use crate::ui::{
    App, Camera, CellRef, Document, Message, Nth, PersonaPen, Selection, WindowOptions, canvas_id,
};
use crate::words::Lang;
use egui::{Popup, Vec2, ViewportCommand, ViewportId};
use egui_kittest::Harness;
use std::mem::Discriminant;
use std::sync::Arc;
use std::time::Duration;

/// What a presentation and the history take.
const PRESENTING: [Command; 4] = [Command::Save, Command::Undo, Command::Redo, Command::Quit];

/// A picture for the clipboard is drawn in so much time, unoptimised and on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// In what the commands are done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Room {
    Start,
    Editor,
    Pages,
    /// The gaps of the map beside it.
    Gaps,
    /// The editor, with a saved view in front.
    Viewing,
    Comparing,
    Workshop,
    Voting,
    Presenting,
    History,
    Merging,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Selected {
    Nothing,
    Cell,
    CurveCell,
    Card,
    Cards,
    Parked,
    Point,
    Phase,
    Step,
    Lane,
    Persona,
    OtherPersona,
    Transition,
    Journey,
}

/// In which room with which selections. What is selected decides the same in all rooms.
const ROOMS: [(Room, &[Selected]); 11] = [
    (Room::Start, &[Selected::Nothing]),
    (Room::Editor, &Selected::ALL),
    (Room::Pages, &[Selected::Nothing, Selected::Card]),
    (Room::Gaps, &[Selected::Nothing]),
    (Room::Viewing, &[Selected::Nothing, Selected::Card]),
    (Room::Comparing, &[Selected::Nothing, Selected::Card]),
    (Room::Workshop, &[Selected::Nothing, Selected::Card]),
    (Room::Voting, &[Selected::Nothing, Selected::Card]),
    (Room::Presenting, &[Selected::Card]),
    (Room::History, &[Selected::Card]),
    (Room::Merging, &[Selected::Card]),
];

/// Why it is right that nothing happens; none: it is not.
fn reason(command: &Command, room: Room, selected: Selected) -> Option<&'static str> {
    const PEN: Option<&str> = Some("whoever is selected has the pen already");
    match (command, room, selected) {
        (Command::Room(MapRoom::Gaps), Room::Gaps, _) => Some("the gaps are shown already"),
        (Command::Room(MapRoom::Gaps), ..) => None,
        (Command::Room(MapRoom::Map), Room::Gaps, _) => None,
        (Command::Room(MapRoom::Map), ..) => Some("the map is in front already"),
        (Command::ThemeLight, ..) => Some("the window is light already"),
        (Command::English, ..) => Some("the window speaks English already"),
        (Command::Zoom100, Room::Comparing, _) => Some("this comparison fits at its full size"),
        (Command::MoveDown, _, Selected::Cards) => Some("one of them is in the lowest lane"),
        (Command::MoveLeft, _, Selected::Point) => Some("it is in the first step"),
        (Command::Park, _, Selected::Parked) => Some("it is parked already"),
        (Command::DrawCurve(nth), _, Selected::Persona) if *nth == Nth::ALL[0] => PEN,
        (Command::DrawCurve(nth), _, Selected::OtherPersona) if *nth == Nth::ALL[1] => PEN,
        _ => None,
    }
}

impl Selected {
    const ALL: [Self; 14] = [
        Self::Nothing,
        Self::Cell,
        Self::CurveCell,
        Self::Card,
        Self::Cards,
        Self::Parked,
        Self::Point,
        Self::Phase,
        Self::Step,
        Self::Lane,
        Self::Persona,
        Self::OtherPersona,
        Self::Transition,
        Self::Journey,
    ];

    fn selection(self) -> Selection {
        let card = |lane, card| Thing::Card(CardRef { lane: Some(id(lane)), card: id(card) });
        let cell = |lane| Some(CellRef { lane: id(lane), step: id("b") });
        let one = |thing| Selection { things: vec![thing], cell: None };
        match self {
            Self::Nothing => Selection::default(),
            Self::Cell => Selection { things: Vec::new(), cell: cell("M") },
            Self::CurveCell => Selection { things: Vec::new(), cell: cell("E") },
            Self::Card => one(card("L", "y")),
            Self::Cards => Selection { things: vec![card("L", "y"), card("M", "m")], cell: None },
            Self::Parked => one(Thing::Card(CardRef { lane: None, card: id("k") })),
            Self::Point => one(Thing::Point { lane: id("E"), point: id("p") }),
            Self::Phase => one(Thing::Phase(id("B"))),
            Self::Step => one(Thing::Step(id("a2"))),
            Self::Lane => one(Thing::Lane(id("M"))),
            Self::Persona => one(Thing::Persona(id("pia"))),
            Self::OtherPersona => one(Thing::Persona(id("ola"))),
            Self::Transition => one(Thing::Transition(id("t"))),
            Self::Journey => one(Thing::Journey(id("map"))),
        }
    }
}

/// A small map with something of everything that a command may ask for.
fn project() -> Project {
    let (mut project, _) = parse(
        "A: a1 a2 | B: b | C: c
         K: v / | |
         L: x y / z | w |
         M: / m | |
         H: h / | |
         ~E: p+1 / q-0.5 | r+0.5 |
         -> t: A b
         parked: k l
         who: pia ola ann bo eva per lisa olle karin",
    );
    let change = |journey: &mut Arc<Journey>| {
        let journey = Arc::make_mut(journey);
        journey.title = "Map".into();
        for lane in journey.lanes.iter_mut() {
            let lane = Arc::make_mut(lane);
            lane.hidden = lane.id == id("H");
            if lane.id == id("M") {
                lane.kind = LaneKind::SalesMarketing;
            }
            for card in lane.cards.iter_mut() {
                Arc::make_mut(card).votes = 2;
            }
            let points = lane.points.iter_mut();
            points.for_each(|point| Arc::make_mut(point).persona = Some(id("pia")));
            let whose = journey.personas.iter().skip(1).filter(|_| lane.id == id("E"));
            let points = whose.map(|persona| EmotionPoint {
                id: id(&format!("of {persona}")),
                step: id("c"),
                persona: Some(persona.clone()),
                ..EmotionPoint::default()
            });
            let points: Vec<_> = points.map(Arc::new).collect();
            lane.points.extend(points);
        }
        for (at, phase) in journey.phases.iter_mut().enumerate() {
            let phase = Arc::make_mut(phase);
            phase.customers_in = Some(100.0 - 10.0 * at as f64);
            phase.customers_out = Some(95.0 - 10.0 * at as f64);
        }
        let view =
            View { id: id("v"), title: "Half".into(), hidden: vec![id("M")], ..View::default() };
        journey.views.push(Arc::new(view));
    };
    project.journeys.iter_mut().for_each(change);
    let other =
        Journey { id: id("other"), title: "Other".into(), ..Journey::clone(&project.journeys[0]) };
    project.journeys.push(Arc::new(other));
    let conflict = Conflict {
        list: "cards".into(),
        within: "map".into(),
        thing: id("y"),
        field: "text".to_owned(),
        other: "Y".into(),
        ..Conflict::default()
    };
    project.conflicts.push(Arc::new(conflict));
    project
}

/// Is what the command does another for what is selected?
fn depends_on_selection(command: &Command) -> bool {
    match command.clone().performer() {
        Performer::Canvas(_) | Performer::Views(_) => true,
        Performer::File(_) | Performer::Window(_) | Performer::Tabs(_) | Performer::Workshop(_) => {
            false
        }
    }
}

/// All that shows whether something has happened.
#[derive(PartialEq)]
struct Seen {
    project: Option<Arc<Project>>,
    journey: Option<Id>,
    selection: Option<Selection>,
    camera: Option<Camera>,
    view: Option<View>,
    folded: bool,
    comparing: bool,
    pen: Option<PersonaPen>,
    dialog: Option<Discriminant<Dialog>>,
    palette: bool,
    /// How many notices there have been.
    notices: u64,
    find: (bool, usize),
    inspector: bool,
    overview: bool,
    settings: Settings,
    lang: Lang,
    mode: Mode,
    room: MapRoom,
    /// It runs.
    timer: Option<bool>,
    /// On the map, or a card by typing.
    typing: (Option<Thing>, bool),
    /// A click is waited for that says what follows an activity.
    leading: bool,
    explains: bool,
    presenting: bool,
    history: bool,
    merging: bool,
    focus: Option<egui::Id>,
    popup: bool,
    quitting: bool,
}

fn seen(app: &App) -> Seen {
    let (ctx, doc) = (&app.env.ctx, app.work.doc.as_ref());
    let now = ctx.input(|input| input.time);
    Seen {
        project: doc.map(|doc| Arc::clone(doc.editor.project())),
        journey: doc.map(|doc| doc.journey.clone()),
        selection: doc.map(|doc| doc.selection.clone()),
        camera: doc.and_then(|doc| doc.cameras.get(&doc.journey).copied()),
        view: doc.map(|doc| doc.view().clone()),
        folded: doc.is_some_and(|doc| doc.fold_figures),
        comparing: doc.is_some_and(|doc| doc.comparison.is_some()),
        pen: doc.map(|doc| doc.pen.clone()),
        dialog: app.front.dialog.as_ref().map(std::mem::discriminant),
        palette: app.front.palette.is_some(),
        notices: app.front.notices.said(),
        find: (app.front.find.open, app.front.find.at),
        inspector: app.work.inspector_open,
        overview: app.work.overview_open,
        settings: app.env.settings.clone(),
        lang: app.env.words.lang,
        mode: app.mode(),
        room: app.work.room,
        timer: app.work.workshop.timer.map(|timer| timer.runs(now)),
        typing: (app.work.canvas.typed().cloned(), app.work.workshop.quick.is_open()),
        leading: app.work.canvas.is_leading(),
        explains: app.work.canvas.tips.shown,
        presenting: app.work.presenting.is_some(),
        history: app.work.history.is_some(),
        merging: app.work.is_merging(),
        focus: ctx.memory(|memory| memory.focused()),
        popup: Popup::is_any_open(ctx),
        quitting: app.session.quitting,
    }
}

/// What the window asks of the system: its clipboard, its end.
fn asks_the_system(window: &Harness<'_, App>) -> bool {
    let output = window.output();
    let root = output.viewport_output.get(&ViewportId::ROOT);
    let asked = |command: &ViewportCommand| {
        matches!(command, ViewportCommand::RequestPaste | ViewportCommand::Close)
    };
    !output.platform_output.commands.is_empty()
        || root.is_some_and(|root| root.commands.iter().any(asked))
}

/// Brings the window into the room with this selected, whatever was done before.
fn enter(window: &mut Harness<'_, App>, room: Room, selected: Selected) {
    let ctx = window.ctx.clone();
    let app = window.state_mut();
    app.work.presenting = None;
    // With something to do, to be written out.
    let task = Task { id: id("do"), title: "Ring".into(), ..Task::default() };
    let project = Project { tasks: [task].into_iter().collect(), ..project() };
    app.show_document((room != Room::Start).then(|| Document::new(project, None, false)));
    (app.front.dialog, app.front.palette, app.front.choosing, app.session.quitting) =
        (None, None, Choosing::Nothing, false);
    (app.work.inspector_open, app.work.overview_open) = (true, true);
    app.front.find.close();
    app.front.notices = Default::default();
    app.work.story = Default::default();
    app.env.settings = Settings { theme: ThemeChoice::Light, ..Settings::default() };
    let mut out = vec![Message::Do(Command::English), Message::Do(Command::ThemeLight)];
    app.handle_all(&ctx, &mut out);
    Popup::close_all(&ctx);
    ctx.memory_mut(|memory| memory.request_focus(canvas_id()));
    window.step();
    let app = window.state_mut();
    if let Some(doc) = &mut app.work.doc {
        // So that there is something to take back, and something taken back.
        for title in ["One", "Two"] {
            let journey = Journey { title: title.into(), ..Journey::default() };
            let change = Change::AddJourney { at: 0, journey: Box::new(journey) };
            doc.editor.edit(Edit { journey: doc.journey.clone(), change }).unwrap();
        }
        doc.editor.undo();
        doc.select(selected.selection());
        assert_eq!(doc.selection, selected.selection(), "it is there to be selected");
    }
    let mut out: Vec<Message> = match room {
        Room::Start | Room::Editor => Vec::new(),
        Room::Pages => vec![Message::Do(Command::Story)],
        Room::Gaps => vec![Message::Do(Command::Room(MapRoom::Gaps))],
        Room::Viewing => vec![Message::Do(Command::NextView)],
        Room::Comparing => vec![Message::Do(Command::Compare)],
        Room::Workshop => vec![Message::Do(Command::Workshop)],
        Room::Voting => vec![Message::Do(Command::Workshop), Message::Do(Command::Voting)],
        Room::Presenting => vec![Message::Do(Command::Present)],
        Room::History => vec![Message::Do(Command::History)],
        Room::Merging => vec![Message::Do(Command::Conflicts)],
    };
    app.handle_all(&ctx, &mut out);
    window.step();
}

/// Does the command; has anything happened, or been said?
fn happens(window: &mut Harness<'_, App>, command: &Command) -> bool {
    let ctx = window.ctx.clone();
    let app = window.state_mut();
    let before = seen(app);
    app.handle_all(&ctx, &mut vec![Message::Do(command.clone())]);
    if seen(app) != before {
        return true;
    }
    for _ in 0..3 {
        window.step();
        if seen(window.state()) != before || asks_the_system(window) {
            return true;
        }
    }
    if *command != Command::CopyPicture {
        return false;
    }
    // It is drawn on a thread.
    let app = window.state_mut();
    if let Some(done) = app.next_done(PATIENCE) {
        app.answer(&ctx, done);
    }
    seen(app) != before
}

#[test]
fn something_happens_at_every_command_in_every_room_that_allows_it() {
    let options = WindowOptions { lang: Some(Lang::En), ..WindowOptions::default() };
    let mut window = Harness::builder()
        .with_size(Vec2::new(1500.0, 900.0))
        .with_step_dt(1.0 / 20.0)
        .build_eframe(move |cc| App::new(&cc.egui_ctx, options, Settings::default()));
    let all = Command::all();
    let mut never: Vec<&Command> = all.iter().collect();
    let mut faults = Vec::new();
    for (room, selections) in ROOMS {
        for selected in selections {
            enter(&mut window, room, *selected);
            let state = window.state().state();
            // A presentation takes few.
            let taken = |command: &Command| {
                let takes_few = [Room::Presenting, Room::History, Room::Merging].contains(&room);
                // What is taken back in the merge room are its choices.
                let steps = [Command::Undo, Command::Redo].contains(command);
                let is_step = room == Room::Merging && steps;
                !takes_few || PRESENTING.contains(command) && !is_step
            };
            let concerned =
                |command: &Command| *selected == selections[0] || depends_on_selection(command);
            let allowed = |command: &&Command| {
                taken(command) && concerned(command) && command.is_allowed(&state)
            };
            let allowed: Vec<&Command> = all.iter().filter(allowed).collect();
            never.retain(|command| !allowed.contains(command));
            for command in allowed {
                enter(&mut window, room, *selected);
                let what = match (happens(&mut window, command), reason(command, room, *selected)) {
                    (true, None) | (false, Some(_)) => continue,
                    (true, Some(reason)) => format!("happens, although {reason}"),
                    (false, None) => "nothing happens".to_owned(),
                };
                faults.push(format!("{command:?} in {room:?} on {selected:?}: {what}"));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
    assert!(never.is_empty(), "no room allows {never:?}");
}
