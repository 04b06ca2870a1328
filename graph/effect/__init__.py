"""Time: when documents take effect and when they end, as their texts say."""

from graph.effect.reader import read_effects

__all__ = ["read_effects"]
