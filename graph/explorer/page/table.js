// The table of relations: every statement with its sentence; sorted, filtered, a hundred rows a page.

import { el, trail } from "./dom.js";
import { capital, language, number, t } from "./language.js";
import { edgeSwatch, nodeLink, sentence } from "./pieces.js";
import { fold } from "./folding.js";
import { drawListing, sorted } from "./listing.js";
import { shortDate } from "./dates.js";

const COLUMNS = ["subject", "relation", "object", "date", "sentence", "source", "confidence"];

/** What a column sorts by. */
function keyOf(graph, column, row) {
  const { s, p, o, conf, src, start } = graph.relations;
  if (column === "subject") return graph.label(s[row]);
  if (column === "relation") return graph.predicate(p[row]);
  if (column === "object") return graph.label(o[row]);
  if (column === "date") return graph.day(s[row]) ?? 0;
  if (column === "confidence") return conf[row] ?? 100;
  if (column === "source") return (src[row] ?? -1) * 1e8 + (start[row] ?? -1);
  return graph.evidence(row).text;
}

const haystacks = { vi: [], en: [] };

/** Folded words of a relation, made when first looked through. */
function haystack(desk, row) {
  const { graph } = desk;
  const rows = graph.complete ? haystacks[language()] : []; // sentences may still come
  if (rows[row] === undefined) {
    const { s, p, o } = graph.relations;
    rows[row] = fold([graph.fullLabel(s[row]), graph.predicate(p[row]), graph.fullLabel(o[row]), graph.title(s[row]), graph.title(o[row]), graph.evidence(row).text].join(" "));
  }
  return rows[row];
}

/** Relations of which either end passes the filters of the side bar, and that have the table's own words, in order. */
export function tableRows(desk) {
  const { graph, state, filters } = desk;
  const wanted = fold(state.query).split(" ").filter(Boolean);
  const visible = new Uint8Array(graph.size);
  for (let node = 0; node < graph.documentCount; node += 1) visible[node] = filters.visible(node) ? 1 : 0;
  const rows = [];
  for (let row = 0; row < graph.relations.count; row += 1) {
    const edge = graph.edgeOf[row];
    if (!filters.relation(graph.edges.p[edge]) || !(visible[graph.edges.s[edge]] || visible[graph.edges.o[edge]])) continue;
    if (!wanted.length || wanted.every((word) => haystack(desk, row).includes(word))) rows.push(row);
  }
  const column = state.sort.replace("-", "");
  return COLUMNS.includes(column) ? sorted(rows, state.sort, (row) => keyOf(graph, column, row)) : rows;
}

export function drawTable(desk, section) {
  const { graph } = desk;
  const rows = tableRows(desk);
  drawListing(desk, section, {
    name: "table",
    columns: COLUMNS,
    rows,
    line: (row) => line(desk, row),
    said: {
      heading: t("tableTitle"),
      filter: t("tableFilter"),
      count: t("tableCount", { shown: number(rows.length), all: number(graph.relations.count) }),
      empty: t(graph.documentCount ? "tableEmpty" : "emptyGraph"),
    },
  });
}

function line(desk, row) {
  const { graph } = desk;
  const { s, p, o } = graph.relations;
  const evidence = graph.evidence(row);
  const predicate = graph.predicates[p[row]];
  return el(
    "tr",
    { role: "row", data: { relation: String(row) } },
    el("th", { scope: "row", role: "rowheader" }, nodeLink(desk, s[row])),
    el("td", { role: "cell" }, edgeSwatch(predicate.id), " ", graph.predicate(p[row]), evidence.partial ? el("span", { class: "partial" }, ` (${evidence.pinpoint || t("partial")})`) : null),
    el("td", { role: "cell" }, nodeLink(desk, o[row])),
    el("td", { role: "cell" }, graph.isIssuer(s[row]) ? "" : shortDate(graph.rows.date[s[row]])),
    el("td", { class: "column-sentence", role: "cell" }, evidence.text ? sentence(evidence, 260) : null),
    el("td", { role: "cell" }, place(desk, row, evidence)),
    el("td", { class: "figure", role: "cell", data: { label: t("column-confidence") } }, evidence.confidence.toLocaleString(document.documentElement.lang, { minimumFractionDigits: 2 })),
  );
}

function place(desk, row, evidence) {
  if (!evidence.sourceName) return null;
  const spot = evidence.line ? `${evidence.sourceName}, ${t("line")} ${evidence.line}` : evidence.sourceName;
  const text = evidence.part ? `${spot} · ${evidence.part}` : spot;
  if (!desk.graph.data.sources.kept || evidence.start < 0) return trail(text);
  return el("button", { type: "button", class: "link", title: capital(t("inText")), on: { click: () => desk.patch({ view: "source", source: evidence.source, at: row }) } }, trail(text));
}
