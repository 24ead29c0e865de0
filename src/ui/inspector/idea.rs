//! One opportunity: where it comes from, what it gives and takes, whose it is, and its tasks.

use super::fields::{FieldLook, FieldPlace, pair};
use super::form::Form;
use super::numbers::BadNumber;
use super::widgets::{chip, level, plain_chip, wrapped};
use super::{Lit, idea_scale, idea_tasks};
use crate::edit::{Change, change_idea, tie, tie_to_card};
use crate::insight::{RankedIdea, is_of_opportunities, open_pains};
use crate::model::{
    Card, CardRef, Id, LaneKind, Mark, Opportunity, RemedyKind, Status, Subgoal, Thing,
};
use crate::scene::{Face, Role, icon};
use crate::ui::kit::keyboard::has_keyboard;
use crate::ui::kit::tooltip::Tip as _;
use crate::ui::{Message, Selection, font_id};
use crate::words::{Named as _, persona_name, read_due, titled};
use egui::{CursorIcon, RichText, Sense, Ui, WidgetInfo, pos2, vec2};
use jiff::civil::Date;
use std::sync::Arc;

/// A card that leads to the opportunity.
const SOURCE: f32 = 34.0;

/// All of it.
pub(super) fn idea_ui(ui: &mut Ui, form: &mut Form<'_>, idea: &RankedIdea, today: Date) {
    head_ui(ui, form, idea);
    sources_ui(ui, form, idea);
    idea_scale::scales_ui(ui, form, idea);
    form.divider(ui);
    owner_and_date_ui(ui, form, idea, today);
    status_ui(ui, form, idea);
    subgoal_ui(ui, form, idea);
    form.divider(ui);
    idea_tasks::tasks_ui(ui, form, idea, today);
    // Below the tasks, which are looked at more often.
    remedy_ui(ui, form, idea);
    ui.add_space(24.0);
    let label = form.cx.words.ideas_remove();
    if plain_chip(ui, form.cx.theme, &label).clicked() {
        let id = idea.opportunity.id.clone();
        form.edit(Change::RemoveOpportunities(vec![id]));
    }
}

/// The same opportunity with something set; where it is nowhere any more, as it is.
pub(super) fn changed(
    form: &Form<'_>,
    idea: &RankedIdea,
    set: impl Fn(&mut Opportunity, &mut Card),
) -> Change {
    let (project, journey) = (&form.picked.project, &form.picked.journey);
    let change = change_idea(project, journey, &idea.opportunity.id, set);
    change.unwrap_or(Change::Together(Vec::new()))
}

fn head_ui(ui: &mut Ui, form: &mut Form<'_>, idea: &RankedIdea) {
    let words = form.cx.words;
    level(ui, 18.0, |ui| {
        form.kind_label(ui, &words.ideas_kind());
        if idea.votes > 0 {
            let right = egui::Layout::right_to_left(egui::Align::Center);
            ui.with_layout(right, |ui| {
                form.remark(ui, &words.ideas_votes(idea.votes as usize), Role::Muted);
            });
        }
    });
    let one = &idea.opportunity;
    let (label, hint) = (words.ideas_kind(), words.scene_untitled());
    let field =
        FieldPlace { salt: "idea title", label: &label, hint: &hint, look: FieldLook::Heading };
    let (project, journey) = (form.picked.project.clone(), form.picked.journey.clone());
    let change = |set: &dyn Fn(&mut Opportunity, &mut Card)| {
        let change = change_idea(&project, &journey, &one.id, set);
        change.unwrap_or(Change::Together(Vec::new()))
    };
    form.bare_text(ui, field, Some(&one.title), |text| {
        change(&|one: &mut Opportunity, card: &mut Card| {
            one.title.clone_from(&text);
            card.text.clone_from(&text);
        })
    });
    let label = words.field_note();
    let field =
        FieldPlace { salt: "idea note", label: &label, hint: &label, look: FieldLook::Lines };
    form.bare_text(ui, field, Some(&one.note), |text| {
        change(&|one: &mut Opportunity, _: &mut Card| one.note.clone_from(&text))
    });
}

/// The cards that lead to it: those it names, and those that name it on this map.
fn sources(form: &Form<'_>, idea: &RankedIdea) -> Vec<(CardRef, Arc<Card>)> {
    let (project, journey) = (&form.picked.project, &form.picked.journey);
    let own = idea.card.as_ref().map(|own| &own.card);
    let mut found: Vec<(CardRef, Arc<Card>)> = Vec::new();
    let mut add = |place: CardRef, card: &Arc<Card>| {
        let is_new = found.iter().all(|(known, _)| known.card != place.card);
        if is_new && Some(&place.card) != own {
            found.push((place, card.clone()));
        }
    };
    for id in &idea.opportunity.cards {
        let wanted = CardRef { lane: None, card: id.clone() };
        if let Some((place, card)) = project.card(journey, &wanted) {
            add(place, card);
        }
    }
    for lane in journey.lanes.iter().filter(|lane| !is_of_opportunities(lane)) {
        for card in &lane.cards {
            if card.opportunity.as_ref() == Some(&idea.opportunity.id) {
                add(CardRef { lane: Some(lane.id.clone()), card: card.id.clone() }, card);
            }
        }
    }
    found
}

fn sources_ui(ui: &mut Ui, form: &mut Form<'_>, idea: &RankedIdea) {
    let sources = sources(form, idea);
    let words = form.cx.words;
    form.section(ui, "idea sources", &words.ideas_from(), |ui, form| {
        for (place, card) in &sources {
            if source_ui(ui, form, place, card) {
                go_to(form, place.clone());
            }
        }
        // The card that it is, where nothing else leads there.
        if let Some(own) = idea.card.as_ref().filter(|_| sources.is_empty())
            && let Some((place, card)) = form.picked.project.card(&form.picked.journey, own)
        {
            let card = card.clone();
            if source_ui(ui, form, &place, &card) {
                go_to(form, place);
            }
        }
        add_source_ui(ui, form, idea);
        for_whom_ui(ui, form, idea, &sources);
    });
}

/// Whom it is for: the personas of the cards that lead to it, and of its own.
fn for_whom_ui(ui: &mut Ui, form: &Form<'_>, idea: &RankedIdea, sources: &[(CardRef, Arc<Card>)]) {
    let (project, words) = (&form.picked.project, form.cx.words);
    let own = idea.card.as_ref().and_then(|own| project.card(&form.picked.journey, own));
    let cards = sources.iter().map(|(_, card)| card).chain(own.map(|(_, card)| card));
    let named: Vec<&Id> = cards.flat_map(|card| &card.personas).collect();
    let personas = project.personas.iter().filter(|one| named.contains(&&one.id));
    let names: Vec<String> = personas.map(|one| persona_name(one, words)).collect();
    if !names.is_empty() {
        form.remark(ui, &words.ideas_for_whom(names.join(", ")), Role::Muted);
    }
}

/// One more pain point that leads here, of those that nothing answers yet.
fn add_source_ui(ui: &mut Ui, form: &mut Form<'_>, idea: &RankedIdea) {
    let (project, journey) = (form.picked.project.clone(), form.picked.journey.clone());
    // Looked for only where the list is open.
    let pains = || open_pains(&project, &journey);
    let label = form.cx.words.ideas_add_source();
    let words = form.cx.words;
    let picked = form.menu(ui, &words.ideas_from(), &label, || {
        let title = |card: &Card| titled(card.text.lines().next().unwrap_or_default(), words);
        pains()
            .into_iter()
            .map(|(place, card)| ((place, title(&card)), title(&card), false))
            .collect()
    });
    let Some((place, _)) = picked else { return };
    let Some((place, card)) = project.card(&journey, &place) else { return };
    let cards = [(place, Card::clone(card))];
    let own = idea.card.as_ref().and_then(|own| project.card(&journey, own));
    let change = match own {
        Some((place, own)) => tie_to_card(&project, &cards, (&place, own)),
        None => Some(tie(&project, &cards, Some(Opportunity::clone(&idea.opportunity)))),
    };
    if let Some(change) = change {
        form.edit(change);
    }
}

/// Shows the card on the map.
fn go_to(form: &mut Form<'_>, place: CardRef) {
    let thing = Thing::Card(place);
    form.out.push(Message::Select(Selection::of(thing.clone())));
    form.out.push(Message::Show(thing));
}

/// A card with its step; true where it was pressed.
fn source_ui(ui: &mut Ui, form: &Form<'_>, place: &CardRef, card: &Card) -> bool {
    let (theme, words) = (form.cx.theme, form.cx.words);
    let journey = &form.picked.journey;
    let lane = place.lane.as_ref().and_then(|lane| journey.lane(lane)).map(|(_, lane)| lane);
    let hurts = lane.is_some_and(|lane| lane.kind == LaneKind::PainPoints);
    let (sign, role) = match () {
        () if hurts || card.marks.contains(&Mark::PainPoint) => (icon::FLAG, Role::Bad),
        () if card.marks.contains(&Mark::MomentOfTruth) => (icon::STAR, Role::Idea),
        () if lane.is_some_and(is_of_opportunities) => (icon::LIGHTBULB, Role::IdeaText),
        () => (icon::MAP, Role::Muted),
    };
    let text = titled(card.text.lines().next().unwrap_or_default(), words);
    let mut steps = journey.steps().map(|(_, step)| step);
    let step = steps.find(|step| step.id == card.step).map(|step| step.title.clone());
    let size = vec2(ui.available_width(), SOURCE);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let name = words.inspector_go_to(&text);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
    let fill = if response.hovered() { Role::Ink.at(26) } else { Role::Ink.at(12) };
    ui.painter().rect_filled(rect, 7.0, theme.color(fill));
    if has_keyboard(&response) {
        let stroke = egui::Stroke::new(1.5, theme.color(Role::Accent));
        ui.painter().rect_stroke(rect.expand(2.0), 9.0, stroke, egui::StrokeKind::Outside);
    }
    let middle = rect.center().y;
    let put = |at, align, text: String, font, role| {
        ui.painter().text(at, align, text, font, theme.color(role))
    };
    use egui::Align2;
    put(
        pos2(rect.left() + 20.0, middle),
        Align2::CENTER_CENTER,
        sign.to_string(),
        font_id(Face::Regular, 14.0),
        role,
    );
    put(
        pos2(rect.right() - 14.0, middle),
        Align2::CENTER_CENTER,
        icon::CHEVRON_RIGHT.to_string(),
        font_id(Face::Regular, 14.0),
        Role::Muted,
    );
    let mut right = rect.right() - 26.0;
    if let Some(step) = step.filter(|step| !step.trim().is_empty()) {
        let color = theme.color(Role::Muted);
        let mut job =
            egui::text::LayoutJob::simple_singleline(step, font_id(Face::Regular, 12.0), color);
        job.wrap = egui::text::TextWrapping::truncate_at_width(rect.width() * 0.34);
        let galley = ui.painter().layout_job(job);
        right -= galley.size().x;
        let at = pos2(right, middle - galley.size().y / 2.0);
        ui.painter().galley(at, galley, color);
    }
    let left = rect.left() + 34.0;
    let ink = theme.color(Role::Ink);
    crate::ui::kit::buttons::line(
        ui,
        pos2(left, middle),
        &text,
        font_id(Face::Medium, 12.5),
        ink,
        right - left - 8.0,
    );
    response.on_hover_cursor(CursorIcon::PointingHand).tip(|| name).clicked()
}

fn owner_and_date_ui(ui: &mut Ui, form: &mut Form<'_>, idea: &RankedIdea, today: Date) {
    let words = form.cx.words;
    let (project, journey) = (form.picked.project.clone(), form.picked.journey.clone());
    let id = idea.opportunity.id.clone();
    let change = |set: &dyn Fn(&mut Opportunity, &mut Card)| {
        change_idea(&project, &journey, &id, set).unwrap_or(Change::Together(Vec::new()))
    };
    pair(ui, form, |ui, form, right| {
        if right {
            let (label, hint) = (words.ideas_due(), words.ideas_due_hint());
            form.caption(ui, &label);
            let field =
                FieldPlace { salt: "idea due", label: &label, hint: &hint, look: FieldLook::Line };
            let parse = |text: &str| match text.trim() {
                "" => Ok(String::new()),
                text => read_due(text, today).ok_or(BadNumber::NotANumber),
            };
            // With its year: one that is past must not become that of next year.
            let format = |due: &String| words.due_short(due, Date::MIN);
            let complaint = |_| words.ideas_due_unread();
            let value = Some(idea.opportunity.due.clone());
            form.drafted(ui, field, value, (&parse, &format, &complaint), |due| {
                change(&|one: &mut Opportunity, _: &mut Card| one.due.clone_from(&due))
            });
        } else {
            let (label, hint) = (words.ideas_owner(), words.inspector_owner_hint());
            form.caption(ui, &label);
            let field = FieldPlace {
                salt: "idea owner",
                label: &label,
                hint: &hint,
                look: FieldLook::Line,
            };
            // What is being typed may end in a space.
            let shown = match idea.opportunity.owner.trim() == idea.owner {
                true => &idea.opportunity.owner,
                false => &idea.owner,
            };
            form.bare_text(ui, field, Some(shown), |text| {
                change(&|one: &mut Opportunity, card: &mut Card| {
                    one.owner.clone_from(&text);
                    // The card's own would be shown instead.
                    card.owner.clear();
                })
            });
        }
    });
}

fn status_ui(ui: &mut Ui, form: &mut Form<'_>, idea: &RankedIdea) {
    let words = form.cx.words;
    // As the lists have it: what nobody has said of is an idea.
    let now = Some(idea.opportunity.status.clone().unwrap_or(Status::Idea));
    form.section(ui, "idea status", &words.table_status(), |ui, form| {
        wrapped(ui, |ui| {
            let own = now.iter().filter(|own| !Status::ALL.contains(own));
            for status in Status::ALL.iter().chain(own) {
                let lit = if now.as_ref() == Some(status) { Lit::On } else { Lit::Off };
                if chip(ui, form.cx.theme, &status.name(words), lit).clicked() {
                    let status = (lit != Lit::On).then(|| status.clone());
                    form.edit(changed(form, idea, |one, _| one.status.clone_from(&status)));
                }
            }
        });
    });
}

/// What kind of answer it is.
fn remedy_ui(ui: &mut Ui, form: &mut Form<'_>, idea: &RankedIdea) {
    let words = form.cx.words;
    let now = idea.opportunity.remedy.clone();
    form.section(ui, "idea remedy", &words.field_remedy(), |ui, form| {
        wrapped(ui, |ui| {
            let own = now.iter().filter(|own| !RemedyKind::ALL.contains(own));
            for remedy in RemedyKind::ALL.iter().chain(own) {
                let lit = if now.as_ref() == Some(remedy) { Lit::On } else { Lit::Off };
                if chip(ui, form.cx.theme, &remedy.name(words), lit).clicked() {
                    let remedy = (lit != Lit::On).then(|| remedy.clone());
                    form.edit(changed(form, idea, |one, _| one.remedy.clone_from(&remedy)));
                }
            }
        });
    });
}

/// What it serves stands on its card: only an opportunity of the map has it.
fn subgoal_ui(ui: &mut Ui, form: &mut Form<'_>, idea: &RankedIdea) {
    let project = form.picked.project.clone();
    let own = idea.card.as_ref().and_then(|own| project.card(&form.picked.journey, own));
    let Some((_, own)) = own else { return };
    let words = form.cx.words;
    let name_of = |id: &Option<Id>| match id {
        None => words.inspector_none(),
        Some(id) => {
            let known = project.subgoals.iter().find(|one| one.id == *id);
            titled(known.map_or(id.as_str(), |one| one.title.as_str()), words)
        }
    };
    form.section(ui, "idea subgoal", &words.ideas_subgoal(), |ui, form| {
        if !project.subgoals.is_empty() || own.subgoal.is_some() {
            let shown = name_of(&own.subgoal);
            let picked = form.menu(ui, &words.ideas_subgoal(), &shown, || {
                let ids = project.subgoals.iter().map(|one| Some(one.id.clone()));
                let all = std::iter::once(None).chain(ids);
                all.map(|id| (id.clone(), name_of(&id), id == own.subgoal)).collect()
            });
            if let Some(id) = picked {
                form.edit(changed(form, idea, |_, card| card.subgoal.clone_from(&id)));
            }
        }
        let label = words.inspector_new_subgoal();
        let salt = "idea new subgoal";
        let field = FieldPlace { salt, label: &label, hint: &label, look: FieldLook::Line };
        if let (Some(title), _) = form.adder(ui, field) {
            let id = form.state.next_id();
            let new = Subgoal { id: id.clone(), title, ..Subgoal::default() };
            let tie = changed(form, idea, |_, card| card.subgoal = Some(id.clone()));
            form.edit(Change::Together(vec![tie, Change::PutSubgoals(vec![new])]));
        }
    });
}

/// A heading of a part, with what stands at its right.
pub(super) fn part_head(ui: &mut Ui, form: &Form<'_>, title: &str, right: &str) {
    level(ui, 22.0, |ui| {
        ui.label(RichText::new(title).font(font_id(Face::SemiBold, 14.0)));
        let layout = egui::Layout::right_to_left(egui::Align::Center);
        ui.with_layout(layout, |ui| form.remark(ui, right, Role::Muted));
    });
}
