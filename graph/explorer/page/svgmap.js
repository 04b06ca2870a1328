// The map and the lược đồ as SVG, for files and paper: the same scene that drawing.js paints on the canvas.

import { svg } from "./dom.js";
import { t, named } from "./language.js";
import { border, familyColours, ground, predicateStyle } from "./palette.js";
import { breakSpans, linesIn, ticks } from "./drawing.js";
import { FAMILY, fitText } from "./lettering.js";
import { arrowShape } from "./pieces.js";
import { diagramBoxes, diagramHeading } from "./diagram.js";
import { shortDate } from "./dates.js";

/** Characters that XML cannot hold go. */
function clean(text) {
  return [...text].filter((c) => c >= " " || c === "\t" || c === "\n").join("").replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uFFFE\uFFFF]/gu, "�"); // prettier-ignore
}

function label(text, x, y, { size = 12, weight = "400", anchor = "middle", fill = ground().text, width = null } = {}) {
  const shown = clean(width === null ? text : fitText(text, width, size, weight));
  return svg("text", { x, y, "font-size": size, "font-weight": weight, "text-anchor": anchor, fill, "dominant-baseline": "central" }, shown);
}

export function picture(left, top, width, height, children) {
  return svg(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", viewBox: `${left} ${top} ${width} ${height}`, width, height, "font-family": FAMILY, "text-rendering": "geometricPrecision" },
    svg("rect", { x: left, y: top, width, height, fill: ground().page }),
    children,
  );
}

/** The drawn map as an SVG element. */
export function mapPicture(desk) {
  const { graph, map } = desk;
  const paint = ground();
  const { frame, boxes, edges } = map.scene;
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
  for (const edge of edges) {
    const style = predicateStyle(graph.predicates[edge.p].id);
    const [x, y] = edge.end;
    parts.push(
      svg("path", { class: "edge", d: edge.d, fill: "none", stroke: style.colour, "stroke-width": style.width + (edge.weight || 0), "stroke-dasharray": style.dash.join(" ") || null, opacity: 0.8 }),
      arrowShape(style.arrow, 0, 0, style.colour, { transform: `translate(${x} ${y}) rotate(${(edge.angle * 180) / Math.PI})` }),
    );
  }
  for (const box of boxes) parts.push(...boxShape(box, box.node >= 0 && box.node === map.selected, paint));
  return picture(left, top, right - left, bottom - top, parts);
}

function boxShape(box, selected, paint) {
  const colours = familyColours(box.family);
  const look = { fill: colours.fill, stroke: selected ? paint.ring : colours.line, "stroke-width": selected ? 3.2 : 1.7 };
  const frame = { x: box.x - box.width / 2, y: box.y - box.height / 2, width: box.width, height: box.height, rx: 6 };
  const behind = box.members ? [6, 3].map((shift) => svg("rect", { ...frame, x: frame.x + shift, y: frame.y + shift, fill: paint.page, stroke: colours.line })) : [];
  const shape = box.issuer
    ? svg("ellipse", { cx: box.x, cy: box.y, rx: box.width / 2, ry: box.height / 2, ...look })
    : svg("rect", { class: "box", ...frame, "stroke-dasharray": border(box.status, box.loaded).join(" ") || null, "stroke-linecap": "round", ...look });
  const more = box.more ? [label(`+${box.more}`, box.x + box.width / 2 - 4, box.y + box.height / 2 + 7, { size: 10, weight: "600", anchor: "end", fill: paint.faint })] : [];
  return [...behind, shape, ...linesIn(box).map(([text, size, weight, y]) => label(text, box.x, y, { size, weight })), ...more];
}

/** The lược đồ as an SVG element. */
export function diagramPicture(desk) {
  const { graph, state } = desk;
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

