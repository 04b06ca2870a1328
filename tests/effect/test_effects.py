"""Statements of time, one row each: what a sentence in a document of 2031 says (`graph.effect`)."""

from __future__ import annotations

import time

import pytest

from graph.effect import words
from graph.model import Effect, Extraction
from graph.pipeline import extract

HEAD = "BỘ XÂY DỰNG\n\nSố: 7/2031/TT-BXD\n\nHà Nội, ngày 10 tháng 3 năm 2031\n\nTHÔNG TƯ\n\nQuy định về nhà ở\n\n"
PREAMBLE = "Căn cứ Luật Nhà ở số 27/2023/QH15;\n\nĐiều 1. Phạm vi\n\nThông tư này quy định về nhà ở.\n\n"
CLOSE = "\n\nBỘ TRƯỞNG\n\nNguyễn Văn A\n"
OLD = "Thông tư số 4/2020/TT-BXD ngày 01 tháng 4 năm 2020 của Bộ trưởng Bộ Xây dựng về nhà ở"
OTHER = "Thông tư số 5/2021/TT-BXD"


def spoken(sentence: str, head: str = HEAD) -> Extraction:
    return extract(f"{head}{PREAMBLE}{sentence}./.{CLOSE}")


def told(found: Extraction) -> set[tuple[str, str, str | None, str]]:
    """(whose, kind, date, provisions): "" is the text itself, others by the beginning of their number."""
    own = found.source_document
    assert own is not None
    codes = {d.id: (d.code or d.name or "?").split("/")[0] for d in found.documents}
    codes[own.id] = ""
    return {
        (codes[e.document], e.kind, e.date, "; ".join(str(p) or p.text for p in e.provisions)) for e in found.effects
    }


def own(kind: str, date: str | None, provisions: str = "") -> tuple[str, str, str | None, str]:
    return ("", kind, date, provisions)


TABLE: list[tuple[str, set[tuple[str, str, str | None, str]]]] = [
    # stated
    ("Điều 2. Thông tư này có hiệu lực thi hành kể từ ngày 03 tháng 5 năm 2031", {own("in-force", "2031-05-03")}),
    ("Điều 2. Thông tư này có hiệu lực từ ngày 03/5/2031", {own("in-force", "2031-05-03")}),
    ("Điều 2. Thông tư này có hiệu lực ngày 3-5-2031", {own("in-force", "2031-05-03")}),
    ("Điều 2. Thông tư này có hiệu lực kể từ 0 giờ ngày 03/5/2031", {own("in-force", "2031-05-03")}),
    ("Điều 2. Thông tư nàycó hiệu lực thi hành\ntừ ngày 03 tháng\n5 năm 2031", {own("in-force", "2031-05-03")}),
    ("Điều 2. Thông tư này có **hiệu lực** thi hành từ ngày *03 tháng 5 năm 203 1*", {own("in-force", "2031-05-03")}),
    ("Điều 2. Thông tư này có hiệu lực từ ngày 15 tháng 02.năm 2032", {own("in-force", "2032-02-15")}),
    ("Điều 2. Thông tư này có hiệu lực từ ngày 01 tháng 01 năm 203271", {own("in-force", "2032-01-01")}),
    ("Thông tư này, các phụ lục 1, 2A kèm theo có hiệu lực từ ngày 03/5/2031", {own("in-force", "2031-05-03")}),
    ("Thông tư này có hiệu lực trên phạm vi cả nước kể từ ngày 03/5/2031", {own("in-force", "2031-05-03")}),
    ("Thông tư có hiệu lực từ ngày 03/5/2031", {own("in-force", "2031-05-03")}),
    ("Văn bản này có hiệu lực từ ngày 03/5/2031", {own("in-force", "2031-05-03")}),
    (f"Thông tư này thay thế {OLD} và có hiệu lực từ ngày 03/5/2031", {own("in-force", "2031-05-03")}),
    (f"Thông tư này có hiệu lực từ ngày 03/5/2031 và thay thế {OLD}", {own("in-force", "2031-05-03")}),
    ("Điều 2. Hiệu lực thi hành\n\nHiệu lực thi hành: từ ngày 03/5/2031", {own("in-force", "2031-05-03")}),
    ("Thông tư này có hiệu lực từ ngày 31/02/2031", set()),
    # signing, counted, passing
    ("Thông tư này có hiệu lực kể từ ngày ký", {own("in-force", "2031-03-10")}),
    ("Thông tư này có hiệu lực thi hành từ ngày ký ban hành", {own("in-force", "2031-03-10")}),
    ("Thông tư này có hiệu lực kể từ ngày ban hành", {own("in-force", "2031-03-10")}),
    ("Thông tư này có hiệu lực từ ngày được ký, ban hành", {own("in-force", "2031-03-10")}),
    ("Thông tư này có hiệu lực sau 45 ngày kể từ ngày ký", {own("in-force", "2031-04-24")}),
    ("Thông tư này có hiệu lực sau 45 (bốn mươi lăm) ngày, kể từ ngày ký ban hành", {own("in-force", "2031-04-24")}),
    ("Thông tư này có hiệu lực thi hành sau mười lăm ngày kể từ ngày ký", {own("in-force", "2031-03-25")}),
    ("Thông tư này có hiệu lực sau 15 ngày kể từ ngày đăng Công báo", {own("in-force", None)}),
    ("Thông tư này thi hành kể từ ngày ký", {own("in-force", "2031-03-10")}),
    # to a last day
    (
        "Thông tư này có hiệu lực từ ngày 03/5/2031 đến hết ngày 31 tháng 12 năm 2031",
        {own("in-force", "2031-05-03"), own("until", "2031-12-31")},
    ),
    (
        "Thông tư này có hiệu lực kể từ ngày ký đến hết năm 2031",
        {own("in-force", "2031-03-10"), own("until", "2031-12-31")},
    ),
    (
        "Thông tư này có hiệu lực từ ngày ký và được thực hiện đến hết ngày 31/7/2032",
        {own("in-force", "2031-03-10"), own("until", "2032-07-31")},
    ),
    (
        "Thông tư này có hiệu lực từ ngày ký đến trước ngày 01/8/2032",
        {own("in-force", "2031-03-10"), own("until", "2032-07-31")},
    ),
    ("Thông tư này có hiệu lực đến hết ngày 31/7/2032", {own("until", "2032-07-31")}),
    ("Thông tư này được áp dụng đến hết ngày 31/7/2032", {own("until", "2032-07-31")}),
    ("3. Thông tư này hết hiệu lực kể từ ngày 01 tháng 8 năm 2032", {own("ended", "2032-08-01")}),
    # provisions apart
    (
        "1. Thông tư này có hiệu lực từ ngày 01/7/2031, trừ quy định tại khoản 2 Điều này.\n\n"
        "2. Quy định tại điểm b khoản 1 Điều 4 Thông tư này có hiệu lực từ ngày 01/01/2032",
        {own("in-force", "2031-07-01"), own("in-force", "2032-01-01", "điểm b, khoản 1, điều 4")},
    ),
    (
        "1. Khoản 2 Điều 9 có hiệu lực từ ngày 01/01/2032.\n\n2. Thông tư này có hiệu lực từ ngày 01/7/2031",
        {own("in-force", "2031-07-01"), own("in-force", "2032-01-01", "khoản 2, điều 9")},
    ),
    (
        "1. Thông tư này có hiệu lực từ ngày ký.\n\n2. Phụ lục IV ban hành kèm theo Thông tư này có hiệu lực từ"
        " ngày 01/01/2032",
        {own("in-force", "2031-03-10"), own("in-force", "2032-01-01", "Phụ lục IV")},
    ),
    (
        "1. Thông tư này có hiệu lực từ ngày ký. Quy định về phí tại Thông tư này có hiệu lực từ ngày 01/01/2032",
        {own("in-force", "2031-03-10"), own("in-force", "2032-01-01", "Quy định về phí")},
    ),
    (
        "1. Thông tư này có hiệu lực từ ngày ký.\n\n2. Quy định tại khoản 2\nĐiều 9 Thông tư này có hiệu lực từ ngày"
        " 01/01/2032",
        {own("in-force", "2031-03-10"), own("in-force", "2032-01-01", "khoản 2, điều 9")},
    ),
    # application is no effect
    (
        "1. Thông tư này có hiệu lực từ ngày 01/7/2031. Các chế độ quy định tại Thông tư này được áp dụng từ ngày"
        " 01/5/2031",
        {own("in-force", "2031-07-01"), own("applies", "2031-05-01")},
    ),
    # by another document
    ("Thông tư này có hiệu lực theo Luật Nhà ở số 27/2023/QH15", {own("in-force", None)}),
    ("Thông tư này có hiệu lực cùng thời điểm với Luật Nhà ở số 27/2023/QH15", {own("in-force", None)}),
    ("Thông tư này có hiệu lực từ ngày Luật Nhà ở số 27/2023/QH15 có hiệu lực", {own("in-force", None)}),
    # of others
    (f"{OLD} hết hiệu lực từ ngày 01/7/2031", {("4", "ended", "2031-07-01", "")}),
    (f"{OLD} và {OTHER} chấm dứt hiệu lực kể từ ngày 01 tháng 7 năm 2031",
     {("4", "ended", "2031-07-01", ""), ("5", "ended", "2031-07-01", "")}),
    (f"Kể từ ngày 01/7/2031, {OLD} hết hiệu lực thi hành", {("4", "ended", "2031-07-01", "")}),
    (f"Các Thông tư sau đây hết hiệu lực kể từ ngày 01/7/2031:\n\na) {OLD};\n\nb) {OTHER} sửa đổi {OLD}.\n\n3. Xong",
     {("4", "ended", "2031-07-01", ""), ("5", "ended", "2031-07-01", "")}),
    (f"Bãi bỏ {OLD} kể từ ngày 01 tháng 7 năm 2031", {("4", "ended", "2031-07-01", "")}),
    (f"Từ ngày 01/7/2031, bãi bỏ {OTHER}", {("5", "ended", "2031-07-01", "")}),
    (f"Quy định tại khoản 3 Điều 5 {OTHER} hết hiệu lực từ ngày 01/7/2031",
     {("5", "ended", "2031-07-01", "khoản 3, điều 5")}),
    (f"Ngưng hiệu lực của {OTHER} từ ngày 01/7/2031", {("5", "suspended", "2031-07-01", "")}),
    (f"{OTHER} ngưng hiệu lực từ ngày 01/7/2031", {("5", "suspended", "2031-07-01", "")}),
    (f"{OTHER} (có hiệu lực từ ngày 01/7/2021)", {("5", "in-force", "2021-07-01", "")}),
    (f"{OTHER} sửa đổi, bổ sung một số điều của {OLD}, có hiệu lực từ ngày 01/7/2021",
     {("5", "in-force", "2021-07-01", "")}),
    (f"{OTHER} có hiệu lực từ ngày ký", {("5", "in-force", None, "")}),
    # words of a plan in a title are none
    (f"{OTHER} về xuất trình sổ hộ khẩu khi thực hiện thủ tục, có hiệu lực từ ngày 01/7/2021",
     {("5", "in-force", "2021-07-01", "")}),
    (f"{OTHER} quy định về quản lý chất lượng công trình có hiệu lực từ ngày 01/7/2021",
     {("5", "in-force", "2021-07-01", "")}),
    (f"{OTHER} về bảo đảm an toàn lao động có hiệu lực từ ngày 01/7/2021", {("5", "in-force", "2021-07-01", "")}),
    (f"{OTHER} dự kiến sẽ chính thức có hiệu lực từ ngày 01/7/2031", set()),
    (f"Hoàn thiện Thông tư sửa đổi {OTHER} trình Bộ trưởng ban hành có hiệu lực từ ngày 01/7/2031", set()),
    # "theo" names who ends, not what is ended
    (f"Quy định tại Mục 3 hết hiệu lực kể từ ngày 01/7/2031 theo quy định tại khoản 2 Điều 9 {OTHER}", set()),
    ("1. Thông tư này có hiệu lực từ ngày ký.\n\n2. Riêng Điều 9 có hiệu lực từ ngày 01/01/2032",
     {own("in-force", "2031-03-10"), own("in-force", "2032-01-01", "điều 9")}),
    ("Thông tư này có hiệu lực từ ngày ký, riêng quy định tại Điều 9 có hiệu lực từ ngày 01/01/2032",
     {own("in-force", "2031-03-10"), own("in-force", "2032-01-01", "điều 9")}),
    ("Thông tư này có hiệu lực thi hành từ ngày mùng 1 tháng 7 năm 2031", {own("in-force", "2031-07-01")}),
    ("Thông tư này có hiệu lực thi hành từ ngày 01 tháng Bảy năm 2031", {own("in-force", "2031-07-01")}),
    (f"Kéo dài thời gian áp dụng {OTHER} đến hết ngày 31 tháng 12 năm 2031", {("5", "until", "2031-12-31", "")}),
    (f"Gia hạn thời gian thực hiện {OLD} đến hết năm 2031", {("4", "until", "2031-12-31", "")}),
    (f"Trường hợp kéo dài thời gian áp dụng {OTHER} đến hết năm 2031 thì báo cáo", set()),
    # "A và B", with nothing between or with a day
    (f"{OTHER} và Thông tư số 6/2021/TT-BXD hết hiệu lực từ ngày 01/7/2031",
     {("5", "ended", "2031-07-01", ""), ("6", "ended", "2031-07-01", "")}),
    (f"{OTHER}, Thông tư số 6/2021/TT-BXD và Thông tư số 8/2022/TT-BXD hết hiệu lực từ ngày 01/7/2031",
     {("5", "ended", "2031-07-01", ""), ("6", "ended", "2031-07-01", ""), ("8", "ended", "2031-07-01", "")}),
    (f"Bãi bỏ {OTHER} và Thông tư số 6/2021/TT-BXD kể từ ngày 01/7/2031",
     {("5", "ended", "2031-07-01", ""), ("6", "ended", "2031-07-01", "")}),
    (f"{OTHER} ngày 03 tháng 4 năm 2021 và Thông tư số 6/2021/TT-BXD hết hiệu lực từ ngày 01/7/2031",
     {("5", "ended", "2031-07-01", ""), ("6", "ended", "2031-07-01", "")}),
    (f"{OTHER} (về nhà ở) và Thông tư số 6/2021/TT-BXD hết hiệu lực từ ngày 01/7/2031",
     {("5", "ended", "2031-07-01", ""), ("6", "ended", "2031-07-01", "")}),
    (f"Từ ngày 01/7/2031, {OTHER} cùng với Thông tư số 6/2021/TT-BXD hết hiệu lực",
     {("5", "ended", "2031-07-01", ""), ("6", "ended", "2031-07-01", "")}),
    (f"{OTHER} và các Thông tư số 6/2021/TT-BXD, số 8/2022/TT-BXD hết hiệu lực từ ngày 01/7/2031",
     {("5", "ended", "2031-07-01", ""), ("6", "ended", "2031-07-01", ""), ("8", "ended", "2031-07-01", "")}),
    (f"Ngưng hiệu lực của {OTHER} và Thông tư số 6/2021/TT-BXD từ ngày 01/7/2031",
     {("5", "suspended", "2031-07-01", ""), ("6", "suspended", "2031-07-01", "")}),
    (f"{OTHER} sửa đổi Thông tư số 6/2021/TT-BXD và Thông tư số 8/2022/TT-BXD hết hiệu lực từ ngày 01/7/2031",
     {("5", "ended", "2031-07-01", "")}),
    # a list that goes on behind the colon
    (f"Các Thông tư sau đây hết hiệu lực kể từ ngày 01/7/2031: {OTHER}; {OLD}",
     {("5", "ended", "2031-07-01", ""), ("4", "ended", "2031-07-01", "")}),
    (f"Từ ngày 01/7/2031, các văn bản sau hết hiệu lực: {OTHER}, Thông tư số 6/2021/TT-BXD",
     {("5", "ended", "2031-07-01", ""), ("6", "ended", "2031-07-01", "")}),
    (f"Kể từ ngày 01/7/2031 bãi bỏ các văn bản: {OTHER} và Thông tư số 6/2021/TT-BXD",
     {("5", "ended", "2031-07-01", ""), ("6", "ended", "2031-07-01", "")}),
    # what is done to them
    (f"{OTHER} bị bãi bỏ kể từ ngày 01/7/2031", {("5", "ended", "2031-07-01", "")}),
    (f"{OTHER} và {OLD} bị bãi bỏ từ ngày 01/7/2031",
     {("5", "ended", "2031-07-01", ""), ("4", "ended", "2031-07-01", "")}),
    (f"{OTHER} được bãi bỏ kể từ ngày 01 tháng 7 năm 2031", {("5", "ended", "2031-07-01", "")}),
    (f"{OTHER} được thay thế bằng Thông tư này kể từ ngày 01/7/2031", {("5", "ended", "2031-07-01", "")}),
    (f"{OTHER} đã bị hủy bỏ từ ngày 01/7/2030", {("5", "ended", "2030-07-01", "")}),
    (f"Kể từ ngày 01/7/2031, {OTHER} bị bãi bỏ", {("5", "ended", "2031-07-01", "")}),
    (f"Khoản 2 Điều 3 {OTHER} bị bãi bỏ từ ngày 01/7/2031", {("5", "ended", "2031-07-01", "khoản 2, điều 3")}),
    (f"{OTHER} đã bị bãi bỏ bởi Thông tư số 6/2021/TT-BXD từ ngày 01/7/2030", {("5", "ended", "2030-07-01", "")}),
    (f"{OTHER} được thay thế bởi Thông tư số 6/2021/TT-BXD", set()),
    (f"Thủ tục quy định tại {OTHER} được nhà đầu tư bãi bỏ từ ngày 01/7/2031", set()),
    # in part
    (f"{OTHER} hết hiệu lực một phần kể từ ngày 01/7/2031", {("5", "ended", "2031-07-01", "một phần")}),
    (f"Các văn bản sau hết hiệu lực một phần từ ngày 01/7/2031: {OTHER}", {("5", "ended", "2031-07-01", "một phần")}),
    (f"{OTHER} hết hiệu lực toàn bộ từ ngày 01/7/2031", {("5", "ended", "2031-07-01", "")}),
    # a day of its own beside that of the document
    (f"Thông tư này có hiệu lực từ ngày 15/4/2031, đồng thời bãi bỏ {OTHER} kể từ ngày 01/7/2031",
     {own("in-force", "2031-04-15"), ("5", "ended", "2031-07-01", "")}),
    (f"Thông tư này có hiệu lực từ ngày ký và thay thế {OTHER} từ ngày 01/7/2031",
     {own("in-force", "2031-03-10"), ("5", "ended", "2031-07-01", "")}),
    (f"Thông tư này bãi bỏ {OTHER} và có hiệu lực từ ngày 01/7/2031", {own("in-force", "2031-07-01")}),
    ("Thông tư này có hiệu lực từ ngày ký; riêng Mục 2 Chương III có hiệu lực từ ngày 01/01/2032",
     {own("in-force", "2031-03-10"), own("in-force", "2032-01-01", "mục 2, chương III")}),
    ("Thông tư này được áp dụng từ ngày 15/4/2031 đến hết ngày 31/12/2031",
     {own("applies", "2031-04-15"), own("until", "2031-12-31")}),
    ("Thông tư này được thực hiện từ ngày 15/4/2031 đến hết ngày 31/12/2031", {own("applies", "2031-04-15")}),
    # parts of others
    (f"Bãi bỏ khoản 2 Điều 3 {OTHER}", {("5", "ended", None, "khoản 2, điều 3")}),
    (f"Thông tư này có hiệu lực từ ngày ký và bãi bỏ Điều 3 {OTHER}",
     {own("in-force", "2031-03-10"), ("5", "ended", None, "điều 3")}),
    (f"Bãi bỏ 06 thủ tục hành chính về nhà ở tại {OTHER}", {("5", "ended", None, "06 thủ tục hành chính về nhà ở")}),
    (f"Bãi bỏ các quy định sau:\n\na) Khoản 3 Điều 3 {OTHER};\n\nb) Điều 24 và một số nội dung quy định tại {OLD}.",
     {("5", "ended", None, "khoản 3, điều 3"), ("4", "ended", None, "Điều 24 và một số nội dung")}),
    (f"Bãi bỏ Điều 2 {OTHER} và Điều 4 {OLD}", {("5", "ended", None, "điều 2"), ("4", "ended", None, "điều 4")}),
    (f"Kể từ ngày Thông tư này có hiệu lực, bãi bỏ Điều 2 {OTHER}", {("5", "ended", None, "điều 2")}),
    (f"Bãi bỏ {OTHER}", set()),  # the whole: a relation says it
    (f"Bãi bỏ cụm từ “nhà” tại Điều 5 {OTHER}", set()),
    (f"Bãi bỏ Điều 7.\n\n“Điều 7. Theo khoản 2 Điều 3 {OTHER}”", set()),
    (f"Rà soát, đề nghị bãi bỏ Điều 5 {OTHER}", set()),
    (f"Điều 5 {OTHER} đã được bãi bỏ", set()),
    # provisions apart within the sentence, without "này"
    ("Thông tư này có hiệu lực từ ngày 01/7/2031, trừ khoản 2 Điều 5 có hiệu lực từ ngày 01/01/2032",
     {own("in-force", "2031-07-01"), own("in-force", "2032-01-01", "khoản 2, điều 5")}),
    ("Thông tư này có hiệu lực từ ngày 01/7/2031, trừ các quy định tại khoản 2, 3 Điều 5 có hiệu lực từ 01/01/2032",
     {own("in-force", "2031-07-01"), own("in-force", "2032-01-01", "khoản 2, điều 5; khoản 3, điều 5")}),
    ("Thông tư này có hiệu lực kể từ ngày ký, riêng Chương II có hiệu lực từ ngày 01/01/2032",
     {own("in-force", "2031-03-10"), own("in-force", "2032-01-01", "chương II")}),
    ("Thông tư này có hiệu lực kể từ ngày ký; các quy định tại Điều 3, Điều 4 có hiệu lực kể từ ngày 01/01/2032",
     {own("in-force", "2031-03-10"), own("in-force", "2032-01-01", "điều 3; điều 4")}),
    ("Thông tư này có hiệu lực kể từ ngày ký.\n\n2. Các nội dung tại Phụ lục I có hiệu lực kể từ ngày 01/01/2032",
     {own("in-force", "2031-03-10"), own("in-force", "2032-01-01", "phụ lục I")}),
    ("Thông tư này có hiệu lực kể từ ngày ký, trong đó Điều 9 có hiệu lực sau 30 ngày kể từ ngày ký",
     {own("in-force", "2031-03-10"), own("in-force", "2031-04-09", "điều 9")}),
    ("Thông tư này có hiệu lực từ ngày 01/7/2031 trừ trường hợp quy định tại khoản 2 Điều 5",
     {own("in-force", "2031-07-01")}),
    # how long
    ("Thông tư này có hiệu lực trong thời hạn 02 năm, kể từ ngày 01/7/2031",
     {own("in-force", "2031-07-01"), own("until", "2033-06-30")}),
    ("Thông tư này có hiệu lực thi hành 05 (năm) năm kể từ ngày ký",
     {own("in-force", "2031-03-10"), own("until", "2036-03-09")}),
    ("Thông tư này có hiệu lực trong vòng 6 tháng tính từ ngày ký ban hành",
     {own("in-force", "2031-03-10"), own("until", "2031-09-09")}),
    ("Thông tư này có hiệu lực trong thời gian ba năm kể từ ngày 29/02/2032",
     {own("in-force", "2032-02-29"), own("until", "2035-02-27")}),
    ("Thông tư này có hiệu lực trong thời hạn 30 ngày kể từ ngày ký",
     {own("in-force", "2031-03-10"), own("until", "2031-04-08")}),
    ("Thông tư này có hiệu lực từ ngày 01/8/2031 và được thực hiện trong 05 năm",
     {own("in-force", "2031-08-01"), own("until", "2036-07-31")}),
    ("Thông tư này có hiệu lực từ ngày 01/8/2031, thực hiện thí điểm trong thời gian 03 (ba) năm",
     {own("in-force", "2031-08-01"), own("until", "2034-07-31")}),
    ("Thông tư này có hiệu lực từ ngày ký, với thời hạn 02 năm",
     {own("in-force", "2031-03-10"), own("until", "2033-03-09")}),
    ("Thông tư này có hiệu lực 15 ngày kể từ ngày ký", {own("in-force", "2031-03-25")}),
    ("Thông tư này có hiệu lực từ ngày ký và được nộp trong thời hạn 05 ngày kể từ ngày nhận",
     {own("in-force", "2031-03-10")}),
    # a heading without an empty line; capitals; days in words; "có giá trị"
    ("\n\n**Điều 7. Điều khoản thi hành**\nThông tư có hiệu lực từ ngày 03/5/2031", {own("in-force", "2031-05-03")}),
    ("THÔNG TƯ NÀY CÓ HIỆU LỰC THI HÀNH KỂ TỪ NGÀY 03 THÁNG 5 NĂM 2031", {own("in-force", "2031-05-03")}),
    ("Thông tư này CÓ HIỆU LỰC TỪ NGÀY KÝ", {own("in-force", "2031-03-10")}),
    ("Thông tư này có hiệu lực từ ngày mồng một tháng năm năm 2031", {own("in-force", "2031-05-01")}),
    ("Thông tư này có hiệu lực từ ngày hai mươi mốt tháng mười hai năm 2031", {own("in-force", "2031-12-21")}),
    ("Thông tư này có hiệu lực từ ngày ba mươi tháng 6 năm 2031", {own("in-force", "2031-06-30")}),
    ("Thông tư này có giá trị kể từ ngày 03/5/2031", {own("in-force", "2031-05-03")}),
    ("Thông tư này có giá trị thi hành kể từ ngày ký", {own("in-force", "2031-03-10")}),
    ("Thông tư này có giá trị đến hết ngày 31/12/2031", {own("until", "2031-12-31")}),
    ("Giấy phép này có giá trị từ ngày 03/5/2031", set()),
    # parts of the document that the article amends
    (f"Điều 2. Sửa đổi, bổ sung một số điều của {OTHER}\n\n1. Sửa đổi Điều 4 như sau: “Điều 4. Nhà.”.\n\n"
     "2. Bãi bỏ các điều 5 và 6", {("5", "ended", None, "điều 5; điều 6")}),
    (f"Điều 2. Sửa đổi, bổ sung một số điều của Quy định kèm theo {OTHER}\n\n1. Bãi bỏ như sau:\n\n"
     "a) Bãi bỏ cụm từ “nhà” tại khoản 2 Điều 11.\n\nb) Bãi bỏ điểm c khoản 2 và điểm d khoản 3 Điều 14",
     {("5", "ended", None, "điểm c, khoản 2, điều 14; điểm d, khoản 3, điều 14")}),
    (f"**Điều 2. Bãi bỏ một số điều của {OTHER}**\n\n1. Bãi bỏ khoản 1 Điều 3.\n\n2. Bãi bỏ toàn bộ Chương II",
     {("5", "ended", None, part) for part in ("một số điều", "khoản 1, điều 3", "chương II")}),
    (f"Điều 2. Sửa đổi, bổ sung {OTHER}\n\n5. Bãi bỏ quy định tại khoản 3 Điều 8",
     {("5", "ended", None, "khoản 3, điều 8")}),
    (f"Điều 2. Sửa đổi, bổ sung một số điều của {OTHER} và {OLD}\n\n1. Bãi bỏ Điều 5", set()),
    (f"Điều 2. Sửa đổi, bổ sung một số điều của {OTHER}\n\nĐiều 3. Tổ chức thực hiện\n\n1. Bãi bỏ Điều 5", set()),
    (f"Điều 2. Sửa đổi, bổ sung một số điều của {OTHER}\n\n3. Sửa đổi Điều 8:\n\na) Bãi bỏ khoản 2", set()),
    (f"Điều 2. Áp dụng {OTHER}\n\n1. Bãi bỏ Điều 5", set()),
    (f"Điều 2. Sửa đổi, bổ sung một số điều của {OTHER}\n\n1. Sửa đổi khoản 2: “2. Bãi bỏ Điều 5.”", set()),
    (f"Điều 2. Sửa đổi, bổ sung một số điều của {OTHER}\n\n1. Cơ quan được bãi bỏ Điều 5", set()),
    # nothing of this document
    ("Hồ sơ nộp trước ngày Thông tư này có hiệu lực thi hành thì giải quyết từ ngày 01/7/2031", set()),
    ("Từ ngày Thông tư này có hiệu lực thi hành đến hết ngày 31/12/2031, miễn phí", set()),
    ("Kể từ ngày 01/7/2031 đến hết ngày 31/12/2031, các đơn vị rà soát", set()),
    ("Thời gian thực hiện: từ năm 2031 đến năm 2035", set()),
    ("Các văn bản đang có hiệu lực tiếp tục được áp dụng từ ngày 01/7/2031", set()),
    ("Khẩn trương trình Nghị định số 9/2031/NĐ-CP để có hiệu lực từ ngày 01/7/2031", set()),
    ("“Điều 9. Nghị định này có hiệu lực từ ngày 01/7/2031”", set()),
    ("Nghị định này có hiệu lực từ ngày 01/7/2031", set()),
    ("Giấy phép này có hiệu lực từ ngày 01/7/2031", set()),
    ("Nâng cao hiệu lực, hiệu quả quản lý từ ngày 01/7/2031", set()),
    ("Thông tư này có hiệu lực kể từ ngày …… tháng …… năm ……", set()),
    # applied from another day than in force
    ("Thông tư này có hiệu lực từ ngày ký và áp dụng từ năm ngân sách 2032",
     {own("in-force", "2031-03-10"), own("applies", "2032")}),
    ("Thông tư này có hiệu lực từ ngày ký ban hành và được áp dụng từ năm học 2031 - 2032",
     {own("in-force", "2031-03-10"), own("applies", "2031")}),
    ("Thông tư này có hiệu lực từ ngày ký. Điều 5 có hiệu lực trở về trước từ ngày 01/01/2031",
     {own("in-force", "2031-03-10"), own("applies", "2031-01-01", "điều 5")}),
    ("Thông tư này có hiệu lực cùng ngày Luật Nhà ở số 27/2023/QH15 có hiệu lực thi hành", {own("in-force", None)}),
    # a heading says no day of what stands below it
    ("Điều 2. Hiệu lực thi hành\n\nBáo cáo lần đầu gửi trước ngày 15/4/2031, từ ngày 01/7/2031 gửi hằng quý", set()),
    ("Điều 2. Hiệu lực thi hành\nKể từ ngày ký", {own("in-force", "2031-03-10")}),
    # a heading says again what its article does
    ("Điều 2. Thay thế mẫu biểu\n\nThay thế Mẫu số 1, Mẫu số 2 ban hành kèm theo " + OTHER + " bằng Mẫu số 3",
     {("5", "ended", None, "Mẫu số 1, Mẫu số 2")}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "wanted"), TABLE)
def test_statements(sentence: str, wanted: set[tuple[str, str, str | None, str]]) -> None:
    assert told(spoken(sentence)) == wanted


def of_kind(found: Extraction, kind: str) -> Effect:
    return next(e for e in found.effects if e.kind == kind)


def test_another_document_is_pointed_to() -> None:
    found = of_kind(spoken("Thông tư này có hiệu lực theo Luật Nhà ở số 27/2023/QH15"), "in-force")
    assert found.basis == "document"
    assert found.by is not None and "27-2023-qh15" in found.by


def test_counted_days_are_kept() -> None:
    found = of_kind(spoken("Thông tư này có hiệu lực sau 15 ngày kể từ ngày đăng Công báo"), "in-force")
    assert (found.basis, found.days, found.date) == ("publication", 15, None)


def test_the_gazette_dates_its_publication() -> None:
    text = (
        HEAD
        + PREAMBLE
        + "CÔNG BÁO/Số 5 + 6/Ngày 20-3-2031 17\n\nThông tư này có hiệu lực sau 15 ngày kể từ ngày đăng Công báo./."
    )
    found = told(extract(text))
    assert found == {own("published", "2031-03-20"), own("in-force", "2031-04-04")}


def test_forms_in_annexes_say_nothing() -> None:
    form = "\n\nPHỤ LỤC\n\n(Kèm theo Thông tư số 7/2031/TT-BXD)\n\nĐiều 3. Thông tư này có hiệu lực từ ngày 01/9/2031."
    assert told(extract(HEAD + PREAMBLE + "Xong./." + CLOSE + form)) == set()


LAW = (
    "QUỐC HỘI\n\nLuật số: 9/2031/QH17\n\nLUẬT\n\nNHÀ Ở\n\nCăn cứ Hiến pháp;\n\nĐiều 1. Luật này quy định về nhà ở.\n\n"
    "Điều 2. Luật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2032.\n\n"
)
CLOSING = (
    "Luật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XVII, kỳ họp thứ 2 thông qua ngày 21 tháng 6"
    " năm 2031."
)


@pytest.mark.parametrize("between", ["\n\n", " | "])
def test_a_list_of_ended_documents(between: str) -> None:
    heading = ("STT", "Số, ký hiệu", "Ngày ban hành", "Tên gọi", "Lý do", "Ngày hết hiệu lực")
    table = (
        heading,
        ("1", "Nghị quyết 12/2015/NQ-HĐND", "10/12/2015", "Về học phí", "Bị bãi bỏ bởi Nghị quyết số 20/2030/NQ-HĐND",
         "20/7/2030"),
        ("2", "Chỉ thị 03/CT-UBND", "12/01/2018", "Về quản lý", "Hết hiệu lực theo thời gian", "31/12/2020"),
        ("3", "Chỉ thị 04/CT-UBND", "12/01/2018", "Về quản lý", "Không rõ", ""),
    )  # fmt: skip
    rows = "\n\n".join(between.join(row) for row in table)
    head = "UBND TỈNH AN GIANG\n\nSố: 15/BC-UBND\n\nAn Giang, ngày 05 tháng 3 năm 2031\n\nBÁO CÁO\n\nRà soát\n\n"
    found = extract(f"{head}{rows}\n")
    assert told(found) == {("12", "ended", "2030-07-20", ""), ("03", "ended", "2020-12-31", "")}
    by = {e.date: e.by for e in found.effects}
    assert "20-2030-nq-hdnd" in (by["2030-07-20"] or "") and by["2020-12-31"] is None


@pytest.mark.parametrize(("open_", "bar", "close"), [("| ", " | ", " |"), ("", "\n\n", "")])
def test_lists_of_whole_and_of_partial_ends(open_: str, bar: str, close: str) -> None:
    def drawn(*row: str) -> str:
        return open_ + bar.join(row) + close

    heads = ("STT", "Số, ký hiệu", "Nội dung, quy định hết hiệu lực", "Lý do", "Ngày hết hiệu lực")
    lines = (
        "DANH MỤC VĂN BẢN HẾT HIỆU LỰC TOÀN BỘ NĂM 2030",
        drawn("STT", "Số, ký hiệu", "Tên gọi", "Lý do hết hiệu lực", "Ngày hết hiệu lực"),
        drawn("1", "Thông tư 12/2015/TT-BYT", "Về thuốc", "Được thay thế bởi Thông tư số 20/2030/TT-BYT", "20/7/2030"),
        drawn("2", "Thông tư 13/2016/TT-BYT", "Về giá", "Thông tư số 21/2030/TT-BYT thay thế", "15/3/2030"),
        "DANH MỤC VĂN BẢN HẾT HIỆU LỰC MỘT PHẦN NĂM 2030",
        drawn(*heads),
        drawn("1", "Thông tư 14/2017/TT-BYT", "Điều 5", "Bị bãi bỏ bởi Thông tư số 22/2030/TT-BYT", "20/8/2030"),
        drawn(
            "2", "Thông tư 15/2017/TT-BYT", "Một số nội dung", "Bị bãi bỏ bởi Thông tư số 22/2030/TT-BYT", "21/8/2030"
        ),
    )
    head = "BỘ Y TẾ\n\nSố: 15/BC-BYT\n\nHà Nội, ngày 05 tháng 3 năm 2031\n\nBÁO CÁO\n\nRà soát\n\n"
    found = extract(head + "\n\n".join(lines) + "\n")
    assert told(found) == {
        ("12", "ended", "2030-07-20", ""), ("13", "ended", "2030-03-15", ""),
        ("14", "ended", "2030-08-20", "điều 5"), ("15", "ended", "2030-08-21", "một phần"),
    }  # fmt: skip
    by = {e.date: (e.by or "")[-14:] for e in found.effects}
    assert by["2030-07-20"] == "20-2030-tt-byt" and by["2030-03-15"] == "21-2030-tt-byt"


def test_a_law_is_dated_by_its_closing_line() -> None:
    found = extract(LAW + CLOSING)
    document = found.source_document
    assert document is not None and document.date == "2031-06-21"
    assert told(found) == {own("in-force", "2032-01-01"), own("passed", "2031-06-21")}


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Nghị quyết này đã được Hội đồng nhân dân tỉnh Hà Nam khóa XX thông qua ngày 02/12/2031 và có hiệu lực từ ngày"
         " 12/12/2031", {own("passed", "2031-12-02"), own("in-force", "2031-12-12")}),
        ("Nghị quyết này được Hội đồng nhân dân tỉnh Hà Nam khóa XX, kỳ họp thứ 2 thông qua ngày 02 tháng 12 năm 203 1",
         {own("passed", "2031-12-02")}),
        ("Nghị quyết này có hiệu lực từ ngày được Hội đồng nhân dân tỉnh thông qua.\n\nNghị quyết này được Hội đồng"
         " nhân dân tỉnh Hà Nam thông qua ngày 02/12/2031",
         {own("passed", "2031-12-02"), own("in-force", "2031-12-02")}),
    ],
)  # fmt: skip
def test_a_council_closes(line: str, wanted: set[tuple[str, str, str | None, str]]) -> None:
    head = "HỘI ĐỒNG NHÂN DÂN\nTỈNH HÀ NAM\n\nSố: 9/2031/NQ-HĐND\n\nNGHỊ QUYẾT\n\nVề nhà ở\n\n"
    assert told(spoken(line, head)) == wanted


def test_an_article_states_nothing_of_itself() -> None:
    text = "Hiệu lực của thông tư mới\n\nTheo Điều 9, Thông tư này có hiệu lực từ ngày 01/7/2031.\n"
    assert extract(text).effects == ()


def test_a_portal_knows_it() -> None:
    fields = "Ngày có hiệu lực: 01/5/2031\n\nTình trạng hiệu lực: Hết hiệu lực một phần\n\nNgày hết hiệu lực: --\n\n"
    found = extract(fields + HEAD + PREAMBLE + "Thông tư này có hiệu lực kể từ ngày ký./.")
    assert told(found) == {own("in-force", "2031-05-01"), own("ended", None, "một phần"), own("in-force", "2031-03-10")}
    assert [e.basis for e in found.effects] == ["register", "register", "signing"]


@pytest.mark.parametrize(
    "fields",
    [
        "| Số hiệu | 42/2031/QĐ-UBND |\n| Ngày hiệu lực | 29/12/2031 |\n| Tình trạng | Hết hiệu lực |\n",
        "Số hiệu | 42/2031/QĐ-UBND |\nNgày có hiệu lực | 29/12/2031 |\nTình trạng | Hết hiệu lực |\n",
        "Ngày ban hành: | 19/12/2031 | Ngày hiệu lực: | 29/12/2031 |\nLĩnh vực: | A | Tình trạng: | Hết hiệu lực |\n",
        "Số hiệu:42/2031/QĐ-UBNDNgày đăng công báo:02/01/2032\nÁp dụng:29/12/2031Tình trạng hiệu lực:Hết hiệu lực\n",
        "Hiệu lực:\n29/12/2031\nTình trạng: Hết hiệu lực\n",
        "Ngày áp dụng: 29/12/2031\nTình trạng hiệu lực: Hết hiệu lực\n",
    ],
)
def test_boxes_of_portals(fields: str) -> None:
    """A bar, a line break or nothing at all stands between label and value, and between fields."""
    text = (
        f"{fields}\nỦY BAN NHÂN DÂN\nTỈNH LONG AN\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nSố: 42/2031/QĐ-UBND\n\n"
        "Long An, ngày 19 tháng 12 năm 2031\n\nQUYẾT ĐỊNH\n\nVề việc quản lý văn thư\n\nĐiều 1. Ban hành.\n"
    )
    effects = extract(text).effects
    assert {(e.kind, e.date, e.basis) for e in effects} == {
        ("in-force", "2031-12-29", "register"), ("ended", None, "register")
    }  # fmt: skip


def test_an_original_is_dated_by_its_consolidated_text() -> None:
    text = (
        "VĂN BẢN HỢP NHẤT - BỘ XÂY DỰNG\n\nTHÔNG TƯ\n\nQuy định về nhà ở\n\nThông tư số 5/2021/TT-BXD ngày 01 tháng 6"
        " năm 2021 của Bộ trưởng Bộ Xây dựng quy định về nhà ở, có hiệu lực kể từ ngày 15 tháng 7 năm 2021, được sửa"
        " đổi, bổ sung bởi:\n\nThông tư số 7/2023/TT-BXD ngày 01 tháng 6 năm 2023 của Bộ trưởng Bộ Xây dựng sửa đổi, bổ"
        " sung một số điều của Thông tư số 5/2021/TT-BXD, có hiệu lực kể từ ngày 01 tháng 8 năm 2023.\n\nCăn cứ Luật"
        " Nhà ở;\n\nĐiều 1. Nhà ở.\n\nXÁC THỰC VĂN BẢN HỢP NHẤT\n\nSố: 9/VBHN-BXD\n\nHà Nội, ngày 02 tháng 9 năm 2023\n"
    )
    assert told(extract(text)) == {("5", "in-force", "2021-07-15", ""), ("7", "in-force", "2023-08-01", "")}


def test_evidence_is_the_text() -> None:
    text = f"{HEAD}{PREAMBLE}Thông tư này có **hiệu lực** từ ngày 03/5/2031 đến hết ngày 31/12/2031./.{CLOSE}"
    for effect in extract(text, source="a.md").effects:
        e = effect.evidence
        assert text[e.start : e.end] == e.text and e.text
        assert text[e.cue_start : e.cue_end] == e.cue and e.cue
        assert e.source == "a.md"


@pytest.mark.parametrize(
    ("day", "last", "value"),
    [
        ("ngày 03 tháng 3 năm 2031", False, "2031-03-03"),
        ("3-3-1984", False, "1984-03-03"),
        ("tháng 7 năm 2031", False, "2031-07"),
        ("tháng 2/2032", True, "2032-02-29"),
        ("năm 2031", False, "2031"),
        ("năm 2031", True, "2031-12-31"),
        ("năm 2031 - 2035", False, None),
        ("ngày 32/13/2031", False, None),
        ("hôm nay", False, None),
    ],
)
def test_days(day: str, last: bool, value: str | None) -> None:
    found = words.read_day(day, 0, last=last)
    assert (found.value if found else None) == value


def test_linear_on_hostile_texts() -> None:
    pieces = ("hiệu lực từ ngày ", "này có hiệu lực ", "bãi bỏ ", "thông qua ngày ", "“", "Quyết định này thi hành ",
              "Các văn bản sau hết hiệu lực kể từ ngày 01/7/2031: ", "Bãi bỏ Điều 5 Luật Nhà ở; và Điều 6 của ",
              "Thông tư này hết hiệu lực từ ngày 01/7/2031, ", "THÔNG TƯ NÀY CÓ HIỆU LỰC ", "CÓ HIỆU LỰC. ",
              "Điều 1. Sửa đổi Luật Nhà ở\n1. Bãi bỏ Điều 5.\n", "Luật Nhà ở bị bãi bỏ từ ngày 01/7/2031 và ",
              "có hiệu lực trong thời hạn hai ")  # fmt: skip
    for piece in pieces:
        text = HEAD + piece * 4_000
        started = time.process_time()
        extract(text)
        assert time.process_time() - started < 10
