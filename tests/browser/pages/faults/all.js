// Frames of case.html, each with a fault of its own by its address, some at a time; says what was wrong in them.

/** Frames at a time: more would only wait for each other. */
const SIDE_BY_SIDE = 4;

/** @typedef {{ fault: string, file: string, show: string }} Trial */

/** @param {Trial} trial @returns {Promise<string[]>} */
async function tried({ fault, file, show }) {
  const frame = document.createElement("iframe");
  frame.width = show === "narrow" ? "320" : "1100";
  frame.height = "600";
  frame.src = `/faults/${fault}/${file}/${show}/case.html`;
  /** @type {Promise<string[]>} */
  const done = new Promise((tell) => addEventListener("message", ({ data, source }) => source === frame.contentWindow && tell(data)));
  document.body.append(frame);
  const patience = new Promise((tell) => setTimeout(() => tell(["nothing came of it"]), 15_000));
  const wrong = /** @type {string[]} */ (await Promise.race([done, patience]));
  frame.remove();
  return wrong.map((each) => `${file}, ${fault} (${show}): ${each}`);
}

Object.assign(globalThis, {
  /** @param {Trial[]} trials */
  async tryAll(trials) {
    const waiting = [...trials];
    /** @type {string[]} */
    const wrong = [];
    const work = async () => {
      for (let trial = waiting.shift(); trial; trial = waiting.shift()) wrong.push(...(await tried(trial)));
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
    return wrong;
  },
});
