// Part of the graph as a page of its own: the same page with the documents in sight, their relations and sentences.
// Nothing is fetched: the parts of the page are copied while it is still as it was written.

import { byId } from "./dom.js";
import { language } from "./language.js";

const DATA = 'script[type^="application/"]';

/** A copy of the page without its data, taken before anything is drawn. */
export function blankPage() {
  const copy = document.documentElement.cloneNode(false);
  copy.append(document.head.cloneNode(true));
  const body = document.body.cloneNode(false);
  for (const element of document.body.children) if (!element.matches(DATA)) body.append(element.cloneNode(true));
  copy.append(body);
  return copy;
}

/** `column` (an array, or an object of its filled places) for the rows `kept`, each value through `change`. */
function picked(column, kept, change = (value) => value) {
  if (Array.isArray(column)) return kept.map((row) => change(column[row]));
  const filled = {};
  kept.forEach((row, i) => {
    if (column[row] !== undefined) filled[i] = change(column[row]);
  });
  return filled;
}

/** New numbers of what is kept: old -> new, -1 for the rest. */
function renumber(kept) {
  const numbers = new Map(kept.map((old, i) => [old, i]));
  return (old) => numbers.get(old) ?? -1;
}

/** The documents kept, with the numbers of others in `by`, `node`, `partners` and `texts` made anew. */
function documentsOf(graph, documents, node, source) {
  const changes = {
    by: (others) => others.map(node).filter((other) => other >= 0),
    node,
    partners: (others) => others.map(node).filter((other) => other >= 0),
    texts: (sources) => sources.map(source).filter((one) => one >= 0),
  };
  return Object.fromEntries(Object.entries(graph.rows).map(([name, column]) => [name, picked(column, documents, changes[name])]));
}

function findingsOf(graph, node, source) {
  const found = graph.data.findings.filter((finding) => finding.documents.some((one) => node(one) >= 0));
  return found.map(({ start, end, line, ...finding }) => {
    const src = source(finding.src);
    const place = src >= 0 && start !== undefined ? { start, end, line } : {};
    return { ...finding, ...place, src, documents: finding.documents.map(node).filter((one) => one >= 0) };
  });
}

function mentionsOf(graph, sources, node, source) {
  const { mentions } = graph;
  if (!mentions) return null;
  const rows = sources.flatMap((one) => {
    const [first, last] = graph.mentionsOf(one);
    return Array.from({ length: last - first }, (_, i) => first + i).filter((row) => node(mentions.doc[row]) >= 0);
  });
  const src = rows.map((row) => source(mentions.src[row]));
  const first = Array.from({ length: sources.length + 1 }, (_, i) => src.filter((one) => one < i).length);
  return { src, start: picked(mentions.start, rows), end: picked(mentions.end, rows), doc: picked(mentions.doc, rows, node), pin: picked(mentions.pin, rows), first };
}

/**
 * The data of the nodes `wanted` of a graph: {data, later}, as the page reads them. Relations stay where both ends do,
 * issuers with their documents, source texts where one of the documents or relations is in them.
 */
export function partOf(graph, wanted, { centres = [], hops = 1, lang = "vi" } = {}) {
  const documents = [...new Set(wanted)].filter((one) => !graph.isIssuer(one)).sort((a, b) => a - b);
  const bodies = new Set([...wanted].filter((one) => graph.isIssuer(one)));
  for (const one of documents) if ((graph.rows.node[one] ?? -1) >= 0) bodies.add(graph.rows.node[one]);
  const issuers = [...bodies].sort((a, b) => a - b);
  const node = renumber([...documents, ...issuers]);
  const { relations } = graph;
  const rows = Array.from({ length: relations.count }, (_, row) => row).filter((row) => node(relations.s[row]) >= 0 && node(relations.o[row]) >= 0);
  const names = graph.data.sources.name;
  const used = new Set([...documents.flatMap((one) => graph.rows.texts[one] || []), ...rows.map((row) => relations.src[row] ?? -1)]);
  const sources = [...used].filter((one) => one >= 0).sort((a, b) => a - b);
  const source = renumber(sources);
  const loose = [...new Set(rows.map((row) => relations.text[row] ?? -1))].filter((one) => one >= 0).sort((a, b) => a - b);
  const text = renumber(loose);
  const evidence = { parts: relations.parts, pins: relations.pins, rules: relations.rules };
  for (const name of ["conf", "partial", "pin", "start", "end", "line", "part", "rule", "marks"]) evidence[name] = picked(relations[name], rows);
  evidence.src = picked(relations.src, rows, source);
  evidence.text = picked(relations.text, rows, text);
  return {
    data: {
      ...graph.data,
      documents: documentsOf(graph, documents, node, source),
      issuers: Object.fromEntries(Object.entries(graph.bodies).map(([name, column]) => [name, picked(column, issuers.map((one) => one - graph.documentCount))])),
      relations: { s: rows.map((row) => node(relations.s[row])), p: picked(relations.p, rows), o: rows.map((row) => node(relations.o[row])), count: rows.length },
      sources: { ...graph.data.sources, name: picked(names, sources), en: picked(graph.data.sources.en, sources), format: picked(graph.data.sources.format, sources) },
      findings: findingsOf(graph, node, source),
      opening: { centres: centres.filter((one) => node(one) >= 0).map((one) => graph.id(one)), hops },
      lang,
    },
    later: {
      evidence,
      mentions: mentionsOf(graph, sources, node, source),
      texts: [...sources.map((one) => graph.texts[one]), ...loose.map((one) => graph.texts[names.length + one])],
      signs: sources.map((one) => graph.signs[one] || []),
    },
  };
}

/** JSON in a script element: nothing in it ends the element or opens a comment. */
function dataBlock(id, value) {
  const element = document.createElement("script");
  element.type = "application/json";
  element.id = id;
  element.textContent = JSON.stringify(value).replace(/[<>&\u2028\u2029]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return element;
}

/** The page of `wanted` as HTML text. `blank` is the page without data, `title` its title. */
export function pageOf(graph, blank, wanted, title, opening) {
  const { data, later } = partOf(graph, wanted, { ...opening, lang: language() });
  const size = data.documents.id.length + data.issuers.id.length;
  const page = blank.cloneNode(true);
  page.lang = language();
  page.querySelector("title").textContent = title;
  page.querySelector("#page-title bdi").textContent = title;
  const nodes = size > data.limit ? [] : Array.from({ length: size }, (_, id) => ({ id }));
  const words = JSON.parse(byId("words").textContent);
  const blocks = Object.entries({ words, data, later, picture: { nodes, edges: [] } }).map(([id, value]) => dataBlock(id, value));
  page.querySelector("body > script").before(...blocks);
  // eslint-disable-next-line no-restricted-properties -- it is read, nothing is set by it
  return `<!DOCTYPE html>\n${page.outerHTML}\n`;
}
