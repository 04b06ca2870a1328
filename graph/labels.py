"""What users see instead of our words: one table of Vietnamese and English names.

Keys are the stable words of `graph.model` (predicates, states, kinds of findings) and of `graph.domain` (families,
levels, branches). Every function takes ``lang`` ``"vi"`` (the default) or ``"en"``; an unknown key comes back as it is,
so that a new kind of finding is printed rather than lost. Imports nothing that is slow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.model import Document, Pinpoint

LANGUAGES = ("vi", "en")
_LONGEST_TITLE = 80  # characters of a title in a label

# predicate -> (vi, en, vi of the inverse, en of the inverse). "A {label} B"; "B {inverse label} A".
PREDICATES: dict[str, tuple[str, str, str, str]] = {
    "implements": ("triển khai, thực hiện", "implements", "được triển khai bởi", "implemented by"),
    "replaces": ("thay thế", "replaces", "được thay thế bởi", "replaced by"),
    "repeals": ("bãi bỏ", "repeals", "bị bãi bỏ bởi", "repealed by"),
    "amends": ("sửa đổi, bổ sung", "amends", "được sửa đổi, bổ sung bởi", "amended by"),
    "based_on": ("căn cứ", "based on", "là căn cứ của", "is the basis of"),
    "guides": ("hướng dẫn, quy định chi tiết", "guides", "được hướng dẫn bởi", "guided by"),
    "reviews": ("sơ kết, tổng kết", "reviews", "được sơ kết, tổng kết bởi", "reviewed by"),
    "corrects": ("đính chính", "corrects", "được đính chính bởi", "corrected by"),
    "consolidates": ("hợp nhất", "consolidates", "được hợp nhất bởi", "consolidated by"),
    "extends": ("kéo dài hiệu lực", "extends", "được kéo dài hiệu lực bởi", "extended by"),
    "suspends": ("ngưng hiệu lực", "suspends", "bị ngưng hiệu lực bởi", "suspended by"),
    "cites": ("dẫn chiếu", "cites", "được dẫn chiếu bởi", "cited by"),
    "issued_by": ("ban hành bởi", "issued by", "ban hành", "issued"),
}

# Families of document types (graph/domain/document_types.csv), and what else stands in a legend.
FAMILIES: dict[str, tuple[str, str]] = {
    "law": ("Hiến pháp, luật, pháp lệnh", "Constitution, laws, ordinances"),
    "normative": ("Văn bản quy phạm pháp luật", "Normative documents"),
    "administrative": ("Văn bản hành chính", "Administrative documents"),
    "party": ("Văn bản của Đảng", "Party documents"),
    "other": ("Văn bản khác", "Other documents"),
    "issuer": ("Cơ quan ban hành", "Issuing bodies"),
}

STATUSES: dict[str, tuple[str, str]] = {
    "not-yet": ("chưa có hiệu lực", "not yet in force"),
    "in-force": ("còn hiệu lực", "in force"),
    "replaced": ("đã bị thay thế", "replaced"),
    "repealed": ("đã bị bãi bỏ", "repealed"),
    "partly": ("bị thay thế hoặc bãi bỏ một phần", "replaced or repealed in part"),
    "expired": ("hết hiệu lực", "expired"),
    "suspended": ("ngưng hiệu lực", "suspended"),
    "unknown": ("chưa rõ", "unknown"),
}

FINDINGS: dict[str, tuple[str, str]] = {
    "against-rank": ("trái thứ bậc văn bản", "against the order of rank"),
    "against-time": ("trái trình tự thời gian", "against the order of time"),
    "ambiguous-reference": ("dẫn chiếu chưa xác định được văn bản", "ambiguous reference"),
    "conflicting-code": ("số, ký hiệu không thống nhất", "conflicting number"),
    "conflicting-date": ("ngày ban hành không thống nhất", "conflicting date"),
    "conflicting-force": ("hiệu lực không thống nhất", "conflicting force"),
    "conflicting-issuer": ("cơ quan ban hành không thống nhất", "conflicting issuer"),
    "conflicting-place": ("địa phương không thống nhất", "conflicting place"),
    "conflicting-register": ("văn bản và danh mục không thống nhất", "text against register"),
    "conflicting-symbol": ("ký hiệu không thống nhất", "conflicting symbol"),
    "conflicting-term": ("nhiệm kỳ không thống nhất", "conflicting term"),
    "conflicting-title": ("trích yếu không thống nhất", "conflicting title"),
    "conflicting-type": ("loại văn bản không thống nhất", "conflicting type"),
    "cycle": ("quan hệ vòng", "relations in a circle"),
    "effect-before-issue": ("có hiệu lực trước ngày ban hành", "effect before issue"),
    "impossible-date": ("ngày không có thật", "impossible date"),
    "impossible-issuer": ("cơ quan không có thẩm quyền ban hành loại văn bản này", "impossible issuer"),
    "rests-on-ended": ("căn cứ, triển khai văn bản đã hết hiệu lực", "rests on what has ended"),
    "repaired-symbol": ("ký hiệu viết sai, đã hiểu lại", "repaired symbol"),
    "name-against-number": ("tên luật không khớp với số", "name against number"),
    "term-against-year": ("khóa Quốc hội không khớp với năm", "term against year"),
    "unmatched-correction": ("đính chính không áp dụng được", "correction that does not apply"),
    "type-against-symbol": ("loại văn bản không khớp ký hiệu", "type against symbol"),
}

LEVELS: dict[str, tuple[str, str]] = {
    "central": ("Trung ương", "central"),
    "provincial": ("cấp tỉnh", "provincial"),
    "district": ("cấp huyện", "district"),
    "commune": ("cấp xã", "commune"),
    "unit": ("đơn vị", "unit"),
}

BRANCHES: dict[str, tuple[str, str]] = {
    "party": ("Đảng", "Party"),
    "state": ("Nhà nước", "State"),
    "front": ("Mặt trận và đoàn thể", "Front and unions"),
}

# What happens to a document in its history (`graph.queries.history.KINDS`) but for what others do to it.
EVENTS: dict[str, tuple[str, str]] = {
    "issued": ("ban hành", "issued"),
    "in-force": ("có hiệu lực", "takes effect"),
    "expired": ("hết hiệu lực", "expires"),
}

# Names of attributes, columns and headings.
FIELDS: dict[str, tuple[str, str]] = {
    "branch": ("Hệ thống", "Branch"),
    "by": ("Bởi", "By"),
    "candidates": ("Có thể là", "May be"),
    "chain": ("Qua", "Through"),
    "change": ("Thay đổi", "Change"),
    "code": ("Số, ký hiệu", "Number"),
    "confidence": ("Độ tin cậy", "Confidence"),
    "corrections": ("Đính chính bằng tay", "Corrections by hand"),
    "count": ("Số lượng", "Count"),
    "cue": ("Từ ngữ", "Cue"),
    "date": ("Ngày ban hành", "Date"),
    "day": ("Ngày", "Day"),
    "document": ("Văn bản", "Document"),
    "documents": ("Văn bản", "Documents"),
    "end": ("Đến", "End"),
    "evidence": ("Câu dẫn chứng", "Evidence"),
    "effect": ("Thời điểm", "Time"),
    "event": ("Sự kiện", "Event"),
    "facts": ("Thuộc tính", "Facts"),
    "first_day": ("Ngày có hiệu lực", "First day in force"),
    "findings": ("Điểm cần xem lại", "Findings"),
    "id": ("Định danh", "Identifier"),
    "issuer": ("Cơ quan ban hành", "Issuer"),
    "issuers": ("Cơ quan ban hành", "Issuers"),
    "kind": ("Loại", "Kind"),
    "last_day": ("Ngày cuối còn hiệu lực", "Last day in force"),
    "level": ("Cấp", "Level"),
    "mentions": ("Lượt dẫn", "Mentions"),
    "message": ("Nội dung", "Message"),
    "name": ("Tên", "Name"),
    "object": ("Đối tượng", "Object"),
    "origins": ("Nguồn của thuộc tính", "Origins"),
    "partial": ("một phần", "in part"),
    "pinpoint": ("Vị trí", "Pinpoint"),
    "place": ("Địa phương", "Place"),
    "predicate": ("Quan hệ", "Relation"),
    "provision": ("Nêu tại", "Stated in"),
    "relations": ("Quan hệ", "Relations"),
    "results": ("Kết quả", "Results"),
    "rule": ("Quy tắc", "Rule"),
    "since": ("Từ ngày", "Since"),
    "source": ("Nguồn", "Source"),
    "sources": ("Nguồn", "Sources"),
    "start": ("Từ", "Start"),
    "status": ("Hiệu lực", "Status"),
    "subject": ("Chủ thể", "Subject"),
    "term": ("Khóa", "Term"),
    "value": ("Giá trị", "Value"),
    "text": ("Đoạn văn", "Text"),
    "title": ("Trích yếu", "Title"),
    "type": ("Loại văn bản", "Type"),
}

# Parts of documents (the units of `graph.model.Pinpoint`). Vietnamese writes the large ones with a capital (Nghị định
# 78/2025/NĐ-CP Điều 71).
UNITS: dict[str, tuple[str, str]] = {
    "phần": ("Phần", "Part"),
    "phụ lục": ("Phụ lục", "Annex"),
    "chương": ("Chương", "Chapter"),
    "mục": ("Mục", "Section"),
    "tiểu mục": ("Tiểu mục", "Subsection"),
    "điều": ("Điều", "Article"),
    "khoản": ("khoản", "clause"),
    "điểm": ("điểm", "point"),
    "tiết": ("tiết", "item"),
    "đoạn": ("đoạn", "paragraph"),
}
_NUMBERED_IN_CAPITALS = ("phần", "phụ lục", "chương", "mục", "tiểu mục")

# Names of the figures of a graph.
FIGURES: dict[str, tuple[str, str]] = {
    "sources": ("Nguồn đã đọc", "Sources read"),
    "documents": ("Văn bản", "Documents"),
    "loaded": ("Văn bản có toàn văn", "Documents with their text"),
    "provisional": ("Văn bản chưa đủ dữ kiện", "Incomplete documents"),
    "issuers": ("Cơ quan ban hành", "Issuing bodies"),
    "mentions": ("Lượt dẫn", "Mentions"),
    "relations": ("Quan hệ", "Relations"),
    "effect": ("Thời điểm", "Time"),
    "first_day": ("Ngày có hiệu lực", "First day in force"),
    "findings": ("Điểm cần xem lại", "Findings"),
    "pending": ("Phần chờ hợp nhất", "Parts to be merged"),
    "most_cited": ("Được dẫn nhiều nhất", "Most cited"),
}

# Marks that stand beside a document.
MARKS: dict[str, tuple[str, str]] = {
    "as-above": ("như trên", "as above"),
    "basis": ("chỉ căn cứ", "only as a basis"),
    "loaded": ("có toàn văn", "text loaded"),
    "cited-only": ("chỉ được dẫn chiếu", "cited only"),
    "day-unknown": ("chưa rõ ngày", "day unknown"),
    "direct": ("trực tiếp", "direct"),
    "provisional": ("chưa đủ dữ kiện", "incomplete"),
    "unnumbered": ("không số", "unnumbered"),
    "unreached": ("lượt dẫn chưa thành quan hệ", "citations that no relation reaches"),
}


# Why no relation reaches a citation: what the relation engine notes (`graph.explaining`).
VERDICTS: dict[str, tuple[str, str]] = {
    "a class of documents": ("nói về một loại văn bản, không phải văn bản này", "it speaks of a class of documents"),
    "a list that nobody governs": ("thuộc một danh sách không rõ quan hệ", "in a list that no cue governs"),
    "a text that is no document": ("bản văn này không phải một văn bản", "the text is no document that acts"),
    "what another document does": (
        "điều một văn bản khác quy định",
        "what another document does; which one is not clear",
    ),
    "a document without a name": ("chủ thể là văn bản chưa có tên, số", "a document without a name or number acts"),
    "what a plan that is changed carries out": (
        "kế hoạch bị sửa đổi thực hiện, không phải văn bản sửa đổi",
        "the plan carries it out, not who changes the plan",
    ),
    "a question or a supposition": ("câu hỏi hoặc giả định", "a question or a supposition"),
    "a task": ("nhiệm vụ được giao, chưa thực hiện", "a task that is not done yet"),
    "an ordinary verb": ("từ ngữ được dùng như động từ thường", "the cue is used as an ordinary verb"),
    "annexed": ("được ban hành kèm theo văn bản khác", "annexed to another document"),
    "another actor": ("chủ thể khác thực hiện", "somebody else acts"),
    "another clause": ("từ ngữ thuộc một vế câu khác", "the cue belongs to another clause"),
    "another verb": ("từ ngữ nối với động từ khác", "the cue goes on with another verb"),
    "applied": ("văn bản được áp dụng, không bị thay đổi", "the document is applied, not changed"),
    "authority": ("trái thẩm quyền hoặc trình tự thời gian", "against authority or the order of time"),
    "draft": ("câu nói về dự thảo, đề nghị hoặc nhiệm vụ", "the clause speaks of a draft, a proposal or a duty"),
    "exchanged": ("chỉ là lời dẫn chiếu được thay trong một điều khoản", "a reference exchanged inside a provision"),
    "guard": ("câu phủ định, giả định hoặc giao nhiệm vụ", "a negation, a condition or a duty"),
    "in a title": ("nằm trong tên của văn bản khác", "inside the title of another document"),
    "name": ("nằm trong tên của một tổ chức, cuộc họp", "inside the name of a body or a meeting"),
    "no cue": ("không có từ ngữ chỉ quan hệ", "no words that state a relation"),
    "nobody acts": ("có từ ngữ nhưng không rõ văn bản nào tác động", "a cue, but no document that acts"),
    "not in the preamble": ("không nằm trong phần căn cứ", "not in the preamble"),
    "passive without agent": ("câu bị động không nêu văn bản tác động", "a passive that names no acting document"),
    "quoted words": ("lời được trích dẫn, không phải của bản văn", "quoted words, not those of the text"),
    "stop": ("dừng ở “{words}” ({start})", "stopped by “{words}” at {start}"),
    "the carrying out": ("câu nói về việc thực hiện, không phải mục đích", "it tells how the document is carried out"),
    "too far": ("từ ngữ ở quá xa", "the cue is too far away"),
}


def _pick(table: dict[str, tuple[str, str]], key: str, lang: str) -> str:
    pair = table.get(key)
    return key if pair is None else pair[lang == "en"]


def predicate(key: str, lang: str = "vi", *, inverse: bool = False) -> str:
    """``implements`` -> ``triển khai, thực hiện``; inverse: ``được triển khai bởi``."""
    row = PREDICATES.get(key)
    return key if row is None else row[2 * inverse + (lang == "en")]


def family(key: str, lang: str = "vi") -> str:
    """Name of a family of document types: ``normative`` -> ``Văn bản quy phạm pháp luật``."""
    return _pick(FAMILIES, key, lang)


def status(key: str, lang: str = "vi") -> str:
    """Name of `graph.model.Status.state`: ``replaced`` -> ``đã bị thay thế``."""
    return _pick(STATUSES, key, lang)


def finding(key: str, lang: str = "vi") -> str:
    """Name of `graph.model.Finding.kind`."""
    return _pick(FINDINGS, key, lang)


def event(key: str, lang: str = "vi") -> str:
    """Name of `graph.queries.history.Event.kind`; for what another document does: ``được thay thế bởi``."""
    return _pick(EVENTS, key, lang) if key in EVENTS else predicate(key, lang, inverse=True)


def level(key: str, lang: str = "vi") -> str:
    """Name of `graph.model.Issuer.level`."""
    return _pick(LEVELS, key, lang)


def branch(key: str, lang: str = "vi") -> str:
    """Name of `graph.model.Issuer.branch`."""
    return _pick(BRANCHES, key, lang)


def field(key: str, lang: str = "vi") -> str:
    """Name of an attribute or a column: ``date`` -> ``Ngày ban hành``."""
    return _pick(FIELDS, key, lang)


def figure(key: str, lang: str = "vi") -> str:
    """Name of a figure of `graph.queries.statistics.Statistics`."""
    return _pick(FIGURES, key, lang)


def mark(key: str, lang: str = "vi") -> str:
    """A mark beside a document: ``cited-only`` -> ``chỉ được dẫn chiếu``."""
    return _pick(MARKS, key, lang)


def verdict(key: str, lang: str = "vi", *, words: str = "", start: int = -1) -> str:
    """Why no relation reaches a citation; `words` at the offset `start` are what stopped it."""
    return _pick(VERDICTS, key, lang).replace("{words}", words).replace("{start}", str(start))


def provision(of: Pinpoint, lang: str = "vi") -> str:
    """A provision as a heading, largest unit first: ``Điều 2 khoản 1 điểm a``; English: ``Article 2, clause 1, point
    a``. Its own words where it has no units."""
    return _joined([_step(unit, label, lang) for unit, label in of.path], lang) or of.text


def part(of: Pinpoint, lang: str = "vi") -> str:
    """The part of a document that is meant, as Vietnamese cites it, smallest unit first: ``điểm a khoản 1 Điều 2``;
    English as `provision`."""
    steps = [_step(unit, label, lang) for unit, label in of.path]
    return _joined(steps if lang == "en" else steps[::-1], lang) or of.text


def _joined(steps: list[str], lang: str) -> str:
    return (", " if lang == "en" else " ").join(steps)


def _step(unit: str, label: str, lang: str) -> str:
    return f"{_pick(UNITS, unit, lang)} {number(unit, label)}".rstrip()


def number(unit: str, label: str) -> str:
    """The number of a unit as texts write it: ``mục``, ``ii`` -> ``II``; ``điểm``, ``a`` -> ``a``."""
    capitals = unit in _NUMBERED_IN_CAPITALS and (len(label) == 1 or not label.strip("ivxlc"))
    return label.upper() if capitals else label


def document(of: Document, lang: str = "vi") -> str:
    """A document in a few words: ``Nghị quyết 18-NQ/TW``, ``Luật Đất đai (31/2024/QH15)``, ``Kế hoạch thực hiện Nghị
    quyết 18 của Đảng ủy Sở``; a long title is cut."""
    kind = document_type(of.type, lang)
    if of.name:
        return f"{of.name} ({of.code})" if of.code else of.name
    if of.code and any(map(str.isdigit, of.code)):
        return f"{kind} {of.code}"
    title = of.title or ""
    if len(title) > _LONGEST_TITLE:
        title = title[:_LONGEST_TITLE].rpartition(" ")[0] + " …"
    words = f"{kind} {title[:1].lower()}{title[1:]}".rstrip()
    if not of.issuer or (of.is_source and title):
        return words
    return f"{words}{' của ' if lang == 'vi' else ' of '}{of.issuer}"


def document_type(name: str | None, lang: str = "vi") -> str:
    """A document type for display: ``Nghị định`` -> ``Decree`` in English. The table of types is read only then."""
    if name is None:
        return "Văn bản" if lang == "vi" else "Document"
    if lang == "vi":
        return name
    from graph.domain.document_types import type_by_name

    found = type_by_name(name)
    return name if found is None else found.english
