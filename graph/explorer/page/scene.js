// What the map shows of a state: boxes at their places and the edges between them. Two painters draw it: drawing.js on
// the canvas, svgmap.js for files and paper. A box stands for one node, or for many of one kind that are folded together.

import { DENSITIES, boxOf, foldBox } from "./boxes.js";
import { arrange } from "./layout.js";
import { choose } from "./neighbourhood.js";
import { bestConnected, bundles, waysToFold, withinOpened } from "./overview.js";
import { route } from "./routes.js";

const FOLD_FROM = 40; // neighbours from which those of one kind are folded together
const FOLD_TO = 60; // boxes that folding by issuer and year may leave
const WORTH = 1.02; // less is said only for a picture so much larger
const KIND = 6; // so many of a kind become one box
const SINGLY = 150; // documents that are tried one by one in a picture of the whole
const FEW = 60; // … and so many stand one by one, but for what an opened box has no room for
const SOME = [90, 70, 50, 35, 24, 16]; // best connected that stand before a box of the rest, where nothing else divides
const TELLING = 16; // boxes of a picture of the whole that tell something
const LEGIBLE = 0.96; // scale at which the smallest words of a box have 11 pixels

/** Neighbours of a node over the relations shown, with repetitions. */
export function neighboursOf(graph, filters) {
  return (node) => {
    const others = [];
    for (const edge of graph.outgoing(node)) if (filters.relation(graph.edges.p[edge])) others.push(graph.edges.o[edge]);
    for (const edge of graph.incoming(node)) if (filters.relation(graph.edges.p[edge])) others.push(graph.edges.s[edge]);
    return others;
  };
}

/** Nodes that the state wants drawn around its centres, in the order in which they were chosen: of a centre all
 * neighbours, around several (a path) as many as are drawn at once. */
function wantedNodes(graph, state, filters) {
  const around = neighboursOf(graph, filters);
  const { centres, expanded, hops, selected } = state;
  const direct = new Set(centres);
  for (const centre of centres) for (const other of around(centre)) if (filters.visible(other)) direct.add(other);
  const limit = Math.max(graph.data.limit, centres.length === 1 ? direct.size : centres.length);
  const nodes = choose({
    size: graph.size, degree: graph.degree, around, visible: filters.visible, centres, expanded, hops, limit,
  }); // prettier-ignore
  if (selected >= 0 && !nodes.includes(selected)) {
    if (nodes.length >= limit) nodes.pop();
    nodes.push(selected);
  }
  return nodes;
}

/** How a neighbour is related to the centre: "based_on < | implements >". */
function ties(graph, centre, node, filters) {
  const found = new Set();
  for (const edge of graph.outgoing(node)) if (graph.edges.o[edge] === centre && filters.relation(graph.edges.p[edge])) found.add(`${graph.edges.p[edge]}>`);
  for (const edge of graph.incoming(node)) if (graph.edges.s[edge] === centre && filters.relation(graph.edges.p[edge])) found.add(`${graph.edges.p[edge]}<`);
  return [...found].sort().join("|");
}

/** Groups of neighbours of one centre that are folded: Map key -> nodes. Same relation, type, and as `fine` says issuer
 * (2) and year (3). */
function foldsOf(graph, nodes, state, filters, fine) {
  const folds = new Map();
  if (!fine) return folds;
  const [centre] = state.centres;
  const keep = new Set([centre, state.selected, ...state.expanded]);
  for (const node of nodes) {
    if (keep.has(node) || graph.isIssuer(node)) continue;
    const tie = ties(graph, centre, node, filters);
    if (!tie) continue;
    const parts = [tie, graph.rows.type[node], graph.issuerName(node), graph.year(node) ?? ""];
    const key = [fine, ...parts.slice(0, fine + 1)].join(" ");
    if (!folds.has(key)) folds.set(key, []);
    folds.get(key).push(node);
  }
  for (const [key, members] of folds) if (members.length < KIND || state.unfolded.includes(key)) folds.delete(key);
  return folds;
}

/** How finely neighbours may be folded, the finest first; where nothing is to be folded, not at all. */
function finenesses(nodes, state) {
  if (state.centres.length !== 1 || nodes.length < FOLD_FROM) return [0];
  return state.unfolded.length ? [Number(state.unfolded[0][0]) || 3] : [3, 2, 1]; // what was opened stays as it was folded
}

/** Distinct relations from `node` to nodes that pass the filters but are not among `shown`. */
export function hiddenRelations(graph, node, filters, shown) {
  let count = 0;
  const look = (edge, other) => {
    if (filters.relation(graph.edges.p[edge]) && !graph.isLoop(edge) && !shown.has(other) && filters.visible(other)) count += 1;
  };
  for (const edge of graph.outgoing(node)) look(edge, graph.edges.o[edge]);
  for (const edge of graph.incoming(node)) look(edge, graph.edges.s[edge]);
  return count;
}

function makeBoxes(graph, nodes, folds, density) {
  const inside = new Set([...folds.values()].flat());
  const boxes = nodes.filter((node) => !inside.has(node)).map((node) => boxOf(graph, node, density));
  let id = graph.size;
  for (const [key, members] of folds) {
    boxes.push(foldBox(graph, id, key, members, density));
    id += 1;
  }
  return boxes;
}

/** Scale at which a frame of this extent fills `view`. */
function scaleOf(boxes, positions, view) {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const box of boxes) {
    const [x, y] = positions.get(box.id);
    left = Math.min(left, x - box.width / 2);
    right = Math.max(right, x + box.width / 2);
    top = Math.min(top, y - box.height / 2);
    bottom = Math.max(bottom, y + box.height / 2);
  }
  return Math.min(view.width / Math.max(right - left, 1), view.height / Math.max(bottom - top, 1));
}

/** Nodes folded as finely as can still be read when all boxes are in `view`, and where they stand. */
function folded(graph, nodes, state, filters, view) {
  let best = null;
  for (const fine of finenesses(nodes, state)) {
    const laid = layOut(graph, nodes, foldsOf(graph, nodes, state, filters, fine), view);
    if (!best || laid.scale > best.scale * WORTH) best = laid;
    if (best.boxes.length <= FOLD_TO && best.scale >= LEGIBLE) break;
  }
  return best;
}

/** All of `nodes` at a glance: one by one where they can be read, else folded as finely as can be, else the best connected
 * before a box of the others. */
function atAGlance(graph, nodes, state, filters, view) {
  const singly = nodes.length <= SINGLY ? layOut(graph, nodes, new Map(), view) : null;
  const few = nodes.length <= FEW;
  if (singly && (singly.scale >= LEGIBLE || (few && !state.unfolded.length))) return singly;
  let best = null;
  for (const folds of few ? [] : waysToFold(graph, nodes, state.selected)) {
    const laid = layOut(graph, nodes, folds, view, true);
    if (laid.scale >= LEGIBLE && laid.density.second) {
      // Fewer boxes that say more, but not so few that they say nothing.
      if (!best || best.scale < LEGIBLE || laid.boxes.length >= TELLING) best = laid;
      break;
    }
    if (!best || (best.scale < LEGIBLE && laid.scale > best.scale * WORTH)) best = laid;
  }
  if (best) return best;
  for (const count of SOME) {
    best = layOut(graph, nodes, bestConnected(graph, nodes, state.selected, count), view);
    if (best.scale >= LEGIBLE) return best;
  }
  return few ? singly : best;
}

/** Boxes that say as much as can be read when all of them are in `view`, and where they stand; `periods` as in `arrange`. */
function layOut(graph, nodes, folds, view, periods = false) {
  let best = null;
  for (const density of DENSITIES) {
    const boxes = makeBoxes(graph, nodes, folds, density);
    const items = boxes.map((box) => ({ key: box.id, lane: box.lane, width: box.width, day: box.day, issuer: box.issuer }));
    const shown = boxes.filter((box) => !box.issuer);
    const { positions, frame } = arrange(items, view, density.height, periods);
    const scale = scaleOf(shown.length ? shown : boxes, positions, view);
    if (!best || scale > best.scale * WORTH) best = { density, boxes, positions, frame, scale };
    if (scale >= LEGIBLE) break;
  }
  return best;
}

function makeEdges(graph, boxes, boxOfNode, filters, centre) {
  const found = [];
  const bundled = new Map();
  for (const node of [...boxOfNode.keys()].sort((a, b) => a - b)) {
    for (const edge of graph.outgoing(node)) {
      const [p, other] = [graph.edges.p[edge], graph.edges.o[edge]];
      const [from, to] = [boxOfNode.get(node), boxOfNode.get(other)];
      if (!to || from === to || graph.isLoop(edge) || !filters.relation(p)) continue;
      if (from.members || to.members) {
        if (node !== centre && other !== centre) continue;
        const key = `${from.id} ${to.id} ${p}`;
        if (bundled.has(key)) {
          bundled.get(key).edges.push(edge);
          continue;
        }
        bundled.set(key, { from, to, p, edges: [edge] });
        found.push(bundled.get(key));
      } else {
        found.push({ from, to, p, edges: [edge] });
      }
    }
  }
  return found;
}

/** The lanes and columns of a frame that have something drawn in them. */
function inUse(frame, boxes) {
  const lanes = new Set(boxes.map((box) => box.lane));
  return {
    ...frame,
    bands: frame.bands.filter(([lane]) => lanes.has(lane)),
    undated: boxes.some((box) => !box.issuer && box.day === null) ? frame.undated : null,
    issuers: boxes.some((box) => box.issuer) ? frame.issuers : null,
  };
}

/**
 * The scene of a state in a window of `view` {width, height}: {boxes, edges, centre: the node that it is around or -1,
 * frame, boxOf: node -> box, shown: nodes that have a box or are folded into one, folded: whether any is folded in a
 * picture without a centre}. In a graph that is drawn whole, filters leave every box at its place.
 */
export function makeScene(graph, state, filters, view) {
  const around = state.centres.length > 0;
  const nodes = around ? wantedNodes(graph, state, filters) : withinOpened(graph, state, filters);
  if (!around && state.selected >= 0 && !nodes.includes(state.selected)) nodes.push(state.selected);
  const whole = graph.whole && !around && !state.unfolded.length;
  // Bodies are hidden at first; only where they are shown the others make room for them.
  const bodies = nodes.some((node) => graph.isIssuer(node));
  const every = whole ? Array.from({ length: bodies ? graph.size : graph.documentCount }, (_, node) => node) : nodes;
  const laid = (around ? folded : atAGlance)(graph, every, state, filters, view);
  for (const box of laid.boxes) [box.x, box.y] = laid.positions.get(box.id);
  const passing = new Set(nodes);
  const boxes = laid.boxes.filter((box) => box.members || passing.has(box.node));
  const places = new Map();
  for (const box of boxes) for (const node of box.members || [box.node]) if (passing.has(node)) places.set(node, box);
  const shown = new Set(places.keys());
  for (const box of boxes) box.beyond = box.members ? 0 : graph.beyond.count(box.node);
  for (const box of boxes) box.more = box.members || !around ? 0 : hiddenRelations(graph, box.node, filters, shown);
  const isFolded = !around && boxes.some((box) => box.members);
  const centre = state.centres.length === 1 ? state.centres[0] : -1;
  const edges = isFolded ? bundles(graph, places, filters) : makeEdges(graph, boxes, places, filters, centre);
  route(edges, boxes);
  return { boxes, edges, centre, frame: inUse(laid.frame, boxes), boxOf: places, shown, density: laid.density, whole, folded: isFolded };
}
