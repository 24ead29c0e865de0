//! What drawings are made of: items, pens, colours by what they mean, icons, pictures, smooth lines.

pub(in crate::scene) mod framed;
pub mod icon;
pub(in crate::scene) mod item;
pub(in crate::scene) mod kept_texts;
pub(in crate::scene) mod pen;
pub(in crate::scene) mod picture;
pub(in crate::scene) mod pictures;
pub(in crate::scene) mod role;
pub(in crate::scene) mod sign;
pub(in crate::scene) mod spline;
pub(in crate::scene) mod theme;
