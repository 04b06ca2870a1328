// What one can do: each move is a change of the state.

import { byId } from "./dom.js";
import { freshState } from "./state.js";

const FILTERS = ["offFamilies", "offTypes", "offIssuers", "offRelations", "offStatuses", "offTexts", "from", "to", "undated"];

export class Moves {
  /** `desk` gives {graph, state, patch(change, how)}, `map` is the map. */
  constructor(desk, map) {
    Object.assign(this, { desk, map, left: null });
  }

  get state() {
    return this.desk.state;
  }

  patch(change, how) {
    this.desk.patch(change, how);
  }

  /** Selects a node. On the map it comes into view, and becomes the centre where any of its relations is not drawn. */
  open(node) {
    const { map } = this;
    const { centres, expanded, unfolded, view } = this.state;
    map.emphasised = new Set();
    this.left = { node, centres, expanded, unfolded };
    const change = { selected: node };
    if (view === "start") change.view = "map";
    if (!map.isWhole(node, this.state)) Object.assign(change, { centres: [node], expanded: [], unfolded: [] });
    this.patch(change, { fit: Boolean(change.centres) });
    if (this.state.view === "map") map.moveTo(node);
  }

  openEdge(edge) {
    this.map.emphasised = new Set();
    this.patch({ selected: this.desk.graph.edges.s[edge] }, { focusEdge: edge });
  }

  clear() {
    this.map.emphasised = new Set();
    if (this.state.selected >= 0) this.patch({ selected: -1 });
    else this.map.repaint();
    this.closeDrawers();
  }

  expand(node) {
    // The first of the two clicks may have made the node the centre; that step is taken back.
    const opened = this.left?.node === node;
    const { centres, expanded, unfolded } = opened ? this.left : this.state;
    const { graph } = this.desk;
    const more = graph.beyond.more(graph, { ...this.state, centres, expanded, unfolded }, node);
    if (more) {
      location.assign(more);
      return;
    }
    if (!centres.length) this.neighbourhood(node);
    else if (!expanded.includes(node)) this.patch({ selected: node, centres, unfolded, expanded: [...expanded, node] }, { minor: opened, fit: true });
  }

  unfold(key) {
    this.patch({ unfolded: [...this.state.unfolded, key] }, { fit: true });
  }

  neighbourhood(node) {
    this.patch({ view: "map", selected: node, centres: [node], expanded: [], unfolded: [] }, { fit: true });
  }

  whole() {
    this.patch({ centres: [], expanded: [], unfolded: [] }, { fit: true });
  }

  /** Shows a path or tree on the map. */
  showEdges(edges) {
    const { graph } = this.desk;
    const nodes = [...new Set(edges.flatMap((edge) => [graph.edges.s[edge], graph.edges.o[edge]]))];
    const needed = new Set(edges.map((edge) => graph.predicates[graph.edges.p[edge]].id));
    this.map.emphasised = new Set(edges);
    const offRelations = new Set([...this.state.offRelations].filter((id) => !needed.has(id)));
    this.patch({ view: "map", centres: nodes, expanded: [], unfolded: [], hops: 1, selected: -1, offRelations }, { fit: true });
  }

  /** Turns to a view; that of the texts opens with the text of the document in hand, that of ways begins with it. */
  turnTo(view) {
    const { graph } = this.desk;
    const { selected, source, start, goal } = this.state;
    if (view === "paths" && selected >= 0 && goal < 0 && selected !== start) {
      this.patch({ view, start: selected });
      return;
    }
    const texts = view === "source" && selected >= 0 && !graph.isIssuer(selected) ? graph.rows.texts[selected] || [] : [];
    this.patch(texts.length && !texts.includes(source) ? { view, source: texts[0], at: -1 } : { view });
  }

  /** Shows an offset range of a source. */
  showPassage(source, from, to) {
    this.patch({ view: "source", source, at: -1 }, { passage: [from, to] });
  }

  freshFilters() {
    const fresh = freshState(this.desk.graph, null);
    return Object.fromEntries(FILTERS.map((name) => [name, fresh[name]]));
  }

  resetFilters() {
    this.patch(this.freshFilters(), { minor: true });
  }

  /** The list of documents that `change` asks for, with no other filter. */
  documents(change) {
    this.patch({ ...this.freshFilters(), view: "documents", query: "", sort: "", page: 0, ...change });
  }

  /** The panel with what is to be checked. */
  showFindings() {
    this.patch({ view: "table", selected: -1 });
    document.body.classList.add("show-overview");
    byId("panel").querySelector(".findings")?.scrollIntoView();
    byId("panel").focus();
  }

  closeDrawers() {
    document.body.classList.remove("show-filters");
    byId("open-filters").setAttribute("aria-expanded", "false");
  }
}
