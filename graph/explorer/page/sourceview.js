// A source with its citations marked; a relation's sentence can be jumped to and back.

import { el, refill, reveal, words } from "./dom.js";
import { number, t } from "./language.js";
import { familyColours } from "./palette.js";

const FIRST_NAMES = 500; // sources that are named where their texts are not in the page

const kept = { source: -1, look: "", citation: -1 };

export function drawSource(desk, section) {
  const { graph, state } = desk;
  const { mentions } = graph;
  const { sources } = graph.data;
  const heading = el("h2", { id: "source-heading" }, t("viewSource"));
  if (!sources.name.length) {
    kept.source = -1;
    refill(section, heading, el("p", { class: "empty" }, t("sourceNone")));
    return;
  }
  if (!graph.complete) {
    refill(section, heading);
    return;
  }
  if (!sources.kept || !mentions) {
    kept.source = -1;
    const limit = number(Math.round(graph.data.maxSourceBytes / 1e5) / 10);
    refill(
      section,
      heading,
      el("p", { class: "empty", id: "sources-left-out" }, t("sourcesLeftOut", { size: number(Math.round(sources.bytes / 1e5) / 10), limit })),
      el("ul", { class: "plain source-names" }, sources.name.slice(0, FIRST_NAMES).map((name) => el("li", {}, words(name)))),
      sources.name.length > FIRST_NAMES ? el("p", { class: "empty" }, t("otherSources", { count: number(sources.name.length - FIRST_NAMES) })) : null,
    );
    return;
  }
  const source = Math.min(state.source, sources.name.length - 1);
  const look = document.documentElement.dataset.theme + document.documentElement.lang;
  if (kept.source !== source || kept.look !== look || !section.querySelector(".source-text")) {
    kept.source = source;
    kept.look = look;
    kept.citation = -1;
    build(desk, section, heading, source);
  }
  mark(desk, section);
}

function build(desk, section, heading, source) {
  const { graph } = desk;
  const { sources } = graph.data;
  const [first, last] = graph.mentionsOf(source);
  const select = el(
    "select",
    { id: "source-name", on: { change: () => desk.patch({ source: Number(select.value), at: -1 }) } },
    sources.name.map((name, i) => el("option", { value: String(i), selected: i === source }, name)),
  );
  const owner = graph.rows.id.findIndex((id, node) => (graph.rows.texts[node] || []).includes(source));
  const step = (by, key, sign) => el("button", { type: "button", "aria-label": t(key), title: t(key), on: { click: () => stepCitation(section, by) } }, sign);
  const body = el("div", { class: `source-text format-${/^[a-z]+$/.test(sources.format[source]) ? sources.format[source] : "txt"}`, tabindex: 0, role: "region", "aria-label": sources.name[source] });
  refill(
    section,
    heading,
    el(
      "div",
      { class: "source-tools" },
      el("button", { type: "button", id: "source-back", on: { click: () => desk.steps.back() } }, t("backToRelation")),
      el("label", { for: "source-name" }, t("source")),
      select,
      owner >= 0 ? el("button", { type: "button", class: "link", on: { click: () => desk.moves.open(owner) } }, words(graph.fullLabel(owner))) : null,
      el("span", { class: "note" }, t("citations", { count: number(last - first) })),
      step(-1, "previousCitation", "↑"),
      step(1, "nextCitation", "↓"),
    ),
    body,
  );
  body.append(...paragraphs(desk, source));
}

/** The text in paragraphs, each a list of plain pieces and citations. Every piece knows its offset. */
function paragraphs(desk, source) {
  const { graph } = desk;
  const text = graph.texts[source];
  const { start, end, doc } = graph.mentions;
  const [first, last] = graph.mentionsOf(source);
  const spans = [];
  for (let i = first; i < last; i += 1) {
    const same = spans[spans.length - 1];
    if (same && same.start === start[i] && same.end === end[i]) {
      if (!same.nodes.includes(doc[i])) same.nodes.push(doc[i]);
    } else {
      spans.push({ start: start[i], end: end[i], nodes: [doc[i]] });
    }
  }
  // A citation inside another one takes its own words; the outer one keeps the rest.
  const cuts = new Set();
  for (const span of spans) cuts.add(span.start).add(span.end);
  // Signs of the text's format (stars around bold words) are there, and are not shown.
  const signs = graph.signs[source] || [];
  for (const cut of signs) cuts.add(cut);
  let sign = 0;
  const out = [];
  let at = 0;
  let next = 0;
  const open = [];
  const bounds = [...cuts].sort((a, b) => a - b);
  let bound = 0;
  for (const line of text.split("\n")) {
    const stop = at + line.length;
    const paragraph = el("p", { dir: "auto" });
    let here = at;
    while (here < stop) {
      while (next < spans.length && spans[next].start <= here) open.push(spans[next++]);
      for (let i = open.length - 1; i >= 0; i -= 1) if (open[i].end <= here) open.splice(i, 1);
      while (bound < bounds.length && bounds[bound] <= here) bound += 1;
      const until = Math.min(stop, bounds[bound] ?? stop);
      const piece = text.slice(here, until);
      while (sign < signs.length && signs[sign + 1] <= here) sign += 2;
      if (signs[sign] <= here) {
        paragraph.append(el("span", { hidden: true, data: { at: String(here) } }, piece));
        here = until;
        continue;
      }
      const inner = open.reduce((best, span) => (!best || span.end - span.start <= best.end - best.start ? span : best), null);
      paragraph.append(inner ? citation(desk, inner, piece, here) : el("span", { data: { at: String(here) } }, piece));
      here = until;
    }
    if (!line) paragraph.className = "blank";
    out.push(paragraph);
    at = stop + 1;
  }
  return out;
}

function citation(desk, span, piece, at) {
  const { graph } = desk;
  const [node, ...others] = span.nodes;
  const link = el(
    "a",
    {
      href: "#",
      class: "cite",
      data: { at: String(at), node: String(node), family: graph.data.families[graph.family(node)].id },
      title: span.nodes.map((n) => graph.fullLabel(n)).join("; "),
      on: { click: (event) => { event.preventDefault(); desk.moves.open(node); } },
    },
    piece,
  ); // prettier-ignore
  link.style.setProperty("--cite", familyColours(graph.data.families[graph.family(node)].id).line);
  if (!others.length || at + piece.length < span.end) return link;
  return el("span", {}, link, others.map((other, i) => el("sup", {}, el("a", { href: "#", class: "cite also", data: { node: String(other) }, title: graph.fullLabel(other), "aria-label": graph.fullLabel(other), on: { click: (event) => { event.preventDefault(); desk.moves.open(other); } } }, `+${i + 1}`))));
}

/** Marks the passage of the state: a relation's sentence, or the citations of the selected document. */
function mark(desk, section) {
  const { graph, state } = desk;
  for (const old of section.querySelectorAll(".in-sentence, .of-selected")) old.classList.remove("in-sentence", "of-selected");
  section.querySelector("#source-back").hidden = !desk.steps.canGoBack();
  for (const cite of section.querySelectorAll(`.cite[data-node="${state.selected}"]`)) cite.classList.add("of-selected");
  let [from, to] = desk.passage || [-1, -1];
  if (state.at >= 0 && state.at < graph.relations.count) {
    const evidence = graph.evidence(state.at);
    if (evidence.source === kept.source) [from, to] = [evidence.start, evidence.end];
  }
  if (from < 0) {
    const cited = [...section.querySelectorAll(".of-selected")];
    if (!cited.includes(document.activeElement)) reveal(cited[0]);
    return;
  }
  let shown = null;
  for (const piece of section.querySelectorAll("[data-at]")) {
    const at = Number(piece.dataset.at);
    const end = at + piece.textContent.length;
    if (end <= from || at >= to) continue;
    const target = at < from || end > to ? split(piece, at, Math.max(from, at), Math.min(to, end)) : piece;
    target.classList.add("in-sentence");
    shown ??= target;
  }
  reveal(shown);
}

/** Cuts a plain piece so that `from:to` stands alone; a citation is never cut. */
function split(piece, at, from, to) {
  if (piece.tagName === "A") return piece;
  const text = piece.textContent;
  const part = (start, end) => el("span", { data: { at: String(start) } }, text.slice(start - at, end - at));
  const middle = part(from, to);
  const parts = [from > at ? part(at, from) : null, middle, to < at + text.length ? part(to, at + text.length) : null];
  piece.replaceWith(...parts.filter(Boolean));
  return middle;
}

function stepCitation(section, by) {
  const all = [...section.querySelectorAll(".source-text .cite:not(.also)")];
  if (!all.length) return;
  // From the citation in focus, else from the one stepped to before (a click on the buttons takes the focus away).
  const focused = all.indexOf(document.activeElement);
  const from = focused >= 0 ? focused : kept.citation;
  kept.citation = from < 0 && by < 0 ? all.length - 1 : (from + by + all.length) % all.length;
  const next = all[kept.citation];
  next.focus({ preventScroll: true });
  reveal(next);
}
