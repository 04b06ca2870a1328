// The state in the address: what is shown can be gone back to, sent on and loaded anew.

import { freshState, fromAddress, toAddress } from "./state.js";

export class Steps {
  /** `arrive(state)` is called when the browser goes back or forth, or somebody changes the address. */
  constructor(graph, arrive) {
    this.graph = graph;
    this.depth = 0; // steps that "back" can undo
    this.address = location.hash;
    const arrived = () => {
      if (location.hash === this.address) return;
      this.depth = history.state?.depth ?? 0;
      this.address = location.hash;
      arrive(this.read());
    };
    window.addEventListener("popstate", arrived);
    window.addEventListener("hashchange", arrived);
  }

  /** The state of the address; without one that of a page just opened. */
  read() {
    const { graph } = this;
    return location.hash.length > 1 ? fromAddress(graph, location.hash) : freshState(graph, graph.data.opening);
  }

  /** Keeps `state`. A minor step (a filter, a page of a table) replaces the last one. */
  keep(state, minor) {
    const address = toAddress(this.graph, state);
    if (address === this.address) return;
    if (minor) {
      history.replaceState(history.state, "", address);
    } else {
      this.depth += 1;
      history.pushState({ depth: this.depth }, "", address);
    }
    this.address = address;
  }

  /** The address of `state` as a link, which the page then has too. */
  link(state) {
    history.replaceState(history.state, "", toAddress(this.graph, state));
    this.address = location.hash;
    return location.href;
  }

  canGoBack() {
    return this.depth > 0;
  }

  back() {
    if (this.depth > 0) history.back();
  }
}
