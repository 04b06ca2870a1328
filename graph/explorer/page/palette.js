// Colours, dashes and arrows. The colours were moved apart until a simulation of the three kinds of colour blindness told
// them apart too, with enough contrast for lines and text (a test holds that). Nothing is told by colour alone: lanes repeat the family, dashes the relation.

const FAMILIES = {
  //            line       fill       | in the dark: line, fill
  party: ["#a82800", "#fdeadf", "#fb923c", "#43210f"],
  legislature: ["#6f26b7", "#efe4fa", "#b78cd4", "#33204a"],
  government: ["#004892", "#dcecfa", "#79bdfd", "#12304c"],
  ministry: ["#9f7800", "#fdf3cf", "#f7dc5f", "#3a300e"],
  province: ["#1e936b", "#d6f3e7", "#00b47f", "#0c3a2b"],
  department: ["#a7006f", "#fbe3f0", "#e48cb4", "#45183a"],
  local: ["#5b4636", "#efe6de", "#e0b3a4", "#352a22"],
  front: ["#1b6e8a", "#d9f1f5", "#61e2e9", "#0e353d"],
  unknown: ["#5f6b7a", "#eef0f3", "#9aa7b8", "#262c35"],
  issuer: ["#374151", "#e9ebee", "#c3cad4", "#2b313a"],
};

const PREDICATES = {
  //            light      dark       dash            arrow           width
  implements: ["#0a66b8", "#6bb8ff", [], "arrow", 2],
  replaces: ["#a72500", "#ff9a5c", [9, 4, 2, 4], "triangle", 2],
  repeals: ["#a3123a", "#ff8aa8", [2, 4], "bar", 2],
  amends: ["#ac6600", "#f0c14b", [8, 4], "diamond", 2],
  based_on: ["#4b5563", "#b8c2d0", [2, 3], "vee", 1.6],
  guides: ["#007a52", "#46d6a2", [14, 3], "circle", 2],
  reviews: ["#a02878", "#f59bd0", [6, 3, 2, 3, 2, 3], "vee", 1.8],
  corrects: ["#5b4636", "#d3b59c", [4, 4], "diamond", 1.6],
  consolidates: ["#6d28a8", "#cfa8f5", [12, 3, 4, 3], "box", 1.8],
  extends: ["#0b7285", "#66d6e6", [10, 5], "crow", 1.8],
  suspends: ["#7c2d12", "#f2a68a", [3, 6], "box", 1.8],
  cites: ["#8792a2", "#7f8b9c", [1, 4], "vee", 1.2],
  issued_by: ["#6b7280", "#8d99aa", [1, 6], "circle", 1.2],
};

const OTHER = ["#6b7280", "#9ca3af", [5, 5], "arrow", 1.5];

const GROUND = {
  light: { page: "#ffffff", band: "#f3f6fa", text: "#14181f", faint: "#5b6675", line: "#d4dae2", ring: "#111418", mark: "#b45309" },
  dark: { page: "#12161c", band: "#181e26", text: "#e8ecf1", faint: "#a3afbd", line: "#333d4a", ring: "#ffffff", mark: "#fbbf24" },
};

const STORED = "luocdo-theme";
const dark = window.matchMedia("(prefers-color-scheme: dark)");
const chosen = { theme: "auto", paper: false };

/** "auto", "light" or "dark". */
export function theme() {
  return chosen.theme;
}

export function isDark() {
  return !chosen.paper && (chosen.theme === "dark" || (chosen.theme === "auto" && dark.matches));
}

/** While `on` all colours are those for paper, that is the light ones. */
export function onPaper(on) {
  chosen.paper = on;
}

/** Chooses a theme and keeps the choice where the browser lets a page keep something. */
export function setTheme(next) {
  chosen.theme = next;
  document.documentElement.dataset.theme = isDark() ? "dark" : "light";
  try {
    window.localStorage.setItem(STORED, next);
  } catch {
    // pages without storage forget the choice
  }
}

/** Takes up the kept choice; calls `changed` when the system's theme changes. */
export function startTheme(changed) {
  let kept = null;
  try {
    kept = window.localStorage.getItem(STORED);
  } catch {
    // no storage
  }
  chosen.theme = ["light", "dark"].includes(kept) ? kept : "auto";
  document.documentElement.dataset.theme = isDark() ? "dark" : "light";
  dark.addEventListener("change", () => {
    document.documentElement.dataset.theme = isDark() ? "dark" : "light";
    changed();
  });
}

export function ground(inDark = isDark()) {
  return inDark ? GROUND.dark : GROUND.light;
}

export function familyColours(id, inDark = isDark()) {
  const row = FAMILIES[id] || FAMILIES.unknown;
  return inDark ? { line: row[2], fill: row[3] } : { line: row[0], fill: row[1] };
}

export function predicateStyle(id, inDark = isDark()) {
  const [light, night, dash, arrow, width] = PREDICATES[id] || OTHER;
  return { colour: inDark ? night : light, dash, arrow, width };
}

/** Border of a document: dashed where it no longer stands, dotted where only cited. */
export function border(status, loaded) {
  if (status === "replaced" || status === "repealed") return [7, 4];
  if (status === "suspended" || status === "partly") return [12, 3, 2, 3];
  return loaded ? [] : [1.5, 3];
}
