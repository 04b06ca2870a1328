"""Pages saved as one file (.mht, .mhtml) or as mail: the HTML part is read."""

from __future__ import annotations

import email
import email.policy

from graph.errors import LuocdoError
from graph.model import Source
from graph.reading import html
from graph.reading.options import Options


def read(data: bytes, name: str, options: Options) -> Source:
    """The main text of the first HTML part."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload.strip():
                return html.read(payload, name, options)
    raise LuocdoError(f"{name}: tệp MHTML không có trang HTML nào bên trong")
