// Search in the whole graph: the index, made while nothing else is to be done, and the boxes that ask it.

import { combobox } from "./combobox.js";
import { SearchIndex, find } from "./folding.js";

const HITS = 12; // of a search; all of them are in the list of documents
const SLICE = 1500; // nodes that the index takes up at once

export class Finder {
  /** `moves` say what a choice does. */
  constructor(graph, moves) {
    Object.assign(this, { graph, moves, index: new SearchIndex(graph), found: null });
  }

  /** The best hits of `text`. */
  search(text) {
    return this.searchAll(text).slice(0, HITS);
  }

  /** All hits, the best first; those of the last text are kept. */
  searchAll(text) {
    if (this.found?.text !== text) this.found = { text, nodes: find(this.index.grow(), text, this.graph.degree) };
    return this.found.nodes;
  }

  /** Makes a box and its list search the whole graph. */
  wire(input, list) {
    combobox(this.graph, input, list, {
      search: (text) => this.search(text),
      pick: (node) => this.moves.open(node),
      total: (text) => this.searchAll(text).filter((node) => !this.graph.isIssuer(node)).length,
      all: (text) => this.moves.documents({ query: text }),
    });
  }

  /** Makes the index a part at a time. */
  growQuietly() {
    if (this.index.done) return;
    this.index.grow(SLICE);
    setTimeout(() => this.growQuietly(), 15);
  }
}
