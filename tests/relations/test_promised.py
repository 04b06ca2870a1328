"""What a numbered document "will" do is settled: "Nghị định 168/2024/NĐ-CP sẽ thay thế Nghị định 100/2019/NĐ-CP"."""

from __future__ import annotations

from itertools import product

import pytest
from statements import stated

from graph import extract

NEW = "Thông tư số 80/2021/TT-BTC"
OLD = "Thông tư số 156/2013/TT-BTC"
ALSO = "Thông tư số 99/2016/TT-BTC"
CODE, OLD_CODE, ALSO_CODE = "80/2021/TT-BTC", "156/2013/TT-BTC", "99/2016/TT-BTC"
ACTORS = (
    NEW,
    f"Theo đó, {NEW}",
    f"{NEW} ngày 29/9/2021 của Bộ trưởng Bộ Tài chính",
    f"{NEW} của Bộ Tài chính hướng dẫn về xử phạt vi phạm hành chính, an toàn giao thông",
    f"Khi có hiệu lực, {NEW}",
    f"Từ ngày 01/01/2022, {NEW}",
)
VERBS = {"thay thế": "replaces", "bãi bỏ": "repeals", "thay thế toàn bộ": "replaces", "sửa đổi": "amends"}
WILL = ("sẽ", "sẽ chính thức", "cũng sẽ")
PAPERS = ("{}", "Quy định mới về thuế\n\n{}\n")


@pytest.mark.parametrize(("actor", "will"), list(product(ACTORS, WILL)))
def test_what_it_will_do(actor: str, will: str) -> None:
    for (verb, predicate), paper in product(VERBS.items(), PAPERS):
        text = paper.format(f"{actor} {will} {verb} {OLD}.")
        assert stated(text) == {(CODE, predicate, OLD_CODE)}, text


@pytest.mark.parametrize("mark", ["sẽ được", "sẽ bị", "cũng sẽ được", "sẽ chính thức bị"])
def test_what_will_be_done_to_it(mark: str) -> None:
    for (verb, predicate), by, paper in product(list(VERBS.items())[:2], ("bởi", "bằng"), PAPERS):
        text = paper.format(f"{OLD} {mark} {verb} {by} {NEW}.")
        assert stated(text) == {(CODE, predicate, OLD_CODE)}, text
        text = paper.format(f"{OLD} và {ALSO} {mark} {verb} {by} {NEW}.")
        assert stated(text) == {(CODE, predicate, OLD_CODE), (CODE, predicate, ALSO_CODE)}, text


@pytest.mark.parametrize(
    "text",
    [
        f"Nếu được thông qua, {NEW} sẽ thay thế {OLD}.",
        f"Nếu được Bộ Tài chính ký ban hành trong tháng này, {NEW} thay thế {OLD}.",
        f"Trường hợp được Chính phủ phê duyệt thì {NEW} sẽ thay thế {OLD}.",
        f"Dự kiến {NEW} sẽ thay thế {OLD}.",
        f"{NEW} sẽ không thay thế {OLD}.",
        f"Bộ Tài chính sẽ thay thế {OLD}.",
        f"Theo {NEW}, Bộ Tài chính sẽ bãi bỏ {OLD}.",
        f"Dự thảo Thông tư sẽ thay thế {OLD}.",
        f"Thông tư mới của Bộ Tài chính sẽ thay thế {OLD}.",
        f"Dự kiến {OLD} sẽ được thay thế bởi {NEW}.",
        f"Nếu được thông qua, {OLD} sẽ bị thay thế bởi {NEW}.",
    ],
)
def test_what_is_only_meant(text: str) -> None:
    for paper in PAPERS:
        assert stated(paper.format(text)) == set()


@pytest.mark.parametrize("said", [
    f"{NEW} {{}} {OLD} từ ngày 01/01/2022.", f"Từ ngày 01/01/2022, {NEW} {{}} {OLD}.",
])  # fmt: skip
def test_the_day_is_that_of_the_end(said: str) -> None:
    for verb in ("thay thế", "sẽ thay thế", "đã bãi bỏ", "sẽ bãi bỏ"):
        ended = [(e.kind, e.date) for e in extract(said.format(verb)).effects]
        assert ended == [("ended", "2022-01-01")], verb


@pytest.mark.parametrize("verb", ["đã thay thế", "sẽ thay thế", "vừa chính thức thay thế", "đã bãi bỏ"])
def test_the_title_ends_before_the_verb(verb: str) -> None:
    found = extract(f"{NEW} của Bộ Tài chính quy định về an toàn giao thông {verb} {OLD}.")
    assert [d.title for d in found.documents if d.code == CODE] == ["quy định về an toàn giao thông"]


@pytest.mark.parametrize("mark", ["đã bị", "sẽ được", "vừa được"])
def test_the_title_ends_before_the_passive(mark: str) -> None:
    found = extract(f"{OLD} của Bộ Tài chính quy định về an toàn giao thông {mark} thay thế bởi {NEW}.")
    assert [d.title for d in found.documents if d.code == OLD_CODE] == ["quy định về an toàn giao thông"]
