// What pages do before our script comes, by the names that their addresses ask for, as in page.html?natives+frozen. Each is what
// some library or some page has really done; those of Prototype.js and MooTools are told in our own words.

{
  /** Names that libraries have put on every prototype there is. */
  const OLD_NAMES = "each extend clone contains has size keys values map filter find forEach remove first last merge equals inspect toJSON type get set value index item open title name url id kind text count total length".split(" ");
  const nothing = () => {};

  /** Puts something on a prototype so that `for … in` meets it. @param {object} on @param {Record<string, unknown>} what */
  const add = (on, what) => Object.assign(on, what);

  /** @type {Record<string, () => void>} */
  const HABITS = {
    enumerable() {
      for (const { prototype } of [Array, String, Number, Function, Node, Event, Map, RegExp, Date, Promise]) {
        for (const name of ["each", "extend", "clone", "contain", "first", "last", "inspect"]) Object.assign(prototype, { [name]: nothing });
      }
    },
    object() {
      const had = {};
      for (const name of OLD_NAMES) if (!(name in had)) Object.assign(Object.prototype, { [name]: nothing });
    },
    descriptors() {
      const names = ["get", "set", "value", "writable", "enumerable", "configurable"];
      const make = () => Object.fromEntries(names.map((name) => [name, { __proto__: null, value: name === "get" || name === "set" ? nothing : true, configurable: true, writable: true, enumerable: true }]));
      Object.defineProperties(Object.prototype, make());
    },
    options() {
      Object.assign(Object.prototype, { once: true, capture: true, passive: nothing });
    },
    fetching() {
      Object.assign(Object.prototype, { method: nothing, body: nothing, headers: nothing, mode: nothing });
    },
    frozen() {
      for (const each of [Object, Array, String, Number, Boolean, Function, Error, TypeError, RangeError, Promise, Map, Set, WeakMap, RegExp, Symbol, Date, URL, URLSearchParams, Event, CustomEvent, EventTarget, Node, Element, HTMLElement, JSON, Reflect, Intl, Math]) {
        Object.freeze(each);
        if ("prototype" in each) Object.freeze(each.prototype);
      }
    },
    real(){ },
  };
  globalThis.HABITS = HABITS;
  for (const habit of location.search.slice(1).split("+")) HABITS[habit]?.();
}
