// Ways between the rows of boxes: along the free strips between two rows, and through a row where two of its boxes
// stand apart. Such a way never crosses a box; where no plain curve is free, an edge takes it.

const CLEAR = 4; // pixels that a way keeps from a box beside it
const TURN = 14; // pixels that a bend is worth
const BESIDE = 18; // pixels beside all boxes where a way may run
const ROUND = 7; // radius of a bend
const APART = 2; // pixels between ways in the same strip

const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

/** Rows from top to bottom: {y, top, bottom, gaps: [from, to] of the free places}. */
function rowsOf(boxes, left, right) {
  const byHeight = new Map();
  for (const box of boxes) {
    if (!byHeight.has(box.y)) byHeight.set(box.y, []);
    byHeight.get(box.y).push(box);
  }
  const rows = [];
  for (const y of [...byHeight.keys()].sort((a, b) => a - b)) {
    const members = byHeight.get(y).sort((a, b) => a.x - b.x);
    const gaps = [];
    let free = left;
    for (const box of [...members, { x: right + BESIDE, width: 2 * BESIDE }]) {
      const [from, to] = [free + CLEAR, box.x - box.width / 2 - CLEAR];
      if (to >= from) gaps.push([from, to]);
      free = Math.max(free, box.x + box.width / 2);
    }
    const half = Math.max(...members.map((box) => box.height)) / 2;
    rows.push({ y, top: y - half, bottom: y + half, gaps });
  }
  return rows;
}

/** Points without those on a straight line between their neighbours. */
function bent(points) {
  const distinct = points.filter(([x, y], i) => !i || x !== points[i - 1][0] || y !== points[i - 1][1]);
  return distinct.filter(([x, y], i) => {
    if (!i || i === distinct.length - 1) return true;
    const [before, after] = [distinct[i - 1], distinct[i + 1]];
    return !((before[0] === x && x === after[0]) || (before[1] === y && y === after[1]));
  });
}

export class Channels {
  constructor(boxes) {
    const left = Math.min(...boxes.map((box) => box.x - box.width / 2)) - BESIDE;
    const right = Math.max(...boxes.map((box) => box.x + box.width / 2)) + BESIDE;
    this.rows = rowsOf(boxes, left, right);
    this.place = new Map(this.rows.map((row, i) => [row.y, i]));
  }

  /** Height of the free strip below a row. */
  strip(row, shift) {
    const [above, below] = [this.rows[row], this.rows[row + 1]];
    const room = below ? Math.max((below.top - above.bottom) / 2 - 1, 0) : BESIDE / 2;
    return above.bottom + room + 1 + clamp(shift * APART, -room, room);
  }

  /**
   * The shortest way from (x, row of `from`) to (goal, row of `to`) as points, within a row the one below it; null where
   * there is none. `shift` (small whole number) keeps it from ways in the same strips.
   */
  way(from, to, x, goal, shift) {
    const [first, last] = [this.place.get(from.y), this.place.get(to.y)];
    const strip = (row) => this.strip(row, shift);
    if (first === last) {
      const y = strip(first);
      return bent([[x, from.y + from.height / 2], [x, y], [goal, y], [goal, to.y + to.height / 2]]);
    }
    const down = first < last ? 1 : -1;
    let states = [{ x, cost: 0, before: null, y: 0 }];
    for (let row = first + down; row !== last; row += down) {
      const next = [];
      for (const [low, high] of this.rows[row].gaps) {
        let best = null;
        for (const state of states) {
          const at = clamp(state.x, low, high);
          const cost = state.cost + Math.abs(at - state.x) + (at === state.x ? 0 : TURN) + 0.2 * Math.abs(at - goal);
          if (!best || cost < best.cost) best = { x: at, cost, before: state, y: strip(down > 0 ? row - 1 : row) };
        }
        if (best) next.push(best);
      }
      states = next;
    }
    const end = states.reduce((best, state) => (!best || state.cost + Math.abs(state.x - goal) < best.cost + Math.abs(best.x - goal) ? state : best), null);
    if (!end) return null;
    const arrival = strip(down > 0 ? last - 1 : last);
    const back = [[goal, to.y - (down * to.height) / 2], [goal, arrival], [end.x, arrival]];
    for (let state = end; state.before; state = state.before) back.push([state.x, state.y], [state.before.x, state.y]);
    back.push([x, from.y + (down * from.height) / 2]);
    return bent(back.reverse());
  }
}

export function lengthOf(points) {
  return points.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - points[i][0], y - points[i][1]), 0);
}

/** The point at `part` (0 to 1) of a way. */
export function pointOnWay(points, part) {
  let left = lengthOf(points) * part;
  for (let i = 1; i < points.length; i += 1) {
    const [a, b] = [points[i - 1], points[i]];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (left <= length || i === points.length - 1) return [0, 1].map((k) => a[k] + ((b[k] - a[k]) * Math.min(left, length)) / (length || 1));
    left -= length;
  }
  return points[0];
}

/** A way as an SVG path with round bends. */
export function wayPath(points) {
  const write = (point) => point.map((value) => Math.round(value * 10) / 10).join(" ");
  const towards = (a, b, most) => {
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    const part = Math.min(most, length / 2) / length;
    return [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part];
  };
  const bends = points.slice(1, -1).map((point, i) => `L${write(towards(point, points[i], ROUND))}Q${write(point)} ${write(towards(point, points[i + 2], ROUND))}`);
  return `M${write(points[0])}${bends.join("")}L${write(points[points.length - 1])}`;
}
