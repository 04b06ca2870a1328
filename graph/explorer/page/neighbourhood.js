// Which nodes are drawn: breadth first, nearer ones first, among equals the best connected. As picture.choose in Python.

/**
 * Nodes to draw. `around(node)` gives the neighbours over the relations shown, `visible(node)` what the filters let pass;
 * `centres` are drawn in any case. Without centres from the best connected node on, until `limit`.
 */
export function choose({ size, degree, around, visible, centres, hops, limit, expanded = [] }) {
  const chosen = [];
  const seen = new Set();
  const byWeight = (a, b) => degree[b] - degree[a] || a - b;

  const spread = (start, steps) => {
    let frontier = start.filter((node) => !seen.has(node));
    let depth = steps;
    while (frontier.length && depth >= 0 && chosen.length < limit) {
      frontier = frontier.slice(0, limit - chosen.length);
      for (const node of frontier) {
        chosen.push(node);
        seen.add(node);
      }
      const next = new Set();
      for (const node of frontier) {
        for (const other of around(node)) if (!seen.has(other) && visible(other)) next.add(other);
      }
      frontier = [...next].sort(byWeight);
      depth -= 1;
    }
  };

  if (centres.length) {
    spread([...new Set(centres)], hops);
    for (const node of expanded) {
      spread([node], 0);
      spread([...around(node)].filter(visible).sort(byWeight).filter((other, i, all) => all.indexOf(other) === i), 0);
    }
    return chosen;
  }
  const all = [];
  for (let node = 0; node < size; node += 1) if (visible(node)) all.push(node);
  for (const node of all.sort(byWeight)) {
    if (chosen.length >= limit) break;
    if (!seen.has(node)) spread([node], size);
  }
  return chosen;
}

/** Shortest way between two nodes over `around(node)`, which gives [edge, other] pairs: a list of edges, or null. */
export function shortestPath(from, to, around) {
  if (from === to) return [];
  const cameBy = new Map([[from, null]]);
  let frontier = [from];
  while (frontier.length) {
    const next = [];
    for (const node of frontier) {
      for (const [edge, other] of around(node)) {
        if (cameBy.has(other)) continue;
        cameBy.set(other, [edge, node]);
        if (other === to) {
          const path = [];
          for (let step = cameBy.get(to); step; step = cameBy.get(step[1])) path.unshift(step[0]);
          return path;
        }
        next.push(other);
      }
    }
    frontier = next;
  }
  return null;
}
