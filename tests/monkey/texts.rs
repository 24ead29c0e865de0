//! What people type and paste, and what nobody would.

use super::dice::Dice;

/// Short texts of every kind. None holds a slash: they are typed as file names, too.
const SHORT: [&str; 46] = [
    "",
    " ",
    "a",
    "Hej!",
    "åäö ÅÄÖ",
    "Söker på nätet efter en förpackningsmaskin som klarar det hela",
    "😀",
    "👩‍👩‍👧‍👦 familj",
    "🏳️‍🌈🇸🇪🇬🇧",
    "👍🏽👍🏿",
    "1️⃣#️⃣",
    "🫠🫨🩷",
    "مرحبا بالعالم",
    "שלום 123 עולם",
    "abc שלום def",
    "\u{202e}baklänges\u{202c}",
    "\u{2067}שלום\u{2069} 😀",
    "e\u{301}a\u{30a}o\u{308}",
    "Z\u{351}\u{36b}a\u{352}\u{357}l\u{300}\u{301}\u{302}\u{303}\u{304}g\u{305}\u{306}o\u{489}",
    "\u{301}",
    "\u{fe0f}",
    "\u{200d}",
    "\u{200b}\u{200c}\u{feff}",
    "\u{0}\u{1}\u{7}\u{8}\u{1b}[31m\u{7f}",
    "\u{85}\u{2028}\u{2029}",
    "\u{fffd}\u{ffff}\u{10ffff}",
    "\u{e000}\u{f8ff}",
    "\u{1e}\u{1f}",
    "한국어 日本語 中文",
    "ภาษาไทย नमस्ते தமிழ்",
    "𝔉𝔯𝔞𝔨𝔱𝔲𝔯 𒀀 𓀀",
    "ﷺ",
    "ﬁ ﬂ Ǆ ß ẞ",
    "a\tb",
    "line\nline",
    "line\r\nline\rline",
    "\n",
    "Boka tid\u{b}på nätet\u{b}idag",
    "a\u{c}b\u{85}c\u{2028}d\u{2029}e",
    "\t\t",
    "-0",
    "NaN",
    "1e308 1e999",
    "99999999999999999999999",
    "1,5 12:34 100 %",
    "https:example.com \"quoted\" {json: [1]} \\n <b>",
];

/// What a person types in one go.
pub(crate) fn typed(dice: &mut Dice) -> String {
    match dice.roll(24) {
        0 => "x".repeat(1 + dice.roll(3_000)),
        1 => "ord ".repeat(1 + dice.roll(2_000)),
        2 => (0..1 + dice.roll(40)).map(|_| any_char(dice)).collect(),
        3 => (0..6).map(|_| *dice.one(&SHORT)).collect(),
        4 => format!("{}", dice.roll(300) as f32 / 7.0 - 5.0),
        _ => (*dice.one(&SHORT)).to_owned(),
    }
}

/// What comes from a clipboard: now and then very much of it.
pub(crate) fn pasted(dice: &mut Dice) -> String {
    match dice.roll(12) {
        0 => (0..dice.roll(40)).map(|_| format!("{}\n", typed(dice))).collect(),
        1 => {
            let mut table = String::new();
            for _ in 0..dice.roll(9) {
                (0..dice.roll(9)).for_each(|_| table += &format!("{}\t", typed(dice)));
                table += "\r\n";
            }
            table
        }
        2 => "\t".repeat(dice.roll(200)),
        3 => "\n".repeat(dice.roll(200)),
        4 => "lång ".repeat(6_000),
        6 => {
            let signs = ["•\t", "o\t", "\t–\t", "1.\t", "• ", "- ", "2) "];
            let item = |dice: &mut Dice| format!("{}{}\r\n", dice.one(&signs), dice.one(&SHORT));
            (0..1 + dice.roll(9)).map(|_| item(dice)).collect()
        }
        5 => {
            "{\"format\":\"kundresa-clip\",\"version\":1,\"clip\":{\"cards\":[{\"lane\":9999999}]}}"
                .into()
        }
        _ => typed(dice),
    }
}

/// Any character there is, most often one that means trouble.
fn any_char(dice: &mut Dice) -> char {
    const RANGES: [(u32, u32); 9] = [
        (0x20, 0x7e),
        (0x0, 0x1f),
        (0x300, 0x36f),
        (0x590, 0x6ff),
        (0x900, 0xdff),
        (0x2000, 0x206f),
        (0xfe00, 0xfe0f),
        (0x1f300, 0x1faff),
        (0x1, 0x10_ffff),
    ];
    let (low, high) = *dice.one(&RANGES);
    let code = low + dice.roll((high - low + 1) as usize) as u32;
    char::from_u32(code).filter(|c| *c != '/').unwrap_or('\u{fffd}')
}
