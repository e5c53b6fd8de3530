// What is known only once the package is built: the bundler puts it in the place of these (xtask/javascript/offline.mjs).

/** The version, and a digest of all files: other files, other name. */
export const BUILD = "@build";

/** The modules that a page with elements may ask for, with spaces between them. */
export const FILES = "@files";

/** Those that it asks for where it hands in records of its own, or where there is no WebAssembly. */
export const FURTHER = "@further";

/** The WebAssembly files, each with its SHA-256 in Base64 behind it, with spaces between all. */
export const ENGINES = "@engines";
