## The help

cli-about = Kundresa draws customer journey maps.
cli-usage = Usage:
cli-options = Options:
cli-about-window = opens the window, on a file if one is named
cli-about-check = says what files hold and what is wrong in them; --json for programs
cli-about-help = prints this
cli-about-version = prints the version
cli-about-lang = the language; else the system’s
cli-about-renderer = what draws the window; else what works
cli-about-dialogs = choose files by the program’s own dialogs
cli-about-end = what follows are files, even if it begins with -
cli-exit-codes = Exit codes: 0 sound, 1 something was mended, 2 something cannot be read.

## Errors

# $option (String)
cli-unknown-option = there is no option “{ $option }” here.
# $option (String)
cli-no-value = { $option } needs a value.
# $option (String)
# $value (String)
cli-bad-value = { $option } cannot be “{ $value }”.
# $command (String)
cli-no-files = { $command } needs at least one file.
# $file (String)
cli-too-many = a window opens one file; “{ $file }” is one too many.
cli-try-help = Try: kundresa --help
# $error (String)
cli-cannot-write = the output cannot be written: { $error }
cli-without-window = These work without a window:

## check

cli-sound = sound
cli-mended = opens, but not all is as it should be
cli-unreadable = cannot be opened
