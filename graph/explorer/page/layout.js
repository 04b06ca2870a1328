// Where each box stands: lanes by authority from top to bottom, a time axis from left to right.
//
// A year is as wide as its fullest lane needs, so that one busy year does not become a tower beside empty ground; within
// a year the axis is linear, and every year has its tick. Runs of at least LONG_GAP years without any document shrink
// and are marked as a break. A dated document stands with its centre exactly at its date; boxes that would touch go to
// the next row of their lane; where many of one week would become a tower too high to be read, they stand side by side
// around their date. Undated documents stand in a column left of the axis, issuers in a column right of it.
// Nothing here is random: the same items give the same whole-pixel positions, whatever their order.

const SPACE = 8; // pixels between the rows of a lane
const GAP = 10; // between neighbours of a row
const LANE_PADDING = 9;
const COLUMN_MARGIN = 26; // between the axis and the columns beside it
const VIEW = { width: 860, height: 740 }; // the window that the widths are chosen for
const ROWS = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 19, 24, 30, 40, 60]; // rows that a year's boxes may take: less is wider
// Pixels that a year with documents has at least, one without, and a shrunken run of years: wide, narrow, narrowest.
const YEARS = [[72, 36, 64], [52, 26, 52], [38, 19, 44]]; // prettier-ignore
const PERIODS = [[30, 15, 40], [18, 9, 30], [10, 5, 24]]; // prettier-ignore -- the same where boxes stand for years and more
const LEGIBLE = 0.96; // zoom from which everything can be read
const WORTH = 1.12; // boxes leave their dates only for a picture so much larger
const LONG_GAP = 3; // empty years from which the axis is broken

export function yearStart(year) {
  const before = year - 1;
  return before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) + 1;
}

export function yearOf(day) {
  let year = Math.max(1, Math.floor((day * 400) / 146097));
  while (yearStart(year + 1) <= day) year += 1;
  return year;
}

/** Pixel of a day on an axis {years, lefts}. */
export function xOf(day, axis) {
  const year = yearOf(day);
  const place = axis.years.indexOf(year);
  const [start, next] = [yearStart(year), yearStart(year + 1)];
  const [left, right] = [axis.lefts[place], axis.lefts[place + 1]];
  return left + Math.floor(((day - start) * (right - left)) / (next - start) + 0.5);
}

/** `widths`: pixels of each year that has documents; the others as YEARS says. */
function makeAxis(widths, [, emptyYear, gapWidth]) {
  const filled = [...widths.keys()].sort((a, b) => a - b);
  const axis = { years: [], lefts: [], breaks: [] };
  let left = 0;
  let previous = filled[0];
  for (const year of filled) {
    const gap = Math.max(0, year - previous - 1);
    const long = gap >= LONG_GAP;
    for (let place = 0; place < gap; place += 1) {
      axis.years.push(previous + 1 + place);
      axis.lefts.push(left + (long ? Math.floor((place * gapWidth) / gap) : place * emptyYear));
    }
    if (long) axis.breaks.push([previous + 1, year - 1]);
    left += long ? gapWidth : gap * emptyYear;
    axis.years.push(year);
    axis.lefts.push(left);
    left += widths.get(year);
    previous = year;
  }
  axis.lefts.push(left);
  return axis;
}

/** For `spans` [centre, width] in order of drawing: the row of each, how many rows there are, and where each stands. At
 * most `limit` rows: what finds no room at its place then stands as near to it as the row allows, in its order. */
function pack(spans, limit) {
  const ends = [];
  const members = [];
  const rows = spans.map(([centre, width], i) => {
    const left = centre - Math.ceil(width / 2);
    let row = ends.findIndex((end) => end + GAP <= left);
    if (row < 0 && ends.length < limit) row = ends.push(-Infinity) - 1;
    if (row < 0) row = ends.indexOf(Math.min(...ends));
    ends[row] = Math.max(ends[row] + GAP, left) + width;
    (members[row] ??= []).push(i);
    return row;
  });
  const places = spans.map(([centre]) => centre);
  if (limit < Infinity) for (const row of members) spread(row, spans, places);
  return [rows, ends.length, places];
}

/** Moves the members of a row apart so that none touch and all together are moved least (pool adjacent violators). */
function spread(row, spans, places) {
  const blocks = []; // {mean of the left edges wanted, weight, first, offset of each member}
  let offset = 0;
  for (const i of row) {
    const [centre, width] = spans[i];
    blocks.push({ sum: centre - width / 2 - offset, count: 1 });
    offset += width + GAP;
    while (blocks.length > 1) {
      const [before, last] = blocks.slice(-2);
      if (before.sum / before.count <= last.sum / last.count) break;
      blocks.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
    }
  }
  offset = 0;
  let next = 0;
  for (const block of blocks) {
    for (let k = 0; k < block.count; k += 1, next += 1) {
      const [, width] = spans[row[next]];
      places[row[next]] = Math.round(block.sum / block.count + offset + width / 2);
      offset += width + GAP;
    }
  }
}

// How much higher than a square the column of undated boxes is: as the window asks for where there is no axis beside it.
const TALL = [3, 5, 8, 13, 21];

const gridRows = (count, height) => Math.min(count, Math.ceil(Math.sqrt(count * height)));
const within = (members, lane) => members.filter((item) => item.lane === lane);

/**
 * Positions and frame for items {key, lane, width, day, issuer}: lanes count from the top, days are ordinals or null,
 * widths and `boxHeight` are pixels. Of all widths of years those that show the whole largest in `view`. `periods`: boxes
 * stand for years and more, and years may be narrower than their names.
 */
export function arrange(items, view = VIEW, boxHeight = 36, periods = false) {
  const row = boxHeight + SPACE;
  const ordered = [...items].sort((a, b) => (a.day || 0) - (b.day || 0) || a.key - b.key);
  const dated = ordered.filter((item) => item.day !== null && !item.issuer);
  const undated = ordered.filter((item) => item.day === null && !item.issuer);
  const issuers = ordered.filter((item) => item.issuer);
  const lanes = [...new Set(ordered.map((item) => item.lane))].sort((a, b) => a - b);
  const demand = new Map(); // year -> lane -> pixels of the boxes side by side
  for (const item of dated) {
    const year = yearOf(item.day);
    if (!demand.has(year)) demand.set(year, new Map());
    const ofYear = demand.get(year);
    ofYear.set(item.lane, (ofYear.get(item.lane) || 0) + item.width + GAP);
  }

  const heights = (axis, limit, tall) => {
    const rows = new Map();
    const packed = new Map();
    for (const lane of lanes) {
      const result = pack(within(dated, lane).map((item) => [xOf(item.day, axis), item.width]), limit);
      packed.set(lane, result);
      // Issuers are hidden at first and must not hold the lanes apart.
      const [left, right] = [gridRows(within(undated, lane).length, tall), gridRows(within(issuers, lane).length, 1)];
      rows.set(lane, Math.max(1, result[1], left, right));
    }
    return [rows, packed];
  };
  const columnWidth = (members, rows) => {
    if (!members.length) return [0, 0];
    const cell = Math.max(...members.map((item) => item.width)) + GAP;
    return [cell, cell * Math.max(...lanes.map((lane) => Math.ceil(within(members, lane).length / rows.get(lane))))];
  };

  const extent = (axis, packed) => {
    const end = axis.lefts[axis.lefts.length - 1];
    let [left, right] = [0, end];
    for (const lane of lanes) {
      within(dated, lane).forEach((item, i) => {
        left = Math.min(left, packed.get(lane)[2][i] - item.width / 2);
        right = Math.max(right, packed.get(lane)[2][i] + item.width / 2);
      });
    }
    return [left, right];
  };

  // What may be tried: rows of a year, widths of years, height of the undated column.
  const ways = dated.length
    ? ROWS.flatMap((most) => (periods ? PERIODS : YEARS).map((years) => [most, years, TALL[0]]))
    : TALL.map((tall) => [1, YEARS[0], tall]);

  /** Of all ways the last that shows the whole as large as any: {zoom, axis, limit, tall}. */
  const best = (limited) => {
    const found = [];
    for (const [most, years, tall] of ways) {
      const widths = new Map([...demand].map(([year, taken]) => [year, Math.max(years[0], Math.ceil(Math.max(...taken.values()) / most))]));
      const axis = makeAxis(widths, years);
      const limit = limited ? most : Infinity;
      const [rows, packed] = heights(axis, limit, tall);
      const [from, to] = extent(axis, packed);
      let width = to - from;
      for (const members of [undated, issuers]) {
        const column = columnWidth(members, rows)[1];
        width += column ? column + COLUMN_MARGIN : 0;
      }
      let height = 0;
      for (const count of rows.values()) height += count * row + 2 * LANE_PADDING;
      found.push({ zoom: Math.min(view.width / Math.max(width, 1), view.height / Math.max(height, 1), 1), axis, limit, tall });
    }
    const enough = Math.max(...found.map(({ zoom }) => zoom)) * 0.98;
    return found.filter(({ zoom }) => zoom >= enough).pop();
  };

  let chosen = best(false);
  if (chosen.zoom < LEGIBLE) {
    const crowded = best(true);
    if (crowded.zoom > chosen.zoom * WORTH) chosen = crowded;
  }
  const { axis, limit, tall } = chosen;
  const [rows, packed] = heights(axis, limit, tall);
  const [left, right] = extent(axis, packed);
  const [undatedEdge, issuerEdge] = [left - COLUMN_MARGIN, right + COLUMN_MARGIN];
  const positions = new Map();
  const bands = [];
  const moved = new Set(); // years in which boxes stand beside their dates
  const [undatedCell, undatedWidth] = columnWidth(undated, rows);
  const [issuerCell, issuerWidth] = columnWidth(issuers, rows);
  let top = 0;
  for (const lane of lanes) {
    const height = rows.get(lane) * row + 2 * LANE_PADDING;
    const base = top + LANE_PADDING + row / 2;
    within(dated, lane).forEach((item, i) => {
      if (packed.get(lane)[2][i] !== xOf(item.day, axis)) moved.add(yearOf(item.day));
      positions.set(item.key, [packed.get(lane)[2][i], base + packed.get(lane)[0][i] * row]);
    });
    for (const [members, cell, start, step] of [
      [undated, undatedCell, undatedEdge, -1],
      [issuers, issuerCell, issuerEdge, 1],
    ]) {
      within(members, lane).forEach((item, place) => {
        const across = Math.floor(place / rows.get(lane));
        const down = place % rows.get(lane);
        positions.set(item.key, [start + step * (across * cell + Math.floor(cell / 2)), base + down * row]);
      });
    }
    bands.push([lane, top, top + height]);
    top += height;
  }
  return {
    positions,
    frame: {
      bands,
      axis: { ...axis, moved: [...moved] },
      undated: undated.length ? [undatedEdge - undatedWidth, undatedEdge] : null,
      issuers: issuers.length ? [issuerEdge, issuerEdge + issuerWidth] : null,
    },
  };
}
