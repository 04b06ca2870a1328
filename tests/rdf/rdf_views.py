"""Views to export: the annotated Quảng Ngãi report, a made graph that has every noun, and any graph at all."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import strategies as st

from graph.export import export
from graph.identity.urn import issuer_id, make_urn
from graph.model import (
    EFFECT_KINDS,
    PREDICATES,
    Document,
    Effect,
    Evidence,
    Finding,
    Issuer,
    Mention,
    PartStatus,
    Pinpoint,
    Relation,
    Snapshot,
    Source,
    Status,
)
from graph.rdf.survey import mention_key, relation_key

REPOSITORY = Path(__file__).resolve().parents[2]
SHARED = REPOSITORY / "../shared"
REPORT = REPOSITORY / "data/bao-cao-qcdc-sct-quang-ngai-2021.txt"
GOLD = SHARED / "eval/dev/bao-cao-qcdc-sct-quang-ngai-2021.gold.json"


def gold_view() -> Snapshot:
    """The Quảng Ngãi report as people annotated it; evidence is the words from one citation to the other."""
    text = REPORT.read_text(encoding="utf-8")
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    ids = {}
    documents = []
    issuers: dict[str, Issuer] = {}
    for row in gold["documents"]:
        id = ids[row["id"]] = make_urn(
            jurisdiction_place=row["place"],
            issuer=row["issuer"],
            type=row["type"],
            date=row["date"],
            year=None,
            number=row["code"],
            extra=None if row["code"] else row.get("name") or row["id"],
            term=row.get("term"),
        )
        documents.append(
            Document(
                id,
                row["type"],
                row["code"],
                row.get("name"),
                row["date"],
                row["issuer"],
                row["place"],
                row.get("term"),
                is_source=bool(row.get("source")),
                unnumbered=bool(row.get("unnumbered")),
            )
        )
        if row["issuer"]:
            issuer = issuer_id(row["issuer"], row["place"])
            issuers[issuer] = Issuer(issuer, row["issuer"], row["place"])
    source = REPORT.name
    mentions = [Mention(ids[m["doc"]], m["start"], m["end"], m["text"], source=source) for m in gold["mentions"]]
    first = {}
    for mention in sorted(mentions, key=lambda m: m.start):
        first.setdefault(mention.document, mention)
    me = next(d for d in documents if d.is_source)
    relations = []
    for row in gold["relations"]:
        subject, object = ids[row["subject"]], ids[row["object"]]
        spans = [first[d] for d in (subject, object) if d in first]
        start, end = min(m.start for m in spans), max(m.end for m in spans)
        relations.append(
            Relation(subject, row["predicate"], object, Evidence(start, end, text[start:end], source=source))
        )
    for id, mention in first.items():
        if id != me.id:
            evidence = Evidence(mention.start, mention.end, mention.text, source=source)
            relations.append(Relation(me.id, "cites", id, evidence))
    for document in documents:
        if document.issuer and document.id in first:
            mention = first[document.id]
            evidence = Evidence(mention.start, mention.end, mention.text, source=source)
            issuer = issuer_id(document.issuer, document.place)
            relations.append(Relation(document.id, "issued_by", issuer, evidence))
    return Snapshot(
        tuple(sorted(documents, key=lambda d: d.id)),
        tuple(issuers[i] for i in sorted(issuers)),
        tuple(sorted(relations, key=relation_key)),
        tuple(sorted(mentions, key=mention_key)),
        (),
        (Source(source, text),),
        {},
        {me.id: (source,)},
    )


# Everything that breaks careless writers: quotes, line ends, both Unicode forms, direction marks, controls, XML signs.
HARD = [
    "“ngoặc” \"kép\" và 'đơn'",
    "dòng\nmới\r\nvà\rcũ\t.",
    "Uỷ ban nhân dân tỉnh Quảng Ngãi",
    "U\u0309y ban nha\u0302n da\u0302n ti\u0309nh Qua\u0309ng Nga\u0303i",
    "\u200fphải sang trái\u202e ngược\u202c",
    "điều khiển \u0001\u0008\u000b\u001f\u007f\u0085",
    "nul \u0000 hết",
    "\ufffe\uffff",
    "<a href='x'>&amp;</a> ]]> --> %41 \\u0041 \\n \\",
    "😀 𝄞",
    "  blank  ",
    "@vi ^^xsd:date . ; , <> {} |",
    "a;b=c%3Bd",
]

KH83 = "urn:lex:vn;quang.ngai:uy.ban.nhan.dan:ke.hoach:2018-06-04;83-kh-ubnd"
KH1127 = "urn:lex:vn;quang.ngai:so.cong.thuong:ke.hoach:2018-06-18;1127-kh-sct"
NQ18 = "urn:lex:vn:ban.chap.hanh.trung.uong:nghi.quyet:2017-10-25;18-nq-tw"
QD32 = "urn:lex:vn;quang.ngai:uy.ban.nhan.dan:quyet.dinh:2020-11-24;32-2020-qd-ubnd"
QD40 = "urn:lex:vn;quang.ngai:uy.ban.nhan.dan:quyet.dinh:2015-08-18;40-2015-qd-ubnd"
ND04 = "urn:lex:vn:chinh.phu:nghi.dinh:2015-01-09;04-2015-nd-cp"
UBND = "vn;quang.ngai:uy.ban.nhan.dan"


def made_view() -> Snapshot:
    """A small graph with every noun and every attribute, self-made."""
    text = (
        "Kế hoạch số 1127/KH-SCT ngày 18/6/2018 thực hiện Kế hoạch số 83/KH-UBND của UBND tỉnh thực hiện Nghị quyết "
        "số 18-NQ/TW. Quyết định số 32/2020/QĐ-UBND thay thế Quyết định số 40/2015/QĐ-UBND và bãi bỏ khoản 2, điểm đ "
        "Điều 5 Nghị định số 04/2015/NĐ-CP."
    )
    other = "Căn cứ Nghị định số 04/2015/NĐ-CP;"
    a, b = "báo cáo/a b#1.txt", "b.txt"

    def said(words: str, cue: str = "", source: str = a, **more: object) -> Evidence:
        body = text if source == a else other
        start = body.index(words)
        at = body.index(cue, start) if cue else -1
        return Evidence(
            start,
            start + len(words),
            words,
            cue,
            at,
            at + len(cue) if cue else -1,
            source=source,
            **more,  # type: ignore
        )

    plan = "Kế hoạch số 83/KH-UBND của UBND tỉnh thực hiện Nghị quyết số 18-NQ/TW"
    part = (Pinpoint((("điều", "5"), ("khoản", "2")), "khoản 2"), Pinpoint((("điều", "5"), ("điểm", "đ")), "điểm đ"))
    parts = (
        PartStatus(part[1:], "repealed", QD32, "2020-12-01", said("bãi bỏ")),
        PartStatus((Pinpoint((("điều", "9"),), "Điều 9"),), "not-yet", None, "2021-07-01", said("Điều 5")),
    )
    documents = (
        Document(
            KH83, "Kế hoạch", "83/KH-UBND", date="2018-06-04", issuer="Ủy ban nhân dân tỉnh", place="Quảng Ngãi",
            origins={"date": "text", "issuer": "symbol"},
        ),
        Document(
            KH1127, "Kế hoạch", "1127/KH-SCT", date="2018-06-18", issuer="Sở Công Thương", place="tỉnh Quảng Ngãi",
            title="triển khai, thực hiện “Kế hoạch số 83/KH-UBND”", is_source=True,
        ),
        Document(
            NQ18, "Nghị quyết", "18-NQ/TW", name="Nghị quyết Trung ương 6 khóa XII", date="2017-10-25",
            issuer="Ban Chấp hành Trung ương", term="XII",
        ),
        Document(QD32, "Quyết định", "32/2020/QĐ-UBND", date="2020-11", issuer="Ủy ban nhân dân tỉnh",
                 place="Quảng Ngãi"),
        Document(QD40, "quyết định", "40/2015/QĐ-UBND", date="2015", issuer="Ủy ban nhân dân tỉnh", place="Quảng Ngãi"),
        Document(ND04, "Nghị định", "04/2015/NĐ-CP", date="2015-01-09", issuer="Chính phủ"),
        Document(
            "urn:lex:vn:khong.ro:nghi.quyet:khong.ro;18", "Nghị quyết", "18", provisional=True, unnumbered=True,
            candidates=(ND04, NQ18),
        ),
        Document("không phải IRI <x>", date="ngày lành tháng tốt"),
    )  # fmt: skip
    relations = (
        Relation(KH83, "implements", NQ18, said(plan, "thực hiện", rule="cue", confidence=0.875)),
        Relation(KH1127, "implements", KH83, said(text[: text.index(" của")], "thực hiện", rule="cue")),
        Relation(QD32, "replaces", QD40, said("Quyết định số 32/2020/QĐ-UBND thay thế Quyết định số 40/2015/QĐ-UBND",
                                              "thay thế", rule="cue")),
        Relation(QD32, "repeals", ND04, said("bãi bỏ khoản 2, điểm đ Điều 5 Nghị định số 04/2015/NĐ-CP", "bãi bỏ"),
                 True, part, Pinpoint((("điều", "2"), ("khoản", "1")), "1.")),
        Relation(KH1127, "based_on", ND04, said(other, "Căn cứ", b, rule="preamble")),
        Relation(KH1127, "cites", ND04, said("Nghị định số 04/2015/NĐ-CP", source=b)),
        Relation(KH1127, "cites", ND04, said("Nghị định số 04/2015/NĐ-CP"),
                 provision=Pinpoint((("mục", "ii"),))),
        Relation(KH1127, "guides", ND04, said("Điều 5 Nghị định số 04/2015/NĐ-CP"), False, part[1:]),
        Relation(QD40, "suspends", ND04, Evidence(-1, -1, ""), True),
        Relation(QD40, "amends", ND04, Evidence(0, 5, "Kế ho")),
        Relation(KH83, "issued_by", UBND, said("Kế hoạch số 83/KH-UBND của UBND tỉnh", rule="issuer")),
    )  # fmt: skip
    mentions = tuple(
        Mention(id, text.index(words), text.index(words) + len(words), words, pinpoints, "full", 0.5, a, provision)
        for id, words, pinpoints, provision in (
            (KH83, "Kế hoạch số 83/KH-UBND", (), Pinpoint((("mục", "ii"),))),
            (NQ18, "Nghị quyết số 18-NQ/TW", (), Pinpoint((("mục", "ii"),))),
            (ND04, "Nghị định số 04/2015/NĐ-CP", part, None),
        )
    )
    hard = tuple(
        Document(f"urn:lex:vn:chinh.phu:cong.van:2020-01-0{n + 1};{n}-x", "Công văn", title=words, name=words[::-1])
        for n, words in enumerate(HARD[:9])
    )
    return Snapshot(
        tuple(sorted(documents + hard, key=lambda d: d.id)),
        (
            Issuer("vn:chinh.phu", "Chính phủ", None, "central", "state", "CP"),
            Issuer(UBND, "Ủy ban nhân dân tỉnh", "Quảng Ngãi", "provincial", "state", "UBND"),
        ),
        tuple(sorted(relations, key=relation_key)),
        mentions,
        (
            Finding("conflicting-date", "Hai ngày cho một số.", (QD40, KH83), 3, 9, text[3:9], a),
            Finding("cycle", "Vòng.", (ND04,)),
        ),
        (Source(b, other, "txt"), Source(a, text, "docx", {"author": "A=B", "pages": "2"})),
        {
            QD40: Status("replaced", (QD32,), "2020-12-01", "2015-09-01", "2020-11-30"),
            ND04: Status("partly", (QD32,), "2020", parts=parts),
            KH83: Status("in-force", (), "2018-06-04", "2018-06-04"),
            NQ18: Status("suspended"),
        },
        {KH1127: (b, a)},
        (
            Effect(ND04, "ended", "2020-12-01", said("bãi bỏ khoản 2", "bãi bỏ"), part, QD32),
            Effect(ND04, "in-force", None, said("Nghị định số 04/2015/NĐ-CP", source=b), (), None, "publication", 15),
            Effect(QD40, "in-force", "2015-09", said("Quyết định số 40/2015/QĐ-UBND")),
        ),
    )


# Any graph ------------------------------------------------------------------------------------------------------------

_text = st.one_of(st.sampled_from(HARD), st.text(st.characters(exclude_categories=("Cs",)), max_size=12))
_some = st.one_of(st.none(), _text)
_ids = st.sampled_from([KH83, KH1127, NQ18, QD32, QD40, ND04, "không phải IRI", "http://example.org/a?b#c"])
_sources = st.one_of(st.none(), st.sampled_from(["a.txt", "thư mục/b c.md", "x#y?z%41"]))
_paths = st.lists(st.tuples(st.sampled_from(["điều", "khoản", "điểm", "phụ lục"]), _text), max_size=3).map(tuple)
_pinpoints = st.lists(st.builds(Pinpoint, _paths, _text), max_size=2, unique=True).map(tuple)
_provisions = st.one_of(st.none(), st.builds(Pinpoint, _paths, _text))
_offset = st.integers(0, 40)
_confidence = st.sampled_from([1.0, 0.5, 0.1, 1e-05, 0.123456789])
_spans = st.one_of(st.just((-1, -1, "")), st.tuples(_offset, _offset, _text))


def _evidence(
    span: tuple[int, int, str], cue: str, at: int, confidence: float, rule: str, source: str | None
) -> Evidence:
    return Evidence(*span, cue, at, at if at < 0 else at + len(cue), confidence, rule, source)


_evidences = st.builds(_evidence, _spans, _text, st.integers(-1, 40), _confidence, _text, _sources)


@st.composite
def any_view(draw: st.DrawFn) -> Snapshot:
    """A graph of odd values: everything an export must carry and an import must give back."""
    dates = st.one_of(_some, st.sampled_from(["2018", "2018-06", "2018-06-04"]))
    flags = [st.booleans()] * 3
    candidates = st.lists(_ids, unique=True, max_size=2).map(lambda c: tuple(sorted(c)))
    origins = st.dictionaries(st.sampled_from(["date", "code"]), _text, max_size=2)
    one = st.builds(Document, _ids, _some, _some, _some, dates, _some, _some, _some, _some, *flags, candidates, origins)
    documents = draw(st.lists(one, min_size=1, unique_by=lambda d: d.id))
    relations = draw(
        st.lists(
            st.one_of(
                st.builds(
                    Relation,
                    _ids,
                    st.sampled_from(PREDICATES[:-1]),
                    _ids,
                    _evidences,
                    st.booleans(),
                    _pinpoints,
                    _provisions,
                ),
                st.builds(Relation, _ids, st.just("issued_by"), st.sampled_from([UBND, "a b", "x:y"]), _evidences),
            ),
            max_size=5,
            unique_by=lambda r: (r.subject, r.predicate, r.object, r.evidence, r.partial, r.pinpoints, r.provision),
        )
    )
    mentions = draw(
        st.lists(
            st.builds(
                lambda d, span, p, r, c, s, stands: Mention(d, *span, p, r, c, s, stands),
                _ids, _spans, _pinpoints, _text, _confidence, _sources, _provisions,
            ),
            max_size=3,
            unique_by=lambda m: (m.document, m.source, m.start, m.end, m.rule, m.pinpoints, m.provision),
        )
    )  # fmt: skip
    findings = draw(
        st.lists(
            st.builds(
                lambda k, m, d, span, s: Finding(k, m, d, *span, s),
                _text, _text, st.lists(_ids, max_size=3).map(tuple), _spans, _sources,
            ),
            max_size=2,
            unique_by=lambda f: (f.kind, f.message, f.documents, f.source, f.start, f.end),
        )
    )  # fmt: skip
    kinds = st.sampled_from(EFFECT_KINDS)
    bases = st.sampled_from(["stated", "signing", "document", "register"])
    times = st.builds(
        Effect, _ids, kinds, dates, _evidences, _pinpoints, st.one_of(st.none(), _ids), bases, st.integers(0, 90)
    )
    effects = draw(st.lists(times, max_size=3, unique=True))
    rows = tuple(documents), (), tuple(relations), tuple(mentions), tuple(findings)
    return Snapshot(*rows, (), {}, {}, tuple(effects))


VIEWS = [
    pytest.param(made_view, id="made"),
    pytest.param(gold_view, id="report", marks=pytest.mark.skipif(not GOLD.exists(), reason="no shared gold files")),
]


def written(view: Snapshot, format: str, **options: object) -> bytes:
    """The view in a format."""
    out = io.BytesIO()
    export(view, format, out, **options)
    return out.getvalue()
