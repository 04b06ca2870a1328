// What a server has of the graph beyond this page: neighbourhoods come when they are asked for, with the page that has them.

import { toAddress } from "./state.js";

export class Beyond {
  /** `given`: the counts by node and the addresses, as graph.explorer.rendering.Beyond says; nothing in a page that is all there is. */
  constructor(given) {
    this.given = given || { counts: {} };
  }

  /** How many documents in a relation to `node` are not in the page. */
  count(node) {
    return this.given.counts[node] || 0;
  }

  /** The address of this page in `state` with more around `node`; null where there is no more. */
  more(graph, state, node) {
    if (!this.count(node)) return null;
    const expanded = state.expanded.includes(node) ? state.expanded : [...state.expanded, node];
    return this.given.more + encodeURIComponent(graph.id(node)) + toAddress(graph, { ...state, selected: node, expanded });
  }

  /** The address of the document's own page; null where there is none. */
  page(graph, node) {
    return this.given.page && !graph.isIssuer(node) ? this.given.page + encodeURIComponent(graph.id(node)) : null;
  }
}
