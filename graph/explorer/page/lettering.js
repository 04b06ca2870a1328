// The page's font and how wide its words are. The font travels with the page (family "luocdo", Noto Sans), so that words
// have one width on every machine; it must be there before anything is measured.

export const FAMILY = '"luocdo", "Noto Sans", "Segoe UI", "Helvetica Neue", Arial, sans-serif';
const SAMPLE = 100; // pixels to measure with: at small sizes browsers round the width of letters
const SLACK = 0.5; // pixels that sums of fractions may be off
const MOST = 20_000; // widths that are kept

const pen = document.createElement("canvas").getContext("2d");
const widths = new Map();
const fitted = new Map();

/** Waits for the font. A page whose font cannot be read is drawn with the machine's own. */
export async function fontReady() {
  await Promise.allSettled(["400", "600"].map((weight) => document.fonts.load(`${weight} 12px luocdo`, "Aệ→")));
}

export function font(size, weight = "400") {
  return `${weight} ${size}px ${FAMILY}`;
}

/** Makes a context draw words as wide as `widthOf` says at every zoom, without the grid of the pixels. */
export function lettering(context) {
  context.textRendering = "geometricPrecision";
  return context;
}

function kept(map, key, make) {
  let value = map.get(key);
  if (value === undefined) {
    if (map.size > MOST) map.clear();
    value = make();
    map.set(key, value);
  }
  return value;
}

/** Width of `text` in pixels. */
export function widthOf(text, size, weight = "400") {
  const sample = kept(widths, `${weight} ${text}`, () => {
    pen.font = font(SAMPLE, weight);
    lettering(pen);
    return pen.measureText(text).width;
  });
  return (sample * size) / SAMPLE;
}

function cut(text, room, size, weight) {
  if (widthOf(text, size, weight) <= room + SLACK) return text;
  const letters = [...text];
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (widthOf(`${letters.slice(0, middle).join("")}…`, size, weight) <= room) low = middle;
    else high = middle - 1;
  }
  return `${letters.slice(0, low).join("").trimEnd()}…`;
}

/** `text`, cut to `room` pixels with an ellipsis where it is wider. */
export function fitText(text, room, size, weight = "400") {
  return kept(fitted, `${weight} ${size} ${Math.round(room * 4)} ${text}`, () => cut(text, room, size, weight));
}

/** `text` on two lines of at most `room` pixels, broken between words; what is too long keeps its last words too, which
 * tell names of one kind apart (lần thứ XIX, lần thứ XX). `first` and `second` are [size, weight]. */
export function twoLines(text, room, first, second) {
  const rest = text.split(/\s+/).filter(Boolean);
  const line = [];
  while (rest.length && widthOf([...line, rest[0]].join(" "), ...first) <= room) line.push(rest.shift());
  if (!line.length) return [fitText(rest.join(" "), room, ...first), ""];
  return [line.join(" "), keepEnd(rest.join(" "), room, ...second)];
}

/** `whole`, cut in the middle where it is wider than `room`. */
export function keepEnd(whole, room, size, weight) {
  if (widthOf(whole, size, weight) <= room) return whole;
  let tail = "";
  for (const word of whole.split(/\s+/).reverse()) {
    if (widthOf(` ${word}${tail}`, size, weight) > room / 2) break;
    tail = ` ${word}${tail}`;
  }
  const head = fitText(whole, room - widthOf(tail, size, weight), size, weight);
  return `${head.replace(/\s*\S*…$/u, "")} …${tail}`.trim();
}
