// A WebDriver session: the few commands of the W3C's protocol that the tests need, over plain HTTP.
// https://www.w3.org/TR/webdriver2/

/** @typedef {{ type: string, id: string, parameters?: object, actions: object[] }} Source */

/** Keys that have no character of their own, as WebDriver spells them. https://www.w3.org/TR/webdriver2/#keyboard-actions */
const KEYS = new Map(Object.entries({
  Backspace: "\uE003", Tab: "\uE004", Enter: "\uE007", Shift: "\uE008", Control: "\uE009", Alt: "\uE00A", Escape: "\uE00C",
  Space: " ", PageUp: "\uE00E", PageDown: "\uE00F", End: "\uE010", Home: "\uE011", ArrowLeft: "\uE012", ArrowUp: "\uE013",
  ArrowRight: "\uE014", ArrowDown: "\uE015", Delete: "\uE017",
}));

export class Session {
  /** @param {string} base @param {string} id */
  constructor(base, id) {
    /** How far the wheel was turned in all: WebKit's driver takes a distance for a place, and sends the page the way from the last one. */
    this.turned = 0;
    this.base = base;
    this.path = `/session/${id}`;
  }

  /**
   * @param {string} base  the address of the driver
   * @param {object} capabilities
   */
  static async start(base, capabilities) {
    const { sessionId } = await send(base, "POST", "/session", { capabilities: { alwaysMatch: capabilities } });
    return new Session(base, sessionId);
  }

  /** @param {string} command @param {object} [body] @returns {Promise<any>} */
  post(command, body = {}) {
    return send(this.base, "POST", this.path + command, body);
  }

  /** @param {string} question @returns {Promise<any>} */
  get(question) {
    return send(this.base, "GET", this.path + question);
  }

  /** @param {string} [what] @returns {Promise<any>} */
  remove(what = "") {
    return send(this.base, "DELETE", this.path + what);
  }

  /** The value of an expression; a promise's when it is one. @param {string} source */
  evaluate(source) {
    return this.post("/execute/sync", { script: `return ${source}`, args: [] });
  }

  /** @param {object[]} actions */
  pointer(...actions) {
    return this.act({ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions });
  }

  /** @param {number} down @param {{ x: number, y: number }} at */
  wheel(down, at) {
    this.turned += down;
    return this.act({ type: "wheel", id: "wheel", actions: [{ type: "scroll", ...at, deltaX: 0, deltaY: this.turned, duration: 0 }] });
  }

  /** Holds keys one after the other, then lets them go. @param {string[]} keys */
  chord(keys) {
    const values = keys.map((key) => KEYS.get(key) ?? key);
    const down = values.map((value) => ({ type: "keyDown", value }));
    const up = values.reverse().map((value) => ({ type: "keyUp", value }));
    return this.act({ type: "key", id: "keyboard", actions: [...down, ...up] });
  }

  /** Presses one key after the other. @param {string} text */
  type(text) {
    const actions = [...text].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]);
    return this.act({ type: "key", id: "keyboard", actions });
  }

  /** @param {Source} source */
  act(source) {
    return this.post("/actions", { actions: [source] });
  }
}

/**
 * Whether a driver answers at an address yet.
 * @param {string} base
 */
export async function ready(base) {
  try {
    return (await fetch(`${base}/status`)).ok;
  } catch {
    return false;
  }
}

/** @param {string} base @param {string} method @param {string} path @param {object} [body] @returns {Promise<any>} */
async function send(base, method, path, body) {
  const response = await fetch(base + path, { method, body: body && JSON.stringify(body) });
  const { value } = await response.json();
  if (response.ok) return value;
  throw new Error(`${method} ${path.replace(/^\/session\/[^/]+/, "")}: ${value.error}: ${value.message}`);
}
