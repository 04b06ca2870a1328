// Search form of a text and ranked search, as graph.normalise.fold: no diacritics, no case, đ as d, blanks collapsed.

export function fold(text) {
  return text
    .toLowerCase()
    .replace(/[đð]/g, "d")
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** How well one word stands in a field: at the start of a word, inside, or not at all. */
function standing(field, word, atStart, inside) {
  let at = field.indexOf(word);
  if (at < 0) return 0;
  while (at >= 0) {
    if (at === 0 || !/[a-z0-9]/.test(field[at - 1])) {
      const next = field[at + word.length];
      return next === undefined || !/[a-z0-9]/.test(next) ? atStart * 1.5 : atStart;
    }
    at = field.indexOf(word, at + 1);
  }
  return inside;
}

/** Folded fields of every node, made once: number, kind and name, title and issuer. */
export function searchIndex(graph) {
  const index = new Array(graph.size);
  for (let node = 0; node < graph.size; node += 1) {
    const fields = graph.searchFields(node).map(fold);
    index[node] = { fields, all: fields.join(" \n "), tight: fields[0].replace(/ /g, "") };
  }
  return index;
}

/** The best `limit` nodes whose fields hold every word of `query`; ties go to the better connected. */
export function find(index, query, degree, limit = 12) {
  const wanted = fold(query).split(" ").filter(Boolean);
  if (!wanted.length) return [];
  const tight = wanted.join("");
  const hits = [];
  for (let node = 0; node < index.length; node += 1) {
    const { all, fields, tight: code } = index[node];
    const whole = code !== "" && code.includes(tight);
    if (!whole && !wanted.every((word) => all.includes(word))) continue;
    let score = whole ? 40 + (code.startsWith(tight) ? 20 : 0) + (code === tight ? 40 : 0) : 0;
    for (const word of wanted) {
      score += Math.max(
        standing(fields[0], word, 8, 2),
        standing(fields[1], word, 6, 1),
        standing(fields[2], word, 3, 0.5),
      );
    }
    hits.push({ node, score: score + Math.min(degree[node], 50) / 100 });
  }
  hits.sort((a, b) => b.score - a.score || a.node - b.node);
  return hits.slice(0, limit).map((hit) => hit.node);
}
