//! Builds, shows and tests Equity Catalog: `cargo xtask --help` lists the tasks.

fn main() {}
