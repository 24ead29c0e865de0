//! Turns the `.ftl` files beside it into one typed function per message,
//! so that a missing or misspelled string does not compile.

use fluent_typed::{BuildOptions, FtlOutputOptions, build_from_locales_folder};

fn main() -> std::process::ExitCode {
    println!("cargo:rerun-if-changed=assets/locales");
    let out = std::env::var("OUT_DIR").unwrap_or_default();
    build_from_locales_folder(
        BuildOptions::default()
            .with_locales_folder("assets/locales")
            .with_output_file_path(&format!("{out}/strings.rs"))
            .with_ftl_output(FtlOutputOptions::single_file(&format!("{out}/strings.ftl")))
            .with_prefix("")
            // Marks meant for web pages; here they would end up in labels and file names.
            .without_bidi_isolation(),
    )
}
