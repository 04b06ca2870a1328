-- The graph on disk, version 5. What texts say (source, block, claim, assertion, mention, relation, effect, finding) is kept
-- apart from what follows from it (document, issuer, conflict, search): a claim points to the document it was merged into, so an
-- edge of the graph is relation -> meaning -> document, and merging anew touches nothing but that pointer.

-- A text that was read. `content` is the digest of its text and format, `file` that of the bytes it came from (to pass over
-- unchanged files unread), `said` that of all rows below, `reader` what read it.
CREATE TABLE source (
    key      INTEGER PRIMARY KEY,
    name     TEXT NOT NULL UNIQUE,
    format   TEXT NOT NULL,
    metadata TEXT NOT NULL,
    content  TEXT NOT NULL,
    file     TEXT,
    said     TEXT NOT NULL,
    reader   TEXT NOT NULL,
    length   INTEGER NOT NULL
);

-- Archives and tables that were read to their end: their documents are sources of their own.
CREATE TABLE container (
    name   TEXT PRIMARY KEY,
    file   TEXT NOT NULL,
    reader TEXT NOT NULL
) WITHOUT ROWID;

-- The text in compressed pieces of 4096 code points: key = source * 16777216 + number of the piece.
CREATE TABLE block (
    key  INTEGER PRIMARY KEY,
    data BLOB NOT NULL
);

-- Merged documents. `number` (4, 30a) and `code_key` (4-2015-nd-cp) are what people look for; `id_hash` stands for the
-- id, which is long, in the index.
CREATE TABLE document (
    key         INTEGER PRIMARY KEY,
    id          TEXT NOT NULL,
    id_hash     INTEGER NOT NULL UNIQUE,
    bucket      TEXT NOT NULL,
    type        TEXT,
    code        TEXT,
    name        TEXT,
    date        TEXT,
    issuer      TEXT,
    place       TEXT,
    term        TEXT,
    title       TEXT,
    is_source   INTEGER NOT NULL,
    provisional INTEGER NOT NULL,
    unnumbered  INTEGER NOT NULL,
    candidates  TEXT,
    origins     TEXT,
    number      TEXT,
    code_key    TEXT
);
CREATE INDEX document_bucket ON document (bucket);
CREATE INDEX document_number ON document (number) WHERE number IS NOT NULL;
CREATE INDEX document_code ON document (code_key) WHERE code_key IS NOT NULL;

-- One way in which texts describe a document; equal descriptions of many texts are one row. `packed` is the description
-- (graph/store/packing.py), `digest` that of the description, `id_hash` stands for its id. `own` and `cited` count the
-- texts that are the document and that cite it.
CREATE TABLE claim (
    key      INTEGER PRIMARY KEY,
    digest   BLOB NOT NULL UNIQUE,
    id_hash  INTEGER NOT NULL,
    bucket   TEXT NOT NULL,
    packed   BLOB NOT NULL,
    own      INTEGER NOT NULL DEFAULT 0,
    cited    INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX claim_bucket ON claim (bucket);
CREATE INDEX claim_id ON claim (id_hash);

-- The document that a claim was merged into, apart from the claim so that walking along edges reads little. `vague` repeats
-- document.provisional.
CREATE TABLE meaning (
    claim    INTEGER PRIMARY KEY REFERENCES claim (key) ON DELETE CASCADE,
    document INTEGER NOT NULL REFERENCES document (key),
    vague    INTEGER NOT NULL
);
CREATE INDEX meaning_document ON meaning (document);

-- Which source says which claim; `own`: it is that document.
CREATE TABLE assertion (
    source INTEGER NOT NULL REFERENCES source (key),
    ord    INTEGER NOT NULL,
    claim  INTEGER NOT NULL REFERENCES claim (key),
    own    INTEGER NOT NULL,
    PRIMARY KEY (source, ord)
) WITHOUT ROWID;
CREATE INDEX assertion_claim ON assertion (claim, own);

-- Names of relations (implements, replaces) and of rules.
CREATE TABLE word (
    key  INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

-- `text` is null where it is the source's text from `start` to `end` (code points, half open); `provision` is the part of
-- the source that it stands in.
CREATE TABLE mention (
    source     INTEGER NOT NULL REFERENCES source (key),
    ord        INTEGER NOT NULL,
    claim      INTEGER NOT NULL REFERENCES claim (key),
    start      INTEGER NOT NULL,
    end        INTEGER NOT NULL,
    text       TEXT,
    pinpoints  TEXT,
    rule       INTEGER NOT NULL REFERENCES word (key),
    confidence REAL NOT NULL,
    provision  TEXT,
    PRIMARY KEY (source, ord)
) WITHOUT ROWID;
CREATE INDEX mention_claim ON mention (claim);

-- subject -predicate-> object, both claims; for issued_by the object is an issuer. Evidence as in mention.
CREATE TABLE relation (
    source     INTEGER NOT NULL REFERENCES source (key),
    ord        INTEGER NOT NULL,
    subject    INTEGER NOT NULL REFERENCES claim (key),
    predicate  INTEGER NOT NULL REFERENCES word (key),
    object     INTEGER REFERENCES claim (key),
    issuer     INTEGER REFERENCES issuer (key),
    partial    INTEGER NOT NULL,
    pinpoints  TEXT,
    start      INTEGER NOT NULL,
    end        INTEGER NOT NULL,
    text       TEXT,
    cue        TEXT,
    cue_start  INTEGER NOT NULL,
    cue_end    INTEGER NOT NULL,
    rule       INTEGER NOT NULL REFERENCES word (key),
    confidence REAL NOT NULL,
    provision  TEXT,
    PRIMARY KEY (source, ord),
    CHECK ((object IS NULL) <> (issuer IS NULL))
) WITHOUT ROWID;
CREATE INDEX relation_subject ON relation (subject, predicate, object);
CREATE INDEX relation_object ON relation (object, predicate, subject) WHERE object IS NOT NULL;
CREATE INDEX relation_issuer ON relation (issuer, subject) WHERE issuer IS NOT NULL;

-- When documents, or the provisions named, take effect and end: statements of time. `by` is the document that ends it, or
-- whose date of effect counts. Evidence as in relation.
CREATE TABLE effect (
    source     INTEGER NOT NULL REFERENCES source (key),
    ord        INTEGER NOT NULL,
    claim      INTEGER NOT NULL REFERENCES claim (key),
    kind       INTEGER NOT NULL REFERENCES word (key),
    date       TEXT,
    provisions TEXT,
    by         INTEGER REFERENCES claim (key),
    basis      INTEGER NOT NULL REFERENCES word (key),
    days       INTEGER NOT NULL,
    start      INTEGER NOT NULL,
    end        INTEGER NOT NULL,
    text       TEXT,
    cue        TEXT,
    cue_start  INTEGER NOT NULL,
    cue_end    INTEGER NOT NULL,
    rule       INTEGER NOT NULL REFERENCES word (key),
    confidence REAL NOT NULL,
    PRIMARY KEY (source, ord)
) WITHOUT ROWID;
CREATE INDEX effect_claim ON effect (claim);

-- What a text says about an issuer; the most frequent variant is the issuer.
CREATE TABLE issuer (
    key    INTEGER PRIMARY KEY,
    id     TEXT NOT NULL UNIQUE,
    name   TEXT NOT NULL,
    place  TEXT,
    level  TEXT,
    branch TEXT,
    code   TEXT
);
CREATE TABLE issuer_variant (
    key     INTEGER PRIMARY KEY,
    issuer  INTEGER NOT NULL REFERENCES issuer (key),
    content TEXT NOT NULL,
    uses    INTEGER NOT NULL,
    UNIQUE (issuer, content)
);
CREATE TABLE issuer_assertion (
    source  INTEGER NOT NULL REFERENCES source (key),
    variant INTEGER NOT NULL REFERENCES issuer_variant (key),
    PRIMARY KEY (source, variant)
) WITHOUT ROWID;
CREATE INDEX issuer_assertion_variant ON issuer_assertion (variant);

-- Findings of one text; `claims` is a JSON array of claim keys.
CREATE TABLE finding (
    source  INTEGER NOT NULL REFERENCES source (key),
    ord     INTEGER NOT NULL,
    kind    TEXT NOT NULL,
    message TEXT NOT NULL,
    claims  TEXT NOT NULL,
    start   INTEGER NOT NULL,
    end     INTEGER NOT NULL,
    text    TEXT,
    PRIMARY KEY (source, ord)
) WITHOUT ROWID;

-- Findings of the merge; `documents` is a JSON array of document ids.
CREATE TABLE conflict (
    bucket    TEXT NOT NULL,
    ord       INTEGER NOT NULL,
    kind      TEXT NOT NULL,
    message   TEXT NOT NULL,
    documents TEXT NOT NULL,
    PRIMARY KEY (bucket, ord)
) WITHOUT ROWID;

-- Buckets whose claims have changed since they were merged.
CREATE TABLE dirty (
    bucket TEXT PRIMARY KEY
) WITHOUT ROWID;

-- Of documents that very many others have a relation to, the keys of those others by their ids, four bytes each (big endian), a
-- thousand in a part: graph/store/listing.py. `unlisted` are documents whose lists are to be made anew.
CREATE TABLE listed (
    key       INTEGER PRIMARY KEY,
    document  INTEGER NOT NULL,
    predicate INTEGER NOT NULL,
    part      INTEGER NOT NULL,
    subjects  BLOB NOT NULL
);
CREATE UNIQUE INDEX listed_part ON listed (document, predicate, part);
CREATE TABLE unlisted (
    document INTEGER PRIMARY KEY
);

-- Folded words (no diacritics, no case); rowid is document.key.
CREATE VIRTUAL TABLE search USING fts5 (
    number, name, title, issuer, content = '', detail = column, tokenize = "unicode61 remove_diacritics 0"
);

-- What people corrected by hand, a row of their file each (`cells`, a JSON object): `state` is null until it is applied, then empty
-- or why it is not; `documents` is a JSON array of the ids that it speaks of.
CREATE TABLE correction (
    name      TEXT PRIMARY KEY,
    cells     TEXT NOT NULL,
    state     TEXT,
    documents TEXT NOT NULL
) WITHOUT ROWID;

-- Rows of relation and effect that a correction denies, taken out of there; `cells` is the row as a JSON array.
CREATE TABLE denied (
    source INTEGER NOT NULL REFERENCES source (key),
    kind   TEXT NOT NULL,
    ord    INTEGER NOT NULL,
    cells  TEXT NOT NULL,
    PRIMARY KEY (source, kind, ord)
) WITHOUT ROWID;

-- Buckets whose merged documents a correction changed: they are merged anew before corrections are applied again.
CREATE TABLE corrected (
    bucket TEXT PRIMARY KEY
) WITHOUT ROWID;

-- Claims that one source makes of a document which a correction sets apart: `claim` stands for `original` there.
CREATE TABLE apart (
    claim    INTEGER PRIMARY KEY,
    source   INTEGER NOT NULL,
    original INTEGER NOT NULL
);

-- For people who open the file with other tools.
CREATE VIEW edge AS
SELECT s.id AS subject, p.name AS predicate, coalesce(o.id, i.id) AS object, r.partial, r.confidence,
       f.name AS source, r.start, r.end
FROM relation r
JOIN word p ON p.key = r.predicate
JOIN meaning sc ON sc.claim = r.subject
JOIN document s ON s.key = sc.document
LEFT JOIN meaning oc ON oc.claim = r.object
LEFT JOIN document o ON o.key = oc.document
LEFT JOIN issuer i ON i.key = r.issuer
JOIN source f ON f.key = r.source;
