// The graph as the page reads it: columns from the data block behind a few plain questions.

import { Beyond } from "./beyond.js";
import { linesOf } from "./boxes.js";
import { dayOf } from "./dates.js";
import { language, t } from "./language.js";

const LIST_MARK = /^\s*[-–+•]\s+/;
const LOADED = 1;
const PROVISIONAL = 2;
const UNNUMBERED = 4;
const IS_SOURCE = 8;

/** Content of a data block; large ones are packed (base64 of zlib). */
export async function block(id) {
  const element = document.getElementById(id);
  const value = JSON.parse(element.textContent);
  if (!element.dataset.packed) return value;
  const bytes = Uint8Array.from(atob(value), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(element.dataset.packed));
  return JSON.parse(await new Response(stream).text());
}

/** Whether a block has to be unpacked, because it is large. */
export function isPacked(id) {
  return Boolean(document.getElementById(id).dataset.packed);
}

/** Neighbour lists of all nodes in two flat arrays: edges of node i are list[start[i]] … list[start[i + 1] - 1]. */
function neighbourLists(size, ends, count) {
  const start = new Uint32Array(size + 1);
  for (let edge = 0; edge < count; edge += 1) start[ends[edge] + 1] += 1;
  for (let node = 0; node < size; node += 1) start[node + 1] += start[node];
  const list = new Uint32Array(count);
  const next = start.slice();
  for (let edge = 0; edge < count; edge += 1) list[next[ends[edge]]++] = edge;
  return (node) => list.subarray(start[node], start[node + 1]);
}

const EVIDENCE = ["conf", "partial", "pin", "src", "start", "end", "line", "part", "text", "rule", "marks"];
const NO_EVIDENCE = { ...Object.fromEntries(EVIDENCE.map((key) => [key, {}])), parts: [], pins: [], rules: [] };

export class Graph {
  constructor(data) {
    Object.assign(this, { data, rows: data.documents, bodies: data.issuers, relations: { ...data.relations, ...NO_EVIDENCE } });
    this.complete = false; // evidence, mentions and texts may come later
    this.mentions = null;
    this.texts = [];
    this.signs = []; // of the format of each source: start, end, start, end …
    this.documentCount = this.rows.id.length;
    this.size = this.documentCount + this.bodies.id.length;
    this.predicates = data.predicates;
    this.beyond = new Beyond(data.beyond);
    this.joinRelations();
    this.days = new Array(this.documentCount);
    for (let node = 0; node < this.documentCount; node += 1) this.days[node] = dayOf(this.rows.date[node]);
    this.numbers = new Map(this.rows.id.map((id, node) => [id, node]));
    this.bodies.id.forEach((id, i) => this.numbers.set(`issuer ${id}`, this.documentCount + i));
    this.findingsOf = new Map();
    data.findings.forEach((finding, i) => {
      for (const node of finding.documents) this.findingsOf.set(node, [...(this.findingsOf.get(node) || []), i]);
    });
  }

  /** Takes up the evidence, mentions and texts. */
  take(later) {
    Object.assign(this.relations, later.evidence);
    this.mentions = later.mentions;
    this.texts = later.texts;
    this.signs = later.signs;
    this.complete = true;
  }

  /** Edges: each subject, predicate, object once, with the relations (sentences) that state it. */
  joinRelations() {
    const { s, p, o, count } = this.relations;
    const seen = new Map();
    this.edges = { s: [], p: [], o: [], rows: [] };
    this.edgeOf = new Int32Array(count);
    for (let row = 0; row < count; row += 1) {
      const key = (s[row] * this.size + o[row]) * 64 + p[row];
      let edge = seen.get(key);
      if (edge === undefined) {
        edge = this.edges.s.length;
        seen.set(key, edge);
        this.edges.s.push(s[row]);
        this.edges.p.push(p[row]);
        this.edges.o.push(o[row]);
        this.edges.rows.push([]);
      }
      this.edges.rows[edge].push(row);
      this.edgeOf[row] = edge;
    }
    this.edgeCount = this.edges.s.length;
    this.outgoing = neighbourLists(this.size, this.edges.s, this.edgeCount);
    this.incoming = neighbourLists(this.size, this.edges.o, this.edgeCount);
    this.degree = new Uint32Array(this.size);
    for (let edge = 0; edge < this.edgeCount; edge += 1) {
      // A formal basis says little of what a document is about, and every decision of a body has the same.
      const { off, id } = this.predicates[this.edges.p[edge]];
      if (off || id === "based_on" || this.isLoop(edge)) continue;
      this.degree[this.edges.s[edge]] += 1;
      this.degree[this.edges.o[edge]] += 1;
    }
  }

  isLoop(edge) {
    return this.edges.s[edge] === this.edges.o[edge];
  }

  isIssuer(node) {
    return node >= this.documentCount;
  }

  /** Stable name of a node in the address. */
  key(node) {
    return this.isIssuer(node) ? `issuer ${this.bodies.id[node - this.documentCount]}` : this.rows.id[node];
  }

  node(key) {
    return this.numbers.get(key) ?? -1;
  }

  id(node) {
    return this.isIssuer(node) ? this.bodies.id[node - this.documentCount] : this.rows.id[node];
  }

  issuerRow(node) {
    const { name, place } = this.bodies;
    return { name: name[node - this.documentCount], place: place[node - this.documentCount] };
  }

  /** What a document is called: its number, else its name, else type and title, else its identifier. */
  naming(node, lang = "vi") {
    const { code, name, title, type, id } = this.rows;
    const kind = this.data.types[type[node]]?.[lang] || "";
    if (/^\d+$/.test(code[node] || "")) return [kind, code[node]].filter(Boolean).join(" "); // a bare number says nothing
    return code[node] || name[node] || [kind, title[node]].filter(Boolean).join(" ") || id[node];
  }

  /** Short name in the language of the page. */
  label(node) {
    if (!this.isIssuer(node)) return this.naming(node, language());
    const { name, place } = this.issuerRow(node);
    return name + (place ? ` (${place})` : "");
  }

  /** Type and short name: "Kế hoạch 83/KH-UBND". */
  fullLabel(node) {
    const type = this.typeName(node);
    const label = this.label(node);
    return this.rows.code[node] && type && label === this.rows.code[node] ? `${type} ${label}` : label;
  }

  /** The two lines by which a node is known: number and date, or its name. */
  lines(node) {
    return linesOf(this, node);
  }

  lane(node) {
    return this.isIssuer(node) ? this.bodies.lane[node - this.documentCount] : this.rows.lane[node];
  }

  family(node) {
    return this.isIssuer(node) ? this.data.families.length - 1 : this.rows.family[node];
  }

  day(node) {
    return this.isIssuer(node) ? null : this.days[node];
  }

  year(node) {
    return this.day(node) === null ? null : Number(this.rows.date[node].slice(0, 4));
  }

  status(node) {
    return this.isIssuer(node) ? "" : this.data.statuses[this.rows.status[node] || 0].id;
  }

  /** Whether any document has the status of this number. */
  hasStatus(number) {
    this.usedStatuses ??= new Set(Array.from({ length: this.documentCount }, (_, node) => this.rows.status[node] || 0));
    return this.usedStatuses.has(number);
  }

  flag(node, bit) {
    return !this.isIssuer(node) && ((this.rows.flags[node] || 0) & bit) !== 0;
  }

  isLoaded(node) {
    return this.flag(node, LOADED);
  }

  isProvisional(node) {
    return this.flag(node, PROVISIONAL);
  }

  /** Whether it is called by its number. */
  isNumbered(node) {
    return !this.isIssuer(node) && Boolean(this.rows.code[node]);
  }

  isUnnumbered(node) {
    return this.flag(node, UNNUMBERED);
  }

  isSource(node) {
    return this.flag(node, IS_SOURCE);
  }

  typeName(node) {
    const row = this.isIssuer(node) ? null : this.data.types[this.rows.type[node]];
    return row ? row[language()] : "";
  }

  issuerName(node) {
    const name = this.data.issuerNames[this.rows.issuer[node] ?? -1] || "";
    const place = this.place(node);
    return name && place ? `${name} ${t("ofPlace", { place })}` : name;
  }

  /** Names of issuers with their places, each once, in the order of the documents; "" stands for none. */
  issuerKeys() {
    if (!this.issuers) {
      const numbers = new Map();
      this.issuerNumbers = new Uint32Array(this.documentCount);
      for (let node = 0; node < this.documentCount; node += 1) {
        const key = this.issuerName(node);
        if (!numbers.has(key)) numbers.set(key, numbers.size);
        this.issuerNumbers[node] = numbers.get(key);
      }
      this.issuers = [...numbers.keys()];
    }
    return this.issuers;
  }

  /** How many documents speak of a document. */
  citing(node) {
    if (!this.citedBy) {
      this.citedBy = new Uint32Array(this.size);
      for (let other = 0; other < this.documentCount; other += 1) {
        for (const cited of new Set([...this.outgoing(other)].map((edge) => this.edges.o[edge]))) if (cited !== other) this.citedBy[cited] += 1;
      }
    }
    return this.citedBy[node];
  }

  place(node) {
    return this.data.places[this.rows.place[node] ?? -1] || "";
  }

  term(node) {
    return this.data.terms[this.rows.term[node] ?? -1] || "";
  }

  /** What it is about: the title, else a name beside the number ("Luật Tổ chức chính quyền địa phương"). */
  title(node) {
    if (this.isIssuer(node)) return "";
    const name = this.rows.name[node] || "";
    return this.rows.title[node] || (name === this.label(node) ? "" : name);
  }

  /** What the search box looks through: number; type and name; title, issuer, place and identifier. */
  searchFields(node) {
    if (this.isIssuer(node)) {
      const i = node - this.documentCount;
      return ["", `${this.bodies.name[i]} ${this.bodies.place[i]}`, this.bodies.id[i]];
    }
    const { code, name, title, type, issuer, place, id } = this.rows;
    const kind = this.data.types[type[node]];
    return [
      code[node] || "",
      `${kind ? `${kind.vi} ${kind.en}` : ""} ${name[node] || ""}`,
      [title[node], this.data.issuerNames[issuer[node] ?? -1], this.data.places[place[node] ?? -1], id[node]]
        .filter(Boolean)
        .join(" "),
    ];
  }

  /** Name of a type of documents, by its Vietnamese name, in the language of the page. */
  kindName(vi) {
    return this.data.types.find((type) => type.vi === vi)?.[language()] ?? vi;
  }

  /** Name of a predicate seen from its subject, or from its object. */
  predicate(p, inverse = false) {
    const row = this.predicates[p];
    return row[language() + (inverse ? "Inverse" : "")];
  }

  /** Everything about one relation's sentence. `marks` are [start, end, kind] within it: 0 the cue, 1 a citation. */
  evidence(row) {
    const r = this.relations;
    const source = r.src[row] ?? -1;
    const at = r.text[row] ?? -1;
    const start = r.start[row] ?? -1;
    const end = r.end[row] ?? -1;
    const said = (at >= 0 ? this.texts[this.data.sources.name.length + at] : source >= 0 ? this.texts[source].slice(start, end) : "") || "";
    const bullet = LIST_MARK.exec(said)?.[0].length || 0; // a sign of the list that the sentence stands in
    const flat = r.marks[row] || [];
    const marks = [];
    for (let i = 0; i < flat.length; i += 3) marks.push([flat[i] - bullet, flat[i + 1] - bullet, flat[i + 2]]);
    const corrected = language() === "en" ? this.data.sources.en[source] : "";
    return {
      text: corrected || said.slice(bullet),
      marks: corrected ? [] : marks,
      source,
      start,
      end,
      sourceName: source >= 0 ? this.data.sources.name[source] : "",
      line: r.line[row] || 0,
      part: r.parts[r.part[row] ?? -1] || "",
      confidence: (r.conf[row] ?? 100) / 100,
      partial: Boolean(r.partial[row]),
      pinpoint: r.pins[r.pin[row] ?? -1] || "",
      rule: r.rules[r.rule[row] ?? -1] || "",
    };
  }

  /** Numbers of the mentions in a source, in text order. */
  mentionsOf(source) {
    const { mentions } = this;
    return mentions ? [mentions.first[source], mentions.first[source + 1]] : [0, 0];
  }
}
