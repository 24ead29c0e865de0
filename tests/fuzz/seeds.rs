//! What are inputs made of: the files that come with the program, and one with every field there is?

use image::{ExtendedColorType, ImageEncoder, ImageFormat};
use kundresa::edit::Clip;
use kundresa::file;
use kundresa::model::{CardRef, Thing};
use serde_json::{Value, json};
use std::io::Cursor;
use std::path::{Path, PathBuf};

const SAMPLE: &[u8] = include_bytes!("../samples/v1.kundresa");
/// Rows of a spreadsheet, lists of a word processor, and what is none of these.
const TEXTS: [&str; 8] = [
    "ett\ttvå\ttre\r\nfyra\t\"fem\nsex\"\t\r\n",
    "•\tFörsta\r\n\t–\tDjupare\r\n•\tAndra",
    "1. ett\n2. två\n3. tre",
    "\"He said \"\"no\"\"\"\tb\n\"open\tend",
    "- a\n- b\n\n\u{a0}\u{200b}\n* c",
    "😀👩‍👩‍👧‍👦\tשלום\nمرحبا\te\u{301}",
    "=1+1\t+2\t@x\t-",
    "",
];

/// The files in a folder of the project, by name.
fn in_folder(folder: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = std::fs::read_dir(&folder).unwrap().flatten().map(|entry| entry.path());
    let mut paths: Vec<PathBuf> = entries.filter(|path| path.is_file()).collect();
    paths.sort();
    paths.into_iter().map(|path| std::fs::read(path).unwrap()).collect()
}

/// A small map with every field and kind that there is, and texts that formats could trip over.
pub(crate) fn full() -> Vec<u8> {
    let mut file: Value = serde_json::from_slice(SAMPLE).unwrap();
    let project = &mut file["project"];
    let journey = &mut project["journeys"][0];
    journey["widths"] = json!("log");
    journey["aim"] = json!("change");
    journey["details"] = json!("after_phase");
    journey["for_whom"] = json!("<script>alert(1)</script>");
    journey["phases"][0]["title"] = json!("=1+1 \"><img src=x onerror=alert(1)> & ]]>");
    journey["phases"].as_array_mut().unwrap().push(json!({
        "id": "phas0003", "title": "[länk](https://example.org) *x* # y",
        "duration": {"from": 30, "to": 45, "unit": "minutes"}, "customers_in": 3, "friction": 1,
        "steps": [{"id": "step0004", "title": "Betala", "width": 1200, "customers_out": 2}],
    }));
    let lanes = journey["lanes"].as_array_mut().unwrap();
    lanes[0]["collapsed"] = json!(false);
    lanes[0]["hidden"] = json!(false);
    lanes[0]["pinned"] = json!(true);
    lanes[0]["height"] = json!(300);
    lanes[0]["prompts"] = json!([{"step": "step0002", "text": "Vad händer?", "later": 1}]);
    lanes[1]["curves_off"] = json!([]);
    lanes[1]["gap_between"] = json!(["pers0001", "pers0002"]);
    lanes[1]["points"].as_array_mut().unwrap().extend([
        json!({"id": "poin0003", "persona": "pers0002", "step": "step0001", "value": 1}),
        json!({"id": "poin0004", "persona": "pers0002", "step": "step0004", "value": -2, "at": 1}),
        json!({"id": "poin0005", "persona": "pers0001", "step": "step0004", "value": 0.5,
            "quote": "שלום 123 😀"}),
    ]);
    let kinds = ["metrics", "opportunities", "quotes", "images", "channels", "backstage"];
    for (at, kind) in kinds.into_iter().enumerate() {
        let card = |number: usize, step: &str| {
            json!({"id": format!("card{at}{number}"), "step": step, "text": "Kort\n- +1 =2 @3",
                "color": 3, "image": "imag0001", "opportunity": "oppo0001", "votes": 2,
                "metric": {"value": -0.5, "target": 3, "better": "lower", "trend": [1, 2, 1.5]},
                "blocker": {"kind": "data", "severity": "blocking", "later": 1},
                "marks": ["pain_point"], "channel": "egen kanal", "link": "javascript:alert(1)"})
        };
        lanes.push(json!({"id": format!("lane1{at}"), "kind": kind, "line": "interaction",
            "cards": [card(1, "step0001"), card(2, "step0003"), card(3, "step0003")]}));
    }
    journey["transitions"].as_array_mut().unwrap().extend([
        json!({"id": "tran0003", "kind": "skip", "from": "phas0001", "to": "phas0003"}),
        json!({"id": "tran0004", "kind": "leave", "from": "step0002", "share": 99}),
    ]);
    journey["views"] = json!([
        {"id": "view0001", "title": "Bara känslor", "hidden": ["lane0001"], "later": 1,
            "collapsed": ["lane10"], "pinned": ["lane11"], "personas": ["pers0001"]},
        {"id": "view0002", "tags": ["snabbt"], "marks": ["pain_point"],
            "off": ["funnel", "chips", "quotes", "transitions", "friction", "times"]},
    ]);
    journey["story"] = json!([
        {"id": "page0001", "kind": "title", "notes": "Säg hej"}, {"id": "page0002", "kind": "map"},
        {"id": "page0003", "kind": "phase", "about": "phas0001", "hidden": true},
        {"id": "page0004", "kind": "view", "about": "view0001"},
        {"id": "page0005", "kind": "cards", "cards": ["card0001", "card01"], "title": "Korten"},
        {"id": "page0006", "kind": "text", "text": "Ett\n\n- två", "later": 1},
        {"id": "page0007", "kind": "compare", "about": "jour0002"}, 1,
    ]);
    let mut twin = journey.clone();
    twin["id"] = json!("jour0002");
    twin["origin"] = json!("jour0001");
    twin["widths"] = json!("free");
    twin["lanes"].as_array_mut().unwrap().truncate(3);
    twin["views"] = json!([]);
    let was = json!({"title": "Var", "journeys": [twin.clone()], "later": 2});
    project["journeys"].as_array_mut().unwrap().push(twin);
    project["versions"] = json!([{"id": "vers0001", "name": "I går", "note": "n", "later": 1,
        "when": "2026-01-02T03:04:05Z", "project": was}]);
    project["conflicts"] = json!([{"list": "cards", "within": "jour0001", "thing": "card0001",
        "field": "text", "standing": "a", "other": "b", "side": "theirs", "label": "deras", "later": 1}]);
    serde_json::to_vec_pretty(&file).unwrap()
}

/// Maps of all kinds, small and large.
pub(crate) fn maps() -> Vec<Vec<u8>> {
    let mut maps = small_maps();
    maps.extend(in_folder("assets/examples"));
    maps.extend(in_folder("assets/templates/en"));
    maps
}

/// Maps that take little time.
pub(crate) fn small_maps() -> Vec<Vec<u8>> {
    let mut maps = vec![full(), full(), SAMPLE.to_vec()];
    maps.extend(in_folder("tests/cases"));
    maps.push(br#"{"format":"kundresa","version":1,"project":{"journeys":[{"id":"j"}]}}"#.to_vec());
    maps
}

/// Three copies of one map each.
pub(crate) fn copies() -> Vec<Vec<u8>> {
    let mut maps = small_maps();
    maps.push(std::fs::read(example("dag-pa-akuten")).unwrap());
    let thrice = |map: Vec<u8>| [&map[..], &map, &map].join(&crate::mutate::BETWEEN);
    maps.into_iter().map(thrice).collect()
}

fn example(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/examples");
    folder.join(format!("{name}.kundresa"))
}

/// Pictures in each form that is read, and some that are not.
pub(crate) fn pictures() -> Vec<Vec<u8>> {
    let mut pictures = vec![include_bytes!("../../assets/icon.png").to_vec()];
    let dots = |channels: usize| -> Vec<u8> {
        (0..20 * 15 * channels).map(|at| (at * 37 % 251) as u8).collect()
    };
    for (color, channels) in [
        (ExtendedColorType::L8, 1),
        (ExtendedColorType::La8, 2),
        (ExtendedColorType::Rgb8, 3),
        (ExtendedColorType::Rgba8, 4),
        (ExtendedColorType::Rgba16, 8),
    ] {
        let mut png = Vec::new();
        let encoder = image::codecs::png::PngEncoder::new(&mut png);
        encoder.write_image(&dots(channels), 20, 15, color).unwrap();
        pictures.push(png);
    }
    let rgb = image::RgbImage::from_raw(20, 15, dots(3)).unwrap();
    for format in [ImageFormat::Jpeg, ImageFormat::WebP] {
        let mut bytes = Cursor::new(Vec::new());
        rgb.write_to(&mut bytes, format).unwrap();
        pictures.push(bytes.into_inner());
    }
    // A photo taken upright: it says how it is turned, right after the first mark of the file.
    let mut turned = pictures[pictures.len() - 2].clone();
    let exif =
        b"\xff\xe1\x00\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    turned.splice(2..2, exif.iter().copied());
    pictures.push(turned);
    pictures.push(b"GIF89a\x01\0\x01\0\0\0\0;".to_vec());
    pictures.push(b"BM".to_vec());
    pictures
}

/// What people paste.
pub(crate) fn texts() -> Vec<Vec<u8>> {
    TEXTS.iter().map(|text| text.as_bytes().to_vec()).collect()
}

/// What a window keeps of what was copied: all cards and points of a map.
pub(crate) fn clips() -> Vec<Vec<u8>> {
    let project = file::read(&full()).unwrap().project;
    let journey = &project.journeys[0];
    let mut things = Vec::new();
    for lane in &journey.lanes {
        let of = |card: &kundresa::model::Id| CardRef {
            lane: Some(lane.id.clone()),
            card: card.clone(),
        };
        things.extend(lane.cards.iter().map(|card| Thing::Card(of(&card.id))));
        let point =
            |id: &kundresa::model::Id| Thing::Point { lane: lane.id.clone(), point: id.clone() };
        things.extend(lane.points.iter().map(|one| point(&one.id)));
    }
    let clip = |things: &[Thing]| Clip::of(&project, journey, things).to_json().into_bytes();
    vec![clip(&things), clip(&things[..2]), clip(&[])]
}

/// Templates of the user's own.
pub(crate) fn templates() -> Vec<Vec<u8>> {
    let mut templates = in_folder("assets/templates/sv");
    templates.sort_by_key(Vec::len);
    templates.truncate(3);
    templates.extend([full(), full(), full()]);
    templates
}

/// What the program remembers of its user.
pub(crate) fn settings() -> Vec<Vec<u8>> {
    let all = json!({"lang": "sv", "theme": "dark", "interface_size": 125, "inspector": false,
        "window": {"x": 10, "y": -20.5, "width": 1400, "height": 900, "maximized": true},
        "recent": ["/maps/a.kundresa", "/maps/å.kundresa"], "overview": true, "less_motion": true,
        "audience": "HDMI-1", "export_folder": "/maps", "later": {"x": 1},
        "export": {"format": "pdf", "page": "a4", "dpi": 300, "logo": "/logo.png", "tile": "a3"},
        "workshop": {"people": 12, "dots": 3, "minutes": 10, "size": 150}});
    vec![serde_json::to_vec_pretty(&all).unwrap(), b"{}".to_vec()]
}

/// What decides how a store of versions is damaged: any bytes do.
pub(crate) fn damages() -> Vec<Vec<u8>> {
    (0..24_u8).map(|number| vec![number; 4]).collect()
}

/// Unsaved work, with the note where it belongs.
pub(crate) fn recovered() -> Vec<Vec<u8>> {
    let mut maps = small_maps();
    for map in &mut maps {
        let mut file: Value = serde_json::from_slice(map).unwrap();
        file["recovered_from"] = json!("/maps/karta.kundresa");
        *map = serde_json::to_vec_pretty(&file).unwrap();
    }
    maps
}

/// What a window says of itself beside a file that it has open.
pub(crate) fn in_use() -> Vec<Vec<u8>> {
    let mark = json!({"who": "ellen", "machine": "LAPTOP", "since": "2026-01-02T03:04:05Z",
        "window": "123-0"});
    let here = json!({"who": std::env::var("USER").unwrap_or_default(), "later": 1,
        "machine": gethostname::gethostname().to_string_lossy(), "window": "../../x"});
    [mark, here].iter().map(|one| serde_json::to_vec(one).unwrap()).collect()
}
