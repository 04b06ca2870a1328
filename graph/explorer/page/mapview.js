// The map as a view: what it says of itself, its buttons, and when it is fitted into the window.

import { byId, el, refill } from "./dom.js";
import { capital, language, named, number, t } from "./language.js";
import { partsOf } from "./overview.js";

/** `map` is the GraphMap, made before; see views.js for what a view is. */
export function mapView(section, desk, map) {
  const { graph, moves } = desk;
  const click = (id, action) => byId(id).addEventListener("click", action);
  click("back", () => desk.steps.back());
  click("neighbourhood", () => (desk.state.centres.length ? moves.whole() : moves.neighbourhood(desk.state.selected)));
  click("whole", () => moves.whole());
  click("fit", () => map.fit(true));
  click("zoom-in", () => map.zoom(1.3));
  click("zoom-out", () => map.zoom(1 / 1.3));

  const shown = () => ({
    documents: [...map.scene.shown].filter((node) => !graph.isIssuer(node)).length,
    edges: map.drawnEdges.length,
  });

  return {
    shown,
    draw(state, { before, fit, counts }) {
      const arrived = before !== null && before.view !== "map";
      const changed = map.show(state, desk.filters, language());
      const note = byId("limit-note");
      const text = noteOf(graph, map, state, counts, shown().documents);
      note.hidden = !text;
      note.textContent = text;
      drawTools(desk);
      if (fit || arrived || changed) map.fit();
      map.repaint();
    },
  };
}

/** Its centre and how much of it is drawn, or how much of the whole. */
function noteOf(graph, map, state, counts, drawn) {
  if (!graph.documentCount) return t("emptyGraph");
  if (state.centres.length === 1) {
    const [centre] = state.centres;
    const edges = map.drawnEdges.filter((edge) => graph.edges.s[edge] === centre || graph.edges.o[edge] === centre).length;
    return t("aroundNote", { name: graph.fullLabel(centre), edges: number(edges) });
  }
  if (state.centres.length) return "";
  if (state.unfolded.length) return t("openedNote", { name: nameOf(graph, state.unfolded[state.unfolded.length - 1]), nodes: number(drawn) });
  if (map.scene.folded) return t("foldedNote", { nodes: number(drawn) });
  return counts.visible > map.scene.shown.size ? t("limitNote", { nodes: number(drawn), all: number(graph.documentCount) }) : "";
}

/** What an opened box is called: "Thông tư, Bộ Tài chính, 2013". */
function nameOf(graph, key) {
  const parts = partsOf(graph, key);
  if (!parts) return capital(t("lessLinked"));
  const { lane, type, period, issuer } = parts;
  return capital([type, issuer || named(graph.data.lanes[lane]), period].filter(Boolean).join(", "));
}

function drawTools({ state, steps, patch }) {
  byId("back").disabled = !steps.canGoBack();
  byId("whole").disabled = !state.centres.length && !state.unfolded.length;
  byId("neighbourhood").setAttribute("aria-pressed", String(state.centres.length > 0));
  byId("neighbourhood").disabled = state.selected < 0 && !state.centres.length;
  const hops = byId("hops");
  const legend = hops.querySelector("legend");
  const choice = (count) => {
    const change = () => patch({ hops: count }, { minor: true, fit: true });
    return el("label", {}, el("input", { type: "radio", name: "hops", value: String(count), checked: state.hops === count, on: { change } }), t(count === 1 ? "hop" : "hopsCount", { count }));
  };
  refill(hops, legend, ...[1, 2, 3].map(choice));
  hops.disabled = !state.centres.length;
}
