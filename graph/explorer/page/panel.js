// The side panel: facts of one document or issuer, findings, relations both ways with their sentences.

import { byId, el, refill, reveal, words } from "./dom.js";
import { capital, language, named, number, t } from "./language.js";
import { badges, boxSwatch, edgeSwatch, fillInPortions, nodeLink, relationGroups, sentence, standing } from "./pieces.js";
import { shortDate } from "./dates.js";
import { allBut } from "./state.js";

const FIRST_CARDS = 12; // of a group; the rest on demand
const FIRST_FINDINGS = 30;

/** Shows `state.selected`, or what the graph holds when nothing is selected. `focusEdge` is opened and marked. */
export function drawPanel(desk, panel, focusEdge = -1) {
  const { graph, state } = desk;
  const node = state.selected;
  panel.classList.toggle("filled", node >= 0);
  byId("to-panel").hidden = node < 0;
  byId("announced").textContent = node < 0 ? "" : t("announced", { name: graph.fullLabel(node), count: number(graph.outgoing(node).length + graph.incoming(node).length) });
  panel.dataset.node = node >= 0 ? graph.key(node) : "";
  const close = el("button", { type: "button", class: "close", "aria-label": t("close"), on: { click: () => desk.moves.clear() } }, "×");
  if (node < 0) {
    refill(panel, ...overview(desk));
    return;
  }
  const groups = relationGroups(graph, node);
  const count = (inverse) => groups.filter((g) => g.inverse === inverse).reduce((sum, g) => sum + g.edges.length, 0);
  const parts = [
    close,
    raise(),
    badges(graph, node),
    el("h2", { id: "panel-heading" }, words(graph.label(node))),
    title(graph, node),
    facts(desk, node),
    el(
      "p",
      { class: "actions" },
      el("button", { type: "button", on: { click: () => desk.moves.neighbourhood(node) } }, t("neighbourhood")),
      ...served(desk, node),
      graph.isIssuer(node) ? itsDocuments(desk, node) : null,
      graph.isIssuer(node) ? null : el("button", { type: "button", on: { click: () => desk.patch({ view: "diagram" }) } }, t("viewDiagram")),
      graph.isIssuer(node) ? null : el("button", { type: "button", on: { click: () => desk.patch({ view: "paths", mode: "chain", start: node }) } }, t("chain")),
      graph.isIssuer(node) ? null : el("button", { type: "button", on: { click: () => desk.patch({ view: "paths", mode: "history", start: node }) } }, t("modeHistory")),
    ),
    findings(desk, node),
  ];
  for (const inverse of [false, true]) {
    if (!count(inverse)) continue;
    parts.push(el("h3", { class: "direction" }, `${t(inverse ? "othersThis" : "thisOthers")} (${number(count(inverse))})`));
    for (const group of groups.filter((g) => g.inverse === inverse)) parts.push(relationGroup(desk, group, focusEdge));
  }
  if (!groups.length) parts.push(el("p", { class: "note" }, t("noRelations")));
  refill(panel, ...parts.filter(Boolean));
  panel.scrollTop = 0;
  const focused = panel.querySelector(`[data-edge="${focusEdge}"]`);
  if (focused) {
    focused.classList.add("focused");
    reveal(focused);
  }
}

/** On a phone: between one line and half of the window. */
function raise() {
  const { classList } = document.body;
  const told = () => {
    button.textContent = classList.contains("panel-low") ? "▲" : "▼";
    button.setAttribute("aria-expanded", String(!classList.contains("panel-low")));
  };
  const button = el("button", { type: "button", class: "raise", "aria-label": t("panel"), on: { click: () => { classList.toggle("panel-low"); told(); } } });
  told();
  return button;
}

/** What a server has beyond the page: more around the document, and the document's own page. */
function served({ graph, state }, node) {
  const more = graph.beyond.more(graph, state, node);
  const page = graph.beyond.page(graph, node);
  const count = () => number(graph.beyond.count(node));
  return [more && el("a", { href: more, class: "load-more" }, t("loadMore", { count: count() })), page && el("a", { href: page }, t("documentPage"))].filter(Boolean);
}

/** Leads to the list of what a body has issued. */
function itsDocuments(desk, node) {
  const { graph } = desk;
  const issued = [...graph.incoming(node)].map((edge) => graph.edges.s[edge]);
  const keys = [...new Set(issued.map((document_) => graph.issuerName(document_)))];
  return issued.length ? el("button", { type: "button", class: "its-documents", on: { click: () => desk.moves.documents({ offIssuers: allBut(graph, "offIssuers", keys) }) } }, t("itsDocuments", { count: number(issued.length) })) : null;
}

function title(graph, node) {
  const text = graph.title(node);
  return text ? el("p", { class: "title", dir: "auto" }, text) : null;
}

function facts(desk, node) {
  const { graph } = desk;
  const list = el("dl", { class: "facts" });
  const origins = graph.isIssuer(node) ? {} : graph.rows.origins[node] || {};
  const add = (key, value, origin) => {
    if (!value || (Array.isArray(value) && !value.length)) return;
    // What a text says of itself needs no note, nor does an origin that this page has no words for.
    const key_ = origins[origin] === "source" && graph.isSource(node) ? "" : `origin-${origins[origin]}`;
    const from = origins[origin] && t(key_) !== key_ ? el("span", { class: "origin" }, ` (${t(key_)})`) : null;
    list.append(el("dt", {}, t(key)), el("dd", {}, typeof value === "string" ? words(value) : value, from));
  };
  const separated = (links) => links.flatMap((link, i) => (i ? [", ", link] : [link]));
  if (graph.isIssuer(node)) {
    const i = node - graph.documentCount;
    add("factPlace", graph.bodies.place[i]);
    add("factLevel", graph.bodies.level[i] && t(`level-${graph.bodies.level[i]}`));
    add("factBranch", graph.bodies.branch[i] && t(`branch-${graph.bodies.branch[i]}`));
    add("factId", el("code", {}, graph.id(node)));
    return list;
  }
  const { rows } = graph;
  const status = graph.data.statuses.find((row) => row.id === graph.status(node));
  add("factType", graph.typeName(node), "type");
  add("factCode", rows.code[node], "code");
  add("factName", [graph.label(node), graph.title(node)].includes(rows.name[node]) ? "" : rows.name[node], "name");
  add("factDate", shortDate(rows.date[node]), "date");
  const issuer = graph.issuerName(node);
  const issuerNode = rows.node[node] ?? -1;
  const issuers = [issuerNode, ...(rows.partners[node] || [])].filter((other) => other >= 0).map((other) => nodeLink(desk, other));
  add("factIssuer", issuers.length > 1 ? el("span", {}, separated(issuers)) : (issuers[0] ?? issuer), "issuer");
  add("factTerm", graph.term(node), "term");
  const by = (rows.by[node] || []).map((other) => nodeLink(desk, other));
  const since = rows.since[node] ? ` ${t("since", { date: shortDate(rows.since[node]) })}` : "";
  if (status.id !== "unknown") add("factStatus", el("span", {}, capital(named(status)), by.length ? [` ${t("by")} `, ...separated(by)] : null, since));
  add("factCandidates", separated((rows.candidates[node] || []).map((id) => (graph.node(id) >= 0 ? nodeLink(desk, graph.node(id)) : words(id)))));
  const texts = (rows.texts[node] || []).map((source) =>
    graph.data.sources.kept
      ? el("button", { type: "button", class: "link", on: { click: () => desk.patch({ view: "source", source, at: -1 }) } }, words(graph.data.sources.name[source]))
      : words(graph.data.sources.name[source]),
  );
  add("factText", separated(texts));
  add("factCorrections", (rows.corrections[node] || []).map((said) => el("div", { dir: "auto" }, named(said))));
  add("factId", el("code", {}, graph.id(node)));
  return list;
}

function findings(desk, node) {
  const { graph } = desk;
  const list = graph.findingsOf.get(node);
  if (!list) return null;
  return el(
    "section",
    { class: "findings" },
    el("h3", {}, `${t("findings")} (${number(list.length)})`),
    list.map((i) => findingCard(desk, graph.data.findings[i])),
  );
}

function findingCard(desk, finding) {
  const { graph } = desk;
  const open = finding.src >= 0 && finding.start !== undefined && graph.data.sources.kept;
  const place = finding.src >= 0 ? [words(graph.data.sources.name[finding.src]), finding.line ? `, ${t("line")} ${number(finding.line)} ` : " "] : [];
  return el(
    "div",
    { class: "card finding" },
    el("p", {}, el("strong", {}, capital(finding[language()])), ": ", words(finding.message)),
    finding.text ? el("p", {}, el("q", { class: "sentence", dir: "auto" }, finding.text)) : null,
    finding.documents.length > 1 ? el("p", {}, finding.documents.flatMap((node, i) => [i ? ", " : "", nodeLink(desk, node)])) : null,
    place.length
      ? el("p", { class: "standing" }, place, open ? el("button", { type: "button", class: "link", on: { click: () => desk.moves.showPassage(finding.src, finding.start, finding.end) } }, t("inText")) : null)
      : null,
  );
}

function relationGroup(desk, group, focusEdge) {
  const { graph } = desk;
  const { p, inverse, edges, other } = group;
  const predicate = graph.predicates[p];
  const focused = edges.indexOf(focusEdge);
  const body = fillInPortions(el("div", { class: "cards" }), edges, (edge) => card(desk, edge, other(edge), p, inverse), Math.max(FIRST_CARDS, focused + 1));
  const open = !predicate.off || focused >= 0;
  return el(
    "details",
    { class: "relation-group", open, data: { predicate: predicate.id, inverse: String(inverse) } },
    el("summary", {}, edgeSwatch(predicate.id), el("span", {}, capital(graph.predicate(p, inverse))), el("span", { class: "row-count" }, number(edges.length))),
    body,
  );
}

function card(desk, edge, other, p, inverse) {
  const { graph } = desk;
  const predicate = graph.predicates[p];
  const statements = graph.edges.rows[edge].filter((row) => graph.evidence(row).text);
  const shown = statements.slice(0, 1);
  const rest = statements.slice(1);
  const passage = (row) => [el("p", {}, sentence(graph.evidence(row))), standing(desk, row)];
  const issuer = graph.isIssuer(other);
  return el(
    "div",
    { class: "card", data: { edge: String(edge), predicate: predicate.id } },
    el(
      "p",
      { class: "card-head" },
      el("span", { class: "card-predicate" }, graph.predicate(p, inverse)),
      " ",
      boxSwatch(graph.data.families[graph.family(other)].id, { kind: issuer ? "issuer" : "document", status: graph.status(other), loaded: graph.isLoaded(other) }),
      " ",
      nodeLink(desk, other),
      !issuer && graph.rows.date[other] ? el("span", { class: "card-date" }, ` ${shortDate(graph.rows.date[other])}`) : null,
    ),
    graph.title(other) ? el("p", { class: "card-title", dir: "auto" }, graph.title(other)) : null,
    shown.map(passage),
    rest.length ? el("details", { class: "more-sentences" }, el("summary", {}, t("moreSentences", { count: number(rest.length) })), rest.map(passage)) : null,
  );
}

/** What the panel says when nothing is selected. */
function overview(desk) {
  const { graph } = desk;
  const { data } = graph;
  let loaded = 0;
  for (let node = 0; node < graph.documentCount; node += 1) loaded += graph.isLoaded(node) ? 1 : 0;
  const most = Array.from({ length: graph.documentCount }, (_, node) => node)
    .sort((a, b) => graph.degree[b] - graph.degree[a] || a - b)
    .slice(0, 8)
    .filter((node) => graph.degree[node] > 0);
  return [
    el("h2", { id: "panel-heading" }, t("overview")),
    el(
      "dl",
      { class: "facts" },
      el("dt", {}, t("overviewDocuments")), el("dd", {}, number(graph.documentCount)),
      el("dt", {}, t("overviewLoaded")), el("dd", {}, number(loaded)),
      el("dt", {}, t("overviewIssuers")), el("dd", {}, number(graph.size - graph.documentCount)),
      el("dt", {}, t("overviewRelations")), el("dd", {}, number(graph.edgeCount)),
      el("dt", {}, t("overviewSources")), el("dd", {}, number(data.sources.name.length)),
    ), // prettier-ignore
    el("p", { class: "note" }, t("overviewHelp")),
    most.length ? el("h3", {}, t("overviewMost")) : null,
    most.length
      ? el("ul", { class: "plain" }, most.map((node) => el("li", {}, boxSwatch(data.families[graph.family(node)].id, { status: graph.status(node), loaded: graph.isLoaded(node) }), " ", nodeLink(desk, node), el("span", { class: "row-count" }, number(graph.degree[node])))))
      : null,
    data.findings.length
      ? fillInPortions(el("section", { class: "findings" }, el("h3", {}, `${t("findings")} (${number(data.findings.length)})`)), data.findings, (finding) => findingCard(desk, finding), FIRST_FINDINGS)
      : null,
  ].filter(Boolean);
}
