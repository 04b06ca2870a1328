"""Relations between the documents that a text cites, with the words that state them: `graph.relations.relate`.

Nothing is loaded here: a question to a graph needs the ranks of authority and not the readers of clauses.
"""
