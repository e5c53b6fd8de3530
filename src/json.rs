//! Records as JSON text, which the browser's own parser turns into objects.
//!
//! A whole page of results goes over the border in one call, where objects made piece by piece cost a call for each property. It is our own
//! because records need so little of it: texts, whole numbers, scores, lists, properties. It must not use the standard library's formatting,
//! which the engine doesn't have, and knows nothing of JavaScript.

use std::fmt::{self, Display};

use serde::Serialize;
use serde::ser::{self, Impossible, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, Serializer};

/// A record as JSON. Properties that are `None` are left out.
pub(crate) fn to_json(record: &impl Serialize) -> String {
    let mut json = Json(String::new());
    match record.serialize(&mut json) {
        Ok(()) => json.0,
    }
}

/// What is written so far. Every item of a list and every property leaves a comma behind it, which the closing bracket takes back.
struct Json(String);

impl Json {
    #[inline(never)]
    fn put(&mut self, text: &str) {
        self.0.push_str(text);
    }

    fn text(&mut self, text: &str) {
        self.0.push('"');
        let mut rest = text;
        let is_escaped = |byte: u8| byte < b' ' || byte == b'"' || byte == b'\\';
        while let Some((plain, escaped)) = rest.bytes().position(is_escaped).and_then(|at| rest.split_at_checked(at)) {
            self.put(plain);
            self.put("\\u00");
            let mut letters = escaped.chars();
            let code = letters.next().map_or(0, u32::from);
            [code >> 4, code & 15].iter().filter_map(|digit| char::from_digit(*digit, 16)).for_each(|digit| self.0.push(digit));
            rest = letters.as_str();
        }
        self.put(rest);
        self.0.push('"');
    }

    /// A whole number of at least so many digits.
    fn number(&mut self, number: u64, digits: u32) {
        if number > 9 || digits > 1 {
            self.number(number / 10, digits.saturating_sub(1));
        }
        self.0.push(char::from(b'0' + (number % 10) as u8));
    }

    #[inline(never)]
    fn name(&mut self, name: &'static str) {
        self.0.push('"');
        self.put(name);
        self.put("\":");
    }

    /// Ends the property that starts here. One that is `None` has written nothing but its name, and is taken back.
    #[inline(never)]
    fn end_property(&mut self, start: usize) {
        if self.0.as_bytes().last() == Some(&b':') { self.0.truncate(start) } else { self.0.push(',') }
    }

    #[inline(never)]
    fn close(&mut self, bracket: char) {
        if self.0.as_bytes().last() == Some(&b',') {
            self.0.truncate(self.0.len() - 1);
        }
        self.0.push(bracket);
    }

    fn item(&mut self, item: &(impl Serialize + ?Sized)) -> Written {
        item.serialize(&mut *self)?;
        self.0.push(',');
        Ok(())
    }
}

/// Writing can't fail, and the type says so: no check for it stands behind any of the writes.
#[derive(Debug)]
enum Failure {}

type Written = Result<(), Failure>;

impl Display for Failure {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Failure {}

impl ser::Error for Failure {
    fn custom<T: Display>(_: T) -> Self {
        unreachable!()
    }
}

impl SerializeSeq for &mut Json {
    type Ok = ();
    type Error = Failure;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, item: &T) -> Written {
        self.item(item)
    }

    fn end(self) -> Written {
        self.close(']');
        Ok(())
    }
}

impl SerializeTuple for &mut Json {
    type Ok = ();
    type Error = Failure;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, item: &T) -> Written {
        self.item(item)
    }

    fn end(self) -> Written {
        self.close(']');
        Ok(())
    }
}

impl SerializeMap for &mut Json {
    type Ok = ();
    type Error = Failure;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Written {
        key.serialize(&mut **self)?;
        self.0.push(':');
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.item(value)
    }

    fn end(self) -> Written {
        self.close('}');
        Ok(())
    }
}

impl SerializeStruct for &mut Json {
    type Ok = ();
    type Error = Failure;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Written {
        let before = self.0.len();
        self.name(name);
        value.serialize(&mut **self)?;
        self.end_property(before);
        Ok(())
    }

    fn end(self) -> Written {
        self.close('}');
        Ok(())
    }
}

/// Kinds of values that no record holds; the compiler can't know it, so they are a fault of ours, like any index out of bounds.
macro_rules! foreign {
    ($($method:ident($($argument:ty),*) -> $result:ty;)*) => {
        $(fn $method(self, $(_: $argument),*) -> Result<$result, Failure> { unreachable!() })*
    };
}

impl Serializer for &mut Json {
    type Ok = ();
    type Error = Failure;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeTupleStruct = Impossible<(), Failure>;
    type SerializeTupleVariant = Impossible<(), Failure>;
    type SerializeStructVariant = Impossible<(), Failure>;

    fn serialize_str(self, text: &str) -> Written {
        self.text(text);
        Ok(())
    }

    fn serialize_bool(self, flag: bool) -> Written {
        self.put(if flag { "true" } else { "false" });
        Ok(())
    }

    fn serialize_u32(self, number: u32) -> Written {
        self.serialize_u64(number.into())
    }

    fn serialize_u64(self, number: u64) -> Written {
        self.number(number, 1);
        Ok(())
    }

    fn serialize_i32(self, number: i32) -> Written {
        if number < 0 {
            self.0.push('-');
        }
        self.serialize_u32(number.unsigned_abs())
    }

    /// To the millionth; what is no number is as good as nought.
    fn serialize_f32(self, number: f32) -> Written {
        // The cast saturates.
        let millionths = (f64::from(number.abs()) * 1e6).round() as u64;
        if number < 0.0 {
            self.0.push('-');
        }
        self.number(millionths / 1_000_000, 1);
        self.0.push('.');
        self.number(millionths % 1_000_000, 6);
        Ok(())
    }

    /// Nothing: only a property may be `None`, and is left out.
    fn serialize_none(self) -> Written {
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, Failure> {
        self.0.push('[');
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, Failure> {
        self.serialize_seq(None)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self, Failure> {
        self.0.push('{');
        Ok(self)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Failure> {
        self.serialize_map(None)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(self, _: &'static str, _: u32, _: &'static str, _: &T) -> Written {
        unreachable!()
    }

    foreign! {
        serialize_i8(i8) -> ();
        serialize_i16(i16) -> ();
        serialize_i64(i64) -> ();
        serialize_u8(u8) -> ();
        serialize_u16(u16) -> ();
        serialize_f64(f64) -> ();
        serialize_char(char) -> ();
        serialize_bytes(&[u8]) -> ();
        serialize_unit() -> ();
        serialize_unit_struct(&'static str) -> ();
        serialize_unit_variant(&'static str, u32, &'static str) -> ();
        serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Self::SerializeStructVariant;
    }
}

#[cfg(all(test, feature = "tool"))]
mod tests {
    use serde::Serialize;
    use serde_json::json;

    use super::to_json;

    #[derive(Serialize)]
    struct Record<'a> {
        text: &'a str,
        first: Option<u32>,
        list: Vec<[u32; 2]>,
        none: Vec<u32>,
        flag: bool,
        year: i32,
        bytes: usize,
        score: f32,
        map: std::collections::BTreeMap<&'a str, Option<&'a str>>,
        last: Option<&'a str>,
    }

    #[test]
    fn records_read_back_as_they_were() {
        let text: String = (0..0x250).filter_map(char::from_u32).chain("“\u{2028}\u{2029}🙂\u{10ffff}".chars()).collect();
        let record = Record {
            text: &text,
            first: None,
            list: vec![[0, 1], [7, u32::MAX]],
            none: vec![],
            flag: true,
            year: -44,
            bytes: 9_007_199_254_740_991,
            score: -3.125,
            map: [("a,", Some(",")), ("\"b\\", Some("")), ("__proto__", Some("null"))].into(),
            last: None,
        };
        let read: serde_json::Value = serde_json::from_str(&to_json(&record)).unwrap();
        let expected = json!({
            "text": text, "list": [[0, 1], [7, u32::MAX]], "none": [], "flag": true, "year": -44, "bytes": 9_007_199_254_740_991_u64,
            "score": -3.125, "map": { "a,": ",", "\"b\\": "", "__proto__": "null" },
        });
        assert_eq!(read, expected);
    }

    #[test]
    fn scores_are_right_to_the_millionth() {
        for (number, expected) in [
            (0.0, "0.000000"),
            (1000.5, "1000.500000"),
            (0.1, "0.100000"),
            (-0.5, "-0.500000"),
            (0.999_999_9, "1.000000"),
            (f32::NAN, "0.000000"),
        ] {
            assert_eq!(to_json(&number), expected);
        }
        assert!(serde_json::from_str::<f64>(&to_json(&f32::INFINITY)).is_ok_and(f64::is_finite));
    }
}
