//! The menu of whatever is under the pointer, by right click or the menu key.

use super::super::{CellRef, Context, Document, Message, Nth, Selection};
use super::chosen::Chosen;
use super::{Canvas, bar, bar_menus, tool};
use crate::edit::{Change, onto_map};
use crate::model::{Id, JourneyKind, LaneKind, Persona, Phase, Thing};
use crate::scene::icon;
use crate::scene::{Hit, PERSONA_COLORS, Role, Scene, lane_icon};
use crate::ui::bars::menu::{ANYWHERE, allowed_ui, command_ui, scrolled_ui, submenu_ui};
use crate::ui::kit::keyboard::has_keyboard;
use crate::ui::kit::tooltip::Tip as _;
use crate::ui::state::command::{Command, State};
use crate::ui::state::pen::said_name;
use crate::words::Named;
use egui::{CursorIcon, Key, Modifiers, Popup, Pos2, Response, SetOpenCommand, Ui, WidgetInfo};
use std::sync::Arc;

/// What a line of the menu offers.
enum Entry {
    Do(Command),
    /// A lane of a kind to be chosen.
    AddLane,
    /// The colours of the selected phases.
    Colors,
    /// The colours of the selected personas.
    PersonaColors,
    /// Whose curve is to be drawn.
    Draw,
    /// Whose curve is to be copied.
    CopyCurve,
    /// Personas of the project that are not on the map.
    OntoMap,
    /// What the small bar has.
    Card(bar::Button),
}

/// Shows the menu while it is open. What was right-clicked is selected first.
pub(super) fn context_menu(
    cx: &Context<'_>,
    doc: &mut Document,
    canvas: &mut Canvas,
    response: &Response,
    hit: &Hit,
    out: &mut Vec<Message>,
) {
    if response.secondary_clicked() {
        select(doc, hit, out);
    }
    let place = if response.secondary_clicked() {
        response.ctx.pointer_interact_pos()
    } else {
        by_key(doc, canvas, response)
    };
    let kept = kept_at(response);
    let set = match place {
        Some(place) => {
            response.ctx.data_mut(|data| data.insert_temp(kept, place));
            Some(SetOpenCommand::Bool(true))
        }
        None => response.clicked().then_some(SetOpenCommand::Bool(false)),
    };
    let place: Pos2 = response.ctx.data(|data| data.get_temp(kept)).unwrap_or_default();
    let menu = Popup::menu(response).open_memory(set).at_position(place);
    menu.show(|ui| scrolled_ui(ui, ANYWHERE, |ui| entries_ui(ui, cx, doc, out)));
}

/// Where the place of the menu is kept.
fn kept_at(response: &Response) -> egui::Id {
    response.id.with("menu place")
}

/// Opens the menu of what is selected at `place`, in screen points.
pub(super) fn open_at(response: &Response, place: Pos2) {
    response.ctx.data_mut(|data| data.insert_temp(kept_at(response), place));
    Popup::open_id(&response.ctx, Popup::default_response_id(response));
}

/// What was right-clicked is what the menu is about.
fn select(doc: &mut Document, hit: &Hit, out: &mut Vec<Message>) {
    let selection = match hit {
        Hit::Cell { lane, step, .. } | Hit::Curve { lane, step, .. } => {
            let cell = Some(CellRef { lane: lane.clone(), step: step.clone() });
            Some(Selection { things: Vec::new(), cell })
        }
        Hit::Card { .. }
        | Hit::Point { .. }
        | Hit::Phase { .. }
        | Hit::Step { .. }
        | Hit::Lane(_)
        | Hit::Customers
        | Hit::LaneEdge(_)
        | Hit::Head(_)
        | Hit::Parking { .. }
        | Hit::Outside => tool::clicked(doc, hit, tool::Held::default()),
    };
    let Some(selection) = selection else { return };
    let inside = |thing: &Thing| doc.selection.has(thing);
    if selection.things.is_empty() || !selection.things.iter().all(inside) {
        doc.selection = selection.clone();
        out.push(Message::Select(selection));
    }
}

/// Where the menu opens when its key is pressed: at what is selected, in screen points.
/// Cards have their bar, and the menu at its end.
fn by_key(doc: &Document, canvas: &mut Canvas, response: &Response) -> Option<Pos2> {
    let pressed = has_keyboard(response)
        && response.ctx.input_mut(|input| {
            input.consume_key(Modifiers::NONE, Key::Menu)
                || input.consume_key(Modifiers::SHIFT, Key::F10)
        });
    if !pressed {
        return None;
    }
    let things = &doc.selection.things;
    let cards = things.iter().all(|thing| matches!(thing, Thing::Card(_)));
    if cards && !things.is_empty() && !canvas.ballot.open {
        canvas.bar.want();
        return None;
    }
    let screen = response.rect;
    let scene = doc.scene.as_ref()?;
    let at = doc.selection.things.last().and_then(|thing| scene.thing_rect(thing));
    let at = at.or_else(|| cell_rect(scene, doc.selection.cell.as_ref()?));
    let place = at.zip(doc.cameras.get(&doc.journey)).map_or(screen.center(), |(rect, camera)| {
        screen.min + camera.canvas_from_doc(rect.center()).to_vec2()
    });
    Some(place.clamp(screen.min, screen.max))
}

fn cell_rect(scene: &Scene, cell: &CellRef) -> Option<egui::Rect> {
    let lane = scene.lanes.iter().position(|lane| lane.id == cell.lane)?;
    Some(scene.cell_rect(lane, *scene.columns.index.get(&cell.step)?))
}

/// What decides which commands can be done.
fn state_of<'a>(doc: &'a Document, cx: &Context<'_>) -> State<'a> {
    State {
        doc: Some(doc),
        theme: crate::file::ThemeChoice::System,
        lang: cx.words.lang,
        inspector: true,
        overview: true,
        interface_size: Default::default(),
        less_motion: false,
        mode: Default::default(),
        room: Default::default(),
    }
}

fn entries_ui(ui: &mut Ui, cx: &Context<'_>, doc: &mut Document, out: &mut Vec<Message>) {
    ui.set_min_width(240.0);
    let chosen = Chosen::of(doc);
    let mut before = false;
    for group in groups(doc) {
        let offered = |entry: &Entry| match entry {
            Entry::Do(command) => command.is_allowed(&state_of(doc, cx)),
            Entry::AddLane | Entry::Colors | Entry::PersonaColors => true,
            Entry::Draw => any(&state_of(doc, cx), Command::DrawCurve),
            Entry::CopyCurve => any(&state_of(doc, cx), Command::CopyCurve),
            Entry::OntoMap => off_map(doc).next().is_some(),
            Entry::Card(button) => chosen.as_ref().is_some_and(|all| button.is_offered(all)),
        };
        let group: Vec<Entry> = group.into_iter().filter(offered).collect();
        if group.is_empty() {
            continue;
        }
        if before {
            ui.separator();
        }
        before = true;
        for entry in group {
            match entry {
                Entry::Do(command) => command_ui(ui, cx, &state_of(doc, cx), &command, out),
                Entry::AddLane => add_lane_ui(ui, cx, out),
                Entry::Colors => colors_ui(ui, cx, doc, out),
                Entry::PersonaColors => persona_colors_ui(ui, cx, doc, out),
                Entry::Draw => {
                    let (choices, state) = (Nth::ALL.map(Command::DrawCurve), state_of(doc, cx));
                    allowed_ui(ui, cx, &state, &cx.words.command_draw_curve(), &choices, out);
                }
                Entry::CopyCurve => {
                    let (choices, state) = (Nth::ALL.map(Command::CopyCurve), state_of(doc, cx));
                    allowed_ui(ui, cx, &state, &cx.words.command_copy_curve(), &choices, out);
                }
                Entry::OntoMap => onto_map_ui(ui, cx, doc, out),
                Entry::Card(button) => {
                    if let Some(chosen) = &chosen {
                        bar_menus::entry_ui(ui, cx, button, chosen, doc, out);
                    }
                }
            }
        }
    }
}

fn add_lane_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Vec<Message>) {
    let row = Command::AddLane(LaneKind::default()).row();
    let label = (row.label)(cx.words);
    submenu_ui(ui, row.icon, &label, |ui| {
        for kind in LaneKind::ALL {
            let label = kind.name(cx.words);
            let button = ui.button(format!("{}  {label}", lane_icon(kind)));
            button.widget_info(|| WidgetInfo::labeled(egui::Role::MenuItem, true, &label));
            if button.clicked() {
                out.push(Message::Do(Command::AddLane(kind.clone())));
            }
        }
    });
}

/// Can one of these be done?
fn any(state: &State, command: fn(Nth) -> Command) -> bool {
    Nth::ALL.into_iter().any(|nth| command(nth).is_allowed(state))
}

/// Personas of the project that are not on the map in front.
fn off_map(doc: &Document) -> impl Iterator<Item = &Arc<Persona>> {
    let on = doc.shown_journey().map_or(&[][..], |journey| &journey.personas);
    doc.editor.project().personas.iter().filter(move |persona| !on.contains(&persona.id))
}

/// The personas that can be brought to the map.
fn onto_map_ui(ui: &mut Ui, cx: &Context<'_>, doc: &Document, out: &mut Vec<Message>) {
    let Some(journey) = doc.shown_journey() else { return };
    submenu_ui(ui, icon::USER_PLUS, &cx.words.menu_onto_map(), |ui| {
        for persona in off_map(doc) {
            let name = said_name(persona, cx.words);
            let button = ui.button(&name);
            button.widget_info(|| WidgetInfo::labeled(egui::Role::MenuItem, true, &name));
            if button.clicked() {
                out.push(Message::Edit(onto_map(journey, &persona.id)));
            }
        }
    });
}

/// The colours of personas in two rows; the one that all selected ones have is ringed.
fn persona_colors_ui(ui: &mut Ui, cx: &Context<'_>, doc: &Document, out: &mut Vec<Message>) {
    let project = doc.editor.project();
    let is_selected = |id: &Id| doc.selection.has(&Thing::Persona(id.clone()));
    let selected = || project.personas.iter().filter(|persona| is_selected(&persona.id));
    for row in [0..6u8, 6..PERSONA_COLORS as u8] {
        ui.horizontal(|ui| {
            for color in row {
                let lit = selected().all(|persona| persona.color == Some(color));
                if color_ui(ui, cx, Role::Persona(color), color, lit) {
                    let put = |persona: &Arc<Persona>| Persona {
                        color: Some(color),
                        ..Persona::clone(persona)
                    };
                    out.push(Message::Edit(Change::PutPersonas(selected().map(put).collect())));
                }
            }
        });
    }
}

/// A colour to choose, as a disc; `lit`: it is chosen. True when it is clicked.
fn color_ui(ui: &mut Ui, cx: &Context<'_>, role: Role, color: u8, lit: bool) -> bool {
    let name = cx.words.thing_color_number(cx.words.number(f64::from(color) + 1.0));
    let (rect, response) = ui.allocate_exact_size(egui::vec2(28.0, 28.0), egui::Sense::click());
    response.widget_info(|| WidgetInfo::selected(egui::Role::MenuItem, true, lit, &name));
    ui.painter().circle_filled(rect.center(), 10.0, cx.theme.color(role));
    if lit || response.hovered() || has_keyboard(&response) {
        let ink = if has_keyboard(&response) { Role::Accent } else { role };
        let ring = egui::Stroke::new(2.0, cx.theme.color(ink));
        ui.painter().circle_stroke(rect.center(), 13.0, ring);
    }
    response.tip(|| name).on_hover_cursor(CursorIcon::PointingHand).clicked()
}

/// The six colours of phases in a row; the one that all selected phases have is ringed.
fn colors_ui(ui: &mut Ui, cx: &Context<'_>, doc: &Document, out: &mut Vec<Message>) {
    let Some(scene) = &doc.scene else { return };
    let is_selected = |id: &Id| doc.selection.has(&Thing::Phase(id.clone()));
    let selected = || scene.journey.phases.iter().filter(|phase| is_selected(&phase.id));
    ui.horizontal(|ui| {
        for color in 0..6u8 {
            let lit = selected().all(|phase| phase.color == Some(color));
            if color_ui(ui, cx, Role::Phase(color), color, lit) {
                let put = |phase: &Arc<Phase>| Phase { color: Some(color), ..Phase::clone(phase) };
                out.push(Message::Edit(Change::PutPhases(selected().map(put).collect())));
            }
        }
    });
}

/// What is offered for what is selected.
fn groups(doc: &Document) -> Vec<Vec<Entry>> {
    use Command::{
        AddCard, AddLeave, AddLoopBack, AddPersona, AddPhaseAfter, AddPhaseBefore, AddPhaseFirst,
        AddPoint, AddSkip, AddStep, CollapseLane, Copy, Cut, Delete, Duplicate, EditText, Fit,
        HideLane, LeadsTo, MarkChanged, MarkNew, MarkRemoved, MoveDown, MoveLeft, MoveRight,
        MoveUp, OffMap, OnlyPersona, Park, Paste, RenameStep, SelectAll, ShowAllLanes, Zoom100,
    };
    let all =
        |commands: &[Command]| -> Vec<Entry> { commands.iter().cloned().map(Entry::Do).collect() };
    let clip = || all(&[Cut, Copy, Paste, Duplicate]);
    // The last one is this menu.
    let of_bar = || bar::Button::ALL[..6].iter().copied().map(Entry::Card).collect();
    let selection = &doc.selection;
    let in_curve = selection.cell.as_ref().is_some_and(|cell| {
        let lane = doc.shown_journey().and_then(|journey| journey.lane(&cell.lane));
        lane.is_some_and(|(_, lane)| lane.kind == LaneKind::Emotions)
    });
    let of_curves = selection.things.last().is_some_and(|thing| match thing {
        Thing::Lane(id) => {
            let lane = doc.shown_journey().and_then(|journey| journey.lane(id));
            lane.is_some_and(|(_, lane)| lane.kind == LaneKind::Emotions)
        }
        Thing::Card(_)
        | Thing::Point { .. }
        | Thing::Phase(_)
        | Thing::Step(_)
        | Thing::Persona(_)
        | Thing::Transition(_)
        | Thing::Journey(_) => false,
    });
    let journey = doc.shown_journey();
    let future = journey.is_some_and(|journey| journey.kind == Some(JourneyKind::Future));
    let is_changed = future || journey.is_some_and(|journey| journey.origin.is_some());
    match selection.things.last() {
        Some(Thing::Card(_)) => vec![
            all(&[EditText]),
            of_bar(),
            clip(),
            all(&[LeadsTo]),
            all(&[MoveLeft, MoveRight, MoveUp, MoveDown, Park]),
            // Against the map it was made from.
            all(if is_changed { &[MarkNew, MarkChanged, MarkRemoved] } else { &[] }),
            all(&[Delete]),
        ],
        Some(Thing::Point { .. }) => vec![
            all(&[EditText]),
            all(&[Cut, Copy, Paste]),
            all(&[MoveUp, MoveDown, MoveLeft, MoveRight]),
            all(&[Delete]),
        ],
        Some(Thing::Phase(_)) => vec![
            all(&[EditText, RenameStep]),
            vec![Entry::Colors],
            all(&[AddPhaseBefore, AddPhaseAfter, AddStep]),
            all(&[AddLoopBack, AddSkip, AddLeave]),
            all(&[MoveLeft, MoveRight]),
            all(&[Delete]),
        ],
        Some(Thing::Step(_)) => vec![
            all(&[RenameStep]),
            all(&[AddStep, MoveLeft, MoveRight]),
            all(&[AddPhaseBefore, AddPhaseAfter]),
            all(&[AddLoopBack, AddSkip, AddLeave]),
            all(&[Delete]),
        ],
        Some(Thing::Lane(_)) => vec![
            all(&[EditText]),
            if of_curves { vec![Entry::Draw] } else { Vec::new() },
            vec![Entry::AddLane],
            all(&[MoveUp, MoveDown, CollapseLane, HideLane, ShowAllLanes]),
            all(&[Delete]),
        ],
        Some(Thing::Persona(_)) => vec![
            all(&[EditText]),
            vec![Entry::PersonaColors],
            vec![Entry::Draw, Entry::CopyCurve],
            all(&[OnlyPersona]),
            all(&[OffMap, Delete]),
        ],
        Some(Thing::Transition(_)) => vec![all(&[EditText]), all(&[Delete])],
        Some(Thing::Journey(_)) | None => {
            let mut add = all(if in_curve { &[AddPoint, Paste] } else { &[AddCard, Paste] });
            if selection.cell.is_none() {
                add.extend([Entry::Do(AddPersona), Entry::OntoMap]);
            }
            let pens = vec![Entry::Draw, Entry::CopyCurve];
            vec![
                add,
                if in_curve { pens } else { Vec::new() },
                all(&[AddStep, RenameStep, if future { AddPhaseFirst } else { AddPhaseAfter }]),
                vec![Entry::AddLane, Entry::Do(ShowAllLanes)],
                all(&[Fit, Zoom100, SelectAll]),
            ]
        }
    }
}
