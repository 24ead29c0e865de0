//! Is what is larger than it may be refused, with a word why, and what is just as large opened?

use kundresa::file::{self, Why};
use kundresa::model::limits;
use kundresa::words::{Lang, Words};

#[test]
fn as_many_cards_as_may_be_open_and_one_more_is_refused() {
    let long = "lång ".repeat(limits::TEXT_BYTES_MAX / 6 - 1);
    let text = |cards: usize| {
        let mut text = String::from(
            "{\"format\":\"kundresa\",\"version\":1,\"project\":{\"journeys\":[{\"id\":\"j\",\"phases\":[{\"id\":\"f\",\"steps\":[{\"id\":\"s\"}]}],\"lanes\":[{\"id\":\"l\",\"kind\":\"notes\",\"cards\":[",
        );
        for number in 1..cards {
            let step = if number % 2 == 0 { "s" } else { "gone" };
            text.push_str(&format!(
                "{{\"id\":\"{number}\",\"step\":\"{step}\",\"text\":\"Kort {number}\"}},"
            ));
        }
        text.push_str(&format!("{{\"id\":\"x\",\"step\":\"s\",\"text\":\"{long}\"}}]}}]}}]}}}}"));
        text
    };
    let loaded = file::read(text(limits::CARDS_MAX).as_bytes()).unwrap();
    assert_eq!(loaded.problems.len(), 50_000);
    assert_eq!(loaded.project.parked.len(), 50_000);
    let cards = &loaded.project.journeys[0].lanes[0].cards;
    assert_eq!(cards.last().unwrap().text, long);
    let error = file::read(text(limits::CARDS_MAX + 1).as_bytes()).unwrap_err();
    assert_eq!(error.why, Why::TooManyCards);
    let told = |lang| error.reason(&Words::new(lang)).replace('\u{a0}', " ");
    assert_eq!(told(Lang::En), "It has too many cards: at most 100,000 are read.");
    assert_eq!(told(Lang::Sv), "Den har för många kort: högst 100 000 läses.");
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.kundresa");
    // With a hole in it: it takes no room, and who would read it all would find no JSON.
    std::fs::File::create(&path).unwrap().set_len(limits::FILE_BYTES_MAX + 1).unwrap();
    let error = file::load(&path).unwrap_err();
    assert_eq!(error.why, Why::TooLarge);
    let told = |lang| error.reason(&Words::new(lang));
    assert_eq!(told(Lang::En), "It is too large: at most 512 MB are read.");
    assert_eq!(told(Lang::Sv), "Den är för stor: högst 512 MB läses.");
}
