// The list of documents: all that pass the filters and the words asked for, sorted, with what became of them.

import { el, svg, words } from "./dom.js";
import { capital, named, number, t } from "./language.js";
import { shortDate } from "./dates.js";
import { drawListing, sorted } from "./listing.js";
import { boxSwatch, nodeLink } from "./pieces.js";

const COLUMNS = ["number", "title", "issuer", "date", "status", "by", "citing"];
const BARS = { widest: 860, beside: 36, height: 44 }; // pixels

function statusRow(graph, node) {
  return graph.data.statuses[graph.rows.status[node] || 0];
}

/** What a column sorts by. */
function keyOf(graph, column, node) {
  if (column === "number") return graph.label(node);
  if (column === "title") return graph.title(node);
  if (column === "issuer") return graph.issuerName(node);
  if (column === "date") return graph.day(node) ?? 0;
  if (column === "status") return named(statusRow(graph, node));
  if (column === "by") return (graph.rows.by[node] || []).map((other) => graph.label(other)).join(" ");
  return graph.citing(node);
}

/** Documents that pass the filters and the words of the state, in its order: asked for by words, the best hits first;
 * else the youngest first. */
export function documentRows(desk) {
  const { graph, state, filters } = desk;
  const asked = state.query.trim() !== "";
  const all = asked ? desk.finder.searchAll(state.query) : Array.from({ length: graph.documentCount }, (_, node) => node);
  const rows = all.filter((node) => !graph.isIssuer(node) && filters.visible(node));
  const column = state.sort.replace("-", "");
  if (COLUMNS.includes(column)) return sorted(rows, state.sort, (node) => keyOf(graph, column, node));
  return asked ? rows : sorted(rows, "-date", (node) => graph.day(node) ?? 0);
}

/** How many documents each year has, as bars; a click asks for that year only. The sliders do the same by keyboard. */
export function yearBars(desk, nodes, room, pick) {
  const { graph } = desk;
  const counts = new Map();
  for (const node of nodes) {
    const year = graph.year(node);
    if (year !== null) counts.set(year, (counts.get(year) || 0) + 1);
  }
  if (counts.size < 2) return null;
  const years = [...counts.keys()];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const width = Math.min(Math.max(room - BARS.beside, 200), BARS.widest) - 24;
  const step = width / (last - first + 1);
  const most = Math.max(...counts.values());
  const bars = [...counts].map(([year, count]) => {
    const height = Math.max((count / most) * BARS.height, 2);
    const x = (year - first) * step;
    return svg(
      "g",
      { class: "bar-year", data: { year: String(year) }, on: { click: () => pick(year) } },
      svg("title", {}, `${year}: ${number(count)}`),
      svg("rect", { class: "bar-room", x, y: 0, width: step, height: BARS.height }),
      svg("rect", { class: "bar-count", x: x + step * 0.12, y: BARS.height - height, width: step * 0.76, height }),
    );
  });
  const every = Math.ceil(40 / step);
  const ticks = [];
  for (let year = last; year >= first; year -= every) ticks.push(svg("text", { x: (year - first + 0.5) * step, y: BARS.height + 14, "text-anchor": "middle" }, String(year)));
  return svg("svg", { class: "bars", width: width + 24, height: BARS.height + 18, viewBox: `-12 0 ${width + 24} ${BARS.height + 18}`, "aria-hidden": "true" }, bars, ticks);
}

export function drawDocuments(desk, section) {
  const { graph, state } = desk;
  if (state.query && !desk.finder.index.done) desk.finder.index.grow();
  const rows = documentRows(desk);
  const undated = rows.filter((node) => graph.year(node) === null).length;
  const bars = yearBars(desk, rows, section.clientWidth, (year) => desk.patch(state.from === year && state.to === year ? { from: null, to: null, undated: true, page: 0 } : { from: year, to: year, undated: false, page: 0 }, { minor: true }));
  drawListing(desk, section, {
    name: "documents",
    columns: COLUMNS,
    rows,
    line: (node) => line(desk, node),
    above: bars && [bars, undated ? el("p", { class: "note bars-note" }, t("notInPicture", { documents: t("undatedOnes", { count: number(undated) }) })) : null],
    said: {
      heading: t("documentsTitle"),
      filter: t("documentsFilter"),
      count: t("documentsCount", { shown: number(rows.length), all: number(graph.documentCount) }),
      empty: t(graph.documentCount ? "documentsEmpty" : "emptyGraph"),
    },
  });
}

function line(desk, node) {
  const { graph, state } = desk;
  const status = statusRow(graph, node);
  const by = graph.rows.by[node] || [];
  const cell = (kind, ...children) => el("td", { role: "cell", class: `column-${kind}` }, ...children);
  return el(
    "tr",
    { role: "row", data: { node: String(node) }, "aria-selected": node === state.selected ? "true" : null },
    el("th", { scope: "row", role: "rowheader" },
      boxSwatch(graph.data.families[graph.family(node)].id, { status: graph.status(node), loaded: graph.isLoaded(node) }), " ",
      nodeLink(desk, node), el("span", { class: "under" }, graph.rows.code[node] ? graph.typeName(node) : "")),
    cell("title", words(graph.title(node), { class: "clamped" })),
    cell("issuer", words(graph.issuerName(node))),
    cell("date", shortDate(graph.rows.date[node])),
    cell("status", status.id === "unknown" ? "" : el("span", { class: `badge status-${status.id === "in-force" ? "good" : "gone"}` }, capital(named(status))), graph.rows.since[node] ? el("span", { class: "under" }, t("since", { date: shortDate(graph.rows.since[node]) })) : null),
    el("td", { role: "cell", class: "column-by", data: { label: t("column-by") } }, by.flatMap((other, i) => [i ? ", " : "", nodeLink(desk, other)])),
    el("td", { role: "cell", class: "figure", data: { label: t("column-citing") } }, graph.citing(node) ? number(graph.citing(node)) : ""),
  ); // prettier-ignore
}

/** The rows as a plain table: head and lines, for files. */
export function documentSheet(desk) {
  const { graph } = desk;
  const head = ["id", "number", "type", "title", "issuer", "date", "status", "by", "since", "first_day", "citing_documents", "text"];
  const lines = documentRows(desk).map((node) => [
    graph.id(node), graph.rows.code[node] || graph.label(node), graph.typeName(node), graph.title(node), graph.issuerName(node),
    graph.rows.date[node] || "", statusRow(graph, node).id === "unknown" ? "" : named(statusRow(graph, node)),
    (graph.rows.by[node] || []).map((other) => graph.label(other)).join("; "), graph.rows.since[node] || "", graph.rows.firstDay[node] || "", graph.citing(node), graph.isLoaded(node) ? 1 : 0,
  ]); // prettier-ignore
  return [head, ...lines];
}
