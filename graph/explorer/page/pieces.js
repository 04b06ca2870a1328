// Small parts that several views share: links to documents, badges, sentences with marks, where something stands.

import { el, svg, words } from "./dom.js";
import { capital, named, number, t } from "./language.js";
import { border, familyColours, predicateStyle } from "./palette.js";

const LONGEST_SENTENCE = 520; // characters; longer ones are cut
const PORTION = 100; // of a long list, on demand

/** A button that opens a document. */
export function nodeLink(desk, node, attributes = {}) {
  const { graph } = desk;
  return el(
    "button",
    {
      type: "button",
      class: "link",
      data: { node: String(node) },
      title: graph.title(node) || graph.label(node),
      on: { click: () => desk.moves.open(node) },
      ...attributes,
    },
    words(graph.label(node)),
  );
}

/** Pieces of `text` with marks [start, end, kind]: where they overlap, a citation wins over a cue. */
export function markedText(text, marks) {
  const cuts = [...new Set([0, text.length, ...marks.flatMap(([start, end]) => [start, end])])]
    .filter((at) => at >= 0 && at <= text.length)
    .sort((a, b) => a - b);
  const pieces = [];
  for (let i = 0; i + 1 < cuts.length; i += 1) {
    const [from, to] = [cuts[i], cuts[i + 1]];
    const kinds = marks.filter(([start, end]) => start <= from && to <= end).map((mark) => mark[2]);
    const piece = text.slice(from, to);
    if (!kinds.length) pieces.push(piece);
    else pieces.push(el("mark", { class: kinds.includes(1) ? "citing" : "cue" }, piece));
  }
  return pieces;
}

function wordStart(text, at) {
  if (at <= 0) return 0;
  const blank = text.indexOf(" ", at);
  return blank < 0 || blank > at + 30 ? at : blank + 1;
}

function wordEnd(text, at) {
  if (at >= text.length) return text.length;
  const blank = text.lastIndexOf(" ", at);
  return blank < at - 30 ? at : blank;
}

/** A relation's sentence with its citing words marked; very long ones are cut around the marks. */
export function sentence(evidence, longest = LONGEST_SENTENCE) {
  let { text, marks } = evidence;
  if (text.length > longest && marks.length) {
    const around = Math.round(longest / 3.5);
    const from = wordStart(text, Math.min(...marks.map((mark) => mark[0])) - around);
    const to = wordEnd(text, Math.max(...marks.map((mark) => mark[1])) + around);
    const lead = from > 0 ? "… " : "";
    marks = marks.map(([start, end, kind]) => [start - from + lead.length, end - from + lead.length, kind]);
    text = lead + text.slice(from, to) + (to < evidence.text.length ? " …" : "");
  }
  return el("q", { class: "sentence", dir: "auto" }, markedText(text, marks));
}

/** "bao-cao.txt, line 12 · II › 3 · confidence 0.98". */
export function standing(desk, row) {
  const evidence = desk.graph.evidence(row);
  const parts = [];
  if (evidence.sourceName) {
    const name = words(evidence.sourceName);
    parts.push(evidence.line ? el("span", {}, name, `, ${t("line")} ${number(evidence.line)}`) : name);
  }
  if (evidence.part) parts.push(words(evidence.part));
  if (evidence.pinpoint) parts.push(words(evidence.pinpoint));
  else if (evidence.partial) parts.push(t("partial"));
  parts.push(`${t("confidence")} ${evidence.confidence.toLocaleString(document.documentElement.lang, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`);
  const line = el("p", { class: "standing" });
  parts.forEach((part, i) => line.append(...(i ? [" · ", part] : [part])));
  if (evidence.source >= 0 && evidence.start >= 0 && desk.graph.data.sources.kept) {
    line.append(
      " ",
      el(
        "button",
        {
          type: "button",
          class: "link to-source",
          on: { click: () => desk.patch({ view: "source", source: evidence.source, at: row }) },
        },
        t("inText"),
      ),
    );
  }
  return line;
}

/** A box as the map draws it, for legends: `kind` "document" or "issuer". */
export function boxSwatch(family, { status = "unknown", loaded = true, kind = "document" } = {}) {
  const colours = familyColours(family);
  const dash = kind === "issuer" ? [] : border(status, loaded);
  const look = { fill: colours.fill, stroke: colours.line, "stroke-width": 1.8, "stroke-dasharray": dash.join(" ") || null };
  const shape =
    kind === "issuer"
      ? svg("ellipse", { cx: 11, cy: 7, rx: 9.5, ry: 6, ...look })
      : svg("rect", { x: 1.5, y: 1, width: 19, height: 12, rx: 3, "stroke-linecap": "round", ...look });
  return svg("svg", { class: "swatch", width: 22, height: 14, viewBox: "0 0 22 14", "aria-hidden": "true" }, shape);
}

/** An edge as the map draws it. */
export function edgeSwatch(predicate) {
  const style = predicateStyle(predicate);
  return svg(
    "svg",
    { class: "swatch", width: 34, height: 12, viewBox: "0 0 34 12", "aria-hidden": "true" },
    svg("path", { d: "M1 6H25", stroke: style.colour, "stroke-width": style.width, "stroke-dasharray": style.dash.join(" ") || null, fill: "none" }),
    arrowShape(style.arrow, 33, 6, style.colour),
  );
}

/** Path of an arrow's head whose tip is (x, y), pointing right; `open` ones are not filled. */
export function arrowPath(kind, x, y) {
  const points = {
    arrow: `M${x - 8} ${y - 4}L${x} ${y}L${x - 8} ${y + 4}L${x - 6} ${y}Z`,
    triangle: `M${x - 8} ${y - 4.5}L${x} ${y}L${x - 8} ${y + 4.5}Z`,
    vee: `M${x - 8} ${y - 4}L${x} ${y}L${x - 8} ${y + 4}`,
    diamond: `M${x - 10} ${y}L${x - 5} ${y - 4}L${x} ${y}L${x - 5} ${y + 4}Z`,
    bar: `M${x - 2} ${y - 5}L${x - 2} ${y + 5}`,
    box: `M${x - 8} ${y - 4}H${x}V${y + 4}H${x - 8}Z`,
    crow: `M${x} ${y - 4}L${x - 8} ${y}L${x} ${y + 4}`,
    circle: `M${x - 8} ${y}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z`,
  };
  return { d: points[kind] || points.arrow, open: ["vee", "bar", "crow"].includes(kind) };
}

/** The same as an SVG element. */
export function arrowShape(kind, x, y, colour, attributes = {}) {
  const { d, open } = arrowPath(kind, x, y);
  return svg("path", { d, fill: open ? "none" : colour, stroke: colour, "stroke-width": open ? 2 : 1, ...attributes });
}

/** Puts `make(item)` of the first `count` items into `list`, and behind them a button that brings PORTION more. */
export function fillInPortions(list, items, make, count) {
  const button = el("button", { type: "button", class: "more", on: { click: () => add(PORTION) } });
  let shown = 0;
  const add = (more) => {
    button.remove();
    list.append(...items.slice(shown, shown + more).map(make));
    shown += more;
    button.textContent = t("more", { count: number(items.length - shown) });
    if (shown < items.length) list.append(button);
  };
  add(count);
  return list;
}

/** Badges of a node: family, status, loaded or cited only, and what is missing. */
export function badges(graph, node) {
  const family = graph.data.families[graph.family(node)];
  const tag = (text, kind) => el("span", { class: `badge ${kind}` }, text);
  const list = el("p", { class: "badges" }, el("span", { class: "badge" }, boxSwatch(family.id, { kind: graph.isIssuer(node) ? "issuer" : "document" }), named(family)));
  if (graph.isIssuer(node)) return list;
  const status = graph.data.statuses.find((row) => row.id === graph.status(node));
  if (status.id !== "unknown") list.append(tag(capital(named(status)), `status-${status.id === "in-force" ? "good" : "gone"}`));
  list.append(tag(t(graph.isLoaded(node) ? "loaded" : "citedOnly"), graph.isLoaded(node) ? "status-good" : ""));
  if (graph.isProvisional(node)) list.append(tag(t("provisional"), "status-open"));
  if (graph.isUnnumbered(node)) list.append(tag(t("unnumbered"), ""));
  return list;
}

/** Edges of a node by predicate and direction: [{p, inverse, edges}] in the order of the predicates. */
export function relationGroups(graph, node) {
  const groups = [];
  for (const inverse of [false, true]) {
    const byPredicate = new Map();
    for (const edge of inverse ? graph.incoming(node) : graph.outgoing(node)) {
      const p = graph.edges.p[edge];
      if (!byPredicate.has(p)) byPredicate.set(p, []);
      byPredicate.get(p).push(edge);
    }
    for (const p of [...byPredicate.keys()].sort((a, b) => a - b)) {
      const edges = byPredicate.get(p);
      const other = (edge) => (inverse ? graph.edges.s[edge] : graph.edges.o[edge]);
      edges.sort((a, b) => (graph.day(other(a)) || 0) - (graph.day(other(b)) || 0) || other(a) - other(b));
      groups.push({ p, inverse, edges, other });
    }
  }
  return groups;
}
