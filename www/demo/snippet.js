// From choices to the lines that a partner pastes. Knows the elements' attributes and HTML's rules of escaping, and no
// document: `embed.js` asks the reader, `preview.js` shows what comes of it.
//
// Choices hold only what differs from the usual, by the name of the attribute, `what` for which element it is, and `integrity`. So
// they are at once the attributes to write and what a link to this page has to carry.

/** @typedef {Record<string, string>} Choices */
/** @typedef {"catalog" | "glossary" | "popups"} What */
/** @typedef {Record<string, string>} Integrity  What each file of the package must be, as its integrity.json says. */

/** Which attributes each element takes, in the order in which they are written. @type {Record<What, string[]>} */
const ATTRIBUTES = {
  catalog: [
    "src", "section", "view", "filters", "sort", "group-by", "paging", "page-size", "address", "reading-list",
    "heading-level", "lang", "theme",
  ],
  glossary: ["src", "heading-level", "lang", "theme"],
  popups: ["annotate", "exclude", "occurrences", "mode", "src", "lang", "theme"],
};

/** What readers have until the script is there, and for good if it never comes. @type {Record<string, [string, string]>} */
const FALLBACK = {
  en: ["The list of resources appears here once your browser has loaded it.", "The glossary appears here once your browser has loaded it."],
  es: ["La lista de recursos aparecerá aquí cuando el navegador la haya cargado.", "El glosario aparecerá aquí cuando el navegador lo haya cargado."],
  ar: ["تظهر قائمة الموارد هنا بعد أن يحمّلها المتصفح.", "يظهر مسرد المصطلحات هنا بعد أن يحمّله المتصفح."],
};

/** The part of the page whose words get popups, when nobody says another. */
export const USUAL_TEXT = "article";

/** Every name that choices may have. */
export const NAMES = [...new Set(["what", "integrity", ...Object.values(ATTRIBUTES).flat()])];

/**
 * @param {Choices} choices
 * @returns {What}
 */
export function whatOf(choices) {
  const what = choices.what ?? "catalog";
  return what === "glossary" || what === "popups" ? what : "catalog";
}

/**
 * The element's attributes, only those that say something.
 *
 * @param {Choices} choices
 * @returns {[name: string, value: string][]}
 */
export function attributesOf(choices) {
  const what = whatOf(choices);
  const said = what === "popups" ? { annotate: USUAL_TEXT, ...choices } : choices;
  return ATTRIBUTES[what].flatMap((name) => {
    const value = /** @type {Choices} */ (said)[name];
    return value === undefined ? [] : [/** @type {[string, string]} */ ([name, value])];
  });
}

/**
 * The lines to paste.
 *
 * @param {Choices} choices
 * @param {string} script  the address of the package's elements.js
 * @param {Integrity} [integrity]  of the package's files, when browsers are to check them
 */
export function snippetOf(choices, script, integrity) {
  const what = whatOf(choices);
  const tag = tagOf(choices);
  const attributes = attributesOf(choices).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const open = `<${tag}${attributes.join("")}>`;
  const first = integrity ? checkedScript(script, integrity) : `<script type="module" src="${escaped(script)}"></script>`;
  // Popups show nothing of their own, so there is nothing to stand in for.
  if (what === "popups") return `${first}\n${open}</${tag}>`;
  return `${first}\n${open}\n  ${fallback(choices, what === "catalog" ? 0 : 1)}\n</${tag}>`;
}

/**
 * The script, and before it the import map that says what each file of the package must be. Browsers that don't know such maps pass over it; the script
 * itself they check all the same.
 *
 * @param {string} script
 * @param {Integrity} integrity
 */
function checkedScript(script, integrity) {
  const own = integrity["elements.js"] ?? "";
  return `<script type="importmap">${importMapOf(script, integrity)}</script>\n<script type="module" src="${escaped(script)}" integrity="${escaped(own)}"></script>`;
}

/**
 * What stands in the import map: every file of the package that a page may fetch.
 *
 * @param {string} script
 * @param {Integrity} integrity
 */
export function importMapOf(script, integrity) {
  const files = Object.entries(integrity).filter(([file]) => /^[^/]+\.(js|wasm)$/u.test(file));
  const lines = files.map(([file, hash]) => `  ${JSON.stringify(new URL(file, script).href)}: ${JSON.stringify(hash)}`);
  return `\n{ "integrity": {\n${lines.join(",\n")}\n} }\n`;
}

/**
 * The lines of PHP with which a WordPress theme loads the script and lets the element pass, whoever saves the page.
 *
 * @param {Choices} choices
 * @param {string} script
 */
export function wordpressOf(choices, script) {
  const tag = tagOf(choices);
  const attributes = attributesOf(choices).map(([name]) => `'${name}' => true`);
  const address = script.replace(/'/gu, "%27");
  return `add_action( 'wp_enqueue_scripts', function () {
  wp_enqueue_script_module(
    'equity-catalog', '${address}',
    array(), null
  );
} );
add_filter( 'wp_kses_allowed_html', function ( $tags, $context ) {
  if ( 'post' === $context ) {
    $tags['${tag}'] = array(${attributes.length > 0 ? ` ${attributes.join(", ")} ` : ""});
  }
  return $tags;
}, 10, 2 );`;
}

/** @param {Choices} choices */
function tagOf(choices) {
  return whatOf(choices) === "catalog" ? "equity-catalog" : "equity-glossary";
}

/**
 * @param {Choices} choices
 * @param {0 | 1} which
 */
function fallback({ lang = "en" }, which) {
  const text = (FALLBACK[lang] ?? FALLBACK.en)?.[which] ?? "";
  return `<p${lang === "ar" ? ' dir="rtl"' : ""}>${escaped(text)}</p>`;
}

/**
 * Text as HTML, in an attribute or between tags. `>` needn't be escaped, but some editors take tags apart by it.
 *
 * @param {string} text
 */
function escaped(text) {
  return text.replace(/&/gu, "&amp;").replace(/"/gu, "&quot;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;");
}
