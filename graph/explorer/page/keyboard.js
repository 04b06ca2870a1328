// Keys: search from anywhere, and on the map from document to document.

import { byId } from "./dom.js";

const DIRECTIONS = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };

export function wireKeys(desk, map) {
  const { moves } = desk;

  const towards = (direction) => {
    const { selected } = desk.state;
    const next = selected >= 0 ? map.towards(selected, direction) : ([...map.drawn][0] ?? -1);
    if (next >= 0) moves.open(next);
  };

  const onMap = (event) => {
    const { selected } = desk.state;
    const direction = DIRECTIONS[event.key];
    const here = event.target === document.body || event.target.closest("#map");
    if (direction && here) {
      event.preventDefault();
      towards(direction);
    } else if (event.key === "Enter" && here && selected >= 0) byId("panel").focus();
    else if (event.key === "f" && selected >= 0) moves.neighbourhood(selected);
    else if (event.key === "+" || event.key === "=") map.zoom(1.3);
    else if (event.key === "-") map.zoom(1 / 1.3);
    else if (event.key === "0") map.fit();
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, select, textarea")) return;
    if (event.key === "/") {
      event.preventDefault();
      byId("search").focus();
    } else if (event.key === "Escape") moves.clear();
    else if (desk.state.view === "map") onMap(event);
  });
}
