"""Tests here share `rdf_views` and `rdf_servers`, which lie beside them."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
