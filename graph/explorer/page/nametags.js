// Names that stay readable when the map is small: a tag of the same size at every zoom for as many boxes as have room.

import { STRIP, laneGutter, roundedBox } from "./drawing.js";
import { fitText, font, lettering, widthOf } from "./lettering.js";
import { familyColours, ground } from "./palette.js";

export const LEGIBLE = 0.6; // zoom from which the words in the boxes can be read
const MOST = 70;
const HEIGHT = 16;
const WIDEST = 130; // of a name; numbers are never cut
const LANE_NAME = 28; // pixels that the longest name of a lane stands out over the gutter
const APART = 3; // pixels between two tags

/** Draws tags for `boxes`, the most important first; `look(box)` as for the boxes. Returns those that got one. */
export function drawTags(context, boxes, look, screen) {
  const tagged = [];
  if (screen.zoom >= LEGIBLE) return tagged;
  const paint = ground();
  const taken = [];
  const gutter = laneGutter(screen.width) + LANE_NAME;
  context.save();
  context.setTransform(screen.ratio, 0, 0, screen.ratio, 0, 0);
  lettering(context);
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const box of boxes) {
    if (taken.length >= MOST) break;
    const { faded, selected, hovered } = look(box);
    const [middle, y] = [screen.x(box.x), screen.y(box.y)];
    if (faded || middle < 0 || middle > screen.width || y < STRIP || y > screen.height) continue;
    context.font = font(11, "600");
    const [name] = box.lines;
    const text = box.numbered ? name : fitText(name, WIDEST, 11, "600");
    const half = widthOf(text, 11, "600") / 2 + 4;
    // Whole, and beside the names of the lanes.
    const x = Math.min(Math.max(middle, gutter + half), screen.width - half - 3);
    const free = taken.every((other) => Math.abs(other.x - x) >= other.half + half + APART || Math.abs(other.y - y) >= HEIGHT + APART);
    if ((!free || Math.abs(x - middle) > half) && !selected && !hovered) continue;
    taken.push({ x, y, half });
    tagged.push(box);
    const colours = familyColours(box.family);
    roundedBox(context, x - half, y - HEIGHT / 2, 2 * half, HEIGHT, 4);
    context.fillStyle = colours.fill;
    context.fill();
    context.strokeStyle = selected ? paint.ring : colours.line;
    context.lineWidth = selected ? 2.4 : 1.1;
    context.stroke();
    context.fillStyle = paint.text;
    context.fillText(text, x, y + 0.5);
  }
  context.restore();
  return tagged;
}
