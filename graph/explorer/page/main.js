// The page: one state, drawn into the views and the panels around them. What each part does is in its own module:
// steps (the address), moves (what one can do), finder (search), views, frame (the bar), keyboard.

import { byId } from "./dom.js";
import { learn, translate } from "./language.js";
import { Graph, block, isPacked } from "./data.js";
import { fontReady } from "./lettering.js";
import { filtersOf } from "./filters.js";
import { Finder } from "./finder.js";
import { Frame } from "./frame.js";
import { GraphMap } from "./map.js";
import { Moves } from "./moves.js";
import { Steps } from "./steps.js";
import { drawPanel } from "./panel.js";
import { drawSidebar } from "./sidebar.js";
import { makeViews } from "./views.js";
import { wireKeys } from "./keyboard.js";
import { blankPage } from "./saving.js";

/** Holds the state; makes the parts and draws them. */
class App {
  constructor(graph, blank) {
    this.graph = graph;
    this.steps = new Steps(graph, (state) => this.arrive(state));
    this.take(this.steps.read());
    this.map = new GraphMap(byId("map"), graph, this.mapHandlers());
    const desk = this.makeDesk();
    this.views = makeViews(desk, this.map);
    this.frame = new Frame(desk, Object.create(desk, { map: { value: this.map }, blank: { value: blank } }), () => this.redraw());
    wireKeys(desk, this.map);
    this.desk = desk;
    this.draw({ fit: true });
  }

  take(state, passage = null) {
    this.state = state;
    this.filters = filtersOf(this.graph, state);
    this.passage = passage; // offsets in a source that are to be shown
  }

  /** What the parts of the page may use (views.js says more). */
  makeDesk() {
    const app = this;
    const desk = {
      graph: this.graph,
      steps: this.steps,
      get state() { return app.state; },
      get filters() { return app.filters; },
      get passage() { return app.passage; },
      patch: (change, how) => app.go(change, how),
    }; // prettier-ignore
    this.moves = desk.moves = new Moves(desk, this.map);
    this.finder = desk.finder = new Finder(this.graph, this.moves);
    return Object.freeze(desk);
  }

  mapHandlers() {
    return {
      select: (node) => this.moves.open(node),
      expand: (node) => this.moves.expand(node),
      edge: (edge) => this.moves.openEdge(edge),
      unfold: (key) => this.moves.unfold(key),
      clear: () => this.moves.clear(),
      resize: () => this.draw({ before: this.state, fit: true }),
    };
  }

  /** Takes up `patch`. A minor step (a filter, a page of a table) replaces the last one in the history. */
  go(patch, { minor = false, fit = false, focusEdge = -1, passage = null } = {}) {
    const before = this.state;
    this.take({ ...before, ...patch }, passage);
    this.steps.keep(this.state, minor);
    this.draw({ before, fit, focusEdge });
  }

  /** The browser went back or forth, or somebody changed the address. */
  arrive(state) {
    const before = this.state;
    this.take(state);
    this.draw({ before, fit: before.centres.join() !== state.centres.join() });
  }

  /** The evidence has come, after the first picture. */
  takeLater(later) {
    this.graph.take(later);
    if (this.state.view !== "map" || this.state.selected >= 0) this.redraw();
  }

  redraw() {
    this.draw({ before: this.state, all: true });
  }

  draw({ before = null, fit = false, focusEdge = -1, all = false } = {}) {
    const { state, desk, frame } = this;
    frame.draw(state, before);
    const counts = drawSidebar(desk, byId("filter-list"));
    const turned = before !== null && before.view !== state.view;
    const chosen = before === null || before.selected !== state.selected || focusEdge >= 0;
    if (turned || chosen) document.body.classList.toggle("panel-low", !chosen && state.selected >= 0 && state.view !== "map");
    if (all || turned || chosen) drawPanel(desk, byId("panel"), focusEdge);
    // In a window so low that the page scrolls, what was chosen comes into sight.
    if (chosen && before !== null && state.selected >= 0) byId("panel").scrollIntoView({ block: "nearest" });
    const view = this.views[state.view];
    view.draw(state, { before, fit, counts });
    frame.drawCounts(view.shown?.() ?? counts);
  }
}

async function read() {
  const [words, data, picture] = await Promise.all([...["words", "data", "picture"].map(block), fontReady()]);
  learn(words, data.lang);
  const graph = new Graph(data);
  graph.whole = picture.nodes.length === graph.size;
  // Much evidence comes after the first picture; little is there at once.
  if (!isPacked("later")) graph.take(await block("later"));
  return graph;
}

/** After the first picture: the search index, and the evidence where it was left for later. */
async function finish(app) {
  document.documentElement.dataset.ready = String(Math.round(performance.now()));
  app.finder.growQuietly();
  if (!app.graph.complete) app.takeLater(await block("later"));
  document.documentElement.dataset.complete = "1";
}

async function start() {
  const blank = blankPage();
  const graph = await read();
  translate();
  const app = new App(graph, blank);
  window.luocdo = app; // for the console, and for tests
  requestAnimationFrame(() => {
    app.map.canvas.paint();
    requestAnimationFrame(() => finish(app));
  });
}

start();
