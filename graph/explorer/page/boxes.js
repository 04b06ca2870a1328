// What the box of a node says and how wide it is: as wide as its words. Three densities: a map that has room says more.

import { shortDate } from "./dates.js";
import { capital, number, t } from "./language.js";
import { fitText, keepEnd, twoLines, widthOf } from "./lettering.js";
import { isGlance, partsOf } from "./overview.js";

export const FIRST = [12.5, "600"]; // size and weight of the first line
export const SECOND = [11.5, "400"];
const MARGIN = 9; // pixels at each side of the words
const ROUND = 20; // the same in an ellipse, which narrows towards its ends
const NARROWEST = 66;
const WORDS = 156; // pixels that a name may take
const TITLE = 190; // … and a title below a number

// Number, date and title; number and date; number.
export const DENSITIES = [
  { name: "full", height: 38, first: FIRST, second: SECOND },
  { name: "plain", height: 34, first: [12, "600"], second: SECOND },
  { name: "dense", height: 22, first: [11.5, "600"], second: null },
];

function margin(issuer) {
  return issuer ? ROUND : MARGIN;
}

/** Room for words in a box of `width` pixels. */
export function roomIn(box) {
  return box.width - 2 * margin(box.issuer) + 1;
}

/** The two lines by which a node is known: number and date, or its name. */
export function linesOf(graph, node) {
  if (graph.isIssuer(node)) {
    const { name, place } = graph.issuerRow(node);
    const [first, more] = twoLines(name, WORDS, FIRST, SECOND);
    return [first, more || place];
  }
  const { code, date, type } = graph.rows;
  const kind = graph.data.types[type[node]]?.vi || "";
  const name = graph.naming(node);
  if (code[node]) return [name, shortDate(date[node]) || (name === code[node] ? kind : "")];
  const [first, more] = twoLines(name, WORDS, FIRST, SECOND);
  if (!date[node]) return [first, more];
  return [more ? `${first} …` : first, shortDate(date[node])];
}

function said(graph, node, density) {
  const lines = linesOf(graph, node);
  if (density.name === "dense") return graph.isNumbered(node) ? [lines[0], ""] : [keepEnd(graph.label(node), WORDS, ...density.first), ""];
  if (density.name === "plain" || !graph.isNumbered(node) || !graph.title(node)) return lines;
  const date = shortDate(graph.rows.date[node]);
  const first = date ? `${lines[0]} · ${date}` : lines[0];
  return [first, fitText(graph.title(node), Math.max(TITLE, widthOf(first, ...FIRST)), ...SECOND)];
}

function sized(lines, density, issuer) {
  const words = Math.max(widthOf(lines[0], ...density.first), density.second ? widthOf(lines[1], ...density.second) : 0);
  return 2 * Math.ceil(Math.max(words + 2 * margin(issuer), NARROWEST) / 2);
}

/** The box of a node, without a place. */
export function boxOf(graph, node, density) {
  const issuer = graph.isIssuer(node);
  const lines = said(graph, node, density);
  return {
    id: node,
    node,
    members: null,
    lines,
    density,
    width: sized(lines, density, issuer),
    height: density.height,
    lane: graph.lane(node),
    day: graph.day(node),
    issuer,
    family: graph.data.families[graph.family(node)].id,
    status: graph.status(node),
    loaded: graph.isLoaded(node),
    finding: graph.findingsOf.has(node),
    numbered: graph.isNumbered(node),
    more: 0,
  };
}

/** The box of `members` of one kind, folded together: "290 Quyết định" over their issuer and years. */
export function foldBox(graph, id, key, members, density) {
  const [one] = members;
  const days = members.map((node) => graph.day(node)).filter((day) => day !== null).sort((a, b) => a - b);
  const years = members.map((node) => graph.year(node)).filter((year) => year !== null);
  const [from, to] = [Math.min(...years), Math.max(...years)];
  const issuers = new Set(members.map((node) => graph.issuerName(node)));
  const issuer = graph.isIssuer(one);
  const types = new Set(members.map((node) => graph.typeName(node)));
  const kind = issuer ? t("someBodies") : (types.size === 1 && graph.typeName(one)) || t("someDocuments");
  const parts = isGlance(key) ? partsOf(graph, key) : { period: "" };
  const first = parts ? `${number(members.length)} ${kind}` : t("otherOnes", { count: number(members.length), kind });
  const span = (parts ? parts.period : t("lessLinked")) || (years.length ? (from === to ? String(from) : `${from}–${to}`) : "");
  const second = density.second ? fitText([!issuer && issuers.size === 1 ? [...issuers][0] : "", span].filter(Boolean).join(" · "), TITLE, ...density.second) : "";
  const lines = [capital(first), second];
  return {
    id, node: -1, members, key, lines, density, width: sized(lines, density, issuer) + 8, height: density.height,
    lane: graph.lane(one), day: days.length ? days[days.length >> 1] : null, issuer,
    family: graph.data.families[graph.family(one)].id, status: "unknown", loaded: true, finding: false, numbered: true, more: 0,
  }; // prettier-ignore
}
