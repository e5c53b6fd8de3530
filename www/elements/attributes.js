// Attributes as properties: every attribute of an element has a property of the same name (in camel case) that gives what
// it means, or what holds when the page doesn't say.

/** @typedef {(text: string | null) => string | number | boolean} Read  What an attribute means. */

/**
 * @param {string} [otherwise]
 * @returns {(text: string | null) => string}
 */
export const text = (otherwise = "") => (given) => given ?? otherwise;

/**
 * One of several words; the first unless the page says another.
 *
 * @template {string} Word
 * @param {Word} first
 * @param {...Word} others
 * @returns {(text: string | null) => Word}
 */
export const oneOf = (first, ...others) => (given) => others.find((word) => word === given) ?? first;

/**
 * @param {number} otherwise
 * @returns {(text: string | null) => number}
 */
export const count = (otherwise) => (given) => {
  const value = Number.parseInt(given ?? "", 10);
  return value > 0 ? value : otherwise;
};

/**
 * Whether the attribute is there, whatever it says.
 *
 * @type {(given: string | null) => boolean}
 */
export const flag = (given) => given !== null;

/**
 * @param {string} property
 */
export const attributeOf = (property) => property.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);

/**
 * Defines the properties of a class.
 *
 * @param {any} prototype
 * @param {Record<string, Read>} attributes  by the property's name
 */
export function mirror(prototype, attributes) {
  for (const [property, read] of Object.entries(attributes)) {
    const attribute = attributeOf(property);
    // The old way, for it takes no descriptor: a page may have put a `value` or a `get` on every object, descriptors too.
    prototype.__defineGetter__(property, /** @this {Element} */ function () {
      return read(this.getAttribute(attribute));
    });
    prototype.__defineSetter__(property, /** @this {Element} @param {unknown} value */ function (value) {
      // Frameworks take a property back by setting it to nothing.
      if (value == null) this.removeAttribute(attribute);
      else if (typeof value === "boolean") this.toggleAttribute(attribute, value);
      else this.setAttribute(attribute, String(value));
    });
  }
}
