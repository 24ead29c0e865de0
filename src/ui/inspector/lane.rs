//! The panel for lanes: what they hold and how they are shown.

use super::batch::{self, Batch, Lit};
use super::cell_questions::cell_questions_ui;
use super::choices::FACE;
use super::fields::{FieldLook, FieldPlace};
use super::form::Form;
use super::picked::Picked;
use super::widgets::{chip, level, wrapped};
use crate::model::{LANE_HEIGHT_RANGE, Lane, LaneKind, Line};
use crate::scene::lane_icon;
use crate::words::Named;
use egui::Ui;

type Lanes<'a> = Batch<'a, (), Lane>;

/// Shows and edits the selected lanes.
pub(super) fn lanes_ui(ui: &mut Ui, form: &mut Form<'_>, picked: &Picked) {
    let words = form.cx.words;
    let lanes = batch::lanes(&picked.lanes);
    if let Some((_, lane)) = lanes.only() {
        form.kind_label(ui, &words.thing_lane());
        let (label, hint) = (words.field_title(), lane.kind.name(words));
        let field =
            FieldPlace { salt: "title", label: &label, hint: &hint, look: FieldLook::Heading };
        form.text(ui, lanes, field, |lane| &lane.title, |lane, text| lane.title = text);
    } else {
        form.kind_label(ui, &words.inspector_selected());
        form.heading(ui, &words.count_lanes(lanes.things.len() as f64));
    }
    kind_ui(ui, form, lanes);
    form.section(ui, "icon", &words.field_icon(), |ui, form| {
        level(ui, FACE, |ui| {
            let of_kind = lanes.lit(|lane| lane.icon.is_empty());
            if chip(ui, form.cx.theme, &words.inspector_icon_of_kind(), of_kind).clicked()
                && of_kind != Lit::On
            {
                form.edit(lanes.change(|lane| lane.icon.clear()));
            }
            let icon = lanes.same(|lane| match lane.icon.as_str() {
                "" => lane_icon(&lane.kind),
                own => own,
            });
            form.emoji(ui, &words.field_icon(), icon, |icon| {
                lanes.change(|lane| lane.icon = icon.clone())
            });
        });
    });
    form.section(ui, "show", &words.inspector_show(), |ui, form| {
        wrapped(ui, |ui| {
            form.toggle(
                ui,
                lanes,
                &words.field_collapsed(),
                |lane| lane.collapsed,
                |lane, on| lane.collapsed = on,
            );
            form.toggle(
                ui,
                lanes,
                &words.inspector_hidden_for_all(),
                |lane| lane.hidden,
                |lane, on| lane.hidden = on,
            );
            form.toggle(
                ui,
                lanes,
                &words.field_pinned(),
                |lane| lane.pinned,
                |lane, on| lane.pinned = on,
            );
        });
    });
    height_ui(ui, form, lanes);
    personas_ui(ui, form, lanes);
    form.choice_section(
        ui,
        lanes,
        ("line", &words.field_line_below()),
        Line::ALL,
        |lane| &lane.line,
        |lane, line| lane.line = line,
    );
    cell_questions_ui(ui, form, lanes);
}

/// How high lanes are at least.
fn height_ui(ui: &mut Ui, form: &mut Form<'_>, lanes: Lanes<'_>) {
    let words = form.cx.words;
    form.section(ui, "height", &words.field_height(), |ui, form| {
        let (label, hint) = (words.field_height(), words.inspector_height_of_content());
        let field =
            FieldPlace { salt: "height", label: &label, hint: &hint, look: FieldLook::Line };
        let height = lanes.same_of(|lane| lane.height);
        form.number(ui, field, height, LANE_HEIGHT_RANGE, |height| {
            lanes.change(|lane| lane.height = height)
        });
    });
}

fn kind_ui(ui: &mut Ui, form: &mut Form<'_>, lanes: Lanes<'_>) {
    let words = form.cx.words;
    form.section(ui, "kind", &words.thing_lane_kind(), |ui, form| {
        let mine = lanes.same(|lane| &lane.kind);
        let shown = mine.map_or_else(|| words.inspector_mixed(), |kind| kind.name(words));
        let to = form.menu(ui, &words.thing_lane_kind(), &shown, || {
            let kinds = LaneKind::ALL.iter().filter(|kind| keeps(lanes, kind));
            kinds.map(|kind| (kind.clone(), kind.name(words), mine == Some(kind))).collect()
        });
        if let Some(to) = to {
            form.edit(lanes.change(|lane| lane.kind = to.clone()));
        }
    });
}

/// Does a lane of this kind show what these hold? A curve has points and no cards, other lanes have
/// cards and no points: what they hold must not vanish.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "few differ here; what comes new is like the others"
)]
fn keeps(lanes: Lanes<'_>, kind: &LaneKind) -> bool {
    match kind {
        LaneKind::Emotions => lanes.lit(|lane| !lane.cards.is_empty()) == Lit::Off,
        _ => lanes.lit(|lane| !lane.points.is_empty()) == Lit::Off,
    }
}

/// Whom the lane is about, and in a lane of emotions whose curves are drawn.
fn personas_ui(ui: &mut Ui, form: &mut Form<'_>, lanes: Lanes<'_>) {
    let (words, project) = (form.cx.words, form.picked.project.clone());
    if project.personas.is_empty() {
        return;
    }
    form.section(ui, "about", &words.inspector_about(), |ui, form| {
        wrapped(ui, |ui| {
            let everybody = lanes.lit(|lane| lane.persona.is_none());
            if chip(ui, form.cx.theme, &words.thing_everybody(), everybody).clicked() {
                form.edit(lanes.change(|lane| lane.persona = None));
            }
            for persona in &project.personas {
                let label = super::persona::chip_label(persona, words);
                let id = Some(persona.id.clone());
                let set = |lane: &mut Lane, on: bool| lane.persona = id.clone().filter(|_| on);
                form.toggle(ui, lanes, &label, |lane| lane.persona == id, set);
            }
        });
    });
    if lanes.lit(|lane| lane.kind == LaneKind::Emotions) != Lit::On {
        return;
    }
    form.section(ui, "gap", &words.inspector_gap(), |ui, form| {
        wrapped(ui, |ui| {
            for persona in &project.personas {
                let label = super::persona::chip_label(persona, words);
                form.toggle(
                    ui,
                    lanes,
                    &label,
                    |lane| lane.gap_between.contains(&persona.id),
                    |lane, on| {
                        lane.gap_between.retain(|id| *id != persona.id);
                        if on {
                            // A third one takes the place of the first.
                            lane.gap_between.truncate(2);
                            lane.gap_between.drain(..lane.gap_between.len().saturating_sub(1));
                            lane.gap_between.push(persona.id.clone());
                        }
                    },
                );
            }
        });
    });
    form.section(ui, "curves", &words.field_curves(), |ui, form| {
        wrapped(ui, |ui| {
            for persona in &project.personas {
                let label = super::persona::chip_label(persona, words);
                form.toggle(
                    ui,
                    lanes,
                    &label,
                    |lane| !lane.curves_off.contains(&persona.id),
                    |lane, on| {
                        lane.curves_off.retain(|id| *id != persona.id);
                        if !on {
                            lane.curves_off.push(persona.id.clone());
                        }
                    },
                );
            }
        });
    });
}
