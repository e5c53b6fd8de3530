// Where the three browsers are on this machine. A browser that is missing is an error with its cure, never a
// skipped run: a suite that quietly leaves out a browser tells its reader something false.

import { accessSync, constants, readdirSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * @typedef {object} Wanted
 * @property {string} variable  environment variable that overrides the search
 * @property {string[]} names   names to look for in PATH
 * @property {string[]} places  further paths; a `*` stands for any characters inside one folder name
 * @property {string} cure      what to install
 */

/** @type {Record<"chromium" | "firefox" | "webkitDriver" | "webkitBrowser", Wanted>} */
const WANTED = {
  chromium: {
    variable: "CHROMIUM",
    names: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    places: ["/snap/bin/chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
    cure: "Install Chromium (Debian and Ubuntu: apt-get install chromium)",
  },
  firefox: {
    variable: "FIREFOX",
    names: ["firefox", "firefox-esr"],
    places: ["/snap/bin/firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"],
    cure: "Install Firefox (Debian: apt-get install firefox-esr)",
  },
  webkitDriver: {
    variable: "WEBKIT_DRIVER",
    names: ["WebKitWebDriver"],
    places: [],
    cure: "Install the driver of WebKitGTK (Debian and Ubuntu: apt-get install webkit2gtk-driver)",
  },
  webkitBrowser: {
    variable: "WEBKIT_BROWSER",
    names: ["MiniBrowser"],
    places: [
      "/usr/lib/*/webkit2gtk-4.1/MiniBrowser",
      "/usr/lib/*/webkit2gtk-4.0/MiniBrowser",
      "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
      "/usr/libexec/webkit2gtk-4.0/MiniBrowser",
    ],
    cure: "Install WebKitGTK's MiniBrowser (Debian and Ubuntu: it comes with webkit2gtk-driver)",
  },
};

/**
 * The path of an executable.
 * @param {keyof typeof WANTED} what
 * @returns {string}
 */
export function executable(what) {
  const { variable, names, places, cure } = WANTED[what];
  const override = process.env[variable];
  if (override) {
    if (runs(override)) return override;
    throw new Error(`${variable} is set to ${override}, and there is no program of that name. Correct it or unset it.`);
  }
  const found = inPath(names) ?? places.flatMap(spread).find(runs);
  if (found) return found;
  throw new Error(`${names[0]} was not found. ${cure}, or set ${variable} to its path.`);
}

/**
 * The first of several programs that stands in PATH.
 * @param {string[]} names
 * @returns {string | undefined}
 */
export function inPath(names) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(runs);
}

/** @param {string} path */
function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * The paths that a pattern stands for. (Node's own glob is younger than the oldest Node that we support.)
 * @param {string} pattern
 * @returns {string[]}
 */
function spread(pattern) {
  const [before, after] = pattern.split("*");
  if (after === undefined) return [pattern];
  try {
    return readdirSync(before).map((name) => before + name + after);
  } catch {
    return [];
  }
}
