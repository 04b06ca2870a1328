// What the two long lists share: sorting heads, a filter that keeps the focus, pages of a hundred rows.

import { el, refill } from "./dom.js";
import { help, number, t } from "./language.js";

export const PAGE_ROWS = 100;
const PAUSE = 160; // milliseconds without a key after which a filter is asked

let timer = 0;

/** Runs `action` when nothing more has come for a moment. */
function soon(action) {
  clearTimeout(timer);
  timer = setTimeout(action, PAUSE);
}

/** Rows sorted by `keyOf(row)` (text or number), in the state's direction; equal ones keep their order. */
export function sorted(rows, sort, keyOf) {
  const compare = new Intl.Collator("vi", { numeric: true }).compare;
  const keys = new Map(rows.map((row) => [row, keyOf(row)]));
  const sign = sort.startsWith("-") ? -1 : 1;
  return rows.sort((a, b) => {
    const [left, right] = [keys.get(a), keys.get(b)];
    return (typeof left === "number" ? left - right : compare(left, right)) * sign || a - b;
  });
}

/**
 * Draws a list into `section`. `name` ("table", "documents") makes the ids; `columns` are names; `line(row)` gives a
 * table row; `said` are the words of heading, filter, count and of the list when it is empty; `above` stands over it.
 */
export function drawListing(desk, section, { name, columns, rows, line, said, above = null }) {
  const { state } = desk;
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_ROWS));
  const page = Math.min(state.page, pages - 1);
  const focused = section.contains(document.activeElement) ? document.activeElement.dataset.focus : null;

  const header = (column) => {
    const descending = state.sort === `-${column}`;
    const ascending = state.sort === column;
    return el(
      "th",
      { scope: "col", role: "columnheader", "aria-sort": ascending ? "ascending" : descending ? "descending" : "none", class: `column-${column}` },
      el("button", { type: "button", title: help(`column-${column}`), data: { focus: `sort ${column}` }, on: { click: () => desk.patch({ sort: ascending ? `-${column}` : column, page: 0 }, { minor: true }) } },
        t(`column-${column}`), el("span", { "aria-hidden": "true" }, ascending ? " ▲" : descending ? " ▼" : "")),
    ); // prettier-ignore
  };
  const filter = el("input", {
    type: "search", id: `${name}-filter`, value: state.query, data: { focus: "filter" }, autocomplete: "off",
    on: { input: () => soon(() => desk.patch({ query: filter.value, page: 0 }, { minor: true })) },
  }); // prettier-ignore
  const turn = (to, key, sign) =>
    el("button", { type: "button", data: { focus: key }, disabled: to < 0 || to >= pages, "aria-label": t(key), on: { click: () => desk.patch({ page: to }, { minor: true }) } }, sign);

  refill(
    section,
    el("h2", { id: `${name}-heading` }, said.heading),
    above,
    el(
      "div",
      { class: "table-tools" },
      el("label", { for: `${name}-filter` }, said.filter),
      filter,
      el("p", { role: "status", id: `${name}-count` }, said.count),
      el("div", { class: "pager" }, turn(page - 1, "previousPage", "‹"), el("span", {}, t("page", { page: number(page + 1), pages: number(pages) })), turn(page + 1, "nextPage", "›")),
    ),
    rows.length
      ? el(
          "div",
          { class: "table-box", tabindex: 0, role: "region", "aria-label": t("listRows", { name: said.heading }) },
          // The roles are those of a table, kept where the style makes cards of the rows (on a phone).
          el("table", { class: `${name === "table" ? "relations" : "relations documents"}`, role: "table" },
            el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, columns.map(header))),
            el("tbody", { role: "rowgroup" }, rows.slice(page * PAGE_ROWS, (page + 1) * PAGE_ROWS).map(line))),
        ) // prettier-ignore
      : el("p", { class: "empty" }, said.empty),
  );
  if (focused) {
    const element = section.querySelector(`[data-focus="${CSS.escape(focused)}"]`);
    element?.focus();
    if (element === filter) filter.setSelectionRange(filter.value.length, filter.value.length);
  }
}
