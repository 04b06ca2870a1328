"""Further ways to say when a document takes effect and till when: at once, labels, working days, an end of its own."""

from __future__ import annotations

import pytest
from test_effects import OTHER, own, spoken, told

from graph import extract

SIGNED = {own("in-force", "2031-03-10")}
NAMED = {own("in-force", "2031-05-03")}
SPAN = NAMED | {own("until", "2031-12-31")}
ROWS = [
    # at once, at the signing
    *(
        (f"Thông tư này có hiệu lực {words}", SIGNED)
        for words in (
            "ngay", "ngay sau khi ký", "ngay sau khi ký ban hành", "sau khi ký", "ngay khi được ký", "kể từ khi ký",
            "từ lúc ký", "kể từ giờ ký ban hành", "từ thời điểm ký", "ngay từ ngày ký", f"ngay, thay thế {OTHER}",
        )
    ),
    ("Thông tư này có hiệu lực sau khi được Bộ Y tế phê duyệt", set()),
    ("Thông tư này có hiệu lực khi các bên ký kết", set()),
    # "giá trị"
    ("Thông tư này có giá trị kể từ ngày ký", SIGNED),
    ("Thông tư này có giá trị thi hành kể từ ngày ký", SIGNED),
    ("Thông tư này có giá trị thực hiện kể từ ngày 03/5/2031", NAMED),
    ("Thông tư này có giá trị từ ngày 03/5/2031 đến hết ngày 31/12/2031", SPAN),
    # working days: which day it is, a calendar of holidays says
    ("Thông tư này có hiệu lực sau 07 ngày làm việc kể từ ngày ký", {own("in-force", None)}),
    ("Thông tư này có hiệu lực sau 10 ngày làm việc, kể từ ngày ban hành", {own("in-force", None)}),
    # labels
    *(
        (f"Điều 2. {words}", NAMED)
        for words in (
            "Thời điểm có hiệu lực: 03/5/2031", "Hiệu lực thi hành\nThời điểm có hiệu lực: 03/5/2031",
            "Thời điểm có hiệu lực thi hành: ngày 03 tháng 5 năm 2031", "Hiệu lực: 03/5/2031",
            "Thời gian có hiệu lực: từ ngày 03/5/2031",
            "Thời điểm có hiệu lực thi hành của Thông tư này là ngày 03/5/2031",
        )
    ),
    ("Điều 2. Thời hạn hiệu lực của Thông tư này: từ ngày 03/5/2031 đến hết ngày 31/12/2031", SPAN),
    ("Điều 2. Thời hạn có hiệu lực của Thông tư này là từ ngày 03/5/2031 đến ngày 31/12/2031", SPAN),
    ("Điều 2. Thời hạn hiệu lực của giấy phép này: từ ngày 03/5/2031", set()),
    ("Điều 2. Thời gian áp dụng: từ ngày 03/5/2031", set()),
    # an end of its own
    ("Thông tư này có hiệu lực từ ngày 03/5/2031 và hết hiệu lực sau ngày 31 tháng 12 năm 2031",
     NAMED | {own("ended", "2032-01-01")}),
    ("Thông tư này hết hiệu lực kể từ ngày 31/12/2031", {own("ended", "2031-12-31")}),
    ("Thông tư này tự động hết hiệu lực từ ngày 01/01/2032", {own("ended", "2032-01-01")}),
    ("Thông tư này hết hiệu lực khi có văn bản thay thế", set()),
    # what stays
    (f"{OTHER} hết hiệu lực kể từ ngày Thông tư này có hiệu lực, trừ quy định tại Điều 4, Điều 5 tiếp tục có hiệu lực"
     " đến hết ngày 31/12/2031", {("5", "ended", None, "toàn bộ, trừ Điều 4, Điều 5")}),
    (f"Bãi bỏ {OTHER}, trừ Điều 3 và khoản 2 Điều 4", {("5", "ended", None, "toàn bộ, trừ Điều 3 và khoản 2 Điều 4")}),
    (f"{OTHER} hết hiệu lực kể từ ngày 01/4/2031, trừ Điều 4", {("5", "ended", "2031-04-01", "toàn bộ, trừ Điều 4")}),
    (f"Thông tư này thay thế {OTHER}, trừ các quy định tại Điều 4 tiếp tục được áp dụng đến hết ngày 31/12/2031",
     {("5", "ended", None, "toàn bộ, trừ Điều 4")}),
    (f"{OTHER} hết hiệu lực kể từ ngày 01/4/2031, trừ trường hợp quy định tại khoản 2 Điều này",
     {("5", "ended", "2031-04-01", "")}),
    (f"{OTHER} hết hiệu lực kể từ ngày 01/4/2031, trừ Điều 4 Thông tư số 9/2022/TT-BXD",
     {("5", "ended", "2031-04-01", "")}),
    (f"Thông tư này bãi bỏ:\na) {OTHER}, trừ Điều 5;\nb) Thông tư số 6/2021/TT-BXD, Thông tư số 8/2021/TT-BXD"
     " (trừ Điều 7)",
     {("5", "ended", None, "toàn bộ, trừ Điều 5"), ("8", "ended", None, "toàn bộ, trừ Điều 7")}),
    # a reference that is exchanged, an amender in parentheses
    (f"Thay thế {OTHER} tại Điều 5, Điều 6 của Thông tư số 9/2022/TT-BXD bằng Thông tư này", set()),
    (f"Điều 2. Sửa đổi, bổ sung một số điều của {OTHER} như sau:\n1. Bãi bỏ khoản 2 Điều 3"
     " (được bổ sung tại khoản 1 Điều 1 Thông tư số 9/2022/TT-BXD)", {("5", "ended", None, "khoản 2, điều 3")}),
    (f"Điều 4, Điều 5 {OTHER} tiếp tục có hiệu lực đến hết ngày 31/12/2031",
     {("5", "until", "2031-12-31", "điều 4; điều 5")}),
    (f"Các quy định tại {OTHER} tiếp tục có hiệu lực đến hết ngày 31/12/2031", {("5", "until", "2031-12-31", "")}),
    (f"{OTHER} hết hiệu lực kể từ sau ngày 31/12/2031", {("5", "ended", "2032-01-01", "")}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "wanted"), ROWS)
def test_days_of_effect(sentence: str, wanted: set[tuple[str, str, str | None, str]]) -> None:
    assert told(spoken(sentence)) == wanted


PAGE = "\n\nCÔNG BÁO/Số 288/Ngày 29-5-2031\n42\n\n\n"


def test_a_note_at_a_pages_end_is_not_the_subject_below() -> None:
    """A footnote that a page cuts off leads on to the body of the next page."""
    note = f"- Điều 16 {OTHER} sửa đổi Thông tư số 4/2020/TT-BXD ngày 01 tháng 4 năm 2020 của Bộ trưởng Bộ Xây dựng quy"
    found = told(spoken(f"Điều 2. Nhà ở\n\n{note}{PAGE}Thông tư này có hiệu lực từ ngày 03/5/2031"))
    assert {row for row in found if row[1] == "in-force"} == NAMED


def test_a_title_without_its_head_states_no_force() -> None:
    """The page's last lines, torn from the note they belong to."""
    law = "một số điều của Luật Nhà ở số 27/2023/QH15, có hiệu lực từ ngày 01/7/2031"
    torn = f"năm 2025 của Chính phủ quy định chi tiết {law}"
    assert told(spoken(f"Thông tư này quy định về nhà ở.\n\n{torn}")) == set()
    whole = f"{OTHER} sửa đổi {law}"
    assert told(spoken(f"Thông tư này quy định về nhà ở.\n\n{whole}")) == {("5", "in-force", "2031-07-01", "")}


def test_a_term_is_told_once() -> None:
    found = spoken(f"{OTHER} tiếp tục có hiệu lực cho đến hết ngày 31/12/2031")
    assert [(e.kind, e.date) for e in found.effects] == [("until", "2031-12-31")]


def test_a_notice_only_tells_what_has_ended() -> None:
    text = (
        "BỘ NÔNG NGHIỆP\nSố: 1234/TB-BNNMT\nHà Nội, ngày 10 tháng 02 năm 2031\n\nTHÔNG BÁO\nVề hiệu lực\n\n"
        "1. Thông tư số 10/2024/TT-BTNMT hết hiệu lực kể từ ngày 01/01/2031 do được thay thế bởi Thông tư số "
        "56/2030/TT-BNNMT.\n2. Nghị định số 102/2024/NĐ-CP được sửa đổi; các khoản 2, 3 Điều 12 hết hiệu lực từ ngày "
        "01/7/2030.\n3. Thông tư số 11/2024/TT-BTNMT hết hiệu lực kể từ ngày 01/02/2031."
    )
    found = extract(text)
    codes = {d.id: d.code for d in found.documents}
    assert [(codes[e.document], e.kind, e.date, codes.get(e.by or "")) for e in found.effects] == [
        ("10/2024/TT-BTNMT", "ended", "2031-01-01", "56/2030/TT-BNNMT"),
        ("11/2024/TT-BTNMT", "ended", "2031-02-01", None),
    ]
