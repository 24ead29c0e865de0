//! Tasks as a calendar, RFC 5545.
//!
//! **An event is a whole day** and takes no time: a task is due on a day, at no hour, and whoever has
//! ten of them is not busy for it. It reminds at nine the day before. What is due in a month or a year
//! stands on its last day.
//!
//! **A second import updates.** What an entry is called (`UID`) is made of the task's id alone, so a
//! calendar knows it again whatever else has changed; `DTSTAMP` says which of two is the later.
//!
//! **To-dos** (`VTODO`) have a place to be ticked off, and need no day. Apple and Thunderbird know
//! them; Google and Outlook leave them out, so they are a choice.

use crate::insight::OpenTask;
use crate::model::{Id, Status, plain_text};
use crate::words::Words;
use icalendar::{Alarm, Calendar, Component as _, Event, Property, Todo, TodoStatus, Trigger};
use jiff::Timestamp;
use jiff::civil::Date;

/// Who wrote it, as the standard wants it told.
const WRITER: &str = concat!("-//Kundresa//Kundresa ", env!("CARGO_PKG_VERSION"), "//SV");
/// From midnight of the day: at nine the day before.
const REMINDER: &str = "-PT15H";

/// The calendar, and how many of `tasks` are not in it since they have no day.
pub(super) fn calendar(
    tasks: &[OpenTask],
    as_todos: bool,
    now: Timestamp,
    words: &Words,
) -> (Vec<u8>, usize) {
    let mut calendar = Calendar::empty();
    for property in [("VERSION", "2.0"), ("PRODID", WRITER), ("CALSCALE", "GREGORIAN")] {
        calendar.append_property(property);
    }
    let stamp = now.strftime("%Y%m%dT%H%M%SZ").to_string();
    let mut without_day = 0;
    for one in tasks {
        let (uid, title) = (uid(&one.task.id), title(one, words));
        let about = about(one, words);
        let alarm = |related: &str| {
            let mut trigger = Property::new("TRIGGER", REMINDER);
            if !related.is_empty() {
                trigger.add_parameter("RELATED", related);
            }
            let mut alarm = Alarm::display(&title, Trigger::before_start(Default::default()));
            // Else each would be called anew by chance, and stamped by the clock.
            alarm.add_property("UID", format!("reminder-{uid}")).add_property("DTSTAMP", &stamp);
            alarm.append_property(trigger);
            alarm
        };
        if as_todos {
            let mut todo = Todo::new();
            todo.uid(&uid).summary(&title).add_property("DTSTAMP", &stamp);
            if !about.is_empty() {
                todo.description(&about);
            }
            if let Some(day) = one.day {
                todo.append_property(day_property("DUE", day));
                if !one.task.done {
                    todo.append_component(alarm("END"));
                }
            }
            let is_under_way = one.opportunity.as_ref().map(|it| &it.status);
            todo.status(match (one.task.done, is_under_way) {
                (true, _) => TodoStatus::Completed,
                (false, Some(Some(Status::Dropped))) => TodoStatus::Cancelled,
                (false, _) => TodoStatus::NeedsAction,
            });
            calendar.push(todo);
            continue;
        }
        let Some(day) = one.day else {
            without_day += 1;
            continue;
        };
        let mut event = Event::new();
        event.uid(&uid).summary(&title).add_property("DTSTAMP", &stamp);
        if !about.is_empty() {
            event.description(&about);
        }
        event.append_property(day_property("DTSTART", day));
        // The end is the first day after it; without one it is a day long all the same.
        if let Ok(next) = day.tomorrow() {
            event.append_property(day_property("DTEND", next));
        }
        event.add_property("TRANSP", "TRANSPARENT");
        if !one.task.done {
            event.append_component(alarm(""));
        }
        calendar.push(event);
    }
    (calendar.to_string().into_bytes(), without_day)
}

fn day_property(name: &str, day: Date) -> Property {
    let mut property = Property::new(name, day.strftime("%Y%m%d").to_string());
    property.add_parameter("VALUE", "DATE");
    property
}

/// What the entry is called for good. An id from a stranger's file may hold anything.
fn uid(id: &Id) -> String {
    let mut name = String::new();
    for c in id.as_str().chars() {
        match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '_' | '-' => name.push(c),
            c => name.push_str(&format!(".{:x}", u32::from(c))),
        }
    }
    format!("{name}@kundresa")
}

/// What is to be done, and who does it: a calendar is read by others too.
fn title(one: &OpenTask, words: &Words) -> String {
    let what = plain_text(&one.task.title);
    let what = what.split_whitespace().collect::<Vec<_>>().join(" ");
    let what = if what.is_empty() { words.thing_untitled() } else { what };
    let who = plain_text(&one.task.owner);
    match who.trim() {
        "" => what,
        who => format!("{what} ({who})"),
    }
}

/// Which opportunity it belongs to, and what that is.
fn about(one: &OpenTask, words: &Words) -> String {
    let Some(of) = &one.opportunity else { return String::new() };
    let mut lines = Vec::new();
    let title = plain_text(&of.title);
    if !title.trim().is_empty() {
        lines.push(words.labelled(words.thing_card_opportunities(), title.trim()));
    }
    lines.push(plain_text(&of.note).trim().to_owned());
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::open_tasks;
    use crate::model::{Opportunity, Project, Task};
    use crate::words::Lang;
    use calcard::icalendar::{
        ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarProperty, ICalendarValue,
    };
    use jiff::civil::date;

    /// What no line may break: quotes, separators, line breaks, long words, signs of several bytes.
    const ODD: &str = "Ring; \"Leif\", C:\\n \u{1F469}\u{200D}\u{1F3ED} och\u{2028}fråga: hur då? \
        En rad som är längre än sjuttiofem byte, så att den viks mitt i ord med å, ä och ö i sig";

    fn project() -> Project {
        let task = |id: &str, title: &str, of: Option<&str>, owner: &str, due: &str| Task {
            id: Id::new(id),
            title: title.into(),
            opportunity: of.map(Id::new),
            owner: owner.into(),
            due: due.into(),
            ..Task::default()
        };
        let one = Opportunity {
            id: Id::new("o"),
            title: "Bjud in teknikern, till demon".into(),
            note: "En rad i inbjudan;\nen skiftnyckel på bordet.".into(),
            ..Opportunity::default()
        };
        Project {
            opportunities: std::iter::once(one).collect(),
            tasks: [
                task("a1", "Köp sex skiftnycklar", Some("o"), "Omar", "2026-04-30"),
                task("b2", ODD, None, "", "2026-05"),
                task("c3", "Någon gång", None, "Lisa", ""),
                task("å\r\n;", "", None, "", "2026-12-31"),
            ]
            .into_iter()
            .collect(),
            ..Project::default()
        }
    }

    fn written(as_todos: bool) -> (String, usize) {
        let project = project();
        let tasks = open_tasks(&project, date(2026, 5, 5), |_| true);
        let now: Timestamp = "2026-05-05T10:20:30Z".parse().unwrap();
        let (bytes, left_out) = calendar(&tasks, as_todos, now, &Words::new(Lang::Sv));
        (String::from_utf8(bytes).unwrap(), left_out)
    }

    /// Read by the other hand.
    fn read(text: &str) -> Vec<(ICalendarComponent, Vec<ICalendarComponent>)> {
        let calendar = ICalendar::parse(text).expect("it is a calendar");
        let entries = calendar.components.iter().filter(|one| {
            matches!(
                one.component_type,
                ICalendarComponentType::VEvent | ICalendarComponentType::VTodo
            )
        });
        let with_alarms = |one: &ICalendarComponent| {
            let of = one.component_ids.iter();
            (one.clone(), of.map(|id| calendar.components[*id as usize].clone()).collect())
        };
        entries.map(with_alarms).collect()
    }

    fn value<'a>(one: &'a ICalendarComponent, name: &ICalendarProperty) -> &'a ICalendarValue {
        let found = one.entries.iter().find(|entry| entry.name == *name);
        &found.unwrap_or_else(|| panic!("{name:?} in {one:?}")).values[0]
    }

    fn text(one: &ICalendarComponent, name: &ICalendarProperty) -> String {
        match value(one, name) {
            ICalendarValue::Text(text) => text.clone(),
            other => panic!("{other:?}"),
        }
    }

    fn day(one: &ICalendarComponent, name: &ICalendarProperty) -> (u16, u8, u8, bool) {
        let ICalendarValue::PartialDateTime(when) = value(one, name) else { panic!("{one:?}") };
        let (year, month, day) = (when.year, when.month, when.day);
        (year.unwrap(), month.unwrap(), day.unwrap(), when.hour.is_some())
    }

    #[test]
    fn events_are_whole_days_that_take_no_time_and_remind_the_day_before() {
        let (text_of, left_out) = written(false);
        assert_eq!(left_out, 1);
        let events = read(&text_of);
        assert_eq!(events.len(), 3);
        let (first, alarms) = &events[0];
        assert_eq!(text(first, &ICalendarProperty::Uid), "a1@kundresa");
        assert_eq!(text(first, &ICalendarProperty::Summary), "Köp sex skiftnycklar (Omar)");
        assert_eq!(
            text(first, &ICalendarProperty::Description),
            "Möjlighet: Bjud in teknikern, till demon\nEn rad i inbjudan;\n\
             en skiftnyckel på bordet."
        );
        assert_eq!(day(first, &ICalendarProperty::Dtstart), (2026, 4, 30, false));
        assert_eq!(day(first, &ICalendarProperty::Dtend), (2026, 5, 1, false));
        assert_eq!(day(first, &ICalendarProperty::Dtstamp), (2026, 5, 5, true));
        let [alarm] = &alarms[..] else { panic!("{alarms:?}") };
        let ICalendarValue::Duration(before) = value(alarm, &ICalendarProperty::Trigger) else {
            panic!("{alarm:?}")
        };
        assert!(before.neg);
        assert_eq!((before.days, before.hours, before.minutes), (0, 15, 0));
        // A month is over with its last day; whatever a text holds, it is one text.
        let (second, _) = &events[1];
        assert_eq!(day(second, &ICalendarProperty::Dtstart), (2026, 5, 31, false));
        let plain = ODD.replace('\u{2028}', " ");
        assert_eq!(text(second, &ICalendarProperty::Summary), plain);
        assert_eq!(text(&events[2].0, &ICalendarProperty::Uid), ".e5.d.a.3b@kundresa");
        assert_eq!(day(&events[2].0, &ICalendarProperty::Dtend), (2027, 1, 1, false));
    }

    #[test]
    fn lines_end_and_are_folded_as_the_standard_says() {
        let (text, _) = written(false);
        assert!(
            text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Kundresa//"),
            "{text}"
        );
        assert!(text.ends_with("END:VCALENDAR\r\n"));
        for line in text.split_terminator("\r\n") {
            assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line:?}");
        }
    }

    #[test]
    fn to_dos_need_no_day_and_nothing_follows_chance() {
        let (text_of, left_out) = written(true);
        let todos = read(&text_of);
        assert_eq!((todos.len(), left_out), (4, 0));
        assert_eq!(day(&todos[0].0, &ICalendarProperty::Due), (2026, 4, 30, false));
        assert_eq!(todos[0].1.len(), 1);
        let undated =
            &todos.iter().find(|(it, _)| text(it, &ICalendarProperty::Uid) == "c3@kundresa");
        let (undated, alarms) = undated.unwrap();
        assert!(alarms.is_empty());
        assert!(undated.entries.iter().all(|entry| entry.name != ICalendarProperty::Due));
        assert_eq!(written(true), (text_of, 0));
        assert_eq!(written(false), written(false));
    }
}
