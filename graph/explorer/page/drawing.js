// Painting on the canvas: lanes, time axis, edges, boxes. All geometry is in the picture's pixels except the axis strip.

import { t, named } from "./language.js";
import { roomIn } from "./boxes.js";
import { fitText, font, lettering, widthOf } from "./lettering.js";
import { border, familyColours, ground, predicateStyle } from "./palette.js";
import { arrowPath } from "./pieces.js";
import { xOf, yearStart } from "./layout.js";

const TICK = 34; // pixels between two years
const QUARTERS = 150; // pixels from which a year has ticks within it
const COLUMN_NAME = 70; // pixels beside the middle of a column that its name takes
export const PHONE = 640; // pixels below which the map is small
const SHORTEST = 70; // an edge shorter than this on the screen has no room for its word
export const STRIP = 24; // height of the year strip on the screen
const RADIUS = 6; // of the corners of a box
const LINE = 14; // pixels between the lines of a lane's name
const BADGE = [10, "600"]; // size and weight of "+28"

/** Width kept free for the names of the lanes at the left of the map. */
export function laneGutter(width) {
  return width < PHONE ? 92 : 130;
}

export function roundedBox(context, left, top, width, height, radius) {
  context.beginPath();
  context.moveTo(left + radius, top);
  context.arcTo(left + width, top, left + width, top + height, radius);
  context.arcTo(left + width, top + height, left, top + height, radius);
  context.arcTo(left, top + height, left, top, radius);
  context.arcTo(left, top, left + width, top, radius);
  context.closePath();
}

/** Where the lines of a box stand: [text, size, weight, y]. */
export function linesIn(box) {
  const { density, lines } = box;
  const [size, weight] = density.first;
  const first = [fitText(lines[0], roomIn(box), size, weight), size, box.issuer ? "400" : weight];
  if (!lines[1] || !density.second) return [[...first, box.y]];
  const [below, thin] = density.second;
  return [[...first, box.y - 7.5], [fitText(lines[1], roomIn(box), below, thin), below, thin, box.y + 8]];
}

function outline(context, box, left, top) {
  if (box.issuer) {
    context.beginPath();
    context.ellipse(box.x, box.y, box.width / 2, box.height / 2, 0, 0, Math.PI * 2);
  } else {
    roundedBox(context, left, top, box.width, box.height, RADIUS);
  }
}

/** One box. `look` says: faded, selected, hovered, simple (too small for text). */
export function drawBox(context, box, look) {
  const colours = familyColours(box.family);
  const paint = ground();
  const left = box.x - box.width / 2;
  const top = box.y - box.height / 2;
  if (look.simple) {
    context.fillStyle = colours.fill;
    context.strokeStyle = look.selected ? paint.ring : colours.line;
    context.lineWidth = look.selected ? 6 : 2;
    context.globalAlpha = look.faded ? 0.4 : 1;
    context.fillRect(left, top, box.width, box.height);
    context.strokeRect(left, top, box.width, box.height);
    context.globalAlpha = 1;
    return;
  }
  if (box.members) {
    for (const shift of [6, 3]) {
      roundedBox(context, left + shift, top + shift, box.width, box.height, RADIUS);
      context.fillStyle = paint.page;
      context.fill();
      context.strokeStyle = colours.line;
      context.lineWidth = 1.2;
      context.stroke();
    }
  }
  // A faded box still hides the lines behind it.
  outline(context, box, left, top);
  context.fillStyle = paint.page;
  context.fill();
  context.globalAlpha = look.faded ? 0.32 : 1;
  context.fillStyle = colours.fill;
  context.fill();
  context.strokeStyle = look.selected ? paint.ring : colours.line;
  context.lineWidth = look.selected ? 3.4 : look.hovered ? 2.6 : 1.7;
  context.lineCap = "round";
  context.setLineDash(box.issuer ? [] : border(box.status, box.loaded));
  context.stroke();
  context.setLineDash([]);
  context.lineCap = "butt";
  context.fillStyle = paint.text;
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const [text, size, weight, y] of linesIn(box)) {
    context.font = font(size, weight);
    context.fillText(text, box.x, y);
  }
  if (box.finding) drawFlag(context, left, top, paint);
  if ((box.more || box.beyond) && !look.faded) drawMore(context, box, paint);
  context.globalAlpha = 1;
}

/** "+28" at the right edge: so many relations lead out of the picture. */
function drawMore(context, box, paint) {
  const text = `+${box.more + box.beyond}`;
  const half = widthOf(text, ...BADGE) / 2 + 4;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  roundedBox(context, x - half, y - 7, 2 * half, 14, 7);
  context.fillStyle = paint.faint;
  context.fill();
  context.fillStyle = paint.page;
  context.font = font(...BADGE);
  context.fillText(text, x, y + 0.5);
}

/** A small mark in the upper left corner: somebody should look at this document. */
function drawFlag(context, left, top, paint) {
  context.beginPath();
  context.arc(left + 2, top + 2, 6.5, 0, Math.PI * 2);
  context.fillStyle = paint.mark;
  context.fill();
  context.fillStyle = paint.page;
  context.font = font(10, "600");
  context.fillText("!", left + 2, top + 2.5);
}

/** One edge. `look`: faded, strong, plain (without dashes, while the picture moves). */
export function drawEdge(context, graph, edge, look) {
  const style = predicateStyle(graph.predicates[edge.p].id);
  context.globalAlpha = look.faded ? 0.1 : look.strong ? 1 : 0.62;
  context.strokeStyle = style.colour;
  context.fillStyle = style.colour;
  context.lineWidth = style.width + (look.strong ? 0.8 : 0) + (edge.weight || 0);
  context.setLineDash(look.plain ? [] : style.dash);
  edge.path ??= new Path2D(edge.d);
  context.stroke(edge.path);
  if (!look.faded && !look.plain) {
    const head = arrowPath(style.arrow, 0, 0);
    const [x, y] = edge.end;
    context.save();
    context.translate(x, y);
    context.rotate(edge.angle);
    context.setLineDash([]);
    context.lineWidth = head.open ? 2 : 1;
    const shape = new Path2D(head.d);
    context.stroke(shape);
    if (!head.open) context.fill(shape);
    context.restore();
  }
  context.globalAlpha = 1;
}

/** Lanes, year lines and columns behind everything; `view` is the visible part {left, top, right, bottom}. */
export function drawGround(context, frame, view) {
  const paint = ground();
  context.save();
  context.fillStyle = paint.page;
  context.fillRect(view.left, view.top, view.right - view.left, view.bottom - view.top);
  frame.bands.forEach(([, top, bottom], i) => {
    if (i % 2) return;
    context.fillStyle = paint.band;
    context.fillRect(view.left, top, view.right - view.left, bottom - top);
  });
  if (!frame.bands.length) {
    context.restore();
    return;
  }
  const lowest = frame.bands[frame.bands.length - 1][2];
  context.strokeStyle = paint.line;
  context.lineWidth = 1 / view.zoom;
  context.setLineDash([2 / view.zoom, 4 / view.zoom]);
  for (const [, x] of ticks(frame.axis, view.zoom)) line(context, x, 0, lowest);
  context.setLineDash([]);
  for (const [from, to] of breakSpans(frame.axis)) drawBreak(context, (from + to) / 2, lowest, paint, view.zoom);
  context.setLineDash([]);
  if (frame.undated) {
    context.fillStyle = paint.line;
    context.globalAlpha = 0.35;
    context.fillRect(frame.undated[0] - 14, 0, frame.undated[1] - frame.undated[0] + 28, lowest);
    context.globalAlpha = 1;
    context.setLineDash([6, 4]);
    context.lineWidth = 1.4;
    context.strokeStyle = paint.faint;
    line(context, frame.undated[1] + 14, 0, lowest);
  }
  context.restore();
}

function line(context, x, top, bottom) {
  context.beginPath();
  context.moveTo(x, top);
  context.lineTo(x, bottom);
  context.stroke();
}

/** An axis is broken here: a white gap between two zigzag lines, from top to bottom. */
function drawBreak(context, x, lowest, paint, zoom) {
  const tooth = 7;
  const trace = (at) => {
    context.moveTo(at, 0);
    for (let y = 0, side = 1; y < lowest; y += tooth, side = -side) context.lineTo(at + side * 2.5, Math.min(y + tooth, lowest));
  };
  context.save();
  context.fillStyle = paint.page;
  context.fillRect(x - 4, 0, 8, lowest);
  context.strokeStyle = paint.line;
  context.lineWidth = 1.2 / Math.max(zoom, 0.5);
  context.beginPath();
  trace(x - 4);
  trace(x + 4);
  context.stroke();
  context.restore();
}

/** Left and right edge of each broken part of the axis. */
export function breakSpans(axis) {
  return axis.breaks.map(([first, last]) => [axis.lefts[axis.years.indexOf(first)], axis.lefts[axis.years.indexOf(last) + 1]]);
}

/** Words on edges, the same size at every zoom, on a ground of their own. A word stands where it covers no box and no
 * other word; where an edge has no such place it has no word. Returns the words written. */
export function drawEdgeLabels(context, labels, boxes, screen) {
  const paint = ground();
  const height = 16;
  const taken = [];
  context.save();
  context.setTransform(screen.ratio, 0, 0, screen.ratio, 0, 0);
  context.font = font(11.5, "600");
  lettering(context);
  context.textAlign = "center";
  context.textBaseline = "middle";
  const solid = boxes.map((box) => ({ x: screen.x(box.x), y: screen.y(box.y), half: (box.width / 2) * screen.zoom, tall: (box.height / 2) * screen.zoom }));
  for (const { text, colour, spots, length } of labels) {
    if (length * screen.zoom < SHORTEST) continue;
    const half = widthOf(text, 11.5, "600") / 2 + 5;
    const free = ([x, y]) =>
      x - half > 0 && x + half < screen.width && y > STRIP + height &&
      taken.every((word) => Math.abs(word.x - x) >= word.half + half || Math.abs(word.y - y) >= height) &&
      solid.every((box) => Math.abs(box.x - x) >= box.half + half || Math.abs(box.y - y) >= box.tall + height / 2); // prettier-ignore
    const spot = spots.map(([x, y]) => [screen.x(x), screen.y(y)]).find(free);
    if (!spot) continue;
    const [x, y] = spot;
    taken.push({ x, y, half, text });
    roundedBox(context, x - half, y - height / 2, 2 * half, height, 5);
    context.fillStyle = paint.page;
    context.globalAlpha = 0.92;
    context.fill();
    context.globalAlpha = 1;
    context.fillStyle = colour;
    context.fillText(text, x, y + 0.5);
  }
  context.restore();
  return taken;
}

/** [text, x] of the ticks at this zoom: round years first, then all that have room; in wide years the quarters, where boxes stand at their dates; none within a break. */
export function ticks(axis, zoom) {
  const broken = (year) => axis.breaks.some(([first, last]) => year >= first && year <= last);
  const after = new Set(axis.breaks.map(([, last]) => last + 1));
  const rank = (year, i) => (!i || after.has(year) || i === axis.years.length - 1 ? 0 : year % 10 === 0 ? 1 : year % 5 === 0 ? 2 : year % 2 === 0 ? 3 : 4);
  const years = axis.years.map((year, i) => ({ year, x: axis.lefts[i], rank: rank(year, i), width: (axis.lefts[i + 1] - axis.lefts[i]) * zoom }));
  const chosen = [];
  for (const tick of years.filter(({ year }) => !broken(year)).sort((a, b) => a.rank - b.rank || a.year - b.year)) {
    if (chosen.every(([, x]) => Math.abs(x - tick.x) * zoom >= TICK)) chosen.push([String(tick.year), tick.x]);
  }
  for (const { year, width } of years) {
    if (broken(year) || width < QUARTERS) continue;
    if (axis.moved?.includes(year)) {
      chosen.push([String(year), xOf(yearStart(year) + 182, axis)]); // boxes beside their dates: a month would say too much
      continue;
    }
    for (const month of width < 2 * QUARTERS ? [7] : [4, 7, 10]) {
      const day = yearStart(year) + Math.round((Date.UTC(year, month - 1, 1) - Date.UTC(year, 0, 1)) / 864e5);
      chosen.push([`${month}/${year}`, xOf(day, axis)]);
    }
  }
  return chosen.sort((a, b) => a[1] - b[1]);
}

/** The name of a lane within `room` pixels, on as many lines as it needs and `height` pixels have. */
function laneLines(name, height, room, size) {
  const lines = [];
  let rest = name;
  while (lines.length + 2 <= height / LINE && widthOf(rest, size, "600") > room) {
    const words = rest.split(" ");
    let count = 1;
    while (widthOf(words.slice(0, count + 1).join(" "), size, "600") <= room) count += 1;
    lines.push(words.slice(0, count).join(" "));
    rest = words.slice(count).join(" ");
  }
  return [...lines, rest].map((said) => fitText(said, room, size, "600"));
}

/** The strip of years at the upper edge and the names of the lanes at the left, in screen pixels. */
export function drawRulers(context, graph, frame, screen) {
  const paint = ground();
  context.save();
  context.setTransform(screen.ratio, 0, 0, screen.ratio, 0, 0);
  context.textBaseline = "middle";
  context.textAlign = "left";
  lettering(context);
  const narrow = screen.width < PHONE;
  const size = narrow ? 10.5 : 12;
  context.font = font(size, "600");
  let free = -Infinity; // lower edge of the last name: in a thin lane the next one would cover it
  for (const [lane, top, bottom] of frame.bands) {
    const edge = screen.y(top);
    const low = screen.y(bottom);
    if (low < STRIP + 10 || edge > screen.height) continue;
    const name = named(graph.data.lanes[lane]);
    const lines = narrow ? laneLines(name, low - edge, laneGutter(screen.width) - 8, size) : [name];
    const tall = 8 + (lines.length - 1) * LINE; // from the middle of the first line to the lower edge of the ground
    const y = Math.max(Math.min(Math.max(edge + 9, STRIP + 9), low - tall), free + 8);
    if (y > Math.max(low, STRIP + 9) + 8) continue;
    free = y + tall;
    const width = Math.max(...lines.map((said) => widthOf(said, size, "600")));
    context.globalAlpha = 0.85;
    context.fillStyle = paint.page;
    context.fillRect(4, y - 8, width + 10, 8 + tall);
    context.globalAlpha = 1;
    context.fillStyle = paint.faint;
    lines.forEach((said, i) => context.fillText(said, 9, y + 0.5 + i * LINE));
  }
  context.fillStyle = paint.page;
  context.fillRect(0, 0, screen.width, STRIP);
  context.strokeStyle = paint.line;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(0, STRIP + 0.5);
  context.lineTo(screen.width, STRIP + 0.5);
  context.stroke();
  context.fillStyle = paint.faint;
  context.font = font(12, "600");
  context.textAlign = "center";
  const columns = [frame.undated, frame.issuers].filter(Boolean).map(([from, to]) => screen.x((from + to) / 2));
  for (const [text, x] of ticks(frame.axis, screen.zoom)) {
    const left = screen.x(x);
    context.fillRect(left - 0.5, STRIP - 5, 1, 5);
    // No year under the name of a column, none cut by it.
    if (columns.every((middle) => Math.abs(middle - left) > COLUMN_NAME)) context.fillText(text, left, STRIP / 2);
  }
  for (const [from, to] of breakSpans(frame.axis)) if ((to - from) * screen.zoom > 40) context.fillText("⫽", screen.x((from + to) / 2), STRIP / 2);
  for (const [column, key] of [
    [frame.undated, "undatedColumn"],
    [frame.issuers, "issuerColumn"],
  ]) {
    if (!column) continue;
    const middle = screen.x((column[0] + column[1]) / 2);
    const text = t(key);
    const width = widthOf(text, 12, "600") + 12;
    context.fillStyle = paint.page;
    context.fillRect(middle - width / 2, 0, width, STRIP - 1);
    context.fillStyle = paint.faint;
    context.fillText(text, middle, STRIP / 2);
  }
  context.restore();
}
