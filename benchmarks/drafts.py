"""Drafts with planted faults, and clean ones, to measure and to test what `graph.check` finds.

`world()` gives the texts of invented documents (a decree in force, one replaced, one whose article was repealed …),
from which a graph is built; `drafts()` gives papers of ten kinds that cite them, each with faults of several codes, and
as many that cite them rightly. `into(text, …)` puts the same citations into a real paper. Same seed, same drafts.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from graph.model import Source


@dataclass(frozen=True)
class Paper:
    """An invented document: what its head and its citations say. `ends` are lines of its last article."""

    kind: str
    code: str
    date: str
    issuer: str
    title: str
    force: str
    ends: tuple[str, ...] = ()
    articles: int = 9

    @property
    def day(self) -> str:
        year, month, day = self.date.split("-")
        return f"{day} tháng {month if int(month) < 3 else int(month)} năm {year}"

    def cited(self, **other: str) -> str:
        """The citation in full; `other` are parts that are written differently."""
        paper = replace(self, **other)  # type: ignore[arg-type]
        return f"{paper.kind} số {paper.code} ngày {paper.day} của {paper.issuer} {paper.title}"

    def text(self) -> str:
        """The document itself."""
        head = (
            f"{_HEADS.get(self.issuer, self.issuer.upper())}\n\nSố: {self.code}\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        )
        head += f"Độc lập - Tự do - Hạnh phúc\n\nHà Nội, ngày {self.day}\n\n{self.kind.upper()}\n\n"
        head += (
            f"{self.title[:1].upper()}{self.title[1:]}\n\nCăn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;\n\n"
        )
        body = "".join(
            f"Điều {n}. Nội dung thứ {n}\n\n1. Nguyên tắc chung.\n\n2. Trách nhiệm.\n\n3. Trường hợp khác.\n\n"
            for n in range(1, self.articles)
        )
        year, month, day = self.force.split("-")
        lines = (f"{self.kind} này có hiệu lực thi hành từ ngày {day} tháng {month} năm {year}.", *self.ends)
        last = f"Điều {self.articles}. Hiệu lực thi hành\n\n" + "".join(f"{i}. {e}\n\n" for i, e in enumerate(lines, 1))
        return head + body + last + f"Nơi nhận:\n- Lưu: VT.\n\n{_SIGNED.get(self.issuer, 'BỘ TRƯỞNG')}\n"


_HEADS = {
    "Bộ trưởng Bộ Tài chính": "BỘ TÀI CHÍNH",
    "Bộ trưởng Bộ Y tế": "BỘ Y TẾ",
    "Thủ tướng Chính phủ": "THỦ TƯỚNG CHÍNH PHỦ",
}
_SIGNED = {"Chính phủ": "TM. CHÍNH PHỦ\nTHỦ TƯỚNG", "Thủ tướng Chính phủ": "THỦ TƯỚNG"}


def _decree(code: int, date: str, title: str, force: str, *ends: str) -> Paper:
    return Paper("Nghị định", f"{code}/{date[:4]}/NĐ-CP", date, "Chính phủ", title, force, ends)


def _circular(code: int, date: str, ministry: str, title: str, force: str, *ends: str) -> Paper:
    short = {"Tài chính": "BTC", "Y tế": "BYT"}[ministry]
    return Paper("Thông tư", f"{code}/{date[:4]}/TT-{short}", date, f"Bộ trưởng Bộ {ministry}", title, force, ends)


STANDING = (
    _decree(901, "2021-04-12", "quy định về quản lý, khai thác bến thủy nội địa và neo đậu tàu thuyền", "2021-06-01"),
    _decree(912, "2022-09-20", "quy định chi tiết về kiểm định phương tiện đo lường trong thương mại", "2022-11-10"),
    _decree(913, "2020-10-05", "về phát triển làng nghề truyền thống và bảo tồn nghề thủ công", "2020-12-01"),
    _circular(914, "2021-11-25", "Tài chính", "hướng dẫn quyết toán kinh phí bảo vệ rừng ven biển", "2022-01-15"),
    _circular(915, "2022-03-18", "Y tế", "quy định tiêu chuẩn phòng khám lưu động vùng hải đảo", "2022-05-05"),
    Paper("Quyết định", "916/QĐ-TTg", "2022-06-14", "Thủ tướng Chính phủ",
          "phê duyệt Chương trình bảo tồn rạn san hô và thảm cỏ biển quốc gia", "2022-06-14"),
)  # fmt: skip
JOINT = Paper(
    "Thông tư liên tịch", "921/2015/TTLT-BTC-BYT", "2015-08-19", "Bộ Tài chính",
    "hướng dẫn cơ chế tài chính của trạm y tế kết hợp quân dân y", "2015-10-05",
)  # fmt: skip
REPLACED = _decree(415, "2016-06-20", "về quản lý hoạt động vận tải hành khách bằng xe bốn bánh", "2016-08-10")
REPEALED = _circular(417, "2018-02-27", "Tài chính", "hướng dẫn mức thu phí sử dụng cầu cảng cá loại nhỏ", "2018-04-15")
SUSPENDED = _decree(419, "2019-05-16", "quy định về dán tem truy xuất đối với gỗ rừng trồng", "2019-07-05")
PARTLY = _decree(418, "2017-08-22", "quy định về đấu giá quyền khai thác tổ yến tự nhiên", "2017-10-10")
AMENDED = _decree(420, "2018-11-09", "quy định về hỗ trợ nuôi trồng rong biển quy mô hộ", "2019-01-01")
COMING = _decree(906, "2023-12-28", "quy định về cấp phép trạm quan trắc sóng và thủy triều", "2035-01-01")
ENDERS = (
    _decree(902, "2022-06-30", "về kinh doanh vận tải hành khách nội đô bằng xe điện", "2022-08-15",
            f"Nghị định này thay thế {REPLACED.cited()}."),
    _circular(903, "2022-08-19", "Tài chính", "quy định phí, lệ phí tại cảng cá", "2022-10-03",
              f"Bãi bỏ {REPEALED.cited()}."),
    _decree(904, "2023-02-10", "quy định về bảo vệ chim yến và nguồn lợi tổ yến", "2023-04-01",
            f"Bãi bỏ Điều 5 {PARTLY.cited()}."),
    _decree(905, "2023-03-30", "về truy xuất nguồn gốc lâm sản", "2023-05-20",
            f"Ngưng hiệu lực thi hành {SUSPENDED.cited()} kể từ ngày 20 tháng 5 năm 2023."),
    replace(
        _decree(907, "2023-06-06", "", "2023-07-20"),
        title="sửa đổi, bổ sung một số điều của " + AMENDED.cited(),
    ),
)  # fmt: skip
EVERY = (*STANDING, REPLACED, REPEALED, SUSPENDED, PARTLY, AMENDED, COMING, JOINT, *ENDERS)


def world() -> list[Source]:
    """The texts of the invented documents."""
    return [Source(f"world/{paper.code.replace('/', '-')}.txt", paper.text()) for paper in EVERY]


@dataclass(frozen=True)
class Fault:
    """A citation with a fault: `basis` is put among the bases, else `words` are a sentence of the body. `mark` are
    words at which (or around which) the finding has to stand."""

    code: str
    words: str
    mark: str
    basis: bool = False


@dataclass
class Drafted:
    """A draft and what was planted in it."""

    name: str
    text: str
    faults: list[Fault] = field(default_factory=list)
    citations: int = 0  # that were put in rightly


Maker = Callable[[random.Random], Fault]


def _sentence(code: str, cited: str, mark: str = "", lead: str = "Việc tổ chức thực hiện theo quy định tại") -> Fault:
    return Fault(code, f"{lead} {cited}.", mark or cited.partition(" ngày ")[0])


def _basis(code: str, cited: str, mark: str = "") -> Fault:
    return Fault(code, f"Căn cứ {cited};", mark or cited.partition(" ngày ")[0], basis=True)


def _other_day(chance: random.Random, date: str) -> str:
    year, month, day = (int(part) for part in date.split("-"))
    return f"{year}-{month:02d}-{(day + chance.randint(2, 9) - 1) % 28 + 1:02d}"


def _wrong_day(chance: random.Random) -> Fault:
    paper = chance.choice(STANDING)
    wrong = replace(paper, date=_other_day(chance, paper.date))
    return _sentence("LD201", wrong.cited(), f"ngày {wrong.day}")


def _wrong_number(chance: random.Random) -> Fault:
    paper = chance.choice(STANDING)
    digits = paper.code.partition("/")[0]
    other = f"{digits[0]}{(int(digits[1]) + 5) % 10}{digits[2]}{paper.code[len(digits) :]}"
    return _sentence("LD204", paper.cited(code=other), other)


def _two_days(chance: random.Random) -> Fault:
    number, code = chance.randint(120, 380), chance.choice(("KH-UBND", "CTr-UBND"))
    kind = "Kế hoạch" if code.startswith("KH") else "Chương trình"
    first, second = (
        f"{kind} số {number}/{code} ngày 03 tháng 4 năm 2024",
        f"{kind} số {number}/{code} ngày 13 tháng 4 năm 2024",
    )
    return Fault(
        "LD301", f"Tiếp tục triển khai {first}. Kết quả của {second} được tổng hợp.", f"{kind} số {number}/{code}"
    )


def _two_spellings(chance: random.Random) -> Fault:
    number = chance.randint(120, 380)
    first, second = f"Quyết định số {number}/QĐ-STC-NS", f"Quyết định số {number}-QĐ/STC-NS"
    return Fault("LD302", f"Theo {first} ngày 06 tháng 5 năm 2024. Các nội dung của {second} giữ nguyên.", str(number))


def _twins(chance: random.Random) -> Fault:
    number = chance.choice((127, 235, 348))
    slip = {127: 172, 235: 253, 348: 384}[number]
    title = "về rà soát, sắp xếp trụ sở làm việc dôi dư sau sắp xếp đơn vị hành chính"
    first, second = (f"Kế hoạch số {n}/KH-UBND ngày 16 tháng 5 năm 2024 {title}" for n in (number, slip))
    return Fault("LD304", f"Thực hiện {first}. Tiến độ bám sát {second}.", f"{slip}/KH-UBND")


def _full_twice(chance: random.Random) -> Fault:
    paper = chance.choice(STANDING)
    return Fault("LD602", f"Thực hiện theo {paper.cited()}. Chế độ báo cáo áp dụng theo {paper.cited()}.", paper.code)


def _incomplete(chance: random.Random) -> Fault:
    paper = chance.choice(STANDING)
    short = f"{paper.kind} số {paper.code} của {paper.issuer} {paper.title}"
    return Fault("LD601", f"Căn cứ {short};", f"{paper.kind} số {paper.code}", basis=True)


def _blanks(chance: random.Random) -> Fault:
    paper = chance.choice(STANDING)
    at = paper.code.index("/")
    torn = chance.choice((f"{paper.code[:at]} {paper.code[at:]}", f"{paper.code[: at + 1]} {paper.code[at + 1 :]}"))
    return _sentence("LD604", paper.cited(code=torn), torn)


def _amended(chance: random.Random) -> Fault:
    return _sentence(
        "LD107", AMENDED.cited(), lead=chance.choice(("Mức hỗ trợ áp dụng theo", "Đối tượng được xác định tại"))
    )


def _old_act(chance: random.Random) -> Fault:
    name, code = chance.choice((("Luật Doanh nghiệp", "68/2014/QH13"), ("Luật Đầu tư", "67/2014/QH13"),
                               ("Luật Chứng khoán", "70/2006/QH11")))  # fmt: skip
    return _basis("LD108", f"{name} số {code}", name)


def _no_authority(chance: random.Random) -> Fault:
    code, who = chance.choice((("615/2021/NĐ-BTC", "Bộ Tài chính"), ("616/2022/TT-UBND", "Ủy ban nhân dân tỉnh"),
                               ("617/2020/QĐ-SCT", "Sở Công Thương"), ("618/2021/NĐ-BYT", "Bộ Y tế")))  # fmt: skip
    kind = {"NĐ": "Nghị định", "TT": "Thông tư", "QĐ": "Quyết định"}[code.split("/")[2].split("-")[0]]
    return _sentence("LD306", f"{kind} số {code} của {who} về phòng, chống rét cho gia súc", code)


MAKERS: dict[str, Maker] = {
    "LD101": lambda c: _basis("LD101", c.choice((REPLACED, REPEALED)).cited()),
    "LD102": lambda c: _sentence("LD102", c.choice((REPLACED, REPEALED)).cited()),
    "LD103": lambda c: _sentence("LD103", PARTLY.cited()),
    "LD104": lambda c: _sentence("LD104", f"khoản {c.randint(1, 3)} Điều 5 {PARTLY.cited()}", f"số {PARTLY.code}"),
    "LD105": lambda c: _sentence("LD105", SUSPENDED.cited()),
    "LD106": lambda c: _basis("LD106", COMING.cited()),
    "LD107": _amended,
    "LD108": _old_act,
    "LD201": _wrong_day,
    "LD202": lambda c: _sentence("LD202", JOINT.cited(issuer=c.choice(("Bộ Công an", "Bộ Xây dựng")))),
    "LD203": lambda c: _sentence(
        "LD203", c.choice(STANDING).cited(title="về thi đua, khen thưởng trong lực lượng dân quân thường trực")
    ),
    "LD204": _wrong_number,
    "LD205": lambda c: _sentence("LD205", "Luật Nhà ở số 31/2024/QH15", "Luật Nhà ở"),
    "LD206": lambda c: _sentence(
        "LD206", f"Luật số {c.choice(('26/2012/QH12', '45/2019/QH13', '61/2020/QH13'))}", "Luật số"
    ),
    "LD301": _two_days,
    "LD302": _two_spellings,
    "LD303": lambda c: _sentence(
        "LD303", f"{c.choice(('Chỉ thị', 'Kết luận'))} số {c.randint(40, 90)}-NQ/TW", "-NQ/TW"
    ),
    "LD304": _twins,
    "LD305": lambda c: (
        _sentence(
            "LD305",
            f"Nghị quyết số {c.randint(30, 90)}-NQ/TW ngày 19 tháng 10 năm 2023 của Tỉnh ủy Quảng Ngãi",
            "-NQ/TW",
        )
        if c.random() < 0.5
        else _sentence(
            "LD305", f"Thông tư số {c.randint(30, 90)}/2023/TT-BGTVT ngày 19 tháng 10 năm 2023 của Bộ Y tế", "TT-BGTVT"
        )
    ),
    "LD306": _no_authority,
    "LD307": lambda c: _sentence(
        "LD307", f"Nghị định số {c.randint(300, 399)}/2019/NĐ-CP ngày 14 tháng 5 năm 2021 của Chính phủ", "/2019/NĐ-CP"
    ),
    "LD308": lambda c: _sentence(
        "LD308", "Quyết định số 777/QĐ-TTg ngày 15 tháng 7 năm 2031 của Thủ tướng Chính phủ", "777/QĐ-TTg"
    ),
    "LD401": lambda c: _sentence("LD401", f"Điều {c.randint(20, 60)} {c.choice(STANDING[:5]).cited()}", " số 9"),
    "LD402": lambda c: _sentence(
        "LD402", f"khoản {c.randint(6, 9)} Điều {c.randint(2, 7)} {c.choice(STANDING[:5]).cited()}", " số 9"
    ),
    "LD501": lambda c: _basis(
        "LD501",
        f"Quyết định số {c.randint(20, 60)}/2023/QĐ-UBND ngày 14 tháng 9 năm 2023"
        " của Ủy ban nhân dân huyện Bình Sơn về quản lý chợ",
    ),
    "LD601": _incomplete,
    "LD602": _full_twice,
    "LD603": lambda c: Fault(
        "LD603",
        f"Căn cứ {c.choice(STANDING[3:5]).cited()};\nCăn cứ Luật Phòng, chống thiên tai số 33/2013/QH13;",
        "Luật Phòng, chống thiên tai",
        basis=True,
    ),
    "LD604": _blanks,
    "LD605": lambda c: _sentence(
        "LD605", (p := c.choice(STANDING)).cited().replace(" số ", " số: ", 1), f"số: {p.code}"
    ),
    "LD606": lambda c: _sentence("LD606", STANDING[5].cited().replace("Quyết định số", "Quyết số", 1), "Quyết số"),
    "LD607": lambda c: _sentence("LD607", (q := c.choice(STANDING).cited())[0].lower() + q[1:], q[0].lower() + q[1:12]),
    "LD608": lambda c: _basis(
        "LD608", "Luật Phòng, chống thiên tai ngày 19 tháng 6 năm 2013", "Luật Phòng, chống thiên tai"
    ),
}
# what a rule of form or of rank asks of which papers only
NORMATIVE_ONLY = frozenset({"LD501", "LD608"})
STATE_ONLY = frozenset({"LD601", "LD602"})
WITH_BASES = frozenset({"LD101", "LD108", "LD601", "LD603"})


@dataclass(frozen=True)
class Frame:
    """A kind of paper; `kind` as `graph.checking` names it; bases are put in at {bases}, sentences at {body}."""

    name: str
    kind: str
    text: str

    def takes(self, code: str) -> bool:
        """Whether the rule is one of this kind of paper."""
        if code in NORMATIVE_ONLY:
            return self.kind == "normative"
        if code == "LD106":
            return "{bases}" in self.text and "có hiệu lực" in self.text
        if code == "LD107":
            return self.kind != "party"
        if code in STATE_ONLY:
            return self.kind == "state" and (code != "LD601" or "{bases}" in self.text)
        return "{bases}" in self.text if code in WITH_BASES else True


def _head(body: str, number: str, place: str, day: str, kind: str, title: str) -> str:
    return (
        f"{body}\n\nSố: {number}\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        f"{place}, ngày {day}\n\n{kind}\n{title}\n\n"
    )


_UBND = "ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI"
_END = "\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n"
_DECIDES = (
    "{bases}\nTheo đề nghị của Giám đốc Sở Tài chính.\n\nQUYẾT ĐỊNH:\n\n"
    "Điều 1. Ban hành kèm theo Quyết định này Quy định về "
)
_REST = "Điều 2. Tổ chức thực hiện\n\n{body}\n\nĐiều 3. Quyết định này có hiệu lực kể từ ngày 20 tháng 9 năm 2025.\n"
FRAMES = (
    Frame(
        "quyet-dinh-quy-pham",
        "normative",
        _head(
            _UBND,
            "58/2025/QĐ-UBND",
            "Quảng Ngãi",
            "08 tháng 9 năm 2025",
            "QUYẾT ĐỊNH",
            "Ban hành Quy định về quản lý bãi tắm công cộng",
        )
        + _DECIDES
        + "quản lý bãi tắm.\n\n"
        + _REST
        + _END,
    ),
    Frame(
        "quyet-dinh",
        "state",
        _head(
            _UBND,
            "1458/QĐ-UBND",
            "Quảng Ngãi",
            "08 tháng 9 năm 2025",
            "QUYẾT ĐỊNH",
            "Về việc giao chỉ tiêu trồng cây phân tán",
        )
        + _DECIDES
        + "chỉ tiêu.\n\n"
        + _REST.replace("ngày 20", "ngày 08")
        + _END,
    ),
    Frame(
        "thong-tu",
        "normative",
        _head(
            "BỘ TÀI CHÍNH",
            "92/2025/TT-BTC",
            "Hà Nội",
            "08 tháng 9 năm 2025",
            "THÔNG TƯ",
            "Quy định mức thu phí tham quan hang động",
        )
        + "{bases}\nBộ trưởng Bộ Tài chính ban hành Thông tư quy định mức thu phí.\n\n"
        "Điều 1. Phạm vi điều chỉnh\n\nThông tư này quy định mức thu phí.\n\nĐiều 2. Quản lý phí\n\n{body}\n\n"
        "Điều 3. Hiệu lực thi hành\n\nThông tư này có hiệu lực thi hành từ ngày 25 tháng 10 năm 2025.\n\nBỘ TRƯỞNG\n",
    ),
    Frame(
        "nghi-quyet",
        "normative",
        _head(
            "HỘI ĐỒNG NHÂN DÂN\nTỈNH QUẢNG NGÃI",
            "21/2025/NQ-HĐND",
            "Quảng Ngãi",
            "08 tháng 9 năm 2025",
            "NGHỊ QUYẾT",
            "Quy định chính sách hỗ trợ ngư dân bám biển",
        )
        + "HỘI ĐỒNG NHÂN DÂN TỈNH QUẢNG NGÃI\n\n{bases}\n\nQUYẾT NGHỊ:\n\n"
        "Điều 1. Quy định chính sách hỗ trợ.\n\nĐiều 2. Tổ chức thực hiện\n\n{body}\n\n"
        "Điều 3. Nghị quyết này có hiệu lực từ ngày 20 tháng 9 năm 2025.\n\nCHỦ TỊCH\n",
    ),
    Frame(
        "ke-hoach",
        "state",
        _head(
            _UBND,
            "164/KH-UBND",
            "Quảng Ngãi",
            "08 tháng 9 năm 2025",
            "KẾ HOẠCH",
            "Bảo vệ nguồn lợi thủy sản ven bờ năm 2025",
        )
        + "{bases}\nỦy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n\n"
        "I. MỤC ĐÍCH, YÊU CẦU\n\n1. Nâng cao ý thức của ngư dân.\n\nII. NỘI DUNG\n\n{body}\n" + _END,
    ),
    Frame(
        "bao-cao",
        "state",
        _head(
            "UBND TỈNH QUẢNG NGÃI\nSỞ CÔNG THƯƠNG",
            "73/BC-SCT",
            "Quảng Ngãi",
            "08 tháng 9 năm 2025",
            "BÁO CÁO",
            "Kết quả phát triển chợ nông thôn",
        )
        + "I. TÌNH HÌNH CHUNG\n\nSở Công Thương báo cáo như sau:\n\nII. KẾT QUẢ\n\n{body}\n\nGIÁM ĐỐC\n",
    ),
    Frame(
        "cong-van",
        "state",
        "ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI\n\nSố: 2417/UBND-KT\nV/v kiểm tra bến bãi\n\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\n\nQuảng Ngãi, ngày 08 tháng 9 năm 2025\n\nKính gửi: Sở Xây dựng.\n\n{body}\n"
        + _END,
    ),
    Frame(
        "chi-thi",
        "state",
        _head(
            _UBND, "12/CT-UBND", "Quảng Ngãi", "08 tháng 9 năm 2025", "CHỈ THỊ", "Về tăng cường phòng cháy rừng mùa khô"
        )
        + "Thời gian qua, công tác phòng cháy có chuyển biến.\n\n1. Sở Nông nghiệp và Môi trường:\n\n{body}\n"
        + _END,
    ),
    Frame(
        "chuong-trinh",
        "party",
        "TỈNH ỦY QUẢNG NGÃI\n*\nSố 45-CTr/TU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nQuảng Ngãi, ngày 08 tháng 9 năm 2025\n\n"
        "CHƯƠNG TRÌNH HÀNH ĐỘNG\nPhát triển kinh tế biển đảo\n\nI- MỤC TIÊU\n\n1. Phấn đấu tăng trưởng bền vững.\n\n"
        "II- NHIỆM VỤ\n\n{body}\n\nT/M BAN THƯỜNG VỤ\n",
    ),
    Frame(
        "thong-bao",
        "state",
        _head(
            _UBND,
            "307/TB-UBND",
            "Quảng Ngãi",
            "08 tháng 9 năm 2025",
            "THÔNG BÁO",
            "Kết luận của Chủ tịch Ủy ban nhân dân tỉnh về nạo vét luồng",
        )
        + "Sau khi nghe báo cáo, Chủ tịch kết luận:\n\n{body}\n"
        + _END,
    ),
)


def _right(chance: random.Random, used: set[str], count: int) -> list[Paper]:
    free = [paper for paper in STANDING if paper.code not in used]
    return chance.sample(free, min(count, len(free)))


def drafts(count: int = 40, seed: int = 20251128) -> Iterator[tuple[Drafted, Drafted]]:
    """`count` pairs: a draft with faults, and a clean one of the same kind."""
    chance = random.Random(seed)
    wanted = sorted(MAKERS)
    turn = dict.fromkeys(wanted, 0)
    for number in range(count):
        frame = FRAMES[number % len(FRAMES)]
        takes = sorted((c for c in wanted if frame.takes(c)), key=lambda c: (turn[c], chance.random()))
        faults: list[Fault] = []
        for code in takes:
            fault = MAKERS[code](chance)
            if len(faults) < 4 and not any(_same(fault, other) for other in faults):
                faults.append(fault)
                turn[code] += 1
        yield _filled(frame, number, faults, chance), _filled(frame, number, [], chance)


def _codes_in(words: str) -> set[str]:
    return set(re.findall(r"\d{2,4}(?= ?[/-])", words)) | set(re.findall(r"Luật [A-ZĐ]\w+", words))


def _same(one: Fault, other: Fault) -> bool:
    """Whether two faults speak of one document, so that one would hide or change the other."""
    return bool(_codes_in(one.words) & _codes_in(other.words)) or {one.code, other.code} in (
        {"LD603", "LD608"}, {"LD603", "LD101"}, {"LD603", "LD601"}, {"LD603", "LD106"}, {"LD603", "LD107"},
        {"LD603", "LD108"}, {"LD603", "LD501"},
    )  # fmt: skip


def _filled(frame: Frame, number: int, faults: list[Fault], chance: random.Random) -> Drafted:
    used = {code for fault in faults for code in (p.code for p in STANDING) if code.partition("/")[0] in fault.words}
    right = _right(chance, used, 3)
    law = "Luật Tổ chức chính quyền địa phương số 72/2025/QH15"
    if frame.kind != "normative":
        law = "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"
    bases = sorted(right[:2], key=lambda p: ("Nghị định", "Thông tư", "Quyết định").index(p.kind))
    lines = [f"Căn cứ {law};", *(f"Căn cứ {p.cited()};" for p in bases)]
    last = [f.words for f in faults if f.code == "LD603"]
    lines += [f.words for f in faults if f.basis and f.code != "LD603"]
    kinds = ("Luật", "Nghị định", "Thông tư", "Quyết định")
    lines.sort(key=lambda line: next(i for i, kind in enumerate(kinds) if line.startswith(f"Căn cứ {kind}")))
    lines += last
    said = [f.words for f in faults if not f.basis]
    said += [f"Các đơn vị thực hiện đúng quy định tại khoản 2 Điều 3 {right[-1].cited()}."] if right else []
    said += (
        [f"Việc báo cáo theo {right[0].kind} số {right[0].code} được duy trì."]
        if right and "{bases}" in frame.text
        else []
    )
    chance.shuffle(said)
    text = frame.text.replace("{bases}", "\n".join(lines)).replace("{body}", "\n\n".join(said))
    name = f"{'faulty' if faults else 'clean'}-{number:02d}-{frame.name}"
    return Drafted(name, text, faults, 2 + len(right))


def into(
    text: str, faults: list[Fault], chance: random.Random, speaks: Callable[[int], bool] = lambda at: True
) -> str | None:
    """A real paper with these citations put in: bases before its first basis, sentences behind paragraphs of its body.
    `speaks` says at which offsets the paper itself speaks. None where it has no place for them."""
    bases = [f.words for f in faults if f.basis]
    first = re.search(r"(?m)^[ \t*_]*Căn\s+cứ ", text)
    articles = [m.start() for m in re.finditer(r"(?<=[.;])\**\n(?=\s*\n?[^\n|]{60,})", text)]
    end = text.find("Nơi nhận")
    body = [
        at for at in articles if (first is None or at > first.start() + 800) and (end < 0 or at < end) and speaks(at)
    ]
    if (bases and first is None) or not body:
        return None
    for fault in faults:
        if not fault.basis:
            at = chance.choice(body)
            text = f"{text[:at]}\n\n{fault.words}\n\n{text[at:]}"
            body = [b if b <= at else b + len(fault.words) + 4 for b in body]
    if bases and first is not None:
        text = text[: first.start()] + "\n".join(bases) + "\n" + text[first.start() :]
    return text
