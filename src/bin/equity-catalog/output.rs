//! Printing: bold on a terminal, plain elsewhere, and safe with texts from anywhere; and writing files whole or not at all.

use std::borrow::Cow;
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};
use std::path::Path;

/// Standard output, buffered.
pub struct Output {
    out: BufWriter<StdoutLock<'static>>,
    styled: bool,
}

impl Output {
    pub fn standard() -> Self {
        let out = io::stdout().lock();
        Self { styled: out.is_terminal() && colour_is_welcome(), out: BufWriter::new(out) }
    }

    pub fn line(&mut self, text: &str) -> io::Result<()> {
        self.out.write_all(text.as_bytes()).and_then(|()| self.out.write_all(b"\n")).map_err(|error| unwritable(&error))
    }

    pub fn flush(&mut self) -> io::Result<()> {
        self.out.flush().map_err(|error| unwritable(&error))
    }

    /// A text with these ranges of bytes in bold, if the output is a terminal.
    pub fn bold(&self, text: &str, ranges: impl IntoIterator<Item = [u32; 2]>) -> String {
        let mut out = String::new();
        let mut at = 0;
        for [start, end] in ranges {
            let (start, end) = (start as usize, end as usize);
            if let (true, Some(before), Some(marked)) = (self.styled, text.get(at..start), text.get(start..end)) {
                out.extend([&shown(before), "\u{1b}[1m", &shown(marked), "\u{1b}[0m"]);
                at = end;
            }
        }
        out.push_str(&shown(text.get(at..).unwrap_or_default()));
        out
    }
}

fn unwritable(error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("can't write the output: {error}"))
}

/// Writes to standard error, whether or not anybody listens.
pub fn complain(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}

/// Whether standard error understands colours and nobody asked for none.
pub fn errors_in_colour() -> bool {
    io::stderr().is_terminal() && colour_is_welcome()
}

/// See no-color.org: any value but an empty one says no.
fn colour_is_welcome() -> bool {
    std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// A text from a pack may hold anything; control characters could drive the terminal.
pub fn shown(text: &str) -> Cow<'_, str> {
    if text.chars().any(char::is_control) { Cow::Owned(text.replace(char::is_control, " ")) } else { Cow::Borrowed(text) }
}

/// Why a file can't be read, without the number that systems give the reason.
pub fn unreadable(name: &str, error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => format!("can't read {name}: it doesn't exist"),
        io::ErrorKind::PermissionDenied => format!("can't read {name}: this user may not read it"),
        _ => format!("can't read {name}: {error}"),
    }
}

/// Writes the file beside its place and moves it there once it is whole, so that no reader ever meets half of it.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let write = || {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut builder = tempfile::Builder::new();
        // A temporary file is its owner's alone by default; what is written here is for everybody whom the user's umask lets.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let mut file = builder.prefix(".equity-catalog-").tempfile_in(folder)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        file.persist(path)?;
        Ok(())
    };
    write().map_err(|error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => format!("can't write {}: its folder doesn't exist", path.display()),
        io::ErrorKind::PermissionDenied => format!("can't write {}: this user may not write there", path.display()),
        _ => format!("can't write {}: {error}", path.display()),
    })
}

/// A number with a comma after each thousand.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A count with its noun: `1 term`, `1,200 terms`.
pub fn counted(number: usize, one: &str) -> String {
    format!("{} {one}{}", grouped(number as u64), if number == 1 { "" } else { "s" })
}
