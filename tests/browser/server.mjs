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
  "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'", "report-uri /reports",
].join("; ");

/** What every answer says beside its type. @type {Record<string, string | undefined>} */
const HEADERS = { "content-security-policy": POLICY, "x-content-type-options": "nosniff" };
/** What a server of packages says besides, so that pages of others may have them. */
const FOR_ALL = { "access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin" };

/** @type {Record<string, string>} */
const TYPES = {
  ".html": "text/html; charset=utf-8", ".xhtml": "application/xhtml+xml; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm", ".svg": "image/svg+xml", ".png": "image/png", ".json": "application/json",
};

/** Style sheets of others that a host page may have, by the names that the tests' pages know them by. @type {Record<string, string>} */
const FOREIGN = {
  "/test/hosts/bootstrap-3.css": "bootstrap-3/dist/css/bootstrap.css",
  "/test/hosts/bootstrap-5.css": "bootstrap/dist/css/bootstrap.css",
  "/test/hosts/foundation.css": "foundation-sites/dist/css/foundation.css",
};

/** A second copy of the package, as on a page that has an older version as well. */
const SECOND = "/second/";

/** The first script of every page: it notes what goes wrong. See pages/collector.js. */
const COLLECTOR = '<script src="/test/collector.js"></script>';

/** @typedef {{ method: string, path: string, query: string, status: number, host: string, referer: string, cookie: string }} Asked */
/** @typedef {{ page: string, rule: string, blocked: string }} Breach  of the policy: on which page, of which rule, by what */
/** @typedef {{ status: number, file?: string, wait?: Promise<unknown> }} Answer  `wait`: it comes no sooner than this is settled */

export class Site {
  /** @type {Asked[]} */
  asked = [];
  /** Answers that a test puts in place of the real ones, by path. @type {Map<string, Answer>} */
  instead = new Map();
  /** Paths that nobody answers any more: the connection breaks. @type {RegExp | undefined} */
  gone;
  /** What an answer says of how long it may be kept. @type {(path: string) => string} */
  caching = () => "no-store";
  /** What answers say in place of what they usually do, or don't say at all. @type {Record<string, string | undefined>} */
  headers = {};
  /** The breaches of the policy that browsers have told of. @type {Breach[]} */
  breaches = [];
  /** The address of another first script of every page, by which a test watches what all others do. */
  watcher = "";
  /** Answers that go wrong by their address: see faults.mjs. */
  faults = new Faults();

  /**
   * @param {import("node:http").Server} server
   * @param {import("node:http").Server} second  the same files under another origin, for everybody
   */
  constructor(server, second) {
    this.servers = [server, second];
    this.origin = originOf(server);
    this.elsewhere = originOf(second);
  }

  /** Forgets what was asked and gives every path its real answer and policy again: each test starts afresh. */
  reset() {
    this.asked = [];
    this.instead.clear();
    this.gone = undefined;
    this.caching = () => "no-store";
    this.headers = {};
    this.breaches = [];
    this.watcher = "";
    this.faults.reset();
  }

  /** @returns {Promise<void>} */
  async close() {
    for (const server of this.servers) {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    }
  }
}

/** @param {import("node:http").Server} server */
function originOf(server) {
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/`;
}

/** Starts the site on free ports of this machine. @returns {Promise<Site>} */
export async function serve() {
  /** @type {Site | undefined} */
  let site;
  /** @param {Record<string, string>} more  headers */
  const start = async (more) => {
    const server = createServer(async (request, response) => {
      const { pathname, search: query } = new URL(request.url ?? "/", "http://site/");
      const faulty = await site?.faults.of(pathname);
      const path = faulty?.real ?? pathname;
      if (request.method === "POST" && path === "/reports") {
        site?.breaches.push(await breachOf(request));
        return response.writeHead(204).end();
      }
      if (site?.gone?.test(path)) return void request.socket.destroy();
      const instead = site?.instead.get(path);
      await instead?.wait;
      const { status, type, body } = await answer(path, instead, site?.watcher);
      const { host = "", referer = "", cookie = "" } = request.headers;
      site?.asked.push({ method: request.method ?? "", path: pathname, query, status, host, referer, cookie });
      // One page of the tests' own holds others.
      const policy = pathname.startsWith("/test/faults/") ? { "content-security-policy": `${POLICY}; frame-src 'self'` } : {};
      const said = Object.entries({ "content-type": type, ...HEADERS, ...policy, "cache-control": site?.caching(path), ...more, ...site?.headers }).filter(([, value]) => value !== undefined);
      const headers = /** @type {Record<string, string>} */ (Object.fromEntries(said));
      if (faulty?.fault) return goWrong(response, faulty.fault, { type, body, headers }, readFile);
      response.writeHead(status, headers);
      return response.end(request.method === "HEAD" ? undefined : body);
    });
    await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
    return server;
  };
  site = new Site(await start({}), await start(FOR_ALL));
  return site;
}

/** @param {import("node:http").IncomingMessage} request @returns {Promise<Breach>} */
async function breachOf(request) {
  let text = "";
  for await (const part of request) text += part;
  const { "csp-report": report = {} } = JSON.parse(text);
  return { page: report["document-uri"] ?? "", rule: report["effective-directive"] || report["violated-directive"] || "", blocked: report["blocked-uri"] ?? "" };
}

/** @param {string} path @param {Answer} [instead] @param {string} [watcher] */
async function answer(path, instead, watcher) {
  const file = instead ? instead.file : fileOf(path);
  const type = TYPES[extname(file ?? "")] ?? "application/octet-stream";
  try {
    const body = file ? await readFile(file) : Buffer.alloc(0);
    return { status: instead?.status ?? 200, type, body: /html/.test(type) ? withCollector(body, watcher) : body };
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
  if (whole.startsWith(SECOND)) return join(ROOT, "pkg", whole.slice(SECOND.length));
  if (whole.startsWith("/test/")) return join(ROOT, "tests/browser/pages", whole.slice("/test/".length));
  return join(ROOT, "www/demo", whole);
}

/** @param {Buffer} html @param {string} [watcher] */
function withCollector(html, watcher) {
  const text = html.toString("utf8");
  const first = COLLECTOR + (watcher ? `<script src="${watcher}"></script>` : "");
  return Buffer.from(text.includes("<head>") ? text.replace("<head>", `<head>${first}`) : first + text);
}
