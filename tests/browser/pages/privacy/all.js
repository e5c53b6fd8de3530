// What a page's own script may do with the API besides: a pack that it has fetched itself, and one that must be a certain one, which it isn't.

import { Catalog } from "/pkg/index.js";

const catalog = await Catalog.open(await fetch("./my.pack"));
const refusal = await Catalog.open("./my.pack", { integrity: `sha384-${"A".repeat(64)}` }).then(() => "opened", ({ code }) => code);
document.body.dataset.opened = `${catalog.info.title}, ${refusal}`;
catalog.free();
