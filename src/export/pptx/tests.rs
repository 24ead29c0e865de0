//! Are slides what programs for slides take, and is all of a map in them?
