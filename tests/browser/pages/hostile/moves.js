// What pages do with elements: put them into closed shadow roots, stamp them from templates, move them while they load, and give
// them to another document.

const one = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));

const closed = one("closed").attachShadow({ mode: "closed" });
const text = document.createElement("p");
text.textContent = "White supremacy is explained below.";
const glossary = document.createElement("equity-glossary");
glossary.setAttribute("annotate", "p");
const catalog = document.createElement("equity-catalog");
catalog.setAttribute("address", "off");
closed.append(text, catalog, glossary);
Object.assign(globalThis, { closedRoot: closed });

one("two").after(document.importNode(/** @type {HTMLTemplateElement} */ (one("pattern")).content, true));

let turns = 0;
const move = () => {
  one(turns % 2 ? "one" : "two").append(one("moved"));
  turns += 1;
  if (turns < 20) setTimeout(move, 10);
};
move();
