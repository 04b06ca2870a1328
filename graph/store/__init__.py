"""The graph on disk: one SQLite file with what texts say and what follows from it."""
