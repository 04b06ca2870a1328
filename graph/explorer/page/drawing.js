// Painting on the canvas: lanes, time axis, boxes. All geometry is in the picture's pixels except the axis strip.

import { t, named } from "./language.js";
import { BOX_HEIGHT, SECOND, firstLine, roomIn } from "./boxes.js";
import { fitText, font, lettering, widthOf } from "./lettering.js";
import { border, familyColours, ground } from "./palette.js";
import { xOf, yearStart } from "./layout.js";

const QUARTERS = 150; // pixels from which a year has ticks within it
const COLUMN_NAME = 70; // pixels beside the middle of a column that its name takes
export const PHONE = 640; // pixels below which the map is small
const SHORTEST = 95; // an edge shorter than this on the screen has no room for its word
export const STRIP = 24; // height of the year strip on the screen
const READ = 10.5; // pixels on the screen that the number in a box should have
const LARGER = 1.16; // no more than this, or it would stand out of the box

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

/** One node. `look` says: faded, selected, hovered, simple (too small for text), zoom. */
export function drawNode(context, graph, node, x, y, look) {
  const width = graph.width(node);
  const issuer = graph.isIssuer(node);
  const colours = familyColours(graph.data.families[graph.family(node)].id);
  const paint = ground();
  const left = x - width / 2;
  const top = y - BOX_HEIGHT / 2;
  if (look.simple) {
    context.fillStyle = colours.fill;
    context.strokeStyle = look.selected ? paint.ring : colours.line;
    context.lineWidth = look.selected ? 6 : 2;
    context.globalAlpha = look.faded ? 0.4 : 1;
    context.fillRect(left, top, width, BOX_HEIGHT);
    context.strokeRect(left, top, width, BOX_HEIGHT);
    context.globalAlpha = 1;
    return;
  }
  context.save();
  // A faded box still hides the lines behind it.
  if (issuer) {
    context.beginPath();
    context.ellipse(x, y, width / 2, BOX_HEIGHT / 2, 0, 0, Math.PI * 2);
  } else {
    roundedBox(context, left, top, width, BOX_HEIGHT, 6);
  }
  context.fillStyle = paint.page;
  context.fill();
  context.globalAlpha = look.faded ? 0.32 : 1;
  context.fillStyle = colours.fill;
  context.fill();
  context.strokeStyle = look.selected ? paint.ring : colours.line;
  context.lineWidth = look.selected ? 3.4 : look.hovered ? 2.6 : 1.7;
  context.setLineDash(issuer ? [] : border(graph.status(node), graph.isLoaded(node)));
  context.lineCap = "round";
  context.stroke();
  context.setLineDash([]);
  const [first, second] = graph.lines(node);
  const [size, weight] = firstLine(graph, node);
  // Far away the words fill the box, so that they can be read a little longer.
  const wanted = Math.min(Math.max(READ / (size * look.zoom), 1), LARGER);
  const room = roomIn(graph, node, width) + (wanted > 1 && !issuer ? 8 : 0);
  const larger = Math.max(1, Math.min(wanted, room / widthOf(first, size, weight)));
  lettering(context);
  context.fillStyle = paint.text;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.font = font(size * larger, weight);
  context.fillText(fitText(first, room, size * larger, weight), x, second ? y - 7 : y);
  if (second) {
    const [below, thin] = SECOND;
    const share = Math.max(1, Math.min(larger, 1.12, room / widthOf(second, below, thin)));
    context.font = font(below * share, thin);
    context.fillText(fitText(second, room, below * share, thin), x, y + 9);
  }
  if (graph.findingsOf.has(node)) drawFlag(context, left, top, paint);
  context.restore();
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

/** Words on edges, the same size at every zoom, on a ground of their own; one that would cover a box of `boxes` or
 * another word moves along its edge, else down. */
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
  const solid = boxes.map(([x, y, half]) => ({ x: screen.x(x), y: screen.y(y), half: half * screen.zoom, tall: (BOX_HEIGHT / 2) * screen.zoom }));
  for (const { text, colour, spots, length } of labels) {
    if (length * screen.zoom < SHORTEST) continue;
    const half = widthOf(text, 11.5, "600") / 2 + 5;
    const covers = (left, top) =>
      taken.some((word) => Math.abs(word.x - left) < word.half + half && Math.abs(word.top - top) < height) ||
      solid.some((box) => Math.abs(box.x - left) < box.half + half && Math.abs(box.y - top - height / 2) < box.tall + height / 2);
    const place = ([x, y]) => [screen.x(x), screen.y(y) - height / 2];
    const [left, middle] = place(spots.find((spot) => !covers(...place(spot))) ?? spots[0]);
    let top = middle;
    for (let tries = 0; tries < 12 && covers(left, top); tries += 1) top += height + 1;
    taken.push({ x: left, half, top });
    roundedBox(context, left - half, top, 2 * half, height, 5);
    context.fillStyle = paint.page;
    context.globalAlpha = 0.92;
    context.fill();
    context.globalAlpha = 1;
    context.fillStyle = colour;
    context.fillText(text, left, top + height / 2 + 0.5);
  }
  context.restore();
}

/** [text, x] of the ticks at this zoom: round years first, then all that have room; in wide years the quarters; none within a break. */
export function ticks(axis, zoom) {
  const broken = (year) => axis.breaks.some(([first, last]) => year >= first && year <= last);
  const after = new Set(axis.breaks.map(([, last]) => last + 1));
  const rank = (year, i) => (!i || after.has(year) ? 0 : year % 10 === 0 ? 1 : year % 5 === 0 ? 2 : year % 2 === 0 ? 3 : 4);
  const years = axis.years.map((year, i) => ({ year, x: axis.lefts[i], rank: rank(year, i), width: (axis.lefts[i + 1] - axis.lefts[i]) * zoom }));
  const chosen = [];
  for (const tick of years.filter(({ year }) => !broken(year)).sort((a, b) => a.rank - b.rank || a.year - b.year)) {
    if (chosen.every(([, x]) => Math.abs(x - tick.x) * zoom >= 40)) chosen.push([String(tick.year), tick.x]);
  }
  for (const { year, width } of years) {
    if (broken(year) || width < QUARTERS) continue;
    for (const month of width < 2 * QUARTERS ? [7] : [4, 7, 10]) {
      const day = yearStart(year) + Math.round((Date.UTC(year, month - 1, 1) - Date.UTC(year, 0, 1)) / 864e5);
      chosen.push([`${month}/${year}`, xOf(day, axis)]);
    }
  }
  return chosen.sort((a, b) => a[1] - b[1]);
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
    const name = narrow ? fitText(named(graph.data.lanes[lane]), laneGutter(screen.width) - 8, size, "600") : named(graph.data.lanes[lane]);
    const y = Math.max(Math.min(Math.max(edge + 9, STRIP + 9), low - 8), free + 8);
    if (y > Math.max(low, STRIP + 9) + 8) continue;
    free = y + 8;
    const width = widthOf(name, size, "600");
    context.globalAlpha = 0.85;
    context.fillStyle = paint.page;
    context.fillRect(4, y - 8, width + 10, 16);
    context.globalAlpha = 1;
    context.fillStyle = paint.faint;
    context.fillText(name, 9, y + 0.5);
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
