// The course of edges: each a cubic curve from box to box, led around the boxes that it does not concern.

import { Channels, lengthOf, pointOnWay, wayPath } from "./channels.js";

const FLAT = 30; // height difference below which an edge runs beside its row instead of upright
const BEND = 0.38; // part of the height after which an upright edge turns
const ASIDE = [0, 30, -30, 60, -60, 100, -100, 150, -150, 220, -220]; // pixels that a curve may swing out
const BULGES = [36, 62, 96, 140, 200]; // … and how far one that leaves at the side
const CROSSING = 25; // a way around may be so much longer than what it spares of other boxes
const BENT = 5; // pixels of a longer way that a bend is worth
const MANY = 500; // edges from which fewer ways are tried
const ARCS = [-24, 24, -40, 40, -64, 64, -96, 96]; // heights of an edge beside its row
const CLEAR = 3; // pixels around a box that a curve keeps free
const MARGIN = 24; // pixels beside all boxes that curves may use
const SHELF = 48; // boxes are looked up by shelves of this height
const STEP = 12; // pixels between the points of a curve that are looked at
const COURSE = Array.from({ length: 17 }, (_, i) => i / 16); // parts of a curve between which it is nearly straight

/** Boxes {id, x, y, width, height} by height, to ask what stands at a point. */
class Obstacles {
  constructor(boxes) {
    this.shelves = new Map();
    this.left = Math.min(...boxes.map((box) => box.x - box.width / 2)) - CLEAR - MARGIN;
    this.right = Math.max(...boxes.map((box) => box.x + box.width / 2)) + CLEAR + MARGIN;
    for (const box of boxes) {
      const [top, bottom] = [box.y - box.height / 2 - CLEAR, box.y + box.height / 2 + CLEAR];
      for (let shelf = Math.floor(top / SHELF); shelf <= Math.floor(bottom / SHELF); shelf += 1) {
        if (!this.shelves.has(shelf)) this.shelves.set(shelf, []);
        this.shelves.get(shelf).push(box);
      }
    }
  }

  /** Whether (x, y) lies in a box other than `from` and `to`. */
  inside(x, y, from, to) {
    return (this.shelves.get(Math.floor(y / SHELF)) || []).some((box) => box !== from && box !== to && Math.abs(x - box.x) < box.width / 2 && Math.abs(y - box.y) < box.height / 2);
  }

  /** Whether (x, y) lies outside the picture, or in a box other than `from` and `to`. */
  hit(x, y, from, to) {
    if (x < this.left || x > this.right) return true;
    for (const box of this.shelves.get(Math.floor(y / SHELF)) || []) {
      if (box === from || box === to) continue;
      if (Math.abs(x - box.x) < box.width / 2 + CLEAR && Math.abs(y - box.y) < box.height / 2 + CLEAR) return true;
    }
    return false;
  }
}

/** The point of a curve [start, one, two, end] at `part` (0 to 1) of its way. */
export function pointOn(curve, part) {
  const rest = 1 - part;
  return [0, 1].map(
    (i) => rest ** 3 * curve[0][i] + 3 * rest * rest * part * curve[1][i] + 3 * rest * part * part * curve[2][i] + part ** 3 * curve[3][i],
  );
}

/** [points of the curve that lie in boxes, its length]. */
function survey(curve, obstacles, from, to) {
  const straight = Math.hypot(curve[3][0] - curve[0][0], curve[3][1] - curve[0][1]);
  const steps = Math.min(Math.max(Math.round(straight / STEP), 12), 60);
  let [count, length] = [0, 0];
  let [lastX, lastY] = curve[0];
  for (let step = 1; step <= steps; step += 1) {
    const [x, y] = pointOn(curve, step / steps);
    length += Math.hypot(x - lastX, y - lastY);
    [lastX, lastY] = [x, y];
    if (step < steps && obstacles.hit(x, y, from, to)) count += 1;
  }
  return [(count * straight) / steps, length];
}

/** Pixels of a way that lie in boxes. */
function crossedBy(points, obstacles, from, to) {
  const steps = Math.ceil(lengthOf(points) / 4);
  let count = 0;
  for (let step = 1; step < steps; step += 1) if (obstacles.inside(...pointOnWay(points, step / steps), from, to)) count += 1;
  return count * 4;
}

/** Where on its edge a box is left: a little towards the other end, so that many edges do not meet in one point. */
function gate(box, other) {
  const most = box.width * 0.36;
  return box.x + Math.min(Math.max((other.x - box.x) * 0.12, -most), most);
}

/** Curves from above or below a box: upright ones, or arcs beside the row. */
function upright(from, to, place) {
  const [left, right] = [gate(from, to), gate(to, from)];
  const dy = to.y - from.y;
  if (Math.abs(dy) < FLAT) {
    return ARCS.map((height) => {
      const side = Math.sign(height);
      const [start, end] = [from.y + (side * from.height) / 2, to.y + (side * to.height) / 2];
      const arc = height + side * 14 * place;
      return [[left, start], [left + (right - left) * 0.25, start + arc * 1.3], [right - (right - left) * 0.25, end + arc * 1.3], [right, end]];
    });
  }
  const down = Math.sign(dy);
  const [start, end] = [from.y + (down * from.height) / 2, to.y - (down * to.height) / 2];
  const reach = (end - start) * BEND;
  const apart = (place % 2 ? 1 : -1) * Math.ceil(place / 2) * 18;
  return ASIDE.map((aside) => [[left, start], [left + aside + apart, start + reach], [right + aside + apart, end - reach], [right, end]]);
}

/** Curves that leave both boxes at the same side, around what stands between. */
function around(from, to, place) {
  return [1, -1].flatMap((side) => {
    const [start, end] = [from, to].map((box) => [box.x + (side * box.width) / 2, box.y]);
    const outer = side > 0 ? Math.max(start[0], end[0]) : Math.min(start[0], end[0]);
    return BULGES.map((bulge) => {
      const x = outer + side * (bulge + place * 8);
      return [start, [x, start[1]], [x, end[1]], end];
    });
  });
}

/** Curves that leave one box at its side and reach the other from above or below. */
function corner(from, to) {
  const down = Math.sign(to.y - from.y);
  if (Math.abs(to.y - from.y) < FLAT || Math.abs(to.x - from.x) < (from.width + to.width) / 2) return [];
  const side = Math.sign(to.x - from.x);
  const aside = [from.x + (side * from.width) / 2, from.y];
  const above = [gate(to, from), to.y - (down * to.height) / 2];
  const out = [gate(from, to), from.y + (down * from.height) / 2];
  const beside = [to.x - (side * to.width) / 2, to.y];
  return [
    [aside, [above[0], from.y], [above[0], from.y], above],
    [out, [out[0], to.y], [out[0], to.y], beside],
  ];
}

/** For each edge its place among those between the same two boxes. */
function fan(edges) {
  const seen = new Map();
  return edges.map(({ from, to }) => {
    const key = from.id < to.id ? `${from.id} ${to.id}` : `${to.id} ${from.id}`;
    const place = seen.get(key) || 0;
    seen.set(key, place + 1);
    return place;
  });
}

const round = (point) => point.map((value) => Math.round(value * 10) / 10).join(" ");

/** Makes `edge` run along a curve, or along a way of points. */
function lay(edge, points, isWay) {
  const [before, end] = points.slice(-2);
  edge.points = points; // the edge lies within their frame
  edge.course = isWay ? points : COURSE.map((part) => pointOn(points, part)); // … and beside this line
  edge.pointAt = isWay ? (part) => pointOnWay(points, part) : (part) => pointOn(points, part);
  edge.d = isWay ? wayPath(points) : `M${round(points[0])}C${points.slice(1).map(round).join(" ")}`;
  edge.end = end;
  edge.angle = Math.atan2(end[1] - before[1], end[0] - before[0]);
}

/** Gives every edge {from, to} (boxes) its `points`, its path `d`, its `end` and the `angle` at which it arrives there
 * (radians), and `crossed`: how many pixels of it lie in other boxes. */
export function route(edges, boxes) {
  const channels = edges.length && edges.length <= MANY ? new Channels(boxes) : null;
  const obstacles = new Obstacles(boxes);
  const places = fan(edges);
  edges.forEach((edge, i) => {
    const { from, to } = edge;
    const curves = upright(from, to, places[i]);
    if (edges.length <= MANY) curves.push(...around(from, to, places[i]), ...corner(from, to));
    let [best, least] = [null, Infinity];
    for (const curve of curves) {
      const [crossed, length] = survey(curve, obstacles, from, to);
      const cost = crossed * CROSSING + length;
      if (cost < least) {
        [best, least] = [curve, cost];
        edge.crossed = crossed; // pixels of it that lie in other boxes
      }
      if (edges.length > MANY && !crossed) break;
    }
    lay(edge, best, false);
    if (!channels || !edge.crossed) return;
    const way = channels.way(from, to, gate(from, to), gate(to, from), (i % 5) - 2);
    if (!way) return;
    const crossed = crossedBy(way, obstacles, from, to);
    if (crossed * CROSSING + lengthOf(way) + (way.length - 2) * BENT >= least) return;
    edge.crossed = crossed;
    lay(edge, way, true);
  });
}
