// The table of relations: every statement with its sentence; sorted, filtered, a hundred rows a page.

import { el, refill, words } from "./dom.js";
import { capital, number, t } from "./language.js";
import { edgeSwatch, nodeLink, sentence } from "./pieces.js";
import { fold } from "./folding.js";
import { shortDate } from "./dates.js";

export const PAGE_ROWS = 100;
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

/** Folded words of a relation, made when first looked through. */
function haystack(app, row) {
  app.haystacks ??= new Array(app.graph.relations.count);
  if (app.haystacks[row] === undefined) {
    const { s, p, o } = app.graph.relations;
    const { graph } = app;
    app.haystacks[row] = fold([graph.fullLabel(s[row]), graph.predicate(p[row]), graph.fullLabel(o[row]), graph.title(s[row]), graph.title(o[row]), graph.evidence(row).text].join(" "));
  }
  return app.haystacks[row];
}

/** Relations that pass the filters of the side bar and the table's own words, in order. */
export function tableRows(app) {
  const { graph, state, filters } = app;
  const wanted = fold(state.query).split(" ").filter(Boolean);
  const passes = new Uint8Array(graph.edgeCount);
  for (let edge = 0; edge < graph.edgeCount; edge += 1) {
    const toIssuer = graph.isIssuer(graph.edges.o[edge]);
    passes[edge] = filters.relation(graph.edges.p[edge]) && filters.visible(graph.edges.s[edge]) && (toIssuer || filters.visible(graph.edges.o[edge])) ? 1 : 0;
  }
  const rows = [];
  for (let row = 0; row < graph.relations.count; row += 1) {
    if (!passes[graph.edgeOf[row]]) continue;
    if (!wanted.length || wanted.every((word) => haystack(app, row).includes(word))) rows.push(row);
  }
  const column = state.sort.replace("-", "");
  if (!COLUMNS.includes(column)) return rows;
  const compare = new Intl.Collator("vi", { numeric: true }).compare;
  const keys = new Map(rows.map((row) => [row, keyOf(graph, column, row)]));
  const sign = state.sort.startsWith("-") ? -1 : 1;
  return rows.sort((a, b) => {
    const [left, right] = [keys.get(a), keys.get(b)];
    return (typeof left === "number" ? left - right : compare(left, right)) * sign || a - b;
  });
}

export function drawTable(app, section) {
  const { graph, state } = app;
  const rows = tableRows(app);
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_ROWS));
  const page = Math.min(state.page, pages - 1);
  const focused = section.contains(document.activeElement) ? document.activeElement.dataset.focus : null;

  const header = (column) => {
    const descending = state.sort === `-${column}`;
    const ascending = state.sort === column;
    return el(
      "th",
      { scope: "col", role: "columnheader", "aria-sort": ascending ? "ascending" : descending ? "descending" : "none", class: `column-${column}` },
      el("button", { type: "button", data: { focus: `sort ${column}` }, on: { click: () => app.go({ sort: ascending ? `-${column}` : column, page: 0 }, { minor: true }) } },
        t(`column-${column}`), el("span", { "aria-hidden": "true" }, ascending ? " ▲" : descending ? " ▼" : "")),
    ); // prettier-ignore
  };
  const filter = el("input", {
    type: "search", id: "table-filter", value: state.query, data: { focus: "filter" }, autocomplete: "off",
    on: { input: () => app.later("table", () => app.go({ query: filter.value, page: 0 }, { minor: true })) },
  }); // prettier-ignore
  const turn = (to, key, sign) =>
    el("button", { type: "button", data: { focus: key }, disabled: to < 0 || to >= pages, "aria-label": t(key), on: { click: () => app.go({ page: to }, { minor: true }) } }, sign);

  refill(
    section,
    el("h2", { id: "table-heading" }, t("tableTitle")),
    el(
      "div",
      { class: "table-tools" },
      el("label", { for: "table-filter" }, t("tableFilter")),
      filter,
      el("p", { role: "status", id: "table-count" }, t("tableCount", { shown: number(rows.length), all: number(graph.relations.count) })),
      el("div", { class: "pager" }, turn(page - 1, "previousPage", "‹"), el("span", {}, t("page", { page: number(page + 1), pages: number(pages) })), turn(page + 1, "nextPage", "›")),
    ),
    el(
      "div",
      { class: "table-box", tabindex: 0, role: "region", "aria-labelledby": "table-heading" },
      el(
        "table",
        { class: "relations", role: "table" }, // said, since a phone lays its parts out as cards
        el("caption", { class: "unseen" }, t("tableTitle")),
        el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, COLUMNS.map(header))),
        el("tbody", { role: "rowgroup" }, rows.slice(page * PAGE_ROWS, (page + 1) * PAGE_ROWS).map((row) => line(app, row))),
      ),
    ),
    rows.length ? null : el("p", { class: "empty" }, t("tableEmpty")),
  );
  if (focused) {
    const element = section.querySelector(`[data-focus="${CSS.escape(focused)}"]`);
    element?.focus();
    if (element === filter) filter.setSelectionRange(filter.value.length, filter.value.length);
  }
}

function line(app, row) {
  const { graph } = app;
  const { s, p, o } = graph.relations;
  const evidence = graph.evidence(row);
  const predicate = graph.predicates[p[row]];
  return el(
    "tr",
    { role: "row", data: { relation: String(row) } },
    el("th", { scope: "row", role: "rowheader" }, nodeLink(app, s[row])),
    el("td", { role: "cell" }, edgeSwatch(predicate.id), " ", graph.predicate(p[row]), evidence.partial ? el("span", { class: "partial" }, ` (${evidence.pinpoint || t("partial")})`) : null),
    el("td", { role: "cell" }, nodeLink(app, o[row])),
    el("td", { role: "cell" }, graph.isIssuer(s[row]) ? "" : shortDate(graph.rows.date[s[row]])),
    el("td", { class: "column-sentence", role: "cell" }, evidence.text ? sentence(evidence, 260) : null),
    el("td", { role: "cell" }, place(app, row, evidence)),
    el("td", { class: "figure", role: "cell" }, evidence.confidence.toLocaleString(document.documentElement.lang, { minimumFractionDigits: 2 })),
  );
}

function place(app, row, evidence) {
  if (!evidence.sourceName) return null;
  const spot = evidence.line ? `${evidence.sourceName}, ${t("line")} ${evidence.line}` : evidence.sourceName;
  const text = evidence.part ? `${spot} · ${evidence.part}` : spot;
  if (!app.graph.data.sources.kept || evidence.start < 0) return words(text);
  return el("button", { type: "button", class: "link", title: capital(t("inText")), on: { click: () => app.go({ view: "source", source: evidence.source, at: row }) } }, words(text));
}
