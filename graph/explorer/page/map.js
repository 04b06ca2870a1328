// The map: vis-network shows the drawn nodes at their places; everything around it is painted by drawing.js.

import { arrange } from "./layout.js";
import { choose } from "./neighbourhood.js";
import { fan, pointOn, smoothness } from "./curves.js";
import { PHONE, STRIP, drawEdgeLabels, drawGround, drawNode, drawRulers, laneGutter } from "./drawing.js";
import { BOX_HEIGHT } from "./boxes.js";
import { drawTags } from "./nametags.js";
import { predicateStyle } from "./palette.js";

const LABELLED_EDGES = 24; // a selected node with more edges shows no words on them
const TOOLS = 44; // height of the buttons at the lower edge
const FEW_EDGES = 200; // more are not drawn while the picture moves
const LARGEST = 1.5;
const SMALLEST = 0.03;
const READABLE = 0.45; // zoom below which boxes carry no text
const CLOSE = 0.8; // zoom for a node that is looked for on a map drawn smaller than readable
const SPOTS = [0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78]; // parts of an edge where its word may stand
const PHONE_OPENING = 0.42; // a phone opens no smaller than this, on a part of the map

export class GraphMap {
  /** `handlers`: select(node), expand(node), edge(edge), clear(). */
  constructor(container, graph, picture, handlers) {
    Object.assign(this, { container, graph, handlers });
    this.whole = graph.size <= graph.data.limit;
    this.positions = new Map();
    this.frame = arrange([]).frame;
    this.drawn = new Set();
    this.drawnEdges = [];
    this.selected = -1;
    this.near = new Set();
    this.hovered = -1;
    this.emphasised = new Set(); // edges of a path
    this.edgeLabels = [];
    this.nodeItems = new vis.DataSet();
    this.edgeItems = new vis.DataSet();
    this.network = new vis.Network(container, { nodes: this.nodeItems, edges: this.edgeItems }, picture.options);
    this.listen();
  }

  listen() {
    const { graph, network, handlers } = this;
    network.on("beforeDrawing", (context) => drawGround(context, this.frame, this.viewport()));
    network.on("afterDrawing", (context) => {
      this.tagged = drawTags(context, this.graph, this.byRank(), this.positions, (node) => this.look(node), this.screen());
      drawEdgeLabels(context, this.edgeLabels, this.strongBoxes(), this.screen());
      drawRulers(context, this.graph, this.frame, this.screen());
    });
    network.on("click", ({ pointer }) => {
      const node = network.getNodeAt(pointer.DOM);
      const edge = network.getEdgeAt(pointer.DOM);
      if (node !== undefined) handlers.select(node);
      else if (edge !== undefined) handlers.edge(edge);
      else handlers.clear();
    });
    network.on("doubleClick", ({ pointer }) => {
      const node = network.getNodeAt(pointer.DOM);
      if (node !== undefined) handlers.expand(node);
    });
    network.on("hoverNode", ({ node }) => {
      this.hovered = node;
      this.container.title = [graph.fullLabel(node), graph.title(node)].filter(Boolean).join("\n");
      this.container.style.cursor = "pointer";
      network.redraw();
    });
    network.on("blurNode", () => {
      this.hovered = -1;
      this.container.title = "";
      this.container.style.cursor = "";
      network.redraw();
    });
    network.on("zoom", () => this.clampZoom());
  }

  viewport() {
    const { clientWidth, clientHeight } = this.container;
    const topLeft = this.network.DOMtoCanvas({ x: 0, y: 0 });
    const bottomRight = this.network.DOMtoCanvas({ x: clientWidth, y: clientHeight });
    return { left: topLeft.x, top: topLeft.y, right: bottomRight.x, bottom: bottomRight.y, zoom: this.network.getScale() };
  }

  screen() {
    const canvas = this.container.querySelector("canvas");
    const origin = this.network.canvasToDOM({ x: 0, y: 0 });
    const zoom = this.network.getScale();
    return {
      ratio: canvas.width / Math.max(canvas.clientWidth, 1),
      width: canvas.clientWidth,
      height: canvas.clientHeight,
      zoom,
      x: (x) => origin.x + x * zoom,
      y: (y) => origin.y + y * zoom,
    };
  }

  clampZoom() {
    const zoom = this.network.getScale();
    if (zoom > 4 || zoom < SMALLEST) {
      this.network.moveTo({ scale: Math.min(Math.max(zoom, SMALLEST), 4), position: this.network.getViewPosition() });
    }
  }

  /** Nodes that the state wants drawn, in the order in which they were chosen. */
  wanted(state, filters) {
    const { graph } = this;
    const limit = graph.data.limit;
    const around = (node) => {
      const others = [];
      for (const edge of graph.outgoing(node)) {
        if (filters.relation(graph.edges.p[edge])) others.push(graph.edges.o[edge]);
      }
      for (const edge of graph.incoming(node)) {
        if (filters.relation(graph.edges.p[edge])) others.push(graph.edges.s[edge]);
      }
      return others;
    };
    const { centres, expanded, hops } = state;
    const nodes = choose({
      size: graph.size, degree: graph.degree, around, visible: filters.visible, centres, expanded, hops, limit,
    }); // prettier-ignore
    const { selected } = state;
    if (selected >= 0 && !nodes.includes(selected)) {
      if (nodes.length >= limit) nodes.pop();
      nodes.push(selected);
    }
    return nodes;
  }

  /** Draws what `state` wants. Returns whether the set of nodes changed. */
  show(state, filters) {
    const { graph } = this;
    const nodes = this.wanted(state, filters);
    const around = state.centres.length > 0;
    const same = nodes.length === this.drawn.size && nodes.every((node) => this.drawn.has(node)) && around === this.around;
    this.around = around;
    if (!same || !this.drawn.size) {
      this.drawn = new Set(nodes);
      this.place(nodes, around);
      const rank = (node) => graph.degree[node];
      const items = [...nodes].sort((a, b) => rank(a) - rank(b) || a - b).map((node) => this.nodeItem(node));
      this.nodeItems.clear();
      this.nodeItems.add(items);
    }
    const wantedEdges = this.edgesAmong(filters);
    const key = wantedEdges.join();
    if (!same || key !== this.edgeKey) {
      this.edgeKey = key;
      this.drawnEdges = wantedEdges;
      const ends = wantedEdges.map((edge) => ({ from: graph.edges.s[edge], to: graph.edges.o[edge] }));
      this.places = fan(ends);
    }
    this.select(state.selected);
    const many = this.drawnEdges.length > FEW_EDGES;
    this.network.setOptions({ interaction: { hideEdgesOnDrag: many, hideEdgesOnZoom: many } });
    return !same;
  }

  /** Where the boxes of `nodes` stand. In a graph that is drawn whole, filters leave every box at its place. */
  place(nodes, around) {
    const { graph } = this;
    const all = this.whole && !around ? Array.from({ length: graph.size }, (_, node) => node) : nodes;
    const items = all.map((node) => ({
      key: node,
      lane: graph.lane(node),
      width: graph.width(node),
      day: graph.day(node),
      issuer: graph.isIssuer(node),
    }));
    const { positions, frame } = arrange(items);
    this.positions = positions;
    this.frame = this.inUse(frame);
  }

  /** The lanes and columns of a frame that have something drawn in them. */
  inUse(frame) {
    const { graph } = this;
    const nodes = [...this.drawn];
    const lanes = new Set(nodes.map((node) => graph.lane(node)));
    return {
      ...frame,
      bands: frame.bands.filter(([lane]) => lanes.has(lane)),
      undated: nodes.some((node) => !graph.isIssuer(node) && graph.day(node) === null) ? frame.undated : null,
      issuers: nodes.some((node) => graph.isIssuer(node)) ? frame.issuers : null,
    };
  }

  edgesAmong(filters) {
    const { graph, drawn } = this;
    const found = [];
    for (const node of [...drawn].sort((a, b) => a - b)) {
      for (const edge of graph.outgoing(node)) {
        if (!graph.isLoop(edge) && drawn.has(graph.edges.o[edge]) && filters.relation(graph.edges.p[edge])) found.push(edge);
      }
    }
    return found;
  }

  nodeItem(node) {
    const [x, y] = this.positions.get(node);
    return {
      id: node,
      x,
      y,
      shape: "custom",
      label: " ",
      ctxRenderer: ({ ctx }) => ({
        drawNode: () => drawNode(ctx, this.graph, node, x, y, this.look(node)),
        nodeDimensions: { width: this.graph.width(node), height: BOX_HEIGHT },
      }),
    };
  }

  look(node) {
    return {
      selected: node === this.selected,
      hovered: node === this.hovered,
      faded: this.selected >= 0 && node !== this.selected && !this.near.has(node) && node !== this.hovered,
      simple: this.network.getScale() < READABLE,
      zoom: this.network.getScale(),
    };
  }

  /** Boxes that no word may cover, while something is in hand: [x, y, half the width]. */
  strongBoxes() {
    if (!this.edgeLabels.length) return [];
    // While the drawn nodes change, those near the last selection may be gone already.
    return [...this.near].filter((node) => this.positions.has(node)).map((node) => [...this.positions.get(node), this.graph.width(node) / 2]);
  }

  /** Drawn nodes, those first whose names matter most: in hand, beside it, well connected. */
  byRank() {
    const weight = (node) => (node === this.selected || node === this.hovered ? 1e9 : this.near.has(node) ? 1e6 : 0) + this.graph.degree[node];
    return [...this.drawn].sort((a, b) => weight(b) - weight(a) || a - b);
  }

  /** Marks a node (or none, -1) and its neighbours. */
  select(node, emphasised = this.emphasised) {
    const { graph } = this;
    this.emphasised = emphasised;
    this.selected = this.drawn.has(node) ? node : -1;
    this.near = new Set();
    const incident = new Set();
    for (const edge of this.drawnEdges) {
      const [from, to] = [graph.edges.s[edge], graph.edges.o[edge]];
      if (emphasised.size ? emphasised.has(edge) : from === node || to === node) {
        incident.add(edge);
        this.near.add(from).add(to);
      }
    }
    if (emphasised.size) this.selected = -1;
    const anything = this.selected >= 0 || emphasised.size > 0;
    this.edgeLabels = incident.size <= LABELLED_EDGES ? this.labelsOf(incident) : [];
    this.edgeItems.clear();
    const items = this.drawnEdges.map((edge, i) =>
      this.edgeItem(edge, this.places[i], incident.has(edge), anything && !incident.has(edge)),
    );
    this.edgeItems.add(items.sort((a, b) => a.zIndex - b.zIndex));
    this.network.redraw();
  }

  /** Words on edges: the short name of the relation, with places on its curve from the middle outwards. */
  labelsOf(edges) {
    const { graph } = this;
    return [...edges].map((edge) => {
      const [from, to, p] = [graph.edges.s[edge], graph.edges.o[edge], graph.edges.p[edge]];
      const place = this.places[this.drawnEdges.indexOf(edge)];
      const spots = SPOTS.map((part) => pointOn(this.positions.get(from), this.positions.get(to), place, part));
      const [a, b] = [this.positions.get(from), this.positions.get(to)];
      return { text: graph.predicate(p).split(",")[0], length: Math.hypot(a[0] - b[0], a[1] - b[1]), colour: predicateStyle(graph.predicates[p].id).colour, spots };
    });
  }

  edgeItem(edge, place, strong, faded) {
    const { graph } = this;
    const [from, to, p] = [graph.edges.s[edge], graph.edges.o[edge], graph.edges.p[edge]];
    const style = predicateStyle(graph.predicates[p].id);
    return {
      id: edge,
      from,
      to,
      zIndex: strong ? 1 : 0,
      color: { color: style.colour, hover: style.colour, highlight: style.colour, opacity: faded ? 0.1 : strong ? 1 : 0.62 },
      width: strong ? style.width + 0.8 : style.width,
      dashes: style.dash.length ? style.dash : false,
      arrows: { to: { enabled: true, type: style.arrow, scaleFactor: faded ? 0.45 : 0.6 } },
      smooth: smoothness(this.positions.get(from), this.positions.get(to), place),
    };
  }

  /** Redraws with the colours and language of now. */
  repaint() {
    this.select(this.selected);
  }

  /** Bounds of the drawn boxes. */
  bounds() {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const node of this.drawn) {
      const [x, y] = this.positions.get(node);
      const half = this.graph.width(node) / 2;
      left = Math.min(left, x - half);
      right = Math.max(right, x + half);
      top = Math.min(top, y - BOX_HEIGHT / 2);
      bottom = Math.max(bottom, y + BOX_HEIGHT / 2);
    }
    return left <= right ? { left, top, right, bottom } : { left: 0, top: 0, right: 1, bottom: 1 };
  }

  /** Pixels at the lower edge that lie under the panel (on a phone it slides over the map). */
  covered() {
    const map = this.container.getBoundingClientRect();
    const panel = document.getElementById("panel").getBoundingClientRect();
    return panel.height && panel.left < map.right - 1 && panel.right > map.left + 1 ? Math.max(0, map.bottom - panel.top) : 0;
  }

  /** Shows all boxes; `opening`: on a phone as much of them as can be told apart, around the best connected one. */
  fit(opening = false) {
    const { left, top, right, bottom } = this.bounds();
    // Room at the left for the names of the lanes.
    const gutter = laneGutter(this.container.clientWidth);
    const width = Math.max(this.container.clientWidth - gutter, 50);
    const under = Math.max(TOOLS, this.covered());
    const note = document.getElementById("limit-note");
    const over = STRIP + (note.hidden ? 0 : note.offsetHeight + 4);
    const height = Math.max(this.container.clientHeight - over - under, 50);
    const [across, down] = [(width - 40) / (right - left), (height - 40) / (bottom - top)];
    let scale = Math.max(Math.min(across, down, LARGEST), SMALLEST);
    let x = (left + right) / 2;
    const y = (top + bottom) / 2;
    if (opening && this.container.clientWidth < PHONE && scale < PHONE_OPENING) {
      scale = Math.min(Math.max(down, scale), PHONE_OPENING);
      const centre = this.positions.get(this.selected >= 0 ? this.selected : this.byRank()[0]);
      const half = (width - 40) / 2 / scale;
      x = Math.min(Math.max(centre[0], left + half), Math.max(right - half, left + half));
    }
    this.network.moveTo({ scale, position: { x: x - gutter / 2 / scale, y: y - (over - under) / 2 / scale }, animation: false });
  }

  /** Moves so that the node is in the picture; nothing happens if it already is, well inside. */
  moveTo(node) {
    const place = this.positions.get(node);
    if (!place || !this.drawn.has(node)) return;
    const zoom = this.network.getScale();
    const scale = zoom < READABLE ? CLOSE : zoom;
    const { clientWidth, clientHeight } = this.container;
    const under = this.covered();
    const at = this.network.canvasToDOM({ x: place[0], y: place[1] });
    const [marginX, marginY] = [clientWidth / 20, clientHeight / 12];
    const inside = at.x > marginX && at.x < clientWidth - marginX && at.y > STRIP + BOX_HEIGHT / 2 && at.y > Math.min(marginY, STRIP + BOX_HEIGHT) && at.y < clientHeight - Math.max(marginY, under + BOX_HEIGHT);
    if (inside && scale === zoom) return;
    // The middle of what neither the years nor the panel cover.
    this.network.moveTo({ position: { x: place[0], y: place[1] - (STRIP - under) / 2 / scale }, scale, animation: false });
  }

  zoom(factor) {
    const scale = Math.min(Math.max(this.network.getScale() * factor, SMALLEST), 4);
    this.network.moveTo({ scale, position: this.network.getViewPosition(), animation: false });
  }

  /** The drawn neighbour that lies best in a direction ("left", "right", "up", "down"), or -1. */
  towards(node, direction) {
    const [dx, dy] = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] }[direction];
    const here = this.positions.get(node);
    if (!here) return -1;
    const linked = [...this.near].filter((other) => other !== node);
    let best = [Infinity, -1];
    for (const other of linked.length ? linked : this.drawn) {
      if (other === node) continue;
      const place = this.positions.get(other);
      const along = (place[0] - here[0]) * dx + (place[1] - here[1]) * dy;
      const aside = Math.abs((place[0] - here[0]) * dy) + Math.abs((place[1] - here[1]) * dx);
      if (along > 0 && along + 2 * aside < best[0]) best = [along + 2 * aside, other];
    }
    return best[1];
  }
}
