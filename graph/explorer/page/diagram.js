// Lược đồ: one document in the middle, boxes of related documents on both sides, as on vbpl.vn; below it
// how it was changed. Printed whole, on as many pages as it takes.

import { el, refill, words } from "./dom.js";
import { capital, number, t } from "./language.js";
import { drawChanges, drawForce, drawTimeline } from "./history.js";
import { badges, boxSwatch, edgeSwatch, nodeLink, relationGroups, sentence, standing } from "./pieces.js";
import { shortDate } from "./dates.js";

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

export function drawDiagram(app, section) {
  const { graph, state } = app;
  const node = state.selected;
  if (node < 0 || graph.isIssuer(node)) {
    refill(section, el("h2", { id: "diagram-heading" }, t("viewDiagram")), el("p", { class: "empty" }, t("diagramEmpty")));
    return;
  }
  const sides = diagramBoxes(graph, node);
  refill(
    section,
    el("h2", { id: "diagram-heading", class: "print-title" }, `${t("diagramTitle")} `, words(graph.fullLabel(node))),
    drawForce(app, node),
    el(
      "div",
      { class: "diagram" },
      side(app, sides[0], "left"),
      el("div", { class: "diagram-middle" }, centre(app, node)),
      side(app, sides[1], "right"),
    ),
    drawTimeline(app, node),
    drawChanges(app, node),
    el("p", { class: "only-print print-note" }),
  );
}

function centre(app, node) {
  const { graph } = app;
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

function side(app, groups, name) {
  return el(
    "div",
    { class: `diagram-side ${name}${groups.length ? "" : " none"}` },
    groups.length ? groups.map((group) => box(app, group)) : el("p", { class: "empty" }, t("diagramNone")),
  );
}

/** The sentence that states an edge, on demand. */
function said(app, edge) {
  const { graph } = app;
  const row = graph.edges.rows[edge].find((candidate) => graph.evidence(candidate).text);
  if (row === undefined) return null;
  const details = el("details", { class: "item-evidence" }, el("summary", {}, t("evidence")));
  details.addEventListener("toggle", () => details.children.length > 1 || details.append(el("p", {}, sentence(graph.evidence(row))), standing(app, row)));
  return details;
}

function box(app, group) {
  const { graph } = app;
  const predicate = graph.predicates[group.p];
  const item = (edge, i) => {
    const node = group.other(edge);
    const date = graph.isIssuer(node) ? "" : shortDate(graph.rows.date[node]);
    return el(
      "li",
      { class: i >= FIRST_ITEMS ? "folded" : null },
      boxSwatch(graph.data.families[graph.family(node)].id, { status: graph.status(node), loaded: graph.isLoaded(node) }),
      el("span", { class: "item-text" }, nodeLink(app, node, { on: { click: () => app.open(node) } }), date ? ` (${date})` : "", graph.title(node) ? el("span", { class: "item-title" }, " ", words(graph.title(node))) : null, said(app, edge)),
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
