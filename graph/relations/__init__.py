"""Relations between the documents that a text cites, with the words that state them."""

from graph.relations.relate import relate

__all__ = ["relate"]
