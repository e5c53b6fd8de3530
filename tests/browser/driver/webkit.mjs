// WebKit: Debian's WebKitGTK through its own driver and MiniBrowser. It needs a display; without one it gets an Xvfb.
//
// Two things are not what a person's browser does, both found by trying:
// - WebKitGTK's driver turns touch into mouse input, so `tap` sends the page the pointer events of a finger by script.
//   They are not trusted events; the other two browsers tap for real.
// - The driver hands out no console, so for WebKit only what the collector (pages/collector.js) sees is known.
// - The answer to a question that meets a page on its way out may never come, about once in a hundred such questions.

import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { executable, inPath } from "./executables.mjs";
import { pause } from "./page.mjs";
import { ready, Session } from "./webdriver.mjs";

/** @typedef {import("./page.mjs").Tab} Tab */

/** MiniBrowser's toolbar keeps its window 447 px wide or more. Without room around its buttons it can be a phone's. */
const NARROW = "* { min-width: 0; min-height: 0; margin: 0; padding: 0; border-width: 0 } image { -gtk-icon-source: none }";

/** How long a browser may take to close. */
const CLOSING = 10_000;

const SIGNALS = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

/** @param {import("./puppeteer.mjs").Settings} settings @returns {Promise<import("./puppeteer.mjs").Browser>} */
export async function webkit({ dark = false, still = false } = {}) {
  const [program, binary] = [executable("webkitDriver"), executable("webkitBrowser")];
  const folder = mkdtempSync(join(tmpdir(), "webkit-test-"));
  mkdirSync(join(folder, "gtk-3.0"));
  writeFileSync(join(folder, "gtk-3.0", "gtk.css"), NARROW);
  writeFileSync(join(folder, "gtk-3.0", "settings.ini"), `[Settings]\ngtk-enable-animations=${still ? 0 : 1}\n`);
  const display = await screen();
  const port = await freePort();
  const driver = spawn(program, ["-p", String(port)], {
    stdio: "ignore",
    detached: true,
    env: {
      ...process.env,
      ...display.env,
      XDG_CONFIG_HOME: folder,
      NO_AT_BRIDGE: "1",
      // The sandbox can't be set up by root, as CI often is. Only our own pages are opened.
      ...(process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" } : {}),
    },
  });
  const stop = () => {
    process.off("exit", stop);
    for (const signal of SIGNALS) process.off(signal, quit);
    // With it goes the browser that it has started.
    try {
      if (driver.pid) process.kill(-driver.pid);
    } catch {
      // It is gone already.
    }
    display.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const quit = () => {
    stop();
    process.exit(1);
  };
  // Neither the driver nor the display ends by itself when a run is broken off.
  process.once("exit", stop);
  for (const signal of SIGNALS) process.once(signal, quit);
  const base = `http://127.0.0.1:${port}`;
  try {
    for (let tries = 0; !(await ready(base)); tries++) {
      if (tries > 200) throw new Error("WebKitWebDriver did not start within 10 seconds");
      await pause(50);
    }
    const session = await Session.start(base, {
      "webkitgtk:browserOptions": { binary, args: ["--automation", ...(dark ? ["--dark-mode"] : [])] },
    });
    return {
      open: async () => tabOf(session),
      async close() {
        // A browser that is gone already is closed; one that hangs is ended.
        await Promise.race([session.remove().catch(() => {}), pause(CLOSING)]);
        stop();
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}

/**
 * The session's one window, used again for each page: a new one would take half a second, and its size is as it was.
 * @param {Session} session
 * @returns {Tab}
 */
function tabOf(session) {
  const at = { x: 0, y: 0 };

  return {
    console: [],
    goto: (url) => session.post("/url", { url }),
    evaluate: (source) => answered(session, source),
    async move(x, y) {
      Object.assign(at, { x, y });
      await session.pointer({ type: "pointerMove", duration: 0, x, y });
    },
    press: () => session.pointer({ type: "pointerMove", duration: 0, ...at }, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }),
    down: () => session.pointer({ type: "pointerDown", button: 0 }),
    up: () => session.pointer({ type: "pointerUp", button: 0 }),
    tap: (x, y) => session.evaluate(`(${finger})(${x}, ${y})`),
    wheel: (down) => session.wheel(down, at),
    type: (text) => session.type(text),
    chord: (keys) => session.chord(keys),
    resize: (width, height) => fit(session, width, height),
    async screenshot(file) {
      await writeFile(file, Buffer.from(await session.get("/screenshot"), "base64"));
    },
    async close() {
      await session.pointer({ type: "pointerMove", duration: 0, x: 0, y: 0 });
      await session.post("/url", { url: "about:blank" });
    },
  };
}

/** Questions are numbered, and a page knows the number of the last one that it was asked. */
let questions = 0;
const DOUBT = 3000;

/**
 * The answer to a question, or an error when the page that was asked is gone without having answered.
 * @param {Session} session
 * @param {string} source
 * @returns {Promise<any>}
 */
async function answered(session, source) {
  const number = (questions += 1);
  const answer = session.evaluate(`(globalThis.question = ${number}, ${source}\n)`);
  for (;;) {
    if ((await soon(answer.then(() => true, () => true))) === true) return answer;
    const last = await soon(session.evaluate("globalThis.question ?? 0"));
    if (last !== number && last !== undefined) throw new Error("no such frame: the page was left before it answered");
  }
}

/** What is there before anybody would begin to doubt. @param {Promise<unknown>} work */
async function soon(work) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((done) => (timer = setTimeout(done, DOUBT)));
  return await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/**
 * Sizes the window so that the page inside has the size asked for. The window follows a request some frames later, and
 * its toolbar takes a height of its own; so it is asked again whenever the page has settled on another size.
 * @param {Session} session
 * @param {number} width
 * @param {number} height
 */
async function fit(session, width, height) {
  const size = () => session.evaluate("[innerWidth, innerHeight]");
  const [wideNow, highNow] = await size();
  if (wideNow === width && highNow === height) return;
  let outer = height;
  let steady = 0;
  let last = "";
  await session.post("/window/rect", { width, height });
  for (let tries = 0; tries < 120; tries++) {
    const [wide, high] = await size();
    steady = last === `${wide} by ${high}` ? steady + 1 : 0;
    last = `${wide} by ${high}`;
    if (wide === width && high === height && steady > 1) return;
    if (steady > 3) {
      outer += height - high;
      await session.post("/window/rect", { width, height: outer });
      steady = 0;
    }
    await pause(16);
  }
  throw new Error(`WebKit's page is ${last} px, and ${width} by ${height} was asked for`);
}

/** Runs in the page: what a finger's tap sends to a page, in its order. @param {number} x @param {number} y */
function finger(x, y) {
  let target = document.elementFromPoint(x, y);
  for (let host = null; target?.shadowRoot && target !== host; ) {
    host = target;
    target = target.shadowRoot.elementFromPoint(x, y) ?? target;
  }
  const events = ["pointerover", "pointerenter", "pointerdown", "pointerup", "pointerout", "pointerleave", "mousemove", "mousedown", "mouseup", "click"];
  for (const type of events) {
    const init = {
      bubbles: !/enter|leave/.test(type), cancelable: true, composed: true, clientX: x, clientY: y, view: window,
      pointerType: "touch", pointerId: 7, isPrimary: true, detail: type === "click" ? 1 : 0,
    };
    target?.dispatchEvent(type.startsWith("mouse") ? new MouseEvent(type, init) : new PointerEvent(type, init));
  }
}

/** The display that is there, or one of our own on a number that Xvfb finds free. */
async function screen() {
  if (process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return { env: {}, stop: () => {} };
  const xvfb = inPath(["Xvfb"]);
  if (!xvfb) throw new Error("WebKit needs a display. Install Xvfb (Debian and Ubuntu: apt-get install xvfb), or set DISPLAY.");
  const server = spawn(xvfb, ["-displayfd", "1", "-screen", "0", "1600x1400x24", "-nolisten", "tcp"], { stdio: ["ignore", "pipe", "ignore"] });
  const number = await new Promise((done, fail) => {
    server.stdout.once("data", (data) => done(String(data).trim()));
    server.once("error", fail);
    server.once("exit", (code) => fail(new Error(`Xvfb stopped at once with code ${code}`)));
  });
  return { env: { DISPLAY: `:${number}` }, stop: () => void server.kill() };
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}
