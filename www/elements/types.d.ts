// What a page's own code knows of the elements: their events, and how TypeScript, React, Preact and Vue type them.
//
// Only what comments can't say stands here: names and types of attributes follow from the tables in equity-catalog.js and
// equity-glossary.js, and custom-elements.json takes the events from here. It must not need any framework: a project that
// lacks one has no such module to add to, which is no error of that project's.

import type { Catalog } from "../api/catalog.js";
import type { FacetName, Resource, Term } from "../api/types.js";
import type { Read } from "./attributes.js";
import type { ATTRIBUTES as CatalogAttributes, EquityCatalog } from "./equity-catalog.js";
import type { ATTRIBUTES as GlossaryAttributes, EquityGlossary } from "./equity-glossary.js";
import type { Texts } from "./strings/words.js";

/** What the elements tell the page. All events bubble, out of shadow roots too. */
export interface EquityEventMap {
  /** The catalog is open and shown. */
  "equity-catalog:ready": CustomEvent<{ catalog: Catalog }>;
  /** Results are shown: what was typed, the chosen filters by facet, and how many works match. */
  "equity-catalog:search": CustomEvent<{ query: string; filters: Partial<Record<FacetName, string[]>>; total: number }>;
  /** The reader follows a work's link, or turns to a term. Cancelable: then the link isn't followed, the popup stays closed. */
  "equity-catalog:select": CustomEvent<{ resource: Resource; term?: undefined } | { term: Term; resource?: undefined }>;
  /** The catalog couldn't be opened; readers see what stands inside the element, and a button to try again. */
  "equity-catalog:error": CustomEvent<{ error: Error }>;
}

/** `pageSize` as HTML writes it: `page-size`. */
type Written<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Written<Rest>}`
  : "";

/** Figures may stand in quotation marks. */
type Value<Type> = Type extends number ? number | `${number}` : Type;

/** What a framework's markup can set: by the property's name or the attribute's. */
type Settable<Attributes extends Record<string, Read>> = { [Name in keyof Attributes]?: Value<ReturnType<Attributes[Name]>> } & {
  [Name in keyof Attributes as Written<Name & string>]?: Value<ReturnType<Attributes[Name]>>;
} & { catalog?: Catalog | undefined; strings?: Texts | string | undefined };

type Handlers = { [Name in keyof EquityEventMap as `on${Name}`]?: (event: EquityEventMap[Name]) => void };

declare global {
  interface HTMLElementTagNameMap {
    "equity-catalog": EquityCatalog;
    "equity-glossary": EquityGlossary;
  }
  // They bubble, so the document and the window hear them as well.
  interface GlobalEventHandlersEventMap extends EquityEventMap {}
}

// @ts-ignore: any where there is no React
type InReact<Element> = import("react").DetailedHTMLProps<import("react").HTMLAttributes<Element>, Element> & Handlers;
// @ts-ignore: nothing to add to where there is no React
declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "equity-catalog": InReact<EquityCatalog> & Settable<typeof CatalogAttributes>;
      "equity-glossary": InReact<EquityGlossary> & Settable<typeof GlossaryAttributes>;
    }
  }
}

// @ts-ignore: any where there is no Preact
type InPreact<Element extends EventTarget> = import("preact").HTMLAttributes<Element> & Handlers;
// @ts-ignore: nothing to add to where there is no Preact
declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      "equity-catalog": InPreact<EquityCatalog> & Settable<typeof CatalogAttributes>;
      "equity-glossary": InPreact<EquityGlossary> & Settable<typeof GlossaryAttributes>;
    }
  }
}

// @ts-ignore: any where there is no Vue
type InVue<Element, Attributes extends Record<string, Read>> = new () => Element & { $props: import("vue").HTMLAttributes & import("vue").PublicProps & Settable<Attributes> } & {
  // @ts-ignore: as before
  $emit: import("vue").EmitFn<{ [Name in keyof EquityEventMap]: (event: EquityEventMap[Name]) => void }>;
};
// @ts-ignore: nothing to add to where there is no Vue
declare module "vue" {
  interface GlobalComponents {
    "equity-catalog": InVue<EquityCatalog, typeof CatalogAttributes>;
    "equity-glossary": InVue<EquityGlossary, typeof GlossaryAttributes>;
  }
}
