//! A tree of plain values: what JSON holds, and what a page hands over as a JavaScript object.
//!
//! It stands between the two sources and the one reader of records ([`from_value`](super::from_value())), which thereby needs
//! neither a JSON library nor a browser.

/// A value as JSON knows it.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing: the same as leaving the key out.
    Null,
    /// Yes or no.
    Bool(bool),
    /// Any number.
    Number(f64),
    /// A text.
    Text(String),
    /// Values in order.
    List(Vec<Value>),
    /// Keys and values in the order given; a key that stands twice is kept twice, so that it can be reported.
    Map(Vec<(String, Value)>),
}

impl Value {
    /// What the value is, for messages: `a number`.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Value::Null => "nothing",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number",
            Value::Text(_) => "a text",
            Value::List(_) => "a list",
            Value::Map(_) => "an object",
        }
    }

    /// The value as a whole number, when it is one that every language writes the same way.
    pub(super) fn whole_number(&self) -> Option<i64> {
        const LARGEST: f64 = 9_007_199_254_740_991.0;
        match self {
            Value::Number(number) if number.abs() <= LARGEST && number.fract() == 0.0 => Some(*number as i64),
            _ => None,
        }
    }
}
