"""Relations between the documents that a text cites, with the words that state them."""

from graph.relations.relate import all_relations, relate

__all__ = ["all_relations", "relate"]
