// What stands around the views: the bar with its buttons and menus, the counts, what is said in passing.

import { byId, el } from "./dom.js";
import { keepLanguage, language, number, setLanguage, t, translate } from "./language.js";
import { isDark, setTheme, startTheme } from "./palette.js";
import { VIEWS } from "./state.js";
import { exportCsv, exportPage, exportPng, exportSvg, exportXlsx, finishPrint, hasPart, hasPicture, preparePrint } from "./exporting.js";

const EXPORTS = { "export-png": exportPng, "export-svg": exportSvg, "export-csv": exportCsv, "export-xlsx": exportXlsx, "export-page": exportPage, print: () => window.print() };
const TOLD = 2600; // milliseconds that something said in passing stays

export class Frame {
  /** `files` is the desk with `map` and `blank`, for exports; `redraw()` draws everything anew. */
  constructor(desk, files, redraw) {
    Object.assign(this, { desk, files, redraw });
    const click = (id, action) => byId(id).addEventListener("click", action);
    for (const view of VIEWS) document.querySelector(`#views [data-view="${view}"]`).addEventListener("click", () => desk.moves.turnTo(view));
    desk.finder.wire(byId("search"), byId("search-hits"));
    for (const [link, target] of [["skip", "main"], ["to-panel", "panel"]]) {
      byId(link).addEventListener("click", (event) => {
        event.preventDefault(); // the address is the state's
        byId(target).focus();
      });
    }
    for (const [id, make] of Object.entries(EXPORTS)) {
      click(id, () => {
        byId("export-menu").removeAttribute("open");
        make(files);
      });
    }
    click("copy-link", () => this.copyLink());
    click("switch-language", () => this.switchLanguage());
    click("switch-theme", () => this.switchTheme());
    click("open-filters", () => {
      const open = document.body.classList.toggle("show-filters");
      byId("open-filters").setAttribute("aria-expanded", String(open));
    });
    window.addEventListener("beforeprint", () => preparePrint(files, byId("view-map")));
    window.addEventListener("afterprint", () => finishPrint(byId("view-map")));
    startTheme(() => this.redress());
    this.nameTheme();
  }

  /** Shows the section of the view, marks its button, says which exports there are. */
  draw(state, before) {
    for (const view of VIEWS) {
      byId(`view-${view}`).hidden = view !== state.view;
      const button = document.querySelector(`#views [data-view="${view}"]`);
      if (view === state.view) button.setAttribute("aria-current", "page");
      else button.removeAttribute("aria-current");
    }
    if (before && before.view !== state.view) document.body.classList.remove("show-overview");
    document.body.dataset.view = state.view;
    for (const id of ["export-png", "export-svg"]) byId(id).disabled = !hasPicture(this.files);
    byId("export-page").disabled = !hasPart(this.files);
  }

  /** How many documents and relations are shown of how many. */
  drawCounts({ documents, edges }) {
    byId("counts").textContent = t("counts", { nodes: number(documents), all: number(this.desk.graph.documentCount), edges: number(edges) });
  }

  say(text) {
    const toast = byId("toast");
    toast.textContent = text;
    toast.hidden = false;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { toast.hidden = true; }, TOLD); // prettier-ignore
  }

  async copyLink() {
    const link = this.desk.steps.link(this.desk.state);
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
    this.redress();
  }

  switchTheme() {
    setTheme(isDark() ? "light" : "dark");
    this.redress();
  }

  nameTheme() {
    byId("switch-theme").textContent = t(isDark() ? "light" : "dark");
  }

  /** Everything anew, in the language and colours of now. */
  redress() {
    translate();
    this.nameTheme();
    this.redraw();
  }
}
