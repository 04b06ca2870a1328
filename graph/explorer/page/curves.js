// The course of edges: for vis-network as an option, for SVG as a path. Parallel edges fan out.

const FLAT = 30; // height difference below which an edge runs beside its row instead of upright
const UPRIGHT = 24; // the same for a column: a straight line would run through the boxes between

/** For each edge its place among those between the same two nodes. */
export function fan(items) {
  const seen = new Map();
  return items.map(({ from, to }) => {
    const key = from < to ? `${from} ${to}` : `${to} ${from}`;
    const place = seen.get(key) || 0;
    seen.set(key, place + 1);
    return place;
  });
}

/** vis-network's `smooth` for an edge from one centre to another. */
export function smoothness(from, to, place) {
  if (Math.abs(from[1] - to[1]) < FLAT) return { enabled: true, type: "curvedCW", roundness: 0.22 + 0.12 * place };
  if (Math.abs(from[0] - to[0]) < UPRIGHT) return { enabled: true, type: "curvedCW", roundness: 0.14 + 0.1 * place };
  if (place) return { enabled: true, type: place % 2 ? "curvedCW" : "curvedCCW", roundness: 0.12 * Math.ceil(place / 2) };
  return { enabled: true, type: "cubicBezier", forceDirection: "vertical", roundness: 0.38 };
}

/** The point of the curve at `part` (0 to 1) of its way between two centres. */
export function pointOn(from, to, place, part = 0.5) {
  const smooth = smoothness(from, to, place);
  const rest = 1 - part;
  if (smooth.type === "cubicBezier") {
    const dy = (to[1] - from[1]) * smooth.roundness;
    const along = (a, b, c, d) => rest ** 3 * a + 3 * rest * rest * part * b + 3 * rest * part * part * c + part ** 3 * d;
    return [along(from[0], from[0], to[0], to[0]), along(from[1], from[1] + dy, to[1] - dy, to[1])];
  }
  const share = (smooth.type === "curvedCW" ? 1 : -1) * smooth.roundness;
  const via = [(from[0] + to[0]) / 2 + (to[1] - from[1]) * share, (from[1] + to[1]) / 2 - (to[0] - from[0]) * share];
  return [0, 1].map((i) => rest * rest * from[i] + 2 * rest * part * via[i] + part * part * to[i]);
}

/** Where the line from `inner` (a centre) towards `outer` leaves a box of this size. */
function leave(inner, outer, width, height) {
  const dx = outer[0] - inner[0];
  const dy = outer[1] - inner[1];
  if (!dx && !dy) return inner;
  const share = Math.min(width / 2 / Math.abs(dx || 1e-9), height / 2 / Math.abs(dy || 1e-9), 1);
  return [inner[0] + dx * share, inner[1] + dy * share];
}

/** SVG path from box to box; sizes are [width, height]. */
export function path(from, to, place, fromSize, toSize) {
  const round = (point) => point.map((value) => Math.round(value * 10) / 10).join(" ");
  const smooth = smoothness(from, to, place);
  if (smooth.type === "cubicBezier") {
    const dy = to[1] - from[1];
    const sign = Math.sign(dy);
    const start = [from[0], from[1] + (sign * fromSize[1]) / 2];
    const end = [to[0], to[1] - (sign * toSize[1]) / 2];
    const one = [from[0], from[1] + dy * smooth.roundness];
    const two = [to[0], to[1] - dy * smooth.roundness];
    return `M${round(start)} C${round(one)} ${round(two)} ${round(end)}`;
  }
  const turn = smooth.type === "curvedCW" ? 1 : -1;
  const dx = to[0] - from[0];
  const dy = to[1] - from[1];
  const via = [
    (from[0] + to[0]) / 2 + turn * dy * smooth.roundness,
    (from[1] + to[1]) / 2 - turn * dx * smooth.roundness,
  ];
  return `M${round(leave(from, via, ...fromSize))} Q${round(via)} ${round(leave(to, via, ...toSize))}`;
}
