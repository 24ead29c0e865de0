//! Tests of the panel as a whole, by role and name.
