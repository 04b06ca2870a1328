// The map: the scene of a state on a canvas that moves, what is in hand, and what the pointer means.

import { Canvas } from "./canvas.js";
import { Layer } from "./layer.js";
import { makeScene } from "./scene.js";
import { PHONE, STRIP, drawBox, drawEdge, drawEdgeLabels, drawGround, drawRulers, laneGutter } from "./drawing.js";
import { number, t } from "./language.js";
import { lettering } from "./lettering.js";
import { LEGIBLE, drawTags } from "./nametags.js";
import { predicateStyle } from "./palette.js";

const LABELLED_EDGES = 24; // a selected node with more edges shows no words on them
const TOOLS = 44; // height of the buttons at the lower edge, or above the panel that lies over it
const MANY = 60; // documents from which the map may have to say that they are folded
const NOTE = 28; // height of what the map says of itself, where it does
const AROUND = 2; // pixels that are seen around a box that is looked for
const EDGE = 20; // pixels kept free above and below the boxes
const SIDES = [8, 32]; // … and left and right of them, where edges swing out; to the left they may lie under the lanes' names
const FEW_EDGES = 200; // more are drawn plainly while the picture grows or shrinks
const ARROW = 16; // pixels that an edge and its arrow may stand out over its course
const AROUND_BOX = 40; // pixels around a box that belong to it: its ring, its flag, the boxes behind it
const LARGEST = 1.3;
const READABLE = 0.5; // zoom below which boxes carry no text
const CLOSE = 0.9; // zoom for a node that is looked for on a map drawn smaller than readable
const SPOTS = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82]; // parts of an edge where its word may stand
const SMALLEST = 11; // pixels of the words in a small window, which shows a part of the map rather than smaller ones
const LOW = 460; // pixels below which a window is small, however wide
const NEAR_EDGE = 6; // pixels from an edge at which it is meant

export class GraphMap {
  /** `handlers`: select(node), expand(node), edge(edge), unfold(key), clear(), resize(). */
  constructor(container, graph, handlers) {
    Object.assign(this, { container, graph, handlers });
    this.scene = null;
    this.selected = -1;
    this.near = new Set(); // boxes beside what is in hand
    this.strong = new Set(); // its edges
    this.hovered = null;
    this.emphasised = new Set(); // edges of a path
    this.edgeLabels = [];
    this.words = []; // what stands on edges
    this.tagged = [];
    this.layer = new Layer();
    this.canvas = new Canvas(container, {
      paint: (context) => this.paint(context),
      click: (place) => this.click(place),
      double: () => this.double(),
      hover: (place) => this.hover(place),
      resize: () => handlers.resize(),
    });
  }

  // --- what there is ---

  /** Nodes that have a box of their own. */
  get drawn() {
    return new Set((this.scene?.boxes || []).filter((box) => !box.members).map((box) => box.node));
  }

  /** Edges of the graph that are drawn, alone or in a bundle. */
  get drawnEdges() {
    return (this.scene?.edges || []).flatMap((edge) => edge.edges);
  }

  get positions() {
    return new Map((this.scene?.boxes || []).filter((box) => !box.members).map((box) => [box.node, [box.x, box.y]]));
  }

  box(node) {
    const box = this.scene?.boxOf.get(node);
    return box && !box.members ? box : null;
  }

  /** Whether all relations of `node` that pass the filters are in the picture. */
  isWhole(node, state) {
    if (this.graph.whole && !state.centres.length) return !this.scene?.folded;
    if (!this.scene || !state.centres.length) return false; // folded, or the best connected of a large graph
    const box = this.box(node);
    if (!box || box.more) return false;
    if (state.centres.length === 1 && state.centres[0] === node) return true;
    const folded = (other) => this.scene.boxOf.get(other)?.members;
    return ![...this.graph.outgoing(node)].some((edge) => folded(this.graph.edges.o[edge])) && ![...this.graph.incoming(node)].some((edge) => folded(this.graph.edges.s[edge]));
  }

  /** Room for boxes in the window: {width, height, left, top} in its pixels. */
  room() {
    const { width = 860, height = 740 } = this.canvas;
    const left = laneGutter(width);
    const top = STRIP + (this.noted ? Math.max(document.getElementById("limit-note").offsetHeight, NOTE) + 14 : 0);
    const under = TOOLS + this.covered();
    return { left, top, width: Math.max(width - left - SIDES[0] - SIDES[1], 50), height: Math.max(height - top - under - EDGE, 50) };
  }

  /** Takes up what `state` wants. Returns whether the scene is another one. */
  show(state, filters, lang) {
    this.canvas.measure();
    this.noted = state.centres.length === 1 || !this.graph.whole || this.graph.documentCount > MANY; // it is written when the scene is there
    const { centres, expanded, unfolded, hops, selected } = state;
    const { width, height } = this.canvas;
    const strange = this.scene && selected >= 0 && !this.scene.shown.has(selected) ? selected : -1;
    const key = JSON.stringify([centres, expanded, unfolded, hops, filters.key, strange < 0 ? -1 : strange, width, height, lang]);
    const changed = key !== this.key;
    if (changed) {
      this.key = key;
      const { width: across, height: down } = this.room();
      // On a phone the covered part comes and goes; the layout is for the whole window.
      const view = { width: across, height: Math.max(down, (height || 740) - STRIP - TOOLS - 2 * EDGE) };
      this.scene = makeScene(this.graph, state, filters, view);
      this.hovered = null;
    }
    this.select(selected);
    return changed;
  }

  /** Marks a node (or none, -1) and what is beside it. */
  select(node, emphasised = this.emphasised) {
    const { edges } = this.scene;
    this.emphasised = emphasised;
    const found = emphasised.size ? null : this.box(node);
    this.selected = found ? node : -1;
    const box = found || (this.hovered?.members && !emphasised.size ? this.hovered : null);
    this.held = box;
    this.strong = new Set(edges.filter((edge) => (emphasised.size ? edge.edges.some((one) => emphasised.has(one)) : box && (edge.from === box || edge.to === box))));
    this.near = new Set([...this.strong].flatMap((edge) => [edge.from, edge.to]));
    this.edgeLabels = this.strong.size <= LABELLED_EDGES ? [...this.strong].map((edge) => this.label(edge)) : [];
    this.repaint();
  }

  label(edge) {
    const { graph } = this;
    const name = graph.predicate(edge.p).split(",")[0];
    const [a, b] = [edge.points[0], edge.end];
    return {
      text: edge.edges.length > 1 ? `${name} (${edge.edges.length})` : name,
      colour: predicateStyle(graph.predicates[edge.p].id).colour,
      length: Math.hypot(a[0] - b[0], a[1] - b[1]),
      spots: SPOTS.map((part) => edge.pointAt(part)),
    };
  }

  // --- painting ---

  look(box) {
    const anything = this.held || this.emphasised.size > 0;
    const selected = box.node >= 0 && box.node === this.selected;
    const hovered = box === this.hovered;
    return { selected, hovered, faded: Boolean(anything) && !selected && !hovered && !this.near.has(box), simple: this.canvas.scale < READABLE };
  }

  screen() {
    const { canvas } = this;
    return {
      ratio: canvas.ratio,
      width: canvas.width,
      height: canvas.height,
      zoom: canvas.scale,
      x: (x) => (x - canvas.centre.x) * canvas.scale + canvas.width / 2,
      y: (y) => (y - canvas.centre.y) * canvas.scale + canvas.height / 2,
    };
  }

  /** Boxes, those first whose names matter most: in hand, beside it, well connected. */
  byRank() {
    const weight = (box) =>
      (box.node === this.selected || box === this.hovered ? 1e9 : this.near.has(box) ? 1e6 : 0) + (box.members ? 1e3 : this.graph.degree[box.node]);
    return [...this.scene.boxes].sort((a, b) => weight(b) - weight(a) || a.id - b.id);
  }

  paint(context) {
    if (!this.scene) return;
    const { canvas, graph, layer, scene } = this;
    const ranked = this.byRank();
    if (canvas.zooming) layer.forget(); // what was painted plainly is not kept
    layer.show(canvas, canvas.moving, (world, view) => this.paintWorld(world, view, ranked));
    const screen = this.screen();
    lettering(context);
    this.tagged = drawTags(context, ranked, (box) => this.look(box), screen);
    this.words = drawEdgeLabels(context, this.edgeLabels, scene.boxes.filter((box) => canvas.scale >= LEGIBLE || this.near.has(box)), screen);
    drawRulers(context, graph, scene.frame, screen);
  }

  /** Ground, edges and boxes of the part `view` of the world. */
  paintWorld(context, view, ranked) {
    const { canvas, graph, scene, strong } = this;
    lettering(context);
    drawGround(context, scene.frame, { ...view, zoom: canvas.scale });
    const plain = canvas.zooming && scene.edges.length > FEW_EDGES;
    const anything = Boolean(this.held) || this.emphasised.size > 0;
    for (const edge of scene.edges) {
      if (!strong.has(edge) && inView(edge, view)) drawEdge(context, graph, edge, { faded: anything, strong: false, plain });
    }
    for (const edge of strong) if (inView(edge, view)) drawEdge(context, graph, edge, { faded: false, strong: true, plain });
    context.setLineDash([]);
    for (let i = ranked.length - 1; i >= 0; i -= 1) {
      const box = ranked[i];
      if (Math.abs(box.x - (view.left + view.right) / 2) * 2 > view.right - view.left + box.width + AROUND_BOX) continue;
      if (Math.abs(box.y - (view.top + view.bottom) / 2) * 2 > view.bottom - view.top + box.height + AROUND_BOX) continue;
      this.paintBox(context, box);
    }
  }

  paintBox(context, box) {
    drawBox(context, box, this.look(box));
  }

  styleOf(predicate) {
    return predicateStyle(predicate);
  }

  /** Redraws with the colours and language of now. */
  repaint() {
    if (!this.scene) return;
    this.layer.forget();
    this.canvas.paintSoon();
  }

  // --- pointer ---

  boxAt({ x, y }) {
    return this.scene.boxes.find((box) => Math.abs(box.x - x) <= box.width / 2 && Math.abs(box.y - y) <= box.height / 2) || null;
  }

  edgeAt({ x, y }) {
    let [nearest, least] = [null, NEAR_EDGE / this.canvas.scale];
    for (const edge of this.scene.edges) {
      if (this.strong.size && !this.strong.has(edge)) continue;
      for (let part = 0; part <= 1; part += 1 / 60) {
        const [px, py] = edge.pointAt(part);
        const distance = Math.hypot(px - x, py - y);
        if (distance < least) [nearest, least] = [edge, distance];
      }
    }
    return nearest;
  }

  /** Opens a folded box, selects a document. */
  enter(box) {
    this.hovered = null;
    this.clicked = box.members ? -1 : box.node;
    if (box.members) this.handlers.unfold(box.key);
    else this.handlers.select(box.node);
  }

  click(place) {
    const box = this.boxAt(place);
    this.clicked = -1;
    if (box) this.enter(box);
    else {
      const edge = this.edgeAt(place);
      if (edge && !this.scene.folded) this.handlers.edge(edge.edges[0]);
      else this.handlers.clear();
    }
  }

  /** The second click means the node of the first one, which may have moved away under it. */
  double() {
    if (this.clicked >= 0) this.handlers.expand(this.clicked);
  }

  hover(place) {
    const box = place && this.scene ? this.boxAt(place) : null;
    if (box === this.hovered) return;
    this.point(box);
    this.container.title = box ? this.nameOf(box).join("\n") : "";
    this.container.style.cursor = box ? "pointer" : "";
  }

  /** What a box is, for people: its name, date and title, and what its marks mean. */
  nameOf(box) {
    const { graph } = this;
    if (box.members) return box.lines.filter(Boolean);
    const hidden = box.more + box.beyond;
    const marks = [hidden && t("hiddenOnes", { count: number(hidden) }), box.finding && t("flagged")];
    return [graph.fullLabel(box.node), graph.lines(box.node)[1], graph.title(box.node), ...marks].filter(Boolean);
  }

  /** Takes a box (or null) as the one that is pointed at; a folded one shows what it is related to. */
  point(box) {
    this.hovered = box;
    this.select(this.selected);
  }

  // --- moving ---

  /** Bounds of the boxes. */
  bounds() {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const box of this.scene.boxes) {
      left = Math.min(left, box.x - box.width / 2);
      right = Math.max(right, box.x + box.width / 2);
      top = Math.min(top, box.y - box.height / 2);
      bottom = Math.max(bottom, box.y + box.height / 2);
    }
    return left <= right ? { left, top, right, bottom } : { left: 0, top: 0, right: 1, bottom: 1 };
  }

  /** Pixels at the lower edge that lie under the panel (on a phone it slides over the map). */
  covered() {
    const map = this.container.getBoundingClientRect();
    const panel = document.getElementById("panel").getBoundingClientRect();
    return panel.height && panel.left < map.right - 1 && panel.right > map.left + 1 ? Math.max(0, map.bottom - panel.top) : 0;
  }

  /** Whether the window has no room for a whole map that can be read. */
  get small() {
    return this.canvas.width < PHONE || window.innerHeight < LOW;
  }

  /** Shows all boxes; in a small window, where their words could not be read and nobody asked for the `whole`, as many as
   * can be around the one in hand, or around the centre. */
  fit(whole = false) {
    const { left, top, right, bottom } = this.bounds();
    const room = this.room();
    const [across, down] = [room.width / (right - left), room.height / (bottom - top)];
    let scale = Math.min(across, down, LARGEST);
    let x = (left + right) / 2;
    let y = (top + bottom) / 2;
    const { first, second } = this.scene.density;
    const readable = SMALLEST / Math.min(first[0], (second ?? first)[0]);
    if (!whole && this.small && scale < readable) {
      scale = readable;
      const centre = this.box(this.selected) || this.box(this.scene.centre) || this.byRank()[0];
      const [halfX, halfY] = [room.width / 2 / scale, room.height / 2 / scale];
      x = clamp(centre.x, left + halfX, right - halfX);
      y = clamp(centre.y, top + halfY, bottom - halfY);
    }
    // The middle of the room, which is not that of the window.
    const middle = { x: room.left + SIDES[0] + room.width / 2, y: room.top + room.height / 2 + EDGE / 2 };
    const { width = 860, height = 740 } = this.canvas;
    this.canvas.moveTo({ scale, x: x - (middle.x - width / 2) / scale, y: y - (middle.y - height / 2) / scale });
  }

  /** Moves so that the node is in the picture; nothing happens if all of it already is. */
  moveTo(node) {
    const box = this.box(node);
    if (!box) return;
    const { canvas } = this;
    const scale = canvas.scale < READABLE ? CLOSE : canvas.scale;
    const under = TOOLS + this.covered();
    const at = canvas.toScreen(box);
    const [halfX, halfY] = [(box.width / 2) * scale + AROUND, (box.height / 2) * scale + AROUND];
    const { top } = this.room();
    const inside = at.x > halfX && at.x < canvas.width - halfX && at.y > top + halfY && at.y < canvas.height - under - halfY;
    if (inside && scale === canvas.scale) return;
    // The middle of what neither the years, what the map says of itself nor the panel cover.
    canvas.moveTo({ scale, x: box.x, y: box.y - (top - under) / 2 / scale });
  }

  zoom(factor) {
    this.canvas.zoom(factor);
  }

  /** The box that the keys are at: one that is pointed at, else the selected one, else none. */
  get cursor() {
    return this.hovered || this.box(this.selected);
  }

  /** The box beside the cursor that lies best in a direction ("left", "right", "up", "down"), the linked ones first; without
   * a cursor the first box. Null where there is none. */
  towards(direction) {
    const [dx, dy] = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] }[direction];
    const here = this.cursor;
    if (!here) return this.scene.boxes[0] || null;
    const linked = this.scene.folded ? [] : [...this.near].filter((box) => box !== here);
    let best = [Infinity, null];
    for (const box of linked.length ? linked : this.scene.boxes) {
      if (box === here) continue;
      const along = (box.x - here.x) * dx + (box.y - here.y) * dy;
      const aside = Math.abs((box.x - here.x) * dy) + Math.abs((box.y - here.y) * dx);
      if (along > 0 && along + 2 * aside < best[0]) best = [along + 2 * aside, box];
    }
    return best[1];
  }
}

/** `value` within `low` and `high`; where there is nothing between them, their middle. */
function clamp(value, low, high) {
  return low > high ? (low + high) / 2 : Math.min(Math.max(value, low), high);
}

/** Whether what an edge paints may touch the visible part. */
function inView(edge, view) {
  const [left, top, right, bottom] = [view.left - ARROW, view.top - ARROW, view.right + ARROW, view.bottom + ARROW];
  let [x, y] = edge.course[0];
  for (const [nextX, nextY] of edge.course) {
    if ((x >= left || nextX >= left) && (x <= right || nextX <= right) && (y >= top || nextY >= top) && (y <= bottom || nextY <= bottom)) return true;
    [x, y] = [nextX, nextY];
  }
  return false;
}
