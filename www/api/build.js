// What is known only once the package is built: the bundler puts it in the place of these two (xtask/javascript/offline.mjs).

/** The version, and a digest of all files: other files, other name. */
export const BUILD = "@build";

/** The modules that a page with elements may ask for, with spaces between them. */
export const FILES = "@files";
