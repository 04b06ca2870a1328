// Path between two documents, and the chain of what carries a document out, as a tree.

import { el, refill, words } from "./dom.js";
import { number, t } from "./language.js";
import { combobox } from "./combobox.js";
import { boxSwatch, edgeSwatch, nodeLink, sentence, standing } from "./pieces.js";
import { shortestPath } from "./neighbourhood.js";
import { shortDate } from "./dates.js";
import { historyEdges, timelineList } from "./history.js";

/** Edges of the shortest path over the relations shown (or over all), or null. */
export function findPath(desk, all = false) {
  const { graph, state, filters } = desk;
  const passes = (edge) => all || filters.relation(graph.edges.p[edge]);
  const around = (node) => {
    const steps = [];
    for (const edge of graph.outgoing(node)) if (passes(edge)) steps.push([edge, graph.edges.o[edge]]);
    for (const edge of graph.incoming(node)) if (passes(edge)) steps.push([edge, graph.edges.s[edge]]);
    return steps;
  };
  return shortestPath(state.start, state.goal, around);
}

/** The tree below `root`: {node, edge, children, again}; what stood above already is not opened a second time. */
export function implementationTree(graph, root) {
  const implement = graph.predicates.findIndex((row) => row.id === "implements");
  const seen = new Set();
  const grow = (node, edge) => {
    const again = seen.has(node);
    seen.add(node);
    return { node, edge, again, children: [] };
  };
  const top = grow(root, -1);
  const queue = [top];
  while (queue.length) {
    const branch = queue.shift();
    const edges = [...graph.incoming(branch.node)].filter((edge) => graph.edges.p[edge] === implement && !graph.isLoop(edge));
    edges.sort((a, b) => (graph.day(graph.edges.s[a]) || 0) - (graph.day(graph.edges.s[b]) || 0) || graph.edges.s[a] - graph.edges.s[b]);
    for (const edge of edges) {
      const child = grow(graph.edges.s[edge], edge);
      branch.children.push(child);
      if (!child.again) queue.push(child);
    }
  }
  return top;
}

/** The tree with only those branches that lead to a document of type `kind` (Vietnamese name; "" keeps all). */
export function pruned(graph, branch, kind) {
  const children = branch.children.map((child) => pruned(graph, child, kind)).filter(Boolean);
  const fits = !kind || graph.data.types[graph.rows.type[branch.node]]?.vi === kind;
  return fits || children.length || branch.edge < 0 ? { ...branch, children, fits } : null;
}

/** Every edge of a tree once. */
export function treeEdges(branch) {
  return [...new Set([...(branch.edge >= 0 ? [branch.edge] : []), ...branch.children.flatMap(treeEdges)])];
}

export function drawPaths(desk, section) {
  const { state } = desk;
  const shown = MODES.find(({ mode }) => mode === state.mode);
  const tab = (mode, key) =>
    el("button", { type: "button", "aria-pressed": String(state.mode === mode), data: { mode }, on: { click: () => desk.patch({ mode }, { minor: true }) } }, t(key));
  refill(
    section,
    el("h2", { id: "paths-heading" }, t("viewPaths")),
    el("div", { class: "modes" }, MODES.map(({ mode, key }) => tab(mode, key))),
    shown.form(desk),
    el("div", { class: "result", "aria-live": "polite" }, shown.result(desk)),
  );
}

function picker(desk, id, key, node, pick) {
  const input = el("input", { id, type: "search", role: "combobox", autocomplete: "off", "aria-expanded": "false", "aria-autocomplete": "list", "aria-controls": `${id}-hits`, value: node >= 0 ? desk.graph.label(node) : "", placeholder: t("pickPlaceholder") });
  const list = el("ul", { id: `${id}-hits`, class: "hits", role: "listbox", "aria-label": t("searchHits"), hidden: true });
  combobox(desk.graph, input, list, { keep: true, search: (text) => desk.finder.search(text).filter((hit) => !desk.graph.isIssuer(hit) || id === "path-start" || id === "path-goal"), pick });
  return el("div", { class: "picker" }, el("label", { for: id }, t(key)), input, list);
}

function pathForm(desk) {
  const { state } = desk;
  return el(
    "div",
    { class: "path-form" },
    picker(desk, "path-start", "pathStart", state.start, (node) => desk.patch({ start: node }, { minor: true })),
    el("button", { type: "button", class: "swap", "aria-label": t("swap"), title: t("swap"), on: { click: () => desk.patch({ start: state.goal, goal: state.start }, { minor: true }) } }, "⇄"),
    picker(desk, "path-goal", "pathGoal", state.goal, (node) => desk.patch({ goal: node }, { minor: true })),
  );
}

function nodeLine(desk, node) {
  const { graph } = desk;
  const date = graph.isIssuer(node) ? "" : shortDate(graph.rows.date[node]);
  return [
    boxSwatch(graph.data.families[graph.family(node)].id, { kind: graph.isIssuer(node) ? "issuer" : "document", status: graph.status(node), loaded: graph.isLoaded(node) }),
    " ",
    graph.typeName(node) && graph.rows.code[node] ? `${graph.typeName(node)} ` : "",
    nodeLink(desk, node),
    date ? ` (${date})` : "",
    graph.title(node) ? el("span", { class: "item-title" }, " ", words(graph.title(node))) : null,
  ];
}

function statement(desk, edge) {
  const { graph } = desk;
  const row = graph.edges.rows[edge].find((candidate) => graph.evidence(candidate).text);
  return row === undefined ? null : [el("p", {}, sentence(graph.evidence(row))), standing(desk, row)];
}

function pathResult(desk) {
  const { graph, state } = desk;
  if (state.start < 0 || state.goal < 0) return el("p", { class: "note" }, t("pathHelp"));
  let edges = findPath(desk);
  const wider = !edges;
  if (wider) edges = findPath(desk, true);
  if (!edges) return el("p", { class: "empty" }, t("noPath"));
  const steps = [el("li", { class: "step" }, nodeLine(desk, state.start))];
  let here = state.start;
  for (const edge of edges) {
    const forward = graph.edges.s[edge] === here;
    here = forward ? graph.edges.o[edge] : graph.edges.s[edge];
    const p = graph.edges.p[edge];
    steps.push(
      el("li", { class: "step", data: { edge: String(edge) } },
        el("div", { class: "step-edge" }, el("p", { class: "step-predicate" }, edgeSwatch(graph.predicates[p].id), " ", graph.predicate(p, !forward)), statement(desk, edge)),
        el("div", {}, nodeLine(desk, here))),
    ); // prettier-ignore
  }
  return [
    el("p", { class: "note" }, t("pathFound", { count: number(edges.length) }), wider ? ` ${t("pathWider")}` : ""),
    el("ol", { class: "path" }, steps),
    edges.length ? el("p", {}, el("button", { type: "button", id: "path-on-map", on: { click: () => desk.moves.showEdges(edges) } }, t("onMap"))) : null,
  ];
}

function chainForm(desk) {
  const { graph, state } = desk;
  const kinds = graph.data.types.map((type) => type.vi).sort((a, b) => a.localeCompare(b, "vi"));
  const select = el(
    "select",
    { id: "chain-kind", on: { change: () => desk.patch({ kind: select.value }, { minor: true }) } },
    el("option", { value: "" }, t("anyType")),
    kinds.map((kind) => el("option", { value: kind, selected: kind === state.kind }, graph.kindName(kind))),
  );
  return el(
    "div",
    { class: "path-form" },
    picker(desk, "chain-root", "chainRoot", state.start, (node) => desk.patch({ start: node }, { minor: true })),
    el("div", { class: "picker" }, el("label", { for: "chain-kind" }, t("chainKind")), select),
  );
}

function historyForm(desk) {
  return el("div", { class: "path-form" }, picker(desk, "history-root", "historyRoot", desk.state.start, (node) => desk.patch({ start: node }, { minor: true })));
}

/** What a document replaced, what changed it and what replaced it, in the order of time. */
function historyResult(desk) {
  const { graph, state } = desk;
  if (state.start < 0 || graph.isIssuer(state.start)) return el("p", { class: "note" }, t("historyHelp"));
  const list = timelineList(desk, state.start, true);
  if (!list) return el("p", { class: "empty" }, t("historyNone"));
  return [list, el("p", {}, el("button", { type: "button", id: "history-on-map", on: { click: () => desk.moves.showEdges(historyEdges(graph, state.start)) } }, t("onMap")))];
}

function chainResult(desk) {
  const { graph, state } = desk;
  if (state.start < 0 || graph.isIssuer(state.start)) return el("p", { class: "note" }, t("chainHelp"));
  const tree = pruned(graph, implementationTree(graph, state.start), state.kind);
  const edges = treeEdges(tree);
  if (!edges.length) return el("p", { class: "empty" }, t("chainNone"));
  const branch = (part) =>
    el(
      "li",
      { class: part.fits === false ? "between" : null, data: { node: String(part.node) } },
      el("div", { class: "branch" }, nodeLine(desk, part.node), part.again ? el("span", { class: "note" }, ` ${t("shownAbove")}`) : null),
      part.edge >= 0 ? el("details", { class: "branch-evidence" }, el("summary", {}, t("evidence")), statement(desk, part.edge) || t("noSentence")) : null,
      part.children.length ? el("ul", {}, part.children.map(branch)) : null,
    );
  const implementers = new Set();
  const collect = (part) => {
    if (part.edge >= 0 && part.fits !== false) implementers.add(part.node);
    part.children.forEach(collect);
  };
  collect(tree);
  return [
    el("p", { class: "note" }, t("chainFound", { count: number(implementers.size) })),
    el("ul", { class: "tree" }, branch(tree)),
    el("p", {}, el("button", { type: "button", id: "chain-on-map", on: { click: () => desk.moves.showEdges(edges) } }, t("onMap"))),
  ];
}

const MODES = [
  { mode: "path", key: "modePath", form: pathForm, result: pathResult },
  { mode: "chain", key: "modeChain", form: chainForm, result: chainResult },
  { mode: "history", key: "modeHistory", form: historyForm, result: historyResult },
];
