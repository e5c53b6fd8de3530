// Puts into a form a field by every name that a form, an element or a node has for something else, so that whoever asks the form gets the field.

addEventListener("DOMContentLoaded", () => {
  const fields = document.createDocumentFragment();
  for (let { prototype } = HTMLFormElement; prototype !== Object.prototype; prototype = Object.getPrototypeOf(prototype)) {
    for (const name of Object.getOwnPropertyNames(prototype)) {
      const field = document.createElement("input");
      field.type = "hidden";
      field.name = name;
      fields.append(field);
    }
  }
  document.forms[0]?.append(fields);
});
