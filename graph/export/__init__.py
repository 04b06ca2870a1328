"""A graph in the formats of other tools: one table of formats, one function that writes any of them."""

from __future__ import annotations

from graph.export.formats import FORMATS, Format, export, fits, format_of, write_file

__all__ = ["FORMATS", "Format", "export", "fits", "format_of", "write_file"]
