// The search box (ARIA combobox with a list): arrow keys move, Enter takes, Escape closes.

import { el, refill, words } from "./dom.js";
import { number, t } from "./language.js";
import { boxSwatch } from "./pieces.js";

let made = 0;

/**
 * Wires `input` and `list`; `search(text)` gives nodes, `pick(node)` is told the choice. Where `all(text)` is given it shows
 * what of `total(text)` hits the list has no room for.
 */
export function combobox(graph, input, list, { search, pick, keep = false, total = null, all = null }) {
  made += 1;
  const name = `hit${made}`;
  let hits = [];
  let active = -1;

  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    active = -1;
  };
  const activate = (next) => {
    active = next;
    [...list.children].forEach((item, i) => {
      item.setAttribute("aria-selected", String(i === active));
      if (i === active) item.scrollIntoView({ block: "nearest" });
    });
    if (active >= 0) input.setAttribute("aria-activedescendant", `${name}-${active}`);
    else input.removeAttribute("aria-activedescendant");
  };
  const take = (node) => {
    input.value = keep ? graph.label(node) : "";
    close();
    pick(node);
  };
  const open = () => {
    hits = search(input.value);
    refill(
      list,
      ...hits.map((node, i) =>
        el(
          "li",
          { id: `${name}-${i}`, role: "option", "aria-selected": "false", data: { node: String(node) }, on: { mousedown: (event) => { event.preventDefault(); take(node); } } },
          boxSwatch(graph.data.families[graph.family(node)].id, { kind: graph.isIssuer(node) ? "issuer" : "document", status: graph.status(node), loaded: graph.isLoaded(node) }),
          words(graph.fullLabel(node), { class: "hit-name" }),
          words([graph.lines(node)[1], graph.title(node)].filter(Boolean).join(" · "), { class: "hit-more" }),
        ),
      ),
    );
    const found = total && hits.length ? total(input.value) : 0;
    if (found > hits.length) {
      const more = () => {
        close();
        all(input.value);
      };
      const item = el("li", { id: `${name}-${hits.length}`, role: "option", "aria-selected": "false", class: "hit-all", on: { mousedown: (event) => { event.preventDefault(); more(); } } }, t("seeAll", { count: number(found) }));
      item.take = more;
      list.append(item);
    }
    if (!hits.length && input.value.trim()) {
      refill(list, el("li", { role: "option", "aria-disabled": "true", "aria-selected": "false", class: "no-hit" }, t("noHit")));
    }
    list.hidden = !list.children.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    activate(hits.length ? 0 : -1);
  };

  input.addEventListener("input", open);
  input.addEventListener("focus", () => input.value.trim() && !keep && open());
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) open();
      else if (hits.length) {
        const count = list.children.length;
        activate((active + (event.key === "ArrowDown" ? 1 : count - 1)) % count);
      }
    } else if (event.key === "Enter" && !list.hidden && active >= 0) {
      event.preventDefault();
      if (active < hits.length) take(hits[active]);
      else list.children[active].take();
    } else if (event.key === "Escape") {
      event.stopPropagation();
      if (list.hidden) input.blur();
      else close();
    }
  });
}
