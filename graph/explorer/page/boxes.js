// What the box of a node says and how wide it is: as wide as its words.

import { shortDate } from "./dates.js";
import { twoLines, widthOf } from "./lettering.js";

export const BOX_HEIGHT = 36;
export const FIRST = [12.5, "600"]; // size and weight of the first line
export const SECOND = [11.5, "400"];
const MARGIN = 9; // pixels at each side of the words
const ROUND = 20; // the same in an ellipse, which narrows towards its ends
const NARROWEST = 76;
const WORDS = 230; // pixels that a name may take

/** Size and weight of the first line of a node. */
export function firstLine(graph, node) {
  return graph.isIssuer(node) ? [FIRST[0], "400"] : FIRST;
}

/** Room for words in a box of `width` pixels. */
export function roomIn(graph, node, width) {
  return width - 2 * (graph.isIssuer(node) ? ROUND : MARGIN) + 1;
}

function linesOf(graph, node) {
  const first = firstLine(graph, node);
  if (graph.isIssuer(node)) {
    const [name, more] = twoLines(graph.issuerRow(node).name, WORDS, first, SECOND);
    return [name, more || graph.issuerRow(node).place];
  }
  const { code, date, type } = graph.rows;
  const kind = graph.data.types[type[node]]?.vi || "";
  if (code[node]) {
    const name = graph.naming(node);
    return [name, shortDate(date[node]) || (name === code[node] ? kind : "")];
  }
  const [name, more] = twoLines(graph.naming(node), WORDS, FIRST, SECOND);
  if (!date[node]) return [name, more];
  return [more ? `${name} …` : name, shortDate(date[node])];
}

/** {lines: [first, second], width} of a node; the width is even. */
export function boxOf(graph, node) {
  const lines = linesOf(graph, node);
  const words = Math.max(widthOf(lines[0], ...firstLine(graph, node)), widthOf(lines[1], ...SECOND));
  const width = words + 2 * (graph.isIssuer(node) ? ROUND : MARGIN);
  return { lines, width: 2 * Math.ceil(Math.max(width, NARROWEST) / 2) };
}
