//! The button that says which view is in front, and the panel it opens: saved views, lanes,
//! personas, tags, marks and parts.

use super::current::{named, put, save_new, title_of};
use super::parts::{PartSign, heading, lane_row, view_row};
use crate::edit::Change;
use crate::file::random_ids;
use crate::model::{
    ContentRole, EmotionPoint, Id, IdSource, Journey, Lane, Mark, Part, Reach, View,
};
use crate::scene::icon;
use crate::scene::{Role, lane_icon};
use crate::ui::inspector::{Lit, chip, wrapped};
use crate::ui::kit::buttons::{focus_ring, medium, regular, text_button};
use crate::ui::kit::caret::layouter;
use crate::ui::kit::text_field::{Left, left, select_all};
use crate::ui::kit::tooltip::Tip as _;
use crate::ui::state::command::Command;
use crate::ui::state::keys::shown_key;
use crate::ui::{Context, Document, Message};
use crate::words::Named;
use crate::words::{lane_name, persona_name};
use egui::{
    Button, Popup, PopupCloseBehavior, Response, RichText, ScrollArea, Ui, WidgetInfo, vec2,
};
use std::sync::Arc;

/// How wide the panel is, in points.
const WIDTH: f32 = 330.0;

/// What the panel remembers.
#[derive(Default)]
pub(crate) struct ViewPanel {
    /// The name that is typed: of which saved view, or of a new one; and the text.
    naming: Option<(Option<Id>, String)>,
    /// What is to get the keyboard when it is shown.
    wants: bool,
    ids: Option<IdSource>,
}

impl ViewPanel {
    /// It has been opened by the keyboard: the first row gets it.
    pub(crate) fn opened(&mut self) {
        (self.naming, self.wants) = (None, true);
    }

    /// A name for what is shown is asked for.
    pub(crate) fn name_new(&mut self) {
        (self.naming, self.wants) = (Some((None, String::new())), true);
    }

    fn next_id(&mut self) -> Id {
        self.ids.get_or_insert_with(random_ids).next_id()
    }
}

/// What the panel is called among the popups.
pub(crate) fn panel_id() -> egui::Id {
    egui::Id::unique("views")
}

/// The button in the toolbar, with the panel below it while that is open.
pub(crate) fn view_button_ui(
    ui: &mut Ui,
    cx: &Context,
    doc: &Document,
    panel: &mut ViewPanel,
    out: &mut Vec<Message>,
) {
    let name = doc.view_name(cx.words);
    let shown: String = match name.chars().count() {
        0..=24 => name.clone(),
        _ => name.chars().take(23).chain(['…']).collect(),
    };
    let filtered = doc.view().leaves_out();
    let ink = cx.theme.color(if filtered { Role::Accent } else { Role::Ink });
    let text = format!("{}  {shown}", icon::FILTER);
    let fill = if filtered { Role::Accent.at(30) } else { Role::Chip.into() };
    let button = Button::new(RichText::new(text).font(medium(13.0)).color(ink))
        .fill(cx.theme.color(fill))
        .corner_radius(7)
        .min_size(vec2(0.0, 30.0));
    let response = ui.add(button);
    let label = cx.words.view_button(&name);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &label));
    focus_ring(ui, cx, &response, 8.0);
    let key = shown_key(&Command::Views, cx.words).unwrap_or_default();
    let response = response.tip(|| format!("{label}  {key}"));
    let popup = Popup::from_toggle_button_response(&response)
        .id(panel_id())
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .width(WIDTH)
        .accessible_name(&label);
    let shown = popup.show(|ui| {
        ui.set_width(WIDTH);
        let most = ui.ctx().content_rect().height() - 150.0;
        let most = most.max(160.0);
        let scroll = ScrollArea::vertical().max_height(most).min_scrolled_height(most);
        // As wide as the panel, so that the bar stands at its edge.
        scroll.auto_shrink([false, true]).show(ui, |ui| {
            // Beside the scroll bar.
            ui.set_width(WIDTH - 24.0);
            ui.spacing_mut().item_spacing = vec2(6.0, 2.0);
            // The ring around the first row needs room.
            ui.add_space(5.0);
            if let Some(journey) = doc.shown_journey().cloned() {
                views_ui(ui, cx, doc, &journey, panel, out);
                lanes_ui(ui, cx, doc, &journey, out);
                filters_ui(ui, cx, doc, &journey, out);
            }
        });
    });
    if shown.is_none() {
        panel.naming = None;
    }
}

/// The saved views, and what is done with them.
fn views_ui(
    ui: &mut Ui,
    cx: &Context,
    doc: &Document,
    journey: &Journey,
    panel: &mut ViewPanel,
    out: &mut Vec<Message>,
) {
    let view = doc.view();
    let all = view.same_choice(&View::default()) && view.id.is_empty();
    let (response, _) = view_row(ui, cx, &cx.words.view_all(), all, &[]);
    if panel.naming.is_none() && std::mem::take(&mut panel.wants) {
        response.request_focus();
    }
    if response.clicked() {
        out.push(Message::View(Box::default()));
    }
    for saved in &journey.views {
        if panel.naming.as_ref().is_some_and(|(id, _)| id.as_ref() == Some(&saved.id)) {
            name_ui(ui, cx, doc, panel, out);
            continue;
        }
        let title = title_of(saved, cx.words);
        let (rename, delete) = (cx.words.view_rename(&title), cx.words.view_delete(&title));
        let plain = |icon, name| PartSign { icon, name, on: None, lit: false };
        let signs = [plain(icon::PENCIL, rename.as_str()), plain(icon::TRASH, delete.as_str())];
        let on = saved.id == view.id && !view.id.is_empty();
        let (response, pressed) =
            ui.push_id(saved.id.as_str(), |ui| view_row(ui, cx, &title, on, &signs)).inner;
        if response.clicked() {
            out.push(Message::View(Box::new(View::clone(saved))));
        }
        match pressed {
            Some(0) => {
                panel.naming = Some((Some(saved.id.clone()), saved.title.clone()));
                panel.wants = true;
            }
            Some(_) => put(doc, &saved.id, |_| None, out),
            None => {}
        }
    }
    ui.add_space(8.0);
    if panel.naming.as_ref().is_some_and(|(id, _)| id.is_none()) {
        name_ui(ui, cx, doc, panel, out);
        return;
    }
    wrapped(ui, |ui| {
        let saved = named(journey, &view.id).filter(|saved| !saved.same_choice(view));
        if let Some(saved) = saved {
            let label = cx.words.view_update(title_of(saved, cx.words));
            if text_button(ui, cx, &label, true, vec2(0.0, 30.0)).clicked() {
                let title = saved.title.clone();
                let new = View { title, ..view.clone() };
                put(doc, &saved.id, |_| Some(new.clone()), out);
                out.push(Message::View(Box::new(new)));
            }
        }
        let label = cx.words.view_save_as();
        if !all && text_button(ui, cx, &label, false, vec2(0.0, 30.0)).clicked() {
            panel.name_new();
        }
    });
}

/// The field in which a view gets its name: Enter keeps it, Esc does not.
fn name_ui(
    ui: &mut Ui,
    cx: &Context,
    doc: &Document,
    panel: &mut ViewPanel,
    out: &mut Vec<Message>,
) {
    let Some((id, mut text)) = panel.naming.clone() else { return };
    let field = egui::Id::unique("view name");
    let (response, pressed) = ui
        .horizontal(|ui| {
            let mut layouter = layouter(regular(13.5), false);
            let edit = egui::TextEdit::singleline(&mut text)
                .layouter(&mut layouter)
                .id(field)
                .char_limit(200)
                .hint_text(cx.words.view_name_hint())
                .font(regular(13.5))
                .margin(vec2(8.0, 6.0))
                .desired_width(ui.available_width() - 90.0);
            let response = ui.add(edit);
            let save = text_button(ui, cx, &cx.words.view_save(), true, vec2(66.0, 30.0));
            (response, save.clicked())
        })
        .inner;
    let name = cx.words.view_name();
    response.widget_info(|| WidgetInfo::labeled(egui::Role::TextInput, true, &name));
    if std::mem::take(&mut panel.wants) {
        response.request_focus();
        select_all(ui, field, &text);
    }
    let entered = left(ui, &response) == Some(Left::ByEnter);
    panel.naming = Some((id.clone(), text.clone()));
    if !(pressed || entered) {
        return;
    }
    if text.trim().is_empty() {
        panel.wants = true;
        return;
    }
    panel.naming = None;
    match id {
        None => save_new(doc, panel.next_id(), &text, out),
        Some(id) => {
            let title = text.trim().to_owned();
            put(doc, &id, |old| Some(View { title: title.clone(), ..old.clone() }), out);
        }
    }
}

/// Each lane: shown or not, only its title, kept in view.
fn lanes_ui(ui: &mut Ui, cx: &Context, doc: &Document, journey: &Journey, out: &mut Vec<Message>) {
    heading(ui, cx, &cx.words.view_lanes());
    for lane in &journey.lanes {
        let view = doc.view();
        let name = lane_name(lane, cx.words);
        let shown = !lane.hidden && !view.hidden.contains(&lane.id);
        let (folded, pinned) = (view.collapses(lane), view.pins(lane));
        let names = [
            cx.words.view_show_lane(&name),
            cx.words.view_fold_lane(&name),
            cx.words.view_pin_lane(&name),
        ];
        let [show, fold, pin] = &names;
        let eye = if shown { icon::EYE } else { icon::EYE_OFF };
        let chevron = if folded { icon::CHEVRON_RIGHT } else { icon::CHEVRON_DOWN };
        let signs = [
            PartSign { icon: chevron, name: fold, on: Some(folded), lit: folded },
            PartSign { icon: icon::PIN, name: pin, on: Some(pinned), lit: pinned },
            PartSign { icon: eye, name: show, on: Some(shown), lit: !shown },
        ];
        let emoji = if lane.icon.is_empty() { lane_icon(&lane.kind) } else { &lane.icon };
        let pressed = ui
            .push_id(lane.id.as_str(), |ui| lane_row(ui, cx, (emoji, &name), shown, &signs))
            .inner;
        let mut next = view.clone();
        let own = match pressed {
            None => continue,
            Some(0) => switch(&mut next.collapsed, lane, |lane| &mut lane.collapsed),
            Some(1) => switch(&mut next.pinned, lane, |lane| &mut lane.pinned),
            Some(_) => switch(&mut next.hidden, lane, |lane| &mut lane.hidden),
        };
        if let Some(lane) = own {
            out.push(Message::Edit(Change::PutLanes(vec![lane])));
        }
        out.push(Message::View(Box::new(next)));
    }
}

/// Puts a lane onto the list of a view or takes it off. The lane as it must become is returned
/// where it says so itself, whatever the view.
fn switch(list: &mut Vec<Id>, lane: &Lane, own: impl Fn(&mut Lane) -> &mut bool) -> Option<Lane> {
    let mut head = Lane { cards: Default::default(), points: Default::default(), ..lane.clone() };
    let says = std::mem::take(own(&mut head));
    if says || list.contains(&lane.id) {
        list.retain(|id| *id != lane.id);
    } else {
        list.push(lane.id.clone());
    }
    says.then_some(head)
}

/// Whose cards and curves, with which tags and marks, and which parts.
fn filters_ui(
    ui: &mut Ui,
    cx: &Context,
    doc: &Document,
    journey: &Arc<Journey>,
    out: &mut Vec<Message>,
) {
    let project = doc.editor.project();
    let view = doc.view();
    let mut next = view.clone();
    let of_lane = |lane: &Lane, id: &Id| {
        let persona = |point: &Arc<EmotionPoint>| point.persona.as_ref() == Some(id);
        lane.persona.as_ref() == Some(id) || lane.points.iter().any(persona)
    };
    let concerned = |id: &Id| {
        journey.personas.contains(id) || journey.lanes.iter().any(|lane| of_lane(lane, id))
    };
    let personas: Vec<_> = project.personas.iter().filter(|one| concerned(&one.id)).collect();
    if !personas.is_empty() {
        heading(ui, cx, &cx.words.view_personas());
        wrapped(ui, |ui| {
            for persona in personas {
                let name = format!("{} {}", persona.emoji, persona_name(persona, cx.words));
                let on = view.personas.contains(&persona.id);
                toggle(
                    chip(ui, cx.theme, name.trim(), Lit::from(on)),
                    &mut next.personas,
                    &persona.id,
                );
            }
        });
    }
    let tags = tags(journey, view);
    if !tags.is_empty() {
        heading(ui, cx, &cx.words.view_tags());
        wrapped(ui, |ui| {
            for tag in &tags {
                let on = view.tags.contains(tag);
                toggle(chip(ui, cx.theme, tag, Lit::from(on)), &mut next.tags, tag);
            }
        });
    }
    heading(ui, cx, &cx.words.view_marks());
    wrapped(ui, |ui| {
        for mark in Mark::ALL {
            let on = view.marks.contains(mark);
            toggle(chip(ui, cx.theme, &mark.name(cx.words), Lit::from(on)), &mut next.marks, mark);
        }
    });
    let any_role = journey.lanes.iter().flat_map(|lane| lane.cards.iter());
    if any_role.into_iter().any(|card| card.content_role.is_some())
        || !view.content_roles.is_empty()
    {
        heading(ui, cx, &cx.words.field_content_role());
        wrapped(ui, |ui| {
            for role in ContentRole::ALL {
                let on = view.content_roles.contains(role);
                let chip = chip(ui, cx.theme, &role.name(cx.words), Lit::from(on));
                toggle(chip, &mut next.content_roles, role);
            }
        });
    }
    let mut cards = journey.lanes.iter().flat_map(|lane| lane.cards.iter());
    if cards.any(|card| card.reach.is_some()) || !view.reaches.is_empty() {
        heading(ui, cx, &cx.words.field_reach());
        wrapped(ui, |ui| {
            for reach in Reach::ALL {
                let on = view.reaches.contains(reach);
                let chip = chip(ui, cx.theme, &reach.name(cx.words), Lit::from(on));
                toggle(chip, &mut next.reaches, reach);
            }
        });
    }
    heading(ui, cx, &cx.words.view_parts());
    wrapped(ui, |ui| {
        for part in Part::ALL {
            let on = view.shows(part);
            toggle(chip(ui, cx.theme, &part.name(cx.words), Lit::from(on)), &mut next.off, part);
        }
        let name = cx.words.command_gaps_on_map();
        if chip(ui, cx.theme, &name, Lit::from(view.gaps)).clicked() {
            next.gaps = !view.gaps;
        }
        let name = cx.words.command_chain();
        if chip(ui, cx.theme, &name, Lit::from(view.chain)).clicked() {
            next.chain = !view.chain;
        }
    });
    ui.add_space(8.0);
    let muted = cx.theme.color(Role::Muted);
    ui.label(RichText::new(cx.words.view_help()).font(regular(12.0)).color(muted));
    if next != *view {
        out.push(Message::View(Box::new(next)));
    }
}

/// Puts something onto a list or takes it off, where it was pressed.
fn toggle<T: PartialEq + Clone>(pressed: Response, list: &mut Vec<T>, item: &T) {
    if !pressed.clicked() {
        return;
    }
    match list.iter().position(|one| one == item) {
        Some(at) => drop(list.remove(at)),
        None => list.push(item.clone()),
    }
}

/// The tags in use on the map, and those the view asks for, in alphabetical order.
fn tags(journey: &Journey, view: &View) -> Vec<String> {
    let cards = journey.lanes.iter().flat_map(|lane| lane.cards.iter());
    let mut tags: Vec<&String> = cards.flat_map(|card| &card.tags).chain(&view.tags).collect();
    tags.sort_unstable();
    tags.dedup();
    tags.into_iter().cloned().collect()
}
