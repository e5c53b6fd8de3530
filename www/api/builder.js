// What makes packs of plain records: bindgen's glue of the builder, as a file of its own that most pages never fetch.

export { build, initSync } from "#builder";
