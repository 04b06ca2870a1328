// The views of the page. A view is made once, from its section and the desk, and gives
//
//   {draw(state, change)}   draws what `state` wants; `change` says {before: the state before or null, fit, counts}
//
// The desk is all that a view may use: `graph`, the `state` and `filters` of now, `finder`, `moves`, `steps`, and
// `patch(change, {minor, fit, focusEdge, passage})`, which asks for another state.

import { drawDiagram } from "./diagram.js";
import { drawDocuments } from "./documents.js";
import { byId } from "./dom.js";
import { mapView } from "./mapview.js";
import { drawPaths } from "./paths.js";
import { drawSource } from "./sourceview.js";
import { drawStart } from "./start.js";
import { drawTable } from "./table.js";

const DRAWN = { start: drawStart, documents: drawDocuments, diagram: drawDiagram, table: drawTable, paths: drawPaths, source: drawSource };

/** The desk as it is in `state`. */
function at(desk, state) {
  return Object.create(desk, { state: { value: state }, filters: { value: desk.filters } });
}

/** All views by name. */
export function makeViews(desk, map) {
  const views = { map: mapView(byId("view-map"), desk, map) };
  for (const [name, draw] of Object.entries(DRAWN)) {
    const section = byId(`view-${name}`);
    views[name] = { draw: (state) => draw(at(desk, state), section) };
  }
  return views;
}
