//! The real browsers that the widget is tested in: finding them, and installing them where that needs no decision of the user's.
//!
//! A browser that is missing is a failure and never a silent skip: a test that didn't run says nothing about its reader.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::debian_packages;
use crate::steps::Step;
use crate::workspace::Workspace;

/// A browser engine that readers use.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Browser {
    Chromium,
    Firefox,
    Webkit,
}

impl Browser {
    /// The name that the browser tests know it by.
    pub fn name(self) -> &'static str {
        match self {
            Browser::Chromium => "chromium",
            Browser::Firefox => "firefox",
            Browser::Webkit => "webkit",
        }
    }

    /// The programs that driving it takes.
    fn programs(self) -> &'static [Program] {
        match self {
            Browser::Chromium => &[CHROMIUM],
            Browser::Firefox => &[FIREFOX],
            Browser::Webkit => &[WEBKIT_DRIVER, WEBKIT_BROWSER, XVFB],
        }
    }
}

/// A program that the browser tests start.
struct Program {
    /// The environment variable by which a user points to another one, and by which the tests are told where it stands.
    variable: &'static str,
    /// Its usual names, searched for in PATH.
    names: &'static [&'static str],
    /// Where it may stand outside of PATH. One `*` may take the place of one folder's name, or of the end of it.
    places: &'static [&'static str],
    /// Debian's packages that bring it.
    packages: &'static [&'static str],
}

const CHROMIUM: Program = Program {
    variable: "CHROMIUM",
    names: &["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"],
    places: &["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/snap/bin/chromium"],
    packages: &["chromium"],
};
const FIREFOX: Program = Program {
    variable: "FIREFOX",
    names: &["firefox-esr", "firefox"],
    places: &["/Applications/Firefox.app/Contents/MacOS/firefox", "/snap/bin/firefox"],
    packages: &["firefox-esr"],
};
const WEBKIT_DRIVER: Program = Program {
    variable: "WEBKIT_DRIVER",
    names: &["WebKitWebDriver"],
    places: &["/usr/libexec/WebKitWebDriver"],
    packages: &["webkit2gtk-driver"],
};
const WEBKIT_BROWSER: Program = Program {
    variable: "WEBKIT_BROWSER",
    names: &["MiniBrowser"],
    places: &[
        "/usr/lib/*/webkit2gtk-4.1/MiniBrowser",
        "/usr/lib/*/webkit2gtk-4.0/MiniBrowser",
        "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
        "/usr/lib/webkit2gtk-4.1/MiniBrowser",
        "/usr/libexec/webkitgtk-6.0/MiniBrowser",
    ],
    packages: &["webkit2gtk-driver"],
};
const XVFB: Program = Program { variable: "XVFB", names: &["Xvfb"], places: &[], packages: &["xvfb", "xauth"] };

/// Sees to it that the wanted browsers are here, and gives the environment that tells the tests where.
///
/// # Errors
/// When one is missing and can't be installed without the user; the message says what to type.
pub fn browsers(workspace: &Workspace, step: &mut Step, wanted: &[Browser]) -> Result<Vec<(&'static str, PathBuf)>> {
    for program in wanted.iter().flat_map(|browser| browser.programs()) {
        if let Some(told) = std::env::var_os(program.variable).map(PathBuf::from).filter(|path| !path.is_file()) {
            bail!("{} is set to {}, where there is no program: correct it or unset it", program.variable, told.display());
        }
    }
    let missing = missing(wanted);
    let packages: Vec<&str> = missing.iter().flat_map(|program| program.packages).copied().collect();
    if debian_packages(workspace, step, &packages)? {
        step.note("browsers installed");
    }
    let still_missing = self::missing(wanted);
    if !still_missing.is_empty() {
        bail!("{}", what_to_type(&still_missing));
    }
    let programs = wanted.iter().flat_map(|browser| browser.programs());
    Ok(programs.filter_map(|program| Some((program.variable, find(program)?))).collect())
}

fn missing(wanted: &[Browser]) -> Vec<&'static Program> {
    wanted.iter().flat_map(|browser| browser.programs()).filter(|program| find(program).is_none()).collect()
}

/// Where a program stands: where its variable says, else in PATH, else in one of its usual places.
fn find(program: &Program) -> Option<PathBuf> {
    if let Some(told) = std::env::var_os(program.variable) {
        return Some(PathBuf::from(told));
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let in_path = std::env::split_paths(&path)
        .flat_map(|folder| program.names.iter().map(move |name| folder.join(name)))
        .find(|path| path.is_file());
    in_path.or_else(|| program.places.iter().find_map(|place| find_place(place)))
}

/// The first file that a place names, its `*` standing for any one folder.
fn find_place(place: &str) -> Option<PathBuf> {
    let Some((before, after)) = place.split_once("*/") else {
        return Some(PathBuf::from(place)).filter(|path| path.is_file());
    };
    let folders = Path::new(before).read_dir().ok()?;
    folders.flatten().map(|folder| folder.path().join(after)).find(|path| path.is_file())
}

fn what_to_type(missing: &[&Program]) -> String {
    let names: Vec<&str> = missing.iter().filter_map(|program| program.names.first()).copied().collect();
    let mut packages: Vec<&str> = missing.iter().flat_map(|program| program.packages).copied().collect();
    packages.dedup();
    let variables: Vec<&str> = missing.iter().map(|program| program.variable).collect();
    format!(
        "The browser tests need {}, not found here. Install by what fits your system:\n  \
         Debian:   sudo apt-get install {}\n  \
         Ubuntu:   sudo snap install chromium firefox; sudo apt-get install webkit2gtk-driver xvfb xauth\n  \
         Fedora:   sudo dnf install chromium firefox webkit2gtk4.1 xorg-x11-server-Xvfb\n  \
         Arch:     sudo pacman -S chromium firefox webkit2gtk-4.1 xorg-server-xvfb\n\
         If one stands in an unusual place, say where by {}.\n\
         On a system without WebKitGTK, name the browsers that you have: cargo xtask test --browsers chromium,firefox",
        names.join(", "),
        packages.join(" "),
        variables.join(", "),
    )
}
