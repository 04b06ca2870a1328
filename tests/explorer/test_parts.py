"""The parts of the page: colours, data, scripts, files."""

from __future__ import annotations

import json
import math
import os
import re
import shutil
import stat
import subprocess
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import explorer_samples as samples
import pytest

import graph.explorer
from graph.domain import issuing_bodies
from graph.errors import LuocdoError
from graph.explorer import assets, render
from graph.explorer.labels import FAMILIES, short_date
from graph.explorer.lanes import families, lanes, seat_of_document, seat_of_issuer
from graph.explorer.output import inline_json, write_whole
from graph.explorer.payload import _find_code, build, column, resolve
from graph.explorer.rendering import html
from graph.explorer.texts import TextIndex
from graph.model import PREDICATES, Document, Evidence, Issuer, Pinpoint, Relation, Snapshot, Source

PAGE = Path(graph.explorer.__file__).parent / "page"
MODULES = sorted(PAGE.glob("*.js"))

# --- lanes ---


def test_every_body_of_the_domain_has_a_lane() -> None:
    known = {lane.id for lane in lanes()}
    for body in issuing_bodies():
        seat = seat_of_issuer(Issuer("x", body.name, None, body.level, body.branch))
        assert seat.lane in known - {"unknown"}, body.name
        assert seat.family in FAMILIES, body.name
    assert set(families()) | {"issuer"} == FAMILIES.keys()


@pytest.mark.parametrize(
    ("name", "level", "branch", "lane", "family"),
    [
        ("Bộ Chính trị", "central", "party", "party-centre", "party"),
        ("Văn phòng Trung ương Đảng", "central", "party", "party-centre", "party"),
        ("Quốc hội", "central", "state", "assembly", "legislature"),
        ("Chủ tịch nước", "central", "state", "assembly", "legislature"),
        ("Thủ tướng Chính phủ", "central", "state", "government", "government"),
        ("Bộ Công Thương", "central", "state", "ministries", "ministry"),
        ("Bộ Chưa Có Trong Bảng", "central", "state", "ministries", "ministry"),
        ("Tỉnh ủy", "provincial", "party", "provincial-party", "party"),
        ("Ủy ban nhân dân tỉnh", "provincial", "state", "provincial-state", "province"),
        ("Sở Công Thương", "provincial", "state", "departments", "department"),
        ("Đảng ủy Sở Công Thương", "unit", "party", "departments", "party"),
        ("Ủy ban nhân dân xã", "commune", "state", "local", "local"),
        ("Huyện ủy", "district", "party", "local", "party"),
        ("Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", "central", "front", "ministries", "front"),
        ("Ai đó", None, None, "unknown", "unknown"),
    ],
)
def test_lanes_follow_branch_level_and_rank(
    name: str, level: str | None, branch: str | None, lane: str, family: str
) -> None:
    seat = seat_of_issuer(Issuer("x", name, None, level, branch))
    assert (seat.lane, seat.family) == (lane, family)


def test_a_document_without_issuer_node_uses_the_issuer_it_names() -> None:
    assert seat_of_document(Document("d", issuer="Chính phủ"), None).lane == "government"
    assert seat_of_document(Document("d"), None).lane == "unknown"


# --- colours ---

# Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB
_KINDS = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def _lab(colour: str, kind: str | None) -> tuple[float, float, float]:
    rgb = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    rgb = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb]
    if kind:
        rgb = [min(max(sum(m * c for m, c in zip(row, rgb, strict=True)), 0), 1) for row in _KINDS[kind]]
    r, g, b = rgb
    xyz = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883,
    )
    x, y, z = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def palette(name: str) -> dict[str, list[str]]:
    """Colours of a table of palette.js: key -> colours in the order of the row."""
    text = (PAGE / "palette.js").read_text(encoding="utf-8")
    body = re.search(rf"const {name} = \{{(.*?)\n\}};", text, re.DOTALL)
    assert body is not None
    rows = re.findall(r"^  (\w+): \[(.*)\],$", body.group(1), re.MULTILINE)
    return {key: re.findall(r"#[0-9a-f]{6}", row) for key, row in rows}


@pytest.mark.parametrize("kind", [None, *_KINDS])
@pytest.mark.parametrize("dark", [0, 1])
def test_lanes_and_main_relations_stay_apart_for_the_colour_blind(kind: str | None, dark: int) -> None:
    """Colours of families and of the frequent relations differ by a visible step (CIE76 at least 12) for each kind."""
    lines = {key: row[2 * dark] for key, row in palette("FAMILIES").items() if key not in ("unknown", "issuer")}
    edges = {key: row[dark] for key, row in palette("PREDICATES").items()}
    frequent = {key: edges[key] for key in ("implements", "replaces", "amends", "based_on", "guides", "cites")}
    for group in (lines, frequent):
        for (a, first), (b, second) in combinations(group.items(), 2):
            assert math.dist(_lab(first, kind), _lab(second, kind)) >= 12, (a, b)


def test_relations_differ_in_dash_and_arrow_too() -> None:
    text = (PAGE / "palette.js").read_text(encoding="utf-8")
    rows = re.findall(r'^  (\w+): \["#\w+", "#\w+", (\[.*?\]), "(\w+)"', text, re.MULTILINE)
    assert {row[0] for row in rows} == set(PREDICATES)
    assert len({row[1:] for row in rows}) == len(rows)


def test_both_pages_have_the_same_family_colours() -> None:
    css = (PAGE / "annotated.css").read_text(encoding="utf-8")
    rows = dict(re.findall(r"\.family-(\w+) \{ --cite: light-dark\((.*)\); \}", css))
    for family, colours in palette("FAMILIES").items():
        if family != "issuer":
            assert rows[family] == f"{colours[0]}, {colours[2]}"


# --- data ---


def test_columns_with_few_values_are_objects() -> None:
    assert column(["", "", "", "x"], "") == {"3": "x"}
    assert column(["a", "", "x"], "") == ["a", "", "x"]
    assert column([], "") == {}


@pytest.mark.parametrize(
    ("code", "text", "span"),
    [
        ("18-NQ/TW", "Nghị quyết số 18-NQ/TW của", (14, 22)),
        ("125-KH/TU", "số 125 -KH/TU ngày", (3, 13)),
        ("18-NQ/TW", "NGHỊ QUYẾT 18-nq/tw", (11, 19)),
        ("18-NQ/TW", "không có", None),
    ],
)
def test_codes_are_found_as_texts_write_them(code: str, text: str, span: tuple[int, int] | None) -> None:
    assert _find_code(code, text) == span


def test_offsets_count_utf16_units() -> None:
    index = TextIndex("a😀b\n\nII. X\n3. y😀z")
    assert [index.utf16(offset) for offset in (0, 1, 2, 3)] == [0, 1, 3, 4]
    assert index.line(0) == 1 and index.line(6) == 3
    assert index.part(len(index.text) - 1) == "II › 3"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Chương II\nĐiều 5. Tên\n1. Khoản\na) điểm X", "Chương II › Điều 5 › 1 › a"),
        ("Phần thứ nhất TÌNH HÌNH\nII. KẾT QUẢ\n3. Việc\nX", "Phần thứ nhất › II › 3"),
        ("Điều 5. A\n2. b\nĐiều 6. C\nX", "Điều 6"),
        ("**Điều 7.** Tên\nX", "Điều 7"),
        ("không có mục\nX", ""),
    ],
)
def test_headings_above_an_offset(text: str, part: str) -> None:
    assert TextIndex(text).part(len(text) - 1) == part


def test_relations_to_unknown_ends_get_bare_nodes() -> None:
    graph_ = resolve(Snapshot((Document("a"),), (), (Relation("a", "implements", "b", Evidence(-1, -1, "")),)))
    assert [document.id for document in graph_.documents] == ["a", "b"]


def test_sentences_of_kept_sources_are_offsets_into_them() -> None:
    graph_ = resolve(samples.small())
    texts = build(graph_, max_source_bytes=10_000)[1]["texts"]
    assert texts[0] == samples.PLAN_TEXT
    assert not any("thay thế Kế hoạch số 30" in text for text in texts[1:])
    later = build(graph_, max_source_bytes=10)[1]
    texts = later["texts"]
    assert texts[0] == "" and any("thay thế Kế hoạch số 30" in text for text in texts[1:])
    assert later["mentions"] is None


def test_the_provision_of_a_statement_counts_above_the_headings() -> None:
    view = samples.small()
    (replaced,) = [r for r in view.relation_rows if r.predicate == "replaces"]
    stands = Pinpoint((("điều", "2"), ("khoản", "1"), ("điểm", "đ")))
    known = replace(view, relation_rows=(replace(replaced, provision=stands), replaced))
    assert build(resolve(known), max_source_bytes=10_000)[1]["evidence"]["parts"] == ["Điều 2 khoản 1 điểm đ", "II › 3"]


def test_dates_are_written_the_vietnamese_way() -> None:
    assert [short_date(d) for d in ("2017-10-25", "2017-10", "2017", "khác", None)] == [
        "25/10/2017", "10/2017", "2017", "khác", "",
    ]  # fmt: skip


# --- scripts and styles ---


@pytest.mark.skipif(shutil.which("node") is None, reason="needs Node.js")
@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.name)
def test_modules_are_sound_javascript(module: Path) -> None:
    with module.open("rb") as stream:
        done = subprocess.run(["node", "--check", "--input-type=module"], stdin=stream, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(shutil.which("npm") is None, reason="needs npm")
def test_eslint_finds_nothing() -> None:
    """ESLint's recommended rules and a few more (eslint.config.mjs), installed once by npm into the user's cache."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "luocdo-tests"
    eslint = cache / "node_modules" / "eslint" / "bin" / "eslint.js"
    if not eslint.exists():
        cache.mkdir(parents=True, exist_ok=True)
        command = [
            "npm",
            "install",
            "--prefix",
            str(cache),
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            "eslint@9",
            "@eslint/js@9",
        ]
        try:
            subprocess.run(command, capture_output=True, timeout=180, check=False)
        except subprocess.TimeoutExpired:
            pytest.skip("npm could not install eslint in time")
    if not eslint.exists():
        pytest.skip("npm could not install eslint")
    shutil.copy(Path(__file__).with_name("eslint.config.mjs"), cache / "eslint.config.mjs")
    folder = cache / "page"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(PAGE, folder)
    done = subprocess.run(["node", str(eslint), "page"], cwd=cache, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_module_is_part_of_the_page_and_no_line_is_a_lump() -> None:
    script = assets.script("main")
    for module in MODULES:
        assert f"const {module.stem}_js = " in script
    assert "import {" not in script and "\nexport " not in script
    assert "</script" not in script.lower()


# --- files ---


def test_a_page_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    target.write_text("alt", encoding="utf-8")
    with pytest.raises(LuocdoError, match="không ghi được"):
        write_whole(tmp_path / "nowhere" / "page.html", "x")
    write_whole(target, "Tiếng Việt \ud800")
    assert target.read_text(encoding="utf-8") == "Tiếng Việt \\ud800"
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
    assert stat.S_IMODE(target.stat().st_mode) & 0o400


@pytest.mark.parametrize(
    "options",
    [{"center": ("urn:lex:vn:không",)}, {"hops": 0}, {"hops": 4}, {"lang": "fr"}],
)
def test_wrong_requests_are_one_clear_line(options: dict[str, object], tmp_path: Path) -> None:
    with pytest.raises(LuocdoError) as caught:
        render(samples.small(), tmp_path / "x.html", **options)  # type: ignore[arg-type]
    assert "\n" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("attack", samples.ATTACKS)
def test_json_in_a_page_can_end_nothing(attack: str) -> None:
    text = inline_json(json.dumps([attack], ensure_ascii=False))
    assert not set(text) & set("<>&\u2028\u2029")
    assert json.loads(text) == [attack]


def test_the_callers_graph_is_not_touched(tmp_path: Path) -> None:
    view = samples.small()
    render(view, tmp_path / "x.html")
    assert view == samples.small()


def test_a_source_without_text_and_a_text_of_one_long_line(tmp_path: Path) -> None:
    sources = (Source("leer.txt", ""), Source("lang.txt", "chữ " * 50_000))
    render(Snapshot(source_rows=sources), tmp_path / "x.html")


def test_search_engines_find_the_documents_as_schema_org() -> None:
    """The page carries its documents as JSON-LD, which nothing runs and which cannot end its element."""
    page = html(samples.small())
    block = page.split('<script type="application/ld+json">')[1].split("</script>")[0]
    told = json.loads(block)
    assert "schema.org" in json.dumps(told)
    assert "legislationAmends" in block
