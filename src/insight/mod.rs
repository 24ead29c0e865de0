//! What a map tells: pure functions over the model.
