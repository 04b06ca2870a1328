// Search form of a text and ranked search, as graph.normalise.fold: no diacritics, no case, đ as d, blanks collapsed.

const bare = new Map([["đ", "d"], ["ð", "d"]]); // what a letter is without its marks

function strip(letter) {
  let plain = bare.get(letter);
  if (plain === undefined) {
    plain = letter.normalize("NFD").replace(/\p{M}+/gu, "");
    bare.set(letter, plain);
  }
  return plain;
}

export function fold(text) {
  return text
    .toLowerCase()
    .replace(/[\u0080-\u{10ffff}]/gu, strip)
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

/** Folded fields of every node (number; kind and name; title and issuer), made a part at a time. */
export class SearchIndex {
  constructor(graph) {
    this.graph = graph;
    this.rows = [];
  }

  get done() {
    return this.rows.length >= this.graph.size;
  }

  /** Goes on for `count` nodes. */
  grow(count = Infinity) {
    const end = Math.min(this.graph.size, this.rows.length + count);
    for (let node = this.rows.length; node < end; node += 1) {
      const fields = this.graph.searchFields(node).map(fold);
      this.rows.push({ fields, all: fields.join(" \n "), tight: fields[0].replaceAll(" ", "") });
    }
    return this;
  }
}

/** All nodes whose fields hold every word of `query`, the best first; ties go to the better connected. */
export function find(index, query, degree) {
  const wanted = fold(query).split(" ").filter(Boolean);
  if (!wanted.length) return [];
  const tight = wanted.join("");
  const hits = [];
  for (let node = 0; node < index.rows.length; node += 1) {
    const { all, fields, tight: code } = index.rows[node];
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
  return hits.map((hit) => hit.node);
}
