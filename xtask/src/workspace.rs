//! Where everything stands: the checkout, Cargo's target folder, and the few paths that several tasks share.
//!
//! Nothing here builds anything; it only names places and prepares commands that start in the right one.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// The checkout's places.
pub struct Workspace {
    /// The checkout itself.
    pub root: PathBuf,
    /// Where Cargo puts what it compiles; it may stand outside the checkout.
    pub cargo_target: PathBuf,
    /// Where npm has put the tools.
    pub modules: PathBuf,
}

impl Workspace {
    /// Finds the checkout that this program was compiled from, and asks Cargo for its target folder.
    ///
    /// # Errors
    /// When Cargo can't be run or can't read the workspace.
    pub fn find() -> Result<Workspace> {
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = manifest.parent().context("xtask must stand inside the checkout")?.to_path_buf();
        let modules = root.join("node_modules");
        let mut workspace = Workspace { root, cargo_target: PathBuf::new(), modules };
        let metadata = workspace.cargo_metadata(&["--no-deps"])?;
        let target = metadata["target_directory"].as_str().context("cargo metadata names no target_directory")?;
        workspace.cargo_target = PathBuf::from(target);
        Ok(workspace)
    }

    /// The npm package that is being built.
    pub fn package(&self) -> PathBuf {
        self.root.join("pkg")
    }

    /// What the build leaves between two steps. It stands inside the checkout even if Cargo's folder doesn't, because
    /// `package.json` points there with `#engine`.
    pub fn scratch(&self) -> PathBuf {
        self.root.join("target/equity-catalog")
    }

    /// The compiled catalog that goes into the engine.
    pub fn pack(&self) -> PathBuf {
        self.scratch().join("racial-equity.pack")
    }

    /// The compiled catalog as a list to paste into a page.
    pub fn list(&self) -> PathBuf {
        self.scratch().join("racial-equity.html")
    }

    /// Its glossary, likewise.
    pub fn glossary(&self) -> PathBuf {
        self.scratch().join("racial-equity-glossary.html")
    }

    /// The catalog as one file that needs no server, for the tests.
    pub fn whole_page(&self) -> PathBuf {
        self.scratch().join("racial-equity-offline.html")
    }

    /// Other works as one file, for browsers without WebAssembly too.
    pub fn whole_works(&self) -> PathBuf {
        self.scratch().join("works-offline.html")
    }

    /// The engine as rustc leaves it.
    pub fn compiled_engine(&self) -> PathBuf {
        self.cargo_target.join("wasm32-unknown-unknown/wasm/equity_catalog.wasm")
    }

    /// The command-line tool, compiled for speed.
    pub fn release_tool(&self) -> PathBuf {
        self.cargo_target.join("release").join(format!("equity-catalog{}", std::env::consts::EXE_SUFFIX))
    }

    /// A command that starts in the checkout.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        command
    }

    /// `cargo …`, by the Cargo that runs this program.
    pub fn cargo(&self, arguments: &[&str]) -> Command {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = self.command(cargo);
        command.args(arguments);
        if !self.cargo_target.as_os_str().is_empty() {
            command.env("CARGO_TARGET_DIR", &self.cargo_target);
        }
        command
    }

    /// `node …`
    pub fn node(&self, arguments: &[&str]) -> Command {
        let mut command = self.command("node");
        command.args(arguments);
        command
    }

    /// `node …` with a tool that npm has installed.
    pub fn tool(&self, file: &str) -> Command {
        let mut command = self.command("node");
        command.arg(self.modules.join(file));
        command
    }

    /// What `cargo metadata` says, as JSON.
    ///
    /// # Errors
    /// When Cargo can't be run, fails, or answers with something that isn't JSON.
    pub fn cargo_metadata(&self, arguments: &[&str]) -> Result<serde_json::Value> {
        let mut command = self.cargo(&["metadata", "--format-version", "1"]);
        let output = command.args(arguments).output().context("can't run cargo")?;
        if !output.status.success() {
            bail!("cargo metadata failed:\n{}", String::from_utf8_lossy(&output.stderr));
        }
        serde_json::from_slice(&output.stdout).context("can't read what cargo metadata printed")
    }
}
