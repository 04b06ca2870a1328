"""Errors that a user can cause: one clear line each; the command line prints them and exits with 2."""


class LuocdoError(Exception):
    """Something about the input, the graph file or the request is wrong; the message says what to do."""


def install(extra: str) -> str:
    """How to get the libraries of an extra: by name, and from a copy of the source."""
    return f"pip install 'luocdo[{extra}]' (trong bản sao mã nguồn: pip install '.[{extra}]')"
