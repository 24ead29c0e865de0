//! What a customer costs: to win one, and to keep one.

use super::{Extra, tidy};
use serde::{Deserialize, Serialize};

/// Amounts for one customer, side by side.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Costs {
    /// What it costs to win one; not below zero.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "tidy::number")]
    pub win: Option<f64>,
    /// What it costs to keep one; not below zero.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "tidy::number")]
    pub keep: Option<f64>,
    /// What both are counted in: `kr`, `€`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub unit: String,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}
