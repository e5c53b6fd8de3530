// The same measuring in Chromium: a page served from this machine, driven from outside.
//
// The page is isolated from other origins, since only then does the browser's clock tell microseconds.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import puppeteer from "puppeteer-core";
import { executable } from "../tests/browser/driver/executables.mjs";

/** @typedef {typeof import("./page.mjs").inside} Inside */

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** A slow engine's whole race is one call into the page. */
const PATIENCE = 15 * 60_000;
const HEADERS = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cache-control": "no-store",
};
/** @type {Record<string, string>} */
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".wasm": "application/wasm" };

/**
 * Starts the server and the browser.
 * @param {string} folder  holds a folder for each catalog
 */
export async function chromium(folder) {
  const files = new Map([["/", Buffer.from('<!doctype html><meta charset="utf-8"><title>Bench</title><script type="module" src="/page.js"></script>')], ["/page.js", await bundle()]]);
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://site/").pathname));
    const place = path.startsWith("/pkg/") ? ROOT : folder;
    const body = files.get(path) ?? (await readFile(join(place, path)).catch(() => undefined));
    const type = path === "/" ? TYPES[".html"] : (TYPES[extname(path)] ?? "application/octet-stream");
    response.writeHead(body ? 200 : 404, { ...HEADERS, "content-type": type });
    response.end(body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/`;
  const browser = await puppeteer.launch({
    browser: "chrome",
    executablePath: executable("chromium"),
    protocolTimeout: PATIENCE,
    args: ["--js-flags=--expose-gc", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-dev-shm-usage"],
  });
  return {
    version: await browser.version(),
    open: () => newPage(browser, origin),
    async close() {
      await browser.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** @param {import("puppeteer-core").Browser} browser @param {string} origin */
async function newPage(browser, origin) {
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  await page.goto(origin);
  await page.waitForFunction("globalThis.inside");
  return {
    /**
     * Calls one of the page's functions.
     * @template {keyof Inside} N
     * @param {N} name
     * @param {Parameters<Inside[N]>} given
     * @returns {Promise<Awaited<ReturnType<Inside[N]>>>}
     */
    call: (name, ...given) => /** @type {Promise<any>} */ (page.evaluate(`inside.${name}(...${JSON.stringify(given)})`)),
    /** What the page's objects take after a collection, with ArrayBuffers and WebAssembly. */
    async memory() {
      await session.send("HeapProfiler.collectGarbage");
      const { usedSize, backingStorageSize = 0 } = await session.send("Runtime.getHeapUsage");
      return usedSize + backingStorageSize + /** @type {number} */ (await page.evaluate("inside.wasm()"));
    },
    close: () => page.close(),
  };
}

/** The page's script with all peers in it; our package stays a file of its own, as sites have it. */
async function bundle() {
  const { outputFiles } = await build({
    absWorkingDir: join(ROOT, "bench"),
    entryPoints: ["page.mjs"],
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
    logLevel: "error",
    external: ["node:*"],
    plugins: [{
      name: "what the page doesn't bundle",
      setup(build) {
        build.onResolve({ filter: /\/pkg\/index\.js$/ }, () => ({ path: "/pkg/index.js", external: true }));
        // Only building an index takes this, and that is done in Node.
        build.onResolve({ filter: /^pagefind$/ }, ({ path }) => ({ path, external: true }));
      },
    }],
  });
  return Buffer.from(outputFiles[0].contents);
}
