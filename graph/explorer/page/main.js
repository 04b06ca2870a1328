// The page: one state, drawn into the map, the views and the panels around them.

import { byId, el, refill } from "./dom.js";
import { keepLanguage, learn, language, number, setLanguage, t, translate } from "./language.js";
import { Graph, block, isPacked } from "./data.js";
import { fontReady } from "./lettering.js";
import { blankPage } from "./saving.js";
import { SearchIndex, find } from "./folding.js";
import { VIEWS, freshState, fromAddress, toAddress } from "./state.js";
import { filtersOf } from "./filters.js";
import { isDark, setTheme, startTheme } from "./palette.js";
import { GraphMap } from "./map.js";
import { combobox } from "./combobox.js";
import { drawSidebar } from "./sidebar.js";
import { drawPanel } from "./panel.js";
import { drawStart } from "./start.js";
import { drawDocuments } from "./documents.js";
import { drawDiagram } from "./diagram.js";
import { drawTable } from "./table.js";
import { drawPaths } from "./paths.js";
import { drawSource } from "./sourceview.js";
import { exportCsv, exportPage, exportPng, exportSvg, exportXlsx, finishPrint, hasPart, hasPicture, preparePrint } from "./exporting.js";

const HITS = 12; // of a search; all of them are in the list of documents

class App {
  constructor(graph, blank) {
    this.graph = graph;
    this.blank = blank;
    this.depth = 0; // steps that "back" can undo
    this.timers = new Map();
    this.passage = null;
    this.index = new SearchIndex(graph);
    this.state = location.hash.length > 1 ? fromAddress(graph, location.hash) : freshState(graph, graph.data.opening);
    this.filters = filtersOf(graph, this.state);
    this.map = new GraphMap(byId("map"), graph, {
      select: (node) => this.open(node),
      expand: (node) => this.expand(node),
      edge: (edge) => this.openEdge(edge),
      unfold: (key) => this.go({ unfolded: [...this.state.unfolded, key] }, { fit: true }),
      clear: () => this.clear(),
      resize: () => this.draw({ before: this.state, fit: true }),
    });
    this.wire();
    this.draw({ fit: true });
    this.address = location.hash;
  }

  // --- moving on ---

  /** Takes up `patch`. A minor step (a filter, a page of a table) replaces the last one in the history. */
  go(patch, { minor = false, fit = false, focusEdge = -1, passage = null } = {}) {
    const before = this.state;
    this.state = { ...before, ...patch };
    this.filters = filtersOf(this.graph, this.state);
    this.passage = passage;
    const address = toAddress(this.graph, this.state);
    if (address !== this.address) {
      if (minor) {
        history.replaceState(history.state, "", address);
      } else {
        this.depth += 1;
        history.pushState({ depth: this.depth }, "", address);
      }
      this.address = address;
    }
    this.draw({ before, fit, focusEdge });
  }

  /** The browser went back or forth, or somebody changed the address. */
  arrive() {
    if (location.hash === this.address) return;
    this.depth = history.state?.depth ?? 0;
    this.address = location.hash;
    const before = this.state;
    this.state = location.hash.length > 1 ? fromAddress(this.graph, location.hash) : freshState(this.graph, this.graph.data.opening);
    this.filters = filtersOf(this.graph, this.state);
    this.passage = null;
    this.draw({ before, fit: before.centres.join() !== this.state.centres.join() });
  }

  canGoBack() {
    return this.depth > 0;
  }

  back() {
    if (this.depth > 0) history.back();
  }

  /** Selects a node. On the map it comes into view, and becomes the centre where any of its relations is not drawn. */
  open(node) {
    this.map.emphasised = new Set();
    const { centres, expanded, unfolded } = this.state;
    this.left = { node, centres, expanded, unfolded };
    const patch = { selected: node };
    if (this.state.view === "start") patch.view = "map";
    if (!this.map.isWhole(node, this.state)) Object.assign(patch, { centres: [node], expanded: [], unfolded: [] });
    this.go(patch, { fit: Boolean(patch.centres) });
    if (this.state.view === "map") this.map.moveTo(node);
  }

  openEdge(edge) {
    const subject = this.graph.edges.s[edge];
    this.map.emphasised = new Set();
    this.go({ selected: subject }, { focusEdge: edge });
  }

  clear() {
    this.map.emphasised = new Set();
    if (this.state.selected >= 0) this.go({ selected: -1 });
    else this.map.repaint();
    this.closeDrawers();
  }

  expand(node) {
    // The first of the two clicks may have made the node the centre; that step is taken back.
    const opened = this.left?.node === node;
    const { centres, expanded, unfolded } = opened ? this.left : this.state;
    if (!centres.length) this.neighbourhood(node);
    else if (!expanded.includes(node)) this.go({ selected: node, centres, unfolded, expanded: [...expanded, node] }, { minor: opened, fit: true });
  }

  neighbourhood(node) {
    this.go({ view: "map", selected: node, centres: [node], expanded: [], unfolded: [] }, { fit: true });
  }

  whole() {
    this.go({ centres: [], expanded: [], unfolded: [] }, { fit: true });
  }

  /** Shows a path or tree on the map. */
  showEdges(edges) {
    const { graph } = this;
    const nodes = [...new Set(edges.flatMap((edge) => [graph.edges.s[edge], graph.edges.o[edge]]))];
    const needed = new Set(edges.map((edge) => graph.predicates[graph.edges.p[edge]].id));
    this.map.emphasised = new Set(edges);
    const offRelations = new Set([...this.state.offRelations].filter((id) => !needed.has(id)));
    this.go({ view: "map", centres: nodes, expanded: [], unfolded: [], hops: 1, selected: -1, offRelations }, { fit: true });
  }

  /** What turning to a view changes: the source view opens with the text of the document in hand. */
  viewPatch(view) {
    const { selected, source } = this.state;
    const texts = view === "source" && selected >= 0 && !this.graph.isIssuer(selected) ? this.graph.rows.texts[selected] || [] : [];
    return texts.length && !texts.includes(source) ? { view, source: texts[0], at: -1 } : { view };
  }

  /** Shows an offset range of a source. */
  showPassage(source, from, to) {
    this.go({ view: "source", source, at: -1 }, { passage: [from, to] });
  }

  resetFilters() {
    this.go(this.freshFilters(), { minor: true });
  }

  search(text) {
    return this.searchAll(text).slice(0, HITS);
  }

  /** Makes a box and its list search the whole graph. */
  wireSearch(input, list, wire) {
    wire(this, input, list, {
      search: (text) => this.search(text),
      pick: (node) => this.open(node),
      total: (text) => this.searchAll(text).filter((node) => !this.graph.isIssuer(node)).length,
      all: (text) => this.documents({ query: text }),
    });
  }

  /** All hits; those of the last text are kept. */
  searchAll(text) {
    if (this.found?.text !== text) this.found = { text, nodes: find(this.index.grow(), text, this.graph.degree) };
    return this.found.nodes;
  }

  /** The list of documents that `patch` asks for, with no other filter. */
  documents(patch) {
    this.go({ ...this.freshFilters(), view: "documents", query: "", sort: "", page: 0, ...patch });
  }

  /** The panel with what is to be checked. */
  showFindings() {
    this.go({ view: "table", selected: -1 });
    document.body.classList.add("show-overview");
    byId("panel").querySelector(".findings")?.scrollIntoView();
    byId("panel").focus();
  }

  freshFilters() {
    const fresh = freshState(this.graph, null);
    const names = ["offFamilies", "offTypes", "offIssuers", "offRelations", "offStatuses", "offTexts", "from", "to", "undated"];
    return Object.fromEntries(names.map((name) => [name, fresh[name]]));
  }

  /** Makes the search index while nothing else is to be done. */
  indexQuietly() {
    if (this.index.done) return;
    this.index.grow(1500);
    setTimeout(() => this.indexQuietly(), 15);
  }

  /** The evidence has come, after the first picture. */
  takeLater(later) {
    this.graph.take(later);
    if (this.state.view !== "map" || this.state.selected >= 0) this.draw({ before: this.state, all: true });
  }

  /** Runs `action` when nothing more has come for a moment. */
  later(key, action) {
    clearTimeout(this.timers.get(key));
    this.timers.set(key, setTimeout(action, 160));
  }

  typeLabel(vi) {
    const row = this.graph.data.types.find((type) => type.vi === vi);
    return row ? row[language()] : vi;
  }

  // --- drawing ---

  draw({ before = null, fit = false, focusEdge = -1, all = false } = {}) {
    const { state, map } = this;
    for (const view of VIEWS) {
      byId(`view-${view}`).hidden = view !== state.view;
      const button = document.querySelector(`#views [data-view="${view}"]`);
      if (view === state.view) button.setAttribute("aria-current", "page");
      else button.removeAttribute("aria-current");
    }
    if (before && before.view !== state.view) document.body.classList.remove("show-overview");
    document.body.dataset.view = state.view;
    const wasSmall = before !== null && before.view !== state.view && state.view === "map";
    const changed = state.view === "map" && map.show(state, this.filters, language());
    const counts = drawSidebar(this, byId("filter-list"));
    this.drawCounts(counts);
    if (all || before === null || before.selected !== state.selected || focusEdge >= 0) drawPanel(this, byId("panel"), focusEdge);
    if (state.view === "map") {
      this.drawMapTools();
      if (fit || wasSmall || changed) map.fit(before === null);
      map.repaint();
    }
    if (state.view === "start") drawStart(this, byId("view-start"));
    if (state.view === "documents") drawDocuments(this, byId("view-documents"));
    if (state.view === "diagram") drawDiagram(this, byId("view-diagram"));
    if (state.view === "table") drawTable(this, byId("view-table"));
    if (state.view === "paths") drawPaths(this, byId("view-paths"));
    if (state.view === "source") drawSource(this, byId("view-source"));
    for (const id of ["export-png", "export-svg"]) byId(id).disabled = !hasPicture(this);
    byId("export-page").disabled = !hasPart(this);
  }

  drawCounts(counts) {
    const { graph, map } = this;
    const onMap = this.state.view === "map";
    const drawn = onMap ? [...map.scene.shown].filter((node) => !graph.isIssuer(node)).length : counts.documents;
    byId("counts").textContent = t("counts", {
      nodes: number(drawn),
      all: number(graph.documentCount),
      edges: number(onMap ? map.drawnEdges.length : counts.edges),
    });
    if (!onMap) return;
    const note = byId("limit-note");
    const text = this.mapNote(counts, drawn);
    note.hidden = !text;
    note.textContent = text;
  }

  /** What the map says of itself: its centre and how much of it is drawn, or how much of the whole. */
  mapNote(counts, drawn) {
    const { graph, map, state } = this;
    if (!graph.documentCount) return t("emptyGraph");
    if (state.centres.length === 1) {
      const [centre] = state.centres;
      const edges = map.drawnEdges.filter((edge) => graph.edges.s[edge] === centre || graph.edges.o[edge] === centre).length;
      return t("aroundNote", { name: graph.fullLabel(centre), edges: number(edges) });
    }
    return !state.centres.length && counts.visible > map.scene.shown.size ? t("limitNote", { nodes: number(drawn), all: number(graph.documentCount) }) : "";
  }

  drawMapTools() {
    const { state } = this;
    byId("back").disabled = !this.canGoBack();
    byId("whole").disabled = !state.centres.length;
    byId("neighbourhood").setAttribute("aria-pressed", String(state.centres.length > 0));
    byId("neighbourhood").disabled = state.selected < 0 && !state.centres.length;
    const hops = byId("hops");
    const legend = hops.querySelector("legend");
    refill(
      hops,
      legend,
      ...[1, 2, 3].map((count) =>
        el("label", {}, el("input", { type: "radio", name: "hops", value: String(count), checked: state.hops === count, on: { change: () => this.go({ hops: count }, { minor: true, fit: true }) } }), t(count === 1 ? "hop" : "hopsCount", { count })),
      ),
    );
    hops.disabled = !state.centres.length;
  }

  closeDrawers() {
    document.body.classList.remove("show-filters");
    byId("open-filters").setAttribute("aria-expanded", "false");
  }

  say(text) {
    const toast = byId("toast");
    toast.textContent = text;
    toast.hidden = false;
    clearTimeout(this.toastTimer);
    this.toastTimer = setTimeout(() => { toast.hidden = true; }, 2600); // prettier-ignore
  }

  // --- wiring ---

  wire() {
    window.addEventListener("popstate", () => this.arrive());
    window.addEventListener("hashchange", () => this.arrive());
    for (const view of VIEWS) {
      document.querySelector(`#views [data-view="${view}"]`).addEventListener("click", () => this.go(this.viewPatch(view)));
    }
    this.wireSearch(byId("search"), byId("search-hits"), combobox);
    for (const [link, target] of [["skip", "main"], ["to-panel", "panel"]]) {
      byId(link).addEventListener("click", (event) => {
        event.preventDefault(); // the address is the state's
        byId(target).focus();
      });
    }
    const click = (id, action) => byId(id).addEventListener("click", action);
    click("back", () => this.back());
    click("neighbourhood", () => (this.state.centres.length ? this.whole() : this.neighbourhood(this.state.selected)));
    click("whole", () => this.whole());
    click("fit", () => this.map.fit());
    click("zoom-in", () => this.map.zoom(1.3));
    click("zoom-out", () => this.map.zoom(1 / 1.3));
    click("copy-link", () => this.copyLink());
    click("switch-language", () => this.switchLanguage());
    click("switch-theme", () => this.switchTheme());
    click("export-png", () => exportPng(this));
    click("export-svg", () => exportSvg(this));
    click("export-csv", () => exportCsv(this));
    click("export-page", () => exportPage(this));
    click("export-xlsx", () => exportXlsx(this));
    click("print", () => window.print());
    window.addEventListener("beforeprint", () => preparePrint(this, byId("view-map")));
    window.addEventListener("afterprint", () => finishPrint(byId("view-map")));
    click("open-filters", () => {
      const open = document.body.classList.toggle("show-filters");
      byId("open-filters").setAttribute("aria-expanded", String(open));
    });
    for (const id of ["export-png", "export-svg", "export-csv", "export-xlsx", "export-page", "print"]) click(id, () => byId("export-menu").removeAttribute("open"));
    document.addEventListener("keydown", (event) => this.key(event));
    startTheme(() => this.redress());
  }

  key(event) {
    const typing = event.target.closest?.("input, select, textarea");
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/" && !typing) {
      event.preventDefault();
      byId("search").focus();
      return;
    }
    if (typing || this.state.view !== "map") {
      if (event.key === "Escape" && !typing) this.clear();
      return;
    }
    const { selected } = this.state;
    const direction = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" }[event.key];
    const onMap = event.target === document.body || event.target.closest("#map");
    if (direction && onMap) {
      event.preventDefault();
      const next = selected >= 0 ? this.map.towards(selected, direction) : ([...this.map.drawn][0] ?? -1);
      if (next >= 0) this.open(next);
    } else if (event.key === "Enter" && onMap && selected >= 0) byId("panel").focus();
    else if (event.key === "f" && selected >= 0) this.neighbourhood(selected);
    else if (event.key === "Escape") this.clear();
    else if (event.key === "+" || event.key === "=") this.map.zoom(1.3);
    else if (event.key === "-") this.map.zoom(1 / 1.3);
    else if (event.key === "0") this.map.fit();
  }

  async copyLink() {
    history.replaceState(history.state, "", toAddress(this.graph, this.state));
    this.address = location.hash;
    const link = location.href;
    try {
      await navigator.clipboard.writeText(link);
    } catch {
      const area = el("textarea", { value: link });
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    this.say(t("copied"));
  }

  switchLanguage() {
    setLanguage(language() === "vi" ? "en" : "vi");
    keepLanguage(language());
    this.haystacks = undefined;
    this.redress();
  }

  switchTheme() {
    setTheme(isDark() ? "light" : "dark");
    this.redress();
  }

  /** Everything anew, in the language and colours of now. */
  redress() {
    translate();
    byId("switch-theme").textContent = t(isDark() ? "light" : "dark");
    this.draw({ before: this.state, all: true });
    this.map.repaint();
  }
}

async function start() {
  const blank = blankPage();
  const [words, data, picture] = await Promise.all([...["words", "data", "picture"].map(block), fontReady()]);
  learn(words, data.lang);
  const graph = new Graph(data);
  graph.whole = picture.nodes.length === graph.size;
  // Much evidence comes after the first picture; little is there at once.
  if (!isPacked("later")) graph.take(await block("later"));
  translate();
  const app = new App(graph, blank);
  byId("switch-theme").textContent = t(isDark() ? "light" : "dark");
  window.luocdo = app; // for the console, and for tests
  requestAnimationFrame(() => {
    app.map.canvas.paint();
    requestAnimationFrame(async () => {
      document.documentElement.dataset.ready = String(Math.round(performance.now()));
      app.indexQuietly();
      if (!graph.complete) app.takeLater(await block("later"));
      document.documentElement.dataset.complete = "1";
    });
  });
}

start();
