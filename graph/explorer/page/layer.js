// What the map shows of the world, as it was painted last, with a margin. While the map is dragged what is known is shifted,
// and only what comes into sight is painted.

const MARGIN = 128; // pixels that are painted beyond the edge that the picture moves to

/** A canvas to paint on that is not shown. */
function sheet() {
  return document.createElement("canvas").getContext("2d");
}

/** Rectangles are [left, top, right, bottom]. */
const holds = (outer, inner) => outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];
const common = (a, b) => [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
const isEmpty = ([left, top, right, bottom]) => left >= right || top >= bottom;

export class Layer {
  constructor() {
    this.sheets = [sheet(), sheet()]; // the one that is shown, and the one to shift it to
    this.known = null; // what is painted, in device pixels from the origin of the world
    this.zoom = 1; // device pixels by pixel of the world
  }

  /** What was painted is not to be shown again. */
  forget() {
    this.known = null;
  }

  /** Paints `canvas` with the world. `paint(context, view)` paints the part `view` of the world, opaque; `moving` says that
   * what was painted before may be shown again. */
  show(canvas, moving, paint) {
    const { width, height } = canvas.element;
    const zoom = canvas.ratio * canvas.scale;
    // Whole pixels: what is shifted then looks as if it were painted there.
    const left = Math.round(canvas.centre.x * zoom - width / 2);
    const top = Math.round(canvas.centre.y * zoom - height / 2);
    const seen = [left, top, left + width, top + height];
    if (!moving || zoom !== this.zoom || this.width !== width || this.height !== height) this.known = null;
    Object.assign(this, { zoom, width, height });
    if (!this.known || !holds(this.known, seen)) this.extend(seen, Math.round(MARGIN * canvas.ratio), paint);
    const [x, y] = this.origin;
    canvas.context.setTransform(1, 0, 0, 1, 0, 0);
    canvas.context.drawImage(this.sheets[0].canvas, x - left, y - top);
  }

  /** Makes `seen` known, and a margin where it reaches beyond what was. */
  extend(seen, margin, paint) {
    const before = this.known && common(this.known, seen);
    const all = !before || isEmpty(before);
    const wanted = all ? seen : seen.map((edge, i) => {
      const out = i < 2 ? -margin : margin;
      const [known, most] = [this.known[i], edge + out];
      if ((edge - known) * out > 0) return most;
      return out < 0 ? Math.max(known, most) : Math.min(known, most);
    }); // prettier-ignore
    const kept = all ? null : common(this.known, wanted);
    const [left, top, right, bottom] = wanted;
    const [old, next] = this.sheets;
    for (const [key, size] of [["width", this.width], ["height", this.height]]) {
      if (next.canvas[key] !== size + 2 * margin) next.canvas[key] = size + 2 * margin;
    }
    if (kept) next.drawImage(old.canvas, this.origin[0] - left, this.origin[1] - top);
    this.sheets = [next, old];
    this.origin = [left, top];
    this.known = wanted;
    if (!kept) {
      this.part(wanted, paint);
      return;
    }
    for (const part of [
      [left, top, right, kept[1]],
      [left, kept[3], right, bottom],
      [left, kept[1], kept[0], kept[3]],
      [kept[2], kept[1], right, kept[3]],
    ]) {
      if (!isEmpty(part)) this.part(part, paint);
    }
  }

  part([left, top, right, bottom], paint) {
    const { zoom, origin } = this;
    const [context] = this.sheets;
    context.save();
    context.beginPath();
    context.rect(left - origin[0], top - origin[1], right - left, bottom - top);
    context.clip();
    context.setTransform(zoom, 0, 0, zoom, -origin[0], -origin[1]);
    paint(context, { left: left / zoom, top: top / zoom, right: right / zoom, bottom: bottom / zoom });
    context.restore();
  }
}
