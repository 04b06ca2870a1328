"""Office packages (xlsx, docx) without the times of their writing: the same content, the same bytes."""

from __future__ import annotations

import re
import zipfile
from datetime import datetime
from io import BytesIO
from typing import Any

NO_TIME = datetime(1980, 1, 1)  # the earliest time that a zip file knows
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:(?:modified|created)[^>]*>)[^<]*")


def unnamed(properties: Any, title: str) -> None:
    """Document properties that tell the title and nothing of the machine or the hour."""
    properties.creator = "luocdo"
    properties.title = title
    properties.created = properties.modified = NO_TIME


def timeless(written: bytes) -> bytes:
    """The package with fixed times, its parts in their order."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(written)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            data = old.read(info.filename)
            if info.filename == "docProps/core.xml":
                data = _MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z", data)
            fixed = zipfile.ZipInfo(info.filename, _ZIP_TIME)
            fixed.external_attr = 0o644 << 16
            new.writestr(fixed, data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
