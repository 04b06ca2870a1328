"""Ways in which articles and portals tell of a document's day beside "X có hiệu lực từ ngày …"."""

from __future__ import annotations

import pytest

from graph import extract

N = "Nghị định 120/2031/NĐ-CP"
ISSUED = f"Chính phủ vừa ban hành {N} về quản lý đất đai. "
DAY = "2031-07-15"


def _told(text: str) -> list[tuple[str, str, str | None]]:
    found = extract(text)
    codes = {d.id: d.code or "" for d in found.documents}
    return sorted((codes[e.document].split("/")[0], e.kind, e.date) for e in found.effects)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (ISSUED + "Văn bản này có hiệu lực từ 15/7/2031.", "in-force"),
        (ISSUED + "Quy định này có hiệu lực từ ngày 15/7/2031.", "in-force"),
        (ISSUED + "Các quy định mới sẽ có hiệu lực từ ngày 15/7/2031.", "in-force"),
        (ISSUED + "Nghị định mới được áp dụng kể từ ngày 15/7/2031.", "applies"),
        (f"{N} về đất đai được áp dụng kể từ ngày 15/7/2031.", "applies"),
        (f"{N} bắt đầu áp dụng từ ngày 15/7/2031, nhiều doanh nghiệp lo lắng.", "applies"),
        (f"{N} về đất đai sẽ được thực hiện từ ngày 15/7/2031.", "applies"),
        (f"Chính phủ ban hành {N} quy định về xăng dầu, áp dụng từ ngày 15/7/2031.", "applies"),
        (f"Ngày có hiệu lực của {N} là 15/7/2031.", "in-force"),
        (f"Hỏi: {N} có hiệu lực khi nào?\nTrả lời: Theo Điều 9 {N} thì Nghị định này có hiệu lực từ ngày 15/7/2031.",
         "in-force"),
        (f"Hiệu lực của {N} bắt đầu từ ngày 15/7/2031.", "in-force"),
        (f"{N} (áp dụng từ 15/7/2031) quy định giá đất.", "applies"),
        (ISSUED + "Những quy định mới này có hiệu lực từ ngày 15/7/2031.", "in-force"),
        (f"{N} hết hoàn toàn hiệu lực từ ngày 15/7/2031.", "ended"),
        (f"{N} không còn áp dụng từ ngày 15/7/2031.", "ended"),
        (f"{N} chỉ còn áp dụng đến hết ngày 15/7/2031.", "until"),
    ],
)  # fmt: skip
def test_articles(text: str, kind: str) -> None:
    assert _told(text) == [("120", kind, DAY)]


@pytest.mark.parametrize(
    "text",
    [
        f"Theo {N}, mức lương mới được áp dụng từ ngày 15/7/2031.",
        f"{N} quy định mức lương được áp dụng từ ngày 15/7/2031.",
        f"{N} giao các tỉnh ban hành bảng giá, áp dụng từ ngày 15/7/2031.",
        f"Việc thu phí theo {N} được thực hiện từ ngày 15/7/2031.",
        f"{N} chưa được áp dụng từ ngày 15/7/2031 như kế hoạch.",
        f"{N} không còn áp dụng đối với hồ sơ nộp từ ngày 15/7/2031.",
        f"Chính phủ ban hành {N} và Nghị định 121/2031/NĐ-CP. Các quy định mới có hiệu lực từ ngày 15/7/2031.",
        ISSUED + "Điều 5 nêu mức giá khám. Quy định này có hiệu lực từ ngày 15/7/2031.",
        ISSUED + "Bộ Tài chính soạn dự thảo Thông tư. Văn bản này có hiệu lực từ ngày 15/7/2031.",
    ],
)
def test_no_document_s_day(text: str) -> None:
    assert _told(text) == []


def test_an_end_in_part() -> None:
    found = extract(f"{N} hết hiệu lực một phần từ ngày 15/7/2031.")
    assert [(e.kind, e.date, [p.text for p in e.provisions]) for e in found.effects] == [("ended", DAY, ["một phần"])]


@pytest.mark.parametrize("head", ["Ngày hiệu lực", "Ngày có hiệu lực", "**Hiệu lực**", "Ngày hết hiệu lực"])
@pytest.mark.parametrize("row", ["| {} | {} | {} |", "{}\t{}\t{}", "{} | {} | {}"])
def test_columns(row: str, head: str) -> None:
    kind = "ended" if "hết" in head else "in-force"
    second = "Thông tư 15/2031/TT-BTC"
    heads, rule = row.format("Văn bản", "Ngày ban hành", head), "|---|---|---|\n" if row.startswith("|") else ""
    body = f"{row.format(N, '20/5/2031', '15/7/2031')}\n{row.format(second, '01/6/2031', '01/8/2031')}"
    assert _told(f"{heads}\n{rule}{body}") == [("120", kind, DAY), ("15", kind, "2031-08-01")]


def test_a_row_with_two_documents_is_open() -> None:
    head = "| Văn bản cũ | Văn bản mới | Ngày hiệu lực |\n|---|---|---|\n"
    assert _told(f"{head}| Nghị định 45/2020/NĐ-CP | {N} | 15/7/2031 |") == []


@pytest.mark.parametrize("apart", ["   ", " | ", "; ", " - ", "\t"])
def test_two_fields_on_a_line(apart: str) -> None:
    assert _told(f"1. {N} về đất đai\nNgày ban hành: 20/5/2031{apart}Ngày hiệu lực: 15/7/2031") == [
        ("120", "in-force", DAY)
    ]
