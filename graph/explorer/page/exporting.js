// What is shown, as a file: SVG and PNG of the map and the lược đồ, CSV of the relations.

import { el, svg } from "./dom.js";
import { language, number, t } from "./language.js";
import { pageOf } from "./saving.js";
import { onPaper } from "./palette.js";
import { edgeSwatch, relationGroups } from "./pieces.js";
import { diagramPicture, mapPicture } from "./svgmap.js";
import { documentRows, documentSheet } from "./documents.js";
import { tableRows } from "./table.js";
import { historyEdges } from "./history.js";
import { findPath, implementationTree, pruned, treeEdges } from "./paths.js";
import { workbook } from "./xlsx.js";

const FONT_FACE = 5; // CSSRule.FONT_FACE_RULE
const LARGEST_PNG = 8000; // pixels of the longer side

/** Whether there is a picture of the view of now. */
export function hasPicture(desk) {
  return desk.state.view === "map" || (desk.state.view === "diagram" && desk.state.selected >= 0 && !desk.graph.isIssuer(desk.state.selected));
}

function pictureText(desk) {
  const element = desk.state.view === "diagram" ? diagramPicture(desk) : mapPicture(desk);
  // A picture stands alone: its font goes with it.
  const faces = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule.type === FONT_FACE);
  element.prepend(svg("style", {}, faces.map((rule) => rule.cssText).join("\n")));
  return new XMLSerializer().serializeToString(element);
}

function save(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = el("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

function fileName(desk, ending) {
  const name = desk.state.selected >= 0 ? desk.graph.label(desk.state.selected) : desk.state.view;
  return `luocdo-${name.replace(/[^\p{L}\p{N}-]+/gu, "-").slice(0, 80)}.${ending}`;
}

export function exportSvg(desk) {
  save(new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${pictureText(desk)}`], { type: "image/svg+xml" }), fileName(desk, "svg"));
}

/** Puts a drawing of the map beside the canvas, which keeps the size of the window and would be cut by the paper. */
export function preparePrint(desk, section) {
  finishPrint(section);
  const said = t("printNote", { title: document.title, date: new Date().toLocaleDateString(language()) });
  const note = document.querySelector(".print-note");
  if (note) note.textContent = said;
  if (desk.state.view !== "map" || !desk.map.scene.boxes.length) return;
  onPaper(true);
  const drawing = mapPicture(desk);
  const legend = printedLegend(desk, said);
  onPaper(false);
  drawing.setAttribute("class", "print-map");
  section.append(drawing, legend);
}

/** What the lines of the drawn map mean, and where it comes from. */
function printedLegend({ graph, map }, said) {
  const used = [...new Set(map.scene.edges.map((edge) => edge.p))].sort((a, b) => a - b);
  const lines = used.map((p) => el("span", {}, edgeSwatch(graph.predicates[p].id), ` ${graph.predicate(p)}`));
  return el("div", { class: "print-legend" }, el("p", {}, lines.flatMap((line) => [line, " "])), el("p", {}, said));
}

export function finishPrint(section) {
  for (const part of section.querySelectorAll(".print-map, .print-legend")) part.remove();
}

export async function exportPng(desk) {
  const text = pictureText(desk);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const factor = Math.min(2, LARGEST_PNG / Math.max(image.width, image.height));
  const canvas = el("canvas", { width: Math.round(image.width * factor), height: Math.round(image.height * factor) });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => { canvas.toBlob(done, "image/png"); }); // prettier-ignore
  save(blob, fileName(desk, "png"));
}

/** Relations that the view of now shows, as numbers of statements. */
export function shownRelations(desk) {
  const { graph, state, map } = desk;
  const rowsOf = (edges) => edges.flatMap((edge) => graph.edges.rows[edge]);
  if (state.view === "table") return tableRows(desk);
  if (state.view === "diagram" && state.selected >= 0) return rowsOf(relationGroups(graph, state.selected).flatMap((group) => group.edges));
  if (state.view === "paths" && state.start >= 0) {
    if (state.mode === "history") return rowsOf(historyEdges(graph, state.start));
    if (state.mode === "chain") return rowsOf(treeEdges(pruned(graph, implementationTree(graph, state.start), state.kind)));
    if (state.goal >= 0) return rowsOf(findPath(desk) || findPath(desk, true) || []);
  }
  if (state.view === "source") return Array.from({ length: graph.relations.count }, (_, row) => row).filter((row) => (graph.relations.src[row] ?? -1) === state.source);
  return rowsOf(map.drawnEdges);
}

/** One field of CSV. A leading sign that a spreadsheet would take for a formula is quoted away. */
export function csvField(value) {
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The relations shown, or in their list the documents: head and rows of texts and numbers. */
export function shownSheet(desk) {
  if (desk.state.view === "documents") return documentSheet(desk);
  const { graph } = desk;
  const { s, p, o } = graph.relations;
  const head = ["subject_id", "subject", "subject_title", "subject_date", "predicate", "relation", "object_id", "object", "object_title", "object_date", "sentence", "source", "line", "confidence", "partial"];
  const date = (node) => (graph.isIssuer(node) ? "" : graph.rows.date[node] || "");
  const lines = shownRelations(desk).map((row) => {
    const evidence = graph.evidence(row);
    const [from, to] = [s[row], o[row]];
    return [graph.id(from), graph.fullLabel(from), graph.title(from), date(from), graph.predicates[p[row]].id, graph.predicate(p[row]), graph.id(to), graph.fullLabel(to), graph.title(to), date(to), evidence.text, evidence.sourceName, evidence.line || "", evidence.confidence, evidence.partial ? evidence.pinpoint || "1" : ""];
  });
  return [head, ...lines];
}

/** Nodes of the view of now: what a page of this part holds. */
export function shownNodes(desk) {
  const { graph, state, map } = desk;
  if (state.view === "map") return [...map.scene.shown];
  if (state.view === "documents") return documentRows(desk);
  if (state.view === "table" || state.view === "paths") {
    const { s, o } = graph.relations;
    return shownRelations(desk).flatMap((row) => [s[row], o[row]]);
  }
  if (state.selected < 0) return [];
  const [from, to] = [[...graph.outgoing(state.selected)].map((edge) => graph.edges.o[edge]), [...graph.incoming(state.selected)].map((edge) => graph.edges.s[edge])];
  return [state.selected, ...from, ...to];
}

/** Whether there is a part in sight: those views that show one document have it only when one is selected. */
export function hasPart(desk) {
  return desk.graph.documentCount > 0 && (desk.state.selected >= 0 || !["start", "diagram", "source"].includes(desk.state.view));
}

/** The documents in sight with their relations and sentences, as a page of its own. */
export function exportPage(desk) {
  const { graph, state } = desk;
  const nodes = shownNodes(desk);
  const centres = state.view === "map" ? state.centres : [state.selected].filter((node) => node >= 0 && ["diagram", "source", "start"].includes(state.view));
  const title = centres.length === 1 ? `${graph.fullLabel(centres[0])} · ${document.title}` : `${document.title} · ${t("savedPart", { count: number(nodes.filter((node) => !graph.isIssuer(node)).length) })}`;
  save(new Blob([pageOf(graph, desk.blank, nodes, title, { centres, hops: state.hops })], { type: "text/html;charset=utf-8" }), fileName(desk, "html"));
}

export function exportCsv(desk) {
  // The byte order mark tells spreadsheets that this is UTF-8.
  const text = shownSheet(desk).map((fields) => fields.map(csvField).join(",")).join("\r\n");
  save(new Blob([`\uFEFF${text}\r\n`], { type: "text/csv;charset=utf-8" }), fileName(desk, "csv"));
}

export function exportXlsx(desk) {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  save(new Blob(workbook(shownSheet(desk), document.title), { type }), fileName(desk, "xlsx"));
}
