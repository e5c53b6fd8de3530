// A real element that follows the choices. The same node takes up every change, so nothing is loaded twice; only another
// kind of element, or another catalog, is a new start. Knows nothing of the form.

import { attributesOf, whatOf } from "./snippet.js";

/** @import { Choices, What } from "./snippet.js" */

export class Preview {
  /** @type {What | undefined} */
  #what;
  /** @type {HTMLElement | undefined} */
  #widget;

  /**
   * @param {HTMLElement} box     where the element stands
   * @param {HTMLElement} sample  a text for popups to be seen on
   */
  constructor(box, sample) {
    this.box = box;
    this.sample = sample;
  }

  /** @param {Choices} choices */
  show(choices) {
    const what = whatOf(choices);
    const wanted = new Map(attributesOf(choices));
    if (what === "popups") wanted.set("annotate", `#${this.sample.id}`);
    // The address of this page holds the choices, and a preview must not write into it.
    if (what === "catalog") wanted.set("address", "off");
    this.sample.hidden = what !== "popups";
    const widget = this.#what === what && this.#widget ? this.#widget : this.#replace(what);
    for (const name of widget.getAttributeNames()) if (!wanted.has(name)) widget.removeAttribute(name);
    for (const [name, value] of wanted) if (widget.getAttribute(name) !== value) widget.setAttribute(name, value);
    if (!widget.isConnected) this.box.append(widget);
  }

  /** @param {What} what */
  #replace(what) {
    this.#widget?.remove();
    this.#what = what;
    this.#widget = document.createElement(what === "catalog" ? "equity-catalog" : "equity-glossary");
    return this.#widget;
  }
}
