"""A day between two commas, before whoever issues the document behind it, is the day of that document alone."""

from __future__ import annotations

import pytest

from graph import extract

ARTICLE = "Tin mới trong ngày.\n\nThực hiện {}{} UBND tỉnh Nghệ An {} {} về chuyển đổi số."


@pytest.mark.parametrize("carried", ["Nghị quyết số 57-NQ/TW", "Chỉ thị số 05-CT/TW"])
@pytest.mark.parametrize("verb", ["ban hành", "đã ban hành", "vừa ban hành"])
@pytest.mark.parametrize(
    ("day", "issued", "first", "second"),
    [
        (", ngày 10/02/2025,", "Kế hoạch số 12/KH-UBND", None, "2025-02-10"),
        (", ngày 10 tháng 02 năm 2025,", "Kế hoạch số 12/KH-UBND", None, "2025-02-10"),
        (", ngày 10/02/2025", "Kế hoạch số 12/KH-UBND", None, "2025-02-10"),
        (", ngày 10/02/2025,", "Kế hoạch số 12/KH-UBND ngày 10/02/2025", None, "2025-02-10"),
        (" ngày 22/12/2024, ngày 10/02/2025,", "Kế hoạch số 12/KH-UBND", "2024-12-22", "2025-02-10"),
        # B has a day of its own: Party papers write the day of A behind a comma
        (", ngày 22/12/2024,", "Kế hoạch số 12/KH-UBND ngày 10/02/2025", "2024-12-22", "2025-02-10"),
        (", ngày 22/12/2024 của Bộ Chính trị,", "Kế hoạch số 12/KH-UBND", "2024-12-22", None),
        (" ngày 22/12/2024,", "Kế hoạch số 12/KH-UBND ngày 10/02/2025", "2024-12-22", "2025-02-10"),
    ],
)
def test_day_of_issue(carried: str, verb: str, day: str, issued: str, first: str | None, second: str | None) -> None:
    found = extract(ARTICLE.format(carried, day, verb, issued))
    dates = [document.date for document in found.documents if document.code]
    assert dates == [first, second]
