"""The fonts of the explorer's page, made anew: ``python benchmarks/page_fonts.py PACKAGE [FOLDER]``.

PACKAGE is the unpacked npm package ``@fontsource/noto-sans`` (Noto Sans, SIL Open Font License 1.1): ``npm pack
@fontsource/noto-sans && tar xzf fontsource-noto-sans-*.tgz`` makes it, as ``package``. FOLDER is graph/explorer/fonts.
The package keeps Latin and Vietnamese apart; here they become one file a weight, with only the letters that legal
documents are written in, and with the arrows and triangles of the page, which Noto Sans has not, drawn below. Needs
fontTools with brotli: ``pip install "fonttools[woff]"``.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from fontTools import merge, subset  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

ROOT = Path(__file__).resolve().parents[1]
WEIGHTS = (400, 600)
PARTS = ("latin", "latin-ext", "vietnamese")
RANGES = ((0x20, 0x7E), (0xA0, 0xFF), (0x300, 0x304), (0x1EA0, 0x1EF9), (0x2010, 0x2015), (0x2018, 0x201F))
LETTERS = "\u0306\u0309\u031b\u0323ĂăĐđĨĩŨũƠơƯư•…‰′″‹›₫€−≤≥"  # beside RANGES; what the package has not is left out
FAMILY = "luocdo"
BORN = 3_800_000_000  # seconds since 1904
STROKE = {400: 74, 600: 104}  # units of 1000 an em
Points = list[tuple[int, int]]


def triangle(a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]) -> Points:
    return [a, b, c]


def bar(left: int, bottom: int, right: int, top: int) -> Points:
    return [(left, bottom), (left, top), (right, top), (right, bottom)]


def arrow(stroke: int, y: int = 360, left: int = 70, right: int = 830, head: int = 190) -> list[Points]:
    """An arrow to the right on the height `y`."""
    half = stroke // 2
    tip = [(right, y), (right - head - half, y - head), (right - head, y), (right - head - half, y + head)]
    return [bar(left, y - half, right - head + half, y + half), tip]


def turned(shapes: list[Points], times: int) -> list[Points]:
    """Quarter turns against the clock around the middle of an em of 900 units."""
    for _ in range(times):
        shapes = [[(450 - (y - 360), 360 + (x - 450)) for x, y in points] for points in shapes]
    return shapes


def signs(stroke: int) -> dict[str, tuple[int, list[Points]]]:
    """Sign -> advance, outlines."""
    right = arrow(stroke)
    lower = turned([[(x, y) for x, y in points] for points in arrow(stroke, 360, head=150)], 2)
    pair = [[(x, y + 170) for x, y in points] for points in arrow(stroke, 360, head=150)]
    pair += [[(x, y - 170) for x, y in points] for points in lower]
    slash = [[(x, 0), (x + 200, 720), (x + 200 + stroke, 720), (x + stroke, 0)] for x in (60, 240)]
    return {
        "→": (900, right), "↑": (900, turned(right, 1)), "←": (900, turned(right, 2)), "↓": (900, turned(right, 3)),
        "⇄": (900, pair),
        "▲": (720, [triangle((60, 60), (360, 640), (660, 60))]),
        "▼": (720, [triangle((60, 640), (660, 640), (360, 60))]),
        "▸": (520, [triangle((100, 110), (100, 610), (440, 360))]),
        "▾": (620, [triangle((60, 510), (560, 510), (310, 170))]),
        "⫽": (600, slash),
    }  # fmt: skip


def clockwise(points: Points) -> Points:
    area = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(points, points[1:] + points[:1], strict=True))
    return points if area < 0 else points[::-1]


def draw(font: TTFont, stroke: int) -> None:
    order = list(font.getGlyphOrder())
    for sign, (advance, outlines) in signs(stroke).items():
        pen = TTGlyphPen(None)
        for points in map(clockwise, outlines):
            pen.moveTo(points[0])
            for point in points[1:]:
                pen.lineTo(point)
            pen.closePath()
        name = f"uni{ord(sign):04X}"
        order.append(name)
        font.setGlyphOrder(order)
        glyph = pen.glyph()
        font["glyf"][name] = glyph
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][name] = (advance, glyph.xMin)
        for table in font["cmap"].tables:
            table.cmap[ord(sign)] = name


def make(package: Path, weight: int, target: Path) -> None:
    wanted = {code for first, last in RANGES for code in range(first, last + 1)} | set(map(ord, LETTERS))
    with tempfile.TemporaryDirectory() as folder:
        parts = []
        for part in PARTS:
            font = TTFont(package / "files" / f"noto-sans-{part}-{weight}-normal.woff2", recalcTimestamp=False)
            here = wanted & set(font.getBestCmap())
            wanted -= here
            if not here:
                continue
            options = subset.Options(layout_features=["kern"], hinting=False, name_IDs=[0, 1, 2, 4, 13, 14])
            options.drop_tables += ["GSUB", "GDEF", "STAT", "gasp", "prep", "DSIG"]
            subsetter = subset.Subsetter(options)
            subsetter.populate(unicodes=here)
            subsetter.subset(font)
            font.flavor = None
            parts.append(str(Path(folder, f"{part}.ttf")))
            font.save(parts[-1])
        merged = merge.Merger().merge(parts)
        draw(merged, STROKE[weight])
        for record in merged["name"].names:
            if record.nameID in (1, 4):
                record.string = FAMILY
        merged["head"].created = merged["head"].modified = BORN  # the same bytes every time
        merged.recalcTimestamp = False
        merged["post"].formatType = 3.0
        merged.flavor = "woff2"
        merged.save(target)


def main() -> None:
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    package = Path(sys.argv[1])
    folder = Path(sys.argv[2]) if len(sys.argv) == 3 else ROOT / "graph" / "explorer" / "fonts"
    for weight in WEIGHTS:
        target = folder / f"noto-sans-{weight}.woff2"
        make(package, weight, target)
        print(f"{target}: {target.stat().st_size:,} bytes")
    shutil.copyfile(package / "LICENSE", folder / "OFL.txt")


if __name__ == "__main__":
    main()
