"""Graphs for the explorer's tests and benchmarks: a small one made by hand, a hostile one, real ones where the
shared folder is at hand, and synthetic ones of any size."""

from __future__ import annotations

import json
import random
import re
from dataclasses import replace
from pathlib import Path

from graph.domain import body_by_name
from graph.model import Document, Evidence, Finding, Issuer, Mention, Pinpoint, Relation, Snapshot, Source, Status

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
REPORT = ROOT / "data" / "bao-cao-qcdc-sct-quang-ngai-2021.txt"
REGISTER = SHARED / "corpus" / "congbao-register.json"

PLAN_TEXT = """ỦY BAN NHÂN DÂN TỈNH QUẢNG NAM
Số: 45/KH-UBND
Quảng Nam, ngày 20 tháng 3 năm 2025

KẾ HOẠCH
Triển khai Nghị quyết số 57-NQ/TW

I. CĂN CỨ
1. Căn cứ Luật Khoa học số 29/2013/QH13 ngày 18/6/2013;
2. Căn cứ Nghị định số 08/2014/NĐ-CP ngày 27/01/2014 của Chính phủ quy định chi tiết Luật Khoa học số 29/2013/QH13;
II. MỤC ĐÍCH
1. Triển khai thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị và Nghị quyết số 03/NQ-CP của Chính phủ.
2. Cụ thể hóa Chương trình hành động số 12-CTr/TU ngày 05/3/2025 của Tỉnh ủy 😀 thực hiện Nghị quyết số 57-NQ/TW.
3. Kế hoạch này thay thế Kế hoạch số 30/KH-UBND ngày 15/01/2021 của UBND tỉnh.
4. Sở Khoa học và Công nghệ theo Công văn số 88/SKHCN-QLKH, UBND xã theo Kế hoạch số 05/KH-UBND.
"""

_ISSUERS = {
    "bct": Issuer("vn:bo.chinh.tri", "Bộ Chính trị", None, "central", "party", "TW"),
    "qh": Issuer("vn:quoc.hoi", "Quốc hội", None, "central", "state", "QH"),
    "cp": Issuer("vn:chinh.phu", "Chính phủ", None, "central", "state", "CP"),
    "btc": Issuer("vn:bo.tai.chinh", "Bộ Tài chính", None, "central", "state", "BTC"),
    "tu": Issuer("vn;quang.nam:tinh.uy", "Tỉnh ủy", "Quảng Nam", "provincial", "party", "TU"),
    "ub": Issuer("vn;quang.nam:uy.ban.nhan.dan", "Ủy ban nhân dân tỉnh", "Quảng Nam", "provincial", "state", "UBND"),
    "skhcn": Issuer(
        "vn;quang.nam:so.khoa.hoc", "Sở Khoa học và Công nghệ", "Quảng Nam", "provincial", "state", "SKHCN"
    ),
    "xa": Issuer("vn;quang.nam;ba.na:uy.ban", "Ủy ban nhân dân xã", "Bà Nà", "commune", "state", "UBND"),
}

# id, issuer, type, code, date, title
_DOCUMENTS = (
    ("nq57", "bct", "Nghị quyết", "57-NQ/TW", "2024-12-22", "về đột phá phát triển khoa học, công nghệ"),
    ("luat", "qh", "Luật", "29/2013/QH13", "2013-06-18", "Khoa học và công nghệ"),
    ("nd08", "cp", "Nghị định", "08/2014/NĐ-CP", "2014-01-27", "quy định chi tiết Luật Khoa học và công nghệ"),
    ("nq03", "cp", "Nghị quyết", "03/NQ-CP", "2025-01-09", "Chương trình hành động thực hiện Nghị quyết 57-NQ/TW"),
    ("tt20", "btc", "Thông tư", "20/2020/TT-BTC", "2020-04-01", "hướng dẫn kinh phí"),
    ("ctr12", "tu", "Chương trình hành động", "12-CTr/TU", "2025-03-05", "thực hiện Nghị quyết số 57-NQ/TW"),
    ("kh45", "ub", "Kế hoạch", "45/KH-UBND", "2025-03-20", "triển khai Nghị quyết số 57-NQ/TW"),
    ("kh30", "ub", "Kế hoạch", "30/KH-UBND", "2021-01-15", "phát triển khoa học giai đoạn 2021 - 2025"),
    ("cv88", "skhcn", "Công văn", "88/SKHCN-QLKH", None, None),
    ("kh05", "xa", "Kế hoạch", "05/KH-UBND", "2025", "thực hiện Kế hoạch số 45/KH-UBND"),
    ("qd", "ub", "Quyết định", None, None, None),
    ("lost", None, "Báo cáo", "77/BC", None, None),
)


def _span(words: str, start: int = 0) -> tuple[int, int]:
    at = PLAN_TEXT.index(words, start)
    return at, at + len(words)


def _evidence(sentence: str, cue: str, confidence: float = 0.98) -> Evidence:
    start, end = _span(sentence)
    cue_start = PLAN_TEXT.index(cue, start)
    source = "ke-hoach-45.txt"
    return Evidence(start, end, sentence, cue, cue_start, cue_start + len(cue), confidence, "cue", source)


def small() -> Snapshot:
    """Twelve documents in all eight lanes and without one, eight kinds of relations, one loaded source with an
    emoji in it, statuses, findings."""
    documents = []
    for key, issuer, type_, code, date, title in _DOCUMENTS:
        body = _ISSUERS[issuer] if issuer else None
        documents.append(
            Document(
                id=f"urn:lex:vn:{key}",
                type=type_,
                code=code,
                name="Quyết định thành lập Ban Chỉ đạo chuyển đổi số của tỉnh" if key == "qd" else None,
                date=date,
                issuer=body.name if body else None,
                place=body.place if body else None,
                title=title,
                term="XIII" if key == "nq57" else None,
                is_source=key == "kh45",
                provisional=key in ("lost", "cv88"),
                unnumbered=key == "qd",
                candidates=("urn:lex:vn:kh05",) if key == "lost" else (),
                origins={"issuer": "symbol"} if key == "nd08" else {},
            )
        )
    plan = PLAN_TEXT.splitlines()
    lines = {
        name: next(line for line in plan if line.startswith(name))
        for name in ("1. Căn", "2. Căn", "1. Tri", "2. Cụ", "3. Kế", "4. Sở")
    }
    aim, concrete, replaced = lines["1. Tri"], lines["2. Cụ"], lines["3. Kế"]
    said = [
        ("kh45", "implements", "nq57", _evidence(aim, "Triển khai thực hiện")),
        ("kh45", "implements", "nq03", _evidence(aim, "Triển khai thực hiện", 0.96)),
        ("kh45", "implements", "ctr12", _evidence(concrete, "Cụ thể hóa", 0.97)),
        ("ctr12", "implements", "nq57", _evidence(concrete, "thực hiện", 0.95)),
        ("kh45", "replaces", "kh30", _evidence(replaced, "thay thế", 0.99)),
        ("kh45", "based_on", "luat", _evidence(lines["1. Căn"], "Căn cứ", 0.99)),
        ("kh45", "based_on", "nd08", _evidence(lines["2. Căn"], "Căn cứ", 0.99)),
        ("nd08", "guides", "luat", _evidence(lines["2. Căn"], "quy định chi tiết", 0.9)),
    ]
    told = [
        ("nq03", "implements", "nq57", "Nghị quyết số 03/NQ-CP thực hiện Nghị quyết số 57 - NQ/TW của Bộ Chính trị"),
        ("kh05", "implements", "kh45", "Kế hoạch số 05/KH-UBND của xã thực hiện Kế hoạch số 45/KH-UBND"),
        ("tt20", "amends", "nd08", "Thông tư số 20/2020/TT-BTC sửa đổi khoản 2 Điều 5 Nghị định số 08/2014/NĐ-CP"),
        ("qd", "reviews", "kh30", "Quyết định tổng kết Kế hoạch số 30/KH-UBND"),
    ]
    relations = [Relation(f"urn:lex:vn:{s}", p, f"urn:lex:vn:{o}", e) for s, p, o, e in said]
    for s, p, o, text in told:
        pins = (Pinpoint((("điều", "5"), ("khoản", "2"))),) if p == "amends" else ()
        evidence = Evidence(0, len(text), text, confidence=0.8)
        relations.append(Relation(f"urn:lex:vn:{s}", p, f"urn:lex:vn:{o}", evidence, bool(pins), pins))
    cited = {
        "nq57": "Nghị quyết số 57-NQ/TW", "luat": "Luật Khoa học số 29/2013/QH13", "nd08": "Nghị định số 08/2014/NĐ-CP",
        "nq03": "Nghị quyết số 03/NQ-CP", "ctr12": "Chương trình hành động số 12-CTr/TU",
        "kh30": "Kế hoạch số 30/KH-UBND", "cv88": "Công văn số 88/SKHCN-QLKH", "kh05": "Kế hoạch số 05/KH-UBND",
    }  # fmt: skip
    mentions = [
        Mention(f"urn:lex:vn:{key}", match.start(), match.end(), match.group(), source="ke-hoach-45.txt")
        for key, words in cited.items()
        for match in re.finditer(re.escape(words), PLAN_TEXT)
    ]
    for key, words in cited.items():
        start, end = _span(words)
        line_start = PLAN_TEXT.rfind("\n", 0, start) + 1
        line_end = PLAN_TEXT.find("\n", end)
        evidence = Evidence(line_start, line_end, PLAN_TEXT[line_start:line_end], source="ke-hoach-45.txt")
        relations.append(Relation("urn:lex:vn:kh45", "cites", f"urn:lex:vn:{key}", evidence))
    for key, issuer, *_ in _DOCUMENTS:
        if issuer:
            relations.append(Relation(f"urn:lex:vn:{key}", "issued_by", _ISSUERS[issuer].id, Evidence(-1, -1, "")))
    start, end = _span("Kế hoạch số 05/KH-UBND")
    return Snapshot(
        document_rows=tuple(documents),
        issuer_rows=tuple(_ISSUERS.values()),
        relation_rows=tuple(relations),
        mention_rows=tuple(sorted(mentions, key=lambda m: (m.source or "", m.start))),
        finding_rows=(
            Finding("ambiguous-reference", "“77/BC” chưa rõ là văn bản nào.", ("urn:lex:vn:lost",)),
            Finding(
                "conflicting-date", "Hai ngày khác nhau.", ("urn:lex:vn:kh05",), start, end, PLAN_TEXT[start:end],
                "ke-hoach-45.txt",
            ),
        ),
        source_rows=(Source("ke-hoach-45.txt", PLAN_TEXT),),
        status_by_id={
            "urn:lex:vn:kh30": Status("replaced", ("urn:lex:vn:kh45",), "2025-03-20"),
            "urn:lex:vn:nd08": Status("partly", ("urn:lex:vn:tt20",)),
            "urn:lex:vn:luat": Status("in-force"),
        },
        sources_by_id={"urn:lex:vn:kh45": ("ke-hoach-45.txt",)},
    )  # fmt: skip


# What must never run, in every field.
ATTACKS = (
    "<script>window.hacked=1</script>",
    "</script><script>window.hacked=2</script>",
    "<img src=x onerror=window.hacked=3>",
    '"><svg onload=window.hacked=4>',
    "<!--<script>window.hacked=5//",
    "javascript:window.hacked=6",
    "{{ 7*7 }}{% raw %}",
    '<a href="javascript:window.hacked=7">href</a>',
    "' onmouseover='window.hacked=8",
    "\u2028window.hacked=9\u2029",
    "\u202eevil\u202c \x00\x07 \ud800",
    "&lt;b&gt; &amp; <b>bold</b> _x_ *y*",
)


def hostile() -> Snapshot:
    """One document an attack, with the attack in every text field."""
    documents, relations, mentions, sources, findings, issuers = [], [], [], [], [], []
    for i, attack in enumerate(ATTACKS):
        name = f"{attack}-{i}.txt"
        text = f"Căn cứ {attack} ;\n"
        issuers.append(Issuer(f"issuer {attack}{i}", attack, attack, "central", "state", attack))
        documents.append(
            Document(
                f"urn:lex:vn:{attack}:{i}", attack, attack if i % 2 else None, attack,
                "2020-01-01" if i % 3 else attack,
                attack, attack, attack, attack, candidates=(attack,), origins={"issuer": attack},
            )
        )  # fmt: skip
        sources.append(Source(name, text))
        mentions.append(Mention(documents[i].id, 7, 7 + len(attack), attack, source=name))
        evidence = Evidence(0, len(text) - 1, text[:-1], "Căn cứ", 0, 6, 1.0, attack, name)
        relations.append(Relation(documents[i].id, "based_on", documents[0].id, evidence))
        relations.append(Relation(documents[i].id, attack, documents[1 % (i + 1)].id, Evidence(-1, -1, attack, attack)))
        relations.append(Relation(documents[i].id, "issued_by", issuers[i].id, Evidence(-1, -1, attack)))
        findings.append(Finding(attack, attack, (documents[i].id,), 0, 6, attack, name))
    return Snapshot(
        tuple(documents), tuple(issuers), tuple(relations), tuple(mentions), tuple(findings), tuple(sources),
        {documents[2].id: Status(ATTACKS[0], (documents[3].id,), ATTACKS[1])},
        {document.id: (source.name,) for document, source in zip(documents, sources, strict=True)},
    )  # fmt: skip


def of_extraction(source: Source) -> Snapshot:
    """The graph of one text."""
    from graph import extract

    found = extract(source.text, source=source.name)
    replaced = {
        r.object: Status("replaced" if r.predicate == "replaces" else "repealed", (r.subject,))
        for r in found.relations
        if r.predicate in ("replaces", "repeals") and not r.partial
    }
    own = found.source_document
    return Snapshot(
        found.documents, found.issuers,
        tuple(replace(r, evidence=replace(r.evidence, source=source.name)) for r in found.relations),
        tuple(replace(m, source=source.name) for m in found.mentions),
        tuple(replace(f, source=source.name) for f in found.findings),
        (source,), replaced, {own.id: (source.name,)} if own else {},
    )  # fmt: skip


def report() -> Snapshot:
    """The Quảng Ngãi report of the project's own data, as the extractor reads it."""
    return of_extraction(Source(REPORT.name, REPORT.read_text(encoding="utf-8")))


# heading of a list in the register -> predicate, and whether the listed document is the subject
_HEADINGS = {
    "Văn bản dẫn chiếu": ("cites", False),
    "Văn bản căn cứ": ("based_on", False),
    "Văn bản bị thay thế/bãi bỏ/hủy bỏ/đình chỉ": ("replaces", False),
    "Văn bản thay thế/bãi bỏ/hủy bỏ/đình chỉ": ("replaces", True),
    "Văn bản bị sửa đổi bổ xung/được đính chính": ("amends", False),
    "Văn bản sửa đổi bổ sung/đính chính": ("amends", True),
    "Văn bản thay thế/bãi bỏ/hủy bỏ/đình chỉ một phần": ("amends", True),
    "Văn bản bị thay thế/bãi bỏ/hủy bỏ/đình chỉ một phần": ("amends", False),
    "Văn bản hướng dẫn": ("guides", True),
    "Văn bản được hướng dẫn": ("guides", False),
}


def register() -> Snapshot:
    """The official Công báo register: 4,036 documents and their lược đồ. Needs the shared folder."""
    import unicodedata

    rows = json.loads(unicodedata.normalize("NFC", REGISTER.read_text(encoding="utf-8")))
    documents: dict[str, Document] = {}
    by_code: dict[str, str] = {}
    issuers: dict[str, Issuer] = {}
    loose = []
    for row in rows:
        id = f"urn:lex:vn:{row['file'].removesuffix('.txt')}"
        names = [part.strip().capitalize() for part in row["co_quan"].split(" - ")]
        body = next((found for found in map(body_by_name, names) if found), None)
        issuer = body.name if body else row["co_quan"].capitalize()
        issuers.setdefault(
            issuer,
            Issuer(f"vn:{issuer}", issuer, None, body.level if body else "central", body.branch if body else "state"),
        )
        date = "-".join(reversed(row["ngay"].split("/"))) if row["ngay"] else None
        documents[id] = Document(id, row["loai"], row["so_hieu"], None, date, issuer, title=row["trich_yeu"])
        by_code.setdefault(row["so_hieu"], id)
        loose.append(Relation(id, "issued_by", issuers[issuer].id, Evidence(-1, -1, "")))
    for row in rows:
        here = f"urn:lex:vn:{row['file'].removesuffix('.txt')}"
        for heading, listed in row["relations"].items():
            predicate, listed_is_subject = _HEADINGS[heading]
            for code in listed["parsed"]:
                there = by_code.get(code)
                if there is None:
                    there = by_code[code] = f"urn:lex:vn:{code}"
                    documents[there] = Document(there, code=code, provisional=True)
                at = listed["raw"].find(code)
                text = f"{heading}: {listed['raw'][max(at, 0) : max(at, 0) + 160]}"
                subject, object_ = (there, here) if listed_is_subject else (here, there)
                evidence = Evidence(0, len(text), text, confidence=0.95, source="congbao-register.json")
                loose.append(Relation(subject, predicate, object_, evidence))
    replaced = {r.object: Status("replaced", (r.subject,)) for r in loose if r.predicate == "replaces"}
    return Snapshot(tuple(documents.values()), tuple(issuers.values()), tuple(loose), status_by_id=replaced)


_BODIES = (
    ("Bộ Chính trị", "NQ/TW", "Nghị quyết"), ("Quốc hội", "QH15", "Luật"), ("Chính phủ", "NĐ-CP", "Nghị định"),
    ("Thủ tướng Chính phủ", "QĐ-TTg", "Quyết định"), ("Bộ Tài chính", "TT-BTC", "Thông tư"),
    ("Bộ Y tế", "TT-BYT", "Thông tư"),
    ("Tỉnh ủy", "CTr/TU", "Chương trình hành động"), ("Ủy ban nhân dân tỉnh", "KH-UBND", "Kế hoạch"),
    ("Ủy ban nhân dân tỉnh", "QĐ-UBND", "Quyết định"), ("Sở Công Thương", "KH-SCT", "Kế hoạch"),
    ("Ủy ban nhân dân xã", "KH-UBND", "Kế hoạch"),
)  # fmt: skip
_TOPICS = (
    "phát triển kinh tế số, xã hội số gắn với cải cách thủ tục hành chính",
    "bảo vệ môi trường, ứng phó biến đổi khí hậu và phòng, chống thiên tai",
    "nâng cao chất lượng giáo dục phổ thông và đào tạo nghề cho lao động nông thôn",
    "tinh giản biên chế, sắp xếp tổ chức bộ máy của các cơ quan, đơn vị",
    "quản lý, sử dụng đất đai và hỗ trợ, tái định cư khi Nhà nước thu hồi đất",
)
_PLACES = ("Quảng Ngãi", "Quảng Nam", "Bình Định", "Gia Lai", "Đắk Lắk", "Phú Yên", "Khánh Hòa", "Nghệ An")


def synthetic(nodes: int, seed: int = 7) -> Snapshot:
    """`nodes` documents of 2000-2025 with three relations each to older ones, some of them hubs; sentences, titles and
    identifiers as long as real ones."""
    chance = random.Random(seed)
    issuers = {}
    documents, relations = [], []
    for i in range(nodes):
        name, symbol, type_ = chance.choice(_BODIES)
        body = body_by_name(name)
        place = chance.choice(_PLACES) if body and body.level in ("provincial", "commune") else None
        issuer = issuers.setdefault(
            (name, place),
            Issuer(f"vn:{name}:{place}", name, place, body.level if body else None, body.branch if body else None),
        )
        year = 2000 + i * 26 // nodes
        date = f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}" if i % 25 else None
        number = chance.randint(1, 4000)
        code = f"{number}-{symbol}" if symbol.endswith(("TW", "TU")) else f"{number}/{year}/{symbol}"
        title = (
            f"{chance.choice(('về', 'về việc', 'thực hiện'))} {chance.choice(_TOPICS)} giai đoạn {year} - {year + 5}"
        )
        slug = code.lower().replace("/", "-").replace("đ", "d")
        dotted = (part.lower().replace(" ", ".") for part in (name, type_))
        where = f";{place.lower().replace(' ', '.')}" if place else ""
        id = f"urn:lex:vn{where}:{':'.join(dotted)}:{date or year};{slug};{i}"
        documents.append(Document(id, type_, code, None, date, name, place, None, title))
        relations.append(Relation(id, "issued_by", issuer.id, Evidence(-1, -1, "")))
        for _ in range(3 if i else 0):
            other = documents[min(int(chance.random() ** 2 * i), i - 1)]
            predicate = chance.choice(
                ("implements", "implements", "based_on", "based_on", "cites", "replaces", "amends", "guides")
            )
            day = other.date or other.id[-4:]
            text = f"{type_} số {code} {predicate} {other.type} số {other.code} ngày {day} {other.title}"
            at = text.index(other.code or "")
            evidence = Evidence(
                at * 7, at * 7 + len(text), text, confidence=0.9 + chance.random() / 10, source=f"van-ban-{i}.txt"
            )
            relations.append(Relation(id, predicate, other.id, evidence))
    return Snapshot(tuple(documents), tuple(issuers.values()), tuple(relations))
