// The side bar: legend and filters in one, with counts.

import { el, refill } from "./dom.js";
import { capital, named, number, t } from "./language.js";
import { boxSwatch, edgeSwatch } from "./pieces.js";
import { countsOf, yearsOf } from "./filters.js";
import { fold } from "./folding.js";
import { allBut, freshState } from "./state.js";

const MANY = 12; // rows of a group from which they can be searched
const narrowed = new Map(); // what was asked for in a group

/** Builds the side bar for the state of now. */
export function drawSidebar(desk, container) {
  const { graph, state } = desk;
  const counts = countsOf(graph, desk.filters);
  const frame = container.parentElement;
  const scrolled = frame.scrollTop;
  const focused = document.activeElement?.dataset?.row;
  const wasOpen = [...container.querySelectorAll("details[open]")].map((details) => details.dataset.group);

  const row = (group, key, label, swatch, count, set) => {
    const toggle = () => {
      const next = new Set(state[set]);
      if (next.has(key)) next.delete(key);
      else next.add(key);
      const patch = { [set]: next };
      // The lines to issuers show nothing while the issuers themselves are hidden.
      if (key === "issued_by" && !next.has(key)) patch.offFamilies = new Set([...state.offFamilies].filter((id) => id !== "issuer"));
      desk.patch(patch, { minor: true });
    };
    const others = allBut(graph, set, set === "offFamilies" ? [key, "issuer"] : [key]);
    const alone = !state[set].has(key) && [...others].every((other) => state[set].has(other));
    const only = () => desk.patch({ [set]: alone ? freshState(graph, null)[set] : new Set([...others, ...(set === "offFamilies" ? ["issuer"] : [])]), page: 0 }, { minor: true });
    const id = `row-${group}-${key}`.replaceAll(" ", "_");
    return el(
      "div",
      { class: "row", data: { group, key } },
      el("input", { type: "checkbox", id, checked: !state[set].has(key), data: { row: `${group} ${key}` }, on: { change: toggle } }),
      el("label", { for: id }, swatch, el("span", { class: "row-name" }, label)),
      el("button", { type: "button", class: "only", "aria-pressed": String(alone), "aria-label": `${t(alone ? "allAgain" : "onlyThis")}: ${label}`, data: { row: `only ${group} ${key}` }, on: { click: only } }, t(alone ? "allAgain" : "onlyThis")),
      el("span", { class: "row-count" }, number(count || 0)),
    );
  };
  const group = (key, rows, folded) => {
    const all = el("fieldset", { class: "group" }, el("legend", {}, t(key)), rows);
    if (!folded) return all;
    return el("details", { class: "group", data: { group: key }, open: wasOpen.includes(key) }, el("summary", {}, `${t(key)} (${number(rows.length)})`), el("fieldset", {}, el("legend", { class: "unseen" }, t(key)), rows.length > MANY ? narrowing(desk, key) : null, rows));
  };

  const inGraph = new Set();
  for (let node = 0; node < graph.size; node += 1) inGraph.add(graph.family(node));
  const families = graph.data.families
    .filter((family, i) => inGraph.has(i))
    .map((family) => row("family", family.id, named(family), boxSwatch(family.id, { kind: family.id === "issuer" ? "issuer" : "document" }), counts.family[family.id], "offFamilies"));
  const relations = graph.predicates.map((p) => row("relation", p.id, named(p), edgeSwatch(p.id), counts.relation[p.id], "offRelations"));
  const statuses = graph.data.statuses
    .filter((status, i) => graph.hasStatus(i))
    .map((status) => row("status", status.id, capital(named(status)), boxSwatch("unknown", { status: status.id }), counts.status[status.id], "offStatuses"));
  const texts = ["loaded", "cited"].map((key) =>
    row("text", key, t(key === "loaded" ? "loaded" : "citedOnly"), boxSwatch("unknown", { loaded: key === "loaded" }), counts.text[key], "offTexts"),
  );
  const types = graph.data.types
    .map((type) => [type, counts.type[type.vi] || 0])
    .sort((a, b) => b[1] - a[1] || a[0].vi.localeCompare(b[0].vi, "vi"))
    .map(([type, count]) => row("type", type.vi, named(type), null, count, "offTypes"));
  const issuers = graph
    .issuerKeys()
    .map((key) => [key, counts.issuer[key] || 0])
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], "vi"))
    .map(([key, count]) => row("issuer", key, key || t("noIssuer"), null, count, "offIssuers"));
  if (graph.rows.type.some((type) => type < 0)) types.push(row("type", "", t("noType"), null, counts.type[""], "offTypes"));

  refill(
    container,
    el("h2", { class: "unseen" }, t("filters")),
    el("button", { type: "button", class: "narrow close", on: { click: () => desk.moves.closeDrawers() } }, t("close")),
    group("groupFamily", families),
    group("groupRelation", relations),
    dateGroup(desk, counts),
    group("groupStatus", [...statuses, ...texts]),
    group("groupType", types, true),
    group("groupIssuer", issuers, true),
    el("p", { class: "reset" }, el("button", { type: "button", id: "reset", on: { click: () => desk.moves.resetFilters() } }, t("reset"))),
    el("section", { class: "keys" }, el("h3", {}, t("keys")), el("p", {}, t("keysHelp"))),
  );
  for (const details of container.querySelectorAll("details[data-group]")) narrow(details, narrowed.get(details.dataset.group) || "");
  frame.scrollTop = scrolled;
  if (focused) container.querySelector(`[data-row="${CSS.escape(focused)}"]`)?.focus();
  return counts;
}

/** The box that searches the rows of a group. */
function narrowing(desk, key) {
  const input = el("input", {
    type: "search", class: "narrowing", value: narrowed.get(key) || "", placeholder: t("narrow"), "aria-label": `${t("narrow")}: ${t(key)}`, autocomplete: "off", data: { row: `narrow ${key}` },
    on: { input: () => { narrowed.set(key, input.value); narrow(input.closest("details"), input.value); } },
  }); // prettier-ignore
  return input;
}

function narrow(details, text) {
  const wanted = fold(text).split(" ").filter(Boolean);
  for (const row of details.querySelectorAll(".row")) {
    const name = fold(row.querySelector(".row-name").textContent);
    row.hidden = !wanted.every((word) => name.includes(word));
  }
}

function dateGroup(desk, counts) {
  const { graph, state } = desk;
  const years = yearsOf(graph);
  if (!years) return null;
  const [first, last] = years;
  const from = Math.max(state.from ?? first, first);
  const to = Math.min(state.to ?? last, last);
  const slider = (name, value) => {
    const output = el("output", { id: `year-${name}-output`, "aria-live": "off" }, String(value));
    const input = el("input", {
      type: "range", min: first, max: last, step: 1, value: String(value), id: `year-${name}`, "aria-label": t(name === "from" ? "yearFrom" : "yearTo"), data: { row: `year ${name}` },
      on: {
        input: () => { output.textContent = input.value; },
        change: () => {
          const year = Number(input.value);
          const patch = name === "from" ? { from: year <= first ? null : year } : { to: year >= last ? null : year };
          if (name === "from" && year > to) patch.to = year >= last ? null : year;
          if (name === "to" && year < from) patch.from = year <= first ? null : year;
          desk.patch(patch, { minor: true });
        },
      },
    }); // prettier-ignore
    return el("div", { class: "year" }, el("span", { class: "year-name" }, t(name === "from" ? "from" : "to")), input, output);
  };
  return el(
    "fieldset",
    { class: "group" },
    el("legend", {}, t("groupDate")),
    slider("from", from),
    slider("to", to),
    el(
      "label",
      { class: "row", data: { group: "undated", key: "undated" } },
      el("input", { type: "checkbox", checked: state.undated, data: { row: "undated" }, on: { change: () => desk.patch({ undated: !state.undated }, { minor: true }) } }),
      el("span", { class: "row-name" }, t("undatedToo")),
      el("span", { class: "row-count" }, number(counts.undated)),
    ),
  );
}
