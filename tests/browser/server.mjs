// The site that the tests open: the demo pages at /, the package at /pkg/, the tests' own pages at /test/. Every answer
// carries the strict policy that the demo has, so a page that works here works under it. It remembers every request,
// which is how a test can say that a page asks for nothing but its own files.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { Faults, goWrong } from "./faults.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export const POLICY = [
  "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "connect-src 'self'", "img-src 'self'",
  "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'",
].join("; ");

/** @type {Record<string, string>} */
const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm", ".svg": "image/svg+xml", ".png": "image/png", ".json": "application/json",
};

/** Style sheets of others that a host page may have, by the names that the tests' pages know them by. @type {Record<string, string>} */
const FOREIGN = {
  "/test/hosts/bootstrap-3.css": "bootstrap-3/dist/css/bootstrap.css",
  "/test/hosts/bootstrap-5.css": "bootstrap/dist/css/bootstrap.css",
  "/test/hosts/foundation.css": "foundation-sites/dist/css/foundation.css",
};

/** The first script of every page: it notes what goes wrong. See pages/collector.js. */
const COLLECTOR = '<script src="/test/collector.js"></script>';

/** @typedef {{ path: string, query: string, status: number, referer: string }} Asked */
/** @typedef {{ status: number, file?: string, wait?: Promise<unknown> }} Answer  `wait`: it comes no sooner than this is settled */

export class Site {
  /** @type {Asked[]} */
  asked = [];
  /** Answers that a test puts in place of the real ones, by path. @type {Map<string, Answer>} */
  instead = new Map();

  /** Another first script of every page, when a test watches what the others do. */
  watcher = "";
  /** Answers that go wrong by their address: see faults.mjs. */
  faults = new Faults();

  /** @param {import("node:http").Server} server */
  constructor(server) {
    this.server = server;
    const address = server.address();
    this.origin = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/`;
  }

  /** Forgets what was asked and gives every path its real answer again: each test starts afresh. */
  reset() {
    this.asked = [];
    this.instead.clear();
    this.faults.reset();
    this.watcher = "";
  }

  /** @returns {Promise<void>} */
  close() {
    this.server.closeAllConnections();
    return new Promise((done) => this.server.close(() => done()));
  }
}

/** Starts the site on a free port of this machine. @returns {Promise<Site>} */
export async function serve() {
  /** @type {Site | undefined} */
  let site;
  const server = createServer(async (request, response) => {
    const { pathname, search: query } = new URL(request.url ?? "/", "http://site/");
    const faulty = await site?.faults.of(pathname);
    const path = faulty?.real ?? pathname;
    const instead = site?.instead.get(path);
    await instead?.wait;
    const { status, type, body } = await answer(path, instead, site?.watcher);
    const { referer = "" } = request.headers;
    site?.asked.push({ path: pathname, query, status, referer });
    // One page of the tests' own holds others.
    const policy = pathname.startsWith("/test/faults/") ? `${POLICY}; frame-src 'self'` : POLICY;
    const headers = { "content-security-policy": policy, "cache-control": "no-store" };
    if (faulty?.fault) return goWrong(response, faulty.fault, { type, body, headers }, readFile);
    response.writeHead(status, { ...headers, "content-type": type });
    response.end(request.method === "HEAD" ? undefined : body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
  site = new Site(server);
  return site;
}

/** @param {string} path @param {Answer} [instead] @param {string} [watcher] */
async function answer(path, instead, watcher) {
  const file = instead ? instead.file : fileOf(path);
  const type = TYPES[extname(file ?? "")] ?? "application/octet-stream";
  try {
    const body = file ? await readFile(file) : Buffer.alloc(0);
    return { status: instead?.status ?? 200, type, body: type.startsWith("text/html") ? withCollector(body, watcher) : body };
  } catch {
    return { status: 404, type: "text/plain", body: Buffer.from("Not here.") };
  }
}

/** @param {string} path */
function fileOf(path) {
  const clean = normalize(decodeURIComponent(path)).replace(/^(\.\.[/\\])+/, "");
  const whole = clean.endsWith("/") ? `${clean}index.html` : clean;
  if (whole === "/test/faults/some.pack") return join(ROOT, "target/equity-catalog/racial-equity.pack");
  if (FOREIGN[whole]) return join(ROOT, "node_modules", FOREIGN[whole]);
  if (whole.startsWith("/pkg/")) return join(ROOT, whole);
  if (whole.startsWith("/test/")) return join(ROOT, "tests/browser/pages", whole.slice("/test/".length));
  return join(ROOT, "www/demo", whole);
}

/** @param {Buffer} html @param {string} [watcher] */
function withCollector(html, watcher) {
  const text = html.toString("utf8");
  const first = COLLECTOR + (watcher ? `<script src="${watcher}"></script>` : "");
  return Buffer.from(text.includes("<head>") ? text.replace("<head>", `<head>${first}`) : first + text);
}
