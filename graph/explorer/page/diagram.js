// Lược đồ: one document in the middle, boxes of related documents on both sides, as on vbpl.vn; below it
// how it was changed. Printed whole, on as many pages as it takes.

import { el, refill, words } from "./dom.js";
import { capital, number, t } from "./language.js";
import { drawChanges, drawForce, drawTimeline } from "./history.js";
import { badges, boxSwatch, edgeSwatch, nodeLink, relationGroups, sentence, standing } from "./pieces.js";
import { shortDate } from "./dates.js";

const LONG = 30; // documents of a side that take more than a sheet
const FIRST_ITEMS = 10; // of a box on the screen; the rest on demand

/** Boxes left (what this document rests on or changes) and right (what rests on it or changes it). */
export function diagramBoxes(graph, node) {
  const groups = relationGroups(graph, node).filter((group) => graph.predicates[group.p].id !== "issued_by");
  // A document that is a basis, replaced … is also cited; it stands once, where more is said of it.
  for (const group of groups) {
    if (graph.predicates[group.p].id !== "cites") continue;
    const told = new Set(groups.filter((other) => other !== group && other.inverse === group.inverse).flatMap((other) => other.edges.map(other.other)));
    group.edges = group.edges.filter((edge) => !told.has(group.other(edge)));
  }
  return splitSides(groups.filter((group) => group.edges.length));
}

function splitSides(groups) {
  return [groups.filter((group) => !group.inverse), groups.filter((group) => group.inverse)];
}

export function diagramHeading(graph, group) {
  const id = graph.predicates[group.p].id;
  const key = `diagram-${id}${group.inverse ? "-by" : ""}`;
  const heading = t(key);
  return heading === key ? capital(graph.predicate(group.p, group.inverse)) : heading;
}

export function drawDiagram(desk, section) {
  const { graph, state } = desk;
  const node = state.selected;
  if (node < 0 || graph.isIssuer(node)) {
    refill(section, el("h2", { id: "diagram-heading" }, t("viewDiagram")), el("p", { class: "empty" }, t("diagramEmpty")));
    return;
  }
  const sides = diagramBoxes(graph, node);
  refill(
    section,
    el("h2", { id: "diagram-heading", class: "print-title" }, `${t("diagramTitle")} `, words(graph.fullLabel(node))),
    drawForce(desk, node),
    el(
      "div",
      { class: isLopsided(sides) ? "diagram lopsided" : "diagram" },
      side(desk, sides[0], "left"),
      el("div", { class: "diagram-middle" }, centre(desk, node)),
      side(desk, sides[1], "right"),
    ),
    drawTimeline(desk, node),
    drawChanges(desk, node),
    el("p", { class: "only-print print-note" }),
  );
}

/** Whether one side has many documents and the other few. */
function isLopsided(sides) {
  const [few, many] = sides.map((groups) => groups.reduce((sum, group) => sum + group.edges.length, 0)).sort((a, b) => a - b);
  return many > LONG && many > 3 * few;
}

function centre(desk, node) {
  const { graph } = desk;
  const date = shortDate(graph.rows.date[node]);
  return el(
    "article",
    { class: "diagram-centre", "aria-label": graph.fullLabel(node) },
    badges(graph, node),
    el("p", { class: "diagram-type" }, graph.typeName(node)),
    el("p", { class: "diagram-code" }, words(graph.label(node))),
    graph.title(node) ? el("p", { class: "diagram-title", dir: "auto" }, graph.title(node)) : null,
    el("p", {}, words(graph.issuerName(node))),
    date ? el("p", {}, date) : null,
  );
}

function side(desk, groups, name) {
  return el(
    "div",
    { class: `diagram-side ${name}${groups.length ? "" : " none"}` },
    groups.length ? groups.map((group) => box(desk, group)) : el("p", { class: "empty" }, t("diagramNone")),
  );
}

/** The sentence that states an edge, on demand. */
function said(desk, edge) {
  const { graph } = desk;
  const row = graph.edges.rows[edge].find((candidate) => graph.evidence(candidate).text);
  if (row === undefined) return null;
  const details = el("details", { class: "item-evidence" }, el("summary", {}, t("evidence")));
  details.addEventListener("toggle", () => details.children.length > 1 || details.append(el("p", {}, sentence(graph.evidence(row))), standing(desk, row)));
  return details;
}

function box(desk, group) {
  const { graph } = desk;
  const predicate = graph.predicates[group.p];
  const item = (edge, i) => {
    const node = group.other(edge);
    const date = graph.isIssuer(node) ? "" : shortDate(graph.rows.date[node]);
    return el(
      "li",
      { class: i >= FIRST_ITEMS ? "folded" : null },
      boxSwatch(graph.data.families[graph.family(node)].id, { status: graph.status(node), loaded: graph.isLoaded(node) }),
      el("span", { class: "item-text" }, nodeLink(desk, node, { on: { click: () => desk.moves.open(node) } }), date ? ` (${date})` : "", graph.title(node) ? el("span", { class: "item-title" }, " ", words(graph.title(node))) : null, said(desk, edge)),
    );
  };
  const list = el("ul", { class: "plain" }, group.edges.map(item));
  const parts = [
    el("h3", {}, edgeSwatch(predicate.id), ` ${diagramHeading(graph, group)} `, el("span", { class: "row-count" }, `(${number(group.edges.length)})`)),
    list,
  ];
  if (group.edges.length > FIRST_ITEMS) {
    const button = el("button", { type: "button", class: "more", on: { click: () => { list.classList.add("unfolded"); button.remove(); } } }, t("more", { count: number(group.edges.length - FIRST_ITEMS) }));
    parts.push(button);
  }
  return el("section", { class: "diagram-box", data: { predicate: predicate.id, inverse: String(group.inverse) } }, parts);
}
