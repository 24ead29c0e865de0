//! The panel for cards: what its lane makes important first, the rest behind "More".

use super::batch::{self, Batch, Lit};
use super::fields::{FieldLook, FieldPlace};
use super::form::Form;
use super::picked::Picked;
use super::picture::image_ui;
use super::widgets::{chip, plain_chip, swatch, wrapped};
use super::{card_links, card_more, card_themes, feeling, next_card, opportunity, tags};
use crate::model::{
    Card, CardRef, Channel, ContentRole, Evidence, LaneKind, Mark, Medium, Met, Ownership, Reach,
};
use crate::scene::Role;
use crate::ui::kit::tooltip::Tip as _;
use crate::words::{Named, Words};
use egui::Ui;

/// CardForm, being edited as one.
pub(super) type CardForm<'a> = Batch<'a, CardRef, Card>;

/// Shows and edits the selected cards.
pub(super) fn cards_ui(ui: &mut Ui, form: &mut Form<'_>, picked: &Picked) {
    let words = form.cx.words;
    let cards = batch::cards(&picked.cards);
    head_ui(ui, form, cards, picked);
    form.text(
        ui,
        cards,
        FieldPlace {
            salt: "note",
            label: &words.field_note(),
            hint: &words.inspector_note_hint(),
            look: FieldLook::Lines,
        },
        |card| &card.note,
        |card, text| card.note = text,
    );
    let kind = picked.lane_kind.as_ref();
    let pictured =
        kind == Some(&LaneKind::Images) || cards.lit(|card| card.image.is_some()) != Lit::Off;
    if pictured {
        image_ui(ui, form, cards, |card| &card.image, |card, image| card.image = image);
    }
    let meeting = matches!(kind, Some(LaneKind::Touchpoints | LaneKind::Channels));
    let measured = matches!(kind, Some(LaneKind::Metrics));
    let ours = matches!(kind, Some(LaneKind::SalesMarketing | LaneKind::Backstage));
    let hindered = matches!(kind, Some(LaneKind::PainPoints | LaneKind::Problems))
        || cards.lit(|card| card.blocker.is_some()) != Lit::Off;
    let expected =
        kind == Some(&LaneKind::Expectations) || cards.lit(|card| card.met.is_some()) != Lit::Off;
    let is_opportunity = kind == Some(&LaneKind::Opportunities);
    if is_opportunity {
        opportunity::values_ui(ui, form, cards, picked);
    }
    if measured {
        card_more::metric_ui(ui, form, cards);
    }
    if expected {
        form.choice_section(
            ui,
            cards,
            ("met", &words.field_met()),
            Met::ALL,
            |card| &card.met,
            |card, met| card.met = met,
        );
    }
    if meeting {
        channel_ui(ui, form, cards);
        content_ui(ui, form, cards);
    }
    marks_ui(ui, form, cards);
    if hindered {
        card_more::blocker_ui(ui, form, cards);
    }
    if meeting || !picked.feelings.is_empty() {
        feeling::card_feelings_ui(ui, form, cards, picked);
    }
    form.choice_section(
        ui,
        cards,
        ("evidence", &words.field_evidence()),
        Evidence::ALL,
        |card| &card.evidence,
        |card, evidence| card.evidence = evidence,
    );
    card_links::sources_ui(ui, form, cards);
    // Most maps have no research yet: then themes are found under more.
    let themed = !form.picked.project.themes.is_empty();
    if themed {
        card_themes::themes_ui(ui, form, cards);
    }
    if !is_opportunity {
        opportunity::opportunity_ui(ui, form, cards, picked);
    }
    card_links::whom_ui(ui, form, cards);
    let leads = ours || cards.lit(|card| card.next.is_some()) != Lit::Off;
    if ours || cards.lit(|card| card.automatic) != Lit::Off {
        automatic_ui(ui, form, cards);
    }
    if ours || cards.lit(|card| card.reach.is_some()) != Lit::Off {
        reach_ui(ui, form, cards);
    }
    if ours {
        card_links::subgoal_ui(ui, form, cards);
    }
    if leads {
        next_card::next_ui(ui, form, cards, picked);
    }
    tags::tags_ui(ui, form, cards);
    color_ui(ui, form, cards);
    if !is_opportunity {
        owner_ui(ui, form, cards);
    }
    more_toggle(ui, form);
    if form.state.more {
        if !pictured {
            image_ui(ui, form, cards, |card| &card.image, |card, image| card.image = image);
        }
        if !meeting {
            channel_ui(ui, form, cards);
            content_ui(ui, form, cards);
        }
        if !measured {
            card_more::metric_ui(ui, form, cards);
        }
        if !hindered {
            card_more::blocker_ui(ui, form, cards);
        }
        if !ours {
            card_links::subgoal_ui(ui, form, cards);
        }
        if !themed {
            card_themes::themes_ui(ui, form, cards);
        }
        card_more::rest_ui(ui, form, cards);
        card_more::place_ui(ui, form, cards, picked);
    }
}

fn head_ui(ui: &mut Ui, form: &mut Form<'_>, cards: CardForm<'_>, picked: &Picked) {
    let words = form.cx.words;
    let Some((place, _)) = cards.only() else {
        form.kind_label(ui, &words.inspector_selected());
        form.heading(ui, &words.count_cards(cards.things.len() as f64));
        return;
    };
    let kind = match (&picked.lane_kind, &place.lane) {
        (Some(kind), _) => card_name(words, kind),
        (None, None) => words.thing_card_parked(),
        (None, Some(_)) => words.thing_card_other(),
    };
    form.kind_label(ui, &kind);
    form.text(
        ui,
        cards,
        FieldPlace {
            salt: "text",
            label: &words.field_text(),
            hint: &words.inspector_text_hint(),
            look: FieldLook::Heading,
        },
        |card| &card.text,
        |card, text| card.text = text,
    );
}

/// Whether an activity of ours happens by itself.
fn automatic_ui(ui: &mut Ui, form: &mut Form<'_>, cards: CardForm<'_>) {
    ui.add_space(14.0);
    let label = form.cx.words.field_automatic();
    form.toggle(ui, cards, &label, |card| card.automatic, |card, on| card.automatic = on);
}

/// Whether an activity of ours is for one or for many at a time.
fn reach_ui(ui: &mut Ui, form: &mut Form<'_>, cards: CardForm<'_>) {
    form.choice_section(
        ui,
        cards,
        ("reach", &form.cx.words.field_reach()),
        Reach::ALL,
        |card| &card.reach,
        |card, reach| card.reach = reach,
    );
}

/// Medium and channel share a row of chips. Few channels are offered until "+" is pressed.
fn channel_ui(ui: &mut Ui, form: &mut Form<'_>, cards: CardForm<'_>) {
    const FEW: &[Channel] = &[Channel::Web, Channel::Meeting, Channel::Phone, Channel::Email];
    let words = form.cx.words;
    form.section(ui, "channel", &words.field_medium_channel(), |ui, form| {
        wrapped(ui, |ui| {
            form.choice(
                ui,
                cards,
                Medium::ALL,
                |card| &card.medium,
                |card, medium| card.medium = medium,
            );
            let all = if form.state.all_channels { Channel::ALL } else { FEW };
            form.choice(
                ui,
                cards,
                all,
                |card| &card.channel,
                |card, channel| card.channel = channel,
            );
            let name = words.inspector_all_channels();
            let lit = Lit::from(form.state.all_channels);
            let response = chip(ui, form.cx.theme, "+", lit).accessible_name(&name);
            if response.tip(|| name).clicked() {
                form.state.all_channels = !form.state.all_channels;
            }
        });
        if form.state.all_channels {
            let label = words.inspector_own_channel();
            let field =
                FieldPlace { salt: "own", label: &label, hint: &label, look: FieldLook::Line };
            if let (Some(name), _) = form.adder(ui, field) {
                let known = Channel::ALL
                    .iter()
                    .find(|known| known.name(words).to_lowercase() == name.to_lowercase());
                let channel = known.cloned().unwrap_or_else(|| Channel::Other(name.into()));
                form.edit(cards.change(|card| card.channel = Some(channel.clone())));
            }
        }
    });
}

fn content_ui(ui: &mut Ui, form: &mut Form<'_>, cards: CardForm<'_>) {
    let words = form.cx.words;
    form.choice_section(
        ui,
        cards,
        ("ownership", &words.field_ownership()),
        Ownership::ALL,
        |card| &card.ownership,
        |card, ownership| card.ownership = ownership,
    );
    form.choice_section(
        ui,
        cards,
        ("content role", &words.field_content_role()),
        ContentRole::ALL,
        |card| &card.content_role,
        |card, role| card.content_role = role,
    );
}

/// Any number of marks, each with its sign.
fn marks_ui(ui: &mut Ui, form: &mut Form<'_>, cards: CardForm<'_>) {
    let words = form.cx.words;
    form.section(ui, "marks", &words.field_marks(), |ui, form| {
        wrapped(ui, |ui| {
            // Marks of a later version have their chip too.
            let own = cards.things.iter().flat_map(|(_, card)| &card.marks);
            let mut marks: Vec<&Mark> = Mark::ALL.iter().collect();
            for mark in own {
                if !marks.contains(&mark) {
                    marks.push(mark);
                }
            }
            for mark in marks {
                let sign = match mark {
                    Mark::PainPoint => "🚩 ",
                    Mark::MomentOfTruth => "⭐ ",
                    Mark::Competitor => "🆚 ",
                    Mark::Other(_) => "",
                };
                let label = format!("{sign}{}", mark.name(words));
                form.toggle(
                    ui,
                    cards,
                    &label,
                    |card| card.marks.contains(mark),
                    |card, on| {
                        card.marks.retain(|other| other != mark);
                        if on {
                            card.marks.push(mark.clone());
                        }
                    },
                );
            }
        });
    });
}

/// Six colours, and its lane's.
fn color_ui(ui: &mut Ui, form: &mut Form<'_>, cards: CardForm<'_>) {
    let words = form.cx.words;
    form.section(ui, "color", &words.field_color(), |ui, form| {
        wrapped(ui, |ui| {
            for color in 0..6u8 {
                let name = words.thing_color_number(words.number(f64::from(color) + 1.0));
                let lit = cards.lit(|card| card.color == Some(color));
                if swatch(ui, form.cx.theme, Role::PhaseText(color), &name, lit).clicked() {
                    let color = (lit != Lit::On).then_some(color);
                    form.edit(cards.change(|card| card.color = color));
                }
            }
            let lit = cards.lit(|card| card.color.is_none());
            if chip(ui, form.cx.theme, &words.inspector_color_of_lane(), lit).clicked() {
                form.edit(cards.change(|card| card.color = None));
            }
        });
    });
}

/// Who sees to it.
fn owner_ui(ui: &mut Ui, form: &mut Form<'_>, cards: CardForm<'_>) {
    let words = form.cx.words;
    let (label, hint) = (words.field_owner(), words.inspector_owner_hint());
    let field = FieldPlace { salt: "owner", label: &label, hint: &hint, look: FieldLook::Line };
    form.text(ui, cards, field, |card| &card.owner, |card, text| card.owner = text);
}

fn more_toggle(ui: &mut Ui, form: &mut Form<'_>) {
    let words = form.cx.words;
    ui.add_space(14.0);
    let label = if form.state.more { words.inspector_less() } else { words.inspector_more() };
    ui.push_id("more", |ui| {
        if plain_chip(ui, form.cx.theme, &label).clicked() {
            form.state.more = !form.state.more;
        }
    });
}

/// What one card of a lane of this kind is called.
fn card_name(words: &Words, kind: &LaneKind) -> String {
    match kind {
        LaneKind::Actions => words.thing_card_actions(),
        LaneKind::Touchpoints => words.thing_card_touchpoints(),
        LaneKind::Channels => words.thing_card_channels(),
        LaneKind::Emotions => words.thing_card_emotions(),
        LaneKind::Thoughts => words.thing_card_thoughts(),
        LaneKind::Questions => words.thing_card_questions(),
        LaneKind::Needs => words.thing_card_needs(),
        LaneKind::Drivers => words.thing_card_drivers(),
        LaneKind::Expectations => words.thing_card_expectations(),
        LaneKind::Problems => words.thing_card_problems(),
        LaneKind::Quotes => words.thing_card_quotes(),
        LaneKind::Images => words.thing_card_images(),
        LaneKind::PainPoints => words.thing_card_pain_points(),
        LaneKind::Insights => words.thing_card_insights(),
        LaneKind::Opportunities => words.thing_card_opportunities(),
        LaneKind::SalesMarketing => words.thing_card_sales_marketing(),
        LaneKind::Backstage => words.thing_card_backstage(),
        LaneKind::Systems => words.thing_card_systems(),
        LaneKind::Metrics => words.thing_card_metrics(),
        LaneKind::Notes => words.thing_card_notes(),
        LaneKind::Other(_) => words.thing_card_other(),
    }
}
