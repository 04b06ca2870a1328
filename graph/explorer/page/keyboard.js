// Keys: search from anywhere, and on the map from document to document.

import { byId } from "./dom.js";

const DIRECTIONS = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };

export function wireKeys(desk, map) {
  const { moves } = desk;

  // A document beside the one in hand is selected; boxes of many, and those of a folded whole, are pointed at and told.
  const towards = (direction) => {
    const next = map.towards(direction);
    if (!next) return;
    if (!next.members && !map.scene.folded) {
      map.enter(next);
      return;
    }
    map.point(next);
    byId("announced").textContent = map.nameOf(next).join(", ");
  };

  const onMap = (event) => {
    const { selected } = desk.state;
    const direction = DIRECTIONS[event.key];
    const here = event.target === document.body || event.target.closest("#map");
    if (direction && here) {
      event.preventDefault();
      towards(direction);
    } else if (event.key === "Enter" && here && map.hovered && map.hovered !== map.box(selected)) map.enter(map.hovered);
    else if (event.key === "Enter" && here && selected >= 0) byId("panel").focus();
    else if (event.key === "f" && selected >= 0) moves.neighbourhood(selected);
    else if (event.key === "+" || event.key === "=") map.zoom(1.3);
    else if (event.key === "-") map.zoom(1 / 1.3);
    else if (event.key === "0") map.fit(true);
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
