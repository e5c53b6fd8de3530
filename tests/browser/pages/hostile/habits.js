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

    /** What makes every object a promise to those who ask whether it is one: here it is none, but it bears the name. */
    named: () => add(Object.prototype, "then catch finally", "later"),
    /** Here it is one, and never comes true: not what `fetch` gives, and no list either. */
    thenable: () => add(Object.prototype, "then"),

    /** Globals that are others' libraries, or that nobody may read or replace. */
    globals() {
      const library = (/** @type {unknown} */ each) => [each];
      add(library, "each extend map filter noConflict fn");
      for (const name of ["$", "_", "jQuery", "Catalog", "Engine", "wasm", "process", "module", "exports", "define", "require"]) add(globalThis, name, library);
      for (const name of "abcdefghijklmnopqruvwxyz") {
        Object.defineProperty(globalThis, name, { __proto__: null, get() { throw new Error(`${name} is the page’s own`); } });
      }
    },

    /** As scripts that watch a page, report its errors or record what readers see: all passes through them. */
    wrapped() {
      /** @param {any} on @param {string} name @param {(original: Function) => Function} by */
      const wrap = (on, name, by) => {
        if (on?.[name]) on[name] = by(on[name]);
      };
      /** @type {unknown[]} */
      const seen = [];
      const noting = (/** @type {Function} */ original) => /** @this {unknown} @param {...unknown} given */ function (...given) {
        const came = original.apply(this, given);
        seen.push(came);
        return came;
      };
      wrap(Element.prototype, "attachShadow", noting);
      wrap(history, "pushState", noting);
      wrap(history, "replaceState", noting);
      wrap(customElements, "define", noting);
      wrap(CSSStyleSheet.prototype, "replaceSync", noting);
      wrap(Document.prototype, "createElement", noting);
      for (const name of ["setTimeout", "requestAnimationFrame", "queueMicrotask", "requestIdleCallback"]) {
        wrap(globalThis, name, (original) => (/** @type {Function} */ todo, /** @type {unknown[]} */ ...rest) => original((/** @type {unknown[]} */ ...given) => {
          try { return todo(...given); } catch (error) { console.error(error); throw error; }
        }, ...rest));
      }
      wrap(globalThis, "fetch", (original) => async (/** @type {unknown[]} */ ...given) => {
        const response = await original(...given);
        const copy = response.clone();
        setTimeout(() => copy.text().then((/** @type {unknown} */ text) => seen.push(text)), 0);
        return response;
      });
      /** @type {WeakMap<object, Function>} */
      const heard = new WeakMap();
      wrap(EventTarget.prototype, "addEventListener", (original) => /** @this {unknown} @param {string} type @param {any} hear @param {unknown} how */ function (type, hear, how) {
        if (typeof hear === "function" && !heard.has(hear)) heard.set(hear, /** @this {unknown} @param {Event} event */ function (event) { return hear.call(this, event); });
        return original.call(this ?? globalThis, type, heard.get(hear) ?? hear, how);
      });
      wrap(EventTarget.prototype, "removeEventListener", (original) => /** @this {unknown} @param {string} type @param {any} hear @param {unknown} how */ function (type, hear, how) {
        return original.call(this ?? globalThis, type, heard.get(hear) ?? hear, how);
      });
      for (const name of /** @type {const} */ (["MutationObserver", "ResizeObserver", "IntersectionObserver"])) {
        const Real = /** @type {any} */ (globalThis)[name];
        /** @type {any} */ (globalThis)[name] = class extends Real {
          /** @param {Function} tell @param {unknown} [how] */
          constructor(tell, how) { super((/** @type {unknown[]} */ ...given) => tell(...given), how); }
        };
      }
      for (const { prototype } of [Document, ShadowRoot]) {
        const { get, set } = Object.getOwnPropertyDescriptor(prototype, "adoptedStyleSheets") ?? {};
        if (!get || !set) continue;
        Object.defineProperty(prototype, "adoptedStyleSheets", { __proto__: null, configurable: true, get() { return get.call(this); }, set(sheets) { seen.push(sheets); set.call(this, sheets); } });
      }
    },

    /** What only some browsers have is in none, or was thrown away by a script that did not like it. */
    bare() {
      for (const name of ["IntersectionObserver", "requestIdleCallback", "cancelIdleCallback", "structuredClone", "Highlight", "PerformanceObserver", "caches", "indexedDB", "trustedTypes", "navigation", "scheduler"]) {
        Reflect.deleteProperty(globalThis, name);
      }
      for (const name of ["Segmenter", "DurationFormat", "RelativeTimeFormat"]) Reflect.deleteProperty(Intl, name);
      for (const { prototype } of [HTMLElement, Element]) for (const name of ["checkVisibility", "showPopover", "hidePopover", "togglePopover", "setHTML", "ariaNotify"]) Reflect.deleteProperty(prototype, name);
      for (const name of ["clipboard", "share", "canShare", "storage", "serviceWorker"]) Reflect.deleteProperty(Navigator.prototype, name);
      Reflect.deleteProperty(CSS, "highlights");
      Reflect.deleteProperty(String.prototype, "isWellFormed");
    },
    /** What every browser has, and this page hasn't. */
    unnormal: () => void Reflect.deleteProperty(String.prototype, "normalize"),

    /** Stand-ins that do just enough for the script that brought them. */
    crude() {
      const idle = /** @type {any} */ ((/** @type {Function} */ todo) => setTimeout(() => todo({ didTimeout: false, timeRemaining: () => 1 }), 1));
      globalThis.requestIdleCallback = idle;
      Reflect.deleteProperty(globalThis, "cancelIdleCallback");
      globalThis.ResizeObserver = /** @type {any} */ (class {
        /** @param {Function} tell */
        constructor(tell) { this.tell = tell; }
        observe() { addEventListener("resize", () => this.tell([])); }
        disconnect() {}
      });
      globalThis.IntersectionObserver = /** @type {any} */ (class { observe() {} });
      globalThis.structuredClone = (/** @type {unknown} */ what) => JSON.parse(JSON.stringify(what));
      globalThis.matchMedia = /** @type {any} */ ((/** @type {string} */ media) => ({ media, matches: false, addListener() {}, removeListener() {} }));
    },

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

  /** What stands in the page by a name that the document has for something else. @param {string} name */
  const hide = (name) => {
    const picture = document.createElement("img");
    picture.name = name;
    document.head.append(picture);
  };

  for (const habit of location.search.slice(1).split("+")) {
    if (habit.startsWith("img-")) hide(habit.slice(4));
    else HABITS[habit]?.();
  }
}
