"""One statement in many words: what is said of the document that acts, of its force, of the day, changes nothing.

Each table below is crossed with the others, so that no sentence of a corpus is needed to see a gap; the words are those
of articles, bulletins and final provisions.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import product

import pytest
import statements

stated = partial(statements.stated, beside=("cites", "issued_by", "based_on", "guides"))


OLD = ("200/2014/TT-BTC", "75/2015/TT-BTC")
NEW = "99/2025/TT-BTC"

SUBJECTS = (
    "Thông tư 99/2025/TT-BTC",
    "Thông tư số 99/2025/TT-BTC ngày 27/10/2025 của Bộ Tài chính",
    "Thông tư số 99/2025/TT-BTC ngày 27/10/2025 của Bộ Tài chính hướng dẫn chế độ kế toán doanh nghiệp",
    "Thông tư số 99/2025/TT-BTC “Hướng dẫn chế độ kế toán doanh nghiệp”",
    "Theo đó, Thông tư 99/2025/TT-BTC",
    "Ngày 27/10/2025, Bộ Tài chính ban hành Thông tư số 99/2025/TT-BTC hướng dẫn chế độ kế toán",
    "Thông tư số 99/2025/TT-BTC (sau đây gọi là Thông tư 99)",
)
SAID = (
    "",
    " đã",
    " chính thức",
    " có hiệu lực từ 01/01/2026 và",
    " có hiệu lực thi hành kể từ ngày 01/01/2026,",
    ", có hiệu lực từ ngày 01/01/2026,",
    " có hiệu lực kể từ ngày 01 tháng 01 năm 2026; đồng thời",
    " (có hiệu lực từ ngày 01/01/2026)",
    " sẽ có hiệu lực từ 01/01/2026,",
    " bắt đầu có hiệu lực từ 01/01/2026 để",
    " gồm 32 điều, có hiệu lực từ ngày 01/01/2026,",
    " được ban hành nhằm",
    ", với 5 chương, 30 điều,",
    " kể từ ngày có hiệu lực sẽ",
    " áp dụng cho năm tài chính từ 2026 và",
)
VERBS = (
    ("thay thế", "replaces"),
    ("bãi bỏ", "repeals"),
    ("thay thế cho", "replaces"),
    ("làm hết hiệu lực", "repeals"),
    ("sửa đổi, bổ sung một số điều của", "amends"),
)
OBJECTS = (
    (1, "Thông tư 200/2014/TT-BTC"),
    (2, "Thông tư 200/2014/TT-BTC, Thông tư 75/2015/TT-BTC"),
    (
        2,
        "Thông tư số 200/2014/TT-BTC ngày 22/12/2014 của Bộ trưởng Bộ Tài chính hướng dẫn chế độ kế toán doanh nghiệp "
        "và Thông tư số 75/2015/TT-BTC ngày 18/5/2015",
    ),
)
PAPERS = (
    "{}.",
    "Tin mới trong ngày.\n\n{}.\n\nCác đơn vị lưu ý thực hiện.",
    "Một số văn bản mới:\n\n1. {}.\n\n2. Văn bản khác.",
    "Chính sách có hiệu lực từ tháng 01/2026\n\n- {};\n- Văn bản khác.",
)


def told() -> Iterator[tuple[str, set[tuple[str, str, str]]]]:
    for at, (subject, said) in enumerate(product(SUBJECTS, SAID)):
        for more in range(2):  # other words each time: all of them would be thousands of texts
            verb, predicate = VERBS[(at + more) % len(VERBS)]
            number, objects = OBJECTS[(at // 2 + more) % len(OBJECTS)]
            paper = PAPERS[(at // 3 + 2 * more) % len(PAPERS)]
            sentence = f"{subject}{said} {verb} {objects}".replace(",,", ",")
            yield paper.format(sentence), {(NEW, predicate, old) for old in OLD[:number]}


@pytest.mark.parametrize(("text", "right"), list(told()))
def test_what_is_said_of_the_document_that_acts(text: str, right: set[tuple[str, str, str]]) -> None:
    assert stated(text) == right


HEAD = (
    "BỘ TÀI CHÍNH\n-------\nSố: 99/2025/TT-BTC\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    "Hà Nội, ngày 27 tháng 10 năm 2025\n\nTHÔNG TƯ\nHướng dẫn chế độ kế toán doanh nghiệp\n\n"
    "Bộ trưởng Bộ Tài chính ban hành Thông tư hướng dẫn chế độ kế toán doanh nghiệp.\n\n"
    "Điều 1. Phạm vi điều chỉnh\nThông tư này hướng dẫn ghi sổ kế toán.\n\n"
)
OPENINGS = (
    "Thông tư này ",
    "Thông tư này có hiệu lực thi hành từ ngày 01/01/2026 và ",
    "Thông tư này có hiệu lực sau 45 ngày kể từ ngày ký ban hành; ",
    "Thông tư này có hiệu lực kể từ ngày 01 tháng 01 năm 2026, đồng thời ",
    "Kể từ ngày Thông tư này có hiệu lực thi hành, ",
    "Khi Thông tư này có hiệu lực, ",
    "Từ ngày 01/01/2026, ",
    "Kể từ ngày 01 tháng 01 năm 2026, ",
)
ENDINGS = (
    "bị bãi bỏ",
    "được bãi bỏ",
    "hết hiệu lực",
    "đều hết hiệu lực thi hành",
    "chấm dứt hiệu lực",
    "không còn hiệu lực",
)
ENDED = (
    (1, "Thông tư số 200/2014/TT-BTC ngày 22/12/2014 của Bộ trưởng Bộ Tài chính hướng dẫn chế độ kế toán doanh nghiệp"),
    (2, "các Thông tư: số 200/2014/TT-BTC ngày 22/12/2014; số 75/2015/TT-BTC ngày 18/5/2015"),
    (2, "Thông tư số 200/2014/TT-BTC của Bộ Tài chính và Thông tư số 75/2015/TT-BTC ngày 18/5/2015"),
)
LISTED = (
    2,
    "các văn bản sau:\na) Thông tư số 200/2014/TT-BTC ngày 22/12/2014;\nb) Thông tư số 75/2015/TT-BTC ngày 18/5/2015",
)
PROVISIONS = (
    "Điều 2. Hiệu lực thi hành\n{}.\n",
    "Điều 2. Hiệu lực thi hành\n1. {}.\n2. Trong quá trình thực hiện, nếu có vướng mắc đề nghị phản ánh về Bộ.\n",
    "Điều 2. {}.\nĐiều 3. Cục trưởng chịu trách nhiệm thi hành.\n",
    "Chương IV\nĐIỀU KHOẢN THI HÀNH\nĐiều 2. Điều khoản thi hành\n1. Thông tư này áp dụng từ nay.\n2. {}.\n",
)


def own() -> Iterator[tuple[str, set[tuple[str, str, str]]]]:
    for at, (opening, provision) in enumerate(product(OPENINGS, PROVISIONS)):
        verb, predicate = VERBS[0] if at % 2 else VERBS[1]
        for number, objects in (ENDED[at % 3], LISTED):
            yield provision.format(f"{opening}{verb} {objects}"), {(NEW, predicate, old) for old in OLD[:number]}
    for at, (ending, provision) in enumerate(product(ENDINGS, PROVISIONS)):
        number, objects = ENDED[at % 3]
        right = {(NEW, "repeals", old) for old in OLD[:number]}
        yield provision.format(f"{objects[0].upper()}{objects[1:]} {ending}"), right
        yield provision.format(f"Kể từ ngày Thông tư này có hiệu lực thi hành, {objects} {ending}"), right


@pytest.mark.parametrize(("provision", "right"), list(own()))
def test_the_day_and_the_words_of_force_before_an_end(provision: str, right: set[tuple[str, str, str]]) -> None:
    assert stated(HEAD + provision) == right


@pytest.mark.parametrize(
    "provision",
    [
        "Điều 2. Chuyển tiếp\nKhi Thông tư này hết hiệu lực, Thông tư số 200/2014/TT-BTC được áp dụng.\n",
        "Điều 2. Chuyển tiếp\nTừ ngày 01/01/2026, doanh nghiệp thay thế mẫu sổ tại Thông tư số 200/2014/TT-BTC.\n",
        "Điều 2. Chuyển tiếp\nKhi cần thiết, bãi bỏ Thông tư số 200/2014/TT-BTC theo thẩm quyền.\n",
    ],
)
def test_what_is_no_end(provision: str) -> None:
    assert not [s for s in stated(HEAD + provision) if s[1] in ("replaces", "repeals")]
