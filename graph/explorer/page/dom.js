// Making elements. Text from documents only ever becomes a text node or a property; never markup.

const SVG = "http://www.w3.org/2000/svg";

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") {
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    } else if (name === "data") {
      for (const [key, datum] of Object.entries(value)) element.dataset[key] = datum;
    } else if (name === "value" || name === "checked" || name === "disabled" || name === "hidden") {
      element[name] = value;
    } else {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  element.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** An HTML element: `el("p", {class: "note", on: {click}}, "text", child, [more])`. */
export function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** An SVG element, likewise. */
export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

/** Text from a document: its direction must not leak into its neighbours. */
export function words(text, attributes = {}) {
  return el("bdi", attributes, text);
}

/** A path or an address, which may be broken behind each of its parts. */
export function trail(text) {
  return words(text.split(/(?<=[/\\#_-])/u).flatMap((part, i) => (i ? [el("wbr"), part] : [part])));
}

/** Puts `children` (null and false left out) in place of what `element` holds. */
export function refill(element, ...children) {
  element.replaceChildren();
  fill(element, {}, children);
}

export function byId(id) {
  return document.getElementById(id);
}

/** Shows `element` in the middle of its scrolling box. */
export function reveal(element) {
  element?.scrollIntoView({ block: "center", inline: "nearest" });
}
