//! What else cards are asked for by: their step, how well founded they are, who sees to them, and for
//! how many they are at a time.

use super::cell_menus::ChoiceList;
use super::filters::{LIST, chip_ui, staying, toggle};
use super::table_columns::column_name;
use super::{KnownTable, TableRoom};
use crate::insight::TableColumn;
use crate::model::{Evidence, Reach, Step};
use crate::scene::icon;
use crate::ui::Context;
use crate::ui::bars::menu::submenu_ui;
use crate::words::{Named as _, Words, titled};
use egui::{ScrollArea, Ui};

impl TableRoom {
    /// The lists of them, in the menu of what can be asked for.
    pub(super) fn more_menus_ui(&mut self, ui: &mut Ui, cx: &Context<'_>, known: &KnownTable) {
        let name = |column| column_name(column, cx.words);
        submenu_ui(ui, icon::COLUMNS, &name(TableColumn::Step), |ui| {
            self.steps_ui(ui, cx, known);
        });
        submenu_ui(ui, icon::LINK, &name(TableColumn::Evidence), |ui| self.evidence_ui(ui, cx));
        submenu_ui(ui, icon::USER, &name(TableColumn::Owner), |ui| {
            self.owners_ui(ui, cx, known);
        });
        submenu_ui(ui, icon::USERS, &name(TableColumn::Reach), |ui| self.reach_ui(ui, cx));
    }

    /// A chip for each that is asked for.
    pub(super) fn more_chips_ui(&mut self, ui: &mut Ui, cx: &Context<'_>, known: &KnownTable) {
        let name = |column| column_name(column, cx.words);
        let steps = known.table.steps().iter();
        let mut steps = steps.filter(|(_, step)| self.asked.steps.contains(&step.id));
        if let Some((phase, step)) = steps.next() {
            let first = step_name(known, *phase, step, cx.words);
            let said = match steps.count() {
                0 => first,
                more => format!("{first}, +{}", cx.words.number(more as f64)),
            };
            let (chip, cleared) = chip_ui(ui, cx, &name(TableColumn::Step), &said);
            staying(&chip).show(|ui| self.steps_ui(ui, cx, known));
            if cleared {
                self.asked.steps.clear();
            }
        }
        if let Some(evidence) = &self.asked.evidence {
            let said = evidence.name(cx.words);
            let (chip, cleared) = chip_ui(ui, cx, &name(TableColumn::Evidence), &said);
            staying(&chip).show(|ui| self.evidence_ui(ui, cx));
            if cleared {
                self.asked.evidence = None;
            }
        }
        if let Some(owner) = &self.asked.owner {
            let said = owner_name(owner, cx.words);
            let (chip, cleared) = chip_ui(ui, cx, &name(TableColumn::Owner), &said);
            staying(&chip).show(|ui| self.owners_ui(ui, cx, known));
            if cleared {
                self.asked.owner = None;
            }
        }
        if let Some(reach) = &self.asked.reach {
            let said = reach.name(cx.words);
            let (chip, cleared) = chip_ui(ui, cx, &name(TableColumn::Reach), &said);
            staying(&chip).show(|ui| self.reach_ui(ui, cx));
            if cleared {
                self.asked.reach = None;
            }
        }
    }

    fn steps_ui(&mut self, ui: &mut Ui, cx: &Context<'_>, known: &KnownTable) {
        ScrollArea::vertical().max_height(LIST).show(ui, |ui| {
            let mut list = ChoiceList { wants_focus: false };
            for (phase, step) in known.table.steps() {
                let is_on = self.asked.steps.contains(&step.id);
                let sign = if is_on { icon::CHECK } else { ' ' };
                if list.choice_ui(ui, &step_name(known, *phase, step, cx.words), sign) {
                    toggle(&mut self.asked.steps, &step.id);
                }
            }
        });
    }

    fn evidence_ui(&mut self, ui: &mut Ui, cx: &Context<'_>) {
        let mut list = ChoiceList { wants_focus: false };
        for one in Evidence::ALL {
            let is_on = self.asked.evidence.as_ref() == Some(one);
            let sign = if is_on { icon::CHECK } else { ' ' };
            if list.choice_ui(ui, &one.name(cx.words), sign) {
                self.asked.evidence = (!is_on).then(|| one.clone());
            }
        }
    }

    fn reach_ui(&mut self, ui: &mut Ui, cx: &Context<'_>) {
        let mut list = ChoiceList { wants_focus: false };
        for one in Reach::ALL {
            let is_on = self.asked.reach.as_ref() == Some(one);
            let sign = if is_on { icon::CHECK } else { ' ' };
            if list.choice_ui(ui, &one.name(cx.words), sign) {
                self.asked.reach = (!is_on).then(|| one.clone());
            }
        }
    }

    fn owners_ui(&mut self, ui: &mut Ui, cx: &Context<'_>, known: &KnownTable) {
        ScrollArea::vertical().max_height(LIST).show(ui, |ui| {
            let mut list = ChoiceList { wants_focus: false };
            for owner in std::iter::once(String::new()).chain(known.table.owners()) {
                let is_on = self.asked.owner.as_ref() == Some(&owner);
                let sign = if is_on { icon::CHECK } else { ' ' };
                if list.choice_ui(ui, &owner_name(&owner, cx.words), sign) {
                    self.asked.owner = (!is_on).then_some(owner);
                }
            }
        });
    }
}

/// What a step is called; one without a title as its phase.
fn step_name(known: &KnownTable, phase: usize, step: &Step, words: &Words) -> String {
    if !step.title.trim().is_empty() {
        return titled(&step.title, words);
    }
    let phase = known.table.journey.phases.get(phase);
    titled(phase.map_or("", |phase| phase.title.as_str()), words)
}

fn owner_name(owner: &str, words: &Words) -> String {
    if owner.is_empty() { words.card_table_no_owner() } else { owner.to_owned() }
}
