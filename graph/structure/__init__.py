"""How a text is laid out: read once, asked by every room behind.

`lay_out(text)` gives the `Outline`: the units of the text (parts, điều, khoản, điểm, items, clauses of the preamble,
paragraphs, cells of tables) as a tree, with what introduces what. This room knows no document and no cue; no other room
looks at line breaks, list marks or headings itself.
"""

from graph.structure.outline import Outline, Unit, lay_out

__all__ = ["Outline", "Unit", "lay_out"]
