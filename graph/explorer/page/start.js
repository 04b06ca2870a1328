// What a large graph opens with: a search box, how much there is of what, and the questions that people come with.

import { el, refill, svg, words } from "./dom.js";
import { capital, named, number, t } from "./language.js";
import { dayOf, shortDate } from "./dates.js";
import { familyColours } from "./palette.js";
import { boxSwatch, nodeLink } from "./pieces.js";
import { allBut } from "./state.js";

const FEW = 8; // documents of a question
const CELL = { width: 19, height: 24, most: 44 }; // of the picture of years; so many years have a cell of their own
const ENDED = ["replaced", "repealed"];

/** The `FEW` documents with the largest `weight(node)` above 0. */
function best(graph, weight) {
  const nodes = [];
  for (let node = 0; node < graph.documentCount; node += 1) if (weight(node) > 0) nodes.push([weight(node), node]);
  return nodes.sort((a, b) => b[0] - a[0] || a[1] - b[1]).slice(0, FEW).map(([, node]) => node);
}

/** How many documents carry each one out. */
function carriedOut(graph) {
  const implement = graph.predicates.findIndex((row) => row.id === "implements");
  return (node) => [...graph.incoming(node)].filter((edge) => graph.edges.p[edge] === implement && !graph.isLoop(edge)).length;
}

/** Since when a document that no longer stands has ended, as an ordinal: as stated, else the date of what ended it. */
function ended(graph, node) {
  if (!ENDED.includes(graph.status(node))) return 0;
  const dates = [graph.rows.since[node], ...(graph.rows.by[node] || []).map((other) => graph.rows.date[other])];
  return dayOf(dates.find((date) => dayOf(date) !== null)) ?? 0;
}

function question(desk, key, nodes, said, more = null) {
  const { graph } = desk;
  if (!nodes.length) return null;
  const item = (node) =>
    el("li", {},
      boxSwatch(graph.data.families[graph.family(node)].id, { status: graph.status(node), loaded: graph.isLoaded(node) }),
      el("div", {}, nodeLink(desk, node), said(node) ? el("span", { class: "note" }, ` ${said(node)}`) : null, graph.title(node) ? words(graph.title(node), { class: "start-title" }) : null)); // prettier-ignore
  return el("section", { class: "start-box", data: { question: key } }, el("h3", {}, t(key)), el("ul", { class: "plain" }, nodes.map(item)), more);
}

/** Families from top to bottom, years from left to right: the more documents, the stronger the cell. A click lists them. */
function years(desk) {
  const { graph } = desk;
  const counts = new Map();
  let [first, last] = [Infinity, -Infinity];
  for (let node = 0; node < graph.documentCount; node += 1) {
    const year = graph.year(node);
    if (year === null) continue;
    [first, last] = [Math.min(first, year), Math.max(last, year)];
    const key = `${graph.family(node)} ${year}`;
    counts.set(key, (counts.get(key) || 0) + 1);
  }
  if (!counts.size) return null;
  const from = Math.max(first, last - CELL.most + 1);
  const most = Math.max(...counts.values());
  const families = graph.data.families.map((row, i) => [row, i]).filter(([, i]) => [...counts.keys()].some((key) => key.startsWith(`${i} `)));
  const left = 4;
  const parts = [];
  families.forEach(([family, i], row) => {
    const colour = familyColours(family.id).line;
    for (let year = from; year <= last; year += 1) {
      const count = counts.get(`${i} ${year}`) || 0;
      const at = { x: left + (year - from) * CELL.width, y: row * CELL.height, width: CELL.width - 2, height: CELL.height - 3, rx: 2 };
      if (!count) parts.push(svg("rect", { ...at, class: "no-cell" }));
      else parts.push(svg("rect", { ...at, class: "cell", fill: colour, opacity: 0.22 + 0.78 * Math.sqrt(count / most), on: { click: () => desk.moves.documents({ offFamilies: allBut(graph, "offFamilies", [family.id]), from: year, to: year, undated: false }) } }, svg("title", {}, `${named(family)}, ${year}: ${number(count)}`)));
    }
  });
  let [undated, before] = [0, 0];
  for (let node = 0; node < graph.documentCount; node += 1) {
    const year = graph.year(node);
    if (year === null) undated += 1;
    else if (year < from) before += 1;
  }
  const leftOut = [undated && t("undatedOnes", { count: number(undated) }), before && t("earlierOnes", { count: number(before), year: from })].filter(Boolean).join(", ");
  const below = families.length * CELL.height + 10;
  for (let year = last; year >= from; year -= 5) parts.push(svg("text", { x: left + (year - from + 0.4) * CELL.width, y: below, "text-anchor": "middle" }, String(year)));
  const width = left + (last - from + 1) * CELL.width + 14;
  const names = families.map(([family, i]) => {
    let count = 0;
    for (let node = 0; node < graph.documentCount; node += 1) if (graph.family(node) === i) count += 1;
    return el("li", {}, el("button", { type: "button", class: "link", on: { click: () => desk.moves.documents({ offFamilies: allBut(graph, "offFamilies", [family.id]) }) } }, named(family)), el("span", { class: "row-count" }, number(count)));
  });
  return el(
    "section",
    { class: "start-box start-years", data: { question: "startYears" } },
    el("h3", {}, t("startYears")),
    el("div", { class: "start-picture" }, el("ul", { class: "plain" }, names), el("div", { class: "year-cells" }, svg("svg", { width, height: below + 6, viewBox: `0 0 ${width} ${below + 6}`, "aria-hidden": "true" }, parts))),
    leftOut ? el("p", { class: "note" }, t("notInPicture", { documents: leftOut })) : null,
  );
}

function statuses(desk) {
  const { graph } = desk;
  const counts = new Map();
  for (let node = 0; node < graph.documentCount; node += 1) counts.set(graph.rows.status[node] || 0, (counts.get(graph.rows.status[node] || 0) || 0) + 1);
  const link = ([i, count]) => {
    const row = graph.data.statuses[i];
    return el("button", { type: "button", class: "chip", data: { status: row.id }, on: { click: () => desk.moves.documents({ offStatuses: allBut(graph, "offStatuses", [row.id]) }) } }, `${capital(named(row))} `, el("strong", {}, number(count)));
  };
  return el(
    "div",
    { class: "chips" },
    el("button", { type: "button", class: "chip", on: { click: () => desk.moves.documents({}) } }, `${t("overviewDocuments")} `, el("strong", {}, number(graph.documentCount))),
    [...counts].filter(([i]) => graph.data.statuses[i].id !== "unknown").sort((a, b) => b[1] - a[1]).map(link),
    el("button", { type: "button", class: "chip", on: { click: () => desk.moves.documents({ offTexts: new Set(["cited"]) }) } }, `${t("loaded")} `, el("strong", {}, number(Array.from({ length: graph.documentCount }, (_, node) => graph.isLoaded(node)).filter(Boolean).length))),
    el("button", { type: "button", class: "chip", on: { click: () => desk.patch({ view: "table" }) } }, `${t("overviewRelations")} `, el("strong", {}, number(graph.edgeCount))),
  );
}

export function drawStart(desk, section) {
  const { graph } = desk;
  const look = document.documentElement.dataset.theme + document.documentElement.lang;
  if (section.dataset.look === look) return; // it says what the whole graph has, whatever the filters
  section.dataset.look = look;
  if (!graph.documentCount) {
    refill(section, el("h2", { id: "start-heading" }, t("overview")), el("p", { class: "empty" }, t("emptyGraph")));
    return;
  }
  const input = el("input", { id: "start-search", type: "search", role: "combobox", autocomplete: "off", "aria-expanded": "false", "aria-autocomplete": "list", "aria-controls": "start-hits", "aria-label": t("searchLabel"), placeholder: t("searchPlaceholder") });
  const list = el("ul", { id: "start-hits", class: "hits", role: "listbox", "aria-label": t("searchHits"), hidden: true });
  desk.finder.wire(input, list);
  const carried = carriedOut(graph);
  const findings = graph.data.findings.length;
  refill(
    section,
    el("h2", { id: "start-heading" }, t("startTitle")),
    el("div", { class: "search start-search" }, input, list),
    statuses(desk),
    el(
      "div",
      { class: "start-boxes" },
      years(desk),
      question(desk, "startEnded", best(graph, (node) => ended(graph, node)), (node) => [graph.rows.by[node]?.length ? `${t("by")} ${graph.label(graph.rows.by[node][0])}` : "", shortDate(graph.rows.since[node])].filter(Boolean).join(", ")),
      question(desk, "startCarried", best(graph, carried), (node) => t("startBy", { count: number(carried(node)) })),
      question(desk, "startCited", best(graph, (node) => graph.citing(node)), (node) => t("startBy", { count: number(graph.citing(node)) })),
      question(desk, "startHubs", best(graph, (node) => graph.degree[node]), (node) => t("startRelations", { count: number(graph.degree[node]) })),
      findings ? el("section", { class: "start-box", data: { question: "findings" } }, el("h3", {}, t("findings")), el("p", {}, t("startFindings", { count: number(findings) })), el("p", { class: "actions" }, el("button", { type: "button", on: { click: () => desk.moves.showFindings() } }, t("startSeeFindings")))) : null,
    ),
  );
  // Where the years have no room, the last ones are in sight.
  const cells = section.querySelector(".year-cells");
  if (cells) cells.scrollLeft = cells.scrollWidth;
}
