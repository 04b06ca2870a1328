// What the filters let pass, and how many of each kind there are. Counts of one group follow the other groups' choices.

/** The tests of a state: which nodes and edges pass. */
export function filtersOf(graph, state) {
  const { data, rows } = graph;
  const familyOff = data.families.map((row) => state.offFamilies.has(row.id));
  const typeOff = data.types.map((row) => state.offTypes.has(row.vi));
  const statusOff = data.statuses.map((row) => state.offStatuses.has(row.id));
  const relationOff = graph.predicates.map((row) => state.offRelations.has(row.id));
  const noType = state.offTypes.has("");
  const issuerOff = graph.issuerKeys().map((key) => state.offIssuers.has(key));

  const passes = {
    family: (node) => !familyOff[graph.family(node)],
    type: (node) => graph.isIssuer(node) || !(rows.type[node] < 0 ? noType : typeOff[rows.type[node]]),
    issuer: (node) => graph.isIssuer(node) || !issuerOff[graph.issuerNumbers[node]],
    status: (node) => graph.isIssuer(node) || !statusOff[rows.status[node] || 0],
    text: (node) => graph.isIssuer(node) || !state.offTexts.has(graph.isLoaded(node) ? "loaded" : "cited"),
    date: (node) => {
      if (graph.isIssuer(node)) return true;
      const year = graph.year(node);
      if (year === null) return state.undated;
      return (state.from === null || year >= state.from) && (state.to === null || year <= state.to);
    },
  };
  const groups = Object.keys(passes);
  const visible = (node) => groups.every((group) => passes[group](node));
  const sets = [state.offFamilies, state.offTypes, state.offStatuses, state.offTexts, state.offRelations, state.offIssuers];
  return {
    key: JSON.stringify([...sets.map((set) => [...set].sort()), state.from, state.to, state.undated]),
    visible,
    relation: (p) => !relationOff[p],
    edge: (edge) => !relationOff[graph.edges.p[edge]] && visible(graph.edges.s[edge]) && visible(graph.edges.o[edge]),
    allBut: (left) => (node) => groups.every((group) => group === left || passes[group](node)),
  };
}

/** Counts by row for every group of the side bar. */
export function countsOf(graph, filters) {
  const counts = { family: {}, type: {}, issuer: {}, status: {}, text: {}, relation: {}, undated: 0, visible: 0, documents: 0, edges: 0 };
  const tests = Object.fromEntries(["family", "type", "issuer", "status", "text", "date"].map((g) => [g, filters.allBut(g)]));
  const add = (group, key) => {
    counts[group][key] = (counts[group][key] || 0) + 1;
  };
  const visible = new Uint8Array(graph.size);
  for (let node = 0; node < graph.size; node += 1) {
    if (filters.visible(node)) {
      visible[node] = 1;
      counts.visible += 1;
      if (!graph.isIssuer(node)) counts.documents += 1;
    }
    if (tests.family(node)) add("family", graph.data.families[graph.family(node)].id);
    if (graph.isIssuer(node)) continue;
    if (tests.type(node)) add("type", graph.data.types[graph.rows.type[node]]?.vi ?? "");
    if (tests.issuer(node)) add("issuer", graph.issuerKeys()[graph.issuerNumbers[node]]);
    if (tests.status(node)) add("status", graph.status(node));
    if (tests.text(node)) add("text", graph.isLoaded(node) ? "loaded" : "cited");
    if (graph.year(node) === null && tests.date(node)) counts.undated += 1;
  }
  for (let edge = 0; edge < graph.edgeCount; edge += 1) {
    // A relation counts where either end passes: "which are repealed" must not ask who repealed them.
    if (!visible[graph.edges.s[edge]] && !visible[graph.edges.o[edge]]) continue;
    const id = graph.predicates[graph.edges.p[edge]].id;
    add("relation", id);
    if (filters.relation(graph.edges.p[edge])) counts.edges += 1;
  }
  return counts;
}

/** First and last year of the graph's dated documents, or null. */
export function yearsOf(graph) {
  let first = Infinity;
  let last = -Infinity;
  for (let node = 0; node < graph.documentCount; node += 1) {
    const year = graph.year(node);
    if (year === null) continue;
    first = Math.min(first, year);
    last = Math.max(last, year);
  }
  return first <= last ? [first, last] : null;
}
