// The whole of a graph at a glance: documents of one authority, kind and period are one box, as finely as can be read. A box
// that is opened is a whole of its own: what is in it, folded more finely, until documents stand one by one.

import { named } from "./language.js";

// What documents of one box have in common beside their lane: `months` of the period (0: whenever); their type, of each or
// of the main types of the lane only; their issuer.
const LEVELS = {
  a: { months: 1, type: "each", issuer: true },
  b: { months: 3, type: "each", issuer: true },
  c: { months: 3, type: "each" },
  d: { months: 12, type: "each", issuer: true },
  e: { months: 12, type: "each" },
  f: { months: 12, type: "main" },
  g: { months: 60, type: "each", issuer: true },
  h: { months: 60, type: "each" },
  i: { months: 60, type: "main" },
  j: { months: 120, type: "main" },
  k: { months: 0, type: "each" },
  l: { months: 60 },
  m: { months: 120 },
  n: { months: 0 },
};
const COARSE = 60; // months of a period from which documents without a date are one box
const MAIN = [3, 0.08]; // types of a lane that are its main ones: so many, each with this part of its documents
const MOST = 90; // boxes that are tried
const BUNDLES = 32; // bundles of relations that are drawn, those of most relations first
const BETWEEN = "|"; // parts of a key
const REST = "z"; // the level of those that are left where nothing tells documents apart: the less connected

/** The year of a document: of its date, else the one in its number (12/2015/TT-BTC); null where it has none. */
function yearOf(graph, node) {
  const year = graph.year(node);
  if (year !== null) return year;
  const found = /\/((?:19|20)\d\d)\//.exec(graph.rows.code[node]);
  return found ? Number(found[1]) : null;
}

/** The period of `months` that a document falls in, as its first and last month or year: "2011-2015", "04/2013-06/2013".
 * Periods of years are those of the plans: 2011 to 2015, 2011 to 2020. */
function periodOf(graph, node, months) {
  if (!months) return "";
  const year = yearOf(graph, node);
  if (year === null) return "";
  const date = graph.rows.date[node];
  const known = graph.day(node) !== null && date.length >= 7;
  if (months < 12 && known) {
    const first = Math.floor((Number(date.slice(5, 7)) - 1) / months) * months + 1;
    const monthOf = (month) => `${String(month).padStart(2, "0")}/${year}`;
    return months === 1 ? monthOf(first) : `${monthOf(first)}-${monthOf(first + months - 1)}`;
  }
  const years = Math.max(months / 12, 1);
  if (years === 1) return String(year);
  const first = Math.floor((year - 1) / years) * years + 1;
  return `${first}-${first + years - 1}`;
}

const mainTypes = new WeakMap(); // graph -> by lane its main types

function mainTypesOf(graph) {
  if (mainTypes.has(graph)) return mainTypes.get(graph);
  const counts = new Map();
  for (let node = 0; node < graph.documentCount; node += 1) {
    const lane = graph.lane(node);
    if (!counts.has(lane)) counts.set(lane, new Map());
    counts.get(lane).set(graph.rows.type[node], (counts.get(lane).get(graph.rows.type[node]) || 0) + 1);
  }
  const main = new Map();
  for (const [lane, types] of counts) {
    const least = [...types.values()].reduce((sum, count) => sum + count, 0) * MAIN[1];
    main.set(lane, new Set([...types].filter(([, count]) => count >= least).sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MAIN[0]).map(([type]) => type)));
  }
  mainTypes.set(graph, main);
  return main;
}

/** The number of a document's issuer among `issuerKeys()`. */
function issuerOf(graph, node) {
  graph.issuerKeys();
  return graph.issuerNumbers[node];
}

function keyOf(graph, node, id) {
  const lane = graph.lane(node);
  if (graph.isIssuer(node)) return [id, lane, "issuer"].join(BETWEEN);
  const { months, type, issuer } = LEVELS[id];
  const undated = graph.day(node) === null;
  if (undated && months >= COARSE && type !== "each") return [id, lane, "undated"].join(BETWEEN);
  const own = graph.rows.type[node];
  const kind = type === "each" || (type && mainTypesOf(graph).get(lane).has(own)) ? own : "";
  return [id, lane, undated ? "undated" : "", kind, periodOf(graph, node, months), issuer ? issuerOf(graph, node) : ""].join(BETWEEN);
}

/** Whether a key is one of a picture of the whole; those of neighbours have blanks. */
export function isGlance(key) {
  return key[1] === BETWEEN && (key[0] === REST || key[0] in LEVELS);
}

const ranks = new WeakMap(); // graph -> place of each node among all, the best connected first

function rankOf(graph, node) {
  if (!ranks.has(graph)) {
    const places = new Uint32Array(graph.size);
    [...places.keys()].sort((a, b) => graph.degree[b] - graph.degree[a] || a - b).forEach((one, place) => (places[one] = place));
    ranks.set(graph, places);
  }
  return ranks.get(graph)[node];
}

/** Whether a node is in the box of a key. */
function isIn(graph, node, key) {
  if (key[0] === REST) return rankOf(graph, node) >= Number(key.split(BETWEEN)[1]);
  return keyOf(graph, node, key[0]) === key;
}

/** The best connected `count` of `nodes` (and `kept`) one by one, the rest of them in one box, as a Map key -> nodes. */
export function bestConnected(graph, nodes, kept, count) {
  const rest = nodes.filter((node) => node !== kept).sort((a, b) => rankOf(graph, a) - rankOf(graph, b)).slice(count);
  return new Map(rest.length > 1 ? [[[REST, rankOf(graph, rest[0])].join(BETWEEN), rest]] : []);
}

/** What a key says of its documents, for people: {lane, type, period, issuer}, each "" where it says nothing; null for a
 * box of those that are less connected. */
export function partsOf(graph, key) {
  if (key[0] === REST) return null;
  const [, lane, , type, period, issuer] = key.split(BETWEEN);
  const kind = type ? graph.data.types[type] : null;
  return { lane: Number(lane), type: kind ? named(kind) : "", period: (period || "").replace("-", "–"), issuer: issuer ? graph.issuerKeys()[issuer] || "" : "" };
}

/** Nodes that pass the filters, within the boxes that were opened. */
export function withinOpened(graph, state, filters) {
  const opened = state.unfolded.filter(isGlance);
  const nodes = [];
  for (let node = 0; node < graph.size; node += 1) {
    if (filters.visible(node) && opened.every((key) => isIn(graph, node, key))) nodes.push(node);
  }
  return nodes;
}

/** Ways to fold `nodes`, the finest first: Maps key -> nodes. A node alone in its box, and `kept`, are not folded. */
export function waysToFold(graph, nodes, kept) {
  const ways = [];
  for (const id of Object.keys(LEVELS)) {
    const folds = new Map();
    for (const node of nodes) {
      if (node === kept) continue;
      const key = keyOf(graph, node, id);
      if (folds.has(key)) folds.get(key).push(node);
      else folds.set(key, [node]);
    }
    if (folds.size > MOST || folds.size < 2) continue;
    ways.push({ boxes: folds.size, folds: new Map([...folds].filter(([, members]) => members.length > 1)) });
  }
  return ways.sort((a, b) => b.boxes - a.boxes).map((way) => way.folds);
}

/** Relations between boxes, those of one kind and direction as one edge: between two boxes that of most relations, and of
 * all of these the strongest. */
export function bundles(graph, places, filters) {
  const found = new Map();
  for (let edge = 0; edge < graph.edgeCount; edge += 1) {
    const p = graph.edges.p[edge];
    const [from, to] = [places.get(graph.edges.s[edge]), places.get(graph.edges.o[edge])];
    if (!from || !to || from === to || !filters.relation(p)) continue;
    const key = `${from.id} ${to.id} ${p}`;
    if (found.has(key)) found.get(key).edges.push(edge);
    else found.set(key, { from, to, p, edges: [edge] });
  }
  const pairs = new Set();
  const strongest = [...found.values()]
    .sort((a, b) => b.edges.length - a.edges.length)
    .filter(({ from, to }) => {
      const pair = `${Math.min(from.id, to.id)} ${Math.max(from.id, to.id)}`;
      return !pairs.has(pair) && pairs.add(pair);
    })
    .slice(0, BUNDLES);
  for (const bundle of strongest) bundle.weight = Math.min(Math.log2(bundle.edges.length) / 2, 3);
  return strongest;
}
