// A part of the package that is fetched on demand, and fetched again after it didn't come.
//
// What browsers do when the same import() is called again: after a fault of the connection or the server, Chromium and Safari ask the server again,
// Firefox never does. What came but is no script, such as a portal's page or half a file, none asks for again; nor for a file that is empty, which is a
// module without anything. So what didn't come is asked for by another address, which is the same file to every server. What can't be mended so is a file
// that the part itself imports: that takes loading the page again, as readers are told. And where an import map says what files must be, by their addresses, there is no
// other address: a file that isn't what it must be would be taken by it.

/** By file, what stands behind its address the next time. Kept for the whole page, so that no file that keeps something runs twice. @type {Record<string, string>} */
const behind = {};

/**
 * @template {object} Part
 * @param {string} file  as it is called in the package, without `.js`
 * @param {() => Promise<Part>} load  the import() of it, written out: bundlers of others look for that
 * @returns {Promise<Part>}
 */
export function again(file, load) {
  const marks = (behind[file] ??= "");
  return (marks ? import(`./${file}.js${marks}`) : load())
    .then((part) => Object.keys(part)[0] ? part : Promise.reject("import"))
    .catch((error) => {
      if (!document.querySelector("[type$=map]")) behind[file] += "?";
      throw error;
    });
}
