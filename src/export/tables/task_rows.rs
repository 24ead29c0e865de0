//! Tasks as a table, and as a list to tick off.

use super::csv::{Separator, csv};
use super::outline::Outline;
use super::table::{Table, TableError, Value};
use crate::insight::{OpenTask, tasks_by_person};
use crate::words::Words;

/// The place of the column that says what is done.
const DONE: usize = 3;

/// The tasks as CSV, a row each.
///
/// # Errors
/// [`TableError::Failed`] with what the writer says; it writes to memory and has no reason to.
pub(in crate::export) fn task_table(
    tasks: &[OpenTask],
    (separator, with_done): (Option<Separator>, bool),
    words: &Words,
) -> Result<Vec<u8>, TableError> {
    let mut heads = vec![
        words.tasks_what(),
        words.table_who(),
        words.table_due(),
        words.tasks_done(),
        words.tasks_days_late(),
        words.thing_card_opportunities(),
        words.table_id(),
    ];
    // Where all are left to do it says the same of each.
    if !with_done {
        heads.remove(DONE);
    }
    let mut rows = vec![heads.iter().map(|head| Value::text(head)).collect()];
    for one in tasks {
        let of = one.opportunity.as_ref().map_or("", |it| it.title.as_str());
        let done = if one.task.done { words.tasks_yes() } else { words.tasks_no() };
        let mut row = vec![
            Value::text(&one.task.title),
            Value::text(one.task.owner.trim()),
            Value::date(&one.task.due),
            Value::text(&done),
            Value::number(one.late.map(|days| days as f64)),
            Value::text(of),
            Value::text(one.task.id.as_str()),
        ];
        if !with_done {
            row.remove(DONE);
        }
        rows.push(row);
    }
    let table = Table { title: words.table_tasks(), rows, head_rows: 1, ..Table::default() };
    csv(&table, separator.unwrap_or(Separator::of(words.lang)), words.lang)
}

/// The tasks as a list in Markdown with boxes to tick, for each person.
pub(in crate::export) fn task_list(tasks: &[OpenTask], words: &Words) -> String {
    let mut out = Outline::default();
    out.heading(1, &words.table_tasks());
    for (person, theirs) in tasks_by_person(tasks) {
        let person = if person.is_empty() { words.tasks_nobody() } else { person };
        out.heading(2, &person);
        for one in theirs {
            let tick = if one.task.done { 'x' } else { ' ' };
            let mut said = out.inline(&one.task.title);
            if said.trim().is_empty() {
                said = words.thing_untitled();
            }
            let due = one.task.due.trim();
            let late = one.late.map(|days| words.tasks_late(days));
            let of = one.opportunity.as_ref().map(|it| it.title.trim()).unwrap_or_default();
            let about = [due.to_owned(), late.unwrap_or_default(), of.to_owned()];
            let about: Vec<String> =
                about.iter().filter(|text| !text.is_empty()).map(|text| out.inline(text)).collect();
            if !about.is_empty() {
                said = format!("{said} · {}", about.join(" · "));
            }
            out.item(0, &format!("[{tick}] {said}"));
        }
    }
    out.text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Id, Opportunity, Task};
    use crate::words::Lang;
    use std::sync::Arc;

    fn tasks() -> Vec<OpenTask> {
        let of = Opportunity { title: "Bjud *in*".into(), ..Opportunity::default() };
        let task = |id: &str, title: &str, owner: &str, due: &str, done| Task {
            id: Id::new(id),
            title: title.into(),
            owner: owner.into(),
            due: due.into(),
            done,
            ..Task::default()
        };
        let one = |task: Task, late, of: Option<&Opportunity>| OpenTask {
            task: Arc::new(task),
            opportunity: of.map(|of| Arc::new(of.clone())),
            day: None,
            late,
        };
        vec![
            one(task("a", "=1+1; \"Köp\"", "Omar", "2026-04-30", false), Some(5), Some(&of)),
            one(task("b", "# Mät", "", "", false), None, None),
            one(task("c", "Gjort", "omar", "2026-04-01", true), None, Some(&of)),
        ]
    }

    #[test]
    fn a_table_has_a_row_for_each_and_guards_formulas() {
        let bytes = task_table(&tasks(), (None, true), &Words::new(Lang::Sv)).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let mut reader = ::csv::ReaderBuilder::new();
        let text = text.trim_start_matches('\u{feff}');
        let mut reader = reader.delimiter(b';').from_reader(text.as_bytes());
        let heads: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        assert_eq!(heads, ["Åtgärd", "Vem", "Senast", "Klar", "Dagar försenad", "Möjlighet", "Id"]);
        let rows: Vec<Vec<String>> =
            reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
        assert_eq!(rows[0], ["'=1+1; \"Köp\"", "Omar", "2026-04-30", "Nej", "5", "Bjud *in*", "a"]);
        assert_eq!(rows[1], ["# Mät", "", "", "Nej", "", "", "b"]);
        assert_eq!(rows[2][3], "Ja");
        assert_eq!(rows.len(), 3);
        // Of what is left alone it need not be said that it is not done.
        let left = &tasks()[..2];
        let bytes = task_table(left, (None, false), &Words::new(Lang::En)).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert!(!text.contains("Done") && !text.contains("No,"), "{text}");
        assert!(text.contains(",Omar,2026-04-30,5,"), "{text}");
    }

    #[test]
    fn a_list_has_a_box_for_each_and_texts_stay_texts() {
        let text = task_list(&tasks(), &Words::new(Lang::Sv));
        let expected = "# Åtgärder\n\n## Omar\n\n\
            - [ ] \\=1+1; \"Köp\" · 2026-04-30 · 5 dagar försenad · Bjud \\*in\\*\n\
            - [x] Gjort · 2026-04-01 · Bjud \\*in\\*\n\n\
            ## Ingen\n\n- [ ] \\# Mät\n";
        assert_eq!(text, expected);
    }
}
