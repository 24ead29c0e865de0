//! Does a web page work in a browser? Chromium shows it, without a window.
//!
//! `KUNDRESA_CHROMIUM` names the program; without it `chromium` and its other names are looked for,
//! and where there is none the tests say so and pass. Orders go through a pair of pipes (Chromium's
//! `--remote-debugging-pipe`), so no port is opened.
#![cfg(unix)]

use super::page::page;
use super::{example, maps};
use kundresa::export::Options;
use kundresa::model::Project;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// For an answer; the machine may be busy.
const PATIENCE: Duration = Duration::from_secs(60);

struct Browser {
    child: Child,
    orders: ChildStdin,
    answers: Receiver<Value>,
    session: Option<String>,
    count: u64,
    /// What the page complained of.
    faults: Vec<String>,
    _folder: tempfile::TempDir,
}

fn chromium() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("KUNDRESA_CHROMIUM") {
        return Some(named.into());
    }
    let folders: Vec<PathBuf> = std::env::split_paths(&std::env::var_os("PATH")?).collect();
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let found = names.iter().find_map(|name| {
        folders.iter().map(|folder| folder.join(name)).find(|path| path.is_file())
    });
    if found.is_none() {
        println!("skipped: no Chromium here; KUNDRESA_CHROMIUM can name one");
    }
    found
}

impl Browser {
    /// Opens the page of `project` in a window of this size; none where there is no browser.
    fn open(project: &Arc<Project>, width: u32, height: u32) -> Option<Self> {
        let program = chromium()?;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("map.html");
        std::fs::write(&path, page(project, &Options::default())).unwrap();
        // Chromium reads orders from its third pipe and answers on its fourth.
        let script = "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>&1";
        let mut child = Command::new("sh")
            .args(["-c", script])
            .arg(program)
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe"])
            .arg(format!("--user-data-dir={}", folder.path().join("profile").display()))
            .arg("about:blank")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (orders, answers) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        let (tell, told) = channel();
        std::thread::spawn(move || {
            for answer in BufReader::new(answers).split(0) {
                let Ok(answer) = answer else { return };
                if tell.send(serde_json::from_slice(&answer).unwrap()).is_err() {
                    return;
                }
            }
        });
        let mut browser = Self {
            child,
            orders,
            answers: told,
            session: None,
            count: 0,
            faults: Vec::new(),
            _folder: folder,
        };
        let target = browser.order("Target.createTarget", json!({"url": "about:blank"}));
        let target = json!({"targetId": target["targetId"], "flatten": true});
        let session = browser.order("Target.attachToTarget", target);
        browser.session = session["sessionId"].as_str().map(str::to_owned);
        for domain in ["Page.enable", "Runtime.enable", "Log.enable"] {
            browser.order(domain, json!({}));
        }
        browser.turn(width, height);
        browser.order("Page.navigate", json!({"url": format!("file://{}", path.display())}));
        browser.until("document.readyState === 'complete' && document.body.dataset.view != null");
        Some(browser)
    }

    fn order(&mut self, method: &str, params: Value) -> Value {
        self.count += 1;
        let mut order = json!({"id": self.count, "method": method, "params": params});
        if let Some(session) = &self.session {
            order["sessionId"] = json!(session);
        }
        self.orders.write_all(format!("{order}\0").as_bytes()).unwrap();
        loop {
            let answer = self.answers.recv_timeout(PATIENCE).expect(method);
            if answer["id"] == json!(self.count) {
                assert!(answer["error"].is_null(), "{method}: {answer}");
                return answer["result"].clone();
            }
            let what = answer["method"].as_str().unwrap_or_default();
            if matches!(what, "Runtime.exceptionThrown" | "Log.entryAdded") {
                self.faults.push(answer["params"].to_string());
            }
        }
    }

    /// Gives the window this size, as when a phone is turned.
    fn turn(&mut self, width: u32, height: u32) {
        let mobile = width.min(height) < 500;
        let size =
            json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile});
        self.order("Emulation.setDeviceMetricsOverride", size);
    }

    /// What a line of script gives.
    fn ask(&mut self, script: &str) -> Value {
        let params = json!({"expression": script, "returnByValue": true});
        self.order("Runtime.evaluate", params)["result"]["value"].clone()
    }

    fn until(&mut self, script: &str) {
        let begun = Instant::now();
        while self.ask(script) != json!(true) {
            assert!(begun.elapsed() < PATIENCE, "never: {script}; {:?}", self.faults);
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn press(&mut self, key: &str) {
        for kind in ["rawKeyDown", "keyUp"] {
            self.order("Input.dispatchKeyEvent", json!({"type": kind, "key": key, "code": key}));
        }
    }

    /// Moves the mouse to the middle of what the script finds and clicks.
    fn click(&mut self, script: &str) {
        let place = self.ask(&format!(
            "(() => {{ const box = ({script}).getBoundingClientRect();
              return [box.x + box.width / 2, box.y + box.height / 2]; }})()"
        ));
        for kind in ["mousePressed", "mouseReleased"] {
            let event = json!({"type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": 1});
            self.order("Input.dispatchMouseEvent", event);
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// How much of the width of the map's frame the drawing takes, and whether all of it is seen.
const SEEN: &str = "(() => {
  const [frame, sheet] = ['.map', '.sheet'].map((q) => document.querySelector(q).getBoundingClientRect());
  return [sheet.width / frame.width, sheet.left >= frame.left - 1 && sheet.right <= frame.right + 1
    && sheet.top >= frame.top - 1 && sheet.bottom <= frame.bottom + 1]; })()";

#[test]
fn a_page_goes_from_phase_to_phase_and_tells_of_a_card() {
    let Some(mut browser) = Browser::open(&example("shoes"), 1400, 900) else { return };
    assert_eq!(browser.ask(SEEN)[1], json!(true), "the whole map is seen at first");
    browser.press("n");
    browser.until("document.querySelector('.phases a').getAttribute('aria-current') === 'true'");
    browser.until(&format!("{SEEN}[1] === false"));
    browser.press("2");
    // The second phase's header has come to where the columns begin.
    browser.until(
        "Math.abs(document.querySelectorAll('.sheet .phase')[1].getBoundingClientRect().left - 150) < 8",
    );
    let card = "document.querySelector('[id=\"m' + document.querySelector('#j1p2 ~ ul details').id.slice(1) + '\"]')";
    browser.click(card);
    browser.until("!document.querySelector('.panel').hidden");
    let told = browser.ask("document.querySelector('.about').innerText").to_string();
    for text in ["Searches on the night bus", "Research", "Customer actions", "Interview 1"] {
        assert!(told.contains(text), "{text}: {told}");
    }
    browser.press("ArrowRight");
    browser.until("!document.querySelector('.about').innerText.includes('night bus')");
    browser.press("Escape");
    browser.until("document.querySelector('.panel').hidden");
    browser.until("document.activeElement.matches('.sheet .card')");
    browser.press("Enter");
    browser.until("!document.querySelector('.panel').hidden");
    browser.press("Escape");
    browser.press("Escape");
    browser.until(&format!("{SEEN}[1]"));
    assert_eq!(browser.faults, Vec::<String>::new());
}

#[test]
fn a_phone_shows_the_text_first_and_nothing_is_wider_than_it() {
    let Some(mut browser) = Browser::open(&example("forpackningsmaskin"), 390, 844) else { return };
    assert_eq!(browser.ask("document.body.dataset.view"), json!("text"));
    assert_eq!(browser.ask("document.documentElement.scrollWidth <= 390"), json!(true));
    browser.click("document.querySelectorAll('.tabs a')[1]");
    browser.until("document.querySelector('#j1').hidden && !document.querySelector('#j2').hidden");
    browser.click("document.querySelector('[data-do=map]')");
    browser.until("document.querySelector('#j2 .sheet').getBoundingClientRect().width > 391");
    assert_eq!(browser.faults, Vec::<String>::new());
}

/// Is the phase of this number, from 0, in the middle of the frame, with its header at the top?
fn is_fitted(phase: usize) -> String {
    format!(
        "(() => {{
  const frame = document.querySelector('.map').getBoundingClientRect();
  const phase = document.querySelectorAll('.sheet .phase')[{phase}].getBoundingClientRect();
  const middle = (box) => (box.left + box.right) / 2;
  return Math.abs(middle(phase) - middle(frame)) < 8 && phase.top > frame.top && phase.top < frame.top + 60
    && phase.left > frame.left && phase.right < frame.right; }})()"
    )
}

#[test]
fn a_phone_begins_with_the_first_phase_and_fits_it_again_when_it_is_turned() {
    let Some(mut browser) = Browser::open(&example("shoes"), 390, 844) else { return };
    browser.click("document.querySelector('[data-do=map]')");
    browser.until(&is_fitted(0));
    browser.turn(844, 390);
    browser.until(&is_fitted(0));
    browser.click("document.querySelector('[data-do=next]')");
    browser.until(&is_fitted(1));
    browser.turn(390, 844);
    browser.until(&is_fitted(1));
    // What was shown whole stays whole, and what was chosen by hand stays in the middle.
    browser.click("document.querySelector('[data-do=whole]')");
    browser.until(&format!("{SEEN}[1]"));
    browser.turn(844, 390);
    browser.until(&format!("{SEEN}[1]"));
    assert_eq!(browser.faults, Vec::<String>::new());
}

#[test]
fn the_text_follows_the_phase_that_was_chosen_and_the_map_the_text() {
    let Some(mut browser) = Browser::open(&example("shoes"), 390, 844) else { return };
    browser.click("document.querySelector('[data-do=map]')");
    browser.until(&is_fitted(0));
    browser.click("document.querySelector('[data-do=next]')");
    browser.click("document.querySelector('[data-do=next]')");
    browser.until(&is_fitted(2));
    browser.click("document.querySelector('[data-do=text]')");
    let top = "document.querySelector('#j1p3').getBoundingClientRect().top";
    browser.until(&format!("{top} > 0 && {top} < 120"));
    browser.ask("document.querySelector('#j1p2').scrollIntoView({ behavior: 'instant' })");
    let second = "document.querySelectorAll('.phases a')[1]";
    browser.until(&format!("{second}.getAttribute('aria-current') === 'true'"));
    browser.click("document.querySelector('[data-do=map]')");
    browser.until(&is_fitted(1));
    assert_eq!(browser.faults, Vec::<String>::new());
}

#[test]
fn all_is_open_on_paper_and_closed_again_after() {
    let Some(mut browser) = Browser::open(&example("shoes"), 1000, 800) else { return };
    let open = "document.querySelectorAll('details[open]').length";
    let all = browser.ask("document.querySelectorAll('details').length");
    assert_eq!(browser.ask(open), json!(0));
    browser.ask("document.querySelector('details').open = true");
    browser.ask("dispatchEvent(new Event('beforeprint'))");
    assert_eq!(browser.ask(open), all);
    browser.ask("dispatchEvent(new Event('afterprint'))");
    assert_eq!(browser.ask(open), json!(1), "what the reader had opened stays open");
    assert_eq!(browser.faults, Vec::<String>::new());
}

#[test]
fn a_very_large_map_draws_letters_only_where_they_can_be_read() {
    let project = Arc::new(maps::map(1000));
    let Some(mut browser) = Browser::open(&project, 1400, 900) else { return };
    let letters = "document.querySelectorAll('.sheet use').length";
    assert_eq!(browser.ask("document.querySelectorAll('.sheet .card').length"), json!(1000));
    assert_eq!(browser.ask(letters), json!(0));
    browser.press("1");
    browser.until(&format!("{letters} > 500"));
    browser.press("0");
    browser.until(&format!("{letters} === 0"));
    assert_eq!(browser.faults, Vec::<String>::new());
}
