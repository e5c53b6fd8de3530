// What a page or a library on it does before our script comes: one or more of HABITS, by the names that the address asks for, as in
// page.html?prototype+frozen. Each has been seen on real pages; what Prototype.js and MooTools do is told in our own words, and was
// held against Prototype.js 1.7.3 and MooTools 1.4.5 themselves.

{
  const nothing = () => {};

  /** @param {object} on @param {string} names @param {unknown} [value] */
  const add = (on, names, value = nothing) => {
    for (const name of names.split(" ")) Object.defineProperty(on, name, { __proto__: null, value, configurable: true, enumerable: true, writable: true });
  };

  /** @type {Record<string, () => void>} */
  const HABITS = {
    /** What `for … in` meets on everything. */
    names() {
      for (const { prototype } of [Array, String, Number, Function, Promise, Map, RegExp, Date, Node, Event]) add(prototype, "each extend clone contain first last inspect");
      add(Object.prototype, "each extend clone inspect keys values map filter find size has equals merge type");
    },

    /** What descriptors are made of, on every object. */
    descriptors: () => add(Object.prototype, "get set value"),

    listeners: () => add(Object.prototype, "once", true),

    /** As Prototype.js. */
    prototype() {
      const list = Array.prototype;
      add(list, "all any collect detect findAll grep include inject invoke max min partition pluck reject sortBy zip size inspect without uniq intersect clone compact flatten first last clear");
      add(list, "toArray entries", /** @this {unknown[]} */ function () { return this.concat(); });
      add(list, "toJSON", /** @this {unknown[]} */ function () { return `[${this.map((each) => JSON.stringify(each)).join(", ")}]`; });
      add(String.prototype, "toJSON", /** @this {string} */ function () { return `"${this}"`; });
      add(String.prototype, "gsub sub scan truncate strip stripTags escapeHTML unescapeHTML toArray succ times camelize inspect interpolate empty blank");
      add(Function.prototype, "bind", /** @this {Function} @param {unknown} to @param {...unknown} first */ function (to, ...first) {
        return (/** @type {unknown[]} */ ...then) => this.apply(to, [...first, ...then]);
      });
      add(Function.prototype, "argumentNames curry delay defer wrap methodize");
      add(Event.prototype, "stop element findElement pointer isLeftClick");
      add(Array, "from", (/** @type {ArrayLike<unknown>} */ items) => list.slice.call(items));
      const html = HTMLElement.prototype;
      add(html, "remove", /** @this {HTMLElement} */ function () {
        if (!this.parentNode) throw new TypeError("Cannot read properties of null (reading 'removeChild')");
        this.parentNode.removeChild(this);
        return this;
      });
      add(html, "replace", /** @this {HTMLElement} @param {any} instead */ function (instead) {
        return instead.tagName.length;
      });
      add(html, "update insert select hide show toggle visible clone scrollTo up down next previous siblings wrap match observe fire identify empty descendants adjacent absolutize");
      // Whoever says `new Element("a")` gets one; what elements have in common stays.
      const { prototype } = Element;
      globalThis.Element = /** @type {any} */ (function (/** @type {string} */ name) { return document.createElement(name); });
      globalThis.Element.prototype = prototype;
    },

    mootools() {
      globalThis.Event = /** @type {any} */ (function (/** @type {Event} */ event) { if (event.type.indexOf("key") === 0) nothing(); });
      add(Element.prototype, "get set getProperty setProperty erase addEvent removeEvent fireEvent inject adopt grab dispose empty destroy wraps replaces clone getPosition getSize show hide toggle");
      add(Array, "from", (/** @type {unknown} */ items) => (items == null ? [] : [].slice.call(items)));
      add(Array.prototype, "each clean invoke link contains append getLast getRandom include combine erase empty flatten pick rgbToHex");
      add(String.prototype, "test contains clean camelCase hyphenate toInt substitute");
      add(Function.prototype, "extend implement overloadSetter hide protect attempt pass delay periodical");
      add(Object, "each merge clone append subset map filter every some keyOf contains toQueryString");
    },

    /** Stand-ins for what older browsers lacked, put in place of what this one has. */
    polyfills() {
      const RealPromise = Promise;
      class Later {
        /** @param {(done: (value: unknown) => void, failed: (reason: unknown) => void) => void} start */
        constructor(start) { this.real = new RealPromise(start); }
        /** @param {any} [done] @param {any} [failed] */
        then(done, failed) { return new Later((yes, no) => void this.real.then(done, failed).then(yes, no)); }
        /** @param {any} failed */
        catch(failed) { return this.then(undefined, failed); }
        /** @param {any[]} all */
        static all(all) { return new Later((done, failed) => void RealPromise.all(all).then(done, failed)); }
        /** @param {unknown} value */
        static resolve(value) { return new Later((done) => done(value)); }
        /** @param {unknown} reason */
        static reject(reason) { return new Later((_, failed) => failed(reason)); }
      }
      globalThis.Promise = /** @type {any} */ (Later);
      globalThis.requestAnimationFrame = /** @type {any} */ ((/** @type {FrameRequestCallback} */ draw) => void setTimeout(() => draw(Date.now()), 16));
      globalThis.queueMicrotask = (todo) => void Later.resolve(undefined).then(todo);
      globalThis.fetch = /** @type {any} */ ((/** @type {unknown} */ address) => new Later((done, failed) => {
        const request = new XMLHttpRequest();
        request.open("GET", String(address));
        request.responseType = "arraybuffer";
        request.onload = () => done({ ok: request.status < 300, status: request.status, url: request.responseURL, arrayBuffer: () => Later.resolve(request.response) });
        request.onerror = () => failed(new TypeError("Network request failed"));
        request.send();
      }));
      globalThis.CustomEvent = /** @type {any} */ (function (/** @type {string} */ type, /** @type {CustomEventInit} */ { bubbles = false, cancelable = false, detail = null } = {}) {
        const event = document.createEvent("CustomEvent");
        event.initCustomEvent(type, bubbles, cancelable, detail);
        return event;
      });
      const Decoder = TextDecoder;
      globalThis.TextDecoder = /** @type {any} */ (function () { const real = new Decoder(); return { decode: (/** @type {Uint8Array} */ bytes) => real.decode(bytes) }; });
      Array.from = /** @type {any} */ ((/** @type {Iterable<unknown>} */ items, /** @type {(each: unknown, at: number) => unknown} */ map = (each) => each) => [...items].map((each, at) => map(each, at)));
      Object.entries = /** @type {any} */ ((/** @type {any} */ object) => Object.keys(object).map((key) => [key, object[key]]));
      Object.assign = /** @type {any} */ ((/** @type {any} */ to, /** @type {any[]} */ ...from) => {
        for (const each of from) for (const key in each) if (Object.hasOwn(each, key)) to[key] = each[key];
        return to;
      });
      const list = Array.prototype;
      list.includes = function (wanted) { return this.indexOf(wanted) >= 0; };
      list.find = /** @type {any} */ (/** @this {unknown[]} @param {any} test */ function (test) { for (let at = 0; at < this.length; at += 1) if (test(this[at], at, this)) return this[at]; return undefined; });
      list.flat = /** @type {any} */ (/** @this {unknown[]} */ function () { return this.reduce((/** @type {unknown[]} */ all, each) => all.concat(each), []); });
      String.prototype.replaceAll = /** @type {any} */ (/** @this {string} @param {any} what @param {any} by */ function (what, by) { return this.split(what).join(by); });
      Element.prototype.closest = /** @type {any} */ (/** @this {Element} @param {string} selector */ function (selector) {
        for (let at = /** @type {Element | null} */ (this); at; at = at.parentElement) if (at.matches(selector)) return at;
        return null;
      });
      for (const { prototype } of [Element, CharacterData, DocumentFragment]) {
        add(prototype, "append", /** @this {Node} @param {...(Node | string)} nodes */ function (...nodes) { for (const node of nodes) this.appendChild(typeof node === "string" ? document.createTextNode(node) : node); });
      }
      add(Element.prototype, "remove", /** @this {Element} */ function () { this.parentNode?.removeChild(this); });
    },

    /** Nothing that the browser brings may be changed any more, as in pages that lock their scripts in. */
    frozen() {
      const all = [Object, Array, String, Number, Boolean, Function, Symbol, Error, TypeError, RangeError, Promise, Map, Set, WeakMap, RegExp, Date, URL, URLSearchParams, Event, CustomEvent, EventTarget, Node, Element, HTMLElement, CSSStyleSheet];
      for (const each of [...all.map(({ prototype }) => prototype), ...all, JSON, Math, Reflect, Intl]) Object.freeze(each);
    },

    /** Addresses that lead to another folder, links that open another window. */
    base() {
      const base = document.createElement("base");
      base.href = "/elsewhere/";
      base.target = "another";
      document.head.append(base);
    },

    /** Keeps what is said in the console, which not every driver hands out. */
    said() {
      /** @type {string[]} */
      const said = [];
      console.info = (line) => said.push(String(line));
      Object.assign(globalThis, { said });
    },

    /** An element of the page's own that has our name. */
    taken: () => customElements.define("equity-catalog", class extends HTMLElement {}),
    /** A browser that lacks something, or a script that has thrown it away. */
    lacking: () => void Reflect.deleteProperty(globalThis, "ResizeObserver"),
  };

  for (const habit of location.search.slice(1).split("+")) HABITS[habit]?.();
}
