//! The opportunity that cards lead to, or what is valued of the opportunities that cards are.

use super::batch::Lit;
use super::card::CardForm;
use super::fields::{FieldLook, FieldPlace, pair};
use super::form::Form;
use super::named_lines::titled;
use super::picked::Picked;
use super::widgets::{chip, level, plain_chip, sign, wrapped};
use crate::edit::{Change, set_opportunities, tie, tie_to_new};
use crate::insight::{card_of_opportunity, leads_to, opportunity_of};
use crate::model::{Card, CardRef, Id, Opportunity, RemedyKind, Status, Thing};
use crate::scene::icon;
use crate::scene::{Face, Role};
use crate::ui::kit::keyboard::has_keyboard;
use crate::ui::kit::tooltip::Tip as _;
use crate::ui::{Message, Selection, font_id};
use crate::words::Named;
use egui::{CursorIcon, Frame, Margin, RichText, Sense, Ui, UiBuilder, WidgetInfo, vec2};

/// The worth of an opportunity goes from 1 to this.
const WORTH_MAX: u8 = 5;

/// The opportunity the cards lead to.
pub(super) fn opportunity_ui(
    ui: &mut Ui,
    form: &mut Form<'_>,
    cards: CardForm<'_>,
    picked: &Picked,
) {
    let (words, project) = (form.cx.words, picked.project.clone());
    form.section(ui, "opportunity", &words.field_opportunity(), |ui, form| {
        let leads = |card: &Card| leads_to(&project, card).map(|one| one.id.clone());
        let mine = cards.same_of(|card| leads(card).or_else(|| card.opportunity.clone()));
        if let Some(Some(id)) = &mine {
            let found = project.opportunities.iter().find(|one| one.id == *id);
            let title = found.map_or(id.as_str(), |one| one.title.as_str());
            let own = card_of_opportunity(&project, &picked.journey.id, id);
            let place = own.map(|(journey, lane, card)| {
                (journey.id.clone(), CardRef { lane: Some(lane.id.clone()), card: card.id.clone() })
            });
            match idea(ui, form, &titled(title, words), place.is_some()) {
                Some(Pressed::Remove) => form.edit(tie(&project, &copied(cards), None)),
                Some(Pressed::Box) => go_to(form, picked, place),
                None => {}
            }
            return;
        }
        if !project.opportunities.is_empty() {
            let shown = match mine {
                None => words.inspector_mixed(),
                Some(_) => words.inspector_pick_opportunity(),
            };
            let picked = form.menu(ui, &words.field_opportunity(), &shown, || {
                let all = project.opportunities.iter();
                all.map(|one| (one.clone(), titled(&one.title, words), false)).collect()
            });
            if let Some(one) = picked {
                form.edit(tie(&project, &copied(cards), Some(Opportunity::clone(&one))));
            }
        }
        if plain_chip(ui, form.cx.theme, &words.inspector_new_opportunity()).clicked() {
            let id = form.state.next_id();
            form.edit(tie_to_new(&project, &picked.journey, &copied(cards), id));
        }
    });
}

/// The cards themselves, to be changed.
fn copied(cards: CardForm<'_>) -> Vec<(CardRef, Card)> {
    cards.things.iter().map(|(place, card)| (place.clone(), Card::clone(card))).collect()
}

/// Goes to a card, on this map or another.
fn go_to(form: &mut Form<'_>, picked: &Picked, place: Option<(Id, CardRef)>) {
    let Some((journey, card)) = place else { return };
    if journey != picked.journey.id {
        form.out.push(Message::GoTo(journey));
    }
    let thing = Thing::Card(card);
    form.out.push(Message::Select(Selection::of(thing.clone())));
    form.out.push(Message::Show(thing));
}

/// What was pressed on an opportunity.
enum Pressed {
    Box,
    Remove,
}

/// An opportunity as a note of its own colour. It is pressed to go there, where it has a card.
fn idea(ui: &mut Ui, form: &Form<'_>, title: &str, leads: bool) -> Option<Pressed> {
    let (theme, words) = (form.cx.theme, form.cx.words);
    let fill = theme.color(Role::IdeaFill);
    let frame = Frame::new().fill(fill).corner_radius(8).inner_margin(Margin::symmetric(12, 11));
    let mut removed = false;
    let sense = if leads { Sense::click() } else { Sense::hover() };
    let whole = ui.scope_builder(UiBuilder::new().id_salt("idea").sense(sense), |ui| {
        frame.show(ui, |ui| {
            let width = (ui.available_width() - 54.0).max(24.0);
            let font = font_id(Face::Medium, 13.0);
            let text = egui::WidgetText::from(RichText::new(title).font(font));
            let text = text.into_galley(
                ui,
                Some(egui::TextWrapMode::Wrap),
                width,
                egui::FontSelection::Default,
            );
            level(ui, text.size().y.max(22.0), |ui| {
                ui.label(RichText::new("💡").size(15.0));
                let (rect, _) = ui.allocate_exact_size(vec2(width, text.size().y), Sense::hover());
                let ink = theme.color(Role::Ink);
                ui.painter().galley(rect.min, text, ink);
                removed = sign(ui, theme, icon::X, &words.inspector_remove(title)).clicked();
            });
        });
    });
    let whole = whole.response;
    if leads {
        let name = words.inspector_go_to(title);
        whole.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
        if whole.hovered() || has_keyboard(&whole) {
            let edge = egui::Stroke::new(1.5, theme.color(Role::Idea));
            ui.painter().rect_stroke(whole.rect, 8.0, edge, egui::StrokeKind::Inside);
        }
    }
    let pressed = leads && whole.clicked();
    let tip = words.inspector_go_to(title);
    if leads {
        whole.tip(|| tip).on_hover_cursor(CursorIcon::PointingHand);
    }
    match (removed, pressed) {
        (true, _) => Some(Pressed::Remove),
        (false, true) => Some(Pressed::Box),
        (false, false) => None,
    }
}

/// What is valued of the opportunities that the cards are, and what leads to them.
pub(super) fn values_ui(ui: &mut Ui, form: &mut Form<'_>, cards: CardForm<'_>, picked: &Picked) {
    let words = form.cx.words;
    type Worth = (fn(&Opportunity) -> Option<f64>, fn(&mut Opportunity, Option<f64>));
    let rows: [(&str, String, Worth); 3] = [
        (
            "customer value",
            words.table_customer_value(),
            (|one| one.customer_value, |one, value| one.customer_value = value),
        ),
        (
            "business value",
            words.table_business_value(),
            (|one| one.business_value, |one, value| one.business_value = value),
        ),
        ("effort", words.table_effort(), (|one| one.effort, |one, value| one.effort = value)),
    ];
    let of = |card: &Card| opportunity_of(&picked.project, card);
    for (salt, label, (get, set)) in rows {
        form.section(ui, salt, &label, |ui, form| {
            wrapped(ui, |ui| {
                for worth in 1..=WORTH_MAX {
                    let value = f64::from(worth);
                    let is = |card: &Card| of(card).and_then(|one| get(one)).map(f64::round);
                    let lit = cards.lit(|card| is(card) == Some(value));
                    let number = words.number(value);
                    let name = words.inspector_worth(&label, &number, words.number(5.0));
                    let response = chip(ui, form.cx.theme, &number, lit).accessible_name(&name);
                    if response.tip(|| name).clicked() {
                        let value = (lit != Lit::On).then_some(value);
                        form.edit(change(cards, picked, |one, _| set(one, value)));
                    }
                }
            });
        });
    }
    form.section(ui, "status", &words.table_status(), |ui, form| {
        wrapped(ui, |ui| {
            let same = cards.same_of(|card| of(card).and_then(|one| one.status.clone()));
            let own = same.flatten().filter(|own| !Status::ALL.contains(own));
            for status in Status::ALL.iter().chain(own.iter()) {
                let is = |card: &Card| of(card).and_then(|one| one.status.as_ref()) == Some(status);
                let lit = cards.lit(is);
                if chip(ui, form.cx.theme, &status.name(words), lit).clicked() {
                    let status = (lit != Lit::On).then(|| status.clone());
                    form.edit(change(cards, picked, |one, _| one.status.clone_from(&status)));
                }
            }
        });
    });
    form.section(ui, "remedy", &words.field_remedy(), |ui, form| {
        wrapped(ui, |ui| {
            let same = cards.same_of(|card| of(card).and_then(|one| one.remedy.clone()));
            let own = same.flatten().filter(|own| !RemedyKind::ALL.contains(own));
            for remedy in RemedyKind::ALL.iter().chain(own.iter()) {
                let is = |card: &Card| of(card).and_then(|one| one.remedy.as_ref()) == Some(remedy);
                let lit = cards.lit(is);
                if chip(ui, form.cx.theme, &remedy.name(words), lit).clicked() {
                    let remedy = (lit != Lit::On).then(|| remedy.clone());
                    form.edit(change(cards, picked, |one, _| one.remedy.clone_from(&remedy)));
                }
            }
        });
    });
    ui.add_space(8.0);
    pair(ui, form, |ui, form, right| {
        let label = if right { words.table_due() } else { words.field_owner() };
        let hint = if right { words.inspector_due_hint() } else { words.inspector_owner_hint() };
        let salt = if right { "due" } else { "owner" };
        form.caption(ui, &label);
        let field = FieldPlace { salt, label: &label, hint: &hint, look: FieldLook::Line };
        let text = |card: &Card| {
            let one = of(card);
            match right {
                true => one.map_or_else(String::new, |one| one.due.clone()),
                false if card.owner.is_empty() => one.map_or_else(String::new, |o| o.owner.clone()),
                false => card.owner.clone(),
            }
        };
        let value = cards.same_of(text);
        form.bare_text(ui, field, value.as_deref(), |text| {
            change(cards, picked, |one, card| match right {
                true => one.due.clone_from(&text),
                // The card's own would be shown instead.
                false => {
                    one.owner.clone_from(&text);
                    card.owner.clear();
                }
            })
        });
    });
    if let Some((place, card)) = cards.only() {
        sources_ui(ui, form, picked, (place, card));
    }
}

fn change(
    cards: CardForm<'_>,
    picked: &Picked,
    set: impl Fn(&mut Opportunity, &mut Card),
) -> Change {
    let cards = cards.things.iter().map(|(place, card)| (place, &**card));
    set_opportunities(&picked.project, cards, set)
}

/// The cards that lead to the opportunity: pressed to go there, or taken away.
fn sources_ui(ui: &mut Ui, form: &mut Form<'_>, picked: &Picked, own: (&CardRef, &Card)) {
    let Some(opportunity) = opportunity_of(&picked.project, own.1) else { return };
    let leading = opportunity.cards.iter().filter(|id| **id != own.0.card);
    let leading: Vec<_> = leading
        .filter_map(|id| {
            let wanted = CardRef { lane: None, card: id.clone() };
            picked.project.card(&picked.journey, &wanted)
        })
        .collect();
    if leading.is_empty() {
        return;
    }
    let words = form.cx.words;
    form.section(ui, "leads here", &words.inspector_leads_here(), |ui, form| {
        for (place, card) in leading {
            let text = titled(&card.text, words);
            ui.push_id(&card.id, |ui| {
                level(ui, 28.0, |ui| {
                    let response = plain_chip(ui, form.cx.theme, &text);
                    if response.tip(|| words.inspector_go_to(&text)).clicked() {
                        go_to(form, picked, Some((picked.journey.id.clone(), place.clone())));
                    }
                    let name = words.inspector_remove(&text);
                    if sign(ui, form.cx.theme, icon::X, &name).clicked() {
                        let card = Card::clone(card);
                        form.edit(tie(&picked.project, &[(place.clone(), card)], None));
                    }
                });
            });
        }
    });
}
