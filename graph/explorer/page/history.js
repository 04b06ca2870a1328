// How a document was changed and replaced: its line of versions with what changed each, and the changes by provision.

import { el, words } from "./dom.js";
import { capital, named, number, t } from "./language.js";
import { shortDate } from "./dates.js";
import { edgeSwatch, nodeLink, sentence, standing } from "./pieces.js";

const CHANGES = ["replaces", "repeals", "amends", "corrects", "suspends", "extends"];
const ENDED = ["replaced", "repealed", "expired"]; // since when: the first day without force
const MOST = 400; // versions that a line is followed over

function predicateNumbers(graph, ids) {
  return new Set(graph.predicates.flatMap((row, p) => (ids.includes(row.id) ? [p] : [])));
}

/** Versions of `node`: what it replaced, what that replaced … and what replaced it …, with the node itself. */
export function versions(graph, node) {
  const replaces = predicateNumbers(graph, ["replaces"]);
  const found = new Set([node]);
  for (const [edgesOf, end] of [[(at) => graph.outgoing(at), graph.edges.o], [(at) => graph.incoming(at), graph.edges.s]]) {
    const queue = [node];
    for (let at = queue.shift(); at !== undefined && found.size < MOST; at = queue.shift()) {
      for (const edge of edgesOf(at)) {
        if (!replaces.has(graph.edges.p[edge]) || found.has(end[edge])) continue;
        found.add(end[edge]);
        queue.push(end[edge]);
      }
    }
  }
  return found;
}

/** Events of the line in the order of time: {node, changes: edges by which it changed a version}. */
export function timeline(graph, node) {
  const line = versions(graph, node);
  const kinds = predicateNumbers(graph, CHANGES);
  const events = new Map([...line].map((version) => [version, []]));
  for (const version of line) {
    for (const edge of graph.incoming(version)) {
      if (!kinds.has(graph.edges.p[edge]) || graph.isLoop(edge)) continue;
      const by = graph.edges.s[edge];
      if (!events.has(by)) events.set(by, []);
      events.get(by).push(edge);
    }
  }
  const rows = [...events].map(([by, changes]) => ({ node: by, changes, version: line.has(by) }));
  return rows.sort((a, b) => (graph.day(a.node) ?? Infinity) - (graph.day(b.node) ?? Infinity) || a.node - b.node);
}

/** Edges of the line: who replaced and changed what. */
export function historyEdges(graph, node) {
  return timeline(graph, node).flatMap(({ changes }) => changes);
}

/** The line of a document as a list; `said` also gives the sentence of each change, on demand. Null where nothing happened. */
export function timelineList(desk, node, said = false) {
  const { graph } = desk;
  const events = timeline(graph, node);
  if (events.length < 2) return null;
  const statement = (edge) => {
    const row = said ? graph.edges.rows[edge].find((candidate) => graph.evidence(candidate).text) : undefined;
    return row === undefined ? null : el("details", { class: "branch-evidence" }, el("summary", {}, t("evidence")), el("p", {}, sentence(graph.evidence(row))), standing(desk, row));
  };
  const change = (edge) => [edgeSwatch(graph.predicates[graph.edges.p[edge]].id), ` ${graph.predicate(graph.edges.p[edge])} `, nodeLink(desk, graph.edges.o[edge])];
  const event = ({ node: by, changes, version }) =>
    el("li", { class: by === node ? "event here" : version ? "event" : "event aside", data: { node: String(by) } },
      el("span", { class: "event-date" }, shortDate(graph.rows.date[by]) || t("undatedColumn")),
      el("div", {},
        el("p", {}, nodeLink(desk, by), graph.title(by) ? words(` ${graph.title(by)}`, { class: "item-title" }) : null),
        said
          ? changes.map((edge) => [el("p", { class: "note" }, ...change(edge)), statement(edge)])
          : changes.length ? el("p", { class: "note" }, changes.flatMap((edge, i) => [i ? "; " : null, ...change(edge)])) : null)); // prettier-ignore
  return el("ol", { class: "plain timeline" }, events.map(event), versions(graph, node).size >= MOST ? el("li", { class: "note" }, t("lineCut", { count: number(MOST) })) : null);
}

export function drawTimeline(desk, node) {
  const list = timelineList(desk, node);
  return list ? el("section", { class: "diagram-more" }, el("h3", {}, t("timeline")), list) : null;
}

/** Statements that change `node` (`inverse`) or by which it changes others: [edge, row], each provision once. */
export function changesOf(graph, node, inverse) {
  const kinds = predicateNumbers(graph, CHANGES);
  const rows = [];
  const seen = new Set();
  for (const edge of inverse ? graph.incoming(node) : graph.outgoing(node)) {
    if (!kinds.has(graph.edges.p[edge]) || graph.isLoop(edge)) continue;
    for (const row of graph.edges.rows[edge]) {
      const { pinpoint, part } = graph.evidence(row);
      const key = `${edge} ${pinpoint} ${part}`;
      if (seen.has(key)) continue;
      seen.add(key);
      rows.push([edge, row]);
    }
  }
  const other = (edge) => (inverse ? graph.edges.s[edge] : graph.edges.o[edge]);
  return rows.sort((a, b) => (graph.day(other(a[0])) || 0) - (graph.day(other(b[0])) || 0) || a[1] - b[1]);
}

/** Which provision is changed, how, by which provision of which document. */
export function drawChanges(desk, node) {
  const { graph } = desk;
  const table = (inverse) => {
    const rows = changesOf(graph, node, inverse);
    if (!rows.length) return null;
    const line = ([edge, row]) => {
      const evidence = graph.evidence(row);
      const other = inverse ? graph.edges.s[edge] : graph.edges.o[edge];
      return el("tr", { data: { relation: String(row) } },
        el("td", {}, words(evidence.pinpoint || t(evidence.partial ? "partial" : "wholeText"))),
        el("td", {}, edgeSwatch(graph.predicates[graph.edges.p[edge]].id), ` ${graph.predicate(graph.edges.p[edge], inverse)}`),
        el("td", {}, nodeLink(desk, other), el("span", { class: "under" }, shortDate(graph.rows.date[other]))),
        el("td", {}, words(evidence.part || "")),
        el("td", { class: "column-sentence" }, evidence.text ? el("details", { class: "branch-evidence" }, el("summary", {}, t("evidence")), el("p", {}, sentence(evidence)), standing(desk, row)) : null)); // prettier-ignore
    };
    const heads = ["changed", "change", inverse ? "changedBy" : "changes", "changedIn", "evidence"];
    return el("section", { class: "diagram-more changes", data: { inverse: String(inverse) } },
      el("h3", {}, t(inverse ? "changesBy" : "changesOf")),
      el("table", { class: "relations" }, el("thead", {}, el("tr", {}, heads.map((key) => el("th", { scope: "col" }, t(key))))), el("tbody", {}, rows.map(line)))); // prettier-ignore
  };
  return [table(true), table(false)];
}

/** Date of issue, force, what ended it and since when: what is asked first of a document. */
export function drawForce(desk, node) {
  const { graph } = desk;
  const { rows } = graph;
  const status = graph.data.statuses[rows.status[node] || 0];
  const by = rows.by[node] || [];
  const since = rows.since[node];
  const effect = rows.firstDay[node] || (["in-force", "not-yet"].includes(status.id) ? since : null);
  const ended = ENDED.includes(status.id) ? since : null;
  const fact = (key, ...value) => el("div", {}, el("dt", {}, t(key)), " ", el("dd", {}, ...value));
  return el("dl", { class: "force" },
    fact("groupDate", shortDate(rows.date[node]) || t("undatedColumn")),
    fact("factStatus", el("strong", { class: `status-${status.id === "in-force" ? "good" : status.id === "unknown" ? "none" : "gone"}` }, capital(named(status)))),
    by.length ? fact("column-by", by.flatMap((other, i) => [i ? ", " : null, nodeLink(desk, other)])) : null,
    effect ? fact("effectOn", shortDate(effect)) : null,
    ended ? fact("endedOn", shortDate(ended)) : null,
    since && since !== effect && since !== ended ? fact("stateSince", shortDate(since)) : null,
    graph.issuerName(node) ? fact("factIssuer", words(graph.issuerName(node))) : null); // prettier-ignore
}
