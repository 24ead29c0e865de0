//! How is a target tried: over what is kept, over inputs made of that, and on and on where it is asked
//! for?

use crate::dice::Dice;
use crate::mutate::BETWEEN;
use crate::mutate_json;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Once;
use std::time::{Duration, Instant, SystemTime};

/// How long to go on, in seconds.
const SECONDS: &str = "KUNDRESA_FUZZ_SECONDS";
/// A file to try alone.
const INPUT: &str = "KUNDRESA_FUZZ_INPUT";
/// Larger inputs are not made, in bytes: they take long and show nothing that smaller ones do not.
const BYTES_MAX: usize = 400_000;
/// So often a finding is tried to be made smaller.
const SHRINKS: usize = 1_500;
/// So many inputs that were made are kept to be changed further.
const POOL: usize = 300;

/// What is tried, and with what.
pub(crate) struct Target {
    /// Its name, and that of its folder.
    pub name: &'static str,
    /// Panics where the bytes show a fault.
    pub promise: fn(&[u8]),
    /// What inputs are made of.
    pub seeds: fn() -> Vec<Vec<u8>>,
    /// Makes an input of one, with another to take from.
    pub change: fn(&[u8], &[u8], &mut Dice) -> Vec<u8>,
    /// How many inputs are made in each ordinary run.
    pub quick: usize,
}

thread_local! {
    /// This thread is trying an input.
    static TRYING: Cell<bool> = const { Cell::new(false) };
    /// Where the first panic of the input was, and what it said.
    static FIRST: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Keeps where the first panic was, and says nothing of those that are caught here: there are many while
/// a finding is made smaller.
fn listen() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            let place = info.location().map(ToString::to_string).unwrap_or_default();
            let said: String =
                info.payload_as_str().unwrap_or_default().chars().take(1500).collect();
            if TRYING.get() {
                FIRST.with_borrow_mut(|first| {
                    first.get_or_insert_with(|| format!("{place}: {said}"));
                });
            } else {
                usual(info);
            }
        }));
    });
}

/// What is wrong with this input: where the first panic was and what it said; none: nothing is.
fn fault(target: &Target, input: &[u8]) -> Option<String> {
    FIRST.set(None);
    TRYING.set(true);
    let outcome = catch_unwind(AssertUnwindSafe(|| (target.promise)(input)));
    TRYING.set(false);
    let first = FIRST.take();
    outcome.err().map(|_| first.unwrap_or_else(|| "a panic without a place".into()))
}

/// Where a fault is, without what it said.
fn place(fault: &str) -> &str {
    fault.split(": ").next().unwrap_or_default()
}

/// Tries a target.
pub(crate) fn run(target: &Target) {
    listen();
    if let Some(path) = std::env::var_os(INPUT) {
        let found = fault(target, &std::fs::read(path).unwrap());
        assert!(found.is_none(), "{}", found.unwrap_or_default());
        return;
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/found").join(target.name);
    let kept = kept(&folder);
    let mut pool = (target.seeds)();
    assert!(!pool.is_empty(), "{} has nothing to begin with", target.name);
    let mut faults = BTreeMap::new();
    for (at, input) in pool.iter().enumerate() {
        if let Some(fault) = fault(target, input) {
            faults.insert(format!("seed {at}"), fault);
        }
    }
    for path in kept {
        if let Some(fault) = fault(target, &std::fs::read(&path).unwrap()) {
            faults.insert(path.display().to_string(), fault);
        }
    }
    let seeds = pool.len();
    let mut runs = Tried::default();
    match std::env::var(SECONDS) {
        Err(_) => {
            for number in 0..target.quick {
                let input = made(target, &pool, &mut Dice::new(number as u64));
                runs.count(&input);
                if let Some(fault) = fault(target, &input) {
                    let path = keep(Path::new(env!("CARGO_TARGET_TMPDIR")), &input);
                    faults.insert(path.display().to_string(), fault);
                }
            }
        }
        Ok(seconds) => {
            let seconds = seconds.parse().unwrap();
            go_on(target, &mut pool, &folder, Duration::from_secs(seconds), &mut faults, &mut runs);
        }
    }
    println!("{}: {seeds} seeds, {} inputs, {} bytes", target.name, runs.inputs, runs.bytes);
    let told: Vec<String> =
        faults.iter().map(|(input, fault)| format!("{input}\n{fault}")).collect();
    assert!(told.is_empty(), "{}: {}", target.name, told.join("\n\n"));
}

/// How much was tried.
#[derive(Default)]
struct Tried {
    inputs: usize,
    bytes: usize,
}

impl Tried {
    fn count(&mut self, input: &[u8]) {
        self.inputs += 1;
        self.bytes += input.len();
    }
}

/// What was found before, in order.
fn kept(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

/// An input made of those of the pool.
fn made(target: &Target, pool: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    loop {
        let (input, other) = (dice.one(pool), dice.one(pool));
        let input = (target.change)(input, other, dice);
        if input.len() <= BYTES_MAX {
            return input;
        }
    }
}

/// Goes on for so long with inputs that no run before had, and keeps one for each place of a fault.
fn go_on(
    target: &Target,
    pool: &mut Vec<Vec<u8>>,
    folder: &Path,
    time: Duration,
    faults: &mut BTreeMap<String, String>,
    runs: &mut Tried,
) {
    std::fs::create_dir_all(folder).unwrap();
    let running = folder.join("running");
    let first = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs();
    println!("{}: begins at {first}", target.name);
    let (start, seeds) = (Instant::now(), pool.len());
    let mut places: Vec<String> = faults.values().map(|fault| place(fault).to_owned()).collect();
    let mut slowest = Duration::ZERO;
    for number in 0.. {
        if start.elapsed() >= time {
            break;
        }
        let mut dice = Dice::new(first.wrapping_mul(1 << 20).wrapping_add(number));
        let input = made(target, pool, &mut dice);
        std::fs::write(&running, &input).unwrap();
        runs.count(&input);
        let before = Instant::now();
        let found = fault(target, &input);
        let took = before.elapsed();
        if took > slowest * 2 && took > Duration::from_secs(2) {
            slowest = took;
            let path = keep(Path::new(env!("CARGO_TARGET_TMPDIR")), &input);
            println!("{}: {took:?} for {}", target.name, path.display());
        }
        match found {
            None if dice.once_in(20) => {
                // Changed again it comes further from what there was; the seeds stay.
                if pool.len() < seeds + POOL {
                    pool.push(input);
                } else {
                    let at = seeds + dice.roll(POOL);
                    pool[at] = input;
                }
            }
            None => {}
            Some(fault) if places.iter().any(|known| known == place(&fault)) => {}
            Some(fault) => {
                let small = shrunk(target, input, place(&fault));
                let path = keep(folder, &small);
                println!("{}: {}\n{fault}\n", target.name, path.display());
                places.push(place(&fault).to_owned());
                faults.insert(path.display().to_string(), fault);
            }
        }
        if number % 1000 == 999 {
            println!("{}: {} inputs, {} faults", target.name, runs.inputs, faults.len());
        }
    }
    std::fs::remove_file(running).unwrap();
}

/// Writes an input down under a name that its bytes give.
fn keep(folder: &Path, input: &[u8]) -> PathBuf {
    std::fs::create_dir_all(folder).unwrap();
    let path = folder.join(format!("{:016x}", number_of(input)));
    std::fs::write(&path, input).unwrap();
    path
}

/// A number that is the same for the same bytes (FNV-1a).
pub(crate) fn number_of(bytes: &[u8]) -> u64 {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, step)
}

/// A smaller input with a fault at the same place, by leaving out what is not needed for it: of JSON
/// whole values, of all else bytes.
fn shrunk(target: &Target, input: Vec<u8>, at: &str) -> Vec<u8> {
    let mut left = SHRINKS;
    let mut fails = |smaller: &[u8]| {
        left = left.saturating_sub(1);
        left > 0 && fault(target, smaller).is_some_and(|fault| place(&fault) == at)
    };
    let mut parts: Vec<Vec<u8>> =
        input.split(|byte| *byte == BETWEEN).map(<[u8]>::to_vec).collect();
    let mut is_json = false;
    for part in 0..parts.len() {
        let small = mutate_json::shrunk(&parts[part], &mut |smaller| {
            let (before, after) = (&parts[..part], &parts[part + 1..]);
            fails(&[before, &[smaller.to_vec()], after].concat().join(&BETWEEN))
        });
        is_json |= small.is_some();
        parts[part] = small.unwrap_or_else(|| parts[part].clone());
    }
    let input = parts.join(&BETWEEN);
    if is_json { input } else { fewer_bytes(input, &mut fails) }
}

fn fewer_bytes(mut input: Vec<u8>, fails: &mut dyn FnMut(&[u8]) -> bool) -> Vec<u8> {
    let mut chunk = input.len() / 2;
    while chunk > 0 {
        let mut from = 0;
        while from < input.len() {
            let to = (from + chunk).min(input.len());
            let smaller = [&input[..from], &input[to..]].concat();
            if fails(&smaller) {
                input = smaller;
            } else {
                from += chunk;
            }
        }
        chunk /= 2;
    }
    input
}
