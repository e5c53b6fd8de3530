//! The demo pages on this machine: `www/demo/` at `/` and the built package at `/pkg/`.
//!
//! The server is as strict as the strictest site that shows the widget: nothing inline, nothing from elsewhere, Trusted
//! Types required. A page that works here works under any policy that allows WebAssembly at all.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result, anyhow, bail};
use tiny_http::{Header, Method, Request, Response, Server, StatusCode};

use crate::workspace::Workspace;

/// What `cargo xtask demo` can be told.
#[derive(clap::Args)]
pub struct Options {
    /// Where to listen; the next free port is taken when this one isn't free, and 0 lets the system choose
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
    /// Show the first page in the default browser
    #[arg(long)]
    pub open: bool,
    /// Serve what was built before
    #[arg(long)]
    pub no_build: bool,
}

/// The policy that every answer carries.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
                      img-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";

/// How many ports to try when the wanted one is taken.
const PORTS: u16 = 20;

/// How many requests are answered at once: a slow one must not hold up a page's other files.
const THREADS: usize = 4;

/// Serves the demo pages until it is stopped.
///
/// # Errors
/// When the package isn't built, or no port is free.
pub fn serve(workspace: &Workspace, options: &Options) -> Result<()> {
    let folders = Folders { pages: workspace.root.join("www/demo"), package: workspace.package() };
    if !folders.package.join("equity-catalog.wasm").is_file() {
        bail!("pkg/ isn't built yet: leave out --no-build, or run `cargo xtask build` first");
    }
    let server = listen(options.port)?;
    let address = server.server_addr().to_ip().context("the server has no address")?;
    let url = format!("http://{address}/");
    println!("\nThe demo is at {url}  (Ctrl+C ends it)");
    if options.open {
        open_in_browser(&url);
    }
    let server = Arc::new(server);
    let folders = Arc::new(folders);
    let threads: Vec<_> = (0..THREADS)
        .map(|_| {
            let (server, folders) = (Arc::clone(&server), Arc::clone(&folders));
            thread::spawn(move || {
                for request in server.incoming_requests() {
                    answer(&folders, request);
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().map_err(|_| anyhow!("the server stopped"))?;
    }
    Ok(())
}

/// Listens on this machine only, on the wanted port or the next free one.
fn listen(port: u16) -> Result<Server> {
    let last = if port == 0 { 0 } else { port.saturating_add(PORTS) };
    for port in port..=last {
        match Server::http(("127.0.0.1", port)) {
            Ok(server) => return Ok(server),
            Err(error) => {
                let taken = error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == ErrorKind::AddrInUse);
                if !taken {
                    bail!("can't listen on port {port}: {error}");
                }
            }
        }
    }
    bail!("ports {port} to {last} are all taken: choose another with --port")
}

/// The folders whose files are served.
struct Folders {
    pages: PathBuf,
    package: PathBuf,
}

/// Answers one request. A reader who went away before the answer is no error.
fn answer(folders: &Folders, request: Request) {
    if !matches!(request.method(), Method::Get | Method::Head) {
        let response = with_headers(Response::from_data("Only GET and HEAD are answered here.\n"), "text/plain; charset=utf-8");
        let _ = request.respond(response.with_status_code(StatusCode(405)).with_header(header("Allow", "GET, HEAD")));
        return;
    }
    let found = file_of(folders, request.url()).and_then(|path| Some((fs::read(&path).ok()?, media_type(&path))));
    let response = match found {
        Some((bytes, media_type)) => with_headers(Response::from_data(bytes), media_type),
        None => with_headers(Response::from_data("There is no such page.\n"), "text/plain; charset=utf-8")
            .with_status_code(StatusCode(404)),
    };
    let _ = request.respond(response);
}

type Page = Response<io::Cursor<Vec<u8>>>;

fn with_headers(response: Page, media_type: &str) -> Page {
    response
        // Someone who builds and reloads wants what was just built.
        .with_header(header("Cache-Control", "no-store"))
        .with_header(header("Content-Security-Policy", POLICY))
        .with_header(header("Content-Type", media_type))
        .with_header(header("X-Content-Type-Options", "nosniff"))
}

/// Names and values are all ours and plain ASCII, so a header that can't be made is a mistake in this file.
fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).unwrap_or_else(|()| unreachable!("{name} and {value} are ASCII"))
}

/// The file that a URL asks for, if it is one of ours.
fn file_of(folders: &Folders, url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let path = percent_decoded(path)?;
    let path = path.strip_prefix('/')?;
    let (folder, rest) = match path.strip_prefix("pkg/") {
        Some(rest) => (&folders.package, rest),
        None => (&folders.pages, path),
    };
    let relative = Path::new(rest);
    // Only plain names lead onward: no "..", no drive, no root. A backslash separates on some systems and not on others.
    let plain = relative.components().all(|component| matches!(component, Component::Normal(_)));
    if !plain || rest.contains(['\\', '\0']) {
        return None;
    }
    let file = folder.join(relative);
    let file = if rest.is_empty() || file.is_dir() { file.join("index.html") } else { file };
    file.is_file().then_some(file)
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(if byte == b'%' { hex(rest.next()?)? << 4 | hex(rest.next()?)? } else { byte });
    }
    String::from_utf8(bytes).ok()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).map(|value| value as u8)
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("css") => "text/css; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
        Some("ico") => "image/x-icon",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        Some("ts" | "md" | "txt") => "text/plain; charset=utf-8",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}

/// Asks the system to show a page; who has no browser still has the address.
fn open_in_browser(url: &str) {
    let (program, arguments): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/C", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    if let Err(error) = std::process::Command::new(program).args(arguments).arg(url).spawn() {
        eprintln!("Can't open a browser ({program}: {error}); open the address yourself.");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_leads_only_to_our_files() {
        let checkout = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folders = Folders { pages: checkout.join("src"), package: checkout.join("javascript") };
        let check = |url: &str, expected: Option<&str>| {
            let expected = expected.map(|path| checkout.join(path));
            assert_eq!(file_of(&folders, url), expected, "{url}");
        };
        check("/demo.rs", Some("src/demo.rs"));
        check("/demo.rs?x=1#y", Some("src/demo.rs"));
        check("/d%65mo.rs", Some("src/demo.rs"));
        check("/pkg/bundle.mjs", Some("javascript/bundle.mjs"));
        check("/bundle.mjs", None);
        check("/", None);
        check("", None);
        check("demo.rs", None);
        check("/missing.rs", None);
        check("/../Cargo.toml", None);
        check("/%2e%2e/Cargo.toml", None);
        check("/pkg/../../Cargo.toml", None);
        check("/pkg/..%2f..%2fCargo.toml", None);
        check("/..%5cCargo.toml", None);
        check("//etc/passwd", None);
        check("/pkg//etc/passwd", None);
        check("/demo.rs%00", None);
        check("/demo%", None);
        check("/%ff", None);
    }
}
