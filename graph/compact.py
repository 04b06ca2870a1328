"""JSON without blanks, in the order given, as it is stored, sent and written into pages: one encoder for many small
values, which ``json.dumps`` would make anew for each."""

from __future__ import annotations

import json

compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
