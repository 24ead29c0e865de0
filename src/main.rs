//! Starts the program: reads the arguments and hands over to the commands or the window.

use kundresa::cli::{self, Request};
use kundresa::ui;
use kundresa::words::Lang;
use std::io::{self, BufWriter};
use std::process::ExitCode;

fn main() -> ExitCode {
    kundresa::scene::hush_quiet_panics();
    let (asked, request) = cli::parse(std::env::args_os().skip(1));
    let lang = asked.unwrap_or_else(Lang::of_system);
    let (mut out, mut err) = (BufWriter::new(io::stdout()), io::stderr());
    let code = match &request {
        Err(error) => cli::refuse(error, lang, &mut err),
        Ok(request) => match cli::run(request, lang, &mut out, &mut err) {
            Some(code) => code,
            None => match window(request.clone(), asked) {
                Ok(()) => cli::SOUND,
                Err(reason) => cli::no_window(&reason, lang, &mut err),
            },
        },
    };
    ExitCode::from(code)
}

/// Opens the window, and returns when it is closed.
fn window(request: Request, lang: Option<Lang>) -> Result<(), String> {
    let Request::Window { path, renderer, native_dialogs } = request else { return Ok(()) };
    ui::run(ui::WindowOptions { path, lang, renderer, native_dialogs, keep: true })
}
