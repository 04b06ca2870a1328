"""Akoma Ntoso 3.0 (OASIS LegalDocML 1.0, 2018) of a text that is loaded: its outline as XML, with what the graph knows
of the document in its metadata.

`akoma_ntoso(text)` gives the bytes. What goes into the XML and what is left out is the rule of `graph.akn.words`.
"""

from __future__ import annotations

from graph.akn.text import Text
from graph.akn.writing import akoma_ntoso

__all__ = ["Text", "akoma_ntoso"]
