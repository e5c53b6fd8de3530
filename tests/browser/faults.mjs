// Answers that go wrong, as servers, connections and portals make them. Which fault a page of a test gets stands in its address,
// /faults/FAULT/FILE/PAGE/…: below it everything is as it is on the site, but for that one file, until the page asks for `mend` there. So one
// page can hold many frames, each with a fault of its own, and every frame has modules of its own.

import { fileURLToPath } from "node:url";

/** @typedef {{ status?: number, type?: string, location?: string, half?: "cut" | "whole", body?: string, file?: string, cut?: true, late?: true }} Fault */

const PORTAL = "<!doctype html><title>Log in</title><p>Welcome to this network. Please log in.";

/** @type {Record<string, Fault>} */
const FAULTS = {
  "not-found": { status: 404, type: "text/html", body: PORTAL },
  "server-error": { status: 500, type: "text/plain", body: "Out of order." },
  "cut-connection": { cut: true },
  "cut-in-half": { half: "cut" },
  "half-as-if-whole": { half: "whole" },
  "page-instead": { type: "text/html", body: PORTAL },
  "page-by-its-type": { body: PORTAL },
  "wrong-type": { type: "application/octet-stream" },
  "empty": { body: "" },
  "login": { status: 302, location: "/faults/login.html" },
  "another-version": { file: fileURLToPath(new URL("../../pkg/equity-catalog-builder.wasm", import.meta.url)) },
  "never-ending": { late: true },
};

export class Faults {
  /** @type {Map<string, { mended: Promise<void>, mend: () => void, isMended: boolean }>} */
  #scopes = new Map();

  /**
   * What becomes of a request: the path that it stands for, and the fault, if it gets one. Undefined when the address is no such.
   *
   * @param {string} path
   */
  async of(path) {
    const [, start, name = "", file = "", show = "", ...rest] = path.split("/");
    const fault = FAULTS[name];
    if (start !== "faults" || !fault) return undefined;
    const scope = this.#scope(`${name}/${file}/${show}`);
    const to = rest.join("/");
    if (to === "mend") scope.mend();
    const real = `/${to.startsWith("pkg/") ? to : `test/faults/${to}`}`;
    const hit = rest.at(-1) === file && !scope.isMended;
    if (!hit) return { real };
    if (!fault.late) return { real, fault };
    await scope.mended;
    return { real };
  }

  reset() {
    for (const { mend } of this.#scopes.values()) mend();
    this.#scopes.clear();
  }

  /** @param {string} key */
  #scope(key) {
    let scope = this.#scopes.get(key);
    if (!scope) {
      const made = { mended: Promise.resolve(), mend: () => {}, isMended: false };
      made.mended = new Promise((done) => {
        made.mend = () => {
          made.isMended = true;
          done();
        };
      });
      this.#scopes.set(key, (scope = made));
    }
    return scope;
  }
}

/**
 * The wrong answer.
 *
 * @param {import("node:http").ServerResponse} response
 * @param {Fault} fault
 * @param {{ type: string, body: Buffer, headers: Record<string, string> }} right
 * @param {(file: string) => Promise<Buffer>} read
 */
export async function goWrong(response, { status = 200, type, location, half, body, file, cut }, right, read) {
  if (cut) return void response.destroy();
  const headers = { ...right.headers, "content-type": type ?? right.type };
  if (location) return void response.writeHead(status, { ...headers, location }).end();
  const whole = file ? await read(file) : body === undefined ? right.body : Buffer.from(body);
  const part = whole.subarray(0, half ? whole.length / 2 : whole.length);
  if (half !== "cut") return void response.writeHead(status, headers).end(part);
  response.writeHead(status, { ...headers, "content-length": whole.length });
  response.write(part, () => setTimeout(() => response.destroy(), 20));
}
