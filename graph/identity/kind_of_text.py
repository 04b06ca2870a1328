"""Is this text a document of the law, or a text about documents: an article, a note, a page of a wiki?

An article cites and tells what documents do to each other; it has no number of its own, carries nothing out and repeals
nothing, whatever its sentences say.
"""

from __future__ import annotations

import re

from graph.citations.header import HEAD, Header

_B = r"[\s*_|#>]"
# The national motto, the Party's name over its papers, the enacting formula: only documents print them, in their head.
_MOTTO = re.compile(
    rf"CỘNG{_B}+H[ÒO]A{_B}+XÃ{_B}+HỘI{_B}+CHỦ{_B}+NGHĨA|Độc{_B}+lập{_B}*[-–—.]{_B}*Tự{_B}+do|ĐỘC{_B}+LẬP{_B}*[-–—.]{_B}*TỰ{_B}+DO"
    rf"|(?m:^){_B}*ĐẢNG{_B}+CỘNG{_B}+SẢN{_B}+VIỆT{_B}+NAM{_B}*(?m:$)"
)
_MOTTO_LINE = re.compile(
    r"(?m)^[ \t*_]*CỘNG[ ]H[ÒO]A[ ]XÃ[ ]HỘI[ ]CHỦ[ ]NGHĨA[ ]VIỆT[ ]NAM[ \t*_]*$"
    r"|^[ \t*_]*Độc lập[ ]*[-–—.][ ]*Tự do[ ]*[-–—.]"
)
_TYPE_LINE = re.compile(
    r"(?m)^[ \t*_|>#]*(?:QUYẾT[ ]?ĐỊNH|NGHỊ QUYẾT|HƯỚNG DẪN|KẾ HOẠCH|CHỈ THỊ|THÔNG TƯ|NGHỊ ĐỊNH|LUẬT|PHÁP LỆNH|KẾT LUẬN"
    r"|QUY ĐỊNH|THÔNG BÁO|BÁO CÁO|TỜ TRÌNH|CHƯƠNG TRÌNH|CÔNG ĐIỆN|QUY CHẾ)[ \t*_|:]*$"
)
# the addressee of a letter, the enacting line, the recipients, the line of the signature
_FORMULA = re.compile(
    r"(?m)^[ \t*_|>#]*(?:Kính gửi[ \t]*:|QUYẾT[ ]?(?:ĐỊNH|NGHỊ)[ \t*_]*:|(?:Nơi nhận|NƠI NHẬN)[ \t*_]*:"
    r"|(?:T/?M|K/?T|T/?L|T/?UQ)\.?[ \t]+[A-ZĐỦ]{2})"
)
_ADDRESSED = re.compile(rf"(?m)^{_B}*K(?:ính|ÍNH){_B}+(?:gửi|GỬI){_B}*:")
_LETTER = 3_000  # code points in which a letter without its head names whom it is written to
_BASIS_LINE = re.compile(r"(?m)^[ \t*_|•–—-]*Căn cứ [^\n]{10,}?(?:\n(?![ \t]*\n)[^\n]+){0,4}?;[ \t*_]*$")
# the line that enacts, which may be cut in two
_ENACTS = re.compile(r"(?m)^[ \t*_|>#]*QUYẾT[ \n]{0,2}(?:ĐỊNH|NGHỊ)[ \t*_]*:")
_NUMBERED = re.compile(r"[0-9]/(?:[0-9]{4}/)?[A-ZĐ]{2}")
_PROVISIONS = re.compile(rf"(?m)^{_B}*(?:Chương|CHƯƠNG|Mục|MỤC|Điều)[ ][IVXLC0-9]+[.:]?(?![^\s.:])")
_ARTICLE = re.compile(rf"(?m)^{_B}*Điều[ ][0-9]+[.:]")
_OPENING = 1_500  # code points in which the preamble of an extract begins
_FIRST_LINES = 400  # code points in which the type stands where a text begins with it
_TAIL = 3_000  # code points at the end where the recipients and the signature stand


def _bases(text: str) -> bool:
    """Whether the head holds two clauses of a preamble, each a line of its own: a plan that a page prints without its
    head ("KẾ HOẠCH TỔ CHỨC KỶ NIỆM …⏎Căn cứ …;⏎Căn cứ …;")."""
    return sum(1 for _ in _BASIS_LINE.finditer(text, 0, _LETTER)) > 1


def _is_extract(text: str) -> bool:
    """Whether a text without a head is one cut from a document: its preamble with the line that enacts, or its articles
    alone ("Chương X⏎Điều khoản thi hành⏎Điều 123. …⏎Điều 124. …"), and no document is named by its number above, as
    one is where an article prints what it tells of."""
    first = _BASIS_LINE.search(text, 0, _OPENING)
    if first is not None and _bases(text) and _ENACTS.search(text, first.end(), HEAD):
        return _NUMBERED.search(text, 0, first.start()) is None
    heading = _PROVISIONS.search(text, 0, _FIRST_LINES)
    if heading is None or _NUMBERED.search(text, 0, heading.start()) is not None:
        return False
    least = 2 if text[: heading.start()].strip() else 1
    return sum(1 for _ in _ARTICLE.finditer(text, heading.start(), HEAD)) >= least


def is_document(header: Header, text: str) -> bool:
    """Whether a normalised `text` with that `header` is a document itself: it has a number line (filled in or blank),
    it begins with the line of its type or addresses somebody ("Kính gửi: …"), or it has a type or an issuer of its own
    together with the motto or a formula that only documents have ("QUYẾT ĐỊNH:", "Nơi nhận:", "TM. …"). A text without
    any of these is one that speaks of documents.

    A head flattened to one line, as sentence splitters leave it, counts ("Thông tư Hướng dẫn … Căn cứ Luật …"). Looks
    at the head and the end only."""
    if header.flat or header.symbol is not None or header.blank:
        return True
    if _TYPE_LINE.search(text, 0, _FIRST_LINES) or _ADDRESSED.search(text, 0, _LETTER):
        return True
    if _MOTTO_LINE.search(text, 0, _LETTER):
        return True
    if _is_extract(text):
        return True
    if header.type is None and header.issuer is None:
        return False  # a motto in running words describes a form or a card
    if _MOTTO.search(text, 0, HEAD) or (header.type is not None and header.title is not None and _bases(text)):
        return True
    return bool(_FORMULA.search(text, 0, HEAD) or _FORMULA.search(text, max(0, len(text) - _TAIL)))
