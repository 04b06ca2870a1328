// Lược đồ: one document in the middle, boxes of related documents on both sides, as on vbpl.vn; made for one A4 page.

import { el, refill, words } from "./dom.js";
import { capital, number, t } from "./language.js";
import { badges, boxSwatch, edgeSwatch, nodeLink, relationGroups } from "./pieces.js";
import { shortDate } from "./dates.js";

const FIRST_ITEMS = 10; // of a box on the screen; the rest on demand
const PRINTED_LINES = 34; // items that one side of the printed page has room for

/** Boxes left (what this document rests on or changes) and right (what rests on it or changes it). */
export function diagramBoxes(graph, node) {
  const groups = relationGroups(graph, node).filter((group) => graph.predicates[group.p].id !== "issued_by");
  // A document that is a basis, replaced … is also cited; it stands once, where more is said of it.
  for (const group of groups) {
    if (graph.predicates[group.p].id !== "cites") continue;
    const said = new Set(groups.filter((other) => other !== group && other.inverse === group.inverse).flatMap((other) => other.edges.map(other.other)));
    group.edges = group.edges.filter((edge) => !said.has(group.other(edge)));
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
    el(
      "div",
      { class: "diagram" },
      side(app, sides[0], "left"),
      el("div", { class: "diagram-middle" }, centre(app, node)),
      side(app, sides[1], "right"),
    ),
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

/** Items of each box that fit the printed page: the room is shared out fairly. */
export function printedItems(groups) {
  let room = PRINTED_LINES - 2 * groups.length;
  const share = new Map(groups.map((group) => [group, 0]));
  let open = groups.filter((group) => group.edges.length);
  while (room > 0 && open.length) {
    for (const group of open) {
      if (room <= 0) break;
      share.set(group, share.get(group) + 1);
      room -= 1;
    }
    open = open.filter((group) => share.get(group) < group.edges.length);
  }
  return share;
}

function side(app, groups, name) {
  const printed = printedItems(groups);
  return el(
    "div",
    { class: `diagram-side ${name}${groups.length ? "" : " none"}` },
    groups.length ? groups.map((group) => box(app, group, Math.max(printed.get(group), 1))) : el("p", { class: "empty" }, t("diagramNone")),
  );
}

function box(app, group, printed) {
  const { graph } = app;
  const predicate = graph.predicates[group.p];
  const item = (edge, i) => {
    const node = group.other(edge);
    const date = graph.isIssuer(node) ? "" : shortDate(graph.rows.date[node]);
    return el(
      "li",
      { class: [i >= FIRST_ITEMS ? "folded" : "", i >= printed ? "unprinted" : ""].join(" ").trim() || null },
      boxSwatch(graph.data.families[graph.family(node)].id, { status: graph.status(node), loaded: graph.isLoaded(node) }),
      el("span", { class: "item-text" }, nodeLink(app, node, { on: { click: () => app.open(node) } }), date ? ` (${date})` : "", graph.title(node) ? el("span", { class: "item-title" }, " ", words(graph.title(node))) : null),
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
  if (group.edges.length > printed) parts.push(el("p", { class: "only-print" }, t("andMore", { count: number(group.edges.length - printed) })));
  return el("section", { class: "diagram-box", data: { predicate: predicate.id, inverse: String(group.inverse) } }, parts);
}
