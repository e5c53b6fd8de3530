// In the one file that `equity-catalog offline` writes, this stands in the place of www/elements/again.js (xtask/javascript/whole.mjs
// puts it there): a part that is in the page can't fail to come, and there is no address to ask for it again.

/**
 * @template {object} Part
 * @param {string} file
 * @param {() => Promise<Part>} load
 * @returns {Promise<Part>}
 */
export function again(file, load) {
  void file;
  return load();
}
