// What the user has chosen, and the address that keeps it.

export const VIEWS = ["start", "map", "documents", "diagram", "table", "paths", "source"];

/** A fresh state; `opening` is what the page was built with. */
export function freshState(graph, opening) {
  const centres = (opening?.centres || []).map((id) => graph.node(id)).filter((node) => node >= 0);
  return {
    view: graph.whole || centres.length ? "map" : "start",
    selected: centres.length ? centres[0] : -1,
    centres,
    expanded: [],
    unfolded: [], // kinds of neighbours that are drawn one by one
    hops: (centres.length && opening.hops) || (graph.whole ? 2 : 1),
    offFamilies: new Set(["issuer"]),
    offTypes: new Set(),
    offRelations: new Set(graph.predicates.filter((row) => row.off).map((row) => row.id)),
    offIssuers: new Set(),
    offStatuses: new Set(),
    offTexts: new Set(),
    from: null,
    to: null,
    undated: true,
    query: "",
    sort: "",
    page: 0,
    mode: "path",
    start: -1,
    goal: -1,
    kind: "",
    source: 0,
    at: -1,
  };
}

// In the address: what is off under x and a letter; where most is off, what is on under o and the letter.
const SETS = [
  ["f", "offFamilies", (graph) => graph.data.families.map((row) => row.id)],
  ["t", "offTypes", (graph) => [...graph.data.types.map((row) => row.vi), ""]],
  ["i", "offIssuers", (graph) => graph.issuerKeys()],
  ["r", "offRelations", (graph) => graph.predicates.map((row) => row.id)],
  ["s", "offStatuses", (graph) => graph.data.statuses.map((row) => row.id)],
  ["l", "offTexts", () => ["loaded", "cited"]],
];

/** Everything of a set of the state but `keys`. */
export function allBut(graph, name, keys) {
  const [, , every] = SETS.find((row) => row[1] === name);
  return new Set(every(graph).filter((key) => !keys.includes(key)));
}

function sameSet(a, b) {
  return a.size === b.size && [...a].every((value) => b.has(value));
}

/** The address of a state: only what differs from a page just opened without a centre. */
export function toAddress(graph, state) {
  const plain = freshState(graph, null);
  const fields = new URLSearchParams();
  fields.set("v", state.view);
  if (state.selected >= 0) fields.set("d", graph.key(state.selected));
  for (const node of state.centres) fields.append("c", graph.key(node));
  for (const node of state.expanded) fields.append("e", graph.key(node));
  for (const key of state.unfolded) fields.append("w", key);
  if (state.hops !== plain.hops) fields.set("h", state.hops);
  for (const [letter, name, every] of SETS) {
    if (sameSet(state[name], plain[name])) continue;
    const on = every(graph).filter((key) => !state[name].has(key));
    const [key, members] = on.length && on.length < state[name].size ? [`o${letter}`, on] : [`x${letter}`, [...state[name]]];
    // A member is written with a dot before it (it may be empty); an empty set is one empty field.
    if (!members.length) fields.append(key, "");
    for (const member of members.sort()) fields.append(key, `.${member}`);
  }
  if (state.from !== null) fields.set("from", state.from);
  if (state.to !== null) fields.set("to", state.to);
  if (!state.undated) fields.set("u", "0");
  if (state.query) fields.set("q", state.query);
  if (state.sort) fields.set("o", state.sort);
  if (state.page) fields.set("n", state.page);
  if (state.mode !== plain.mode) fields.set("m", state.mode);
  if (state.start >= 0) fields.set("a", graph.key(state.start));
  if (state.goal >= 0) fields.set("b", graph.key(state.goal));
  if (state.kind) fields.set("k", state.kind);
  if (state.view === "source") {
    fields.set("s", graph.data.sources.name[state.source] ?? "");
    if (state.at >= 0) fields.set("at", state.at);
  }
  return `#${fields}`;
}

const year = (text) => (/^\d{4}$/.test(text || "") ? Number(text) : null);
const count = (text) => (/^\d{1,9}$/.test(text || "") ? Number(text) : null);

/** The state of an address; anything unknown in it is left out. */
export function fromAddress(graph, address) {
  const fields = new URLSearchParams(address.replace(/^#/, ""));
  const state = freshState(graph, null);
  const node = (key) => (fields.has(key) ? graph.node(fields.get(key)) : -1);
  const nodes = (key) => fields.getAll(key).map((id) => graph.node(id)).filter((found) => found >= 0);
  if (VIEWS.includes(fields.get("v"))) state.view = fields.get("v");
  state.selected = node("d");
  state.centres = nodes("c");
  state.expanded = nodes("e");
  state.unfolded = fields.getAll("w");
  const hops = count(fields.get("h"));
  if (hops >= 1 && hops <= 3) state.hops = hops;
  for (const [letter, name] of SETS) {
    const members = (key) => fields.getAll(key).filter(Boolean).map((member) => member.slice(1));
    if (fields.has(`x${letter}`)) state[name] = new Set(members(`x${letter}`));
    else if (fields.has(`o${letter}`)) state[name] = allBut(graph, name, members(`o${letter}`));
  }
  state.from = year(fields.get("from"));
  state.to = year(fields.get("to"));
  state.undated = fields.get("u") !== "0";
  state.query = fields.get("q") || "";
  state.sort = /^-?\w+$/.test(fields.get("o") || "") ? fields.get("o") : "";
  state.page = count(fields.get("n")) || 0;
  if (["chain", "history"].includes(fields.get("m"))) state.mode = fields.get("m");
  state.start = node("a");
  state.goal = node("b");
  state.kind = fields.get("k") || "";
  state.source = Math.max(0, graph.data.sources.name.indexOf(fields.get("s") ?? ""));
  state.at = count(fields.get("at")) ?? -1;
  return state;
}
