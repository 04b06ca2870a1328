// What is shown, as a file: SVG and PNG of the map and the lược đồ, CSV of the relations.

import { el, svg } from "./dom.js";
import { t, named } from "./language.js";
import { border, familyColours, ground, onPaper, predicateStyle } from "./palette.js";
import { breakSpans, ticks } from "./drawing.js";
import { BOX_HEIGHT, SECOND, firstLine, roomIn } from "./boxes.js";
import { FAMILY, fitText } from "./lettering.js";
import { path } from "./curves.js";
import { arrowShape, relationGroups } from "./pieces.js";
import { diagramBoxes, diagramHeading } from "./diagram.js";
import { shortDate } from "./dates.js";
import { tableRows } from "./table.js";
import { findPath, implementationTree, pruned, treeEdges } from "./paths.js";

const FONT_FACE = 5; // CSSRule.FONT_FACE_RULE
const LARGEST_PNG = 8000; // pixels of the longer side

/** Characters that XML cannot hold go. */
function clean(text) {
  return [...text].filter((c) => c >= " " || c === "\t" || c === "\n").join("").replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uFFFE\uFFFF]/gu, "�"); // prettier-ignore
}

function label(text, x, y, { size = 12, weight = "400", anchor = "middle", fill = ground().text, width = null } = {}) {
  const shown = clean(width === null ? text : fitText(text, width, size, weight));
  return svg("text", { x, y, "font-size": size, "font-weight": weight, "text-anchor": anchor, fill, "dominant-baseline": "central" }, shown);
}

function picture(left, top, width, height, children) {
  return svg(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", viewBox: `${left} ${top} ${width} ${height}`, width, height, "font-family": FAMILY, "text-rendering": "geometricPrecision" },
    svg("rect", { x: left, y: top, width, height, fill: ground().page }),
    children,
  );
}

/** The drawn map as an SVG element. */
export function mapPicture(app) {
  const { graph, map } = app;
  const paint = ground();
  const { frame, positions } = map;
  const bounds = map.bounds();
  const lowest = frame.bands.length ? frame.bands[frame.bands.length - 1][2] : bounds.bottom;
  const [left, top, right, bottom] = [bounds.left - 130, -44, bounds.right + 24, Math.max(lowest, bounds.bottom) + 14];
  const parts = [];
  frame.bands.forEach(([lane, from, to], i) => {
    if (i % 2 === 0) parts.push(svg("rect", { x: left, y: from, width: right - left, height: to - from, fill: paint.band }));
    parts.push(label(named(graph.data.lanes[lane]), left + 8, from + 12, { size: 11, weight: "600", anchor: "start", fill: paint.faint }));
  });
  for (const [text, x] of ticks(frame.axis, 1)) {
    parts.push(svg("line", { x1: x, x2: x, y1: -14, y2: lowest, stroke: paint.line, "stroke-dasharray": "2 4" }));
    parts.push(label(text, x, -26, { size: 12, weight: "600", fill: paint.faint }));
  }
  for (const [from, to] of breakSpans(frame.axis)) {
    parts.push(svg("line", { x1: (from + to) / 2, x2: (from + to) / 2, y1: -14, y2: lowest, stroke: paint.faint, "stroke-width": 3, "stroke-dasharray": "3 5" }));
    parts.push(label("⫽", (from + to) / 2, -26, { fill: paint.faint }));
  }
  for (const [column, key] of [[frame.undated, "undatedColumn"], [frame.issuers, "issuerColumn"]]) {
    if (column) parts.push(label(t(key), (column[0] + column[1]) / 2, -26, { weight: "600", fill: paint.faint }));
  }
  const sizeOf = (node) => [graph.width(node), BOX_HEIGHT];
  const heads = svg("defs");
  for (const predicate of graph.predicates) {
    const style = predicateStyle(predicate.id);
    heads.append(
      svg("marker", { id: `head-${graph.predicates.indexOf(predicate)}`, viewBox: "0 0 10 10", refX: 10, refY: 5, markerWidth: 10, markerHeight: 10, markerUnits: "userSpaceOnUse", orient: "auto" }, arrowShape(style.arrow, 10, 5, style.colour)),
    );
  }
  parts.push(heads);
  map.drawnEdges.forEach((edge, i) => {
    const [from, to, p] = [graph.edges.s[edge], graph.edges.o[edge], graph.edges.p[edge]];
    const style = predicateStyle(graph.predicates[p].id);
    parts.push(
      svg("path", { d: path(positions.get(from), positions.get(to), map.places[i], sizeOf(from), sizeOf(to)), fill: "none", stroke: style.colour, "stroke-width": style.width, "stroke-dasharray": style.dash.join(" ") || null, "marker-end": `url(#head-${p})`, opacity: 0.8 }),
    );
  });
  for (const node of map.drawn) {
    const [x, y] = positions.get(node);
    const width = graph.width(node);
    const issuer = graph.isIssuer(node);
    const colours = familyColours(graph.data.families[graph.family(node)].id);
    const look = { fill: colours.fill, stroke: node === map.selected ? paint.ring : colours.line, "stroke-width": node === map.selected ? 3.2 : 1.7 };
    const [first, second] = graph.lines(node);
    const room = roomIn(graph, node, width);
    const [size, weight] = firstLine(graph, node);
    parts.push(
      issuer
        ? svg("ellipse", { cx: x, cy: y, rx: width / 2, ry: BOX_HEIGHT / 2, ...look })
        : svg("rect", { x: x - width / 2, y: y - BOX_HEIGHT / 2, width, height: BOX_HEIGHT, rx: 6, "stroke-dasharray": border(graph.status(node), graph.isLoaded(node)).join(" ") || null, "stroke-linecap": "round", ...look }),
      label(first, x, second ? y - 7 : y, { size, weight, width: room }),
      second ? label(second, x, y + 8, { size: SECOND[0], width: room }) : null,
    );
  }
  return picture(left, top, right - left, bottom - top, parts);
}

/** The lược đồ as an SVG element. */
export function diagramPicture(app) {
  const { graph, state } = app;
  const node = state.selected;
  const paint = ground();
  const [column, centre, gap, lineHeight] = [360, 300, 60, 19];
  const parts = [];
  const heights = [];
  const anchors = [];
  diagramBoxes(graph, node).forEach((groups, side) => {
    const x = side ? column + centre + 2 * gap : 0;
    let y = 0;
    for (const group of groups) {
      const style = predicateStyle(graph.predicates[group.p].id);
      const height = 34 + group.edges.length * lineHeight;
      parts.push(svg("rect", { x, y, width: column, height, rx: 8, fill: paint.band, stroke: style.colour, "stroke-width": 1.5 }));
      parts.push(label(`${diagramHeading(graph, group)} (${group.edges.length})`, x + 12, y + 16, { weight: "600", anchor: "start", fill: style.colour, width: column - 24 }));
      group.edges.forEach((edge, i) => {
        const other = group.other(edge);
        const date = graph.isIssuer(other) ? "" : shortDate(graph.rows.date[other]);
        const text = `${graph.fullLabel(other)}${date ? ` (${date})` : ""} ${graph.title(other)}`;
        parts.push(label(text, x + 12, y + 38 + i * lineHeight, { anchor: "start", width: column - 24 }));
      });
      anchors.push([side ? x : x + column, y + height / 2, side, style]);
      y += height + 16;
    }
    heights.push(y - 16);
  });
  const height = Math.max(...heights, 120);
  const middle = height / 2;
  const [left, right] = [column + gap, column + gap + centre];
  for (const [x, y, side, style] of anchors) {
    const to = side ? right : left;
    parts.unshift(svg("path", { d: `M${x} ${y} C${(x + to) / 2} ${y} ${(x + to) / 2} ${middle} ${to} ${middle}`, fill: "none", stroke: style.colour, "stroke-width": 1.5 }));
  }
  const colours = familyColours(graph.data.families[graph.family(node)].id);
  parts.push(svg("rect", { x: left, y: middle - 54, width: centre, height: 108, rx: 10, fill: colours.fill, stroke: colours.line, "stroke-width": 2.4 }));
  const lines = [[graph.typeName(node), 12, "400"], [graph.label(node), 17, "600"], [graph.title(node), 12, "400"], [[graph.issuerName(node), shortDate(graph.rows.date[node])].filter(Boolean).join(", "), 12, "400"]];
  lines.filter(([text]) => text).forEach(([text, size, weight], i) => parts.push(label(text, (left + right) / 2, middle - 34 + i * 23, { size, weight, width: centre - 24 })));
  return picture(-20, -20, 2 * column + centre + 2 * gap + 40, height + 40, parts);
}

/** Whether there is a picture of the view of now. */
export function hasPicture(app) {
  return app.state.view === "map" || (app.state.view === "diagram" && app.state.selected >= 0 && !app.graph.isIssuer(app.state.selected));
}

function pictureText(app) {
  const element = app.state.view === "diagram" ? diagramPicture(app) : mapPicture(app);
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

function fileName(app, ending) {
  const name = app.state.selected >= 0 ? app.graph.label(app.state.selected) : app.state.view;
  return `luocdo-${name.replace(/[^\p{L}\p{N}-]+/gu, "-").slice(0, 80)}.${ending}`;
}

export function exportSvg(app) {
  save(new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${pictureText(app)}`], { type: "image/svg+xml" }), fileName(app, "svg"));
}

/** Puts a drawing of the map beside the canvas, which keeps the size of the window and would be cut by the paper. */
export function preparePrint(app, section) {
  finishPrint(section);
  if (app.state.view !== "map" || !app.map.drawn.size) return;
  onPaper(true);
  const drawing = mapPicture(app);
  onPaper(false);
  drawing.setAttribute("class", "print-map");
  section.append(drawing);
}

export function finishPrint(section) {
  section.querySelector(".print-map")?.remove();
}

export async function exportPng(app) {
  const text = pictureText(app);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const factor = Math.min(2, LARGEST_PNG / Math.max(image.width, image.height));
  const canvas = el("canvas", { width: Math.round(image.width * factor), height: Math.round(image.height * factor) });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => { canvas.toBlob(done, "image/png"); }); // prettier-ignore
  save(blob, fileName(app, "png"));
}

/** Relations that the view of now shows, as numbers of statements. */
export function shownRelations(app) {
  const { graph, state, map } = app;
  const rowsOf = (edges) => edges.flatMap((edge) => graph.edges.rows[edge]);
  if (state.view === "table") return tableRows(app);
  if (state.view === "diagram" && state.selected >= 0) return rowsOf(relationGroups(graph, state.selected).flatMap((group) => group.edges));
  if (state.view === "paths" && state.start >= 0) {
    if (state.mode === "chain") return rowsOf(treeEdges(pruned(graph, implementationTree(graph, state.start), state.kind)));
    if (state.goal >= 0) return rowsOf(findPath(app) || findPath(app, true) || []);
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

export function csvText(app, rows) {
  const { graph } = app;
  const { s, p, o } = graph.relations;
  const head = ["subject_id", "subject", "subject_title", "subject_date", "predicate", "relation", "object_id", "object", "object_title", "object_date", "sentence", "source", "line", "confidence", "partial"];
  const date = (node) => (graph.isIssuer(node) ? "" : graph.rows.date[node] || "");
  const lines = rows.map((row) => {
    const evidence = graph.evidence(row);
    const [from, to] = [s[row], o[row]];
    return [graph.id(from), graph.fullLabel(from), graph.title(from), date(from), graph.predicates[p[row]].id, graph.predicate(p[row]), graph.id(to), graph.fullLabel(to), graph.title(to), date(to), evidence.text, evidence.sourceName, evidence.line || "", evidence.confidence, evidence.partial ? evidence.pinpoint || "1" : ""];
  });
  return [head, ...lines].map((fields) => fields.map(csvField).join(",")).join("\r\n");
}

export function exportCsv(app) {
  // The byte order mark tells spreadsheets that this is UTF-8.
  save(new Blob([`\uFEFF${csvText(app, shownRelations(app))}\r\n`], { type: "text/csv;charset=utf-8" }), fileName(app, "csv"));
}
