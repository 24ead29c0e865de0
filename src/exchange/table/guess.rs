//! What the rows of a table seem to be: where its names stand, which way it lies, and what each row is.

use super::felt_cells::felt_in;
use super::roles::{FeelingScale, RowRole, TableRoles, figures};
use super::sheet::TableSheet;
use crate::exchange::lane_names::lane_kind_of;
use crate::model::LaneKind;

/// Names of rows stand in one of the first so many columns, and names of phases in as many rows.
const HEADS: usize = 4;
/// So many texts in a row of feelings have to be figures or faces.
const FELT: f32 = 0.6;

/// Words by which a row of names of phases is known, of steps, of persons, of who sees to it.
const PHASES: [&str; 8] = ["fas", "faser", "phase", "phases", "stage", "stages", "skede", "skeden"];
const STEPS: [&str; 6] = ["steg", "step", "steps", "delsteg", "moment", "scen"];
const PERSONAS: [&str; 8] =
    ["persona", "personas", "personer", "person", "vem", "who", "aktör", "aktörer"];
const OWNERS: [&str; 9] = [
    "ansvar",
    "ansvarig",
    "ansvariga",
    "ägare",
    "owner",
    "owners",
    "responsible",
    "responsibility",
    "ansvarar",
];

/// The roles that the rows of a table seem to have.
pub fn guess(sheet: &TableSheet) -> TableRoles {
    let flipped = {
        let flat = sheet.flipped();
        let (down, across) = (known_names(sheet), known_names(&flat));
        across > down
    };
    let turned = flipped.then(|| sheet.flipped());
    let sheet = turned.as_ref().unwrap_or(sheet);
    let names = names_column(sheet);
    let first = names.map_or(0, |names| names + 1);
    let rows = rows(sheet, names, first);
    TableRoles { flipped, names, first, rows, left: Vec::new() }
}

/// How many names of lanes stand in one of the first columns, in the one that has most.
fn known_names(sheet: &TableSheet) -> usize {
    let known = |column: usize| {
        (0..sheet.rows.len()).filter(|row| is_known(sheet.text(*row, column))).count()
    };
    (0..HEADS.min(sheet.columns())).map(known).max().unwrap_or(0)
}

/// Is it a name that a row would have?
pub(super) fn is_known(text: &str) -> bool {
    text.split_whitespace().count() <= 5
        && (lane_kind_of(text).is_some() || is_one(text, &PERSONAS) || is_one(text, &OWNERS))
}

/// Does a text begin with one of these words?
fn is_one(text: &str, words: &[&str]) -> bool {
    let first = text.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty());
    first.is_some_and(|first| words.contains(&first.to_lowercase().as_str()))
}

/// The column that names the rows: that with most known names, else the first where it says something
/// beside the cells of most rows.
fn names_column(sheet: &TableSheet) -> Option<usize> {
    let count = |column: usize| {
        (0..sheet.rows.len()).filter(|row| is_known(sheet.text(*row, column))).count()
    };
    let columns = 0..HEADS.min(sheet.columns().saturating_sub(1));
    let best = columns.clone().max_by_key(|column| (count(*column), std::cmp::Reverse(*column)));
    if let Some(best) = best.filter(|best| count(*best) > 0) {
        return Some(best);
    }
    // Names of their own: the corner above them says nothing, or what stands across.
    let corner = sheet.text(0, 0);
    let cornered = corner.is_empty() || is_one(corner, &PHASES) || is_one(corner, &STEPS);
    let below = (1..sheet.rows.len()).filter(|row| !sheet.text(*row, 0).is_empty()).count();
    (sheet.columns() > 1 && cornered && below > 0).then_some(0)
}

fn rows(sheet: &TableSheet, names: Option<usize>, first: usize) -> Vec<RowRole> {
    let name = |row: usize| names.map_or("", |column| sheet.text(row, column));
    let cells = |row: usize| -> Vec<&str> {
        (first..sheet.columns())
            .map(|column| sheet.text(row, column))
            .filter(|text| !text.is_empty())
            .collect()
    };
    // The rows before the first that is named as a lane are headings.
    let is_lane = |row: usize| {
        is_known(name(row))
            || (names.is_some()
                && !name(row).is_empty()
                && !is_head(name(row))
                && !cells(row).is_empty())
    };
    let lanes_from = (0..sheet.rows.len()).find(|row| is_lane(*row));
    let lanes_from = lanes_from.unwrap_or(usize::from(names.is_some() || sheet.rows.len() > 1));
    let heads: Vec<usize> = (0..lanes_from)
        .filter(|row| cells(*row).len() > usize::from(sheet.columns() > first + 1))
        .collect();
    let mut roles = vec![RowRole::Nothing; sheet.rows.len()];
    let mut set = |row: usize, role: RowRole| {
        roles.get_mut(row).into_iter().for_each(|one| *one = role.clone());
    };
    // Those nearest to the lanes are phases and steps; what stands above is about the whole.
    let near: Vec<usize> = heads.iter().copied().rev().take(2).collect();
    match near.as_slice() {
        [steps, phases] => {
            set(*phases, RowRole::Phases);
            set(*steps, RowRole::Steps);
        }
        [only] if is_one(name(*only), &STEPS) => set(*only, RowRole::Steps),
        [only] => set(*only, RowRole::Phases),
        [..] => {}
    }
    let mut begun = false;
    for row in lanes_from..sheet.rows.len() {
        let (name, cells) = (name(row), cells(row));
        let role = match () {
            () if cells.is_empty() && !begun => RowRole::Nothing,
            () if is_one(name, &PHASES) => RowRole::Phases,
            () if is_one(name, &STEPS) => RowRole::Steps,
            () if is_one(name, &OWNERS) && begun => RowRole::Owners,
            () if is_one(name, &PERSONAS) && begun => RowRole::Personas,
            () if cells.is_empty() && name.is_empty() => RowRole::Nothing,
            () if name.is_empty() && begun && names.is_some() => RowRole::More,
            () => lane_or_feelings(name, &cells),
        };
        begun |= matches!(role, RowRole::Cards(_));
        set(row, role);
    }
    roles
}

/// Is it a name for a row of headings?
pub(super) fn is_head(name: &str) -> bool {
    is_one(name, &PHASES) || is_one(name, &STEPS)
}

fn lane_or_feelings(name: &str, cells: &[&str]) -> RowRole {
    let kind = lane_kind_of(name);
    let all: Vec<f64> = cells.iter().filter_map(|text| figures(text)).flatten().collect();
    let scale = FeelingScale::of(name, &all);
    let felt = cells.iter().filter(|text| !felt_in(text, scale).is_empty()).count();
    let mostly = felt as f32 >= cells.len().max(1) as f32 * FELT;
    match kind {
        Some(LaneKind::Emotions) if mostly => RowRole::Feelings(scale),
        // A curve holds no words: they are what somebody thinks.
        Some(LaneKind::Emotions) => RowRole::Cards(LaneKind::Thoughts),
        // Faces under a name of its own are somebody's feelings; figures may be anything.
        None if mostly && all.len() < felt => RowRole::Feelings(scale),
        Some(kind) => RowRole::Cards(kind),
        None => {
            RowRole::Cards(if name.is_empty() { LaneKind::Touchpoints } else { LaneKind::Notes })
        }
    }
}
