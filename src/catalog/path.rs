//! Where something stands within its catalog: `resources[3].url`.
//!
//! A path is a chain of steps on the stack. It becomes text only when something has to be said about it, so that reading
//! 100,000 resources without a mistake makes no paths at all.

/// The way from the catalog to one of its records, fields or list items.
#[derive(Clone, Copy)]
pub(super) enum Path<'a> {
    /// The catalog itself.
    Root,
    /// A field of the record before it.
    Field(&'a Path<'a>, &'static str),
    /// A key that no record has; it comes from outside.
    Unknown(&'a Path<'a>, &'a str),
    /// An item of the list before it.
    Item(&'a Path<'a>, usize),
}

impl<'a> Path<'a> {
    pub(super) fn field(&'a self, name: &'static str) -> Path<'a> {
        Path::Field(self, name)
    }

    pub(super) fn item(&'a self, at: usize) -> Path<'a> {
        Path::Item(self, at)
    }

    fn push_to(self, out: &mut String) {
        match self {
            Path::Root => {}
            Path::Field(parent, name) | Path::Unknown(parent, name) => {
                parent.push_to(out);
                if !out.is_empty() {
                    out.push('.');
                }
                out.push_str(name);
            }
            Path::Item(parent, at) => {
                parent.push_to(out);
                out.push('[');
                push_number(out, at);
                out.push(']');
            }
        }
    }
}

impl From<Path<'_>> for String {
    fn from(path: Path<'_>) -> Self {
        let mut out = String::new();
        path.push_to(&mut out);
        out
    }
}

/// Writes a number without the formatting machinery, which weighs more in a browser than all of this file.
pub(super) fn push_number(out: &mut String, number: usize) {
    if number >= 10 {
        push_number(out, number / 10);
    }
    out.push(char::from(b'0' + (number % 10) as u8));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_read_like_javascript() {
        let resources = Path::Root.field("resources");
        let tenth = resources.item(10);
        assert_eq!(String::from(tenth.field("url")), "resources[10].url");
        assert_eq!(String::from(Path::Root), "");
        assert_eq!(String::from(Path::Unknown(&tenth, "titel")), "resources[10].titel");
    }
}
