//! What must be on this machine, and how it gets there.
//!
//! Whatever a package manager of the user's own choice already looks after (Rust by rustup, npm packages, Debian's packages
//! as root) is installed by itself; for the rest the error says what to type. Nothing is ever skipped in silence.

mod browsers;

use std::fs;
use std::process::Command;

use anyhow::{Result, bail};

pub use browsers::{Browser, browsers};

use crate::steps::Step;
use crate::workspace::Workspace;

/// The oldest Node that the build and the tests run on: `node --test-concurrency` came with it.
const NODE: (u32, u32) = (20, 10);

/// Sees to what the build needs: Rust's WebAssembly target, Node, and the npm packages of `package-lock.json`.
///
/// # Errors
/// When something is missing that only the user can install; the message says how.
pub fn tools(workspace: &Workspace, step: &mut Step) -> Result<()> {
    wasm_target(workspace, step)?;
    node(workspace)?;
    npm_packages(workspace, step, "")
}

/// Sees to the parts of Rust that only the checks need.
///
/// # Errors
/// When they are missing and rustup isn't there to install them.
pub fn rust_components(workspace: &Workspace, step: &mut Step) -> Result<()> {
    let there = |name: &str| prints(workspace.cargo(&[name, "--version"])).is_some();
    if there("fmt") && there("clippy") {
        return Ok(());
    }
    if prints(rustup(workspace, &["--version"])).is_none() {
        bail!("rustfmt or clippy is missing, and there is no rustup to install it with: install both as you installed Rust");
    }
    step.command(rustup(workspace, &["component", "add", "rustfmt", "clippy"])).map(drop)
}

fn wasm_target(workspace: &Workspace, step: &mut Step) -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let mut library = workspace.command("rustc");
    library.args(["--print", "target-libdir", "--target", TARGET]);
    if prints(library).is_some_and(|folder| fs::read_dir(folder.trim()).is_ok_and(|mut files| files.next().is_some())) {
        return Ok(());
    }
    if prints(rustup(workspace, &["--version"])).is_none() {
        bail!(
            "Rust can't compile for {TARGET} here, and there is no rustup to install that with.\n\
             Install Rust by rustup (https://rustup.rs), or your system's package for this target:\n  \
             Debian, Ubuntu:  apt-get install libstd-rust-dev-wasm32\n  \
             Fedora:          dnf install rust-std-static-{TARGET}\n  \
             Arch:            pacman -S rust-wasm"
        );
    }
    step.command(rustup(workspace, &["target", "add", TARGET])).map(drop)
}

fn rustup(workspace: &Workspace, arguments: &[&str]) -> Command {
    let mut command = workspace.command("rustup");
    command.args(arguments);
    command
}

fn node(workspace: &Workspace) -> Result<()> {
    let (major, minor) = NODE;
    let cure = format!(
        "Install Node {major}.{minor} or later with npm, then run this again:\n  \
         Debian, Ubuntu:  apt-get install nodejs npm   (if that is at least Node {major}; else see https://nodejs.org)\n  \
         macOS:           brew install node\n  \
         Windows:         winget install OpenJS.NodeJS\n  \
         everywhere:      https://nodejs.org"
    );
    let Some(version) = prints(workspace.node(&["--version"])) else {
        bail!("Node isn't here. {cure}");
    };
    if !is_recent(&version) {
        bail!("Node is {}, which is too old. {cure}", version.trim());
    }
    if prints(npm(workspace, &["--version"])).is_none() {
        bail!("Node is here, but npm isn't. {cure}");
    }
    Ok(())
}

/// Whether what `node --version` printed ("v20.11.1") is at least [`NODE`].
fn is_recent(version: &str) -> bool {
    let mut numbers = version.trim().trim_start_matches('v').split('.').map(|number| number.parse().unwrap_or(0));
    (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0)) >= NODE
}

/// Installs what the `package-lock.json` of a folder names, unless that has been done since the file last changed.
///
/// # Errors
/// When npm can't install it.
pub fn npm_packages(workspace: &Workspace, step: &mut Step, folder: &str) -> Result<()> {
    let folder = workspace.root.join(folder);
    let changed = |path: &str| fs::metadata(folder.join(path)).and_then(|metadata| metadata.modified()).ok();
    // npm writes its own copy of the lock file as the last act of an install.
    let installed = changed("node_modules/.package-lock.json");
    if installed.is_some() && installed >= changed("package-lock.json") {
        return Ok(());
    }
    step.note("npm packages installed");
    // Every package works as it is: none has to run a script of its own on this machine.
    let mut command = npm(workspace, &["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    command.current_dir(folder);
    step.command(command).map(drop)
}

fn npm(workspace: &Workspace, arguments: &[&str]) -> Command {
    let mut command = workspace.command(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.args(arguments);
    command
}

/// Sees to a C++ compiler, which libFuzzer's own source wants.
///
/// # Errors
/// When there is none, and it can't be installed without the user; the message says what to type.
pub fn cxx(workspace: &Workspace, step: &mut Step) -> Result<()> {
    let program = std::env::var_os("CXX").unwrap_or_else(|| "c++".into());
    let is_there = || {
        let mut command = workspace.command(&program);
        command.arg("--version");
        prints(command).is_some()
    };
    if !is_there() {
        debian_packages(workspace, step, &["g++"])?;
    }
    if !is_there() {
        bail!(
            "The fuzzers need a C++ compiler, and `{}` isn't here. Install one by what fits your system:\n  \
             Debian, Ubuntu:  sudo apt-get install g++\n  \
             Fedora:          sudo dnf install gcc-c++\n  \
             Arch:            sudo pacman -S gcc\n  \
             macOS:           xcode-select --install\n\
             If one stands in an unusual place, say where by CXX.",
            program.display()
        );
    }
    Ok(())
}

/// Installs packages on Debian, as root or by a sudo that asks nothing, and tells whether it did; elsewhere does nothing.
fn debian_packages(workspace: &Workspace, step: &mut Step, packages: &[&str]) -> Result<bool> {
    // Ubuntu has apt as well, but its browsers of these names are only a pointer to another package system.
    let system = fs::read_to_string("/etc/os-release").unwrap_or_default();
    if packages.is_empty() || !system.lines().any(|line| line == "ID=debian") {
        return Ok(false);
    }
    let mut user = workspace.command("id");
    user.arg("-u");
    let as_root: &[&str] = if prints(user).is_some_and(|id| id.trim() == "0") {
        &[]
    } else {
        let mut sudo = workspace.command("sudo");
        sudo.args(["--non-interactive", "true"]);
        if prints(sudo).is_none() {
            return Ok(false);
        }
        &["sudo", "--non-interactive"]
    };
    let apt = |arguments: &[&str]| {
        let mut words = as_root.iter().chain(&["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]).chain(arguments);
        let mut command = workspace.command(words.next().unwrap_or(&"env"));
        command.args(words);
        command
    };
    step.command(apt(&["update"]))?;
    step.command(apt(&[&["install", "--yes", "--no-install-recommends"], packages].concat()))?;
    Ok(true)
}

/// What a command prints, if it can be run and ends well.
fn prints(mut command: Command) -> Option<String> {
    let output = command.output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

#[cfg(test)]
mod tests {
    #[test]
    fn node_versions_compare_by_number() {
        let check = |version: &str, expected: bool| assert_eq!(super::is_recent(version), expected, "{version}");
        check("v20.10.0\n", true);
        check("v20.9.9", false);
        check("v22.0.0", true);
        check("v9.11.2", false);
        check("v18.20.4", false);
        check("v100.1.0", true);
        check("node", false);
        check("", false);
    }
}
