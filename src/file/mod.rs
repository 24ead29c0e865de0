//! How a project is kept on disk. The only part that touches it.
